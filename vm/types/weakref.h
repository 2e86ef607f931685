/* Weak references and proxies: the struct, and what _weakref and class creation use. */
#ifndef MR_VM_TYPES_WEAKREF_H
#define MR_VM_TYPES_WEAKREF_H

#include "vm/vm.h"

/* A weak reference or proxy. `target` is not marked; the collector clears it when the target dies. */
typedef struct MrWeakref {
    MrObj h;
    MrObj *target;
    MrValue callback; /* MR_NONE or a callable */
    uint64_t hash;
    bool hashed;
    MrValue extra;    /* attribute tail of subclasses */
    MrValue slots[];
} MrWeakref;

/* May instances of the class be weakly referenced? */
bool mr_type_takes_weakrefs(const MrType *type);
/* weakref.proxy(target, callback); MR_UNBOUND or MR_NONE: no callback. TypeError if the target takes no weak references. */
MrValue mr_weakproxy_new(MrThread *t, MrValue target, MrValue callback) MR_MUST_CHECK;
MrType *mr_weakproxy_callable_type(MrThread *t) MR_MUST_CHECK;
/* A new list of all live references and proxies of any value, the shared ones first, then the newest. */
MrValue mr_weakref_list(MrThread *t, MrValue target) MR_MUST_CHECK;

#endif
