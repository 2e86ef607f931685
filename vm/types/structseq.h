/* Struct sequences: tuples with named fields (time.struct_time, os.stat_result, sys.version_info).
 *
 * A type is a const MrStructSeqDef. Its `getset` rows name the fields in order, made with MR_STRUCTSEQ_FIELD(i, "name", "doc"), i counting
 * from 0. The first n_visible items are the tuple; n_unnamed of these, the last ones, have no name (the rows go on with the hidden ones:
 * os.stat_result). `methods` is mr_structseq_methods, `kind` MR_KIND_TUPLE, `base` MR_TYPE_tuple, `flags` MR_STRUCTSEQ_FLAGS.
 *
 * Hidden items lie behind the visible ones, their count is in the header's aux; the collector marks both. */
#ifndef MR_VM_TYPES_STRUCTSEQ_H
#define MR_VM_TYPES_STRUCTSEQ_H

#include "vm/vm.h"

typedef struct MrStructSeqDef {
    MrTypeDef type; /* first: a type's def is cast back to its MrStructSeqDef */
    size_t n_visible, n_unnamed;
} MrStructSeqDef;

#define MR_STRUCTSEQ_FLAGS (MR_TYPEDEF_FINAL | MR_TYPEDEF_VARSIZE | MR_TYPEDEF_SEQUENCE | MR_TYPEDEF_STRUCTSEQ)
#define MR_STRUCTSEQ_FIELD(i, name, doc) {name, mr_structseq_get_##i, mr_structseq_set, doc}

/* This isolate's type for the def. Made once. NULL: error. */
MrType *mr_structseq_type_new(MrThread *t, const MrStructSeqDef *def) MR_MUST_CHECK;

/* Adds n_fields, n_sequence_fields, n_unnamed_fields and __match_args__ to the type's namespace; mr_type_ready calls it. */
bool mr_structseq_fill_dict(MrThread *t, MrType *type) MR_MUST_CHECK;

/* An instance; `values` holds all items, visible, then hidden. */
MrValue mr_structseq_new(MrThread *t, const MrStructSeqDef *def, const MrValue *values) MR_MUST_CHECK;

extern const MrMethodDef mr_structseq_methods[];

/* Two of these methods, for a type with a constructor of its own. */
MrValue mr_structseq_repr(MrThread *t, MrValue *a);
MrValue mr_structseq_reduce(MrThread *t, MrValue *a);

/* The setter of every field: AttributeError "readonly attribute". */
bool mr_structseq_set(MrThread *t, MrValue self, MrValue value);

#define MR_STRUCTSEQ_EACH(X)                                                                                                      \
    X(0) X(1) X(2) X(3) X(4) X(5) X(6) X(7) X(8) X(9) X(10) X(11) X(12) X(13) X(14) X(15) X(16) X(17) X(18) X(19) X(20) X(21)     \
    X(22) X(23) X(24) X(25)
#define MR_STRUCTSEQ_DECLARE(i) MrValue mr_structseq_get_##i(MrThread *t, MrValue self);
MR_STRUCTSEQ_EACH(MR_STRUCTSEQ_DECLARE)
#undef MR_STRUCTSEQ_DECLARE

#endif
