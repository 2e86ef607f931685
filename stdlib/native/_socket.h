/* Internals of _socket: what its files share.
 *
 * _socket.c has the type and the module, _socket_data.c the methods that move bytes, _socket_address.c addresses as tuples and as the system has
 * them, _socket_resolve.c the functions that ask for names, _socket_names.c the constants.
 *
 * A socket with a time limit is non-blocking underneath: a call is tried first and waits with poll() only when the system has nothing for it. */
#ifndef MR_STDLIB_SOCKET_INTERNAL_H
#define MR_STDLIB_SOCKET_INTERNAL_H

#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <linux/if_packet.h>
#include <linux/netlink.h>
#include <linux/vm_sockets.h>

#include "stdlib/native/posix.h"
#include "vm/types/text.h"

typedef struct MrSocket {
    MrObj h;
    int fd;          /* -1: closed, detached, not initialized */
    int family, type, proto;
    int64_t timeout; /* nanoseconds; 0: never waits, -1: waits for ever */
} MrSocket;

#define MR_SOCKET(v) ((MrSocket *)mr_obj_of(v))

typedef union MrSockAddr {
    struct sockaddr any;
    struct sockaddr_in in;
    struct sockaddr_in6 in6;
    struct sockaddr_un un;
    struct sockaddr_nl nl;
    struct sockaddr_ll ll;
    struct sockaddr_vm vm;
    struct sockaddr_storage storage;
} MrSockAddr;

extern const MrTypeDef mr_socket_type;
extern const MrMethodDef mr_socket_functions[];

/* ---- _socket.c ---- */
/* One system call on a socket, tried again after signals and, within the time limit, after waiting. It runs while other threads do, so it
 * touches no heap object but the memory that `data` points at. */
typedef ssize_t MrSocketCall(int fd, void *data);
/* Its result, or -1 with the exception pending. *deadline is 0 at the first of the calls that share a time limit. [script] */
ssize_t mr_socket_call(MrThread *t, MrSocket *s, bool writing, MrSocketCall *call, void *data, int64_t *deadline) MR_MUST_CHECK;
/* The OSError of errno. Returns MR_ERROR. */
MrValue mr_socket_error(MrThread *t);
/* A descriptor could not be made. If that is for want of free ones, collects the sockets that nobody holds and says true, once (*tried). [script] */
bool mr_socket_reclaim(MrThread *t, bool *tried);
bool mr_socket_int(MrThread *t, MrValue v, int *out) MR_MUST_CHECK; /* [script] */

MrNativeDecl mr_socket_getdefaulttimeout, mr_socket_setdefaulttimeout;

/* ---- _socket_data.c ---- */
MrNativeDecl socket_recv, socket_recv_into, socket_recvfrom, socket_recvfrom_into, socket_recvmsg, socket_recvmsg_into, socket_send, socket_sendall,
    socket_sendto, socket_sendmsg;

/* ---- _socket_address.c ---- */
/* The address that v means for the socket; function names the method in messages. May ask the resolver. [script] */
bool mr_socket_address(MrThread *t, const MrSocket *s, MrValue v, const char *function, MrSockAddr *a, socklen_t *n) MR_MUST_CHECK;
/* An address as scripts see it; None for an empty one. */
MrValue mr_socket_address_value(MrThread *t, const MrSockAddr *a, socklen_t n) MR_MUST_CHECK;
/* A host argument: str, bytes or bytearray. *keep holds what *name points into. [script] */
bool mr_socket_host(MrThread *t, MrValue v, MrValue *keep, const char **name) MR_MUST_CHECK;
/* The first address of a name for bind and connect; "" means any, "<broadcast>" all. [script] */
bool mr_socket_resolve(MrThread *t, const char *name, int family, MrSockAddr *a) MR_MUST_CHECK;
MrValue mr_socket_gaierror(MrThread *t, int error);
/* getaddrinfo() while other threads run. */
int mr_socket_getaddrinfo(MrThread *t, const char *host, const char *service, const struct addrinfo *hints, struct addrinfo **list);

/* ---- _socket_names.c ---- */
bool mr_socket_add_numbers(MrThread *t, MrModule *m) MR_MUST_CHECK;

/* Constants of C's headers by name. */
typedef struct MrSocketNumber { const char *name; int64_t number; } MrSocketNumber;
bool mr_socket_add_table(MrThread *t, MrModule *m, const MrSocketNumber *table, size_t n) MR_MUST_CHECK;
bool mr_socket_add_protocols(MrThread *t, MrModule *m) MR_MUST_CHECK;

#endif
