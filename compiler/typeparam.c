/* Type parameters and type aliases (PEP 695). Bounds and an alias's value are functions that are called when asked for. */
#include "compiler/gen.h"

static void gen_lazy(MrFn *fn, MrAst *value, const MrName *name, const MrAst *node, unsigned dst) {
    MrScope *scope = mr_scope_find(fn->c, node, SCOPE_TAG_BODY);
    MrFn *inner = mr_gen_open(fn->c, scope, name, node);
    mr_gen_prologue(inner);
    unsigned reg = mr_gen_any(inner, value);
    mr_emit(inner, value, MR_OP_RETURN, 0, reg, 0, 0);
    MrUnit *unit = mr_gen_finish_function(inner);
    mr_gen_make_function(fn, node, unit, scope, 0, NULL, dst);
}

static void gen_param(MrFn *fn, MrAst *param, unsigned dst) {
    unsigned mark = fn->temp_top;
    unsigned args = mr_temp(fn, 2);
    const MrName *name;
    MrIntrinsic intrinsic;
    MrAst *bound = NULL;
    if (param->kind == AST_TypeVar) {
        name = mr_ast_TypeVar(param)->name;
        bound = mr_ast_TypeVar(param)->bound;
        intrinsic = !bound ? MR_INTRINSIC_TYPEVAR : bound->kind == AST_Tuple ? MR_INTRINSIC_TYPEVAR_CONSTRAINTS : MR_INTRINSIC_TYPEVAR_BOUND;
        if ((int)(bound ? bound->kind : 0) == AST_FOLDED && ((MrAstFolded *)bound)->value.kind == MR_CONST_TUPLE)
            intrinsic = MR_INTRINSIC_TYPEVAR_CONSTRAINTS;
    } else if (param->kind == AST_ParamSpec) {
        name = mr_ast_ParamSpec(param)->name;
        intrinsic = MR_INTRINSIC_PARAMSPEC;
    } else {
        name = mr_ast_TypeVarTuple(param)->name;
        intrinsic = MR_INTRINSIC_TYPEVARTUPLE;
    }
    mr_emit_text(fn, param, args, name->bytes, name->len);
    if (bound) gen_lazy(fn, bound, name, param, args + 1);
    mr_emit(fn, param, MR_OP_INTRINSIC, 0, dst, args, intrinsic);
    mr_gen_store_name(fn, param, name, dst);
    fn->temp_top = mark;
}

void mr_gen_type_params(MrFn *fn, MrNodeList params, const MrAst *at, unsigned dst) {
    unsigned mark = fn->temp_top;
    for (uint32_t i = 0; i < params.count; i++) {
        unsigned reg = mr_temp(fn, 1);
        gen_param(fn, params.items[i], reg);
    }
    mr_emit(fn, at, MR_OP_BUILD_TUPLE, 0, dst, mark, params.count);
    fn->temp_top = mark;
}

static void make_alias(MrFn *fn, MrAst *s, const MrName *name, unsigned args, unsigned dst) {
    mr_emit_text(fn, s, args, name->bytes, name->len);
    gen_lazy(fn, mr_ast_TypeAlias(s)->value, name, s, args + 2);
    mr_emit(fn, s, MR_OP_INTRINSIC, 0, dst, args, MR_INTRINSIC_TYPEALIAS);
}

void mr_gen_type_alias(MrFn *fn, MrAst *s) {
    MrAstTypeAlias *alias = mr_ast_TypeAlias(s);
    const MrName *name = mr_ast_Name(alias->name)->id;
    unsigned mark = fn->temp_top;
    unsigned result = mr_temp(fn, 1);
    if (!alias->type_params.count) {
        unsigned args = mr_temp(fn, 3);
        mr_emit_none(fn, s, args + 1);
        make_alias(fn, s, name, args, result);
    } else {
        MrScope *scope = mr_scope_find(fn->c, s, SCOPE_TAG_TYPE_PARAMS);
        MrBuf text = MR_BUF_EMPTY;
        mr_buf_printf(&text, "<generic parameters of " MR_NAME_FMT ">", MR_NAME_ARG(name));
        const MrName *generic = text.failed ? name : mr_comp_intern(fn->c, text.data, text.length);
        mr_buf_fini(&text);
        MrFn *outer = mr_gen_open(fn->c, scope, generic, s);
        mr_gen_prologue(outer);
        unsigned args = mr_temp(outer, 3);
        mr_gen_type_params(outer, alias->type_params, s, args + 1);
        make_alias(outer, s, name, args, args);
        mr_emit(outer, s, MR_OP_RETURN, 0, args, 0, 0);
        MrUnit *unit = mr_gen_finish_function(outer);
        unsigned window = mr_temp(fn, 2);
        mr_gen_make_function(fn, s, unit, scope, 0, NULL, window);
        mr_emit(fn, s, MR_OP_CALL, 0, result, window, 0);
    }
    mr_gen_store_name(fn, s, name, result);
    fn->temp_top = mark;
}
