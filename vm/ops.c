/* The operators as functions: what `a + b`, `a < b`, len(), repr(), hash() and the rest do for any operands. The dispatch loop handles the common
 * pairs by itself; here is the full protocol: slots, reflected forms, NotImplemented, fallbacks and the errors' texts.
 */
#include "base/utf8.h"
#include "vm/attr.h"
#include "vm/call.h"
#include "vm/error.h"
#include "vm/types/format.h"
#include "vm/types/genericalias.h"
#include "vm/types/sequence.h"
#include "vm/types/str.h"

static const char *const binop_texts[] = {"+", "-", "*", "/", "//", "%", "** or pow()", "<<", ">>", "&", "|", "^", "@"};
static const char *const inplace_texts[] = {"+=", "-=", "*=", "/=", "//=", "%=", "**=", "<<=", ">>=", "&=", "|=", "^=", "@="};
static const char *const compare_texts[] = {"<", "<=", "==", "!=", ">", ">="};
static const MrCompare swapped[] = {MR_CMP_GT, MR_CMP_GE, MR_CMP_EQ, MR_CMP_NE, MR_CMP_LT, MR_CMP_LE};

static bool is_number(MrValue v)
{
    if (mr_is_int(v) || mr_is_float(v) || mr_is_bool(v))
        return true;
    return mr_is_obj(v) && (mr_obj_of(v)->shape == MR_TYPE_int || mr_obj_of(v)->shape == MR_TYPE_complex);
}

/* A slot's function called with self and one argument. */
static MrValue call_slot1(MrThread *t, MrValue f, MrValue self, MrType *type, MrValue arg)
{
    if (mr_is_kind(f, MR_KIND_NATIVE)) {
        MrNativeFn *nf = (MrNativeFn *)mr_obj_of(f);
        if (nf->plain && nf->nparams == 2 && nf->self == MR_UNBOUND && mr_is_method_descriptor(f) && mr_native_applies(nf, type)) {
            MrValue args[2] = {self, arg};
            return nf->fn(t, args);
        }
    }
    if (mr_is_kind(f, MR_KIND_FUNCTION) || mr_is_method_descriptor(f))
        return mr_call2(t, f, self, arg);
    MrValue bound = mr_descr_get(t, f, self, type);
    return bound == MR_ERROR ? bound : mr_call1(t, bound, arg);
}

static MrValue unsupported(MrThread *t, const char *op, MrValue a, MrValue b)
{
    return mr_raise(t, MR_EXC_TypeError, "unsupported operand type(s) for %s: '%s' and '%s'", op, mr_type_name(t, a), mr_type_name(t, b));
}

static bool repeats(MrValue f) { return mr_is_kind(f, MR_KIND_NATIVE) && ((MrNativeFn *)mr_obj_of(f))->def && ((MrNativeFn *)mr_obj_of(f))->def->flags & MR_METHOD_REPEAT; }

/* In CPython `a *= sequence` asks the sequence only where the type of a has no table of sequence methods. */
static bool has_sequence_methods(MrThread *t, MrType *type)
{
    return type->flags & MR_TYPE_HEAP || mr_slot_of(t, type, MR_SLOT_len) != MR_UNBOUND || mr_slot_of(t, type, MR_SLOT_contains) != MR_UNBOUND;
}

/* A sequence times a count; of another operand nobody knows how often that is. */
static MrValue repeat(MrThread *t, MrValue f, MrValue sequence, MrType *type, MrValue count)
{
    return mr_has_index(t, count) ? call_slot1(t, f, sequence, type, count) : MR_NOT_IMPLEMENTED;
}

/* The protocol without the final error: MR_NOT_IMPLEMENTED if nobody knows. */
static MrValue binary_protocol(MrThread *t, MrBinop op, MrValue a, MrValue b, bool inplace)
{
    MrType *ta = mr_class_of(t, a), *tb = mr_class_of(t, b);
    MrValue fa = mr_slot_of(t, ta, (MrSlot)(MR_SLOT_add + op));
    MrValue fb = ta == tb ? MR_UNBOUND : mr_slot_of(t, tb, (MrSlot)(MR_SLOT_radd + op));
    if (op == MR_BIN_MUL && (repeats(fa) || repeats(fb))) { /* sequences come last, and the left one alone */
        MrValue r = MR_NOT_IMPLEMENTED;
        if (!repeats(fb) && fb != MR_UNBOUND)
            r = call_slot1(t, fb, b, tb, a);
        else if (!repeats(fa) && fa != MR_UNBOUND)
            r = call_slot1(t, fa, a, ta, b);
        if (r != MR_NOT_IMPLEMENTED)
            return r;
        return repeats(fa) ? repeat(t, fa, a, ta, b) : inplace && has_sequence_methods(t, ta) ? MR_NOT_IMPLEMENTED : repeat(t, fb, b, tb, a);
    }
    if (fb != MR_UNBOUND && tb != ta && mr_type_is_subtype(tb, ta) && fb != mr_slot_of(t, ta, (MrSlot)(MR_SLOT_radd + op))) {
        MrValue r = call_slot1(t, fb, b, tb, a);
        if (r != MR_NOT_IMPLEMENTED)
            return r;
        fb = MR_UNBOUND;
    }
    if (fa != MR_UNBOUND) { /* None too: calling it is the error that CPython reports */
        MrValue r = call_slot1(t, fa, a, ta, b);
        if (r != MR_NOT_IMPLEMENTED)
            return r;
    }
    if (fb != MR_UNBOUND)
        return call_slot1(t, fb, b, tb, a);
    return MR_NOT_IMPLEMENTED;
}

static bool is_type_like(MrThread *t, MrValue v)
{
    (void)t;
    return v == MR_NONE || mr_is_type(v) || mr_is_exact(v, MR_TYPE_GenericAlias) || mr_is_exact(v, MR_TYPE_UnionType);
}

/* Sequence concatenation errors have texts of their own. */
static MrValue binary_error(MrThread *t, MrBinop op, MrValue a, MrValue b, bool inplace)
{
    const char *text = inplace ? inplace_texts[op] : binop_texts[op];
    if (op == MR_BIN_ADD && mr_is_obj(a)) {
        switch (mr_obj_of(a)->kind) {
        case MR_KIND_STR: return mr_raise(t, MR_EXC_TypeError, "can only concatenate str (not \"%s\") to str", mr_type_name(t, b));
        case MR_KIND_LIST: return mr_raise(t, MR_EXC_TypeError, "can only concatenate list (not \"%s\") to list", mr_type_name(t, b));
        case MR_KIND_TUPLE: return mr_raise(t, MR_EXC_TypeError, "can only concatenate tuple (not \"%s\") to tuple", mr_type_name(t, b));
        case MR_KIND_BYTES:
        case MR_KIND_BYTEARRAY: return mr_raise(t, MR_EXC_TypeError, "can't concat %s to %s", mr_type_name(t, b), mr_type_name(t, a));
        default: break;
        }
    }
    if (op == MR_BIN_MUL) {
        bool left = repeats(mr_slot_of(t, mr_class_of(t, a), MR_SLOT_mul));
        if (left || (repeats(mr_slot_of(t, mr_class_of(t, b), MR_SLOT_rmul)) && !(inplace && has_sequence_methods(t, mr_class_of(t, a)))))
            return mr_raise(t, MR_EXC_TypeError, "can't multiply sequence by non-int of type '%s'", mr_type_name(t, left ? b : a));
    }
    if (op == MR_BIN_RSHIFT && !strcmp(text, ">>") && mr_is_exact(a, MR_TYPE_builtin_function) && !strncmp(((MrNativeFn *)mr_obj_of(a))->def->sig, "print(", 6))
        return mr_raise(t, MR_EXC_TypeError, "unsupported operand type(s) for >>: 'builtin_function_or_method' and '%s'. Did you mean \"print(<message>, file=<output_stream>)\"?",
                        mr_type_name(t, b));
    return unsupported(t, text, a, b);
}

MrValue mr_binary(MrThread *t, MrBinop op, MrValue a, MrValue b)
{
    if (is_number(a) && is_number(b)) {
        MrValue r = mr_number_binop(t, op, a, b);
        return r == MR_NOT_IMPLEMENTED ? unsupported(t, binop_texts[op], a, b) : r;
    }
    if (op == MR_BIN_ADD && mr_is_exact(a, MR_TYPE_str) && mr_is_exact(b, MR_TYPE_str))
        return mr_str_concat(t, a, b);
    if (!mr_stack_ok(t))
        return MR_ERROR;
    if (op == MR_BIN_MOD && mr_is_exact(a, MR_TYPE_str) && mr_is_exact(b, MR_TYPE_tuple))
        return mr_str_percent(t, a, b);
    MrValue r = binary_protocol(t, op, a, b, false);
    if (r != MR_NOT_IMPLEMENTED)
        return r;
    if (op == MR_BIN_OR && is_type_like(t, a) && is_type_like(t, b) && (a != MR_NONE || b != MR_NONE)) {
        r = mr_union_type(t, a, b);
        if (r != MR_NOT_IMPLEMENTED)
            return r;
    }
    return binary_error(t, op, a, b, false);
}

MrValue mr_binary_refused(MrThread *t, MrBinop op, MrValue a, MrValue b, bool inplace)
{
    MrType *ta = mr_class_of(t, a), *tb = mr_class_of(t, b);
    MrValue f = ta == tb ? MR_UNBOUND : mr_slot_of(t, tb, (MrSlot)(MR_SLOT_radd + op));
    MrValue r = f == MR_UNBOUND ? MR_NOT_IMPLEMENTED : !mr_stack_ok(t) ? MR_ERROR : repeats(f) ? (inplace && has_sequence_methods(t, ta) ? MR_NOT_IMPLEMENTED : repeat(t, f, b, tb, a)) : call_slot1(t, f, b, tb, a);
    return r == MR_NOT_IMPLEMENTED ? binary_error(t, op, a, b, inplace) : r;
}

/* += of a builtin sequence, *= of one or of a subclass that has it from there: operators that scripts define come before what is of sequences. */
static MrValue numbers_first(MrThread *t, MrBinop op, MrValue a, MrValue b)
{
    MrType *ta = mr_class_of(t, a), *tb = mr_class_of(t, b);
    MrValue fa = ta->flags & MR_TYPE_HEAP ? mr_slot_of(t, ta, (MrSlot)(MR_SLOT_add + op)) : MR_UNBOUND;
    MrValue fb = ta == tb ? MR_UNBOUND : mr_slot_of(t, tb, (MrSlot)(MR_SLOT_radd + op)), r = MR_NOT_IMPLEMENTED;
    if (fa != MR_UNBOUND && mr_is_kind(fa, MR_KIND_NATIVE))
        fa = MR_UNBOUND;
    if (fb != MR_UNBOUND && repeats(fb))
        fb = MR_UNBOUND;
    bool early = fb != MR_UNBOUND && mr_type_is_subtype(tb, ta);
    if (early)
        r = call_slot1(t, fb, b, tb, a);
    if (r == MR_NOT_IMPLEMENTED && fa != MR_UNBOUND)
        r = call_slot1(t, fa, a, ta, b);
    return r == MR_NOT_IMPLEMENTED && fb != MR_UNBOUND && !early ? call_slot1(t, fb, b, tb, a) : r;
}

MrValue mr_inplace(MrThread *t, MrBinop op, MrValue a, MrValue b)
{
    if (is_number(a) && is_number(b)) {
        MrValue r = mr_number_binop(t, op, a, b);
        return r == MR_NOT_IMPLEMENTED ? unsupported(t, inplace_texts[op], a, b) : r;
    }
    MrType *ta = mr_class_of(t, a);
    MrValue f = mr_slot_of(t, ta, (MrSlot)(MR_SLOT_iadd + op));
    if (f != MR_UNBOUND && repeats(f)) {
        MrValue r = mr_is_int(b) && !(ta->flags & MR_TYPE_HEAP) ? MR_NOT_IMPLEMENTED : numbers_first(t, op, a, b);
        if (r == MR_NOT_IMPLEMENTED)
            r = repeat(t, f, a, ta, b);
        return r == MR_NOT_IMPLEMENTED ? binary_error(t, op, a, b, true) : r;
    }
    if (f != MR_UNBOUND && op == MR_BIN_ADD && !(ta->flags & MR_TYPE_HEAP) && mr_is_kind(f, MR_KIND_NATIVE) && mr_class_of(t, b)->flags & MR_TYPE_HEAP) {
        MrValue r = numbers_first(t, op, a, b);
        if (r != MR_NOT_IMPLEMENTED)
            return r;
    }
    if (f != MR_UNBOUND) {
        MrValue r = call_slot1(t, f, a, ta, b);
        if (r != MR_NOT_IMPLEMENTED)
            return r;
    }
    if (op == MR_BIN_ADD && mr_is_exact(a, MR_TYPE_str) && mr_is_exact(b, MR_TYPE_str))
        return mr_str_concat(t, a, b);
    MrValue r = binary_protocol(t, op, a, b, true);
    if (r == MR_NOT_IMPLEMENTED && op == MR_BIN_OR && is_type_like(t, a) && is_type_like(t, b) && (a != MR_NONE || b != MR_NONE))
        r = mr_union_type(t, a, b);
    return r == MR_NOT_IMPLEMENTED ? binary_error(t, op, a, b, true) : r;
}

MrValue mr_unary(MrThread *t, MrSlot slot, MrValue v)
{
    MrValue r = mr_call_slot(t, v, slot, 0, NULL);
    if (r != MR_UNBOUND)
        return r;
    if (slot == MR_SLOT_abs)
        return mr_raise(t, MR_EXC_TypeError, "bad operand type for abs(): '%s'", mr_type_name(t, v));
    return mr_raise(t, MR_EXC_TypeError, "bad operand type for unary %s: '%s'", slot == MR_SLOT_neg ? "-" : slot == MR_SLOT_pos ? "+" : "~", mr_type_name(t, v));
}

/* ---- comparison ---- */

/* What a's method says, or that of b for the swapped comparison. */
static MrValue compare_by(MrThread *t, MrCompare op, MrValue a, MrValue b, bool use_b)
{
    MrType *type = mr_class_of(t, use_b ? b : a);
    MrValue f = mr_slot_of(t, type, (MrSlot)(MR_SLOT_lt + (use_b ? swapped[op] : op)));
    return f == MR_UNBOUND ? MR_NOT_IMPLEMENTED : call_slot1(t, f, use_b ? b : a, type, use_b ? a : b);
}

/* Neither knows. */
static MrValue compare_else(MrThread *t, MrCompare op, MrValue a, MrValue b)
{
    if (op == MR_CMP_EQ)
        return mr_bool(a == b);
    if (op == MR_CMP_NE)
        return mr_bool(a != b);
    return mr_raise(t, MR_EXC_TypeError, "'%s' not supported between instances of '%s' and '%s'", compare_texts[op], mr_type_name(t, a), mr_type_name(t, b));
}

MrValue mr_compare(MrThread *t, MrCompare op, MrValue a, MrValue b)
{
    if (is_number(a) && is_number(b)) {
        MrValue r = mr_number_compare(t, op, a, b);
        if (r != MR_NOT_IMPLEMENTED)
            return r;
    } else if (mr_is_obj(a) && mr_is_obj(b) && mr_obj_of(a)->shape == mr_obj_of(b)->shape &&
               (mr_obj_of(a)->shape == MR_TYPE_tuple || mr_obj_of(a)->shape == MR_TYPE_list)) {
        return mr_sequence_compare(t, op, a, b);
    } else {
        if (!mr_stack_ok_in(t, " in comparison"))
            return MR_ERROR;
        MrType *ta = mr_class_of(t, a), *tb = mr_class_of(t, b);
        bool b_first = ta != tb && mr_type_is_subtype(tb, ta);
        for (int turn = 0; turn < 2; turn++) {
            MrValue r = compare_by(t, op, a, b, (turn == 0) == b_first);
            if (r != MR_NOT_IMPLEMENTED)
                return r;
        }
    }
    return compare_else(t, op, a, b);
}

MrValue mr_compare_refused(MrThread *t, MrCompare op, MrValue a, MrValue b)
{
    MrValue r = mr_stack_ok_in(t, " in comparison") ? compare_by(t, op, a, b, true) : MR_ERROR;
    return r == MR_NOT_IMPLEMENTED ? compare_else(t, op, a, b) : r;
}

int mr_eq(MrThread *t, MrValue a, MrValue b)
{
    if (a == b)
        return 1;
    if (mr_is_exact(a, MR_TYPE_str) && mr_is_exact(b, MR_TYPE_str))
        return mr_str_equal(t, MR_STR(a), MR_STR(b));
    if (mr_both_int(a, b))
        return 0;
    MrValue r = mr_compare(t, MR_CMP_EQ, a, b);
    return r == MR_ERROR ? -1 : mr_truth(t, r);
}

int mr_truth(MrThread *t, MrValue v)
{
    if (mr_is_bool(v))
        return (int)(v & 1);
    if (v == MR_NONE)
        return 0;
    if (mr_is_int(v))
        return mr_int_of(v) != 0;
    if (mr_is_float(v))
        return mr_float_of(v) != 0;
    if (v == MR_NOT_IMPLEMENTED)
        return mr_warn(t, MR_EXC_DeprecationWarning, "NotImplemented should not be used in a boolean context") ? 1 : -1;
    if (!mr_is_obj(v))
        return 1;
    switch (mr_obj_of(v)->shape) {
    case MR_TYPE_str: return MR_STR(v)->nbytes != 0;
    case MR_TYPE_list: return MR_LIST(v)->length != 0;
    case MR_TYPE_tuple: return MR_TUPLE(v)->length != 0;
    case MR_TYPE_dict: return MR_DICT(v)->length != 0;
    case MR_TYPE_set:
    case MR_TYPE_frozenset: return MR_SET(v)->length != 0;
    case MR_TYPE_int: return 1;
    default: break;
    }
    MrType *type = mr_class_of(t, v);
    if (type->def->length && !(type->flags & MR_TYPE_HEAP))
        return type->def->length(mr_obj_of(v)) != 0;
    MrValue r = mr_call_slot(t, v, MR_SLOT_bool, 0, NULL);
    if (r == MR_ERROR)
        return -1;
    if (r != MR_UNBOUND) {
        if (mr_is_bool(r))
            return r == MR_TRUE;
        mr_raise(t, MR_EXC_TypeError, "__bool__ should return bool, returned %s", mr_type_name(t, r));
        return -1;
    }
    if (mr_slot_of(t, type, MR_SLOT_len) == MR_UNBOUND)
        return 1;
    int64_t n = mr_len(t, v);
    return n < 0 ? -1 : n != 0;
}

/* Does iter() try 0, 1, 2...? Classes of scripts with __getitem__, and native ones that are sequences. */
static bool walks_by_index(MrThread *t, MrType *type)
{
    MrValue f = mr_slot_of(t, type, MR_SLOT_getitem);
    return f != MR_UNBOUND && type->def->kind != MR_KIND_DICT && (type->flags & MR_TYPE_SEQ || !mr_is_kind(f, MR_KIND_NATIVE));
}

int mr_contains(MrThread *t, MrValue container, MrValue v)
{
    if (mr_is_exact(container, MR_TYPE_dict)) {
        MrValue r = mr_dict_get(t, MR_DICT(container), v);
        return r == MR_ERROR ? -1 : r != MR_UNBOUND;
    }
    if (mr_is_exact(container, MR_TYPE_set) || mr_is_exact(container, MR_TYPE_frozenset))
        return mr_set_contains(t, container, v);
    MrType *type = mr_class_of(t, container);
    MrValue f = mr_slot_of(t, type, MR_SLOT_contains);
    if (f == MR_NONE) {
        mr_raise(t, MR_EXC_TypeError, "'%s' object is not a container", mr_class_name(type));
        return -1;
    }
    if (f != MR_UNBOUND) {
        MrValue r = call_slot1(t, f, container, type, v);
        return r == MR_ERROR ? -1 : mr_truth(t, r);
    }
    if (mr_slot_of(t, type, MR_SLOT_iter) == MR_UNBOUND && !walks_by_index(t, type)) {
        mr_raise(t, MR_EXC_TypeError, "argument of type '%s' is not iterable", mr_class_name(type));
        return -1;
    }
    MrValue it = mr_iter(t, container);
    if (it == MR_ERROR) {
        if (mr_clear_if(t, MR_EXC_TypeError)) /* whatever __iter__ says */
            mr_raise(t, MR_EXC_TypeError, "argument of type '%s' is not iterable", mr_class_name(type));
        return -1;
    }
    for (;;) {
        MrValue item = mr_next(t, it);
        if (item == MR_ERROR)
            return -1;
        if (item == MR_UNBOUND)
            return 0;
        int same = mr_eq(t, item, v);
        if (same)
            return same;
    }
}

/* ---- hash ---- */

bool mr_hash(MrThread *t, MrValue v, uint64_t *hash)
{
    if (mr_is_obj(v)) {
        if (mr_obj_of(v)->shape == MR_TYPE_str) {
            return mr_str_key_hash(t, MR_STR(v), hash);
        }
        if (mr_obj_of(v)->shape == MR_TYPE_tuple)
            return mr_tuple_hash(t, MR_TUPLE(v), hash);
    } else if (v != MR_NONE && v != MR_ELLIPSIS && v != MR_NOT_IMPLEMENTED) {
        return mr_number_hash(t, v, hash);
    } else {
        *hash = v == MR_NONE ? 0xFCA86420u : v * 0x9E3779B97F4A7C15ull >> 4; /* None's is CPython's, tuples show it */
        return true;
    }
    if (!mr_stack_ok(t))
        return false;
    MrType *type = mr_class_of(t, v);
    MrValue f = mr_slot_of(t, type, MR_SLOT_hash);
    if (f == MR_NONE || f == MR_UNBOUND) {
        mr_raise(t, MR_EXC_TypeError, "unhashable type: '%s'", mr_type_name(t, v));
        return false;
    }
    MrValue r = mr_call_slot(t, v, MR_SLOT_hash, 0, NULL);
    if (r == MR_ERROR)
        return false;
    if (!mr_is_integer(r)) {
        mr_raise(t, MR_EXC_TypeError, "__hash__ method should return an integer");
        return false;
    }
    if (mr_is_int(r))
        *hash = (uint64_t)(mr_int_of(r) == -1 ? -2 : mr_int_of(r));
    else if (mr_is_kind(r, MR_KIND_INT) && abs(MR_INT(r)->size) == 1 && MR_INT(r)->limbs[0] <= INT64_MAX)
        *hash = MR_INT(r)->size < 0 ? (uint64_t)-MR_INT(r)->limbs[0] : MR_INT(r)->limbs[0];
    else
        return mr_number_hash(t, r, hash);
    return true;
}

/* ---- text ---- */

static MrValue default_repr(MrThread *t, MrValue v)
{
    MrValue name = mr_type_qualified_name(t, mr_class_of(t, v));
    return name == MR_ERROR ? name : mr_strf(t, "<%s object at %p>", mr_cstr(name), (void *)(uintptr_t)v);
}

#define IN_REPR " while getting the repr of an object"

MrValue mr_repr(MrThread *t, MrValue v)
{
    if (!mr_stack_ok_in(t, IN_REPR))
        return MR_ERROR;
    if (v == MR_UNBOUND)
        return mr_str_c(t, "<NULL>");
    if (mr_is_int(v))
        return mr_int_to_str(t, v, 10);
    MrValue r = mr_call_slot(t, v, MR_SLOT_repr, 0, NULL);
    if (r == MR_UNBOUND)
        return default_repr(t, v);
    if (r != MR_ERROR && !mr_is_str(r))
        return mr_raise(t, MR_EXC_TypeError, "__repr__ returned non-string (type %s)", mr_type_name(t, r));
    return r;
}

MrValue mr_str(MrThread *t, MrValue v)
{
    if (mr_is_exact(v, MR_TYPE_str))
        return v;
    if (mr_is_int(v))
        return mr_int_to_str(t, v, 10);
    if (!mr_stack_ok(t))
        return MR_ERROR;
    MrValue r = mr_call_slot(t, v, MR_SLOT_str, 0, NULL);
    if (r == MR_UNBOUND && (r = mr_call_slot(t, v, MR_SLOT_repr, 0, NULL)) == MR_UNBOUND)
        return mr_repr(t, v);
    if (r != MR_ERROR && !mr_is_str(r))
        return mr_raise(t, MR_EXC_TypeError, "__str__ returned non-string (type %s)", mr_type_name(t, r));
    return r;
}

MrValue mr_ascii(MrThread *t, MrValue v)
{
    MrValue r = mr_repr(t, v);
    if (r == MR_ERROR || mr_str_is_ascii(MR_STR(r)))
        return r;
    MrBuf b;
    mr_buf_init(&b);
    MrStr *s = MR_STR(r);
    size_t work = 0;
    for (const char *p = s->bytes, *end = p + s->nbytes; p < end && !b.failed;) {
        uint32_t c = mr_utf8_decode_valid(&p);
        b.failed |= !mr_limits_work(t, work);
        if (c < 128)
            mr_buf_putc(&b, (char)c);
        else if (c < 256)
            mr_buf_printf(&b, "\\x%02x", c);
        else if (c < 0x10000)
            mr_buf_printf(&b, "\\u%04x", c);
        else
            mr_buf_printf(&b, "\\U%08x", c);
    }
    return mr_str_buf(t, &b);
}

MrValue mr_format(MrThread *t, MrValue v, MrValue spec)
{
    if (mr_is_exact(v, MR_TYPE_str) && MR_STR(spec)->nbytes == 0)
        return v;
    if (mr_is_int(v))
        return mr_format_int(t, v, MR_STR(spec));
    if (mr_is_float(v) && MR_STR(spec)->nbytes > 0)
        return mr_format_float(t, mr_float_of(v), MR_STR(spec));
    MrValue r = mr_call_slot(t, v, MR_SLOT_format, 1, &spec);
    if (r == MR_UNBOUND)
        return mr_raise(t, MR_EXC_TypeError, "Type %s doesn't define __format__", mr_type_name(t, v));
    if (r != MR_ERROR && !mr_is_str(r))
        return mr_raise(t, MR_EXC_TypeError, "__format__ must return a str, not %s", mr_type_name(t, r));
    return r;
}

bool mr_repr_to(MrThread *t, MrBuf *buf, MrValue v)
{
    MrValue r = mr_limits_tick(t) ? mr_repr(t, v) : MR_ERROR;
    if (r == MR_ERROR || !mr_limits_buf(t, buf, MR_STR(r)->nbytes))
        return false;
    mr_buf_write(buf, mr_cstr(r), MR_STR(r)->nbytes);
    return true;
}

bool mr_str_to(MrThread *t, MrBuf *buf, MrValue v)
{
    MrValue r = mr_str(t, v);
    if (r == MR_ERROR || !mr_limits_buf(t, buf, MR_STR(r)->nbytes))
        return false;
    mr_work_write_buf(t, buf, mr_cstr(r), MR_STR(r)->nbytes);
    return true;
}

int mr_repr_enter(MrThread *t, MrValue v)
{
    if (!mr_stack_ok_in(t, IN_REPR))
        return -1;
    if (t->repr_running == MR_UNBOUND) {
        MrValue list = mr_list_new(t, 8);
        if (list == MR_ERROR)
            return -1;
        t->repr_running = list;
    }
    MrList *l = MR_LIST(t->repr_running);
    for (size_t i = l->length; i > 0; i--)
        if (l->items[i - 1] == v)
            return 0;
    return mr_list_append(t, t->repr_running, v) ? 1 : -1;
}

void mr_repr_leave(MrThread *t, MrValue v)
{
    MrList *l = MR_LIST(t->repr_running);
    for (size_t i = l->length; i > 0; i--)
        if (l->items[i - 1] == v) {
            memmove(&l->items[i - 1], &l->items[i], (l->length - i) * sizeof(MrValue));
            l->length--;
            return;
        }
}

/* ---- length and items ---- */

int64_t mr_len(MrThread *t, MrValue v)
{
    if (mr_is_obj(v)) {
        switch (mr_obj_of(v)->shape) {
        case MR_TYPE_list: return (int64_t)MR_LIST(v)->length;
        case MR_TYPE_tuple: return (int64_t)MR_TUPLE(v)->length;
        case MR_TYPE_str: return (int64_t)MR_STR(v)->length;
        case MR_TYPE_dict: return (int64_t)MR_DICT(v)->length;
        case MR_TYPE_set: return (int64_t)MR_SET(v)->length;
        default: break;
        }
        MrType *type = mr_class_of(t, v);
        if (type->def->length && !(type->flags & MR_TYPE_HEAP))
            return (int64_t)type->def->length(mr_obj_of(v));
    }
    MrValue r = mr_call_slot(t, v, MR_SLOT_len, 0, NULL);
    if (r == MR_UNBOUND)
        r = mr_raise(t, MR_EXC_TypeError, "object of type '%s' has no len()", mr_type_name(t, v));
    if (r == MR_ERROR)
        return -1;
    r = mr_index(t, r);
    if (r == MR_ERROR)
        return -1;
    int64_t n;
    if (mr_is_int(r) ? mr_int_of(r) < 0 : mr_is_kind(r, MR_KIND_INT) && ((MrInt *)mr_obj_of(r))->size < 0) {
        mr_raise(t, MR_EXC_ValueError, "__len__() should return >= 0");
        return -1;
    }
    return mr_to_ssize(t, r, &n) ? n : -1;
}

int64_t mr_length_hint(MrThread *t, MrValue v, int64_t otherwise)
{
    if (mr_slot_of(t, mr_class_of(t, v), MR_SLOT_len) != MR_UNBOUND) {
        int64_t n = mr_len(t, v);
        if (n >= 0 || !mr_clear_if(t, MR_EXC_TypeError))
            return n;
    }
    MrValue r = mr_call_slot(t, v, MR_SLOT_length_hint, 0, NULL);
    if (r == MR_UNBOUND || r == MR_NOT_IMPLEMENTED)
        return otherwise;
    if (r == MR_ERROR)
        return mr_clear_if(t, MR_EXC_TypeError) ? otherwise : -1;
    if (!mr_is_integer(r)) {
        mr_raise(t, MR_EXC_TypeError, "__length_hint__ must be an integer, not %s", mr_type_name(t, r));
        return -1;
    }
    int64_t n;
    if (!mr_arg_ssize(t, r, &n))
        return -1;
    if (n < 0) {
        mr_raise(t, MR_EXC_ValueError, "__length_hint__() should return >= 0");
        return -1;
    }
    return n;
}

MrValue mr_getitem(MrThread *t, MrValue v, MrValue key)
{
    MrType *type = mr_class_of(t, v);
    MrValue f = mr_slot_of(t, type, MR_SLOT_getitem);
    if (f != MR_UNBOUND && f != MR_NONE)
        return call_slot1(t, f, v, type, key);
    if (mr_is_type(v)) {
        if (v == mr_type_val(t, MR_TYPE_type))
            return mr_generic_alias(t, v, key);
        MrValue g = mr_getattr_or(t, v, mr_n(t, __class_getitem__));
        if (g == MR_ERROR)
            return g;
        if (g != MR_UNBOUND)
            return mr_call1(t, g, key);
        return mr_raise(t, MR_EXC_TypeError, "type '%s' is not subscriptable", mr_class_name(MR_TYPE(v)));
    }
    return mr_raise(t, MR_EXC_TypeError, "'%s' object is not subscriptable", mr_class_name(type));
}

/* Is the type a sequence of sorts, for which an int is an index? Each class is; a number or a function is not. */
static bool takes_index(MrThread *t, MrValue v, MrValue key)
{
    MrType *type = mr_class_of(t, v);
    return mr_is_integer(key) && (type->flags & MR_TYPE_HEAP || mr_slot_of(t, type, MR_SLOT_len) != MR_UNBOUND);
}

static MrValue no_item_change(MrThread *t, MrValue v, MrValue key, bool deletion)
{
    int64_t i;
    bool index = takes_index(t, v, key);
    if (index && !mr_to_ssize(t, key, &i)) {
        if (mr_clear_if(t, MR_EXC_OverflowError))
            mr_raise(t, MR_EXC_IndexError, "cannot fit '%s' into an index-sized integer", mr_type_name(t, key));
        return MR_ERROR;
    }
    return mr_raise(t, MR_EXC_TypeError, "'%s' object %s support item %s", mr_type_name(t, v), deletion && index ? "doesn't" : "does not", deletion ? "deletion" : "assignment");
}

bool mr_setitem(MrThread *t, MrValue v, MrValue key, MrValue value)
{
    MrValue args[2] = {key, value};
    MrValue r = mr_call_slot(t, v, MR_SLOT_setitem, 2, args);
    if (r == MR_UNBOUND)
        r = no_item_change(t, v, key, false);
    return r != MR_ERROR;
}

bool mr_delitem(MrThread *t, MrValue v, MrValue key)
{
    MrValue r = mr_call_slot(t, v, MR_SLOT_delitem, 1, &key);
    if (r == MR_UNBOUND)
        r = no_item_change(t, v, key, true);
    return r != MR_ERROR;
}

/* ---- iteration ---- */

MrValue mr_iter(MrThread *t, MrValue v)
{
    MrType *type = mr_class_of(t, v);
    if (mr_is_obj(v)) {
        switch (mr_obj_of(v)->shape) {
        case MR_TYPE_list: return mr_iter_new(t, MR_TYPE_list_iterator, v);
        case MR_TYPE_tuple: return mr_iter_new(t, MR_TYPE_tuple_iterator, v);
        case MR_TYPE_generator: return v;
        default: break;
        }
    }
    MrValue f = mr_slot_of(t, type, MR_SLOT_iter);
    if (f == MR_UNBOUND) {
        if (walks_by_index(t, type))
            return mr_iter_new(t, MR_TYPE_iterator, v);
        return mr_raise(t, MR_EXC_TypeError, "'%s' object is not iterable", mr_class_name(type));
    }
    if (f == MR_NONE)
        return mr_raise(t, MR_EXC_TypeError, "'%s' object is not iterable", mr_class_name(type));
    MrValue it = mr_call_slot(t, v, MR_SLOT_iter, 0, NULL);
    if (it == MR_ERROR)
        return it;
    MrType *it_type = mr_class_of(t, it);
    if (!it_type->next && mr_slot_of(t, it_type, MR_SLOT_next) == MR_UNBOUND)
        return mr_raise(t, MR_EXC_TypeError, "iter() returned non-iterator of type '%s'", mr_class_name(it_type));
    return it;
}

/* An iterator in C has raised: what mr_next() makes of it. */
MrValue mr_next_stopped(MrThread *t) { return mr_clear_if(t, MR_EXC_StopIteration) ? MR_UNBOUND : MR_ERROR; }

/* What mr_next_inline() leaves: iterators written in Python, types that are not ready, limits. */
MrValue mr_next_slow(MrThread *t, MrValue it)
{
    MrType *type = mr_class_of(t, it);
    if ((!(type->flags & MR_TYPE_READY) && !mr_type_ready(t, type)) || !mr_limits_tick(t))
        return MR_ERROR;
    MrValue v = type->next ? type->next(t, it) : mr_call_slot(t, it, MR_SLOT_next, 0, NULL);
    if (v == MR_UNBOUND && !type->next)
        return mr_raise(t, MR_EXC_TypeError, "'%s' object is not an iterator", mr_class_name(type));
    return v == MR_ERROR ? mr_next_stopped(t) : v;
}

MrValue mr_next(MrThread *t, MrValue it) { return mr_next_inline(t, it); }

/* ---- isinstance ---- */

static int check_class(MrThread *t, MrValue cls, const char *fn, const char *what)
{
    MrValue bases = mr_getattr_or(t, cls, mr_n(t, __bases__));
    if (bases == MR_ERROR)
        return -1;
    if (mr_is_tuple(bases))
        return 1;
    mr_raise(t, MR_EXC_TypeError, "%s() arg %d must be %s", fn, strcmp(what, "a class") ? 2 : 1, what);
    return -1;
}

static int abstract_issubclass(MrThread *t, MrValue sub, MrValue cls)
{
    if (sub == cls)
        return 1;
    if (!mr_stack_ok(t))
        return -1;
    MrValue bases = mr_getattr_or(t, sub, mr_n(t, __bases__));
    if (bases == MR_ERROR)
        return -1;
    if (!mr_is_tuple(bases))
        return 0;
    for (size_t i = 0; i < MR_TUPLE(bases)->length; i++) {
        int r = abstract_issubclass(t, MR_TUPLE(bases)->items[i], cls);
        if (r)
            return r;
    }
    return 0;
}

/* The check without hooks. */
int mr_isinstance_plain(MrThread *t, MrValue v, MrValue cls)
{
    if (mr_is_type(cls)) {
        MrType *type = mr_class_of(t, v);
        if (mr_type_is_subtype(type, MR_TYPE(cls)))
            return 1;
        if (mr_is_obj(v) && mr_obj_of(v)->shape < MR_TYPE_COUNT && mr_obj_of(v)->shape != MR_TYPE_weakproxy)
            return 0;
        MrValue claimed = mr_getattr_or(t, v, mr_n(t, __class__));
        if (claimed == MR_ERROR)
            return -1;
        return mr_is_type(claimed) && MR_TYPE(claimed) != type && mr_type_is_subtype(MR_TYPE(claimed), MR_TYPE(cls));
    }
    if (check_class(t, cls, "isinstance", "a type, a tuple of types, or a union") < 0)
        return -1;
    MrValue claimed = mr_getattr_or(t, v, mr_n(t, __class__));
    if (claimed == MR_ERROR)
        return -1;
    return claimed == MR_UNBOUND ? 0 : abstract_issubclass(t, claimed, cls);
}

int mr_issubclass_plain(MrThread *t, MrValue sub, MrValue cls)
{
    if (mr_is_type(sub) && mr_is_type(cls))
        return mr_type_is_subtype(MR_TYPE(sub), MR_TYPE(cls));
    if (check_class(t, sub, "issubclass", "a class") < 0 || check_class(t, cls, "issubclass", "a class, a tuple of classes, or a union") < 0)
        return -1;
    return abstract_issubclass(t, sub, cls);
}

#define MAX_NESTED_TUPLES 10000 /* CPython's bound on its own recursion there */

static int check_hooked(MrThread *t, MrValue v, MrValue cls, MrSlot slot, int (*plain)(MrThread *, MrValue, MrValue), int (*again)(MrThread *, MrValue, MrValue))
{
    if (mr_is_obj(cls) && mr_obj_of(cls)->shape == MR_TYPE_type)
        return plain(t, v, cls);
    const char *what = slot == MR_SLOT_instancecheck ? " in __instancecheck__" : " in __subclasscheck__";
    if (!mr_stack_ok_in(t, what))
        return -1;
    if (mr_is_tuple(cls)) {
        if (t->c_depth >= MAX_NESTED_TUPLES) {
            mr_recursion_error_in(t, what);
            return -1;
        }
        t->c_depth++;
        int r = 0;
        for (size_t i = 0; i < MR_TUPLE(cls)->length && !r; i++)
            r = again(t, v, MR_TUPLE(cls)->items[i]);
        t->c_depth--;
        return r;
    }
    MrType *meta = mr_class_of(t, cls);
    MrValue f = mr_slot_of(t, meta, slot);
    if (f != MR_UNBOUND) {
        MrValue r = call_slot1(t, f, cls, meta, v);
        return r == MR_ERROR ? -1 : mr_truth(t, r);
    }
    return plain(t, v, cls);
}

int mr_isinstance(MrThread *t, MrValue v, MrValue cls)
{
    if (mr_is_type(cls) && mr_class_of(t, v) == MR_TYPE(cls))
        return 1;
    return check_hooked(t, v, cls, MR_SLOT_instancecheck, mr_isinstance_plain, mr_isinstance);
}

int mr_issubclass(MrThread *t, MrValue sub, MrValue cls)
{
    return check_hooked(t, sub, cls, MR_SLOT_subclasscheck, mr_issubclass_plain, mr_issubclass);
}
