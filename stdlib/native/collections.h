/* What the files of _collections share. */
#ifndef MR_STDLIB_NATIVE_COLLECTIONS_H
#define MR_STDLIB_NATIVE_COLLECTIONS_H

#include "stdlib/native/instance.h"

extern const MrTypeDef mr_deque_def, mr_deque_iterator_def, mr_deque_reverse_iterator_def;

#endif
