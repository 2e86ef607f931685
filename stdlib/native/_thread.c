/* _thread: starting threads, locks, identities. What lies underneath is vm/threads.c; thread-local objects are in _thread_local.c.
 *
 * A lock is a flag with a queue of those who wait. Who releases it wakes the first in the queue but does not hand it over: whoever comes first
 * takes it, as in CPython. Even the only thread may wait for a lock that it holds itself: a signal's handler can release it. An RLock counts.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <time.h>
#include <unistd.h>

#include "stdlib/native/instance.h"
#include "stdlib/native/thread_local.h"
#include "vm/isolate.h"

#define TIMEOUT_MAX 9223372036.0
#define LOCK(v) ((MrLock *)mr_obj_of(v))

typedef struct MrLock {
    MrObj h;
    uint64_t owner;    /* RLock: the thread that holds it */
    size_t count;      /* how often it is held; at most once for a plain lock */
    MrWaitQueue queue;
} MrLock;

static uint64_t own_ident(void) { return (uint64_t)pthread_self(); }

/* ---- waiting ---- */

/* Reads acquire's arguments: *seconds is negative for no limit, 0 for not waiting. */
static bool read_timeout(MrThread *t, MrValue blocking, MrValue timeout, double *seconds)
{
    int wait = blocking == MR_UNBOUND ? 1 : mr_truth(t, blocking);
    *seconds = -1;
    if (timeout != MR_UNBOUND && !mr_is_float(timeout) && !mr_isinstance_of(t, timeout, MR_TYPE_float))
        timeout = mr_index(t, timeout);
    if (wait < 0 || timeout == MR_ERROR || (timeout != MR_UNBOUND && !mr_to_double(t, timeout, seconds)))
        return false;
    bool given = *seconds != -1;
    if (!wait && given)
        mr_raise(t, MR_EXC_ValueError, "can't specify a timeout for a non-blocking call");
    else if (given && *seconds != *seconds)
        mr_raise(t, MR_EXC_ValueError, "Invalid value NaN (not a number)");
    else if (given && *seconds < 0)
        mr_raise(t, MR_EXC_ValueError, "timeout value must be positive");
    else if (*seconds > TIMEOUT_MAX)
        mr_raise(t, MR_EXC_OverflowError, "timestamp out of range for platform time_t");
    else
        *seconds = wait ? *seconds : 0;
    return !mr_pending(t);
}

static double now(void)
{
    struct timespec ts;
    clock_gettime(CLOCK_MONOTONIC, &ts);
    return (double)ts.tv_sec + (double)ts.tv_nsec * 1e-9;
}

static MrValue acquire(MrThread *t, MrLock *lock, double seconds)
{
    double end = seconds > 0 ? now() + seconds : 0;
    while (lock->count) {
        double left = seconds > 0 ? end - now() : seconds;
        if (seconds >= 0 && left <= 0)
            return MR_FALSE;
        int woken = mr_thread_wait(t, &lock->queue, left);
        if (woken <= 0)
            return woken < 0 ? MR_ERROR : MR_FALSE;
    }
    lock->count = 1;
    return MR_TRUE;
}

static void set_free(MrLock *lock)
{
    lock->count = 0;
    lock->owner = 0;
    mr_thread_wake(&lock->queue);
}

/* ---- lock ---- */

static const MrTypeDef lock_type, rlock_type;

static MrValue lock_acquire(MrThread *t, MrValue *a)
{
    double seconds;
    return read_timeout(t, a[1], a[2], &seconds) ? acquire(t, LOCK(a[0]), seconds) : MR_ERROR;
}

static MrValue lock_enter(MrThread *t, MrValue *a) { return acquire(t, LOCK(a[0]), -1); }

static MrValue lock_release(MrThread *t, MrValue *a)
{
    if (!LOCK(a[0])->count)
        return mr_raise(t, MR_EXC_RuntimeError, "release unlocked lock");
    set_free(LOCK(a[0]));
    return MR_NONE;
}

static MrValue lock_locked(MrThread *t, MrValue *a)
{
    (void)t;
    return mr_bool(LOCK(a[0])->count > 0);
}

static MrValue lock_at_fork_reinit(MrThread *t, MrValue *a)
{
    (void)t;
    LOCK(a[0])->count = 0;
    LOCK(a[0])->owner = 0;
    LOCK(a[0])->queue = (MrWaitQueue){0};
    return MR_NONE;
}

static MrValue lock_repr(MrThread *t, MrValue *a)
{
    return mr_strf(t, "<%s _thread.lock object at %p>", LOCK(a[0])->count ? "locked" : "unlocked", (void *)LOCK(a[0]));
}

/* ---- RLock ---- */

static MrValue rlock_new(MrThread *t, MrValue *a)
{
    MrObj *o = mr_def_new(t, &rlock_type, a[0]);
    return o ? mr_val(o) : MR_ERROR;
}

static bool is_mine(const MrLock *lock) { return lock->count && lock->owner == own_ident(); }

static MrValue take_rlock(MrThread *t, MrLock *lock, double seconds)
{
    if (is_mine(lock)) {
        lock->count++;
        return MR_TRUE;
    }
    MrValue r = acquire(t, lock, seconds);
    if (r == MR_TRUE)
        lock->owner = own_ident();
    return r;
}

static MrValue rlock_acquire(MrThread *t, MrValue *a)
{
    double seconds;
    return read_timeout(t, a[1], a[2], &seconds) ? take_rlock(t, LOCK(a[0]), seconds) : MR_ERROR;
}

static MrValue rlock_enter(MrThread *t, MrValue *a) { return take_rlock(t, LOCK(a[0]), -1); }

static MrValue rlock_release(MrThread *t, MrValue *a)
{
    MrLock *lock = LOCK(a[0]);
    if (!is_mine(lock))
        return mr_raise(t, MR_EXC_RuntimeError, "cannot release un-acquired lock");
    if (--lock->count == 0)
        set_free(lock);
    return MR_NONE;
}

static MrValue rlock_is_owned(MrThread *t, MrValue *a)
{
    (void)t;
    return mr_bool(is_mine(LOCK(a[0])));
}

static MrValue rlock_release_save(MrThread *t, MrValue *a)
{
    MrLock *lock = LOCK(a[0]);
    if (!lock->count)
        return mr_raise(t, MR_EXC_RuntimeError, "cannot release un-acquired lock");
    MrValue state[2] = {mr_int(t, (int64_t)lock->count), mr_int_u64(t, lock->owner)};
    if (state[1] == MR_ERROR)
        return MR_ERROR;
    set_free(lock);
    return mr_tuple_from(t, state, 2);
}

static MrValue rlock_acquire_restore(MrThread *t, MrValue *a)
{
    MrLock *lock = LOCK(a[0]);
    int64_t count;
    if (!mr_is_tuple(a[1]) || MR_TUPLE(a[1])->length != 2)
        return mr_raise(t, MR_EXC_TypeError, "_acquire_restore() argument 1 must be 2-item tuple, not %s", mr_type_name(t, a[1]));
    if (!mr_to_ssize(t, MR_TUPLE(a[1])->items[0], &count) || acquire(t, lock, -1) == MR_ERROR)
        return MR_ERROR;
    lock->count = (size_t)count;
    lock->owner = own_ident();
    return MR_NONE;
}

static MrValue rlock_repr(MrThread *t, MrValue *a)
{
    MrLock *lock = LOCK(a[0]);
    MrValue name = mr_getattr(t, mr_val(mr_typeof(t, a[0])), mr_n(t, __module__));
    if (name == MR_ERROR)
        return MR_ERROR;
    return mr_strf(t, "<%s %s.%s object owner=%llu count=%zu at %p>", lock->count ? "locked" : "unlocked", mr_is_str(name) ? mr_cstr(name) : "?",
                   mr_typeof(t, a[0])->name->bytes, (unsigned long long)lock->owner, lock->count, (void *)lock);
}

/* ---- functions ---- */

static MrValue thread_allocate_lock(MrThread *t, MrValue *a)
{
    (void)a;
    MrObj *o = mr_def_alloc(t, &lock_type);
    return o ? mr_val(o) : MR_ERROR;
}

static MrValue thread_get_ident(MrThread *t, MrValue *a)
{
    (void)a;
    return mr_int_u64(t, own_ident());
}

static MrValue thread_get_native_id(MrThread *t, MrValue *a)
{
    (void)a;
    return mr_int(t, gettid());
}

static MrValue thread_start_new_thread(MrThread *t, MrValue *a)
{
    if (!mr_callable(t, a[0]))
        return mr_raise(t, MR_EXC_TypeError, "first arg must be callable");
    if (!mr_is_tuple(a[1]))
        return mr_raise(t, MR_EXC_TypeError, "2nd arg must be a tuple");
    if (a[2] != MR_UNBOUND && !mr_is_dict(a[2]))
        return mr_raise(t, MR_EXC_TypeError, "optional 3rd arg must be a dictionary");
    uint64_t ident;
    return mr_thread_start(t, a[0], a[1], a[2], &ident) ? mr_int_u64(t, ident) : MR_ERROR;
}

static MrValue thread_count(MrThread *t, MrValue *a)
{
    (void)a;
    return mr_small_int(t->iso->threads.count);
}

/* A lock that is released when the thread ends: threading's sign of life. */
static MrValue thread__set_sentinel(MrThread *t, MrValue *a)
{
    (void)a;
    MrObj *o = mr_def_alloc(t, &lock_type);
    MrValue ref = o ? mr_call1(t, mr_type_val(t, MR_TYPE_weakref), mr_val(o)) : MR_ERROR;
    if (ref == MR_ERROR)
        return ref;
    t->sentinel = ref;
    return mr_val(o);
}

static MrValue thread_stack_size(MrThread *t, MrValue *a)
{
    int64_t size = 0;
    if (a[0] != MR_UNBOUND && !mr_to_ssize(t, a[0], &size))
        return MR_ERROR;
    if (size < 0)
        return mr_raise(t, MR_EXC_ValueError, "size must be 0 or a positive value");
    if (size > 0 && (size < 32768 || size > (1 << 30)))
        return mr_raise(t, MR_EXC_ValueError, "size not valid: %lld bytes", (long long)size);
    MrThreads *threads = &t->iso->threads;
    int64_t before = (int64_t)threads->stack_size;
    if (a[0] != MR_UNBOUND)
        threads->stack_size = (size_t)(size && size < (256 << 10) ? 256 << 10 : (size + 4095) / 4096 * 4096); /* the interpreter needs some itself */
    return mr_int(t, before);
}

static MrValue thread_exit(MrThread *t, MrValue *a)
{
    (void)a;
    return mr_raise_type_value(t, MR_EXC_SystemExit, MR_UNBOUND);
}

/* As if the signal had arrived. What is ignored or has the system's own action is left alone, as in CPython. */
static MrValue thread_interrupt_main(MrThread *t, MrValue *a)
{
    int64_t number = SIGINT;
    struct sigaction action;
    if (a[0] != MR_UNBOUND && !mr_to_i64(t, a[0], &number))
        return MR_ERROR;
    if (number < 1 || number >= NSIG)
        return mr_raise(t, MR_EXC_ValueError, "signal number out of range");
    if (sigaction((int)number, NULL, &action) == 0 && action.sa_handler != SIG_DFL && action.sa_handler != SIG_IGN)
        raise((int)number);
    return mr_signals_run(t) ? MR_NONE : MR_ERROR;
}

static MrValue thread_daemon_threads_allowed(MrThread *t, MrValue *a)
{
    (void)t;
    (void)a;
    return MR_TRUE;
}

/* ---- tables ---- */

#define ACQUIRE "Wait for the lock and take it, for timeout seconds at most, or not at all if blocking is false; tells whether that worked."
#define RELEASE "Open the lock, so that one of those who wait for it gets it; raises RuntimeError if it is open."
#define LOCKED "Whether somebody holds the lock."

static const MrMethodDef lock_methods[] = {
    {"acquire(self, blocking=True, timeout=-1)", lock_acquire, ACQUIRE, 0},
    {"acquire_lock(self, blocking=True, timeout=-1)", lock_acquire, ACQUIRE, 0},
    {"release(self, /)", lock_release, RELEASE, 0},
    {"release_lock(self, /)", lock_release, RELEASE, 0},
    {"locked(self, /)", lock_locked, LOCKED, 0},
    {"locked_lock(self, /)", lock_locked, LOCKED, 0},
    {"_at_fork_reinit(self, /)", lock_at_fork_reinit, "Make the lock free again in a new child process.", 0},
    {"__enter__(self, /)", lock_enter, ACQUIRE, 0},
    {"__exit__(self, /, *exc_info)", lock_release, RELEASE, 0},
    {"__repr__(self, /)", lock_repr, "The text that repr(self) gives.", 0},
    {0},
};

static const MrMethodDef rlock_methods[] = {
    {"__new__(cls, /, *args, **kwargs)", rlock_new, "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC},
    {"acquire(self, blocking=True, timeout=-1)", rlock_acquire, ACQUIRE, 0},
    {"release(self, /)", rlock_release, RELEASE, 0},
    {"_is_owned(self, /)", rlock_is_owned, "What threading.Condition asks and does around a wait.", 0},
    {"_acquire_restore(self, state, /)", rlock_acquire_restore, "What threading.Condition asks and does around a wait.", 0},
    {"_release_save(self, /)", rlock_release_save, "What threading.Condition asks and does around a wait.", 0},
    {"_at_fork_reinit(self, /)", lock_at_fork_reinit, "Make the lock free again in a new child process.", 0},
    {"__enter__(self, /)", rlock_enter, ACQUIRE, 0},
    {"__exit__(self, /, *exc_info)", rlock_release, RELEASE, 0},
    {"__repr__(self, /)", rlock_repr, "The text that repr(self) gives.", 0},
    {0},
};

static const MrTypeDef lock_type = {
    .name = "_thread.lock", .kind = MR_KIND_OTHER, .size = sizeof(MrLock), .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_NO_NEW, .methods = lock_methods,
    .doc = "A lock that one thread at a time can hold; any thread may open it."};
static const MrTypeDef rlock_type = {
    .name = "_thread.RLock", .kind = MR_KIND_OTHER, .size = sizeof(MrLock), .methods = rlock_methods,
    .doc = "A lock that the thread that holds it can take again; it is open after as many releases."};
static const MrMethodDef functions[] = {
    {"allocate_lock()", thread_allocate_lock, "A new open lock.", 0},
    {"allocate()", thread_allocate_lock, "An obsolete synonym of allocate_lock().", 0},
    {"_set_sentinel()", thread__set_sentinel, "A lock that is released when the current thread ends.", 0},
    {"get_ident()", thread_get_ident, "A number that no other running thread has.", 0},
    {"get_native_id()", thread_get_native_id, "The kernel's number of this thread.", 0},
    {"start_new_thread(function, args, kwargs={}, /)", thread_start_new_thread,
     "Call function(*args, **kwargs) in a new thread; returns the thread's number.", 0},
    {"start_new(function, args, kwargs={}, /)", thread_start_new_thread, "An obsolete synonym of start_new_thread().", 0},
    {"_count()", thread_count, "How many threads run besides the main one.", 0},
    {"stack_size(size=0, /)", thread_stack_size,
     "How many bytes of stack new threads get, 0 for the system's default. An argument is the new setting; the one before is returned.", 0},
    {"exit()", thread_exit, "End this thread by a SystemExit.", 0},
    {"exit_thread()", thread_exit, "An obsolete synonym of exit().", 0},
    {"interrupt_main(signum=signal.SIGINT, /)", thread_interrupt_main, "Act as if the signal had arrived: its handler runs in the main thread.", 0},
    {"daemon_threads_allowed()", thread_daemon_threads_allowed, "True: a daemon thread may be started here.", 0},
    {0},
};

static bool init(MrThread *t, MrModule *m)
{
    MrType *lock = mr_type_from_def(t, &lock_type);
    return lock && mr_module_add(t, m, "LockType", mr_val(lock)) && mr_module_add(t, m, "error", mr_type_val(t, MR_EXC_RuntimeError)) &&
           mr_module_add(t, m, "TIMEOUT_MAX", mr_float(TIMEOUT_MAX));
}

static const MrTypeDef *const types[] = {&lock_type, &rlock_type, &mr_thread_local_type, NULL};

const MrModuleDef mr_module__thread = {
    .name = "_thread",
    .functions = functions,
    .init = init,
    .types = types,
    .doc = "Threads and locks at the lowest level; threading builds on them.",
};
