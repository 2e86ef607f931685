/* The whole way: parse, futures, fold, scopes, code. The one setjmp of the compiler is here. */
#include "compiler/gen.h"

#include <string.h>
#include "parser/parser.h"

static const char *const known_features[] = {"nested_scopes", "generators", "division", "absolute_import", "with_statement",
                                             "print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop", "annotations"};

static void read_future(MrCompiler *c, MrAst *s) {
    MrAstImportFrom *f = mr_ast_ImportFrom(s);
    for (uint32_t i = 0; i < f->names.count; i++) {
        const MrName *name = mr_ast_alias(f->names.items[i])->name;
        bool known = false;
        for (size_t k = 0; k < sizeof known_features / sizeof *known_features; k++) known |= mr_name_is(name, known_features[k]);
        MrSpan start = {(int)s->line, (int)s->col, (int)s->line, MR_DIAG_NO_COL};
        if (mr_name_is(name, "braces")) mr_comp_fail_span(c, start, "not a chance");
        if (!known) mr_comp_fail_span(c, start, "future feature " MR_NAME_FMT " is not defined", MR_NAME_ARG(name));
        if (mr_name_is(name, "annotations")) c->future_annotations = true;
    }
}

static bool is_future(const MrAst *s) {
    if (s->kind != AST_ImportFrom) return false;
    const MrAstImportFrom *f = mr_ast_ImportFrom(s);
    return f->level == 0 && f->module && mr_name_is(f->module, "__future__");
}

static void late_future(MrAst **slot, void *context) {
    MrCompiler *c = context;
    if (mr_ast_kind_group((*slot)->kind) == AST_GROUP_EXPR) return;
    if (is_future(*slot)) {
        mr_diag_set(c->diag, MR_DIAG_SYNTAX_ERROR, mr_node_span(*slot), "from __future__ imports must occur at the beginning of the file");
        longjmp(c->bail, 1);
    }
    mr_comp_enter(c);
    mr_ast_each_child(*slot, late_future, c);
    mr_comp_leave(c);
}

static void read_futures(MrCompiler *c, MrNodeList body) {
    bool early = true;
    for (uint32_t i = 0; i < body.count; i++) {
        MrAst *s = body.items[i];
        if (early && is_future(s)) {
            read_future(c, s);
        } else {
            early = early && i == 0 && mr_gen_docstring(NULL, body);
            late_future(&body.items[i], c);
        }
    }
}

static MrUnit *gen_module(MrCompiler *c, MrAst *module) {
    MrFn *fn = mr_gen_open(c, c->top, c->names.module, module);
    fn->first_line = module->kind == AST_Expression || module->line == 0 ? 1 : module->line;
    if (c->flags & MR_COMPILE_TOP_LEVEL_AWAIT && c->top->coroutine) fn->flags |= c->top->generator ? MR_CODE_ASYNC_GENERATOR : MR_CODE_COROUTINE;
    if (module->kind == AST_Expression) {
        MrAst *body = mr_ast_Expression(module)->body;
        unsigned value = mr_gen_any(fn, body);
        mr_emit(fn, body, MR_OP_RETURN, 0, value, 0, 0);
    } else {
        if (module->kind == AST_Module) mr_gen_docstring_body(fn, mr_ast_Module(module)->body);
        else {
            MrNodeList body = mr_ast_Interactive(module)->body;
            bool annotated = body.count && body.items[0]->kind == AST_AnnAssign;
            if (annotated) mr_emit(fn, NULL, MR_OP_SETUP_ANNOTATIONS, 0, 0, 0, 0);
            mr_gen_body(fn, body);
        }
        mr_emit_wide(fn, NULL, MR_OP_RETURN_CONST, 0, 0, (int32_t)mr_const_none(fn));
    }
    return mr_gen_finish_function(fn);
}

static MrUnit *compile_tree(MrCompiler *c, MrAst *module) {
    mr_comp_init_names(c);
    if (module->kind == AST_Module) read_futures(c, mr_ast_Module(module)->body);
    if (module->kind == AST_Interactive) read_futures(c, mr_ast_Interactive(module)->body);
    mr_fold_tree(c, module);
    mr_scope_build(c, module);
    MrUnit *unit = gen_module(c, module);
    if (c->needs_far) {
        mr_unit_free(unit);
        c->orphans.count = 0;
        c->far_jumps = true;
        c->needs_far = false;
        unit = gen_module(c, module);
    }
    return unit;
}

static void free_orphans(MrCompiler *c) {
    for (uint32_t i = 0; i < c->orphans.count; i++) mr_unit_free(c->orphans.items[i]);
    c->orphans.count = 0;
}

MrUnit *mr_compile_tree(MrAst *module, MrArena *arena, const char *filename, MrCompileMode mode, unsigned flags, MrDiag *diag) {
    MrUnit *volatile unit = NULL;
    MrCompiler *c = mr_arena_alloc(arena, sizeof *c);
    if (!c) {
        mr_diag_set_memory(diag);
        return NULL;
    }
    c->arena = arena;
    c->diag = diag;
    c->filename = filename;
    c->flags = flags;
    c->mode = mode;
    c->future_annotations = flags & MR_COMPILE_FUTURE_ANNOTATIONS;
    if (setjmp(c->bail) == 0) compile_tree(c, module);
    /* The finished unit is the only orphan; after an error they all go. */
    if (!mr_diag_failed(diag) && c->orphans.count == 1) {
        unit = c->orphans.items[0];
        c->orphans.count = 0;
    }
    free_orphans(c);
    return unit;
}

MrUnit *mr_compile(MrSource *source, MrCompileMode mode, unsigned flags, MrDiag *diag) {
    static const MrParseMode modes[] = {
        [MR_COMPILE_EXEC] = MR_PARSE_FILE, [MR_COMPILE_EVAL] = MR_PARSE_EVAL, [MR_COMPILE_SINGLE] = MR_PARSE_SINGLE};
    MrArena arena;
    mr_arena_init(&arena);
    MrAst *module = mr_parse(source, &arena, modes[mode], 0, diag);
    diag->parsed = module != NULL;
    MrUnit *unit = module ? mr_compile_tree(module, &arena, source->filename, mode, flags, diag) : NULL;
    mr_arena_fini(&arena);
    return unit;
}
