"""The SQL text that makes a database anew."""


def _quote(name):
    return '"' + name.replace('"', '""') + '"'


def _text(value):
    return "'" + value.replace("'", "''") + "'"


def _iterdump(connection):
    """The statements, one by one."""
    cursor = connection.cursor()
    cursor.row_factory = None
    yield 'BEGIN TRANSACTION;'
    schema = 'SELECT "name", "type", "sql" FROM "sqlite_master" WHERE "sql" NOT NULL AND "type" == \'table\' ORDER BY "name"'
    sequences = []
    virtual = False
    for name, _, sql in cursor.execute(schema).fetchall():
        if name == 'sqlite_sequence':
            rows = cursor.execute('SELECT * FROM "sqlite_sequence";').fetchall()
            sequences = ['DELETE FROM "sqlite_sequence"']
            sequences += [f'INSERT INTO "sqlite_sequence" VALUES({_text(table)},{count})' for table, count in rows]
            continue
        if name == 'sqlite_stat1':
            yield 'ANALYZE "sqlite_master";'
        elif name.startswith('sqlite_'):
            continue
        elif sql.startswith('CREATE VIRTUAL TABLE'):
            if not virtual:
                virtual = True
                yield 'PRAGMA writable_schema=ON;'
            yield f"INSERT INTO sqlite_master(type,name,tbl_name,rootpage,sql)VALUES('table',{_text(name)},{_text(name)},0,{_text(sql)});"
        else:
            yield sql + ';'
        columns = [row[1] for row in cursor.execute(f'PRAGMA table_info({_quote(name)})').fetchall()]
        values = ",".join(f"'||quote({_quote(column)})||'" for column in columns)
        query = f"SELECT 'INSERT INTO {_quote(name).replace(chr(39), chr(39) * 2)} VALUES({values})' FROM {_quote(name)};"
        for row in cursor.execute(query):
            yield row[0] + ';'
    others = 'SELECT "sql" FROM "sqlite_master" WHERE "sql" NOT NULL AND "type" IN (\'index\', \'trigger\', \'view\')'
    for row in cursor.execute(others).fetchall():
        yield row[0] + ';'
    if virtual:
        yield 'PRAGMA writable_schema=OFF;'
    for statement in sequences:
        yield statement + ';'
    yield 'COMMIT;'
