/* Simple statements, if, and the bodies of blocks. */
#include "compiler/gen.h"

const MrAst *mr_gen_docstring(const MrFn *fn, MrNodeList body) {
    if (!body.count || body.items[0]->kind != AST_Expr) return NULL;
    if (fn && (fn->c->flags & MR_COMPILE_NO_DOCSTRINGS)) return NULL;
    const MrAst *value = mr_ast_Expr(body.items[0])->value;
    return value->kind == AST_Constant && mr_ast_Constant(value)->value.tag == CONST_STR ? value : NULL;
}

static void find_annotation(MrAst **slot, void *context) {
    MrAst *n = *slot;
    bool *found = context;
    if (*found || n->kind >= AST_KIND_COUNT || mr_ast_kind_group(n->kind) == AST_GROUP_EXPR) return;
    if (n->kind == AST_FunctionDef || n->kind == AST_AsyncFunctionDef || n->kind == AST_ClassDef) return;
    if (n->kind == AST_AnnAssign && mr_ast_AnnAssign(n)->simple) *found = true;
    else mr_ast_each_child(n, find_annotation, context);
}

void mr_gen_docstring_body(MrFn *fn, MrNodeList body) {
    bool annotated = false;
    for (uint32_t i = 0; i < body.count && !annotated; i++) find_annotation(&body.items[i], &annotated);
    if (annotated) mr_emit(fn, NULL, MR_OP_SETUP_ANNOTATIONS, 0, 0, 0, 0);
    MrAst *doc = (MrAst *)(uintptr_t)mr_gen_docstring(fn, body);
    if (mr_gen_docstring(NULL, body)) {
        if (doc) {
            unsigned text = mr_temp(fn, 1);
            mr_gen_to(fn, doc, text);
            mr_gen_store_name(fn, body.items[0], fn->c->names.dunder_doc, text);
            fn->temp_top = text;
            MrConst value;
            mr_fold_value(fn->c, doc, &value);
            fn->doc = (int32_t)mr_const_index(fn, value);
        }
        body.items++;
        body.count--;
    }
    mr_gen_body(fn, body);
}

static void gen_stmt(MrFn *fn, MrAst *s);

void mr_gen_body(MrFn *fn, MrNodeList body) {
    for (uint32_t i = 0; i < body.count; i++) gen_stmt(fn, body.items[i]);
}

static void gen_if(MrFn *fn, MrAst *s) {
    MrAstIf *n = mr_ast_If(s);
    MrLabel *orelse = mr_label_new(fn), *end = mr_label_new(fn);
    mr_gen_jump_if(fn, n->test, false, orelse);
    mr_gen_body(fn, n->body);
    if (n->orelse.count) mr_emit_jump(fn, NULL, MR_OP_JUMP, 0, end);
    mr_label_place(fn, orelse);
    mr_gen_body(fn, n->orelse);
    mr_label_place(fn, end);
}

static void gen_raise(MrFn *fn, MrAst *s) {
    MrAstRaise *n = mr_ast_Raise(s);
    unsigned mark = fn->temp_top;
    if (!n->exc) {
        mr_emit(fn, s, MR_OP_RAISE, 2, 0, 0, 0);
    } else {
        unsigned exc = mr_gen_operand(fn, n->exc, n->cause, NULL), cause = 0;
        if (n->cause) cause = mr_gen_any(fn, n->cause);
        mr_emit(fn, s, MR_OP_RAISE, n->cause != NULL, exc, cause, 0);
    }
    fn->temp_top = mark;
}

static void gen_assert(MrFn *fn, MrAst *s) {
    MrAstAssert *n = mr_ast_Assert(s);
    MrConst value;
    bool always = (n->test->kind == AST_Tuple && mr_ast_Tuple(n->test)->elts.count > 0) ||
                  (mr_fold_value(fn->c, n->test, &value) && value.kind == MR_CONST_TUPLE && value.n > 0);
    if (always) mr_comp_warn(fn->c, s, "assertion is always true, perhaps remove parentheses?");
    if (fn->c->flags & MR_COMPILE_OPTIMIZE) return;
    unsigned mark = fn->temp_top;
    MrLabel *end = mr_label_new(fn);
    mr_gen_jump_if(fn, n->test, true, end);
    unsigned window = mr_temp(fn, 2);
    mr_emit(fn, s, MR_OP_LOAD_ASSERTION_ERROR, 0, window, 0, 0);
    if (n->msg) {
        unsigned message = mr_temp(fn, 1);
        mr_gen_to(fn, n->msg, message);
        mr_emit(fn, s, MR_OP_CALL, 0, window, window, 1);
    }
    mr_emit(fn, s, MR_OP_RAISE, 0, window, 0, 0);
    mr_label_place(fn, end);
    fn->temp_top = mark;
}

static void gen_expr_stmt(MrFn *fn, MrAst *s) {
    MrAst *value = mr_ast_Expr(s)->value;
    unsigned mark = fn->temp_top;
    bool interactive = fn->c->mode == MR_COMPILE_SINGLE && fn->owner->kind == SCOPE_MODULE;
    if (interactive) {
        unsigned reg = mr_gen_any(fn, value);
        mr_emit(fn, s, MR_OP_PRINT_EXPR, 0, reg, 0, 0);
    } else if (value->kind != AST_Constant && (int)value->kind != AST_FOLDED) {
        unsigned reg = mr_gen_any(fn, value);
        if (value->kind == AST_Call) mr_emit(fn, s, MR_OP_DISCARD, 0, reg, 0, 0);
    }
    fn->temp_top = mark;
}

static void gen_stmt(MrFn *fn, MrAst *s) {
    mr_comp_enter(fn->c);
    unsigned mark = fn->temp_top;
    switch (s->kind) {
    case AST_FunctionDef: case AST_AsyncFunctionDef: mr_gen_function(fn, s); break;
    case AST_ClassDef: mr_gen_class(fn, s); break;
    case AST_TypeAlias: mr_gen_type_alias(fn, s); break;
    case AST_Return: mr_gen_return(fn, s); break;
    case AST_Delete: {
        MrNodeList targets = mr_ast_Delete(s)->targets;
        for (uint32_t i = 0; i < targets.count; i++) mr_gen_delete(fn, targets.items[i]);
        break;
    }
    case AST_Assign: mr_gen_assign(fn, s); break;
    case AST_AugAssign: mr_gen_aug_assign(fn, s); break;
    case AST_AnnAssign: mr_gen_ann_assign(fn, s); break;
    case AST_For: mr_gen_for(fn, s); break;
    case AST_AsyncFor: mr_gen_async_for(fn, s); break;
    case AST_While: mr_gen_while(fn, s); break;
    case AST_If: gen_if(fn, s); break;
    case AST_With: case AST_AsyncWith: mr_gen_with(fn, s); break;
    case AST_Match: mr_gen_match(fn, s); break;
    case AST_Raise: gen_raise(fn, s); break;
    case AST_Try: mr_gen_try(fn, s); break;
    case AST_TryStar: mr_gen_try_star(fn, s); break;
    case AST_Assert: gen_assert(fn, s); break;
    case AST_Import: mr_gen_import(fn, s); break;
    case AST_ImportFrom: mr_gen_import_from(fn, s); break;
    case AST_Expr: gen_expr_stmt(fn, s); break;
    case AST_Break: mr_gen_break(fn, s); break;
    case AST_Continue: mr_gen_continue(fn, s); break;
    default: break; /* Pass, Global, Nonlocal */
    }
    fn->temp_top = mark;
    mr_comp_leave(fn->c);
}
