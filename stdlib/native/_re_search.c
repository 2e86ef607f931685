/* One search of PCRE2, made so that it cannot run away.
 *
 * There are three ways. A pattern that has been used for some while is compiled to machine code, three to ten times as fast as PCRE2's interpreter;
 * nothing can stop that in between, so it has a small budget of steps and long subjects are searched in pieces. The plain way is the interpreter
 * with a budget of backtracking steps. It cannot be stopped before that is used up, nor does the budget see how far a single
 * repetition scans. So there is a second form of each pattern, compiled when it is needed first, with a callout before each of its
 * items: about half as fast, but it looks at signals and limits as it goes. Matches that have used up a first budget are searched in this way, and in an
 * isolate that a host may stop all subjects of more than a few thousand bytes (and machine code is not used there).
 */
#include "stdlib/native/_re.h"

#include "base/utf8.h"
#include "vm/isolate.h"
#include "vm/types/str.h"

#define POLL_EVERY 100000

#define STEPS_FIRST 1000000u /* about a twentieth of a second */
#define STEPS_FIRST_WARY 40000u
#define STEPS_LAST 64000000u
#define STEPS_PER_BYTE 64u
#define LARGE_SUBJECT (1u << 20) /* what was needed for one is not kept */
#define WORK_BEFORE_MACHINE_CODE 4096u /* bytes to search, where a search as such is 64 */
#define STEPS_OF_MACHINE_CODE 100000u
#define SCANNED_AT_ONCE ((size_t)1 << 31) /* a second or two */
#define STACK_FIRST ((size_t)64 << 10)
#define STACK_MAX ((size_t)8 << 20) /* address space until it is used */
#define LONG_SCAN 2048u /* bytes, whose square is a millisecond or two */

/* ---- one call of PCRE2 ---- */

/* Where a wide pattern finds what lies at an offset of the subject, and back. */
static size_t unit_at(const MrReScan *scan, size_t offset)
{
    return scan->pattern->wide && !scan->pattern->is_bytes && offset != PCRE2_UNSET ? mr_str_position(MR_STR(scan->subject), offset) : offset;
}

/* The subject's characters as an array. */
static bool make_units(MrThread *t, MrReScan *scan)
{
    const char *at = scan->bytes, *end = at + scan->stop;
    bool is_str = !scan->pattern->is_bytes;
    size_t n = unit_at(scan, scan->stop);
    uint32_t *units = mr_buffer_new(t, (n + 1) * sizeof *units);
    for (size_t i = 0; units && at < end; i++) {
        units[i] = is_str ? mr_utf8_decode_valid(&at) : (unsigned char)*at++;
        if ((i + 1) % POLL_EVERY == 0 && !mr_poll(t))
            return false;
    }
    scan->units = units;
    return units != NULL;
}

/* pcre2_match of the offsets of `scan`, and spans that are offsets. */
static int match_once(MrThread *t, const pcre2_code *code, const MrReScan *scan, size_t start, uint32_t options, pcre2_match_data *data, pcre2_match_context *context)
{
    const MrReLibrary *lib = &scan->pattern->lib;
    if (MR_LIKELY(!scan->pattern->wide))
        return lib->match(code, (PCRE2_SPTR)scan->bytes, scan->stop, start, options, data, context);
    int r = lib->match(code, (PCRE2_SPTR)scan->units, unit_at(scan, scan->stop), unit_at(scan, start), options, data, context);
    size_t *spans = lib->get_ovector_pointer(data);
    for (size_t i = 0; !scan->pattern->is_bytes && r > 0 && i < 2 * ((size_t)scan->pattern->n_captures + 1); i++)
        if (spans[i] != PCRE2_UNSET)
            spans[i] = mr_str_offset(t, MR_STR(scan->subject), spans[i]);
    return r;
}

uint32_t mr_re_mark(const MrPattern *p)
{
    const void *mark = p->lib.get_mark(p->data);
    uint32_t number = 0, c;
    for (size_t i = 0; mark && (c = p->wide ? ((const uint32_t *)mark)[i] : ((const unsigned char *)mark)[i]) != 0; i++)
        number = number * 10 + (c - '0');
    return number;
}

/* Numbers the groups of the phrase that matched as if it were alone. Its own group is the phrase's number, and if one inside of it is called that,
 * the group begins where this one does: as in CPython, where both write to the same place. */
static void number_phrase(MrPattern *p)
{
    size_t *spans = p->lib.get_ovector_pointer(p->data), outer = spans[0], end = spans[1];
    uint32_t k = 0;
    while (k + 1 < p->n_groups && spans[2 * p->lexicon[k]] == PCRE2_UNSET)
        k++;
    uint32_t first = p->lexicon[k] + 1, inner = p->lexicon[k + 1] - first;
    if (k < inner && spans[2 * (first + k)] != PCRE2_UNSET)
        outer = spans[2 * (first + k)];
    for (uint32_t i = 1; i <= p->n_groups; i++) {
        bool taken = i <= inner;
        spans[2 * i] = taken ? spans[2 * (first + i - 1)] : PCRE2_UNSET;
        spans[2 * i + 1] = taken ? spans[2 * (first + i - 1) + 1] : PCRE2_UNSET;
    }
    spans[2 * (k + 1)] = outer;
    spans[2 * (k + 1) + 1] = end;
    for (uint32_t i = 1; i <= p->n_groups; i++)
        p->close_rank[i] = i == k + 1;
}

/* ---- the careful form ---- */

#define LOOK_EVERY 40000 /* units of work, about half a millisecond */

typedef struct Watch {
    MrThread *t;
    int64_t left;
    size_t at;
    bool stopped;
} Watch;

/* A callout is some work by itself; so is what was scanned since the last one. */
static int look(pcre2_callout_block *block, void *data)
{
    Watch *w = data;
    size_t at = block->current_position, way = at > w->at ? at - w->at : w->at - at;
    w->at = at;
    w->left -= 16 + (int64_t)(way / 4);
    if (MR_LIKELY(w->left > 0))
        return 0;
    w->left = LOOK_EVERY;
    w->stopped = !mr_poll(w->t);
    return w->stopped ? PCRE2_ERROR_CALLOUT : 0;
}

/* False: it would be larger than PCRE2 can have it. */
static bool make_careful(MrPattern *p)
{
    return p->careful || (p->careful = mr_re_compile_watched(p));
}

/* KiB that a search may take outside of the heap. */
static uint32_t room_for_search(const MrIsolate *iso)
{
    uint64_t used = iso->heap.bytes, room = iso->limits.heap > used ? (iso->limits.heap - used) / 1024 + 1 : 1;
    return iso->limits.heap && room < MR_RE_HEAP_MAX ? (uint32_t)room : MR_RE_HEAP_MAX;
}

/* Signal handlers may run meanwhile, and use the pattern: it has no match data then but its own. */
static int search_carefully(MrThread *t, MrPattern *p, const MrReScan *scan, uint32_t options, uint32_t most)
{
    pcre2_match_context *context = p->lib.match_context_create(NULL);
    pcre2_match_data *data = p->lib.match_data_create_from_pattern(p->careful, NULL);
    int r = PCRE2_ERROR_NOMEMORY;
    if (context && data) {
        Watch w = {.t = t, .left = LOOK_EVERY, .at = unit_at(scan, scan->start)};
        p->lib.set_heap_limit(context, room_for_search(t->iso));
        p->lib.set_match_limit(context, most);
        p->lib.set_callout(context, look, &w);
        r = match_once(t, p->careful, scan, scan->start, options, data, context);
    }
    if (context)
        p->lib.match_context_free(context);
    if (p->data)
        p->lib.match_data_free(p->data);
    p->data = data;
    return r;
}

/* ---- searching ---- */

void mr_re_drop_data(MrPattern *p)
{
    if (p->data)
        p->lib.match_data_free(p->data);
    p->data = NULL;
}

static int raise_match_error(MrThread *t, MrPattern *p, int code)
{
    mr_re_drop_data(p);
    if (code == PCRE2_ERROR_CALLOUT)
        return MR_RE_FAILED;
    if (code == PCRE2_ERROR_NOMEMORY)
        mr_raise_no_memory(t);
    else if (code == PCRE2_ERROR_HEAPLIMIT && t->iso->limits.heap)
        mr_limits_no_memory(t);
    else if (code == PCRE2_ERROR_MATCHLIMIT || code == PCRE2_ERROR_HEAPLIMIT)
        mr_raise(t, MR_EXC_RuntimeError, "the regular expression takes too many steps of backtracking on this text");
    else
        mr_raise(t, MR_EXC_RuntimeError, "internal error in regular expression engine (%d)", code);
    return MR_RE_FAILED;
}

static int search_plainly(MrThread *t, MrPattern *p, const MrReScan *scan, uint32_t options, uint32_t steps)
{
    if (!p->data && !(p->data = p->lib.match_data_create_from_pattern(p->code, NULL)))
        return PCRE2_ERROR_NOMEMORY;
    p->lib.set_match_limit(p->context, steps);
    return match_once(t, p->code, scan, scan->start, options, p->data, p->context);
}

/* ---- machine code ---- */

/* Compiles it to machine code when the pattern has been used for some while: that takes 10 to 50 microseconds. */
static bool has_machine_code(MrPattern *p, const MrReScan *scan)
{
    if (MR_LIKELY(p->work == MR_RE_COMPILED))
        return p->machine != NULL;
    size_t length = scan->stop - scan->start;
    p->work += 64 + (length < WORK_BEFORE_MACHINE_CODE ? (uint32_t)length : WORK_BEFORE_MACHINE_CODE);
    if (p->work < WORK_BEFORE_MACHINE_CODE)
        return false;
    p->work = MR_RE_COMPILED;
    p->machine = mr_re_compile_machine_code(p);
    return p->machine != NULL;
}

static size_t next_start(const MrPattern *p, const MrReScan *scan, size_t at)
{
    do
        at++;
    while (!p->is_bytes && at < scan->stop && (scan->bytes[at] & 0xc0) == 0x80);
    return at;
}

/* Looks for a match that begins at `start` to `last`. PCRE2_ERROR_MATCHLIMIT: machine code cannot tell. */
static int run_machine_code(MrThread *t, MrPattern *p, const MrReScan *scan, size_t start, size_t last, uint32_t options)
{
    if (!p->data && !(p->data = p->lib.match_data_create_from_pattern(p->code, NULL)))
        return PCRE2_ERROR_NOMEMORY;
    p->lib.set_match_limit(p->context, STEPS_OF_MACHINE_CODE);
    p->lib.set_offset_limit(p->context, unit_at(scan, last));
    int r = match_once(t, p->machine, scan, start, options, p->data, p->context);
    if (r == PCRE2_ERROR_JIT_STACKLIMIT && !p->stack && (p->stack = p->lib.jit_stack_create(STACK_FIRST, STACK_MAX, NULL))) {
        p->lib.jit_stack_assign(p->context, NULL, p->stack);
        r = match_once(t, p->machine, scan, start, options, p->data, p->context);
    }
    p->lib.set_offset_limit(p->context, PCRE2_UNSET);
    return r == PCRE2_ERROR_JIT_STACKLIMIT ? PCRE2_ERROR_MATCHLIMIT : r;
}

/* Machine code counts its steps from each place anew where a match could begin, so a long subject is searched in pieces of such places: then no
 * call takes more than about a second, whatever the pattern. It has no anchored form, but can try a single place. */
static int search_by_machine_code(MrThread *t, MrPattern *p, const MrReScan *scan, uint32_t options)
{
    size_t start = scan->start, piece = SCANNED_AT_ONCE / (scan->stop - start + 1);
    if (options & PCRE2_ANCHORED)
        return run_machine_code(t, p, scan, start, start, options & ~PCRE2_ANCHORED);
    while (piece < scan->stop - start) {
        int r = run_machine_code(t, p, scan, start, start + piece, options);
        if (r != PCRE2_ERROR_NOMATCH)
            return r;
        options &= ~PCRE2_NOTEMPTY_ATSTART;
        start = next_start(p, scan, start + piece);
        if (!mr_poll(t))
            return PCRE2_ERROR_CALLOUT;
    }
    return run_machine_code(t, p, scan, start, PCRE2_UNSET, options);
}

int mr_re_search(MrThread *t, MrReScan *scan, uint32_t options)
{
    MrPattern *p = scan->pattern;
    size_t extra = scan->stop * STEPS_PER_BYTE;
    uint32_t most = extra > UINT32_MAX - STEPS_LAST ? UINT32_MAX : STEPS_LAST + (uint32_t)extra;
    if (scan->start > scan->stop)
        return MR_RE_NONE;
    if (p->wide && !scan->units && !make_units(t, scan))
        return MR_RE_FAILED;
    options |= (p->is_bytes ? 0 : PCRE2_NO_UTF_CHECK) | (scan->advance ? PCRE2_NOTEMPTY_ATSTART : 0);
    bool wary = t->iso->limits.interruptible;
    uint32_t steps = wary ? STEPS_FIRST_WARY : STEPS_FIRST;
    int r = PCRE2_ERROR_MATCHLIMIT;
    if (!wary && has_machine_code(p, scan) && !(options & PCRE2_ENDANCHORED))
        r = search_by_machine_code(t, p, scan, options);
    else if (!wary || scan->stop - scan->start <= LONG_SCAN)
        r = search_plainly(t, p, scan, options, steps);
    if (r == PCRE2_ERROR_MATCHLIMIT && make_careful(p)) {
        if (!mr_poll(t))
            return MR_RE_FAILED;
        r = search_carefully(t, p, scan, options, most);
        steps = most;
    }
    while (r == PCRE2_ERROR_MATCHLIMIT && steps < most) {
        if (!mr_poll(t))
            return MR_RE_FAILED;
        steps = steps > most / 8 ? most : steps * 8;
        r = search_plainly(t, p, scan, options, steps);
    }
    if (r > 0) {
        if (p->lexicon)
            number_phrase(p);
        return MR_RE_FOUND;
    }
    if (r != PCRE2_ERROR_NOMATCH)
        return raise_match_error(t, p, r);
    if (scan->stop > LARGE_SUBJECT)
        mr_re_drop_data(p);
    return MR_RE_NONE;
}
