/* _ast_trees: syntax trees as objects, for the module ast, which defines the classes.
 *
 * parse() walks the parser's tree and makes an instance for each node; compile() goes the other way, into a fresh arena, and compiles that. Both are
 * driven by the field table of parser/ast.def. The classes come in a dict: node kinds by name, and for contexts and operators one instance for each,
 * which all nodes share as in CPython. Not here: checks of what a tree means, which are the compiler's.
 */
#include "base/arena.h"
#include "base/vec.h"
#include "parser/internal.h"
#include "stdlib/native/_ast_trees.h"
#include "vm/aside.h"
#include "vm/error.h"
#include "vm/function.h"
#include "vm/type.h"
#include "vm/types/bigint.h"
#include "vm/vm.h"

static const char *const ctx_names[] = {"Load", "Store", "Del"};
static const char *const binop_names[] = {"Add", "Sub", "Mult", "MatMult", "Div", "Mod", "Pow", "LShift", "RShift", "BitOr", "BitXor", "BitAnd", "FloorDiv"};
static const char *const unaryop_names[] = {"Invert", "Not", "UAdd", "USub"};
static const char *const boolop_names[] = {"And", "Or"};
static const char *const cmpop_names[] = {"Eq", "NotEq", "Lt", "LtE", "Gt", "GtE", "Is", "IsNot", "In", "NotIn"};

#define COUNT(a) (int)(sizeof(a) / sizeof *(a))

static const char *const *names_of(MrAstFieldType type, int *n)
{
    switch (type) {
    case MR_AST_CTX: *n = COUNT(ctx_names); return ctx_names;
    case MR_AST_BINOP: *n = COUNT(binop_names); return binop_names;
    case MR_AST_UNARYOP: *n = COUNT(unaryop_names); return unaryop_names;
    case MR_AST_BOOLOP: *n = COUNT(boolop_names); return boolop_names;
    default: *n = COUNT(cmpop_names); return cmpop_names;
    }
}

static bool has_position(MrAstGroup group)
{
    return group == AST_GROUP_STMT || group == AST_GROUP_EXPR || group == AST_GROUP_EXCEPTHANDLER || group == AST_GROUP_ARG || group == AST_GROUP_KEYWORD ||
           group == AST_GROUP_ALIAS || group == AST_GROUP_PATTERN || group == AST_GROUP_TYPE_PARAM;
}

/* ---- tree to objects ---- */

static MrValue class_named(MrThread *t, MrDict *classes, const char *name)
{
    MrStr *s = mr_intern(t, name, strlen(name));
    MrValue v = s ? mr_dict_get_str(t, classes, s) : MR_ERROR;
    return v == MR_UNBOUND ? mr_raise(t, MR_EXC_SystemError, "_ast_trees: no class %s", name) : v;
}

static MrValue to_object(MrThread *t, MrDict *classes, const MrAst *node);

static MrValue list_of_nodes(MrThread *t, MrDict *classes, const MrNodeList *list)
{
    MrValue out = mr_list_new(t, list->count);
    for (uint32_t i = 0; out != MR_ERROR && i < list->count; i++) {
        MrValue v = mr_limits_tick(t) ? to_object(t, classes, list->items[i]) : MR_ERROR;
        if (v == MR_ERROR || !mr_list_append(t, out, v))
            return MR_ERROR;
    }
    return out;
}

static MrValue name_object(MrThread *t, const MrName *name)
{
    MrStr *s = name ? mr_intern(t, name->bytes, name->len) : NULL;
    return !name ? MR_NONE : s ? mr_val(s) : MR_ERROR;
}

static MrValue const_object(MrThread *t, const MrAstConst *c)
{
    switch (c->tag) {
    case CONST_TRUE: return MR_TRUE;
    case CONST_FALSE: return MR_FALSE;
    case CONST_ELLIPSIS: return MR_ELLIPSIS;
    case CONST_INT: return mr_int(t, c->i);
    case CONST_BIGINT: return mr_int_parse(t, c->text.bytes, c->text.len, c->base);
    case CONST_FLOAT: return mr_float(c->f);
    case CONST_COMPLEX: return mr_complex(t, 0, c->f);
    case CONST_STR: return mr_str_new(t, c->text.bytes, c->text.len);
    case CONST_BYTES: return mr_bytes_new(t, c->text.bytes, c->text.len);
    default: return MR_NONE;
    }
}

static MrValue field_object(MrThread *t, MrDict *classes, const MrAst *node, const MrAstField *f)
{
    const void *at = (const char *)node + f->offset;
    int n;
    MrValue out;
    switch ((MrAstFieldType)f->type) {
    case MR_AST_NODE: case MR_AST_NODE_OPT: return to_object(t, classes, *(MrAst *const *)at);
    case MR_AST_NODES: case MR_AST_NODES_OPT: return list_of_nodes(t, classes, at);
    case MR_AST_NAME: case MR_AST_NAME_OPT: return name_object(t, *(const MrName *const *)at);
    case MR_AST_NAMES:
        out = mr_list_new(t, 0);
        for (uint32_t i = 0; out != MR_ERROR && i < ((const MrNameList *)at)->count; i++) {
            MrValue v = name_object(t, ((const MrNameList *)at)->items[i]);
            if (v == MR_ERROR || !mr_list_append(t, out, v))
                return MR_ERROR;
        }
        return out;
    case MR_AST_INT: return mr_int(t, *(const int32_t *)at);
    case MR_AST_CONST: return const_object(t, at);
    case MR_AST_CMPOPS:
        out = mr_list_new(t, 0);
        for (uint32_t i = 0; out != MR_ERROR && i < ((const MrCmpOpList *)at)->count; i++) {
            MrValue v = class_named(t, classes, cmpop_names[((const MrCmpOpList *)at)->items[i]]);
            if (v == MR_ERROR || !mr_list_append(t, out, v))
                return MR_ERROR;
        }
        return out;
    default: return class_named(t, classes, names_of((MrAstFieldType)f->type, &n)[node->sub]);
    }
}

static bool set(MrThread *t, MrValue o, const char *name, MrValue v)
{
    MrStr *s = v == MR_ERROR ? NULL : mr_intern(t, name, strlen(name));
    return s && mr_setattr(t, o, s, v);
}

static MrValue to_object(MrThread *t, MrDict *classes, const MrAst *node)
{
    if (!node)
        return MR_NONE;
    if (!mr_stack_ok(t) || !mr_limits_tick(t))
        return MR_ERROR;
    MrValue cls = class_named(t, classes, mr_ast_kind_name((MrAstKind)node->kind));
    if (cls == MR_ERROR)
        return cls;
    MrObj *instance = mr_alloc_instance(t, sizeof(MrInstance), MR_TYPE(cls));
    MrValue o = instance ? mr_val(instance) : MR_ERROR;
    size_t n;
    const MrAstField *fields = mr_ast_fields((MrAstKind)node->kind, &n);
    for (size_t i = 0; o != MR_ERROR && i < n; i++)
        if (!set(t, o, fields[i].name, field_object(t, classes, node, &fields[i])))
            return MR_ERROR;
    if (o == MR_ERROR)
        return o;
    if (node->kind == AST_Constant) {
        const MrAstConst *c = &mr_ast_Constant(node)->value;
        if (!set(t, o, "kind", c->tag == CONST_STR && c->u_prefix ? mr_str_c(t, "u") : MR_NONE))
            return MR_ERROR;
    }
    if (node->kind == AST_Module && !set(t, o, "type_ignores", mr_list_new(t, 0)))
        return MR_ERROR;
    static const char *const commented[] = {"FunctionDef", "AsyncFunctionDef", "Assign", "For", "AsyncFor", "With", "AsyncWith", "arg"};
    for (size_t i = 0; i < sizeof commented / sizeof *commented; i++)
        if (!strcmp(commented[i], mr_ast_kind_name((MrAstKind)node->kind)) && !set(t, o, "type_comment", MR_NONE))
            return MR_ERROR;
    if (!has_position(mr_ast_kind_group((MrAstKind)node->kind)))
        return o;
    bool ok = set(t, o, "lineno", mr_int(t, node->line)) && set(t, o, "col_offset", mr_int(t, node->col)) &&
              set(t, o, "end_lineno", mr_int(t, node->end_line)) && set(t, o, "end_col_offset", mr_int(t, node->end_col));
    return ok ? o : MR_ERROR;
}

static const char *const mode_names[] = {"exec", "eval", "single"};

static bool read_mode(MrThread *t, MrValue v, int *mode)
{
    for (*mode = 0; *mode < 3; ++*mode)
        if (mr_str_equal_c(v, mode_names[*mode]))
            return true;
    mr_raise(t, MR_EXC_ValueError, "compile() mode must be 'exec', 'eval', 'single' or 'func_type'");
    return false;
}

typedef struct Parsing { MrSource source; MrDiag diag; MrArena arena; MrParseMode mode; MrAst *tree; } Parsing;

static void parse(void *data)
{
    Parsing *p = data;
    p->tree = mr_parse(&p->source, &p->arena, p->mode, 0, &p->diag);
}

static void free_parsing(void *data)
{
    Parsing *p = data;
    mr_arena_fini(&p->arena);
    mr_source_fini(&p->source);
    mr_diag_fini(&p->diag);
    free(p);
}

#define NS_PER_CHARACTER 100

static MrValue ast_parse(MrThread *t, MrValue *a)
{
    static const MrParseMode modes[] = {MR_PARSE_FILE, MR_PARSE_EVAL, MR_PARSE_SINGLE};
    int mode;
    const char *text;
    size_t n;
    if (!read_mode(t, a[2], &mode) || !mr_is_dict(a[3]))
        return mr_pending(t) ? MR_ERROR : mr_raise(t, MR_EXC_TypeError, "parse() needs a dict of classes");
    if (mr_is_str(a[0])) {
        text = mr_cstr(a[0]);
        n = MR_STR(a[0])->nbytes;
    } else if (!mr_buffer_of(t, a[0], &text, &n)) {
        return MR_ERROR;
    }
    Parsing *p = calloc(1, sizeof *p);
    if (!p)
        return mr_raise_no_memory(t);
    mr_diag_init(&p->diag);
    mr_arena_init(&p->arena);
    p->mode = modes[mode];
    bool loaded = mr_source_read(t, &p->source, mr_cstr(a[1]), text, n, mr_is_str(a[0]) ? MR_SOURCE_STR : MR_SOURCE_BYTES, &p->diag);
    p->source.open_end = mode != 0;
    if (loaded && mr_aside_wanted(t, (double)p->source.length * NS_PER_CHARACTER)) {
        if (!mr_aside(t, parse, free_parsing, p))
            return MR_ERROR;
    } else if (loaded) {
        parse(p);
    }
    MrValue out = p->tree ? to_object(t, MR_DICT(a[3]), p->tree) : mr_pending(t) ? MR_ERROR : mr_raise_diag(t, &p->source, &p->diag);
    free_parsing(p);
    return out;
}

/* ---- objects to tree ---- */

typedef struct Reader {
    MrThread *t;
    MrDict *classes;
    MrParser p; /* its arena and table of names */
} Reader;

static void *take(Reader *r, size_t size)
{
    void *p = mr_arena_alloc(r->p.arena, size ? size : 1);
    if (!p)
        mr_raise_no_memory(r->t);
    return p;
}

static bool wrong(Reader *r, const char *what, MrValue got)
{
    MrValue text = mr_repr(r->t, got);
    if (text != MR_ERROR)
        mr_raise(r->t, MR_EXC_TypeError, "expected some sort of %s, but got %s", what, mr_cstr(text));
    return false;
}

static const char *group_name(MrAstGroup g)
{
    static const char *const names[] = {"AST", "mod", "stmt", "expr", "comprehension", "excepthandler", "arguments", "arg", "keyword", "alias", "withitem",
                                        "match_case", "pattern", "type_param"};
    return names[g];
}

/* Which kind of node the object is: its class or the nearest base that is one. */
static MrAstKind kind_of(Reader *r, MrValue v)
{
    MrType *type = mr_typeof(r->t, v);
    for (int k = 1; k < AST_KIND_COUNT; k++) {
        MrValue cls = class_named(r->t, r->classes, mr_ast_kind_name((MrAstKind)k));
        if (mr_is_type(cls) && mr_type_is_subtype(type, MR_TYPE(cls)))
            return (MrAstKind)k;
    }
    return AST_INVALID;
}

static bool read_text(Reader *r, MrValue v, const char **bytes, size_t *n, bool is_bytes)
{
    const char *from = is_bytes ? MR_BYTES(v)->bytes : mr_cstr(v);
    *n = is_bytes ? MR_BYTES(v)->length : MR_STR(v)->nbytes;
    char *copy = take(r, *n + 1);
    if (!copy)
        return false;
    memcpy(copy, from, *n);
    copy[*n] = 0;
    *bytes = copy;
    return true;
}

static bool read_name(Reader *r, MrValue v, const MrName **out)
{
    if (!mr_is_str(v))
        return mr_raise(r->t, MR_EXC_TypeError, "AST identifier must be of type str"), false;
    *out = mr_name_intern(&r->p, mr_cstr(v), MR_STR(v)->nbytes);
    return *out || (mr_raise_no_memory(r->t), false);
}

static bool read_const(Reader *r, MrValue v, MrAstConst *c)
{
    MrThread *t = r->t;
    int64_t i;
    if (v == MR_NONE || v == MR_TRUE || v == MR_FALSE || v == MR_ELLIPSIS) {
        c->tag = v == MR_NONE ? CONST_NONE : v == MR_TRUE ? CONST_TRUE : v == MR_FALSE ? CONST_FALSE : CONST_ELLIPSIS;
        return true;
    }
    if (mr_is_integer(v) && mr_int_as_i64(v, &i)) {
        c->tag = CONST_INT;
        c->i = i;
        return true;
    }
    if (mr_is_integer(v)) {
        MrValue spec = mr_str_c(t, "x"), text = spec == MR_ERROR ? spec : mr_call_method(t, v, mr_intern(t, "__format__", 10), 1, &spec);
        c->tag = CONST_BIGINT;
        c->base = 16;
        return text != MR_ERROR && read_text(r, text, &c->text.bytes, &c->text.len, false);
    }
    if (mr_is_float(v)) {
        c->tag = CONST_FLOAT;
        c->f = mr_float_of(v);
        return true;
    }
    if (mr_is_str(v) || mr_is_kind(v, MR_KIND_BYTES)) {
        c->tag = mr_is_str(v) ? CONST_STR : CONST_BYTES;
        return read_text(r, v, &c->text.bytes, &c->text.len, !mr_is_str(v));
    }
    if (mr_is_kind(v, MR_KIND_COMPLEX) && ((MrComplex *)mr_obj_of(v))->real == 0) {
        c->tag = CONST_COMPLEX;
        c->f = ((MrComplex *)mr_obj_of(v))->imag;
        return true;
    }
    mr_raise(t, MR_EXC_TypeError, "got an invalid type in Constant: %s", mr_type_name(t, v));
    return false;
}

static MrAst *read_node(Reader *r, MrValue v, MrAstGroup group);

/* The sum that a field's nodes belong to. Fields are told by their names, which asdl uses alike everywhere. */
static MrAstGroup group_of(const MrAstField *f)
{
    static const struct { const char *name; MrAstGroup group; } rows[] = {
        {"body", AST_GROUP_STMT}, {"orelse", AST_GROUP_STMT}, {"finalbody", AST_GROUP_STMT}, {"handlers", AST_GROUP_EXCEPTHANDLER},
        {"items", AST_GROUP_WITHITEM}, {"cases", AST_GROUP_MATCH_CASE}, {"names", AST_GROUP_ALIAS}, {"keywords", AST_GROUP_KEYWORD},
        {"generators", AST_GROUP_COMPREHENSION}, {"type_params", AST_GROUP_TYPE_PARAM}, {"pattern", AST_GROUP_PATTERN},
        {"patterns", AST_GROUP_PATTERN}, {"kwd_patterns", AST_GROUP_PATTERN}, {"posonlyargs", AST_GROUP_ARG}, {"vararg", AST_GROUP_ARG},
        {"kwonlyargs", AST_GROUP_ARG}, {"kwarg", AST_GROUP_ARG}};
    if (!strcmp(f->name, "args"))
        return f->kind == AST_arguments ? AST_GROUP_ARG : f->kind == AST_Call ? AST_GROUP_EXPR : AST_GROUP_ARGUMENTS;
    if (f->kind == AST_Lambda || f->kind == AST_IfExp || f->kind == AST_Expression)
        return AST_GROUP_EXPR;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (!strcmp(rows[i].name, f->name))
            return rows[i].group;
    return AST_GROUP_EXPR;
}

static bool read_nodes(Reader *r, MrValue v, const MrAstField *f, const char *owner, MrNodeList *out)
{
    if (!mr_is_kind(v, MR_KIND_LIST)) {
        mr_raise(r->t, MR_EXC_TypeError, "%s field \"%s\" must be a list, not a %s", owner, f->name, mr_type_name(r->t, v));
        return false;
    }
    size_t n = MR_LIST(v)->length;
    out->items = take(r, n * sizeof *out->items);
    out->count = (uint32_t)n;
    for (size_t i = 0; out->items && i < n; i++) {
        if (MR_LIST(v)->length != n) {
            mr_raise(r->t, MR_EXC_RuntimeError, "%s field \"%s\" changed size during iteration", owner, f->name);
            return false;
        }
        MrValue item = MR_LIST(v)->items[i];
        if (item == MR_NONE && f->type == MR_AST_NODES_OPT)
            out->items[i] = NULL;
        else if (item == MR_NONE && (group_of(f) == AST_GROUP_EXPR || group_of(f) == AST_GROUP_STMT || group_of(f) == AST_GROUP_PATTERN)) {
            mr_raise(r->t, MR_EXC_ValueError, "None disallowed in %s list",
                     group_of(f) == AST_GROUP_EXPR ? "expression" : group_of(f) == AST_GROUP_STMT ? "statement" : "pattern");
            return false;
        }
        else if (!(out->items[i] = read_node(r, item, group_of(f))))
            return false;
    }
    return out->items != NULL;
}

/* The number of the context or operator that v is an instance of; -1 with an error. */
static int read_word(Reader *r, MrValue v, MrAstFieldType type)
{
    int n;
    const char *const *names = names_of(type, &n);
    for (int i = 0; i < n; i++) {
        MrValue one = class_named(r->t, r->classes, names[i]);
        if (one != MR_ERROR && mr_type_is_subtype(mr_typeof(r->t, v), mr_typeof(r->t, one)))
            return i;
    }
    static const char *const sums[] = {"expr_context", "operator", "unaryop", "boolop"};
    wrong(r, type == MR_AST_CMPOPS ? "cmpop" : sums[type - MR_AST_CTX], v);
    return -1;
}

static bool read_words(Reader *r, MrValue v, MrCmpOpList *out)
{
    size_t n = mr_is_kind(v, MR_KIND_LIST) ? MR_LIST(v)->length : 0;
    out->items = take(r, n);
    out->count = (uint32_t)n;
    for (size_t i = 0; out->items && i < n; i++) {
        int word = read_word(r, MR_LIST(v)->items[i], MR_AST_CMPOPS);
        if (word < 0)
            return false;
        out->items[i] = (uint8_t)word;
    }
    return out->items != NULL;
}

static bool read_names(Reader *r, MrValue v, MrNameList *out)
{
    size_t n = mr_is_kind(v, MR_KIND_LIST) ? MR_LIST(v)->length : 0;
    out->items = take(r, n * sizeof *out->items);
    out->count = (uint32_t)n;
    for (size_t i = 0; out->items && i < n; i++)
        if (!read_name(r, MR_LIST(v)->items[i], &out->items[i]))
            return false;
    return out->items != NULL;
}

static bool read_field(Reader *r, MrAst *node, const MrAstField *f, MrValue v)
{
    const char *owner = mr_ast_kind_name((MrAstKind)node->kind);
    void *at = (char *)node + f->offset;
    int64_t i;
    int word;
    switch ((MrAstFieldType)f->type) {
    case MR_AST_NODE_OPT: case MR_AST_NODE:
        if (v == MR_NONE && f->type == MR_AST_NODE_OPT)
            return true;
        if (v == MR_NONE) {
            mr_raise(r->t, MR_EXC_ValueError, "field '%s' is required for %s", f->name, owner);
            return false;
        }
        return (*(MrAst **)at = read_node(r, v, group_of(f))) != NULL;
    case MR_AST_NODES: case MR_AST_NODES_OPT: return read_nodes(r, v, f, owner, at);
    case MR_AST_NAME_OPT: case MR_AST_NAME: return (v == MR_NONE && f->type == MR_AST_NAME_OPT) || read_name(r, v, at);
    case MR_AST_NAMES: return read_names(r, v, at);
    case MR_AST_INT:
        if (!mr_to_i64(r->t, v, &i))
            return false;
        *(int32_t *)at = (int32_t)i;
        return true;
    case MR_AST_CONST: return read_const(r, v, at);
    case MR_AST_CMPOPS: return read_words(r, v, at);
    default:
        word = read_word(r, v, (MrAstFieldType)f->type);
        node->sub = (uint8_t)word;
        return word >= 0;
    }
}

/* An attribute that may be missing: MR_UNBOUND then. */
static MrValue attribute(Reader *r, MrValue v, const char *name)
{
    MrStr *s = mr_intern(r->t, name, strlen(name));
    return s ? mr_getattr_or(r->t, v, s) : MR_ERROR;
}

static bool read_place(Reader *r, MrValue v, MrAst *node, MrAstGroup group)
{
    static const char *const names[] = {"lineno", "col_offset", "end_lineno", "end_col_offset"};
    int64_t at[4] = {1, 0, 1, 0};
    for (int i = 0; i < 4; i++) {
        MrValue n = attribute(r, v, names[i]);
        if (n == MR_ERROR)
            return false;
        if (n == MR_UNBOUND && i < 2)
            return mr_raise(r->t, MR_EXC_TypeError, "required field \"%s\" missing from %s", names[i], group_name(group)), false;
        if (n == MR_UNBOUND || n == MR_NONE)
            at[i] = at[i - 2];
        else if (!mr_to_i64(r->t, n, &at[i]))
            return false;
    }
    node->line = (uint32_t)at[0];
    node->col = (uint32_t)at[1];
    node->end_line = (uint32_t)at[2];
    node->end_col = (uint32_t)at[3];
    return true;
}

/* A constant that the parser's trees have no node for: tuples, frozensets and complex numbers become what evaluates to them. */
static MrAst *expand_constant(Reader *r, MrValue v, const MrAst *place)
{
    if (mr_is_exact(v, MR_TYPE_tuple)) {
        MrAstTuple *tuple = take(r, sizeof *tuple);
        if (!tuple)
            return NULL;
        memset(tuple, 0, sizeof *tuple);
        tuple->base = *place;
        tuple->base.kind = AST_Tuple;
        tuple->elts.count = (uint32_t)MR_TUPLE(v)->length;
        tuple->elts.items = take(r, MR_TUPLE(v)->length * sizeof(MrAst *));
        for (size_t i = 0; tuple->elts.items && i < MR_TUPLE(v)->length; i++) {
            MrValue item = MR_TUPLE(v)->items[i];
            MrAst *sub = expand_constant(r, item, place);
            if (!sub)
                return NULL;
            tuple->elts.items[i] = sub;
        }
        return tuple->elts.items ? &tuple->base : NULL;
    }
    MrAstConstant *c = take(r, sizeof *c);
    if (!c)
        return NULL;
    memset(c, 0, sizeof *c);
    c->base = *place;
    c->base.kind = AST_Constant;
    return read_const(r, v, &c->value) ? &c->base : NULL;
}

static MrAst *read_node(Reader *r, MrValue v, MrAstGroup group)
{
    MrThread *t = r->t;
    if (!mr_stack_ok(t))
        return NULL;
    MrAstKind kind = mr_is_obj(v) ? kind_of(r, v) : AST_INVALID;
    if (mr_pending(t))
        return NULL;
    if (kind == AST_INVALID || mr_ast_kind_group(kind) != group)
        return wrong(r, group_name(group), v), NULL;
    MrAst *node = take(r, mr_ast_size(kind));
    if (!node)
        return NULL;
    memset(node, 0, mr_ast_size(kind));
    node->kind = (uint16_t)kind;
    node->line = 1;
    if (has_position(group) && !read_place(r, v, node, group))
        return NULL;
    size_t n;
    const MrAstField *fields = mr_ast_fields(kind, &n);
    for (size_t i = 0; i < n; i++) {
        const MrAstField *f = &fields[i];
        MrValue value = attribute(r, v, f->name);
        if (value == MR_ERROR)
            return NULL;
        bool optional = f->type == MR_AST_NODE_OPT || f->type == MR_AST_NAME_OPT || (f->type == MR_AST_INT && kind == AST_ImportFrom);
        if (value == MR_UNBOUND && optional)
            continue;
        if (value == MR_UNBOUND && (f->type == MR_AST_NODES || f->type == MR_AST_NODES_OPT || f->type == MR_AST_NAMES)) {
            value = mr_list_new(t, 0);
            if (value == MR_ERROR)
                return NULL;
        }
        if (value == MR_UNBOUND) {
            mr_raise(t, MR_EXC_TypeError, "required field \"%s\" missing from %s", f->name, mr_ast_kind_name(kind));
            return NULL;
        }
        if (kind == AST_Constant && mr_is_exact(value, MR_TYPE_tuple))
            return expand_constant(r, value, node);
        if (!read_field(r, node, f, value))
            return NULL;
    }
    return node;
}

static MrValue ast_compile(MrThread *t, MrValue *a)
{
    int mode;
    int64_t flags;
    if (!read_mode(t, a[2], &mode) || !mr_to_i64(t, a[3], &flags))
        return MR_ERROR;
    static const MrAstKind roots[] = {AST_Module, AST_Expression, AST_Interactive};
    MrArena arena;
    MrDiag diag;
    mr_arena_init(&arena);
    mr_diag_init(&diag);
    Reader r = {.t = t, .classes = MR_DICT(a[4]), .p = {.arena = &arena, .diag = &diag}};
    MrAst *tree = NULL;
    MrAstKind kind = kind_of(&r, a[0]);
    if (!mr_pending(t) && kind != roots[mode])
        mr_raise(t, MR_EXC_TypeError, "expected %s node, got %s", mr_ast_kind_name(roots[mode]), mr_type_name(t, a[0]));
    else if (!mr_pending(t))
        tree = read_node(&r, a[0], AST_GROUP_MOD);
    MrCode *code = tree && mr_ast_check(t, tree) ? mr_compile_ast(t, tree, &arena, mr_cstr(a[1]), mode, (unsigned)flags) : NULL;
    mr_diag_fini(&diag);
    mr_arena_fini(&arena);
    return code ? mr_val(code) : MR_ERROR;
}

static const MrMethodDef functions[] = {
    {"parse(source, filename: str, mode: str, classes: dict, /)", ast_parse, "The syntax tree of a text, made of instances of the classes.", 0},
    {"compile(tree, filename: str, mode: str, flags: int, classes: dict, /)", ast_compile, "The code object of a syntax tree.", 0},
    {0},
};

const MrModuleDef mr_module__ast_trees = {.name = "_ast_trees", .functions = functions, .doc = "Syntax trees as objects; see the module ast."};
