# KeyboardInterrupt ends the program by the signal.
moray -c 'raise KeyboardInterrupt'; echo $?
moray -c 'import signal
try: signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt: print("caught")'; echo $?
moray -c 'import signal
while True: signal.raise_signal(2)'; echo $?
moray -c 'import signal, time
signal.setitimer(signal.ITIMER_REAL, 0.05)
signal.signal(signal.SIGALRM, signal.default_int_handler)
try:
    time.sleep(10)
except KeyboardInterrupt:
    print("woken")'; echo $?
