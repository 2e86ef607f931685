# locale in the C locale: conversions, formatting, currency, collation, normalization, errors.
import locale

print(locale.setlocale(locale.LC_ALL, 'C'), locale.setlocale(locale.LC_NUMERIC), locale.getlocale(locale.LC_NUMERIC))
conv = locale.localeconv()
for key in sorted(conv):
    print(key, repr(conv[key]))
for form, value in (('%d', 1234567), ('%.2f', 1234.5), ('%e', 12345.678), ('%g', 0.00001), ('%s', 'x'), ('%10.3f|', 2.5), ('%%', ()), ('%d of %d', (3, 4))):
    print(repr(locale.format_string(form, value)), repr(locale.format_string(form, value, grouping=True)))
print(locale.str(3.5), locale.atof('3.25'), locale.atoi('12'), locale.delocalize('1,5'), locale.localize('1.5'), locale.strcoll('a', 'b') < 0, locale.strcoll('a', 'a'), locale.strxfrm('abc') == 'abc')
for name in ('de_DE', 'en_US.UTF-8', 'C', 'posix', 'nonsense', ''):
    print(repr(name), repr(locale.normalize(name)))
for action in (lambda: locale.setlocale(locale.LC_ALL, 'xx_YY.nothing'), lambda: locale.setlocale(99), lambda: locale.currency(5), lambda: locale.atof('x'), lambda: locale.format_string('%d', 'x'), lambda: locale.getlocale(locale.LC_ALL)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
print(issubclass(locale.Error, Exception), locale.CHAR_MAX, locale.LC_ALL, locale.LC_CTYPE, locale.LC_TIME)
