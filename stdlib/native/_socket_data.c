/* _socket: the methods that move bytes.
 *
 * What is received goes to the C stack or to malloc'd memory first, so that asking for 64 KiB and getting ten bytes costs ten bytes of heap. A
 * buffer that a script hands in is read or written in place; the value is held by the caller's arguments, and memory that a bytearray leaves
 * while another thread runs stays valid as long as this stack points at it. */
#define _GNU_SOURCE
#include "stdlib/native/_socket.h"

#include <limits.h>
#include <time.h>
#include <sys/uio.h>
#include <unistd.h>

#include "vm/types/bytes.h"
#include "vm/types/memoryview.h"

#define SELF MR_SOCKET(a[0])
#define ON_STACK 16384
#define MOST ((size_t)1 << 40) /* more than this at once is not even asked for */

/* One transfer of plain bytes. `address` is NULL where none is wanted. */
typedef struct Transfer {
    char *p;
    size_t n;
    int flags;
    MrSockAddr *address;
    socklen_t address_size;
} Transfer;

static ssize_t do_recv(int fd, void *data)
{
    Transfer *x = data;
    if (!x->address)
        return recv(fd, x->p, x->n, x->flags);
    x->address_size = sizeof *x->address;
    return recvfrom(fd, x->p, x->n, x->flags, &x->address->any, &x->address_size);
}

static ssize_t do_send(int fd, void *data)
{
    Transfer *x = data;
    return sendto(fd, x->p, x->n, x->flags | MSG_NOSIGNAL, x->address ? &x->address->any : NULL, x->address_size);
}

static bool flags_of(MrThread *t, MrValue v, int *flags)
{
    *flags = 0;
    return v == MR_UNBOUND || mr_socket_int(t, v, flags);
}

/* ---- receiving ---- */

/* A count of bytes to receive: not negative, and small enough for memory to be thinkable. */
static bool size_of(MrThread *t, MrValue v, const char *function, size_t *n)
{
    int64_t i = 0;
    if (v != MR_UNBOUND && !mr_arg_ssize(t, v, &i))
        return false;
    if (i < 0)
        return mr_raise(t, MR_EXC_ValueError, "negative buffersize in %s", function), false;
    *n = (size_t)i;
    return true;
}

/* recv and recvfrom: bytes; the address is left in *x. */
static MrValue receive(MrThread *t, MrSocket *s, Transfer *x)
{
    char small[ON_STACK];
    int64_t deadline = 0;
    char *large = x->n > sizeof small && x->n <= MOST ? malloc(x->n) : NULL;
    if (x->n > sizeof small && !large)
        return mr_raise_no_memory(t);
    x->p = large ? large : small;
    ssize_t got = mr_socket_call(t, s, false, do_recv, x, &deadline);
    MrValue r = got < 0 ? MR_ERROR : mr_bytes_new(t, x->p, (size_t)got < x->n ? (size_t)got : x->n); /* MSG_TRUNC tells more than there is */
    free(large);
    return r;
}

MrValue socket_recv(MrThread *t, MrValue *a)
{
    Transfer x = {0};
    int64_t n;
    if (!mr_arg_ssize(t, a[1], &n) || !flags_of(t, a[2], &x.flags))
        return MR_ERROR;
    if (n < 0)
        return mr_raise(t, MR_EXC_ValueError, "negative buffersize in recv");
    x.n = (size_t)n;
    return receive(t, SELF, &x);
}

MrValue socket_recvfrom(MrThread *t, MrValue *a)
{
    MrSockAddr address;
    Transfer x = {.address = &address};
    if (!size_of(t, a[1], "recvfrom", &x.n) || !flags_of(t, a[2], &x.flags))
        return MR_ERROR;
    MrValue v[2] = {receive(t, SELF, &x)};
    v[1] = v[0] == MR_ERROR ? MR_ERROR : mr_socket_address_value(t, &address, x.address_size);
    return v[1] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, v, 2);
}

static bool writable(MrThread *t, MrValue v, char **p, size_t *n)
{
    const char *bytes;
    if (mr_is_kind(v, MR_KIND_BYTES) || (mr_is_kind(v, MR_KIND_MEMORYVIEW) && ((MrMemoryView *)mr_obj_of(v))->readonly && !((MrMemoryView *)mr_obj_of(v))->released))
        return false;
    if (!mr_buffer_of(t, v, &bytes, n))
        return mr_clear_if(t, MR_EXC_Exception), false;
    *p = (char *)(uintptr_t)bytes;
    return true;
}

/* recv_into and recvfrom_into: the arguments, and how many bytes came; -1: error */
static ssize_t receive_into(MrThread *t, MrValue *a, const char *function, const char *too_small, Transfer *x)
{
    int64_t n = 0, deadline = 0;
    if (!writable(t, a[1], &x->p, &x->n)) {
        if (!mr_pending(t))
            mr_raise(t, MR_EXC_TypeError, "%s() argument 1 must be read-write bytes-like object, not %s", function, mr_arg_type_name(t, a[1]));
        return -1;
    }
    if ((a[2] != MR_UNBOUND && !mr_arg_ssize(t, a[2], &n)) || !flags_of(t, a[3], &x->flags))
        return -1;
    if (n < 0)
        return mr_raise(t, MR_EXC_ValueError, "negative buffersize in %s", function), -1;
    if (!writable(t, a[1], &x->p, &x->n) || (size_t)n > x->n) /* reading the numbers may have run a script */
        return mr_raise(t, MR_EXC_ValueError, "%s", too_small), -1;
    if (n)
        x->n = (size_t)n;
    return x->n ? mr_socket_call(t, SELF, false, do_recv, x, &deadline) : 0;
}

MrValue socket_recv_into(MrThread *t, MrValue *a)
{
    Transfer x = {0};
    ssize_t got = receive_into(t, a, "recv_into", "buffer too small for requested bytes", &x);
    return got < 0 ? MR_ERROR : mr_int(t, got);
}

MrValue socket_recvfrom_into(MrThread *t, MrValue *a)
{
    MrSockAddr address = {0};
    Transfer x = {.address = &address};
    ssize_t got = receive_into(t, a, "recvfrom_into", "nbytes is greater than the length of the buffer", &x);
    MrValue v[2] = {mr_small_int(got), got < 0 ? MR_ERROR : mr_socket_address_value(t, &address, x.address_size)};
    return v[1] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, v, 2);
}

/* ---- sending ---- */

static bool read_only(MrThread *t, MrValue v, Transfer *x)
{
    const char *p;
    if (!mr_buffer_of(t, v, &p, &x->n))
        return false;
    x->p = (char *)(uintptr_t)p;
    return true;
}

MrValue socket_send(MrThread *t, MrValue *a)
{
    Transfer x = {0};
    int64_t deadline = 0;
    if (!flags_of(t, a[2], &x.flags) || !read_only(t, a[1], &x))
        return MR_ERROR;
    ssize_t n = mr_socket_call(t, SELF, true, do_send, &x, &deadline);
    return n < 0 ? MR_ERROR : mr_int(t, n);
}

MrValue socket_sendall(MrThread *t, MrValue *a)
{
    Transfer x = {0};
    struct timespec ts;
    if (!flags_of(t, a[2], &x.flags) || !read_only(t, a[1], &x))
        return MR_ERROR;
    clock_gettime(CLOCK_MONOTONIC, &ts); /* all calls share one limit */
    int64_t deadline = SELF->timeout > 0 ? (int64_t)ts.tv_sec * 1000000000 + ts.tv_nsec + SELF->timeout : 0;
    do {
        ssize_t n = mr_socket_call(t, SELF, true, do_send, &x, &deadline);
        if (n < 0 || !mr_poll(t))
            return MR_ERROR;
        x.p += n;
        x.n -= (size_t)n;
    } while (x.n);
    return MR_NONE;
}

MrValue socket_sendto(MrThread *t, MrValue *a)
{
    MrSockAddr address;
    Transfer x = {.address = &address};
    MrTuple *rest = MR_TUPLE(a[2]);
    int64_t deadline = 0;
    if (rest->length < 1 || rest->length > 2)
        return mr_raise(t, MR_EXC_TypeError, "sendto() takes 2 or 3 arguments (%zu given)", rest->length + 1);
    if ((rest->length == 2 && !flags_of(t, rest->items[0], &x.flags)) ||
        !read_only(t, a[1], &x) || !mr_socket_address(t, SELF, rest->items[rest->length - 1], "sendto", &address, &x.address_size) ||
        !read_only(t, a[1], &x))
        return MR_ERROR;
    ssize_t n = mr_socket_call(t, SELF, true, do_send, &x, &deadline);
    return n < 0 ? MR_ERROR : mr_int(t, n);
}

/* ---- messages: several buffers, ancillary data ---- */

typedef struct Message {
    struct msghdr h;
    int flags;
} Message;

static ssize_t do_sendmsg(int fd, void *data)
{
    Message *m = data;
    return sendmsg(fd, &m->h, m->flags | MSG_NOSIGNAL);
}

static ssize_t do_recvmsg(int fd, void *data)
{
    Message *m = data;
    m->h.msg_namelen = sizeof(MrSockAddr);
    return recvmsg(fd, &m->h, m->flags);
}

/* The buffers of an iterable as an iovec in heap memory; *list keeps them alive. */
static bool buffers_of(MrThread *t, MrValue iterable, const char *function, bool write, MrValue *list, struct iovec **vector, size_t *count)
{
    MrValue it = mr_iter(t, iterable);
    if (it == MR_ERROR) {
        if (mr_clear_if(t, MR_EXC_TypeError))
            mr_raise(t, MR_EXC_TypeError, "%s() argument 1 must be an iterable", function);
        return false;
    }
    *list = mr_list_of(t, it);
    if (*list == MR_ERROR)
        return false;
    *count = MR_LIST(*list)->length;
    if (*count > INT_MAX)
        return mr_raise(t, MR_EXC_OSError, "%s() argument 1 is too long", function), false;
    *vector = mr_buffer_new(t, (*count + 1) * sizeof **vector);
    for (size_t i = 0; *vector && i < *count; i++) {
        MrValue v = MR_LIST(*list)->items[i];
        const char *p;
        struct iovec *to = *vector + i;
        if (write && !writable(t, v, (char **)&to->iov_base, &to->iov_len))
            return mr_raise(t, MR_EXC_TypeError, "%s() argument 1 must be an iterable of single-segment read-write buffers", function), false;
        if (!write && !mr_buffer_of(t, v, &p, &to->iov_len))
            return false;
        if (!write)
            to->iov_base = (char *)(uintptr_t)p;
    }
    return *vector != NULL;
}

/* The control buffer of an iterable of (level, type, data), in heap memory. */
static bool ancillary_of(MrThread *t, MrValue iterable, struct msghdr *h)
{
    h->msg_control = NULL;
    h->msg_controllen = 0;
    if (iterable == MR_UNBOUND || iterable == MR_NONE)
        return true;
    MrValue it = mr_iter(t, iterable);
    if (it == MR_ERROR) {
        if (mr_clear_if(t, MR_EXC_TypeError))
            mr_raise(t, MR_EXC_TypeError, "sendmsg() argument 2 must be an iterable");
        return false;
    }
    MrValue list = mr_list_of(t, it);
    if (list == MR_ERROR)
        return false;
    size_t total = 0;
    for (size_t i = 0; i < MR_LIST(list)->length; i++) {
        MrValue *items, v = MR_LIST(list)->items[i];
        size_t n, length;
        const char *p;
        if (!mr_sequence_items(v, &items, &n))
            return mr_raise(t, MR_EXC_TypeError, "[sendmsg() ancillary data items]() argument must be 3-item sequence, not %s", mr_arg_type_name(t, v)), false;
        if (n != 3)
            return mr_raise(t, MR_EXC_TypeError, "[sendmsg() ancillary data items]() argument must be sequence of length 3, not %zu", n), false;
        int level, type;
        if (!mr_socket_int(t, items[0], &level) || !mr_socket_int(t, items[1], &type) || !mr_buffer_of(t, items[2], &p, &length))
            return false;
        size_t space = CMSG_SPACE(length);
        if (length > INT_MAX || total + space > INT_MAX)
            return mr_raise(t, MR_EXC_OSError, "ancillary data item too large"), false;
        h->msg_control = mr_buffer_resize(t, h->msg_control, total + space);
        if (!h->msg_control)
            return false;
        struct cmsghdr c = {.cmsg_len = CMSG_LEN(length), .cmsg_level = level, .cmsg_type = type};
        char *at = (char *)h->msg_control + total;
        memcpy(at, &c, sizeof c);
        memcpy(at + CMSG_LEN(0), p, length);
        total += space;
    }
    h->msg_controllen = total;
    return true;
}

MrValue socket_sendmsg(MrThread *t, MrValue *a)
{
    MrSockAddr address;
    Message m = {0};
    MrValue list;
    int64_t deadline = 0;
    socklen_t n = 0;
    size_t count;
    if (!flags_of(t, a[3], &m.flags) || (a[4] != MR_UNBOUND && a[4] != MR_NONE && !mr_socket_address(t, SELF, a[4], "sendmsg", &address, &n)) ||
        !ancillary_of(t, a[2], &m.h) || !buffers_of(t, a[1], "sendmsg", false, &list, &m.h.msg_iov, &count))
        return MR_ERROR;
    m.h.msg_iovlen = count;
    m.h.msg_name = n ? &address : NULL;
    m.h.msg_namelen = n;
    ssize_t sent = mr_socket_call(t, SELF, true, do_sendmsg, &m, &deadline);
    return sent < 0 ? MR_ERROR : mr_int(t, sent);
}

/* Descriptors that came along and will not be handed out. */
static void drop_descriptors(const struct cmsghdr *c, size_t length)
{
    if (c->cmsg_level != SOL_SOCKET || c->cmsg_type != SCM_RIGHTS)
        return;
    for (size_t i = 0; i + sizeof(int) <= length; i += sizeof(int)) {
        int fd;
        memcpy(&fd, CMSG_DATA(c) + i, sizeof fd);
        close(fd);
    }
}

/* The list of (level, type, data) of what came. */
static MrValue ancillary_value(MrThread *t, struct msghdr *h)
{
    MrValue list = mr_list_new(t, 0);
    if (h->msg_controllen == 0)
        return list;
    for (struct cmsghdr *c = CMSG_FIRSTHDR(h); c; c = CMSG_NXTHDR(h, c)) {
        size_t left = (size_t)((char *)h->msg_control + h->msg_controllen - (char *)CMSG_DATA(c)), length = c->cmsg_len < CMSG_LEN(0) ? 0 : c->cmsg_len - CMSG_LEN(0);
        if (length > left) /* cut off by a small buffer */
            length = left;
        MrValue v[3] = {mr_small_int(c->cmsg_level), mr_small_int(c->cmsg_type)};
        v[2] = list == MR_ERROR ? MR_ERROR : mr_bytes_new(t, (const char *)CMSG_DATA(c), length);
        MrValue item = v[2] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, v, 3);
        if (item == MR_ERROR || !mr_list_append(t, list, item)) {
            drop_descriptors(c, length);
            list = MR_ERROR;
        }
    }
    return list;
}

/* (first, ancdata, msg_flags, address) after a message came into h; first is made of the count. */
static MrValue receive_message(MrThread *t, MrSocket *s, MrValue ancillary_size, MrValue flags, struct iovec *vector, size_t count, MrValue *address, MrValue *ancillary,
                               int *msg_flags, ssize_t *got)
{
    MrSockAddr from;
    Message m = {0};
    int64_t control = 0, deadline = 0;
    if ((ancillary_size != MR_UNBOUND && !mr_arg_ssize(t, ancillary_size, &control)) || !flags_of(t, flags, &m.flags))
        return MR_ERROR;
    if (control < 0 || control > INT_MAX)
        return mr_raise(t, MR_EXC_ValueError, "invalid ancillary data buffer length");
    m.h.msg_control = control ? mr_buffer_new(t, (size_t)control) : NULL;
    if (control && !m.h.msg_control)
        return MR_ERROR;
    m.h.msg_controllen = (size_t)control;
    m.h.msg_iov = vector;
    m.h.msg_iovlen = count;
    m.h.msg_name = &from;
    *got = mr_socket_call(t, s, false, do_recvmsg, &m, &deadline);
    if (*got < 0)
        return MR_ERROR;
    *ancillary = ancillary_value(t, &m.h);
    *msg_flags = m.h.msg_flags;
    *address = *ancillary == MR_ERROR ? MR_ERROR : mr_socket_address_value(t, &from, m.h.msg_namelen);
    return *address == MR_ERROR ? MR_ERROR : MR_NONE;
}

MrValue socket_recvmsg(MrThread *t, MrValue *a)
{
    int64_t n;
    int flags;
    ssize_t got;
    if (!mr_arg_ssize(t, a[1], &n))
        return MR_ERROR;
    if (n < 0)
        return mr_raise(t, MR_EXC_ValueError, "negative buffer size in recvmsg()");
    char *p = mr_buffer_new(t, (size_t)n + 1);
    struct iovec v = {p, (size_t)n};
    MrValue r[4];
    if (!p || receive_message(t, SELF, a[2], a[3], &v, 1, &r[3], &r[1], &flags, &got) == MR_ERROR)
        return MR_ERROR;
    r[0] = mr_bytes_new(t, p, got < n ? (size_t)got : (size_t)n);
    r[2] = mr_small_int(flags);
    return r[0] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, r, 4);
}

MrValue socket_recvmsg_into(MrThread *t, MrValue *a)
{
    MrValue list, r[4];
    struct iovec *vector;
    size_t count;
    int flags;
    ssize_t got;
    if (!buffers_of(t, a[1], "recvmsg_into", true, &list, &vector, &count) ||
        receive_message(t, SELF, a[2], a[3], vector, count, &r[3], &r[1], &flags, &got) == MR_ERROR)
        return MR_ERROR;
    r[0] = mr_int(t, got);
    r[2] = mr_small_int(flags);
    return mr_tuple_from(t, r, 4);
}
