/* Which registers are live at an instruction: the usual backward data flow over a code object, made when somebody asks.
 *
 * A register keeps its value until another one is written to it, so a temporary that an expression has done with still refers to its object. That does
 * not matter to most collections. It does to one that is to find out whether an object is still referred to: gc.collect(), and the collection made
 * when a bytearray cannot be resized since there are views of it. These leave dead temporaries out.
 *
 * What each operand does is in opcodes.def; the runs of registers that the kinds do not tell are below, as in compiler/verify.c. An instruction that may
 * raise is followed by its handler as well; reading too much is harmless, writing too much would be a dangling reference.
 */
#include "vm/live.h"

#include <stdlib.h>
#include <string.h>

#include "compiler/code.h"
#include "vm/interp.h"
#include "vm/object.h"

enum { MAX_WORDS = 1 << 16 };

typedef struct Flow {
    const MrCode *code;
    uint32_t width;      /* words of a set */
    uint64_t *in;        /* a set for each word of the code */
    uint64_t *used, *written;
} Flow;

static uint64_t *in_of(const Flow *f, uint32_t i) { return f->in + (size_t)i * f->width; }

static void add(const Flow *f, uint64_t *set, uint32_t first, uint32_t n)
{
    for (uint32_t r = first; r < first + n && r < f->code->nregs; r++)
        set[r / 64] |= (uint64_t)1 << (r % 64);
}

static void add_operand(const Flow *f, char kind, uint32_t r)
{
    if (kind == 'R' || kind == 'L' || kind == 'M')
        add(f, f->used, r, 1);
    if (kind == 'D' || kind == 'M')
        add(f, f->written, r, 1);
}

/* Fills in `used` and `written` for the instruction. */
static void read_operands(const Flow *f, MrInstr n)
{
    const MrOpInfo *info = &mr_op_info[n.op];
    memset(f->used, 0, f->width * sizeof *f->used);
    memset(f->written, 0, f->width * sizeof *f->written);
    add_operand(f, info->a, n.a);
    if (info->b != 'J' && info->b != 'Q')
        add_operand(f, info->b, n.b);
    add_operand(f, info->c, n.c);
    switch ((MrOpcode)n.op) {
    case MR_OP_LOAD_METHOD: case MR_OP_LOAD_METHOD_CLASS: case MR_OP_LOAD_METHOD_MODULE: case MR_OP_LOAD_METHOD_NUMBER: add(f, f->written, n.a, 2); break;
    case MR_OP_LOAD_SUPER_ATTR: add(f, f->used, n.b, 3); break;
    case MR_OP_LOAD_SUPER_METHOD: add(f, f->used, n.b, 3); add(f, f->written, n.a, 2); break;
    case MR_OP_BUILD_SLICE: case MR_OP_BUILD_TUPLE: case MR_OP_BUILD_LIST: case MR_OP_BUILD_SET: case MR_OP_BUILD_STRING: add(f, f->used, n.b, n.c); break;
    case MR_OP_GET_SLICE: add(f, f->used, n.c, 2); break;
    case MR_OP_BUILD_MAP: add(f, f->used, n.b, 2u * n.c); break;
    case MR_OP_UNPACK: add(f, f->written, n.a, n.c); break;
    case MR_OP_UNPACK_EX: add(f, f->written, n.a, 1u + n.c + n.x); break;
    case MR_OP_CALL: add(f, f->used, n.b + 2u, n.c); break;
    case MR_OP_CALL_METHOD: case MR_OP_CALL_KW: add(f, f->used, n.b + 1u, 1u + n.c); break;
    case MR_OP_CALL_EX: add(f, f->used, n.b + 1u, 2u + (n.x == 1)); break;
    case MR_OP_MAKE_FUNCTION: add(f, f->used, n.c, (unsigned)__builtin_popcount(n.x & 31)); break;
    case MR_OP_INTRINSIC: add(f, f->used, n.b, mr_intrinsic_args(n.c)); break;
    case MR_OP_MATCH_EXC_GROUP: add(f, f->written, n.a, 2); break;
    case MR_OP_SETUP_WITH: add(f, f->written, n.a, 4); break;
    case MR_OP_WITH_EXC_ARGS: add(f, f->written, n.a, 3); break;
    case MR_OP_IMPORT_NAME: add(f, f->used, n.c, 2); break;
    case MR_OP_FOR_ITER: memset(f->written, 0, f->width * sizeof *f->written); break; /* not when it is exhausted */
    default: break;
    }
}

static void join(const Flow *f, uint64_t *set, int64_t target)
{
    if (target < 0 || target >= f->code->n_code)
        return;
    for (uint32_t w = 0; w < f->width; w++)
        set[w] |= in_of(f, (uint32_t)target)[w];
}

/* One step: what is live before instruction i, from what is before those that may follow. Has it changed? */
static bool update(const Flow *f, uint32_t i, uint64_t *set)
{
    const MrCode *code = f->code;
    MrInstr n = code->code[i];
    const MrOpInfo *info = &mr_op_info[n.op];
    uint32_t next = i + 1 + info->words;
    memset(set, 0, f->width * sizeof *set);
    if (info->flags[0] != 'T')
        join(f, set, next);
    if (info->b == 'J' || n.op == MR_OP_END_ASYNC_FOR)
        join(f, set, (int64_t)i + n.bc);
    if (info->c == 'S')
        join(f, set, (int64_t)i + (int16_t)n.c);
    if (n.op == MR_OP_FOR_ITER)
        join(f, set, (int64_t)i + (int32_t)code->code[i + 1].word);
    read_operands(f, n);
    for (uint32_t w = 0; w < f->width; w++)
        set[w] = (set[w] & ~f->written[w]) | f->used[w];
    for (uint32_t k = 0; k < code->n_handlers; k++)
        if (i >= code->handlers[k].start && i < code->handlers[k].end)
            join(f, set, code->handlers[k].target);
    if (memcmp(set, in_of(f, i), f->width * sizeof *set) == 0)
        return false;
    memcpy(in_of(f, i), set, f->width * sizeof *set);
    return true;
}

/* The instructions' indices, in order, into `starts`. 0: the code is being watched, so that not all of it can be read. */
static uint32_t list_instructions(const MrCode *code, uint32_t *starts)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < code->n_code; i += 1u + mr_op_info[code->code[i].op].words) {
        if (code->code[i].op >= MR_OP_WATCH && code->code[i].op <= MR_OP_WATCH_3)
            return 0;
        starts[n++] = i;
    }
    return n;
}

uint64_t *mr_live_registers(const MrCode *code, const MrInstr *pc)
{
    Flow f = {.code = code, .width = (code->nregs + 63) / 64};
    if (!f.width || (uint64_t)code->n_code * f.width > MAX_WORDS)
        return NULL;
    f.in = calloc((size_t)code->n_code * f.width + 3 * f.width, sizeof *f.in);
    uint32_t *starts = malloc(code->n_code * sizeof *starts), n = f.in && starts ? list_instructions(code, starts) : 0;
    uint64_t *set = f.in ? in_of(&f, code->n_code) : NULL;
    if (n) {
        f.used = set + f.width;
        f.written = f.used + f.width;
        for (bool changed = true; changed;) {
            changed = false;
            for (uint32_t k = n; k-- > 0;)
                changed |= update(&f, starts[k], set);
        }
        memmove(f.in, in_of(&f, (uint32_t)(pc - code->code)), f.width * sizeof *f.in);
    }
    free(starts);
    if (n)
        return f.in;
    free(f.in);
    return NULL;
}
