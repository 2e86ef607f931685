/* The isolate: everything that a running interpreter owns. No process globals exist; whoever has a thread has its isolate. */
#ifndef MR_VM_ISOLATE_H
#define MR_VM_ISOLATE_H

#include <signal.h>

#include "vm/gc.h"
#include "vm/limits.h"
#include "vm/threads.h"
#include "vm/vm.h"
#include "vm/waker.h"

/* Reasons to leave the fast path at the next poll (back edges and calls). */
enum { MR_POLL_SIGNAL = 1, MR_POLL_LIMIT = 4, MR_POLL_INTERRUPT = 8, MR_POLL_FINALIZE = 16, MR_POLL_SWITCH = 32, MR_POLL_DUMP = 64, MR_POLL_WATCH = 128 };
_Static_assert(MR_POLL_LIMIT == 4, "mr_limits_tick tests this bit");
/* Other threads and signal handlers set bits too, so every look at iso->poll and every change of it is atomic. */
#define mr_poll_bits(iso) __atomic_load_n(&(iso)->poll, __ATOMIC_RELAXED)
#define mr_poll_set(iso, bits) ((void)__atomic_fetch_or(&(iso)->poll, (bits), __ATOMIC_SEQ_CST))
#define mr_poll_clear(iso, bits) ((void)__atomic_fetch_and(&(iso)->poll, ~(bits), __ATOMIC_SEQ_CST))

typedef struct MrMethodCacheEntry {
    uint32_t version;
    MrStr *name;
    MrValue value;
} MrMethodCacheEntry;
#define MR_METHOD_CACHE_SIZE 1024

/* What an attribute instruction found for a shape and a name: see quicken.c. Emptied by each collection. */
typedef struct MrAttrCacheEntry {
    uint32_t shape, version;
    MrStr *name;
    MrType *type;
    uint64_t payload;
    uint8_t general, op;
} MrAttrCacheEntry;
#define MR_ATTR_CACHE_SIZE 512

/* What an abstract base class answered about another class, by the versions of both (_abc.c). */
typedef struct MrAbcAnswer {
    uint32_t abc, cls;
    bool yes;
} MrAbcAnswer;
#define MR_ABC_ANSWERS 64

typedef struct MrLoop MrLoop;

struct MrIsolate {
    MrThread main;             /* of the OS thread that made the isolate; natives get the address of their thread's */
    MrThread *current;         /* the one that runs: it holds the isolate's lock */
    MrThreads threads;
    uint32_t watching;         /* threads with a hook: MR_POLL_WATCH is set meanwhile */
    MrHeap heap;
    volatile sig_atomic_t poll;/* MR_POLL_* bits; volatile: signal handlers set it */
    uint64_t hash_seed[2];
    int int_max_str_digits;
    uint32_t next_type_version, next_dict_version, next_context_var, next_nan;

    MrShape **shapes;          /* by number */
    uint32_t n_shapes, cap_shapes;
    MrType *types[MR_TYPE_COUNT];
    MrStr *names[MR_NAME_COUNT];
    MrStr *slot_names[MR_SLOT_COUNT];
    MrValue chars[256];        /* one-character strs, made on demand */
    MrValue empty_tuple, empty_str, empty_bytes, empty_frozenset;
    struct { MrStr **table; uint32_t count, log2; } intern;
    MrMethodCacheEntry method_cache[MR_METHOD_CACHE_SIZE];

    MrAttrCacheEntry attr_cache[MR_ATTR_CACHE_SIZE];
    MrAbcAnswer abc_answers[MR_ABC_ANSWERS];

    int dlopen_flags;          /* sys.getdlopenflags() ^ RTLD_NOW */
    MrDict *modules;           /* sys.modules */
    struct MrImporting *importing; /* what is being loaded, innermost first */
    MrDict *builtins;          /* the builtins module's dict */
    MrModule *sys;             /* NULL until somebody asks: mr_sys_dict() */
    MrDict *def_types;         /* types made by mr_type_from_def, by def address */
    MrDict *codec_errors;      /* handlers registered by codecs.register_error */
    MrValue codec_search;      /* list of codecs.register functions or MR_UNBOUND */
    MrValue no_memory;         /* preallocated MemoryError */
    MrValue hooks[32];         /* values that natives park here by MR_HOOK_ number */
    MrLoop *loop;              /* running or current event loop's C part, NULL until asyncio is used */

    int argc;
    char **argv;               /* borrowed from the host */
    const char *executable;
    MrLimits limits;
    unsigned denied;           /* MR_ALLOW_* (vm/permit.h) that the host has not set; 0: everything is allowed */
    int64_t first_discard, discard_time; /* nanoseconds: collections made because a generator was dropped; see mr_op_discard_generator */
    uint32_t n_discards;
    bool ending;               /* the script is over and its exit hooks run: no new threads */
    bool finalizing;
    bool stopping;             /* a hard limit was reached: no handler catches what is pending */
    int optimize;              /* -O level */
    bool dev_mode, verbose, inspect, quiet, isolated, unbuffered;
    char letters[16]; /* further options that sys.flags shows */
    bool warn_bytes;  /* str() of bytes and comparing them with text gives a BytesWarning */
    bool flush_failed;         /* the standard streams could not be written out at the end */
    struct MrSignals *signals; /* vm/signals.c; NULL until a signal is handled */
    void (*volatile wake)(MrIsolate *iso); /* called inside a signal handler after poll was set: interrupts a wait; may be NULL */
    bool (*output)(void *data, int fd, const char *bytes, size_t n); /* may take what is written to descriptors 1 and 2; may be NULL */
    void *output_data;
    MrValue (*ask_loop)(MrThread *t); /* while a prompt's statement runs: the loop that is running then; NULL otherwise. [script] */
    MrWaker waker;
    bool (*run_posts)(MrThread *t); /* calls what other threads posted; false: an exception must leave the loop. NULL: nobody posts. [script] */
    MrValue (*importer)(MrThread *t, const char *name); /* the host's modules; MR_UNBOUND: not its own. NULL: it has none. [script] */
    void *host;                /* the embedding's record */
    void (*trace_host)(MrGc *gc, void *host); /* marks the values in it; may be NULL */
    void (*host_turn)(void *host); /* a host's libuv loop lets the event loop make a turn; called from outside of the VM; may be NULL */
};

/* The values in iso->hooks, a line each. */
enum {
    MR_HOOK_ATEXIT,
    MR_HOOK_SIGNALS,
    MR_HOOK_TOKEN_MISSING,
    MR_HOOK_SLEEP0,
    MR_HOOK_SLEEP,
    MR_HOOK_STRUCT,
    MR_HOOK_SOCKET_TIMEOUT,
    MR_HOOK_CRYPTO,
    MR_HOOK_HASHES,
    MR_HOOK_ZLIB,
    MR_HOOK_BZ2,
    MR_HOOK_LZMA,
    MR_HOOK_SQLITE,
    MR_HOOK_SSL,
    MR_HOOK_PATHS /* tuple: folders that the host lets modules be imported from */,
    MR_HOOK_OWN_MODULES /* dict: what the VM uses of the standard library where scripts have modules of the same names */,
    MR_HOOK_IMPORT /* tuple: importlib's find and adopt; None while it is being imported */,
    MR_HOOK_CSV_DIALECTS /* dict by name */,
    MR_HOOK_CSV_LIMIT,
    MR_HOOK_DATETIME /* bytes: a MrDatetimeState, whose contents live in the table of native types */,
    MR_HOOK_DECIMAL /* a MrDecState */,
    MR_HOOK_FREE /* first free number */
};

/* A new isolate; c_base is an address in the C stack above which no values of it lie (the caller's frame); hash_seed 0: random. NULL: out of memory. */
MrIsolate *mr_isolate_new(void *c_base, uint64_t hash_seed);
/* End of a program: exit hooks, last collections with their reports. Everything still works while it runs. [script] */
void mr_isolate_finish(MrThread *t);
/* False: a thread is in the system's hands and does not come back, so that nothing could be freed. */
bool mr_isolate_free(MrIsolate *iso);
void mr_thread_set_c_stack(MrThread *t, void *base);
void mr_thread_set_recursion_limit(MrThread *t, uint32_t limit);
bool mr_types_link(MrThread *t);
/* What the module sys holds. The module is made when it is first asked for: most of what an isolate has before it does anything would be this.
 * NULL: no memory; MR_UNBOUND: no such name, or no memory. */
MrDict *mr_sys_dict(MrThread *t) MR_MUST_CHECK;
MrValue mr_sys_get(MrThread *t, MrStr *name);
void mr_run_exit_hooks(MrThread *t); /* atexit functions, flushing of the standard streams */
/* Runs handlers of signals that have arrived; the default for SIGINT raises KeyboardInterrupt. False: pending. */
bool mr_signals_run(MrThread *t);

/* mr_alloc of at most 256 bytes: but what is behind the header is not set, and must be before anything else is allocated. The common case is
 * in line, for objects that are made at every turn of something. */
static inline MR_MUST_CHECK void *mr_alloc_unset(MrThread *t, size_t size, MrKind kind, MrTypeId type)
{
    MrHeap *h = &t->iso->heap;
    MrBlock *b = h->classes[(size + 15) / 16 - 1].current;
    if (MR_UNLIKELY(!b || h->bytes + size > __atomic_load_n(&h->soft_limit, __ATOMIC_RELAXED)))
        return mr_alloc(t, size, kind, type);
    MrObj *o = b->free_list;
    if (o)
        b->free_list = *(void **)((char *)o + 8);
    else if (MR_LIKELY(b->bump < b->n_cells))
        o = (MrObj *)((char *)b + b->first + (size_t)b->bump++ * b->cell_size);
    else
        return mr_alloc(t, size, kind, type);
    h->bytes += b->cell_size;
    *o = (MrObj){.shape = (uint32_t)type, .kind = (uint8_t)kind};
    return o;
}

#endif
