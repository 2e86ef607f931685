# string.Template: placeholders, errors with their places, subclasses with other delimiters and ids.
from string import Template
import re

t = Template('$who likes ${what}; $$5, $who!')
print(t.template, t.substitute(who='tim', what='kung pao'), t.substitute({'who': 'a'}, what='b'), t.safe_substitute(who='x'), t.safe_substitute())
print(t.get_identifiers(), t.is_valid(), Template('$1 $a').is_valid(), Template('$1 $a ${a} $b').get_identifiers())
for text in ('$', 'a\nb $', '${', '${a', '$-', '$ x', '$a$', '${1}', '${a-b}', 'x\r\ny\n  $?', '$\u00e9', '$a\u00e9', '$_x9', '$9'):
    try:
        print(repr(text), repr(Template(text).substitute(a='A', _x9='ok')))
    except (ValueError, KeyError) as error:
        print(repr(text), type(error).__name__, error, '|', repr(Template(text).safe_substitute(a='A')))
for action in (lambda: t.substitute(), lambda: t.substitute({}, {}), lambda: t.substitute(who=1, what=None), lambda: Template(5).substitute(),
               lambda: t.substitute(5), lambda: t.safe_substitute({'who': 1}, who=2), lambda: Template()):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class Percent(Template):
    delimiter = '%'
    idpattern = '[a-z]+_[a-z]+'


class Braces(Template):
    braceidpattern = '(?:[A-Z]+)'
    flags = 0


class Own(Template):
    pattern = r'''(?P<escaped>\[\[)|\[(?P<named>\w+)\]|\<(?P<braced>\w+)\>|(?P<invalid>\[)'''


print(Percent('%a_b %% $x %x').safe_substitute(a_b=1), Percent('%a_b %%').substitute(a_b=1), Braces('${AB} $ab $AB').safe_substitute(AB=1, ab=2))
print(Own('[[ [x] <y>').substitute(x=1, y=2), Own('[ [x').safe_substitute(x=1))
print(Template.pattern.flags & re.IGNORECASE > 0, Template.delimiter, Template.idpattern, Template.braceidpattern)
try:
    class Wrong(Template):
        pattern = r'(?P<named>a)'
    Wrong('a').substitute(a=1)
except Exception as error:
    print(type(error).__name__, error)


class Twice(dict):
    def __missing__(self, key):
        return key * 2


print(t.substitute(Twice()))
