/* Indentation of new lines, and its correction.
 *
 * A program that types (a paste without marks, a test) brings its own blanks along. Blanks that arrive right after an automatic indentation, faster
 * than fingers can, replace it instead of adding to it.
 */
#include <string.h>

#include "cli/highlight.h"
#include "cli/lineedit.h"

#define STEP 4

/* Columns of blanks that the line at `at` begins with. */
static size_t columns(const MrBuffer *b, size_t at)
{
    size_t start = mr_buffer_line_start(b, at), n = 0;
    for (; b->s[start] == ' ' || b->s[start] == '\t'; start++)
        n = b->s[start] == '\t' ? (n / 8 + 1) * 8 : n + 1;
    return n;
}

static bool begins_with(const char *s, const char *word)
{
    size_t n = strlen(word);
    return !strncmp(s, word, n) && !strchr("abcdefghijklmnopqrstuvwxyz_0123456789", s[n] ? s[n] : ' ');
}

static bool leaves_block(const char *s)
{
    static const char *const words[] = {"return", "pass", "break", "continue", "raise"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (begins_with(s, words[i]))
            return true;
    return false;
}

static size_t wanted_indent(const MrBuffer *b)
{
    MrOpen open = mr_look_open(b->s, b->cursor);
    size_t start = mr_buffer_line_start(b, b->cursor);
    if (open.in_string)
        return 0;
    if (open.depth)
        return columns(b, open.bracket) + STEP;
    if (strspn(b->s + start, " \t") >= b->cursor - start) /* an empty line */
        return columns(b, start);
    size_t base = columns(b, open.last_word);
    if (open.colon)
        return base + STEP;
    if (leaves_block(b->s + open.last_word))
        return base > STEP ? base - STEP : 0;
    return base;
}

void mr_editor_newline(MrEditor *e)
{
    static const char blanks[] = "                                                                                ";
    MrBuffer *b = &e->buffer;
    size_t n = wanted_indent(b);
    if (n > sizeof blanks - 1)
        n = sizeof blanks - 1;
    mr_buffer_step(b);
    size_t from = b->cursor;
    while (from > 0 && b->s[from - 1] == ' ' && !mr_look_open(b->s, b->cursor).in_string) /* no blanks are left behind */
        from--;
    if (from > 0 && b->s[from - 1] == '\n')
        from = b->cursor;
    size_t to = b->cursor;
    while (b->s[to] == ' ')
        to++;
    mr_buffer_replace(b, from, to, "\n", 1);
    mr_buffer_replace(b, b->cursor, b->cursor, blanks, n);
    e->indent_time = mr_now_ms();
    e->auto_indent = n;
    e->typed_blanks = 0;
}

/* A closing bracket that begins its line stands below the line of the opening one. */
void mr_editor_dedent_bracket(MrEditor *e)
{
    MrBuffer *b = &e->buffer;
    size_t start = mr_buffer_line_start(b, b->cursor), indent = mr_buffer_indent(b, b->cursor);
    if (start + indent + 1 != b->cursor)
        return;
    MrOpen open = mr_look_open(b->s, b->cursor - 1);
    if (!open.depth || open.in_string)
        return;
    size_t other = mr_buffer_line_start(b, open.bracket), own = mr_buffer_indent(b, open.bracket);
    if (own >= indent)
        return;
    char bracket = b->s[b->cursor - 1];
    mr_buffer_replace(b, start, b->cursor, b->s + other, own);
    mr_buffer_replace(b, b->cursor, b->cursor, &bracket, 1);
}

void mr_editor_dedent_for(MrEditor *e)
{
    static const char *const words[] = {"else", "elif", "except", "finally"};
    static const char *const openers[4][7] = {{"if", "elif", "for", "while", "try", "except", "async"}, {"if", "elif"}, {"try", "except"}, {"try", "except", "else"}};
    MrBuffer *b = &e->buffer;
    size_t start = mr_buffer_line_start(b, b->cursor), indent = mr_buffer_indent(b, b->cursor), at = start;
    int which = -1;
    for (int i = 0; i < 4; i++)
        if (begins_with(b->s + start + indent, words[i]))
            which = i;
    if (which < 0 || !indent || mr_look_open(b->s, start).depth || mr_look_open(b->s, start).in_string)
        return;
    size_t limit = indent + 1;
    while (at > 0) { /* upwards: each line further left than all below may be the opener */
        at = mr_buffer_line_start(b, at - 1);
        size_t own = mr_buffer_indent(b, at);
        if (own >= limit || strchr("\n#", b->s[at + own] ? b->s[at + own] : '\n'))
            continue;
        limit = own;
        for (int i = 0; i < 7 && openers[which][i]; i++) {
            if (!begins_with(b->s + at + own, openers[which][i]))
                continue;
            if (own < indent) {
                size_t cursor = b->cursor - (indent - own);
                mr_buffer_replace(b, start, start + indent, b->s + at, own);
                b->cursor = cursor;
            }
            return;
        }
    }
}
