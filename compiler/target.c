/* Assignment targets: storing, deleting, unpacking, and the three assignment statements. The value is evaluated first, then
 * each target's parts from left to right, as the language reference says.
 */
#include "compiler/gen.h"

static void store_unpacked(MrFn *fn, MrAst *target, MrNodeList elts, unsigned src) {
    int star = -1;
    for (uint32_t i = 0; i < elts.count; i++) {
        if (elts.items[i]->kind != AST_Starred) continue;
        if (star >= 0) mr_comp_fail(fn->c, target, "multiple starred expressions in assignment");
        star = (int)i;
    }
    if (star > UINT8_MAX && elts.count > UINT8_MAX && elts.count - (uint32_t)star - 1 > UINT8_MAX)
        mr_comp_fail(fn->c, target, "too many expressions in star-unpacking assignment");
    unsigned mark = fn->temp_top;
    unsigned first = mr_temp(fn, elts.count);
    if (star < 0) {
        mr_emit(fn, target, MR_OP_UNPACK, 0, first, src, elts.count);
    } else {
        uint32_t after = elts.count - (uint32_t)star - 1;
        if (after > UINT8_MAX) mr_comp_fail(fn->c, target, "too many expressions in star-unpacking assignment");
        mr_emit(fn, target, MR_OP_UNPACK_EX, after, first, src, (unsigned)star);
    }
    for (uint32_t i = 0; i < elts.count; i++) {
        MrAst *elt = elts.items[i];
        mr_gen_store(fn, elt->kind == AST_Starred ? mr_ast_Starred(elt)->value : elt, first + i);
    }
    fn->temp_top = mark;
}

void mr_gen_store(MrFn *fn, MrAst *target, unsigned src) {
    mr_comp_enter(fn->c);
    unsigned mark = fn->temp_top;
    switch (target->kind) {
    case AST_Name: mr_gen_store_name(fn, target, mr_ast_Name(target)->id, src); break;
    case AST_Attribute: {
        MrAstAttribute *a = mr_ast_Attribute(target);
        mr_gen_check_forbidden(fn, target, a->attr, CTX_STORE);
        unsigned object = mr_gen_any(fn, a->value);
        MrAst at = mr_gen_attr_location(*target, target);
        mr_emit(fn, &at, MR_OP_STORE_ATTR, 0, object, src, mr_name_index(fn, mr_gen_mangle(fn, a->attr)));
        break;
    }
    case AST_Subscript: {
        MrAstSubscript *s = mr_ast_Subscript(target);
        unsigned object = mr_gen_operand(fn, s->value, s->slice, NULL);
        unsigned index = mr_gen_any(fn, s->slice);
        mr_emit(fn, target, MR_OP_SETITEM, 0, object, index, src);
        break;
    }
    case AST_Tuple: store_unpacked(fn, target, mr_ast_Tuple(target)->elts, src); break;
    case AST_List: store_unpacked(fn, target, mr_ast_List(target)->elts, src); break;
    case AST_Starred: mr_comp_fail(fn->c, target, "starred assignment target must be in a list or tuple");
    default: mr_comp_fail(fn->c, target, "cannot assign to expression");
    }
    fn->temp_top = mark;
    mr_comp_leave(fn->c);
}

void mr_gen_delete(MrFn *fn, MrAst *target) {
    mr_comp_enter(fn->c);
    unsigned mark = fn->temp_top;
    switch (target->kind) {
    case AST_Name: mr_gen_delete_name(fn, target, mr_ast_Name(target)->id, false); break;
    case AST_Attribute: {
        MrAstAttribute *a = mr_ast_Attribute(target);
        mr_gen_check_forbidden(fn, target, a->attr, CTX_DEL);
        unsigned object = mr_gen_any(fn, a->value);
        MrAst at = mr_gen_attr_location(*target, target);
        mr_emit(fn, &at, MR_OP_DEL_ATTR, 0, object, 0, mr_name_index(fn, mr_gen_mangle(fn, a->attr)));
        break;
    }
    case AST_Subscript: {
        MrAstSubscript *s = mr_ast_Subscript(target);
        unsigned object = mr_gen_operand(fn, s->value, s->slice, NULL);
        unsigned index = mr_gen_any(fn, s->slice);
        mr_emit(fn, target, MR_OP_DELITEM, 0, object, index, 0);
        break;
    }
    case AST_Tuple: case AST_List: {
        MrNodeList elts = target->kind == AST_Tuple ? mr_ast_Tuple(target)->elts : mr_ast_List(target)->elts;
        for (uint32_t i = 0; i < elts.count; i++) mr_gen_delete(fn, elts.items[i]);
        break;
    }
    default: mr_comp_fail(fn->c, target, "cannot delete expression");
    }
    fn->temp_top = mark;
    mr_comp_leave(fn->c);
}

/* a, b = c, d without a tuple, when both sides are plain and of the same length. */
static bool assign_pairwise(MrFn *fn, MrAst *target, MrAst *value) {
    if ((target->kind != AST_Tuple && target->kind != AST_List) || value->kind != AST_Tuple) return false;
    MrNodeList to = target->kind == AST_Tuple ? mr_ast_Tuple(target)->elts : mr_ast_List(target)->elts;
    MrNodeList from = mr_ast_Tuple(value)->elts;
    if (to.count != from.count || to.count < 2 || to.count > 16) return false;
    for (uint32_t i = 0; i < to.count; i++)
        if (to.items[i]->kind == AST_Starred || from.items[i]->kind == AST_Starred) return false;
    unsigned mark = fn->temp_top;
    unsigned first = mr_temp(fn, to.count);
    for (uint32_t i = 0; i < to.count; i++) mr_gen_to(fn, from.items[i], first + i);
    for (uint32_t i = 0; i < to.count; i++) mr_gen_store(fn, to.items[i], first + i);
    fn->temp_top = mark;
    return true;
}

void mr_gen_assign(MrFn *fn, MrAst *stmt) {
    MrAstAssign *s = mr_ast_Assign(stmt);
    unsigned mark = fn->temp_top;
    if (s->targets.count == 1) {
        MrAst *target = s->targets.items[0];
        int local = target->kind == AST_Name ? mr_gen_local(fn, mr_ast_Name(target)->id) : -1;
        if (local >= 0) {
            mr_gen_check_forbidden(fn, target, mr_ast_Name(target)->id, CTX_STORE);
            if (mr_local_grows(fn, (unsigned)local) && mr_scope_extends(target, s->value)) {
                MrAstBinOp *sum = mr_ast_BinOp(s->value);
                mr_gen_glance(fn, sum->left);
                unsigned right = mr_gen_any(fn, sum->right);
                mr_emit(fn, s->value, MR_OP_APPEND, 0, (unsigned)local, (unsigned)local, right);
                fn->temp_top = mark;
            } else {
                mr_gen_to(fn, s->value, (unsigned)local);
            }
            mr_local_assign(fn, (unsigned)local);
            return;
        }
        if (assign_pairwise(fn, target, s->value)) return;
    }
    unsigned value = mr_gen_any(fn, s->value);
    if (value < fn->nlocals && (s->targets.count > 1 || s->targets.items[0]->kind == AST_Subscript || s->targets.items[0]->kind == AST_Attribute)) {
        bool copy = s->targets.count > 1;
        if (!copy && fn->owner->has_walrus) copy = true;
        if (copy) {
            unsigned temp = mr_temp(fn, 1);
            mr_emit_move(fn, s->value, temp, value);
            value = temp;
        }
    }
    for (uint32_t i = 0; i < s->targets.count; i++) mr_gen_store(fn, s->targets.items[i], value);
    fn->temp_top = mark;
}

static void apply_in_place(MrFn *fn, MrAst *stmt, unsigned old, unsigned dst) {
    MrAstAugAssign *s = mr_ast_AugAssign(stmt);
    MrOpcode general, with_const;
    bool has_const_form = mr_gen_binop_code((MrBinOp)stmt->sub, &general, &with_const);
    if (stmt->sub == BINOP_ADD && old == dst && mr_local_grows(fn, dst)) {
        general = MR_OP_APPEND;
        has_const_form = false;
    } else if (mr_local_grows(fn, old)) {
        mr_emit(fn, stmt, MR_OP_SHARE, 0, old, 0, 0);
    }
    int k = has_const_form ? mr_gen_const_operand(fn, s->value) : -1;
    if (k >= 0) {
        mr_emit(fn, stmt, with_const, 1, dst, old, (unsigned)k);
        return;
    }
    unsigned mark = fn->temp_top;
    unsigned right = mr_gen_any(fn, s->value);
    fn->temp_top = mark;
    mr_emit(fn, stmt, general, 1, dst, old, right);
}

void mr_gen_aug_assign(MrFn *fn, MrAst *stmt) {
    MrAstAugAssign *s = mr_ast_AugAssign(stmt);
    MrAst *target = s->target;
    unsigned mark = fn->temp_top;
    switch (target->kind) {
    case AST_Name: {
        const MrName *name = mr_ast_Name(target)->id;
        mr_gen_check_forbidden(fn, target, name, CTX_STORE);
        int local = mr_gen_local(fn, name);
        if (local >= 0) {
            if (!mr_local_assigned(fn, (unsigned)local)) mr_emit(fn, target, MR_OP_CHECK_LOCAL, 0, (unsigned)local, 0, 0);
            unsigned old = (unsigned)local;
            if (fn->owner->has_walrus) {
                old = mr_temp(fn, 1);
                mr_emit_move(fn, target, old, (unsigned)local);
            }
            apply_in_place(fn, stmt, old, (unsigned)local);
            mr_local_assign(fn, (unsigned)local);
            break;
        }
        unsigned value = mr_temp(fn, 1);
        mr_gen_load_name(fn, target, name, value);
        apply_in_place(fn, stmt, value, value);
        mr_gen_store_name(fn, target, name, value);
        break;
    }
    case AST_Attribute: {
        MrAstAttribute *a = mr_ast_Attribute(target);
        mr_gen_check_forbidden(fn, target, a->attr, CTX_STORE);
        unsigned object = mr_gen_operand(fn, a->value, s->value, NULL), value = mr_temp(fn, 1);
        unsigned name = mr_name_index(fn, mr_gen_mangle(fn, a->attr));
        MrAst at = mr_gen_attr_location(*target, target);
        mr_emit(fn, &at, MR_OP_LOAD_ATTR, 0, value, object, name);
        apply_in_place(fn, stmt, value, value);
        mr_emit(fn, &at, MR_OP_STORE_ATTR, 0, object, value, name);
        break;
    }
    case AST_Subscript: {
        MrAstSubscript *t = mr_ast_Subscript(target);
        unsigned object = mr_gen_operand(fn, t->value, t->slice, s->value);
        unsigned index = mr_gen_operand(fn, t->slice, s->value, NULL), value = mr_temp(fn, 1);
        mr_emit(fn, target, MR_OP_GETITEM, 0, value, object, index);
        apply_in_place(fn, stmt, value, value);
        mr_emit(fn, target, MR_OP_SETITEM, 0, object, index, value);
        break;
    }
    default: mr_comp_fail(fn->c, target, "illegal expression for augmented assignment");
    }
    fn->temp_top = mark;
}

/* Evaluates, for their errors, the parts of a target that is annotated but not assigned. */
static void evaluate_parts(MrFn *fn, MrAst *target) {
    unsigned mark = fn->temp_top;
    if (target->kind == AST_Attribute) {
        mr_gen_check_forbidden(fn, target, mr_ast_Attribute(target)->attr, CTX_STORE);
        mr_gen_any(fn, mr_ast_Attribute(target)->value);
    } else if (target->kind == AST_Subscript) {
        mr_gen_any(fn, mr_ast_Subscript(target)->value);
        mr_gen_any(fn, mr_ast_Subscript(target)->slice);
    }
    fn->temp_top = mark;
}

void mr_gen_ann_assign(MrFn *fn, MrAst *stmt) {
    MrAstAnnAssign *s = mr_ast_AnnAssign(stmt);
    unsigned mark = fn->temp_top;
    if (s->value) {
        unsigned value = mr_gen_any(fn, s->value);
        mr_gen_store(fn, s->target, value);
        fn->temp_top = mark;
    }
    bool in_function = mr_scope_is_function(fn->owner);
    if (s->target->kind == AST_Name) {
        const MrName *name = mr_ast_Name(s->target)->id;
        mr_gen_check_forbidden(fn, s->target, name, CTX_STORE);
        if (s->simple && !in_function) {
            unsigned value = mr_temp(fn, 3);
            mr_gen_annotation(fn, s->annotation, value);
            mr_gen_load_name(fn, stmt, fn->c->names.dunder_annotations, value + 1);
            const MrName *mangled = mr_gen_mangle(fn, name);
            mr_emit_text(fn, stmt, value + 2, mangled->bytes, mangled->len);
            mr_emit(fn, stmt, MR_OP_SETITEM, 0, value + 1, value + 2, value);
        }
    } else if (!s->value) {
        evaluate_parts(fn, s->target);
    }
    fn->temp_top = mark;
    if (!s->simple && !in_function && !fn->c->future_annotations) mr_gen_any(fn, s->annotation);
    fn->temp_top = mark;
}
