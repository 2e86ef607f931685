/* _ssl: TLS by OpenSSL's libssl, which is loaded with the module. The module, errors and random bytes; see _ssl.h for the other files.
 *
 * Error classes are Python's (_ssl_errors.py). An error's text is CPython's, down to the line of CPython's own _ssl.c at its end, since that is what people
 * compare with and search for. OpenSSL's reasons come with names in capitals, which are the reason's text in capitals.
 */
#include "stdlib/native/_ssl.h"

#include <ctype.h>
#include <errno.h>

#include "stdlib/native/library.h"
#include "vm/isolate.h"

#define X(name) #name,
static const char *const symbols[] = {MR_SSL_FUNCTIONS(X)};
#undef X
static const char *const files[] = {"libssl.so.3", "libssl.so", NULL};
static const MrLibraryDef library = {"ssl", "OpenSSL", files, symbols, sizeof symbols / sizeof *symbols, MR_HOOK_SSL};

const MrSsl *mr_ssl(MrThread *t) { return mr_library(t, &library); }

/* ---- errors ---- */

enum { NUMBER_SSL = 1, NUMBER_WANT_READ = 2, NUMBER_WANT_WRITE = 3, NUMBER_X509 = 4, NUMBER_SYSCALL = 5, NUMBER_ZERO = 6, NUMBER_CONNECT = 7, NUMBER_EOF = 8,
       NUMBER_INVALID = 10 };

static const struct { int number; const char *name; } libraries[] = {
    {ERR_LIB_ASN1, "ASN1"}, {ERR_LIB_BIO, "BIO"}, {ERR_LIB_BN, "BN"}, {ERR_LIB_CONF, "CONF"}, {ERR_LIB_CRYPTO, "CRYPTO"}, {ERR_LIB_DH, "DH"}, {ERR_LIB_DSA, "DSA"},
    {ERR_LIB_EC, "EC"}, {ERR_LIB_ENGINE, "ENGINE"}, {ERR_LIB_EVP, "EVP"}, {ERR_LIB_OBJ, "OBJ"}, {ERR_LIB_PEM, "PEM"}, {ERR_LIB_PKCS12, "PKCS12"},
    {ERR_LIB_PKCS7, "PKCS7"}, {ERR_LIB_PROV, "PROV"}, {ERR_LIB_RAND, "RAND"}, {ERR_LIB_RSA, "RSA"}, {ERR_LIB_SSL, "SSL"}, {ERR_LIB_UI, "UI"}, {ERR_LIB_X509, "X509"},
    {ERR_LIB_X509V3, "X509V3"},
};

static const char *library_name(unsigned long code)
{
    for (size_t i = 0; i < sizeof libraries / sizeof *libraries; i++)
        if (libraries[i].number == ERR_GET_LIB(code))
            return libraries[i].name;
    return NULL;
}

/* "certificate verify failed" -> CERTIFICATE_VERIFY_FAILED; reasons that all libraries share have no name. */
static bool reason_name(const MrSsl *lib, unsigned long code, char *name, size_t room)
{
    const char *text = code && !ERR_COMMON_ERROR(code) && ERR_GET_REASON(code) >= 100 ? lib->ERR_reason_error_string(code) : NULL;
    size_t n = 0;
    for (; text && text[n] && n + 1 < room; n++)
        name[n] = (char)(isalnum((unsigned char)text[n]) ? toupper((unsigned char)text[n]) : '_');
    name[n] = 0;
    return n > 0;
}

static bool set_text(MrThread *t, MrValue exception, const char *name, const char *text)
{
    MrValue v = text ? mr_str_c(t, text) : MR_NONE;
    MrStr *key = mr_intern(t, name, strlen(name));
    return v != MR_ERROR && key && mr_setattr(t, exception, key, v);
}

/* What a failed verification adds: verify_code, verify_message. */
static MrValue verify_message(MrThread *t, const MrSsl *lib, MrSslSocket *s)
{
    long code = lib->SSL_get_verify_result(s->ssl);
    const char *format = code == X509_V_ERR_HOSTNAME_MISMATCH   ? "Hostname mismatch, certificate is not valid for '%s'."
                         : code == X509_V_ERR_IP_ADDRESS_MISMATCH ? "IP address mismatch, certificate is not valid for '%s'."
                                                                  : NULL;
    if (!format || !mr_is_str(s->hostname))
        return mr_str_c(t, lib->X509_verify_cert_error_string(code));
    return code == X509_V_ERR_HOSTNAME_MISMATCH ? mr_strf(t, "Hostname mismatch, certificate is not valid for '%s'.", mr_cstr(s->hostname))
                                                : mr_strf(t, "IP address mismatch, certificate is not valid for '%s'.", mr_cstr(s->hostname));
}

/* The exception of a class here with all its attributes. code: of OpenSSL's queue or 0; text NULL: the code's. */
static MrValue raise_full(MrThread *t, const MrSsl *lib, MrSslSocket *s, const char *class_name, int number, const char *text, unsigned long code, int line)
{
    char reason[128];
    bool has_reason = lib && reason_name(lib, code, reason, sizeof reason);
    const char *where = code ? library_name(code) : NULL;
    bool verification = s && !strcmp(class_name, "SSLCertVerificationError");
    MrValue verified = verification ? verify_message(t, lib, s) : MR_NONE;
    MrValue module = mr_import(t, "_ssl_errors"), class = module == MR_ERROR ? module : mr_getattr_c(t, module, class_name);
    if (class == MR_ERROR || verified == MR_ERROR)
        return MR_ERROR;
    if (!text && code)
        text = lib->ERR_reason_error_string(code);
    if (!text)
        text = "unknown error";
    const char *colon = verification ? ": " : "", *detail = verification ? mr_cstr(verified) : "";
    MrValue message = where && has_reason ? mr_strf(t, "[%s: %s] %s%s%s (_ssl.c:%d)", where, reason, text, colon, detail, line)
                      : where             ? mr_strf(t, "[%s] %s%s%s (_ssl.c:%d)", where, text, colon, detail, line)
                                          : mr_strf(t, "%s%s%s (_ssl.c:%d)", text, colon, detail, line);
    MrValue exception = message == MR_ERROR ? message : mr_call2(t, class, mr_small_int(number), message);
    if (exception == MR_ERROR || !set_text(t, exception, "reason", has_reason ? reason : NULL) || !set_text(t, exception, "library", where))
        return MR_ERROR;
    if (verification) {
        MrStr *code_name = mr_intern(t, "verify_code", 11), *message_name = mr_intern(t, "verify_message", 14);
        if (!code_name || !message_name || !mr_setattr(t, exception, code_name, mr_small_int(lib->SSL_get_verify_result(s->ssl))) ||
            !mr_setattr(t, exception, message_name, verified))
            return MR_ERROR;
    }
    return mr_raise_value(t, exception);
}

MrValue mr_ssl_raise(MrThread *t, const char *class_name, int number, const char *text, int line)
{
    return raise_full(t, NULL, NULL, class_name, number, text, 0, line);
}

MrValue mr_ssl_raise_queue(MrThread *t, const MrSsl *lib, int line)
{
    unsigned long code = lib->ERR_peek_last_error();
    lib->ERR_clear_error();
    return raise_full(t, lib, NULL, "SSLError", code ? ERR_GET_REASON(code) : 0, NULL, code, line);
}

MrValue mr_ssl_raise_result(MrThread *t, const MrSsl *lib, MrSslSocket *s, int ret, int line)
{
    unsigned long code = lib->ERR_peek_last_error();
    int kind = lib->SSL_get_error(s->ssl, ret);
    lib->ERR_clear_error();
    switch (kind) {
    case SSL_ERROR_ZERO_RETURN:
        return mr_ssl_raise(t, "SSLZeroReturnError", NUMBER_ZERO, "TLS/SSL connection has been closed (EOF)", line);
    case SSL_ERROR_WANT_READ:
        return mr_ssl_raise(t, "SSLWantReadError", NUMBER_WANT_READ, "The operation did not complete (read)", line);
    case SSL_ERROR_WANT_WRITE:
        return mr_ssl_raise(t, "SSLWantWriteError", NUMBER_WANT_WRITE, "The operation did not complete (write)", line);
    case SSL_ERROR_WANT_X509_LOOKUP:
        return mr_ssl_raise(t, "SSLError", NUMBER_X509, "The operation did not complete (X509 lookup)", line);
    case SSL_ERROR_WANT_CONNECT:
        return mr_ssl_raise(t, "SSLError", NUMBER_CONNECT, "The operation did not complete (connect)", line);
    case SSL_ERROR_SYSCALL:
        if (code)
            return raise_full(t, lib, s, "SSLSyscallError", NUMBER_SYSCALL, NULL, code, line);
        if (s->error)
            return mr_raise_errno(t, s->error, MR_UNBOUND);
        return mr_ssl_raise(t, "SSLEOFError", NUMBER_EOF, "EOF occurred in violation of protocol", line);
    case SSL_ERROR_SSL:
        if (!code)
            return mr_ssl_raise(t, "SSLError", NUMBER_SSL, "A failure in the SSL library occurred", line);
        if (ERR_GET_LIB(code) == ERR_LIB_SSL && ERR_GET_REASON(code) == SSL_R_CERTIFICATE_VERIFY_FAILED)
            return raise_full(t, lib, s, "SSLCertVerificationError", NUMBER_SSL, NULL, code, line);
        if (ERR_GET_LIB(code) == ERR_LIB_SSL && ERR_GET_REASON(code) == SSL_R_UNEXPECTED_EOF_WHILE_READING)
            return raise_full(t, lib, s, "SSLEOFError", NUMBER_EOF, "EOF occurred in violation of protocol", code, line);
        return raise_full(t, lib, s, "SSLError", NUMBER_SSL, NULL, code, line);
    default:
        return mr_ssl_raise(t, "SSLError", NUMBER_INVALID, "Invalid error code", line);
    }
}

/* ---- functions ---- */

static MrValue rand_bytes(MrThread *t, MrValue *a)
{
    const MrSsl *lib = mr_ssl(t);
    int64_t n;
    if (!lib || !mr_to_i64(t, a[0], &n))
        return MR_ERROR;
    if (n < 0 || n > INT32_MAX)
        return n < 0 ? mr_raise(t, MR_EXC_ValueError, "num must be positive") : mr_raise(t, MR_EXC_OverflowError, "signed integer is greater than maximum");
    MrValue out = mr_bytes_new(t, NULL, (size_t)n);
    if (out == MR_ERROR)
        return MR_ERROR;
    return lib->RAND_bytes((unsigned char *)MR_BYTES(out)->bytes, (int)n) == 1 ? out : mr_ssl_raise_queue(t, lib, 0);
}

static MrValue rand_add(MrThread *t, MrValue *a)
{
    const MrSsl *lib = mr_ssl(t);
    const char *bytes;
    size_t n;
    double entropy;
    if (!lib || !mr_to_double(t, a[1], &entropy))
        return MR_ERROR;
    if (mr_is_str(a[0]))
        bytes = mr_cstr(a[0]), n = MR_STR(a[0])->nbytes;
    else if (!mr_buffer_of(t, a[0], &bytes, &n))
        return MR_ERROR;
    lib->RAND_add(bytes, n > INT32_MAX ? INT32_MAX : (int)n, entropy);
    return MR_NONE;
}

static MrValue rand_status(MrThread *t, MrValue *a)
{
    (void)a;
    const MrSsl *lib = mr_ssl(t);
    return lib ? mr_bool(lib->RAND_status() == 1) : MR_ERROR;
}

static MrValue get_default_verify_paths(MrThread *t, MrValue *a)
{
    (void)a;
    const MrSsl *lib = mr_ssl(t);
    if (!lib)
        return MR_ERROR;
    MrValue v[4] = {mr_str_c(t, lib->X509_get_default_cert_file_env()), mr_str_c(t, lib->X509_get_default_cert_file()),
                    mr_str_c(t, lib->X509_get_default_cert_dir_env()), mr_str_c(t, lib->X509_get_default_cert_dir())};
    for (size_t i = 0; i < 4; i++)
        if (v[i] == MR_ERROR)
            return MR_ERROR;
    return mr_tuple_from(t, v, 4);
}

/* (nid, short name, long name, dotted number) */
static MrValue object_tuple(MrThread *t, const MrSsl *lib, const ASN1_OBJECT *object)
{
    int nid = lib->OBJ_obj2nid(object);
    if (nid == NID_undef)
        return mr_raise(t, MR_EXC_ValueError, "Unknown object");
    char dotted[128];
    int n = lib->OBJ_obj2txt(dotted, sizeof dotted, object, 1);
    const char *sn = lib->OBJ_nid2sn(nid), *ln = lib->OBJ_nid2ln(nid);
    MrValue v[4] = {mr_small_int(nid), sn ? mr_str_c(t, sn) : MR_NONE, ln ? mr_str_c(t, ln) : MR_NONE, n > 0 ? mr_str_c(t, dotted) : MR_NONE};
    for (size_t i = 0; i < 4; i++)
        if (v[i] == MR_ERROR)
            return MR_ERROR;
    return mr_tuple_from(t, v, 4);
}

static MrValue txt2obj(MrThread *t, MrValue *a)
{
    const MrSsl *lib = mr_ssl(t);
    int by_name = a[1] == MR_UNBOUND ? 0 : mr_truth(t, a[1]);
    if (!lib || by_name < 0)
        return MR_ERROR;
    if (!mr_is_str(a[0]))
        return mr_raise(t, MR_EXC_TypeError, "txt2obj() argument 'txt' must be str, not %s", mr_type_name(t, a[0]));
    ASN1_OBJECT *object = lib->OBJ_txt2obj(mr_cstr(a[0]), !by_name);
    if (!object) {
        lib->ERR_clear_error();
        return mr_raise(t, MR_EXC_ValueError, "unknown object '%.100s'", mr_cstr(a[0]));
    }
    MrValue r = object_tuple(t, lib, object);
    lib->ASN1_OBJECT_free(object);
    return r;
}

static MrValue nid2obj(MrThread *t, MrValue *a)
{
    const MrSsl *lib = mr_ssl(t);
    int64_t nid;
    if (!lib || !mr_to_i64(t, a[0], &nid))
        return MR_ERROR;
    if (nid < 0)
        return mr_raise(t, MR_EXC_ValueError, "NID must be positive.");
    const ASN1_OBJECT *object = nid > INT32_MAX ? NULL : lib->OBJ_nid2obj((int)nid);
    if (!object) {
        lib->ERR_clear_error();
        return mr_raise(t, MR_EXC_ValueError, "unknown NID %d", (int)nid);
    }
    return object_tuple(t, lib, object);
}

static MrValue decode_cert(MrThread *t, MrValue *a)
{
    const MrSsl *lib = mr_ssl(t);
    MrValue path = lib ? mr_path_fspath(t, a[0]) : MR_ERROR;
    if (path == MR_ERROR)
        return MR_ERROR;
    BIO *file = lib->BIO_new_file(mr_is_str(path) ? mr_cstr(path) : MR_BYTES(path)->bytes, "r");
    if (!file) {
        lib->ERR_clear_error();
        return mr_ssl_raise(t, "SSLError", 0, "Can't open file", 0);
    }
    X509 *cert = lib->PEM_read_bio_X509(file, NULL, NULL, NULL);
    lib->BIO_free(file);
    if (!cert) {
        lib->ERR_clear_error();
        return mr_ssl_raise(t, "SSLError", 0, "Error decoding PEM-encoded file", 0);
    }
    MrValue r = mr_ssl_cert_dict(t, lib, cert);
    lib->X509_free(cert);
    return r;
}

/* ---- the module ---- */

#define DEFAULT_CIPHERS "@SECLEVEL=2:ECDH+AESGCM:ECDH+CHACHA20:ECDH+AES:DHE+AES:!aNULL:!eNULL:!aDSS:!SHA1:!AESCCM"

#define ALERT(name, number) {"ALERT_DESCRIPTION_" #name, number}
static const struct { const char *name; int64_t value; } numbers[] = {
    ALERT(CLOSE_NOTIFY, 0), ALERT(UNEXPECTED_MESSAGE, 10), ALERT(BAD_RECORD_MAC, 20), ALERT(RECORD_OVERFLOW, 22), ALERT(DECOMPRESSION_FAILURE, 30),
    ALERT(HANDSHAKE_FAILURE, 40), ALERT(BAD_CERTIFICATE, 42), ALERT(UNSUPPORTED_CERTIFICATE, 43), ALERT(CERTIFICATE_REVOKED, 44), ALERT(CERTIFICATE_EXPIRED, 45),
    ALERT(CERTIFICATE_UNKNOWN, 46), ALERT(ILLEGAL_PARAMETER, 47), ALERT(UNKNOWN_CA, 48), ALERT(ACCESS_DENIED, 49), ALERT(DECODE_ERROR, 50), ALERT(DECRYPT_ERROR, 51),
    ALERT(PROTOCOL_VERSION, 70), ALERT(INSUFFICIENT_SECURITY, 71), ALERT(INTERNAL_ERROR, 80), ALERT(USER_CANCELLED, 90), ALERT(NO_RENEGOTIATION, 100),
    ALERT(UNSUPPORTED_EXTENSION, 110), ALERT(CERTIFICATE_UNOBTAINABLE, 111), ALERT(UNRECOGNIZED_NAME, 112), ALERT(BAD_CERTIFICATE_STATUS_RESPONSE, 113),
    ALERT(BAD_CERTIFICATE_HASH_VALUE, 114), ALERT(UNKNOWN_PSK_IDENTITY, 115),
    {"CERT_NONE", 0}, {"CERT_OPTIONAL", 1}, {"CERT_REQUIRED", 2}, {"ENCODING_PEM", 1}, {"ENCODING_DER", 2},
    {"HOSTFLAG_ALWAYS_CHECK_SUBJECT", 1}, {"HOSTFLAG_NO_WILDCARDS", 2}, {"HOSTFLAG_NO_PARTIAL_WILDCARDS", 4}, {"HOSTFLAG_MULTI_LABEL_WILDCARDS", 8},
    {"HOSTFLAG_SINGLE_LABEL_SUBDOMAINS", 16}, {"HOSTFLAG_NEVER_CHECK_SUBJECT", 32},
    {"OP_ALL", (uint32_t)(SSL_OP_ALL & ~SSL_OP_DONT_INSERT_EMPTY_FRAGMENTS)}, {"OP_CIPHER_SERVER_PREFERENCE", SSL_OP_CIPHER_SERVER_PREFERENCE}, {"OP_ENABLE_KTLS", SSL_OP_ENABLE_KTLS},
    {"OP_ENABLE_MIDDLEBOX_COMPAT", SSL_OP_ENABLE_MIDDLEBOX_COMPAT}, {"OP_IGNORE_UNEXPECTED_EOF", SSL_OP_IGNORE_UNEXPECTED_EOF},
    {"OP_LEGACY_SERVER_CONNECT", SSL_OP_LEGACY_SERVER_CONNECT}, {"OP_NO_COMPRESSION", SSL_OP_NO_COMPRESSION}, {"OP_NO_RENEGOTIATION", SSL_OP_NO_RENEGOTIATION},
    {"OP_NO_SSLv2", 0}, {"OP_NO_SSLv3", SSL_OP_NO_SSLv3}, {"OP_NO_TICKET", SSL_OP_NO_TICKET}, {"OP_NO_TLSv1", SSL_OP_NO_TLSv1}, {"OP_NO_TLSv1_1", SSL_OP_NO_TLSv1_1},
    {"OP_NO_TLSv1_2", SSL_OP_NO_TLSv1_2}, {"OP_NO_TLSv1_3", SSL_OP_NO_TLSv1_3}, {"OP_SINGLE_DH_USE", 0}, {"OP_SINGLE_ECDH_USE", 0},
    {"PROTOCOL_SSLv23", 2}, {"PROTOCOL_TLS", 2}, {"PROTOCOL_TLS_CLIENT", 16}, {"PROTOCOL_TLS_SERVER", 17}, {"PROTOCOL_TLSv1", 3}, {"PROTOCOL_TLSv1_1", 4},
    {"PROTOCOL_TLSv1_2", 5}, {"PROTO_MAXIMUM_SUPPORTED", -1}, {"PROTO_MINIMUM_SUPPORTED", -2}, {"PROTO_SSLv3", SSL3_VERSION}, {"PROTO_TLSv1", TLS1_VERSION},
    {"PROTO_TLSv1_1", TLS1_1_VERSION}, {"PROTO_TLSv1_2", TLS1_2_VERSION}, {"PROTO_TLSv1_3", TLS1_3_VERSION},
    {"SSL_ERROR_SSL", NUMBER_SSL}, {"SSL_ERROR_WANT_READ", NUMBER_WANT_READ}, {"SSL_ERROR_WANT_WRITE", NUMBER_WANT_WRITE}, {"SSL_ERROR_WANT_X509_LOOKUP", NUMBER_X509},
    {"SSL_ERROR_SYSCALL", NUMBER_SYSCALL}, {"SSL_ERROR_ZERO_RETURN", NUMBER_ZERO}, {"SSL_ERROR_WANT_CONNECT", NUMBER_CONNECT}, {"SSL_ERROR_EOF", NUMBER_EOF},
    {"SSL_ERROR_INVALID_ERROR_CODE", NUMBER_INVALID}, {"VERIFY_DEFAULT", 0}, {"VERIFY_ALLOW_PROXY_CERTS", X509_V_FLAG_ALLOW_PROXY_CERTS},
    {"VERIFY_CRL_CHECK_LEAF", X509_V_FLAG_CRL_CHECK}, {"VERIFY_CRL_CHECK_CHAIN", X509_V_FLAG_CRL_CHECK | X509_V_FLAG_CRL_CHECK_ALL},
    {"VERIFY_X509_STRICT", X509_V_FLAG_X509_STRICT}, {"VERIFY_X509_PARTIAL_CHAIN", X509_V_FLAG_PARTIAL_CHAIN},
    {"VERIFY_X509_TRUSTED_FIRST", X509_V_FLAG_TRUSTED_FIRST},
};
static const struct { const char *name; bool value; } abilities[] = {
    {"HAS_ALPN", true}, {"HAS_ECDH", true}, {"HAS_NPN", false}, {"HAS_SNI", true}, {"HAS_SSLv2", false}, {"HAS_SSLv3", false}, {"HAS_TLS_UNIQUE", true},
    {"HAS_TLSv1", true}, {"HAS_TLSv1_1", true}, {"HAS_TLSv1_2", true}, {"HAS_TLSv1_3", true},
};
static const char *const errors[] = {"SSLError", "SSLCertVerificationError", "SSLZeroReturnError", "SSLWantReadError", "SSLWantWriteError", "SSLSyscallError",
                                     "SSLEOFError"};

static MrValue version_tuple(MrThread *t, unsigned long n)
{
    MrValue v[5] = {mr_small_int(n >> 28 & 255), mr_small_int(n >> 20 & 255), mr_small_int(n >> 12 & 255), mr_small_int(n >> 4 & 255), mr_small_int(n & 15)};
    return mr_tuple_from(t, v, 5);
}

static bool add_text(MrThread *t, MrModule *m, const char *name, const char *text)
{
    MrValue v = mr_str_c(t, text);
    return v != MR_ERROR && mr_module_add(t, m, name, v);
}

static bool add(MrThread *t, MrModule *m, const char *name, MrValue v) { return v != MR_ERROR && mr_module_add(t, m, name, v); }

static bool init(MrThread *t, MrModule *m)
{
    const MrSsl *lib = mr_ssl(t);
    MrValue classes = lib ? mr_import(t, "_ssl_errors") : MR_ERROR;
    if (classes == MR_ERROR)
        return false;
    for (size_t i = 0; i < sizeof errors / sizeof *errors; i++)
        if (!add(t, m, errors[i], mr_getattr_c(t, classes, errors[i])))
            return false;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (!mr_module_add(t, m, numbers[i].name, mr_small_int(numbers[i].value)))
            return false;
    for (size_t i = 0; i < sizeof abilities / sizeof *abilities; i++)
        if (!mr_module_add(t, m, abilities[i].name, mr_bool(abilities[i].value)))
            return false;
    unsigned long number = lib->OpenSSL_version_num();
    return add_text(t, m, "_DEFAULT_CIPHERS", DEFAULT_CIPHERS) && add_text(t, m, "OPENSSL_VERSION", lib->OpenSSL_version(OPENSSL_VERSION)) &&
           mr_module_add(t, m, "OPENSSL_VERSION_NUMBER", mr_small_int((int64_t)number)) && add(t, m, "OPENSSL_VERSION_INFO", version_tuple(t, number)) &&
           add(t, m, "_OPENSSL_API_VERSION", version_tuple(t, OPENSSL_VERSION_NUMBER));
}

static const MrMethodDef functions[] = {
    {"RAND_add(string, entropy, /)", rand_add, "Add bytes to the random state; entropy says how many of their bits count as random.", 0},
    {"RAND_bytes(n, /)", rand_bytes, "n random bytes of OpenSSL, fit for keys.", 0},
    {"RAND_status()", rand_status, "Whether OpenSSL's random generator is ready.", 0},
    {"get_default_verify_paths()", get_default_verify_paths,
     "Where OpenSSL looks for certificates by default: names of two variables and two paths.", 0},
    {"nid2obj(nid, /)", nid2obj, "(nid, short name, long name, OID) of the object with this NID.", 0},
    {"txt2obj(txt, name=False)", txt2obj, "(nid, short name, long name, OID) of the object with this OID or, with name, any of its names.", 0},
    {"_test_decode_cert(path, /)", decode_cert, "A certificate's fields, read from a file.", 0},
    {0},
};
static const MrTypeDef *const types[] = {&mr_ssl_context_def, &mr_ssl_socket_def, &mr_ssl_bio_def, &mr_ssl_session_def, NULL};

const MrModuleDef mr_module__ssl = {.name = "_ssl", .functions = functions, .init = init, .types = types,
                                    .doc = "TLS by OpenSSL, for the ssl module."};
