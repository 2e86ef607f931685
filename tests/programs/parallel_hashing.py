"""Files hashed by a pool of threads and one of processes."""
# test: heavy
import hashlib, os, tempfile, threading
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
def digest(p): return p.name, hashlib.md5(p.read_bytes()).hexdigest()
if __name__=='__main__':
    with tempfile.TemporaryDirectory() as d:
        for i in range(8): Path(d,f'f{i}.bin').write_bytes(bytes([i])*1000)
        files=sorted(Path(d).iterdir())
        with ThreadPoolExecutor() as t, ProcessPoolExecutor(2) as p:
            a=dict(t.map(digest,files)); b=dict(p.map(digest,files,chunksize=3))
        print(a==b,len(a)); 
        for k in sorted(a): print(k,a[k])
