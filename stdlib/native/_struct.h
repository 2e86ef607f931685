/* What the files of _struct share: the layout that a format describes. _struct.c has the objects and functions, _struct_items.c the format's
 * parser and the conversion of single items. */
#ifndef MR_STDLIB_NATIVE_STRUCT_H
#define MR_STDLIB_NATIVE_STRUCT_H

#include "stdlib/native/instance.h"

/* A run of items of one code. */
typedef struct MrStructField {
    char code;
    bool swapped;      /* stored in the order that is not the machine's */
    bool native;       /* '@' */
    uint8_t width;     /* bytes of one item; s and p: see size */
    size_t offset;
    size_t size;       /* s and p: bytes of the one item */
    size_t count;      /* items */
} MrStructField;

typedef struct MrStruct {
    MrObj h;
    MrValue format;    /* str; MR_UNBOUND until __init__ ran */
    int64_t size;      /* bytes; -1 until then */
    int64_t n_items;
    size_t n_fields;
    MrStructField *fields; /* buffer */
} MrStruct;

/* Fills s from the text of a format, n bytes without NUL. false: struct.error. */
bool mr_struct_parse(MrThread *t, MrStruct *s, const char *format, size_t n) MR_MUST_CHECK;

/* Packs v at p, which is zeroed. [script] */
bool mr_struct_pack_item(MrThread *t, const MrStructField *f, MrValue v, char *p) MR_MUST_CHECK;

MrValue mr_struct_unpack_item(MrThread *t, const MrStructField *f, const char *p) MR_MUST_CHECK;

/* struct.error */
#define mr_struct_raise(t, ...) mr_raise_from(t, "_struct", "error", __VA_ARGS__)

#endif
