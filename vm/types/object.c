/* `object`: the methods every class inherits. */
#include "vm/attr.h"
#include "vm/call.h"
#include "vm/error.h"
#include "vm/types/text.h"

static bool excess_args(MrValue args, MrValue kwargs)
{
    return MR_TUPLE(args)->length > 0 || (kwargs != MR_UNBOUND && MR_DICT(kwargs)->length > 0);
}

/* "Can't instantiate abstract class C without an implementation for abstract method 'f'" */
static MrValue raise_abstract(MrThread *t, MrType *type)
{
    MrValue names = mr_getattr(t, mr_val(type), mr_n(t, __abstractmethods__));
    MrValue list = names == MR_ERROR ? names : mr_list_of(t, names);
    if (list == MR_ERROR || !mr_list_sort(t, list, MR_NONE, false))
        return MR_ERROR;
    MrList *l = MR_LIST(list);
    MrBuf b;
    mr_buf_init(&b);
    for (size_t i = 0; i < l->length; i++)
        mr_buf_printf(&b, "%s'%s'", i ? ", " : "", mr_is_str(l->items[i]) ? mr_cstr(l->items[i]) : "?");
    MrValue joined = mr_str_buf(t, &b);
    return joined == MR_ERROR ? joined
                              : mr_raise(t, MR_EXC_TypeError, "Can't instantiate abstract class %s without an implementation for abstract method%s %s",
                                         type->name->bytes, l->length == 1 ? "" : "s", mr_cstr(joined));
}

static MrValue object_new(MrThread *t, MrValue *a)
{
    if (!mr_is_type(a[0]))
        return mr_raise(t, MR_EXC_TypeError, "object.__new__(X): X is not a type object (%s)", mr_type_name(t, a[0]));
    MrType *type = MR_TYPE(a[0]);
    if (!mr_type_ready(t, type))
        return MR_ERROR;
    MrType *object = t->iso->types[MR_TYPE_object];
    if (excess_args(a[1], a[2])) {
        if (type->slots[MR_SLOT_new] != object->slots[MR_SLOT_new])
            return mr_raise(t, MR_EXC_TypeError, "object.__new__() takes exactly one argument (the type to instantiate)");
        if (type->slots[MR_SLOT_init] == object->slots[MR_SLOT_init])
            return mr_raise(t, MR_EXC_TypeError, type == object ? "object() takes no arguments" : "%s() takes no arguments", mr_class_name(type));
    }
    if (type->flags & MR_TYPE_ABSTRACT)
        return raise_abstract(t, type);
    if (type->def->kind != MR_KIND_INSTANCE) {
        if (!(type->flags & MR_TYPE_HEAP) || type->def->flags & MR_TYPEDEF_NO_NEW || type->def->size > sizeof(MrInstance) || type->def->methods) {
            const char *base = mr_class_name(type);
            MrType *k = type;
            while (k->flags & MR_TYPE_HEAP)
                k = k->base;
            return mr_raise(t, MR_EXC_TypeError, "object.__new__(%s) is not safe, use %s.__new__()", base, mr_class_name(k));
        }
    }
    MrObj *o = mr_alloc_instance(t, sizeof(MrInstance), type);
    return o ? mr_val(o) : MR_ERROR;
}

static MrValue object_init(MrThread *t, MrValue *a)
{
    MrType *type = mr_typeof(t, a[0]), *object = t->iso->types[MR_TYPE_object];
    if (excess_args(a[1], a[2])) {
        if (type->slots[MR_SLOT_init] != object->slots[MR_SLOT_init])
            return mr_raise(t, MR_EXC_TypeError, "object.__init__() takes exactly one argument (the instance to initialize)");
        if ((!type->def || !(type->def->flags & MR_TYPEDEF_NO_NEW) || type->flags & MR_TYPE_HEAP) && type->slots[MR_SLOT_new] == object->slots[MR_SLOT_new])
            return mr_raise(t, MR_EXC_TypeError, "%s.__init__() takes exactly one argument (the instance to initialize)", mr_class_name(type));
    }
    return MR_NONE;
}

static MrValue object_repr(MrThread *t, MrValue *a)
{
    MrValue name = mr_type_qualified_name(t, mr_typeof(t, a[0]));
    return name == MR_ERROR ? name : mr_strf(t, "<%s object at %p>", mr_cstr(name), (void *)(uintptr_t)a[0]);
}

/* What __repr__ returns, whatever that is: str() looks at it. */
static MrValue object_str(MrThread *t, MrValue *a)
{
    MrValue r = mr_stack_ok(t) ? mr_call_slot(t, a[0], MR_SLOT_repr, 0, NULL) : MR_ERROR;
    return r == MR_UNBOUND ? mr_repr(t, a[0]) : r;
}

static MrValue object_hash(MrThread *t, MrValue *a)
{
    return mr_int(t, (int64_t)((a[0] & 0xFFFFFFFFFFFFull) >> 4));
}

static MrValue object_eq(MrThread *t, MrValue *a) { (void)t; return a[0] == a[1] ? MR_TRUE : MR_NOT_IMPLEMENTED; }

static MrValue object_ne(MrThread *t, MrValue *a)
{
    MrValue r = mr_call_slot(t, a[0], MR_SLOT_eq, 1, &a[1]);
    if (r == MR_ERROR || r == MR_NOT_IMPLEMENTED || r == MR_UNBOUND)
        return r == MR_UNBOUND ? MR_NOT_IMPLEMENTED : r;
    int truth = mr_truth(t, r);
    return truth < 0 ? MR_ERROR : mr_bool(!truth);
}

static MrValue object_not_implemented(MrThread *t, MrValue *a) { (void)t; (void)a; return MR_NOT_IMPLEMENTED; }

static bool check_name(MrThread *t, MrValue name)
{
    if (mr_is_str(name))
        return true;
    mr_raise(t, MR_EXC_TypeError, "attribute name must be string, not '%s'", mr_type_name(t, name));
    return false;
}

static MrStr *attr_name(MrThread *t, MrValue name)
{
    return check_name(t, name) ? mr_intern_str(t, MR_STR(name)) : NULL;
}

static MrValue object_getattribute(MrThread *t, MrValue *a)
{
    MrStr *name = attr_name(t, a[1]);
    return name ? mr_generic_getattr(t, a[0], name) : MR_ERROR;
}

static MrValue object_setattr(MrThread *t, MrValue *a)
{
    MrStr *name = attr_name(t, a[1]);
    if (!name)
        return MR_ERROR;
    if (mr_is_type(a[0]))
        return mr_raise(t, MR_EXC_TypeError, "can't apply this __setattr__ to type object");
    return mr_generic_setattr(t, a[0], name, a[2]) ? MR_NONE : MR_ERROR;
}

static MrValue object_delattr(MrThread *t, MrValue *a)
{
    MrStr *name = attr_name(t, a[1]);
    if (!name)
        return MR_ERROR;
    if (mr_is_type(a[0]))
        return mr_raise(t, MR_EXC_TypeError, "can't apply this __delattr__ to type object");
    return mr_generic_setattr(t, a[0], name, MR_UNBOUND) ? MR_NONE : MR_ERROR;
}

static MrValue object_format(MrThread *t, MrValue *a)
{
    if (!mr_is_str(a[1]))
        return mr_raise(t, MR_EXC_TypeError, "__format__() argument must be str, not %s", mr_arg_type_name(t, a[1]));
    if (MR_STR(a[1])->nbytes)
        return mr_raise(t, MR_EXC_TypeError, "unsupported format string passed to %s.__format__", mr_type_name(t, a[0]));
    return mr_str(t, a[0]);
}

static MrValue object_init_subclass(MrThread *t, MrValue *a) { (void)t; (void)a; return MR_NONE; }
static MrValue object_subclasshook(MrThread *t, MrValue *a) { (void)t; (void)a; return MR_NOT_IMPLEMENTED; }

/* Names of an object: its own, then its class's along the MRO. */
static bool merge_names(MrThread *t, MrValue set, MrDict *d)
{
    size_t pos = 0;
    MrValue key, value;
    while (mr_dict_next(d, &pos, &key, &value))
        if (mr_is_str(key) && !mr_set_add(t, set, key))
            return false;
    return true;
}

bool mr_dir_class(MrThread *t, MrValue set, MrType *type)
{
    for (size_t i = 0; i < type->mro->length; i++) {
        MrType *k = MR_TYPE(type->mro->items[i]);
        if (!mr_type_ready(t, k) || !merge_names(t, set, k->dict))
            return false;
    }
    return true;
}

static MrValue object_dir(MrThread *t, MrValue *a)
{
    MrValue set = mr_set_new(t, false);
    if (set == MR_ERROR)
        return set;
    MrDict *own = NULL;
    if (mr_is_kind(a[0], MR_KIND_MODULE)) {
        own = mr_instance_dict(t, a[0]);
        return own ? mr_list_of(t, mr_val(own)) : MR_ERROR;
    }
    MrValue d = mr_getattr_or(t, a[0], mr_n(t, __dict__));
    if (d == MR_ERROR)
        return d;
    if (mr_is_dict(d) && !merge_names(t, set, MR_DICT(d)))
        return MR_ERROR;
    if (!mr_dir_class(t, set, mr_typeof(t, a[0])))
        return MR_ERROR;
    return mr_list_of(t, set);
}

static MrValue object_sizeof(MrThread *t, MrValue *a)
{
    return mr_is_obj(a[0]) ? mr_int(t, (int64_t)mr_object_size(mr_obj_of(a[0]))) : mr_small_int(8);
}

static MrValue copyreg_call(MrThread *t, const char *name, size_t argc, MrValue *args)
{
    MrValue m = mr_import(t, "copyreg");
    MrStr *s = m == MR_ERROR ? NULL : mr_intern(t, name, strlen(name));
    return s ? mr_call_method(t, m, s, argc, args) : MR_ERROR;
}

/* Is all there is to an object in its attributes and in what its builtin base type can be made from again? */
static bool can_reduce(MrThread *t, MrType *type)
{
    switch (type->def->kind) {
    case MR_KIND_INSTANCE: case MR_KIND_LIST: case MR_KIND_DICT: case MR_KIND_SET: case MR_KIND_INT: case MR_KIND_BOOL: case MR_KIND_FLOAT:
    case MR_KIND_COMPLEX: case MR_KIND_STR: case MR_KIND_BYTES: case MR_KIND_BYTEARRAY: case MR_KIND_TUPLE: case MR_KIND_EXCEPTION: case MR_KIND_NONE: return true;
    default: break;
    }
    MrStr *getstate = mr_intern(t, "__getstate__", 12);
    return getstate && mr_type_lookup(t, type, getstate) != mr_type_lookup(t, t->iso->types[MR_TYPE_object], getstate);
}

static MrValue cannot_pickle(MrThread *t, MrValue v)
{
    if (mr_pending(t))
        return MR_ERROR;
    if (mr_is_kind(v, MR_KIND_MEMORYVIEW) || mr_is_kind(v, MR_KIND_CODE))
        return mr_raise(t, MR_EXC_TypeError, "cannot pickle %s objects", mr_type_name(t, v));
    return mr_raise(t, MR_EXC_TypeError, "cannot pickle '%s' object", mr_type_name(t, v));
}

static MrValue object_reduce_ex(MrThread *t, MrValue *a)
{
    MrValue reduce = mr_getattr(t, a[0], mr_n(t, __reduce__));
    if (reduce == MR_ERROR)
        return reduce;
    MrValue own = mr_type_lookup(t, mr_typeof(t, a[0]), mr_n(t, __reduce__));
    MrValue base = mr_type_lookup(t, t->iso->types[MR_TYPE_object], mr_n(t, __reduce__));
    if (own != base)
        return mr_call0(t, reduce);
    if (!can_reduce(t, mr_typeof(t, a[0])))
        return cannot_pickle(t, a[0]);
    return copyreg_call(t, "_reduce_object", 2, a);
}

static MrValue object_reduce(MrThread *t, MrValue *a)
{
    if (!can_reduce(t, mr_typeof(t, a[0])))
        return cannot_pickle(t, a[0]);
    MrValue args[2] = {a[0], mr_small_int(0)};
    return copyreg_call(t, "_reduce_object", 2, args);
}

static MrValue object_getstate(MrThread *t, MrValue *a)
{
    return copyreg_call(t, "_object_state", 1, a);
}

static MrValue get_class(MrThread *t, MrValue self) { return mr_val(mr_typeof(t, self)); }

static bool set_class(MrThread *t, MrValue self, MrValue v)
{
    if (v == MR_UNBOUND) {
        mr_raise(t, MR_EXC_TypeError, "can't delete __class__ attribute");
        return false;
    }
    if (!mr_is_type(v)) {
        mr_raise(t, MR_EXC_TypeError, "__class__ must be set to a class, not '%s' object", mr_type_name(t, v));
        return false;
    }
    MrType *from = mr_typeof(t, self), *to = MR_TYPE(v);
    if (mr_is_kind(self, MR_KIND_MODULE) && mr_type_is_subtype(to, t->iso->types[MR_TYPE_module])) {
        mr_obj_of(self)->shape = to->root->id;
        return true;
    }
    if (!(from->flags & MR_TYPE_HEAP) || !(to->flags & MR_TYPE_HEAP)) {
        mr_raise(t, MR_EXC_TypeError, "__class__ assignment only supported for mutable types or ModuleType subclasses");
        return false;
    }
    if (!mr_type_same_layout(t, from, to)) {
        mr_raise(t, MR_EXC_TypeError, "__class__ assignment: '%s' object layout differs from '%s'", mr_class_name(to), mr_class_name(from));
        return false;
    }
    MrObj *o = mr_obj_of(self);
    if (!mr_tail_at(o, from)) {
        o->shape = to->root->id;
        return true;
    }
    MrShape *s = mr_shape_of(t, o);
    if (!s->dict_mode && !mr_tail_to_dict(t, o))
        return false;
    s = mr_shape_of(t, o);
    MrShape *root = mr_shape_new_root(t, to, 0, to->named_slots, s->n_inline); /* the object keeps its own inline room */
    MrShape *d = root ? mr_shape_dict_mode(t, root) : NULL;
    if (!d)
        return false;
    o->shape = d->id;
    return true;
}

static MrValue get_dict(MrThread *t, MrValue self)
{
    MrDict *d = mr_instance_dict(t, self);
    if (d)
        return mr_val(d);
    return mr_pending(t) ? MR_ERROR : mr_raise_no_attr(t, self, mr_n(t, __dict__));
}

bool mr_set_instance_dict(MrThread *t, MrValue self, MrValue v)
{
    if (v == MR_UNBOUND) {
        mr_raise(t, MR_EXC_TypeError, "cannot delete __dict__");
        return false;
    }
    if (!mr_is_dict(v)) {
        mr_raise(t, MR_EXC_TypeError, "__dict__ must be set to a dictionary, not a '%s'", mr_type_name(t, v));
        return false;
    }
    if (!mr_instance_dict(t, self)) {
        if (!mr_pending(t))
            mr_raise_not_set(t, self, mr_n(t, __dict__));
        return false;
    }
    MrTail *tail = mr_tail(t, mr_obj_of(self));
    if (!tail) {
        mr_raise(t, MR_EXC_AttributeError, "readonly attribute");
        return false;
    }
    tail->extra = v;
    mr_write_barrier(t, mr_obj_of(self), v);
    return true;
}

static bool set_dict(MrThread *t, MrValue self, MrValue v)
{
    if (v == MR_UNBOUND && mr_class_of(t, self)->flags & MR_TYPE_HEAP) { /* deleted: it starts anew */
        MrDict *empty = mr_dict_new(t);
        if (!empty)
            return false;
        v = mr_val(empty);
    }
    return mr_set_instance_dict(t, self, v);
}

static const MrMethodDef methods[] = {
    {"__new__(cls, /, *args, **kwargs)", object_new, "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC},
    {"__init__(self, /, *args, **kwargs)", object_init, "Set up the object; the class says which arguments it takes.", 0},
    {"__repr__(self, /)", object_repr, "The text that repr(self) gives.", 0},
    {"__str__(self, /)", object_str, "The text that str(self) gives.", 0},
    {"__hash__(self, /)", object_hash, "The number that hash(self) gives.", 0},
    {"__eq__(self, value, /)", object_eq, "Whether self == value.", 0},
    {"__ne__(self, value, /)", object_ne, "Whether self != value.", 0},
    {"__lt__(self, value, /)", object_not_implemented, "Whether self < value.", 0},
    {"__le__(self, value, /)", object_not_implemented, "Whether self <= value.", 0},
    {"__gt__(self, value, /)", object_not_implemented, "Whether self > value.", 0},
    {"__ge__(self, value, /)", object_not_implemented, "Whether self >= value.", 0},
    {"__getattribute__(self, name, /)", object_getattribute, "What reading self.name gives.", 0},
    {"__setattr__(self, name, value, /)", object_setattr, "Carry out self.name = value.", 0},
    {"__delattr__(self, name, /)", object_delattr, "Carry out del self.name.", 0},
    {"__format__(self, format_spec, /)", object_format, "str(self); raises TypeError for a spec that is not empty.", 0},
    {"__init_subclass__(cls, /)", object_init_subclass,
     "Called with each new subclass, and with the keyword arguments of its class statement.", MR_METHOD_CLASS},
    {"__subclasshook__(cls, /, *args)", object_subclasshook,
     "Consulted by issubclass(): True, False, or NotImplemented to go on as usual.", MR_METHOD_CLASS},
    {"__dir__(self, /)", object_dir, "The names that dir(self) lists.", 0},
    {"__sizeof__(self, /)", object_sizeof, "How many bytes of memory the object takes.", 0},
    {"__reduce__(self, /)", object_reduce, "What pickle needs to make an equal one.", 0},
    {"__reduce_ex__(self, protocol, /)", object_reduce_ex, "What pickle needs to make an equal one.", 0},
    {"__getstate__(self, /)", object_getstate, "What pickle needs to make an equal one.", 0},
    {0}};

static const MrGetSetDef getset[] = {{"__class__", get_class, set_class, "The type of the object."}, {0}};

/* `__dict__` is not object's: classes whose instances have one get this descriptor (see type.c). */
const MrGetSetDef mr_dict_getset = {"__dict__", get_dict, set_dict, "The instance's own attributes."};

const MrTypeDef mr_object_type = {.name = "object", .kind = MR_KIND_INSTANCE, .size = sizeof(MrObj), .methods = methods, .getset = getset,
                                  .doc = "The class that all others derive from. object() has no attributes of its own, which makes it a good "
                                         "unique marker."};
