/* From the compiler's unit to a code object of this isolate: constants become values, names are interned, instructions are copied so that
 * they can be quickened here without anybody else noticing. */
#include "base/source.h"
#include "compiler/compile.h"
#include "vm/aside.h"
#include "vm/error.h"
#include "vm/function.h"

/* What the front end, which cannot be interrupted, takes for a large text. */
#define LARGE_TEXT 10000
#define BYTES_PER_CHARACTER 40
#define NS_PER_CHARACTER 300

static MrValue load_const(MrThread *t, const MrConst *c);

static MrValue load_bigint(MrThread *t, const MrText *text)
{
    return mr_int_parse(t, text->bytes, text->length, 16);
}

static MrValue load_str(MrThread *t, const MrText *text)
{
    bool identifier = text->length > 0 && text->length <= 64;
    for (size_t i = 0; i < text->length && identifier; i++) {
        unsigned char ch = (unsigned char)text->bytes[i];
        identifier = ch == '_' || (ch >= '0' && ch <= '9') || ((ch | 32) >= 'a' && (ch | 32) <= 'z');
    }
    if (identifier) {
        MrStr *s = mr_intern(t, text->bytes, text->length);
        return s ? mr_val(s) : MR_ERROR;
    }
    if (text->length == 0)
        return t->iso->empty_str;
    return mr_str_new(t, text->bytes, text->length);
}

static MrValue load_items(MrThread *t, const MrConst *c)
{
    MrValue tuple = mr_tuple_new(t, c->n);
    if (tuple == MR_ERROR)
        return tuple;
    for (size_t i = 0; i < c->n; i++) {
        MrValue v = load_const(t, &c->items[i]);
        if (v == MR_ERROR)
            return v;
        MR_TUPLE(tuple)->items[i] = v;
    }
    if (c->kind == MR_CONST_TUPLE)
        return tuple;
    /* CPython's compiler makes such a constant twice, the second time in the order of the first, which decides how it iterates */
    MrValue set = MR_ERROR;
    for (int pass = 0; pass < 2 && tuple != MR_ERROR; pass++) {
        set = mr_set_new(t, true);
        for (size_t i = 0; set != MR_ERROR && i < MR_TUPLE(tuple)->length; i++)
            if (!mr_set_add(t, set, MR_TUPLE(tuple)->items[i]))
                return MR_ERROR;
        if (set == MR_ERROR || (pass == 0 && (tuple = mr_tuple_of(t, set)) == MR_ERROR))
            return MR_ERROR;
    }
    return set;
}

static MrValue load_const(MrThread *t, const MrConst *c)
{
    switch (c->kind) {
    case MR_CONST_NONE: return MR_NONE;
    case MR_CONST_FALSE: return MR_FALSE;
    case MR_CONST_TRUE: return MR_TRUE;
    case MR_CONST_ELLIPSIS: return MR_ELLIPSIS;
    case MR_CONST_INT: return mr_int(t, c->i);
    case MR_CONST_BIGINT: return load_bigint(t, &c->text);
    case MR_CONST_FLOAT: return mr_float(c->d);
    case MR_CONST_COMPLEX: return mr_complex(t, c->d, c->imag);
    case MR_CONST_STR: return load_str(t, &c->text);
    case MR_CONST_BYTES: return mr_bytes_new(t, c->text.bytes, c->text.length);
    case MR_CONST_TUPLE:
    case MR_CONST_FROZENSET: return load_items(t, c);
    case MR_CONST_CODE: {
        MrCode *code = mr_code_load(t, c->code);
        return code ? mr_val(code) : MR_ERROR;
    }
    }
    return MR_NONE;
}

/* Fills a buffer that the code object already owns, so that the collector sees the names loaded so far. */
static bool load_names(MrThread *t, MrStr **out, const MrText *names, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        if (!(out[i] = mr_intern(t, names[i].bytes, names[i].length)))
            return false;
    return true;
}

static void *copy(MrThread *t, const void *from, size_t size)
{
    void *to = mr_buffer_new(t, size + 8);
    if (to && size)
        memcpy(to, from, size);
    return to;
}

MrCode *mr_code_load(MrThread *t, const MrUnit *u)
{
    MrCode *c = mr_alloc(t, sizeof *c, MR_KIND_CODE, MR_TYPE_code);
    if (!c)
        return NULL;
    c->flags = u->flags;
    c->first_line = u->first_line;
    c->argcount = u->argcount;
    c->posonly = u->posonly;
    c->kwonly = u->kwonly;
    c->nparams = (uint16_t)(u->argcount + u->kwonly + !!(u->flags & MR_CODE_VARARGS) + !!(u->flags & MR_CODE_VARKEYWORDS));
    c->nlocals = u->nlocals;
    bool own_registers = u->flags & (MR_CODE_GENERATOR | MR_CODE_COROUTINE | MR_CODE_ASYNC_GENERATOR);
    c->nregs = u->nregs + (own_registers ? 0 : 4); /* on the stack, room for what a call instruction at the top of the window clobbers */
    unsigned special = MR_CODE_VARARGS | MR_CODE_VARKEYWORDS | MR_CODE_GENERATOR | MR_CODE_COROUTINE | MR_CODE_ASYNC_GENERATOR;
    c->simple = !(u->flags & special) && u->kwonly == 0;
    c->plain_params = !(u->flags & (MR_CODE_VARARGS | MR_CODE_VARKEYWORDS)) && u->kwonly == 0;
    c->doc = MR_NONE;
    c->code = copy(t, u->code, u->n_code * sizeof *c->code);
    c->positions = copy(t, u->positions, u->n_code * sizeof *c->positions);
    c->handlers = copy(t, u->handlers, u->n_handlers * sizeof *c->handlers);
    c->local_flags = copy(t, u->local_flags, u->nlocals);
    c->consts = mr_buffer_new(t, (u->n_consts + 1) * sizeof *c->consts);
    c->names = mr_buffer_new(t, (u->n_names + 1) * sizeof *c->names);
    c->varnames = mr_buffer_new(t, (u->nlocals + 1) * sizeof *c->varnames);
    c->freenames = mr_buffer_new(t, (u->n_free + 1) * sizeof *c->freenames);
    if (!c->code || !c->positions || !c->handlers || !c->local_flags || !c->consts || !c->names || !c->varnames || !c->freenames)
        return NULL;
    c->n_names = u->n_names;
    c->n_free = u->n_free;
    c->n_code = u->n_code;
    c->n_handlers = u->n_handlers;
    c->name = mr_intern(t, u->name.bytes, u->name.length);
    c->qualname = mr_intern(t, u->qualname.bytes, u->qualname.length);
    c->filename = mr_intern(t, u->filename.bytes, u->filename.length);
    if (!c->name || !c->qualname || !c->filename || !load_names(t, c->names, u->names, u->n_names) ||
        !load_names(t, c->varnames, u->varnames, u->nlocals) || !load_names(t, c->freenames, u->freenames, u->n_free))
        return NULL;
    for (uint32_t i = 0; i < u->n_consts; i++) {
        MrValue v = load_const(t, &u->consts[i]);
        if (v == MR_ERROR)
            return NULL;
        c->consts[i] = v;
        c->n_consts = i + 1;
    }
    if (u->doc >= 0)
        c->doc = c->consts[u->doc];
    return c;
}

MrDict *mr_builtins_of(MrThread *t, MrDict *globals)
{
    MrValue b = globals == t->iso->builtins ? MR_UNBOUND : mr_dict_get_str(t, globals, mr_n(t, __builtins__));
    if (mr_is_kind(b, MR_KIND_MODULE))
        return ((MrModule *)mr_obj_of(b))->dict;
    return mr_is_dict(b) ? MR_DICT(b) : t->iso->builtins;
}

MrFunction *mr_function_new(MrThread *t, MrCode *code, MrDict *globals)
{
    MrFunction *f = mr_alloc(t, sizeof *f, MR_KIND_FUNCTION, MR_TYPE_function);
    if (!f)
        return NULL;
    f->code = code;
    f->globals = globals;
    f->builtins = t->iso->builtins;
    f->defaults = f->kwdefaults = MR_NONE;
    f->name = mr_val(code->name);
    f->qualname = mr_val(code->qualname);
    return f;
}

/* Warnings that the front end collected go through the warnings module. One that a filter makes an error becomes a SyntaxError of its place. */
static bool issue_warnings(MrThread *t, const MrSource *source, const MrDiag *diag, const char *filename, bool of_call)
{
    for (const MrWarning *w = diag->warnings; w; w = w->next) {
        if (w->kind == MR_WARN_FOLDED) {
            if (of_call && !mr_warn(t, MR_EXC_DeprecationWarning, "%s", w->message) && !mr_clear_if(t, MR_EXC_DeprecationWarning))
                return false;
            continue;
        }
        if (mr_warn_explicit(t, MR_EXC_SyntaxWarning, w->message, filename, w->span.line))
            continue;
        if (source && mr_clear_if(t, MR_EXC_SyntaxWarning)) {
            MrDiag error;
            mr_diag_init(&error);
            mr_diag_set(&error, MR_DIAG_SYNTAX_ERROR, w->span, "%s", w->message);
            error.parsed = w->kind == MR_WARN_MEANING;
            error.char_columns = w->kind == MR_WARN_TOKEN;
            if (w->kind == MR_WARN_TEXT && error.end_line > error.line) { /* CPython counts the end in the first line */
                size_t length;
                const char *line = mr_source_line(source, error.line, &length);
                error.end_col = line && length < (size_t)error.end_col ? (int)length : error.end_col;
            }
            mr_raise_diag(t, source, &error);
            mr_diag_fini(&error);
        }
        return false;
    }
    return true;
}

/* CPython's form of an error that comes before there is a line. */
static void fail_unplaced(MrThread *t, MrValue message, const char *filename)
{
    MrValue details[4] = {mr_str_c(t, filename), mr_small_int(0), mr_small_int(-1), MR_NONE};
    MrValue args[2] = {message, details[0] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, details, 4)};
    MrValue e = message == MR_ERROR || args[1] == MR_ERROR ? MR_ERROR : mr_call(t, mr_type_val(t, MR_EXC_SyntaxError), 2, args);
    if (e != MR_ERROR)
        mr_raise_value(t, e);
}

bool mr_source_read(MrThread *t, MrSource *source, const char *filename, const char *text, size_t n, int origin, MrDiag *diag)
{
    char cookie[MR_SOURCE_COOKIE_MAX];
    MrValue decoded = MR_UNBOUND;
    *source = (MrSource){0};
    if (origin != MR_SOURCE_STR && mr_source_foreign(text, n, cookie)) {
        decoded = mr_decode(t, text, n, cookie, "strict");
        if (decoded == MR_ERROR) {
            MrValue error = mr_take_pending(t);
            if (!mr_isinstance_of(t, error, MR_EXC_Exception)) {
                t->pending = error;
                return false;
            }
            if (origin == MR_SOURCE_BYTES) {
                fail_unplaced(t, mr_str(t, error), filename);
                return false;
            }
        } else {
            text = mr_cstr(decoded);
            n = MR_STR(decoded)->nbytes;
            origin = MR_SOURCE_STR;
        }
    }
    if (mr_source_init(source, filename, text, n, (MrSourceOrigin)origin, diag))
        return true;
    if (diag->unplaced)
        fail_unplaced(t, mr_str_c(t, diag->message), filename);
    return false;
}

typedef struct Compilation { MrSource source; MrDiag diag; MrUnit *unit; MrCompileMode mode; unsigned flags; } Compilation;

static void compile(void *data)
{
    Compilation *c = data;
    c->unit = mr_compile(&c->source, c->mode, c->flags, &c->diag);
}

static void free_compilation(void *data)
{
    Compilation *c = data;
    mr_unit_free(c->unit);
    mr_source_fini(&c->source);
    mr_diag_fini(&c->diag);
    free(c);
}

/* Long texts aside: the front end needs no isolate. False: it was stopped, and `c` is gone. */
static bool compile_aside_if_long(MrThread *t, Compilation *c)
{
    if (mr_aside_wanted(t, (double)c->source.length * NS_PER_CHARACTER))
        return mr_aside(t, compile, free_compilation, c);
    compile(c);
    return true;
}

MrCode *mr_compile_text(MrThread *t, const char *text, size_t n, const char *filename, int mode, unsigned flags)
{
    if (n > LARGE_TEXT && (!mr_limits_room(t, n * BYTES_PER_CHARACTER) || !mr_limits_cost(t, (double)n * NS_PER_CHARACTER)))
        return NULL;
    if (t->iso->optimize)
        flags |= MR_COMPILE_OPTIMIZE | (t->iso->optimize > 1 ? MR_COMPILE_NO_DOCSTRINGS : 0);
    int origin = flags & MR_COMPILE_FROM_STR ? MR_SOURCE_STR : flags & MR_COMPILE_STREAMED ? MR_SOURCE_PROGRAM : MR_SOURCE_BYTES;
    Compilation *c = calloc(1, sizeof *c);
    if (!c) {
        mr_raise_no_memory(t);
        return NULL;
    }
    mr_diag_init(&c->diag);
    bool loaded = mr_source_read(t, &c->source, filename, text, n, origin, &c->diag);
    c->source.streamed = flags & MR_COMPILE_STREAMED;
    c->source.open_end = mode != MR_COMPILE_EXEC;
    c->mode = (MrCompileMode)mode;
    c->flags = flags & ~(unsigned)(MR_COMPILE_FROM_STR | MR_COMPILE_STREAMED);
    if (loaded && !compile_aside_if_long(t, c))
        return NULL;
    MrCode *code = NULL;
    if (!mr_pending(t) && issue_warnings(t, loaded ? &c->source : NULL, &c->diag, filename, flags & MR_COMPILE_FROM_STR)) {
        if (c->unit)
            code = mr_code_load(t, c->unit);
        else
            mr_raise_diag(t, &c->source, &c->diag);
    }
    free_compilation(c);
    return code;
}

MrCode *mr_compile_ast(MrThread *t, struct MrAst *tree, struct MrArena *arena, const char *filename, int mode, unsigned flags)
{
    MrDiag diag;
    mr_diag_init(&diag);
    MrUnit *unit = mr_compile_tree(tree, arena, filename, (MrCompileMode)mode, flags, &diag);
    MrCode *code = NULL;
    MrSource source;
    MrDiag none;
    mr_diag_init(&none);
    if (!mr_source_init(&source, filename, "", 0, MR_SOURCE_STR, &none))
        mr_raise_no_memory(t);
    else if (issue_warnings(t, &source, &diag, filename, true)) {
        if (unit)
            code = mr_code_load(t, unit);
        else
            mr_raise_diag(t, &source, &diag);
    }
    mr_source_fini(&source);
    mr_diag_fini(&none);
    mr_unit_free(unit);
    mr_diag_fini(&diag);
    return code;
}

/* One local in the dict of all: set to its value, or taken out when it has none. */
static bool show_local(MrThread *t, MrDict *d, MrStr *name, MrValue v, bool fresh)
{
    if (v != MR_UNBOUND)
        return mr_dict_set_str(t, d, name, v);
    return fresh || mr_dict_del(t, d, mr_val(name)) >= 0;
}

bool mr_frame_has_registers(const MrFrame *f) { return f->ns == MR_UNBOUND && (f->code->flags & MR_CODE_NEWLOCALS || f->gen); }

bool mr_frame_refresh_locals(MrThread *t, MrFrame *f, MrDict *d)
{
    MrCode *c = f->code;
    bool fresh = d->length == 0;
    for (uint32_t i = 0; i < c->nlocals; i++) {
        if ((c->local_flags[i] & (MR_LOCAL_HIDDEN | MR_LOCAL_SHOWN)) == MR_LOCAL_HIDDEN)
            continue;
        MrValue v = f->regs[i];
        if (c->local_flags[i] & MR_LOCAL_CELL && mr_is_kind(v, MR_KIND_CELL))
            v = ((MrCell *)mr_obj_of(v))->value;
        mr_text_share(v);
        if (!show_local(t, d, c->varnames[i], v, fresh))
            return false;
    }
    for (uint32_t i = 0; i < c->n_free; i++) {
        MrValue v = ((MrCell *)mr_obj_of(f->function->closure->items[i]))->value;
        if (strcmp(c->freenames[i]->bytes, "__class__") && !show_local(t, d, c->freenames[i], v, fresh))
            return false;
    }
    return true;
}

MrValue mr_frame_locals(MrThread *t, MrFrame *f)
{
    if (f->ns != MR_UNBOUND)
        return f->ns;
    if (!mr_frame_has_registers(f))
        return mr_val(f->function->globals);
    MrDict *d = mr_dict_new(t);
    return d && mr_frame_refresh_locals(t, f, d) ? mr_val(d) : MR_ERROR;
}

bool mr_frame_store_locals(MrThread *t, MrFrame *f, MrValue locals)
{
    MrCode *c = f->code;
    if (f->ns != MR_UNBOUND || !mr_is_dict(locals) || (!(c->flags & MR_CODE_NEWLOCALS) && !f->gen))
        return true;
    for (uint32_t i = 0; i < c->nlocals; i++) {
        if ((c->local_flags[i] & (MR_LOCAL_HIDDEN | MR_LOCAL_SHOWN)) == MR_LOCAL_HIDDEN)
            continue;
        MrValue v = mr_dict_get_str(t, MR_DICT(locals), c->varnames[i]);
        if (v == MR_UNBOUND)
            continue;
        if (c->local_flags[i] & MR_LOCAL_CELL && mr_is_kind(f->regs[i], MR_KIND_CELL)) {
            ((MrCell *)mr_obj_of(f->regs[i]))->value = v;
            mr_write_barrier(t, mr_obj_of(f->regs[i]), v);
        } else {
            f->regs[i] = v;
        }
    }
    for (uint32_t i = 0; i < c->n_free; i++) {
        MrObj *cell = mr_obj_of(f->function->closure->items[i]);
        MrValue v = mr_dict_get_str(t, MR_DICT(locals), c->freenames[i]);
        if (v != MR_UNBOUND) {
            ((MrCell *)cell)->value = v;
            mr_write_barrier(t, cell, v);
        }
    }
    return true;
}
