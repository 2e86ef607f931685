# Standard output that cannot be written.
moray -c 'print("x" * 10)' >/dev/full; echo $?
moray -c 'print("x" * 10); raise SystemExit(3)' >/dev/full; echo $?
moray -c 'print("x" * 10, flush=True)' >/dev/full; echo $?
run -c 'import sys; sys.stdout.close()'
run -c 'import sys; sys.stdout = None; print(1)'
run -c 'import sys; sys.stderr = None; 1/0'
(moray -c 'import time; time.sleep(0.2); print("x" * 10)' 2>err; echo $? >status) | true
cat err status
