/* _thread._local: an object whose attributes are those of the thread that looks.
 *
 * The thread's record has the attributes: a dict from the object's address to (weak reference to the object, its dict for this thread), which goes when
 * the thread ends. Before each access the object's attribute dict is exchanged for the right one; what follows is ordinary attribute access, which
 * sees one thread only, since no other can run before it has looked, and afterwards the dict is let go of. A thread that comes new to the object runs __init__ with the arguments it was made with.
 */
#include "stdlib/native/thread_local.h"

#include <stddef.h>

#include "stdlib/native/instance.h"
#include "vm/isolate.h"
#include "vm/shape.h"
#include "vm/type.h"
#include "vm/types/weakref.h"

#define LOCAL(v) ((MrThreadLocal *)mr_obj_of(v))

typedef struct MrThreadLocal {
    MrObj h;
    MrValue args, kwargs; /* of the constructor */
    MrValue extra;        /* attribute tail: during an access the dict of the thread that looks */
    MrValue slots[];
} MrThreadLocal;

static bool is_dead(MrValue ref) { return !((MrWeakref *)mr_obj_of(ref))->target; }

/* Forgets the shares of objects that are gone. */
static bool purge(MrThread *t, MrDict *shares)
{
    MrValue dead = mr_list_new(t, 0), key, pair;
    for (size_t pos = 0; dead != MR_ERROR && mr_dict_next(shares, &pos, &key, &pair);)
        if (is_dead(MR_TUPLE(pair)->items[0]) && !mr_list_append(t, dead, key))
            return false;
    for (size_t i = 0; dead != MR_ERROR && i < MR_LIST(dead)->length; i++)
        if (mr_dict_del(t, shares, MR_LIST(dead)->items[i]) < 0)
            return false;
    return dead != MR_ERROR;
}

/* The pair of the object in the calling thread, or MR_UNBOUND. */
static MrValue share_of(MrThread *t, MrValue self, MrValue key)
{
    MrValue pair = t->locals == MR_UNBOUND ? MR_UNBOUND : mr_dict_get(t, MR_DICT(t->locals), key);
    if (pair == MR_UNBOUND || pair == MR_ERROR)
        return pair;
    return ((MrWeakref *)mr_obj_of(MR_TUPLE(pair)->items[0]))->target == mr_obj_of(self) ? pair : MR_UNBOUND; /* another object had the address before */
}

static bool add_share(MrThread *t, MrValue self, MrValue key, MrValue dict)
{
    MrDict *shares = t->locals == MR_UNBOUND ? mr_dict_new(t) : MR_DICT(t->locals);
    if (!shares)
        return false;
    t->locals = mr_val(shares);
    if (shares->length >= 16 && (shares->length & (shares->length - 1)) == 0 && !purge(t, shares))
        return false;
    MrValue pair[2] = {mr_call1(t, mr_type_val(t, MR_TYPE_weakref), self), dict};
    MrValue tuple = pair[0] == MR_ERROR ? pair[0] : mr_tuple_from(t, pair, 2);
    return tuple != MR_ERROR && mr_dict_set(t, shares, key, tuple);
}

/* Makes the attributes of this thread the object's. */
static bool look(MrThread *t, MrValue self)
{
    MrValue key = mr_int(t, (int64_t)(uintptr_t)mr_obj_of(self)), pair = key == MR_ERROR ? key : share_of(t, self, key);
    if (pair == MR_ERROR)
        return false;
    MrTail *tail = mr_tail(t, mr_obj_of(self));
    if (pair != MR_UNBOUND) {
        tail->extra = MR_TUPLE(pair)->items[1];
        return true;
    }
    MrDict *fresh = mr_dict_new(t);
    if (!fresh || !add_share(t, self, key, mr_val(fresh)))
        return false;
    tail->extra = mr_val(fresh);
    mr_write_barrier(t, mr_obj_of(self), tail->extra);
    MrValue init = mr_slot(t, mr_typeof(t, self), MR_SLOT_init);
    if (init == mr_slot(t, mr_builtin_type(t, MR_TYPE_object), MR_SLOT_init))
        return true;
    MrValue method = mr_getattr_c(t, self, "__init__");
    if (method != MR_ERROR && mr_call_kw(t, method, LOCAL(self)->args, LOCAL(self)->kwargs) != MR_ERROR) {
        tail->extra = mr_val(fresh); /* others may have looked meanwhile */
        return true;
    }
    MrValue error = mr_take_pending(t);
    (void)!mr_dict_del(t, MR_DICT(t->locals), key);
    mr_raise_value(t, error);
    return false;
}

/* The object does not keep what belongs to the thread. */
static void look_away(MrThread *t, MrValue self) { mr_tail(t, mr_obj_of(self))->extra = MR_UNBOUND; }

static MrValue local_new(MrThread *t, MrValue *a)
{
    bool arguments = MR_TUPLE(a[1])->length || (a[2] != MR_UNBOUND && MR_DICT(a[2])->length);
    MrType *type = mr_is_type(a[0]) ? MR_TYPE(a[0]) : NULL;
    if (arguments && type && mr_slot(t, type, MR_SLOT_init) == mr_slot(t, mr_builtin_type(t, MR_TYPE_object), MR_SLOT_init))
        return mr_raise(t, MR_EXC_TypeError, "Initialization arguments are not supported");
    MrThreadLocal *o = mr_def_new(t, &mr_thread_local_type, a[0]);
    if (!o)
        return MR_ERROR;
    o->args = a[1];
    o->kwargs = a[2];
    MrDict *own = mr_tail_to_dict(t, &o->h); /* for good: a dict that is exchanged */
    MrValue key = mr_int(t, (int64_t)(uintptr_t)o);
    return own && key != MR_ERROR && add_share(t, mr_val(o), key, mr_val(own)) ? mr_val(o) : MR_ERROR;
}

static bool read_name(MrThread *t, MrValue v, MrStr **name)
{
    if (!mr_is_str(v)) {
        mr_raise(t, MR_EXC_TypeError, "attribute name must be string, not '%s'", mr_type_name(t, v));
        return false;
    }
    return (*name = mr_intern_str(t, MR_STR(v))) != NULL;
}

static MrValue local_getattribute(MrThread *t, MrValue *a)
{
    MrStr *name;
    MrValue r = read_name(t, a[1], &name) && look(t, a[0]) ? mr_generic_getattr(t, a[0], name) : MR_ERROR;
    look_away(t, a[0]);
    return r;
}

static MrValue set(MrThread *t, MrValue self, MrValue key, MrValue value)
{
    MrStr *name;
    if (!read_name(t, key, &name) || !look(t, self))
        return MR_ERROR;
    if (name == mr_n(t, __dict__))
        return mr_raise(t, MR_EXC_AttributeError, "'%s' object attribute '__dict__' is read-only", mr_type_name(t, self));
    bool ok = mr_generic_setattr(t, self, name, value);
    look_away(t, self);
    return ok ? MR_NONE : MR_ERROR;
}

static MrValue local_setattr(MrThread *t, MrValue *a) { return set(t, a[0], a[1], a[2]); }
static MrValue local_delattr(MrThread *t, MrValue *a) { return set(t, a[0], a[1], MR_UNBOUND); }

static void trace(MrGc *gc, MrObj *o)
{
    MrThreadLocal *self = (MrThreadLocal *)o;
    mr_mark(gc, self->args);
    mr_mark(gc, self->kwargs);
}

static const MrMethodDef methods[] = {
    {"__new__(cls, /, *args, **kwargs)", local_new, "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC},
    {"__getattribute__(self, name, /)", local_getattribute, "What reading self.name gives.", 0},
    {"__setattr__(self, name, value, /)", local_setattr, "Carry out self.name = value.", 0},
    {"__delattr__(self, name, /)", local_delattr, "Carry out del self.name.", 0},
    {0},
};

const MrTypeDef mr_thread_local_type = {
    .name = "_thread._local", .kind = MR_KIND_OTHER, .size = offsetof(MrThreadLocal, extra), .flags = MR_TYPEDEF_DICT, .methods = methods, .trace = trace,
    .doc = "Attributes that each thread has for itself."};
