# Connections and cursors: execute in all forms, placeholders, rows, types, transactions, errors.
import os
import sqlite3
import tempfile
import warnings

warnings.simplefilter('ignore', DeprecationWarning)


def show(function, *args, **kwargs):
    try:
        result = function(*args, **kwargs)
    except Exception as error:
        print(type(error).__name__, error, getattr(error, "sqlite_errorname", ""), getattr(error, "sqlite_errorcode", ""))
    else:
        print(repr(result) if not isinstance(result, sqlite3.Cursor) else "cursor")


con = sqlite3.connect(":memory:")
cur = con.cursor()
print(con.in_transaction, con.isolation_level, con.total_changes, cur.rowcount, cur.lastrowid, cur.description, cur.arraysize, cur.connection is con)
print(cur.execute("CREATE TABLE movie(title TEXT, year INT, score REAL, data BLOB)") is cur, cur.rowcount, cur.description, con.in_transaction)
cur.execute("INSERT INTO movie VALUES ('Grail', 1975, 8.2, x'0102')")
print(cur.rowcount, cur.lastrowid, con.in_transaction, con.total_changes)
data = [("Life", 1979, 8.0, None), ("Meaning", 1983, 7.5, b"abc"), ("h\xe9\u4e2d", -1, float("inf"), bytearray(b"x"))]
cur.executemany("INSERT INTO movie VALUES(?, ?, ?, ?)", data)
print(cur.rowcount, cur.lastrowid)
con.commit()
print(con.in_transaction)
for row in cur.execute("SELECT year, title, score, data FROM movie ORDER BY year"):
    print(ascii(row))
print([c[0] for c in cur.description], cur.fetchone(), cur.fetchall(), cur.rowcount)
cur.execute("SELECT title FROM movie ORDER BY title")
print(ascii(cur.fetchone()), ascii(cur.fetchmany(2)), ascii(cur.fetchmany()), cur.fetchmany(5), cur.fetchone())
print(con.execute("SELECT ? + ?", (1, 2)).fetchone(), con.execute("SELECT :a, :b, @c, $d", {"a": 1, "b": "x", "c": None, "d": 2.5}).fetchone())
print(con.execute("SELECT ?2, ?1", (1, 2)).fetchone(), con.execute("SELECT 1 UNION SELECT 2").fetchall())
for value in (0, -1, 2**63 - 1, -2**63, 2**63, True, 1.5, "", "a\0b", b"", None, memoryview(b"mv"), 1j, [1], object):
    try:
        print(ascii(con.execute("SELECT ?, typeof(?1)", (value,)).fetchone()))
    except Exception as error:
        print(type(error).__name__, error)
for sql, parameters in (("SELEC 1", ()), ("SELECT 1; SELECT 2", ()), ("SELECT 1; -- comment", ()), ("SELECT 1 ; ; ", ()), ("SELECT ?", ()), ("SELECT ?", (1, 2)),
                        ("SELECT :a", {}), ("SELECT ?", {"a": 1}), ("SELECT 1", 3), ("SELECT * FROM nothing", ()), ("", ()), ("-- only a comment", ()),
                        ("SELECT 'a\0b'", ()), (3, ()), ("INSERT INTO movie VALUES (1)", ()), ("SELECT (", ()), ("SELECT abs(-9223372036854775807 - 1)", ())):
    show(con.execute, sql, parameters)
show(con.executemany, "SELECT ?", [(1,)])
show(con.executemany, "INSERT INTO movie(year) VALUES (?)", [(1,), (1, 2)])
show(con.executemany, "INSERT INTO movie(year) VALUES (?)", 3)
con.rollback()
con.execute("CREATE TABLE k(id INTEGER PRIMARY KEY, name TEXT UNIQUE NOT NULL CHECK(name <> 'bad'), ref REFERENCES k(id))")
con.execute("INSERT INTO k(name) VALUES ('one')")
for sql in ("INSERT INTO k(name) VALUES ('one')", "INSERT INTO k(name) VALUES (NULL)", "INSERT INTO k(name) VALUES ('bad')", "INSERT INTO k(id, name) VALUES (1, 'x')",
            "INSERT INTO k(id, name) VALUES ('text', 'x')"):
    show(con.execute, sql)
try:
    with con:
        con.execute("INSERT INTO k(name) VALUES ('two')")
        raise KeyError("stop")
except KeyError as error:
    print(error, con.in_transaction, con.execute("SELECT count(*) FROM k").fetchone())
with con as same:
    con.execute("INSERT INTO k(name) VALUES ('three')")
print(same is con, con.in_transaction, con.execute("SELECT id, name FROM k").fetchall())
print(con.execute("UPDATE k SET name = name || '!' RETURNING id, name").fetchall())
c = con.execute("DELETE FROM k")
print(c.rowcount, c.lastrowid)
con.rollback()
con.executescript("""
    CREATE TABLE a(x); -- first
    INSERT INTO a VALUES (1);
    INSERT INTO a VALUES (';');
    /* more */ CREATE VIEW v AS SELECT x FROM a;
""")
print(con.execute("SELECT * FROM v").fetchall(), con.in_transaction)
show(con.executescript, "CREATE TABLE b(x); bad; CREATE TABLE c(x)")
show(con.executescript, 3)
print([r[0] for r in con.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")])
cur.close()
show(cur.execute, "SELECT 1")
show(cur.fetchone)
con.close()
con.close()
for f in (con.cursor, con.commit, lambda: con.in_transaction, lambda: con.execute("SELECT 1"), lambda: con.__enter__(), con.interrupt):
    show(f)
path = os.path.join(tempfile.mkdtemp(), "d.sqlite")
with sqlite3.connect(path) as con:
    con.execute("CREATE TABLE t(x)")
    con.execute("INSERT INTO t VALUES (5)")
other = sqlite3.connect(path, timeout=0.01)
con.execute("BEGIN IMMEDIATE")
show(other.execute, "INSERT INTO t VALUES (6)")
con.rollback()
print(other.execute("SELECT x FROM t").fetchall())
show(sqlite3.connect, "/no/such/folder/x.db")
show(sqlite3.connect, 3)
show(sqlite3.connect, ":memory:", isolation_level="x")
uri = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
show(uri.execute, "INSERT INTO t VALUES (1)")
for level in (None, "DEFERRED", "immediate", "EXCLUSIVE"):
    c = sqlite3.connect(":memory:", isolation_level=level)
    c.execute("CREATE TABLE t(x)")
    c.execute("INSERT INTO t VALUES (1)")
    print(level, c.isolation_level, c.in_transaction)
for mode in (True, False):
    c = sqlite3.connect(":memory:", autocommit=mode)
    c.execute("CREATE TABLE t(x)")
    print(mode, c.autocommit, c.in_transaction)
    c.commit()
    print(c.in_transaction)
show(sqlite3.connect, ":memory:", autocommit=5)
print(sqlite3.apilevel, sqlite3.paramstyle, sqlite3.threadsafety, sqlite3.complete_statement("SELECT 1;"), sqlite3.complete_statement("SELECT 1"))
print(sqlite3.OperationalError.__mro__, sqlite3.Row, sqlite3.Connection, sqlite3.Cursor, issubclass(sqlite3.Warning, Exception))
