/* The exception types: one struct and one def for all of them, with per-type fields in MrException's a..g. See object.h for who uses which.
 * Raising and reporting are in vm/error.c. */
#include <errno.h>
#include <string.h>

#include "vm/attr.h"
#include "vm/call.h"
#include "vm/error.h"
#include "vm/signature.h"
#include "vm/types/text.h"

#define E(v) MR_EXCEPTION(v)

static bool is(MrThread *t, MrType *type, MrTypeId id)
{
    return mr_type_is_subtype(type, t->iso->types[id]);
}

static MrValue arg(MrException *e, size_t i)
{
    MrTuple *args = MR_TUPLE(e->args);
    return i < args->length ? args->items[i] : MR_UNBOUND;
}

/* ---- making ---- */

static const struct { int err; MrTypeId id; } errno_types[] = {
    {EAGAIN, MR_EXC_BlockingIOError}, {EALREADY, MR_EXC_BlockingIOError}, {EINPROGRESS, MR_EXC_BlockingIOError}, {EWOULDBLOCK, MR_EXC_BlockingIOError},
    {EPIPE, MR_EXC_BrokenPipeError}, {ESHUTDOWN, MR_EXC_BrokenPipeError}, {ECHILD, MR_EXC_ChildProcessError}, {ECONNABORTED, MR_EXC_ConnectionAbortedError},
    {ECONNREFUSED, MR_EXC_ConnectionRefusedError}, {ECONNRESET, MR_EXC_ConnectionResetError}, {EEXIST, MR_EXC_FileExistsError}, {ENOENT, MR_EXC_FileNotFoundError},
    {EISDIR, MR_EXC_IsADirectoryError}, {ENOTDIR, MR_EXC_NotADirectoryError}, {EINTR, MR_EXC_InterruptedError}, {EACCES, MR_EXC_PermissionError},
    {EPERM, MR_EXC_PermissionError}, {ESRCH, MR_EXC_ProcessLookupError}, {ETIMEDOUT, MR_EXC_TimeoutError}};

static void split_oserror(MrThread *t, MrException *e)
{
    MrTuple *args = MR_TUPLE(e->args);
    if (args->length < 2 || args->length > 5)
        return;
    e->a = args->items[0];
    e->b = args->items[1];
    if (args->length >= 3 && mr_is_integer(args->items[2]) && mr_type_is_subtype(mr_typeof(t, mr_val(e)), t->iso->types[MR_EXC_BlockingIOError])) {
        e->e = args->items[2]; /* how much was written, not a name; the arguments stay */
        return;
    }
    if (args->length >= 3 && args->items[2] != MR_NONE)
        e->c = args->items[2];
    if (args->length == 5 && args->items[4] != MR_NONE)
        e->d = args->items[4];
    if (args->length > 2) {
        MrValue two = mr_tuple_from(t, args->items, 2);
        if (two != MR_ERROR)
            e->args = two;
    }
}

void mr_exception_init_fields(MrThread *t, MrException *e, MrType *type)
{
    if (is(t, type, MR_EXC_StopIteration) || is(t, type, MR_EXC_SystemExit)) {
        size_t n = MR_TUPLE(e->args)->length;
        e->a = n == 0 ? MR_NONE : n == 1 || is(t, type, MR_EXC_StopIteration) ? arg(e, 0) : e->args;
    } else if (is(t, type, MR_EXC_OSError)) {
        split_oserror(t, e);
    } else if (is(t, type, MR_EXC_ImportError)) {
        if (MR_TUPLE(e->args)->length == 1)
            e->d = arg(e, 0);
    }
}

static bool check_group(MrThread *t, MrType *type, MrValue args, MrValue *tuple)
{
    MrTuple *a = MR_TUPLE(args);
    if (a->length != 2) {
        mr_raise(t, MR_EXC_TypeError, "BaseExceptionGroup.__new__() takes exactly 2 arguments (%zu given)", a->length);
        return false;
    }
    if (!mr_is_str(a->items[0])) {
        mr_raise(t, MR_EXC_TypeError, "BaseExceptionGroup.__new__() argument 1 must be str, not %s", mr_type_name(t, a->items[0]));
        return false;
    }
    if (!mr_is_list(a->items[1]) && !mr_is_tuple(a->items[1])) {
        MrType *k = mr_typeof(t, a->items[1]);
        if (mr_slot(t, k, MR_SLOT_getitem) == MR_UNBOUND || mr_is_dict(a->items[1])) {
            mr_raise(t, MR_EXC_TypeError, "second argument (exceptions) must be a sequence");
            return false;
        }
    }
    *tuple = mr_tuple_of(t, a->items[1]);
    if (*tuple == MR_ERROR)
        return false;
    MrTuple *list = MR_TUPLE(*tuple);
    if (list->length == 0) {
        mr_raise(t, MR_EXC_ValueError, "second argument (exceptions) must be a non-empty sequence");
        return false;
    }
    for (size_t i = 0; i < list->length; i++) {
        if (!mr_is_exception(list->items[i])) {
            mr_raise(t, MR_EXC_ValueError, "Item %zu of second argument (exceptions) is not an exception", i);
            return false;
        }
        if (!mr_isinstance_of(t, list->items[i], MR_EXC_Exception) && is(t, type, MR_EXC_Exception)) {
            if (type == t->iso->types[MR_EXC_ExceptionGroup])
                mr_raise(t, MR_EXC_TypeError, "Cannot nest BaseExceptions in an ExceptionGroup");
            else
                mr_raise(t, MR_EXC_TypeError, "Cannot nest BaseExceptions in '%s'", type->name->bytes);
            return false;
        }
    }
    return true;
}

static MrValue exception_new(MrThread *t, MrValue *a);
static MrValue exception_init(MrThread *t, MrValue *a);

static bool is_native(MrValue f, MrNative fn) { return mr_is_kind(f, MR_KIND_NATIVE) && ((MrNativeFn *)mr_obj_of(f))->fn == fn; }

/* The arguments of a subclass of OSError that has an `__init__` and no `__new__` of its own are its own as well: what it hands on to
 * OSError.__init__ counts. Otherwise `__new__` has them all, and `__init__` does nothing. */
static bool splits_in_init(MrThread *t, MrType *type)
{
    return type->flags & MR_TYPE_HEAP && !is_native(mr_slot(t, type, MR_SLOT_init), exception_init) && is_native(mr_slot(t, type, MR_SLOT_new), exception_new);
}

static MrValue exception_new(MrThread *t, MrValue *a)
{
    MrType *type = MR_TYPE(a[0]);
    MrValue args = a[1], tuple = MR_UNBOUND;
    if (is(t, type, MR_EXC_OSError) && splits_in_init(t, type) && (args = mr_tuple_new(t, 0)) == MR_ERROR)
        return MR_ERROR;
    if (is(t, type, MR_EXC_BaseExceptionGroup)) {
        if (!check_group(t, type, args, &tuple))
            return MR_ERROR;
        if (type == t->iso->types[MR_EXC_BaseExceptionGroup]) { /* of Exceptions only: an ExceptionGroup */
            bool all = true;
            for (size_t i = 0; i < MR_TUPLE(tuple)->length; i++)
                all &= mr_isinstance_of(t, MR_TUPLE(tuple)->items[i], MR_EXC_Exception);
            if (all)
                type = t->iso->types[MR_EXC_ExceptionGroup];
        }
    }
    if (type == t->iso->types[MR_EXC_OSError] && MR_TUPLE(args)->length >= 2 && MR_TUPLE(args)->length <= 5 && mr_is_int(MR_TUPLE(args)->items[0])) {
        int64_t err = mr_int_of(MR_TUPLE(args)->items[0]);
        for (size_t i = 0; i < sizeof errno_types / sizeof *errno_types; i++)
            if (errno_types[i].err == err)
                type = t->iso->types[errno_types[i].id];
    }
    MrValue e = mr_exception_new(t, type, args);
    if (e != MR_ERROR && tuple != MR_UNBOUND) {
        E(e)->a = MR_TUPLE(args)->items[0];
        E(e)->b = tuple;
    }
    return e;
}

static bool take_keyword(MrThread *t, MrValue kwargs, const char *name, MrValue *out)
{
    MrValue key = mr_str_c(t, name);
    if (key == MR_ERROR)
        return false;
    MrValue v = mr_dict_get(t, MR_DICT(kwargs), key);
    if (v != MR_UNBOUND)
        *out = v;
    return v != MR_ERROR;
}

static bool only_keywords(MrThread *t, MrType *type, MrValue kwargs, const char *const *names)
{
    size_t pos = 0, most = 0;
    MrValue key, value;
    const char *shown = is(t, type, MR_EXC_ImportError) ? "ImportError" : is(t, type, MR_EXC_NameError) ? "NameError" : "AttributeError";
    while (names[most])
        most++;
    if (MR_DICT(kwargs)->length > most) {
        mr_raise(t, MR_EXC_TypeError, "%s() takes at most %zu keyword argument%s (%u given)", shown, most, most == 1 ? "" : "s", MR_DICT(kwargs)->length);
        return false;
    }
    while (mr_dict_next(MR_DICT(kwargs), &pos, &key, &value)) {
        bool known = false;
        for (const char *const *n = names; *n; n++)
            known |= mr_str_equal_c(key, *n);
        if (!known) {
            mr_raise(t, MR_EXC_TypeError, "'%s' is an invalid keyword argument for %s()", mr_cstr(key), shown);
            return false;
        }
    }
    return true;
}

static MrValue init_syntax_error(MrThread *t, MrException *e)
{
    MrTuple *args = MR_TUPLE(e->args);
    e->g = args->length ? args->items[0] : MR_NONE;
    if (args->length != 2)
        return MR_NONE;
    MrValue info = mr_tuple_of(t, args->items[1]);
    if (info == MR_ERROR)
        return info;
    MrTuple *d = MR_TUPLE(info);
    if (d->length < 4)
        return mr_raise(t, MR_EXC_TypeError, "function takes at least 4 arguments (%zu given)", d->length);
    if (d->length > 6)
        return mr_raise(t, MR_EXC_TypeError, "function takes at most 6 arguments (%zu given)", d->length);
    if (d->length == 5)
        return mr_raise(t, MR_EXC_TypeError, "end_offset must be provided when end_lineno is provided");
    MrValue *fields[] = {&e->a, &e->b, &e->c, &e->d, &e->e, &e->f};
    for (size_t i = 0; i < d->length; i++)
        *fields[i] = d->items[i];
    return MR_NONE;
}

/* The last three arguments of a UnicodeError: two ints and the reason, which is argument number `last`. */
static bool check_place(MrThread *t, const MrException *e, int last)
{
    if (!mr_is_integer(e->c) || !mr_is_integer(e->d))
        mr_raise(t, MR_EXC_TypeError, "'%s' object cannot be interpreted as an integer", mr_type_name(t, mr_is_integer(e->c) ? e->d : e->c));
    else if (!mr_is_str(e->e))
        mr_raise(t, MR_EXC_TypeError, "argument %d must be str, not %s", last, mr_arg_type_name(t, e->e));
    else
        return true;
    return false;
}

static MrValue init_unicode_error(MrThread *t, MrException *e, MrType *type)
{
    MrTuple *args = MR_TUPLE(e->args);
    bool translate = is(t, type, MR_EXC_UnicodeTranslateError);
    size_t want = translate ? 4 : 5;
    if (args->length != want)
        return mr_raise(t, MR_EXC_TypeError, "function takes exactly %zu arguments (%zu given)", want, args->length);
    MrValue *v = args->items;
    if (!translate) {
        if (!mr_is_str(v[0]))
            return mr_raise(t, MR_EXC_TypeError, "argument 1 must be str, not %s", mr_arg_type_name(t, v[0]));
        e->a = *v++;
    }
    e->b = v[0];
    e->c = v[1];
    e->d = v[2];
    e->e = v[3];
    if (is(t, type, MR_EXC_UnicodeDecodeError)) {
        const char *bytes;
        size_t n;
        if (!check_place(t, e, 5) || !mr_buffer_of(t, e->b, &bytes, &n) || (!mr_is_kind(e->b, MR_KIND_BYTES) && (e->b = mr_bytes_new(t, bytes, n)) == MR_ERROR))
            return MR_ERROR;
    } else if (!mr_is_str(e->b)) {
        return mr_raise(t, MR_EXC_TypeError, "argument %d must be str, not %s", translate ? 1 : 2, mr_arg_type_name(t, e->b));
    }
    return check_place(t, e, translate ? 4 : 5) ? MR_NONE : MR_ERROR;
}

static MrValue exception_init(MrThread *t, MrValue *a)
{
    MrException *e = E(a[0]);
    MrType *type = mr_typeof(t, a[0]);
    MrValue kwargs = a[2];
    bool import_error = is(t, type, MR_EXC_ImportError), name_error = is(t, type, MR_EXC_NameError), attr_error = is(t, type, MR_EXC_AttributeError);
    if (import_error)
        e->b = e->c = e->d = e->e = MR_UNBOUND;
    else if (name_error || attr_error)
        e->a = e->b = MR_UNBOUND;
    if (kwargs != MR_UNBOUND) {
        static const char *const import_names[] = {"name", "path", "name_from", NULL}, *const name_names[] = {"name", NULL}, *const attr_names[] = {"name", "obj", NULL};
        if (!import_error && !name_error && !attr_error)
            return mr_raise(t, MR_EXC_TypeError, "%s() takes no keyword arguments", type->name->bytes);
        if (!only_keywords(t, type, kwargs, import_error ? import_names : name_error ? name_names : attr_names))
            return MR_ERROR;
        if (import_error && (!take_keyword(t, kwargs, "name", &e->b) || !take_keyword(t, kwargs, "path", &e->c) || !take_keyword(t, kwargs, "name_from", &e->e)))
            return MR_ERROR;
        if (!import_error && (!take_keyword(t, kwargs, "name", &e->a) || !take_keyword(t, kwargs, "obj", &e->b)))
            return MR_ERROR;
    }
    if (is(t, type, MR_EXC_BaseExceptionGroup)) { /* __new__ has read them; a subclass may take more */
        e->args = a[1];
        mr_write_barrier(t, e, a[1]);
        return MR_NONE;
    }
    if (is(t, type, MR_EXC_OSError)) {
        if (splits_in_init(t, type)) {
            e->args = a[1];
            e->a = e->b = e->c = e->d = MR_UNBOUND;
            split_oserror(t, e);
        }
        return MR_NONE;
    }
    e->args = a[1];
    mr_write_barrier(t, e, a[1]);
    if (is(t, type, MR_EXC_SyntaxError))
        return init_syntax_error(t, e);
    if (is(t, type, MR_EXC_UnicodeError) && (is(t, type, MR_EXC_UnicodeDecodeError) || is(t, type, MR_EXC_UnicodeEncodeError) || is(t, type, MR_EXC_UnicodeTranslateError)))
        return init_unicode_error(t, e, type);
    mr_exception_init_fields(t, e, type);
    return MR_NONE;
}

/* ---- str and repr ---- */

static MrValue str_of_args(MrThread *t, MrException *e)
{
    MrTuple *args = MR_TUPLE(e->args);
    if (args->length == 0)
        return t->iso->empty_str;
    return args->length == 1 ? mr_str(t, args->items[0]) : mr_str(t, e->args);
}

static MrValue oserror_str(MrThread *t, MrException *e)
{
    if (e->c != MR_UNBOUND) {
        MrValue err = mr_str(t, e->a == MR_UNBOUND ? MR_NONE : e->a), text = mr_str(t, e->b == MR_UNBOUND ? MR_NONE : e->b), f = mr_repr(t, e->c);
        if (err == MR_ERROR || text == MR_ERROR || f == MR_ERROR)
            return MR_ERROR;
        if (e->d != MR_UNBOUND) {
            MrValue f2 = mr_repr(t, e->d);
            return f2 == MR_ERROR ? f2 : mr_strf(t, "[Errno %s] %s: %s -> %s", mr_cstr(err), mr_cstr(text), mr_cstr(f), mr_cstr(f2));
        }
        return mr_strf(t, "[Errno %s] %s: %s", mr_cstr(err), mr_cstr(text), mr_cstr(f));
    }
    if (e->a != MR_UNBOUND && e->b != MR_UNBOUND) {
        MrValue err = mr_str(t, e->a), text = mr_str(t, e->b);
        return err == MR_ERROR || text == MR_ERROR ? MR_ERROR : mr_strf(t, "[Errno %s] %s", mr_cstr(err), mr_cstr(text));
    }
    return str_of_args(t, e);
}

static MrValue syntax_str(MrThread *t, MrException *e)
{
    MrValue msg = mr_str(t, e->g == MR_UNBOUND ? MR_NONE : e->g);
    if (msg == MR_ERROR)
        return msg;
    const char *file = NULL;
    if (mr_is_str(e->a)) {
        const char *slash = strrchr(mr_cstr(e->a), '/');
        file = slash ? slash + 1 : mr_cstr(e->a);
    }
    bool line = mr_is_int(e->b);
    if (file && line)
        return mr_strf(t, "%s (%s, line %lld)", mr_cstr(msg), file, (long long)mr_int_of(e->b));
    if (file)
        return mr_strf(t, "%s (%s)", mr_cstr(msg), file);
    return line ? mr_strf(t, "%s (line %lld)", mr_cstr(msg), (long long)mr_int_of(e->b)) : msg;
}

static MrValue unicode_str(MrThread *t, MrException *e, MrType *type)
{
    if (!mr_is_int(e->c) || !mr_is_int(e->d))
        return t->iso->empty_str;
    MrValue reason = mr_str(t, e->e), encoding = e->a == MR_UNBOUND ? t->iso->empty_str : mr_str(t, e->a);
    if (reason == MR_ERROR || encoding == MR_ERROR)
        return MR_ERROR;
    long long start = mr_int_of(e->c), end = mr_int_of(e->d);
    if (is(t, type, MR_EXC_UnicodeDecodeError)) {
        const char *bytes;
        size_t n;
        if (end == start + 1 && mr_buffer_of(t, e->b, &bytes, &n) && start >= 0 && (size_t)start < n)
            return mr_strf(t, "'%s' codec can't decode byte 0x%02x in position %lld: %s", mr_cstr(encoding), (unsigned char)bytes[start], start, mr_cstr(reason));
        t->pending = MR_UNBOUND;
        return mr_strf(t, "'%s' codec can't decode bytes in position %lld-%lld: %s", mr_cstr(encoding), start, end - 1, mr_cstr(reason));
    }
    char prefix[200] = "can't translate";
    if (is(t, type, MR_EXC_UnicodeEncodeError))
        snprintf(prefix, sizeof prefix, "'%s' codec can't encode", mr_cstr(encoding));
    if (end == start + 1 && mr_is_str(e->b) && start >= 0 && (size_t)start < MR_STR(e->b)->length) {
        uint32_t c = mr_str_at(t, MR_STR(e->b), (size_t)start);
        const char *fmt = c <= 0xff ? "%s character '\\x%02x' in position %lld: %s" : c <= 0xffff ? "%s character '\\u%04x' in position %lld: %s"
                                                                                                   : "%s character '\\U%08x' in position %lld: %s";
        MrBuf b;
        mr_buf_init(&b);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
        mr_buf_printf(&b, fmt, prefix, c, start, mr_cstr(reason));
#pragma GCC diagnostic pop
        return mr_str_buf(t, &b);
    }
    return mr_strf(t, "%s characters in position %lld-%lld: %s", prefix, start, end - 1, mr_cstr(reason));
}

static MrValue exception_str(MrThread *t, MrValue *a)
{
    MrException *e = E(a[0]);
    MrType *type = mr_typeof(t, a[0]);
    if (is(t, type, MR_EXC_OSError))
        return oserror_str(t, e);
    if (is(t, type, MR_EXC_KeyError) && MR_TUPLE(e->args)->length == 1)
        return mr_repr(t, MR_TUPLE(e->args)->items[0]);
    if (is(t, type, MR_EXC_SyntaxError))
        return syntax_str(t, e);
    if (is(t, type, MR_EXC_UnicodeError) && e->e != MR_UNBOUND)
        return unicode_str(t, e, type);
    if (is(t, type, MR_EXC_ImportError) && mr_is_str(e->d))
        return e->d;
    if (is(t, type, MR_EXC_BaseExceptionGroup) && mr_is_str(e->a)) {
        size_t n = MR_TUPLE(e->b)->length;
        return mr_strf(t, "%s (%zu sub-exception%s)", mr_cstr(e->a), n, n == 1 ? "" : "s");
    }
    return str_of_args(t, e);
}

static MrValue exception_repr(MrThread *t, MrValue *a)
{
    MrException *e = E(a[0]);
    const char *name = mr_typeof(t, a[0])->name->bytes;
    MrTuple *args = MR_TUPLE(e->args);
    MrValue r = args->length == 1 ? mr_repr(t, args->items[0]) : mr_repr(t, e->args);
    if (r == MR_ERROR)
        return r;
    return args->length == 1 ? mr_strf(t, "%s(%s)", name, mr_cstr(r)) : mr_strf(t, "%s%s", name, mr_cstr(r));
}

/* ---- methods ---- */

static MrValue exception_with_traceback(MrThread *t, MrValue *a)
{
    if (a[1] != MR_NONE && !mr_is_kind(a[1], MR_KIND_TRACEBACK))
        return mr_raise(t, MR_EXC_TypeError, "__traceback__ must be a traceback or None");
    E(a[0])->traceback = a[1];
    mr_write_barrier(t, E(a[0]), a[1]);
    return a[0];
}

static MrValue exception_add_note(MrThread *t, MrValue *a)
{
    if (!mr_is_str(a[1]))
        return mr_raise(t, MR_EXC_TypeError, "note must be a str, not '%s'", mr_type_name(t, a[1]));
    MrValue notes = mr_getattr_or(t, a[0], mr_n(t, __notes__));
    if (notes == MR_ERROR)
        return notes;
    if (notes == MR_UNBOUND) {
        notes = mr_list_new(t, 1);
        if (notes == MR_ERROR || !mr_setattr(t, a[0], mr_n(t, __notes__), notes))
            return MR_ERROR;
    }
    if (!mr_is_list(notes))
        return mr_raise(t, MR_EXC_TypeError, "Cannot add note: __notes__ is not a list");
    return mr_list_append(t, notes, a[1]) ? MR_NONE : MR_ERROR;
}

/* What is pickled beside the arguments: the attributes, and those that ImportError and AttributeError take by keyword. UNBOUND: nothing. */
static MrValue state_of(MrThread *t, MrValue self)
{
    MrDict *d = mr_instance_dict(t, self);
    MrException *e = E(self);
    MrType *type = mr_typeof(t, self);
    bool import_error = is(t, type, MR_EXC_ImportError), attr_error = is(t, type, MR_EXC_AttributeError);
    const struct { const char *name; MrValue value; } rows[] = {{"name", import_error ? e->b : e->a}, {import_error ? "path" : "args", import_error ? e->c : e->args}, {"name_from", e->e}};
    size_t n = import_error ? 3 : attr_error ? 2 : 0;
    MrDict *state = d && d->length ? d : NULL;
    for (size_t i = 0; i < n; i++) {
        if (rows[i].value == MR_UNBOUND || rows[i].value == MR_NONE)
            continue;
        if (!state || state == d) {
            state = state ? mr_dict_copy(t, state) : mr_dict_new(t);
            if (!state)
                return MR_ERROR;
        }
        if (!mr_dict_set_c(t, state, rows[i].name, rows[i].value))
            return MR_ERROR;
    }
    return state ? mr_val(state) : MR_UNBOUND;
}

static MrValue exception_reduce(MrThread *t, MrValue *a)
{
    MrValue args = E(a[0])->args;
    if (is(t, mr_typeof(t, a[0]), MR_EXC_OSError) && MR_TUPLE(args)->length == 2 && E(a[0])->c != MR_UNBOUND && E(a[0])->c != MR_NONE) { /* the file's name was taken out */
        bool second = E(a[0])->d != MR_UNBOUND && E(a[0])->d != MR_NONE;
        MrValue all[5] = {MR_TUPLE(args)->items[0], MR_TUPLE(args)->items[1], E(a[0])->c, MR_NONE, E(a[0])->d};
        args = mr_tuple_from(t, all, second ? 5 : 3);
        if (args == MR_ERROR)
            return args;
    }
    MrValue parts[3] = {mr_val(mr_typeof(t, a[0])), args, state_of(t, a[0])};
    if (parts[2] == MR_ERROR)
        return MR_ERROR;
    return mr_tuple_from(t, parts, parts[2] == MR_UNBOUND ? 2 : 3);
}

static MrValue exception_setstate(MrThread *t, MrValue *a)
{
    if (a[1] == MR_NONE)
        return MR_NONE;
    if (!mr_is_dict(a[1]))
        return mr_raise(t, MR_EXC_TypeError, "state is not a dictionary");
    size_t pos = 0;
    MrValue key, value;
    while (mr_dict_next(MR_DICT(a[1]), &pos, &key, &value))
        if (!mr_is_str(key))
            return mr_raise(t, MR_EXC_TypeError, "attribute name must be string, not '%s'", mr_type_name(t, key));
        else if (!mr_setattr(t, a[0], MR_STR(key), value))
            return MR_ERROR;
    return MR_NONE;
}

/* ---- groups ---- */

static MrValue need_group(MrThread *t, MrValue v)
{
    if (mr_isinstance_of(t, v, MR_EXC_BaseExceptionGroup))
        return v;
    return mr_raise(t, MR_EXC_TypeError, "descriptor requires a 'BaseExceptionGroup' object but received a '%s'", mr_type_name(t, v));
}

static MrValue group_derive(MrThread *t, MrValue *a)
{
    if (need_group(t, a[0]) == MR_ERROR)
        return MR_ERROR;
    if (MR_TUPLE(a[1])->length != 1)
        return mr_raise(t, MR_EXC_TypeError, "function takes exactly 1 argument (%zu given)", MR_TUPLE(a[1])->length);
    MrValue args[2] = {E(a[0])->a, MR_TUPLE(a[1])->items[0]};
    return mr_call(t, mr_type_val(t, MR_EXC_BaseExceptionGroup), 2, args);
}

/* derive() and the metadata of the original. */
static MrValue derive_like(MrThread *t, MrValue group, MrValue list)
{
    MrStr *name = mr_intern(t, "derive", 6);
    MrValue g = name ? mr_call_method(t, group, name, 1, &list) : MR_ERROR;
    if (g == MR_ERROR)
        return g;
    if (!mr_is_exception(g) || !mr_isinstance_of(t, g, MR_EXC_BaseExceptionGroup))
        return mr_raise(t, MR_EXC_TypeError, "derive must return an instance of BaseExceptionGroup");
    E(g)->traceback = E(group)->traceback;
    E(g)->context = E(group)->context;
    E(g)->cause = E(group)->cause;
    E(g)->suppress_context = E(group)->suppress_context;
    MrValue notes = mr_getattr_or(t, group, mr_n(t, __notes__));
    if (notes == MR_ERROR)
        return notes;
    if (notes != MR_UNBOUND && !mr_is_dict(notes) && mr_slot(t, mr_typeof(t, notes), MR_SLOT_getitem) != MR_UNBOUND) { /* a sequence */
        MrValue copy = mr_list_of(t, notes);
        if (copy == MR_ERROR || !mr_setattr(t, g, mr_n(t, __notes__), copy))
            return MR_ERROR;
    }
    return g;
}

/* How split and subgroup select. */
typedef struct Matcher { MrValue spec; bool callable; } Matcher;

static bool make_matcher(MrThread *t, MrValue spec, Matcher *m)
{
    m->spec = spec;
    m->callable = false;
    if (mr_is_exception_class(t, spec))
        return true;
    if (mr_is_tuple(spec)) {
        bool all = true;
        for (size_t i = 0; i < MR_TUPLE(spec)->length; i++)
            all &= mr_is_exception_class(t, MR_TUPLE(spec)->items[i]);
        if (all)
            return true;
    } else if (mr_is_kind(spec, MR_KIND_FUNCTION)) { /* CPython takes no other callables */
        m->callable = true;
        return true;
    }
    mr_raise(t, MR_EXC_TypeError, "expected a function, exception type or tuple of exception types");
    return false;
}

static int matches(MrThread *t, const Matcher *m, MrValue exc)
{
    if (m->callable) {
        MrValue r = mr_call1(t, m->spec, exc);
        return r == MR_ERROR ? -1 : mr_truth(t, r);
    }
    MrValue spec = m->spec, *items = &spec;
    size_t n = 1;
    if (mr_is_tuple(spec))
        mr_sequence_items(spec, &items, &n);
    for (size_t i = 0; i < n; i++)
        if (mr_type_is_subtype(mr_typeof(t, exc), MR_TYPE(items[i])))
            return 1;
    return 0;
}

static bool split(MrThread *t, MrValue exc, const Matcher *m, bool want_rest, MrValue *out)
{
    if (!mr_stack_ok(t))
        return false;
    out[0] = out[1] = MR_NONE;
    int all = matches(t, m, exc);
    if (all < 0)
        return false;
    if (all) {
        out[0] = exc;
        return true;
    }
    if (!mr_isinstance_of(t, exc, MR_EXC_BaseExceptionGroup)) {
        out[1] = exc;
        return true;
    }
    MrValue yes = mr_list_new(t, 4), no = mr_list_new(t, 4);
    if (yes == MR_ERROR || no == MR_ERROR)
        return false;
    MrTuple *leaves = MR_TUPLE(E(exc)->b);
    for (size_t i = 0; i < leaves->length; i++) {
        MrValue part[2];
        if (!split(t, leaves->items[i], m, want_rest, part))
            return false;
        if ((part[0] != MR_NONE && !mr_list_append(t, yes, part[0])) || (part[1] != MR_NONE && !mr_list_append(t, no, part[1])))
            return false;
    }
    if (MR_LIST(yes)->length && (out[0] = derive_like(t, exc, yes)) == MR_ERROR)
        return false;
    if (want_rest && MR_LIST(no)->length && (out[1] = derive_like(t, exc, no)) == MR_ERROR)
        return false;
    return true;
}

bool mr_group_split(MrThread *t, MrValue exc, MrValue cls, MrValue *out)
{
    Matcher m;
    return make_matcher(t, cls, &m) && split(t, exc, &m, true, out);
}

static MrValue group_split(MrThread *t, MrValue *a)
{
    MrValue out[2];
    if (need_group(t, a[0]) == MR_ERROR || !mr_group_split(t, a[0], a[1], out))
        return MR_ERROR;
    return mr_tuple_from(t, out, 2);
}

static MrValue group_subgroup(MrThread *t, MrValue *a)
{
    MrValue out[2];
    Matcher m;
    if (need_group(t, a[0]) == MR_ERROR || !make_matcher(t, a[1], &m) || !split(t, a[0], &m, false, out))
        return MR_ERROR;
    return out[0];
}

/* Leaves of `exc` (by identity) that are in the set of kept ones, in the group's shape. */
static bool collect_leaves(MrThread *t, MrValue exc, MrValue list)
{
    if (!mr_isinstance_of(t, exc, MR_EXC_BaseExceptionGroup))
        return mr_list_append(t, list, exc);
    if (!mr_stack_ok(t))
        return false;
    MrTuple *leaves = MR_TUPLE(E(exc)->b);
    for (size_t i = 0; i < leaves->length; i++)
        if (!collect_leaves(t, leaves->items[i], list))
            return false;
    return true;
}

static MrValue keep_leaves(MrThread *t, MrValue exc, MrValue kept)
{
    if (!mr_isinstance_of(t, exc, MR_EXC_BaseExceptionGroup)) {
        for (size_t i = 0; i < MR_LIST(kept)->length; i++)
            if (MR_LIST(kept)->items[i] == exc)
                return exc;
        return MR_NONE;
    }
    MrValue list = mr_stack_ok(t) ? mr_list_new(t, 4) : MR_ERROR;
    if (list == MR_ERROR)
        return list;
    MrTuple *leaves = MR_TUPLE(E(exc)->b);
    for (size_t i = 0; i < leaves->length; i++) {
        MrValue part = keep_leaves(t, leaves->items[i], kept);
        if (part == MR_ERROR || (part != MR_NONE && !mr_list_append(t, list, part)))
            return MR_ERROR;
    }
    if (MR_LIST(list)->length == 0)
        return MR_NONE;
    return MR_LIST(list)->length == leaves->length ? exc : derive_like(t, exc, list);
}

static bool same_metadata(MrValue a, MrValue b)
{
    return E(a)->traceback == E(b)->traceback && E(a)->cause == E(b)->cause && E(a)->context == E(b)->context;
}

MrValue mr_group_merge(MrThread *t, MrValue orig, MrValue list)
{
    MrList *all = MR_LIST(list);
    for (size_t i = 0; i < all->length; i++)
        if (all->items[i] != MR_NONE && !mr_is_exception(all->items[i]))
            return mr_raise(t, MR_EXC_TypeError, "an exception is expected, not %s", mr_type_name(t, all->items[i]));
    MrValue raised = mr_list_new(t, 4), kept = mr_list_new(t, 4);
    if (raised == MR_ERROR || kept == MR_ERROR)
        return MR_ERROR;
    for (size_t i = 0; i < all->length; i++) {
        MrValue e = all->items[i];
        if (e == MR_NONE)
            continue;
        if (mr_isinstance_of(t, orig, MR_EXC_BaseExceptionGroup) ? same_metadata(e, orig) : e == orig) {
            if (!collect_leaves(t, e, kept))
                return MR_ERROR;
        } else if (!mr_list_append(t, raised, e)) {
            return MR_ERROR;
        }
    }
    if (!mr_isinstance_of(t, orig, MR_EXC_BaseExceptionGroup) && MR_LIST(raised)->length == 0)
        return MR_LIST(kept)->length ? orig : MR_NONE;
    MrValue rest = MR_LIST(kept)->length ? keep_leaves(t, orig, kept) : MR_NONE;
    if (rest == MR_ERROR || MR_LIST(raised)->length == 0)
        return rest;
    if (rest != MR_NONE && !mr_list_append(t, raised, rest))
        return MR_ERROR;
    if (MR_LIST(raised)->length == 1) /* one exception takes no group around it */
        return MR_LIST(raised)->items[0];
    MrValue args[2] = {t->iso->empty_str, raised};
    return mr_call(t, mr_type_val(t, MR_EXC_BaseExceptionGroup), 2, args);
}

/* ---- attributes ---- */

static MrValue get_args(MrThread *t, MrValue self) { (void)t; return E(self)->args; }
static bool set_args(MrThread *t, MrValue self, MrValue v)
{
    if (v == MR_UNBOUND)
        return mr_raise(t, MR_EXC_TypeError, "args may not be deleted"), false;
    MrValue tuple = mr_tuple_of(t, v);
    if (tuple == MR_ERROR)
        return false;
    E(self)->args = tuple;
    return true;
}
static MrValue get_traceback(MrThread *t, MrValue self) { (void)t; return E(self)->traceback; }
static bool set_traceback(MrThread *t, MrValue self, MrValue v)
{
    if (v == MR_UNBOUND)
        return mr_raise(t, MR_EXC_TypeError, "__traceback__ may not be deleted"), false;
    MrValue a[2] = {self, v};
    return exception_with_traceback(t, a) != MR_ERROR;
}
static bool set_link(MrThread *t, MrValue *field, MrValue v, const char *what)
{
    if (v == MR_UNBOUND)
        return mr_raise(t, MR_EXC_TypeError, "%s may not be deleted", what), false;
    if (v != MR_NONE && !mr_is_exception(v))
        return mr_raise(t, MR_EXC_TypeError, "exception %s must be None or derive from BaseException", !strcmp(what, "__cause__") ? "cause" : "context"), false;
    *field = v;
    return true;
}
static MrValue get_cause(MrThread *t, MrValue self) { (void)t; return E(self)->cause; }
static bool set_cause(MrThread *t, MrValue self, MrValue v)
{
    if (!set_link(t, &E(self)->cause, v, "__cause__"))
        return false;
    E(self)->suppress_context = true;
    return true;
}
static MrValue get_context(MrThread *t, MrValue self) { (void)t; return E(self)->context; }
static bool set_context(MrThread *t, MrValue self, MrValue v) { return set_link(t, &E(self)->context, v, "__context__"); }
static MrValue get_suppress(MrThread *t, MrValue self) { (void)t; return mr_bool(E(self)->suppress_context); }
static bool set_suppress(MrThread *t, MrValue self, MrValue v)
{
    int truth = v == MR_UNBOUND ? 0 : mr_truth(t, v);
    E(self)->suppress_context = truth > 0;
    return truth >= 0;
}
static MrValue get_dict(MrThread *t, MrValue self)
{
    MrDict *d = mr_instance_dict(t, self);
    return d ? mr_val(d) : MR_ERROR;
}

#define FIELD(field)                                                                                                                       \
    static MrValue get_##field(MrThread *t, MrValue self) { (void)t; return E(self)->field == MR_UNBOUND ? MR_NONE : E(self)->field; }      \
    static bool set_##field(MrThread *t, MrValue self, MrValue v) { (void)t; E(self)->field = v; mr_write_barrier(t, E(self), v); return true; }
FIELD(a) FIELD(b) FIELD(c) FIELD(d) FIELD(e) FIELD(f) FIELD(g)

static const MrGetSetDef fields_of_stop[] = {{"value", get_a, set_a, "What the generator or coroutine returned."}, {0}};
static const MrGetSetDef fields_of_exit[] = {{"code", get_a, set_a, "The exit status: None, an int, or something to print to stderr."}, {0}};
static const MrGetSetDef fields_of_name[] = {{"name", get_a, set_a, "name"}, {0}};
static const MrGetSetDef fields_of_attr[] = {{"name", get_a, set_a, "The name that was looked up."}, {"obj", get_b, set_b, "object"}, {0}};
static MrValue get_written(MrThread *t, MrValue self)
{
    return E(self)->e == MR_UNBOUND ? mr_raise(t, MR_EXC_AttributeError, "characters_written") : E(self)->e;
}

static bool set_written(MrThread *t, MrValue self, MrValue v)
{
    int64_t n;
    if (v == MR_UNBOUND && E(self)->e == MR_UNBOUND)
        return mr_raise(t, MR_EXC_AttributeError, "characters_written"), false;
    if (v != MR_UNBOUND && !mr_to_ssize(t, v, &n))
        return false;
    E(self)->e = v;
    return true;
}

static const MrGetSetDef fields_of_os[] = {
    {"errno", get_a, set_a, "The number of the system's error, one of the errno module."},
    {"strerror", get_b, set_b, "The system's message for errno."},
    {"filename", get_c, set_c, "The file that it is about, or None."},
    {"filename2", get_d, set_d, "The other file of a call that takes two, or None."},
    {"characters_written", get_written, set_written, "how much was written before a non-blocking write stopped"},
    {0},
};
static MrValue get_nothing(MrThread *t, MrValue self)
{
    (void)t;
    (void)self;
    return MR_NONE;
}

static const MrGetSetDef fields_of_import[] = {
    {"msg", get_d, set_d, "The text that describes the error."},
    {"name", get_b, set_b, "The module's name, or None."},
    {"path", get_c, set_c, "The file from which the module came, or None."},
    {"name_from", get_e, set_e, "The name after `from module import`, or None."},
    {0},
};
static const MrGetSetDef fields_of_syntax[] = {
    {"msg", get_g, set_g, "What is wrong with the source."},
    {"filename", get_a, set_a, "The file that it is about, or None."},
    {"lineno", get_b, set_b, "The line, counted from 1."},
    {"offset", get_c, set_c, "The column, counted from 1."},
    {"text", get_d, set_d, "The source line."},
    {"end_lineno", get_e, set_e, "The line where the faulty part ends."},
    {"end_offset", get_f, set_f, "The column where the faulty part ends."},
    {"print_file_and_line", get_nothing, NULL, "Kept for old programs; unused."},
    {0},
};
/* A position of a UnicodeError: an int that cannot be taken away. */
static bool set_place(MrThread *t, MrValue self, MrValue *field, MrValue v)
{
    if (v == MR_UNBOUND)
        return mr_raise(t, MR_EXC_TypeError, "can't delete numeric/char attribute"), false;
    if (!mr_is_integer(v))
        return mr_raise(t, MR_EXC_TypeError, "an integer is required"), false;
    *field = v;
    mr_write_barrier(t, E(self), v);
    return true;
}

static bool set_start(MrThread *t, MrValue self, MrValue v) { return set_place(t, self, &E(self)->c, v); }
static bool set_end(MrThread *t, MrValue self, MrValue v) { return set_place(t, self, &E(self)->d, v); }

static const MrGetSetDef fields_of_unicode[] = {
    {"encoding", get_a, set_a, "The encoding's name."},
    {"object", get_b, set_b, "The str or bytes that could not be converted."},
    {"start", get_c, set_start, "The position of the first faulty unit."},
    {"end", get_d, set_end, "The position behind the last faulty unit."},
    {"reason", get_e, set_e, "Why it could not be converted."},
    {0},
};
static const MrGetSetDef fields_of_group[] = {
    {"message", get_a, mr_set_readonly, "The text that describes the error."},
    {"exceptions", get_b, mr_set_readonly, "The members, as a tuple."},
    {0},
};

static const struct { MrTypeId id; const MrGetSetDef *fields; } field_rows[] = {
    {MR_EXC_StopIteration, fields_of_stop}, {MR_EXC_SystemExit, fields_of_exit}, {MR_EXC_NameError, fields_of_name}, {MR_EXC_AttributeError, fields_of_attr},
    {MR_EXC_OSError, fields_of_os}, {MR_EXC_ImportError, fields_of_import}, {MR_EXC_SyntaxError, fields_of_syntax},
    {MR_EXC_UnicodeDecodeError, fields_of_unicode}, {MR_EXC_UnicodeEncodeError, fields_of_unicode}, {MR_EXC_UnicodeTranslateError, fields_of_unicode},
    {MR_EXC_BaseExceptionGroup, fields_of_group}};

static MrValue generic_class_getitem(MrThread *t, MrValue *a);

static const MrMethodDef group_methods[] = {
    {"derive(self, /, *excs)", group_derive, "A group of the same class with other exceptions.", 0},
    {"split(self, matcher_value, /)", group_split, "The part that fits and the rest.", MR_METHOD_TUPLE},
    {"subgroup(self, matcher_value, /)", group_subgroup, "The part that fits, or None.", MR_METHOD_TUPLE},
    {"__class_getitem__(cls, item, /)", generic_class_getitem, "The class with type arguments, such as C[int], for annotations.", MR_METHOD_CLASS},
    {0}};

static const MrMethodDef methods[] = {
    {"__new__(cls, /, *args, **kwargs)", exception_new, "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC},
    {"__init__(self, /, *args, **kwargs)", exception_init, "Set up the object; the class says which arguments it takes.", 0},
    {"__str__(self, /)", exception_str, "The text that str(self) gives.", 0},
    {"__repr__(self, /)", exception_repr, "The text that repr(self) gives.", 0},
    {"__reduce__(self, /)", exception_reduce, "What pickle needs to make it again.", 0},
    {"__setstate__(self, state, /)", exception_setstate, "Take over what __getstate__ gave.", 0},
    {"with_traceback(self, tb, /)", exception_with_traceback, "Store tb as the traceback, and return self, which suits a raise statement.", 0},
    {"add_note(self, note, /)", exception_add_note, "Append a str to __notes__; tracebacks show it below the message.", 0},
    {0}};

/* Which rows of `methods` a class has as its own in CPython, though all do the same here: vars() and the texts of descriptors show them. By default
 * the first two; a class right below one of these has the second alone. */
enum { OWN_NEW = 1, OWN_INIT = 2, OWN_STR = 4, OWN_REDUCE = 16 };
static const struct { MrTypeId id; unsigned own; } own_rows[] = {
    {MR_EXC_OSError, OWN_NEW | OWN_INIT | OWN_STR | OWN_REDUCE}, {MR_EXC_ConnectionError, OWN_INIT}, {MR_EXC_SyntaxError, OWN_INIT | OWN_STR},
    {MR_EXC_IndentationError, OWN_INIT}, {MR_EXC_ImportError, OWN_INIT | OWN_STR | OWN_REDUCE}, {MR_EXC_NameError, OWN_INIT | OWN_STR},
    {MR_EXC_AttributeError, OWN_INIT | OWN_STR | OWN_REDUCE}, {MR_EXC_KeyError, OWN_INIT | OWN_STR}, {MR_EXC_StopIteration, OWN_INIT},
    {MR_EXC_SystemExit, OWN_INIT}, {MR_EXC_BaseExceptionGroup, OWN_NEW | OWN_INIT | OWN_STR}, {MR_EXC_UnicodeEncodeError, OWN_NEW | OWN_INIT | OWN_STR},
    {MR_EXC_UnicodeDecodeError, OWN_NEW | OWN_INIT | OWN_STR}, {MR_EXC_UnicodeTranslateError, OWN_NEW | OWN_INIT | OWN_STR}};

/* Adds what a builtin exception has beyond its base. Called once when the type is readied. */
bool mr_exception_type_ready(MrThread *t, MrType *type)
{
    for (size_t i = 0; i < sizeof field_rows / sizeof *field_rows; i++) {
        if (t->iso->types[field_rows[i].id] != type)
            continue;
        for (const MrGetSetDef *g = field_rows[i].fields; g->name; g++) {
            MrGetSet *o = mr_alloc(t, sizeof *o, MR_KIND_OTHER, MR_TYPE_getset_descriptor);
            if (!o)
                return false;
            o->def = g;
            o->owner = type;
            if (!mr_dict_set_c(t, type->dict, g->name, mr_val(o)))
                return false;
        }
    }
    for (const MrMethodDef *m = group_methods; type == t->iso->types[MR_EXC_BaseExceptionGroup] && m->sig; m++)
        if (!mr_type_add_method(t, type, m))
            return false;
    if (type == t->iso->types[MR_EXC_ExceptionGroup] || type == t->iso->types[MR_EXC_CancelledError])
        return true; /* classes as scripts make them */
    unsigned own = OWN_INIT | OWN_NEW;
    for (size_t i = 0; i < sizeof own_rows / sizeof *own_rows; i++)
        if (t->iso->types[own_rows[i].id] == type)
            own = own_rows[i].own;
        else if (type->base == t->iso->types[own_rows[i].id])
            own = OWN_INIT;
    for (size_t i = 0; i < sizeof methods / sizeof *methods - 1; i++)
        if (own >> i & 1 && !mr_type_add_method(t, type, &methods[i]))
            return false;
    return true;
}

#include "vm/types/genericalias.h"

static MrValue generic_class_getitem(MrThread *t, MrValue *a)
{
    return mr_generic_alias(t, a[0], a[1]);
}

static const MrGetSetDef getset[] = {
    {"args", get_args, set_args, "the arguments it was made with"},
    {"__traceback__", get_traceback, set_traceback, "where it was raised, or None"},
    {"__cause__", get_cause, set_cause, "the exception after `raise ... from`, or None"},
    {"__context__", get_context, set_context, "the exception that was being handled at the time, or None"},
    {"__suppress_context__", get_suppress, set_suppress, "whether a traceback leaves __context__ out"},
    {"__dict__", get_dict, mr_set_instance_dict, "further attributes"},
    {0}};

const MrTypeDef mr_exception_typedef = {
    .name = "BaseException", .kind = MR_KIND_EXCEPTION, .size = sizeof(MrException), .flags = MR_TYPEDEF_DICT, .methods = methods, .getset = getset,
    .doc = "The class from which each exception derives, directly or not."};
