/* _struct: the type Struct, its iterator, and the functions that take a format.
 *
 * The functions keep the Structs of the formats they saw last in a dict at iso->hooks[MR_HOOK_STRUCT]. An item's conversion may run script, so
 * pack_into packs aside and copies what was packed, also before an error. Not here: formats and single items (_struct_items.c).
 */
#include "stdlib/native/_struct.h"
#include "vm/isolate.h"
#include "vm/types/bytes.h"
#include "vm/types/memoryview.h"

enum { CACHE_MAX = 100 };

static const MrTypeDef struct_def, iterator_def;
#define STRUCT(v) ((MrStruct *)mr_obj_of(v))

/* ---- packing ---- */

/* As many values as the format has items into zeroed bytes; what was packed before an error stays. [script] */
static bool pack_items(MrThread *t, const MrStruct *s, const MrValue *values, char *bytes)
{
    const MrStructField *f = s->fields;
    for (size_t i = s->n_fields; i; i--, f++) {
        char *p = bytes + f->offset;
        for (size_t k = f->count; k; k--, p += f->width)
            if (!mr_struct_pack_item(t, f, *values++, p))
                return false;
    }
    return true;
}

/* n values to a fresh bytes object. [script] */
static MrValue pack(MrThread *t, MrStruct *s, const MrValue *values, size_t n)
{
    if ((int64_t)n != s->n_items)
        return mr_struct_raise(t, "pack expected %lld items for packing (got %zu)", (long long)s->n_items, n);
    MrValue out = mr_bytes_new(t, NULL, (size_t)s->size);
    return out != MR_ERROR && pack_items(t, s, values, MR_BYTES(out)->bytes) ? out : MR_ERROR;
}

static bool read_offset(MrThread *t, MrValue v, int64_t *offset)
{
    if (mr_to_ssize(t, v, offset))
        return true;
    if (mr_clear_if(t, MR_EXC_OverflowError))
        mr_raise(t, MR_EXC_IndexError, "cannot fit '%s' into an index-sized integer", mr_type_name(t, v));
    return false;
}

/* args: buffer, offset, values */
static MrValue pack_into(MrThread *t, MrStruct *s, const MrValue *args, size_t n)
{
    char *bytes;
    size_t length;
    int64_t offset;
    if (n < 2)
        return mr_struct_raise(t, n ? "pack_into expected offset argument" : "pack_into expected buffer argument");
    if ((int64_t)n - 2 != s->n_items)
        return mr_struct_raise(t, "pack_into expected %lld items for packing (got %zu)", (long long)s->n_items, n - 2);
    if (!mr_buffer_writable(t, args[0], &bytes, &length) || !read_offset(t, args[1], &offset))
        return MR_ERROR;
    if (offset < 0) {
        if (offset + s->size > 0)
            return mr_struct_raise(t, "no space to pack %lld bytes at offset %lld", (long long)s->size, (long long)offset);
        if (offset + (int64_t)length < 0)
            return mr_struct_raise(t, "offset %lld out of range for %zu-byte buffer", (long long)offset, length);
        offset += (int64_t)length;
    }
    if ((int64_t)length - offset < s->size)
        return mr_struct_raise(t, "pack_into requires a buffer of at least %llu bytes for packing %lld bytes at offset %lld (actual buffer size is %zu)",
                               (unsigned long long)s->size + (unsigned long long)offset, (long long)s->size, (long long)offset, length);
    MrValue packed = mr_bytes_new(t, NULL, (size_t)s->size);
    if (packed == MR_ERROR)
        return MR_ERROR;
    bool good = pack_items(t, s, args + 2, MR_BYTES(packed)->bytes);
    MrValue error = good ? MR_NONE : mr_take_pending(t);
    if (!mr_buffer_writable(t, args[0], &bytes, &length))
        return MR_ERROR;
    if ((int64_t)length - offset >= s->size && s->size && !mr_work_copy(t, bytes + offset, MR_BYTES(packed)->bytes, (size_t)s->size))
        return MR_ERROR;
    return good ? MR_NONE : mr_raise_value(t, error);
}

static MrValue unpack(MrThread *t, const MrStruct *s, const char *bytes)
{
    MrValue out = mr_tuple_new(t, (size_t)s->n_items);
    if (out == MR_ERROR)
        return MR_ERROR;
    MrValue *item = MR_TUPLE(out)->items;
    const MrStructField *f = s->fields;
    size_t work = 0;
    for (size_t i = s->n_fields; i; i--, f++) {
        const char *p = bytes + f->offset;
        for (size_t k = f->count; k; k--, p += f->width) {
            MrValue v = mr_struct_unpack_item(t, f, p);
            if (v == MR_ERROR || !mr_limits_work(t, work))
                return MR_ERROR;
            *item++ = v;
        }
    }
    return out;
}

static MrValue unpack_all(MrThread *t, const MrStruct *s, MrValue buffer)
{
    const char *bytes;
    size_t n;
    if (!mr_buffer_of(t, buffer, &bytes, &n))
        return MR_ERROR;
    if (s->size < 0 || n != (size_t)s->size)
        return mr_struct_raise(t, "unpack requires a buffer of %lld bytes", (long long)s->size);
    return unpack(t, s, bytes);
}

static MrValue unpack_from(MrThread *t, const MrStruct *s, MrValue buffer, MrValue at)
{
    const char *bytes;
    size_t n;
    int64_t offset = 0;
    if ((at != MR_UNBOUND && !read_offset(t, at, &offset)) || !mr_buffer_of(t, buffer, &bytes, &n))
        return MR_ERROR;
    if (offset < 0) {
        if (offset + s->size > 0)
            return mr_struct_raise(t, "not enough data to unpack %lld bytes at offset %lld", (long long)s->size, (long long)offset);
        if (offset + (int64_t)n < 0)
            return mr_struct_raise(t, "offset %lld out of range for %zu-byte buffer", (long long)offset, n);
        offset += (int64_t)n;
    }
    if ((int64_t)n - offset < s->size)
        return mr_struct_raise(t,
                               "unpack_from requires a buffer of at least %llu bytes for unpacking %lld bytes at offset %lld (actual buffer size is %zu)",
                               (unsigned long long)s->size + (unsigned long long)offset, (long long)s->size, (long long)offset, n);
    return s->size < 0 ? mr_struct_raise(t, "not enough data to unpack -1 bytes") : unpack(t, s, bytes + offset);
}

/* ---- iter_unpack: source is the Struct, aux1 the buffer, position the next offset ---- */

static MrValue iterate(MrThread *t, MrValue self, MrValue buffer)
{
    const MrStruct *s = STRUCT(self);
    const char *bytes;
    size_t n;
    if (s->size <= 0)
        return mr_struct_raise(t, "cannot iteratively unpack with a struct of length %lld", (long long)s->size);
    if (!mr_buffer_of(t, buffer, &bytes, &n))
        return MR_ERROR;
    if (n % (size_t)s->size)
        return mr_struct_raise(t, "iterative unpacking requires a buffer of a multiple of %lld bytes", (long long)s->size);
    MrIter *it = mr_def_alloc(t, &iterator_def);
    if (!it)
        return MR_ERROR;
    it->source = self;
    if (mr_is_bytes(buffer)) {
        it->aux1 = buffer;
    } else { /* holds the memory in place until the iterator is done */
        MrValue args[2] = {buffer, MR_UNBOUND};
        if ((it->aux1 = mr_memoryview_of(t, args)) == MR_ERROR)
            return MR_ERROR;
    }
    return mr_val(it);
}

static MrValue iterator_next(MrThread *t, MrValue self)
{
    MrIter *it = MR_ITER(self);
    if (it->source == MR_UNBOUND)
        return MR_UNBOUND;
    const MrStruct *s = STRUCT(it->source);
    MrView view = {NULL, 0};
    if (!mr_bytes_view(t, it->aux1, &view) || view.n - it->position < (size_t)s->size || s->size <= 0) {
        MrValue held = it->aux1;
        it->source = it->aux1 = MR_UNBOUND;
        if (mr_is_kind(held, MR_KIND_MEMORYVIEW) && mr_call_method0(t, held, mr_intern(t, "release", 7)) == MR_ERROR)
            return MR_ERROR;
        return MR_UNBOUND;
    }
    size_t at = it->position;
    it->position += (size_t)s->size;
    return unpack(t, s, view.p + at);
}

static MrValue iterator_length_hint(MrThread *t, MrValue *a)
{
    const MrIter *it = MR_ITER(a[0]);
    MrView view;
    if (it->source == MR_UNBOUND || !mr_bytes_view(t, it->aux1, &view))
        return mr_small_int(0);
    return mr_int(t, (int64_t)((view.n - it->position) / (size_t)STRUCT(it->source)->size));
}

static const MrMethodDef iterator_methods[] = {
    {"__length_hint__(self, /)", iterator_length_hint, "", 0},
    {0},
};
static const MrTypeDef iterator_def = {.name = "_struct.unpack_iterator", .kind = MR_KIND_ITER, .size = sizeof(MrIter),
                                       .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_NO_NEW, .methods = iterator_methods, .next = iterator_next};

/* ---- the type ---- */

static bool set_format(MrThread *t, MrStruct *s, MrValue format)
{
    const char *text;
    size_t n;
    if (mr_is_str(format)) {
        if (!mr_str_is_ascii(MR_STR(format))) {
            (void)mr_encode(t, format, "ascii", "strict");
            return false;
        }
        text = mr_cstr(format);
        n = MR_STR(format)->nbytes;
    } else if (mr_is_bytes(format)) {
        text = MR_BYTES(format)->bytes;
        n = MR_BYTES(format)->length;
    } else {
        mr_raise(t, MR_EXC_TypeError, "Struct() argument 1 must be a str or bytes object, not %s", mr_type_name(t, format));
        return false;
    }
    if (memchr(text, 0, n)) {
        mr_struct_raise(t, "embedded null character");
        return false;
    }
    MrValue kept = mr_is_str(format) ? format : mr_decode(t, text, n, "latin-1", "strict");
    if (kept == MR_ERROR || !mr_struct_parse(t, s, mr_cstr(kept), MR_STR(kept)->nbytes))
        return false;
    s->format = kept;
    return true;
}

static MrValue struct_new(MrThread *t, MrValue *a)
{
    MrStruct *s = mr_def_new(t, &struct_def, a[0]);
    if (!s)
        return MR_ERROR;
    s->size = s->n_items = -1;
    return mr_val(s);
}

static MrValue struct_init(MrThread *t, MrValue *a) { return set_format(t, STRUCT(a[0]), a[1]) ? MR_NONE : MR_ERROR; }

static MrValue struct_pack(MrThread *t, MrValue *a) { return pack(t, STRUCT(a[0]), MR_TUPLE(a[1])->items, MR_TUPLE(a[1])->length); }

static MrValue struct_pack_into(MrThread *t, MrValue *a) { return pack_into(t, STRUCT(a[0]), MR_TUPLE(a[1])->items, MR_TUPLE(a[1])->length); }

static MrValue struct_unpack(MrThread *t, MrValue *a) { return unpack_all(t, STRUCT(a[0]), a[1]); }

static MrValue struct_unpack_from(MrThread *t, MrValue *a) { return unpack_from(t, STRUCT(a[0]), a[1], a[2]); }

static MrValue struct_iter_unpack(MrThread *t, MrValue *a) { return iterate(t, a[0], a[1]); }

static MrValue struct_sizeof(MrThread *t, MrValue *a)
{
    return mr_int(t, (int64_t)(sizeof(MrStruct) + STRUCT(a[0])->n_fields * sizeof(MrStructField)));
}

static MrValue get_format(MrThread *t, MrValue self)
{
    MrValue format = STRUCT(self)->format;
    return format == MR_UNBOUND ? mr_raise(t, MR_EXC_AttributeError, "format") : format;
}

static MrValue get_size(MrThread *t, MrValue self) { return mr_int(t, STRUCT(self)->size); }

static void trace(MrGc *gc, MrObj *o)
{
    const MrStruct *s = (const MrStruct *)o;
    mr_mark(gc, s->format);
    mr_mark_buffer(gc, s->fields);
}

static const MrMethodDef methods[] = {
    {"__new__(cls, /, *args, **kwargs)", struct_new, "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC},
    {"__init__(self, /, format)", struct_init, "Set up the object; the class says which arguments it takes.", 0},
    {"iter_unpack(self, buffer, /)", struct_iter_unpack,
     "Unpack one tuple after the other from a buffer, whose length must be a multiple of size.", 0},
    {"pack(self, /, *values)", struct_pack, "The values as bytes, laid out as the format says.", 0},
    {"pack_into(self, /, *values)", struct_pack_into, "pack_into(buffer, offset, *values): writes the packed values into a buffer.", 0},
    {"unpack(self, buffer, /)", struct_unpack, "The tuple of values that the bytes of a buffer of the struct's size stand for.", 0},
    {"unpack_from(self, /, buffer, offset=0)", struct_unpack_from, "The tuple of values that stand in a buffer from an offset on.", 0},
    {"__sizeof__(self, /)", struct_sizeof, "The memory that the object takes, as a count of bytes.", 0},
    {0},
};
static const MrGetSetDef getset[] = {
    {"format", get_format, NULL, "The format as a str."},
    {"size", get_size, NULL, "How many bytes an item of this format takes."},
    {0},
};

static const MrTypeDef struct_def = {
    .name = "_struct.Struct",
    .kind = MR_KIND_OTHER,
    .size = sizeof(MrStruct),
    .methods = methods,
    .getset = getset,
    .trace = trace,
    .doc = "A format that is compiled once, with the functions of the module as methods.",
};

/* ---- the functions ---- */

/* The Struct of a format, from the cache or new. */
static MrValue struct_of(MrThread *t, MrValue format)
{
    if (mr_def_is(t, &struct_def, format))
        return format;
    bool plain = mr_is_exact(format, MR_TYPE_str);
    uint64_t hash;
    if (!plain && !mr_hash(t, format, &hash))
        return MR_ERROR;
    MrValue *cache = &t->iso->hooks[MR_HOOK_STRUCT];
    if (plain && *cache != MR_UNBOUND) {
        MrValue found = mr_dict_get_str(t, MR_DICT(*cache), MR_STR(format));
        if (found != MR_UNBOUND)
            return found;
    }
    MrStruct *s = mr_def_alloc(t, &struct_def);
    if (!s || !set_format(t, s, format))
        return MR_ERROR;
    if (plain) {
        if (*cache == MR_UNBOUND || MR_DICT(*cache)->length >= CACHE_MAX) {
            MrDict *fresh = mr_dict_new(t);
            if (!fresh)
                return MR_ERROR;
            *cache = mr_val(fresh);
        }
        if (!mr_dict_set_str(t, MR_DICT(*cache), MR_STR(format), mr_val(s)))
            return MR_ERROR;
    }
    return mr_val(s);
}

/* pack(format, *values) and pack_into: the first argument is the format. */
static MrValue pack_with(MrThread *t, MrTuple *args, bool into)
{
    if (!args->length)
        return mr_raise(t, MR_EXC_TypeError, "missing format argument");
    MrValue s = struct_of(t, args->items[0]);
    if (s == MR_ERROR)
        return MR_ERROR;
    return into ? pack_into(t, STRUCT(s), args->items + 1, args->length - 1) : pack(t, STRUCT(s), args->items + 1, args->length - 1);
}

static MrValue module_pack(MrThread *t, MrValue *a) { return pack_with(t, MR_TUPLE(a[0]), false); }
static MrValue module_pack_into(MrThread *t, MrValue *a) { return pack_with(t, MR_TUPLE(a[0]), true); }

static MrValue module_unpack(MrThread *t, MrValue *a)
{
    MrValue s = struct_of(t, a[0]);
    return s == MR_ERROR ? MR_ERROR : unpack_all(t, STRUCT(s), a[1]);
}

static MrValue module_unpack_from(MrThread *t, MrValue *a)
{
    MrValue s = struct_of(t, a[0]);
    return s == MR_ERROR ? MR_ERROR : unpack_from(t, STRUCT(s), a[1], a[2]);
}

static MrValue module_iter_unpack(MrThread *t, MrValue *a)
{
    MrValue s = struct_of(t, a[0]);
    return s == MR_ERROR ? MR_ERROR : iterate(t, s, a[1]);
}

static MrValue module_calcsize(MrThread *t, MrValue *a)
{
    MrValue s = struct_of(t, a[0]);
    return s == MR_ERROR ? MR_ERROR : mr_int(t, STRUCT(s)->size);
}

static MrValue module_clearcache(MrThread *t, MrValue *a)
{
    (void)a;
    t->iso->hooks[MR_HOOK_STRUCT] = MR_UNBOUND;
    return MR_NONE;
}

static const MrMethodDef functions[] = {
    {"_clearcache()", module_clearcache, "Forget the formats that are kept compiled.", 0},
    {"calcsize(format, /)", module_calcsize, "How many bytes pack() makes of this format.", 0},
    {"iter_unpack(format, buffer, /)", module_iter_unpack,
     "Unpack tuples from a buffer, one after the other; its length must be a multiple of the format's size.", MR_METHOD_TUPLE},
    {"pack(*values)", module_pack, "pack(format, *values): the values as bytes, laid out as the format says.", 0},
    {"pack_into(*values)", module_pack_into, "pack_into(format, buffer, offset, *values): writes the packed values into a buffer.", 0},
    {"unpack(format, buffer, /)", module_unpack, "The tuple of values that the bytes of a buffer of the format's size stand for.", 0},
    {"unpack_from(format, /, buffer, offset=0)", module_unpack_from, "The tuple of values that stand in a buffer from an offset on.", 0},
    {0},
};

static const MrTypeDef *const types[] = {&struct_def, NULL};

static bool init(MrThread *t, MrModule *m) { return mr_module_add_exception(t, m, "struct", "error", MR_EXC_Exception); }

const MrModuleDef mr_module__struct = {
    .name = "_struct", .functions = functions, .init = init, .types = types, .doc = "Conversion between Python values and the bytes of C structs."};
