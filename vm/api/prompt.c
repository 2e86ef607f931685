/* moray.h: what an interactive prompt needs: running what was typed, taking the output, waiting outside of the VM.
 *
 * While a plain statement runs, the VM's event loop is said to be running (iso->ask_loop), and is made when somebody asks for it. A statement with
 * `await` in it becomes a task that is run to its end.
 */
#include <stdlib.h>
#include <string.h>

#include "compiler/compile.h"
#include "vm/api/api.h"
#include "vm/api/front.h"
#include "vm/async/state.h"
#include "vm/error.h"
#include "vm/function.h"

static MrValue ask_loop(MrThread *t) { return mr_api_loop(t->iso->host, t); }

static MrValue run_awaiting(MorayVM *vm, MrThread *t, MrValue coro)
{
    MrValue loop = mr_api_loop(vm, t), create = loop == MR_ERROR ? loop : mr_getattr_c(t, loop, "create_task");
    MrValue task = create == MR_ERROR ? create : mr_call1(t, create, coro);
    MrValue asyncio = task == MR_ERROR ? task : mr_import(t, "asyncio"), runners = asyncio == MR_ERROR ? asyncio : mr_getattr_c(t, asyncio, "runners");
    MrValue run = runners == MR_ERROR ? runners : mr_getattr_c(t, runners, "_run_to_end");
    return run == MR_ERROR ? run : mr_call2(t, run, loop, task);
}

static MrValue run_plain(MrThread *t, MrCode *code)
{
    t->iso->ask_loop = ask_loop;
    MrValue r = mr_api_run_in_main(t, code);
    t->iso->ask_loop = NULL;
    MrLoop *state = t->iso->loop;
    if (state)
        state->notes_waits = true;
    if (state && state->prompt != MR_UNBOUND) {
        if (t->loop == state->prompt)
            t->loop = MR_UNBOUND;
        state->prompt = MR_UNBOUND;
    }
    return r;
}

/* The traceback begins where the text is: what ran the statement is nobody's concern. */
static void trim_traceback(MrThread *t, const char *filename)
{
    if (!mr_is_exception(t->pending))
        return;
    MrException *exc = MR_EXCEPTION(t->pending);
    for (MrValue tb = exc->traceback; mr_is_kind(tb, MR_KIND_TRACEBACK); tb = ((MrTraceback *)mr_obj_of(tb))->next) {
        if (!strcmp(((MrTraceback *)mr_obj_of(tb))->code->filename->bytes, filename)) {
            exc->traceback = tb;
            mr_write_barrier(t, exc, tb);
            return;
        }
    }
}

static bool run_statement(MorayVM *vm, MrThread *t, const char *text, size_t n, const char *filename)
{
    unsigned inherited = vm->future_annotations ? MR_COMPILE_FUTURE_ANNOTATIONS : 0;
    MrCode *code = mr_compile_text(t, text, n, filename, MR_COMPILE_SINGLE, MR_COMPILE_TOP_LEVEL_AWAIT | MR_COMPILE_FROM_STR | inherited);
    if (code && code->flags & MR_CODE_FUTURE_ANNOTATIONS)
        vm->future_annotations = true;
    bool awaits = code && code->flags & MR_CODE_COROUTINE;
    MrValue r = !code ? MR_ERROR : awaits ? mr_api_run_in_main(t, code) : run_plain(t, code);
    if (awaits && r != MR_ERROR)
        r = run_awaiting(vm, t, r);
    if (r == MR_ERROR)
        trim_traceback(t, filename);
    return r != MR_ERROR;
}

/* Statements after the first are compiled behind as many empty lines as precede them, so that their line numbers are right. */
static bool run_statements(MorayVM *vm, MrThread *t, const char *text, size_t n, const size_t *ends, size_t n_ends, const char *filename)
{
    MrCode *whole = mr_compile_text(t, text, n, filename, MR_COMPILE_EXEC, MR_COMPILE_TOP_LEVEL_AWAIT | MR_COMPILE_FROM_STR);
    MrBuf piece = MR_BUF_EMPTY;
    size_t lines = 0;
    bool ok = whole != NULL; /* nothing runs if something is wrong further down */
    for (size_t i = 0, at = 0; ok && i < n_ends; at = ends[i++]) {
        mr_buf_clear(&piece);
        mr_buf_fill(&piece, '\n', lines);
        mr_buf_write(&piece, text + at, ends[i] - at);
        mr_buf_putc(&piece, '\n');
        if (piece.failed)
            mr_raise_no_memory(t);
        ok = !piece.failed && run_statement(vm, t, piece.data, piece.length, filename);
        for (size_t k = at; k < ends[i]; k++)
            lines += text[k] == '\n';
    }
    mr_buf_fini(&piece);
    return ok;
}

/* A text of several lines that is wrong, or comments alone, is taken as several statements too, so that more than one is not what is complained of. */
bool moray_interact_all(MorayVM *vm, const char *text, const char *filename)
{
    MR_API_ENTER(vm, false);
    MR_API_NEEDS(text && filename, false);
    MrBuf ends = MR_BUF_EMPTY;
    size_t n = strlen(text);
    mr_statement_ends(text, n, &ends);
    size_t n_ends = ends.length / sizeof n;
    const char *newline = n_ends ? NULL : strchr(text, '\n');
    bool ok = n_ends > 1 || (newline && newline[1]) ? run_statements(vm, t, text, n, (const size_t *)ends.data, n_ends, filename)
                                                    : run_statement(vm, t, text, n, filename);
    mr_buf_fini(&ends);
    return ok;
}

bool moray_interact(MorayVM *vm, const char *text, const char *filename)
{
    MR_API_ENTER(vm, false);
    MR_API_NEEDS(text && filename, false);
    return run_statement(vm, t, text, strlen(text), filename);
}

void moray_set_output(MorayVM *vm, MorayOutput output, void *data)
{
    vm->iso->output_data = data;
    vm->iso->output = output;
}

/* Which threads of the VM the callers are stands in vm->left meanwhile, under the waker's lock: a native may run in any thread of the script. */
void moray_leave(MorayVM *vm)
{
    MrThread *t = vm->iso->current;
    if (t != &vm->iso->main) {
        MrLeft *mine = malloc(sizeof *mine);
        if (!mine) /* without memory it just does not leave */
            return;
        pthread_mutex_lock(&vm->iso->waker.lock);
        *mine = (MrLeft){vm->left, pthread_self(), t};
        vm->left = mine;
        pthread_mutex_unlock(&vm->iso->waker.lock);
    }
    mr_thread_leave(t);
}

void moray_enter(MorayVM *vm)
{
    MrThread *t = NULL;
    pthread_mutex_lock(&vm->iso->waker.lock);
    for (MrLeft **link = &vm->left; *link; link = &(*link)->next) {
        MrLeft *l = *link;
        if (!pthread_equal(l->thread, pthread_self()))
            continue;
        t = l->t;
        *link = l->next;
        free(l);
        break;
    }
    pthread_mutex_unlock(&vm->iso->waker.lock);
    if (!t)
        t = &vm->iso->main;
    if (t->away)
        mr_thread_enter(t);
}
