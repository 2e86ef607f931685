/* _socket: the functions of the module: names and addresses, byte order, interfaces, pairs of sockets.
 *
 * The resolver blocks, so it runs while other threads do; of the two families of functions the reentrant ones are taken. */
#define _GNU_SOURCE
#include "stdlib/native/_socket.h"

#include <arpa/inet.h>
#include <limits.h>
#include <net/if.h>
#include <unistd.h>

#include "vm/signature.h"
#include "vm/types/bytes.h"

/* ---- getaddrinfo, getnameinfo ---- */

/* The length of labels is checked as encoding the name by the codec idna would. */
static bool check_labels(MrThread *t, const char *name)
{
    for (const char *p = name, *dot; *p; p = dot + 1) {
        dot = strchrnul(p, '.');
        if (*dot && (dot == p || dot - p > 63))
            return mr_raise(t, MR_EXC_UnicodeError, "label empty or too long"), false;
        if (dot - p > 63)
            return mr_raise(t, MR_EXC_UnicodeError, "label too long"), false;
        if (!*dot)
            break;
    }
    return true;
}

static bool host_or_none(MrThread *t, MrValue v, MrValue *keep, const char **host)
{
    *host = NULL;
    *keep = v;
    if (v == MR_NONE)
        return true;
    if (!mr_is_str(v) && !mr_is_bytes(v))
        return mr_raise(t, MR_EXC_TypeError, "getaddrinfo() argument 1 must be string or None"), false;
    if (mr_is_str(v) && !mr_str_is_ascii(MR_STR(v)))
        *keep = mr_encode(t, v, "idna", "strict");
    if (*keep == MR_ERROR)
        return false;
    *host = mr_is_str(*keep) ? mr_cstr(*keep) : MR_BYTES(*keep)->bytes;
    return !mr_is_str(*keep) || check_labels(t, *host);
}

static bool service_of(MrThread *t, MrValue v, MrValue *keep, const char **service)
{
    *service = NULL;
    *keep = v;
    if (v == MR_NONE)
        return true;
    if (mr_is_integer(v))
        *keep = mr_int_to_str(t, mr_index(t, v), 10);
    else if (mr_is_str(v))
        *keep = mr_encode(t, v, "utf-8", "strict");
    else if (!mr_is_bytes(v))
        return mr_raise(t, MR_EXC_OSError, "Int or String expected"), false;
    if (*keep == MR_ERROR)
        return false;
    *service = mr_is_str(*keep) ? mr_cstr(*keep) : MR_BYTES(*keep)->bytes;
    return true;
}

static MrValue info_value(MrThread *t, const struct addrinfo *i)
{
    MrSockAddr address = {0};
    socklen_t n = i->ai_addrlen < sizeof address ? i->ai_addrlen : (socklen_t)sizeof address;
    memcpy(&address, i->ai_addr, n);
    MrValue v[5] = {mr_small_int(i->ai_family), mr_small_int(i->ai_socktype), mr_small_int(i->ai_protocol),
                    mr_str_c(t, i->ai_canonname ? i->ai_canonname : "")};
    v[4] = v[3] == MR_ERROR ? MR_ERROR : mr_socket_address_value(t, &address, n);
    return v[4] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, v, 5);
}

static MrValue socket_getaddrinfo(MrThread *t, MrValue *a)
{
    struct addrinfo hints = {0}, *list = NULL;
    int *const numbers[4] = {&hints.ai_family, &hints.ai_socktype, &hints.ai_protocol, &hints.ai_flags};
    MrValue keep[2];
    const char *host, *service;
    if (!host_or_none(t, a[0], &keep[0], &host) || !service_of(t, a[1], &keep[1], &service))
        return MR_ERROR;
    for (size_t i = 0; i < 4; i++)
        if (a[2 + i] != MR_UNBOUND && !mr_socket_int(t, a[2 + i], numbers[i]))
            return MR_ERROR;
    int error = mr_socket_getaddrinfo(t, host, service, &hints, &list);
    if (error)
        return mr_socket_gaierror(t, error);
    MrValue all = mr_list_new(t, 0);
    for (struct addrinfo *i = list; i && all != MR_ERROR; i = i->ai_next) {
        MrValue one = info_value(t, i);
        if (one == MR_ERROR || !mr_list_append(t, all, one))
            all = MR_ERROR;
    }
    freeaddrinfo(list);
    return all;
}

static MrValue socket_getnameinfo(MrThread *t, MrValue *a)
{
    struct addrinfo hints = {.ai_socktype = SOCK_DGRAM, .ai_flags = AI_NUMERICHOST}, *list = NULL;
    char host[NI_MAXHOST], service[NI_MAXSERV], port[16];
    int flags;
    int64_t number, flow = 0, scope = 0;
    if (!mr_socket_int(t, a[1], &flags))
        return MR_ERROR;
    if (!mr_is_tuple(a[0]))
        return mr_raise(t, MR_EXC_TypeError, "getnameinfo() argument 1 must be a tuple");
    MrTuple *v = MR_TUPLE(a[0]);
    if (v->length < 2 || v->length > 4 || !mr_is_str(v->items[0]))
        return mr_raise(t, MR_EXC_TypeError, "getnameinfo(): illegal sockaddr argument");
    if (!mr_to_i64(t, v->items[1], &number) || (v->length > 2 && !mr_to_i64(t, v->items[2], &flow)) || (v->length > 3 && !mr_to_i64(t, v->items[3], &scope)))
        return MR_ERROR;
    if (flow < 0 || flow > 0xfffff)
        return mr_raise(t, MR_EXC_OverflowError, "getnameinfo(): flowinfo must be 0-1048575.");
    snprintf(port, sizeof port, "%d", (int)number);
    int error = mr_socket_getaddrinfo(t, mr_cstr(v->items[0]), port, &hints, &list);
    if (error)
        return mr_socket_gaierror(t, error);
    bool one = !list->ai_next, four = list->ai_family == AF_INET;
    MrSockAddr address = {0};
    socklen_t n = list->ai_addrlen;
    memcpy(&address, list->ai_addr, n < sizeof address ? n : sizeof address);
    freeaddrinfo(list);
    if (!one)
        return mr_raise(t, MR_EXC_OSError, "sockaddr resolved to multiple addresses");
    if (four && v->length != 2)
        return mr_raise(t, MR_EXC_OSError, "IPv4 sockaddr must be 2 tuple");
    if (!four) {
        address.in6.sin6_flowinfo = htonl((uint32_t)flow);
        address.in6.sin6_scope_id = (uint32_t)scope;
    }
    mr_thread_leave(t);
    error = getnameinfo(&address.any, n, host, sizeof host, service, sizeof service, flags);
    mr_thread_enter(t);
    if (error)
        return mr_socket_gaierror(t, error);
    MrValue pair[2] = {mr_decode(t, host, strlen(host), "utf-8", "surrogateescape"), mr_str_c(t, service)};
    return pair[0] == MR_ERROR || pair[1] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, pair, 2);
}

/* ---- the older functions ---- */

static bool host_argument(MrThread *t, MrValue v, const char *function, MrValue *keep, const char **host)
{
    if (mr_is_str(v) && memchr(mr_cstr(v), 0, MR_STR(v)->nbytes)) {
        mr_raise(t, MR_EXC_TypeError, "%s() argument 1 must be encoded string without null bytes, not str", function);
        return false;
    }
    if (mr_is_str(v) || mr_is_bytes(v) || mr_is_bytearray(v))
        return mr_socket_host(t, v, keep, host);
    mr_raise(t, MR_EXC_TypeError, "%s() argument 1 must be str, bytes or bytearray, not %s", function, mr_arg_type_name(t, v));
    return false;
}

static MrValue socket_gethostbyname(MrThread *t, MrValue *a)
{
    MrSockAddr address;
    MrValue keep;
    const char *host;
    char text[INET_ADDRSTRLEN];
    if (!host_argument(t, a[0], "gethostbyname", &keep, &host) || !mr_socket_resolve(t, host, AF_INET, &address))
        return MR_ERROR;
    return mr_str_c(t, inet_ntop(AF_INET, &address.in.sin_addr, text, sizeof text));
}

static MrValue host_error(MrThread *t, int number)
{
    MrValue args[2] = {mr_small_int(number), mr_str_c(t, hstrerror(number))};
    MrValue e = args[1] == MR_ERROR ? MR_ERROR : mr_call(t, mr_type_val(t, MR_EXC_herror), 2, args);
    return e == MR_ERROR ? e : mr_raise_value(t, e);
}

/* (name, aliases, addresses) */
static MrValue host_value(MrThread *t, const struct hostent *h)
{
    char text[INET6_ADDRSTRLEN];
    MrValue v[3] = {mr_str_c(t, h->h_name), mr_list_new(t, 0), mr_list_new(t, 0)};
    bool ok = v[0] != MR_ERROR && v[1] != MR_ERROR && v[2] != MR_ERROR;
    for (char **p = h->h_aliases; ok && p && *p; p++) {
        MrValue s = mr_str_c(t, *p);
        ok = s != MR_ERROR && mr_list_append(t, v[1], s);
    }
    for (char **p = h->h_addr_list; ok && *p; p++) {
        MrValue s = mr_str_c(t, inet_ntop(h->h_addrtype, *p, text, sizeof text) ? text : "");
        ok = s != MR_ERROR && mr_list_append(t, v[2], s);
    }
    return ok ? mr_tuple_from(t, v, 3) : MR_ERROR;
}

/* By name, or by address if there is one. */
static MrValue ask_host(MrThread *t, const char *name, const MrSockAddr *address)
{
    char buf[16384];
    struct hostent h, *found = NULL;
    int error = 0;
    bool six = address && address->any.sa_family == AF_INET6;
    const void *bytes = !address ? NULL : six ? (const void *)&address->in6.sin6_addr : (const void *)&address->in.sin_addr;
    mr_thread_leave(t);
    if (bytes)
        gethostbyaddr_r(bytes, six ? sizeof(struct in6_addr) : sizeof(struct in_addr), six ? AF_INET6 : AF_INET, &h, buf, sizeof buf, &found, &error);
    else
        gethostbyname_r(name, &h, buf, sizeof buf, &found, &error);
    mr_thread_enter(t);
    return found ? host_value(t, found) : host_error(t, error);
}

static MrValue socket_gethostbyname_ex(MrThread *t, MrValue *a)
{
    MrSockAddr address;
    MrValue keep;
    const char *host;
    if (!host_argument(t, a[0], "gethostbyname_ex", &keep, &host) || !mr_socket_resolve(t, host, AF_INET, &address))
        return MR_ERROR;
    return ask_host(t, host, NULL);
}

static MrValue socket_gethostbyaddr(MrThread *t, MrValue *a)
{
    MrSockAddr address;
    MrValue keep;
    const char *host;
    if (!host_argument(t, a[0], "gethostbyaddr", &keep, &host) || !mr_socket_resolve(t, host, AF_UNSPEC, &address))
        return MR_ERROR;
    return ask_host(t, NULL, &address);
}

static MrValue socket_gethostname(MrThread *t, MrValue *a)
{
    char name[HOST_NAME_MAX + 2];
    (void)a;
    if (gethostname(name, sizeof name - 1) < 0)
        return mr_socket_error(t);
    name[sizeof name - 1] = 0;
    return mr_path_name(t, name, strlen(name), false);
}

static MrValue socket_sethostname(MrThread *t, MrValue *a)
{
    MrPath p = {0};
    const char *bytes;
    size_t n;
    if (mr_is_bytes(a[0])) {
        bytes = MR_BYTES(a[0])->bytes;
        n = MR_BYTES(a[0])->length;
    } else {
        MrValue path = mr_path_fspath(t, a[0]);
        if (path == MR_ERROR || !mr_path_read(t, path, "sethostname", "name", 0, &p))
            return MR_ERROR;
        bytes = p.name;
        n = strlen(bytes);
    }
    return sethostname(bytes, n) < 0 ? mr_socket_error(t) : MR_NONE;
}

/* A str that C can read whole. */
static bool plain_text(MrThread *t, MrValue v, const char *function, const char *which)
{
    if (!mr_arg_str(t, v, function, which))
        return false;
    if (strlen(mr_cstr(v)) != MR_STR(v)->nbytes)
        return mr_raise(t, MR_EXC_ValueError, "embedded null character"), false;
    return true;
}

static MrValue socket_getservbyname(MrThread *t, MrValue *a)
{
    char buf[1024];
    struct servent s, *found = NULL;
    if (!plain_text(t, a[0], "getservbyname", "1") || (a[1] != MR_UNBOUND && !plain_text(t, a[1], "getservbyname", "2")))
        return MR_ERROR;
    getservbyname_r(mr_cstr(a[0]), a[1] == MR_UNBOUND ? NULL : mr_cstr(a[1]), &s, buf, sizeof buf, &found);
    return found ? mr_small_int(ntohs((uint16_t)found->s_port)) : mr_raise(t, MR_EXC_OSError, "service/proto not found");
}

static MrValue socket_getservbyport(MrThread *t, MrValue *a)
{
    char buf[1024];
    struct servent s, *found = NULL;
    int port;
    if (!mr_socket_int(t, a[0], &port) || (a[1] != MR_UNBOUND && !plain_text(t, a[1], "getservbyport", "2")))
        return MR_ERROR;
    if (port < 0 || port > 0xffff)
        return mr_raise(t, MR_EXC_OverflowError, "getservbyport: port must be 0-65535.");
    getservbyport_r(htons((uint16_t)port), a[1] == MR_UNBOUND ? NULL : mr_cstr(a[1]), &s, buf, sizeof buf, &found);
    return found ? mr_str_c(t, found->s_name) : mr_raise(t, MR_EXC_OSError, "port/proto not found");
}

static MrValue socket_getprotobyname(MrThread *t, MrValue *a)
{
    char buf[1024];
    struct protoent p, *found = NULL;
    if (!mr_arg_str(t, a[0], "getprotobyname", ""))
        return MR_ERROR;
    getprotobyname_r(mr_cstr(a[0]), &p, buf, sizeof buf, &found);
    return found ? mr_small_int(found->p_proto) : mr_raise(t, MR_EXC_OSError, "protocol not found");
}

/* ---- byte order and texts of addresses ---- */

static MrValue swap_short(MrThread *t, MrValue v, const char *function)
{
    int64_t i;
    if (!mr_to_i64(t, v, &i))
        return MR_ERROR;
    if (i < 0)
        return mr_raise(t, MR_EXC_OverflowError, "%s: can't convert negative Python int to C 16-bit unsigned integer", function);
    if (i > 0xffff)
        return mr_raise(t, MR_EXC_OverflowError, "%s: Python int too large to convert to C 16-bit unsigned integer", function);
    return mr_small_int(htons((uint16_t)i));
}

static MrValue swap_long(MrThread *t, MrValue v)
{
    int64_t i;
    if (!mr_is_integer(v))
        return mr_raise(t, MR_EXC_TypeError, "expected int, %s found", mr_type_name(t, v));
    if (!mr_to_i64(t, v, &i)) {
        if (mr_clear_if(t, MR_EXC_OverflowError))
            mr_raise(t, MR_EXC_OverflowError, "Python int too large to convert to C unsigned long");
        return MR_ERROR;
    }
    if (i < 0)
        return mr_raise(t, MR_EXC_OverflowError, "can't convert negative value to unsigned int");
    if (i > 0xffffffff)
        return mr_raise(t, MR_EXC_OverflowError, "int larger than 32 bits");
    return mr_small_int(htonl((uint32_t)i));
}

static MrValue socket_htons(MrThread *t, MrValue *a) { return swap_short(t, a[0], "htons"); }
static MrValue socket_ntohs(MrThread *t, MrValue *a) { return swap_short(t, a[0], "ntohs"); }
static MrValue socket_htonl(MrThread *t, MrValue *a) { return swap_long(t, a[0]); }

static MrValue socket_inet_aton(MrThread *t, MrValue *a)
{
    struct in_addr address;
    if (!plain_text(t, a[0], "inet_aton", "1"))
        return MR_ERROR;
    if (!inet_aton(mr_cstr(a[0]), &address))
        return mr_raise(t, MR_EXC_OSError, "illegal IP address string passed to inet_aton");
    return mr_bytes_new(t, (char *)&address, sizeof address);
}

static MrValue socket_inet_ntoa(MrThread *t, MrValue *a)
{
    const char *p;
    size_t n;
    char text[INET_ADDRSTRLEN];
    if (!mr_buffer_of(t, a[0], &p, &n))
        return MR_ERROR;
    if (n != sizeof(struct in_addr))
        return mr_raise(t, MR_EXC_OSError, "packed IP wrong length for inet_ntoa");
    return mr_str_c(t, inet_ntop(AF_INET, p, text, sizeof text));
}

static MrValue socket_inet_pton(MrThread *t, MrValue *a)
{
    int family;
    char address[sizeof(struct in6_addr)];
    if (!mr_socket_int(t, a[0], &family) || !plain_text(t, a[1], "inet_pton", "2"))
        return MR_ERROR;
    int r = inet_pton(family, mr_cstr(a[1]), address);
    if (r < 0)
        return mr_socket_error(t);
    if (r == 0)
        return mr_raise(t, MR_EXC_OSError, "illegal IP address string passed to inet_pton");
    return mr_bytes_new(t, address, family == AF_INET ? sizeof(struct in_addr) : sizeof(struct in6_addr));
}

static MrValue socket_inet_ntop(MrThread *t, MrValue *a)
{
    int family;
    const char *p;
    size_t n;
    char text[INET6_ADDRSTRLEN];
    if (!mr_socket_int(t, a[0], &family) || !mr_buffer_of(t, a[1], &p, &n))
        return MR_ERROR;
    if (family != AF_INET && family != AF_INET6)
        return mr_raise(t, MR_EXC_ValueError, "unknown address family %d", family);
    if (n != (family == AF_INET ? sizeof(struct in_addr) : sizeof(struct in6_addr)))
        return mr_raise(t, MR_EXC_ValueError, "invalid length of packed IP address string");
    return mr_str_c(t, inet_ntop(family, p, text, sizeof text));
}

/* ---- interfaces ---- */

static MrValue socket_if_nameindex(MrThread *t, MrValue *a)
{
    struct if_nameindex *all = if_nameindex();
    (void)a;
    if (!all)
        return mr_socket_error(t);
    MrValue list = mr_list_new(t, 0);
    for (size_t i = 0; list != MR_ERROR && all[i].if_index; i++) {
        MrValue v[2] = {mr_small_int(all[i].if_index), mr_path_name(t, all[i].if_name, strlen(all[i].if_name), false)};
        MrValue pair = v[1] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, v, 2);
        if (pair == MR_ERROR || !mr_list_append(t, list, pair))
            list = MR_ERROR;
    }
    if_freenameindex(all);
    return list;
}

static MrValue socket_if_nametoindex(MrThread *t, MrValue *a)
{
    MrValue raw = mr_path_fspath(t, a[0]);
    if (raw != MR_ERROR && mr_is_str(raw))
        raw = mr_encode(t, raw, "utf-8", "surrogateescape");
    if (raw == MR_ERROR)
        return raw;
    if (strlen(MR_BYTES(raw)->bytes) != MR_BYTES(raw)->length)
        return mr_raise(t, MR_EXC_ValueError, "embedded null byte");
    unsigned index = if_nametoindex(MR_BYTES(raw)->bytes);
    return index ? mr_small_int(index) : mr_raise(t, MR_EXC_OSError, "no interface with this name");
}

static MrValue socket_if_indextoname(MrThread *t, MrValue *a)
{
    char name[IF_NAMESIZE];
    int64_t index;
    if (!mr_is_integer(a[0]))
        return mr_raise(t, MR_EXC_TypeError, "an integer is required");
    if (!mr_to_i64(t, a[0], &index))
        return MR_ERROR;
    if (index < 0)
        return mr_raise(t, MR_EXC_OverflowError, "can't convert negative value to unsigned int");
    return if_indextoname((unsigned)index, name) ? mr_path_name(t, name, strlen(name), false) : mr_socket_error(t);
}

/* ---- descriptors, sizes ---- */

static MrValue socket_dup(MrThread *t, MrValue *a)
{
    int fd;
    if (!mr_socket_int(t, a[0], &fd))
        return MR_ERROR;
    int copy = fcntl(fd, F_DUPFD_CLOEXEC, 0);
    return copy < 0 ? mr_socket_error(t) : mr_small_int(copy);
}

static MrValue socket_close(MrThread *t, MrValue *a)
{
    int fd;
    if (!mr_socket_int(t, a[0], &fd))
        return MR_ERROR;
    return close(fd) < 0 && errno != ECONNRESET && errno != EINTR ? mr_socket_error(t) : MR_NONE;
}

/* The two ends as objects of this module's type, without the class of the module socket. */
static MrValue socket_socketpair(MrThread *t, MrValue *a)
{
    int numbers[3] = {AF_UNIX, SOCK_STREAM, 0}, fd[2];
    for (size_t i = 0; i < 3; i++)
        if (a[i] != MR_UNBOUND && !(i == 0 && a[i] == MR_NONE) && !mr_socket_int(t, a[i], &numbers[i]))
            return MR_ERROR;
    bool tried = false;
    int r;
    do
        r = socketpair(numbers[0], numbers[1] | SOCK_CLOEXEC, numbers[2], fd);
    while (r < 0 && mr_socket_reclaim(t, &tried));
    if (r < 0)
        return mr_socket_error(t);
    MrType *type = mr_type_from_def(t, &mr_socket_type);
    MrValue pair[2] = {MR_ERROR, MR_ERROR};
    for (size_t i = 0; i < 2 && type && (i == 0 || pair[0] != MR_ERROR); i++) {
        MrValue args[4] = {mr_small_int(numbers[0]), mr_small_int(numbers[1]), mr_small_int(numbers[2]), mr_small_int(fd[i])};
        pair[i] = mr_call(t, mr_val(type), 4, args);
    }
    if (pair[0] != MR_ERROR && pair[1] != MR_ERROR)
        return mr_tuple_from(t, pair, 2);
    if (pair[0] == MR_ERROR)
        close(fd[0]);
    close(fd[1]);
    return MR_ERROR;
}

static MrValue message_size(MrThread *t, MrValue v, const char *function, bool padded)
{
    int64_t n;
    if (!mr_arg_ssize(t, v, &n))
        return MR_ERROR;
    if (n < 0 || n > INT_MAX - (int)(padded ? CMSG_SPACE(1) : CMSG_LEN(0)))
        return mr_raise(t, MR_EXC_OverflowError, "%s() argument out of range", function);
    return mr_int(t, (int64_t)(padded ? CMSG_SPACE((size_t)n) : CMSG_LEN((size_t)n)));
}

static MrValue socket_CMSG_LEN(MrThread *t, MrValue *a) { return message_size(t, a[0], "CMSG_LEN", false); }
static MrValue socket_CMSG_SPACE(MrThread *t, MrValue *a) { return message_size(t, a[0], "CMSG_SPACE", true); }

const MrMethodDef mr_socket_functions[] = {
    {"getaddrinfo(host, port, family=0, type=0, proto=0, flags=0)", socket_getaddrinfo, "What can be connected to: a list of (family, type, proto, canonname, address).",
     0},
    {"getnameinfo(sockaddr, flags, /)", socket_getnameinfo, "The host and the service of an address, as text.", MR_METHOD_PARSED},
    {"gethostbyname(host, /)", socket_gethostbyname, "The IPv4 address of a host, as text.", MR_METHOD_PARSED},
    {"gethostbyname_ex(host, /)", socket_gethostbyname_ex, "The name of a host, its other names, its IPv4 addresses.", 0},
    {"gethostbyaddr(host, /)", socket_gethostbyaddr, "The name of the host with an address, its other names, its addresses.", 0},
    {"gethostname()", socket_gethostname, "The name of this machine.", 0},
    {"sethostname(name, /)", socket_sethostname, "Set the name of this machine.", 0},
    {"getservbyname(servicename, protocolname=None, /)", socket_getservbyname, "The port of a service.", MR_METHOD_PARSED},
    {"getservbyport(port, protocolname=None, /)", socket_getservbyport, "The service of a port.", MR_METHOD_PARSED},
    {"getprotobyname(name, /)", socket_getprotobyname, "The number of a protocol.", 0},
    {"htons(x, /)", socket_htons, "A 16-bit number from host to network byte order.", 0},
    {"ntohs(x, /)", socket_ntohs, "A 16-bit number from network to host byte order.", 0},
    {"htonl(x, /)", socket_htonl, "A 32-bit number from host to network byte order.", 0},
    {"ntohl(x, /)", socket_htonl, "A 32-bit number from network to host byte order.", 0},
    {"inet_aton(ip_addr, /)", socket_inet_aton, "The four bytes of an IPv4 address.", MR_METHOD_PARSED},
    {"inet_ntoa(packed_ip, /)", socket_inet_ntoa, "The text of an IPv4 address of four bytes.", 0},
    {"inet_pton(af, ip, /)", socket_inet_pton, "The bytes of an address of a family.", MR_METHOD_PARSED},
    {"inet_ntop(af, packed_ip, /)", socket_inet_ntop, "The text of an address in bytes.", MR_METHOD_PARSED},
    {"if_nameindex()", socket_if_nameindex, "The network interfaces: a list of (index, name).", 0},
    {"if_nametoindex(oname, /)", socket_if_nametoindex, "The index of an interface.", 0},
    {"if_indextoname(if_index, /)", socket_if_indextoname, "The name of an interface.", 0},
    {"dup(fd, /)", socket_dup, "A second descriptor for the same socket.", 0},
    {"close(fd, /)", socket_close, "Close a descriptor.", 0},
    {"socketpair(family=AF_UNIX, type=SOCK_STREAM, proto=0, /)", socket_socketpair, "Two sockets that are connected with each other.", MR_METHOD_PARSED},
    {"getdefaulttimeout()", mr_socket_getdefaulttimeout, "The time limit that new sockets get, in seconds or None.", 0},
    {"setdefaulttimeout(timeout, /)", mr_socket_setdefaulttimeout, "Set the time limit that new sockets get.", 0},
    {"CMSG_LEN(length, /)", socket_CMSG_LEN, "Size of an ancillary data item of a length, without padding at its end.", 0},
    {"CMSG_SPACE(length, /)", socket_CMSG_SPACE, "Room that an ancillary data item of a length takes.", 0},
    {0},
};
