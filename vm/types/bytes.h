/* Internals of bytes and bytearray: what their two files and the shared methods of bytes_methods.c know of each other.
 *
 * A shared method works on either type and returns new objects of its self's type. It must read its other arguments before it takes the
 * view of its self: reading them may run script that resizes a bytearray.
 */
#ifndef MR_TYPES_BYTES_H
#define MR_TYPES_BYTES_H

#include "vm/signature.h"
#include "vm/types/text.h"
#include "vm/vm.h"

typedef struct MrView {
    const char *p;
    size_t n;
} MrView;

/* The bytes of a bytes or bytearray. */
static inline MrView mr_view(MrValue v)
{
    return mr_obj_of(v)->kind == MR_KIND_BYTES ? (MrView){MR_BYTES(v)->bytes, MR_BYTES(v)->length} : (MrView){MR_BYTEARRAY(v)->bytes, MR_BYTEARRAY(v)->length};
}

static inline bool mr_is_bytes(MrValue v) { return mr_is_kind(v, MR_KIND_BYTES); }
static inline bool mr_is_bytearray(MrValue v) { return mr_is_kind(v, MR_KIND_BYTEARRAY); }

/* A new bytes or bytearray, as `like` is. p may be NULL: zeroed, to be filled in through mr_bytes_data. */
MrValue mr_bytes_as(MrThread *t, MrValue like, const char *p, size_t n) MR_MUST_CHECK;
/* Another length for a bytearray; what is added is zero. BufferError while it has exports. */
bool mr_bytearray_resize(MrThread *t, MrByteArray *b, size_t n) MR_MUST_CHECK;
static inline char *mr_bytes_data(MrValue v) { return (char *)mr_view(v).p; }

/* Is v bytes-like? Never raises. */
bool mr_bytes_view(MrThread *t, MrValue v, MrView *view);

/* An int 0..255: TypeError of operator.index, ValueError "byte must be in range(0, 256)" (with `in_bytes`: "bytes must be..."). [script] */
bool mr_byte_value(MrThread *t, MrValue v, bool in_bytes, unsigned char *byte) MR_MUST_CHECK;

/* What bytes(source, encoding, errors) holds, for bytes and bytearray (`type` names it in messages); missing arguments are MR_UNBOUND. Either
 * a buffer-like view (returned in *view, kept alive by *keep) or `count` zeros (view->p NULL). [script] */
bool mr_bytes_source(MrThread *t, const char *type, MrValue source, MrValue encoding, MrValue errors, MrView *view, MrValue *keep) MR_MUST_CHECK;

/* Appends the repr b'...'; `always` escapes a ' even between double quotes, as bytearray does. */
bool mr_bytes_repr_to(MrThread *t, MrBuf *buf, const char *p, size_t n, bool always) MR_MUST_CHECK;

MrValue mr_bytes_hash(MrThread *t, const char *p, size_t n);

/* The hex() methods; missing arguments are MR_UNBOUND. [script] */
MrValue mr_bytes_hex(MrThread *t, const char *p, size_t n, MrValue sep, MrValue per_sep) MR_MUST_CHECK;

/* bytes.fromhex and bytearray.fromhex for the class `type`. [script] */
MrValue mr_bytes_fromhex(MrThread *t, MrValue type, MrValue text, bool is_bytearray) MR_MUST_CHECK;

/* a + b for b of any bytes-like type, MR_NOT_IMPLEMENTED otherwise. */
bool mr_bytes_warn_str(MrThread *t, MrValue v) MR_MUST_CHECK; /* str(v) is asked for: under -b that is worth a warning. [script] */
MrNativeDecl bytes_add, bytes_mul, bytes_contains, bytes_eq, bytes_ne, bytes_lt, bytes_le, bytes_gt, bytes_ge, bytes_mod, bytes_rmod, bytes_len;
MrNativeDecl bytes_capitalize, bytes_center, bytes_count, bytes_decode, bytes_endswith, bytes_expandtabs, bytes_find, bytes_hex, bytes_index, bytes_isalnum,
    bytes_isalpha, bytes_isascii, bytes_isdigit, bytes_islower, bytes_isspace, bytes_istitle, bytes_isupper, bytes_join, bytes_ljust, bytes_lower,
    bytes_lstrip, bytes_maketrans, bytes_partition, bytes_removeprefix, bytes_removesuffix, bytes_replace, bytes_rfind, bytes_rindex, bytes_rjust,
    bytes_rpartition, bytes_rsplit, bytes_rstrip, bytes_split, bytes_splitlines, bytes_startswith, bytes_strip, bytes_swapcase, bytes_title,
    bytes_translate, bytes_upper, bytes_zfill;

/* The rows of both types' method tables for the shared methods. */
#define MR_BYTES_METHODS \
    {"__len__(self, /)", bytes_len, "The number that len(self) gives.", 0}, \
    {"__buffer__(self, flags, /)", mr_buffer_method, "A memoryview of the object's memory, for consumers of the buffer protocol.", 0}, \
    {"__add__(self, value, /)", bytes_add, "What self + value gives.", 0}, \
    {"__mul__(self, value, /)", bytes_mul, "What self * value gives.", MR_METHOD_REPEAT}, \
    {"__rmul__(self, value, /)", bytes_mul, "What value * self gives.", MR_METHOD_REPEAT}, \
    {"__mod__(self, value, /)", bytes_mod, "Fill the % placeholders of self: self % value.", 0}, \
    {"__rmod__(self, value, /)", bytes_rmod, "The % operator with self on the right: value % self.", 0}, \
    {"__contains__(self, key, /)", bytes_contains, "Whether `key in self` holds.", 0}, \
    {"__eq__(self, value, /)", bytes_eq, "Whether self == value.", 0}, \
    {"__ne__(self, value, /)", bytes_ne, "Whether self != value.", 0}, \
    {"__lt__(self, value, /)", bytes_lt, "Whether self < value.", 0}, \
    {"__le__(self, value, /)", bytes_le, "Whether self <= value.", 0}, \
    {"__gt__(self, value, /)", bytes_gt, "Whether self > value.", 0}, \
    {"__ge__(self, value, /)", bytes_ge, "Whether self >= value.", 0}, \
    {"capitalize(self, /)", bytes_capitalize, "The first character in upper case and the others in lower case, ASCII letters only.", 0}, \
    {"center(self, width, fillchar=b' ', /)", bytes_center, "Pad on both sides up to width, with fillchar.", 0}, \
    {"count(self, sub, start=None, end=None, /)", bytes_count, "How often sub occurs in [start:end], overlaps not counted.", MR_METHOD_PARSED}, \
    {"decode(self, /, encoding='utf-8', errors='strict')", bytes_decode, \
     "The text that these bytes encode; errors says what happens to invalid ones.", 0}, \
    {"endswith(self, suffix, start=None, end=None, /)", bytes_endswith, \
     "Whether the end matches suffix, or one of a tuple of them.", MR_METHOD_PARSED}, \
    {"expandtabs(self, /, tabsize=8)", bytes_expandtabs, \
     "Replace each tab by as many spaces as lead to the next column that is a multiple of tabsize.", 0}, \
    {"find(self, sub, start=None, end=None, /)", bytes_find, "The leftmost position of sub in [start:end], -1 when there is none.", MR_METHOD_PARSED}, \
    {"hex(self, /, sep=None, bytes_per_sep=1)", bytes_hex, \
     "The bytes as hexadecimal digits, two for each; sep separates groups of bytes_per_sep.", 0}, \
    {"index(self, sub, start=None, end=None, /)", bytes_index, \
     "The leftmost position of sub in [start:end]; raises ValueError when there is none.", MR_METHOD_PARSED}, \
    {"isalnum(self, /)", bytes_isalnum, "Whether there is something and all of it is ASCII letters and digits.", 0}, \
    {"isalpha(self, /)", bytes_isalpha, "Whether there is something and all of it is ASCII letters.", 0}, \
    {"isascii(self, /)", bytes_isascii, "Whether no byte exceeds 127.", 0}, \
    {"isdigit(self, /)", bytes_isdigit, "Whether there is something and all of it is ASCII digits.", 0}, \
    {"islower(self, /)", bytes_islower, "Whether there is an ASCII letter and none of them is a capital.", 0}, \
    {"isspace(self, /)", bytes_isspace, "Whether there is something and all of it is ASCII whitespace.", 0}, \
    {"istitle(self, /)", bytes_istitle, "Whether each word starts with an ASCII capital and goes on in small letters; false without letters.", 0}, \
    {"isupper(self, /)", bytes_isupper, "Whether there is an ASCII letter and all of them are capitals.", 0}, \
    {"join(self, iterable_of_bytes, /)", bytes_join, "Put all items of the iterable together, with these bytes between them.", 0}, \
    {"ljust(self, width, fillchar=b' ', /)", bytes_ljust, "Pad on the right up to width, with fillchar.", 0}, \
    {"lower(self, /)", bytes_lower, "ASCII capitals turned into small letters.", 0}, \
    {"lstrip(self, bytes=None, /)", bytes_lstrip, "A copy that starts with the first byte outside `bytes` (default: ASCII whitespace).", 0}, \
    {"maketrans(frm, to, /)", bytes_maketrans, \
     "The 256-byte table for translate() that turns each byte of frm into the one at its place in to.", MR_METHOD_STATIC}, \
    {"partition(self, sep, /)", bytes_partition, "Cut at one sep into (before, sep, after): at the leftmost, or for rpartition() the rightmost.", 0}, \
    {"removeprefix(self, prefix, /)", bytes_removeprefix, "The rest after prefix if that comes first, else a copy.", 0}, \
    {"removesuffix(self, suffix, /)", bytes_removesuffix, "The part before suffix if that comes last, else a copy.", 0}, \
    {"replace(self, old, new, count=-1, /)", bytes_replace, "A copy in which new stands for each old, or for the leftmost count of them.", 0}, \
    {"rfind(self, sub, start=None, end=None, /)", bytes_rfind, \
     "The rightmost position of sub in [start:end], -1 when there is none.", MR_METHOD_PARSED}, \
    {"rindex(self, sub, start=None, end=None, /)", bytes_rindex, \
     "The rightmost position of sub in [start:end]; raises ValueError when there is none.", MR_METHOD_PARSED}, \
    {"rjust(self, width, fillchar=b' ', /)", bytes_rjust, "Pad on the left up to width, with fillchar.", 0}, \
    {"rpartition(self, sep, /)", bytes_rpartition, \
     "Cut at one sep into (before, sep, after): at the leftmost, or for rpartition() the rightmost.", 0}, \
    {"rsplit(self, /, sep=None, maxsplit=-1)", bytes_rsplit, "split(), but maxsplit counts cuts from the right.", 0}, \
    {"rstrip(self, bytes=None, /)", bytes_rstrip, "A copy that ends with the last byte outside `bytes` (default: ASCII whitespace).", 0}, \
    {"split(self, /, sep=None, maxsplit=-1)", bytes_split, \
     "The pieces between the separators, as a list; at most maxsplit cuts, from the left. None cuts at runs of whitespace.", 0}, \
    {"splitlines(self, /, keepends=False)", bytes_splitlines, "The lines as a list, with their ends if keepends is true.", 0}, \
    {"startswith(self, prefix, start=None, end=None, /)", bytes_startswith, \
     "Whether the beginning matches prefix, or one of a tuple of them.", MR_METHOD_PARSED}, \
    {"strip(self, bytes=None, /)", bytes_strip, "A copy without the bytes of `bytes` (default: ASCII whitespace) at either end.", 0}, \
    {"swapcase(self, /)", bytes_swapcase, "ASCII capitals turned into small letters and small letters into capitals.", 0}, \
    {"title(self, /)", bytes_title, "Each word's first ASCII letter in upper case, its others in lower case.", 0}, \
    {"translate(self, table, /, delete=b'')", bytes_translate, "Drop the bytes of `delete`, then look the others up in a table of 256.", 0}, \
    {"upper(self, /)", bytes_upper, "ASCII small letters turned into capitals.", 0}, \
    {"zfill(self, width, /)", bytes_zfill, "Fill up with zeros to width, after the sign if there is one.", 0}

#endif
