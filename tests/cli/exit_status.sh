# SystemExit in all its forms.
run -c 'raise SystemExit'
run -c 'raise SystemExit("bye")'
run -c 'raise SystemExit(3.5)'
run -c 'raise SystemExit(None)'
run -c 'raise SystemExit(1, 2)'
run -c 'raise SystemExit(True)'
run -c 'import sys; sys.exit(257)'
run -c 'import sys; sys.exit(-1)'
run -c 'import sys; sys.exit(2**80)'
run -c 'import sys; sys.exit([1])'
run -c '1/0'
run -c 'class E(SystemExit): code = 7
raise E'
echo '1/0' | run
