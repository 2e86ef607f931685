# Objects die when the collector finds them, not when the last reference goes
#
# Moray has no reference counts. `__del__`, callbacks of weak references and the closing of an abandoned generator wait for the next collection or the end of the program. Use `with` for
# what must end at a certain line; `gc.collect()` makes everything happen that is due.
import gc
import weakref


class Door:
    def __del__(self):
        print("the door is gone")


def visit():
    door = Door()
    return weakref.ref(door)


remember = visit()
print("after the visit:", "gone" if remember() is None else "still there")
gc.collect()
print("after a collection:", "gone" if remember() is None else "still there")
