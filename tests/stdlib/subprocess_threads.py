# Children of threads; signals that come while one waits for a child.
import subprocess, sys, threading, signal, os, time
def run(i, out): out[i] = subprocess.check_output(['sh','-c',f'sleep 0.0{i}; echo {i}'])
out = {}
ts = [threading.Thread(target=run, args=(i, out)) for i in range(8)]
[t.start() for t in ts]; [t.join() for t in ts]
print(sorted(out.items()))
signal.signal(signal.SIGALRM, lambda *a: print('alarm'))
signal.setitimer(signal.ITIMER_REAL, 0.05)
print(subprocess.run(['sleep','0.2']).returncode)
class T(Exception): pass
def h(*a): raise T('late')
signal.signal(signal.SIGALRM, h)
p = subprocess.Popen(['sleep','30'])
signal.setitimer(signal.ITIMER_REAL, 0.05)
try: p.wait()
except T as e: print(repr(e))
p.kill(); print(p.wait())
signal.setitimer(signal.ITIMER_REAL, 0.4)
try: subprocess.run(['sleep','30'], capture_output=True)
except T as e: print(repr(e))
try: print(os.waitpid(-1, os.WNOHANG))
except ChildProcessError as e: print(e)
p = subprocess.Popen([sys.executable,'-c','import time\ntry:\n  print("ready",flush=True); time.sleep(30)\nexcept KeyboardInterrupt: print("kbd")'], stdout=-1, text=True)
print(p.stdout.readline()); p.send_signal(signal.SIGINT); print(p.communicate(), p.returncode)
p = subprocess.Popen([sys.executable,'-c','import time\nprint("ready",flush=True); time.sleep(30)'], stdout=-1, stderr=-1, text=True)
p.stdout.readline(); p.send_signal(signal.SIGINT); o,e=p.communicate(); print(e.splitlines()[-1:], p.returncode)
print(subprocess.run(['cat','/no/such'],stderr=subprocess.PIPE,text=True).stderr)
print(subprocess.run('cat <<X\nhello\nX\n', shell=True, stdout=-1).stdout)
print(subprocess.run(["ls", "-d", "/"], stdout=subprocess.PIPE).stdout.decode().split())
