/* Signals. The only writable data that C signal handlers reach is `wanting`, a lock-free table of the isolates that handle signals: a handler can be
 * given no argument, and this is the one exception to the rule that everything hangs off an isolate.
 *
 * Invariant: a bit in `arrived` is set before MR_POLL_SIGNAL, and mr_signals_run clears the poll bit before it takes the bits, so none is lost.
 * A SIGINT that will do nothing but raise KeyboardInterrupt also sets MR_POLL_LIMIT, so that natives which look for limits find it (limits.c).
 * An isolate may wait in the kernel when a signal comes: iso->wake, set by who waits, is called from the handler and must be safe there.
 */
#include "vm/signals.h"

#include <errno.h>
#include <stdatomic.h>
#include <unistd.h>

#include "vm/attr.h"
#include "vm/error.h"
#include "vm/fault.h"
#include "vm/frame.h"
#include "vm/import.h"

struct MrSignals {
    MrIsolate *iso;
    _Atomic uint64_t wanted;   /* bit n - 1: signal n is handled by this isolate's script */
    _Atomic uint64_t arrived;
    _Atomic bool usual_int;    /* SIGINT has its usual handler */
    _Atomic int wakeup;        /* descriptor that learns of each arrival, -1: none */
    struct MrFault *fault;     /* see fault.c */
    uint64_t changed;          /* signals whose former action is kept below */
    struct sigaction before[MR_N_SIGNALS];
};

static _Atomic(struct MrSignals *) wanting[MR_SIGNALS_ISOLATES];

static uint64_t bit(int number) { return (uint64_t)1 << (number - 1); }

/* Runs inside a signal. */
static void note(int number)
{
    int saved = errno;
    for (int i = 0; i < MR_SIGNALS_ISOLATES; i++) {
        struct MrSignals *s = atomic_load(&wanting[i]);
        if (!s || !(atomic_load(&s->wanted) & bit(number)))
            continue;
        atomic_fetch_or(&s->arrived, bit(number));
        mr_poll_set(s->iso, number == SIGINT && atomic_load(&s->usual_int) ? MR_POLL_SIGNAL | MR_POLL_LIMIT : MR_POLL_SIGNAL);
        int fd = atomic_load(&s->wakeup);
        if (fd >= 0 && write(fd, &(unsigned char){(unsigned char)number}, 1) < 0)
            errno = 0; /* full: whoever reads it has enough to read */
        if (s->iso->wake)
            s->iso->wake(s->iso);
    }
    errno = saved;
}

/* ---- the isolate's record ---- */

static struct MrSignals *record(MrThread *t)
{
    MrIsolate *iso = t->iso;
    if (iso->signals)
        return iso->signals;
    struct MrSignals *s = calloc(1, sizeof *s);
    MrValue handlers = s ? mr_list_new(t, MR_N_SIGNALS) : MR_ERROR;
    for (int i = 0; handlers != MR_ERROR && i < MR_N_SIGNALS; i++)
        if (!mr_list_append(t, handlers, MR_UNBOUND))
            handlers = MR_ERROR;
    if (handlers == MR_ERROR) {
        free(s);
        if (!mr_pending(t))
            mr_raise_no_memory(t);
        return NULL;
    }
    s->iso = iso;
    s->wakeup = -1;
    for (int i = 0; i < MR_SIGNALS_ISOLATES; i++) {
        struct MrSignals *none = NULL;
        if (atomic_compare_exchange_strong(&wanting[i], &none, s)) {
            iso->hooks[MR_HOOK_SIGNALS] = handlers;
            return iso->signals = s;
        }
    }
    free(s);
    mr_raise(t, MR_EXC_RuntimeError, "too many interpreters handle signals");
    return NULL;
}

void mr_signals_fini(MrIsolate *iso)
{
    struct MrSignals *s = iso->signals;
    if (!s)
        return;
    mr_fault_fini(iso);
    atomic_store(&s->wanted, 0);
    for (int n = 1; n < MR_N_SIGNALS; n++)
        if (s->changed & bit(n))
            sigaction(n, &s->before[n], NULL);
    for (int i = 0; i < MR_SIGNALS_ISOLATES; i++) {
        struct MrSignals *mine = s;
        atomic_compare_exchange_strong(&wanting[i], &mine, NULL);
    }
    iso->signals = NULL;
    free(s);
}

static MrValue *handlers_of(MrIsolate *iso) { return MR_LIST(iso->hooks[MR_HOOK_SIGNALS])->items; }

/* ---- setting ---- */

static MrValue usual_handler(MrThread *t)
{
    MrValue module = mr_import(t, "_signal");
    return module == MR_ERROR ? module : mr_getattr_c(t, module, "default_int_handler");
}

bool mr_signals_int_is_usual(const MrIsolate *iso) { return iso->signals && atomic_load(&iso->signals->usual_int); }

bool mr_signals_int_is(const MrIsolate *iso, MrValue handler) { return iso->signals && handlers_of((MrIsolate *)(uintptr_t)iso)[SIGINT] == handler; }

static bool act(MrThread *t, struct MrSignals *s, int number, void (*action)(int))
{
    struct sigaction sa = {.sa_handler = action}, old;
    sigemptyset(&sa.sa_mask);
    if (sigaction(number, &sa, &old) < 0) {
        mr_raise_errno(t, errno, MR_UNBOUND);
        return false;
    }
    if (!(s->changed & bit(number))) {
        s->before[number] = old;
        s->changed |= bit(number);
    }
    return true;
}

MrValue mr_signal_handler(MrThread *t, int number)
{
    struct MrSignals *s = record(t);
    if (!s)
        return MR_ERROR;
    MrValue v = handlers_of(t->iso)[number];
    if (v == MR_SIGNAL_USUAL) {
        v = usual_handler(t);
        if (v != MR_ERROR)
            handlers_of(t->iso)[number] = v;
    }
    if (v != MR_UNBOUND)
        return v;
    struct sigaction sa;
    if (sigaction(number, NULL, &sa) < 0)
        return MR_NONE;
    if (sa.sa_flags & SA_SIGINFO)
        return MR_NONE;
    return sa.sa_handler == SIG_DFL ? mr_small_int(0) : sa.sa_handler == SIG_IGN ? mr_small_int(1) : MR_NONE;
}

bool mr_signal_set_handler(MrThread *t, int number, MrValue handler)
{
    struct MrSignals *s = record(t);
    if (!s)
        return false;
    bool plain = handler == mr_small_int(0) || handler == mr_small_int(1);
    if (number == SIGINT)
        atomic_store(&s->usual_int, handler == MR_SIGNAL_USUAL || (mr_is_kind(handler, MR_KIND_NATIVE) && ((MrNativeFn *)mr_obj_of(handler))->fn == mr_signal_default_int));
    if (plain)
        atomic_fetch_and(&s->wanted, ~bit(number));
    else
        atomic_fetch_or(&s->wanted, bit(number));
    if (!act(t, s, number, !plain ? note : handler == mr_small_int(0) ? SIG_DFL : SIG_IGN))
        return false;
    handlers_of(t->iso)[number] = handler;
    return true;
}

bool mr_signals_install(MrThread *t)
{
    MrValue now = mr_signal_handler(t, SIGINT);
    if (now == MR_ERROR)
        return false;
    if (now == mr_small_int(0) && !mr_signal_set_handler(t, SIGINT, MR_SIGNAL_USUAL)) /* a shell starts background jobs with SIGINT ignored; it stays so */
        return false;
    return mr_signal_set_handler(t, SIGPIPE, mr_small_int(1)) && mr_signal_set_handler(t, SIGXFSZ, mr_small_int(1));
}

bool mr_signal_set_wakeup(MrThread *t, int fd, int *former)
{
    struct MrSignals *s = record(t);
    if (s)
        *former = atomic_exchange(&s->wakeup, fd);
    return s != NULL;
}

bool mr_signal_listen(MrThread *t, int number, struct sigaction *before)
{
    struct MrSignals *s = record(t);
    if (!s)
        return false;
    sigaction(number, NULL, before);
    if (!act(t, s, number, note))
        return false;
    atomic_fetch_or(&s->wanted, bit(number));
    return true;
}

void mr_signal_unlisten(MrIsolate *iso, int number, const struct sigaction *before)
{
    sigaction(number, before, NULL);
    if (before->sa_flags & SA_SIGINFO || before->sa_handler != note)
        atomic_fetch_and(&iso->signals->wanted, ~bit(number));
}

struct MrFault **mr_signals_fault(MrThread *t)
{
    struct MrSignals *s = record(t);
    return s ? &s->fault : NULL;
}

struct MrFault *mr_signals_fault_of(const MrIsolate *iso) { return iso->signals ? iso->signals->fault : NULL; }

MrIsolate *mr_signals_isolate(int i)
{
    struct MrSignals *s = atomic_load(&wanting[i]);
    return s ? s->iso : NULL;
}

/* ---- running ---- */

bool mr_signals_waiting(const MrIsolate *iso) { return iso->signals && atomic_load(&iso->signals->arrived); }

MrValue mr_signal_default_int(MrThread *t, MrValue *a)
{
    (void)a;
    return mr_raise_type_value(t, MR_EXC_KeyboardInterrupt, MR_UNBOUND);
}

bool mr_signals_may_break(const MrThread *t)
{
    const struct MrSignals *s = t->iso->signals;
    return s && t == t->iso->threads.first && atomic_load(&s->usual_int);
}

bool mr_signals_are_breaking(const MrIsolate *iso)
{
    const struct MrSignals *s = iso->signals;
    return s && atomic_load(&s->arrived) & bit(SIGINT) && atomic_load(&s->usual_int);
}

bool mr_signals_break(MrThread *t)
{
    struct MrSignals *s = t->iso->signals;
    return mr_signals_may_break(t) && atomic_fetch_and(&s->arrived, ~bit(SIGINT)) & bit(SIGINT) && mr_fault_arrived(t, SIGINT) &&
           mr_signal_default_int(t, NULL) == MR_ERROR;
}

bool mr_signals_run(MrThread *t)
{
    struct MrSignals *s = t->iso->signals;
    if (!s || t != t->iso->threads.first)
        return true;
    uint64_t arrived = atomic_exchange(&s->arrived, 0);
    for (int n = 1; arrived && n < MR_N_SIGNALS; n++) {
        if (!(arrived & bit(n)))
            continue;
        arrived &= ~bit(n);
        MrValue f = handlers_of(t->iso)[n];
        if (f == MR_SIGNAL_USUAL)
            f = mr_signal_handler(t, n);
        if (!mr_fault_arrived(t, n) || f == MR_UNBOUND || f == MR_NONE || mr_is_int(f))
            continue;
        MrValue frame = mr_frame_object(t, 0);
        if (frame == MR_ERROR || mr_call2(t, f, mr_small_int(n), frame) == MR_ERROR) {
            atomic_fetch_or(&s->arrived, arrived); /* the others have their turn later */
            if (arrived)
                mr_poll_set(t->iso, MR_POLL_SIGNAL);
            return false;
        }
    }
    return true;
}
