/* Operations on ints so large that they take milliseconds, on copies of the numbers and aside of the isolate's thread (vm/aside.h), so that a limit or the host
 * can end the wait for them: GMP itself cannot be interrupted. Their results are what the plain forms in bigint.c and int.c give. */
#include "vm/types/bigint_aside.h"

#include <gmp.h>
#include <stdlib.h>
#include <string.h>

#include "vm/aside.h"

typedef struct Job {
    MrBigOp op;
    mpz_t a, b, result, rest;
    uint64_t k;
    int base;
    char *text; /* malloc'd */
    size_t n;
} Job;

static void work(void *data)
{
    Job *j = data;
    switch (j->op) {
    case MR_BIG_MUL: mpz_mul(j->result, j->a, j->b); break;
    case MR_BIG_DIVMOD: mpz_fdiv_qr(j->result, j->rest, j->a, j->b); break;
    case MR_BIG_GCD: mpz_gcd(j->result, j->a, j->b); break;
    case MR_BIG_SQRT: mpz_sqrt(j->result, j->a); break;
    case MR_BIG_FACTORIAL: mpz_fac_ui(j->result, j->k); break;
    case MR_BIG_BINOMIAL: mpz_bin_ui(j->result, j->a, j->k); break;
    case MR_BIG_TO_TEXT: j->n = mpn_get_str((unsigned char *)j->text, j->base, mpz_limbs_modify(j->a, (mp_size_t)mpz_size(j->a)), (mp_size_t)mpz_size(j->a)); break;
    case MR_BIG_FROM_TEXT:
        mpz_limbs_finish(j->result, mpn_set_str(mpz_limbs_write(j->result, (mp_size_t)j->k), (unsigned char *)j->text, j->n, j->base));
        break;
    }
}

static void end(void *data)
{
    Job *j = data;
    mpz_clears(j->a, j->b, j->result, j->rest, NULL);
    free(j->text);
    free(j);
}

static void set(mpz_ptr z, const MrIntView *v)
{
    mpz_t view;
    if (v)
        mpz_set(z, mpz_roinit_n(view, (const mp_limb_t *)v->limbs, v->negative ? -(mp_size_t)v->n : (mp_size_t)v->n));
}

static Job *new_job(MrThread *t, MrBigOp op, const MrIntView *a, const MrIntView *b)
{
    size_t limbs = (a ? a->n : 0) + (b ? b->n : 0);
    Job *j = mr_limits_room(t, limbs * 2 * sizeof *a->limbs) ? calloc(1, sizeof *j) : NULL;
    if (!j) {
        if (!mr_pending(t))
            mr_raise_no_memory(t);
        return NULL;
    }
    j->op = op;
    mpz_inits(j->a, j->b, j->result, j->rest, NULL);
    set(j->a, a);
    set(j->b, b);
    return j;
}

static MrValue take(MrThread *t, mpz_srcptr z)
{
    return mr_int_from_limbs(t, (const uint64_t *)mpz_limbs_read(z), mpz_size(z), mpz_sgn(z) < 0);
}

MrValue mr_big_aside(MrThread *t, MrBigOp op, const MrIntView *a, const MrIntView *b, uint64_t k, MrValue *rest)
{
    Job *j = new_job(t, op, a, b);
    if (!j)
        return MR_ERROR;
    j->k = k;
    if (!mr_aside(t, work, end, j))
        return MR_ERROR;
    MrValue r = take(t, j->result);
    if (rest && r != MR_ERROR && (*rest = take(t, j->rest)) == MR_ERROR)
        r = MR_ERROR;
    end(j);
    return r;
}

bool mr_big_mul_aside(MrThread *t, uint64_t *product, const MrIntView *a, const MrIntView *b)
{
    Job *j = new_job(t, MR_BIG_MUL, a, b);
    if (!j || !mr_aside(t, work, end, j))
        return false;
    size_t n = mpz_size(j->result);
    bool ok = mr_work_copy(t, product, mpz_limbs_read(j->result), n * sizeof *product);
    memset(product + n, 0, (a->n + b->n - n) * sizeof *product);
    end(j);
    return ok;
}

bool mr_big_to_text_aside(MrThread *t, const MrIntView *a, int base, unsigned char *digits, size_t room, size_t *n)
{
    Job *j = new_job(t, MR_BIG_TO_TEXT, a, NULL);
    if (!j)
        return false;
    j->base = base;
    j->text = malloc(room);
    if (!j->text) {
        end(j);
        mr_raise_no_memory(t);
        return false;
    }
    if (!mr_aside(t, work, end, j))
        return false;
    *n = j->n;
    bool ok = mr_work_copy(t, digits, j->text, j->n);
    end(j);
    return ok;
}

MrValue mr_big_from_text_aside(MrThread *t, const unsigned char *digits, size_t n, int base, size_t limbs, bool negative)
{
    Job *j = new_job(t, MR_BIG_FROM_TEXT, NULL, NULL);
    if (!j)
        return MR_ERROR;
    j->base = base;
    j->n = n;
    j->k = limbs;
    j->text = malloc(n);
    if (!j->text) {
        end(j);
        return mr_raise_no_memory(t);
    }
    if (!mr_work_copy(t, j->text, digits, n)) {
        end(j);
        return MR_ERROR;
    }
    if (!mr_aside(t, work, end, j))
        return MR_ERROR;
    MrValue r = mr_int_from_limbs(t, (const uint64_t *)mpz_limbs_read(j->result), mpz_size(j->result), negative);
    end(j);
    return r;
}
