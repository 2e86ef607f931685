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

#endif
