/* The prompt's commands: lines that begin with a colon, which no statement does, and `?`. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "cli/session.h"

#define SHORTEST_COMMENT 12 /* columns, below which a comment of a listing says nothing */

typedef void Command(MrSession *s, const char *argument);

typedef struct CommandDef {
    const char *name, *argument, *help;
    Command *run;
} CommandDef;

/* ---- asking the script's side ---- */

/* _prompt.name('argument') as a statement of the prompt, so that it sees the event loop. */
static void run_helper(MrSession *s, const char *name, const char *argument)
{
    char *text = NULL;
    size_t n = 0;
    FILE *f = open_memstream(&text, &n);
    if (!f)
        return;
    fprintf(f, "__import__('_prompt').%s(", name);
    if (argument) {
        putc('\'', f);
        for (; *argument; argument++)
            fprintf(f, *argument == '\'' || *argument == '\\' ? "\\%c" : "%c", *argument);
        putc('\'', f);
    }
    putc(')', f);
    if (!fclose(f))
        mr_session_run(s, text, "<prompt>");
    free(text);
}

static void show_tasks(MrSession *s, const char *argument)
{
    (void)argument;
    run_helper(s, "show_tasks", NULL);
}

static void reset(MrSession *s, const char *argument)
{
    (void)argument;
    run_helper(s, "reset", NULL);
}

static void load(MrSession *s, const char *argument) { run_helper(s, "load", argument); }

/* ---- time, dis, save ---- */

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void take_time(MrSession *s, const char *argument)
{
    double start = now();
    if (!mr_session_run(s, argument, "<time>"))
        return;
    double took = now() - start;
    if (took < 1e-3)
        mr_session_print(s, "took %.0f us\n", took * 1e6);
    else if (took < 1)
        mr_session_print(s, "took %.2f ms\n", took * 1e3);
    else
        mr_session_print(s, "took %.3f s\n", took);
}

/* A listing, whose comments end where the terminal does. */
static void print_listing(MrSession *s, const char *text, size_t n)
{
    size_t width = (size_t)s->editor.terminal.cols;
    for (const char *end = text + n; text < end;) {
        const char *newline = memchr(text, '\n', (size_t)(end - text));
        size_t length = newline ? (size_t)(newline - text) : (size_t)(end - text);
        const char *comment = memmem(text, length, "  ; ", 4);
        size_t before = comment ? (size_t)(comment - text) : 0;
        if (!comment || length < width)
            mr_session_print(s, "%.*s\n", (int)length, text);
        else if (before + SHORTEST_COMMENT >= width)
            mr_session_print(s, "%.*s\n", (int)before, text);
        else
            mr_session_print(s, "%.*s...\n", (int)width - 4, text);
        text += length + 1;
    }
}

/* The instructions of a function whose source is known, or of the text itself. */
static void disassemble(MrSession *s, const char *argument)
{
    MorayVM *vm = s->vm;
    MorayScope scope = moray_scope_open(vm);
    MorayRef name = moray_str(vm, argument);
    MorayRef source = moray_call(vm, moray_getattr(vm, moray_import(vm, "_prompt"), "source_of"), &name, 1);
    const char *text = argument, *listing;
    size_t n = 0;
    if (moray_kind(vm, source) == MORAY_STR)
        moray_to_str(vm, source, &text, NULL);
    mr_drop_exception(vm);
    MorayRef r = moray_disassemble(vm, text, strlen(text), "<dis>");
    if (moray_to_str(vm, r, &listing, &n)) {
        const char *body = text == argument ? NULL : memmem(listing, n, "\n\n", 2); /* of a definition, not what makes the function */
        size_t skip = body ? (size_t)(body + 2 - listing) : 0;
        print_listing(s, listing + skip, n - skip);
    } else {
        mr_session_report(s);
    }
    moray_scope_close(vm, scope);
}

static void save(MrSession *s, const char *argument)
{
    FILE *f = fopen(argument, "w");
    for (size_t i = 0; f && i < s->n_inputs; i++)
        fprintf(f, "%s\n", s->inputs[i]);
    if (f && !fclose(f))
        mr_session_print(s, "%zu input%s written to %s\n", s->n_inputs, s->n_inputs == 1 ? "" : "s", argument);
    else
        mr_session_print(s, "cannot write %s: %m\n", argument);
}

/* ---- the list ---- */

static void show_help(MrSession *s, const char *argument);

static const CommandDef commands[] = {
    {":tasks", NULL, "the tasks that run in the background: who waits for whom, where, since when", show_tasks},
    {":time", "code", "how long it takes", take_time},
    {":dis", "function", "the instructions of a function, or of any code", disassemble},
    {":load", "file", "run a file here", load},
    {":save", "file", "write what was typed and worked to a file", save},
    {":reset", NULL, "forget all names, cancel all tasks", reset},
    {"?", NULL, "this list", show_help},
};
enum { N_COMMANDS = sizeof commands / sizeof *commands };

static const char *const keys[][2] = {
    {"Tab", "completes names, attributes, modules, and files in strings"},
    {"Alt-Enter", "a new line in any case"},
    {"Ctrl-R  Up", "search the history; entries that begin like the text"},
    {"Ctrl-C", "stops what runs, drops what is typed"},
    {"Ctrl-_  Alt-_", "undo, redo"},
    {"Ctrl-X Ctrl-E", "the text in $EDITOR"},
    {"Ctrl-Z  Ctrl-D", "suspend; leave"},
};

static void show_help(MrSession *s, const char *argument)
{
    (void)argument;
    for (int i = 0; i < N_COMMANDS; i++) {
        char head[64];
        snprintf(head, sizeof head, "%s%s%s", commands[i].name, commands[i].argument ? " " : "", commands[i].argument ? commands[i].argument : "");
        mr_session_print(s, "%-16s%s\n", head, commands[i].help);
    }
    mr_session_print(s, "%-16s%s\n", "help(x)  x?", "about any object; help('modules'), help() for more");
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        mr_session_print(s, "%-16s%s\n", keys[i][0], keys[i][1]);
}

/* `name?`: help(name), but for texts, which help() would look up. Is the text that? */
static bool ask_about(MrSession *s, const char *text)
{
    size_t n = strcspn(text, "? \n");
    const char *rest = text + n + strspn(text + n, "?");
    if (!n || rest == text + n || rest[strspn(rest, " \n")] || strcspn(text, "()[]{}'\"#=,;:") < n)
        return false;
    char *call = NULL;
    if (asprintf(&call, "__import__('_prompt').about(%.*s)", (int)n, text) >= 0)
        mr_session_run(s, call, "<prompt>");
    free(call);
    return true;
}

bool mr_command_run(MrSession *s, const char *text)
{
    text += strspn(text, " ");
    if (*text != ':' && ask_about(s, text))
        return true;
    if (*text != ':' && *text != '?')
        return false;
    size_t n = *text == '?' ? 1 : 1 + strcspn(text + 1, " \n");
    char *argument = strdup(text + n + strspn(text + n, " \n"));
    if (!argument)
        return true;
    for (size_t end = strlen(argument); end > 0 && strchr(" \n", argument[end - 1]); end--)
        argument[end - 1] = 0;
    int i = 0;
    while (i < N_COMMANDS && (strlen(commands[i].name) != n || strncmp(commands[i].name, text, n)))
        i++;
    if (i == N_COMMANDS)
        mr_session_print(s, "There is no command %.*s; ? lists them.\n", (int)n, text);
    else if (commands[i].argument && !*argument)
        mr_session_print(s, "%s: %s is missing.\n", commands[i].name, commands[i].argument);
    else
        commands[i].run(s, argument);
    free(argument);
    return true;
}
