/* What the keys do: Emacs's, as far as terminals send them. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/highlight.h"
#include "cli/lineedit.h"
#include "cli/width.h"

#define CONTROL(c) ((uint32_t)(c) | MR_KEY_CTRL)
#define META(c) ((uint32_t)(c) | MR_KEY_ALT)
#define MACHINE_MS 30 /* keys that follow this fast are typed by a program */
#define MOST_REPEATS 10000

enum { ACT_OTHER, ACT_TYPE, ACT_KILL, ACT_YANK, ACT_VERTICAL, ACT_COUNT };

/* ---- moving ---- */

static int repeats(const MrEditor *e) { return e->count > 0 ? e->count : 1; }

static void move(MrEditor *e, size_t (*step)(const MrBuffer *, size_t))
{
    for (int i = 0; i < repeats(e); i++)
        e->buffer.cursor = step(&e->buffer, e->buffer.cursor);
}

static void kill_range(MrEditor *e, size_t from, size_t to, bool backwards)
{
    MrBuffer *b = &e->buffer;
    mr_kill_add(&e->kills, b->s + from, to - from, e->last_action == ACT_KILL, backwards);
    mr_buffer_step(b);
    mr_buffer_replace(b, from, to, "", 0);
    e->last_action = ACT_KILL;
}

static void kill_to(MrEditor *e, size_t (*step)(const MrBuffer *, size_t))
{
    size_t at = e->buffer.cursor, to = at;
    for (int i = 0; i < repeats(e); i++)
        to = step(&e->buffer, to);
    kill_range(e, to < at ? to : at, to < at ? at : to, to < at);
}

/* ---- the history ---- */

static void show_entry(MrEditor *e, size_t i)
{
    const char *text = i < e->history.n ? e->history.items[i] : e->draft ? e->draft : "";
    mr_buffer_set(&e->buffer, text, strlen(text));
    e->browsing = i;
}

static bool fits(const MrEditor *e, size_t i)
{
    return !e->n_prefix || !strncmp(e->history.items[i], e->draft, e->n_prefix);
}

/* The next entry in a direction that begins with what was typed before browsing; the next one of all if there is none such at the first step. */
static void browse(MrEditor *e, bool back)
{
    MrHistory *h = &e->history;
    size_t i = e->browsing;
    if (i >= h->n) {
        if (!back)
            return;
        free(e->draft);
        e->draft = strdup(e->buffer.s);
        e->n_prefix = e->draft ? strlen(e->draft) : 0;
        i = h->n;
        size_t k = h->n;
        while (k > 0 && !fits(e, k - 1))
            k--;
        if (k == 0)
            e->n_prefix = 0;
    }
    const char *shown = i < h->n ? h->items[i] : NULL;
    while (back ? i > 0 : i < h->n) {
        i += back ? (size_t)-1 : 1;
        if (i == h->n || (fits(e, i) && !(shown && !strcmp(shown, h->items[i])))) {
            show_entry(e, i);
            return;
        }
    }
}

static void vertical(MrEditor *e, int lines)
{
    if (e->last_action != ACT_VERTICAL)
        e->column = -1;
    size_t to = mr_buffer_vertical(&e->buffer, e->buffer.cursor, lines, &e->column);
    if (to != e->buffer.cursor)
        e->buffer.cursor = to;
    else
        browse(e, lines < 0);
    e->last_action = ACT_VERTICAL;
}

static void whole_history(MrEditor *e, bool first)
{
    if (!e->history.n)
        return;
    if (e->browsing >= e->history.n) {
        free(e->draft);
        e->draft = strdup(e->buffer.s);
        e->n_prefix = 0;
    }
    show_entry(e, first ? 0 : e->history.n);
}

/* ---- changing ---- */

static void insert(MrEditor *e, const char *s, size_t n)
{
    for (int i = 0; i < repeats(e); i++)
        mr_buffer_type(&e->buffer, s, n);
    e->last_action = ACT_TYPE;
}

/* Does this key follow an automatic indentation, and the blanks typed since, faster than fingers can? */
static bool is_typed_by_program(const MrEditor *e)
{
    const MrBuffer *b = &e->buffer;
    size_t start = mr_buffer_line_start(b, b->cursor);
    bool fast = e->indent_time && (e->key_waited || mr_now_ms() - e->indent_time <= MACHINE_MS);
    return fast && strspn(b->s + start, " \t") >= b->cursor - start && b->cursor == mr_buffer_line_end(b, b->cursor);
}

/* Blanks right behind an automatic indentation, typed by a program, stand in its place: see indent.c. */
static bool replaces_indent(MrEditor *e, uint32_t key)
{
    MrBuffer *b = &e->buffer;
    size_t start = mr_buffer_line_start(b, b->cursor);
    if (!is_typed_by_program(e)) {
        e->indent_time = 0;
        return false;
    }
    if (key == ' ') {
        e->indent_time = mr_now_ms();
        return ++e->typed_blanks <= e->auto_indent;
    }
    if (e->typed_blanks && e->typed_blanks < e->auto_indent)
        mr_buffer_replace(b, start + e->typed_blanks, b->cursor, "", 0);
    e->indent_time = 0;
    return false;
}

static void type_character(MrEditor *e, uint32_t key)
{
    char text[4];
    if (replaces_indent(e, key))
        return;
    size_t n = mr_char_encode(key, text);
    insert(e, text, n);
    if (key == ':' && !e->count)
        mr_editor_dedent_for(e);
    else if ((key == ')' || key == ']' || key == '}') && !e->count)
        mr_editor_dedent_bracket(e);
}

/* Line ends of all sorts become '\n', NULs and the like go; bytes that are no UTF-8 become U+FFFD. */
static void paste(MrEditor *e)
{
    const char *from = e->keys.paste ? e->keys.paste : "";
    size_t n = e->keys.n_paste, length = 0;
    char *text = malloc(3 * n + 1);
    for (size_t i = 0; text && i < n;) {
        uint32_t c;
        size_t used = mr_char_decode(from + i, n - i, false, &c);
        if (c == '\r') {
            text[length++] = '\n';
            used += i + 1 < n && from[i + 1] == '\n';
        } else if (c >= 32 || c == '\n' || c == '\t') {
            length += mr_char_encode(c, text + length);
        }
        i += used;
    }
    mr_buffer_step(&e->buffer);
    if (text)
        mr_buffer_replace(&e->buffer, e->buffer.cursor, e->buffer.cursor, text, length);
    mr_buffer_step(&e->buffer);
    free(text);
}

static void backspace(MrEditor *e)
{
    MrBuffer *b = &e->buffer;
    size_t start = mr_buffer_line_start(b, b->cursor), at = b->cursor, before = at - start;
    mr_buffer_step(b);
    if (before > 1 && strspn(b->s + start, " ") >= before) { /* in the indentation: to the step before */
        size_t to = start + (before - 1) / 4 * 4;
        mr_buffer_replace(b, to, at, "", 0);
        return;
    }
    for (int i = 0; i < repeats(e); i++)
        at = mr_buffer_left(b, at);
    mr_buffer_replace(b, at, b->cursor, "", 0);
}

static void delete_forward(MrEditor *e)
{
    MrBuffer *b = &e->buffer;
    size_t at = b->cursor, to = at;
    for (int i = 0; i < repeats(e); i++)
        to = mr_buffer_right(b, to);
    mr_buffer_step(b);
    mr_buffer_replace(b, at, to, "", 0);
    b->cursor = at;
}

static void kill_line(MrEditor *e)
{
    MrBuffer *b = &e->buffer;
    size_t end = mr_buffer_line_end(b, b->cursor);
    if (end == b->cursor && end < b->n)
        end++;
    kill_range(e, b->cursor, end, false);
}

static void kill_line_back(MrEditor *e)
{
    MrBuffer *b = &e->buffer;
    size_t start = mr_buffer_line_start(b, b->cursor);
    if (start == b->cursor && start > 0)
        start--;
    kill_range(e, start, b->cursor, true);
}

static void yank(MrEditor *e, int back)
{
    size_t n;
    MrBuffer *b = &e->buffer;
    const char *text = mr_kill_get(&e->kills, back, &n);
    if (!text)
        return;
    mr_buffer_step(b);
    if (back) {
        mr_buffer_replace(b, e->yank_start, b->cursor, text, n);
    } else {
        e->yank_start = b->cursor;
        mr_buffer_replace(b, b->cursor, b->cursor, text, n);
    }
    e->yanked = back;
    e->last_action = ACT_YANK;
}

static void transpose(MrEditor *e)
{
    MrBuffer *b = &e->buffer;
    size_t at = b->cursor;
    if (at == mr_buffer_line_end(b, at))
        at = mr_buffer_left(b, at);
    size_t left = mr_buffer_left(b, at), right = mr_buffer_right(b, at);
    char *both = left < at && b->s[left] != '\n' && right > at ? malloc(right - left) : NULL;
    if (!both)
        return;
    memcpy(both, b->s + at, right - at);
    memcpy(both + (right - at), b->s + left, at - left);
    mr_buffer_step(b);
    mr_buffer_replace(b, left, right, both, right - left);
    free(both);
}

/* 'u' upper, 'l' lower, 'c' first letter upper; of ASCII letters. */
static void change_case(MrEditor *e, char how)
{
    MrBuffer *b = &e->buffer;
    size_t from = b->cursor, to = mr_buffer_word_right(b, from);
    char *word = malloc(to - from + 1);
    if (!word)
        return;
    bool first = true;
    for (size_t i = from; i < to; i++) {
        char c = b->s[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'), up = how == 'u' || (how == 'c' && first);
        word[i - from] = !letter ? c : up ? (char)(c & ~32) : (char)(c | 32);
        first &= !letter;
    }
    mr_buffer_step(b);
    mr_buffer_replace(b, from, to, word, to - from);
    free(word);
}

/* ---- entering ---- */

static bool is_blank(const char *s) { return s[strspn(s, " \t\n")] == 0; }

static bool is_command(const char *s)
{
    s += strspn(s, " ");
    return *s == ':' || (*s == '?' && is_blank(s + 1));
}

/* Two empty lines end anything but a string or a bracket, which one may well leave open for good. */
static bool ends_in_two_blank_lines(const MrBuffer *b)
{
    int newlines = 0;
    for (size_t n = b->n; n > 0 && strchr(" \t\n", b->s[n - 1]); n--)
        newlines += b->s[n - 1] == '\n';
    MrOpen open = mr_look_open(b->s, b->n);
    return newlines > 1 && !open.in_string && !open.depth;
}

/* An indented line that is not empty, and not the first one: more is to come, which needs no look at all that precedes it. */
static bool is_inside_block(const MrBuffer *b)
{
    size_t start = mr_buffer_line_start(b, b->n), lead;
    if (start + strspn(b->s + start, " \t") == b->n)
        return false;
    while (start > 1 && b->s[start - 2] == '\\') /* joined lines are one */
        start = mr_buffer_line_start(b, start - 1);
    lead = strspn(b->s + start, " \t");
    if (!start || !lead)
        return false;
    MrOpen open = mr_look_open(b->s, b->n);
    return !open.in_string && !open.depth && b->s[b->n - 1] != '\\' && open.last_word >= start;
}

static void enter(MrEditor *e)
{
    MrBuffer *b = &e->buffer;
    if (mr_buffer_line_end(b, b->cursor) != b->n) { /* not in the last line */
        mr_editor_newline(e);
        return;
    }
    if (is_inside_block(b)) {
        mr_editor_newline(e);
        return;
    }
    if (!is_blank(b->s) && !is_command(b->s)) {
        char *text = malloc(b->n + 2);
        if (text) {
            memcpy(text, b->s, b->n);
            memcpy(text + b->n, "\n", 2);
            bool incomplete = moray_is_complete(text) == MORAY_INCOMPLETE && !ends_in_two_blank_lines(b);
            free(text);
            if (incomplete) {
                mr_editor_newline(e);
                return;
            }
        }
    }
    size_t last = mr_buffer_line_start(b, b->n);
    if (last && is_blank(b->s + last)) /* the indentation of the empty line that ends a block */
        mr_buffer_replace(b, last, b->n, "", 0);
    b->cursor = b->n;
    e->end = MR_EDIT_TEXT;
}

static void tab(MrEditor *e)
{
    MrBuffer *b = &e->buffer;
    size_t start = mr_buffer_line_start(b, b->cursor), before = b->cursor - start;
    if (start && is_typed_by_program(e)) { /* its tabs stand for themselves */
        if (e->typed_blanks < e->auto_indent)
            mr_buffer_replace(b, start + e->typed_blanks, b->cursor, "", 0);
        mr_buffer_replace(b, b->cursor, b->cursor, "\t", 1);
        e->auto_indent = 0;
        e->typed_blanks++;
        e->indent_time = mr_now_ms();
        return;
    }
    if (strspn(b->s + start, " \t") >= before) {
        mr_buffer_step(b);
        mr_buffer_replace(b, b->cursor, b->cursor, "    ", 4 - before % 4);
        return;
    }
    uint32_t key = mr_editor_complete(e);
    if (key)
        mr_editor_do(e, key);
}

static void shift_tab(MrEditor *e)
{
    MrBuffer *b = &e->buffer;
    size_t start = mr_buffer_line_start(b, b->cursor), n = strspn(b->s + start, " "), cursor = b->cursor;
    n = n > 4 ? 4 : n;
    mr_buffer_step(b);
    mr_buffer_replace(b, start, start + n, "", 0);
    b->cursor = cursor > start + n ? cursor - n : start;
}

/* ---- outside help ---- */

static char *read_back(const char *path, size_t *length)
{
    FILE *f = fopen(path, "r");
    char *text = NULL;
    size_t n = 0, capacity = 0;
    while (f && !feof(f) && !ferror(f)) {
        if (n + 4096 > capacity) {
            char *more = realloc(text, capacity = (n + 4096) * 2);
            if (!more)
                break;
            text = more;
        }
        n += fread(text + n, 1, 4096, f);
    }
    if (f)
        fclose(f);
    while (n > 0 && text[n - 1] == '\n')
        n--;
    *length = n;
    return text;
}

/* The text in $VISUAL or $EDITOR. */
static void external_editor(MrEditor *e)
{
    const char *editor = getenv("VISUAL"), *folder = getenv("TMPDIR");
    editor = editor && *editor ? editor : getenv("EDITOR");
    editor = editor && *editor ? editor : "vi";
    char path[4096], *command = NULL;
    snprintf(path, sizeof path, "%s/moray-XXXXXX.py", folder && *folder ? folder : "/tmp");
    int fd = mkstemps(path, 3);
    if (fd < 0 || asprintf(&command, "%s '%s'", editor, path) < 0)
        return;
    FILE *f = fdopen(fd, "w");
    if (f && fwrite(e->buffer.s, 1, e->buffer.n, f) == e->buffer.n && fputc('\n', f) != EOF && !fclose(f)) {
        mr_editor_clear_below(e);
        mr_display_erase(&e->display);
        mr_terminal_leave(&e->terminal);
        int status = system(command);
        mr_terminal_enter(&e->terminal);
        mr_terminal_measure(&e->terminal);
        size_t n = 0;
        char *text = status ? NULL : read_back(path, &n);
        if (text) {
            mr_buffer_step(&e->buffer);
            mr_buffer_replace(&e->buffer, 0, e->buffer.n, text, n);
            free(text);
        }
    }
    unlink(path);
    free(command);
}

static void suspend(MrEditor *e)
{
    mr_editor_clear_below(e);
    mr_editor_draw(e, false);
    mr_display_finish(&e->display);
    mr_terminal_suspend(&e->terminal);
}

/* The second key of Ctrl-X. */
static void prefixed(MrEditor *e)
{
    switch (mr_editor_key(e)) {
    case CONTROL('e'): external_editor(e); break;
    case CONTROL('u'):
    case 'u': mr_buffer_undo(&e->buffer); break;
    case CONTROL('r'):
    case 'r': mr_buffer_redo(&e->buffer); break;
    default: break;
    }
}

static void quoted(MrEditor *e)
{
    uint32_t key = mr_editor_key(e);
    if (key == MR_KEY_TAB)
        insert(e, "\t", 1);
    else if (key == MR_KEY_ENTER)
        insert(e, "\n", 1);
    else if (key >= 32 && key < MR_KEY_NONE)
        type_character(e, key);
}

/* ---- the table ---- */

static bool do_move(MrEditor *e, uint32_t key)
{
    MrBuffer *b = &e->buffer;
    switch (key) {
    case CONTROL('a'):
    case MR_KEY_HOME: b->cursor = mr_buffer_line_start(b, b->cursor); return true;
    case CONTROL('e'):
    case MR_KEY_END: b->cursor = mr_buffer_line_end(b, b->cursor); return true;
    case MR_KEY_HOME | MR_KEY_CTRL: b->cursor = 0; return true;
    case MR_KEY_END | MR_KEY_CTRL: b->cursor = b->n; return true;
    case CONTROL('b'):
    case MR_KEY_LEFT: move(e, mr_buffer_left); return true;
    case CONTROL('f'):
    case MR_KEY_RIGHT: move(e, mr_buffer_right); return true;
    case META('b'):
    case MR_KEY_LEFT | MR_KEY_CTRL:
    case MR_KEY_LEFT | MR_KEY_ALT: move(e, mr_buffer_word_left); return true;
    case META('f'):
    case MR_KEY_RIGHT | MR_KEY_CTRL:
    case MR_KEY_RIGHT | MR_KEY_ALT: move(e, mr_buffer_word_right); return true;
    case CONTROL('p'):
    case MR_KEY_UP: vertical(e, -1); return true;
    case CONTROL('n'):
    case MR_KEY_DOWN: vertical(e, 1); return true;
    case MR_KEY_PAGE_UP:
    case META('p'): browse(e, true); return true;
    case MR_KEY_PAGE_DOWN:
    case META('n'): browse(e, false); return true;
    case META('<'): whole_history(e, true); return true;
    case META('>'): whole_history(e, false); return true;
    default: return false;
    }
}

static bool do_kill(MrEditor *e, uint32_t key)
{
    switch (key) {
    case CONTROL('k'): kill_line(e); return true;
    case CONTROL('u'): kill_line_back(e); return true;
    case CONTROL('w'): kill_to(e, mr_buffer_blank_left); return true;
    case MR_KEY_BACKSPACE | MR_KEY_ALT:
    case MR_KEY_BACKSPACE | MR_KEY_CTRL: kill_to(e, mr_buffer_word_left); return true;
    case META('d'):
    case MR_KEY_DELETE | MR_KEY_CTRL:
    case MR_KEY_DELETE | MR_KEY_ALT: kill_to(e, mr_buffer_word_right); return true;
    case CONTROL('y'): yank(e, 0); return true;
    default: return false;
    }
}

static bool do_change(MrEditor *e, uint32_t key, uint32_t before)
{
    MrBuffer *b = &e->buffer;
    switch (key) {
    case MR_KEY_ENTER: enter(e); return true;
    case MR_KEY_ENTER | MR_KEY_ALT:
    case MR_KEY_ENTER | MR_KEY_SHIFT:
    case CONTROL('o'): mr_editor_newline(e); return true;
    case MR_KEY_TAB: tab(e); return true;
    case MR_KEY_TAB | MR_KEY_SHIFT: shift_tab(e); return true;
    case MR_KEY_BACKSPACE:
    case MR_KEY_BACKSPACE | MR_KEY_SHIFT: backspace(e); return true;
    case MR_KEY_DELETE: delete_forward(e); return true;
    case CONTROL('d'):
        if (b->n == 0)
            e->end = MR_EDIT_CTRL_D;
        else
            delete_forward(e);
        return true;
    case CONTROL('t'): transpose(e); return true;
    case META('u'): change_case(e, 'u'); return true;
    case META('l'): change_case(e, 'l'); return true;
    case META('c'): change_case(e, 'c'); return true;
    case META('y'):
        if (before == ACT_YANK)
            yank(e, e->yanked + 1);
        return true;
    case CONTROL('_'):
    case CONTROL('/'):
    case CONTROL('?'): mr_buffer_undo(b); return true;
    case META('_'):
    case META('/'): mr_buffer_redo(b); return true;
    case MR_KEY_PASTE: paste(e); return true;
    default: return false;
    }
}

static void do_other(MrEditor *e, uint32_t key)
{
    uint32_t next = 0;
    switch (key) {
    case CONTROL('l'):
        mr_display_clear(&e->display);
        break;
    case CONTROL('r'): next = mr_editor_search(e, false); break;
    case CONTROL('s'): next = mr_editor_search(e, true); break;
    case CONTROL('x'): prefixed(e); break;
    case CONTROL('v'):
    case CONTROL('q'): quoted(e); break;
    case CONTROL('z'): suspend(e); break;
    case CONTROL('g'):
    case MR_KEY_ESCAPE: break;
    default:
        if (key >= 32 && key < MR_KEY_NONE)
            type_character(e, key);
        break;
    }
    if (next)
        mr_editor_do(e, next);
}

/* Alt and a digit: the key after the digits is done that many times. */
static bool counts(MrEditor *e, uint32_t key)
{
    uint32_t c = key & 0xffffff;
    bool digit = c >= '0' && c <= '9' && (key == META(c) || (key == c && e->last_action == ACT_COUNT));
    if (!digit)
        return false;
    e->count = e->count * 10 + (int)(c - '0');
    if (e->count > MOST_REPEATS)
        e->count = MOST_REPEATS;
    e->last_action = ACT_COUNT;
    return true;
}

void mr_editor_do(MrEditor *e, uint32_t key)
{
    if (!e->below_is_hint && e->n_below)
        mr_editor_clear_below(e);
    e->dirty = true;
    if (counts(e, key))
        return;
    uint32_t before = e->last_action;
    if (do_kill(e, key)) {
        if (e->last_action == before && before != ACT_KILL && before != ACT_YANK)
            e->last_action = ACT_OTHER;
    } else {
        if (key != MR_KEY_UP && key != MR_KEY_DOWN && key != CONTROL('p') && key != CONTROL('n'))
            e->last_action = ACT_OTHER;
        if (!do_move(e, key) && !do_change(e, key, before))
            do_other(e, key);
    }
    if (e->last_action != ACT_TYPE)
        e->buffer.typing = false;
    if (key != MR_KEY_ENTER && key != ' ')
        e->indent_time = 0;
    e->count = 0;
}
