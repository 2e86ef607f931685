/* Internals of str shared by the files that implement its methods; the public half is "names and strs" of vm/vm.h.
 *
 * A str is immutable UTF-8. Positions that scripts see are code points, positions in here are mostly bytes: mr_str_offset and mr_str_position
 * convert, at no cost for ASCII. Functions that return a str return an exact one.
 */
#ifndef MR_TYPES_STR_H
#define MR_TYPES_STR_H

#include "base/buf.h"
#include "base/utf8.h"
#include "vm/isolate.h"
#include "vm/types/text.h"
#include "vm/vm.h"

/* A fresh str whose bytes are still to be filled in, at once; the NUL is there. NULL: MemoryError. */
MrStr *mr_str_alloc(MrThread *t, size_t nbytes, size_t length) MR_MUST_CHECK;

/* As mr_str_new, for text whose length in code points is known. Empty and Latin-1 characters come from the cache. */
MrValue mr_str_sized(MrThread *t, const char *utf8, size_t nbytes, size_t length) MR_MUST_CHECK;

/* v itself if it is exactly a str, else a copy that is. */
MrValue mr_str_exact(MrThread *t, MrValue v) MR_MUST_CHECK;

/* Code point index of a byte offset, the inverse of mr_str_offset. */
size_t mr_str_position(const MrStr *s, size_t offset);

/* Appends the escape of a code point in the form of repr: \xNN, \uNNNN or \UNNNNNNNN, the shortest that holds it. */
void mr_str_put_escape(MrBuf *buf, uint32_t c);

/* Most strs are short: a cell of the smaller sizes, whose every word is written here. Those of 0 or 1 characters are mr_str_sized's: they are shared. */
enum { MR_SHORT_STR = 128 };

static inline MrValue mr_str_short(MrThread *t, const char *utf8, size_t nbytes, size_t length)
{
    MrStr *s = mr_alloc_unset(t, offsetof(MrStr, bytes) + nbytes + 1, MR_KIND_STR, MR_TYPE_str);
    if (MR_UNLIKELY(!s))
        return MR_ERROR;
    s->hash = s->interned = 0;
    s->nbytes = nbytes;
    s->length = length;
    s->index = NULL;
    mr_copy_short(s->bytes, utf8, nbytes);
    s->bytes[nbytes] = 0;
    return mr_val(s);
}

/* The code points from byte to byte as a str. */
static inline MrValue mr_str_piece(MrThread *t, const MrStr *s, size_t from, size_t to)
{
    size_t n = to - from;
    if (mr_str_is_ascii(s) && n - 2 <= MR_SHORT_STR - 2)
        return mr_str_short(t, s->bytes + from, n, n);
    return mr_str_sized(t, s->bytes + from, n, mr_str_is_ascii(s) ? n : mr_utf8_count(s->bytes + from, n));
}

/* format % args of a str (str_percent.c). [script] */
MrValue mr_bytes_percent(MrThread *t, const char *format, size_t n, MrValue args, bool is_bytearray) MR_MUST_CHECK;

/* str_methods.c */
MrNativeDecl str_capitalize, str_casefold, str_center, str_encode, str_expandtabs, str_isalnum, str_isalpha, str_isascii, str_isdecimal, str_isdigit,
    str_isidentifier, str_islower, str_isnumeric, str_isprintable, str_isspace, str_istitle, str_isupper, str_ljust, str_lower, str_lstrip,
    str_maketrans, str_rjust, str_rstrip, str_strip, str_swapcase, str_title, str_translate, str_upper, str_zfill;
/* str_search.c */
MrNativeDecl str_contains, str_count, str_endswith, str_find, str_index, str_partition, str_removeprefix, str_removesuffix, str_replace, str_rfind,
    str_rindex, str_rpartition, str_rsplit, str_split, str_splitlines, str_startswith;
/* str_format.c */
MrNativeDecl str_format, str_format_map;

#endif
