/* What the files of _functools share. */
#ifndef MR_STDLIB_FUNCTOOLS_H
#define MR_STDLIB_FUNCTOOLS_H

#include "vm/vm.h"

extern const MrTypeDef mr_lru_cache_def; /* _functools_cache.c: the type _lru_cache_wrapper */

#endif
