# East Asian encodings have the C library's tables
#
# The codecs for Chinese, Japanese and Korean encodings convert by the C library. Its tables and CPython's agree on what texts are made of and differ on some hundred
# rare signs and characters of private use. `hz`, `johab`, `euc_jis_2004` and their kin are not there.
print(b'\xa1E'.decode('big5'), '中文'.encode('big5'))
try:
    print('a'.encode('hz'))
except LookupError as error:
    print(error)
