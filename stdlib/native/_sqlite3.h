/* What the files of _sqlite3 share: the library, databases and statements. _sqlite3.c has these two, _sqlite3_callbacks.c the functions, aggregates,
 * collations and hooks that scripts register. Cursors, transactions and errors are the matter of the Python package sqlite3. */
#ifndef MR_STDLIB_NATIVE_SQLITE3_H
#define MR_STDLIB_NATIVE_SQLITE3_H

#include <sqlite3.h>

#include "stdlib/native/instance.h"
#include "vm/types/text.h"

#define MR_SQLITE_FUNCTIONS(X) \
    X(open_v2) X(close_v2) X(prepare_v2) X(finalize) X(step) X(reset) X(clear_bindings) X(bind_null) X(bind_int64) X(bind_double) X(bind_text) X(bind_blob) \
    X(bind_parameter_count) X(bind_parameter_name) X(column_count) X(column_name) X(column_decltype) X(column_type) X(column_int64) X(column_double) \
    X(column_text) X(column_blob) X(column_bytes) X(stmt_readonly) X(errmsg) X(errcode) X(extended_errcode) X(extended_result_codes) X(changes) \
    X(total_changes) X(last_insert_rowid) X(get_autocommit) X(busy_timeout) X(interrupt) X(complete) X(libversion) X(create_function_v2) \
    X(create_window_function) X(create_collation_v2) X(set_authorizer) X(progress_handler) X(trace_v2) X(limit) X(serialize) X(deserialize) X(free) X(malloc64) \
    X(backup_init) X(backup_step) X(backup_remaining) X(backup_pagecount) X(backup_finish) X(value_type) X(value_int64) X(value_double) X(value_text) \
    X(value_blob) X(value_bytes) X(result_null) X(result_int64) X(result_double) X(result_text) X(result_blob) X(result_error) X(result_error_nomem) \
    X(result_error_toobig) X(user_data) X(aggregate_context) X(expanded_sql) X(errstr) X(sleep) X(db_config)

typedef struct MrSqlite {
#define X(name) __typeof__(&sqlite3_##name) name;
    MR_SQLITE_FUNCTIONS(X)
#undef X
} MrSqlite;

typedef struct MrDatabase {
    MrObj h;
    sqlite3 *db;       /* NULL: closed */
    const MrSqlite *lib;
    MrSqlite functions;/* a copy, which the finalizer may use */
    MrThread *thread;  /* who is inside the library, for callbacks */
    MrValue callbacks; /* list: what scripts registered, by number */
    int64_t progress_every, progress_done; /* steps between two calls of the script's progress handler, and since the last one; 0: it has none */
    bool reads;            /* what runs changes nothing: an interrupt may end it and takes no transaction with it */
    int longest;           /* bytes that a value may have, as the script sees it */
    uint64_t bound;        /* the heap's limit that holds for values, too; 0: none */
    MrValue running;   /* list: instances of aggregates that are being computed */
} MrDatabase;
#define MR_DATABASE(v) ((MrDatabase *)mr_obj_of(v))

const MrSqlite *mr_sqlite(MrThread *t);
/* From now on limits of the isolate end a statement that runs. */
void mr_sqlite_watch(MrDatabase *db);

MrNativeDecl mr_sqlite_create_function, mr_sqlite_create_aggregate, mr_sqlite_create_collation, mr_sqlite_set_authorizer, mr_sqlite_set_progress,
    mr_sqlite_set_trace;

#endif
