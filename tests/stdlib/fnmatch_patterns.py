# fnmatch: each wildcard against many names, sets with odd contents, bytes, filters and translations.
import fnmatch
import re

names = ['', 'a', 'b', 'abc', 'a.c', 'A', 'a\nb', '.x', '[', ']', 'a[b', '-', '!', '\\', 'x-y', 'é', '/a/b', 'a/b', '^', '*', '?']
patterns = ['', '*', '?', 'a*', '*c', 'a?c', '[abc]', '[!abc]', '[a-c]', '[c-a]', '[]]', '[!]]', '[', '[]', '[!]', '[[]', '[-a]', '[a-]', '[!-a]', '[a!]', '[^a]', '[\\\\]', '**', '*/*', '[a-c-e]', '?*', 'a.c', '*.*',
            '[]-a]', '[--/]', '[&&a]', '[~~]', '[||]', '[a--b]', '[!a-zA-Z]', '*[*]*']
for pattern in patterns:
    print(f"{pattern:10}", [name for name in names if fnmatch.fnmatchcase(name, pattern)])
    print(f"{'':10}", fnmatch.translate(pattern), [name for name in names if re.match(fnmatch.translate(pattern), name)] == [name for name in names if fnmatch.fnmatchcase(name, pattern)])
print(fnmatch.filter(names, '[a-z]*'), fnmatch.filter([b'a', b'bc'], b'?'), fnmatch.fnmatch('A', 'a'), fnmatch.fnmatch(b'ab', b'a*'), fnmatch.filter(iter(['x']), 'x'))
for action in (lambda: fnmatch.fnmatch('a', b'a'), lambda: fnmatch.fnmatch(b'a', 'a'), lambda: fnmatch.fnmatchcase(5, '*'), lambda: fnmatch.filter(['a'], b'*'), lambda: fnmatch.filter([1], '*'),
               lambda: fnmatch.fnmatch(b'', '')):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
print(fnmatch.fnmatch('a' * 5000, '*a' * 30 + 'b'), fnmatch.fnmatch('x' * 1000 + 'y', '*x*x*x*y'))
