/* _ssl: MemoryBIO, a pipe of bytes between the protocol and whoever moves its ciphertext. */
#include "stdlib/native/_ssl.h"

#include <limits.h>

#define SELF MR_SSL_BIO(a[0])

static size_t pending_in(const MrSsl *lib, BIO *bio)
{
    long n = lib->BIO_ctrl(bio, BIO_CTRL_PENDING, 0, NULL);
    return n > 0 ? (size_t)n : 0;
}

static MrValue bio_new(MrThread *t, MrValue *a)
{
    const MrSsl *lib = mr_ssl(t);
    MrSslBio *bio = lib ? mr_def_new(t, &mr_ssl_bio_def, a[0]) : NULL;
    if (!bio)
        return MR_ERROR;
    bio->free_bio = lib->BIO_free;
    if (!(bio->bio = lib->BIO_new(lib->BIO_s_mem())))
        return mr_raise_no_memory(t);
    lib->BIO_set_flags(bio->bio, BIO_FLAGS_READ | BIO_FLAGS_SHOULD_RETRY);
    lib->BIO_ctrl(bio->bio, BIO_C_SET_BUF_MEM_EOF_RETURN, -1, NULL);
    return mr_val(bio);
}

static MrValue bio_read(MrThread *t, MrValue *a)
{
    const MrSsl *lib = mr_ssl(t);
    int64_t wanted = -1;
    if (!lib || (a[1] != MR_UNBOUND && !mr_to_i64(t, a[1], &wanted)))
        return MR_ERROR;
    size_t n = pending_in(lib, SELF->bio);
    if (wanted >= 0 && (uint64_t)wanted < n)
        n = (size_t)wanted;
    MrValue out = mr_bytes_new(t, NULL, n);
    if (out == MR_ERROR || !n)
        return out;
    int got = lib->BIO_read(SELF->bio, MR_BYTES(out)->bytes, (int)n);
    if (got == (int)n)
        return out;
    return got < 0 ? mr_ssl_raise_queue(t, lib, 5122) : mr_bytes_new(t, MR_BYTES(out)->bytes, (size_t)got);
}

static MrValue bio_write(MrThread *t, MrValue *a)
{
    const MrSsl *lib = mr_ssl(t);
    const char *bytes;
    size_t n;
    if (!lib || !mr_buffer_of(t, a[1], &bytes, &n))
        return MR_ERROR;
    if (n > INT_MAX)
        return mr_raise(t, MR_EXC_OverflowError, "string longer than %d bytes", INT_MAX);
    if (SELF->eof)
        return mr_raise_from(t, "_ssl_errors", "SSLError", "cannot write() after write_eof()");
    int done = n ? lib->BIO_write(SELF->bio, bytes, (int)n) : 0;
    return done < 0 ? mr_ssl_raise_queue(t, lib, 5167) : mr_small_int(done);
}

static MrValue bio_write_eof(MrThread *t, MrValue *a)
{
    const MrSsl *lib = mr_ssl(t);
    if (!lib)
        return MR_ERROR;
    SELF->eof = true;
    lib->BIO_clear_flags(SELF->bio, BIO_FLAGS_RWS | BIO_FLAGS_SHOULD_RETRY);
    lib->BIO_ctrl(SELF->bio, BIO_C_SET_BUF_MEM_EOF_RETURN, 0, NULL);
    return MR_NONE;
}

static MrValue bio_get_pending(MrThread *t, MrValue self)
{
    const MrSsl *lib = mr_ssl(t);
    return lib ? mr_small_int((int64_t)pending_in(lib, MR_SSL_BIO(self)->bio)) : MR_ERROR;
}

static MrValue bio_get_eof(MrThread *t, MrValue self)
{
    const MrSsl *lib = mr_ssl(t);
    return lib ? mr_bool(MR_SSL_BIO(self)->eof && !pending_in(lib, MR_SSL_BIO(self)->bio)) : MR_ERROR;
}

static void bio_finalize(MrIsolate *iso, MrObj *o)
{
    (void)iso;
    MrSslBio *bio = (MrSslBio *)o;
    if (bio->bio)
        bio->free_bio(bio->bio);
    bio->bio = NULL;
}

static const MrMethodDef bio_methods[] = {
    {"__new__(cls)", bio_new, "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC},
    {"read(self, size=-1, /)", bio_read, "Take out up to size bytes, all of them for -1; b'' when there are none at present, see eof.", 0},
    {"write(self, b, /)", bio_write, "Add bytes at the end and tell how many there were.", 0},
    {"write_eof(self, /)", bio_write_eof, "Say that no more bytes will come.", 0},
    {0},
};
static const MrGetSetDef bio_getset[] = {{"pending", bio_get_pending, NULL, "How many bytes can be read."},
                                         {"eof", bio_get_eof, NULL, "Whether write_eof() was called and everything has been read."}, {0}};

const MrTypeDef mr_ssl_bio_def = {.name = "_ssl.MemoryBIO", .kind = MR_KIND_OTHER, .size = sizeof(MrSslBio), .methods = bio_methods, .getset = bio_getset,
                                  .finalize = bio_finalize,
                                  .doc = "A pipe of bytes in memory, between OpenSSL and whoever moves the bytes."};
