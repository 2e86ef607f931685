import csv, io, decimal
def show(rows, **options):
    out = io.StringIO()
    try:
        w = csv.writer(out, **options)
        print([w.writerow(row) for row in rows], repr(out.getvalue()))
    except Exception as e:
        print(type(e).__name__, e)
show([[1, 2.5, "a", None, True, decimal.Decimal("1.10"), ""]]); show([["a,b", 'say "hi"', "x\ny", "\r", " lead", "'"]]); show([[]]); show([[""]]); show([[None]]); show([["", ""]])
for quoting in range(6): show([["a", 1, None, "b c", 2.5, ""]], quoting=quoting)
show([["a,b"]], quoting=csv.QUOTE_NONE); show([["a,b"]], quoting=csv.QUOTE_NONE, escapechar="\\"); show([['a"b']], doublequote=False); show([['a"b']], doublequote=False, escapechar="\\")
show([["a", "b"]], lineterminator="\n"); show([["a", "b"]], delimiter=";"); show([["a;b", "c"]], delimiter=";", quotechar="'"); show([5]); show(["abc"]); show([{"k": 1}]); show([["x"]], dialect=csv.unix_dialect)
show([["a\\b"]], escapechar="\\"); show([[1.0, 1e100, 10**20, float("nan"), -0.0]])
class Bad:
    def __str__(self): raise ValueError("no text")
show([[Bad()]])
w = csv.writer(io.StringIO())
print(w.dialect.quotechar, w.writerows([[1], [2]]))
for wrong in (None, 5, object()):
    try: csv.writer(wrong)
    except TypeError as e: print(e)
