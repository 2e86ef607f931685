/* Calls. The callee's window is laid out in place: callee, self or a hole, then each argument straight in its register.
 * `obj.name(...)` looks the method up without binding it; `super().name` never makes a super object.
 */
#include "compiler/gen.h"

#include <string.h>
#include "base/hash.h"

static bool has_unpacking(MrNodeList args, MrNodeList keywords) {
    for (uint32_t i = 0; i < args.count; i++)
        if (args.items[i]->kind == AST_Starred) return true;
    for (uint32_t i = 0; i < keywords.count; i++)
        if (!mr_ast_keyword(keywords.items[i])->arg) return true;
    return false;
}

/* The first keyword that comes again is complained of, at the place where it does. */
static void check_keywords(MrFn *fn, MrNodeList keywords) {
    if (!keywords.count) return;
    uint32_t size = 4, first = keywords.count, again = 0;
    while (size < keywords.count * 2) size *= 2;
    uint32_t *table = MR_COMP_NEW_ARRAY(fn->c, uint32_t, size); /* numbers of keywords + 1, by name */
    const MrName **names = MR_COMP_NEW_ARRAY(fn->c, const MrName *, keywords.count + 1);
    memset(table, 0, size * sizeof *table);
    for (uint32_t i = 0; i < keywords.count; i++) {
        const MrName *arg = mr_ast_keyword(keywords.items[i])->arg;
        names[i] = arg ? mr_comp_intern_name(fn->c, arg) : NULL;
        if (!arg) continue;
        uint32_t slot = (uint32_t)mr_hash_mix((uintptr_t)names[i]) & (size - 1);
        while (table[slot] && names[table[slot] - 1] != names[i]) slot = (slot + 1) & (size - 1);
        if (!table[slot]) {
            table[slot] = i + 1;
        } else if (table[slot] - 1 < first) {
            first = table[slot] - 1;
            again = i;
        }
    }
    for (uint32_t i = 0; i < keywords.count; i++) {
        if (names[i]) mr_gen_check_forbidden(fn, keywords.items[i], mr_ast_keyword(keywords.items[i])->arg, CTX_STORE);
        if (i == first) mr_comp_fail(fn->c, keywords.items[again], "keyword argument repeated: " MR_NAME_FMT, MR_NAME_ARG(mr_ast_keyword(keywords.items[i])->arg));
    }
}

static MrConst text_const(const MrName *name) {
    return (MrConst){.kind = MR_CONST_STR, .text = {(char *)(uintptr_t)name->bytes, name->len}};
}

/* The ** part of a call: a dict in R[dict] made for this call alone. */
static void gen_keyword_dict(MrFn *fn, const MrAst *at, unsigned callee, MrNodeList keywords, unsigned dict) {
    uint32_t head = 0;
    unsigned first = fn->temp_top;
    for (; head < keywords.count && mr_ast_keyword(keywords.items[head])->arg && head < 15; head++) {
        MrAstkeyword *k = mr_ast_keyword(keywords.items[head]);
        const MrName *name = k->arg; /* names of arguments are not mangled, those of parameters are */
        unsigned pair = mr_temp(fn, 1);
        mr_emit_text(fn, at, pair, name->bytes, name->len);
        pair = mr_temp(fn, 1);
        mr_gen_to(fn, k->value, pair);
    }
    fn->temp_top = first;
    mr_emit(fn, at, MR_OP_BUILD_MAP, 0, dict, first, head);
    for (uint32_t i = head; i < keywords.count; i++) {
        MrAstkeyword *k = mr_ast_keyword(keywords.items[i]);
        unsigned value = mr_temp(fn, 2), part = value;
        if (k->arg) {
            const MrName *name = k->arg;
            mr_emit_text(fn, at, value, name->bytes, name->len);
            mr_gen_to(fn, k->value, value + 1);
            part = mr_temp(fn, 1);
            mr_emit(fn, at, MR_OP_BUILD_MAP, 0, part, value, 1);
        } else {
            mr_gen_to(fn, k->value, part);
        }
        mr_emit(fn, at, MR_OP_DICT_MERGE, 0, dict, part, callee);
        fn->temp_top = first;
    }
}

static void gen_call_ex(MrFn *fn, const MrAst *at, unsigned window, unsigned n_done, MrNodeList args, MrNodeList keywords,
                        MrAst *extra_base, unsigned dst) {
    unsigned list = window + 2;
    if (n_done) { /* the prepared arguments start the list */
        mr_emit(fn, at, MR_OP_BUILD_LIST, 0, list, list, n_done);
        fn->temp_top = list + 1;
        for (uint32_t i = 0; i < args.count; i++) {
            bool star = args.items[i]->kind == AST_Starred;
            unsigned value = mr_gen_any(fn, star ? mr_ast_Starred(args.items[i])->value : args.items[i]);
            mr_emit(fn, at, star ? MR_OP_LIST_EXTEND : MR_OP_LIST_APPEND, star, list, value, 0);
            fn->temp_top = list + 1;
        }
    } else if (args.count == 1 && args.items[0]->kind == AST_Starred && !extra_base) {
        mr_temp(fn, 1);
        unsigned value = mr_gen_any(fn, mr_ast_Starred(args.items[0])->value);
        mr_emit(fn, at, MR_OP_STAR_ARGS, 0, list, value, window);
        fn->temp_top = list + 1;
    } else {
        mr_temp(fn, 1);
        mr_gen_list_of(fn, at, args, true, list);
    }
    if (extra_base) {
        unsigned value = mr_gen_any(fn, extra_base);
        mr_emit(fn, at, MR_OP_LIST_APPEND, 0, list, value, 0);
        fn->temp_top = list + 1;
    }
    if (keywords.count) {
        unsigned dict = mr_temp(fn, 1);
        gen_keyword_dict(fn, at, window, keywords, dict);
    }
    mr_emit(fn, at, MR_OP_CALL_EX, keywords.count > 0, dst, window, 0);
}

void mr_gen_call_args(MrFn *fn, const MrAst *at, unsigned window, bool method, unsigned n_done, MrNodeList args,
                      MrNodeList keywords, MrAst *extra_base, unsigned dst) {
    check_keywords(fn, keywords);
    if (has_unpacking(args, keywords) || args.count + keywords.count > 10000) {
        gen_call_ex(fn, at, window, n_done, args, keywords, extra_base, dst);
        fn->temp_top = window;
        return;
    }
    for (uint32_t i = 0; i < args.count; i++) {
        unsigned reg = mr_temp(fn, 1);
        mr_gen_to(fn, args.items[i], reg);
    }
    if (extra_base) {
        unsigned reg = mr_temp(fn, 1);
        mr_gen_to(fn, extra_base, reg);
    }
    MrConst names = {.kind = MR_CONST_TUPLE, .n = keywords.count};
    names.items = MR_COMP_NEW_ARRAY(fn->c, MrConst, keywords.count);
    for (uint32_t i = 0; i < keywords.count; i++) {
        MrAstkeyword *k = mr_ast_keyword(keywords.items[i]);
        names.items[i] = text_const(k->arg);
        unsigned reg = mr_temp(fn, 1);
        mr_gen_to(fn, k->value, reg);
    }
    unsigned count = fn->temp_top - window - 2;
    fn->temp_top = window;
    if (keywords.count) {
        if (!method) {
            /* The hole must read as unbound for the form with keywords. */
            mr_emit(fn, at, MR_OP_DEL_LOCAL, 1, window + 1, 0, 0);
        }
        uint32_t k = mr_const_index(fn, names);
        uint32_t call = mr_emit(fn, at, MR_OP_CALL_KW, 0, dst, window, count);
        mr_emit_word(fn, call, k);
    } else {
        mr_emit(fn, at, method ? MR_OP_CALL_METHOD : MR_OP_CALL, 0, dst, window, count);
    }
}

/* Loads `super`, class and self into R[first..first+2] if `e` is super().name or super(a, b).name that may skip the super object. */
static bool load_super_parts(MrFn *fn, MrAst *e, unsigned *first, bool *written_out) {
    MrAst *value = mr_ast_Attribute(e)->value;
    if (value->kind != AST_Call) return false;
    MrAstCall *call = mr_ast_Call(value);
    if (call->func->kind != AST_Name || !mr_name_is(mr_ast_Name(call->func)->id, "super") || call->keywords.count) return false;
    if (call->args.count != 0 && call->args.count != 2) return false;
    if (!mr_scope_is_function(fn->owner)) return false;
    MrCompiler *c = fn->c;
    if (mr_var_find(fn, c->names.super_).kind != VAR_GLOBAL) return false;
    const MrSymbol *module_level = mr_scope_lookup(c->top, c->names.super_);
    if (module_level && (module_level->flags & SYM_BOUND)) return false;
    *written_out = call->args.count == 2;
    if (*written_out) {
        if (call->args.items[0]->kind == AST_Starred || call->args.items[1]->kind == AST_Starred) return false;
    } else {
        if (fn->argcount == 0 || mr_var_find(fn, c->names.dunder_class).kind != VAR_FREE) return false;
    }
    *first = mr_temp(fn, 3);
    mr_gen_load_name(fn, call->func, c->names.super_, *first);
    if (*written_out) {
        mr_gen_to(fn, call->args.items[0], *first + 1);
        mr_gen_to(fn, call->args.items[1], *first + 2);
        return true;
    }
    mr_gen_load_name(fn, value, c->names.dunder_class, *first + 1);
    if (fn->owner->local_flags.items[0] & MR_LOCAL_CELL) {
        mr_emit(fn, value, MR_OP_LOAD_CELL, 0, *first + 2, 0, 0);
    } else {
        if (!mr_local_assigned(fn, 0)) mr_emit(fn, value, MR_OP_CHECK_LOCAL, 0, 0, 0, 0);
        mr_emit_move(fn, value, *first + 2, 0);
    }
    return true;
}

bool mr_gen_super_attribute(MrFn *fn, MrAst *e, unsigned dst) {
    unsigned mark = fn->temp_top, first;
    bool written_out;
    if (!load_super_parts(fn, e, &first, &written_out)) return false;
    MrAst at = mr_gen_attr_location(*e, e);
    mr_emit(fn, &at, MR_OP_LOAD_SUPER_ATTR, written_out, dst, first, mr_name_index(fn, mr_gen_mangle(fn, mr_ast_Attribute(e)->attr)));
    fn->temp_top = mark;
    return true;
}

static void gen_method_call(MrFn *fn, MrAst *e, MrAstCall *n, unsigned dst) {
    MrAstAttribute *attribute = mr_ast_Attribute(n->func);
    unsigned window = fn->temp_top, first;
    bool written_out;
    unsigned name = mr_name_index(fn, mr_gen_mangle(fn, attribute->attr));
    MrAst load_at = mr_gen_attr_location(*n->func, n->func), call_at = mr_gen_attr_location(*e, n->func);
    if (load_super_parts(fn, n->func, &first, &written_out)) {
        mr_emit(fn, &load_at, MR_OP_LOAD_SUPER_METHOD, written_out, window, first, name);
    } else {
        int text = mr_only_looks(attribute->attr->bytes, attribute->attr->len) ? mr_gen_glance(fn, attribute->value) : -1;
        unsigned object = text >= 0 ? (unsigned)text : mr_gen_any(fn, attribute->value);
        if (fn->temp_top < window + 2) mr_temp(fn, window + 2 - fn->temp_top);
        mr_emit(fn, &load_at, MR_OP_LOAD_METHOD, 0, window, object, name);
    }
    fn->temp_top = window + 2;
    mr_gen_call_args(fn, &call_at, window, true, 0, n->args, n->keywords, NULL, dst);
}

/* A call `len(x)`, in all likelihood of the builtin. */
static bool is_len(const MrAstCall *n) {
    return n->func->kind == AST_Name && mr_name_is(mr_ast_Name(n->func)->id, "len") && n->args.count == 1 && !n->keywords.count;
}

void mr_gen_call(MrFn *fn, MrAst *e, unsigned dst) {
    MrAstCall *n = mr_ast_Call(e);
    unsigned mark = fn->temp_top;
    mr_check_caller(fn, n->func);
    if (n->func->kind == AST_Attribute && !has_unpacking(n->args, n->keywords)) {
        gen_method_call(fn, e, n, dst);
    } else {
        unsigned window = mr_temp(fn, 2);
        mr_gen_to(fn, n->func, window);
        int text = is_len(n) ? mr_gen_glance(fn, n->args.items[0]) : -1;
        if (text >= 0 && mr_local_grows(fn, (unsigned)text)) {
            mr_emit(fn, n->args.items[0], MR_OP_SHARE, 1, (unsigned)text, window, 0);
            mr_emit_move(fn, n->args.items[0], mr_temp(fn, 1), (unsigned)text);
            fn->temp_top = window;
            mr_emit(fn, e, MR_OP_CALL, 0, dst, window, 1);
        } else {
            mr_gen_call_args(fn, e, window, false, 0, n->args, n->keywords, NULL, dst);
        }
    }
    fn->temp_top = mark;
}
