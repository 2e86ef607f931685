# sub and subn with functions and plain text, split, wrong kinds of argument.
import re


def show(function, *args, **kwargs):
    try:
        print(ascii(function(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


show(re.sub, 'a', lambda m: None, 'banana')
show(re.sub, 'a', lambda m: 3, 'banana')
show(re.sub, 'a', b'x', 'banana')
show(re.sub, b'a', 'x', b'banana')
show(re.sub, 'a', 3, 'banana')
show(re.sub, 'a', None, 'banana')
show(re.sub, b'a', lambda m: bytearray(b'xy'), b'banana')
show(re.sub, b'a', bytearray(b'\\g<0>\xff'), b'banana')
show(re.sub, 'a', '-', 'banana', 2)
show(re.sub, 'a', '-', 'banana', count=-1)
show(re.subn, 'a', '-', 'banana', count=1, flags=re.I)
show(re.sub, 'x*', '-', 'abxd')
show(re.sub, 'b', lambda m: 1, 'b')
show(re.sub, 'z', 3, 'b')
show(re.sub,'z',b'', 'b')
show(re.sub, '(a)|b', r'[\1]', 'ab')
show(re.sub, 'a', '', 'é' * 3 + 'a')
show(re.split, 'x*', 'axbc')
show(re.split, '(-)', 'a-b-c', 1)
show(re.split, '(-)|(,)', 'a-b,c')
show(re.split, ',', 'a,b', maxsplit=-1)
show(re.split, '', 'abc')
show(re.split, r'\b', 'Words, words, words.')
show(re.findall, 'a', 3)
show(re.findall, 'a', b'a')
show(re.findall, b'a', 'a')
show(re.match, 'a', None)
show(re.findall, r'(\w)(\d)?', 'a1b')
