L=["f'{3!g'","f'{3!g}'","f'{3!g","f'{3!g:'","f'{3!gg}'","f'{3!s x}'","f'{3! s}'","f'{3!}'","f'{3!'","f'{3!3}'","f'{3!:}'","f'{lambda x:}'","f'{lambda :}'","f'{lambda x:x}'","f'{lambda:x}'","f'{lambda *x:}'","f'{lambda x, y:}'","f'{(lambda x:x)}'","f'{lambda x:x!r}'","f'{\\'","f'{\\\n}'","f'{a\\b}'","f'{\\ }'","f'{a \\'", "f'{'","f'{}'","f'{ }'","f'{!r}'","f'{:x}'","f'{=}'","f'{a b}'","f'{a:{b c}}'","f'{a:{}}'","f'{a=!x}'","f'{*}'","f'{**a}'","f'{*a}'","f'{a:{b:{c:{d}}}}'","f'}'","f'{a}}'","f'{a!r:}}'","f'{a[}'","f'{a(}'","f'{a)}'","f'{a]}'","f'{#}'","f'{a#}'","f'''{a\n#x\n}'''","f'{1=}{2 = }{3=!r:>4}'","f'{yield}'","f'{await x}'","f'{x:=5}'","f'{(x:=5)}'","f'{x=:5}'","f'{a;b}'","f'{a if b}'","f'{import x}'","f'{pass}'","f'{a.}'","f'{1 +}'","f'{,}'","f'{a,}'","f'{$}'","f'{?}'","f'{a$b}'","f'{not}'","f'{\"\"\"x}'","f\"{'a' 'b\"","f'{f\"{f'{1}'}\"}'","f'{f\"{f'{1'}\"}'","b f''","bf''","f'{0x}'","f'{1a}'","f'\\N{'","f'\\N{foo}'","f'\\x1'","f'{a:\\N{DIGIT ONE}}'","f'{d[\"x\"]}'","f'{a' f'{b}'","'x' f'{'", "f'{a:{'","f'{a:{b'","f'{a:{b}'","f'{a:{b!'","f'{a:{b!x}}'","f'{a!r !r}'","f'{a!r=}'", "f'''{\n'''","f'''{a\nb}'''","f'{def}'","f'{class}'","f'{return}'","f'{lambda x: {y}}'","f'{{}'","f'{{{}}}'","f'{ !r}'","f'{ =}'","f'{a==}'","f'{a!=}'","f'{a!=b}'","f'{a<}'","f'{a:=}'","f'{a:!r}'","f'{a::}'","f'{a:{b}:{c}}'","f'{print(\"x\"}'","f'{[1,2}'", "f'{{1:2}}'","f'{ {1:2} }'","f'{x!r:{y!s}}'","f'{None = }'","f'{True:=1}'","f'{a for a in b}'","f'{(a for a in b)}'","f'{a as b}'"]
import warnings; warnings.simplefilter('ignore')
for s in L:
    for src in (s, 'x = '+s+'\ny'):
        try: compile(src,'','exec'); print(repr(src),'ok')
        except UnicodeDecodeError as e: print(e)
        except SyntaxError as e: print(repr(src), e.msg, e.lineno,e.offset,e.end_lineno,e.end_offset, repr(e.text))
# Texts are decoded behind the fields, those of format specs where they stand.
for src in (r'f"\d {x!z}"', r'f"{a:\d} {x!z}"', r'f"\q{a}\w" f"{b:\777}" "\e"', 'f"{a:', 'f"{a!r:', r'f"{f"\d{1:\g}"}\h"', r'f"{{\d}}{a=}\s{b}"'):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        try: compile(src,'','exec'); print(repr(src),'ok')
        except SyntaxError as e: print(repr(src), e.msg, e.lineno,e.offset,e.end_lineno,e.end_offset, repr(e.text))
    print([str(w.message) for w in caught])
    warnings.simplefilter('error')
    try: compile(src,'','exec')
    except SyntaxError as e: print(e.msg, e.lineno,e.offset,e.end_lineno,e.end_offset)
    warnings.simplefilter('ignore')
print(ascii(f"\x41{1:\x3e4}\N{DIGIT ONE}{{\u00e9}}{2!r:{3}}{f'\t{5=}'}"))
