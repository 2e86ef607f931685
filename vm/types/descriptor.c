/* property, classmethod, staticmethod, super, and the descriptors of native attributes (getset) and of __slots__ (member).
 *
 * Reading through exact instances of these types is in mr_descr_get (attr.c), writing in mr_generic_setattr; the `__get__`, `__set__` and
 * `__delete__` rows here are for explicit calls and for subclasses, and say the same.
 */
#include "vm/attr.h"
#include "vm/call.h"
#include "vm/error.h"

#define PROPERTY(v) ((MrProperty *)mr_obj_of(v))
#define WRAPPER(v) ((MrWrapper *)mr_obj_of(v))
#define SUPER(v) ((MrSuper *)mr_obj_of(v))
#define GETSET(v) ((MrGetSet *)mr_obj_of(v))
#define MEMBER(v) ((MrMember *)mr_obj_of(v))

static MrValue or_none(MrValue v) { return v == MR_UNBOUND ? MR_NONE : v; }

/* The instance of a __get__ call: MR_UNBOUND when it goes through the class. */
static MrValue instance_of_get(MrThread *t, const MrValue *a)
{
    bool no_owner = a[2] == MR_UNBOUND || a[2] == MR_NONE;
    return a[1] == MR_NONE && !no_owner && a[2] != mr_type_val(t, MR_TYPE_NoneType) ? MR_UNBOUND : a[1];
}

/* ---- property ---- */

enum { DOC_FROM_GETTER = 1 }; /* in aux */

static MrValue property_new(MrThread *t, MrValue *a)
{
    MrProperty *p = mr_alloc_instance(t, sizeof *p, MR_TYPE(a[0]));
    if (!p)
        return MR_ERROR;
    p->get = p->set = p->del = p->doc = MR_NONE;
    return mr_val(p);
}

static MrValue property_init(MrThread *t, MrValue *a)
{
    MrProperty *p = PROPERTY(a[0]);
    p->get = or_none(a[1]);
    p->set = or_none(a[2]);
    p->del = or_none(a[3]);
    p->doc = or_none(a[4]);
    p->name = MR_UNBOUND;
    p->h.aux = 0;
    MrValue doc = p->doc;
    if (doc == MR_NONE && p->get != MR_NONE) {
        doc = mr_getattr_or(t, p->get, mr_n(t, __doc__));
        if (doc == MR_ERROR)
            return doc;
        doc = or_none(doc);
        if (doc != MR_NONE)
            p->h.aux = DOC_FROM_GETTER;
    }
    p->doc = doc;
    if (p->h.shape == MR_TYPE_property)
        return MR_NONE;
    /* A subclass may have no room for it, which is an error only for the docstring of a getter. */
    bool kept = mr_setattr(t, a[0], mr_n(t, __doc__), doc) || (!(p->h.aux & DOC_FROM_GETTER) && mr_clear_if(t, MR_EXC_AttributeError));
    return kept ? MR_NONE : MR_ERROR;
}

static MrValue property_get(MrThread *t, MrValue *a)
{
    if (!mr_get_has_subject(t, a))
        return MR_ERROR;
    if (a[1] == MR_NONE)
        return a[0];
    MrProperty *p = PROPERTY(a[0]);
    return p->get == MR_NONE ? mr_property_lacks(t, p, a[1], "getter") : mr_call1(t, p->get, a[1]);
}

static MrValue property_set(MrThread *t, MrValue *a)
{
    MrProperty *p = PROPERTY(a[0]);
    if (p->set == MR_NONE)
        return mr_property_lacks(t, p, a[1], "setter");
    return mr_call2(t, p->set, a[1], a[2]) == MR_ERROR ? MR_ERROR : MR_NONE;
}

static MrValue property_delete(MrThread *t, MrValue *a)
{
    MrProperty *p = PROPERTY(a[0]);
    if (p->del == MR_NONE)
        return mr_property_lacks(t, p, a[1], "deleter");
    return mr_call1(t, p->del, a[1]) == MR_ERROR ? MR_ERROR : MR_NONE;
}

/* A property of the same class with one accessor changed; MR_UNBOUND keeps the old one. */
static MrValue property_copy(MrThread *t, MrValue self, MrValue get, MrValue set, MrValue del)
{
    MrProperty *p = PROPERTY(self);
    MrValue args[4] = {get == MR_UNBOUND ? p->get : get, set == MR_UNBOUND ? p->set : set, del == MR_UNBOUND ? p->del : del, p->doc};
    if (p->h.aux & DOC_FROM_GETTER && args[0] != MR_NONE)
        args[3] = MR_NONE;
    MrValue made = mr_call(t, mr_val(mr_typeof(t, self)), 4, args);
    if (mr_is_kind(made, MR_KIND_PROPERTY))
        PROPERTY(made)->name = p->name;
    return made;
}

static MrValue property_getter(MrThread *t, MrValue *a) { return property_copy(t, a[0], a[1], MR_UNBOUND, MR_UNBOUND); }
static MrValue property_setter(MrThread *t, MrValue *a) { return property_copy(t, a[0], MR_UNBOUND, a[1], MR_UNBOUND); }
static MrValue property_deleter(MrThread *t, MrValue *a) { return property_copy(t, a[0], MR_UNBOUND, MR_UNBOUND, a[1]); }

static MrValue property_set_name(MrThread *t, MrValue *a)
{
    if (MR_TUPLE(a[1])->length != 2)
        return mr_raise(t, MR_EXC_TypeError, "__set_name__() takes 2 positional arguments but %zu were given", MR_TUPLE(a[1])->length);
    PROPERTY(a[0])->name = MR_TUPLE(a[1])->items[1];
    return MR_NONE;
}

static MrValue get_fget(MrThread *t, MrValue self) { (void)t; return PROPERTY(self)->get; }
static MrValue get_fset(MrThread *t, MrValue self) { (void)t; return PROPERTY(self)->set; }
static MrValue get_fdel(MrThread *t, MrValue self) { (void)t; return PROPERTY(self)->del; }
static MrValue get_doc(MrThread *t, MrValue self) { (void)t; return PROPERTY(self)->doc; }
static bool set_doc(MrThread *t, MrValue self, MrValue v) { (void)t; PROPERTY(self)->doc = or_none(v); return true; }

/* Is the function marked by @abstractmethod? 1, 0, -1. */
static int is_abstract(MrThread *t, MrValue f)
{
    if (f == MR_NONE || f == MR_UNBOUND)
        return 0;
    MrValue mark = mr_getattr_or(t, f, mr_n(t, __isabstractmethod__));
    return mark == MR_UNBOUND ? 0 : mark == MR_ERROR ? -1 : mr_truth(t, mark);
}

static MrValue get_property_abstract(MrThread *t, MrValue self)
{
    MrProperty *p = PROPERTY(self);
    const MrValue parts[3] = {p->get, p->set, p->del};
    for (int i = 0; i < 3; i++) {
        int r = is_abstract(t, parts[i]);
        if (r)
            return r < 0 ? MR_ERROR : MR_TRUE;
    }
    return MR_FALSE;
}

static const MrMethodDef property_methods[] = {
    {"__new__(cls, /, *args, **kwargs)", property_new, "Make the object that __init__ then sets up.", MR_METHOD_STATIC},
    {"__init__(self, fget=None, fset=None, fdel=None, doc=None)", property_init, "Set up a new object from the arguments.", 0},
    {"__get__(self, instance, owner=None, /)", property_get, "Called when the attribute is read: on instance, or on owner when instance is None.", 0},
    {"__set__(self, instance, value, /)", property_set, "Called when the attribute is assigned on instance.", 0},
    {"__delete__(self, instance, /)", property_delete, "Called when the attribute is deleted on instance.", 0},
    {"getter(self, fget, /)", property_getter, "A property like this one that reads with fget.", 0},
    {"setter(self, fset, /)", property_setter, "A property like this one that assigns with fset.", 0},
    {"deleter(self, fdel, /)", property_deleter, "A property like this one that deletes with fdel.", 0},
    {"__set_name__(self, /, *args)", property_set_name, "Remember the name under which a class holds the property, for error messages.", 0},
    {0}};
static const MrGetSetDef property_getset[] = {
    {"fget", get_fget, mr_set_readonly, "what reading calls"},
    {"fset", get_fset, mr_set_readonly, "what assigning calls, or None"},
    {"fdel", get_fdel, mr_set_readonly, "what deleting calls, or None"},
    {"__doc__", get_doc, set_doc, "the docstring"},
    {"__isabstractmethod__", get_property_abstract, NULL, "whether a subclass has to override it"}, {0}};
const MrTypeDef mr_property_type = {.name = "property", .kind = MR_KIND_PROPERTY, .size = sizeof(MrProperty), .methods = property_methods, .getset = property_getset,
                                    .doc = "An attribute that is computed: fget reads it, fset assigns it, fdel deletes it. As a decorator it "
                                           "takes fget, whose docstring it keeps."};

/* ---- classmethod, staticmethod ---- */

static MrValue wrapper_new(MrThread *t, MrValue *a)
{
    MrWrapper *w = mr_alloc_instance(t, sizeof *w, MR_TYPE(a[0]));
    if (!w)
        return MR_ERROR;
    w->function = MR_NONE;
    return mr_val(w);
}

static MrValue wrapper_init(MrThread *t, MrValue *a)
{
    MrTuple *args = MR_TUPLE(a[1]);
    if (args->length != 1)
        return mr_raise(t, MR_EXC_TypeError, "%s expected 1 argument, got %zu", mr_is_kind(a[0], MR_KIND_CLASSMETHOD) ? "classmethod" : "staticmethod", args->length);
    MrValue f = args->items[0];
    WRAPPER(a[0])->function = f;
    MrStr *const copied[] = {mr_n(t, __module__), mr_n(t, __name__), mr_n(t, __qualname__), mr_n(t, __doc__)};
    MrDict *d = mr_instance_dict(t, a[0]);
    if (!d)
        return MR_ERROR;
    for (size_t i = 0; i < sizeof copied / sizeof *copied; i++) {
        MrValue v = mr_getattr_or(t, f, copied[i]);
        if (v == MR_ERROR || (v != MR_UNBOUND && !mr_dict_set_str(t, d, copied[i], v)))
            return MR_ERROR;
    }
    return MR_NONE;
}

static MrValue classmethod_get(MrThread *t, MrValue *a)
{
    if (!mr_get_has_subject(t, a))
        return MR_ERROR;
    MrValue f = WRAPPER(a[0])->function, cls = a[2] == MR_UNBOUND || a[2] == MR_NONE ? mr_val(mr_typeof(t, a[1])) : a[2];
    MrType *ft = mr_typeof(t, f);
    if (mr_slot(t, ft, MR_SLOT_get) != MR_UNBOUND)
        return mr_descr_get(t, f, cls, mr_typeof(t, cls));
    MrMethod *m = mr_alloc(t, sizeof *m, MR_KIND_METHOD, MR_TYPE_method);
    if (!m)
        return MR_ERROR;
    m->function = f;
    m->self = cls;
    return mr_val(m);
}

static MrValue staticmethod_get(MrThread *t, MrValue *a) { return mr_get_has_subject(t, a) ? WRAPPER(a[0])->function : MR_ERROR; }
static MrValue staticmethod_call(MrThread *t, MrValue *a) { return mr_call_kw(t, WRAPPER(a[0])->function, a[1], a[2]); }

static MrValue wrapper_repr(MrThread *t, MrValue *a)
{
    MrValue f = mr_repr(t, WRAPPER(a[0])->function);
    return f == MR_ERROR ? f : mr_strf(t, "<%s(%s)>", mr_is_kind(a[0], MR_KIND_CLASSMETHOD) ? "classmethod" : "staticmethod", mr_cstr(f));
}

static MrValue get_wrapped(MrThread *t, MrValue self) { (void)t; return WRAPPER(self)->function; }
static MrValue get_wrapper_abstract(MrThread *t, MrValue self)
{
    int r = is_abstract(t, WRAPPER(self)->function);
    return r < 0 ? MR_ERROR : mr_bool(r);
}
/* A class's __init_subclass__ and the like are wrapped without attributes: names are then read through. */
static MrValue read_through(MrThread *t, MrValue self, MrStr *name)
{
    MrValue d = WRAPPER(self)->extra;
    MrValue v = d == MR_UNBOUND ? MR_UNBOUND : mr_dict_get_str(t, MR_DICT(d), name);
    return v != MR_UNBOUND ? v : mr_getattr(t, WRAPPER(self)->function, name);
}
static bool write_through(MrThread *t, MrValue self, MrStr *name, MrValue v)
{
    MrDict *d = mr_instance_dict(t, self);
    if (!d)
        return false;
    if (v != MR_UNBOUND)
        return mr_dict_set_str(t, d, name, v);
    int r = mr_dict_del(t, d, mr_val(name));
    if (!r)
        mr_raise_not_set(t, self, name);
    return r > 0;
}
static MrValue get_annotations(MrThread *t, MrValue self) { return read_through(t, self, mr_n(t, __annotations__)); }
static bool set_annotations(MrThread *t, MrValue self, MrValue v) { return write_through(t, self, mr_n(t, __annotations__), v); }
static MrValue get_wrapper_dict(MrThread *t, MrValue self)
{
    MrDict *d = mr_instance_dict(t, self);
    return d ? mr_val(d) : MR_ERROR;
}

static const MrGetSetDef wrapper_getset[] = {
    {"__func__", get_wrapped, mr_set_readonly, "the function inside"},
    {"__wrapped__", get_wrapped, mr_set_readonly, "the function inside"},
    {"__isabstractmethod__", get_wrapper_abstract, NULL, "whether a subclass has to override it"},
    {"__annotations__", get_annotations, set_annotations, "those of the function"}, {"__dict__", get_wrapper_dict, NULL, "further attributes"}, {0}};
static const MrMethodDef classmethod_methods[] = {
    {"__new__(cls, /, *args, **kwargs)", wrapper_new, "Make the object that __init__ then sets up.", MR_METHOD_STATIC},
    {"__init__(self, /, *args)", wrapper_init,
     "Set up a new object from the arguments.", 0}, {"__repr__(self, /)", wrapper_repr, "The text that repr(self) gives.", 0},
    {"__get__(self, instance, owner=None, /)", classmethod_get,
     "Called when the attribute is read: on instance, or on owner when instance is None.", 0}, {0}};
static const MrMethodDef staticmethod_methods[] = {
    {"__new__(cls, /, *args, **kwargs)", wrapper_new, "Make the object that __init__ then sets up.", MR_METHOD_STATIC},
    {"__init__(self, /, *args)", wrapper_init,
     "Set up a new object from the arguments.", 0}, {"__repr__(self, /)", wrapper_repr, "The text that repr(self) gives.", 0},
    {"__get__(self, instance, owner=None, /)", staticmethod_get,
     "Called when the attribute is read: on instance, or on owner when instance is None.", 0},
    {"__call__(self, /, *args, **kwargs)", staticmethod_call, "What self(...) runs.", 0}, {0}};
const MrTypeDef mr_classmethod_type = {.name = "classmethod", .kind = MR_KIND_CLASSMETHOD, .size = sizeof(MrWrapper), .methods = classmethod_methods, .getset = wrapper_getset,
    .doc = "A method that gets the class as its first argument, whether it is called on a class or an instance."};
const MrTypeDef mr_staticmethod_type = {.name = "staticmethod", .kind = MR_KIND_STATICMETHOD, .size = sizeof(MrWrapper), .methods = staticmethod_methods, .getset = wrapper_getset,
    .doc = "staticmethod(function) -> method\n\nA function in a class that gets neither the instance nor the class."};

/* ---- getset_descriptor, member_descriptor ---- */

static MrType *owner_of(MrValue d) { return mr_is_exact(d, MR_TYPE_getset_descriptor) ? GETSET(d)->owner : MEMBER(d)->owner; }

static const char *name_of(MrValue d) { return mr_is_exact(d, MR_TYPE_getset_descriptor) ? GETSET(d)->def->name : MEMBER(d)->name->bytes; }

static bool applies(MrThread *t, MrValue d, MrValue obj)
{
    MrType *owner = owner_of(d);
    if (mr_type_is_subtype(mr_typeof(t, obj), owner))
        return true;
    mr_raise(t, MR_EXC_TypeError, "descriptor '%s' for '%s' objects doesn't apply to a '%s' object", name_of(d), mr_class_name(owner), mr_type_name(t, obj));
    return false;
}

static MrValue attribute_get(MrThread *t, MrValue *a)
{
    MrValue obj = instance_of_get(t, a);
    if (!mr_get_has_subject(t, a))
        return MR_ERROR;
    return mr_descr_get(t, a[0], obj, obj == MR_UNBOUND ? MR_TYPE(a[2]) : mr_typeof(t, obj));
}

static bool attribute_store(MrThread *t, MrValue d, MrValue obj, MrValue v)
{
    if (!applies(t, d, obj))
        return false;
    if (mr_is_exact(d, MR_TYPE_getset_descriptor)) {
        const MrGetSetDef *def = GETSET(d)->def;
        if (def->set)
            return def->set(t, obj, v);
        mr_raise(t, MR_EXC_AttributeError, "attribute '%s' of '%s' objects is not writable", def->name, owner_of(d)->def->name);
        return false;
    }
    MrObj *o = mr_obj_of(obj);
    MrValue *slot = mr_slot_at(mr_shape_of(t, o), mr_tail(t, o), MEMBER(d)->slot);
    if (v == MR_UNBOUND && *slot == MR_UNBOUND)
        return mr_raise(t, MR_EXC_AttributeError, "%s", MEMBER(d)->name->bytes), false;
    *slot = v;
    mr_write_barrier(t, o, v);
    return true;
}

static MrValue attribute_set(MrThread *t, MrValue *a) { return attribute_store(t, a[0], a[1], a[2]) ? MR_NONE : MR_ERROR; }
static MrValue attribute_delete(MrThread *t, MrValue *a) { return attribute_store(t, a[0], a[1], MR_UNBOUND) ? MR_NONE : MR_ERROR; }

static MrValue attribute_repr(MrThread *t, MrValue *a)
{
    return mr_strf(t, "<%s '%s' of '%s' objects>", mr_is_exact(a[0], MR_TYPE_getset_descriptor) ? "attribute" : "member", name_of(a[0]), mr_class_name(owner_of(a[0])));
}

static MrValue attribute_reduce(MrThread *t, MrValue *a)
{
    MrValue getattr = mr_dict_get_str(t, t->iso->builtins, mr_intern(t, "getattr", 7));
    MrValue pair[2] = {mr_val(owner_of(a[0])), mr_str_c(t, name_of(a[0]))};
    MrValue args = pair[1] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, pair, 2);
    MrValue out[2] = {getattr, args};
    return args == MR_ERROR ? args : mr_tuple_from(t, out, 2);
}

static MrValue get_attribute_name(MrThread *t, MrValue self) { return mr_str_c(t, name_of(self)); }
static MrValue get_objclass(MrThread *t, MrValue self) { (void)t; return mr_val(owner_of(self)); }
static MrValue get_attribute_qualname(MrThread *t, MrValue self)
{
    MrValue q = owner_of(self)->qualname;
    return mr_strf(t, "%s.%s", mr_is_str(q) ? mr_cstr(q) : owner_of(self)->name->bytes, name_of(self));
}
static MrValue get_attribute_doc(MrThread *t, MrValue self)
{
    const char *doc = mr_is_exact(self, MR_TYPE_getset_descriptor) ? GETSET(self)->def->doc : NULL;
    return doc ? mr_str_c(t, doc) : MR_NONE;
}

static void trace_getset(MrGc *gc, MrObj *o) { mr_mark_obj(gc, ((MrGetSet *)o)->owner); }
static void trace_member(MrGc *gc, MrObj *o)
{
    mr_mark_obj(gc, ((MrMember *)o)->owner);
    mr_mark_obj(gc, ((MrMember *)o)->name);
}

static const MrMethodDef attribute_methods[] = {
    {"__get__(self, instance, owner=None, /)", attribute_get,
     "Called when the attribute is read: on instance, or on owner when instance is None.", 0},
    {"__set__(self, instance, value, /)", attribute_set, "Called when the attribute is assigned on instance.", 0},
    {"__delete__(self, instance, /)", attribute_delete, "Called when the attribute is deleted on instance.", 0},
    {"__repr__(self, /)", attribute_repr, "The text that repr(self) gives.", 0},
    {"__reduce__(self, /)", attribute_reduce, "What pickle needs to make an equal one.", 0},
    {0},
};
static const MrGetSetDef attribute_getset[] = {
    {"__name__", get_attribute_name, NULL, "the attribute's name"},
    {"__qualname__", get_attribute_qualname, NULL, "the attribute's name with that of its class"},
    {"__objclass__", get_objclass, NULL, "the class that defines it"},
    {"__doc__", get_attribute_doc, NULL, "the docstring"}, {0}};
const MrTypeDef mr_getset_descriptor_type = {.name = "getset_descriptor", .kind = MR_KIND_OTHER, .size = sizeof(MrGetSet), .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_NO_NEW,
                                             .methods = attribute_methods, .getset = attribute_getset, .trace = trace_getset};
const MrTypeDef mr_member_descriptor_type = {.name = "member_descriptor", .kind = MR_KIND_OTHER, .size = sizeof(MrMember), .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_NO_NEW,
                                             .methods = attribute_methods, .getset = attribute_getset, .trace = trace_member};

/* ---- super ---- */

static MrValue super_new(MrThread *t, MrValue *a)
{
    MrSuper *s = mr_alloc_instance(t, sizeof *s, MR_TYPE(a[0]));
    if (!s)
        return MR_ERROR;
    s->type = s->self = s->self_type = MR_NONE;
    return mr_val(s);
}

/* The class and first argument of the function that calls super(). */
static bool find_arguments(MrThread *t, MrValue *type, MrValue *self)
{
    MrFrame *f = t->frame;
    if (f <= t->frames)
        return mr_raise(t, MR_EXC_RuntimeError, "super(): no current frame"), false;
    MrCode *code = f->code;
    if (!code->argcount)
        return mr_raise(t, MR_EXC_RuntimeError, "super(): no arguments"), false;
    *self = f->regs[0];
    if (mr_is_kind(*self, MR_KIND_CELL))
        *self = ((MrCell *)mr_obj_of(*self))->value;
    if (*self == MR_UNBOUND)
        return mr_raise(t, MR_EXC_RuntimeError, "super(): arg[0] deleted"), false;
    MrStr *wanted = mr_n(t, __class__);
    for (uint32_t i = 0; i < code->n_free; i++) {
        if (!mr_str_equal(t, code->freenames[i], wanted))
            continue;
        *type = ((MrCell *)mr_obj_of(f->function->closure->items[i]))->value;
        if (*type == MR_UNBOUND)
            return mr_raise(t, MR_EXC_RuntimeError, "super(): empty __class__ cell"), false;
        if (!mr_is_type(*type))
            return mr_raise(t, MR_EXC_RuntimeError, "super(): __class__ is not a type (%s)", mr_type_name(t, *type)), false;
        return true;
    }
    mr_raise(t, MR_EXC_RuntimeError, "super(): __class__ cell not found");
    return false;
}

static MrValue super_init(MrThread *t, MrValue *a)
{
    MrSuper *s = SUPER(a[0]);
    MrTuple *args = MR_TUPLE(a[1]);
    if (args->length > 2)
        return mr_raise(t, MR_EXC_TypeError, "super() expected at most 2 arguments, got %zu", args->length);
    MrValue type = args->length ? args->items[0] : MR_UNBOUND, self = args->length > 1 ? args->items[1] : MR_UNBOUND;
    if (type == MR_UNBOUND) {
        if (!find_arguments(t, &type, &self))
            return MR_ERROR;
    } else if (!mr_is_type(type)) {
        return mr_raise(t, MR_EXC_TypeError, "super() argument 1 must be a type, not %s", mr_type_name(t, type));
    }
    if (self == MR_UNBOUND)
        self = MR_NONE;
    MrType *start = NULL;
    if (self != MR_NONE && !(start = mr_super_start(t, MR_TYPE(type), self)))
        return MR_ERROR;
    s->type = type;
    s->self = self;
    s->self_type = start ? mr_val(start) : MR_NONE;
    return MR_NONE;
}

static MrValue super_getattribute(MrThread *t, MrValue *a)
{
    if (!mr_is_str(a[1]))
        return mr_raise(t, MR_EXC_TypeError, "attribute name must be string, not '%s'", mr_type_name(t, a[1]));
    MrStr *name = mr_intern_str(t, MR_STR(a[1]));
    return name ? mr_super_getattr(t, SUPER(a[0]), name) : MR_ERROR;
}

static MrValue super_get(MrThread *t, MrValue *a)
{
    if (!mr_get_has_subject(t, a))
        return MR_ERROR;
    MrSuper *s = SUPER(a[0]);
    if (a[1] == MR_NONE || s->self != MR_NONE || s->type == MR_NONE)
        return a[0];
    return mr_call2(t, mr_val(mr_typeof(t, a[0])), s->type, a[1]);
}

static MrValue super_repr(MrThread *t, MrValue *a)
{
    MrSuper *s = SUPER(a[0]);
    const char *type = mr_is_type(s->type) ? MR_TYPE(s->type)->name->bytes : "NULL";
    if (mr_is_type(s->self_type))
        return mr_strf(t, "<super: <class '%s'>, <%s object>>", type, mr_class_name(MR_TYPE(s->self_type)));
    return mr_strf(t, "<super: <class '%s'>, NULL>", type);
}

static MrValue get_thisclass(MrThread *t, MrValue self) { (void)t; return SUPER(self)->type; }
static MrValue get_self(MrThread *t, MrValue self) { (void)t; return SUPER(self)->self; }
static MrValue get_self_class(MrThread *t, MrValue self) { (void)t; return SUPER(self)->self_type; }

static const MrMethodDef super_methods[] = {
    {"__new__(cls, /, *args, **kwargs)", super_new, "Make the object that __init__ then sets up.", MR_METHOD_STATIC},
    {"__init__(self, /, *args)", super_init, "Set up a new object from the arguments.", 0},
    {"__getattribute__(self, name, /)", super_getattribute, "What reading self.name gives.", 0},
    {"__get__(self, instance, owner=None, /)", super_get, "Called when the attribute is read: on instance, or on owner when instance is None.", 0},
    {"__repr__(self, /)", super_repr, "The text that repr(self) gives.", 0}, {0}};
static const MrGetSetDef super_getset[] = {
    {"__thisclass__", get_thisclass, mr_set_readonly, "The class after which the search starts."},
    {"__self__", get_self, mr_set_readonly, "The object to which methods get bound, or None."},
    {"__self_class__", get_self_class, mr_set_readonly, "The class whose method resolution order is searched, or None."},
    {0},
};
const MrTypeDef mr_super_type = {.name = "super", .kind = MR_KIND_SUPER, .size = sizeof(MrSuper), .methods = super_methods, .getset = super_getset,
    .doc = "Attributes as the classes after `type` define them in an object's method resolution order. In a method, super() finds both arguments "
           "itself."};
