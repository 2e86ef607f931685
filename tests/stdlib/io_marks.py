# Byte order marks of streams that can and cannot be positioned.
import io,os
class NS(io.BytesIO):
    def seekable(self): return False
for enc in ('utf-16','utf-32','utf-8-sig'):
    for B in (io.BytesIO,NS):
        b=B(); t=io.TextIOWrapper(b,encoding=enc); t.write('ab'); t.flush(); t.write('c'); t.flush(); print(enc,B.__name__,b.getvalue())
r,w=os.pipe(); f=open(w,'w',encoding='utf-16'); f.write('hi'); f.close(); print(os.read(r,100))
