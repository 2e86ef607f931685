/* types.GenericAlias: list[int] and friends. */
#ifndef MR_VM_TYPES_GENERICALIAS_H
#define MR_VM_TYPES_GENERICALIAS_H

#include "vm/vm.h"

/* origin[params]; params is a tuple or one value. */
MrValue mr_generic_alias(MrThread *t, MrValue origin, MrValue params) MR_MUST_CHECK;
/* int | str of types, None, aliases: MR_NOT_IMPLEMENTED when an operand is something else. */
MrValue mr_union_type(MrThread *t, MrValue a, MrValue b) MR_MUST_CHECK;

#endif
