# The rules of the decimal arithmetic specification, one line for each operation, context and operands: result and conditions.
from decimal import *

rows = '''
9 HALF_EVEN -999 999 0 add 1 1.0|add 123456789 0.5|add 123456788 0.5|add 1E+9 -1E-20|add 999999999 0.5|add -0 -0|add 1 -1|add Infinity -Infinity|add sNaN7 NaN8|add NaN12345678901 1
9 FLOOR -999 999 0 add 1 -1|add 0 -0|subtract 0 0|minus 0|plus -0|divide 1 3|divide -1 3|sqrt 2|multiply -1E-600 1E-600
9 CEILING -999 999 0 divide 1 3|divide -1 3|add 1E+9 1E-20|quantize -2.5 1|to_integral_value -2.5
9 UP -9 9 0 divide 1 3|divide -1 3|multiply 9.99999999E+9 2|multiply 1E-15 1E-15|add 1E-17 0
9 DOWN -9 9 0 multiply 9.99999999E+9 2|multiply -9.99999999E+9 2|divide 2 3|exp 1E-30|power 2 0.5
9 05UP -99 99 0 divide 1 3|divide 5 7|divide 2 3|add 1.00000000 1E-12|add 1.00000005 1E-12
9 HALF_DOWN -99 99 0 quantize 2.5 1|quantize 3.5 1|quantize 2.51 1|divide 1 7
9 HALF_UP -99 99 0 quantize 2.5 1|quantize -2.5 1|quantize 0.045 0.01|quantize 1 1E+3|quantize 12345678.9 0.01|quantize Infinity 1|quantize Infinity Infinity|quantize 1 1E-200
5 HALF_EVEN -6 9 1 plus 1E+9|plus 1E+5|multiply 0 1E+9|add 0E+20 0E+30|plus 1.2345E+9|plus 1E-11|scaleb 1 9|normalize 1000000
3 HALF_EVEN -5 5 0 multiply 1E-4 1E-4|multiply 1.5E-5 1E-2|multiply 1.23E-5 1E-2|divide 1E-5 3|multiply 0E-5 1E-5|next_minus 1E-7|next_plus 9.99E+5|next_minus 0|next_toward 0 -1|next_toward 1 1|next_plus -Infinity
9 HALF_EVEN -999 999 0 fma 0 Infinity sNaN123|fma Infinity 0 NaN5|fma 2 3 4|fma 1E+500 1E+500 -Infinity|fma 1 1E-20 1|fma sNaN1 0 Infinity|fma 999999999 999999999 1
9 HALF_EVEN -9 9 0 power 1E-20 0.5|power 4 0.5|power 2 -1|power 0 0|power 0 -3|power -0 3|power -0 -3|power -2 3|power -2 0.5|power Infinity 0|power 0 Infinity|power 1 Infinity|power 0.5 -Infinity|power 10 9|power 10 10|power 1.0 5|power 1.1 1E-20
9 HALF_EVEN -999999999 999999999 0 power -18861647. 99794587|power 1.0000001 12345678|power 7 -12|power 0.9999999 987654321|power 3 1E+9|power 1E-999999999 3|exp 1E-99999|exp -1E+9|exp 1E+10|ln 1E+999999999|log10 1E-999999999
16 HALF_EVEN -383 384 1 ln 2|ln 10|ln 1|ln 0|ln -1|ln Infinity|ln 1.000000000000001|log10 1000|log10 0.001|log10 2|log10 0|exp 0|exp 1|exp -1|exp -Infinity|sqrt -0|sqrt -1|sqrt 16|sqrt 1E+3|sqrt 0E-7|sqrt 2
9 HALF_EVEN -999 999 0 divide_int 7 2|divide_int -7 2|divide_int 1E+20 3|remainder 7 -2|remainder -7 2|remainder 1E+20 3|remainder 1 0|remainder 0 0|divide 1 0|divide -1 0|divide 0 0|remainder_near 7 2|remainder_near 5 2|remainder_near 10 6|remainder 5 Infinity|divide_int Infinity 2|divmod 7 0
9 HALF_EVEN -999 999 0 compare 1 1.00|compare NaN 1|compare_signal NaN 1|compare_total 1 1.0|compare_total NaN sNaN|compare_total -0 0|compare_total_mag -2 1|max 1 NaN|max 1.0 1|min 1.0 1|max -0 0|min_mag -3 2|max_mag -3 2|max sNaN 1
9 HALF_EVEN -999 999 0 logical_and 1100 1010|logical_or 1100 1010|logical_xor 1100 1010|logical_invert 101|logical_and 2 1|logical_and -1 1|rotate 123456789 2|rotate 123456789 -2|rotate 1 10|shift 123456789 2|shift 123456789 -2|shift 1 1.0|scaleb 7 2|scaleb 7 5000|logb 0|logb 250|logb Infinity|same_quantum 1 2|same_quantum NaN sNaN|copy_sign 1 -2|number_class 1E-999|number_class 1E-1005|canonical 1
'''
for row in rows.strip().splitlines():
    prec, rounding, low, high, clamp, cases = row.split(' ', 5)
    for case in cases.split('|'):
        context = Context(prec=int(prec), rounding='ROUND_' + rounding, Emin=int(low), Emax=int(high), clamp=int(clamp), traps=[], flags=[])
        name, *texts = case.split()
        operands = [Decimal(text) for text in texts]
        result = getattr(context, name)(*operands)
        print(prec, rounding, low, high, clamp, case, '->', result, *sorted(flag.__name__ for flag, on in context.flags.items() if on))
huge = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[])
print(huge.multiply(Decimal(3), Decimal('0.5')), huge.add(Decimal(1), Decimal('1E-30')), huge.subtract(Decimal(5), Decimal(7)), huge.compare(Decimal(1), Decimal(2)))
