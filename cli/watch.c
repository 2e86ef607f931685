/* Programs that a statement has started and left running write to the terminal past everything, into the line that is edited.
 *
 * Nobody tells of that, but the terminal says where its cursor is when it is asked. So while there are child processes it is asked from time to time,
 * and if the cursor is not where the frame has it, the frame is drawn anew below. A terminal that does not answer is not asked again.
 */
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli/lineedit.h"

#define SOON 200      /* milliseconds to the first question */
#define SELDOM 1600   /* most milliseconds between two, when nothing is found */
#define PATIENCE 2000 /* until a terminal counts as one that never answers */
#define FAREWELL 300  /* how long an answer is waited for when the line is done: a program would get it as its input */

static bool has_children(void)
{
    siginfo_t info;
    return !waitid(P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT);
}

static void ask_after(MrWatch *w, int pause)
{
    w->pause = pause;
    w->next = mr_now_ms() + pause;
}

void mr_editor_watch(MrEditor *e)
{
    if (!e->watch.deaf && has_children())
        ask_after(&e->watch, SOON);
}

void mr_editor_look(MrEditor *e)
{
    MrWatch *w = &e->watch;
    long long now = mr_now_ms();
    if (!w->next || now < w->next)
        return;
    if (!w->asked) {
        w->again = has_children(); /* looked for first, so that what the last one wrote is seen as well */
        w->asked = now;
        w->next = now + PATIENCE;
        mr_display_ask(&e->display);
    } else {
        w->deaf = true;
        w->asked = w->next = 0;
    }
}

void mr_editor_answered(MrEditor *e, int column)
{
    MrWatch *w = &e->watch;
    if (!w->asked)
        return;
    bool spoiled = mr_display_answered(&e->display, column);
    e->dirty = e->dirty || spoiled;
    w->asked = w->next = 0;
    if (w->again)
        ask_after(w, spoiled ? SOON : w->pause * 2 < SELDOM ? w->pause * 2 : SELDOM);
}

void mr_editor_unwatch(MrEditor *e)
{
    MrWatch *w = &e->watch;
    long long until = mr_now_ms() + FAREWELL, left;
    int column;
    while (w->asked && !mr_keys_take_report(&e->keys, &column) && (left = until - mr_now_ms()) > 0) {
        struct pollfd p = {.fd = e->terminal.in, .events = POLLIN};
        char byte;
        if (poll(&p, 1, (int)left) > 0 && (read(e->terminal.in, &byte, 1) != 1 || !mr_keys_feed(&e->keys, &byte, 1)))
            break;
    }
    w->asked = w->next = 0;
}
