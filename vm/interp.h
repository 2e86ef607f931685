/* Slow paths of the interpreter, kept out of the dispatch loop: interp_slow.c and quicken.c. */
#ifndef MR_VM_INTERP_H
#define MR_VM_INTERP_H

#include "vm/attr.h"
#include "vm/call.h"
#include "vm/generator.h"

MrValue mr_op_load_global(MrThread *t, MrFrame *f, MrInstr *pc);
MrValue mr_op_load_name(MrThread *t, MrFrame *f, MrInstr *pc);
bool mr_op_store_name(MrThread *t, MrFrame *f, MrInstr *pc, MrValue v);
bool mr_op_store_global(MrThread *t, MrDict *globals, MrInstr *pc, MrValue v);
bool mr_op_del_name(MrThread *t, MrFrame *f, MrStr *name);
bool mr_op_del_global(MrThread *t, MrFrame *f, MrStr *name);
MrValue mr_op_load_name_in(MrThread *t, MrFrame *f, MrValue mapping, MrStr *name);
MrValue mr_op_load_class_free(MrThread *t, MrFrame *f, MrValue ns, uint16_t i);
MrValue mr_op_load_attr(MrThread *t, MrFrame *f, MrInstr *pc, MrValue obj);
bool mr_op_store_attr(MrThread *t, MrFrame *f, MrInstr *pc, MrValue obj, MrValue v);
bool mr_op_load_method(MrThread *t, MrFrame *f, MrInstr *pc, MrValue obj, MrValue *out);
bool mr_op_load_super(MrThread *t, MrFrame *f, MrInstr *pc, MrValue *out, bool method);
MrValue mr_op_unbound_local(MrThread *t, MrCode *code, uint32_t reg);
MrValue mr_op_unbound_free(MrThread *t, MrCode *code, uint32_t i);
bool mr_op_unpack(MrThread *t, MrValue v, MrValue *out, uint32_t n);
bool mr_op_unpack_ex(MrThread *t, MrValue v, MrValue *out, uint32_t before, uint32_t after);
MrValue mr_op_make_function(MrThread *t, MrFrame *f, MrInstr *pc);
MrValue mr_op_build_string(MrThread *t, MrValue *parts, uint32_t n);
/* v[bounds[0]:bounds[1]]. [script] */
MrValue mr_op_get_slice(MrThread *t, MrValue v, MrValue *bounds);
MrValue mr_op_format(MrThread *t, MrValue v, unsigned how, MrValue spec);
bool mr_op_list_extend(MrThread *t, MrValue list, MrValue v, MrValue callee);
MrValue mr_op_star_args(MrThread *t, MrValue v, MrValue callee);
bool mr_op_dict_update(MrThread *t, MrValue d, MrValue v);
bool mr_op_dict_merge(MrThread *t, MrValue d, MrValue v, MrValue callee);
bool mr_op_raise(MrThread *t, unsigned how, MrValue exc, MrValue cause);
int mr_op_match_exc(MrThread *t, MrValue exc, MrValue cls);
bool mr_op_match_group(MrThread *t, MrValue exc, MrValue cls, MrValue *out);
MrValue mr_op_merge_star(MrThread *t, MrValue orig, MrValue list);
bool mr_op_setup_with(MrThread *t, MrValue mgr, bool is_async, MrValue *out);
MrValue mr_op_match_keys(MrThread *t, MrValue subject, MrValue keys);
MrValue mr_op_match_class(MrThread *t, MrValue subject, MrValue cls, uint32_t npos, MrValue names);
MrValue mr_op_intrinsic(MrThread *t, unsigned number, MrValue *args);
MrValue mr_op_import_name(MrThread *t, MrFrame *f, MrStr *name, MrValue fromlist, MrValue level);
MrValue mr_op_import_from(MrThread *t, MrValue module, MrStr *name);
bool mr_op_import_star(MrThread *t, MrFrame *f, MrValue module);
bool mr_op_setup_annotations(MrThread *t, MrFrame *f);
bool mr_op_print_expr(MrThread *t, MrValue v);
MrValue mr_op_yield_from_iter(MrThread *t, MrFrame *f, MrValue v);
bool mr_op_discard_generator(MrThread *t);
MrValue mr_op_compare_slow(MrThread *t, MrCompare op, MrValue a, MrValue b);
bool mr_poll_slow(MrThread *t);

#endif
