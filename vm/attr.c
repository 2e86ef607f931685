/* Attributes: reading, writing, binding, as Python's data model words them. Inline caches are in the interpreter (interp.c, quicken.c);
 * this is what they fall back to and what natives call.
 */
#include "vm/attr.h"

#include "vm/call.h"
#include "vm/import.h"

MrType *mr_typeof(MrThread *t, MrValue v)
{
    MrIsolate *iso = t->iso;
    if (MR_LIKELY(mr_is_obj(v)))
        return iso->shapes[mr_obj_of(v)->shape]->type;
    if (mr_is_int(v))
        return iso->types[MR_TYPE_int];
    if (mr_is_float(v))
        return iso->types[MR_TYPE_float];
    switch (v) {
    case MR_TRUE:
    case MR_FALSE: return iso->types[MR_TYPE_bool];
    case MR_NONE: return iso->types[MR_TYPE_NoneType];
    case MR_ELLIPSIS: return iso->types[MR_TYPE_ellipsis];
    case MR_NOT_IMPLEMENTED: return iso->types[MR_TYPE_NotImplementedType];
    default: return iso->types[MR_TYPE_object];
    }
}

const char *mr_type_name(MrThread *t, MrValue v) { return mr_class_name(mr_class_of(t, v)); }

const char *mr_class_name(const MrType *type)
{
    if (type->dotted)
        return type->dotted->bytes;
    return type->flags & (MR_TYPE_HEAP | MR_TYPE_IS_EXCEPTION) ? type->name->bytes : type->def->name;
}

bool mr_isinstance_of(MrThread *t, MrValue v, MrTypeId id)
{
    return mr_type_is_subtype(mr_class_of(t, v), t->iso->types[id]);
}

void *mr_alloc_instance(MrThread *t, size_t size, MrType *type)
{
    return mr_type_ready(t, type) ? mr_alloc_plain(t, size, type) : NULL;
}

void *mr_alloc_plain(MrThread *t, size_t size, MrType *type)
{
    if (size < type->def->size) /* __new__ of a builtin base was called for a class whose objects are larger: dict.__new__(defaultdict) */
        size = type->def->size;
    bool tail = type->flags & MR_TYPE_HEAP ? type->flags & MR_TYPE_HAS_DICT || type->named_slots || type->attr_offset : type->attr_offset != 0;
    size_t total = size;
    if (tail) {
        size_t at = type->attr_offset ? type->attr_offset : (size + 7) / 8 * 8;
        total = at + sizeof(MrValue) * (1 + (size_t)type->root->n_inline);
        if (total < size)
            total = size;
    }
    MrObj *o = mr_alloc(t, total, type->def->kind, MR_TYPE_object);
    if (!o)
        return NULL;
    if (o->kind == MR_KIND_STR || o->kind == MR_KIND_BYTES) /* mr_alloc left to the caller what is behind the struct */
        memset((char *)o + size, 0, total - size);
    o->shape = type->root->id;
    if (type->flags & MR_TYPE_HAS_DEL && !mr_gc_add_finalizable(t, o, NULL))
        return NULL;
    if (type->def->finalize && !mr_gc_add_finalizable(t, o, type->def->finalize))
        return NULL;
    return o;
}

/* ---- look-up in classes ---- */

MrValue mr_type_lookup(MrThread *t, MrType *type, MrStr *name)
{
    MrMethodCacheEntry *e = &t->iso->method_cache[(type->version * 31u + (uint32_t)((uintptr_t)name >> 4)) % MR_METHOD_CACHE_SIZE];
    if (MR_LIKELY(e->version == type->version && e->name == name))
        return e->value;
    MrTuple *mro = type->mro;
    MrValue v = MR_UNBOUND;
    for (size_t i = 0; i < mro->length && v == MR_UNBOUND; i++) {
        MrType *k = MR_TYPE(mro->items[i]);
        if (MR_UNLIKELY(!(k->flags & MR_TYPE_READY)) && !mr_type_ready(t, k))
            return MR_ERROR;
        v = mr_dict_get_str(t, k->dict, name);
    }
    if (name->interned) {
        e->version = type->version;
        e->name = name;
        e->value = v;
    }
    return v;
}

bool mr_is_data_descr(MrThread *t, MrValue v)
{
    if (!mr_is_obj(v))
        return false;
    MrObj *o = mr_obj_of(v);
    switch (o->kind) {
    case MR_KIND_FUNCTION:
    case MR_KIND_NATIVE:
    case MR_KIND_STR:
    case MR_KIND_CLASSMETHOD:
    case MR_KIND_STATICMETHOD: return false;
    case MR_KIND_PROPERTY: return true;
    default: break;
    }
    if (o->shape == MR_TYPE_getset_descriptor || o->shape == MR_TYPE_member_descriptor)
        return true;
    MrType *type = mr_class_of(t, v);
    if (type->def->read)
        return true;
    return mr_slot_of(t, type, MR_SLOT_set) != MR_UNBOUND || mr_slot_of(t, type, MR_SLOT_delete) != MR_UNBOUND;
}

static MrValue new_method(MrThread *t, MrValue f, MrValue self)
{
    MrMethod *m = mr_alloc(t, sizeof *m, MR_KIND_METHOD, MR_TYPE_method);
    if (!m)
        return MR_ERROR;
    m->function = f;
    m->self = self;
    return mr_val(m);
}

static MrValue bind_native(MrThread *t, MrNativeFn *f, MrValue self)
{
    mr_native_prepare(t, f); /* here, or each bound copy would parse the signature for its one call */
    MrNativeFn *b = mr_alloc(t, sizeof *b, MR_KIND_NATIVE, f->h.shape == MR_TYPE_wrapper_descriptor ? MR_TYPE_method_wrapper : MR_TYPE_builtin_function);
    if (!b)
        return MR_ERROR;
    MrObj h = b->h;
    *b = *f;
    b->h = h;
    b->self = self;
    return mr_val(b);
}

static MrValue get_member(MrThread *t, MrMember *m, MrValue obj)
{
    MrType *type = mr_class_of(t, obj);
    if (!mr_type_is_subtype(type, m->owner))
        return mr_raise(t, MR_EXC_TypeError, "descriptor '%s' for '%s' objects doesn't apply to a '%s' object", m->name->bytes, mr_class_name(m->owner),
                        type->name->bytes);
    MrObj *o = mr_obj_of(obj);
    MrValue v = *mr_slot_at(mr_shape_of(t, o), mr_tail_at(o, type), m->slot);
    return v == MR_UNBOUND ? mr_raise_no_attr(t, obj, m->name) : v;
}

MrValue mr_property_lacks(MrThread *t, MrProperty *p, MrValue obj, const char *what)
{
    MrValue qualname = mr_class_of(t, obj)->qualname;
    const char *of = mr_is_str(qualname) ? mr_cstr(qualname) : mr_type_name(t, obj);
    if (p->name == MR_UNBOUND)
        return mr_raise(t, MR_EXC_AttributeError, "property of '%s' object has no %s", of, what);
    MrValue name = mr_repr(t, p->name);
    return name == MR_ERROR ? name : mr_raise(t, MR_EXC_AttributeError, "property %s of '%s' object has no %s", mr_cstr(name), of, what);
}

bool mr_get_has_subject(MrThread *t, const MrValue *a)
{
    if (a[1] != MR_NONE || (a[2] != MR_UNBOUND && a[2] != MR_NONE))
        return true;
    mr_raise(t, MR_EXC_TypeError, "__get__(None, None) is invalid");
    return false;
}

MrValue mr_descr_get(MrThread *t, MrValue descr, MrValue obj, MrType *type)
{
    if (!mr_is_obj(descr))
        return descr;
    MrObj *d = mr_obj_of(descr);
    switch (d->kind) {
    case MR_KIND_FUNCTION: return obj == MR_UNBOUND ? descr : new_method(t, descr, obj);
    case MR_KIND_STR:
    case MR_KIND_TUPLE:
    case MR_KIND_TYPE:
        if (d->shape < MR_TYPE_COUNT)
            return descr;
        break;
    case MR_KIND_NATIVE: {
        MrNativeFn *f = (MrNativeFn *)d;
        if (d->shape == MR_TYPE_classmethod_descriptor)
            return bind_native(t, f, mr_val(type));
        if (obj == MR_UNBOUND || !mr_is_method_descriptor(descr))
            return descr;
        return mr_check_receiver(t, f, obj) ? bind_native(t, f, obj) : MR_ERROR;
    }
    case MR_KIND_STATICMETHOD:
        if (d->shape == MR_TYPE_staticmethod)
            return ((MrWrapper *)d)->function;
        break;
    case MR_KIND_CLASSMETHOD:
        if (d->shape == MR_TYPE_classmethod) {
            MrValue f = ((MrWrapper *)d)->function;
            if (mr_is_kind(f, MR_KIND_FUNCTION))
                return new_method(t, f, mr_val(type));
            MrType *ft = mr_class_of(t, f);
            if (mr_slot_of(t, ft, MR_SLOT_get) != MR_UNBOUND || mr_is_kind(f, MR_KIND_PROPERTY))
                return mr_descr_get(t, f, mr_val(type), mr_class_of(t, mr_val(type)));
            return new_method(t, f, mr_val(type));
        }
        break;
    case MR_KIND_PROPERTY:
        if (d->shape == MR_TYPE_property) {
            MrProperty *p = (MrProperty *)d;
            if (obj == MR_UNBOUND)
                return descr;
            if (p->get == MR_NONE || p->get == MR_UNBOUND)
                return mr_property_lacks(t, p, obj, "getter");
            return mr_call1(t, p->get, obj);
        }
        break;
    default: break;
    }
    if (d->shape == MR_TYPE_getset_descriptor) {
        MrGetSet *g = (MrGetSet *)d;
        if (obj == MR_UNBOUND)
            return descr;
        if (!mr_type_is_subtype(mr_class_of(t, obj), g->owner))
            return mr_raise(t, MR_EXC_TypeError, "descriptor '%s' for '%s' objects doesn't apply to a '%s' object", g->def->name, mr_class_name(g->owner),
                            mr_type_name(t, obj));
        return g->def->get(t, obj);
    }
    if (d->shape == MR_TYPE_member_descriptor)
        return obj == MR_UNBOUND ? descr : get_member(t, (MrMember *)d, obj);
    MrType *dt = mr_class_of(t, descr);
    if (dt->def->read && obj != MR_UNBOUND) {
        MrValue v = dt->def->read(d, obj);
        if (v != MR_UNBOUND)
            return v;
    }
    MrValue get = mr_slot_of(t, dt, MR_SLOT_get);
    if (get == MR_UNBOUND)
        return descr;
    return mr_call3(t, get, descr, obj == MR_UNBOUND ? MR_NONE : obj, mr_val(type));
}

/* ---- reading ---- */

void mr_raise_not_set(MrThread *t, MrValue obj, MrStr *name)
{
    MrBuf b;
    mr_buf_init(&b);
    mr_buf_printf(&b, mr_is_type(obj) ? "type object '%s' has no attribute '" : "'%s' object has no attribute '",
                  mr_is_type(obj) ? mr_class_name(MR_TYPE(obj)) : mr_type_name(t, obj));
    mr_work_write_buf(t, &b, name->bytes, name->nbytes); /* it may hold NULs */
    mr_buf_putc(&b, '\'');
    MrValue msg = mr_str_buf(t, &b);
    if (msg != MR_ERROR)
        mr_raise_str(t, MR_EXC_AttributeError, msg);
}

/* An AttributeError that comes of reading learns of which object and name, whoever raised it, unless it knows. */
static MrValue unread(MrThread *t, MrValue obj, MrStr *name)
{
    if (mr_pending_is(t, MR_EXC_AttributeError)) {
        MrException *e = (MrException *)mr_obj_of(t->pending);
        if (e->a == MR_UNBOUND && e->b == MR_UNBOUND) {
            e->a = mr_val(name);
            e->b = obj;
            mr_write_barrier(t, &e->h, e->a);
            mr_write_barrier(t, &e->h, obj);
        }
    }
    return MR_ERROR;
}

MrValue mr_raise_no_attr(MrThread *t, MrValue obj, MrStr *name)
{
    mr_raise_not_set(t, obj, name);
    return unread(t, obj, name);
}

/* An object's own attribute (its tail, or a native's dict), MR_UNBOUND if absent. */
static MrValue own_get(MrThread *t, MrObj *o, MrType *type, MrStr *name)
{
    switch (o->kind) {
    case MR_KIND_INSTANCE: break;
    case MR_KIND_FUNCTION: {
        MrValue d = ((MrFunction *)o)->dict;
        return d == MR_UNBOUND ? MR_UNBOUND : mr_dict_get_str(t, MR_DICT(d), name);
    }
    case MR_KIND_MODULE: return mr_dict_get_str(t, ((MrModule *)o)->dict, name);
    case MR_KIND_CLASSMETHOD:
    case MR_KIND_STATICMETHOD: {
        MrValue d = ((MrWrapper *)o)->extra;
        return d == MR_UNBOUND ? MR_UNBOUND : mr_dict_get_str(t, MR_DICT(d), name);
    }
    default: break;
    }
    return mr_tail_at(o, type) ? mr_tail_get(t, o, name) : MR_UNBOUND;
}

/* Is the module of this spec being imported? -1: exception. */
static int is_initializing(MrThread *t, MrValue spec)
{
    if (spec == MR_UNBOUND || spec == MR_NONE)
        return 0;
    MrValue v = mr_getattr_or(t, spec, mr_n(t, _initializing));
    return v == MR_ERROR ? -1 : v == MR_TRUE;
}

/* Did a __getattr__ by which a module of the library makes names at first use raise the AttributeError itself? Then the module has no such
 * attribute, and says it as those without a __getattr__ do. */
static bool knows_no_more(MrThread *t, MrValue hook)
{
    if (!mr_is_kind(hook, MR_KIND_FUNCTION) || !mr_is_exact(t->pending, MR_EXC_AttributeError))
        return false;
    MrValue tb = ((MrException *)mr_obj_of(t->pending))->traceback;
    return mr_is_kind(tb, MR_KIND_TRACEBACK) && ((MrTraceback *)mr_obj_of(tb))->next == MR_NONE &&
           !strncmp(((MrFunction *)mr_obj_of(hook))->code->filename->bytes, "<frozen ", 8);
}

/* What the module makes of a name that it does not hold; MR_UNBOUND: nothing. */
static MrValue module_made(MrThread *t, MrModule *m, MrStr *name)
{
    const MrModuleDef *def = m->def;
    MrValue made = def && def->missing ? def->missing(t, m, name) : MR_UNBOUND;
    if (made != MR_UNBOUND)
        return made;
    MrValue hook = mr_dict_get_str(t, m->dict, mr_slot_name(t, MR_SLOT_getattr));
    if (hook != MR_UNBOUND) {
        MrValue r = mr_call1(t, hook, mr_val(name));
        if (r != MR_ERROR || !knows_no_more(t, hook))
            return r;
        mr_take_pending(t);
    }
    return MR_UNBOUND;
}

static MrValue module_missing(MrThread *t, MrModule *m, MrStr *name)
{
    MrValue made = module_made(t, m, name);
    if (made != MR_UNBOUND)
        return made;
    MrValue mod_name = mr_dict_get_str(t, m->dict, mr_n(t, __name__));
    MrValue msg;
    MrValue spec = mr_dict_get_str(t, m->dict, mr_n(t, __spec__));
    int initializing = is_initializing(t, spec), child = 0;
    if (mr_is_str(mod_name) && !initializing && MR_STR(mod_name)->nbytes + name->nbytes < 500) { /* a submodule on its way? */
        char full[512];
        snprintf(full, sizeof full, "%s.%s", mr_cstr(mod_name), name->bytes);
        MrStr *key = mr_intern(t, full, strlen(full));
        MrValue m2 = key ? mr_dict_get_str(t, t->iso->modules, key) : MR_ERROR;
        if (m2 == MR_ERROR)
            return m2;
        if (mr_is_kind(m2, MR_KIND_MODULE))
            child = is_initializing(t, mr_dict_get_str(t, ((MrModule *)mr_obj_of(m2))->dict, mr_n(t, __spec__)));
    }
    if (initializing < 0 || child < 0)
        return MR_ERROR;
    if (!mr_is_str(mod_name))
        msg = mr_strf(t, "module has no attribute '%s'", name->bytes);
    else if (child)
        msg = mr_strf(t, "cannot access submodule '%s' of module '%s' (most likely due to a circular import)", name->bytes, mr_cstr(mod_name));
    else if (initializing)
        msg = mr_strf(t, "partially initialized module '%s' has no attribute '%s' (most likely due to a circular import)", mr_cstr(mod_name), name->bytes);
    else {
        const char *reason = mr_module_omits(t, m, name);
        msg = mr_strf(t, "module '%s' has no attribute '%s'%s%s%s", mr_cstr(mod_name), name->bytes, reason ? " (Moray leaves it out: " : "", reason ? reason : "",
                      reason ? ")" : "");
    }
    if (msg == MR_ERROR)
        return msg;
    mr_raise_str(t, MR_EXC_AttributeError, msg);
    if (mr_is_exact(t->pending, MR_EXC_AttributeError)) {
        ((MrException *)mr_obj_of(t->pending))->a = mr_val(name);
        ((MrException *)mr_obj_of(t->pending))->b = mr_val(m);
    }
    return MR_ERROR;
}

/* A descriptor that only sets leaves reading to the instance's own attributes. */
static bool has_get(MrThread *t, MrValue descr)
{
    MrObj *d = mr_obj_of(descr);
    return d->shape == MR_TYPE_property || d->shape == MR_TYPE_getset_descriptor || d->shape == MR_TYPE_member_descriptor ||
           mr_slot_of(t, mr_class_of(t, descr), MR_SLOT_get) != MR_UNBOUND;
}

/* object.__getattribute__, MR_UNBOUND when there is no such attribute. */
static MrValue generic_find(MrThread *t, MrValue v, MrType *type, MrStr *name)
{
    MrValue descr = mr_type_lookup(t, type, name);
    if (descr == MR_ERROR)
        return descr;
    if (descr != MR_UNBOUND && mr_is_data_descr(t, descr) && has_get(t, descr))
        return mr_descr_get(t, descr, v, type);
    if (mr_is_obj(v)) {
        MrValue own = own_get(t, mr_obj_of(v), type, name);
        if (own != MR_UNBOUND)
            return own;
    }
    return descr == MR_UNBOUND ? descr : mr_descr_get(t, descr, v, type);
}

MrValue mr_generic_getattr(MrThread *t, MrValue v, MrStr *name)
{
    if (mr_is_type(v))
        return mr_type_getattr(t, MR_TYPE(v), name);
    if (mr_is_exact(v, MR_TYPE_super))
        return mr_super_getattr(t, (MrSuper *)mr_obj_of(v), name);
    MrValue r = generic_find(t, v, mr_class_of(t, v), name);
    if (r == MR_UNBOUND)
        return mr_is_kind(v, MR_KIND_MODULE) ? module_missing(t, (MrModule *)mr_obj_of(v), name) : mr_raise_no_attr(t, v, name);
    return r;
}

/* MR_UNBOUND: there is none. */
static MrValue type_find(MrThread *t, MrType *type, MrStr *name)
{
    if (!mr_type_ready(t, type))
        return MR_ERROR;
    MrType *meta = mr_class_of(t, mr_val(type));
    MrValue m = mr_type_lookup(t, meta, name);
    if (m == MR_ERROR)
        return m;
    if (m != MR_UNBOUND && mr_is_data_descr(t, m) && has_get(t, m))
        return mr_descr_get(t, m, mr_val(type), meta);
    MrValue v = mr_type_lookup(t, type, name);
    if (v == MR_ERROR)
        return v;
    if (v != MR_UNBOUND)
        return mr_descr_get(t, v, MR_UNBOUND, type);
    if (m != MR_UNBOUND)
        return mr_descr_get(t, m, mr_val(type), meta);
    return MR_UNBOUND;
}

MrValue mr_type_getattr(MrThread *t, MrType *type, MrStr *name)
{
    MrValue v = type_find(t, type, name);
    return v == MR_UNBOUND ? mr_raise_no_attr(t, mr_val(type), name) : v;
}

static MrValue custom_getattr(MrThread *t, MrValue v, MrType *type, MrStr *name)
{
    MrValue key = mr_val(name);
    MrValue r = mr_call_slot(t, v, MR_SLOT_getattribute, 1, &key);
    if (r == MR_ERROR && type->slots[MR_SLOT_getattr] != MR_UNBOUND && mr_clear_if(t, MR_EXC_AttributeError))
        r = mr_call_slot(t, v, MR_SLOT_getattr, 1, &key);
    return r;
}

/* Has `v`, of class `type`, attribute access of its own? */
static inline bool is_custom(MrThread *t, MrValue v, const MrType *type)
{
    if (MR_LIKELY(!(type->flags & MR_TYPE_CUSTOM_GETATTR)))
        return false;
    MrValue ga = type->slots[MR_SLOT_getattribute];
    bool own = mr_is_kind(ga, MR_KIND_FUNCTION) || type->slots[MR_SLOT_getattr] != MR_UNBOUND;
    return own || (ga != t->iso->types[MR_TYPE_object]->slots[MR_SLOT_getattribute] && !mr_is_type(v) && !mr_is_exact(v, MR_TYPE_super));
}

MrValue mr_getattr(MrThread *t, MrValue v, MrStr *name)
{
    if (MR_UNLIKELY(!name->interned) && !(name = mr_intern_str(t, name)))
        return MR_ERROR;
    MrType *type = mr_class_of(t, v);
    if (MR_UNLIKELY(!(type->flags & MR_TYPE_READY)) && !mr_type_ready(t, type))
        return MR_ERROR;
    MrValue r = MR_UNLIKELY(is_custom(t, v, type)) ? custom_getattr(t, v, type, name) : mr_generic_getattr(t, v, name);
    return MR_LIKELY(r != MR_ERROR) ? r : unread(t, v, name);
}

MrValue mr_getattr_or(MrThread *t, MrValue v, MrStr *name)
{
    MrType *type = mr_class_of(t, v);
    if (!mr_type_ready(t, type))
        return MR_ERROR;
    MrValue r;
    if (name->interned && !is_custom(t, v, type) && !mr_is_exact(v, MR_TYPE_super)) {
        r = mr_is_type(v) ? type_find(t, MR_TYPE(v), name) : generic_find(t, v, type, name);
        if (r == MR_UNBOUND && mr_is_kind(v, MR_KIND_MODULE))
            r = module_made(t, (MrModule *)mr_obj_of(v), name);
    } else {
        r = mr_getattr(t, v, name);
    }
    if (r == MR_ERROR && mr_clear_if(t, MR_EXC_AttributeError))
        return MR_UNBOUND;
    return r;
}

MrValue mr_getattr_c(MrThread *t, MrValue v, const char *name)
{
    MrStr *s = mr_intern(t, name, strlen(name));
    return s ? mr_getattr(t, v, s) : MR_ERROR;
}

bool mr_load_method(MrThread *t, MrValue obj, MrStr *name, MrValue *func, MrValue *self)
{
    MrType *type = mr_class_of(t, obj);
    if (MR_UNLIKELY(!(type->flags & MR_TYPE_READY)) && !mr_type_ready(t, type))
        return false;
    if (!(type->flags & MR_TYPE_CUSTOM_GETATTR) && !mr_is_type(obj)) {
        MrValue f = mr_type_lookup(t, type, name);
        if (f == MR_ERROR)
            return false;
        bool method = mr_is_kind(f, MR_KIND_FUNCTION) || (mr_is_method_descriptor(f) && mr_native_applies((MrNativeFn *)mr_obj_of(f), type));
        if (method) {
            MrValue own = mr_is_obj(obj) ? own_get(t, mr_obj_of(obj), type, name) : MR_UNBOUND;
            *func = own != MR_UNBOUND ? own : f;
            *self = own != MR_UNBOUND ? MR_UNBOUND : obj;
            return true;
        }
    }
    *func = mr_getattr(t, obj, name);
    *self = MR_UNBOUND;
    return *func != MR_ERROR;
}

/* ---- writing ---- */

bool mr_set_readonly(MrThread *t, MrValue self, MrValue v)
{
    (void)self;
    (void)v;
    mr_raise(t, MR_EXC_AttributeError, "readonly attribute");
    return false;
}

static bool set_through_descr(MrThread *t, MrValue descr, MrValue obj, MrStr *name, MrValue v)
{
    MrObj *d = mr_obj_of(descr);
    if (d->shape == MR_TYPE_property) {
        MrProperty *p = (MrProperty *)d;
        MrValue f = v == MR_UNBOUND ? p->del : p->set;
        if (f == MR_NONE || f == MR_UNBOUND) {
            mr_property_lacks(t, p, obj, v == MR_UNBOUND ? "deleter" : "setter");
            return false;
        }
        return (v == MR_UNBOUND ? mr_call1(t, f, obj) : mr_call2(t, f, obj, v)) != MR_ERROR;
    }
    if (d->shape == MR_TYPE_getset_descriptor) {
        MrGetSet *g = (MrGetSet *)d;
        if (g->def->set)
            return g->def->set(t, obj, v);
        mr_raise(t, MR_EXC_AttributeError, "attribute '%s' of '%s' objects is not writable", g->def->name, g->owner->def->name);
        return false;
    }
    if (d->shape == MR_TYPE_member_descriptor) {
        MrMember *m = (MrMember *)d;
        MrObj *o = mr_obj_of(obj);
        MrType *type = mr_class_of(t, obj);
        if (!mr_type_is_subtype(type, m->owner)) {
            mr_raise(t, MR_EXC_TypeError, "descriptor '%s' for '%s' objects doesn't apply to a '%s' object", m->name->bytes, mr_class_name(m->owner), mr_class_name(type));
            return false;
        }
        MrValue *slot = mr_slot_at(mr_shape_of(t, o), mr_tail_at(o, type), m->slot);
        if (v == MR_UNBOUND && *slot == MR_UNBOUND)
            return mr_raise(t, MR_EXC_AttributeError, "%s", m->name->bytes), false;
        *slot = v;
        mr_write_barrier(t, o, v);
        return true;
    }
    MrValue f = mr_slot_of(t, mr_class_of(t, descr), v == MR_UNBOUND ? MR_SLOT_delete : MR_SLOT_set);
    if (f == MR_UNBOUND) {
        mr_raise(t, MR_EXC_AttributeError, v == MR_UNBOUND ? "__delete__" : "__set__");
        return false;
    }
    (void)name;
    MrValue args[2] = {obj, v};
    return mr_call_slot(t, descr, v == MR_UNBOUND ? MR_SLOT_delete : MR_SLOT_set, v == MR_UNBOUND ? 1 : 2, args) != MR_ERROR;
}

static bool dict_store(MrThread *t, MrValue *dict, MrValue obj, MrStr *name, MrValue v)
{
    if (v == MR_UNBOUND) {
        int removed = *dict == MR_UNBOUND ? 0 : mr_dict_del(t, MR_DICT(*dict), mr_val(name));
        if (removed == 0)
            mr_raise_not_set(t, obj, name);
        return removed > 0;
    }
    if (*dict == MR_UNBOUND) {
        MrDict *d = mr_dict_new(t);
        if (!d)
            return false;
        *dict = mr_val(d);
    }
    return mr_dict_set_str(t, MR_DICT(*dict), name, v);
}

static bool cannot_set(MrThread *t, MrValue obj, MrType *type, MrStr *name, MrValue descr, MrValue v)
{
    if (descr != MR_UNBOUND) {
        mr_raise(t, MR_EXC_AttributeError, "'%s' object attribute '%s' is read-only", mr_class_name(type), name->bytes);
    } else {
        (void)v;
        mr_raise_not_set(t, obj, name);
    }
    return false;
}

bool mr_generic_setattr(MrThread *t, MrValue obj, MrStr *name, MrValue v)
{
    if (mr_is_type(obj))
        return mr_type_setattr(t, MR_TYPE(obj), name, v);
    MrType *type = mr_class_of(t, obj);
    MrValue descr = mr_type_lookup(t, type, name);
    if (descr == MR_ERROR)
        return false;
    if (descr != MR_UNBOUND && mr_is_data_descr(t, descr))
        return set_through_descr(t, descr, obj, name, v);
    if (!mr_is_obj(obj))
        return cannot_set(t, obj, type, name, descr, v);
    MrObj *o = mr_obj_of(obj);
    switch (o->kind) {
    case MR_KIND_FUNCTION: return dict_store(t, &((MrFunction *)o)->dict, obj, name, v);
    case MR_KIND_CLASSMETHOD:
    case MR_KIND_STATICMETHOD: return dict_store(t, &((MrWrapper *)o)->extra, obj, name, v);
    case MR_KIND_MODULE: {
        MrValue d = mr_val(((MrModule *)o)->dict);
        return dict_store(t, &d, obj, name, v);
    }
    default: break;
    }
    if (!(type->flags & MR_TYPE_HAS_DICT) || !mr_tail_at(o, type))
        return cannot_set(t, obj, type, name, descr, v);
    if (v != MR_UNBOUND)
        return mr_tail_set(t, o, name, v);
    int removed = mr_tail_del(t, o, name);
    if (removed == 0)
        mr_raise_not_set(t, obj, name);
    return removed > 0;
}

bool mr_type_setattr(MrThread *t, MrType *type, MrStr *name, MrValue v)
{
    if (!mr_type_ready(t, type))
        return false;
    MrType *meta = mr_class_of(t, mr_val(type));
    MrValue m = mr_type_lookup(t, meta, name);
    if (m == MR_ERROR)
        return false;
    if (type->flags & MR_TYPE_IMMUTABLE) {
        mr_raise(t, MR_EXC_TypeError, "cannot set '%s' attribute of immutable type '%s'", name->bytes, mr_class_name(type));
        return false;
    }
    if (m != MR_UNBOUND && mr_is_data_descr(t, m))
        return set_through_descr(t, m, mr_val(type), name, v);
    if (v == MR_UNBOUND) {
        int removed = mr_dict_del(t, type->dict, mr_val(name));
        if (removed == 0)
            mr_raise_not_set(t, mr_val(type), name);
        if (removed <= 0)
            return false;
    } else if (!mr_dict_set_str(t, type->dict, name, v)) {
        return false;
    }
    mr_type_becomes_descriptor(t, name);
    return mr_type_modified(t, type, name);
}

bool mr_setattr(MrThread *t, MrValue obj, MrStr *name, MrValue v)
{
    if (MR_UNLIKELY(!name->interned) && !(name = mr_intern_str(t, name)))
        return false;
    MrType *type = mr_class_of(t, obj);
    if (!mr_type_ready(t, type))
        return false;
    if (MR_UNLIKELY(type->flags & MR_TYPE_CUSTOM_SETATTR)) {
        MrSlot slot = v == MR_UNBOUND ? MR_SLOT_delattr : MR_SLOT_setattr;
        if (mr_is_kind(type->slots[slot], MR_KIND_FUNCTION) || !mr_is_type(obj)) {
            MrValue args[2] = {mr_val(name), v};
            return mr_call_slot(t, obj, slot, v == MR_UNBOUND ? 1 : 2, args) != MR_ERROR;
        }
    }
    return mr_generic_setattr(t, obj, name, v);
}

MrDict *mr_instance_dict(MrThread *t, MrValue v)
{
    if (!mr_is_obj(v))
        return NULL;
    MrObj *o = mr_obj_of(v);
    MrValue *dict = NULL;
    switch (o->kind) {
    case MR_KIND_MODULE: return ((MrModule *)o)->dict;
    case MR_KIND_TYPE: return mr_type_ready(t, (MrType *)o) ? ((MrType *)o)->dict : NULL;
    case MR_KIND_FUNCTION: dict = &((MrFunction *)o)->dict; break;
    case MR_KIND_CLASSMETHOD:
    case MR_KIND_STATICMETHOD: dict = &((MrWrapper *)o)->extra; break;
    default: break;
    }
    if (dict) {
        if (*dict == MR_UNBOUND) {
            MrDict *d = mr_dict_new(t);
            if (!d)
                return NULL;
            *dict = mr_val(d);
        }
        return MR_DICT(*dict);
    }
    MrType *type = mr_class_of(t, v);
    if (!(type->flags & MR_TYPE_HAS_DICT) || !mr_tail_at(o, type))
        return NULL;
    return mr_tail_to_dict(t, o);
}

/* ---- super ---- */

static MrValue find_after(MrThread *t, MrType *start, MrType *cls, MrStr *name)
{
    MrTuple *mro = start->mro;
    size_t i = 0;
    while (i < mro->length && mro->items[i] != mr_val(cls))
        i++;
    for (i++; i < mro->length; i++) {
        MrType *k = MR_TYPE(mro->items[i]);
        if (!mr_type_ready(t, k))
            return MR_ERROR;
        MrValue v = mr_dict_get_str(t, k->dict, name);
        if (v != MR_UNBOUND)
            return v;
    }
    return MR_UNBOUND;
}

MrType *mr_super_start(MrThread *t, MrType *cls, MrValue self)
{
    if (mr_is_type(self) && mr_type_is_subtype(MR_TYPE(self), cls))
        return MR_TYPE(self);
    MrType *type = mr_class_of(t, self);
    if (mr_type_is_subtype(type, cls))
        return type;
    MrValue claimed = mr_getattr_or(t, self, mr_n(t, __class__));
    if (claimed == MR_ERROR)
        return NULL;
    if (mr_is_type(claimed) && MR_TYPE(claimed) != type && mr_type_is_subtype(MR_TYPE(claimed), cls))
        return MR_TYPE(claimed);
    mr_raise(t, MR_EXC_TypeError, "super(type, obj): obj must be an instance or subtype of type");
    return NULL;
}

bool mr_super_lookup(MrThread *t, MrType *cls, MrValue self, MrStr *name, MrValue *func, MrValue *bound_self)
{
    MrType *start = mr_super_start(t, cls, self);
    if (!start)
        return false;
    if (name == mr_n(t, __class__)) {
        *func = mr_type_val(t, MR_TYPE_super);
        *bound_self = MR_UNBOUND;
        return true;
    }
    MrValue v = find_after(t, start, cls, name);
    if (v == MR_ERROR)
        return false;
    if (v == MR_UNBOUND) {
        MrValue msg = mr_strf(t, "'super' object has no attribute '%s'", name->bytes);
        if (msg != MR_ERROR) {
            mr_raise_str(t, MR_EXC_AttributeError, msg);
            if (mr_is_exact(t->pending, MR_EXC_AttributeError))
                ((MrException *)mr_obj_of(t->pending))->a = mr_val(name);
        }
        return false;
    }
    bool through_class = mr_is_type(self) && MR_TYPE(self) == start;
    if (!through_class && (mr_is_kind(v, MR_KIND_FUNCTION) || (mr_is_method_descriptor(v) && mr_native_applies((MrNativeFn *)mr_obj_of(v), start)))) {
        *func = v;
        *bound_self = self;
        return true;
    }
    *func = mr_descr_get(t, v, through_class ? MR_UNBOUND : self, start);
    *bound_self = MR_UNBOUND;
    return *func != MR_ERROR;
}

MrValue mr_super_getattr(MrThread *t, MrSuper *s, MrStr *name)
{
    if (s->self == MR_UNBOUND || s->self == MR_NONE || name == mr_n(t, __class__)) {
        MrValue r = generic_find(t, mr_val(s), mr_class_of(t, mr_val(s)), name);
        return r == MR_UNBOUND ? mr_raise_no_attr(t, mr_val(s), name) : r;
    }
    MrValue v = find_after(t, MR_TYPE(s->self_type), MR_TYPE(s->type), name);
    if (v == MR_ERROR)
        return v;
    if (v != MR_UNBOUND)
        return mr_descr_get(t, v, s->self == s->self_type ? MR_UNBOUND : s->self, MR_TYPE(s->self_type));
    MrValue r = generic_find(t, mr_val(s), t->iso->types[MR_TYPE_super], name);
    return r == MR_UNBOUND ? mr_raise_no_attr(t, mr_val(s), name) : r;
}
