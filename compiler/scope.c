/* Pass one of the scope analysis: a walk over the tree that opens scopes and notes how each block uses each name, with the
 * checks that need no knowledge of outer blocks. Order of visits, and so which error is reported first, is CPython's.
 * Pass two (where a name lives) is resolve.c.
 */
#include "compiler/scope.h"

#include <assert.h>
#include <string.h>
#include "base/hash.h"
#include "compiler/fold.h"
#include "compiler/resolve.h"

typedef struct Builder {
    MrCompiler *c;
    MrScope *scope;
    const MrName *private_name;
} Builder;

static void visit_stmts(Builder *b, MrNodeList list);
static void visit_expr(Builder *b, MrAst *e);
static void visit_exprs(Builder *b, MrNodeList list);

static uint32_t pointer_hash(const void *p) { return (uint32_t)mr_hash_mix((uintptr_t)p); }

MrSymbol *mr_scope_lookup(const MrScope *scope, const MrName *name) {
    if (scope->table) {
        uint32_t slot = pointer_hash(name) & (scope->table_size - 1);
        while (scope->table[slot]) {
            if (scope->table[slot]->name == name) return scope->table[slot];
            slot = (slot + 1) & (scope->table_size - 1);
        }
        return NULL;
    }
    for (uint32_t i = 0; i < scope->symbols.count; i++)
        if (scope->symbols.items[i]->name == name) return scope->symbols.items[i];
    return NULL;
}

static void rebuild_table(MrCompiler *c, MrScope *scope) {
    uint32_t size = scope->table_size ? scope->table_size * 2 : 32;
    scope->table = MR_COMP_NEW_ARRAY(c, MrSymbol *, size);
    scope->table_size = size;
    for (uint32_t i = 0; i < scope->symbols.count; i++) {
        uint32_t slot = pointer_hash(scope->symbols.items[i]->name) & (size - 1);
        while (scope->table[slot]) slot = (slot + 1) & (size - 1);
        scope->table[slot] = scope->symbols.items[i];
    }
}

MrSymbol *mr_scope_add(MrCompiler *c, MrScope *scope, const MrName *name) {
    MrSymbol *symbol = mr_scope_lookup(scope, name);
    if (symbol) return symbol;
    symbol = MR_COMP_NEW(c, MrSymbol);
    *symbol = (MrSymbol){.name = name, .reg = -1, .free_index = -1};
    MR_LIST_PUSH(c, &scope->symbols, symbol);
    if (scope->symbols.count > 8 && scope->symbols.count * 2 > scope->table_size) {
        rebuild_table(c, scope);
    } else if (scope->table) {
        uint32_t slot = pointer_hash(name) & (scope->table_size - 1);
        while (scope->table[slot]) slot = (slot + 1) & (scope->table_size - 1);
        scope->table[slot] = symbol;
    }
    return symbol;
}

static uint32_t key_hash(const MrAst *node, int tag) { return pointer_hash((const char *)node + tag); }

static void map_insert(MrCompiler *c, MrScope *scope) {
    uint32_t slot = key_hash(scope->node, scope->tag) & (c->scope_map_size - 1);
    while (c->scope_map[slot]) slot = (slot + 1) & (c->scope_map_size - 1);
    c->scope_map[slot] = scope;
}

static void map_scope(MrCompiler *c, MrScope *scope) {
    if (c->n_scopes * 2 >= c->scope_map_size) {
        MrScope **old = c->scope_map;
        uint32_t old_size = c->scope_map_size;
        c->scope_map_size = old_size ? old_size * 2 : 64;
        c->scope_map = MR_COMP_NEW_ARRAY(c, MrScope *, c->scope_map_size);
        for (uint32_t i = 0; i < old_size; i++)
            if (old[i]) map_insert(c, old[i]);
    }
    map_insert(c, scope);
    c->n_scopes++;
}

MrScope *mr_scope_find(MrCompiler *c, const MrAst *node, int tag) {
    uint32_t slot = key_hash(node, tag) & (c->scope_map_size - 1);
    while (c->scope_map[slot]) {
        if (c->scope_map[slot]->node == node && c->scope_map[slot]->tag == tag) return c->scope_map[slot];
        slot = (slot + 1) & (c->scope_map_size - 1);
    }
    return NULL;
}

static MrScope *enter(Builder *b, MrScopeKind kind, const MrName *name, const MrAst *node, int tag) {
    MrScope *scope = MR_COMP_NEW(b->c, MrScope);
    scope->kind = kind;
    scope->name = name;
    scope->node = node;
    scope->tag = tag;
    scope->parent = b->scope;
    scope->nested = b->scope && (b->scope->nested || mr_scope_is_function(b->scope));
    scope->iter_expr = b->scope ? b->scope->iter_expr : 0;
    if (b->scope && kind != SCOPE_ANNOTATION) MR_LIST_PUSH(b->c, &b->scope->children, scope);
    if (kind != SCOPE_ANNOTATION) map_scope(b->c, scope);
    b->scope = scope;
    return scope;
}

static void leave(Builder *b) { b->scope = b->scope->parent; }

static void add_to(Builder *b, MrScope *scope, const MrName *name, uint32_t flag, const MrAst *at) {
    const MrName *mangled = mr_comp_mangle(b->c, b->private_name, name);
    MrSymbol *symbol = mr_scope_add(b->c, scope, mangled);
    if ((flag & SYM_PARAM) && (symbol->flags & SYM_PARAM))
        mr_comp_fail(b->c, at, "duplicate argument '" MR_NAME_FMT "' in function definition", MR_NAME_ARG(name));
    if ((flag & SYM_TYPE_PARAM) && (symbol->flags & SYM_TYPE_PARAM))
        mr_comp_fail(b->c, at, "duplicate type parameter '" MR_NAME_FMT "'", MR_NAME_ARG(name));
    symbol->flags |= flag;
    if (scope->iter_target) {
        if (symbol->flags & (SYM_GLOBAL | SYM_NONLOCAL))
            mr_comp_fail(b->c, at, "comprehension inner loop cannot rebind assignment expression target '" MR_NAME_FMT "'",
                         MR_NAME_ARG(name));
        symbol->flags |= SYM_ITERATION;
    }
    if (flag & SYM_GLOBAL) mr_scope_add(b->c, b->c->top, mangled)->flags |= SYM_GLOBAL;
}

static void add(Builder *b, const MrName *name, uint32_t flag, const MrAst *at) { add_to(b, b->scope, name, flag, at); }

static uint32_t flags_of(Builder *b, MrScope *scope, const MrName *name) {
    MrSymbol *symbol = mr_scope_lookup(scope, mr_comp_mangle(b->c, b->private_name, name));
    return symbol ? symbol->flags : 0;
}

static void check_annotation_scope(Builder *b, const char *what, const MrAst *at) {
    const char *where = b->scope->kind == SCOPE_ANNOTATION   ? "an annotation"
                        : b->scope->kind == SCOPE_TYPE_BOUND ? "a TypeVar bound"
                        : b->scope->kind == SCOPE_TYPE_ALIAS ? "a type alias"
                        : b->scope->kind == SCOPE_TYPE_PARAMS ? "the definition of a generic" : NULL;
    if (where) mr_comp_fail(b->c, at, "%s cannot be used within %s", what, where);
}

static void see_class(Builder *b, MrScope *scope) {
    scope->sees_class_scope = true;
    add(b, b->c->names.dunder_classdict, SYM_USE, scope->node);
}

static void enter_type_params(Builder *b, const MrName *name, const MrAst *node, bool defaults, bool kwdefaults) {
    bool in_class = b->scope->kind == SCOPE_CLASS;
    MrScope *scope = enter(b, SCOPE_TYPE_PARAMS, name, node, SCOPE_TAG_TYPE_PARAMS);
    if (defaults) add(b, b->c->names.dot_defaults, SYM_PARAM, node);
    if (kwdefaults) add(b, b->c->names.dot_kwdefaults, SYM_PARAM, node);
    if (in_class) see_class(b, scope);
    if (node->kind == AST_ClassDef) {
        add(b, b->c->names.dot_type_params, SYM_LOCAL | SYM_USE, node);
        add(b, b->c->names.dot_generic_base, SYM_LOCAL | SYM_USE, node);
    }
}

static void visit_type_params(Builder *b, MrNodeList list) {
    for (uint32_t i = 0; i < list.count; i++) {
        MrAst *param = list.items[i];
        if (param->kind == AST_TypeVar) {
            MrAstTypeVar *var = mr_ast_TypeVar(param);
            add(b, var->name, SYM_TYPE_PARAM | SYM_LOCAL, param);
            if (!var->bound) continue;
            bool in_class = b->scope->sees_class_scope;
            MrScope *scope = enter(b, SCOPE_TYPE_BOUND, var->name, param, SCOPE_TAG_BODY);
            if (in_class) see_class(b, scope);
            visit_expr(b, var->bound);
            leave(b);
        } else {
            const MrName *name = param->kind == AST_ParamSpec ? mr_ast_ParamSpec(param)->name : mr_ast_TypeVarTuple(param)->name;
            add(b, name, SYM_TYPE_PARAM | SYM_LOCAL, param);
        }
    }
}

static void visit_annotation(Builder *b, MrAst *annotation) {
    if (!annotation) return;
    if (!b->c->future_annotations) {
        visit_expr(b, annotation);
        return;
    }
    enter(b, SCOPE_ANNOTATION, b->c->names.dunder_annotations, annotation, SCOPE_TAG_BODY);
    visit_expr(b, annotation);
    leave(b);
}

static void visit_arg_annotations(Builder *b, MrNodeList args) {
    for (uint32_t i = 0; i < args.count; i++) visit_annotation(b, mr_ast_arg(args.items[i])->annotation);
}

static void visit_annotations(Builder *b, MrAstarguments *a, MrAst *returns) {
    visit_arg_annotations(b, a->posonlyargs);
    visit_arg_annotations(b, a->args);
    if (a->vararg) visit_annotation(b, mr_ast_arg(a->vararg)->annotation);
    if (a->kwarg) visit_annotation(b, mr_ast_arg(a->kwarg)->annotation);
    visit_arg_annotations(b, a->kwonlyargs);
    visit_annotation(b, returns);
}

static void add_params(Builder *b, MrNodeList args) {
    for (uint32_t i = 0; i < args.count; i++) add(b, mr_ast_arg(args.items[i])->arg, SYM_PARAM, args.items[i]);
}

static void visit_arguments(Builder *b, MrAstarguments *a) {
    add_params(b, a->posonlyargs);
    add_params(b, a->args);
    add_params(b, a->kwonlyargs);
    if (a->vararg) {
        add(b, mr_ast_arg(a->vararg)->arg, SYM_PARAM, a->vararg);
        b->scope->varargs = true;
    }
    if (a->kwarg) {
        add(b, mr_ast_arg(a->kwarg)->arg, SYM_PARAM, a->kwarg);
        b->scope->varkeywords = true;
    }
}

static void visit_function(Builder *b, MrAst *s) {
    MrAstFunctionDef *f = (MrAstFunctionDef *)s; /* AsyncFunctionDef has the same fields */
    MrAstarguments *a = mr_ast_arguments(f->args);
    add(b, f->name, SYM_LOCAL, s);
    visit_exprs(b, a->defaults);
    visit_exprs(b, a->kw_defaults);
    visit_exprs(b, f->decorator_list);
    if (f->type_params.count) {
        bool kwdefaults = false;
        for (uint32_t i = 0; i < a->kw_defaults.count; i++) kwdefaults |= a->kw_defaults.items[i] != NULL;
        enter_type_params(b, f->name, s, a->defaults.count > 0, kwdefaults);
        visit_type_params(b, f->type_params);
    }
    visit_annotations(b, a, f->returns);
    MrScope *scope = enter(b, SCOPE_FUNCTION, f->name, s, SCOPE_TAG_BODY);
    scope->coroutine = s->kind == AST_AsyncFunctionDef;
    visit_arguments(b, a);
    visit_stmts(b, f->body);
    leave(b);
    if (f->type_params.count) leave(b);
}

static_assert(sizeof(MrAstFunctionDef) == sizeof(MrAstAsyncFunctionDef), "the async form has the same fields");
static_assert(sizeof(MrAstFor) == sizeof(MrAstAsyncFor), "the async form has the same fields");
static_assert(sizeof(MrAstWith) == sizeof(MrAstAsyncWith), "the async form has the same fields");
static_assert(sizeof(MrAstTry) == sizeof(MrAstTryStar), "the star form has the same fields");

static void visit_class(Builder *b, MrAst *s) {
    MrAstClassDef *k = mr_ast_ClassDef(s);
    const MrName *outer_private = b->private_name;
    add(b, k->name, SYM_LOCAL, s);
    visit_exprs(b, k->decorator_list);
    if (k->type_params.count) {
        enter_type_params(b, k->name, s, false, false);
        b->private_name = k->name;
        visit_type_params(b, k->type_params);
    }
    visit_exprs(b, k->bases);
    visit_exprs(b, k->keywords);
    enter(b, SCOPE_CLASS, k->name, s, SCOPE_TAG_BODY);
    b->private_name = k->name;
    if (k->type_params.count) {
        add(b, b->c->names.dunder_type_params, SYM_LOCAL, s);
        add(b, b->c->names.dot_type_params, SYM_USE, s);
    }
    visit_stmts(b, k->body);
    leave(b);
    if (k->type_params.count) leave(b);
    b->private_name = outer_private;
}

static void visit_type_alias(Builder *b, MrAst *s) {
    MrAstTypeAlias *alias = mr_ast_TypeAlias(s);
    visit_expr(b, alias->name);
    const MrName *name = mr_ast_Name(alias->name)->id;
    bool in_class = b->scope->kind == SCOPE_CLASS;
    if (alias->type_params.count) {
        enter_type_params(b, name, s, false, false);
        visit_type_params(b, alias->type_params);
    }
    MrScope *scope = enter(b, SCOPE_TYPE_ALIAS, name, s, SCOPE_TAG_BODY);
    if (in_class) see_class(b, scope);
    visit_expr(b, alias->value);
    leave(b);
    if (alias->type_params.count) leave(b);
}

/* Notes what an assignment of `value` says of a name: that it is a text, or that it is extended. */
static void note_text(Builder *b, MrAst *target, MrAst *value) {
    MrConst k = {.kind = MR_CONST_NONE};
    bool constant = mr_fold_value(b->c, value, &k);
    if (target->kind == AST_Tuple) {
        MrNodeList names = mr_ast_Tuple(target)->elts, values = {0};
        if (value->kind == AST_Tuple) values = mr_ast_Tuple(value)->elts;
        for (uint32_t i = 0; i < names.count && i < values.count; i++) note_text(b, names.items[i], values.items[i]);
        for (uint32_t i = 0; constant && k.kind == MR_CONST_TUPLE && i < names.count && i < k.n; i++)
            if (names.items[i]->kind == AST_Name && (k.items[i].kind == MR_CONST_STR || k.items[i].kind == MR_CONST_BYTES)) add(b, mr_ast_Name(names.items[i])->id, SYM_TEXT, target);
    } else if (target->kind == AST_Name) {
        bool text = value->kind == AST_JoinedStr || (constant && (k.kind == MR_CONST_STR || k.kind == MR_CONST_BYTES));
        if (text || mr_scope_extends(target, value)) add(b, mr_ast_Name(target)->id, text ? SYM_TEXT : SYM_EXTENDED, target);
    }
}

static void visit_ann_assign(Builder *b, MrAst *s) {
    MrAstAnnAssign *a = mr_ast_AnnAssign(s);
    if (a->target->kind == AST_Name) {
        const MrName *name = mr_ast_Name(a->target)->id;
        uint32_t flags = flags_of(b, b->scope, name);
        if ((flags & (SYM_GLOBAL | SYM_NONLOCAL)) && b->scope->kind != SCOPE_MODULE && a->simple)
            mr_comp_fail(b->c, s, "annotated name '" MR_NAME_FMT "' can't be %s", MR_NAME_ARG(name),
                         flags & SYM_GLOBAL ? "global" : "nonlocal");
        if (a->simple) add(b, name, SYM_ANNOTATED | SYM_LOCAL, a->target);
        else if (a->value) add(b, name, SYM_LOCAL, a->target);
        if (a->value) note_text(b, a->target, a->value);
    } else {
        visit_expr(b, a->target);
    }
    visit_annotation(b, a->annotation);
    if (a->value) visit_expr(b, a->value);
}

static void visit_declaration(Builder *b, MrAst *s, MrNameList names, uint32_t flag) {
    const char *word = flag == SYM_GLOBAL ? "global" : "nonlocal";
    for (uint32_t i = 0; i < names.count; i++) {
        const MrName *name = names.items[i];
        uint32_t flags = flags_of(b, b->scope, name);
        if (flags & SYM_PARAM)
            mr_comp_fail(b->c, s, "name '" MR_NAME_FMT "' is parameter and %s", MR_NAME_ARG(name), word);
        if (flags & SYM_USE)
            mr_comp_fail(b->c, s, "name '" MR_NAME_FMT "' is used prior to %s declaration", MR_NAME_ARG(name), word);
        if (flags & SYM_ANNOTATED)
            mr_comp_fail(b->c, s, "annotated name '" MR_NAME_FMT "' can't be %s", MR_NAME_ARG(name), word);
        if (flags & SYM_LOCAL)
            mr_comp_fail(b->c, s, "name '" MR_NAME_FMT "' is assigned to before %s declaration", MR_NAME_ARG(name), word);
        add(b, name, flag, s);
        const MrName *mangled = mr_comp_mangle(b->c, b->private_name, name);
        MR_LIST_PUSH(b->c, &b->scope->directives, (__typeof__(*b->scope->directives.items)){mangled, s});
    }
}

static void visit_import(Builder *b, MrNodeList names) {
    for (uint32_t i = 0; i < names.count; i++) {
        MrAstalias *alias = mr_ast_alias(names.items[i]);
        const MrName *name = alias->asname ? alias->asname : alias->name;
        const char *dot = alias->asname ? NULL : memchr(name->bytes, '.', name->len);
        if (dot) name = mr_comp_intern(b->c, name->bytes, (size_t)(dot - name->bytes));
        if (!mr_name_is(name, "*")) add(b, name, SYM_IMPORT, names.items[i]);
        else if (b->scope->kind != SCOPE_MODULE) mr_comp_fail(b->c, names.items[i], "import * only allowed at module level");
    }
}

static void visit_handlers(Builder *b, MrNodeList handlers) {
    for (uint32_t i = 0; i < handlers.count; i++) {
        MrAstExceptHandler *h = mr_ast_ExceptHandler(handlers.items[i]);
        if (h->type) visit_expr(b, h->type);
        if (h->name) add(b, h->name, SYM_LOCAL | SYM_DELETED, handlers.items[i]);
        visit_stmts(b, h->body);
    }
}

static void visit_slot(MrAst **slot, void *context) { visit_expr(context, *slot); }

static void visit_pattern(MrAst **slot, void *context) {
    Builder *b = context;
    MrAst *p = *slot;
    if (p->kind >= AST_KIND_COUNT || mr_ast_kind_group(p->kind) != AST_GROUP_PATTERN) {
        visit_expr(b, p);
        return;
    }
    mr_comp_enter(b->c);
    mr_ast_each_child(p, visit_pattern, b);
    const MrName *name = p->kind == AST_MatchStar      ? mr_ast_MatchStar(p)->name
                         : p->kind == AST_MatchAs      ? mr_ast_MatchAs(p)->name
                         : p->kind == AST_MatchMapping ? mr_ast_MatchMapping(p)->rest : NULL;
    if (name) add(b, name, SYM_LOCAL, p);
    mr_comp_leave(b->c);
}

static void visit_match(Builder *b, MrAstMatch *m) {
    visit_expr(b, m->subject);
    for (uint32_t i = 0; i < m->cases.count; i++) {
        MrAstmatch_case *k = mr_ast_match_case(m->cases.items[i]);
        visit_pattern(&k->pattern, b);
        if (k->guard) visit_expr(b, k->guard);
        visit_stmts(b, k->body);
    }
}

static void visit_stmt(Builder *b, MrAst *s) {
    mr_comp_enter(b->c);
    switch (s->kind) {
    case AST_FunctionDef: case AST_AsyncFunctionDef: visit_function(b, s); break;
    case AST_ClassDef: visit_class(b, s); break;
    case AST_TypeAlias: visit_type_alias(b, s); break;
    case AST_Return:
        if (mr_ast_Return(s)->value) {
            visit_expr(b, mr_ast_Return(s)->value);
            b->scope->returns_value = true;
        }
        break;
    case AST_Assign: {
        MrAstAssign *a = mr_ast_Assign(s);
        visit_exprs(b, a->targets);
        visit_expr(b, a->value);
        for (uint32_t i = 0; i < a->targets.count; i++) note_text(b, a->targets.items[i], a->value);
        break;
    }
    case AST_AugAssign: {
        MrAst *target = mr_ast_AugAssign(s)->target;
        visit_expr(b, target);
        visit_expr(b, mr_ast_AugAssign(s)->value);
        if (s->sub == BINOP_ADD && target->kind == AST_Name) add(b, mr_ast_Name(target)->id, SYM_EXTENDED, target);
        break;
    }
    case AST_AnnAssign: visit_ann_assign(b, s); break;
    case AST_For: case AST_AsyncFor: {
        MrAstFor *f = (MrAstFor *)s;
        if (s->kind == AST_AsyncFor) b->scope->coroutine = true;
        visit_expr(b, f->target);
        visit_expr(b, f->iter);
        visit_stmts(b, f->body);
        visit_stmts(b, f->orelse);
        break;
    }
    case AST_While:
        visit_expr(b, mr_ast_While(s)->test);
        visit_stmts(b, mr_ast_While(s)->body);
        visit_stmts(b, mr_ast_While(s)->orelse);
        break;
    case AST_If:
        visit_expr(b, mr_ast_If(s)->test);
        visit_stmts(b, mr_ast_If(s)->body);
        visit_stmts(b, mr_ast_If(s)->orelse);
        break;
    case AST_With: case AST_AsyncWith: {
        MrAstWith *w = (MrAstWith *)s;
        if (s->kind == AST_AsyncWith) b->scope->coroutine = true;
        for (uint32_t i = 0; i < w->items.count; i++) mr_ast_each_child(w->items.items[i], visit_slot, b);
        visit_stmts(b, w->body);
        break;
    }
    case AST_Match: visit_match(b, mr_ast_Match(s)); break;
    case AST_Try: case AST_TryStar: {
        MrAstTry *t = (MrAstTry *)s;
        visit_stmts(b, t->body);
        visit_stmts(b, t->orelse);
        visit_handlers(b, t->handlers);
        visit_stmts(b, t->finalbody);
        break;
    }
    case AST_Import: visit_import(b, mr_ast_Import(s)->names); break;
    case AST_ImportFrom: visit_import(b, mr_ast_ImportFrom(s)->names); break;
    case AST_Global: visit_declaration(b, s, mr_ast_Global(s)->names, SYM_GLOBAL); break;
    case AST_Nonlocal: visit_declaration(b, s, mr_ast_Nonlocal(s)->names, SYM_NONLOCAL); break;
    default: mr_ast_each_child(s, visit_slot, b); break; /* Delete, Raise, Assert, Expr and the leaves */
    }
    mr_comp_leave(b->c);
}

static void visit_stmts(Builder *b, MrNodeList list) {
    for (uint32_t i = 0; i < list.count; i++) visit_stmt(b, list.items[i]);
}

/* Where an assignment expression inside comprehensions binds: the nearest block that is no comprehension. */
static void extend_named_expr(Builder *b, MrAst *target) {
    const MrName *name = mr_ast_Name(target)->id;
    for (MrScope *s = b->scope; s; s = s->parent) {
        s->has_walrus = true;
        uint32_t flags = flags_of(b, s, name);
        if (s->comprehension) {
            if (flags & SYM_ITERATION)
                mr_comp_fail(b->c, target,
                             "assignment expression cannot rebind comprehension iteration variable '" MR_NAME_FMT "'",
                             MR_NAME_ARG(name));
            continue;
        }
        if (s->kind == SCOPE_FUNCTION || s->kind == SCOPE_MODULE) {
            bool global = s->kind == SCOPE_MODULE || (flags & SYM_GLOBAL);
            add(b, name, global ? SYM_GLOBAL : SYM_NONLOCAL, target);
            const MrName *mangled = mr_comp_mangle(b->c, b->private_name, name);
            MR_LIST_PUSH(b->c, &b->scope->directives, (__typeof__(*b->scope->directives.items)){mangled, target});
            add_to(b, s, name, s->kind == SCOPE_MODULE ? SYM_GLOBAL : SYM_LOCAL, target);
            return;
        }
        mr_comp_fail(b->c, target, "assignment expression within a comprehension cannot be used %s",
                     s->kind == SCOPE_CLASS        ? "in a class body"
                     : s->kind == SCOPE_TYPE_BOUND ? "in a TypeVar bound"
                     : s->kind == SCOPE_TYPE_ALIAS ? "in a type alias"
                     : s->kind == SCOPE_TYPE_PARAMS ? "within the definition of a generic" : "within an annotation");
    }
}

static void visit_named_expr(Builder *b, MrAst *e) {
    MrAstNamedExpr *n = mr_ast_NamedExpr(e);
    check_annotation_scope(b, "named expression", e);
    if (b->scope->iter_expr > 0)
        mr_comp_fail(b->c, e, "assignment expression cannot be used in a comprehension iterable expression");
    b->scope->has_walrus = true;
    if (b->scope->comprehension) extend_named_expr(b, n->target);
    visit_expr(b, n->value);
    visit_expr(b, n->target);
}

static void visit_generator(Builder *b, MrAst *node, bool first) {
    MrAstcomprehension *g = mr_ast_comprehension(node);
    b->scope->iter_target = true;
    visit_expr(b, g->target);
    b->scope->iter_target = false;
    if (!first) {
        b->scope->iter_expr++;
        visit_expr(b, g->iter);
        b->scope->iter_expr--;
    }
    visit_exprs(b, g->ifs);
    if (g->is_async) b->scope->coroutine = true;
}

/* A scope inside of one that sees a class's names would have to see them as well, which CPython 3.12 does not do. */
static void check_class_view(Builder *b, const char *what, const MrAst *e) {
    if (b->scope->sees_class_scope) mr_comp_fail(b->c, e, "Cannot use %s in annotation scope within class scope", what);
}

static void visit_comprehension(Builder *b, MrAst *e, MrNodeList generators, MrAst *elt, MrAst *value, const MrName *name) {
    check_class_view(b, "comprehension", e);
    MrAstcomprehension *first = mr_ast_comprehension(generators.items[0]);
    b->scope->iter_expr++;
    visit_expr(b, first->iter);
    b->scope->iter_expr--;
    MrScope *scope = enter(b, SCOPE_FUNCTION, name, e, SCOPE_TAG_BODY);
    scope->comprehension = (uint8_t)e->kind;
    bool is_generator = e->kind == AST_GeneratorExp;
    scope->inlined = !is_generator;
    if (!scope->inlined) add(b, b->c->names.dot_zero, SYM_PARAM, e);
    for (uint32_t i = 0; i < generators.count; i++) visit_generator(b, generators.items[i], i == 0);
    if (value) visit_expr(b, value);
    visit_expr(b, elt);
    scope->generator = is_generator;
    bool is_async = scope->coroutine && !is_generator;
    leave(b);
    if (is_async) b->scope->coroutine = true;
}

static void visit_yield(Builder *b, MrAst *e) {
    check_annotation_scope(b, "yield expression", e);
    mr_ast_each_child(e, visit_slot, b);
    b->scope->generator = true;
    const char *what = b->scope->comprehension == AST_ListComp       ? "list comprehension"
                       : b->scope->comprehension == AST_SetComp      ? "set comprehension"
                       : b->scope->comprehension == AST_DictComp     ? "dict comprehension"
                       : b->scope->comprehension == AST_GeneratorExp ? "generator expression" : NULL;
    if (what) mr_comp_fail(b->c, e, "'yield' inside %s", what);
}

static void visit_lambda(Builder *b, MrAst *e) {
    MrAstLambda *l = mr_ast_Lambda(e);
    MrAstarguments *a = mr_ast_arguments(l->args);
    check_class_view(b, "lambda", e);
    visit_exprs(b, a->defaults);
    visit_exprs(b, a->kw_defaults);
    enter(b, SCOPE_FUNCTION, b->c->names.lambda, e, SCOPE_TAG_BODY);
    visit_arguments(b, a);
    visit_expr(b, l->body);
    leave(b);
}

static void visit_name(Builder *b, MrAst *e) {
    MrAstName *n = mr_ast_Name(e);
    uint32_t flag = e->sub == CTX_LOAD ? SYM_USE : e->sub == CTX_DEL ? SYM_LOCAL | SYM_DELETED : SYM_LOCAL;
    add(b, n->id, flag, e);
    if (e->sub == CTX_LOAD && mr_scope_is_function(b->scope) && mr_name_is(n->id, "super"))
        add(b, b->c->names.dunder_class, SYM_USE, e);
}

static void visit_expr(Builder *b, MrAst *e) {
    mr_comp_enter(b->c);
    MrCompiler *c = b->c;
    switch (e->kind) {
    case AST_NamedExpr: visit_named_expr(b, e); break;
    case AST_Lambda: visit_lambda(b, e); break;
    case AST_ListComp: {
        MrAstListComp *n = mr_ast_ListComp(e);
        visit_comprehension(b, e, n->generators, n->elt, NULL, c->names.listcomp);
        break;
    }
    case AST_SetComp: {
        MrAstSetComp *n = mr_ast_SetComp(e);
        visit_comprehension(b, e, n->generators, n->elt, NULL, c->names.setcomp);
        break;
    }
    case AST_GeneratorExp: {
        MrAstGeneratorExp *n = mr_ast_GeneratorExp(e);
        visit_comprehension(b, e, n->generators, n->elt, NULL, c->names.genexpr);
        break;
    }
    case AST_DictComp: {
        MrAstDictComp *n = mr_ast_DictComp(e);
        visit_comprehension(b, e, n->generators, n->key, n->value, c->names.dictcomp);
        break;
    }
    case AST_Yield: case AST_YieldFrom: visit_yield(b, e); break;
    case AST_Await:
        check_annotation_scope(b, "await expression", e);
        visit_expr(b, mr_ast_Await(e)->value);
        b->scope->coroutine = true;
        break;
    case AST_Name: visit_name(b, e); break;
    default: mr_ast_each_child(e, visit_slot, b); break;
    }
    mr_comp_leave(b->c);
}

static void visit_exprs(Builder *b, MrNodeList list) {
    for (uint32_t i = 0; i < list.count; i++)
        if (list.items[i]) visit_expr(b, list.items[i]);
}

void mr_scope_build(MrCompiler *c, MrAst *module) {
    Builder b = {.c = c};
    c->scope_map = NULL;
    c->n_scopes = c->scope_map_size = 0;
    b.scope = NULL;
    c->top = enter(&b, SCOPE_MODULE, c->names.module, module, SCOPE_TAG_BODY);
    switch (module->kind) {
    case AST_Module: visit_stmts(&b, mr_ast_Module(module)->body); break;
    case AST_Interactive: visit_stmts(&b, mr_ast_Interactive(module)->body); break;
    default: visit_expr(&b, mr_ast_Expression(module)->body); break;
    }
    mr_scope_resolve(c, c->top);
}
