# A name that a module of the library does not have: one line of traceback, the exception's name and obj, suggestions.
import asyncio, collections.abc, inspect, os, re, shutil, signal, sys, traceback, typing

for module, name in ((os, 'getcwdd'), (os, 'lisdir'), (re, 'complie'), (inspect, 'signatur'), (asyncio, 'slep'), (asyncio, 'creat_task'),
                     (signal, 'SIGINTT'), (shutil, 'copyfil'), (typing, 'Lst'), (collections.abc, 'Iterabl'), (os.path, 'joinn')):
    try: getattr(module, name)
    except AttributeError as e:
        print(len(traceback.extract_tb(e.__traceback__)), traceback.format_exception_only(e)[-1], e.name, e.obj is module)
    try: exec(f'from {module.__name__} import {name}')
    except ImportError as e: print(str(e).split(' (')[0])
print(hasattr(os, 'zz'), getattr(re, 'zz', 3))
