/* The unit builder: see emit.h. Jumps keep their label until the unit is closed; then offsets are filled in, after following
 * jumps to jumps. The finished unit is one malloc'd tree (unit.c frees it).
 */
#include "compiler/emit.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include "base/hash.h"

enum { MAX_REGISTERS = 65000 };

MrFn *mr_fn_open(MrCompiler *c, MrScope *scope, const MrName *name, const MrAst *node) {
    MrFn *fn = MR_COMP_NEW(c, MrFn);
    fn->c = c;
    fn->parent = c->fn;
    fn->scope = fn->owner = scope;
    fn->private_name = c->fn ? c->fn->private_name : NULL;
    fn->name = name;
    fn->nlocals = fn->temp_top = fn->nregs = scope->locals.count;
    fn->state_words = fn->nlocals / 64 + 1;
    fn->assigned = MR_COMP_NEW_ARRAY(c, uint64_t, fn->state_words);
    fn->ever_deleted = MR_COMP_NEW_ARRAY(c, uint64_t, fn->state_words);
    fn->texts = MR_COMP_NEW_ARRAY(c, uint64_t, fn->state_words);
    for (uint32_t i = 0; i < scope->symbols.count; i++) {
        const MrSymbol *symbol = scope->symbols.items[i];
        if (symbol->reg < 0) continue;
        unsigned word = (unsigned)symbol->reg / 64, bit = (unsigned)symbol->reg % 64;
        if (symbol->flags & SYM_DELETED) fn->ever_deleted[word] |= (uint64_t)1 << bit;
        if (symbol->flags & SYM_PARAM) fn->assigned[word] |= (uint64_t)1 << bit;
        bool grows = (symbol->flags & SYM_TEXT) && (symbol->flags & SYM_EXTENDED) && !(symbol->flags & SYM_PARAM);
        if (grows && symbol->binding == BIND_LOCAL && !scope->has_walrus) fn->texts[word] |= (uint64_t)1 << bit;
    }
    for (uint32_t i = 0; i < scope->locals.count; i++) /* a comprehension's variable ends with it */
        if (scope->local_flags.items[i] & MR_LOCAL_HIDDEN) fn->ever_deleted[i / 64] |= (uint64_t)1 << (i % 64);
    fn->reachable = true;
    fn->first_line = node && node->line ? node->line : 1;
    fn->doc = -1;
    fn->orphans_before = c->orphans.count;
    c->fn = fn;
    return fn;
}

uint32_t mr_fn_add_code(MrFn *fn, MrUnit *unit) {
    MR_LIST_PUSH(fn->c, &fn->consts, (MrConst){.kind = MR_CONST_CODE, .code = unit});
    return fn->consts.count - 1;
}

static void push_word(MrFn *fn, const MrAst *at, MrInstr word) {
    MrPosition position = {0};
    if (at) position = (MrPosition){at->line, at->end_line, at->col, at->end_col};
    MR_LIST_PUSH(fn->c, &fn->code, word);
    MR_LIST_PUSH(fn->c, &fn->positions, position);
}

/* Even an operand that stands for an empty run of registers names one that exists. */
static void cover_register(MrFn *fn, char kind, uint32_t reg) {
    if (kind != 'R' && kind != 'D' && kind != 'M' && kind != 'L') return;
    if (reg >= fn->nregs) fn->nregs = reg + 1;
}

static uint32_t push_instruction(MrFn *fn, const MrAst *at, MrInstr word) {
    uint32_t index = fn->code.count;
    if (!fn->reachable) return index;
    push_word(fn, at, word);
    const MrOpInfo *info = &mr_op_info[word.op];
    cover_register(fn, info->a, word.a);
    cover_register(fn, info->b, word.b);
    cover_register(fn, info->c, word.c);
    for (unsigned i = mr_op_info[word.op].words; i > 0; i--) push_word(fn, at, (MrInstr){.word = 0});
    if (mr_op_info[word.op].flags[0] == 'T') fn->reachable = false;
    return index;
}

uint32_t mr_emit(MrFn *fn, const MrAst *at, MrOpcode op, unsigned x, unsigned a, unsigned b, unsigned c) {
    assert(a <= UINT16_MAX && b <= UINT16_MAX && c <= UINT16_MAX && x <= UINT8_MAX);
    return push_instruction(fn, at, (MrInstr){.op = (uint8_t)op, .x = (uint8_t)x, .a = (uint16_t)a, .b = (uint16_t)b, .c = (uint16_t)c});
}

uint32_t mr_emit_wide(MrFn *fn, const MrAst *at, MrOpcode op, unsigned x, unsigned a, int32_t bc) {
    return push_instruction(fn, at, (MrInstr){.op_ = (uint8_t)op, .x_ = (uint8_t)x, .a_ = (uint16_t)a, .bc = bc});
}

void mr_emit_word(MrFn *fn, uint32_t index, uint64_t word) {
    if (fn->reachable) fn->code.items[index + 1].word = word;
}

MrLabel *mr_label_new(MrFn *fn) {
    MrLabel *label = MR_COMP_NEW(fn->c, MrLabel);
    label->at = -1;
    return label;
}

uint64_t *mr_state_copy(MrFn *fn) {
    uint64_t *copy = MR_COMP_NEW_ARRAY(fn->c, uint64_t, fn->state_words);
    memcpy(copy, fn->assigned, fn->state_words * sizeof *copy);
    return copy;
}

static void merge_state(uint64_t *into, const uint64_t *from, uint32_t words) {
    for (uint32_t i = 0; i < words; i++) into[i] &= from[i];
}

static void use_label(MrFn *fn, uint32_t at, MrLabel *label) {
    MR_LIST_PUSH(fn->c, &fn->jumps, (MrJumpRef){at, label});
    if (label->at >= 0) return;
    if (!label->used) label->state = mr_state_copy(fn);
    else merge_state(label->state, fn->assigned, fn->state_words);
    label->used = true;
}

void mr_emit_jump(MrFn *fn, const MrAst *at, MrOpcode op, unsigned a, MrLabel *label) {
    if (!fn->reachable) return;
    if (op == MR_OP_JUMP && label->at >= 0) op = MR_OP_JUMP_BACK;
    use_label(fn, fn->code.count, label);
    mr_emit_wide(fn, at, op, 0, a, 0);
}

void mr_emit_for_iter(MrFn *fn, const MrAst *at, unsigned dst, unsigned iter, MrLabel *done) {
    if (!fn->reachable) return;
    use_label(fn, fn->code.count, done);
    mr_emit(fn, at, MR_OP_FOR_ITER, 0, dst, iter, 0);
}

void mr_emit_compare_jump(MrFn *fn, const MrAst *at, MrOpcode op, unsigned x, unsigned a, unsigned b, MrLabel *label) {
    if (!fn->reachable) return;
    use_label(fn, fn->code.count, label);
    mr_emit(fn, at, op, x, a, b, 0);
}

void mr_label_place(MrFn *fn, MrLabel *label) {
    /* A jump to the instruction behind it does nothing. */
    if (fn->code.count > fn->barrier && fn->jumps.count && !fn->reachable && label->used) {
        MrJumpRef last = fn->jumps.items[fn->jumps.count - 1];
        if (last.label == label && last.at == fn->code.count - 1 && fn->code.items[last.at].op == MR_OP_JUMP) {
            fn->jumps.count--;
            fn->code.count--;
            fn->positions.count--;
        }
    }
    label->at = (int32_t)fn->code.count;
    if (label->used) {
        if (fn->reachable) merge_state(fn->assigned, label->state, fn->state_words);
        else memcpy(fn->assigned, label->state, fn->state_words * sizeof *fn->assigned);
        fn->reachable = true;
    }
    fn->barrier = fn->code.count;
}

void mr_label_place_loop(MrFn *fn, MrLabel *label) {
    label->at = (int32_t)fn->code.count;
    fn->barrier = fn->code.count;
    for (uint32_t i = 0; i < fn->state_words; i++) fn->assigned[i] &= ~fn->ever_deleted[i];
}

void mr_label_place_handler(MrFn *fn, MrLabel *label, const uint64_t *state) {
    assert(!fn->reachable);
    label->at = (int32_t)fn->code.count;
    fn->barrier = fn->code.count;
    fn->reachable = label->used;
    for (uint32_t i = 0; i < fn->state_words; i++) fn->assigned[i] = state[i] & ~fn->ever_deleted[i];
}

unsigned mr_temp(MrFn *fn, unsigned n) {
    unsigned first = fn->temp_top;
    if (first + n > MAX_REGISTERS) mr_comp_fail(fn->c, fn->owner->node, "too many values in one code block");
    fn->temp_top += n;
    if (fn->temp_top > fn->nregs) fn->nregs = fn->temp_top;
    return first;
}

bool mr_const_same(const MrConst *a, const MrConst *b) {
    if (a->kind != b->kind) return false;
    switch (a->kind) {
    case MR_CONST_INT: return a->i == b->i;
    case MR_CONST_FLOAT: return memcmp(&a->d, &b->d, sizeof a->d) == 0;
    case MR_CONST_COMPLEX:
        return memcmp(&a->d, &b->d, sizeof a->d) == 0 && memcmp(&a->imag, &b->imag, sizeof a->imag) == 0;
    case MR_CONST_BIGINT: case MR_CONST_STR: case MR_CONST_BYTES:
        return a->text.length == b->text.length && memcmp(a->text.bytes, b->text.bytes, a->text.length) == 0;
    case MR_CONST_TUPLE: case MR_CONST_FROZENSET:
        if (a->n != b->n) return false;
        for (size_t i = 0; i < a->n; i++)
            if (!mr_const_same(&a->items[i], &b->items[i])) return false;
        return true;
    case MR_CONST_CODE: return a->code == b->code;
    default: return true;
    }
}

static uint64_t hash_const(const MrConst *k) {
    uint64_t h = k->kind, bits;
    switch (k->kind) {
    case MR_CONST_INT: h ^= mr_hash_mix((uint64_t)k->i); break;
    case MR_CONST_FLOAT: case MR_CONST_COMPLEX:
        memcpy(&bits, &k->d, sizeof bits);
        h ^= mr_hash_mix(bits);
        break;
    case MR_CONST_BIGINT: case MR_CONST_STR: case MR_CONST_BYTES: h ^= mr_hash_quick(k->text.bytes, k->text.length); break;
    case MR_CONST_TUPLE: case MR_CONST_FROZENSET:
        for (size_t i = 0; i < k->n; i++) h = mr_hash_mix(h) + hash_const(&k->items[i]);
        break;
    case MR_CONST_CODE: h ^= mr_hash_mix((uintptr_t)k->code); break;
    default: break;
    }
    return mr_hash_mix(h);
}

/* The tables hold index + 1. They are rebuilt from the lists when half full. */
static void grow_const_table(MrFn *fn) {
    if (!fn->const_table_size) fn->const_table_size = 32;
    while (fn->consts.count * 2 >= fn->const_table_size) fn->const_table_size *= 2; /* code goes in without the table */
    fn->const_table = MR_COMP_NEW_ARRAY(fn->c, uint32_t, fn->const_table_size);
    for (uint32_t i = 0; i < fn->consts.count; i++) {
        uint32_t slot = (uint32_t)hash_const(&fn->consts.items[i]) & (fn->const_table_size - 1);
        while (fn->const_table[slot]) slot = (slot + 1) & (fn->const_table_size - 1);
        fn->const_table[slot] = i + 1;
    }
}

uint32_t mr_const_index(MrFn *fn, MrConst value) {
    if (fn->consts.count * 2 >= fn->const_table_size) grow_const_table(fn);
    uint32_t slot = (uint32_t)hash_const(&value) & (fn->const_table_size - 1);
    while (fn->const_table[slot]) {
        uint32_t index = fn->const_table[slot] - 1;
        if (mr_const_same(&fn->consts.items[index], &value)) return index;
        slot = (slot + 1) & (fn->const_table_size - 1);
    }
    MR_LIST_PUSH(fn->c, &fn->consts, value);
    fn->const_table[slot] = fn->consts.count;
    return fn->consts.count - 1;
}

uint32_t mr_const_none(MrFn *fn) { return mr_const_index(fn, (MrConst){.kind = MR_CONST_NONE}); }

static uint32_t add_text(MrFn *fn, const char *bytes, size_t len) {
    return mr_const_index(fn, (MrConst){.kind = MR_CONST_STR, .text = {(char *)(uintptr_t)bytes, len}});
}

static void grow_name_table(MrFn *fn) {
    fn->name_table_size = fn->name_table_size ? fn->name_table_size * 2 : 32;
    fn->name_table = MR_COMP_NEW_ARRAY(fn->c, uint32_t, fn->name_table_size);
    for (uint32_t i = 0; i < fn->names.count; i++) {
        uint32_t slot = (uint32_t)mr_hash_mix((uintptr_t)fn->names.items[i]) & (fn->name_table_size - 1);
        while (fn->name_table[slot]) slot = (slot + 1) & (fn->name_table_size - 1);
        fn->name_table[slot] = i + 1;
    }
}

unsigned mr_name_index(MrFn *fn, const MrName *name) {
    if (fn->names.count * 2 >= fn->name_table_size) grow_name_table(fn);
    uint32_t slot = (uint32_t)mr_hash_mix((uintptr_t)name) & (fn->name_table_size - 1);
    while (fn->name_table[slot]) {
        if (fn->names.items[fn->name_table[slot] - 1] == name) return fn->name_table[slot] - 1;
        slot = (slot + 1) & (fn->name_table_size - 1);
    }
    if (fn->names.count > UINT16_MAX) mr_comp_fail(fn->c, fn->owner->node, "too many names in one code block");
    MR_LIST_PUSH(fn->c, &fn->names, name);
    fn->name_table[slot] = fn->names.count;
    return fn->names.count - 1;
}

void mr_emit_const(MrFn *fn, const MrAst *at, unsigned dst, MrConst value) {
    if (value.kind == MR_CONST_INT && value.i >= INT32_MIN && value.i <= INT32_MAX)
        mr_emit_wide(fn, at, MR_OP_LOAD_INT, 0, dst, (int32_t)value.i);
    else
        mr_emit_wide(fn, at, MR_OP_LOAD_CONST, 0, dst, (int32_t)mr_const_index(fn, value));
}

void mr_emit_none(MrFn *fn, const MrAst *at, unsigned dst) { mr_emit_const(fn, at, dst, (MrConst){.kind = MR_CONST_NONE}); }

void mr_emit_text(MrFn *fn, const MrAst *at, unsigned dst, const char *bytes, size_t len) {
    mr_emit_wide(fn, at, MR_OP_LOAD_CONST, 0, dst, (int32_t)add_text(fn, bytes, len));
}

void mr_emit_move(MrFn *fn, const MrAst *at, unsigned dst, unsigned src) {
    if (dst != src) mr_emit(fn, at, MR_OP_MOVE, 0, dst, src, 0);
}

#define MAX_NESTED_BLOCKS 20 /* CPython's */

void mr_block_push(MrFn *fn, MrBlock *block) {
    unsigned depth = 0;
    for (MrBlock *b = fn->block; b; b = b->outer) depth += b->at != NULL;
    if (depth >= MAX_NESTED_BLOCKS && block->at) mr_comp_fail(fn->c, block->at, "too many statically nested blocks");
    block->outer = fn->block;
    fn->block = block;
    mr_block_resume(fn, block);
}

void mr_block_resume(MrFn *fn, MrBlock *block) {
    block->start = fn->code.count;
    fn->barrier = fn->code.count;
}

void mr_block_suspend(MrFn *fn, MrBlock *block) {
    fn->barrier = fn->code.count;
    if (!block->handler || block->start == fn->code.count) return;
    MR_LIST_PUSH(fn->c, &fn->handlers, (MrHandlerRef){block->start, fn->code.count, block->handler, block->reg});
    block->handler->used = true;
    if (block->reg + 1u > fn->nregs) fn->nregs = block->reg + 1u;
}

void mr_block_pop(MrFn *fn, MrBlock *block) {
    mr_block_suspend(fn, block);
    fn->block = block->outer;
}

/* Where control really ends up that jumps to `at`: jumps to unconditional forward jumps go straight on. */
static int32_t final_target(const MrFn *fn, const int32_t *forward, int32_t at) {
    for (int hops = 0; hops < 8 && (uint32_t)at < fn->code.count && forward[at] >= 0; hops++) at = forward[at];
    return at;
}

static void patch_jumps(MrFn *fn) {
    int32_t *forward = MR_COMP_NEW_ARRAY(fn->c, int32_t, fn->code.count + 1);
    memset(forward, -1, (fn->code.count + 1) * sizeof *forward);
    for (uint32_t i = 0; i < fn->jumps.count; i++) {
        MrJumpRef ref = fn->jumps.items[i];
        assert(ref.label->at >= 0);
        if (fn->code.items[ref.at].op == MR_OP_JUMP) forward[ref.at] = ref.label->at;
    }
    for (uint32_t i = 0; i < fn->jumps.count; i++) {
        MrJumpRef ref = fn->jumps.items[i];
        MrInstr *instr = &fn->code.items[ref.at];
        bool back = instr->op == MR_OP_JUMP_BACK; /* must stay one, so it is not led on */
        int32_t target = back ? ref.label->at : final_target(fn, forward, ref.label->at);
        int32_t offset = target - (int32_t)ref.at;
        char kind = mr_op_info[instr->op].c;
        if (instr->op == MR_OP_FOR_ITER) {
            instr[1].word = (uint32_t)offset;
        } else if (kind == 'S') {
            if (offset < INT16_MIN || offset > INT16_MAX) fn->c->needs_far = true;
            instr->c = (uint16_t)(int16_t)offset;
        } else {
            instr->bc = offset;
        }
    }
}

static void *copy_or_fail(MrCompiler *c, const void *bytes, size_t size) {
    void *copy = malloc(size ? size : 1);
    if (!copy) mr_comp_out_of_memory(c);
    if (size) memcpy(copy, bytes, size);
    return copy;
}

static MrText copy_text(MrCompiler *c, const char *bytes, size_t length) {
    char *copy = malloc(length + 1);
    if (!copy) mr_comp_out_of_memory(c);
    if (length) memcpy(copy, bytes, length);
    copy[length] = 0;
    return (MrText){copy, length};
}

static void copy_const(MrCompiler *c, MrConst *to, const MrConst *from) {
    *to = (MrConst){.kind = MR_CONST_NONE};
    MrConst made = *from;
    switch (from->kind) {
    case MR_CONST_STR: case MR_CONST_BYTES: case MR_CONST_BIGINT: made.text = copy_text(c, from->text.bytes, from->text.length); break;
    case MR_CONST_TUPLE: case MR_CONST_FROZENSET:
        made.items = calloc(from->n ? from->n : 1, sizeof *made.items);
        if (!made.items) mr_comp_out_of_memory(c);
        *to = made; /* owned before its items may fail; calloc made them None */
        for (size_t i = 0; i < from->n; i++) copy_const(c, &made.items[i], &from->items[i]);
        return;
    default: break;
    }
    *to = made;
}

static MrText *new_texts(MrCompiler *c, uint32_t count) {
    MrText *texts = calloc(count ? count : 1, sizeof *texts);
    if (!texts) mr_comp_out_of_memory(c);
    return texts;
}

static void fill_names(MrCompiler *c, MrText *texts, const MrName *const *names, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) texts[i] = copy_text(c, names[i]->bytes, names[i]->len);
}

/* Fills a zeroed unit that the orphans list already owns, field by field, so that running out of memory leaks nothing. */
static void fill_unit(MrFn *fn, MrUnit *unit) {
    MrCompiler *c = fn->c;
    unit->name = copy_text(c, fn->name->bytes, fn->name->len);
    unit->qualname = copy_text(c, fn->qualname, fn->qualname_len);
    unit->filename = copy_text(c, c->filename, strlen(c->filename));
    unit->flags = fn->flags;
    unit->first_line = fn->first_line;
    unit->argcount = fn->argcount;
    unit->posonly = fn->posonly;
    unit->kwonly = fn->kwonly;
    unit->nregs = fn->nregs;
    unit->doc = fn->doc;
    unit->code = copy_or_fail(c, fn->code.items, fn->code.count * sizeof *fn->code.items);
    unit->positions = copy_or_fail(c, fn->positions.items, fn->positions.count * sizeof *fn->positions.items);
    unit->n_code = fn->code.count;
    unit->names = new_texts(c, fn->names.count);
    unit->n_names = fn->names.count;
    fill_names(c, unit->names, fn->names.items, fn->names.count);
    unit->varnames = new_texts(c, fn->nlocals);
    unit->nlocals = fn->nlocals;
    fill_names(c, unit->varnames, fn->owner->locals.items, fn->nlocals);
    unit->local_flags = copy_or_fail(c, fn->owner->local_flags.items, fn->nlocals);
    unit->freenames = new_texts(c, fn->owner->free_names.count);
    unit->n_free = fn->owner->free_names.count;
    fill_names(c, unit->freenames, fn->owner->free_names.items, fn->owner->free_names.count);
    unit->handlers = malloc((fn->handlers.count ? fn->handlers.count : 1) * sizeof *unit->handlers);
    if (!unit->handlers) mr_comp_out_of_memory(c);
    for (uint32_t i = 0; i < fn->handlers.count; i++) {
        const MrHandlerRef *h = &fn->handlers.items[i];
        unit->handlers[unit->n_handlers++] = (MrHandler){h->start, h->end, (uint32_t)h->label->at, h->reg};
    }
    unit->consts = calloc(fn->consts.count ? fn->consts.count : 1, sizeof *unit->consts);
    if (!unit->consts) mr_comp_out_of_memory(c);
    unit->n_consts = fn->consts.count;
    for (uint32_t i = 0; i < fn->consts.count; i++)
        if (fn->consts.items[i].kind != MR_CONST_CODE) copy_const(c, &unit->consts[i], &fn->consts.items[i]);
    /* The children change owners at once: nothing can fail any more. */
    for (uint32_t i = 0; i < fn->consts.count; i++)
        if (fn->consts.items[i].kind == MR_CONST_CODE) unit->consts[i] = fn->consts.items[i];
}

MrUnit *mr_fn_close(MrFn *fn) {
    MrCompiler *c = fn->c;
    patch_jumps(fn);
    MR_LIST_PUSH(c, &c->orphans, NULL);
    MrUnit *unit = calloc(1, sizeof *unit);
    if (!unit) mr_comp_out_of_memory(c);
    c->orphans.items[c->orphans.count - 1] = unit;
    fill_unit(fn, unit);
    c->orphans.count = fn->orphans_before;
    MR_LIST_PUSH(c, &c->orphans, unit);
    c->fn = fn->parent;
    return unit;
}
