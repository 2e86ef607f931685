/* math: functions of integers, of any size. */
#include <math.h>

#include "stdlib/native/math_parts.h"
#include "vm/types/bigint.h"

MrValue mr_math_factorial(MrThread *t, MrValue *a)
{
    MrValue n = mr_index(t, a[0]);
    int64_t i;
    if (n == MR_ERROR)
        return n;
    if (mr_int_sign(n) < 0)
        return mr_raise(t, MR_EXC_ValueError, "factorial() not defined for negative values");
    if (!mr_int_as_i64(n, &i))
        return mr_raise(t, MR_EXC_OverflowError, "factorial() argument should not exceed %lld", (long long)INT64_MAX);
    return mr_bigint_factorial(t, (uint64_t)i);
}

static bool not_negative(MrThread *t, MrValue v, const char *name)
{
    if (mr_int_sign(v) >= 0)
        return true;
    (void)mr_raise(t, MR_EXC_ValueError, "%s must be a non-negative integer", name);
    return false;
}

MrValue mr_math_comb(MrThread *t, MrValue *a)
{
    MrValue n = mr_index(t, a[0]), k, other;
    int64_t count;
    k = n == MR_ERROR ? n : mr_index(t, a[1]);
    if (k == MR_ERROR || !not_negative(t, n, "n") || !not_negative(t, k, "k"))
        return MR_ERROR;
    other = mr_bigint_add(t, n, k, true);
    if (other == MR_ERROR)
        return MR_ERROR;
    if (mr_int_sign(other) < 0)
        return mr_small_int(0);
    if (mr_bigint_cmp(other, k) < 0)
        k = other;
    if (!mr_int_as_i64(k, &count))
        return mr_raise(t, MR_EXC_OverflowError, "min(n - k, k) must not exceed %lld", (long long)INT64_MAX);
    return mr_bigint_comb(t, n, (uint64_t)count);
}

/* n (n-1) ... (n-k+1), k > 0, as a tree of products of like size. */
static MrValue falling_product(MrThread *t, MrValue n, uint64_t k)
{
    MrValue left, right, middle;
    uint64_t i;
    if (k <= 8) {
        for (left = n, i = 1; i < k; i++) {
            n = mr_bigint_add(t, n, mr_small_int(1), true);
            left = n == MR_ERROR ? n : mr_bigint_mul(t, left, n);
            if (left == MR_ERROR)
                return MR_ERROR;
        }
        return left;
    }
    if (k > 1000 && !mr_poll(t))
        return MR_ERROR;
    left = falling_product(t, n, k / 2);
    middle = left == MR_ERROR ? left : mr_int_u64(t, k / 2);
    middle = middle == MR_ERROR ? middle : mr_bigint_add(t, n, middle, true);
    right = middle == MR_ERROR ? middle : falling_product(t, middle, k - k / 2);
    return right == MR_ERROR ? right : mr_bigint_mul(t, left, right);
}

MrValue mr_math_perm(MrThread *t, MrValue *a)
{
    MrValue n, k;
    int64_t count;
    if (a[1] == MR_UNBOUND || a[1] == MR_NONE)
        return mr_math_factorial(t, a);
    n = mr_index(t, a[0]);
    k = n == MR_ERROR ? n : mr_index(t, a[1]);
    if (k == MR_ERROR || !not_negative(t, n, "n") || !not_negative(t, k, "k"))
        return MR_ERROR;
    if (mr_bigint_cmp(n, k) < 0)
        return mr_small_int(0);
    if (!mr_int_as_i64(k, &count))
        return mr_raise(t, MR_EXC_OverflowError, "k must not exceed %lld", (long long)INT64_MAX);
    if (count > 2 && (double)count * (log2((double)count) - 1.5) > (double)MR_BIGINT_MAX_LIMBS * 64) /* at least k! */
        return mr_raise_no_memory(t);
    return count == 0 ? mr_small_int(1) : falling_product(t, n, (uint64_t)count);
}

MrValue mr_math_isqrt(MrThread *t, MrValue *a)
{
    MrValue n = mr_index(t, a[0]);
    if (n == MR_ERROR)
        return n;
    if (mr_int_sign(n) < 0)
        return mr_raise(t, MR_EXC_ValueError, "isqrt() argument must be nonnegative");
    return mr_bigint_isqrt(t, n);
}

MrValue mr_math_gcd(MrThread *t, MrValue *a)
{
    MrValue result = mr_small_int(0), v;
    size_t i;
    for (i = 0; i < MR_TUPLE(a[0])->length; i++) {
        v = mr_index(t, MR_TUPLE(a[0])->items[i]);
        result = v == MR_ERROR ? v : mr_bigint_gcd(t, result, v);
        if (result == MR_ERROR)
            return result;
    }
    return result;
}

MrValue mr_math_lcm(MrThread *t, MrValue *a)
{
    MrValue result = mr_small_int(1), v, gcd;
    size_t i;
    for (i = 0; i < MR_TUPLE(a[0])->length; i++) {
        v = mr_index(t, MR_TUPLE(a[0])->items[i]);
        if (v == MR_ERROR)
            return v;
        if (mr_int_sign(result) == 0)
            continue;
        gcd = mr_bigint_gcd(t, result, v);
        if (gcd == MR_ERROR || !mr_bigint_divmod(t, result, gcd, &result, NULL))
            return MR_ERROR;
        result = mr_bigint_mul(t, result, v);
        result = result == MR_ERROR ? result : mr_bigint_abs(t, result);
        if (result == MR_ERROR)
            return result;
    }
    return result;
}
