# Archives of files with holes, in the ways of GNU tar; names that are not UTF-8; the command.
import io
import os
import subprocess
import sys
import tarfile
import tempfile


def pax(records, type=b'x'):
    body = b''
    for key, value in records:
        rest = b' ' + key + b'=' + value + b'\n'
        n = len(rest) + 1
        while len(str(n)) + len(rest) != n:
            n += 1
        body += str(n).encode() + rest
    head = tarfile.TarInfo('PaxHeaders/0')
    head.type, head.size = type, len(body)
    return head.tobuf(tarfile.USTAR_FORMAT) + body.ljust(-(-len(body) // 512) * 512, b'\0')


def member(name, data, **fields):
    info = tarfile.TarInfo(name)
    info.size = len(data)
    for key, value in fields.items():
        setattr(info, key, value)
    return info.tobuf(tarfile.USTAR_FORMAT) + data.ljust(-(-len(data) // 512) * 512, b'\0')


data = b'A' * 512 + b'B' * 512
old = bytearray(member('old', data)[:512])
old[156:157] = b'S'
old[257:265] = b'ustar  \0'
for i, number in enumerate((1024, 512, 4096, 512)):
    old[386 + 12 * i:398 + 12 * i] = b'%011o\0' % number
old[483:495] = b'%011o\0' % 5120
old[148:156] = b' ' * 8
old[148:156] = b'%06o\0 ' % sum(old)
archive = (bytes(old) + data
           + pax([(b'GNU.sparse.size', b'5000'), (b'GNU.sparse.numblocks', b'2'), (b'GNU.sparse.offset', b'1024'), (b'GNU.sparse.numbytes', b'512'),
                  (b'GNU.sparse.offset', b'4096'), (b'GNU.sparse.numbytes', b'512')]) + member('v00', data)
           + pax([(b'GNU.sparse.size', b'5000'), (b'GNU.sparse.map', b'1024,512,4096,512'), (b'GNU.sparse.name', b'zero-one')]) + member('v01', data)
           + pax([(b'GNU.sparse.major', b'1'), (b'GNU.sparse.minor', b'0'), (b'GNU.sparse.name', b'one-zero'), (b'GNU.sparse.realsize', b'5000')])
           + member('v10', b'2\n1024\n512\n4096\n512\n'.ljust(512, b'\0') + data)
           + pax([(b'hdrcharset', b'BINARY'), (b'path', b'caf\xe9')]) + member('x', b'text')
           + member('last', b'end') + bytes(1024))
with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    with tarfile.open(fileobj=io.BytesIO(archive), encoding='iso8859-1') as tar:
        for info in tar:
            file = tar.extractfile(info)
            text = file.read()
            print(ascii(info.name), info.size, info.issparse(), info.sparse, len(text), [(i, text[i:i + 1]) for i in (0, 1024, 1535, 1536, 4096, len(text) - 1) if i < len(text)])
        tar.extractall('out', filter='data')
    print(sorted((ascii(name), os.path.getsize('out/' + name)) for name in os.listdir('out')))

    for kind in 'gz', 'bz2', 'xz':
        try:
            tarfile.open(fileobj=io.BytesIO(archive), mode='r|' + kind)
        except tarfile.ReadError as error:
            print(kind, error)

    def run(*arguments):
        result = subprocess.run([sys.executable, '-m', 'tarfile', *arguments], capture_output=True, text=True)
        print(arguments, result.returncode, result.stdout, result.stderr)
    with open('one.txt', 'w') as file:
        file.write('1')
    run('-c', 'a.tgz', 'one.txt')
    run('-v', '-c', 'a.tar', 'one.txt', 'one.txt')
    run('-l', 'a.tgz')
    run('-v', '-e', 'a.tgz', 'there', '--filter', 'data')
    run('-t', 'one.txt')
    run('-l', 'a.tar', '--filter', 'data')
    print(os.listdir('there'))
    os.chdir('/')
