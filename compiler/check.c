/* Warnings about expressions that cannot work: calling a literal, subscripting a number, comparing by identity with a literal. */
#include "compiler/gen.h"

static const char *const_type(const MrConst *k) {
    switch (k->kind) {
    case MR_CONST_NONE: return "NoneType";
    case MR_CONST_FALSE: case MR_CONST_TRUE: return "bool";
    case MR_CONST_ELLIPSIS: return "ellipsis";
    case MR_CONST_INT: case MR_CONST_BIGINT: return "int";
    case MR_CONST_FLOAT: return "float";
    case MR_CONST_COMPLEX: return "complex";
    case MR_CONST_STR: return "str";
    case MR_CONST_BYTES: return "bytes";
    case MR_CONST_TUPLE: return "tuple";
    case MR_CONST_FROZENSET: return "frozenset";
    default: return "code";
    }
}

/* Name of the type that an expression surely has, or NULL. */
static const char *type_of(MrFn *fn, const MrAst *e) {
    MrConst value;
    if (mr_fold_value(fn->c, e, &value)) return const_type(&value);
    switch (e->kind) {
    case AST_Tuple: return "tuple";
    case AST_List: case AST_ListComp: return "list";
    case AST_Dict: case AST_DictComp: return "dict";
    case AST_Set: case AST_SetComp: return "set";
    case AST_GeneratorExp: return "generator";
    case AST_Lambda: return "function";
    case AST_JoinedStr: case AST_FormattedValue: return "str";
    default: return NULL;
    }
}

void mr_check_caller(MrFn *fn, const MrAst *callee) {
    const char *type = callee->kind == AST_Lambda ? NULL : type_of(fn, callee);
    if (type) mr_comp_warn(fn->c, callee, "'%s' object is not callable; perhaps you missed a comma?", type);
}

void mr_check_subscript(MrFn *fn, const MrAst *e) {
    const MrAstSubscript *n = mr_ast_Subscript(e);
    if (e->sub != CTX_LOAD) return;
    MrConst value;
    bool is_const = mr_fold_value(fn->c, n->value, &value);
    bool sequence = is_const ? value.kind == MR_CONST_STR || value.kind == MR_CONST_BYTES || value.kind == MR_CONST_TUPLE
                             : n->value->kind == AST_Tuple || n->value->kind == AST_List || n->value->kind == AST_ListComp ||
                                   n->value->kind == AST_JoinedStr || n->value->kind == AST_FormattedValue;
    const char *type = type_of(fn, n->value);
    if (!type) return;
    if (!sequence) {
        if (n->value->kind == AST_Dict || n->value->kind == AST_DictComp) return;
        mr_comp_warn(fn->c, n->value, "'%s' object is not subscriptable; perhaps you missed a comma?", type);
        return;
    }
    const char *index = type_of(fn, n->slice);
    if (!index || n->slice->kind == AST_Slice) return;
    MrConst k;
    if (mr_fold_value(fn->c, n->slice, &k) &&
        (k.kind == MR_CONST_INT || k.kind == MR_CONST_BIGINT || k.kind == MR_CONST_TRUE || k.kind == MR_CONST_FALSE)) return;
    mr_comp_warn(fn->c, n->value, "%s indices must be integers or slices, not %s; perhaps you missed a comma?", type, index);
}

/* A constant whose identity means nothing: anything but the singletons. */
static bool is_literal(MrFn *fn, const MrAst *e, const char **type) {
    MrConst value;
    if (!mr_fold_value(fn->c, e, &value)) return false;
    *type = const_type(&value);
    return value.kind > MR_CONST_ELLIPSIS;
}

void mr_check_compare(MrFn *fn, const MrAst *e) {
    const MrAstCompare *n = mr_ast_Compare(e);
    const char *type = NULL, *left_type = NULL;
    bool left = is_literal(fn, n->left, &left_type);
    for (uint32_t i = 0; i < n->ops.count; i++) {
        bool right = is_literal(fn, n->comparators.items[i], &type);
        if ((n->ops.items[i] == CMPOP_IS || n->ops.items[i] == CMPOP_IS_NOT) && (left || right)) {
            mr_comp_warn(fn->c, e, n->ops.items[i] == CMPOP_IS ? "\"is\" with '%s' literal. Did you mean \"==\"?"
                                                               : "\"is not\" with '%s' literal. Did you mean \"!=\"?",
                         left ? left_type : type);
            return;
        }
        left = right;
        left_type = type;
    }
}
