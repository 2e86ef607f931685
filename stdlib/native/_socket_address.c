/* _socket: addresses. Scripts have tuples (IPv4, IPv6, netlink, packet, vsock) or paths (unix), the system has structs.
 *
 * A host that is written as a number is read in place; only names go to the resolver. A path may be str or bytes; one that begins with a zero
 * byte is Linux's abstract name, which is not a file and is given back as bytes. */
#define _GNU_SOURCE
#include "stdlib/native/_socket.h"

#include <arpa/inet.h>
#include <net/if.h>

#include "vm/types/bytes.h"

MrValue mr_socket_gaierror(MrThread *t, int error)
{
    if (error == EAI_SYSTEM)
        return mr_socket_error(t);
    MrValue args[2] = {mr_small_int(error), mr_str_c(t, gai_strerror(error))};
    MrValue e = args[1] == MR_ERROR ? MR_ERROR : mr_call(t, mr_type_val(t, MR_EXC_gaierror), 2, args);
    return e == MR_ERROR ? e : mr_raise_value(t, e);
}

int mr_socket_getaddrinfo(MrThread *t, const char *host, const char *service, const struct addrinfo *hints, struct addrinfo **list)
{
    mr_thread_leave(t);
    int error = getaddrinfo(host, service, hints, list);
    mr_thread_enter(t);
    return error;
}

bool mr_socket_host(MrThread *t, MrValue v, MrValue *keep, const char **name)
{
    MrView view;
    *keep = v;
    if (mr_is_str(v) && !mr_str_is_ascii(MR_STR(v)))
        *keep = mr_encode(t, v, "idna", "strict");
    if (*keep == MR_ERROR)
        return false;
    if (mr_is_str(*keep)) {
        view = (MrView){MR_STR(*keep)->bytes, MR_STR(*keep)->nbytes};
    } else if (mr_is_bytes(*keep) || mr_is_bytearray(*keep)) {
        *keep = mr_bytes_new(t, mr_view(*keep).p, mr_view(*keep).n);
        if (*keep == MR_ERROR)
            return false;
        view = mr_view(*keep);
    } else {
        return mr_raise(t, MR_EXC_TypeError, "str, bytes or bytearray expected, not %s", mr_type_name(t, v)), false;
    }
    if (memchr(view.p, 0, view.n))
        return mr_raise(t, MR_EXC_TypeError, "host name must not contain null character"), false;
    *name = view.p;
    return true;
}

/* What the resolver's first answer is. */
static bool first_address(MrThread *t, const char *name, const char *service, int family, int type, int flags, bool only, MrSockAddr *a)
{
    struct addrinfo hints = {.ai_family = family, .ai_socktype = type, .ai_flags = flags}, *list = NULL;
    int error = mr_socket_getaddrinfo(t, name, service, &hints, &list);
    if (error)
        return mr_socket_gaierror(t, error), false;
    bool many = only && list->ai_next;
    memcpy(a, list->ai_addr, list->ai_addrlen < sizeof *a ? list->ai_addrlen : sizeof *a);
    freeaddrinfo(list);
    if (many)
        mr_raise(t, MR_EXC_OSError, "wildcard resolved to multiple address");
    return !many;
}

bool mr_socket_resolve(MrThread *t, const char *name, int family, MrSockAddr *a)
{
    memset(a, 0, sizeof *a);
    if (!*name)
        return first_address(t, NULL, "0", family, SOCK_DGRAM, AI_PASSIVE, true, a);
    if (!strcmp(name, "255.255.255.255") || !strcmp(name, "<broadcast>")) {
        if (family != AF_INET && family != AF_UNSPEC)
            return mr_raise(t, MR_EXC_OSError, "address family mismatched"), false;
        a->in.sin_family = AF_INET;
        a->in.sin_addr.s_addr = INADDR_BROADCAST;
        return true;
    }
    if ((family == AF_UNSPEC || family == AF_INET) && inet_pton(AF_INET, name, &a->in.sin_addr) > 0)
        return a->any.sa_family = AF_INET, true;
    if ((family == AF_UNSPEC || family == AF_INET6) && !strchr(name, '%') && inet_pton(AF_INET6, name, &a->in6.sin6_addr) > 0)
        return a->any.sa_family = AF_INET6, true;
    return first_address(t, name, NULL, family, 0, 0, false, a);
}

/* ---- from values ---- */

bool mr_socket_int(MrThread *t, MrValue v, int *out)
{
    int64_t i;
    if (!mr_to_i64(t, v, &i)) {
        if (mr_clear_if(t, MR_EXC_OverflowError))
            mr_raise(t, MR_EXC_OverflowError, "Python int too large to convert to C int");
        return false;
    }
    *out = (int)i;
    if (i == *out)
        return true;
    mr_raise(t, MR_EXC_OverflowError, "signed integer is %s", i > 0 ? "greater than maximum" : "less than minimum");
    return false;
}

/* An int between 0 and max. What does not fit gets the message; a number too big for C as well. */
static bool ranged(MrThread *t, MrValue v, int64_t max, const char *function, const char *what, int64_t *out)
{
    if (!mr_to_i64(t, v, out)) {
        if (!mr_clear_if(t, MR_EXC_OverflowError))
            return false;
        *out = -1;
    }
    if (*out >= 0 && *out <= max)
        return true;
    mr_raise(t, MR_EXC_OverflowError, "%s(): %s must be 0-%lld.", function, what, (long long)max);
    return false;
}

static bool unix_address(MrThread *t, MrValue v, MrSockAddr *a, socklen_t *n)
{
    const char *p;
    size_t length;
    if (mr_is_str(v)) {
        v = mr_encode(t, v, "utf-8", "surrogateescape");
        if (v == MR_ERROR)
            return false;
    }
    if (!mr_buffer_of(t, v, &p, &length))
        return false;
    bool abstract = length && !*p;
    if (abstract ? length > sizeof a->un.sun_path : length >= sizeof a->un.sun_path)
        return mr_raise(t, MR_EXC_OSError, "AF_UNIX path too long"), false;
    a->un.sun_family = AF_UNIX;
    memcpy(a->un.sun_path, p, length);
    *n = (socklen_t)(offsetof(struct sockaddr_un, sun_path) + length + (abstract || !length ? 0 : 1));
    return true;
}

/* The items of an address tuple: false with the message if v is something else or has not from `least` to `most` of them. */
static bool items_of(MrThread *t, MrValue v, const char *function, const char *family, size_t least, size_t most, const char *shape, MrValue **items, size_t *n)
{
    if (!mr_is_tuple(v)) {
        mr_raise(t, MR_EXC_TypeError, "%s(): %s address must be tuple, not %s", function, family, mr_type_name(t, v));
        return false;
    }
    *items = MR_TUPLE(v)->items;
    *n = MR_TUPLE(v)->length;
    if (*n >= least && *n <= most)
        return true;
    mr_raise(t, MR_EXC_TypeError, "%s address must be a %s", family, shape);
    return false;
}

static bool inet_address(MrThread *t, MrValue v, const char *function, MrSockAddr *a, socklen_t *n)
{
    MrValue *items, keep;
    size_t count;
    const char *host;
    int64_t port;
    if (!items_of(t, v, function, "AF_INET", 2, 2, "pair (host, port)", &items, &count) || !mr_socket_host(t, items[0], &keep, &host))
        return false;
    if (!ranged(t, items[1], 0xffff, function, "port", &port) || !mr_socket_resolve(t, host, AF_INET, a))
        return false;
    a->in.sin_family = AF_INET;
    a->in.sin_port = htons((uint16_t)port);
    *n = sizeof a->in;
    return true;
}

static bool inet6_address(MrThread *t, MrValue v, const char *function, MrSockAddr *a, socklen_t *n)
{
    MrValue *items, keep;
    size_t count;
    const char *host;
    int64_t port, flow = 0, scope = 0;
    if (!items_of(t, v, function, "AF_INET6", 2, 4, "tuple (host, port[, flowinfo[, scopeid]])", &items, &count) ||
        !mr_socket_host(t, items[0], &keep, &host) || !ranged(t, items[1], 0xffff, function, "port", &port) ||
        (count > 2 && !ranged(t, items[2], 0xfffff, function, "flowinfo", &flow)) || (count > 3 && !mr_to_i64(t, items[3], &scope)) ||
        !mr_socket_resolve(t, host, AF_INET6, a))
        return false;
    a->in6.sin6_family = AF_INET6;
    a->in6.sin6_port = htons((uint16_t)port);
    a->in6.sin6_flowinfo = htonl((uint32_t)flow);
    a->in6.sin6_scope_id = count > 3 ? (uint32_t)scope : a->in6.sin6_scope_id;
    *n = sizeof a->in6;
    return true;
}

static bool netlink_address(MrThread *t, MrValue v, const char *function, MrSockAddr *a, socklen_t *n)
{
    MrValue *items;
    size_t count;
    int64_t pid, groups;
    if (!items_of(t, v, function, "AF_NETLINK", 2, 2, "pair (pid, groups)", &items, &count) || !mr_to_i64(t, items[0], &pid) ||
        !mr_to_i64(t, items[1], &groups))
        return false;
    a->nl = (struct sockaddr_nl){.nl_family = AF_NETLINK, .nl_pid = (uint32_t)pid, .nl_groups = (uint32_t)groups};
    *n = sizeof a->nl;
    return true;
}

static bool vsock_address(MrThread *t, MrValue v, const char *function, MrSockAddr *a, socklen_t *n)
{
    MrValue *items;
    size_t count;
    int64_t cid, port;
    if (!items_of(t, v, function, "AF_VSOCK", 2, 2, "pair (CID, port)", &items, &count) || !mr_to_i64(t, items[0], &cid) || !mr_to_i64(t, items[1], &port))
        return false;
    a->vm = (struct sockaddr_vm){.svm_family = AF_VSOCK, .svm_port = (uint32_t)port, .svm_cid = (uint32_t)cid};
    *n = sizeof a->vm;
    return true;
}

static bool packet_address(MrThread *t, MrValue v, const char *function, MrSockAddr *a, socklen_t *n)
{
    MrValue *items;
    size_t count, length = 0;
    const char *hardware = NULL;
    int64_t proto, kind = 0, hatype = 0;
    if (!items_of(t, v, function, "AF_PACKET", 2, 5, "tuple of two to five elements", &items, &count))
        return false;
    if (!mr_is_str(items[0]))
        return mr_raise(t, MR_EXC_TypeError, "AF_PACKET address must be a tuple of two to five elements"), false;
    if (!mr_to_i64(t, items[1], &proto) || (count > 2 && !mr_to_i64(t, items[2], &kind)) || (count > 3 && !mr_to_i64(t, items[3], &hatype)) ||
        (count > 4 && !mr_buffer_of(t, items[4], &hardware, &length)))
        return false;
    if (proto < 0 || proto > 0xffff)
        return mr_raise(t, MR_EXC_OverflowError, "%s(): proto must be 0-65535.", function), false;
    if (length > 8)
        return mr_raise(t, MR_EXC_ValueError, "Hardware address must be 8 bytes or less"), false;
    unsigned index = if_nametoindex(mr_cstr(items[0]));
    if (!index)
        return mr_socket_error(t), false;
    a->ll = (struct sockaddr_ll){.sll_family = AF_PACKET, .sll_protocol = htons((uint16_t)proto), .sll_ifindex = (int)index, .sll_pkttype = (uint8_t)kind,
                                 .sll_hatype = (uint16_t)hatype, .sll_halen = (uint8_t)length};
    if (length)
        memcpy(a->ll.sll_addr, hardware, length);
    *n = sizeof a->ll;
    return true;
}

bool mr_socket_address(MrThread *t, const MrSocket *s, MrValue v, const char *function, MrSockAddr *a, socklen_t *n)
{
    memset(a, 0, sizeof *a);
    switch (s->family) {
    case AF_UNIX: return unix_address(t, v, a, n);
    case AF_INET: return inet_address(t, v, function, a, n);
    case AF_INET6: return inet6_address(t, v, function, a, n);
    case AF_NETLINK: return netlink_address(t, v, function, a, n);
    case AF_VSOCK: return vsock_address(t, v, function, a, n);
    case AF_PACKET: return packet_address(t, v, function, a, n);
    default: return mr_raise(t, MR_EXC_OSError, "%s(): bad family", function), false;
    }
}

/* ---- to values ---- */

static MrValue unix_value(MrThread *t, const struct sockaddr_un *un, socklen_t n)
{
    size_t length = n > offsetof(struct sockaddr_un, sun_path) ? n - offsetof(struct sockaddr_un, sun_path) : 0;
    if (length && !un->sun_path[0])
        return mr_bytes_new(t, un->sun_path, length);
    return mr_path_name(t, un->sun_path, strnlen(un->sun_path, length), false);
}

static MrValue packet_value(MrThread *t, const struct sockaddr_ll *ll)
{
    char name[IF_NAMESIZE] = "";
    if_indextoname((unsigned)ll->sll_ifindex, name);
    MrValue v[5] = {mr_str_c(t, name), mr_small_int(ntohs(ll->sll_protocol)), mr_small_int(ll->sll_pkttype), mr_small_int(ll->sll_hatype),
                    mr_bytes_new(t, (const char *)ll->sll_addr, ll->sll_halen <= 8 ? ll->sll_halen : 8)};
    return v[0] == MR_ERROR || v[4] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, v, 5);
}

MrValue mr_socket_address_value(MrThread *t, const MrSockAddr *a, socklen_t n)
{
    char host[INET6_ADDRSTRLEN];
    MrValue v[4];
    if (n == 0)
        return MR_NONE;
    switch (a->any.sa_family) {
    case AF_UNIX: return unix_value(t, &a->un, n);
    case AF_INET:
        v[0] = mr_str_c(t, inet_ntop(AF_INET, &a->in.sin_addr, host, sizeof host));
        v[1] = mr_small_int(ntohs(a->in.sin_port));
        return v[0] == MR_ERROR ? v[0] : mr_tuple_from(t, v, 2);
    case AF_INET6:
        v[0] = mr_str_c(t, inet_ntop(AF_INET6, &a->in6.sin6_addr, host, sizeof host));
        v[1] = mr_small_int(ntohs(a->in6.sin6_port));
        v[2] = mr_small_int(ntohl(a->in6.sin6_flowinfo));
        v[3] = mr_small_int(a->in6.sin6_scope_id);
        return v[0] == MR_ERROR ? v[0] : mr_tuple_from(t, v, 4);
    case AF_NETLINK:
        v[0] = mr_small_int(a->nl.nl_pid);
        v[1] = mr_small_int(a->nl.nl_groups);
        return mr_tuple_from(t, v, 2);
    case AF_VSOCK:
        v[0] = mr_small_int(a->vm.svm_cid);
        v[1] = mr_small_int(a->vm.svm_port);
        return mr_tuple_from(t, v, 2);
    case AF_PACKET: return packet_value(t, &a->ll);
    default:
        v[0] = mr_small_int(a->any.sa_family);
        v[1] = mr_bytes_new(t, a->any.sa_data, sizeof a->any.sa_data);
        return v[1] == MR_ERROR ? v[1] : mr_tuple_from(t, v, 2);
    }
}
