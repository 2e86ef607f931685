/* Raising, matching and recording exceptions; what an uncaught one prints. The exception types themselves are in types/exception.c. */
#include "base/utf8.h"
#include "vm/error.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

#include "vm/attr.h"
#include "vm/call.h"
#include "vm/frame.h"
#include "vm/import.h"
#include "vm/permit.h"

/* ---- raising ---- */

/* Sets e as pending and links what is being handled as its context, cutting cycles as CPython does. */
MrValue mr_raise_value(MrThread *t, MrValue exc)
{
    MrExcState *s = t->exc;
    while (s && s->handled == MR_NONE)
        s = s->outer;
    MrException *e = MR_EXCEPTION(exc);
    if (s && s->handled != exc && mr_is_exception(s->handled)) {
        MrValue o = s->handled, slow = o;
        bool step = false;
        for (;;) { /* avoid a context chain that comes back to exc */
            MrValue c = MR_EXCEPTION(o)->context;
            if (!mr_is_exception(c))
                break;
            if (c == exc) {
                MR_EXCEPTION(o)->context = MR_NONE;
                break;
            }
            o = c;
            if (o == slow)
                break;
            if (step)
                slow = MR_EXCEPTION(slow)->context;
            step = !step;
        }
        e->context = s->handled;
        mr_write_barrier(t, e, e->context);
    }
    t->pending = exc;
    return MR_ERROR;
}

/* An instance of a builtin exception with these args. Runs no script. */
MrValue mr_exception_new(MrThread *t, MrType *type, MrValue args)
{
    MrException *e = mr_alloc_instance(t, sizeof *e, type);
    if (!e)
        return MR_ERROR;
    e->args = args;
    e->traceback = e->cause = e->context = MR_NONE;
    mr_exception_init_fields(t, e, type);
    return mr_val(e);
}

static MrValue raise_args(MrThread *t, MrTypeId exc, MrValue args)
{
    if (args == MR_ERROR)
        return args;
    MrValue e = mr_exception_new(t, t->iso->types[exc], args);
    return e == MR_ERROR ? e : mr_raise_value(t, e);
}

MrValue mr_raise_type_value(MrThread *t, MrTypeId exc, MrValue arg)
{
    return raise_args(t, exc, arg == MR_UNBOUND ? t->iso->empty_tuple : mr_tuple_from(t, &arg, 1));
}

MrValue mr_raise_str(MrThread *t, MrTypeId exc, MrValue message)
{
    return mr_raise_type_value(t, exc, message);
}

MrValue mr_raise(MrThread *t, MrTypeId exc, const char *fmt, ...)
{
    MrBuf b;
    mr_buf_init(&b);
    va_list ap;
    va_start(ap, fmt);
    mr_buf_vprintf(&b, fmt, ap);
    va_end(ap);
    MrValue s = mr_str_buf(t, &b);
    return s == MR_ERROR ? s : mr_raise_type_value(t, exc, s);
}

MrValue mr_raise_no_memory(MrThread *t)
{
    MrIsolate *iso = t->iso;
    if (iso->no_memory == MR_UNBOUND) { /* the isolate is still being made */
        t->pending = MR_NONE;
        return MR_ERROR;
    }
    MrException *e = MR_EXCEPTION(iso->no_memory);
    e->traceback = e->cause = e->context = MR_NONE;
    t->pending = iso->no_memory;
    return MR_ERROR;
}

MrValue mr_raise_index(MrThread *t, const char *what)
{
    return mr_raise(t, MR_EXC_IndexError, "%s index out of range", what);
}

MrValue mr_raise_errno(MrThread *t, int err, MrValue filename)
{
    MrValue args[3] = {mr_small_int(err), mr_str_c(t, strerror(err)), filename};
    if (args[1] == MR_ERROR)
        return MR_ERROR;
    MrValue e = mr_call(t, mr_type_val(t, MR_EXC_OSError), filename == MR_UNBOUND ? 2 : 3, args);
    return e == MR_ERROR ? e : mr_raise_value(t, e);
}

MrValue mr_take_pending(MrThread *t)
{
    MrValue e = t->pending;
    t->pending = MR_UNBOUND;
    return e;
}

bool mr_pending_is(MrThread *t, MrTypeId exc)
{
    return t->pending != MR_UNBOUND && t->pending != MR_NONE && mr_isinstance_of(t, t->pending, exc);
}

bool mr_clear_if(MrThread *t, MrTypeId exc)
{
    if (!mr_pending_is(t, exc) || t->iso->stopping)
        return false;
    t->pending = MR_UNBOUND;
    return true;
}

bool mr_stack_ok(MrThread *t)
{
    if (MR_LIKELY((char *)__builtin_frame_address(0) > t->c_limit))
        return true;
    mr_recursion_error(t);
    return false;
}

#define NAMED_MARGIN 4096 /* more than the C frames between two checks of one operation */

bool mr_stack_ok_in(MrThread *t, const char *what)
{
    if (MR_LIKELY((char *)__builtin_frame_address(0) > t->c_limit + NAMED_MARGIN))
        return true;
    mr_recursion_error_in(t, what);
    return false;
}

bool mr_is_exception_class(MrThread *t, MrValue v)
{
    (void)t;
    return mr_is_type(v) && (MR_TYPE(v)->flags & MR_TYPE_IS_EXCEPTION);
}

MrValue mr_exception_instance(MrThread *t, MrValue v)
{
    if (mr_is_exception(v))
        return v;
    if (mr_is_exception_class(t, v)) {
        MrValue e = mr_call0(t, v);
        if (e == MR_ERROR || mr_is_exception(e))
            return e;
        MrValue r = mr_repr(t, v), got = r == MR_ERROR ? r : mr_repr(t, mr_val(mr_typeof(t, e)));
        return got == MR_ERROR ? got : mr_raise(t, MR_EXC_TypeError, "calling %s should have returned an instance of BaseException, not %s", mr_cstr(r), mr_cstr(got));
    }
    return mr_raise(t, MR_EXC_TypeError, "exceptions must derive from BaseException");
}

/* ---- tracebacks ---- */

uint32_t mr_code_line(const MrCode *code, uint32_t pc)
{
    if (pc >= code->n_code)
        return code->first_line;
    while (pc && !code->positions[pc].line) /* what the compiler adds has the line before */
        pc--;
    return code->positions[pc].line ? code->positions[pc].line : code->first_line;
}

static bool has_handler(const MrCode *code, uint32_t at)
{
    for (uint32_t i = 0; i < code->n_handlers; i++)
        if (at >= code->handlers[i].start && at < code->handlers[i].end)
            return true;
    return false;
}

/* The locals outlive the frame: one that handles the exception goes on and gets a frame object, one that ends leaves them with the line. */
static MrTraceback *new_line(MrThread *t, MrFrame *frame, uint32_t pc)
{
    if (frame->frame_object == MR_UNBOUND && frame->regs && (frame->ns != MR_UNBOUND || has_handler(frame->code, pc)) && mr_frame_object_of(t, frame) == MR_ERROR)
        return NULL;
    uint32_t n = frame->frame_object == MR_UNBOUND && frame->regs ? frame->code->nlocals : 0;
    MrTraceback *tb = mr_alloc(t, sizeof *tb + n * sizeof *tb->values, MR_KIND_TRACEBACK, MR_TYPE_traceback);
    if (!tb)
        return NULL;
    tb->n_values = n;
    for (uint32_t i = 0; i < n; i++)
        tb->values[i] = frame->regs[i];
    return tb;
}

void mr_traceback_add(MrThread *t, MrFrame *frame)
{
    MrValue exc = t->pending;
    if (!mr_is_exception(exc) || frame->code->flags & MR_CODE_LIKE_NATIVE)
        return;
    MrHeap *h = &t->iso->heap;
    bool disabled = h->disabled;
    h->disabled = true; /* a line of a traceback is worth going past the limit: this must not replace the exception */
    uint32_t pc = (uint32_t)(frame->pc - frame->code->code);
    MrTraceback *tb = new_line(t, frame, pc);
    h->disabled = disabled;
    if (!tb) {
        t->pending = exc;
        return;
    }
    tb->next = MR_EXCEPTION(exc)->traceback;
    tb->depth = frame > t->frames && frame < t->frames_end ? (uint32_t)(frame - t->frames) : 0;
    MrTraceback *callee = mr_is_kind(tb->next, MR_KIND_TRACEBACK) ? (MrTraceback *)mr_obj_of(tb->next) : NULL;
    if (callee && callee->depth == tb->depth + 1 && frame->pc->op != MR_OP_RAISE) {
        callee->caller = tb;
        mr_write_barrier(t, &callee->h, mr_val(tb));
    }
    tb->code = frame->code;
    tb->function = frame->function;
    tb->globals = frame->function->globals;
    tb->frame = frame->frame_object;
    if (tb->frame != MR_UNBOUND) {
        ((MrFrameObject *)mr_obj_of(tb->frame))->line = tb;
        mr_write_barrier(t, mr_obj_of(tb->frame), mr_val(tb));
    }
    tb->pc = pc;
    MR_EXCEPTION(exc)->traceback = mr_val(tb);
    mr_write_barrier(t, mr_obj_of(exc), mr_val(tb));
}

/* ---- syntax errors ---- */

static MrValue raise_scoping(MrThread *t, MrTypeId kind, MrValue message, MrValue filename, const MrDiagPlace *place, MrValue text)
{
    static const char *const names[] = {"filename", "lineno", "offset", "text", "end_lineno", "end_offset"};
    MrValue e = mr_call1(t, mr_type_val(t, kind), message);
    MrValue values[6] = {filename, mr_small_int(place->line), mr_small_int(place->offset > 0 ? place->offset : 0), text, mr_small_int(place->end_line ? place->end_line : place->line),
                         place->end_offset ? mr_small_int(place->end_offset) : MR_NONE};
    for (size_t i = 0; e != MR_ERROR && i < 6; i++) {
        MrStr *name = mr_intern(t, names[i], strlen(names[i]));
        if (!name || !mr_setattr(t, e, name, values[i]))
            return MR_ERROR;
    }
    return e == MR_ERROR ? e : mr_raise_value(t, e);
}

/* CPython counts the end of a range of several lines in the first of them, and no further than its end. */
static int clipped_end(const MrDiagPlace *place, const MrDiag *diag, bool in_chars, bool ended)
{
    size_t length = place->text_length + ended, end = (size_t)diag->end_col, in_text = end < place->text_length ? end : place->text_length;
    if (in_chars)
        return (int)mr_utf8_count(place->text, in_text) + (end >= length && ended) + 1;
    return (int)(end < length ? end : length) + 1;
}

/* CPython takes the columns, which are bytes of the error's line, for bytes of the joined text that it shows when it counts characters. */
static void count_in_joined(const MrDiag *diag, MrDiagPlace *place)
{
    if (diag->col >= 0)
        place->offset = (int)mr_utf8_count(place->text, (size_t)diag->col) + 1;
    if (diag->end_line == diag->line && diag->end_col >= 0)
        place->end_offset = (int)mr_utf8_count(place->text, (size_t)diag->end_col) + 1;
}

/* Counts the column from the start of the joined lines; where only the last of them is shown, it ends behind that line's newline. */
static int joined_offset(const MrSource *source, const MrDiag *diag, const MrDiagPlace *place)
{
    size_t length;
    const char *first = mr_source_line(source, diag->first_line, &length), *last = mr_source_line(source, diag->line, &length);
    size_t column = (size_t)(last - first) + (size_t)diag->col;
    if (place->text != first && column > length + 1)
        column = length + 1;
    if (!source->char_columns)
        return (int)column + 1;
    return (int)(column <= place->text_length ? mr_utf8_count(place->text, column) : mr_utf8_count(place->text, length) + 1) + 1;
}

MrValue mr_raise_diag(MrThread *t, const MrSource *source, const MrDiag *diag)
{
    static const MrTypeId kinds[] = {
        [MR_DIAG_NONE] = MR_EXC_SystemError, [MR_DIAG_SYNTAX_ERROR] = MR_EXC_SyntaxError, [MR_DIAG_INDENTATION_ERROR] = MR_EXC_IndentationError,
        [MR_DIAG_TAB_ERROR] = MR_EXC_TabError, [MR_DIAG_RECURSION_ERROR] = MR_EXC_RecursionError, [MR_DIAG_MEMORY_ERROR] = MR_EXC_MemoryError,
        [MR_DIAG_OVERFLOW_ERROR] = MR_EXC_OverflowError, [MR_DIAG_VALUE_ERROR] = MR_EXC_ValueError};
    MrTypeId kind = kinds[diag->kind];
    if (diag->kind == MR_DIAG_MEMORY_ERROR && !diag->message)
        return mr_raise_no_memory(t);
    MrValue message = mr_str_c(t, diag->message ? diag->message : "compiler failed");
    if (message == MR_ERROR)
        return message;
    if (kind != MR_EXC_SyntaxError && kind != MR_EXC_IndentationError && kind != MR_EXC_TabError)
        return mr_raise_type_value(t, kind, message);
    size_t length;
    MrDiagPlace place = mr_diag_place(source, diag);
    MrValue filename = source && source->filename ? mr_str_c(t, source->filename) : MR_NONE;
    bool on_disk = source && source->filename && !mr_denied(t, MR_ALLOW_FILES) && access(source->filename, R_OK) == 0;
    if (diag->parsed && !on_disk)
        place.text = NULL;
    if (place.text && !diag->passed && !diag->parsed && !diag->char_columns && source->filename && strcmp(source->filename, "<stdin>") && !on_disk)
        mr_diag_join_lines(source, diag, &place);
    if (place.text && place.text < mr_source_line(source, diag->line, &length) && !diag->joined_columns && source->char_columns)
        count_in_joined(diag, &place);
    if (place.text && diag->joined_columns && diag->first_line > 0 && diag->first_line < diag->line)
        place.offset = joined_offset(source, diag, &place);
    bool ended = place.text && (on_disk || !source->streamed) && !diag->char_columns && (on_disk || !(diag->passed && place.line < source->line_count && source->char_columns)) &&
                 ((!on_disk && !source->open_end) || memchr(place.text, '\n', (size_t)(source->text + source->length - place.text)));
    if (place.text && !diag->parsed && !diag->scoping && !diag->char_columns && diag->end_line > diag->line && diag->end_col >= 0)
        place.end_offset = clipped_end(&place, diag, source->char_columns, ended);
    MrValue text = place.text ? mr_strf(t, ended ? "%.*s\n" : "%.*s", (int)place.text_length, place.text) : MR_NONE;
    if (filename == MR_ERROR || text == MR_ERROR)
        return MR_ERROR;
    if (diag->line <= 0 || diag->at_source) {
        MrValue bare = mr_call1(t, mr_type_val(t, kind), message);
        return bare == MR_ERROR ? bare : mr_raise_value(t, bare);
    }
    if (source->open_end && source->length == 0)
        place.line = place.end_line = 0; /* eval("") */
    if (diag->scoping)
        return raise_scoping(t, kind, message, filename, &place, text);
    MrValue details[6] = {filename, mr_small_int(place.line), mr_small_int(place.offset > 0 ? place.offset : 0), text,
                          mr_small_int(place.end_line ? place.end_line : place.line), mr_small_int(place.end_line || place.end_offset < 0 ? place.end_offset : 0)};
    MrValue args[2] = {message, mr_tuple_from(t, details, 6)};
    if (args[1] == MR_ERROR)
        return MR_ERROR;
    MrValue e = mr_call(t, mr_type_val(t, kind), 2, args);
    return e == MR_ERROR ? e : mr_raise_value(t, e);
}

/* ---- reports ---- */

static MrValue stderr_of(MrThread *t)
{
    return t->iso->builtins ? mr_sys_get(t, mr_n(t, stderr)) : MR_UNBOUND;
}

void mr_write_stderr(MrThread *t, const char *text, size_t n)
{
    MrValue pending = mr_take_pending(t);
    MrValue file = stderr_of(t);
    bool done = false;
    if (file != MR_UNBOUND && file != MR_NONE) {
        MrValue s = mr_str_new(t, text, n);
        done = s != MR_ERROR && mr_call_method(t, file, mr_n(t, write), 1, &s) != MR_ERROR;
        if (!done)
            mr_take_pending(t);
    }
    if (!done && file != MR_NONE)
        fwrite(text, 1, n, stderr);
    t->pending = pending;
}

/* Through the traceback module, which knows groups, notes, carets and suggestions. */
static bool print_with_module(MrThread *t, const char *function, MrValue exc)
{
    MrValue module = mr_import(t, "traceback");
    if (module == MR_ERROR)
        return false;
    MrStr *printer = mr_intern(t, function, strlen(function));
    t->own_imports++; /* no finders of the script */
    bool ok = printer && mr_call_method(t, module, printer, 1, &exc) != MR_ERROR;
    t->own_imports--;
    return ok;
}

/* When even that fails: type and message only. */
static void print_plain(MrThread *t, MrValue exc)
{
    MrBuf b;
    mr_buf_init(&b);
    if (mr_is_kind(MR_EXCEPTION(exc)->traceback, MR_KIND_TRACEBACK))
        mr_buf_puts(&b, "Traceback (most recent call last):\n");
    for (MrValue tb = MR_EXCEPTION(exc)->traceback; mr_is_kind(tb, MR_KIND_TRACEBACK); tb = ((MrTraceback *)mr_obj_of(tb))->next) {
        MrTraceback *e = (MrTraceback *)mr_obj_of(tb);
        mr_buf_printf(&b, "  File \"%s\", line %u, in %s\n", e->code->filename->bytes, mr_code_line(e->code, e->pc), e->code->name->bytes);
    }
    MrValue text = mr_str(t, exc);
    if (text == MR_ERROR)
        mr_take_pending(t);
    mr_buf_printf(&b, "%s%s%s\n", mr_type_name(t, exc), text == MR_ERROR || !MR_STR(text)->nbytes ? "" : ": ",
                  text == MR_ERROR ? "<exception str() failed>" : mr_cstr(text));
    mr_write_stderr(t, b.data, b.length);
    mr_buf_fini(&b);
}

void mr_print_exception_by(MrThread *t, const char *function, MrValue exc)
{
    if (stderr_of(t) == MR_NONE)
        return;
    if (print_with_module(t, function, exc))
        return;
    mr_take_pending(t);
    print_plain(t, exc);
}

/* As the interpreter's own report words things, not traceback.print_exception. */
void mr_print_exception(MrThread *t, MrValue exc) { mr_print_exception_by(t, "_print_uncaught", exc); }
