"""Connections and cursors.

A cursor's statement has been stepped to the row that comes next; fetching takes that row and steps on. Statements are kept by their text for the
next time. Transactions begin by themselves before a statement that changes rows, unless isolation_level or autocommit says otherwise.
"""

import operator
import os
import sys
import threading
import warnings

import _sqlite3
from sqlite3.dbapi2 import (
    DataError, DatabaseError, Error, IntegrityError, InterfaceError, InternalError, LEGACY_TRANSACTION_CONTROL, NotSupportedError, OperationalError,
    PARSE_COLNAMES, PARSE_DECLTYPES, PrepareProtocol, ProgrammingError, Warning, adapt, converters, error_for)

# like native code

_ROW, _DONE, _OK = 100, 101, 0
_PLAIN = (int, float, str, bytes, bytearray)
_LEVELS = ("", "DEFERRED", "IMMEDIATE", "EXCLUSIVE")


def enable_callback_tracebacks(enable, /):
    """Whether what callbacks raise is told on standard error."""


def connect(database, timeout=5.0, detect_types=0, isolation_level="", check_same_thread=True, factory=None, cached_statements=128, uri=False, *,
            autocommit=LEGACY_TRANSACTION_CONTROL):
    """Open a database file, which is created if need be; ":memory:" is one that lives in memory only."""
    return (factory or Connection)(database, timeout, detect_types, isolation_level, check_same_thread, factory or Connection, cached_statements, uri,
                                   autocommit=autocommit)


def _first_word(sql):
    """The first word of a statement in capitals, comments skipped."""
    place = 0
    while True:
        while place < len(sql) and (sql[place].isspace() or sql[place] == ";"):
            place += 1
        if sql.startswith("--", place):
            end = sql.find("\n", place)
        elif sql.startswith("/*", place):
            end = sql.find("*/", place)
            end = end + 1 if end >= 0 else end
        else:
            break
        if end < 0:
            return ""
        place = end + 1
    end = place
    while end < len(sql) and sql[end].isalpha():
        end += 1
    return sql[place:end].upper()


def _blank_rest(sql):
    """Is there nothing in the text but blanks and comments?"""
    sql = sql.lstrip(" \t\r\n")
    while sql:
        if sql.startswith("--"):
            sql = sql.partition("\n")[2]
        elif sql.startswith("/*"):
            sql = sql.partition("*/")[2]
        else:
            return False
        sql = sql.lstrip(" \t\r\n")
    return True


class _Prepared:
    """A statement with what is known of it."""

    __slots__ = ("native", "sql", "is_dml", "parameters", "columns", "in_use")

    def __init__(self, native, sql):
        self.native = native
        self.sql = sql
        self.is_dml = _first_word(sql) in ("INSERT", "UPDATE", "DELETE", "REPLACE")
        self.parameters = native.parameters()
        self.columns = None
        self.in_use = None      # a weak reference to the cursor that steps it


class Connection:
    """An open database: makes cursors, runs statements, keeps transactions."""

    __module__ = "sqlite3"

    Warning, Error, InterfaceError, DatabaseError, DataError = Warning, Error, InterfaceError, DatabaseError, DataError
    OperationalError, IntegrityError, InternalError, ProgrammingError, NotSupportedError = (
        OperationalError, IntegrityError, InternalError, ProgrammingError, NotSupportedError)

    _db = None
    _thread = None

    def __init__(self, database, timeout=5.0, detect_types=0, isolation_level="", check_same_thread=True, factory=None, cached_statements=128, uri=False, *,
                 autocommit=LEGACY_TRANSACTION_CONTROL):
        if self._db is not None:
            self._db.close()
        path = os.fsencode(database)
        if b"\0" in path:
            raise ValueError("embedded null byte")
        sys.audit("sqlite3.connect", database)
        self._level = self._checked_level(isolation_level)
        self._mode = self._checked_mode(autocommit)
        try:
            self._db = _sqlite3.Database(path, 0x2 | 0x4 | (0x40 if uri else 0))
        except OperationalError as error:
            error.sqlite_errorcode, error.sqlite_errorname = 14, "SQLITE_CANTOPEN"
            raise
        self._db.busy_timeout(int(timeout * 1000))
        self._thread = threading.get_ident() if check_same_thread else None
        self._detect = detect_types
        self._statements = {}
        self._cached = cached_statements
        self._cursors = []
        self.row_factory = None
        self.text_factory = str
        if self._mode is False:
            self._run("BEGIN")

    # ---- checks

    @staticmethod
    def _checked_level(level):
        if level is None:
            return None
        if not isinstance(level, str):
            raise TypeError("isolation_level must be str or None")
        if level.upper() not in _LEVELS:
            raise ValueError("isolation_level string must be '', 'DEFERRED', 'IMMEDIATE', or 'EXCLUSIVE'")
        return level.upper()

    @staticmethod
    def _checked_mode(mode):
        if mode is True or mode is False:
            return mode
        if mode == LEGACY_TRANSACTION_CONTROL and isinstance(mode, int):
            return mode
        raise ValueError("autocommit must be True, False, or sqlite3.LEGACY_TRANSACTION_CONTROL")

    def _check_thread(self):
        if self._db is None:
            raise ProgrammingError("Base Connection.__init__ not called.")
        if self._thread is not None and self._thread != threading.get_ident():
            raise ProgrammingError("SQLite objects created in a thread can only be used in that same thread. The object was created in thread id "
                                   f"{self._thread} and this is thread id {threading.get_ident()}.")

    def _check(self):
        self._check_thread()
        if self._db.closed:
            raise ProgrammingError("Cannot operate on a closed database.")
        return self._db

    def _fail(self, code):
        raise error_for(self._db, code)

    # ---- statements

    def _run(self, sql):
        """Runs a statement without rows."""
        made = self._db.prepare(sql)
        if isinstance(made, int):
            self._fail(made)
        code = made[0].step()
        if code & 255 in (5, 6) and self._release_dead():
            made[0].reset()
            code = made[0].step()
        made[0].finalize()
        if code not in (_ROW, _DONE):
            self._fail(code)

    def _prepare(self, sql):
        known = self._statements.pop(sql, None)
        if known is not None and (known.in_use is None or known.in_use() is None):
            self._statements[sql] = known
            return known
        if "\0" in sql:
            raise ProgrammingError("the query contains a null character")
        if len(sql) > self._db.limit(1, -1):
            raise DataError("query string is too large")
        made = self._db.prepare(sql)
        if isinstance(made, int):
            self._fail(made)
        native, rest = made
        if native is None:
            return None
        if not _blank_rest(rest):
            native.finalize()
            raise ProgrammingError("You can only execute one statement at a time.")
        prepared = _Prepared(native, sql)
        if self._cached:
            while len(self._statements) >= self._cached:
                self._statements.pop(next(iter(self._statements)))
            self._statements[sql] = prepared
        return prepared

    def _release_dead(self):
        """Resets the statements of cursors that nobody has any more: they hold locks. Was there one?"""
        import gc
        gc.collect()
        released = False
        for prepared in self._statements.values():
            if prepared.in_use is not None and prepared.in_use() is None:
                prepared.in_use = None
                prepared.native.reset()
                released = True
        return released

    def _reset_cursors(self):
        alive = []
        for reference in self._cursors:
            cursor = reference()
            if cursor is not None:
                alive.append(reference)
                if cursor._statement:
                    cursor._drop_statement()
        self._cursors = alive

    def __call__(self, sql, /):
        self._check()
        return self._prepare(sql)

    def cursor(self, factory=None):
        """A new cursor, of `factory` if given."""
        self._check()
        cursor = (Cursor if factory is None else factory)(self)
        if not isinstance(cursor, Cursor):
            raise TypeError(f"factory must return a cursor, not {type(cursor).__name__}")
        if self.row_factory is not None:
            cursor.row_factory = self.row_factory
        return cursor

    def execute(self, sql, parameters=(), /):
        """Run a statement on a new cursor, which is returned."""
        return self.cursor().execute(sql, parameters)

    def executemany(self, sql, parameters, /):
        """Run a statement once for each set of values, on a new cursor."""
        return self.cursor().executemany(sql, parameters)

    def executescript(self, sql_script, /):
        """Run all statements of a text, on a new cursor."""
        return self.cursor().executescript(sql_script)

    # ---- transactions

    def commit(self, /):
        """Make the changes of the open transaction last, if there is one."""
        db = self._check()
        if self._mode is False:
            self._run("COMMIT")
            self._run("BEGIN")
        elif self._mode != True and not db.autocommit():
            self._run("COMMIT")

    def rollback(self, /):
        """Undo the changes of the open transaction, if there is one."""
        db = self._check()
        if self._mode is False:
            self._run("ROLLBACK")
            self._run("BEGIN")
        elif self._mode != True and not db.autocommit():
            self._run("ROLLBACK")

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, kind, value, trace, /):
        self._check()
        if self._mode is True:
            return False
        if kind is None:
            try:
                self.commit()
            except BaseException:
                if not self._db.autocommit():
                    self.rollback()
                raise
        else:
            self.rollback()
        return False

    def close(self, /):
        """Close the file; changes that commit() was not called for are lost."""
        self._check_thread()
        if not self._db.closed:
            if self._mode is False:
                if not self._db.autocommit():
                    self._run("ROLLBACK")
            for prepared in self._statements.values():
                prepared.native.finalize()
            self._reset_cursors()
            self._statements.clear()
            self._db.close()

    @property
    def in_transaction(self):
        return not self._check().autocommit()

    @property
    def total_changes(self):
        return self._check().total_changes()

    @property
    def isolation_level(self):
        self._check()
        return self._level

    @isolation_level.setter
    def isolation_level(self, level):
        if level is None:
            self._level = None
            if not self._check().autocommit():
                self._run("COMMIT")
            return
        self._level = self._checked_level(level)

    @isolation_level.deleter
    def isolation_level(self):
        raise AttributeError("cannot delete attribute")

    @property
    def autocommit(self):
        self._check()
        return self._mode

    @autocommit.setter
    def autocommit(self, mode):
        mode = self._checked_mode(mode)
        db = self._check()
        if mode is True and not db.autocommit():
            self._run("COMMIT")
        elif mode is False and db.autocommit():
            self._run("BEGIN")
        self._mode = mode

    # ---- extensions in Python

    def _done(self, register, *arguments, message=None):
        code = register(*arguments)
        if code == 5 and self._release_dead():
            code = register(*arguments)
        if code != _OK:
            if message:
                raise OperationalError(message)
            self._fail(code)

    def create_function(self, name, narg, func, /, *, deterministic=False):
        """Let SQL call a Python function by a name; None removes it."""
        self._done(self._check().create_function, name, narg, func, bool(deterministic), message="Error creating function")

    def create_aggregate(self, name, n_arg, aggregate_class, /):
        """Let SQL use a class with step() and finalize() as an aggregate; None removes it."""
        self._done(self._check().create_aggregate, name, n_arg, aggregate_class, False, message="Error creating aggregate")

    def create_window_function(self, name, num_params, aggregate_class, /):
        """As create_aggregate(), for a class that also has inverse() and value(), so that it works on windows."""
        self._done(self._check().create_aggregate, name, num_params, aggregate_class, True)

    def create_collation(self, name, callback, /):
        """Let SQL sort by a Python function of two strings; None removes it."""
        db = self._check()
        if callback is not None and not callable(callback):
            raise TypeError("parameter must be callable")
        self._done(db.create_collation, name, callback)

    def set_authorizer(self, /, authorizer_callback):
        """Set authorizer callback."""
        self._check().set_authorizer(authorizer_callback)

    def set_progress_handler(self, /, progress_handler, n):
        """A function called every `n` steps of a statement; a true result breaks it off."""
        self._check().set_progress_handler(progress_handler, n)

    def set_trace_callback(self, /, trace_callback):
        """A function called with the text of every statement that is run; None removes it."""
        self._check().set_trace_callback(trace_callback)

    def interrupt(self, /):
        """Break off, from another thread, the statement that runs."""
        self._check().interrupt()

    # ---- whole databases

    def backup(self, /, target, *, pages=-1, progress=None, name="main", sleep=0.250):
        """Copy the database into another one, `pages` at a time."""
        db = self._check()
        if not isinstance(target, Connection):
            raise TypeError(f"backup() argument 'target' must be sqlite3.Connection, not {type(target).__name__}")
        if target is self:
            raise ValueError("target cannot be the same connection instance")
        if progress is not None and not callable(progress):
            raise TypeError("progress argument must be a callable")
        other = target._check()
        if not other.autocommit():
            raise OperationalError("target is in transaction")
        db.backup(other, pages or -1, progress, name, int(sleep * 1000))

    def iterdump(self, /):
        """The SQL statements, one by one, that make this database again."""
        self._check()
        from sqlite3.dump import _iterdump
        return _iterdump(self)

    def serialize(self, /, *, name="main"):
        """The bytes that a file of this database would have."""
        return self._check().serialize(name)

    def deserialize(self, data, /, *, name="main"):
        """Replace the database by what serialize() gave."""
        self._done(self._check().deserialize, data, name)

    def getlimit(self, category, /):
        """A limit of this connection."""
        return self.setlimit(category, -1)

    def setlimit(self, category, limit, /):
        """Change a limit of this connection: what it was before."""
        old = self._check().limit(category, limit)
        if old < 0:
            raise ProgrammingError("'category' is out of bounds")
        return old

    def getconfig(self, op, /):
        """Tell whether a switch of the connection is on: one of SQLITE_DBCONFIG_..."""
        return bool(self._configure(op, -1))

    def setconfig(self, op, enable=True, /):
        """Turn a switch of the connection on or off: one of SQLITE_DBCONFIG_..."""
        if self._configure(op, int(bool(enable))) != bool(enable):
            raise OperationalError("Unable to set config")

    def _configure(self, op, value):
        db = self._check()
        op = operator.index(op)
        if not 1002 <= op <= 1017:
            raise ValueError(f"unknown config 'op': {op}")
        state = db.configure(op, value)
        if state < 0:
            raise error_for(db, -state)
        return state

    def blobopen(self, table, column, row, /, *, readonly=False, name="main"):
        """A cell of a table as an open file of bytes."""
        self._check()
        return Blob(self, table, column, row, readonly, name)


class Cursor:
    """Runs statements and gives the rows that they select."""

    __module__ = "sqlite3"

    _connection = None
    _statement = None
    _closed = False
    _locked = False

    def __init__(self, connection, /):
        if not isinstance(connection, Connection):
            raise TypeError(f"Cursor() argument 1 must be sqlite3.Connection, not {type(connection).__name__}")
        import weakref
        self._connection = connection
        self._statement = None
        self._converters = None
        self.arraysize = 1
        self.description = None
        self.rowcount = -1
        self.lastrowid = None
        self.row_factory = None
        connection._check_thread()
        self._reference = weakref.ref(self)
        connection._cursors.append(self._reference)
        if len(connection._cursors) % 100 == 0:
            connection._cursors = [reference for reference in connection._cursors if reference() is not None]

    @property
    def connection(self):
        return self._connection

    def _check(self):
        if self._connection is None:
            raise ProgrammingError("Base Cursor.__init__ not called.")
        if self._closed:
            raise ProgrammingError("Cannot operate on a closed cursor.")
        if self._locked:
            raise ProgrammingError("Recursive use of cursors not allowed.")
        return self._connection._check()

    def _drop_statement(self):
        statement, self._statement = self._statement, None
        if statement:
            statement.in_use = None
            statement.native.reset()

    # ---- binding

    def _bind_one(self, native, place, value, label):
        if type(value) not in _PLAIN and value is not None:
            value = adapt(value, PrepareProtocol, value)
        code = native.bind(place, value)
        if code is None:
            raise ProgrammingError(f"Error binding parameter {label}: type '{type(value).__name__}' is not supported")
        if code != _OK:
            self._connection._fail(code)

    def _bind(self, statement, values):
        native, names = statement.native, statement.parameters
        if isinstance(values, (tuple, list)) or (not isinstance(values, dict) and hasattr(values, "__len__") and hasattr(values, "__getitem__")
                                                 and not hasattr(values, "keys")):
            if len(values) != len(names):
                raise ProgrammingError(f"Incorrect number of bindings supplied. The current statement uses {len(names)}, and there are {len(values)} "
                                       "supplied.")
            for place, name in enumerate(names, 1):
                if name is not None:
                    warnings.warn(f"Binding {place} ('{name}') is a named parameter, but you supplied a sequence which requires nameless (qmark) "
                                  "placeholders. Starting with Python 3.14 an sqlite3.ProgrammingError will be raised.", DeprecationWarning, 3)
                self._bind_one(native, place, values[place - 1], place)
        elif hasattr(values, "__getitem__"):
            for place, name in enumerate(names, 1):
                if name is None:
                    raise ProgrammingError(f"Binding {place} has no name, but you supplied a dictionary (which has only names).")
                try:
                    value = values[name[1:]]
                except LookupError:
                    raise ProgrammingError(f"You did not supply a value for binding parameter :{name[1:]}.") from None
                self._bind_one(native, place, value, f"':{name[1:]}'")
        else:
            raise ProgrammingError("parameters are of unsupported type")

    # ---- execution

    def _describe(self, statement):
        detect = self._connection._detect
        columns = statement.columns
        if columns is None:
            columns = statement.columns = statement.native.columns()
        if not columns:
            self.description = self._converters = None
            return
        names = [name for name, _ in columns]
        if detect & PARSE_COLNAMES:
            names = [name.partition(" [")[0] if " [" in name else name for name in names]
        self.description = tuple((name, None, None, None, None, None, None) for name in names)
        self._converters = [self._converter(name, kind, detect) for name, kind in columns] if detect else None

    @staticmethod
    def _converter(name, kind, detect):
        found = None
        if detect & PARSE_COLNAMES and "[" in name:
            found = converters.get(name[name.index("[") + 1:].partition("]")[0].upper())
        if found is None and detect & PARSE_DECLTYPES and kind:
            for end, letter in enumerate(kind):
                if letter in " (":
                    kind = kind[:end]
                    break
            found = converters.get(kind.upper())
        return found

    def _step(self, statement):
        self._locked = True
        try:
            code = statement.native.step()
            if code & 255 in (5, 6) and self._connection._release_dead():
                statement.native.reset()
                code = statement.native.step()
        finally:
            self._locked = False
        if code not in (_ROW, _DONE):
            error = error_for(self._connection._db, code)
            self._drop_statement()
            raise error
        return code

    def _execute(self, sql, rows, many):
        connection = self._connection
        db = self._check()
        if not isinstance(sql, str):
            raise TypeError(f"execute{'many' if many else ''}() argument 1 must be str, not {type(sql).__name__}")
        self._drop_statement()
        self.description = None
        if many:
            rows = iter(rows)
        statement = connection._prepare(sql)
        if statement is None:
            self.rowcount = -1
            return self
        if many and not statement.is_dml:
            raise ProgrammingError("executemany() can only execute DML statements.")
        self.rowcount = 0 if statement.is_dml else -1
        statement.native.reset()
        statement.in_use = self._reference
        self._statement = statement
        if connection._mode == LEGACY_TRANSACTION_CONTROL and connection._mode is not True and connection._level is not None and statement.is_dml \
                and db.autocommit():
            connection._run("BEGIN " + connection._level)
        try:
            for values in rows:
                statement.native.reset()
                self._bind(statement, values)
                code = self._step(statement)
                if not many:
                    self._describe(statement)
                    self.lastrowid = db.last_insert_rowid()
                if code == _DONE:
                    if statement.is_dml:
                        self.rowcount += db.changes()
                    statement.native.reset()
                elif many:
                    while code == _ROW:
                        code = self._step(statement)
                    self.rowcount += db.changes()
                    statement.native.reset()
        except BaseException:
            self._drop_statement()
            self.rowcount = -1
            raise
        if many or code == _DONE:
            self._drop_statement()
        return self

    def execute(self, sql, parameters=(), /):
        """Run one statement with values for its placeholders: the cursor itself."""
        return self._execute(sql, (parameters,), False)

    def executemany(self, sql, seq_of_parameters, /):
        """Run a statement that selects nothing once for each set of values."""
        return self._execute(sql, seq_of_parameters, True)

    def executescript(self, sql_script, /):
        """Run all statements of a text; an open transaction is committed before."""
        connection = self._connection
        db = self._check()
        if not isinstance(sql_script, str):
            raise TypeError(f"executescript() argument must be str, not {type(sql_script).__name__}")
        if "\0" in sql_script:
            raise ValueError("embedded null character")
        if len(sql_script) > db.limit(1, -1):
            raise DataError("query string is too large")
        if connection._mode == LEGACY_TRANSACTION_CONTROL and connection._mode is not True and not db.autocommit():
            connection._run("COMMIT")
        while sql_script:
            made = db.prepare(sql_script)
            if isinstance(made, int):
                connection._fail(made)
            native, sql_script = made
            if native is None:
                continue
            code = _ROW
            while code == _ROW:
                code = native.step()
            if code != _DONE:
                error = error_for(db, code)
                native.finalize()
                raise error
            native.finalize()
        return self

    # ---- rows

    def __iter__(self):
        return self

    def __next__(self):
        db = self._check()
        statement = self._statement
        if statement is None:
            raise StopIteration
        connection = self._connection
        text = connection.text_factory
        self._locked = True
        try:
            row = statement.native.row(None if text is str else text, self._converters)
        except BaseException:
            self._drop_statement()
            raise
        finally:
            self._locked = False
        code = self._step(statement)
        if code == _DONE:
            if statement.is_dml:
                self.rowcount = db.changes()
            self._drop_statement()
        factory = self.row_factory
        return row if factory is None else factory(self, row)

    def fetchone(self, /):
        """The next row, or None behind the last."""
        return next(self, None)

    def fetchmany(self, size=None):
        """Up to `size` rows as a list, `arraysize` by default."""
        rows = []
        left = self.arraysize if size is None else size
        self._check()
        while left != 0:
            try:
                rows.append(self.__next__())
            except StopIteration:
                break
            left -= 1
        return rows

    def fetchall(self, /):
        """All rows that are left as a list."""
        self._check()
        return list(self)

    def setinputsizes(self, sizes, /):
        """Here because DB-API asks for it; sizes mean nothing to SQLite."""

    def setoutputsize(self, size, column=None, /):
        """Here because DB-API asks for it; sizes mean nothing to SQLite."""

    def close(self, /):
        """Give up the statement; the cursor cannot be used again."""
        if self._connection is None:
            raise ProgrammingError("Base Cursor.__init__ not called.")
        if self._locked:
            raise ProgrammingError("Recursive use of cursors not allowed.")
        self._connection._check()
        self._drop_statement()
        self._closed = True


class Blob:
    """A blob of a row as a file with random access; its size is fixed."""

    __module__ = "sqlite3"

    def __init__(self, connection, table, column, row, readonly, name):
        quote = lambda text: '"' + text.replace('"', '""') + '"'
        self._connection, self._readonly, self._place, self._closed = connection, readonly, 0, False
        self._where = f"{quote(name)}.{quote(table)}", quote(column), row
        table, column, row = self._where
        found = connection.execute(f"SELECT {column}, typeof({column}) FROM {table} WHERE rowid = ?", (row,)).fetchone()
        if found is None:
            raise OperationalError(f"no such rowid: {row}")
        if found[1] not in ("blob", "text"):
            raise OperationalError(f"cannot open value of type {found[1]}")
        self._size = len(self._content())

    def _content(self):
        table, column, row = self._where
        return self._connection.execute(f"SELECT CAST({column} AS BLOB) FROM {table} WHERE rowid = ?", (row,)).fetchone()[0]

    def _check(self):
        self._connection._check()
        if self._closed:
            raise ProgrammingError("Cannot operate on a closed blob.")

    def read(self, length=-1, /):
        """Bytes from the position on: all, or `length` of them."""
        self._check()
        stop = self._size if length < 0 else min(self._place + length, self._size)
        data = self._content()[self._place:stop]
        self._place = stop
        return data

    def write(self, data, /):
        """Put bytes at the position; the blob cannot grow."""
        self._check()
        data = bytes(data)
        if self._place + len(data) > self._size:
            raise ValueError("data longer than blob length")
        self._store(self._place, data)
        self._place += len(data)

    def _store(self, place, data):
        if self._readonly:
            raise OperationalError("attempt to write a readonly database")
        content = self._content()
        table, column, row = self._where
        self._connection.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (content[:place] + data + content[place + len(data):], row))

    def seek(self, offset, origin=0, /):
        """Move the position; `origin` 0 counts from the beginning, 1 from where it is, 2 from the end."""
        self._check()
        if origin not in (0, 1, 2):
            raise ValueError("'origin' should be os.SEEK_SET, os.SEEK_CUR, or os.SEEK_END")
        place = offset + (0, self._place, self._size)[origin]
        if not 0 <= place <= self._size:
            raise ValueError("offset out of blob range")
        self._place = place

    def tell(self, /):
        """Where the next byte is read or written."""
        self._check()
        return self._place

    def close(self, /):
        """Let go of the cell."""
        self._connection._check()
        self._closed = True

    def __len__(self):
        self._check()
        return self._size

    def _index(self, key):
        if key < 0:
            key += self._size
        if not 0 <= key < self._size:
            raise IndexError("Blob index out of range")
        return key

    def __getitem__(self, key):
        self._check()
        if isinstance(key, slice):
            return self._content()[key]
        if not hasattr(key, "__index__"):
            raise TypeError("Blob indices must be integers")
        return self._content()[self._index(key.__index__())]

    def __setitem__(self, key, value):
        self._check()
        if isinstance(key, slice):
            content = bytearray(self._content())
            if len(content[key]) != len(value):
                raise IndexError("Blob slice assignment is wrong size")
            content[key] = value
            self._store(0, bytes(content))
            return
        if not isinstance(value, int):
            raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
        if not 0 <= value <= 255:
            raise ValueError("byte must be in range(0, 256)")
        self._store(self._index(key.__index__()), bytes([value]))

    def __delitem__(self, key):
        self._check()
        raise TypeError("Blob doesn't support slice deletion" if isinstance(key, slice) else "Blob doesn't support item deletion")

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, kind, value, trace, /):
        self.close()
