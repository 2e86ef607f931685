# Syntax errors of patterns and their places: groups, references, flags.
import re


def report(pattern):
    try:
        compiled = re.compile(pattern)
        print(ascii(pattern), 'is fine:', ascii(compiled), compiled.flags)
    except re.error as e:
        print(ascii(pattern), ascii(str(e)), e.msg == str(e), e.pos, e.lineno, e.colno)
    except Exception as e:
        print(ascii(pattern), type(e).__name__, e)


for pattern in (
    '(a', '(a)\\2', '(?<=a*)', '(?<x', '(?P<n>a)(?P<n>b)', '(?P<1>a)', '(?P=x)', '(?Px', '(?', '(?P', '(?P<',
    '(?P<a', '(?z)', '(?i', '(?i-', '(?-', '(?-i)', '(?i-i:a)', '(?au)', 'a(?i)', '(?L)', '(?(1)a|b)', '(?(1',
    '(?(x)a)', '(a)(?(1)b|c|d)', '(?#abc', '()(?(0)a)', '(a\\1)', '(?P=', '(?P=1)', '(?<!a|bc)', '(?iz)', '(?-:a)',
    '(?i-z:a)', '(?i-:a)', '(?-u:a)', '(?(-1)a)', '(?a-a:b)', '(?:a)+?+', '(?<=(a)\\1)', '(?i)(?i)', '(?P>a)',
    '(?<>', '(?<', '(*)', '(?:*)', '(?(a', '(?(a)', '(?(1)a', '(?P<a\xe9>x)(?P<\xe9>', '(?P<a.b>c)', '(?P<\xe9->x)',
    '(?P<a', '(?(a', '(?i)(?x) a (?s)', '(?:^)*', '(?:)*', 'a(?#c)*', '(?x) a * #foo', '(?(1)a)(b)',
    '(?<=(?(1)a)(b))', '(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)\\10', "(?P<'>)", '(?P=a\\)',
):
    report(pattern)
