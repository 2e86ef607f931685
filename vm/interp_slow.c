/* Handlers' rare halves: what an instruction does when it is not the common case, one function an opcode. Names and attributes are in
 * quicken.c, generators in generator.c. */
#include "vm/interp.h"

#include <time.h>

#include "vm/error.h"
#include "vm/function.h"
#include "vm/import.h"

/* ---- unbound variables ---- */

MrValue mr_op_unbound_local(MrThread *t, MrCode *code, uint32_t reg)
{
    MrStr *name = code->varnames[reg];
    MrValue msg = mr_strf(t, "cannot access local variable '%s' where it is not associated with a value", name->bytes);
    if (msg == MR_ERROR)
        return msg;
    return mr_raise_str(t, MR_EXC_UnboundLocalError, msg); /* its name stays None: nothing is suggested for it */
}

MrValue mr_op_unbound_free(MrThread *t, MrCode *code, uint32_t i)
{
    MrStr *name = code->freenames[i];
    MrValue msg = mr_strf(t, "cannot access free variable '%s' where it is not associated with a value in enclosing scope", name->bytes);
    if (msg == MR_ERROR)
        return msg;
    mr_raise_str(t, MR_EXC_NameError, msg);
    if (mr_is_exact(t->pending, MR_EXC_NameError))
        MR_EXCEPTION(t->pending)->a = mr_val(name);
    return MR_ERROR;
}

MrValue mr_op_load_class_free(MrThread *t, MrFrame *f, MrValue ns, uint16_t i)
{
    MrStr *name = f->code->freenames[i];
    MrValue v = MR_UNBOUND;
    if (mr_is_exact(ns, MR_TYPE_dict)) {
        v = mr_dict_get_str(t, MR_DICT(ns), name);
    } else if (ns != MR_UNBOUND) {
        v = mr_getitem(t, ns, mr_val(name));
        if (v == MR_ERROR) {
            if (!mr_clear_if(t, MR_EXC_KeyError))
                return v;
            v = MR_UNBOUND;
        }
    }
    if (v == MR_UNBOUND)
        v = ((MrCell *)mr_obj_of(f->function->closure->items[i]))->value;
    return v == MR_UNBOUND ? mr_op_unbound_free(t, f->code, i) : v;
}

/* ---- super() ---- */

bool mr_op_load_super(MrThread *t, MrFrame *f, MrInstr *pc, MrValue *out, bool method)
{
    MrValue callee = f->regs[pc->b], cls = f->regs[pc->b + 1], self = f->regs[pc->b + 2];
    MrStr *name = f->code->names[pc->c];
    if (callee == mr_type_val(t, MR_TYPE_super) && mr_is_type(cls) && self != MR_NONE) {
        if (!mr_super_lookup(t, MR_TYPE(cls), self, name, &out[0], &out[1]))
            return false;
        if (method || out[1] == MR_UNBOUND)
            return true;
        out[0] = mr_descr_get(t, out[0], out[1], mr_typeof(t, out[1]));
        return out[0] != MR_ERROR;
    }
    MrValue args[2] = {cls, self}, s = mr_call(t, callee, callee == mr_type_val(t, MR_TYPE_super) || pc->x ? 2 : 0, args);
    out[1] = MR_UNBOUND;
    out[0] = s == MR_ERROR ? s : mr_getattr(t, s, name);
    return out[0] != MR_ERROR;
}

MrValue mr_op_compare_slow(MrThread *t, MrCompare op, MrValue a, MrValue b)
{
    if ((op == MR_CMP_EQ || op == MR_CMP_NE) && mr_is_exact(a, MR_TYPE_str) && mr_is_exact(b, MR_TYPE_str))
        return mr_bool((a == b || mr_str_equal(t, MR_STR(a), MR_STR(b))) == (op == MR_CMP_EQ));
    return mr_compare(t, op, a, b);
}

/* ---- unpacking ---- */

static bool not_iterable(MrThread *t, MrValue v)
{
    if (mr_pending_is(t, MR_EXC_TypeError) && mr_slot(t, mr_typeof(t, v), MR_SLOT_iter) == MR_UNBOUND &&
        mr_slot(t, mr_typeof(t, v), MR_SLOT_getitem) == MR_UNBOUND) {
        mr_take_pending(t);
        mr_raise(t, MR_EXC_TypeError, "cannot unpack non-iterable %s object", mr_type_name(t, v));
    }
    return false;
}

bool mr_op_unpack(MrThread *t, MrValue v, MrValue *out, uint32_t n)
{
    MrValue *items;
    size_t have;
    if ((mr_is_exact(v, MR_TYPE_tuple) || mr_is_exact(v, MR_TYPE_list)) && mr_sequence_items(v, &items, &have)) {
        if (have < n)
            mr_raise(t, MR_EXC_ValueError, "not enough values to unpack (expected %u, got %zu)", n, have);
        else
            mr_raise(t, MR_EXC_ValueError, "too many values to unpack (expected %u)", n);
        return false;
    }
    MrValue it = mr_iter(t, v);
    if (it == MR_ERROR)
        return not_iterable(t, v);
    MrValue list = mr_list_new(t, n);
    if (list == MR_ERROR)
        return false;
    for (uint32_t i = 0; i < n; i++) {
        MrValue item = mr_next(t, it);
        if (item == MR_ERROR)
            return false;
        if (item == MR_UNBOUND) {
            mr_raise(t, MR_EXC_ValueError, "not enough values to unpack (expected %u, got %u)", n, i);
            return false;
        }
        if (!mr_list_append(t, list, item))
            return false;
    }
    MrValue more = mr_next(t, it);
    if (more == MR_ERROR)
        return false;
    if (more != MR_UNBOUND) {
        mr_raise(t, MR_EXC_ValueError, "too many values to unpack (expected %u)", n);
        return false;
    }
    if (n)
        memcpy(out, MR_LIST(list)->items, n * sizeof *out);
    return true;
}

bool mr_op_unpack_ex(MrThread *t, MrValue v, MrValue *out, uint32_t before, uint32_t after)
{
    MrValue it = mr_iter(t, v);
    if (it == MR_ERROR)
        return not_iterable(t, v);
    MrValue list = mr_list_of(t, it);
    if (list == MR_ERROR)
        return false;
    MrList *l = MR_LIST(list);
    if (l->length < before + after) {
        mr_raise(t, MR_EXC_ValueError, "not enough values to unpack (expected at least %u, got %zu)", before + after, l->length);
        return false;
    }
    size_t middle = l->length - before - after;
    MrValue rest = mr_list_from(t, middle ? l->items + before : NULL, middle);
    if (rest == MR_ERROR)
        return false;
    out[before] = rest;
    if (before)
        memcpy(out, l->items, before * sizeof *out);
    if (after)
        memcpy(out + before + 1, l->items + before + middle, after * sizeof *out);
    return true;
}

/* ---- functions ---- */

MrValue mr_op_make_function(MrThread *t, MrFrame *f, MrInstr *pc)
{
    MrCode *code = (MrCode *)mr_obj_of(f->code->consts[pc->b | (uint32_t)(pc->x >> 5) << 16]);
    MrFunction *fn = mr_function_new(t, code, f->function->globals);
    if (!fn)
        return MR_ERROR;
    fn->builtins = f->function->builtins;
    MrValue *extra = &f->regs[pc->c];
    if (pc->x & 1 && !mr_is_tuple(fn->defaults = *extra++))
        return mr_raise(t, MR_EXC_TypeError, "defaults must be a tuple");
    if (pc->x & 2 && !mr_is_dict(fn->kwdefaults = *extra++))
        return mr_raise(t, MR_EXC_TypeError, "keyword defaults must be a dict");
    if (pc->x & 4)
        fn->annotations = *extra++;
    if (pc->x & 8)
        fn->closure = MR_TUPLE(*extra++);
    if (pc->x & 16)
        fn->type_params = *extra++;
    return mr_val(fn);
}

/* ---- strings and containers ---- */

/* A bound of a slice of `length` items as a place in it; `otherwise` for None. False: something else than a small int. */
static bool read_bound(MrValue v, size_t length, size_t otherwise, size_t *place)
{
    if (v == MR_NONE) {
        *place = otherwise;
        return true;
    }
    if (!mr_is_int(v))
        return false;
    int64_t i = mr_int_of(v), n = (int64_t)length;
    if (i < 0)
        i = i + n > 0 ? i + n : 0;
    *place = i < n ? (size_t)i : length;
    return true;
}

/* Slices of the builtin sequences are cut without making a slice object. */
MrValue mr_op_get_slice(MrThread *t, MrValue v, MrValue *bounds)
{
    if (mr_is_obj(v)) {
        MrTypeId shape = mr_obj_of(v)->shape;
        size_t length = 0, from, to;
        bool known = true;
        switch ((int)shape) {
        case MR_TYPE_str: length = MR_STR(v)->length; break;
        case MR_TYPE_list: length = MR_LIST(v)->length; break;
        case MR_TYPE_tuple: length = MR_TUPLE(v)->length; break;
        case MR_TYPE_bytes: length = MR_BYTES(v)->length; break;
        default: known = false;
        }
        if (known && read_bound(bounds[0], length, 0, &from) && read_bound(bounds[1], length, length, &to)) {
            size_t n = to > from ? to - from : 0;
            if (n == length && shape != MR_TYPE_list)
                return v;
            if (shape == MR_TYPE_str)
                return n ? mr_str_slice(t, v, from, to) : mr_str_new(t, "", 0);
            if (shape == MR_TYPE_list)
                return mr_list_from(t, n ? MR_LIST(v)->items + from : NULL, n);
            if (shape == MR_TYPE_tuple)
                return mr_tuple_from(t, MR_TUPLE(v)->items + from, n);
            return mr_bytes_new(t, MR_BYTES(v)->bytes + from, n);
        }
    }
    MrValue slice = mr_slice_new(t, bounds[0], bounds[1], MR_NONE);
    return slice == MR_ERROR ? slice : mr_getitem(t, v, slice);
}

MrValue mr_op_build_string(MrThread *t, MrValue *parts, uint32_t n)
{
    size_t bytes = 0, length = 0;
    for (uint32_t i = 0; i < n; i++) {
        bytes += MR_STR(parts[i])->nbytes;
        length += MR_STR(parts[i])->length;
    }
    MrStr *s = mr_alloc(t, sizeof *s + bytes + 1, MR_KIND_STR, MR_TYPE_str);
    if (!s)
        return MR_ERROR;
    s->nbytes = bytes;
    s->length = length;
    char *p = s->bytes;
    for (uint32_t i = 0; i < n; i++) {
        mr_copy_short(p, MR_STR(parts[i])->bytes, MR_STR(parts[i])->nbytes);
        p += MR_STR(parts[i])->nbytes;
    }
    return mr_val(s);
}

MrValue mr_op_format(MrThread *t, MrValue v, unsigned how, MrValue spec)
{
    switch (how & 3) {
    case 1: v = mr_str(t, v); break;
    case 2: v = mr_repr(t, v); break;
    case 3: v = mr_ascii(t, v); break;
    default: break;
    }
    if (v == MR_ERROR)
        return v;
    if (spec == MR_UNBOUND) {
        if (mr_is_exact(v, MR_TYPE_str))
            return v;
        if (mr_is_int(v) || mr_is_float(v))
            return mr_str(t, v);
        spec = t->iso->empty_str;
    }
    return mr_format(t, v, spec);
}

bool mr_op_list_extend(MrThread *t, MrValue list, MrValue v, MrValue callee)
{
    if (mr_list_extend(t, list, v))
        return true;
    if (mr_pending_is(t, MR_EXC_TypeError) && mr_slot(t, mr_typeof(t, v), MR_SLOT_iter) == MR_UNBOUND &&
        mr_slot(t, mr_typeof(t, v), MR_SLOT_getitem) == MR_UNBOUND) {
        mr_take_pending(t);
        MrValue name = callee == MR_UNBOUND ? callee : mr_callee_name(t, callee);
        if (name == MR_ERROR)
            return false;
        if (name != MR_UNBOUND)
            mr_raise(t, MR_EXC_TypeError, "%s argument after * must be an iterable, not %s", mr_cstr(name), mr_type_name(t, v));
        else
            mr_raise(t, MR_EXC_TypeError, "Value after * must be an iterable, not %s", mr_type_name(t, v));
    }
    return false;
}

MrValue mr_op_star_args(MrThread *t, MrValue v, MrValue callee)
{
    MrValue list = mr_list_new(t, 0);
    return list == MR_ERROR || !mr_op_list_extend(t, list, v, callee) ? MR_ERROR : list;
}

bool mr_op_dict_update(MrThread *t, MrValue d, MrValue v)
{
    if (!mr_is_dict(v)) {
        MrValue keys = mr_getattr_or(t, v, mr_n(t, keys));
        if (keys == MR_ERROR)
            return false;
        if (keys == MR_UNBOUND) {
            mr_raise(t, MR_EXC_TypeError, "'%s' object is not a mapping", mr_type_name(t, v));
            return false;
        }
    }
    return mr_dict_update(t, MR_DICT(d), v);
}

/* A keyword that was given before is an error, and so is a key that is no str where it was. */
static bool is_new_keyword(MrThread *t, MrDict *d, MrValue key, MrValue callee)
{
    MrValue old = mr_dict_get(t, d, key);
    if (old == MR_ERROR)
        return false;
    if (old != MR_UNBOUND) {
        MrValue name = mr_callee_name(t, callee);
        if (name != MR_ERROR && !mr_is_str(key))
            mr_raise(t, MR_EXC_TypeError, "%s keywords must be strings", mr_cstr(name));
        else if (name != MR_ERROR)
            mr_raise(t, MR_EXC_TypeError, "%s got multiple values for keyword argument '%s'", mr_cstr(name), mr_cstr(key));
        return false;
    }
    return true;
}

static bool merge_one(MrThread *t, MrDict *d, MrValue key, MrValue value, MrValue callee)
{
    return is_new_keyword(t, d, key, callee) && mr_dict_set(t, d, key, value);
}

bool mr_op_dict_merge(MrThread *t, MrValue dict, MrValue v, MrValue callee)
{
    MrDict *d = MR_DICT(dict);
    if (mr_is_exact(v, MR_TYPE_dict) && !d->length)
        return mr_dict_update(t, d, v);
    if (mr_is_exact(v, MR_TYPE_dict)) {
        size_t pos = 0;
        MrValue key, value;
        while (mr_dict_next(MR_DICT(v), &pos, &key, &value))
            if (!merge_one(t, d, key, value, callee))
                return false;
        return true;
    }
    MrValue keys = mr_getattr_or(t, v, mr_n(t, keys));
    if (keys == MR_ERROR)
        return false;
    if (keys == MR_UNBOUND) {
        MrValue name = mr_callee_name(t, callee);
        if (name != MR_ERROR)
            mr_raise(t, MR_EXC_TypeError, "%s argument after ** must be a mapping, not %s", mr_cstr(name), mr_type_name(t, v));
        return false;
    }
    MrValue list = mr_call0(t, keys);
    MrValue it = list == MR_ERROR ? list : mr_iter_keys(t, v, list);
    if (it == MR_ERROR)
        return false;
    for (;;) {
        MrValue key = mr_next(t, it);
        if (key == MR_UNBOUND)
            return true;
        if (key == MR_ERROR || !is_new_keyword(t, d, key, callee))
            return false;
        MrValue value = mr_getitem(t, v, key);
        if (value == MR_ERROR || !merge_one(t, d, key, value, callee))
            return false;
    }
}

/* ---- exceptions ---- */

bool mr_op_raise(MrThread *t, unsigned how, MrValue exc, MrValue cause)
{
    if (how == 2) {
        MrExcState *s = t->exc;
        while (s && s->handled == MR_NONE)
            s = s->outer;
        if (!s) {
            mr_raise(t, MR_EXC_RuntimeError, "No active exception to reraise");
            return false;
        }
        t->pending = s->handled; /* as it is: no context */
        return true;
    }
    MrValue instance = mr_exception_instance(t, exc);
    if (instance == MR_ERROR)
        return false;
    if (how == 1) {
        MrException *e = MR_EXCEPTION(instance);
        if (cause != MR_NONE) {
            if (mr_is_exception_class(t, cause)) {
                cause = mr_call0(t, cause);
                if (cause == MR_ERROR)
                    return false;
            }
            if (!mr_is_exception(cause)) {
                mr_raise(t, MR_EXC_TypeError, "exception causes must derive from BaseException");
                return false;
            }
        }
        e->cause = cause;
        e->suppress_context = true;
    }
    mr_raise_value(t, instance);
    return false;
}

int mr_op_match_exc(MrThread *t, MrValue exc, MrValue cls)
{
    MrValue *items = &cls;
    size_t n = 1;
    if (mr_is_tuple(cls))
        mr_sequence_items(cls, &items, &n);
    for (size_t i = 0; i < n; i++) {
        if (!mr_is_exception_class(t, items[i])) {
            mr_raise(t, MR_EXC_TypeError, "catching classes that do not inherit from BaseException is not allowed");
            return -1;
        }
    }
    for (size_t i = 0; i < n; i++)
        if (mr_type_is_subtype(mr_typeof(t, exc), MR_TYPE(items[i])))
            return 1;
    return 0;
}

bool mr_op_match_group(MrThread *t, MrValue exc, MrValue cls, MrValue *out)
{
    MrValue *items = &cls;
    size_t n = 1;
    if (mr_is_tuple(cls))
        mr_sequence_items(cls, &items, &n);
    for (size_t i = 0; i < n; i++) {
        if (!mr_is_exception_class(t, items[i])) {
            mr_raise(t, MR_EXC_TypeError, "catching classes that do not inherit from BaseException is not allowed");
            return false;
        }
        if (mr_type_is_subtype(MR_TYPE(items[i]), mr_builtin_type(t, MR_EXC_BaseExceptionGroup))) {
            mr_raise(t, MR_EXC_TypeError, "catching ExceptionGroup with except* is not allowed. Use except instead.");
            return false;
        }
    }
    if (exc == MR_NONE) {
        out[0] = out[1] = MR_NONE;
        return true;
    }
    if (mr_isinstance_of(t, exc, MR_EXC_BaseExceptionGroup))
        return mr_group_split(t, exc, cls, out);
    int m = mr_op_match_exc(t, exc, cls);
    if (m < 0)
        return false;
    out[0] = out[1] = MR_NONE;
    if (!m) {
        out[1] = exc;
        return true;
    }
    MrValue alone = mr_tuple_from(t, &exc, 1);
    if (alone == MR_ERROR)
        return false;
    MrValue args[2] = {t->iso->empty_str, alone};
    MrValue group = mr_call(t, mr_type_val(t, mr_isinstance_of(t, exc, MR_EXC_Exception) ? MR_EXC_ExceptionGroup : MR_EXC_BaseExceptionGroup), 2, args);
    if (group == MR_ERROR)
        return false;
    out[0] = group;
    return true;
}

MrValue mr_op_merge_star(MrThread *t, MrValue orig, MrValue list)
{
    return mr_group_merge(t, orig, list);
}

bool mr_op_setup_with(MrThread *t, MrValue mgr, bool is_async, MrValue *out)
{
    MrType *type = mr_typeof(t, mgr);
    MrSlot enter = is_async ? MR_SLOT_aenter : MR_SLOT_enter, exit = is_async ? MR_SLOT_aexit : MR_SLOT_exit;
    if (MR_LIKELY(type->flags & MR_TYPE_READY && mr_is_kind(type->slots[enter], MR_KIND_FUNCTION) && mr_is_kind(type->slots[exit], MR_KIND_FUNCTION))) {
        out[0] = type->slots[exit]; /* methods written in Python */
        out[2] = type->slots[enter];
        out[1] = out[3] = mgr;
        return true;
    }
    MrValue en = mr_slot(t, type, enter), ex = mr_slot(t, type, exit);
    if (en == MR_UNBOUND) {
        const char *name = mr_type_name(t, mgr);
        if (is_async)
            mr_raise(t, MR_EXC_TypeError, "'%s' object does not support the asynchronous context manager protocol", name);
        else
            mr_raise(t, MR_EXC_TypeError, "'%s' object does not support the context manager protocol", name);
        return false;
    }
    if (ex == MR_UNBOUND) {
        const char *name = mr_type_name(t, mgr);
        if (is_async)
            mr_raise(t, MR_EXC_TypeError, "'%s' object does not support the asynchronous context manager protocol (missed __aexit__ method)", name);
        else
            mr_raise(t, MR_EXC_TypeError, "'%s' object does not support the context manager protocol (missed __exit__ method)", name);
        return false;
    }
    MrValue raw[2] = {ex, en};
    for (int i = 0; i < 2; i++) {
        out[2 * i] = raw[i];
        out[2 * i + 1] = mgr;
        bool direct = mr_is_kind(raw[i], MR_KIND_FUNCTION) ||
                      (mr_is_method_descriptor(raw[i]) && mr_native_applies((MrNativeFn *)mr_obj_of(raw[i]), type));
        if (!direct) {
            out[2 * i] = mr_descr_get(t, raw[i], mgr, type);
            out[2 * i + 1] = MR_UNBOUND;
            if (out[2 * i] == MR_ERROR)
                return false;
        }
    }
    return true;
}

/* ---- match ---- */

MrValue mr_op_match_keys(MrThread *t, MrValue subject, MrValue keys)
{
    MrTuple *k = MR_TUPLE(keys);
    MrValue values = mr_tuple_new(t, k->length);
    MrValue seen = mr_set_new(t, false);
    if (values == MR_ERROR || seen == MR_ERROR)
        return MR_ERROR;
    MrValue get = MR_UNBOUND, marker = MR_UNBOUND;
    for (size_t i = 0; i < k->length; i++) {
        MrValue key = k->items[i];
        int dup = mr_set_contains(t, seen, key);
        if (dup < 0 || !mr_set_add(t, seen, key))
            return MR_ERROR;
        if (dup) {
            MrValue r = mr_repr(t, key);
            return r == MR_ERROR ? r : mr_raise(t, MR_EXC_ValueError, "mapping pattern checks duplicate key (%s)", mr_cstr(r));
        }
        MrValue v;
        if (mr_is_exact(subject, MR_TYPE_dict)) {
            v = mr_dict_get(t, MR_DICT(subject), key);
        } else { /* .get with a marker, so that a default factory does not act */
            if (get == MR_UNBOUND) {
                get = mr_getattr(t, subject, mr_n(t, get));
                marker = get == MR_ERROR ? get : mr_call0(t, mr_type_val(t, MR_TYPE_object));
                if (marker == MR_ERROR)
                    return marker;
            }
            v = mr_call2(t, get, key, marker);
            if (v == marker)
                v = MR_UNBOUND;
        }
        if (v == MR_ERROR)
            return v;
        if (v == MR_UNBOUND)
            return MR_NONE;
        MR_TUPLE(values)->items[i] = v;
    }
    return values;
}

static bool matches_itself(MrType *type, MrIsolate *iso)
{
    static const MrTypeId ids[] = {MR_TYPE_bool, MR_TYPE_bytearray, MR_TYPE_bytes, MR_TYPE_dict, MR_TYPE_float, MR_TYPE_frozenset,
                                   MR_TYPE_int,  MR_TYPE_list,      MR_TYPE_set,   MR_TYPE_str,  MR_TYPE_tuple};
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++)
        if (mr_type_is_subtype(type, iso->types[ids[i]]))
            return true;
    return false;
}

static bool seen_name(MrThread *t, MrTuple *names, size_t n, MrStr *name, MrType *type)
{
    for (size_t i = 0; i < n; i++) {
        if (mr_str_equal(t, MR_STR(names->items[i]), name)) {
            mr_raise(t, MR_EXC_TypeError, "%s() got multiple sub-patterns for attribute '%s'", mr_class_name(type), name->bytes);
            return true;
        }
    }
    return false;
}

MrValue mr_op_match_class(MrThread *t, MrValue subject, MrValue cls, uint32_t npos, MrValue kwnames)
{
    if (!mr_is_type(cls))
        return mr_raise(t, MR_EXC_TypeError, "called match pattern must be a class");
    MrType *type = MR_TYPE(cls);
    int is = mr_isinstance(t, subject, cls);
    if (is <= 0)
        return is < 0 ? MR_ERROR : MR_NONE;
    MrTuple *kw = MR_TUPLE(kwnames);
    MrValue out = mr_tuple_new(t, npos + kw->length);
    if (out == MR_ERROR)
        return out;
    MrTuple *values = MR_TUPLE(out);
    MrTuple *pos_names = NULL;
    if (npos) {
        bool self_match = false;
        MrValue ma = mr_getattr_or(t, cls, mr_n(t, __match_args__));
        if (ma == MR_ERROR)
            return ma;
        if (ma == MR_UNBOUND) {
            self_match = matches_itself(type, t->iso);
            ma = t->iso->empty_tuple;
        }
        if (!mr_is_exact(ma, MR_TYPE_tuple))
            return mr_raise(t, MR_EXC_TypeError, "%s.__match_args__ must be a tuple (got %s)", mr_class_name(type), mr_type_name(t, ma));
        pos_names = MR_TUPLE(ma);
        size_t allowed = self_match ? 1 : pos_names->length;
        if (npos > allowed)
            return mr_raise(t, MR_EXC_TypeError, "%s() accepts %zu positional sub-pattern%s (%u given)", mr_class_name(type), allowed, allowed == 1 ? "" : "s", npos);
        if (self_match) {
            values->items[0] = subject;
            pos_names = NULL;
        }
        for (uint32_t i = 0; pos_names && i < npos; i++) {
            MrValue name = pos_names->items[i];
            if (!mr_is_str(name))
                return mr_raise(t, MR_EXC_TypeError, "__match_args__ elements must be strings (got %s)", mr_type_name(t, name));
            if (seen_name(t, pos_names, i, MR_STR(name), type))
                return MR_ERROR;
            MrValue v = mr_getattr_or(t, subject, MR_STR(name));
            if (v == MR_ERROR || v == MR_UNBOUND)
                return v == MR_ERROR ? v : MR_NONE;
            values->items[i] = v;
        }
    }
    for (size_t i = 0; i < kw->length; i++) {
        MrStr *name = MR_STR(kw->items[i]);
        if ((pos_names && seen_name(t, pos_names, npos, name, type)) || seen_name(t, kw, i, name, type))
            return MR_ERROR;
        MrValue v = mr_getattr_or(t, subject, name);
        if (v == MR_ERROR || v == MR_UNBOUND)
            return v == MR_ERROR ? v : MR_NONE;
        values->items[npos + i] = v;
    }
    return out;
}

/* ---- the rest ---- */

MrValue mr_op_yield_from_iter(MrThread *t, MrFrame *f, MrValue v)
{
    if (mr_is_kind(v, MR_KIND_GENERATOR)) {
        MrGenerator *g = (MrGenerator *)mr_obj_of(v);
        if (v == mr_val(g) && mr_is_coroutine(v) && !(f->code->flags & (MR_CODE_COROUTINE | MR_CODE_ITERABLE_COROUTINE)))
            return mr_raise(t, MR_EXC_TypeError, "cannot 'yield from' a coroutine object in a non-coroutine generator");
        if (mr_is_coroutine(v) || mr_is_exact(v, MR_TYPE_generator))
            return v;
    }
    return mr_iter(t, v);
}

bool mr_op_setup_annotations(MrThread *t, MrFrame *f)
{
    MrStr *name = mr_n(t, __annotations__);
    MrValue ns = f->ns == MR_UNBOUND ? mr_val(f->function->globals) : f->ns;
    MrValue have = mr_is_exact(ns, MR_TYPE_dict) ? mr_dict_get_str(t, MR_DICT(ns), name) : mr_getitem(t, ns, mr_val(name));
    if (have == MR_ERROR && !mr_clear_if(t, MR_EXC_KeyError))
        return false;
    if (have != MR_UNBOUND && have != MR_ERROR)
        return true;
    MrDict *d = mr_dict_new(t);
    return d && mr_setitem(t, ns, mr_val(name), mr_val(d));
}

bool mr_op_print_expr(MrThread *t, MrValue v)
{
    MrStr *name = mr_intern(t, "displayhook", 11);
    MrValue hook = name ? mr_sys_get(t, name) : MR_ERROR;
    if (hook == MR_ERROR)
        return false;
    if (hook == MR_UNBOUND) {
        mr_raise(t, MR_EXC_RuntimeError, "lost sys.displayhook");
        return false;
    }
    return mr_call1(t, hook, v) != MR_ERROR;
}

/* A coroutine was dropped unstarted, or a loop left a generator behind that has a finally block to run. If nothing else holds it, its
 * end is due now, as reference counts would have it, so look. Collections are cheap while the heap is small; beyond the first ones they
 * may take a twentieth of the running time at most, and what is missed then waits for the next ordinary collection. */
bool mr_op_discard_generator(MrThread *t)
{
    MrIsolate *iso = t->iso;
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    int64_t begin = (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
    if (!iso->first_discard)
        iso->first_discard = begin;
    if (iso->n_discards >= 64 && iso->discard_time * 20 > begin - iso->first_discard)
        return true;
    iso->n_discards++;
    mr_heap_collect_for_instruction(t);
    mr_gc_run_finalizers(t);
    clock_gettime(CLOCK_MONOTONIC, &now);
    iso->discard_time += (int64_t)now.tv_sec * 1000000000 + now.tv_nsec - begin;
    return t->pending == MR_UNBOUND;
}
