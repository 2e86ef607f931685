# Sets that may mean something else one day are warned about, at the caller's line.
import re
import warnings

for pattern in ('[[a]', '[^[a]', '[a--b]', '[--a]', '[+--]', '[a&&b]', '[&&a]', '[é~~]', '[a||b]', '[a[b]', b'[\xe9||]', '[]--a]', '[a-]', '[-a]', '[--]'):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        try:
            found = re.findall(pattern, '-+&a[' if isinstance(pattern, str) else b'|a')
        except re.error as e:
            found = str(e)
        print(ascii(pattern), found, [(str(w.message), w.category.__name__, w.lineno) for w in caught])
