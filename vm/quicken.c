/* Inline caches: the generic attribute instructions look the name up in full and, where the outcome depends on nothing but the shape of the
 * object and the version of its class, rewrite themselves into a form that checks just those two.
 * Cache words: [1] shape | version << 32, [2] the class, [3] by form: byte offset of the slot, place of a slot in the buffer (mr_extra_slot), a value, or new shape << 32 | offset. The words
 * hold no references that keep anything alive: shape numbers are never used twice, and an object of that shape keeps its class.
 */
#include "vm/interp.h"

#include "vm/error.h"

static void set_words(MrInstr *pc, MrOpcode op, uint32_t shape, MrType *type, uint64_t payload)
{
    pc[1].word = shape | (uint64_t)type->version << 32;
    pc[2].word = (uint64_t)(uintptr_t)type;
    pc[3].word = payload;
    pc->op = (uint8_t)op;
}

/* Second level: what instructions of this kind found for (shape, name) lately, so that sites that see several shapes in turn switch between
 * them without a full look-up. `general` is the unquickened opcode. */
static MrAttrCacheEntry *second_level(MrThread *t, uint32_t shape, MrStr *name, MrOpcode general)
{
    uint32_t h = (shape * 0x9E3779B1u) ^ (uint32_t)((uintptr_t)name >> 4) ^ ((uint32_t)general << 5);
    return &t->iso->attr_cache[(h ^ h >> 15) % MR_ATTR_CACHE_SIZE];
}

static void remember(MrThread *t, MrInstr *pc, MrStr *name, MrOpcode general)
{
    *second_level(t, (uint32_t)pc[1].word, name, general) =
        (MrAttrCacheEntry){(uint32_t)pc[1].word, (uint32_t)(pc[1].word >> 32), name, (MrType *)(uintptr_t)pc[2].word, pc[3].word, general, pc->op};
}

/* Rewrites the instruction from the second level; false if that knows nothing. */
static bool recall(MrThread *t, MrInstr *pc, MrValue obj, MrStr *name, MrOpcode general)
{
    if (!mr_is_obj(obj))
        return false;
    uint32_t shape = mr_obj_of(obj)->shape;
    MrAttrCacheEntry *e = second_level(t, shape, name, general);
    if (e->shape != shape || e->name != name || e->general != general || e->type->version != e->version)
        return false;
    set_words(pc, (MrOpcode)e->op, shape, e->type, e->payload);
    return true;
}

static void set_cache(MrInstr *pc, MrOpcode op, MrObj *o, MrType *type, uint64_t payload)
{
    set_words(pc, op, o->shape, type, payload);
}

/* Byte offset of an inline slot from the object's start, or 0. */
static uint32_t slot_offset(MrObj *o, MrShape *s, MrType *type, uint32_t slot)
{
    if (slot >= s->n_inline)
        return 0;
    MrTail *tail = mr_tail_at(o, type);
    if (!tail || (type->def->flags & MR_TYPEDEF_VARSIZE))
        return 0;
    return (uint32_t)((char *)&tail->slots[slot] - (char *)o);
}

/* Payload of the forms for a slot in the buffer, or 0. */
static uint64_t extra_place(MrObj *o, MrShape *s, MrType *type, uint32_t slot)
{
    if (slot < s->n_inline || type->def->flags & MR_TYPEDEF_VARSIZE)
        return 0;
    return (uint64_t)(slot - s->n_inline) << 32 | (uint32_t)((char *)&mr_tail_at(o, type)->extra - (char *)o);
}

static bool quickens(MrType *type, MrValue obj)
{
    return mr_is_obj(obj) && !(type->flags & MR_TYPE_CUSTOM_GETATTR) && !mr_is_type(obj) && mr_obj_of(obj)->kind != MR_KIND_MODULE &&
           mr_obj_of(obj)->kind != MR_KIND_FUNCTION && mr_obj_of(obj)->kind != MR_KIND_CLASSMETHOD && mr_obj_of(obj)->kind != MR_KIND_STATICMETHOD;
}

static void quicken_module(MrThread *t, MrInstr *pc, MrModule *m, MrStr *name, MrOpcode op)
{
    int64_t i = mr_dict_find_str(t, m->dict, name);
    uint32_t version = i >= 0 ? mr_dict_version(t, m->dict) : 0;
    if (!version)
        return;
    pc[1].word = version | (uint64_t)i << 32;
    pc->op = (uint8_t)op;
}

static void quicken_load(MrThread *t, MrInstr *pc, MrValue obj, MrType *type, MrStr *name)
{
    MrObj *o = mr_obj_of(obj);
    MrValue descr = mr_type_lookup(t, type, name);
    MrTail *tail = mr_tail_at(o, type);
    MrShape *s = tail ? mr_shape_of(t, o) : NULL;
    if (descr == MR_ERROR) {
        mr_take_pending(t);
        return;
    }
    if (descr != MR_UNBOUND && mr_is_data_descr(t, descr)) {
        MrObj *d = mr_obj_of(descr);
        if (d->shape == MR_TYPE_member_descriptor && s) {
            uint32_t off = slot_offset(o, s, type, ((MrMember *)d)->slot);
            if (off && mr_type_is_subtype(type, ((MrMember *)d)->owner))
                set_cache(pc, MR_OP_LOAD_ATTR_SLOT, o, type, off);
        } else if (d->shape == MR_TYPE_property && mr_is_kind(((MrProperty *)d)->get, MR_KIND_FUNCTION)) {
            MrFunction *f = (MrFunction *)mr_obj_of(((MrProperty *)d)->get);
            if (f->code->simple && f->code->argcount == 1)
                set_cache(pc, MR_OP_LOAD_ATTR_PROPERTY, o, type, mr_val(f));
        }
        return;
    }
    if (s && !s->dict_mode) {
        int i = mr_shape_find(t, s, name);
        if (i >= 0) {
            uint32_t off = slot_offset(o, s, type, (uint32_t)i);
            uint64_t place = off ? 0 : extra_place(o, s, type, (uint32_t)i);
            if (off)
                set_cache(pc, MR_OP_LOAD_ATTR_SLOT, o, type, off);
            else if (place)
                set_cache(pc, MR_OP_LOAD_ATTR_EXTRA, o, type, place);
            return;
        }
    }
    if (descr == MR_UNBOUND || (s && s->dict_mode))
        return;
    bool plain = !mr_is_obj(descr) || mr_is_str(descr) || (mr_obj_of(descr)->shape < MR_TYPE_function && mr_obj_of(descr)->kind != MR_KIND_TYPE);
    if (plain)
        set_cache(pc, MR_OP_LOAD_ATTR_CLASS, o, type, descr);
}

/* A field of a named tuple, or MR_UNBOUND. Tuples differ in length, so that no offset could be kept for their shape. */
static MrValue read_field(MrThread *t, MrValue obj, MrStr *name)
{
    MrType *type = mr_class_of(t, obj);
    if ((type->flags & (MR_TYPE_READY | MR_TYPE_CUSTOM_GETATTR)) != MR_TYPE_READY)
        return MR_UNBOUND;
    MrValue descr = mr_type_lookup(t, type, name);
    if (!mr_is_obj(descr))
        return MR_UNBOUND;
    const MrTypeDef *def = mr_class_of(t, descr)->def;
    return def->read ? def->read(mr_obj_of(descr), obj) : MR_UNBOUND;
}

MrValue mr_op_load_attr(MrThread *t, MrFrame *f, MrInstr *pc, MrValue obj)
{
    MrStr *name = f->code->names[pc->c];
    if (mr_is_tuple(obj)) {
        MrValue field = read_field(t, obj, name);
        if (field != MR_UNBOUND)
            return field;
    }
    if (recall(t, pc, obj, name, MR_OP_LOAD_ATTR)) {
        MrValue known = MR_UNBOUND;
        switch (pc->op) {
        case MR_OP_LOAD_ATTR_SLOT: known = *(MrValue *)((char *)mr_obj_of(obj) + pc[3].word); break;
        case MR_OP_LOAD_ATTR_EXTRA: known = *mr_extra_slot(mr_obj_of(obj), pc[3].word); break;
        case MR_OP_LOAD_ATTR_CLASS: known = pc[3].word; break;
        }
        if (known != MR_UNBOUND)
            return known;
    }
    MrValue v = mr_getattr(t, obj, name);
    if (v == MR_ERROR)
        return v;
    pc->op = MR_OP_LOAD_ATTR;
    MrType *type = mr_class_of(t, obj);
    if (quickens(type, obj)) {
        quicken_load(t, pc, obj, type, name);
        if (pc->op != MR_OP_LOAD_ATTR)
            remember(t, pc, name, MR_OP_LOAD_ATTR);
    } else if (mr_is_exact(obj, MR_TYPE_module))
        quicken_module(t, pc, (MrModule *)mr_obj_of(obj), name, MR_OP_LOAD_ATTR_MODULE);
    return v;
}

bool mr_op_load_method(MrThread *t, MrFrame *f, MrInstr *pc, MrValue obj, MrValue *out)
{
    MrStr *name = f->code->names[pc->c];
    if (recall(t, pc, obj, name, MR_OP_LOAD_METHOD)) {
        out[0] = pc[3].word;
        out[1] = obj;
        return true;
    }
    if (!mr_load_method(t, obj, name, &out[0], &out[1]))
        return false;
    pc->op = MR_OP_LOAD_METHOD;
    MrType *type = mr_class_of(t, obj);
    if (mr_is_kind(out[0], MR_KIND_NATIVE)) /* plain-ness decides the interpreter's way of calling */
        mr_native_prepare(t, (MrNativeFn *)mr_obj_of(out[0]));
    if (mr_is_exact(obj, MR_TYPE_module)) {
        quicken_module(t, pc, (MrModule *)mr_obj_of(obj), name, MR_OP_LOAD_METHOD_MODULE);
    } else if (out[1] != MR_UNBOUND && (mr_is_int(obj) || mr_is_float(obj))) {
        pc[1].word = mr_is_float(obj);
        pc[3].word = out[0];
        pc->op = MR_OP_LOAD_METHOD_NUMBER;
    } else if (out[1] != MR_UNBOUND && quickens(type, obj)) {
        MrObj *o = mr_obj_of(obj);
        MrTail *tail = mr_tail_at(o, type);
        if (!tail || !mr_shape_of(t, o)->dict_mode)
            set_cache(pc, MR_OP_LOAD_METHOD_CLASS, o, type, out[0]);
        if (pc->op != MR_OP_LOAD_METHOD)
            remember(t, pc, name, MR_OP_LOAD_METHOD);
    }
    return true;
}

static void quicken_store(MrThread *t, MrInstr *pc, MrValue obj, MrStr *name, uint32_t old_shape)
{
    MrType *type = mr_class_of(t, obj);
    if (!mr_is_kind(obj, MR_KIND_INSTANCE) || type->flags & MR_TYPE_CUSTOM_SETATTR)
        return;
    MrObj *o = mr_obj_of(obj);
    MrShape *s = mr_shape_of(t, o);
    MrValue descr = mr_type_lookup(t, type, name);
    uint32_t off;
    if (descr != MR_UNBOUND && mr_is_data_descr(t, descr)) {
        MrObj *d = mr_obj_of(descr);
        if (d->shape == MR_TYPE_member_descriptor && (off = slot_offset(o, s, type, ((MrMember *)d)->slot)) != 0)
            set_cache(pc, MR_OP_STORE_ATTR_SLOT, o, type, off);
        return;
    }
    if (s->dict_mode)
        return;
    int i = mr_shape_find(t, s, name);
    if (i < 0)
        return;
    if (!(off = slot_offset(o, s, type, (uint32_t)i))) {
        uint64_t place = o->shape == old_shape ? extra_place(o, s, type, (uint32_t)i) : 0;
        if (place)
            set_cache(pc, MR_OP_STORE_ATTR_EXTRA, o, type, place);
        return;
    }
    if (o->shape == old_shape) {
        set_cache(pc, MR_OP_STORE_ATTR_SLOT, o, type, off);
    } else {
        uint32_t fresh = o->shape;
        set_cache(pc, MR_OP_STORE_ATTR_ADD, o, type, off | (uint64_t)fresh << 32);
        pc[1].word = old_shape | (uint64_t)type->version << 32;
    }
}

bool mr_op_store_attr(MrThread *t, MrFrame *f, MrInstr *pc, MrValue obj, MrValue v)
{
    MrStr *name = f->code->names[pc->c];
    if (recall(t, pc, obj, name, MR_OP_STORE_ATTR) && (pc->op == MR_OP_STORE_ATTR_SLOT || pc->op == MR_OP_STORE_ATTR_EXTRA)) {
        MrObj *o = mr_obj_of(obj);
        *(pc->op == MR_OP_STORE_ATTR_SLOT ? (MrValue *)((char *)o + pc[3].word) : mr_extra_slot(o, pc[3].word)) = v;
        mr_write_barrier(t, mr_obj_of(obj), v);
        return true;
    }
    uint32_t old_shape = mr_is_obj(obj) ? mr_obj_of(obj)->shape : 0;
    if (!mr_setattr(t, obj, name, v))
        return false;
    pc->op = MR_OP_STORE_ATTR;
    if (mr_is_obj(obj))
        quicken_store(t, pc, obj, name, old_shape);
    if (pc->op == MR_OP_STORE_ATTR_SLOT || pc->op == MR_OP_STORE_ATTR_EXTRA)
        remember(t, pc, name, MR_OP_STORE_ATTR);
    return true;
}

/* ---- globals ---- */

static MrValue name_error(MrThread *t, MrStr *name)
{
    MrValue msg = mr_strf(t, "name '%s' is not defined", name->bytes);
    if (msg == MR_ERROR)
        return msg;
    mr_raise_str(t, MR_EXC_NameError, msg);
    if (mr_is_exact(t->pending, MR_EXC_NameError))
        MR_EXCEPTION(t->pending)->a = mr_val(name);
    return MR_ERROR;
}

MrValue mr_op_load_global(MrThread *t, MrFrame *f, MrInstr *pc)
{
    MrStr *name = f->code->names[pc->b];
    MrDict *g = f->function->globals, *b = f->function->builtins;
    int64_t i = mr_dict_find_str(t, g, name);
    if (i >= 0) {
        uint32_t version = mr_dict_version(t, g);
        if (version)
            pc[1].word = version | (uint64_t)i << 32;
        return g->entries[i].value;
    }
    i = mr_dict_find_str(t, b, name);
    if (i < 0)
        return name_error(t, name);
    uint32_t gv = mr_dict_version(t, g), bv = mr_dict_version(t, b);
    if (gv && bv) {
        pc[1].word = gv | (uint64_t)UINT32_MAX << 32;
        pc[2].word = bv | (uint64_t)i << 32;
    }
    return b->entries[i].value;
}

bool mr_op_store_global(MrThread *t, MrDict *g, MrInstr *pc, MrValue v)
{
    MrStr *name = t->frame->code->names[pc->b];
    if (!mr_dict_set_str(t, g, name, v))
        return false;
    int64_t i = mr_dict_find_str(t, g, name);
    uint32_t version = mr_dict_version(t, g);
    if (version)
        pc[1].word = version | (uint64_t)i << 32;
    return true;
}

bool mr_op_del_global(MrThread *t, MrFrame *f, MrStr *name)
{
    int removed = mr_dict_del(t, f->function->globals, mr_val(name));
    if (removed == 0)
        name_error(t, name);
    return removed > 0;
}

/* A mapping's item or MR_UNBOUND. */
static MrValue mapping_get(MrThread *t, MrValue ns, MrStr *name)
{
    if (mr_is_exact(ns, MR_TYPE_dict))
        return mr_dict_get_str(t, MR_DICT(ns), name);
    MrValue v = mr_getitem(t, ns, mr_val(name));
    if (v == MR_ERROR && mr_clear_if(t, MR_EXC_KeyError))
        return MR_UNBOUND;
    return v;
}

static MrValue global_or_builtin(MrThread *t, MrFrame *f, MrStr *name)
{
    MrValue v = mr_dict_get_str(t, f->function->globals, name);
    if (v == MR_UNBOUND)
        v = mr_dict_get_str(t, f->function->builtins, name);
    return v == MR_UNBOUND ? name_error(t, name) : v;
}

MrValue mr_op_load_name(MrThread *t, MrFrame *f, MrInstr *pc)
{
    MrStr *name = f->code->names[pc->b];
    MrValue v = f->ns == MR_UNBOUND ? MR_UNBOUND : mapping_get(t, f->ns, name);
    return v != MR_UNBOUND ? v : global_or_builtin(t, f, name);
}

MrValue mr_op_load_name_in(MrThread *t, MrFrame *f, MrValue mapping, MrStr *name)
{
    MrValue v = mapping_get(t, mapping, name);
    return v != MR_UNBOUND ? v : global_or_builtin(t, f, name);
}

bool mr_op_store_name(MrThread *t, MrFrame *f, MrInstr *pc, MrValue v)
{
    MrStr *name = f->code->names[pc->b];
    if (f->ns == MR_UNBOUND)
        return mr_dict_set_str(t, f->function->globals, name, v);
    if (mr_is_exact(f->ns, MR_TYPE_dict))
        return mr_dict_set_str(t, MR_DICT(f->ns), name, v);
    return mr_setitem(t, f->ns, mr_val(name), v);
}

bool mr_op_del_name(MrThread *t, MrFrame *f, MrStr *name)
{
    if (f->ns == MR_UNBOUND)
        return mr_op_del_global(t, f, name);
    if (mr_delitem(t, f->ns, mr_val(name)))
        return true;
    if (mr_clear_if(t, MR_EXC_KeyError))
        name_error(t, name);
    return false;
}
