# sys.exit with a message, after atexit functions and finally blocks.
import atexit
import sys

atexit.register(print, "last words")


@atexit.register
def goodbye():
    print("goodbye")


def main(argv):
    try:
        if len(argv) < 2:
            sys.exit("usage: exit_status NAME")
    except SystemExit as stop:
        print("caught", stop.code)
        raise
    finally:
        print("finally")


main(sys.argv)
