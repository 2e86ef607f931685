/* moray.h: containers, attributes, operators, calls, modules and globals. */
#include <string.h>

#include "vm/api/api.h"
#include "vm/call.h"
#include "vm/error.h"
#include "vm/import.h"

/* Two references at once. */
static bool get2(MorayVM *vm, MorayRef a, MorayRef b, MrValue *va, MrValue *vb)
{
    return (*va = mr_api_get(vm, a)) != MR_ERROR && (*vb = mr_api_get(vm, b)) != MR_ERROR;
}

static bool want(MrThread *t, bool right, const char *wanted, MrValue v)
{
    if (!right)
        mr_raise(t, MR_EXC_TypeError, "expected %s, not %s", wanted, v == MR_NONE ? "None" : mr_type_name(t, v));
    return right;
}

/* ---- containers ---- */

int64_t moray_len(MorayVM *vm, MorayRef ref)
{
    MR_API_ENTER(vm, -1);
    MrValue v = mr_api_get(vm, ref);
    return v == MR_ERROR ? -1 : mr_len(t, v);
}

MorayRef moray_getitem(MorayVM *vm, MorayRef ref, MorayRef key)
{
    MR_API_ENTER(vm, MORAY_NULL);
    MrValue v, k;
    return get2(vm, ref, key, &v, &k) ? mr_api_put(vm, mr_getitem(t, v, k)) : MORAY_NULL;
}

MorayRef moray_item(MorayVM *vm, MorayRef ref, int64_t index)
{
    MR_API_ENTER(vm, MORAY_NULL);
    MrValue v = mr_api_get(vm, ref), i = v == MR_ERROR ? v : mr_int(t, index);
    return i == MR_ERROR ? MORAY_NULL : mr_api_put(vm, mr_getitem(t, v, i));
}

bool moray_setitem(MorayVM *vm, MorayRef ref, MorayRef key, MorayRef value)
{
    MR_API_ENTER(vm, false);
    MrValue v, k, x;
    return get2(vm, ref, key, &v, &k) && (x = mr_api_get(vm, value)) != MR_ERROR && mr_setitem(t, v, k, x);
}

bool moray_delitem(MorayVM *vm, MorayRef ref, MorayRef key)
{
    MR_API_ENTER(vm, false);
    MrValue v, k;
    return get2(vm, ref, key, &v, &k) && mr_delitem(t, v, k);
}

int moray_contains(MorayVM *vm, MorayRef ref, MorayRef value)
{
    MR_API_ENTER(vm, -1);
    MrValue v, x;
    return get2(vm, ref, value, &v, &x) ? mr_contains(t, v, x) : -1;
}

bool moray_list_append(MorayVM *vm, MorayRef list, MorayRef value)
{
    MR_API_ENTER(vm, false);
    MrValue v, x;
    return get2(vm, list, value, &v, &x) && want(t, mr_is_list(v), "list", v) && mr_list_append(t, v, x);
}

bool moray_dict_set(MorayVM *vm, MorayRef dict, const char *key, MorayRef value)
{
    MR_API_ENTER(vm, false);
    MR_API_NEEDS(key, false);
    MrValue v, x;
    return get2(vm, dict, value, &v, &x) && want(t, mr_is_dict(v), "dict", v) && mr_dict_set_c(t, MR_DICT(v), key, x);
}

MorayRef moray_dict_get(MorayVM *vm, MorayRef dict, const char *key)
{
    MR_API_ENTER(vm, MORAY_NULL);
    MR_API_NEEDS(key, MORAY_NULL);
    MrValue v = mr_api_get(vm, dict);
    if (v == MR_ERROR || !want(t, mr_is_dict(v), "dict", v))
        return MORAY_NULL;
    MrStr *name = mr_api_name(t, key);
    MrValue got = name ? mr_dict_get_str(t, MR_DICT(v), name) : MR_ERROR;
    return mr_api_put(vm, got == MR_UNBOUND ? mr_raise_type_value(t, MR_EXC_KeyError, mr_val(name)) : got);
}

bool moray_set_add(MorayVM *vm, MorayRef set, MorayRef value)
{
    MR_API_ENTER(vm, false);
    MrValue v, x;
    return get2(vm, set, value, &v, &x) && want(t, mr_is_exact(v, MR_TYPE_set), "set", v) && mr_set_add(t, v, x);
}

MorayRef moray_iter(MorayVM *vm, MorayRef ref)
{
    MR_API_ENTER(vm, MORAY_NULL);
    MrValue v = mr_api_get(vm, ref);
    return v == MR_ERROR ? MORAY_NULL : mr_api_put(vm, mr_iter(t, v));
}

bool moray_next(MorayVM *vm, MorayRef iterator, MorayRef *item)
{
    MR_API_ENTER(vm, false);
    MR_API_NEEDS(item, false);
    MrValue v = mr_api_get(vm, iterator), x = v == MR_ERROR ? v : mr_next(t, v);
    if (x == MR_ERROR || x == MR_UNBOUND)
        return false;
    *item = mr_api_put(vm, x);
    return !moray_is_null(*item);
}

/* ---- attributes ---- */

MorayRef moray_getattr(MorayVM *vm, MorayRef ref, const char *name)
{
    MR_API_ENTER(vm, MORAY_NULL);
    MR_API_NEEDS(name, MORAY_NULL);
    MrValue v = mr_api_get(vm, ref);
    return v == MR_ERROR ? MORAY_NULL : mr_api_put(vm, mr_getattr_c(t, v, name));
}

bool moray_setattr(MorayVM *vm, MorayRef ref, const char *name, MorayRef value)
{
    MR_API_ENTER(vm, false);
    MR_API_NEEDS(name, false);
    MrValue v, x;
    MrStr *s = get2(vm, ref, value, &v, &x) ? mr_api_name(t, name) : NULL;
    return s && mr_setattr(t, v, s, x);
}

bool moray_delattr(MorayVM *vm, MorayRef ref, const char *name)
{
    MR_API_ENTER(vm, false);
    MR_API_NEEDS(name, false);
    MrValue v = mr_api_get(vm, ref);
    MrStr *s = v == MR_ERROR ? NULL : mr_api_name(t, name);
    return s && mr_setattr(t, v, s, MR_UNBOUND);
}

int moray_hasattr(MorayVM *vm, MorayRef ref, const char *name)
{
    MR_API_ENTER(vm, -1);
    MR_API_NEEDS(name, -1);
    MrValue v = mr_api_get(vm, ref);
    MrStr *s = v == MR_ERROR ? NULL : mr_api_name(t, name);
    MrValue got = s ? mr_getattr_or(t, v, s) : MR_ERROR;
    return got == MR_ERROR ? -1 : got != MR_UNBOUND;
}

/* ---- operators ---- */

static int compare(MorayVM *vm, MrThread *t, MrCompare op, MorayRef a, MorayRef b)
{
    MrValue x, y;
    MrValue r = get2(vm, a, b, &x, &y) ? mr_compare(t, op, x, y) : MR_ERROR;
    return r == MR_ERROR ? -1 : mr_truth(t, r);
}

int moray_eq(MorayVM *vm, MorayRef a, MorayRef b)
{
    MR_API_ENTER(vm, -1);
    return compare(vm, t, MR_CMP_EQ, a, b);
}

int moray_lt(MorayVM *vm, MorayRef a, MorayRef b)
{
    MR_API_ENTER(vm, -1);
    return compare(vm, t, MR_CMP_LT, a, b);
}

static const MrBinop binops[] = {MR_BIN_ADD, MR_BIN_SUB, MR_BIN_MUL, MR_BIN_TRUEDIV, MR_BIN_FLOORDIV, MR_BIN_MOD, MR_BIN_POW, MR_BIN_LSHIFT, MR_BIN_RSHIFT, MR_BIN_AND,
                                 MR_BIN_OR, MR_BIN_XOR, MR_BIN_MATMUL};
static const MrCompare compares[] = {MR_CMP_LT, MR_CMP_LE, MR_CMP_EQ, MR_CMP_NE, MR_CMP_GT, MR_CMP_GE};
static const MrSlot unaries[] = {MR_SLOT_neg, MR_SLOT_pos, MR_SLOT_invert, MR_SLOT_abs};
#define IN_TABLE(t, table, i) ((size_t)(i) < sizeof table / sizeof *table || (mr_raise(t, MR_EXC_SystemError, "there is no operator %d", (int)(i)), false))

int moray_compare(MorayVM *vm, MorayCompare op, MorayRef a, MorayRef b)
{
    MR_API_ENTER(vm, -1);
    return IN_TABLE(t, compares, op) ? compare(vm, t, compares[op], a, b) : -1;
}

MorayRef moray_binary(MorayVM *vm, MorayOperator op, MorayRef a, MorayRef b)
{
    MR_API_ENTER(vm, MORAY_NULL);
    MrValue x, y;
    return IN_TABLE(t, binops, op) && get2(vm, a, b, &x, &y) ? mr_api_put(vm, mr_binary(t, binops[op], x, y)) : MORAY_NULL;
}

MorayRef moray_inplace(MorayVM *vm, MorayOperator op, MorayRef a, MorayRef b)
{
    MR_API_ENTER(vm, MORAY_NULL);
    MrValue x, y;
    return IN_TABLE(t, binops, op) && get2(vm, a, b, &x, &y) ? mr_api_put(vm, mr_inplace(t, binops[op], x, y)) : MORAY_NULL;
}

MorayRef moray_unary(MorayVM *vm, MorayUnary op, MorayRef a)
{
    MR_API_ENTER(vm, MORAY_NULL);
    MrValue v = IN_TABLE(t, unaries, op) ? mr_api_get(vm, a) : MR_ERROR;
    return v == MR_ERROR ? MORAY_NULL : mr_api_put(vm, mr_unary(t, unaries[op], v));
}

bool moray_hash(MorayVM *vm, MorayRef ref, int64_t *out)
{
    MR_API_ENTER(vm, false);
    MR_API_NEEDS(out, false);
    MrValue v = mr_api_get(vm, ref);
    uint64_t hash;
    if (v == MR_ERROR || !mr_hash(t, v, &hash))
        return false;
    *out = (int64_t)hash;
    return true;
}

MorayRef moray_format(MorayVM *vm, MorayRef ref, const char *spec)
{
    MR_API_ENTER(vm, MORAY_NULL);
    MR_API_NEEDS(spec, MORAY_NULL);
    MrValue v = mr_api_get(vm, ref), s = v == MR_ERROR ? v : mr_decode(t, spec, strlen(spec), "utf-8", "strict");
    return s == MR_ERROR ? MORAY_NULL : mr_api_put(vm, mr_format(t, v, s));
}

int moray_isinstance(MorayVM *vm, MorayRef ref, MorayRef cls)
{
    MR_API_ENTER(vm, -1);
    MrValue v, c;
    return get2(vm, ref, cls, &v, &c) ? mr_isinstance(t, v, c) : -1;
}

MorayRef moray_repr(MorayVM *vm, MorayRef ref)
{
    MR_API_ENTER(vm, MORAY_NULL);
    MrValue v = mr_api_get(vm, ref);
    return v == MR_ERROR ? MORAY_NULL : mr_api_put(vm, mr_repr(t, v));
}

MorayRef moray_str_of(MorayVM *vm, MorayRef ref)
{
    MR_API_ENTER(vm, MORAY_NULL);
    MrValue v = mr_api_get(vm, ref);
    return v == MR_ERROR ? MORAY_NULL : mr_api_put(vm, mr_str(t, v));
}

MorayRef moray_type(MorayVM *vm, MorayRef ref)
{
    MR_API_ENTER(vm, MORAY_NULL);
    MrValue v = mr_api_get(vm, ref);
    return v == MR_ERROR ? MORAY_NULL : mr_api_put(vm, mr_val(mr_typeof(t, v)));
}

/* ---- calls ---- */

MorayRef moray_call(MorayVM *vm, MorayRef callee, const MorayRef *args, size_t n)
{
    return moray_call_kw(vm, callee, args, n, MORAY_NULL);
}

/* A call's positional arguments as a tuple. */
static MrValue arguments(MorayVM *vm, MrThread *t, const MorayRef *args, size_t n)
{
    MrValue *values = mr_buffer_new(t, (n + 1) * sizeof *values);
    return values && mr_api_get_all(vm, args, n, values) ? mr_tuple_from(t, values, n) : MR_ERROR;
}

MorayRef moray_call_kw(MorayVM *vm, MorayRef callee, const MorayRef *args, size_t n, MorayRef kwargs)
{
    MR_API_ENTER(vm, MORAY_NULL);
    MR_API_NEEDS(args || !n, MORAY_NULL);
    MrValue f = mr_api_get(vm, callee), kw = MR_UNBOUND;
    if (f == MR_ERROR || (!moray_is_null(kwargs) && (kw = mr_api_get(vm, kwargs)) == MR_ERROR))
        return MORAY_NULL;
    if (kw != MR_UNBOUND && !want(t, mr_is_dict(kw), "dict", kw))
        return MORAY_NULL;
    MrValue tuple = arguments(vm, t, args, n);
    return tuple == MR_ERROR ? MORAY_NULL : mr_api_put(vm, mr_call_kw(t, f, tuple, kw));
}

MorayRef moray_call_method(MorayVM *vm, MorayRef ref, const char *name, const MorayRef *args, size_t n)
{
    MR_API_ENTER(vm, MORAY_NULL);
    MR_API_NEEDS(name && (args || !n), MORAY_NULL);
    MrValue v = mr_api_get(vm, ref);
    if (v == MR_ERROR)
        return MORAY_NULL;
    MrValue tuple = arguments(vm, t, args, n), f = tuple == MR_ERROR ? tuple : mr_getattr_c(t, v, name);
    return f == MR_ERROR ? MORAY_NULL : mr_api_put(vm, mr_call_kw(t, f, tuple, MR_UNBOUND));
}

/* ---- modules and globals ---- */

MorayRef moray_global(MorayVM *vm, const char *name)
{
    MR_API_ENTER(vm, MORAY_NULL);
    MR_API_NEEDS(name, MORAY_NULL);
    MrModule *m = mr_main_module(t);
    MrStr *s = m ? mr_api_name(t, name) : NULL;
    MrValue v = s ? mr_dict_get_str(t, m->dict, s) : MR_ERROR;
    return mr_api_put(vm, v == MR_UNBOUND ? mr_raise(t, MR_EXC_NameError, "name '%s' is not defined", name) : v);
}

bool moray_set_global(MorayVM *vm, const char *name, MorayRef value)
{
    MR_API_ENTER(vm, false);
    MR_API_NEEDS(name, false);
    MrValue v = mr_api_get(vm, value);
    MrModule *m = v == MR_ERROR ? NULL : mr_main_module(t);
    MrStr *s = m ? mr_api_name(t, name) : NULL;
    return s && mr_dict_set_str(t, m->dict, s, v);
}

MorayRef moray_import(MorayVM *vm, const char *name)
{
    MR_API_ENTER(vm, MORAY_NULL);
    MR_API_NEEDS(name, MORAY_NULL);
    return mr_api_put(vm, mr_import(t, name));
}
