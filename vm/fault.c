/* Dumps of the Python stacks.
 *
 * Invariant: mr_fault_dump and what it calls read the frame stack, code objects and strs and nothing else: no lock, no allocation, no libc but write. So
 * they work in a signal handler and in a thread that does not hold the isolate. A running loop keeps its position in a register, so what can wait is
 * done at a poll: registered signals arrive as all others do (signals.c), and the timer's thread first asks for a poll and dumps by itself only if none
 * comes, since the thread that holds the isolate then waits in the system and its frames do not move.
 *
 * A C handler of a fatal signal finds its isolate through the table of signals.c. */
#define _GNU_SOURCE
#include "vm/fault.h"

#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#include "vm/error.h"
#include "vm/generator.h"
#include "vm/signals.h"

enum { MAX_FRAMES = 100, MAX_THREADS = 100, MAX_CHARACTERS = 500, PATIENCE_MS = 50, ALT_STACK = 64 << 10 };

static const struct { int number; const char *name; } fatal[] = {
    {SIGBUS, "Bus error"}, {SIGILL, "Illegal instruction"}, {SIGFPE, "Floating point exception"}, {SIGABRT, "Aborted"}, {SIGSEGV, "Segmentation fault"},
};
#define N_FATAL (sizeof fatal / sizeof *fatal)

typedef struct Registered {
    bool on, all, chain;
    int fd;
    struct sigaction before;
} Registered;

typedef struct Timer {
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t changed;
    MrIsolate *iso;
    pid_t pid;             /* of the process that has the thread: a forked child has not */
    int64_t ns;
    int fd;
    bool repeat, exit, quit;
    bool asked;            /* a poll is to dump */
    char heading[64];
} Timer;

struct MrFault {
    _Atomic bool enabled;
    bool all;
    int fd;
    struct sigaction before[N_FATAL];
    void *alt_stack;
    Registered registered[MR_N_SIGNALS];
    Timer *timer;
};

/* ---- writing ---- */

static void put(int fd, const char *s, size_t n)
{
    while (n) {
        ssize_t w = write(fd, s, n);
        if (w < 0 && errno != EINTR)
            return;
        s += w < 0 ? 0 : w;
        n -= w < 0 ? 0 : (size_t)w;
    }
}

static void put_c(int fd, const char *s) { put(fd, s, strlen(s)); }

static void put_number(int fd, uint64_t v, unsigned base, int width)
{
    char buf[24], *p = buf + sizeof buf;
    do
        *--p = "0123456789abcdef"[v % base];
    while ((v /= base) || buf + sizeof buf - p < width);
    put(fd, p, (size_t)(buf + sizeof buf - p));
}

/* A str, with escapes for what is not ASCII. */
static void put_str(int fd, const MrStr *s)
{
    const unsigned char *p = (const unsigned char *)s->bytes, *end = p + s->nbytes;
    for (int n = 0; p < end; n++) {
        if (n == MAX_CHARACTERS) {
            put_c(fd, "...");
            return;
        }
        const unsigned char *from = p;
        uint32_t c = *p++;
        int more = c < 0x80 ? 0 : c < 0xE0 ? 1 : c < 0xF0 ? 2 : 3;
        c &= more ? 0x3Fu >> more : 0x7F;
        for (int i = 0; i < more && p < end; i++)
            c = c << 6 | (*p++ & 0x3F);
        if (c >= 32 && c < 127) {
            put(fd, (const char *)from, 1);
        } else {
            put_c(fd, c < 256 ? "\\x" : c < 65536 ? "\\u" : "\\U");
            put_number(fd, c, 16, c < 256 ? 2 : c < 65536 ? 4 : 8);
        }
    }
}

#define LOOKS_ON __attribute__((no_sanitize("thread"))) /* at a thread that may run; see above */

LOOKS_ON static void put_line(int fd, const MrCode *code, const MrInstr *pc)
{
    if (code->flags & MR_CODE_LIKE_NATIVE)
        return;
    put_c(fd, "  File \"");
    put_str(fd, code->filename);
    put_c(fd, "\", line ");
    put_number(fd, mr_code_line(code, (uint32_t)(pc - code->code)), 10, 0);
    put_c(fd, " in ");
    put_str(fd, code->name);
    put_c(fd, "\n");
}

LOOKS_ON void mr_fault_dump(int fd, const MrThread *t, const char *heading)
{
    int n = 0;
    put_c(fd, heading);
    if (t->frame <= t->frames)
        put_c(fd, "  <no Python frame>\n");
    for (const MrFrame *frame = t->frame; frame > t->frames; frame--) {
        if (n++ == MAX_FRAMES) {
            put_c(fd, "  ...\n");
            return;
        }
        put_line(fd, frame->code, frame->pc);
        for (const MrGenerator *g = frame->gen ? frame->gen->awaiter : NULL; g && n++ < MAX_FRAMES; g = g->awaiter)
            put_line(fd, g->function->code, g->pc);
    }
}

void mr_fault_dump_all(int fd, const MrIsolate *iso, const MrThread *current)
{
    int n = 0;
    for (const MrThread *t = iso->threads.list; t; t = t->next) {
        if (n)
            put_c(fd, "\n");
        if (n++ == MAX_THREADS) {
            put_c(fd, "...\n");
            return;
        }
        put_c(fd, t == current ? "Current thread 0x" : "Thread 0x");
        put_number(fd, t->ident, 16, 16);
        if (t == current && iso->heap.collecting)
            put_c(fd, " (most recent call first):\n  Garbage-collecting\n");
        else
            put_c(fd, " (most recent call first):\n");
        mr_fault_dump(fd, t, "");
    }
}

static void dump(int fd, const MrIsolate *iso, const MrThread *current, bool all)
{
    if (all || !current)
        mr_fault_dump_all(fd, iso, current);
    else
        mr_fault_dump(fd, current, "Stack (most recent call first):\n");
}

/* ---- the record ---- */

static struct MrFault *record(MrThread *t)
{
    struct MrFault **place = mr_signals_fault(t);
    if (place && !*place && !(*place = calloc(1, sizeof **place)))
        mr_raise_no_memory(t);
    return place ? *place : NULL;
}

void mr_fault_fini(MrIsolate *iso)
{
    struct MrFault *f = mr_signals_fault_of(iso);
    if (!f)
        return;
    mr_fault_cancel(iso);
    mr_fault_disable(iso);
    for (int n = 1; n < MR_N_SIGNALS; n++)
        mr_fault_unregister(iso, n);
    free(f);
}

/* ---- fatal signals ---- */

static const MrThread *this_thread(const MrIsolate *iso)
{
    const MrThread *t = iso->threads.list;
    while (t && t->ident != (uint64_t)pthread_self())
        t = t->next;
    return t;
}

static void restore_fatal(struct MrFault *f)
{
    if (!atomic_exchange(&f->enabled, false))
        return;
    for (size_t i = 0; i < N_FATAL; i++)
        sigaction(fatal[i].number, &f->before[i], NULL);
}

/* Runs inside a signal. */
static void die(int number)
{
    int saved = errno;
    for (int i = 0; i < MR_SIGNALS_ISOLATES; i++) {
        MrIsolate *iso = mr_signals_isolate(i);
        struct MrFault *f = iso ? mr_signals_fault_of(iso) : NULL;
        if (!f || !atomic_load(&f->enabled))
            continue;
        const char *name = "";
        for (size_t k = 0; k < N_FATAL; k++)
            name = fatal[k].number == number ? fatal[k].name : name;
        restore_fatal(f);
        put_c(f->fd, "Fatal Python error: ");
        put_c(f->fd, name);
        put_c(f->fd, "\n\n");
        dump(f->fd, iso, this_thread(iso), f->all);
    }
    errno = saved;
    raise(number);
}

bool mr_fault_enable(MrThread *t, int fd, bool all)
{
    struct MrFault *f = record(t);
    if (!f)
        return false;
    f->fd = fd;
    f->all = all;
    if (atomic_load(&f->enabled))
        return true;
    if (!f->alt_stack) {
        void *p = mmap(NULL, ALT_STACK, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (p != MAP_FAILED) {
            f->alt_stack = p;
            sigaltstack(&(stack_t){.ss_sp = p, .ss_size = ALT_STACK}, NULL);
        }
    }
    for (size_t i = 0; i < N_FATAL; i++) {
        struct sigaction sa = {.sa_handler = die, .sa_flags = SA_NODEFER | SA_ONSTACK};
        sigemptyset(&sa.sa_mask);
        if (sigaction(fatal[i].number, &sa, &f->before[i]) < 0)
            return mr_raise_errno(t, errno, MR_UNBOUND), false;
    }
    atomic_store(&f->enabled, true);
    return true;
}

bool mr_fault_is_enabled(const MrIsolate *iso)
{
    const struct MrFault *f = mr_signals_fault_of(iso);
    return f && atomic_load(&f->enabled);
}

bool mr_fault_disable(MrIsolate *iso)
{
    struct MrFault *f = mr_signals_fault_of(iso);
    bool was = f && atomic_load(&f->enabled);
    if (was)
        restore_fatal(f);
    if (f && f->alt_stack) {
        sigaltstack(&(stack_t){.ss_flags = SS_DISABLE}, NULL);
        munmap(f->alt_stack, ALT_STACK);
        f->alt_stack = NULL;
    }
    return was;
}

bool mr_fault_is_fatal(int number)
{
    for (size_t i = 0; i < N_FATAL; i++)
        if (fatal[i].number == number)
            return true;
    return false;
}

/* ---- registered signals ---- */

bool mr_fault_register(MrThread *t, int number, int fd, bool all, bool chain)
{
    struct MrFault *f = record(t);
    if (!f)
        return false;
    Registered *r = &f->registered[number];
    if (!r->on && !mr_signal_listen(t, number, &r->before))
        return false;
    r->fd = fd;
    r->all = all;
    r->chain = chain;
    r->on = true;
    return true;
}

bool mr_fault_unregister(MrIsolate *iso, int number)
{
    struct MrFault *f = mr_signals_fault_of(iso);
    if (!f || !f->registered[number].on)
        return false;
    f->registered[number].on = false;
    mr_signal_unlisten(iso, number, &f->registered[number].before);
    return true;
}

bool mr_fault_arrived(MrThread *t, int number)
{
    struct MrFault *f = mr_signals_fault_of(t->iso);
    Registered *r = f ? &f->registered[number] : NULL;
    if (!r || !r->on)
        return true;
    dump(r->fd, t->iso, t, r->all);
    bool plain = !(r->before.sa_flags & SA_SIGINFO) && r->before.sa_handler == SIG_DFL;
    if (r->chain && plain) {
        struct sigaction mine;
        sigaction(number, &r->before, &mine);
        raise(number);
        sigaction(number, &mine, NULL);
    }
    return r->chain;
}

/* ---- after a time ---- */

static void until(struct timespec *ts, int64_t ns)
{
    clock_gettime(CLOCK_MONOTONIC, ts);
    ts->tv_sec += (time_t)(ns / 1000000000);
    ts->tv_nsec += (long)(ns % 1000000000);
    if (ts->tv_nsec >= 1000000000) {
        ts->tv_sec++;
        ts->tv_nsec -= 1000000000;
    }
}

static void dump_timer(Timer *m)
{
    m->asked = false;
    put_c(m->fd, m->heading);
    mr_fault_dump_all(m->fd, m->iso, NULL);
    if (m->exit)
        _exit(1);
}

/* The lock is held but for the waits. */
static void *watch(void *data)
{
    Timer *m = data;
    struct timespec ts;
    pthread_mutex_lock(&m->lock);
    do {
        until(&ts, m->ns);
        while (!m->quit && pthread_cond_timedwait(&m->changed, &m->lock, &ts) != ETIMEDOUT)
            ;
        if (m->quit)
            break;
        m->asked = true;
        mr_poll_set(m->iso, MR_POLL_DUMP);
        until(&ts, (int64_t)PATIENCE_MS * 1000000);
        while (m->asked && !m->quit && pthread_cond_timedwait(&m->changed, &m->lock, &ts) != ETIMEDOUT)
            ;
        if (m->asked && !m->quit)
            dump_timer(m);
    } while (m->repeat && !m->quit);
    pthread_mutex_unlock(&m->lock);
    return NULL;
}

void mr_fault_poll(MrThread *t)
{
    struct MrFault *f = mr_signals_fault_of(t->iso);
    Timer *m = f ? f->timer : NULL;
    mr_poll_clear(t->iso, MR_POLL_DUMP);
    if (!m)
        return;
    pthread_mutex_lock(&m->lock);
    if (m->asked) {
        dump_timer(m);
        pthread_cond_signal(&m->changed);
    }
    pthread_mutex_unlock(&m->lock);
}

void mr_fault_cancel(MrIsolate *iso)
{
    struct MrFault *f = mr_signals_fault_of(iso);
    Timer *m = f ? f->timer : NULL;
    if (!m)
        return;
    f->timer = NULL;
    if (m->pid == getpid()) {
        pthread_mutex_lock(&m->lock);
        m->quit = true;
        pthread_cond_signal(&m->changed);
        pthread_mutex_unlock(&m->lock);
        pthread_join(m->thread, NULL);
        pthread_mutex_destroy(&m->lock);
        pthread_cond_destroy(&m->changed);
    }
    free(m);
}

bool mr_fault_later(MrThread *t, int64_t ns, bool repeat, int fd, bool exit, const char *heading)
{
    struct MrFault *f = record(t);
    mr_fault_cancel(t->iso);
    Timer *m = f ? calloc(1, sizeof *m) : NULL;
    if (!m)
        return f ? mr_raise_no_memory(t) != MR_ERROR : false;
    *m = (Timer){.iso = t->iso, .pid = getpid(), .ns = ns, .fd = fd, .repeat = repeat, .exit = exit};
    strncpy(m->heading, heading, sizeof m->heading - 1);
    pthread_condattr_t clock;
    pthread_condattr_init(&clock);
    pthread_condattr_setclock(&clock, CLOCK_MONOTONIC);
    pthread_mutex_init(&m->lock, NULL);
    pthread_cond_init(&m->changed, &clock);
    pthread_condattr_destroy(&clock);
    sigset_t all, before; /* signals are for the program's threads */
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    int error = pthread_create(&m->thread, NULL, watch, m);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    if (error) {
        free(m);
        return mr_raise(t, MR_EXC_RuntimeError, "unable to start watchdog thread") != MR_ERROR;
    }
    f->timer = m;
    return true;
}
