import csv
import io

for text in ("a,b,c\r\n1,2,3\r\n", 'a,"b,c","d""e"\n"two\nlines",x\n', "\n\na,,\n", 'x"y,"a"b\n', "last", " a, b\n", '""\n', 'a\\,b,c\n', "'a,b',c\n"):
    print(repr(text), list(csv.reader(io.StringIO(text, newline=""))))
print(list(csv.reader(["a;b", "'c;d';e"], delimiter=";", quotechar="'")), list(csv.reader(['1,"2",3.5'], quoting=csv.QUOTE_NONNUMERIC)))
print(list(csv.reader([' a, "b"', "c\\,d"], skipinitialspace=True, escapechar="\\")), list(csv.reader(["a\tb"], "excel-tab")))
rows = [[1, "a", None, 2.5], ["x,y", 'q"q', "two\nlines", ""], [""], [], [True, "é"]]
for kwargs in ({}, {"quoting": csv.QUOTE_ALL}, {"quoting": csv.QUOTE_NONNUMERIC}, {"dialect": "unix"}, {"delimiter": ";", "lineterminator": "\n"},
               {"doublequote": False, "escapechar": "\\"}, {"quoting": csv.QUOTE_STRINGS}, {"quoting": csv.QUOTE_NOTNULL}):
    out = io.StringIO(newline="")
    print(csv.writer(out, **kwargs).writerow([1, 2]), end=" ")
    try:
        csv.writer(out, **kwargs).writerows(rows)
    except csv.Error as error:
        print(error, end=" ")
    print(kwargs, repr(out.getvalue()))
d = csv.DictReader(io.StringIO("name,age\nann,5\n\nbob\ncy,7,more\n"), restkey="rest", restval="none")
print(d.fieldnames, list(d), d.line_num)
out = io.StringIO()
w = csv.DictWriter(out, ["a", "b"], restval="-", lineterminator="\n")
w.writeheader()
w.writerows([{"a": 1, "b": 2}, {"a": 3}])
print(repr(out.getvalue()), csv.list_dialects(), csv.field_size_limit())
for f in (lambda: w.writerow({"c": 1}), lambda: csv.writer(3), lambda: csv.reader([], "none"), lambda: csv.reader([], delimiter="ab"),
          lambda: csv.writer(out).writerow(5), lambda: list(csv.reader([b"x"])), lambda: csv.writer(out, quoting=csv.QUOTE_NONE).writerow(["a,b"]),
          lambda: list(csv.reader(['"a"b'], strict=True)), lambda: list(csv.reader(['"a'], strict=True)), lambda: csv.get_dialect("x")):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)
