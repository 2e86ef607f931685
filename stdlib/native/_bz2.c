/* _bz2: the compressor and decompressor of the library bzip2. Files are the matter of bz2.py. */
#include <bzlib.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "stdlib/native/decompress.h"
#include "stdlib/native/library.h"
#include "vm/aside.h"
#include "vm/isolate.h"

#define FUNCTIONS(X) \
    X(BZ2_bzCompressInit) X(BZ2_bzCompress) X(BZ2_bzCompressEnd) X(BZ2_bzDecompressInit) X(BZ2_bzDecompress) X(BZ2_bzDecompressEnd)

typedef struct Bzip {
#define X(name) __typeof__(&name) name;
    FUNCTIONS(X)
#undef X
} Bzip;

#define X(name) #name,
static const char *const symbols[] = {FUNCTIONS(X)};
#undef X
static const char *const files[] = {"libbz2.so.1.0", "libbz2.so.1", "libbz2.so", NULL};
static const MrLibraryDef library = {"bz2", "bzip2", files, symbols, sizeof symbols / sizeof *symbols, MR_HOOK_BZ2};

static const Bzip *bzip(MrThread *t) { return mr_library(t, &library); }

/* A compressor's stream lies in malloc'd memory: the library wants it to stay where it is, and work done aside of the isolate's thread takes it along. */
typedef struct MrPacker {
    MrObj h;
    bz_stream *z; /* NULL: gone with work that had to be given up, or out at work */
    int (*end)(bz_stream *);
    size_t held, block; /* at most so many bytes wait to be sorted; of so many */
    bool flushed, busy;
} MrPacker;
typedef struct MrUnpacker {
    MrDecompressor base;
    bz_stream z;
    int (*end)(bz_stream *);
    bool open;
} MrUnpacker;
#define PACKER(v) ((MrPacker *)mr_obj_of(v))

static const MrTypeDef compressor_def, decompressor_def;

/* Is the code a success? Raises the error it stands for. */
static bool check(MrThread *t, int code)
{
    switch (code) {
    case BZ_OK: case BZ_RUN_OK: case BZ_FLUSH_OK: case BZ_FINISH_OK: case BZ_STREAM_END: return true;
    case BZ_CONFIG_ERROR: mr_raise(t, MR_EXC_SystemError, "libbzip2 was not compiled correctly"); break;
    case BZ_PARAM_ERROR: mr_raise(t, MR_EXC_ValueError, "Internal error - invalid parameters passed to libbzip2"); break;
    case BZ_MEM_ERROR: mr_raise_no_memory(t); break;
    case BZ_DATA_ERROR: case BZ_DATA_ERROR_MAGIC: mr_raise(t, MR_EXC_OSError, "Invalid data stream"); break;
    case BZ_IO_ERROR: mr_raise(t, MR_EXC_OSError, "Unknown I/O error"); break;
    case BZ_UNEXPECTED_EOF: mr_raise(t, MR_EXC_EOFError, "Compressed file ended before the logical end-of-stream was detected"); break;
    case BZ_SEQUENCE_ERROR: mr_raise(t, MR_EXC_RuntimeError, "Internal error - Invalid sequence of commands sent to libbzip2"); break;
    default: mr_raise(t, MR_EXC_OSError, "Unrecognized error from libbzip2: %d", code);
    }
    return false;
}

static MrValue compressor_new(MrThread *t, MrValue *a)
{
    const Bzip *lib = bzip(t);
    int64_t level = 9;
    if (!lib || (a[1] != MR_UNBOUND && !mr_to_i64(t, a[1], &level)))
        return MR_ERROR;
    if (level < 1 || level > 9)
        return mr_raise(t, MR_EXC_ValueError, "compresslevel must be between 1 and 9");
    MrPacker *s = mr_def_new(t, &compressor_def, a[0]);
    if (!s)
        return MR_ERROR;
    s->end = lib->BZ2_bzCompressEnd;
    s->block = (size_t)level * 100000 - 20;
    s->z = calloc(1, sizeof *s->z);
    if (s->z && lib->BZ2_bzCompressInit(s->z, (int)level, 0, 0) == BZ_OK)
        return mr_val(s);
    free(s->z);
    s->z = NULL;
    return mr_raise_no_memory(t);
}

/* The library sorts a block of up to 900,000 bytes in one go, which takes some tenths of a second at worst. So pieces of such a size are
 * compressed aside; what they are made of and what comes out is theirs. */
enum { INPUT_PIECE = 1 << 15, LARGE_PIECE = 1 << 20, NS_PER_BYTE = 100 };

typedef struct Packing {
    const Bzip *lib;
    bz_stream *z;
    int action, code;
    char *in; /* of LARGE_PIECE */
    MrBuf out;
} Packing;

static void work(void *data)
{
    Packing *w = data;
    do {
        if (!mr_buf_reserve(&w->out, LARGE_PIECE / 8)) {
            w->code = BZ_MEM_ERROR;
            return;
        }
        w->z->next_out = w->out.data + w->out.length;
        w->z->avail_out = LARGE_PIECE / 8;
        w->code = w->lib->BZ2_bzCompress(w->z, w->action);
        w->out.length += LARGE_PIECE / 8 - w->z->avail_out;
    } while (w->code >= 0 && w->code != BZ_STREAM_END && (w->z->avail_in || !w->z->avail_out || w->action == BZ_FINISH));
}

static void end(void *data)
{
    Packing *w = data;
    if (w->z)
        w->lib->BZ2_bzCompressEnd(w->z);
    free(w->z);
    free(w->in);
    mr_buf_fini(&w->out);
    free(w);
}

/* As pack(), aside. */
static bool pack_aside(MrThread *t, MrPacker *s, const Bzip *lib, const char *p, size_t n, int action, MrBuf *out)
{
    bool ok = true;
    do {
        size_t take = n > LARGE_PIECE ? LARGE_PIECE : n;
        Packing *w = calloc(1, sizeof *w);
        if (!w || !(w->in = malloc(take + 1))) {
            free(w);
            return mr_raise_no_memory(t) != MR_ERROR;
        }
        *w = (Packing){.lib = lib, .z = s->z, .action = action, .in = w->in};
        memcpy(w->in, p, take);
        w->z->next_in = w->in;
        w->z->avail_in = (unsigned)take;
        s->z = NULL;
        s->busy = true;
        ok = mr_aside(t, work, end, w);
        s->busy = false;
        if (!ok)
            return false;
        s->z = w->z;
        w->z = NULL;
        ok = check(t, w->code) && mr_limits_buf(t, out, w->out.length);
        if (ok)
            mr_buf_write(out, w->out.data, w->out.length);
        ok = ok && (!out->failed || mr_raise_no_memory(t) != MR_ERROR);
        end(w);
        p += take;
        n -= take;
    } while (ok && n);
    return ok;
}

static bool pack_here(MrThread *t, MrPacker *s, const Bzip *lib, const char *p, size_t n, int action, MrBuf *out)
{
    for (;;) {
        size_t room;
        unsigned take = n > INPUT_PIECE ? INPUT_PIECE : (unsigned)n;
        unsigned char *start = mr_stream_room(t, out, SIZE_MAX, &room);
        if (!start)
            return false;
        s->z->next_in = (char *)(uintptr_t)p;
        s->z->avail_in = take;
        s->z->next_out = (char *)start;
        s->z->avail_out = (unsigned)room;
        if (action == BZ_RUN && !n)
            return true;
        int code = lib->BZ2_bzCompress(s->z, action);
        p += take - s->z->avail_in;
        n -= take - s->z->avail_in;
        out->length += room - s->z->avail_out;
        if (!check(t, code) || !(s->z->avail_out ? mr_limits_tick(t) : mr_poll(t)))
            return false;
        if (action == BZ_FINISH && code == BZ_STREAM_END)
            return true;
    }
}

static MrValue pack(MrThread *t, MrPacker *s, const Bzip *lib, const char *p, size_t n, int action)
{
    MrBuf out = MR_BUF_EMPTY;
    while (s->busy) { /* another thread's piece is at work */
        mr_thread_leave(t);
        nanosleep(&(struct timespec){.tv_nsec = 1000000}, NULL);
        mr_thread_enter(t);
        if (!mr_poll(t))
            return MR_ERROR;
    }
    if (!s->z)
        return mr_raise(t, MR_EXC_ValueError, "Compressor was interrupted");
    unsigned before = s->z->total_out_lo32;
    s->held += n + n / 4; /* runs of four bytes become five; longer ones, fewer */
    bool aside = (action == BZ_FINISH || s->held >= s->block) && mr_aside_wanted(t, (double)s->held * NS_PER_BYTE);
    if (!(aside ? pack_aside : pack_here)(t, s, lib, p, n, action, &out)) {
        mr_buf_fini(&out);
        return MR_ERROR;
    }
    if (s->z->total_out_lo32 != before) /* a block has gone: what is left came just now */
        s->held = s->held > n + n / 4 ? n + n / 4 : s->held;
    s->held = s->held > s->block ? s->block : s->held;
    return mr_stream_bytes(t, &out);
}

static MrValue compressor_compress(MrThread *t, MrValue *a)
{
    const Bzip *lib = bzip(t);
    const char *p;
    size_t n;
    if (!lib || !mr_buffer_of(t, a[1], &p, &n))
        return MR_ERROR;
    if (PACKER(a[0])->flushed)
        return mr_raise(t, MR_EXC_ValueError, "Compressor has been flushed");
    return pack(t, PACKER(a[0]), lib, p, n, BZ_RUN);
}

static MrValue compressor_flush(MrThread *t, MrValue *a)
{
    const Bzip *lib = bzip(t);
    if (!lib)
        return MR_ERROR;
    if (PACKER(a[0])->flushed)
        return mr_raise(t, MR_EXC_ValueError, "Repeated call to flush()");
    PACKER(a[0])->flushed = true;
    return pack(t, PACKER(a[0]), lib, "", 0, BZ_FINISH);
}

static void compressor_finalize(MrIsolate *iso, MrObj *o)
{
    MrPacker *s = (MrPacker *)o;
    (void)iso;
    if (s->z)
        s->end(s->z);
    free(s->z);
    s->z = NULL;
}

static MrValue decompressor_new(MrThread *t, MrValue *a)
{
    const Bzip *lib = bzip(t);
    MrUnpacker *s = lib ? mr_def_new(t, &decompressor_def, a[0]) : NULL;
    if (!s)
        return MR_ERROR;
    mr_decompressor_init(&s->base, true);
    s->end = lib->BZ2_bzDecompressEnd;
    s->open = lib->BZ2_bzDecompressInit(&s->z, 0, 0) == BZ_OK;
    return s->open ? mr_val(s) : mr_raise_no_memory(t);
}

static int step(MrThread *t, MrDecompressor *d, const unsigned char **in, size_t *n_in, unsigned char **out, size_t *n_out)
{
    const Bzip *lib = bzip(t);
    MrUnpacker *s = (MrUnpacker *)d;
    if (!lib)
        return MR_STREAM_FAILED;
    unsigned take = *n_in > UINT_MAX ? UINT_MAX : (unsigned)*n_in, room = (unsigned)*n_out;
    s->z.next_in = (char *)(uintptr_t)*in;
    s->z.avail_in = take;
    s->z.next_out = (char *)*out;
    s->z.avail_out = room;
    int code = lib->BZ2_bzDecompress(&s->z);
    *in += take - s->z.avail_in;
    *n_in -= take - s->z.avail_in;
    *out += room - s->z.avail_out;
    *n_out -= room - s->z.avail_out;
    if (!check(t, code))
        return MR_STREAM_FAILED;
    return code == BZ_STREAM_END ? MR_STREAM_ENDED : MR_STREAM_GOES_ON;
}

static MrValue decompressor_decompress(MrThread *t, MrValue *a) { return mr_decompress(t, MR_DECOMPRESSOR(a[0]), step, a[1], a[2]); }

static void decompressor_finalize(MrIsolate *iso, MrObj *o)
{
    MrUnpacker *s = (MrUnpacker *)o;
    (void)iso;
    if (s->open)
        s->end(&s->z);
    s->open = false;
}

static const MrMethodDef compressor_methods[] = {
    {"__new__(cls, compresslevel=9, /)", compressor_new, "Compresses data piece by piece.", MR_METHOD_STATIC},
    {"compress(self, data, /)", compressor_compress, "Take more data; returns what is compressed so far and not yet handed out.", 0},
    {"flush(self, /)", compressor_flush, "End the stream and return the rest of it. The object takes no more data.", 0},
    {0},
};
static const MrMethodDef decompressor_methods[] = {
    {"__new__(cls)", decompressor_new, "Decompresses a stream piece by piece.", MR_METHOD_STATIC},
    {"decompress(self, /, data, max_length=-1)", decompressor_decompress,
     "Take more data and return what comes out, up to max_length bytes; raises EOFError after the stream's end.", 0},
    {0},
};
static const MrGetSetDef decompressor_getset[] = {MR_DECOMPRESSOR_GETSET, {0}};

static const MrTypeDef compressor_def = {.name = "_bz2.BZ2Compressor", .kind = MR_KIND_OTHER, .size = sizeof(MrPacker), .flags = MR_TYPEDEF_FINAL,
                                         .methods = compressor_methods, .finalize = compressor_finalize,
                                         .doc = "Compresses data piece by piece."};
static const MrTypeDef decompressor_def = {.name = "_bz2.BZ2Decompressor", .kind = MR_KIND_OTHER, .size = sizeof(MrUnpacker), .flags = MR_TYPEDEF_FINAL,
                                           .methods = decompressor_methods, .getset = decompressor_getset, .trace = mr_decompressor_trace,
                                           .finalize = decompressor_finalize, .doc = "Decompresses a stream piece by piece."};
static const MrTypeDef *const types[] = {&compressor_def, &decompressor_def, NULL};

static bool init(MrThread *t, MrModule *m)
{
    (void)m;
    return bzip(t) != NULL;
}

const MrModuleDef mr_module__bz2 = {.name = "_bz2", .init = init, .types = types, .doc = "Compression by bzip2."};
