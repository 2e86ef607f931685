# re._parser: patterns as trees, their widths, groups and flags, the dump, templates, and the old module names.
import re, re._constants as c, re._parser as p, warnings
print([n for n in dir(c) if n.isupper() and n[0] != '_'])
print(c.AT_MULTILINE, c.AT_LOCALE, c.AT_UNICODE, c.CH_LOCALE, c.CH_UNICODE, c.OP_IGNORE, c.OP_LOCALE_IGNORE, c.OP_UNICODE_IGNORE)
print(c.OPCODES, c.ATCODES, c.CHCODES, c.MAXREPEAT, int(c.MAXREPEAT), c.MAXGROUPS, c.LITERAL, repr(c.AT), c.ANY == 2)
for s in ['a', 'a*', 'a|b|cd', 'ab|ac', '[abc]', '[^a-z0]', r'[\w-]', r'\d+?', '(a)(?P<n>b)(?P=n)', '(?:a|b)*+', '(?>a)', '(?=a)(?!b)(?<=c)(?<!d)', '^$\\A\\Z\\b\\B', '.', '(a)?(?(1)b|c)', '(?i:a)(?-i:b)', '(?x) a # c\n b',
          'a{2,3}', 'a{2}?', 'a{,5}', '[a]', '[^a]', '(?#c)a', '', '(|a)', r'\1', r'\x41\101\n', '(?s).', 'a{', '[a-]', '(a)\\1', 'a**', '(?i)x', '[]a]', 'x{1}', '(?:)', '(?:a)', '(?:ab)+', '[ab]|c|[de]', '(a|)', r'[\b\n\x41-\x5a\]]', r'\u00e9\N{BULLET}',
          '(?!)', '(?P<y>a)(?(y)b)', r'(a)(b)\2\1', '((a)b)*', '(?x:a b)c d', 'a{1,}b{0,0}', '(?:a)(?:b|c)', '[aa]', '(?ims)^a.$', r'\.\-\\', '(', 'a{3,2}', '[z-a]', 'abc|abd|abe', '(?:(?:(?:x)))', '(?m:^)', 'a|b|', r'\d|\s|x', '[^]]', '*', r'(\w+)@(\w+)\.com', r'[+-]?\d+(\.\d*)?([eE][+-]?\d+)?']:
    try: q = p.parse(s); print(repr(s), q.data, q.getwidth(), q.state.groups, q.state.flags, q.state.groupdict)
    except re.error as e: print(s, e, e.pos)
p.parse('(?P<a>b[^c]|d){2}(?(1)x|y)[a-z](?=q)').dump()
q = p.parse('abc'); print(q[0], q[1:], len(q), q[-1], p.parse(b'a\xff'))
for t in ['a\\1\\g<0>b', '\\g<n>\\n\\101\\0', 'plain', '\\\\', b'x\\1y']: print(p.parse_template(t, re.compile('(?P<n>x)') if isinstance(t, str) else re.compile(b'(x)')))
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    import sre_parse, sre_constants
print([str(x.message) for x in w], sre_parse.parse('a'), sre_constants.LITERAL is c.LITERAL, sre_parse.__name__)
