# shelve on a database of plain files, and on a dict.
import dbm.dumb
import os
import shelve
import tempfile

folder = tempfile.mkdtemp()
path = os.path.join(folder, "shelf")
with shelve.Shelf(dbm.dumb.open(path)) as s:
    s["a"] = [1, 2]
    s["b"] = {"k": (1, None)}
    s["a"].append(3)
    print(s["a"], sorted(s), len(s), "a" in s, "z" in s, s.get("z"), s.get("b"))
    x = s["a"]
    x.append(3)
    s["a"] = x
    del s["b"]
    try:
        s["missing"]
    except KeyError as e:
        print("KeyError", e)
try:
    s["a"]
except ValueError as e:
    print(e)
with shelve.Shelf(dbm.dumb.open(path, "w"), writeback=True) as s:
    s["a"].append(4)
    s["new"] = set()
    s["new"].add(5)
    s.sync()
    print(dict(s))
with shelve.Shelf(dbm.dumb.open(path, "r")) as s:
    print(sorted(s.items()))
    try:
        s["x"] = 1
    except OSError as e:
        print(e)
d = {}
s = shelve.Shelf(d, protocol=0)
s["k"] = 1.5
print(d, s["k"], s.pop("k"), list(s), s.setdefault("q", 7), s)if 0 else print(d, s["k"], s.pop("k"), list(s), s.setdefault("q", 7))
s.update(r=8)
print(sorted(s.values()))
s.close()
with dbm.dumb.open(path + "2", "n") as db:
    db["key"] = "value"
    db[b"k2"] = b"v2"
    print(db["key"], sorted(db.keys()), len(db), b"key" in db, "k3" in db, db.get("k3", b"no"))
    db["key"] = "x" * 1000
    print(len(db["key"]))
    for bad in (lambda: db.__setitem__(5, "x"), lambda: db.__setitem__("x", 5)):
        try:
            bad()
        except TypeError as e:
            print(e)
print(sorted(os.listdir(folder)), dbm.whichdb(path))
try:
    dbm.open(os.path.join(folder, "none"), "r")
except dbm.error as e:
    print(e)
with shelve.open(path) as s:
    print(sorted(s))
