/* select: waiting for descriptors, with the system calls select, poll and epoll.
 *
 * All three let other threads run while they wait, and go on waiting after a signal whose handler returned, for what is left of their time.
 * A poll object keeps what is registered in a dict, fd to events, in the order of registration, and lays out the system's array anew only when
 * that has changed. */
#define _GNU_SOURCE
#include <errno.h>
#include <limits.h>
#include <math.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/select.h>
#include <time.h>
#include <unistd.h>

#include "stdlib/native/instance.h"
#include "stdlib/native/posix.h"
#include "vm/signature.h"

#define SECOND 1000000000ll

/* ---- arguments ---- */

/* A time limit in units of `unit` nanoseconds, rounded up; None and what is missing: *ns = -1. */
static bool limit_of(MrThread *t, MrValue v, int64_t unit, const char *wrong_type, int64_t *ns)
{
    double d;
    int64_t i;
    *ns = -1;
    if (v == MR_UNBOUND || v == MR_NONE)
        return true;
    if (mr_is_float(v) || mr_isinstance_of(t, v, MR_TYPE_float)) {
        if (!mr_to_double(t, v, &d))
            return false;
        if (isnan(d))
            return mr_raise(t, MR_EXC_ValueError, "Invalid value NaN (not a number)"), false;
        d = d * (double)unit;
        d = d < 0 ? floor(d) : ceil(d);
        if (!(d >= -9223372036854775808.0 && d < 9223372036854775808.0))
            return mr_raise(t, MR_EXC_OverflowError, "timestamp out of range for platform time_t"), false;
        *ns = (int64_t)d;
        return true;
    }
    if (!mr_to_i64(t, v, &i)) {
        if (mr_clear_if(t, MR_EXC_TypeError))
            mr_raise(t, MR_EXC_TypeError, "%s", wrong_type);
        else if (mr_clear_if(t, MR_EXC_OverflowError))
            mr_raise(t, MR_EXC_OverflowError, "timestamp too large to convert to C _PyTime_t");
        return false;
    }
    if (__builtin_mul_overflow(i, unit, ns))
        return mr_raise(t, MR_EXC_OverflowError, "timestamp too large to convert to C _PyTime_t"), false;
    return true;
}

static int64_t now(void)
{
    struct timespec ts;
    clock_gettime(CLOCK_MONOTONIC, &ts);
    return (int64_t)ts.tv_sec * SECOND + ts.tv_nsec;
}

/* What is left until the deadline, as the system calls take it; NULL: no limit. */
static struct timespec *left_until(int64_t deadline, struct timespec *ts)
{
    if (deadline < 0)
        return NULL;
    int64_t left = deadline ? deadline - now() : 0;
    *ts = (struct timespec){left > 0 ? left / SECOND : 0, left > 0 ? left % SECOND : 0};
    return ts;
}

/* -1: none; 0: at once; else a time of the monotonic clock. */
static int64_t deadline_of(int64_t ns) { return ns <= 0 ? (ns < 0 ? -1 : 0) : ns > INT64_MAX - now() ? INT64_MAX : now() + ns; }

static MrValue error(MrThread *t) { return mr_raise_errno(t, errno, MR_UNBOUND); }

/* ---- select ---- */

typedef struct FdSet {
    MrValue list; /* of the objects */
    int fds[FD_SETSIZE];
    fd_set set, ready;
} FdSet;

static bool read_set(MrThread *t, MrValue v, FdSet *s, int *max)
{
    MrValue it = mr_iter(t, v);
    if (it == MR_ERROR) {
        if (mr_clear_if(t, MR_EXC_TypeError))
            mr_raise(t, MR_EXC_TypeError, "arguments 1-3 must be sequences");
        return false;
    }
    MrValue given = mr_is_list(v) ? v : mr_list_of(t, it); /* an object's fileno() may change it */
    s->list = given == MR_ERROR ? given : mr_list_new(t, 0);
    FD_ZERO(&s->set);
    if (s->list == MR_ERROR)
        return false;
    for (size_t i = 0; i < MR_LIST(given)->length; i++) {
        MrValue object = MR_LIST(given)->items[i];
        int fd = mr_fileno_of(t, object);
        if (fd < 0)
            return false;
        if (fd >= FD_SETSIZE)
            return mr_raise(t, MR_EXC_ValueError, "filedescriptor out of range in select()"), false;
        if (i >= FD_SETSIZE)
            return mr_raise(t, MR_EXC_ValueError, "too many file descriptors in select()"), false;
        if (!mr_list_append(t, s->list, object))
            return false;
        FD_SET(fd, &s->set);
        s->fds[i] = fd;
        *max = fd > *max ? fd : *max;
    }
    return true;
}

static MrValue ready_list(MrThread *t, FdSet *s, bool any)
{
    MrValue list = mr_list_new(t, 0);
    for (size_t i = 0; any && list != MR_ERROR && i < MR_LIST(s->list)->length; i++)
        if (FD_ISSET(s->fds[i], &s->ready) && !mr_list_append(t, list, MR_LIST(s->list)->items[i]))
            return MR_ERROR;
    return list;
}

static MrValue select_select(MrThread *t, MrValue *a)
{
    FdSet sets[3];
    int max = -1, r;
    int64_t ns;
    if (!limit_of(t, a[3], SECOND, "timeout must be a float or None", &ns))
        return MR_ERROR;
    if (ns < 0 && a[3] != MR_UNBOUND && a[3] != MR_NONE)
        return mr_raise(t, MR_EXC_ValueError, "timeout must be non-negative");
    for (size_t i = 0; i < 3; i++)
        if (!read_set(t, a[i], &sets[i], &max))
            return MR_ERROR;
    int64_t deadline = deadline_of(ns);
    for (;;) {
        struct timespec ts, *limit = left_until(deadline, &ts);
        for (size_t i = 0; i < 3; i++)
            sets[i].ready = sets[i].set;
        mr_thread_leave(t);
        r = pselect(max + 1, &sets[0].ready, &sets[1].ready, &sets[2].ready, limit, NULL);
        mr_thread_enter(t);
        if (r >= 0)
            break;
        if (errno != EINTR)
            return error(t);
        if (!mr_poll_wait(t))
            return MR_ERROR;
    }
    MrValue v[3];
    for (size_t i = 0; i < 3; i++)
        if ((v[i] = ready_list(t, &sets[i], r > 0)) == MR_ERROR)
            return MR_ERROR;
    return mr_tuple_from(t, v, 3);
}

/* ---- poll ---- */

typedef struct MrPoll {
    MrObj h;
    MrDict *events;      /* fd: events */
    struct pollfd *fds;  /* heap buffer of what is in `events`, if not stale */
    bool stale, running;
} MrPoll;

#define POLL(v) ((MrPoll *)mr_obj_of(v))
static const MrTypeDef poll_type, epoll_type;

static MrValue select_poll(MrThread *t, MrValue *a)
{
    (void)a;
    MrPoll *p = mr_def_alloc(t, &poll_type);
    if (!p)
        return MR_ERROR;
    p->stale = true;
    p->events = mr_dict_new(t);
    return p->events ? mr_val(p) : MR_ERROR;
}

static void poll_trace(MrGc *gc, MrObj *o)
{
    mr_mark_obj(gc, ((MrPoll *)o)->events);
    mr_mark_buffer(gc, ((MrPoll *)o)->fds);
}

static bool events_of(MrThread *t, MrValue v, int *events)
{
    int64_t i;
    *events = POLLIN | POLLPRI | POLLOUT;
    if (v == MR_UNBOUND)
        return true;
    if (!mr_is_integer(v) && mr_slot(t, mr_typeof(t, v), MR_SLOT_index) == MR_UNBOUND)
        return mr_raise(t, MR_EXC_TypeError, "an integer is required"), false;
    if (!mr_to_i64(t, v, &i)) {
        if (mr_clear_if(t, MR_EXC_OverflowError))
            mr_raise(t, MR_EXC_OverflowError, "Python int too large for C unsigned short");
        return false;
    }
    if (i < 0)
        return mr_raise(t, MR_EXC_ValueError, "value must be positive"), false;
    if (i > USHRT_MAX)
        return mr_raise(t, MR_EXC_OverflowError, "Python int too large for C unsigned short"), false;
    *events = (int)i;
    return true;
}

static MrValue poll_register(MrThread *t, MrValue *a)
{
    int events;
    if (!events_of(t, a[2], &events))
        return MR_ERROR;
    int fd = mr_fileno_of(t, a[1]);
    if (fd < 0 || !mr_dict_set(t, POLL(a[0])->events, mr_small_int(fd), mr_small_int(events)))
        return MR_ERROR;
    POLL(a[0])->stale = true;
    return MR_NONE;
}

static MrValue poll_modify(MrThread *t, MrValue *a)
{
    int events;
    if (!events_of(t, a[2], &events))
        return MR_ERROR;
    int fd = mr_fileno_of(t, a[1]);
    MrValue known = fd < 0 ? MR_ERROR : mr_dict_get(t, POLL(a[0])->events, mr_small_int(fd));
    if (known == MR_UNBOUND)
        return mr_raise_errno(t, ENOENT, MR_UNBOUND);
    if (known == MR_ERROR || !mr_dict_set(t, POLL(a[0])->events, mr_small_int(fd), mr_small_int(events)))
        return MR_ERROR;
    POLL(a[0])->stale = true;
    return MR_NONE;
}

static MrValue poll_unregister(MrThread *t, MrValue *a)
{
    int fd = mr_fileno_of(t, a[1]);
    int removed = fd < 0 ? -1 : mr_dict_del(t, POLL(a[0])->events, mr_small_int(fd));
    if (removed == 0)
        return mr_raise_type_value(t, MR_EXC_KeyError, mr_small_int(fd));
    POLL(a[0])->stale = true;
    return removed < 0 ? MR_ERROR : MR_NONE;
}

static bool lay_out(MrThread *t, MrPoll *p)
{
    MrValue key, value;
    size_t n = 0, pos = 0;
    if (!p->stale)
        return true;
    p->fds = mr_buffer_new(t, (p->events->length + 1) * sizeof *p->fds);
    while (p->fds && mr_dict_next(p->events, &pos, &key, &value))
        p->fds[n++] = (struct pollfd){.fd = (int)mr_int_of(key), .events = (short)mr_int_of(value)};
    p->stale = p->fds == NULL;
    return !p->stale;
}

static MrValue pair_of(MrThread *t, int fd, uint32_t events)
{
    MrValue v[2] = {mr_small_int(fd), mr_small_int(events)};
    return mr_tuple_from(t, v, 2);
}

static MrValue poll_wait(MrThread *t, MrPoll *p, int64_t deadline)
{
    struct pollfd *fds = p->fds;
    size_t n = p->events->length;
    int r;
    for (;;) {
        struct timespec ts, *limit = left_until(deadline, &ts);
        mr_thread_leave(t);
        r = ppoll(fds, n, limit, NULL);
        mr_thread_enter(t);
        if (r >= 0)
            break;
        if (errno != EINTR)
            return error(t);
        if (!mr_poll_wait(t))
            return MR_ERROR;
    }
    MrValue list = mr_list_new(t, (size_t)r);
    for (size_t i = 0; list != MR_ERROR && i < n; i++) {
        MrValue pair = fds[i].revents ? pair_of(t, fds[i].fd, (unsigned short)fds[i].revents) : MR_UNBOUND;
        if (pair == MR_ERROR || (pair != MR_UNBOUND && !mr_list_append(t, list, pair)))
            return MR_ERROR;
    }
    return list;
}

static MrValue poll_poll(MrThread *t, MrValue *a)
{
    MrPoll *p = POLL(a[0]);
    int64_t ns;
    if (!limit_of(t, a[1], 1000000, "timeout must be an integer or None", &ns))
        return MR_ERROR;
    if (p->running)
        return mr_raise(t, MR_EXC_RuntimeError, "concurrent poll() invocation");
    if (!lay_out(t, p))
        return MR_ERROR;
    p->running = true;
    MrValue r = poll_wait(t, p, deadline_of(ns));
    p->running = false;
    return r;
}

/* ---- epoll ---- */

typedef struct MrEpoll {
    MrObj h;
    int fd; /* -1: closed */
} MrEpoll;

#define EPOLL(v) ((MrEpoll *)mr_obj_of(v))

static MrValue epoll_new_with(MrThread *t, MrValue cls, int fd)
{
    if (fd < 0)
        return error(t);
    MrEpoll *e = mr_def_new(t, &epoll_type, cls);
    if (!e) {
        close(fd);
        return MR_ERROR;
    }
    e->fd = fd;
    return mr_val(e);
}

static MrValue epoll_new(MrThread *t, MrValue *a)
{
    int64_t size = -1, flags = 0;
    if ((a[1] != MR_UNBOUND && !mr_to_i64(t, a[1], &size)) || (a[2] != MR_UNBOUND && !mr_to_i64(t, a[2], &flags)))
        return MR_ERROR;
    if (size != -1 && size <= 0)
        return mr_raise(t, MR_EXC_ValueError, "negative sizehint");
    if (flags && flags != EPOLL_CLOEXEC)
        return mr_raise(t, MR_EXC_OSError, "invalid flags");
    return epoll_new_with(t, a[0], epoll_create1(EPOLL_CLOEXEC));
}

static MrValue epoll_fromfd(MrThread *t, MrValue *a)
{
    int64_t fd;
    if (!mr_to_i64(t, a[1], &fd))
        return MR_ERROR;
    errno = EBADF;
    return epoll_new_with(t, a[0], (int)fd);
}

static bool check_open(MrThread *t, MrEpoll *e) { return e->fd >= 0 || mr_raise(t, MR_EXC_ValueError, "I/O operation on closed epoll object") != MR_ERROR; }

static MrValue epoll_close(MrThread *t, MrValue *a)
{
    int fd = EPOLL(a[0])->fd;
    EPOLL(a[0])->fd = -1;
    return fd >= 0 && close(fd) < 0 ? error(t) : MR_NONE;
}

static MrValue epoll_fileno(MrThread *t, MrValue *a) { return check_open(t, EPOLL(a[0])) ? mr_small_int(EPOLL(a[0])->fd) : MR_ERROR; }
static MrValue epoll_enter(MrThread *t, MrValue *a) { return check_open(t, EPOLL(a[0])) ? a[0] : MR_ERROR; }

static MrValue control(MrThread *t, MrEpoll *e, int op, MrValue v, MrValue mask)
{
    int64_t bits = EPOLLIN | EPOLLPRI | EPOLLOUT;
    if (!check_open(t, e))
        return MR_ERROR;
    int fd = mr_fileno_of(t, v);
    if (fd < 0 || (mask != MR_UNBOUND && !mr_to_i64(t, mask, &bits)))
        return MR_ERROR;
    struct epoll_event event = {.events = (uint32_t)bits, .data.fd = fd};
    return epoll_ctl(e->fd, op, fd, &event) < 0 ? error(t) : MR_NONE;
}

static MrValue epoll_register(MrThread *t, MrValue *a) { return control(t, EPOLL(a[0]), EPOLL_CTL_ADD, a[1], a[2]); }
static MrValue epoll_modify(MrThread *t, MrValue *a) { return control(t, EPOLL(a[0]), EPOLL_CTL_MOD, a[1], a[2]); }
static MrValue epoll_unregister(MrThread *t, MrValue *a) { return control(t, EPOLL(a[0]), EPOLL_CTL_DEL, a[1], MR_UNBOUND); }

/* epoll_wait counts milliseconds: less than one is rounded up. */
static int milliseconds_until(int64_t deadline)
{
    if (deadline <= 0)
        return (int)deadline;
    int64_t left = deadline - now();
    left = left > 0 ? (left + 999999) / 1000000 : 0;
    return left > INT_MAX ? INT_MAX : (int)left;
}

static MrValue epoll_poll(MrThread *t, MrValue *a)
{
    int64_t ns, most = -1;
    int r;
    if (!check_open(t, EPOLL(a[0])) || !limit_of(t, a[1], SECOND, "timeout must be an integer or None", &ns) ||
        (a[2] != MR_UNBOUND && !mr_to_i64(t, a[2], &most)))
        return MR_ERROR;
    if (most == -1)
        most = FD_SETSIZE - 1;
    else if (most < 1)
        return mr_raise(t, MR_EXC_ValueError, "maxevents must be greater than 0, got %d", (int)most);
    if (most > INT_MAX / (int)sizeof(struct epoll_event))
        most = INT_MAX / (int)sizeof(struct epoll_event);
    struct epoll_event small[64], *events = most > 64 ? malloc((size_t)most * sizeof *events) : small;
    if (!events)
        return mr_raise_no_memory(t);
    int64_t deadline = deadline_of(ns);
    for (;;) {
        int limit = milliseconds_until(deadline), fd = EPOLL(a[0])->fd;
        if (limit)
            mr_thread_leave(t);
        r = epoll_wait(fd, events, (int)most, limit);
        if (limit)
            mr_thread_enter(t);
        if (r >= 0 || errno != EINTR || !mr_poll_wait(t))
            break;
    }
    MrValue list = r >= 0 ? mr_list_new(t, (size_t)r) : mr_pending(t) ? MR_ERROR : error(t);
    for (int i = 0; list != MR_ERROR && i < r; i++) {
        MrValue pair = pair_of(t, events[i].data.fd, events[i].events);
        if (pair == MR_ERROR || !mr_list_append(t, list, pair))
            list = MR_ERROR;
    }
    if (events != small)
        free(events);
    return list;
}

static MrValue get_closed(MrThread *t, MrValue self)
{
    (void)t;
    return mr_bool(EPOLL(self)->fd < 0);
}

static void epoll_finalize(MrIsolate *iso, MrObj *o)
{
    (void)iso;
    if (((MrEpoll *)o)->fd >= 0)
        close(((MrEpoll *)o)->fd);
}

/* ---- tables ---- */

static const MrMethodDef poll_methods[] = {
    {"register(self, fd, eventmask=select.POLLIN | select.POLLPRI | select.POLLOUT, /)", poll_register, "Watch a descriptor for events.", 0},
    {"modify(self, fd, eventmask, /)", poll_modify, "Watch a descriptor that is registered for other events.", 0},
    {"unregister(self, fd, /)", poll_unregister, "Watch a descriptor no longer.", 0},
    {"poll(self, timeout=None, /)", poll_poll, "Wait at most so many milliseconds: a list of (fd, events).", 0},
    {0},
};

static const MrMethodDef epoll_methods[] = {
    {"__new__(cls, sizehint=-1, flags=0)", epoll_new, "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC},
    {"fromfd(cls, fd, /)", epoll_fromfd, "An epoll object for a descriptor that exists.", MR_METHOD_CLASS},
    {"close(self, /)", epoll_close, "Close the descriptor.", 0},
    {"fileno(self, /)", epoll_fileno, "The descriptor.", 0},
    {"register(self, fd, eventmask=select.EPOLLIN | select.EPOLLPRI | select.EPOLLOUT)", epoll_register, "Watch a descriptor for events.", 0},
    {"modify(self, fd, eventmask)", epoll_modify, "Watch a descriptor that is registered for other events.", 0},
    {"unregister(self, fd)", epoll_unregister, "Watch a descriptor no longer.", 0},
    {"poll(self, timeout=None, maxevents=-1)", epoll_poll, "Wait at most so many seconds: a list of (fd, events).", 0},
    {"__enter__(self, /)", epoll_enter, "Gives the object itself, for `as`; leaving the block closes it.", 0},
    {"__exit__(self, exc_type=None, exc_value=None, exc_tb=None, /)", epoll_close, "Close it.", 0},
    {0},
};

static const MrGetSetDef epoll_getset[] = {{"closed", get_closed, NULL, "whether close() has been called"}, {0}};

static const MrTypeDef poll_type = {
    .name = "select.poll", .kind = MR_KIND_OTHER, .size = sizeof(MrPoll), .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_NO_NEW, .methods = poll_methods,
    .trace = poll_trace,
    .doc = "Waits for several descriptors: register(), modify(), unregister(), poll()."};

static const MrTypeDef epoll_type = {
    .name = "select.epoll", .kind = MR_KIND_OTHER, .size = sizeof(MrEpoll), .flags = MR_TYPEDEF_FINAL, .methods = epoll_methods, .getset = epoll_getset,
    .finalize = epoll_finalize, .doc = "Watches descriptors through epoll."};

static const MrMethodDef functions[] = {
    {"select(rlist, wlist, xlist, timeout=None, /)", select_select, "Wait until descriptors can be read, written or have something exceptional: three lists.", 0},
    {"poll()", select_poll, "An object that watches descriptors.", 0},
    {0},
};

#define N(name) {#name, name}
static const struct { const char *name; uint32_t number; } numbers[] = {
    N(PIPE_BUF), N(POLLIN), N(POLLPRI), N(POLLOUT), N(POLLERR), N(POLLHUP), N(POLLNVAL), N(POLLRDNORM), N(POLLRDBAND), N(POLLWRNORM), N(POLLWRBAND),
    N(POLLMSG), N(POLLRDHUP), N(EPOLLIN), N(EPOLLOUT), N(EPOLLPRI), N(EPOLLERR), N(EPOLLHUP), N(EPOLLRDHUP), N(EPOLLET), N(EPOLLONESHOT),
    N(EPOLLEXCLUSIVE), N(EPOLLRDNORM), N(EPOLLRDBAND), N(EPOLLWRNORM), N(EPOLLWRBAND), N(EPOLLMSG), N(EPOLL_CLOEXEC),
};
#undef N

static bool init(MrThread *t, MrModule *m)
{
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (!mr_module_add(t, m, numbers[i].name, mr_small_int(numbers[i].number)))
            return false;
    MrType *epoll = mr_type_from_def(t, &epoll_type);
    return epoll && mr_module_add(t, m, "epoll", mr_val(epoll)) && mr_module_add(t, m, "error", mr_type_val(t, MR_EXC_OSError));
}

const MrModuleDef mr_module_select = {
    .name = "select", .functions = functions, .init = init, .doc = "Waiting for descriptors to become ready: select, poll, epoll."};
