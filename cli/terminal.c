/* Modes, size and signals of the terminal.
 *
 * A signal handler gets no argument, so what it must put right is in static variables here: the one terminal of the process. The handlers for
 * deadly signals are there only while the modes are changed, and only where nobody else handles the signal.
 */
#include "cli/terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#define LEAVING "\033[?2004l\033[0m"

static const int deadly[] = {SIGHUP, SIGTERM, SIGQUIT, SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGXCPU, SIGALRM, SIGUSR1, SIGUSR2};
enum { N_DEADLY = sizeof deadly / sizeof *deadly };

static struct termios found;
static volatile sig_atomic_t changed, resized, stopped;
static int terminal_in = -1, terminal_out = -1;
static pid_t owner;
static char spare_stack[32768]; /* a stack overflow is a SIGSEGV too */

static void restore(void)
{
    if (!changed || getpid() != owner)
        return;
    changed = 0;
    (void)!write(terminal_out, LEAVING, sizeof LEAVING - 1);
    tcsetattr(terminal_in, TCSANOW, &found);
}

static void on_deadly(int number)
{
    restore();
    signal(number, SIG_DFL);
    raise(number);
}

static void on_resize(int number)
{
    (void)number;
    resized = 1;
}

static void on_continue(int number)
{
    (void)number;
    stopped = 1;
}

bool mr_terminal_was_resized(void)
{
    bool was = resized;
    resized = 0;
    return was;
}

bool mr_terminal_was_stopped(void)
{
    bool was = stopped;
    stopped = 0;
    return was;
}

/* Takes signals that have their default action; gives back those that are still ours. */
static void take_signals(void)
{
    struct sigaction sa = {.sa_handler = on_deadly, .sa_flags = SA_ONSTACK}, old;
    sigfillset(&sa.sa_mask);
    for (int i = 0; i < N_DEADLY; i++)
        if (!sigaction(deadly[i], NULL, &old) && old.sa_handler == SIG_DFL)
            sigaction(deadly[i], &sa, NULL);
    sa.sa_flags = SA_ONSTACK;
    sigemptyset(&sa.sa_mask);
    sa.sa_handler = on_resize;
    if (!sigaction(SIGWINCH, NULL, &old) && old.sa_handler == SIG_DFL)
        sigaction(SIGWINCH, &sa, NULL);
    sa.sa_handler = on_continue;
    if (!sigaction(SIGCONT, NULL, &old) && old.sa_handler == SIG_DFL)
        sigaction(SIGCONT, &sa, NULL);
}

static void give_back(int number, void (*handler)(int))
{
    struct sigaction old;
    if (!sigaction(number, NULL, &old) && old.sa_handler == handler)
        signal(number, SIG_DFL);
}

static void return_signals(void)
{
    for (int i = 0; i < N_DEADLY; i++)
        give_back(deadly[i], on_deadly);
    give_back(SIGWINCH, on_resize);
    give_back(SIGCONT, on_continue);
}

/* Does `fd` want colours? Looks at NO_COLOR, FORCE_COLOR and TERM. */
static bool wants_colors(int fd)
{
    const char *term = getenv("TERM"), *no = getenv("NO_COLOR"), *force = getenv("FORCE_COLOR");
    if (no && *no)
        return false;
    if (force && *force)
        return true;
    return term && *term && strcmp(term, "dumb") && isatty(fd);
}

bool mr_terminal_init(MrTerminal *t)
{
    const char *term = getenv("TERM");
    struct stat st;
    *t = (MrTerminal){.in = STDIN_FILENO, .out = -1, .rows = 24, .cols = 80};
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO) || !term || !*term || !strcmp(term, "dumb") || tcgetattr(t->in, &t->before) < 0)
        return false;
    t->out = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 10); /* the script may close or redirect its own */
    if (t->out < 0 || fstat(t->out, &st) < 0)
        return false;
    t->device = (unsigned long)st.st_rdev;
    found = t->before;
    terminal_in = t->in;
    terminal_out = t->out;
    owner = getpid();
    stack_t stack = {.ss_sp = spare_stack, .ss_size = sizeof spare_stack};
    sigaltstack(&stack, NULL);
    atexit(restore);
    t->colors = wants_colors(t->out);
    mr_terminal_measure(t);
    return true;
}

bool mr_terminal_is_at(const MrTerminal *t, int fd)
{
    struct stat st;
    if (fstat(fd, &st) || !S_ISCHR(st.st_mode))
        return false;
    return (unsigned long)st.st_rdev == t->device || (t->aside && t->aside->slave >= 0 && (unsigned long)st.st_rdev == t->aside->device);
}

void mr_terminal_fini(MrTerminal *t)
{
    mr_terminal_leave(t);
    if (t->aside)
        mr_aside_fini(t->aside);
    t->aside = NULL;
    terminal_out = -1;
    if (t->out >= 0)
        close(t->out);
    t->out = -1;
}

bool mr_terminal_enter(MrTerminal *t)
{
    if (t->raw || t->dead)
        return !t->dead;
    if (tcgetattr(t->in, &t->before) < 0) {
        t->dead = true;
        return false;
    }
    found = t->before;
    struct termios keys = t->before;
    keys.c_iflag &= ~(tcflag_t)(BRKINT | ICRNL | INLCR | IGNCR | INPCK | ISTRIP | IXON);
    keys.c_cflag |= CS8;
    keys.c_lflag &= ~(tcflag_t)(ECHO | ICANON | IEXTEN);
    keys.c_lflag |= ISIG;
    keys.c_oflag |= OPOST | ONLCR;
    keys.c_cc[VMIN] = 1;
    keys.c_cc[VTIME] = 0;
    keys.c_cc[VSUSP] = keys.c_cc[VQUIT] = _POSIX_VDISABLE;
    take_signals();
    changed = 1;
    if (tcsetattr(t->in, TCSADRAIN, &keys) < 0) {
        changed = 0;
        return_signals();
        t->dead = true;
        return false;
    }
    t->raw = true;
    mr_terminal_puts(t, "\033[?2004h");
    if (t->aside)
        mr_aside_begin(t->aside, t->device);
    return !t->dead;
}

void mr_terminal_leave(MrTerminal *t)
{
    if (!t->raw)
        return;
    if (t->aside)
        mr_aside_end(t->aside);
    if (!t->dead)
        mr_terminal_puts(t, LEAVING);
    tcsetattr(t->in, TCSADRAIN, &t->before);
    t->raw = false;
    changed = 0;
    return_signals();
}

void mr_terminal_suspend(MrTerminal *t)
{
    mr_terminal_leave(t);
    kill(0, SIGTSTP); /* the whole job, as the terminal's driver would */
    mr_terminal_enter(t);
    mr_terminal_measure(t);
}

bool mr_terminal_measure(MrTerminal *t)
{
    struct winsize size = {0};
    int rows = t->rows, cols = t->cols;
    if (!ioctl(t->out, TIOCGWINSZ, &size)) {
        t->rows = size.ws_row ? size.ws_row : 24;
        t->cols = size.ws_col ? size.ws_col : 80;
    }
    if (t->aside)
        mr_aside_resize(t->aside, t->rows, t->cols);
    return rows != t->rows || cols != t->cols;
}

void mr_terminal_write(MrTerminal *t, const char *bytes, size_t n)
{
    while (n > 0 && !t->dead) {
        ssize_t done = write(t->out, bytes, n);
        if (done >= 0) {
            bytes += done;
            n -= (size_t)done;
        } else if (errno == EAGAIN) { /* somebody has made it non-blocking */
            struct pollfd p = {.fd = t->out, .events = POLLOUT};
            poll(&p, 1, -1);
        } else if (errno != EINTR) {
            t->dead = true;
        }
    }
}

void mr_terminal_puts(MrTerminal *t, const char *text) { mr_terminal_write(t, text, strlen(text)); }
