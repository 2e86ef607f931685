/* Attribute access: the generic algorithm, and what the interpreter's inline caches need to know about a look-up. */
#ifndef MR_VM_ATTR_H
#define MR_VM_ATTR_H

#include "vm/type.h"

/* For a native __get__(self, instance, owner=None): false with a TypeError when both are None. */
bool mr_get_has_subject(MrThread *t, const MrValue *a);
/* The AttributeError of a property without the accessor that `what` names: "getter", "setter" or "deleter". */
MrValue mr_property_lacks(MrThread *t, MrProperty *p, MrValue obj, const char *what);
/* Binds a raw class attribute: descriptor.__get__(obj, type). obj MR_UNBOUND: through the class. [script] */
MrValue mr_descr_get(MrThread *t, MrValue descr, MrValue obj, MrType *type);
bool mr_is_data_descr(MrThread *t, MrValue v);
/* For `set` of a MrGetSetDef: AttributeError "readonly attribute". */
bool mr_set_readonly(MrThread *t, MrValue self, MrValue v);
/* AttributeError "'x' object has no attribute 'y'" with its name and obj attributes. */
MrValue mr_raise_no_attr(MrThread *t, MrValue obj, MrStr *name);

/* The same for setting and deleting, where the exception does not learn of which object and name. */
void mr_raise_not_set(MrThread *t, MrValue obj, MrStr *name);
/* For obj.name(...): *func and *self (MR_UNBOUND when *func is already bound). False: error. */
bool mr_load_method(MrThread *t, MrValue obj, MrStr *name, MrValue *func, MrValue *self);
/* The class whose MRO super(cls, self) walks: self itself or its class. NULL: TypeError. */
MrType *mr_super_start(MrThread *t, MrType *cls, MrValue self);
/* A method descriptor of a native type works on instances of `type`: always so unless a class borrowed it from elsewhere. */
static inline bool mr_native_applies(const MrNativeFn *f, const MrType *type)
{
    return !(type->flags & MR_TYPE_HEAP) || (mr_is_type(f->owner) && mr_type_is_subtype(type, MR_TYPE(f->owner)));
}
/* mr_typeof and mr_slot for code that does little else. */
static inline MrType *mr_class_of(MrThread *t, MrValue v)
{
    return MR_LIKELY(mr_is_obj(v)) ? t->iso->shapes[mr_obj_of(v)->shape]->type : mr_typeof(t, v);
}
static inline MrValue mr_slot_of(MrThread *t, MrType *type, MrSlot slot)
{
    return MR_LIKELY(type->flags & MR_TYPE_READY) ? type->slots[slot] : mr_slot(t, type, slot);
}
MrValue mr_super_getattr(MrThread *t, MrSuper *s, MrStr *name);
/* super(cls, self) look-up without making the object. *bound_self as in mr_load_method. */
bool mr_super_lookup(MrThread *t, MrType *cls, MrValue self, MrStr *name, MrValue *func, MrValue *bound_self);

/* mr_next() without the call, for natives that hand on what other iterators give and for loops: such calls lie in each other several deep. A type has
 * `next` once it is ready. */
MrValue mr_next_stopped(MrThread *t);
MrValue mr_next_slow(MrThread *t, MrValue it);
static inline MrValue mr_next_inline(MrThread *t, MrValue it)
{
    if (MR_LIKELY(mr_is_obj(it))) {
        const MrType *type = t->iso->shapes[mr_obj_of(it)->shape]->type;
        if (MR_LIKELY(type->next && !(mr_poll_bits(t->iso) & MR_POLL_LIMIT))) {
            MrValue v = type->next(t, it);
            return MR_LIKELY(v != MR_ERROR) ? v : mr_next_stopped(t);
        }
    }
    return mr_next_slow(t, it);
}

#endif
