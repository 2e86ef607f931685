/* Hidden classes. A shape maps attribute names to slot numbers for the instances that share it; adding an attribute moves an instance to a
 * child shape. Shape numbers are never used twice, so that a cache that holds one needs no invalidation when classes die. */
#ifndef MR_VM_SHAPE_H
#define MR_VM_SHAPE_H

#include "vm/isolate.h"

typedef struct MrTransition { MrStr *name; MrShape *child; } MrTransition;

struct MrShape {
    MrObj h;
    uint32_t id;
    uint32_t n;            /* slots in use, those of __slots__ included */
    uint32_t n_inline;     /* slots inside the object; the others are in the tail's `extra` buffer */
    uint32_t n_children;
    bool dict_mode;        /* the tail's `extra` is a dict holding all attributes */
    MrType *type;
    MrShape *parent;
    MrStr *name;           /* the attribute of slot n-1 */
    MrTransition *children;/* buffer */
    MrStr **table;         /* buffer: names by slot, flat copy for look-up; built when first searched */
};

/* The attribute tail of an instance. */
typedef struct MrTail { MrValue extra; MrValue slots[]; } MrTail;

static inline MrShape *mr_shape_of(MrThread *t, const MrObj *o) { return t->iso->shapes[o->shape]; }

/* A fresh root shape for `type`; `id` 0 takes the next number. NULL: out of memory. */
MrShape *mr_shape_new_root(MrThread *t, MrType *type, uint32_t id, uint32_t n_named, uint32_t n_inline) MR_MUST_CHECK;
/* Slot of an interned name or -1. Not for dict mode. */
int mr_shape_find(MrThread *t, MrShape *s, MrStr *name);
/* The shape after adding `name`, or the type's dict-mode shape when there are too many. NULL: out of memory. */
MrShape *mr_shape_dict_mode(MrThread *t, MrShape *s) MR_MUST_CHECK;
/* The tail of an object that has one, else NULL. */
MrTail *mr_tail(MrThread *t, MrObj *o);
MrTail *mr_tail_at(MrObj *o, const MrType *type);
/* Address of slot i. */
MrValue *mr_slot_at(const MrShape *s, MrTail *tail, uint32_t i);
/* A slot in the buffer of the tail, from its place in one word: bytes from the object to its `extra`, index in the buffer << 32. */
static inline MrValue *mr_extra_slot(MrObj *o, uint64_t place)
{
    MrValue *buffer = *(MrValue **)((char *)o + (uint32_t)place);
    return buffer + (place >> 32);
}
/* Turns the object's attributes into a dict (kept in its tail) and returns it. */
MrDict *mr_tail_to_dict(MrThread *t, MrObj *o) MR_MUST_CHECK;
bool mr_tail_set(MrThread *t, MrObj *o, MrStr *name, MrValue v) MR_MUST_CHECK;   /* own attribute, added if missing */
MrValue mr_tail_get(MrThread *t, MrObj *o, MrStr *name);                         /* own attribute or MR_UNBOUND; MR_ERROR is not possible */
int mr_tail_del(MrThread *t, MrObj *o, MrStr *name);                             /* 1, 0 absent, -1 error */

#endif
