/* A native function, an asynchronous one that a timer of libuv completes, and an error as text: 25 lines. */
#include <moray.h>
#include <stdio.h>
#include <uv.h>
static struct { uv_timer_t timer; MorayVM *vm; MorayFuture future; } w;
static MorayRef greet(MorayVM *vm, MorayArgs *args, void *data) { return moray_strf(vm, "Hello, %s!", moray_arg_str(args, 0, NULL)); }
static void on_timer(uv_timer_t *timer) { moray_future_resolve(w.vm, w.future, moray_str(w.vm, "waited")); }
static void wait_ms(MorayVM *vm, MorayArgs *args, MorayFuture future, void *data) {
    w.future = future;
    uv_timer_start(&w.timer, on_timer, (uint64_t)moray_arg_int(args, 0), 0);
}
int main(void) {
    MorayConfig config;
    MorayError err;
    moray_config_init(&config);
    uv_timer_init(config.uv_loop = uv_default_loop(), &w.timer);
    MorayVM *vm = w.vm = moray_new(&config);
    moray_set_global(vm, "greet", moray_function(vm, "greet(name: str) -> str", greet, NULL, NULL));
    moray_set_global(vm, "wait_ms", moray_async_function(vm, "async wait_ms(ms: int) -> str", wait_ms, NULL, NULL));
    moray_run(vm, "async def main():\n  print(greet('host'), await wait_ms(10))\n  greet(42)", "hello.py");
    MorayRef task = moray_spawn(vm, moray_eval(vm, "main()"));
    uv_run(config.uv_loop, UV_RUN_DEFAULT);
    if (moray_is_null(moray_result(vm, task)) && moray_catch(vm, &err)) fputs(err.traceback, stderr);
    moray_finish(vm), moray_free(vm);
    return uv_run(config.uv_loop, UV_RUN_DEFAULT);
}
