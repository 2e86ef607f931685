/* _lzma: the compressor and decompressor of the library liblzma, for the formats .xz, .lzma and raw streams. Files are the matter of lzma.py.
 *
 * A chain of filters comes as a sequence of dicts; their options live in malloc'd memory while an encoder or decoder is set up.
 */
#include <lzma.h>

#include "stdlib/native/decompress.h"
#include "stdlib/native/library.h"
#include "vm/isolate.h"
#include "vm/types/bigint.h"

#define FUNCTIONS(X) \
    X(lzma_easy_encoder) X(lzma_stream_encoder) X(lzma_alone_encoder) X(lzma_raw_encoder) X(lzma_auto_decoder) X(lzma_stream_decoder) X(lzma_alone_decoder) \
    X(lzma_raw_decoder) X(lzma_code) X(lzma_end) X(lzma_get_check) X(lzma_check_is_supported) X(lzma_lzma_preset) X(lzma_properties_size) \
    X(lzma_properties_encode) X(lzma_properties_decode)

typedef struct Xz {
#define X(name) __typeof__(&name) name;
    FUNCTIONS(X)
#undef X
} Xz;

#define X(name) #name,
static const char *const symbols[] = {FUNCTIONS(X)};
#undef X
static const char *const files[] = {"liblzma.so.5", "liblzma.so", NULL};
static const MrLibraryDef library = {"lzma", "liblzma", files, symbols, sizeof symbols / sizeof *symbols, MR_HOOK_LZMA};

static const Xz *xz(MrThread *t) { return mr_library(t, &library); }

enum { FORMAT_AUTO, FORMAT_XZ, FORMAT_ALONE, FORMAT_RAW };

typedef struct MrPacker {
    MrObj h;
    lzma_stream z;
    void (*end)(lzma_stream *);
    bool flushed;
} MrPacker;
typedef struct MrUnpacker {
    MrDecompressor base;
    lzma_stream z;
    void (*end)(lzma_stream *);
    int check;
} MrUnpacker;
#define PACKER(v) ((MrPacker *)mr_obj_of(v))

/* A chain of filters with the memory for their options. */
typedef struct Chain {
    lzma_filter filters[LZMA_FILTERS_MAX + 1];
    union { lzma_options_lzma lzma; lzma_options_delta delta; lzma_options_bcj bcj; } options[LZMA_FILTERS_MAX];
} Chain;

static const MrTypeDef compressor_def, decompressor_def;

#define lzma_raise(t, ...) mr_raise_from(t, "_lzma", "LZMAError", __VA_ARGS__)

static bool check(MrThread *t, lzma_ret code)
{
    switch (code) {
    case LZMA_OK: case LZMA_GET_CHECK: case LZMA_NO_CHECK: case LZMA_STREAM_END: return true;
    case LZMA_UNSUPPORTED_CHECK: lzma_raise(t, "Unsupported integrity check"); break;
    case LZMA_MEM_ERROR: mr_raise_no_memory(t); break;
    case LZMA_MEMLIMIT_ERROR: lzma_raise(t, "Memory usage limit exceeded"); break;
    case LZMA_FORMAT_ERROR: lzma_raise(t, "Input format not supported by decoder"); break;
    case LZMA_OPTIONS_ERROR: lzma_raise(t, "Invalid or unsupported options"); break;
    case LZMA_DATA_ERROR: lzma_raise(t, "Corrupt input data"); break;
    case LZMA_BUF_ERROR: lzma_raise(t, "Insufficient buffer space"); break;
    case LZMA_PROG_ERROR: lzma_raise(t, "Internal error"); break;
    default: lzma_raise(t, "Unrecognized error from liblzma: %d", (int)code);
    }
    return false;
}

/* ---- filters ---- */

static bool read_unsigned(MrThread *t, MrValue v, uint64_t *out, bool wide)
{
    if (!mr_is_integer(v)) {
        mr_raise(t, MR_EXC_TypeError, "an integer is required");
        return false;
    }
    MrIntView view;
    mr_int_view(v, &view);
    if (view.negative)
        mr_raise(t, MR_EXC_OverflowError, "can't convert negative int to unsigned");
    else if (view.n > 1)
        mr_raise(t, MR_EXC_OverflowError, "int too big to convert");
    else if (!wide && view.n && view.limbs[0] > UINT32_MAX)
        mr_raise(t, MR_EXC_OverflowError, "Value too large for uint32_t type");
    *out = view.n ? view.limbs[0] : 0;
    return !mr_pending(t);
}

/* spec[name] as a number below 2^32; *out is left alone when it is missing. *seen counts what is there. */
static bool option(MrThread *t, MrDict *spec, const char *name, uint32_t *out, unsigned *seen)
{
    MrStr *key = mr_intern(t, name, strlen(name));
    MrValue v = key ? mr_dict_get_str(t, spec, key) : MR_ERROR;
    uint64_t n;
    if (v == MR_UNBOUND)
        return true;
    if (v == MR_ERROR || !read_unsigned(t, v, &n, false))
        return false;
    *out = (uint32_t)n;
    ++*seen;
    return true;
}

static bool all_known(MrThread *t, const MrDict *spec, unsigned seen, const char *kind)
{
    if (spec->length == seen)
        return true;
    mr_raise(t, MR_EXC_ValueError, "Invalid filter specifier for %s filter", kind);
    return false;
}

static bool read_lzma_options(MrThread *t, const Xz *lib, MrDict *spec, lzma_options_lzma *o)
{
    uint32_t preset = LZMA_PRESET_DEFAULT, mode, finder;
    unsigned seen = 1;
    if (!option(t, spec, "preset", &preset, &seen))
        return false;
    if (lib->lzma_lzma_preset(o, preset)) {
        lzma_raise(t, "Invalid compression preset: %u", preset);
        return false;
    }
    mode = (uint32_t)o->mode;
    finder = (uint32_t)o->mf;
    if (!option(t, spec, "dict_size", &o->dict_size, &seen) || !option(t, spec, "lc", &o->lc, &seen) || !option(t, spec, "lp", &o->lp, &seen) ||
        !option(t, spec, "pb", &o->pb, &seen) || !option(t, spec, "mode", &mode, &seen) || !option(t, spec, "nice_len", &o->nice_len, &seen) ||
        !option(t, spec, "mf", &finder, &seen) || !option(t, spec, "depth", &o->depth, &seen) || !all_known(t, spec, seen, "LZMA"))
        return false;
    o->mode = (lzma_mode)mode;
    o->mf = (lzma_match_finder)finder;
    return true;
}

static bool read_filter(MrThread *t, const Xz *lib, MrValue spec, Chain *chain, size_t i)
{
    uint64_t id;
    unsigned seen = 1;
    if (!mr_is_dict(spec)) {
        mr_raise(t, MR_EXC_TypeError, "Filter specifier must be a dict or dict-like object");
        return false;
    }
    MrStr *key = mr_intern(t, "id", 2);
    MrValue v = key ? mr_dict_get_str(t, MR_DICT(spec), key) : MR_ERROR;
    if (v == MR_UNBOUND)
        mr_raise(t, MR_EXC_ValueError, "Filter specifier must have an \"id\" entry");
    if (v == MR_UNBOUND || v == MR_ERROR || !read_unsigned(t, v, &id, true))
        return false;
    lzma_filter *f = &chain->filters[i];
    f->id = id;
    f->options = &chain->options[i];
    switch (id) {
    case LZMA_FILTER_LZMA1: case LZMA_FILTER_LZMA2: return read_lzma_options(t, lib, MR_DICT(spec), &chain->options[i].lzma);
    case LZMA_FILTER_DELTA: {
        uint32_t dist = 1;
        if (!option(t, MR_DICT(spec), "dist", &dist, &seen) || !all_known(t, MR_DICT(spec), seen, "delta"))
            return false;
        chain->options[i].delta.type = LZMA_DELTA_TYPE_BYTE;
        chain->options[i].delta.dist = dist;
        return true;
    }
    case LZMA_FILTER_X86: case LZMA_FILTER_POWERPC: case LZMA_FILTER_IA64: case LZMA_FILTER_ARM: case LZMA_FILTER_ARMTHUMB: case LZMA_FILTER_SPARC:
        return option(t, MR_DICT(spec), "start_offset", &chain->options[i].bcj.start_offset, &seen) && all_known(t, MR_DICT(spec), seen, "BCJ");
    default: mr_raise(t, MR_EXC_ValueError, "Invalid filter ID: %llu", (unsigned long long)id); return false;
    }
}

/* A chain in malloc'd memory, to be freed. NULL: error. */
static Chain *read_chain(MrThread *t, const Xz *lib, MrValue specs)
{
    int64_t n = mr_len(t, specs);
    if (n < 0)
        return NULL;
    if (n > LZMA_FILTERS_MAX) {
        mr_raise(t, MR_EXC_ValueError, "Too many filters - liblzma supports a maximum of %d", LZMA_FILTERS_MAX);
        return NULL;
    }
    Chain *chain = calloc(1, sizeof *chain);
    if (!chain)
        mr_raise_no_memory(t);
    for (int64_t i = 0; chain && i < n; i++) {
        MrValue spec = mr_getitem(t, specs, mr_small_int(i));
        if (spec == MR_ERROR || !read_filter(t, lib, spec, chain, (size_t)i)) {
            free(chain);
            chain = NULL;
        }
    }
    if (chain)
        chain->filters[n].id = LZMA_VLI_UNKNOWN;
    return chain;
}

/* ---- compressing ---- */

static bool open_encoder(MrThread *t, const Xz *lib, lzma_stream *z, int format, int check_id, uint32_t preset, Chain *chain)
{
    lzma_options_lzma options;
    switch (format) {
    case FORMAT_XZ:
        return check(t, chain ? lib->lzma_stream_encoder(z, chain->filters, (lzma_check)(check_id < 0 ? LZMA_CHECK_CRC64 : check_id))
                              : lib->lzma_easy_encoder(z, preset, (lzma_check)(check_id < 0 ? LZMA_CHECK_CRC64 : check_id)));
    case FORMAT_ALONE:
        if (!chain) {
            if (!lib->lzma_lzma_preset(&options, preset))
                return check(t, lib->lzma_alone_encoder(z, &options));
            lzma_raise(t, "Invalid compression preset: %u", preset);
            return false;
        }
        if (chain->filters[0].id == LZMA_FILTER_LZMA1 && chain->filters[1].id == LZMA_VLI_UNKNOWN)
            return check(t, lib->lzma_alone_encoder(z, chain->filters[0].options));
        mr_raise(t, MR_EXC_ValueError, "Invalid filter chain for FORMAT_ALONE - must be a single LZMA1 filter");
        return false;
    default: return check(t, lib->lzma_raw_encoder(z, chain->filters));
    }
}

/* a: cls, format, check, preset, filters */
static MrValue compressor_new(MrThread *t, MrValue *a)
{
    const Xz *lib = xz(t);
    int64_t format = FORMAT_XZ, check_id = -1;
    uint64_t preset = LZMA_PRESET_DEFAULT;
    bool has_preset = a[3] != MR_UNBOUND && a[3] != MR_NONE, has_filters = a[4] != MR_UNBOUND && a[4] != MR_NONE;
    if (!lib || (a[1] != MR_UNBOUND && !mr_to_i64(t, a[1], &format)) || (a[2] != MR_UNBOUND && !mr_to_i64(t, a[2], &check_id)))
        return MR_ERROR;
    if (has_preset && has_filters)
        return mr_raise(t, MR_EXC_ValueError, "Cannot specify both preset and filter chain");
    if (has_preset && !read_unsigned(t, a[3], &preset, false))
        return MR_ERROR;
    if (format < FORMAT_XZ || format > FORMAT_RAW)
        return mr_raise(t, MR_EXC_ValueError, "Invalid container format: %lld", (long long)format);
    if (format != FORMAT_XZ && check_id != -1 && check_id != LZMA_CHECK_NONE)
        return mr_raise(t, MR_EXC_ValueError, "Integrity checks are only supported by FORMAT_XZ");
    if (format == FORMAT_RAW && !has_filters)
        return mr_raise(t, MR_EXC_ValueError, "Must specify filters for FORMAT_RAW");
    MrPacker *s = mr_def_new(t, &compressor_def, a[0]);
    Chain *chain = s && has_filters ? read_chain(t, lib, a[4]) : NULL;
    if (!s || (has_filters && !chain))
        return MR_ERROR;
    s->end = lib->lzma_end;
    bool ok = open_encoder(t, lib, &s->z, (int)format, (int)check_id, (uint32_t)preset, chain);
    free(chain);
    return ok ? mr_val(s) : MR_ERROR;
}

enum { INPUT_PIECE = 2048 };

static MrValue pack(MrThread *t, MrPacker *s, const Xz *lib, const char *p, size_t n, lzma_action action)
{
    MrBuf out = MR_BUF_EMPTY;
    s->z.avail_in = 0;
    for (;;) {
        size_t room;
        unsigned char *start = mr_stream_room(t, &out, SIZE_MAX, &room);
        if (!start || (action == LZMA_RUN && !s->z.avail_in && !n))
            break;
        if (!s->z.avail_in) { /* the slowest settings take a millisecond for so much */
            s->z.next_in = (const uint8_t *)p;
            s->z.avail_in = n < INPUT_PIECE ? n : INPUT_PIECE;
            p += s->z.avail_in;
            n -= s->z.avail_in;
        }
        s->z.next_out = start;
        s->z.avail_out = room;
        lzma_ret code = lib->lzma_code(&s->z, action);
        out.length += room - s->z.avail_out;
        if (!check(t, code) || !(s->z.avail_out ? mr_limits_tick(t) : mr_poll(t)) || (action == LZMA_FINISH && code == LZMA_STREAM_END))
            break;
    }
    if (mr_pending(t)) {
        mr_buf_fini(&out);
        return MR_ERROR;
    }
    return mr_stream_bytes(t, &out);
}

static MrValue compressor_compress(MrThread *t, MrValue *a)
{
    const Xz *lib = xz(t);
    const char *p;
    size_t n;
    if (!lib || !mr_buffer_of(t, a[1], &p, &n))
        return MR_ERROR;
    if (PACKER(a[0])->flushed)
        return mr_raise(t, MR_EXC_ValueError, "Compressor has been flushed");
    return pack(t, PACKER(a[0]), lib, p, n, LZMA_RUN);
}

static MrValue compressor_flush(MrThread *t, MrValue *a)
{
    const Xz *lib = xz(t);
    if (!lib)
        return MR_ERROR;
    if (PACKER(a[0])->flushed)
        return mr_raise(t, MR_EXC_ValueError, "Repeated call to flush()");
    PACKER(a[0])->flushed = true;
    return pack(t, PACKER(a[0]), lib, "", 0, LZMA_FINISH);
}

static void compressor_finalize(MrIsolate *iso, MrObj *o)
{
    MrPacker *s = (MrPacker *)o;
    (void)iso;
    if (s->end)
        s->end(&s->z);
    s->end = NULL;
}

/* ---- decompressing ---- */

/* a: cls, format, memlimit, filters */
static MrValue decompressor_new(MrThread *t, MrValue *a)
{
    const Xz *lib = xz(t);
    const uint32_t tell = LZMA_TELL_ANY_CHECK | LZMA_TELL_NO_CHECK;
    int64_t format = FORMAT_AUTO;
    uint64_t limit = UINT64_MAX;
    bool has_filters = a[3] != MR_UNBOUND && a[3] != MR_NONE;
    if (!lib || (a[1] != MR_UNBOUND && !mr_to_i64(t, a[1], &format)))
        return MR_ERROR;
    if (a[2] != MR_UNBOUND && a[2] != MR_NONE) {
        if (format == FORMAT_RAW)
            return mr_raise(t, MR_EXC_ValueError, "Cannot specify memory limit with FORMAT_RAW");
        if (!read_unsigned(t, a[2], &limit, true))
            return MR_ERROR;
    }
    if (format == FORMAT_RAW && !has_filters)
        return mr_raise(t, MR_EXC_ValueError, "Must specify filters for FORMAT_RAW");
    if (format != FORMAT_RAW && has_filters)
        return mr_raise(t, MR_EXC_ValueError, "Cannot specify filters except with FORMAT_RAW");
    MrUnpacker *s = mr_def_new(t, &decompressor_def, a[0]);
    if (!s)
        return MR_ERROR;
    mr_decompressor_init(&s->base, false);
    s->check = format == FORMAT_ALONE || format == FORMAT_RAW ? LZMA_CHECK_NONE : LZMA_CHECK_ID_MAX + 1;
    s->end = lib->lzma_end;
    Chain *chain;
    lzma_ret code;
    switch (format) {
    case FORMAT_AUTO: code = lib->lzma_auto_decoder(&s->z, limit, tell); break;
    case FORMAT_XZ: code = lib->lzma_stream_decoder(&s->z, limit, tell); break;
    case FORMAT_ALONE: code = lib->lzma_alone_decoder(&s->z, limit); break;
    case FORMAT_RAW:
        if (!(chain = read_chain(t, lib, a[3])))
            return MR_ERROR;
        code = lib->lzma_raw_decoder(&s->z, chain->filters);
        free(chain);
        break;
    default: return mr_raise(t, MR_EXC_ValueError, "Invalid container format: %lld", (long long)format);
    }
    return check(t, code) ? mr_val(s) : MR_ERROR;
}

static int step(MrThread *t, MrDecompressor *d, const unsigned char **in, size_t *n_in, unsigned char **out, size_t *n_out)
{
    const Xz *lib = xz(t);
    MrUnpacker *s = (MrUnpacker *)d;
    if (!lib)
        return MR_STREAM_FAILED;
    s->z.next_in = *in;
    s->z.avail_in = *n_in;
    s->z.next_out = *out;
    s->z.avail_out = *n_out;
    lzma_ret code;
    do {
        code = lib->lzma_code(&s->z, LZMA_RUN);
        if (code == LZMA_GET_CHECK || code == LZMA_NO_CHECK)
            s->check = (int)lib->lzma_get_check(&s->z);
    } while (code == LZMA_GET_CHECK || code == LZMA_NO_CHECK);
    *in = s->z.next_in;
    *n_in = s->z.avail_in;
    *out = s->z.next_out;
    *n_out = s->z.avail_out;
    if (code == LZMA_BUF_ERROR && !*n_in && *n_out)
        return MR_STREAM_GOES_ON;
    if (code == LZMA_BUF_ERROR && !*n_out)
        return MR_STREAM_GOES_ON;
    if (!check(t, code))
        return MR_STREAM_FAILED;
    return code == LZMA_STREAM_END ? MR_STREAM_ENDED : MR_STREAM_GOES_ON;
}

static MrValue decompressor_decompress(MrThread *t, MrValue *a)
{
    if (MR_DECOMPRESSOR(a[0])->eof)
        return mr_raise(t, MR_EXC_EOFError, "Already at end of stream");
    return mr_decompress(t, MR_DECOMPRESSOR(a[0]), step, a[1], a[2]);
}

static void decompressor_finalize(MrIsolate *iso, MrObj *o)
{
    MrUnpacker *s = (MrUnpacker *)o;
    (void)iso;
    if (s->end)
        s->end(&s->z);
    s->end = NULL;
}

static MrValue get_check(MrThread *t, MrValue self) { return mr_int(t, ((MrUnpacker *)mr_obj_of(self))->check); }

/* ---- the module ---- */

static MrValue module_is_check_supported(MrThread *t, MrValue *a)
{
    const Xz *lib = xz(t);
    int64_t id;
    if (!lib || !mr_to_i64(t, a[0], &id))
        return MR_ERROR;
    return mr_bool(id >= 0 && id <= LZMA_CHECK_ID_MAX && lib->lzma_check_is_supported((lzma_check)id));
}

static MrValue module_encode_properties(MrThread *t, MrValue *a)
{
    const Xz *lib = xz(t);
    Chain *chain = lib ? calloc(1, sizeof *chain) : NULL;
    MrValue out = MR_ERROR;
    uint32_t size;
    if (chain && read_filter(t, lib, a[0], chain, 0) && check(t, lib->lzma_properties_size(&size, chain->filters)) &&
        (out = mr_bytes_new(t, NULL, size)) != MR_ERROR && !check(t, lib->lzma_properties_encode(chain->filters, (uint8_t *)MR_BYTES(out)->bytes)))
        out = MR_ERROR;
    if (lib && !chain)
        return mr_raise_no_memory(t);
    free(chain);
    return out;
}

static MrValue module_decode_properties(MrThread *t, MrValue *a)
{
    const Xz *lib = xz(t);
    const char *p;
    size_t n;
    lzma_filter f = {0};
    if (!lib || !read_unsigned(t, a[0], &f.id, true) || !mr_buffer_of(t, a[1], &p, &n) ||
        !check(t, lib->lzma_properties_decode(&f, NULL, (const uint8_t *)p, n)))
        return MR_ERROR;
    MrDict *d = mr_dict_new(t);
    bool ok = d && mr_dict_set_c(t, d, "id", mr_int_u64(t, f.id));
    if (ok && (f.id == LZMA_FILTER_LZMA1 || f.id == LZMA_FILTER_LZMA2)) {
        const lzma_options_lzma *o = f.options;
        if (f.id == LZMA_FILTER_LZMA1)
            ok = mr_dict_set_c(t, d, "lc", mr_int(t, o->lc)) && mr_dict_set_c(t, d, "lp", mr_int(t, o->lp)) && mr_dict_set_c(t, d, "pb", mr_int(t, o->pb));
        ok = ok && mr_dict_set_c(t, d, "dict_size", mr_int(t, o->dict_size));
    } else if (ok && f.id == LZMA_FILTER_DELTA) {
        ok = mr_dict_set_c(t, d, "dist", mr_int(t, ((const lzma_options_delta *)f.options)->dist));
    } else if (ok && f.options) {
        ok = mr_dict_set_c(t, d, "start_offset", mr_int(t, ((const lzma_options_bcj *)f.options)->start_offset));
    }
    free(f.options);
    return ok ? mr_val(d) : MR_ERROR;
}

static const MrMethodDef compressor_methods[] = {
    {"__new__(cls, format=1, check=-1, preset=None, filters=None)", compressor_new, "Compresses data piece by piece.", MR_METHOD_STATIC},
    {"compress(self, data, /)", compressor_compress, "Take more data; returns what is compressed so far and not yet handed out.", 0},
    {"flush(self, /)", compressor_flush, "End the stream and return the rest of it. The object takes no more data.", 0},
    {0},
};
static const MrMethodDef decompressor_methods[] = {
    {"__new__(cls, format=0, memlimit=None, filters=None)", decompressor_new, "Decompresses a stream piece by piece.", MR_METHOD_STATIC},
    {"decompress(self, /, data, max_length=-1)", decompressor_decompress,
     "Take more data and return what comes out, up to max_length bytes; raises EOFError after the stream's end.", 0},
    {0},
};
static const MrGetSetDef decompressor_getset[] = {
    {"check", get_check, NULL, "Which integrity check the input uses, one of CHECK_."}, MR_DECOMPRESSOR_GETSET, {0}};

static const MrTypeDef compressor_def = {.name = "_lzma.LZMACompressor", .kind = MR_KIND_OTHER, .size = sizeof(MrPacker), .flags = MR_TYPEDEF_FINAL,
                                         .methods = compressor_methods, .finalize = compressor_finalize,
                                         .doc = "Compresses to .xz, .lzma or raw data, piece by piece; filters describes the chain of filters in "
                                                "place of a preset."};
static const MrTypeDef decompressor_def = {.name = "_lzma.LZMADecompressor", .kind = MR_KIND_OTHER, .size = sizeof(MrUnpacker), .flags = MR_TYPEDEF_FINAL,
                                           .methods = decompressor_methods, .getset = decompressor_getset, .trace = mr_decompressor_trace,
                                           .finalize = decompressor_finalize, .doc = "Decompresses a stream piece by piece."};
static const MrTypeDef *const types[] = {&compressor_def, &decompressor_def, NULL};

static const MrMethodDef functions[] = {
    {"is_check_supported(check_id, /)", module_is_check_supported, "Whether liblzma has this integrity check.", 0},
    {"_encode_filter_properties(filter, /)", module_encode_properties, "The options of a filter as bytes.", 0},
    {"_decode_filter_properties(filter_id, encoded_props, /)", module_decode_properties, "The filter that encoded options belong to.", 0},
    {0},
};

static bool init(MrThread *t, MrModule *m)
{
#define C(name) {#name, LZMA_##name}
    static const struct { const char *name; uint64_t value; } constants[] = {
        {"FORMAT_AUTO", FORMAT_AUTO}, {"FORMAT_XZ", FORMAT_XZ}, {"FORMAT_ALONE", FORMAT_ALONE}, {"FORMAT_RAW", FORMAT_RAW}, C(CHECK_NONE), C(CHECK_CRC32),
        C(CHECK_CRC64), C(CHECK_SHA256), C(CHECK_ID_MAX), {"CHECK_UNKNOWN", LZMA_CHECK_ID_MAX + 1}, C(FILTER_LZMA1), C(FILTER_LZMA2), C(FILTER_DELTA),
        C(FILTER_X86), C(FILTER_IA64), C(FILTER_ARM), C(FILTER_ARMTHUMB), C(FILTER_SPARC), C(FILTER_POWERPC), C(MF_HC3), C(MF_HC4), C(MF_BT2), C(MF_BT3),
        C(MF_BT4), C(MODE_FAST), C(MODE_NORMAL), C(PRESET_DEFAULT), C(PRESET_EXTREME)};
#undef C
    for (size_t i = 0; i < sizeof constants / sizeof *constants; i++) {
        MrValue v = mr_int_u64(t, constants[i].value);
        if (v == MR_ERROR || !mr_module_add(t, m, constants[i].name, v))
            return false;
    }
    return xz(t) && mr_module_add_exception(t, m, "_lzma", "LZMAError", MR_EXC_Exception);
}

const MrModuleDef mr_module__lzma = {.name = "_lzma", .functions = functions, .init = init, .types = types, .doc = "Compression by liblzma."};
