/* _ssl: certificates as the dicts that getpeercert() gives, and as DER. */
#include "stdlib/native/_ssl.h"

#include <arpa/inet.h>

#define STACK(s) ((const OPENSSL_STACK *)(s))

MrValue mr_ssl_cert_der(MrThread *t, const MrSsl *lib, X509 *cert)
{
    unsigned char *bytes = NULL;
    int n = lib->i2d_X509(cert, &bytes);
    if (n < 0)
        return mr_ssl_raise_queue(t, lib, 1886);
    MrValue r = mr_bytes_new(t, (const char *)bytes, (size_t)n);
    lib->CRYPTO_free(bytes, __FILE__, __LINE__);
    return r;
}

/* An object's long name, or its number as text. */
static MrValue object_name(MrThread *t, const MrSsl *lib, const ASN1_OBJECT *object, bool numeric)
{
    char text[256];
    int n = lib->OBJ_obj2txt(text, sizeof text, object, numeric);
    return n < 0 ? mr_ssl_raise_queue(t, lib, 1185) : mr_str_c(t, text);
}

static MrValue text_of(MrThread *t, const ASN1_STRING *s, const MrSsl *lib)
{
    const char *bytes = (const char *)lib->ASN1_STRING_get0_data(s);
    int n = lib->ASN1_STRING_length(s);
    return mr_decode(t, bytes, n > 0 ? (size_t)n : 0, "utf-8", "strict");
}

static MrValue pair(MrThread *t, MrValue a, MrValue b)
{
    MrValue v[2] = {a, b};
    return a == MR_ERROR || b == MR_ERROR ? MR_ERROR : mr_tuple_from(t, v, 2);
}

static MrValue name_entry(MrThread *t, const MrSsl *lib, const X509_NAME_ENTRY *entry)
{
    unsigned char *utf8 = NULL;
    int n = lib->ASN1_STRING_to_UTF8(&utf8, lib->X509_NAME_ENTRY_get_data(entry));
    if (n < 0)
        return mr_ssl_raise_queue(t, lib, 1214);
    MrValue value = mr_decode(t, (const char *)utf8, (size_t)n, "utf-8", "strict");
    lib->CRYPTO_free(utf8, __FILE__, __LINE__);
    return pair(t, object_name(t, lib, lib->X509_NAME_ENTRY_get_object(entry), false), value);
}

/* A name: a tuple of relative names, each a tuple of pairs. */
static MrValue name_tuple(MrThread *t, const MrSsl *lib, const X509_NAME *name)
{
    int n = lib->X509_NAME_entry_count(name), group = -1;
    MrValue outer = mr_list_new(t, (size_t)n), inner = MR_UNBOUND;
    for (int i = 0; i < n && outer != MR_ERROR; i++) {
        const X509_NAME_ENTRY *entry = lib->X509_NAME_get_entry(name, i);
        int its = lib->X509_NAME_ENTRY_set(entry);
        if (inner != MR_UNBOUND && its != group) {
            MrValue done = mr_tuple_of(t, inner);
            if (done == MR_ERROR || !mr_list_append(t, outer, done))
                return MR_ERROR;
            inner = MR_UNBOUND;
        }
        group = its;
        if (inner == MR_UNBOUND && (inner = mr_list_new(t, 1)) == MR_ERROR)
            return MR_ERROR;
        MrValue item = name_entry(t, lib, entry);
        if (item == MR_ERROR || !mr_list_append(t, inner, item))
            return MR_ERROR;
    }
    if (outer == MR_ERROR)
        return MR_ERROR;
    if (inner != MR_UNBOUND) {
        MrValue done = mr_tuple_of(t, inner);
        if (done == MR_ERROR || !mr_list_append(t, outer, done))
            return MR_ERROR;
    }
    return mr_tuple_of(t, outer);
}

/* What a printing function of OpenSSL leaves in a memory BIO. */
static MrValue printed(MrThread *t, const MrSsl *lib, BIO *bio)
{
    char text[2048];
    int n = lib->BIO_read(bio, text, sizeof text);
    return mr_str_new(t, text, n > 0 ? (size_t)n : 0);
}

static MrValue address_text(MrThread *t, const unsigned char *p, int n)
{
    if (n == 4)
        return mr_strf(t, "%d.%d.%d.%d", p[0], p[1], p[2], p[3]);
    if (n != 16)
        return mr_str_c(t, "<invalid>");
    char text[64];
    size_t length = 0;
    for (int i = 0; i < 16; i += 2)
        length += (size_t)snprintf(text + length, sizeof text - length, "%s%X", i ? ":" : "", p[i] << 8 | p[i + 1]);
    return mr_str_new(t, text, length);
}

static MrValue other_name(MrThread *t, const MrSsl *lib, GENERAL_NAME *name)
{
    BIO *bio = lib->BIO_new(lib->BIO_s_mem());
    if (!bio)
        return mr_raise_no_memory(t);
    lib->GENERAL_NAME_print(bio, name);
    MrValue text = printed(t, lib, bio);
    lib->BIO_free(bio);
    if (text == MR_ERROR)
        return MR_ERROR;
    const char *s = mr_cstr(text), *colon = strchr(s, ':');
    if (!colon)
        return mr_raise(t, MR_EXC_ValueError, "Invalid value %.200s", s);
    return pair(t, mr_str_new(t, s, (size_t)(colon - s)), mr_str_c(t, colon + 1));
}

static MrValue general_name(MrThread *t, const MrSsl *lib, GENERAL_NAME *name)
{
    switch (name->type) {
    case GEN_DIRNAME:
        return pair(t, mr_str_c(t, "DirName"), name_tuple(t, lib, name->d.dirn));
    case GEN_EMAIL:
        return pair(t, mr_str_c(t, "email"), text_of(t, name->d.rfc822Name, lib));
    case GEN_DNS:
        return pair(t, mr_str_c(t, "DNS"), text_of(t, name->d.dNSName, lib));
    case GEN_URI:
        return pair(t, mr_str_c(t, "URI"), text_of(t, name->d.uniformResourceIdentifier, lib));
    case GEN_RID:
        return pair(t, mr_str_c(t, "Registered ID"), object_name(t, lib, name->d.rid, false));
    case GEN_IPADD:
        return pair(t, mr_str_c(t, "IP Address"), address_text(t, lib->ASN1_STRING_get0_data(name->d.ip), lib->ASN1_STRING_length(name->d.ip)));
    default:
        return other_name(t, lib, name);
    }
}

static bool put(MrThread *t, MrDict *d, const char *key, MrValue v) { return v != MR_ERROR && mr_dict_set_c(t, d, key, v); }

static bool put_alternatives(MrThread *t, const MrSsl *lib, MrDict *d, X509 *cert)
{
    GENERAL_NAMES *names = lib->X509_get_ext_d2i(cert, NID_subject_alt_name, NULL, NULL);
    if (!names)
        return true;
    MrValue list = mr_list_new(t, 0);
    bool ok = list != MR_ERROR;
    for (int i = 0; ok && i < lib->OPENSSL_sk_num(STACK(names)); i++) {
        MrValue item = general_name(t, lib, lib->OPENSSL_sk_value(STACK(names), i));
        ok = item != MR_ERROR && mr_list_append(t, list, item);
    }
    ok = ok && (!mr_len(t, list) || put(t, d, "subjectAltName", mr_tuple_of(t, list)));
    lib->GENERAL_NAMES_free(names);
    return ok;
}

static bool put_list(MrThread *t, MrDict *d, const char *key, MrValue list) { return !mr_len(t, list) || put(t, d, key, mr_tuple_of(t, list)); }

/* The URIs of one kind in the authority information. */
static bool put_access(MrThread *t, const MrSsl *lib, MrDict *d, X509 *cert, int nid, const char *key)
{
    AUTHORITY_INFO_ACCESS *info = lib->X509_get_ext_d2i(cert, NID_info_access, NULL, NULL);
    MrValue list = mr_list_new(t, 0);
    bool ok = list != MR_ERROR;
    for (int i = 0; info && ok && i < lib->OPENSSL_sk_num(STACK(info)); i++) {
        const ACCESS_DESCRIPTION *item = lib->OPENSSL_sk_value(STACK(info), i);
        if (lib->OBJ_obj2nid(item->method) != nid || item->location->type != GEN_URI)
            continue;
        MrValue uri = text_of(t, item->location->d.uniformResourceIdentifier, lib);
        ok = uri != MR_ERROR && mr_list_append(t, list, uri);
    }
    if (info)
        lib->AUTHORITY_INFO_ACCESS_free(info);
    return ok && put_list(t, d, key, list);
}

static bool put_revocation(MrThread *t, const MrSsl *lib, MrDict *d, X509 *cert)
{
    STACK_OF(DIST_POINT) *points = lib->X509_get_ext_d2i(cert, NID_crl_distribution_points, NULL, NULL);
    MrValue list = mr_list_new(t, 0);
    bool ok = list != MR_ERROR;
    for (int i = 0; points && ok && i < lib->OPENSSL_sk_num(STACK(points)); i++) {
        const DIST_POINT *point = lib->OPENSSL_sk_value(STACK(points), i);
        if (!point->distpoint || point->distpoint->type != 0)
            continue;
        const OPENSSL_STACK *names = STACK(point->distpoint->name.fullname);
        for (int j = 0; ok && j < lib->OPENSSL_sk_num(names); j++) {
            const GENERAL_NAME *name = lib->OPENSSL_sk_value(names, j);
            MrValue uri = name->type == GEN_URI ? text_of(t, name->d.uniformResourceIdentifier, lib) : MR_NONE;
            ok = uri == MR_NONE || (uri != MR_ERROR && mr_list_append(t, list, uri));
        }
    }
    if (points)
        lib->CRL_DIST_POINTS_free(points);
    return ok && put_list(t, d, "crlDistributionPoints", list);
}

MrValue mr_ssl_cert_dict(MrThread *t, const MrSsl *lib, X509 *cert)
{
    MrDict *d = mr_dict_new(t);
    BIO *bio = d ? lib->BIO_new(lib->BIO_s_mem()) : NULL;
    if (!bio)
        return d ? mr_raise_no_memory(t) : MR_ERROR;
    bool ok = put(t, d, "subject", name_tuple(t, lib, lib->X509_get_subject_name(cert))) && put(t, d, "issuer", name_tuple(t, lib, lib->X509_get_issuer_name(cert))) &&
              put(t, d, "version", mr_small_int(lib->X509_get_version(cert) + 1));
    if (ok) {
        lib->i2a_ASN1_INTEGER(bio, lib->X509_get0_serialNumber(cert));
        ok = put(t, d, "serialNumber", printed(t, lib, bio));
    }
    if (ok) {
        lib->ASN1_TIME_print(bio, lib->X509_get0_notBefore(cert));
        ok = put(t, d, "notBefore", printed(t, lib, bio));
    }
    if (ok) {
        lib->ASN1_TIME_print(bio, lib->X509_get0_notAfter(cert));
        ok = put(t, d, "notAfter", printed(t, lib, bio));
    }
    lib->BIO_free(bio);
    ok = ok && put_alternatives(t, lib, d, cert) && put_access(t, lib, d, cert, NID_ad_OCSP, "OCSP") &&
         put_access(t, lib, d, cert, NID_ad_ca_issuers, "caIssuers") && put_revocation(t, lib, d, cert);
    lib->ERR_clear_error();
    return ok ? mr_val(d) : MR_ERROR;
}
