/* Tests of the prompt: keys go in through a pseudo-terminal, and a small terminal (screen.c) shows what comes out.
 *
 *   drive MORAY FILE.case... [-k PART]
 *
 * A file holds cases; a case begins with `== name` and goes on in lines of directives:
 *
 *   size 40x10           columns and rows, before anything else (default 60x16)
 *   env NAME=VALUE       of the program; `env NAME` takes it away. {home} is an empty folder of the case
 *   args WORDS           of the program (default: -q)
 *   keys TEXT            types, once a line is being edited: <Enter> <Tab> <Esc> <Up> <C-a> <M-f> <C-Left> <BS> <lt> <x00> ... the rest as it is
 *   send TEXT            the same, but at once, whoever may be reading
 *   paste TEXT           the same between the marks of a bracketed paste
 *   screen ... end       waits until this is to be seen; the lines between are the rows, trailing blanks do not count
 *   wait TEXT            waits until the text is anywhere to be seen;  `gone TEXT` until it is nowhere
 *   prompt               waits for an empty prompt: what was entered before is done with
 *   cursor ROW COL       waits until the cursor is there, counted from 0
 *   look TEXT LOOK       the first place with TEXT (no blanks in it) has these attributes ("1;34", "-" for none)
 *   resize 20x5          another size, as when a window is dragged
 *   signal NAME          HUP, TERM, INT, CONT, TSTP, WINCH, KILL to the program
 *   job                  before anything else: the program is a job of a shell, which can be stopped
 *   stopped              waits until the program has been stopped
 *   hangup               closes the terminal
 *   exit N               waits until the program has ended with this status; -N: of signal N
 *   modes                the terminal's modes are those that the program found
 *   file NAME ... end    writes a file in {home};  `holds NAME ... end` compares one
 *   session N            another program (0 to 3) on a terminal of its own, in the same home; started when first named
 *
 * Nothing sleeps: every expectation has a deadline, within which it must come true. Each case starts one program and waits for its prompt, unless it
 * begins with `quiet`.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "screen.h"

enum { MAX_SESSIONS = 4, MAX_ENV = 16, MAX_WORDS = 16 };

typedef struct Session {
    pid_t pid, program; /* the same, but for jobs */
    int master, slave;
    struct termios before;
    Screen screen;
    bool started, ended;
    int status;
} Session;

typedef struct Case {
    const char *file, *name;
    char home[64];
    int cols, rows;
    bool quiet, job;
    char *env[MAX_ENV];
    int n_env;
    char args[256];
    Session sessions[MAX_SESSIONS], *now;
    char failure[8192];
} Case;

static const char *moray;
static int retries = 5;
static double patience = 20;

static double now_seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static bool fail(Case *c, int line, const char *format, ...) __attribute__((format(printf, 3, 4)));
static bool fail(Case *c, int line, const char *format, ...)
{
    int n = snprintf(c->failure, sizeof c->failure, "%s:%d: ", c->file, line);
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(c->failure + n, sizeof c->failure - (size_t)n, format, arguments);
    va_end(arguments);
    return false;
}

/* ---- programs ---- */

/* Returns in a new process, in a group of its own in the foreground; the old one ends as that one does. */
static void be_shell(int terminal, int to_tell)
{
    signal(SIGTTOU, SIG_IGN);
    pid_t pid = fork();
    if (pid == 0) {
        setpgid(0, 0);
        tcsetpgrp(terminal, getpid());
        signal(SIGTTOU, SIG_DFL);
        return;
    }
    setpgid(pid, pid);
    (void)!write(to_tell, &pid, sizeof pid);
    int status;
    while (waitpid(pid, &status, 0) < 0)
        continue;
    if (WIFSIGNALED(status)) {
        signal(WTERMSIG(status), SIG_DFL);
        raise(WTERMSIG(status));
    }
    _exit(WEXITSTATUS(status));
}

static void run_program(Case *c, Session *s, int to_tell)
{
    char *words[MAX_WORDS + 2] = {(char *)moray}, copy[256], *save = NULL;
    int n = 1;
    strcpy(copy, c->args);
    for (char *w = strtok_r(copy, " ", &save); w && n < MAX_WORDS; w = strtok_r(NULL, " ", &save))
        words[n++] = w;
    setsid();
    ioctl(s->slave, TIOCSCTTY, 0);
    if (c->job)
        be_shell(s->slave, to_tell);
    for (int fd = 0; fd < 3; fd++)
        dup2(s->slave, fd);
    for (int fd = 3; fd < 64; fd++)
        close(fd);
    static const char *const away[] = {"NO_COLOR", "FORCE_COLOR", "MORAY_HISTORY", "VISUAL", "EDITOR", "TMPDIR", "COLUMNS", "LINES", "MANPAGER", "MORAY_GC_STRESS",
                                       "PYTHONUNBUFFERED", "PYTHONINSPECT", "PYTHONVERBOSE", "PYTHONWARNINGS", "PYTHONOPTIMIZE", "PYTHONDEVMODE", "PYTHONSTARTUP"};
    for (size_t i = 0; i < sizeof away / sizeof *away; i++)
        unsetenv(away[i]);
    char state[96];
    snprintf(state, sizeof state, "%s/state", c->home);
    setenv("HOME", c->home, 1);
    setenv("XDG_STATE_HOME", state, 1);
    setenv("TERM", "xterm-256color", 1);
    setenv("PAGER", "cat", 1);
    setenv("LC_ALL", "C.UTF-8", 1);
    for (int i = 0; i < c->n_env; i++) {
        char *eq = strchr(c->env[i], '=');
        if (!eq) {
            unsetenv(c->env[i]);
            continue;
        }
        char value[512];
        const char *mark = strstr(eq + 1, "{home}");
        if (mark)
            snprintf(value, sizeof value, "%.*s%s%s", (int)(mark - eq - 1), eq + 1, c->home, mark + 6);
        *eq = 0;
        setenv(c->env[i], mark ? value : eq + 1, 1);
    }
    if (chdir(c->home) == 0)
        execv(moray, words);
    _exit(127);
}

static bool start(Case *c, Session *s)
{
    struct winsize size = {.ws_row = (unsigned short)c->rows, .ws_col = (unsigned short)c->cols};
    if (openpty(&s->master, &s->slave, NULL, NULL, &size) < 0)
        return false;
    tcgetattr(s->slave, &s->before);
    screen_init(&s->screen, c->cols, c->rows);
    fcntl(s->master, F_SETFD, FD_CLOEXEC);
    fcntl(s->master, F_SETFL, O_NONBLOCK);
    int tell[2];
    if (pipe(tell) < 0)
        return false;
    s->pid = s->program = fork();
    if (s->pid == 0)
        run_program(c, s, tell[1]);
    s->started = s->pid > 0 && (!c->job || read(tell[0], &s->program, sizeof s->program) == sizeof s->program);
    close(tell[0]);
    close(tell[1]);
    return s->started;
}

/* Not for ever: there are floods that only a key ends. */
static void take_output(Session *s)
{
    char bytes[65536];
    ssize_t n;
    for (int i = 0; i < 64 && s->master >= 0 && (n = read(s->master, bytes, sizeof bytes)) > 0; i++)
        screen_write(&s->screen, bytes, (size_t)n);
    if (s->screen.asked && s->master >= 0) {
        int length = snprintf(bytes, sizeof bytes, "\033[%d;%dR", s->screen.row + 1, s->screen.col + 1);
        (void)!write(s->master, bytes, (size_t)length);
        s->screen.asked = false;
    }
}

static void look_after(Session *s)
{
    int status;
    take_output(s);
    if (!s->ended && waitpid(s->pid, &status, WNOHANG) == s->pid) {
        s->ended = true;
        s->status = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
        take_output(s);
    }
}

/* Waits for output, a little. */
static void pause_for(Case *c)
{
    struct pollfd p[MAX_SESSIONS];
    int n = 0;
    for (int i = 0; i < MAX_SESSIONS; i++)
        if (c->sessions[i].started && !c->sessions[i].ended && c->sessions[i].master >= 0)
            p[n++] = (struct pollfd){.fd = c->sessions[i].master, .events = POLLIN};
    poll(p, (nfds_t)n, 20);
    for (int i = 0; i < MAX_SESSIONS; i++)
        if (c->sessions[i].started)
            look_after(&c->sessions[i]);
}

static bool send_bytes(Case *c, const char *bytes, size_t n)
{
    double deadline = now_seconds() + patience;
    while (n > 0 && now_seconds() < deadline) {
        ssize_t done = write(c->now->master, bytes, n);
        if (done > 0) {
            bytes += done;
            n -= (size_t)done;
        } else {
            pause_for(c);
        }
    }
    return n == 0;
}

static bool is_stopped(pid_t pid)
{
    char path[64], state = 0;
    snprintf(path, sizeof path, "/proc/%d/stat", (int)pid);
    FILE *f = fopen(path, "r");
    bool found = f && fscanf(f, "%*d (%*[^)]) %c", &state) == 1;
    if (f)
        fclose(f);
    return found && state == 'T';
}

static void stop_all(Case *c)
{
    for (int i = 0; i < MAX_SESSIONS; i++) {
        Session *s = &c->sessions[i];
        if (!s->started)
            continue;
        if (!s->ended) {
            kill(s->program, SIGKILL);
            kill(s->pid, SIGKILL);
            waitpid(s->pid, NULL, 0);
        }
        if (s->master >= 0)
            close(s->master);
        close(s->slave);
    }
}

/* ---- keys ---- */

static size_t named_key(const char *name, size_t n, char *out)
{
    static const struct { const char *name, *bytes; } keys[] = {
        {"Enter", "\r"}, {"Tab", "\t"}, {"S-Tab", "\033[Z"}, {"Esc", "\033"}, {"BS", "\177"}, {"lt", "<"}, {"Up", "\033[A"}, {"Down", "\033[B"},
        {"Right", "\033[C"}, {"Left", "\033[D"}, {"Home", "\033[H"}, {"End", "\033[F"}, {"Del", "\033[3~"}, {"PgUp", "\033[5~"}, {"PgDn", "\033[6~"},
        {"C-Left", "\033[1;5D"}, {"C-Right", "\033[1;5C"}, {"M-Left", "\033[1;3D"}, {"M-Right", "\033[1;3C"}, {"C-Home", "\033[1;5H"}, {"C-End", "\033[1;5F"},
        {"M-Enter", "\033\r"}, {"M-BS", "\033\177"}, {"C-_", "\037"}, {"C-Del", "\033[3;5~"}, {"NL", "\n"}, {"Space", " "}};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (strlen(keys[i].name) == n && !strncmp(keys[i].name, name, n))
            return (size_t)sprintf(out, "%s", keys[i].bytes);
    if (n == 3 && name[0] == 'C' && name[1] == '-') {
        out[0] = (char)(name[2] & 31);
        return 1;
    }
    if (n >= 3 && name[0] == 'M' && name[1] == '-') {
        out[0] = 27;
        memcpy(out + 1, name + 2, n - 2);
        return n - 1;
    }
    if (n == 3 && name[0] == 'x') {
        out[0] = (char)strtol((char[]){name[1], name[2], 0}, NULL, 16);
        return 1;
    }
    return 0;
}

/* NULL: there is a key of no known name. malloc'd. */
static char *bytes_of(const char *text, size_t *length)
{
    char *out = malloc(strlen(text) * 2 + 16);
    size_t n = 0;
    while (*text) {
        const char *end = *text == '<' ? strchr(text, '>') : NULL;
        if (!end) {
            out[n++] = *text++;
            continue;
        }
        size_t used = named_key(text + 1, (size_t)(end - text - 1), out + n);
        if (!used) {
            free(out);
            return NULL;
        }
        n += used;
        text = end + 1;
    }
    *length = n;
    return out;
}

/* ---- expectations ---- */

static bool same_screen(Session *s, const char *expected)
{
    char *text = screen_text(&s->screen);
    bool same = text && !strcmp(text, expected);
    free(text);
    return same;
}

static bool shows(Session *s, const char *text)
{
    char *all = screen_text(&s->screen);
    bool found = all && strstr(all, text);
    free(all);
    return found;
}

static bool bad_screen(Case *c, int line, const char *what)
{
    char *text = screen_text(&c->now->screen);
    fail(c, line, "%s\n--- the screen, cursor at %d %d%s:\n%s", what, c->now->screen.row, c->now->screen.col, c->now->ended ? ", the program has ended" : "", text ? text : "");
    free(text);
    return false;
}

static bool expect_screen(Case *c, int line, const char *expected)
{
    for (double deadline = now_seconds() + patience; !same_screen(c->now, expected); pause_for(c)) {
        if (now_seconds() < deadline)
            continue;
        char message[4096];
        snprintf(message, sizeof message, "expected:\n%s", expected);
        return bad_screen(c, line, message);
    }
    return true;
}

static bool expect_text(Case *c, int line, const char *text, bool there)
{
    for (double deadline = now_seconds() + patience; shows(c->now, text) != there; pause_for(c)) {
        char message[512];
        snprintf(message, sizeof message, "%s: %s", there ? "not to be seen" : "still to be seen", text);
        if (now_seconds() >= deadline || (there && c->now->ended))
            return bad_screen(c, line, message);
    }
    return true;
}

/* The prompt asks for marks around pasted text while it reads keys. */
static bool expect_editing(Case *c, int line)
{
    for (double deadline = now_seconds() + patience; !c->now->screen.pastes_marked; pause_for(c))
        if (now_seconds() >= deadline || c->now->ended)
            return bad_screen(c, line, "no line is being edited");
    return true;
}

/* An empty prompt: what was entered before is done with. */
static bool expect_prompt(Case *c, int line)
{
    Screen *s = &c->now->screen;
    for (double deadline = now_seconds() + patience;; pause_for(c)) {
        char row[SCREEN_MAX_COLS * 8];
        screen_row(s, s->row, row, sizeof row);
        if (!strcmp(row, ">>>") && s->col == 4 && s->pastes_marked)
            return true;
        if (now_seconds() >= deadline)
            return bad_screen(c, line, "no empty prompt");
    }
}

static bool expect_cursor(Case *c, int line, int row, int col)
{
    for (double deadline = now_seconds() + patience; c->now->screen.row != row || c->now->screen.col != col || c->now->screen.cursor_hidden; pause_for(c))
        if (now_seconds() >= deadline)
            return bad_screen(c, line, "the cursor is elsewhere");
    return true;
}

static bool expect_look(Case *c, int line, const char *text, const char *look)
{
    const char *found = NULL;
    if (!strcmp(look, "-"))
        look = "";
    for (double deadline = now_seconds() + patience; !(found = screen_look(&c->now->screen, text)) || strcmp(found, look); pause_for(c)) {
        char message[256];
        snprintf(message, sizeof message, "%s looks like '%s'", text, found ? found : "(not there)");
        if (now_seconds() >= deadline)
            return bad_screen(c, line, message);
    }
    return true;
}

static bool expect_end(Case *c, int line, int status)
{
    for (double deadline = now_seconds() + patience; !c->now->ended; pause_for(c))
        if (now_seconds() >= deadline)
            return bad_screen(c, line, "the program goes on");
    return c->now->status == status || fail(c, line, "it ended with %d", c->now->status);
}

static bool expect_modes(Case *c, int line)
{
    struct termios t;
    for (double deadline = now_seconds() + patience;; pause_for(c)) {
        tcgetattr(c->now->slave, &t);
        if (t.c_lflag == c->now->before.c_lflag && t.c_iflag == c->now->before.c_iflag && t.c_oflag == c->now->before.c_oflag && !c->now->screen.pastes_marked)
            return true;
        if (now_seconds() >= deadline)
            return fail(c, line, "the terminal's modes have changed");
    }
}

static bool expect_file(Case *c, int line, const char *name, const char *expected)
{
    char path[256], text[8192] = "";
    snprintf(path, sizeof path, "%s/%s", c->home, name);
    for (double deadline = now_seconds() + patience;; pause_for(c)) {
        FILE *f = fopen(path, "r");
        size_t n = f ? fread(text, 1, sizeof text - 1, f) : 0;
        text[n] = 0;
        if (f)
            fclose(f);
        if (f && !strcmp(text, expected))
            return true;
        if (now_seconds() >= deadline)
            return fail(c, line, "%s holds\n%s", name, f ? text : "nothing: it does not exist");
    }
}

/* ---- directives ---- */

static int signal_number(const char *name)
{
    static const struct { const char *name; int number; } signals[] = {
        {"HUP", SIGHUP}, {"TERM", SIGTERM}, {"INT", SIGINT}, {"CONT", SIGCONT}, {"TSTP", SIGTSTP}, {"WINCH", SIGWINCH}, {"KILL", SIGKILL}, {"SEGV", SIGSEGV}, {"ABRT", SIGABRT}, {"QUIT", SIGQUIT}};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        if (!strcmp(signals[i].name, name))
            return signals[i].number;
    return 0;
}

static bool write_file(Case *c, const char *name, const char *text)
{
    char path[256];
    snprintf(path, sizeof path, "%s/%s", c->home, name);
    for (char *p = strchr(path + strlen(c->home) + 1, '/'); p; p = strchr(p + 1, '/')) {
        *p = 0;
        mkdir(path, 0700);
        *p = '/';
    }
    FILE *f = fopen(path, "w");
    if (!f)
        return false;
    fputs(text, f);
    return !fclose(f);
}

static bool begin(Case *c, int line)
{
    if (c->now->started)
        return true;
    return start(c, c->now) ? c->quiet || expect_text(c, line, ">>>", true) : fail(c, line, "cannot start: %s", strerror(errno));
}

static bool type(Case *c, int line, const char *text, bool pasted)
{
    size_t n;
    char *bytes = bytes_of(text, &n);
    if (!bytes)
        return fail(c, line, "a key of no known name");
    bool ok = (!pasted || send_bytes(c, "\033[200~", 6)) && send_bytes(c, bytes, n) && (!pasted || send_bytes(c, "\033[201~", 6));
    free(bytes);
    return ok || fail(c, line, "keys are not taken");
}

static bool resize(Case *c, int line, const char *text)
{
    struct winsize size = {0};
    int cols, rows;
    if (sscanf(text, "%dx%d", &cols, &rows) != 2)
        return fail(c, line, "no size");
    take_output(c->now);
    screen_resize(&c->now->screen, cols, rows);
    size.ws_col = (unsigned short)cols;
    size.ws_row = (unsigned short)rows;
    ioctl(c->now->master, TIOCSWINSZ, &size);
    return true;
}

/* One directive; `block` is what stands between it and its `end`. */
static bool obey(Case *c, int line, char *word, char *rest, const char *block)
{
    if (!strcmp(word, "size"))
        return sscanf(rest, "%dx%d", &c->cols, &c->rows) == 2 || fail(c, line, "no size");
    if (!strcmp(word, "env")) {
        c->env[c->n_env] = strdup(rest);
        return ++c->n_env < MAX_ENV || fail(c, line, "too much environment");
    }
    if (!strcmp(word, "args")) {
        snprintf(c->args, sizeof c->args, "%s", rest);
        return true;
    }
    if (!strcmp(word, "job"))
        return c->job = true;
    if (!strcmp(word, "quiet"))
        return c->quiet = true;
    if (!strcmp(word, "file"))
        return write_file(c, rest, block) || fail(c, line, "cannot write %s", rest);
    if (!strcmp(word, "session")) {
        c->now = &c->sessions[atoi(rest) % MAX_SESSIONS];
        return begin(c, line);
    }
    if (!begin(c, line))
        return false;
    if (!strcmp(word, "keys"))
        return expect_editing(c, line) && type(c, line, rest, false);
    if (!strcmp(word, "send"))
        return type(c, line, rest, false);
    if (!strcmp(word, "paste"))
        return expect_editing(c, line) && type(c, line, rest, true);
    if (!strcmp(word, "screen"))
        return expect_screen(c, line, block);
    if (!strcmp(word, "prompt"))
        return expect_prompt(c, line);
    if (!strcmp(word, "wait"))
        return expect_text(c, line, rest, true);
    if (!strcmp(word, "gone"))
        return expect_text(c, line, rest, false);
    if (!strcmp(word, "cursor")) {
        int row, col;
        return sscanf(rest, "%d %d", &row, &col) == 2 ? expect_cursor(c, line, row, col) : fail(c, line, "no place");
    }
    if (!strcmp(word, "look")) {
        char *look = strrchr(rest, ' ');
        if (!look)
            return fail(c, line, "no look");
        *look = 0;
        return expect_look(c, line, rest, look + 1);
    }
    if (!strcmp(word, "resize"))
        return resize(c, line, rest);
    if (!strcmp(word, "signal"))
        return kill(c->now->program, signal_number(rest)) == 0 || fail(c, line, "no signal");
    if (!strcmp(word, "stopped")) {
        for (double deadline = now_seconds() + patience; !is_stopped(c->now->program); pause_for(c))
            if (now_seconds() >= deadline)
                return fail(c, line, "it was not stopped");
        return true;
    }
    if (!strcmp(word, "hangup")) {
        close(c->now->master);
        c->now->master = -1;
        return true;
    }
    if (!strcmp(word, "exit"))
        return expect_end(c, line, atoi(rest));
    if (!strcmp(word, "modes"))
        return expect_modes(c, line);
    if (!strcmp(word, "holds"))
        return expect_file(c, line, rest, block);
    return fail(c, line, "unknown directive %s", word);
}

/* ---- cases ---- */

static bool has_block(const char *word) { return !strcmp(word, "screen") || !strcmp(word, "file") || !strcmp(word, "holds"); }

static void remove_tree(const char *path)
{
    char command[128];
    snprintf(command, sizeof command, "rm -rf '%s'", path);
    if (system(command))
        fprintf(stderr, "cannot remove %s\n", path);
}

/* Rows of an expected screen: without trailing blanks, and no empty ones at the end. */
static void add_line(char *block, const char *line, bool screen)
{
    size_t n = strlen(line);
    while (screen && n > 0 && line[n - 1] == ' ')
        n--;
    sprintf(block + strlen(block), "%.*s\n", (int)n, line);
}

/* Runs the lines of a case; *line is counted on. */
static bool run_case(Case *c, char **lines, int from, int to)
{
    for (int i = from; i < to; i++) {
        static char block[65536];
        int at = i + 1;
        if (!*lines[i] || *lines[i] == '#')
            continue;
        char *word = strdup(lines[i]), *rest = strchr(word, ' '); /* a copy: the lines may be needed for a second try */
        if (rest)
            *rest++ = 0;
        *block = 0;
        if (has_block(word)) {
            for (i++; i < to && strcmp(lines[i], "end"); i++)
                add_line(block, lines[i], !strcmp(word, "screen"));
            for (size_t n = strlen(block); !strcmp(word, "screen") && n > 1 && block[n - 1] == '\n' && block[n - 2] == '\n'; n--)
                block[n - 1] = 0;
        }
        bool ok = obey(c, at, word, rest ? rest : "", block);
        free(word);
        if (!ok)
            return false;
    }
    return true;
}

static char *read_file(const char *path)
{
    FILE *f = fopen(path, "r");
    if (!f)
        return NULL;
    char *text = NULL;
    size_t n = 0;
    if (getdelim(&text, &n, 0, f) < 0)
        *(text = realloc(text, 1)) = 0;
    fclose(f);
    return text;
}

/* Runs the case of lines[at..end-1]; says why it failed. */
static bool play(const char *path, char **lines, int at, int end)
{
    static Case c;
    memset(&c, 0, sizeof c);
    c.file = path;
    c.name = lines[at] + 3;
    c.cols = 60;
    c.rows = 16;
    c.now = &c.sessions[0];
    strcpy(c.args, "-q");
    strcpy(c.home, "/tmp/moray-repl-XXXXXX");
    bool ok = mkdtemp(c.home) && run_case(&c, lines, at + 1, end);
    for (int k = 0; ok && k < MAX_SESSIONS; k++)
        if (*c.sessions[k].screen.unknown)
            ok = fail(&c, at + 1, "it sent what the terminal does not know: %s", c.sessions[k].screen.unknown + (*c.sessions[k].screen.unknown == 27));
    stop_all(&c);
    remove_tree(c.home);
    if (!ok)
        printf("FAIL %s: %s\n%s\n", c.file, c.name, c.failure);
    for (int k = 0; k < c.n_env; k++)
        free(c.env[k]);
    fflush(stdout);
    return ok;
}

static void run_file(const char *path, const char *part, int *passed, int *failed)
{
    char *text = read_file(path), **lines = NULL, *next = text;
    int n = 0;
    if (!text) {
        printf("FAIL %s cannot be read\n", path);
        ++*failed;
        return;
    }
    for (char *l; (l = strsep(&next, "\n"));) {
        lines = realloc(lines, sizeof *lines * (size_t)(n + 1));
        lines[n++] = l;
    }
    for (int i = 0; i < n; i++) {
        if (strncmp(lines[i], "== ", 3))
            continue;
        int end = i + 1;
        while (end < n && strncmp(lines[end], "== ", 3))
            end++;
        if (part && !strstr(lines[i] + 3, part) && !strstr(path, part))
            continue;
        bool ok = play(path, lines, i, end);
        if (!ok && retries > 0) { /* what depends on time may fail on a busy machine: a few are given a second chance */
            retries--;
            ok = play(path, lines, i, end);
            printf("%s: %s %s the second time\n", path, lines[i] + 3, ok ? "passes" : "fails");
        }
        ++*(ok ? passed : failed);
    }
    free(lines);
    free(text);
}

int main(int argc, char **argv)
{
    const char *part = NULL, *wait = getenv("PATIENCE");
    int passed = 0, failed = 0;
    signal(SIGPIPE, SIG_IGN);
    if (wait)
        patience = atof(wait);
    moray = argc > 1 ? realpath(argv[1], NULL) : NULL;
    if (!moray) {
        fputs("drive: the path of moray is missing\n", stderr);
        return 2;
    }
    for (int i = 2; i < argc; i++)
        if (!strcmp(argv[i], "-k") && i + 1 < argc)
            part = argv[++i];
    for (int i = 2; i < argc; i++) {
        if (!strcmp(argv[i], "-k"))
            i++;
        else
            run_file(argv[i], part, &passed, &failed);
    }
    printf("%d passed, %d failed\n", passed, failed);
    return failed != 0;
}
