"""The DB-API 2.0 interface to SQLite: constants, exceptions, adapters and converters, rows, and the names of the module.

Connections and cursors are in _connection.py.
"""

import collections.abc
import datetime
import time

import _sqlite3
from _sqlite3 import complete_statement, sqlite_version

# like native code

paramstyle = "qmark"
apilevel = "2.0"
threadsafety = 3

Date = datetime.date
Time = datetime.time
Timestamp = datetime.datetime


def DateFromTicks(ticks):
    return Date(*time.localtime(ticks)[:3])


def TimeFromTicks(ticks):
    return Time(*time.localtime(ticks)[3:6])


def TimestampFromTicks(ticks):
    return Timestamp(*time.localtime(ticks)[:6])


sqlite_version_info = tuple(int(part) for part in sqlite_version.split("."))
Binary = memoryview

PARSE_DECLTYPES = 1
PARSE_COLNAMES = 2
LEGACY_TRANSACTION_CONTROL = -1

# Codes of the library.
_CODES = """OK 0 ERROR 1 INTERNAL 2 PERM 3 ABORT 4 BUSY 5 LOCKED 6 NOMEM 7 READONLY 8 INTERRUPT 9 IOERR 10 CORRUPT 11 NOTFOUND 12 FULL 13 CANTOPEN 14
PROTOCOL 15 EMPTY 16 SCHEMA 17 TOOBIG 18 CONSTRAINT 19 MISMATCH 20 MISUSE 21 NOLFS 22 AUTH 23 FORMAT 24 RANGE 25 NOTADB 26 NOTICE 27 WARNING 28 ROW 100
DONE 101 DENY 1 IGNORE 2
CREATE_INDEX 1 CREATE_TABLE 2 CREATE_TEMP_INDEX 3 CREATE_TEMP_TABLE 4 CREATE_TEMP_TRIGGER 5 CREATE_TEMP_VIEW 6 CREATE_TRIGGER 7 CREATE_VIEW 8 DELETE 9
DROP_INDEX 10 DROP_TABLE 11 DROP_TEMP_INDEX 12 DROP_TEMP_TABLE 13 DROP_TEMP_TRIGGER 14 DROP_TEMP_VIEW 15 DROP_TRIGGER 16 DROP_VIEW 17 INSERT 18 PRAGMA 19
READ 20 SELECT 21 TRANSACTION 22 UPDATE 23 ATTACH 24 DETACH 25 ALTER_TABLE 26 REINDEX 27 ANALYZE 28 CREATE_VTABLE 29 DROP_VTABLE 30 FUNCTION 31 SAVEPOINT 32
RECURSIVE 33 LIMIT_LENGTH 0 LIMIT_SQL_LENGTH 1 LIMIT_COLUMN 2 LIMIT_EXPR_DEPTH 3 LIMIT_COMPOUND_SELECT 4 LIMIT_VDBE_OP 5 LIMIT_FUNCTION_ARG 6
LIMIT_ATTACHED 7 LIMIT_LIKE_PATTERN_LENGTH 8 LIMIT_VARIABLE_NUMBER 9 LIMIT_TRIGGER_DEPTH 10 LIMIT_WORKER_THREADS 11
CONSTRAINT_CHECK 275 CONSTRAINT_COMMITHOOK 531 CONSTRAINT_FOREIGNKEY 787 CONSTRAINT_FUNCTION 1043 CONSTRAINT_NOTNULL 1299 CONSTRAINT_PRIMARYKEY 1555
CONSTRAINT_TRIGGER 1811 CONSTRAINT_UNIQUE 2067 CONSTRAINT_VTAB 2323 CONSTRAINT_ROWID 2579 CONSTRAINT_PINNED 2835 CONSTRAINT_DATATYPE 3091
ABORT_ROLLBACK 516 BUSY_RECOVERY 261 BUSY_SNAPSHOT 517 BUSY_TIMEOUT 773 CANTOPEN_NOTEMPDIR 270 CANTOPEN_ISDIR 526 CANTOPEN_FULLPATH 782 CANTOPEN_CONVPATH
1038 CANTOPEN_DIRTYWAL 1294 CANTOPEN_SYMLINK 1550 ERROR_MISSING_COLLSEQ 257 ERROR_RETRY 513 ERROR_SNAPSHOT 769 LOCKED_SHAREDCACHE 262 LOCKED_VTAB 518
READONLY_RECOVERY 264 READONLY_CANTLOCK 520 READONLY_ROLLBACK 776 READONLY_DBMOVED 1032 READONLY_CANTINIT 1288 READONLY_DIRECTORY 1544 AUTH_USER 279
OK_LOAD_PERMANENTLY 256 IOERR_READ 266 IOERR_SHORT_READ 522 IOERR_WRITE 778 IOERR_FSYNC 1034
CORRUPT_VTAB 267 NOTICE_RECOVER_WAL 283 WARNING_AUTOINDEX 284 OK_SYMLINK 512 CORRUPT_SEQUENCE 523 NOTICE_RECOVER_ROLLBACK 539 CORRUPT_INDEX 779
DBCONFIG_ENABLE_FKEY 1002 DBCONFIG_ENABLE_TRIGGER 1003 DBCONFIG_ENABLE_FTS3_TOKENIZER 1004 DBCONFIG_ENABLE_LOAD_EXTENSION 1005
DBCONFIG_NO_CKPT_ON_CLOSE 1006 DBCONFIG_ENABLE_QPSG 1007 DBCONFIG_TRIGGER_EQP 1008 DBCONFIG_RESET_DATABASE 1009 DBCONFIG_DEFENSIVE 1010
DBCONFIG_WRITABLE_SCHEMA 1011 DBCONFIG_LEGACY_ALTER_TABLE 1012 DBCONFIG_DQS_DML 1013 DBCONFIG_DQS_DDL 1014 DBCONFIG_ENABLE_VIEW 1015
DBCONFIG_LEGACY_FILE_FORMAT 1016 DBCONFIG_TRUSTED_SCHEMA 1017 IOERR_DIR_FSYNC 1290 IOERR_TRUNCATE 1546 IOERR_FSTAT 1802 IOERR_UNLOCK 2058 IOERR_RDLOCK
2314 IOERR_DELETE 2570 IOERR_BLOCKED 2826 IOERR_NOMEM 3082 IOERR_ACCESS 3338 IOERR_CHECKRESERVEDLOCK 3594 IOERR_LOCK 3850 IOERR_CLOSE 4106
IOERR_DIR_CLOSE 4362 IOERR_SHMOPEN 4618 IOERR_SHMSIZE 4874 IOERR_SHMLOCK 5130 IOERR_SHMMAP 5386 IOERR_SEEK 5642 IOERR_DELETE_NOENT 5898 IOERR_MMAP
6154 IOERR_GETTEMPPATH 6410 IOERR_CONVPATH 6666 IOERR_VNODE 6922 IOERR_AUTH 7178 IOERR_BEGIN_ATOMIC 7434 IOERR_COMMIT_ATOMIC 7690
IOERR_ROLLBACK_ATOMIC 7946 IOERR_DATA 8202 IOERR_CORRUPTFS 8458""".split()

# The name of each code, the first one where several have it; extended codes have names of their own.
_code_names = {}
for _name, _value in zip(_CODES[::2], map(int, _CODES[1::2])):
    globals()["SQLITE_" + _name] = _value
    if _name not in ("DENY", "IGNORE") and "LIMIT_" not in _name and "DBCONFIG_" not in _name and (_value > 33 or _value not in _code_names):
        _code_names.setdefault(_value, "SQLITE_" + _name)
del _name, _value


class Warning(Exception):
    __module__ = "sqlite3"


class Error(Exception):
    __module__ = "sqlite3"


class InterfaceError(Error):
    __module__ = "sqlite3"


class DatabaseError(Error):
    __module__ = "sqlite3"


class InternalError(DatabaseError):
    __module__ = "sqlite3"


class OperationalError(DatabaseError):
    __module__ = "sqlite3"


class ProgrammingError(DatabaseError):
    __module__ = "sqlite3"


class IntegrityError(DatabaseError):
    __module__ = "sqlite3"


class DataError(DatabaseError):
    __module__ = "sqlite3"


class NotSupportedError(DatabaseError):
    __module__ = "sqlite3"


_CLASSES = {2: InternalError, 12: InternalError, 7: MemoryError, 18: DataError, 19: IntegrityError, 20: IntegrityError, 21: InterfaceError, 25: InterfaceError}
for _code in (1, 3, 4, 5, 6, 8, 9, 10, 13, 14, 15, 16, 17):
    _CLASSES[_code] = OperationalError
del _code


def error_for(database, code):
    """The exception for a result code, with the library's text."""
    kind = _CLASSES.get(code & 255, DatabaseError)
    if kind is MemoryError:
        return MemoryError()
    error = kind(database.errmsg())
    extended = database.errcode()
    error.sqlite_errorcode = extended
    error.sqlite_errorname = _code_names.get(extended, _code_names.get(extended & 255, "unknown"))
    return error


# ---- adapters and converters

adapters = {}
converters = {}


class PrepareProtocol:
    """The protocol that adapters adapt to."""
    __module__ = "sqlite3"


def register_adapter(type, adapter, /):
    """Say how objects of a type become values that SQLite can store."""
    adapters[type, PrepareProtocol] = adapter


def register_converter(typename, converter, /):
    """Say how values of columns declared as `typename` become objects."""
    converters[typename.upper()] = converter


_missing = object()


def adapt(obj, proto=PrepareProtocol, alt=_missing, /):
    """The object in the form that the adapters give it for a protocol."""
    adapter = adapters.get((type(obj), proto))
    if adapter is not None:
        return adapter(obj)
    for owner, name, argument in ((proto, "__adapt__", obj), (obj, "__conform__", proto)):
        method = getattr(owner, name, None)
        if method is not None:
            adapted = method(argument)
            if adapted is not None:
                return adapted
    if alt is not _missing:
        return alt
    raise ProgrammingError("can't adapt")


def _register_defaults():
    from warnings import warn
    text = ("The default {what} is deprecated as of Python 3.12; see the sqlite3 documentation for suggested replacement recipes")

    def adapt_date(value):
        warn(text.format(what="date adapter"), DeprecationWarning, stacklevel=2)
        return value.isoformat()

    def adapt_datetime(value):
        warn(text.format(what="datetime adapter"), DeprecationWarning, stacklevel=2)
        return value.isoformat(" ")

    def convert_date(value):
        warn(text.format(what="date converter"), DeprecationWarning, stacklevel=2)
        return datetime.date(*map(int, value.split(b"-")))

    def convert_timestamp(value):
        warn(text.format(what="timestamp converter"), DeprecationWarning, stacklevel=2)
        day, clock = value.split(b" ")
        clock, _, fraction = clock.partition(b".")
        microsecond = int('{:0<6.6}'.format(fraction.decode())) if fraction else 0
        return datetime.datetime(*map(int, day.split(b"-")), *map(int, clock.split(b":")), microsecond)

    register_adapter(datetime.date, adapt_date)
    register_adapter(datetime.datetime, adapt_datetime)
    register_converter("date", convert_date)
    register_converter("timestamp", convert_timestamp)


_register_defaults()
del _register_defaults


class Row:
    """A row whose items have the names of the columns too, in any case of letters."""

    __module__ = "sqlite3"
    __slots__ = ("_data", "_names")

    def __new__(cls, cursor, data, /):
        from sqlite3._connection import Cursor
        if not isinstance(cursor, Cursor):
            raise TypeError(f"Row() argument 1 must be sqlite3.Cursor, not {type(cursor).__name__}")
        if not isinstance(data, tuple):
            raise TypeError(f"Row() argument 2 must be tuple, not {type(data).__name__}")
        self = object.__new__(cls)
        self._data = data
        self._names = tuple(column[0] for column in cursor.description or ())
        return self

    def keys(self, /):
        """The names of the columns."""
        return list(self._names)

    def __getitem__(self, key, /):
        if isinstance(key, (int, slice)):
            return self._data[key]
        if isinstance(key, str):
            wanted = key.lower()
            for place, name in enumerate(self._names):
                if name == key or name.lower() == wanted:
                    return self._data[place]
            raise IndexError("No item with that key")
        raise IndexError("Index must be int or string")

    def __len__(self):
        return len(self._data)

    def __iter__(self):
        return iter(self._data)

    def __hash__(self):
        return hash(self._names) ^ hash(self._data)

    def __eq__(self, other):
        if not isinstance(other, Row):
            return NotImplemented
        return self._names == other._names and self._data == other._data

    def __repr__(self):
        return f"<sqlite3.Row object at {id(self):#x}>"


collections.abc.Sequence.register(Row)

from sqlite3._connection import Blob, Connection, Cursor, connect, enable_callback_tracebacks
