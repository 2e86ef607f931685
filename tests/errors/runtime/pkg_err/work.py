from . import PackageError
from .deep.leaf import explode
def run():
    try:
        explode("fuse")
    except KeyError as e:
        raise PackageError("work failed") from e
