/* _thread: locks and the identity of the running thread.
 *
 * One thread runs an isolate's script, so nobody else can release a lock: acquiring a held one without a timeout waits for a signal's handler to
 * raise or release, with a timeout it waits that time out.
 */
#include <errno.h>
#include <pthread.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include "stdlib/native/io.h"
#include "vm/isolate.h"
#include "vm/types/float.h"

typedef struct Lock { MrObj h; bool held; } Lock;
typedef struct RLock { MrObj h; uint64_t owner; int64_t count; } RLock;

#define LOCK ((Lock *)mr_obj_of(a[0]))
#define RLOCK ((RLock *)mr_obj_of(a[0]))
#define MAX_TIMEOUT 9223372036.0

static uint64_t ident(void) { return (uint64_t)(uintptr_t)pthread_self(); }

/* Sleeps until `held` turns false, the time (negative: none) is over, or a handler raises. False: exception. */
static bool wait_for(MrThread *t, volatile bool *held, double seconds)
{
    struct timespec now, end, step = {0, 50000000};
    clock_gettime(CLOCK_MONOTONIC, &end);
    if (seconds >= 0) {
        end.tv_sec += (time_t)seconds;
        end.tv_nsec += (long)((seconds - (double)(time_t)seconds) * 1e9);
        if (end.tv_nsec >= 1000000000)
            end.tv_sec++, end.tv_nsec -= 1000000000;
    }
    while (*held) {
        if (seconds >= 0) {
            clock_gettime(CLOCK_MONOTONIC, &now);
            if (now.tv_sec > end.tv_sec || (now.tv_sec == end.tv_sec && now.tv_nsec >= end.tv_nsec))
                return true;
            clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &end, NULL);
        } else {
            nanosleep(&step, NULL);
        }
        if (!mr_poll(t))
            return false;
    }
    return true;
}

/* The arguments of acquire(): timeout negative for none, 0 when not blocking. */
static bool read_timeout(MrThread *t, MrValue blocking, MrValue timeout, double *seconds)
{
    int block = blocking == MR_UNBOUND ? 1 : mr_truth(t, blocking);
    *seconds = -1;
    if (block < 0 || (timeout != MR_UNBOUND && !mr_to_double(t, timeout, seconds)))
        return false;
    const char *error = !block && *seconds != -1 ? "can't specify a timeout for a non-blocking call"
                        : *seconds < 0 && *seconds != -1 ? "timeout value must be positive" : NULL;
    if (error)
        return mr_raise(t, MR_EXC_ValueError, "%s", error), false;
    if (*seconds > MAX_TIMEOUT)
        return mr_raise(t, MR_EXC_OverflowError, "timeout value is too large"), false;
    if (!block)
        *seconds = 0;
    return true;
}

static MrValue lock_acquire(MrThread *t, MrValue *a)
{
    double seconds;
    if (!read_timeout(t, a[1], a[2], &seconds) || (LOCK->held && !wait_for(t, &LOCK->held, seconds)))
        return MR_ERROR;
    if (LOCK->held)
        return MR_FALSE;
    LOCK->held = true;
    return MR_TRUE;
}

static MrValue lock_enter(MrThread *t, MrValue *a)
{
    MrValue args[3] = {a[0], MR_UNBOUND, MR_UNBOUND};
    return lock_acquire(t, args);
}

static MrValue lock_release(MrThread *t, MrValue *a)
{
    if (!LOCK->held)
        return mr_raise(t, MR_EXC_RuntimeError, "release unlocked lock");
    LOCK->held = false;
    return MR_NONE;
}

static MrValue lock_locked(MrThread *t, MrValue *a)
{
    (void)t;
    return mr_bool(LOCK->held);
}

static MrValue lock_repr(MrThread *t, MrValue *a)
{
    return mr_strf(t, "<%s _thread.lock object at %p>", LOCK->held ? "locked" : "unlocked", (void *)LOCK);
}

static MrValue lock_at_fork_reinit(MrThread *t, MrValue *a)
{
    (void)t;
    LOCK->held = false;
    return MR_NONE;
}

static const MrMethodDef lock_methods[] = {
    {"__repr__(self, /)", lock_repr, NULL, 0},
    {"acquire(self, blocking=True, timeout=-1)", lock_acquire, "Lock the lock.", 0},
    {"acquire_lock(self, blocking=True, timeout=-1)", lock_acquire, "An obsolete synonym of acquire().", 0},
    {"release(self, /)", lock_release, "Release the lock.", 0},
    {"release_lock(self, /)", lock_release, "An obsolete synonym of release().", 0},
    {"locked(self, /)", lock_locked, "Return whether the lock is in the locked state.", 0},
    {"locked_lock(self, /)", lock_locked, "An obsolete synonym of locked().", 0},
    {"__enter__(self, /)", lock_enter, "Lock the lock.", 0},
    {"__exit__(self, /, *args)", lock_release, "Release the lock.", 0},
    {"_at_fork_reinit(self, /)", lock_at_fork_reinit, NULL, 0},
    {0},
};

static const MrTypeDef lock_type = {
    .name = "_thread.lock", .kind = MR_KIND_OTHER, .size = sizeof(Lock), .flags = MR_TYPEDEF_NO_NEW | MR_TYPEDEF_FINAL, .methods = lock_methods,
    .doc = "A lock object is a synchronization primitive.",
};

/* ---- RLock ---- */

static MrValue rlock_new(MrThread *t, MrValue *a)
{
    RLock *l = mr_alloc_instance(t, sizeof *l, MR_TYPE(a[0]));
    return l ? mr_val(l) : MR_ERROR;
}

static MrValue rlock_acquire(MrThread *t, MrValue *a)
{
    double seconds;
    if (!read_timeout(t, a[1], a[2], &seconds))
        return MR_ERROR;
    RLOCK->owner = ident(); /* no other thread can hold it */
    RLOCK->count++;
    return MR_TRUE;
}

static MrValue rlock_enter(MrThread *t, MrValue *a)
{
    MrValue args[3] = {a[0], MR_UNBOUND, MR_UNBOUND};
    return rlock_acquire(t, args);
}

static MrValue rlock_release(MrThread *t, MrValue *a)
{
    if (!RLOCK->count)
        return mr_raise(t, MR_EXC_RuntimeError, "cannot release un-acquired lock");
    if (--RLOCK->count == 0)
        RLOCK->owner = 0;
    return MR_NONE;
}

static MrValue rlock_is_owned(MrThread *t, MrValue *a)
{
    (void)t;
    return mr_bool(RLOCK->count > 0);
}

static MrValue rlock_recursion_count(MrThread *t, MrValue *a) { return mr_int(t, RLOCK->count); }

static MrValue rlock_release_save(MrThread *t, MrValue *a)
{
    if (!RLOCK->count)
        return mr_raise(t, MR_EXC_RuntimeError, "cannot release un-acquired lock");
    MrValue state[2] = {mr_int(t, RLOCK->count), mr_int_u64(t, RLOCK->owner)};
    if (state[0] == MR_ERROR || state[1] == MR_ERROR)
        return MR_ERROR;
    RLOCK->count = 0;
    RLOCK->owner = 0;
    return mr_tuple_from(t, state, 2);
}

static MrValue rlock_acquire_restore(MrThread *t, MrValue *a)
{
    int64_t count = 0;
    if (!mr_is_tuple(a[1]) || MR_TUPLE(a[1])->length != 2)
        return mr_raise(t, MR_EXC_TypeError, "a pair of count and owner is required");
    if (!mr_to_i64(t, MR_TUPLE(a[1])->items[0], &count))
        return MR_ERROR;
    RLOCK->count = count;
    RLOCK->owner = ident();
    return MR_NONE;
}

static MrValue rlock_repr(MrThread *t, MrValue *a)
{
    return mr_strf(t, "<%s %s object owner=%llu count=%lld at %p>", RLOCK->count ? "locked" : "unlocked", "_thread.RLock", (unsigned long long)RLOCK->owner,
                   (long long)RLOCK->count, (void *)RLOCK);
}

static const MrMethodDef rlock_methods[] = {
    {"__new__(cls, *args, **kwargs)", rlock_new, NULL, MR_METHOD_STATIC},
    {"__repr__(self, /)", rlock_repr, NULL, 0},
    {"acquire(self, blocking=True, timeout=-1)", rlock_acquire, "Lock the lock.", 0},
    {"release(self, /)", rlock_release, "Release the lock.", 0},
    {"__enter__(self, /)", rlock_enter, "Lock the lock.", 0},
    {"__exit__(self, /, *args)", rlock_release, "Release the lock.", 0},
    {"_is_owned(self, /)", rlock_is_owned, NULL, 0},
    {"_recursion_count(self, /)", rlock_recursion_count, NULL, 0},
    {"_release_save(self, /)", rlock_release_save, NULL, 0},
    {"_acquire_restore(self, state, /)", rlock_acquire_restore, NULL, 0},
    {0},
};

static const MrTypeDef rlock_type = {.name = "_thread.RLock", .kind = MR_KIND_OTHER, .size = sizeof(RLock), .methods = rlock_methods};

static const MrTypeDef local_type = {
    .name = "_thread._local", .kind = MR_KIND_INSTANCE, .size = sizeof(MrInstance), .flags = MR_TYPEDEF_DICT, .doc = "Thread-local data",
};

/* ---- functions ---- */

static MrValue thread_allocate_lock(MrThread *t, MrValue *a)
{
    (void)a;
    MrType *type = mr_type_from_def(t, &lock_type);
    Lock *l = type ? mr_alloc_instance(t, sizeof *l, type) : NULL;
    return l ? mr_val(l) : MR_ERROR;
}

static MrValue thread_get_ident(MrThread *t, MrValue *a)
{
    (void)a;
    return mr_int_u64(t, ident());
}

static MrValue thread_get_native_id(MrThread *t, MrValue *a)
{
    (void)a;
    return mr_int(t, syscall(SYS_gettid));
}

static MrValue thread_start_new_thread(MrThread *t, MrValue *a)
{
    if (!mr_callable(t, a[0]))
        return mr_raise(t, MR_EXC_TypeError, "first arg must be callable");
    return mr_raise(t, MR_EXC_RuntimeError, "can't start new thread");
}

static MrValue thread_exit(MrThread *t, MrValue *a)
{
    (void)a;
    return mr_raise_type_value(t, MR_EXC_SystemExit, MR_UNBOUND);
}

static MrValue thread_count(MrThread *t, MrValue *a)
{
    (void)t;
    (void)a;
    return mr_small_int(0);
}

static MrValue thread_is_main_interpreter(MrThread *t, MrValue *a)
{
    (void)t;
    (void)a;
    return MR_TRUE;
}

static const MrMethodDef functions[] = {
    {"allocate_lock()", thread_allocate_lock, "Create a new lock object.", 0},
    {"allocate()", thread_allocate_lock, "An obsolete synonym of allocate_lock().", 0},
    {"get_ident()", thread_get_ident, "Return a non-zero integer that uniquely identifies the current thread.", 0},
    {"get_native_id()", thread_get_native_id, "Return the integral thread id that the system gave.", 0},
    {"start_new_thread(function, args, kwargs={}, /)", thread_start_new_thread, NULL, 0},
    {"exit()", thread_exit, "Raise SystemExit.", 0},
    {"_count()", thread_count, "Count of threads that start_new_thread() made.", 0},
    {"stack_size(size=0, /)", thread_count, "Stack size of new threads: 0, the system's.", 0},
    {"daemon_threads_allowed()", thread_is_main_interpreter, NULL, 0},
    {"_is_main_interpreter()", thread_is_main_interpreter, NULL, 0},
    {"_set_sentinel()", thread_allocate_lock, NULL, 0},
    {0},
};

static const MrTypeDef *const types[] = {&rlock_type, &local_type, NULL};

static bool init(MrThread *t, MrModule *m)
{
    MrType *lock = mr_type_from_def(t, &lock_type);
    return lock && mr_module_add(t, m, "LockType", mr_val(lock)) && mr_module_add(t, m, "error", mr_type_val(t, MR_EXC_RuntimeError)) &&
           mr_module_add(t, m, "TIMEOUT_MAX", mr_float(MAX_TIMEOUT));
}

const MrModuleDef mr_module__thread = {
    .name = "_thread", .functions = functions, .init = init, .types = types, .doc = "This module provides primitive operations to write multi-threaded programs.",
};
