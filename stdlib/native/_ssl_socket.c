/* _ssl: connections, _SSLSocket and SSLSession.
 *
 * Every connection reads and writes memory BIOs. Over a socket they are its own, and drive() moves ciphertext between them and the descriptor without ever blocking in a
 * system call on it: it waits in poll(), as long as the socket's time limit says. Records are received one by one, head first, so that what follows the end of TLS stays
 * with the socket. What a full socket did not take is kept and goes out before anything else does; the write that made it reports its bytes only then.
 */
#define _GNU_SOURCE
#include "stdlib/native/_socket.h"
#include "stdlib/native/_ssl.h"

#include <arpa/inet.h>
#include <poll.h>
#include <time.h>

#include "vm/error.h"

#define SELF MR_SSL_SOCKET(a[0])
#define SECOND 1000000000ll

enum { UNSENT_ROOM = 32768, RECORD_ROOM = 16384 + 512 };
/* Where CPython's _ssl.c reports from. */
enum { LINE_HANDSHAKE = 1000, LINE_WRITE = 2406, LINE_READ = 2559, LINE_SHUTDOWN = 2685, LINE_CLOSED = 2386 };

typedef enum Op { OP_HANDSHAKE, OP_READ, OP_WRITE, OP_SHUTDOWN } Op;
typedef struct Call {
    Op op;
    MrValue data;  /* bytes-like, of a write */
    size_t before; /* bytes of it that are done with */
    char *into;    /* memory for a read: nobody else's */
    size_t n, done;
    int zeros;     /* rounds of a shutdown */
    int64_t deadline;
} Call;
enum { WAIT_FAILED = -1, WAIT_NONE, WAIT_READY };

static const int lines[] = {LINE_HANDSHAKE, LINE_READ, LINE_WRITE, LINE_SHUTDOWN};

/* ---- the socket below ---- */

static int64_t now(void)
{
    struct timespec ts;
    clock_gettime(CLOCK_MONOTONIC, &ts);
    return (int64_t)ts.tv_sec * SECOND + ts.tv_nsec;
}

static int fail_timeout(MrThread *t, Op op, bool writing)
{
    if (op == OP_HANDSHAKE)
        mr_raise(t, MR_EXC_TimeoutError, "_ssl.c:983: The handshake operation timed out");
    else
        mr_raise(t, MR_EXC_TimeoutError, "The %s operation timed out", op == OP_READ || (op == OP_SHUTDOWN && !writing) ? "read" : "write");
    return WAIT_FAILED;
}

static int fail_closed(MrThread *t)
{
    (void)mr_ssl_raise(t, "SSLError", 0, "Underlying socket has been closed.", LINE_CLOSED);
    return WAIT_FAILED;
}

static bool has_unsent(const MrSsl *lib, const MrSslSocket *s)
{
    return s->unsent_from < s->unsent_to || lib->BIO_ctrl(s->out, BIO_CTRL_PENDING, 0, NULL) > 0;
}

/* Until the socket can be written, or read (or written, if there is something to send): WAIT_READY. WAIT_NONE: it is one that never waits. [script] */
static int wait_socket(MrThread *t, MrSslSocket *s, Call *c, bool writing)
{
    const MrSocket *sock = MR_SOCKET(s->sock);
    for (;;) {
        if (sock->fd < 0)
            return fail_closed(t);
        if (sock->timeout == 0)
            return WAIT_NONE;
        if (!c->deadline && sock->timeout > 0)
            c->deadline = now() + sock->timeout;
        int64_t left = c->deadline ? c->deadline - now() : 0;
        if (c->deadline && left <= 0)
            return fail_timeout(t, c->op, writing);
        struct timespec limit = {left / SECOND, left % SECOND};
        struct pollfd p = {.fd = sock->fd, .events = writing ? POLLOUT : has_unsent(s->lib, s) ? POLLIN | POLLOUT : POLLIN};
        bool limited = c->deadline != 0;
        mr_thread_leave(t);
        int r = ppoll(&p, 1, limited ? &limit : NULL, NULL);
        mr_thread_enter(t);
        if (r > 0)
            return WAIT_READY;
        if (r < 0 && errno != EINTR)
            return mr_socket_error(t), WAIT_FAILED;
        if (!mr_poll(t))
            return WAIT_FAILED;
    }
}

/* Sends ciphertext. 1: none is left; 0: the socket is full; -1: s->error says why not. */
static int flush_once(const MrSsl *lib, MrSslSocket *s)
{
    for (;;) {
        if (s->unsent_from == s->unsent_to) {
            int n = lib->BIO_read(s->out, s->unsent, UNSENT_ROOM);
            if (n <= 0)
                return 1;
            s->unsent_from = 0;
            s->unsent_to = (size_t)n;
        }
        ssize_t r = send(MR_SOCKET(s->sock)->fd, s->unsent + s->unsent_from, s->unsent_to - s->unsent_from, MSG_DONTWAIT | MSG_NOSIGNAL);
        if (r >= 0) {
            s->unsent_from += (size_t)r;
        } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
            return 0;
        } else if (errno != EINTR) {
            s->error = errno;
            return -1;
        }
    }
}

/* The same, and waits. [script] */
static int flush(MrThread *t, const MrSsl *lib, MrSslSocket *s, Call *c)
{
    for (;;) {
        if (MR_SOCKET(s->sock)->fd < 0)
            return fail_closed(t);
        int r = flush_once(lib, s);
        if (r > 0)
            return WAIT_READY;
        if (r < 0)
            return mr_raise_errno(t, s->error, MR_UNBOUND), WAIT_FAILED;
        int ready = wait_socket(t, s, c, true);
        if (ready != WAIT_READY)
            return ready;
    }
}

/* Receives a part of a record into the BIO, or the end of the stream. [script] */
static int fill(MrThread *t, const MrSsl *lib, MrSslSocket *s, Call *c)
{
    char part[RECORD_ROOM];
    for (;;) {
        const MrSocket *sock = MR_SOCKET(s->sock);
        size_t n = s->n_head < sizeof s->head ? sizeof s->head - s->n_head : s->body < sizeof part ? s->body : sizeof part;
        if (sock->fd < 0)
            return fail_closed(t);
        ssize_t r = recv(sock->fd, part, n, MSG_DONTWAIT);
        if (r == 0) {
            lib->BIO_ctrl(s->in, BIO_C_SET_BUF_MEM_EOF_RETURN, 0, NULL);
            lib->BIO_clear_flags(s->in, BIO_FLAGS_RWS | BIO_FLAGS_SHOULD_RETRY);
            return WAIT_READY;
        }
        if (r < 0) {
            if (errno == EINTR)
                continue;
            if (errno != EAGAIN && errno != EWOULDBLOCK)
                return mr_socket_error(t), WAIT_FAILED;
            int ready = wait_socket(t, s, c, false);
            if (ready != WAIT_READY)
                return ready;
            (void)flush_once(lib, s);
            continue;
        }
        if (s->n_head < sizeof s->head) {
            memcpy(s->head + s->n_head, part, (size_t)r);
            s->n_head += (size_t)r;
            if (s->n_head == sizeof s->head)
                s->body = (size_t)s->head[3] << 8 | s->head[4];
        } else {
            s->body -= (size_t)r;
        }
        if (s->n_head == sizeof s->head && !s->body)
            s->n_head = 0;
        if (lib->BIO_write(s->in, part, (int)r) != r)
            return mr_raise_no_memory(t), WAIT_FAILED;
        return WAIT_READY;
    }
}

/* ---- operations ---- */

/* One attempt: positive for success. */
static int attempt(MrThread *t, const MrSsl *lib, MrSslSocket *s, Call *c)
{
    const char *bytes;
    size_t n;
    switch (c->op) {
    case OP_HANDSHAKE:
        return lib->SSL_do_handshake(s->ssl);
    case OP_READ:
        return lib->SSL_read_ex(s->ssl, c->into, c->n, &c->done);
    case OP_WRITE:
        if (!mr_buffer_of(t, c->data, &bytes, &n))
            return -1;
        c->n = n;
        if (n <= c->before)
            return c->done = 0, 1;
        return lib->SSL_write_ex(s->ssl, bytes + c->before, n - c->before, &c->done);
    default: {
        int r = lib->SSL_shutdown(s->ssl);
        return r == 0 && c->zeros++ ? 1 : r;
    }
    }
}

/* A write does a record at a time. Has this one done its last? */
static bool more_to_write(Call *c)
{
    if (c->op != OP_WRITE || c->before + c->done >= c->n)
        return false;
    c->before += c->done;
    return true;
}

/* An operation from its beginning to its end. false: error pending. [script] */
static bool drive(MrThread *t, const MrSsl *lib, MrSslSocket *s, Call *c)
{
    bool over_socket = s->sock != MR_NONE;
    s->lib = lib;
    if (over_socket) {
        /* A read does not wait for what another thread writes. */
        if (MR_SOCKET(s->sock)->fd < 0)
            return fail_closed(t), false;
        int r = c->op == OP_READ ? (flush_once(lib, s), WAIT_READY) : flush(t, lib, s, c);
        if (r == WAIT_FAILED)
            return false;
        if (r == WAIT_NONE)
            return mr_ssl_raise(t, "SSLWantWriteError", SSL_ERROR_WANT_WRITE, "The operation did not complete (write)", lines[c->op]), false;
        if (c->op == OP_WRITE && s->unreported) {
            c->done = s->unreported;
            s->unreported = 0;
            return true;
        }
    }
    for (;;) {
        s->thread = t;
        MR_SSL_CONTEXT(s->context)->thread = t;
        MR_SSL_CONTEXT(s->context)->lib = lib;
        s->error = 0;
        lib->ERR_clear_error();
        int r = attempt(t, lib, s, c);
        if (s->fault != MR_UNBOUND) {
            MrValue fault = s->fault;
            s->fault = MR_UNBOUND;
            lib->ERR_clear_error();
            return mr_raise_value(t, fault), false;
        }
        if (mr_pending(t))
            return false;
        int kind = r > 0 ? SSL_ERROR_NONE : lib->SSL_get_error(s->ssl, r);
        bool again = c->op == OP_SHUTDOWN && r == 0;
        bool ended = c->op == OP_READ && kind == SSL_ERROR_ZERO_RETURN && lib->SSL_get_shutdown(s->ssl) == SSL_RECEIVED_SHUTDOWN;
        bool fine = r > 0 || again || ended;
        if (!over_socket) {
            if (again || (fine && more_to_write(c)))
                continue;
            return fine || mr_ssl_raise_result(t, lib, s, r, lines[c->op]) != MR_ERROR;
        }
        if (!fine && kind != SSL_ERROR_WANT_READ && kind != SSL_ERROR_WANT_WRITE) {
            int error = s->error;
            (void)flush_once(lib, s); /* the alert */
            s->error = error;
            return mr_ssl_raise_result(t, lib, s, r, lines[c->op]), false;
        }
        int sent = c->op == OP_READ ? (flush_once(lib, s), WAIT_READY) : flush(t, lib, s, c);
        if (sent == WAIT_FAILED && c->op == OP_HANDSHAKE && fine && s->server_side && (s->error == EPIPE || s->error == ECONNRESET)) {
            mr_take_pending(t); /* a client that has gone after the handshake: what is left are its tickets */
            return true;
        }
        if (sent == WAIT_FAILED)
            return false;
        if (sent == WAIT_NONE) {
            s->unreported = c->op == OP_WRITE && fine ? c->before + c->done : 0;
            return mr_ssl_raise(t, "SSLWantWriteError", SSL_ERROR_WANT_WRITE, "The operation did not complete (write)", lines[c->op]), false;
        }
        if (again || (!fine && kind == SSL_ERROR_WANT_WRITE))
            continue;
        if (fine && MR_SOCKET(s->sock)->timeout != 0 && more_to_write(c))
            continue;
        if (fine)
            return true;
        int ready = fill(t, lib, s, c);
        if (ready == WAIT_FAILED)
            return false;
        if (ready == WAIT_NONE)
            return mr_ssl_raise(t, "SSLWantReadError", SSL_ERROR_WANT_READ, "The operation did not complete (read)", lines[c->op]), false;
    }
}

static MrValue socket_do_handshake(MrThread *t, MrValue *a)
{
    const MrSsl *lib = mr_ssl(t);
    Call c = {.op = OP_HANDSHAKE};
    return lib && drive(t, lib, SELF, &c) ? MR_NONE : MR_ERROR;
}

static MrValue socket_write(MrThread *t, MrValue *a)
{
    const MrSsl *lib = mr_ssl(t);
    const char *bytes;
    size_t n;
    Call c = {.op = OP_WRITE, .data = a[1]};
    if (!lib || !mr_buffer_of(t, a[1], &bytes, &n))
        return MR_ERROR;
    if (!n)
        return mr_small_int(0);
    return drive(t, lib, SELF, &c) ? mr_small_int((int64_t)(c.before + c.done)) : MR_ERROR;
}

/* a: self, size, buffer */
static MrValue socket_read(MrThread *t, MrValue *a)
{
    const MrSsl *lib = mr_ssl(t);
    int64_t n;
    bool into = a[2] != MR_UNBOUND;
    char *bytes;
    size_t room;
    if (!lib || !mr_to_i64(t, a[1], &n))
        return MR_ERROR;
    if (!into && n < 0)
        return mr_raise(t, MR_EXC_ValueError, "size should not be negative");
    if (into) {
        if (!mr_buffer_writable(t, a[2], &bytes, &room))
            return MR_ERROR;
        if (n <= 0 || (uint64_t)n > room)
            n = (int64_t)room;
    }
    if (n == 0)
        return into ? mr_small_int(0) : mr_bytes_new(t, NULL, 0);
    /* A record is the most that one read gives. */
    char plain[16384];
    Call c = {.op = OP_READ, .into = plain, .n = (uint64_t)n < sizeof plain ? (size_t)n : sizeof plain};
    if (!drive(t, lib, SELF, &c))
        return MR_ERROR;
    if (!into)
        return mr_bytes_new(t, plain, c.done);
    /* The buffer may have shrunk while this waited. */
    if (!mr_buffer_writable(t, a[2], &bytes, &room))
        return MR_ERROR;
    c.done = c.done < room ? c.done : room;
    memcpy(bytes, plain, c.done);
    return mr_small_int((int64_t)c.done);
}

static MrValue socket_shutdown(MrThread *t, MrValue *a)
{
    const MrSsl *lib = mr_ssl(t);
    Call c = {.op = OP_SHUTDOWN};
    return lib && drive(t, lib, SELF, &c) ? SELF->sock : MR_ERROR;
}

static MrValue socket_pending(MrThread *t, MrValue *a)
{
    const MrSsl *lib = mr_ssl(t);
    return lib ? mr_small_int(lib->SSL_pending(SELF->ssl)) : MR_ERROR;
}

/* ---- what is known of the connection ---- */

static MrValue socket_getpeercert(MrThread *t, MrValue *a)
{
    const MrSsl *lib = mr_ssl(t);
    int binary = a[1] == MR_UNBOUND ? 0 : mr_truth(t, a[1]);
    if (!lib || binary < 0)
        return MR_ERROR;
    if (!lib->SSL_is_init_finished(SELF->ssl))
        return mr_raise(t, MR_EXC_ValueError, "handshake not done yet");
    X509 *cert = lib->SSL_get1_peer_certificate(SELF->ssl);
    if (!cert)
        return MR_NONE;
    MrValue r;
    if (binary) {
        r = mr_ssl_cert_der(t, lib, cert);
    } else if (!(lib->SSL_get_verify_mode(SELF->ssl) & SSL_VERIFY_PEER)) {
        MrDict *empty = mr_dict_new(t);
        r = empty ? mr_val(empty) : MR_ERROR;
    } else {
        r = mr_ssl_cert_dict(t, lib, cert);
    }
    lib->X509_free(cert);
    return r;
}

static MrValue chain_list(MrThread *t, const MrSsl *lib, const STACK_OF(X509) *chain)
{
    int n = chain ? lib->OPENSSL_sk_num((const OPENSSL_STACK *)chain) : 0;
    MrValue list = chain ? mr_list_new(t, (size_t)n) : MR_NONE;
    for (int i = 0; list != MR_ERROR && i < n; i++) {
        MrValue der = mr_ssl_cert_der(t, lib, lib->OPENSSL_sk_value((const OPENSSL_STACK *)chain, i));
        if (der == MR_ERROR || !mr_list_append(t, list, der))
            return MR_ERROR;
    }
    return list;
}

static MrValue socket_verified_chain(MrThread *t, MrValue *a)
{
    const MrSsl *lib = mr_ssl(t);
    return lib ? chain_list(t, lib, lib->SSL_get0_verified_chain(SELF->ssl)) : MR_ERROR;
}

static MrValue socket_unverified_chain(MrThread *t, MrValue *a)
{
    const MrSsl *lib = mr_ssl(t);
    return lib ? chain_list(t, lib, lib->SSL_get_peer_cert_chain(SELF->ssl)) : MR_ERROR;
}

/* The cipher as (name, protocol, bits). */
static MrValue cipher_tuple(MrThread *t, const MrSsl *lib, const SSL_CIPHER *cipher)
{
    const char *name = lib->SSL_CIPHER_get_name(cipher), *version = lib->SSL_CIPHER_get_version(cipher);
    MrValue v[3] = {name ? mr_str_c(t, name) : MR_NONE, version ? mr_str_c(t, version) : MR_NONE, mr_small_int(lib->SSL_CIPHER_get_bits(cipher, NULL))};
    return v[0] == MR_ERROR || v[1] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, v, 3);
}

static MrValue socket_cipher(MrThread *t, MrValue *a)
{
    const MrSsl *lib = mr_ssl(t);
    const SSL_CIPHER *cipher = lib ? lib->SSL_get_current_cipher(SELF->ssl) : NULL;
    return cipher ? cipher_tuple(t, lib, cipher) : lib ? MR_NONE : MR_ERROR;
}

static MrValue socket_shared_ciphers(MrThread *t, MrValue *a)
{
    const MrSsl *lib = mr_ssl(t);
    if (!lib)
        return MR_ERROR;
    const OPENSSL_STACK *theirs = (const OPENSSL_STACK *)lib->SSL_get_client_ciphers(SELF->ssl), *ours = (const OPENSSL_STACK *)lib->SSL_get_ciphers(SELF->ssl);
    if (!theirs)
        return MR_NONE;
    MrValue list = mr_list_new(t, 0);
    for (int i = 0; list != MR_ERROR && i < lib->OPENSSL_sk_num(theirs); i++) {
        const SSL_CIPHER *cipher = lib->OPENSSL_sk_value(theirs, i);
        bool shared = false;
        for (int j = 0; ours && !shared && j < lib->OPENSSL_sk_num(ours); j++)
            shared = lib->OPENSSL_sk_value(ours, j) == cipher;
        MrValue v = shared ? cipher_tuple(t, lib, cipher) : MR_NONE;
        if (shared && (v == MR_ERROR || !mr_list_append(t, list, v)))
            return MR_ERROR;
    }
    return list;
}

static MrValue socket_version(MrThread *t, MrValue *a)
{
    const MrSsl *lib = mr_ssl(t);
    if (!lib || !lib->SSL_is_init_finished(SELF->ssl))
        return lib ? MR_NONE : MR_ERROR;
    const char *version = lib->SSL_get_version(SELF->ssl);
    return strcmp(version, "unknown") ? mr_str_c(t, version) : MR_NONE;
}

static MrValue socket_alpn(MrThread *t, MrValue *a)
{
    const MrSsl *lib = mr_ssl(t);
    const unsigned char *name = NULL;
    unsigned n = 0;
    if (!lib)
        return MR_ERROR;
    lib->SSL_get0_alpn_selected(SELF->ssl, &name, &n);
    return name ? mr_str_new(t, (const char *)name, n) : MR_NONE;
}

static MrValue socket_compression(MrThread *t, MrValue *a)
{
    const MrSsl *lib = mr_ssl(t);
    const COMP_METHOD *method = lib ? lib->SSL_get_current_compression(SELF->ssl) : NULL;
    const char *name = method ? lib->SSL_COMP_get_name(method) : NULL;
    return name ? mr_str_c(t, name) : lib ? MR_NONE : MR_ERROR;
}

static MrValue socket_channel_binding(MrThread *t, MrValue *a)
{
    const MrSsl *lib = mr_ssl(t);
    unsigned char bytes[128];
    if (!lib)
        return MR_ERROR;
    if (a[1] != MR_UNBOUND && !mr_str_equal_c(a[1], "tls-unique")) {
        MrValue shown = mr_str(t, a[1]);
        return shown == MR_ERROR ? shown : mr_raise(t, MR_EXC_ValueError, "'%s' channel binding type not implemented", mr_cstr(shown));
    }
    /* The first Finished message of the handshake: the client's, or the server's when a session was resumed. */
    bool own = !lib->SSL_session_reused(SELF->ssl) ^ SELF->server_side;
    size_t n = own ? lib->SSL_get_finished(SELF->ssl, bytes, sizeof bytes) : lib->SSL_get_peer_finished(SELF->ssl, bytes, sizeof bytes);
    return n ? mr_bytes_new(t, (const char *)bytes, n < sizeof bytes ? n : sizeof bytes) : MR_NONE;
}

static MrValue socket_post_handshake(MrThread *t, MrValue *a)
{
    const MrSsl *lib = mr_ssl(t);
    if (!lib)
        return MR_ERROR;
    return lib->SSL_verify_client_post_handshake(SELF->ssl) ? MR_NONE : mr_ssl_raise_queue(t, lib, 2821);
}

/* ---- sessions ---- */

typedef struct MrSslSession { MrObj h; SSL_SESSION *session; SSL_CTX *ctx; void (*free_session)(SSL_SESSION *); } MrSslSession;
#define SESSION(v) ((MrSslSession *)mr_obj_of(v))

static MrValue get_session(MrThread *t, MrValue self)
{
    const MrSsl *lib = mr_ssl(t);
    SSL_SESSION *session = lib ? lib->SSL_get1_session(MR_SSL_SOCKET(self)->ssl) : NULL;
    if (!session)
        return lib ? MR_NONE : MR_ERROR;
    MrSslSession *o = mr_def_alloc(t, &mr_ssl_session_def);
    if (!o) {
        lib->SSL_SESSION_free(session);
        return MR_ERROR;
    }
    o->session = session;
    o->ctx = MR_SSL_CONTEXT(MR_SSL_SOCKET(self)->context)->ctx;
    o->free_session = lib->SSL_SESSION_free;
    return mr_val(o);
}

static bool set_session(MrThread *t, MrValue self, MrValue v)
{
    const MrSsl *lib = mr_ssl(t);
    MrSslSocket *s = MR_SSL_SOCKET(self);
    if (!lib)
        return false;
    if (v == MR_UNBOUND || !mr_def_is(t, &mr_ssl_session_def, v))
        return mr_raise(t, MR_EXC_TypeError, "Value is not a SSLSession."), false;
    if (SESSION(v)->ctx != MR_SSL_CONTEXT(s->context)->ctx)
        return mr_raise(t, MR_EXC_ValueError, "Session refers to a different SSLContext."), false;
    if (s->server_side)
        return mr_raise(t, MR_EXC_ValueError, "Cannot set session for server-side SSLSocket."), false;
    if (lib->SSL_is_init_finished(s->ssl))
        return mr_raise(t, MR_EXC_ValueError, "Cannot set session after handshake."), false;
    return lib->SSL_set_session(s->ssl, SESSION(v)->session) || mr_ssl_raise_queue(t, lib, 2933) != MR_ERROR;
}

static MrValue session_get_id(MrThread *t, MrValue self)
{
    const MrSsl *lib = mr_ssl(t);
    unsigned n = 0;
    const unsigned char *id = lib ? lib->SSL_SESSION_get_id(SESSION(self)->session, &n) : NULL;
    return lib ? mr_bytes_new(t, (const char *)id, n) : MR_ERROR;
}

#define SESSION_NUMBER(name, function) \
    static MrValue name(MrThread *t, MrValue self) \
    { \
        const MrSsl *lib = mr_ssl(t); \
        return lib ? mr_int(t, (int64_t)lib->function(SESSION(self)->session)) : MR_ERROR; \
    }
SESSION_NUMBER(session_get_time, SSL_SESSION_get_time)
SESSION_NUMBER(session_get_timeout, SSL_SESSION_get_timeout)
SESSION_NUMBER(session_get_hint, SSL_SESSION_get_ticket_lifetime_hint)

static MrValue session_get_ticket(MrThread *t, MrValue self)
{
    const MrSsl *lib = mr_ssl(t);
    return lib ? mr_bool(lib->SSL_SESSION_has_ticket(SESSION(self)->session)) : MR_ERROR;
}

static MrValue session_eq(MrThread *t, MrValue *a)
{
    const MrSsl *lib = mr_ssl(t);
    if (!lib || !mr_def_is(t, &mr_ssl_session_def, a[1]))
        return lib ? MR_NOT_IMPLEMENTED : MR_ERROR;
    unsigned n, m;
    const unsigned char *x = lib->SSL_SESSION_get_id(SESSION(a[0])->session, &n), *y = lib->SSL_SESSION_get_id(SESSION(a[1])->session, &m);
    return mr_bool(n == m && !memcmp(x, y, n));
}

static void session_finalize(MrIsolate *iso, MrObj *o)
{
    (void)iso;
    MrSslSession *s = (MrSslSession *)o;
    if (s->session)
        s->free_session(s->session);
    s->session = NULL;
}

static const MrGetSetDef session_getset[] = {
    {"has_ticket", session_get_ticket, NULL, "Whether the server sent a ticket."},
    {"id", session_get_id, NULL, "The bytes by which the server knows it."},
    {"ticket_lifetime_hint", session_get_hint, NULL, "For how many seconds the server will accept the ticket."},
    {"time", session_get_time, NULL, "When it began, in seconds since 1970."},
    {"timeout", session_get_timeout, NULL, "For how many seconds it may be reused."},
    {0},
};
static const MrMethodDef session_methods[] = {{"__eq__(self, value, /)", session_eq, "Whether self == value.", 0}, {0}};

const MrTypeDef mr_ssl_session_def = {.name = "_ssl.SSLSession", .kind = MR_KIND_OTHER, .size = sizeof(MrSslSession), .flags = MR_TYPEDEF_NO_NEW | MR_TYPEDEF_FINAL | MR_TYPEDEF_ABSTRACT_HASH,
                                      .methods = session_methods, .getset = session_getset, .finalize = session_finalize,
                                      .doc = "A TLS session, which another connection may continue."};

/* ---- attributes, birth and death ---- */

static MrValue get_context(MrThread *t, MrValue self) { return (void)t, MR_SSL_SOCKET(self)->context; }
static bool set_context(MrThread *t, MrValue self, MrValue v)
{
    const MrSsl *lib = mr_ssl(t);
    if (!lib)
        return false;
    if (v == MR_UNBOUND || !mr_def_is(t, &mr_ssl_context_def, v))
        return mr_raise(t, MR_EXC_TypeError, "The value must be a SSLContext"), false;
    MR_SSL_SOCKET(self)->context = v;
    lib->SSL_set_SSL_CTX(MR_SSL_SOCKET(self)->ssl, MR_SSL_CONTEXT(v)->ctx);
    return true;
}
static MrValue get_server_side(MrThread *t, MrValue self) { return (void)t, mr_bool(MR_SSL_SOCKET(self)->server_side); }
static MrValue get_hostname(MrThread *t, MrValue self) { return (void)t, MR_SSL_SOCKET(self)->hostname; }
static MrValue get_owner(MrThread *t, MrValue self) { return (void)t, MR_SSL_SOCKET(self)->owner; }
static bool set_owner(MrThread *t, MrValue self, MrValue v) { return (void)t, MR_SSL_SOCKET(self)->owner = v == MR_UNBOUND ? MR_NONE : v, true; }
static MrValue get_session_reused(MrThread *t, MrValue self)
{
    const MrSsl *lib = mr_ssl(t);
    return lib ? mr_bool(lib->SSL_session_reused(MR_SSL_SOCKET(self)->ssl)) : MR_ERROR;
}

/* server_hostname: a name goes into the greeting; either a name or an address is what the certificate must be for. */
static bool set_hostname(MrThread *t, const MrSsl *lib, MrSslSocket *s, bool check)
{
    const char *name = mr_cstr(s->hostname);
    unsigned char address[16];
    int family = strchr(name, ':') ? AF_INET6 : AF_INET;
    bool numeric = inet_pton(family, name, address) == 1;
    if (!numeric && !lib->SSL_ctrl(s->ssl, SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name, (void *)(uintptr_t)name))
        return mr_ssl_raise_queue(t, lib, 848), false;
    if (!check)
        return true;
    X509_VERIFY_PARAM *param = lib->SSL_get0_param(s->ssl);
    int ok = numeric ? lib->X509_VERIFY_PARAM_set1_ip(param, address, family == AF_INET ? 4 : 16) : lib->X509_VERIFY_PARAM_set1_host(param, name, strlen(name));
    return ok || mr_ssl_raise_queue(t, lib, 858) != MR_ERROR;
}

/* The name to ask for and check, as the network has it; MR_NONE: none. */
static MrValue hostname_of(MrThread *t, MrValue v)
{
    if (v == MR_UNBOUND || v == MR_NONE)
        return MR_NONE;
    if (!mr_is_str(v))
        return mr_raise(t, MR_EXC_TypeError, "_wrap_socket() argument 'server_hostname' must be str or None, not %s", mr_type_name(t, v));
    const MrStr *s = MR_STR(v);
    if (!s->nbytes || s->bytes[0] == '.')
        return mr_raise(t, MR_EXC_ValueError, "server_hostname cannot be an empty string or start with a leading dot.");
    if (strlen(s->bytes) != s->nbytes)
        return mr_raise(t, MR_EXC_TypeError, "argument must be encoded string without null bytes, not str");
    return v;
}

static bool make_bios(MrThread *t, const MrSsl *lib, MrSslSocket *s)
{
    if (s->sock == MR_NONE) {
        s->in = MR_SSL_BIO(s->incoming)->bio;
        s->out = MR_SSL_BIO(s->outgoing)->bio;
        lib->BIO_up_ref(s->in);
        lib->BIO_up_ref(s->out);
    } else {
        s->in = lib->BIO_new(lib->BIO_s_mem());
        s->out = lib->BIO_new(lib->BIO_s_mem());
        s->unsent = malloc(UNSENT_ROOM);
        if (!s->in || !s->out || !s->unsent) {
            if (s->in)
                lib->BIO_free(s->in);
            if (s->out)
                lib->BIO_free(s->out);
            return mr_raise_no_memory(t), false;
        }
        lib->BIO_ctrl(s->in, BIO_C_SET_BUF_MEM_EOF_RETURN, -1, NULL);
        lib->BIO_ctrl(s->out, BIO_C_SET_BUF_MEM_EOF_RETURN, -1, NULL);
    }
    lib->SSL_set_bio(s->ssl, s->in, s->out);
    return true;
}

MrValue mr_ssl_connection(MrThread *t, MrSslContext *context, MrValue sock, MrValue incoming, MrValue outgoing, MrValue server_side, MrValue hostname, MrValue owner,
                          MrValue session)
{
    const MrSsl *lib = mr_ssl(t);
    int server = mr_truth(t, server_side);
    if (!lib || server < 0)
        return MR_ERROR;
    if (context->protocol == 16 && server)
        return mr_ssl_raise(t, "SSLError", 0, "Cannot create a server socket with a PROTOCOL_TLS_CLIENT context", 799);
    if (context->protocol == 17 && !server)
        return mr_ssl_raise(t, "SSLError", 0, "Cannot create a client socket with a PROTOCOL_TLS_SERVER context", 806);
    hostname = hostname_of(t, hostname);
    MrSslSocket *s = hostname == MR_ERROR ? NULL : mr_def_alloc(t, &mr_ssl_socket_def);
    if (!s)
        return MR_ERROR;
    s->sock = sock;
    s->incoming = incoming;
    s->outgoing = outgoing;
    s->context = mr_val(context);
    s->owner = owner == MR_UNBOUND ? MR_NONE : owner;
    s->hostname = hostname;
    s->server_side = server;
    s->free_ssl = lib->SSL_free;
    s->lib = lib;
    s->thread = t;
    lib->ERR_clear_error();
    if (!(s->ssl = lib->SSL_new(context->ctx)))
        return mr_ssl_raise_queue(t, lib, 826);
    lib->SSL_set_ex_data(s->ssl, 0, s);
    lib->X509_VERIFY_PARAM_set_hostflags(lib->SSL_get0_param(s->ssl), context->host_flags);
    if (!make_bios(t, lib, s))
        return MR_ERROR;
    lib->SSL_ctrl(s->ssl, SSL_CTRL_MODE, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_AUTO_RETRY, NULL);
    int mode = lib->SSL_get_verify_mode(s->ssl);
    if (context->post_handshake_auth && !server)
        lib->SSL_set_post_handshake_auth(s->ssl, 1);
    else if (context->post_handshake_auth && mode & SSL_VERIFY_PEER) /* the client is asked later, by verify_client_post_handshake() */
        lib->SSL_set_verify(s->ssl, mode | SSL_VERIFY_POST_HANDSHAKE, NULL);
    if (hostname != MR_NONE && !set_hostname(t, lib, s, context->check_hostname))
        return MR_ERROR;
    if (server)
        lib->SSL_set_accept_state(s->ssl);
    else
        lib->SSL_set_connect_state(s->ssl);
    if (session != MR_UNBOUND && session != MR_NONE && !set_session(t, mr_val(s), session))
        return MR_ERROR;
    return mr_val(s);
}

static void socket_trace(MrGc *gc, MrObj *o)
{
    MrSslSocket *s = (MrSslSocket *)o;
    const MrValue held[] = {s->sock, s->incoming, s->outgoing, s->context, s->owner, s->hostname, s->fault};
    mr_mark_values(gc, held, sizeof held / sizeof *held);
}

static void socket_finalize(MrIsolate *iso, MrObj *o)
{
    (void)iso;
    MrSslSocket *s = (MrSslSocket *)o;
    if (s->ssl)
        s->free_ssl(s->ssl);
    free(s->unsent);
    s->ssl = NULL;
    s->unsent = NULL;
}

static const MrMethodDef socket_methods[] = {
    {"do_handshake(self, /)", socket_do_handshake, "Agree on keys with the peer.", 0},
    {"write(self, b, /)", socket_write, "Encrypt and send bytes; tells how many were taken.", 0},
    {"read(self, size, buffer=None, /)", socket_read, "Up to size decrypted bytes, or with a buffer how many were put there.", 0},
    {"pending(self, /)", socket_pending, "How many decrypted bytes can be read without waiting.", 0},
    {"getpeercert(self, der=False, /)", socket_getpeercert,
     "The peer's certificate: a dict of its contents, empty if it was not verified; its DER bytes with der; None if there is none.", 0},
    {"get_channel_binding(self, /, cb_type='tls-unique')", socket_channel_binding,
     "Bytes that identify this connection, for cb_type 'tls-unique'; None before the handshake.", 0},
    {"cipher(self, /)", socket_cipher, "The cipher in use: name, protocol, secret bits; or None.", 0},
    {"shared_ciphers(self, /)", socket_shared_ciphers, "Ciphers that both sides know, or None.", 0},
    {"version(self, /)", socket_version, "The version of the protocol, or None.", 0},
    {"selected_alpn_protocol(self, /)", socket_alpn, "The application protocol that was agreed on, or None.", 0},
    {"compression(self, /)", socket_compression, "The compression in use, or None.", 0},
    {"shutdown(self, /)", socket_shutdown, "Tell the peer that nothing more will be sent, and wait for it to say the same.", 0},
    {"verify_client_post_handshake(self, /)", socket_post_handshake,
     "As a TLS 1.3 server, ask the client for its certificate after the handshake.", 0},
    {"get_unverified_chain(self, /)", socket_unverified_chain, "The peer's certificates as it sent them.", 0},
    {"get_verified_chain(self, /)", socket_verified_chain, "The peer's certificates as they were verified.", 0},
    {0},
};
static const MrGetSetDef socket_getset[] = {
    {"context", get_context, set_context, "the context, which a server may change during the handshake"},
    {"server_side", get_server_side, NULL, "Whether this is the server's end."},
    {"server_hostname", get_hostname, NULL, "The name of the server that the client asked for, or None."},
    {"owner", get_owner, set_owner, "the SSLSocket or SSLObject around it, held weakly"},
    {"session", get_session, set_session, "the session, to continue it in another connection"},
    {"session_reused", get_session_reused, NULL, "Whether the handshake continued an earlier session."},
    {0},
};

const MrTypeDef mr_ssl_socket_def = {.name = "_ssl._SSLSocket", .kind = MR_KIND_OTHER, .size = sizeof(MrSslSocket), .flags = MR_TYPEDEF_NO_NEW, .methods = socket_methods,
                                     .getset = socket_getset, .trace = socket_trace, .finalize = socket_finalize,
                                     .doc = "One TLS connection."};
