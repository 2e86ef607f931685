/* The error pass: reads the failing statement again as CPython's PEG parser would, twice, to find its message.
 *
 * The first run has no invalid_ rules and only tells how far CPython would have looked: the furthest token is the place of a plain
 * "invalid syntax". The second run tries the invalid_ rules in grammar order; the first whose error applies ends the pass. Results are
 * memoised per rule, position and pass, so the work is bounded by tokens times rules; the depth of nested rules is bounded as in CPython. */
#include <stdlib.h>
#include <string.h>
#include "parser/grammar.h"

enum { MAX_RULE_DEPTH = 6000, NO_MATCH = -1 };

typedef enum ItemKind { ITEM_TOKEN, ITEM_SOFT, ITEM_ANY_SOFT, ITEM_NOT_EQUAL, ITEM_RULE, ITEM_GROUP, ITEM_CUT } ItemKind;
typedef enum ItemRepeat { REPEAT_ONE, REPEAT_OPTIONAL, REPEAT_ANY, REPEAT_SOME, REPEAT_GATHER } ItemRepeat;
typedef enum ItemLook { LOOK_NONE, LOOK_AHEAD, LOOK_NOT, LOOK_FORCED } ItemLook;

typedef struct Alternative Alternative;

typedef struct Item {
    struct Item *next;
    uint8_t kind, repeat, look;
    char capture;           /* 'a', 'b' or 0 */
    uint8_t token;          /* ITEM_TOKEN, and the separator of REPEAT_GATHER in `separator` */
    uint8_t separator;
    uint16_t rule;
    const char *word;       /* ITEM_SOFT */
    uint8_t word_length;
    Alternative *group;
} Item;

struct Alternative {
    Alternative *next;
    Item *items;
    const char *how; /* the action's text, NULL if none */
    uint32_t how_length;
    bool invalid;    /* starts with an invalid_ rule */
};

typedef struct MemoEntry {
    uint64_t key; /* 0: free */
    int32_t end;
} MemoEntry;

typedef struct Machine {
    MrParser *p;
    const MrToken *tokens;
    int count;
    int furthest;       /* index of the last token looked at */
    bool hints;         /* second pass: invalid_ rules are live */
    bool stopped;       /* an error is set or the ERROR token was reached */
    int depth;
    const MrToken *parsed; /* where the parser gave up: texts before it are decoded */
    Alternative *rules[MR_RULE_COUNT];
    MemoEntry *memo;
    uint32_t memo_count, memo_capacity;
} Machine;

typedef struct RuleText {
    const char *name;
    unsigned flags;
    const char *text;
} RuleText;

static const RuleText rule_texts[MR_RULE_COUNT] = {
#define RULE(name, flags, text) {#name, flags, text},
#include "parser/grammar.def"
};


static const char *skip_blanks(const char *at) {
    while (*at == ' ' || *at == '\n') at++;
    return at;
}

static bool is_word_char(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

static MrTokenKind token_of_text(const char *text, size_t length) {
    for (int kind = 0; kind < MR_TOKEN_KIND_COUNT; kind++) {
        const char *spelling = mr_token_kind_text((MrTokenKind)kind);
        if (strlen(spelling) == length && memcmp(spelling, text, length) == 0) return (MrTokenKind)kind;
    }
    return TOK_ERROR;
}

static Alternative *read_alternatives(Machine *m, const char **at, char close);

static void read_word(Item *item, const char *word, size_t length) {
    if (length == 2 && memcmp(word, "NE", 2) == 0) {
        item->kind = ITEM_NOT_EQUAL;
    } else if (length == 12 && memcmp(word, "SOFT_KEYWORD", 12) == 0) {
        item->kind = ITEM_ANY_SOFT;
    } else if (word[0] >= 'A' && word[0] <= 'Z') {
        item->kind = ITEM_TOKEN;
        item->token = (uint8_t)token_of_text(word, length);
    } else {
        item->kind = ITEM_RULE;
        for (int i = 0; i < MR_RULE_COUNT; i++)
            if (strlen(rule_texts[i].name) == length && memcmp(rule_texts[i].name, word, length) == 0) item->rule = (uint16_t)i;
    }
}

/* A quoted token; moves *at past it. */
static MrTokenKind read_quoted(const char **at) {
    const char *end = strchr(*at + 1, '\'');
    MrTokenKind kind = token_of_text(*at + 1, (size_t)(end - *at - 1));
    *at = end + 1;
    return kind;
}

static void read_atom(Machine *m, Item *item, const char **at) {
    if (**at == '\'') {
        item->kind = ITEM_TOKEN;
        item->token = (uint8_t)read_quoted(at);
    } else if (**at == '"') {
        const char *end = strchr(*at + 1, '"');
        item->kind = ITEM_SOFT;
        item->word = *at + 1;
        item->word_length = (uint8_t)(end - item->word);
        *at = end + 1;
    } else if (**at == '(' || **at == '[') {
        char close = **at == '(' ? ')' : ']';
        item->kind = ITEM_GROUP;
        if (close == ']') item->repeat = REPEAT_OPTIONAL;
        ++*at;
        item->group = read_alternatives(m, at, close);
    } else {
        const char *word = *at;
        while (is_word_char(**at)) ++*at;
        read_word(item, word, (size_t)(*at - word));
    }
}

static Item *read_item(Machine *m, const char **at) {
    Item *item = MR_ARENA_NEW(m->p->arena, Item);
    if (!item) return NULL;
    if (**at == '~') {
        ++*at;
        item->kind = ITEM_CUT;
        return item;
    }
    if ((*at)[0] == '&' && (*at)[1] == '&') item->look = LOOK_FORCED, *at += 2;
    else if (**at == '&') item->look = LOOK_AHEAD, ++*at;
    else if (**at == '!') item->look = LOOK_NOT, ++*at;
    else if (is_word_char(**at) && (*at)[1] == '=') item->capture = **at, *at += 2;
    if (**at == '\'') {
        const char *after = *at;
        MrTokenKind kind = read_quoted(&after);
        if (after[0] == '.' && after[1] != ' ') {
            item->separator = (uint8_t)kind;
            *at = after + 1;
            read_atom(m, item, at);
            item->repeat = REPEAT_GATHER;
            ++*at; /* the '+' */
            return item;
        }
    }
    read_atom(m, item, at);
    if (**at == '?') item->repeat = REPEAT_OPTIONAL, ++*at;
    else if (**at == '*') item->repeat = REPEAT_ANY, ++*at;
    else if (**at == '+') item->repeat = REPEAT_SOME, ++*at;
    return item;
}

static Alternative *read_alternatives(Machine *m, const char **at, char close) {
    Alternative *first = NULL, **link = &first;
    for (;;) {
        Alternative *alternative = MR_ARENA_NEW(m->p->arena, Alternative);
        if (!alternative) return NULL;
        *link = alternative;
        link = &alternative->next;
        Item **tail = &alternative->items;
        for (*at = skip_blanks(*at); **at != '|' && **at != close; *at = skip_blanks(*at)) {
            if (**at == '#') {
                alternative->how = ++*at;
                while (**at && **at != '\n') ++*at;
                alternative->how_length = (uint32_t)(*at - alternative->how);
                continue;
            }
            Item *item = read_item(m, at);
            if (!item || m->p->arena->failed) return NULL;
            *tail = item;
            tail = &item->next;
        }
        const Item *head = alternative->items;
        alternative->invalid = head && head->kind == ITEM_RULE && !head->next && !alternative->how &&
                               strncmp(rule_texts[head->rule].name, "invalid_", 8) == 0;
        if (**at == close) break;
        ++*at;
    }
    if (close) ++*at;
    return first;
}


static int run_alternatives(Machine *m, const Alternative *alternative, int pos);

static bool stop(Machine *m) {
    m->stopped = true;
    return false;
}

/* The token at a position, noting that it was looked at; NULL past the end. The ERROR token ends the pass. */
static const MrToken *look(Machine *m, int pos) {
    if (pos >= m->count) return NULL;
    if (pos > m->furthest) m->furthest = pos;
    if (m->tokens[pos].kind == TOK_ERROR) {
        stop(m);
        return NULL;
    }
    return m->tokens + pos;
}

/* CPython compares as many bytes as the name has, so every prefix of a soft keyword passes for one here. */
static bool is_any_soft(const MrParser *p, const MrToken *token) {
    static const char *const words[] = {"_", "case", "match", "type"};
    if (token->kind != TOK_NAME) return false;
    size_t length = token->end - token->start;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (length <= strlen(words[i]) && !memcmp(words[i], p->source->text + token->start, length)) return true;
    return false;
}

static uint64_t memo_key(const Machine *m, int rule, int pos) {
    bool shared = rule_texts[rule].flags & GRAMMAR_MEMO;
    return ((uint64_t)(uint32_t)pos << 16 | (uint64_t)rule << 1 | (!shared && m->hints)) + 1;
}

static MemoEntry *find_memo(const Machine *m, uint64_t key) {
    uint32_t slot = (uint32_t)(key * 0x9E3779B97F4A7C15u >> 32) & (m->memo_capacity - 1);
    while (m->memo[slot].key && m->memo[slot].key != key) slot = (slot + 1) & (m->memo_capacity - 1);
    return m->memo + slot;
}

static bool put_memo(Machine *m, uint64_t key, int end) {
    if (m->memo_count * 2 >= m->memo_capacity) {
        Machine old = *m;
        m->memo_capacity = old.memo_capacity * 2;
        m->memo = calloc(m->memo_capacity, sizeof *m->memo);
        if (!m->memo) {
            *m = old;
            mr_diag_set_memory(m->p->diag);
            return stop(m);
        }
        for (uint32_t i = 0; i < old.memo_capacity; i++)
            if (old.memo[i].key) *find_memo(m, old.memo[i].key) = old.memo[i];
        free(old.memo);
    }
    *find_memo(m, key) = (MemoEntry){key, end};
    m->memo_count++;
    return true;
}

/* Literals that only the error passes come to are decoded there, which may be the error. False: it is set. Only the first pass warns. */
static bool decode_texts(Machine *m, int pos, int end) {
    if (m->tokens + pos < m->parsed) return true;
    for (int i = pos; i < end; i++)
        if (m->tokens[i].kind != TOK_STRING) return true;
    const MrToken *at = m->p->at;
    MrDiag *diag = m->p->diag;
    MrWarning **warned = mr_diag_mark(diag);
    m->p->at = m->tokens + pos;
    bool good = mr_parse_strings(m->p) != NULL || !mr_diag_failed(m->p->diag);
    m->p->at = at;
    if (m->hints) mr_diag_drop_since(diag, warned);
    return good;
}

static int run_rule(Machine *m, int rule, int pos) {
    uint64_t key = memo_key(m, rule, pos);
    const MemoEntry *known = find_memo(m, key);
    if (known->key) return known->end;
    if (m->depth >= MAX_RULE_DEPTH) {
        mr_diag_set(m->p->diag, MR_DIAG_MEMORY_ERROR, (MrSpan){0, MR_DIAG_NO_COL, 0, 0},
                    "Parser stack overflowed - Python source too complex to parse");
        stop(m);
        return NO_MATCH;
    }
    m->depth++;
    bool hints = m->hints;
    if (rule == RULE_expression_without_invalid) m->hints = false;
    int end = run_alternatives(m, m->rules[rule], pos);
    m->hints = hints;
    m->depth--;
    if (rule == RULE_strings && end != NO_MATCH && !decode_texts(m, pos, end)) stop(m);
    if (m->stopped || !put_memo(m, key, end)) return NO_MATCH;
    return end;
}

static int run_once(Machine *m, const Item *item, int pos) {
    if (m->stopped) return NO_MATCH;
    if (item->kind == ITEM_RULE) return run_rule(m, item->rule, pos);
    if (item->kind == ITEM_GROUP) return run_alternatives(m, item->group, pos);
    const MrToken *token = look(m, pos);
    if (!token) return NO_MATCH;
    bool match = false;
    switch ((ItemKind)item->kind) {
    case ITEM_TOKEN: match = token->kind == item->token; break;
    case ITEM_SOFT:
        match = token->kind == TOK_NAME && token->end - token->start == item->word_length &&
                memcmp(m->p->source->text + token->start, item->word, item->word_length) == 0;
        break;
    case ITEM_ANY_SOFT: match = is_any_soft(m->p, token); break;
    case ITEM_NOT_EQUAL: match = token->kind == TOK_NOT_EQUAL && m->p->source->text[token->start] == '!'; break;
    default: break;
    }
    return match ? pos + 1 : NO_MATCH;
}

static int run_repeated(Machine *m, const Item *item, int pos) {
    int end = run_once(m, item, pos), next;
    switch ((ItemRepeat)item->repeat) {
    case REPEAT_ONE: return end;
    case REPEAT_OPTIONAL: return end == NO_MATCH ? pos : end;
    case REPEAT_ANY:
    case REPEAT_SOME:
        if (end == NO_MATCH) return item->repeat == REPEAT_ANY ? pos : NO_MATCH;
        while (end < m->count && (next = run_once(m, item, end)) != NO_MATCH && next > end) end = next;
        return end;
    case REPEAT_GATHER:
        while (end != NO_MATCH) {
            const MrToken *separator = look(m, end);
            if (!separator || separator->kind != item->separator || (next = run_once(m, item, end + 1)) == NO_MATCH) break;
            end = next;
        }
        return end;
    }
    return NO_MATCH;
}

/* One item, lookahead included; the position after it or NO_MATCH. */
static int run_item(Machine *m, const Item *item, int pos) {
    int end = run_repeated(m, item, pos);
    switch ((ItemLook)item->look) {
    case LOOK_NONE: break;
    case LOOK_AHEAD: return end == NO_MATCH ? NO_MATCH : pos;
    case LOOK_NOT: return end == NO_MATCH ? pos : NO_MATCH;
    case LOOK_FORCED:
        if (end == NO_MATCH && !m->stopped) {
            mr_diag_set(m->p->diag, MR_DIAG_SYNTAX_ERROR, mr_newline_place(m->p, m->tokens + pos), "expected '%s'",
                        mr_token_kind_text((MrTokenKind)item->token));
            stop(m);
        }
        break;
    }
    return end;
}

/* Runs one alternative. *cut is set when it passed a commit point. */
static int run_alternative(Machine *m, const Alternative *alternative, int pos, bool *cut) {
    MrCapture captures[2] = {{0}};
    for (const Item *item = alternative->items; item; item = item->next) {
        if (item->kind == ITEM_CUT) {
            *cut = true;
            continue;
        }
        int end = run_item(m, item, pos);
        if (end == NO_MATCH || m->stopped) return NO_MATCH;
        if (item->capture) {
            int rule = item->kind == ITEM_RULE && item->repeat == REPEAT_ONE ? item->rule : MR_RULE_COUNT;
            captures[item->capture - 'a'] = (MrCapture){m->tokens + pos, m->tokens + end, (MrGrammarRule)rule};
        }
        pos = end;
    }
    if (!alternative->how) return pos;
    int next = pos < m->count ? pos : m->count - 1;
    if (mr_hint_raise(m->p, alternative->how, alternative->how_length, captures, captures + 1, m->tokens + next,
                      m->tokens + m->furthest))
        stop(m);
    return NO_MATCH;
}

static int run_alternatives(Machine *m, const Alternative *alternative, int pos) {
    for (; alternative; alternative = alternative->next) {
        if (alternative->invalid && !m->hints) continue;
        bool cut = false;
        int end = run_alternative(m, alternative, pos, &cut);
        if (end != NO_MATCH) return end;
        if (cut || m->stopped) return NO_MATCH;
    }
    return NO_MATCH;
}

static bool start_pass(Machine *m) {
    m->memo_count = 0;
    m->memo_capacity = 1024;
    free(m->memo);
    m->memo = calloc(m->memo_capacity, sizeof *m->memo);
    return m->memo != NULL || mr_diag_set_memory(m->p->diag);
}

static void raise_plain(MrParser *p, const MrToken *first_last, const MrToken *second_last) {
    if (first_last->kind == TOK_INDENT)
        mr_diag_set(p->diag, MR_DIAG_INDENTATION_ERROR, mr_error_place(p, second_last), "unexpected indent");
    else if (first_last->kind == TOK_DEDENT)
        mr_diag_set(p->diag, MR_DIAG_INDENTATION_ERROR, mr_error_place(p, second_last), "unexpected unindent");
    else
        mr_diag_set(p->diag, MR_DIAG_SYNTAX_ERROR,
                    first_last->kind == TOK_ENDMARKER ? (MrSpan){p->source->line_count, MR_DIAG_NO_COL, 0, MR_DIAG_NO_COL} : mr_error_place(p, first_last),
                    "invalid syntax");
}

/* Does a statement before this token use the name print or exec in a way that is right today but that the second pass takes for the old statement,
 * as in `print[x]` or `print -1`? CPython's second pass begins with the text, so that it complains of this and not of the error. */
static bool looks_legacy(const MrParser *p, const MrToken *end) {
    for (const MrToken *at = p->tokens.items; at + 1 < end; at++)
        if (at->kind == TOK_NAME && (mr_token_is_word(p, at, "print") || mr_token_is_word(p, at, "exec")))
            switch (at[1].kind) {
            case TOK_LBRACKET:
            case TOK_MINUS:
            case TOK_PLUS:
            case TOK_STAR: return true;
            default: break;
            }
    return false;
}

bool mr_parser_explain(MrParser *p, MrParseMode mode) {
    Machine machine = {.p = p, .tokens = p->tokens.items, .count = (int)p->tokens.count, .parsed = p->at}, *m = &machine;
    const MrGrammarRule root = mode == MR_PARSE_FILE ? RULE_file : mode == MR_PARSE_EVAL ? RULE_eval : RULE_interactive;
    bool replaceable = true;
    const MrToken *first = p->statement->kind == TOK_INDENT && p->earlier ? p->earlier : p->statement;
    const int start = looks_legacy(p, first) ? 0 : (int)(first - p->tokens.items);
    for (int i = 0; i < MR_RULE_COUNT; i++) {
        const char *text = rule_texts[i].text;
        m->rules[i] = read_alternatives(m, &text, 0);
    }
    p->depth = 0;
    m->furthest = start;
    if (p->arena->failed) {
        mr_diag_set_memory(p->diag);
    } else if (start_pass(m)) {
        run_rule(m, root, start);
        const MrToken *first_last = m->tokens + m->furthest;
        if (!m->stopped && start_pass(m)) {
            m->hints = true;
            run_rule(m, root, start);
            if (!m->stopped) {
                raise_plain(p, first_last, m->tokens + m->furthest);
                replaceable = first_last->kind != TOK_INDENT && first_last->kind != TOK_DEDENT;
            }
        }
        p->at = m->tokens + m->furthest;
    }
    free(m->memo);
    return replaceable && p->diag->kind != MR_DIAG_MEMORY_ERROR;
}
