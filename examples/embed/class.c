/* A class whose instances are C structs: a matrix of doubles in memory of its own, freed by a finalizer, with a script value (its label) inside, which
 * the collector is told of. */
#include <moray.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct Matrix {
    int64_t rows, columns;
    double *cells;
    MorayField label;
} Matrix;

static int alive;
static const MorayClass matrix_class;

static bool make_room(MorayVM *vm, Matrix *m, int64_t rows, int64_t columns)
{
    if (rows < 1 || columns < 1 || rows > 1000 || columns > 1000)
        return !moray_is_null(moray_raise(vm, "ValueError", "%lld x %lld is no size for a matrix", (long long)rows, (long long)columns));
    if (!(m->cells = calloc((size_t)(rows * columns), sizeof *m->cells)))
        return !moray_is_null(moray_raise(vm, "MemoryError", "no room for the matrix"));
    m->rows = rows;
    m->columns = columns;
    alive++;
    return true;
}

static MorayRef matrix_init(MorayVM *vm, MorayArgs *args, void *data)
{
    Matrix *m = moray_self(args);
    (void)data;
    if (m->cells)
        return moray_raise(vm, "RuntimeError", "a matrix is made once");
    if (!moray_field_set(vm, &m->label, moray_arg(args, 2)))
        return MORAY_NULL;
    return make_room(vm, m, moray_arg_int(args, 0), moray_arg_int(args, 1)) ? moray_none(vm) : MORAY_NULL;
}

/* The cell that a key (row, column) names; NULL with an exception. */
static double *cell(MorayVM *vm, Matrix *m, MorayRef key)
{
    int64_t row, column;
    if (!moray_to_int(vm, moray_item(vm, key, 0), &row) || !moray_to_int(vm, moray_item(vm, key, 1), &column))
        return NULL;
    if (row >= 0 && row < m->rows && column >= 0 && column < m->columns)
        return &m->cells[row * m->columns + column];
    moray_raise(vm, "IndexError", "no cell (%lld, %lld)", (long long)row, (long long)column);
    return NULL;
}

static MorayRef matrix_getitem(MorayVM *vm, MorayArgs *args, void *data)
{
    double *d = cell(vm, moray_self(args), moray_arg(args, 0));
    (void)data;
    return d ? moray_float(vm, *d) : MORAY_NULL;
}

static MorayRef matrix_setitem(MorayVM *vm, MorayArgs *args, void *data)
{
    double *d = cell(vm, moray_self(args), moray_arg(args, 0));
    (void)data;
    if (!d)
        return MORAY_NULL;
    *d = moray_arg_float(args, 1);
    return moray_none(vm);
}

/* a @ b: a new object, made by the host */
static MorayRef matrix_matmul(MorayVM *vm, MorayArgs *args, void *data)
{
    Matrix *a = moray_self(args), *b = moray_unwrap(vm, moray_arg(args, 0), &matrix_class), *r;
    (void)data;
    if (!b)
        return MORAY_NULL;
    if (a->columns != b->rows)
        return moray_raise(vm, "ValueError", "the matrices do not fit");
    MorayRef result = moray_new_object(vm, &matrix_class, (void **)&r);
    if (moray_is_null(result) || !make_room(vm, r, a->rows, b->columns))
        return MORAY_NULL;
    for (int64_t i = 0; i < a->rows; i++)
        for (int64_t k = 0; k < b->columns; k++)
            for (int64_t j = 0; j < a->columns; j++)
                r->cells[i * r->columns + k] += a->cells[i * a->columns + j] * b->cells[j * b->columns + k];
    return result;
}

static MorayRef matrix_repr(MorayVM *vm, MorayArgs *args, void *data)
{
    const Matrix *m = moray_self(args);
    (void)data;
    return moray_strf(vm, "Matrix(%lld, %lld)", (long long)m->rows, (long long)m->columns);
}

static MorayRef get_label(MorayVM *vm, void *self, void *data)
{
    MorayRef label = moray_field_get(vm, &((Matrix *)self)->label);
    (void)data;
    return moray_is_null(label) ? moray_none(vm) : label;
}

static bool set_label(MorayVM *vm, void *self, MorayRef value, void *data)
{
    (void)data;
    return moray_field_set(vm, &((Matrix *)self)->label, value);
}

static MorayRef get_shape(MorayVM *vm, void *self, void *data)
{
    const Matrix *m = self;
    (void)data;
    MorayRef pair[2] = {moray_int(vm, m->rows), moray_int(vm, m->columns)};
    return moray_tuple(vm, pair, 2);
}

static void matrix_finalize(void *self, void *data)
{
    Matrix *m = self;
    (void)data;
    alive -= m->cells != NULL;
    free(m->cells);
}

static void matrix_trace(MorayTracer *tracer, void *self) { moray_trace(tracer, &((Matrix *)self)->label); }

static const MorayMethod methods[] = {
    {"__getitem__(self, key: tuple) -> float", matrix_getitem, NULL},
    {"__setitem__(self, key: tuple, value: float)", matrix_setitem, NULL},
    {"__matmul__(self, other)", matrix_matmul, NULL},
    {"__repr__(self)", matrix_repr, NULL},
    {NULL, NULL, NULL},
};
static const MorayProperty properties[] = {
    {"label", get_label, set_label, "Anything, to tell matrices apart."},
    {"shape", get_shape, NULL, "(rows, columns)"},
    {NULL, NULL, NULL, NULL},
};
static const MorayClass matrix_class = {
    .name = "numbers_of_c.Matrix", .doc = "A matrix of floats.", .size = sizeof(Matrix), .signature = "Matrix(rows: int, columns: int, label=None)",
    .init = matrix_init, .methods = methods, .properties = properties, .finalize = matrix_finalize, .trace = matrix_trace,
};
static const MorayClass *const classes[] = {&matrix_class, NULL};
static const MorayModule module = {.name = "numbers_of_c", .doc = "Matrices.", .classes = classes};

static const char script[] = "from numbers_of_c import Matrix\n"
                             "a = Matrix(2, 2, label=['first'])\n"
                             "a[0, 0] = a[1, 1] = 2\n"
                             "a[0, 1] = 0.5\n"
                             "b = a @ a\n"
                             "print(b, b.shape, [b[i, j] for i in range(2) for j in range(2)], a.label, b.label)\n"
                             "a.label.append(a)       # a circle through C: the collector sees it\n"
                             "class Square(Matrix):\n"
                             "    def __init__(self, n): super().__init__(n, n)\n"
                             "print(Square(3).shape)\n"
                             "for wrong in 'a[2, 0]', 'a[0, 0] @ 1', 'a @ 1', 'Matrix(0, 1)', 'Matrix(1)', 'a.shape = 1':\n"
                             "    try: exec(wrong)\n"
                             "    except Exception as e: print(f'{wrong:14} {type(e).__name__}: {e}')\n"
                             "del a, b\n"
                             "for i in range(100): Matrix(10, 10).label = i\n";

int main(void)
{
    MorayVM *vm = moray_new(NULL);
    MorayError err;
    moray_add_module(vm, &module);
    moray_run(vm, script, "matrices.py");
    if (moray_catch(vm, &err))
        printf("%s", err.traceback);
    moray_collect(vm);
    moray_finish(vm);
    printf("%s alive after a collection\n", alive < 10 ? "few matrices are" : "too many matrices are");
    moray_free(vm);
    printf("%d alive at the end\n", alive);
    return 0;
}
