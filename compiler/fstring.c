/* f-strings: each piece to a register, then one concatenation. What is long is put together part by part, for registers are limited. */
#include "compiler/gen.h"

enum { MAX_PIECES = 4096 };

static void gen_piece(MrFn *fn, MrAst *e, unsigned dst) {
    if (e->kind != AST_FormattedValue) {
        mr_gen_to(fn, e, dst);
        return;
    }
    MrAstFormattedValue *n = mr_ast_FormattedValue(e);
    unsigned x = n->conversion == 's' ? 1 : n->conversion == 'r' ? 2 : n->conversion == 'a' ? 3 : 0;
    unsigned mark = fn->temp_top, spec = 0;
    unsigned value = mr_gen_operand(fn, n->value, n->format_spec, NULL);
    if (n->format_spec) {
        spec = mr_gen_any(fn, n->format_spec);
        x |= 4;
    }
    mr_emit(fn, e, MR_OP_FORMAT_VALUE, x, dst, value, spec);
    fn->temp_top = mark;
}

void mr_gen_fstring(MrFn *fn, MrAst *e, unsigned dst) {
    if (e->kind == AST_FormattedValue) {
        gen_piece(fn, e, dst);
        return;
    }
    MrNodeList values = mr_ast_JoinedStr(e)->values;
    unsigned mark = fn->temp_top;
    if (values.count == 0) {
        mr_emit_text(fn, e, dst, "", 0);
    } else if (values.count == 1 && (values.items[0]->kind == AST_FormattedValue || values.items[0]->kind == AST_Constant)) {
        gen_piece(fn, values.items[0], dst);
    } else {
        unsigned first = fn->temp_top;
        for (uint32_t i = 0; i < values.count; i++) {
            if (fn->temp_top - first == MAX_PIECES) {
                mr_emit(fn, e, MR_OP_BUILD_STRING, 0, first, first, MAX_PIECES);
                fn->temp_top = first + 1;
            }
            unsigned reg = mr_temp(fn, 1);
            gen_piece(fn, values.items[i], reg);
        }
        mr_emit(fn, e, MR_OP_BUILD_STRING, 0, dst, first, fn->temp_top - first);
    }
    fn->temp_top = mark;
}
