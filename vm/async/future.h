/* Future and Task: their structs, and what the files of the async core do with them.
 *
 * A callback list is empty, one callback (the usual case: kept in place), or a list of pairs. A task that waits for a future stands in that
 * list as itself, with MR_NONE for its context (MR_FUT_WAKE when it is alone): waking it costs neither a call nor an object.
 */
#ifndef MR_VM_ASYNC_FUTURE_H
#define MR_VM_ASYNC_FUTURE_H

#include "vm/async/async.h"
#include "vm/context.h"

/* h.aux: the state in the lowest two bits, then flags. */
enum { MR_FUT_PENDING, MR_FUT_CANCELLED, MR_FUT_FINISHED, MR_FUT_STATE = 3 };
enum {
    MR_FUT_BLOCKING = 4,       /* _asyncio_future_blocking: it was yielded by `await` */
    MR_FUT_LOG = 8,            /* its exception has not been read yet */
    MR_FUT_EXC = 16,           /* finished with an exception, which is `result` */
    MR_FUT_WAKE = 32,          /* `callback` is a task to wake */
    MR_FUT_MANY = 64,          /* `callback` is a list: callback, context, callback, context... */
    MR_FUT_TIMED = 128,        /* it stands in the heap of timers itself: see sleep.c */
    MR_FUT_SLEEP = 1024,       /* made for an await of asyncio.sleep */
    MR_FUT_DROPPED = 2048,     /* nobody waits for it any more */
    MR_FUT_WAIT = 8192,        /* a MrWait of inline.h */
    MR_FUT_NOTES = 4096,       /* `message` is a tuple of MR_NOTE_ things: in debug mode, and where waiting times are noted */
    MR_TASK_LOG_DESTROY = 256, /* _log_destroy_pending */
    MR_TASK_MUST_CANCEL = 512  /* the next step throws CancelledError */
};

typedef struct MrFuture {
    MrObj h;
    MrValue loop;     /* MR_UNBOUND: __init__ has not run */
    MrValue result;   /* finished: the result or the exception; cancelled: the CancelledError to raise next, if there is one already */
    MrValue callback; /* MR_UNBOUND: none */
    MrValue context;  /* context value of `callback`; when finished with an exception: the traceback it had */
    MrValue message;  /* of cancel(), MR_UNBOUND: none; read and set by the functions below */
} MrFuture;

typedef struct MrTask { /* a Future with this behind */
    MrFuture f;
    MrValue coro;
    MrValue waiter;   /* the future it waits for; MR_UNBOUND: none */
    MrValue context;  /* context value; stale while the task runs, when it is t->context */
    MrValue name;     /* a str, or the number of a task that nobody has named */
    uint32_t cancels; /* requested and not taken back */
    uint32_t place;   /* in the isolate's array of pending tasks, counted from 1; 0: not in it */
} MrTask;

/* Instances of the exact types have an attribute tail behind the struct. */
#define MR_FUTURE_SIZE (sizeof(MrFuture) + sizeof(MrValue))
#define MR_TASK_SIZE (sizeof(MrTask) + sizeof(MrValue))

static inline bool mr_is_future(MrValue v) { return mr_is_kind(v, MR_KIND_FUTURE) || mr_is_kind(v, MR_KIND_TASK); }
static inline MrFuture *mr_future_of(MrValue v) { return (MrFuture *)mr_obj_of(v); }
static inline MrTask *mr_task_of(MrValue v) { return (MrTask *)mr_obj_of(v); }
static inline int mr_future_state(const MrFuture *f) { return f->h.aux & MR_FUT_STATE; }

enum { MR_NOTE_SOURCE, MR_NOTE_MESSAGE, MR_NOTE_SINCE, MR_NOTES };
static inline MrValue mr_future_note(const MrFuture *f, int which)
{
    return f->h.aux & MR_FUT_NOTES ? MR_TUPLE(f->message)->items[which] : which == MR_NOTE_MESSAGE ? f->message : MR_UNBOUND;
}
static inline MrValue mr_future_message(const MrFuture *f) { return mr_future_note(f, MR_NOTE_MESSAGE); }
/* _source_traceback: a list, or MR_UNBOUND. */
static inline MrValue mr_future_source(const MrFuture *f) { return mr_future_note(f, MR_NOTE_SOURCE); }
/* Sets a note other than the message. */
bool mr_future_set_note(MrThread *t, MrFuture *f, int which, MrValue value) MR_MUST_CHECK;
void mr_future_set_message(MrThread *t, MrFuture *f, MrValue message);
/* Notes the place from where it is called. [script] */
bool mr_future_note_source(MrThread *t, MrFuture *f) MR_MUST_CHECK;

MrFuture *mr_future_new(MrThread *t, MrValue loop) MR_MUST_CHECK;
/* Common part of __init__: loop MR_NONE takes the running one. [script] */
bool mr_future_setup(MrThread *t, MrFuture *f, MrValue loop) MR_MUST_CHECK;
/* The three ends of a pending future. InvalidStateError if it is not pending. Callbacks are scheduled. */
bool mr_future_set_result(MrThread *t, MrFuture *f, MrValue result) MR_MUST_CHECK;
bool mr_future_set_exception(MrThread *t, MrFuture *f, MrValue exception) MR_MUST_CHECK; /* an instance */
int mr_future_cancel(MrThread *t, MrFuture *f, MrValue message); /* 1; 0: it is done; -1: error. Of the future part only, for tasks too */
/* The result, or MR_ERROR with its exception, CancelledError or InvalidStateError raised. */
MrValue mr_future_result(MrThread *t, MrFuture *f) MR_MUST_CHECK;
/* The exception of a finished one, unraised and marked as read; MR_NONE if there is none; MR_ERROR for the other states. */
MrValue mr_future_exception(MrThread *t, MrFuture *f) MR_MUST_CHECK;
MrValue mr_future_cancelled_error(MrThread *t, MrFuture *f) MR_MUST_CHECK; /* a new or the stored CancelledError */
bool mr_future_add_callback(MrThread *t, MrFuture *f, MrValue callback, MrValue context) MR_MUST_CHECK;
bool mr_future_add_wakeup(MrThread *t, MrFuture *f, MrTask *task) MR_MUST_CHECK;
int64_t mr_future_remove_callback(MrThread *t, MrFuture *f, MrValue callback); /* how many; -1: error. [script] */
/* The loop's call_exception_handler({'message': message, key: about, ...}); exception and source may be MR_UNBOUND. [script] */
bool mr_report(MrThread *t, MrValue loop, const char *message, const char *key, MrValue about, MrValue exception, MrValue source) MR_MUST_CHECK;
void mr_future_trace(MrGc *gc, MrObj *o);
/* Is the object's class marked as future-like? 1, 0, -1. [script] */
int mr_is_futurelike(MrThread *t, MrValue v);

/* A new task whose first step is scheduled. name MR_UNBOUND: Task-N. context: MR_UNBOUND or MR_NONE: a copy of the current one. [script] */
MrTask *mr_task_new(MrThread *t, MrValue coro, MrValue loop, MrValue name, MrValue context) MR_MUST_CHECK;
/* Runs one step from the loop. arg: MR_UNBOUND, the future that woke it, or an exception to throw in. False: error for the loop to handle. [script] */
bool mr_task_run(MrThread *t, MrTask *task, MrValue arg) MR_MUST_CHECK;
int mr_task_cancel(MrThread *t, MrTask *task, MrValue message); /* 1, 0, -1. [script] */
void mr_task_unlink(MrThread *t, MrTask *task); /* takes it out of the array of pending tasks */
MrValue mr_task_name(MrThread *t, MrTask *task) MR_MUST_CHECK;
/* A callable that does to `task` what the loop does by itself: its step (argument: none) or its wake-up (argument: the future). */
MrValue mr_task_callable(MrThread *t, MrTask *task, bool wakeup) MR_MUST_CHECK;

#endif
