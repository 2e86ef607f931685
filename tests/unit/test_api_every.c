/* Unit test of moray.h: each of its functions, called rightly, and again with each of the allocations that the call makes failing in turn.
 *
 * The header is read to make sure that no function is missing here, and that each one that takes a reference is given bad ones by test_api_deep.c.
 */
#include "api.h"

#include <pthread.h>

#include "vm/api/api.h"

typedef struct Things {
    MorayVM *vm;
    MorayRef list, dict, set, text, f, code, expression, task, object, awaitable;
    const MorayClass *cls;
    const MorayModule *module;
} Things;

static MorayRef native(MorayVM *vm, MorayArgs *args, void *data)
{
    (void)data;
    if (!moray_arg_is_none(args, 4))
        return moray_arg(args, 4);
    size_t n;
    return moray_strf(vm, "%d %g %d %s %s", (int)moray_arg_int(args, 0), moray_arg_float(args, 1), moray_arg_bool(args, 2), moray_arg_str(args, 3, &n),
                      moray_arg_bytes(args, 5, NULL));
}

typedef struct Box { MorayField field; } Box;

static MorayRef box_get(MorayVM *vm, MorayArgs *args, void *data)
{
    (void)data;
    return moray_field_get(vm, &((Box *)moray_self(args))->field);
}

static MorayRef box_same(MorayVM *vm, MorayArgs *args, void *data) { return (void)vm, (void)data, moray_arg_self(args); }

static void box_trace(MorayTracer *tracer, void *self) { moray_trace(tracer, &((Box *)self)->field); }

static const MorayMethod box_methods[] = {{"get(self)", box_get, NULL}, {"same(self)", box_same, NULL}, {NULL, NULL, NULL}};
static const MorayClass box_class = {"Box", "doc", sizeof(Box), NULL, NULL, box_methods, NULL, NULL, box_trace, NULL};
static const MorayMethod module_functions[] = {{"native(i: int = 1, f: float = 2, b: bool = True, s: str = 's', o=None, y: bytes = b'y')", native, NULL}, {NULL, NULL, NULL}};
static const MorayModule module = {"every_module", NULL, module_functions, NULL, NULL, NULL};

static void async_native(MorayVM *vm, MorayArgs *args, MorayFuture future, void *data);
static void on_cancel(MorayVM *vm, MorayFuture future, void *data) { (void)data, moray_future_drop(vm, future); }
static void in_vm(MorayVM *vm, MorayFuture future, void *data) { (void)data, moray_future_resolve(vm, future, moray_none(vm)); }
static void posted(MorayVM *vm, void *data) { (void)vm, (void)data; }
static void on_done(MorayVM *vm, MorayRef task, void *data) { (void)vm, (void)task, (void)data; }
static MorayRef importer(MorayVM *vm, const char *name, void *data) { return (void)data, strcmp(name, "of_the_host") ? MORAY_NULL : moray_int(vm, 1); }
static void warner(MorayVM *vm, const char *c, const char *m, const char *f, int line, void *data) { (void)vm, (void)c, (void)m, (void)f, (void)line, (void)data; }
static bool output(void *data, int fd, const char *bytes, size_t n) { return (void)data, (void)fd, (void)bytes, (void)n, true; }

static void async_native(MorayVM *vm, MorayArgs *args, MorayFuture future, void *data)
{
    (void)data;
    moray_future_on_cancel(vm, future, on_cancel, NULL);
    switch (moray_arg_int(args, 0)) {
    case 0: moray_future_resolve(vm, future, moray_int(vm, 1)); break;
    case 1: moray_future_reject(vm, future, "ValueError", "%d", 1); break;
    case 2: moray_future_drop(vm, future); break;
    default: moray_future_post(vm, future, in_vm, NULL);
    }
}

static void await_native(Things *x, int how)
{
    MorayRef task = moray_spawn(x->vm, moray_call(x->vm, moray_global(x->vm, "asynchronous"), (MorayRef[]){moray_int(x->vm, how)}, 1));
    for (int i = 0; i < 20 && !moray_failed(x->vm) && moray_is_done(x->vm, task) == 0; i++)
        moray_poll(x->vm, 0);
    if (moray_is_null(moray_result(x->vm, task)) && (how == 1 || how == 2))
        moray_catch(x->vm, NULL);
}

static MorayVM *small_vm(void)
{
    MorayConfig c;
    moray_config_init(&c);
    return moray_new(&c);
}

/* One row for each function; `b`, `i`, `d`, `s`, `n` and `r` are there for what comes out. */
#define ROWS(X) \
    X(moray_version, s = moray_version()) X(moray_python_version, s = moray_python_version()) \
    X(moray_config_init, moray_free(small_vm())) X(moray_new, moray_free(small_vm())) X(moray_free, moray_free(NULL)) \
    X(moray_finish, { MorayVM *own = small_vm(); moray_finish(own); moray_free(own); }) X(moray_user_data, moray_user_data(vm)) \
    X(moray_set_limits, moray_set_limits(vm, NULL)) X(moray_usage, { MorayUsage u; moray_usage(vm, &u); }) X(moray_dump, s = moray_dump(vm)) X(moray_collect, moray_collect(vm)) \
    X(moray_interrupt, { moray_interrupt(vm); moray_run(vm, "for i in range(3): pass", "i"); moray_catch(vm, NULL); moray_set_limits(vm, NULL); }) \
    X(moray_post, { moray_post(vm, posted, NULL); moray_check(vm); }) \
    X(moray_scope_open, moray_scope_close(vm, moray_scope_open(vm))) X(moray_scope_close, moray_scope_close(vm, moray_scope_open(vm))) \
    X(moray_scope_return, moray_scope_return(vm, moray_scope_open(vm), x->list)) X(moray_pin, moray_unpin(vm, moray_pin(vm, x->list))) \
    X(moray_unpin, moray_unpin(vm, MORAY_NULL)) X(moray_is_null, moray_is_null(x->list)) \
    X(moray_none, moray_none(vm)) X(moray_bool, moray_bool(vm, true)) X(moray_int, moray_int(vm, INT64_MAX)) X(moray_float, moray_float(vm, 1)) \
    X(moray_str, moray_str(vm, "text")) X(moray_str_n, moray_str_n(vm, "text", 4)) X(moray_strf, moray_strf(vm, "%d", 1)) X(moray_bytes, moray_bytes(vm, "ab", 2)) \
    X(moray_list, moray_list(vm, &x->list, 1)) X(moray_tuple, moray_tuple(vm, &x->list, 1)) X(moray_dict, moray_dict(vm)) X(moray_set, moray_set(vm)) \
    X(moray_kind, moray_kind(vm, x->list)) X(moray_same, moray_same(vm, x->list, x->list)) X(moray_truth, moray_truth(vm, x->list)) \
    X(moray_to_bool, moray_to_bool(vm, moray_bool(vm, true), &b)) X(moray_to_int, moray_to_int(vm, moray_int(vm, 1), &i)) \
    X(moray_to_float, moray_to_float(vm, moray_int(vm, 1), &d)) X(moray_to_str, moray_to_str(vm, x->text, &s, &n)) \
    X(moray_to_bytes, moray_to_bytes(vm, moray_bytes(vm, "ab", 2), &s, &n)) X(moray_len, moray_len(vm, x->list)) \
    X(moray_getitem, moray_getitem(vm, x->list, moray_int(vm, 0))) X(moray_setitem, moray_setitem(vm, x->dict, x->text, x->list)) \
    X(moray_delitem, { moray_setitem(vm, x->dict, x->text, x->list); moray_delitem(vm, x->dict, x->text); }) X(moray_item, moray_item(vm, x->list, 0)) \
    X(moray_contains, moray_contains(vm, x->list, x->text)) X(moray_list_append, moray_list_append(vm, moray_list(vm, NULL, 0), x->text)) \
    X(moray_dict_set, moray_dict_set(vm, moray_dict(vm), "k", x->text)) X(moray_dict_get, moray_dict_get(vm, x->dict, "key")) \
    X(moray_set_add, moray_set_add(vm, moray_set(vm), x->text)) X(moray_iter, moray_iter(vm, x->list)) X(moray_next, moray_next(vm, moray_iter(vm, x->list), &r)) \
    X(moray_getattr, moray_getattr(vm, x->list, "append")) X(moray_setattr, moray_setattr(vm, x->object, "a", x->text)) \
    X(moray_delattr, { moray_setattr(vm, x->object, "b", x->text); moray_delattr(vm, x->object, "b"); }) X(moray_hasattr, moray_hasattr(vm, x->list, "x")) \
    X(moray_eq, moray_eq(vm, x->list, x->text)) X(moray_lt, moray_lt(vm, x->text, x->text)) X(moray_compare, moray_compare(vm, MORAY_NE, x->list, x->text)) \
    X(moray_binary, moray_binary(vm, MORAY_ADD, x->text, x->text)) X(moray_inplace, moray_inplace(vm, MORAY_MUL, moray_list(vm, &x->text, 1), moray_int(vm, 40))) \
    X(moray_unary, moray_unary(vm, MORAY_NEGATIVE, moray_int(vm, INT64_MAX))) X(moray_hash, moray_hash(vm, x->text, &i)) X(moray_format, moray_format(vm, x->text, ">20")) \
    X(moray_isinstance, moray_isinstance(vm, x->list, moray_type(vm, x->list))) X(moray_repr, moray_repr(vm, x->list)) X(moray_str_of, moray_str_of(vm, x->list)) \
    X(moray_type, moray_type(vm, x->list)) X(moray_call, moray_call(vm, x->f, &x->text, 1)) X(moray_call_kw, moray_call_kw(vm, x->f, &x->text, 1, moray_dict(vm))) \
    X(moray_call_method, moray_call_method(vm, x->text, "upper", NULL, 0)) X(moray_run, moray_run(vm, "class T: pass\nt = T()\nt.a = [1]", "run.py")) \
    X(moray_run_n, moray_run_n(vm, "v = {1: 2}", 10, "run.py")) X(moray_eval, moray_eval(vm, "[i for i in range(3)]")) \
    X(moray_exec_file, { moray_exec_file(vm, "/no such file"); moray_catch(vm, NULL); }) X(moray_run_module, { moray_run_module(vm, "no_such_module"); moray_catch(vm, NULL); }) \
    X(moray_run_until, moray_run_until(vm, moray_call(vm, x->awaitable, NULL, 0))) X(moray_compile, moray_compile(vm, "1 + x", 5, "c", MORAY_EXPRESSION)) \
    X(moray_run_code, moray_run_code(vm, x->expression, MORAY_NULL)) X(moray_save_code, moray_save_code(vm, x->code, &s, &n)) \
    X(moray_load_code, { moray_save_code(vm, x->code, &s, &n) && (r = moray_load_code(vm, s, n), true); }) \
    X(moray_spawn, moray_cancel(vm, moray_spawn(vm, moray_call(vm, x->awaitable, NULL, 0)))) X(moray_on_done, moray_on_done(vm, x->task, on_done, NULL)) \
    X(moray_is_done, moray_is_done(vm, x->task)) X(moray_result, moray_result(vm, x->task)) X(moray_cancel, moray_cancel(vm, x->task)) \
    X(moray_on_loop_error, moray_on_loop_error(vm, NULL, NULL)) X(moray_shutdown, { MorayVM *own = small_vm(); moray_shutdown(own, NULL, NULL); moray_free(own); }) \
    X(moray_poll, moray_poll(vm, 0)) X(moray_backend_fd, moray_backend_fd(vm)) X(moray_backend_timeout, moray_backend_timeout(vm)) \
    X(moray_dump_tokens, moray_dump_tokens(vm, "x = 1\n", 6, "t")) X(moray_dump_ast, moray_dump_ast(vm, "x = 1\n", 6, "t")) \
    X(moray_disassemble, moray_disassemble(vm, "x = 1\n", 6, "t")) X(moray_interact, moray_interact(vm, "y = 1\n", "<p>")) \
    X(moray_interact_all, moray_interact_all(vm, "y = 1\nz = 2\n", "<p>")) X(moray_is_complete, moray_is_complete("x = (")) \
    X(moray_set_output, { moray_set_output(vm, output, NULL); moray_run(vm, "print('taken')", "o"); }) \
    X(moray_leave, { moray_leave(vm); moray_enter(vm); }) X(moray_enter, { moray_leave(vm); moray_enter(vm); }) \
    X(moray_global, moray_global(vm, "f")) X(moray_set_global, moray_set_global(vm, "g", x->text)) X(moray_import, moray_import(vm, "bisect")) \
    X(moray_add_source, moray_add_source(vm, "of_text", "import bisect\nx = 1", 19, "of_text.py")) \
    X(moray_set_importer, { moray_set_importer(vm, importer, NULL); r = moray_import(vm, "of_the_host"); moray_set_importer(vm, NULL, NULL); }) \
    X(moray_set_warner, moray_set_warner(vm, warner, NULL)) X(moray_function, moray_function(vm, "nothing(a: int = 1)", native, "doc", NULL)) \
    X(moray_arg, moray_call_method(vm, moray_import(vm, "every_module"), "native", NULL, 0)) \
    X(moray_arg_is_none, moray_eval(vm, "every_module.native(o=3)")) X(moray_arg_bool, moray_eval(vm, "every_module.native(b=False)")) \
    X(moray_arg_int, moray_eval(vm, "every_module.native(5)")) X(moray_arg_float, moray_eval(vm, "every_module.native(5, 2.5)")) \
    X(moray_arg_str, moray_eval(vm, "every_module.native(s='x')")) X(moray_arg_bytes, moray_eval(vm, "every_module.native(y=b'z')")) \
    X(moray_define_class, moray_define_class(vm, &box_class)) X(moray_new_object, moray_new_object(vm, &box_class, NULL)) \
    X(moray_unwrap, moray_unwrap(vm, moray_new_object(vm, &box_class, NULL), &box_class)) X(moray_self, moray_eval(vm, "box.get()")) X(moray_arg_self, moray_eval(vm, "box.same()")) \
    X(moray_field_set, moray_field_set(vm, (MorayField *)moray_unwrap(vm, moray_global(vm, "box"), &box_class), x->text)) \
    X(moray_field_get, moray_eval(vm, "box.get()")) X(moray_trace, moray_collect(vm)) X(moray_add_module, moray_add_module(vm, &module)) \
    X(moray_async_function, moray_async_function(vm, "async a(n: int)", async_native, NULL, NULL)) X(moray_future_resolve, await_native(x, 0)) \
    X(moray_future_reject, await_native(x, 1)) X(moray_future_drop, await_native(x, 2)) X(moray_future_post, await_native(x, 3)) X(moray_future_on_cancel, await_native(x, 0)) \
    X(moray_raise, { moray_raise(vm, "ValueError", "%d", 1); moray_catch(vm, NULL); }) \
    X(moray_raise_value, { moray_raise_value(vm, moray_eval(vm, "ValueError")); moray_catch(vm, NULL); }) X(moray_failed, moray_failed(vm)) \
    X(moray_catch, { MorayError err; moray_run(vm, "1 / 0", "c"); moray_catch(vm, &err); s = err.traceback; }) X(moray_caught, moray_caught(vm)) \
    X(moray_rethrow, { moray_rethrow(vm); moray_catch(vm, NULL); }) \
    X(moray_report, { moray_run(vm, "import sys\nsys.excepthook = lambda *a: None\n1 / 0", "c"); moray_report(vm); }) X(moray_check, moray_check(vm))

#define X(name, ...)                                            \
    static void call_##name(Things *x)                          \
    {                                                           \
        MorayVM *vm = x->vm;                                    \
        MorayRef r = MORAY_NULL;                                \
        const char *s = "";                                     \
        size_t n = 0;                                           \
        int64_t i = 0;                                          \
        double d = 0;                                           \
        bool b = false;                                         \
        (void)vm, (void)r, (void)s, (void)n, (void)i, (void)d, (void)b; \
        __VA_ARGS__;                                            \
    }
ROWS(X)
#undef X

static const struct { const char *name; void (*call)(Things *x); const char *text; } rows[] = {
#define X(name, ...) {#name, call_##name, #__VA_ARGS__},
    ROWS(X)
#undef X
};

static void open_things(Things *x)
{
    MorayVM *vm = x->vm = moray_new(NULL);
    assert_false(moray_is_null(moray_add_module(vm, &module)));
    moray_set_global(vm, "asynchronous", moray_async_function(vm, "async asynchronous(n: int)", async_native, NULL, NULL));
    moray_set_global(vm, "Box", moray_define_class(vm, &box_class));
    moray_set_global(vm, "box", moray_new_object(vm, &box_class, NULL));
    run(vm, "import every_module, asyncio, traceback, bisect\nclass A: pass\na = A()\nx = 1\nlist_ = [1, 'two']\ndict_ = {'key': 1}\ndef f(a, **k): return [a]\n"
            "async def g():\n    await asyncio.sleep(0)\n    return 1\nbox_is = box");
    x->list = moray_global(vm, "list_");
    x->dict = moray_global(vm, "dict_");
    x->set = moray_set(vm);
    x->text = moray_str(vm, "text");
    x->f = moray_global(vm, "f");
    x->object = moray_global(vm, "a");
    x->awaitable = moray_global(vm, "g");
    x->code = moray_compile(vm, "q = [1]", 7, "code.py", MORAY_PROGRAM);
    x->expression = moray_compile(vm, "x + 1", 5, "code.py", MORAY_EXPRESSION);
    x->task = moray_spawn(vm, moray_call(vm, x->awaitable, NULL, 0));
    moray_field_set(vm, &((Box *)moray_unwrap(vm, moray_global(vm, "box"), &box_class))->field, x->text);
    while (moray_poll(vm, 0) == 1)
        ;
    expect_fine(vm);
}

/* From now on, all allocations from the nth on fail; 0: none. */
static void fail_from(MorayVM *vm, uint64_t n)
{
    vm->iso->heap.fail_at = n ? vm->iso->heap.allocations + n : 0;
    mr_gc_set_limit(vm->iso, 0);
}

static void every_function(void **state)
{
    (void)state;
    Things x = {0};
    open_things(&x);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        MorayScope scope = moray_scope_open(x.vm);
        MorayError err;
        rows[i].call(&x);
        if (moray_catch(x.vm, &err))
            fail_msg("%s: %s", rows[i].name, err.traceback);
        moray_scope_close(x.vm, scope);
    }
    assert_int_equal(moray_finish(x.vm), 0);
    moray_free(x.vm);
}

/* With an exception pending, nothing is done that could run script or make values, and it stays; rows that take exceptions themselves may take it. */
static void every_function_while_an_exception_is_pending(void **state)
{
    (void)state;
    Things x = {0};
    open_things(&x);
    moray_set_output(x.vm, output, NULL);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (!strcmp(rows[i].name, "moray_interrupt")) /* of which the script would learn when it runs next */
            continue;
        MorayScope scope = moray_scope_open(x.vm);
        MorayError err;
        moray_raise(x.vm, "LookupError", "pending before");
        rows[i].call(&x);
        bool takes = strstr(rows[i].text, "moray_catch") || strstr(rows[i].text, "moray_report") || strstr(rows[i].text, "await_native");
        if (moray_catch(x.vm, &err) ? strcmp(err.message, "pending before") : !takes)
            fail_msg("%s: the pending exception has become %s", rows[i].name, err.traceback);
        moray_scope_close(x.vm, scope);
    }
    run(x.vm, "assert f(1) == [1] and box.get() is not None and 'key' in dict_");
    moray_finish(x.vm);
    moray_free(x.vm);
}

/* A program that has ended is no reason to crash: whatever is called then works or raises. */
static void every_function_after_the_end(void **state)
{
    (void)state;
    Things x = {0};
    open_things(&x);
    moray_set_output(x.vm, output, NULL);
    moray_finish(x.vm);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        MorayScope scope = moray_scope_open(x.vm);
        rows[i].call(&x);
        moray_catch(x.vm, NULL);
        moray_scope_close(x.vm, scope);
        assert_false(moray_failed(x.vm));
    }
    moray_finish(x.vm);
    moray_free(x.vm);
}

typedef struct InThread { Things *x; size_t row; } InThread;

static void *call_row(void *data)
{
    InThread *in = data;
    rows[in->row].call(in->x);
    return NULL;
}

/* Which thread is inside of a VM may change between any two calls. */
static void every_function_in_a_thread_of_its_own(void **state)
{
    (void)state;
    Things x = {0};
    open_things(&x);
    moray_set_output(x.vm, output, NULL);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        MorayScope scope = moray_scope_open(x.vm);
        MorayError err;
        InThread in = {&x, i};
        pthread_t thread;
        assert_int_equal(pthread_create(&thread, NULL, call_row, &in), 0);
        pthread_join(thread, NULL);
        if (moray_catch(x.vm, &err))
            fail_msg("%s: %s", rows[i].name, err.traceback);
        moray_scope_close(x.vm, scope);
    }
    assert_int_equal(moray_finish(x.vm), 0);
    moray_free(x.vm);
}

static void every_allocation_of_every_function_fails(void **state)
{
    (void)state;
    Things x = {0};
    open_things(&x);
    moray_set_output(x.vm, output, NULL);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        bool failed = true;
        for (uint64_t n = 1; failed && n < 4000; n += n < 300 ? 1 : 13) {
            MorayScope scope = moray_scope_open(x.vm);
            if (getenv("SHOW_ROWS"))
                fprintf(stderr, "%s %d\n", rows[i].name, (int)n);
            fail_from(x.vm, n);
            rows[i].call(&x);
            failed = x.vm->iso->heap.allocations >= x.vm->iso->heap.fail_at;
            fail_from(x.vm, 0);
            moray_catch(x.vm, NULL);
            moray_scope_close(x.vm, scope);
            assert_false(moray_failed(x.vm));
        }
    }
    run(x.vm, "assert f(1) == [1] and box.get() is not None and 'key' in dict_"); /* it still works */
    moray_finish(x.vm);
    moray_free(x.vm);
}

/* NULL where a pointer must be: a SystemError that names the function. */
static void null_pointers(void **state)
{
    (void)state;
    Things x = {0};
    open_things(&x);
    MorayVM *vm = x.vm;
    MorayRef one = moray_int(vm, 1);
    const char *none = NULL, *s;
    int wrong = 0;
#define REFUSED(name, ...)                                                                                       \
    do {                                                                                                         \
        MorayError err;                                                                                          \
        (void)name(__VA_ARGS__);                                                                                 \
        if (!moray_catch(vm, &err) || strcmp(err.type, "SystemError") || strncmp(err.message, #name "()", sizeof #name + 1)) \
            wrong += fprintf(stderr, "not refused: %s(%s)\n", #name, #__VA_ARGS__) > 0;                           \
    } while (0)
    REFUSED(moray_str, vm, none);
    REFUSED(moray_str_n, vm, none, 3);
    REFUSED(moray_strf, vm, none, 1);
    REFUSED(moray_bytes, vm, none, 3);
    REFUSED(moray_list, vm, NULL, 2);
    REFUSED(moray_tuple, vm, NULL, 2);
    REFUSED(moray_to_bool, vm, one, NULL);
    REFUSED(moray_to_int, vm, one, NULL);
    REFUSED(moray_to_float, vm, one, NULL);
    REFUSED(moray_to_str, vm, x.text, NULL, NULL);
    REFUSED(moray_to_bytes, vm, x.text, NULL, NULL);
    REFUSED(moray_dict_set, vm, x.dict, none, one);
    REFUSED(moray_dict_get, vm, x.dict, none);
    REFUSED(moray_next, vm, x.list, NULL);
    REFUSED(moray_getattr, vm, x.object, none);
    REFUSED(moray_setattr, vm, x.object, none, one);
    REFUSED(moray_delattr, vm, x.object, none);
    REFUSED(moray_hasattr, vm, x.object, none);
    REFUSED(moray_hash, vm, one, NULL);
    REFUSED(moray_format, vm, one, none);
    REFUSED(moray_call_kw, vm, x.f, NULL, 1, MORAY_NULL);
    REFUSED(moray_call_method, vm, x.list, none, NULL, 0);
    REFUSED(moray_call_method, vm, x.list, "append", NULL, 1);
    REFUSED(moray_run_n, vm, none, 3, "f");
    REFUSED(moray_run_n, vm, "x", 1, none);
    REFUSED(moray_eval, vm, none);
    REFUSED(moray_exec_file, vm, none);
    REFUSED(moray_run_module, vm, none);
    REFUSED(moray_compile, vm, none, 3, "f", MORAY_PROGRAM);
    REFUSED(moray_compile, vm, "x", 1, none, MORAY_PROGRAM);
    REFUSED(moray_save_code, vm, x.code, NULL, NULL);
    REFUSED(moray_save_code, vm, x.code, &s, NULL);
    REFUSED(moray_load_code, vm, NULL, 3);
    REFUSED(moray_on_done, vm, x.task, NULL, NULL);
    REFUSED(moray_dump_tokens, vm, none, 3, "f");
    REFUSED(moray_dump_ast, vm, none, 3, "f");
    REFUSED(moray_disassemble, vm, "x", 1, none);
    REFUSED(moray_interact, vm, none, "f");
    REFUSED(moray_interact_all, vm, "x", none);
    REFUSED(moray_global, vm, none);
    REFUSED(moray_set_global, vm, none, one);
    REFUSED(moray_add_source, vm, none, "x", 1, "f");
    REFUSED(moray_import, vm, none);
    REFUSED(moray_function, vm, none, native, NULL, NULL);
    REFUSED(moray_function, vm, "f()", NULL, NULL, NULL);
    REFUSED(moray_async_function, vm, none, async_native, NULL, NULL);
    REFUSED(moray_async_function, vm, "f()", NULL, NULL, NULL);
    REFUSED(moray_define_class, vm, NULL);
    REFUSED(moray_new_object, vm, NULL, NULL);
    REFUSED(moray_unwrap, vm, x.object, NULL);
    REFUSED(moray_field_set, vm, NULL, one);
    REFUSED(moray_field_get, vm, NULL);
    REFUSED(moray_add_module, vm, NULL);
    REFUSED(moray_raise, vm, none, "x");
#undef REFUSED
    assert_int_equal(wrong, 0);
    assert_false(moray_run(vm, none, "f")); /* which calls moray_run_n */
    expect_error(vm, "SystemError", NULL);
    assert_true(moray_is_null(moray_call(vm, x.f, NULL, 1)));
    expect_error(vm, "SystemError", NULL);
    moray_finish(vm);
    moray_free(vm);
}

/* ---- completion without memory ---- */

enum { WITH_CANCEL = 1, FROM_THREAD = 2, MOST_JOBS = 16 };

typedef struct Job { MorayVM *vm; MorayFuture future; pthread_t thread; } Job;
static struct { int how, n; Job jobs[MOST_JOBS]; } posting;

static void *post_later(void *data)
{
    Job *job = data;
    usleep(500);
    moray_future_post(job->vm, job->future, in_vm, NULL);
    return NULL;
}

static void posting_native(MorayVM *vm, MorayArgs *args, MorayFuture future, void *data)
{
    Job *job = &posting.jobs[posting.n];
    (void)args, (void)data;
    if (posting.how & WITH_CANCEL)
        moray_future_on_cancel(vm, future, on_cancel, NULL);
    *job = (Job){.vm = vm, .future = future};
    if (!(posting.how & FROM_THREAD))
        moray_future_post(vm, future, in_vm, NULL);
    else if (posting.n + 1 < MOST_JOBS && !pthread_create(&job->thread, NULL, post_later, job))
        posting.n++;
}

/* All allocations from the nth on fail while an awaitable runs to its end: it ends, whatever the host's natives and their completion run into. */
static void what_is_awaited_ends_without_memory(void **state)
{
    static const char *const texts[] = {"f()", "asyncio.gather(f(), f())", "asyncio.wait_for(f(), 60)", "asyncio.shield(f())", "asyncio.wait([asyncio.ensure_future(f())])"};
    (void)state;
    for (size_t i = 0; i < 4 * sizeof texts / sizeof *texts; i++) {
        bool failed = true;
        for (uint64_t n = 1; failed && n < 1000; n += i % 4 < FROM_THREAD ? 1 : 3) {
            MorayVM *vm = moray_new(NULL);
            char text[200];
            posting.how = (int)i % 4;
            moray_set_output(vm, output, NULL);
            moray_set_global(vm, "native", moray_async_function(vm, "async native()", posting_native, NULL, NULL));
            snprintf(text, sizeof text, "async def f(): return await native()\nasync def main(): return await %s\n", texts[i / 4]);
            run(vm, "import asyncio, traceback");
            run(vm, text);
            moray_run_until(vm, moray_eval(vm, "main()"));
            expect_fine(vm);
            MorayRef awaitable = moray_eval(vm, "main()");
            fail_from(vm, n);
            failed = moray_is_null(moray_run_until(vm, awaitable));
            fail_from(vm, 0);
            if (failed)
                assert_true(moray_catch(vm, NULL));
            while (posting.n > 0)
                pthread_join(posting.jobs[--posting.n].thread, NULL);
            moray_free(vm);
        }
        assert_false(failed);
    }
}

/* ---- is anything missing? ---- */

static char *read_text(const char *path)
{
    FILE *f = fopen(path, "r");
    char *text = f ? calloc(1, 200000) : NULL;
    if (text && !fread(text, 1, 199999, f))
        text[0] = 0;
    if (f)
        fclose(f);
    return text;
}

static void no_function_is_missing(void **state)
{
    (void)state;
    char *header = read_text("include/moray.h"), *deep = read_text("tests/unit/test_api_deep.c");
    if (!header || !deep) /* not run from the project's folder */
        skip();
    size_t found = 0;
    int missing = 0;
    for (char *p = header, *line; (line = strsep(&p, "\n"));) {
        bool is_inline = !strncmp(line, "static inline ", 14);
        if (strncmp(line, "MORAY_API ", 10) && !is_inline)
            continue;
        char name[80], *at = strstr(line, "moray_"), *open = at ? strchr(at, '(') : NULL;
        if (!open)
            continue;
        snprintf(name, sizeof name, "%.*s", (int)(open - at), at);
        found++;
        bool here = false;
        for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
            here |= !strcmp(rows[i].name, name);
        if (!here)
            fail_msg("%s() has no row", name);
        char call[90];
        snprintf(call, sizeof call, "%s(vm", name);
        bool takes_reference = strstr(open, "MorayRef ") && !strstr(open, "(*") && !is_inline;
        if (takes_reference && strcmp(name, "moray_future_resolve") && !strstr(deep, call)) /* that one is in test_api_host.c */
            missing += fprintf(stderr, "%s() is not given bad references\n", name) > 0;
    }
    assert_int_equal(missing, 0);
    assert_int_equal(found, sizeof rows / sizeof *rows);
    free(header);
    free(deep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_function), cmocka_unit_test(every_function_while_an_exception_is_pending),
                                       cmocka_unit_test(every_function_after_the_end), cmocka_unit_test(null_pointers), cmocka_unit_test(every_function_in_a_thread_of_its_own),
                                       cmocka_unit_test(every_allocation_of_every_function_fails),
                                       cmocka_unit_test(what_is_awaited_ends_without_memory), cmocka_unit_test(no_function_is_missing)};
    cmocka_set_test_filter(getenv("ONLY"));
    return cmocka_run_group_tests(tests, NULL, NULL);
}
