/* Internals of _ssl: OpenSSL's functions, the structs of contexts, connections and memory BIOs, and errors.
 *
 * _ssl.c has the module and errors, _ssl_context.c contexts, _ssl_trust.c what they trust and own, _ssl_socket.c connections, _ssl_bio.c memory BIOs,
 * _ssl_cert.c certificates as dicts.
 *
 * No function of OpenSSL is called while the thread is away from the isolate: connections never block inside of it, they wait in poll() between two
 * attempts. So the isolate's lock serves as the lock that each SSL object needs, two threads may read and write at once, and callbacks may run script. */
#ifndef MR_STDLIB_SSL_INTERNAL_H
#define MR_STDLIB_SSL_INTERNAL_H

#define OPENSSL_SUPPRESS_DEPRECATED /* Diffie-Hellman parameters have no other way in that OpenSSL 3 and scripts agree on */
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include "stdlib/native/instance.h"
#include "stdlib/native/posix.h"
#include "vm/types/text.h"

#define MR_SSL_FUNCTIONS(X) \
    X(ASN1_OBJECT_free) X(ASN1_STRING_get0_data) X(ASN1_STRING_length) X(ASN1_STRING_to_UTF8) X(ASN1_TIME_print) X(AUTHORITY_INFO_ACCESS_free) \
    X(BIO_clear_flags) X(BIO_ctrl) X(BIO_free) X(BIO_new) X(BIO_new_file) X(BIO_new_mem_buf) X(BIO_read) X(BIO_s_mem) X(BIO_set_flags) X(BIO_up_ref) \
    X(BIO_write) X(CRL_DIST_POINTS_free) X(CRYPTO_free) X(DH_free) X(ERR_clear_error) X(ERR_peek_last_error) X(ERR_reason_error_string) \
    X(GENERAL_NAMES_free) X(GENERAL_NAME_print) X(OBJ_nid2ln) X(OBJ_nid2obj) X(OBJ_nid2sn) X(OBJ_obj2nid) X(OBJ_obj2txt) X(OBJ_sn2nid) X(OBJ_txt2obj) \
    X(OPENSSL_sk_num) X(OPENSSL_sk_value) X(OpenSSL_version) X(OpenSSL_version_num) X(PEM_read_bio_DHparams) X(PEM_read_bio_X509) X(RAND_add) \
    X(RAND_bytes) X(RAND_status) X(SSL_CIPHER_description) X(SSL_CIPHER_get_auth_nid) X(SSL_CIPHER_get_bits) X(SSL_CIPHER_get_cipher_nid) \
    X(SSL_CIPHER_get_digest_nid) X(SSL_CIPHER_get_id) X(SSL_CIPHER_get_kx_nid) X(SSL_CIPHER_get_name) X(SSL_CIPHER_get_version) X(SSL_CIPHER_is_aead) \
    X(SSL_COMP_get_name) X(SSL_CTX_callback_ctrl) X(SSL_CTX_check_private_key) X(SSL_CTX_clear_options) X(SSL_CTX_ctrl) X(SSL_CTX_free) \
    X(SSL_CTX_get0_param) X(SSL_CTX_get_cert_store) X(SSL_CTX_get_default_passwd_cb) X(SSL_CTX_get_num_tickets) X(SSL_CTX_get_options) \
    X(SSL_CTX_get_security_level) X(SSL_CTX_load_verify_locations) X(SSL_CTX_new) X(SSL_CTX_set_alpn_protos) X(SSL_CTX_set_alpn_select_cb) \
    X(SSL_CTX_set_cipher_list) X(SSL_CTX_set_default_passwd_cb) X(SSL_CTX_set_default_passwd_cb_userdata) X(SSL_CTX_set_default_verify_paths) \
    X(SSL_CTX_set_keylog_callback) X(SSL_CTX_set_num_tickets) X(SSL_CTX_set_options) X(SSL_CTX_set_post_handshake_auth) \
    X(SSL_CTX_set_session_id_context) X(SSL_CTX_set_verify) X(SSL_CTX_use_PrivateKey_file) X(SSL_CTX_use_certificate_chain_file) X(SSL_SESSION_free) \
    X(SSL_SESSION_get_id) X(SSL_SESSION_get_ticket_lifetime_hint) X(SSL_SESSION_get_time) X(SSL_SESSION_get_timeout) X(SSL_SESSION_has_ticket) X(SSL_ctrl) X(SSL_do_handshake) X(SSL_free) X(SSL_get0_alpn_selected) X(SSL_get0_param) \
    X(SSL_get0_verified_chain) X(SSL_get1_peer_certificate) X(SSL_get1_session) X(SSL_get_ciphers) X(SSL_get_client_ciphers) X(SSL_get_current_cipher) \
    X(SSL_get_current_compression) X(SSL_get_error) X(SSL_get_ex_data) X(SSL_get_finished) X(SSL_get_peer_cert_chain) X(SSL_get_peer_finished) \
    X(SSL_get_servername) X(SSL_get_shutdown) X(SSL_get_verify_mode) X(SSL_get_verify_result) X(SSL_get_version) X(SSL_is_init_finished) X(SSL_new) \
    X(SSL_pending) X(SSL_read_ex) X(SSL_select_next_proto) X(SSL_session_reused) X(SSL_set_SSL_CTX) X(SSL_set_accept_state) X(SSL_set_bio) \
    X(SSL_set_connect_state) X(SSL_set_ex_data) X(SSL_set_post_handshake_auth) X(SSL_set_session) X(SSL_set_verify) X(SSL_shutdown) X(SSL_verify_client_post_handshake) \
    X(SSL_write_ex) X(TLS_client_method) X(TLS_method) X(TLS_server_method) X(X509_NAME_ENTRY_get_data) X(X509_NAME_ENTRY_get_object) \
    X(X509_NAME_ENTRY_set) X(X509_NAME_entry_count) X(X509_NAME_get_entry) X(X509_OBJECT_get0_X509) X(X509_OBJECT_get_type) X(X509_STORE_add_cert) \
    X(X509_STORE_get0_objects) X(X509_VERIFY_PARAM_clear_flags) X(X509_VERIFY_PARAM_get_flags) X(X509_VERIFY_PARAM_set1_host) \
    X(X509_VERIFY_PARAM_set1_ip) X(X509_VERIFY_PARAM_set_flags) X(X509_VERIFY_PARAM_set_hostflags) X(X509_check_ca) X(X509_free) X(X509_get0_notAfter) \
    X(X509_get0_notBefore) X(X509_get0_serialNumber) X(X509_get_default_cert_dir) X(X509_get_default_cert_dir_env) X(X509_get_default_cert_file) \
    X(X509_get_default_cert_file_env) X(X509_get_ext_d2i) X(X509_get_issuer_name) X(X509_get_subject_name) X(X509_get_version) \
    X(X509_verify_cert_error_string) X(d2i_X509_bio) X(i2a_ASN1_INTEGER) X(i2d_X509)

typedef struct MrSsl {
#define X(name) __typeof__(&name) name;
    MR_SSL_FUNCTIONS(X)
#undef X
} MrSsl;

/* The library; NULL: ImportError. */
const MrSsl *mr_ssl(MrThread *t) MR_MUST_CHECK;

typedef struct MrSslContext {
    MrObj h;
    SSL_CTX *ctx;
    void (*free_ctx)(SSL_CTX *);
    const MrSsl *lib;     /* for callbacks, which run while it is in use */
    MrValue sni;          /* sni_callback or MR_NONE */
    MrValue keylog;       /* file name or MR_NONE */
    MrValue alpn;         /* bytes: protocols that a server picks from; MR_UNBOUND */
    MrThread *thread;     /* who is inside the library on behalf of the context */
    MrValue password;     /* while a key is read: what was given for it */
    MrValue message;      /* _msg_callback or MR_NONE */
    unsigned host_flags;
    int protocol;
    bool check_hostname, post_handshake_auth;
} MrSslContext;
#define MR_SSL_CONTEXT(v) ((MrSslContext *)mr_obj_of(v))

typedef struct MrSslBio {
    MrObj h;
    BIO *bio;
    int (*free_bio)(BIO *);
    bool eof;             /* nothing more will be written */
} MrSslBio;
#define MR_SSL_BIO(v) ((MrSslBio *)mr_obj_of(v))

typedef struct MrSslSocket {
    MrObj h;
    SSL *ssl;
    void (*free_ssl)(SSL *);
    BIO *in, *out;        /* what it reads and writes; ssl owns a reference */
    char *unsent;         /* malloc'd: ciphertext on its way to the socket, unsent_from up to unsent_to */
    size_t unsent_from, unsent_to;
    size_t unreported;    /* bytes that a write has encrypted but not said so, since the socket was full */
    unsigned char head[5];/* of the record that comes in from the socket */
    size_t n_head, body;  /* bytes of its head that are here, and of its body that are not */
    const MrSsl *lib;     /* valid while an operation runs */
    MrThread *thread;     /* who runs it */
    MrValue sock;         /* a _socket.socket, or MR_NONE with memory BIOs */
    MrValue incoming, outgoing;
    MrValue context, owner /* SSLSocket or SSLObject */, hostname;
    MrValue fault;        /* an exception that a callback left */
    int error;            /* errno of the last system call */
    bool server_side;
} MrSslSocket;
#define MR_SSL_SOCKET(v) ((MrSslSocket *)mr_obj_of(v))

extern const MrTypeDef mr_ssl_context_def, mr_ssl_socket_def, mr_ssl_bio_def, mr_ssl_session_def;

/* ---- errors ---- */
/* SSLError, or what class fits the innermost entry of OpenSSL's error queue, which is emptied. line: where CPython's _ssl.c says it happened. Returns MR_ERROR. */
MrValue mr_ssl_raise_queue(MrThread *t, const MrSsl *lib, int line);
/* The outcome `ret` of an operation, as SSL_get_error sees it. s is the connection. */
MrValue mr_ssl_raise_result(MrThread *t, const MrSsl *lib, MrSslSocket *s, int ret, int line);
/* class(number, text) with reason and library unset; the text gets the line. */
MrValue mr_ssl_raise(MrThread *t, const char *class_name, int number, const char *text, int line);

/* ---- certificates ---- */
MrValue mr_ssl_cert_dict(MrThread *t, const MrSsl *lib, X509 *cert) MR_MUST_CHECK;
MrValue mr_ssl_cert_der(MrThread *t, const MrSsl *lib, X509 *cert) MR_MUST_CHECK;

/* ---- the parts of other files' tables ---- */
typedef MrValue MrSslNative(MrThread *t, MrValue *a);
MrSslNative mr_ssl_load_cert_chain, mr_ssl_load_dh_params, mr_ssl_load_verify_locations, mr_ssl_cert_store_stats, mr_ssl_get_ca_certs, mr_ssl_set_default_verify_paths;

/* A connection over a socket (incoming MR_NONE) or two memory BIOs. [script] */
MrValue mr_ssl_connection(MrThread *t, MrSslContext *context, MrValue sock, MrValue incoming, MrValue outgoing, MrValue server_side, MrValue hostname, MrValue owner,
                          MrValue session) MR_MUST_CHECK;

#endif
