/* INTRINSIC: rare operations of compiler/intrinsics.def. Type parameters and aliases of PEP 695 are classes of the `typing` module, which
 * is imported when the first of them is made.
 */
#include "vm/interp.h"

#include "vm/error.h"

static MrValue call_typing(MrThread *t, const char *name, size_t argc, const MrValue *args)
{
    MrValue typing = mr_import(t, "typing");
    MrValue f = typing == MR_ERROR ? typing : mr_getattr_c(t, typing, name);
    return f == MR_ERROR ? f : mr_call(t, f, argc, args);
}

/* StopIteration must not leave a generator's body: the RuntimeError instead of it, or the exception itself when it may pass. */
static MrValue stopiteration_error(MrThread *t, MrValue exc)
{
    uint32_t flags = t->frame->code->flags;
    const char *text;
    if (mr_isinstance_of(t, exc, MR_EXC_StopIteration))
        text = flags & MR_CODE_ASYNC_GENERATOR ? "async generator raised StopIteration"
               : flags & MR_CODE_COROUTINE ? "coroutine raised StopIteration" : "generator raised StopIteration";
    else if (flags & MR_CODE_ASYNC_GENERATOR && mr_isinstance_of(t, exc, MR_EXC_StopAsyncIteration))
        text = "async generator raised StopAsyncIteration";
    else
        return exc;
    MrValue message = mr_str_c(t, text);
    MrValue args = message == MR_ERROR ? message : mr_tuple_from(t, &message, 1);
    MrValue error = args == MR_ERROR ? args : mr_exception_new(t, mr_builtin_type(t, MR_EXC_RuntimeError), args);
    if (error == MR_ERROR)
        return error;
    MR_EXCEPTION(error)->cause = exc;
    MR_EXCEPTION(error)->context = exc;
    MR_EXCEPTION(error)->suppress_context = true;
    return error;
}

static MrValue need_iterator(MrThread *t, MrValue v)
{
    MrType *type = mr_typeof(t, v);
    if (type->next || mr_slot(t, type, MR_SLOT_next) != MR_UNBOUND)
        return v;
    return mr_raise(t, MR_EXC_TypeError, "'%s' object is not an iterator", mr_class_name(type));
}

MrValue mr_op_intrinsic(MrThread *t, unsigned number, MrValue *args)
{
    switch ((MrIntrinsic)number) {
    case MR_INTRINSIC_STOPITERATION_ERROR: return stopiteration_error(t, args[0]);
    case MR_INTRINSIC_TYPEVAR: return call_typing(t, "_make_typevar", 1, args);
    case MR_INTRINSIC_TYPEVAR_BOUND: return call_typing(t, "_make_typevar", 2, args);
    case MR_INTRINSIC_TYPEVAR_CONSTRAINTS: {
        MrValue with[3] = {args[0], MR_NONE, args[1]};
        return call_typing(t, "_make_typevar", 3, with);
    }
    case MR_INTRINSIC_PARAMSPEC: return call_typing(t, "_make_paramspec", 1, args);
    case MR_INTRINSIC_TYPEVARTUPLE: return call_typing(t, "_make_typevartuple", 1, args);
    case MR_INTRINSIC_TYPEALIAS: return call_typing(t, "_make_typealias", 3, args);
    case MR_INTRINSIC_GENERIC_BASE: return call_typing(t, "_subscript_generic", 1, args);
    case MR_INTRINSIC_SET_TYPE_PARAMS: ((MrFunction *)mr_obj_of(args[0]))->type_params = args[1]; return args[0];
    case MR_INTRINSIC_ITERATOR: return need_iterator(t, args[0]);
    case MR_INTRINSIC_COUNT: break;
    }
    return mr_raise(t, MR_EXC_SystemError, "unknown intrinsic %u", number);
}
