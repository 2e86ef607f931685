"""Other names of encodings: each, normalized, with the name of the codec's module."""
from _codecs import native_aliases

aliases = {alias: names.split()[0] for names in native_aliases() for alias in names.split()[1:]}
aliases.update({alias: name for name, others in (
    ('base64_codec', 'base64 base_64'),
    ('bz2_codec', 'bz2'),
    ('cp037', '037 csibm037 ebcdic_cp_ca ebcdic_cp_nl ebcdic_cp_us ebcdic_cp_wt ibm037 ibm039'),
    ('cp1026', '1026 csibm1026 ibm1026'),
    ('cp1140', '1140 ibm1140'),
    ('cp273', '273 ibm273 csibm273'),
    ('cp424', '424 csibm424 ebcdic_cp_he ibm424'),
    ('cp500', '500 csibm500 ebcdic_cp_be ebcdic_cp_ch ibm500'),
    ('cp864', '864 csibm864 ibm864'),
    ('hex_codec', 'hex'),
    ('quopri_codec', 'quopri quoted_printable quotedprintable'),
    ('rot_13', 'rot13'),
    ('utf_7', 'u7 utf7 unicode_1_1_utf_7'),
    ('uu_codec', 'uu'),
    ('zlib_codec', 'zip zlib'),
    ('big5', 'big5_tw csbig5 x_mac_trad_chinese'),
    ('big5hkscs', 'big5_hkscs hkscs'),
    ('cp932', '932 ms932 mskanji ms_kanji'),
    ('cp949', '949 ms949 uhc'),
    ('cp950', '950 ms950'),
    ('euc_jp', 'eucjp ujis u_jis'),
    ('euc_kr', 'euckr korean ksc5601 ks_c_5601 ks_c_5601_1987 ksx1001 ks_x_1001 x_mac_korean'),
    ('gb18030', 'gb18030_2000'),
    ('gb2312', 'chinese csiso58gb231280 euc_cn euccn eucgb2312_cn gb2312_1980 gb2312_80 iso_ir_58 x_mac_simp_chinese'),
    ('gbk', '936 cp936 ms936'),
    ('iso2022_jp', 'csiso2022jp iso2022jp iso_2022_jp'),
    ('iso2022_kr', 'csiso2022kr iso2022kr iso_2022_kr'),
    ('shift_jis', 'csshiftjis shiftjis sjis s_jis x_mac_japanese')) for alias in others.split()})
