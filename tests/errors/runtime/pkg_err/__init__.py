class PackageError(Exception): pass
