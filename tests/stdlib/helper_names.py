# Names that modules have beside the documented ones: constants of formats, helpers; and logging.config.listen().
import ast, base64, calendar, copyreg, email, email.charset, email.generator, email.header, email.message, email.utils, getpass, glob, gzip, http.server
import io, json, logging.config, logging.handlers, pickle, shutil, socket, struct, tarfile, timeit, unittest.mock, urllib.parse, urllib.request, zipfile, inspect

for name in dir(zipfile):
    if name.startswith(('string', 'struct', 'size')) and name != 'struct':
        print(name, getattr(zipfile, name))
print(zipfile.MAX_EXTRACT_VERSION, tarfile.GNU_TYPES, tarfile.symlink_exception, tarfile.version, tarfile.itn(8, 8), tarfile.nti(b'0000010\0'), tarfile.nts(b'ab\0c', 'ascii', 'strict'))
out = io.BytesIO()
tarfile.copyfileobj(io.BytesIO(b'all of it'), out)
tarfile.copyfileobj(io.BytesIO(b'some'), out, 2)
gzip.write32u(out, 5)
print(out.getvalue())
try:
    tarfile.copyfileobj(io.BytesIO(b'some'), out, 20, ValueError)
except ValueError as error:
    print(error)
print(ast.auto.__name__, ast.IntEnum.__name__, email.base64mime.__name__, email.encoders.__name__, base64.bytes_types, copyreg.pickle_complex(1j), copyreg.pickle_union(int | str))
print(email.charset.RFC2047_CHROME_LEN, [email.header.NL, email.header.SPACE8, email.utils.TICK, email.generator.UNDERSCORE, email.message.SEMISPACE])
print(getpass.getpass is getpass.unix_getpass, glob.glob0('.', 'no such file'), glob.glob1('.', '*.nonesuch'), http.server.executable('/nonesuch'), pickle.maxsize > 2 ** 40, shutil.nt)
print(logging.config.DEFAULT_LOGGING_CONFIG_PORT, logging.config.IDENTIFIER.pattern, logging.config.StreamRequestHandler.__name__, logging.handlers.ST_MTIME)
print(repr(timeit.template), timeit.dummy_src_name, unittest.mock.numerics, unittest.mock.inplace, unittest.mock.right, unittest.mock.magic_methods, sep='\n')
print(unittest.mock.FunctionTypes, urllib.parse.ResultBase, urllib.request.localhost(), urllib.request.noheaders().items(), inspect.iskeyword('if'))
with calendar.different_locale('C'):
    print(calendar.LocaleTextCalendar(locale='C').formatmonthname(2024, 2, 0))

# configurations through a socket
seen = []
thread = logging.config.listen(0, verify=lambda data: (seen.append(data), None if data == b'refused' else data)[1])
thread.start()
thread.ready.wait()


def send(data):
    thread.ready.clear()
    with socket.create_connection(('localhost', thread.port)) as connection:
        connection.sendall(struct.pack('>L', len(data)) + data)
    thread.ready.wait()


send(json.dumps({'version': 1, 'formatters': {'f': {'format': '<%(message)s>'}}, 'root': {'handlers': ['h'], 'level': 'INFO'},
                 'handlers': {'h': {'class': 'logging.StreamHandler', 'formatter': 'f', 'stream': 'ext://sys.stdout'}}}).encode())
logging.info('as a dict')
send(b'refused')
send(b'[loggers]\nkeys=root\n[handlers]\nkeys=h\n[formatters]\nkeys=f\n[logger_root]\nlevel=INFO\nhandlers=h\n[handler_h]\nclass=StreamHandler\n'
     b'args=(sys.stdout,)\nformatter=f\n[formatter_f]\nformat=[%(message)s]\n')
logging.info('as a file')
logging.config.stopListening()
thread.join()
print(len(seen), thread.is_alive())
