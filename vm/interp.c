/* The dispatch loop.
 *
 * Rules for handlers:
 *  1. frame->pc = pc (SAVE) before anything that can raise, run script, or look at the frame stack.
 *  2. Operands are read before the destination is written, except where opcodes.def says M.
 *  3. After anything that can run script, nothing read from an object earlier is trusted, only registers are.
 *  4. A handler that fails jumps to `error` with the exception pending; it has not written its destination.
 *  5. t->top is frame->top whenever C code is called: natives put their frames there.
 *  6. A frame may be replaced in place: awaiting a native coroutine puts the callee's frame into the awaiter's slot, and its return
 *     puts the awaiter's back. Nothing but the slot's entry, mode and dst (how the outermost one answers) survives that.
 * Quickened forms and their guards are made in quicken.c, everything rare is in interp_slow.c.
 */
#include "vm/interp.h"

#include "vm/async/async.h"
#include "vm/async/inline.h"
#include "vm/async/sleep.h"
#include "vm/error.h"
#include "vm/frame.h"
#include "vm/watch.h"

static const uint8_t op_words[] = {
#define OP(name, words, a, b, c, flags, text) words,
#include "compiler/opcodes.def"
#undef OP
};

#define A (pc->a)
#define B (pc->b)
#define C (pc->c)
#define X (pc->x)
#define R(i) (regs[i])
#define K(i) (consts[i])
#define NAME(i) (frame->code->names[i])
#define SAVE() (frame->pc = pc)

/* The two loops: the plain one, and the one of threads that are watched (watch.h), which stops by before each instruction and at calls and returns. */
#ifdef MR_WATCHED_LOOP
#define RUN_LOOP mr_interp_watched
#define DISPATCH() goto step
#define CHANGE_OVER(midway) ((void)0)
#define ENTERED(first)                                     \
    do {                                                   \
        if (!mr_watch_enter(t, frame, first))              \
            goto error;                                    \
    } while (0)
#define LEAVING(how)                                       \
    do {                                                   \
        SAVE();                                            \
        if (!mr_watch_##how(t, frame, result))             \
            goto error;                                    \
    } while (0)
#define RAISED() mr_watch_raised(t, frame)
#define UNWINDING() mr_watch_unwind(t, frame)
#else
#define RUN_LOOP mr_interp_plain
#define DISPATCH() goto *labels[pc->op]
#define CHANGE_OVER(midway)                                \
    do {                                                   \
        if (MR_UNLIKELY(t->watched)) {                     \
            SAVE();                                        \
            return mr_interp_watched(t, midway);           \
        }                                                  \
    } while (0)
#define ENTERED(first) ((void)0)
#define LEAVING(how) ((void)0)
#define RAISED() ((void)0)
#define UNWINDING() ((void)0)
#endif
#define NEXT(words)          \
    do {                     \
        pc += 1 + (words);   \
        DISPATCH();          \
    } while (0)
#define TARGET(name) L_##name:
#define CHECK(v)                            \
    do {                                    \
        if (MR_UNLIKELY((v) == MR_ERROR))   \
            goto error;                     \
    } while (0)
#define CHECK_OK(ok)               \
    do {                           \
        if (MR_UNLIKELY(!(ok)))    \
            goto error;            \
    } while (0)
#define SET_A(v)                \
    do {                        \
        MrValue v_ = (v);       \
        CHECK(v_);              \
        R(A) = v_;              \
    } while (0)

#define BOTH_FLOAT(x, y) (mr_is_float(x) && mr_is_float(y))
#define RAW_FLOAT(d) raw_float(d)

/* Arithmetic on canonical doubles gives canonical NaNs, so no check is needed here. */
static inline MrValue raw_float(double d)
{
    uint64_t bits;
    memcpy(&bits, &d, sizeof bits);
    return bits + MR_DOUBLE_OFFSET;
}

static inline bool as_double(MrValue v, double *d)
{
    if (mr_is_float(v))
        *d = mr_float_of(v);
    else if (mr_is_int(v))
        *d = (double)mr_int_of(v);
    else
        return false;
    return true;
}

static inline int64_t wide(MrValue v) { return (int64_t)(v << 16); }

static inline MrValue narrow(int64_t shifted) { return MR_INT_TAG | (uint64_t)shifted >> 16; }

/* Halving and the like is a shift, and what fits in 32 bits is divided as that: a division of 64 bits takes longer than all else an
 * instruction does, on many machines by far. */
static inline bool is_power_of_two(int64_t y) { return y > 0 && !(y & (y - 1)); }
static inline bool are_short(int64_t x, int64_t y) { return !(((uint64_t)x | (uint64_t)y) >> 32); }

static inline int64_t floor_div(int64_t x, int64_t y)
{
    if (is_power_of_two(y))
        return x >> __builtin_ctzll((uint64_t)y);
    if (are_short(x, y))
        return (uint32_t)x / (uint32_t)y;
    int64_t q = x / y;
    return (x % y != 0 && (x ^ y) < 0) ? q - 1 : q;
}

static inline int64_t floor_mod(int64_t x, int64_t y)
{
    if (is_power_of_two(y))
        return x & (y - 1);
    if (are_short(x, y))
        return (uint32_t)x % (uint32_t)y;
    int64_t r = x % y;
    return r != 0 && (r ^ y) < 0 ? r + y : r;
}

__attribute__((noinline)) static MrValue binary_slow(MrThread *t, MrBinop op, MrValue a, MrValue b, bool inplace)
{
    if (inplace)
        return mr_inplace(t, op, a, b);
    return mr_binary(t, op, a, b);
}

static bool is_builtin_len(MrValue v)
{
    return mr_is_exact(v, MR_TYPE_builtin_function) && !strcmp(((MrNativeFn *)mr_obj_of(v))->def->sig, "len(obj, /)");
}

static const int8_t binop_of[MR_OP_COUNT] = {
#define ROW(op) [MR_OP_##op] = MR_BIN_##op, [MR_OP_##op##_K] = MR_BIN_##op
    ROW(ADD), ROW(SUB), ROW(MUL), ROW(TRUEDIV), ROW(FLOORDIV), ROW(MOD), ROW(POW), ROW(LSHIFT), ROW(RSHIFT), ROW(AND), ROW(OR), ROW(XOR),
    [MR_OP_MATMUL] = MR_BIN_MATMUL, [MR_OP_APPEND] = MR_BIN_ADD,
#undef ROW
};

static const MrCompare compare_of[] = {MR_CMP_EQ, MR_CMP_NE, MR_CMP_LT, MR_CMP_LE, MR_CMP_GT, MR_CMP_GE}; /* in the order of the instructions */

#define MR_TYPE_OF_INSTANCE(iso, v) ((iso)->shapes[mr_obj_of(v)->shape]->type)

/* The method written in Python that is asked first for x OP y, if x is an instance of a class statement's class and the method can be entered at once. */
static inline MrFunction *operator_method(const MrIsolate *iso, MrSlot slot, MrValue x, MrValue y)
{
    if (!mr_is_kind(x, MR_KIND_INSTANCE))
        return NULL;
    const MrType *type = MR_TYPE_OF_INSTANCE(iso, x);
    if (!(type->flags & MR_TYPE_HEAP) || !mr_is_kind(type->slots[slot], MR_KIND_FUNCTION))
        return NULL;
    if (mr_is_obj(y) && mr_obj_of(y)->shape >= MR_TYPE_COUNT && MR_TYPE_OF_INSTANCE(iso, y) != type)
        return NULL; /* a subclass would be asked first */
    MrFunction *fn = (MrFunction *)mr_obj_of(type->slots[slot]);
    return fn->code->simple && fn->code->argcount == 2 ? fn : NULL;
}

static inline bool is_jump_compare(uint8_t op)
{
    return (op >= MR_OP_JUMP_EQ && op <= MR_OP_JUMP_GE) || (op >= MR_OP_JUMP_EQ_K && op <= MR_OP_JUMP_GE_K);
}

/* operator_method's has returned NotImplemented. */
__attribute__((noinline)) static MrValue refused(MrThread *t, const MrInstr *pc, MrValue x, MrValue y)
{
    if (is_jump_compare(pc->op))
        return mr_compare_refused(t, (MrCompare)(pc->op >= MR_OP_JUMP_EQ_K ? compare_of[pc->op - MR_OP_JUMP_EQ_K] : compare_of[pc->op - MR_OP_JUMP_EQ]), x, y);
    if (pc->op >= MR_OP_EQ && pc->op <= MR_OP_GE)
        return mr_compare_refused(t, compare_of[pc->op - MR_OP_EQ], x, y);
    return mr_binary_refused(t, (MrBinop)binop_of[pc->op], x, y, pc->x);
}

/* The index that `key` is in a sequence of n items; n or more: it is none. One comparison finds that it is an int, not negative and in range: the tag of ints is
 * the highest there is, and behind it a negative one is larger than any length. */
static inline uint64_t index_in(MrValue key, size_t n)
{
    uint64_t i = key - MR_INT_TAG;
    if (MR_LIKELY(i < n))
        return i;
    return mr_is_int(key) ? (uint64_t)(mr_int_of(key) + (int64_t)n) : UINT64_MAX;
}

/* The slot of list index `key` or NULL. */
static inline MrValue *list_slot(MrList *l, MrValue key)
{
    uint64_t i = index_in(key, l->length);
    return MR_LIKELY(i < l->length) ? &l->items[i] : NULL;
}

/* Is what FOR_ITER gives a temporary that the instruction behind it takes apart into two? Then nobody else sees it. */
#ifdef MR_WATCHED_LOOP
#define PAIR_FOLLOWS false /* what watches may see the line of that instruction */
#else
#define PAIR_FOLLOWS (pc[2].op == MR_OP_UNPACK && pc[2].b == A && pc[2].c == 2 && A >= frame->code->nlocals)
#endif

#define GUARD(o) (mr_is_obj(o) && mr_obj_of(o)->shape == (uint32_t)pc[1].word && ((MrType *)(uintptr_t)pc[2].word)->version == (uint32_t)(pc[1].word >> 32))

MrValue RUN_LOOP(MrThread *t, bool midway)
{
    static const void *const labels[] = {
#define OP(name, words, a, b, c, flags, text) &&L_##name,
#include "compiler/opcodes.def"
#undef OP
    };
    MrFrame *frame = t->frame;
    MrValue *regs = frame->regs;
    const MrValue *consts = frame->code->consts;
    MrInstr *pc = frame->pc;
    MrIsolate *const iso = t->iso;
    MrValue result, f, *args, left = MR_UNBOUND, right = MR_UNBOUND;
    MrFunction *method;
    size_t argc;

    if (MR_UNLIKELY(midway))
        DISPATCH();
    if (frame->gen) {
        ENTERED(frame->root);
        if (t->pending != MR_UNBOUND)
            goto throw_into;
        goto resumed;
    }
    if (MR_UNLIKELY(mr_poll_bits(iso)) && !mr_poll_slow(t))
        goto error;
    ENTERED(NULL);
    DISPATCH();

#ifdef MR_WATCHED_LOOP
step: /* the instruction at pc comes next */
    if (pc->op >= MR_OP_WATCH)
        mr_watch_untrap(frame->code);
    SAVE();
    if (!t->watched)
        return mr_interp_plain(t, true);
    if (!mr_watch_step(t, frame))
        goto error;
    goto *labels[pc->op];
#endif
    TARGET(WATCH)
    TARGET(WATCH_1)
    TARGET(WATCH_2)
    TARGET(WATCH_3)
    {
        mr_watch_untrap(frame->code);
        CHANGE_OVER(true);
        goto *labels[pc->op];
    }

    TARGET(NOP) NEXT(0);
    TARGET(MOVE) R(A) = R(B); NEXT(0);
    TARGET(LOAD_CONST) R(A) = K((uint32_t)pc->bc); NEXT(0);
    TARGET(LOAD_INT) R(A) = mr_small_int(pc->bc); NEXT(0);
    TARGET(CHECK_LOCAL)
    {
        if (MR_LIKELY(R(A) != MR_UNBOUND))
            NEXT(0);
        SAVE();
        mr_op_unbound_local(t, frame->code, A);
        goto error;
    }
    TARGET(APPEND)
    {
        bool text = mr_is_exact(R(B), MR_TYPE_str) && mr_is_exact(R(C), MR_TYPE_str);
        if (!text && (!mr_is_exact(R(B), MR_TYPE_bytes) || !mr_is_exact(R(C), MR_TYPE_bytes)))
            goto binary_out;
        SAVE();
        SET_A(text ? mr_str_append(t, R(B), R(C)) : mr_bytes_append(t, R(B), R(C)));
        NEXT(0);
    }
    TARGET(SHARE)
    {
        if (mr_is_obj(R(A)) && (mr_obj_of(R(A))->flags & MR_OBJ_UNSHARED) && !(X && is_builtin_len(R(B))))
            mr_text_share(R(A));
        NEXT(0);
    }
    TARGET(DEL_LOCAL)
    {
        if (MR_UNLIKELY(R(A) == MR_UNBOUND && !X)) {
            SAVE();
            mr_op_unbound_local(t, frame->code, A);
            goto error;
        }
        R(A) = MR_UNBOUND;
        NEXT(0);
    }

    /* cells */
    TARGET(MAKE_CELL)
    {
        SAVE();
        MrCell *c = mr_alloc(t, sizeof *c, MR_KIND_CELL, MR_TYPE_cell);
        CHECK_OK(c);
        c->value = R(A);
        R(A) = mr_val(c);
        NEXT(0);
    }
    TARGET(LOAD_CELL)
    {
        MrValue v = ((MrCell *)mr_obj_of(R(B)))->value;
        if (MR_UNLIKELY(v == MR_UNBOUND)) {
            SAVE();
            mr_op_unbound_local(t, frame->code, B);
            goto error;
        }
        R(A) = v;
        NEXT(0);
    }
    TARGET(STORE_CELL)
    {
        MrObj *c = mr_obj_of(R(A));
        ((MrCell *)c)->value = R(B);
        mr_write_barrier(t, c, R(B));
        NEXT(0);
    }
    TARGET(DEL_CELL)
    {
        MrCell *c = (MrCell *)mr_obj_of(R(A));
        if (MR_UNLIKELY(c->value == MR_UNBOUND && !X)) {
            SAVE();
            mr_op_unbound_local(t, frame->code, A);
            goto error;
        }
        c->value = MR_UNBOUND;
        NEXT(0);
    }
    TARGET(LOAD_FREE)
    {
        MrValue v = ((MrCell *)mr_obj_of(frame->function->closure->items[B]))->value;
        if (MR_UNLIKELY(v == MR_UNBOUND)) {
            SAVE();
            mr_op_unbound_free(t, frame->code, B);
            goto error;
        }
        R(A) = v;
        NEXT(0);
    }
    TARGET(STORE_FREE)
    {
        MrObj *c = mr_obj_of(frame->function->closure->items[A]);
        ((MrCell *)c)->value = R(B);
        mr_write_barrier(t, c, R(B));
        NEXT(0);
    }
    TARGET(DEL_FREE)
    {
        MrCell *c = (MrCell *)mr_obj_of(frame->function->closure->items[A]);
        if (MR_UNLIKELY(c->value == MR_UNBOUND)) {
            SAVE();
            mr_op_unbound_free(t, frame->code, A);
            goto error;
        }
        c->value = MR_UNBOUND;
        NEXT(0);
    }
    TARGET(LOAD_CLOSURE) R(A) = frame->function->closure->items[B]; NEXT(0);
    TARGET(LOAD_CLASS_FREE) SAVE(); SET_A(mr_op_load_class_free(t, frame, frame->ns, B)); NEXT(0);

    /* names */
    TARGET(LOAD_GLOBAL)
    {
        MrDict *g = frame->function->globals;
        if (MR_LIKELY(g->version && g->version == (uint32_t)pc[1].word)) {
            uint32_t i = (uint32_t)(pc[1].word >> 32);
            if (i != UINT32_MAX) {
                R(A) = g->entries[i].value;
                NEXT(2);
            }
            MrDict *b = frame->function->builtins;
            if (MR_LIKELY(b->version == (uint32_t)pc[2].word)) {
                R(A) = b->entries[pc[2].word >> 32].value;
                NEXT(2);
            }
        }
        SAVE();
        SET_A(mr_op_load_global(t, frame, pc));
        NEXT(2);
    }
    TARGET(STORE_GLOBAL)
    {
        MrDict *g = frame->function->globals;
        if (MR_LIKELY(g->version && g->version == (uint32_t)pc[1].word)) {
            g->entries[pc[1].word >> 32].value = R(A);
            mr_write_barrier(t, g, R(A));
            NEXT(2);
        }
        SAVE();
        CHECK_OK(mr_op_store_global(t, g, pc, R(A)));
        NEXT(2);
    }
    TARGET(DEL_GLOBAL) SAVE(); CHECK_OK(mr_op_del_global(t, frame, NAME(B))); NEXT(0);
    TARGET(LOAD_NAME)
    {
        MrDict *g = frame->function->globals;
        if (MR_LIKELY(frame->ns == mr_val(g)))
            goto L_LOAD_GLOBAL;
        SAVE();
        SET_A(mr_op_load_name(t, frame, pc));
        NEXT(2);
    }
    TARGET(STORE_NAME)
    {
        if (MR_LIKELY(frame->ns == mr_val(frame->function->globals)))
            goto L_STORE_GLOBAL;
        SAVE();
        CHECK_OK(mr_op_store_name(t, frame, pc, R(A)));
        NEXT(2);
    }
    TARGET(DEL_NAME) SAVE(); CHECK_OK(mr_op_del_name(t, frame, NAME(B))); NEXT(0);
    TARGET(LOAD_LOCALS) R(A) = frame->ns == MR_UNBOUND ? mr_val(frame->function->globals) : frame->ns; NEXT(0);
    TARGET(LOAD_NAME_IN) SAVE(); SET_A(mr_op_load_name_in(t, frame, R(C), NAME(B))); NEXT(0);
    TARGET(LOAD_FREE_IN) SAVE(); SET_A(mr_op_load_class_free(t, frame, R(C), B)); NEXT(0);

    /* arithmetic: int/int and float/float inline, the rest outside */
#define ARITH(name, int_case, float_expr)                                                     \
    TARGET(name)                                                                              \
    {                                                                                         \
        MrValue x = R(B), y = R(C);                                                           \
        if (MR_LIKELY(mr_both_int(x, y))) {                                                   \
            int_case;                                                                         \
        } else if (MR_LIKELY(BOTH_FLOAT(x, y))) {                                             \
            double p = mr_float_of(x), q = mr_float_of(y);                                    \
            R(A) = RAW_FLOAT(float_expr);                                                     \
            NEXT(0);                                                                          \
        } else {                                                                              \
            double p, q;                                                                      \
            if (as_double(x, &p) && as_double(y, &q)) {                                       \
                R(A) = RAW_FLOAT(float_expr);                                                 \
                NEXT(0);                                                                      \
            }                                                                                 \
        }                                                                                     \
        goto binary_out;                                                                      \
    }                                                                                         \
    TARGET(name##_K)                                                                          \
    {                                                                                         \
        MrValue x = R(B), y = K(C);                                                           \
        if (MR_LIKELY(mr_both_int(x, y))) {                                                   \
            int_case;                                                                         \
        } else if (MR_LIKELY(BOTH_FLOAT(x, y))) {                                             \
            double p = mr_float_of(x), q = mr_float_of(y);                                    \
            R(A) = RAW_FLOAT(float_expr);                                                     \
            NEXT(0);                                                                          \
        } else {                                                                              \
            double p, q;                                                                      \
            if (as_double(x, &p) && as_double(y, &q)) {                                       \
                R(A) = RAW_FLOAT(float_expr);                                                 \
                NEXT(0);                                                                      \
            }                                                                                 \
        }                                                                                     \
        goto binary_k_out;                                                                    \
    }
#define ADD_INT                                                    \
    int64_t r;                                                     \
    if (MR_LIKELY(!__builtin_add_overflow(wide(x), wide(y), &r))) {\
        R(A) = narrow(r);                                          \
        NEXT(0);                                                   \
    }
#define SUB_INT                                                    \
    int64_t r;                                                     \
    if (MR_LIKELY(!__builtin_sub_overflow(wide(x), wide(y), &r))) {\
        R(A) = narrow(r);                                          \
        NEXT(0);                                                   \
    }
#define MUL_INT                                                         \
    int64_t r;                                                          \
    if (MR_LIKELY(!__builtin_mul_overflow(mr_int_of(x), wide(y), &r))) {\
        R(A) = narrow(r);                                               \
        NEXT(0);                                                        \
    }
    ARITH(ADD, ADD_INT, p + q)
    ARITH(SUB, SUB_INT, p - q)
    ARITH(MUL, MUL_INT, p * q)

#define DIVIDE(name, load_y, out)                                                   \
    TARGET(name)                                                                    \
    {                                                                               \
        double p, q;                                                                \
        if (MR_LIKELY(as_double(R(B), &p) && as_double(load_y, &q) && q != 0)) {    \
            R(A) = RAW_FLOAT(p / q);                                                \
            NEXT(0);                                                                \
        }                                                                           \
        goto out;                                                                   \
    }
    DIVIDE(TRUEDIV, R(C), binary_out)
    DIVIDE(TRUEDIV_K, K(C), binary_k_out)

#define INT_ONLY(name, load_y, out, cond, expr)                        \
    TARGET(name)                                                       \
    {                                                                  \
        MrValue x = R(B), y = load_y;                                  \
        if (MR_LIKELY(mr_both_int(x, y))) {                            \
            int64_t m = mr_int_of(x), n = mr_int_of(y);                \
            (void)m;                                                   \
            (void)n;                                                   \
            if (MR_LIKELY(cond)) {                                     \
                R(A) = expr;                                           \
                NEXT(0);                                               \
            }                                                          \
        }                                                              \
        goto out;                                                      \
    }
#define INT_PAIR(name, cond, expr)                   \
    INT_ONLY(name, R(C), binary_out, cond, expr)     \
    INT_ONLY(name##_K, K(C), binary_k_out, cond, expr)
    INT_PAIR(FLOORDIV, n != 0 && !(m == MR_INT_MIN && n == -1), mr_small_int(floor_div(m, n)))
    INT_PAIR(MOD, n != 0, mr_small_int(floor_mod(m, n)))
    INT_PAIR(LSHIFT, n >= 0 && n < 47 && m >= -((int64_t)1 << (47 - n)) && m < (int64_t)1 << (47 - n), mr_small_int((int64_t)((uint64_t)m << n)))
    INT_PAIR(RSHIFT, n >= 0, mr_small_int(m >> (n > 63 ? 63 : n)))
    INT_PAIR(AND, true, x & y)
    INT_PAIR(OR, true, x | y)
    INT_PAIR(XOR, true, (x ^ y) | MR_INT_TAG)
    INT_PAIR(POW, n == 2 && m < 1 << 23 && m > -(1 << 23), mr_small_int(m * m))
    TARGET(MATMUL) goto binary_out;

binary_out:
    right = R(C);
    goto binary;
binary_k_out:
    right = K(C);
binary:
    SAVE();
    method = operator_method(iso, (MrSlot)(MR_SLOT_add + binop_of[pc->op]), R(B), right);
    if (method && !(X && MR_TYPE_OF_INSTANCE(iso, R(B))->slots[MR_SLOT_iadd + binop_of[pc->op]] != MR_UNBOUND)) {
        left = R(B);
        goto call_operator;
    }
    SET_A(binary_slow(t, (MrBinop)binop_of[pc->op], R(B), right, X));
    NEXT(0);

call_operator: /* method(left, right): a frame instead of a call of the loop by itself */
{
    MrValue *window = frame->top + 2;
    if (MR_UNLIKELY(window + 64 >= t->stack_end)) {
        mr_recursion_error(t);
        goto error;
    }
    window[-2] = window[0] = left;
    window[-1] = window[1] = right;
    CHECK_OK(mr_push_frame(t, method, window));
    t->frame->mode = MR_FRAME_OPERATOR;
    goto enter;
}

    TARGET(NEG)
    {
        MrValue v = R(B);
        if (mr_is_int(v) && mr_int_of(v) != MR_INT_MIN)
            R(A) = mr_small_int(-mr_int_of(v));
        else if (mr_is_float(v))
            R(A) = mr_float(-mr_float_of(v));
        else {
            SAVE();
            SET_A(mr_unary(t, MR_SLOT_neg, v));
        }
        NEXT(0);
    }
    TARGET(POS) SAVE(); SET_A(mr_unary(t, MR_SLOT_pos, R(B))); NEXT(0);
    TARGET(INVERT) SAVE(); SET_A(mr_unary(t, MR_SLOT_invert, R(B))); NEXT(0);
    TARGET(NOT)
    {
        MrValue v = R(B);
        if (mr_is_bool(v)) {
            R(A) = v ^ 1;
            NEXT(0);
        }
        SAVE();
        int truth = mr_truth(t, v);
        CHECK_OK(truth >= 0);
        R(A) = mr_bool(!truth);
        NEXT(0);
    }

    /* comparisons */
#define COMPARE(name, op)                                                        \
    TARGET(name)                                                                 \
    {                                                                            \
        MrValue x = R(B), y = R(C);                                              \
        if (MR_LIKELY(mr_both_int(x, y)))                                        \
            R(A) = mr_bool(wide(x) op wide(y));                                  \
        else if (BOTH_FLOAT(x, y))                                               \
            R(A) = mr_bool(mr_float_of(x) op mr_float_of(y));                    \
        else {                                                                   \
            SAVE();                                                              \
            method = operator_method(iso, MR_SLOT_lt + MR_CMP_##name, x, y);     \
            if (method) {                                                        \
                left = x;                                                        \
                right = y;                                                       \
                goto call_operator;                                              \
            }                                                                    \
            SET_A(mr_op_compare_slow(t, MR_CMP_##name, x, y));                   \
        }                                                                        \
        NEXT(0);                                                                 \
    }
    COMPARE(EQ, ==)
    COMPARE(NE, !=)
    COMPARE(LT, <)
    COMPARE(LE, <=)
    COMPARE(GT, >)
    COMPARE(GE, >=)
    TARGET(IS) R(A) = mr_bool((R(B) == R(C)) != X); NEXT(0);
    TARGET(IN)
    {
        SAVE();
        int found = mr_contains(t, R(C), R(B));
        CHECK_OK(found >= 0);
        R(A) = mr_bool(found != X);
        NEXT(0);
    }

    /* jumps */
    TARGET(JUMP) pc += pc->bc; DISPATCH();
    TARGET(JUMP_BACK)
    {
        if (MR_UNLIKELY(mr_poll_bits(iso))) {
            SAVE();
            CHECK_OK(mr_poll_slow(t));
            CHANGE_OVER(true);
        }
        pc += pc->bc;
        DISPATCH();
    }
#define JUMP_TRUTH(name, sense)                   \
    TARGET(name)                                  \
    {                                             \
        MrValue v = R(A);                         \
        int truth;                                \
        if (MR_LIKELY(mr_is_bool(v))) {           \
            truth = v & 1;                        \
        } else {                                  \
            SAVE();                               \
            truth = mr_truth(t, v);               \
            CHECK_OK(truth >= 0);                 \
        }                                         \
        pc += truth == sense ? pc->bc : 1;        \
        DISPATCH();                               \
    }
    JUMP_TRUTH(JUMP_IF_TRUE, 1)
    JUMP_TRUTH(JUMP_IF_FALSE, 0)
    TARGET(JUMP_IF_NONE) pc += R(A) == MR_NONE ? pc->bc : 1; DISPATCH();
    TARGET(JUMP_IF_NOT_NONE) pc += R(A) != MR_NONE ? pc->bc : 1; DISPATCH();
#define JUMP_COMPARE(name, load_y, cmp, op)                              \
    TARGET(name)                                                         \
    {                                                                    \
        MrValue x = R(A), y = load_y;                                    \
        int truth;                                                       \
        if (MR_LIKELY(mr_both_int(x, y))) {                              \
            truth = wide(x) op wide(y);                                  \
        } else if (BOTH_FLOAT(x, y)) {                                   \
            truth = mr_float_of(x) op mr_float_of(y);                    \
        } else {                                                         \
            SAVE();                                                      \
            method = operator_method(iso, MR_SLOT_lt + cmp, x, y);       \
            if (method) {                                                \
                left = x;                                                \
                right = y;                                               \
                goto call_operator;                                      \
            }                                                            \
            MrValue v = mr_op_compare_slow(t, cmp, x, y);                \
            CHECK(v);                                                    \
            truth = mr_is_bool(v) ? (int)(v & 1) : mr_truth(t, v);       \
            CHECK_OK(truth >= 0);                                        \
        }                                                                \
        pc += truth == X ? (int16_t)C : 1;                               \
        DISPATCH();                                                      \
    }
    JUMP_COMPARE(JUMP_EQ, R(B), MR_CMP_EQ, ==)
    JUMP_COMPARE(JUMP_NE, R(B), MR_CMP_NE, !=)
    JUMP_COMPARE(JUMP_LT, R(B), MR_CMP_LT, <)
    JUMP_COMPARE(JUMP_LE, R(B), MR_CMP_LE, <=)
    JUMP_COMPARE(JUMP_GT, R(B), MR_CMP_GT, >)
    JUMP_COMPARE(JUMP_GE, R(B), MR_CMP_GE, >=)
    JUMP_COMPARE(JUMP_EQ_K, K(B), MR_CMP_EQ, ==)
    JUMP_COMPARE(JUMP_NE_K, K(B), MR_CMP_NE, !=)
    JUMP_COMPARE(JUMP_LT_K, K(B), MR_CMP_LT, <)
    JUMP_COMPARE(JUMP_LE_K, K(B), MR_CMP_LE, <=)
    JUMP_COMPARE(JUMP_GT_K, K(B), MR_CMP_GT, >)
    JUMP_COMPARE(JUMP_GE_K, K(B), MR_CMP_GE, >=)

    /* attributes */
    TARGET(LOAD_ATTR) SAVE(); SET_A(mr_op_load_attr(t, frame, pc, R(B))); NEXT(3);
    TARGET(LOAD_ATTR_SLOT)
    {
        MrValue o = R(B);
        if (MR_LIKELY(GUARD(o))) {
            MrValue v = *(MrValue *)((char *)mr_obj_of(o) + pc[3].word);
            if (MR_LIKELY(v != MR_UNBOUND)) {
                R(A) = v;
                NEXT(3);
            }
        }
        goto L_LOAD_ATTR;
    }
    TARGET(LOAD_ATTR_EXTRA)
    {
        MrValue o = R(B);
        if (MR_LIKELY(GUARD(o))) {
            R(A) = *mr_extra_slot(mr_obj_of(o), pc[3].word);
            NEXT(3);
        }
        goto L_LOAD_ATTR;
    }
    TARGET(LOAD_ATTR_CLASS)
    {
        if (MR_LIKELY(GUARD(R(B)))) {
            R(A) = pc[3].word;
            NEXT(3);
        }
        goto L_LOAD_ATTR;
    }
    TARGET(LOAD_ATTR_MODULE)
    {
        MrValue o = R(B);
        if (MR_LIKELY(mr_is_obj(o) && mr_obj_of(o)->kind == MR_KIND_MODULE)) {
            MrDict *d = ((MrModule *)mr_obj_of(o))->dict;
            if (MR_LIKELY(d->version && d->version == (uint32_t)pc[1].word)) {
                R(A) = d->entries[pc[1].word >> 32].value;
                NEXT(3);
            }
        }
        goto L_LOAD_ATTR;
    }
    TARGET(LOAD_ATTR_PROPERTY)
    {
        MrValue o = R(B);
        if (MR_UNLIKELY(!GUARD(o)))
            goto L_LOAD_ATTR;
        SAVE();
        MrValue *window = frame->top;
        MrFunction *getter = (MrFunction *)(uintptr_t)pc[3].word;
        window[0] = o;
        CHECK_OK(mr_push_frame(t, getter, window));
        t->frame->dst = A;
        goto enter;
    }
    TARGET(STORE_ATTR) SAVE(); CHECK_OK(mr_op_store_attr(t, frame, pc, R(A), R(B))); NEXT(3);
    TARGET(STORE_ATTR_SLOT)
    {
        MrValue o = R(A);
        if (MR_LIKELY(GUARD(o))) {
            *(MrValue *)((char *)mr_obj_of(o) + pc[3].word) = R(B);
            mr_write_barrier(t, mr_obj_of(o), R(B));
            NEXT(3);
        }
        goto L_STORE_ATTR;
    }
    TARGET(STORE_ATTR_EXTRA)
    {
        MrValue o = R(A);
        if (MR_LIKELY(GUARD(o))) {
            *mr_extra_slot(mr_obj_of(o), pc[3].word) = R(B);
            mr_write_barrier(t, mr_obj_of(o), R(B));
            NEXT(3);
        }
        goto L_STORE_ATTR;
    }
    TARGET(STORE_ATTR_ADD)
    {
        MrValue o = R(A);
        if (MR_LIKELY(GUARD(o))) {
            *(MrValue *)((char *)mr_obj_of(o) + (uint32_t)pc[3].word) = R(B);
            mr_obj_of(o)->shape = (uint32_t)(pc[3].word >> 32);
            mr_write_barrier(t, mr_obj_of(o), R(B));
            NEXT(3);
        }
        goto L_STORE_ATTR;
    }
    TARGET(DEL_ATTR) SAVE(); CHECK_OK(mr_setattr(t, R(A), NAME(C), MR_UNBOUND)); NEXT(0);
    TARGET(LOAD_METHOD)
    {
        SAVE();
        MrValue out[2];
        CHECK_OK(mr_op_load_method(t, frame, pc, R(B), out));
        R(A) = out[0];
        R(A + 1) = out[1];
        NEXT(3);
    }
    TARGET(LOAD_METHOD_CLASS)
    {
        MrValue o = R(B);
        if (MR_LIKELY(GUARD(o))) {
            R(A) = pc[3].word;
            R(A + 1) = o;
            NEXT(3);
        }
        goto L_LOAD_METHOD;
    }
    TARGET(LOAD_METHOD_MODULE)
    {
        MrValue o = R(B);
        if (MR_LIKELY(mr_is_obj(o) && mr_obj_of(o)->kind == MR_KIND_MODULE)) {
            MrDict *d = ((MrModule *)mr_obj_of(o))->dict;
            if (MR_LIKELY(d->version && d->version == (uint32_t)pc[1].word)) {
                R(A) = d->entries[pc[1].word >> 32].value;
                R(A + 1) = MR_UNBOUND;
                NEXT(3);
            }
        }
        goto L_LOAD_METHOD;
    }
    TARGET(LOAD_METHOD_NUMBER)
    {
        MrValue o = R(B);
        if (MR_LIKELY(pc[1].word ? mr_is_float(o) : mr_is_int(o))) {
            R(A) = pc[3].word;
            R(A + 1) = o;
            NEXT(3);
        }
        goto L_LOAD_METHOD;
    }
    TARGET(LOAD_SUPER_ATTR)
    {
        SAVE();
        MrValue out[2];
        CHECK_OK(mr_op_load_super(t, frame, pc, out, false));
        R(A) = out[0];
        NEXT(0);
    }
    TARGET(LOAD_SUPER_METHOD)
    {
        SAVE();
        MrValue out[2];
        CHECK_OK(mr_op_load_super(t, frame, pc, out, true));
        R(A) = out[0];
        R(A + 1) = out[1];
        NEXT(0);
    }

    /* subscripts */
#define GETITEM_BODY(load_key)                                                  \
    {                                                                           \
        MrValue o = R(B), key = load_key;                                       \
        if (MR_LIKELY(mr_is_obj(o))) {                                          \
            MrObj *obj = mr_obj_of(o);                                          \
            if (obj->shape == MR_TYPE_list) {                                   \
                MrValue *slot = list_slot((MrList *)obj, key);                  \
                if (MR_LIKELY(slot != NULL)) {                                  \
                    R(A) = *slot;                                               \
                    NEXT(0);                                                    \
                }                                                               \
            } else if (obj->shape == MR_TYPE_dict) {                            \
                SAVE();                                                         \
                MrValue v = mr_dict_get(t, (MrDict *)obj, key);                 \
                if (MR_LIKELY(v > MR_ERROR)) {                                  \
                    R(A) = v;                                                   \
                    NEXT(0);                                                    \
                }                                                               \
                if (v == MR_UNBOUND)                                            \
                    mr_raise_type_value(t, MR_EXC_KeyError, key);               \
                goto error;                                                     \
            } else if (obj->shape == MR_TYPE_tuple) {                           \
                MrTuple *tuple = (MrTuple *)obj;                                \
                uint64_t i = index_in(key, tuple->length);                      \
                if (MR_LIKELY(i < tuple->length)) {                             \
                    R(A) = tuple->items[i];                                     \
                    NEXT(0);                                                    \
                }                                                               \
            } else if (obj->shape == MR_TYPE_str) {                             \
                MrStr *s = (MrStr *)obj;                                        \
                uint64_t i = index_in(key, s->length);                          \
                if (mr_str_is_ascii(s) && i < s->length) {                      \
                    MrValue one = iso->chars[(uint8_t)s->bytes[i]];             \
                    if (MR_LIKELY(one != MR_UNBOUND)) {                         \
                        R(A) = one;                                             \
                        NEXT(0);                                                \
                    }                                                           \
                }                                                               \
            }                                                                   \
        }                                                                       \
        SAVE();                                                                 \
        SET_A(mr_getitem(t, o, key));                                           \
        NEXT(0);                                                                \
    }
    TARGET(GETITEM) GETITEM_BODY(R(C))
    TARGET(GETITEM_K) GETITEM_BODY(K(C))
    TARGET(SETITEM)
    {
        MrValue o = R(A);
        if (MR_LIKELY(mr_is_obj(o))) {
            MrObj *obj = mr_obj_of(o);
            if (obj->shape == MR_TYPE_list) {
                MrValue *slot = list_slot((MrList *)obj, R(B));
                if (MR_LIKELY(slot != NULL)) {
                    *slot = R(C);
                    mr_write_barrier(t, obj, R(C));
                    NEXT(0);
                }
            } else if (obj->shape == MR_TYPE_dict) {
                SAVE();
                CHECK_OK(mr_dict_set(t, (MrDict *)obj, R(B), R(C)));
                NEXT(0);
            }
        }
        SAVE();
        CHECK_OK(mr_setitem(t, o, R(B), R(C)));
        NEXT(0);
    }
    TARGET(DELITEM) SAVE(); CHECK_OK(mr_delitem(t, R(A), R(B))); NEXT(0);
    TARGET(GET_SLICE) SAVE(); SET_A(mr_op_get_slice(t, R(B), &R(C))); NEXT(0);
    TARGET(BUILD_SLICE) SAVE(); SET_A(mr_slice_new(t, R(B), R(B + 1), C == 3 ? R(B + 2) : MR_NONE)); NEXT(0);

    /* building */
    TARGET(BUILD_TUPLE) SAVE(); SET_A(mr_tuple_from(t, &R(B), C)); NEXT(0);
    TARGET(BUILD_LIST) SAVE(); SET_A(mr_list_from(t, &R(B), C)); NEXT(0);
    TARGET(BUILD_SET)
    {
        SAVE();
        MrValue s = mr_set_new(t, false);
        CHECK(s);
        for (uint32_t i = 0; i < C; i++)
            CHECK_OK(mr_set_add(t, s, R(B + i)));
        R(A) = s;
        NEXT(0);
    }
    TARGET(BUILD_MAP)
    {
        SAVE();
        MrDict *d = mr_dict_new(t);
        CHECK_OK(d);
        for (uint32_t i = 0; i < C; i++)
            CHECK_OK(mr_dict_set(t, d, R(B + 2 * i), R(B + 2 * i + 1)));
        R(A) = mr_val(d);
        NEXT(0);
    }
    TARGET(BUILD_STRING) SAVE(); SET_A(mr_op_build_string(t, &R(B), C)); NEXT(0);
    TARGET(FORMAT_VALUE) SAVE(); SET_A(mr_op_format(t, R(B), X, X & 4 ? R(C) : MR_UNBOUND)); NEXT(0);
    TARGET(LIST_APPEND)
    {
        MrList *l = MR_LIST(R(A));
        if (MR_LIKELY(l->length < l->capacity)) {
            l->items[l->length++] = R(B);
            mr_write_barrier(t, l, R(B));
            NEXT(0);
        }
        SAVE();
        CHECK_OK(mr_list_append(t, R(A), R(B)));
        NEXT(0);
    }
    TARGET(SET_ADD) SAVE(); CHECK_OK(mr_set_add(t, R(A), R(B))); NEXT(0);
    TARGET(MAP_ADD) SAVE(); CHECK_OK(mr_dict_set(t, MR_DICT(R(A)), R(B), R(C))); NEXT(0);
    TARGET(LIST_EXTEND) SAVE(); CHECK_OK(mr_op_list_extend(t, R(A), R(B), MR_UNBOUND)); NEXT(0);
    TARGET(SET_UPDATE) SAVE(); CHECK_OK(mr_set_update(t, R(A), R(B))); NEXT(0);
    TARGET(DICT_UPDATE) SAVE(); CHECK_OK(mr_op_dict_update(t, R(A), R(B))); NEXT(0);
    TARGET(DICT_MERGE) SAVE(); CHECK_OK(mr_op_dict_merge(t, R(A), R(B), R(C))); NEXT(0);
    TARGET(LIST_TO_TUPLE) SAVE(); SET_A(mr_tuple_from(t, MR_LIST(R(B))->items, MR_LIST(R(B))->length)); NEXT(0);
    TARGET(UNPACK)
    {
        MrValue v = R(B), *items;
        size_t n;
        if (mr_is_obj(v) && (mr_obj_of(v)->shape == MR_TYPE_tuple || mr_obj_of(v)->shape == MR_TYPE_list)) {
            mr_sequence_items(v, &items, &n);
            if (MR_LIKELY(n == C)) {
                for (size_t i = 0; i < n; i++)
                    R(A + i) = items[i];
                NEXT(0);
            }
        }
        SAVE();
        CHECK_OK(mr_op_unpack(t, v, &R(A), C));
        NEXT(0);
    }
    TARGET(UNPACK_EX) SAVE(); CHECK_OK(mr_op_unpack_ex(t, R(B), &R(A), C, X)); NEXT(0);

    /* calls */
    TARGET(CALL)
    {
        f = R(B);
        args = &R(B + 2);
        argc = C;
        goto call;
    }
    TARGET(CALL_METHOD)
    {
        f = R(B);
        args = &R(B + 2);
        argc = C;
        if (R(B + 1) != MR_UNBOUND) {
            args--;
            argc++;
            if (mr_is_obj(f) && mr_obj_of(f)->kind == MR_KIND_NATIVE) { /* found on the receiver's own type: no check of it */
                MrNativeFn *nf = (MrNativeFn *)mr_obj_of(f);
                if (MR_LIKELY(nf->plain && nf->nparams == argc)) {
                    SAVE();
                    result = nf->fn(t, args);
                    CHECK(result);
                    R(A) = result;
                    NEXT(0);
                }
                SAVE();
                if (nf->self == MR_UNBOUND && mr_native_quick(t, nf, argc, args, &result)) {
                    CHECK(result);
                    R(A) = result;
                    NEXT(0);
                }
            }
        }
        goto call;
    }
call:
    SAVE();
    if (MR_LIKELY(mr_is_obj(f))) {
        MrObj *o = mr_obj_of(f);
    call_object:
        switch (o->kind) {
        case MR_KIND_FUNCTION: {
            MrFunction *fn = (MrFunction *)o;
            MrCode *code = fn->code;
            if (MR_LIKELY(code->simple && argc == code->argcount)) {
                MrValue *window = args;
                if (frame->gen) {
                    window = frame->top;
                    if (MR_UNLIKELY(window + argc + 64 >= t->stack_end)) {
                        mr_recursion_error(t);
                        goto error;
                    }
                    mr_copy_few(window, args, argc);
                }
                MrFrame *callee = frame + 1;
                if (MR_UNLIKELY(callee >= t->frames_limit || window + code->nregs + 64 >= t->stack_end)) {
                    mr_recursion_error(t);
                    goto error;
                }
                uint16_t dst = A;
                for (uint32_t i = (uint32_t)argc, n = code->nlocals; i < n; i++)
                    window[i] = MR_UNBOUND;
                frame = callee;
                frame->function = fn;
                frame->code = code;
                frame->regs = regs = window;
                frame->top = t->top = window + code->nregs;
                frame->ns = MR_UNBOUND;
                frame->gen = NULL;
                frame->frame_object = MR_UNBOUND;
                frame->dst = dst;
                frame->entry = 0;
                frame->mode = MR_FRAME_VALUE;
                frame->pc = pc = code->code;
                t->frame = frame;
                consts = code->consts;
                if (MR_UNLIKELY(mr_poll_bits(iso))) {
                    CHECK_OK(mr_poll_slow(t));
                    CHANGE_OVER(false);
                }
                ENTERED(NULL);
                DISPATCH();
            }
#ifndef MR_WATCHED_LOOP
            if (fn->h.aux) { /* await queue.get(), await asyncio.sleep(0) and the like: see async/inline.c. Nothing is bound where all is given */
                MrInstr *next = pc + 1 + op_words[pc->op];
                MrValue given[2];
                const MrValue *all = argc == code->argcount ? args : NULL;
                if (fn->h.aux == MR_TWIN_SLEEP && argc == 1 && fn->defaults != MR_NONE) {
                    given[0] = args[0];
                    given[1] = MR_TUPLE(fn->defaults)->items[MR_TUPLE(fn->defaults)->length - 1];
                    all = given;
                }
                if (MR_LIKELY(all && next->op == MR_OP_GET_AWAITABLE && next->b == A && A >= frame->code->nlocals)) { /* no local that keeps what is awaited */
                    switch (mr_await_inline(t, fn, all, &result)) {
                    case MR_INLINE_DONE:
                        pc = next + 2; /* behind LOAD_CONST None: at SEND */
                        R(A) = result;
                        NEXT(0);
                    case MR_INLINE_WAIT:
                        pc = next;
                        R(A) = result;
                        NEXT(0);
                    case MR_INLINE_ERROR: goto error;
                    default: break;
                    }
                }
            }
#endif
            {
                /* bound in place, or behind the frame where a generator's allocation finds what it is given */
                bool behind = frame->gen || args + code->nparams > frame->top || code->flags & (MR_CODE_GENERATOR | MR_CODE_COROUTINE | MR_CODE_ASYNC_GENERATOR);
                MrValue *window = behind ? frame->top : args;
                if (MR_UNLIKELY(window + code->nparams + 64 >= t->stack_end)) {
                    mr_recursion_error(t);
                    goto error;
                }
                if (window != args)
                    for (uint32_t i = 0; i < code->nparams; i++)
                        window[i] = MR_UNBOUND;
                size_t missing = code->argcount - argc;
                if (MR_LIKELY(code->plain_params && argc <= code->argcount &&
                              (missing == 0 || (fn->defaults != MR_NONE && missing <= MR_TUPLE(fn->defaults)->length)))) {
                    for (size_t i = 0; i < argc; i++) /* window is args or lies above; words, since a call of memmove costs more */
                        window[i] = args[i];
                    const MrValue *defaults = missing ? MR_TUPLE(fn->defaults)->items + MR_TUPLE(fn->defaults)->length - missing : NULL;
                    for (size_t i = 0; i < missing; i++)
                        window[argc + i] = defaults[i];
                    args = window;
                    goto bound;
                }
                if (window + code->nparams > t->top)
                    t->top = window + code->nparams;
                bool ok = mr_bind_args(t, fn, argc, args, NULL, window);
                t->top = frame->top;
                CHECK_OK(ok);
                args = window;
                goto bound;
            }
        }
        case MR_KIND_NATIVE: {
            MrNativeFn *nf = (MrNativeFn *)o;
            if (nf->self != MR_UNBOUND && args > &R(B)) {
                if (nf->plain && nf->nparams == argc + 1) {
                    args[-1] = nf->self;
                    result = nf->fn(t, args - 1);
                    CHECK(result);
                    R(A) = result;
                    NEXT(0);
                }
            } else if (nf->plain && nf->nparams == argc && o->shape == MR_TYPE_builtin_function) {
                result = nf->fn(t, args);
                CHECK(result);
                R(A) = result;
                NEXT(0);
            }
            if (nf->self != MR_UNBOUND || o->shape != MR_TYPE_builtin_function || !mr_native_quick(t, nf, argc, args, &result))
                result = mr_native_call(t, nf, argc, args, NULL);
            CHECK(result);
            R(A) = result;
            NEXT(0);
        }
        case MR_KIND_METHOD:
            if (args > &R(B)) {
                *--args = ((MrMethod *)o)->self;
                argc++;
                f = ((MrMethod *)o)->function;
                if (mr_is_obj(f)) {
                    o = mr_obj_of(f);
                    goto call_object;
                }
            }
            break;
        case MR_KIND_TYPE: {
            MrType *type = (MrType *)o;
            MrType *object = iso->types[MR_TYPE_object];
            if (type->flags & MR_TYPE_HEAP && o->shape == MR_TYPE_type && type->slots[MR_SLOT_new] == object->slots[MR_SLOT_new] &&
                !(type->flags & MR_TYPE_ABSTRACT) && args == &R(B + 2)) {
                MrValue init = type->slots[MR_SLOT_init];
                MrFunction *fn = (MrFunction *)mr_obj_of(init);
                if (MR_LIKELY(mr_is_obj(init)) && fn->h.kind == MR_KIND_FUNCTION && fn->code->simple && fn->code->argcount == argc + 1) {
                    MrObj *self = mr_alloc_instance(t, sizeof(MrInstance), type);
                    CHECK_OK(self);
                    MrValue *window = &R(B + 1);
                    if (frame->gen) {
                        window = frame->top + 1;
                        CHECK_OK(window + argc + 64 < t->stack_end || mr_recursion_error(t) != MR_ERROR);
                        mr_copy_few(window + 1, args, argc);
                    }
                    window[-1] = window[0] = mr_val(self);
                    CHECK_OK(mr_push_frame(t, fn, window));
                    t->frame->dst = A;
                    t->frame->mode = MR_FRAME_INIT;
                    goto enter;
                }
            } else if (argc == 1 && !(type->flags & MR_TYPE_HEAP) && o->shape == MR_TYPE_type && mr_construct_plain(t, type, args[0], &result)) {
                CHECK(result);
                R(A) = result;
                NEXT(0);
            }
            break;
        }
        default: break;
        }
    }
    result = mr_vectorcall(t, f, argc, args, NULL);
    CHECK(result);
    R(A) = result;
    NEXT(0);

bound: /* parameters of function f are bound at args */
{
    MrFunction *fn = (MrFunction *)mr_obj_of(f);
    if (fn->code->flags & (MR_CODE_GENERATOR | MR_CODE_COROUTINE | MR_CODE_ASYNC_GENERATOR)) {
        MrValue *limit = args + fn->code->nparams;
        if (limit > t->top)
            t->top = limit;
        MrGenerator *g = mr_generator_new(t, fn, args);
        t->top = frame->top;
        CHECK_OK(g);
        R(A) = mr_val(g);
        pc += 1 + op_words[pc->op];
        DISPATCH();
    }
    CHECK_OK(mr_push_frame(t, fn, args));
    t->frame->dst = A;
    goto enter;
}

    TARGET(CALL_KW)
    {
        f = R(B);
        args = &R(B + 2);
        argc = C;
        MrTuple *kwnames = MR_TUPLE(K(pc[1].word));
        argc -= kwnames->length;
        if (R(B + 1) != MR_UNBOUND) {
            args--;
            argc++;
        }
        SAVE();
        if (mr_is_kind(f, MR_KIND_METHOD) && args > &R(B)) {
            *--args = ((MrMethod *)mr_obj_of(f))->self;
            argc++;
            f = ((MrMethod *)mr_obj_of(f))->function;
        }
        if (mr_is_kind(f, MR_KIND_FUNCTION)) {
            MrFunction *fn = (MrFunction *)mr_obj_of(f);
            MrValue *window = frame->top;
            if (MR_UNLIKELY(window + fn->code->nparams + 64 >= t->stack_end)) {
                mr_recursion_error(t);
                goto error;
            }
            for (uint32_t i = 0; i < fn->code->nparams; i++)
                window[i] = MR_UNBOUND;
            t->top = window + fn->code->nparams;
            bool ok = mr_bind_args(t, fn, argc, args, kwnames, window);
            t->top = frame->top;
            CHECK_OK(ok);
            args = window;
            goto bound;
        }
        result = mr_vectorcall(t, f, argc, args, kwnames);
        CHECK(result);
        R(A) = result;
        NEXT(1);
    }
    TARGET(STAR_ARGS)
    {
        left = R(B);
        if (!mr_is_exact(left, MR_TYPE_tuple)) {
            SAVE();
            left = mr_op_star_args(t, left, R(C));
            CHECK(left);
        }
        R(A) = left;
        NEXT(0);
    }
    TARGET(CALL_EX)
    {
        SAVE();
        f = R(B);
        MrValue *items, kw = X ? R(B + 3) : MR_UNBOUND;
        size_t n;
        mr_sequence_items(R(B + 2), &items, &n);
        if (kw != MR_UNBOUND && MR_DICT(kw)->length == 0)
            kw = MR_UNBOUND;
        if (mr_is_kind(f, MR_KIND_METHOD) && mr_is_kind(((MrMethod *)mr_obj_of(f))->function, MR_KIND_FUNCTION)) {
            MrValue *all = mr_buffer_new(t, (n + 1) * sizeof *all);
            CHECK_OK(all);
            all[0] = ((MrMethod *)mr_obj_of(f))->self;
            if (n)
                memcpy(all + 1, items, n * sizeof *all);
            f = ((MrMethod *)mr_obj_of(f))->function;
            items = all;
            n++;
        }
        if (!mr_is_kind(f, MR_KIND_FUNCTION)) {
            MrValue tuple = mr_is_tuple(R(B + 2)) ? R(B + 2) : mr_tuple_from(t, items, n);
            CHECK(tuple);
            result = mr_call_kw(t, f, tuple, kw);
            CHECK(result);
            R(A) = result;
            NEXT(0);
        }
        MrFunction *fn = (MrFunction *)mr_obj_of(f);
        MrTuple *kwnames = NULL;
        if (kw != MR_UNBOUND) {
            MrDict *d = MR_DICT(kw);
            size_t nk = d->length, at = 0, i = 0;
            MrValue names = mr_tuple_new(t, nk), key, value;
            CHECK(names);
            MrValue *all = mr_buffer_new(t, (n + nk) * sizeof *all);
            CHECK_OK(all);
            if (n)
                memcpy(all, items, n * sizeof *all);
            while (i < nk && mr_dict_next(d, &at, &key, &value)) {
                MR_TUPLE(names)->items[i] = key;
                all[n + i++] = value;
            }
            kwnames = MR_TUPLE(names);
            items = all;
        }
        MrValue *window = frame->top;
        if (MR_UNLIKELY(window + fn->code->nparams + 64 >= t->stack_end)) {
            mr_recursion_error(t);
            goto error;
        }
        for (uint32_t i = 0; i < fn->code->nparams; i++)
            window[i] = MR_UNBOUND;
        t->top = window + fn->code->nparams;
        bool ok = mr_bind_args(t, fn, n, items, kwnames, window);
        t->top = frame->top;
        CHECK_OK(ok);
        args = window;
        goto bound;
    }

enter: /* t->frame was pushed */
    frame = t->frame;
    regs = frame->regs;
    consts = frame->code->consts;
    pc = frame->pc;
    if (MR_UNLIKELY(mr_poll_bits(iso))) {
        CHECK_OK(mr_poll_slow(t));
        CHANGE_OVER(false);
    }
    ENTERED(NULL);
    DISPATCH();

    TARGET(RETURN_CONST) result = K((uint32_t)pc->bc); goto do_return;
    TARGET(RETURN) result = R(A);
do_return:
    LEAVING(leave);
    if (MR_UNLIKELY(frame->gen != NULL)) {
        MrGenerator *g = frame->gen;
        if (MR_UNLIKELY(mr_gen_frame_object(g) != MR_UNBOUND)) {
            SAVE();
            mr_frame_end(t, frame);
        }
        g->state = MR_GEN_DONE;
        mr_gen_drop_frame(g);
        t->exc = g->exc.outer;
        MrGenerator *up = g->awaiter;
        if (up) { /* back to the awaiting coroutine, in this frame's slot */
            g->awaiter = NULL;
            up->awaiting = NULL;
            up->state = MR_GEN_RUNNING;
            mr_gen_frame(t, frame, up, frame->root);
            regs = frame->regs;
            consts = frame->code->consts;
            pc = frame->pc;
            R(A) = result;
            NEXT(0);
        }
        if (frame->entry) {
            t->frame = frame - 1;
            t->yielded = MR_YIELD_NO;
            return result;
        }
        /* a generator that FOR_ITER ran is exhausted */
        frame = --t->frame;
        t->top = frame->top;
        regs = frame->regs;
        consts = frame->code->consts;
        pc = frame->pc;
        pc += (int32_t)pc[1].word;
        DISPATCH();
    }
    if (MR_UNLIKELY(frame->entry)) {
        if (MR_UNLIKELY(frame->mode & MR_FRAME_KEPT)) {
            SAVE();
            mr_frame_end(t, frame);
        }
        t->frame = frame - 1;
        return result;
    }
    {
        MrFrame *callee = frame;
        MrInstr *end = pc;
        frame--;
        t->frame = frame;
        t->top = frame->top;
        regs = frame->regs;
        consts = frame->code->consts;
        pc = frame->pc;
        uint8_t mode = callee->mode;
        if (MR_UNLIKELY(mode & MR_FRAME_KEPT)) {
            callee->pc = end;
            mr_frame_end(t, callee);
            mode &= (uint8_t)~MR_FRAME_KEPT;
        }
        if (MR_LIKELY(mode == MR_FRAME_VALUE)) {
            R(callee->dst) = result;
        } else if (mode == MR_FRAME_INIT) {
            if (MR_UNLIKELY(result != MR_NONE)) {
                mr_raise(t, MR_EXC_TypeError, "__init__() should return None, not '%s'", mr_type_name(t, result));
                goto error;
            }
            MrValue self = callee->regs[-1];
            MrShape *s = iso->shapes[mr_obj_of(self)->shape];
            if (MR_UNLIKELY(s->n > s->type->inline_slots))
                mr_type_learn_slots(t, s->type, s);
            R(callee->dst) = self;
        } else if (mode == MR_FRAME_OPERATOR) {
            if (MR_UNLIKELY(result == MR_NOT_IMPLEMENTED)) {
                result = refused(t, pc, callee->regs[-2], callee->regs[-1]);
                CHECK(result);
            }
            if (is_jump_compare(pc->op)) {
                int truth = mr_is_bool(result) ? (int)(result & 1) : mr_truth(t, result);
                CHECK_OK(truth >= 0);
                pc += truth == X ? (int16_t)C : 1;
                DISPATCH();
            }
            R(A) = result;
        }
        pc += 1 + op_words[pc->op];
        DISPATCH();
    }

    /* functions and classes */
    TARGET(MAKE_FUNCTION) SAVE(); SET_A(mr_op_make_function(t, frame, pc)); NEXT(0);
    TARGET(LOAD_BUILD_CLASS)
    {
        SAVE();
        MrValue v = mr_dict_get_str(t, frame->function->builtins, mr_n(t, __build_class__));
        if (v == MR_UNBOUND) {
            mr_raise(t, MR_EXC_NameError, "__build_class__ not found");
            goto error;
        }
        R(A) = v;
        NEXT(0);
    }
    TARGET(INTRINSIC) SAVE(); SET_A(mr_op_intrinsic(t, C, &R(B))); NEXT(0);
    TARGET(SETUP_ANNOTATIONS) SAVE(); CHECK_OK(mr_op_setup_annotations(t, frame)); NEXT(0);

    /* iteration */
    TARGET(GET_ITER) SAVE(); SET_A(mr_iter(t, R(B))); NEXT(0);
    TARGET(FOR_ITER)
    {
        MrObj *it = mr_obj_of(R(B));
        if (it->kind == MR_KIND_RANGE_ITER) {
            MrRangeIter *r = (MrRangeIter *)it;
            if (MR_LIKELY(r->left)) {
                r->left--;
                R(A) = mr_small_int(r->next);
                r->next += r->step;
                NEXT(1);
            }
            pc += (int32_t)pc[1].word;
            DISPATCH();
        }
        if (it->shape == MR_TYPE_list_iterator) {
            MrIter *li = (MrIter *)it;
            if (MR_LIKELY(li->source != MR_UNBOUND)) {
                MrList *l = MR_LIST(li->source);
                if (MR_LIKELY(li->position < l->length)) {
                    R(A) = l->items[li->position++];
                    NEXT(1);
                }
                li->source = MR_UNBOUND;
            }
            pc += (int32_t)pc[1].word;
            DISPATCH();
        }
        SAVE();
        if (it->shape == MR_TYPE_generator) {
            MrGenerator *g = (MrGenerator *)it;
            bool finished;
            MrGenerator *leaf = mr_gen_enter(t, g, MR_NONE, &finished);
            if (!leaf) {
                CHECK_OK(finished);
                pc += (int32_t)pc[1].word;
                DISPATCH();
            }
            if (MR_UNLIKELY(frame + 1 >= t->frames_limit)) {
                t->frame = frame + 1; /* so that the unwinder closes the generator too */
                mr_gen_frame(t, frame + 1, leaf, g);
                frame++;
                frame->dst = 0;
                frame->entry = 0;
                frame->mode = MR_FRAME_FOR;
                frame->top = t->top;
                mr_recursion_error(t);
                regs = frame->regs;
                pc = frame->pc;
                goto error;
            }
            uint16_t dst = A;
            MrValue *top = frame->top;
            frame = ++t->frame;
            frame->top = top;
            mr_gen_frame(t, frame, leaf, g);
            frame->dst = dst;
            frame->entry = 0;
            frame->mode = MR_FRAME_FOR;
            regs = frame->regs;
            consts = frame->code->consts;
            pc = frame->pc;
            t->sent = MR_NONE;
            ENTERED(g);
            goto resumed;
        }
        if (PAIR_FOLLOWS && (it->shape == MR_TYPE_dict_itemiterator || it->shape == MR_TYPE_enumerate || it->shape == MR_TYPE_zip)) {
            MrValue pair[2];
            int more = mr_next_pair(t, R(B), pair);
            CHECK_OK(more >= 0);
            if (more == 0) {
                pc += (int32_t)pc[1].word;
                DISPATCH();
            }
            if (MR_LIKELY(more == 1)) {
                MrValue *to = &regs[pc[2].a];
                to[0] = pair[0];
                to[1] = pair[1];
                NEXT(2);
            }
        }
        result = mr_next_inline(t, R(B));
        CHECK(result);
        if (result == MR_UNBOUND) {
            pc += (int32_t)pc[1].word;
            DISPATCH();
        }
        R(A) = result;
        NEXT(1);
    }

    /* generators and coroutines */
resumed: /* frame is a generator's; t->sent is the value that it receives */
    if (pc->op == MR_OP_YIELD_VALUE) {
        R(A) = t->sent;
        NEXT(0);
    }
    if (pc->op == MR_OP_SEND)
        R(A) = t->sent;
    DISPATCH();
    TARGET(YIELD_VALUE)
    {
        result = R(B);
        t->yielded = MR_YIELD_VALUE;
#ifndef MR_WATCHED_LOOP
        if (frame->mode == MR_FRAME_FED && !t->watched && t->feed->take(t->feed, result)) {
            R(A) = MR_NONE;
            NEXT(0);
        }
#endif
    }
suspend: /* the frame's generator suspends at pc with `result` */
    LEAVING(suspend);
{
    MrGenerator *g = frame->gen, *root = frame->root;
    g->pc = pc;
    g->state = MR_GEN_SUSPENDED;
    root->leaf = g;
    t->exc = root->exc.outer;
    if (frame->entry) {
        t->frame = frame - 1;
        return result;
    }
    uint16_t dst = frame->dst;
    frame = --t->frame;
    t->top = frame->top;
    regs = frame->regs;
    consts = frame->code->consts;
    pc = frame->pc;
    R(dst) = result;
    NEXT(1);
}
    TARGET(GET_YIELD_FROM_ITER) SAVE(); SET_A(mr_op_yield_from_iter(t, frame, R(B))); NEXT(0);
    TARGET(GET_AWAITABLE) SAVE(); SET_A(mr_await_iter(t, R(B), X)); NEXT(0);
    TARGET(SEND)
    {
        SAVE();
        MrValue target = R(B);
        MrGenerator *me = frame->gen;
        if (MR_LIKELY(mr_is_kind(target, MR_KIND_GENERATOR) && mr_obj_of(target)->shape != MR_TYPE_async_generator)) {
            MrGenerator *g = (MrGenerator *)mr_obj_of(target);
            bool finished;
            if (MR_UNLIKELY(g->awaiter && g->awaiter != me)) {
                mr_raise(t, MR_EXC_RuntimeError, "coroutine is being awaited already");
                goto error;
            }
            if (MR_UNLIKELY(me->depth + (frame - t->frames) >= (ptrdiff_t)t->recursion_limit)) {
                if (g->state == MR_GEN_CREATED)
                    g->state = MR_GEN_DONE; /* it was awaited, if in vain */
                mr_recursion_error(t);
                goto error;
            }
            MrGenerator *leaf = mr_gen_enter(t, g, R(A), &finished);
            if (!leaf) {
                CHECK_OK(finished);
                if (g->h.shape == MR_TYPE_coroutine) {
                    mr_raise(t, MR_EXC_RuntimeError, "cannot reuse already awaited coroutine");
                    goto error;
                }
                R(A) = MR_NONE;
                NEXT(0);
            }
            t->sent = R(A);
            g->awaiter = me;
            g->depth = me->depth + 1;
            me->awaiting = g;
            me->pc = pc;
            me->state = MR_GEN_SUSPENDED;
            mr_gen_frame(t, frame, leaf, frame->root);
            regs = frame->regs;
            consts = frame->code->consts;
            pc = frame->pc;
            if (MR_UNLIKELY(mr_poll_bits(iso)) && !mr_poll_slow(t))
                goto error;
            ENTERED(g);
            goto resumed;
        }
        if (MR_LIKELY(target == iso->hooks[MR_HOOK_SLEEP0])) {
            if (mr_sleep0_send(target, R(A), &result) == MR_GEN_RETURNED) {
                R(A) = result;
                NEXT(0);
            }
            t->yielded = MR_YIELD_AWAIT;
            goto suspend;
        }
        switch (mr_is_kind(target, MR_KIND_FUTURE) ? mr_future_send(t, target, &result) : mr_send_any(t, target, R(A), &result)) {
        case MR_GEN_YIELDED: t->yielded = MR_YIELD_AWAIT; goto suspend;
        case MR_GEN_RETURNED: R(A) = result; NEXT(0);
        default: goto error;
        }
    }
throw_into: /* an exception is pending and goes into the suspended frame */
    if (pc->op == MR_OP_SEND && frame->gen->state == MR_GEN_RUNNING && frame->gen->throwing) {
        frame->gen->throwing = 0;
        switch (mr_gen_delegate_throw(t, R(B), &result)) {
        case MR_THROW_YIELD: t->yielded = MR_YIELD_AWAIT; goto suspend;
        case MR_THROW_RETURN: R(A) = result; NEXT(0);
        default: goto error;
        }
    }
    goto error;
    TARGET(GET_AITER)
    {
        SAVE();
        MrValue v = R(B);
        result = mr_call_slot(t, v, MR_SLOT_aiter, 0, NULL);
        CHECK(result);
        if (result == MR_UNBOUND) {
            mr_raise(t, MR_EXC_TypeError, "'async for' requires an object with __aiter__ method, got %s", mr_type_name(t, v));
            goto error;
        }
        if (mr_slot(t, mr_typeof(t, result), MR_SLOT_anext) == MR_UNBOUND) {
            mr_raise(t, MR_EXC_TypeError, "'async for' received an object from __aiter__ that does not implement __anext__: %s", mr_type_name(t, result));
            goto error;
        }
        R(A) = result;
        NEXT(0);
    }
    TARGET(GET_ANEXT) SAVE(); SET_A(mr_anext_awaitable(t, R(B))); NEXT(0);
    TARGET(END_ASYNC_FOR)
    {
        SAVE();
        MrValue exc = R(A);
        if (mr_isinstance_of(t, exc, MR_EXC_StopAsyncIteration)) {
            pc += pc->bc;
            DISPATCH();
        }
        t->pending = exc;
        goto reraise;
    }

    /* exceptions */
    TARGET(RAISE)
        SAVE();
        if (mr_op_raise(t, X, X == 2 ? MR_UNBOUND : R(A), X == 1 ? R(B) : MR_UNBOUND))
            goto reraise; /* bare: the traceback does not grow here */
        goto error;
    TARGET(RERAISE) SAVE(); t->pending = R(A); goto reraise;
    TARGET(PUSH_EXC)
    {
        MrValue exc = R(B);
        R(A) = t->exc->handled;
        t->exc->handled = exc;
        NEXT(0);
    }
    TARGET(POP_EXC) t->exc->handled = R(A); NEXT(0);
    TARGET(MATCH_EXC)
    {
        SAVE();
        int m = mr_op_match_exc(t, R(B), R(C));
        CHECK_OK(m >= 0);
        R(A) = mr_bool(m);
        NEXT(0);
    }
    TARGET(MATCH_EXC_GROUP)
    {
        SAVE();
        MrValue out[2];
        CHECK_OK(mr_op_match_group(t, R(B), R(C), out));
        R(A) = out[0];
        R(A + 1) = out[1];
        NEXT(0);
    }
    TARGET(MERGE_EXC_STAR) SAVE(); SET_A(mr_op_merge_star(t, R(B), R(C))); NEXT(0);
    TARGET(LOAD_ASSERTION_ERROR) R(A) = mr_type_val(t, MR_EXC_AssertionError); NEXT(0);

    TARGET(SETUP_WITH)
    {
        SAVE();
        CHECK_OK(mr_op_setup_with(t, R(B), X, &R(A)));
        NEXT(0);
    }
    TARGET(WITH_EXC_ARGS)
    {
        MrValue exc = R(B);
        R(A) = mr_val(mr_typeof(t, exc));
        R(A + 1) = exc;
        R(A + 2) = ((MrException *)mr_obj_of(exc))->traceback;
        NEXT(0);
    }

    /* match */
    TARGET(MATCH_SEQUENCE)
    {
        MrType *type = mr_typeof(t, R(B));
        R(A) = mr_bool(type->flags & MR_TYPE_SEQ);
        NEXT(0);
    }
    TARGET(MATCH_MAPPING)
    {
        MrType *type = mr_typeof(t, R(B));
        R(A) = mr_bool(type->flags & MR_TYPE_MAP);
        NEXT(0);
    }
    TARGET(MATCH_KEYS) SAVE(); SET_A(mr_op_match_keys(t, R(B), R(C))); NEXT(0);
    TARGET(MATCH_CLASS) SAVE(); SET_A(mr_op_match_class(t, R(B), R(C), X, R(A))); NEXT(0);
    TARGET(GET_LEN)
    {
        SAVE();
        int64_t n = mr_len(t, R(B));
        CHECK_OK(n >= 0);
        R(A) = mr_small_int(n);
        NEXT(0);
    }

    TARGET(IMPORT_NAME) SAVE(); SET_A(mr_op_import_name(t, frame, NAME(B), R(C), R(C + 1))); NEXT(0);
    TARGET(IMPORT_FROM) SAVE(); SET_A(mr_op_import_from(t, R(B), NAME(C))); NEXT(0);
    TARGET(IMPORT_STAR) SAVE(); CHECK_OK(mr_op_import_star(t, frame, R(A))); NEXT(0);
    TARGET(DISCARD)
    {
        MrValue v = R(A);
        if (MR_UNLIKELY(mr_is_kind(v, MR_KIND_GENERATOR) && mr_gen_needs_finalization((MrGenerator *)mr_obj_of(v)))) {
            SAVE();
            R(A) = MR_UNBOUND;
            v = MR_UNBOUND;
            CHECK_OK(mr_op_discard_generator(t));
        }
        NEXT(0);
    }
    TARGET(PRINT_EXPR) SAVE(); CHECK_OK(mr_op_print_expr(t, R(A))); NEXT(0);

error: /* an exception is pending, raised by the instruction at pc */
    frame->pc = pc;
    mr_traceback_add(t, frame);
    RAISED();
reraise:
    for (;;) {
        MrCode *code = frame->code;
        uint32_t at = (uint32_t)(frame->pc - code->code);
        bool uncatchable = iso->stopping;
        for (uint32_t i = 0; i < code->n_handlers && !uncatchable; i++) {
            const MrHandler *h = &code->handlers[i];
            if (at < h->start || at >= h->end)
                continue;
            regs = frame->regs;
            consts = code->consts;
            R(h->reg) = t->pending;
            t->pending = MR_UNBOUND;
            pc = code->code + h->target;
            t->top = frame->top;
            DISPATCH();
        }
        UNWINDING();
        MrGenerator *g = frame->gen;
        if (g) {
            if (mr_gen_frame_object(g) != MR_UNBOUND)
                mr_frame_end(t, frame);
            g->state = MR_GEN_DONE;
            mr_gen_drop_frame(g);
            t->exc = g->exc.outer;
            MrGenerator *up = g->awaiter;
            if (up) {
                g->awaiter = NULL;
                up->awaiting = NULL;
                up->state = MR_GEN_RUNNING;
                mr_gen_frame(t, frame, up, frame->root);
                mr_traceback_add(t, frame);
                RAISED();
                continue;
            }
        } else if (frame->mode & MR_FRAME_KEPT) {
            mr_frame_end(t, frame);
        }
        bool entry = frame->entry;
        t->frame = --frame;
        if (entry) {
            t->yielded = MR_YIELD_NO;
            return MR_ERROR;
        }
        t->top = frame->top;
        mr_traceback_add(t, frame);
        RAISED();
    }
}

#ifndef MR_WATCHED_LOOP
/* The loop's own C frame may hold stale copies of registers' values. A collection that an instruction asks for on behalf of one dead object starts
 * scanning the C stack here, behind the loop: this frame holds what callers had in their registers. */
__attribute__((noinline)) MrValue mr_interp_run(MrThread *t)
{
    __builtin_unwind_init();
    char *outer = t->c_entry;
    t->c_entry = (char *)__builtin_frame_address(0) - 48; /* the saved registers: what lies below them is the loop's */
    MrValue r = MR_UNLIKELY(t->watched) ? mr_interp_watched(t, false) : mr_interp_plain(t, false);
    t->c_entry = outer;
    return r;
}
#endif
