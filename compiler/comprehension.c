/* Comprehensions and generator expressions. A list, set or dict comprehension runs in place: its variables are hidden registers
 * of the enclosing unit, apart from variables of the same name outside. Generator expressions, and comprehensions in annotation
 * scopes of classes, are functions of one argument, the first iterator.
 */
#include "compiler/gen.h"

typedef struct Parts {
    MrNodeList generators;
    MrAst *elt, *value; /* value: of a dict comprehension, elt is the key then */
} Parts;

static Parts parts_of(MrAst *e) {
    switch (e->kind) {
    case AST_ListComp: return (Parts){mr_ast_ListComp(e)->generators, mr_ast_ListComp(e)->elt, NULL};
    case AST_SetComp: return (Parts){mr_ast_SetComp(e)->generators, mr_ast_SetComp(e)->elt, NULL};
    case AST_GeneratorExp: return (Parts){mr_ast_GeneratorExp(e)->generators, mr_ast_GeneratorExp(e)->elt, NULL};
    default: return (Parts){mr_ast_DictComp(e)->generators, mr_ast_DictComp(e)->key, mr_ast_DictComp(e)->value};
    }
}

static void gen_element(MrFn *fn, MrAst *e, const Parts *parts, unsigned grown) {
    unsigned mark = fn->temp_top;
    MrAst *elt = parts->elt;
    if (e->kind == AST_DictComp) {
        unsigned key = mr_gen_operand(fn, elt, parts->value, NULL);
        unsigned value = mr_gen_any(fn, parts->value);
        MrAst at = *elt;
        at.end_line = parts->value->end_line;
        at.end_col = parts->value->end_col;
        mr_emit(fn, &at, MR_OP_MAP_ADD, 0, grown, key, value);
    } else if (e->kind == AST_GeneratorExp) {
        unsigned value = mr_gen_any(fn, elt);
        unsigned sent = mr_temp(fn, 1);
        mr_emit(fn, elt, MR_OP_YIELD_VALUE, 0, sent, value, 0);
    } else {
        unsigned value = mr_gen_any(fn, elt);
        mr_emit(fn, elt, e->kind == AST_SetComp ? MR_OP_SET_ADD : MR_OP_LIST_APPEND, 0, grown, value, 0);
    }
    fn->temp_top = mark;
}

static void gen_level(MrFn *fn, MrAst *e, const Parts *parts, uint32_t level, unsigned iter, unsigned grown);

static void gen_level_body(MrFn *fn, MrAst *e, const Parts *parts, uint32_t level, unsigned grown, MrLabel *next) {
    MrAstcomprehension *g = mr_ast_comprehension(parts->generators.items[level]);
    for (uint32_t i = 0; i < g->ifs.count; i++) mr_gen_jump_if(fn, g->ifs.items[i], false, next);
    if (level + 1 == parts->generators.count) {
        gen_element(fn, e, parts, grown);
        return;
    }
    MrAstcomprehension *inner = mr_ast_comprehension(parts->generators.items[level + 1]);
    unsigned mark = fn->temp_top;
    unsigned iter = mr_temp(fn, 1);
    unsigned source = mr_gen_any(fn, inner->iter);
    mr_emit(fn, e, inner->is_async ? MR_OP_GET_AITER : MR_OP_GET_ITER, 0, iter, source, 0);
    fn->temp_top = iter + 1;
    gen_level(fn, e, parts, level + 1, iter, grown);
    fn->temp_top = mark;
}

static void gen_level(MrFn *fn, MrAst *e, const Parts *parts, uint32_t level, unsigned iter, unsigned grown) {
    mr_comp_enter(fn->c);
    MrAstcomprehension *g = mr_ast_comprehension(parts->generators.items[level]);
    MrLabel *head = mr_label_new(fn), *next = mr_label_new(fn), *done = mr_label_new(fn);
    unsigned mark = fn->temp_top;
    int local = g->target->kind == AST_Name ? mr_gen_local(fn, mr_ast_Name(g->target)->id) : -1;
    unsigned item = local >= 0 ? (unsigned)local : mr_temp(fn, 1);
    mr_label_place_loop(fn, head);
    MrAsyncStep step = {0};
    if (g->is_async) step = mr_gen_async_next(fn, e, iter, item);
    else mr_emit_for_iter(fn, e, item, iter, done);
    if (local >= 0) {
        mr_gen_check_forbidden(fn, g->target, mr_ast_Name(g->target)->id, CTX_STORE);
        mr_local_assign(fn, item);
    } else {
        mr_gen_store(fn, g->target, item);
    }
    gen_level_body(fn, e, parts, level, grown, next);
    mr_label_place(fn, next);
    mr_emit_jump(fn, e, MR_OP_JUMP_BACK, 0, head);
    if (g->is_async) mr_gen_async_end(fn, e, step, done);
    mr_label_place(fn, done);
    fn->temp_top = mark;
    mr_comp_leave(fn->c);
}

static void first_iterator(MrFn *fn, MrAst *e, const Parts *parts, unsigned dst) {
    MrAstcomprehension *g = mr_ast_comprehension(parts->generators.items[0]);
    unsigned mark = fn->temp_top;
    unsigned source = mr_gen_any(fn, g->iter);
    fn->temp_top = mark;
    mr_emit(fn, e, g->is_async ? MR_OP_GET_AITER : MR_OP_GET_ITER, 0, dst, source, 0);
}

static void build_empty(MrFn *fn, MrAst *e, unsigned grown) {
    MrOpcode op = e->kind == AST_ListComp ? MR_OP_BUILD_LIST : e->kind == AST_SetComp ? MR_OP_BUILD_SET : MR_OP_BUILD_MAP;
    mr_emit(fn, e, op, 0, grown, grown, 0);
}

/* Own variables start unbound, and each run of the comprehension has cells of its own. */
static void open_variables(MrFn *fn, MrAst *e, const MrScope *scope, bool several) {
    for (uint32_t i = 0; i < scope->symbols.count; i++) {
        const MrSymbol *symbol = scope->symbols.items[i];
        if (symbol->reg < 0) continue;
        bool cell = symbol->binding == BIND_CELL;
        if (cell || several) mr_emit(fn, e, MR_OP_DEL_LOCAL, 1, (unsigned)symbol->reg, 0, 0);
        if (cell) mr_emit(fn, e, MR_OP_MAKE_CELL, 0, (unsigned)symbol->reg, 0, 0);
        mr_local_unassign(fn, (unsigned)symbol->reg);
    }
}

static void close_variables(MrFn *fn, MrAst *e, const MrScope *scope) {
    for (uint32_t i = 0; i < scope->symbols.count; i++) {
        const MrSymbol *symbol = scope->symbols.items[i];
        if (symbol->reg < 0) continue;
        mr_emit(fn, e, MR_OP_DEL_LOCAL, 1, (unsigned)symbol->reg, 0, 0);
        mr_local_unassign(fn, (unsigned)symbol->reg);
    }
}

static void gen_inlined(MrFn *fn, MrAst *e, MrScope *scope, const Parts *parts, unsigned dst) {
    unsigned mark = fn->temp_top;
    unsigned iter = mr_temp(fn, 1), grown = mr_temp(fn, 1);
    first_iterator(fn, e, parts, iter);
    MrScope *outer = fn->scope;
    fn->scope = scope;
    open_variables(fn, e, scope, parts->generators.count > 1);
    build_empty(fn, e, grown);
    gen_level(fn, e, parts, 0, iter, grown);
    close_variables(fn, e, scope);
    fn->scope = outer;
    mr_emit_move(fn, e, dst, grown);
    fn->temp_top = mark;
}

static MrUnit *gen_unit(MrFn *parent, MrAst *e, MrScope *scope, const Parts *parts) {
    MrFn *fn = mr_gen_open(parent->c, scope, scope->name, e);
    fn->argcount = 1;
    mr_gen_prologue(fn);
    unsigned grown = mr_temp(fn, 1), iter = mr_temp(fn, 1);
    if (mr_ast_comprehension(parts->generators.items[0])->is_async) mr_emit_move(fn, e, iter, 0);
    else mr_emit(fn, e, MR_OP_INTRINSIC, 0, iter, 0, MR_INTRINSIC_ITERATOR); /* somebody else may call it, with something else */
    if (e->kind != AST_GeneratorExp) build_empty(fn, e, grown);
    gen_level(fn, e, parts, 0, iter, grown);
    if (e->kind == AST_GeneratorExp) mr_emit_wide(fn, e, MR_OP_RETURN_CONST, 0, 0, (int32_t)mr_const_none(fn));
    else mr_emit(fn, e, MR_OP_RETURN, 0, grown, 0, 0);
    return mr_gen_finish_function(fn);
}

static void check_async(MrFn *fn, MrAst *e, const MrScope *scope) {
    if (!scope->coroutine || e->kind == AST_GeneratorExp) return;
    const MrScope *owner = fn->owner;
    bool allowed = (owner->kind == SCOPE_FUNCTION && owner->node->kind == AST_AsyncFunctionDef) || owner->comprehension ||
                   (owner->kind == SCOPE_MODULE && (fn->c->flags & MR_COMPILE_TOP_LEVEL_AWAIT));
    if (!allowed) mr_comp_fail(fn->c, e, "asynchronous comprehension outside of an asynchronous function");
}

void mr_gen_comprehension(MrFn *fn, MrAst *e, unsigned dst) {
    Parts parts = parts_of(e);
    MrScope *scope = mr_scope_find(fn->c, e, SCOPE_TAG_BODY);
    check_async(fn, e, scope);
    if (scope->inlined) {
        gen_inlined(fn, e, scope, &parts, dst);
        return;
    }
    MrUnit *unit = gen_unit(fn, e, scope, &parts);
    unsigned mark = fn->temp_top;
    unsigned window = mr_temp(fn, 3);
    mr_gen_make_function(fn, e, unit, scope, 0, NULL, window);
    first_iterator(fn, e, &parts, window + 2);
    mr_emit(fn, e, MR_OP_CALL, 0, dst >= fn->nlocals ? dst : window, window, 1);
    if (scope->coroutine && e->kind != AST_GeneratorExp) mr_gen_await(fn, e, dst >= fn->nlocals ? dst : window, 0, window);
    else if (dst >= fn->nlocals) window = dst;
    mr_emit_move(fn, e, dst, window);
    fn->temp_top = mark;
}
