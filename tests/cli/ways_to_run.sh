# A file, a text, a module, standard input: argv, sys.path and the names of __main__.
cat > show.py <<'END'
import sys
print(__file__, sys.argv, repr(sys.path[0]), sorted(k for k in globals() if k.startswith('__')))
END
run show.py a b
run ./show.py
run -m show -x
run -c 'import sys; print(sys.argv, repr(sys.path[0]), sorted(globals()))' 1 -2
echo 'import sys; print(sys.argv, repr(sys.path[0]), sorted(globals()))' | run - 5
echo 'import sys; print(sys.argv)' | run
mkdir sub && mv show.py sub/other.py && ln -s sub/other.py link.py
run link.py
run sub/other.py
