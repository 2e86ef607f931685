/* The prompt on a terminal: edits texts, runs them, reports what went wrong, until Ctrl-D, exit, or nobody is there any more.
 *
 * Between two keys the VM's event loop goes on (lineedit.c); while a statement runs, the terminal is as the user left it. Ctrl-C is a signal all the
 * time and arrives here as a KeyboardInterrupt, which never ends the session. Where there is no such terminal, plain.c serves.
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"
#include "cli/session.h"

#define PROMPT_ON "\033[1;35m"
#define OFF "\033[0m"

void mr_session_print(MrSession *s, const char *format, ...)
{
    char *text = NULL;
    size_t n = 0;
    FILE *f = open_memstream(&text, &n);
    if (!f)
        return;
    va_list arguments;
    va_start(arguments, format);
    vfprintf(f, format, arguments);
    va_end(arguments);
    if (!fclose(f))
        mr_display_print(&s->editor.display, text, n);
    free(text);
}

static void flush_script_output(MorayVM *vm)
{
    MorayScope scope = moray_scope_open(vm);
    moray_call_method(vm, moray_getattr(vm, moray_import(vm, "sys"), "stdout"), "flush", NULL, 0);
    mr_drop_exception(vm);
    moray_scope_close(vm, scope);
}

/* ---- exceptions ---- */

/* Has the script put a hook of its own in place of the one that prints tracebacks? */
static bool has_own_hook(MorayVM *vm)
{
    MorayRef sys = moray_import(vm, "sys"), hook = moray_getattr(vm, sys, "excepthook"), usual = moray_getattr(vm, sys, "__excepthook__");
    bool own = !moray_same(vm, hook, usual);
    mr_drop_exception(vm);
    return own;
}

/* Was an `await` cancelled by Ctrl-C? What its traceback says is how that is done. */
static bool is_cancelled_await(MorayVM *vm, const MorayError *err)
{
    if (err->kind != MORAY_ERROR_INTERRUPT)
        return false;
    MorayRef context = moray_getattr(vm, moray_caught(vm), "__context__");
    MorayRef name = moray_getattr(vm, moray_type(vm, context), "__name__");
    const char *text = "";
    bool cancelled = moray_to_str(vm, name, &text, NULL) && !strcmp(text, "CancelledError");
    mr_drop_exception(vm);
    return cancelled;
}

static void remember_exception(MorayVM *vm, MorayRef exc)
{
    MorayRef sys = moray_import(vm, "sys");
    moray_setattr(vm, sys, "last_exc", exc);
    moray_setattr(vm, sys, "last_value", exc);
    moray_setattr(vm, sys, "last_type", moray_type(vm, exc));
    moray_setattr(vm, sys, "last_traceback", moray_getattr(vm, exc, "__traceback__"));
    mr_drop_exception(vm);
}

void mr_session_report(MrSession *s)
{
    MorayVM *vm = s->vm;
    MorayError err;
    MorayScope scope = moray_scope_open(vm);
    if (moray_catch(vm, &err)) {
        if (err.kind == MORAY_ERROR_EXIT) {
            moray_rethrow(vm);
            s->status = moray_report(vm);
            s->over = true;
        } else {
            MorayRef exc = moray_caught(vm);
            char *text = strdup(err.traceback), *brief = NULL;
            if (is_cancelled_await(vm, &err) && (brief = strdup("KeyboardInterrupt\n"))) {
                free(text);
                text = brief;
            }
            flush_script_output(vm);
            char *colored = text && s->editor.terminal.colors ? mr_traceback_colored(text) : NULL;
            if (has_own_hook(vm)) {
                moray_raise_value(vm, exc);
                moray_report(vm);
            } else if (text) {
                remember_exception(vm, exc);
                if (isatty(STDERR_FILENO))
                    mr_session_print(s, "%s", colored ? colored : text);
                else
                    fputs(text, stderr);
            }
            free(colored);
            free(text);
        }
    }
    moray_scope_close(vm, scope);
}

/* ---- running ---- */

bool mr_session_run(MrSession *s, const char *text, const char *filename)
{
    MorayScope scope = moray_scope_open(s->vm);
    bool ok = moray_interact_all(s->vm, text, filename);
    if (!ok)
        mr_session_report(s);
    else
        flush_script_output(s->vm);
    moray_scope_close(s->vm, scope);
    return ok;
}

static void remember_source(MorayVM *vm, const char *filename, const char *text)
{
    MorayScope scope = moray_scope_open(vm);
    MorayRef args[2] = {moray_str(vm, filename), moray_str(vm, text)};
    moray_call(vm, moray_getattr(vm, moray_import(vm, "_prompt"), "remember"), args, 2);
    mr_drop_exception(vm);
    moray_scope_close(vm, scope);
}

static void keep_input(MrSession *s, const char *text)
{
    if (s->n_inputs == s->cap_inputs) {
        size_t capacity = s->cap_inputs ? s->cap_inputs * 2 : 64;
        char **more = realloc(s->inputs, capacity * sizeof *more);
        if (!more)
            return;
        s->inputs = more;
        s->cap_inputs = capacity;
    }
    char *copy = strdup(text);
    if (copy)
        s->inputs[s->n_inputs++] = copy;
}

/* Is the text nothing but this name, and does the script have none such? */
static bool is_bare(MorayVM *vm, const char *text, const char *word)
{
    size_t n = strlen(word);
    text += strspn(text, " ");
    if (strncmp(text, word, n) || text[n + strspn(text + n, " \n")])
        return false;
    MorayScope scope = moray_scope_open(vm);
    bool taken = !moray_is_null(moray_global(vm, word));
    mr_drop_exception(vm);
    moray_scope_close(vm, scope);
    return !taken;
}

static bool is_blank(const char *text) { return text[strspn(text, " \t\r\n\f")] == 0; }

static void run_input(MrSession *s, const char *text)
{
    if (is_blank(text))
        return;
    mr_history_add(&s->editor.history, text);
    if (mr_command_run(s, text))
        return;
    if (is_bare(s->vm, text, "exit") || is_bare(s->vm, text, "quit")) {
        s->over = true;
        return;
    }
    if (is_bare(s->vm, text, "clear")) {
        mr_display_clear(&s->editor.display);
        return;
    }
    size_t n = strlen(text);
    char filename[32], *lines = malloc(n + 2);
    if (!lines)
        return;
    memcpy(lines, text, n);
    memcpy(lines + n, "\n", 2);
    snprintf(filename, sizeof filename, "<input-%u>", ++s->number);
    remember_source(s->vm, filename, lines);
    if (moray_failed(s->vm))
        mr_session_report(s);
    else if (mr_session_run(s, lines, filename))
        keep_input(s, text);
    free(lines);
}

/* ---- prompts ---- */

/* str() of sys.ps1 or sys.ps2, in colour if it is the usual one. */
static char *prompt_text(MrSession *s, const char *name, const char *usual)
{
    MorayVM *vm = s->vm;
    MorayScope scope = moray_scope_open(vm);
    const char *text;
    size_t n;
    if (!moray_to_str(vm, moray_str_of(vm, moray_getattr(vm, moray_import(vm, "sys"), name)), &text, &n)) {
        mr_drop_exception(vm);
        text = usual;
        n = strlen(usual);
    }
    bool colored = s->editor.terminal.colors && !strcmp(text, usual);
    char *prompt = malloc(n + sizeof PROMPT_ON + sizeof OFF);
    if (prompt)
        sprintf(prompt, "%s%s%s", colored ? PROMPT_ON : "", text, colored ? OFF : "");
    moray_scope_close(vm, scope);
    return prompt;
}

static void set_prompts(MorayVM *vm)
{
    MorayScope scope = moray_scope_open(vm);
    MorayRef sys = moray_import(vm, "sys");
    if (moray_hasattr(vm, sys, "ps1") == 0)
        moray_setattr(vm, sys, "ps1", moray_str(vm, ">>> "));
    if (moray_hasattr(vm, sys, "ps2") == 0)
        moray_setattr(vm, sys, "ps2", moray_str(vm, "... "));
    mr_drop_exception(vm);
    moray_scope_close(vm, scope);
}

/* Ctrl-C, or what left a background task. After Ctrl-C the typed text is gone. */
static void after_exception(MrSession *s)
{
    MorayError err;
    if (!moray_catch(s->vm, &err))
        return;
    if (err.kind == MORAY_ERROR_INTERRUPT) {
        mr_session_print(s, "KeyboardInterrupt\n");
        mr_buffer_set(&s->editor.buffer, "", 0);
    } else {
        moray_rethrow(s->vm);
        mr_session_report(s);
    }
}

static void take_turn(MrSession *s)
{
    char *prompt = prompt_text(s, "ps1", ">>> "), *more = prompt_text(s, "ps2", "... ");
    MrEditEnd end = mr_editor_read(&s->editor, prompt ? prompt : ">>> ", more ? more : "... ");
    free(prompt);
    free(more);
    switch (end) {
    case MR_EDIT_TEXT: {
        char *text = strdup(s->editor.buffer.s);
        mr_buffer_set(&s->editor.buffer, "", 0);
        bool quiet = !text || is_blank(text);
        if (text)
            run_input(s, text);
        free(text);
        if (!quiet && !s->over)
            s->editor.untidy = true;
        break;
    }
    case MR_EDIT_EXCEPTION: after_exception(s); break;
    case MR_EDIT_CTRL_D:
    case MR_EDIT_GONE:
    case MR_EDIT_GOES_ON: s->over = true; break;
    }
}

/* What runs in the background is cancelled, so that its finally blocks run. */
static void finish(MrSession *s)
{
    int status = s->status;
    if (moray_backend_fd(s->vm) >= 0 && !s->editor.terminal.dead)
        mr_session_run(s, "__import__('_prompt').finish()", "<prompt>");
    moray_catch(s->vm, NULL);
    s->status = status;
}

int mr_repl_run(MorayVM *vm, bool banner)
{
    MrSession s = {.vm = vm};
    if (!mr_editor_init(&s.editor, vm))
        return mr_plain_run(vm, banner);
    if (banner)
        mr_session_print(&s, "Moray %s (Python %s)\n`await` works here. ? lists commands and keys.\n", moray_version(), moray_python_version());
    set_prompts(vm);
    while (!s.over)
        take_turn(&s);
    finish(&s);
    mr_editor_fini(&s.editor);
    for (size_t i = 0; i < s.n_inputs; i++)
        free(s.inputs[i]);
    free(s.inputs);
    return s.status;
}
