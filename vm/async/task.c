/* Task: a coroutine driven by the loop, and the `_asyncio.Task` type.
 *
 * A step resumes the coroutine, through vm/generator.c and without a Python object in between, and looks at what came out: a future to wait
 * for, None (a bare yield: another step soon), the end, or nonsense, which is answered with a RuntimeError thrown in by the next step. While a
 * step runs, t->context is the task's context; afterwards it is put back into the task, which may have set variables.
 * Not here: which task is the current one (state.c), reprs (show.c).
 */
#include "vm/async/loop.h"
#include "vm/async/state.h"
#include "vm/attr.h"
#include "vm/call.h"
#include "vm/error.h"
#include "vm/types/genericalias.h"

#include <stdlib.h>

#define TASK(v) mr_task_of(v)

/* ---- the array of pending tasks ---- */

static bool link_task(MrThread *t, MrLoop *state, MrTask *task)
{
    if (state->n_tasks == state->cap_tasks) {
        uint32_t cap = state->cap_tasks ? state->cap_tasks * 2 : 64;
        MrTask **tasks = realloc(state->tasks, cap * sizeof *tasks);
        if (!tasks) {
            mr_raise_no_memory(t);
            return false;
        }
        state->tasks = tasks;
        state->cap_tasks = cap;
    }
    state->tasks[state->n_tasks++] = task;
    task->place = state->n_tasks;
    return true;
}

void mr_task_unlink(MrThread *t, MrTask *task)
{
    MrLoop *state = t->iso->loop;
    if (!task->place || !state)
        return;
    MrTask *last = state->tasks[--state->n_tasks];
    state->tasks[task->place - 1] = last;
    last->place = task->place;
    task->place = 0;
}

/* ---- steps ---- */

/* Another step, with an exception to throw in or MR_UNBOUND. */
static bool step_soon(MrThread *t, MrTask *task, MrValue exc) { return mr_loop_soon(t, task->f.loop, task, exc); }

/* The next step throws RuntimeError(text with the reprs of v and w in the places of its two %s). */
static bool step_error(MrThread *t, MrTask *task, const char *format, MrValue v, MrValue w)
{
    MrValue first = mr_repr(t, v), second = w == MR_UNBOUND || first == MR_ERROR ? MR_NONE : mr_repr(t, w);
    if (first == MR_ERROR || second == MR_ERROR)
        return false;
    MrBuf buf = MR_BUF_EMPTY;
    const char *const texts[2] = {mr_cstr(first), second == MR_NONE ? "" : mr_cstr(second)};
    for (int k = 0; *format; format++) {
        if (format[0] == '%' && k < 2)
            mr_buf_puts(&buf, texts[k++]);
        else
            mr_buf_putc(&buf, *format);
    }
    MrValue text = mr_str_buf(t, &buf);
    MrValue exc = text == MR_ERROR ? text : mr_call1(t, mr_type_val(t, MR_EXC_RuntimeError), text);
    return exc != MR_ERROR && step_soon(t, task, exc);
}

/* cancel(msg=...) of any future-like object: 1, 0, -1. */
static int cancel_any(MrThread *t, MrValue future, MrValue message)
{
    if (mr_is_exact(future, MR_TYPE_Future))
        return mr_future_cancel(t, mr_future_of(future), message);
    if (mr_is_exact(future, MR_TYPE_Task))
        return mr_task_cancel(t, TASK(future), message);
    MrValue method = mr_getattr(t, future, mr_n(t, cancel)), args = mr_tuple_new(t, 0);
    MrDict *kwargs = mr_dict_new(t);
    if (method == MR_ERROR || args == MR_ERROR || !kwargs || !mr_dict_set_str(t, kwargs, mr_n(t, msg), message == MR_UNBOUND ? MR_NONE : message))
        return -1;
    MrValue r = mr_call_kw(t, method, args, mr_val(kwargs));
    return r == MR_ERROR ? -1 : mr_truth(t, r);
}

/* The task stands in `future`'s callbacks now. */
__attribute__((always_inline)) static inline bool begin_wait(MrThread *t, MrTask *task, MrValue future)
{
    task->waiter = future;
    mr_write_barrier(t, task, future);
    if (MR_UNLIKELY(t->iso->loop->notes_waits) && !mr_future_set_note(t, &task->f, MR_NOTE_SINCE, mr_float(mr_loop_time())))
        return false;
    if (MR_LIKELY(!(task->f.h.aux & MR_TASK_MUST_CANCEL)))
        return true;
    int cancelled = cancel_any(t, future, mr_future_message(&task->f));
    if (cancelled > 0)
        task->f.h.aux &= (uint16_t)~MR_TASK_MUST_CANCEL;
    return cancelled >= 0;
}

/* Does a future's class leave a method of Future as it is? Where the class cannot tell, the call by name will. */
static inline bool is_plain(MrValue future) { return mr_obj_of(future)->shape == MR_TYPE_Future || mr_obj_of(future)->shape == MR_TYPE_Task; }
static bool has_native(MrThread *t, MrValue future, const char *method)
{
    MrStr *name = mr_intern(t, method, strlen(method));
    MrType *base = mr_builtin_type(t, MR_TYPE_Future);
    return name && mr_type_lookup(t, mr_typeof(t, future), name) == mr_type_lookup(t, base, name);
}

/* The coroutine yielded something that is neither a native future nor None. */
static bool wait_for_foreign(MrThread *t, MrTask *task, MrValue v)
{
    MrValue mark = mr_getattr_or(t, v, mr_n(t, _asyncio_future_blocking));
    if (mark == MR_ERROR)
        return false;
    if (mark == MR_UNBOUND || mark == MR_NONE) {
        if (mr_is_exact(v, MR_TYPE_generator))
            return step_error(t, task, "yield was used instead of yield from for generator in task % with %", mr_val(task), v);
        return step_error(t, task, "Task got bad yield: %", v, MR_UNBOUND);
    }
    int blocking = mr_truth(t, mark);
    MrValue getter = blocking < 0 ? MR_ERROR : mr_getattr_c(t, v, "get_loop");
    MrValue loop = getter == MR_ERROR ? getter : mr_call0(t, getter);
    if (loop == MR_ERROR)
        return false;
    if (loop != task->f.loop)
        return step_error(t, task, "Task % got Future % attached to a different loop", mr_val(task), v);
    if (!blocking)
        return step_error(t, task, "yield was used instead of yield from in task % with %", mr_val(task), v);
    MrValue add = mr_getattr_c(t, v, "add_done_callback"), wake = mr_task_callable(t, task, true);
    MrDict *kwargs = mr_dict_new(t);
    if (!mr_setattr(t, v, mr_n(t, _asyncio_future_blocking), MR_FALSE) || add == MR_ERROR || wake == MR_ERROR || !kwargs ||
        !mr_context_object(t, &t->context) || !mr_dict_set_c(t, kwargs, "context", t->context))
        return false;
    MrValue args = mr_tuple_from(t, &wake, 1);
    return args != MR_ERROR && mr_call_kw(t, add, args, mr_val(kwargs)) != MR_ERROR && begin_wait(t, task, v);
}

static bool handle_yield(MrThread *t, MrTask *task, MrValue v)
{
    if (v == t->iso->hooks[MR_HOOK_SLEEP0]) {
        MrEventLoop *el = mr_native_loop(t, task->f.loop);
        return MR_LIKELY(el && !el->closed) ? mr_ready_push(t, el, mr_val(task), v) : mr_loop_soon(t, task->f.loop, task, v);
    }
    if (MR_UNLIKELY(v == mr_val(task)))
        return step_error(t, task, "Task cannot await on itself: %", v, MR_UNBOUND);
    if (MR_LIKELY(mr_is_future(v) && (is_plain(v) || has_native(t, v, "add_done_callback")))) {
        MrFuture *f = mr_future_of(v);
        if (f->loop != task->f.loop)
            return step_error(t, task, "Task % got Future % attached to a different loop", mr_val(task), v);
        if (!(f->h.aux & MR_FUT_BLOCKING))
            return step_error(t, task, "yield was used instead of yield from in task % with %", mr_val(task), v);
        f->h.aux &= (uint16_t)~MR_FUT_BLOCKING;
        return mr_future_add_wakeup(t, f, task) && begin_wait(t, task, v);
    }
    return v == MR_NONE ? step_soon(t, task, MR_UNBOUND) : wait_for_foreign(t, task, v);
}

/* The coroutine raised what is pending. False: the loop has to stop for it, or could not be told. */
static bool handle_error(MrThread *t, MrTask *task)
{
    if (t->iso->stopping)
        return false;
    MrValue exc = mr_take_pending(t);
    if (mr_isinstance_of(t, exc, MR_EXC_CancelledError)) {
        int ok = mr_future_cancel(t, &task->f, MR_UNBOUND);
        task->f.result = exc;
        return ok >= 0;
    }
    if (!mr_future_set_exception(t, &task->f, exc))
        return false;
    if (!mr_isinstance_of(t, exc, MR_EXC_KeyboardInterrupt) && !mr_isinstance_of(t, exc, MR_EXC_SystemExit))
        return true;
    mr_raise_value(t, exc);
    return false;
}

static MrGenResult resume(MrThread *t, MrTask *task, MrValue value, MrValue exc, MrValue *out)
{
    MrValue coro = task->coro;
    if (MR_LIKELY(mr_is_kind(coro, MR_KIND_GENERATOR)))
        return mr_gen_resume(t, (MrGenerator *)mr_obj_of(coro), value, exc, out);
    if (exc == MR_UNBOUND) {
        MrValue none = MR_NONE;
        *out = mr_call_method(t, coro, mr_n(t, send), 1, &none);
    } else {
        *out = mr_call_method(t, coro, mr_n(t, throw), 1, &exc);
    }
    if (*out != MR_ERROR)
        return MR_GEN_YIELDED;
    if (!mr_pending_is(t, MR_EXC_StopIteration))
        return MR_GEN_RAISED;
    MrException *stop = MR_EXCEPTION(mr_take_pending(t));
    *out = stop->a == MR_UNBOUND ? MR_NONE : stop->a;
    return MR_GEN_RETURNED;
}

bool mr_sleep0_is_direct(MrThread *t)
{
    return t->task != MR_UNBOUND && mr_is_kind(t->task, MR_KIND_TASK) && t->frame->gen && t->frame->entry && mr_task_of(t->task)->coro == mr_val(t->frame->root);
}

/* A step inside the task's context and while it is the current task. */
static bool step(MrThread *t, MrTask *task, MrValue value, MrValue exc)
{
    if (MR_UNLIKELY(mr_future_state(&task->f) != MR_FUT_PENDING)) {
        MrValue a = mr_repr(t, mr_val(task)), b = a == MR_ERROR ? a : exc == MR_UNBOUND ? mr_str_c(t, "None") : mr_repr(t, exc);
        if (b != MR_ERROR)
            mr_raise(t, MR_EXC_InvalidStateError, "__step(): already done: %s, %s", mr_cstr(a), mr_cstr(b));
        return false;
    }
    if (MR_UNLIKELY(task->f.h.aux & MR_TASK_MUST_CANCEL)) {
        if (exc == MR_UNBOUND || !mr_isinstance_of(t, exc, MR_EXC_CancelledError)) {
            exc = mr_future_cancelled_error(t, &task->f);
            if (exc == MR_ERROR)
                return false;
        }
        task->f.h.aux &= (uint16_t)~MR_TASK_MUST_CANCEL;
    }
    task->waiter = MR_UNBOUND;
    MrValue out;
    switch (resume(t, task, value, exc, &out)) {
    case MR_GEN_YIELDED: return handle_yield(t, task, out);
    case MR_GEN_RAISED: return handle_error(t, task);
    default:
        if (MR_LIKELY(!(task->f.h.aux & MR_TASK_MUST_CANCEL)))
            return mr_future_set_result(t, &task->f, out);
        task->f.h.aux &= (uint16_t)~MR_TASK_MUST_CANCEL; /* cancelled by itself right before it returned */
        return mr_future_cancel(t, &task->f, mr_future_message(&task->f)) >= 0;
    }
}

/* The exception to throw in for the future that woke the task: MR_UNBOUND if it has a result, MR_ERROR if asking failed in another way. */
__attribute__((noinline)) static MrValue wakeup_exception(MrThread *t, MrValue future)
{
    if (mr_is_future(future) && (is_plain(future) || has_native(t, future, "result"))) {
        MrFuture *f = mr_future_of(future);
        return mr_future_result(t, f) == MR_ERROR ? mr_take_pending(t) : MR_UNBOUND;
    }
    MrValue r = mr_call_method0(t, future, mr_n(t, result));
    return r == MR_ERROR ? mr_take_pending(t) : MR_UNBOUND;
}

bool mr_task_run(MrThread *t, MrTask *task, MrValue arg)
{
    MrLoop *state = t->iso->loop;
    MrValue value = MR_NONE, exc = arg;
    if (arg != MR_UNBOUND && arg == t->iso->hooks[MR_HOOK_SLEEP0]) {
        value = arg;
        exc = MR_UNBOUND;
    } else if (arg != MR_UNBOUND && !mr_is_exception(arg)) {
        bool plain = mr_is_future(arg) && is_plain(arg) && (mr_obj_of(arg)->aux & (MR_FUT_STATE | MR_FUT_EXC)) == MR_FUT_FINISHED;
        exc = MR_LIKELY(plain) ? MR_UNBOUND : wakeup_exception(t, arg);
    }
    if (MR_LIKELY(task->f.loop == t->loop && t->task == MR_UNBOUND))
        t->task = mr_val(task);
    else if (!mr_task_enter(t, state, task->f.loop, mr_val(task)))
        return false;
    MrValue outer = t->context;
    t->context = task->context;
    if (mr_is_context(t->context))
        mr_obj_of(t->context)->aux = 1;
    bool ok = step(t, task, value, exc);
    if (t->context != MR_UNBOUND && mr_is_context(t->context))
        mr_obj_of(t->context)->aux = 0;
    task->context = t->context;
    mr_write_barrier(t, task, task->context);
    t->context = outer;
    if (MR_LIKELY(ok && task->f.loop == t->loop && t->task == mr_val(task))) {
        t->task = MR_UNBOUND;
        return true;
    }
    MrValue error = ok ? MR_UNBOUND : mr_take_pending(t);
    if (!mr_task_leave(t, state, task->f.loop, mr_val(task)))
        return false;
    if (!ok)
        mr_raise_value(t, error);
    return ok;
}

/* ---- making ---- */

static bool is_coroutine(MrThread *t, MrValue v)
{
    if (mr_is_coroutine(v))
        return true;
    static const char *const names[] = {"__await__", "send", "throw", "close"};
    MrType *type = mr_typeof(t, v);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        MrStr *name = mr_intern(t, names[i], strlen(names[i]));
        MrValue found = name ? mr_type_lookup(t, type, name) : MR_ERROR;
        if (found == MR_UNBOUND || found == MR_NONE || found == MR_ERROR)
            return false;
    }
    return true;
}

static bool eager_start(MrThread *t, MrLoop *state, MrTask *task)
{
    MrValue before = mr_task_swap(t, state, task->f.loop, mr_val(task));
    if (before == MR_ERROR || !mr_context_object(t, &t->context) || !mr_context_object(t, &task->context))
        return false;
    MrContext *context = (MrContext *)mr_obj_of(task->context);
    MrValue outer = t->context;
    if (context->h.aux) {
        mr_raise(t, MR_EXC_RuntimeError, "cannot enter context: it is already entered");
        return false;
    }
    context->outer = outer;
    context->h.aux = 1;
    t->context = task->context;
    bool ok = step(t, task, MR_NONE, MR_UNBOUND);
    t->context = outer;
    context->outer = MR_UNBOUND;
    context->h.aux = 0;
    MrValue error = ok ? MR_UNBOUND : mr_take_pending(t);
    if (mr_task_swap(t, state, task->f.loop, before) == MR_ERROR)
        return false;
    if (mr_future_state(&task->f) != MR_FUT_PENDING)
        task->coro = MR_NONE;
    if (!ok)
        mr_raise_value(t, error);
    return ok;
}

/* The rest of construction once the future part is set up. */
static bool set_up(MrThread *t, MrLoop *state, MrTask *task, MrValue coro, MrValue name, MrValue context, bool eager)
{
    if (!is_coroutine(t, coro)) {
        MrValue text = mr_repr(t, coro);
        if (text != MR_ERROR)
            mr_raise(t, MR_EXC_TypeError, "a coroutine was expected, got %s", mr_cstr(text));
        return false;
    }
    task->context = context == MR_UNBOUND || context == MR_NONE ? mr_context_snapshot(t) : context;
    if (context != MR_UNBOUND && context != MR_NONE && !mr_is_context(context)) {
        mr_raise(t, MR_EXC_TypeError, "a Context was expected, got %s", mr_type_name(t, context));
        return false;
    }
    task->coro = coro;
    task->waiter = MR_UNBOUND;
    task->cancels = 0;
    if (name == MR_UNBOUND || name == MR_NONE)
        task->name = mr_small_int((int64_t)++state->names);
    else if ((task->name = mr_is_exact(name, MR_TYPE_str) ? name : mr_str(t, name)) == MR_ERROR)
        return task->name = MR_NONE, false;
    mr_gc_watch(&task->f.h);
    if (eager) {
        MrValue method = mr_getattr_c(t, task->f.loop, "is_running");
        MrValue running = method == MR_ERROR ? method : mr_call0(t, method);
        int yes = running == MR_ERROR ? -1 : mr_truth(t, running);
        if (yes < 0)
            return false;
        if (yes) {
            task->f.h.aux |= MR_TASK_LOG_DESTROY;
            return link_task(t, state, task) && eager_start(t, state, task);
        }
    }
    if (!step_soon(t, task, MR_UNBOUND))
        return false;
    task->f.h.aux |= MR_TASK_LOG_DESTROY;
    return task->place || link_task(t, state, task);
}

MrTask *mr_task_new(MrThread *t, MrValue coro, MrValue loop, MrValue name, MrValue context)
{
    MrLoop *state = mr_loop_state(t);
    MrTask *task = state ? mr_alloc(t, MR_TASK_SIZE, MR_KIND_TASK, MR_TYPE_Task) : NULL;
    if (!task)
        return NULL;
    task->f.loop = loop;
    MrEventLoop *el = mr_native_loop(t, loop);
    if (MR_UNLIKELY(!el || el->debug)) {
        int debug = mr_loop_debug(t, loop);
        if (debug < 0 || (debug && !mr_future_note_source(t, &task->f)))
            return NULL;
    }
    return set_up(t, state, task, coro, name, context, false) ? task : NULL;
}

int mr_task_cancel(MrThread *t, MrTask *task, MrValue message)
{
    task->f.h.aux &= (uint16_t)~MR_FUT_LOG;
    if (mr_future_state(&task->f) != MR_FUT_PENDING)
        return 0;
    task->cancels++;
    if (task->waiter != MR_UNBOUND) {
        if (!mr_stack_ok(t)) /* a long chain of tasks that wait for each other */
            return -1;
        int cancelled = cancel_any(t, task->waiter, message);
        if (cancelled)
            return cancelled;
    }
    task->f.h.aux |= MR_TASK_MUST_CANCEL;
    mr_future_set_message(t, &task->f, message);
    return 1;
}

MrValue mr_task_name(MrThread *t, MrTask *task)
{
    if (mr_is_int(task->name))
        task->name = mr_strf(t, "Task-%lld", (long long)mr_int_of(task->name));
    return task->name;
}

static MrValue run_step(MrThread *t, MrValue *a) { return mr_task_run(t, TASK(a[0]), MR_UNBOUND) ? MR_NONE : MR_ERROR; }
static MrValue run_step_with(MrThread *t, MrValue *a) { return mr_task_run(t, TASK(a[0]), a[1]) ? MR_NONE : MR_ERROR; }

MrValue mr_task_callable(MrThread *t, MrTask *task, bool wakeup)
{
    static const MrMethodDef step_row = {"task_step(self, /)", run_step, "Go on.", 0}, wakeup_row = {"task_wakeup(self, future, /)", run_step_with, "Go on after a future is done.", 0};
    return mr_function_native(t, wakeup ? &wakeup_row : &step_row, mr_val(mr_typeof(t, mr_val(task))), mr_val(task));
}

/* ---- the type ---- */

static MrValue task_new(MrThread *t, MrValue *a)
{
    MrTask *task = mr_alloc_instance(t, sizeof *task, MR_TYPE(a[0]));
    if (!task)
        return MR_ERROR;
    task->coro = task->name = MR_NONE;
    return mr_val(task);
}

static MrValue task_init(MrThread *t, MrValue *a)
{
    MrTask *task = TASK(a[0]);
    MrLoop *state = mr_loop_state(t);
    int eager = a[5] == MR_UNBOUND ? 0 : mr_truth(t, a[5]);
    if (!state || eager < 0 || !mr_future_setup(t, &task->f, a[2]))
        return MR_ERROR;
    return set_up(t, state, task, a[1], a[3], a[4], eager) ? MR_NONE : MR_ERROR;
}

static MrValue task_cancel(MrThread *t, MrValue *a)
{
    int done = mr_task_cancel(t, TASK(a[0]), a[1]);
    return done < 0 ? MR_ERROR : mr_bool(done);
}

static MrValue task_cancelling(MrThread *t, MrValue *a)
{
    (void)t;
    return mr_small_int(TASK(a[0])->cancels);
}

static MrValue task_uncancel(MrThread *t, MrValue *a)
{
    (void)t;
    MrTask *task = TASK(a[0]);
    if (task->cancels)
        task->cancels--;
    return mr_small_int(task->cancels);
}

static MrValue task_set_result(MrThread *t, MrValue *a)
{
    (void)a;
    return mr_raise(t, MR_EXC_RuntimeError, "Task does not support set_result operation");
}

static MrValue task_set_exception(MrThread *t, MrValue *a)
{
    (void)a;
    return mr_raise(t, MR_EXC_RuntimeError, "Task does not support set_exception operation");
}

static MrValue task_get_name(MrThread *t, MrValue *a) { return mr_task_name(t, TASK(a[0])); }

static MrValue task_set_name(MrThread *t, MrValue *a)
{
    MrValue name = mr_is_exact(a[1], MR_TYPE_str) ? a[1] : mr_str(t, a[1]);
    if (name == MR_ERROR)
        return name;
    TASK(a[0])->name = name;
    return MR_NONE;
}

static MrValue task_get_coro(MrThread *t, MrValue *a)
{
    (void)t;
    return TASK(a[0])->coro;
}

/* The task's Context object. While the task runs, its context is the outermost one of those entered since. */
static MrValue task_get_context(MrThread *t, MrValue *a)
{
    MrTask *task = TASK(a[0]);
    if (!mr_is_context(task->context) && t->task == a[0]) {
        if (!mr_context_object(t, &t->context))
            return MR_ERROR;
        MrValue own = t->context;
        while (((MrContext *)mr_obj_of(own))->outer != MR_UNBOUND)
            own = ((MrContext *)mr_obj_of(own))->outer;
        task->context = own;
    }
    return mr_context_object(t, &task->context) ? task->context : MR_ERROR;
}

static MrValue call_base_tasks(MrThread *t, const char *name, size_t argc, MrValue *args)
{
    for (size_t i = 0; i < argc; i++)
        if (args[i] == MR_UNBOUND)
            args[i] = MR_NONE;
    MrValue module = mr_import(t, "asyncio.base_tasks");
    MrValue f = module == MR_ERROR ? module : mr_getattr_c(t, module, name);
    return f == MR_ERROR ? f : mr_call(t, f, argc, args);
}

static MrValue task_get_stack(MrThread *t, MrValue *a) { return call_base_tasks(t, "_task_get_stack", 2, a); }
static MrValue task_print_stack(MrThread *t, MrValue *a) { return call_base_tasks(t, "_task_print_stack", 3, a); }
static MrValue task_class_getitem(MrThread *t, MrValue *a) { return mr_generic_alias(t, a[0], a[1]); }

static MrValue get_coro(MrThread *t, MrValue self)
{
    (void)t;
    return TASK(self)->coro;
}

static MrValue get_waiter(MrThread *t, MrValue self)
{
    (void)t;
    return TASK(self)->waiter == MR_UNBOUND ? MR_NONE : TASK(self)->waiter;
}

static MrValue get_since(MrThread *t, MrValue self)
{
    (void)t;
    MrValue since = TASK(self)->waiter == MR_UNBOUND ? MR_UNBOUND : mr_future_note(&TASK(self)->f, MR_NOTE_SINCE);
    return since == MR_UNBOUND ? MR_NONE : since;
}

static MrValue get_must_cancel(MrThread *t, MrValue self)
{
    (void)t;
    return mr_bool(TASK(self)->f.h.aux & MR_TASK_MUST_CANCEL);
}

static MrValue get_log_destroy(MrThread *t, MrValue self)
{
    (void)t;
    return mr_bool(TASK(self)->f.h.aux & MR_TASK_LOG_DESTROY);
}

static bool set_log_destroy(MrThread *t, MrValue self, MrValue value)
{
    int on = value == MR_UNBOUND ? 0 : mr_truth(t, value);
    if (on < 0)
        return false;
    MrObj *o = mr_obj_of(self);
    o->aux = (uint16_t)(on ? o->aux | MR_TASK_LOG_DESTROY : o->aux & ~MR_TASK_LOG_DESTROY);
    return true;
}

static void task_trace(MrGc *gc, MrObj *o)
{
    mr_future_trace(gc, o);
    mr_mark_values(gc, &((MrTask *)o)->coro, 4);
}

static const MrMethodDef task_methods[] = {
    {"__new__(cls, /, *args, **kwargs)", task_new, "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC},
    {"__init__(self, coro, *, loop=None, name=None, context=None, eager_start=False)", task_init,
     "Set up the object; the class says which arguments it takes.", 0},
    {"cancel(self, /, msg=None)", task_cancel,
     "Ask for a CancelledError inside the coroutine, at its next chance to run. False when the task is done.", 0},
    {"cancelling(self, /)", task_cancelling, "How many cancel() calls have not been taken back by uncancel().", 0},
    {"uncancel(self, /)", task_uncancel, "Take back one cancel() and tell how many are left.", 0},
    {"set_result(self, result, /)", task_set_result, "A task sets its result itself: RuntimeError.", 0},
    {"set_exception(self, exception, /)", task_set_exception, "A task sets its exception itself: RuntimeError.", 0},
    {"get_name(self, /)", task_get_name, "The name.", 0},
    {"set_name(self, value, /)", task_set_name, "Change the name.", 0},
    {"get_coro(self, /)", task_get_coro, "The coroutine.", 0},
    {"get_context(self, /)", task_get_context, "The context in which it runs.", 0},
    {"get_stack(self, /, *, limit=None)", task_get_stack,
     "The frames at which the coroutine is suspended, or those of the traceback if it failed, oldest first.", 0},
    {"print_stack(self, /, *, limit=None, file=None)", task_print_stack,
     "Write what get_stack() finds, as a traceback would show it, to file or sys.stderr.", 0},
    {"__class_getitem__(cls, item, /)", task_class_getitem, "The class with type arguments, such as C[int], for annotations.", MR_METHOD_CLASS},
    {0},
};

static const MrGetSetDef task_getset[] = {
    {"_coro", get_coro, NULL, "the coroutine"},
    {"_fut_waiter", get_waiter, NULL, "the future it waits for, or None"},
    {"_must_cancel", get_must_cancel, NULL, "whether the next step will throw CancelledError"},
    {"_since", get_since, NULL, "when it last started to wait"},
    {"_log_destroy_pending", get_log_destroy, set_log_destroy, "whether its loss while pending is reported"},
    {0},
};

const MrTypeDef mr_Task_type = {
    .name = "_asyncio.Task",
    .base = MR_TYPE_Future,
    .kind = MR_KIND_TASK,
    .size = sizeof(MrTask),
    .flags = MR_TYPEDEF_DICT,
    .methods = task_methods,
    .getset = task_getset,
    .doc = "A future that drives a coroutine on the event loop and ends with its result.",
    .trace = task_trace,
    .module = "_asyncio",
};
