"""Quoted-printable text (RFC 1521): '=' and two hexadecimal digits for what mail may not carry."""

__all__ = ["encode", "decode", "encodestring", "decodestring"]

from binascii import a2b_qp, b2a_qp


def encode(input, output, quotetabs, header=False):
    """Encode one binary file into another.

    `quotetabs` also encodes spaces and tabs within lines; at the end of a line they always are. `header` writes a space
    as '_', as RFC 1522 has it.
    """
    output.write(b2a_qp(input.read(), quotetabs=quotetabs, header=header))


def encodestring(s, quotetabs=False, header=False):
    return b2a_qp(s, quotetabs=quotetabs, header=header)


def decode(input, output, header=False):
    """Decode one binary file into another; with `header` a '_' is a space."""
    output.write(a2b_qp(input.read(), header=header))


def decodestring(s, header=False):
    return a2b_qp(s, header=header)


def main():
    import getopt
    import sys
    try:
        options, names = getopt.getopt(sys.argv[1:], 'td')
    except getopt.error as error:
        print(error, 'usage: quopri [-t | -d] [file] ...', '-t: quote tabs', '-d: decode; default encode', sep='\n', file=sys.stderr)
        sys.exit(2)
    chosen = {option for option, _ in options}
    if len(chosen) == 2:
        print('-t and -d are mutually exclusive', file=sys.stderr)
        sys.exit(2)
    status = 0
    for name in names or ['-']:
        try:
            file = sys.stdin.buffer if name == '-' else open(name, 'rb')
        except OSError as error:
            sys.stderr.write("%s: can't open (%s)\n" % (name, error))
            status = 1
            continue
        try:
            if '-d' in chosen:
                decode(file, sys.stdout.buffer)
            else:
                encode(file, sys.stdout.buffer, '-t' in chosen)
        finally:
            if name != '-':
                file.close()
    if status:
        sys.exit(status)


if __name__ == '__main__':
    main()
