/* _pickle, the state and output of a Pickler: its buffer, frames, and the memo of the objects written so far.
 *
 * From protocol 4 on what is written lies in frames of about 64 KiB, so that a reader can fetch them whole. A frame is closed between two
 * objects only; data that are larger than a frame stand between frames. The memo knows objects by identity and keeps them alive, so that no other object can
 * take the address of one that is in it. */
#include "stdlib/native/_pickle.h"

#include "vm/isolate.h"

#define SELF ((MrPickler *)mr_obj_of(a[0]))

static bool make_room(MrThread *t, MrPickler *p, size_t n)
{
    if (p->length + n <= p->capacity)
        return true;
    size_t capacity = (p->length + n) / 2 * 3 + 256;
    char *out = mr_buffer_resize(t, p->out, capacity);
    if (!out)
        return false;
    p->out = out;
    p->capacity = capacity;
    return true;
}

bool mr_pickle_put(MrThread *t, MrPickler *p, const void *bytes, size_t n)
{
    bool opens = p->framing && p->frame == SIZE_MAX;
    if (!make_room(t, p, n + (opens ? MR_PICKLE_FRAME_HEADER : 0)))
        return false;
    if (opens) {
        p->frame = p->length;
        p->length += MR_PICKLE_FRAME_HEADER;
    }
    if (!mr_work_copy(t, p->out + p->length, bytes, n))
        return false;
    p->length += n;
    return true;
}

bool mr_pickle_op(MrThread *t, MrPickler *p, int op)
{
    char c = (char)op;
    return mr_pickle_put(t, p, &c, 1);
}

static void close_frame(MrPickler *p)
{
    if (!p->framing || p->frame == SIZE_MAX)
        return;
    char *at = p->out + p->frame;
    uint64_t n = p->length - p->frame - MR_PICKLE_FRAME_HEADER;
    if (n >= 4) {
        *at = (char)PK_FRAME;
        memcpy(at + 1, &n, 8); /* little-endian, as this machine is */
    } else {                   /* too short to be worth a header */
        memmove(at, at + MR_PICKLE_FRAME_HEADER, n);
        p->length -= MR_PICKLE_FRAME_HEADER;
    }
    p->frame = SIZE_MAX;
}

static bool flush(MrThread *t, MrPickler *p)
{
    MrValue bytes = mr_bytes_new(t, p->out ? p->out : "", p->length);
    p->length = 0;
    return bytes != MR_ERROR && mr_call1(t, p->write, bytes) != MR_ERROR;
}

bool mr_pickle_boundary(MrThread *t, MrPickler *p)
{
    if (++p->steps % 8192 == 0 && !mr_poll(t))
        return false;
    if (!p->framing || p->frame == SIZE_MAX || p->length - p->frame - MR_PICKLE_FRAME_HEADER < MR_PICKLE_FRAME)
        return true;
    close_frame(p);
    return p->write == MR_UNBOUND || flush(t, p);
}

bool mr_pickle_put_data(MrThread *t, MrPickler *p, const void *header, size_t header_size, const char *data, size_t n, MrValue payload)
{
    bool framing = p->framing, large = n >= MR_PICKLE_FRAME;
    if (large) {
        close_frame(p);
        p->framing = false;
    }
    bool ok = mr_pickle_put(t, p, header, header_size);
    if (ok && large && p->write != MR_UNBOUND) {
        if (payload == MR_UNBOUND)
            payload = mr_bytes_new(t, data, n);
        ok = payload != MR_ERROR && flush(t, p) && mr_call1(t, p->write, payload) != MR_ERROR;
    } else if (ok) {
        ok = mr_pickle_put(t, p, data, n);
    }
    p->framing = framing;
    return ok;
}

/* ---- the memo ---- */

static size_t find_place(const MrPickler *p, MrValue v)
{
    size_t i = (size_t)((v >> 4) * 0x9E3779B97F4A7C15ull >> 20) & p->memo_mask;
    while (p->memo[i].object != MR_UNBOUND && p->memo[i].object != v)
        i = (i + 1) & p->memo_mask;
    return i;
}

bool mr_pickle_memo_has(const MrPickler *p, MrValue v, size_t *index)
{
    if (!p->memo)
        return false;
    size_t i = find_place(p, v);
    if (p->memo[i].object == MR_UNBOUND)
        return false;
    *index = p->memo[i].index;
    return true;
}

static bool grow_memo(MrThread *t, MrPickler *p)
{
    MrPicklePlace *old = p->memo;
    size_t n = old ? p->memo_mask + 1 : 0, size = old ? n * 2 : 32;
    MrPicklePlace *table = mr_buffer_new(t, size * sizeof *table);
    if (!table)
        return false;
    p->memo = table;
    p->memo_mask = size - 1;
    for (size_t i = 0; i < n; i++)
        if (old[i].object != MR_UNBOUND)
            table[find_place(p, old[i].object)] = old[i];
    return true;
}

static bool put_index(MrThread *t, MrPickler *p, size_t index, int text_op, int byte_op, int word_op)
{
    char s[32];
    int n;
    if (p->protocol == 0) {
        n = snprintf(s, sizeof s, "%c%zu\n", text_op, index);
    } else if (index < 256) {
        s[0] = (char)byte_op;
        s[1] = (char)index;
        n = 2;
    } else if (index <= UINT32_MAX) {
        uint32_t word = (uint32_t)index;
        s[0] = (char)word_op;
        memcpy(s + 1, &word, 4);
        n = 5;
    } else {
        (void)mr_pickle_error(t, "PicklingError", "memo id too large for LONG_BINPUT");
        return false;
    }
    return mr_pickle_put(t, p, s, (size_t)n);
}

bool mr_pickle_memo_put(MrThread *t, MrPickler *p, MrValue v)
{
    if (p->fast)
        return true;
    if (p->memo_used * 3 >= (p->memo ? (p->memo_mask + 1) * 2 : 0) && !grow_memo(t, p))
        return false;
    size_t i = find_place(p, v), index = p->memo_used;
    p->memo_used += p->memo[i].object == MR_UNBOUND;
    p->memo[i] = (MrPicklePlace){v, index};
    mr_write_barrier(t, p, v);
    return p->protocol >= 4 ? mr_pickle_op(t, p, PK_MEMOIZE) : put_index(t, p, index, PK_PUT, PK_BINPUT, PK_LONG_BINPUT);
}

bool mr_pickle_memo_get(MrThread *t, MrPickler *p, MrValue v)
{
    size_t index = 0;
    if (mr_pickle_memo_has(p, v, &index))
        return put_index(t, p, index, PK_GET, PK_BINGET, PK_LONG_BINGET);
    (void)mr_raise_type_value(t, MR_EXC_KeyError, v);
    return false;
}

/* ---- the life of a Pickler ---- */

static bool optional_method(MrThread *t, MrValue self, const char *name, MrValue *out)
{
    MrStr *s = mr_intern(t, name, strlen(name));
    *out = s ? mr_getattr_or(t, self, s) : MR_ERROR;
    if (*out != MR_ERROR)
        return true;
    *out = MR_UNBOUND;
    return false;
}

bool mr_pickler_setup(MrThread *t, MrPickler *p, MrValue protocol, MrValue fix_imports, MrValue buffer_callback)
{
    int64_t number = MR_PICKLE_DEFAULT;
    if (protocol != MR_UNBOUND && protocol != MR_NONE) {
        if (!mr_to_i64(t, protocol, &number))
            return false;
        if (number < 0)
            number = MR_PICKLE_HIGHEST;
        else if (number > MR_PICKLE_HIGHEST) {
            (void)mr_raise(t, MR_EXC_ValueError, "pickle protocol must be <= %d", MR_PICKLE_HIGHEST);
            return false;
        }
    }
    int fix = fix_imports == MR_UNBOUND ? 1 : mr_truth(t, fix_imports);
    if (fix < 0)
        return false;
    if (buffer_callback == MR_NONE)
        buffer_callback = MR_UNBOUND;
    if (buffer_callback != MR_UNBOUND && number < 5) {
        (void)mr_raise(t, MR_EXC_ValueError, "buffer_callback needs protocol >= 5");
        return false;
    }
    MrValue copyreg = mr_import(t, "copyreg");
    if (copyreg == MR_ERROR)
        return false;
    MrValue reducers = mr_getattr_c(t, copyreg, "dispatch_table"), extensions = mr_getattr_c(t, copyreg, "_extension_registry");
    if (reducers == MR_ERROR || extensions == MR_ERROR)
        return false;
    if (!mr_is_dict(reducers) || !mr_is_dict(extensions)) {
        (void)mr_raise(t, MR_EXC_RuntimeError, "copyreg.%s should be a dict, not %s", mr_is_dict(reducers) ? "_extension_registry" : "dispatch_table",
                       mr_type_name(t, mr_is_dict(reducers) ? extensions : reducers));
        return false;
    }
    p->protocol = (int)number;
    p->fix_imports = fix && number < 3;
    p->buffer_callback = buffer_callback;
    p->builtins = MR_UNBOUND;
    p->reducers = reducers;
    p->extensions = extensions;
    p->frame = SIZE_MAX;
    p->length = p->memo_used = 0;
    p->memo = NULL;
    p->framing = false;
    p->fast = 0;
    p->ready = true;
    return true;
}

bool mr_pickler_set_file(MrThread *t, MrPickler *p, MrValue file)
{
    if (!optional_method(t, file, "write", &p->write))
        return false;
    if (p->write != MR_UNBOUND)
        return true;
    (void)mr_raise(t, MR_EXC_TypeError, "file must have a 'write' attribute");
    return false;
}

bool mr_pickler_dump(MrThread *t, MrPickler *p, MrValue obj)
{
    bool ok = true;
    if (p->protocol >= 2) {
        char header[2] = {(char)PK_PROTO, (char)p->protocol};
        ok = mr_pickle_put(t, p, header, 2);
        p->framing = p->protocol >= 4;
    }
    ok = ok && mr_pickle_save(t, p, obj) && mr_pickle_op(t, p, PK_STOP);
    if (ok)
        close_frame(p);
    p->framing = false;
    p->frame = SIZE_MAX;
    return ok && (p->write == MR_UNBOUND || flush(t, p));
}

static MrValue pickler_new(MrThread *t, MrValue *a)
{
    MrPickler *p = mr_def_new(t, &mr_pickler_def, a[0]);
    return p ? mr_val(p) : MR_ERROR;
}

static MrValue pickler_init(MrThread *t, MrValue *a)
{
    MrPickler *p = SELF;
    p->ready = false;
    p->persistent_id = p->dispatch_table = MR_UNBOUND;
    if (!mr_pickler_setup(t, p, a[2], a[3], a[4]))
        return MR_ERROR;
    p->ready = false;
    if (!mr_pickler_set_file(t, p, a[1]) || !optional_method(t, a[0], "persistent_id", &p->persistent_id) ||
        !optional_method(t, a[0], "dispatch_table", &p->dispatch_table))
        return MR_ERROR;
    p->ready = true;
    return MR_NONE;
}

static MrValue pickler_dump(MrThread *t, MrValue *a)
{
    MrPickler *p = SELF;
    if (!p->ready)
        return mr_pickle_error(t, "PicklingError", "Pickler.__init__() was not called by %s.__init__()", mr_type_name(t, a[0]));
    if (!optional_method(t, a[0], "reducer_override", &p->reducer_override))
        return MR_ERROR;
    p->length = 0;
    p->frame = SIZE_MAX;
    bool ok = mr_pickler_dump(t, p, a[1]);
    p->reducer_override = MR_UNBOUND;
    return ok ? MR_NONE : MR_ERROR;
}

static void forget_all(MrPickler *p)
{
    p->memo = NULL;
    p->memo_used = p->memo_mask = 0;
}

static MrValue pickler_clear_memo(MrThread *t, MrValue *a)
{
    (void)t;
    forget_all(SELF);
    return MR_NONE;
}

/* ---- attributes ---- */

static MrValue get_memo(MrThread *t, MrValue self)
{
    MrPickler *p = (MrPickler *)mr_obj_of(self);
    MrDict *d = mr_dict_new(t);
    for (size_t i = 0; d && p->memo && i <= p->memo_mask; i++) {
        MrValue pair[2] = {mr_int(t, (int64_t)p->memo[i].index), p->memo[i].object};
        if (pair[1] == MR_UNBOUND)
            continue;
        MrValue item = mr_tuple_from(t, pair, 2);
        if (item == MR_ERROR || !mr_dict_set(t, d, mr_int(t, (int64_t)mr_obj_of(pair[1])), item))
            return MR_ERROR;
    }
    return d ? mr_val(d) : MR_ERROR;
}

static bool set_memo(MrThread *t, MrValue self, MrValue v)
{
    MrPickler *p = (MrPickler *)mr_obj_of(self);
    if (v == MR_UNBOUND || !mr_is_dict(v)) {
        (void)mr_raise(t, MR_EXC_TypeError, "'memo' attribute must be a PicklerMemoProxy object or dict, not %s", v == MR_UNBOUND ? "NULL" : mr_type_name(t, v));
        return false;
    }
    MrDict *d = MR_DICT(v);
    MrValue key, item;
    forget_all(p);
    for (size_t pos = 0; mr_dict_next(d, &pos, &key, &item);) {
        int64_t index;
        if (!mr_is_tuple(item) || MR_TUPLE(item)->length != 2) {
            (void)mr_raise(t, MR_EXC_TypeError, "'memo' values must be 2-item tuples");
            return false;
        }
        MrValue object = MR_TUPLE(item)->items[1];
        if (!mr_to_i64(t, MR_TUPLE(item)->items[0], &index) || (p->memo_used * 3 >= (p->memo ? (p->memo_mask + 1) * 2 : 0) && !grow_memo(t, p)))
            return false;
        size_t i = find_place(p, object);
        p->memo_used += p->memo[i].object == MR_UNBOUND;
        p->memo[i] = (MrPicklePlace){object, (size_t)index};
    }
    return true;
}

static MrValue get_bin(MrThread *t, MrValue self)
{
    (void)t;
    return mr_small_int(((MrPickler *)mr_obj_of(self))->protocol > 0);
}

static MrValue get_fast(MrThread *t, MrValue self)
{
    (void)t;
    return mr_small_int(((MrPickler *)mr_obj_of(self))->fast);
}

static bool set_fast(MrThread *t, MrValue self, MrValue v)
{
    int64_t fast = 0;
    if (v != MR_UNBOUND && !mr_to_i64(t, v, &fast))
        return false;
    ((MrPickler *)mr_obj_of(self))->fast = fast != 0;
    return true;
}

/* dispatch_table and persistent_id: attributes that are missing until they are set */
#define OPTIONAL(name, field)                                                                                             \
    static MrValue get_##name(MrThread *t, MrValue self)                                                                  \
    {                                                                                                                     \
        MrValue v = ((MrPickler *)mr_obj_of(self))->field;                                                                \
        return v != MR_UNBOUND ? v : mr_raise(t, MR_EXC_AttributeError, "'%s' object has no attribute '" #name "'", mr_type_name(t, self)); \
    }                                                                                                                     \
    static bool set_##name(MrThread *t, MrValue self, MrValue v)                                                          \
    {                                                                                                                     \
        mr_write_barrier(t, mr_obj_of(self), v);                                                                          \
        ((MrPickler *)mr_obj_of(self))->field = v;                                                                        \
        return true;                                                                                                      \
    }
OPTIONAL(dispatch_table, dispatch_table)
OPTIONAL(persistent_id, persistent_id)
#undef OPTIONAL

static void trace(MrGc *gc, MrObj *o)
{
    MrPickler *p = (MrPickler *)o;
    MrValue held[] = {p->write, p->persistent_id, p->reducer_override, p->dispatch_table, p->buffer_callback, p->builtins, p->reducers, p->extensions};
    mr_mark_values(gc, held, sizeof held / sizeof *held);
    mr_mark_buffer(gc, p->out);
    mr_mark_buffer(gc, p->memo);
    for (size_t i = 0; p->memo && i <= p->memo_mask; i++)
        mr_mark(gc, p->memo[i].object);
}

static const MrMethodDef methods[] = {
    {"__new__(cls, /, *args, **kwargs)", pickler_new, "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC},
    {"__init__(self, file, protocol=None, fix_imports=True, buffer_callback=None)", pickler_init,
     "Set up the object; the class says which arguments it takes.", 0},
    {"dump(self, obj, /)", pickler_dump, "Pickle obj to the file.", 0},
    {"clear_memo(self, /)", pickler_clear_memo, "Forget which objects have been written, so that the next pickle refers to none of them.", 0},
    {0},
};

static const MrGetSetDef getset[] = {
    {"memo", get_memo, set_memo, "the objects written so far"},
    {"persistent_id", get_persistent_id, set_persistent_id, "called for each object; an id other than None is written in its place"},
    {"bin", get_bin, NULL, "whether the protocol is a binary one"},
    {"fast", get_fast, set_fast, "whether objects are written without remembering them"},
    {"dispatch_table", get_dispatch_table, set_dispatch_table, "how to reduce objects, by class, in place of copyreg's"},
    {0}};

const MrTypeDef mr_pickler_def = {
    .name = "_pickle.Pickler", .kind = MR_KIND_OTHER, .size = sizeof(MrPickler), .methods = methods, .getset = getset, .trace = trace,
    .doc = "Writes pickles to a file opened for writing bytes."};
