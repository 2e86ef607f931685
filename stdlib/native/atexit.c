/* atexit: functions to call at the program's end, last registered first. The list belongs to the isolate; each entry is a tuple of function,
 * arguments and keywords (a dict or None). */
#include "vm/error.h"
#include "vm/isolate.h"

static MrList *entries(MrThread *t)
{
    MrValue *hook = &t->iso->hooks[MR_HOOK_ATEXIT];
    if (*hook == MR_UNBOUND) {
        MrValue list = mr_list_new(t, 4);
        if (list == MR_ERROR)
            return NULL;
        *hook = list;
    }
    return MR_LIST(*hook);
}

static MrValue atexit_register(MrThread *t, MrValue *a)
{
    if (!mr_callable(t, a[0]))
        return mr_raise(t, MR_EXC_TypeError, "the first argument must be callable");
    MrValue parts[3] = {a[0], a[1], a[2] == MR_UNBOUND ? MR_NONE : a[2]};
    MrValue entry = mr_tuple_from(t, parts, 3);
    MrList *list = entries(t);
    return entry != MR_ERROR && list && mr_list_append(t, mr_val(list), entry) ? a[0] : MR_ERROR;
}

static MrValue atexit_unregister(MrThread *t, MrValue *a)
{
    MrList *list = entries(t);
    for (size_t i = list ? list->length : 0; i-- > 0;) {
        int same = i < list->length ? mr_eq(t, MR_TUPLE(list->items[i])->items[0], a[0]) : 0;
        if (same < 0 || (same && i < list->length && !mr_delitem(t, mr_val(list), mr_small_int((int64_t)i))))
            return MR_ERROR;
    }
    return list ? MR_NONE : MR_ERROR;
}

static MrValue atexit_clear(MrThread *t, MrValue *a)
{
    (void)a;
    t->iso->hooks[MR_HOOK_ATEXIT] = MR_UNBOUND;
    return MR_NONE;
}

static MrValue atexit_ncallbacks(MrThread *t, MrValue *a)
{
    (void)a;
    MrList *list = entries(t);
    return list ? mr_small_int((int64_t)list->length) : MR_ERROR;
}

/* An exception is reported and does not keep the other functions from being called. */
static MrValue atexit_run_exitfuncs(MrThread *t, MrValue *a)
{
    MrList *list;
    (void)a;
    while ((list = entries(t)) && list->length) {
        MrTuple *entry = MR_TUPLE(list->items[--list->length]);
        if (mr_call_kw(t, entry->items[0], entry->items[1], entry->items[2] == MR_NONE ? MR_UNBOUND : entry->items[2]) != MR_ERROR)
            continue;
        if (!mr_clear_if(t, MR_EXC_SystemExit))
            mr_report_unraisable_msg(t, "Exception ignored in atexit callback", entry->items[0]);
    }
    return list ? MR_NONE : MR_ERROR;
}

static const MrMethodDef functions[] = {
    {"register(func, /, *args, **kwargs)", atexit_register,
     "Register a function to be executed upon normal program termination\n\nfunc is returned to facilitate usage as a decorator.", 0},
    {"unregister(func, /)", atexit_unregister, "Unregister an exit function which was previously registered using atexit.register", 0},
    {"_clear()", atexit_clear, "Clear the list of previously registered exit functions.", 0},
    {"_ncallbacks()", atexit_ncallbacks, "Return the number of registered exit functions.", 0},
    {"_run_exitfuncs()", atexit_run_exitfuncs, "Run all registered exit functions.", 0},
    {0},
};

const MrModuleDef mr_module_atexit = {
    .name = "atexit", .functions = functions, .doc = "allow programmer to define multiple exit functions to be executed upon normal program termination.",
};
