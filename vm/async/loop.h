/* The event loop's objects: Handle, TimerHandle, EventLoop, and the isolate's own record of asyncio. */
#ifndef MR_VM_ASYNC_LOOP_H
#define MR_VM_ASYNC_LOOP_H

#include "vm/async/future.h"
#include "vm/shape.h"

/* iso->loop: what one isolate knows of asyncio, beside what is in each thread. Made on first use. */
struct MrLoop {
    MrValue prompt;       /* the loop that a prompt's statement sees as running though it makes no turns; MR_UNBOUND otherwise */
    MrValue others;       /* dict: current tasks of loops that do not run in the asking thread; MR_UNBOUND until needed */
    MrValue foreign;      /* list of objects given to _register_task; MR_UNBOUND until needed */
    MrTask **tasks;       /* pending ones, held weakly */
    uint32_t n_tasks, cap_tasks;
    struct MrTwins *twins; /* malloc'd; inline.h. NULL until a function has one */
    bool notes_waits;     /* tasks note when they began to wait: for prompts, which show it */
    uint64_t names;       /* last N of Task-N */
    uint32_t handle_shape, timer_shape, sleep0_iter_shape;
    void *volatile waiting; /* the uv_async_t to send to while the loop is inside a poll, else NULL */
};

typedef struct MrHandle { /* h.aux: MR_HANDLE_* */
    MrObj h;
    MrValue loop;
    MrValue callback; /* MR_NONE once cancelled */
    MrValue args;     /* tuple; once cancelled MR_NONE, or the repr in debug mode */
    MrValue context;  /* context value */
    MrValue source;   /* source traceback or MR_UNBOUND */
    double when;      /* TimerHandle only */
} MrHandle;
enum { MR_HANDLE_CANCELLED = 1, MR_HANDLE_SCHEDULED = 2 /* in the heap of timers */, MR_HANDLE_PRIVATE = 4 /* made for a future's callback: nobody sees it unless it fails */,
       MR_HANDLE_WHOLE = 8 /* the time was given as an int and is shown as one */ };
#define MR_HANDLE_SIZE offsetof(MrHandle, when)

/* One callback that is ready: a Task to step (arg as for mr_task_run), a Handle (arg MR_UNBOUND), or a transport (arg: its MrTransportEvent). */
typedef struct MrReady { MrValue what, arg; } MrReady;
/* What is due at a time: a TimerHandle, or a Future of mr_sleep_inline. */
typedef struct MrTimer { double when; MrObj *what; } MrTimer;

typedef struct MrUv MrUv; /* uv.h: the libuv side, in malloc'd memory */
typedef struct MrSocketWatch MrSocketWatch; /* sockets.c: a transport's socket */

typedef struct MrEventLoop {
    MrObj h;
    MrReady *ready;       /* buffer: ring of capacity mask + 1 */
    uint32_t head, count, mask;
    bool running, stopping, closed, debug, agens_shut;
    bool native_soon;     /* for class version `version`: call_soon is the native one */
    bool native_timers;   /* and so are call_later, call_at, time and create_future */
    uint32_t version;
    MrTimer *timers;      /* buffer: heap by `when`, arranged exactly as heapq would */
    uint32_t n_timers, cap_timers, n_cancelled;
    double slow;          /* slow_callback_duration */
    MrValue current;      /* the handle or task that runs, in debug mode; held by who runs it */
    MrValue factory;      /* task factory, MR_NONE */
    MrValue agens;        /* list of weakrefs to live asynchronous generators; MR_UNBOUND until there is one */
    MrUv *uv;             /* NULL until something must be waited for */
    void *host_loop;      /* a uv_loop_t of the host, which runs it: there turns come from its callbacks (drive.c); NULL: an own one */
} MrEventLoop;

/* What a run of a loop displaces. */
typedef struct MrLoopRun { MrValue first, final, depth, running, task; } MrLoopRun;

MrLoop *mr_loop_state(MrThread *t) MR_MUST_CHECK; /* iso->loop; NULL: out of memory */
extern const MrTypeDef mr_event_loop_def, mr_handle_def, mr_timer_handle_def;

/* handle.c. The shapes of both types are in the state after mr_handles_init. */
bool mr_handles_init(MrThread *t) MR_MUST_CHECK;
MrHandle *mr_handle_new(MrThread *t, MrValue loop, MrValue callback, MrValue args, MrValue context, bool timer) MR_MUST_CHECK;
bool mr_handle_run(MrThread *t, MrHandle *h) MR_MUST_CHECK; /* reports errors to the loop; false: what must leave the loop. [script] */
bool mr_handle_cancel(MrThread *t, MrHandle *h) MR_MUST_CHECK;
/* Tells the loop that the callback raised what is pending. False: KeyboardInterrupt and the like, which leave the loop. [script] */
bool mr_handle_report(MrThread *t, MrHandle *h) MR_MUST_CHECK;

/* loop.c: any loop object. */
MrEventLoop *mr_native_loop_slow(MrThread *t, MrValue loop);
/* The loop if it is an EventLoop whose call_soon is the native one, else NULL. */
static inline MrEventLoop *mr_native_loop(MrThread *t, MrValue loop)
{
    if (MR_LIKELY(mr_is_kind(loop, MR_KIND_OTHER))) {
        const MrType *type = t->iso->shapes[mr_obj_of(loop)->shape]->type;
        MrEventLoop *el = (MrEventLoop *)mr_obj_of(loop);
        if (MR_LIKELY(type->def == &mr_event_loop_def && el->version == type->version && el->native_soon))
            return el;
    }
    return mr_native_loop_slow(t, loop);
}
MrEventLoop *mr_native_timers(MrThread *t, MrValue loop); /* if its timers and create_future are native as well, else NULL */
bool mr_loop_soon(MrThread *t, MrValue loop, MrTask *task, MrValue arg) MR_MUST_CHECK; /* a step or wake-up of a task */
bool mr_loop_call(MrThread *t, MrValue loop, MrValue callback, MrValue arg, MrValue context) MR_MUST_CHECK; /* callback(arg) */
/* loop.c: native loops. */
bool mr_ready_push_slow(MrThread *t, MrEventLoop *el, MrValue what, MrValue arg) MR_MUST_CHECK;
static inline MR_MUST_CHECK bool mr_ready_push(MrThread *t, MrEventLoop *el, MrValue what, MrValue arg)
{
    if (MR_UNLIKELY(!el->ready || el->count > el->mask || el->host_loop))
        return mr_ready_push_slow(t, el, what, arg);
    el->ready[(el->head + el->count++) & el->mask] = (MrReady){what, arg};
    return true;
}
bool mr_timer_push(MrThread *t, MrEventLoop *el, double when, MrObj *what) MR_MUST_CHECK;
MrValue mr_loop_stop_for(MrThread *t, MrValue *future); /* the callback of run_until_complete: stops the future's loop, unless an error does so already */
bool mr_loop_turn(MrThread *t, MrEventLoop *el, double at_most) MR_MUST_CHECK; /* waits for at most that many seconds. [script] */
double mr_loop_delay(const MrEventLoop *el); /* how long a turn may wait: 0 if something is ready, INFINITY without timers */
/* eventloop.c: makes el the running loop, and undoes it. Turns are made in between. */
bool mr_loop_begin(MrThread *t, MrEventLoop *el, MrLoopRun *before) MR_MUST_CHECK;
void mr_loop_end(MrThread *t, MrEventLoop *el, const MrLoopRun *before);
double mr_loop_time(void);
/* Is debug mode on? Of native loops directly, otherwise get_debug(). 1, 0, -1. [script] */
int mr_loop_debug(MrThread *t, MrValue loop);
/* What a traceback of where we are says: a list (StackSummary), or MR_ERROR. [script] */
MrValue mr_source_traceback(MrThread *t) MR_MUST_CHECK;

/* watch.c */
/* Polls once: for at most `seconds` (infinity: until something happens). What became ready is in the ring. */
bool mr_uv_poll(MrThread *t, MrEventLoop *el, double seconds) MR_MUST_CHECK;
bool mr_uv_watches(const MrEventLoop *el); /* descriptors or signals are watched */
unsigned mr_uv_handles(const MrEventLoop *el); /* of libuv, that are open */
bool mr_uv_wake(MrThread *t, MrEventLoop *el);
int mr_uv_backend_fd(MrThread *t, MrEventLoop *el);      /* of the poller beneath; -1 with an exception */
int mr_uv_backend_timeout(const MrEventLoop *el);        /* milliseconds that libuv itself may wait, -1: for ever */

/* drive.c: turns from outside. */
bool mr_loop_step(MrThread *t, MrEventLoop *el, double at_most) MR_MUST_CHECK; /* one turn of a loop that is not running. [script] */
bool mr_uv_arm(MrThread *t, MrEventLoop *el, double seconds) MR_MUST_CHECK;    /* a host's loop is to make a turn after so long */
/* Closes every handle and frees it; NULL allowed. done may be NULL; on a host's loop it is called when that has closed them. */
void mr_uv_close(MrUv *uv, void (*done)(void *data), void *data);
void mr_uv_trace(MrGc *gc, MrUv *uv);
/* h replaces the reader (writer) of fd; the former one is cancelled. */
bool mr_uv_add_fd(MrThread *t, MrEventLoop *el, int fd, bool writer, MrHandle *h) MR_MUST_CHECK;
int mr_uv_remove_fd(MrThread *t, MrEventLoop *el, int fd, bool writer); /* 1 removed, 0 there was none, -1 error */
bool mr_uv_add_signal(MrThread *t, MrEventLoop *el, int number, MrHandle *h) MR_MUST_CHECK;
bool mr_uv_remove_signal(MrEventLoop *el, int number);                  /* was there one? */

/* sockets.c: sockets of transports. Each readiness puts (owner, small int of one MR_WATCH_) into the ring. The loop keeps the owner alive while there
 * is something to watch for; after the loop is closed the watch still is the owner's to close, and does nothing. */
enum { MR_WATCH_READ = 1, MR_WATCH_WRITE = 2 };
MrSocketWatch *mr_uv_open_socket(MrThread *t, MrEventLoop *el, MrObj *owner, int fd) MR_MUST_CHECK;
bool mr_uv_watch_socket(MrThread *t, MrSocketWatch *w, unsigned events) MR_MUST_CHECK; /* from now on these; 0: nothing */
unsigned mr_uv_socket_events(const MrSocketWatch *w);
void mr_uv_close_socket(MrSocketWatch *w);                /* before the descriptor is closed; NULL allowed */
MrObj *mr_uv_socket_owner(const MrEventLoop *el, int fd); /* of an open watch on fd, or NULL */
#define MR_SCRATCH_SIZE (256u * 1024u)
char *mr_uv_scratch(MrThread *t, MrEventLoop *el) MR_MUST_CHECK; /* MR_SCRATCH_SIZE bytes, good until script runs */

/* show.c: texts of reprs and messages. All [script]. */
bool mr_show_callback(MrThread *t, MrBuf *buf, MrValue callback, MrValue args) MR_MUST_CHECK; /* "f(1, 2) at FILE:LINE"; args: tuple or MR_UNBOUND */
bool mr_show_source(MrThread *t, MrBuf *buf, MrValue source) MR_MUST_CHECK; /* " created at FILE:LINE", from a source traceback */
MrValue mr_future_repr(MrThread *t, MrValue *a) MR_MUST_CHECK;
bool mr_is_coroutine_function(MrThread *t, MrValue v); /* an `async def` function, or bound method of one */

#endif
