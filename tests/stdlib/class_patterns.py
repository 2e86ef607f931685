# Regular expressions of a class's interface, as they are and replaced; dir() of a package that loads its parts late.
import configparser, re, textwrap, asyncio
p=configparser.ConfigParser(); p.SECTCRE=re.compile(r"\[ *(?P<header>[^]]+?) *\]"); p.read_string('[ Section 1 ]\na = b\n[  Two ]\nc: d\n'); print(p.sections(), dict(p['Two']))
class P(configparser.ConfigParser):
    OPTCRE=re.compile(r'(?P<option>[^=]*)(?P<vi>=)(?P<value>.*)$')
p=P(); p.read_string('[a]\nx:y = 5\n'); print(dict(p['a']))
p=configparser.ConfigParser(); print(p.SECTCRE.match('[a]b]').group('header'), p.OPTCRE.match('a = b').groups(), p.OPTCRE_NV.match('abc').groups(), configparser.RawConfigParser.NONSPACECRE.search(' a').start())
p.read_string('[a]b]\nx=1'); print(p.sections())
class W(textwrap.TextWrapper):
    wordsep_re=re.compile(r'(,)')
print(W(width=10).wrap('one,two three,four five'))
w=textwrap.TextWrapper(width=12); w.wordsep_simple_re=re.compile(r'(;)'); w.break_on_hyphens=False; print(w.wrap('aaa bbb;ccc ddd;eee fff'))
w=textwrap.TextWrapper(width=30,fix_sentence_endings=True); w.sentence_end_re=re.compile(r'x\Z'); print(w.wrap('abx. cdx efg.  hi. j'))
for t in ("Hello there -- you goof-ball, use the -b option!","what a-b-c co-operate foo--bar 'quoted'--x e-mail 12-34 a--b",'hello---world  x'):
    print([c for c in textwrap.TextWrapper.wordsep_re.split(t) if c], [c for c in textwrap.TextWrapper.wordsep_simple_re.split(t) if c], textwrap.TextWrapper()._split(t))
print('StreamReader' in dir(asyncio), 'Transport' in dir(asyncio), 'to_thread' in dir(asyncio), sorted(asyncio.__all__)==sorted(n for n in asyncio.__all__ if n in dir(asyncio)))
