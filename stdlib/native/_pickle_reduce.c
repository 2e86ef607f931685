/* _pickle, objects that are taken apart, and objects that are written as the name under which they can be imported.
 *
 * The order of the questions is CPython's: reducer_override, classes and functions by name, the dispatch table, __reduce_ex__, __reduce__. What a reduction
 * returned is script's work and checked piece by piece. */
#include "stdlib/native/_pickle.h"
#include "vm/shape.h"

static bool fail(MrThread *t, const char *text)
{
    (void)mr_pickle_error(t, "PicklingError", "%s", text);
    return false;
}

static MrStr *intern(MrThread *t, const char *name) { return mr_intern(t, name, strlen(name)); }

/* ---- by name ---- */

static MrValue split(MrThread *t, MrValue name)
{
    MrStr *method = intern(t, "split");
    MrValue dot = mr_str_c(t, ".");
    return method && dot != MR_ERROR ? mr_call_method(t, name, method, 1, &dot) : MR_ERROR;
}

MrValue mr_pickle_attribute(MrThread *t, MrValue obj, MrValue name, bool dotted, MrValue *parent)
{
    MrValue parts = dotted ? split(t, name) : mr_list_from(t, &name, 1);
    if (parts == MR_ERROR)
        return MR_ERROR;
    *parent = obj;
    for (size_t i = 0; i < MR_LIST(parts)->length; i++) {
        MrStr *s = mr_intern_str(t, MR_STR(MR_LIST(parts)->items[i]));
        *parent = obj;
        obj = s ? mr_getattr_or(t, obj, s) : MR_ERROR;
        if (obj == MR_ERROR || obj == MR_UNBOUND)
            return obj;
    }
    return obj;
}

/* The module that an object says it is from, or in which it is found under its name. */
static MrValue module_of(MrThread *t, MrValue obj, MrValue name)
{
    MrValue module = mr_getattr_or(t, obj, mr_n(t, __module__));
    if (module != MR_UNBOUND && module != MR_NONE)
        return module;
    MrValue sys = mr_import(t, "sys"), modules = sys == MR_ERROR ? sys : mr_getattr_c(t, sys, "modules");
    if (modules == MR_ERROR)
        return modules;
    if (!mr_is_dict(modules))
        return mr_raise(t, MR_EXC_RuntimeError, "unable to get sys.modules");
    MrDict *copy = mr_dict_copy(t, MR_DICT(modules));
    MrValue key, value, parent;
    for (size_t pos = 0; copy && mr_dict_next(copy, &pos, &key, &value);) {
        if (value == MR_NONE || mr_str_equal_c(key, "__main__"))
            continue;
        MrValue found = mr_pickle_attribute(t, value, name, true, &parent);
        if (found == obj)
            return key;
        if (found == MR_ERROR)
            (void)mr_take_pending(t);
    }
    return copy ? mr_str_c(t, "__main__") : MR_ERROR;
}

bool mr_pickle_rename(MrThread *t, const char *direction, MrValue *module, MrValue *name)
{
    char for_names[32], for_modules[32];
    snprintf(for_names, sizeof for_names, "%sNAME_MAPPING", direction);
    snprintf(for_modules, sizeof for_modules, "%sIMPORT_MAPPING", direction);
    MrValue compat = mr_import(t, "_compat_pickle"), pair[2] = {*module, *name}, key = mr_tuple_from(t, pair, 2);
    if (compat == MR_ERROR || key == MR_ERROR)
        return false;
    MrValue names = mr_getattr_c(t, compat, for_names), modules = mr_getattr_c(t, compat, for_modules);
    if (names == MR_ERROR || modules == MR_ERROR || !mr_is_dict(names) || !mr_is_dict(modules))
        return false;
    MrValue found = mr_dict_get(t, MR_DICT(names), key);
    if (found == MR_ERROR)
        return false;
    if (found != MR_UNBOUND && mr_is_tuple(found) && MR_TUPLE(found)->length == 2) {
        *module = MR_TUPLE(found)->items[0];
        *name = MR_TUPLE(found)->items[1];
        return true;
    }
    found = mr_dict_get(t, MR_DICT(modules), *module);
    if (found != MR_UNBOUND && found != MR_ERROR)
        *module = found;
    return found != MR_ERROR;
}

static bool put_identifier(MrThread *t, MrPickler *p, MrValue v, const char *what)
{
    if (!mr_str_is_ascii(MR_STR(v)) && p->protocol < 3) {
        (void)mr_pickle_error(t, "PicklingError", "can't pickle %s identifier '%s' using pickle protocol %i", what, mr_cstr(v), p->protocol);
        return false;
    }
    return mr_pickle_put(t, p, mr_cstr(v), MR_STR(v)->nbytes) && mr_pickle_op(t, p, '\n');
}

/* copyreg's number for a global: written, 1; it has none, 0; -1 error. */
static int save_extension(MrThread *t, MrPickler *p, MrValue module, MrValue name)
{
    MrValue pair[2] = {module, name}, key = mr_tuple_from(t, pair, 2);
    if (p->protocol < 2 || !MR_DICT(p->extensions)->length)
        return 0;
    MrValue code = key == MR_ERROR ? key : mr_dict_get(t, MR_DICT(p->extensions), key);
    if (code == MR_ERROR || code == MR_UNBOUND)
        return code == MR_UNBOUND ? 0 : -1;
    int64_t number;
    if (!mr_to_i64(t, code, &number))
        return -1;
    if (number <= 0 || number > INT32_MAX) {
        (void)mr_raise(t, MR_EXC_RuntimeError, "extension code %lld is out of range", (long long)number);
        return -1;
    }
    char s[5] = {(char)(number <= 0xff ? PK_EXT1 : number <= 0xffff ? PK_EXT2 : PK_EXT4)};
    uint32_t word = (uint32_t)number;
    memcpy(s + 1, &word, 4);
    return mr_pickle_put(t, p, s, number <= 0xff ? 2 : number <= 0xffff ? 3 : 5) ? 1 : -1;
}

static MrValue cannot(MrThread *t, MrValue obj, const char *fmt, const char *a, const char *b)
{
    MrValue repr = mr_repr(t, obj);
    if (repr == MR_ERROR)
        return repr;
    MrValue detail = mr_strf(t, "Can't pickle %s: ", mr_cstr(repr));
    MrBuf buf = MR_BUF_EMPTY;
    mr_buf_puts(&buf, detail == MR_ERROR ? "" : mr_cstr(detail));
    for (const char *s = fmt; *s; s++) {
        if (*s != '%') {
            mr_buf_putc(&buf, *s);
        } else {
            mr_buf_puts(&buf, a);
            a = b;
        }
    }
    MrValue text = mr_str_buf(t, &buf);
    return text == MR_ERROR ? text : mr_pickle_error(t, "PicklingError", "%s", mr_cstr(text));
}

static MrValue name_of(MrThread *t, MrValue obj)
{
    MrValue name = mr_getattr_or(t, obj, mr_n(t, __qualname__));
    return name == MR_UNBOUND ? mr_getattr(t, obj, mr_n(t, __name__)) : name;
}

/* "<locals>" in a qualified name: what lives in a call cannot be found by name. */
static bool is_local(MrValue name)
{
    const char *s = mr_cstr(name), *at = s;
    while ((at = strstr(at, "<locals>"))) {
        if ((at == s || at[-1] == '.') && (at[8] == '.' || at[8] == '\0'))
            return true;
        at += 8;
    }
    return false;
}

/* Which equal strs are one object shows in the memo. In CPython a builtin function's "builtins" is not the str that types have, and the name of what is written in C
 * is never the very str that its module's name is. */
static bool keep_apart(MrThread *t, MrPickler *p, MrValue obj, MrValue *module, MrValue *name)
{
    bool native = mr_is_exact(obj, MR_TYPE_builtin_function);
    if (native && mr_str_equal_c(*module, "builtins")) {
        if (p->builtins == MR_UNBOUND) {
            MrValue own = mr_str_c(t, "builtins");
            if (own == MR_ERROR)
                return false;
            p->builtins = own;
        }
        *module = p->builtins;
    }
    if (*module == *name && (native || (mr_is_type(obj) && (!(MR_TYPE(obj)->flags & MR_TYPE_HEAP) || mr_str_equal_c(*name, "datetime")))))
        *name = mr_str_new(t, mr_cstr(*name), MR_STR(*name)->nbytes);
    return *name != MR_ERROR;
}

/* name MR_UNBOUND: its own. [script] */
static bool save_global(MrThread *t, MrPickler *p, MrValue obj, MrValue name)
{
    if (name == MR_UNBOUND)
        name = name_of(t, obj);
    if (name == MR_ERROR)
        return false;
    if (!mr_is_str(name))
        return fail(t, "the name of a global must be a str");
    if (is_local(name)) {
        MrValue repr = mr_repr(t, name);
        if (repr != MR_ERROR)
            (void)mr_raise(t, MR_EXC_AttributeError, "Can't pickle local object %s", mr_cstr(repr));
        return false;
    }
    MrValue module_name = module_of(t, obj, name), parent;
    if (module_name == MR_ERROR)
        return false;
    MrValue module = mr_is_str(module_name) ? mr_import(t, mr_cstr(module_name)) : MR_ERROR;
    if (module == MR_ERROR) {
        MrValue repr = mr_repr(t, module_name);
        if (repr != MR_ERROR) {
            if (mr_pending(t))
                (void)mr_take_pending(t);
            (void)cannot(t, obj, "import of module % failed", mr_cstr(repr), "");
        }
        return false;
    }
    MrValue found = mr_pickle_attribute(t, module, name, true, &parent);
    if (found == MR_ERROR || found == MR_UNBOUND) {
        if (found == MR_ERROR)
            (void)mr_take_pending(t);
        (void)cannot(t, obj, "attribute lookup % on % failed", mr_cstr(name), mr_cstr(module_name));
        return false;
    }
    if (found != obj) {
        (void)cannot(t, obj, "it's not the same object as %.%", mr_cstr(module_name), mr_cstr(name));
        return false;
    }
    if (!keep_apart(t, p, obj, &module_name, &name))
        return false;
    int done = save_extension(t, p, module_name, name);
    if (done)
        return done > 0;
    if (p->protocol >= 4) {
        if (!mr_pickle_save(t, p, module_name) || !mr_pickle_save(t, p, name) || !mr_pickle_op(t, p, PK_STACK_GLOBAL))
            return false;
    } else if (parent != module) { /* no dotted names yet: getattr(parent, last part) */
        MrValue parts = split(t, name), builtins = mr_import(t, "builtins");
        MrValue get = parts == MR_ERROR || builtins == MR_ERROR ? MR_ERROR : mr_getattr_c(t, builtins, "getattr");
        if (get == MR_ERROR)
            return false;
        MrValue args[2] = {parent, MR_LIST(parts)->items[MR_LIST(parts)->length - 1]};
        MrValue call[2] = {get, mr_tuple_from(t, args, 2)}, reduced = mr_tuple_from(t, call, 2);
        if (reduced == MR_ERROR || !mr_pickle_save_reduce(t, p, reduced, MR_UNBOUND))
            return false;
    } else {
        if (p->fix_imports && !mr_pickle_rename(t, "REVERSE_", &module_name, &name))
            return false;
        if (!mr_pickle_op(t, p, PK_GLOBAL) || !put_identifier(t, p, module_name, "module") || !put_identifier(t, p, name, "global"))
            return false;
    }
    return mr_pickle_memo_put(t, p, obj);
}

/* ---- taken apart ---- */

static bool is_named(MrValue name, const char *text) { return name != MR_UNBOUND && mr_is_str(name) && mr_str_equal_c(name, text); }

static bool save_newobj_ex(MrThread *t, MrPickler *p, MrTuple *args)
{
    if (args->length != 3) {
        (void)mr_pickle_error(t, "PicklingError", "length of the NEWOBJ_EX argument tuple must be exactly 3, not %zu", args->length);
        return false;
    }
    MrValue cls = args->items[0], rest = args->items[1], keywords = args->items[2];
    const char *bad = !mr_is_type(cls) ? "first item from NEWOBJ_EX argument tuple must be a class"
                      : !mr_is_tuple(rest) ? "second item from NEWOBJ_EX argument tuple must be a tuple"
                      : !mr_is_dict(keywords) ? "third item from NEWOBJ_EX argument tuple must be a dict" : NULL;
    if (bad) {
        (void)mr_pickle_error(t, "PicklingError", "%s, not %s", bad, mr_type_name(t, !mr_is_type(cls) ? cls : !mr_is_tuple(rest) ? rest : keywords));
        return false;
    }
    if (p->protocol >= 4)
        return mr_pickle_save(t, p, cls) && mr_pickle_save(t, p, rest) && mr_pickle_save(t, p, keywords) && mr_pickle_op(t, p, PK_NEWOBJ_EX);
    MrValue functools = mr_import(t, "functools"), partial = functools == MR_ERROR ? functools : mr_getattr_c(t, functools, "partial");
    MrValue make = mr_getattr_c(t, cls, "__new__"), list = mr_list_new(t, 4);
    if (partial == MR_ERROR || make == MR_ERROR || list == MR_ERROR || !mr_list_append(t, list, make) || !mr_list_append(t, list, cls) ||
        !mr_list_extend(t, list, rest))
        return false;
    MrValue positional = mr_tuple_of(t, list), call = positional == MR_ERROR ? positional : mr_call_kw(t, partial, positional, keywords);
    return call != MR_ERROR && mr_pickle_save(t, p, call) && mr_pickle_save(t, p, mr_tuple_new(t, 0)) && mr_pickle_op(t, p, PK_REDUCE);
}

static bool save_newobj(MrThread *t, MrPickler *p, MrTuple *args, MrValue obj)
{
    if (!args->length)
        return fail(t, "__newobj__ arglist is empty");
    MrValue cls = args->items[0];
    if (mr_getattr_or(t, cls, intern(t, "__new__")) == MR_UNBOUND)
        return fail(t, "args[0] from __newobj__ args has no __new__");
    if (obj != MR_UNBOUND) {
        MrValue own = mr_getattr(t, obj, mr_n(t, __class__));
        if (own == MR_ERROR)
            return false;
        if (own != cls)
            return fail(t, "args[0] from __newobj__ args has the wrong class");
    }
    MrValue rest = mr_tuple_from(t, args->items + 1, args->length - 1);
    return rest != MR_ERROR && mr_pickle_save(t, p, cls) && mr_pickle_save(t, p, rest) && mr_pickle_op(t, p, PK_NEWOBJ);
}

static bool is_iterator(MrThread *t, MrValue v) { return mr_typeof(t, v)->next || mr_slot(t, mr_typeof(t, v), MR_SLOT_next) != MR_UNBOUND; }

bool mr_pickle_save_reduce(MrThread *t, MrPickler *p, MrValue reduced, MrValue obj)
{
    MrTuple *r = MR_TUPLE(reduced);
    size_t index;
    MrValue part[6] = {0}; /* callable, arguments, state, list items, dict items, state setter */
    if (r->length < 2 || r->length > 6)
        return fail(t, "tuple returned by __reduce__ must contain 2 through 6 elements");
    for (size_t i = 0; i < r->length; i++)
        part[i] = i >= 2 && r->items[i] == MR_NONE ? MR_UNBOUND : r->items[i];
    if (!mr_callable(t, part[0]))
        return fail(t, "first item of the tuple returned by __reduce__ must be callable");
    if (!mr_is_tuple(part[1]))
        return fail(t, "second item of the tuple returned by __reduce__ must be a tuple");
    for (int i = 3; i < 6; i++) {
        static const char *const text[] = {"fourth element of the tuple returned by __reduce__ must be an iterator",
                                           "fifth element of the tuple returned by __reduce__ must be an iterator",
                                           "sixth element of the tuple returned by __reduce__ must be a function"};
        if (part[i] != MR_UNBOUND && !(i == 5 ? mr_callable(t, part[i]) : is_iterator(t, part[i]))) {
            (void)mr_pickle_error(t, "PicklingError", "%s, not %s", text[i - 3], mr_type_name(t, part[i]));
            return false;
        }
    }
    MrValue name = p->protocol >= 2 ? mr_getattr_or(t, part[0], mr_n(t, __name__)) : MR_UNBOUND;
    bool ok;
    if (name == MR_ERROR)
        return false;
    if (is_named(name, "__newobj_ex__"))
        ok = save_newobj_ex(t, p, MR_TUPLE(part[1]));
    else if (is_named(name, "__newobj__"))
        ok = save_newobj(t, p, MR_TUPLE(part[1]), obj);
    else
        ok = mr_pickle_save(t, p, part[0]) && mr_pickle_save(t, p, part[1]) && mr_pickle_op(t, p, PK_REDUCE);
    if (!ok)
        return false;
    if (obj != MR_UNBOUND) {
        if (mr_pickle_memo_has(p, obj, &index)) /* its own arguments hold it: it has been rebuilt meanwhile */
            return mr_pickle_op(t, p, PK_POP) && mr_pickle_memo_get(t, p, obj);
        if (!mr_pickle_memo_put(t, p, obj))
            return false;
    }
    if ((part[3] != MR_UNBOUND && !mr_pickle_batch_list(t, p, part[3])) || (part[4] != MR_UNBOUND && !mr_pickle_batch_dict(t, p, part[4])))
        return false;
    if (part[2] == MR_UNBOUND)
        return true;
    if (part[5] == MR_UNBOUND)
        return mr_pickle_save(t, p, part[2]) && mr_pickle_op(t, p, PK_BUILD);
    return mr_pickle_save(t, p, part[5]) && mr_pickle_save(t, p, obj == MR_UNBOUND ? MR_NONE : obj) && mr_pickle_save(t, p, part[2]) &&
           mr_pickle_op(t, p, PK_TUPLE2) && mr_pickle_op(t, p, PK_REDUCE) && mr_pickle_op(t, p, PK_POP);
}

/* The types of None, Ellipsis and NotImplemented have no importable name. */
static bool save_class(MrThread *t, MrPickler *p, MrValue cls)
{
    MrValue only = cls == mr_type_val(t, MR_TYPE_NoneType) ? MR_NONE : cls == mr_type_val(t, MR_TYPE_ellipsis) ? MR_ELLIPSIS
                   : cls == mr_type_val(t, MR_TYPE_NotImplementedType) ? MR_NOT_IMPLEMENTED : MR_UNBOUND;
    if (only == MR_UNBOUND)
        return save_global(t, p, cls, MR_UNBOUND);
    MrValue call[2] = {mr_type_val(t, MR_TYPE_type), mr_tuple_from(t, &only, 1)}, reduced = mr_tuple_from(t, call, 2);
    return reduced != MR_ERROR && mr_pickle_save_reduce(t, p, reduced, cls);
}

/* ---- plain instances: what object.__reduce_ex__ would say, without asking ---- */

static bool same_as_object(MrThread *t, MrType *type, const char *name)
{
    MrStr *s = intern(t, name);
    return s && mr_type_lookup(t, type, s) == mr_type_lookup(t, t->iso->types[MR_TYPE_object], s);
}

static bool is_plain(MrThread *t, const MrPickler *p, MrValue obj, MrType *type)
{
    if (p->protocol < 2 || !mr_is_kind(obj, MR_KIND_INSTANCE) || !(type->flags & MR_TYPE_HEAP) || !(type->flags & MR_TYPE_HAS_DICT) ||
        type->flags & MR_TYPE_CUSTOM_GETATTR || type->named_slots || type->def != t->iso->types[MR_TYPE_object]->def)
        return false;
    return same_as_object(t, type, "__reduce_ex__") && same_as_object(t, type, "__reduce__") && same_as_object(t, type, "__getstate__") &&
           same_as_object(t, type, "__getnewargs_ex__") && same_as_object(t, type, "__getnewargs__") && same_as_object(t, type, "__class__");
}

/* Its attributes as a dict, its own one if it has one already. */
static MrDict *attributes_of(MrThread *t, MrValue obj)
{
    MrShape *shape = mr_shape_of(t, mr_obj_of(obj));
    MrTail *tail = mr_tail(t, mr_obj_of(obj));
    if (shape->dict_mode || !tail)
        return mr_instance_dict(t, obj);
    MrStr **names = mr_buffer_new(t, (shape->n + 1) * sizeof *names);
    MrDict *d = names ? mr_dict_new(t) : NULL;
    if (!d)
        return NULL;
    for (MrShape *s = shape; s && s->n; s = s->parent)
        names[s->n - 1] = s->name;
    for (uint32_t i = 0; i < shape->n; i++) {
        MrValue v = *mr_slot_at(shape, tail, i);
        if (names[i] && v != MR_UNBOUND && !mr_dict_set_str(t, d, names[i], v))
            return NULL;
    }
    return d;
}

static bool save_plain(MrThread *t, MrPickler *p, MrValue obj, MrType *type)
{
    MrDict *state = attributes_of(t, obj);
    if (!state)
        return false;
    if (!mr_pickle_save(t, p, mr_val(type)) || !mr_pickle_save(t, p, mr_tuple_new(t, 0)) || !mr_pickle_op(t, p, PK_NEWOBJ) || !mr_pickle_memo_put(t, p, obj))
        return false;
    return !state->length || (mr_pickle_save(t, p, mr_val(state)) && mr_pickle_op(t, p, PK_BUILD));
}

static MrValue ask_object(MrThread *t, MrPickler *p, MrValue obj)
{
    MrStr *reduce_ex = intern(t, "__reduce_ex__");
    MrValue method = reduce_ex ? mr_getattr_or(t, obj, reduce_ex) : MR_ERROR;
    if (method == MR_ERROR)
        return method;
    if (method != MR_UNBOUND)
        return mr_call1(t, method, mr_small_int(p->protocol));
    method = mr_getattr_or(t, obj, mr_n(t, __reduce__));
    if (method == MR_ERROR)
        return method;
    if (method != MR_UNBOUND)
        return mr_call0(t, method);
    MrValue repr = mr_repr(t, obj);
    return repr == MR_ERROR ? repr : mr_pickle_error(t, "PicklingError", "can't pickle '%s' object: %s", mr_type_name(t, obj), mr_cstr(repr));
}

bool mr_pickle_save_other(MrThread *t, MrPickler *p, MrValue obj)
{
    MrType *type = mr_typeof(t, obj);
    MrValue reduced = MR_NOT_IMPLEMENTED, reducer;
    if (p->reducer_override != MR_UNBOUND)
        reduced = mr_call1(t, p->reducer_override, obj);
    if (reduced == MR_NOT_IMPLEMENTED) {
        if (type == mr_builtin_type(t, MR_TYPE_type))
            return save_class(t, p, obj);
        if (mr_is_exact(obj, MR_TYPE_function))
            return save_global(t, p, obj, MR_UNBOUND);
        if (p->dispatch_table == MR_UNBOUND) {
            reducer = mr_dict_get(t, MR_DICT(p->reducers), mr_val(type));
        } else {
            reducer = mr_getitem(t, p->dispatch_table, mr_val(type));
            if (reducer == MR_ERROR && mr_clear_if(t, MR_EXC_KeyError))
                reducer = MR_UNBOUND;
        }
        if (reducer == MR_ERROR)
            return false;
        if (reducer != MR_UNBOUND)
            reduced = mr_call1(t, reducer, obj);
        else if (mr_is_type(obj))
            return save_global(t, p, obj, MR_UNBOUND);
        else if (is_plain(t, p, obj, type) && p->persistent_id == MR_UNBOUND)
            return save_plain(t, p, obj, type);
        else
            reduced = ask_object(t, p, obj);
    }
    if (reduced == MR_ERROR)
        return false;
    if (mr_is_str(reduced))
        return save_global(t, p, obj, reduced);
    return mr_is_tuple(reduced) ? mr_pickle_save_reduce(t, p, reduced, obj) : fail(t, "__reduce__ must return a string or tuple");
}
