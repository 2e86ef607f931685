# configparser: reading of all shapes, interpolation, converters, defaults, writing, errors with their lines.
import configparser
import io

text = '''
; comment
# other comment
[DEFAULT]
base = /srv
verbose: yes
[paths]
home = %(base)s/home
sub = %(home)s/sub
percent = 100%%
multi = one
  two

  three
empty =
novalue_key=
colon : a = b
[numbers]
int = 42
float = 2.5
bool1 = on
bool2 = No
bad = maybe
[spa ced]
Key With Spaces = value ; not a comment
'''
c = configparser.ConfigParser()
c.read_string(text)
print(c.sections(), c.defaults(), c.has_section('DEFAULT'), 'paths' in c, 'DEFAULT' in c, len(c), list(c))
for section in c.sections():
    print(section, c.items(section), c.options(section))
n = c['numbers']
print(n.getint('int'), n.getfloat('float'), n.getboolean('bool1'), n.getboolean('bool2'), n.get('none'), n.get('none', 'fallback'), n.getint('none', 7), n.getint('none', fallback=8))
print(c.get('paths', 'home', raw=True), c.get('paths', 'home', vars={'base': '/other'}), c.get('paths', 'x', fallback=None), n.name, n.parser is c, repr(n), 'int' in n, 'INT' in n)
for action in (lambda: c.get('no', 'x'), lambda: c.get('paths', 'no'), lambda: c['no'], lambda: n['no'], lambda: n.getboolean('bad'), lambda: n.getint('float'), lambda: c.add_section('paths'),
               lambda: c.add_section('DEFAULT'), lambda: c.add_section(5), lambda: c.set('no', 'x', 'y'), lambda: c.set('paths', 'x', 5), lambda: c.set('paths', 'x', '%'),
               lambda: c.set('paths', 'x', '%(unclosed'), lambda: c.items('no'), lambda: c.options('no'), lambda: c.remove_option('no', 'x'), lambda: c.read_dict({'paths': {'a': 1, 'A': 2}}),
               lambda: n.__setitem__('x', None), lambda: c.read_string('[a]\nx=1\nx=2'), lambda: c.read_string('[a]\n[a]'), lambda: c.read_string('x=1'), lambda: c.read_string('[a]\nnothing'),
               lambda: c.read_string('[a\nb=1'), lambda: c.pop('no'), lambda: c.popitem()[0], lambda: c.read('/no/such/file'), lambda: c.read_file(open('/no/such/file')),
               lambda: c.read_string('[q]\na=%(b)s\nb=%(a)s') or c.get('q', 'a'), lambda: c.read_string('[r]\na=%(none)s') or c.get('r', 'a'), lambda: c.read_string('[s]\na=%x') or c.get('s', 'a')):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, str(error).replace('\n', ' | '))
e = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation(), default_section='common', allow_no_value=True, delimiters=('=', '->'), comment_prefixes=('//',),
                              inline_comment_prefixes=(';',), strict=False, empty_lines_in_values=False, converters={'list': lambda s: s.split(',')})
e.optionxform = str
e.read_string('[common]\nRoot=/r\n[A]\nPath=${Root}/a ; note\nflag\nArrow->x\nlist=1,2,3\ndollar=$$5\n// note\n[B]\nfrom=${A:Path}/b\nbad=${C:x}\nworse=${a\n[A]\nMore=1\n')
print(e.sections(), dict(e['A']), e.getlist('A', 'list'), e['A'].getlist('list'), e.get('B', 'from'), e.has_option('A', 'flag'), e.has_option('A', 'path'))
for key in ('bad', 'worse'):
    try:
        print(e.get('B', key))
    except Exception as error:
        print(type(error).__name__, str(error).replace('\n', ' | '))
raw = configparser.RawConfigParser()
raw.read_dict({'s': {'a': '%(x)s', 'n': 5, 'none': None}, 't': {}})
raw['u'] = {'k': 'v'}
raw.set('t', 'multi', 'a\nb')
for spaces in (True, False):
    out = io.StringIO()
    raw.write(out, space_around_delimiters=spaces)
    print(out.getvalue())
print(raw.remove_section('t'), raw.remove_section('t'), raw.remove_option('s', 'a'), raw.remove_option('s', 'a'), raw.sections(), raw == raw)
del raw['u']
raw.clear()
print(raw.sections(), configparser.ConfigParser.BOOLEAN_STATES)
