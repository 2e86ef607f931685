# The C locale.
import locale

print(locale.setlocale(locale.LC_NUMERIC), locale.setlocale(locale.LC_NUMERIC, "C"), locale.getlocale(locale.LC_NUMERIC), locale.localeconv()["decimal_point"])
print(locale.format_string("%.2f", 1234567.891, grouping=True), locale.str(1.5), locale.atof("3.25"), locale.atoi("42"), locale.strcoll("a", "b"), locale.strxfrm("a"))
for call in (lambda: locale.setlocale(locale.LC_ALL, "xx_YY"), lambda: locale.currency(5), lambda: locale.setlocale(99)):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
print(sorted(locale.localeconv().items()), locale.getpreferredencoding().lower(), locale.Error.__mro__)
