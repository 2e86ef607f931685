/* What the two files of array.array know of each other. */
#ifndef MR_NATIVE_ARRAY_H
#define MR_NATIVE_ARRAY_H

#include "vm/types/text.h"
#include "vm/vm.h"

unsigned mr_array_width(uint32_t code); /* bytes of an item; 0: not a type code */
MrType *mr_array_type(MrThread *t) MR_MUST_CHECK;
MrNativeDecl array_reduce, array_reconstructor;

#endif
