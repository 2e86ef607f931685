# A prompt that reads a pipe.
printf 'x=1\nx\n_\nif x:\n  print(2)\n\nprint(3)\n1/0\nx+1\ndef f():\n  return 7\n\nf()\nNone\nimport sys; sys.ps1 = "? "\nx\n' | run -i -q
echo
printf 'print(y)\nraise SystemExit(4)\nprint(5)\n' | run -i -c 'y = 8'
printf 'print(y)\n' | run -iqc 'y = 8; 1/0'
echo
echo "-- a program that leaves"
printf 'print(z)\nz\n' | run -i -c 'import sys; z = 3; sys.exit("left")'
