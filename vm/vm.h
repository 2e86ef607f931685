/* The VM's internal API in one place: what a file of a builtin type, a native module or the async core may use.
 *
 * Conventions. A function that may fail returns MR_ERROR (values), false (bool) or NULL (pointers) with an exception pending in the thread;
 * the caller returns at once with its own error value. A C local holding a value is safe from the collector (the C stack is scanned);
 * values in malloc'd memory are NOT: use mr_buffer_new. Any function that takes the thread may collect; those whose name ends in
 * _call, and those marked [script], may run Python code that changes any container: re-check lengths and pointers after them.
 * mr_raise... return MR_ERROR so that `return mr_raise(...)` reads well.
 */
#ifndef MR_VM_VM_H
#define MR_VM_VM_H

#include "base/buf.h"
#include "vm/object.h"
#include "vm/thread.h"

/* ---- types and kinds ---- */
MrType *mr_typeof(MrThread *t, MrValue v);                  /* class of any value */
MrType *mr_builtin_type(MrThread *t, MrTypeId id);          /* ready or not */
static inline MrValue mr_type_val(MrThread *t, MrTypeId id) { return mr_val(mr_builtin_type(t, id)); }
const char *mr_class_name(const MrType *type);              /* the class as messages name it */
const char *mr_type_name(MrThread *t, MrValue v);           /* its class as messages name it: dotted for native ones outside builtins; valid while the class lives */
static inline bool mr_is_kind(MrValue v, MrKind k) { return mr_is_obj(v) && mr_obj_of(v)->kind == k; }
static inline bool mr_is_exact(MrValue v, MrTypeId id) { return mr_is_obj(v) && mr_obj_of(v)->shape == (uint32_t)id; }
/* A native method as it stands in its class, unbound; not one that takes the class. */
static inline bool mr_is_method_descriptor(MrValue v) { return mr_is_exact(v, MR_TYPE_method_descriptor) || mr_is_exact(v, MR_TYPE_wrapper_descriptor); }
bool mr_type_is_subtype(const MrType *sub, const MrType *base); /* along the MRO */
bool mr_isinstance_of(MrThread *t, MrValue v, MrTypeId id); /* real class only, no __instancecheck__ */
int mr_isinstance(MrThread *t, MrValue v, MrValue cls);     /* [script] as isinstance(): 1, 0, -1 error */
int mr_issubclass(MrThread *t, MrValue v, MrValue cls);     /* [script] */
int mr_isinstance_plain(MrThread *t, MrValue v, MrValue cls);  /* [script] type.__instancecheck__: no hooks */
int mr_issubclass_plain(MrThread *t, MrValue sub, MrValue cls);/* [script] type.__subclasscheck__ */
static inline bool mr_is_str(MrValue v) { return mr_is_kind(v, MR_KIND_STR); }       /* subclasses included, as for all of these */
static inline bool mr_is_list(MrValue v) { return mr_is_kind(v, MR_KIND_LIST); }
static inline bool mr_is_tuple(MrValue v) { return mr_is_kind(v, MR_KIND_TUPLE); }
static inline bool mr_is_dict(MrValue v) { return mr_is_kind(v, MR_KIND_DICT); }
static inline bool mr_is_set(MrValue v) { return mr_is_kind(v, MR_KIND_SET); }
static inline bool mr_is_type(MrValue v) { return mr_is_kind(v, MR_KIND_TYPE); }
#define MR_STR(v) ((MrStr *)mr_obj_of(v))
#define MR_BYTES(v) ((MrBytes *)mr_obj_of(v))
#define MR_BYTEARRAY(v) ((MrByteArray *)mr_obj_of(v))
#define MR_LIST(v) ((MrList *)mr_obj_of(v))
#define MR_TUPLE(v) ((MrTuple *)mr_obj_of(v))
#define MR_DICT(v) ((MrDict *)mr_obj_of(v))
#define MR_SET(v) ((MrSet *)mr_obj_of(v))
#define MR_TYPE(v) ((MrType *)mr_obj_of(v))
#define MR_INT(v) ((MrInt *)mr_obj_of(v))
#define MR_ITER(v) ((MrIter *)mr_obj_of(v))
MrValue mr_slot(MrThread *t, MrType *type, MrSlot slot);    /* raw special method along the MRO or MR_UNBOUND */
MrValue mr_type_lookup(MrThread *t, MrType *type, MrStr *name); /* raw attribute along the MRO or MR_UNBOUND; cached */

/* ---- allocation ---- */
void *mr_alloc(MrThread *t, size_t size, MrKind kind, MrTypeId type) MR_MUST_CHECK; /* zeroed behind the header, but for the text of a str or bytes; NULL: MemoryError pending */
/* An instance of `type` (a builtin one or a subclass of it) with `def` struct; `size` bytes as mr_alloc, attribute slots are added
 * behind. What __new__ functions of natives use. NULL on error. */
void *mr_alloc_instance(MrThread *t, size_t size, MrType *type) MR_MUST_CHECK;
/* The same while a builtin class may still be without its namespace, which is filled when it is asked for: start-up makes many such instances.
 * A __del__ that the class has is not registered then. */
void *mr_alloc_plain(MrThread *t, size_t size, MrType *type) MR_MUST_CHECK;
void *mr_buffer_new(MrThread *t, size_t size) MR_MUST_CHECK;/* zeroed plain memory, collected; NULL: MemoryError */
void *mr_buffer_resize(MrThread *t, void *buffer, size_t size) MR_MUST_CHECK; /* new zeroed tail; the old one stays valid memory until collected; NULL buffer allowed */
/* Gives a large buffer back at once. Nobody may hold its address any more; small ones are left to the collector. */
void mr_buffer_free(MrThread *t, void *buffer);
static inline void mr_write_barrier(MrThread *t, void *owner, MrValue v) { (void)t; (void)owner; (void)v; } /* call after storing v into owner */
void mr_mark(MrGc *gc, MrValue v);                          /* for trace functions */
void mr_mark_obj(MrGc *gc, void *object_or_null);
void mr_mark_buffer(MrGc *gc, void *buffer_or_null);        /* the buffer only, not what it holds */
void mr_mark_values(MrGc *gc, const MrValue *values, size_t n);
MrValue mr_collect(MrThread *t, MrNative caller);           /* [script] full collection; int: cells freed. caller: the native that asks for it, or NULL */

/* ---- errors ---- */
MrValue mr_raise(MrThread *t, MrTypeId exc, const char *fmt, ...) __attribute__((format(printf, 3, 4))); /* exc(message); %s of non-UTF-8 is the caller's fault */
MrValue mr_raise_value(MrThread *t, MrValue exception);     /* pending = this instance, context linked */
MrValue mr_raise_type_value(MrThread *t, MrTypeId exc, MrValue arg); /* exc(arg), e.g. KeyError(key); arg MR_UNBOUND: no argument */
MrValue mr_raise_str(MrThread *t, MrTypeId exc, MrValue message); /* exc(message) with a str made by mr_strf */
MrValue mr_raise_errno(MrThread *t, int err, MrValue filename);   /* OSError subclass for errno; filename MR_UNBOUND if none */
MrValue mr_raise_no_memory(MrThread *t);
MrValue mr_raise_index(MrThread *t, const char *what);      /* IndexError("<what> index out of range") */
static inline bool mr_pending(const MrThread *t) { return t->pending != MR_UNBOUND; }
MrValue mr_take_pending(MrThread *t);                       /* the pending exception instance, cleared */
bool mr_pending_is(MrThread *t, MrTypeId exc);              /* instance of exc (or a subclass)? */
bool mr_clear_if(MrThread *t, MrTypeId exc);                /* clears the pending one if it is an exc */
bool mr_stack_ok_in(MrThread *t, const char *what);         /* the same for a named operation: leaves room for the plain checks of what it calls */
bool mr_stack_ok(MrThread *t);                              /* C recursion check: false with RecursionError pending. First thing in recursive C */
bool mr_poll(MrThread *t);                                  /* [script] long C loops call it every ~10,000 steps: signals, limits; false: error pending */
bool mr_poll_wait(MrThread *t);                             /* [script] the same between two waits in the kernel, whose number must not count */

/* ---- names and strs ---- */
MrStr *mr_name(MrThread *t, MrNameId id);
#define mr_n(t, id) mr_name(t, MR_NAME_##id)
#define mr_nv(t, id) mr_val(mr_name(t, MR_NAME_##id))
MrStr *mr_slot_name(MrThread *t, MrSlot slot);
MrValue mr_str_new(MrThread *t, const char *utf8, size_t nbytes) MR_MUST_CHECK; /* valid UTF-8 (surrogates allowed); counts code points */
MrValue mr_str_c(MrThread *t, const char *utf8) MR_MUST_CHECK;                  /* NUL-terminated */
MrValue mr_str_ascii(MrThread *t, size_t n, char **bytes) MR_MUST_CHECK;        /* n bytes for the caller to fill with ASCII at once */
MrValue mr_str_buf(MrThread *t, MrBuf *buf) MR_MUST_CHECK;                      /* from a buffer (freed in any case; its OOM is raised) */
MrValue mr_strf(MrThread *t, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
MrValue mr_str_char(MrThread *t, uint32_t code_point) MR_MUST_CHECK;            /* one-character str, cached for Latin-1 */
MrStr *mr_intern(MrThread *t, const char *utf8, size_t nbytes) MR_MUST_CHECK;
MrStr *mr_intern_str(MrThread *t, MrStr *s) MR_MUST_CHECK;
static inline const char *mr_cstr(MrValue str) { return MR_STR(str)->bytes; }
static inline bool mr_str_is_ascii(const MrStr *s) { return s->length == s->nbytes; }
bool mr_str_equal(MrThread *t, const MrStr *a, const MrStr *b);
bool mr_str_equal_c(MrValue str, const char *text);         /* false for other types */
uint64_t mr_str_hash(MrThread *t, MrStr *s); /* of a text so long that the script had to stop meanwhile: 0, which is not kept */
bool mr_str_key_hash(MrThread *t, MrStr *s, uint64_t *hash) MR_MUST_CHECK; /* the same; false with the exception then */
MrValue mr_str_concat(MrThread *t, MrValue a, MrValue b) MR_MUST_CHECK;         /* two strs */
MrValue mr_str_percent(MrThread *t, MrValue format, MrValue args) MR_MUST_CHECK; /* format % args. [script] */
MrValue mr_str_append(MrThread *t, MrValue a, MrValue b) MR_MUST_CHECK;         /* the same where the result replaces `a`, which may be changed */
/* Makes a str or bytes that is about to be seen elsewhere immutable for good. */
static inline void mr_text_share(MrValue v)
{
    if (mr_is_exact(v, MR_TYPE_str) || mr_is_exact(v, MR_TYPE_bytes))
        mr_obj_of(v)->flags &= (uint8_t)~MR_OBJ_UNSHARED;
}
MrValue mr_str_join(MrThread *t, MrValue sep, MrValue iterable) MR_MUST_CHECK;  /* [script] */
size_t mr_str_offset(MrThread *t, MrStr *s, size_t index);  /* byte offset of code point `index` (<= length) */
uint32_t mr_str_at(MrThread *t, MrStr *s, size_t index);    /* code point */
MrValue mr_str_slice(MrThread *t, MrValue s, size_t start, size_t stop) MR_MUST_CHECK; /* code points, start <= stop <= length */
MrValue mr_bytes_unset(MrThread *t, size_t n) MR_MUST_CHECK;                      /* to be filled before anything else happens */
MrValue mr_bytes_append(MrThread *t, MrValue a, MrValue b) MR_MUST_CHECK;       /* two bytes; as mr_str_append() */
MrValue mr_bytes_new(MrThread *t, const char *bytes_or_null, size_t n) MR_MUST_CHECK;  /* NULL: zeroed, to be filled */
MrValue mr_bytearray_new(MrThread *t, const char *bytes_or_null, size_t n) MR_MUST_CHECK;
/* A bytes-like object's bytes (bytes, bytearray, array, memoryview contiguous, what has __buffer__: [script] then); false with TypeError "a bytes-like object is required, not 'x'". */
bool mr_buffer_of(MrThread *t, MrValue v, const char **bytes, size_t *n);
/* The same for memory that will be written to; TypeError "argument must be read-write bytes-like object, not x". */
bool mr_buffer_writable(MrThread *t, MrValue v, char **bytes, size_t *n);
MrValue mr_decode(MrThread *t, const char *bytes, size_t n, const char *encoding, const char *errors); /* [script] */
MrValue mr_encode(MrThread *t, MrValue str, const char *encoding, const char *errors);                 /* [script] bytes */

/* ---- numbers ---- */
MrValue mr_int(MrThread *t, int64_t i) MR_MUST_CHECK;       /* any int64 */
MrValue mr_int_u64(MrThread *t, uint64_t i) MR_MUST_CHECK;
MrValue mr_int_from_double(MrThread *t, double d) MR_MUST_CHECK; /* truncates; OverflowError / ValueError on inf / nan */
bool mr_is_integer(MrValue v);                              /* int or bool or a subclass instance */
MrValue mr_index(MrThread *t, MrValue v) MR_MUST_CHECK;     /* [script] operator.index: an exact int, or TypeError "'x' object cannot be interpreted as an integer" */
bool mr_to_i64(MrThread *t, MrValue v, int64_t *out) MR_MUST_CHECK;   /* [script] via __index__; OverflowError "Python int too large to convert to C long" */
bool mr_to_ssize(MrThread *t, MrValue v, int64_t *out) MR_MUST_CHECK; /* [script] as CPython's "cannot fit 'int' into an index-sized integer" (IndexError family raise OverflowError) */
bool mr_arg_ssize(MrThread *t, MrValue v, int64_t *out) MR_MUST_CHECK; /* [script] as mr_to_ssize, with the text that arguments get */
int64_t mr_to_i64_clamped(MrThread *t, MrValue v, bool *ok);/* [script] slice-like clamping to int64 */
bool mr_to_double(MrThread *t, MrValue v, double *out) MR_MUST_CHECK; /* [script] float() of a number: __float__, __index__; TypeError "must be real number, not x" */
MrValue mr_int_parse(MrThread *t, const char *digits, size_t n, int base) MR_MUST_CHECK; /* plain digits with optional sign, already checked */
MrValue mr_int_to_str(MrThread *t, MrValue v, int base) MR_MUST_CHECK; /* decimal limit applies for base 10 */
MrValue mr_complex(MrThread *t, double re, double im) MR_MUST_CHECK;
/* Arithmetic among numbers (int, bool, float, complex and their subclasses): the result, MR_NOT_IMPLEMENTED for other types, MR_ERROR. vm/types/number.c */
MrValue mr_number_binop(MrThread *t, MrBinop op, MrValue a, MrValue b);
MrValue mr_number_compare(MrThread *t, MrCompare op, MrValue a, MrValue b); /* bool or MR_NOT_IMPLEMENTED */
bool mr_number_hash(MrThread *t, MrValue number, uint64_t *hash) MR_MUST_CHECK; /* CPython's, modulo 2^61-1; of int, bool, float, complex */

/* ---- containers ---- */
MrValue mr_list_new(MrThread *t, size_t capacity) MR_MUST_CHECK; /* empty */
MrValue mr_list_from(MrThread *t, const MrValue *items, size_t n) MR_MUST_CHECK;
bool mr_list_append(MrThread *t, MrValue list, MrValue v) MR_MUST_CHECK;
bool mr_list_extend(MrThread *t, MrValue list, MrValue iterable) MR_MUST_CHECK; /* [script] */
bool mr_list_sort(MrThread *t, MrValue list, MrValue key, bool reverse) MR_MUST_CHECK; /* [script] key MR_NONE */
MrValue mr_tuple_new(MrThread *t, size_t n) MR_MUST_CHECK;  /* n unbound items to be filled at once; n == 0: the shared empty one */
MrValue mr_tuple_from(MrThread *t, const MrValue *items, size_t n) MR_MUST_CHECK;
MrValue mr_tuple_of(MrThread *t, MrValue iterable) MR_MUST_CHECK; /* [script] tuple(iterable) */
MrValue mr_list_of(MrThread *t, MrValue iterable) MR_MUST_CHECK;  /* [script] a new list(iterable) */
/* The items of a list or tuple without a copy (true), or false for other types. Valid until the list changes. */
bool mr_sequence_items(MrValue v, MrValue **items, size_t *n);
MrDict *mr_dict_new(MrThread *t) MR_MUST_CHECK;
/* get: the value, MR_UNBOUND if absent, MR_ERROR (hash or eq failed). All [script] unless the key is a str. */
MrValue mr_dict_get(MrThread *t, MrDict *d, MrValue key);
MrValue mr_dict_get_str(MrThread *t, MrDict *d, MrStr *key);      /* never fails */
bool mr_dict_set(MrThread *t, MrDict *d, MrValue key, MrValue value) MR_MUST_CHECK;
bool mr_dict_set_str(MrThread *t, MrDict *d, MrStr *key, MrValue value) MR_MUST_CHECK;
bool mr_dict_set_c(MrThread *t, MrDict *d, const char *key, MrValue value) MR_MUST_CHECK;
int mr_dict_del(MrThread *t, MrDict *d, MrValue key);             /* 1 removed, 0 absent, -1 error */
MrValue mr_dict_pop(MrThread *t, MrDict *d, MrValue key);         /* value, MR_UNBOUND, MR_ERROR */
bool mr_dict_next(MrDict *d, size_t *pos, MrValue *key, MrValue *value); /* *pos starts at 0; false at the end */
bool mr_dict_update(MrThread *t, MrDict *d, MrValue mapping_or_pairs) MR_MUST_CHECK; /* [script] */
MrValue mr_iter_keys(MrThread *t, MrValue mapping, MrValue keys);                    /* [script] over what the mapping's keys() returned */
MrDict *mr_dict_copy(MrThread *t, MrDict *d) MR_MUST_CHECK;
uint32_t mr_dict_version(MrThread *t, MrDict *d);                 /* nonzero; changes with the set of keys; 0 when none can be given */
int64_t mr_dict_find_str(MrThread *t, MrDict *d, MrStr *key);     /* entry number or -1 */
MrValue mr_set_new(MrThread *t, bool frozen) MR_MUST_CHECK;
MrValue mr_set_of(MrThread *t, MrValue iterable) MR_MUST_CHECK;   /* [script] a new set(iterable) */
bool mr_set_add(MrThread *t, MrValue set, MrValue v) MR_MUST_CHECK;       /* [script] */
int mr_set_contains(MrThread *t, MrValue set, MrValue v);                 /* [script] 1, 0, -1 */
bool mr_set_update(MrThread *t, MrValue set, MrValue iterable) MR_MUST_CHECK; /* [script] */
MrValue mr_slice_new(MrThread *t, MrValue start, MrValue stop, MrValue step) MR_MUST_CHECK; /* MR_NONE for missing parts */
/* A slice applied to a sequence of `length`: start, step, count of items. The length is read after the script has run, which may change it. [script] false: error. */
bool mr_slice_indices(MrThread *t, MrValue slice, const size_t *length, int64_t *start, int64_t *step, size_t *count);

/* ---- operators, all [script] ---- */
MrValue mr_binary(MrThread *t, MrBinop op, MrValue a, MrValue b) MR_MUST_CHECK;
MrValue mr_inplace(MrThread *t, MrBinop op, MrValue a, MrValue b) MR_MUST_CHECK;
MrValue mr_unary(MrThread *t, MrSlot slot, MrValue v) MR_MUST_CHECK; /* neg, pos, invert, abs */
MrValue mr_compare(MrThread *t, MrCompare op, MrValue a, MrValue b) MR_MUST_CHECK;
/* Holds v up to here, for C code that goes on with a pointer into its object: the compiler forgets a value after its last use, and then the collector, which
 * looks at the C stack, does not see it. */
static inline void mr_hold(MrValue v)
{
    __asm__ volatile("" : : "r"(v) : "memory");
}

/* The rest of the two when a's own method, of a class written in Python, has been asked first and has returned NotImplemented. [script] */
MrValue mr_binary_refused(MrThread *t, MrBinop op, MrValue a, MrValue b, bool inplace) MR_MUST_CHECK;
MrValue mr_compare_refused(MrThread *t, MrCompare op, MrValue a, MrValue b) MR_MUST_CHECK;
int mr_eq(MrThread *t, MrValue a, MrValue b);               /* identity first, then ==: 1, 0, -1 (as containers compare) */
int mr_truth(MrThread *t, MrValue v);                       /* 1, 0, -1 */
int mr_contains(MrThread *t, MrValue container, MrValue v); /* 1, 0, -1 */
bool mr_hash(MrThread *t, MrValue v, uint64_t *hash) MR_MUST_CHECK; /* TypeError "unhashable type: 'x'" */
MrValue mr_repr(MrThread *t, MrValue v) MR_MUST_CHECK;      /* a str */
MrValue mr_str(MrThread *t, MrValue v) MR_MUST_CHECK;       /* str(v) */
MrValue mr_ascii(MrThread *t, MrValue v) MR_MUST_CHECK;
MrValue mr_format(MrThread *t, MrValue v, MrValue spec) MR_MUST_CHECK;
int64_t mr_len(MrThread *t, MrValue v);                     /* -1 error */
int64_t mr_length_hint(MrThread *t, MrValue v, int64_t otherwise); /* -1 error */
MrValue mr_getitem(MrThread *t, MrValue v, MrValue key) MR_MUST_CHECK;
bool mr_setitem(MrThread *t, MrValue v, MrValue key, MrValue value) MR_MUST_CHECK;
bool mr_delitem(MrThread *t, MrValue v, MrValue key) MR_MUST_CHECK;
/* repr of something that may contain itself: enter returns 1 (go on), 0 (already inside: print "..."), -1 error; leave after a 1. */
int mr_repr_enter(MrThread *t, MrValue v);
void mr_repr_leave(MrThread *t, MrValue v);
/* Appends repr(v) / str(v) to buf. */
bool mr_repr_to(MrThread *t, MrBuf *buf, MrValue v) MR_MUST_CHECK;
bool mr_str_to(MrThread *t, MrBuf *buf, MrValue v) MR_MUST_CHECK;

/* ---- iteration, [script] ---- */
MrValue mr_iter(MrThread *t, MrValue v) MR_MUST_CHECK;      /* iter(v) */
MrValue mr_next(MrThread *t, MrValue iterator);             /* value, MR_UNBOUND at the end (StopIteration is swallowed), MR_ERROR */
/* Gives the iterator's values to feed->take() while it takes them: the first one that it does not take, MR_UNBOUND at the end, MR_ERROR. A generator is
 * not left for each value that way. */
MrValue mr_next_fed(MrThread *t, MrValue iterator, MrFeed *feed);
/* The next pair of an enumerate, a zip of two or a dict's items, without making the tuple that the caller would take apart at once. 1, 0 at the
 * end, -1, or MR_NO_PAIRS: nothing has been done, mr_next will do it. */
enum { MR_NO_PAIRS = 2 };
int mr_next_pair(MrThread *t, MrValue iterator, MrValue out[2]);
MrValue mr_iter_new(MrThread *t, MrTypeId type, MrValue source) MR_MUST_CHECK; /* an MrIter of a builtin iterator type */
/* __reduce__ and __setstate__ of iterators that are a source and a position in it. */
MrValue mr_iter_reduce(MrThread *t, MrValue *a) MR_MUST_CHECK;
MrValue mr_iter_setstate(MrThread *t, MrValue *a) MR_MUST_CHECK;
bool mr_iter_state(MrThread *t, MrValue state, int64_t *n) MR_MUST_CHECK; /* the int that such a __setstate__ is given */

/* ---- attributes, [script] ---- */
MrValue mr_getattr(MrThread *t, MrValue v, MrStr *name) MR_MUST_CHECK;
MrValue mr_getattr_or(MrThread *t, MrValue v, MrStr *name);  /* MR_UNBOUND instead of AttributeError; MR_ERROR for others */
MrValue mr_getattr_c(MrThread *t, MrValue v, const char *name) MR_MUST_CHECK;
bool mr_setattr(MrThread *t, MrValue v, MrStr *name, MrValue value) MR_MUST_CHECK; /* value MR_UNBOUND: delete */
MrValue mr_generic_getattr(MrThread *t, MrValue v, MrStr *name); /* object.__getattribute__ */
bool mr_generic_setattr(MrThread *t, MrValue v, MrStr *name, MrValue value) MR_MUST_CHECK;
MrDict *mr_instance_dict(MrThread *t, MrValue v) MR_MUST_CHECK;  /* __dict__, made if needed; NULL without error pending: the type has none */
bool mr_set_instance_dict(MrThread *t, MrValue v, MrValue dict) MR_MUST_CHECK; /* dict unbound: refused, it cannot be deleted */

/* ---- calls, [script] ---- */
MrValue mr_call(MrThread *t, MrValue f, size_t argc, const MrValue *args) MR_MUST_CHECK;
MrValue mr_call0(MrThread *t, MrValue f) MR_MUST_CHECK;
MrValue mr_call1(MrThread *t, MrValue f, MrValue a) MR_MUST_CHECK;
MrValue mr_call2(MrThread *t, MrValue f, MrValue a, MrValue b) MR_MUST_CHECK;
MrValue mr_call3(MrThread *t, MrValue f, MrValue a, MrValue b, MrValue c) MR_MUST_CHECK;
MrValue mr_call_kw(MrThread *t, MrValue f, MrValue args_tuple, MrValue kwargs_dict_or_unbound) MR_MUST_CHECK;
MrValue mr_call_method(MrThread *t, MrValue obj, MrStr *name, size_t argc, const MrValue *args) MR_MUST_CHECK;
#define mr_call_method0(t, obj, name) mr_call_method(t, obj, name, 0, NULL)
/* Special method of the class, called with self: MR_UNBOUND if the class has none. args exclude self. */
MrValue mr_call_slot(MrThread *t, MrValue self, MrSlot slot, size_t argc, const MrValue *args);
bool mr_callable(MrThread *t, MrValue v);
MrValue mr_function_native(MrThread *t, const MrMethodDef *def, MrValue owner, MrValue self) MR_MUST_CHECK;

/* ---- modules ---- */
/* A native module: the VM fills its dict from the table at import. init may add more; false: error. */
typedef struct MrModuleDef {
    const char *name;
    const MrMethodDef *functions; /* ends with {0}; may be NULL. First parameter is not self */
    bool (*init)(MrThread *t, MrModule *m);
    const char *doc;
    const MrTypeDef *const *types;/* NULL-terminated; made with mr_type_from_def and added under their last name; may be NULL */
    MrValue (*missing)(MrThread *t, MrModule *m, MrStr *name); /* an attribute made when it is first asked for: MR_UNBOUND if there is none such;
                                  name NULL: all of them; may be NULL */
} MrModuleDef;
bool mr_module_add(MrThread *t, MrModule *m, const char *name, MrValue v) MR_MUST_CHECK;
MrType *mr_type_from_def(MrThread *t, const MrTypeDef *def) MR_MUST_CHECK; /* this isolate's type for a def outside types.def; made once, cached by def */
MrValue mr_import(MrThread *t, const char *dotted_name) MR_MUST_CHECK;      /* [script] the module itself (the last part) */
bool mr_warn(MrThread *t, MrTypeId category, const char *fmt, ...) __attribute__((format(printf, 3, 4))); /* [script] false: it was turned into an error */
/* EncodingWarning for a text file that was given no encoding, if those are asked for; `level` as in warnings.warn. [script] false: it became an error */
bool mr_warn_encoding(MrThread *t, int level) MR_MUST_CHECK;
/* ResourceWarning "unclosed <kind><repr of the object>", of an object that dies. [script] */
bool mr_warn_unclosed(MrThread *t, MrValue object, const char *kind) MR_MUST_CHECK;

#endif
