# What is forgotten says so when it dies, to those who listen: files, pipes of children, folders, event loops, sockets.
import asyncio
import gc
import io
import os
import re
import socket
import subprocess
import tempfile
import warnings


def show(message, category, *rest, **options):
    print('  ', category.__name__, re.sub(r"0x\w+|name=\d+|name='.*?'|fd=\d+|<Temp.*|subprocess \d+|, laddr=[^>]*", '...', str(message)))

warnings.showwarning = show


def text(path): open(path)
def binary(path): open(path, 'rb')
def both(path): open(path, 'r+b')
def written(path): open(path, 'w').write('written down nevertheless')
def closed(path): open(path).close()
def descriptor(path): open(os.open(path, os.O_RDONLY), closefd=False)
def unbuffered(path): open(path, 'rb', buffering=0)
def raw(path): io.FileIO(path)
def raw_below(path): io.BufferedReader(io.FileIO(path))
def raw_kept(path): io.FileIO(os.open(path, os.O_RDONLY), closefd=False)
def raw_closed(path): io.FileIO(path).close()
def own_raw(path): Raw(path)
def folder(path): os.scandir(os.path.dirname(path))
def half_read(path): next(os.scandir(os.path.dirname(path)))
def whole(path): list(os.scandir(os.path.dirname(path)))
def loop(path): asyncio.new_event_loop()
def ended_loop(path): asyncio.new_event_loop().close()
def sockets(path): socket.socket()
def temporary(path): tempfile.TemporaryDirectory()


class Raw(io.FileIO):
    def __del__(self):
        print('   own __del__', self.closed)
        super().__del__()

    def close(self):
        print('   own close', self.closed)
        super().close()


def child(path):
    process = subprocess.Popen(['true'], stdout=subprocess.PIPE)
    process.wait()


with tempfile.TemporaryDirectory() as place:
    path = os.path.join(place, 'file')
    with open(path, 'w') as file:
        file.write('some text\n')
    for mode in 'always', 'ignore':
        warnings.simplefilter(mode)
        for forget in text, binary, both, closed, descriptor, unbuffered, raw, raw_below, raw_kept, raw_closed, own_raw, folder, half_read, whole, loop, ended_loop, sockets, temporary, child, written:
            print(mode, forget.__name__)
            forget(path)
            gc.collect()
    with open(path) as file:
        print(file.read())
    for kinds in (io.FileIO, io.BufferedReader, io.TextIOWrapper), [type('Own', (kind,), {}) for kind in (io.FileIO, io.BufferedReader, io.TextIOWrapper)]:
        layers = [kinds[0](os.devnull)]
        layers += [kinds[1](layers[0])]
        layers += [kinds[2](layers[1], encoding='utf-8')]
        print(layers)
        layers[2].close()
        print(layers)
