# The locale of the environment: UTF-8 mode in the plain one, which is coerced to C.UTF-8 for programs that are started.
cat > show.py <<'P'
import sys, os, io, locale
print(sys.flags.utf8_mode, os.environ.get("LC_CTYPE"), os.environ.get("LC_ALL"), sys.stdout.errors, sys.stdout.encoding, io.text_encoding(None), locale.getpreferredencoding(False))
P
unset LC_ALL LC_CTYPE LANG
for setting in X=1 LANG=C LC_ALL=C LC_CTYPE=C LC_ALL=POSIX LANG=xx LC_ALL=xx PYTHONUTF8=0 PYTHONCOERCECLOCALE=0 LANG=C.UTF-8 PYTHONCOERCECLOCALE=warn PYTHONUTF8=1; do
    for option in -q -I -E; do
        echo "$setting $option"
        env $setting $MORAY $option show.py 2>&1
    done
done
LC_CTYPE=POSIX LANG=C.UTF-8 run show.py
LC_ALL= LANG= run show.py
LANG=C.UTF-8 run -X utf8 show.py
run -X utf8=0 show.py
