"""`-m sqlite3 [file [sql]]`: runs one statement, or asks for statements."""

import code
import sqlite3
import sys
from argparse import ArgumentParser
from textwrap import dedent


def run_sql(cursor, sql):
    """Print the rows, or the error on stderr. Whether it was an error."""
    try:
        for row in cursor.execute(sql):
            print(row)
    except sqlite3.Error as error:
        kind = type(error).__name__
        known = getattr(error, 'sqlite_errorname', None)
        print(f'{kind} ({known}): {error}' if known else f'{kind}: {error}', file=sys.stderr)
        return True
    return False


class Shell(code.InteractiveConsole):
    """A prompt for SQL; a line that is no whole statement goes on."""

    def __init__(self, connection):
        super().__init__()
        self._cursor = connection.cursor()

    def runsource(self, source, filename='<input>', symbol='single'):
        match source:
            case '.version':
                print(sqlite3.sqlite_version)
            case '.help':
                print('Enter SQL code and press enter.')
            case '.quit':
                sys.exit(0)
            case _:
                if not sqlite3.complete_statement(source):
                    return True
                run_sql(self._cursor, source)
        return False


def main(*args):
    parser = ArgumentParser(description='Python sqlite3 CLI', prog='python -m sqlite3')
    parser.add_argument('filename', type=str, default=':memory:', nargs='?',
                        help="SQLite database to open (defaults to ':memory:'). "
                             'A new database is created if the file does not previously exist.')
    parser.add_argument('sql', type=str, nargs='?', help='An SQL query to execute. Any returned rows are printed to stdout.')
    parser.add_argument('-v', '--version', action='version', version=f'SQLite version {sqlite3.sqlite_version}',
                        help='Print underlying SQLite library version')
    given = parser.parse_args(*args)
    where = 'a transient in-memory database' if given.filename == ':memory:' else repr(given.filename)
    end = 'CTRL-Z' if sys.platform == 'win32' else 'CTRL-D'
    banner = dedent(f"""
        sqlite3 shell, running on SQLite version {sqlite3.sqlite_version}
        Connected to {where}

        Each command will be run using execute() on the cursor.
        Type ".help" for more information; type ".quit" or {end} to quit.
    """).strip()
    sys.ps1 = 'sqlite> '
    sys.ps2 = '    ... '
    connection = sqlite3.connect(given.filename, isolation_level=None)
    failed = False
    try:
        if given.sql:
            failed = run_sql(connection.cursor(), given.sql)
        else:
            Shell(connection).interact(banner, exitmsg='')
    finally:
        connection.close()
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main(sys.argv[1:])
