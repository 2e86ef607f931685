/* moray.h: making values, looking at them, converting them to C. */
#include <stdarg.h>
#include <string.h>

#include "vm/api/api.h"
#include "vm/error.h"

/* ---- making ---- */

MorayRef moray_none(MorayVM *vm)
{
    MR_API_ENTER(vm, MORAY_NULL);
    (void)t;
    return mr_api_put(vm, MR_NONE);
}

MorayRef moray_bool(MorayVM *vm, bool value)
{
    MR_API_ENTER(vm, MORAY_NULL);
    (void)t;
    return mr_api_put(vm, mr_bool(value));
}

MorayRef moray_int(MorayVM *vm, int64_t value)
{
    MR_API_ENTER(vm, MORAY_NULL);
    return mr_api_put(vm, mr_int(t, value));
}

MorayRef moray_float(MorayVM *vm, double value)
{
    MR_API_ENTER(vm, MORAY_NULL);
    (void)t;
    return mr_api_put(vm, mr_float(value));
}

MorayRef moray_str_n(MorayVM *vm, const char *utf8, size_t length)
{
    MR_API_ENTER(vm, MORAY_NULL);
    MR_API_NEEDS(utf8 || !length, MORAY_NULL);
    return mr_api_put(vm, mr_decode(t, utf8, length, "utf-8", "strict"));
}

MorayRef moray_str(MorayVM *vm, const char *utf8)
{
    MR_API_ENTER(vm, MORAY_NULL);
    MR_API_NEEDS(utf8, MORAY_NULL);
    return mr_api_put(vm, mr_decode(t, utf8, strlen(utf8), "utf-8", "strict"));
}

MorayRef moray_strf(MorayVM *vm, const char *format, ...)
{
    MR_API_ENTER(vm, MORAY_NULL);
    MR_API_NEEDS(format, MORAY_NULL);
    MrBuf b = MR_BUF_EMPTY;
    va_list ap;
    va_start(ap, format);
    mr_buf_vprintf(&b, format, ap);
    va_end(ap);
    MrValue v = b.failed ? mr_raise_no_memory(t) : mr_decode(t, b.data ? b.data : "", b.length, "utf-8", "strict");
    mr_buf_fini(&b);
    return mr_api_put(vm, v);
}

MorayRef moray_bytes(MorayVM *vm, const void *bytes, size_t length)
{
    MR_API_ENTER(vm, MORAY_NULL);
    MR_API_NEEDS(bytes || !length, MORAY_NULL);
    return mr_api_put(vm, mr_bytes_new(t, length ? bytes : "", length));
}

/* The values of references in collected memory; NULL with an exception. */
static MrValue *gather(MorayVM *vm, MrThread *t, const MorayRef *items, size_t n)
{
    if (n > SIZE_MAX / 16) {
        mr_raise_no_memory(t);
        return NULL;
    }
    MrValue *values = mr_buffer_new(t, (n ? n : 1) * sizeof *values);
    return values && mr_api_get_all(vm, items, n, values) ? values : NULL;
}

MorayRef moray_list(MorayVM *vm, const MorayRef *items, size_t n)
{
    MR_API_ENTER(vm, MORAY_NULL);
    MR_API_NEEDS(items || !n, MORAY_NULL);
    MrValue *values = gather(vm, t, items, n);
    return values ? mr_api_put(vm, mr_list_from(t, values, n)) : MORAY_NULL;
}

MorayRef moray_tuple(MorayVM *vm, const MorayRef *items, size_t n)
{
    MR_API_ENTER(vm, MORAY_NULL);
    MR_API_NEEDS(items || !n, MORAY_NULL);
    MrValue *values = gather(vm, t, items, n);
    return values ? mr_api_put(vm, mr_tuple_from(t, values, n)) : MORAY_NULL;
}

MorayRef moray_dict(MorayVM *vm)
{
    MR_API_ENTER(vm, MORAY_NULL);
    MrDict *d = mr_dict_new(t);
    return d ? mr_api_put(vm, mr_val(d)) : MORAY_NULL;
}

MorayRef moray_set(MorayVM *vm)
{
    MR_API_ENTER(vm, MORAY_NULL);
    return mr_api_put(vm, mr_set_new(t, false));
}

/* ---- looking ---- */

static MorayKind kind_of_object(const MrObj *o)
{
    switch (o->kind) {
    case MR_KIND_INT: return MORAY_INT;
    case MR_KIND_FLOAT: return MORAY_FLOAT;
    case MR_KIND_COMPLEX: return MORAY_COMPLEX;
    case MR_KIND_STR: return MORAY_STR;
    case MR_KIND_BYTES: return MORAY_BYTES;
    case MR_KIND_LIST: return MORAY_LIST;
    case MR_KIND_TUPLE: return MORAY_TUPLE;
    case MR_KIND_DICT: return MORAY_DICT;
    case MR_KIND_SET: return MORAY_SET;
    case MR_KIND_FUNCTION:
    case MR_KIND_NATIVE:
    case MR_KIND_METHOD:
    case MR_KIND_TYPE: return MORAY_CALLABLE;
    case MR_KIND_MODULE: return MORAY_MODULE;
    case MR_KIND_EXCEPTION: return MORAY_EXCEPTION;
    default: return MORAY_OBJECT;
    }
}

MorayKind moray_kind(MorayVM *vm, MorayRef ref)
{
    MrValue v = mr_api_peek(vm, ref);
    if (v == MR_UNBOUND)
        return MORAY_NOTHING;
    if (v == MR_NONE)
        return MORAY_NONE;
    if (mr_is_bool(v))
        return MORAY_BOOL;
    if (mr_is_int(v))
        return MORAY_INT;
    if (mr_is_float(v))
        return MORAY_FLOAT;
    return mr_is_obj(v) ? kind_of_object(mr_obj_of(v)) : MORAY_OBJECT;
}

bool moray_same(MorayVM *vm, MorayRef a, MorayRef b)
{
    MrValue v = mr_api_peek(vm, a);
    return v != MR_UNBOUND && v == mr_api_peek(vm, b);
}

int moray_truth(MorayVM *vm, MorayRef ref)
{
    MR_API_ENTER(vm, -1);
    MrValue v = mr_api_get(vm, ref);
    return v == MR_ERROR ? -1 : mr_truth(t, v);
}

/* ---- converting ---- */

static bool wrong_type(MrThread *t, const char *wanted, MrValue v)
{
    mr_raise(t, MR_EXC_TypeError, "expected %s, not %s", wanted, v == MR_NONE ? "None" : mr_type_name(t, v));
    return false;
}

bool moray_to_bool(MorayVM *vm, MorayRef ref, bool *out)
{
    MR_API_ENTER(vm, false);
    MR_API_NEEDS(out, false);
    MrValue v = mr_api_get(vm, ref);
    if (v == MR_ERROR)
        return false;
    if (!mr_is_bool(v))
        return wrong_type(t, "bool", v);
    *out = v == MR_TRUE;
    return true;
}

bool moray_to_int(MorayVM *vm, MorayRef ref, int64_t *out)
{
    MR_API_ENTER(vm, false);
    MR_API_NEEDS(out, false);
    MrValue v = mr_api_get(vm, ref);
    if (v == MR_ERROR)
        return false;
    return mr_is_integer(v) ? mr_to_i64(t, v, out) : wrong_type(t, "int", v);
}

bool moray_to_float(MorayVM *vm, MorayRef ref, double *out)
{
    MR_API_ENTER(vm, false);
    MR_API_NEEDS(out, false);
    MrValue v = mr_api_get(vm, ref);
    if (v == MR_ERROR)
        return false;
    if (mr_is_float(v) || mr_is_kind(v, MR_KIND_FLOAT) || mr_is_integer(v))
        return mr_to_double(t, v, out);
    return wrong_type(t, "float", v);
}

bool moray_to_str(MorayVM *vm, MorayRef ref, const char **utf8, size_t *length)
{
    MR_API_ENTER(vm, false);
    MR_API_NEEDS(utf8, false);
    MrValue v = mr_api_get(vm, ref);
    if (v == MR_ERROR)
        return false;
    if (!mr_is_str(v))
        return wrong_type(t, "str", v);
    *utf8 = mr_cstr(v);
    if (length)
        *length = MR_STR(v)->nbytes;
    return true;
}

bool moray_to_bytes(MorayVM *vm, MorayRef ref, const char **bytes, size_t *length)
{
    MR_API_ENTER(vm, false);
    MR_API_NEEDS(bytes, false);
    MrValue v = mr_api_get(vm, ref);
    if (v == MR_ERROR)
        return false;
    if (!mr_is_kind(v, MR_KIND_BYTES))
        return wrong_type(t, "bytes", v);
    *bytes = MR_BYTES(v)->bytes;
    if (length)
        *length = MR_BYTES(v)->length;
    return true;
}
