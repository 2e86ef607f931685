# The package encodings: modules of codecs, other names, normalization.
import encodings
import encodings.idna
import pickle
from encodings import ascii, cp1252, latin_1, utf_8, utf_16
from encodings.aliases import aliases

for module in (ascii, cp1252, latin_1, utf_8, utf_16):
    info = module.getregentry()
    print(module.__name__, info.name, info.encode("a"), module.IncrementalDecoder().decode(b"abcd"[:2], False) if module is not utf_16 else "")
for name in ("latin1", "utf8", "ascii", "u8", "cp1252", "iso8859_2", "koi8_r", "rot13"):
    print(name, aliases.get(name))
print(encodings.normalize_encoding("UTF 8"), encodings.normalize_encoding("  iso-8859--1 "), encodings.normalize_encoding("é-x.y"), encodings.normalize_encoding(b"A_b"))
print(encodings.search_function("latin-1").name, encodings.search_function("nowhere"))
decoder = pickle.loads(pickle.dumps(utf_8.IncrementalDecoder))
print(decoder is utf_8.IncrementalDecoder, issubclass(encodings.CodecRegistryError, LookupError))
import io
for stream, state in ((io.StringIO("x"), ("", "", 0, None)), (io.BytesIO(b"x"), (b"", 0, None))):
    stream.close()
    try:
        stream.__setstate__(state)
    except ValueError as error:
        print(error)
text = io.StringIO("1234567890")
print(text.seek(11), repr(text.read()), text.write(""), repr(text.getvalue()), text.write("x"), repr(text.getvalue()))
