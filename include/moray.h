/* moray.h: embed Moray, an interpreter of the Python language (3.12), in a C or C++ program.
 *
 *     #include <moray.h>
 *
 *     static MorayRef beep(MorayVM *vm, MorayArgs *args, void *data)
 *     {
 *         (void)data;
 *         for (int64_t i = 0; i < moray_arg_int(args, 0); i++)
 *             putchar('\a');
 *         return moray_none(vm);
 *     }
 *
 *     int main(void)
 *     {
 *         MorayVM *vm = moray_new(NULL);
 *         moray_set_global(vm, "beep", moray_function(vm, "beep(times: int = 1)", beep, "Rings the bell.", NULL));
 *         MorayError err;
 *         if (!moray_run(vm, "beep(3)\nprint('done')", "hello.py") && moray_catch(vm, &err))
 *             fputs(err.traceback, stderr);
 *         moray_finish(vm);
 *         moray_free(vm);
 *     }
 *
 * The rules, all of them:
 *
 * VMs. A MorayVM is a whole interpreter: heap, modules, standard streams. There are no process globals, so a program may have any number of them.
 *     One thread at a time may be inside a VM; which thread it is may change between calls. moray_post, moray_future_post and moray_interrupt
 *     are the exceptions: any thread may call them at any time between moray_new and moray_free.
 *
 * Trust. A VM starts with nothing but the language: its scripts may not open files, make connections, start processes or threads, or see the
 *     environment, until the host says so (`allow`). What they use up can be limited so that no script can go on beyond it (`limits`).
 *
 * References. A script value is seen through a MorayRef: eight bytes, passed by value, which nothing else in C can be mistaken for. It lives until the
 *     scope that it was made in closes. A native function gets a scope of its own; outside of natives there is one that lasts as long as the VM,
 *     so a program that makes values in a loop opens scopes there. moray_pin makes a reference that lives until it is unpinned. Using a reference
 *     whose time is over raises a RuntimeError in the VM; it never crashes.
 *
 * Errors. Whatever fails returns MORAY_NULL, false or -1 and leaves an exception pending in the VM. While one is pending, every function that
 *     could run script or make values does nothing and fails too, and MORAY_NULL given as an argument is such a failure as well. So a straight
 *     line of calls needs one check, at its end. A host ends the failure with moray_catch or moray_report; a native function just
 *     returns MORAY_NULL and lets its caller in the script see the exception.
 *
 * Pointers. One that may be NULL is said to. In the place of another, NULL is a SystemError in every build, wherever there is a VM that could raise it.
 *
 * Text. Strings are UTF-8. What a function returns as `const char *` belongs to the VM and says how long it stays.
 *
 * Functions that are marked [script] may run script code, and with it natives that call this interface again. That is fine at any depth: too deep a
 * recursion ends in a RecursionError.
 */
#ifndef MORAY_H
#define MORAY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define MORAY_API __attribute__((visibility("default")))
#define MORAY_PRINTF(format_index, first) __attribute__((format(printf, format_index, first)))
#else
#define MORAY_API
#define MORAY_PRINTF(format_index, first)
#endif

#ifdef __cplusplus
extern "C" {
#endif

typedef struct MorayVM MorayVM;
struct uv_loop_s; /* libuv's uv_loop_t */

/* A reference to a script value. The fields are not for you: compare values with moray_same. */
typedef struct MorayRef { uint32_t slot, generation; } MorayRef;
static const MorayRef MORAY_NULL = {0, 0};

/* "0.1.0" */
MORAY_API const char *moray_version(void);
/* The version of the language: "3.12.1" */
MORAY_API const char *moray_python_version(void);

/* ---- A VM's life ------------------------------------------------------------------------------------------------------------------------- */

/* What scripts may reach outside of their VM. What is not allowed raises a PermissionError that names the flag. */
enum {
    MORAY_ALLOW_FILES = 1,        /* files and descriptors; `import` from sys.path beyond the folders of `paths`; reading standard input */
    MORAY_ALLOW_NETWORK = 2,      /* sockets and names of hosts */
    MORAY_ALLOW_PROCESSES = 4,    /* starting, signalling and awaiting processes; signal handlers; ending or changing this process */
    MORAY_ALLOW_ENVIRONMENT = 8,  /* environment variables, which are not to be seen otherwise */
    MORAY_ALLOW_THREADS = 16,     /* starting threads */
    MORAY_ALLOW_NATIVE = 32,      /* modules that load foreign libraries, such as sqlite3 and ssl */
    MORAY_ALLOW_ALL = 63
};

/* What scripts may use up; 0 in a field: no limit. At a limit the script is stopped: the exception goes up to the host's call, and no `except`, `finally`
 * or `with` of the script sees it. Natives of the library keep to them as well. */
typedef struct MorayLimits {
    uint64_t heap;    /* bytes of memory, all in all */
    uint64_t steps;   /* rounds of loops and calls of functions; the same program with the same hash_seed always stops at the same step */
    uint64_t time_ms; /* of the wall clock, from the moment the limits are set, whether a script runs or not: a host that waits in between sets them anew for each call */
    uint64_t output;  /* bytes written to the standard streams */
    uint32_t depth;   /* nested calls of script functions */
} MorayLimits;

/* What a VM is told at its birth. Start from moray_config_init, which gives the defaults named here. All pointers are borrowed while
 * moray_new runs, except argv, which must outlive the VM. */
typedef struct MorayConfig {
    int argc;                      /* sys.argv: empty */
    char **argv;
    int orig_argc;                 /* sys.orig_argv: as argv */
    char **orig_argv;
    const char *executable;        /* sys.executable: "" */
    const char *const *paths;      /* sys.path: where `import` looks for files. Empty: only the built-in library is found */
    size_t n_paths;
    const char *const *warnings;   /* sys.warnoptions, as the values of -W */
    size_t n_warnings;
    const char *const *xoptions;   /* sys._xoptions: "name" or "name=value" */
    size_t n_xoptions;
    int optimize;                  /* 1: no assert statements; 2: no docstrings either */
    bool inspect, quiet, verbose, isolated, dev_mode; /* what sys.flags says */
    const char *letters;           /* more that shows in sys.flags only, a letter each: b B d E P s S, h (hashes that are not random), w (default encodings warned of), 8 (UTF-8 mode) */
    int int_max_str_digits;        /* digits beyond which an int is not converted to or from text. 0: 4300; -1: no limit */
    bool unbuffered;               /* what the script prints is written at once */
    bool handle_signals;           /* false. True: SIGINT raises KeyboardInterrupt in the script and SIGPIPE is ignored, for the whole process */
    size_t heap_limit;             /* bytes; beyond them the script gets a MemoryError, which it may catch. 0: no limit */
    unsigned allow;                /* MORAY_ALLOW_..., added up: 0, nothing */
    MorayLimits limits;            /* none */
    const void *code_key;          /* a secret that signs saved code (HMAC-SHA-256): moray_load_code then refuses what was saved without it. NULL: saved code is not signed */
    size_t code_key_length;        /* in bytes; 16 random ones or more */
    uint64_t hash_seed;            /* what the hashes of str and bytes depend on, and so the order of sets. 0: a random number */
    struct uv_loop_s *uv_loop;     /* the host's libuv loop for the VM's event loop to live on: the VM adds handles to it and never runs it. NULL: one of its own */
    void *user_data;               /* moray_user_data gives it back */
} MorayConfig;

/* Fills in the defaults. */
MORAY_API void moray_config_init(MorayConfig *config);

/* A new VM; config may be NULL for the defaults. NULL when memory is out. */
MORAY_API MorayVM *moray_new(const MorayConfig *config);

/* Ends the program that ran in the VM: functions registered with atexit run, threads are waited for, the standard streams are written out, objects
 * are finalized. Call it once, before moray_free; a VM that is freed without it loses what its streams still hold. Returns 0, or 120 if
 * output could not be written, which has then been reported on stderr; -1 inside of a native function. [script] */
MORAY_API int moray_finish(MorayVM *vm);

/* Frees the VM and all that belongs to it. Its references are void. NULL is allowed. Inside of a native function this, like moray_finish, only stops the
 * script, as moray_interrupt does: call it again when the outermost call has returned. So it is in all functions of the host that the VM calls, but for
 * moray_shutdown's `done`. */
MORAY_API void moray_free(MorayVM *vm);

/* What the configuration held as user_data: how natives whose tables are shared by many VMs find what belongs to theirs. */
MORAY_API void *moray_user_data(MorayVM *vm);

/* ---- Limits and usage ---------------------------------------------------------------------------------------------------------------------- */

/* New limits in place of all former ones; everything is counted anew from now. NULL: none. A script that was stopped can go on then: what stopped
 * it would otherwise stop the next call as well. An exception that is pending stays so. */
MORAY_API void moray_set_limits(MorayVM *vm, const MorayLimits *limits);

/* What the VM holds and has used up. */
typedef struct MorayUsage {
    uint64_t heap;        /* bytes in use, garbage that has not been found yet included */
    uint64_t steps;       /* since the limits were set; counted only while steps or time are limited */
    uint64_t output;      /* the same for bytes of output */
    uint64_t collections; /* of the collector, in all */
    uint32_t references;  /* live MorayRefs, pins included */
    uint32_t tasks;       /* unfinished tasks of event loops */
    uint32_t futures;     /* MorayFutures that the host has not completed */
} MorayUsage;
MORAY_API void moray_usage(MorayVM *vm, MorayUsage *usage);

/* What the VM holds, as a text for a log: its usage, objects by type, tasks and where they wait, futures of the host and who awaits them. Works at any time, also while an
 * exception is pending or the heap is full. The text stays until the next moray_dump or moray_free; "" if there is no memory for it. */
MORAY_API const char *moray_dump(MorayVM *vm);

/* Collects garbage now. [script] */
MORAY_API void moray_collect(MorayVM *vm);

/* From any thread: stops the script that runs, or else the next one, with a KeyboardInterrupt that it cannot catch. Waits of the VM end within a few
 * milliseconds, system calls of the script when they return. */
MORAY_API void moray_interrupt(MorayVM *vm);

/* From any thread: fn(vm, data) is called in the VM's thread, in the order of the posts, by the event loop's next turn or by moray_check, whichever
 * comes first. It may use the whole interface; an exception that it leaves pending is reported on stderr. False: no memory.
 * What has not been called when the VM is freed is dropped. */
MORAY_API bool moray_post(MorayVM *vm, void (*fn)(MorayVM *vm, void *data), void *data);

/* ---- Scopes and pins --------------------------------------------------------------------------------------------------------------------- */

/* A scope owns the references that are made while it is the innermost one. */
typedef struct MorayScope { uint32_t height; } MorayScope;

/* Opens a scope inside the current one. Never fails. */
MORAY_API MorayScope moray_scope_open(MorayVM *vm);
/* Closes it, and those opened inside it: their references are void now. Works while an exception is pending. */
MORAY_API void moray_scope_close(MorayVM *vm, MorayScope scope);
/* Closes it but for one value, whose new reference, in the outer scope, is returned. */
MORAY_API MorayRef moray_scope_return(MorayVM *vm, MorayScope scope, MorayRef ref);
/* A new reference to the same value that lives until moray_unpin, whatever scopes do. */
MORAY_API MorayRef moray_pin(MorayVM *vm, MorayRef ref);
/* Ends a pin. MORAY_NULL and references that are void already are ignored. */
MORAY_API void moray_unpin(MorayVM *vm, MorayRef pin);
/* Is it MORAY_NULL? */
static inline bool moray_is_null(MorayRef ref) { return ref.slot == 0; }

/* ---- Making values ----------------------------------------------------------------------------------------------------------------------- */

MORAY_API MorayRef moray_none(MorayVM *vm);
MORAY_API MorayRef moray_bool(MorayVM *vm, bool value);
MORAY_API MorayRef moray_int(MorayVM *vm, int64_t value);
MORAY_API MorayRef moray_float(MorayVM *vm, double value);
/* A str from UTF-8, up to its NUL. Text that is not UTF-8 raises a UnicodeDecodeError. */
MORAY_API MorayRef moray_str(MorayVM *vm, const char *utf8);
/* The same for text of a known length, which may hold NULs. */
MORAY_API MorayRef moray_str_n(MorayVM *vm, const char *utf8, size_t length);
/* A str as printf would write it. */
MORAY_API MorayRef moray_strf(MorayVM *vm, const char *format, ...) MORAY_PRINTF(2, 3);
MORAY_API MorayRef moray_bytes(MorayVM *vm, const void *bytes, size_t length);
/* A new list or tuple of these items; items may be NULL when n is 0. */
MORAY_API MorayRef moray_list(MorayVM *vm, const MorayRef *items, size_t n);
MORAY_API MorayRef moray_tuple(MorayVM *vm, const MorayRef *items, size_t n);
/* An empty dict, an empty set. */
MORAY_API MorayRef moray_dict(MorayVM *vm);
MORAY_API MorayRef moray_set(MorayVM *vm);

/* ---- Looking at values ------------------------------------------------------------------------------------------------------------------- */

typedef enum MorayKind {
    MORAY_NOTHING,  /* MORAY_NULL or a void reference */
    MORAY_NONE, MORAY_BOOL, MORAY_INT, MORAY_FLOAT, MORAY_COMPLEX, MORAY_STR, MORAY_BYTES, MORAY_LIST, MORAY_TUPLE, MORAY_DICT, MORAY_SET,
    MORAY_CALLABLE, /* functions, methods, classes */
    MORAY_MODULE,
    MORAY_EXCEPTION,
    MORAY_OBJECT    /* anything else */
} MorayKind;

/* What sort of value it is; instances of subclasses are of their base's kind. Never fails. */
MORAY_API MorayKind moray_kind(MorayVM *vm, MorayRef ref);
/* Do both refer to the very same object (`a is b`)? Never fails; false for void references. */
MORAY_API bool moray_same(MorayVM *vm, MorayRef a, MorayRef b);
/* bool(x): 1, 0, or -1 with an exception. [script] */
MORAY_API int moray_truth(MorayVM *vm, MorayRef ref);

/* Checked conversions: false and a TypeError (or OverflowError) if the value is of another type, never garbage. *out is untouched then.
 * An int or bool is taken as int; any of these as float. Nothing else is converted. */
MORAY_API bool moray_to_bool(MorayVM *vm, MorayRef ref, bool *out);
MORAY_API bool moray_to_int(MorayVM *vm, MorayRef ref, int64_t *out);
MORAY_API bool moray_to_float(MorayVM *vm, MorayRef ref, double *out);
/* The text of a str or the bytes of a bytes, with a NUL behind them, valid as long as the reference; length may be NULL. */
MORAY_API bool moray_to_str(MorayVM *vm, MorayRef ref, const char **utf8, size_t *length);
MORAY_API bool moray_to_bytes(MorayVM *vm, MorayRef ref, const char **bytes, size_t *length);

/* ---- Containers, attributes, operators: all [script] ---------------------------------------------------------------------------------------- */

/* len(x), or -1. */
MORAY_API int64_t moray_len(MorayVM *vm, MorayRef ref);
/* x[key], x[key] = value, del x[key] */
MORAY_API MorayRef moray_getitem(MorayVM *vm, MorayRef ref, MorayRef key);
MORAY_API bool moray_setitem(MorayVM *vm, MorayRef ref, MorayRef key, MorayRef value);
MORAY_API bool moray_delitem(MorayVM *vm, MorayRef ref, MorayRef key);
/* x[index] for a C integer. */
MORAY_API MorayRef moray_item(MorayVM *vm, MorayRef ref, int64_t index);
/* `value in x`: 1, 0, -1 */
MORAY_API int moray_contains(MorayVM *vm, MorayRef ref, MorayRef value);
/* For exact lists (and subclasses): TypeError otherwise. */
MORAY_API bool moray_list_append(MorayVM *vm, MorayRef list, MorayRef value);
/* A dict's entry under a str. get: MORAY_NULL with a KeyError if there is none. */
MORAY_API bool moray_dict_set(MorayVM *vm, MorayRef dict, const char *key, MorayRef value);
MORAY_API MorayRef moray_dict_get(MorayVM *vm, MorayRef dict, const char *key);
MORAY_API bool moray_set_add(MorayVM *vm, MorayRef set, MorayRef value);
/* iter(x), and the next item: true with *item set, false at the end or on an exception (moray_failed tells). */
MORAY_API MorayRef moray_iter(MorayVM *vm, MorayRef ref);
MORAY_API bool moray_next(MorayVM *vm, MorayRef iterator, MorayRef *item);

MORAY_API MorayRef moray_getattr(MorayVM *vm, MorayRef ref, const char *name);
MORAY_API bool moray_setattr(MorayVM *vm, MorayRef ref, const char *name, MorayRef value);
MORAY_API bool moray_delattr(MorayVM *vm, MorayRef ref, const char *name);
/* 1, 0, -1 (an exception other than AttributeError). */
MORAY_API int moray_hasattr(MorayVM *vm, MorayRef ref, const char *name);

/* a == b, a < b: 1, 0, -1 */
MORAY_API int moray_eq(MorayVM *vm, MorayRef a, MorayRef b);
MORAY_API int moray_lt(MorayVM *vm, MorayRef a, MorayRef b);
typedef enum MorayCompare { MORAY_LT, MORAY_LE, MORAY_EQ, MORAY_NE, MORAY_GT, MORAY_GE } MorayCompare;
/* bool(a op b): 1, 0, -1 */
MORAY_API int moray_compare(MorayVM *vm, MorayCompare op, MorayRef a, MorayRef b);

typedef enum MorayOperator {
    MORAY_ADD, MORAY_SUB, MORAY_MUL, MORAY_TRUEDIV, MORAY_FLOORDIV, MORAY_MOD, MORAY_POW, MORAY_LSHIFT, MORAY_RSHIFT, MORAY_AND, MORAY_OR, MORAY_XOR,
    MORAY_MATMUL
} MorayOperator;
/* a + b and so on; the same as `a += b`, which may change a and returns it or something new. */
MORAY_API MorayRef moray_binary(MorayVM *vm, MorayOperator op, MorayRef a, MorayRef b);
MORAY_API MorayRef moray_inplace(MorayVM *vm, MorayOperator op, MorayRef a, MorayRef b);
typedef enum MorayUnary { MORAY_NEGATIVE, MORAY_POSITIVE, MORAY_INVERT, MORAY_ABS } MorayUnary;
/* -a, +a, ~a, abs(a) */
MORAY_API MorayRef moray_unary(MorayVM *vm, MorayUnary op, MorayRef a);
/* hash(x): false with a TypeError for what has none. */
MORAY_API bool moray_hash(MorayVM *vm, MorayRef ref, int64_t *out);
/* format(x, spec): "" is str(x) */
MORAY_API MorayRef moray_format(MorayVM *vm, MorayRef ref, const char *spec);
/* isinstance(x, cls): 1, 0, -1 */
MORAY_API int moray_isinstance(MorayVM *vm, MorayRef ref, MorayRef cls);
MORAY_API MorayRef moray_repr(MorayVM *vm, MorayRef ref);
/* str(x) */
MORAY_API MorayRef moray_str_of(MorayVM *vm, MorayRef ref);
/* type(x) */
MORAY_API MorayRef moray_type(MorayVM *vm, MorayRef ref);

/* ---- Calling script: all [script] ----------------------------------------------------------------------------------------------------------- */

/* f(*args); args may be NULL when n is 0. */
MORAY_API MorayRef moray_call(MorayVM *vm, MorayRef callee, const MorayRef *args, size_t n);
/* f(*args, **kwargs): kwargs is a dict, or MORAY_NULL for none. */
MORAY_API MorayRef moray_call_kw(MorayVM *vm, MorayRef callee, const MorayRef *args, size_t n, MorayRef kwargs);
/* x.name(*args) */
MORAY_API MorayRef moray_call_method(MorayVM *vm, MorayRef ref, const char *name, const MorayRef *args, size_t n);

/* ---- Running text: all [script] but is_complete and the listings ----------------------------------------------------------------------------- */

/* Runs a program text in the module __main__. `filename` is what tracebacks show. */
MORAY_API bool moray_run(MorayVM *vm, const char *text, const char *filename);
/* The same for text of a known length. */
MORAY_API bool moray_run_n(MorayVM *vm, const char *text, size_t length, const char *filename);
/* The value of an expression in __main__. */
MORAY_API MorayRef moray_eval(MorayVM *vm, const char *expression);
/* Runs a file, or the __main__.py of a folder or ZIP archive, as __main__, and sets __file__ to its path. A file that cannot be read is an OSError. */
MORAY_API bool moray_exec_file(MorayVM *vm, const char *path);
/* Finds a module along sys.path and runs it as __main__, as `-m` does. A module that is not found is a SystemExit with a message. */
MORAY_API bool moray_run_module(MorayVM *vm, const char *name);
/* Runs an awaitable to its end on the VM's event loop, which is kept for the next call, and returns its result. */
MORAY_API MorayRef moray_run_until(MorayVM *vm, MorayRef awaitable);

/* Compiling once, running often. moray_compile gives a code object: of a program, or of one expression whose value running it gives. */
typedef enum MorayMode { MORAY_PROGRAM, MORAY_EXPRESSION } MorayMode;
MORAY_API MorayRef moray_compile(MorayVM *vm, const char *text, size_t length, const char *filename, MorayMode mode);
/* Runs code with `globals`, a dict, as its global variables; MORAY_NULL: those of __main__. The value of an expression, None for a program. */
MORAY_API MorayRef moray_run_code(MorayVM *vm, MorayRef code, MorayRef globals);
/* Code as bytes, to be kept in a file, say: valid as long as the reference. They fit this version of Moray only. */
MORAY_API bool moray_save_code(MorayVM *vm, MorayRef code, const char **bytes, size_t *length);
/* The code back from the bytes: ValueError if they are damaged, of another version, not signed with the VM's code_key, or not safe to run. Without a code_key
 * anybody may have made them: memory stays whole, but they are as good as a script of that maker's. */
MORAY_API MorayRef moray_load_code(MorayVM *vm, const void *bytes, size_t length);

/* ---- Tasks and the event loop: all [script] -------------------------------------------------------------------------------------------------- */

/* Makes a task of an awaitable, on the VM's event loop: it begins with the loop's next turn. Returns the task. */
MORAY_API MorayRef moray_spawn(MorayVM *vm, MorayRef awaitable);
/* fn(vm, task, data) is called once the task (or future) is done, in a turn of its loop. */
MORAY_API bool moray_on_done(MorayVM *vm, MorayRef task, void (*fn)(MorayVM *vm, MorayRef task, void *data), void *data);
/* Is the task done? 1, 0, -1 */
MORAY_API int moray_is_done(MorayVM *vm, MorayRef task);
/* The result of a task that is done. Its exception becomes pending if it has one, CancelledError if it was cancelled. */
MORAY_API MorayRef moray_result(MorayVM *vm, MorayRef task);
/* Asks a task to end: it gets a CancelledError where it waits. */
MORAY_API bool moray_cancel(MorayVM *vm, MorayRef task);

/* With a host's loop (uv_loop in the configuration) there is nothing to drive: what tasks wait for stands in the host's loop as timers and watchers, which keep
 * its uv_run going as long as there is something to do, and turns are made from its callbacks. moray_run_until is a RuntimeError then. An exception that
 * leaves the loop (SystemExit, a limit) is given to this function, pending, to be caught; without it, it is reported on stderr. */
MORAY_API void moray_on_loop_error(MorayVM *vm, void (*fn)(MorayVM *vm, void *data), void *data);

/* Ends what runs on the VM's event loop: tasks are cancelled and waited for, asynchronous generators closed, then the loop and its handles.
 * done(vm, data) follows, from a callback of the host's loop or, if the VM has a loop of its own, before this returns. Then, or later,
 * the VM is finished and freed. done may be NULL. */
MORAY_API void moray_shutdown(MorayVM *vm, void (*done)(MorayVM *vm, void *data), void *data);

/* For programs that have a main loop of their own: one turn of the VM's event loop, which runs what is ready and due, after waiting for it for at
 * most timeout_ms milliseconds (0: not at all, -1: until there is something). 1: there is more to come, callbacks, timers, watched descriptors or
 * unfinished tasks; 0: nothing is left; -1: an exception left the loop (KeyboardInterrupt, SystemExit; what tasks raise stays in them). */
MORAY_API int moray_poll(MorayVM *vm, int timeout_ms);
/* To wait in a poller of your own: a descriptor that becomes readable when moray_poll has something to do, and in how many milliseconds it should be
 * called in any case, -1 for never. Ask for both before each wait, the descriptor first. -1 instead of a descriptor: the VM has no event loop yet, since
 * nothing, and no other thread, has needed one. */
MORAY_API int moray_backend_fd(MorayVM *vm);
MORAY_API int moray_backend_timeout(MorayVM *vm);

/* What the front end makes of a program text, as a str: tokens, syntax tree, instructions. SyntaxError if there is nothing to list. */
MORAY_API MorayRef moray_dump_tokens(MorayVM *vm, const char *text, size_t length, const char *filename);
MORAY_API MorayRef moray_dump_ast(MorayVM *vm, const char *text, size_t length, const char *filename);
MORAY_API MorayRef moray_disassemble(MorayVM *vm, const char *text, size_t length, const char *filename);

/* ---- Prompts ---------------------------------------------------------------------------------------------------------------------------------- */

/* Runs one interactive statement in __main__: values of expressions go through sys.displayhook, and `await`, `async for` and `async with` are allowed. To
 * the statement the VM's event loop is running, so that it can make tasks, which moray_poll drives afterwards; asyncio.run() and other loops are served
 * while it waits. A KeyboardInterrupt during an `await` cancels it. [script] */
MORAY_API bool moray_interact(MorayVM *vm, const char *text, const char *filename);
/* The same for a text of any number of statements, one after another; none is run if the text has a syntax error. [script] */
MORAY_API bool moray_interact_all(MorayVM *vm, const char *text, const char *filename);

/* Should a prompt ask for more lines, or is the text ready for moray_interact? */
typedef enum MorayCompleteness {
    MORAY_COMPLETE,
    MORAY_INCOMPLETE, /* an open bracket, triple quote or block, or a block that no empty line has ended yet */
    MORAY_WRONG       /* no further text can make it right */
} MorayCompleteness;
MORAY_API MorayCompleteness moray_is_complete(const char *text);

/* Is offered what the script writes to descriptors 1 and 2 (fd), through its standard streams or os.write, and takes it all; or returns false, and it is
 * written there. Called by whatever thread writes, with the VM held: it may not call the VM. With fd -1 and no bytes the script ends the process at
 * once (os._exit). NULL: nobody is asked. */
typedef bool (*MorayOutput)(void *data, int fd, const char *bytes, size_t n);
MORAY_API void moray_set_output(MorayVM *vm, MorayOutput output, void *data);

/* A host that waits for something outside the VM, a key perhaps, lets the script's other threads run meanwhile: between the two no function of the VM
 * may be called. */
MORAY_API void moray_leave(MorayVM *vm);
MORAY_API void moray_enter(MorayVM *vm);

/* ---- Modules and globals: [script] ----------------------------------------------------------------------------------------------------------- */

/* A global variable of __main__; a NameError if there is none. */
MORAY_API MorayRef moray_global(MorayVM *vm, const char *name);
MORAY_API bool moray_set_global(MorayVM *vm, const char *name, MorayRef value);
/* A module of source text, which scripts import by `name` (may be dotted) from then on: it stands in sys.modules while it runs. If that fails, what stood there before does again.
 * filename is what tracebacks show. */
MORAY_API MorayRef moray_add_source(MorayVM *vm, const char *name, const char *text, size_t length, const char *filename);
/* import name: the module itself, also for a dotted name. */
MORAY_API MorayRef moray_import(MorayVM *vm, const char *name);

/* Is asked for each module that is not in sys.modules yet, before the library and the folders of sys.path: the module (any value), MORAY_NULL for "not mine", or
 * MORAY_NULL with an exception to refuse it. */
typedef MorayRef (*MorayImporter)(MorayVM *vm, const char *name, void *data);
MORAY_API void moray_set_importer(MorayVM *vm, MorayImporter importer, void *data);
/* Takes warnings that the script's filters let through, in place of stderr. */
typedef void (*MorayWarner)(MorayVM *vm, const char *category, const char *message, const char *file, int line, void *data);
MORAY_API bool moray_set_warner(MorayVM *vm, MorayWarner warner, void *data);

/* ---- Native functions ------------------------------------------------------------------------------------------------------------------------ */

/* The arguments of one call, checked against the signature: whatever moray_arg_... is asked for is there and has the type announced. */
typedef struct MorayArgs MorayArgs;

/* Returns the result, or MORAY_NULL with an exception pending (moray_raise returns it). References made meanwhile die when it returns. */
typedef MorayRef (*MorayNative)(MorayVM *vm, MorayArgs *args, void *data);

/* A function object. `signature` is Python text, e.g. "send(address: str, data: bytes, *, retries: int = 3) -> bool". Parameters may be
 * positional-only (/), keyword-only (*), and have a default, which is an expression; `*rest` takes further arguments as a tuple, `**options` as a dict (each of
 * them is checked if there is a type). There may be 32. The types that are checked before `fn` is called are
 * bool, int (64 bits), float (ints are converted), str, bytes, list, tuple, dict, set and callable; `str | None` also lets None through;
 * other annotations, and none, take any value. Wrong calls get the TypeErrors of Python functions. `doc` may be NULL.
 * The texts are copied; `data` is handed to each call and must live as long as the function may be called. A signature that cannot be understood is a ValueError. */
MORAY_API MorayRef moray_function(MorayVM *vm, const char *signature, MorayNative fn, const char *doc, void *data);

/* Arguments by the number of their parameter, from 0. An argument of a type that the signature does not promise, or a number out of range,
 * gives 0, false or "" and raises a SystemError. */
MORAY_API MorayRef moray_arg(MorayArgs *args, size_t i);
MORAY_API bool moray_arg_is_none(MorayArgs *args, size_t i);
MORAY_API bool moray_arg_bool(MorayArgs *args, size_t i);
MORAY_API int64_t moray_arg_int(MorayArgs *args, size_t i);
MORAY_API double moray_arg_float(MorayArgs *args, size_t i);
/* Valid until the native returns; length may be NULL. */
MORAY_API const char *moray_arg_str(MorayArgs *args, size_t i, size_t *length);
MORAY_API const char *moray_arg_bytes(MorayArgs *args, size_t i, size_t *length);

/* ---- Native modules and classes ------------------------------------------------------------------------------------------------------------- */

/* What the tables below are made of: a signature as moray_function takes it. The rows end with {NULL}. All tables must outlive the VM. */
typedef struct MorayMethod {
    const char *signature;
    MorayNative fn;
    const char *doc;
} MorayMethod;

/* A computed attribute: get(vm, self, data) gives its value; set, which may be NULL (read-only), returns false with an exception pending. */
typedef struct MorayProperty {
    const char *name;
    MorayRef (*get)(MorayVM *vm, void *self, void *data);
    bool (*set)(MorayVM *vm, void *self, MorayRef value, void *data);
    const char *doc;
} MorayProperty;

/* A script value inside of a C struct that belongs to an instance. Zeroed memory is an empty one. */
typedef struct MorayField { uint64_t word; } MorayField;
typedef struct MorayTracer MorayTracer;

/* A class whose instances are C structs. */
typedef struct MorayClass {
    const char *name;       /* "Vector" or, with a module, "geometry.Vector" */
    const char *doc;
    size_t size;            /* of the struct; it comes zeroed, aligned for anything, and stays where it is */
    const char *signature;  /* of the constructor: "Vector(x: float, y: float = 0.0)". NULL: only moray_new_object makes instances */
    MorayNative init;       /* called by the constructor: fills moray_self(args). Argument 0 is the first of the signature. NULL: nothing to do */
    const MorayMethod *methods;       /* their first parameter is self, which moray_arg does not count: "scale(self, by: float)" has `by` as argument 0. Special
                                         methods such as __len__ work. NULL: none */
    const MorayProperty *properties;  /* NULL: none */
    void (*finalize)(void *self, void *data);             /* when the instance dies; may not call the VM. NULL: nothing to do */
    void (*trace)(MorayTracer *tracer, void *self);       /* moray_trace for each MorayField; may do nothing else. NULL: there are none */
    void *data;             /* handed to the functions of the table */
} MorayClass;

/* The class object, made at the first call. [script] */
MORAY_API MorayRef moray_define_class(MorayVM *vm, const MorayClass *cls);
/* A new instance, without its init; *self, which may be NULL, is its struct. */
MORAY_API MorayRef moray_new_object(MorayVM *vm, const MorayClass *cls, void **self);
/* The struct of an instance of the class or a subclass; NULL with a TypeError for anything else. Valid as long as the instance lives. */
MORAY_API void *moray_unwrap(MorayVM *vm, MorayRef ref, const MorayClass *cls);
/* In init and methods: the struct of their instance; NULL in other functions. */
MORAY_API void *moray_self(MorayArgs *args);
/* The instance as a value, for a method that returns it (`__iter__`, `__enter__`) or keeps it; a SystemError in other functions. */
MORAY_API MorayRef moray_arg_self(MorayArgs *args);
/* Puts a value into a field, MORAY_NULL empties it. */
MORAY_API bool moray_field_set(MorayVM *vm, MorayField *field, MorayRef value);
/* Its value; MORAY_NULL without an exception if it is empty. */
MORAY_API MorayRef moray_field_get(MorayVM *vm, const MorayField *field);
/* Tells the collector of a field. */
MORAY_API void moray_trace(MorayTracer *tracer, const MorayField *field);

/* A module that scripts import. */
typedef struct MorayModule {
    const char *name;                 /* may be dotted */
    const char *doc;
    const MorayMethod *functions;     /* NULL: none */
    const MorayClass *const *classes; /* ends with NULL; NULL: none */
    bool (*init)(MorayVM *vm, MorayRef module, void *data); /* adds the rest with moray_setattr; false with an exception pending. NULL: nothing to add */
    void *data;                       /* handed to functions and init. Of tables that many VMs share it is the same for all: see moray_user_data */
} MorayModule;
/* Makes the module and puts it into sys.modules. Returns it. [script] */
MORAY_API MorayRef moray_add_module(MorayVM *vm, const MorayModule *module);

/* ---- Asynchronous natives -------------------------------------------------------------------------------------------------------------------- */

/* A promise that the host has to keep: exactly one moray_future_resolve, _reject or _drop ends it. One that is still open when the VM is finished is
 * reported on stderr, with the call that it came from. */
typedef struct MorayFuture { uint32_t slot, generation; } MorayFuture;

/* Starts something and returns at once; the future is completed then or, mostly, later. An exception that is pending on return rejects it. */
typedef void (*MorayAsyncNative)(MorayVM *vm, MorayArgs *args, MorayFuture future, void *data);

/* A function that scripts `await`: moray_function's, but that a call gives a coroutine. Arguments are checked by the call, `fn` is called when the coroutine is
 * first awaited. `signature` may begin with "async ". */
MORAY_API MorayRef moray_async_function(MorayVM *vm, const char *signature, MorayAsyncNative fn, const char *doc, void *data);

/* The awaiting script goes on with this value. If an exception is pending (the value could not be made), it goes on with that, which is no longer
 * pending then. False with a RuntimeError: the future has been completed already. For a future that the script has cancelled it does nothing. */
MORAY_API bool moray_future_resolve(MorayVM *vm, MorayFuture future, MorayRef value);
/* The awaiting script gets an exception; as moray_raise, which it does not make pending. */
MORAY_API bool moray_future_reject(MorayVM *vm, MorayFuture future, const char *type, const char *format, ...) MORAY_PRINTF(4, 5);
/* The host gives up: the awaiting script is cancelled. */
MORAY_API bool moray_future_drop(MorayVM *vm, MorayFuture future);
/* fn(vm, future, data) is called when the script cancels the future, in a turn of the loop. The host stops what it was doing and ends the future,
 * best with moray_future_drop. */
MORAY_API bool moray_future_on_cancel(MorayVM *vm, MorayFuture future, void (*fn)(MorayVM *vm, MorayFuture future, void *data), void *data);
/* moray_post for a future: from any thread, fn(vm, future, data) is called in the VM's thread, to complete it there. */
MORAY_API bool moray_future_post(MorayVM *vm, MorayFuture future, void (*fn)(MorayVM *vm, MorayFuture future, void *data), void *data);

/* ---- Exceptions -------------------------------------------------------------------------------------------------------------------------------- */

typedef enum MorayErrorKind {
    MORAY_ERROR_NONE,
    MORAY_ERROR_EXCEPTION, /* any other exception */
    MORAY_ERROR_SYNTAX,    /* SyntaxError: file and line say where in the text */
    MORAY_ERROR_MEMORY,
    MORAY_ERROR_INTERRUPT, /* KeyboardInterrupt */
    MORAY_ERROR_EXIT,      /* SystemExit: the script wants the program to end with exit_code */
    MORAY_ERROR_LIMIT      /* a limit stopped the script; `limit` says which */
} MorayErrorKind;

typedef enum MorayLimitKind {
    MORAY_LIMIT_NONE, MORAY_LIMIT_HEAP, MORAY_LIMIT_STEPS, MORAY_LIMIT_TIME, MORAY_LIMIT_DEPTH, MORAY_LIMIT_OUTPUT, MORAY_LIMIT_INTERRUPT
} MorayLimitKind;

/* An exception as text. The texts are never NULL and stay until the next moray_catch or moray_free. */
typedef struct MorayError {
    MorayErrorKind kind;
    int exit_code;         /* of MORAY_ERROR_EXIT */
    MorayLimitKind limit;  /* of MORAY_ERROR_LIMIT, and MORAY_LIMIT_INTERRUPT after moray_interrupt */
    int line;              /* where it was raised (innermost), 0 if unknown */
    const char *file;      /* "" if unknown */
    const char *type;      /* "ValueError", with its module if that is not builtins */
    const char *message;   /* str(exception) */
    const char *traceback; /* all that an uncaught exception prints, with its last newline */
} MorayError;

/* Raises an exception; `type` is the name of a builtin class ("ValueError") or a dotted one ("asyncio.TimeoutError"). Returns MORAY_NULL. */
MORAY_API MorayRef moray_raise(MorayVM *vm, const char *type, const char *format, ...) MORAY_PRINTF(3, 4);
/* Raises an exception instance or class. Returns MORAY_NULL. */
MORAY_API MorayRef moray_raise_value(MorayVM *vm, MorayRef exception);
/* Is an exception pending? */
MORAY_API bool moray_failed(MorayVM *vm);
/* Takes the pending exception: false if there is none. err may be NULL to drop it. [script] */
MORAY_API bool moray_catch(MorayVM *vm, MorayError *err);
/* The exception object that moray_catch took last; MORAY_NULL if none. */
MORAY_API MorayRef moray_caught(MorayVM *vm);
/* Makes it pending again. */
MORAY_API void moray_rethrow(MorayVM *vm);

/* What moray_report returns for a KeyboardInterrupt: the program should end by the signal. */
enum { MORAY_STATUS_INTERRUPT = -1 };
/* Takes the pending exception as the interpreter does when a program ends with it: through sys.excepthook, or, for SystemExit, by printing
 * a message that is not an int. Returns the exit status (0 if nothing was pending). [script] */
MORAY_API int moray_report(MorayVM *vm);
/* Lets what waits for the script run now: handlers of signals that have arrived. False: one of them raised. [script] */
MORAY_API bool moray_check(MorayVM *vm);

#ifdef __cplusplus
}
#endif

#endif
