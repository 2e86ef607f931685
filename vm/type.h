/* Making types: builtin ones from their defs, classes from class statements. */
#ifndef MR_VM_TYPE_H
#define MR_VM_TYPE_H

#include "vm/shape.h"

bool mr_type_ready(MrThread *t, MrType *type) MR_MUST_CHECK;  /* fills dict, slots table; cheap when done already */
bool mr_type_add_method(MrThread *t, MrType *type, const MrMethodDef *m) MR_MUST_CHECK; /* into the dict of a builtin type that is being readied */
bool mr_types_init(MrThread *t) MR_MUST_CHECK;                /* allocates all types of types.def and exceptions.def */
/* type(name, bases, namespace, **kwargs). [script] */
MrValue mr_type_new(MrThread *t, MrType *meta, MrValue name, MrValue bases, MrValue ns, MrValue kwargs) MR_MUST_CHECK;
/* After an attribute of `type` changed: new versions and slots for it and its subclasses. */
bool mr_type_modified(MrThread *t, MrType *type, MrStr *name) MR_MUST_CHECK;
MrValue mr_type_getattr(MrThread *t, MrType *type, MrStr *name);
bool mr_type_setattr(MrThread *t, MrType *type, MrStr *name, MrValue v) MR_MUST_CHECK;
/* type.__bases__ = bases: new linearisations of it and its subclasses. [script] */
/* `name` was set in a class or taken out of it: with __get__, __set__ or __delete__ its instances become descriptors or are none any longer,
 * so that what caches know of the attributes of any class may be wrong. */
void mr_type_becomes_descriptor(MrThread *t, MrStr *name);
/* May an instance of the one become one of the other, and the one take the other's place as a base? */
bool mr_type_same_layout(MrThread *t, MrType *a, MrType *b);
bool mr_type_set_bases(MrThread *t, MrType *type, MrValue bases) MR_MUST_CHECK;
/* The most derived metaclass of bases, starting with meta. NULL: conflict raised. */
MrType *mr_type_metaclass(MrThread *t, MrType *meta, MrTuple *bases);
MrValue mr_type_qualified_name(MrThread *t, MrType *type); /* "module.qualname", no module for builtins */
void mr_type_learn_slots(MrThread *t, MrType *type, const MrShape *s); /* after __init__: later instances get room for s->n slots */
/* The class of the descriptor made for a native method: special methods are "slot wrappers" where they are in CPython. */
MrTypeId mr_descriptor_type(const MrType *type, const MrMethodDef *m);
MrValue mr_type_subclasses(MrThread *t, MrType *type);

typedef struct MrGetSet { MrObj h; const MrGetSetDef *def; MrType *owner; } MrGetSet;
typedef struct MrMember { MrObj h; uint32_t slot; MrType *owner; MrStr *name; } MrMember;

#endif
