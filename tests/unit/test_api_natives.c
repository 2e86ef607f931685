/* Unit test of moray.h: how long natives of the library go on after a deadline, or after moray_interrupt.
 *
 * Each row runs in an endless loop. What is measured is processor time of the thread that runs it, from the stop's moment to the return, so that
 * other programs on the machine do not count. A row that is late is tried again: the watchdog and this test's own thread may have been kept waiting.
 * SHOW_TIMES=1 prints the best and the worst of five tries in place of judging; ROW=text takes the rows with that text only.
 */
#include "api.h"

#include <pthread.h>
#include <time.h>

#if defined __SANITIZE_ADDRESS__ || defined __SANITIZE_THREAD__
enum { LATE_MS = 400 };
#else
enum { LATE_MS = 250 }; /* 10 where the machine has nothing else to do; what is seen here is several times as much at least when a loop has forgotten to look */
#endif

/* What the rows work on. */
static const char material[] =
    "import asyncio, base64, binascii, bisect, bz2, gzip, lzma, collections, copy, csv, decimal, difflib, fractions, functools, hashlib, heapq, hmac, io, itertools, json, marshal, math, operator, pickle\n"
    "import random, re, sqlite3, mmap, statistics, string, struct, sys, textwrap, unicodedata, zlib, array, html, shlex, ast\n"
    "import urllib.parse\n"
    "sys.set_int_max_str_digits(0)\n"
    "random.seed(1)\n"
    "N = 200_000\n"
    "ints = list(range(N))\n"
    "small = list(range(200))\n"
    "mixed = ints[:]\n"
    "random.shuffle(mixed)\n"
    "floats = [i * 0.37 for i in mixed]\n"
    "words = [str(i) for i in mixed]\n"
    "twins = [str(i) for i in mixed]\n"
    "pairs = [(i, str(i)) for i in range(N // 4)]\n"
    "nested = [[i, [i]] for i in range(N // 4)]\n"
    "nested2 = [[i, [i]] for i in range(N // 4)]\n"
    "table = dict.fromkeys(words, 1)\n"
    "table2 = dict.fromkeys(twins, 1)\n"
    "some = set(words)\n"
    "some2 = set(twins)\n"
    "frozen = frozenset(some)\n"
    "text = 'ab c\\n' * 800_000\n"
    "accents = '\\u00e9\\u4e00' * 400_000\n"
    "raw = text.encode()\n"
    "noise = random.randbytes(2_000_000)\n"
    "buffer = bytearray(raw)\n"
    "big = 3 ** 2_000_000\n"
    "big2 = 7 ** 1_200_000\n"
    "digits = '9' * 300_000\n"
    "document = json.dumps(pairs)\n"
    "packed = zlib.compress(bytes(100_000_000), 1)\n"
    "pickled = pickle.dumps(nested)\n"
    "doubles = array.array('d', floats)\n"
    "ring = collections.deque(ints)\n"
    "ring2 = collections.deque(ints)\n"
    "count = collections.Counter(words)\n"
    "bz2_packed = bz2.compress(bytes(50_000_000))\n"
    "lzma_packed = lzma.compress(bytes(50_000_000), preset=0)\n"
    "database = sqlite3.connect(':memory:')\n"
    "database.execute('create table t (x)')\n"
    "database.executemany('insert into t values (?)', [(i,) for i in range(2000)])\n"
    "letters = 'a' * 10**8\n"
    "letters2 = letters[:-1] + 'a'\n"
    "blob = bytes(10**8)\n"
    "blob2 = bytes(bytearray(blob))\n"
    "many = [0] * 10**7\n"
    "pickled_blob = pickle.dumps(blob)\n"
    "numbers = array.array('d', blob)\n"
    "mapped = mmap.mmap(-1, 10**8)\n"
    "class Weird:\n"
    "    def __init__(self, n): self.n = n\n"
    "    def __lt__(self, other): return self.n < other.n\n"
    "weird = [Weird(i) for i in mixed[:100_000]]\n";

static const char *const rows[] = {
    /* sorting */
    "sorted(mixed)", "sorted(words)", "sorted(floats)", "sorted(mixed, reverse=True)", "sorted(weird)", "sorted(mixed, key=lambda i: -i)", "sorted(words, key=str.swapcase)",
    "sorted(words, key=len)", "sorted(pairs, key=operator.itemgetter(1))", "sorted(nested)", "mixed[:].sort()", "sorted(ints + mixed)", "ints.reverse()",
    "heapq.heapify(mixed[:])", "heapq.nsmallest(50_000, mixed)", "heapq.nlargest(50_000, words)", "list(heapq.merge(ints, ints))", "bisect.insort(ints, 3)",
    "random.shuffle(mixed)", "random.sample(ints, 150_000)", "random.choices(ints, k=500_000)", "random.choices(ints, weights=ints, k=10)", "random.randbytes(10**8)", "random.getrandbits(10**9)",
    /* patterns */
    "re.match(r'(a+)+$', 'a' * 40 + 'b')", "re.match(r'(a|a)*$', 'a' * 40 + 'b')", "re.match(r'(.*)(.*)(.*)(.*)(.*)x', 'a' * 2000)", "re.findall(r'\\w', text)", "re.sub(r'b', 'xx', text)",
    "re.sub(r'b', lambda m: 'xx', text)", "re.split(r' ', text)", "re.search(r'c\\nz', text)", "re.fullmatch(r'(?:ab c\\n)*', text)", "re.search(r'(?:a?){30}a{30}$', 'a' * 29)",
    "list(re.finditer('a', text))", "re.compile('|'.join(words[:1_000]))", "re.escape(text)", "re.findall(rb'.*?\\n', raw)", "re.search(r'(?s).*zz', text)", "re.search('[ab]*z', text)",
    "re.match(r'(?=(a+))a*b\\1', 'a' * 20000)", "re.search(r'(x+x+)+y', 'x' * 30)", "re.search(r'\\d+$', '1' * 30000 + 'a')",
    /* numbers */
    "big * big2", "big * big", "big // big2", "big % big2", "divmod(big, big2)", "big ** 9", "3 ** 50_000_000", "pow(3, 10**100000, 10**100000 + 1)", "pow(big, -1, 2**100003 - 1)", "str(big)",
    "repr(big)", "f'{big}'", "f'{big:,}'", "'%d' % big", "hex(big * big)", "int(digits * 20)", "int(digits)", "int('z' * 3_000_000, 36)", "math.factorial(10**6)",
    "math.comb(4 * 10**6, 2 * 10**6)", "math.perm(10**6)", "math.isqrt(big * big)", "math.gcd(big, big2)", "math.lcm(big, big2)", "math.prod(ints[1:])", "math.prod(floats)", "math.fsum(floats)", "math.dist(floats, floats)",
    "math.sumprod(floats, floats)", "math.hypot(*floats)", "sum(ints)", "sum(floats)", "sum(pairs, ())", "sum([[i] for i in range(50_000)], [])", "sum([big] * 2000)", "min(mixed)", "max(words)", "max(mixed, key=lambda i: i)",     "int.from_bytes(raw, 'big')", "int.from_bytes(ints[:200] * 10000 and raw, 'little')",
    "float(big // (big // 10**300))", "big == big + 1", "big < big + 1", "fractions.Fraction(big, big2)", "fractions.Fraction(1, 3) ** 200_000", "sum(fractions.Fraction(1, i) for i in range(1, 20_000))",
    "decimal.Decimal(digits * 10)", "decimal.Decimal(2).sqrt(decimal.Context(prec=400_000))", "decimal.Decimal(3).exp(decimal.Context(prec=20_000))", "decimal.Context(prec=10**6).power(3, 10**6)", "decimal.Decimal(7).ln(decimal.Context(prec=20_000))",
    "decimal.Context(prec=10**6).divide(1, 7)", "decimal.Context(prec=10**7).multiply(decimal.Decimal(digits), decimal.Decimal(digits))", "str(decimal.Decimal(digits * 30))", "int(decimal.Decimal(digits * 10))", "decimal.Decimal(big)", "decimal.Decimal('1e300000').to_integral_value()", "int(decimal.Decimal('1e30000000'))",
    "statistics.mean(ints)", "statistics.median(mixed)", "statistics.stdev(floats)", "statistics.fmean(floats)", "complex(1, 1) ** 1000", "round(big, -600_000)", "10**6 in range(0, 10**12, 7); sum(range(10**12))", "range(10**10).index(10**9); max(range(10**12))", "list(range(5_000_000))",
    "list(range(10**20, 10**20 + 5_000_000))",
    /* text */
    "'a' * 10**9", "text * 100", "'ab' * 5 * 10**8", "text.replace('a', 'xyz')", "text.replace('b c', '')", "text.split()", "text.split(' ')", "text.rsplit('b')", "text.splitlines()", "text.split('b c')", "text.translate({97: 'zz', 98: None})",
    "text.translate(str.maketrans('abc', 'xyz'))", "accents.translate({233: 'e'})", "''.join(words)", "','.join(words * 4)", "text.join(words)", "text.join('x' * 100_000)", "text.upper()", "accents.upper()", "accents.casefold()", "accents.title()", "text.swapcase()", "accents.isalpha()", "text.isascii()",
    "text.find('ab d')", "text.find('zz')", "('a' * 10**6).find('a' * 5000 + 'b')", "('ab' * 10**6).find('ab' * 20_000 + 'aa')", "('a' * 10**6).rfind('b' + 'a' * 5000)", "('a' * 10**6).count('a' * 5000 + 'b')", "text.count('a')", "text.count('')", "text.index('b c\\na') and text.rindex('c\\nab')",
    "text.partition('zz')", "text.strip('abc \\n')", "text.center(10**9)", "'a'.zfill(10**9)", "('a\\t' * 10**6).expandtabs(100)", "text.encode('utf-16')", "accents.encode()", "accents.encode('latin-1', 'replace')", "accents.encode('ascii', 'xmlcharrefreplace')", "accents.encode('ascii', 'backslashreplace')", "raw.decode()",
    "accents.encode().decode()", "noise.decode('utf-8', 'replace')", "noise.decode('latin-1')", "noise.decode('utf-8', 'surrogateescape')", "noise.decode('cp1252', 'ignore')", "accents.encode('raw_unicode_escape')", "accents.encode('unicode_escape')",
    "repr(text)", "repr(accents)", "ascii(accents)", "repr(raw)", "str(noise)", "text == text[:-1] + 'x'", "text[::-1]", "text[::2]", "list(text)", "set(text)", "tuple(accents)", "'%s' * 200_000 % tuple(words)", "('{} ' * 200_000).format(*ints)",
    "f'{text!r:>100000000}'", "text.removeprefix('ab').removesuffix('c\\n')", "sum(1 for c in text)", "hash(text + 'x')", "text.startswith(tuple(words))", "text in words", "string.Template('$a ' * 10**5).substitute(a='x')", "textwrap.wrap(text)", "text.isprintable(); text.isidentifier()",
    "html.escape(text)", "html.unescape('&amp;' * 10**6)", "urllib.parse.quote(text)", "urllib.parse.unquote('%41' * 10**6)", "shlex.split(text[:10**6])", "difflib.SequenceMatcher(None, text[:3000], noise[:3000].decode('latin-1')).ratio()",
    /* bytes */
    "b'a' * 10**9", "raw * 100", "bytes(10**9)", "raw.replace(b'a', b'xyz')", "raw.split(b'b')", "raw.find(b'zz')", "(b'a' * 10**6).find(b'a' * 5000 + b'b')", "raw.count(b'a')", "raw.hex()", "raw.hex(' ')", "bytes.fromhex('41' * 10**7)", "raw.translate(bytes(256))", "raw.translate(None, b'a')", "raw.upper()",
    "b','.join([raw[:3]] * 10**6)", "bytes(small * 10_000)", "bytearray(small * 10_000)", "list(raw)", "buffer[::-1]", "buffer.reverse()", "bytes(reversed(raw))", "raw == raw[:-1] + b'x'", "memoryview(raw).tolist()", "bytes(memoryview(raw)[::2])", "memoryview(raw)[::2].tobytes()", "memoryview(raw)[::3] == memoryview(raw)[::3]", "hash(raw + b'x')",
    "base64.b64encode(raw)", "base64.b64decode(base64.b64encode(noise))", "base64.b32encode(raw)", "base64.b85encode(raw)", "binascii.hexlify(raw)", "binascii.crc32(raw * 20)", "zlib.crc32(raw * 20)", "zlib.adler32(raw * 20)", "zlib.compress(noise * 4, 9)", "zlib.decompress(packed)", "zlib.decompressobj().decompress(packed)",
    "zlib.compressobj().compress(noise * 4)", "hashlib.sha256(raw * 20)", "hashlib.md5(raw * 20)", "hashlib.sha3_512(raw * 4)", "hashlib.blake2b(raw * 20)", "hashlib.sha1().update(raw * 20)",     "struct.pack(f'{len(ints)}i', *ints)", "struct.unpack('1000000i', raw)", "list(struct.iter_unpack('i', raw))", "struct.pack('1000000000x')", "array.array('i', ints)", "array.array('d', floats).tolist()", "array.array('i', raw).byteswap()", "doubles == doubles[:]", "doubles * 1000", "doubles.index(-1.0) if -1.0 in doubles else 0", "doubles[::-1]", "array.array('d', doubles)",
    "array.array('b', raw[:100]).extend(itertools.repeat(1))",
    /* containers */
    "[0] * 10**8", "ints * 100", "list(ints)", "list(table)", "tuple(iter(ints))", "list(map(str, ints))", "list(filter(None, ints))", "list(zip(ints, words))", "list(enumerate(ints))", "list(reversed(ints))", "ints == list(ints)", "nested == nested2", "words == twins", "ints < ints[:]", "tuple(words) == tuple(twins)", "-1 in ints", "ints.count(3)",
    "nested.index([-1]) if [-1] in nested else 0", "ints[::2]", "ints[:].__setitem__(slice(0, None, 2), ints[::2])", "del_me = ints[:]; del del_me[::2]", "a = ints[:]; a[10:10] = ints", "[].extend(iter(ints))", "ints.copy()", "ints.index(-5) if -5 in ints else 0", "dict(table)", "dict(pairs)", "dict(zip(ints, words))", "table == table2", "table | table2", "{}.update(table)",
    "dict.fromkeys(ints)", "{**table}", "table.copy()", "list(table.items())", "list(table.values())", "sorted(table.items())", "table.keys() & table2.keys()", "table.keys() | some", "table.items() - table2.items()", "table.keys() == some", "1 in table.values()", "-1 in table.values()", "set(ints)", "set(words)", "some | some2", "some & some2", "some - some2", "some ^ some2", "some == some2", "some <= some2",
    "some.isdisjoint(ints)", "some.union(twins, ints)", "some.intersection(twins)", "some.difference(twins)", "some.copy()", "set(some2).update(twins)", "set(some).intersection_update(twins)", "set(some).difference_update(twins)", "set(some).symmetric_difference_update(twins)", "hash(frozenset(ints))", "frozenset(words)", "hash(tuple(ints))", "repr(ints)", "repr(nested)", "repr(table)", "repr(some)", "str(pairs)",
    "collections.deque(ints)", "ring == ring2", "ring < ring2", "ring * 10", "ring.copy()", "ring.rotate(200_000)", "ring.reverse()", "ring.count(-1)", "ring.index(-1) if -1 in ring else 0", "collections.deque().extend(itertools.repeat(1, 10**8))", "repr(ring)", "ring + ring", "collections.Counter(words)", "count + count", "count.most_common(10)", "count.total()", "collections.OrderedDict(table)",
    "collections.defaultdict(int, table)", "collections.ChainMap(table, table2).keys() == some", "copy.copy(table)", "copy.deepcopy(nested)", "copy.copy(ints)", "any(not w for w in words)", "all(words)", "any(itertools.repeat(0))", "all(map(bool, words))", "list(map(operator.add, ints, ints))", "functools.reduce(operator.add, ints)", "functools.reduce(operator.add, words)", "tuple(ints) + tuple(ints)", "a, *b = ints",
    "max(enumerate(words))", "slice(None).indices(5); [*ints, *words]", "print(*words, sep='', file=io.StringIO())", "(lambda *a: 0)(*ints)", "(lambda **k: 0)(**table)", "dict(**table)", "isinstance(1, tuple(nested and [str] * 1000))", "type('X', (), dict(table))", "vars(type('X', (), {})())", "sum(map(len, words))",
    /* iterators */
    "list(itertools.chain(ints, words))", "list(itertools.chain.from_iterable(nested))", "list(itertools.islice(itertools.count(), 10**7))", "list(itertools.accumulate(ints))", "list(itertools.permutations(range(10)))", "list(itertools.combinations(range(30), 8))", "list(itertools.product(range(100), repeat=4))", "list(itertools.compress(ints, itertools.cycle([0])))",
    "list(itertools.dropwhile(lambda i: True, ints))", "list(itertools.filterfalse(None, itertools.repeat(1)))", "[len(list(g)) for k, g in itertools.groupby(ints)]", "list(itertools.groupby(itertools.repeat(1, 10**8)))", "list(itertools.pairwise(ints))", "list(itertools.batched(ints, 3))", "list(itertools.batched(itertools.repeat(1), 10**9))", "list(itertools.starmap(operator.add, zip(ints, ints)))",
    "list(itertools.takewhile(lambda i: True, ints))", "list(itertools.zip_longest(ints, words))", "next(itertools.islice(itertools.cycle([1]), 10**12, None))", "for x in itertools.tee(itertools.repeat(1), 2)[0]: pass", "list(itertools.combinations_with_replacement(range(30), 8))", "next(itertools.combinations(range(10**7), 5 * 10**6))", "zip(*nested)", "set(itertools.repeat(1))", "dict.fromkeys(itertools.repeat(1))",
    "sum(itertools.repeat(1))", "sum(itertools.repeat(0.5))", "min(itertools.repeat(1))", "'x'.join(itertools.repeat('a'))", "b''.join(itertools.repeat(b''))", "2 in itertools.repeat(1)", "operator.countOf(itertools.repeat(1), 1)", "operator.indexOf(itertools.repeat(1), 2)", "collections.deque(itertools.repeat(1), 0)", "math.prod(itertools.repeat(1))", "math.fsum(itertools.repeat(1.0))", "bytes(itertools.repeat(1))",
    "tuple(itertools.repeat(1))", "frozenset(itertools.repeat(1))", "some.issuperset(itertools.repeat(words[0]))", "some.isdisjoint(itertools.repeat(1))", "heapq.nsmallest(1, itertools.repeat(1))", "collections.Counter(itertools.repeat('a'))",
    /* formats */
    "json.dumps(ints)", "json.dumps(nested)", "json.dumps(table)", "json.dumps(words, indent=1)", "json.dumps(text)", "json.dumps(accents)", "json.dumps(table, sort_keys=True)", "json.loads(document)", "json.loads('[' + '1,' * 10**6 + '1]')", "json.loads('\"' + 'a\\\\n' * 10**6 + '\"')", "json.loads(' ' * 10**7 + '1')", "json.loads('[' * 900 + ']' * 900)", "json.loads('1' * 10**6)",
    "json.dumps(floats)", "json.loads(json.dumps(table))", "pickle.dumps(nested)", "pickle.loads(pickled)", "pickle.dumps(words)", "pickle.dumps(weird)", "pickle.loads(pickle.dumps(table))", "pickle.dumps(big)", "pickle.loads(pickle.dumps(ints))", "marshal.dumps(ints)", "marshal.loads(marshal.dumps(words))", "list(csv.reader(io.StringIO(text)))", "csv.writer(io.StringIO()).writerows(pairs)", "list(csv.reader(['a,' * 10**6]))",
    "csv.writer(io.StringIO()).writerow(words)", "list(csv.DictReader(io.StringIO('a,b\\n' * 10**5)))", "io.StringIO(text).readlines()", "io.StringIO(text).getvalue()", "list(io.BytesIO(raw))", "io.StringIO(newline=None).write(text)", "io.TextIOWrapper(io.BytesIO(raw)).read()", "list(io.TextIOWrapper(io.BytesIO(raw)))", "io.BytesIO().writelines(itertools.repeat(b'a'))", "io.StringIO().writelines(itertools.repeat('a'))", "io.BufferedReader(io.BytesIO(raw)).read()",
    /* the language's own */
    "compile('x = 1\\n' * 200_000, 'x', 'exec')", "compile('(' * 80 + '1,' * 200_000 + ')' * 80, 'x', 'eval')", "ast.parse('x = 1\\n' * 100_000)", "ast.literal_eval('[' + '1,' * 200_000 + ']')", "eval('[' + '1,' * 200_000 + ']')", "compile('\"' + 'a' * 10**7 + '\"', 'x', 'eval')", "compile('f(' + 'x,' * 200_000 + ')', 'x', 'eval')", "compile('if x: pass\\n' * 100_000, 'x', 'exec')", "ast.dump(ast.parse('x = 1\\n' * 20_000))",
    "exec('def f(): pass\\n' * 50_000)", "sys.getsizeof(ints); sys.intern(text + 'x')", "compile('x = ' + '1 if x else ' * 50 + '2\\n', 'x', 'exec')", "compile('x = \"\"\"' + text + '\"\"\"', 'x', 'exec')", "compile('#' + 'a' * 10**7, 'x', 'exec')", "compile('\\n' * 10**7, 'x', 'exec')",
    "import inspect; inspect.getmembers(type('X', (), dict(table)))", "dir(type('X', (), dict(table)))", "globals() == dict(globals())",
};

/* Single operations on very large data. */
static const char *const large[] = {
    "bytearray(10**9)", "'{:>1000000000}'.format(1)", "'%1000000000d' % 1", "big << 10**9", "(1 << 10**9) >> 3", "-(1 << 10**9)", "~(1 << 10**9)",
    "(1 << 10**9) & (1 << 10**9) - 1", "(1 << 10**9).bit_count()", "big.to_bytes(10**8, 'big')", "hash(1 << 10**9)",
    "hashlib.pbkdf2_hmac('sha256', b'a', b'b', 10**7)", "hashlib.scrypt(b'a', salt=b'b', n=2**14, r=8, p=8, maxmem=2**28)", "hashlib.shake_128(b'a').digest(10**8)", "unicodedata.normalize('NFD', accents)",
    "unicodedata.normalize('NFKC', accents)", "unicodedata.is_normalized('NFC', accents)", "int('1' * 50_000_000, 2)",
    "hex(1 << 10**9)", "(1 << 10**9) + (1 << 10**9)", "(1 << 10**9) - 1", "int.from_bytes(bytes(10**8), 'big')", "int.from_bytes(b'\\xff' * 10**8, 'little', signed=True)", "b'%s' % raw * 100",
    "unicodedata.normalize('NFC', 'a' + '\\u0301\\u0316' * 2_000_000)", "'%.1000000000d' % 1", "'{:0>+1000000000d}'.format(1)", "'{:\\u00e9^300000000}'.format('x')", "bytearray(buffer * 100)", "bytes(buffer * 100)",
    "buffer + buffer * 100", "(buffer * 50).replace(b'a', b'xyz')", "bytearray(10**8).extend(bytes(10**8))", "memoryview(bytes(10**9)).tobytes()", "memoryview(bytearray(10**8))[:] == bytes(10**8)", "bytes(10**9).hex()", "(b'a' * 10**9).decode()",
    "('a' * 10**9).encode()", "('\\u00e9' * 10**8).encode('utf-16')", "'a' * 10**8 + 'b' * 10**8", "('a' * 10**8)[1:]", "('a' * 10**8)[::2]", "('a' * 10**8).upper()", "('a' * 10**8) == ('a' * 10**8)", "'x'.join(['a' * 10**8, 'b' * 10**8])", "io.BytesIO(bytes(10**8)).getvalue()",
    "io.StringIO('a' * 10**8).read()", "hashlib.sha256(bytes(10**9))", "zlib.crc32(bytes(10**9))", "binascii.hexlify(bytes(3 * 10**8))", "base64.b64encode(bytes(3 * 10**8))", "tuple([0] * 10**8)", "([0] * 10**8)[::-1]", "[0] * 5 * 10**7", "(0,) * 10**8", "array.array('d', bytes(8 * 10**7))",
    "'%.1000000000d' % 1", "binascii.hexlify(bytes(3 * 10**8))", "ascii(accents * 20)", "b'\\t'.expandtabs(10**9)", "repr(text * 20)", "hashlib.blake2s(bytes(10**8))", "('a' * 10**8 + 'b').find('ab')", "bytes(10**8).count(b'\\0')", "(b'a' * 10**8).isalpha()",
    "collections.deque([0]) * 10**8", "memoryview(bytes(10**8)).hex()", "str(b'a' * 10**8, 'latin-1')", "list(range(3 * 10**8))", "(b'a' * 10**8).strip(b'a')", "bytes(10**8).split(b'\\0')", "format(10**5, '0500000000,d')", "random.seed(1 << 10**9)",
    "b = io.BytesIO(); b.seek(10**9); b.write(b'x')", "random._urandom(10**9)", "bytes.fromhex('41' * 10**8)", "b = bytearray(10**8); b[0:0] = b'x'", "(b'\\n' * 10**8).splitlines()", "('\\u00e9' * 10**8).encode().decode()",
    "bz2.compress(noise * 4)", "bz2.decompress(bz2_packed)", "lzma.compress(noise)", "lzma.decompress(lzma_packed)", "zlib.compress(bytes(10**9), 9)", "gzip.compress(noise * 4)",
    /* what copies, compares or hashes all of it at once */
    "hash(letters[1:])", "hash(blob)", "letters == letters2", "letters < letters2", "blob == blob2", "blob < blob2", "letters.startswith(letters2)", "{letters: 1}[letters2]", "getattr(object, letters, 0)", "sys.intern(letters)",
    "'{0}{0}'.format(letters)", "blob.decode('cp437')", "struct.calcsize('i' * 10**7)", "letters.replace('', '-')", "json.dumps(letters)", "csv.writer(io.StringIO()).writerow([letters])",
    "letters.isidentifier()", "('\\u00e9' * 10**7)[::-1]", "letters.splitlines()", "struct.pack('100000000s', blob)", "'%(a)s' * 10**6 % {'a': 1}", "io.StringIO(letters, newline=None)", "io.StringIO('\\r\\n' * 10**7, newline=None)", "list(range(3_000_000)).sort(reverse=True)",
    "('{}' * 10**6).format(*[1] * 10**6)", "hash(memoryview(blob))", "hmac.compare_digest(blob, blob2)", "hashlib.pbkdf2_hmac('sha256', blob, blob2, 10)", "hashlib.scrypt(b'a', salt=blob, n=2, r=8, p=1, maxmem=2**28)",
    "(lambda *a: 0)(*many)", "max(*many)", "functools.partial(max, *many)(*many)", "operator.methodcaller('x', *many)", "[].extend(many)", "many.insert(5, 0); many.pop(5)", "type('X', (), dict(table))",
    "pickle.dumps(blob)", "pickle.dumps(letters)", "pickle.dumps('\\u1234' * 10**7, 0)", "pickle.loads(pickled_blob)", "pickle.dumps(-1 << 10**9)", "array.array('d', [0]) * 5 * 10**7", "numbers.reverse()", "numbers.byteswap()", "numbers.count(1)", "del numbers[::2]; numbers.frombytes(blob)",
    "numbers[::-1]", "numbers[1:5] = numbers; del numbers[10**7:]", "numbers.tolist()", "open('/dev/zero', 'rb', 0).read(10**9)", "open('/dev/zero', 'rb').readinto(bytearray(10**9))", "open('/dev/null', 'wb', 0).write(blob)",
    "mapped[:] = blob", "mapped.rfind(b'x')", "mapped.find(b'x')", "mapped.move(0, 5, 9 * 10**7)", "mapped[5::2]", "mapped.seek(0); mapped.readline()",
    "database.execute('with recursive c(x) as (select 1 union all select x + 1 from c where x < 100000000) select count(*) from c').fetchall()"
};

typedef struct Stopper {
    pthread_t thread;
    clockid_t clock;
    MorayVM *vm;
    struct timespec when;
    bool interrupt;
    double used; /* processor time of the other thread at the moment of the stop */
} Stopper;

static double seconds(clockid_t clock)
{
    struct timespec ts;
    clock_gettime(clock, &ts);
    return (double)ts.tv_sec + (double)ts.tv_nsec / 1e9;
}

static void *stop_later(void *data)
{
    Stopper *s = data;
    while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &s->when, NULL))
        ;
    s->used = seconds(s->clock);
    if (s->interrupt)
        moray_interrupt(s->vm);
    return NULL;
}

/* Milliseconds of processor time from the stop to the return. */
static double lateness(MorayVM *vm, const char *row, bool interrupt, unsigned after_ms)
{
    char *text = malloc(strlen(row) + 100);
    MorayScope scope = moray_scope_open(vm);
    sprintf(text, "while True:\n    %s\n", row);
    MorayRef code = moray_compile(vm, text, strlen(text), "row.py", MORAY_PROGRAM);
    expect_fine(vm);
    Stopper s = {.vm = vm, .interrupt = interrupt};
    pthread_getcpuclockid(pthread_self(), &s.clock);
    clock_gettime(CLOCK_MONOTONIC, &s.when);
    s.when.tv_nsec += (long)after_ms * 1000000;
    s.when.tv_sec += s.when.tv_nsec / 1000000000;
    s.when.tv_nsec %= 1000000000;
    MorayLimits limits = {.time_ms = interrupt ? 0 : after_ms, .heap = (uint64_t)3 << 29};
    moray_set_limits(vm, &limits);
    pthread_create(&s.thread, NULL, stop_later, &s);
    moray_run_code(vm, code, MORAY_NULL);
    double end = seconds(s.clock);
    pthread_join(s.thread, NULL);
    MorayError err;
    if (!moray_catch(vm, &err) || (err.limit != (interrupt ? MORAY_LIMIT_INTERRUPT : MORAY_LIMIT_TIME) && err.limit != MORAY_LIMIT_HEAP && err.limit != MORAY_LIMIT_TIME)) {
        if (getenv("SHOW_TIMES"))
            fprintf(stderr, "NOT STOPPED: %s: %s %s\n", row, err.type, err.message);
        else
            fail_msg("not stopped: %s\n%s", row, err.traceback);
    }
    moray_set_limits(vm, NULL);
    if (interrupt && err.limit != MORAY_LIMIT_INTERRUPT) { /* the interrupt is still to come */
        moray_run(vm, "for i in range(10): pass", "after.py");
        moray_catch(vm, NULL);
    }
    moray_scope_close(vm, scope);
    free(text);
    return end > s.used ? (end - s.used) * 1e3 : 0;
}

static int n_late;

/* Tries a row until it is in time, or five times. */
static void expect_in_time(MorayVM *vm, const char *row, bool interrupt)
{
    double best = 1e9, worst = 0;
    bool show = getenv("SHOW_TIMES");
    for (int attempt = 0; show ? attempt < 5 : attempt < 5 && best > LATE_MS; attempt++) {
        double late = lateness(vm, row, interrupt, 8 + 5 * (unsigned)attempt);
        best = late < best ? late : best;
        worst = late > worst ? late : worst;
    }
    if (show)
        fprintf(stderr, "%7.1f to %7.1f ms %s %.90s\n", best, worst, interrupt ? "interrupt" : "deadline ", row);
    else if (best > LATE_MS)
        n_late += fprintf(stderr, "%.1f ms late after the %s: %s\n", best, interrupt ? "interrupt" : "deadline", row) > 0;
}

static void natives_stop_in_time(void **state)
{
    const char *only = getenv("ROW");
    run(*state, material);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (!only || strstr(rows[i], only)) {
            expect_in_time(*state, rows[i], false);
            expect_in_time(*state, rows[i], true);
        }
    for (size_t i = 0; i < sizeof large / sizeof *large; i++)
        if (!only || strstr(large[i], only)) {
            expect_in_time(*state, large[i], false);
            expect_in_time(*state, large[i], true);
        }
    assert_int_equal(n_late, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test_setup_teardown(natives_stop_in_time, vm_open_all, vm_close)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
