/* _ssl: contexts, _SSLContext: the settings that connections begin with, and the callbacks that a handshake makes.
 *
 * Callbacks get the context, which names the thread that is inside the library; they run while that thread holds the isolate, see _ssl.h. What they raise is reported
 * as unraisable or, where CPython has it so, kept until the operation ends. What a context trusts and owns is in _ssl_trust.c.
 */
#include "stdlib/native/_ssl.h"

#include <dlfcn.h>
#include <errno.h>
#include <limits.h>
#include <unistd.h>

#include "vm/error.h"

#define SELF MR_SSL_CONTEXT(a[0])
#define CIPHERS "@SECLEVEL=2:ECDH+AESGCM:ECDH+CHACHA20:ECDH+AES:DHE+AES:!aNULL:!eNULL:!aDSS:!SHA1:!AESCCM"

enum { PROTOCOL_TLS = 2, PROTOCOL_TLSV1 = 3, PROTOCOL_TLSV1_1 = 4, PROTOCOL_TLSV1_2 = 5, PROTOCOL_CLIENT = 16, PROTOCOL_SERVER = 17 };

static MrValue fail(MrThread *t, const char *text) { return mr_raise_from(t, "_ssl_errors", "SSLError", "%s", text); }

/* A DeprecationWarning where the caller of the Python method that got here stands. [script] */
static bool warn_deprecated(MrThread *t, const char *what)
{
    MrValue module = mr_import(t, "warnings"), warn = module == MR_ERROR ? module : mr_getattr_c(t, module, "warn");
    MrValue args[3] = {mr_strf(t, "%s deprecated", what), mr_type_val(t, MR_EXC_DeprecationWarning), mr_small_int(2)};
    return warn != MR_ERROR && args[0] != MR_ERROR && mr_call(t, warn, 3, args) != MR_ERROR;
}

/* ---- birth and death ---- */

static bool set_versions(const MrSsl *lib, SSL_CTX *ctx, long lowest, long highest)
{
    return lib->SSL_CTX_ctrl(ctx, SSL_CTRL_SET_MIN_PROTO_VERSION, lowest, NULL) && lib->SSL_CTX_ctrl(ctx, SSL_CTRL_SET_MAX_PROTO_VERSION, highest, NULL);
}

static bool begin(const MrSsl *lib, MrSslContext *c)
{
    static const unsigned char id[] = "Python";
    uint64_t options = (SSL_OP_ALL & ~SSL_OP_DONT_INSERT_EMPTY_FRAGMENTS) | SSL_OP_NO_SSLv3 | SSL_OP_NO_COMPRESSION | SSL_OP_CIPHER_SERVER_PREFERENCE;
    lib->SSL_CTX_set_options(c->ctx, options);
    int version = c->protocol == PROTOCOL_TLSV1 ? TLS1_VERSION : c->protocol == PROTOCOL_TLSV1_1 ? TLS1_1_VERSION : c->protocol == PROTOCOL_TLSV1_2 ? TLS1_2_VERSION : 0;
    if (!set_versions(lib, c->ctx, version ? version : TLS1_2_VERSION, version) || !lib->SSL_CTX_set_cipher_list(c->ctx, CIPHERS))
        return false;
    if (c->protocol == PROTOCOL_TLSV1_2)
        lib->SSL_CTX_ctrl(c->ctx, SSL_CTRL_SET_MIN_PROTO_VERSION, 0, NULL), lib->SSL_CTX_set_options(c->ctx, 0);
    lib->SSL_CTX_ctrl(c->ctx, SSL_CTRL_MODE, SSL_MODE_RELEASE_BUFFERS | SSL_MODE_AUTO_RETRY, NULL);
    X509_VERIFY_PARAM *param = lib->SSL_CTX_get0_param(c->ctx);
    lib->X509_VERIFY_PARAM_set_flags(param, X509_V_FLAG_TRUSTED_FIRST);
    lib->X509_VERIFY_PARAM_set_hostflags(param, c->host_flags);
    lib->SSL_CTX_set_verify(c->ctx, c->protocol == PROTOCOL_CLIENT ? SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT : SSL_VERIFY_NONE, NULL);
    lib->SSL_CTX_set_session_id_context(c->ctx, id, 6);
    lib->SSL_CTX_set_post_handshake_auth(c->ctx, 0);
    return true;
}

static MrValue context_new(MrThread *t, MrValue *a)
{
    const MrSsl *lib = mr_ssl(t);
    int64_t protocol;
    if (!lib || !mr_to_i64(t, a[1], &protocol))
        return MR_ERROR;
    bool old = protocol >= PROTOCOL_TLSV1 && protocol <= PROTOCOL_TLSV1_2;
    if (protocol != PROTOCOL_TLS && protocol != PROTOCOL_CLIENT && protocol != PROTOCOL_SERVER && !old)
        return mr_raise(t, MR_EXC_ValueError, "invalid or unsupported protocol version %d", (int)protocol);
    static const char *const names[] = {"ssl.PROTOCOL_TLS is", "ssl.PROTOCOL_TLSv1 is", "ssl.PROTOCOL_TLSv1_1 is", "ssl.PROTOCOL_TLSv1_2 is"};
    if (protocol <= PROTOCOL_TLSV1_2 && !warn_deprecated(t, names[protocol - 2]))
        return MR_ERROR;
    MrSslContext *c = mr_def_new(t, &mr_ssl_context_def, a[0]);
    if (!c)
        return MR_ERROR;
    c->protocol = (int)protocol;
    c->lib = lib;
    c->free_ctx = lib->SSL_CTX_free;
    c->sni = c->keylog = c->message = MR_NONE;
    c->host_flags = X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS;
    c->check_hostname = protocol == PROTOCOL_CLIENT;
    lib->ERR_clear_error();
    c->ctx = lib->SSL_CTX_new(protocol == PROTOCOL_CLIENT ? lib->TLS_client_method() : protocol == PROTOCOL_SERVER ? lib->TLS_server_method() : lib->TLS_method());
    if (!c->ctx || !begin(lib, c))
        return mr_ssl_raise_queue(t, lib, 3088);
    return mr_val(c);
}

static void context_trace(MrGc *gc, MrObj *o)
{
    MrSslContext *c = (MrSslContext *)o;
    const MrValue held[] = {c->sni, c->keylog, c->alpn, c->password, c->message};
    mr_mark_values(gc, held, sizeof held / sizeof *held);
}

static void context_finalize(MrIsolate *iso, MrObj *o)
{
    (void)iso;
    MrSslContext *c = (MrSslContext *)o;
    if (c->ctx)
        c->free_ctx(c->ctx);
    c->ctx = NULL;
}

/* ---- connections ---- */

/* a: self, sock, server_side, server_hostname, owner, session */
static MrValue context_wrap_socket(MrThread *t, MrValue *a)
{
    MrValue module = mr_import(t, "_socket"), class = module == MR_ERROR ? module : mr_getattr_c(t, module, "socket");
    int fits = class == MR_ERROR ? -1 : mr_isinstance(t, a[1], class);
    if (fits <= 0)
        return fits < 0 ? MR_ERROR : mr_raise(t, MR_EXC_TypeError, "_wrap_socket() argument 'sock' must be _socket.socket, not %s", mr_type_name(t, a[1]));
    return mr_ssl_connection(t, SELF, a[1], MR_NONE, MR_NONE, a[2], a[3], a[4], a[5]);
}

/* a: self, incoming, outgoing, server_side, server_hostname, owner, session */
static MrValue context_wrap_bio(MrThread *t, MrValue *a)
{
    for (int i = 1; i <= 2; i++)
        if (!mr_def_is(t, &mr_ssl_bio_def, a[i]))
            return mr_raise(t, MR_EXC_TypeError, "_wrap_bio() argument '%s' must be _ssl.MemoryBIO, not %s", i == 1 ? "incoming" : "outgoing", mr_type_name(t, a[i]));
    return mr_ssl_connection(t, SELF, MR_NONE, a[1], a[2], a[3], a[4], a[5], a[6]);
}

/* ---- ciphers and protocols ---- */

static MrValue context_set_ciphers(MrThread *t, MrValue *a)
{
    const MrSsl *lib = mr_ssl(t);
    if (!lib)
        return MR_ERROR;
    if (!mr_is_str(a[1]))
        return mr_raise(t, MR_EXC_TypeError, "set_ciphers() argument must be str, not %s", mr_type_name(t, a[1]));
    if (lib->SSL_CTX_set_cipher_list(SELF->ctx, mr_cstr(a[1])))
        return MR_NONE;
    lib->ERR_clear_error();
    return fail(t, "No cipher can be selected.");
}

static MrValue nid_name(MrThread *t, const MrSsl *lib, int nid)
{
    const char *name = nid == NID_undef ? NULL : lib->OBJ_nid2ln(nid);
    return name ? mr_str_c(t, name) : MR_NONE;
}

static MrValue cipher_dict(MrThread *t, const MrSsl *lib, const SSL_CIPHER *cipher)
{
    char description[512];
    int all_bits, bits = lib->SSL_CIPHER_get_bits(cipher, &all_bits);
    lib->SSL_CIPHER_description(cipher, description, sizeof description - 1);
    description[strcspn(description, "\n")] = 0;
    struct { const char *key; MrValue v; } rows[] = {
        {"id", mr_small_int((int64_t)(lib->SSL_CIPHER_get_id(cipher) & 0xffffffff))},
        {"name", mr_str_c(t, lib->SSL_CIPHER_get_name(cipher))},
        {"protocol", mr_str_c(t, lib->SSL_CIPHER_get_version(cipher))},
        {"description", mr_str_c(t, description)},
        {"strength_bits", mr_small_int(bits)},
        {"alg_bits", mr_small_int(all_bits)},
        {"aead", mr_bool(lib->SSL_CIPHER_is_aead(cipher))},
        {"symmetric", nid_name(t, lib, lib->SSL_CIPHER_get_cipher_nid(cipher))},
        {"digest", nid_name(t, lib, lib->SSL_CIPHER_get_digest_nid(cipher))},
        {"kea", nid_name(t, lib, lib->SSL_CIPHER_get_kx_nid(cipher))},
        {"auth", nid_name(t, lib, lib->SSL_CIPHER_get_auth_nid(cipher))},
    };
    MrDict *d = mr_dict_new(t);
    for (size_t i = 0; d && i < sizeof rows / sizeof *rows; i++)
        if (rows[i].v == MR_ERROR || !mr_dict_set_c(t, d, rows[i].key, rows[i].v))
            return MR_ERROR;
    return d ? mr_val(d) : MR_ERROR;
}

static MrValue context_get_ciphers(MrThread *t, MrValue *a)
{
    const MrSsl *lib = mr_ssl(t);
    SSL *ssl = lib ? lib->SSL_new(SELF->ctx) : NULL;
    if (!ssl)
        return lib ? mr_ssl_raise_queue(t, lib, 3375) : MR_ERROR;
    const OPENSSL_STACK *ciphers = (const OPENSSL_STACK *)lib->SSL_get_ciphers(ssl);
    MrValue list = mr_list_new(t, 0);
    bool ok = list != MR_ERROR;
    for (int i = 0; ok && ciphers && i < lib->OPENSSL_sk_num(ciphers); i++) {
        MrValue d = cipher_dict(t, lib, lib->OPENSSL_sk_value(ciphers, i));
        ok = d != MR_ERROR && mr_list_append(t, list, d);
    }
    lib->SSL_free(ssl);
    return ok ? list : MR_ERROR;
}

static int choose_protocol(SSL *ssl, const unsigned char **out, unsigned char *n_out, const unsigned char *theirs, unsigned n_theirs, void *arg)
{
    (void)ssl;
    MrSslContext *c = arg;
    const unsigned char *ours = (const unsigned char *)MR_BYTES(c->alpn)->bytes;
    unsigned n_ours = (unsigned)MR_BYTES(c->alpn)->length;
    if (!n_ours)
        return SSL_TLSEXT_ERR_NOACK;
    int r = c->lib->SSL_select_next_proto((unsigned char **)(uintptr_t)out, n_out, ours, n_ours, theirs, n_theirs);
    return r == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_NOACK;
}

static MrValue context_set_alpn(MrThread *t, MrValue *a)
{
    const MrSsl *lib = mr_ssl(t);
    const char *bytes;
    size_t n;
    if (!lib || !mr_buffer_of(t, a[1], &bytes, &n))
        return MR_ERROR;
    MrValue copy = mr_bytes_new(t, bytes, n);
    if (copy == MR_ERROR)
        return MR_ERROR;
    SELF->alpn = copy;
    if (lib->SSL_CTX_set_alpn_protos(SELF->ctx, (const unsigned char *)MR_BYTES(copy)->bytes, (unsigned)n))
        return mr_raise_no_memory(t);
    lib->SSL_CTX_set_alpn_select_cb(SELF->ctx, choose_protocol, SELF);
    return MR_NONE;
}

static MrValue context_set_ecdh_curve(MrThread *t, MrValue *a)
{
    const MrSsl *lib = mr_ssl(t);
    if (!lib)
        return MR_ERROR;
    MrValue shown = mr_repr(t, a[1]), bytes = mr_is_str(a[1]) ? mr_encode(t, a[1], "utf-8", "strict") : a[1];
    if (shown == MR_ERROR || bytes == MR_ERROR)
        return MR_ERROR;
    if (!mr_is_kind(bytes, MR_KIND_BYTES))
        return mr_raise(t, MR_EXC_TypeError, "expected str, bytes or os.PathLike object, not %s", mr_type_name(t, a[1]));
    int nid = lib->OBJ_sn2nid(MR_BYTES(bytes)->bytes);
    if (nid == NID_undef)
        return lib->ERR_clear_error(), mr_raise(t, MR_EXC_ValueError, "unknown elliptic curve name %s", mr_cstr(shown));
    return lib->SSL_CTX_ctrl(SELF->ctx, SSL_CTRL_SET_GROUPS, 1, &nid) ? MR_NONE : mr_ssl_raise_queue(t, lib, 4370);
}

static MrValue context_session_stats(MrThread *t, MrValue *a)
{
    static const struct { const char *name; int what; } rows[] = {
        {"number", SSL_CTRL_SESS_NUMBER}, {"connect", SSL_CTRL_SESS_CONNECT}, {"connect_good", SSL_CTRL_SESS_CONNECT_GOOD},
        {"connect_renegotiate", SSL_CTRL_SESS_CONNECT_RENEGOTIATE}, {"accept", SSL_CTRL_SESS_ACCEPT}, {"accept_good", SSL_CTRL_SESS_ACCEPT_GOOD},
        {"accept_renegotiate", SSL_CTRL_SESS_ACCEPT_RENEGOTIATE}, {"hits", SSL_CTRL_SESS_HIT}, {"misses", SSL_CTRL_SESS_MISSES},
        {"timeouts", SSL_CTRL_SESS_TIMEOUTS}, {"cache_full", SSL_CTRL_SESS_CACHE_FULL},
    };
    const MrSsl *lib = mr_ssl(t);
    MrDict *d = lib ? mr_dict_new(t) : NULL;
    for (size_t i = 0; d && i < sizeof rows / sizeof *rows; i++)
        if (!mr_dict_set_c(t, d, rows[i].name, mr_small_int(lib->SSL_CTX_ctrl(SELF->ctx, rows[i].what, 0, NULL))))
            return MR_ERROR;
    return d ? mr_val(d) : MR_ERROR;
}

/* ---- callbacks ---- */

static MrSslSocket *connection_of(const MrSslContext *c, const SSL *ssl) { return c->lib->SSL_get_ex_data(ssl, 0); }

/* What the callback of server names answers: None, or the number of an alert. [script] */
static int name_answer(MrThread *t, MrSslContext *c, MrSslSocket *s, const char *name, int *alert)
{
    MrValue v[3] = {s->owner == MR_NONE ? mr_val(s) : s->owner, name ? mr_str_c(t, name) : MR_NONE, mr_val(c)};
    MrValue callback = c->sni, r = v[1] == MR_ERROR ? v[1] : mr_call(t, callback, 3, v);
    int64_t number;
    if (r == MR_NONE)
        return SSL_TLSEXT_ERR_OK;
    if (r == MR_ERROR) {
        mr_report_unraisable(t, callback);
        *alert = SSL_AD_HANDSHAKE_FAILURE;
    } else if (!mr_to_i64(t, r, &number)) {
        mr_report_unraisable(t, r);
        *alert = SSL_AD_INTERNAL_ERROR;
    } else {
        *alert = (int)number;
    }
    return SSL_TLSEXT_ERR_ALERT_FATAL;
}

static int on_server_name(SSL *ssl, int *alert, void *arg)
{
    MrSslContext *c = arg;
    if (c->sni == MR_NONE)
        return SSL_TLSEXT_ERR_OK;
    MrSslSocket *s = connection_of(c, ssl);
    const MrSsl *lib = c->lib;
    MrThread *t = s->thread;
    int r = name_answer(t, c, s, lib->SSL_get_servername(ssl, TLSEXT_NAMETYPE_host_name), alert);
    /* The script may have used other connections meanwhile. */
    s->thread = t;
    return r;
}

static void on_message(int writing, int version, int kind, const void *bytes, size_t n, SSL *ssl, void *arg)
{
    MrSslContext *c = arg;
    MrSslSocket *s = connection_of(c, ssl);
    if (!s || c->message == MR_NONE || s->fault != MR_UNBOUND)
        return;
    MrThread *t = s->thread;
    const unsigned char *b = bytes;
    int type = kind == SSL3_RT_HEADER ? (n > 0 ? b[0] : -1) : kind == SSL3_RT_ALERT ? (n > 1 ? b[1] : -1) : kind == SSL3_RT_HANDSHAKE ? (n > 0 ? b[0] : -1) : kind == SSL3_RT_CHANGE_CIPHER_SPEC ? 0x0101 : -1;
    MrValue v[6] = {s->owner == MR_NONE ? mr_val(s) : s->owner, mr_str_c(t, writing ? "write" : "read"), mr_small_int(version), mr_small_int(kind), mr_small_int(type),
                    mr_bytes_new(t, bytes, n)};
    MrValue r = v[1] == MR_ERROR || v[5] == MR_ERROR ? MR_ERROR : mr_call(t, c->message, 6, v);
    if (r == MR_ERROR)
        s->fault = mr_take_pending(t);
}

/* Appends a line of secrets to the file. This callback alone is told nothing of the context, so it finds the library by itself. */
static void on_key(const SSL *ssl, const char *line)
{
    void *handle = dlopen("libssl.so.3", RTLD_NOW | RTLD_LOCAL | RTLD_NOLOAD);
    void *(*get_data)(const SSL *, int) = NULL;
    if (handle) {
        void *symbol = dlsym(handle, "SSL_get_ex_data");
        memcpy(&get_data, &symbol, sizeof symbol);
        dlclose(handle);
    }
    MrSslSocket *s = get_data ? get_data(ssl, 0) : NULL;
    MrSslContext *c = s ? MR_SSL_CONTEXT(s->context) : NULL;
    if (!c || c->keylog == MR_NONE)
        return;
    FILE *file = fopen(mr_is_str(c->keylog) ? mr_cstr(c->keylog) : MR_BYTES(c->keylog)->bytes, "a");
    if (!file)
        return;
    fprintf(file, "%s\n", line);
    fclose(file);
}

/* ---- attributes ---- */

#define CONTEXT MR_SSL_CONTEXT(self)
#define LIB(otherwise) \
    const MrSsl *lib = mr_ssl(t); \
    if (!lib) \
        return otherwise

static bool refuse(MrThread *t, const char *text) { return mr_raise(t, MR_EXC_ValueError, "%s", text), false; }

static MrValue get_protocol(MrThread *t, MrValue self) { return (void)t, mr_small_int(CONTEXT->protocol); }

static MrValue get_options(MrThread *t, MrValue self)
{
    LIB(MR_ERROR);
    return mr_int_u64(t, lib->SSL_CTX_get_options(CONTEXT->ctx));
}

static bool read_flags(MrThread *t, MrValue v, int64_t *out)
{
    if (v == MR_UNBOUND || !mr_is_integer(v))
        return mr_raise(t, MR_EXC_TypeError, "argument must be int, not %s", v == MR_UNBOUND ? "NULL" : mr_type_name(t, v)), false;
    if (!mr_to_i64(t, v, out))
        return false;
    return *out >= 0 || (mr_raise(t, MR_EXC_OverflowError, "can't convert negative int to unsigned"), false);
}

static bool set_options(MrThread *t, MrValue self, MrValue v)
{
    LIB(false);
    int64_t wanted;
    if (!read_flags(t, v, &wanted))
        return false;
    uint64_t had = lib->SSL_CTX_get_options(CONTEXT->ctx), no = SSL_OP_NO_SSLv3 | SSL_OP_NO_TLSv1 | SSL_OP_NO_TLSv1_1 | SSL_OP_NO_TLSv1_2 | SSL_OP_NO_TLSv1_3;
    uint64_t added = (uint64_t)wanted & ~had;
    if (added & no && !warn_deprecated(t, "ssl.OP_NO_SSL*/ssl.OP_NO_TLS* options are"))
        return false;
    lib->SSL_CTX_clear_options(CONTEXT->ctx, had & ~(uint64_t)wanted);
    lib->SSL_CTX_set_options(CONTEXT->ctx, added);
    return true;
}

static int verify_mode(const MrSsl *lib, MrSslContext *c)
{
    SSL *ssl = lib->SSL_new(c->ctx);
    int mode = ssl ? lib->SSL_get_verify_mode(ssl) : 0;
    if (ssl)
        lib->SSL_free(ssl);
    return mode & SSL_VERIFY_FAIL_IF_NO_PEER_CERT ? 2 : mode & SSL_VERIFY_PEER ? 1 : 0;
}

static void set_mode(const MrSsl *lib, MrSslContext *c, int n)
{
    lib->SSL_CTX_set_verify(c->ctx, n == 0 ? SSL_VERIFY_NONE : n == 1 ? SSL_VERIFY_PEER : SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, NULL);
}

static MrValue get_verify_mode(MrThread *t, MrValue self)
{
    LIB(MR_ERROR);
    return mr_small_int(verify_mode(lib, CONTEXT));
}

static bool set_verify_mode(MrThread *t, MrValue self, MrValue v)
{
    LIB(false);
    int64_t n;
    if (!mr_to_i64(t, v, &n))
        return false;
    if (n == 0 && CONTEXT->check_hostname)
        return refuse(t, "Cannot set verify_mode to CERT_NONE when check_hostname is enabled.");
    if (n < 0 || n > 2)
        return refuse(t, "invalid value for verify_mode");
    set_mode(lib, CONTEXT, (int)n);
    return true;
}

static MrValue get_verify_flags(MrThread *t, MrValue self)
{
    LIB(MR_ERROR);
    return mr_int_u64(t, lib->X509_VERIFY_PARAM_get_flags(lib->SSL_CTX_get0_param(CONTEXT->ctx)));
}

static bool set_verify_flags(MrThread *t, MrValue self, MrValue v)
{
    LIB(false);
    int64_t wanted;
    if (!read_flags(t, v, &wanted))
        return false;
    X509_VERIFY_PARAM *param = lib->SSL_CTX_get0_param(CONTEXT->ctx);
    unsigned long had = lib->X509_VERIFY_PARAM_get_flags(param);
    lib->X509_VERIFY_PARAM_clear_flags(param, had & ~(unsigned long)wanted);
    lib->X509_VERIFY_PARAM_set_flags(param, (unsigned long)wanted & ~had);
    return true;
}

static MrValue get_check_hostname(MrThread *t, MrValue self) { return (void)t, mr_bool(CONTEXT->check_hostname); }

static bool set_check_hostname(MrThread *t, MrValue self, MrValue v)
{
    LIB(false);
    int on = v == MR_UNBOUND ? 0 : mr_truth(t, v);
    if (on < 0)
        return false;
    if (on && verify_mode(lib, CONTEXT) == 0)
        set_mode(lib, CONTEXT, 2);
    CONTEXT->check_hostname = on;
    return true;
}

static MrValue get_host_flags(MrThread *t, MrValue self) { return (void)t, mr_small_int(CONTEXT->host_flags); }

static bool set_host_flags(MrThread *t, MrValue self, MrValue v)
{
    LIB(false);
    int64_t n;
    if (!mr_to_i64(t, v, &n))
        return false;
    CONTEXT->host_flags = (unsigned)n;
    lib->X509_VERIFY_PARAM_set_hostflags(lib->SSL_CTX_get0_param(CONTEXT->ctx), (unsigned)n);
    return true;
}

static bool set_bound(MrThread *t, MrValue self, MrValue v, bool lowest)
{
    LIB(false);
    int64_t n;
    if (!mr_to_i64(t, v, &n))
        return false;
    int protocol = CONTEXT->protocol;
    if (protocol != PROTOCOL_TLS && protocol != PROTOCOL_CLIENT && protocol != PROTOCOL_SERVER)
        return refuse(t, "The context's protocol doesn't support modification of highest and lowest version.");
    if (n != -1 && n != -2 && (n < SSL3_VERSION || n > TLS1_3_VERSION))
        return mr_raise(t, MR_EXC_ValueError, "Unsupported TLS/SSL version 0x%x", (unsigned)n), false;
    if (n >= SSL3_VERSION && n <= TLS1_1_VERSION) {
        static const char *const names[] = {"ssl.TLSVersion.SSLv3 is", "ssl.TLSVersion.TLSv1 is", "ssl.TLSVersion.TLSv1_1 is"};
        if (!warn_deprecated(t, names[n - SSL3_VERSION]))
            return false;
    }
    /* The open end of one bound is the limit of the other: the lowest known version as an upper bound, and the highest as a lower one. */
    long value = lowest ? (n == -2 ? 0 : n == -1 ? TLS1_3_VERSION : (long)n) : (n == -1 ? 0 : n == -2 ? TLS1_VERSION : (long)n);
    if (!lib->SSL_CTX_ctrl(CONTEXT->ctx, lowest ? SSL_CTRL_SET_MIN_PROTO_VERSION : SSL_CTRL_SET_MAX_PROTO_VERSION, value, NULL))
        return mr_raise(t, MR_EXC_ValueError, "Unsupported protocol version 0x%x", (unsigned)n), false;
    return true;
}

static MrValue get_minimum(MrThread *t, MrValue self)
{
    LIB(MR_ERROR);
    long n = lib->SSL_CTX_ctrl(CONTEXT->ctx, SSL_CTRL_GET_MIN_PROTO_VERSION, 0, NULL);
    return mr_small_int(n ? n : -2);
}
static bool set_minimum(MrThread *t, MrValue self, MrValue v) { return set_bound(t, self, v, true); }
static MrValue get_maximum(MrThread *t, MrValue self)
{
    LIB(MR_ERROR);
    long n = lib->SSL_CTX_ctrl(CONTEXT->ctx, SSL_CTRL_GET_MAX_PROTO_VERSION, 0, NULL);
    return mr_small_int(n ? n : -1);
}
static bool set_maximum(MrThread *t, MrValue self, MrValue v) { return set_bound(t, self, v, false); }

typedef void (*AnyCallback)(void);

static MrValue get_sni(MrThread *t, MrValue self) { return (void)t, CONTEXT->sni; }

static bool set_sni(MrThread *t, MrValue self, MrValue v)
{
    LIB(false);
    if (CONTEXT->protocol == PROTOCOL_CLIENT)
        return refuse(t, "sni_callback cannot be set on TLS_CLIENT context");
    v = v == MR_UNBOUND ? MR_NONE : v;
    if (v != MR_NONE && !mr_callable(t, v))
        return mr_raise(t, MR_EXC_TypeError, "not a callable object"), false;
    CONTEXT->sni = v;
    lib->SSL_CTX_callback_ctrl(CONTEXT->ctx, SSL_CTRL_SET_TLSEXT_SERVERNAME_CB, v == MR_NONE ? NULL : (AnyCallback)on_server_name);
    lib->SSL_CTX_ctrl(CONTEXT->ctx, SSL_CTRL_SET_TLSEXT_SERVERNAME_ARG, 0, CONTEXT);
    return true;
}

static MrValue get_message(MrThread *t, MrValue self) { return (void)t, CONTEXT->message; }

static bool set_message(MrThread *t, MrValue self, MrValue v)
{
    LIB(false);
    v = v == MR_UNBOUND ? MR_NONE : v;
    if (v != MR_NONE && !mr_callable(t, v)) {
        MrValue shown = mr_repr(t, v);
        return shown != MR_ERROR && (mr_raise(t, MR_EXC_TypeError, "%s is not callable.", mr_cstr(shown)), false);
    }
    CONTEXT->message = v;
    lib->SSL_CTX_callback_ctrl(CONTEXT->ctx, SSL_CTRL_SET_MSG_CALLBACK, v == MR_NONE ? NULL : (AnyCallback)on_message);
    lib->SSL_CTX_ctrl(CONTEXT->ctx, SSL_CTRL_SET_MSG_CALLBACK_ARG, 0, CONTEXT);
    return true;
}

static MrValue get_keylog(MrThread *t, MrValue self) { return (void)t, CONTEXT->keylog; }

static bool set_keylog(MrThread *t, MrValue self, MrValue v)
{
    LIB(false);
    if (v == MR_UNBOUND || v == MR_NONE) {
        CONTEXT->keylog = MR_NONE;
        lib->SSL_CTX_set_keylog_callback(CONTEXT->ctx, NULL);
        return true;
    }
    MrPath path;
    if (!mr_path_read(t, v, "keylog_filename", "path", 0, &path))
        return mr_clear_if(t, MR_EXC_TypeError) && (mr_raise(t, MR_EXC_TypeError, "expected str, bytes or os.PathLike object, not %s", mr_type_name(t, v)), false);
    FILE *file = fopen(path.name, "a");
    if (!file)
        return mr_path_error(t, &path), false;
    fseek(file, 0, SEEK_END);
    if (!ftell(file))
        fputs("# TLS secrets log file, generated by OpenSSL / Python\n", file);
    fclose(file);
    CONTEXT->keylog = path.raw == MR_UNBOUND || (mr_is_str(v) && !strcmp(mr_cstr(v), path.name)) ? v : path.raw;
    lib->SSL_CTX_set_keylog_callback(CONTEXT->ctx, on_key);
    return true;
}

static MrValue get_tickets(MrThread *t, MrValue self)
{
    LIB(MR_ERROR);
    return mr_small_int((int64_t)lib->SSL_CTX_get_num_tickets(CONTEXT->ctx));
}

static bool set_tickets(MrThread *t, MrValue self, MrValue v)
{
    LIB(false);
    int64_t n;
    if (!mr_to_i64(t, v, &n))
        return false;
    if (n < 0)
        return refuse(t, "value must be non-negative");
    if (CONTEXT->protocol != PROTOCOL_SERVER)
        return refuse(t, "SSLContext is not a server context.");
    return lib->SSL_CTX_set_num_tickets(CONTEXT->ctx, (size_t)n) == 1 || refuse(t, "failed to set num tickets.");
}

static MrValue get_security(MrThread *t, MrValue self)
{
    LIB(MR_ERROR);
    return mr_small_int(lib->SSL_CTX_get_security_level(CONTEXT->ctx));
}

static MrValue get_post_handshake(MrThread *t, MrValue self) { return (void)t, mr_bool(CONTEXT->post_handshake_auth); }

static bool set_post_handshake(MrThread *t, MrValue self, MrValue v)
{
    LIB(false);
    int on = v == MR_UNBOUND ? -2 : mr_truth(t, v);
    if (on == -2)
        return mr_raise(t, MR_EXC_AttributeError, "cannot delete attribute"), false;
    if (on < 0)
        return false;
    CONTEXT->post_handshake_auth = on;
    lib->SSL_CTX_set_post_handshake_auth(CONTEXT->ctx, on);
    return true;
}

static const MrMethodDef context_methods[] = {
    {"__new__(cls, protocol, /)", context_new, "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC},
    {"_wrap_socket(self, /, sock, server_side, server_hostname=None, *, owner=None, session=None)", context_wrap_socket, "The TLS side of a connected socket.", 0},
    {"_wrap_bio(self, /, incoming, outgoing, server_side, server_hostname=None, *, owner=None, session=None)", context_wrap_bio, "A TLS session between two memory buffers.", 0},
    {"set_ciphers(self, cipherlist, /)", context_set_ciphers, "Choose the ciphers, in OpenSSL's notation.", 0},
    {"get_ciphers(self, /)", context_get_ciphers, "The ciphers that are enabled, best first, as dicts.", 0},
    {"_set_alpn_protocols(self, protos, /)", context_set_alpn, "Offer application protocols, in the form of the wire.", 0},
    {"load_cert_chain(self, /, certfile, keyfile=None, password=None)", mr_ssl_load_cert_chain, "Read the certificate to show and its key.", 0},
    {"load_dh_params(self, path, /)", mr_ssl_load_dh_params, "Read parameters for the Diffie-Hellman exchange from a file.", 0},
    {"load_verify_locations(self, /, cafile=None, capath=None, cadata=None)", mr_ssl_load_verify_locations, "Trust the certificates of a file, of a folder or of the text.", 0},
    {"session_stats(self, /)", context_session_stats, "Counts of the context's sessions.", 0},
    {"set_default_verify_paths(self, /)", mr_ssl_set_default_verify_paths, "Trust what the system trusts.", 0},
    {"set_ecdh_curve(self, name, /)", context_set_ecdh_curve, "Choose the curve of the key exchange.", 0},
    {"cert_store_stats(self, /)", mr_ssl_cert_store_stats, "How many certificates, CA certificates and revocation lists the store holds.", 0},
    {"get_ca_certs(self, /, binary_form=False)", mr_ssl_get_ca_certs,
     "The CA certificates that are loaded, as dicts, or as DER bytes with binary_form.", 0},
    {0},
};
static const MrGetSetDef context_getset[] = {
    {"_host_flags", get_host_flags, set_host_flags, "how names are compared with certificates"},
    {"_msg_callback", get_message, set_message, "called with each message of the protocol, or None"},
    {"check_hostname", get_check_hostname, set_check_hostname, "whether the peer's certificate has to match server_hostname"},
    {"keylog_filename", get_keylog, set_keylog, "the file that gets the keys of connections, or None"},
    {"maximum_version", get_maximum, set_maximum, "the highest version of TLS that is offered"},
    {"minimum_version", get_minimum, set_minimum, "the lowest version of TLS that is accepted"},
    {"num_tickets", get_tickets, set_tickets, "How many tickets a TLS 1.3 server sends to each new client."},
    {"options", get_options, set_options, "OpenSSL's options, bits named OP_"},
    {"post_handshake_auth", get_post_handshake, set_post_handshake, "whether a TLS 1.3 client lets itself be asked for a certificate later"},
    {"protocol", get_protocol, NULL, "the PROTOCOL_ number it was made with"},
    {"security_level", get_security, NULL, "OpenSSL's security level, 0 to 5."},
    {"sni_callback", get_sni, set_sni,
     "Called in a server's handshake with the socket, the name the client asks for (or None) and the context; returns None to go on, or the "
     "number of an alert."},
    {"verify_flags", get_verify_flags, set_verify_flags, "what is checked beyond the signatures, bits named VERIFY_"},
    {"verify_mode", get_verify_mode, set_verify_mode, "whether the peer has to show a certificate: CERT_NONE, CERT_OPTIONAL or CERT_REQUIRED"},
    {0},
};

const MrTypeDef mr_ssl_context_def = {.name = "_ssl._SSLContext", .kind = MR_KIND_OTHER, .size = sizeof(MrSslContext), .methods = context_methods, .getset = context_getset,
                                      .trace = context_trace, .finalize = context_finalize,
                                      .doc = "Settings, certificates and keys that TLS connections have in common."};
