# Reads a web server's log: a regular expression with names, counters, percentiles and a table.
import re
import statistics
from collections import Counter, defaultdict
from datetime import datetime, timedelta

LINE = re.compile(r'''
    (?P<host>\S+)\ \S+\ (?P<user>\S+)\ \[(?P<when>[^]]+)\]\ "(?P<method>[A-Z]+)\ (?P<path>\S+)(?:\ HTTP/(?P<version>[\d.]+))?"
    \ (?P<status>\d{3})\ (?P<size>\d+|-)(?:\ (?P<ms>\d+)ms)?
''', re.VERBOSE)

LOG = '''\
10.0.0.1 - - [12/Mar/2024:06:25:24 +0000] "GET /index.html HTTP/1.1" 200 5120 12ms
10.0.0.2 - ann [12/Mar/2024:06:25:25 +0000] "GET /style.css HTTP/1.1" 200 812 3ms
10.0.0.1 - - [12/Mar/2024:06:25:29 +0000] "GET /missing HTTP/1.1" 404 - 1ms
this line is broken
10.0.0.3 - bob [12/Mar/2024:06:26:02 +0000] "POST /login HTTP/1.0" 302 0 88ms
10.0.0.3 - bob [12/Mar/2024:06:26:03 +0100] "GET /home?tab=1&x=%20 HTTP/1.1" 500 17 2043ms
10.0.0.2 - ann [12/Mar/2024:06:27:00 +0000] "GET /index.html HTTP/2" 200 5120 9ms
::1 - - [12/Mar/2024:07:00:00 +0000] "DELETE /item/7" 204 -
10.0.0.1 - - [31/Feb/2024:07:00:00 +0000] "GET / HTTP/1.1" 200 1 1ms
'''


def parse(lines):
    for number, line in enumerate(lines, 1):
        found = LINE.fullmatch(line)
        if found is None:
            yield number, None, "no match"
            continue
        record = found.groupdict()
        try:
            record["when"] = datetime.strptime(record["when"], "%d/%b/%Y:%H:%M:%S %z")
        except ValueError as error:
            yield number, None, str(error)
            continue
        record["status"] = int(record["status"])
        record["size"] = 0 if record["size"] == "-" else int(record["size"])
        record["ms"] = record["ms"] and int(record["ms"])
        yield number, record, None


records, bad = [], []
for number, record, problem in parse(LOG.splitlines()):
    if problem:
        bad.append((number, problem))
    else:
        records.append(record)

print(len(records), "good,", len(bad), "bad")
for number, problem in bad:
    print(f"  line {number}: {problem}")

by_status = Counter(r["status"] // 100 for r in records)
for klass, count in sorted(by_status.items()):
    print(f"{klass}xx {'#' * count:<10}|{count:3d} {count / len(records):6.1%}")

traffic = defaultdict(lambda: [0, 0])
for r in records:
    entry = traffic[r["host"]]
    entry[0] += 1
    entry[1] += r["size"]
print(f"{'host':<12}{'hits':>6}{'bytes':>9}")
for host, (hits, size) in sorted(traffic.items(), key=lambda kv: (-kv[1][1], kv[0])):
    print(f"{host:<12}{hits:>6}{size:>9,}")

times = sorted(r["ms"] for r in records if r["ms"] is not None)
print("median", statistics.median(times), "mean", round(statistics.fmean(times), 2), "quartiles", statistics.quantiles(times, n=4))
first, last = min(r["when"] for r in records), max(r["when"] for r in records)
print(first.isoformat(), last.isoformat(), last - first, last - first > timedelta(minutes=30))
print(Counter(r["path"].split("?")[0] for r in records).most_common(2))
print({r["version"] for r in records if r["version"] is None or r["version"] >= "2"} == {None, "2"})
busiest = Counter(r["when"].replace(second=0) for r in records).most_common(1)[0]
print(busiest[0].strftime("%H:%M %Z"), busiest[1])
print(re.sub(r"\b(\d+)\.(\d+)\.(\d+)\.(\d+)\b", r"\1.\2.x.x", LOG.splitlines()[0]))
