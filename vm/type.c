/* Types: construction, C3 linearisation, the table of special methods, versions.
 *
 * A builtin type costs nothing but its struct until something looks into it: mr_type_ready then makes its dict from the def's tables. The
 * slots table (one value per special method) is shared with the base as long as the type overrides none.
 * Versions: a type's version changes to a fresh number whenever it or one of its bases changes, and inline caches compare it.
 * Not here: attribute access (attr.c), the methods of `type` and `object` themselves (types/type.c, types/object.c).
 */
#include "vm/error.h"
#include "vm/attr.h"
#include "vm/type.h"
#include "vm/types/structseq.h"
#include "vm/types/weakref.h"

#include <stdlib.h>

#define TYPE(id, kind) extern const MrTypeDef mr_##id##_type;
#include "vm/types.def"
#undef TYPE
extern const MrTypeDef mr_exception_typedef;
extern const MrGetSetDef mr_dict_getset;

static const MrTypeDef *const builtin_defs[] = {
    NULL,
#define TYPE(id, kind) &mr_##id##_type,
#include "vm/types.def"
#undef TYPE
};

static const struct { const char *name; MrTypeId base; const char *doc; } exception_rows[] = {
#define EXC(id, base, doc) {#id, MR_TYPE_##base, doc},
#include "vm/exceptions.def"
#undef EXC
};

MrType *mr_builtin_type(MrThread *t, MrTypeId id)
{
    return t->iso->types[id];
}

/* ---- slots ---- */

static int slot_number(MrThread *t, MrStr *name)
{
    uint16_t n = name->h.aux; /* set when the special names were interned */
    return n && n <= MR_SLOT_COUNT && t->iso->slot_names[n - 1] == name ? n - 1 : -1;
}

static MrValue lookup_in_mro(MrThread *t, MrType *type, MrStr *name)
{
    MrTuple *mro = type->mro;
    for (size_t i = 0; i < mro->length; i++) {
        MrType *k = MR_TYPE(mro->items[i]);
        if (MR_UNLIKELY(!(k->flags & MR_TYPE_READY)) && !mr_type_ready(t, k))
            return MR_ERROR;
        MrValue v = mr_dict_get_str(t, k->dict, name);
        if (v != MR_UNBOUND)
            return v;
    }
    return MR_UNBOUND;
}

static bool own_slots(MrThread *t, MrType *type)
{
    if (type->slots && (!type->base || type->slots != type->base->slots))
        return true;
    MrValue *slots = mr_buffer_new(t, MR_SLOT_COUNT * sizeof *slots);
    if (!slots)
        return false;
    if (type->base && type->base->slots)
        memcpy(slots, type->base->slots, MR_SLOT_COUNT * sizeof *slots);
    type->slots = slots;
    return true;
}

static void update_flags(MrThread *t, MrType *type)
{
    MrType *object = t->iso->types[MR_TYPE_object];
    type->flags &= ~(uint32_t)(MR_TYPE_HAS_DEL | MR_TYPE_CUSTOM_GETATTR | MR_TYPE_CUSTOM_SETATTR);
    if (type->slots[MR_SLOT_del] != MR_UNBOUND)
        type->flags |= MR_TYPE_HAS_DEL;
    MrValue ga = type->slots[MR_SLOT_getattribute], sa = type->slots[MR_SLOT_setattr];
    if (type->slots[MR_SLOT_getattr] != MR_UNBOUND || (object->slots && ga != object->slots[MR_SLOT_getattribute]))
        type->flags |= MR_TYPE_CUSTOM_GETATTR;
    if (object->slots && (sa != object->slots[MR_SLOT_setattr] || type->slots[MR_SLOT_delattr] != object->slots[MR_SLOT_delattr]))
        type->flags |= MR_TYPE_CUSTOM_SETATTR;
    type->next = type->def->next;
    if (type->next && (type->flags & MR_TYPE_HEAP)) { /* overridden in Python? */
        MrType *k = type;
        while (k->flags & MR_TYPE_HEAP)
            k = k->base;
        if (k->slots && type->slots[MR_SLOT_next] != k->slots[MR_SLOT_next])
            type->next = NULL;
    }
}

/* Recomputes the slots that names in any class of the MRO but `base` may override. */
static bool fill_slots(MrThread *t, MrType *type)
{
    type->slots = type->base ? type->base->slots : NULL;
    for (size_t i = 0; i < type->mro->length; i++) {
        MrType *k = MR_TYPE(type->mro->items[i]);
        if (k == type->base && type->mro->length - i == k->mro->length)
            break; /* the rest is the base's own order */
        size_t pos = 0, work = 0;
        MrValue key, value;
        while (mr_dict_next(k->dict, &pos, &key, &value)) {
            if (!mr_limits_work(t, work))
                return false;
            if (!mr_is_str(key))
                continue;
            MrStr *name = mr_intern_str(t, MR_STR(key)); /* slots go by the name itself; a namespace may have an equal one */
            if (!name)
                return false;
            int s = slot_number(t, name);
            if (s < 0)
                continue;
            if (!own_slots(t, type))
                return false;
            MrValue found = lookup_in_mro(t, type, MR_STR(key));
            if (found == MR_ERROR)
                return false;
            type->slots[s] = found;
        }
    }
    if (!type->slots && !own_slots(t, type))
        return false;
    update_flags(t, type);
    return true;
}

MrValue mr_slot(MrThread *t, MrType *type, MrSlot slot)
{
    if (MR_UNLIKELY(!(type->flags & MR_TYPE_READY)) && !mr_type_ready(t, type))
        return mr_take_pending(t), MR_UNBOUND;
    return type->slots[slot];
}

/* ---- builtin types ---- */

MrTypeId mr_descriptor_type(const MrType *type, const MrMethodDef *m)
{
    static const char methods[] = " format bytes length_hint reversed missing enter exit aenter aexit complex round trunc floor ceil instancecheck subclasscheck "
                                  "reduce reduce_ex sizeof dir init_subclass subclasshook class_getitem getstate setstate getnewargs getnewargs_ex getformat "
                                  "copy deepcopy prepare set_name subclasses mro_entries alloc typing_subst ";
    if (m->flags & MR_METHOD_CLASS)
        return MR_TYPE_classmethod_descriptor;
    const char *end = strncmp(m->sig, "__", 2) ? NULL : strstr(m->sig + 2, "__(");
    if (!end)
        return MR_TYPE_method_descriptor;
    bool dict = type->def == &mr_dict_type, set = type->def == &mr_set_type || type->def == &mr_frozenset_type, list = type->def == &mr_list_type;
    if (((dict || set) && !strncmp(m->sig, "__contains__", 12)) || ((dict || list) && !strncmp(m->sig, "__getitem__", 11)))
        return MR_TYPE_method_descriptor;
    char name[32];
    int n = snprintf(name, sizeof name, " %.*s ", (int)(end - m->sig) - 2, m->sig + 2);
    return n < (int)sizeof name && !strstr(methods, name) ? MR_TYPE_wrapper_descriptor : MR_TYPE_method_descriptor;
}

bool mr_type_add_method(MrThread *t, MrType *type, const MrMethodDef *m)
{
    const char *paren = strchr(m->sig, '(');
    MrStr *name = mr_intern(t, m->sig, paren ? (size_t)(paren - m->sig) : strlen(m->sig));
    if (!name)
        return false;
    bool is_static = (m->flags & MR_METHOD_STATIC) != 0;
    MrValue f = mr_function_native(t, m, mr_val(type), is_static ? mr_val(type) : MR_UNBOUND);
    if (f == MR_ERROR)
        return false;
    if (is_static)
        ((MrNativeFn *)mr_obj_of(f))->self = MR_UNBOUND;
    else
        mr_obj_of(f)->shape = mr_descriptor_type(type, m);
    return mr_dict_set_str(t, type->dict, name, f);
}

static MrValue native_next(MrThread *t, MrValue *a)
{
    MrType *type = mr_typeof(t, a[0]);
    MrValue v = type->def->next(t, a[0]);
    return v == MR_UNBOUND ? mr_raise_type_value(t, MR_EXC_StopIteration, MR_UNBOUND) : v;
}

static MrValue native_iter_self(MrThread *t, MrValue *a)
{
    (void)t;
    return a[0];
}

static const MrMethodDef next_row = {"__next__(self, /)", native_next, "The next value; raises StopIteration at the end.", 0};
static const MrMethodDef iter_row = {"__iter__(self, /)", native_iter_self, "An iterator over self.", 0};

/* A computed attribute of the class's instances, unless the name is taken. */
static bool add_getset(MrThread *t, MrType *type, const MrGetSetDef *def, MrStr *name)
{
    if (mr_dict_get_str(t, type->dict, name) != MR_UNBOUND)
        return true;
    MrGetSet *g = mr_alloc(t, sizeof *g, MR_KIND_OTHER, MR_TYPE_getset_descriptor);
    if (!g)
        return false;
    g->def = def;
    g->owner = type;
    return mr_dict_set_str(t, type->dict, name, mr_val(g));
}

static bool fill_dict(MrThread *t, MrType *type)
{
    const MrTypeDef *def = type->def;
    for (const MrMethodDef *m = def->methods; m && m->sig; m++)
        if (!mr_type_add_method(t, type, m))
            return false;
    if (def->next && !(type->base && type->base->def->next == def->next)) {
        if (!mr_type_add_method(t, type, &next_row))
            return false;
        if (mr_dict_get_str(t, type->dict, mr_slot_name(t, MR_SLOT_iter)) == MR_UNBOUND && !mr_type_add_method(t, type, &iter_row))
            return false;
    }
    for (const MrGetSetDef *g = def->getset; g && g->name; g++) {
        MrStr *name = mr_intern(t, g->name, strlen(g->name));
        if (!name || !add_getset(t, type, g, name))
            return false;
    }
    if (def->flags & MR_TYPEDEF_DICT && !(type->base && type->base->flags & MR_TYPE_HAS_DICT) && !add_getset(t, type, &mr_dict_getset, mr_n(t, __dict__)))
        return false;
    if (def->flags & MR_TYPEDEF_ABSTRACT_HASH && !mr_dict_set_str(t, type->dict, mr_slot_name(t, MR_SLOT_hash), MR_NONE))
        return false;
    if (mr_dict_get_str(t, type->dict, mr_n(t, __doc__)) != MR_UNBOUND)
        return true; /* instances have a __doc__ of their own */
    MrValue doc = def->doc ? mr_str_c(t, def->doc) : MR_NONE;
    return doc != MR_ERROR && mr_dict_set_str(t, type->dict, mr_n(t, __doc__), doc);
}

bool mr_type_ready(MrThread *t, MrType *type)
{
    if (type->flags & (MR_TYPE_READY | MR_TYPE_READYING))
        return true;
    for (size_t i = 0; i < type->bases->length; i++)
        if (!mr_type_ready(t, MR_TYPE(type->bases->items[i])))
            return false;
    type->flags |= MR_TYPE_READYING;
    MrValue pending = t->pending; /* readying may happen while an exception is pending */
    t->pending = MR_UNBOUND;
    bool exception_child = type->base && type->base->def == type->def;
    bool ok = exception_child || (fill_dict(t, type) && (!(type->def->flags & MR_TYPEDEF_STRUCTSEQ) || mr_structseq_fill_dict(t, type)));
    if (ok && exception_child && (type->flags & MR_TYPE_IS_EXCEPTION)) {
        MrTypeId id = type->root->id;
        const char *text = id == MR_TYPE_ExceptionGroup ? NULL : exception_rows[id - MR_EXC_BaseException].doc;
        MrValue doc = text ? mr_str_c(t, text) : MR_NONE;
        ok = doc != MR_ERROR && mr_dict_set_str(t, type->dict, mr_n(t, __doc__), doc);
        ok = ok && mr_exception_type_ready(t, type);
    }
    type->flags |= MR_TYPE_READY;
    ok = ok && fill_slots(t, type);
    type->flags &= ~(uint32_t)MR_TYPE_READYING;
    if (!ok) {
        type->flags &= ~(uint32_t)MR_TYPE_READY;
        return false;
    }
    t->pending = pending;
    return true;
}

static uint32_t typedef_flags(const MrTypeDef *def, const MrType *base)
{
    uint32_t f = MR_TYPE_IMMUTABLE;
    if (def->flags & MR_TYPEDEF_SEQUENCE || (base && base->flags & MR_TYPE_SEQ))
        f |= MR_TYPE_SEQ;
    if (def->flags & MR_TYPEDEF_MAPPING || (base && base->flags & MR_TYPE_MAP))
        f |= MR_TYPE_MAP;
    if (def->flags & MR_TYPEDEF_DICT)
        f |= MR_TYPE_HAS_DICT;
    return f;
}

/* The struct of a builtin type. Names that need interning come later, when the intern table exists. */
static MrType *new_builtin(MrThread *t, const MrTypeDef *def, MrType *base, uint32_t id)
{
    MrType *type = mr_alloc(t, sizeof *type, MR_KIND_TYPE, MR_TYPE_type);
    if (!type)
        return NULL;
    type->def = def;
    type->base = base;
    type->flags = typedef_flags(def, base);
    type->version = ++t->iso->next_type_version;
    uint32_t size = def->size ? (def->size + 7) / 8 * 8 : base ? base->attr_offset : 0;
    type->attr_offset = def->kind == MR_KIND_EXCEPTION ? (uint32_t)offsetof(MrException, extra)
                        : def->kind == MR_KIND_INSTANCE && (def->flags & MR_TYPEDEF_DICT) ? (uint32_t)offsetof(MrInstance, extra)
                        : (def->flags & MR_TYPEDEF_DICT) ? size : 0;
    type->module = type->qualname = MR_UNBOUND;
    type->root = mr_shape_new_root(t, type, id, 0, 0);
    return type->root ? type : NULL;
}

static bool link_builtin(MrThread *t, MrType *type, const char *full_name)
{
    MrValue self = mr_val(type);
    const char *dot = strrchr(full_name, '.');
    type->name = mr_intern(t, dot ? dot + 1 : full_name, strlen(dot ? dot + 1 : full_name));
    type->qualname = mr_val(type->name);
    bool own = type->def->module && !(type->flags & MR_TYPE_IS_EXCEPTION);
    MrStr *module = own ? mr_intern(t, type->def->module, strlen(type->def->module)) : dot ? mr_intern(t, full_name, (size_t)(dot - full_name)) : mr_n(t, builtins);
    if (!type->name || !module)
        return false;
    type->module = mr_val(module);
    size_t n = type->base ? type->base->mro->length : 0;
    MrValue mro = mr_tuple_new(t, n + 1);
    MrValue base = mr_val(type->base);
    MrValue bases = mr_tuple_from(t, &base, type->base ? 1 : 0);
    MrDict *dict = mr_dict_new(t);
    if (mro == MR_ERROR || bases == MR_ERROR || !dict)
        return false;
    MR_TUPLE(mro)->items[0] = self;
    if (n)
        memcpy(MR_TUPLE(mro)->items + 1, type->base->mro->items, n * sizeof(MrValue));
    type->mro = MR_TUPLE(mro);
    type->bases = MR_TUPLE(bases);
    type->dict = dict;
    return true;
}

bool mr_types_init(MrThread *t)
{
    MrIsolate *iso = t->iso;
    iso->cap_shapes = 512;
    iso->shapes = mr_buffer_new(t, iso->cap_shapes * sizeof *iso->shapes);
    if (!iso->shapes)
        return false;
    iso->n_shapes = MR_TYPE_COUNT;
    for (int id = 1; id < MR_EXC_BaseException; id++) {
        const MrTypeDef *def = builtin_defs[id];
        MrType *base = id == MR_TYPE_object ? NULL : iso->types[def->base ? def->base : MR_TYPE_object];
        if (!(iso->types[id] = new_builtin(t, def, base, (uint32_t)id)))
            return false;
    }
    for (int id = MR_EXC_BaseException; id < MR_TYPE_COUNT; id++) {
        MrTypeId base = id == MR_TYPE_ExceptionGroup ? MR_EXC_BaseExceptionGroup : exception_rows[id - MR_EXC_BaseException].base;
        if (!(iso->types[id] = new_builtin(t, &mr_exception_typedef, iso->types[base], (uint32_t)id)))
            return false;
        iso->types[id]->flags |= MR_TYPE_IS_EXCEPTION;
    }
    return true;
}

/* Second half, once strs can be interned. */
bool mr_types_link(MrThread *t)
{
    MrIsolate *iso = t->iso;
    for (int id = 1; id < MR_TYPE_COUNT; id++) {
        MrType *type = iso->types[id];
        const char *name = id < MR_EXC_BaseException ? type->def->name : id == MR_TYPE_ExceptionGroup ? "ExceptionGroup" : exception_rows[id - MR_EXC_BaseException].name;
        if (id == MR_EXC_CancelledError || id == MR_EXC_InvalidStateError)
            name = id == MR_EXC_CancelledError ? "asyncio.exceptions.CancelledError" : "asyncio.exceptions.InvalidStateError";
        if (id == MR_EXC_UnsupportedOperation)
            name = "io.UnsupportedOperation";
        if (id == MR_EXC_gaierror || id == MR_EXC_herror)
            name = id == MR_EXC_gaierror ? "socket.gaierror" : "socket.herror";
        if (!link_builtin(t, type, name))
            return false;
    }
    const struct { MrTypeId id; MrTypeId first, second; } two_bases[] = {
        {MR_TYPE_ExceptionGroup, MR_EXC_BaseExceptionGroup, MR_EXC_Exception}, {MR_EXC_UnsupportedOperation, MR_EXC_OSError, MR_EXC_ValueError}};
    for (size_t i = 0; i < 2; i++) {
        MrType *type = iso->types[two_bases[i].id], *a = iso->types[two_bases[i].first], *b = iso->types[two_bases[i].second];
        MrValue bases[2] = {mr_val(a), mr_val(b)};
        MrValue pair = mr_tuple_from(t, bases, 2);
        if (pair == MR_ERROR)
            return false;
        type->bases = MR_TUPLE(pair);
        /* self, a, [a's bases not shared], b, [shared rest]: for these two only the last of a's bases before Exception differ */
        MrValue mro[12];
        size_t n = 0;
        mro[n++] = mr_val(type);
        for (size_t k = 0; k < a->mro->length; k++) {
            bool shared = false;
            for (size_t m = 0; m < b->mro->length; m++)
                shared |= b->mro->items[m] == a->mro->items[k];
            if (!shared)
                mro[n++] = a->mro->items[k];
        }
        for (size_t m = 0; m < b->mro->length; m++)
            mro[n++] = b->mro->items[m];
        MrValue tuple = mr_tuple_from(t, mro, n);
        if (tuple == MR_ERROR)
            return false;
        type->mro = MR_TUPLE(tuple);
    }
    return true;
}

MrType *mr_type_from_def(MrThread *t, const MrTypeDef *def)
{
    MrValue key = mr_int(t, (int64_t)((uintptr_t)def >> 3));
    if (key == MR_ERROR)
        return NULL;
    MrValue found = mr_dict_get(t, t->iso->def_types, key);
    if (found != MR_UNBOUND)
        return found == MR_ERROR ? NULL : MR_TYPE(found);
    MrType *base = def->base_def ? mr_type_from_def(t, def->base_def) : t->iso->types[def->base ? def->base : MR_TYPE_object];
    MrType *type = base ? new_builtin(t, def, base, 0) : NULL;
    if (!type || !link_builtin(t, type, def->name) || !mr_dict_set(t, t->iso->def_types, key, mr_val(type)))
        return NULL;
    return type;
}

/* ---- MRO ---- */

static bool in_tail(MrValue *seqs, size_t *heads, size_t n, MrValue k)
{
    for (size_t i = 0; i < n; i++) {
        MrTuple *s = MR_TUPLE(seqs[i]);
        for (size_t j = heads[i] + 1; j < s->length; j++)
            if (s->items[j] == k)
                return true;
    }
    return false;
}

/* Names the classes that no order suits: those at the heads of what is left to merge. */
static MrValue mro_conflict(MrThread *t, const MrValue *seqs, const size_t *heads, size_t n)
{
    MrBuf b;
    mr_buf_init(&b);
    mr_buf_printf(&b, "Cannot create a consistent method resolution\norder (MRO) for bases ");
    bool first = true;
    for (size_t i = 0; i < n; i++) {
        if (heads[i] >= MR_TUPLE(seqs[i])->length)
            continue;
        MrValue head = MR_TUPLE(seqs[i])->items[heads[i]];
        bool seen = false;
        for (size_t k = 0; k < i; k++)
            seen |= heads[k] < MR_TUPLE(seqs[k])->length && MR_TUPLE(seqs[k])->items[heads[k]] == head;
        if (seen)
            continue;
        MrStr *name = MR_TYPE(head)->name;
        mr_buf_write(&b, ", ", first ? 0 : 2);
        mr_buf_write(&b, name->bytes, name->nbytes);
        first = false;
    }
    MrValue s = mr_str_buf(t, &b);
    return s == MR_ERROR ? s : mr_raise_str(t, MR_EXC_TypeError, s);
}

/* C3: merge of the bases' MROs and the list of bases. */
static MrTuple *compute_mro(MrThread *t, MrType *type, MrTuple *bases)
{
    for (size_t i = 0; i < bases->length; i++) {
        for (size_t k = i + 1; k < bases->length; k++) {
            if (bases->items[i] == bases->items[k]) {
                mr_raise(t, MR_EXC_TypeError, "duplicate base class %s", MR_TYPE(bases->items[i])->name->bytes);
                return NULL;
            }
        }
    }
    size_t n = bases->length + 1;
    MrValue *seqs = mr_buffer_new(t, n * sizeof *seqs);
    size_t *heads = mr_buffer_new(t, n * sizeof *heads);
    MrValue out = mr_list_new(t, 8);
    if (!seqs || !heads || out == MR_ERROR || !mr_list_append(t, out, mr_val(type)))
        return NULL;
    for (size_t i = 0; i + 1 < n; i++)
        seqs[i] = mr_val(MR_TYPE(bases->items[i])->mro);
    seqs[n - 1] = mr_val(bases);
    for (;;) {
        MrValue pick = MR_UNBOUND;
        bool left = false;
        for (size_t i = 0; i < n && pick == MR_UNBOUND; i++) {
            MrTuple *s = MR_TUPLE(seqs[i]);
            if (heads[i] >= s->length)
                continue;
            left = true;
            if (!in_tail(seqs, heads, n, s->items[heads[i]]))
                pick = s->items[heads[i]];
        }
        if (pick == MR_UNBOUND) {
            if (left)
                return mro_conflict(t, seqs, heads, n), NULL;
            break;
        }
        if (!mr_list_append(t, out, pick))
            return NULL;
        for (size_t i = 0; i < n; i++)
            if (heads[i] < MR_TUPLE(seqs[i])->length && MR_TUPLE(seqs[i])->items[heads[i]] == pick)
                heads[i]++;
    }
    MrValue mro = mr_tuple_from(t, MR_LIST(out)->items, MR_LIST(out)->length);
    return mro == MR_ERROR ? NULL : MR_TUPLE(mro);
}

/* What a metaclass's own mro() returned must be classes whose layout fits. */
static bool check_mro(MrThread *t, MrType *type, MrTuple *mro)
{
    if (!mro->length) {
        mr_raise(t, MR_EXC_TypeError, "type MRO must not be empty");
        return false;
    }
    for (size_t i = 0; i < mro->length; i++) {
        if (!mr_is_type(mro->items[i])) {
            mr_raise(t, MR_EXC_TypeError, "mro() returned a non-class ('%s')", mr_type_name(t, mro->items[i]));
            return false;
        }
        MrType *k = MR_TYPE(mro->items[i]);
        if (!mr_type_ready(t, k))
            return false;
        if (k != type && !mr_type_is_subtype(type->base, k) && k->def != type->def && k->def->kind != MR_KIND_INSTANCE) {
            mr_raise(t, MR_EXC_TypeError, "mro() returned base with unsuitable layout ('%s')", mr_class_name(k));
            return false;
        }
    }
    return true;
}

/* The order of a class whose plain one is computed: the same, or what its metaclass's own mro() says. NULL: pending. */
static MrTuple *order_call(MrThread *t, MrType *type)
{
    MrType *meta = mr_typeof(t, mr_val(type));
    MrValue hook = mr_type_lookup(t, meta, mr_intern(t, "mro", 3)), self = mr_val(type);
    if (hook == MR_ERROR)
        return NULL;
    if (hook == MR_UNBOUND || mr_is_kind(hook, MR_KIND_NATIVE))
        return type->mro;
    MrValue bound = mr_descr_get(t, hook, self, meta), order = bound == MR_ERROR ? bound : mr_call0(t, bound);
    MrValue tuple = order == MR_ERROR ? order : mr_tuple_of(t, order);
    return tuple != MR_ERROR && check_mro(t, type, MR_TUPLE(tuple)) ? MR_TUPLE(tuple) : NULL;
}

/* Which patterns instances match is inherited from the first class in the order that has an answer. */
static void inherit_pattern_flags(MrType *type)
{
    for (size_t i = 1; i < type->mro->length && !(type->flags & (MR_TYPE_SEQ | MR_TYPE_MAP)); i++)
        type->flags |= MR_TYPE(type->mro->items[i])->flags & (MR_TYPE_SEQ | MR_TYPE_MAP);
}

/* ---- class statements ---- */

MrType *mr_type_metaclass(MrThread *t, MrType *meta, MrTuple *bases)
{
    for (size_t i = 0; i < bases->length; i++) {
        MrType *m = mr_typeof(t, bases->items[i]);
        if (mr_type_is_subtype(meta, m))
            continue;
        if (!mr_type_is_subtype(m, meta)) {
            mr_raise(t, MR_EXC_TypeError, "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases");
            return NULL;
        }
        meta = m;
    }
    return meta;
}

static MrType *solid(MrType *k) /* the nearest type whose struct differs from its base's */
{
    while (k->base && k->def->kind != MR_KIND_INSTANCE && ((k->flags & MR_TYPE_HEAP) || (k->base->def == k->def)) )
        k = k->base;
    while ((k->flags & MR_TYPE_HEAP) && k->base && k->named_slots == k->base->named_slots)
        k = k->base;
    while (!(k->flags & MR_TYPE_HEAP) && k->base && k->def->kind == MR_KIND_INSTANCE) /* only methods, as io's abstract bases */
        k = k->base;
    return k;
}

/* The base whose layout the new class extends. */
static MrType *best_base(MrThread *t, MrTuple *bases)
{
    MrType *winner = NULL, *best = NULL;
    for (size_t i = 0; i < bases->length; i++) {
        if (!mr_is_type(bases->items[i])) {
            mr_raise(t, MR_EXC_TypeError, "bases must be types");
            return NULL;
        }
        MrType *k = MR_TYPE(bases->items[i]);
        if (!mr_type_ready(t, k))
            return NULL;
        if (k->def->flags & MR_TYPEDEF_FINAL && !(k->flags & MR_TYPE_HEAP)) {
            mr_raise(t, MR_EXC_TypeError, "type '%s' is not an acceptable base type", k->flags & MR_TYPE_IS_EXCEPTION ? k->name->bytes : k->def->name);
            return NULL;
        }
        MrType *candidate = solid(k);
        if (!winner || (candidate != winner && mr_type_is_subtype(candidate, winner))) {
            winner = candidate;
            best = k;
        } else if (!mr_type_is_subtype(winner, candidate) && (candidate->def->kind != MR_KIND_INSTANCE || candidate->flags & MR_TYPE_HEAP)) {
            mr_raise(t, MR_EXC_TypeError, "multiple bases have instance lay-out conflict");
            return NULL;
        }
    }
    return best;
}

/* ---- __dict__ and __weakref__ of instances ---- */

static bool takes_dict(const MrType *base)
{
    return base->flags & MR_TYPE_HAS_DICT || base->def->kind == MR_KIND_TYPE || base->def->kind == MR_KIND_MODULE || base->def->kind == MR_KIND_FUNCTION;
}

static bool may_add_weakref(const MrType *base)
{
    switch (base->def->kind) {
    case MR_KIND_INT:
    case MR_KIND_TUPLE:
    case MR_KIND_BYTES: return false;
    default: return !mr_type_takes_weakrefs(base);
    }
}

static MrValue get_weakref(MrThread *t, MrValue self)
{
    MrValue refs = mr_weakref_list(t, self);
    return refs == MR_ERROR ? refs : MR_LIST(refs)->length ? MR_LIST(refs)->items[0] : MR_NONE;
}

static const MrGetSetDef weakref_getset = {"__weakref__", get_weakref, NULL, "The weak references that exist to this object."};

static MrStr *mangle(MrThread *t, MrStr *class_name, MrStr *name)
{
    const char *b = name->bytes;
    if (name->nbytes < 3 || b[0] != '_' || b[1] != '_' || (b[name->nbytes - 1] == '_' && b[name->nbytes - 2] == '_'))
        return name;
    const char *c = class_name->bytes;
    while (*c == '_')
        c++;
    if (!*c)
        return name;
    MrValue s = mr_strf(t, "_%s%s", c, b);
    return s == MR_ERROR ? NULL : mr_intern_str(t, MR_STR(s));
}

static int compare_names(const void *a, const void *b) { return strcmp(mr_cstr(*(const MrValue *)a), mr_cstr(*(const MrValue *)b)); }

enum { MAX_SLOTS = 50000 };

/* __slots__: reserves a slot per name and puts a member descriptor into the class. Sets *has_dict and *has_weakref when those are named. */
static bool take_slots(MrThread *t, MrType *type, MrValue spec, bool *has_dict, bool *has_weakref)
{
    MrValue names = mr_is_str(spec) ? mr_tuple_from(t, &spec, 1) : mr_tuple_of(t, spec), sorted = mr_list_new(t, 0);
    if (names == MR_ERROR || sorted == MR_ERROR)
        return false;
    if (type->base->def->flags & MR_TYPEDEF_VARSIZE && type->base->def->kind != MR_KIND_STR && MR_TUPLE(names)->length) {
        bool only_dict = MR_TUPLE(names)->length == 1 && mr_str_equal_c(MR_TUPLE(names)->items[0], "__dict__");
        if (!only_dict) {
            mr_raise(t, MR_EXC_TypeError, "nonempty __slots__ not supported for subtype of '%s'", mr_class_name(type->base));
            return false;
        }
    }
    for (size_t i = 0; i < MR_TUPLE(names)->length; i++) {
        MrValue name = MR_TUPLE(names)->items[i];
        if (!mr_is_str(name)) {
            mr_raise(t, MR_EXC_TypeError, "__slots__ items must be strings, not '%s'", mr_type_name(t, name));
            return false;
        }
        bool dict = mr_str_equal_c(name, "__dict__");
        if (dict || mr_str_equal_c(name, "__weakref__")) {
            if (dict ? *has_dict || takes_dict(type->base) : *has_weakref || !may_add_weakref(type->base)) {
                mr_raise(t, MR_EXC_TypeError, dict ? "__dict__ slot disallowed: we already got one" : "__weakref__ slot disallowed: we already got one");
                return false;
            }
            *(dict ? has_dict : has_weakref) = true;
            continue;
        }
        MrValue identifier = mr_call_method0(t, name, mr_intern(t, "isidentifier", 12));
        if (identifier == MR_ERROR)
            return false;
        if (identifier == MR_FALSE) {
            mr_raise(t, MR_EXC_TypeError, "__slots__ must be identifiers");
            return false;
        }
        MrStr *m = mangle(t, type->name, MR_STR(name));
        m = m ? mr_intern_str(t, m) : NULL;
        if (!m || !mr_list_append(t, sorted, mr_val(m)))
            return false;
        if (mr_dict_get_str(t, type->dict, m) != MR_UNBOUND) {
            mr_raise(t, MR_EXC_ValueError, "'%s' in __slots__ conflicts with class variable", m->bytes);
            return false;
        }
    }
    MrList *list = MR_LIST(sorted);
    if (list->length)
        qsort(list->items, list->length, sizeof *list->items, compare_names); /* so that classes with the same names have the same layout */
    if (list->length + type->named_slots > MAX_SLOTS) {
        mr_raise(t, MR_EXC_TypeError, "too many __slots__");
        return false;
    }
    for (size_t i = 0; i < list->length; i++) {
        MrMember *d = mr_alloc(t, sizeof *d, MR_KIND_OTHER, MR_TYPE_member_descriptor);
        if (!d)
            return false;
        d->slot = type->named_slots++;
        d->owner = type;
        d->name = MR_STR(list->items[i]);
        if (!mr_dict_set_str(t, type->dict, d->name, mr_val(d)))
            return false;
    }
    return true;
}

static bool wrap_in(MrThread *t, MrDict *dict, MrStr *name, MrTypeId wrapper, MrKind kind)
{
    MrValue f = mr_dict_get_str(t, dict, name);
    if (!mr_is_kind(f, MR_KIND_FUNCTION))
        return true;
    MrWrapper *w = mr_alloc(t, sizeof *w, kind, wrapper);
    if (!w)
        return false;
    w->function = f;
    return mr_dict_set_str(t, dict, name, mr_val(w));
}

static bool fix_namespace(MrThread *t, MrType *type, bool adds_dict, bool adds_weakref)
{
    MrDict *d = type->dict;
    MrStr *qn = mr_n(t, __qualname__);
    MrValue q = mr_dict_get_str(t, d, qn);
    if (q != MR_UNBOUND) {
        if (!mr_is_str(q)) {
            mr_raise(t, MR_EXC_TypeError, "type __qualname__ must be a str, not %s", mr_type_name(t, q));
            return false;
        }
        type->qualname = q;
        if (mr_dict_del(t, d, mr_val(qn)) < 0)
            return false;
    } else {
        type->qualname = mr_val(type->name);
    }
    if (mr_dict_get_str(t, d, mr_n(t, __module__)) == MR_UNBOUND) {
        MrFunction *f = t->frame >= t->frames ? t->frame->function : NULL;
        MrValue m = f ? mr_dict_get_str(t, f->globals, mr_n(t, __name__)) : MR_UNBOUND;
        if (m != MR_UNBOUND && !mr_dict_set_str(t, d, mr_n(t, __module__), m))
            return false;
    }
    if (adds_dict && !add_getset(t, type, &mr_dict_getset, mr_n(t, __dict__)))
        return false;
    if (adds_weakref && !add_getset(t, type, &weakref_getset, mr_n(t, __weakref__)))
        return false;
    if (mr_dict_get_str(t, d, mr_n(t, __doc__)) == MR_UNBOUND && !mr_dict_set_str(t, d, mr_n(t, __doc__), MR_NONE))
        return false;
    if (mr_dict_get_str(t, d, mr_slot_name(t, MR_SLOT_eq)) != MR_UNBOUND && mr_dict_get_str(t, d, mr_slot_name(t, MR_SLOT_hash)) == MR_UNBOUND &&
        !mr_dict_set_str(t, d, mr_slot_name(t, MR_SLOT_hash), MR_NONE))
        return false;
    return wrap_in(t, d, mr_slot_name(t, MR_SLOT_new), MR_TYPE_staticmethod, MR_KIND_STATICMETHOD) &&
           wrap_in(t, d, mr_n(t, __init_subclass__), MR_TYPE_classmethod, MR_KIND_CLASSMETHOD) &&
           wrap_in(t, d, mr_n(t, __class_getitem__), MR_TYPE_classmethod, MR_KIND_CLASSMETHOD);
}

static bool set_names(MrThread *t, MrType *type)
{
    MrDict *copy = mr_dict_copy(t, type->dict);
    if (!copy)
        return false;
    size_t pos = 0, work = 0;
    MrValue key, value;
    while (mr_dict_next(copy, &pos, &key, &value)) {
        if (!mr_limits_work(t, work))
            return false;
        if (!mr_is_obj(value))
            continue;
        MrValue hook = mr_type_lookup(t, mr_typeof(t, value), mr_n(t, __set_name__));
        if (hook == MR_UNBOUND)
            continue;
        MrValue bound = hook == MR_ERROR ? hook : mr_descr_get(t, hook, value, mr_typeof(t, value));
        if (bound == MR_ERROR || mr_call2(t, bound, mr_val(type), key) == MR_ERROR) {
            if (!mr_pending(t) || !mr_pending_is(t, MR_EXC_Exception))
                return false;
            MrValue exc = mr_take_pending(t);
            MrValue key_repr = mr_repr(t, key);
            MrValue note = key_repr == MR_ERROR ? key_repr
                           : mr_strf(t, "Error calling __set_name__ on '%s' instance %s in '%s'", mr_type_name(t, value), mr_cstr(key_repr), type->name->bytes);
            if (note == MR_ERROR || mr_call_method(t, exc, mr_intern(t, "add_note", 8), 1, &note) == MR_ERROR)
                return false;
            mr_raise_value(t, exc);
            return false;
        }
    }
    return true;
}

static bool init_subclass(MrThread *t, MrType *type, MrValue kwargs)
{
    MrSuper *s = mr_alloc(t, sizeof *s, MR_KIND_SUPER, MR_TYPE_super);
    if (!s)
        return false;
    s->type = s->self = mr_val(type);
    s->self_type = mr_val(type);
    MrValue f = mr_getattr(t, mr_val(s), mr_n(t, __init_subclass__));
    return f != MR_ERROR && mr_call_kw(t, f, t->iso->empty_tuple, kwargs) != MR_ERROR;
}

static bool add_subclass(MrThread *t, MrType *base, MrType *sub)
{
    if (base->subclasses == MR_UNBOUND) {
        MrValue list = mr_list_new(t, 4);
        if (list == MR_ERROR)
            return false;
        base->subclasses = list;
    }
    return mr_list_append(t, base->subclasses, mr_val(sub));
}

/* Struct, layout and flags of a class, before its slots table. */
static MrType *new_class(MrThread *t, MrType *meta, MrType *base, MrTuple *bases, MrStr *name, MrDict *dict)
{
    MrType *type = mr_alloc_instance(t, sizeof *type, meta);
    if (!type)
        return NULL;
    type->h.kind = MR_KIND_TYPE;
    type->base = base;
    type->bases = bases;
    type->def = base->def;
    type->dict = dict;
    type->name = name;
    type->module = MR_UNBOUND;
    type->version = ++t->iso->next_type_version;
    type->flags = MR_TYPE_HEAP | MR_TYPE_READY | (base->flags & (MR_TYPE_IS_EXCEPTION | MR_TYPE_IS_TYPE));
    if (mr_type_is_subtype(base, t->iso->types[MR_TYPE_type]))
        type->flags |= MR_TYPE_IS_TYPE;
    type->named_slots = base->named_slots;
    type->inline_slots = base->inline_slots;
    if (base->attr_offset)
        type->attr_offset = base->attr_offset;
    else if (base->def->kind == MR_KIND_INSTANCE)
        type->attr_offset = offsetof(MrInstance, extra);
    else if (!(base->def->flags & MR_TYPEDEF_VARSIZE))
        type->attr_offset = (base->def->size + 7) / 8 * 8;
    return type;
}

/* How many attributes instances will have, guessed from the distinct `self.x = ...` of the class's own __init__, so that the first instances
 * already have them inline. A wrong guess costs a few bytes or one more shape: mr_type_learn_slots corrects upwards. */
static uint16_t guess_slots(MrThread *t, MrType *type)
{
    MrValue init = mr_dict_get_str(t, type->dict, mr_slot_name(t, MR_SLOT_init));
    if (!mr_is_kind(init, MR_KIND_FUNCTION) || type->def->flags & MR_TYPEDEF_VARSIZE)
        return 0;
    MrCode *c = ((MrFunction *)mr_obj_of(init))->code;
    uint16_t seen[32], n = 0;
    bool self_is_cell = c->nlocals && c->local_flags[0] & MR_LOCAL_CELL;
    for (uint32_t i = 0; i < c->n_code && n < 32; i += 1u + mr_op_info[c->code[i].op].words) {
        const MrInstr *in = &c->code[i];
        if (!self_is_cell && in->a != 0)
            continue;
        if (in->op != MR_OP_STORE_ATTR && in->op != MR_OP_STORE_ATTR_SLOT && in->op != MR_OP_STORE_ATTR_ADD)
            continue;
        uint16_t k = 0;
        while (k < n && seen[k] != in->c)
            k++;
        if (k == n)
            seen[n++] = in->c;
    }
    return n;
}

/* Annotation scopes in the body go on with the class's own names, as they are later. */
static bool set_classdictcell(MrThread *t, MrType *type)
{
    MrStr *name = mr_intern(t, "__classdictcell__", 17);
    MrValue cell = name ? mr_dict_get_str(t, type->dict, name) : MR_ERROR;
    if (!mr_is_kind(cell, MR_KIND_CELL))
        return cell != MR_ERROR;
    ((MrCell *)mr_obj_of(cell))->value = mr_val(type->dict);
    return mr_dict_del(t, type->dict, mr_val(name)) >= 0;
}

static bool set_classcell(MrThread *t, MrType *type)
{
    if (!set_classdictcell(t, type))
        return false;
    MrStr *name = mr_n(t, __classcell__);
    MrValue cell = mr_dict_get_str(t, type->dict, name);
    if (cell == MR_UNBOUND)
        return true;
    if (!mr_is_kind(cell, MR_KIND_CELL)) {
        mr_raise(t, MR_EXC_TypeError, "__classcell__ must be a nonlocal cell, not <class '%s'>", mr_type_name(t, cell));
        return false;
    }
    ((MrCell *)mr_obj_of(cell))->value = mr_val(type);
    return mr_dict_del(t, type->dict, mr_val(name)) >= 0;
}

MrValue mr_type_new(MrThread *t, MrType *meta, MrValue name, MrValue bases, MrValue ns, MrValue kwargs)
{
    if (MR_TUPLE(bases)->length == 0) {
        MrValue object = mr_type_val(t, MR_TYPE_object);
        bases = mr_tuple_from(t, &object, 1);
        if (bases == MR_ERROR)
            return bases;
    }
    if (memchr(mr_cstr(name), 0, MR_STR(name)->nbytes))
        return mr_raise(t, MR_EXC_ValueError, "type name must not contain null characters");
    if (!mr_str_is_ascii(MR_STR(name)) && mr_encode(t, name, "utf-8", "strict") == MR_ERROR)
        return MR_ERROR;
    MrType *base = best_base(t, MR_TUPLE(bases));
    MrDict *dict = base ? mr_dict_copy(t, MR_DICT(ns)) : NULL;
    MrStr *interned = dict ? mr_intern_str(t, MR_STR(name)) : NULL;
    MrType *type = interned ? new_class(t, meta, base, MR_TUPLE(bases), interned, dict) : NULL;
    if (!type)
        return MR_ERROR;
    bool has_dict = false, has_weakref = false;
    MrValue spec = mr_dict_get_str(t, dict, mr_n(t, __slots__));
    if (spec == MR_UNBOUND) {
        has_dict = true;
        has_weakref = may_add_weakref(base);
    } else if (!take_slots(t, type, spec, &has_dict, &has_weakref)) {
        return MR_ERROR;
    }
    bool adds_dict = has_dict && !takes_dict(base), adds_weakref = has_weakref;
    for (size_t i = 0; i < MR_TUPLE(bases)->length; i++) {
        has_dict |= (MR_TYPE(MR_TUPLE(bases)->items[i])->flags & MR_TYPE_HAS_DICT) != 0;
        has_weakref |= mr_type_takes_weakrefs(MR_TYPE(MR_TUPLE(bases)->items[i]));
    }
    if (has_dict)
        type->flags |= MR_TYPE_HAS_DICT;
    if (has_weakref)
        type->flags |= MR_TYPE_HAS_WEAKREF;
    if (!has_dict && !type->named_slots && !base->attr_offset && base->def->kind != MR_KIND_INSTANCE)
        type->attr_offset = 0;
    if (type->inline_slots < type->named_slots)
        type->inline_slots = type->named_slots;
    if (has_dict && type->inline_slots < 64)
        type->inline_slots += guess_slots(t, type);
    if (!fix_namespace(t, type, adds_dict, adds_weakref) || !(type->mro = compute_mro(t, type, MR_TUPLE(bases))))
        return MR_ERROR;
    type->root = mr_shape_new_root(t, type, 0, type->named_slots, type->inline_slots);
    if (!type->root || !fill_slots(t, type) || !set_classcell(t, type))
        return MR_ERROR;
    if (meta != t->iso->types[MR_TYPE_type]) {
        MrTuple *order = order_call(t, type);
        if (!order)
            return MR_ERROR;
        if (order != type->mro) {
            type->mro = order;
            if (!fill_slots(t, type))
                return MR_ERROR;
        }
    }
    inherit_pattern_flags(type);
    for (size_t i = 0; i < MR_TUPLE(bases)->length; i++)
        if (!add_subclass(t, MR_TYPE(MR_TUPLE(bases)->items[i]), type))
            return MR_ERROR;
    if (!set_names(t, type) || !init_subclass(t, type, kwargs))
        return MR_ERROR;
    return mr_val(type);
}

/* ---- changes ---- */

/* New orders for a class and all below it; `undo` gets each with the order that it had. */
static bool relinearise_call(MrThread *t, MrType *type, MrValue undo)
{
    MrTuple *old = type->mro, *mro = compute_mro(t, type, type->bases);
    if (!mro)
        return false;
    type->mro = mro;
    if (!mr_list_append(t, undo, mr_val(type)) || !mr_list_append(t, undo, mr_val(old)) || !(mro = order_call(t, type)))
        return false;
    type->mro = mro;
    MrList *subs = type->subclasses == MR_UNBOUND ? NULL : MR_LIST(type->subclasses);
    for (size_t i = subs ? subs->length : 0; i-- > 0;) /* downwards, since a collection takes dead ones out meanwhile */
        if (i < subs->length && !relinearise_call(t, MR_TYPE(subs->items[i]), undo))
            return false;
    return true;
}

static void drop_subclass(MrType *base, MrType *sub)
{
    MrList *subs = base->subclasses == MR_UNBOUND ? NULL : MR_LIST(base->subclasses);
    for (size_t i = 0; subs && i < subs->length; i++) {
        if (subs->items[i] == mr_val(sub)) {
            memmove(subs->items + i, subs->items + i + 1, (--subs->length - i) * sizeof *subs->items);
            return;
        }
    }
}

/* Do both classes add the same slots to those of their bases? */
static bool adds_same_slots(MrThread *t, MrType *a, MrType *b)
{
    MrValue key, value;
    size_t at = 0;
    if (a->named_slots - a->base->named_slots != b->named_slots - b->base->named_slots)
        return false;
    while (mr_dict_next(a->dict, &at, &key, &value)) {
        if (!mr_is_exact(value, MR_TYPE_member_descriptor) || ((MrMember *)mr_obj_of(value))->owner != a)
            continue;
        MrValue other = mr_is_str(key) ? mr_dict_get_str(t, b->dict, MR_STR(key)) : MR_UNBOUND;
        if (!mr_is_exact(other, MR_TYPE_member_descriptor) || ((MrMember *)mr_obj_of(other))->slot != ((MrMember *)mr_obj_of(value))->slot)
            return false;
    }
    return true;
}

/* The nearest class at or above that adds a slot, a dict or a builtin's struct. */
static MrType *layout_base(MrType *k)
{
    while (k->flags & MR_TYPE_HEAP && k->named_slots == k->base->named_slots && !((k->flags ^ k->base->flags) & MR_TYPE_HAS_DICT))
        k = k->base;
    return k;
}

bool mr_type_same_layout(MrThread *t, MrType *a, MrType *b)
{
    if (a->def != b->def || a->named_slots != b->named_slots || (a->flags ^ b->flags) & MR_TYPE_HAS_DICT)
        return false;
    a = layout_base(a);
    b = layout_base(b);
    return a == b || (a->flags & MR_TYPE_HEAP && b->flags & MR_TYPE_HEAP && a->base == b->base && adds_same_slots(t, a, b));
}

bool mr_type_set_bases(MrThread *t, MrType *type, MrValue bases)
{
    if (!mr_is_tuple(bases)) {
        mr_raise(t, MR_EXC_TypeError, "can only assign tuple to %s.__bases__, not %s", mr_class_name(type), mr_type_name(t, bases));
        return false;
    }
    MrTuple *list = MR_TUPLE(bases), *old_bases = type->bases;
    if (!list->length) {
        mr_raise(t, MR_EXC_TypeError, "can only assign non-empty tuple to %s.__bases__, not ()", mr_class_name(type));
        return false;
    }
    for (size_t i = 0; i < list->length; i++) {
        if (!mr_is_type(list->items[i])) {
            mr_raise(t, MR_EXC_TypeError, "%s.__bases__ must be tuple of classes, not '%s'", mr_class_name(type), mr_type_name(t, list->items[i]));
            return false;
        }
        if (mr_type_is_subtype(MR_TYPE(list->items[i]), type)) {
            mr_raise(t, MR_EXC_TypeError, "a __bases__ item causes an inheritance cycle");
            return false;
        }
    }
    MrType *base = best_base(t, list), *old_base = type->base;
    if (!base)
        return false;
    if (base->def != old_base->def || base->named_slots != old_base->named_slots || base->attr_offset != old_base->attr_offset ||
        (base == t->iso->types[MR_TYPE_object]) != (old_base == t->iso->types[MR_TYPE_object])) {
        mr_raise(t, MR_EXC_TypeError, "__bases__ assignment: '%s' object layout differs from '%s'", mr_class_name(base), mr_class_name(old_base));
        return false;
    }
    type->bases = list;
    type->base = base;
    MrValue undo = mr_list_new(t, 0);
    if (undo == MR_ERROR || !relinearise_call(t, type, undo)) {
        if (type->bases == list) {
            type->bases = old_bases;
            type->base = old_base;
            for (size_t i = undo == MR_ERROR ? 0 : MR_LIST(undo)->length; i; i -= 2)
                MR_TYPE(MR_LIST(undo)->items[i - 2])->mro = MR_TUPLE(MR_LIST(undo)->items[i - 1]);
        }
        return false;
    }
    if (type->bases != list) /* an mro() has assigned others meanwhile */
        return true;
    for (size_t i = 0; i < old_bases->length; i++)
        drop_subclass(MR_TYPE(old_bases->items[i]), type);
    for (size_t i = 0; i < list->length; i++)
        if (!add_subclass(t, MR_TYPE(list->items[i]), type))
            return false;
    return mr_type_modified(t, type, NULL);
}

bool mr_type_modified(MrThread *t, MrType *type, MrStr *name)
{
    type->version = ++t->iso->next_type_version;
    if (!name || slot_number(t, name) >= 0) {
        if (!fill_slots(t, type))
            return false;
    }
    if (type->subclasses == MR_UNBOUND)
        return true;
    MrList *subs = MR_LIST(type->subclasses);
    for (size_t i = subs->length; i-- > 0;) /* as in relinearise */
        if (i < subs->length && !mr_type_modified(t, MR_TYPE(subs->items[i]), name))
            return false;
    return true;
}

static void forget_below(MrThread *t, MrType *type)
{
    MrList *subs = type->subclasses == MR_UNBOUND ? NULL : MR_LIST(type->subclasses);
    for (size_t i = 0; subs && i < subs->length; i++) {
        MrType *k = MR_TYPE(subs->items[i]);
        k->version = ++t->iso->next_type_version;
        forget_below(t, k);
    }
}

void mr_type_becomes_descriptor(MrThread *t, MrStr *name)
{
    if (name != mr_slot_name(t, MR_SLOT_get) && name != mr_slot_name(t, MR_SLOT_set) && name != mr_slot_name(t, MR_SLOT_delete))
        return;
    for (int id = 1; id < MR_TYPE_COUNT; id++)
        if (t->iso->types[id])
            forget_below(t, t->iso->types[id]);
}

void mr_type_learn_slots(MrThread *t, MrType *type, const MrShape *s)
{
    if (s->dict_mode || s->n <= type->inline_slots || s->n > 64 || type->def->flags & MR_TYPEDEF_VARSIZE)
        return;
    MrShape *root = mr_shape_new_root(t, type, 0, type->named_slots, s->n);
    if (!root) {
        mr_take_pending(t); /* only a lost optimisation */
        return;
    }
    type->inline_slots = (uint16_t)s->n;
    type->root = root;
}

MrValue mr_type_subclasses(MrThread *t, MrType *type)
{
    MrValue list = mr_list_new(t, 4);
    for (int id = 1; list != MR_ERROR && id < MR_TYPE_COUNT; id++) { /* builtin classes never change: they are in no list */
        MrTuple *bases = t->iso->types[id]->bases;
        for (size_t i = 0; i < bases->length; i++)
            if (bases->items[i] == mr_val(type) && !mr_list_append(t, list, mr_val(t->iso->types[id])))
                return MR_ERROR;
    }
    return list == MR_ERROR || type->subclasses == MR_UNBOUND || mr_list_extend(t, list, type->subclasses) ? list : MR_ERROR;
}

bool mr_type_is_subtype(const MrType *sub, const MrType *base)
{
    if (sub == base)
        return true;
    if (!sub->mro)
        return false;
    for (size_t i = 0; i < sub->mro->length; i++)
        if (sub->mro->items[i] == mr_val(base))
            return true;
    return false;
}

MrValue mr_type_qualified_name(MrThread *t, MrType *type)
{
    MrValue module = type->module != MR_UNBOUND ? type->module : mr_dict_get_str(t, type->dict, mr_n(t, __module__));
    if (!mr_is_str(module) || mr_str_equal_c(module, "builtins"))
        return type->qualname;
    return mr_strf(t, "%s.%s", mr_cstr(module), mr_cstr(type->qualname));
}
