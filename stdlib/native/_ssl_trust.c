/* _ssl: what a context trusts (authorities) and owns (its certificate chain and key). */
#include "stdlib/native/_ssl.h"

#include <errno.h>

#define SELF MR_SSL_CONTEXT(a[0])
#define STACK(s) ((const OPENSSL_STACK *)(s))

enum { LINE_CHAIN = 3896, LINE_KEY = 3917, LINE_PAIR = 3926, LINE_CADATA = 4015, LINE_LOCATIONS = 4147, LINE_DH = 4195 };

/* A path argument; false: TypeError "x should be a valid filesystem path". */
static bool read_path(MrThread *t, MrValue v, const char *what, MrPath *p)
{
    if (mr_path_read(t, v, "ssl", what, 0, p))
        return true;
    if (mr_clear_if(t, MR_EXC_TypeError))
        mr_raise(t, MR_EXC_TypeError, "%s should be a valid filesystem path", what);
    return false;
}

/* The error of a file that could not be read: the system's, or OpenSSL's. */
static MrValue fail_file(MrThread *t, const MrSsl *lib, int line)
{
    if (mr_pending(t))
        return lib->ERR_clear_error(), MR_ERROR;
    if (!errno)
        return mr_ssl_raise_queue(t, lib, line);
    lib->ERR_clear_error();
    return mr_raise_errno(t, errno, MR_UNBOUND);
}

/* ---- certificate chain ---- */

/* Asks a callable for the password, or takes the one that was given. [script] */
static int on_password(char *to, int room, int writing, void *arg)
{
    (void)writing;
    MrSslContext *c = arg;
    MrThread *t = c->thread;
    MrValue v = c->password;
    bool asked = mr_callable(t, v);
    const char *bytes;
    size_t n;
    if (asked && (v = mr_call0(t, v)) == MR_ERROR)
        return -1;
    if (mr_is_str(v)) {
        bytes = mr_cstr(v);
        n = MR_STR(v)->nbytes;
    } else if ((!mr_is_kind(v, MR_KIND_BYTES) && !mr_is_kind(v, MR_KIND_BYTEARRAY)) || !mr_buffer_of(t, v, &bytes, &n)) {
        if (!mr_pending(t))
            mr_raise(t, MR_EXC_TypeError, asked ? "password callback must return a string" : "password should be a string or callable");
        return -1;
    }
    if (n > (size_t)room) {
        mr_raise(t, MR_EXC_ValueError, "password cannot be longer than %d bytes", room);
        return -1;
    }
    memcpy(to, bytes, n);
    return (int)n;
}

static MrValue load_chain(MrThread *t, const MrSsl *lib, MrSslContext *c, const char *chain, const char *key)
{
    lib->ERR_clear_error();
    errno = 0;
    if (lib->SSL_CTX_use_certificate_chain_file(c->ctx, chain) != 1)
        return fail_file(t, lib, LINE_CHAIN);
    errno = 0;
    if (lib->SSL_CTX_use_PrivateKey_file(c->ctx, key, SSL_FILETYPE_PEM) != 1)
        return fail_file(t, lib, LINE_KEY);
    return lib->SSL_CTX_check_private_key(c->ctx) == 1 ? MR_NONE : mr_ssl_raise_queue(t, lib, LINE_PAIR);
}

/* a: self, certfile, keyfile, password */
MrValue mr_ssl_load_cert_chain(MrThread *t, MrValue *a)
{
    const MrSsl *lib = mr_ssl(t);
    MrPath chain, key;
    bool own_key = a[2] != MR_UNBOUND && a[2] != MR_NONE, password = a[3] != MR_UNBOUND && a[3] != MR_NONE;
    if (!lib || !read_path(t, a[1], "certfile", &chain) || (own_key && !read_path(t, a[2], "keyfile", &key)))
        return MR_ERROR;
    if (password && !mr_callable(t, a[3]) && !mr_is_str(a[3]) && !mr_is_kind(a[3], MR_KIND_BYTES) && !mr_is_kind(a[3], MR_KIND_BYTEARRAY))
        return mr_raise(t, MR_EXC_TypeError, "password should be a string or callable");
    MrSslContext *c = SELF;
    pem_password_cb *old = lib->SSL_CTX_get_default_passwd_cb(c->ctx);
    if (password) {
        c->password = a[3];
        c->thread = t;
        lib->SSL_CTX_set_default_passwd_cb(c->ctx, on_password);
        lib->SSL_CTX_set_default_passwd_cb_userdata(c->ctx, c);
    }
    MrValue r = load_chain(t, lib, c, chain.name, own_key ? key.name : chain.name);
    if (password) {
        lib->SSL_CTX_set_default_passwd_cb(c->ctx, old);
        lib->SSL_CTX_set_default_passwd_cb_userdata(c->ctx, NULL);
        c->password = MR_UNBOUND;
    }
    return r;
}

MrValue mr_ssl_load_dh_params(MrThread *t, MrValue *a)
{
    const MrSsl *lib = mr_ssl(t);
    MrPath path;
    if (!lib || !mr_path_read(t, a[1], "load_dh_params", "path", 0, &path))
        return MR_ERROR;
    errno = 0;
    BIO *file = lib->BIO_new_file(path.name, "rb");
    if (!file) {
        lib->ERR_clear_error();
        return mr_path_error(t, &path);
    }
    errno = 0;
    DH *dh = lib->PEM_read_bio_DHparams(file, NULL, NULL, NULL);
    lib->BIO_free(file);
    if (!dh)
        return fail_file(t, lib, LINE_DH);
    long ok = lib->SSL_CTX_ctrl(SELF->ctx, SSL_CTRL_SET_TMP_DH, 0, dh);
    lib->DH_free(dh);
    return ok ? MR_NONE : mr_ssl_raise_queue(t, lib, 4206);
}

/* ---- authorities ---- */

static bool fail_data(MrThread *t, const char *text)
{
    return mr_ssl_raise(t, "SSLError", 0, text, LINE_CADATA) != MR_ERROR;
}

/* Certificates one behind the other in memory. */
static bool add_data(MrThread *t, const MrSsl *lib, MrSslContext *c, const char *bytes, size_t n, bool pem)
{
    if (!n)
        return mr_raise(t, MR_EXC_ValueError, "Empty certificate data"), false;
    BIO *bio = n > INT32_MAX ? NULL : lib->BIO_new_mem_buf(bytes, (int)n);
    if (!bio)
        return mr_raise(t, MR_EXC_OverflowError, "Certificate data is too long."), false;
    X509_STORE *store = lib->SSL_CTX_get_cert_store(c->ctx);
    int loaded = 0;
    bool stored = true, at_end = false;
    lib->ERR_clear_error();
    for (; stored && !at_end; at_end = !pem && !lib->BIO_ctrl(bio, BIO_CTRL_PENDING, 0, NULL)) {
        X509 *cert = pem ? lib->PEM_read_bio_X509(bio, NULL, NULL, NULL) : lib->d2i_X509_bio(bio, NULL);
        if (!cert) {
            unsigned long code = lib->ERR_peek_last_error();
            at_end = pem && ERR_GET_LIB(code) == ERR_LIB_PEM && ERR_GET_REASON(code) == PEM_R_NO_START_LINE;
            break;
        }
        stored = lib->X509_STORE_add_cert(store, cert);
        lib->X509_free(cert);
        loaded++;
    }
    lib->BIO_free(bio);
    if (loaded && stored && at_end)
        return lib->ERR_clear_error(), true;
    if (!loaded) {
        lib->ERR_clear_error();
        return fail_data(t, pem ? "no start line: cadata does not contain a certificate" : "not enough data: cadata does not contain a certificate");
    }
    return mr_ssl_raise_queue(t, lib, LINE_CADATA) != MR_ERROR;
}

/* a: self, cafile, capath, cadata */
MrValue mr_ssl_load_verify_locations(MrThread *t, MrValue *a)
{
    const MrSsl *lib = mr_ssl(t);
    MrPath file = {0}, folder = {0};
    bool has_file = a[1] != MR_UNBOUND && a[1] != MR_NONE, has_folder = a[2] != MR_UNBOUND && a[2] != MR_NONE, has_data = a[3] != MR_UNBOUND && a[3] != MR_NONE;
    if (!lib)
        return MR_ERROR;
    if (!has_file && !has_folder && !has_data)
        return mr_raise(t, MR_EXC_TypeError, "cafile, capath and cadata cannot be all omitted");
    if ((has_file && !read_path(t, a[1], "cafile", &file)) || (has_folder && !read_path(t, a[2], "capath", &folder)))
        return MR_ERROR;
    if (has_data) {
        const char *bytes = NULL;
        size_t n = 0;
        bool text = mr_is_str(a[3]);
        if (text && mr_str_is_ascii(MR_STR(a[3])))
            bytes = mr_cstr(a[3]), n = MR_STR(a[3])->nbytes;
        else if (text || !mr_buffer_of(t, a[3], &bytes, &n))
            return mr_clear_if(t, MR_EXC_TypeError), mr_raise(t, MR_EXC_TypeError, "cadata should be an ASCII string or a bytes-like object");
        if (!add_data(t, lib, SELF, bytes, n, text))
            return MR_ERROR;
    }
    if (!has_file && !has_folder)
        return MR_NONE;
    lib->ERR_clear_error();
    errno = 0;
    return lib->SSL_CTX_load_verify_locations(SELF->ctx, file.name, folder.name) == 1 ? MR_NONE : fail_file(t, lib, LINE_LOCATIONS);
}

MrValue mr_ssl_set_default_verify_paths(MrThread *t, MrValue *a)
{
    const MrSsl *lib = mr_ssl(t);
    if (!lib)
        return MR_ERROR;
    return lib->SSL_CTX_set_default_verify_paths(SELF->ctx) ? MR_NONE : mr_ssl_raise_queue(t, lib, 4326);
}

static const OPENSSL_STACK *objects_of(const MrSsl *lib, MrSslContext *c)
{
    return STACK(lib->X509_STORE_get0_objects(lib->SSL_CTX_get_cert_store(c->ctx)));
}

MrValue mr_ssl_cert_store_stats(MrThread *t, MrValue *a)
{
    const MrSsl *lib = mr_ssl(t);
    MrDict *d = lib ? mr_dict_new(t) : NULL;
    if (!d)
        return MR_ERROR;
    const OPENSSL_STACK *objects = objects_of(lib, SELF);
    int certs = 0, lists = 0, authorities = 0;
    for (int i = 0; i < lib->OPENSSL_sk_num(objects); i++) {
        const X509_OBJECT *o = lib->OPENSSL_sk_value(objects, i);
        int kind = lib->X509_OBJECT_get_type(o);
        certs += kind == X509_LU_X509;
        lists += kind == X509_LU_CRL;
        authorities += kind == X509_LU_X509 && lib->X509_check_ca(lib->X509_OBJECT_get0_X509(o));
    }
    return mr_dict_set_c(t, d, "x509", mr_small_int(certs)) && mr_dict_set_c(t, d, "crl", mr_small_int(lists)) &&
                   mr_dict_set_c(t, d, "x509_ca", mr_small_int(authorities))
               ? mr_val(d)
               : MR_ERROR;
}

MrValue mr_ssl_get_ca_certs(MrThread *t, MrValue *a)
{
    const MrSsl *lib = mr_ssl(t);
    int binary = a[1] == MR_UNBOUND ? 0 : mr_truth(t, a[1]);
    MrValue list = lib && binary >= 0 ? mr_list_new(t, 0) : MR_ERROR;
    if (list == MR_ERROR)
        return MR_ERROR;
    const OPENSSL_STACK *objects = objects_of(lib, SELF);
    for (int i = 0; i < lib->OPENSSL_sk_num(objects); i++) {
        const X509_OBJECT *o = lib->OPENSSL_sk_value(objects, i);
        X509 *cert = lib->X509_OBJECT_get_type(o) == X509_LU_X509 ? lib->X509_OBJECT_get0_X509(o) : NULL;
        if (!cert || !lib->X509_check_ca(cert))
            continue;
        MrValue v = binary ? mr_ssl_cert_der(t, lib, cert) : mr_ssl_cert_dict(t, lib, cert);
        if (v == MR_ERROR || !mr_list_append(t, list, v))
            return MR_ERROR;
    }
    return list;
}
