/* with and async with. The pair for __exit__ stays in two registers for as long as the block runs. */
#include "compiler/gen.h"

void mr_gen_with_exit(MrFn *fn, const MrAst *at, unsigned pair, bool is_async) {
    unsigned mark = fn->temp_top;
    unsigned window = mr_temp(fn, 5);
    mr_emit_move(fn, at, window, pair);
    mr_emit_move(fn, at, window + 1, pair + 1);
    for (unsigned i = 2; i < 5; i++) mr_emit_none(fn, at, window + i);
    mr_emit(fn, at, MR_OP_CALL_METHOD, 0, window, window, 3);
    if (is_async) mr_gen_await(fn, at, window, 2, window);
    fn->temp_top = mark;
}

/* The handler: the exception goes to __exit__, whose truth says whether it ends there. */
static void gen_with_handler(MrFn *fn, const MrAst *at, MrBlock *block, const uint64_t *state, unsigned pair, bool is_async, MrLabel *end) {
    mr_label_place_handler(fn, block->handler, state);
    unsigned mark = fn->temp_top;
    unsigned exc = mr_temp(fn, 1);
    MrHandling handling;
    mr_gen_handler_begin(fn, NULL, &handling, exc);
    unsigned window = mr_temp(fn, 5);
    mr_emit_move(fn, at, window, pair);
    mr_emit_move(fn, at, window + 1, pair + 1);
    mr_emit(fn, at, MR_OP_WITH_EXC_ARGS, 0, window + 2, exc, 0);
    mr_emit(fn, at, MR_OP_CALL_METHOD, 0, window, window, 3);
    fn->temp_top = window + 1;
    if (is_async) mr_gen_await(fn, at, window, 2, window);
    MrLabel *raise = mr_label_new(fn);
    mr_emit_jump(fn, at, MR_OP_JUMP_IF_FALSE, window, raise);
    mr_emit(fn, NULL, MR_OP_POP_EXC, 0, handling.saved, 0, 0);
    mr_emit_jump(fn, NULL, MR_OP_JUMP, 0, end);
    mr_label_place(fn, raise);
    mr_emit(fn, NULL, MR_OP_RERAISE, 0, exc, 0, 0);
    mr_gen_handler_end(fn, &handling);
    fn->temp_top = mark;
}

static void gen_item(MrFn *fn, MrAst *s, MrAstWith *w, uint32_t index) {
    if (index == w->items.count) {
        mr_gen_body(fn, w->body);
        return;
    }
    mr_comp_enter(fn->c);
    bool is_async = s->kind == AST_AsyncWith;
    MrAstwithitem *item = mr_ast_withitem(w->items.items[index]);
    const MrAst *at = s; /* as CPython: the whole statement */
    unsigned mark = fn->temp_top;
    unsigned pair = mr_temp(fn, 4);
    unsigned manager = mr_gen_any(fn, item->context_expr);
    mr_emit(fn, at, MR_OP_SETUP_WITH, is_async, pair, manager, 0);
    fn->temp_top = pair + 2;
    unsigned entered = pair + 2;
    mr_emit(fn, at, MR_OP_CALL_METHOD, 0, entered, entered, 0);
    fn->temp_top = entered + 1;
    if (is_async) mr_gen_await(fn, at, entered, 1, entered);
    uint64_t *state = mr_state_copy(fn);
    MrLabel *end = mr_label_new(fn);
    MrBlock block = {.kind = is_async ? BLOCK_ASYNC_WITH : BLOCK_WITH, .handler = mr_label_new(fn), .reg = (uint16_t)entered,
                     .saved = (uint16_t)pair, .at = at};
    mr_block_push(fn, &block);
    if (item->optional_vars) mr_gen_store(fn, item->optional_vars, entered);
    fn->temp_top = entered;
    gen_item(fn, s, w, index + 1);
    mr_block_pop(fn, &block);
    mr_gen_with_exit(fn, at, pair, is_async);
    mr_emit_jump(fn, NULL, MR_OP_JUMP, 0, end);
    gen_with_handler(fn, at, &block, state, pair, is_async, end);
    mr_label_place(fn, end);
    fn->temp_top = mark;
    mr_comp_leave(fn->c);
}

void mr_gen_with(MrFn *fn, MrAst *s) {
    if (s->kind == AST_AsyncWith) {
        bool allowed = (fn->owner->kind == SCOPE_FUNCTION && fn->owner->node->kind == AST_AsyncFunctionDef) ||
                       (fn->owner->kind == SCOPE_MODULE && (fn->c->flags & MR_COMPILE_TOP_LEVEL_AWAIT));
        if (!allowed) mr_comp_fail(fn->c, s, "'async with' outside async function");
    }
    gen_item(fn, s, (MrAstWith *)s, 0);
}
