/* Awaits without a coroutine: see inline.c. */
#ifndef MR_VM_ASYNC_INLINE_H
#define MR_VM_ASYNC_INLINE_H

#include "vm/async/loop.h"

/* h.aux of the coroutine functions that have a native twin: which one. */
enum { MR_TWIN_NONE, MR_TWIN_SLEEP, MR_TWIN_OTHERS, MR_TWINS = 8 };
enum { MR_TWIN_VALUES = 7 };

typedef enum MrInline {
    MR_INLINE_NO,    /* only the coroutine will do */
    MR_INLINE_WAIT,  /* *out can be awaited in its place */
    MR_INLINE_DONE,  /* *out is what the await gives, nothing has to be waited for */
    MR_INLINE_ERROR
} MrInline;

/* A Future made for such an await (MR_FUT_WAIT in h.aux), whose end is the twin's to deal with. */
typedef struct MrWait {
    MrFuture f;
    MrValue tail;       /* as every Future has it */
    MrFunction *function;
    MrValue owner;      /* the queue, the lock... */
    MrValue item;       /* what is to be put into it, or MR_UNBOUND */
} MrWait;

/* The twins that live in a module: what the loop's state knows of them. */
typedef struct MrTwins {
    MrInline (*start[MR_TWINS])(MrThread *t, MrFunction *f, const MrValue *args, MrValue *out); /* by h.aux; see mr_await_inline */
    /* The future has a result: goes on, as mr_gen_resume. MR_GEN_YIELDED: it has to be waited for once more. */
    MrGenResult (*finish)(MrThread *t, MrWait *w, MrValue *out);
    /* An exception, which is pending, comes out of the await: puts things in order and adds its lines to the traceback. */
    void (*abandon)(MrThread *t, MrWait *w);
    MrValue classes[MR_TWIN_VALUES]; /* whose functions these are, and what else the module keeps; MR_UNBOUND: none */
} MrTwins;

/* What awaiting a call of f can come to without its coroutine; args: its bound parameters. */
static inline MR_MUST_CHECK MrInline mr_await_inline(MrThread *t, MrFunction *f, const MrValue *args, MrValue *out)
{
    return t->iso->loop->twins->start[f->h.aux](t, f, args, out);
}
MrInline mr_sleep_start(MrThread *t, MrFunction *f, const MrValue *args, MrValue *out) MR_MUST_CHECK; /* sleep's */
/* A future to wait for on behalf of f(owner, item), of the running loop. */
static inline MR_MUST_CHECK MrWait *mr_wait_new(MrThread *t, MrFunction *f, MrValue owner, MrValue item)
{
    MrWait *w = mr_alloc_unset(t, sizeof *w, MR_KIND_FUTURE, MR_TYPE_Future);
    if (!w)
        return NULL;
    w->f.h.aux = MR_FUT_WAIT;
    w->f.loop = t->loop;
    w->f.result = w->f.callback = w->f.context = w->f.message = w->tail = MR_UNBOUND;
    w->function = f;
    w->owner = owner;
    w->item = item;
    return w;
}
/* Makes a finished one pending again, and marks it as awaited. */
void mr_wait_again(MrWait *w);
/* Does the loop that runs have twins at all: is it native in all that they replace, and not in debug mode? */
static inline bool mr_twins_allowed(MrThread *t)
{
    const MrEventLoop *el = MR_UNLIKELY(t->loop == MR_UNBOUND) ? NULL : mr_native_loop(t, t->loop);
    return el && el->native_timers && !el->debug && !el->closed;
}
/* Adds the line of the n-th await (from 0) of function f to the pending exception's traceback, unless f itself runs. */
void mr_await_trace(MrThread *t, MrValue f, int n);
/* An exception comes out of an await of this future: nothing for ordinary ones. */
void mr_await_abandon(MrThread *t, MrFuture *f);

#endif
