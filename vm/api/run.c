/* moray.h: running program texts, files and modules; the front end's listings.
 * Not here: interactive statements (prompt.c), what needs the parser itself (front.c).
 */
#include <string.h>

#include "compiler/compile.h"
#include "compiler/disasm.h"
#include "vm/api/api.h"
#include "vm/api/front.h"
#include "vm/call.h"
#include "vm/error.h"
#include "vm/function.h"
#include "vm/import.h"

/* ---- programs ---- */

bool moray_run_n(MorayVM *vm, const char *text, size_t length, const char *filename)
{
    MR_API_ENTER(vm, false);
    MR_API_NEEDS(text && filename, false);
    return mr_run_text(t, text, length, filename) != MR_ERROR && mr_api_went_on(t);
}

bool moray_run(MorayVM *vm, const char *text, const char *filename)
{
    return moray_run_n(vm, text, text ? strlen(text) : 0, filename);
}

bool moray_exec_file(MorayVM *vm, const char *path)
{
    MR_API_ENTER(vm, false);
    MR_API_NEEDS(path, false);
    return mr_run_file(t, path) != MR_ERROR && mr_api_went_on(t);
}

/* Code in the namespace of __main__. Coroutine code gives its coroutine. */
MrValue mr_api_run_in_main(MrThread *t, MrCode *code)
{
    MrModule *m = code ? mr_main_module(t) : NULL;
    MrFunction *f = m ? mr_function_new(t, code, m->dict) : NULL;
    if (!f)
        return MR_ERROR;
    if (code->flags & MR_CODE_COROUTINE)
        return mr_call0(t, mr_val(f));
    return mr_run_code(t, f, mr_val(m->dict));
}

MorayRef moray_eval(MorayVM *vm, const char *expression)
{
    MR_API_ENTER(vm, MORAY_NULL);
    MR_API_NEEDS(expression, MORAY_NULL);
    while (*expression == ' ' || *expression == '\t')
        expression++;
    return mr_api_put(vm, mr_api_run_in_main(t, mr_compile_text(t, expression, strlen(expression), "<string>", MR_COMPILE_EVAL, MR_COMPILE_FROM_STR)));
}

/* The module was not found, and not something that it imports: a message as CPython's runpy has it, and the end. */
static void say_not_found(MrThread *t, const char *name)
{
    MrValue exc = t->pending;
    if (!mr_is_exception(exc) || !mr_isinstance_of(t, exc, MR_EXC_ImportError) || MR_EXCEPTION(exc)->traceback != MR_NONE)
        return;
    mr_take_pending(t);
    MrValue text = mr_str(t, exc);
    if (text == MR_ERROR)
        return;
    const char *words = mr_cstr(text), *exe = t->iso->executable;
    size_t n = strlen(words), m = strlen(name);
    bool package = m && n > m + 9 && !strcmp(words + n - 9, ".__main__") && !strncmp(words + n - 9 - m, name, m);
    const char *tail = package ? "; '" : "", *tail2 = package ? "' is a package and cannot be directly executed" : "";
    MrValue message;
    if (mr_isinstance_of(t, exc, MR_EXC_ModuleNotFoundError) && strchr(name, '.'))
        message = m > 3 && !strcmp(name + m - 3, ".py")
                      ? mr_strf(t, "%s: Error while finding module specification for '%s' (%s: %s). Try using '%.*s' instead of '%s' as the module name.", exe, name,
                                mr_type_name(t, exc), words, (int)(m - 3), name, name)
                      : mr_strf(t, "%s: Error while finding module specification for '%s' (%s: %s)", exe, name, mr_type_name(t, exc), words);
    else
        message = mr_strf(t, "%s: %s%s%s%s", exe, words, tail, package ? name : "", tail2);
    if (message != MR_ERROR)
        mr_raise_str(t, MR_EXC_SystemExit, message);
}

bool moray_run_module(MorayVM *vm, const char *name)
{
    MR_API_ENTER(vm, false);
    MR_API_NEEDS(name, false);
    if (mr_run_module(t, name) != MR_ERROR)
        return true;
    say_not_found(t, name);
    return false;
}

/* ---- listings ---- */

static bool list_code(const MrSource *source, MrArena *arena, MrDiag *diag, MrBuf *out)
{
    (void)arena;
    MrUnit *unit = mr_compile((MrSource *)source, MR_COMPILE_EXEC, 0, diag);
    if (!unit)
        return false;
    mr_disasm_unit(unit, out);
    mr_unit_free(unit);
    return true;
}

static MorayRef listing(MorayVM *vm, const char *function, void *c_frame, MrLister *list, const char *text, size_t n, const char *filename)
{
    MrThread *t = mr_api_enter(vm, c_frame);
    if (!t)
        return MORAY_NULL;
    if (!text || !filename)
        return mr_api_refuse_null(t, function), MORAY_NULL;
    MrDiag diag;
    MrSource source;
    MrArena arena;
    MrBuf out = MR_BUF_EMPTY;
    mr_diag_init(&diag);
    mr_arena_init(&arena);
    bool ok = mr_source_init(&source, filename, text, n, MR_SOURCE_PROGRAM, &diag) && list(&source, &arena, &diag, &out);
    MrValue r = ok ? mr_str_buf(t, &out) : mr_raise_diag(t, &source, &diag);
    mr_buf_fini(&out);
    mr_source_fini(&source);
    mr_arena_fini(&arena);
    mr_diag_fini(&diag);
    return mr_api_put(vm, r);
}

MorayRef moray_dump_tokens(MorayVM *vm, const char *text, size_t length, const char *filename)
{
    return listing(vm, __func__, __builtin_frame_address(0), mr_list_tokens, text, length, filename);
}

MorayRef moray_dump_ast(MorayVM *vm, const char *text, size_t length, const char *filename)
{
    return listing(vm, __func__, __builtin_frame_address(0), mr_list_ast, text, length, filename);
}

MorayRef moray_disassemble(MorayVM *vm, const char *text, size_t length, const char *filename)
{
    return listing(vm, __func__, __builtin_frame_address(0), list_code, text, length, filename);
}
