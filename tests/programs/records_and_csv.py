# Parsing text records by hand, grouping, tables, named tuples, StringIO, textwrap.
from collections import namedtuple, defaultdict, Counter
import io
import textwrap

DATA = """name,dept,salary,start
Ann Lee,Sales,52000,2019-03-01
"Bob, Jr.",IT,61000.50,2020-11-15
Cy Young,IT,,2018-01-20
Di "Ace" Prince,Sales,48000,2021-07-04

Ed,HR,abc,2022-02-30
"""


def split(line):
    fields, field, quoted = [], "", False
    for c in line:
        if c == '"':
            quoted = not quoted
        elif c == "," and not quoted:
            fields.append(field)
            field = ""
        else:
            field += c
    return fields + [field]


reader = io.StringIO(DATA)
header = split(reader.readline().rstrip())
Employee = namedtuple("Employee", header, defaults=[None])
employees, problems = [], []
for number, line in enumerate(reader, start=2):
    line = line.strip()
    if not line:
        continue
    record = Employee(*split(line))
    try:
        salary = float(record.salary) if record.salary else None
        year, month, day = map(int, record.start.split("-"))
        if not (1 <= month <= 12 and 1 <= day <= (29 if month == 2 else 31)):
            raise ValueError(f"bad date {record.start}")
        employees.append(record._replace(salary=salary, start=(year, month, day)))
    except ValueError as error:
        problems.append((number, str(error)))
for e in employees:
    print(f"{e.name:<16}|{e.dept:^7}|{'n/a' if e.salary is None else format(e.salary, ',.2f'):>12}|{'.'.join(f'{n:02}' for n in reversed(e.start))}")
print(problems, Employee._fields, Employee._field_defaults, employees[0]._asdict())
groups = defaultdict(list)
for e in employees:
    groups[e.dept].append(e)
for dept, members in sorted(groups.items()):
    paid = [e.salary for e in members if e.salary is not None]
    print(f"{dept}: {len(members)} people, mean {sum(paid) / len(paid):.2f}, oldest {min(members, key=lambda e: e.start).name}")
out = io.StringIO()
print("a", "b", sep=";", file=out)
out.write("second line\n")
print(out.getvalue().splitlines(), out.tell(), Counter(e.start[0] // 2 for e in employees))
text = "The quick brown fox jumps over the lazy dog; it was a sunny day and the fox was in an excellent mood."
print(textwrap.fill(text, 40, initial_indent="* ", subsequent_indent="  "))
print(textwrap.shorten(text, 30), textwrap.dedent("  a\n   b\n  c").split("\n"), repr(textwrap.indent("x\n\ny", "> ")))


def table(rows, *, header=True):
    widths = [max(len(str(cell)) for cell in column) for column in zip(*rows)]
    rule = "+" + "+".join("-" * (w + 2) for w in widths) + "+"
    yield rule
    for i, row in enumerate(rows):
        yield "|" + "|".join(f" {cell:>{w}} " if isinstance(cell, (int, float)) else f" {cell:<{w}} " for cell, w in zip(row, widths)) + "|"
        if i == 0 and header:
            yield rule
    yield rule


print(*table([("item", "n", "price"), ("nut", 12, 0.5), ("wrench", 1, 14.25)]), sep="\n")
ini = """; settings
[window]
width = 80
title = My "app"
[colors]
fg=red
"""
config, section = {}, None
for line in ini.splitlines():
    match line.strip():
        case "" :
            continue
        case s if s[0] == ";":
            continue
        case s if s.startswith("[") and s.endswith("]"):
            section = config.setdefault(s[1:-1], {})
        case s:
            key, _, value = s.partition("=")
            section[key.strip()] = int(value) if value.strip().isdigit() else value.strip()
print(config, config["window"]["width"] + 1)
template = "Dear {name},\nyou owe {amount:>8.2f} since {year}."
print(template.format(name="Ann", amount=12.5, year=2020), template.format_map({"name": "B", "amount": 0, "year": 1}), sep="\n")
log = "ERROR disk full;INFO ok;ERROR net down;WARN slow"
print({kind: [m for k, _, m in (x.partition(" ") for x in log.split(";")) if k == kind] for kind in ("ERROR", "WARN", "DEBUG")})
print("{:<10}|{:>10}|{:^10}".format("left", "right", "mid"), "a-b_c d".replace("-", " ").replace("_", " ").split(), "x".join("abc"), "Abc".casefold() == "aBC".casefold(), "1,234".replace(",", "").isdigit())
