/* Whether a tree that a script put together is one that the grammar could have given.
 *
 * The parser's trees need no check; a tree made of objects may have an assignment without targets, a name that is read where it is to be stored,
 * more operators than operands. The compiler relies on none of that, so it is found here, after the objects were read (_ast_trees.c) and before anything
 * is compiled, and reported with CPython's texts. A tree's depth was bounded when it was read.
 */
#include "stdlib/native/_ast_trees.h"

#include <string.h>

#include "vm/vm.h"

static bool check_node(MrThread *t, const MrAst *node);

#define CHECK(condition, ...) \
    do { \
        if (!(condition)) { \
            mr_raise(t, MR_EXC_ValueError, __VA_ARGS__); \
            return false; \
        } \
    } while (0)

static bool some(MrThread *t, const MrNodeList *list, const char *what, const MrAst *owner)
{
    CHECK(list->count, "empty %s on %s", what, mr_ast_kind_name((MrAstKind)owner->kind));
    return true;
}

static bool check_name(MrThread *t, const MrName *name)
{
    static const char *const constants[] = {"None", "True", "False"};
    for (size_t i = 0; name && i < 3; i++)
        CHECK(strcmp(name->bytes, constants[i]), "identifier field can't represent '%s' constant", constants[i]);
    return true;
}

/* An expression where its value is loaded, stored or deleted. */
static bool check_expr(MrThread *t, const MrAst *node, MrExprCtx ctx)
{
    static const char *const names[] = {"Load", "Store", "Del"};
    if (!node)
        return true;
    if (node->kind == AST_Name && !check_name(t, mr_ast_Name(node)->id))
        return false;
    switch (node->kind) {
    case AST_Attribute: case AST_Subscript: case AST_Starred: case AST_Name: case AST_List: case AST_Tuple:
        CHECK(node->sub == ctx, "expression must have %s context but has %s instead", names[ctx], names[node->sub]);
        break;
    default:
        CHECK(ctx == CTX_LOAD, "expression which can't be assigned to in %s context", names[ctx]);
    }
    return check_node(t, node);
}

static bool check_exprs(MrThread *t, const MrNodeList *list, MrExprCtx ctx)
{
    for (uint32_t i = 0; i < list->count; i++)
        if (!check_expr(t, list->items[i], ctx))
            return false;
    return true;
}

/* All fields of a node, expressions being loaded. */
static bool check_fields(MrThread *t, const MrAst *node)
{
    size_t n;
    const MrAstField *fields = mr_ast_fields((MrAstKind)node->kind, &n);
    for (size_t i = 0; i < n; i++) {
        const void *at = (const char *)node + fields[i].offset;
        const MrNodeList *list = at;
        switch (fields[i].type) {
        case MR_AST_NODE: case MR_AST_NODE_OPT:
            if (!check_expr(t, *(MrAst *const *)at, CTX_LOAD))
                return false;
            break;
        case MR_AST_NODES: case MR_AST_NODES_OPT:
            if (!check_exprs(t, list, CTX_LOAD))
                return false;
            break;
        case MR_AST_NAME: case MR_AST_NAME_OPT:
            if (!check_name(t, *(const MrName *const *)at))
                return false;
            break;
        default:
            break;
        }
    }
    return true;
}

static bool check_try(MrThread *t, const MrAst *node)
{
    const MrAstTry *try = mr_ast_Try(node); /* TryStar has the same fields */
    const char *name = mr_ast_kind_name((MrAstKind)node->kind);
    if (!some(t, &try->body, "body", node))
        return false;
    CHECK(try->handlers.count || try->finalbody.count, "%s has neither except handlers nor finalbody", name);
    CHECK(try->handlers.count || !try->orelse.count, "%s has orelse but no except handlers", name);
    return check_fields(t, node);
}

static bool check_arguments(MrThread *t, const MrAst *node)
{
    const MrAstarguments *a = mr_ast_arguments(node);
    if (!check_exprs(t, &a->posonlyargs, CTX_LOAD) || !check_exprs(t, &a->args, CTX_LOAD) || !check_exprs(t, &a->kwonlyargs, CTX_LOAD))
        return false;
    CHECK(a->defaults.count <= a->posonlyargs.count + a->args.count, "more positional defaults than args on arguments");
    CHECK(a->kw_defaults.count == a->kwonlyargs.count, "length of kwonlyargs is not the same as kw_defaults on arguments");
    return check_fields(t, node);
}

static bool is_number(const MrAst *node, bool imaginary)
{
    if (node->kind != AST_Constant)
        return false;
    uint8_t tag = mr_ast_Constant(node)->value.tag;
    return tag == CONST_COMPLEX ? imaginary : tag == CONST_INT || tag == CONST_BIGINT || tag == CONST_FLOAT;
}

/* A value in a pattern: a literal, its negative, the sum of a real and an imaginary one, or a dotted name. */
static bool is_pattern_value(const MrAst *node)
{
    const MrAst *left, *right;
    switch (node->kind) {
    case AST_Constant: {
        uint8_t tag = mr_ast_Constant(node)->value.tag;
        return tag != CONST_NONE && tag != CONST_TRUE && tag != CONST_FALSE && tag != CONST_ELLIPSIS;
    }
    case AST_Attribute: case AST_JoinedStr:
        return true;
    case AST_UnaryOp:
        return node->sub == UNARYOP_USUB && is_number(mr_ast_UnaryOp(node)->operand, true);
    case AST_BinOp:
        left = mr_ast_BinOp(node)->left;
        right = mr_ast_BinOp(node)->right;
        if (left->kind == AST_UnaryOp && left->sub == UNARYOP_USUB)
            left = mr_ast_UnaryOp(left)->operand;
        return (node->sub == BINOP_ADD || node->sub == BINOP_SUB) && is_number(left, false) && is_number(right, true) && !is_number(right, false);
    default:
        return false;
    }
}

static bool check_capture(MrThread *t, const MrName *name)
{
    CHECK(!name || strcmp(name->bytes, "_"), "can't capture name '_' in patterns");
    return check_name(t, name);
}

static bool check_class_name(const MrAst *node)
{
    while (node->kind == AST_Attribute)
        node = mr_ast_Attribute(node)->value;
    return node->kind == AST_Name;
}

static bool check_pattern(MrThread *t, const MrAst *node)
{
    switch (node->kind) {
    case AST_MatchValue:
        CHECK(mr_ast_MatchValue(node)->value->kind != AST_Constant || is_pattern_value(mr_ast_MatchValue(node)->value), "unexpected constant inside of a literal pattern");
        CHECK(is_pattern_value(mr_ast_MatchValue(node)->value), "patterns may only match literals and attribute lookups");
        break;
    case AST_MatchSingleton:
        CHECK(mr_ast_MatchSingleton(node)->value.tag <= CONST_FALSE, "MatchSingleton can only contain True, False and None");
        break;
    case AST_MatchMapping: {
        const MrAstMatchMapping *m = mr_ast_MatchMapping(node);
        CHECK(m->keys.count == m->patterns.count, "MatchMapping doesn't have the same number of keys as patterns");
        for (uint32_t i = 0; i < m->keys.count; i++) {
            const MrAst *key = m->keys.items[i];
            CHECK(key->kind == AST_Constant || is_pattern_value(key), "patterns may only match literals and attribute lookups");
        }
        if (!check_capture(t, m->rest))
            return false;
        break;
    }
    case AST_MatchClass: {
        const MrAstMatchClass *c = mr_ast_MatchClass(node);
        CHECK(c->kwd_attrs.count == c->kwd_patterns.count, "MatchClass doesn't have the same number of keyword attributes as patterns");
        CHECK(check_class_name(c->cls), "MatchClass cls field can only contain Name or Attribute nodes.");
        for (uint32_t i = 0; i < c->kwd_attrs.count; i++)
            if (!check_name(t, c->kwd_attrs.items[i]))
                return false;
        break;
    }
    case AST_MatchStar:
        CHECK(false, "can't use MatchStar here");
    case AST_MatchSequence: {
        MrNodeList parts = mr_ast_MatchSequence(node)->patterns;
        for (uint32_t i = 0; i < parts.count; i++) {
            const MrAst *part = parts.items[i];
            if (!(part->kind == AST_MatchStar ? check_capture(t, mr_ast_MatchStar(part)->name) : check_node(t, part)))
                return false;
        }
        return true;
    }
    case AST_MatchAs: {
        const MrAstMatchAs *as = mr_ast_MatchAs(node);
        CHECK(as->name || !as->pattern, "MatchAs must specify a target name if a pattern is given");
        if (!check_capture(t, as->name))
            return false;
        break;
    }
    case AST_MatchOr:
        CHECK(mr_ast_MatchOr(node)->patterns.count >= 2, "MatchOr requires at least 2 patterns");
        break;
    default:
        break;
    }
    return check_fields(t, node);
}

static bool check_comprehensions(MrThread *t, const MrNodeList *generators, const MrAst *node)
{
    CHECK(generators->count, "comprehension with no generators");
    return check_exprs(t, generators, CTX_LOAD) && check_fields(t, node);
}

static bool check_position(MrThread *t, const MrAst *node)
{
    int line = (int)node->line, end_line = (int)node->end_line, col = (int)node->col, end_col = (int)node->end_col;
    CHECK(line <= end_line, "AST node line range (%d, %d) is not valid", line, end_line);
    CHECK((line >= 0 || end_line == line) && (col >= 0 || col == end_col), "AST node column range (%d, %d) for line range (%d, %d) is not valid", col, end_col, line,
          end_line);
    CHECK(line != end_line || col <= end_col, "line %d, column %d-%d is not a valid range", line, col, end_col);
    return true;
}

/* The nodes of which some field is stored or deleted. */
static bool check_targets(MrThread *t, const MrAst *node)
{
    switch (node->kind) {
    case AST_Delete:
        return some(t, &mr_ast_Delete(node)->targets, "targets", node) && check_exprs(t, &mr_ast_Delete(node)->targets, CTX_DEL);
    case AST_Assign: {
        const MrAstAssign *a = mr_ast_Assign(node);
        return some(t, &a->targets, "targets", node) && check_exprs(t, &a->targets, CTX_STORE) && check_expr(t, a->value, CTX_LOAD);
    }
    case AST_AugAssign:
        return check_expr(t, mr_ast_AugAssign(node)->target, CTX_STORE) && check_expr(t, mr_ast_AugAssign(node)->value, CTX_LOAD);
    case AST_AnnAssign: {
        const MrAstAnnAssign *a = mr_ast_AnnAssign(node);
        if (a->simple && a->target->kind != AST_Name)
            return mr_raise(t, MR_EXC_TypeError, "AnnAssign with simple non-Name target"), false;
        return check_expr(t, a->target, CTX_STORE) && check_expr(t, a->value, CTX_LOAD) && check_expr(t, a->annotation, CTX_LOAD);
    }
    case AST_TypeAlias: {
        const MrAstTypeAlias *a = mr_ast_TypeAlias(node);
        if (a->name->kind != AST_Name)
            return mr_raise(t, MR_EXC_TypeError, "TypeAlias with non-Name name"), false;
        return check_expr(t, a->name, CTX_STORE) && check_exprs(t, &a->type_params, CTX_LOAD) && check_expr(t, a->value, CTX_LOAD);
    }
    case AST_For: case AST_AsyncFor: {
        const MrAstFor *f = mr_ast_For(node);
        return check_expr(t, f->target, CTX_STORE) && check_expr(t, f->iter, CTX_LOAD) && some(t, &f->body, "body", node)
               && check_exprs(t, &f->body, CTX_LOAD) && check_exprs(t, &f->orelse, CTX_LOAD);
    }
    case AST_NamedExpr:
        return check_node(t, mr_ast_NamedExpr(node)->target) && check_expr(t, mr_ast_NamedExpr(node)->value, CTX_LOAD);
    case AST_comprehension: {
        const MrAstcomprehension *c = mr_ast_comprehension(node);
        return check_expr(t, c->target, CTX_STORE) && check_expr(t, c->iter, CTX_LOAD) && check_exprs(t, &c->ifs, CTX_LOAD);
    }
    case AST_withitem:
        return check_expr(t, mr_ast_withitem(node)->context_expr, CTX_LOAD) && check_expr(t, mr_ast_withitem(node)->optional_vars, CTX_STORE);
    default: /* Starred, List, Tuple: what is inside is used as the whole is */
        return check_exprs(t, &mr_ast_List(node)->elts, (MrExprCtx)node->sub);
    }
}

static bool check_node(MrThread *t, const MrAst *node)
{
    if (!node)
        return true;
    MrAstGroup group = mr_ast_kind_group((MrAstKind)node->kind);
    bool placed = group == AST_GROUP_STMT || group == AST_GROUP_EXPR || group == AST_GROUP_EXCEPTHANDLER || group == AST_GROUP_PATTERN;
    if (placed && !check_position(t, node))
        return false;
    if (group == AST_GROUP_PATTERN)
        return check_pattern(t, node);
    switch (node->kind) {
    case AST_Delete: case AST_Assign: case AST_AugAssign: case AST_AnnAssign: case AST_TypeAlias: case AST_For: case AST_AsyncFor: case AST_NamedExpr:
    case AST_comprehension: case AST_withitem: case AST_List: case AST_Tuple:
        return check_targets(t, node);
    case AST_Starred:
        return check_expr(t, mr_ast_Starred(node)->value, (MrExprCtx)node->sub);
    case AST_FunctionDef: case AST_AsyncFunctionDef:
        return some(t, &mr_ast_FunctionDef(node)->body, "body", node) && check_fields(t, node);
    case AST_ClassDef:
        return some(t, &mr_ast_ClassDef(node)->body, "body", node) && check_fields(t, node);
    case AST_While: case AST_If: /* both begin with test, body, orelse */
        return some(t, &mr_ast_If(node)->body, "body", node) && check_fields(t, node);
    case AST_With: case AST_AsyncWith:
        return some(t, &mr_ast_With(node)->items, "items", node) && some(t, &mr_ast_With(node)->body, "body", node) && check_fields(t, node);
    case AST_Match:
        return some(t, &mr_ast_Match(node)->cases, "cases", node) && check_fields(t, node);
    case AST_match_case:
        return some(t, &mr_ast_match_case(node)->body, "body", node) && check_fields(t, node);
    case AST_ExceptHandler:
        return some(t, &mr_ast_ExceptHandler(node)->body, "body", node) && check_fields(t, node);
    case AST_Try: case AST_TryStar:
        return check_try(t, node);
    case AST_Raise:
        CHECK(mr_ast_Raise(node)->exc || !mr_ast_Raise(node)->cause, "Raise with cause but no exception");
        break;
    case AST_Import:
        return some(t, &mr_ast_Import(node)->names, "names", node) && check_fields(t, node);
    case AST_ImportFrom:
        CHECK(mr_ast_ImportFrom(node)->level >= 0, "Negative ImportFrom level");
        return some(t, &mr_ast_ImportFrom(node)->names, "names", node) && check_fields(t, node);
    case AST_Global: case AST_Nonlocal:
        CHECK(mr_ast_Global(node)->names.count, "empty names on %s", mr_ast_kind_name((MrAstKind)node->kind));
        break;
    case AST_BoolOp:
        CHECK(mr_ast_BoolOp(node)->values.count >= 2, "BoolOp with less than 2 values");
        break;
    case AST_Dict:
        CHECK(mr_ast_Dict(node)->keys.count == mr_ast_Dict(node)->values.count, "Dict doesn't have the same number of keys as values");
        break;
    case AST_Compare:
        CHECK(mr_ast_Compare(node)->comparators.count, "Compare with no comparators");
        CHECK(mr_ast_Compare(node)->comparators.count == mr_ast_Compare(node)->ops.count, "Compare has a different number of comparators and operands");
        break;
    case AST_ListComp: case AST_SetComp: case AST_GeneratorExp: /* alike */
        return check_comprehensions(t, &mr_ast_ListComp(node)->generators, node);
    case AST_DictComp:
        return check_comprehensions(t, &mr_ast_DictComp(node)->generators, node);
    case AST_arguments:
        return check_arguments(t, node);
    default:
        break;
    }
    return check_fields(t, node);
}

bool mr_ast_check(MrThread *t, const MrAst *tree)
{
    return check_node(t, tree);
}
