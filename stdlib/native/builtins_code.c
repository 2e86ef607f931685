/* Builtins that deal in code and namespaces: compile, eval, exec, __build_class__, __import__, globals, locals, vars, dir, breakpoint. */
#include "base/utf8.h"
#include "compiler/compile.h"
#include "stdlib/native/builtins.h"
#include "vm/frame.h"
#include "vm/attr.h"
#include "vm/call.h"
#include "vm/function.h"
#include "vm/import.h"
#include "vm/type.h"

enum { FLAG_TOP_LEVEL_AWAIT = 0x2000, FLAG_ONLY_AST = 0x400, FLAGS_KNOWN = 0x1FF0000 | 0x10 | 0x200 | FLAG_ONLY_AST | FLAG_TOP_LEVEL_AWAIT | 0x1000 | 0x4000 };

/* `from __future__` settings of the calling code that compiled text inherits. */
static unsigned inherited_flags(MrThread *t)
{
    MrFrame *f = mr_caller_frame(t);
    return f && f->code->flags & MR_CODE_FUTURE_ANNOTATIONS ? MR_COMPILE_FUTURE_ANNOTATIONS : 0;
}

/* The text of a str or bytes-like source; `expected` words the TypeError. */
static bool source_text(MrThread *t, MrValue source, const char *function, const char *expected, const char **text, size_t *n, unsigned *flags)
{
    if (mr_is_str(source)) {
        *text = mr_cstr(source);
        *n = MR_STR(source)->nbytes;
        *flags |= MR_COMPILE_FROM_STR;
        if (mr_utf8_validate(*text, *n, false) != *n && mr_encode(t, source, "utf-8", "strict") == MR_ERROR)
            return false; /* lone surrogates */
    } else if (!mr_buffer_of(t, source, text, n)) {
        mr_take_pending(t);
        mr_raise(t, MR_EXC_TypeError, "%s() arg 1 must be a %s", function, expected);
        return false;
    }
    if (!memchr(*text, 0, *n))
        return true;
    MrValue message = mr_str_c(t, "source code string cannot contain null bytes");
    MrValue e = message == MR_ERROR ? message : mr_call1(t, mr_type_val(t, MR_EXC_SyntaxError), message);
    if (e != MR_ERROR)
        mr_raise_value(t, e);
    return false;
}

static bool compile_mode(MrThread *t, MrValue v, bool only_ast, int *mode)
{
    static const struct { const char *name; int mode; } modes[] = {{"exec", MR_COMPILE_EXEC}, {"eval", MR_COMPILE_EVAL}, {"single", MR_COMPILE_SINGLE}};
    if (!mr_is_str(v)) {
        mr_raise(t, MR_EXC_TypeError, "compile() argument 'mode' must be str, not %s", mr_arg_type_name(t, v));
        return false;
    }
    for (size_t i = 0; i < 3; i++)
        if (mr_str_equal_c(v, modes[i].name)) {
            *mode = modes[i].mode;
            return true;
        }
    mr_raise(t, MR_EXC_ValueError, "compile() mode must be 'exec', 'eval'%s", only_ast ? ", 'single' or 'func_type'" : " or 'single'");
    return false;
}

/* A str, bytes or os.PathLike as a str. */
static MrValue file_name(MrThread *t, MrValue v)
{
    if (!mr_is_str(v) && !mr_is_kind(v, MR_KIND_BYTES)) {
        MrValue method = mr_type_lookup(t, mr_typeof(t, v), mr_n(t, __fspath__));
        if (method == MR_UNBOUND)
            return mr_raise(t, MR_EXC_TypeError, "expected str, bytes or os.PathLike object, not %s", mr_typeof(t, v)->name->bytes);
        v = mr_call1(t, method, v);
        if (v == MR_ERROR)
            return v;
    }
    return mr_is_kind(v, MR_KIND_BYTES) ? mr_decode(t, MR_BYTES(v)->bytes, MR_BYTES(v)->length, "utf-8", "surrogateescape") : v;
}

/* A function of the module ast. */
static MrValue call_ast(MrThread *t, const char *name, const MrValue *args, size_t n)
{
    MrValue module = mr_import(t, "ast"), f = module == MR_ERROR ? module : mr_getattr_c(t, module, name);
    return f == MR_ERROR ? f : mr_call(t, f, n, args);
}

/* Is it a node of ast? Where nobody has imported that there are none. 1, 0, -1. */
static int is_tree(MrThread *t, MrValue v)
{
    MrStr *name = mr_is_str(v) ? NULL : mr_intern(t, "ast", 3);
    MrValue module = name ? mr_dict_get_str(t, t->iso->modules, name) : MR_UNBOUND;
    MrStr *base = module != MR_UNBOUND ? mr_intern(t, "AST", 3) : NULL;
    MrValue cls = base ? mr_getattr_or(t, module, base) : MR_UNBOUND;
    return cls == MR_ERROR ? -1 : mr_is_type(cls) && mr_type_is_subtype(mr_typeof(t, v), MR_TYPE(cls));
}

MrValue builtin_compile(MrThread *t, MrValue *a)
{
    int mode, dont_inherit = a[4] == MR_UNBOUND ? 0 : mr_truth(t, a[4]);
    int64_t given = 0, optimize = -1;
    const char *text;
    size_t n;
    unsigned flags = 0;
    MrValue name = dont_inherit < 0 ? MR_ERROR : file_name(t, a[1]);
    if (name == MR_ERROR || (a[3] != MR_UNBOUND && !mr_to_i64(t, a[3], &given)) || (a[5] != MR_UNBOUND && !mr_to_i64(t, a[5], &optimize)))
        return MR_ERROR;
    if (given & ~(int64_t)FLAGS_KNOWN)
        return mr_raise(t, MR_EXC_ValueError, "compile(): unrecognised flags");
    if (optimize < -1 || optimize > 2)
        return mr_raise(t, MR_EXC_ValueError, "compile(): invalid optimize value");
    if (given & FLAG_ONLY_AST && mr_str_equal_c(a[2], "func_type"))
        return mr_raise(t, MR_EXC_ValueError, "compile(): mode 'func_type' is not supported here: this parser reads no type comments");
    if (!compile_mode(t, a[2], given & FLAG_ONLY_AST, &mode))
        return MR_ERROR;
    if (!dont_inherit)
        flags |= inherited_flags(t);
    if (given & FLAG_TOP_LEVEL_AWAIT)
        flags |= MR_COMPILE_TOP_LEVEL_AWAIT;
    if (given & MR_CODE_FUTURE_ANNOTATIONS)
        flags |= MR_COMPILE_FUTURE_ANNOTATIONS;
    if (optimize > 0)
        flags |= MR_COMPILE_OPTIMIZE | (optimize > 1 ? MR_COMPILE_NO_DOCSTRINGS : 0);
    int tree = is_tree(t, a[0]);
    if (tree < 0)
        return MR_ERROR;
    if (tree && given & FLAG_ONLY_AST)
        return a[0];
    if (tree) {
        MrValue args[4] = {a[0], name, a[2], mr_small_int(flags)};
        return call_ast(t, "_compile", args, 4);
    }
    if (given & FLAG_ONLY_AST) {
        if (!source_text(t, a[0], "compile", "string, bytes or AST object", &text, &n, &flags))
            return MR_ERROR;
        MrValue args[3] = {a[0], name, a[2]};
        return call_ast(t, "_parse", args, 3);
    }
    if (!source_text(t, a[0], "compile", "string, bytes or AST object", &text, &n, &flags))
        return MR_ERROR;
    MrCode *code = mr_compile_text(t, text, n, mr_cstr(name), mode, flags);
    return code ? mr_val(code) : MR_ERROR;
}

static bool is_mapping(MrThread *t, MrValue v) { return mr_is_dict(v) || mr_slot(t, mr_typeof(t, v), MR_SLOT_getitem) != MR_UNBOUND; }

/* Fills in the namespaces that the caller of eval or exec left out. */
static bool namespaces(MrThread *t, MrValue *globals, MrValue *locals, const char *function)
{
    if (*globals == MR_UNBOUND || *globals == MR_NONE) {
        MrFrame *f = mr_caller_frame(t);
        if (!f) {
            mr_raise(t, MR_EXC_SystemError, "globals and locals cannot be NULL");
            return false;
        }
        *globals = mr_val(f->function->globals);
        if (*locals == MR_UNBOUND || *locals == MR_NONE)
            *locals = mr_frame_locals_kept(t, f);
        if (*locals == MR_ERROR)
            return false;
    } else if (*locals == MR_UNBOUND || *locals == MR_NONE) {
        *locals = *globals;
    }
    if (!mr_is_dict(*globals)) {
        if (function[1] == 'x')
            mr_raise(t, MR_EXC_TypeError, "exec() globals must be a dict, not %s", mr_type_name(t, *globals));
        else
            mr_raise(t, MR_EXC_TypeError, "%s", is_mapping(t, *globals) ? "globals must be a real dict; try eval(expr, {}, mapping)" : "globals must be a dict");
        return false;
    }
    if (!is_mapping(t, *locals)) {
        if (function[1] == 'x')
            mr_raise(t, MR_EXC_TypeError, "locals must be a mapping or None, not %s", mr_type_name(t, *locals));
        else
            mr_raise(t, MR_EXC_TypeError, "locals must be a mapping");
        return false;
    }
    MrDict *d = MR_DICT(*globals);
    MrStr *name = mr_n(t, __builtins__);
    if (mr_dict_get_str(t, d, name) != MR_UNBOUND)
        return true;
    return mr_dict_set_str(t, d, name, mr_val(t->iso->builtins));
}

static MrValue run(MrThread *t, MrCode *code, MrValue globals, MrValue locals, MrTuple *closure)
{
    MrFunction *f = mr_function_new(t, code, MR_DICT(globals));
    if (!f)
        return MR_ERROR;
    f->builtins = mr_builtins_of(t, MR_DICT(globals));
    f->closure = closure;
    if (code->flags & (MR_CODE_COROUTINE | MR_CODE_GENERATOR | MR_CODE_ASYNC_GENERATOR))
        return mr_call0(t, mr_val(f));
    return mr_run_code(t, f, locals);
}

MrValue builtin_eval(MrThread *t, MrValue *a)
{
    MrValue globals = a[1], locals = a[2];
    const char *text;
    size_t n;
    unsigned flags = 0;
    if (!namespaces(t, &globals, &locals, "eval"))
        return MR_ERROR;
    if (mr_is_kind(a[0], MR_KIND_CODE)) {
        if (((MrCode *)mr_obj_of(a[0]))->n_free)
            return mr_raise(t, MR_EXC_TypeError, "code object passed to eval() may not contain free variables");
        return run(t, (MrCode *)mr_obj_of(a[0]), globals, locals, NULL);
    }
    if (!source_text(t, a[0], "eval", "string, bytes or code object", &text, &n, &flags))
        return MR_ERROR;
    for (; n && (*text == ' ' || *text == '\t'); n--)
        text++;
    MrCode *code = mr_compile_text(t, text, n, "<string>", MR_COMPILE_EVAL, flags | inherited_flags(t));
    return code ? run(t, code, globals, locals, NULL) : MR_ERROR;
}

/* The closure argument of exec(), checked against the code: a tuple of cells. */
static bool exec_closure(MrThread *t, MrCode *code, MrValue closure)
{
    bool ok = mr_is_exact(closure, MR_TYPE_tuple) && MR_TUPLE(closure)->length == code->n_free;
    if (closure == MR_NONE)
        return code->n_free == 0 || mr_raise(t, MR_EXC_TypeError, "code object requires a closure of exactly length %u", code->n_free) != MR_ERROR;
    if (!code->n_free)
        return mr_raise(t, MR_EXC_TypeError, "cannot use a closure with this code object") != MR_ERROR;
    for (size_t i = 0; ok && i < code->n_free; i++)
        ok = mr_is_kind(MR_TUPLE(closure)->items[i], MR_KIND_CELL);
    return ok || mr_raise(t, MR_EXC_TypeError, "code object requires a closure of exactly length %u", code->n_free) != MR_ERROR;
}

MrValue builtin_exec(MrThread *t, MrValue *a)
{
    MrValue globals = a[1], locals = a[2], closure = a[3] == MR_UNBOUND ? MR_NONE : a[3], r;
    const char *text;
    size_t n;
    unsigned flags = 0;
    if (!namespaces(t, &globals, &locals, "exec"))
        return MR_ERROR;
    if (mr_is_kind(a[0], MR_KIND_CODE)) {
        MrCode *code = (MrCode *)mr_obj_of(a[0]);
        if (!exec_closure(t, code, closure))
            return MR_ERROR;
        r = run(t, code, globals, locals, closure == MR_NONE ? NULL : MR_TUPLE(closure));
        return r == MR_ERROR ? r : MR_NONE;
    }
    if (closure != MR_NONE)
        return mr_raise(t, MR_EXC_TypeError, "closure can only be used when source is a code object");
    if (!source_text(t, a[0], "exec", "string, bytes or code object", &text, &n, &flags))
        return MR_ERROR;
    MrCode *code = mr_compile_text(t, text, n, "<string>", MR_COMPILE_EXEC, flags | inherited_flags(t));
    r = code ? run(t, code, globals, locals, NULL) : MR_ERROR;
    return r == MR_ERROR ? r : MR_NONE;
}

/* ---- class statements ---- */

/* Replaces bases that are no types by what their __mro_entries__ give. */
static MrValue resolve_bases(MrThread *t, MrValue bases)
{
    MrTuple *given = MR_TUPLE(bases);
    MrValue out = MR_UNBOUND;
    for (size_t i = 0; i < given->length; i++) {
        MrValue base = given->items[i], entries = MR_UNBOUND;
        MrValue method = mr_is_type(base) ? MR_UNBOUND : mr_getattr_or(t, base, mr_n(t, __mro_entries__));
        if (method == MR_ERROR)
            return method;
        if (method != MR_UNBOUND) {
            entries = mr_call1(t, method, bases);
            if (entries == MR_ERROR)
                return entries;
            if (!mr_is_tuple(entries))
                return mr_raise(t, MR_EXC_TypeError, "__mro_entries__ must return a tuple");
            if (out == MR_UNBOUND && (out = mr_list_from(t, given->items, i)) == MR_ERROR)
                return out;
        }
        if (out == MR_UNBOUND)
            continue;
        if (!(entries == MR_UNBOUND ? mr_list_append(t, out, base) : mr_list_extend(t, out, entries)))
            return MR_ERROR;
    }
    return out == MR_UNBOUND ? bases : mr_tuple_of(t, out);
}

/* The metaclass from the keywords (where it is removed) or the bases. */
static MrValue choose_metaclass(MrThread *t, MrTuple *bases, MrValue keywords)
{
    MrValue meta = MR_UNBOUND;
    if (keywords != MR_UNBOUND)
        meta = mr_dict_pop(t, MR_DICT(keywords), mr_nv(t, metaclass));
    if (meta == MR_ERROR)
        return meta;
    if (meta == MR_UNBOUND)
        meta = bases->length ? mr_val(mr_typeof(t, bases->items[0])) : mr_type_val(t, MR_TYPE_type);
    if (!mr_is_type(meta))
        return meta;
    MrType *winner = mr_type_metaclass(t, MR_TYPE(meta), bases);
    return winner ? mr_val(winner) : MR_ERROR;
}

static MrValue prepare_namespace(MrThread *t, MrValue meta, MrValue name, MrValue bases, MrValue keywords)
{
    if (meta != mr_type_val(t, MR_TYPE_type)) {
        MrValue prepare = mr_getattr_or(t, meta, mr_n(t, __prepare__)), pair[2] = {name, bases};
        if (prepare == MR_ERROR)
            return prepare;
        if (prepare != MR_UNBOUND) {
            MrValue args = mr_tuple_from(t, pair, 2);
            MrValue ns = args == MR_ERROR ? args : mr_call_kw(t, prepare, args, keywords);
            if (ns != MR_ERROR && !is_mapping(t, ns))
                return mr_raise(t, MR_EXC_TypeError, "%s.__prepare__() must return a mapping, not %s",
                                mr_is_type(meta) ? MR_TYPE(meta)->name->bytes : "<metaclass>", mr_type_name(t, ns));
            return ns;
        }
    }
    MrDict *d = mr_dict_new(t);
    return d ? mr_val(d) : MR_ERROR;
}

/* type.__new__ must have set the cell that methods see as __class__. */
static bool check_cell(MrThread *t, MrValue cell, MrValue cls, MrValue name)
{
    if (!mr_is_kind(cell, MR_KIND_CELL) || !mr_is_type(cls))
        return true;
    MrValue held = ((MrCell *)mr_obj_of(cell))->value;
    if (held == cls)
        return true;
    MrValue shown_name = mr_repr(t, name), shown = shown_name == MR_ERROR ? MR_ERROR : mr_repr(t, cls);
    MrValue other = shown == MR_ERROR || held == MR_UNBOUND ? shown : mr_repr(t, held);
    if (other == MR_ERROR)
        return false;
    MrValue text = held == MR_UNBOUND ? mr_strf(t, "__class__ not set defining %s as %s. Was __classcell__ propagated to type.__new__?",
                                                mr_cstr(shown_name), mr_cstr(shown))
                                      : mr_strf(t, "__class__ set to %s defining %s as %s", mr_cstr(other), mr_cstr(shown_name), mr_cstr(shown));
    if (text != MR_ERROR)
        mr_raise_str(t, held == MR_UNBOUND ? MR_EXC_RuntimeError : MR_EXC_TypeError, text);
    return false;
}

bool mr_name_like_native(MrThread *t, MrType *type)
{
    MrValue module = mr_getattr(t, mr_val(type), mr_n(t, __module__));
    MrValue dotted = mr_is_str(module) ? mr_strf(t, "%s.%s", mr_cstr(module), type->name->bytes) : module;
    if (!mr_is_str(dotted))
        return dotted != MR_ERROR;
    type->dotted = MR_STR(dotted);
    mr_write_barrier(t, &type->h, dotted);
    return true;
}

MrValue builtin_build_class(MrThread *t, MrValue *a)
{
    MrTuple *args = MR_TUPLE(a[0]);
    MrValue keywords = a[1];
    if (args->length < 2)
        return mr_raise(t, MR_EXC_TypeError, "__build_class__: not enough arguments");
    MrValue body = args->items[0], name = args->items[1];
    if (!mr_is_kind(body, MR_KIND_FUNCTION))
        return mr_raise(t, MR_EXC_TypeError, "__build_class__: func must be a function");
    if (!mr_is_str(name))
        return mr_raise(t, MR_EXC_TypeError, "__build_class__: name is not a string");
    MrValue written = mr_tuple_from(t, args->items + 2, args->length - 2);
    MrValue bases = written == MR_ERROR ? written : resolve_bases(t, written);
    MrValue meta = bases == MR_ERROR ? bases : choose_metaclass(t, MR_TUPLE(bases), keywords);
    MrValue ns = meta == MR_ERROR ? meta : prepare_namespace(t, meta, name, bases, keywords);
    if (ns == MR_ERROR)
        return ns;
    MrValue cell = mr_run_code(t, (MrFunction *)mr_obj_of(body), ns);
    if (cell == MR_ERROR || (bases != written && !mr_setitem(t, ns, mr_nv(t, __orig_bases__), written)))
        return MR_ERROR;
    MrValue three[3] = {name, bases, ns};
    MrValue triple = mr_tuple_from(t, three, 3);
    MrValue cls = triple == MR_ERROR ? triple : mr_call_kw(t, meta, triple, keywords);
    if (cls == MR_ERROR || !check_cell(t, cell, cls, name))
        return MR_ERROR;
    bool native = ((MrFunction *)mr_obj_of(body))->code->flags & MR_CODE_LIKE_NATIVE && mr_is_kind(cls, MR_KIND_TYPE);
    return native && !mr_name_like_native(t, (MrType *)mr_obj_of(cls)) ? MR_ERROR : cls;
}

/* ---- namespaces ---- */

MrValue builtin_import(MrThread *t, MrValue *a)
{
    int64_t level = 0;
    if (!mr_is_str(a[0]))
        return mr_raise(t, MR_EXC_TypeError, "module name must be a string");
    if (a[4] != MR_UNBOUND && !mr_to_i64(t, a[4], &level))
        return MR_ERROR;
    MrStr *name = mr_intern(t, mr_cstr(a[0]), MR_STR(a[0])->nbytes);
    return name ? mr_import_module(t, name, a[1] == MR_UNBOUND ? MR_NONE : a[1], a[3] == MR_UNBOUND ? MR_NONE : a[3], level) : MR_ERROR;
}

MrValue builtin_globals(MrThread *t, MrValue *a)
{
    (void)a;
    MrFrame *f = mr_caller_frame(t);
    return f ? mr_val(f->function->globals) : MR_NONE;
}

MrValue builtin_locals(MrThread *t, MrValue *a)
{
    (void)a;
    MrFrame *f = mr_caller_frame(t);
    return f ? mr_frame_locals_kept(t, f) : mr_raise(t, MR_EXC_SystemError, "frame does not exist");
}

MrValue builtin_vars(MrThread *t, MrValue *a)
{
    if (a[0] == MR_UNBOUND)
        return builtin_locals(t, a);
    MrValue d = mr_getattr_or(t, a[0], mr_n(t, __dict__));
    return d == MR_UNBOUND ? mr_raise(t, MR_EXC_TypeError, "vars() argument must have __dict__ attribute") : d;
}

MrValue builtin_dir(MrThread *t, MrValue *a)
{
    MrValue names;
    if (a[0] == MR_UNBOUND) {
        names = builtin_locals(t, a);
        if (names != MR_ERROR && !mr_is_dict(names))
            names = mr_call_method0(t, names, mr_n(t, keys));
    } else {
        MrType *type = mr_typeof(t, a[0]);
        MrValue method = mr_type_ready(t, type) ? mr_type_lookup(t, type, mr_n(t, __dir__)) : MR_ERROR;
        if (method == MR_UNBOUND)
            return mr_raise(t, MR_EXC_TypeError, "object does not provide __dir__");
        method = method == MR_ERROR ? method : mr_descr_get(t, method, a[0], type);
        names = method == MR_ERROR ? method : mr_call0(t, method);
    }
    MrValue list = names == MR_ERROR ? names : mr_list_of(t, names);
    return list == MR_ERROR || !mr_list_sort(t, list, MR_NONE, false) ? MR_ERROR : list;
}

/* breakpoint(*args, **kws): sys.breakpointhook(*args, **kws) */
MrValue builtin_breakpoint(MrThread *t, MrValue *a)
{
    MrStr *name = mr_intern(t, "breakpointhook", 14);
    MrValue hook = name ? mr_sys_get(t, name) : MR_ERROR;
    if (hook == MR_UNBOUND)
        return mr_raise(t, MR_EXC_RuntimeError, "lost sys.breakpointhook");
    return hook == MR_ERROR ? hook : mr_call_kw(t, hook, a[0], a[1]);
}
