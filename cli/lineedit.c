/* Reading keys and keeping the screen up to date, while the VM's event loop and its other threads go on. */
#define _GNU_SOURCE
#include "cli/lineedit.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include "cli/highlight.h"

#define ESCAPE_PAUSE 60 /* milliseconds after which a lone Escape is a key */
#define MOST_HURRY 50    /* milliseconds between two looks at anything else, when input keeps coming */
#define COLLECT_AFTER 200 /* milliseconds from something that the event loop did to a collection */
#define MOST_COLLECTING 20
#define MOST_COLORED (256 << 10)

long long mr_now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000ll + t.tv_nsec / 1000000;
}

void mr_drop_exception(MorayVM *vm)
{
    MorayError err;
    if (moray_catch(vm, &err) && err.kind == MORAY_ERROR_INTERRUPT)
        moray_rethrow(vm);
}

/* ---- output of the script ---- */

/* Standard output and standard error, as long as they are this terminal. */
static bool take_output(void *data, int fd, const char *bytes, size_t n)
{
    MrEditor *e = data;
    if (fd >= 0 && !mr_terminal_is_at(&e->terminal, fd))
        return false;
    mr_aside_flush(&e->aside);
    if (fd < 0) /* os._exit() */
        mr_terminal_leave(&e->terminal);
    else
        mr_display_print(&e->display, bytes, n);
    return true;
}

static void flush_output(MorayVM *vm)
{
    MorayScope scope = moray_scope_open(vm);
    moray_call_method(vm, moray_getattr(vm, moray_import(vm, "sys"), "stdout"), "flush", NULL, 0);
    mr_drop_exception(vm);
    moray_scope_close(vm, scope);
}

/* Of anything else that writes to the terminal while a line is edited; most often in a thread of its own. */
static void take_aside(void *data, const char *bytes, size_t n)
{
    MrEditor *e = data;
    mr_display_print(&e->display, bytes, n);
}

/* ---- birth and end ---- */

bool mr_editor_init(MrEditor *e, MorayVM *vm)
{
    *e = (MrEditor){.vm = vm, .column = -1};
    if (!mr_terminal_init(&e->terminal) || !mr_buffer_init(&e->buffer))
        return false;
    mr_display_init(&e->display, &e->terminal);
    mr_history_init(&e->history);
    mr_aside_init(&e->aside, e->terminal.out, take_aside, e);
    e->terminal.aside = &e->aside;
    moray_set_output(vm, take_output, e);
    return true;
}

void mr_editor_fini(MrEditor *e)
{
    moray_set_output(e->vm, NULL, NULL);
    mr_terminal_fini(&e->terminal);
    mr_editor_clear_below(e);
    free(e->hint_about);
    free(e->draft);
    free(e->search_prompt);
    mr_history_fini(&e->history);
    mr_kill_fini(&e->kills);
    mr_buffer_fini(&e->buffer);
    mr_keys_fini(&e->keys);
    mr_display_fini(&e->display);
}

/* ---- the screen ---- */

void mr_editor_clear_below(MrEditor *e)
{
    for (int i = 0; i < e->n_below; i++)
        free(e->below[i]);
    e->n_below = 0;
    e->below_is_hint = false;
    e->dirty = true;
}

void mr_editor_set_below(MrEditor *e, char **lines, int n)
{
    mr_editor_clear_below(e);
    for (int i = 0; i < n; i++) {
        if (e->n_below < MR_MAX_BELOW)
            e->below[e->n_below++] = lines[i];
        else
            free(lines[i]);
    }
}

void mr_editor_draw(MrEditor *e, bool last)
{
    const MrBuffer *b = &e->buffer;
    MrFrame f = {.prompt = e->search_prompt && !last ? e->search_prompt : e->prompt, .more = e->more, .text = b->s, .n = b->n, .cursor = b->cursor, .whole = last};
    unsigned char *styles = e->terminal.colors && b->n < MOST_COLORED ? malloc(b->n + 1) : NULL;
    if (styles) {
        mr_highlight(b->s, b->n, styles);
        if (!last && e->n_found)
            memset(styles + e->found, MR_STYLE_FOUND, e->n_found);
        else if (!last)
            mr_highlight_match(b->s, b->n, b->cursor, styles);
        f.styles = styles;
    }
    if (last) {
        f.cursor = b->n;
    } else {
        f.below = (const char *const *)e->below;
        f.n_below = e->n_below;
    }
    mr_display_draw(&e->display, &f);
    free(styles);
    e->dirty = false;
}

static void after_signals(MrEditor *e)
{
    if (mr_terminal_was_stopped()) { /* somebody else may have changed the modes */
        e->terminal.raw = false;
        mr_terminal_enter(&e->terminal);
        mr_display_erase(&e->display);
        e->dirty = true;
    }
    if (mr_terminal_was_resized() && mr_terminal_measure(&e->terminal)) {
        mr_display_resized(&e->display);
        e->dirty = true;
    }
}

/* ---- waiting ---- */

typedef enum Waited { WAITED_KEY, WAITED_TIME, WAITED_EXCEPTION } Waited;

/* Waits for a key (at most `pause` milliseconds, -1: for ever), with signals let through at no other place than the wait itself, so that none is missed. */
static int wait_once(MrEditor *e, struct pollfd p[2], int timeout)
{
    sigset_t block, before;
    sigemptyset(&block);
    sigaddset(&block, SIGINT);
    sigaddset(&block, SIGWINCH);
    sigaddset(&block, SIGCONT);
    pthread_sigmask(SIG_BLOCK, &block, &before);
    int n = -1;
    errno = 0;
    after_signals(e);
    if (moray_check(e->vm)) {
        if (e->dirty)
            mr_editor_draw(e, false);
        struct timespec t = {timeout / 1000, timeout % 1000 * 1000000l};
        moray_leave(e->vm);
        n = ppoll(p, 2, timeout < 0 ? NULL : &t, &before);
        int error = errno;
        pthread_sigmask(SIG_SETMASK, &before, NULL);
        moray_enter(e->vm);
        errno = n < 0 ? error : 0;
    } else {
        pthread_sigmask(SIG_SETMASK, &before, NULL);
    }
    return n;
}

/* Exceptions of tasks that nobody asked for are reported when the tasks are collected: soon, for somebody who sits here. */
static void collect(MrEditor *e)
{
    long long start = mr_now_ms();
    e->collect_at = 0;
    moray_collect(e->vm);
    mr_drop_exception(e->vm);
    e->slow_collections = mr_now_ms() - start > MOST_COLLECTING;
}

static int sooner(int timeout, long long when)
{
    long long left = when - mr_now_ms();
    left = left < 0 ? 0 : left;
    return timeout >= 0 && timeout < left ? timeout : (int)left;
}

static Waited wait_for_key(MrEditor *e, int pause)
{
    MorayVM *vm = e->vm;
    long long until = pause < 0 ? -1 : mr_now_ms() + pause;
    for (;;) {
        int fd = moray_backend_fd(vm), due = moray_backend_timeout(vm), timeout = due;
        if (until >= 0)
            timeout = sooner(timeout, until);
        if (e->collect_at)
            timeout = sooner(timeout, e->collect_at);
        if (e->watch.next)
            timeout = sooner(timeout, e->watch.next);
        struct pollfd p[2] = {{.fd = e->terminal.in, .events = POLLIN}, {.fd = fd, .events = POLLIN}};
        int n = wait_once(e, p, timeout);
        if (moray_failed(vm))
            return WAITED_EXCEPTION;
        e->idle = mr_now_ms();
        if (n > 0 && p[0].revents)
            return WAITED_KEY;
        if (e->collect_at && mr_now_ms() >= e->collect_at)
            collect(e);
        mr_editor_look(e);
        if ((n > 0 && p[1].revents) || (n == 0 && timeout == due)) {
            bool failed = moray_poll(vm, 0) < 0;
            if (failed)
                return WAITED_EXCEPTION;
            flush_output(vm);
            if (!e->slow_collections && !e->collect_at)
                e->collect_at = mr_now_ms() + COLLECT_AFTER;
        }
        if (until >= 0 && mr_now_ms() >= until)
            return WAITED_TIME;
        if (e->terminal.dead)
            return WAITED_TIME;
    }
}

/* One byte at a time, but for pastes: what is typed ahead belongs to the program that the line may start. */
static bool read_keys(MrEditor *e)
{
    char bytes[4096];
    ssize_t n = read(e->terminal.in, bytes, e->keys.pasting ? sizeof bytes : 1);
    if (n > 0)
        return mr_keys_feed(&e->keys, bytes, (size_t)n);
    if (n < 0 && (errno == EINTR || errno == EAGAIN))
        return true;
    return false;
}

/* While input keeps coming in, the screen and the event loop have their turn only now and then. */
static bool has_more_input(MrEditor *e)
{
    int n = 0;
    return !ioctl(e->terminal.in, FIONREAD, &n) && n > 0 && mr_now_ms() - e->idle < MOST_HURRY;
}

/* A Ctrl-C that has arrived comes before what was typed after it. */
static void read_more(MrEditor *e)
{
    if (!moray_check(e->vm))
        e->end = MR_EDIT_EXCEPTION;
    else if (!read_keys(e))
        e->end = MR_EDIT_GONE;
}

uint32_t mr_editor_key(MrEditor *e)
{
    bool quiet = false;
    int n = 0;
    e->key_waited = mr_keys_waiting(&e->keys) || (!ioctl(e->terminal.in, FIONREAD, &n) && n > 0);
    for (;;) {
        uint32_t key = e->end ? 0 : mr_keys_next(&e->keys, quiet);
        if (key == MR_KEY_REPORT) {
            mr_editor_answered(e, e->keys.column);
            continue;
        }
        if (key || e->end)
            return key;
        if (has_more_input(e)) {
            read_more(e);
            continue;
        }
        if (!mr_keys_waiting(&e->keys) && !e->keys.pasting)
            mr_editor_hint(e);
        bool partial = mr_keys_waiting(&e->keys) && !e->keys.pasting;
        switch (wait_for_key(e, partial ? ESCAPE_PAUSE : -1)) {
        case WAITED_EXCEPTION: e->end = MR_EDIT_EXCEPTION; break;
        case WAITED_TIME: quiet = true; break;
        case WAITED_KEY:
            quiet = false;
            read_more(e);
            break;
        }
        if (e->terminal.dead)
            e->end = MR_EDIT_GONE;
    }
}

MrEditEnd mr_editor_read(MrEditor *e, const char *prompt, const char *more)
{
    e->prompt = prompt;
    e->more = more;
    e->end = MR_EDIT_GOES_ON;
    e->browsing = e->history.n;
    e->count = 0;
    e->last_action = 0;
    e->dirty = true;
    if (!mr_terminal_enter(&e->terminal))
        return MR_EDIT_GONE;
    mr_terminal_measure(&e->terminal);
    if (e->untidy && !e->slow_collections && moray_backend_fd(e->vm) >= 0)
        e->collect_at = mr_now_ms() + COLLECT_AFTER;
    if (e->untidy)
        mr_display_fresh_line(&e->display);
    e->untidy = false;
    mr_editor_watch(e);
    while (!e->end) {
        uint32_t key = mr_editor_key(e);
        if (key)
            mr_editor_do(e, key);
    }
    free(e->search_prompt);
    e->search_prompt = NULL;
    e->n_found = 0;
    mr_editor_clear_below(e);
    mr_editor_unwatch(e);
    if (e->end != MR_EDIT_GONE) {
        mr_editor_draw(e, true);
        mr_display_finish(&e->display);
    }
    mr_terminal_leave(&e->terminal);
    return e->terminal.dead ? MR_EDIT_GONE : e->end;
}
