import csv, io
def show(lines, **options):
    try:
        print(list(csv.reader(lines, **options)))
    except Exception as e:
        print(type(e).__name__, e)
show(["a,b,c"]); show([""]); show(["", "a"]); show([",,"]); show(['"a,b",c']); show(['"a""b",c']); show(['a"b,c']); show(['"a"b,c'])
show(['"a', 'b"'], strict=True); show(['"a'], strict=True); show(['"a"b'], strict=True); show(["a b"], delimiter=" "); show(["a\tb"], dialect="excel-tab")
show(["a, b, 'c'"], skipinitialspace=True, quotechar="'"); show(["1,2.5,'x'"], quoting=csv.QUOTE_NONNUMERIC, quotechar="'")
show(["x,2"], quoting=csv.QUOTE_NONNUMERIC); show(['"x",2'], quoting=csv.QUOTE_NONNUMERIC); show(["a\\,b,c"], escapechar="\\"); show(["a\\"], escapechar="\\")
show(['"a",b'], quoting=csv.QUOTE_NONE); show(["a|b"], delimiter="|"); show(["a\nb"]); show(["a\rb,c"]); show([b"x"]); show([1]); show(5)
show(["a"], delimiter=""); show(["a"], delimiter="ab"); show(["a"], delimiter=None); show(["a"], quotechar=5); show(["a"], quoting=9); show(["a"], quotechar=None)
show(["a"], dialect="nope"); show(["a"], wrong=1); show(["a"], lineterminator=None); show(["a"], lineterminator=5); show(["a"], escapechar="xy"); show(["a\0b,c"])
r = csv.reader(io.StringIO('a,"b\nc"\nd,e\n'))
print(r.line_num, next(r), r.line_num, next(r), r.line_num, r.dialect.delimiter, r.dialect.strict)
old = csv.field_size_limit(5); show(["abcdef"]); show(["abc,de"]); print(csv.field_size_limit(old), csv.field_size_limit() == old)
for bad in ("x", None, 1.5):
    try: csv.field_size_limit(bad)
    except TypeError as e: print(e)
