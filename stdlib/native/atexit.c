/* atexit: functions to be called when the program ends.
 *
 * They stand in iso->hooks[MR_HOOK_ATEXIT], a list of tuples (function, args, kwargs or None), in the order of registration. The end of the
 * program calls _run_exitfuncs, which goes through them backwards; what is registered meanwhile is not called.
 */
#include "vm/error.h"

static MrValue registered(MrThread *t)
{
    MrValue *hook = &t->iso->hooks[MR_HOOK_ATEXIT];
    if (*hook == MR_UNBOUND) {
        MrValue list = mr_list_new(t, 0);
        if (list == MR_ERROR)
            return MR_ERROR;
        *hook = list;
    }
    return *hook;
}

static MrValue atexit_register(MrThread *t, MrValue *a)
{
    MrTuple *args = MR_TUPLE(a[0]);
    if (!args->length)
        return mr_raise(t, MR_EXC_TypeError, "register() takes at least 1 argument (0 given)");
    if (!mr_callable(t, args->items[0]))
        return mr_raise(t, MR_EXC_TypeError, "the first argument must be callable");
    MrValue list = registered(t);
    MrValue parts[3] = {args->items[0], mr_tuple_from(t, args->items + 1, args->length - 1), a[1] == MR_UNBOUND ? MR_NONE : a[1]};
    MrValue row = parts[1] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, parts, 3);
    return list != MR_ERROR && row != MR_ERROR && mr_list_append(t, list, row) ? parts[0] : MR_ERROR;
}

/* Removed functions leave None behind while the list may be being gone through. */
static MrValue atexit_unregister(MrThread *t, MrValue *a)
{
    MrValue list = registered(t);
    if (list == MR_ERROR)
        return MR_ERROR;
    for (size_t i = 0; i < MR_LIST(list)->length; i++) {
        MrValue row = MR_LIST(list)->items[i];
        int same = row == MR_NONE ? 0 : mr_eq(t, MR_TUPLE(row)->items[0], a[0]);
        if (same < 0)
            return MR_ERROR;
        if (same && i < MR_LIST(list)->length)
            MR_LIST(list)->items[i] = MR_NONE;
    }
    return MR_NONE;
}

static void forget_all(MrValue list)
{
    MR_LIST(list)->length = 0;
}

static MrValue atexit__clear(MrThread *t, MrValue *a)
{
    (void)a;
    MrValue list = registered(t);
    if (list == MR_ERROR)
        return MR_ERROR;
    forget_all(list);
    return MR_NONE;
}

static void run_one(MrThread *t, MrTuple *row)
{
    MrValue function = row->items[0];
    if (mr_call_kw(t, function, row->items[1], row->items[2] == MR_NONE ? MR_UNBOUND : row->items[2]) == MR_ERROR)
        mr_report_unraisable_at(t, "in atexit callback", function);
}

static MrValue atexit__run_exitfuncs(MrThread *t, MrValue *a)
{
    (void)a;
    MrValue list = registered(t);
    if (list == MR_ERROR)
        return MR_ERROR;
    for (size_t i = MR_LIST(list)->length; i-- > 0;) {
        if (i >= MR_LIST(list)->length)
            continue;
        MrValue row = MR_LIST(list)->items[i];
        if (row != MR_NONE)
            run_one(t, MR_TUPLE(row));
    }
    forget_all(list);
    return MR_NONE;
}

static MrValue atexit__ncallbacks(MrThread *t, MrValue *a)
{
    (void)a;
    MrValue list = registered(t);
    return list == MR_ERROR ? MR_ERROR : mr_int(t, (int64_t)MR_LIST(list)->length);
}

static const MrMethodDef functions[] = {
    {"register(*args, **kwargs)", atexit_register,
     "Have func(*args, **kwargs) called when the program ends; what was registered last comes first. Returns func, which suits a decorator.", 0},
    {"unregister(func, /)", atexit_unregister, "Forget every registration of func.", 0},
    {"_clear()", atexit__clear, "Forget all that is registered.", 0},
    {"_run_exitfuncs()", atexit__run_exitfuncs, "Call all that is registered now, last one first.", 0},
    {"_ncallbacks()", atexit__ncallbacks, "How many functions are registered.", 0},
    {0},
};

const MrModuleDef mr_module_atexit = {
    .name = "atexit",
    .functions = functions,
    .doc = "Functions to call when the program ends: register() and unregister().",
};
