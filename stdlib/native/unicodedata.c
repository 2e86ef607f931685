/* unicodedata: the Unicode Character Database, version 15.0.0, as module. The data is vm/types/unicode.h's and base/uniname.h's. */
#include "base/uniname.h"
#include "vm/isolate.h"
#include "vm/types/str.h"
#include "vm/types/unicode.h"

/* The one character of an argument; `which` is " 1" where a function takes more arguments. */
static bool read_char(MrThread *t, MrValue v, const char *function, const char *which, uint32_t *c)
{
    if (mr_is_str(v) && MR_STR(v)->length == 1) {
        *c = mr_str_at(t, MR_STR(v), 0);
        return true;
    }
    mr_raise(t, MR_EXC_TypeError, "%s() argument%s must be a unicode character, not %s", function, which, mr_arg_type_name(t, v));
    return false;
}

static MrValue value_or(MrThread *t, MrValue otherwise, const char *message)
{
    return otherwise != MR_UNBOUND ? otherwise : mr_raise(t, MR_EXC_ValueError, "%s", message);
}

static MrValue unicodedata_name(MrThread *t, MrValue *a)
{
    uint32_t c;
    char name[MR_UNINAME_MAX];
    if (!read_char(t, a[0], "name", " 1", &c))
        return MR_ERROR;
    size_t n = mr_uniname_of(c, name);
    return n ? mr_str_new(t, name, n) : value_or(t, a[1], "no such name");
}

static MrValue unicodedata_lookup(MrThread *t, MrValue *a)
{
    if (!mr_arg_str(t, a[0], "lookup", ""))
        return MR_ERROR;
    uint32_t codes[MR_UNINAME_SEQUENCE_MAX];
    int n = mr_uniname_lookup(mr_cstr(a[0]), MR_STR(a[0])->nbytes, true, codes);
    if (n <= 0) {
        MrValue message = mr_strf(t, "undefined character name '%s'", mr_cstr(a[0]));
        return message == MR_ERROR ? MR_ERROR : mr_raise_type_value(t, MR_EXC_KeyError, message);
    }
    MrBuf buf = MR_BUF_EMPTY;
    for (int i = 0; i < n; i++)
        mr_buf_put_codepoint(&buf, codes[i]);
    return mr_str_buf(t, &buf);
}

static MrValue unicodedata_decimal(MrThread *t, MrValue *a)
{
    uint32_t c;
    if (!read_char(t, a[0], "decimal", " 1", &c))
        return MR_ERROR;
    return mr_uni_decimal(c) >= 0 ? mr_small_int(mr_uni_decimal(c)) : value_or(t, a[1], "not a decimal");
}

static MrValue unicodedata_digit(MrThread *t, MrValue *a)
{
    uint32_t c;
    if (!read_char(t, a[0], "digit", " 1", &c))
        return MR_ERROR;
    return mr_uni_is(c, MR_UNI_DIGIT) ? mr_small_int(mr_uni_record(c)->digit) : value_or(t, a[1], "not a digit");
}

static MrValue unicodedata_numeric(MrThread *t, MrValue *a)
{
    uint32_t c;
    if (!read_char(t, a[0], "numeric", " 1", &c))
        return MR_ERROR;
    return mr_uni_is(c, MR_UNI_NUMERIC) ? mr_float(mr_uni_numeric(c)) : value_or(t, a[1], "not a numeric character");
}

static MrValue unicodedata_category(MrThread *t, MrValue *a)
{
    uint32_t c;
    return read_char(t, a[0], "category", "", &c) ? mr_str_c(t, mr_uni_category(c)) : MR_ERROR;
}

static MrValue unicodedata_bidirectional(MrThread *t, MrValue *a)
{
    uint32_t c;
    return read_char(t, a[0], "bidirectional", "", &c) ? mr_str_c(t, mr_uni_bidi(c)) : MR_ERROR;
}

static MrValue unicodedata_combining(MrThread *t, MrValue *a)
{
    uint32_t c;
    return read_char(t, a[0], "combining", "", &c) ? mr_small_int(mr_uni_record(c)->combining) : MR_ERROR;
}

static MrValue unicodedata_mirrored(MrThread *t, MrValue *a)
{
    uint32_t c;
    return read_char(t, a[0], "mirrored", "", &c) ? mr_small_int(mr_uni_is(c, MR_UNI_MIRRORED)) : MR_ERROR;
}

static MrValue unicodedata_east_asian_width(MrThread *t, MrValue *a)
{
    uint32_t c;
    return read_char(t, a[0], "east_asian_width", "", &c) ? mr_str_c(t, mr_uni_width(c)) : MR_ERROR;
}

static MrValue unicodedata_decomposition(MrThread *t, MrValue *a)
{
    uint32_t c;
    if (!read_char(t, a[0], "decomposition", "", &c))
        return MR_ERROR;
    MrBuf buf = MR_BUF_EMPTY;
    mr_uni_decomposition(c, &buf);
    return mr_str_buf(t, &buf);
}

static bool read_form(MrThread *t, MrValue *a, const char *function, MrNormalForm *form)
{
    static const char *const names[] = {"NFC", "NFD", "NFKC", "NFKD"};
    if (!mr_arg_str(t, a[0], function, "1") || !mr_arg_str(t, a[1], function, "2"))
        return false;
    for (int i = 0; i < 4; i++)
        if (mr_str_equal_c(a[0], names[i])) {
            *form = (MrNormalForm)i;
            return true;
        }
    if (MR_STR(a[1])->nbytes)
        mr_raise(t, MR_EXC_ValueError, "invalid normalization form");
    return false;
}

static MrValue unicodedata_normalize(MrThread *t, MrValue *a)
{
    MrNormalForm form;
    if (!read_form(t, a, "normalize", &form))
        return mr_pending(t) ? MR_ERROR : a[1];
    if (mr_str_is_ascii(MR_STR(a[1])))
        return mr_str_exact(t, a[1]);
    MrBuf buf = MR_BUF_EMPTY;
    if (!mr_uni_normalize(t, MR_STR(a[1])->bytes, MR_STR(a[1])->nbytes, form, &buf))
        return mr_buf_fini(&buf), MR_ERROR;
    return mr_str_buf(t, &buf);
}

static MrValue unicodedata_is_normalized(MrThread *t, MrValue *a)
{
    MrNormalForm form;
    if (!read_form(t, a, "is_normalized", &form))
        return mr_pending(t) ? MR_ERROR : MR_TRUE;
    const MrStr *s = MR_STR(a[1]);
    MrBuf buf = MR_BUF_EMPTY;
    if (mr_str_is_ascii(s))
        return MR_TRUE;
    bool ok = mr_uni_normalize(t, s->bytes, s->nbytes, form, &buf), same = ok && buf.length == s->nbytes && !memcmp(buf.data, s->bytes, s->nbytes);
    mr_buf_fini(&buf);
    return ok ? mr_bool(same) : MR_ERROR;
}

static const MrMethodDef functions[] = {
    {"name(chr, default=None, /)", unicodedata_name, "The official name of a character; without one default, or ValueError.", 0},
    {"lookup(name, /)", unicodedata_lookup, "The character, or sequence, of this name; raises KeyError if there is none.", 0},
    {"decimal(chr, default=None, /)", unicodedata_decimal, "What a decimal digit counts; default, or ValueError, for other characters.", 0},
    {"digit(chr, default=None, /)", unicodedata_digit, "What a digit of any style counts; default, or ValueError, for other characters.", 0},
    {"numeric(chr, default=None, /)", unicodedata_numeric, "The number that a character means, as a float; default, or ValueError, if none.", 0},
    {"category(chr, /)", unicodedata_category, "The kind of a character in two letters, such as 'Lu' for a capital.", 0},
    {"bidirectional(chr, /)", unicodedata_bidirectional,
     "How a character behaves in text that runs both ways, such as 'L' or 'AL'; '' if not known.", 0},
    {"combining(chr, /)", unicodedata_combining, "The class by which combining marks are ordered; 0 for what does not combine.", 0},
    {"mirrored(chr, /)", unicodedata_mirrored, "1 if the character is mirrored in text from right to left, else 0.", 0},
    {"east_asian_width(chr, /)", unicodedata_east_asian_width, "Whether a character is wide, narrow and so on: 'W', 'Na', 'F', 'H', 'A' or 'N'.", 0},
    {"decomposition(chr, /)", unicodedata_decomposition, "What the character is made of, as hexadecimal code points; '' if it is not.", 0},
    {"normalize(form, unistr, /)", unicodedata_normalize, "Compose or decompose the text, as form says: 'NFC', 'NFD', 'NFKC' or 'NFKD'.", 0},
    {"is_normalized(form, unistr, /)", unicodedata_is_normalized, "Whether normalize(form, unistr) would change nothing.", 0},
    {0},
};

static bool init_unicodedata(MrThread *t, MrModule *m)
{
    MrValue version = mr_str_c(t, "15.0.0");
    return version != MR_ERROR && mr_module_add(t, m, "unidata_version", version);
}

const MrModuleDef mr_module_unicodedata = {
    .name = "unicodedata", .functions = functions, .init = init_unicodedata, .doc =
         "What Unicode says about each character: name, kind, value, width, forms.",
};
