# Ending children: terminate, kill, send_signal; one that ignores SIGTERM; negative return codes.
import os
import signal
import subprocess

p = subprocess.Popen(["sleep", "30"])
print(p.poll())
p.terminate()
print(p.wait(), p.returncode)
p.terminate()
p.kill()
p.send_signal(signal.SIGINT)
print(p.poll())
p = subprocess.Popen(["sleep", "30"])
p.kill()
print(p.wait())
p = subprocess.Popen(["sleep", "30"])
p.send_signal(signal.SIGHUP)
print(p.wait(timeout=5), p)
p = subprocess.Popen(["sh", "-c", "trap '' TERM; echo ready; while :; do sleep 0.05; done"], stdout=subprocess.PIPE)
print(p.stdout.readline())
p.terminate()
try:
    p.wait(timeout=0.2)
except subprocess.TimeoutExpired as e:
    print("still there", e.timeout)
p.kill()
print(p.wait())
p.stdout.close()
p = subprocess.Popen(["sh", "-c", "trap 'echo caught; exit 5' TERM; echo ready; while :; do sleep 0.02; done"], stdout=subprocess.PIPE, text=True)
p.stdout.readline()
p.terminate()
print(p.communicate(), p.returncode)
p = subprocess.Popen(["true"])
os.waitpid(p.pid, 0)
print(p.wait(), p.poll())
p = subprocess.Popen(["sleep", "30"])
os.kill(p.pid, signal.SIGKILL)
os.waitpid(p.pid, 0)
print(p.poll())
try:
    subprocess.run("kill -SEGV $$", shell=True, check=True)
except subprocess.CalledProcessError as e:
    print(e)
