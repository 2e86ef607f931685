/* The data flow of a unit; see flow.h.
 *
 * What a register may hold is a set of kinds (opkinds.def), one bit each; where paths meet, the union; an instruction that does not allow all
 * of the kinds that its register may hold is refused. The code is gone through from front to back: JUMP_BACK alone goes backwards, to
 * places that keep their sets, and the passes end when these no longer change. All other places' sets live from the first jump to them
 * until they are reached, so that little memory is needed at a time; and the work is bounded, since names and counts in a forged unit
 * cost nothing.
 *
 * Stale is what holds anything or something that has been freed: a temporary that was never written, or that the collector may have passed
 * over. The state that a handler sees is that before each instruction of its range, less what the instruction makes stale.
 */
#include "compiler/flow.h"

#include <stdlib.h>
#include <string.h>

enum {
    STALE = 1 << 0, UNBOUND = 1 << 1, NONE = 1 << 2, INT = 1 << 3, STR = 1 << 4, LIST = 1 << 5, SET = 1 << 6, DICT = 1 << 7,
    TUPLE = 1 << 8,      /* exactly a tuple */
    STRS = 1 << 9,       /* a tuple of strs */
    CELLS = 1 << 10,     /* a tuple of cells; how many is in the upper half */
    CELL = 1 << 11, ITERATOR = 1 << 12, EXCEPTION = 1 << 13, FUNCTION = 1 << 14,
    OTHER = 1 << 15,     /* any other value */
    /* Pairs: CALL_METHOD does not ask again whether the method is one of the receiver's. Which pair it is is in the upper half. */
    METHOD = 1 << 16, RECEIVER = 1 << 17,
    /* Texts that grow in place (mr_str_append) must be in one register only. Two kinds of calls borrow them. */
    TEXT = 1 << 18,      /* a str or bytes that APPEND made */
    LOOKER = 1 << 19, LOOKED_AT = 1 << 20, /* a pair: a method of mr_only_looks(), and a text */
    LENGTH = 1 << 21,    /* what SHARE x=1 took for the builtin len, */
    MEASURED = 1 << 22,  /* and the text that it left unshared therefore */
    LENT = LOOKED_AT | MEASURED,
    NUMBERED = CELLS | METHOD | RECEIVER | LOOKER | LOOKED_AT, /* what has something in the upper half */
    PAIRED = METHOD | RECEIVER | LOOKER | LOOKED_AT,
    VALUE = NONE | INT | STR | LIST | SET | DICT | TUPLE | STRS | CELLS | CELL | ITERATOR | EXCEPTION | FUNCTION | OTHER | METHOD | RECEIVER | LOOKER | LENGTH,
    BOUND = VALUE | TEXT,
    /* the letters of opkinds.def */
    KIND_V = VALUE, KIND_U = VALUE | UNBOUND, KIND_T = STR, KIND_L = LIST, KIND_S = SET, KIND_D = DICT, KIND_P = TUPLE | STRS | CELLS, KIND_Q = LIST | TUPLE, KIND_W = STRS,
    KIND_C = CELL, KIND_I = ITERATOR, KIND_E = EXCEPTION, KIND_H = EXCEPTION | NONE, KIND_N = INT, KIND_F = FUNCTION, KIND__ = 0
};

typedef uint64_t Kinds; /* bits as above; upper half: the number of what is NUMBERED */
static const Kinds no_number = (Kinds)UINT32_MAX << 32; /* several, where paths meet */

typedef struct Rule { uint8_t known, x; uint32_t a, b, c, gives; } Rule;

static const Rule rules[MR_OP_COUNT] = {
#define KINDS(name, x, a, b, c, gives) [MR_OP_##name] = {1, x, KIND_##a, KIND_##b, KIND_##c, KIND_##gives},
#include "compiler/opkinds.def"
#undef KINDS
};

static const Rule usual = {1, 0, VALUE, VALUE, VALUE, VALUE};

/* What is known at a place. Registers from `height` on are stale. */
typedef struct State {
    uint32_t height;
    Kinds regs[];
} State;

enum { PLAIN, HEAD /* JUMP_BACK comes here */, HANDLER };
enum { MAX_CHANGED = 16 };
static const uint64_t most_work = (uint64_t)1 << 31; /* some seconds; what compilers make needs a thousandth of it */

typedef struct Flow {
    const MrUnit *unit;
    uint32_t nregs, nlocals;
    State **at;              /* by word: what is known where paths meet */
    uint8_t *role;           /* by word: PLAIN, HEAD, HANDLER */
    uint32_t *handler_of;    /* by word: the row that catches what is raised there, 0 none, else index + 1 */
    State *now;
    bool reachable, again;   /* again: more is known of a loop's head than when this pass came by */
    uint32_t joined;         /* the handler row + 1 that knows of `now`, but for the registers in `changed` */
    uint32_t changed[MAX_CHANGED], n_changed;
    uint32_t before;         /* index of the instruction that stands before this one; its own in the first */
    uint32_t lends;          /* index of a MOVE that lends a text to len() */
    uint64_t work;
    const char *why;
    uint32_t here;
} Flow;

static bool refuse(Flow *f, const char *why) {
    if (!f->why) f->why = why;
    return false;
}

static bool spend(Flow *f, uint64_t work) {
    f->work += work + 1;
    return f->work < most_work ? true : refuse(f, "more to verify than any program needs");
}

/* ---- sets of kinds ---- */

/* `kinds` without what is known of some of them. */
static Kinds forget(Kinds kinds, uint32_t some) {
    Kinds rest = kinds & ~(Kinds)some;
    if (kinds & some & CELLS) rest |= TUPLE;
    if (kinds & some & (METHOD | RECEIVER | LOOKER | LENGTH)) rest |= OTHER;
    if (kinds & some & LENT) rest |= STALE;
    return rest & NUMBERED ? rest : (uint32_t)rest;
}

/* Grows only, so that the passes end. */
static Kinds unite(Kinds a, Kinds b) {
    if (a == b) return a;
    if (!(a & NUMBERED) || !(b & NUMBERED) || a >> 32 == b >> 32) return a | b;
    return a | b | no_number;
}

static Kinds get(const Flow *f, uint32_t reg) { return reg < f->now->height ? f->now->regs[reg] : STALE; }

static void note_change(Flow *f, uint32_t reg) {
    if (f->n_changed == MAX_CHANGED) f->joined = 0;
    else f->changed[f->n_changed++] = reg;
}

/* What is left of the knowledge of a value in a local. */
static Kinds in_local(const Flow *f, uint32_t reg, Kinds kinds) {
    Kinds kept = kinds & (UNBOUND | TEXT);
    if (f->unit->local_flags[reg] & MR_LOCAL_CELL) kept |= kinds & CELL;
    return (uint32_t)kinds & VALUE & ~(uint32_t)kept ? kept | OTHER : kept;
}

static void put(Flow *f, uint32_t reg, Kinds kinds) {
    if (reg < f->nlocals) kinds = in_local(f, reg, kinds);
    if (f->now->height < reg) f->joined = 0;
    while (f->now->height <= reg) f->now->regs[f->now->height++] = STALE;
    f->now->regs[reg] = kinds;
    note_change(f, reg);
}

static bool need(Flow *f, uint32_t reg, uint32_t allowed) {
    Kinds kinds = get(f, reg);
    if (!(kinds & (uint32_t)~allowed)) return true;
    if (kinds & STALE) return refuse(f, "a temporary that is not written on all paths");
    if (kinds & (LENT | TEXT)) return refuse(f, "a text that grows in more than one place");
    if (kinds & UNBOUND && !(allowed & UNBOUND)) return refuse(f, "a variable that may be unbound");
    return refuse(f, "a register with another kind of value than the instruction works on");
}

static bool need_run(Flow *f, uint32_t first, uint32_t n, uint32_t allowed) {
    for (uint32_t i = 0; i < n; i++)
        if (!need(f, first + i, allowed)) return false;
    return true;
}

static void put_run(Flow *f, uint32_t first, uint32_t n, Kinds kinds) {
    for (uint32_t i = 0; i < n; i++) put(f, first + i, kinds);
}

static bool need_local(Flow *f, uint32_t reg) { return reg < f->nlocals ? true : refuse(f, "a temporary in place of a local"); }

static bool need_temporary(Flow *f, uint32_t reg) { return reg >= f->nlocals ? true : refuse(f, "a local in place of a temporary"); }

/* Temporaries from `reg` on become stale. */
static void drop_from(Flow *f, uint32_t reg) {
    if (reg < f->nlocals) reg = f->nlocals;
    if (f->now->height > reg) f->now->height = reg;
}

/* ---- places where paths meet ---- */

static State *state_new(Flow *f) {
    State *state = spend(f, f->nregs) ? malloc(sizeof *state + f->nregs * sizeof *state->regs) : NULL;
    if (!state) refuse(f, "out of memory");
    return state;
}

static void copy_state(State *to, const State *from) {
    to->height = from->height;
    memcpy(to->regs, from->regs, from->height * sizeof *from->regs);
}

/* `kinds` as a handler sees them: a call that borrows a text is over. */
static Kinds after_raise(Kinds kinds) { return kinds & (LOOKER | LENGTH | LENT) ? forget(kinds, LOOKER | LENGTH | LENT) : kinds; }

/* What is known now holds at word i, too. `caught`: an exception goes there, into its register. */
static bool join(Flow *f, uint32_t i, const MrHandler *caught) {
    State *to = f->at[i], *now = f->now;
    bool changed = !to;
    if ((f->role[i] == HANDLER) != (caught != NULL)) return refuse(f, "a handler that is reached without an exception");
    if (!spend(f, now->height)) return false;
    if (!to) {
        if (!(to = f->at[i] = state_new(f))) return false;
        copy_state(to, now);
        for (uint32_t r = f->nlocals; caught && r < to->height; r++) to->regs[r] = after_raise(to->regs[r]);
    } else {
        changed = to->height > now->height;
        if (changed) to->height = now->height;
        for (uint32_t r = 0; r < to->height; r++) {
            Kinds united = unite(to->regs[r], caught ? after_raise(now->regs[r]) : now->regs[r]);
            changed |= united != to->regs[r];
            to->regs[r] = united;
        }
    }
    f->again |= changed && i <= f->here;
    return true;
}

/* An exception in the handler's register; temporaries from `height` on are stale. */
static void put_caught(Flow *f, State *to, uint32_t reg, uint32_t height) {
    if (height < f->nlocals) height = f->nlocals;
    if (to->height > height) to->height = height;
    while (to->height <= reg) to->regs[to->height++] = STALE;
    to->regs[reg] = reg < f->nlocals ? OTHER : EXCEPTION;
}

/* The instruction at word i may raise with what is known now; temporaries from `stale` on are stale then. */
static bool join_handler(Flow *f, uint32_t i, uint32_t stale) {
    uint32_t row = f->handler_of[i];
    if (!row) return true;
    const MrHandler *h = &f->unit->handlers[row - 1];
    State *to = f->at[h->target];
    if (f->joined != row || !to) {
        if (!join(f, h->target, h)) return false;
        to = f->at[h->target];
    } else {
        for (uint32_t k = 0; k < f->n_changed; k++) {
            uint32_t r = f->changed[k];
            if (r < to->height) to->regs[r] = unite(to->regs[r], after_raise(get(f, r)));
        }
    }
    put_caught(f, to, h->reg, f->now->height < stale ? f->now->height : stale);
    f->joined = row;
    f->n_changed = 0;
    return true;
}

/* ---- instructions ---- */

static Kinds kind_of_const(const MrConst *k) {
    switch (k->kind) {
    case MR_CONST_NONE: return NONE;
    case MR_CONST_STR: return STR;
    case MR_CONST_TUPLE:
        for (size_t i = 0; i < k->n; i++)
            if (k->items[i].kind != MR_CONST_STR) return TUPLE;
        return STRS;
    default: return OTHER;
    }
}

static bool check_borrowing(Flow *f, uint32_t i, MrInstr n) {
    const MrInstr *code = f->unit->code;
    if (!need(f, n.b, VALUE)) return false;
    if (i + 2 >= f->unit->n_code || code[i + 1].op != MR_OP_MOVE || code[i + 2].op != MR_OP_CALL) return true;
    MrInstr move = code[i + 1], call = code[i + 2];
    if (move.b == n.a && move.a == n.b + 2u && call.b == n.b && call.c == 1) {
        put(f, n.b, LENGTH);
        f->lends = i + 1;
    }
    return true;
}

static bool check_move(Flow *f, uint32_t i, MrInstr n) {
    Kinds kinds = get(f, n.b);
    bool lends = f->lends == i && kinds & TEXT;
    if (!need(f, n.b, lends ? BOUND | UNBOUND : VALUE | UNBOUND)) return false;
    if (lends) {
        put(f, n.a, (uint32_t)(kinds & ~(Kinds)TEXT) | MEASURED);
        return n.a >= f->nlocals ? true : refuse(f, "a text that grows in more than one place");
    }
    put(f, n.a, forget(kinds, LOOKER | LENGTH));
    return true;
}

/* A text may be freed or grow now: nobody else has it. */
static bool check_append(Flow *f, MrInstr n) {
    if (!need(f, n.b, n.a == n.b ? BOUND : VALUE)) return false;
    for (uint32_t r = f->nlocals; r < f->now->height; r++)
        if (f->now->regs[r] & LENT) put(f, r, STALE);
    put(f, n.a, OTHER | TEXT);
    return spend(f, f->now->height);
}

/* A pair for CALL_METHOD, and the only one of its number: what is left of an earlier round counts no longer. */
static bool put_pair(Flow *f, uint32_t reg, uint32_t number, uint32_t method, uint32_t receiver) {
    for (uint32_t r = f->nlocals; r < f->now->height; r++)
        if (f->now->regs[r] & PAIRED && f->now->regs[r] >> 32 == number) put(f, r, forget(f->now->regs[r], PAIRED));
    put(f, reg, method | (Kinds)number << 32);
    put(f, reg + 1, receiver | UNBOUND | (Kinds)number << 32);
    return spend(f, f->now->height);
}

static bool check_load_method(Flow *f, uint32_t i, MrInstr n) {
    const MrText *name = &f->unit->names[n.c];
    Kinds self = get(f, n.b);
    bool looks = mr_only_looks(name->bytes, name->length) && self & TEXT && n.a >= f->nlocals;
    if (!need(f, n.b, looks ? BOUND : VALUE)) return false;
    return put_pair(f, n.a, i, looks ? LOOKER : METHOD, looks ? LOOKED_AT : RECEIVER);
}

static bool check_receiver(Flow *f, uint8_t op, Kinds callee, uint32_t reg) {
    Kinds receiver = get(f, reg);
    bool pair = (uint32_t)callee == METHOD || (uint32_t)callee == LOOKER;
    if (pair && receiver & PAIRED && callee >> 32 == receiver >> 32 && callee < no_number) return need(f, reg, RECEIVER | UNBOUND | ((uint32_t)callee == LOOKER ? LOOKED_AT : 0));
    return need(f, reg, op == MR_OP_CALL_KW ? VALUE | UNBOUND : UNBOUND);
}

/* Calls. The callee's frame lies over the window. */
static bool check_call(Flow *f, uint32_t i, MrInstr n) {
    uint32_t window = n.b, allowed = VALUE;
    if (!need_temporary(f, window) || !need(f, window, VALUE)) return false;
    Kinds callee = get(f, window);
    if (n.op == MR_OP_CALL && n.c == 1 && callee == LENGTH) allowed |= MEASURED;
    if ((n.op == MR_OP_CALL_METHOD || n.op == MR_OP_CALL_KW) && !check_receiver(f, n.op, callee, window + 1)) return false;
    if (n.op == MR_OP_CALL_EX) {
        if (!need(f, window + 2, LIST | KIND_P) || (n.x && !need(f, window + 3, DICT))) return false;
    } else if (!need_run(f, window + 2, n.c, allowed)) {
        return false;
    }
    bool result_below = n.a + 1u == window && n.a >= f->nlocals;
    if (!join_handler(f, i, result_below ? n.a : window)) return false;
    drop_from(f, window);
    put(f, n.a, OTHER);
    return true;
}

static bool check_make_function(Flow *f, MrInstr n) {
    const MrUnit *made = f->unit->consts[n.b | (uint32_t)(n.x >> 5) << 16].code;
    uint32_t reg = n.c;
    if (n.x & 1 && !need(f, reg++, VALUE)) return false; /* those of a generic function come as arguments: MAKE_FUNCTION looks */
    if (n.x & 2 && !need(f, reg++, VALUE)) return false;
    if (n.x & 4 && !need(f, reg++, DICT)) return false;
    if (n.x & 8) {
        if (!need(f, reg, CELLS)) return false;
        if (get(f, reg++) >> 32 != made->n_free) return refuse(f, "a closure of another length than the function's");
    }
    if (n.x & 16 && !need(f, reg, KIND_P)) return false;
    put(f, n.a, FUNCTION);
    return true;
}

static bool check_intrinsic(Flow *f, MrInstr n) {
    Kinds result = OTHER;
    if (n.c == MR_INTRINSIC_STOPITERATION_ERROR) {
        if (!need(f, n.b, EXCEPTION)) return false;
        result = EXCEPTION;
    } else if (n.c == MR_INTRINSIC_SET_TYPE_PARAMS) {
        if (!need(f, n.b, FUNCTION) || !need(f, n.b + 1u, KIND_P)) return false;
        result = FUNCTION;
    } else if (n.c == MR_INTRINSIC_ITERATOR) {
        result = ITERATOR;
    }
    if (!need_run(f, n.b, mr_intrinsic_args(n.c), VALUE)) return false;
    put(f, n.a, result);
    return true;
}

/* The VM goes from a call straight behind the SEND when what is awaited need not be waited for. */
static bool check_get_awaitable(Flow *f, uint32_t i, MrInstr n) {
    const MrInstr *code = f->unit->code;
    bool driven = i + 2 < f->unit->n_code && code[i + 1].op == MR_OP_LOAD_CONST && code[i + 2].op == MR_OP_SEND && code[i + 2].a == code[i + 1].a &&
                  code[i + 2].b == n.a && code[i + 1].a != n.a;
    if (!(f->unit->flags & (MR_CODE_COROUTINE | MR_CODE_ASYNC_GENERATOR)) || !driven) return refuse(f, "an await that is not driven");
    if (n.b >= f->nlocals) put(f, n.b, STALE); /* a call's result, which was not written then */
    put(f, n.a, OTHER);
    return need_temporary(f, n.a);
}

static bool check_send(Flow *f, uint32_t i, MrInstr n) {
    if (!(f->unit->flags & (MR_CODE_GENERATOR | MR_CODE_COROUTINE | MR_CODE_ASYNC_GENERATOR)) || i == 0) return refuse(f, "nothing here can be suspended");
    if (!need_temporary(f, n.b) || n.a == n.b) return refuse(f, "what is driven has no register of its own");
    put(f, n.b, STALE);
    put(f, n.a, OTHER);
    return true;
}

static bool check_unpack(Flow *f, MrInstr n) {
    MrInstr last = f->unit->code[f->before];
    if (last.op == MR_OP_FOR_ITER && last.a == n.b && n.c == 2 && n.b >= f->nlocals) put(f, n.b, STALE); /* the VM gives the pair at once */
    put_run(f, n.a, n.op == MR_OP_UNPACK ? n.c : 1u + n.c + n.x, OTHER);
    return true;
}

/* What depends on more than the rules of opkinds.def say: what the operands must be, and what is known behind the instruction. */
static bool check_special(Flow *f, uint32_t i, MrInstr n) {
    const MrUnit *u = f->unit;
    switch ((MrOpcode)n.op) {
    case MR_OP_MOVE: return check_move(f, i, n);
    case MR_OP_LOAD_CONST: put(f, n.a, kind_of_const(&u->consts[n.bc])); return true;
    case MR_OP_CHECK_LOCAL:
        if (!need_local(f, n.a) || !need(f, n.a, BOUND | UNBOUND)) return false;
        put(f, n.a, get(f, n.a) & ~(Kinds)UNBOUND);
        return true;
    case MR_OP_DEL_LOCAL:
        if (!n.x && (!need_local(f, n.a) || !need(f, n.a, BOUND | UNBOUND))) return false;
        put(f, n.a, UNBOUND);
        return true;
    case MR_OP_MAKE_CELL:
        put(f, n.a, CELL);
        return get(f, n.a) == CELL ? true : refuse(f, "a cell in a local that is no captured one");
    case MR_OP_LOAD_CELL: return need_local(f, n.b);
    case MR_OP_DEL_CELL: return need_local(f, n.a);
    case MR_OP_APPEND: return check_append(f, n);
    case MR_OP_SHARE:
        if (!need(f, n.a, BOUND | UNBOUND)) return false;
        if (n.x) return check_borrowing(f, i, n);
        if (get(f, n.a) & TEXT) put(f, n.a, (get(f, n.a) & ~(Kinds)TEXT) | OTHER);
        return true;
    case MR_OP_LOAD_METHOD: return check_load_method(f, i, n);
    case MR_OP_LOAD_SUPER_METHOD: return put_pair(f, n.a, i, METHOD, RECEIVER);
    case MR_OP_BUILD_TUPLE: {
        bool cells = n.c > 0;
        for (uint32_t r = n.b; r < (uint32_t)n.b + n.c; r++) cells = cells && get(f, r) == CELL;
        put(f, n.a, cells ? CELLS | (Kinds)n.c << 32 : TUPLE);
        return true;
    }
    case MR_OP_UNPACK: case MR_OP_UNPACK_EX: return check_unpack(f, n);
    case MR_OP_CALL: case MR_OP_CALL_METHOD: case MR_OP_CALL_KW: case MR_OP_CALL_EX: return check_call(f, i, n);
    case MR_OP_MAKE_FUNCTION: return check_make_function(f, n);
    case MR_OP_INTRINSIC: return check_intrinsic(f, n);
    case MR_OP_YIELD_VALUE: return u->flags & (MR_CODE_GENERATOR | MR_CODE_ASYNC_GENERATOR) && i > 0 ? true : refuse(f, "a yield that suspends nothing");
    case MR_OP_GET_AWAITABLE: return check_get_awaitable(f, i, n);
    case MR_OP_SEND: return check_send(f, i, n);
    case MR_OP_MATCH_EXC_GROUP: put_run(f, n.a, 2, KIND_H); return true;
    case MR_OP_SETUP_WITH:
        return put_pair(f, n.a, i, METHOD, RECEIVER) && put_pair(f, n.a + 2u, f->unit->n_code + i, METHOD, RECEIVER);
    case MR_OP_WITH_EXC_ARGS: put_run(f, n.a, 3, OTHER); return true;
    case MR_OP_DISCARD:
        if (!n.x) drop_from(f, n.a);
        else put(f, n.a, get(f, n.a) | UNBOUND);
        if (!n.x && n.a < f->nlocals) put(f, n.a, get(f, n.a) | UNBOUND);
        return true;
    default: return true;
    }
}

/* Runs of registers that are read, and operands that are read only with some `x`. */
static bool check_runs(Flow *f, MrInstr n) {
    switch ((MrOpcode)n.op) {
    case MR_OP_LOAD_SUPER_ATTR: case MR_OP_LOAD_SUPER_METHOD: return need_run(f, n.b, 3, VALUE);
    case MR_OP_GET_SLICE: return need_run(f, n.c, 2, VALUE);
    case MR_OP_BUILD_SLICE: case MR_OP_BUILD_TUPLE: case MR_OP_BUILD_LIST: case MR_OP_BUILD_SET: return need_run(f, n.b, n.c, VALUE);
    case MR_OP_BUILD_MAP: return need_run(f, n.b, 2u * n.c, VALUE);
    case MR_OP_BUILD_STRING: return need_run(f, n.b, n.c, STR);
    case MR_OP_FORMAT_VALUE: return n.x & 4 ? need(f, n.c, STR) : true;
    case MR_OP_JUMP_IF_TRUE: case MR_OP_JUMP_IF_FALSE: return need(f, n.a, BOUND);
    case MR_OP_GETITEM: return need(f, n.b, get(f, n.c) == INT ? BOUND : VALUE); /* one character does not keep the text */
    case MR_OP_GETITEM_K: return need(f, n.b, f->unit->consts[n.c].kind == MR_CONST_INT ? BOUND : VALUE);
    case MR_OP_RAISE: return n.x == 2 ? true : need_run(f, n.a, 1, VALUE) && (!n.x || need(f, n.b, VALUE));
    case MR_OP_IMPORT_NAME: return need(f, n.c + 1u, INT);
    default: return true;
    }
}

static bool check_operand(Flow *f, char kind, uint32_t reg, uint32_t allowed) {
    return (kind == 'R' || kind == 'L' || kind == 'M') && allowed ? need(f, reg, allowed) : true;
}

static bool is_call(MrInstr n) { return n.op == MR_OP_CALL || n.op == MR_OP_CALL_METHOD || n.op == MR_OP_CALL_KW || n.op == MR_OP_CALL_EX; }

/* The edge of a jump: forwards, or in a JUMP_BACK, which polls, backwards. */
static bool jump(Flow *f, uint32_t i, int64_t offset) {
    bool back = f->unit->code[i].op == MR_OP_JUMP_BACK;
    if (back ? offset >= 0 : offset <= 0) return refuse(f, "a jump in the wrong direction");
    return join(f, (uint32_t)(i + offset), NULL);
}

static bool check_jumps(Flow *f, uint32_t i, MrInstr n) {
    const MrOpInfo *info = &mr_op_info[n.op];
    if (n.op == MR_OP_FOR_ITER) return jump(f, i, (int32_t)f->unit->code[i + 1].word);
    if (n.op == MR_OP_END_ASYNC_FOR) return jump(f, i, n.bc);
    if (info->c == 'S') return jump(f, i, (int16_t)n.c);
    if (info->b != 'J') return true;
    if (n.op != MR_OP_JUMP_IF_NONE && n.op != MR_OP_JUMP_IF_NOT_NONE) return jump(f, i, n.bc);
    Kinds kinds = get(f, n.a), some = kinds & ~(Kinds)NONE;
    if (n.a < f->nlocals || !some) return jump(f, i, n.bc);
    put(f, n.a, n.op == MR_OP_JUMP_IF_NONE ? NONE : some);
    if (!jump(f, i, n.bc)) return false;
    put(f, n.a, n.op == MR_OP_JUMP_IF_NONE ? some : kinds);
    return true;
}

static bool step(Flow *f, uint32_t i) {
    MrInstr n = f->unit->code[i];
    const MrOpInfo *info = &mr_op_info[n.op];
    const Rule *rule = rules[n.op].known ? &rules[n.op] : &usual;
    if (n.x > rule->x) return refuse(f, "an instruction of no known form");
    if (!check_operand(f, info->a, n.a, rule->a) || !check_operand(f, info->b, n.b, rule->b) || !check_operand(f, info->c, n.c, rule->c)) return false;
    if (!check_runs(f, n) || (n.op == MR_OP_SETUP_WITH && !need_temporary(f, n.a))) return false;
    if (n.op == MR_OP_SETUP_WITH) put_run(f, n.a, 4, STALE); /* the registers that it may have changed when it raises */
    if (n.op == MR_OP_SEND) put(f, n.a, OTHER);
    if (!is_call(n) && !join_handler(f, i, n.op == MR_OP_DISCARD && !n.x ? n.a : UINT32_MAX)) return false;
    if (!check_special(f, i, n) || !check_jumps(f, i, n)) return false;
    if ((info->a == 'D' || info->a == 'M') && rule->gives) put(f, n.a, rule->gives == KIND_V ? OTHER : rule->gives == KIND_P ? TUPLE : rule->gives);
    if (n.op == MR_OP_FOR_ITER) put(f, n.a, OTHER);
    if (info->flags[0] == 'T') f->reachable = false;
    return true;
}

/* Goes on at word i, where jumps or exceptions come from elsewhere. */
static bool arrive(Flow *f, uint32_t i) {
    if (f->reachable && !join(f, i, NULL)) return false;
    if (!f->at[i]) return true;
    copy_state(f->now, f->at[i]);
    f->reachable = true;
    f->joined = 0;
    if (f->role[i] != HEAD) {
        free(f->at[i]);
        f->at[i] = NULL;
    }
    return true;
}

static void enter(Flow *f) {
    const MrUnit *u = f->unit;
    uint32_t params = (uint32_t)u->argcount + u->kwonly + !!(u->flags & MR_CODE_VARARGS) + !!(u->flags & MR_CODE_VARKEYWORDS);
    f->now->height = f->nlocals;
    for (uint32_t r = 0; r < f->nlocals; r++) f->now->regs[r] = r < params ? OTHER : UNBOUND;
    f->reachable = true;
    f->again = false;
    f->joined = f->before = f->here = 0;
    f->lends = UINT32_MAX;
}

static bool pass(Flow *f) {
    const MrUnit *u = f->unit;
    enter(f);
    for (uint32_t i = 0; i < u->n_code; i += 1u + mr_op_info[u->code[i].op].words) {
        if ((f->at[i] || f->role[i] != PLAIN) && !arrive(f, i)) return false;
        f->here = i;
        if (f->joined == 0) f->n_changed = 0;
        if (f->reachable && (!spend(f, 64) || !step(f, i))) return false;
        f->before = i;
    }
    return true;
}

/* Rows that stand first win, as in the VM. Handlers stand behind what they protect: an exception does not go backwards. */
static bool read_handlers(Flow *f) {
    const MrUnit *u = f->unit;
    for (uint32_t k = u->n_handlers; k-- > 0;) {
        const MrHandler *h = &u->handlers[k];
        f->here = h->start;
        if (h->target < h->end) return refuse(f, "a handler before what it protects");
        if (!spend(f, h->end - h->start)) return false;
        f->role[h->target] = HANDLER;
        for (uint32_t i = h->start; i < h->end; i++) f->handler_of[i] = k + 1;
    }
    return true;
}

static bool read_loops(Flow *f) {
    const MrUnit *u = f->unit;
    for (uint32_t i = 0; i < u->n_code; i += 1u + mr_op_info[u->code[i].op].words) {
        if (u->code[i].op != MR_OP_JUMP_BACK) continue;
        uint8_t *role = &f->role[i + (uint32_t)u->code[i].bc];
        f->here = i;
        if (*role == HANDLER) return refuse(f, "a handler that is a loop");
        *role = HEAD;
    }
    return true;
}

bool mr_flow_check(const MrUnit *unit, const char **why, uint32_t *at) {
    Flow f = {.unit = unit, .nregs = unit->nregs, .nlocals = unit->nlocals};
    f.at = calloc(unit->n_code, sizeof *f.at);
    f.role = calloc(unit->n_code, 1);
    f.handler_of = calloc(unit->n_code, sizeof *f.handler_of);
    f.now = state_new(&f);
    bool sound = f.at && f.role && f.handler_of && f.now ? read_handlers(&f) && read_loops(&f) : refuse(&f, "out of memory");
    do sound = sound && pass(&f);
    while (sound && f.again);
    *why = f.why;
    *at = f.here;
    for (uint32_t i = 0; f.at && i < unit->n_code; i++) free(f.at[i]);
    free(f.at);
    free(f.role);
    free(f.handler_of);
    free(f.now);
    return sound;
}
