# Words for arguments of wrong types, and names of library classes in messages.
import codecs, collections, locale, re, typing, zoneinfo
import xml.etree.ElementTree as tree
items = collections.OrderedDict(a=1).items()
T, P, Ts = typing.TypeVar('T'), typing.ParamSpec('P'), typing.TypeVarTuple('Ts')
e, z = tree.Element('e'), zoneinfo.ZoneInfo('UTC')
for text in ("5 in items", "('a',) in items", "('a', 1) in items", "['a', 1] in items", "re.compile('a', re.T)", "re.match(1, 'x', None)", "re.compile(5, 'x')", "re.compile('a', 'x')",
             "typing.TypeVar(1)", "typing.ParamSpec(None)", "typing.TypeVarTuple([])", "typing.TypeVar('T', int, bound=str)", "T[int]", "P()", "Ts + 1", "T.foo", "len(z)", "z.foo",
             "z < 1", "e + 1", "-e", "e.foo", "tree.XMLParser() + 1", "codecs.encode('a', 1)", "codecs.decode(b'a', None)", "codecs.encode('a', 'utf8', 5)", "compile('1', 'f', 'x', 1024)",
             "compile('1', 'f', 'x')", "locale.format_string('a', 1)", "locale.format_string('%d%% %s', (1, 'b', 3))", "locale.format_string('%*d|%(a)s', (5, 1))",
             "locale.format_string('%(a)05.1f%%', {'a': 2})", "locale.format_string('%d %d', 1)", "locale.format_string('%', 1)", "locale.format_string(print, 1)",
             "locale.setlocale(locale.LC_ALL, 5)", "open(collections.deque())"):
    try:
        print(text, '->', eval(text))
    except Exception as error:
        print(text, '->', type(error).__name__, error)
