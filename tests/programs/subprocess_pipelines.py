"""Pipelines of programs, a conversation with a child, output line by line."""
# test: heavy
import subprocess as sp, sys, shlex, os
def pipeline(*cmds,input=b''):
    procs=[]; prev=None
    for c in cmds:
        p=sp.Popen(shlex.split(c),stdin=prev.stdout if prev else sp.PIPE,stdout=sp.PIPE)
        if prev: prev.stdout.close()
        procs.append(p); prev=p
    procs[0].stdin.write(input); procs[0].stdin.close()
    out=procs[-1].stdout.read(); procs[-1].stdout.close()
    return out,[p.wait() for p in procs]
print(pipeline('cat','sort','uniq -c','sort -rn',input=b'b\na\nb\nc\nb\na\n'))
with sp.Popen([sys.executable,'-u','-c','for i in range(3): print("line",i)'],stdout=sp.PIPE,text=True) as p:
    for line in p.stdout: print('->',line.rstrip())
print(p.returncode)
calc=sp.Popen([sys.executable,'-u','-c','while True:\n  try: print(eval(input()))\n  except EOFError: break'],stdin=sp.PIPE,stdout=sp.PIPE,text=True,bufsize=1)
for e in ('1+1','2**10','"a"*3'): calc.stdin.write(e+'\n'); print(e,'=',calc.stdout.readline().strip())
calc.stdin.close(); print(calc.wait()); calc.stdout.close()
r=sp.run([sys.executable,'-c','import sys; print(sys.argv[1:]); sys.exit(len(sys.argv))','a b','c'],capture_output=True,text=True); print(r.stdout,r.returncode)
r=sp.run([sys.executable,'-c','1/0'],capture_output=True,text=True); print(r.returncode, r.stderr)
r=sp.run([sys.executable,'-'],input='print("from stdin")\n',capture_output=True,text=True); print(r.stdout)
r=sp.run([sys.executable,'-c','import os; print(os.environ["KEY"], os.getcwd())'],env={**os.environ,'KEY':'val'},cwd='/tmp',capture_output=True,text=True); print(r.stdout)
