/* traceback: one line of the way an exception has come. Lines are added by vm/error.c; frames are made on demand (vm/frame.c). */
#include "vm/frame.h"

#include "vm/error.h"

#define TB(v) ((MrTraceback *)mr_obj_of(v))

/* May `next` follow `self`? False with an error pending when it is no traceback or would close a loop. */
static bool check_next(MrThread *t, MrValue self, MrValue next)
{
    if (next != MR_NONE && !mr_is_kind(next, MR_KIND_TRACEBACK)) {
        mr_raise(t, MR_EXC_TypeError, "expected traceback object, got '%s'", mr_type_name(t, next));
        return false;
    }
    for (MrValue tb = next; tb != MR_NONE; tb = TB(tb)->next) {
        if (tb == self) {
            mr_raise(t, MR_EXC_ValueError, "traceback loop detected");
            return false;
        }
    }
    return true;
}

static MrValue traceback_new(MrThread *t, MrValue *a)
{
    int64_t lasti, line;
    if (a[1] != MR_NONE && !mr_is_kind(a[1], MR_KIND_TRACEBACK))
        return mr_raise(t, MR_EXC_TypeError, "expected traceback object or None, not '%s'", mr_type_name(t, a[1]));
    if (!mr_is_kind(a[2], MR_KIND_FRAME))
        return mr_raise(t, MR_EXC_TypeError, "traceback() argument 'tb_frame' must be frame, not %s", mr_type_name(t, a[2]));
    if (!mr_to_i64(t, a[3], &lasti) || !mr_to_i64(t, a[4], &line))
        return MR_ERROR;
    MrFrameObject *f = (MrFrameObject *)mr_obj_of(a[2]);
    MrTraceback *tb = mr_alloc(t, sizeof *tb, MR_KIND_TRACEBACK, MR_TYPE_traceback);
    if (!tb)
        return MR_ERROR;
    int64_t pc = lasti / 2;
    tb->next = a[1];
    tb->code = f->code;
    tb->globals = f->globals;
    tb->frame = a[2];
    tb->pc = pc < 0 ? 0 : pc < f->code->n_code ? (uint32_t)pc : f->code->n_code - 1;
    tb->lineno = line > INT32_MAX || line < INT32_MIN ? 0 : (int32_t)line;
    return mr_val(tb);
}

static MrValue get_frame(MrThread *t, MrValue self) { return mr_traceback_frame(t, TB(self)); }
static MrValue get_lasti(MrThread *t, MrValue self) { (void)t; return mr_small_int((int64_t)TB(self)->pc * 2); }
static MrValue get_lineno(MrThread *t, MrValue self)
{
    MrTraceback *tb = TB(self);
    (void)t;
    return mr_small_int(tb->lineno ? tb->lineno : (int64_t)mr_code_line(tb->code, tb->pc));
}
static MrValue get_next(MrThread *t, MrValue self) { (void)t; return TB(self)->next; }
static bool set_next(MrThread *t, MrValue self, MrValue v)
{
    if (v == MR_UNBOUND) {
        mr_raise(t, MR_EXC_TypeError, "can't delete tb_next attribute");
        return false;
    }
    if (!check_next(t, self, v))
        return false;
    TB(self)->next = v;
    mr_write_barrier(t, mr_obj_of(self), v);
    return true;
}

static MrValue traceback_dir(MrThread *t, MrValue *a)
{
    static const char *const names[] = {"tb_frame", "tb_next", "tb_lasti", "tb_lineno"};
    (void)a;
    MrValue list = mr_list_new(t, 4);
    for (size_t i = 0; list != MR_ERROR && i < 4; i++) {
        MrValue s = mr_str_c(t, names[i]);
        if (s == MR_ERROR || !mr_list_append(t, list, s))
            return MR_ERROR;
    }
    return list;
}

static const MrMethodDef methods[] = {
    {"__new__(cls, tb_next, tb_frame, tb_lasti, tb_lineno)", traceback_new,
     "Where an exception was raised, and through which calls: one entry for each, tb_next leads further in.", MR_METHOD_STATIC},
    {"__dir__(self, /)", traceback_dir, "The names that dir(self) lists.", 0}, {0}};
static const MrGetSetDef getset[] = {
    {"tb_next", get_next, set_next, "the part further in, or None"},
    {"tb_frame", get_frame, NULL, "the frame it speaks of"},
    {"tb_lasti", get_lasti, NULL, "the index of the instruction"},
    {"tb_lineno", get_lineno, NULL, "the line"},
    {0}};
const MrTypeDef mr_traceback_type = {.name = "traceback", .kind = MR_KIND_TRACEBACK, .size = sizeof(MrTraceback), .flags = MR_TYPEDEF_FINAL,
                                     .methods = methods, .getset = getset, .doc =
                                          "Where an exception was raised, and through which calls: one entry for each, tb_next leads further in."};
