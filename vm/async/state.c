/* The isolate's record of asyncio: the running loop, current tasks, and what the collector must know of them.
 */
#include "vm/async/state.h"

#include <signal.h>
#include <stdlib.h>

#include "vm/async/inline.h"
#include "vm/error.h"
#include "vm/permit.h"
#include "vm/signals.h"

MrLoop *mr_loop_state(MrThread *t)
{
    MrLoop *s = t->iso->loop;
    if (MR_LIKELY(s != NULL))
        return s;
    s = calloc(1, sizeof *s);
    if (!s) {
        mr_raise_no_memory(t);
        return NULL;
    }
    t->iso->loop = s;
    t->iso->wake = mr_async_wake;
    return mr_handles_init(t) ? s : NULL;
}

void mr_async_fini(MrIsolate *iso)
{
    if (!iso->loop)
        return;
    free(iso->loop->tasks);
    free(iso->loop->twins);
    free(iso->loop);
    iso->loop = NULL;
}

void mr_async_trace(MrGc *gc)
{
    MrLoop *s = gc->iso->loop;
    if (!s)
        return;
    mr_mark(gc, s->prompt);
    mr_mark(gc, s->others);
    mr_mark(gc, s->foreign);
    if (s->twins)
        mr_mark_values(gc, s->twins->classes, MR_TWIN_VALUES);
}

/* ---- the running loop ---- */

MrValue mr_running_loop(MrThread *t)
{
    if (MR_LIKELY(t->loop != MR_UNBOUND))
        return t->loop;
    MrValue (*ask)(MrThread *) = t == &t->iso->main ? t->iso->ask_loop : NULL;
    if (!ask)
        return MR_UNBOUND;
    t->iso->ask_loop = NULL; /* making the loop must not ask */
    MrValue loop = ask(t);
    t->iso->ask_loop = ask;
    MrLoop *s = loop == MR_ERROR ? NULL : mr_loop_state(t);
    return s ? t->loop = s->prompt = loop : MR_ERROR;
}

bool mr_prompt_waits(MrThread *t)
{
    MrLoop *s = t->iso->loop;
    return s && s->prompt != MR_UNBOUND && t->loop == s->prompt && !((const MrEventLoop *)mr_obj_of(s->prompt))->running;
}

/* ---- current tasks ---- */

/* The thread in which the loop runs, or NULL. */
static MrThread *thread_of(MrThread *t, MrValue loop)
{
    if (MR_LIKELY(loop == t->loop))
        return t;
    for (MrThread *other = t->iso->threads.list; other; other = other->next)
        if (other->loop == loop)
            return other;
    return NULL;
}

MrValue mr_task_current(MrThread *t, MrLoop *s, MrValue loop)
{
    MrThread *runner = thread_of(t, loop);
    MrValue task;
    if (runner)
        task = runner->task;
    else
        task = s->others == MR_UNBOUND ? MR_UNBOUND : mr_dict_get(t, MR_DICT(s->others), loop);
    return task == MR_UNBOUND ? MR_NONE : task;
}

static bool set_current(MrThread *t, MrLoop *s, MrValue loop, MrValue task)
{
    MrThread *runner = thread_of(t, loop);
    if (runner) {
        runner->task = task == MR_NONE ? MR_UNBOUND : task;
        return true;
    }
    if (s->others == MR_UNBOUND) {
        MrDict *d = mr_dict_new(t);
        if (!d)
            return false;
        s->others = mr_val(d);
    }
    if (task == MR_NONE)
        return mr_dict_del(t, MR_DICT(s->others), loop) >= 0;
    return mr_dict_set(t, MR_DICT(s->others), loop, task);
}

static bool wrong(MrThread *t, bool entering, MrValue task, MrValue current)
{
    MrValue a = mr_repr(t, task), b = a == MR_ERROR ? a : mr_repr(t, current);
    if (b == MR_ERROR)
        return false;
    if (entering)
        mr_raise(t, MR_EXC_RuntimeError, "Cannot enter into task %s while another task %s is being executed.", mr_cstr(a), mr_cstr(b));
    else
        mr_raise(t, MR_EXC_RuntimeError, "Leaving task %s does not match the current task %s.", mr_cstr(a), mr_cstr(b));
    return false;
}

bool mr_task_enter(MrThread *t, MrLoop *s, MrValue loop, MrValue task)
{
    if (MR_LIKELY(loop == t->loop && t->task == MR_UNBOUND)) {
        t->task = task;
        return true;
    }
    MrValue current = mr_task_current(t, s, loop);
    if (current == MR_ERROR)
        return false;
    return current == MR_NONE ? set_current(t, s, loop, task) : wrong(t, true, task, current);
}

bool mr_task_leave(MrThread *t, MrLoop *s, MrValue loop, MrValue task)
{
    if (MR_LIKELY(loop == t->loop && t->task == task)) {
        t->task = MR_UNBOUND;
        return true;
    }
    MrValue current = mr_task_current(t, s, loop);
    if (current == MR_ERROR)
        return false;
    return current == task ? set_current(t, s, loop, MR_NONE) : wrong(t, false, task, current);
}

MrValue mr_task_swap(MrThread *t, MrLoop *s, MrValue loop, MrValue task)
{
    MrValue before = mr_task_current(t, s, loop);
    return before != MR_ERROR && set_current(t, s, loop, task) ? before : MR_ERROR;
}

/* ---- SIGINT ---- */

int mr_sigint_watch(MrThread *t, MrValue fn)
{
    if (t != &t->iso->main || mr_denied(t, MR_ALLOW_PROCESSES)) /* SIGINT is the host's */
        return 0;
    return !mr_signals_int_is_usual(t->iso) ? 0 : mr_signal_set_handler(t, SIGINT, fn) ? 1 : -1;
}

bool mr_sigint_unwatch(MrThread *t, MrValue fn)
{
    return !mr_signals_int_is(t->iso, fn) || mr_signal_set_handler(t, SIGINT, MR_SIGNAL_USUAL);
}
