/* Normalization of text, in segments of bounded size where the text allows it, so that a limit can stop it between two.
 *
 * A segment ends before a character that nothing before it can combine with or be ordered behind: one that decomposes to a starter which is no mark and no
 * vowel or final consonant of Hangul. Code points are decomposed and composed by utf8proc, one by one, because it rejects surrogates in texts, which a str may hold;
 * what it does with a very long segment in one call is done aside.
 */
#include <stdlib.h>
#include <utf8proc.h>

#include "base/utf8.h"
#include "vm/aside.h"
#include "vm/types/unicode.h"

enum {
    DECOMPOSED_MAX = 18, /* code points of the longest decomposition: U+FDFA */
    SEGMENT = 1 << 14,
    FEW = 32, /* marks that are ordered by insertion */
    NS_PER_CODE = 20
};

typedef struct Normalizer {
    MrThread *t;
    MrBuf *out;
    int32_t *codes; /* of the segment; malloc'd */
    size_t n, capacity, work;
    int decompose, compose; /* options; compose 0: leave it decomposed */
} Normalizer;

static bool no_memory(Normalizer *z)
{
    mr_raise_no_memory(z->t);
    return false;
}

/* Stable, by combining class. */
static bool order_many(Normalizer *z, int32_t *marks, size_t n)
{
    size_t starts[257] = {0};
    int32_t *before = malloc(n * sizeof *before);
    bool ok = before ? true : no_memory(z);
    for (size_t i = 0; ok && i < n; i++) {
        before[i] = marks[i];
        starts[mr_uni_record((uint32_t)marks[i])->combining + 1]++;
        ok = mr_limits_work(z->t, z->work);
    }
    for (int class = 1; ok && class < 257; class++)
        starts[class] += starts[class - 1];
    for (size_t i = 0; ok && i < n; i++) {
        marks[starts[mr_uni_record((uint32_t)before[i])->combining]++] = before[i];
        ok = mr_limits_work(z->t, z->work);
    }
    free(before);
    return ok;
}

static void order_few(int32_t *marks, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        int32_t c = marks[i];
        unsigned class = mr_uni_record((uint32_t)c)->combining;
        size_t j = i;
        for (; j > 0 && mr_uni_record((uint32_t)marks[j - 1])->combining > class; j--)
            marks[j] = marks[j - 1];
        marks[j] = c;
    }
}

/* Canonical ordering: each run of combining marks by itself. */
static bool order_marks(Normalizer *z)
{
    for (size_t i = 0, end; i < z->n; i = end + 1) {
        for (end = i; end < z->n && mr_uni_record((uint32_t)z->codes[end])->combining; end++)
            if (!mr_limits_work(z->t, z->work))
                return false;
        if (end - i > FEW) {
            if (!order_many(z, z->codes + i, end - i))
                return false;
        } else {
            order_few(z->codes + i, end - i);
        }
    }
    return true;
}

/* ---- composition ---- */

typedef struct Composing { int32_t *codes; size_t n; int options; } Composing;

static void compose(void *data)
{
    Composing *c = data;
    c->n = (size_t)utf8proc_normalize_utf32(c->codes, (utf8proc_ssize_t)c->n, c->options);
}

static void end_composing(void *data)
{
    free(((Composing *)data)->codes);
    free(data);
}

static bool compose_aside(Normalizer *z)
{
    Composing *c = malloc(sizeof *c);
    if (!c)
        return no_memory(z);
    *c = (Composing){z->codes, z->n, z->compose};
    if (!mr_aside(z->t, compose, end_composing, c)) {
        z->codes = NULL;
        return false;
    }
    z->n = c->n;
    free(c);
    return true;
}

/* ---- segments ---- */

static bool end_segment(Normalizer *z)
{
    if (!order_marks(z))
        return false;
    if (z->compose && mr_aside_wanted(z->t, (double)z->n * NS_PER_CODE)) {
        if (!compose_aside(z))
            return false;
    } else if (z->compose) {
        z->n = (size_t)utf8proc_normalize_utf32(z->codes, (utf8proc_ssize_t)z->n, z->compose);
    }
    for (size_t i = 0; i < z->n; i++) {
        if (!mr_limits_work(z->t, z->work) || !mr_limits_buf(z->t, z->out, MR_UTF8_MAX))
            return false;
        mr_buf_put_codepoint(z->out, (uint32_t)z->codes[i]);
    }
    z->n = 0;
    return z->out->failed ? no_memory(z) : true;
}

static bool starts_segment(int32_t c)
{
    if ((c >= 0x1160 && c <= 0x11FF) || (c >= 0xD7B0 && c <= 0xD7FF))
        return false;
    const MrUniRecord *r = mr_uni_record((uint32_t)c);
    return !r->combining && mr_uni_category((uint32_t)c)[0] != 'M';
}

static bool add(Normalizer *z, int32_t c)
{
    if (z->capacity - z->n < DECOMPOSED_MAX) {
        size_t capacity = z->capacity ? z->capacity * 2 : 256;
        int32_t *more = mr_limits_room(z->t, capacity * sizeof *more) ? realloc(z->codes, capacity * sizeof *more) : NULL;
        if (!more)
            return mr_pending(z->t) ? false : no_memory(z);
        z->codes = more;
        z->capacity = capacity;
    }
    int32_t *at = z->codes + z->n;
    utf8proc_ssize_t got = utf8proc_decompose_char(c, at, DECOMPOSED_MAX, z->decompose, NULL);
    if (got <= 0) {
        *at = c;
        got = 1;
    }
    if (z->n >= SEGMENT && starts_segment(*at)) {
        int32_t first[DECOMPOSED_MAX];
        memcpy(first, at, (size_t)got * sizeof *first);
        if (!end_segment(z))
            return false;
        memcpy(z->codes, first, (size_t)got * sizeof *first);
    }
    z->n += (size_t)got;
    return true;
}

bool mr_uni_normalize(MrThread *t, const char *text, size_t n, MrNormalForm form, MrBuf *out)
{
    bool compatible = form == MR_NFKC || form == MR_NFKD, composed = form == MR_NFC || form == MR_NFKC;
    Normalizer z = {.t = t, .out = out, .decompose = UTF8PROC_DECOMPOSE | (compatible ? UTF8PROC_COMPAT : 0),
                    .compose = composed ? UTF8PROC_STABLE | UTF8PROC_COMPOSE : 0};
    bool ok = true;
    for (const char *p = text, *end = text + n; ok && p < end;)
        ok = mr_limits_work(t, z.work) && add(&z, (int32_t)mr_utf8_decode_valid(&p));
    ok = ok && end_segment(&z);
    free(z.codes);
    return ok;
}
