/* Variables: where a name lives, and the instructions that read, write and unbind it. */
#include "compiler/gen.h"

const MrName *mr_gen_mangle(MrFn *fn, const MrName *name) { return mr_comp_mangle(fn->c, fn->private_name, name); }

static MrVar class_cell(MrFn *fn, const MrName *name) {
    const MrScope *owner = fn->owner;
    for (uint32_t i = 0; i < owner->locals.count; i++)
        if (owner->locals.items[i] == name && owner->local_flags.items[i] == (MR_LOCAL_CELL | MR_LOCAL_HIDDEN))
            return (MrVar){VAR_CELL, i};
    return (MrVar){VAR_GLOBAL, 0};
}

static MrVar find_in_owner(MrFn *fn, const MrName *name, bool from_inlined) {
    const MrScope *owner = fn->owner;
    const MrSymbol *symbol = mr_scope_lookup(owner, name);
    if (owner->kind == SCOPE_MODULE)
        return (MrVar){symbol && symbol->binding == BIND_GLOBAL_EXPLICIT ? VAR_GLOBAL : VAR_NAME, 0};
    if (owner->kind == SCOPE_CLASS) {
        if (from_inlined && (name == fn->c->names.dunder_class || name == fn->c->names.dunder_classdict)) return class_cell(fn, name);
        if (from_inlined) return symbol && symbol->free_index >= 0 ? (MrVar){VAR_FREE, (unsigned)symbol->free_index} : (MrVar){VAR_GLOBAL, 0};
        if (!symbol) return (MrVar){VAR_NAME, 0};
        if (symbol->binding == BIND_FREE)
            return (MrVar){symbol->flags & SYM_NONLOCAL ? VAR_FREE : VAR_CLASS_FREE, (unsigned)symbol->free_index};
        return (MrVar){symbol->binding == BIND_GLOBAL_EXPLICIT ? VAR_GLOBAL : VAR_NAME, 0};
    }
    if (!symbol) return (MrVar){VAR_GLOBAL, 0};
    switch (symbol->binding) {
    case BIND_LOCAL: return (MrVar){VAR_FAST, (unsigned)symbol->reg};
    case BIND_CELL: return (MrVar){VAR_CELL, (unsigned)symbol->reg};
    case BIND_FREE:
        return (MrVar){owner->sees_class_scope && name != fn->c->names.dunder_classdict ? VAR_FREE_IN : VAR_FREE, (unsigned)symbol->free_index};
    case BIND_GLOBAL_IMPLICIT: return (MrVar){owner->sees_class_scope ? VAR_NAME_IN : VAR_GLOBAL, 0};
    default: return (MrVar){VAR_GLOBAL, 0};
    }
}

MrVar mr_var_find(MrFn *fn, const MrName *name) {
    const MrScope *s = fn->scope;
    for (; s->inlined; s = s->parent) {
        const MrSymbol *symbol = mr_scope_lookup(s, name);
        if (!symbol) continue;
        if (symbol->binding == BIND_LOCAL) return (MrVar){VAR_FAST, (unsigned)symbol->reg};
        if (symbol->binding == BIND_CELL) return (MrVar){VAR_CELL, (unsigned)symbol->reg};
        if (symbol->binding == BIND_GLOBAL_EXPLICIT || symbol->binding == BIND_GLOBAL_IMPLICIT) return (MrVar){VAR_GLOBAL, 0};
    }
    return find_in_owner(fn, name, s != fn->scope);
}

int mr_gen_local(MrFn *fn, const MrName *name) {
    MrVar var = mr_var_find(fn, mr_gen_mangle(fn, name));
    return var.kind == VAR_FAST ? (int)var.index : -1;
}

void mr_gen_check_forbidden(MrFn *fn, const MrAst *at, const MrName *name, MrExprCtx ctx) {
    if (ctx != CTX_LOAD && mr_name_is(name, "__debug__"))
        mr_comp_fail(fn->c, at, ctx == CTX_STORE ? "cannot assign to __debug__" : "cannot delete __debug__");
}

static void load_classdict(MrFn *fn, const MrAst *at, unsigned dst) {
    const MrSymbol *symbol = mr_scope_lookup(fn->owner, fn->c->names.dunder_classdict);
    mr_emit(fn, at, MR_OP_LOAD_FREE, 0, dst, symbol ? (unsigned)symbol->free_index : 0, 0);
}

void mr_gen_load_name(MrFn *fn, const MrAst *at, const MrName *name, unsigned dst) {
    name = mr_gen_mangle(fn, name);
    MrVar var = mr_var_find(fn, name);
    switch (var.kind) {
    case VAR_FAST:
        if (!mr_local_assigned(fn, var.index)) mr_emit(fn, at, MR_OP_CHECK_LOCAL, 0, var.index, 0, 0);
        mr_local_assign(fn, var.index);
        if (mr_local_grows(fn, var.index)) mr_emit(fn, at, MR_OP_SHARE, 0, var.index, 0, 0);
        mr_emit_move(fn, at, dst, var.index);
        break;
    case VAR_CELL: mr_emit(fn, at, MR_OP_LOAD_CELL, 0, dst, var.index, 0); break;
    case VAR_FREE: mr_emit(fn, at, MR_OP_LOAD_FREE, 0, dst, var.index, 0); break;
    case VAR_CLASS_FREE: mr_emit(fn, at, MR_OP_LOAD_CLASS_FREE, 0, dst, var.index, 0); break;
    case VAR_GLOBAL: mr_emit(fn, at, MR_OP_LOAD_GLOBAL, 0, dst, mr_name_index(fn, name), 0); break;
    case VAR_NAME: mr_emit(fn, at, MR_OP_LOAD_NAME, 0, dst, mr_name_index(fn, name), 0); break;
    case VAR_NAME_IN: case VAR_FREE_IN: {
        unsigned mapping = mr_temp(fn, 1);
        load_classdict(fn, at, mapping);
        if (var.kind == VAR_NAME_IN) mr_emit(fn, at, MR_OP_LOAD_NAME_IN, 0, dst, mr_name_index(fn, name), mapping);
        else mr_emit(fn, at, MR_OP_LOAD_FREE_IN, 0, dst, var.index, mapping);
        fn->temp_top = mapping;
        break;
    }
    }
}

void mr_gen_store_name(MrFn *fn, const MrAst *at, const MrName *name, unsigned src) {
    mr_gen_check_forbidden(fn, at, name, CTX_STORE);
    name = mr_gen_mangle(fn, name);
    MrVar var = mr_var_find(fn, name);
    switch (var.kind) {
    case VAR_FAST:
        mr_emit_move(fn, at, var.index, src);
        mr_local_assign(fn, var.index);
        break;
    case VAR_CELL: mr_emit(fn, at, MR_OP_STORE_CELL, 0, var.index, src, 0); break;
    case VAR_FREE: case VAR_CLASS_FREE: case VAR_FREE_IN: mr_emit(fn, at, MR_OP_STORE_FREE, 0, var.index, src, 0); break;
    case VAR_GLOBAL: case VAR_NAME_IN: mr_emit(fn, at, MR_OP_STORE_GLOBAL, 0, src, mr_name_index(fn, name), 0); break;
    case VAR_NAME: mr_emit(fn, at, MR_OP_STORE_NAME, 0, src, mr_name_index(fn, name), 0); break;
    }
}

void mr_gen_delete_name(MrFn *fn, const MrAst *at, const MrName *name, bool quietly) {
    mr_gen_check_forbidden(fn, at, name, CTX_DEL);
    name = mr_gen_mangle(fn, name);
    MrVar var = mr_var_find(fn, name);
    if (quietly && var.kind != VAR_FAST && var.kind != VAR_CELL) { /* bind it first, so that unbinding cannot fail */
        unsigned none = mr_temp(fn, 1);
        mr_emit_none(fn, at, none);
        mr_gen_store_name(fn, at, name, none);
        fn->temp_top = none;
    }
    switch (var.kind) {
    case VAR_FAST:
        mr_emit(fn, at, MR_OP_DEL_LOCAL, quietly, var.index, 0, 0);
        mr_local_unassign(fn, var.index);
        break;
    case VAR_CELL: mr_emit(fn, at, MR_OP_DEL_CELL, quietly, var.index, 0, 0); break;
    case VAR_FREE: case VAR_CLASS_FREE: case VAR_FREE_IN: mr_emit(fn, at, MR_OP_DEL_FREE, 0, var.index, 0, 0); break;
    case VAR_GLOBAL: case VAR_NAME_IN: mr_emit(fn, at, MR_OP_DEL_GLOBAL, 0, 0, mr_name_index(fn, name), 0); break;
    case VAR_NAME: mr_emit(fn, at, MR_OP_DEL_NAME, 0, 0, mr_name_index(fn, name), 0); break;
    }
}

void mr_gen_load_cell_of(MrFn *fn, const MrAst *at, const MrName *name, unsigned dst) {
    MrVar var = class_cell(fn, name);
    mr_emit_move(fn, at, dst, var.index);
}
