/* Expressions: operators, comparisons, conditions, attributes, subscripts, await and yield. Displays, calls, comprehensions
 * and f-strings have files of their own.
 */
#include "compiler/gen.h"

static void find_walrus(MrAst **slot, void *context) {
    if ((*slot)->kind == AST_NamedExpr) *(bool *)context = true;
    else if (!*(bool *)context) mr_ast_each_child(*slot, find_walrus, context);
}

static bool may_rebind(const MrFn *fn, const MrAst *later) {
    if (!later || !fn->owner->has_walrus) return false;
    bool found = false;
    MrAst *e = (MrAst *)(uintptr_t)later;
    find_walrus(&e, &found);
    return found;
}

unsigned mr_gen_operand(MrFn *fn, MrAst *e, const MrAst *later, const MrAst *later2) {
    unsigned reg = mr_gen_any(fn, e);
    if (reg >= fn->nlocals || (!may_rebind(fn, later) && !may_rebind(fn, later2))) return reg;
    unsigned copy = mr_temp(fn, 1);
    mr_emit_move(fn, e, copy, reg);
    return copy;
}

int mr_gen_const_operand(MrFn *fn, const MrAst *e) {
    MrConst value;
    if (!mr_fold_value(fn->c, e, &value)) return -1;
    uint32_t index = mr_const_index(fn, value);
    return index <= UINT16_MAX ? (int)index : -1;
}

bool mr_gen_binop_code(MrBinOp op, MrOpcode *general, MrOpcode *with_const) {
    static const struct { MrOpcode general, with_const; } codes[BINOP_COUNT] = {
        [BINOP_ADD] = {MR_OP_ADD, MR_OP_ADD_K}, [BINOP_SUB] = {MR_OP_SUB, MR_OP_SUB_K},
        [BINOP_MULT] = {MR_OP_MUL, MR_OP_MUL_K}, [BINOP_MATMULT] = {MR_OP_MATMUL, MR_OP_NOP},
        [BINOP_DIV] = {MR_OP_TRUEDIV, MR_OP_TRUEDIV_K}, [BINOP_MOD] = {MR_OP_MOD, MR_OP_MOD_K},
        [BINOP_POW] = {MR_OP_POW, MR_OP_POW_K}, [BINOP_LSHIFT] = {MR_OP_LSHIFT, MR_OP_LSHIFT_K},
        [BINOP_RSHIFT] = {MR_OP_RSHIFT, MR_OP_RSHIFT_K}, [BINOP_BITOR] = {MR_OP_OR, MR_OP_OR_K},
        [BINOP_BITXOR] = {MR_OP_XOR, MR_OP_XOR_K}, [BINOP_BITAND] = {MR_OP_AND, MR_OP_AND_K},
        [BINOP_FLOORDIV] = {MR_OP_FLOORDIV, MR_OP_FLOORDIV_K},
    };
    *general = codes[op].general;
    *with_const = codes[op].with_const;
    return *with_const != MR_OP_NOP;
}

MrAst mr_gen_attr_location(MrAst at, const MrAst *attribute) {
    if (at.line == attribute->end_line) return at;
    uint32_t len = mr_ast_Attribute(attribute)->attr->len;
    at.line = attribute->end_line;
    if (len <= attribute->end_col) at.col = attribute->end_col - len;
    if (at.end_line < at.line) at.end_line = at.line;
    return at;
}

static void gen_binop(MrFn *fn, MrAst *e, unsigned dst) {
    MrAstBinOp *n = mr_ast_BinOp(e);
    MrOpcode general, with_const;
    bool has_const_form = mr_gen_binop_code((MrBinOp)e->sub, &general, &with_const);
    unsigned mark = fn->temp_top;
    unsigned left = mr_gen_operand(fn, n->left, n->right, NULL);
    int k = has_const_form ? mr_gen_const_operand(fn, n->right) : -1;
    if (k >= 0) {
        mr_emit(fn, e, with_const, 0, dst, left, (unsigned)k);
    } else {
        unsigned right = mr_gen_any(fn, n->right);
        mr_emit(fn, e, general, 0, dst, left, right);
    }
    fn->temp_top = mark;
}

typedef struct CompareCode { MrOpcode value; unsigned x; MrOpcode jump, jump_const; } CompareCode;
static const CompareCode compare_codes[CMPOP_COUNT] = {
    [CMPOP_EQ] = {MR_OP_EQ, 0, MR_OP_JUMP_EQ, MR_OP_JUMP_EQ_K}, [CMPOP_NOT_EQ] = {MR_OP_NE, 0, MR_OP_JUMP_NE, MR_OP_JUMP_NE_K},
    [CMPOP_LT] = {MR_OP_LT, 0, MR_OP_JUMP_LT, MR_OP_JUMP_LT_K}, [CMPOP_LT_E] = {MR_OP_LE, 0, MR_OP_JUMP_LE, MR_OP_JUMP_LE_K},
    [CMPOP_GT] = {MR_OP_GT, 0, MR_OP_JUMP_GT, MR_OP_JUMP_GT_K}, [CMPOP_GT_E] = {MR_OP_GE, 0, MR_OP_JUMP_GE, MR_OP_JUMP_GE_K},
    [CMPOP_IS] = {MR_OP_IS, 0, MR_OP_NOP, MR_OP_NOP}, [CMPOP_IS_NOT] = {MR_OP_IS, 1, MR_OP_NOP, MR_OP_NOP},
    [CMPOP_IN] = {MR_OP_IN, 0, MR_OP_NOP, MR_OP_NOP}, [CMPOP_NOT_IN] = {MR_OP_IN, 1, MR_OP_NOP, MR_OP_NOP},
};

/* The left operand of the next link of a chain must outlive this one. */
static unsigned chain_operand(MrFn *fn, MrAst *e) {
    unsigned reg = mr_gen_any(fn, e);
    if (reg >= fn->nlocals || !fn->owner->has_walrus) return reg;
    unsigned copy = mr_temp(fn, 1);
    mr_emit_move(fn, e, copy, reg);
    return copy;
}

enum { LONG_CHAIN = 64 };

/* A chain that would need too many registers: its operands take turns in two. */
static void gen_long_chain(MrFn *fn, MrAst *e, unsigned dst) {
    MrAstCompare *n = mr_ast_Compare(e);
    unsigned mark = fn->temp_top;
    unsigned result = mr_temp(fn, 3), pair = result + 1;
    MrLabel *end = mr_label_new(fn);
    mr_gen_to(fn, n->left, pair);
    for (uint32_t i = 0; i < n->comparators.count; i++) {
        const CompareCode *code = &compare_codes[n->ops.items[i]];
        mr_gen_to(fn, n->comparators.items[i], pair + (i + 1) % 2);
        mr_emit(fn, e, code->value, code->x, result, pair + i % 2, pair + (i + 1) % 2);
        if (i + 1 < n->comparators.count) mr_emit_jump(fn, e, MR_OP_JUMP_IF_FALSE, result, end);
    }
    mr_label_place(fn, end);
    mr_emit_move(fn, e, dst, result);
    fn->temp_top = mark;
}

static void gen_compare(MrFn *fn, MrAst *e, unsigned dst) {
    MrAstCompare *n = mr_ast_Compare(e);
    mr_check_compare(fn, e);
    if (n->comparators.count > LONG_CHAIN) {
        gen_long_chain(fn, e, dst);
        return;
    }
    unsigned mark = fn->temp_top;
    uint32_t last = n->comparators.count - 1;
    unsigned result = last > 0 && dst < fn->nlocals ? mr_temp(fn, 1) : dst;
    MrLabel *end = mr_label_new(fn);
    unsigned left = last ? chain_operand(fn, n->left) : mr_gen_operand(fn, n->left, n->comparators.items[0], NULL);
    for (uint32_t i = 0; i <= last; i++) {
        const CompareCode *code = &compare_codes[n->ops.items[i]];
        unsigned right = i < last ? chain_operand(fn, n->comparators.items[i]) : mr_gen_any(fn, n->comparators.items[i]);
        mr_emit(fn, e, code->value, code->x, result, left, right);
        if (i < last) mr_emit_jump(fn, e, MR_OP_JUMP_IF_FALSE, result, end);
        left = right;
    }
    mr_label_place(fn, end);
    mr_emit_move(fn, e, dst, result);
    fn->temp_top = mark;
}

static void jump_if_register(MrFn *fn, const MrAst *at, unsigned reg, bool when, MrLabel *label) {
    mr_emit_jump(fn, at, when ? MR_OP_JUMP_IF_TRUE : MR_OP_JUMP_IF_FALSE, reg, label);
}

static bool is_none(MrFn *fn, const MrAst *e) {
    MrConst value;
    return mr_fold_value(fn->c, e, &value) && value.kind == MR_CONST_NONE;
}

/* One link `left op right` of a comparison as a jump. */
static void jump_if_compared(MrFn *fn, MrAst *e, unsigned left, MrCmpOp op, MrAst *right_node, unsigned *right, bool keep,
                             bool when, MrLabel *label) {
    const CompareCode *code = &compare_codes[op];
    if ((op == CMPOP_IS || op == CMPOP_IS_NOT) && !keep && is_none(fn, right_node)) {
        mr_emit_jump(fn, e, (op == CMPOP_IS) == when ? MR_OP_JUMP_IF_NONE : MR_OP_JUMP_IF_NOT_NONE, left, label);
        return;
    }
    bool fused = code->jump != MR_OP_NOP && !fn->c->far_jumps;
    int k = fused && !keep ? mr_gen_const_operand(fn, right_node) : -1;
    if (k >= 0) {
        mr_emit_compare_jump(fn, e, code->jump_const, when, left, (unsigned)k, label);
        return;
    }
    *right = keep ? chain_operand(fn, right_node) : mr_gen_any(fn, right_node);
    if (fused) {
        mr_emit_compare_jump(fn, e, code->jump, when, left, *right, label);
        return;
    }
    unsigned result = mr_temp(fn, 1);
    mr_emit(fn, e, code->value, code->x, result, left, *right);
    jump_if_register(fn, e, result, when, label);
}

static void jump_if_compare(MrFn *fn, MrAst *e, bool when, MrLabel *label) {
    MrAstCompare *n = mr_ast_Compare(e);
    mr_check_compare(fn, e);
    unsigned mark = fn->temp_top;
    if (n->comparators.count > LONG_CHAIN) {
        unsigned result = mr_temp(fn, 1);
        gen_long_chain(fn, e, result);
        jump_if_register(fn, e, result, when, label);
        fn->temp_top = mark;
        return;
    }
    uint32_t last = n->comparators.count - 1;
    MrLabel *failed = when ? mr_label_new(fn) : label;
    unsigned left = last ? chain_operand(fn, n->left) : mr_gen_operand(fn, n->left, n->comparators.items[0], NULL);
    for (uint32_t i = 0; i <= last; i++) {
        unsigned right = 0;
        bool inner = i < last;
        jump_if_compared(fn, e, left, (MrCmpOp)n->ops.items[i], n->comparators.items[i], &right, inner, inner ? false : when,
                         inner ? failed : label);
        left = right;
    }
    if (when) mr_label_place(fn, failed);
    fn->temp_top = mark;
}

void mr_gen_jump_if(MrFn *fn, MrAst *e, bool when, MrLabel *label) {
    mr_comp_enter(fn->c);
    int truth = mr_fold_truth(fn->c, e);
    if (truth >= 0) {
        if ((truth == 1) == when) mr_emit_jump(fn, e, MR_OP_JUMP, 0, label);
    } else if (e->kind == AST_UnaryOp && e->sub == UNARYOP_NOT) {
        mr_gen_jump_if(fn, mr_ast_UnaryOp(e)->operand, !when, label);
    } else if (e->kind == AST_BoolOp) {
        MrNodeList values = mr_ast_BoolOp(e)->values;
        bool decides = e->sub == BOOLOP_OR; /* the truth that ends it early */
        MrLabel *skip = decides != when ? mr_label_new(fn) : label;
        for (uint32_t i = 0; i + 1 < values.count; i++) mr_gen_jump_if(fn, values.items[i], decides, skip);
        mr_gen_jump_if(fn, values.items[values.count - 1], when, label);
        if (skip != label) mr_label_place(fn, skip);
    } else if (e->kind == AST_Compare) {
        jump_if_compare(fn, e, when, label);
    } else if (e->kind == AST_IfExp) {
        MrAstIfExp *n = mr_ast_IfExp(e);
        MrLabel *orelse = mr_label_new(fn), *end = mr_label_new(fn);
        mr_gen_jump_if(fn, n->test, false, orelse);
        mr_gen_jump_if(fn, n->body, when, label);
        mr_emit_jump(fn, NULL, MR_OP_JUMP, 0, end);
        mr_label_place(fn, orelse);
        mr_gen_jump_if(fn, n->orelse, when, label);
        mr_label_place(fn, end);
    } else {
        unsigned mark = fn->temp_top;
        int local = mr_gen_glance(fn, e);
        jump_if_register(fn, e, local >= 0 ? (unsigned)local : mr_gen_any(fn, e), when, label);
        fn->temp_top = mark;
    }
    mr_comp_leave(fn->c);
}

static void gen_boolop(MrFn *fn, MrAst *e, unsigned dst) {
    MrNodeList values = mr_ast_BoolOp(e)->values;
    unsigned mark = fn->temp_top;
    unsigned result = dst < fn->nlocals ? mr_temp(fn, 1) : dst;
    MrLabel *end = mr_label_new(fn);
    for (uint32_t i = 0; i < values.count; i++) {
        mr_gen_to(fn, values.items[i], result);
        if (i + 1 < values.count) jump_if_register(fn, e, result, e->sub == BOOLOP_OR, end);
    }
    mr_label_place(fn, end);
    mr_emit_move(fn, e, dst, result);
    fn->temp_top = mark;
}

static void gen_ifexp(MrFn *fn, MrAst *e, unsigned dst) {
    MrAstIfExp *n = mr_ast_IfExp(e);
    MrLabel *orelse = mr_label_new(fn), *end = mr_label_new(fn);
    mr_gen_jump_if(fn, n->test, false, orelse);
    mr_gen_to(fn, n->body, dst);
    mr_emit_jump(fn, NULL, MR_OP_JUMP, 0, end);
    mr_label_place(fn, orelse);
    mr_gen_to(fn, n->orelse, dst);
    mr_label_place(fn, end);
}

static void gen_unary(MrFn *fn, MrAst *e, unsigned dst) {
    static const MrOpcode codes[UNARYOP_COUNT] = {
        [UNARYOP_INVERT] = MR_OP_INVERT, [UNARYOP_NOT] = MR_OP_NOT, [UNARYOP_UADD] = MR_OP_POS, [UNARYOP_USUB] = MR_OP_NEG};
    unsigned mark = fn->temp_top;
    unsigned operand = mr_gen_any(fn, mr_ast_UnaryOp(e)->operand);
    fn->temp_top = mark;
    mr_emit(fn, e, codes[e->sub], 0, dst, operand, 0);
}

static void gen_attribute(MrFn *fn, MrAst *e, unsigned dst) {
    if (mr_gen_super_attribute(fn, e, dst)) return;
    MrAstAttribute *n = mr_ast_Attribute(e);
    unsigned mark = fn->temp_top;
    unsigned object = mr_gen_any(fn, n->value);
    fn->temp_top = mark;
    MrAst at = mr_gen_attr_location(*e, e);
    mr_emit(fn, &at, MR_OP_LOAD_ATTR, 0, dst, object, mr_name_index(fn, mr_gen_mangle(fn, n->attr)));
}

static void gen_subscript(MrFn *fn, MrAst *e, unsigned dst) {
    MrAstSubscript *n = mr_ast_Subscript(e);
    mr_check_subscript(fn, e);
    unsigned mark = fn->temp_top;
    if (n->slice->kind == AST_Slice && !mr_ast_Slice(n->slice)->step) {
        unsigned object = mr_gen_operand(fn, n->value, n->slice, NULL);
        mr_emit(fn, e, MR_OP_GET_SLICE, 0, dst, object, mr_gen_bounds(fn, n->slice));
        fn->temp_top = mark;
        return;
    }
    MrConst index_value;
    bool by_int = mr_fold_value(fn->c, n->slice, &index_value) && index_value.kind == MR_CONST_INT && index_value.i == (int32_t)index_value.i;
    int local = by_int ? mr_gen_glance(fn, n->value) : -1; /* one character of a text does not keep the text */
    unsigned object = local >= 0 ? (unsigned)local : mr_gen_operand(fn, n->value, n->slice, NULL);
    int k = mr_gen_const_operand(fn, n->slice);
    if (k >= 0) {
        mr_emit(fn, e, MR_OP_GETITEM_K, 0, dst, object, (unsigned)k);
    } else {
        unsigned index = mr_gen_any(fn, n->slice);
        mr_emit(fn, e, MR_OP_GETITEM, 0, dst, object, index);
    }
    fn->temp_top = mark;
}

static void gen_named(MrFn *fn, MrAst *e, unsigned dst) {
    MrAstNamedExpr *n = mr_ast_NamedExpr(e);
    unsigned mark = fn->temp_top;
    unsigned value = dst < fn->nlocals ? mr_temp(fn, 1) : dst;
    mr_gen_to(fn, n->value, value);
    mr_gen_store(fn, n->target, value);
    mr_emit_move(fn, e, dst, value);
    fn->temp_top = mark;
}

static bool is_async_code(const MrFn *fn) {
    const MrScope *owner = fn->owner;
    if (owner->node->kind == AST_AsyncFunctionDef && owner->kind == SCOPE_FUNCTION) return true;
    if (owner->comprehension) return true;
    return owner->kind == SCOPE_MODULE && (fn->c->flags & MR_COMPILE_TOP_LEVEL_AWAIT);
}

static void check_async(MrFn *fn, const MrAst *at) {
    if (is_async_code(fn)) return;
    if (!mr_scope_is_function(fn->owner)) mr_comp_fail(fn->c, at, "'await' outside function");
    mr_comp_fail(fn->c, at, "'await' outside async function");
}

static void drive(MrFn *fn, const MrAst *at, unsigned iter, unsigned dst) {
    unsigned result = dst < fn->nlocals ? mr_temp(fn, 1) : dst;
    mr_emit_none(fn, at, result);
    mr_emit(fn, at, MR_OP_SEND, 0, result, iter, 0);
    mr_emit_move(fn, at, dst, result);
}

void mr_gen_await(MrFn *fn, const MrAst *at, unsigned src, unsigned x, unsigned dst) {
    unsigned mark = fn->temp_top;
    unsigned iter = mr_temp(fn, 1);
    mr_emit(fn, at, MR_OP_GET_AWAITABLE, x, iter, src, 0);
    drive(fn, at, iter, dst);
    fn->temp_top = mark;
}

static void check_yield(MrFn *fn, const MrAst *e) {
    if (!mr_scope_is_function(fn->owner)) mr_comp_fail(fn->c, e, "'yield' outside function");
}

static void gen_yield(MrFn *fn, MrAst *e, unsigned dst) {
    check_yield(fn, e);
    unsigned mark = fn->temp_top;
    MrAst *value = mr_ast_Yield(e)->value;
    unsigned reg;
    if (value) {
        reg = mr_gen_any(fn, value);
    } else {
        reg = mr_temp(fn, 1);
        mr_emit_none(fn, e, reg);
    }
    if (fn->code.count == 0) mr_emit(fn, e, MR_OP_NOP, 0, 0, 0, 0); /* a generator that stands at a YIELD_VALUE is one that has been started */
    mr_emit(fn, e, MR_OP_YIELD_VALUE, 0, dst, reg, 0);
    fn->temp_top = mark;
}

static void gen_yield_from(MrFn *fn, MrAst *e, unsigned dst) {
    check_yield(fn, e);
    if (fn->owner->node->kind == AST_AsyncFunctionDef) mr_comp_fail(fn->c, e, "'yield from' inside async function");
    unsigned mark = fn->temp_top;
    unsigned iter = mr_temp(fn, 1);
    unsigned value = mr_gen_any(fn, mr_ast_YieldFrom(e)->value);
    mr_emit(fn, e, MR_OP_GET_YIELD_FROM_ITER, 0, iter, value, 0);
    drive(fn, e, iter, dst);
    fn->temp_top = mark;
}

static void gen_constant(MrFn *fn, MrAst *e, unsigned dst) {
    MrConst value;
    mr_fold_value(fn->c, e, &value);
    mr_emit_const(fn, e, dst, value);
}

int mr_gen_glance(MrFn *fn, MrAst *e) {
    int local = e->kind == AST_Name ? mr_gen_local(fn, mr_ast_Name(e)->id) : -1;
    if (local >= 0 && !mr_local_assigned(fn, (unsigned)local)) {
        mr_emit(fn, e, MR_OP_CHECK_LOCAL, 0, (unsigned)local, 0, 0);
        mr_local_assign(fn, (unsigned)local);
    }
    return local;
}

unsigned mr_gen_any(MrFn *fn, MrAst *e) {
    int read = mr_gen_glance(fn, e);
    if (read >= 0) {
        if (mr_local_grows(fn, (unsigned)read)) mr_emit(fn, e, MR_OP_SHARE, 0, (unsigned)read, 0, 0);
        return (unsigned)read;
    }
    if (e->kind == AST_NamedExpr) {
        MrAstNamedExpr *n = mr_ast_NamedExpr(e);
        int local = mr_gen_local(fn, mr_ast_Name(n->target)->id);
        if (local >= 0) {
            mr_gen_check_forbidden(fn, n->target, mr_ast_Name(n->target)->id, CTX_STORE);
            mr_comp_enter(fn->c);
            mr_gen_to(fn, n->value, (unsigned)local);
            mr_comp_leave(fn->c);
            mr_local_assign(fn, (unsigned)local);
            return (unsigned)local;
        }
    }
    unsigned reg = mr_temp(fn, 1);
    mr_gen_to(fn, e, reg);
    return reg;
}

void mr_gen_to(MrFn *fn, MrAst *e, unsigned dst) {
    mr_comp_enter(fn->c);
    switch ((int)e->kind) {
    case AST_BoolOp: gen_boolop(fn, e, dst); break;
    case AST_NamedExpr: gen_named(fn, e, dst); break;
    case AST_BinOp: gen_binop(fn, e, dst); break;
    case AST_UnaryOp: gen_unary(fn, e, dst); break;
    case AST_Lambda: mr_gen_lambda(fn, e, dst); break;
    case AST_IfExp: gen_ifexp(fn, e, dst); break;
    case AST_Dict: case AST_Set: case AST_List: case AST_Tuple: case AST_Slice: mr_gen_display(fn, e, dst); break;
    case AST_ListComp: case AST_SetComp: case AST_DictComp: case AST_GeneratorExp: mr_gen_comprehension(fn, e, dst); break;
    case AST_Await: {
        check_async(fn, e);
        unsigned mark = fn->temp_top;
        unsigned value = mr_gen_any(fn, mr_ast_Await(e)->value);
        mr_gen_await(fn, e, value, 0, dst);
        fn->temp_top = mark;
        break;
    }
    case AST_Yield: gen_yield(fn, e, dst); break;
    case AST_YieldFrom: gen_yield_from(fn, e, dst); break;
    case AST_Compare: gen_compare(fn, e, dst); break;
    case AST_Call: mr_gen_call(fn, e, dst); break;
    case AST_FormattedValue: case AST_JoinedStr: mr_gen_fstring(fn, e, dst); break;
    case AST_Constant: case AST_FOLDED: gen_constant(fn, e, dst); break;
    case AST_Attribute: gen_attribute(fn, e, dst); break;
    case AST_Subscript: gen_subscript(fn, e, dst); break;
    case AST_Starred: mr_comp_fail(fn->c, e, "can't use starred expression here");
    case AST_Name: mr_gen_load_name(fn, e, mr_ast_Name(e)->id, dst); break;
    default: mr_comp_fail(fn->c, e, "invalid syntax");
    }
    mr_comp_leave(fn->c);
}
