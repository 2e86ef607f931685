/* What hash functions take: anything with bytes, but no str. */
#ifndef MR_STDLIB_NATIVE_HASH_INPUT_H
#define MR_STDLIB_NATIVE_HASH_INPUT_H

#include "stdlib/native/instance.h"

/* The bytes to hash. False: a TypeError, or a view's own error. */
static inline bool mr_hash_input(MrThread *t, MrValue v, const char **bytes, size_t *n)
{
    if (mr_is_str(v)) {
        mr_raise(t, MR_EXC_TypeError, "Strings must be encoded before hashing");
        return false;
    }
    if (mr_buffer_of(t, v, bytes, n))
        return true;
    if (!mr_is_kind(v, MR_KIND_MEMORYVIEW) && mr_clear_if(t, MR_EXC_TypeError))
        mr_raise(t, MR_EXC_TypeError, "object supporting the buffer API required");
    return false;
}

#endif
