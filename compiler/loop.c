/* while, for and async for. */
#include "compiler/gen.h"

void mr_gen_while(MrFn *fn, MrAst *s) {
    MrAstWhile *w = mr_ast_While(s);
    MrLabel *head = mr_label_new(fn), *orelse = mr_label_new(fn), *end = mr_label_new(fn);
    mr_label_place_loop(fn, head);
    MrBlock loop = {.kind = BLOCK_LOOP, .at = s, .continue_ = head, .break_ = end};
    mr_block_push(fn, &loop);
    mr_gen_jump_if(fn, w->test, false, orelse);
    mr_gen_body(fn, w->body);
    mr_emit_jump(fn, s, MR_OP_JUMP_BACK, 0, head);
    mr_block_pop(fn, &loop);
    mr_label_place(fn, orelse);
    mr_gen_body(fn, w->orelse);
    mr_label_place(fn, end);
}

static int plain_target(MrFn *fn, MrAst *target) {
    return target->kind == AST_Name ? mr_gen_local(fn, mr_ast_Name(target)->id) : -1;
}

static void store_item(MrFn *fn, MrAst *target, int local, unsigned item) {
    if (local >= 0) {
        mr_gen_check_forbidden(fn, target, mr_ast_Name(target)->id, CTX_STORE);
        mr_local_assign(fn, item);
    } else {
        mr_gen_store(fn, target, item);
    }
}

void mr_gen_for(MrFn *fn, MrAst *s) {
    MrAstFor *f = mr_ast_For(s);
    unsigned mark = fn->temp_top;
    unsigned source = mr_gen_any(fn, f->iter);
    fn->temp_top = mark;
    unsigned iter = mr_temp(fn, 1); /* where a computed source lies already: no second reference stays behind */
    mr_emit(fn, s, MR_OP_GET_ITER, 0, iter, source, 0);
    MrLabel *head = mr_label_new(fn), *orelse = mr_label_new(fn), *end = mr_label_new(fn);
    int local = plain_target(fn, f->target);
    unsigned item = local >= 0 ? (unsigned)local : mr_temp(fn, 1);
    mr_label_place_loop(fn, head);
    MrBlock loop = {.kind = BLOCK_LOOP, .at = s, .continue_ = head, .break_ = end, .saved = (uint16_t)iter, .iterates = true};
    mr_block_push(fn, &loop);
    mr_emit_for_iter(fn, s, item, iter, orelse);
    store_item(fn, f->target, local, item);
    mr_gen_body(fn, f->body);
    mr_emit_jump(fn, s, MR_OP_JUMP_BACK, 0, head);
    mr_block_pop(fn, &loop);
    mr_label_place(fn, orelse);
    mr_gen_body(fn, f->orelse);
    mr_label_place(fn, end);
    fn->temp_top = mark;
}

MrAsyncStep mr_gen_async_next(MrFn *fn, const MrAst *at, unsigned iter, unsigned dst) {
    MrAsyncStep step = {mr_label_new(fn), mr_state_copy(fn), fn->temp_top};
    MrBlock range = {.kind = BLOCK_TRY, .handler = step.handler, .reg = (uint16_t)step.reg};
    unsigned mark = fn->temp_top;
    unsigned driven = mr_temp(fn, 2), result = driven + 1;
    mr_block_push(fn, &range);
    mr_emit(fn, at, MR_OP_GET_ANEXT, 0, driven, iter, 0);
    mr_emit_none(fn, at, result);
    mr_emit(fn, at, MR_OP_SEND, 0, result, driven, 0);
    mr_block_pop(fn, &range);
    mr_emit_move(fn, at, dst, result);
    fn->temp_top = mark;
    return step;
}

void mr_gen_async_end(MrFn *fn, const MrAst *at, MrAsyncStep step, MrLabel *done) {
    mr_label_place_handler(fn, step.handler, step.state);
    mr_emit_jump(fn, at, MR_OP_END_ASYNC_FOR, step.reg, done);
}

void mr_gen_async_for(MrFn *fn, MrAst *s) {
    MrAstFor *f = (MrAstFor *)s;
    bool allowed = (fn->owner->kind == SCOPE_FUNCTION && fn->owner->node->kind == AST_AsyncFunctionDef) ||
                   (fn->owner->kind == SCOPE_MODULE && (fn->c->flags & MR_COMPILE_TOP_LEVEL_AWAIT));
    if (!allowed) mr_comp_fail(fn->c, s, "'async for' outside async function");
    unsigned mark = fn->temp_top;
    unsigned source = mr_gen_any(fn, f->iter);
    fn->temp_top = mark;
    unsigned iter = mr_temp(fn, 1);
    mr_emit(fn, s, MR_OP_GET_AITER, 0, iter, source, 0);
    MrLabel *head = mr_label_new(fn), *orelse = mr_label_new(fn), *end = mr_label_new(fn);
    int local = plain_target(fn, f->target);
    unsigned item = local >= 0 ? (unsigned)local : mr_temp(fn, 1);
    mr_label_place_loop(fn, head);
    MrBlock loop = {.kind = BLOCK_LOOP, .at = s, .continue_ = head, .break_ = end, .saved = (uint16_t)iter, .iterates = true};
    mr_block_push(fn, &loop);
    MrAsyncStep step = mr_gen_async_next(fn, s, iter, item);
    store_item(fn, f->target, local, item);
    mr_gen_body(fn, f->body);
    mr_emit_jump(fn, s, MR_OP_JUMP_BACK, 0, head);
    mr_block_pop(fn, &loop);
    mr_gen_async_end(fn, s, step, orelse);
    mr_label_place(fn, orelse);
    mr_gen_body(fn, f->orelse);
    mr_label_place(fn, end);
    fn->temp_top = mark;
}
