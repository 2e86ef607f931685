/* _multiprocessing: semaphores and memory that processes share.
 *
 * A SemLock is a named POSIX semaphore and what this process knows of it: who holds it and how often, for locks that their holder may take again. A Region is memory
 * of an anonymous file, mapped so that forked children see the same bytes; its descriptor can be given to a child that maps it anew. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <semaphore.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "stdlib/native/instance.h"
#include "stdlib/native/posix.h"
#include "vm/types/memoryview.h"

enum { RECURSIVE_MUTEX, SEMAPHORE };

typedef struct MrSemLock {
    MrObj h;
    sem_t *sem;      /* NULL: not made */
    int kind, maxvalue;
    int count;       /* how often this process holds it */
    uint64_t owner;  /* the thread that took it last */
    MrValue name;    /* str, or None */
} MrSemLock;

static const MrTypeDef semlock_def, region_def;

#define SEM(v) ((MrSemLock *)mr_obj_of(v))

static bool is_mine(MrThread *t, const MrSemLock *s) { return s->count > 0 && s->owner == t->ident; }

static const char *text_of(MrThread *t, MrValue v, const char *what)
{
    if (mr_is_str(v))
        return mr_cstr(v);
    (void)mr_raise(t, MR_EXC_TypeError, "%s must be str, not %s", what, mr_type_name(t, v));
    return NULL;
}

static MrValue make(MrThread *t, MrType *type, sem_t *sem, int kind, int maxvalue, MrValue name)
{
    MrSemLock *s = mr_alloc_instance(t, sizeof *s, type);
    if (!s) {
        sem_close(sem);
        return MR_ERROR;
    }
    s->sem = sem;
    s->kind = kind;
    s->maxvalue = maxvalue;
    s->name = name;
    return mr_val(s);
}

static MrValue semlock_new(MrThread *t, MrValue *a)
{
    int kind, value, maxvalue, unlink = mr_truth(t, a[5]);
    const char *name;
    if (unlink < 0 || !mr_posix_int(t, a[1], &kind) || !mr_posix_int(t, a[2], &value) || !mr_posix_int(t, a[3], &maxvalue) ||
        !(name = text_of(t, a[4], "SemLock() argument 'name'")))
        return MR_ERROR;
    if (kind != RECURSIVE_MUTEX && kind != SEMAPHORE)
        return mr_raise(t, MR_EXC_ValueError, "unrecognized kind");
    sem_t *sem = sem_open(name, O_CREAT | O_EXCL, 0600, (unsigned)value);
    if (sem == SEM_FAILED)
        return mr_path_error(t, NULL);
    if (unlink && sem_unlink(name) < 0) {
        sem_close(sem);
        return mr_path_error(t, NULL);
    }
    return make(t, MR_TYPE(a[0]), sem, kind, maxvalue, unlink ? MR_NONE : a[4]);
}

/* _rebuild(handle, kind, maxvalue, name): by its name, in a process that did not inherit it */
static MrValue semlock_rebuild(MrThread *t, MrValue *a)
{
    int kind, maxvalue;
    int64_t handle;
    if (!mr_to_i64(t, a[1], &handle) || !mr_posix_int(t, a[2], &kind) || !mr_posix_int(t, a[3], &maxvalue))
        return MR_ERROR;
    if (a[4] == MR_NONE)
        return mr_raise(t, MR_EXC_ValueError, "a semaphore without a name cannot be opened again");
    const char *name = text_of(t, a[4], "_rebuild() argument 4");
    sem_t *sem = name ? sem_open(name, 0) : SEM_FAILED;
    if (!name)
        return MR_ERROR;
    return sem == SEM_FAILED ? mr_path_error(t, NULL) : make(t, MR_TYPE(a[0]), sem, kind, maxvalue, a[4]);
}

/* Waits for the semaphore: 1, 0 when the time is over, -1 error. deadline NULL: no limit. */
static int take(MrThread *t, sem_t *sem, const struct timespec *deadline)
{
    int r;
    for (;;) {
        mr_thread_leave(t);
        r = deadline ? sem_timedwait(sem, deadline) : sem_wait(sem);
        mr_thread_enter(t);
        if (r == 0)
            return 1;
        if (errno == ETIMEDOUT)
            return 0;
        if (errno != EINTR) {
            (void)mr_path_error(t, NULL);
            return -1;
        }
        if (!mr_poll(t))
            return -1;
    }
}

static MrValue semlock_acquire(MrThread *t, MrValue *a)
{
    MrSemLock *s = SEM(a[0]);
    int block = a[1] == MR_UNBOUND ? 1 : mr_truth(t, a[1]), got;
    bool limited = a[2] != MR_UNBOUND && a[2] != MR_NONE;
    double seconds = 0;
    if (block < 0 || (limited && !mr_to_double(t, a[2], &seconds)))
        return MR_ERROR;
    if (s->kind == RECURSIVE_MUTEX && is_mine(t, s)) {
        s->count++;
        return MR_TRUE;
    }
    do
        got = sem_trywait(s->sem);
    while (got < 0 && errno == EINTR && mr_poll_wait(t));
    if (got < 0 && errno != EAGAIN)
        return mr_pending(t) ? MR_ERROR : mr_path_error(t, NULL);
    if (got < 0) {
        if (!block)
            return MR_FALSE;
        struct timespec deadline;
        clock_gettime(CLOCK_REALTIME, &deadline);
        if (limited) {
            seconds = seconds < 0 ? 0 : seconds > 1e9 ? 1e9 : seconds;
            deadline.tv_sec += (time_t)seconds;
            deadline.tv_nsec += (long)((seconds - (double)(time_t)seconds) * 1e9);
            if (deadline.tv_nsec >= 1000000000) {
                deadline.tv_sec++;
                deadline.tv_nsec -= 1000000000;
            }
        }
        int r = take(t, s->sem, limited ? &deadline : NULL);
        if (r <= 0)
            return r < 0 ? MR_ERROR : MR_FALSE;
    }
    s->count++;
    s->owner = t->ident;
    return MR_TRUE;
}

static MrValue semlock_release(MrThread *t, MrValue *a)
{
    MrSemLock *s = SEM(a[0]);
    int value;
    if (s->kind == RECURSIVE_MUTEX) {
        if (!is_mine(t, s))
            return mr_raise(t, MR_EXC_AssertionError, "attempt to release recursive lock not owned by thread");
        if (s->count > 1) {
            s->count--;
            return MR_NONE;
        }
    } else {
        if (sem_getvalue(s->sem, &value) < 0)
            return mr_path_error(t, NULL);
        if (value >= s->maxvalue)
            return mr_raise(t, MR_EXC_ValueError, "semaphore or lock released too many times");
    }
    if (sem_post(s->sem) < 0)
        return mr_path_error(t, NULL);
    s->count--;
    return MR_NONE;
}

static MrValue semlock_enter(MrThread *t, MrValue *a)
{
    MrValue args[3] = {a[0], MR_UNBOUND, MR_UNBOUND};
    return semlock_acquire(t, args);
}

static MrValue semlock_count(MrThread *t, MrValue *a)
{
    (void)t;
    return mr_small_int(SEM(a[0])->count);
}

static MrValue semlock_is_mine(MrThread *t, MrValue *a) { return mr_bool(is_mine(t, SEM(a[0]))); }

static MrValue semlock_get_value(MrThread *t, MrValue *a)
{
    int value;
    if (sem_getvalue(SEM(a[0])->sem, &value) < 0)
        return mr_path_error(t, NULL);
    return mr_small_int(value < 0 ? 0 : value);
}

static MrValue semlock_is_zero(MrThread *t, MrValue *a)
{
    MrValue v = semlock_get_value(t, a);
    return v == MR_ERROR ? v : mr_bool(v == mr_small_int(0));
}

static MrValue semlock_after_fork(MrThread *t, MrValue *a)
{
    (void)t;
    SEM(a[0])->count = 0;
    return MR_NONE;
}

static MrValue get_handle(MrThread *t, MrValue self) { return mr_int(t, (int64_t)(intptr_t)SEM(self)->sem); }
static MrValue get_name(MrThread *t, MrValue self)
{
    (void)t;
    return SEM(self)->name;
}
static MrValue get_kind(MrThread *t, MrValue self)
{
    (void)t;
    return mr_small_int(SEM(self)->kind);
}
static MrValue get_maxvalue(MrThread *t, MrValue self)
{
    (void)t;
    return mr_small_int(SEM(self)->maxvalue);
}

static void trace_semlock(MrGc *gc, MrObj *o) { mr_mark(gc, ((MrSemLock *)o)->name); }

static void free_semlock(MrIsolate *iso, MrObj *o)
{
    (void)iso;
    if (((MrSemLock *)o)->sem)
        sem_close(((MrSemLock *)o)->sem);
}

static const MrMethodDef semlock_methods[] = {
    {"__new__(cls, /, kind, value, maxvalue, name, unlink)", semlock_new,
     "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC},
    {"_rebuild(cls, handle, kind, maxvalue, name, /)", semlock_rebuild, "Make it again in another process.", MR_METHOD_CLASS},
    {"acquire(self, /, block=True, timeout=None)", semlock_acquire,
     "Take one unit, waiting for it as long as timeout allows; tells whether that worked.", 0},
    {"release(self, /)", semlock_release, "Give one unit back.", 0},
    {"__enter__(self, /)", semlock_enter, "Wait for a unit and take it.", 0},
    {"__exit__(self, exc_type=None, exc_value=None, exc_tb=None, /)", semlock_release, "Give the unit back.", 0},
    {"_count(self, /)", semlock_count, "How many more times this process took it than gave it back.", 0},
    {"_is_mine(self, /)", semlock_is_mine, "Whether the thread that asks holds it.", 0},
    {"_get_value(self, /)", semlock_get_value, "How many units are left.", 0},
    {"_is_zero(self, /)", semlock_is_zero, "Whether no unit is left.", 0},
    {"_after_fork(self, /)", semlock_after_fork, "Start counting anew in a forked child.", 0},
    {0},
};

static const MrGetSetDef semlock_getset[] = {
    {"handle", get_handle, NULL, "the address of the semaphore"},
    {"name", get_name, NULL, "its name in the system, or None"},
    {"kind", get_kind, NULL, "0 for a recursive lock, 1 for a semaphore"},
    {"maxvalue", get_maxvalue, NULL, "the most it can count"},
    {0}};

static const MrTypeDef semlock_def = {
    .name = "_multiprocessing.SemLock", .kind = MR_KIND_OTHER, .size = sizeof(MrSemLock), .methods = semlock_methods, .getset = semlock_getset,
    .trace = trace_semlock, .finalize = free_semlock, .doc = "A semaphore or recursive lock that several processes share."};

/* ---- regions ---- */

typedef struct MrRegion {
    MrObj h;
    char *data;
    size_t size;
    int fd;       /* its own copy; -1: closed */
} MrRegion;

/* Region(size, fd=-1): of a new anonymous file, or of the file of a descriptor, which is duplicated */
static MrValue region_new(MrThread *t, MrValue *a)
{
    int64_t size;
    int fd = -1;
    if (!mr_to_ssize(t, a[1], &size) || (a[2] != MR_UNBOUND && !mr_posix_int(t, a[2], &fd)))
        return MR_ERROR;
    if (size <= 0)
        return mr_raise(t, MR_EXC_ValueError, "size must be positive");
    MrRegion *r = mr_def_new(t, &region_def, a[0]);
    if (!r)
        return MR_ERROR;
    r->fd = fd < 0 ? memfd_create("moray", MFD_CLOEXEC) : fcntl(fd, F_DUPFD_CLOEXEC, 0);
    if (r->fd < 0 || (fd < 0 && ftruncate(r->fd, size) < 0))
        return mr_path_error(t, NULL);
    void *data = mmap(NULL, (size_t)size, PROT_READ | PROT_WRITE, MAP_SHARED, r->fd, 0);
    if (data == MAP_FAILED)
        return mr_path_error(t, NULL);
    r->data = data;
    r->size = (size_t)size;
    return mr_val(r);
}

static MrValue region_view(MrThread *t, MrValue *a)
{
    MrRegion *r = (MrRegion *)mr_obj_of(a[0]);
    return mr_memoryview_new(t, a[0], r->data, r->size, false);
}

static MrValue region_fileno(MrThread *t, MrValue *a)
{
    (void)t;
    return mr_small_int(((MrRegion *)mr_obj_of(a[0]))->fd);
}

static void free_region(MrIsolate *iso, MrObj *o)
{
    MrRegion *r = (MrRegion *)o;
    (void)iso;
    if (r->data)
        munmap(r->data, r->size);
    if (r->data && r->fd >= 0)
        close(r->fd);
}

static const MrMethodDef region_methods[] = {
    {"__new__(cls, size, fd=-1, /)", region_new, "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC},
    {"view(self, /)", region_view, "A memoryview of the bytes.", 0},
    {"fileno(self, /)", region_fileno, "The descriptor of the file.", 0},
    {0},
};

static const MrTypeDef region_def = {
    .name = "_multiprocessing.Region", .kind = MR_KIND_OTHER, .size = sizeof(MrRegion), .methods = region_methods, .finalize = free_region,
    .doc = "Memory that forked processes share."};

/* ---- the module ---- */

static MrValue module_sem_unlink(MrThread *t, MrValue *a)
{
    const char *name = text_of(t, a[0], "sem_unlink() argument");
    return name ? mr_posix_done(t, sem_unlink(name), NULL) : MR_ERROR;
}

static MrValue module_shm_open(MrThread *t, MrValue *a)
{
    int flags, mode = 0777;
    const char *name = text_of(t, a[0], "shm_open() argument 'path'");
    if (!name || !mr_posix_int(t, a[1], &flags) || (a[2] != MR_UNBOUND && !mr_posix_int(t, a[2], &mode)))
        return MR_ERROR;
    int fd = shm_open(name, flags, (mode_t)mode);
    return fd < 0 ? mr_raise_errno(t, errno, a[0]) : mr_small_int(fd);
}

static MrValue module_shm_unlink(MrThread *t, MrValue *a)
{
    const char *name = text_of(t, a[0], "shm_unlink() argument 'path'");
    if (!name)
        return MR_ERROR;
    return shm_unlink(name) < 0 ? mr_raise_errno(t, errno, a[0]) : MR_NONE;
}

static const MrMethodDef functions[] = {
    {"sem_unlink(name, /)", module_sem_unlink, "Take a semaphore's name away; it goes with its last user.", 0},
    {"_shm_open(path, flags, mode=511)", module_shm_open, "Open or make shared memory under a name; returns its descriptor.", 0},
    {"_shm_unlink(path)", module_shm_unlink, "Remove a shared memory object.", 0},
    {0},
};

static bool init(MrThread *t, MrModule *m)
{
    MrDict *flags = mr_dict_new(t);
    return flags && mr_dict_set_c(t, flags, "HAVE_SEM_OPEN", mr_small_int(1)) && mr_dict_set_c(t, flags, "HAVE_SEM_TIMEDWAIT", mr_small_int(1)) &&
           mr_module_add(t, m, "flags", mr_val(flags)) && mr_module_add(t, m, "SEM_VALUE_MAX", mr_int(t, SEM_VALUE_MAX));
}

static const MrTypeDef *const types[] = {&semlock_def, &region_def, NULL};

const MrModuleDef mr_module__multiprocessing = {.name = "_multiprocessing", .functions = functions, .init = init, .types = types};
