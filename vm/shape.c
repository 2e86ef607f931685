/* Shapes and the attribute tails of instances. See shape.h.
 *
 * An instance falls back to dictionary mode for good when somebody asks for its __dict__, deletes an attribute, or gives it more
 * attributes than a shape may have: rare things, after which look-ups go through the dict as CPython's do.
 */
#include "vm/shape.h"

#include "vm/type.h"

#define MAX_SLOTS 128
#define MAX_CHILDREN 64
#define MAX_LEARNED 8 /* attributes that are given from outside count as typical of the class up to here */

static MrShape *shape_new(MrThread *t, MrType *type, uint32_t id)
{
    MrIsolate *iso = t->iso;
    MrShape *s = mr_alloc(t, sizeof *s, MR_KIND_SHAPE, MR_TYPE_none_);
    if (!s)
        return NULL;
    if (!id) {
        if (iso->n_shapes == iso->cap_shapes) {
            uint32_t cap = iso->cap_shapes * 2;
            MrShape **shapes = mr_buffer_resize(t, iso->shapes, cap * sizeof *shapes);
            if (!shapes)
                return NULL;
            iso->shapes = shapes;
            iso->cap_shapes = cap;
        }
        id = iso->n_shapes++;
    }
    s->id = id;
    s->type = type;
    iso->shapes[id] = s;
    return s;
}

MrShape *mr_shape_new_root(MrThread *t, MrType *type, uint32_t id, uint32_t n_named, uint32_t n_inline)
{
    MrShape *s = shape_new(t, type, id);
    if (s) {
        s->n = n_named;
        s->n_inline = n_inline;
    }
    return s;
}

static bool build_table(MrThread *t, MrShape *s)
{
    bool disabled = t->iso->heap.disabled;
    MrStr **table = mr_buffer_new(t, s->n * sizeof *table);
    t->iso->heap.disabled = disabled;
    if (!table) {
        mr_take_pending(t);
        return false;
    }
    for (MrShape *p = s; p && p->name; p = p->parent)
        table[p->n - 1] = p->name;
    s->table = table;
    return true;
}

int mr_shape_find(MrThread *t, MrShape *s, MrStr *name)
{
    if (!s->name)
        return -1;
    if (!s->table && !build_table(t, s)) {
        for (MrShape *p = s; p && p->name; p = p->parent)
            if (p->name == name)
                return (int)p->n - 1;
        return -1;
    }
    for (uint32_t i = 0; i < s->n; i++)
        if (s->table[i] == name)
            return (int)i;
    return -1;
}

MrShape *mr_shape_dict_mode(MrThread *t, MrShape *s)
{
    MrShape *root = s;
    while (root->parent)
        root = root->parent;
    for (uint32_t i = 0; i < root->n_children; i++)
        if (!root->children[i].name)
            return root->children[i].child;
    MrShape *d = shape_new(t, s->type, 0);
    if (!d)
        return NULL;
    d->dict_mode = true;
    d->parent = root;
    d->n = root->n; /* slots of __slots__ stay where they are */
    d->n_inline = root->n_inline;
    MrTransition *children = mr_buffer_resize(t, root->children, (root->n_children + 1) * sizeof *children);
    if (!children)
        return NULL;
    children[root->n_children] = (MrTransition){NULL, d};
    root->children = children;
    root->n_children++;
    return d;
}

static MrShape *add_child(MrThread *t, MrShape *s, MrStr *name)
{
    for (uint32_t i = 0; i < s->n_children; i++)
        if (s->children[i].name == name)
            return s->children[i].child;
    if (s->n >= MAX_SLOTS || s->n_children >= MAX_CHILDREN)
        return mr_shape_dict_mode(t, s);
    MrShape *c = shape_new(t, s->type, 0);
    if (!c)
        return NULL;
    c->n = s->n + 1;
    c->n_inline = s->n_inline;
    c->parent = s;
    c->name = name;
    MrTransition *children = mr_buffer_resize(t, s->children, (s->n_children + 1) * sizeof *children);
    if (!children)
        return NULL;
    children[s->n_children] = (MrTransition){name, c};
    s->children = children;
    s->n_children++;
    return c;
}

MrTail *mr_tail_at(MrObj *o, const MrType *type)
{
    if (MR_LIKELY(o->kind == MR_KIND_INSTANCE))
        return (MrTail *)((char *)o + offsetof(MrInstance, extra));
    if (type->attr_offset)
        return (MrTail *)((char *)o + type->attr_offset);
    if (!(type->flags & MR_TYPE_HEAP) || (!(type->flags & MR_TYPE_HAS_DICT) && !type->named_slots))
        return NULL;
    size_t off;
    switch (o->kind) {
    case MR_KIND_STR: off = sizeof(MrStr) + ((MrStr *)o)->nbytes + 1; break;
    case MR_KIND_BYTES: off = sizeof(MrBytes) + ((MrBytes *)o)->length + 1; break;
    case MR_KIND_TUPLE: off = sizeof(MrTuple) + ((MrTuple *)o)->length * sizeof(MrValue); break;
    case MR_KIND_INT: off = sizeof(MrInt) + (size_t)abs(((MrInt *)o)->size) * 8; break;
    default: return NULL;
    }
    return (MrTail *)((char *)o + (off + 7) / 8 * 8);
}

MrTail *mr_tail(MrThread *t, MrObj *o)
{
    if (o->kind == MR_KIND_SHAPE || o->kind == MR_KIND_BUFFER)
        return NULL;
    return mr_tail_at(o, mr_shape_of(t, o)->type);
}

MrValue *mr_slot_at(const MrShape *s, MrTail *tail, uint32_t i)
{
    return i < s->n_inline ? &tail->slots[i] : (MrValue *)(uintptr_t)tail->extra + (i - s->n_inline);
}

MrDict *mr_tail_to_dict(MrThread *t, MrObj *o)
{
    MrShape *s = mr_shape_of(t, o);
    MrTail *tail = mr_tail_at(o, s->type);
    if (s->dict_mode) {
        if (tail->extra == MR_UNBOUND) {
            MrDict *fresh = mr_dict_new(t);
            if (!fresh)
                return NULL;
            tail->extra = mr_val(fresh);
        }
        return MR_DICT(tail->extra);
    }
    MrDict *d = mr_dict_new(t);
    MrShape *ds = d ? mr_shape_dict_mode(t, s) : NULL;
    if (!ds || (s->name && !s->table && !build_table(t, s)))
        return NULL;
    for (uint32_t i = ds->n; i < s->n; i++) {
        MrValue *slot = mr_slot_at(s, tail, i);
        if (*slot != MR_UNBOUND && !mr_dict_set_str(t, d, s->table[i], *slot))
            return NULL;
        if (i < s->n_inline)
            *slot = MR_UNBOUND;
    }
    tail->extra = mr_val(d);
    o->shape = ds->id;
    return d;
}

bool mr_tail_set(MrThread *t, MrObj *o, MrStr *name, MrValue v)
{
    MrShape *s = mr_shape_of(t, o);
    MrTail *tail = mr_tail_at(o, s->type);
    if (!s->dict_mode) {
        int i = mr_shape_find(t, s, name);
        if (i >= 0) {
            *mr_slot_at(s, tail, (uint32_t)i) = v;
            mr_write_barrier(t, o, v);
            return true;
        }
        MrShape *c = add_child(t, s, name);
        if (!c)
            return false;
        if (!c->dict_mode) {
            if (c->n > c->n_inline) { /* the buffer of overflow slots grows by doubling: 2, 4, 8... */
                uint32_t over = c->n - c->n_inline;
                if (over == 1 || (over > 2 && ((over - 1) & (over - 2)) == 0)) {
                    uint32_t cap = over == 1 ? 2 : (over - 1) * 2;
                    void *buffer = mr_buffer_resize(t, (void *)(uintptr_t)tail->extra, cap * sizeof(MrValue));
                    if (!buffer)
                        return false;
                    tail->extra = mr_val(buffer);
                }
            }
            *mr_slot_at(c, tail, c->n - 1) = v;
            o->shape = c->id;
            if (c->n > c->n_inline && c->n <= MAX_LEARNED)
                mr_type_learn_slots(t, s->type, c);
            mr_write_barrier(t, o, v);
            return true;
        }
    }
    MrDict *d = mr_tail_to_dict(t, o);
    return d && mr_dict_set_str(t, d, name, v);
}

MrValue mr_tail_get(MrThread *t, MrObj *o, MrStr *name)
{
    MrShape *s = mr_shape_of(t, o);
    MrTail *tail = mr_tail_at(o, s->type);
    if (s->dict_mode)
        return tail->extra == MR_UNBOUND ? MR_UNBOUND : mr_dict_get_str(t, MR_DICT(tail->extra), name);
    int i = mr_shape_find(t, s, name);
    return i < 0 ? MR_UNBOUND : *mr_slot_at(s, tail, (uint32_t)i);
}

int mr_tail_del(MrThread *t, MrObj *o, MrStr *name)
{
    if (mr_tail_get(t, o, name) == MR_UNBOUND)
        return 0;
    MrDict *d = mr_tail_to_dict(t, o);
    return d ? mr_dict_del(t, d, mr_val(name)) : -1;
}
