/* The prompt: reads statements, line by line, and runs them. Errors do not end it; Ctrl-D and SystemExit do; Ctrl-C drops what has been typed. */
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"

typedef struct Input { char *text; size_t length, capacity; } Input;
typedef enum LineResult { LINE_READ, LINE_END, LINE_INTERRUPTED } LineResult;

static bool put(Input *in, char c)
{
    if (in->length + 2 > in->capacity) {
        size_t capacity = in->capacity ? in->capacity * 2 : 256;
        char *text = realloc(in->text, capacity);
        if (!text)
            return false;
        in->text = text;
        in->capacity = capacity;
    }
    in->text[in->length++] = c;
    in->text[in->length] = 0;
    return true;
}

static void flush_script_output(MorayVM *vm)
{
    MorayScope scope = moray_scope_open(vm);
    moray_call_method(vm, moray_getattr(vm, moray_import(vm, "sys"), "stdout"), "flush", NULL, 0);
    moray_catch(vm, NULL);
    moray_scope_close(vm, scope);
}

/* Waits until there is input, while the VM's event loop and its threads go on. False: an exception is pending, of a signal's handler or a task. */
static bool wait_for_input(MorayVM *vm)
{
    for (;;) {
        int fd = moray_backend_fd(vm), timeout = moray_backend_timeout(vm);
        struct pollfd p[2] = {{.fd = STDIN_FILENO, .events = POLLIN}, {.fd = fd, .events = POLLIN}};
        moray_leave(vm);
        int n = poll(p, 2, timeout);
        moray_enter(vm);
        if (!moray_check(vm))
            return false;
        if (n > 0 && p[0].revents)
            return true;
        if (n < 0)
            continue;
        if (moray_poll(vm, 0) < 0)
            return false;
        flush_script_output(vm);
    }
}

/* Appends one line. read() and not stdio, so that nothing is read ahead that a script's input() should get. */
static LineResult read_line(MorayVM *vm, Input *in)
{
    size_t before = in->length;
    for (;;) {
        char c;
        if (in->length == before && !wait_for_input(vm))
            return LINE_INTERRUPTED;
        ssize_t got = read(STDIN_FILENO, &c, 1);
        if (got < 0 && errno == EINTR)
            return LINE_INTERRUPTED;
        if (got <= 0) {
            if (in->length == before)
                return LINE_END;
            return put(in, '\n') ? LINE_READ : LINE_END;
        }
        if (!put(in, c))
            return LINE_END;
        if (c == '\n')
            return LINE_READ;
    }
}

/* sys.ps1, sys.ps2: str() of whatever the script has put there. */
static void show_prompt(MorayVM *vm, const char *name)
{
    MorayScope scope = moray_scope_open(vm);
    const char *text;
    size_t n;
    MorayRef prompt = moray_str_of(vm, moray_getattr(vm, moray_import(vm, "sys"), name));
    if (moray_to_str(vm, prompt, &text, &n))
        fwrite(text, 1, n, stderr);
    else
        moray_catch(vm, NULL);
    moray_scope_close(vm, scope);
    fflush(stderr);
}

static void set_prompts(MorayVM *vm)
{
    static const char *const prompts[2][2] = {{"ps1", ">>> "}, {"ps2", "... "}};
    MorayScope scope = moray_scope_open(vm);
    MorayRef sys = moray_import(vm, "sys");
    for (int i = 0; i < 2; i++)
        if (moray_hasattr(vm, sys, prompts[i][0]) == 0)
            moray_setattr(vm, sys, prompts[i][0], moray_str(vm, prompts[i][1]));
    moray_catch(vm, NULL);
    moray_scope_close(vm, scope);
}

/* What interrupted the reading: a handler of a signal, or what left a background task. False: the typed text is dropped. */
static bool handle_interrupt(MorayVM *vm, bool *go_on, int *status)
{
    MorayError err;
    if (moray_check(vm) || !moray_catch(vm, &err))
        return true;
    if (err.kind == MORAY_ERROR_INTERRUPT) {
        fputs("\nKeyboardInterrupt\n", stderr);
    } else if (err.kind == MORAY_ERROR_EXIT) {
        moray_rethrow(vm);
        *status = moray_report(vm);
        *go_on = false;
    } else {
        fputs(err.traceback, stderr);
    }
    return false;
}

/* Runs a statement. False: the program is to end, with *status. */
static bool run_statement(MorayVM *vm, const char *text, int *status)
{
    MorayScope scope = moray_scope_open(vm);
    bool go_on = true;
    if (!moray_interact(vm, text, "<stdin>")) {
        MorayError err;
        moray_catch(vm, &err);
        if (err.kind == MORAY_ERROR_INTERRUPT) {
            fputs("\nKeyboardInterrupt\n", stderr);
        } else {
            go_on = err.kind != MORAY_ERROR_EXIT;
            moray_rethrow(vm);
            int wanted = moray_report(vm);
            if (!go_on)
                *status = wanted;
        }
    }
    moray_scope_close(vm, scope);
    flush_script_output(vm);
    return go_on;
}

static bool is_blank(const char *text) { return text[strspn(text, " \t\r\n\f")] == 0; }

/* Comments and empty lines alone ask for nothing. */
static bool is_nothing(const char *text)
{
    while (*text) {
        text += strspn(text, " \t\r\f");
        if (*text == '#')
            text += strcspn(text, "\n");
        if (*text && *text != '\n')
            return false;
        text += *text == '\n';
    }
    return true;
}

int mr_plain_run(MorayVM *vm, bool banner)
{
    if (banner)
        fprintf(stderr, "Moray %s (Python %s) on Linux\nType \"help\", \"copyright\" or \"license\" for more information.\n", moray_version(), moray_python_version());
    set_prompts(vm);
    Input in = {0};
    int status = 0;
    bool go_on = true, at_end = false;
    while (go_on) {
        show_prompt(vm, in.length ? "ps2" : "ps1");
        LineResult r = read_line(vm, &in);
        if (r == LINE_INTERRUPTED) {
            if (!handle_interrupt(vm, &go_on, &status))
                in.length = 0;
            continue;
        }
        at_end = r == LINE_END;
        if (at_end && in.length == 0)
            break;
        if (is_nothing(in.text) && (is_blank(in.text) || r == LINE_READ)) {
            in.length = 0;
            go_on = r != LINE_END;
            continue;
        }
        if (r != LINE_END && moray_is_complete(in.text) == MORAY_INCOMPLETE)
            continue;
        go_on = run_statement(vm, in.text, &status) && r != LINE_END;
        in.length = 0;
    }
    if (at_end)
        fputc('\n', stderr);
    free(in.text);
    return status;
}
