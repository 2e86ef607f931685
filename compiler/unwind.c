/* Leaving blocks early: what return, break and continue do on their way out of try, with and handlers. */
#include "compiler/gen.h"

static void leave_block(MrFn *fn, MrBlock *b, const MrAst *at) {
    switch (b->kind) {
    case BLOCK_FINALLY: mr_gen_body(fn, b->finalbody); break;
    case BLOCK_HANDLED: mr_emit(fn, at, MR_OP_POP_EXC, 0, b->saved, 0, 0); break;
    case BLOCK_NAMED: mr_gen_delete_name(fn, at, b->name, true); break;
    case BLOCK_WITH: case BLOCK_ASYNC_WITH: mr_gen_with_exit(fn, b->at, b->saved, b->kind == BLOCK_ASYNC_WITH); break;
    case BLOCK_LOOP: /* the value that is being returned may lie above: x=1 */
        if (b->iterates) mr_emit(fn, at, MR_OP_DISCARD, 1, b->saved, 0, 0);
        break;
    case BLOCK_STAR: mr_comp_fail(fn->c, at, "'break', 'continue' and 'return' cannot appear in an except* block");
    default: break;
    }
}

static MrUnwind gen_unwind_begin(MrFn *fn, MrBlock *until, const MrAst *at) {
    MrUnwind unwind = {fn->block, until, fn->temp_top};
    for (MrBlock *b = fn->block; b != until; b = b->outer) {
        mr_block_suspend(fn, b);
        fn->block = b->outer;
        leave_block(fn, b, at);
    }
    return unwind;
}

static void gen_unwind_end(MrFn *fn, MrUnwind unwind) {
    fn->block = unwind.from;
    fn->temp_top = unwind.temp_top;
    for (MrBlock *b = fn->block; b != unwind.until; b = b->outer) mr_block_resume(fn, b);
}

static bool runs_code(const MrBlock *b) {
    for (; b; b = b->outer)
        if (b->kind == BLOCK_FINALLY || b->kind == BLOCK_WITH || b->kind == BLOCK_ASYNC_WITH || b->kind == BLOCK_NAMED) return true;
    return false;
}

void mr_gen_return(MrFn *fn, MrAst *s) {
    MrAst *value = mr_ast_Return(s)->value;
    if (fn->owner->kind != SCOPE_FUNCTION) mr_comp_fail(fn->c, s, "'return' outside function");
    if (value && fn->owner->coroutine && fn->owner->generator)
        mr_comp_fail(fn->c, s, "'return' with value in async generator");
    unsigned mark = fn->temp_top;
    MrConst constant = {.kind = MR_CONST_NONE};
    bool is_const = !value || mr_fold_value(fn->c, value, &constant);
    unsigned reg = 0;
    if (!is_const) {
        reg = mr_gen_any(fn, value);
        if (reg < fn->nlocals && runs_code(fn->block)) {
            unsigned copy = mr_temp(fn, 1);
            mr_emit_move(fn, value, copy, reg);
            reg = copy;
        }
    }
    MrUnwind unwind = gen_unwind_begin(fn, NULL, s);
    if (is_const) mr_emit_wide(fn, s, MR_OP_RETURN_CONST, 0, 0, (int32_t)mr_const_index(fn, constant));
    else mr_emit(fn, s, MR_OP_RETURN, 0, reg, 0, 0);
    gen_unwind_end(fn, unwind);
    fn->temp_top = mark;
}

static MrBlock *innermost_loop(MrFn *fn) {
    MrBlock *b = fn->block;
    while (b && b->kind != BLOCK_LOOP) b = b->outer;
    return b;
}

/* No loop: but in an except* block it would not be allowed either. */
static void fail_outside(MrFn *fn, MrAst *s, const char *message) {
    for (MrBlock *b = fn->block; b; b = b->outer)
        if (b->kind == BLOCK_STAR) leave_block(fn, b, s);
    mr_comp_fail(fn->c, s, "%s", message);
}

void mr_gen_break(MrFn *fn, MrAst *s) {
    MrBlock *loop = innermost_loop(fn);
    if (!loop) fail_outside(fn, s, "'break' outside loop");
    MrUnwind unwind = gen_unwind_begin(fn, loop, s);
    if (loop->iterates) mr_emit(fn, s, MR_OP_DISCARD, 0, loop->saved, 0, 0);
    mr_emit_jump(fn, s, MR_OP_JUMP, 0, loop->break_);
    gen_unwind_end(fn, unwind);
}

void mr_gen_continue(MrFn *fn, MrAst *s) {
    MrBlock *loop = innermost_loop(fn);
    if (!loop) fail_outside(fn, s, "'continue' not properly in loop");
    MrUnwind unwind = gen_unwind_begin(fn, loop, s);
    mr_emit_jump(fn, s, MR_OP_JUMP_BACK, 0, loop->continue_);
    gen_unwind_end(fn, unwind);
}
