# Operations on random operands in random contexts, from a seed: results, flags and exceptions. decimal_random.py COUNT SEED runs more of them.
# test: heavy
import random, sys
from decimal import *

count, seed = (int(sys.argv[1]), int(sys.argv[2])) if len(sys.argv) == 3 else (2000, 7)
rand = random.Random(seed)
MODES = [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP]
SPECIAL = ['0', '-0', '1', '-1', 'Inf', '-Inf', 'NaN', '-NaN123', 'sNaN', 'sNaN99999999999999999999', '0E+7', '-0E-40', '10', '9' * 28, '9' * 38, '1' + '0' * 38,
           '340282366920938463463374607431768211456', '18446744073709551616', '5E-29']
ONE = ['__abs__', '__neg__', '__pos__', '__int__', '__float__', '__floor__', '__ceil__', '__round__', '__bool__', '__hash__', '__str__', '__repr__', 'adjusted',
       'as_tuple', 'copy_abs', 'copy_negate', 'is_normal', 'is_subnormal', 'logb', 'next_minus', 'next_plus', 'normalize', 'number_class', 'sqrt',
       'to_eng_string', 'to_integral_exact', 'to_integral_value', 'logical_invert']
TWO = ['__add__', '__sub__', '__mul__', '__truediv__', '__floordiv__', '__mod__', '__divmod__', '__radd__', '__rsub__', '__rmul__', '__rtruediv__',
       '__rfloordiv__', '__rmod__', '__eq__', '__lt__', '__le__', '__gt__', '__ge__', 'compare', 'compare_signal', 'compare_total', 'compare_total_mag',
       'copy_sign', 'max', 'max_mag', 'min', 'min_mag', 'next_toward', 'quantize', 'remainder_near', 'same_quantum', 'scaleb', 'logical_and', 'logical_or',
       'logical_xor', 'rotate', 'shift']
WEIGHTS = [6] * 13 + [1] * (len(TWO) - 13)
SPECS = ['.2f', ',.3f', 'e', '.4e', '.5g', '%', '+20', '020,.1f', 'z.1f', '<30', '^25E', '.0f', '', 'G']


def number():
    kind = rand.random()
    if kind < 0.1:
        return Decimal(rand.choice(SPECIAL))
    length = rand.choice([1, 2, 3, 5, 9, 18, 19, 20, 27, 28, 29, 38, 39, 40, 57, 77, 130])
    digits = rand.choice(['{}', '{}', '{}', '9' * length, '1' + '0' * (length - 1), '5' * length]).format(rand.randrange(10**length))
    if kind < 0.15:
        digits = ''.join(rand.choice('01') for _ in range(length))
    exponent = rand.choice([0, 0, 0, -2, -2, -5, 1, 3, -length, -length // 2, rand.randrange(-60, 60), rand.randrange(-450, 450)])
    return Decimal(f"{rand.choice(['', '-'])}{digits}E{exponent}")


def run(name, method, *operands):
    context = getcontext()
    context.clear_flags()
    try:
        result = repr(method(*operands))
        if 'NaN' in result and name == '__hash__' or name == '__hash__' and operands[0].is_nan():
            result = 'some hash'
    except (ArithmeticError, ValueError, TypeError) as error:
        result = f'{type(error).__name__} {error}'
    flags = ' '.join(signal.__name__ for signal, on in context.flags.items() if on)
    print(name, *map(str, operands), '=', result, flags)


for i in range(count):
    if i % 20 == 0:
        precision = rand.choice([1, 2, 3, 5, 9, 16, 19, 20, 28, 28, 28, 28, 34, 38, 39, 50, 100])
        low, high = rand.choice([(-999999, 999999), (-999999, 999999), (-383, 384), (-9, 9), (0, 0), (-60, 40)])
        settings = Context(precision, rand.choice(MODES), low, high, rand.randrange(2), rand.randrange(2) if rand.random() < 0.3 else 0, [],
                           rand.choice([[], [], [InvalidOperation, DivisionByZero, Overflow], [Inexact]]))
        print(settings)
        setcontext(settings)
    case = rand.random()
    if case < 0.25:
        name = rand.choice(ONE)
        x = number()
        if name in ('__int__', '__floor__', '__ceil__', '__round__') or not x.is_finite() or abs(x.adjusted()) < 900:
            run(name, getattr(Decimal, name), x)
    elif case < 0.85:
        name = rand.choices(TWO, WEIGHTS)[0]
        run(name, getattr(Decimal, name), number(), number() if rand.random() < 0.85 else rand.randrange(-1000, 1000))
    elif case < 0.88:
        run('fma', Decimal.fma, number(), number(), number())
    elif case < 0.91:
        run('create', settings.create_decimal, str(number()))
    elif case < 0.94:
        spec = rand.choice(SPECS)
        x = number()
        if not x.is_finite() or abs(x.adjusted()) < 200:
            run('format ' + spec, lambda x: format(x, spec), x)
    elif case < 0.96:
        x, y = number(), rand.choice([rand.uniform(-10, 10), rand.randrange(10**6), 2.0**rand.randrange(-80, 80)])
        run('float', lambda x: (x == y, x != y, Decimal(y), settings.create_decimal(y)), x)
    elif case < 0.98:
        run('quantize', lambda x, y: x.quantize(y, rounding=rand.choice(MODES)), number(), Decimal(1).scaleb(rand.randrange(-40, 5), Context()))
    else:
        run('ratio', lambda x: x.as_integer_ratio() if abs(x.as_tuple()[2]) < 200 else 0 if x.is_finite() else x.as_integer_ratio(), number())
