import gettext, io, struct
from gettext import gettext as _, ngettext
print(_('hi'), ngettext('one', 'many', 1), ngettext('one', 'many', 2), gettext.pgettext('c', 'm'), gettext.textdomain(), gettext.find('nosuch'))
messages = {b'': b'Content-Type: text/plain; charset=utf-8\nPlural-Forms: nplurals=3; plural=n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 ? 1 : 2;\n',
            b'cat': 'Kätzchen'.encode(), b'dog\0dogs': b'd0\0d1\0d2', b'ctx\x04cat': b'K'}
ids = texts = b''
table_i, table_t = [], []
for k, v in messages.items():
    table_i.append((len(k), len(ids))); ids += k + b'\0'
    table_t.append((len(v), len(texts))); texts += v + b'\0'
n = len(messages)
base = 28 + 16 * n
data = struct.pack('<7I', 0x950412de, 0, n, 28, 28 + 8 * n, 0, 0)
data += b''.join(struct.pack('<II', l, base + o) for l, o in table_i) + b''.join(struct.pack('<II', l, base + len(ids) + o) for l, o in table_t) + ids + texts
t = gettext.GNUTranslations(io.BytesIO(data))
print(t.gettext('cat'), t.gettext('none'), [t.ngettext('dog', 'dogs', i) for i in (0, 1, 2, 5, 11, 21, 22)], t.pgettext('ctx', 'cat'), t.charset(), t.info()['content-type'])
for bad in b'', b'x' * 40:
    try:
        gettext.GNUTranslations(io.BytesIO(bad))
    except Exception as e:
        print(type(e).__name__, e) if bad else print('short')
try:
    gettext.translation('nosuch')
except OSError as e:
    print(type(e).__name__, e)
print([gettext.c2py(p)(3) for p in ('n>1', 'n==3?7:8', '!(n<2)', 'n%2+10', '(n*2-1)/2')])
