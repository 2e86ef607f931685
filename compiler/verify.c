/* The verifier; see verify.h. One pass marks where instructions start, a second checks operands by their kinds in opcodes.def and
 * the few register ranges that the kinds do not tell; what the registers hold is flow.c's.
 */
#include "compiler/verify.h"

#include <stdlib.h>

#include "compiler/flow.h"

enum { MAX_NESTING = 200, SUSPENDS = MR_CODE_GENERATOR | MR_CODE_COROUTINE | MR_CODE_ASYNC_GENERATOR };

typedef struct Verifier {
    const MrUnit *unit;
    uint8_t *starts; /* n_code + 1 */
    MrBuf *why;
} Verifier;

static bool fail(Verifier *v, uint32_t index, const char *reason) {
    if (v->why) mr_buf_printf(v->why, "%s at instruction %u of %s", reason, index, v->unit->qualname.bytes);
    return false;
}

static bool registers(Verifier *v, uint32_t index, uint64_t first, uint64_t count) {
    return first + count <= v->unit->nregs ? true : fail(v, index, "register out of range");
}

static bool target(Verifier *v, uint32_t index, int64_t offset) {
    int64_t at = (int64_t)index + offset;
    return at >= 0 && at < v->unit->n_code && v->starts[at] ? true : fail(v, index, "jump into nowhere");
}

static bool constant(Verifier *v, uint32_t index, uint64_t k) {
    return k < v->unit->n_consts ? true : fail(v, index, "constant out of range");
}

static bool check_operand(Verifier *v, uint32_t index, char kind, unsigned value) {
    const MrUnit *u = v->unit;
    switch (kind) {
    case 'R': case 'D': case 'M': case 'L': return registers(v, index, value, 1);
    case 'K': return constant(v, index, value);
    case 'N': return value < u->n_names ? true : fail(v, index, "name out of range");
    case 'F': return value < u->n_free ? true : fail(v, index, "free variable out of range");
    case 'S': return target(v, index, (int16_t)value);
    default: return true;
    }
}

static unsigned count_bits(unsigned x) { return (unsigned)__builtin_popcount(x); }

/* Runs of registers that an instruction touches beyond its single operands, and words behind it. */
static bool check_ranges(Verifier *v, uint32_t i, MrInstr n) {
    const MrUnit *u = v->unit;
    switch ((MrOpcode)n.op) {
    case MR_OP_LOAD_METHOD: return registers(v, i, n.a, 2);
    case MR_OP_LOAD_SUPER_ATTR: return registers(v, i, n.b, 3);
    case MR_OP_LOAD_SUPER_METHOD: return registers(v, i, n.b, 3) && registers(v, i, n.a, 2);
    case MR_OP_GET_SLICE: return registers(v, i, n.c, 2);
    case MR_OP_BUILD_SLICE:
        if (n.c != 2 && n.c != 3) return fail(v, i, "slice of neither two nor three parts");
        return registers(v, i, n.b, n.c);
    case MR_OP_BUILD_TUPLE: case MR_OP_BUILD_LIST: case MR_OP_BUILD_SET: case MR_OP_BUILD_STRING: return registers(v, i, n.b, n.c);
    case MR_OP_BUILD_MAP: return registers(v, i, n.b, 2u * n.c);
    case MR_OP_UNPACK: return registers(v, i, n.a, n.c);
    case MR_OP_UNPACK_EX: return registers(v, i, n.a, 1u + n.c + n.x);
    case MR_OP_CALL: case MR_OP_CALL_METHOD: return registers(v, i, n.b, 2u + n.c);
    case MR_OP_CALL_KW: {
        uint64_t k = u->code[i + 1].word;
        if (!constant(v, i, k)) return false;
        if (u->consts[k].kind != MR_CONST_TUPLE || u->consts[k].n > n.c) return fail(v, i, "keyword names are no fitting tuple");
        for (size_t j = 0; j < u->consts[k].n; j++)
            if (u->consts[k].items[j].kind != MR_CONST_STR) return fail(v, i, "keyword name is no string");
        return registers(v, i, n.b, 2u + n.c);
    }
    case MR_OP_CALL_EX: return registers(v, i, n.b, 3u + (n.x != 0));
    case MR_OP_MAKE_FUNCTION: {
        uint32_t k = n.b | (uint32_t)(n.x >> 5) << 16;
        if (!constant(v, i, k)) return false;
        if (u->consts[k].kind != MR_CONST_CODE) return fail(v, i, "function of something else than code");
        if ((u->consts[k].code->n_free != 0) != ((n.x & 8) != 0)) return fail(v, i, "closure and free variables disagree");
        return registers(v, i, n.c, count_bits(n.x & 31));
    }
    case MR_OP_INTRINSIC:
        if (n.c >= MR_INTRINSIC_COUNT) return fail(v, i, "unknown intrinsic");
        return registers(v, i, n.b, mr_intrinsic_args(n.c));
    case MR_OP_FOR_ITER: return target(v, i, (int32_t)u->code[i + 1].word);
    case MR_OP_END_ASYNC_FOR: return target(v, i, n.bc);
    case MR_OP_MATCH_EXC_GROUP: return registers(v, i, n.a, 2);
    case MR_OP_SETUP_WITH: return registers(v, i, n.a, 4);
    case MR_OP_WITH_EXC_ARGS: return registers(v, i, n.a, 3);
    case MR_OP_IMPORT_NAME: return registers(v, i, n.c, 2);
    case MR_OP_RAISE: return n.x <= 2 ? true : fail(v, i, "unknown kind of raise");
    default: return true;
    }
}

static bool check_instruction(Verifier *v, uint32_t i) {
    MrInstr n = v->unit->code[i];
    const MrOpInfo *info = &mr_op_info[n.op];
    if (info->flags[0] == 'Q') return fail(v, i, "quickened instruction");
    if (!check_operand(v, i, info->a, n.a)) return false;
    if (info->b == 'J') {
        if (!target(v, i, n.bc)) return false;
    } else if (info->b == 'Q') {
        if (n.op != MR_OP_LOAD_INT && !constant(v, i, (uint32_t)n.bc)) return false;
    } else if (!check_operand(v, i, info->b, n.b) || !check_operand(v, i, info->c, n.c)) {
        return false;
    }
    return check_ranges(v, i, n);
}

static bool check_code(Verifier *v) {
    const MrUnit *u = v->unit;
    uint32_t last = 0;
    if (!u->n_code || u->n_code > INT32_MAX) return fail(v, 0, "no code");
    for (uint32_t i = 0; i < u->n_code;) {
        if (u->code[i].op >= MR_OP_COUNT) return fail(v, i, "unknown opcode");
        v->starts[i] = 1;
        last = i;
        i += 1u + mr_op_info[u->code[i].op].words;
        if (i > u->n_code) return fail(v, last, "instruction cut short");
    }
    for (uint32_t i = 0; i < u->n_code; i += 1u + mr_op_info[u->code[i].op].words)
        if (!check_instruction(v, i)) return false;
    return mr_op_info[u->code[last].op].flags[0] == 'T' ? true : fail(v, last, "code runs off its end");
}

static bool check_handlers(Verifier *v) {
    const MrUnit *u = v->unit;
    for (uint32_t i = 0; i < u->n_handlers; i++) {
        const MrHandler *h = &u->handlers[i];
        bool sane = h->start < h->end && h->end <= u->n_code && h->target < u->n_code && v->starts[h->start] && v->starts[h->target] &&
                    (h->end == u->n_code || v->starts[h->end]) && h->reg < u->nregs;
        if (!sane) return fail(v, h->start, "handler out of range");
    }
    return true;
}

static bool check_header(Verifier *v) {
    const MrUnit *u = v->unit;
    const uint32_t known = MR_CODE_LAYOUT | MR_CODE_NESTED | MR_CODE_ITERABLE_COROUTINE | MR_CODE_FUTURE_ANNOTATIONS | MR_CODE_LIKE_NATIVE | MR_CODE_CLASS;
    uint64_t params = (uint64_t)u->argcount + u->kwonly + !!(u->flags & MR_CODE_VARARGS) + !!(u->flags & MR_CODE_VARKEYWORDS);
    if (u->flags & ~known || count_bits(u->flags & SUSPENDS) > 1) return fail(v, 0, "unknown flags");
    if (u->nregs > UINT16_MAX || u->nlocals > u->nregs) return fail(v, 0, "impossible number of registers");
    if (params > u->nlocals || u->posonly > u->argcount) return fail(v, 0, "impossible number of parameters");
    for (uint32_t i = 0; i < u->nlocals; i++)
        if (u->local_flags[i] & ~(unsigned)(MR_LOCAL_CELL | MR_LOCAL_HIDDEN | MR_LOCAL_SHOWN)) return fail(v, 0, "unknown kind of local");
    if (u->doc < -1 || (u->doc >= 0 && (uint32_t)u->doc >= u->n_consts)) return fail(v, 0, "docstring out of range");
    if (u->doc >= 0 && u->consts[u->doc].kind != MR_CONST_STR) return fail(v, 0, "docstring that is no text");
    return true;
}

static bool check_positions(Verifier *v) {
    const MrUnit *u = v->unit;
    for (uint32_t i = 0; i < u->n_code; i++) {
        MrPosition p = u->positions[i];
        if (p.line > INT32_MAX || p.end_line > INT32_MAX || p.col > INT32_MAX || p.end_col > INT32_MAX) return fail(v, i, "position out of range");
    }
    return u->first_line <= INT32_MAX ? true : fail(v, 0, "position out of range");
}

static bool check_flow(Verifier *v) {
    const char *why;
    uint32_t at;
    return mr_flow_check(v->unit, &why, &at) ? true : fail(v, at, why);
}

static bool verify(const MrUnit *unit, MrBuf *why, int depth);

static bool verify_consts(const MrConst *consts, size_t n, MrBuf *why, int depth) {
    bool sound = true;
    for (size_t i = 0; sound && i < n; i++) {
        const MrConst *k = &consts[i];
        if (k->kind == MR_CONST_CODE) sound = verify(k->code, why, depth + 1);
        else if (k->kind == MR_CONST_TUPLE || k->kind == MR_CONST_FROZENSET) sound = verify_consts(k->items, k->n, why, depth + 1);
    }
    return sound;
}

static bool verify(const MrUnit *unit, MrBuf *why, int depth) {
    Verifier v = {unit, NULL, why};
    if (depth > MAX_NESTING) return fail(&v, 0, "units nested too deeply");
    if (!check_header(&v)) return false;
    v.starts = calloc((size_t)unit->n_code + 1, 1);
    if (!v.starts) return fail(&v, 0, "out of memory");
    bool sound = check_code(&v) && check_handlers(&v) && check_positions(&v) && check_flow(&v);
    free(v.starts);
    return sound && verify_consts(unit->consts, unit->n_consts, why, depth);
}

bool mr_verify_unit(const MrUnit *unit, MrBuf *why) { return verify(unit, why, 0); }

bool mr_verify_program(const MrUnit *unit, MrBuf *why) {
    Verifier v = {unit, NULL, why};
    if (unit->argcount || unit->kwonly || unit->n_free || unit->flags & (SUSPENDS | MR_CODE_VARARGS | MR_CODE_VARKEYWORDS))
        return fail(&v, 0, "code that cannot be run by itself");
    return mr_verify_unit(unit, why);
}
