/* Freeing units, and what others than the compiler want to know of instructions. */
#include "compiler/code.h"

#include <stdlib.h>
#include <string.h>

static void free_const(MrConst *k) {
    switch (k->kind) {
    case MR_CONST_BIGINT: case MR_CONST_STR: case MR_CONST_BYTES: free(k->text.bytes); break;
    case MR_CONST_TUPLE: case MR_CONST_FROZENSET:
        for (size_t i = 0; i < k->n; i++) free_const(&k->items[i]);
        free(k->items);
        break;
    case MR_CONST_CODE: mr_unit_free(k->code); break;
    default: break;
    }
}

static void free_texts(MrText *texts, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) free(texts[i].bytes);
    free(texts);
}

void mr_unit_free(MrUnit *unit) {
    if (!unit) return;
    for (uint32_t i = 0; i < unit->n_consts; i++) free_const(&unit->consts[i]);
    free(unit->consts);
    free_texts(unit->names, unit->n_names);
    free_texts(unit->varnames, unit->nlocals);
    free_texts(unit->freenames, unit->n_free);
    free(unit->name.bytes);
    free(unit->qualname.bytes);
    free(unit->filename.bytes);
    free(unit->code);
    free(unit->positions);
    free(unit->local_flags);
    free(unit->handlers);
    free(unit);
}

#define CHAR_OF(kind) #kind[0]
const MrOpInfo mr_op_info[MR_OP_COUNT] = {
#define OP(name, words, a, b, c, flags, text) [MR_OP_##name] = {#name, words, CHAR_OF(a), CHAR_OF(b), CHAR_OF(c), #flags, text},
#include "compiler/opcodes.def"
#undef OP
};

unsigned mr_intrinsic_args(unsigned number) {
    static const uint8_t counts[] = {
#define INTRINSIC(name, nargs, text) nargs,
#include "compiler/intrinsics.def"
#undef INTRINSIC
    };
    return counts[number];
}

bool mr_only_looks(const char *method, size_t length) {
    static const char *const names[] = {"endswith", "startswith", "count", "find"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strlen(names[i]) == length && memcmp(names[i], method, length) == 0) return true;
    return false;
}
