/* _sqlite3: what scripts register with a database: functions, aggregates, window functions, collations, hooks.
 *
 * The library holds a malloc'd pair of the database object and a number; the callable itself stands in the database's list `callbacks`, where the
 * collector sees it until the database goes. An aggregate's instance stands in `running`, the library's memory for it holds its number. An exception in a callback is
 * dropped, and the statement fails with the library's error.
 */
#include <dlfcn.h>

#include "stdlib/native/_sqlite3.h"
#include "vm/isolate.h"
#include "vm/types/bigint.h"
#include "vm/types/bytes.h"

typedef struct Registered {
    MrDatabase *db;
    size_t number;
} Registered;

static MrValue callable_of(const Registered *r) { return MR_LIST(r->db->callbacks)->items[r->number]; }

static Registered *keep(MrThread *t, MrDatabase *db, MrValue callable)
{
    Registered *r = malloc(sizeof *r);
    if (!r || !mr_list_append(t, db->callbacks, callable)) {
        if (!r)
            mr_raise_no_memory(t);
        free(r);
        return NULL;
    }
    *r = (Registered){db, MR_LIST(db->callbacks)->length - 1};
    return r;
}

static bool code_ok(MrThread *t, MrDatabase *db, int code)
{
    if (code == SQLITE_OK)
        return true;
    if (!mr_pending(t))
        mr_raise_from(t, "sqlite3", "OperationalError", "%s", db->lib->errmsg(db->db));
    return false;
}

/* ---- values ---- */

/* A value of a function's argument; text that is no UTF-8 is an error. */
static MrValue value_of(MrThread *t, const MrSqlite *lib, sqlite3_value *v)
{
    switch (lib->value_type(v)) {
    case SQLITE_INTEGER: return mr_int(t, lib->value_int64(v));
    case SQLITE_FLOAT: return mr_float(lib->value_double(v));
    case SQLITE_TEXT: {
        const char *text = (const char *)lib->value_text(v);
        return mr_decode(t, text, (size_t)lib->value_bytes(v), "utf-8", "strict");
    }
    case SQLITE_BLOB: {
        const char *bytes = lib->value_blob(v);
        return mr_bytes_new(t, bytes ? bytes : "", (size_t)lib->value_bytes(v));
    }
    default: return MR_NONE;
    }
}

static MrValue arguments(MrThread *t, const MrSqlite *lib, int n, sqlite3_value **values)
{
    MrValue args = mr_list_new(t, (size_t)n);
    for (int i = 0; args != MR_ERROR && i < n; i++) {
        MrValue v = value_of(t, lib, values[i]);
        if (v == MR_ERROR || !mr_list_append(t, args, v))
            return MR_ERROR;
    }
    return args;
}

static MrValue call(MrThread *t, const MrSqlite *lib, MrValue f, int n, sqlite3_value **values)
{
    MrValue args = arguments(t, lib, n, values);
    return args == MR_ERROR ? MR_ERROR : mr_call(t, f, MR_LIST(args)->length, MR_LIST(args)->items);
}

/* Hands over a result; false: no type that a database has. */
static bool give_result(MrThread *t, const MrSqlite *lib, sqlite3_context *c, MrValue v)
{
    int64_t i;
    MrView view;
    if (v == MR_ERROR)
        return false;
    if (v == MR_NONE)
        lib->result_null(c);
    else if (mr_is_integer(v) && mr_int_as_i64(v, &i))
        lib->result_int64(c, i);
    else if (mr_is_float(v))
        lib->result_double(c, mr_float_of(v));
    else if (mr_is_str(v))
        lib->result_text(c, mr_cstr(v), (int)MR_STR(v)->nbytes, SQLITE_TRANSIENT);
    else if (mr_bytes_view(t, v, &view))
        lib->result_blob(c, view.n ? view.p : "", (int)view.n, SQLITE_TRANSIENT);
    else
        return false;
    return true;
}

static void fail(MrThread *t, const MrSqlite *lib, sqlite3_context *c, const char *message)
{
    if (mr_pending_is(t, MR_EXC_MemoryError))
        lib->result_error_nomem(c);
    else if (mr_pending(t) && mr_pending_is(t, MR_EXC_OverflowError))
        lib->result_error_toobig(c);
    else
        lib->result_error(c, message, -1);
    if (mr_pending(t))
        mr_take_pending(t);
}

/* ---- functions ---- */

/* What the callback belongs to. The library passes its context only, and which function reads that is not known without a database: it is looked up. */
static Registered *of_context(sqlite3_context *c)
{
    void *(*user_data)(sqlite3_context *) = NULL;
    void *handle = dlopen("libsqlite3.so.0", RTLD_NOW | RTLD_NOLOAD);
    if (handle) {
        *(void **)&user_data = dlsym(handle, "sqlite3_user_data");
        dlclose(handle);
    }
    return user_data ? user_data(c) : NULL;
}

static void run_function(sqlite3_context *c, int n, sqlite3_value **values)
{
    Registered *r = of_context(c);
    if (!r)
        return;
    MrThread *t = r->db->thread;
    if (!give_result(t, r->db->lib, c, call(t, r->db->lib, callable_of(r), n, values)))
        fail(t, r->db->lib, c, "user-defined function raised exception");
}

/* The running instance, made by the first step; MR_ERROR, or MR_UNBOUND if there is none and none is to be made. */
static MrValue instance(MrThread *t, Registered *r, sqlite3_context *c, bool make)
{
    const MrSqlite *lib = r->db->lib;
    size_t *number = lib->aggregate_context(c, make ? sizeof *number : 0);
    if (!number)
        return make ? mr_raise_no_memory(t) : MR_UNBOUND;
    if (*number)
        return MR_LIST(r->db->running)->items[*number - 1];
    if (!make)
        return MR_UNBOUND;
    MrValue made = mr_call0(t, callable_of(r));
    if (made == MR_ERROR || !mr_list_append(t, r->db->running, made))
        return MR_ERROR;
    *number = MR_LIST(r->db->running)->length;
    return made;
}

static void call_method(sqlite3_context *c, int n, sqlite3_value **values, const char *name, const char *message)
{
    Registered *r = of_context(c);
    if (!r)
        return;
    MrThread *t = r->db->thread;
    MrValue object = instance(t, r, c, true);
    if (object == MR_ERROR) {
        fail(t, r->db->lib, c, "user-defined aggregate's '__init__' method raised error");
        return;
    }
    MrValue method = mr_getattr_c(t, object, name);
    if (method == MR_ERROR || call(t, r->db->lib, method, n, values) == MR_ERROR)
        fail(t, r->db->lib, c, message);
}

static void run_step(sqlite3_context *c, int n, sqlite3_value **values)
{
    call_method(c, n, values, "step", "user-defined aggregate's 'step' method raised error");
}

static void run_inverse(sqlite3_context *c, int n, sqlite3_value **values)
{
    call_method(c, n, values, "inverse", "user-defined aggregate's 'inverse' method raised error");
}

static void result_of(sqlite3_context *c, const char *name, const char *message, const char *missing, bool last)
{
    Registered *r = of_context(c);
    if (!r)
        return;
    MrThread *t = r->db->thread;
    const MrSqlite *lib = r->db->lib;
    MrValue pending = t->pending; /* the end is announced after an error as well */
    t->pending = MR_UNBOUND;
    MrValue object = instance(t, r, c, false);
    if (object == MR_UNBOUND) { /* no row at all: NULL */
        t->pending = pending;
        return;
    }
    MrValue method = object == MR_ERROR ? MR_ERROR : mr_getattr_c(t, object, name);
    if (method == MR_ERROR)
        fail(t, lib, c, missing);
    else if (!give_result(t, lib, c, mr_call0(t, method)))
        fail(t, lib, c, message);
    size_t *number = last ? lib->aggregate_context(c, 0) : NULL;
    if (number && *number)
        MR_LIST(r->db->running)->items[*number - 1] = MR_NONE;
    t->pending = pending;
}

static void run_value(sqlite3_context *c)
{
    result_of(c, "value", "user-defined aggregate's 'value' method raised error", "user-defined aggregate's 'value' method not defined", false);
}

static void run_final(sqlite3_context *c)
{
    result_of(c, "finalize", "user-defined aggregate's 'finalize' method raised error", "user-defined aggregate's 'finalize' method not defined", true);
}

/* a: self, name, n, callable or None, deterministic */
MrValue mr_sqlite_create_function(MrThread *t, MrValue *a)
{
    MrDatabase *db = MR_DATABASE(a[0]);
    int flags = SQLITE_UTF8 | (a[4] == MR_TRUE ? SQLITE_DETERMINISTIC : 0), code;
    Registered *r = a[3] == MR_NONE ? NULL : keep(t, db, a[3]);
    if (a[3] != MR_NONE && !r)
        return MR_ERROR;
    code = db->lib->create_function_v2(db->db, mr_cstr(a[1]), (int)mr_int_of(a[2]), flags, r, r ? run_function : NULL, NULL, NULL, r ? free : NULL);
    return mr_int(t, code);
}

/* a: self, name, n, class or None, window */
MrValue mr_sqlite_create_aggregate(MrThread *t, MrValue *a)
{
    MrDatabase *db = MR_DATABASE(a[0]);
    int code, n = (int)mr_int_of(a[2]);
    Registered *r = a[3] == MR_NONE ? NULL : keep(t, db, a[3]);
    if (a[3] != MR_NONE && !r)
        return MR_ERROR;
    if (a[4] == MR_TRUE)
        code = db->lib->create_window_function(db->db, mr_cstr(a[1]), n, SQLITE_UTF8, r, r ? run_step : NULL, r ? run_final : NULL, r ? run_value : NULL,
                                               r ? run_inverse : NULL, r ? free : NULL);
    else
        code = db->lib->create_function_v2(db->db, mr_cstr(a[1]), n, SQLITE_UTF8, r, NULL, r ? run_step : NULL, r ? run_final : NULL, r ? free : NULL);
    return mr_int(t, code);
}

/* ---- collations and hooks ---- */

static int run_collation(void *data, int n_a, const void *a, int n_b, const void *b)
{
    Registered *r = data;
    MrThread *t = r->db->thread;
    if (mr_pending(t))
        return 0;
    MrValue x = mr_decode(t, a, (size_t)n_a, "utf-8", "strict"), y = x == MR_ERROR ? MR_ERROR : mr_decode(t, b, (size_t)n_b, "utf-8", "strict");
    MrValue result = y == MR_ERROR ? MR_ERROR : mr_call2(t, callable_of(r), x, y);
    int64_t order = 0;
    if (result == MR_ERROR || !mr_to_i64(t, result, &order))
        mr_take_pending(t);
    return order > 0 ? 1 : order < 0 ? -1 : 0;
}

MrValue mr_sqlite_create_collation(MrThread *t, MrValue *a)
{
    MrDatabase *db = MR_DATABASE(a[0]);
    Registered *r = a[2] == MR_NONE ? NULL : keep(t, db, a[2]);
    if (a[2] != MR_NONE && !r)
        return MR_ERROR;
    return mr_int(t, db->lib->create_collation_v2(db->db, mr_cstr(a[1]), SQLITE_UTF8, r, r ? run_collation : NULL, r ? free : NULL));
}

/* Hooks have one place each in `callbacks`: 0 authorizer, 1 progress, 2 trace. */
enum { AUTHORIZER, PROGRESS, TRACE };

static MrValue hook_of(const MrDatabase *db, int which) { return MR_LIST(db->callbacks)->items[which]; }

static int run_authorizer(void *data, int action, const char *a, const char *b, const char *c, const char *d)
{
    MrDatabase *db = data;
    MrThread *t = db->thread;
    const char *texts[] = {a, b, c, d};
    MrValue args[5] = {mr_small_int(action)};
    for (int i = 0; i < 4; i++)
        args[i + 1] = texts[i] ? mr_str_c(t, texts[i]) : MR_NONE;
    MrValue result = mr_call(t, hook_of(db, AUTHORIZER), 5, args);
    int64_t code = SQLITE_DENY;
    if (result == MR_ERROR)
        mr_take_pending(t);
    else if (mr_is_int(result))
        code = mr_int_of(result);
    return (int)code;
}

MrValue mr_sqlite_set_authorizer(MrThread *t, MrValue *a)
{
    MrDatabase *db = MR_DATABASE(a[0]);
    MR_LIST(db->callbacks)->items[AUTHORIZER] = a[1];
    return code_ok(t, db, db->lib->set_authorizer(db->db, a[1] == MR_NONE ? NULL : run_authorizer, db)) ? MR_NONE : MR_ERROR;
}

enum { WATCH_EVERY = 1000 }; /* steps of SQLite's machine: some ten microseconds */

/* Called while the isolate may have been let go of: looks at flags only, unless the script has a handler of its own, for which it is held. */
static int run_progress(void *data)
{
    MrDatabase *db = data;
    MrThread *t = db->thread;
    if (db->reads ? mr_limits_is_ending(t) : mr_limits_is_over(t->iso))
        return 1; /* whoever called SQLite polls */
    int64_t every = db->progress_every;
    if (!every)
        return 0;
    db->progress_done += every < WATCH_EVERY ? every : WATCH_EVERY;
    if (db->progress_done < every)
        return 0;
    db->progress_done = 0;
    MrValue result = mr_call0(t, hook_of(db, PROGRESS));
    int stop = result == MR_ERROR ? -1 : mr_truth(t, result);
    if (stop < 0)
        mr_take_pending(t);
    return stop != 0;
}

void mr_sqlite_watch(MrDatabase *db)
{
    int64_t every = db->progress_every;
    db->lib->progress_handler(db->db, every && every < WATCH_EVERY ? (int)every : WATCH_EVERY, run_progress, db);
}

MrValue mr_sqlite_set_progress(MrThread *t, MrValue *a)
{
    MrDatabase *db = MR_DATABASE(a[0]);
    int64_t n;
    if (!mr_to_i64(t, a[2], &n))
        return MR_ERROR;
    MR_LIST(db->callbacks)->items[PROGRESS] = a[1];
    db->progress_every = a[1] == MR_NONE || n < 1 ? 0 : n;
    db->progress_done = 0;
    mr_sqlite_watch(db);
    return MR_NONE;
}

static int run_trace(unsigned kind, void *data, void *statement, void *sql)
{
    MrDatabase *db = data;
    MrThread *t = db->thread;
    (void)sql;
    if (kind != SQLITE_TRACE_STMT)
        return 0;
    char *text = db->lib->expanded_sql(statement);
    MrValue shown = mr_str_c(t, text ? text : "");
    db->lib->free(text);
    if (shown == MR_ERROR || mr_call1(t, hook_of(db, TRACE), shown) == MR_ERROR)
        mr_take_pending(t);
    return 0;
}

MrValue mr_sqlite_set_trace(MrThread *t, MrValue *a)
{
    MrDatabase *db = MR_DATABASE(a[0]);
    MR_LIST(db->callbacks)->items[TRACE] = a[1];
    db->lib->trace_v2(db->db, a[1] == MR_NONE ? 0 : SQLITE_TRACE_STMT, a[1] == MR_NONE ? NULL : run_trace, db);
    (void)t;
    return MR_NONE;
}
