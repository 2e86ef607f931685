/* A VM's birth and end, the table of references, scopes and pins. */
#define _GNU_SOURCE /* pthread_getattr_np */
#include <pthread.h>
#include <string.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/utf8.h"
#include "stdlib/native/io.h"
#include "stdlib/native/sys.h"
#include "vm/api/api.h"
#include "vm/error.h"
#include "vm/exit.h"
#include "vm/permit.h"
#include "vm/signals.h"

const char *moray_version(void) { return "0.1.0"; }
const char *moray_python_version(void) { return MR_PY_VERSION; }

/* ---- entering ---- */

/* The lowest address of the calling thread's stack. That of the first thread grows up to its limit; the others' have a fixed place. */
static char *find_stack_low(void)
{
    extern void *__libc_stack_end;
    struct rlimit limit;
    size_t size = (size_t)8 << 20;
    pthread_attr_t attr;
    void *low = NULL;
    if (getpid() != (pid_t)syscall(SYS_gettid) && pthread_getattr_np(pthread_self(), &attr) == 0) {
        pthread_attr_getstack(&attr, &low, &size);
        pthread_attr_destroy(&attr);
        return low;
    }
    if (!getrlimit(RLIMIT_STACK, &limit) && limit.rlim_cur != RLIM_INFINITY && limit.rlim_cur < size)
        size = limit.rlim_cur;
    return (char *)__libc_stack_end - size;
}

/* The collector looks at the C stack from here down, and recursion may use what is left below. Inside natives the base stays: frames of the
 * interpreter lie above. */
static void note_stack(MorayVM *vm, void *c_frame)
{
    MrThread *t = vm->iso->current;
    if (t->host_depth || (t->c_base == c_frame && vm->stack_low && pthread_equal(vm->stack_thread, pthread_self())))
        return;
    if (!vm->stack_low || !pthread_equal(vm->stack_thread, pthread_self())) {
        vm->stack_low = find_stack_low();
        vm->stack_thread = pthread_self();
    }
    size_t left = (size_t)((char *)c_frame - vm->stack_low), reserve = (size_t)512 << 10;
    t->c_base = c_frame;
    t->c_limit = vm->stack_low + (left / 4 < reserve ? left / 4 : reserve);
}

MrThread *mr_api_enter(MorayVM *vm, void *c_frame)
{
    MrThread *t = vm->iso->current;
    note_stack(vm, c_frame);
    return mr_pending(t) ? NULL : t;
}

void mr_api_refuse_null(MrThread *t, const char *function) { mr_raise(t, MR_EXC_SystemError, "%s() was given NULL for something that it needs", function); }

/* ---- references ---- */

static bool grow(MrApiTable *table)
{
    uint32_t capacity = table->capacity ? table->capacity * 2 : 64;
    MrApiSlot *slots = capacity < MR_PIN_BIT / 2 ? realloc(table->slots, capacity * sizeof *slots) : NULL;
    if (!slots)
        return false;
    for (uint32_t i = table->capacity; i < capacity; i++)
        slots[i] = (MrApiSlot){.value = MR_UNBOUND, .generation = table->first_generation};
    table->slots = slots;
    table->capacity = capacity;
    return true;
}

/* The scopes of the running thread; NULL: out of memory. */
static MrApiTable *find_scopes(MorayVM *vm, MrThread *t)
{
    MrThreadScopes *idle = NULL, *o;
    uint32_t n = 1;
    for (o = vm->others; o; o = o->next, n++) {
        if (o->thread == t)
            return &o->table;
        if (!o->table.used)
            idle = o;
    }
    if (!idle && (idle = calloc(1, sizeof *idle))) {
        idle->table.first_generation = (vm->first_generation + n * 0x9E3779B9u) | 1;
        idle->next = vm->others;
        vm->others = idle;
    }
    if (!idle)
        return NULL;
    idle->thread = t;
    return &idle->table;
}

static inline MrApiTable *scopes_of(MorayVM *vm)
{
    MrThread *t = vm->iso->current;
    return t == &vm->iso->main ? &vm->scoped : find_scopes(vm, t);
}

uint32_t mr_api_live_references(const MorayVM *vm)
{
    uint32_t n = vm->scoped.used + vm->live_pins;
    for (const MrThreadScopes *o = vm->others; o; o = o->next)
        n += o->table.used;
    return n;
}

bool mr_api_went_on(MrThread *t)
{
    if (MR_LIKELY(!t->iso->stopping) || mr_pending(t))
        return true;
    return mr_limits_stop(t, t->iso->limits.reached);
}

MorayRef mr_api_put(MorayVM *vm, MrValue v)
{
    if (v == MR_ERROR || !mr_api_went_on(vm->iso->current))
        return MORAY_NULL;
    MrApiTable *s = scopes_of(vm);
    if (!s || (s->used == s->capacity && !grow(s))) {
        mr_raise_no_memory(vm->iso->current);
        return MORAY_NULL;
    }
    s->slots[s->used].value = v;
    s->used++;
    return (MorayRef){s->used, s->slots[s->used - 1].generation};
}

MrValue mr_api_peek(MorayVM *vm, MorayRef ref)
{
    const MrApiTable *table = ref.slot & MR_PIN_BIT ? &vm->pinned : scopes_of(vm);
    uint32_t i = (ref.slot & ~MR_PIN_BIT) - 1;
    if (ref.slot == 0 || !table || i >= table->used || table->slots[i].generation != ref.generation)
        return MR_UNBOUND;
    return table->slots[i].value;
}

MrValue mr_api_get(MorayVM *vm, MorayRef ref)
{
    MrValue v = mr_api_peek(vm, ref);
    MrThread *t = vm->iso->current;
    if (v != MR_UNBOUND)
        return v;
    if (mr_pending(t))
        return MR_ERROR;
    if (ref.slot == 0)
        return mr_raise(t, MR_EXC_SystemError, "MORAY_NULL given as a value while no exception was pending");
    return mr_raise(t, MR_EXC_RuntimeError, "stale reference: its scope has been closed or its pin has ended");
}

bool mr_api_get_all(MorayVM *vm, const MorayRef *refs, size_t n, MrValue *out)
{
    for (size_t i = 0; i < n; i++)
        if ((out[i] = mr_api_get(vm, refs[i])) == MR_ERROR)
            return false;
    return true;
}

MrStr *mr_api_name(MrThread *t, const char *name)
{
    size_t n = strlen(name);
    if (!mr_utf8_is_ascii(name, n) && mr_utf8_validate(name, n, false) != n && mr_decode(t, name, n, "utf-8", "strict") == MR_ERROR)
        return NULL;
    return mr_intern(t, name, n);
}

void mr_api_trace(MrGc *gc, void *data)
{
    MorayVM *vm = data;
    for (uint32_t i = 0; i < vm->scoped.used; i++)
        mr_mark(gc, vm->scoped.slots[i].value);
    for (const MrThreadScopes *o = vm->others; o; o = o->next)
        for (uint32_t i = 0; i < o->table.used; i++)
            mr_mark(gc, o->table.slots[i].value);
    for (uint32_t i = 0; i < vm->pinned.used; i++)
        mr_mark(gc, vm->pinned.slots[i].value);
    mr_mark(gc, vm->caught);
    mr_mark(gc, vm->runner);
    mr_api_futures_trace(gc, vm);
}

static void retire(MrApiSlot *slot)
{
    slot->value = MR_UNBOUND;
    if (++slot->generation == 0)
        slot->generation = 1;
}

MorayScope moray_scope_open(MorayVM *vm)
{
    const MrApiTable *s = scopes_of(vm);
    return (MorayScope){s ? s->used : 0};
}

void moray_scope_close(MorayVM *vm, MorayScope scope)
{
    MrApiTable *s = scopes_of(vm);
    while (s && s->used > scope.height)
        retire(&s->slots[--s->used]);
}

MorayRef moray_scope_return(MorayVM *vm, MorayScope scope, MorayRef ref)
{
    MrValue v = mr_api_get(vm, ref);
    moray_scope_close(vm, scope);
    return mr_pending(vm->iso->current) ? MORAY_NULL : mr_api_put(vm, v);
}

MorayRef moray_pin(MorayVM *vm, MorayRef ref)
{
    MR_API_ENTER(vm, MORAY_NULL);
    MrValue v = mr_api_get(vm, ref);
    if (v == MR_ERROR)
        return MORAY_NULL;
    MrApiTable *p = &vm->pinned;
    uint32_t i = vm->free_pin;
    if (i) {
        vm->free_pin = p->slots[--i].next_free;
    } else if (p->used < p->capacity || grow(p)) {
        i = p->used++;
    } else {
        mr_raise_no_memory(t);
        return MORAY_NULL;
    }
    p->slots[i].value = v;
    vm->live_pins++;
    return (MorayRef){(i + 1) | MR_PIN_BIT, p->slots[i].generation};
}

void moray_unpin(MorayVM *vm, MorayRef pin)
{
    if (!(pin.slot & MR_PIN_BIT) || mr_api_peek(vm, pin) == MR_UNBOUND)
        return;
    uint32_t i = (pin.slot & ~MR_PIN_BIT) - 1;
    retire(&vm->pinned.slots[i]);
    vm->live_pins--;
    vm->pinned.slots[i].next_free = vm->free_pin;
    vm->free_pin = i + 1;
}

/* ---- configuration ---- */

void moray_config_init(MorayConfig *config)
{
    *config = (MorayConfig){.executable = ""};
}

static MrValue host_text(MrThread *t, const char *text, size_t n)
{
    return mr_decode(t, text, n, "utf-8", "surrogateescape");
}

/* A list of strs in the module sys. */
static bool set_list(MrThread *t, const char *name, const char *const *items, size_t n)
{
    MrValue list = mr_list_new(t, n);
    for (size_t i = 0; list != MR_ERROR && i < n; i++) {
        MrValue s = host_text(t, items[i], strlen(items[i]));
        if (s == MR_ERROR || !mr_list_append(t, list, s))
            return false;
    }
    MrDict *d = list == MR_ERROR ? NULL : mr_sys_dict(t);
    return d && mr_dict_set_c(t, d, name, list);
}

static bool set_xoptions(MrThread *t, const MorayConfig *c)
{
    MrDict *d = mr_dict_new(t), *sys = mr_sys_dict(t);
    if (!d || !sys)
        return false;
    for (size_t i = 0; i < c->n_xoptions; i++) {
        const char *text = c->xoptions[i], *eq = strchr(text, '=');
        MrValue key = host_text(t, text, eq ? (size_t)(eq - text) : strlen(text));
        MrValue value = eq ? host_text(t, eq + 1, strlen(eq + 1)) : MR_TRUE;
        if (key == MR_ERROR || value == MR_ERROR || !mr_dict_set(t, d, key, value))
            return false;
    }
    return mr_dict_set_c(t, sys, "_xoptions", mr_val(d));
}

/* Bad values of -W are reported at the start, by the module itself. */
static bool read_warning_options(MrThread *t)
{
    return mr_import(t, "warnings") != MR_ERROR || mr_clear_if(t, MR_EXC_Exception);
}

/* The folders that modules may come from whatever is denied. */
static MrValue paths_granted(MrThread *t, const MorayConfig *c)
{
    MrValue paths = mr_tuple_new(t, c->n_paths);
    for (size_t i = 0; paths != MR_ERROR && i < c->n_paths; i++) {
        MrValue s = host_text(t, c->paths[i], strlen(c->paths[i]));
        if (s == MR_ERROR)
            return s;
        MR_TUPLE(paths)->items[i] = s;
    }
    return paths;
}

static bool configure(MrThread *t, const MorayConfig *c)
{
    MrIsolate *iso = t->iso;
    iso->argc = c->argc;
    iso->argv = c->argv;
    iso->executable = c->executable ? c->executable : "";
    iso->optimize = c->optimize;
    iso->inspect = c->inspect;
    iso->quiet = c->quiet;
    iso->verbose = c->verbose;
    iso->isolated = c->isolated;
    iso->dev_mode = c->dev_mode;
    iso->unbuffered = c->unbuffered;
    if (c->int_max_str_digits)
        iso->int_max_str_digits = c->int_max_str_digits < 0 ? 0 : c->int_max_str_digits;
    snprintf(iso->letters, sizeof iso->letters, "%s", c->letters ? c->letters : "");
    iso->warn_bytes = strchr(iso->letters, 'b') != NULL;
    mr_gc_set_limit(iso, c->heap_limit);
    iso->denied = MR_ALLOW_ALL & ~c->allow;
    iso->limits.interruptible = !c->handle_signals;
    MrValue granted = paths_granted(t, c);
    if (granted == MR_ERROR)
        return false;
    iso->hooks[MR_HOOK_PATHS] = granted;
    if ((c->argc || *iso->executable) && !mr_sys_dict(t)) /* what they point to is the host's: it is read now */
        return false;
    if ((c->n_warnings && !set_list(t, "warnoptions", c->warnings, c->n_warnings)) || (c->n_xoptions && !set_xoptions(t, c)))
        return false;
    if (c->orig_argc && !set_list(t, "orig_argv", (const char *const *)c->orig_argv, (size_t)c->orig_argc))
        return false;
    return (!c->handle_signals || mr_signals_install(t)) && (!c->n_warnings || read_warning_options(t));
}

/* ---- birth and end ---- */

static bool no_limits(const MorayLimits *l) { return !(l->heap | l->steps | l->time_ms | l->output | l->depth); }

MorayVM *moray_new(const MorayConfig *config)
{
    MorayConfig defaults;
    if (!config) {
        moray_config_init(&defaults);
        config = &defaults;
    }
    MorayVM *vm = calloc(1, sizeof *vm);
    if (!vm)
        return NULL;
    vm->caught = vm->runner = MR_UNBOUND;
    if (getrandom(&vm->first_generation, sizeof vm->first_generation, 0) < 0 || !vm->first_generation)
        vm->first_generation = (uint32_t)((uintptr_t)vm >> 4) | 1;
    vm->scoped.first_generation = vm->pinned.first_generation = vm->first_generation;
    vm->user_data = config->user_data;
    mr_api_set_code_key(vm, config->code_key, config->code_key_length);
    vm->uv_loop = config->uv_loop;
    vm->iso = mr_isolate_new(__builtin_frame_address(0), config->hash_seed);
    if (!vm->iso) {
        free(vm);
        return NULL;
    }
    note_stack(vm, __builtin_frame_address(0));
    vm->iso->host = vm;
    vm->iso->trace_host = mr_api_trace;
    if (!mr_posts_init(vm) || !configure(vm->iso->current, config)) {
        moray_free(vm);
        return NULL;
    }
    if (!no_limits(&config->limits))
        moray_set_limits(vm, &config->limits);
    return vm;
}

/* The event loop of moray_run_until. */
static void close_loop(MorayVM *vm, MrThread *t)
{
    MrValue f = vm->runner == MR_UNBOUND ? MR_UNBOUND : mr_getattr_c(t, vm->runner, "close");
    if (f != MR_UNBOUND && (f == MR_ERROR || mr_call0(t, f) == MR_ERROR))
        mr_report_unraisable(t, vm->runner);
    vm->runner = MR_UNBOUND;
}

/* What ran before left words on the C stack; those that come to lie in the frames of the last collections would keep objects. */
static __attribute__((noinline)) void clear_stack(void)
{
    char used[16 << 10];
    memset(used, 0, sizeof used);
    __asm__ volatile("" : : "r"(used) : "memory"); /* somebody might read it: the clearing is not dead code */
}

int moray_finish(MorayVM *vm)
{
    MrThread *t = vm->iso->current;
    if (vm->iso->current->host_depth) { /* a native asks for the end of its own caller */
        moray_interrupt(vm);
        return -1;
    }
    note_stack(vm, __builtin_frame_address(0));
    t->pending = MR_UNBOUND;
    close_loop(vm, t);
    mr_api_futures_report(vm, t);
    clear_stack();
    mr_isolate_finish(t);
    mr_flush_streams(t);
    return vm->iso->flush_failed ? 120 : 0;
}

void moray_free(MorayVM *vm)
{
    if (!vm)
        return;
    if (vm->iso->current->host_depth) {
        moray_interrupt(vm);
        return;
    }
    mr_signals_fini(vm->iso);
    if (!mr_isolate_free(vm->iso))
        return; /* a daemon thread waits in the system for something that may never come: its memory must stay */
    mr_posts_fini(vm);
    mr_api_futures_fini(vm);
    mr_api_classes_fini(vm);
    for (size_t i = 0; i < sizeof vm->error_text / sizeof *vm->error_text; i++)
        mr_buf_fini(&vm->error_text[i]);
    mr_buf_fini(&vm->dump_text);
    for (MrThreadScopes *o = vm->others, *next; o; o = next) {
        next = o->next;
        free(o->table.slots);
        free(o);
    }
    free(vm->scoped.slots);
    free(vm->pinned.slots);
    free(vm);
}

void *moray_user_data(MorayVM *vm) { return vm->user_data; }

bool moray_check(MorayVM *vm)
{
    MR_API_ENTER(vm, false);
    if (mr_waker_is_posted(&vm->iso->waker) && mr_waker_take(&vm->iso->waker) && !vm->iso->run_posts(t))
        return false;
    return mr_poll(t);
}
