/* The heap objects' common header, kinds, and the structs that more than one file of the VM looks into.
 *
 * Every object starts with MrObj: `shape` indexes the isolate's shape table (a shape knows the class; exact builtin types have the shape
 * number MR_TYPE_x, so `o->shape == MR_TYPE_list` means exactly list), `kind` tells the C struct (subclasses written in Python keep their base's
 * kind). kind 0 marks a free cell. Objects never move. Plain memory owned by objects (items, tables) is a heap object of kind BUFFER, reached
 * by the pointer behind its header.
 */
#ifndef MR_VM_OBJECT_H
#define MR_VM_OBJECT_H

#include "compiler/code.h"
#include "vm/value.h"

typedef struct MrIsolate MrIsolate;
typedef struct MrThread MrThread;
typedef struct MrType MrType;
typedef struct MrShape MrShape;
typedef struct MrStr MrStr;
typedef struct MrDict MrDict;
typedef struct MrTuple MrTuple;
typedef struct MrGc MrGc;
typedef struct MrFrame MrFrame;
typedef struct MrFunction MrFunction;
typedef struct MrCode MrCode;
typedef struct MrGenerator MrGenerator;

typedef enum MrKind {
    MR_KIND_FREE, MR_KIND_BUFFER, MR_KIND_INSTANCE, MR_KIND_TYPE, MR_KIND_INT, MR_KIND_FLOAT, MR_KIND_COMPLEX, MR_KIND_STR, MR_KIND_BYTES,
    MR_KIND_BYTEARRAY, MR_KIND_MEMORYVIEW, MR_KIND_LIST, MR_KIND_TUPLE, MR_KIND_DICT, MR_KIND_DICTVIEW, MR_KIND_MAPPINGPROXY, MR_KIND_SET,
    MR_KIND_RANGE, MR_KIND_SLICE, MR_KIND_FUNCTION, MR_KIND_NATIVE, MR_KIND_METHOD, MR_KIND_CELL, MR_KIND_CODE, MR_KIND_FRAME,
    MR_KIND_TRACEBACK, MR_KIND_GENERATOR, MR_KIND_MODULE, MR_KIND_PROPERTY, MR_KIND_CLASSMETHOD, MR_KIND_STATICMETHOD, MR_KIND_SUPER,
    MR_KIND_WEAKREF, MR_KIND_EXCEPTION, MR_KIND_RANGE_ITER, MR_KIND_ITER, MR_KIND_FUTURE, MR_KIND_TASK,
    MR_KIND_SHAPE,  /* VM-internal */
    MR_KIND_ARRAY,  /* array.array, see memoryview.h */
    MR_KIND_OTHER,  /* any other native struct: its MrTypeDef says how to trace it */
    MR_KIND_NONE, MR_KIND_NOTIMPL, MR_KIND_ELLIPSIS, MR_KIND_BOOL /* kinds of constants, never in a header */
} MrKind;

struct MrObj {
    uint32_t shape;
    uint8_t kind;
    uint8_t flags; /* MR_OBJ_* */
    uint16_t aux;  /* free for the kind's own use */
};

enum {
    MR_OBJ_WEAKREFS = 1,  /* the isolate's weak table has an entry for it */
    MR_OBJ_FINALIZED = 4, /* __del__ has run */
    MR_OBJ_HASH = 8,      /* kind's own use */
    MR_OBJ_UNSHARED = 16  /* a str or bytes that one register alone holds, see mr_str_append() */
};

/* Ids of builtin types: MR_TYPE_list, MR_TYPE_ValueError... MR_EXC_x is the same number as MR_TYPE_x. */
typedef enum MrTypeId {
    MR_TYPE_none_,
#define TYPE(id, kind) MR_TYPE_##id,
#include "vm/types.def"
#undef TYPE
#define EXC(id, base, doc) MR_TYPE_##id, MR_EXC_##id = MR_TYPE_##id,
#include "vm/exceptions.def"
#undef EXC
    MR_TYPE_ExceptionGroup,
    MR_EXC_ExceptionGroup = MR_TYPE_ExceptionGroup,
    MR_TYPE_COUNT
} MrTypeId;

typedef enum MrSlot {
#define SLOT(id, name) MR_SLOT_##id,
#include "vm/slots.def"
#undef SLOT
    MR_SLOT_COUNT
} MrSlot;

typedef enum MrNameId {
#define NAME(id) MR_NAME_##id,
#include "vm/names.def"
#undef NAME
    MR_NAME_COUNT
} MrNameId;

typedef enum MrBinop {
    MR_BIN_ADD, MR_BIN_SUB, MR_BIN_MUL, MR_BIN_TRUEDIV, MR_BIN_FLOORDIV, MR_BIN_MOD, MR_BIN_POW, MR_BIN_LSHIFT, MR_BIN_RSHIFT, MR_BIN_AND,
    MR_BIN_OR, MR_BIN_XOR, MR_BIN_MATMUL
} MrBinop;

typedef enum MrCompare { MR_CMP_LT, MR_CMP_LE, MR_CMP_EQ, MR_CMP_NE, MR_CMP_GT, MR_CMP_GE } MrCompare; /* slots.def's order */

/* A native's C function. `a` holds the parameters of its signature in order, bound and in place: a missing optional one is MR_UNBOUND (so
 * the C code supplies the default that the signature shows), *args is a tuple, **kwargs a dict or MR_UNBOUND when there are none. Returns the result or
 * MR_ERROR with the exception pending. `a` may be used as scratch. */
typedef MrValue (*MrNative)(MrThread *t, MrValue *a);

/* One method or function: `sig` is Python text, e.g. "index(self, value, start=0, stop=sys.maxsize, /)". It is parsed at first use. */
typedef struct MrMethodDef {
    const char *sig;
    MrNative fn;
    const char *doc;
    unsigned flags;
} MrMethodDef;
/* MR_METHOD_REPEAT: a sequence's * or *=, which is no operation of numbers: operators ask the other operand's methods first. */
enum { MR_METHOD_STATIC = 1, MR_METHOD_CLASS = 2, MR_METHOD_REPEAT = 16 };

/* One computed attribute of a type: get(t, self), set(t, self, value) (value MR_UNBOUND: delete), set may be NULL (read-only). */
typedef struct MrGetSetDef {
    const char *name;
    MrValue (*get)(MrThread *t, MrValue self);
    bool (*set)(MrThread *t, MrValue self, MrValue value);
    const char *doc;
} MrGetSetDef;

/* A builtin type. const, one per type, at the end of its .c file. */
typedef struct MrTypeDef {
    const char *name;          /* "list"; with a dot for the module: "collections.deque" */
    MrTypeId base;             /* 0: object */
    MrKind kind;
    uint32_t size;             /* bytes of the fixed struct, 0: as the base */
    unsigned flags;            /* MR_TYPEDEF_* */
    const MrMethodDef *methods;/* ends with {0} */
    const MrGetSetDef *getset; /* ends with {0}; may be NULL */
    const char *doc;
    /* Next item of an iterator: the value, MR_UNBOUND when exhausted, or MR_ERROR. NULL: not an iterator (or: through __next__). A type
     * with `next` gets __next__, and __iter__ returning self, by itself. */
    MrValue (*next)(MrThread *t, MrValue self);
    /* Marks what the object points to, with mr_mark / mr_mark_obj. NULL: nothing. Builtin kinds known to gc.c need none. */
    void (*trace)(MrGc *gc, MrObj *o);
    /* Runs when the object is swept; may not touch other objects, allocate or run script. */
    void (*finalize)(MrIsolate *iso, MrObj *o);
    const char *module;        /* __module__; NULL: builtins */
    const char *signature;     /* "(iterable, /)": what inspect tells where it is not the row of __init__ or __new__; may be NULL */
    /* What a descriptor of this type gives on an instance, without a call of __get__, which must agree; MR_UNBOUND: __get__ says. Types that
     * have it have __set__, too. May be NULL. */
    MrValue (*read)(const MrObj *descriptor, MrValue instance);
    size_t (*length)(const MrObj *o); /* len() of instances of the exact type, without a call of __len__, which must agree; may be NULL */
    const struct MrTypeDef *base_def; /* the base where it is outside types.def, instead of `base`; its struct begins this one's, or it is of kind INSTANCE */
} MrTypeDef;
enum {
    MR_TYPEDEF_FINAL = 1,     /* cannot be subclassed */
    MR_TYPEDEF_NO_NEW = 2,    /* calling the type is a TypeError "cannot create 'x' instances" */
    MR_TYPEDEF_VARSIZE = 4,   /* instances have inline data behind the struct (str, tuple, int, bytes) */
    MR_TYPEDEF_DICT = 8,      /* instances of the exact type take attributes too (exceptions, functions, modules...) */
    MR_TYPEDEF_MAPPING = 16,  /* matches mapping patterns */
    MR_TYPEDEF_SEQUENCE = 32, /* matches sequence patterns */
    MR_TYPEDEF_ABSTRACT_HASH = 64, /* defines __eq__ and is unhashable: __hash__ = None */
    MR_TYPEDEF_NO_WEAKREF = 128, /* instances of the exact type take no weak references, of kind OTHER */
    MR_TYPEDEF_STRUCTSEQ = 512, /* the def is the first member of a MrStructSeqDef */
    MR_TYPEDEF_DEL_LAST = 256 /* what dies together with an instance has its __del__ called before it: it may still need the descriptor */
};

/* ---- structs ---- */

struct MrStr { /* immutable; UTF-8 (lone surrogates in three bytes), NUL behind the last byte */
    MrObj h;
    uint32_t hash;      /* valid if flags & MR_OBJ_HASH; while MR_OBJ_UNSHARED: room for bytes, in units of 64 */
    uint32_t interned;  /* 1 if it stands in the intern table */
    size_t nbytes;
    size_t length;      /* code points; == nbytes means ASCII */
    uint32_t *index;    /* buffer: byte offset of every 64th code point, built on first use; NULL for ASCII */
    char bytes[];
};

typedef struct MrBytes { /* immutable */
    MrObj h;
    size_t length;
    char bytes[];
} MrBytes;

typedef struct MrByteArray {
    MrObj h;
    uint32_t exports;   /* live memoryviews, and pins: resizing is a BufferError */
    uint16_t pins;      /* natives at work on its bytes while script runs */
    bool recounted;     /* its last recount found no view alive */
    bool overlooked;    /* a view of it may be alive that `exports` does not count: see mr_memoryview_settle */
    size_t length, capacity;
    char *bytes;        /* buffer; capacity 0: memory of others that the collector does not own, see mmap */
} MrByteArray;

typedef struct MrInt { /* what does not fit 48 bits, and instances of subclasses of int */
    MrObj h;
    int32_t size;       /* limbs, negative for negative numbers; normalised: top limb nonzero, 0 limbs is zero */
    uint32_t pad;
    uint64_t limbs[];   /* GMP mpn order */
} MrInt;

typedef struct MrFloatObj { MrObj h; double value; } MrFloatObj; /* instances of subclasses of float only */
typedef struct MrComplex { MrObj h; double real, imag; } MrComplex;

typedef struct MrList {
    MrObj h;
    size_t length, capacity;
    MrValue *items;     /* buffer */
} MrList;

struct MrTuple {
    MrObj h;
    size_t length;
    MrValue items[];
};

/* Compact, insertion-ordered. entries[0..used) in order; a removed entry has key MR_UNBOUND. */
typedef struct MrDictEntry {
    MrValue key, value;
    uint64_t hash;
} MrDictEntry;

struct MrDict {
    MrObj h;
    uint32_t version;     /* of the set of keys: nonzero and unique while unchanged; 0: not yet given (mr_dict_version gives one) */
    uint32_t length;      /* live entries */
    uint32_t used;        /* entries in use, removed ones included */
    uint32_t capacity;    /* entries allocated */
    uint32_t first;       /* no entry below this one is live: taking from the front does not walk over the holes each time */
    uint16_t index_log2;  /* size of index; 0: no index, linear search (up to 8 entries) */
    uint16_t all_str;     /* every key is an exact str */
    MrDictEntry *entries; /* buffer */
    uint32_t *index;      /* buffer: entry number + 1, 0 empty, 0xFFFFFFFF removed */
};

typedef struct MrSetEntry { MrValue key; uint64_t hash; } MrSetEntry;
typedef struct MrSet { /* open addressing with CPython's probe order, so that sets of ints iterate alike */
    MrObj h;
    size_t length, fill, mask;
    MrSetEntry *table;    /* buffer */
    uint64_t hash;        /* frozenset: valid if flags & MR_OBJ_HASH */
} MrSet;

typedef struct MrRange { MrObj h; MrValue start, stop, step; MrValue length; } MrRange; /* ints of any size */
typedef struct MrRangeIter { MrObj h; int64_t next, step; uint64_t left; } MrRangeIter;
typedef struct MrSlice { MrObj h; MrValue start, stop, step; } MrSlice;

/* Iterators of all sorts share this: what they walk, where they are. */
typedef struct MrIter {
    MrObj h;
    MrValue source;  /* MR_UNBOUND when exhausted */
    MrValue aux1, aux2;
    size_t position;
    size_t expected; /* e.g. the length when it was made */
} MrIter;

typedef struct MrCell { MrObj h; MrValue value; } MrCell;
typedef struct MrMethod { MrObj h; MrValue function, self; } MrMethod;
typedef struct MrProperty { MrObj h; MrValue get, set, del, doc, name; } MrProperty;
typedef struct MrWrapper { MrObj h; MrValue function; MrValue extra; } MrWrapper; /* classmethod, staticmethod; extra: attributes */
typedef struct MrSuper { MrObj h; MrValue type, self, self_type; } MrSuper;
typedef struct MrModule { MrObj h; MrDict *dict; MrValue name; void *state; const void *def; } MrModule;

struct MrCode { /* a loaded unit; instructions are this isolate's own, the VM quickens them in place */
    MrObj h;
    uint32_t flags, first_line;
    uint16_t argcount, posonly, kwonly, nparams; /* nparams: all registers that are parameters, * and ** included */
    uint32_t nlocals, nregs;
    uint32_t n_code, n_consts, n_names, n_free, n_handlers;
    bool simple;       /* only positional parameters, no generator: calls take the short way */
    bool plain_params; /* only positional parameters: binding is copying and filling in defaults */
    MrInstr *code;      /* buffer */
    MrValue *consts;    /* buffer */
    MrStr **names;      /* buffer */
    MrStr **varnames;
    uint8_t *local_flags;
    MrStr **freenames;
    MrHandler *handlers;
    MrPosition *positions;
    MrStr *name, *qualname, *filename;
    MrValue doc;
    uint32_t trap_at;   /* while trapped: where MR_OP_WATCH stands, and instead of what */
    uint8_t trap_op;
    bool trapped;
};

struct MrFunction {
    MrObj h;
    MrCode *code;
    MrDict *globals;
    MrDict *builtins;
    MrValue defaults;    /* tuple or MR_NONE */
    MrValue kwdefaults;  /* dict or MR_NONE */
    MrTuple *closure;    /* of cells, or NULL */
    MrValue name, qualname, module, doc, annotations, type_params; /* MR_UNBOUND: not asked for yet */
    MrValue dict;        /* attributes, MR_UNBOUND until there are any */
    uint32_t version;
};

typedef struct MrSignature MrSignature; /* vm/signature.h */
typedef struct MrNativeFn { /* builtin function, method descriptor, or native bound to a module or class */
    MrObj h;
    MrNative fn;
    const MrMethodDef *def;
    const MrSignature *sig; /* parsed at first call */
    MrValue owner;          /* a method's type; a function's module (or its name); MR_UNBOUND */
    MrValue self;           /* bound functions: prepended to the arguments; MR_UNBOUND */
    uint16_t nparams;       /* 0xFFFF: not parsed yet */
    bool plain;             /* only required positional-only parameters: nparams arguments go straight to fn */
} MrNativeFn;

typedef struct MrException {
    MrObj h;
    MrValue args;       /* tuple */
    MrValue traceback;  /* MrTraceback or MR_NONE */
    MrValue cause, context; /* or MR_NONE */
    MrValue a, b, c, d, e, f; /* by type: StopIteration value; KeyError none; OSError errno, strerror, filename, filename2, characters_written; ImportError msg, name, path;
                           NameError name; AttributeError name, obj; SystemExit code; SyntaxError filename, lineno, offset, text, end_lineno, end_offset (msg is g);
                           UnicodeError encoding, object, start, end, reason; group: message, exceptions tuple. MR_UNBOUND: not set */
    MrValue g;
    bool suppress_context;
    MrValue extra;      /* attributes follow here: see MrInstance */
    MrValue slots[];
} MrException;

typedef struct MrTraceback { /* one line of a traceback */
    MrObj h;
    MrValue next;       /* MrTraceback or MR_NONE */
    MrCode *code;
    MrFunction *function; /* or NULL: then `frame` is set */
    MrDict *globals;
    MrValue frame;      /* a frame object, made when asked for, or MR_UNBOUND */
    struct MrTraceback *caller; /* the line of the frame that this one's has returned into with the exception, or NULL */
    uint32_t pc;        /* word index in code */
    int32_t lineno;     /* or 0: from pc */
    uint32_t depth;     /* number of the frame in its thread's stack, 0: none of its own */
    uint32_t n_values;
    MrValue values[];   /* locals of a frame that ended here and has no object */
} MrTraceback;

/* A plain instance: attribute slots inline. In the shape's dictionary mode `extra` is the MrDict, otherwise it is MR_UNBOUND or the buffer
 * of the slots that do not fit inline. */
typedef struct MrInstance {
    MrObj h;
    MrValue extra;
    MrValue slots[];
} MrInstance;

struct MrType {
    MrObj h;
    MrValue *slots;      /* MR_SLOT_COUNT values: each the raw attribute found along the MRO or MR_UNBOUND; NULL until mr_type_ready */
    uint32_t version;    /* changes (to a number never used before) when the type or a base changes */
    uint32_t flags;      /* MR_TYPE_* below */
    const MrTypeDef *def;/* own def, or the nearest builtin base's */
    MrDict *dict;
    MrTuple *mro;        /* of types, itself first */
    MrTuple *bases;
    MrType *base;        /* the base whose struct it has */
    MrStr *name;         /* __name__ */
    MrValue qualname, module;
    MrShape *root;       /* shape of fresh instances */
    MrValue subclasses;  /* list of weak entries: plain list of types, pruned by the collector */
    uint32_t attr_offset;   /* where the attribute tail (MrTail) of its instances begins; 0: none, or behind the data of VARSIZE ones */
    uint16_t inline_slots;  /* learned */
    uint16_t named_slots;   /* slots reserved by __slots__ of it and its bases */
    MrValue (*next)(MrThread *t, MrValue self); /* C next, or NULL: through MR_SLOT_next */
    MrStr *dotted;       /* module and name for messages, of a class whose code passes for native (MR_CODE_LIKE_NATIVE), else NULL */
};
enum {
    MR_TYPE_READY = 1, MR_TYPE_HEAP = 2 /* made by a class statement */, MR_TYPE_HAS_DICT = 4 /* instances take any attribute */,
    MR_TYPE_HAS_DEL = 8, MR_TYPE_IS_EXCEPTION = 16, MR_TYPE_ABSTRACT = 32, MR_TYPE_CUSTOM_GETATTR = 64 /* __getattribute__ or __getattr__ overridden */,
    MR_TYPE_CUSTOM_SETATTR = 128, MR_TYPE_IS_TYPE = 256 /* a metaclass */, MR_TYPE_SEQ = 512, MR_TYPE_MAP = 1024, MR_TYPE_HAS_WEAKREF = 2048,
    MR_TYPE_IMMUTABLE = 4096 /* builtin, or passes for it: setting attributes is a TypeError */, MR_TYPE_READYING = 8192
};

#endif
