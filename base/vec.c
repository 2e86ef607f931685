/* The growth function behind the macros of vec.h. */
#include "base/vec.h"

#include <stdint.h>

bool mr_vec_grow(void **items, size_t *capacity, size_t count, size_t extra, size_t size) {
    if (extra > PTRDIFF_MAX / size - count) return false;
    size_t want = *capacity + *capacity / 2;
    if (want < count + extra) want = count + extra;
    if (want < 8) want = 8;
    if (want > PTRDIFF_MAX / size) want = count + extra;
    void *grown = realloc(*items, want * size);
    if (!grown) return false;
    *items = grown;
    *capacity = want;
    return true;
}
