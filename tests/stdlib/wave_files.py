# wave: writing and reading in memory, parameters, errors.
import io
import struct
import wave

out = io.BytesIO()
with wave.open(out, 'wb') as sound:
    sound.setnchannels(2)
    sound.setsampwidth(2)
    sound.setframerate(8000.4)
    sound.setcomptype('NONE', 'not compressed')
    for n in range(10):
        sound.writeframes(struct.pack('<hh', n * 100, -n * 100))
    print(sound.tell(), sound.getnframes(), sound.getparams())
data = out.getvalue()
print(data.hex())
with wave.open(io.BytesIO(data)) as sound:
    print(sound.getparams(), sound.getnchannels(), sound.getsampwidth(), sound.getframerate(), sound.getcompname(), sound.getmarkers())
    print(sound.readframes(3), sound.tell())
    sound.setpos(8)
    print(sound.readframes(100), sound.tell(), sound.readframes(1))
    sound.rewind()
    print(sound.tell(), len(sound.readframes(-1)), len(sound.readframes(10)))
    for wrong in (lambda: sound.setpos(11), lambda: sound.getmark(1), lambda: wave.open(io.BytesIO(b'RIFF'), 'r'), lambda: wave.open(io.BytesIO(b'none of that here'), 'r'),
                  lambda: wave.open(io.BytesIO(data[:20]), 'r'), lambda: wave.open(io.BytesIO(data), 'x'), lambda: wave.open(io.BytesIO(b'RIFF0000WAVE'), 'r')):
        try:
            wrong()
        except Exception as error:
            print(type(error).__name__, error)
sound = wave.open(io.BytesIO(), 'w')
for call, args in (('setnchannels', (0,)), ('setsampwidth', (5,)), ('setframerate', (0,)), ('getnchannels', ()), ('getparams', ()), ('writeframes', (b'1234',)),
                   ('setcomptype', ('ULAW', 'x')), ('setmark', (1, 2, 'x'))):
    try:
        getattr(sound, call)(*args)
    except wave.Error as error:
        print(call, error)
sound.setparams((1, 1, 100, 4, 'NONE', 'not compressed'))
sound.writeframesraw(b'ab')
try:
    sound.setnchannels(2)
except wave.Error as error:
    print(error)
sound.close()
