/* What the two halves of _pickle share: the opcodes, the memory of objects that stand in a stream already, errors.
 *
 * _pickle.c has the module and its tables, _pickle_write.c the state and output of a Pickler, _pickle_save.c what becomes of each kind of object,
 * _pickle_reduce.c objects that are taken apart and globals, _pickle_read.c the input of an Unpickler, _pickle_load.c what each opcode does. */
#ifndef MR_STDLIB_NATIVE_PICKLE_H
#define MR_STDLIB_NATIVE_PICKLE_H

#include "stdlib/native/instance.h"

enum { MR_PICKLE_HIGHEST = 5, MR_PICKLE_DEFAULT = 4, MR_PICKLE_BATCH = 1000, MR_PICKLE_FRAME = 64 * 1024, MR_PICKLE_FRAME_HEADER = 9 };

enum {
    PK_MARK = '(', PK_STOP = '.', PK_POP = '0', PK_POP_MARK = '1', PK_DUP = '2', PK_FLOAT = 'F', PK_INT = 'I', PK_BININT = 'J', PK_BININT1 = 'K',
    PK_LONG = 'L', PK_BININT2 = 'M', PK_NONE = 'N', PK_PERSID = 'P', PK_BINPERSID = 'Q', PK_REDUCE = 'R', PK_STRING = 'S', PK_BINSTRING = 'T',
    PK_SHORT_BINSTRING = 'U', PK_UNICODE = 'V', PK_BINUNICODE = 'X', PK_APPEND = 'a', PK_BUILD = 'b', PK_GLOBAL = 'c', PK_DICT = 'd',
    PK_EMPTY_DICT = '}', PK_APPENDS = 'e', PK_GET = 'g', PK_BINGET = 'h', PK_INST = 'i', PK_LONG_BINGET = 'j', PK_LIST = 'l', PK_EMPTY_LIST = ']',
    PK_OBJ = 'o', PK_PUT = 'p', PK_BINPUT = 'q', PK_LONG_BINPUT = 'r', PK_SETITEM = 's', PK_TUPLE = 't', PK_EMPTY_TUPLE = ')', PK_SETITEMS = 'u',
    PK_BINFLOAT = 'G',
    PK_PROTO = 0x80, PK_NEWOBJ = 0x81, PK_EXT1 = 0x82, PK_EXT2 = 0x83, PK_EXT4 = 0x84, PK_TUPLE1 = 0x85, PK_TUPLE2 = 0x86, PK_TUPLE3 = 0x87,
    PK_NEWTRUE = 0x88, PK_NEWFALSE = 0x89, PK_LONG1 = 0x8a, PK_LONG4 = 0x8b,
    PK_BINBYTES = 'B', PK_SHORT_BINBYTES = 'C',
    PK_SHORT_BINUNICODE = 0x8c, PK_BINUNICODE8 = 0x8d, PK_BINBYTES8 = 0x8e, PK_EMPTY_SET = 0x8f, PK_ADDITEMS = 0x90, PK_FROZENSET = 0x91,
    PK_NEWOBJ_EX = 0x92, PK_STACK_GLOBAL = 0x93, PK_MEMOIZE = 0x94, PK_FRAME = 0x95,
    PK_BYTEARRAY8 = 0x96, PK_NEXT_BUFFER = 0x97, PK_READONLY_BUFFER = 0x98
};

typedef struct MrPicklePlace { MrValue object; size_t index; } MrPicklePlace;

typedef struct MrPickler {
    MrObj h;
    bool ready, fix_imports, framing, running;
    int protocol, fast;
    MrValue write;            /* of the file; MR_UNBOUND: the output is kept, for dumps() */
    MrValue persistent_id;    /* MR_UNBOUND: none */
    MrValue reducer_override; /* looked up by each dump(); MR_UNBOUND: none */
    MrValue dispatch_table;   /* the Pickler's own; MR_UNBOUND: copyreg's */
    MrValue buffer_callback;
    MrValue reducers, extensions; /* copyreg's dicts */
    MrValue builtins;         /* "builtins", as builtin functions say it: another object than the name that types give */
    char *out;                /* buffer */
    size_t length, capacity;
    size_t frame;             /* where the open frame began; SIZE_MAX: none is open */
    MrPicklePlace *memo;      /* buffer: open addressing by identity */
    size_t memo_used, memo_mask;
    size_t steps;             /* objects since the last look at signals */
} MrPickler;

typedef struct MrUnpickler {
    MrObj h;
    bool ready, fix_imports;
    int protocol;
    MrValue source;           /* the bytes-like object whose bytes are read, or MR_UNBOUND */
    const char *data;         /* what is left to read ahead: of source, or a bytes object from the file */
    size_t at, end;
    MrValue read, readline, readinto; /* of the file; MR_UNBOUND: loads() */
    MrValue persistent_load;
    MrValue buffers;          /* iterator, or MR_UNBOUND */
    MrValue encoding, errors; /* str */
    MrValue *stack;           /* buffer */
    size_t depth, capacity;
    size_t fence;             /* nothing below may be taken; the innermost mark */
    size_t *marks;            /* buffer */
    size_t n_marks, marks_capacity;
    MrValue *memo;            /* buffer: index to object */
    size_t memo_size;
    MrDict *sparse;           /* for indexes far beyond what was stored */
    MrValue find_class;       /* a subclass's own method, or MR_UNBOUND */
    size_t steps;
} MrUnpickler;

extern const MrTypeDef mr_pickler_def, mr_unpickler_def, mr_pickle_buffer_def;

/* Raises the module's exception of that name ("PicklingError", "UnpicklingError"); MR_ERROR. */
MrValue mr_pickle_error(MrThread *t, const char *name, const char *fmt, ...) __attribute__((format(printf, 3, 4)));

/* ---- writing ---- */

/* Fills in what Pickler.__init__ takes; MR_UNBOUND stands for a missing argument. [script] */
bool mr_pickler_setup(MrThread *t, MrPickler *p, MrValue protocol, MrValue fix_imports, MrValue buffer_callback) MR_MUST_CHECK;
bool mr_pickler_set_file(MrThread *t, MrPickler *p, MrValue file) MR_MUST_CHECK;
/* Header, object, STOP; the output stays in p->out when there is no file. [script] */
bool mr_pickler_dump(MrThread *t, MrPickler *p, MrValue obj) MR_MUST_CHECK;

bool mr_pickle_put(MrThread *t, MrPickler *p, const void *bytes, size_t n) MR_MUST_CHECK;
bool mr_pickle_op(MrThread *t, MrPickler *p, int op) MR_MUST_CHECK;
/* A header and its data; large data stand outside of frames and go to the file at once. `payload`: the bytes object that data belong to, or MR_UNBOUND. */
bool mr_pickle_put_data(MrThread *t, MrPickler *p, const void *header, size_t header_size, const char *data, size_t n, MrValue payload) MR_MUST_CHECK;
bool mr_pickle_boundary(MrThread *t, MrPickler *p) MR_MUST_CHECK; /* [script] between objects: a full frame is closed */

bool mr_pickle_memo_has(const MrPickler *p, MrValue v, size_t *index);
bool mr_pickle_memo_put(MrThread *t, MrPickler *p, MrValue v) MR_MUST_CHECK; /* numbers the object and writes so */
bool mr_pickle_memo_get(MrThread *t, MrPickler *p, MrValue v) MR_MUST_CHECK; /* writes the fetch of a numbered one */

bool mr_pickle_save(MrThread *t, MrPickler *p, MrValue v) MR_MUST_CHECK; /* [script] any object */
bool mr_pickle_save_id(MrThread *t, MrPickler *p, MrValue v) MR_MUST_CHECK; /* the same without asking persistent_id */
/* What a reduction says of `obj`; MR_UNBOUND: an object that is not to be numbered. [script] */
bool mr_pickle_save_reduce(MrThread *t, MrPickler *p, MrValue reduced, MrValue obj) MR_MUST_CHECK;
/* Any object that has no opcode of its own. [script] */
bool mr_pickle_save_other(MrThread *t, MrPickler *p, MrValue obj) MR_MUST_CHECK;
bool mr_pickle_batch_list(MrThread *t, MrPickler *p, MrValue it) MR_MUST_CHECK; /* [script] the items of an iterator, appended */
bool mr_pickle_batch_dict(MrThread *t, MrPickler *p, MrValue it) MR_MUST_CHECK;

/* What has moved since Python 2, by the tables of _compat_pickle: its names of today, or with the direction "REVERSE_" those of then. */
bool mr_pickle_rename(MrThread *t, const char *direction, MrValue *module, MrValue *name) MR_MUST_CHECK;
/* The attribute at a dotted path; *parent is what it is an attribute of. MR_UNBOUND: there is none. [script] */
MrValue mr_pickle_attribute(MrThread *t, MrValue obj, MrValue name, bool dotted, MrValue *parent) MR_MUST_CHECK;

/* ---- reading ---- */

bool mr_unpickler_setup(MrThread *t, MrUnpickler *u, MrValue fix_imports, MrValue encoding, MrValue errors, MrValue buffers) MR_MUST_CHECK;
bool mr_unpickler_set_file(MrThread *t, MrUnpickler *u, MrValue file) MR_MUST_CHECK;
MrValue mr_unpickler_load(MrThread *t, MrUnpickler *u) MR_MUST_CHECK;

/* The next n bytes; valid until the next read. NULL: error. [script] */
const char *mr_unpickle_read(MrThread *t, MrUnpickler *u, size_t n) MR_MUST_CHECK;
/* A whole line with its end. NULL: error. [script] */
const char *mr_unpickle_line(MrThread *t, MrUnpickler *u, size_t *n) MR_MUST_CHECK;
bool mr_unpickle_frame(MrThread *t, MrUnpickler *u, size_t n) MR_MUST_CHECK;
MrValue mr_unpickler_find_class(MrThread *t, MrUnpickler *u, MrValue module, MrValue name) MR_MUST_CHECK; /* [script] */
MrValue mr_unpickle_memo_get(MrThread *t, MrUnpickler *u, size_t index); /* MR_UNBOUND: nothing there */
bool mr_unpickle_memo_put(MrThread *t, MrUnpickler *u, size_t index, MrValue v) MR_MUST_CHECK;

/* PickleBuffer: the view that it holds (MR_ERROR once released), and whether that is read-only. */
MrValue mr_pickle_buffer_view(MrThread *t, MrValue buffer) MR_MUST_CHECK;

#endif
