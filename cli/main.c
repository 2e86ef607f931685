/* The program `moray`: runs a file, a text, a module, standard input or a prompt, and turns what became of it into an exit status. */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/cli.h"

#define MAX_PATHS 256

/* Folders for sys.path; the texts are freed at the end. */
typedef struct Paths { char *items[MAX_PATHS]; size_t n; } Paths;

static void add_path(Paths *p, const char *text, size_t n)
{
    char *copy = p->n < MAX_PATHS ? malloc(n + 1) : NULL;
    if (!copy)
        return;
    memcpy(copy, text, n);
    copy[n] = 0;
    p->items[p->n++] = copy;
}

/* A path made absolute without looking at the file system otherwise, as CPython shows script files: /here/./x.py. */
static void absolute(const char *path, char *out, size_t size)
{
    char here[PATH_MAX];
    if (path[0] == '/' || !getcwd(here, sizeof here))
        snprintf(out, size, "%s", path);
    else
        snprintf(out, size, "%s/%s", here, path);
}

static bool is_folder(const char *path)
{
    struct stat st;
    return !stat(path, &st) && S_ISDIR(st.st_mode);
}

/* What stands first in sys.path: the script's folder (links followed), the current one for -m, "" otherwise. */
static void add_first_path(Paths *p, const MrOptions *o)
{
    char full[PATH_MAX], shown[2 * PATH_MAX];
    bool whole = o->program == MR_PROGRAM_FILE && is_folder(o->what); /* a program that is a folder needs it in any case */
    if ((o->config.isolated || strchr(o->letters, 'P')) && !whole)
        return;
    if (o->program == MR_PROGRAM_FILE) {
        if (!realpath(o->what, full)) {
            absolute(o->what, shown, sizeof shown);
            snprintf(full, sizeof full, "%.*s", PATH_MAX - 1, shown);
        }
        char *slash = strrchr(full, '/');
        if (whole)
            add_path(p, full, strlen(full));
        else if (slash)
            add_path(p, full, slash == full ? 1 : (size_t)(slash - full));
    } else if (o->program == MR_PROGRAM_MODULE && getcwd(full, sizeof full)) {
        add_path(p, full, strlen(full));
    } else {
        add_path(p, "", 0);
    }
}

static void add_environment_paths(Paths *p, const MrOptions *o)
{
    const char *list = o->config.isolated || strchr(o->letters, 'E') ? NULL : getenv("MORAYPATH");
    char item[PATH_MAX], full[2 * PATH_MAX];
    while (list && *list) {
        size_t n = strcspn(list, ":");
        if (n && snprintf(item, sizeof item, "%.*s", (int)n, list) < (int)sizeof item) {
            absolute(item, full, sizeof full);
            add_path(p, full, strlen(full));
        }
        list += n + (list[n] == ':');
    }
}

/* The path of this program, for sys.executable. */
static void find_executable(char *out, size_t size)
{
    ssize_t n = readlink("/proc/self/exe", out, size - 1);
    out[n > 0 ? n : 0] = 0;
}

/* All of a descriptor, malloc'd; NULL with errno. */
static char *read_all(int fd, size_t *length)
{
    size_t capacity = 65536, n = 0;
    char *text = malloc(capacity + 1);
    while (text) {
        ssize_t got = read(fd, text + n, capacity - n);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            free(text);
            return NULL;
        }
        if (got == 0)
            break;
        n += (size_t)got;
        if (n == capacity) {
            char *more = realloc(text, (capacity *= 2) + 1);
            if (!more)
                free(text);
            text = more;
        }
    }
    if (text)
        text[*length = n] = 0;
    return text;
}

/* ---- the ways to run ---- */

static int cannot_open(const MrOptions *o, const char *path)
{
    fprintf(stderr, "%s: can't open file '%s': [Errno %d] %s\n", o->program_name, path, errno, strerror(errno));
    return 2;
}

/* The status of a program that has run. With -i a SystemExit is no end: it is reported as any exception, and the prompt follows. */
static int status_of(MorayVM *vm, const MrOptions *o, bool ok)
{
    MorayError err;
    if (ok || !o->config.inspect || !moray_catch(vm, &err))
        return ok ? 0 : moray_report(vm);
    if (err.kind != MORAY_ERROR_EXIT) {
        moray_rethrow(vm);
        return moray_report(vm);
    }
    fputs(err.traceback, stderr);
    return 0;
}

static int run_folder(MorayVM *vm, const MrOptions *o, const char *path)
{
    char main_file[2 * PATH_MAX + 16];
    snprintf(main_file, sizeof main_file, "%s/__main__.py", path);
    if (!access(main_file, R_OK))
        return status_of(vm, o, moray_exec_file(vm, path));
    fprintf(stderr, "%s: can't find '__main__' module in '%s'\n", o->program_name, path);
    return 1;
}

/* -x: what the first line is for is not Python; the others keep their numbers. */
static int run_below_first_line(MorayVM *vm, const MrOptions *o, const char *path)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    size_t n = 0;
    char *text = fd < 0 ? NULL : read_all(fd, &n);
    if (fd >= 0)
        close(fd);
    if (!text)
        return cannot_open(o, path);
    size_t first = strcspn(text, "\n");
    moray_set_global(vm, "__file__", moray_str(vm, path));
    moray_set_global(vm, "__cached__", moray_none(vm));
    int status = status_of(vm, o, moray_run_n(vm, text + first, n - first, path));
    free(text);
    return status;
}

static int run_file(MorayVM *vm, const MrOptions *o)
{
    const char *what = o->what;
    char path[2 * PATH_MAX];
    absolute(what, path, sizeof path);
    int fd = open(what, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return cannot_open(o, path);
    close(fd);
    if (is_folder(what)) {
        size_t n = strlen(path);
        while (n > 1 && (path[n - 1] == '/' || (path[n - 1] == '.' && path[n - 2] == '/')))
            path[--n] = 0;
        return run_folder(vm, o, path);
    }
    return o->skip_line ? run_below_first_line(vm, o, path) : status_of(vm, o, moray_exec_file(vm, path));
}

static int run_stdin(MorayVM *vm, const MrOptions *o)
{
    size_t n = 0;
    char *text = read_all(STDIN_FILENO, &n);
    if (!text)
        return cannot_open(o, "<stdin>");
    moray_set_global(vm, "__file__", moray_str(vm, "<stdin>"));
    moray_set_global(vm, "__cached__", moray_none(vm));
    int status = status_of(vm, o, moray_run_n(vm, text, n, "<stdin>"));
    free(text);
    return status;
}

static int run_text(MorayVM *vm, const MrOptions *o)
{
    const char *text = o->what;
    size_t n = strlen(text);
    char *line = malloc(n + 2);
    if (!line)
        return 1;
    memcpy(line, text, n);
    memcpy(line + n, "\n", 2);
    int status = status_of(vm, o, moray_run_n(vm, line, n + 1, "<string>"));
    free(line);
    return status;
}

/* --tokens, --ast, --dis: a listing of the program instead of running it. */
static int list_program(MorayVM *vm, const MrOptions *o)
{
    const char *name = o->program == MR_PROGRAM_FILE ? o->what : o->program == MR_PROGRAM_TEXT ? "<string>" : "<stdin>";
    size_t n = 0;
    char *text;
    if (o->program == MR_PROGRAM_TEXT) {
        text = strdup(o->what);
        n = strlen(o->what);
    } else {
        int fd = o->program == MR_PROGRAM_FILE ? open(o->what, O_RDONLY | O_CLOEXEC) : STDIN_FILENO;
        text = fd < 0 ? NULL : read_all(fd, &n);
        if (fd > 0)
            close(fd);
    }
    if (!text)
        return cannot_open(o, name);
    MorayRef r = o->listing == MR_LIST_TOKENS ? moray_dump_tokens(vm, text, n, name)
                 : o->listing == MR_LIST_AST  ? moray_dump_ast(vm, text, n, name)
                                              : moray_disassemble(vm, text, n, name);
    free(text);
    const char *listing;
    if (!moray_to_str(vm, r, &listing, &n))
        return moray_report(vm);
    fwrite(listing, 1, n, stdout);
    return fflush(stdout) ? 1 : 0;
}

static int run_program(MorayVM *vm, const MrOptions *o)
{
    switch (o->program) {
    case MR_PROGRAM_FILE: return run_file(vm, o);
    case MR_PROGRAM_TEXT: return run_text(vm, o);
    case MR_PROGRAM_MODULE:
        if (!strcmp(o->what, "asyncio")) /* CPython's prompt with `await`: here every prompt is one */
            return moray_interact(vm, "import asyncio\n", "<stdin>") ? mr_repl_run(vm, !o->config.quiet) : moray_report(vm);
        return status_of(vm, o, moray_run_module(vm, o->what));
    case MR_PROGRAM_STDIN:
    case MR_PROGRAM_PROMPT: break;
    }
    if (!isatty(STDIN_FILENO) && !o->config.inspect)
        return run_stdin(vm, o);
    return mr_repl_run(vm, !o->config.quiet && o->program == MR_PROGRAM_PROMPT);
}

static int run_all(MorayVM *vm, const MrOptions *o)
{
    if (o->listing)
        return list_program(vm, o);
    int status = run_program(vm, o);
    bool prompt_next = o->config.inspect && (o->program == MR_PROGRAM_FILE || o->program == MR_PROGRAM_TEXT || o->program == MR_PROGRAM_MODULE);
    return prompt_next ? mr_repl_run(vm, false) : status;
}

/* The shell is to see that Ctrl-C ended the program. */
static int die_of_interrupt(void)
{
    signal(SIGINT, SIG_DFL);
    kill(getpid(), SIGINT);
    return 128 + SIGINT;
}

int main(int argc, char **argv)
{
    MrOptions o;
    int status = mr_options_read(&o, argc, argv);
    if (status >= 0) {
        mr_options_fini(&o);
        return status;
    }
    Paths paths = {.n = 0};
    char executable[PATH_MAX];
    find_executable(executable, sizeof executable);
    add_first_path(&paths, &o);
    add_environment_paths(&paths, &o);
    o.config.paths = (const char *const *)paths.items;
    o.config.n_paths = paths.n;
    o.config.executable = executable;
    o.config.handle_signals = true;
    o.config.allow = MORAY_ALLOW_ALL;
    MorayVM *vm = moray_new(&o.config);
    if (vm) {
        status = mr_settings_apply(vm, &o);
        if (status < 0)
            status = run_all(vm, &o);
        int finished = moray_finish(vm);
        if (finished)
            status = finished;
#ifdef __SANITIZE_ADDRESS__
        moray_free(vm); /* elsewhere the process's end is quicker, and does not wait for daemon threads */
#endif
    } else {
        fputs("moray: cannot start: out of memory\n", stderr);
        status = 1;
    }
    for (size_t i = 0; i < paths.n; i++)
        free(paths.items[i]);
    mr_options_fini(&o);
    return status == MORAY_STATUS_INTERRUPT ? die_of_interrupt() : status;
}
