"""The end of a program: threads that are waited for, daemons that are not."""
import atexit
import threading
import time


def late():
    time.sleep(0.05)
    print('late thread', threading.main_thread().is_alive())


def forever():
    while True:
        time.sleep(0.001)


atexit.register(lambda: print('atexit'))
threading.Thread(target=forever, daemon=True).start()
threading.Thread(target=late).start()
print('main is done')
