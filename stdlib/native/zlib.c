/* zlib: deflate and inflate through the library of that name, and its checksums.
 *
 * A stream's memory is the library's; the object's finalizer gives it back. Compress and Decompress are what scripts call compressobj() and
 * decompressobj(); _ZlibDecompressor keeps its input by itself and serves gzip.
 */
#include <limits.h>
#include <zlib.h>

#include "stdlib/native/decompress.h"
#include "stdlib/native/library.h"
#include "vm/isolate.h"
#include "vm/types/bigint.h"

/* the header makes these macros over functions with the version and the struct's size */
#define FUNCTIONS(X) \
    X(deflateInit2_) X(deflate) X(deflateEnd) X(deflateCopy) X(deflateSetDictionary) X(inflateInit2_) X(inflate) X(inflateEnd) X(inflateCopy) \
    X(inflateSetDictionary) X(crc32) X(adler32) X(zlibVersion)

typedef struct Zlib {
#define X(name) __typeof__(&name) name;
    FUNCTIONS(X)
#undef X
} Zlib;

#define X(name) #name,
static const char *const symbols[] = {FUNCTIONS(X)};
#undef X
static const char *const files[] = {"libz.so.1", "libz.so", NULL};
static const MrLibraryDef library = {"zlib", "zlib", files, symbols, sizeof symbols / sizeof *symbols, MR_HOOK_ZLIB};

static const Zlib *zlib(MrThread *t) { return mr_library(t, &library); }

typedef struct MrStream {
    MrObj h;
    z_stream z;
    int (*end)(z_stream *);
    bool open, eof;
    MrValue unused, tail; /* bytes */
    MrValue dictionary;   /* bytes-like or MR_UNBOUND */
} MrStream;
#define STREAM(v) ((MrStream *)mr_obj_of(v))

typedef struct MrInflater {
    MrDecompressor base;
    z_stream z;
    int (*end)(z_stream *);
    bool open;
    const Zlib *lib;
    MrValue dictionary;
} MrInflater;

static const MrTypeDef compress_def, decompress_def, inflater_def;

#define zlib_raise(t, ...) mr_raise_from(t, "zlib", "error", __VA_ARGS__)

static MrValue raise_zlib(MrThread *t, const z_stream *z, int error, const char *what)
{
    const char *why = error == Z_VERSION_ERROR ? "library version mismatch" : z->msg;
    if (!why)
        why = error == Z_BUF_ERROR ? "incomplete or truncated stream" : error == Z_STREAM_ERROR ? "inconsistent stream state"
              : error == Z_DATA_ERROR ? "invalid input data" : NULL;
    return why ? zlib_raise(t, "Error %d %s: %s", error, what, why) : zlib_raise(t, "Error %d %s", error, what);
}

/* An optional C int. */
static bool read_int(MrThread *t, MrValue v, int *out)
{
    int64_t i;
    if (v == MR_UNBOUND)
        return true;
    if ((v = mr_index(t, v)) == MR_ERROR)
        return false;
    if (!mr_int_as_i64(v, &i) || i > INT_MAX || i < INT_MIN) {
        mr_raise(t, MR_EXC_OverflowError, "Python int too large to convert to C int");
        return false;
    }
    *out = (int)i;
    return true;
}

/* Hands some of n bytes to a stream: as many as are done in some milliseconds. */
static void feed(z_stream *z, const char **p, size_t *n)
{
    size_t part = *n > MR_WORK_PIECE ? MR_WORK_PIECE : *n;
    z->next_in = (Bytef *)(uintptr_t)*p;
    z->avail_in = (uInt)part;
    *p += part;
    *n -= part;
}

/* Runs deflate or inflate until it has nothing more to give for its input, or `most` bytes are out. The last code it returned. */
static int run(MrThread *t, z_stream *z, int (*work)(z_stream *, int), int mode, MrBuf *out, size_t most)
{
    int code;
    do {
        size_t room;
        unsigned char *p = mr_stream_room(t, out, most - out->length, &room);
        if (!p)
            return Z_MEM_ERROR;
        room = room < MR_WORK_PIECE ? room : MR_WORK_PIECE;
        z->next_out = p;
        z->avail_out = (uInt)room;
        code = work(z, mode);
        out->length += room - z->avail_out;
        if (!(z->avail_out ? mr_limits_tick(t) : mr_poll(t)))
            return Z_MEM_ERROR;
    } while (!z->avail_out && out->length < most && (code == Z_OK || code == Z_BUF_ERROR));
    return code;
}

static MrValue fail(MrBuf *out)
{
    mr_buf_fini(out);
    return MR_ERROR;
}

/* ---- whole texts at once ---- */

/* a: data, level, wbits */
static MrValue module_compress(MrThread *t, MrValue *a)
{
    const Zlib *lib = zlib(t);
    int level = -1, wbits = MAX_WBITS;
    const char *p;
    size_t n;
    if (!lib || !read_int(t, a[1], &level) || !read_int(t, a[2], &wbits) || !mr_buffer_of(t, a[0], &p, &n))
        return MR_ERROR;
    z_stream z = {0};
    int code = lib->deflateInit2_(&z, level, Z_DEFLATED, wbits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, sizeof z);
    if (code == Z_MEM_ERROR)
        return mr_raise(t, MR_EXC_MemoryError, "Out of memory while compressing data");
    if (code == Z_STREAM_ERROR)
        return zlib_raise(t, "Bad compression level");
    if (code != Z_OK)
        return raise_zlib(t, &z, code, "while compressing data");
    MrBuf out = MR_BUF_EMPTY;
    do {
        feed(&z, &p, &n);
        code = run(t, &z, lib->deflate, n ? Z_NO_FLUSH : Z_FINISH, &out, SIZE_MAX);
    } while (n && !mr_pending(t));
    lib->deflateEnd(&z);
    return mr_pending(t) ? fail(&out) : mr_stream_bytes(t, &out);
}

/* a: data, wbits, bufsize */
static MrValue module_decompress(MrThread *t, MrValue *a)
{
    const Zlib *lib = zlib(t);
    int wbits = MAX_WBITS;
    const char *p;
    size_t n;
    int64_t size = 1;
    if (!lib || !read_int(t, a[1], &wbits) || (a[2] != MR_UNBOUND && !mr_arg_ssize(t, a[2], &size)) || !mr_buffer_of(t, a[0], &p, &n))
        return MR_ERROR;
    if (size < 0)
        return mr_raise(t, MR_EXC_ValueError, "bufsize must be non-negative");
    z_stream z = {0};
    int code = lib->inflateInit2_(&z, wbits, ZLIB_VERSION, sizeof z);
    if (code == Z_MEM_ERROR)
        return mr_raise(t, MR_EXC_MemoryError, "Out of memory while decompressing data");
    if (code != Z_OK)
        return raise_zlib(t, &z, code, "while preparing to decompress data");
    MrBuf out = MR_BUF_EMPTY;
    do {
        feed(&z, &p, &n);
        code = run(t, &z, lib->inflate, n ? Z_NO_FLUSH : Z_FINISH, &out, SIZE_MAX);
        if (mr_pending(t))
            break;
    } while (n && (code == Z_OK || code == Z_BUF_ERROR));
    MrValue result;
    if (mr_pending(t))
        result = fail(&out);
    else if (code == Z_STREAM_END)
        result = mr_stream_bytes(t, &out);
    else {
        (void)raise_zlib(t, &z, code == Z_OK ? Z_BUF_ERROR : code, "while decompressing data");
        result = fail(&out);
    }
    lib->inflateEnd(&z);
    return result;
}

/* ---- compressobj ---- */

static void stream_finalize(MrIsolate *iso, MrObj *o)
{
    MrStream *s = (MrStream *)o;
    (void)iso;
    if (s->open)
        s->end(&s->z);
    s->open = false;
}

static void stream_trace(MrGc *gc, MrObj *o)
{
    const MrStream *s = (const MrStream *)o;
    mr_mark(gc, s->unused);
    mr_mark(gc, s->tail);
    mr_mark(gc, s->dictionary);
}

/* a: level, method, wbits, memLevel, strategy, zdict */
static MrValue module_compressobj(MrThread *t, MrValue *a)
{
    const Zlib *lib = zlib(t);
    int level = -1, method = Z_DEFLATED, wbits = MAX_WBITS, memory = 8, strategy = Z_DEFAULT_STRATEGY;
    const char *p = NULL;
    size_t n = 0;
    if (!lib || !read_int(t, a[0], &level) || !read_int(t, a[1], &method) || !read_int(t, a[2], &wbits) || !read_int(t, a[3], &memory) ||
        !read_int(t, a[4], &strategy) || (a[5] != MR_UNBOUND && a[5] != MR_NONE && !mr_buffer_of(t, a[5], &p, &n)))
        return MR_ERROR;
    MrStream *s = mr_def_alloc(t, &compress_def);
    if (!s)
        return MR_ERROR;
    s->end = lib->deflateEnd;
    int code = lib->deflateInit2_(&s->z, level, method, wbits, memory, strategy, ZLIB_VERSION, sizeof s->z);
    if (code == Z_MEM_ERROR)
        return mr_raise(t, MR_EXC_MemoryError, "Can't allocate memory for compression object");
    if (code == Z_STREAM_ERROR)
        return mr_raise(t, MR_EXC_ValueError, "Invalid initialization option");
    if (code != Z_OK)
        return raise_zlib(t, &s->z, code, "while creating compression object");
    s->open = true;
    if (p) {
        code = lib->deflateSetDictionary(&s->z, (const Bytef *)p, (uInt)n);
        if (code == Z_STREAM_ERROR)
            return mr_raise(t, MR_EXC_ValueError, "Invalid dictionary");
        if (code != Z_OK)
            return mr_raise(t, MR_EXC_ValueError, "deflateSetDictionary()");
    }
    return mr_val(s);
}

static MrValue compress_compress(MrThread *t, MrValue *a)
{
    const Zlib *lib = zlib(t);
    MrStream *s = STREAM(a[0]);
    const char *p;
    size_t n;
    if (!lib || !mr_buffer_of(t, a[1], &p, &n))
        return MR_ERROR;
    MrBuf out = MR_BUF_EMPTY;
    int code;
    do {
        feed(&s->z, &p, &n);
        code = run(t, &s->z, lib->deflate, Z_NO_FLUSH, &out, SIZE_MAX);
        if (code == Z_STREAM_ERROR)
            (void)raise_zlib(t, &s->z, code, "while compressing data");
    } while (n && !mr_pending(t));
    return mr_pending(t) ? fail(&out) : mr_stream_bytes(t, &out);
}

static MrValue compress_flush(MrThread *t, MrValue *a)
{
    const Zlib *lib = zlib(t);
    MrStream *s = STREAM(a[0]);
    int mode = Z_FINISH;
    if (!lib || !read_int(t, a[1], &mode))
        return MR_ERROR;
    if (mode == Z_NO_FLUSH)
        return mr_bytes_new(t, "", 0);
    MrBuf out = MR_BUF_EMPTY;
    s->z.avail_in = 0;
    int code = run(t, &s->z, lib->deflate, mode, &out, SIZE_MAX);
    if (mr_pending(t))
        return fail(&out);
    if (code == Z_STREAM_END && mode == Z_FINISH) {
        code = lib->deflateEnd(&s->z);
        s->open = false;
        if (code != Z_OK)
            (void)raise_zlib(t, &s->z, code, "while finishing compression");
    } else if (code != Z_OK && code != Z_BUF_ERROR) {
        (void)raise_zlib(t, &s->z, code, "while flushing");
    }
    return mr_pending(t) ? fail(&out) : mr_stream_bytes(t, &out);
}

/* A copy of a stream of either kind. */
static MrValue copy(MrThread *t, MrStream *from, const MrTypeDef *def, int (*copy_stream)(z_stream *, z_stream *))
{
    MrStream *s = mr_def_alloc(t, def);
    if (!s)
        return MR_ERROR;
    int code = copy_stream(&s->z, &from->z);
    if (code == Z_STREAM_ERROR)
        return mr_raise(t, MR_EXC_ValueError, "Inconsistent stream state");
    if (code == Z_MEM_ERROR)
        return mr_raise(t, MR_EXC_MemoryError, "Can't allocate memory for compression object");
    if (code != Z_OK)
        return raise_zlib(t, &from->z, code, "while copying compression object");
    s->end = from->end;
    s->open = true;
    s->eof = from->eof;
    s->unused = from->unused;
    s->tail = from->tail;
    s->dictionary = from->dictionary;
    return mr_val(s);
}

static MrValue compress_copy(MrThread *t, MrValue *a)
{
    const Zlib *lib = zlib(t);
    return lib ? copy(t, STREAM(a[0]), &compress_def, lib->deflateCopy) : MR_ERROR;
}

static const MrMethodDef compress_methods[] = {
    {"compress(self, data, /)", compress_compress, "Compress data in one go.", 0},
    {"flush(self, mode=4, /)", compress_flush, "What is still held back, as bytes. After Z_FINISH, the default, the stream is complete.", 0},
    {"copy(self, /)", compress_copy, "An independent compressor that goes on from the same point.", 0},
    {"__copy__(self, /)", compress_copy, "", 0},
    {"__deepcopy__(self, memo, /)", compress_copy, "", 0},
    {0},
};
static const MrTypeDef compress_def = {.name = "zlib.Compress", .kind = MR_KIND_OTHER, .size = sizeof(MrStream), .flags = MR_TYPEDEF_NO_NEW | MR_TYPEDEF_FINAL,
                                       .methods = compress_methods, .trace = stream_trace, .finalize = stream_finalize,
                                       .doc = "What compressobj() returns."};

/* ---- decompressobj ---- */

static bool set_dictionary(MrThread *t, const Zlib *lib, z_stream *z, MrValue dictionary)
{
    const char *p;
    size_t n;
    if (!mr_buffer_of(t, dictionary, &p, &n))
        return false;
    int code = lib->inflateSetDictionary(z, (const Bytef *)p, (uInt)n);
    if (code != Z_OK)
        (void)raise_zlib(t, z, code, "while setting zdict");
    return code == Z_OK;
}

/* inflateInit with the errors of decompressobj() */
static bool open_inflate(MrThread *t, const Zlib *lib, z_stream *z, int wbits, MrValue dictionary, bool *open)
{
    int code = lib->inflateInit2_(z, wbits, ZLIB_VERSION, sizeof *z);
    if (code == Z_STREAM_ERROR)
        (void)mr_raise(t, MR_EXC_ValueError, "Invalid initialization option");
    else if (code == Z_MEM_ERROR)
        (void)mr_raise(t, MR_EXC_MemoryError, "Can't allocate memory for decompression object");
    else if (code != Z_OK)
        (void)raise_zlib(t, z, code, "while creating decompression object");
    *open = code == Z_OK;
    return code == Z_OK && (dictionary == MR_UNBOUND || wbits >= 0 || set_dictionary(t, lib, z, dictionary));
}

static bool read_dictionary(MrThread *t, MrValue v, MrValue *out)
{
    const char *p;
    size_t n;
    *out = v;
    if (v == MR_UNBOUND || mr_buffer_of(t, v, &p, &n))
        return true;
    if (mr_clear_if(t, MR_EXC_TypeError))
        mr_raise(t, MR_EXC_TypeError, "zdict argument must support the buffer protocol");
    return false;
}

static MrValue module_decompressobj(MrThread *t, MrValue *a)
{
    const Zlib *lib = zlib(t);
    int wbits = MAX_WBITS;
    MrValue dictionary;
    if (!lib || !read_int(t, a[0], &wbits) || !read_dictionary(t, a[1], &dictionary))
        return MR_ERROR;
    MrStream *s = mr_def_alloc(t, &decompress_def);
    if (!s || (s->unused = s->tail = mr_bytes_new(t, "", 0)) == MR_ERROR)
        return MR_ERROR;
    s->dictionary = dictionary;
    s->end = lib->inflateEnd;
    return open_inflate(t, lib, &s->z, wbits, dictionary, &s->open) ? mr_val(s) : MR_ERROR;
}

/* Keeps what the stream did not take: p[0..n) follows the stream's own rest. */
static bool save_rest(MrThread *t, MrStream *s, int code, const char *p, size_t n)
{
    const char *rest = s->z.avail_in ? (const char *)s->z.next_in : p;
    size_t left = s->z.avail_in + n;
    if (code == Z_STREAM_END) {
        size_t before = MR_BYTES(s->unused)->length;
        MrValue all = left ? mr_bytes_new(t, NULL, before + left) : s->unused;
        if (all == MR_ERROR)
            return false;
        if (left) {
            memcpy(MR_BYTES(all)->bytes, MR_BYTES(s->unused)->bytes, before);
            memcpy(MR_BYTES(all)->bytes + before, rest, left);
        }
        s->unused = all;
        left = 0;
    }
    MrValue tail = left || MR_BYTES(s->tail)->length ? mr_bytes_new(t, left ? rest : "", left) : s->tail;
    if (tail == MR_ERROR)
        return false;
    s->tail = tail;
    s->z.avail_in = 0;
    return true;
}

static MrValue inflate_some(MrThread *t, MrStream *s, const Zlib *lib, const char *p, size_t n, size_t most, bool flush)
{
    MrBuf out = MR_BUF_EMPTY;
    int code = Z_OK;
    do {
        feed(&s->z, &p, &n);
        code = run(t, &s->z, lib->inflate, flush ? Z_FINISH : Z_SYNC_FLUSH, &out, most);
        if (code == Z_NEED_DICT && s->dictionary != MR_UNBOUND && !mr_pending(t)) {
            if (!set_dictionary(t, lib, &s->z, s->dictionary))
                break;
            code = run(t, &s->z, lib->inflate, flush ? Z_FINISH : Z_SYNC_FLUSH, &out, most);
        }
        if (mr_pending(t))
            break;
    } while (n && (code == Z_OK || code == Z_BUF_ERROR) && out.length < most);
    if (mr_pending(t))
        return fail(&out);
    if (!save_rest(t, s, code, p, n))
        return fail(&out);
    if (code == Z_STREAM_END) {
        s->eof = true;
        if (flush && s->open) {
            lib->inflateEnd(&s->z);
            s->open = false;
        }
    } else if (code != Z_OK && code != Z_BUF_ERROR && !flush) {
        (void)raise_zlib(t, &s->z, code, "while decompressing data");
        return fail(&out);
    }
    return mr_stream_bytes(t, &out);
}

/* a: self, data, max_length */
static MrValue decompress_decompress(MrThread *t, MrValue *a)
{
    const Zlib *lib = zlib(t);
    const char *p;
    size_t n;
    int64_t limit = 0;
    if (!lib || (a[2] != MR_UNBOUND && !mr_arg_ssize(t, a[2], &limit)))
        return MR_ERROR;
    if (limit < 0)
        return mr_raise(t, MR_EXC_ValueError, "max_length must be non-negative");
    if (!mr_buffer_of(t, a[1], &p, &n))
        return MR_ERROR;
    return inflate_some(t, STREAM(a[0]), lib, p, n, limit ? (size_t)limit : SIZE_MAX, false);
}

static MrValue decompress_flush(MrThread *t, MrValue *a)
{
    const Zlib *lib = zlib(t);
    int64_t length = 1;
    MrValue tail = STREAM(a[0])->tail;
    if (!lib || (a[1] != MR_UNBOUND && !mr_arg_ssize(t, a[1], &length)))
        return MR_ERROR;
    if (length <= 0)
        return mr_raise(t, MR_EXC_ValueError, "length must be greater than zero");
    return inflate_some(t, STREAM(a[0]), lib, MR_BYTES(tail)->bytes, MR_BYTES(tail)->length, SIZE_MAX, true);
}

static MrValue decompress_copy(MrThread *t, MrValue *a)
{
    const Zlib *lib = zlib(t);
    return lib ? copy(t, STREAM(a[0]), &decompress_def, lib->inflateCopy) : MR_ERROR;
}

static MrValue get_unused(MrThread *t, MrValue self)
{
    (void)t;
    return STREAM(self)->unused;
}
static MrValue get_tail(MrThread *t, MrValue self)
{
    (void)t;
    return STREAM(self)->tail;
}
static MrValue get_eof(MrThread *t, MrValue self)
{
    (void)t;
    return mr_bool(STREAM(self)->eof);
}

static const MrMethodDef decompress_methods[] = {
    {"decompress(self, data, /, max_length=0)", decompress_decompress,
     "Take more data and return what comes out, up to max_length bytes if that is not 0; the input left is in unconsumed_tail.", 0},
    {"flush(self, length=16384, /)", decompress_flush, "What is still to come out of the data taken so far.", 0},
    {"copy(self, /)", decompress_copy, "An independent decompressor that goes on from the same point.", 0},
    {"__copy__(self, /)", decompress_copy, "", 0},
    {"__deepcopy__(self, memo, /)", decompress_copy, "", 0},
    {0},
};
static const MrGetSetDef decompress_getset[] = {
    {"unused_data", get_unused, NULL, ""}, {"unconsumed_tail", get_tail, NULL, ""}, {"eof", get_eof, NULL, ""}, {0}};
static const MrTypeDef decompress_def = {.name = "zlib.Decompress", .kind = MR_KIND_OTHER, .size = sizeof(MrStream),
                                         .flags = MR_TYPEDEF_NO_NEW | MR_TYPEDEF_FINAL, .methods = decompress_methods, .getset = decompress_getset,
                                         .trace = stream_trace, .finalize = stream_finalize,
                                         .doc = "What decompressobj() returns."};

/* ---- _ZlibDecompressor ---- */

static MrValue inflater_new(MrThread *t, MrValue *a)
{
    const Zlib *lib = zlib(t);
    int wbits = MAX_WBITS;
    MrValue dictionary;
    if (!lib || !read_int(t, a[1], &wbits) || !read_dictionary(t, a[2], &dictionary))
        return MR_ERROR;
    MrInflater *s = mr_def_new(t, &inflater_def, a[0]);
    if (!s)
        return MR_ERROR;
    mr_decompressor_init(&s->base, true);
    s->dictionary = dictionary;
    s->end = lib->inflateEnd;
    return open_inflate(t, lib, &s->z, wbits, dictionary, &s->open) ? mr_val(s) : MR_ERROR;
}

static int inflater_step(MrThread *t, MrDecompressor *d, const unsigned char **in, size_t *n_in, unsigned char **out, size_t *n_out)
{
    const Zlib *lib = zlib(t);
    MrInflater *s = (MrInflater *)d;
    if (!lib)
        return MR_STREAM_FAILED;
    for (;;) {
        uInt take = *n_in > UINT_MAX ? UINT_MAX : (uInt)*n_in, room = (uInt)*n_out;
        s->z.next_in = (Bytef *)(uintptr_t)*in;
        s->z.avail_in = take;
        s->z.next_out = *out;
        s->z.avail_out = room;
        int code = lib->inflate(&s->z, Z_SYNC_FLUSH);
        *in += take - s->z.avail_in;
        *n_in -= take - s->z.avail_in;
        *out += room - s->z.avail_out;
        *n_out -= room - s->z.avail_out;
        if (code == Z_NEED_DICT && s->dictionary != MR_UNBOUND) {
            if (!set_dictionary(t, lib, &s->z, s->dictionary))
                return MR_STREAM_FAILED;
            continue;
        }
        if (code == Z_STREAM_END)
            return MR_STREAM_ENDED;
        if (code == Z_OK || code == Z_BUF_ERROR)
            return MR_STREAM_GOES_ON;
        (void)raise_zlib(t, &s->z, code, "while decompressing data");
        return MR_STREAM_FAILED;
    }
}

static MrValue inflater_decompress(MrThread *t, MrValue *a) { return mr_decompress(t, MR_DECOMPRESSOR(a[0]), inflater_step, a[1], a[2]); }

static void inflater_trace(MrGc *gc, MrObj *o)
{
    mr_decompressor_trace(gc, o);
    mr_mark(gc, ((MrInflater *)o)->dictionary);
}

static void inflater_finalize(MrIsolate *iso, MrObj *o)
{
    MrInflater *s = (MrInflater *)o;
    (void)iso;
    if (s->open)
        s->end(&s->z);
    s->open = false;
}

static const MrMethodDef inflater_methods[] = {
    {"__new__(cls, wbits=15, zdict=b'')", inflater_new, "Decompresses a stream piece by piece.", MR_METHOD_STATIC},
    {"decompress(self, /, data, max_length=-1)", inflater_decompress,
     "Take more data and return what comes out, up to max_length bytes; raises EOFError after the stream's end.", 0},
    {0},
};
static const MrGetSetDef inflater_getset[] = {MR_DECOMPRESSOR_GETSET, {0}};
static const MrTypeDef inflater_def = {.name = "zlib._ZlibDecompressor", .kind = MR_KIND_OTHER, .size = sizeof(MrInflater), .flags = MR_TYPEDEF_FINAL,
                                       .methods = inflater_methods, .getset = inflater_getset, .trace = inflater_trace, .finalize = inflater_finalize,
                                       .doc = "Decompresses a stream piece by piece."};

/* ---- checksums ---- */

static MrValue checksum(MrThread *t, MrValue *a, uLong value, uLong (*sum)(uLong, const Bytef *, uInt))
{
    const char *p;
    size_t n;
    if (a[1] != MR_UNBOUND) {
        MrValue start = mr_index(t, a[1]);
        MrIntView view;
        if (start == MR_ERROR)
            return MR_ERROR;
        mr_int_view(start, &view);
        uint32_t low = view.n ? (uint32_t)view.limbs[0] : 0;
        value = view.negative ? (uint32_t)-low : low;
    }
    if (!mr_buffer_of(t, a[0], &p, &n))
        return MR_ERROR;
    while (n > MR_WORK_PIECE) {
        if (!mr_limits_tick(t))
            return MR_ERROR;
        value = sum(value, (const Bytef *)p, MR_WORK_PIECE);
        p += MR_WORK_PIECE;
        n -= MR_WORK_PIECE;
    }
    return mr_int(t, (int64_t)(sum(value, (const Bytef *)p, (uInt)n) & 0xFFFFFFFF));
}

static MrValue module_crc32(MrThread *t, MrValue *a)
{
    const Zlib *lib = zlib(t);
    return lib ? checksum(t, a, 0, lib->crc32) : MR_ERROR;
}

static MrValue module_adler32(MrThread *t, MrValue *a)
{
    const Zlib *lib = zlib(t);
    return lib ? checksum(t, a, 1, lib->adler32) : MR_ERROR;
}

/* ---- the module ---- */

static const MrMethodDef functions[] = {
    {"adler32(data, value=1, /)", module_adler32, "The Adler-32 checksum of data, going on from value.", 0},
    {"compress(data, /, level=-1, wbits=15)", module_compress, "Compress data in one go.", 0},
    {"compressobj(level=-1, method=8, wbits=15, memLevel=8, strategy=0, zdict=None)", module_compressobj,
     "An object that compresses piece by piece.", 0},
    {"crc32(data, value=0, /)", module_crc32, "The CRC-32 checksum of data, going on from value.", 0},
    {"decompress(data, /, wbits=15, bufsize=16384)", module_decompress,
     "Decompress a whole stream in one go; raises error if it is broken or not complete.", 0},
    {"decompressobj(wbits=15, zdict=b'')", module_decompressobj, "An object that decompresses piece by piece.", 0},
    {0},
};
static const MrTypeDef *const types[] = {&inflater_def, NULL};

static bool init(MrThread *t, MrModule *m)
{
#define C(name) {#name, name}
    static const struct { const char *name; int value; } constants[] = {
        C(MAX_WBITS), {"DEFLATED", Z_DEFLATED}, {"DEF_MEM_LEVEL", 8}, {"DEF_BUF_SIZE", 16384}, C(Z_NO_COMPRESSION), C(Z_BEST_SPEED), C(Z_BEST_COMPRESSION),
        C(Z_DEFAULT_COMPRESSION), C(Z_FILTERED), C(Z_HUFFMAN_ONLY), C(Z_RLE), C(Z_FIXED), C(Z_DEFAULT_STRATEGY), C(Z_NO_FLUSH), C(Z_PARTIAL_FLUSH),
        C(Z_SYNC_FLUSH), C(Z_FULL_FLUSH), C(Z_FINISH), C(Z_BLOCK), C(Z_TREES)};
#undef C
    const Zlib *lib = zlib(t);
    for (size_t i = 0; i < sizeof constants / sizeof *constants; i++)
        if (!lib || !mr_module_add(t, m, constants[i].name, mr_small_int(constants[i].value)))
            return false;
    MrValue built = mr_str_c(t, ZLIB_VERSION), running = mr_str_c(t, lib->zlibVersion()), version = mr_str_c(t, "1.0");
    return built != MR_ERROR && running != MR_ERROR && version != MR_ERROR && mr_module_add(t, m, "ZLIB_VERSION", built) &&
           mr_module_add(t, m, "ZLIB_RUNTIME_VERSION", running) && mr_module_add(t, m, "__version__", version) &&
           mr_module_add_exception(t, m, "zlib", "error", MR_EXC_Exception);
}

const MrModuleDef mr_module_zlib = {.name = "zlib", .functions = functions, .init = init, .types = types,
                                    .doc = "Compression by zlib: DEFLATE with zlib, gzip or no header, and two checksums."};
