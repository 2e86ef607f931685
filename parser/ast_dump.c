/* The tree as text, in the form of CPython's ast.dump(): for `moray --ast` and for tests that compare with it.
 *
 * Driven by a table of fields made from parser/ast.def. ast.dump() puts a node on one line when it has at most three fields and all of
 * them are simple (no lists with items, no nodes that have fields of their own); absent optional fields are left out. */
#include <string.h>
#include <utf8proc.h>
#include "base/numtext.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "parser/parser.h"

enum { MAX_DUMP_DEPTH = 3000 };

static const char *const ctx_names[] = {"Load()", "Store()", "Del()"};
static const char *const binop_names[] = {"Add()", "Sub()", "Mult()", "MatMult()", "Div()", "Mod()", "Pow()", "LShift()", "RShift()",
                                          "BitOr()", "BitXor()", "BitAnd()", "FloorDiv()"};
static const char *const unaryop_names[] = {"Invert()", "Not()", "UAdd()", "USub()"};
static const char *const boolop_names[] = {"And()", "Or()"};
static const char *const cmpop_names[] = {"Eq()", "NotEq()", "Lt()", "LtE()", "Gt()", "GtE()", "Is()", "IsNot()", "In()", "NotIn()"};

typedef struct Dumper {
    MrBuf *out;
    int indent; /* < 0: everything on one line */
    int depth;
    bool too_deep;
} Dumper;

static void put_separator(Dumper *d, int level, const char *flat) {
    if (d->indent < 0) {
        mr_buf_puts(d->out, flat);
        return;
    }
    mr_buf_puts(d->out, *flat ? ",\n" : "\n");
    mr_buf_fill(d->out, ' ', (size_t)d->indent * (size_t)level);
}

/* str.isprintable() of one character. */
static bool is_printable(uint32_t c) {
    if (c < 0x7F) return c >= 0x20;
    switch (utf8proc_category((utf8proc_int32_t)c)) {
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP: return false;
    default: return true;
    }
}

static void put_repr(MrBuf *out, const char *bytes, size_t length, bool is_bytes) {
    bool single = memchr(bytes, '\'', length) != NULL, both = single && memchr(bytes, '"', length) != NULL;
    char quote = single && !both ? '"' : '\'';
    if (is_bytes) mr_buf_putc(out, 'b');
    mr_buf_putc(out, quote);
    for (const char *at = bytes, *end = bytes + length; at < end;) {
        const char *from = at;
        uint32_t c = is_bytes ? (unsigned char)*at++ : mr_utf8_decode_valid(&at);
        if (c == (unsigned char)quote || c == '\\') mr_buf_printf(out, "\\%c", (int)c);
        else if (c == '\n') mr_buf_puts(out, "\\n");
        else if (c == '\r') mr_buf_puts(out, "\\r");
        else if (c == '\t') mr_buf_puts(out, "\\t");
        else if (is_bytes ? c < 0x20 || c >= 0x7F : c < 0x100 && !is_printable(c)) mr_buf_printf(out, "\\x%02x", c);
        else if (is_bytes || is_printable(c)) mr_buf_write(out, from, (size_t)(at - from));
        else if (c < 0x10000) mr_buf_printf(out, "\\u%04x", c);
        else mr_buf_printf(out, "\\U%08x", c);
    }
    mr_buf_putc(out, quote);
}

/* Digits of any base as decimal: repeated multiplication of a little-endian number in base 10^9. */
static void put_big_integer(MrBuf *out, const MrAstConst *value) {
    if (value->base == 10) {
        mr_buf_write(out, value->text.bytes, value->text.len);
        return;
    }
    MR_VEC(uint32_t) limbs = MR_VEC_EMPTY;
    for (size_t i = 0; i < value->text.len; i++) {
        char c = value->text.bytes[i];
        uint64_t carry = (uint64_t)(c <= '9' ? c - '0' : (c | 32) - 'a' + 10);
        for (size_t j = 0; j < limbs.count; j++) {
            carry += (uint64_t)limbs.items[j] * value->base;
            limbs.items[j] = (uint32_t)(carry % 1000000000u);
            carry /= 1000000000u;
        }
        if (carry && !MR_VEC_PUSH(&limbs, (uint32_t)carry)) out->failed = true;
    }
    for (size_t j = limbs.count; j-- > 0;) mr_buf_printf(out, j + 1 == limbs.count ? "%u" : "%09u", limbs.items[j]);
    MR_VEC_FREE(&limbs);
}

static void put_const(MrBuf *out, const MrAstConst *value) {
    char text[MR_DOUBLE_REPR_MAX];
    switch ((MrConstTag)value->tag) {
    case CONST_NONE: mr_buf_puts(out, "None"); break;
    case CONST_TRUE: mr_buf_puts(out, "True"); break;
    case CONST_FALSE: mr_buf_puts(out, "False"); break;
    case CONST_ELLIPSIS: mr_buf_puts(out, "Ellipsis"); break;
    case CONST_INT: mr_buf_printf(out, "%lld", (long long)value->i); break;
    case CONST_BIGINT: put_big_integer(out, value); break;
    case CONST_FLOAT: mr_buf_write(out, text, mr_double_repr(value->f, text)); break;
    case CONST_COMPLEX: {
        size_t length = mr_double_repr(value->f, text);
        if (length > 2 && memcmp(text + length - 2, ".0", 2) == 0) length -= 2;
        mr_buf_write(out, text, length);
        mr_buf_putc(out, 'j');
        break;
    }
    case CONST_STR: put_repr(out, value->text.bytes, value->text.len, false); break;
    case CONST_BYTES: put_repr(out, value->text.bytes, value->text.len, true); break;
    }
}

static const void *field_at(const MrAst *node, const MrAstField *field) { return (const char *)node + field->offset; }

static bool field_absent(const MrAst *node, const MrAstField *field) {
    if (field->type == MR_AST_NODE_OPT) return *(MrAst *const *)field_at(node, field) == NULL;
    if (field->type == MR_AST_NAME_OPT) return *(const MrName *const *)field_at(node, field) == NULL;
    return false;
}

static const MrAstField *first_field(const MrAst *node) {
    size_t count;
    return mr_ast_fields((MrAstKind)node->kind, &count);
}

/* True when ast.dump() prints the node as Kind(). */
static bool has_no_fields(const MrAst *node) {
    for (const MrAstField *f = first_field(node); f->kind == node->kind; f++)
        if (!field_absent(node, f)) return false;
    return true;
}

/* The kinds that carry lineno, col_offset, end_lineno and end_col_offset in CPython's tree. */
static bool field_simple(const MrAst *node, const MrAstField *field) {
    const void *at = field_at(node, field);
    switch ((MrAstFieldType)field->type) {
    case MR_AST_NODE:
    case MR_AST_NODE_OPT: return has_no_fields(*(MrAst *const *)at);
    case MR_AST_NODES:
    case MR_AST_NODES_OPT: return ((const MrNodeList *)at)->count == 0;
    case MR_AST_NAMES: return ((const MrNameList *)at)->count == 0;
    case MR_AST_CMPOPS: return ((const MrCmpOpList *)at)->count == 0;
    default: return true;
    }
}

static void dump_node(Dumper *d, const MrAst *node, int level);

static void dump_nodes(Dumper *d, const MrNodeList *list, int level) {
    mr_buf_putc(d->out, '[');
    for (uint32_t i = 0; i < list->count; i++) {
        put_separator(d, level, i ? ", " : "");
        if (list->items[i]) dump_node(d, list->items[i], level);
        else mr_buf_puts(d->out, "None");
    }
    mr_buf_putc(d->out, ']');
}

static void dump_field(Dumper *d, const MrAst *node, const MrAstField *field, int level) {
    const void *at = field_at(node, field);
    switch ((MrAstFieldType)field->type) {
    case MR_AST_NODE:
    case MR_AST_NODE_OPT: dump_node(d, *(MrAst *const *)at, level); break;
    case MR_AST_NODES:
    case MR_AST_NODES_OPT: dump_nodes(d, at, level + 1); break;
    case MR_AST_NAME:
    case MR_AST_NAME_OPT: {
        const MrName *name = *(const MrName *const *)at;
        put_repr(d->out, name->bytes, name->len, false);
        break;
    }
    case MR_AST_NAMES: {
        const MrNameList *list = at;
        mr_buf_putc(d->out, '[');
        for (uint32_t i = 0; i < list->count; i++) {
            put_separator(d, level + 1, i ? ", " : "");
            put_repr(d->out, list->items[i]->bytes, list->items[i]->len, false);
        }
        mr_buf_putc(d->out, ']');
        break;
    }
    case MR_AST_CMPOPS: {
        const MrCmpOpList *list = at;
        mr_buf_putc(d->out, '[');
        for (uint32_t i = 0; i < list->count; i++) {
            put_separator(d, level + 1, i ? ", " : "");
            mr_buf_puts(d->out, cmpop_names[list->items[i]]);
        }
        mr_buf_putc(d->out, ']');
        break;
    }
    case MR_AST_INT: mr_buf_printf(d->out, "%d", *(const int32_t *)at); break;
    case MR_AST_CONST: put_const(d->out, at); break;
    case MR_AST_CTX: mr_buf_puts(d->out, ctx_names[node->sub]); break;
    case MR_AST_BINOP: mr_buf_puts(d->out, binop_names[node->sub]); break;
    case MR_AST_UNARYOP: mr_buf_puts(d->out, unaryop_names[node->sub]); break;
    case MR_AST_BOOLOP: mr_buf_puts(d->out, boolop_names[node->sub]); break;
    }
}

static bool has_u_prefix(const MrAst *node) { return node->kind == AST_Constant && ((const MrAstConstant *)node)->value.u_prefix; }

/* `level` is the depth of the line that the node starts on. */
static void dump_node(Dumper *d, const MrAst *node, int level) {
    if (d->depth >= MAX_DUMP_DEPTH) {
        d->too_deep = true;
        return;
    }
    d->depth++;
    int count = 0;
    bool simple = true;
    for (const MrAstField *f = first_field(node); f->kind == node->kind; f++) {
        if (field_absent(node, f)) continue;
        count++;
        simple = simple && field_simple(node, f);
    }
    if (node->kind == AST_Module) count++;
    bool flat = simple && count <= 3;
    bool first = true;
    mr_buf_printf(d->out, "%s(", mr_ast_kind_name((MrAstKind)node->kind));
    for (const MrAstField *f = first_field(node); f->kind == node->kind; f++) {
        if (field_absent(node, f)) continue;
        if (!flat) put_separator(d, level + 1, first ? "" : ", ");
        else if (!first) mr_buf_puts(d->out, ", ");
        mr_buf_printf(d->out, "%s=", f->name);
        dump_field(d, node, f, flat ? level : level + 1);
        first = false;
    }
    if (has_u_prefix(node)) {
        if (flat) mr_buf_puts(d->out, ", ");
        else put_separator(d, level + 1, ", ");
        mr_buf_puts(d->out, "kind='u'");
    }
    if (node->kind == AST_Module) {
        if (flat) mr_buf_puts(d->out, ", ");
        else put_separator(d, level + 1, ", ");
        mr_buf_puts(d->out, "type_ignores=[]");
    }
    mr_buf_putc(d->out, ')');
    d->depth--;
}

bool mr_ast_dump(MrBuf *out, const MrAst *node, int indent) {
    Dumper dumper = {.out = out, .indent = indent};
    dump_node(&dumper, node, 0);
    return !dumper.too_deep && !out->failed;
}
