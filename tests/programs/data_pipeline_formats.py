"""A data pipeline: CSV and JSON in, cleaning, grouping, joining, statistics, a report; pickles, regular expressions, dates."""
import csv, io, json, re, statistics, itertools, operator, datetime as dt, collections, decimal, fractions, pickle, textwrap, string, pprint, bisect, heapq, hashlib, base64, zlib, copy, sys, tempfile, pathlib, sqlite3, configparser, xml.etree.ElementTree as ET, html, urllib.parse, shlex, difflib, calendar, locale, struct, uuid, secrets, time
RAW = '''date,city,temp,"notes, free"
2024-01-05,Oslo,-3.5,"cold, ""very"""
2024-01-06,Rome,12,
2024-02-30,Rome,13,bad date
2024-02-01,Oslo,n/a,missing
2024-02-02,Oslo,-1,"multi
line"
2024-02-03,Lima,25.25,ok
'''
class Row(collections.namedtuple('Row', 'date city temp notes', defaults=[''])):
    __slots__ = ()
    @classmethod
    def parse(cls, d):
        return cls(dt.date.fromisoformat(d['date']), sys.intern(d['city']), decimal.Decimal(d['temp']), d['notes, free'] or None)
rows, errors = [], []
reader = csv.DictReader(io.StringIO(RAW), strict=True)
for d in reader:
    try: rows.append(Row.parse(d))
    except (ValueError, decimal.DecimalException) as e: errors.append((reader.line_num, type(e).__name__, str(e)))
print(*rows, *errors, sep='\n')
key = operator.attrgetter('city')
for city, group in itertools.groupby(sorted(rows, key=key), key):
    temps = [r.temp for r in group]; print(f'{city:<6}{len(temps):>3}{statistics.mean(temps):>10.3f}{max(temps):>8}{statistics.pstdev(map(float, temps)):8.2f}')
print(json.dumps([r._asdict() for r in rows[:2]], default=str, indent=1, sort_keys=True), json.loads('{"a": [1, 2.50, null, true, "\\u00e9\\n"], "b": {"c": -1e3}}', parse_float=decimal.Decimal))
for bad in ('{"a": }', '[1, 2', '{"a" 1}', 'nul', '"\\x"', '[1,]', '{1: 2}', '', '"a\nb"', '01', '[1] x'):
    try: json.loads(bad)
    except json.JSONDecodeError as e: print(repr(bad), e)
out = io.StringIO(); w = csv.writer(out, delimiter=';', quoting=csv.QUOTE_NONNUMERIC, lineterminator='\n'); w.writerows([[1, 'a;b', 'q"x', None, 2.5]]); print(out.getvalue(), end='')
db = sqlite3.connect(':memory:'); db.row_factory = sqlite3.Row; db.execute('create table t(city text, temp real, day text)')
with db: db.executemany('insert into t values (?, ?, ?)', [(r.city, float(r.temp), r.date.isoformat()) for r in rows])
for r in db.execute('select city, count(*) n, avg(temp) a from t group by city having n > :n order by a', {'n': 0}): print(tuple(r), r['n'], r.keys())
try: db.execute('select nope from t')
except sqlite3.OperationalError as e: print(e)
log = '''10.0.0.1 - - [05/Jan/2024:10:00:00 +0000] "GET /a?x=1&y=2 HTTP/1.1" 200 512
10.0.0.2 - ann [05/Jan/2024:10:00:01 +0100] "POST /b%20c HTTP/1.1" 404 -'''
rx = re.compile(r'(?P<ip>\S+) \S+ (?P<user>\S+) \[(?P<when>[^\]]+)\] "(?P<verb>\w+) (?P<url>\S+) [^"]*" (?P<status>\d{3}) (?P<size>\d+|-)')
for m in rx.finditer(log):
    d = m.groupdict(); when = dt.datetime.strptime(d['when'], '%d/%b/%Y:%H:%M:%S %z'); u = urllib.parse.urlsplit(d['url'])
    print(d['ip'], when.astimezone(dt.timezone.utc).isoformat(), urllib.parse.unquote(u.path), urllib.parse.parse_qs(u.query), d['status'], m.span('status'))
print(re.sub(r'(\d+)', lambda m: str(int(m[1]) * 2), 'a1b22'), re.split(r'[,;]\s*', 'a, b;c'), re.findall(r'\b(\w)(\w*)\b', 'hi you'), re.fullmatch(r'(?i)[a-z]+', 'ABC') is not None)
cfg = configparser.ConfigParser(); cfg.read_string('[DEFAULT]\nroot = /srv\n[web]\nport: 80\npath = %(root)s/www\nflags =\n  a\n  b\n'); print(cfg['web']['path'], cfg.getint('web', 'port'), cfg['web']['flags'].split(), cfg.sections(), cfg.get('web', 'no', fallback='-'))
root = ET.fromstring('<lib><book id="1"><t>A &amp; B</t></book><book id="2"><t>C</t></book></lib>'); print([(b.get('id'), b.findtext('t')) for b in root.iter('book')], ET.tostring(root.find("book[@id='2']")).decode())
print(hashlib.sha256(RAW.encode()).hexdigest()[:16], base64.b64encode(b'hi there'), zlib.decompress(zlib.compress(b'x' * 100)) == b'x' * 100, struct.pack('>IhB3s', 1, -2, 3, b'abc'), uuid.uuid5(uuid.NAMESPACE_DNS, 'python.org'))
obj = {'rows': rows, 'self': None}; obj['self'] = obj; back = pickle.loads(pickle.dumps(obj)); print(back['self'] is back, back['rows'] == rows, copy.deepcopy(obj)['rows'][0] == rows[0])
pprint.pprint({'k' * 30: list(range(30)), 'nested': {'a': ('x' * 40, 'y' * 40), 'b': {1, 2}}}, width=60)
print('\n'.join(difflib.unified_diff(['a', 'b', 'c'], ['a', 'x', 'c'], 'old', 'new', lineterm='')), difflib.get_close_matches('appel', ['ape', 'apple', 'peach']))
print(textwrap.fill('The quick brown fox jumps over the lazy dog. ' * 3, 50, initial_indent='* ', subsequent_indent='  '), textwrap.shorten('hello big wide world', 14), sep='\n')
print(statistics.quantiles(range(1, 11), n=4), statistics.median([3, 1, 2]), statistics.mode('aab'), statistics.linear_regression([1, 2, 3], [2, 4, 6.5]), fractions.Fraction('0.125') + fractions.Fraction(1, 3))
print(calendar.month(2024, 2), dt.date(2024, 2, 29) + dt.timedelta(365), dt.datetime(2024, 1, 1, tzinfo=dt.timezone(dt.timedelta(hours=-5))).isoformat(), dt.date(2024, 12, 30).isocalendar(), f'{dt.datetime(2024, 5, 6, 7, 8, 9):%A %d %B %Y %H:%M:%S %j}')
print(shlex.split('a "b c" d\\ e \'f\''), html.escape('<a href="x">'), html.unescape('&lt;&eacute;&#x41;'), string.Template('$a ${b} $$').substitute(a=1, b=2), heapq.nsmallest(2, [3, 1, 2]), bisect.insort(l := [1, 3], 2), l)
with tempfile.TemporaryDirectory() as d:
    p = pathlib.Path(d, 'x.txt'); print(p.write_text('one\ntwo\n'), p.read_bytes(), [q.name for q in p.parent.glob('*.txt')], p.stat().st_size, p.with_suffix('.md').name, p.exists())
