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

static const MrAstField fields[] = {
#define AST_FIELD(kind, field, type) {AST_##kind, MR_AST_##type, offsetof(MrAst##kind, field), #field},
#define AST_SUB(kind, field, type) {AST_##kind, MR_AST_##type, 0, #field},
#include "parser/ast.def"
    {0},
};

static const uint16_t sizes[AST_KIND_COUNT] = {
    0,
#define AST_BEGIN(kind, group) sizeof(MrAst##kind),
#include "parser/ast.def"
};

const MrAstField *mr_ast_fields(MrAstKind kind, size_t *count) {
    const size_t n = sizeof fields / sizeof *fields - 1;
    size_t first = 0;
    while (first < n && fields[first].kind != kind) first++;
    *count = 0;
    while (fields[first + *count].kind == kind) ++*count;
    return &fields[first];
}

size_t mr_ast_size(MrAstKind kind) { return sizes[kind]; }

const char *mr_ast_kind_name(MrAstKind kind) { return kind_names[kind]; }

MrAstGroup mr_ast_kind_group(MrAstKind kind) { return (MrAstGroup)kind_groups[kind]; }
