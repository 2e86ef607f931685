/* The compiler's context: memory, names, errors, and the generic walk over a node's children. See context.h. */
#include "compiler/context.h"

#include <stdio.h>
#include <string.h>
#include "base/hash.h"

enum { MAX_DEPTH = 3000 };

_Noreturn void mr_comp_out_of_memory(MrCompiler *c) {
    mr_diag_set_memory(c->diag);
    longjmp(c->bail, 1);
}

_Noreturn void mr_comp_fail(MrCompiler *c, const MrAst *at, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    mr_diag_vset(c->diag, MR_DIAG_SYNTAX_ERROR, mr_node_span(at), format, arguments);
    va_end(arguments);
    c->diag->scoping = !c->fn;
    longjmp(c->bail, 1);
}

_Noreturn void mr_comp_fail_span(MrCompiler *c, MrSpan at, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    mr_diag_vset(c->diag, MR_DIAG_SYNTAX_ERROR, at, format, arguments);
    va_end(arguments);
    c->diag->scoping = !c->fn;
    longjmp(c->bail, 1);
}

void mr_comp_warn(MrCompiler *c, const MrAst *at, const char *format, ...) {
    if (c->far_jumps) return; /* the first attempt has said it */
    char text[256];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    mr_diag_warn(c->diag, MR_WARN_MEANING, mr_node_span(at), "%s", text);
}

void mr_comp_enter(MrCompiler *c) {
    if (++c->depth > MAX_DEPTH) {
        mr_diag_set(c->diag, MR_DIAG_RECURSION_ERROR, (MrSpan){0, MR_DIAG_NO_COL, 0, 0},
                    "maximum recursion depth exceeded during compilation");
        longjmp(c->bail, 1);
    }
}

void *mr_comp_alloc(MrCompiler *c, size_t size) {
    void *p = mr_arena_alloc(c->arena, size);
    if (!p) mr_comp_out_of_memory(c);
    return p;
}

void *mr_comp_grow(MrCompiler *c, void *items, uint32_t count, uint32_t *capacity, size_t size) {
    uint32_t wanted = *capacity ? *capacity * 2 : 8;
    void *moved = mr_comp_alloc(c, wanted * size);
    if (count) memcpy(moved, items, count * size);
    *capacity = wanted;
    return moved;
}

static void rehash_names(MrCompiler *c) {
    uint32_t size = c->interned_size ? c->interned_size * 2 : 256;
    const MrName **table = MR_COMP_NEW_ARRAY(c, const MrName *, size);
    for (uint32_t i = 0; i < c->interned_size; i++) {
        const MrName *name = c->interned[i];
        if (!name) continue;
        uint32_t slot = (uint32_t)mr_hash_quick(name->bytes, name->len) & (size - 1);
        while (table[slot]) slot = (slot + 1) & (size - 1);
        table[slot] = name;
    }
    c->interned = table;
    c->interned_size = size;
}

static const MrName **name_slot(MrCompiler *c, const char *bytes, size_t len) {
    if (c->n_interned * 2 >= c->interned_size) rehash_names(c);
    uint32_t slot = (uint32_t)mr_hash_quick(bytes, len) & (c->interned_size - 1);
    while (c->interned[slot]) {
        const MrName *name = c->interned[slot];
        if (name->len == len && memcmp(name->bytes, bytes, len) == 0) break;
        slot = (slot + 1) & (c->interned_size - 1);
    }
    return &c->interned[slot];
}

const MrName *mr_comp_intern(MrCompiler *c, const char *bytes, size_t len) {
    const MrName **slot = name_slot(c, bytes, len);
    if (!*slot) {
        MrName *name = mr_comp_alloc(c, sizeof *name + len + 1);
        name->len = (uint32_t)len;
        memcpy(name->bytes, bytes, len);
        *slot = name;
        c->n_interned++;
    }
    return *slot;
}

const MrName *mr_comp_intern_name(MrCompiler *c, const MrName *name) {
    const MrName **slot = name_slot(c, name->bytes, name->len);
    if (!*slot) {
        *slot = name;
        c->n_interned++;
    }
    return *slot;
}

const MrName *mr_comp_mangle(MrCompiler *c, const MrName *private_name, const MrName *name) {
    if (!private_name || name->len < 2 || name->bytes[0] != '_' || name->bytes[1] != '_') return mr_comp_intern_name(c, name);
    bool dunder = name->bytes[name->len - 1] == '_' && name->bytes[name->len - 2] == '_';
    if (dunder || memchr(name->bytes, '.', name->len)) return mr_comp_intern_name(c, name);
    uint32_t skip = 0;
    while (skip < private_name->len && private_name->bytes[skip] == '_') skip++;
    if (skip == private_name->len) return mr_comp_intern_name(c, name);
    size_t tail = private_name->len - skip;
    char *text = mr_comp_alloc(c, 1 + tail + name->len);
    text[0] = '_';
    memcpy(text + 1, private_name->bytes + skip, tail);
    memcpy(text + 1 + tail, name->bytes, name->len);
    return mr_comp_intern(c, text, 1 + tail + name->len);
}

void mr_comp_init_names(MrCompiler *c) {
#define X(field, text) c->names.field = mr_comp_intern(c, text, sizeof text - 1);
    MR_COMP_NAMES(X)
#undef X
}

static void each_item(MrNodeList *list, MrChildFn *fn, void *context) {
    for (uint32_t i = 0; i < list->count; i++)
        if (list->items[i]) fn(&list->items[i], context);
}

#define WALK_NODE(field) fn(&n->field, context);
#define WALK_NODE_OPT(field) if (n->field) fn(&n->field, context);
#define WALK_NODES(field) each_item(&n->field, fn, context);
#define WALK_NODES_OPT(field) each_item(&n->field, fn, context);
#define WALK_NAME(field)
#define WALK_NAME_OPT(field)
#define WALK_NAMES(field)
#define WALK_INT(field)
#define WALK_CONST(field)
#define WALK_CMPOPS(field)

void mr_ast_each_child(MrAst *node, MrChildFn *fn, void *context) {
    switch (node->kind) {
#define AST_BEGIN(kind, group) case AST_##kind: { MrAst##kind *n = (MrAst##kind *)node; (void)n;
#define AST_FIELD(kind, field, type) WALK_##type(field)
#define AST_END(kind) break; }
#include "parser/ast.def"
    default: break;
    }
}
