# Widths at the ends of their range, and characters that are no conversions.
for f,a in (('%0-*hi|',(-9223372036854775808,24)),('%*d',(-9223372036854775808,24)),('%*d',(-9223372036854775807,24)),('%-*d|',(-5,24)),('%*s|',(-7,'a')),('%.*f',(-3,2.5))):
    try: print(repr(f%a)[:50])
    except BaseException as e: print(type(e).__name__,e)
    try: print(repr(f.encode()%a)[:50])
    except BaseException as e: print(type(e).__name__,e)
for b in (b'%\x00', b'%\x80', b'%\xe9', b'%y', b'%\n'):
    try: b % 1
    except ValueError as e: print(ascii(str(e)))
    try: b.decode('latin1') % 1
    except ValueError as e: print(ascii(str(e)))
