/* str: construction, hashing, indexing, slicing, joining, comparison, and the type's table.
 *
 * The invariant of every str: valid UTF-8 (lone surrogates in three bytes), nbytes and length right, a NUL behind the last byte. The byte offset
 * of every 64th code point is kept in `index`, built when a non-ASCII str is first indexed. Empty and Latin-1 one-character strs are shared.
 * Methods live in str_methods.c, str_search.c, str_percent.c and str_format.c; interning is the core's.
 */
#include "vm/types/str.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/hash.h"
#include "vm/isolate.h"
#include "vm/signature.h"
#include "vm/type.h"
#include "vm/types/format.h"
#include "vm/types/unicode.h"

enum { INDEX_STEP = 64 };

/* ---- construction ---- */

MrStr *mr_str_alloc(MrThread *t, size_t nbytes, size_t length)
{
    if (nbytes > PTRDIFF_MAX - sizeof(MrStr) - 1) {
        mr_raise_no_memory(t);
        return NULL;
    }
    MrStr *s = mr_alloc(t, offsetof(MrStr, bytes) + nbytes + 1, MR_KIND_STR, MR_TYPE_str);
    if (!s)
        return NULL;
    s->nbytes = nbytes;
    s->length = length;
    s->bytes[nbytes] = 0;
    return s;
}

static MrValue make_str(MrThread *t, const char *utf8, size_t nbytes, size_t length)
{
    if (MR_LIKELY(nbytes <= MR_SHORT_STR))
        return mr_str_short(t, utf8, nbytes, length);
    MrStr *s = mr_str_alloc(t, nbytes, length);
    if (!s)
        return MR_ERROR;
    if (MR_LIKELY(nbytes <= MR_WORK_PIECE))
        mr_copy_short(s->bytes, utf8, nbytes);
    else if (!mr_work_copy(t, s->bytes, utf8, nbytes))
        return MR_ERROR;
    return mr_val(s);
}

MrValue mr_str_sized(MrThread *t, const char *utf8, size_t nbytes, size_t length)
{
    if (length <= 1) {
        if (!nbytes) {
            if (MR_UNLIKELY(t->iso->empty_str == MR_UNBOUND)) {
                MrValue empty = make_str(t, "", 0, 0);
                if (empty == MR_ERROR)
                    return MR_ERROR;
                t->iso->empty_str = empty;
            }
            return t->iso->empty_str;
        }
        return mr_str_char(t, mr_utf8_decode_valid(&utf8));
    }
    return make_str(t, utf8, nbytes, length);
}

/* Are these 4 to 16 bytes ASCII? */
static inline bool is_short_ascii(const char *p, size_t n)
{
    if (n >= 8) {
        uint64_t first, last;
        memcpy(&first, p, 8);
        memcpy(&last, p + n - 8, 8);
        return !((first | last) & 0x8080808080808080u);
    }
    uint32_t first, last;
    memcpy(&first, p, 4);
    memcpy(&last, p + n - 4, 4);
    return !((first | last) & 0x80808080u);
}

MrValue mr_str_new(MrThread *t, const char *utf8, size_t nbytes)
{
    if (MR_LIKELY(nbytes - 4 <= 12 && is_short_ascii(utf8, nbytes)))
        return mr_str_short(t, utf8, nbytes, nbytes);
    size_t length = 0;
    for (size_t at = 0, end; at < nbytes; at = end) {
        end = mr_work_piece(at, nbytes);
        if (at && !mr_limits_tick(t))
            return MR_ERROR;
        length += mr_utf8_count(utf8 + at, end - at); /* counts the bytes that begin a character */
    }
    return mr_str_sized(t, utf8, nbytes, length);
}

MrValue mr_str_c(MrThread *t, const char *utf8) { return mr_str_new(t, utf8, strlen(utf8)); }

MrValue mr_str_ascii(MrThread *t, size_t n, char **bytes)
{
    MrStr *s = mr_str_alloc(t, n, n);
    if (!s)
        return MR_ERROR;
    *bytes = s->bytes;
    return mr_val(s);
}

MrValue mr_str_buf(MrThread *t, MrBuf *buf)
{
    MrValue v = buf->failed ? (t->iso->stopping && mr_pending(t) ? MR_ERROR : mr_raise_no_memory(t)) : mr_str_new(t, buf->data ? buf->data : "", buf->length);
    mr_buf_fini(buf);
    return v;
}

/* A precision in the format can cut a character in two, so the result is checked and malformed bytes become U+FFFD. */
MrValue mr_strf(MrThread *t, const char *fmt, ...)
{
    MrBuf buf = MR_BUF_EMPTY, clean = MR_BUF_EMPTY;
    va_list arguments;
    va_start(arguments, fmt);
    mr_buf_vprintf(&buf, fmt, arguments);
    va_end(arguments);
    if (buf.failed || mr_utf8_validate(buf.data, buf.length, true) == buf.length)
        return mr_str_buf(t, &buf);
    for (const char *p = buf.data, *end = p + buf.length; p < end;) {
        uint32_t c = mr_utf8_decode(&p, end, true);
        mr_buf_put_codepoint(&clean, c == MR_UTF8_INVALID ? 0xFFFD : c);
    }
    mr_buf_fini(&buf);
    return mr_str_buf(t, &clean);
}

MrValue mr_str_char(MrThread *t, uint32_t c)
{
    if (c < 256 && t->iso->chars[c] != MR_UNBOUND)
        return t->iso->chars[c];
    char bytes[MR_UTF8_MAX];
    MrValue v = make_str(t, bytes, mr_utf8_encode(c, bytes), 1);
    if (c < 256 && v != MR_ERROR)
        t->iso->chars[c] = v;
    return v;
}

MrValue mr_str_exact(MrThread *t, MrValue v)
{
    return mr_is_exact(v, MR_TYPE_str) ? v : mr_str_sized(t, MR_STR(v)->bytes, MR_STR(v)->nbytes, MR_STR(v)->length);
}

/* ---- equality and hash ---- */

bool mr_str_equal(MrThread *t, const MrStr *a, const MrStr *b)
{
    if (a == b)
        return true;
    if (a->nbytes != b->nbytes || (a->interned & b->interned) || ((a->h.flags & b->h.flags & MR_OBJ_HASH) && a->hash != b->hash))
        return false;
    return !mr_work_compare(t, a->bytes, b->bytes, a->nbytes);
}

bool mr_str_equal_c(MrValue str, const char *text)
{
    if (!mr_is_str(str))
        return false;
    size_t n = strlen(text);
    return MR_STR(str)->nbytes == n && !memcmp(MR_STR(str)->bytes, text, n);
}

uint64_t mr_str_hash(MrThread *t, MrStr *s)
{
    if (!(s->h.flags & MR_OBJ_HASH)) {
        MrHashSeed seed = {t->iso->hash_seed[0], t->iso->hash_seed[1]};
        uint64_t hash;
        if (MR_LIKELY(s->nbytes <= MR_WORK_PIECE))
            hash = mr_hash_bytes(seed, s->bytes, s->nbytes);
        else if (!mr_work_hash(t, s->bytes, s->nbytes, &hash))
            return 0;
        s->hash = (uint32_t)hash;
        s->h.flags |= MR_OBJ_HASH;
    }
    return s->hash;
}

bool mr_str_key_hash(MrThread *t, MrStr *s, uint64_t *hash)
{
    *hash = mr_str_hash(t, s);
    return MR_LIKELY(s->h.flags & MR_OBJ_HASH) || mr_limits_check(t, 0);
}

/* ---- positions ---- */

/* Builds the index; without memory for it the str works on, slower. */
static bool build_index(MrThread *t, MrStr *s)
{
    if (s->nbytes > UINT32_MAX)
        return false;
    uint32_t *index = mr_buffer_new(t, ((s->length - 1) / INDEX_STEP + 1) * sizeof *index);
    if (!index) {
        mr_take_pending(t);
        return false;
    }
    size_t at = 0, n = 0;
    for (size_t row = 0; at < s->nbytes; n++) {
        if (n % INDEX_STEP == 0)
            index[row++] = (uint32_t)at;
        at += mr_utf8_step((unsigned char)s->bytes[at]);
    }
    s->index = index;
    return true;
}

size_t mr_str_offset(MrThread *t, MrStr *s, size_t position)
{
    if (mr_str_is_ascii(s))
        return position;
    if (position >= s->length)
        return s->nbytes;
    size_t at = 0;
    if (position >= INDEX_STEP && (s->index || build_index(t, s))) {
        at = s->index[position / INDEX_STEP];
        position %= INDEX_STEP;
    }
    while (position--)
        at += mr_utf8_step((unsigned char)s->bytes[at]);
    return at;
}

size_t mr_str_position(const MrStr *s, size_t offset)
{
    if (mr_str_is_ascii(s))
        return offset;
    if (!s->index)
        return mr_utf8_count(s->bytes, offset);
    size_t low = 0, high = (s->length - 1) / INDEX_STEP;
    while (low < high) {
        size_t middle = (low + high + 1) / 2;
        if (s->index[middle] <= offset)
            low = middle;
        else
            high = middle - 1;
    }
    return low * INDEX_STEP + mr_utf8_count(s->bytes + s->index[low], offset - s->index[low]);
}

uint32_t mr_str_at(MrThread *t, MrStr *s, size_t position)
{
    if (mr_str_is_ascii(s))
        return (unsigned char)s->bytes[position];
    const char *p = s->bytes + mr_str_offset(t, s, position);
    return mr_utf8_decode_valid(&p);
}

MrValue mr_str_slice(MrThread *t, MrValue v, size_t start, size_t stop)
{
    MrStr *s = MR_STR(v);
    if (start == 0 && stop == s->length)
        return mr_str_exact(t, v);
    size_t from = mr_str_offset(t, s, start);
    /* a short slice is walked: looking up its end would cost as much */
    size_t to = from;
    if (mr_str_is_ascii(s))
        to = stop;
    else if (stop - start < INDEX_STEP)
        for (size_t i = start; i < stop; i++)
            to += mr_utf8_step((unsigned char)s->bytes[to]);
    else
        to = mr_str_offset(t, s, stop);
    return mr_str_sized(t, s->bytes + from, to - from, stop - start);
}

/* Extended slices of non-ASCII text walk from item to item in either direction. */
static MrValue slice_by_step(MrThread *t, MrStr *s, int64_t start, int64_t step, size_t count)
{
    if (mr_str_is_ascii(s)) {
        MrStr *r = mr_str_alloc(t, count, count);
        if (!r)
            return MR_ERROR;
        for (size_t i = 0, work = 0; i < count; i++, start += step)
            if (mr_limits_work(t, work))
                r->bytes[i] = s->bytes[start];
            else
                return MR_ERROR;
        return mr_val(r);
    }
    MrBuf buf = MR_BUF_EMPTY;
    const char *p = s->bytes + mr_str_offset(t, s, (size_t)start);
    for (size_t i = 0, work = 0; i < count; i++) {
        if (!mr_limits_work(t, work)) {
            mr_buf_fini(&buf);
            return MR_ERROR;
        }
        mr_buf_write(&buf, p, mr_utf8_step((unsigned char)*p));
        if (i + 1 == count)
            break;
        start += step;
        if (step > INDEX_STEP || step < -INDEX_STEP) {
            p = s->bytes + mr_str_offset(t, s, (size_t)start);
        } else if (step > 0) {
            for (int64_t k = step; k; k--)
                p += mr_utf8_step((unsigned char)*p);
        } else {
            for (int64_t k = step; k; k++)
                mr_utf8_decode_back(&p, s->bytes);
        }
    }
    return mr_str_buf(t, &buf);
}

static MrValue str_getitem(MrThread *t, MrValue *a)
{
    MrStr *s = MR_STR(a[0]);
    if (mr_is_kind(a[1], MR_KIND_SLICE)) {
        int64_t start, step;
        size_t count;
        if (!mr_slice_indices(t, a[1], &s->length, &start, &step, &count))
            return MR_ERROR;
        if (!count)
            return mr_str_sized(t, "", 0, 0);
        return step == 1 ? mr_str_slice(t, a[0], (size_t)start, (size_t)start + count) : slice_by_step(t, s, start, step, count);
    }
    if (!mr_has_index(t, a[1]))
        return mr_raise(t, MR_EXC_TypeError, "string indices must be integers, not '%s'", mr_type_name(t, a[1]));
    size_t i;
    if (!mr_arg_subscript(t, a[1], &s->length, "string", &i))
        return MR_ERROR;
    return mr_str_char(t, mr_str_at(t, s, i));
}

/* ---- putting together ---- */

static inline bool copy(MrThread *t, char *to, const char *from, size_t n)
{
    if (MR_UNLIKELY(n > MR_WORK_PIECE))
        return mr_work_copy(t, to, from, n);
    mr_copy_short(to, from, n);
    return true;
}

MrValue mr_str_concat(MrThread *t, MrValue a, MrValue b)
{
    MrStr *x = MR_STR(a), *y = MR_STR(b);
    if (!y->nbytes)
        return mr_str_exact(t, a);
    if (!x->nbytes)
        return mr_str_exact(t, b);
    MrStr *s = mr_str_alloc(t, x->nbytes + y->nbytes, x->length + y->length);
    if (!s)
        return MR_ERROR;
    return copy(t, s->bytes, x->bytes, x->nbytes) && copy(t, s->bytes + x->nbytes, y->bytes, y->nbytes) ? mr_val(s) : MR_ERROR;
}

/* A str made here is unshared: nobody but one local has it, which the compiler sees to (mr_local_grows). The next one that is made of
 * it gets room to grow, by a half; from then on bytes are added where it lies. Whatever might keep it calls mr_text_share() first. */
MrValue mr_str_append(MrThread *t, MrValue a, MrValue b)
{
    enum { UNIT = 64, SMALL = 256 };
    MrStr *x = MR_STR(a), *y = MR_STR(b);
    if (!y->nbytes)
        return a;
    size_t nbytes = x->nbytes + y->nbytes, room = 0;
    bool unshared = x->h.flags & MR_OBJ_UNSHARED;
    if (unshared && nbytes < (size_t)x->hash * UNIT) {
        memcpy(x->bytes + x->nbytes, y->bytes, y->nbytes + 1);
        x->nbytes = nbytes;
        x->length += y->length;
        x->index = NULL;
        return a;
    }
    if (!x->nbytes || nbytes < SMALL || nbytes > (size_t)UINT32_MAX * UNIT / 2)
        return mr_str_concat(t, a, b);
    if (unshared)
        room = (nbytes + nbytes / 2) / UNIT + 1;
    MrStr *s = mr_str_alloc(t, unshared ? room * UNIT - 1 : nbytes, x->length + y->length);
    if (!s)
        return MR_ERROR;
    if (!copy(t, s->bytes, x->bytes, x->nbytes) || !copy(t, s->bytes + x->nbytes, y->bytes, y->nbytes + 1))
        return MR_ERROR;
    s->nbytes = nbytes;
    s->h.flags |= MR_OBJ_UNSHARED;
    s->hash = (uint32_t)room;
    if (unshared)
        mr_buffer_free(t, &x->h + 1); /* nobody has it any more */
    return mr_val(s);
}

MrValue mr_str_join(MrThread *t, MrValue sep, MrValue iterable)
{
    MrValue *items;
    size_t n;
    bool exact = mr_is_exact(iterable, MR_TYPE_list) || mr_is_exact(iterable, MR_TYPE_tuple); /* a subclass may iterate otherwise */
    if (!exact || !mr_sequence_items(iterable, &items, &n)) {
        MrValue it = mr_iter(t, iterable);
        if (it == MR_ERROR)
            return mr_clear_if(t, MR_EXC_TypeError) ? mr_raise(t, MR_EXC_TypeError, "can only join an iterable") : MR_ERROR;
        iterable = mr_list_of(t, it);
        if (iterable == MR_ERROR || !mr_sequence_items(iterable, &items, &n))
            return MR_ERROR;
    }
    if (n == 1 && mr_is_exact(items[0], MR_TYPE_str))
        return items[0];
    MrStr *glue = MR_STR(sep);
    size_t nbytes = 0, length = 0;
    for (size_t i = 0; i < n; i++) {
        if (!mr_is_str(items[i]))
            return mr_raise(t, MR_EXC_TypeError, "sequence item %zu: expected str instance, %s found", i, mr_type_name(t, items[i]));
        nbytes += MR_STR(items[i])->nbytes + (i ? glue->nbytes : 0);
        length += MR_STR(items[i])->length + (i ? glue->length : 0);
        if (nbytes > PTRDIFF_MAX)
            return mr_raise(t, MR_EXC_OverflowError, "join() result is too long for a Python string");
    }
    if (!nbytes)
        return mr_str_sized(t, "", 0, 0);
    MrStr *s = mr_str_alloc(t, nbytes, length); /* may collect, runs no script: items stay */
    if (!s)
        return MR_ERROR;
    char *p = s->bytes;
    for (size_t i = 0; i < n; i++) {
        if (i && glue->nbytes) {
            if (!copy(t, p, glue->bytes, glue->nbytes))
                return MR_ERROR;
            p += glue->nbytes;
        }
        if (!mr_limits_tick(t))
            return MR_ERROR;
        MrStr *item = MR_STR(items[i]);
        if (!copy(t, p, item->bytes, item->nbytes))
            return MR_ERROR;
        p += item->nbytes;
    }
    return mr_val(s);
}

static MrValue str_join(MrThread *t, MrValue *a) { return mr_str_join(t, a[0], a[1]); }

static MrValue str_add(MrThread *t, MrValue *a)
{
    if (mr_is_str(a[1]))
        return mr_str_concat(t, a[0], a[1]);
    if (mr_has_reflected_add(t, a[1]))
        return MR_NOT_IMPLEMENTED;
    return mr_raise(t, MR_EXC_TypeError, "can only concatenate str (not \"%s\") to str", mr_type_name(t, a[1]));
}

static MrValue str_mul(MrThread *t, MrValue *a)
{
    MrStr *s = MR_STR(a[0]);
    int64_t n;
    if (!mr_to_ssize(t, a[1], &n))
        return MR_ERROR;
    if (n <= 0 || !s->nbytes)
        return mr_str_sized(t, "", 0, 0);
    if (n == 1)
        return mr_str_exact(t, a[0]);
    if (s->length > (size_t)PTRDIFF_MAX / (size_t)n)
        return mr_raise(t, MR_EXC_OverflowError, "repeated string is too long");
    if (s->nbytes > (size_t)PTRDIFF_MAX / (size_t)n)
        return mr_raise_no_memory(t);
    size_t total = s->nbytes * (size_t)n;
    MrStr *r = mr_str_alloc(t, total, s->length * (size_t)n);
    if (!r)
        return MR_ERROR;
    return copy(t, r->bytes, s->bytes, s->nbytes) && mr_bytes_double(t, r->bytes, s->nbytes, total) ? mr_val(r) : MR_ERROR;
}

static MrValue str_mod(MrThread *t, MrValue *a) { return mr_str_percent(t, a[0], a[1]); }
static MrValue str_rmod(MrThread *t, MrValue *a) { return mr_is_str(a[1]) ? mr_str_percent(t, a[1], a[0]) : MR_NOT_IMPLEMENTED; }

/* ---- comparison ---- */

/* UTF-8 sorts bytewise as its code points do, three-byte surrogates included. */
static int compare_strs(MrThread *t, const MrStr *a, const MrStr *b)
{
    int c = mr_work_compare(t, a->bytes, b->bytes, a->nbytes < b->nbytes ? a->nbytes : b->nbytes);
    return c ? c : a->nbytes < b->nbytes ? -1 : a->nbytes > b->nbytes;
}

static MrValue str_eq(MrThread *t, MrValue *a)
{
    return mr_is_str(a[1]) ? mr_bool(mr_str_equal(t, MR_STR(a[0]), MR_STR(a[1]))) : MR_NOT_IMPLEMENTED;
}

static MrValue str_ne(MrThread *t, MrValue *a)
{
    return mr_is_str(a[1]) ? mr_bool(!mr_str_equal(t, MR_STR(a[0]), MR_STR(a[1]))) : MR_NOT_IMPLEMENTED;
}

#define ORDER(name, op)                                                                                                                     \
    static MrValue str_##name(MrThread *t, MrValue *a)                                                                                      \
    {                                                                                                                                       \
        return mr_is_str(a[1]) ? mr_bool(compare_strs(t, MR_STR(a[0]), MR_STR(a[1])) op 0) : MR_NOT_IMPLEMENTED;                               \
    }
ORDER(lt, <)
ORDER(le, <=)
ORDER(gt, >)
ORDER(ge, >=)
#undef ORDER

static MrValue str_hash(MrThread *t, MrValue *a)
{
    uint64_t hash;
    return mr_str_key_hash(t, MR_STR(a[0]), &hash) ? mr_int_u64(t, hash) : MR_ERROR;
}

static MrValue str_len(MrThread *t, MrValue *a)
{
    (void)t;
    return mr_small_int((int64_t)MR_STR(a[0])->length);
}

/* ---- repr ---- */

void mr_str_put_escape(MrBuf *buf, uint32_t c) { mr_buf_printf(buf, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c); }

/* False: the script has to stop. */
static bool look_over(MrThread *t, const MrStr *s, char *quote, bool *plain)
{
    bool all_plain = mr_str_is_ascii(s), single = false, dual = false;
    for (size_t i = 0, work = 0; i < s->nbytes; i++) {
        unsigned char c = (unsigned char)s->bytes[i];
        if (!mr_limits_work(t, work))
            return false;
        single |= c == '\'';
        dual |= c == '"';
        all_plain &= c >= 32 && c < 127 && c != '\\';
    }
    *quote = single && !dual ? '"' : '\'';
    *plain = all_plain && !(single && dual);
    return true;
}

/* Appends the repr. False: the script has to stop. */
static bool write_repr(MrThread *t, MrBuf *buf, const MrStr *s)
{
    char quote;
    size_t work = 0;
    bool plain;
    if (!look_over(t, s, &quote, &plain))
        return false;
    mr_buf_reserve(buf, s->nbytes + 2);
    mr_buf_putc(buf, quote);
    if (plain)
        mr_work_write_buf(t, buf, s->bytes, s->nbytes);
    for (const char *p = s->bytes, *end = p + s->nbytes; p < end && !plain;) {
        const char *from = p;
        uint32_t c = mr_utf8_decode_valid(&p);
        if (!mr_limits_work(t, work))
            return false;
        if (c == (unsigned char)quote || c == '\\') {
            mr_buf_putc(buf, '\\');
            mr_buf_putc(buf, (char)c);
        } else if (c == '\n' || c == '\r' || c == '\t') {
            mr_buf_puts(buf, c == '\n' ? "\\n" : c == '\r' ? "\\r" : "\\t");
        } else if (mr_uni_is_printable(c)) {
            mr_buf_write(buf, from, (size_t)(p - from));
        } else {
            mr_str_put_escape(buf, c);
        }
    }
    mr_buf_putc(buf, quote);
    return true;
}

static MrValue str_repr(MrThread *t, MrValue *a)
{
    const MrStr *s = MR_STR(a[0]);
    char quote;
    bool plain;
    if (!look_over(t, s, &quote, &plain))
        return MR_ERROR;
    if (plain) {
        MrStr *r = mr_str_alloc(t, s->nbytes + 2, s->length + 2);
        if (!r)
            return MR_ERROR;
        r->bytes[0] = r->bytes[s->nbytes + 1] = quote;
        return copy(t, r->bytes + 1, s->bytes, s->nbytes) ? mr_val(r) : MR_ERROR;
    }
    MrBuf buf = MR_BUF_EMPTY;
    if (!write_repr(t, &buf, s))
        return mr_buf_fini(&buf), MR_ERROR;
    return mr_str_buf(t, &buf);
}

static MrValue str_str(MrThread *t, MrValue *a) { return mr_str_exact(t, a[0]); }

static MrValue str_dunder_format(MrThread *t, MrValue *a)
{
    if (!mr_is_str(a[1]))
        return mr_raise(t, MR_EXC_TypeError, "__format__() argument must be str, not %s", mr_arg_type_name(t, a[1]));
    return MR_STR(a[1])->nbytes ? mr_format_str(t, a[0], MR_STR(a[1])) : mr_str(t, a[0]);
}

/* ---- creation from script ---- */

static MrValue decode_object(MrThread *t, MrValue v, MrValue encoding, MrValue errors)
{
    if (encoding != MR_UNBOUND && !mr_arg_name(t, encoding, "str", "'encoding'"))
        return MR_ERROR;
    if (errors != MR_UNBOUND && !mr_arg_name(t, errors, "str", "'errors'"))
        return MR_ERROR;
    if (v == MR_UNBOUND)
        return mr_str_sized(t, "", 0, 0);
    if (mr_is_str(v))
        return mr_raise(t, MR_EXC_TypeError, "decoding str is not supported");
    const char *bytes;
    size_t n;
    if (!mr_buffer_of(t, v, &bytes, &n))
        return mr_clear_if(t, MR_EXC_TypeError)
                   ? mr_raise(t, MR_EXC_TypeError, "decoding to str: need a bytes-like object, %s found", mr_type_name(t, v))
                   : MR_ERROR;
    return mr_decode(t, bytes, n, encoding == MR_UNBOUND ? "utf-8" : mr_cstr(encoding), errors == MR_UNBOUND ? "strict" : mr_cstr(errors));
}

static MrValue str_new(MrThread *t, MrValue *a)
{
    MrValue v;
    if (a[2] != MR_UNBOUND || a[3] != MR_UNBOUND)
        v = decode_object(t, a[1], a[2], a[3]);
    else
        v = a[1] == MR_UNBOUND ? mr_str_sized(t, "", 0, 0) : mr_str(t, a[1]);
    if (v == MR_ERROR || a[0] == mr_type_val(t, MR_TYPE_str))
        return v;
    MrStr *s = MR_STR(v);
    MrStr *copy = mr_alloc_instance(t, offsetof(MrStr, bytes) + s->nbytes + 1, MR_TYPE(a[0]));
    if (!copy)
        return MR_ERROR;
    copy->nbytes = s->nbytes;
    copy->length = s->length;
    memcpy(copy->bytes, s->bytes, s->nbytes + 1);
    return mr_val(copy);
}

static MrValue str_getnewargs(MrThread *t, MrValue *a)
{
    MrValue s = mr_str_sized(t, MR_STR(a[0])->bytes, MR_STR(a[0])->nbytes, MR_STR(a[0])->length);
    return s == MR_ERROR ? MR_ERROR : mr_tuple_from(t, &s, 1);
}

/* The sizes that CPython's one-, two- and four-byte representations would have. */
static MrValue str_sizeof(MrThread *t, MrValue *a)
{
    (void)t;
    const MrStr *s = MR_STR(a[0]);
    size_t width = 1;
    for (size_t i = 0; i < s->nbytes && width < 4; i++) {
        unsigned char c = (unsigned char)s->bytes[i];
        size_t need = c >= 0xF0 ? 4 : c >= 0xC4 ? 2 : 1;
        if (need > width)
            width = need;
    }
    return mr_small_int((int64_t)((mr_str_is_ascii(s) ? 40 : 56) + width * (s->length + 1)));
}

static const MrTypeDef wide_iterator_type;

/* Strs that are not ASCII have an iterator type of another name, as in CPython. */
static MrValue str_iter(MrThread *t, MrValue *a)
{
    if (MR_LIKELY(mr_str_is_ascii(MR_STR(a[0]))))
        return mr_iter_new(t, MR_TYPE_str_iterator, a[0]);
    MrType *type = mr_type_from_def(t, &wide_iterator_type);
    return type && mr_type_ready(t, type) ? mr_iter_new(t, (MrTypeId)type->root->id, a[0]) : MR_ERROR;
}

static const MrMethodDef str_method_defs[] = {
    {"__new__(cls, object='', encoding='utf-8', errors='strict')", str_new,
     "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC},
    {"__repr__(self, /)", str_repr, "The text that repr(self) gives.", 0},
    {"__hash__(self, /)", str_hash, "The number that hash(self) gives.", 0},
    {"__str__(self, /)", str_str, "The text that str(self) gives.", 0},
    {"__lt__(self, value, /)", str_lt, "Whether self < value.", 0},
    {"__le__(self, value, /)", str_le, "Whether self <= value.", 0},
    {"__eq__(self, value, /)", str_eq, "Whether self == value.", 0},
    {"__ne__(self, value, /)", str_ne, "Whether self != value.", 0},
    {"__gt__(self, value, /)", str_gt, "Whether self > value.", 0},
    {"__ge__(self, value, /)", str_ge, "Whether self >= value.", 0},
    {"__iter__(self, /)", str_iter, "An iterator over self.", 0},
    {"__mod__(self, value, /)", str_mod, "Fill the % placeholders of self: self % value.", 0},
    {"__rmod__(self, value, /)", str_rmod, "The % operator with self on the right: value % self.", 0},
    {"__len__(self, /)", str_len, "The number that len(self) gives.", 0},
    {"__getitem__(self, key, /)", str_getitem, "What self[key] gives.", 0},
    {"__add__(self, value, /)", str_add, "What self + value gives.", 0},
    {"__mul__(self, value, /)", str_mul, "What self * value gives.", MR_METHOD_REPEAT},
    {"__rmul__(self, value, /)", str_mul, "What value * self gives.", MR_METHOD_REPEAT},
    {"__contains__(self, key, /)", str_contains, "Whether `key in self` holds.", 0},
    {"__format__(self, format_spec, /)", str_dunder_format, "Pad, align or cut the text as format_spec says.", 0},
    {"__getnewargs__(self, /)", str_getnewargs, "The arguments for making it again.", 0},
    {"__sizeof__(self, /)", str_sizeof, "The memory that this str takes, as a count of bytes.", 0},
    {"encode(self, /, encoding='utf-8', errors='strict')", str_encode,
     "The bytes that stand for the text in an encoding; errors says what happens to characters that it lacks.", 0},
    {"replace(self, old, new, count=-1, /)", str_replace, "A copy in which new stands for each old, or for the leftmost count of them.", 0},
    {"split(self, /, sep=None, maxsplit=-1)", str_split,
     "The pieces between the separators, as a list; at most maxsplit cuts, from the left (rsplit: from the right). None cuts at runs of whitespace.", 0},
    {"rsplit(self, /, sep=None, maxsplit=-1)", str_rsplit,
     "The pieces between the separators, as a list; at most maxsplit cuts, from the left (rsplit: from the right). None cuts at runs of whitespace.", 0},
    {"join(self, iterable, /)", str_join, "Put the strings of iterable together, with this one between them.", 0},
    {"capitalize(self, /)", str_capitalize, "The first character in title case, the rest in lower case.", 0},
    {"casefold(self, /)", str_casefold, "Fold case away more thoroughly than lower() does, for comparing.", 0},
    {"title(self, /)", str_title, "Upper or title case for the first letter of each word, lower case for its others.", 0},
    {"center(self, width, fillchar=' ', /)", str_center, "Pad on both sides up to width, with fillchar.", 0},
    {"count(self, sub, start=None, end=None, /)", str_count, "How often sub occurs in [start:end], not counting overlaps.", MR_METHOD_PARSED},
    {"expandtabs(self, /, tabsize=8)", str_expandtabs,
     "Replace each tab by as many spaces as lead to the next column that is a multiple of tabsize.", 0},
    {"find(self, sub, start=None, end=None, /)", str_find,
     "The leftmost position of sub in [start:end]; when there is none, find() gives -1 and index() raises ValueError.", MR_METHOD_PARSED},
    {"partition(self, sep, /)", str_partition, "Cut at one sep into (before, sep, after): at the leftmost, or for rpartition() the rightmost.", 0},
    {"index(self, sub, start=None, end=None, /)", str_index,
     "The leftmost position of sub in [start:end]; when there is none, find() gives -1 and index() raises ValueError.", MR_METHOD_PARSED},
    {"ljust(self, width, fillchar=' ', /)", str_ljust, "Pad on the right up to width, with fillchar.", 0},
    {"lower(self, /)", str_lower, "The text in lower case.", 0},
    {"lstrip(self, chars=None, /)", str_lstrip, "The text from the first character outside chars (default: whitespace) on.", 0},
    {"rfind(self, sub, start=None, end=None, /)", str_rfind,
     "The rightmost position of sub in [start:end]; when there is none, rfind() gives -1 and rindex() raises ValueError.", MR_METHOD_PARSED},
    {"rindex(self, sub, start=None, end=None, /)", str_rindex,
     "The rightmost position of sub in [start:end]; when there is none, rfind() gives -1 and rindex() raises ValueError.", MR_METHOD_PARSED},
    {"rjust(self, width, fillchar=' ', /)", str_rjust, "Pad on the left up to width, with fillchar.", 0},
    {"rstrip(self, chars=None, /)", str_rstrip, "The text up to the last character outside chars (default: whitespace).", 0},
    {"rpartition(self, sep, /)", str_rpartition, "Cut at one sep into (before, sep, after): at the leftmost, or for rpartition() the rightmost.", 0},
    {"splitlines(self, /, keepends=False)", str_splitlines, "The lines as a list, with their ends if keepends is true.", 0},
    {"strip(self, chars=None, /)", str_strip, "The text without the characters of chars (default: whitespace) at either end.", 0},
    {"swapcase(self, /)", str_swapcase, "Lower case for upper and upper for lower.", 0},
    {"translate(self, table, /)", str_translate,
     "Look each character's code point up in table: a str or number replaces it, None removes it, a LookupError keeps it.", 0},
    {"upper(self, /)", str_upper, "The text in upper case.", 0},
    {"startswith(self, prefix, start=None, end=None, /)", str_startswith,
     "Whether the text begins with prefix, or one of a tuple of them, at start.", MR_METHOD_PARSED},
    {"endswith(self, suffix, start=None, end=None, /)", str_endswith,
     "Whether the text ends with suffix, or one of a tuple of them, at end.", MR_METHOD_PARSED},
    {"removeprefix(self, prefix, /)", str_removeprefix, "The text after prefix if it comes first, else the whole text.", 0},
    {"removesuffix(self, suffix, /)", str_removesuffix, "The text before suffix if it comes last, else the whole text.", 0},
    {"isascii(self, /)", str_isascii, "Whether no character lies beyond U+007F; true of the empty string.", 0},
    {"islower(self, /)", str_islower, "Whether there is a cased character and none of them is upper or title case.", 0},
    {"isupper(self, /)", str_isupper, "Whether there is a cased character and none of them is lower or title case.", 0},
    {"istitle(self, /)", str_istitle,
     "Whether each word starts in upper or title case and goes on in lower case; false without a cased character.", 0},
    {"isspace(self, /)", str_isspace, "Whether there is a character and each is whitespace.", 0},
    {"isdecimal(self, /)", str_isdecimal, "Whether there is a character and each is a digit of a decimal system (Unicode: Nd).", 0},
    {"isdigit(self, /)", str_isdigit, "Whether there is a character and each is a digit, superscripts and the like included.", 0},
    {"isnumeric(self, /)", str_isnumeric, "Whether there is a character and each means a number, fractions and the like included.", 0},
    {"isalpha(self, /)", str_isalpha, "Whether there is a character and each is a letter.", 0},
    {"isalnum(self, /)", str_isalnum, "Whether there is a character and each is a letter or means a number.", 0},
    {"isidentifier(self, /)", str_isidentifier, "Whether the text could be a name; keywords count as such, see keyword.iskeyword().", 0},
    {"isprintable(self, /)", str_isprintable, "Whether repr() would escape no character.", 0},
    {"zfill(self, width, /)", str_zfill, "Fill up with zeros to width, after the sign if there is one.", 0},
    {"format(self, /, *args, **kwargs)", str_format, "Fill the {} fields with the arguments, by position or name.", 0},
    {"format_map(self, mapping, /)", str_format_map, "Fill the {} fields from one mapping, which is not copied.", 0},
    {"maketrans(x, y=None, z=None, /)", str_maketrans,
     "The table for translate() from one dict; or from x to y, character by character, with those of z removed.", MR_METHOD_STATIC},
    {0},
};

const MrTypeDef mr_str_type = {
    .name = "str",
    .kind = MR_KIND_STR,
    .size = sizeof(MrStr),
    .flags = MR_TYPEDEF_VARSIZE,
    .methods = str_method_defs,
    .doc = "Immutable text of Unicode characters. str(object) is what print() shows; str(bytes, encoding, errors) decodes.",
};

/* ---- iterator: position is a byte offset, expected the count of code points passed ---- */

static MrValue str_iterator_next(MrThread *t, MrValue self)
{
    MrIter *it = MR_ITER(self);
    if (it->source == MR_UNBOUND)
        return MR_UNBOUND;
    MrStr *s = MR_STR(it->source);
    if (it->position >= s->nbytes) {
        it->source = MR_UNBOUND;
        return MR_UNBOUND;
    }
    const char *p = s->bytes + it->position;
    uint32_t c = mr_utf8_decode_valid(&p);
    it->position = (size_t)(p - s->bytes);
    it->expected++;
    return mr_str_char(t, c);
}

static MrValue str_iterator_length_hint(MrThread *t, MrValue *a)
{
    (void)t;
    MrIter *it = MR_ITER(a[0]);
    return mr_small_int(it->source == MR_UNBOUND ? 0 : (int64_t)(MR_STR(it->source)->length - it->expected));
}

static MrValue str_iterator_reduce(MrThread *t, MrValue *a)
{
    MrIter *it = MR_ITER(a[0]);
    bool ended = it->source == MR_UNBOUND;
    MrValue text = ended ? mr_str_new(t, "", 0) : it->source;
    MrValue parts[3] = {mr_dict_get_str(t, t->iso->builtins, mr_intern(t, "iter", 4)), MR_ERROR, mr_small_int((int64_t)it->expected)};
    if (text == MR_ERROR || (parts[1] = mr_tuple_from(t, &text, 1)) == MR_ERROR)
        return MR_ERROR;
    return mr_tuple_from(t, parts, ended ? 2 : 3);
}

static MrValue str_iterator_setstate(MrThread *t, MrValue *a)
{
    MrIter *it = MR_ITER(a[0]);
    int64_t i;
    if (!mr_iter_state(t, a[1], &i))
        return MR_ERROR;
    if (it->source != MR_UNBOUND) {
        MrStr *s = MR_STR(it->source);
        it->expected = i < 0 ? 0 : (size_t)i > s->length ? s->length : (size_t)i;
        it->position = mr_str_offset(t, s, it->expected);
    }
    return MR_NONE;
}

static const MrMethodDef str_iterator_methods[] = {
    {"__length_hint__(self, /)", str_iterator_length_hint, "A guess at how many values are still to come.", 0},
    {"__reduce__(self, /)", str_iterator_reduce, "What pickle and copy need to make such an object.", 0},
    {"__setstate__(self, state, /)", str_iterator_setstate, "Go to the state that __reduce__() gave.", 0},
    {0},
};

const MrTypeDef mr_str_iterator_type = {
    .name = "str_ascii_iterator",
    .kind = MR_KIND_ITER,
    .size = sizeof(MrIter),
    .flags = MR_TYPEDEF_NO_NEW | MR_TYPEDEF_FINAL,
    .methods = str_iterator_methods,
    .next = str_iterator_next,
};

static const MrTypeDef wide_iterator_type = {
    .name = "str_iterator",
    .kind = MR_KIND_ITER,
    .size = sizeof(MrIter),
    .flags = MR_TYPEDEF_NO_NEW | MR_TYPEDEF_FINAL,
    .methods = str_iterator_methods,
    .next = str_iterator_next,
};
