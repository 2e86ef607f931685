/* _pickle, the input and the memo of an Unpickler, and the type itself.
 *
 * Bytes come from an object in memory or from a file. Of a file no byte more is read than the pickle has, since another may follow it: each read asks for exactly what
 * an opcode needs, and a frame is fetched whole. Lengths in a stream are not believed: large reads grow as data arrive. */
#include "stdlib/native/_pickle.h"

#include "vm/isolate.h"

#define SELF ((MrUnpickler *)mr_obj_of(a[0]))

enum { READ_STEP = 1 << 20 };

static const char *fail(MrThread *t, const char *text)
{
    (void)mr_pickle_error(t, "UnpicklingError", "%s", text);
    return NULL;
}

/* file.read(n), as a bytes object. */
static MrValue call_read(MrThread *t, MrUnpickler *u, size_t n)
{
    MrValue v = mr_call1(t, u->read, mr_int(t, (int64_t)n));
    if (v == MR_ERROR || mr_is_kind(v, MR_KIND_BYTES))
        return v;
    return mr_raise(t, MR_EXC_TypeError, "read() returned non-bytes object (%s)", mr_type_name(t, v));
}

/* Puts exactly n bytes of the file at u->data. */
static bool fetch(MrThread *t, MrUnpickler *u, size_t n)
{
    MrValue first = call_read(t, u, n < READ_STEP ? n : READ_STEP);
    if (first == MR_ERROR)
        return false;
    size_t got = MR_BYTES(first)->length;
    if (got < n && got == READ_STEP) { /* a large one */
        char *all = mr_buffer_new(t, n < 2 * (size_t)READ_STEP ? n : 2 * (size_t)READ_STEP);
        size_t capacity = n < 2 * (size_t)READ_STEP ? n : 2 * (size_t)READ_STEP;
        if (!all)
            return false;
        if (!mr_work_copy(t, all, MR_BYTES(first)->bytes, got))
            return false;
        while (got < n) {
            size_t want = n - got < READ_STEP ? n - got : READ_STEP;
            MrValue more = call_read(t, u, want);
            if (more == MR_ERROR)
                return false;
            size_t len = MR_BYTES(more)->length;
            if (!len || len > want)
                return fail(t, "pickle data was truncated");
            if (got + len > capacity) {
                capacity = got + len > n / 2 ? n : (got + len) * 2;
                all = mr_buffer_resize(t, all, capacity);
                if (!all)
                    return false;
            }
            if (!mr_work_copy(t, all + got, MR_BYTES(more)->bytes, len))
                return false;
            got += len;
        }
        u->source = mr_bytes_new(t, all, n);
        if (u->source == MR_ERROR) {
            u->source = MR_UNBOUND;
            return false;
        }
    } else if (got < n) {
        return fail(t, "pickle data was truncated");
    } else {
        u->source = first;
    }
    u->data = MR_BYTES(u->source)->bytes;
    u->at = 0;
    u->end = MR_BYTES(u->source)->length;
    return true;
}

const char *mr_unpickle_read(MrThread *t, MrUnpickler *u, size_t n)
{
    if (n > u->end - u->at) {
        if (u->read == MR_UNBOUND)
            return fail(t, "pickle data was truncated");
        if (u->at < u->end)
            return fail(t, "pickle data was truncated");
        if (!fetch(t, u, n))
            return NULL;
    }
    const char *s = u->data + u->at;
    u->at += n;
    return s;
}

const char *mr_unpickle_line(MrThread *t, MrUnpickler *u, size_t *n)
{
    const char *s = u->data + u->at, *newline = u->end > u->at ? memchr(s, '\n', u->end - u->at) : NULL;
    if (newline) {
        *n = (size_t)(newline - s) + 1;
        u->at += *n;
        return s;
    }
    if (u->read == MR_UNBOUND)
        return fail(t, "pickle data was truncated");
    if (u->at < u->end)
        return fail(t, "pickle data was truncated");
    MrValue v = mr_call0(t, u->readline);
    if (v == MR_ERROR)
        return NULL;
    if (!mr_is_kind(v, MR_KIND_BYTES)) {
        (void)mr_raise(t, MR_EXC_TypeError, "readline() returned non-bytes object (%s)", mr_type_name(t, v));
        return NULL;
    }
    *n = MR_BYTES(v)->length;
    if (!*n || MR_BYTES(v)->bytes[*n - 1] != '\n')
        return fail(t, "pickle data was truncated");
    u->source = v;
    u->data = MR_BYTES(v)->bytes;
    u->at = u->end = *n;
    return u->data;
}

bool mr_unpickle_frame(MrThread *t, MrUnpickler *u, size_t n)
{
    if (n <= u->end - u->at)
        return true;
    if (u->read == MR_UNBOUND)
        return fail(t, "pickle data was truncated");
    if (u->at < u->end)
        return fail(t, "pickle data was truncated");
    return fetch(t, u, n);
}

/* ---- the memo ---- */

MrValue mr_unpickle_memo_get(MrThread *t, MrUnpickler *u, size_t index)
{
    if (index < u->memo_size)
        return u->memo[index];
    return u->sparse ? mr_dict_get(t, u->sparse, mr_int_u64(t, index)) : MR_UNBOUND;
}

bool mr_unpickle_memo_put(MrThread *t, MrUnpickler *u, size_t index, MrValue v)
{
    if (index >= u->memo_size) {
        if (index > u->memo_size * 4 + 65536) { /* not what a Pickler counts */
            if (!u->sparse && !(u->sparse = mr_dict_new(t)))
                return false;
            return mr_dict_set(t, u->sparse, mr_int_u64(t, index), v);
        }
        size_t size = index * 2 + 32;
        MrValue *memo = mr_buffer_resize(t, u->memo, size * sizeof *memo);
        if (!memo)
            return false;
        u->memo = memo;
        u->memo_size = size;
    }
    u->memo[index] = v;
    mr_write_barrier(t, u, v);
    return true;
}

/* ---- globals ---- */

MrValue mr_unpickler_find_class(MrThread *t, MrUnpickler *u, MrValue module_name, MrValue name)
{
    MrValue parent;
    if (!mr_is_str(module_name) || !mr_is_str(name))
        return mr_raise(t, MR_EXC_TypeError, "find_class() arguments must be str");
    if (u->fix_imports && u->protocol < 3 && !mr_pickle_rename(t, "", &module_name, &name))
        return MR_ERROR;
    if (strlen(mr_cstr(module_name)) != MR_STR(module_name)->nbytes)
        return mr_raise(t, MR_EXC_ValueError, "embedded null character");
    MrValue module = mr_import(t, mr_cstr(module_name));
    if (module == MR_ERROR)
        return module;
    MrValue found = mr_pickle_attribute(t, module, name, u->protocol >= 4, &parent);
    if (found != MR_UNBOUND)
        return found;
    MrValue repr = mr_repr(t, module), quoted = mr_repr(t, name);
    return repr == MR_ERROR || quoted == MR_ERROR ? MR_ERROR : mr_raise(t, MR_EXC_AttributeError, "Can't %s attribute %s on %s", u->protocol >= 4 && strstr(mr_cstr(name), "<locals>") ? "pickle local" : "get", mr_cstr(quoted), mr_cstr(repr));
}

/* ---- the type ---- */

bool mr_unpickler_setup(MrThread *t, MrUnpickler *u, MrValue fix_imports, MrValue encoding, MrValue errors, MrValue buffers)
{
    int fix = fix_imports == MR_UNBOUND ? 1 : mr_truth(t, fix_imports);
    if (fix < 0)
        return false;
    u->encoding = encoding == MR_UNBOUND ? mr_str_c(t, "ASCII") : encoding;
    u->errors = errors == MR_UNBOUND ? mr_str_c(t, "strict") : errors;
    if (u->encoding == MR_ERROR || u->errors == MR_ERROR) {
        u->encoding = u->errors = MR_UNBOUND;
        return false;
    }
    if (!mr_is_str(u->encoding) || !mr_is_str(u->errors)) {
        MrValue bad = mr_is_str(u->encoding) ? u->errors : u->encoding;
        (void)mr_raise(t, MR_EXC_TypeError, "Unpickler() argument '%s' must be str, not %s", bad == u->errors ? "errors" : "encoding", mr_type_name(t, bad));
        return false;
    }
    u->buffers = MR_UNBOUND;
    if (buffers != MR_UNBOUND && buffers != MR_NONE) {
        MrValue it = mr_iter(t, buffers);
        if (it == MR_ERROR)
            return false;
        u->buffers = it;
    }
    u->fix_imports = fix;
    u->find_class = u->persistent_load = u->source = MR_UNBOUND;
    u->memo = NULL;
    u->memo_size = 0;
    u->sparse = NULL;
    u->at = u->end = 0;
    u->data = "";
    u->ready = true;
    return true;
}

bool mr_unpickler_set_file(MrThread *t, MrUnpickler *u, MrValue file)
{
    MrStr *names[2] = {mr_intern(t, "read", 4), mr_intern(t, "readline", 8)};
    if (!names[0] || !names[1])
        return false;
    MrValue read = mr_getattr_or(t, file, names[0]), readline = mr_getattr_or(t, file, names[1]);
    if (read == MR_ERROR || readline == MR_ERROR)
        return false;
    if (read == MR_UNBOUND || readline == MR_UNBOUND) {
        (void)mr_raise(t, MR_EXC_TypeError, "file must have 'read' and 'readline' attributes");
        return false;
    }
    u->read = read;
    u->readline = readline;
    return true;
}

static MrValue unpickler_new(MrThread *t, MrValue *a)
{
    MrUnpickler *u = mr_def_new(t, &mr_unpickler_def, a[0]);
    return u ? mr_val(u) : MR_ERROR;
}

/* A method of that name that a subclass has, bound; MR_UNBOUND: there is none of its own. */
static bool own_method(MrThread *t, MrValue self, const char *name, bool of_base, MrValue *out)
{
    MrStr *s = mr_intern(t, name, strlen(name));
    MrType *base = mr_type_from_def(t, &mr_unpickler_def);
    if (!s || !base)
        return false;
    *out = MR_UNBOUND;
    if (of_base && mr_type_lookup(t, mr_typeof(t, self), s) == mr_type_lookup(t, base, s))
        return true;
    MrValue v = mr_getattr_or(t, self, s);
    if (v == MR_ERROR)
        return false;
    *out = v;
    return true;
}

static MrValue unpickler_init(MrThread *t, MrValue *a)
{
    MrUnpickler *u = SELF;
    u->ready = false;
    if (!mr_unpickler_set_file(t, u, a[1]) || !mr_unpickler_setup(t, u, a[2], a[3], a[4], a[5]))
        return MR_ERROR;
    u->ready = false;
    u->persistent_load = MR_UNBOUND;
    MrValue load;
    if (!own_method(t, a[0], "persistent_load", false, &load) || !own_method(t, a[0], "find_class", true, &u->find_class))
        return MR_ERROR;
    u->persistent_load = load;
    u->ready = true;
    return MR_NONE;
}

static MrValue unpickler_load(MrThread *t, MrValue *a)
{
    if (!SELF->ready)
        return mr_pickle_error(t, "UnpicklingError", "Unpickler.__init__() was not called by %s.__init__()", mr_type_name(t, a[0]));
    return mr_unpickler_load(t, SELF);
}

static MrValue unpickler_find_class(MrThread *t, MrValue *a) { return mr_unpickler_find_class(t, SELF, a[1], a[2]); }

static MrValue get_persistent_load(MrThread *t, MrValue self)
{
    MrValue v = ((MrUnpickler *)mr_obj_of(self))->persistent_load;
    return v != MR_UNBOUND ? v : mr_raise(t, MR_EXC_AttributeError, "'%s' object has no attribute 'persistent_load'", mr_type_name(t, self));
}

static bool set_persistent_load(MrThread *t, MrValue self, MrValue v)
{
    ((MrUnpickler *)mr_obj_of(self))->persistent_load = v;
    mr_write_barrier(t, mr_obj_of(self), v);
    return true;
}

static MrValue get_memo(MrThread *t, MrValue self)
{
    MrUnpickler *u = (MrUnpickler *)mr_obj_of(self);
    MrDict *d = u->sparse ? mr_dict_copy(t, u->sparse) : mr_dict_new(t);
    for (size_t i = 0; d && i < u->memo_size; i++)
        if (u->memo[i] != MR_UNBOUND && !mr_dict_set(t, d, mr_int(t, (int64_t)i), u->memo[i]))
            return MR_ERROR;
    return d ? mr_val(d) : MR_ERROR;
}

static bool set_memo(MrThread *t, MrValue self, MrValue v)
{
    MrUnpickler *u = (MrUnpickler *)mr_obj_of(self);
    MrValue key, value;
    if (v == MR_UNBOUND || !mr_is_dict(v)) {
        (void)mr_raise(t, MR_EXC_TypeError, "'memo' attribute must be an UnpicklerMemoProxy object or dict, not %s", v == MR_UNBOUND ? "NULL" : mr_type_name(t, v));
        return false;
    }
    u->memo = NULL;
    u->memo_size = 0;
    u->sparse = NULL;
    for (size_t pos = 0; mr_dict_next(MR_DICT(v), &pos, &key, &value);) {
        int64_t index;
        if (!mr_is_integer(key)) {
            (void)mr_raise(t, MR_EXC_TypeError, "memo key must be integers");
            return false;
        }
        if (!mr_to_i64(t, key, &index))
            return false;
        if (index < 0) {
            (void)mr_raise(t, MR_EXC_ValueError, "memo key must be positive integers.");
            return false;
        }
        if (!mr_unpickle_memo_put(t, u, (size_t)index, value))
            return false;
    }
    return true;
}

static void trace(MrGc *gc, MrObj *o)
{
    MrUnpickler *u = (MrUnpickler *)o;
    MrValue held[] = {u->source, u->read, u->readline, u->readinto, u->persistent_load, u->buffers, u->encoding, u->errors, u->find_class};
    mr_mark_values(gc, held, sizeof held / sizeof *held);
    mr_mark_buffer(gc, u->stack);
    mr_mark_values(gc, u->stack, u->stack ? u->depth : 0);
    mr_mark_buffer(gc, u->marks);
    mr_mark_buffer(gc, u->memo);
    mr_mark_values(gc, u->memo, u->memo ? u->memo_size : 0);
    mr_mark_obj(gc, u->sparse);
}

static const MrMethodDef methods[] = {
    {"__new__(cls, /, *args, **kwargs)", unpickler_new, "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC},
    {"__init__(self, file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())", unpickler_init,
     "Set up the object; the class says which arguments it takes.", 0},
    {"load(self, /)", unpickler_load, "Read the next pickle from the file and return its object; raises EOFError when there is none.", 0},
    {"find_class(self, module_name, global_name, /)", unpickler_find_class,
     "Look up what a pickle names, importing the module where needed. Subclasses override this to forbid some of it.", 0},
    {0},
};

static const MrGetSetDef getset[] = {
    {"memo", get_memo, set_memo, "the objects that later parts of the pickle can refer to"},
    {"persistent_load", get_persistent_load, set_persistent_load, "called with the id of an object kept elsewhere"},
    {0},
};

const MrTypeDef mr_unpickler_def = {
    .name = "_pickle.Unpickler", .kind = MR_KIND_OTHER, .size = sizeof(MrUnpickler), .methods = methods, .getset = getset, .trace = trace,
    .doc = "Reads pickles from a file opened for reading bytes."};
