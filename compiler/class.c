/* Class statements and their bodies. */
#include "compiler/gen.h"

static void store_text(MrFn *fn, const MrAst *at, const MrName *name, const char *bytes, size_t len) {
    unsigned reg = mr_temp(fn, 1);
    mr_emit_text(fn, at, reg, bytes, len);
    mr_gen_store_name(fn, at, name, reg);
    fn->temp_top = reg;
}

static void end_body(MrFn *fn, const MrScope *scope) {
    MrCompiler *c = fn->c;
    unsigned cell = mr_temp(fn, 1);
    if (scope->needs_classdict) {
        mr_gen_load_cell_of(fn, NULL, c->names.dunder_classdict, cell);
        mr_emit(fn, NULL, MR_OP_STORE_NAME, 0, cell, mr_name_index(fn, mr_comp_intern(c, "__classdictcell__", 17)), 0);
    }
    if (scope->needs_class_cell) {
        mr_gen_load_cell_of(fn, NULL, c->names.dunder_class, cell);
        mr_emit(fn, NULL, MR_OP_STORE_NAME, 0, cell, mr_name_index(fn, c->names.dunder_classcell), 0);
        mr_emit(fn, NULL, MR_OP_RETURN, 0, cell, 0, 0);
    } else {
        mr_emit_wide(fn, NULL, MR_OP_RETURN_CONST, 0, 0, (int32_t)mr_const_none(fn));
    }
}

static MrUnit *gen_class_body(MrFn *outer, MrAst *s, uint32_t first_line) {
    MrAstClassDef *k = mr_ast_ClassDef(s);
    MrCompiler *c = outer->c;
    MrScope *scope = mr_scope_find(c, s, SCOPE_TAG_BODY);
    MrFn *fn = mr_gen_open(c, scope, k->name, s);
    fn->first_line = first_line;
    fn->private_name = k->name;
    MrAst start = {.kind = s->kind, .line = first_line, .end_line = first_line};
    for (uint32_t i = 0; i < scope->locals.count; i++)
        if (scope->local_flags.items[i] == (MR_LOCAL_CELL | MR_LOCAL_HIDDEN) &&
            (scope->locals.items[i] == c->names.dunder_class || scope->locals.items[i] == c->names.dunder_classdict))
            mr_emit(fn, NULL, MR_OP_MAKE_CELL, 0, i, 0, 0);
    unsigned reg = mr_temp(fn, 2);
    mr_gen_load_name(fn, &start, c->names.dunder_name, reg);
    mr_gen_store_name(fn, &start, c->names.dunder_module, reg);
    store_text(fn, &start, c->names.dunder_qualname, fn->qualname, fn->qualname_len);
    if (scope->needs_classdict) {
        mr_emit(fn, &start, MR_OP_LOAD_LOCALS, 0, reg, 0, 0);
        mr_gen_load_cell_of(fn, &start, c->names.dunder_classdict, reg + 1);
        mr_emit(fn, &start, MR_OP_STORE_CELL, 0, reg + 1, reg, 0);
    }
    if (k->type_params.count) {
        mr_gen_load_name(fn, &start, c->names.dot_type_params, reg);
        mr_gen_store_name(fn, &start, c->names.dunder_type_params, reg);
    }
    fn->temp_top = reg;
    mr_gen_docstring_body(fn, k->body);
    end_body(fn, scope);
    return mr_fn_close(fn);
}

/* __build_class__(body, name, bases..., keywords...) */
static void call_build_class(MrFn *fn, MrAst *s, uint32_t first_line, MrAst *generic_base, unsigned dst) {
    MrAstClassDef *k = mr_ast_ClassDef(s);
    unsigned mark = fn->temp_top;
    MrUnit *unit = gen_class_body(fn, s, first_line);
    unsigned window = mr_temp(fn, 4);
    mr_emit(fn, s, MR_OP_LOAD_BUILD_CLASS, 0, window, 0, 0);
    mr_gen_make_function(fn, s, unit, mr_scope_find(fn->c, s, SCOPE_TAG_BODY), 0, NULL, window + 2);
    mr_emit_text(fn, s, window + 3, k->name->bytes, k->name->len);
    mr_gen_call_args(fn, s, window, false, 2, k->bases, k->keywords, generic_base, dst);
    fn->temp_top = mark;
}

static const MrName *generic_name(MrCompiler *c, const MrName *name) {
    MrBuf text = MR_BUF_EMPTY;
    mr_buf_printf(&text, "<generic parameters of " MR_NAME_FMT ">", MR_NAME_ARG(name));
    const char *kept = text.failed ? NULL : mr_arena_strdup(c->arena, text.data, text.length);
    size_t len = text.length;
    mr_buf_fini(&text);
    if (!kept) mr_comp_out_of_memory(c);
    return mr_comp_intern(c, kept, len);
}

/* class C[T]: a scope of its own makes the parameters, Generic[T] as the last base, and the class, and is called at once. */
static void gen_generic_class(MrFn *fn, MrAst *s, uint32_t first_line, unsigned dst) {
    MrAstClassDef *k = mr_ast_ClassDef(s);
    MrCompiler *c = fn->c;
    MrScope *scope = mr_scope_find(c, s, SCOPE_TAG_TYPE_PARAMS);
    MrFn *outer = mr_gen_open(c, scope, generic_name(c, k->name), s);
    outer->first_line = first_line;
    outer->private_name = k->name;
    mr_gen_prologue(outer);
    unsigned params = mr_temp(outer, 2), result = params + 1;
    mr_gen_type_params(outer, k->type_params, s, params);
    mr_gen_store_name(outer, s, c->names.dot_type_params, params);
    mr_emit(outer, s, MR_OP_INTRINSIC, 0, result, params, MR_INTRINSIC_GENERIC_BASE);
    mr_gen_store_name(outer, s, c->names.dot_generic_base, result);
    MrAstName *base = MR_COMP_NEW(c, MrAstName);
    base->base = *s;
    base->base.kind = AST_Name;
    base->base.sub = CTX_LOAD;
    base->id = c->names.dot_generic_base;
    call_build_class(outer, s, first_line, &base->base, result);
    mr_emit(outer, s, MR_OP_RETURN, 0, result, 0, 0);
    MrUnit *unit = mr_gen_finish_function(outer);
    unsigned mark = fn->temp_top;
    unsigned window = mr_temp(fn, 2);
    mr_gen_make_function(fn, s, unit, scope, 0, NULL, window);
    mr_emit(fn, s, MR_OP_CALL, 0, dst, window, 0);
    fn->temp_top = mark;
}

void mr_gen_class(MrFn *fn, MrAst *s) {
    MrAstClassDef *k = mr_ast_ClassDef(s);
    unsigned mark = fn->temp_top;
    unsigned first = mr_gen_decorators(fn, k->decorator_list);
    uint32_t first_line = k->decorator_list.count ? k->decorator_list.items[0]->line : s->line;
    unsigned value = mr_temp(fn, 1);
    if (k->type_params.count) gen_generic_class(fn, s, first_line, value);
    else call_build_class(fn, s, first_line, NULL, value);
    mr_gen_apply_decorators(fn, k->decorator_list, first);
    mr_gen_store_name(fn, s, k->name, k->decorator_list.count ? first : value);
    fn->temp_top = mark;
}
