/* _pickle, what becomes of each kind of builtin object: numbers, text and bytes, containers.
 *
 * The choice of opcodes, and the order in which objects enter the memo, are CPython's to the byte: pickles are compared and hashed. Containers are numbered
 * before their contents are written (a tuple after them), so that what holds itself ends. Saving runs script; lengths are read again after it. */
#include "base/numtext.h"
#include "base/utf8.h"
#include "stdlib/native/_pickle.h"
#include "vm/isolate.h"
#include "vm/types/float.h"
#include "vm/types/bigint.h"
#include "vm/types/memoryview.h"

static bool op_with(MrThread *t, MrPickler *p, int op, const void *bytes, size_t n)
{
    char s[16];
    s[0] = (char)op;
    memcpy(s + 1, bytes, n);
    return mr_pickle_put(t, p, s, n + 1);
}

/* ---- numbers ---- */

static bool save_bool(MrThread *t, MrPickler *p, bool b)
{
    return p->protocol >= 2 ? mr_pickle_op(t, p, b ? PK_NEWTRUE : PK_NEWFALSE) : mr_pickle_put(t, p, b ? "I01\n" : "I00\n", 4);
}

/* Two's complement, little-endian, in as few bytes as it takes. */
static bool save_long(MrThread *t, MrPickler *p, MrValue v)
{
    MrIntView view;
    mr_int_view(v, &view);
    uint64_t bits = mr_bigint_bit_length(v), n = bits / 8 + 1;
    if (n > INT32_MAX) {
        (void)mr_raise(t, MR_EXC_OverflowError, "int too large to pickle");
        return false;
    }
    unsigned char *bytes = mr_buffer_new(t, view.n * 8 + 16);
    if (!bytes)
        return false;
    mr_int_view(v, &view);
    if (!mr_work_copy(t, bytes, view.limbs, view.n * 8))
        return false;
    if (view.negative) {
        unsigned carry = 1;
        size_t work = 0;
        for (uint64_t i = 0; i < n; i++) {
            unsigned b = (unsigned char)~bytes[i] + carry;
            bytes[i] = (unsigned char)b;
            carry = b >> 8;
            if (!mr_limits_work(t, work))
                return false;
        }
        if (n > 1 && bytes[n - 1] == 0xff && bytes[n - 2] & 0x80)
            n--;
    }
    uint32_t size = (uint32_t)n;
    return op_with(t, p, n < 256 ? PK_LONG1 : PK_LONG4, &size, n < 256 ? 1 : 4) && mr_pickle_put(t, p, bytes, n);
}

static bool save_int(MrThread *t, MrPickler *p, MrValue v)
{
    int64_t i = INT64_MAX;
    if (mr_int_as_i64(v, &i) && i >= INT32_MIN && i <= INT32_MAX) {
        char s[24];
        uint32_t word = (uint32_t)i;
        if (p->protocol == 0)
            return mr_pickle_put(t, p, s, (size_t)snprintf(s, sizeof s, "I%lld\n", (long long)i));
        return word <= 0xff ? op_with(t, p, PK_BININT1, &word, 1) : word <= 0xffff ? op_with(t, p, PK_BININT2, &word, 2) : op_with(t, p, PK_BININT, &word, 4);
    }
    if (p->protocol >= 2)
        return save_long(t, p, v);
    MrValue text = mr_int_to_str(t, v, 10);
    return text != MR_ERROR && mr_pickle_op(t, p, PK_LONG) && mr_pickle_put(t, p, mr_cstr(text), MR_STR(text)->nbytes) && mr_pickle_put(t, p, "L\n", 2);
}

static bool save_float(MrThread *t, MrPickler *p, double d)
{
    if (p->protocol > 0) {
        uint64_t bits;
        d = mr_plain_nan(d);
        memcpy(&bits, &d, 8);
        bits = __builtin_bswap64(bits);
        return op_with(t, p, PK_BINFLOAT, &bits, 8);
    }
    char s[MR_DOUBLE_REPR_MAX];
    size_t n = mr_double_repr(d, s);
    return mr_pickle_op(t, p, PK_FLOAT) && mr_pickle_put(t, p, s, n) && mr_pickle_op(t, p, '\n');
}

/* ---- bytes and text ---- */

/* op, size in 1, 4 or 8 bytes, data */
static bool put_sized(MrThread *t, MrPickler *p, int op1, int op4, int op8, const char *bytes, size_t n, MrValue payload)
{
    char header[9];
    uint64_t size = n;
    size_t width = op1 && n <= 0xff ? 1 : op4 && n <= UINT32_MAX ? 4 : 8;
    header[0] = (char)(width == 1 ? op1 : width == 4 ? op4 : op8);
    memcpy(header + 1, &size, width);
    return mr_pickle_put_data(t, p, header, width + 1, bytes, n, payload);
}

/* reduced to function(arguments...) */
static bool save_call(MrThread *t, MrPickler *p, MrValue function, const MrValue *args, size_t n, MrValue obj)
{
    MrValue v[2] = {function, mr_tuple_from(t, args, n)};
    MrValue reduced = function == MR_ERROR || v[1] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, v, 2);
    return reduced != MR_ERROR && mr_pickle_save_reduce(t, p, reduced, obj);
}

static bool put_bytes(MrThread *t, MrPickler *p, const char *bytes, size_t n, MrValue payload)
{
    if (n > UINT32_MAX && p->protocol < 4) {
        (void)mr_raise(t, MR_EXC_OverflowError, "serializing a bytes object larger than 4 GiB requires pickle protocol 4 or higher");
        return false;
    }
    return put_sized(t, p, PK_SHORT_BINBYTES, PK_BINBYTES, PK_BINBYTES8, bytes, n, payload);
}

static bool save_bytes(MrThread *t, MrPickler *p, MrValue v)
{
    MrBytes *b = MR_BYTES(v);
    if (p->protocol >= 3)
        return put_bytes(t, p, b->bytes, b->length, v) && mr_pickle_memo_put(t, p, v);
    if (!b->length) /* the older protocols have none: a call that makes them */
        return save_call(t, p, mr_type_val(t, MR_TYPE_bytes), NULL, 0, v);
    MrValue codecs = mr_import(t, "_codecs");
    MrStr *latin = mr_intern(t, "latin1", 6);
    MrValue args[2] = {codecs == MR_ERROR ? MR_ERROR : mr_decode(t, b->bytes, b->length, "latin-1", "strict"), mr_val(latin)};
    return latin && args[0] != MR_ERROR && save_call(t, p, mr_getattr_c(t, codecs, "encode"), args, 2, v);
}

static bool put_bytearray(MrThread *t, MrPickler *p, const char *bytes, size_t n, MrValue v)
{
    return put_sized(t, p, 0, 0, PK_BYTEARRAY8, bytes, n, v);
}

static bool save_bytearray(MrThread *t, MrPickler *p, MrValue v)
{
    MrByteArray *b = MR_BYTEARRAY(v);
    if (p->protocol >= 5)
        return put_bytearray(t, p, b->bytes ? b->bytes : "", b->length, v) && mr_pickle_memo_put(t, p, v);
    MrValue arg = b->length ? mr_bytes_new(t, b->bytes, b->length) : MR_UNBOUND;
    return arg != MR_ERROR && save_call(t, p, mr_type_val(t, MR_TYPE_bytearray), &arg, arg != MR_UNBOUND, v);
}

/* Latin-1, with what is beyond, and what would end the line, as escapes. */
static bool put_escaped(MrThread *t, MrPickler *p, MrStr *s)
{
    MrBuf buf = MR_BUF_EMPTY;
    const char *at = s->bytes, *end = at + s->nbytes;
    for (size_t work = 0; at < end && !buf.failed;) {
        uint32_t c = mr_utf8_decode_valid(&at);
        if (!mr_limits_work(t, work) || !mr_limits_buf(t, &buf, 16)) {
            mr_buf_fini(&buf);
            return false;
        }
        if (c > 0xffff)
            mr_buf_printf(&buf, "\\U%08x", c);
        else if (c > 0xff || c == '\\' || c == 0 || c == '\r' || c == '\n' || c == 0x1a)
            mr_buf_printf(&buf, "\\u%04x", c);
        else
            mr_buf_putc(&buf, (char)c);
    }
    if (buf.failed) {
        mr_buf_fini(&buf);
        (void)mr_raise_no_memory(t);
        return false;
    }
    bool ok = mr_pickle_op(t, p, PK_UNICODE) && mr_pickle_put(t, p, buf.data ? buf.data : "", buf.length) && mr_pickle_op(t, p, '\n');
    mr_buf_fini(&buf);
    return ok;
}

static bool save_str(MrThread *t, MrPickler *p, MrValue v)
{
    MrStr *s = MR_STR(v);
    if (p->protocol == 0)
        return put_escaped(t, p, s) && mr_pickle_memo_put(t, p, v);
    if (s->nbytes > UINT32_MAX && p->protocol < 4) {
        (void)mr_raise(t, MR_EXC_OverflowError, "serializing a string larger than 4 GiB requires pickle protocol 4 or higher");
        return false;
    }
    return put_sized(t, p, p->protocol >= 4 ? PK_SHORT_BINUNICODE : 0, PK_BINUNICODE, PK_BINUNICODE8, s->bytes, s->nbytes, MR_UNBOUND) &&
           mr_pickle_memo_put(t, p, v);
}

static bool save_pickle_buffer(MrThread *t, MrPickler *p, MrValue v)
{
    if (p->protocol < 5) {
        (void)mr_pickle_error(t, "PicklingError", "PickleBuffer can only pickled with protocol >= 5");
        return false;
    }
    MrValue view = mr_pickle_buffer_view(t, v);
    const char *bytes;
    size_t n;
    int in_band = 1;
    if (view == MR_ERROR || !mr_buffer_of(t, view, &bytes, &n))
        return false;
    MrValue readonly = mr_getattr_c(t, view, "readonly");
    if (readonly == MR_ERROR)
        return false;
    if (p->buffer_callback != MR_UNBOUND) {
        MrValue r = mr_call1(t, p->buffer_callback, v);
        in_band = r == MR_ERROR ? -1 : mr_truth(t, r);
        if (in_band < 0)
            return false;
    }
    if (!in_band)
        return mr_pickle_op(t, p, PK_NEXT_BUFFER) && (readonly != MR_TRUE || mr_pickle_op(t, p, PK_READONLY_BUFFER));
    return (readonly == MR_TRUE ? put_bytes(t, p, bytes, n, MR_UNBOUND) : put_bytearray(t, p, bytes, n, MR_UNBOUND)) && mr_pickle_memo_put(t, p, v);
}

/* ---- containers ---- */

static bool begin_container(MrThread *t, MrPickler *p, MrValue v, int empty, int op)
{
    bool ok = p->protocol > 0 ? mr_pickle_op(t, p, empty) : mr_pickle_op(t, p, PK_MARK) && mr_pickle_op(t, p, op);
    return ok && mr_pickle_memo_put(t, p, v);
}

bool mr_pickle_batch_list(MrThread *t, MrPickler *p, MrValue it)
{
    MrValue v;
    int n;
    if (p->protocol == 0) {
        while ((v = mr_next(t, it)) != MR_UNBOUND)
            if (v == MR_ERROR || !mr_pickle_save(t, p, v) || !mr_pickle_op(t, p, PK_APPEND))
                return false;
        return true;
    }
    do {
        MrValue first = mr_next(t, it);
        if (first == MR_UNBOUND || first == MR_ERROR)
            return first == MR_UNBOUND;
        v = mr_next(t, it);
        if (v == MR_ERROR)
            return false;
        if (v == MR_UNBOUND)
            return mr_pickle_save(t, p, first) && mr_pickle_op(t, p, PK_APPEND);
        if (!mr_pickle_op(t, p, PK_MARK) || !mr_pickle_save(t, p, first))
            return false;
        for (n = 1; v != MR_UNBOUND;) {
            if (v == MR_ERROR || !mr_pickle_save(t, p, v))
                return false;
            if (++n == MR_PICKLE_BATCH)
                break;
            v = mr_next(t, it);
        }
        if (!mr_pickle_op(t, p, PK_APPENDS))
            return false;
    } while (n == MR_PICKLE_BATCH);
    return true;
}

/* The next pair of an iterator: 1, 0 at the end, -1 error. */
static int next_pair(MrThread *t, MrValue it, MrValue *pair)
{
    *pair = mr_next(t, it);
    if (*pair == MR_ERROR)
        return -1;
    if (*pair == MR_UNBOUND)
        return 0;
    if (mr_is_tuple(*pair) && MR_TUPLE(*pair)->length == 2)
        return 1;
    (void)mr_raise(t, MR_EXC_TypeError, "dict items iterator must return 2-tuples");
    return -1;
}

static bool save_pair(MrThread *t, MrPickler *p, MrValue pair)
{
    return mr_pickle_save(t, p, MR_TUPLE(pair)->items[0]) && mr_pickle_save(t, p, MR_TUPLE(pair)->items[1]);
}

bool mr_pickle_batch_dict(MrThread *t, MrPickler *p, MrValue it)
{
    MrValue pair, first;
    int more, n;
    if (p->protocol == 0) {
        while ((more = next_pair(t, it, &pair)) > 0)
            if (!save_pair(t, p, pair) || !mr_pickle_op(t, p, PK_SETITEM))
                return false;
        return more == 0;
    }
    do {
        more = next_pair(t, it, &first);
        if (more <= 0)
            return more == 0;
        more = next_pair(t, it, &pair);
        if (more <= 0)
            return more == 0 && save_pair(t, p, first) && mr_pickle_op(t, p, PK_SETITEM);
        if (!mr_pickle_op(t, p, PK_MARK) || !save_pair(t, p, first))
            return false;
        for (n = 1; more > 0;) {
            if (!save_pair(t, p, pair))
                return false;
            if (++n == MR_PICKLE_BATCH)
                break;
            more = next_pair(t, it, &pair);
        }
        if (more < 0 || !mr_pickle_op(t, p, PK_SETITEMS))
            return false;
    } while (n == MR_PICKLE_BATCH);
    return true;
}

static bool save_list(MrThread *t, MrPickler *p, MrValue v)
{
    MrList *l = MR_LIST(v);
    if (!begin_container(t, p, v, PK_EMPTY_LIST, PK_LIST))
        return false;
    if (!l->length)
        return true;
    if (p->protocol == 0) {
        MrValue it = mr_iter(t, v);
        return it != MR_ERROR && mr_pickle_batch_list(t, p, it);
    }
    if (l->length == 1)
        return mr_pickle_save(t, p, l->items[0]) && mr_pickle_op(t, p, PK_APPEND);
    size_t i = 0;
    do {
        if (!mr_pickle_op(t, p, PK_MARK))
            return false;
        for (int n = 0; i < l->length && n < MR_PICKLE_BATCH; n++)
            if (!mr_pickle_save(t, p, l->items[i++]))
                return false;
        if (!mr_pickle_op(t, p, PK_APPENDS))
            return false;
    } while (i < l->length);
    return true;
}

static bool save_dict(MrThread *t, MrPickler *p, MrValue v)
{
    MrDict *d = MR_DICT(v);
    MrValue key, value;
    size_t pos = 0, size = d->length;
    if (!begin_container(t, p, v, PK_EMPTY_DICT, PK_DICT))
        return false;
    if (!d->length)
        return true;
    if (p->protocol == 0) {
        MrValue items = mr_call_method0(t, v, mr_intern(t, "items", 5)), it = items == MR_ERROR ? items : mr_iter(t, items);
        return it != MR_ERROR && mr_pickle_batch_dict(t, p, it);
    }
    if (d->length == 1)
        return mr_dict_next(d, &pos, &key, &value) && mr_pickle_save(t, p, key) && mr_pickle_save(t, p, value) && mr_pickle_op(t, p, PK_SETITEM);
    int n;
    do {
        if (!mr_pickle_op(t, p, PK_MARK))
            return false;
        for (n = 0; n < MR_PICKLE_BATCH && mr_dict_next(d, &pos, &key, &value); n++)
            if (!mr_pickle_save(t, p, key) || !mr_pickle_save(t, p, value))
                return false;
        if (!mr_pickle_op(t, p, PK_SETITEMS))
            return false;
        if (d->length != size) {
            (void)mr_raise(t, MR_EXC_RuntimeError, "dictionary changed size during iteration");
            return false;
        }
    } while (n == MR_PICKLE_BATCH);
    return true;
}

/* Before protocol 4: a call of the type with a list. */
static bool save_set_call(MrThread *t, MrPickler *p, MrValue v, MrTypeId type)
{
    MrValue items = mr_list_of(t, v);
    return items != MR_ERROR && save_call(t, p, mr_type_val(t, type), &items, 1, v);
}

static bool save_set(MrThread *t, MrPickler *p, MrValue v)
{
    if (p->protocol < 4)
        return save_set_call(t, p, v, MR_TYPE_set);
    if (!mr_pickle_op(t, p, PK_EMPTY_SET) || !mr_pickle_memo_put(t, p, v))
        return false;
    size_t size = MR_SET(v)->length;
    if (!size)
        return true;
    MrValue it = mr_iter(t, v), item = MR_UNBOUND;
    int n;
    if (it == MR_ERROR)
        return false;
    do {
        if (!mr_pickle_op(t, p, PK_MARK))
            return false;
        for (n = 0; n < MR_PICKLE_BATCH && (item = mr_next(t, it)) != MR_UNBOUND; n++)
            if (item == MR_ERROR || !mr_pickle_save(t, p, item))
                return false;
        if (!mr_pickle_op(t, p, PK_ADDITEMS))
            return false;
        if (MR_SET(v)->length != size) {
            (void)mr_raise(t, MR_EXC_RuntimeError, "set changed size during iteration");
            return false;
        }
    } while (n == MR_PICKLE_BATCH);
    return true;
}

static bool save_frozenset(MrThread *t, MrPickler *p, MrValue v)
{
    size_t index;
    if (p->protocol < 4)
        return save_set_call(t, p, v, MR_TYPE_frozenset);
    MrValue it = mr_iter(t, v), item;
    if (it == MR_ERROR || !mr_pickle_op(t, p, PK_MARK))
        return false;
    while ((item = mr_next(t, it)) != MR_UNBOUND)
        if (item == MR_ERROR || !mr_pickle_save(t, p, item))
            return false;
    if (mr_pickle_memo_has(p, v, &index)) /* something in it holds it */
        return mr_pickle_op(t, p, PK_POP_MARK) && mr_pickle_memo_get(t, p, v);
    return mr_pickle_op(t, p, PK_FROZENSET) && mr_pickle_memo_put(t, p, v);
}

static bool save_tuple(MrThread *t, MrPickler *p, MrValue v)
{
    static const char fixed[] = {(char)PK_EMPTY_TUPLE, (char)PK_TUPLE1, (char)PK_TUPLE2, (char)PK_TUPLE3};
    MrTuple *tuple = MR_TUPLE(v);
    size_t n = tuple->length, index;
    if (!n)
        return p->protocol > 0 ? mr_pickle_op(t, p, PK_EMPTY_TUPLE) : mr_pickle_put(t, p, "(t", 2);
    bool marked = n > 3 || p->protocol < 2;
    if (marked && !mr_pickle_op(t, p, PK_MARK))
        return false;
    for (size_t i = 0; i < n; i++)
        if (!mr_pickle_save(t, p, tuple->items[i]))
            return false;
    if (mr_pickle_memo_has(p, v, &index)) { /* it holds itself, through something mutable that was rebuilt with it: drop this one */
        if (marked && p->protocol > 0) {
            if (!mr_pickle_op(t, p, PK_POP_MARK))
                return false;
        } else {
            for (size_t i = 0; i < n + marked; i++)
                if (!mr_pickle_op(t, p, PK_POP))
                    return false;
        }
        return mr_pickle_memo_get(t, p, v);
    }
    return mr_pickle_op(t, p, marked ? PK_TUPLE : (unsigned char)fixed[n]) && mr_pickle_memo_put(t, p, v);
}

/* ---- any object ---- */

/* Does persistent_id know it? 1 written, 0, -1 error. */
static int save_persistent(MrThread *t, MrPickler *p, MrValue v)
{
    MrValue id = mr_call1(t, p->persistent_id, v);
    if (id == MR_ERROR || id == MR_NONE)
        return id == MR_NONE ? 0 : -1;
    if (p->protocol > 0)
        return mr_pickle_save_id(t, p, id) && mr_pickle_op(t, p, PK_BINPERSID) ? 1 : -1;
    MrValue text = mr_str(t, id);
    if (text == MR_ERROR)
        return -1;
    if (!mr_str_is_ascii(MR_STR(text))) {
        (void)mr_pickle_error(t, "PicklingError", "persistent IDs in protocol 0 must be ASCII strings");
        return -1;
    }
    return mr_pickle_op(t, p, PK_PERSID) && mr_pickle_put(t, p, mr_cstr(text), MR_STR(text)->nbytes) && mr_pickle_op(t, p, '\n') ? 1 : -1;
}

/* Containers and everything that calls script on its way. */
static bool save_object(MrThread *t, MrPickler *p, MrValue v)
{
    size_t index;
    if (mr_pickle_memo_has(p, v, &index))
        return mr_pickle_memo_get(t, p, v);
    if (!mr_stack_ok(t))
        return false;
    switch (mr_is_obj(v) ? mr_obj_of(v)->shape : 0) {
    case MR_TYPE_bytes: return save_bytes(t, p, v);
    case MR_TYPE_str: return save_str(t, p, v);
    case MR_TYPE_dict: return save_dict(t, p, v);
    case MR_TYPE_set: return save_set(t, p, v);
    case MR_TYPE_frozenset: return save_frozenset(t, p, v);
    case MR_TYPE_list: return save_list(t, p, v);
    case MR_TYPE_tuple: return save_tuple(t, p, v);
    case MR_TYPE_bytearray: return save_bytearray(t, p, v);
    default: break;
    }
    return mr_def_is(t, &mr_pickle_buffer_def, v) ? save_pickle_buffer(t, p, v) : mr_pickle_save_other(t, p, v);
}

bool mr_pickle_save_id(MrThread *t, MrPickler *p, MrValue v)
{
    if (v == MR_NONE)
        return mr_pickle_op(t, p, PK_NONE);
    if (mr_is_bool(v))
        return save_bool(t, p, v == MR_TRUE);
    if (mr_is_int(v) || mr_is_exact(v, MR_TYPE_int))
        return save_int(t, p, v);
    if (mr_is_float(v))
        return save_float(t, p, mr_float_of(v));
    return save_object(t, p, v);
}

bool mr_pickle_save(MrThread *t, MrPickler *p, MrValue v)
{
    if (!mr_pickle_boundary(t, p))
        return false;
    if (p->persistent_id != MR_UNBOUND) {
        int done = save_persistent(t, p, v);
        if (done)
            return done > 0;
    }
    return mr_pickle_save_id(t, p, v);
}
