/* The methods and attributes of `type` itself. Making classes is vm/type.c. */
#include "vm/type.h"

#include "vm/attr.h"
#include "vm/call.h"
#include "vm/error.h"
#include "vm/types/genericalias.h"
#include "vm/types/structseq.h"
#include "vm/types/text.h"

#define T(v) MR_TYPE(v)

static MrValue type_new(MrThread *t, MrValue *a)
{
    MrTuple *args = MR_TUPLE(a[1]);
    if (!mr_is_type(a[0]))
        return mr_raise(t, MR_EXC_TypeError, "type.__new__(X): X is not a type object (%s)", mr_type_name(t, a[0]));
    if (!mr_type_is_subtype(T(a[0]), t->iso->types[MR_TYPE_type]))
        return mr_raise(t, MR_EXC_TypeError, "type.__new__(%s): %s is not a subtype of type", T(a[0])->name->bytes, T(a[0])->name->bytes);
    if (args->length != 3)
        return mr_raise(t, MR_EXC_TypeError, "type.__new__() takes exactly 3 arguments (%zu given)", args->length);
    if (!mr_is_str(args->items[0]))
        return mr_raise(t, MR_EXC_TypeError, "type.__new__() argument 1 must be str, not %s", mr_arg_type_name(t, args->items[0]));
    if (!mr_is_tuple(args->items[1]))
        return mr_raise(t, MR_EXC_TypeError, "type.__new__() argument 2 must be tuple, not %s", mr_arg_type_name(t, args->items[1]));
    if (!mr_is_dict(args->items[2]))
        return mr_raise(t, MR_EXC_TypeError, "type.__new__() argument 3 must be dict, not %s", mr_arg_type_name(t, args->items[2]));
    MrTuple *bases = MR_TUPLE(args->items[1]);
    for (size_t i = 0; i < bases->length; i++) {
        if (mr_is_type(bases->items[i]))
            continue;
        MrStr *hook = mr_n(t, __mro_entries__);
        MrValue has = mr_getattr_or(t, bases->items[i], hook);
        if (has == MR_ERROR)
            return has;
        if (has != MR_UNBOUND)
            return mr_raise(t, MR_EXC_TypeError, "type() doesn't support MRO entry resolution; use types.new_class()");
    }
    MrType *meta = mr_type_metaclass(t, T(a[0]), bases);
    if (!meta)
        return MR_ERROR;
    if (meta != T(a[0])) { /* the derived metaclass's own __new__ decides */
        MrValue new = mr_slot(t, meta, MR_SLOT_new);
        if (new != mr_slot(t, t->iso->types[MR_TYPE_type], MR_SLOT_new)) {
            MrValue f = mr_descr_get(t, new, MR_UNBOUND, meta);
            MrValue list[4] = {mr_val(meta), args->items[0], args->items[1], args->items[2]};
            MrValue all = mr_tuple_from(t, list, 4);
            return f == MR_ERROR || all == MR_ERROR ? MR_ERROR : mr_call_kw(t, f, all, a[2]);
        }
    }
    return mr_type_new(t, meta, args->items[0], args->items[1], args->items[2], a[2]);
}

static MrValue type_init(MrThread *t, MrValue *a)
{
    size_t n = MR_TUPLE(a[1])->length;
    if (n == 1 && a[2] != MR_UNBOUND)
        return mr_raise(t, MR_EXC_TypeError, "type.__init__() takes no keyword arguments");
    if (n != 1 && n != 3)
        return mr_raise(t, MR_EXC_TypeError, "type.__init__() takes 1 or 3 arguments");
    return MR_NONE;
}

/* type.__call__ from script: super().__call__(...) in a metaclass. */
static MrValue type_call(MrThread *t, MrValue *a)
{
    MrTuple *args = MR_TUPLE(a[1]);
    if (a[2] == MR_UNBOUND || MR_DICT(a[2])->length == 0)
        return mr_type_ready(t, T(a[0])) ? mr_type_construct(t, T(a[0]), args->length, args->items, NULL) : MR_ERROR;
    MrDict *d = MR_DICT(a[2]);
    MrValue names = mr_tuple_new(t, d->length), key, value;
    MrValue *all = names == MR_ERROR ? NULL : mr_buffer_new(t, (args->length + d->length) * sizeof *all);
    if (!all)
        return MR_ERROR;
    memcpy(all, args->items, args->length * sizeof *all);
    size_t pos = 0, i = 0;
    while (mr_dict_next(d, &pos, &key, &value)) {
        MR_TUPLE(names)->items[i] = key;
        all[args->length + i++] = value;
    }
    return mr_type_ready(t, T(a[0])) ? mr_type_construct(t, T(a[0]), args->length, all, MR_TUPLE(names)) : MR_ERROR;
}

static MrValue type_repr(MrThread *t, MrValue *a)
{
    if (!mr_type_ready(t, T(a[0])))
        return MR_ERROR;
    MrValue name = mr_type_qualified_name(t, T(a[0]));
    return name == MR_ERROR ? name : mr_strf(t, "<class '%s'>", mr_cstr(name));
}

static MrValue type_getattribute(MrThread *t, MrValue *a)
{
    if (!mr_is_str(a[1]))
        return mr_raise(t, MR_EXC_TypeError, "attribute name must be string, not '%s'", mr_type_name(t, a[1]));
    MrStr *name = mr_intern_str(t, MR_STR(a[1]));
    return name ? mr_type_getattr(t, T(a[0]), name) : MR_ERROR;
}

static MrValue set_attr(MrThread *t, MrValue type, MrValue name, MrValue v)
{
    if (!mr_is_str(name))
        return mr_raise(t, MR_EXC_TypeError, "attribute name must be string, not '%s'", mr_type_name(t, name));
    MrStr *s = mr_intern_str(t, MR_STR(name));
    return s && mr_type_setattr(t, T(type), s, v) ? MR_NONE : MR_ERROR;
}

static MrValue type_setattr(MrThread *t, MrValue *a) { return set_attr(t, a[0], a[1], a[2]); }
static MrValue type_delattr(MrThread *t, MrValue *a) { return set_attr(t, a[0], a[1], MR_UNBOUND); }

static MrValue type_instancecheck(MrThread *t, MrValue *a)
{
    int r = mr_isinstance_plain(t, a[1], a[0]);
    return r < 0 ? MR_ERROR : mr_bool(r);
}

static MrValue type_subclasscheck(MrThread *t, MrValue *a)
{
    int r = mr_issubclass_plain(t, a[1], a[0]);
    return r < 0 ? MR_ERROR : mr_bool(r);
}

static MrValue type_mro(MrThread *t, MrValue *a) { return mr_list_from(t, T(a[0])->mro->items, T(a[0])->mro->length); }
static MrValue type_subclasses(MrThread *t, MrValue *a) { return mr_type_subclasses(t, T(a[0])); }

static MrValue type_prepare(MrThread *t, MrValue *a)
{
    (void)a;
    MrDict *d = mr_dict_new(t);
    return d ? mr_val(d) : MR_ERROR;
}

bool mr_dir_class(MrThread *t, MrValue set, MrType *type);

static MrValue type_dir(MrThread *t, MrValue *a)
{
    MrValue set = mr_set_new(t, false);
    return set == MR_ERROR || !mr_dir_class(t, set, T(a[0])) ? MR_ERROR : mr_list_of(t, set);
}

static MrValue type_or(MrThread *t, MrValue *a) { return mr_union_type(t, a[0], a[1]); }
static MrValue type_ror(MrThread *t, MrValue *a) { return mr_union_type(t, a[1], a[0]); }

/* ---- attributes ---- */

static MrValue get_name(MrThread *t, MrValue self) { (void)t; return mr_val(T(self)->name); }

static bool changeable(MrThread *t, MrValue self, const char *name, MrValue v)
{
    if (T(self)->flags & MR_TYPE_IMMUTABLE) {
        mr_raise(t, MR_EXC_TypeError, "cannot set '%s' attribute of immutable type '%s'", name, mr_class_name(T(self)));
        return false;
    }
    if (v == MR_UNBOUND) {
        mr_raise(t, MR_EXC_TypeError, "cannot delete '%s' attribute of immutable type '%s'", name, mr_class_name(T(self)));
        return false;
    }
    return true;
}

static bool set_name(MrThread *t, MrValue self, MrValue v)
{
    if (!changeable(t, self, "__name__", v))
        return false;
    if (!mr_is_str(v)) {
        mr_raise(t, MR_EXC_TypeError, "can only assign string to %s.__name__, not '%s'", T(self)->name->bytes, mr_type_name(t, v));
        return false;
    }
    if (strlen(mr_cstr(v)) != MR_STR(v)->nbytes) {
        mr_raise(t, MR_EXC_ValueError, "type name must not contain null characters");
        return false;
    }
    MrStr *s = mr_intern_str(t, MR_STR(v));
    if (s)
        T(self)->name = s;
    return s != NULL;
}

static MrValue get_qualname(MrThread *t, MrValue self) { (void)t; return T(self)->qualname; }

static bool set_qualname(MrThread *t, MrValue self, MrValue v)
{
    if (!changeable(t, self, "__qualname__", v))
        return false;
    if (!mr_is_str(v)) {
        mr_raise(t, MR_EXC_TypeError, "can only assign string to %s.__qualname__, not '%s'", T(self)->name->bytes, mr_type_name(t, v));
        return false;
    }
    T(self)->qualname = v;
    return true;
}

static MrValue get_module(MrThread *t, MrValue self)
{
    MrType *k = T(self);
    if (!(k->flags & MR_TYPE_HEAP))
        return k->module;
    MrValue m = mr_dict_get_str(t, k->dict, mr_n(t, __module__));
    return m == MR_UNBOUND ? mr_raise_no_attr(t, self, mr_n(t, __module__)) : m;
}

static bool set_module(MrThread *t, MrValue self, MrValue v)
{
    return changeable(t, self, "__module__", v) && mr_dict_set_str(t, T(self)->dict, mr_n(t, __module__), v);
}

static MrValue get_doc(MrThread *t, MrValue self)
{
    if (!mr_type_ready(t, T(self)))
        return MR_ERROR;
    MrValue d = mr_dict_get_str(t, T(self)->dict, mr_n(t, __doc__));
    if (d == MR_UNBOUND)
        return MR_NONE;
    if (!mr_is_str(d) && d != MR_NONE && T(self)->flags & MR_TYPE_IMMUTABLE && T(self)->def->doc)
        return mr_str_c(t, T(self)->def->doc); /* the attribute is that of instances, as property.__doc__ is */
    return mr_is_str(d) ? d : mr_descr_get(t, d, MR_UNBOUND, T(self));
}

static bool set_doc(MrThread *t, MrValue self, MrValue v)
{
    return changeable(t, self, "__doc__", v) && mr_dict_set_str(t, T(self)->dict, mr_n(t, __doc__), v);
}

static MrValue get_dict(MrThread *t, MrValue self)
{
    if (!mr_type_ready(t, T(self)))
        return MR_ERROR;
    MrWrapper *p = mr_alloc(t, sizeof *p, MR_KIND_MAPPINGPROXY, MR_TYPE_mappingproxy);
    if (!p)
        return MR_ERROR;
    p->function = mr_val(T(self)->dict);
    return mr_val(p);
}

static MrValue get_bases(MrThread *t, MrValue self) { (void)t; return mr_val(T(self)->bases); }
static bool set_bases(MrThread *t, MrValue self, MrValue v)
{
    return changeable(t, self, "__bases__", v) && mr_type_set_bases(t, T(self), v);
}
static MrValue get_base(MrThread *t, MrValue self) { (void)t; return T(self)->base ? mr_val(T(self)->base) : MR_NONE; }
static MrValue get_mro(MrThread *t, MrValue self) { (void)t; return mr_val(T(self)->mro); }
static MrValue get_flags(MrThread *t, MrValue self)
{
    (void)t;
    MrType *k = T(self);
    int64_t f = 1 << 12; /* CPython's bits for ready, heap, base type, abstract, exception, type subclass */
    if (k->flags & MR_TYPE_HEAP)
        f |= 1 << 9;
    if (k->flags & MR_TYPE_IMMUTABLE)
        f |= 1 << 8;
    if (!(k->def->flags & MR_TYPEDEF_FINAL) || k->flags & MR_TYPE_HEAP)
        f |= 1 << 10;
    if (k->flags & MR_TYPE_ABSTRACT)
        f |= 1 << 20;
    if (k->flags & MR_TYPE_IS_EXCEPTION)
        f |= 1 << 30;
    return mr_small_int(f);
}
static MrValue get_basicsize(MrThread *t, MrValue self) { (void)t; return mr_small_int(T(self)->def->size); }
static MrValue get_itemsize(MrThread *t, MrValue self)
{
    (void)t;
    MrKind kind = T(self)->def->kind;
    return mr_small_int(kind == MR_KIND_TUPLE ? 8 : kind == MR_KIND_INT ? 4 : kind == MR_KIND_BYTES ? 1 : 0);
}
static MrValue get_dictoffset(MrThread *t, MrValue self) { (void)t; return mr_small_int(T(self)->flags & MR_TYPE_HAS_DICT ? -1 : 0); }
static MrValue get_weakrefoffset(MrThread *t, MrValue self) { (void)t; (void)self; return mr_small_int(0); }

static MrValue get_abstract(MrThread *t, MrValue self)
{
    bool of_type = T(self) == t->iso->types[MR_TYPE_type]; /* whose own dict has this descriptor */
    MrValue v = of_type ? MR_UNBOUND : mr_dict_get_str(t, T(self)->dict, mr_n(t, __abstractmethods__));
    if (v != MR_UNBOUND)
        return v;
    mr_raise(t, MR_EXC_AttributeError, "__abstractmethods__");
    MR_EXCEPTION(t->pending)->a = mr_nv(t, __abstractmethods__);
    MR_EXCEPTION(t->pending)->b = self;
    return MR_ERROR;
}

static bool set_abstract(MrThread *t, MrValue self, MrValue v)
{
    MrType *k = T(self);
    if (v == MR_UNBOUND) {
        k->flags &= ~(uint32_t)MR_TYPE_ABSTRACT;
        return mr_dict_del(t, k->dict, mr_nv(t, __abstractmethods__)) >= 0;
    }
    int truth = mr_truth(t, v);
    if (truth < 0 || !mr_dict_set_str(t, k->dict, mr_n(t, __abstractmethods__), v))
        return false;
    if (truth)
        k->flags |= MR_TYPE_ABSTRACT;
    else
        k->flags &= ~(uint32_t)MR_TYPE_ABSTRACT;
    return mr_type_modified(t, k, mr_n(t, __abstractmethods__));
}

static MrValue get_annotations(MrThread *t, MrValue self)
{
    MrType *k = T(self);
    if (!(k->flags & MR_TYPE_HEAP))
        return mr_raise_no_attr(t, self, mr_n(t, __annotations__));
    MrValue v = mr_dict_get_str(t, k->dict, mr_n(t, __annotations__));
    if (v != MR_UNBOUND)
        return mr_descr_get(t, v, MR_UNBOUND, k);
    MrDict *d = mr_dict_new(t);
    return d && mr_dict_set_str(t, k->dict, mr_n(t, __annotations__), mr_val(d)) ? mr_val(d) : MR_ERROR;
}

static bool set_annotations(MrThread *t, MrValue self, MrValue v)
{
    if (!(T(self)->flags & MR_TYPE_HEAP)) {
        mr_raise(t, MR_EXC_TypeError, "cannot set '__annotations__' attribute of immutable type '%s'", mr_class_name(T(self)));
        return false;
    }
    if (v != MR_UNBOUND)
        return mr_dict_set_str(t, T(self)->dict, mr_n(t, __annotations__), v);
    int r = mr_dict_del(t, T(self)->dict, mr_nv(t, __annotations__));
    if (r == 0)
        mr_raise(t, MR_EXC_AttributeError, "__annotations__");
    return r > 0;
}

static MrValue get_type_params(MrThread *t, MrValue self)
{
    MrValue v = mr_dict_get_str(t, T(self)->dict, mr_n(t, __type_params__));
    return v == MR_UNBOUND ? t->iso->empty_tuple : v;
}

static bool set_type_params(MrThread *t, MrValue self, MrValue v)
{
    return changeable(t, self, "__type_params__", v) && mr_dict_set_str(t, T(self)->dict, mr_n(t, __type_params__), v);
}

/* Classes that CPython states no signature for: most can be called in ways that a single one does not tell. */
static bool has_many_forms(MrThread *t, const MrType *k)
{
    static const MrTypeId ids[] = {MR_TYPE_bool,  MR_TYPE_bytearray, MR_TYPE_bytes, MR_TYPE_classmethod, MR_TYPE_dict,         MR_TYPE_filter, MR_TYPE_frozenset, MR_TYPE_int, MR_TYPE_map,
                                   MR_TYPE_range, MR_TYPE_set,       MR_TYPE_slice, MR_TYPE_staticmethod, MR_TYPE_str, MR_TYPE_super,  MR_TYPE_type,      MR_TYPE_zip};
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++)
        if (k == t->iso->types[ids[i]])
            return true;
    return k->flags & MR_TYPE_IS_EXCEPTION;
}

/* Text of a builtin's constructor signature, "(x=0, /)", as inspect reads it. */
static MrValue get_text_signature(MrThread *t, MrValue self)
{
    MrType *k = T(self);
    if (k->flags & MR_TYPE_HEAP || !k->def->methods || has_many_forms(t, k))
        return MR_NONE;
    if (k->def->signature)
        return mr_str_c(t, k->def->signature);
    if (k == t->iso->types[MR_TYPE_object])
        return mr_str_c(t, "()");
    if (k->def->methods == mr_structseq_methods)
        return mr_str_c(t, "(iterable=(), /)"); /* tuple's, as in CPython */
    const char *sig = NULL;
    for (const MrMethodDef *m = k->def->methods; m->sig; m++)
        if (!strncmp(m->sig, "__init__(", 9) && !strstr(m->sig, "*args"))
            sig = m->sig;
    for (const MrMethodDef *m = k->def->methods; !sig && m->sig; m++)
        if (!strncmp(m->sig, "__new__(", 8))
            sig = m->sig;
    if (!sig)
        return MR_NONE;
    const char *p = strpbrk(sig, ",)"); /* after the class or self */
    while (*p == ',' || *p == ' ' || *p == '/')
        p++;
    return mr_strf(t, "(%s", p);
}

static const MrMethodDef methods[] = {
    {"__new__(cls, /, *args, **kwargs)", type_new, "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC},
    {"__init__(self, /, *args, **kwargs)", type_init, "Set up the object; the class says which arguments it takes.", 0},
    {"__call__(self, /, *args, **kwargs)", type_call, "What self(...) runs.", 0},
    {"__repr__(self, /)", type_repr, "The text that repr(self) gives.", 0},
    {"__getattribute__(self, name, /)", type_getattribute, "What reading self.name gives.", 0},
    {"__setattr__(self, name, value, /)", type_setattr, "Carry out self.name = value.", 0},
    {"__delattr__(self, name, /)", type_delattr, "Carry out del self.name.", 0},
    {"__instancecheck__(self, instance, /)", type_instancecheck, "Whether instance counts as one of this class, as isinstance() asks.", 0},
    {"__subclasscheck__(self, subclass, /)", type_subclasscheck, "Whether subclass counts as derived from this class, as issubclass() asks.", 0},
    {"mro(self, /)", type_mro, "Compute the order in which attributes are searched in this class and its bases.", 0},
    {"__subclasses__(self, /)", type_subclasses, "The classes that derive directly from this one and still exist.", 0},
    {"__prepare__(cls, /, *args, **kwargs)", type_prepare, "The mapping in which the body of the class statement will run.", MR_METHOD_CLASS},
    {"__dir__(self, /)", type_dir, "The names that dir() lists for a class: its own and those of its bases.", 0},
    {"__or__(self, value, /)", type_or, "What self | value gives.", 0},
    {"__ror__(self, value, /)", type_ror, "What value | self gives.", 0},
    {0}};

static const MrGetSetDef getset[] = {
    {"__name__", get_name, set_name, "the class's name"},
    {"__qualname__", get_qualname, set_qualname, "the name with those of the classes and functions around it"},
    {"__module__", get_module, set_module, "the name of the module that defines it"},
    {"__doc__", get_doc, set_doc, "the docstring"},
    {"__dict__", get_dict, NULL, "its own attributes, read-only"},
    {"__bases__", get_bases, set_bases, "the classes it derives from directly"},
    {"__base__", get_base, NULL, "the base whose layout its instances share"},
    {"__mro__", get_mro, NULL, "the classes in which attributes are searched, in order"},
    {"__flags__", get_flags, NULL, "bits that tell kinds of types apart"},
    {"__basicsize__", get_basicsize, NULL, "bytes of an instance"},
    {"__itemsize__", get_itemsize, NULL, "bytes of each item, where instances vary in size"},
    {"__dictoffset__", get_dictoffset, NULL, "not 0 if instances have a __dict__"},
    {"__weakrefoffset__", get_weakrefoffset, NULL, "not 0 if instances can be weakly referenced"},
    {"__abstractmethods__", get_abstract, set_abstract, "names of the methods that stay to be defined"},
    {"__annotations__", get_annotations, set_annotations, "annotations of the class body"},
    {"__type_params__", get_type_params, set_type_params, "its type parameters"},
    {"__text_signature__", get_text_signature, NULL, "the constructor's parameters as text, for inspect"},
    {0}};

const MrTypeDef mr_type_type = {.name = "type", .kind = MR_KIND_TYPE, .size = sizeof(MrType), .methods = methods, .getset = getset,
                                .doc = "The class of classes: type(object) is the class of an object, type(name, bases, dict) makes a class."};
