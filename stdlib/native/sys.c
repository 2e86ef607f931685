/* sys: the interpreter as scripts see it. Constants and struct sequences are in sys_info.c. */
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

#include "stdlib/native/io.h"
#include "stdlib/native/sys.h"
#include "vm/attr.h"
#include "vm/error.h"
#include "vm/watch.h"
#include "vm/frame.h"
#include "vm/import.h"
#include "vm/isolate.h"
#include "vm/type.h"
#include "vm/types/bigint.h"
#include "vm/types/text.h"

/* ---- leaving, exceptions ---- */

static MrValue sys_exit(MrThread *t, MrValue *a)
{
    if (a[0] == MR_UNBOUND || a[0] == MR_NONE)
        return mr_raise_type_value(t, MR_EXC_SystemExit, MR_UNBOUND);
    if (!mr_is_tuple(a[0]))
        return mr_raise_type_value(t, MR_EXC_SystemExit, a[0]);
    MrValue e = mr_call_kw(t, mr_type_val(t, MR_EXC_SystemExit), a[0], MR_UNBOUND);
    return e == MR_ERROR ? e : mr_raise_value(t, e);
}

/* The exception being handled, innermost, or MR_NONE. */
static MrValue handled(MrThread *t)
{
    for (MrExcState *s = t->exc; s; s = s->outer)
        if (s->handled != MR_NONE && s->handled != MR_UNBOUND)
            return s->handled;
    return MR_NONE;
}

static MrValue sys_exception(MrThread *t, MrValue *a)
{
    (void)a;
    return handled(t);
}

static MrValue sys_exc_info(MrThread *t, MrValue *a)
{
    (void)a;
    MrValue e = handled(t), triple[3] = {MR_NONE, MR_NONE, MR_NONE};
    if (e != MR_NONE) {
        triple[0] = mr_val(mr_typeof(t, e));
        triple[1] = e;
        triple[2] = MR_EXCEPTION(e)->traceback;
    }
    return mr_tuple_from(t, triple, 3);
}

static MrValue sys_excepthook(MrThread *t, MrValue *a)
{
    if (!mr_is_exception(a[1])) {
        MrValue text = mr_strf(t, "TypeError: print_exception(): Exception expected for value, %s found\n", mr_type_name(t, a[1]));
        MrValue err = mr_sys_get(t, mr_n(t, stderr));
        MrStr *write = mr_intern(t, "write", 5);
        if (text == MR_ERROR || !write || err == MR_UNBOUND || err == MR_NONE)
            return text == MR_ERROR || !write ? MR_ERROR : MR_NONE;
        return mr_call_method(t, err, write, 1, &text) == MR_ERROR ? MR_ERROR : MR_NONE;
    }
    if (mr_is_kind(a[2], MR_KIND_TRACEBACK) && MR_EXCEPTION(a[1])->traceback == MR_NONE)
        MR_EXCEPTION(a[1])->traceback = a[2];
    mr_print_exception(t, a[1]);
    return MR_NONE;
}

static MrValue sys_unraisablehook(MrThread *t, MrValue *a) { return mr_print_unraisable(t, a[0]) ? MR_NONE : MR_ERROR; }

static MrValue sys_displayhook(MrThread *t, MrValue *a)
{
    if (a[0] == MR_NONE)
        return MR_NONE;
    MrValue out = mr_sys_get(t, mr_n(t, stdout));
    if (!mr_dict_set_str(t, t->iso->builtins, mr_n(t, _), MR_NONE))
        return MR_ERROR;
    if (out == MR_UNBOUND || out == MR_NONE)
        return mr_raise(t, MR_EXC_RuntimeError, "lost sys.stdout");
    MrValue text = mr_repr(t, a[0]), newline = text == MR_ERROR ? text : mr_str_char(t, '\n');
    if (newline == MR_ERROR || mr_call_method(t, out, mr_n(t, write), 1, &text) == MR_ERROR ||
        mr_call_method(t, out, mr_n(t, write), 1, &newline) == MR_ERROR || !mr_dict_set_str(t, t->iso->builtins, mr_n(t, _), a[0]))
        return MR_ERROR;
    return MR_NONE;
}

/* What PYTHONBREAKPOINT names, pdb.set_trace by default; "0" switches breakpoint() off. */
static MrValue sys_breakpointhook(MrThread *t, MrValue *a)
{
    const char *name = getenv("PYTHONBREAKPOINT");
    if (!name || !*name)
        name = "pdb.set_trace";
    if (!strcmp(name, "0"))
        return MR_NONE;
    const char *dot = strrchr(name, '.');
    MrValue module = dot ? mr_str_new(t, name, (size_t)(dot - name)) : mr_str_c(t, "builtins");
    MrValue m = module == MR_ERROR ? module : mr_import(t, mr_cstr(module));
    MrValue f = m == MR_ERROR ? m : mr_getattr_c(t, m, dot ? dot + 1 : name);
    if (f != MR_ERROR)
        return mr_call_kw(t, f, a[0], a[1]);
    if (!mr_clear_if(t, MR_EXC_ImportError) && !mr_clear_if(t, MR_EXC_AttributeError))
        return MR_ERROR;
    if (!strcmp(name, "pdb.set_trace"))
        return mr_warn(t, MR_EXC_RuntimeWarning, "breakpoint(): there is no debugger here; the script goes on. PYTHONBREAKPOINT=module.function names one of your own") ? MR_NONE : MR_ERROR;
    return mr_warn(t, MR_EXC_RuntimeWarning, "Ignoring unimportable $PYTHONBREAKPOINT: \"%s\"", name) ? MR_NONE : MR_ERROR;
}

/* ---- frames, limits ---- */

static MrValue frame_at(MrThread *t, MrValue depth)
{
    int64_t i = 0;
    if (depth != MR_UNBOUND && !mr_to_i64(t, depth, &i))
        return MR_ERROR;
    MrValue f = mr_frame_object(t, i < 0 ? 0 : i);
    return f == MR_NONE ? mr_raise(t, MR_EXC_ValueError, "call stack is not deep enough") : f;
}

/* Names of the modules frozen into the binary, those in packages with their dots. */
static MrValue sys__frozen_names(MrThread *t, MrValue *a)
{
    (void)a;
    MrValue list = mr_list_new(t, mr_n_frozen);
    for (uint32_t i = 0; list != MR_ERROR && i < mr_n_frozen; i++) {
        MrValue name = mr_str_c(t, mr_frozen[i].name);
        if (name == MR_ERROR || !mr_list_append(t, list, name))
            return MR_ERROR;
    }
    return list;
}

static MrValue sys__getframe(MrThread *t, MrValue *a) { return frame_at(t, a[0]); }

static MrValue sys__current_frames(MrThread *t, MrValue *a)
{
    (void)a;
    MrDict *d = mr_dict_new(t);
    for (MrThread *each = t->iso->threads.list; d && each; each = each->next) {
        MrValue ident = mr_int_u64(t, each->ident), frame = each == t ? mr_frame_object(t, 0) : mr_frame_snapshot(t, each);
        if (ident == MR_ERROR || frame == MR_ERROR || (frame != MR_NONE && !mr_dict_set(t, d, ident, frame)))
            return MR_ERROR;
    }
    return d ? mr_val(d) : MR_ERROR;
}

static MrValue sys__current_exceptions(MrThread *t, MrValue *a)
{
    (void)a;
    MrDict *d = mr_dict_new(t);
    for (const MrThread *each = t->iso->threads.list; d && each; each = each->next) {
        MrValue ident = mr_int_u64(t, each->ident), handled = MR_NONE;
        for (const MrExcState *e = each->exc; e && handled == MR_NONE; e = e->outer)
            handled = e->handled;
        if (ident == MR_ERROR || !mr_dict_set(t, d, ident, handled))
            return MR_ERROR;
    }
    return d ? mr_val(d) : MR_ERROR;
}

static MrValue sys__getframemodulename(MrThread *t, MrValue *a)
{
    MrValue f = frame_at(t, a[0]);
    if (f == MR_ERROR)
        return mr_clear_if(t, MR_EXC_ValueError) ? MR_NONE : MR_ERROR;
    MrValue name = mr_dict_get_str(t, ((MrFrameObject *)mr_obj_of(f))->globals, mr_n(t, __name__));
    return name == MR_UNBOUND ? MR_NONE : name;
}

/* ---- what describes the process that CPython is ---- */

static void count_object(MrObj *o, void *data)
{
    (void)o;
    ++*(int64_t *)data;
}

static MrValue sys_getallocatedblocks(MrThread *t, MrValue *a)
{
    int64_t n = 0;
    (void)a;
    mr_heap_each(t->iso, count_object, &n);
    return mr_int(t, n);
}

static MrValue sys_getunicodeinternedsize(MrThread *t, MrValue *a)
{
    (void)a;
    return mr_small_int(t->iso->intern.count);
}

static MrValue sys_getdlopenflags(MrThread *t, MrValue *a)
{
    (void)a;
    return mr_small_int(t->iso->dlopen_flags ^ RTLD_NOW);
}

/* Kept for scripts that set and ask; there are no extension modules to open. */
static MrValue sys_setdlopenflags(MrThread *t, MrValue *a)
{
    int64_t flags;
    if (!mr_to_i64(t, a[0], &flags))
        return MR_ERROR;
    if (flags != (int)flags)
        return mr_raise(t, MR_EXC_OverflowError, "signed integer is %s", flags > 0 ? "greater than maximum" : "less than minimum");
    t->iso->dlopen_flags = (int)flags ^ RTLD_NOW;
    return MR_NONE;
}

/* As CPython on a system whose perf it cannot serve. */
static MrValue sys_activate_stack_trampoline(MrThread *t, MrValue *a)
{
    (void)a;
    return mr_raise(t, MR_EXC_ValueError, "perf trampoline not available");
}

static MrValue sys_is_stack_trampoline_active(MrThread *t, MrValue *a)
{
    (void)t, (void)a;
    return MR_FALSE;
}

static MrValue sys_getrecursionlimit(MrThread *t, MrValue *a)
{
    (void)a;
    return mr_small_int(t->recursion_limit);
}

static MrValue sys_setrecursionlimit(MrThread *t, MrValue *a)
{
    MrValue v = mr_index(t, a[0]);
    int64_t limit, depth = t->frame - t->frames;
    if (v == MR_ERROR)
        return v;
    if (!mr_int_as_i64(v, &limit) || limit != (int32_t)limit)
        return mr_raise(t, MR_EXC_OverflowError, "Python int too large to convert to C int");
    if (limit < 1)
        return mr_raise(t, MR_EXC_ValueError, "recursion limit must be greater or equal than 1");
    if (depth >= limit)
        return mr_raise(t, MR_EXC_RecursionError, "cannot set the recursion limit to %d at the recursion depth %d: the limit is too low", (int)limit, (int)depth);
    mr_thread_set_recursion_limit(t, (uint32_t)limit);
    return MR_NONE;
}

static MrValue sys_get_int_max_str_digits(MrThread *t, MrValue *a)
{
    (void)a;
    return mr_small_int(t->iso->int_max_str_digits);
}

static MrValue sys_set_int_max_str_digits(MrThread *t, MrValue *a)
{
    int64_t n;
    if (!mr_to_i64(t, a[0], &n))
        return MR_ERROR;
    if (n != (int32_t)n)
        return mr_raise(t, MR_EXC_OverflowError, "Python int too large to convert to C int");
    if (n != 0 && n < 640)
        return mr_raise(t, MR_EXC_ValueError, "maxdigits must be 0 or larger than 640");
    t->iso->int_max_str_digits = (int)n;
    return MR_NONE;
}

static MrValue sys_getswitchinterval(MrThread *t, MrValue *a)
{
    (void)a;
    return mr_float(t->iso->threads.interval * 1e-6);
}

static MrValue sys_setswitchinterval(MrThread *t, MrValue *a)
{
    double d;
    if (!mr_to_double(t, a[0], &d))
        return MR_ERROR;
    if (!(d > 0))
        return mr_raise(t, MR_EXC_ValueError, "switch interval must be strictly positive");
    t->iso->threads.interval = d < 1e-6 ? 1 : d < 4000 ? (uint32_t)(d * 1e6 + 0.5) : 4000000000u;
    return MR_NONE;
}

/* ---- hooks ---- */

static MrValue sys_settrace(MrThread *t, MrValue *a) { mr_watch_set(t, MR_WATCHED_TRACE, a[0]); return MR_NONE; }
static MrValue sys_gettrace(MrThread *t, MrValue *a) { (void)a; return mr_watch_get(t, MR_WATCHED_TRACE); }
static MrValue sys_setprofile(MrThread *t, MrValue *a) { mr_watch_set(t, MR_WATCHED_PROFILE, a[0]); return MR_NONE; }
static MrValue watch_all(MrThread *t, unsigned kind, MrValue function)
{
    for (MrThread *each = t->iso->threads.list; each; each = each->next)
        mr_watch_set(each, kind, function);
    return MR_NONE;
}
static MrValue sys__settraceallthreads(MrThread *t, MrValue *a) { return watch_all(t, MR_WATCHED_TRACE, a[0]); }
static MrValue sys__setprofileallthreads(MrThread *t, MrValue *a) { return watch_all(t, MR_WATCHED_PROFILE, a[0]); }

static MrValue sys_call_tracing(MrThread *t, MrValue *a)
{
    if (!mr_is_tuple(a[1]))
        return mr_raise(t, MR_EXC_TypeError, "call_tracing() argument 2 must be tuple, not %s", mr_arg_type_name(t, a[1]));
    bool in_hook = t->in_hook;
    mr_watch_inside(t, false);
    MrValue r = mr_call_kw(t, a[0], a[1], MR_UNBOUND);
    mr_watch_inside(t, in_hook);
    return r;
}

static MrValue sys_getprofile(MrThread *t, MrValue *a) { (void)a; return mr_watch_get(t, MR_WATCHED_PROFILE); }

static MrValue return_none(MrThread *t, MrValue *a)
{
    (void)t;
    (void)a;
    return MR_NONE;
}

static MrValue sys_set_asyncgen_hooks(MrThread *t, MrValue *a)
{
    static const char *const names[2] = {"firstiter", "finalizer"};
    for (int i = 0; i < 2; i++)
        if (a[i] != MR_UNBOUND && a[i] != MR_NONE && !mr_callable(t, a[i]))
            return mr_raise(t, MR_EXC_TypeError, "callable %s expected, got %s", names[i], mr_type_name(t, a[i]));
    for (int i = 0; i < 2; i++)
        if (a[i] != MR_UNBOUND)
            t->asyncgen_hooks[i] = a[i] == MR_NONE ? MR_UNBOUND : a[i];
    return MR_NONE;
}

static MrValue sys_get_coroutine_origin_tracking_depth(MrThread *t, MrValue *a)
{
    (void)a;
    return mr_is_int(t->coro_origin) ? t->coro_origin : mr_small_int(0);
}

static MrValue sys_set_coroutine_origin_tracking_depth(MrThread *t, MrValue *a)
{
    int64_t depth;
    if (!mr_to_i64(t, a[0], &depth))
        return MR_ERROR;
    if (depth < 0)
        return mr_raise(t, MR_EXC_ValueError, "depth must be >= 0");
    t->coro_origin = mr_small_int(depth > INT32_MAX ? INT32_MAX : depth);
    return MR_NONE;
}

static MrValue sys_audit(MrThread *t, MrValue *a)
{
    if (MR_TUPLE(a[0])->length == 0)
        return mr_raise(t, MR_EXC_TypeError, "audit expected at least 1 argument, got 0");
    MrValue event = MR_TUPLE(a[0])->items[0];
    return mr_is_str(event) ? MR_NONE : mr_raise(t, MR_EXC_TypeError, "expected str for argument 'event', not %s", mr_type_name(t, event));
}

/* ---- objects ---- */

static MrValue sys_getsizeof(MrThread *t, MrValue *a)
{
    MrType *type = mr_typeof(t, a[0]);
    if (!mr_type_ready(t, type))
        return MR_ERROR;
    MrValue method = mr_type_lookup(t, type, mr_n(t, __sizeof__));
    if (method == MR_UNBOUND || method == MR_ERROR)
        return method == MR_ERROR ? method : mr_small_int(mr_is_obj(a[0]) ? (int64_t)mr_object_size(mr_obj_of(a[0])) : 8);
    method = mr_descr_get(t, method, a[0], type);
    MrValue size = method == MR_ERROR ? method : mr_call0(t, method);
    if (size == MR_ERROR)
        return a[1] != MR_UNBOUND && mr_clear_if(t, MR_EXC_TypeError) ? a[1] : MR_ERROR;
    int64_t n;
    if (!mr_is_integer(size))
        return a[1] != MR_UNBOUND ? a[1] : mr_raise(t, MR_EXC_TypeError, "'%s' object cannot be interpreted as an integer", mr_type_name(t, size));
    if (!mr_to_i64(t, size, &n))
        return MR_ERROR;
    return n < 0 ? mr_raise(t, MR_EXC_ValueError, "__sizeof__() should return >= 0") : mr_int(t, n);
}

/* Nothing counts references here: what a name and the call would hold. */
static MrValue sys_getrefcount(MrThread *t, MrValue *a)
{
    (void)t;
    return mr_is_obj(a[0]) ? mr_small_int(2) : mr_small_int(UINT32_MAX);
}

static MrValue sys_intern(MrThread *t, MrValue *a)
{
    if (!mr_arg_str(t, a[0], "intern", ""))
        return MR_ERROR;
    if (!mr_is_exact(a[0], MR_TYPE_str))
        return mr_raise(t, MR_EXC_TypeError, "can't intern %s", mr_type_name(t, a[0]));
    MrStr *s = mr_intern_str(t, MR_STR(a[0]));
    return s ? mr_val(s) : MR_ERROR;
}

static MrValue utf8_name(MrThread *t, MrValue *a)
{
    (void)a;
    return mr_str_c(t, "utf-8");
}

static MrValue sys_getfilesystemencodeerrors(MrThread *t, MrValue *a)
{
    (void)a;
    return mr_str_c(t, "surrogateescape");
}

static MrValue sys_is_finalizing(MrThread *t, MrValue *a)
{
    (void)a;
    return mr_bool(t->iso->finalizing);
}

static const MrMethodDef functions[] = {
    {"displayhook(object, /)", sys_displayhook,
     "Show the value of an expression at the prompt: print its repr, unless it is None, and keep it as builtins._.", 0},
    {"excepthook(exctype, value, traceback, /)", sys_excepthook, "Print an exception that nobody caught, with its traceback, to sys.stderr.", 0},
    {"unraisablehook(unraisable, /)", sys_unraisablehook, "Report an exception that cannot be passed on, such as one in a __del__().", 0},
    {"breakpointhook(*args, **kws)", sys_breakpointhook,
     "What breakpoint() calls: starts the debugger named in $PYTHONBREAKPOINT, pdb by default.", 0},
    {"exit(status=None, /)", sys_exit,
     "End the program by a SystemExit. None stands for status 0, an int is the status, anything else is printed to stderr and gives 1.", 0},
    {"exc_info()", sys_exc_info, "(type, value, traceback) of the exception being handled, three times None if there is none.", 0},
    {"exception()", sys_exception, "The exception being handled, or None.", 0},
    {"_frozen_names()", sys__frozen_names, "Return the names of the modules that are part of the interpreter.", 0},
    {"_getframe(depth=0, /)", sys__getframe, "The frame of the caller, or the one depth calls further out; raises ValueError if there is none.", 0},
    {"_current_frames()", sys__current_frames, "The topmost frame of each thread, by thread id.", 0},
    {"_current_exceptions()", sys__current_exceptions, "The exception that each thread is handling, or None, by thread id.", 0},
    {"_getframemodulename(depth=0)", sys__getframemodulename,
     "The name of the module that the frame depth calls further out belongs to, or None.", 0},
    {"getallocatedblocks()", sys_getallocatedblocks, "How many objects the heap holds.", 0},
    {"getunicodeinternedsize()", sys_getunicodeinternedsize, "How many strings are interned.", 0},
    {"getdlopenflags()", sys_getdlopenflags, "The flags that setdlopenflags() was given.", 0},
    {"setdlopenflags(flags, /)", sys_setdlopenflags, "Note flags for opening extension modules, of which there are none here.", 0},
    {"activate_stack_trampoline(backend, /)", sys_activate_stack_trampoline, "Help perf tell functions apart: a ValueError, since it cannot be helped here.", 0},
    {"deactivate_stack_trampoline()", return_none, "End what activate_stack_trampoline() began.", 0},
    {"is_stack_trampoline_active()", sys_is_stack_trampoline_active, "Is perf being helped?", 0},
    {"getrecursionlimit()", sys_getrecursionlimit, "How deeply calls may be nested before RecursionError.", 0},
    {"setrecursionlimit(limit, /)", sys_setrecursionlimit, "Say how deeply calls may be nested before RecursionError.", 0},
    {"get_int_max_str_digits()", sys_get_int_max_str_digits, "How many decimal digits int() and str() accept; 0 means any number.", 0},
    {"set_int_max_str_digits(maxdigits)", sys_set_int_max_str_digits,
     "Say how many decimal digits int() and str() accept: 0 for any number, otherwise 640 or more.", 0},
    {"getswitchinterval()", sys_getswitchinterval, "For how many seconds a thread may run before others get a turn.", 0},
    {"setswitchinterval(interval, /)", sys_setswitchinterval, "Say for how many seconds a thread may run before others get a turn.", 0},
    {"gettrace()", sys_gettrace, "What settrace() set, or None.", 0},
    {"settrace(function, /)", sys_settrace, "Set the function that is called for each call in this thread, None for none; what it returns traces the call's lines.", 0},
    {"_settraceallthreads(arg, /)", sys__settraceallthreads, "settrace() for all threads at once.", 0},
    {"_setprofileallthreads(arg, /)", sys__setprofileallthreads, "setprofile() for all threads at once.", 0},
    {"call_tracing(func, args, /)", sys_call_tracing,
     "Return func(*args), called with tracing switched on; a debugger uses it to be debugged itself.", 0},
    {"getprofile()", sys_getprofile, "What setprofile() set, or None.", 0},
    {"setprofile(function, /)", sys_setprofile, "Set the function that is called for each call and return in this thread, None for none.", 0},
    {"set_asyncgen_hooks(firstiter=None, finalizer=None)", sys_set_asyncgen_hooks,
     "Set what is called when an async generator starts (firstiter) and when one is dropped before its end (finalizer).", 0},
    {"get_asyncgen_hooks()", mr_sys_asyncgen_hooks, "What set_asyncgen_hooks() set, with the attributes firstiter and finalizer.", 0},
    {"get_coroutine_origin_tracking_depth()", sys_get_coroutine_origin_tracking_depth, "How many frames a new coroutine remembers of its origin.", 0},
    {"set_coroutine_origin_tracking_depth(depth)", sys_set_coroutine_origin_tracking_depth,
     "Say how many frames a new coroutine remembers of its origin in cr_origin; 0 switches it off.", 0},
    {"audit(*args)", sys_audit, "Tell all audit hooks of an event; one that raises stops the operation.", 0},
    {"addaudithook(hook)", return_none, "Have hook(event, args) called at each audit event from now on; it cannot be removed.", 0},
    {"getsizeof(object, default=None)", sys_getsizeof,
     "How many bytes an object takes itself, without what it refers to. default is for a type that cannot tell, instead of TypeError.", 0},
    {"getrefcount(object, /)", sys_getrefcount, "A plausible count: there are no reference counts here.", 0},
    {"intern(string, /)", sys_intern, "The one kept copy of this text, so that equal interned strings are identical.", 0},
    {"getdefaultencoding()", utf8_name, "The encoding of str.encode() and bytes.decode() by default: 'utf-8'.", 0},
    {"getfilesystemencoding()", utf8_name, "The encoding of file names and other text of the system.", 0},
    {"getfilesystemencodeerrors()", sys_getfilesystemencodeerrors, "What happens to file names that the encoding cannot convert.", 0},
    {"is_finalizing()", sys_is_finalizing, "Whether the interpreter is shutting down.", 0},
    {"_clear_type_cache()", return_none, "Nothing to do here: kept for old programs.", 0},
    {0},
};

/* Under the names __x__ stay the original hooks. */
static bool keep_originals(MrThread *t, MrModule *m)
{
    static const char *const names[] = {"displayhook", "excepthook", "unraisablehook", "breakpointhook", "stdin", "stdout", "stderr"};
    char shown[32];
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        MrStr *name = mr_intern(t, names[i], strlen(names[i]));
        snprintf(shown, sizeof shown, "__%s__", names[i]);
        if (!name || !mr_module_add(t, m, shown, mr_dict_get_str(t, m->dict, name)))
            return false;
    }
    return true;
}

static bool init(MrThread *t, MrModule *m)
{
    static const char *const lists[] = {"meta_path", "path_hooks", "warnoptions"};
    static const char *const dicts[] = {"path_importer_cache", "_xoptions"};
    static const char *const streams[] = {"stdin", "stdout", "stderr"};
    MrValue granted = t->iso->hooks[MR_HOOK_PATHS];
    MrValue path = mr_is_tuple(granted) ? mr_list_from(t, MR_TUPLE(granted)->items, MR_TUPLE(granted)->length) : mr_list_new(t, 0);
    MrValue argv = mr_sys_arguments(t), orig_argv = mr_sys_arguments(t);
    if (path == MR_ERROR || argv == MR_ERROR || orig_argv == MR_ERROR || !mr_module_add(t, m, "argv", argv) ||
        !mr_module_add(t, m, "orig_argv", orig_argv) || !mr_module_add(t, m, "path", path))
        return false;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        MrValue list = mr_list_new(t, 0);
        if (list == MR_ERROR || !mr_module_add(t, m, lists[i], list))
            return false;
    }
    for (size_t i = 0; i < sizeof dicts / sizeof *dicts; i++) {
        MrDict *d = mr_dict_new(t);
        if (!d || !mr_module_add(t, m, dicts[i], mr_val(d)))
            return false;
    }
    for (int i = 0; i < 3; i++) {
        MrValue file = mr_io_standard(t, i);
        if (file == MR_ERROR || !mr_module_add(t, m, streams[i], file))
            return false;
    }
    MrValue executable = mr_str_c(t, t->iso->executable ? t->iso->executable : "");
    return executable != MR_ERROR && mr_module_add(t, m, "executable", executable) && mr_module_add(t, m, "modules", mr_val(t->iso->modules)) &&
           mr_module_add(t, m, "dont_write_bytecode", MR_TRUE) && mr_module_add(t, m, "pycache_prefix", MR_NONE) && keep_originals(t, m) &&
           mr_sys_add_info(t, m);
}

const MrModuleDef mr_module_sys = {
    .name = "sys",
    .functions = functions,
    .init = init,
    .missing = mr_sys_missing,
    .doc = "The interpreter from inside: arguments, paths, streams, modules, hooks and limits.",
};
