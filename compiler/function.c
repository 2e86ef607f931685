/* Functions and lambdas: defaults, annotations, decorators, closures, and the unit of the body. */
#include "compiler/gen.h"

#include <string.h>

static void set_qualname(MrFn *fn) {
    MrCompiler *c = fn->c;
    const MrFn *parent = fn->parent;
    if (parent && parent->owner->kind == SCOPE_TYPE_PARAMS) parent = parent->parent;
    fn->qualname = fn->name->bytes;
    fn->qualname_len = fn->name->len;
    if (!parent || parent->owner->kind == SCOPE_MODULE) return;
    bool is_lambda = fn->owner->node->kind == AST_Lambda || fn->owner->comprehension;
    if (!is_lambda && (fn->owner->kind == SCOPE_FUNCTION || fn->owner->kind == SCOPE_CLASS)) {
        const MrSymbol *symbol = mr_scope_lookup(parent->owner, mr_comp_mangle(c, parent->private_name, fn->name));
        if (symbol && symbol->binding == BIND_GLOBAL_EXPLICIT) return;
    }
    const char *middle = parent->owner->kind == SCOPE_FUNCTION ? ".<locals>." : ".";
    size_t len = parent->qualname_len + strlen(middle) + fn->name->len;
    char *text = mr_comp_alloc(c, len + 1);
    memcpy(text, parent->qualname, parent->qualname_len);
    memcpy(text + parent->qualname_len, middle, strlen(middle));
    memcpy(text + len - fn->name->len, fn->name->bytes, fn->name->len);
    fn->qualname = text;
    fn->qualname_len = len;
}

MrFn *mr_gen_open(MrCompiler *c, MrScope *scope, const MrName *name, const MrAst *node) {
    MrFn *fn = mr_fn_open(c, scope, name, node);
    set_qualname(fn);
    if (mr_scope_is_function(scope)) {
        fn->flags |= MR_CODE_OPTIMIZED | MR_CODE_NEWLOCALS;
        if (scope->generator) fn->flags |= scope->coroutine ? MR_CODE_ASYNC_GENERATOR : MR_CODE_GENERATOR;
        else if (scope->coroutine) fn->flags |= MR_CODE_COROUTINE;
        if (scope->varargs) fn->flags |= MR_CODE_VARARGS;
        if (scope->varkeywords) fn->flags |= MR_CODE_VARKEYWORDS;
    }
    if (scope->nested) fn->flags |= MR_CODE_NESTED;
    if (scope->kind == SCOPE_CLASS) fn->flags |= MR_CODE_CLASS;
    if (c->flags & MR_COMPILE_LIKE_NATIVE) fn->flags |= MR_CODE_LIKE_NATIVE;
    if (c->future_annotations) fn->flags |= MR_CODE_FUTURE_ANNOTATIONS;
    return fn;
}

void mr_gen_prologue(MrFn *fn) {
    const MrScope *scope = fn->owner;
    for (uint32_t i = 0; i < scope->symbols.count; i++) {
        const MrSymbol *symbol = scope->symbols.items[i];
        if (symbol->binding == BIND_CELL && symbol->reg >= 0) mr_emit(fn, NULL, MR_OP_MAKE_CELL, 0, (unsigned)symbol->reg, 0, 0);
    }
}

MrUnit *mr_gen_finish_function(MrFn *fn) {
    if (fn->flags & (MR_CODE_GENERATOR | MR_CODE_COROUTINE | MR_CODE_ASYNC_GENERATOR)) {
        fn->temp_top = fn->nlocals;
        unsigned exc = mr_temp(fn, 1);
        MrBlock whole = {.kind = BLOCK_TRY, .handler = mr_label_new(fn), .reg = (uint16_t)exc};
        whole.start = 0;
        fn->reachable = false;
        mr_block_suspend(fn, &whole);
        mr_label_place_handler(fn, whole.handler, mr_state_copy(fn));
        mr_emit(fn, NULL, MR_OP_INTRINSIC, 0, exc, exc, MR_INTRINSIC_STOPITERATION_ERROR);
        mr_emit(fn, NULL, MR_OP_RERAISE, 0, exc, 0, 0);
    }
    return mr_fn_close(fn);
}

static void load_captured(MrFn *fn, const MrAst *at, const MrName *name, unsigned dst) {
    MrVar var = mr_var_find(fn, name);
    if (fn->owner->kind == SCOPE_CLASS && (name == fn->c->names.dunder_class || name == fn->c->names.dunder_classdict)) {
        mr_gen_load_cell_of(fn, at, name, dst);
        return;
    }
    if (var.kind == VAR_CELL) {
        mr_emit_move(fn, at, dst, var.index);
        return;
    }
    const MrSymbol *symbol = mr_scope_lookup(fn->owner, name);
    mr_emit(fn, at, MR_OP_LOAD_CLOSURE, 0, dst, symbol && symbol->free_index >= 0 ? (unsigned)symbol->free_index : var.index, 0);
}

void mr_gen_make_function(MrFn *fn, const MrAst *at, MrUnit *unit, MrScope *inner, unsigned x, const unsigned regs[4], unsigned dst) {
    unsigned mark = fn->temp_top;
    uint32_t code = mr_fn_add_code(fn, unit);
    if (code >> 19) mr_comp_fail(fn->c, at, "too many constants in one code block");
    unsigned base = fn->temp_top;
    for (unsigned i = 0; i < 3; i++)
        if (x & 1u << i) mr_emit_move(fn, at, mr_temp(fn, 1), regs[i]);
    if (inner->free_names.count) {
        unsigned closure = mr_temp(fn, 1);
        unsigned first = mr_temp(fn, inner->free_names.count);
        for (uint32_t i = 0; i < inner->free_names.count; i++) load_captured(fn, at, inner->free_names.items[i], first + i);
        mr_emit(fn, at, MR_OP_BUILD_TUPLE, 0, closure, first, inner->free_names.count);
        fn->temp_top = closure + 1;
        x |= 8;
    }
    if (x & 16) mr_emit_move(fn, at, mr_temp(fn, 1), regs[3]);
    mr_emit(fn, at, MR_OP_MAKE_FUNCTION, x | code >> 16 << 5, dst, code & UINT16_MAX, base);
    fn->temp_top = mark;
}

void mr_gen_annotation(MrFn *fn, MrAst *annotation, unsigned dst) {
    if (!fn->c->future_annotations) {
        if (annotation->kind == AST_Starred) { /* *args: *Ts gives the one item of the unpacking */
            unsigned mark = fn->temp_top;
            unsigned value = mr_gen_any(fn, mr_ast_Starred(annotation)->value);
            unsigned item = mr_temp(fn, 1);
            mr_emit(fn, annotation, MR_OP_UNPACK, 0, item, value, 1);
            mr_emit_move(fn, annotation, dst, item);
            fn->temp_top = mark;
            return;
        }
        mr_gen_to(fn, annotation, dst);
        return;
    }
    MrBuf text = MR_BUF_EMPTY;
    mr_unparse(fn->c, annotation, &text);
    char *kept = text.failed ? NULL : mr_arena_strdup(fn->c->arena, text.data ? text.data : "", text.length);
    size_t length = text.length;
    mr_buf_fini(&text);
    if (!kept) mr_comp_out_of_memory(fn->c);
    mr_emit_text(fn, annotation, dst, kept, length);
}

static void annotate(MrFn *fn, const MrAst *at, const MrName *name, MrAst *annotation, uint32_t *pairs) {
    if (!annotation) return;
    const MrName *mangled = mr_gen_mangle(fn, name);
    unsigned key = mr_temp(fn, 1);
    mr_emit_text(fn, at, key, mangled->bytes, mangled->len);
    unsigned value = mr_temp(fn, 1);
    mr_gen_annotation(fn, annotation, value);
    ++*pairs;
}

static void annotate_args(MrFn *fn, const MrAst *at, MrNodeList args, uint32_t *pairs) {
    for (uint32_t i = 0; i < args.count; i++)
        annotate(fn, at, mr_ast_arg(args.items[i])->arg, mr_ast_arg(args.items[i])->annotation, pairs);
}

/* R[dst] = dict of the annotations; false if there are none. */
static bool gen_annotations(MrFn *fn, const MrAst *at, MrAstarguments *a, MrAst *returns, unsigned dst) {
    unsigned mark = fn->temp_top;
    uint32_t pairs = 0;
    annotate_args(fn, at, a->args, &pairs);
    annotate_args(fn, at, a->posonlyargs, &pairs);
    if (a->vararg) annotate(fn, at, mr_ast_arg(a->vararg)->arg, mr_ast_arg(a->vararg)->annotation, &pairs);
    annotate_args(fn, at, a->kwonlyargs, &pairs);
    if (a->kwarg) annotate(fn, at, mr_ast_arg(a->kwarg)->arg, mr_ast_arg(a->kwarg)->annotation, &pairs);
    annotate(fn, at, fn->c->names.return_, returns, &pairs);
    if (pairs) mr_emit(fn, at, MR_OP_BUILD_MAP, 0, dst, mark, pairs);
    fn->temp_top = mark;
    return pairs > 0;
}

static bool gen_defaults(MrFn *fn, const MrAst *at, MrAstarguments *a, unsigned dst) {
    if (!a->defaults.count) return false;
    unsigned mark = fn->temp_top;
    MrConst tuple = {.kind = MR_CONST_TUPLE, .n = a->defaults.count};
    tuple.items = MR_COMP_NEW_ARRAY(fn->c, MrConst, tuple.n);
    bool constant = true;
    for (uint32_t i = 0; i < a->defaults.count && constant; i++) constant = mr_fold_value(fn->c, a->defaults.items[i], &tuple.items[i]);
    if (constant) {
        mr_emit_const(fn, at, dst, tuple);
        return true;
    }
    for (uint32_t i = 0; i < a->defaults.count; i++) {
        unsigned reg = mr_temp(fn, 1);
        mr_gen_to(fn, a->defaults.items[i], reg);
    }
    mr_emit(fn, at, MR_OP_BUILD_TUPLE, 0, dst, mark, a->defaults.count);
    fn->temp_top = mark;
    return true;
}

static bool gen_kwdefaults(MrFn *fn, const MrAst *at, MrAstarguments *a, unsigned dst) {
    unsigned mark = fn->temp_top;
    uint32_t pairs = 0;
    for (uint32_t i = 0; i < a->kw_defaults.count; i++) {
        if (!a->kw_defaults.items[i]) continue;
        const MrName *name = mr_gen_mangle(fn, mr_ast_arg(a->kwonlyargs.items[i])->arg);
        unsigned key = mr_temp(fn, 1);
        mr_emit_text(fn, at, key, name->bytes, name->len);
        unsigned value = mr_temp(fn, 1);
        mr_gen_to(fn, a->kw_defaults.items[i], value);
        pairs++;
    }
    if (pairs) mr_emit(fn, at, MR_OP_BUILD_MAP, 0, dst, mark, pairs);
    fn->temp_top = mark;
    return pairs > 0;
}

static void check_args(MrFn *fn, MrNodeList args) {
    for (uint32_t i = 0; i < args.count; i++) mr_gen_check_forbidden(fn, args.items[i], mr_ast_arg(args.items[i])->arg, CTX_STORE);
}

static void check_arguments(MrFn *fn, MrAstarguments *a) {
    check_args(fn, a->posonlyargs);
    check_args(fn, a->args);
    if (a->vararg) mr_gen_check_forbidden(fn, a->vararg, mr_ast_arg(a->vararg)->arg, CTX_STORE);
    check_args(fn, a->kwonlyargs);
    if (a->kwarg) mr_gen_check_forbidden(fn, a->kwarg, mr_ast_arg(a->kwarg)->arg, CTX_STORE);
}

static MrFn *open_function(MrFn *fn, MrScope *scope, const MrName *name, const MrAst *node, MrAstarguments *a, uint32_t first_line) {
    if (a->posonlyargs.count + a->args.count > 60000 || a->kwonlyargs.count > 60000) mr_comp_fail(fn->c, node, "too many arguments");
    MrFn *inner = mr_gen_open(fn->c, scope, name, node);
    inner->first_line = first_line;
    inner->posonly = (uint16_t)a->posonlyargs.count;
    inner->argcount = (uint16_t)(a->posonlyargs.count + a->args.count);
    inner->kwonly = (uint16_t)a->kwonlyargs.count;
    mr_gen_prologue(inner);
    return inner;
}

static MrUnit *gen_body(MrFn *fn, MrAst *s, uint32_t first_line) {
    MrAstFunctionDef *f = (MrAstFunctionDef *)s;
    MrScope *scope = mr_scope_find(fn->c, s, SCOPE_TAG_BODY);
    MrFn *inner = open_function(fn, scope, f->name, s, mr_ast_arguments(f->args), first_line);
    MrNodeList body = f->body;
    const MrAst *doc = mr_gen_docstring(inner, body);
    MrConst value;
    if (doc && mr_fold_value(fn->c, doc, &value)) inner->doc = (int32_t)mr_const_index(inner, value);
    if (mr_gen_docstring(NULL, body)) {
        body.items++;
        body.count--;
    }
    mr_gen_body(inner, body);
    mr_emit_wide(inner, NULL, MR_OP_RETURN_CONST, 0, 0, (int32_t)mr_const_none(inner));
    return mr_gen_finish_function(inner);
}

enum { MANY_DECORATORS = 256 }; /* more of them wait in a list instead of registers */

unsigned mr_gen_decorators(MrFn *fn, MrNodeList decorators) {
    unsigned first = fn->temp_top;
    if (decorators.count > MANY_DECORATORS) {
        unsigned list = mr_temp(fn, 1);
        mr_emit(fn, decorators.items[0], MR_OP_BUILD_LIST, 0, list, list, 0);
        for (uint32_t i = 0; i < decorators.count; i++) {
            unsigned decorator = mr_temp(fn, 1);
            mr_gen_to(fn, decorators.items[i], decorator);
            mr_emit(fn, decorators.items[i], MR_OP_LIST_APPEND, 0, list, decorator, 0);
            fn->temp_top = decorator;
        }
        return list;
    }
    for (uint32_t i = 0; i < decorators.count; i++) {
        unsigned window = mr_temp(fn, 2);
        mr_gen_to(fn, decorators.items[i], window);
    }
    return first;
}

/* What is decorated stands behind the last decorator's pair of registers, where its argument belongs, or behind the list; the result is in R[first]. */
void mr_gen_apply_decorators(MrFn *fn, MrNodeList decorators, unsigned first) {
    if (decorators.count > MANY_DECORATORS) {
        unsigned value = first + 1, window = mr_temp(fn, 3), argument = window + 2;
        for (uint32_t i = decorators.count; i > 0; i--) {
            const MrAst *at = decorators.items[i - 1];
            mr_emit_wide(fn, at, MR_OP_LOAD_INT, 0, argument, (int32_t)i - 1);
            mr_emit(fn, at, MR_OP_GETITEM, 0, window, first, argument);
            mr_emit_move(fn, at, argument, value);
            mr_emit(fn, at, MR_OP_CALL, 0, value, window, 1);
        }
        mr_emit_move(fn, decorators.items[0], first, value);
        return;
    }
    for (uint32_t i = decorators.count; i > 0; i--) {
        unsigned window = first + (i - 1) * 2;
        mr_emit(fn, decorators.items[i - 1], MR_OP_CALL, 0, window, window, 1);
    }
}

static void gen_function_object(MrFn *fn, MrAst *s, unsigned x, unsigned parts[4], uint32_t first_line, unsigned dst) {
    MrAstFunctionDef *f = (MrAstFunctionDef *)s;
    if (gen_annotations(fn, s, mr_ast_arguments(f->args), f->returns, parts[2])) x |= 4;
    MrUnit *unit = gen_body(fn, s, first_line);
    mr_gen_make_function(fn, s, unit, mr_scope_find(fn->c, s, SCOPE_TAG_BODY), x, parts, dst);
}

static const MrName *generic_name(MrCompiler *c, const MrName *name) {
    static const char prefix[] = "<generic parameters of ";
    char *text = mr_comp_alloc(c, sizeof prefix + name->len + 1);
    memcpy(text, prefix, sizeof prefix - 1);
    memcpy(text + sizeof prefix - 1, name->bytes, name->len);
    text[sizeof prefix - 1 + name->len] = '>';
    return mr_comp_intern(c, text, sizeof prefix + name->len);
}

/* def f[T](...): a scope of its own makes the parameters, the annotations and the function, and is called at once. */
static void gen_generic(MrFn *fn, MrAst *s, unsigned x, unsigned parts[4], uint32_t first_line, unsigned dst) {
    MrAstFunctionDef *f = (MrAstFunctionDef *)s;
    MrScope *scope = mr_scope_find(fn->c, s, SCOPE_TAG_TYPE_PARAMS);
    MrFn *outer = mr_gen_open(fn->c, scope, generic_name(fn->c, f->name), s);
    outer->first_line = first_line;
    outer->argcount = (uint16_t)((x & 1) + ((x & 2) >> 1));
    mr_gen_prologue(outer);
    unsigned inner_parts[4];
    inner_parts[2] = mr_temp(outer, 3);
    inner_parts[3] = inner_parts[2] + 1;
    unsigned result = inner_parts[2] + 2;
    inner_parts[0] = 0;
    inner_parts[1] = x & 1;
    mr_gen_type_params(outer, f->type_params, s, inner_parts[3]);
    gen_function_object(outer, s, x | 16, inner_parts, first_line, result);
    mr_emit(outer, s, MR_OP_RETURN, 0, result, 0, 0);
    MrUnit *unit = mr_gen_finish_function(outer);
    unsigned mark = fn->temp_top;
    unsigned window = mr_temp(fn, 4), count = 0;
    mr_gen_make_function(fn, s, unit, scope, 0, NULL, window);
    if (x & 1) mr_emit_move(fn, s, window + 2 + count++, parts[0]);
    if (x & 2) mr_emit_move(fn, s, window + 2 + count++, parts[1]);
    mr_emit(fn, s, MR_OP_CALL, 0, dst, window, count);
    fn->temp_top = mark;
}

void mr_gen_function(MrFn *fn, MrAst *s) {
    MrAstFunctionDef *f = (MrAstFunctionDef *)s;
    MrAstarguments *a = mr_ast_arguments(f->args);
    unsigned mark = fn->temp_top;
    check_arguments(fn, a);
    unsigned first = mr_gen_decorators(fn, f->decorator_list);
    uint32_t first_line = f->decorator_list.count ? f->decorator_list.items[0]->line : s->line;
    unsigned value = mr_temp(fn, 1);
    unsigned parts[4];
    parts[0] = mr_temp(fn, 3);
    parts[1] = parts[0] + 1;
    parts[2] = parts[0] + 2;
    unsigned x = gen_defaults(fn, s, a, parts[0]) ? 1 : 0;
    if (gen_kwdefaults(fn, s, a, parts[1])) x |= 2;
    if (f->type_params.count) gen_generic(fn, s, x, parts, first_line, value);
    else gen_function_object(fn, s, x, parts, first_line, value);
    mr_gen_apply_decorators(fn, f->decorator_list, first);
    mr_gen_store_name(fn, s, f->name, f->decorator_list.count ? first : value);
    fn->temp_top = mark;
}

void mr_gen_lambda(MrFn *fn, MrAst *e, unsigned dst) {
    MrAstLambda *l = mr_ast_Lambda(e);
    MrAstarguments *a = mr_ast_arguments(l->args);
    check_arguments(fn, a);
    unsigned mark = fn->temp_top;
    unsigned parts[4];
    parts[0] = mr_temp(fn, 2);
    parts[1] = parts[0] + 1;
    unsigned x = gen_defaults(fn, e, a, parts[0]) ? 1 : 0;
    if (gen_kwdefaults(fn, e, a, parts[1])) x |= 2;
    MrScope *scope = mr_scope_find(fn->c, e, SCOPE_TAG_BODY);
    MrFn *inner = open_function(fn, scope, fn->c->names.lambda, e, a, e->line);
    unsigned value = mr_gen_any(inner, l->body);
    mr_emit(inner, l->body, MR_OP_RETURN, 0, value, 0, 0);
    mr_gen_make_function(fn, e, mr_gen_finish_function(inner), scope, x, parts, dst);
    fn->temp_top = mark;
}
