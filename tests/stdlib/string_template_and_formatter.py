# Templates and Formatter: results and errors.
import copy, heapq, bisect, string

T = string.Template
for f in (lambda: T('$1').substitute(), lambda: T('a\nb $ ').substitute(), lambda: T('$x').substitute(), lambda: T('$x ${y}z $$ $x_1').substitute(x=1, y=2, x_1=3), lambda: T('$x ${y}z $$ $ ${').safe_substitute(x=1), lambda: T('$x ${y} $$').get_identifiers(), lambda: T('$x $').is_valid(), lambda: T('$x').substitute({'x': 1}, x=2), lambda: string.Formatter().format(), lambda: string.Formatter().format('{} {0}', 1), lambda: string.Formatter().format('{0} {}', 1), lambda: string.Formatter().format('{', 1), lambda: string.Formatter().format('}', 1), lambda: string.Formatter().format('{0!x}', 1), lambda: string.Formatter().format('{0!}', 1), lambda: string.Formatter().format('{0[}', 1), lambda: string.Formatter().format('{0.}', 1), lambda: string.Formatter().format('{0[]}', [1]), lambda: string.Formatter().format('{0[1]a}', [1]), lambda: string.Formatter().format('{0:{1:{2}}}', 1, 2, 3), lambda: string.Formatter().format('{0!rr}', [1]), lambda: string.Formatter().format('{0!r', [1]), lambda: string.Formatter().format('{0:{1}', [1], 2), lambda: copy.deepcopy((i for i in ())), lambda: string.Formatter().format('{a}'), lambda: string.Formatter().format('{a.real:>{w}}|{0!r}|{b[k]}', 'x', a=5, w=4, b={'k': 2}), lambda: string.Formatter().format('{:{}} {}', 1, 5, 'x'), lambda: bisect.insort([], 1, -1), lambda: heapq.heappop([]), lambda: string.capwords(' a bc  d '), lambda: string.capwords('a-b', '-')):
    try:
        print(f())
    except Exception as e:
        print(type(e), e)
