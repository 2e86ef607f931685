/* Names and groups of the node kinds. */
#include "parser/ast.h"

static const char *const kind_names[AST_KIND_COUNT] = {
    "invalid",
#define AST_BEGIN(kind, group) #kind,
#include "parser/ast.def"
};

static const uint8_t kind_groups[AST_KIND_COUNT] = {
    AST_GROUP_NONE,
#define AST_BEGIN(kind, group) AST_GROUP_##group,
#include "parser/ast.def"
};

const char *mr_ast_kind_name(MrAstKind kind) { return kind_names[kind]; }

MrAstGroup mr_ast_kind_group(MrAstKind kind) { return (MrAstGroup)kind_groups[kind]; }
