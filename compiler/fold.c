/* Constant folding. See fold.h for what is folded and what is not; limits on sizes are CPython's. */
#include "compiler/fold.h"

#include <math.h>
#include <string.h>
#include "base/utf8.h"

enum { MAX_TEXT = 4096, MAX_ITEMS = 256 };

/* Digits in base 2, 8, 10 or 16 as hexadecimal digits. Quadratic, which the parser's limit on digits bounds. */
static MrText to_hex(MrCompiler *c, const MrAstConst *value) {
    size_t n = value->text.len, words = n / 7 + 2, used = 0;
    uint32_t *limbs = mr_comp_alloc(c, words * sizeof *limbs);
    for (size_t i = 0; i < n; i++) {
        char d = value->text.bytes[i];
        uint64_t carry = (uint64_t)(d <= '9' ? d - '0' : (d | 32) - 'a' + 10);
        for (size_t k = 0; k < used; k++) {
            carry += (uint64_t)limbs[k] * value->base;
            limbs[k] = (uint32_t)carry;
            carry >>= 32;
        }
        if (carry) limbs[used++] = (uint32_t)carry;
    }
    char *text = mr_comp_alloc(c, used * 8 + 2);
    size_t len = 0;
    for (size_t k = used; k > 0; k--)
        for (int shift = 28; shift >= 0; shift -= 4) {
            unsigned digit = limbs[k - 1] >> shift & 15;
            if (len || digit) text[len++] = "0123456789abcdef"[digit];
        }
    if (!len) text[len++] = '0';
    return (MrText){text, len};
}

bool mr_fold_value(MrCompiler *c, const MrAst *e, MrConst *value) {
    if ((int)e->kind == AST_FOLDED) {
        *value = ((const MrAstFolded *)e)->value;
        return true;
    }
    if (e->kind != AST_Constant) return false;
    const MrAstConst *k = &mr_ast_Constant(e)->value;
    *value = (MrConst){.kind = MR_CONST_NONE};
    switch (k->tag) {
    case CONST_NONE: break;
    case CONST_TRUE: value->kind = MR_CONST_TRUE; break;
    case CONST_FALSE: value->kind = MR_CONST_FALSE; break;
    case CONST_ELLIPSIS: value->kind = MR_CONST_ELLIPSIS; break;
    case CONST_INT: *value = (MrConst){.kind = MR_CONST_INT, .i = k->i}; break;
    case CONST_BIGINT: *value = (MrConst){.kind = MR_CONST_BIGINT, .text = to_hex(c, k)}; break;
    case CONST_FLOAT: *value = (MrConst){.kind = MR_CONST_FLOAT, .d = k->f}; break;
    case CONST_COMPLEX: *value = (MrConst){.kind = MR_CONST_COMPLEX, .d = 0.0, .imag = k->f}; break;
    case CONST_STR: *value = (MrConst){.kind = MR_CONST_STR, .text = {(char *)(uintptr_t)k->text.bytes, k->text.len}}; break;
    default: *value = (MrConst){.kind = MR_CONST_BYTES, .text = {(char *)(uintptr_t)k->text.bytes, k->text.len}}; break;
    }
    return true;
}

static int truth_of(const MrConst *k) {
    switch (k->kind) {
    case MR_CONST_NONE: case MR_CONST_FALSE: return 0;
    case MR_CONST_INT: return k->i != 0;
    case MR_CONST_FLOAT: return k->d != 0;
    case MR_CONST_COMPLEX: return k->d != 0 || k->imag != 0;
    case MR_CONST_STR: case MR_CONST_BYTES: return k->text.length != 0;
    case MR_CONST_TUPLE: case MR_CONST_FROZENSET: return k->n != 0;
    default: return 1;
    }
}

int mr_fold_truth(MrCompiler *c, const MrAst *e) {
    MrConst value;
    if (e->kind == AST_Constant || (int)e->kind == AST_FOLDED) return mr_fold_value(c, e, &value) ? truth_of(&value) : -1;
    return -1;
}

static void replace(MrCompiler *c, MrAst **slot, MrConst value) {
    MrAstFolded *folded = MR_COMP_NEW(c, MrAstFolded);
    folded->base = **slot;
    folded->base.kind = (uint16_t)AST_FOLDED;
    folded->value = value;
    *slot = &folded->base;
}

static bool as_int(const MrConst *k, int64_t *i) {
    if (k->kind == MR_CONST_INT) *i = k->i;
    else if (k->kind == MR_CONST_TRUE || k->kind == MR_CONST_FALSE) *i = k->kind == MR_CONST_TRUE;
    else return false;
    return true;
}

static bool as_real(const MrConst *k, double *d) {
    int64_t i;
    if (k->kind == MR_CONST_FLOAT) *d = k->d;
    else if (as_int(k, &i) && i >= -((int64_t)1 << 53) && i <= (int64_t)1 << 53) *d = (double)i;
    else return false;
    return true;
}

static bool power(int64_t base, int64_t exponent, int64_t *result) {
    if (exponent < 0) return false;
    int64_t r = 1;
    for (; exponent > 0; exponent--) {
        if (__builtin_mul_overflow(r, base, &r)) return false;
        if ((r == 1 || r == 0) && base == r) break;
        if (base == -1 && exponent > 2) exponent = exponent % 2 + 2;
    }
    *result = r;
    return true;
}

static bool fold_ints(MrBinOp op, int64_t a, int64_t b, MrConst *out) {
    *out = (MrConst){.kind = MR_CONST_INT};
    switch (op) {
    case BINOP_ADD: return !__builtin_add_overflow(a, b, &out->i);
    case BINOP_SUB: return !__builtin_sub_overflow(a, b, &out->i);
    case BINOP_MULT: return !__builtin_mul_overflow(a, b, &out->i);
    case BINOP_FLOORDIV: case BINOP_MOD: {
        if (b == 0 || (a == INT64_MIN && b == -1)) return false;
        int64_t q = a / b, r = a % b;
        if (r != 0 && (r < 0) != (b < 0)) q--, r += b;
        out->i = op == BINOP_MOD ? r : q;
        return true;
    }
    case BINOP_DIV: {
        double x, y;
        MrConst ca = {.kind = MR_CONST_INT, .i = a}, cb = {.kind = MR_CONST_INT, .i = b};
        if (b == 0 || !as_real(&ca, &x) || !as_real(&cb, &y)) return false;
        *out = (MrConst){.kind = MR_CONST_FLOAT, .d = x / y};
        return true;
    }
    case BINOP_POW: return power(a, b, &out->i);
    case BINOP_LSHIFT:
        if (b < 0 || b > 62 || a > INT64_MAX >> b || a < INT64_MIN >> b) return false;
        out->i = (int64_t)((uint64_t)a << b);
        return true;
    case BINOP_RSHIFT:
        if (b < 0) return false;
        out->i = a >> (b > 63 ? 63 : b);
        return true;
    case BINOP_BITAND: out->i = a & b; return true;
    case BINOP_BITOR: out->i = a | b; return true;
    case BINOP_BITXOR: out->i = a ^ b; return true;
    default: return false;
    }
}

static bool fold_reals(MrBinOp op, double a, double b, MrConst *out) {
    *out = (MrConst){.kind = MR_CONST_FLOAT};
    switch (op) {
    case BINOP_ADD: out->d = a + b; return true;
    case BINOP_SUB: out->d = a - b; return true;
    case BINOP_MULT: out->d = a * b; return true;
    case BINOP_DIV: out->d = b != 0 ? a / b : 0; return b != 0;
    default: return false;
    }
}

static bool fold_complex(MrBinOp op, const MrConst *a, const MrConst *b, MrConst *out) {
    double x = 0, y = 0;
    bool left = a->kind == MR_CONST_COMPLEX, right = b->kind == MR_CONST_COMPLEX;
    if ((!left && !as_real(a, &x)) || (!right && !as_real(b, &y))) return false;
    double ar = left ? a->d : x, ai = left ? a->imag : 0.0, br = right ? b->d : y, bi = right ? b->imag : 0.0;
    if (op != BINOP_ADD && op != BINOP_SUB) return false;
    *out = (MrConst){.kind = MR_CONST_COMPLEX};
    out->d = op == BINOP_ADD ? ar + br : ar - br;
    out->imag = op == BINOP_ADD ? ai + bi : ai - bi;
    return true;
}

static bool is_text(const MrConst *k) { return k->kind == MR_CONST_STR || k->kind == MR_CONST_BYTES; }

static bool concat(MrCompiler *c, const MrConst *a, const MrConst *b, MrConst *out) {
    if (a->kind != b->kind) return false;
    *out = (MrConst){.kind = a->kind};
    if (is_text(a)) {
        size_t n = a->text.length + b->text.length;
        if (n > MAX_TEXT) return false;
        char *text = mr_comp_alloc(c, n + 1);
        memcpy(text, a->text.bytes, a->text.length);
        memcpy(text + a->text.length, b->text.bytes, b->text.length);
        out->text = (MrText){text, n};
        return true;
    }
    if (a->kind != MR_CONST_TUPLE || a->n + b->n > MAX_ITEMS) return false;
    out->n = a->n + b->n;
    out->items = MR_COMP_NEW_ARRAY(c, MrConst, out->n);
    if (a->n) memcpy(out->items, a->items, a->n * sizeof *a->items);
    if (b->n) memcpy(out->items + a->n, b->items, b->n * sizeof *b->items);
    return true;
}

static bool repeat(MrCompiler *c, const MrConst *sequence, const MrConst *count, MrConst *out) {
    int64_t times;
    if (!as_int(count, &times) || times > MAX_TEXT) return false;
    size_t n = times < 0 ? 0 : (size_t)times;
    *out = (MrConst){.kind = sequence->kind};
    if (is_text(sequence)) {
        size_t len = sequence->text.length;
        if (len && n > MAX_TEXT / len) return false;
        char *text = mr_comp_alloc(c, len * n + 1);
        for (size_t i = 0; i < n && len; i++) memcpy(text + i * len, sequence->text.bytes, len);
        out->text = (MrText){text, len * n};
        return true;
    }
    if (sequence->kind != MR_CONST_TUPLE || (sequence->n && n > MAX_ITEMS / sequence->n)) return false;
    out->n = sequence->n * n;
    out->items = MR_COMP_NEW_ARRAY(c, MrConst, out->n);
    for (size_t i = 0; i < n && sequence->n; i++) memcpy(out->items + i * sequence->n, sequence->items, sequence->n * sizeof *sequence->items);
    return true;
}

static bool fold_operands(MrCompiler *c, MrBinOp op, const MrConst *a, const MrConst *b, MrConst *out) {
    int64_t i, j;
    double x, y;
    if (as_int(a, &i) && as_int(b, &j)) {
        bool bools = a->kind != MR_CONST_INT && b->kind != MR_CONST_INT;
        if (bools && (op == BINOP_BITAND || op == BINOP_BITOR || op == BINOP_BITXOR)) {
            if (!fold_ints(op, i, j, out)) return false;
            out->kind = out->i ? MR_CONST_TRUE : MR_CONST_FALSE;
            return true;
        }
        return fold_ints(op, i, j, out);
    }
    if (a->kind == MR_CONST_COMPLEX || b->kind == MR_CONST_COMPLEX) return fold_complex(op, a, b, out);
    if (as_real(a, &x) && as_real(b, &y)) return fold_reals(op, x, y, out);
    if (op == BINOP_ADD) return concat(c, a, b, out);
    if (op == BINOP_MULT) return as_int(a, &i) ? repeat(c, b, a, out) : repeat(c, a, b, out);
    return false;
}

static void fold_binop(MrCompiler *c, MrAst **slot) {
    MrAstBinOp *n = mr_ast_BinOp(*slot);
    MrConst a, b, out;
    if (mr_fold_value(c, n->left, &a) && mr_fold_value(c, n->right, &b) && fold_operands(c, (MrBinOp)(*slot)->sub, &a, &b, &out))
        replace(c, slot, out);
}

static void flip_compare(MrAst **slot) {
    MrAst *operand = mr_ast_UnaryOp(*slot)->operand;
    if (operand->kind != AST_Compare) return;
    MrAstCompare *n = mr_ast_Compare(operand);
    if (n->ops.count != 1) return;
    uint8_t *op = &n->ops.items[0];
    switch (*op) {
    case CMPOP_IS: *op = CMPOP_IS_NOT; break;
    case CMPOP_IS_NOT: *op = CMPOP_IS; break;
    case CMPOP_IN: *op = CMPOP_NOT_IN; break;
    case CMPOP_NOT_IN: *op = CMPOP_IN; break;
    default: return;
    }
    *slot = operand;
}

static bool negate(MrCompiler *c, MrConst *k) {
    int64_t i;
    if (as_int(k, &i)) {
        if (i == INT64_MIN) return false;
        *k = (MrConst){.kind = MR_CONST_INT, .i = -i};
    } else if (k->kind == MR_CONST_FLOAT) {
        k->d = -k->d;
    } else if (k->kind == MR_CONST_COMPLEX) {
        k->d = -k->d;
        k->imag = -k->imag;
    } else if (k->kind == MR_CONST_BIGINT) {
        if (k->text.length == 16 && memcmp(k->text.bytes, "8000000000000000", 16) == 0) {
            *k = (MrConst){.kind = MR_CONST_INT, .i = INT64_MIN};
            return true;
        }
        bool negative = k->text.bytes[0] == '-';
        char *text = mr_comp_alloc(c, k->text.length + 2);
        text[0] = '-';
        memcpy(text + !negative, k->text.bytes + negative, k->text.length - negative);
        k->text = (MrText){text, k->text.length - negative + !negative};
        if (negative) memmove(text, text + 1, k->text.length--);
    } else {
        return false;
    }
    return true;
}

static void fold_unary(MrCompiler *c, MrAst **slot) {
    MrAst *e = *slot;
    MrConst k;
    int64_t i;
    if (!mr_fold_value(c, mr_ast_UnaryOp(e)->operand, &k)) {
        if (e->sub == UNARYOP_NOT) flip_compare(slot);
        return;
    }
    switch (e->sub) {
    case UNARYOP_NOT: replace(c, slot, (MrConst){.kind = truth_of(&k) ? MR_CONST_FALSE : MR_CONST_TRUE}); break;
    case UNARYOP_USUB:
        if (!(k.kind == MR_CONST_BIGINT && k.text.bytes[0] == '-') && negate(c, &k)) replace(c, slot, k);
        break;
    case UNARYOP_INVERT:
        if (k.kind == MR_CONST_TRUE || k.kind == MR_CONST_FALSE) mr_diag_warn(c->diag, MR_WARN_FOLDED, mr_node_span(e), MR_TEXT_BOOL_INVERTED);
        if (as_int(&k, &i)) replace(c, slot, (MrConst){.kind = MR_CONST_INT, .i = ~i});
        break;
    default:
        if (as_int(&k, &i)) replace(c, slot, (MrConst){.kind = MR_CONST_INT, .i = i});
        else if (k.kind == MR_CONST_FLOAT || k.kind == MR_CONST_COMPLEX || k.kind == MR_CONST_BIGINT) replace(c, slot, k);
    }
}

static bool constant_tuple(MrCompiler *c, MrNodeList elts, MrConst *out) {
    *out = (MrConst){.kind = MR_CONST_TUPLE, .n = elts.count};
    out->items = MR_COMP_NEW_ARRAY(c, MrConst, elts.count);
    for (uint32_t i = 0; i < elts.count; i++)
        if (!mr_fold_value(c, elts.items[i], &out->items[i])) return false;
    return true;
}

/* A list or set display that is only iterated or searched may be a constant. (Every constant is hashable.) */
static void freeze_display(MrCompiler *c, MrAst **slot) {
    MrConst out;
    MrAst *e = *slot;
    if (e->kind == AST_List && constant_tuple(c, mr_ast_List(e)->elts, &out)) {
        replace(c, slot, out);
    } else if (e->kind == AST_Set && constant_tuple(c, mr_ast_Set(e)->elts, &out)) {
        out.kind = MR_CONST_FROZENSET;
        replace(c, slot, out);
    }
}

static void fold_subscript(MrCompiler *c, MrAst **slot) {
    MrAstSubscript *n = mr_ast_Subscript(*slot);
    MrConst object, index;
    int64_t i;
    if ((*slot)->sub != CTX_LOAD || !mr_fold_value(c, n->value, &object) || !mr_fold_value(c, n->slice, &index) || !as_int(&index, &i)) return;
    if (object.kind == MR_CONST_TUPLE) {
        if (i < 0) i += (int64_t)object.n;
        if (i >= 0 && (size_t)i < object.n) replace(c, slot, object.items[i]);
    } else if (object.kind == MR_CONST_BYTES) {
        if (i < 0) i += (int64_t)object.text.length;
        if (i >= 0 && (size_t)i < object.text.length)
            replace(c, slot, (MrConst){.kind = MR_CONST_INT, .i = (uint8_t)object.text.bytes[i]});
    } else if (object.kind == MR_CONST_STR) {
        int64_t n_points = (int64_t)mr_utf8_count(object.text.bytes, object.text.length);
        if (i < 0) i += n_points;
        if (i < 0 || i >= n_points) return;
        size_t at = mr_utf8_offset(object.text.bytes, object.text.length, (size_t)i);
        replace(c, slot, (MrConst){.kind = MR_CONST_STR, .text = {object.text.bytes + at, mr_utf8_step((unsigned char)object.text.bytes[at])}});
    }
}

static void fold_slot(MrAst **slot, void *context);

static void fold_function(MrCompiler *c, MrAst *s) {
    MrAstFunctionDef *f = (MrAstFunctionDef *)s;
    MrAst *returns = f->returns;
    if (c->future_annotations) f->returns = NULL;
    mr_ast_each_child(s, fold_slot, c);
    f->returns = returns;
}

static void fold_slot(MrAst **slot, void *context) {
    MrCompiler *c = context;
    mr_comp_enter(c);
    MrAst *e = *slot;
    switch ((int)e->kind) {
    case AST_FOLDED: break;
    case AST_FunctionDef: case AST_AsyncFunctionDef: fold_function(c, e); break;
    case AST_arg:
        if (!c->future_annotations) mr_ast_each_child(e, fold_slot, c);
        break;
    case AST_AnnAssign: {
        MrAstAnnAssign *a = mr_ast_AnnAssign(e);
        fold_slot(&a->target, c);
        if (!c->future_annotations) fold_slot(&a->annotation, c);
        if (a->value) fold_slot(&a->value, c);
        break;
    }
    case AST_Name:
        if (e->sub == CTX_LOAD && mr_name_is(mr_ast_Name(e)->id, "__debug__"))
            replace(c, slot, (MrConst){.kind = c->flags & MR_COMPILE_OPTIMIZE ? MR_CONST_FALSE : MR_CONST_TRUE});
        break;
    default:
        mr_ast_each_child(e, fold_slot, c);
        if (e->kind == AST_BinOp) fold_binop(c, slot);
        else if (e->kind == AST_UnaryOp) fold_unary(c, slot);
        else if (e->kind == AST_Subscript) fold_subscript(c, slot);
        else if (e->kind == AST_For) freeze_display(c, &mr_ast_For(e)->iter);
        else if (e->kind == AST_comprehension) freeze_display(c, &mr_ast_comprehension(e)->iter);
        else if (e->kind == AST_Tuple && e->sub == CTX_LOAD) {
            MrConst out;
            if (constant_tuple(c, mr_ast_Tuple(e)->elts, &out)) replace(c, slot, out);
        } else if (e->kind == AST_Compare) {
            MrAstCompare *n = mr_ast_Compare(e);
            uint8_t last = n->ops.items[n->ops.count - 1];
            if (last == CMPOP_IN || last == CMPOP_NOT_IN) freeze_display(c, &n->comparators.items[n->comparators.count - 1]);
        }
    }
    mr_comp_leave(c);
}

void mr_fold_tree(MrCompiler *c, MrAst *module) { mr_ast_each_child(module, fold_slot, c); }
