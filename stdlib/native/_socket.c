/* _socket: the type socket, without the methods that move bytes, and the module.
 *
 * Time limits follow CPython: settimeout(x > 0) makes the descriptor non-blocking and the methods wait in poll() for at most x seconds, 0 makes
 * them give up at once with BlockingIOError, None lets the system call block. Whatever waits lets other threads run. */
#define _GNU_SOURCE
#include "stdlib/native/_socket.h"

#include <math.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include "stdlib/native/instance.h"
#include "vm/error.h"
#include "vm/frame.h"
#include "vm/signature.h"

#define SELF MR_SOCKET(a[0])
#define SECOND 1000000000ll

/* ---- waiting ---- */

MrValue mr_socket_error(MrThread *t) { return mr_raise_errno(t, errno, MR_UNBOUND); }

static int64_t now(void)
{
    struct timespec ts;
    clock_gettime(CLOCK_MONOTONIC, &ts);
    return (int64_t)ts.tv_sec * SECOND + ts.tv_nsec;
}

#define YEAR (SECOND * 31536000) /* as good as for ever */

/* Waits until fd is ready: 1; until the deadline: 0 with TimeoutError pending; -1 another error is pending. [script] */
static int wait_ready(MrThread *t, int fd, bool writing, int64_t deadline)
{
    struct pollfd p = {.fd = fd, .events = writing ? POLLOUT : POLLIN};
    for (;;) {
        int64_t left = deadline - now(), most = mr_limits_wait(t->iso, left > 0 ? left : 0);
        bool sliced = most < left;
        left = sliced ? most : left;
        struct timespec limit = {left > 0 ? left / SECOND : 0, left > 0 ? left % SECOND : 0};
        mr_thread_leave(t);
        int r = ppoll(&p, 1, &limit, NULL);
        mr_thread_enter(t);
        if (r > 0)
            return 1;
        if (r == 0 && !sliced) {
            mr_raise(t, MR_EXC_TimeoutError, "timed out");
            return 0;
        }
        if (r < 0 && errno != EINTR)
            return mr_socket_error(t), -1;
        if (!mr_poll_wait(t))
            return -1;
    }
}

ssize_t mr_socket_call(MrThread *t, MrSocket *s, bool writing, MrSocketCall *call, void *data, int64_t *deadline)
{
    for (;;) {
        bool may_block = s->timeout < 0;
        if (may_block && mr_limits_wait(t->iso, -1) < INT64_MAX && wait_ready(t, s->fd, writing, now() + YEAR) < 0)
            return -1;
        if (may_block)
            mr_thread_leave(t);
        ssize_t r = call(s->fd, data);
        if (may_block)
            mr_thread_enter(t);
        if (r >= 0)
            return r;
        if (errno == EINTR) {
            if (!mr_poll_wait(t))
                return -1;
            continue;
        }
        if (s->timeout <= 0 || (errno != EAGAIN && errno != EWOULDBLOCK))
            return mr_socket_error(t), -1;
        if (!*deadline)
            *deadline = now() + s->timeout;
        if (wait_ready(t, s->fd, writing, *deadline) <= 0)
            return -1;
    }
}

/* Sockets are closed late when nobody closes them: by the collector. */
bool mr_socket_reclaim(MrThread *t, bool *tried)
{
    int error = errno;
    if (*tried || (error != EMFILE && error != ENFILE))
        return false;
    *tried = true;
    bool ok = mr_collect(t, NULL) != MR_ERROR && mr_poll(t); /* finalizers in Python, too */
    errno = error;
    return ok;
}

/* ---- time limits ---- */

static bool read_timeout(MrThread *t, MrValue v, int64_t *ns)
{
    double d = 0;
    int64_t i = 0;
    *ns = -1;
    if (v == MR_NONE)
        return true;
    if (mr_is_float(v) || mr_isinstance_of(t, v, MR_TYPE_float)) {
        if (!mr_to_double(t, v, &d))
            return false;
        if (isnan(d))
            return mr_raise(t, MR_EXC_ValueError, "Invalid value NaN (not a number)"), false;
        d = ceil(d * 1e9);
        if (!(d >= -9223372036854775808.0 && d < 9223372036854775808.0))
            return mr_raise(t, MR_EXC_OverflowError, "timestamp out of range for platform time_t"), false;
        *ns = (int64_t)d;
    } else if (!mr_to_i64(t, v, &i)) {
        if (mr_clear_if(t, MR_EXC_OverflowError))
            mr_raise(t, MR_EXC_OverflowError, "timestamp too large to convert to C _PyTime_t");
        return false;
    } else if (__builtin_mul_overflow(i, SECOND, ns)) {
        return mr_raise(t, MR_EXC_OverflowError, "timestamp too large to convert to C _PyTime_t"), false;
    }
    if (*ns < 0)
        return mr_raise(t, MR_EXC_ValueError, "Timeout value out of range"), false;
    return true;
}

static MrValue timeout_value(int64_t ns) { return ns < 0 ? MR_NONE : mr_float((double)ns / 1e9); }

static bool set_blocking(MrThread *t, MrSocket *s, bool blocking)
{
    int off = !blocking;
    return ioctl(s->fd, FIONBIO, &off) == 0 || mr_socket_error(t) != MR_ERROR;
}

static MrValue socket_settimeout(MrThread *t, MrValue *a)
{
    int64_t ns;
    if (!read_timeout(t, a[1], &ns))
        return MR_ERROR;
    SELF->timeout = ns;
    return set_blocking(t, SELF, ns < 0) ? MR_NONE : MR_ERROR;
}

static MrValue socket_gettimeout(MrThread *t, MrValue *a)
{
    (void)t;
    return timeout_value(SELF->timeout);
}

static MrValue socket_setblocking(MrThread *t, MrValue *a)
{
    int blocking = mr_truth(t, a[1]);
    if (blocking < 0)
        return MR_ERROR;
    SELF->timeout = blocking ? -1 : 0;
    return set_blocking(t, SELF, blocking) ? MR_NONE : MR_ERROR;
}

static MrValue socket_getblocking(MrThread *t, MrValue *a)
{
    (void)t;
    return mr_bool(SELF->timeout != 0);
}

/* The default is nanoseconds as an int, or nothing for none. */
static int64_t default_timeout(MrThread *t)
{
    MrValue v = t->iso->hooks[MR_HOOK_SOCKET_TIMEOUT];
    int64_t ns = -1;
    if (v != MR_UNBOUND && !mr_to_i64(t, v, &ns))
        mr_take_pending(t);
    return ns;
}

MrValue mr_socket_getdefaulttimeout(MrThread *t, MrValue *a)
{
    (void)a;
    return timeout_value(default_timeout(t));
}

MrValue mr_socket_setdefaulttimeout(MrThread *t, MrValue *a)
{
    int64_t ns;
    if (!read_timeout(t, a[0], &ns))
        return MR_ERROR;
    MrValue v = ns < 0 ? MR_UNBOUND : mr_int(t, ns);
    if (v != MR_ERROR)
        t->iso->hooks[MR_HOOK_SOCKET_TIMEOUT] = v;
    return v == MR_ERROR ? v : MR_NONE;
}

/* ---- birth and death ---- */

static MrValue socket_new(MrThread *t, MrValue *a)
{
    MrSocket *s = mr_def_new(t, &mr_socket_type, a[0]);
    if (!s)
        return MR_ERROR;
    s->fd = -1;
    s->timeout = -1;
    return mr_val(s);
}

static bool socket_option(int fd, int option, int *value)
{
    socklen_t n = sizeof *value;
    return getsockopt(fd, SOL_SOCKET, option, value, &n) == 0;
}

/* Fills in what the caller left at -1 of a descriptor that exists. */
static bool adopt(MrThread *t, MrSocket *s, MrValue fileno)
{
    int64_t fd;
    MrSockAddr address;
    socklen_t n = sizeof address;
    MrValue index = mr_is_float(fileno) || mr_isinstance_of(t, fileno, MR_TYPE_float)
                        ? mr_raise(t, MR_EXC_TypeError, "'float' object cannot be interpreted as an integer")
                        : mr_index(t, fileno);
    if (index == MR_ERROR || !mr_to_i64(t, index, &fd))
        return false;
    if ((int)fd < 0)
        return mr_raise(t, MR_EXC_ValueError, "negative file descriptor"), false;
    if (getsockname((int)fd, &address.any, &n) < 0) {
        if (s->family == -1 || errno == EBADF || errno == ENOTSOCK)
            return mr_socket_error(t), false;
    } else if (s->family == -1) {
        s->family = address.any.sa_family;
    }
    if ((s->type == -1 && !socket_option((int)fd, SO_TYPE, &s->type)) || (s->proto == -1 && !socket_option((int)fd, SO_PROTOCOL, &s->proto)))
        return mr_socket_error(t), false;
    s->fd = (int)fd;
    return true;
}

static bool open_new(MrThread *t, MrSocket *s)
{
    bool tried = false;
    s->family = s->family == -1 ? AF_INET : s->family;
    s->type = s->type == -1 ? SOCK_STREAM : s->type;
    s->proto = s->proto == -1 ? 0 : s->proto;
    do
        s->fd = socket(s->family, s->type | SOCK_CLOEXEC, s->proto);
    while (s->fd < 0 && mr_socket_reclaim(t, &tried));
    return s->fd >= 0 || (mr_pending(t) ? false : mr_socket_error(t) != MR_ERROR);
}

/* The limit of a socket that was just made. */
static bool begin(MrThread *t, MrSocket *s)
{
    if (s->type & SOCK_NONBLOCK) {
        s->timeout = 0;
    } else {
        s->timeout = default_timeout(t);
        if (s->timeout >= 0 && !set_blocking(t, s, false))
            return false;
    }
    s->type &= ~(SOCK_NONBLOCK | SOCK_CLOEXEC);
    return true;
}

static MrValue socket_init(MrThread *t, MrValue *a)
{
    MrSocket fresh = {.fd = -1};
    int *const numbers[3] = {&fresh.family, &fresh.type, &fresh.proto};
    for (size_t i = 0; i < 3; i++) {
        int64_t n = -1;
        bool ok = a[1 + i] == MR_UNBOUND || mr_to_i64(t, a[1 + i], &n);
        if (ok ? n != (int)n : mr_clear_if(t, MR_EXC_OverflowError))
            ok = mr_raise(t, MR_EXC_OverflowError, "Python int too large to convert to C int") != MR_ERROR;
        if (!ok)
            return MR_ERROR;
        *numbers[i] = (int)n;
    }
    if (!(a[4] == MR_UNBOUND || a[4] == MR_NONE ? open_new(t, &fresh) : adopt(t, &fresh, a[4])) || !begin(t, &fresh))
        return MR_ERROR;
    SELF->fd = fresh.fd;
    SELF->family = fresh.family;
    SELF->type = fresh.type;
    SELF->proto = fresh.proto;
    SELF->timeout = fresh.timeout;
    return MR_NONE;
}

static MrValue socket_close(MrThread *t, MrValue *a)
{
    int fd = SELF->fd;
    SELF->fd = -1;
    if (fd < 0)
        return MR_NONE;
    mr_thread_leave(t); /* SO_LINGER may make it wait */
    int r = close(fd);
    mr_thread_enter(t);
    return r < 0 && errno != ECONNRESET && errno != EINTR ? mr_socket_error(t) : MR_NONE;
}

static MrValue socket_detach(MrThread *t, MrValue *a)
{
    (void)t;
    int fd = SELF->fd;
    SELF->fd = -1;
    return mr_small_int(fd);
}

/* Who forgets to close hears of it, if he listens to ResourceWarnings. */
static MrValue socket_del(MrThread *t, MrValue *a)
{
    if (SELF->fd < 0)
        return MR_NONE;
    if (!mr_warn_unclosed(t, a[0], ""))
        mr_report_unraisable(t, a[0]);
    int fd = SELF->fd;
    SELF->fd = -1;
    if (fd >= 0)
        close(fd);
    return MR_NONE;
}

static MrValue socket_repr(MrThread *t, MrValue *a)
{
    return mr_strf(t, "<socket object, fd=%d, family=%d, type=%d, proto=%d>", SELF->fd, SELF->family, SELF->type, SELF->proto);
}

/* ---- addresses and connections ---- */

typedef struct Accepted { MrSockAddr address; socklen_t n; } Accepted;

static ssize_t do_accept(int fd, void *data)
{
    Accepted *r = data;
    r->n = sizeof r->address;
    return accept4(fd, &r->address.any, &r->n, SOCK_CLOEXEC);
}

static MrValue socket_accept(MrThread *t, MrValue *a)
{
    Accepted r;
    int64_t deadline = 0;
    bool tried = false;
    for (;;) {
        int fd = (int)mr_socket_call(t, SELF, false, do_accept, &r, &deadline);
        if (fd >= 0) {
            MrValue v[2] = {mr_small_int(fd), mr_socket_address_value(t, &r.address, r.n)};
            MrValue pair = v[1] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, v, 2);
            if (pair == MR_ERROR)
                close(fd);
            return pair;
        }
        MrValue error = mr_take_pending(t);
        MrValue number = mr_is_kind(error, MR_KIND_EXCEPTION) ? ((MrException *)mr_obj_of(error))->a : MR_NONE;
        errno = mr_isinstance_of(t, error, MR_EXC_OSError) && mr_is_int(number) ? (int)mr_int_of(number) : 0;
        if (!mr_socket_reclaim(t, &tried))
            return mr_pending(t) ? MR_ERROR : mr_raise_value(t, error);
    }
}

static MrValue socket_bind(MrThread *t, MrValue *a)
{
    MrSockAddr address;
    socklen_t n;
    if (!mr_socket_address(t, SELF, a[1], "bind", &address, &n))
        return MR_ERROR;
    return bind(SELF->fd, &address.any, n) < 0 ? mr_socket_error(t) : MR_NONE;
}

/* 0, or an errno; -1: an exception is pending. [script] */
static int connect_to(MrThread *t, MrSocket *s, const MrSockAddr *address, socklen_t n)
{
    int64_t deadline = s->timeout > 0 ? now() + s->timeout : INT64_MAX;
    mr_thread_leave(t);
    int r = connect(s->fd, &address->any, n), error = r < 0 ? errno : 0;
    mr_thread_enter(t);
    if (error == EINTR && !mr_poll_wait(t))
        return -1;
    if (!(error == EINTR ? s->timeout != 0 : s->timeout > 0 && error == EINPROGRESS))
        return error;
    int ready = wait_ready(t, s->fd, true, deadline);
    if (ready <= 0)
        return -1;
    return socket_option(s->fd, SO_ERROR, &error) ? (error == EISCONN ? 0 : error) : errno;
}

static MrValue socket_connect(MrThread *t, MrValue *a)
{
    MrSockAddr address;
    socklen_t n;
    if (!mr_socket_address(t, SELF, a[1], "connect", &address, &n))
        return MR_ERROR;
    int error = connect_to(t, SELF, &address, n);
    return error < 0 ? MR_ERROR : error ? mr_raise_errno(t, error, MR_UNBOUND) : MR_NONE;
}

static MrValue socket_connect_ex(MrThread *t, MrValue *a)
{
    MrSockAddr address;
    socklen_t n;
    if (!mr_socket_address(t, SELF, a[1], "connect_ex", &address, &n))
        return MR_ERROR;
    int error = connect_to(t, SELF, &address, n);
    if (error >= 0)
        return mr_small_int(error);
    return mr_clear_if(t, MR_EXC_TimeoutError) ? mr_small_int(EWOULDBLOCK) : MR_ERROR;
}

static MrValue socket_listen(MrThread *t, MrValue *a)
{
    int backlog = SOMAXCONN < 128 ? SOMAXCONN : 128;
    if (a[1] != MR_UNBOUND && !mr_posix_int(t, a[1], &backlog))
        return MR_ERROR;
    return listen(SELF->fd, backlog < 0 ? 0 : backlog) < 0 ? mr_socket_error(t) : MR_NONE;
}

static MrValue socket_shutdown(MrThread *t, MrValue *a)
{
    int how;
    if (!mr_socket_int(t, a[1], &how))
        return MR_ERROR;
    return shutdown(SELF->fd, how) < 0 ? mr_socket_error(t) : MR_NONE;
}

static MrValue name_of(MrThread *t, MrSocket *s, int (*ask)(int, struct sockaddr *, socklen_t *))
{
    MrSockAddr address = {0};
    socklen_t n = sizeof address;
    return ask(s->fd, &address.any, &n) < 0 ? mr_socket_error(t) : mr_socket_address_value(t, &address, n);
}

static int own_name(int fd, struct sockaddr *a, socklen_t *n) { return getsockname(fd, a, n); }
static int peer_name(int fd, struct sockaddr *a, socklen_t *n) { return getpeername(fd, a, n); }
static MrValue socket_getsockname(MrThread *t, MrValue *a) { return name_of(t, SELF, own_name); }
static MrValue socket_getpeername(MrThread *t, MrValue *a) { return name_of(t, SELF, peer_name); }

static MrValue socket_fileno(MrThread *t, MrValue *a)
{
    (void)t;
    return mr_small_int(SELF->fd);
}

/* ---- options ---- */

static MrValue socket_getsockopt(MrThread *t, MrValue *a)
{
    int level, option, length = 0, value = 0;
    char bytes[1024];
    if (!mr_socket_int(t, a[1], &level) || !mr_socket_int(t, a[2], &option) || (a[3] != MR_UNBOUND && !mr_socket_int(t, a[3], &length)))
        return MR_ERROR;
    if (length < 0 || (size_t)length > sizeof bytes)
        return mr_raise(t, MR_EXC_OSError, "getsockopt buflen out of range");
    socklen_t n = length ? (socklen_t)length : (socklen_t)sizeof value;
    if (getsockopt(SELF->fd, level, option, length ? (void *)bytes : &value, &n) < 0)
        return mr_socket_error(t);
    return length ? mr_bytes_new(t, bytes, n) : mr_small_int(value);
}

static MrValue socket_setsockopt(MrThread *t, MrValue *a)
{
    int level, option, value, r;
    int64_t length = 0;
    const char *p = NULL;
    size_t n = sizeof value;
    if (!mr_socket_int(t, a[1], &level) || !mr_socket_int(t, a[2], &option))
        return MR_ERROR;
    if (a[4] != MR_UNBOUND && a[3] == MR_NONE) {
        if (!mr_to_i64(t, a[4], &length))
            return MR_ERROR;
        r = setsockopt(SELF->fd, level, option, NULL, (socklen_t)length);
    } else if (a[4] != MR_UNBOUND) {
        return mr_raise(t, MR_EXC_TypeError, "setsockopt() takes exactly 3 arguments (4 given)");
    } else if (mr_is_integer(a[3]) && mr_socket_int(t, a[3], &value)) {
        r = setsockopt(SELF->fd, level, option, &value, sizeof value);
    } else {
        if (mr_pending(t) && !mr_clear_if(t, MR_EXC_OverflowError))
            return MR_ERROR;
        if (!mr_buffer_of(t, a[3], &p, &n))
            return MR_ERROR;
        r = setsockopt(SELF->fd, level, option, p, (socklen_t)n);
    }
    return r < 0 ? mr_socket_error(t) : MR_NONE;
}

#define FIELD(field, what)                                          \
    static MrValue get_##field(MrThread *t, MrValue self)           \
    {                                                               \
        (void)t;                                                    \
        return what;                                                \
    }
FIELD(family, mr_small_int(MR_SOCKET(self)->family))
FIELD(type, mr_small_int(MR_SOCKET(self)->type))
FIELD(proto, mr_small_int(MR_SOCKET(self)->proto))
FIELD(timeout, timeout_value(MR_SOCKET(self)->timeout))
#undef FIELD

/* ---- tables ---- */

static bool init(MrThread *t, MrModule *m)
{
    MrType *type = mr_type_from_def(t, &mr_socket_type);
    return type && mr_socket_add_numbers(t, m) && mr_module_add(t, m, "SocketType", mr_val(type)) && mr_module_add(t, m, "has_ipv6", MR_TRUE) &&
           mr_module_add(t, m, "error", mr_type_val(t, MR_EXC_OSError)) && mr_module_add(t, m, "timeout", mr_type_val(t, MR_EXC_TimeoutError)) &&
           mr_module_add(t, m, "gaierror", mr_type_val(t, MR_EXC_gaierror)) && mr_module_add(t, m, "herror", mr_type_val(t, MR_EXC_herror));
}

static const MrMethodDef methods[] = {
    {"__new__(cls, /, *args, **kwargs)", socket_new, "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC},
    {"__init__(self, family=-1, type=-1, proto=-1, fileno=None)", socket_init, "Fill a new object; see help(type(self)).", 0},
    {"__del__(self, /)", socket_del, "Close it when nobody holds it any more.", 0},
    {"__repr__(self, /)", socket_repr, "The text that repr(self) gives.", 0},
    {"_accept(self, /)", socket_accept, "Wait for an incoming connection: the descriptor of a new socket and the address of the client.", 0},
    {"bind(self, address, /)", socket_bind, "Give the socket a local address: a pair (host, port) for IP.", 0},
    {"close(self, /)", socket_close, "Close the socket; operations after that raise OSError.", 0},
    {"connect(self, address, /)", socket_connect, "Connect to an address, whose form the family decides; raises OSError when that fails.", 0},
    {"connect_ex(self, address, /)", socket_connect_ex, "As connect(), but an error of the system is the result and not an exception.", 0},
    {"detach(self, /)", socket_detach, "Close the object without closing the descriptor, which is the result.", 0},
    {"fileno(self, /)", socket_fileno, "The descriptor, -1 when closed.", 0},
    {"getpeername(self, /)", socket_getpeername, "The address of the other side.", 0},
    {"getsockname(self, /)", socket_getsockname, "The address of this side.", 0},
    {"getsockopt(self, level, option, buffersize=0, /)", socket_getsockopt, "An option's value: an int, or bytes if a size is given.", MR_METHOD_PARSED},
    {"listen(self, backlog=128, /)", socket_listen, "Accept connections from now on; so many may wait.", MR_METHOD_PARSED},
    {"setblocking(self, flag, /)", socket_setblocking, "False: never wait. True: wait for ever.", 0},
    {"getblocking(self, /)", socket_getblocking, "Does the socket wait?", 0},
    {"settimeout(self, timeout, /)", socket_settimeout, "Limit what a method may wait, in seconds. None: no limit.", 0},
    {"gettimeout(self, /)", socket_gettimeout, "The limit in seconds, None if there is none.", 0},
    {"setsockopt(self, level, option, value, optlen=None, /)", socket_setsockopt, "Set an option to an int, to bytes, or to nothing of a length.", MR_METHOD_PARSED},
    {"shutdown(self, how, /)", socket_shutdown, "Close one direction or both for all who use the connection.", 0},
    {"recv(self, bufsize, flags=0, /)", socket_recv, "Receive at most so many bytes. No bytes: the other side has ended.", MR_METHOD_PARSED},
    {"recv_into(self, buffer, nbytes=0, flags=0)", socket_recv_into, "As recv(), into a buffer; the count is the result.", 0},
    {"recvfrom(self, bufsize, flags=0, /)", socket_recvfrom, "As recv(), with the sender's address: a pair.", MR_METHOD_PARSED},
    {"recvfrom_into(self, buffer, nbytes=0, flags=0)", socket_recvfrom_into, "As recvfrom(), into a buffer.", 0},
    {"recvmsg(self, bufsize, ancbufsize=0, flags=0, /)", socket_recvmsg, "Receive bytes and ancillary data: (data, ancdata, msg_flags, address).",
     MR_METHOD_PARSED},
    {"recvmsg_into(self, buffers, ancbufsize=0, flags=0, /)", socket_recvmsg_into, "As recvmsg(), into buffers one after the other.", MR_METHOD_PARSED},
    {"send(self, data, flags=0, /)", socket_send, "Send bytes, perhaps not all of them; the count is the result.", MR_METHOD_PARSED},
    {"sendall(self, data, flags=0, /)", socket_sendall, "Send all bytes.", MR_METHOD_PARSED},
    {"sendto(self, data, /, *flags_address)", socket_sendto, "Send bytes to an address: sendto(data[, flags], address).", 0},
    {"sendmsg(self, buffers, ancdata=(), flags=0, address=None, /)", socket_sendmsg, "Send bytes of buffers and ancillary data.", MR_METHOD_PARSED},
    {0},
};

static const MrGetSetDef getset[] = {
    {"family", get_family, NULL, "one of the AF_ numbers"},
    {"type", get_type, NULL, "one of the SOCK_ numbers"},
    {"proto", get_proto, NULL, "the protocol's number"},
    {"timeout", get_timeout, NULL, "seconds that an operation may take, None for any number"},
    {0},
};

const MrTypeDef mr_socket_type = {
    .name = "_socket.socket", .kind = MR_KIND_OTHER, .size = sizeof(MrSocket), .flags = MR_TYPEDEF_DEL_LAST, .methods = methods, .getset = getset,
    .doc = "One end of a connection, or what connections or datagrams arrive at. Without arguments: TCP over IPv4. With fileno the other\n"
           "arguments default to what the descriptor is.",
};

static const MrTypeDef *const types[] = {&mr_socket_type, NULL};

const MrModuleDef mr_module__socket = {
    .name = "_socket",
    .functions = mr_socket_functions,
    .init = init,
    .types = types,
    .doc = "What the module socket is made of.",
};
