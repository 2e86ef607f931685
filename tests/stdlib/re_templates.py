# Replacement templates: escapes, groups, errors with their places.
import re


def show(function, *args, **kwargs):
    try:
        print(ascii(function(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


for t in [r'\3', r'\g<3>', r'\g<zz>', r'\g<', r'\g<>', r'\g<a', r'\g', r'\q', '\\', r'\g<1a>', r'\g<-1>', r'\400', r'\0', r'\07', r'\012', r'\101', r'\18', r'\11', r'\é\ü', r'\g<é>', r'\g<1>0', r'\-\_', r'\8', '\\\n', r'\g<01>', r'\g< 1>', r'\99', 'é\\2ü']:
    show(re.sub, r'(?P<a>b)', t, 'abc')
    try: re.sub('(?P<a>b)', t, 'abc')
    except re.error as e: print('   ', e.msg, e.pos, ascii(e.pattern))
    except Exception as e: pass
