/* try statements. A handler starts with the exception in a register; PUSH_EXC makes it the handled one and keeps the state
 * before it in a register of its own, which every way out restores: falling out, jumping out (unwind.c), and raising, by a range
 * over the handler's own code.
 * A finally clause is compiled once for each way into it.
 */
#include "compiler/gen.h"

void mr_gen_handler_begin(MrFn *fn, const MrAst *at, MrHandling *h, unsigned exc) {
    h->exc = exc;
    h->saved = mr_temp(fn, 1);
    mr_emit(fn, NULL, MR_OP_PUSH_EXC, 0, h->saved, exc, 0);
    h->state = mr_state_copy(fn);
    h->block = (MrBlock){.kind = BLOCK_HANDLED, .handler = mr_label_new(fn), .saved = (uint16_t)h->saved, .reg = (uint16_t)mr_temp(fn, 1), .at = at};
    mr_block_push(fn, &h->block);
}

/* Ends the range; what falls out of the handler must have restored the state. Leaves the code unreachable. */
void mr_gen_handler_end(MrFn *fn, MrHandling *h) {
    mr_block_pop(fn, &h->block);
    MrLabel *after = NULL;
    if (fn->reachable) {
        after = mr_label_new(fn);
        mr_emit_jump(fn, NULL, MR_OP_JUMP, 0, after);
    }
    mr_label_place_handler(fn, h->block.handler, h->state);
    mr_emit(fn, NULL, MR_OP_POP_EXC, 0, h->saved, 0, 0);
    mr_emit(fn, NULL, MR_OP_RERAISE, 0, h->block.reg, 0, 0);
    if (after) mr_label_place(fn, after);
}

/* Body of an except clause whose exception is bound to a name: the name is unbound on every way out. */
static void gen_named_body(MrFn *fn, MrAst *clause, const MrName *name, MrNodeList body) {
    unsigned mark = fn->temp_top;
    MrBlock named = {.kind = BLOCK_NAMED, .handler = mr_label_new(fn), .name = name, .reg = (uint16_t)mr_temp(fn, 1)};
    uint64_t *state = mr_state_copy(fn);
    mr_block_push(fn, &named);
    mr_gen_body(fn, body);
    mr_block_pop(fn, &named);
    MrLabel *done = mr_label_new(fn);
    mr_gen_delete_name(fn, clause, name, true);
    mr_emit_jump(fn, NULL, MR_OP_JUMP, 0, done);
    mr_label_place_handler(fn, named.handler, state);
    mr_gen_delete_name(fn, NULL, name, true);
    mr_emit(fn, NULL, MR_OP_RERAISE, 0, named.reg, 0, 0);
    mr_label_place(fn, done);
    fn->temp_top = mark;
}

static void gen_clauses(MrFn *fn, MrNodeList handlers, unsigned exc, MrHandling *handling, MrLabel *end) {
    for (uint32_t i = 0; i < handlers.count; i++) {
        MrAst *clause = handlers.items[i];
        MrAstExceptHandler *h = mr_ast_ExceptHandler(clause);
        MrLabel *next = mr_label_new(fn);
        unsigned mark = fn->temp_top;
        if (!h->type && i + 1 < handlers.count) mr_comp_fail(fn->c, clause, "default 'except:' must be last");
        if (h->type) {
            unsigned matched = mr_temp(fn, 1);
            unsigned type = mr_gen_any(fn, h->type);
            mr_emit(fn, clause, MR_OP_MATCH_EXC, 0, matched, exc, type);
            mr_emit_jump(fn, clause, MR_OP_JUMP_IF_FALSE, matched, next);
            fn->temp_top = mark;
        }
        MrBlock body = {.kind = BLOCK_TRY, .at = clause}; /* no range: it counts as one level, as in CPython */
        mr_block_push(fn, &body);
        if (h->name) {
            mr_gen_store_name(fn, clause, h->name, exc);
            gen_named_body(fn, clause, h->name, h->body);
        } else {
            mr_gen_body(fn, h->body);
        }
        mr_block_pop(fn, &body);
        mr_emit(fn, NULL, MR_OP_POP_EXC, 0, handling->saved, 0, 0);
        mr_emit_jump(fn, NULL, MR_OP_JUMP, 0, end);
        mr_label_place(fn, next);
    }
    mr_emit(fn, NULL, MR_OP_RERAISE, 0, exc, 0, 0);
}

/* One except* clause: R[rest] is what is left of the exception, R[raised] the list of what clauses raised. */
static void gen_star_clause(MrFn *fn, MrAst *clause, unsigned pair, unsigned rest, unsigned raised) {
    MrAstExceptHandler *h = mr_ast_ExceptHandler(clause);
    unsigned mark = fn->temp_top;
    MrLabel *next = mr_label_new(fn);
    unsigned type = mr_gen_any(fn, h->type);
    mr_emit(fn, clause, MR_OP_MATCH_EXC_GROUP, 0, pair, rest, type);
    fn->temp_top = mark;
    mr_emit_move(fn, clause, rest, pair + 1);
    mr_emit_jump(fn, clause, MR_OP_JUMP_IF_NONE, pair, next);
    uint64_t *state = mr_state_copy(fn);
    unsigned before = mr_temp(fn, 1);
    mr_emit(fn, NULL, MR_OP_PUSH_EXC, 0, before, pair, 0);
    MrBlock block = {.kind = BLOCK_STAR, .handler = mr_label_new(fn), .reg = (uint16_t)mr_temp(fn, 1), .at = clause};
    mr_block_push(fn, &block);
    if (h->name) {
        mr_gen_store_name(fn, clause, h->name, pair);
        gen_named_body(fn, clause, h->name, h->body);
    } else {
        mr_gen_body(fn, h->body);
    }
    mr_block_pop(fn, &block);
    mr_emit(fn, NULL, MR_OP_POP_EXC, 0, before, 0, 0);
    mr_emit_jump(fn, NULL, MR_OP_JUMP, 0, next);
    mr_label_place_handler(fn, block.handler, state);
    mr_emit(fn, NULL, MR_OP_LIST_APPEND, 0, raised, block.reg, 0);
    mr_emit(fn, NULL, MR_OP_POP_EXC, 0, before, 0, 0);
    mr_label_place(fn, next);
    fn->temp_top = mark;
}

/* The clauses of except* and what follows the last. */
static void gen_star_clauses(MrFn *fn, MrAst *s, MrNodeList handlers, unsigned exc, MrHandling *handling, MrLabel *end) {
    unsigned rest = mr_temp(fn, 1), raised = mr_temp(fn, 1), pair = mr_temp(fn, 2);
    mr_emit_move(fn, NULL, rest, exc);
    mr_emit(fn, NULL, MR_OP_BUILD_LIST, 0, raised, raised, 0);
    for (uint32_t i = 0; i < handlers.count; i++) gen_star_clause(fn, handlers.items[i], pair, rest, raised);
    MrLabel *nothing = mr_label_new(fn), *no_rest = mr_label_new(fn);
    mr_emit_jump(fn, NULL, MR_OP_JUMP_IF_NONE, rest, no_rest);
    mr_emit(fn, NULL, MR_OP_LIST_APPEND, 0, raised, rest, 0);
    mr_label_place(fn, no_rest);
    mr_emit(fn, s, MR_OP_MERGE_EXC_STAR, 0, rest, exc, raised);
    mr_emit_jump(fn, NULL, MR_OP_JUMP_IF_NONE, rest, nothing);
    mr_emit(fn, NULL, MR_OP_RERAISE, 0, rest, 0, 0);
    mr_label_place(fn, nothing);
    mr_emit(fn, NULL, MR_OP_POP_EXC, 0, handling->saved, 0, 0);
    mr_emit_jump(fn, NULL, MR_OP_JUMP, 0, end);
}

static void gen_try_except(MrFn *fn, MrAst *s, MrAstTry *t, bool star) {
    unsigned mark = fn->temp_top;
    MrLabel *end = mr_label_new(fn);
    uint64_t *state = mr_state_copy(fn);
    MrBlock block = {.kind = BLOCK_TRY, .handler = mr_label_new(fn), .reg = (uint16_t)fn->temp_top, .at = s};
    mr_block_push(fn, &block);
    mr_gen_body(fn, t->body);
    mr_block_pop(fn, &block);
    mr_gen_body(fn, t->orelse);
    mr_emit_jump(fn, NULL, MR_OP_JUMP, 0, end);
    mr_label_place_handler(fn, block.handler, state);
    unsigned exc = mr_temp(fn, 1);
    MrHandling handling;
    mr_gen_handler_begin(fn, s, &handling, exc);
    if (star) gen_star_clauses(fn, s, t->handlers, exc, &handling, end);
    else gen_clauses(fn, t->handlers, exc, &handling, end);
    mr_gen_handler_end(fn, &handling);
    mr_label_place(fn, end);
    fn->temp_top = mark;
}

static void gen_try_finally(MrFn *fn, MrAst *s, MrAstTry *t, bool star) {
    unsigned mark = fn->temp_top;
    MrLabel *end = mr_label_new(fn);
    uint64_t *state = mr_state_copy(fn);
    MrBlock block = {.kind = BLOCK_FINALLY, .handler = mr_label_new(fn), .reg = (uint16_t)fn->temp_top, .finalbody = t->finalbody, .at = s};
    mr_block_push(fn, &block);
    if (t->handlers.count) gen_try_except(fn, s, t, star);
    else mr_gen_body(fn, t->body);
    mr_block_pop(fn, &block);
    mr_gen_body(fn, t->finalbody);
    mr_emit_jump(fn, NULL, MR_OP_JUMP, 0, end);
    mr_label_place_handler(fn, block.handler, state);
    unsigned exc = mr_temp(fn, 1);
    MrHandling handling;
    mr_gen_handler_begin(fn, s, &handling, exc);
    mr_gen_body(fn, t->finalbody);
    mr_emit(fn, NULL, MR_OP_RERAISE, 0, exc, 0, 0);
    mr_gen_handler_end(fn, &handling);
    mr_label_place(fn, end);
    fn->temp_top = mark;
}

static void gen_try(MrFn *fn, MrAst *s, MrAstTry *t, bool star) {
    if (t->finalbody.count) gen_try_finally(fn, s, t, star);
    else gen_try_except(fn, s, t, star);
}

void mr_gen_try(MrFn *fn, MrAst *s) { gen_try(fn, s, mr_ast_Try(s), false); }

/* The two nodes have the same fields (parser/ast.def). */
void mr_gen_try_star(MrFn *fn, MrAst *s) { gen_try(fn, s, (MrAstTry *)s, true); }
