# string.Formatter: its steps, overriding each, automatic numbering, errors; capwords and the constants.
import string
from string import Formatter

f = Formatter()
print(f.format('{0} {1!r:>6} {name[0]} {name.real} {{}}'.replace('{name.real} ', ''), 1, 'a', name=[5]))
print(list(f.parse('a{b!r:c{d}}e{{f}}{}{0.x[1]:}')))
for text in ('{', '}', '{0!}', '{0!rr}', '{0:{1}}', '{a b}', '{}{0}', '{0}{}', '{0[}', '{0.}', '{0[]}', '{0!z}', '{:{}}', '{0', 'x}}{'):
    try:
        print(repr(text), repr(f.format(text, 5, '4')))
    except Exception as error:
        print(repr(text), type(error).__name__, error)
    try:
        print('   ', list(f.parse(text)))
    except ValueError as error:
        print('   ', error)


class Loud(Formatter):
    def get_value(self, key, args, kwargs):
        print('get_value', key)
        return super().get_value(key, args, kwargs) if isinstance(key, int) or key in kwargs else f'<{key}>'

    def get_field(self, name, args, kwargs):
        print('get_field', name)
        return super().get_field(name, args, kwargs)

    def format_field(self, value, spec):
        print('format_field', value, repr(spec))
        return super().format_field(value, spec)

    def convert_field(self, value, conversion):
        print('convert_field', value, conversion)
        return value.upper() if conversion == 'u' else super().convert_field(value, conversion)

    def check_unused_args(self, used, args, kwargs):
        print('unused', sorted(map(str, used)), args, sorted(kwargs))


print(Loud().format('{0!u} {x[1]:{w}} {other} {}'.replace(' {}', ''), 'abc', x=[1, 2], w=4, unused=None))
print(Loud().vformat('{}-{}', (1, 2), {}))
for action in (lambda: f.format(), lambda: f.format('{a}'), lambda: f.format('{1}', 1), lambda: f.vformat('{0}', [], {}), lambda: f.convert_field(1, 'q'),
               lambda: f.get_field('0.real.imag', (5,), {}), lambda: f.get_field('a[b][0]', (), {'a': {'b': 'x'}}), lambda: f.format('{0:{1:{2}}}', 1, 2, 3),
               lambda: f.convert_field('\u00e9', 'a'), lambda: f.format(1)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
print(string.capwords('  hello   wORLD foo\tbar '), repr(string.capwords('a-b c-d', '-')), repr(string.capwords('')))
for name in ('ascii_letters', 'ascii_lowercase', 'ascii_uppercase', 'digits', 'hexdigits', 'octdigits', 'punctuation', 'printable', 'whitespace'):
    print(name, repr(getattr(string, name)))
