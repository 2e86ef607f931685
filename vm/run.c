/* Running programs as __main__: a text, a file, a folder or ZIP archive with a __main__.py, a module by name.
 *
 * CPython does the last three by its module runpy, written in Python, whose lines are in tracebacks then; here they are added. What C does not find by itself, because a
 * finder of the script or an archive on sys.path has it, is left to the module runpy of this library.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "compiler/compile.h"
#include "stdlib/native/io.h"
#include "vm/attr.h"
#include "vm/call.h"
#include "vm/error.h"
#include "vm/frame.h"
#include "vm/function.h"
#include "vm/import_parts.h"
#include "vm/interp.h"

/* CPython runs packages, modules of -m and archives by its module runpy, whose lines are in tracebacks then. From the inside out. */
typedef struct RunnerLine { const char *function; int32_t line; const char *file; } RunnerLine; /* file: NULL is runpy */
static const RunnerLine lines_of_running[] = {{"_run_code", 88, NULL}, {"_run_module_as_main", 198, NULL}, {0}};
#define PACKAGE_LINE {"_get_module_details", 148, NULL}
#define LAST_LINE {"_run_module_as_main", 189, NULL}
#define COMPILING_LINES {"_call_with_frames_removed", 488, "<frozen importlib._bootstrap>"}, {"source_to_code", 1058, "<frozen importlib._bootstrap_external>"}, \
    {"get_code", 1128, "<frozen importlib._bootstrap_external>"}, {"_get_module_details", 159, NULL}
static const RunnerLine lines_of_importing[] = {{"_get_module_details", 112, NULL}, LAST_LINE, {0}};
static const RunnerLine lines_of_importing_package[] = {{"_get_module_details", 112, NULL}, PACKAGE_LINE, LAST_LINE, {0}};
static const RunnerLine lines_of_warning[] = {{"_get_module_details", 128, NULL}, LAST_LINE, {0}};
static const RunnerLine lines_of_compiling[] = {COMPILING_LINES, LAST_LINE, {0}};
static const RunnerLine lines_of_compiling_folder[] = {COMPILING_LINES, {"_get_main_module_details", 240, NULL}, {"_run_module_as_main", 191, NULL}, {0}};
static const RunnerLine lines_of_compiling_package[] = {COMPILING_LINES, PACKAGE_LINE, LAST_LINE, {0}};

static MrValue under_runner(MrThread *t, MrValue result, const RunnerLine *lines)
{
    MrValue exc = mr_take_pending(t);
    for (; result == MR_ERROR && mr_is_exception(exc) && lines->function; lines++) {
        MrCode *code = mr_compile_text(t, "\n", 1, lines->file ? lines->file : "<frozen runpy>", MR_COMPILE_EXEC, 0);
        MrStr *name = mr_intern(t, lines->function, strlen(lines->function));
        MrFunction *f = code && name ? mr_function_new(t, code, t->iso->builtins) : NULL;
        if (!f)
            break;
        code->name = name;
        MrFrame frame = {.function = f, .code = code, .pc = code->code, .frame_object = MR_UNBOUND, .ns = MR_UNBOUND};
        t->pending = exc;
        mr_traceback_add(t, &frame);
        mr_take_pending(t);
        if (mr_is_kind(MR_EXCEPTION(exc)->traceback, MR_KIND_TRACEBACK))
            ((MrTraceback *)mr_obj_of(MR_EXCEPTION(exc)->traceback))->lineno = lines->line;
    }
    t->pending = exc;
    return result;
}

MrModule *mr_main_module(MrThread *t)
{
    MrValue have = mr_dict_get_str(t, t->iso->modules, mr_n(t, __main__));
    if (mr_is_kind(have, MR_KIND_MODULE))
        return (MrModule *)mr_obj_of(have);
    MrModule *m = mr_module_new(t, mr_nv(t, __main__));
    MrValue b = mr_dict_get_str(t, t->iso->modules, mr_n(t, builtins));
    MrDict *ann = mr_dict_new(t);
    if (!m || !ann || !mr_dict_set_str(t, t->iso->modules, mr_n(t, __main__), mr_val(m)) || !mr_dict_set_c(t, m->dict, "__annotations__", mr_val(ann)) ||
        !mr_dict_set_str(t, m->dict, mr_n(t, __builtins__), b))
        return NULL;
    return m;
}

/* A script's output, from a file or from standard input, is written when it has run, before an uncaught error is reported, as CPython does (not for -c). Failures are
 * left to the last flush. */
static void flush_stdout(MrThread *t)
{
    MrValue pending = mr_take_pending(t);
    MrValue out = mr_sys_get(t, mr_n(t, stdout));
    if (out != MR_UNBOUND && out != MR_NONE && !mr_io_flush(t, out))
        mr_take_pending(t);
    t->pending = pending;
}

MrValue mr_run_text(MrThread *t, const char *text, size_t n, const char *filename)
{
    MrModule *m = mr_main_module(t);
    unsigned flags = strcmp(filename, "<string>") ? MR_COMPILE_STREAMED : MR_COMPILE_FROM_STR; /* the text of -c is at hand as a whole, its encoding known */
    MrCode *code = m ? mr_compile_text(t, text, n, filename, MR_COMPILE_EXEC, flags) : NULL;
    MrValue r = code ? mr_import_run(t, m, code) : MR_ERROR;
    if (flags & MR_COMPILE_STREAMED)
        flush_stdout(t);
    return r;
}

/* Does the text end as a ZIP archive does? There may be a comment behind that. */
static bool is_archive(const char *text, size_t n)
{
    enum { END_RECORD = 22 };
    if (n < END_RECORD || (!memchr(text, 0, n < 4096 ? n : 4096) && memcmp(text + n - END_RECORD, "PK\5\6", 4) != 0))
        return false;
    for (size_t i = n - END_RECORD + 1, low = n > 70000 ? n - 70000 : 0; i-- > low;)
        if (!memcmp(text + i, "PK\5\6", 4))
            return true;
    return false;
}

/* __main__ of a ZIP archive, with the archive in the place of the script's folder. */
static MrValue run_archive(MrThread *t, const char *path)
{
    MrValue zip = mr_import(t, "zipimport"), name = zip == MR_ERROR ? zip : mr_str_c(t, path);
    MrModule *m = name == MR_ERROR ? NULL : mr_main_module(t);
    MrValue search = mr_import_path(t), find = m ? mr_getattr_c(t, zip, "_main_of") : MR_ERROR;
    MrValue pair = find == MR_ERROR ? find : mr_call1(t, find, name);
    if (pair == MR_ERROR)
        return pair;
    if (pair == MR_NONE) {
        MrValue text = mr_strf(t, "moray: can't find '__main__' module in '%s'", path);
        return text == MR_ERROR ? text : mr_raise_type_value(t, MR_EXC_SystemExit, text);
    }
    if (mr_is_list(search) && !(MR_LIST(search)->length ? mr_setitem(t, search, mr_small_int(0), name) : mr_list_append(t, search, name)))
        return MR_ERROR;
    const MrValue *item = MR_TUPLE(pair)->items;
    if (!mr_import_mark(t, m, "__main__", false, MR_UNBOUND, item[1]) || !mr_dict_set_str(t, m->dict, mr_n(t, __cached__), MR_NONE))
        return MR_ERROR;
    return under_runner(t, mr_import_run(t, m, (MrCode *)mr_obj_of(item[0])), lines_of_running);
}

MrValue mr_run_file(MrThread *t, const char *path)
{
    char *text, inside[4096];
    size_t n;
    bool folder = mr_is_folder(path) && snprintf(inside, sizeof inside, "%s/__main__.py", path) < (int)sizeof inside && mr_is_file(inside);
    if (folder)
        path = inside;
    if (!mr_read_file(path, &text, &n)) {
        MrValue name = mr_str_c(t, path);
        return name == MR_ERROR ? name : mr_raise_errno(t, errno, name);
    }
    if (is_archive(text, n)) {
        free(text);
        return run_archive(t, path);
    }
    MrModule *m = mr_main_module(t);
    MrValue file = m ? mr_str_c(t, path) : MR_ERROR;
    MrValue r = MR_ERROR;
    if (folder && file != MR_ERROR && !mr_import_mark(t, m, "__main__", false, MR_UNBOUND, file))
        file = MR_ERROR;
    if (file != MR_ERROR && mr_dict_set_str(t, m->dict, mr_n(t, __file__), file) && (folder || mr_dict_set_str(t, m->dict, mr_n(t, __cached__), MR_NONE)))
        r = folder ? MR_UNBOUND : mr_run_text(t, text, n, path);
    if (r == MR_UNBOUND) { /* the output of this one is not written before its error either */
        MrCode *code = mr_compile_text(t, text, n, path, MR_COMPILE_EXEC, 0);
        r = code ? under_runner(t, mr_import_run(t, m, code), lines_of_running) : under_runner(t, MR_ERROR, lines_of_compiling_folder);
    }
    free(text);
    return r;
}

/* By the module runpy: what a finder of the script or an archive has. Its lines give way to those that CPython shows. */
static MrValue run_by_library(MrThread *t, const char *name)
{
    MrValue runner = !mr_main_module(t) || mr_import(t, "zipimport") == MR_ERROR ? MR_ERROR : mr_import(t, "runpy"), run = runner == MR_ERROR ? runner : mr_getattr_c(t, runner, "_run_module_as_main");
    MrValue text = run == MR_ERROR ? run : mr_str_c(t, name), r = text == MR_ERROR ? text : mr_call1(t, run, text);
    if (r != MR_ERROR || !mr_is_exception(t->pending))
        return r;
    MrException *e = MR_EXCEPTION(t->pending);
    while (mr_is_kind(e->traceback, MR_KIND_TRACEBACK) && !strcmp(((MrTraceback *)mr_obj_of(e->traceback))->code->filename->bytes, "<frozen runpy>"))
        e->traceback = ((MrTraceback *)mr_obj_of(e->traceback))->next;
    return e->traceback == MR_NONE ? r : under_runner(t, r, lines_of_running);
}

/* The package has imported the module already, which now runs a second time under the name __main__. False: a filter made an error of it. */
static bool warn_if_imported(MrThread *t, const char *name, const char *package)
{
    MrStr *full = mr_intern(t, name, strlen(name));
    MrValue have = full ? mr_dict_get_str(t, t->iso->modules, full) : MR_ERROR;
    MrValue path = have == MR_UNBOUND || have == MR_NONE || have == MR_ERROR ? MR_NONE : mr_getattr_or(t, have, mr_n(t, __path__));
    if (have == MR_ERROR || path == MR_ERROR)
        return false;
    MrValue message = path != MR_UNBOUND ? MR_NONE
                                         : mr_strf(t, "'%s' found in sys.modules after import of package '%s', but prior to execution of '%s'; "
                                                      "this may result in unpredictable behaviour", name, package, name);
    if (message == MR_NONE || (message != MR_ERROR && mr_warn_explicit(t, MR_EXC_RuntimeWarning, mr_cstr(message), "<frozen runpy>", 128)))
        return true;
    if (mr_isinstance_of(t, t->pending, MR_EXC_RuntimeWarning))
        under_runner(t, MR_ERROR, lines_of_warning);
    return false;
}

/* What sys.argv[0] is for a module of the binary: the file that it was, below the folder of the library. */
static MrValue frozen_name(MrThread *t, char *name)
{
    for (char *p = name; *p; p++)
        if (*p == '.')
            *p = '/';
    return mr_strf(t, "%s.py", name);
}

static MrValue run_module(MrThread *t, const char *name, bool of_package)
{
    char full[512];
    if (name[0] == '.')
        return mr_raise(t, MR_EXC_ImportError, "Relative module names not supported");
    snprintf(full, sizeof full, "%s", name);
    const char *dot = strrchr(full, '.');
    MrValue path = MR_UNBOUND;
    if (dot) {
        MrStr *parent = mr_intern(t, full, (size_t)(dot - full));
        MrValue p = parent ? mr_import_dotted(t, parent) : MR_ERROR;
        if (p == MR_ERROR && parent && MR_EXCEPTION(t->pending)->traceback != MR_NONE)
            under_runner(t, p, of_package ? lines_of_importing_package : lines_of_importing);
        if (p == MR_ERROR || (path = mr_getattr_or(t, p, mr_n(t, __path__))) == MR_ERROR)
            return MR_ERROR;
        if (path == MR_UNBOUND)
            return mr_raise(t, MR_EXC_ModuleNotFoundError, "__path__ attribute not found on '%s' while trying to find '%s'", parent->bytes, full);
        if (!warn_if_imported(t, full, parent->bytes))
            return MR_ERROR;
    }
    const MrFrozen *z = mr_frozen_find(full);
    MrFound f = {.search = MR_UNBOUND};
    int found = z ? 1 : mr_import_find(t, path == MR_UNBOUND ? mr_import_path(t) : path, dot ? dot + 1 : full, &f, false);
    if (found < 0)
        return MR_ERROR;
    bool package = found && (z ? z->package : f.package);
    if (found && package && strlen(full) + 10 < sizeof full && strcmp(full + strlen(full) - (strlen(full) > 9 ? 9 : 0), ".__main__")) {
        strcat(full, ".__main__");
        return run_module(t, full, true);
    }
    if (!found && !dot && mr_native_module(full))
        return mr_raise(t, MR_EXC_ImportError, "No code object available for %s", full);
    if (!found && !dot && !strcmp(full, "__main__"))
        return mr_raise(t, MR_EXC_ImportError, "Error while finding module specification for '__main__' (ValueError: __main__.__spec__ is None)");
    if (!found && (f.archive || mr_is_tuple(t->iso->hooks[MR_HOOK_IMPORT])))
        return run_by_library(t, name);
    if (!found)
        return mr_raise(t, MR_EXC_ImportError, "No module named %s", name);
    if (package && of_package)
        return mr_raise(t, MR_EXC_ImportError, "Cannot use package as __main__ module; '%.*s' is a package and cannot be directly executed", (int)strlen(full) - 9, full);
    MrCode *code = z ? mr_frozen_code(t, z) : mr_import_source(t, f.file);
    if (!code)
        return under_runner(t, MR_ERROR, of_package ? lines_of_compiling_package : lines_of_compiling);
    MrModule *m = mr_main_module(t);
    MrValue file = m ? (z ? MR_NONE : mr_str_c(t, f.file)) : MR_ERROR;
    if (file == MR_ERROR || !mr_import_mark(t, m, full, false, MR_UNBOUND, file) || (z && !mr_dict_set_str(t, m->dict, mr_n(t, __cached__), MR_NONE)))
        return MR_ERROR;
    MrValue argv = mr_sys_get(t, mr_intern(t, "argv", 4));
    if (z && (file = frozen_name(t, full)) == MR_ERROR)
        return MR_ERROR;
    if (mr_is_list(argv) && MR_LIST(argv)->length && !mr_setitem(t, argv, mr_small_int(0), file))
        return MR_ERROR;
    return under_runner(t, mr_import_run(t, m, code), lines_of_running);
}

MrValue mr_run_module(MrThread *t, const char *name) { return run_module(t, name, false); }
