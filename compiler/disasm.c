/* The listing of units; see disasm.h. */
#include "compiler/disasm.h"

#include "base/numtext.h"

enum { MAX_SHOWN = 60 };

static void put_text(const MrText *text, char prefix, MrBuf *out) {
    if (prefix) mr_buf_putc(out, prefix);
    mr_buf_putc(out, '\'');
    for (size_t i = 0; i < text->length && i < MAX_SHOWN; i++) {
        unsigned char byte = (unsigned char)text->bytes[i];
        if (byte == '\n') mr_buf_puts(out, "\\n");
        else if (byte == '\'' || byte == '\\') mr_buf_printf(out, "\\%c", byte);
        else if (byte < 32 || byte == 127 || (prefix && byte > 126)) mr_buf_printf(out, "\\x%02x", byte);
        else mr_buf_putc(out, (char)byte);
    }
    mr_buf_puts(out, text->length > MAX_SHOWN ? "'..." : "'");
}

void mr_disasm_const(const MrConst *k, MrBuf *out) {
    char number[MR_DOUBLE_REPR_MAX];
    switch (k->kind) {
    case MR_CONST_NONE: mr_buf_puts(out, "None"); break;
    case MR_CONST_FALSE: mr_buf_puts(out, "False"); break;
    case MR_CONST_TRUE: mr_buf_puts(out, "True"); break;
    case MR_CONST_ELLIPSIS: mr_buf_puts(out, "Ellipsis"); break;
    case MR_CONST_INT: mr_buf_printf(out, "%lld", (long long)k->i); break;
    case MR_CONST_BIGINT:
        mr_buf_puts(out, k->text.bytes[0] == '-' ? "-0x" : "0x");
        mr_buf_puts(out, k->text.bytes + (k->text.bytes[0] == '-'));
        break;
    case MR_CONST_FLOAT:
        mr_double_repr(k->d, number);
        mr_buf_puts(out, number);
        break;
    case MR_CONST_COMPLEX:
        mr_double_repr(k->d, number);
        mr_buf_printf(out, "(%s, ", number);
        mr_double_repr(k->imag, number);
        mr_buf_printf(out, "%sj)", number);
        break;
    case MR_CONST_STR: put_text(&k->text, 0, out); break;
    case MR_CONST_BYTES: put_text(&k->text, 'b', out); break;
    case MR_CONST_TUPLE: case MR_CONST_FROZENSET:
        mr_buf_puts(out, k->kind == MR_CONST_TUPLE ? "(" : "frozenset({");
        for (size_t i = 0; i < k->n; i++) {
            if (i) mr_buf_puts(out, ", ");
            mr_disasm_const(&k->items[i], out);
        }
        mr_buf_puts(out, k->kind == MR_CONST_FROZENSET ? "})" : k->n == 1 ? ",)" : ")");
        break;
    case MR_CONST_CODE: mr_buf_printf(out, "<code %s>", k->code->qualname.bytes); break;
    }
}

static void put_register(const MrUnit *unit, unsigned reg, MrBuf *out) {
    if (reg < unit->nlocals) mr_buf_printf(out, " r%u(%s)", reg, unit->varnames[reg].bytes);
    else mr_buf_printf(out, " r%u", reg);
}

static void put_operand(const MrUnit *unit, char kind, unsigned value, uint32_t index, MrBuf *out) {
    switch (kind) {
    case 'R': case 'D': case 'M': case 'L': put_register(unit, value, out); break;
    case 'K':
        mr_buf_putc(out, ' ');
        if (value < unit->n_consts) mr_disasm_const(&unit->consts[value], out);
        break;
    case 'N': mr_buf_printf(out, " %s", value < unit->n_names ? unit->names[value].bytes : "?"); break;
    case 'F': mr_buf_printf(out, " free(%s)", value < unit->n_free ? unit->freenames[value].bytes : "?"); break;
    case 'I': mr_buf_printf(out, " %u", value); break;
    case 'S': mr_buf_printf(out, " ->%d", (int)index + (int16_t)value); break;
    default: break;
    }
}

static void put_instruction(const MrUnit *unit, uint32_t index, MrBuf *out) {
    static const char *const intrinsics[] = {
#define INTRINSIC(name, nargs, text) #name,
#include "compiler/intrinsics.def"
#undef INTRINSIC
    };
    MrInstr instr = unit->code[index];
    const MrOpInfo *info = &mr_op_info[instr.op];
    mr_buf_printf(out, "%6u  %5u  %-18s", unit->positions[index].line, index, info->name);
    put_operand(unit, info->a, instr.a, index, out);
    if (info->b == 'J' || instr.op == MR_OP_END_ASYNC_FOR) {
        mr_buf_printf(out, " ->%d", (int)index + instr.bc);
    } else if (info->b == 'Q') {
        mr_buf_putc(out, ' ');
        if (instr.op == MR_OP_LOAD_INT) mr_buf_printf(out, "%d", instr.bc);
        else if ((uint32_t)instr.bc < unit->n_consts) mr_disasm_const(&unit->consts[instr.bc], out);
    } else {
        put_operand(unit, info->b, instr.b, index, out);
        if (instr.op == MR_OP_INTRINSIC && instr.c < MR_INTRINSIC_COUNT) mr_buf_printf(out, " %s", intrinsics[instr.c]);
        else put_operand(unit, info->c, instr.c, index, out);
    }
    if (instr.op == MR_OP_FOR_ITER) mr_buf_printf(out, " ->%d", (int)index + (int32_t)unit->code[index + 1].word);
    if (instr.op == MR_OP_CALL_KW) put_operand(unit, 'K', (unsigned)unit->code[index + 1].word, index, out);
    if (instr.x) mr_buf_printf(out, " x=%u", instr.x);
    mr_buf_printf(out, "  ; %s\n", info->text);
}

void mr_disasm_unit(const MrUnit *unit, MrBuf *out) {
    mr_buf_printf(out, "%s: %u locals, %u registers, flags 0x%x\n", unit->qualname.bytes, unit->nlocals, unit->nregs, unit->flags);
    for (uint32_t i = 0; i < unit->n_code; i += 1u + mr_op_info[unit->code[i].op].words) put_instruction(unit, i, out);
    for (uint32_t i = 0; i < unit->n_handlers; i++) {
        const MrHandler *h = &unit->handlers[i];
        mr_buf_printf(out, "        handler %u..%u -> %u in r%u\n", h->start, h->end, h->target, h->reg);
    }
    for (uint32_t i = 0; i < unit->n_consts; i++) {
        if (unit->consts[i].kind != MR_CONST_CODE) continue;
        mr_buf_putc(out, '\n');
        mr_disasm_unit(unit->consts[i].code, out);
    }
}
