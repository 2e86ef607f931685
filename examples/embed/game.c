/* A game loop: each frame lets the script's tasks make one turn, without ever waiting for them. Scripts of the creatures await frames and
 * each other; the host draws. */
#include <moray.h>
#include <stdio.h>
#include <string.h>

enum { WIDTH = 24, FRAMES = 8 };

static char line[WIDTH + 1];
static MorayFuture next_frame[16];
static size_t n_waiting;

/* await frame(): the host completes it at the next frame. */
static void frame(MorayVM *vm, MorayArgs *args, MorayFuture future, void *data)
{
    (void)args, (void)data;
    if (n_waiting == sizeof next_frame / sizeof *next_frame)
        moray_raise(vm, "RuntimeError", "too many creatures");
    else
        next_frame[n_waiting++] = future;
}

static MorayRef draw(MorayVM *vm, MorayArgs *args, void *data)
{
    int64_t x = moray_arg_int(args, 0);
    (void)data;
    if (x < 0 || x >= WIDTH)
        return moray_raise(vm, "IndexError", "%lld is not on the screen", (long long)x);
    line[x] = *moray_arg_str(args, 1, NULL);
    return moray_none(vm);
}

static const char script[] = "import asyncio\n"
                             "async def runner(name, x, speed):\n"
                             "    while x < 24:\n"
                             "        draw(x, name)\n"
                             "        x += speed\n"
                             "        await frame()\n"
                             "    return name\n"
                             "async def race():\n"
                             "    racers = [asyncio.create_task(runner(*each)) for each in [('a', 0, 3), ('b', 4, 2), ('c', 8, 4)]]\n"
                             "    for winner in asyncio.as_completed(racers):\n"
                             "        print(await winner, 'has arrived')\n"
                             "        break\n"
                             "    for each in racers: each.cancel()\n"
                             "    await asyncio.wait(racers)\n";

int main(void)
{
    MorayVM *vm = moray_new(NULL);
    MorayError err;
    moray_set_global(vm, "draw", moray_function(vm, "draw(x: int, what: str)", draw, NULL, NULL));
    moray_set_global(vm, "frame", moray_async_function(vm, "async frame()", frame, NULL, NULL));
    moray_run(vm, script, "race.py");
    moray_spawn(vm, moray_eval(vm, "race()"));
    for (int i = 0; i < FRAMES && !moray_failed(vm); i++) {
        memset(line, '.', WIDTH);
        MorayFuture ready[16];
        size_t n = n_waiting;
        memcpy(ready, next_frame, sizeof ready);
        n_waiting = 0;
        for (size_t k = 0; k < n; k++)
            moray_future_resolve(vm, ready[k], moray_none(vm));
        for (int turn = 0; turn < 4; turn++) /* a few turns, so that what one task sets off in another happens in the same frame */
            moray_poll(vm, 0);
        moray_call_method(vm, moray_getattr(vm, moray_import(vm, "sys"), "stdout"), "flush", NULL, 0);
        printf("%s\n", line);
        fflush(stdout);
    }
    for (size_t k = 0; k < n_waiting; k++)
        moray_future_drop(vm, next_frame[k]);
    if (moray_catch(vm, &err))
        printf("%s", err.traceback);
    moray_shutdown(vm, NULL, NULL);
    moray_finish(vm);
    moray_free(vm);
    return 0;
}
