/* Displays: tuples, lists, sets, dicts and slices. Short ones are built from neighbouring registers in one instruction; long ones,
 * and those with stars, grow in a register step by step.
 */
#include "compiler/gen.h"

enum { MAX_WINDOW = 30, MAX_PAIRS = 15 };

static bool has_star(MrNodeList elts) {
    for (uint32_t i = 0; i < elts.count; i++)
        if (elts.items[i]->kind == AST_Starred) return true;
    return false;
}

/* The elements as a constant tuple, if all are constants and there are enough to be worth it. */
static bool constant_items(MrFn *fn, MrNodeList elts, MrConst *tuple) {
    if (elts.count < 3) return false;
    MrConst value;
    for (uint32_t i = 0; i < elts.count; i++)
        if (!mr_fold_value(fn->c, elts.items[i], &value)) return false;
    *tuple = (MrConst){.kind = MR_CONST_TUPLE, .items = MR_COMP_NEW_ARRAY(fn->c, MrConst, elts.count), .n = elts.count};
    for (uint32_t i = 0; i < elts.count; i++) mr_fold_value(fn->c, elts.items[i], &tuple->items[i]);
    return true;
}

static unsigned gen_window(MrFn *fn, MrNodeList elts, uint32_t count) {
    unsigned first = fn->temp_top;
    for (uint32_t i = 0; i < count; i++) {
        unsigned reg = mr_temp(fn, 1);
        mr_gen_to(fn, elts.items[i], reg);
    }
    return first;
}

/* Fills R[grown] with a list or set of the elements, one by one where needed. */
static void grow(MrFn *fn, const MrAst *at, MrNodeList elts, bool is_set, bool in_call, unsigned grown) {
    uint32_t head = 0;
    while (head < elts.count && head < MAX_WINDOW && elts.items[head]->kind != AST_Starred) head++;
    unsigned mark = fn->temp_top;
    unsigned first = gen_window(fn, elts, head);
    fn->temp_top = mark;
    mr_emit(fn, at, is_set ? MR_OP_BUILD_SET : MR_OP_BUILD_LIST, 0, grown, first, head);
    for (uint32_t i = head; i < elts.count; i++) {
        MrAst *elt = elts.items[i];
        bool star = elt->kind == AST_Starred;
        unsigned value = mr_gen_any(fn, star ? mr_ast_Starred(elt)->value : elt);
        if (star) mr_emit(fn, at, is_set ? MR_OP_SET_UPDATE : MR_OP_LIST_EXTEND, !is_set && in_call, grown, value, 0);
        else mr_emit(fn, at, is_set ? MR_OP_SET_ADD : MR_OP_LIST_APPEND, 0, grown, value, 0);
        fn->temp_top = mark;
    }
}

void mr_gen_list_of(MrFn *fn, const MrAst *at, MrNodeList elts, bool in_call, unsigned dst) {
    grow(fn, at, elts, false, in_call, dst);
}

static void gen_sequence(MrFn *fn, MrAst *e, MrNodeList elts, unsigned dst) {
    unsigned mark = fn->temp_top;
    MrConst tuple;
    bool is_set = e->kind == AST_Set;
    if (e->kind != AST_Tuple && constant_items(fn, elts, &tuple)) {
        unsigned grown = mr_temp(fn, 2);
        if (is_set) tuple.kind = MR_CONST_FROZENSET; /* by way of one, the order of iteration is CPython's */
        mr_emit(fn, e, is_set ? MR_OP_BUILD_SET : MR_OP_BUILD_LIST, 0, grown, grown, 0);
        mr_emit_const(fn, e, grown + 1, tuple);
        mr_emit(fn, e, is_set ? MR_OP_SET_UPDATE : MR_OP_LIST_EXTEND, 0, grown, grown + 1, 0);
        mr_emit_move(fn, e, dst, grown);
    } else if (elts.count <= MAX_WINDOW && !has_star(elts)) {
        unsigned first = gen_window(fn, elts, elts.count);
        MrOpcode op = e->kind == AST_Tuple ? MR_OP_BUILD_TUPLE : is_set ? MR_OP_BUILD_SET : MR_OP_BUILD_LIST;
        mr_emit(fn, e, op, 0, dst, first, elts.count);
    } else {
        unsigned grown = mr_temp(fn, 1);
        grow(fn, e, elts, is_set, false, grown);
        if (e->kind == AST_Tuple) mr_emit(fn, e, MR_OP_LIST_TO_TUPLE, 0, dst, grown, 0);
        else mr_emit_move(fn, e, dst, grown);
    }
    fn->temp_top = mark;
}

static void gen_dict(MrFn *fn, MrAst *e, unsigned dst) {
    MrAstDict *n = mr_ast_Dict(e);
    unsigned mark = fn->temp_top;
    unsigned grown = mr_temp(fn, 1);
    uint32_t head = 0;
    while (head < n->keys.count && head < MAX_PAIRS && n->keys.items[head]) head++;
    bool whole = head == n->keys.count;
    unsigned first = fn->temp_top;
    for (uint32_t i = 0; i < head; i++) {
        unsigned pair = mr_temp(fn, 1);
        mr_gen_to(fn, n->keys.items[i], pair);
        pair = mr_temp(fn, 1);
        mr_gen_to(fn, n->values.items[i], pair);
    }
    mr_emit(fn, e, MR_OP_BUILD_MAP, 0, whole ? dst : grown, first, head);
    for (uint32_t i = head; i < n->keys.count; i++) {
        fn->temp_top = grown + 1;
        MrAst *key = n->keys.items[i], *value = n->values.items[i];
        if (key) {
            unsigned key_reg = mr_gen_operand(fn, key, value, NULL);
            unsigned value_reg = mr_gen_any(fn, value);
            mr_emit(fn, e, MR_OP_MAP_ADD, 0, grown, key_reg, value_reg);
        } else {
            mr_emit(fn, e, MR_OP_DICT_UPDATE, 0, grown, mr_gen_any(fn, value), 0);
        }
    }
    if (!whole) mr_emit_move(fn, e, dst, grown);
    fn->temp_top = mark;
}

unsigned mr_gen_bounds(MrFn *fn, MrAst *e) {
    MrAstSlice *n = mr_ast_Slice(e);
    MrAst *parts[3] = {n->lower, n->upper, n->step};
    unsigned first = fn->temp_top;
    for (unsigned i = 0; i < (n->step ? 3 : 2); i++) {
        unsigned reg = mr_temp(fn, 1);
        if (parts[i]) mr_gen_to(fn, parts[i], reg);
        else mr_emit_none(fn, e, reg);
    }
    return first;
}

static void gen_slice(MrFn *fn, MrAst *e, unsigned dst) {
    unsigned mark = fn->temp_top;
    unsigned first = mr_gen_bounds(fn, e);
    mr_emit(fn, e, MR_OP_BUILD_SLICE, 0, dst, first, mr_ast_Slice(e)->step ? 3 : 2);
    fn->temp_top = mark;
}

void mr_gen_display(MrFn *fn, MrAst *e, unsigned dst) {
    switch (e->kind) {
    case AST_Tuple: gen_sequence(fn, e, mr_ast_Tuple(e)->elts, dst); break;
    case AST_List: gen_sequence(fn, e, mr_ast_List(e)->elts, dst); break;
    case AST_Set: gen_sequence(fn, e, mr_ast_Set(e)->elts, dst); break;
    case AST_Dict: gen_dict(fn, e, dst); break;
    default: gen_slice(fn, e, dst); break;
    }
}
