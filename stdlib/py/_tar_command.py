"""The command of the module tarfile: lists, unpacks, makes and checks archives."""
import argparse
import os
import sys
import tarfile


def main():
    """python -m tarfile -l|-e|-c|-t archive ..."""
    parser = argparse.ArgumentParser(description="Lists, unpacks, makes and checks tar archives.")
    parser.add_argument("-v", "--verbose", action="store_true", default=False, help="say more")
    parser.add_argument("--filter", metavar="<filtername>", choices=("fully_trusted", "tar", "data"), help="what unpacking lets through")
    group = parser.add_mutually_exclusive_group(required=True)
    group.add_argument("-l", "--list", metavar="<tarfile>", help="what is in the archive")
    group.add_argument("-e", "--extract", nargs="+", metavar=("<tarfile>", "<output_dir>"), help="unpack all of it, into a folder")
    group.add_argument("-c", "--create", nargs="+", metavar=("<name>", "<file>"), help="a new archive of files and folders")
    group.add_argument("-t", "--test", metavar="<tarfile>", help="read the archive's headers")
    options = parser.parse_args()
    if options.filter and options.extract is None:
        parser.exit(1, "--filter is only valid for extraction\n")
    if options.test is not None:
        if not tarfile.is_tarfile(options.test):
            parser.exit(1, "{!r} is not a tar archive.\n".format(options.test))
        with tarfile.open(options.test) as archive:
            archive.getmembers()
            print(archive, file=sys.stderr)
        if options.verbose:
            print("{!r} is a tar archive.".format(options.test))
    elif options.list is not None:
        if not tarfile.is_tarfile(options.list):
            parser.exit(1, "{!r} is not a tar archive.\n".format(options.list))
        with tarfile.open(options.list) as archive:
            archive.list(verbose=options.verbose)
    elif options.extract is not None:
        if len(options.extract) > 2:
            parser.exit(1, parser.format_help())
        source, folder = options.extract[0], options.extract[1] if len(options.extract) == 2 else os.curdir
        if not tarfile.is_tarfile(source):
            parser.exit(1, "{!r} is not a tar archive.\n".format(source))
        with tarfile.open(source) as archive:
            archive.extractall(path=folder, filter=options.filter)
        if options.verbose:
            print("{!r} file is extracted".format(source) + (f" into {folder!r} directory." if folder != os.curdir else "."))
    else:
        target, *files = options.create
        kinds = {".gz": "gz", ".tgz": "gz", ".xz": "xz", ".txz": "xz", ".bz2": "bz2", ".tbz": "bz2", ".tbz2": "bz2", ".tb2": "bz2"}
        extension = os.path.splitext(target)[1]
        with tarfile.open(target, "w:" + kinds[extension] if extension in kinds else "w") as archive:
            for name in files:
                archive.add(name)
        if options.verbose:
            print("{!r} file created.".format(target))
