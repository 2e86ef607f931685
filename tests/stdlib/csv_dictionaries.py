import csv, io
text = "name,age\nAnn,31\nBob\nCid,5,extra,more\n\nDan,8\n"
r = csv.DictReader(io.StringIO(text))
print(r.fieldnames, r.line_num)
for row in r: print(row, r.line_num)
for row in csv.DictReader(io.StringIO(text), fieldnames=["a", "b"], restkey="rest", restval="-"): print(row)
print(list(csv.DictReader(io.StringIO("")))); print(csv.DictReader(io.StringIO("")).fieldnames)
out = io.StringIO()
w = csv.DictWriter(out, ["x", "y"], restval="?", extrasaction="ignore", lineterminator="\n")
print(w.writeheader(), w.writerow({"x": 1}), w.writerow({"y": 2, "z": 3}), w.writerows([{"x": 5, "y": 6}])); print(out.getvalue())
w = csv.DictWriter(out, ["x"])
for bad in ({"x": 1, "q": 2}, {"b": 1}):
    try: w.writerow(bad)
    except ValueError as e: print(e)
try: csv.DictWriter(out, ["x"], extrasaction="other")
except ValueError as e: print(e)
class Semi(csv.Dialect):
    delimiter = ";"; quotechar = '"'; doublequote = True; skipinitialspace = False; lineterminator = "|"; quoting = csv.QUOTE_ALL
csv.register_dialect("semi", Semi); csv.register_dialect("dots", delimiter=".")
print(sorted(csv.list_dialects()), csv.get_dialect("dots").delimiter); print(list(csv.reader(["a;b"], "semi")), list(csv.reader(["a.b"], "dots")))
csv.unregister_dialect("semi")
for f in (lambda: csv.unregister_dialect("semi"), lambda: csv.get_dialect("semi"), lambda: csv.register_dialect(5)):
    try: f()
    except Exception as e: print(type(e).__name__, e)
class Broken(csv.Dialect): delimiter = "abc"
try: Broken()
except csv.Error as e: print(e)
