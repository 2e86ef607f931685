"""Options of a command line by the rules of the C function getopt(), long ones too.

argparse does more of the work. getopt() stops at the first argument that is no option, gnu_getopt() goes on behind it. GetoptError
tells in `opt` which option is wrong.
"""

__all__ = ["GetoptError", "error", "getopt", "gnu_getopt"]

import os
from gettext import gettext as _


class GetoptError(Exception):
    opt = ''
    msg = ''

    def __init__(self, msg, opt=''):
        self.msg = msg
        self.opt = opt
        Exception.__init__(self, msg, opt)

    def __str__(self):
        return self.msg


error = GetoptError  # its old name


def getopt(args, shortopts, longopts=[]):
    """Split an argument list, without the program's name, into options and the rest.

    `shortopts` has the letters of the options, with a ':' behind those that take an argument. `longopts` has the long
    names without their hyphens, with a '=' behind those that take an argument; a beginning that only one of them has is enough.

    The result is a list of (option, value) pairs, the options with their hyphens and the value '' where there is none, and
    the list of arguments that are left: from the first one that is no option on.
    """
    opts = []
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    while args and args[0].startswith('-') and args[0] != '-':
        if args[0] == '--':
            args = args[1:]
            break
        if args[0].startswith('--'):
            opts, args = do_longs(opts, args[0][2:], longopts, args[1:])
        else:
            opts, args = do_shorts(opts, args[0][1:], shortopts, args[1:])
    return opts, args


def gnu_getopt(args, shortopts, longopts=[]):
    """As getopt(), but options are also found behind other arguments.

    A '+' in front of `shortopts`, or the environment variable POSIXLY_CORRECT, makes the first other argument the end of
    the options again.
    """
    opts = []
    prog_args = []
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    if shortopts.startswith('+'):
        shortopts = shortopts[1:]
        all_options_first = True
    else:
        all_options_first = bool(os.environ.get("POSIXLY_CORRECT"))
    while args:
        if args[0] == '--':
            prog_args += args[1:]
            break
        if args[0][:2] == '--':
            opts, args = do_longs(opts, args[0][2:], longopts, args[1:])
        elif args[0][:1] == '-' and args[0] != '-':
            opts, args = do_shorts(opts, args[0][1:], shortopts, args[1:])
        elif all_options_first:
            prog_args += args
            break
        else:
            prog_args.append(args[0])
            args = args[1:]
    return opts, prog_args


def do_longs(opts, opt, longopts, args):
    opt, equals, value = opt.partition('=')
    optarg = value if equals else None
    has_arg, opt = long_has_args(opt, longopts)
    if has_arg:
        if optarg is None:
            if not args:
                raise GetoptError(_('option --%s requires argument') % opt, opt)
            optarg, args = args[0], args[1:]
    elif optarg is not None:
        raise GetoptError(_('option --%s must not have an argument') % opt, opt)
    opts.append(('--' + opt, optarg or ''))
    return opts, args


def long_has_args(opt, longopts):
    """Whether the option takes an argument, and its full name: it may be abbreviated as long as only one fits."""
    possibilities = [o for o in longopts if o.startswith(opt)]
    if not possibilities:
        raise GetoptError(_('option --%s not recognized') % opt, opt)
    if opt in possibilities:
        return False, opt
    if opt + '=' in possibilities:
        return True, opt
    if len(possibilities) > 1:
        raise GetoptError(_('option --%s not a unique prefix') % opt, opt)
    match = possibilities[0]
    has_arg = match.endswith('=')
    return has_arg, match[:-1] if has_arg else match


def do_shorts(opts, optstring, shortopts, args):
    while optstring:
        letter, rest = optstring[0], optstring[1:]
        value = ''
        if short_has_arg(letter, shortopts):
            if not rest:
                if not args:
                    raise GetoptError(_('option -%s requires argument') % letter, letter)
                rest, args = args[0], args[1:]
            value, rest = rest, ''
        opts.append(('-' + letter, value))
        optstring = rest
    return opts, args


def short_has_arg(opt, shortopts):
    for i in range(len(shortopts)):
        if opt == shortopts[i] != ':':
            return shortopts.startswith(':', i + 1)
    raise GetoptError(_('option -%s not recognized') % opt, opt)


if __name__ == '__main__':
    import sys
    print(getopt(sys.argv[1:], "a:b", ["alpha=", "beta"]))
