/* match statements. A pattern jumps to `fail` as soon as it does not match. What it captures stays in temporaries until the
 * whole pattern has matched, then the names are bound, then the guard runs. Temporaries of a pattern are all given back at the end of
 * its case.
 */
#include "compiler/gen.h"

typedef struct Capture { const MrName *name; unsigned reg; } Capture;

typedef struct Captures {
    MR_LIST(Capture) list;
    const struct Captures *share; /* of an earlier alternative: the same names get the same registers */
} Captures;

static void gen_pattern(MrFn *fn, MrAst *p, unsigned subject, MrLabel *fail, Captures *captures, bool may_be_any);

static bool is_wildcard(const MrAst *p) { return p->kind == AST_MatchAs && !mr_ast_MatchAs(p)->name && !mr_ast_MatchAs(p)->pattern; }
static bool is_star_wildcard(const MrAst *p) { return p->kind == AST_MatchStar && !mr_ast_MatchStar(p)->name; }

static void capture(MrFn *fn, MrAst *p, const MrName *name, unsigned src, Captures *captures) {
    mr_gen_check_forbidden(fn, p, name, CTX_STORE);
    name = mr_comp_intern_name(fn->c, name);
    for (uint32_t i = 0; i < captures->list.count; i++)
        if (captures->list.items[i].name == name)
            mr_comp_fail(fn->c, p, "multiple assignments to name '" MR_NAME_FMT "' in pattern", MR_NAME_ARG(name));
    int reg = -1;
    for (uint32_t i = 0; captures->share && i < captures->share->list.count; i++)
        if (captures->share->list.items[i].name == name) reg = (int)captures->share->list.items[i].reg;
    if (reg < 0) reg = (int)mr_temp(fn, 1);
    mr_emit_move(fn, p, (unsigned)reg, src);
    MR_LIST_PUSH(fn->c, &captures->list, (Capture){name, (unsigned)reg});
}

static void jump_unless_equal(MrFn *fn, MrAst *at, unsigned subject, MrAst *value, MrLabel *fail) {
    int k = fn->c->far_jumps ? -1 : mr_gen_const_operand(fn, value);
    if (k >= 0) {
        mr_emit_compare_jump(fn, at, MR_OP_JUMP_EQ_K, 0, subject, (unsigned)k, fail);
        return;
    }
    unsigned reg = mr_gen_any(fn, value), result = mr_temp(fn, 1);
    mr_emit(fn, at, MR_OP_EQ, 0, result, subject, reg);
    mr_emit_jump(fn, at, MR_OP_JUMP_IF_FALSE, result, fail);
}

/* Fails unless R[length] is `size` (or at least that, when `op` is GE). */
static void check_length(MrFn *fn, MrAst *p, unsigned length, uint32_t size, MrOpcode op, MrLabel *fail) {
    unsigned wanted = mr_temp(fn, 2);
    mr_emit_const(fn, p, wanted, (MrConst){.kind = MR_CONST_INT, .i = size});
    mr_emit(fn, p, op, 0, wanted + 1, length, wanted);
    mr_emit_jump(fn, p, MR_OP_JUMP_IF_FALSE, wanted + 1, fail);
}

/* [a, *_, b]: the items are picked by index and nothing is built. */
static void gen_by_index(MrFn *fn, MrAst *p, MrNodeList patterns, uint32_t star, unsigned subject, unsigned length, MrLabel *fail,
                         Captures *captures) {
    for (uint32_t i = 0; i < patterns.count; i++) {
        if (i == star || is_wildcard(patterns.items[i])) continue;
        unsigned index = mr_temp(fn, 3);
        if (i < star) {
            mr_emit_const(fn, p, index, (MrConst){.kind = MR_CONST_INT, .i = i});
        } else {
            mr_emit_const(fn, p, index + 1, (MrConst){.kind = MR_CONST_INT, .i = patterns.count - i});
            mr_emit(fn, p, MR_OP_SUB, 0, index, length, index + 1);
        }
        mr_emit(fn, p, MR_OP_GETITEM, 0, index + 2, subject, index);
        gen_pattern(fn, patterns.items[i], index + 2, fail, captures, true);
    }
}

static void gen_items(MrFn *fn, MrNodeList patterns, unsigned first, MrLabel *fail, Captures *captures) {
    for (uint32_t i = 0; i < patterns.count; i++) {
        MrAst *item = patterns.items[i];
        if (item->kind != AST_MatchStar) gen_pattern(fn, item, first + i, fail, captures, true);
        else if (mr_ast_MatchStar(item)->name) capture(fn, item, mr_ast_MatchStar(item)->name, first + i, captures);
    }
}

static void gen_sequence(MrFn *fn, MrAst *p, unsigned subject, MrLabel *fail, Captures *captures) {
    MrNodeList patterns = mr_ast_MatchSequence(p)->patterns;
    int star = -1;
    bool only_wildcards = true, star_wildcard = false;
    for (uint32_t i = 0; i < patterns.count; i++) {
        MrAst *item = patterns.items[i];
        if (item->kind == AST_MatchStar) {
            if (star >= 0) mr_comp_fail(fn->c, p, "multiple starred names in sequence pattern");
            star = (int)i;
            star_wildcard = is_star_wildcard(item);
            only_wildcards &= star_wildcard;
        } else {
            only_wildcards &= is_wildcard(item);
        }
    }
    unsigned t = mr_temp(fn, 2), length = t + 1;
    mr_emit(fn, p, MR_OP_MATCH_SEQUENCE, 0, t, subject, 0);
    mr_emit_jump(fn, p, MR_OP_JUMP_IF_FALSE, t, fail);
    uint32_t size = patterns.count;
    if (star < 0) {
        mr_emit(fn, p, MR_OP_GET_LEN, 0, length, subject, 0);
        check_length(fn, p, length, size, MR_OP_EQ, fail);
    } else if (size > 1) {
        mr_emit(fn, p, MR_OP_GET_LEN, 0, length, subject, 0);
        check_length(fn, p, length, size - 1, MR_OP_GE, fail);
    }
    if (only_wildcards) return;
    if (star_wildcard) {
        gen_by_index(fn, p, patterns, (uint32_t)star, subject, length, fail, captures);
        return;
    }
    unsigned first = mr_temp(fn, size);
    if (star < 0) {
        mr_emit(fn, p, MR_OP_UNPACK, 0, first, subject, size);
    } else {
        uint32_t after = size - (uint32_t)star - 1;
        if (after > UINT8_MAX) mr_comp_fail(fn->c, p, "too many expressions in star-unpacking sequence pattern");
        mr_emit(fn, p, MR_OP_UNPACK_EX, after, first, subject, (unsigned)star);
    }
    gen_items(fn, patterns, first, fail, captures);
}

static bool number_of(const MrConst *k, double *value) {
    *value = k->kind == MR_CONST_FLOAT ? k->d : k->kind == MR_CONST_INT ? (double)k->i : k->kind == MR_CONST_TRUE;
    return k->kind == MR_CONST_FLOAT || k->kind == MR_CONST_INT || k->kind == MR_CONST_TRUE || k->kind == MR_CONST_FALSE;
}

/* Equality as a dict sees it: 0, 0.0 and False are one key. */
static bool same_key(const MrConst *a, const MrConst *b) {
    double x, y;
    if (mr_const_same(a, b)) return true;
    if (a->kind == MR_CONST_INT && b->kind == MR_CONST_INT) return false;
    return number_of(a, &x) && number_of(b, &y) && x == y;
}

static void check_keys(MrFn *fn, MrAst *p, MrNodeList keys) {
    for (uint32_t i = 0; i < keys.count; i++) {
        MrConst a, b;
        if (!mr_fold_value(fn->c, keys.items[i], &a)) continue;
        for (uint32_t j = 0; j < i; j++) {
            if (!mr_fold_value(fn->c, keys.items[j], &b) || !same_key(&a, &b)) continue;
            MrBuf text = MR_BUF_EMPTY;
            mr_unparse(fn->c, keys.items[i], &text);
            char *kept = text.failed ? NULL : mr_arena_strdup(fn->c->arena, text.data ? text.data : "", text.length);
            mr_buf_fini(&text);
            mr_comp_fail(fn->c, p, "mapping pattern checks duplicate key (%s)", kept ? kept : "");
        }
    }
}

static void gen_mapping(MrFn *fn, MrAst *p, unsigned subject, MrLabel *fail, Captures *captures) {
    MrAstMatchMapping *m = mr_ast_MatchMapping(p);
    uint32_t size = m->keys.count;
    unsigned t = mr_temp(fn, 2);
    mr_emit(fn, p, MR_OP_MATCH_MAPPING, 0, t, subject, 0);
    mr_emit_jump(fn, p, MR_OP_JUMP_IF_FALSE, t, fail);
    check_keys(fn, p, m->keys);
    if (!size && !m->rest) return;
    unsigned keys = mr_temp(fn, size + 1);
    if (size) {
        mr_emit(fn, p, MR_OP_GET_LEN, 0, t, subject, 0);
        check_length(fn, p, t, size, MR_OP_GE, fail);
        for (uint32_t i = 0; i < size; i++) mr_gen_to(fn, m->keys.items[i], keys + 1 + i);
        mr_emit(fn, p, MR_OP_BUILD_TUPLE, 0, keys, keys + 1, size);
        mr_emit(fn, p, MR_OP_MATCH_KEYS, 0, t, subject, keys);
        mr_emit_jump(fn, p, MR_OP_JUMP_IF_NONE, t, fail);
        unsigned first = mr_temp(fn, size);
        mr_emit(fn, p, MR_OP_UNPACK, 0, first, t, size);
        gen_items(fn, m->patterns, first, fail, captures);
    }
    if (m->rest) {
        unsigned rest = mr_temp(fn, 1);
        mr_emit(fn, p, MR_OP_BUILD_MAP, 0, rest, rest, 0);
        mr_emit(fn, p, MR_OP_DICT_UPDATE, 0, rest, subject, 0);
        for (uint32_t i = 0; i < size; i++) mr_emit(fn, p, MR_OP_DELITEM, 0, rest, keys + 1 + i, 0);
        capture(fn, p, m->rest, rest, captures);
    }
}

static void gen_class_pattern(MrFn *fn, MrAst *p, unsigned subject, MrLabel *fail, Captures *captures) {
    MrAstMatchClass *m = mr_ast_MatchClass(p);
    uint32_t positional = m->patterns.count, keywords = m->kwd_attrs.count;
    if (positional > UINT8_MAX) mr_comp_fail(fn->c, p, "too many sub-patterns in class pattern");
    MrConst names = {.kind = MR_CONST_TUPLE, .n = keywords, .items = MR_COMP_NEW_ARRAY(fn->c, MrConst, keywords)};
    for (uint32_t i = 0; i < keywords; i++) {
        const MrName *name = m->kwd_attrs.items[i];
        for (uint32_t j = 0; j < i; j++)
            if (mr_comp_intern_name(fn->c, m->kwd_attrs.items[j]) == mr_comp_intern_name(fn->c, name))
                mr_comp_fail(fn->c, m->kwd_patterns.items[i], "attribute name repeated in class pattern: " MR_NAME_FMT, MR_NAME_ARG(name));
        names.items[i] = (MrConst){.kind = MR_CONST_STR, .text = {(char *)(uintptr_t)name->bytes, name->len}};
    }
    unsigned class_reg = mr_gen_any(fn, m->cls);
    unsigned t = mr_temp(fn, 1);
    mr_emit_const(fn, p, t, names);
    mr_emit(fn, p, MR_OP_MATCH_CLASS, positional, t, subject, class_reg);
    mr_emit_jump(fn, p, MR_OP_JUMP_IF_NONE, t, fail);
    uint32_t total = positional + keywords;
    if (!total) return;
    unsigned first = mr_temp(fn, total);
    mr_emit(fn, p, MR_OP_UNPACK, 0, first, t, total);
    gen_items(fn, m->patterns, first, fail, captures);
    gen_items(fn, m->kwd_patterns, first + positional, fail, captures);
}

static bool same_names(const Captures *a, const Captures *b) {
    if (a->list.count != b->list.count) return false;
    for (uint32_t i = 0; i < a->list.count; i++) {
        bool found = false;
        for (uint32_t j = 0; j < b->list.count; j++) found |= a->list.items[i].name == b->list.items[j].name;
        if (!found) return false;
    }
    return true;
}

static void gen_or(MrFn *fn, MrAst *p, unsigned subject, MrLabel *fail, Captures *captures, bool may_be_any) {
    MrNodeList patterns = mr_ast_MatchOr(p)->patterns;
    MrLabel *matched = mr_label_new(fn);
    Captures first = {.share = captures->share};
    for (uint32_t i = 0; i < patterns.count; i++) {
        bool last = i + 1 == patterns.count;
        MrLabel *next = last ? fail : mr_label_new(fn);
        Captures own = {.share = i ? &first : captures->share};
        gen_pattern(fn, patterns.items[i], subject, next, &own, last && may_be_any);
        if (i == 0) first = own;
        else if (!same_names(&first, &own)) mr_comp_fail(fn->c, p, "alternative patterns bind different names");
        if (!last) {
            mr_emit_jump(fn, NULL, MR_OP_JUMP, 0, matched);
            mr_label_place(fn, next);
        }
    }
    mr_label_place(fn, matched);
    for (uint32_t i = 0; i < first.list.count; i++) {
        Capture made = first.list.items[i];
        for (uint32_t j = 0; j < captures->list.count; j++)
            if (captures->list.items[j].name == made.name)
                mr_comp_fail(fn->c, p, "multiple assignments to name '" MR_NAME_FMT "' in pattern", MR_NAME_ARG(made.name));
        MR_LIST_PUSH(fn->c, &captures->list, made);
    }
}

static void gen_as(MrFn *fn, MrAst *p, unsigned subject, MrLabel *fail, Captures *captures, bool may_be_any) {
    MrAstMatchAs *m = mr_ast_MatchAs(p);
    if (!m->pattern) {
        if (!may_be_any && m->name)
            mr_comp_fail(fn->c, p, "name capture '" MR_NAME_FMT "' makes remaining patterns unreachable", MR_NAME_ARG(m->name));
        if (!may_be_any) mr_comp_fail(fn->c, p, "wildcard makes remaining patterns unreachable");
        if (m->name) capture(fn, p, m->name, subject, captures);
        return;
    }
    gen_pattern(fn, m->pattern, subject, fail, captures, may_be_any);
    capture(fn, p, m->name, subject, captures);
}

static void gen_pattern(MrFn *fn, MrAst *p, unsigned subject, MrLabel *fail, Captures *captures, bool may_be_any) {
    mr_comp_enter(fn->c);
    switch (p->kind) {
    case AST_MatchValue:
        if (mr_ast_MatchValue(p)->value->kind == AST_JoinedStr) mr_comp_fail(fn->c, p, "patterns may only match literals and attribute lookups");
        jump_unless_equal(fn, p, subject, mr_ast_MatchValue(p)->value, fail); break;
    case AST_MatchSingleton: {
        uint8_t tag = mr_ast_MatchSingleton(p)->value.tag;
        if (tag == CONST_NONE) {
            mr_emit_jump(fn, p, MR_OP_JUMP_IF_NOT_NONE, subject, fail);
            break;
        }
        unsigned t = mr_temp(fn, 1);
        mr_emit_const(fn, p, t, (MrConst){.kind = tag == CONST_TRUE ? MR_CONST_TRUE : MR_CONST_FALSE});
        mr_emit(fn, p, MR_OP_IS, 0, t, subject, t);
        mr_emit_jump(fn, p, MR_OP_JUMP_IF_FALSE, t, fail);
        break;
    }
    case AST_MatchSequence: gen_sequence(fn, p, subject, fail, captures); break;
    case AST_MatchMapping: gen_mapping(fn, p, subject, fail, captures); break;
    case AST_MatchClass: gen_class_pattern(fn, p, subject, fail, captures); break;
    case AST_MatchAs: gen_as(fn, p, subject, fail, captures, may_be_any); break;
    case AST_MatchOr: gen_or(fn, p, subject, fail, captures, may_be_any); break;
    default: mr_comp_fail(fn->c, p, "can't use starred pattern here");
    }
    mr_comp_leave(fn->c);
}

void mr_gen_match(MrFn *fn, MrAst *s) {
    MrAstMatch *m = mr_ast_Match(s);
    unsigned mark = fn->temp_top;
    unsigned subject = mr_temp(fn, 1);
    mr_gen_to(fn, m->subject, subject);
    MrLabel *end = mr_label_new(fn);
    for (uint32_t i = 0; i < m->cases.count; i++) {
        MrAstmatch_case *k = mr_ast_match_case(m->cases.items[i]);
        MrLabel *fail = mr_label_new(fn);
        Captures captures = {0};
        gen_pattern(fn, k->pattern, subject, fail, &captures, i + 1 == m->cases.count || k->guard);
        for (uint32_t n = 0; n < captures.list.count; n++)
            mr_gen_store_name(fn, k->pattern, captures.list.items[n].name, captures.list.items[n].reg);
        fn->temp_top = subject + 1;
        if (k->guard) mr_gen_jump_if(fn, k->guard, false, fail);
        mr_gen_body(fn, k->body);
        mr_emit_jump(fn, NULL, MR_OP_JUMP, 0, end);
        mr_label_place(fn, fail);
    }
    mr_label_place(fn, end);
    fn->temp_top = mark;
}
