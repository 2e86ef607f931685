/* The pseudo-terminal for output past the interpreter, and the thread that reads it.
 *
 * It is a pseudo-terminal and not a pipe, so that programs go on writing line by line and in colours. The thread is there all the time, because what
 * such programs write while a statement runs must come out, too. It calls nothing of the VM.
 */
#define _GNU_SOURCE
#include "cli/aside.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

static void close_all(MrAside *a)
{
    int fds[] = {a->master, a->slave, a->stop[0], a->stop[1]};
    for (size_t i = 0; i < sizeof fds / sizeof *fds; i++)
        if (fds[i] >= 0)
            close(fds[i]);
    a->master = a->slave = a->stop[0] = a->stop[1] = -1;
}

/* Out of the way of descriptors that scripts count on. */
static int move_up(int fd)
{
    int up = fd < 0 ? -1 : fcntl(fd, F_DUPFD_CLOEXEC, 10);
    if (fd >= 0)
        close(fd);
    return up;
}

static bool open_pair(MrAside *a)
{
    char name[64];
    struct stat st;
    struct termios modes;
    a->master = move_up(posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC));
    if (a->master < 0 || grantpt(a->master) || unlockpt(a->master) || ptsname_r(a->master, name, sizeof name))
        return false;
    a->slave = move_up(open(name, O_RDWR | O_NOCTTY | O_CLOEXEC));
    if (a->slave < 0 || fstat(a->slave, &st) || tcgetattr(a->slave, &modes))
        return false;
    modes.c_oflag &= ~(tcflag_t)OPOST; /* the terminal itself adds the carriage returns */
    a->device = (unsigned long)st.st_rdev;
    return !tcsetattr(a->slave, TCSANOW, &modes);
}

/* Prints one piece of what has been written, if there is any. */
static bool take_piece(MrAside *a)
{
    char bytes[4096];
    struct pollfd p = {.fd = a->master, .events = POLLIN};
    pthread_mutex_lock(&a->lock);
    ssize_t got = poll(&p, 1, 0) > 0 && p.revents & POLLIN ? read(a->master, bytes, sizeof bytes) : 0;
    if (got > 0)
        a->print(a->data, bytes, (size_t)got);
    pthread_mutex_unlock(&a->lock);
    return got > 0;
}

void mr_aside_flush(MrAside *a)
{
    while (a->master >= 0 && take_piece(a))
        continue;
}

static void *read_on(void *data)
{
    MrAside *a = data;
    for (bool stopping = false;;) {
        struct pollfd p[2] = {{.fd = a->master, .events = POLLIN}, {.fd = stopping ? -1 : a->stop[0], .events = POLLIN}};
        int n = poll(p, 2, stopping ? 0 : -1);
        if (n < 0 && errno == EINTR)
            continue;
        stopping = stopping || p[1].revents;
        if (p[0].revents & POLLIN)
            take_piece(a);
        else if (stopping || p[0].revents)
            return NULL;
    }
}

void mr_aside_init(MrAside *a, int terminal, MrAsidePrint *print, void *data)
{
    *a = (MrAside){.master = -1, .slave = -1, .stop = {-1, -1}, .terminal = terminal, .print = print, .data = data};
    pthread_mutex_init(&a->lock, NULL);
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before); /* signals are the other threads' */
    if (!open_pair(a) || pipe2(a->stop, O_CLOEXEC) || (a->stop[0] = move_up(a->stop[0])) < 0 || (a->stop[1] = move_up(a->stop[1])) < 0 ||
        pthread_create(&a->reader, NULL, read_on, a))
        close_all(a);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
}

void mr_aside_fini(MrAside *a)
{
    if (a->master >= 0) {
        mr_aside_end(a);
        close(a->stop[1]);
        a->stop[1] = -1;
        pthread_join(a->reader, NULL);
        close_all(a);
    }
    pthread_mutex_destroy(&a->lock);
}

static bool leads_to(int fd, unsigned long device)
{
    struct stat st;
    return !fstat(fd, &st) && S_ISCHR(st.st_mode) && (unsigned long)st.st_rdev == device;
}

void mr_aside_begin(MrAside *a, unsigned long device)
{
    for (int i = 0; a->master >= 0 && i < 2; i++)
        a->led[i] = a->led[i] || (leads_to(i + 1, device) && dup2(a->slave, i + 1) >= 0);
}

void mr_aside_end(MrAside *a)
{
    for (int i = 0; i < 2; i++) {
        if (a->led[i] && leads_to(i + 1, a->device))
            dup2(a->terminal, i + 1);
        a->led[i] = false;
    }
}

void mr_aside_resize(MrAside *a, int rows, int cols)
{
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols};
    if (a->master >= 0)
        ioctl(a->master, TIOCSWINSZ, &size);
}
