/* The isolate's record of asyncio: the running loop, current tasks, and what the collector must know of them.
 */
#include "vm/async/state.h"

#include <signal.h>
#include <stdlib.h>

#include "vm/error.h"

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
    return mr_handles_init(t) ? s : NULL;
}

void mr_async_fini(MrIsolate *iso)
{
    if (!iso->loop)
        return;
    free(iso->loop->tasks);
    free(iso->loop);
    iso->loop = NULL;
}

void mr_async_trace(MrGc *gc)
{
    MrLoop *s = gc->iso->loop;
    if (!s)
        return;
    mr_mark(gc, s->running);
    mr_mark(gc, s->task);
    mr_mark(gc, s->others);
    mr_mark(gc, s->foreign);
    mr_mark(gc, s->thread_dict);
    mr_mark(gc, s->sleep0);
    mr_mark(gc, s->sigint);
}

/* ---- current tasks ---- */

MrValue mr_task_current(MrThread *t, MrLoop *s, MrValue loop)
{
    MrValue task;
    if (loop == s->running)
        task = s->task;
    else
        task = s->others == MR_UNBOUND ? MR_UNBOUND : mr_dict_get(t, MR_DICT(s->others), loop);
    return task == MR_UNBOUND ? MR_NONE : task;
}

static bool set_current(MrThread *t, MrLoop *s, MrValue loop, MrValue task)
{
    if (loop == s->running) {
        s->task = task == MR_NONE ? MR_UNBOUND : task;
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
    if (MR_LIKELY(loop == s->running && s->task == MR_UNBOUND)) {
        s->task = task;
        return true;
    }
    MrValue current = mr_task_current(t, s, loop);
    if (current == MR_ERROR)
        return false;
    return current == MR_NONE ? set_current(t, s, loop, task) : wrong(t, true, task, current);
}

bool mr_task_leave(MrThread *t, MrLoop *s, MrValue loop, MrValue task)
{
    if (MR_LIKELY(loop == s->running && s->task == task)) {
        s->task = MR_UNBOUND;
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

bool mr_sigint_watch(MrThread *t, MrValue fn)
{
    MrLoop *s = t->iso->loop;
    MrValue handlers = t->iso->hooks[MR_HOOK_SIGNALS];
    if (!s || s->sigint != MR_UNBOUND)
        return false;
    if (mr_is_dict(handlers) && mr_dict_get(t, MR_DICT(handlers), mr_small_int(SIGINT)) != MR_UNBOUND)
        return false;
    s->sigint = fn;
    return true;
}

void mr_sigint_unwatch(MrThread *t, MrValue fn)
{
    if (t->iso->loop && t->iso->loop->sigint == fn)
        t->iso->loop->sigint = MR_UNBOUND;
}

MrValue mr_async_sigint(MrIsolate *iso) { return iso->loop ? iso->loop->sigint : MR_UNBOUND; }
