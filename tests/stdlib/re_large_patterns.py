# Patterns too large for PCRE2's smallest programs; the pattern that re.Scanner makes of its lexicon.
import re

p=re.compile('|'.join('w%dq'%i for i in range(20000)))
print(p.search('xx w19999q').span(), p.search('é w19999q é').span(), [m.span() for m in p.finditer('é w1q ü w20q w77777q')], p.sub('-', 'é w1q ü w20q'), p.split('a w1q ü w20q b'))
p=re.compile(r'(é|[^\[\]\\]|\\.){0,3000}x')
print(p.match('éab\\]cx').groups(), p.match('é'*100+'x').span(1), p.search('[[éüx').span())
for i in range(100): p.match('abcdéx')
print(p.match('éab\\]cx').groups(), p.match('é'*100+'x').span(1), p.search('[[éüx').span(), p.fullmatch('éx'), p.fullmatch('éxy'))
b=re.compile(b'('+b'|'.join(b'w%dq'%i for i in range(20000))+b')\xff')
print(b.search(b'\x80\xffw12q\xff').span(1), b.findall(b'w1q\xff w3q\xff w4q'))
print(re.compile('(?:ab|cd){20000}').fullmatch('abcd'*10000).span())
p=re.compile(r'(?P<a>x)|(?P<b>y(?:ab|c){0,5000})'); m=p.match('yabc'); print(m.lastgroup,m.lastindex,m)
p=re.compile(r'((a)|(b)|(?:ab|c){0,9000})+'); print(p.match('abab').groups(), p.match('aba').lastindex)

s=re.Scanner([(r'a(b)(c)',1),(r'(x)y',2),(r'z',3),(r'(k)(l)(m)(n)',4)])
print(s.scanner, s.scanner.groups, s.scanner.groupindex, s.scanner.pattern, s.scanner.flags, s.lexicon)
for t in ('abc','xy','z','klmn'):
    m=s.scanner.match(t); print(m, m.lastindex, m.groups(), m.regs, m.span(1), m.re is s.scanner)
sc=s.scanner.scanner('--xy z abc')
for m in iter(sc.search,None): print(m,m.lastindex,m.groups())
print(s.scan('abcxyz'))
