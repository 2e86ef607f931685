#define _GNU_SOURCE
/* _pickle: objects as bytes and back, in the protocols 0 to 5. The module's functions, its exceptions, and PickleBuffer.
 *
 * The exceptions are classes made when the module is imported; code that raises one finds it in the module. See _pickle.h for the other files. */
#include "stdlib/native/_pickle.h"
#include "vm/types/memoryview.h"

MrValue mr_pickle_error(MrThread *t, const char *name, const char *fmt, ...)
{
    char *text;
    va_list args;
    va_start(args, fmt);
    int n = vasprintf(&text, fmt, args);
    va_end(args);
    if (n < 0)
        return mr_raise_no_memory(t);
    MrValue message = mr_str_new(t, text, (size_t)n), module = mr_import(t, "_pickle");
    free(text);
    MrValue cls = message == MR_ERROR || module == MR_ERROR ? MR_ERROR : mr_getattr_c(t, module, name);
    MrValue exc = cls == MR_ERROR ? cls : mr_call1(t, cls, message);
    return exc == MR_ERROR ? exc : mr_raise_value(t, exc);
}

/* ---- PickleBuffer: memory that may travel beside a stream ---- */

typedef struct MrPickleBuffer {
    MrObj h;
    MrValue view; /* memoryview; MR_UNBOUND: released */
} MrPickleBuffer;

MrValue mr_pickle_buffer_view(MrThread *t, MrValue buffer)
{
    MrValue view = ((MrPickleBuffer *)mr_obj_of(buffer))->view;
    return view != MR_UNBOUND ? view : mr_raise(t, MR_EXC_ValueError, "operation forbidden on released PickleBuffer object");
}

static MrValue buffer_new(MrThread *t, MrValue *a)
{
    const char *bytes;
    size_t n;
    if (!mr_buffer_of(t, a[1], &bytes, &n))
        return MR_ERROR;
    MrValue view = mr_call1(t, mr_type_val(t, MR_TYPE_memoryview), a[1]);
    MrPickleBuffer *b = view == MR_ERROR ? NULL : mr_def_new(t, &mr_pickle_buffer_def, a[0]);
    if (!b)
        return MR_ERROR;
    b->view = view;
    return mr_val(b);
}

static MrValue buffer_raw(MrThread *t, MrValue *a)
{
    MrValue view = mr_pickle_buffer_view(t, a[0]), cast = view == MR_ERROR ? view : mr_getattr_c(t, view, "cast");
    return cast == MR_ERROR ? cast : mr_call1(t, cast, mr_str_c(t, "B"));
}

static MrValue buffer_release(MrThread *t, MrValue *a)
{
    (void)t;
    ((MrPickleBuffer *)mr_obj_of(a[0]))->view = MR_UNBOUND;
    return MR_NONE;
}

static MrValue buffer_bytes(MrThread *t, MrValue *a)
{
    MrValue view = mr_pickle_buffer_view(t, a[0]);
    return view == MR_ERROR ? view : mr_call1(t, mr_type_val(t, MR_TYPE_bytes), view);
}

static MrValue buffer_buffer(MrThread *t, MrValue *a) { return mr_pickle_buffer_view(t, a[0]); }

static void trace_buffer(MrGc *gc, MrObj *o) { mr_mark(gc, ((MrPickleBuffer *)o)->view); }

static const MrMethodDef buffer_methods[] = {
    {"__new__(cls, object, /)", buffer_new, "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC},
    {"raw(self, /)", buffer_raw, "The memory as a flat memoryview of bytes; raises BufferError if it has gaps.", 0},
    {"release(self, /)", buffer_release, "Give the memory back to its owner; the object is unusable afterwards.", 0},
    {"__bytes__(self, /)", buffer_bytes, "Return a copy as bytes.", 0},
    {"__buffer__(self, flags, /)", buffer_buffer, "A memoryview of the object's memory, for consumers of the buffer protocol.", 0},
    {0},
};

const MrTypeDef mr_pickle_buffer_def = {
    .name = "pickle.PickleBuffer", .module = "pickle", .kind = MR_KIND_OTHER, .size = sizeof(MrPickleBuffer), .methods = buffer_methods,
    .trace = trace_buffer, .doc = "A buffer that pickle protocol 5 can hand over separately from the stream."};

/* ---- functions ---- */

static MrPickler *make_pickler(MrThread *t, MrValue protocol, MrValue fix_imports, MrValue buffer_callback)
{
    MrPickler *p = mr_def_alloc(t, &mr_pickler_def);
    return p && mr_pickler_setup(t, p, protocol, fix_imports, buffer_callback) ? p : NULL;
}

static MrValue pickle_dump(MrThread *t, MrValue *a)
{
    MrPickler *p = make_pickler(t, a[2], a[3], a[4]);
    return p && mr_pickler_set_file(t, p, a[1]) && mr_pickler_dump(t, p, a[0]) ? MR_NONE : MR_ERROR;
}

static MrValue pickle_dumps(MrThread *t, MrValue *a)
{
    MrPickler *p = make_pickler(t, a[1], a[2], a[3]);
    return p && mr_pickler_dump(t, p, a[0]) ? mr_bytes_new(t, p->out, p->length) : MR_ERROR;
}

static MrValue pickle_load(MrThread *t, MrValue *a)
{
    MrUnpickler *u = mr_def_alloc(t, &mr_unpickler_def);
    return u && mr_unpickler_set_file(t, u, a[0]) && mr_unpickler_setup(t, u, a[1], a[2], a[3], a[4]) ? mr_unpickler_load(t, u) : MR_ERROR;
}

static MrValue pickle_loads(MrThread *t, MrValue *a)
{
    const char *bytes;
    size_t n;
    MrUnpickler *u = mr_def_alloc(t, &mr_unpickler_def);
    if (!u || !mr_unpickler_setup(t, u, a[1], a[2], a[3], a[4]) || !mr_buffer_of(t, a[0], &bytes, &n))
        return MR_ERROR;
    /* what script may change meanwhile is copied */
    u->source = mr_is_kind(a[0], MR_KIND_BYTES) ? a[0] : mr_bytes_new(t, bytes, n);
    if (u->source == MR_ERROR)
        return MR_ERROR;
    u->data = MR_BYTES(u->source)->bytes;
    u->end = MR_BYTES(u->source)->length;
    return mr_unpickler_load(t, u);
}

#define DUMP_DOC "Pickle obj to a file opened for writing bytes."
#define DUMPS_DOC "Pickle obj and return the bytes."
#define LOAD_DOC "Read one pickle from a file opened for reading bytes and return its object."
#define LOADS_DOC "The object that a pickle in a bytes-like object holds."

static const MrMethodDef functions[] = {
    {"dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None)", pickle_dump, DUMP_DOC, 0},
    {"dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None)", pickle_dumps, DUMPS_DOC, 0},
    {"load(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())", pickle_load, LOAD_DOC, 0},
    {"loads(data, /, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())", pickle_loads, LOADS_DOC, 0},
    {0},
};

/* class name(base): __module__ = "_pickle" */
static MrValue make_class(MrThread *t, MrModule *m, const char *name, MrValue base)
{
    MrDict *d = mr_dict_new(t);
    MrValue bases = mr_tuple_from(t, &base, 1);
    if (!d || bases == MR_ERROR || !mr_dict_set_c(t, d, "__module__", mr_str_c(t, "_pickle")))
        return MR_ERROR;
    MrValue cls = mr_call3(t, mr_type_val(t, MR_TYPE_type), mr_str_c(t, name), bases, mr_val(d));
    return cls != MR_ERROR && mr_module_add(t, m, name, cls) ? cls : MR_ERROR;
}

static bool init(MrThread *t, MrModule *m)
{
    MrValue error = make_class(t, m, "PickleError", mr_type_val(t, MR_TYPE_Exception));
    return error != MR_ERROR && make_class(t, m, "PicklingError", error) != MR_ERROR && make_class(t, m, "UnpicklingError", error) != MR_ERROR;
}

static const MrTypeDef *const types[] = {&mr_pickler_def, &mr_unpickler_def, &mr_pickle_buffer_def, NULL};

const MrModuleDef mr_module__pickle = {
    .name = "_pickle", .functions = functions, .init = init, .types = types, .doc = "The Pickler and Unpickler of the pickle module, in C."};
