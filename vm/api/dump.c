/* moray.h: moray_dump, what a VM holds, as a text for a log. It allocates nothing on the VM's heap, so that it can be asked for when that is full: counts of types
 * are gathered in a table of its own while the heap is walked.
 */
#include <stdlib.h>
#include <string.h>

#include "vm/api/api.h"
#include "vm/async/loop.h"
#include "vm/error.h"
#include "vm/generator.h"

enum { SHOWN_TYPES = 25, SHOWN_TASKS = 100 };

typedef struct Count { const MrType *type; MrObj *sample; uint64_t n, bytes; } Count;

typedef struct Census {
    MrThread *t;
    Count *counts; /* hashed by type; malloc'd */
    size_t used, capacity;
    uint64_t n_inner, inner; /* buffers and shapes: parts of objects */
    bool failed;
} Census;

static Count *place_of(const Census *c, const MrType *type)
{
    size_t i = ((uintptr_t)type >> 4) * 0x9E3779B97F4A7C15u % c->capacity;
    while (c->counts[i].type && c->counts[i].type != type)
        i = (i + 1) % c->capacity;
    return &c->counts[i];
}

static bool grow(Census *c)
{
    Census larger = {.capacity = c->capacity ? c->capacity * 2 : 256};
    if (!(larger.counts = calloc(larger.capacity, sizeof *larger.counts)))
        return false;
    for (size_t i = 0; i < c->capacity; i++)
        if (c->counts[i].type)
            *place_of(&larger, c->counts[i].type) = c->counts[i];
    free(c->counts);
    c->counts = larger.counts;
    c->capacity = larger.capacity;
    return true;
}

static void count(MrObj *o, void *data)
{
    Census *c = data;
    size_t bytes = mr_object_size(o);
    if (o->kind == MR_KIND_BUFFER || o->kind == MR_KIND_SHAPE) {
        c->n_inner++;
        c->inner += bytes;
        return;
    }
    if (c->failed || (c->used * 2 >= c->capacity && !grow(c))) {
        c->failed = true;
        return;
    }
    const MrType *type = mr_typeof(c->t, mr_val(o));
    Count *at = place_of(c, type);
    c->used += !at->type;
    *at = (Count){type, at->sample ? at->sample : o, at->n + 1, at->bytes + bytes};
}

static int by_bytes(const void *a, const void *b)
{
    const Count *x = a, *y = b;
    return x->bytes == y->bytes ? (x->n < y->n) - (x->n > y->n) : x->bytes < y->bytes ? 1 : -1;
}

static void put_types(MrThread *t, MrBuf *out)
{
    Census c = {.t = t};
    mr_heap_each(t->iso, count, &c);
    mr_buf_printf(out, "objects:\n");
    if (c.capacity)
        qsort(c.counts, c.capacity, sizeof *c.counts, by_bytes);
    uint64_t n_rest = 0, rest = 0;
    for (size_t i = 0; i < c.used; i++) {
        const Count *k = &c.counts[i];
        if (i < SHOWN_TYPES)
            mr_buf_printf(out, "%10llu %12llu bytes  %s\n", (unsigned long long)k->n, (unsigned long long)k->bytes, mr_type_name(t, mr_val(k->sample)));
        else
            n_rest += k->n, rest += k->bytes;
    }
    if (n_rest)
        mr_buf_printf(out, "%10llu %12llu bytes  of %zu other types\n", (unsigned long long)n_rest, (unsigned long long)rest, c.used - SHOWN_TYPES);
    mr_buf_printf(out, "%10llu %12llu bytes  inside of these\n", (unsigned long long)c.n_inner, (unsigned long long)c.inner);
    free(c.counts);
}

/* The innermost coroutine that a task waits in. */
static void put_task(MrBuf *out, const MrTask *task)
{
    mr_buf_printf(out, "    ");
    if (mr_is_str(task->name))
        mr_buf_puts(out, mr_cstr(task->name));
    else
        mr_buf_printf(out, "Task-%lld", mr_is_int(task->name) ? (long long)mr_int_of(task->name) : 0);
    const MrGenerator *g = mr_is_obj(task->coro) && mr_obj_of(task->coro)->kind == MR_KIND_GENERATOR ? (MrGenerator *)mr_obj_of(task->coro) : NULL;
    while (g && g->awaiting)
        g = g->awaiting;
    if (g) {
        const MrCode *code = g->function->code;
        mr_buf_printf(out, " at %s:%u, in %s", code->filename->bytes, mr_code_line(code, (uint32_t)(g->pc - code->code)), code->qualname->bytes);
    }
    mr_buf_puts(out, g && g->state == MR_GEN_RUNNING ? " (running)\n" : "\n");
}

const char *moray_dump(MorayVM *vm)
{
    MrIsolate *iso = vm->iso;
    MrThread *t = iso->current;
    MrBuf *out = &vm->dump_text;
    bool disabled = iso->heap.disabled;
    iso->heap.disabled = true; /* names of types may be made when first asked for: nothing may be collected meanwhile */
    mr_buf_clear(out);
    out->failed = false;
    MorayUsage u;
    moray_usage(vm, &u);
    mr_buf_printf(out, "heap: %llu bytes", (unsigned long long)u.heap);
    if (iso->heap.limit)
        mr_buf_printf(out, " of %llu", (unsigned long long)iso->heap.limit);
    mr_buf_printf(out, ", %llu collections; %u references, %u futures of the host, %u tasks\n", (unsigned long long)u.collections, u.references, u.futures, u.tasks);
    if (iso->limits.steps || iso->limits.output)
        mr_buf_printf(out, "steps: %llu of %llu; output: %llu bytes of %llu\n", (unsigned long long)u.steps, (unsigned long long)iso->limits.steps,
                      (unsigned long long)u.output, (unsigned long long)iso->limits.output);
    put_types(t, out);
    if (u.tasks)
        mr_buf_puts(out, "tasks:\n");
    for (uint32_t i = 0; i < u.tasks && i < SHOWN_TASKS; i++)
        put_task(out, iso->loop->tasks[i]);
    if (u.tasks > SHOWN_TASKS)
        mr_buf_printf(out, "    and %u more\n", u.tasks - SHOWN_TASKS);
    if (u.futures)
        mr_buf_puts(out, "futures of the host:\n");
    mr_api_futures_list(vm, out);
    iso->heap.disabled = disabled;
    return out->data && !out->failed ? out->data : "";
}
