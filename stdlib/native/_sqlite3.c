/* _sqlite3: databases and prepared statements of the library SQLite, one call of it a method.
 *
 * Methods return the library's result codes; what they mean is told by the Python package sqlite3. While a statement steps, callbacks may run script,
 * so the thread is noted in the database; a database without callbacks lets other threads run meanwhile.
 */
#include "stdlib/native/_sqlite3.h"
#include "stdlib/native/library.h"
#include "vm/isolate.h"
#include "vm/types/bigint.h"
#include "vm/types/bytes.h"

#define X(name) "sqlite3_" #name,
static const char *const symbols[] = {MR_SQLITE_FUNCTIONS(X)};
#undef X
static const char *const files[] = {"libsqlite3.so.0", NULL};
static const MrLibraryDef library = {"sqlite3", "SQLite", files, symbols, sizeof symbols / sizeof *symbols, MR_HOOK_SQLITE};

const MrSqlite *mr_sqlite(MrThread *t) { return mr_library(t, &library); }

typedef struct MrStatement {
    MrObj h;
    sqlite3_stmt *s;     /* NULL: finalized */
    MrValue database;
    int (*finalize)(sqlite3_stmt *);
} MrStatement;
#define STATEMENT(v) ((MrStatement *)mr_obj_of(v))

static const MrTypeDef database_def, statement_def;

enum { N_HOOKS = 3 };

static MrValue code(MrThread *t, int c)
{
    (void)t;
    return mr_small_int(c);
}

/* No value gets longer than the limit of the heap, inside of the library either. */
static void bound_values(MrDatabase *db, uint64_t heap)
{
    db->bound = heap;
    db->lib->limit(db->db, SQLITE_LIMIT_LENGTH, heap && heap < (uint64_t)db->longest ? (int)heap : db->longest);
}

/* The open database behind a[0]; NULL with the error of a closed one. */
static MrDatabase *open_database(MrThread *t, MrValue v)
{
    MrDatabase *db = MR_DATABASE(v);
    db->thread = t;
    if (!db->db)
        mr_raise_from(t, "sqlite3", "ProgrammingError", "Cannot operate on a closed database.");
    else if (MR_UNLIKELY(db->bound != t->iso->limits.heap))
        bound_values(db, t->iso->limits.heap);
    return db->db ? db : NULL;
}

static bool has_callbacks(const MrDatabase *db)
{
    const MrList *l = MR_LIST(db->callbacks);
    for (size_t i = 0; i < l->length; i++)
        if (l->items[i] != MR_NONE)
            return true;
    return false;
}

/* ---- databases ---- */

/* a: cls, path as bytes, flags */
static MrValue database_new(MrThread *t, MrValue *a)
{
    const MrSqlite *lib = mr_sqlite(t);
    if (!lib)
        return MR_ERROR;
    if (!mr_is_bytes(a[1]) || !mr_is_int(a[2]))
        return mr_raise(t, MR_EXC_TypeError, "the path must be bytes, the flags an int");
    MrDatabase *db = mr_def_new(t, &database_def, a[0]);
    MrValue callbacks = mr_list_new(t, N_HOOKS), running = mr_list_new(t, 0);
    if (!db || callbacks == MR_ERROR || running == MR_ERROR)
        return MR_ERROR;
    for (int i = 0; i < N_HOOKS; i++)
        if (!mr_list_append(t, callbacks, MR_NONE))
            return MR_ERROR;
    db->functions = *lib;
    db->lib = &db->functions;
    db->callbacks = callbacks;
    db->running = running;
    db->thread = t;
    int c = lib->open_v2(MR_BYTES(a[1])->bytes, &db->db, (int)mr_int_of(a[2]), NULL);
    if (c != SQLITE_OK) {
        MrValue message = mr_str_c(t, db->db ? lib->errmsg(db->db) : lib->errstr(c));
        lib->close_v2(db->db);
        db->db = NULL;
        return message == MR_ERROR ? MR_ERROR : mr_raise_from(t, "sqlite3", "OperationalError", "%s", mr_cstr(message));
    }
    lib->extended_result_codes(db->db, 1);
    db->longest = lib->limit(db->db, SQLITE_LIMIT_LENGTH, -1);
    mr_sqlite_watch(db);
    return mr_val(db);
}

static MrValue database_close(MrThread *t, MrValue *a)
{
    MrDatabase *db = MR_DATABASE(a[0]);
    (void)t;
    if (db->db) {
        sqlite3 *handle = db->db;
        db->db = NULL; /* before the destructors of functions run */
        db->lib->close_v2(handle);
    }
    return MR_NONE;
}

static void database_finalize(MrIsolate *iso, MrObj *o)
{
    MrDatabase *db = (MrDatabase *)o;
    (void)iso;
    if (db->db) {
        sqlite3 *handle = db->db;
        db->db = NULL;
        db->functions.close_v2(handle);
    }
}

/* a: self, sql as str: (statement or None, what follows it as str). An int if it failed. */
static MrValue database_prepare(MrThread *t, MrValue *a)
{
    MrDatabase *db = open_database(t, a[0]);
    if (!db)
        return MR_ERROR;
    const char *sql = mr_cstr(a[1]), *tail = NULL;
    sqlite3_stmt *s = NULL;
    int c = db->lib->prepare_v2(db->db, sql, (int)MR_STR(a[1])->nbytes + 1, &s, &tail);
    if (c != SQLITE_OK)
        return code(t, c);
    MrValue pair[2] = {MR_NONE, mr_str_new(t, tail, MR_STR(a[1])->nbytes - (size_t)(tail - sql))};
    if (pair[1] == MR_ERROR)
        return MR_ERROR;
    if (s) {
        MrStatement *made = mr_def_alloc(t, &statement_def);
        if (!made) {
            db->lib->finalize(s);
            return MR_ERROR;
        }
        made->s = s;
        made->database = a[0];
        made->finalize = db->lib->finalize;
        pair[0] = mr_val(made);
    }
    return mr_tuple_from(t, pair, 2);
}

#define NUMBER(name, expression) \
    static MrValue database_##name(MrThread *t, MrValue *a) \
    { \
        MrDatabase *db = open_database(t, a[0]); \
        return db ? mr_int(t, (int64_t)(expression)) : MR_ERROR; \
    }
NUMBER(changes, db->lib->changes(db->db))
NUMBER(total_changes, db->lib->total_changes(db->db))
NUMBER(last_insert_rowid, db->lib->last_insert_rowid(db->db))
NUMBER(autocommit, db->lib->get_autocommit(db->db))
NUMBER(errcode, db->lib->extended_errcode(db->db))
NUMBER(busy_timeout, db->lib->busy_timeout(db->db, (int)mr_int_of(a[1])))

/* a: self, category, value: the limit before */
static MrValue database_limit(MrThread *t, MrValue *a)
{
    MrDatabase *db = open_database(t, a[0]);
    if (!db)
        return MR_ERROR;
    int category = (int)mr_int_of(a[1]), old = db->lib->limit(db->db, category, (int)mr_int_of(a[2]));
    if (category == SQLITE_LIMIT_LENGTH) {
        int longest = db->lib->limit(db->db, category, -1); /* the library has a limit of its own */
        old = db->longest;
        db->longest = mr_int_of(a[2]) < 0 ? old : longest;
        bound_values(db, t->iso->limits.heap);
    }
    return mr_int(t, old);
}

/* A switch's state after it was set, or only asked for (value -1); the negative code of an error. */
static MrValue database_configure(MrThread *t, MrValue *a)
{
    MrDatabase *db = open_database(t, a[0]);
    int state = 0;
    if (!db)
        return MR_ERROR;
    int code = db->lib->db_config(db->db, (int)mr_int_of(a[1]), (int)mr_int_of(a[2]), &state);
    return mr_small_int(code == SQLITE_OK ? state : -code);
}

static MrValue database_errmsg(MrThread *t, MrValue *a)
{
    MrDatabase *db = open_database(t, a[0]);
    return db ? mr_str_c(t, db->lib->errmsg(db->db)) : MR_ERROR;
}

static MrValue database_interrupt(MrThread *t, MrValue *a)
{
    MrDatabase *db = open_database(t, a[0]);
    if (!db)
        return MR_ERROR;
    db->lib->interrupt(db->db);
    return MR_NONE;
}

static MrValue database_serialize(MrThread *t, MrValue *a)
{
    MrDatabase *db = open_database(t, a[0]);
    sqlite3_int64 n = 0;
    if (!db)
        return MR_ERROR;
    unsigned char *p = db->lib->serialize(db->db, mr_cstr(a[1]), &n, 0);
    if (!p)
        return mr_raise_from(t, "sqlite3", "OperationalError", "unable to serialize '%s'", mr_cstr(a[1]));
    MrValue out = mr_bytes_new(t, (const char *)p, (size_t)n);
    db->lib->free(p);
    return out;
}

static MrValue database_deserialize(MrThread *t, MrValue *a)
{
    MrDatabase *db = open_database(t, a[0]);
    const char *p;
    size_t n;
    if (!db || !mr_buffer_of(t, a[1], &p, &n))
        return MR_ERROR;
    unsigned char *copy = db->lib->malloc64(n ? n : 1);
    if (!copy)
        return mr_raise_no_memory(t);
    memcpy(copy, p, n);
    return code(t, db->lib->deserialize(db->db, mr_cstr(a[2]), copy, (sqlite3_int64)n, (sqlite3_int64)n,
                                        SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE));
}

/* a: self, target, pages, progress or None, name, sleep in milliseconds */
static MrValue database_backup(MrThread *t, MrValue *a)
{
    MrDatabase *db = open_database(t, a[0]), *target = db ? open_database(t, a[1]) : NULL;
    if (!target)
        return MR_ERROR;
    const MrSqlite *lib = db->lib;
    sqlite3_backup *b = lib->backup_init(target->db, "main", db->db, mr_cstr(a[4]));
    if (!b)
        return mr_raise_from(t, "sqlite3", "OperationalError", "%s", lib->errmsg(target->db));
    int c;
    do {
        mr_thread_leave(t);
        c = lib->backup_step(b, (int)mr_int_of(a[2]));
        mr_thread_enter(t);
        if (a[3] != MR_NONE) {
            MrValue left = mr_int(t, lib->backup_remaining(b)), total = mr_int(t, lib->backup_pagecount(b));
            if (mr_call3(t, a[3], mr_small_int(c), left, total) == MR_ERROR)
                break;
        }
        if (c == SQLITE_BUSY || c == SQLITE_LOCKED) {
            mr_thread_leave(t);
            lib->sleep((int)mr_int_of(a[5]));
            mr_thread_enter(t);
        }
        if (!mr_poll(t))
            break;
    } while (c == SQLITE_OK || c == SQLITE_BUSY || c == SQLITE_LOCKED);
    int end = lib->backup_finish(b);
    if (mr_pending(t))
        return MR_ERROR;
    if (c != SQLITE_DONE || end != SQLITE_OK)
        return mr_raise_from(t, "sqlite3", "OperationalError", "%s", c == SQLITE_DONE ? lib->errmsg(target->db) : lib->errstr(c));
    return MR_NONE;
}

#define GUARDED(name, function) \
    static MrValue database_##name(MrThread *t, MrValue *a) { return open_database(t, a[0]) ? function(t, a) : MR_ERROR; }
GUARDED(create_function, mr_sqlite_create_function)
GUARDED(create_aggregate, mr_sqlite_create_aggregate)
GUARDED(create_collation, mr_sqlite_create_collation)
GUARDED(set_authorizer, mr_sqlite_set_authorizer)
GUARDED(set_progress, mr_sqlite_set_progress)
GUARDED(set_trace, mr_sqlite_set_trace)

static MrValue get_closed(MrThread *t, MrValue self)
{
    (void)t;
    return mr_bool(!MR_DATABASE(self)->db);
}

static void database_trace(MrGc *gc, MrObj *o)
{
    mr_mark(gc, ((MrDatabase *)o)->callbacks);
    mr_mark(gc, ((MrDatabase *)o)->running);
}

static const MrMethodDef database_methods[] = {
    {"__new__(cls, path, flags, /)", database_new, "Opens a database.", MR_METHOD_STATIC},
    {"close(self, /)", database_close, "Closes it.", 0},
    {"prepare(self, sql, /)", database_prepare, "(statement or None, the rest of the text), or an error code.", 0},
    {"changes(self, /)", database_changes, "Rows that the last statement changed.", 0},
    {"total_changes(self, /)", database_total_changes, "Rows changed since it was opened.", 0},
    {"last_insert_rowid(self, /)", database_last_insert_rowid, "The row id of the last row inserted.", 0},
    {"autocommit(self, /)", database_autocommit, "1 outside of a transaction.", 0},
    {"errcode(self, /)", database_errcode, "The extended code of the last error.", 0},
    {"errmsg(self, /)", database_errmsg, "The text of the last error.", 0},
    {"busy_timeout(self, milliseconds, /)", database_busy_timeout, "How long to wait for a lock.", 0},
    {"configure(self, op, value, /)", database_configure, "Sets a switch, -1 leaves it; its state, or an error's code, negative.", 0},
    {"limit(self, category, value, /)", database_limit, "Sets a limit, -1 leaves it; the old one.", 0},
    {"interrupt(self, /)", database_interrupt, "Stops what runs.", 0},
    {"serialize(self, name, /)", database_serialize, "The database as bytes.", 0},
    {"deserialize(self, data, name, /)", database_deserialize, "Makes bytes the database.", 0},
    {"backup(self, target, pages, progress, name, sleep, /)", database_backup, "Copies the database into another.", 0},
    {"create_function(self, name, n, callable, deterministic, /)", database_create_function, "Registers a function.", 0},
    {"create_aggregate(self, name, n, cls, window, /)", database_create_aggregate, "Registers an aggregate.", 0},
    {"create_collation(self, name, callable, /)", database_create_collation, "Registers an order of texts.", 0},
    {"set_authorizer(self, callable, /)", database_set_authorizer, "Sets who decides what statements may do.", 0},
    {"set_progress_handler(self, callable, n, /)", database_set_progress, "Sets what is called every n steps.", 0},
    {"set_trace_callback(self, callable, /)", database_set_trace, "Sets what is told of every statement.", 0},
    {0},
};
static const MrGetSetDef database_getset[] = {{"closed", get_closed, NULL, "Was it closed?"}, {0}};
static const MrTypeDef database_def = {.name = "_sqlite3.Database", .kind = MR_KIND_OTHER, .size = sizeof(MrDatabase), .flags = MR_TYPEDEF_FINAL,
                                       .methods = database_methods, .getset = database_getset, .trace = database_trace, .finalize = database_finalize,
                                       .doc = "A connection to an SQLite database."};

/* ---- statements ---- */

static MrDatabase *database_of(MrThread *t, MrValue self)
{
    MrDatabase *db = open_database(t, STATEMENT(self)->database);
    if (db && !STATEMENT(self)->s) {
        mr_raise_from(t, "sqlite3", "ProgrammingError", "the statement was finalized");
        return NULL;
    }
    return db;
}

/* a: self, place from 1 on, value: a code, or None for a type that databases do not have */
static MrValue statement_bind(MrThread *t, MrValue *a)
{
    MrDatabase *db = database_of(t, a[0]);
    int64_t i;
    MrView view;
    if (!db)
        return MR_ERROR;
    sqlite3_stmt *s = STATEMENT(a[0])->s;
    int at = (int)mr_int_of(a[1]);
    if (a[2] == MR_NONE)
        return code(t, db->lib->bind_null(s, at));
    if (mr_is_integer(a[2])) {
        if (!mr_int_as_i64(a[2], &i))
            return mr_raise(t, MR_EXC_OverflowError, "Python int too large to convert to SQLite INTEGER");
        return code(t, db->lib->bind_int64(s, at, i));
    }
    double d;
    if (mr_is_float(a[2]) || mr_is_kind(a[2], MR_KIND_FLOAT))
        return mr_to_double(t, a[2], &d) ? code(t, db->lib->bind_double(s, at, d)) : MR_ERROR;
    if (mr_is_str(a[2])) {
        MrValue utf8 = mr_encode(t, a[2], "utf-8", "strict");
        if (utf8 == MR_ERROR)
            return MR_ERROR;
        if (MR_BYTES(utf8)->length > INT32_MAX)
            return mr_raise(t, MR_EXC_OverflowError, "string longer than INT_MAX bytes");
        return code(t, db->lib->bind_text(s, at, MR_BYTES(utf8)->bytes, (int)MR_BYTES(utf8)->length, SQLITE_TRANSIENT));
    }
    if (mr_bytes_view(t, a[2], &view)) {
        if (view.n > INT32_MAX)
            return mr_raise(t, MR_EXC_OverflowError, "BLOB longer than INT_MAX bytes");
        return code(t, db->lib->bind_blob(s, at, view.n ? view.p : "", (int)view.n, SQLITE_TRANSIENT));
    }
    return MR_NONE;
}

static MrValue statement_step(MrThread *t, MrValue *a)
{
    MrDatabase *db = database_of(t, a[0]);
    if (!db)
        return MR_ERROR;
    sqlite3_stmt *s = STATEMENT(a[0])->s;
    int c;
    db->reads = db->lib->stmt_readonly(s);
    if (has_callbacks(db)) {
        c = db->lib->step(s);
    } else {
        const MrSqlite *lib = db->lib;
        mr_thread_leave(t);
        c = lib->step(s);
        mr_thread_enter(t);
    }
    if (mr_pending(t) || !mr_poll(t))
        return MR_ERROR;
    return code(t, c);
}

/* Text that is no UTF-8: the error names the column and shows the text. */
static MrValue column_text(MrThread *t, const MrDatabase *db, sqlite3_stmt *s, int i)
{
    const char *p = (const char *)db->lib->column_text(s, i);
    size_t n = (size_t)db->lib->column_bytes(s, i);
    MrValue v = mr_decode(t, p ? p : "", n, "utf-8", "strict");
    if (v != MR_ERROR || !mr_clear_if(t, MR_EXC_UnicodeDecodeError))
        return v;
    MrValue shown = mr_decode(t, p, n, "ascii", "replace");
    return shown == MR_ERROR ? MR_ERROR
                             : mr_raise_from(t, "sqlite3", "OperationalError", "Could not decode to UTF-8 column '%s' with text '%s'",
                                             db->lib->column_name(s, i), mr_cstr(shown));
}

static MrValue column_value(MrThread *t, const MrDatabase *db, sqlite3_stmt *s, int i, MrValue text_factory)
{
    const MrSqlite *lib = db->lib;
    switch (lib->column_type(s, i)) {
    case SQLITE_NULL: return MR_NONE;
    case SQLITE_INTEGER: return mr_int(t, lib->column_int64(s, i));
    case SQLITE_FLOAT: return mr_float(lib->column_double(s, i));
    case SQLITE_TEXT:
        if (text_factory != MR_NONE) {
            const char *p = (const char *)lib->column_text(s, i);
            MrValue bytes = mr_bytes_new(t, p ? p : "", (size_t)lib->column_bytes(s, i));
            return bytes == MR_ERROR || text_factory == mr_type_val(t, MR_TYPE_bytes) ? bytes : mr_call1(t, text_factory, bytes);
        }
        return column_text(t, db, s, i);
    default: {
        const char *p = lib->column_blob(s, i);
        return mr_bytes_new(t, p ? p : "", (size_t)lib->column_bytes(s, i));
    }
    }
}

/* a: self, text factory or None, converters (a list with a callable or None for each column) or None: the row as a tuple */
static MrValue statement_row(MrThread *t, MrValue *a)
{
    MrDatabase *db = database_of(t, a[0]);
    if (!db)
        return MR_ERROR;
    sqlite3_stmt *s = STATEMENT(a[0])->s;
    int n = db->lib->column_count(s);
    MrValue list = mr_list_new(t, (size_t)n);
    for (int i = 0; list != MR_ERROR && i < n; i++) {
        MrValue converter = a[2] != MR_NONE && (size_t)i < MR_LIST(a[2])->length ? MR_LIST(a[2])->items[i] : MR_NONE, v;
        if (converter != MR_NONE && db->lib->column_type(s, i) != SQLITE_NULL) {
            const char *p = db->lib->column_blob(s, i);
            MrValue bytes = mr_bytes_new(t, p ? p : "", (size_t)db->lib->column_bytes(s, i));
            v = bytes == MR_ERROR ? MR_ERROR : mr_call1(t, converter, bytes);
        } else {
            v = column_value(t, db, s, i, a[1]);
        }
        if (v == MR_ERROR || !mr_list_append(t, list, v))
            return MR_ERROR;
        if (!STATEMENT(a[0])->s || !db->db)
            return mr_raise_from(t, "sqlite3", "InterfaceError", "Cursor needed to be reset because of commit/rollback and can no longer be fetched from.");
    }
    return list == MR_ERROR ? MR_ERROR : mr_tuple_from(t, MR_LIST(list)->items, MR_LIST(list)->length);
}

/* reset() and finalize() do nothing once either is closed. */
static MrValue statement_reset(MrThread *t, MrValue *a)
{
    MrStatement *s = STATEMENT(a[0]);
    MrDatabase *db = MR_DATABASE(s->database);
    db->thread = t;
    return code(t, s->s && db->db ? db->lib->reset(s->s) : SQLITE_OK);
}

static MrValue statement_finalize_method(MrThread *t, MrValue *a)
{
    MrStatement *s = STATEMENT(a[0]);
    MR_DATABASE(s->database)->thread = t;
    if (s->s)
        s->finalize(s->s);
    s->s = NULL;
    return MR_NONE;
}

static MrValue statement_clear(MrThread *t, MrValue *a)
{
    MrDatabase *db = database_of(t, a[0]);
    return db ? code(t, db->lib->clear_bindings(STATEMENT(a[0])->s)) : MR_ERROR;
}

/* The names of the parameters, None for those without one. */
static MrValue statement_parameters(MrThread *t, MrValue *a)
{
    MrDatabase *db = database_of(t, a[0]);
    if (!db)
        return MR_ERROR;
    int n = db->lib->bind_parameter_count(STATEMENT(a[0])->s);
    MrValue list = mr_list_new(t, (size_t)n);
    for (int i = 1; list != MR_ERROR && i <= n; i++) {
        const char *name = db->lib->bind_parameter_name(STATEMENT(a[0])->s, i);
        MrValue v = name ? mr_str_c(t, name) : MR_NONE;
        if (v == MR_ERROR || !mr_list_append(t, list, v))
            return MR_ERROR;
    }
    return list;
}

/* [(name, declared type or None)] of the columns */
static MrValue statement_columns(MrThread *t, MrValue *a)
{
    MrDatabase *db = database_of(t, a[0]);
    if (!db)
        return MR_ERROR;
    sqlite3_stmt *s = STATEMENT(a[0])->s;
    int n = db->lib->column_count(s);
    MrValue list = mr_list_new(t, (size_t)n);
    for (int i = 0; list != MR_ERROR && i < n; i++) {
        const char *name = db->lib->column_name(s, i), *type = db->lib->column_decltype(s, i);
        MrValue pair[2] = {mr_str_c(t, name ? name : ""), type ? mr_str_c(t, type) : MR_NONE};
        MrValue v = pair[0] == MR_ERROR || pair[1] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, pair, 2);
        if (v == MR_ERROR || !mr_list_append(t, list, v))
            return MR_ERROR;
    }
    return list;
}

static MrValue statement_readonly(MrThread *t, MrValue *a)
{
    MrDatabase *db = database_of(t, a[0]);
    return db ? mr_bool(db->lib->stmt_readonly(STATEMENT(a[0])->s)) : MR_ERROR;
}

static void statement_trace(MrGc *gc, MrObj *o) { mr_mark(gc, ((MrStatement *)o)->database); }

/* The database may be swept before; close_v2 waits for its statements. */
static void statement_finalize(MrIsolate *iso, MrObj *o)
{
    MrStatement *s = (MrStatement *)o;
    (void)iso;
    if (s->s)
        s->finalize(s->s);
    s->s = NULL;
}

static const MrMethodDef statement_methods[] = {
    {"bind(self, place, value, /)", statement_bind, "Gives a parameter its value.", 0},
    {"step(self, /)", statement_step, "Goes on to the next row; a code.", 0},
    {"row(self, text_factory, converters, /)", statement_row, "The row as a tuple.", 0},
    {"reset(self, /)", statement_reset, "Back to the start.", 0},
    {"clear(self, /)", statement_clear, "Takes the parameters' values away.", 0},
    {"finalize(self, /)", statement_finalize_method, "Gives the statement back.", 0},
    {"parameters(self, /)", statement_parameters, "Names of the parameters.", 0},
    {"columns(self, /)", statement_columns, "Names and declared types of the columns.", 0},
    {"readonly(self, /)", statement_readonly, "Does it leave the database alone?", 0},
    {0},
};
static const MrTypeDef statement_def = {.name = "_sqlite3.Statement", .kind = MR_KIND_OTHER, .size = sizeof(MrStatement),
                                        .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_NO_NEW, .methods = statement_methods, .trace = statement_trace,
                                        .finalize = statement_finalize,
                                        .doc = "A compiled SQL statement."};

/* ---- the module ---- */

static MrValue module_complete(MrThread *t, MrValue *a)
{
    const MrSqlite *lib = mr_sqlite(t);
    if (lib && !mr_is_str(a[0]))
        return mr_raise(t, MR_EXC_TypeError, "complete_statement() argument 'statement' must be str, not %s", mr_arg_type_name(t, a[0]));
    return lib ? mr_bool(lib->complete(mr_cstr(a[0]))) : MR_ERROR;
}

static const MrMethodDef functions[] = {
    {"complete_statement(statement)", module_complete,
     "Whether the text ends a statement of SQL: its last token is a semicolon outside quotes and comments.", 0},
    {0},
};
static const MrTypeDef *const types[] = {&database_def, NULL};

static bool init(MrThread *t, MrModule *m)
{
    const MrSqlite *lib = mr_sqlite(t);
    MrValue version = lib ? mr_str_c(t, lib->libversion()) : MR_ERROR;
    return version != MR_ERROR && mr_module_add(t, m, "sqlite_version", version);
}

const MrModuleDef mr_module__sqlite3 = {.name = "_sqlite3", .functions = functions, .init = init, .types = types, .doc = "SQLite's databases and statements."};
