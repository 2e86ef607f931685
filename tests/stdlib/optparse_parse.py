import optparse, sys
from optparse import *
def mk(**k):
    p=OptionParser(usage='usage: %prog [options] file', version='%prog 1.0', description='A long description of the program that wraps over one line because it is long enough.', epilog='The end.', prog='prg', **k)
    p.add_option('-n','--number',type='int',dest='n',default=3,help='a number [default: %default]',metavar='NUM')
    p.add_option('-v',action='count',dest='verbose',help='verbosity')
    p.add_option('--a-very-long-option-name',action='store_true',default=False,help='help below the option since the option is long and then wraps as well')
    p.add_option('-c','--choice',choices=['a','b'])
    p.add_option('-l',action='append',type='float')
    p.add_option('--two',nargs=2,type='int')
    p.add_option('-q',action='store_const',const=5,dest='k')
    p.add_option('-x',action='callback',callback=lambda o,s,v,pp: print('cb',s,v),type='string')
    p.add_option('--hid',help=SUPPRESS_HELP)
    g=OptionGroup(p,'Group','Group description'); g.add_option('--in-group',help='in'); p.add_option_group(g)
    return p
p=mk()
print(p.format_help()); print(mk(formatter=TitledHelpFormatter()).format_help())
for a in (['-n5','f'],['--number=0x10','-vv','x','-l1','-l','2.5'],['--two','1','2'],['-x','val','--','-n'],['--num','7'],['-q','-cb']):
    o,r=p.parse_args(a); print(sorted(o.__dict__.items(), key=lambda x:x[0]),r)
for a in (['-n','x'],['--nope'],['-z'],['--number'],['-c','q'],['--two','1'],['--a-very=1'],['--version'],['-l','q'],['--in']):
    try: print(p.parse_args(a)[0].in_group)
    except SystemExit as e: print('exit',e.code)
for args,k in ((('x',),{}),(('-a',),{'action':'foo'}),(('-a',),{'type':'foo'}),(('-a',),{'bogus':1}),(('-a',),{'type':'choice'}),(('-a',),{'action':'count','nargs':1}),((),{})):
    try: Option(*args,**k)
    except (OptParseError,TypeError) as e: print(type(e).__name__, e)
try: p.add_option('-n')
except OptionConflictError as e: print(e)
print(p.has_option('-n'), p.get_option('--choice'), Values({'a':1})=={'a':1}, str(Values({'a':1})))
import getopt
print(getopt.getopt(['-a','1','-b','--alpha=x','--be','rest','-c'],'a:b',['alpha=','beta'])); print(getopt.gnu_getopt(['x','-a','1','y','--beta'],'a:b',['alpha=','beta']))
for a in (['-z'],['-a'],['--al'],['--nope'],['--beta=1'],['--b']):
    try: print(getopt.getopt(a,'a:b',['alpha=','beta','bexx']))
    except getopt.GetoptError as e: print(e, e.opt)
