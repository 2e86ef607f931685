# Listener and Client, with and without a key.
import multiprocessing as mp
import os
from multiprocessing.connection import Client, Listener


def client(address, key, text):
    with Client(address, authkey=key) as c:
        c.send([text, 1])
        assert c.recv() == "answer"


def main():
    for family in ("AF_UNIX", "AF_INET"):
        with Listener(family=family, authkey=b"secret") as listener:
            p = mp.Process(target=client, args=(listener.address, b"secret", family))
            p.start()
            with listener.accept() as c:
                print(c.recv())
                c.send("answer")
            p.join()
            print(p.exitcode, listener.last_accepted is not None)
    with Listener(None, "AF_UNIX", authkey=b"right") as listener:
        path = listener.address
        p = mp.Process(target=wrong, args=(path,))
        p.start()
        try:
            listener.accept()
        except mp.AuthenticationError as e:
            print(e)
        p.join()
    print(os.path.exists(path))
    try:
        listener.accept()
    except OSError as e:
        print(e)
    for f in (lambda: Listener(family="AF_NONE"), lambda: Client(path), lambda: Listener(authkey="text"), lambda: Client(5)):
        try:
            f()
        except (ValueError, OSError, TypeError) as e:
            print(type(e).__name__, str(e).replace(path, "PATH"))


def wrong(path):
    try:
        Client(path, authkey=b"wrong")
    except mp.AuthenticationError as e:
        assert str(e) == "digest sent was rejected"


if __name__ == "__main__":
    main()
