/* Doubles to decimal text and back. See numtext.h.
 *
 * Shortest digits: Schubfach. The double and the bounds of its rounding interval are scaled by a power of ten to integers
 * with two fractional bits (round to odd keeps comparisons exact), and the best candidate is picked by comparing.
 * Parsing: an exact product or quotient of doubles where one suffices, else a product of 192 bits with bounds for its error, and where the bounds
 * disagree exact integer arithmetic on GMP numbers. */
#include "base/numtext.h"

#include <gmp.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { POW10_FIRST = -292, DOUBLE_BIAS = 1075 };

static const struct { uint64_t high, low; } pow10_table[] = {
#include "base/pow10.inc"
};

/* floor(log10(2^e)), floor(log10(3/4 * 2^e)) and floor(log2(10^e)) for the exponents of doubles. */
static int floor_log10_pow2(int e) { return (e * 1262611) >> 22; }
static int floor_log10_three_quarters_pow2(int e) { return (e * 1262611 - 524031) >> 22; }
static int floor_log2_pow10(int e) { return (e * 1741647) >> 19; }

/* High word of pow10 * factor / 2^64, with its lowest bit set when anything below was lost. */
static uint64_t scale_to_odd(int power, uint64_t factor) {
    uint64_t high = pow10_table[power - POW10_FIRST].high, low = pow10_table[power - POW10_FIRST].low;
    unsigned __int128 x = (unsigned __int128)low * factor;
    unsigned __int128 y = (unsigned __int128)high * factor + (uint64_t)(x >> 64);
    return (uint64_t)(y >> 64) | ((uint64_t)y > 1);
}

static MrDecimal strip_zeros(uint64_t digits, int exponent) {
    while (digits % 10 == 0) {
        digits /= 10;
        exponent++;
    }
    return (MrDecimal){digits, exponent};
}

MrDecimal mr_double_shortest(double value) {
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    uint64_t fraction = bits & ((1ull << 52) - 1);
    int biased = (int)(bits >> 52 & 0x7FF);
    uint64_t c = biased ? fraction | 1ull << 52 : fraction;
    int q = biased ? biased - DOUBLE_BIAS : 1 - DOUBLE_BIAS;
    if (q <= 0 && q > -53 && !(c & ((1ull << -q) - 1))) return strip_zeros(c >> -q, 0);

    /* Below a power of two the neighbour is only half as far away. */
    bool near_below = fraction == 0 && biased > 1;
    int k = near_below ? floor_log10_three_quarters_pow2(q) : floor_log10_pow2(q);
    int h = q + floor_log2_pow10(-k) + 1;
    uint64_t middle = scale_to_odd(-k, 4 * c << h);
    uint64_t lower = scale_to_odd(-k, (4 * c - 2 + near_below) << h) + (c & 1);
    uint64_t upper = scale_to_odd(-k, (4 * c + 2) << h) - (c & 1);
    uint64_t s = middle / 4;
    if (s >= 10) {
        uint64_t tens = s / 10;
        bool below_fits = lower <= 40 * tens, above_fits = 40 * tens + 40 <= upper;
        if (below_fits != above_fits) return strip_zeros(tens + above_fits, k + 1);
    }
    bool below_fits = lower <= 4 * s, above_fits = 4 * s + 4 <= upper;
    if (below_fits != above_fits) return strip_zeros(s + above_fits, k);
    bool round_up = middle > 4 * s + 2 || (middle == 4 * s + 2 && (s & 1));
    return strip_zeros(s + round_up, k);
}

/* Writes the digits of an integer, returns how many. Two at a time, which halves the divisions, from the last to the first. */
static size_t write_digits(uint64_t value, char *out) {
    static const char pairs[] = "00010203040506070809101112131415161718192021222324252627282930313233343536373839404142434445464748495051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899";
    static const uint64_t powers[] = {
        0, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000, 10000000000, 100000000000, 1000000000000, 10000000000000,
        100000000000000, 1000000000000000, 10000000000000000, 100000000000000000, 1000000000000000000, 10000000000000000000u,
    };
    unsigned bits = 64 - (unsigned)__builtin_clzll(value | 1);
    unsigned count = bits * 1233 >> 12; /* bits * log10(2): right, or one too small */
    count += value >= powers[count]; /* 0 has a digit, too */
    char *at = out + count;
    for (; value >= 100; value /= 100) memcpy(at -= 2, pairs + value % 100 * 2, 2);
    if (value >= 10) memcpy(out, pairs + value * 2, 2);
    else *out = (char)('0' + value);
    return count;
}

static size_t write_exponent(int exponent, char *out) {
    char *at = out;
    *at++ = 'e';
    *at++ = exponent < 0 ? '-' : '+';
    unsigned size = (unsigned)abs(exponent);
    if (size < 10) *at++ = '0';
    at += write_digits(size, at);
    return (size_t)(at - out);
}

size_t mr_double_repr(double value, char out[MR_DOUBLE_REPR_MAX]) {
    char *at = out;
    if (signbit(value) && !isnan(value)) *at++ = '-';
    value = fabs(value);
    if (isnan(value) || isinf(value) || value == 0) {
        strcpy(at, value == 0 ? "0.0" : isinf(value) ? "inf" : "nan");
        return strlen(out);
    }
    MrDecimal decimal = mr_double_shortest(value);
    char digits[20];
    int count = (int)write_digits(decimal.digits, digits);
    int point = count + decimal.exponent; /* the value is 0.DIGITS * 10^point */
    if (point > 16 || point <= -4) {
        *at++ = digits[0];
        if (count > 1) {
            *at++ = '.';
            memcpy(at, digits + 1, (size_t)count - 1);
            at += count - 1;
        }
        at += write_exponent(point - 1, at);
    } else if (point <= 0) {
        *at++ = '0';
        *at++ = '.';
        for (int i = point; i < 0; i++) *at++ = '0';
        memcpy(at, digits, (size_t)count);
        at += count;
    } else {
        for (int i = 0; i < point || i < count; i++) {
            if (i == point) *at++ = '.';
            *at++ = i < count ? digits[i] : '0';
        }
        if (count <= point) {
            *at++ = '.';
            *at++ = '0';
        }
    }
    *at = 0;
    return (size_t)(at - out);
}

/* A double is mantissa * 2^exponent, so that scaling by a power of ten below 2^64 is exact in 128 bits and one comparison of what is shifted
 * out with its half decides the rounding, ties to even. */
size_t mr_double_fixed(double value, int precision, char out[MR_DOUBLE_FIXED_MAX]) {
    static const uint64_t powers[] = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000, 10000000000, 100000000000,
                                      1000000000000, 10000000000000, 100000000000000, 1000000000000000};
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    int biased = (int)(bits >> 52 & 0x7FF), shift = 1075 - (biased ? biased : 1);
    if (biased == 0x7FF || shift < -10 || precision < 0 || precision > 15) return 0;
    uint64_t mantissa = (bits & (((uint64_t)1 << 52) - 1)) | (uint64_t)(biased != 0) << 52, power = powers[precision];
    unsigned __int128 scaled = (unsigned __int128)(shift < 0 ? mantissa << -shift : mantissa) * power;
    if (shift > 110) { /* scaled is below 2^103: less than a half */
        scaled = 0;
    } else if (shift > 0) {
        unsigned __int128 half = (unsigned __int128)1 << (shift - 1), rest = scaled & (half + half - 1);
        scaled >>= shift;
        scaled += rest > half || (rest == half && (scaled & 1));
    }
    if (scaled >> 64) return 0;
    uint64_t whole = (uint64_t)scaled / power, fraction = (uint64_t)scaled % power;
    char *at = out;
    if (bits >> 63) *at++ = '-';
    at += write_digits(whole, at);
    if (precision == 0) return (size_t)(at - out);
    *at++ = '.';
    for (int i = precision - 1; i >= 0; i--, fraction /= 10) at[i] = (char)('0' + fraction % 10);
    return (size_t)(at + precision - out);
}

void mr_double_format(MrBuf *out, double value, char format, int precision, bool alternate) {
    char fixed[MR_DOUBLE_FIXED_MAX];
    size_t length = (format == 'f' || format == 'F') && !alternate ? mr_double_fixed(value, precision, fixed) : 0;
    if (length > 0) {
        mr_buf_write(out, fixed, length);
        return;
    }
    bool upper = format >= 'A' && format <= 'Z';
    if (!isfinite(value)) {
        if (isinf(value) && value < 0) mr_buf_putc(out, '-');
        mr_buf_puts(out, isnan(value) ? (upper ? "NAN" : "nan") : (upper ? "INF" : "inf"));
        return;
    }
    char spec[] = {'%', '#', '.', '*', format, 0};
    if (!alternate) memmove(spec + 1, spec + 2, sizeof spec - 2);
    char small[128];
    int size = snprintf(small, sizeof small, spec, precision, value);
    char *large = size >= (int)sizeof small ? malloc((size_t)size + 1) : NULL;
    if (size < 0 || (size >= (int)sizeof small && !large)) {
        out->failed = true;
        return;
    }
    if (large) snprintf(large, (size_t)size + 1, spec, precision, value);
    /* The C locale's radix may differ from '.': it is whatever is no digit, sign or exponent. */
    bool in_radix = false;
    for (const char *at = large ? large : small; *at; at++) {
        bool known = (*at >= '0' && *at <= '9') || strchr("+-eE", *at);
        if (!known && !in_radix) mr_buf_putc(out, '.');
        if (known) mr_buf_putc(out, *at);
        in_radix = !known;
    }
    free(large);
}

/* Decimal text split into its digits (leading zeros dropped) and exponent: value = digits * 10^exponent. */
enum { PARSE_DIGITS = 800 }; /* more digits cannot matter beyond being nonzero: 767 decide any tie */
typedef struct ParsedDecimal {
    char digits[PARSE_DIGITS + 2];
    int count;
    long exponent;
} ParsedDecimal;

/* Takes one digit; digits past the limit are folded into a sticky last one. */
static void take_digit(ParsedDecimal *p, char c, bool in_fraction) {
    if (p->count == 0 && c == '0') {
        p->exponent -= in_fraction;
    } else if (p->count < PARSE_DIGITS) {
        p->digits[p->count++] = c;
        p->exponent -= in_fraction;
    } else {
        if (c != '0') p->digits[PARSE_DIGITS - 1] = '1' > p->digits[PARSE_DIGITS - 1] ? '1' : p->digits[PARSE_DIGITS - 1];
        p->exponent += !in_fraction;
    }
}

static size_t split_decimal(const char *text, size_t length, ParsedDecimal *p) {
    size_t i = 0, digits = 0;
    p->count = 0;
    p->exponent = 0;
    for (; i < length && text[i] >= '0' && text[i] <= '9'; i++, digits++) take_digit(p, text[i], false);
    if (i < length && text[i] == '.') {
        i++;
        for (; i < length && text[i] >= '0' && text[i] <= '9'; i++, digits++) take_digit(p, text[i], true);
    }
    if (!digits) return 0;
    if (i < length && (text[i] | 32) == 'e') {
        size_t j = i + 1;
        bool negative = j < length && text[j] == '-';
        if (j < length && (text[j] == '-' || text[j] == '+')) j++;
        if (j < length && text[j] >= '0' && text[j] <= '9') {
            long exponent = 0;
            for (; j < length && text[j] >= '0' && text[j] <= '9'; j++)
                if (exponent < 100000000) exponent = exponent * 10 + (text[j] - '0');
            p->exponent += negative ? -exponent : exponent;
            i = j;
        }
    }
    return i;
}

/* Nearest double of n * 2^exponent, n > 0, where `sticky` says that the true value is a little more than that. */
static double round_to_double(mpz_t n, long exponent, bool sticky) {
    long bits = (long)mpz_sizeinbase(n, 2);
    long lowest = exponent + bits - 53; /* weight of the last bit kept */
    if (lowest < -1074) lowest = -1074;
    long drop = lowest - exponent;
    if (drop > 0) {
        bool half = mpz_tstbit(n, (mp_bitcnt_t)drop - 1);
        bool below = sticky || mpz_scan1(n, 0) < (mp_bitcnt_t)drop - 1;
        mpz_fdiv_q_2exp(n, n, (mp_bitcnt_t)drop);
        if (half && (below || mpz_odd_p(n))) mpz_add_ui(n, n, 1);
        exponent = lowest;
    }
    if ((long)mpz_sizeinbase(n, 2) + exponent > 1024) return HUGE_VAL;
    return ldexp(mpz_get_d(n), (int)exponent);
}

/* The general case, exactly. p->exponent is within a few hundred of the range of doubles. */
static double parse_exact(ParsedDecimal *p) {
    mpz_t n, power;
    mpz_inits(n, power, NULL);
    p->digits[p->count] = 0;
    mpz_set_str(n, p->digits, 10);
    mpz_ui_pow_ui(power, 10, (unsigned long)labs(p->exponent));
    double value;
    if (p->exponent >= 0) {
        mpz_mul(n, n, power);
        value = round_to_double(n, 0, false);
    } else {
        /* Scale so that the quotient has at least 66 bits; the remainder is the sticky part. */
        long shift = (long)mpz_sizeinbase(power, 2) - (long)mpz_sizeinbase(n, 2) + 66;
        if (shift < 0) shift = 0;
        mpz_mul_2exp(n, n, (mp_bitcnt_t)shift);
        mpz_tdiv_qr(n, power, n, power);
        value = round_to_double(n, -shift, mpz_sgn(power) != 0);
    }
    mpz_clears(n, power, NULL);
    return value;
}

/* digits * 10^power by one multiplication with the power's upper 128 bits. Those are right to one unit, so the true product lies between two
 * bounds; where both round to the same double, that is it. False: they do not, or the result is not a normal double. */
static bool parse_bounded(uint64_t digits, int power, double *value) {
    if (power < POW10_FIRST || power >= POW10_FIRST + (int)(sizeof pow10_table / sizeof *pow10_table)) return false;
    int shift = __builtin_clzll(digits);
    digits <<= shift;
    unsigned __int128 below = (unsigned __int128)pow10_table[power - POW10_FIRST].low * digits;
    unsigned __int128 product = (unsigned __int128)pow10_table[power - POW10_FIRST].high * digits + (uint64_t)(below >> 64);
    int drop = product >> 127 ? 75 : 74; /* 53 bits stay */
    uint64_t rest = (uint64_t)below;
    unsigned __int128 low = product - (rest < digits), high = product + (rest + digits < digits);
    uint64_t rounded = ((uint64_t)(low >> (drop - 1)) + 1) >> 1;
    int exponent = floor_log2_pow10(power) - 127 - shift + 64 + drop;
    if (rounded != ((uint64_t)(high >> (drop - 1)) + 1) >> 1 || exponent < -1074 || exponent > 970) return false;
    *value = ldexp((double)rounded, exponent);
    return true;
}

size_t mr_double_parse(const char *text, size_t length, double *value) {
    static const double exact_powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                          1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    ParsedDecimal p;
    size_t read = split_decimal(text, length, &p);
    *value = 0;
    if (!read || !p.count) return read;
    uint64_t digits = 0;
    if (p.count <= 19)
        for (int i = 0; i < p.count; i++) digits = digits * 10 + (uint64_t)(p.digits[i] - '0');
    if (p.count <= 15 && labs(p.exponent) <= 22) {
        *value = p.exponent < 0 ? (double)digits / exact_powers[-p.exponent] : (double)digits * exact_powers[p.exponent];
    } else if (p.count + p.exponent > 310) {
        *value = HUGE_VAL;
    } else if (p.count + p.exponent > -326 && !(p.count <= 19 && parse_bounded(digits, (int)p.exponent, value))) {
        *value = parse_exact(&p);
    }
    return read;
}

size_t mr_int64_text(int64_t value, char out[MR_INT64_TEXT]) {
    char *at = out;
    uint64_t size = (uint64_t)value;
    if (value < 0) {
        *at++ = '-';
        size = 0 - size;
    }
    at += write_digits(size, at);
    *at = 0;
    return (size_t)(at - out);
}
