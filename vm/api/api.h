/* What the files behind moray.h share: the VM's struct and the table of references.
 *
 * References of scopes are a stack, of which each thread of the script has its own: a slot's generation changes when its scope closes, so an old MorayRef no longer fits. Pins are in a
 * table with a free list; their slot numbers have PIN_BIT. All values in both tables are roots of the collector (mr_api_trace).
 */
#ifndef MR_VM_API_API_H
#define MR_VM_API_API_H

#include <pthread.h>
#include <stdarg.h>

#include "moray.h"
#include "vm/isolate.h"

#define MR_PIN_BIT 0x80000000u

typedef struct MrApiSlot {
    MrValue value;       /* MR_UNBOUND: free */
    uint32_t generation; /* never 0 */
    uint32_t next_free;  /* pins: index + 1 of the next free one */
} MrApiSlot;

typedef struct MrApiTable { MrApiSlot *slots; uint32_t used, capacity; uint32_t first_generation; } MrApiTable;

/* The scopes of a thread that the script has started; one without references may be taken over by another thread. */
typedef struct MrThreadScopes { MrThread *thread; MrApiTable table; struct MrThreadScopes *next; } MrThreadScopes;

typedef struct MrHostClass MrHostClass; /* class.c: a MorayClass as this VM has it */

/* A thread of the script inside a native that has let go of the VM. */
typedef struct MrLeft { struct MrLeft *next; pthread_t thread; MrThread *t; } MrLeft;

struct MorayVM {
    MrIsolate *iso;
    MrApiTable scoped, pinned;   /* scoped: of the first thread */
    MrThreadScopes *others;
    MrLeft *left;          /* see moray_leave */
    uint32_t free_pin;     /* index + 1 */
    uint32_t live_pins;
    uint32_t first_generation; /* a random number: references of other VMs do not fit */
    pthread_t stack_thread;    /* whose stack ends at stack_low, NULL: not known yet */
    char *stack_low;
    void *uv_loop;         /* the host's, or NULL */
    MrHostClass *classes;
    struct MrTickets *tickets;
    uint32_t live_tickets;
    void (*on_loop_error)(MorayVM *vm, void *data);
    void *loop_error_data;
    struct { bool asked, ended; void (*done)(MorayVM *vm, void *data); void *data; } shutdown;
    MorayImporter importer;
    void *importer_data;
    MorayWarner warner;
    void *warner_data;
    struct MrPosts *posts; /* post.c */
    MrValue caught;        /* what moray_catch took last */
    MrValue runner;        /* the event loop of moray_run_until */
    MrBuf error_text[4];   /* file, type, message, traceback of it */
    MrBuf dump_text;
    bool future_annotations; /* a prompt's statement has imported them: they are in force for all that follow */
    bool signs_code;
    uint8_t code_key[32];  /* made from the host's; code.c */
    void *user_data;
};

/* Every entry from the host: notes where the C stack begins. NULL if an exception is pending: the caller fails too. */
MrThread *mr_api_enter(MorayVM *vm, void *c_frame) MR_MUST_CHECK;
#define MR_API_ENTER(vm, failure)                                          \
    MrThread *t = mr_api_enter(vm, __builtin_frame_address(0));            \
    if (!t)                                                                \
    return failure
/* And behind it: pointers that must be there. */
#define MR_API_NEEDS(condition, failure)       \
    if (MR_UNLIKELY(!(condition)))             \
    return mr_api_refuse_null(t, __func__), failure
void mr_api_refuse_null(MrThread *t, const char *function);
/* The value of a reference; MR_ERROR with an exception for MORAY_NULL and stale ones. */
MrValue mr_api_get(MorayVM *vm, MorayRef ref) MR_MUST_CHECK;
/* The same without an exception: MR_UNBOUND. */
MrValue mr_api_peek(MorayVM *vm, MorayRef ref);
/* False if the script was stopped and something swallowed the exception (a finalizer's caller does): it is pending again then. */
bool mr_api_went_on(MrThread *t);
/* A reference in the innermost scope; MR_ERROR gives MORAY_NULL. */
MorayRef mr_api_put(MorayVM *vm, MrValue v);
void mr_api_trace(MrGc *gc, void *vm);
uint32_t mr_api_live_references(const MorayVM *vm);
/* The secret that saved code is signed with; NULL: none (vm/api/code.c). */
void mr_api_set_code_key(MorayVM *vm, const void *key, size_t length);
/* What other threads posted (vm/api/post.c). */
bool mr_posts_init(MorayVM *vm) MR_MUST_CHECK;
void mr_posts_fini(MorayVM *vm);
/* Calls a host's function from within the VM, with a scope of its own; MR_API_... functions in it leave the C stack's base alone. */
#define MR_API_CALLBACK(vm, call)                            \
    do {                                                     \
        MorayScope callback_scope = moray_scope_open(vm);    \
        (vm)->iso->current->host_depth++;                                      \
        call;                                                \
        (vm)->iso->current->host_depth--;                                      \
        moray_scope_close(vm, callback_scope);               \
    } while (0)
/* Native function objects (vm/api/function.c). */
typedef struct MrHostSpec {
    const char *signature, *doc;
    MorayNative fn;
    MorayAsyncNative async_fn; /* instead of fn */
    const MrHostClass *cls;    /* a method of it, whose first parameter is self */
    void *data;
    MrValue owner;             /* the module; MR_UNBOUND: __main__ */
} MrHostSpec;
MrValue mr_api_function(MorayVM *vm, MrThread *t, const MrHostSpec *spec) MR_MUST_CHECK;
/* The struct of an instance, or NULL without an exception. */
void *mr_api_instance(MrThread *t, const MrHostClass *cls, MrValue v);
const char *mr_api_class_name(const MrHostClass *cls);
void mr_api_classes_fini(MorayVM *vm);
/* A new future of the running loop and its ticket; `name` is the function that made it (future.c). */
MrValue mr_api_future_new(MorayVM *vm, MrThread *t, const char *name, MorayFuture *future) MR_MUST_CHECK;
void mr_api_futures_report(MorayVM *vm, MrThread *t); /* those that nobody completed */
void mr_api_futures_list(const MorayVM *vm, MrBuf *out);
void mr_api_futures_fini(MorayVM *vm);
void mr_api_futures_trace(MrGc *gc, MorayVM *vm);
/* moray_raise without entering. */
void mr_api_vraise(MorayVM *vm, MrThread *t, const char *type, const char *format, va_list ap);
/* Copies n references' values to `out` (room for n). */
bool mr_api_get_all(MorayVM *vm, const MorayRef *refs, size_t n, MrValue *out) MR_MUST_CHECK;
/* The event loop that serves `await` from outside, made once (vm/api/loop.c); MR_ERROR with an exception. [script] */
MrValue mr_api_loop(MorayVM *vm, MrThread *t) MR_MUST_CHECK;
/* Code in the namespace of __main__ (vm/api/run.c). Coroutine code gives its coroutine. NULL, which stands for a failed compilation, fails. [script] */
MrValue mr_api_run_in_main(MrThread *t, MrCode *code) MR_MUST_CHECK;
/* An attribute or module name as a str. NULL: UnicodeDecodeError where it is not UTF-8, or MemoryError. */
MrStr *mr_api_name(MrThread *t, const char *name) MR_MUST_CHECK;
/* A module whose name is dotted becomes an attribute of its package, if that is there. */
bool mr_api_put_into_package(MrThread *t, const char *name, MrValue module) MR_MUST_CHECK;

#endif
