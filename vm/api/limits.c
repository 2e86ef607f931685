/* moray.h: limits, usage, collecting, interrupting. */
#include "vm/api/api.h"
#include "vm/async/loop.h"
#include "vm/call.h"

_Static_assert((int)MORAY_LIMIT_INTERRUPT == (int)MR_LIMIT_INTERRUPT && (int)MORAY_LIMIT_HEAP == (int)MR_LIMIT_HEAP, "moray.h names the VM's limits");

void moray_set_limits(MorayVM *vm, const MorayLimits *limits)
{
    MrLimits l = {0};
    if (limits)
        l = (MrLimits){.heap = limits->heap, .steps = limits->steps, .time_ms = limits->time_ms, .output = limits->output, .depth = limits->depth};
    mr_limits_set(vm->iso, &l);
}

void moray_usage(MorayVM *vm, MorayUsage *usage)
{
    const MrIsolate *iso = vm->iso;
    *usage = (MorayUsage){
        .heap = iso->heap.bytes,
        .steps = iso->limits.steps_used,
        .output = iso->limits.output_used,
        .collections = iso->heap.collections,
        .references = mr_api_live_references(vm),
        .futures = vm->live_tickets,
        .tasks = iso->loop ? iso->loop->n_tasks : 0,
    };
}

void moray_collect(MorayVM *vm)
{
    MrThread *t = mr_api_enter(vm, __builtin_frame_address(0));
    if (t && mr_collect(t, NULL) == MR_ERROR)
        return;
}

void moray_interrupt(MorayVM *vm)
{
    mr_limits_interrupt(vm->iso);
    mr_waker_wake(&vm->iso->waker);
}
