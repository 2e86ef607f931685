/* moray.h: native classes of the host, and native modules.
 *
 * A MorayClass becomes a builtin type of this VM: its MrTypeDef stands in a MrHostClass, whose memory outlives the heap. An instance is a HostObject
 * with the host's struct behind it. Methods and properties stand in the type's dictionary as descriptors that bind a host function; constructors are
 * the type's own __new__ and a host function as __init__.
 */
#include <stdlib.h>
#include <string.h>

#include "vm/api/api.h"
#include "vm/attr.h"
#include "vm/call.h"
#include "vm/error.h"
#include "vm/import.h"
#include "vm/type.h"

struct MrHostClass {
    MrTypeDef def;   /* first: a type's def leads here */
    MorayVM *vm;
    const MorayClass *cls;
    MrHostClass *next;
};

typedef struct HostObject {
    MrObj h;
    const MrHostClass *cls;
    _Alignas(16) char data[];
} HostObject;

/* ---- instances ---- */

void *mr_api_instance(MrThread *t, const MrHostClass *cls, MrValue v)
{
    return mr_is_kind(v, MR_KIND_OTHER) && mr_typeof(t, v)->def == &cls->def ? ((HostObject *)mr_obj_of(v))->data : NULL;
}

const char *mr_api_class_name(const MrHostClass *cls) { return cls->cls->name; }

static MrValue new_instance(MrThread *t, MrType *type)
{
    const MrHostClass *cls = (const MrHostClass *)type->def;
    HostObject *o = mr_alloc_instance(t, sizeof *o + cls->cls->size, type);
    if (!o)
        return MR_ERROR;
    o->cls = cls;
    return mr_val(o);
}

static MrValue object_new(MrThread *t, MrValue *a)
{
    MrType *type = MR_TYPE(a[0]);
    if (!((const MrHostClass *)type->def)->cls->signature)
        return mr_raise(t, MR_EXC_TypeError, "cannot create '%s' instances", type->name->bytes);
    return new_instance(t, type);
}

static const MrMethodDef object_methods[] = {
    {"__new__(cls, /, *args, **kwargs)", object_new, "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC},
    {0},
};

static void object_trace(MrGc *gc, MrObj *o)
{
    HostObject *self = (HostObject *)o;
    if (self->cls && self->cls->cls->trace)
        self->cls->cls->trace((MorayTracer *)gc, self->data);
}

static void object_finalize(MrIsolate *iso, MrObj *o)
{
    HostObject *self = (HostObject *)o;
    (void)iso;
    if (self->cls)
        self->cls->cls->finalize(self->data, self->cls->cls->data);
}

/* ---- descriptors ---- */

typedef struct HostMethod { MrObj h; MrValue function; } HostMethod;
typedef struct HostProperty { MrObj h; const MrHostClass *cls; const MorayProperty *row; } HostProperty;

static void method_trace(MrGc *gc, MrObj *o) { mr_mark(gc, ((HostMethod *)o)->function); }

static MrValue method_get(MrThread *t, MrValue *a)
{
    MrValue function = ((HostMethod *)mr_obj_of(a[0]))->function;
    if (a[1] == MR_NONE)
        return function;
    MrMethod *m = mr_alloc(t, sizeof *m, MR_KIND_METHOD, MR_TYPE_method);
    if (!m)
        return MR_ERROR;
    m->function = function;
    m->self = a[1];
    return mr_val(m);
}

static MrValue method_call(MrThread *t, MrValue *a)
{
    return mr_call_kw(t, ((HostMethod *)mr_obj_of(a[0]))->function, a[1], a[2]);
}

static MrValue method_doc(MrThread *t, MrValue self) { return mr_getattr_c(t, ((HostMethod *)mr_obj_of(self))->function, "__doc__"); }

static const MrMethodDef method_methods[] = {
    {"__get__(self, instance, owner=None, /)", method_get, NULL, 0},
    {"__call__(self, /, *args, **kwargs)", method_call, NULL, 0},
    {0},
};
static const MrGetSetDef method_getset[] = {{"__doc__", method_doc, NULL, "the docstring"}, {0}};
static const MrTypeDef host_method_def = {
    .name = "host_method", .kind = MR_KIND_OTHER, .size = sizeof(HostMethod), .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_NO_NEW,
    .methods = method_methods, .getset = method_getset, .trace = method_trace,
};

static void *property_self(MrThread *t, const HostProperty *p, MrValue instance)
{
    void *self = mr_api_instance(t, p->cls, instance);
    if (!self)
        mr_raise(t, MR_EXC_TypeError, "descriptor '%s' for '%s' objects doesn't apply to a '%s' object", p->row->name, p->cls->cls->name, mr_type_name(t, instance));
    return self;
}

static MrValue property_get(MrThread *t, MrValue *a)
{
    const HostProperty *p = (HostProperty *)mr_obj_of(a[0]);
    if (a[1] == MR_NONE)
        return a[0];
    void *self = property_self(t, p, a[1]);
    if (!self)
        return MR_ERROR;
    MorayVM *vm = p->cls->vm;
    MrValue v = MR_UNBOUND;
    MR_API_CALLBACK(vm, v = mr_api_peek(vm, p->row->get(vm, self, p->cls->cls->data)));
    if (mr_pending(t))
        return MR_ERROR;
    return v == MR_UNBOUND ? mr_raise(t, MR_EXC_SystemError, "the getter of '%s' returned MORAY_NULL without an exception", p->row->name) : v;
}

static MrValue property_set(MrThread *t, MrValue *a)
{
    const HostProperty *p = (HostProperty *)mr_obj_of(a[0]);
    void *self = property_self(t, p, a[1]);
    if (!self)
        return MR_ERROR;
    MorayVM *vm = p->cls->vm;
    if (!p->row->set)
        return mr_raise(t, MR_EXC_AttributeError, "property '%s' of '%s' object has no setter", p->row->name, mr_type_name(t, a[1]));
    bool ok = false;
    MR_API_CALLBACK(vm, ok = p->row->set(vm, self, mr_api_put(vm, a[2]), p->cls->cls->data));
    if (!ok && !mr_pending(t))
        return mr_raise(t, MR_EXC_SystemError, "the setter of '%s' returned false without an exception", p->row->name);
    return mr_pending(t) ? MR_ERROR : MR_NONE;
}

static MrValue property_delete(MrThread *t, MrValue *a)
{
    return mr_raise(t, MR_EXC_AttributeError, "property '%s' of '%s' object has no deleter", ((HostProperty *)mr_obj_of(a[0]))->row->name, mr_type_name(t, a[1]));
}

static MrValue property_doc(MrThread *t, MrValue self)
{
    const char *doc = ((HostProperty *)mr_obj_of(self))->row->doc;
    return doc ? mr_str_c(t, doc) : MR_NONE;
}

static const MrMethodDef property_methods[] = {
    {"__get__(self, instance, owner=None, /)", property_get, NULL, 0},
    {"__set__(self, instance, value, /)", property_set, NULL, 0},
    {"__delete__(self, instance, /)", property_delete, NULL, 0},
    {0},
};
static const MrGetSetDef property_getset[] = {{"__doc__", property_doc, NULL, "the docstring"}, {0}};
static const MrTypeDef host_property_def = {
    .name = "host_property", .kind = MR_KIND_OTHER, .size = sizeof(HostProperty), .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_NO_NEW,
    .methods = property_methods, .getset = property_getset,
};

/* ---- making a class ---- */

static bool add(MrThread *t, MrType *type, MrStr *name, MrValue v)
{
    return name && v != MR_ERROR && mr_dict_set_str(t, type->dict, name, v) && mr_type_modified(t, type, name);
}

static bool add_method(MorayVM *vm, MrThread *t, MrType *type, const MrHostClass *cls, const MorayMethod *row)
{
    MrHostSpec spec = {.signature = row->signature, .fn = row->fn, .doc = row->doc, .data = cls->cls->data, .cls = cls, .owner = mr_val(type)};
    MrType *descriptor = mr_type_from_def(t, &host_method_def);
    MrValue function = descriptor ? mr_api_function(vm, t, &spec) : MR_ERROR;
    HostMethod *m = function == MR_ERROR ? NULL : mr_alloc_instance(t, sizeof *m, descriptor);
    if (!m)
        return false;
    m->function = function;
    return add(t, type, mr_intern(t, row->signature, strcspn(row->signature, "(")), mr_val(m));
}

static bool add_property(MrThread *t, MrType *type, const MrHostClass *cls, const MorayProperty *row)
{
    MrType *descriptor = mr_type_from_def(t, &host_property_def);
    HostProperty *p = descriptor ? mr_alloc_instance(t, sizeof *p, descriptor) : NULL;
    if (!p)
        return false;
    p->cls = cls;
    p->row = row;
    return add(t, type, mr_api_name(t, row->name), mr_val(p));
}

static MorayRef init_nothing(MorayVM *vm, MorayArgs *args, void *data)
{
    (void)args, (void)data;
    return moray_none(vm);
}

/* __init__ from the constructor's signature: "Vector(x: int)" is "__init__(self, x: int)". */
static bool add_init(MorayVM *vm, MrThread *t, MrType *type, const MrHostClass *cls)
{
    const char *signature = cls->cls->signature;
    if (!signature)
        return true;
    const char *open = strchr(signature, '(');
    if (!open)
        return mr_raise(t, MR_EXC_ValueError, "bad signature '%s': '(' must follow the name", signature), false;
    const char *rest = open + 1 + strspn(open + 1, " ");
    MrBuf b = MR_BUF_EMPTY;
    mr_buf_printf(&b, "__init__(self%s%s", *rest == ')' ? "" : ", ", rest);
    MorayMethod row = {b.data, cls->cls->init ? cls->cls->init : init_nothing, NULL};
    bool ok = b.failed ? mr_raise_no_memory(t) != MR_ERROR : add_method(vm, t, type, cls, &row);
    mr_buf_fini(&b);
    return ok;
}

static bool fill(MorayVM *vm, MrThread *t, MrType *type, const MrHostClass *cls)
{
    if (!mr_type_ready(t, type) || !add_init(vm, t, type, cls))
        return false;
    for (const MorayMethod *m = cls->cls->methods; m && m->signature; m++)
        if (!add_method(vm, t, type, cls, m))
            return false;
    for (const MorayProperty *p = cls->cls->properties; p && p->name; p++)
        if (!add_property(t, type, cls, p))
            return false;
    return true;
}

static MrHostClass *find(MorayVM *vm, const MorayClass *cls)
{
    MrHostClass *c = vm->classes;
    while (c && c->cls != cls)
        c = c->next;
    return c;
}

/* The type of a class of the host, made if need be; NULL with an exception. */
static MrType *type_of(MorayVM *vm, MrThread *t, const MorayClass *cls)
{
    MrHostClass *c = find(vm, cls);
    if (c)
        return mr_type_from_def(t, &c->def);
    if (!cls->name || !*cls->name || cls->size > (size_t)1 << 30) {
        mr_raise(t, MR_EXC_ValueError, "a class needs a name, and a size below 1 GiB");
        return NULL;
    }
    if (!(c = calloc(1, sizeof *c))) {
        mr_raise_no_memory(t);
        return NULL;
    }
    c->def = (MrTypeDef){.name = cls->name, .kind = MR_KIND_OTHER, .size = (uint32_t)(sizeof(HostObject) + cls->size), .methods = object_methods, .doc = cls->doc,
                         .trace = object_trace, .finalize = cls->finalize ? object_finalize : NULL, .module = strchr(cls->name, '.') ? NULL : "__main__"};
    c->vm = vm;
    c->cls = cls;
    MrType *type = mr_type_from_def(t, &c->def);
    if (!type) { /* nothing refers to it yet */
        free(c);
        return NULL;
    }
    c->next = vm->classes;
    vm->classes = c;
    if (fill(vm, t, type, c))
        return type;
    c->cls = NULL; /* another try begins anew; this half-made one stays until the end */
    return NULL;
}

void mr_api_classes_fini(MorayVM *vm)
{
    for (MrHostClass *c = vm->classes, *next; c; c = next) {
        next = c->next;
        free(c);
    }
}

MorayRef moray_define_class(MorayVM *vm, const MorayClass *cls)
{
    MR_API_ENTER(vm, MORAY_NULL);
    MR_API_NEEDS(cls && cls->name, MORAY_NULL);
    MrType *type = type_of(vm, t, cls);
    return type ? mr_api_put(vm, mr_val(type)) : MORAY_NULL;
}

MorayRef moray_new_object(MorayVM *vm, const MorayClass *cls, void **self)
{
    MR_API_ENTER(vm, MORAY_NULL);
    MR_API_NEEDS(cls && cls->name, MORAY_NULL);
    MrType *type = type_of(vm, t, cls);
    MrValue v = type ? new_instance(t, type) : MR_ERROR;
    if (v != MR_ERROR && self)
        *self = ((HostObject *)mr_obj_of(v))->data;
    return mr_api_put(vm, v);
}

void *moray_unwrap(MorayVM *vm, MorayRef ref, const MorayClass *cls)
{
    MR_API_ENTER(vm, NULL);
    MR_API_NEEDS(cls && cls->name, NULL);
    MrValue v = mr_api_get(vm, ref);
    if (v == MR_ERROR)
        return NULL;
    const MrHostClass *c = find(vm, cls);
    void *self = c ? mr_api_instance(t, c, v) : NULL;
    if (!self)
        mr_raise(t, MR_EXC_TypeError, "expected %s, not %s", cls->name, v == MR_NONE ? "None" : mr_type_name(t, v));
    return self;
}

/* ---- fields ---- */

bool moray_field_set(MorayVM *vm, MorayField *field, MorayRef value)
{
    if (field && moray_is_null(value) && !moray_failed(vm)) {
        field->word = MR_UNBOUND;
        return true;
    }
    MR_API_ENTER(vm, false);
    MR_API_NEEDS(field, false);
    MrValue v = mr_api_get(vm, value);
    if (v == MR_ERROR)
        return false;
    field->word = v;
    return true;
}

MorayRef moray_field_get(MorayVM *vm, const MorayField *field)
{
    MR_API_ENTER(vm, MORAY_NULL);
    MR_API_NEEDS(field, MORAY_NULL);
    return field->word == MR_UNBOUND ? MORAY_NULL : mr_api_put(vm, field->word);
}

void moray_trace(MorayTracer *tracer, const MorayField *field) { mr_mark((MrGc *)tracer, field->word); }

/* ---- modules ---- */

static bool fill_module(MorayVM *vm, MrThread *t, MrModule *m, const MorayModule *table)
{
    if (table->doc && !mr_module_add(t, m, "__doc__", mr_str_c(t, table->doc)))
        return false;
    for (const MorayMethod *row = table->functions; row && row->signature; row++) {
        MrHostSpec spec = {.signature = row->signature, .fn = row->fn, .doc = row->doc, .data = table->data, .owner = mr_val(m)};
        MrValue v = mr_api_function(vm, t, &spec);
        MrStr *name = v == MR_ERROR ? NULL : mr_intern(t, row->signature, strcspn(row->signature, "("));
        if (!name || !mr_dict_set_str(t, m->dict, name, v))
            return false;
    }
    for (const MorayClass *const *c = table->classes; c && *c; c++) {
        MrType *type = type_of(vm, t, *c);
        if (!type || !mr_dict_set_str(t, m->dict, type->name, mr_val(type)))
            return false;
    }
    return true;
}

bool mr_api_put_into_package(MrThread *t, const char *name, MrValue module)
{
    const char *dot = strrchr(name, '.');
    MrStr *package = dot ? mr_intern(t, name, (size_t)(dot - name)) : NULL, *last = package ? mr_api_name(t, dot + 1) : NULL;
    if (!dot)
        return true;
    MrValue p = last ? mr_dict_get_str(t, t->iso->modules, package) : MR_ERROR;
    return p == MR_UNBOUND || (p != MR_ERROR && mr_setattr(t, p, last, module));
}

MorayRef moray_add_module(MorayVM *vm, const MorayModule *table)
{
    MR_API_ENTER(vm, MORAY_NULL);
    MR_API_NEEDS(table && table->name, MORAY_NULL);
    MrStr *name = mr_api_name(t, table->name);
    MrModule *m = name ? mr_module_new(t, mr_val(name)) : NULL;
    if (!m || !fill_module(vm, t, m, table))
        return MORAY_NULL;
    MorayRef ref = mr_api_put(vm, mr_val(m));
    bool ok = !moray_is_null(ref);
    if (ok && table->init)
        MR_API_CALLBACK(vm, ok = table->init(vm, ref, table->data));
    ok = ok && !mr_pending(t);
    if (!ok && !mr_pending(t))
        mr_raise(t, MR_EXC_SystemError, "init of module '%s' returned false without an exception", table->name);
    return ok && mr_dict_set_str(t, t->iso->modules, name, mr_val(m)) && mr_api_put_into_package(t, table->name, mr_val(m)) ? ref : MORAY_NULL;
}
