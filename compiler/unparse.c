/* An expression back to text, as CPython's `from __future__ import annotations` writes it: canonical quotes and spaces, parentheses
 * only where precedence asks for them.
 */
#include "compiler/gen.h"

#include <string.h>
#include "base/numtext.h"
#include "base/utf8.h"

typedef enum Level {
    LEVEL_TUPLE, LEVEL_TEST, LEVEL_OR, LEVEL_AND, LEVEL_NOT, LEVEL_CMP, LEVEL_EXPR, LEVEL_BOR = LEVEL_EXPR, LEVEL_BXOR, LEVEL_BAND,
    LEVEL_SHIFT, LEVEL_ARITH, LEVEL_TERM, LEVEL_FACTOR, LEVEL_POWER, LEVEL_AWAIT, LEVEL_ATOM
} Level;

typedef struct Writer { MrCompiler *c; MrBuf *out; } Writer;

static void put(Writer *w, const MrAst *e, int level);

static void open_if(Writer *w, bool condition) { if (condition) mr_buf_putc(w->out, '('); }
static void close_if(Writer *w, bool condition) { if (condition) mr_buf_putc(w->out, ')'); }

static void put_name(Writer *w, const MrName *name) { mr_buf_write(w->out, name->bytes, name->len); }

static void put_escaped(Writer *w, const char *bytes, size_t len, bool is_bytes) {
    bool single = memchr(bytes, '\'', len) != NULL, dbl = memchr(bytes, '"', len) != NULL;
    char quote = single && !dbl ? '"' : '\'';
    mr_buf_puts(w->out, is_bytes ? "b" : "");
    mr_buf_putc(w->out, quote);
    for (const char *at = bytes, *end = bytes + len; at < end;) {
        unsigned char byte = (unsigned char)*at;
        if (byte == (unsigned char)quote || byte == '\\') mr_buf_printf(w->out, "\\%c", byte);
        else if (byte == '\n') mr_buf_puts(w->out, "\\n");
        else if (byte == '\r') mr_buf_puts(w->out, "\\r");
        else if (byte == '\t') mr_buf_puts(w->out, "\\t");
        else if (byte < 32 || byte == 127 || (is_bytes && byte > 126)) mr_buf_printf(w->out, "\\x%02x", byte);
        else mr_buf_putc(w->out, (char)byte);
        at++;
    }
    mr_buf_putc(w->out, quote);
}

/* Hexadecimal digits as decimal: repeated division by 10^9. */
static void put_decimal(Writer *w, const MrText *hex) {
    size_t start = hex->bytes[0] == '-', digits = hex->length - start, n = digits / 8 + 1;
    uint32_t *limbs = mr_comp_alloc(w->c, n * sizeof *limbs);
    for (size_t i = 0; i < digits; i++) {
        char d = hex->bytes[start + i];
        size_t place = digits - 1 - i;
        limbs[place / 8] |= (uint32_t)(d <= '9' ? d - '0' : d - 'a' + 10) << (place % 8 * 4);
    }
    uint32_t *groups = mr_comp_alloc(w->c, (n * 32 / 29 + 2) * sizeof *groups);
    size_t count = 0;
    for (;;) {
        uint64_t remainder = 0;
        bool any = false;
        for (size_t k = n; k > 0; k--) {
            remainder = remainder << 32 | limbs[k - 1];
            limbs[k - 1] = (uint32_t)(remainder / 1000000000u);
            remainder %= 1000000000u;
            any |= limbs[k - 1] != 0;
        }
        groups[count++] = (uint32_t)remainder;
        if (!any) break;
    }
    if (start) mr_buf_putc(w->out, '-');
    mr_buf_printf(w->out, "%u", groups[count - 1]);
    while (--count > 0) mr_buf_printf(w->out, "%09u", groups[count - 1]);
}

/* A float's repr; infinity has no literal, so it is written as a number too large. */
static void put_double(Writer *w, double value, bool imaginary) {
    char text[MR_DOUBLE_REPR_MAX];
    mr_double_repr(value, text);
    if (strcmp(text, "inf") == 0) strcpy(text, "1e309");
    size_t len = strlen(text);
    if (imaginary && len > 2 && strcmp(text + len - 2, ".0") == 0) text[len - 2] = 0;
    mr_buf_puts(w->out, text);
    if (imaginary) mr_buf_putc(w->out, 'j');
}

static void put_const(Writer *w, const MrConst *k) {
    switch (k->kind) {
    case MR_CONST_NONE: mr_buf_puts(w->out, "None"); break;
    case MR_CONST_FALSE: mr_buf_puts(w->out, "False"); break;
    case MR_CONST_TRUE: mr_buf_puts(w->out, "True"); break;
    case MR_CONST_ELLIPSIS: mr_buf_puts(w->out, "..."); break;
    case MR_CONST_INT: mr_buf_printf(w->out, "%lld", (long long)k->i); break;
    case MR_CONST_BIGINT: put_decimal(w, &k->text); break;
    case MR_CONST_FLOAT: put_double(w, k->d, false); break;
    case MR_CONST_COMPLEX: put_double(w, k->imag, true); break;
    case MR_CONST_STR: put_escaped(w, k->text.bytes, k->text.length, false); break;
    case MR_CONST_BYTES: put_escaped(w, k->text.bytes, k->text.length, true); break;
    case MR_CONST_TUPLE:
        mr_buf_putc(w->out, '(');
        for (size_t i = 0; i < k->n; i++) {
            if (i) mr_buf_puts(w->out, ", ");
            put_const(w, &k->items[i]);
        }
        mr_buf_puts(w->out, k->n == 1 ? ",)" : ")");
        break;
    default: break;
    }
}

static void put_list(Writer *w, MrNodeList list, int level) {
    for (uint32_t i = 0; i < list.count; i++) {
        if (i) mr_buf_puts(w->out, ", ");
        put(w, list.items[i], level);
    }
}

static void put_binop(Writer *w, const MrAst *e, int level) {
    static const struct { const char *text; int level; } ops[BINOP_COUNT] = {
        [BINOP_ADD] = {" + ", LEVEL_ARITH}, [BINOP_SUB] = {" - ", LEVEL_ARITH}, [BINOP_MULT] = {" * ", LEVEL_TERM},
        [BINOP_MATMULT] = {" @ ", LEVEL_TERM}, [BINOP_DIV] = {" / ", LEVEL_TERM}, [BINOP_MOD] = {" % ", LEVEL_TERM},
        [BINOP_POW] = {" ** ", LEVEL_POWER}, [BINOP_LSHIFT] = {" << ", LEVEL_SHIFT}, [BINOP_RSHIFT] = {" >> ", LEVEL_SHIFT},
        [BINOP_BITOR] = {" | ", LEVEL_BOR}, [BINOP_BITXOR] = {" ^ ", LEVEL_BXOR}, [BINOP_BITAND] = {" & ", LEVEL_BAND},
        [BINOP_FLOORDIV] = {" // ", LEVEL_TERM}};
    int own = ops[e->sub].level;
    bool right_first = e->sub == BINOP_POW;
    open_if(w, level > own);
    put(w, mr_ast_BinOp(e)->left, own + right_first);
    mr_buf_puts(w->out, ops[e->sub].text);
    put(w, mr_ast_BinOp(e)->right, own + !right_first);
    close_if(w, level > own);
}

static void put_unary(Writer *w, const MrAst *e, int level) {
    static const char *const texts[UNARYOP_COUNT] = {
        [UNARYOP_INVERT] = "~", [UNARYOP_NOT] = "not ", [UNARYOP_UADD] = "+", [UNARYOP_USUB] = "-"};
    int own = e->sub == UNARYOP_NOT ? LEVEL_NOT : LEVEL_FACTOR;
    open_if(w, level > own);
    mr_buf_puts(w->out, texts[e->sub]);
    put(w, mr_ast_UnaryOp(e)->operand, own);
    close_if(w, level > own);
}

static void put_boolop(Writer *w, const MrAst *e, int level) {
    int own = e->sub == BOOLOP_AND ? LEVEL_AND : LEVEL_OR;
    MrNodeList values = mr_ast_BoolOp(e)->values;
    open_if(w, level > own);
    for (uint32_t i = 0; i < values.count; i++) {
        if (i) mr_buf_puts(w->out, e->sub == BOOLOP_AND ? " and " : " or ");
        put(w, values.items[i], own + 1);
    }
    close_if(w, level > own);
}

static void put_compare(Writer *w, const MrAst *e, int level) {
    static const char *const texts[CMPOP_COUNT] = {
        [CMPOP_EQ] = " == ", [CMPOP_NOT_EQ] = " != ", [CMPOP_LT] = " < ", [CMPOP_LT_E] = " <= ", [CMPOP_GT] = " > ",
        [CMPOP_GT_E] = " >= ", [CMPOP_IS] = " is ", [CMPOP_IS_NOT] = " is not ", [CMPOP_IN] = " in ", [CMPOP_NOT_IN] = " not in "};
    const MrAstCompare *n = mr_ast_Compare(e);
    open_if(w, level > LEVEL_CMP);
    put(w, n->left, LEVEL_CMP + 1);
    for (uint32_t i = 0; i < n->ops.count; i++) {
        mr_buf_puts(w->out, texts[n->ops.items[i]]);
        put(w, n->comparators.items[i], LEVEL_CMP + 1);
    }
    close_if(w, level > LEVEL_CMP);
}

static void put_separator(Writer *w, bool *first) {
    if (!*first) mr_buf_puts(w->out, ", ");
    *first = false;
}

static void put_arguments(Writer *w, const MrAstarguments *a) {
    bool first = true;
    uint32_t positional = a->posonlyargs.count + a->args.count, without = positional - a->defaults.count;
    for (uint32_t i = 0; i < positional; i++) {
        put_separator(w, &first);
        const MrAst *arg = i < a->posonlyargs.count ? a->posonlyargs.items[i] : a->args.items[i - a->posonlyargs.count];
        put_name(w, mr_ast_arg(arg)->arg);
        if (i >= without) {
            mr_buf_putc(w->out, '=');
            put(w, a->defaults.items[i - without], LEVEL_TEST);
        }
        if (i + 1 == a->posonlyargs.count) mr_buf_puts(w->out, ", /");
    }
    if (a->vararg || a->kwonlyargs.count) {
        put_separator(w, &first);
        mr_buf_putc(w->out, '*');
        if (a->vararg) put_name(w, mr_ast_arg(a->vararg)->arg);
    }
    for (uint32_t i = 0; i < a->kwonlyargs.count; i++) {
        put_separator(w, &first);
        put_name(w, mr_ast_arg(a->kwonlyargs.items[i])->arg);
        if (!a->kw_defaults.items[i]) continue;
        mr_buf_putc(w->out, '=');
        put(w, a->kw_defaults.items[i], LEVEL_TEST);
    }
    if (a->kwarg) {
        put_separator(w, &first);
        mr_buf_puts(w->out, "**");
        put_name(w, mr_ast_arg(a->kwarg)->arg);
    }
}

static void put_generators(Writer *w, MrNodeList generators) {
    for (uint32_t i = 0; i < generators.count; i++) {
        const MrAstcomprehension *g = mr_ast_comprehension(generators.items[i]);
        mr_buf_puts(w->out, g->is_async ? " async for " : " for ");
        put(w, g->target, LEVEL_TUPLE);
        mr_buf_puts(w->out, " in ");
        put(w, g->iter, LEVEL_TEST + 1);
        for (uint32_t k = 0; k < g->ifs.count; k++) {
            mr_buf_puts(w->out, " if ");
            put(w, g->ifs.items[k], LEVEL_TEST + 1);
        }
    }
}

static void put_dict(Writer *w, const MrAstDict *n) {
    mr_buf_putc(w->out, '{');
    for (uint32_t i = 0; i < n->keys.count; i++) {
        if (i) mr_buf_puts(w->out, ", ");
        if (n->keys.items[i]) {
            put(w, n->keys.items[i], LEVEL_TEST);
            mr_buf_puts(w->out, ": ");
            put(w, n->values.items[i], LEVEL_TEST);
        } else {
            mr_buf_puts(w->out, "**");
            put(w, n->values.items[i], LEVEL_EXPR);
        }
    }
    mr_buf_putc(w->out, '}');
}

static void put_call(Writer *w, const MrAstCall *n) {
    put(w, n->func, LEVEL_ATOM);
    if (n->args.count == 1 && n->keywords.count == 0 && n->args.items[0]->kind == AST_GeneratorExp) {
        put(w, n->args.items[0], LEVEL_TEST);
        return;
    }
    mr_buf_putc(w->out, '(');
    bool first = true;
    for (uint32_t i = 0; i < n->args.count; i++) {
        put_separator(w, &first);
        put(w, n->args.items[i], LEVEL_TEST);
    }
    for (uint32_t i = 0; i < n->keywords.count; i++) {
        put_separator(w, &first);
        const MrAstkeyword *k = mr_ast_keyword(n->keywords.items[i]);
        if (k->arg) put_name(w, k->arg);
        mr_buf_puts(w->out, k->arg ? "=" : "**");
        put(w, k->value, LEVEL_TEST);
    }
    mr_buf_putc(w->out, ')');
}

static void put_pieces(Writer *w, const MrAst *e, MrBuf *out);

/* The inside of an f-string, braces doubled in its plain text. */
static void put_plain(const MrAstConst *k, MrBuf *out) {
    for (size_t i = 0; i < k->text.len; i++) {
        char byte = k->text.bytes[i];
        if (byte == '{' || byte == '}') mr_buf_putc(out, byte);
        mr_buf_putc(out, byte);
    }
}

static void put_field(Writer *w, const MrAst *e, MrBuf *out) {
    const MrAstFormattedValue *n = mr_ast_FormattedValue(e);
    MrBuf inner = MR_BUF_EMPTY;
    Writer nested = {w->c, &inner};
    put(&nested, n->value, LEVEL_TEST + 1);
    mr_buf_putc(out, '{');
    if (inner.length && inner.data[0] == '{') mr_buf_putc(out, ' ');
    if (inner.length) mr_buf_write(out, inner.data, inner.length);
    mr_buf_fini(&inner);
    if (n->conversion > 0) mr_buf_printf(out, "!%c", n->conversion);
    if (n->format_spec) {
        mr_buf_putc(out, ':');
        put_pieces(w, n->format_spec, out);
    }
    mr_buf_putc(out, '}');
}

static void put_pieces(Writer *w, const MrAst *e, MrBuf *out) {
    if (e->kind == AST_JoinedStr) {
        MrNodeList values = mr_ast_JoinedStr(e)->values;
        for (uint32_t i = 0; i < values.count; i++) put_pieces(w, values.items[i], out);
    } else if (e->kind == AST_FormattedValue) {
        put_field(w, e, out);
    } else if (e->kind == AST_Constant) {
        put_plain(&mr_ast_Constant(e)->value, out);
    }
}

static void put_fstring(Writer *w, const MrAst *e) {
    MrBuf inner = MR_BUF_EMPTY;
    put_pieces(w, e, &inner);
    mr_buf_putc(w->out, 'f');
    put_escaped(w, inner.data ? inner.data : "", inner.length, false);
    mr_buf_fini(&inner);
}

static void put_slice(Writer *w, const MrAst *slice) {
    if (slice->kind == AST_Tuple && mr_ast_Tuple(slice)->elts.count) {
        MrNodeList elts = mr_ast_Tuple(slice)->elts;
        put_list(w, elts, LEVEL_TEST);
        if (elts.count == 1) mr_buf_putc(w->out, ',');
        return;
    }
    put(w, slice, LEVEL_TUPLE);
}

static void put_comprehension(Writer *w, char open, const MrAst *elt, MrNodeList generators, char close) {
    mr_buf_putc(w->out, open);
    put(w, elt, LEVEL_TEST);
    put_generators(w, generators);
    mr_buf_putc(w->out, close);
}

static void put_rest(Writer *w, const MrAst *e, int level) {
    switch (e->kind) {
    case AST_Lambda: {
        const MrAstarguments *a = mr_ast_arguments(mr_ast_Lambda(e)->args);
        bool any = a->posonlyargs.count || a->args.count; /* CPython writes `lambda*a` */
        open_if(w, level > LEVEL_TEST);
        mr_buf_puts(w->out, any ? "lambda " : "lambda");
        put_arguments(w, a);
        mr_buf_puts(w->out, ": ");
        put(w, mr_ast_Lambda(e)->body, LEVEL_TEST);
        close_if(w, level > LEVEL_TEST);
        break;
    }
    case AST_IfExp:
        open_if(w, level > LEVEL_TEST);
        put(w, mr_ast_IfExp(e)->body, LEVEL_TEST + 1);
        mr_buf_puts(w->out, " if ");
        put(w, mr_ast_IfExp(e)->test, LEVEL_TEST + 1);
        mr_buf_puts(w->out, " else ");
        put(w, mr_ast_IfExp(e)->orelse, LEVEL_TEST);
        close_if(w, level > LEVEL_TEST);
        break;
    case AST_Await:
        open_if(w, level > LEVEL_AWAIT);
        mr_buf_puts(w->out, "await ");
        put(w, mr_ast_Await(e)->value, LEVEL_ATOM);
        close_if(w, level > LEVEL_AWAIT);
        break;
    case AST_NamedExpr:
        open_if(w, level > LEVEL_TUPLE);
        put(w, mr_ast_NamedExpr(e)->target, LEVEL_ATOM);
        mr_buf_puts(w->out, " := ");
        put(w, mr_ast_NamedExpr(e)->value, LEVEL_ATOM);
        close_if(w, level > LEVEL_TUPLE);
        break;
    case AST_Attribute: {
        const MrAst *value = mr_ast_Attribute(e)->value;
        put(w, value, LEVEL_ATOM);
        bool number = value->kind == AST_Constant && (mr_ast_Constant(value)->value.tag == CONST_INT || mr_ast_Constant(value)->value.tag == CONST_BIGINT);
        mr_buf_puts(w->out, number ? " ." : ".");
        put_name(w, mr_ast_Attribute(e)->attr);
        break;
    }
    case AST_Subscript:
        put(w, mr_ast_Subscript(e)->value, LEVEL_ATOM);
        mr_buf_putc(w->out, '[');
        put_slice(w, mr_ast_Subscript(e)->slice);
        mr_buf_putc(w->out, ']');
        break;
    case AST_Starred:
        mr_buf_putc(w->out, '*');
        put(w, mr_ast_Starred(e)->value, LEVEL_EXPR);
        break;
    case AST_Slice: {
        const MrAstSlice *n = mr_ast_Slice(e);
        if (n->lower) put(w, n->lower, LEVEL_TEST);
        mr_buf_putc(w->out, ':');
        if (n->upper) put(w, n->upper, LEVEL_TEST);
        if (n->step) {
            mr_buf_putc(w->out, ':');
            put(w, n->step, LEVEL_TEST);
        }
        break;
    }
    default: break;
    }
}

static void put(Writer *w, const MrAst *e, int level) {
    mr_comp_enter(w->c);
    MrConst value;
    switch (e->kind) {
    case AST_BoolOp: put_boolop(w, e, level); break;
    case AST_BinOp: put_binop(w, e, level); break;
    case AST_UnaryOp: put_unary(w, e, level); break;
    case AST_Compare: put_compare(w, e, level); break;
    case AST_Dict: put_dict(w, mr_ast_Dict(e)); break;
    case AST_Set:
        mr_buf_putc(w->out, '{');
        put_list(w, mr_ast_Set(e)->elts, LEVEL_TEST);
        mr_buf_putc(w->out, '}');
        break;
    case AST_List:
        mr_buf_putc(w->out, '[');
        put_list(w, mr_ast_List(e)->elts, LEVEL_TEST);
        mr_buf_putc(w->out, ']');
        break;
    case AST_Tuple: {
        MrNodeList elts = mr_ast_Tuple(e)->elts;
        bool parens = !elts.count || level > LEVEL_TUPLE;
        open_if(w, parens);
        put_list(w, elts, LEVEL_TEST);
        if (elts.count == 1) mr_buf_putc(w->out, ',');
        close_if(w, parens);
        break;
    }
    case AST_ListComp: put_comprehension(w, '[', mr_ast_ListComp(e)->elt, mr_ast_ListComp(e)->generators, ']'); break;
    case AST_SetComp: put_comprehension(w, '{', mr_ast_SetComp(e)->elt, mr_ast_SetComp(e)->generators, '}'); break;
    case AST_GeneratorExp: put_comprehension(w, '(', mr_ast_GeneratorExp(e)->elt, mr_ast_GeneratorExp(e)->generators, ')'); break;
    case AST_DictComp:
        mr_buf_putc(w->out, '{');
        put(w, mr_ast_DictComp(e)->key, LEVEL_TEST);
        mr_buf_puts(w->out, ": ");
        put(w, mr_ast_DictComp(e)->value, LEVEL_TEST);
        put_generators(w, mr_ast_DictComp(e)->generators);
        mr_buf_putc(w->out, '}');
        break;
    case AST_Call: put_call(w, mr_ast_Call(e)); break;
    case AST_JoinedStr: case AST_FormattedValue: put_fstring(w, e); break;
    case AST_Name: put_name(w, mr_ast_Name(e)->id); break;
    default:
        if (mr_fold_value(w->c, e, &value)) {
            if (e->kind == AST_Constant && mr_ast_Constant(e)->value.u_prefix) mr_buf_putc(w->out, 'u');
            put_const(w, &value);
        } else {
            put_rest(w, e, level);
        }
    }
    mr_comp_leave(w->c);
}

void mr_unparse(MrCompiler *c, const MrAst *e, MrBuf *out) {
    Writer w = {c, out};
    put(&w, e, LEVEL_TEST);
}
