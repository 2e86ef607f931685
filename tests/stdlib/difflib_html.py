# HtmlDiff: pairs of lines, context, wrapping, links; and random texts.
import difflib
import random
import zlib

a = 'one\ntwo <b>\n\tthree\nfour\nfive & six\nsix\nseven\n\n'.splitlines()
b = 'one\ntwp <b>\n\tthree\nfour\nfixe & six\nnew\nsix\n  seven\n'.splitlines(True)
html = difflib.HtmlDiff(wrapcolumn=10)
print(html.make_table(a, b, 'from', 'to', context=True, numlines=1))
print(html.make_table(a, a))
print(html.make_table(a, a, context=True), html.make_table([], []))
print(difflib.HtmlDiff(tabsize=4).make_file(a, b, charset='ascii'))
print(difflib.HtmlDiff().make_file(['ä'], ['ö'], charset='latin-1')[:200])
random.seed(12)
words = 'alpha beta gamma delta \t eps zeta'.split(' ')
for case in range(60):
    old = [' '.join(random.choices(words, k=random.randrange(5))) for _ in range(random.randrange(14))]
    new = []
    for line in old:
        chance = random.random()
        if chance < .15:
            continue
        if chance < .3:
            new.append(random.choice(words))
        new.append(line.replace('a', 'x', 1) if chance > .7 else line + '!' if chance > .6 else line)
    for arguments in {}, {'context': True, 'numlines': 2}, {'context': True, 'numlines': 0}:
        table = difflib.HtmlDiff(wrapcolumn=random.choice((None, 5, 9))).make_table(old, new, **arguments)
        print(case, len(table), zlib.crc32(table.encode()))
