"""SQLite databases in files or in memory, by the DB-API 2.0.

connect() opens a database; execute() of the connection or of a cursor runs statements, with ? or :name for values. A connection as context manager
commits, or rolls back after an exception.
"""

from sqlite3.dbapi2 import *
from sqlite3.dbapi2 import PARSE_COLNAMES, PARSE_DECLTYPES, LEGACY_TRANSACTION_CONTROL


def __getattr__(name):
    if name == "version_info" or name == "version":
        from warnings import warn
        warn(f"{name} is deprecated and will be removed in Python 3.14", DeprecationWarning, stacklevel=2)
        return "2.6.0" if name == "version" else (2, 6, 0)
    raise AttributeError(f"module 'sqlite3' has no attribute {name!r}")
