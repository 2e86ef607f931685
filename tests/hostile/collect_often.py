# Collections that a script asks for, with objects made between them, do not make the heap grow.
import gc
import resource


def rounds(n):
    kept = []
    for i in range(n):
        kept.append((i, str(i) * 3))
        gc.collect()
        gc.get_objects()


def most():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


rounds(10)
before = most()
rounds(300)
print(most() - before < 12000)
