import base64
for data in (b"", b"a", b"ab", b"abc", b"abcd", b"hello world", bytes(4), bytes(5), b"    ", b"    x", bytes(range(40)), b"\xff" * 7):
    for options in ({}, {"pad": True}, {"adobe": True}, {"foldspaces": True}, {"wrapcol": 7}, {"wrapcol": 5, "adobe": True}, {"wrapcol": 1, "adobe": True}):
        made = base64.a85encode(data, **options)
        back = base64.a85decode(made, **{k: v for k, v in options.items() if k in ("adobe", "foldspaces")})
        print(made, back == data or back)
    made = base64.b85encode(data)
    print(made, base64.b85decode(made) == data, base64.b85encode(data, pad=True))
def t(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
t(base64.a85decode, b"abc", adobe=True); t(base64.a85decode, b"<~87cUR~>", adobe=True); t(base64.a85decode, "87cUR"); t(base64.a85decode, b"abzcd"); t(base64.a85decode, b"s8W-#")
t(base64.a85decode, b"ab\x80"); t(base64.a85decode, b"ab cd ef\n"); t(base64.a85decode, b"y"); t(base64.a85decode, b"ay", foldspaces=True); t(base64.a85decode, b"a-b", ignorechars=b"-"); t(base64.a85decode, "é"); t(base64.a85encode, "text")
t(base64.b85decode, b"~~~~~"); t(base64.b85decode, b"ab\"c"); t(base64.b85decode, "é"); t(base64.b85encode, 5)
