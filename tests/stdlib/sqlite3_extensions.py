# Row, factories, functions, aggregates, collations, hooks, adapters, converters, backup, dump, blobs.
import datetime
import sqlite3
import warnings

warnings.simplefilter("ignore", DeprecationWarning)


def show(function, *args, **kwargs):
    try:
        result = function(*args, **kwargs)
        print(repr(result) if not isinstance(result, sqlite3.Cursor) else result.fetchall())
    except Exception as error:
        print(type(error).__name__, ascii(str(error)))


con = sqlite3.connect(":memory:", detect_types=sqlite3.PARSE_DECLTYPES | sqlite3.PARSE_COLNAMES)
con.row_factory = sqlite3.Row
row = con.execute("SELECT 'John' AS name, 42 AS Age").fetchone()
print(row.keys(), row["name"], row["AGE"], row[0], row[-1], row[:1], len(row), tuple(row), list(row), dict(row), "John" in row)
print(row == con.execute("SELECT 'John' AS name, 42 AS Age").fetchone(), row == ("John", 42), hash(row) == hash(con.execute("SELECT 'John' AS name, 42 AS Age").fetchone()))
for key in ("x", 5, 1.5):
    show(lambda: row[key])
con.row_factory = lambda cursor, row: {column[0]: value for column, value in zip(cursor.description, row)}
print(con.execute("SELECT 1 AS a, 2 AS b").fetchone())
con.row_factory = None
con.text_factory = bytes
print(con.execute("SELECT 'h\xe9'").fetchone())
con.text_factory = lambda data: data.decode("latin-1")
print(ascii(con.execute("SELECT 'h\xe9'").fetchone()))
con.text_factory = str
show(con.execute, "SELECT CAST(x'ff' AS TEXT) AS broken")

con.create_function("half", 1, lambda x: x / 2)
con.create_function("join_all", -1, lambda *parts: "-".join(map(str, parts)), deterministic=True)
con.create_function("fails", 0, lambda: 1 / 0)
con.create_function("odd_type", 0, lambda: object())
con.create_function("kinds", 1, lambda x: type(x).__name__)
for sql in ("half(5)", "join_all(1, 'a', NULL, x'00', 2.5)", "join_all()", "fails()", "odd_type()", "kinds(NULL)", "kinds(1)", "kinds('a')", "kinds(x'00')", "half(1, 2)", "none()"):
    show(con.execute, "SELECT " + sql)


class Product:
    def __init__(self):
        self.value = 1

    def step(self, x):
        self.value *= x

    def finalize(self):
        return self.value


class WindowSum:
    def __init__(self):
        self.total = 0

    def step(self, x):
        self.total += x

    def inverse(self, x):
        self.total -= x

    def value(self):
        return self.total

    def finalize(self):
        return self.total


class Broken:
    def step(self, x):
        raise ValueError("step")

    def finalize(self):
        return 1


con.create_aggregate("product", 1, Product)
con.create_aggregate("broken", 1, Broken)
con.create_window_function("wsum", 1, WindowSum)
con.execute("CREATE TABLE n(g, x)")
con.executemany("INSERT INTO n VALUES (?, ?)", [("a", 2), ("a", 3), ("b", 5), ("b", 7)])
show(con.execute, "SELECT g, product(x) FROM n GROUP BY g")
show(con.execute, "SELECT product(x) FROM n WHERE x > 100")
show(con.execute, "SELECT broken(x) FROM n")
show(con.execute, "SELECT x, wsum(x) OVER (ORDER BY x ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING) FROM n")
con.create_collation("backwards", lambda a, b: (a < b) - (a > b))
show(con.execute, "SELECT column1 FROM (VALUES ('a'), ('c'), ('b')) ORDER BY 1 COLLATE backwards")
con.create_collation("backwards", None)
show(con.execute, "SELECT 'a' ORDER BY 1 COLLATE backwards")
seen = []
con.set_trace_callback(seen.append)
con.execute("SELECT ?, 'x'", (5,)).fetchall()
con.set_trace_callback(None)
print(seen)
con.set_authorizer(lambda action, *rest: sqlite3.SQLITE_DENY if action == sqlite3.SQLITE_DELETE else sqlite3.SQLITE_OK)
show(con.execute, "DELETE FROM n")
con.set_authorizer(None)
con.set_progress_handler(lambda: 1, 10)
show(con.execute, "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT 100000) SELECT count(*) FROM c")
con.set_progress_handler(None, 0)


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __conform__(self, protocol):
        if protocol is sqlite3.PrepareProtocol:
            return f"{self.x};{self.y}"

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


class Other:
    pass


sqlite3.register_adapter(Other, lambda other: "adapted")
sqlite3.register_converter("point", lambda text: Point(*map(float, text.split(b";"))))
con.execute("CREATE TABLE p(at point, day date, stamp timestamp)")
con.execute("INSERT INTO p VALUES (?, ?, ?)", (Point(1, 2), datetime.date(2024, 2, 29), datetime.datetime(2024, 1, 2, 3, 4, 5, 600)))
print(con.execute("SELECT * FROM p").fetchone(), con.execute("SELECT '3;4' AS 'at [point]', ?", (Other(),)).fetchone())
print(con.execute("SELECT '3;4' AS 'at [point]'").description[0][0])
show(sqlite3.adapt, Other())
show(sqlite3.adapt, object())

con.commit()
print(list(con.iterdump()))
target = sqlite3.connect(":memory:")
con.backup(target, pages=1, progress=lambda status, left, total: print(status, left, total))
print(target.execute("SELECT count(*) FROM n").fetchone())
show(con.backup, con)
show(con.backup, 3)
copy = sqlite3.connect(":memory:")
copy.deserialize(con.serialize())
print(copy.execute("SELECT sum(x) FROM n").fetchone())
print(con.getlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER) > 0, con.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, 40) > 40)
show(con.execute, "SELECT '" + "x" * 100 + "'")


class MyCursor(sqlite3.Cursor):
    pass


class MyConnection(sqlite3.Connection):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.made = True


mine = sqlite3.connect(":memory:", factory=MyConnection)
print(type(mine).__name__, mine.made, type(mine.cursor(MyCursor)).__name__)
mine.execute("CREATE TABLE b(data BLOB)")
mine.execute("INSERT INTO b VALUES (zeroblob(8))")
with mine.blobopen("b", "data", 1) as blob:
    blob.write(b"hello")
    print(len(blob), blob.tell(), blob[0], blob[1:3])
    blob[0] = ord("J")
    blob.seek(0)
    print(blob.read(5), blob.read())
    show(blob.write, b"too long")
print(mine.execute("SELECT data FROM b").fetchone())
# fetching while rows are added, and a cursor that is used again
cur = mine.cursor()
cur.execute("SELECT column1 FROM (VALUES (1), (2), (3))")
print(next(cur))
cur.execute("SELECT 'again'")
print(cur.fetchall())
a, b = mine.execute("SELECT 1 UNION SELECT 2"), mine.execute("SELECT 1 UNION SELECT 2")
print(next(a), next(b), next(a), next(b), a.fetchone())
