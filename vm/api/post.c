/* moray.h: moray_post. Functions that other threads want called stand in a list of their own lock; the event loop's turns and moray_check empty it.
 *
 * A post sets the waker's flag and wakes a waiting loop (vm/waker.h). The functions run in the thread that drives the VM.
 */
#include <pthread.h>
#include <stdlib.h>

#include "vm/api/api.h"
#include "vm/error.h"

typedef struct Post {
    struct Post *next;
    void (*fn)(MorayVM *vm, void *data);
    void (*future_fn)(MorayVM *vm, MorayFuture future, void *data); /* instead of fn */
    MorayFuture future;
    void *data;
} Post;

struct MrPosts {
    pthread_mutex_t lock;
    Post *first, **last;
};

static Post *take(struct MrPosts *p)
{
    pthread_mutex_lock(&p->lock);
    Post *post = p->first;
    if (post && !(p->first = post->next))
        p->last = &p->first;
    pthread_mutex_unlock(&p->lock);
    return post;
}

/* One function. What it leaves pending is reported, unless it has to stop everything. */
static bool run(MorayVM *vm, MrThread *t, Post *post)
{
    Post p = *post;
    free(post);
    MR_API_CALLBACK(vm, p.fn ? p.fn(vm, p.data) : p.future_fn(vm, p.future, p.data));
    if (mr_pending(t) && !t->iso->stopping)
        mr_report_unraisable_at(t, "in a function given to moray_post", MR_UNBOUND);
    return !mr_pending(t);
}

static bool run_posts(MrThread *t)
{
    MorayVM *vm = t->iso->host;
    for (Post *post; (post = take(vm->posts));)
        if (!run(vm, t, post))
            return false;
    return true;
}

bool mr_posts_init(MorayVM *vm)
{
    struct MrPosts *p = calloc(1, sizeof *p);
    if (!p)
        return false;
    p->last = &p->first;
    pthread_mutex_init(&p->lock, NULL);
    vm->posts = p;
    vm->iso->run_posts = run_posts;
    return true;
}

void mr_posts_fini(MorayVM *vm)
{
    struct MrPosts *p = vm->posts;
    if (!p)
        return;
    for (Post *post; (post = take(p));)
        free(post);
    pthread_mutex_destroy(&p->lock);
    free(p);
}

static bool post(MorayVM *vm, Post what)
{
    struct MrPosts *p = vm->posts;
    Post *copy = malloc(sizeof *copy);
    if (!copy)
        return false;
    *copy = what;
    pthread_mutex_lock(&p->lock);
    *p->last = copy;
    p->last = &copy->next;
    pthread_mutex_unlock(&p->lock);
    mr_waker_post(&vm->iso->waker);
    return true;
}

bool moray_post(MorayVM *vm, void (*fn)(MorayVM *vm, void *data), void *data)
{
    return post(vm, (Post){.fn = fn, .data = data});
}

bool moray_future_post(MorayVM *vm, MorayFuture future, void (*fn)(MorayVM *vm, MorayFuture future, void *data), void *data)
{
    return post(vm, (Post){.future_fn = fn, .future = future, .data = data});
}
