/* Where names live. A name that a scope does not bind is looked for in the enclosing function-like scopes; the first that
 * binds it makes it a cell, and every unit in between passes it along as a free variable. Inlined comprehensions are no
 * units: what they read of their owner is the owner's register, and only real functions inside them make cells.
 * Class scopes are skipped by inner lookups except for __class__ and __classdict__.
 */
#include "compiler/resolve.h"

#include <stdlib.h>
#include <string.h>

/* Marks `name` as passing through every unit from `from` up to but not including the scope that binds it. */
static void pass_through(MrCompiler *c, MrScope *from, const MrScope *binder, const MrName *name) {
    for (MrScope *s = from; s != binder; s = s->parent) {
        if (s->inlined) {
            if (s == from) continue;
            MrSymbol *inner = mr_scope_add(c, s, name);
            if (inner->binding == BIND_UNRESOLVED && !(inner->flags & SYM_BOUND)) inner->binding = BIND_FREE;
            continue;
        }
        MrSymbol *symbol = mr_scope_add(c, s, name);
        if (symbol->free_index < 0) {
            symbol->free_index = 0; /* numbered once all are known */
            MR_LIST_PUSH(c, &s->free_names, name);
        }
        if (symbol->flags == 0) symbol->binding = BIND_FREE;
    }
}

/* Looks outwards for the binding of a name that `scope` uses without binding it. True when a function-like scope has it. */
static bool bind_free(MrCompiler *c, MrScope *scope, MrSymbol *symbol) {
    const MrName *name = symbol->name;
    bool crossed_unit = !scope->inlined;
    for (MrScope *a = scope->parent; a; a = a->parent) {
        if (a->kind == SCOPE_CLASS) {
            if (name == c->names.dunder_class) a->needs_class_cell = true;
            else if (name == c->names.dunder_classdict) a->needs_classdict = true;
            else {
                crossed_unit |= !a->inlined;
                continue;
            }
            pass_through(c, scope, a, name);
            return true;
        }
        if (a->kind == SCOPE_MODULE) return false;
        MrSymbol *outer = mr_scope_lookup(a, name);
        if (outer && (outer->flags & SYM_GLOBAL)) return false;
        if (outer && (outer->flags & SYM_BOUND) && !(outer->flags & SYM_NONLOCAL)) {
            if (crossed_unit) outer->binding = BIND_CELL;
            pass_through(c, scope, a, name);
            return true;
        }
        crossed_unit |= !a->inlined;
    }
    return false;
}

static const MrAst *directive_of(const MrScope *scope, const MrName *name) {
    for (uint32_t i = 0; i < scope->directives.count; i++)
        if (scope->directives.items[i].name == name) return scope->directives.items[i].at;
    return scope->node;
}

/* An annotation scope inside a class sees the class's names first. */
static bool bind_in_class(MrScope *scope, MrSymbol *symbol) {
    if (!scope->sees_class_scope) return false;
    MrScope *class_scope = scope->parent;
    while (class_scope && class_scope->kind != SCOPE_CLASS) {
        MrSymbol *between = mr_scope_lookup(class_scope, symbol->name);
        if (between && (between->flags & SYM_BOUND)) return false;
        class_scope = class_scope->parent;
    }
    MrSymbol *found = class_scope ? mr_scope_lookup(class_scope, symbol->name) : NULL;
    if (!found) return false;
    if (found->flags & SYM_GLOBAL) {
        symbol->binding = BIND_GLOBAL_EXPLICIT;
        return true;
    }
    if ((found->flags & SYM_BOUND) && !(found->flags & SYM_NONLOCAL)) {
        symbol->binding = BIND_GLOBAL_IMPLICIT;
        return true;
    }
    return false;
}

static void bind_nonlocal(MrCompiler *c, MrScope *scope, MrSymbol *symbol) {
    const MrAst *at = directive_of(scope, symbol->name);
    if (scope->kind == SCOPE_MODULE) mr_comp_fail(c, at, "nonlocal declaration not allowed at module level");
    for (MrScope *a = scope->parent; a; a = a->parent) {
        MrSymbol *outer = mr_scope_is_function(a) ? mr_scope_lookup(a, symbol->name) : NULL;
        if (!outer || (outer->flags & SYM_NONLOCAL) || !(outer->flags & (SYM_BOUND | SYM_GLOBAL))) continue;
        if (outer->flags & SYM_TYPE_PARAM)
            mr_comp_fail(c, at, "nonlocal binding not allowed for type parameter '" MR_NAME_FMT "'", MR_NAME_ARG(symbol->name));
        break;
    }
    if (!bind_free(c, scope, symbol))
        mr_comp_fail(c, at, "no binding for nonlocal '" MR_NAME_FMT "' found", MR_NAME_ARG(symbol->name));
    symbol->binding = BIND_FREE;
}

static void bind_symbol(MrCompiler *c, MrScope *scope, MrSymbol *symbol) {
    if (symbol->flags & SYM_GLOBAL) {
        if (symbol->flags & SYM_NONLOCAL)
            mr_comp_fail(c, directive_of(scope, symbol->name), "name '" MR_NAME_FMT "' is nonlocal and global",
                         MR_NAME_ARG(symbol->name));
        symbol->binding = BIND_GLOBAL_EXPLICIT;
    } else if (symbol->flags & SYM_NONLOCAL) {
        bind_nonlocal(c, scope, symbol);
    } else if (symbol->flags & SYM_BOUND) {
        if (symbol->binding != BIND_CELL) symbol->binding = BIND_LOCAL;
    } else if (symbol->flags && !bind_in_class(scope, symbol)) {
        symbol->binding = bind_free(c, scope, symbol) ? BIND_FREE : BIND_GLOBAL_IMPLICIT;
    }
}

static void bind_scope(MrCompiler *c, MrScope *scope) {
    mr_comp_enter(c);
    for (uint32_t i = 0; i < scope->symbols.count; i++) bind_symbol(c, scope, scope->symbols.items[i]);
    for (uint32_t i = 0; i < scope->children.count; i++) bind_scope(c, scope->children.items[i]);
    mr_comp_leave(c);
}

static int32_t new_register(MrCompiler *c, MrScope *owner, const MrName *name, uint8_t flags) {
    MR_LIST_PUSH(c, &owner->locals, name);
    MR_LIST_PUSH(c, &owner->local_flags, flags);
    if (owner->locals.count > 60000) mr_comp_fail(c, owner->node, "too many local variables");
    return (int32_t)owner->locals.count - 1;
}

/* May the comprehension's body look at its own variables by name? */
static bool asks_for_locals(const MrScope *scope) {
    for (uint32_t i = 0; i < scope->symbols.count; i++) {
        const MrName *name = scope->symbols.items[i]->name;
        if (mr_name_is(name, "locals") || mr_name_is(name, "vars") || mr_name_is(name, "dir") || mr_name_is(name, "eval")) return true;
    }
    return false;
}

/* A hidden register for an inlined comprehension's variable: one that a comprehension elsewhere in the unit already has for
 * the same name serves again, unless that comprehension encloses this one. */
static int32_t hidden_register(MrCompiler *c, MrScope *owner, const MrScope *scope, const MrSymbol *symbol, uint32_t first_hidden) {
    uint8_t flags = MR_LOCAL_HIDDEN | (symbol->binding == BIND_CELL ? MR_LOCAL_CELL : 0) | (asks_for_locals(scope) ? MR_LOCAL_SHOWN : 0);
    for (uint32_t i = first_hidden; i < owner->locals.count; i++) {
        if (owner->locals.items[i] != symbol->name || owner->local_flags.items[i] != flags) continue;
        bool in_use = false;
        for (const MrScope *s = scope->parent; s->inlined; s = s->parent) {
            MrSymbol *outer = mr_scope_lookup(s, symbol->name);
            in_use |= outer && outer->reg == (int32_t)i;
        }
        if (!in_use) return (int32_t)i;
    }
    return new_register(c, owner, symbol->name, flags);
}

static void number_inlined(MrCompiler *c, MrScope *owner, MrScope *scope, uint32_t first_hidden) {
    for (uint32_t i = 0; i < scope->children.count; i++) {
        MrScope *child = scope->children.items[i];
        if (!child->inlined) continue;
        for (uint32_t k = 0; k < child->symbols.count; k++) {
            MrSymbol *symbol = child->symbols.items[k];
            if (symbol->binding == BIND_LOCAL || symbol->binding == BIND_CELL)
                symbol->reg = hidden_register(c, owner, child, symbol, first_hidden);
        }
        number_inlined(c, owner, child, first_hidden);
    }
}

static int compare_names(const void *a, const void *b) {
    const MrName *x = *(const MrName *const *)a, *y = *(const MrName *const *)b;
    int order = memcmp(x->bytes, y->bytes, x->len < y->len ? x->len : y->len);
    return order ? order : (x->len > y->len) - (x->len < y->len);
}

static void number_unit(MrCompiler *c, MrScope *scope) {
    bool params = true;
    for (int pass = 0; pass < 2 && mr_scope_is_function(scope); pass++, params = false) {
        for (uint32_t i = 0; i < scope->symbols.count; i++) {
            MrSymbol *symbol = scope->symbols.items[i];
            bool is_param = symbol->flags & SYM_PARAM;
            if (is_param != params || (symbol->binding != BIND_LOCAL && symbol->binding != BIND_CELL)) continue;
            symbol->reg = new_register(c, scope, symbol->name, symbol->binding == BIND_CELL ? MR_LOCAL_CELL : 0);
        }
    }
    if (scope->needs_class_cell) new_register(c, scope, c->names.dunder_class, MR_LOCAL_CELL | MR_LOCAL_HIDDEN);
    if (scope->needs_classdict) new_register(c, scope, c->names.dunder_classdict, MR_LOCAL_CELL | MR_LOCAL_HIDDEN);
    number_inlined(c, scope, scope, scope->locals.count);
    if (scope->free_names.count)
        qsort(scope->free_names.items, scope->free_names.count, sizeof *scope->free_names.items, compare_names);
    for (uint32_t i = 0; i < scope->free_names.count; i++)
        mr_scope_lookup(scope, scope->free_names.items[i])->free_index = (int32_t)i;
}

static void number_scope(MrCompiler *c, MrScope *scope) {
    if (!scope->inlined) number_unit(c, scope);
    for (uint32_t i = 0; i < scope->children.count; i++) number_scope(c, scope->children.items[i]);
}

void mr_scope_resolve(MrCompiler *c, MrScope *scope) {
    bind_scope(c, scope);
    number_scope(c, scope);
}
