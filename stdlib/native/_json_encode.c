/* _json.Encoder: values to JSON text, in one piece, with or without indentation.
 *
 * The text grows in malloc'd memory, which holds bytes only. Calling `default`, or an encoder of strings that is not this module's, runs
 * script that may change the containers being written: items are read one at a time, below the length that they have then, and a dict's
 * entries from the table that it had at the start.
 */
#include "base/numtext.h"
#include "stdlib/native/_json.h"
#include "vm/isolate.h"
#include "vm/types/dict.h"
#include "vm/types/float.h"

typedef struct MrEncoder {
    MrObj h;
    bool sort_keys, skipkeys, allow_nan;
    bool quotes_ascii, quotes_utf8; /* what the encoder of strings is, if it is one of ours */
    MrValue markers, default_, encoder, indent, key_separator, item_separator; /* markers: only whether it is None; indent: None or a str */
} MrEncoder;
#define ENCODER(v) ((MrEncoder *)mr_obj_of(v))
enum { ENCODER_VALUES = 6 };

/* What is being written, from the inside out: whoever meets itself there is circular. So that depth does not cost its square, only the
 * nearest ones are looked at, and one mark at the last depth that is a power of two: going round a longer circle comes by it (Brent). */
typedef struct Outer {
    MrValue value;
    size_t depth;
    const struct Outer *up, *mark;
} Outer;
enum { NEAREST = 64 };

typedef struct Encode {
    MrThread *t;
    const MrEncoder *encoder;
    MrBuf out;
    int64_t level;
    uint32_t steps;
} Encode;

static bool put_value(Encode *e, MrValue v, const Outer *outer);

/* ---- scalars ---- */

static inline void put(Encode *e, const char *p, size_t n)
{
    if (MR_LIKELY(e->out.length + n < e->out.capacity)) {
        memcpy(e->out.data + e->out.length, p, n);
        e->out.length += n;
    } else {
        mr_buf_write(&e->out, p, n);
    }
}

static void put_str(Encode *e, MrValue str) { put(e, MR_STR(str)->bytes, MR_STR(str)->nbytes); }

static bool put_quoted(Encode *e, MrValue str)
{
    const MrEncoder *encoder = e->encoder;
    if (encoder->quotes_ascii || encoder->quotes_utf8)
        return mr_json_quote(e->t, &e->out, MR_STR(str)->bytes, MR_STR(str)->nbytes, encoder->quotes_ascii);
    MrValue text = mr_call1(e->t, encoder->encoder, str);
    if (text == MR_ERROR)
        return false;
    if (!mr_is_str(text)) {
        (void)mr_raise(e->t, MR_EXC_TypeError, "encoder() must return a string, not %s", mr_type_name(e->t, text));
        return false;
    }
    put_str(e, text);
    return true;
}

static bool put_int(Encode *e, MrValue v)
{
    char text[24];
    if (mr_is_int(v)) {
        put(e, text, mr_int64_text(mr_int_of(v), text));
        return true;
    }
    MrValue digits = mr_int_to_str(e->t, v, 10);
    if (digits != MR_ERROR)
        put_str(e, digits);
    return digits != MR_ERROR;
}

static bool put_float(Encode *e, MrValue v)
{
    char text[MR_DOUBLE_REPR_MAX];
    double d = mr_floating_of(v);
    if (__builtin_isfinite(d)) {
        put(e, text, mr_double_repr(d, text));
        return true;
    }
    if (e->encoder->allow_nan) {
        const char *name = d != d ? "NaN" : d > 0 ? "Infinity" : "-Infinity";
        put(e, name, strlen(name));
        return true;
    }
    MrValue repr = mr_repr(e->t, v);
    if (repr != MR_ERROR)
        (void)mr_raise(e->t, MR_EXC_ValueError, "Out of range float values are not JSON compliant: %s", mr_cstr(repr));
    return false;
}

/* None, a bool, an int or a float: 1 written, 0 it is none of them, -1 error. */
static int put_plain(Encode *e, MrValue v)
{
    if (v == MR_NONE)
        put(e, "null", 4);
    else if (v == MR_TRUE)
        put(e, "true", 4);
    else if (v == MR_FALSE)
        put(e, "false", 5);
    else if (mr_is_integer(v))
        return put_int(e, v) ? 1 : -1;
    else if (mr_is_floating(v))
        return put_float(e, v) ? 1 : -1;
    else
        return 0;
    return 1;
}

/* ---- containers ---- */

static void put_newline(Encode *e)
{
    if (e->encoder->indent == MR_NONE)
        return;
    put(e, "\n", 1);
    for (int64_t i = 0; i < e->level; i++)
        put_str(e, e->encoder->indent);
}

/* Before an item of a container: the bracket or the separator, and the new line. */
static void put_before_item(Encode *e, const char *bracket)
{
    if (bracket) {
        put(e, bracket, 1);
        e->level++;
    } else {
        put_str(e, e->encoder->item_separator);
    }
    put_newline(e);
}

static void put_end(Encode *e, const char *bracket)
{
    e->level--;
    put_newline(e);
    put(e, bracket, 1);
}

static bool is_circular(MrValue v, const Outer *outer)
{
    const Outer *o = outer;
    for (int i = 0; o && i < NEAREST; i++, o = o->up)
        if (o->value == v)
            return true;
    return o && outer->mark->value == v;
}

/* Fills in `self` for v, unless v is inside itself or too deep. */
static bool enter(Encode *e, MrValue v, const Outer *outer, Outer *self)
{
    MrThread *t = e->t;
    if (e->encoder->markers != MR_NONE && is_circular(v, outer)) {
        (void)mr_raise(t, MR_EXC_ValueError, "Circular reference detected");
        return false;
    }
    size_t depth = outer ? outer->depth + 1 : 1;
    *self = (Outer){v, depth, outer, depth & (depth - 1) ? outer->mark : self};
    if (e->encoder->indent != MR_NONE && depth >= t->recursion_limit) { /* the text grows with the square of the depth */
        (void)mr_raise(t, MR_EXC_RecursionError, "maximum recursion depth exceeded");
        return false;
    }
    if (mr_stack_ok(t))
        return true;
    bool by_default = !mr_is_list(v) && !mr_is_tuple(v) && !mr_is_dict(v); /* then CPython finds it out in the call of `default` */
    if (!by_default && mr_clear_if(t, MR_EXC_RecursionError))
        (void)mr_raise(t, MR_EXC_RecursionError, "maximum recursion depth exceeded while encoding a JSON object");
    return false;
}

static bool put_sequence(Encode *e, MrValue v, const Outer *outer)
{
    Outer self;
    MrValue *items;
    size_t n;
    (void)mr_sequence_items(v, &items, &n);
    if (!n) {
        put(e, "[]", 2);
        return true;
    }
    if (!enter(e, v, outer, &self))
        return false;
    for (size_t i = 0; i < n; i++) {
        put_before_item(e, i ? NULL : "[");
        if (!put_value(e, items[i], &self))
            return false;
        (void)mr_sequence_items(v, &items, &n);
    }
    put_end(e, "]");
    return true;
}

/* 1 written, 0 the key is to be skipped, -1 error. */
static int put_key(Encode *e, MrValue key, bool first)
{
    bool is_str = mr_is_str(key);
    if (!is_str && key != MR_NONE && !mr_is_bool(key) && !mr_is_integer(key) && !mr_is_floating(key)) {
        if (e->encoder->skipkeys)
            return 0;
        (void)mr_raise(e->t, MR_EXC_TypeError, "keys must be str, int, float, bool or None, not %s", mr_type_name(e->t, key));
        return -1;
    }
    put_before_item(e, first ? "{" : NULL);
    if (is_str) {
        if (!put_quoted(e, key))
            return -1;
    } else if (e->encoder->quotes_ascii || e->encoder->quotes_utf8) {
        put(e, "\"", 1);
        if (put_plain(e, key) < 0)
            return -1;
        put(e, "\"", 1);
    } else { /* the encoder of strings gets what would have been written */
        size_t from = e->out.length;
        if (put_plain(e, key) < 0)
            return -1;
        MrValue text = e->out.failed ? mr_raise_no_memory(e->t) : mr_str_new(e->t, e->out.data + from, e->out.length - from);
        e->out.length = from;
        if (text == MR_ERROR || !put_quoted(e, text))
            return -1;
    }
    put_str(e, e->encoder->key_separator);
    return 1;
}

/* The next pair of what is written as an object: the entries of a dict, or a list of pairs. */
typedef struct Pairs {
    const MrDictEntry *entries;
    size_t n, i;
    MrValue list; /* MR_UNBOUND: entries */
} Pairs;

static bool next_pair(Pairs *p, MrValue *key, MrValue *value)
{
    while (p->i < p->n) {
        size_t i = p->i++;
        if (p->list == MR_UNBOUND) {
            *key = p->entries[i].key;
            *value = p->entries[i].value;
            if (*key != MR_UNBOUND)
                return true;
        } else if (i < MR_LIST(p->list)->length) {
            const MrTuple *pair = MR_TUPLE(MR_LIST(p->list)->items[i]);
            *key = pair->items[0];
            *value = pair->items[1];
            return true;
        }
    }
    return false;
}

/* The items of a dict subclass, or of any dict in the order of its keys, as a list of pairs. */
static MrValue list_items(Encode *e, MrValue dict)
{
    MrThread *t = e->t;
    MrValue items = mr_getattr_c(t, dict, "items");
    if (items != MR_ERROR)
        items = mr_call0(t, items);
    if (items != MR_ERROR)
        items = mr_list_of(t, items);
    if (items == MR_ERROR)
        return MR_ERROR;
    if (e->encoder->sort_keys && !mr_list_sort(t, items, MR_NONE, false))
        return MR_ERROR;
    for (size_t i = 0; i < MR_LIST(items)->length; i++) {
        MrValue pair = MR_LIST(items)->items[i];
        if (!mr_is_tuple(pair) || MR_TUPLE(pair)->length != 2)
            return mr_raise(t, MR_EXC_ValueError, "items must return 2-tuples");
    }
    return items;
}

static bool put_object(Encode *e, MrValue v, const Outer *outer)
{
    Outer self;
    MrDict *d = MR_DICT(v);
    if (!d->length) {
        put(e, "{}", 2);
        return true;
    }
    if (!enter(e, v, outer, &self))
        return false;
    Pairs pairs = {d->entries, d->used, 0, MR_UNBOUND};
    if (e->encoder->sort_keys || !mr_is_exact(v, MR_TYPE_dict)) {
        if ((pairs.list = list_items(e, v)) == MR_ERROR)
            return false;
        pairs.n = MR_LIST(pairs.list)->length;
    }
    MrValue key, value;
    bool first = true;
    while (next_pair(&pairs, &key, &value)) {
        int written = put_key(e, key, first);
        if (written < 0 || (written && !put_value(e, value, &self)))
            return false;
        first &= !written;
    }
    if (first) /* every key was skipped */
        put_before_item(e, "{");
    put_end(e, "}");
    return true;
}

/* What has no form of its own: the form of what `default` makes of it. */
static bool put_other(Encode *e, MrValue v, const Outer *outer)
{
    Outer self;
    if (!enter(e, v, outer, &self))
        return false;
    MrValue replaced = mr_call1(e->t, e->encoder->default_, v);
    return replaced != MR_ERROR && put_value(e, replaced, &self);
}

static bool put_value(Encode *e, MrValue v, const Outer *outer)
{
    if (MR_UNLIKELY(++e->steps % 8192 == 0) && (!mr_poll(e->t) || !mr_limits_buf(e->t, &e->out, e->out.length)))
        return false;
    if (mr_is_str(v))
        return put_quoted(e, v);
    int written = put_plain(e, v);
    if (written)
        return written > 0;
    if (mr_is_list(v) || mr_is_tuple(v))
        return put_sequence(e, v, outer);
    return mr_is_dict(v) ? put_object(e, v, outer) : put_other(e, v, outer);
}

/* ---- the type ---- */

static void trace_encoder(MrGc *gc, MrObj *o) { mr_mark_values(gc, &((MrEncoder *)o)->markers, ENCODER_VALUES); }

static bool is_native(MrValue v, MrNative fn) { return mr_is_kind(v, MR_KIND_NATIVE) && ((MrNativeFn *)mr_obj_of(v))->fn == fn; }

static bool read_flag(MrThread *t, MrValue v, bool *flag)
{
    int truth = mr_truth(t, v);
    *flag = truth > 0;
    return truth >= 0;
}

static MrValue encoder_new(MrThread *t, MrValue *a)
{
    MrEncoder *e = mr_def_new(t, &mr_json_encoder_def, a[0]);
    if (!e)
        return MR_ERROR;
    if (a[1] != MR_NONE && !mr_is_dict(a[1]))
        return mr_raise(t, MR_EXC_TypeError, "make_encoder() argument 1 must be dict or None, not %s", mr_type_name(t, a[1]));
    if (a[4] != MR_NONE && !mr_is_str(a[4]))
        return mr_raise(t, MR_EXC_TypeError, "make_encoder() argument 4 must be str or None, not %s", mr_type_name(t, a[4]));
    for (int i = 5; i <= 6; i++)
        if (!mr_is_str(a[i]))
            return mr_raise(t, MR_EXC_TypeError, "make_encoder() argument %d must be str, not %s", i, mr_type_name(t, a[i]));
    if (!read_flag(t, a[7], &e->sort_keys) || !read_flag(t, a[8], &e->skipkeys) || !read_flag(t, a[9], &e->allow_nan))
        return MR_ERROR;
    for (int i = 0; i < ENCODER_VALUES; i++) {
        (&e->markers)[i] = a[i + 1];
        mr_write_barrier(t, e, a[i + 1]);
    }
    e->quotes_ascii = is_native(e->encoder, mr_json_encode_ascii);
    e->quotes_utf8 = is_native(e->encoder, mr_json_encode);
    return mr_val(e);
}

static MrValue encoder_call(MrThread *t, MrValue *a)
{
    Encode e = {.t = t, .encoder = ENCODER(a[0]), .out = MR_BUF_EMPTY};
    if (!mr_arg_ssize(t, a[2], &e.level))
        return MR_ERROR;
    if (!put_value(&e, a[1], NULL)) {
        mr_buf_fini(&e.out);
        return MR_ERROR;
    }
    MrValue text = mr_str_buf(t, &e.out);
    return text == MR_ERROR ? MR_ERROR : mr_tuple_from(t, &text, 1);
}

#define GETTER(name, value)                                 \
    static MrValue get_##name(MrThread *t, MrValue self)    \
    {                                                       \
        (void)t;                                            \
        return value;                                       \
    }
GETTER(markers, ENCODER(self)->markers)
GETTER(default, ENCODER(self)->default_)
GETTER(encoder, ENCODER(self)->encoder)
GETTER(indent, ENCODER(self)->indent)
GETTER(key_separator, ENCODER(self)->key_separator)
GETTER(item_separator, ENCODER(self)->item_separator)
GETTER(sort_keys, mr_bool(ENCODER(self)->sort_keys))
GETTER(skipkeys, mr_bool(ENCODER(self)->skipkeys))
#undef GETTER

static const MrMethodDef encoder_methods[] = {
    {"__new__(cls, /, markers, default, encoder, indent, key_separator, item_separator, sort_keys, skipkeys, allow_nan)", encoder_new,
     "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC},
    {"__call__(self, /, obj, _current_indent_level)", encoder_call, "What self(...) runs.", 0},
    {0},
};

static const MrGetSetDef encoder_getset[] = {
    {"markers", get_markers, NULL, "markers"},
    {"default", get_default, NULL, "default"},
    {"encoder", get_encoder, NULL, "encoder"},
    {"indent", get_indent, NULL, "indent"},
    {"key_separator", get_key_separator, NULL, "key_separator"},
    {"item_separator", get_item_separator, NULL, "item_separator"},
    {"sort_keys", get_sort_keys, NULL, "sort_keys"},
    {"skipkeys", get_skipkeys, NULL, "skipkeys"},
    {0},
};

const MrTypeDef mr_json_encoder_def = {
    .name = "_json.Encoder",
    .kind = MR_KIND_OTHER,
    .size = sizeof(MrEncoder),
    .methods = encoder_methods,
    .getset = encoder_getset,
    .trace = trace_encoder,
    .doc = "Encoder(markers, default, encoder, indent, key_separator, item_separator, sort_keys, skipkeys, allow_nan)",
};
