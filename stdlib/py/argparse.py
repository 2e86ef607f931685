"""Command lines: arguments declared to a parser, read into a namespace, with help and errors made of the declarations.

Words are first sorted into options (O), arguments (A) and the mark `--` (-); what an argument takes is then a match of its nargs
against that row of letters, so that positionals share the words between options. The layout of help is in _argparse_help.
"""

import os as _os
import sys as _sys
from _argparse_help import (SUPPRESS, OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE, PARSER, REMAINDER, HelpFormatter, RawDescriptionHelpFormatter,
                            RawTextHelpFormatter, ArgumentDefaultsHelpFormatter, MetavarTypeHelpFormatter)

__all__ = ['ArgumentParser', 'ArgumentError', 'ArgumentTypeError', 'BooleanOptionalAction', 'FileType', 'HelpFormatter',
           'ArgumentDefaultsHelpFormatter', 'RawDescriptionHelpFormatter', 'RawTextHelpFormatter', 'MetavarTypeHelpFormatter', 'Namespace',
           'Action', 'ONE_OR_MORE', 'OPTIONAL', 'PARSER', 'REMAINDER', 'SUPPRESS', 'ZERO_OR_MORE']

_UNRECOGNIZED_ARGS_ATTR = '_unrecognized_args'


class _AttributeHolder:
    """A repr of the attributes."""

    def __repr__(self):
        parts = [repr(each) for each in self._get_args()]
        others = {}
        for name, value in self._get_kwargs():
            if name.isidentifier():
                parts.append('%s=%r' % (name, value))
            else:
                others[name] = value
        if others:
            parts.append('**%s' % repr(others))
        return '%s(%s)' % (type(self).__name__, ', '.join(parts))

    def _get_kwargs(self):
        return list(self.__dict__.items())

    def _get_args(self):
        return []


class Namespace(_AttributeHolder):
    """What a parser fills with the values."""

    def __init__(self, **kwargs):
        for name, value in kwargs.items():
            setattr(self, name, value)

    def __eq__(self, other):
        return vars(self) == vars(other) if isinstance(other, Namespace) else NotImplemented

    def __contains__(self, key):
        return key in self.__dict__


def _get_action_name(argument):
    if argument is None:
        return None
    if argument.option_strings:
        return '/'.join(argument.option_strings)
    for name in (argument.metavar, argument.dest):
        if name not in (None, SUPPRESS):
            return name
    return '{' + ','.join(argument.choices) + '}' if argument.choices else None


class ArgumentError(Exception):
    """A word that an argument cannot take."""

    def __init__(self, argument, message):
        self.argument_name = _get_action_name(argument)
        self.message = message

    def __str__(self):
        if self.argument_name is None:
            return '%s' % self.message
        return 'argument %s: %s' % (self.argument_name, self.message)


class ArgumentTypeError(Exception):
    """Raised by a type function with the message to show."""


# ---- actions


class Action(_AttributeHolder):
    """What is done with the values of one argument."""

    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None, required=False, help=None,
                 metavar=None):
        self.option_strings = option_strings
        self.dest = dest
        self.nargs = nargs
        self.const = const
        self.default = default
        self.type = type
        self.choices = choices
        self.required = required
        self.help = help
        self.metavar = metavar

    def _get_kwargs(self):
        names = ['option_strings', 'dest', 'nargs', 'const', 'default', 'type', 'choices', 'required', 'help', 'metavar']
        return [(name, getattr(self, name)) for name in names]

    def format_usage(self):
        return self.option_strings[0]

    def __call__(self, parser, namespace, values, option_string=None):
        raise NotImplementedError('.__call__() not defined')


_missing = object()


class BooleanOptionalAction(Action):
    """--name sets True, --no-name False."""

    def __init__(self, option_strings, dest, default=None, type=_missing, choices=_missing, required=False, help=None, metavar=_missing):
        given = {'type': type, 'choices': choices, 'metavar': metavar}
        for name, value in given.items():
            if value is _missing:
                given[name] = None
            else:
                import warnings
                warnings.warn(f"{name!r} is deprecated as of Python 3.12 and will be removed in Python 3.14.", DeprecationWarning, stacklevel=3)
        names = []
        for option in option_strings:
            names.append(option)
            if option.startswith('--'):
                names.append('--no-' + option[2:])
        super().__init__(option_strings=names, dest=dest, nargs=0, default=default, required=required, help=help, **given)

    def __call__(self, parser, namespace, values, option_string=None):
        if option_string in self.option_strings:
            setattr(namespace, self.dest, not option_string.startswith('--no-'))

    def format_usage(self):
        return ' | '.join(self.option_strings)


class _StoreAction(Action):
    _none_is_wrong = ('nargs for store actions must be != 0; if you have nothing to store, actions such as store true or store const '
                      'may be more appropriate')

    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None, required=False, help=None,
                 metavar=None):
        if nargs == 0:
            raise ValueError(self._none_is_wrong)
        if const is not None and nargs != OPTIONAL:
            raise ValueError('nargs must be %r to supply const' % OPTIONAL)
        super().__init__(option_strings=option_strings, dest=dest, nargs=nargs, const=const, default=default, type=type,
                         choices=choices, required=required, help=help, metavar=metavar)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, values)


class _StoreConstAction(Action):
    def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None, metavar=None):
        super().__init__(option_strings=option_strings, dest=dest, nargs=0, const=const, default=default, required=required, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, self.const)


class _StoreTrueAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=False, required=False, help=None):
        super().__init__(option_strings=option_strings, dest=dest, const=True, default=default, required=required, help=help)


class _StoreFalseAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=True, required=False, help=None):
        super().__init__(option_strings=option_strings, dest=dest, const=False, default=default, required=required, help=help)


def _copied(items):
    """The list an action adds to; the default is never changed."""
    if items is None:
        return []
    if type(items) is list:
        return items[:]
    import copy
    return copy.copy(items)


class _AppendAction(_StoreAction):
    _none_is_wrong = ('nargs for append actions must be != 0; if arg strings are not supplying the value to append, the append const '
                      'action may be more appropriate')

    def __call__(self, parser, namespace, values, option_string=None):
        items = _copied(getattr(namespace, self.dest, None))
        items.append(values)
        setattr(namespace, self.dest, items)


class _AppendConstAction(Action):
    def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None, metavar=None):
        super().__init__(option_strings=option_strings, dest=dest, nargs=0, const=const, default=default, required=required, help=help,
                         metavar=metavar)

    def __call__(self, parser, namespace, values, option_string=None):
        items = _copied(getattr(namespace, self.dest, None))
        items.append(self.const)
        setattr(namespace, self.dest, items)


class _CountAction(Action):
    def __init__(self, option_strings, dest, default=None, required=False, help=None):
        super().__init__(option_strings=option_strings, dest=dest, nargs=0, default=default, required=required, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, (getattr(namespace, self.dest, None) or 0) + 1)


class _HelpAction(Action):
    def __init__(self, option_strings, dest=SUPPRESS, default=SUPPRESS, help=None):
        super().__init__(option_strings=option_strings, dest=dest, default=default, nargs=0, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        parser.print_help()
        parser.exit()


class _VersionAction(Action):
    def __init__(self, option_strings, version=None, dest=SUPPRESS, default=SUPPRESS, help="show program's version number and exit"):
        super().__init__(option_strings=option_strings, dest=dest, default=default, nargs=0, help=help)
        self.version = version

    def __call__(self, parser, namespace, values, option_string=None):
        version = parser.version if self.version is None else self.version
        formatter = parser._get_formatter()
        formatter.add_text(version)
        parser._print_message(formatter.format_help(), _sys.stdout)
        parser.exit()


class _ExtendAction(_AppendAction):
    def __call__(self, parser, namespace, values, option_string=None):
        items = _copied(getattr(namespace, self.dest, None))
        items.extend(values)
        setattr(namespace, self.dest, items)


class _SubParsersAction(Action):
    """Hands the rest of the words to the parser that the first names."""

    class _ChoicesPseudoAction(Action):
        def __init__(self, name, aliases, help):
            metavar = dest = name
            if aliases:
                metavar += ' (%s)' % ', '.join(aliases)
            super().__init__(option_strings=[], dest=dest, help=help, metavar=metavar)

    def __init__(self, option_strings, prog, parser_class, dest=SUPPRESS, required=False, help=None, metavar=None):
        self._prog_prefix = prog
        self._parser_class = parser_class
        self._name_parser_map = {}
        self._choices_actions = []
        super().__init__(option_strings=option_strings, dest=dest, nargs=PARSER, choices=self._name_parser_map, required=required,
                         help=help, metavar=metavar)

    def add_parser(self, name, **kwargs):
        """Makes the parser of a subcommand."""
        if kwargs.get('prog') is None:
            kwargs['prog'] = '%s %s' % (self._prog_prefix, name)
        aliases = kwargs.pop('aliases', ())
        if name in self._name_parser_map:
            raise ArgumentError(self, 'conflicting subparser: %s' % name)
        for alias in aliases:
            if alias in self._name_parser_map:
                raise ArgumentError(self, 'conflicting subparser alias: %s' % alias)
        if 'help' in kwargs:
            self._choices_actions.append(self._ChoicesPseudoAction(name, aliases, kwargs.pop('help')))
        parser = self._parser_class(**kwargs)
        for each in (name, *aliases):
            self._name_parser_map[each] = parser
        return parser

    def _get_subactions(self):
        return self._choices_actions

    def __call__(self, parser, namespace, values, option_string=None):
        name, words = values[0], values[1:]
        if self.dest is not SUPPRESS:
            setattr(namespace, self.dest, name)
        try:
            chosen = self._name_parser_map[name]
        except KeyError:
            raise ArgumentError(self, 'unknown parser %r (choices: %s)' % (name, ', '.join(self._name_parser_map))) from None
        # a namespace of its own, so that the defaults of the subparser win
        inner, left = chosen.parse_known_args(words, None)
        for key, value in vars(inner).items():
            setattr(namespace, key, value)
        if left:
            vars(namespace).setdefault(_UNRECOGNIZED_ARGS_ATTR, [])
            getattr(namespace, _UNRECOGNIZED_ARGS_ATTR).extend(left)


class FileType:
    """A type that opens the file an argument names; '-' is a standard stream."""

    def __init__(self, mode='r', bufsize=-1, encoding=None, errors=None):
        self._mode = mode
        self._bufsize = bufsize
        self._encoding = encoding
        self._errors = errors

    def __call__(self, string):
        if string == '-':
            if 'r' in self._mode:
                return _sys.stdin.buffer if 'b' in self._mode else _sys.stdin
            if any(letter in self._mode for letter in 'wax'):
                return _sys.stdout.buffer if 'b' in self._mode else _sys.stdout
            raise ValueError('argument "-" with mode %r' % self._mode)
        try:
            return open(string, self._mode, self._bufsize, self._encoding, self._errors)
        except OSError as e:
            raise ArgumentTypeError("can't open '%s': %s" % (string, e))

    def __repr__(self):
        words = [repr(each) for each in (self._mode, self._bufsize) if each != -1]
        words += ['%s=%r' % pair for pair in (('encoding', self._encoding), ('errors', self._errors)) if pair[1] is not None]
        return '%s(%s)' % (type(self).__name__, ', '.join(words))


# ---- containers of arguments


class _ActionsContainer:
    """What arguments are declared to: parsers and groups."""

    def __init__(self, description, prefix_chars, argument_default, conflict_handler):
        super().__init__()
        self.description = description
        self.argument_default = argument_default
        self.prefix_chars = prefix_chars
        self.conflict_handler = conflict_handler
        self._registries = {'action': {None: _StoreAction, 'store': _StoreAction, 'store_const': _StoreConstAction,
                                       'store_true': _StoreTrueAction, 'store_false': _StoreFalseAction, 'append': _AppendAction,
                                       'append_const': _AppendConstAction, 'count': _CountAction, 'help': _HelpAction,
                                       'version': _VersionAction, 'parsers': _SubParsersAction, 'extend': _ExtendAction}}
        self._get_handler()
        self._actions = []
        self._option_string_actions = {}
        self._action_groups = []
        self._mutually_exclusive_groups = []
        self._defaults = {}
        self._has_negative_number_optionals = []

    def register(self, registry_name, value, object):
        self._registries.setdefault(registry_name, {})[value] = object

    def _registry_get(self, registry_name, value, default=None):
        return self._registries[registry_name].get(value, default)

    def set_defaults(self, **kwargs):
        """Defaults of attributes, whether arguments set them or not."""
        self._defaults.update(kwargs)
        for action in self._actions:
            if action.dest in kwargs:
                action.default = kwargs[action.dest]

    def get_default(self, dest):
        """The default of an attribute."""
        for action in self._actions:
            if action.dest == dest and action.default is not None:
                return action.default
        return self._defaults.get(dest, None)

    def add_argument(self, *args, **kwargs):
        """Declares an argument: a name for a positional, option strings for an option."""
        is_positional = not args or len(args) == 1 and args[0][0] not in self.prefix_chars
        if is_positional and args and 'dest' in kwargs:
            raise ValueError('dest supplied twice for positional argument')
        kwargs = (self._get_positional_kwargs if is_positional else self._get_optional_kwargs)(*args, **kwargs)
        if 'default' not in kwargs:
            dest = kwargs['dest']
            if dest in self._defaults or self.argument_default is not None:
                kwargs['default'] = self._defaults.get(dest, self.argument_default)
        kind = self._pop_action_class(kwargs)
        if not callable(kind):
            raise ValueError('unknown action "%s"' % (kind,))
        action = kind(**kwargs)
        convert = self._registry_get('type', action.type, action.type)
        if not callable(convert):
            raise ValueError('%r is not callable' % (convert,))
        if convert is FileType:
            raise ValueError('%r is a FileType class object, instance of it must be passed' % (convert,))
        if hasattr(self, "_get_formatter"):  # a parser; its groups have none
            try:
                self._get_formatter()._format_args(action, None)
            except TypeError:
                raise ValueError("length of metavar tuple does not match nargs")
        return self._add_action(action)

    def add_argument_group(self, *args, **kwargs):
        """A group that has its own section in the help."""
        group = _ArgumentGroup(self, *args, **kwargs)
        self._action_groups.append(group)
        return group

    def add_mutually_exclusive_group(self, **kwargs):
        """A group of which one argument at most may be given."""
        group = _MutuallyExclusiveGroup(self, **kwargs)
        self._mutually_exclusive_groups.append(group)
        return group

    def _add_action(self, action):
        self._check_conflict(action)
        self._actions.append(action)
        action.container = self
        for option in action.option_strings:
            self._option_string_actions[option] = action
            if _is_negative_number(option) and not self._has_negative_number_optionals:
                self._has_negative_number_optionals.append(True)
        return action

    def _remove_action(self, action):
        self._actions.remove(action)

    def _add_container_actions(self, container):
        # a parent parser's arguments join the groups of the same titles
        titles = {}
        for group in self._action_groups:
            if group.title in titles:
                raise ValueError('cannot merge actions - two groups are named %r' % (group.title))
            titles[group.title] = group
        homes = {}
        for group in container._action_groups:
            if group.title not in titles:
                titles[group.title] = self.add_argument_group(title=group.title, description=group.description,
                                                              conflict_handler=group.conflict_handler)
            for action in group._group_actions:
                homes[action] = titles[group.title]
        for group in container._mutually_exclusive_groups:
            made = self.add_mutually_exclusive_group(required=group.required)
            for action in group._group_actions:
                homes[action] = made
        for action in container._actions:
            homes.get(action, self)._add_action(action)

    def _get_positional_kwargs(self, dest, **kwargs):
        if 'required' in kwargs:
            raise TypeError("'required' is an invalid argument for positionals")
        if kwargs.get('nargs') not in (OPTIONAL, ZERO_OR_MORE) or (kwargs.get('nargs') == ZERO_OR_MORE and 'default' not in kwargs):
            kwargs['required'] = True
        return dict(kwargs, dest=dest, option_strings=[])

    def _get_optional_kwargs(self, *args, **kwargs):
        chars = self.prefix_chars
        for option in args:
            if option[0] not in chars:
                raise ValueError('invalid option string %r: must start with a character %r' % (option, chars))
        dest = kwargs.pop('dest', None)
        if dest is None:
            long = [option for option in args if len(option) > 1 and option[1] in chars]
            dest = (long[0] if long else args[0]).lstrip(chars)
            if not dest:
                raise ValueError('dest= is required for options like %r' % args[0])
            dest = dest.replace('-', '_')
        return dict(kwargs, dest=dest, option_strings=list(args))

    def _pop_action_class(self, kwargs, default=None):
        action = kwargs.pop('action', default)
        return self._registry_get('action', action, action)

    def _get_handler(self):
        try:
            return getattr(self, '_handle_conflict_%s' % self.conflict_handler)
        except AttributeError:
            raise ValueError('invalid conflict_resolution value: %r' % self.conflict_handler)

    def _check_conflict(self, action):
        conflicts = [(option, self._option_string_actions[option]) for option in action.option_strings
                     if option in self._option_string_actions]
        if conflicts:
            self._get_handler()(action, conflicts)

    def _handle_conflict_error(self, action, conflicts):
        plural = '' if len(conflicts) == 1 else 's'
        raise ArgumentError(action, 'conflicting option string%s: %s' % (plural, ', '.join([option for option, _ in conflicts])))

    def _handle_conflict_resolve(self, action, conflicts):
        for option, other in conflicts:
            other.option_strings.remove(option)
            self._option_string_actions.pop(option, None)
            if not other.option_strings:
                other.container._remove_action(other)


def _is_negative_number(text):
    """-12, -1.5, -.5"""
    whole, dot, fraction = text[1:].partition('.')
    if text[:1] != '-':
        return False
    if not dot:
        return whole.isdecimal()
    return (not whole or whole.isdecimal()) and fraction.isdecimal()


class _ArgumentGroup(_ActionsContainer):
    def __init__(self, container, title=None, description=None, **kwargs):
        kwargs.setdefault('conflict_handler', container.conflict_handler)
        kwargs.setdefault('prefix_chars', container.prefix_chars)
        kwargs.setdefault('argument_default', container.argument_default)
        super().__init__(description=description, **kwargs)
        self.title = title
        self._group_actions = []
        # the group's arguments are those of the parser
        self._registries = container._registries
        self._actions = container._actions
        self._option_string_actions = container._option_string_actions
        self._defaults = container._defaults
        self._has_negative_number_optionals = container._has_negative_number_optionals
        self._mutually_exclusive_groups = container._mutually_exclusive_groups

    def _add_action(self, action):
        action = super()._add_action(action)
        self._group_actions.append(action)
        return action

    def _remove_action(self, action):
        super()._remove_action(action)
        self._group_actions.remove(action)

    def add_argument_group(self, *args, **kwargs):
        _warn_nesting("argument groups")
        return super().add_argument_group(*args, **kwargs)


class _MutuallyExclusiveGroup(_ArgumentGroup):
    def __init__(self, container, required=False):
        super().__init__(container)
        self.required = required
        self._container = container

    def _add_action(self, action):
        if action.required:
            raise ValueError('mutually exclusive arguments must be optional')
        action = self._container._add_action(action)
        self._group_actions.append(action)
        return action

    def _remove_action(self, action):
        self._container._remove_action(action)
        self._group_actions.remove(action)

    def add_mutually_exclusive_group(self, *args, **kwargs):
        _warn_nesting("mutually exclusive groups")
        return super().add_mutually_exclusive_group(*args, **kwargs)


def _warn_nesting(what):
    import warnings
    warnings.warn("Nesting %s is deprecated." % what, category=DeprecationWarning, stacklevel=3)


# ---- the parser


def _ends(nargs, row, start, is_option):
    """Where an argument that begins at start may end in the row of letters, the longest match first."""
    low, high = {None: (1, 1), OPTIONAL: (0, 1), ZERO_OR_MORE: (0, len(row)), ONE_OR_MORE: (1, len(row)), REMAINDER: (0, len(row)),
                 PARSER: (1, len(row)), SUPPRESS: (0, 0)}.get(nargs) or (nargs, nargs)
    found = []
    count = 0
    open_ended = nargs == REMAINDER
    for at in range(start, len(row) + 1):
        if count >= low and count <= high:
            found.append(at)
        if at == len(row):
            break
        letter = row[at]
        if open_ended:
            count += letter == 'A' and nargs != REMAINDER
        elif letter == 'A':
            count += 1
            open_ended = nargs == PARSER
        elif letter == 'O' or is_option:
            break
    return found[::-1]


def _match_row(actions, row, is_option=False):
    """The words that each action takes from the row's start, None where they do not all match."""
    def match(index, start):
        if index == len(actions):
            return []
        for end in _ends(actions[index].nargs, row, start, is_option):
            rest = match(index + 1, end)
            if rest is not None:
                return [end - start] + rest
        return None
    return match(0, 0)


class _Reading:
    """One pass over a command line: the words, the letters that they are sorted into, and what was seen."""

    def __init__(self, parser, words, namespace):
        self.parser = parser
        self.words = words
        self.namespace = namespace
        self.seen = set()
        self.seen_non_default = set()
        self.extras = []
        self.positionals = parser._get_positional_actions()
        self.options = {}  # index of a word: the option that it is
        self.conflicts = {}
        for group in parser._mutually_exclusive_groups:
            for i, action in enumerate(group._group_actions):
                self.conflicts.setdefault(action, []).extend(group._group_actions[:i] + group._group_actions[i + 1:])
        letters = []
        for index, word in enumerate(words):
            if word == '--':
                letters.append('-')
                letters += 'A' * (len(words) - index - 1)
                break
            option = parser._parse_optional(word)
            if option is None:
                letters.append('A')
            else:
                self.options[index] = option
                letters.append('O')
        self.row = ''.join(letters)

    def take(self, action, words, option_string=None):
        self.seen.add(action)
        values = self.parser._get_values(action, words)
        if values is not action.default:
            self.seen_non_default.add(action)
            for other in self.conflicts.get(action, []):
                if other in self.seen_non_default:
                    raise ArgumentError(action, 'not allowed with argument %s' % _get_action_name(other))
        if values is not SUPPRESS:
            action(self.parser, self.namespace, values, option_string)

    def consume_optional(self, start):
        parser = self.parser
        action, option_string, explicit = self.options[start]
        taken = []
        while True:
            if action is None:
                self.extras.append(self.words[start])
                return start + 1
            if explicit is None:
                begin = start + 1
                stop = begin + parser._match_argument(action, self.row[begin:])
                taken.append((action, self.words[begin:stop], option_string))
                break
            count = parser._match_argument(action, 'A')
            if count == 0 and option_string[1] not in parser.prefix_chars and explicit != '':
                # -xyz, where -x takes nothing: y is the next option
                taken.append((action, [], option_string))
                option_string = option_string[0] + explicit[0]
                rest = explicit[1:] or None
                if option_string not in parser._option_string_actions:
                    raise ArgumentError(action, 'ignored explicit argument %r' % explicit)
                action = parser._option_string_actions[option_string]
                explicit = rest
            elif count == 1:
                stop = start + 1
                taken.append((action, [explicit], option_string))
                break
            else:
                raise ArgumentError(action, 'ignored explicit argument %r' % explicit)
        for action, words, option_string in taken:
            self.take(action, words, option_string)
        return stop

    def consume_positionals(self, start):
        counts = self.parser._match_arguments_partial(self.positionals, self.row[start:])
        actions = self.positionals[:len(counts)]
        del self.positionals[:len(counts)]
        for action, count in zip(actions, counts):
            words = self.words[start:start + count]
            start += count
            self.take(action, words)
        return start

    def run(self):
        start = 0
        last = max(self.options, default=-1)
        while start <= last:
            following = min(index for index in self.options if index >= start)
            if start != following:
                end = self.consume_positionals(start)
                if end > start:
                    start = end
                    continue
            if start not in self.options:
                self.extras.extend(self.words[start:following])
                start = following
            start = self.consume_optional(start)
        stop = self.consume_positionals(start)
        self.extras.extend(self.words[stop:])

    def check_required(self):
        parser, namespace = self.parser, self.namespace
        missing = []
        for action in parser._actions:
            if action in self.seen:
                continue
            if action.required:
                missing.append(_get_action_name(action))
            elif (isinstance(action.default, str) and hasattr(namespace, action.dest)
                  and action.default is getattr(namespace, action.dest)):
                setattr(namespace, action.dest, parser._get_value(action, action.default))
        if missing:
            parser.error('the following arguments are required: %s' % ', '.join(missing))
        for group in parser._mutually_exclusive_groups:
            if group.required and not any(action in self.seen_non_default for action in group._group_actions):
                names = [_get_action_name(action) for action in group._group_actions if action.help is not SUPPRESS]
                parser.error('one of the arguments %s is required' % ' '.join(names))


class ArgumentParser(_AttributeHolder, _ActionsContainer):
    """Reads command lines into namespaces."""

    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=[], formatter_class=HelpFormatter, prefix_chars='-',
                 fromfile_prefix_chars=None, argument_default=None, conflict_handler='error', add_help=True, allow_abbrev=True,
                 exit_on_error=True):
        _ActionsContainer.__init__(self, description=description, prefix_chars=prefix_chars, argument_default=argument_default,
                                   conflict_handler=conflict_handler)
        self.prog = _os.path.basename(_sys.argv[0]) if prog is None else prog
        self.usage = usage
        self.epilog = epilog
        self.formatter_class = formatter_class
        self.fromfile_prefix_chars = fromfile_prefix_chars
        self.add_help = add_help
        self.allow_abbrev = allow_abbrev
        self.exit_on_error = exit_on_error
        self._positionals = self.add_argument_group('positional arguments')
        self._optionals = self.add_argument_group('options')
        self._subparsers = None
        self.register('type', None, lambda string: string)
        if self.add_help:
            prefix = '-' if '-' in prefix_chars else prefix_chars[0]
            self.add_argument(prefix + 'h', prefix * 2 + 'help', action='help', default=SUPPRESS, help='show this help message and exit')
        for parent in parents:
            self._add_container_actions(parent)
            self._defaults.update(parent._defaults)

    def _get_kwargs(self):
        names = ['prog', 'usage', 'description', 'formatter_class', 'conflict_handler', 'add_help']
        return [(name, getattr(self, name)) for name in names]

    def add_subparsers(self, **kwargs):
        """Makes the argument that chooses a subparser."""
        if self._subparsers is not None:
            self.error('cannot have multiple subparser arguments')
        kwargs.setdefault('parser_class', type(self))
        if 'title' in kwargs or 'description' in kwargs:
            self._subparsers = self.add_argument_group(kwargs.pop('title', 'subcommands'), kwargs.pop('description', None))
        else:
            self._subparsers = self._positionals
        if kwargs.get('prog') is None:
            formatter = self._get_formatter()
            formatter.add_usage(self.usage, self._get_positional_actions(), self._mutually_exclusive_groups, '')
            kwargs['prog'] = formatter.format_help().strip()
        action = self._pop_action_class(kwargs, 'parsers')(option_strings=[], **kwargs)
        self._subparsers._add_action(action)
        return action

    def _add_action(self, action):
        (self._optionals if action.option_strings else self._positionals)._add_action(action)
        return action

    def _get_optional_actions(self):
        return [action for action in self._actions if action.option_strings]

    def _get_positional_actions(self):
        return [action for action in self._actions if not action.option_strings]

    # ---- reading

    def parse_args(self, args=None, namespace=None):
        """The namespace of a command line; what is not recognized is an error."""
        args, left = self.parse_known_args(args, namespace)
        if left:
            self.error('unrecognized arguments: %s' % ' '.join(left))
        return args

    def parse_known_args(self, args=None, namespace=None):
        """The namespace, and the words that were not recognized."""
        args = _sys.argv[1:] if args is None else list(args)
        if namespace is None:
            namespace = Namespace()
        for action in self._actions:
            if action.dest is not SUPPRESS and not hasattr(namespace, action.dest) and action.default is not SUPPRESS:
                setattr(namespace, action.dest, action.default)
        for dest in self._defaults:
            if not hasattr(namespace, dest):
                setattr(namespace, dest, self._defaults[dest])
        if not self.exit_on_error:
            namespace, left = self._parse_known_args(args, namespace)
        else:
            try:
                namespace, left = self._parse_known_args(args, namespace)
            except ArgumentError as err:
                self.error(str(err))
        if hasattr(namespace, _UNRECOGNIZED_ARGS_ATTR):
            left.extend(getattr(namespace, _UNRECOGNIZED_ARGS_ATTR))
            delattr(namespace, _UNRECOGNIZED_ARGS_ATTR)
        return namespace, left

    def _parse_known_args(self, arg_strings, namespace):
        if self.fromfile_prefix_chars is not None:
            arg_strings = self._read_args_from_files(arg_strings)
        reading = _Reading(self, arg_strings, namespace)
        reading.run()
        reading.check_required()
        return namespace, reading.extras

    def _read_args_from_files(self, arg_strings):
        words = []
        for word in arg_strings:
            if not word or word[0] not in self.fromfile_prefix_chars:
                words.append(word)
                continue
            try:
                with open(word[1:], encoding='utf-8', errors='surrogateescape') as file:
                    inner = [each for line in file.read().splitlines() for each in self.convert_arg_line_to_args(line)]
                words.extend(self._read_args_from_files(inner))
            except OSError as err:
                self.error(str(err))
        return words

    def convert_arg_line_to_args(self, arg_line):
        """The words of a line of an argument file."""
        return [arg_line]

    def _match_argument(self, action, arg_strings_pattern):
        counts = _match_row([action], arg_strings_pattern, bool(action.option_strings))
        if counts is None:
            fixed = {None: 'expected one argument', OPTIONAL: 'expected at most one argument', ONE_OR_MORE: 'expected at least one argument'}
            plural = '' if action.nargs == 1 else 's'
            raise ArgumentError(action, fixed.get(action.nargs) or 'expected %s argument%s' % (action.nargs, plural))
        return counts[0]

    def _match_arguments_partial(self, actions, arg_strings_pattern):
        for count in range(len(actions), 0, -1):
            counts = _match_row(actions[:count], arg_strings_pattern)
            if counts is not None:
                return counts
        return []

    def _parse_optional(self, arg_string):
        """(action, option string, its argument) of a word that is an option, None for one that is not."""
        if not arg_string or arg_string[0] not in self.prefix_chars:
            return None
        if arg_string in self._option_string_actions:
            return self._option_string_actions[arg_string], arg_string, None
        if len(arg_string) == 1:
            return None
        option, equals, explicit = arg_string.partition('=')
        if equals and option in self._option_string_actions:
            return self._option_string_actions[option], option, explicit
        found = self._get_option_tuples(arg_string)
        if len(found) > 1:
            matches = ', '.join([option for _, option, _ in found])
            self.error('ambiguous option: %s could match %s' % (arg_string, matches))
        if found:
            return found[0]
        if _is_negative_number(arg_string) and not self._has_negative_number_optionals:
            return None
        if ' ' in arg_string:
            return None
        return None, arg_string, None

    def _get_option_tuples(self, option_string):
        """The options that the word may be short for."""
        chars = self.prefix_chars
        actions = self._option_string_actions
        if option_string[1] in chars:
            if not self.allow_abbrev:
                return []
            prefix, equals, explicit = option_string.partition('=')
            return [(actions[each], each, explicit if equals else None) for each in actions if each.startswith(prefix)]
        found = []
        for each in actions:
            if each == option_string[:2]:
                found.append((actions[each], each, option_string[2:]))
            elif each.startswith(option_string):
                found.append((actions[each], each, None))
        return found

    def parse_intermixed_args(self, args=None, namespace=None):
        """As parse_args, with positionals anywhere between options."""
        args, left = self.parse_known_intermixed_args(args, namespace)
        if left:
            self.error('unrecognized arguments: %s' % ' '.join(left))
        return args

    def parse_known_intermixed_args(self, args=None, namespace=None):
        """Options are read first, and positionals from what they leave."""
        positionals = self._get_positional_actions()
        wrong = [action for action in positionals if action.nargs in (PARSER, REMAINDER)]
        if wrong:
            raise TypeError('parse_intermixed_args: positional arg with nargs=%s' % wrong[0].nargs)
        if any(action in group._group_actions for group in self._mutually_exclusive_groups for action in positionals):
            raise TypeError('parse_intermixed_args: positional in mutuallyExclusiveGroup')
        kept_usage = self.usage
        try:
            if self.usage is None:
                self.usage = self.format_usage()[7:]  # errors show the positionals all the same
            kept = [(action, action.nargs, action.default) for action in positionals]
            try:
                for action in positionals:
                    action.nargs = SUPPRESS
                    action.default = SUPPRESS
                namespace, left = self.parse_known_args(args, namespace)
                for action in positionals:
                    if hasattr(namespace, action.dest) and getattr(namespace, action.dest) == []:
                        delattr(namespace, action.dest)
            finally:
                for action, action.nargs, action.default in kept:
                    pass
            options = [(action, action.required) for action in self._get_optional_actions()]
            groups = [(group, group.required) for group in self._mutually_exclusive_groups]
            try:
                for each, _ in options + groups:
                    each.required = False
                return self.parse_known_args(left, namespace)
            finally:
                for each, each.required in options + groups:
                    pass
        finally:
            self.usage = kept_usage

    # ---- values

    def _get_values(self, action, arg_strings):
        if action.nargs not in (PARSER, REMAINDER) and '--' in arg_strings:
            arg_strings.remove('--')
        if not arg_strings and action.nargs == OPTIONAL:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str):
                value = self._get_value(action, value)
                self._check_value(action, value)
        elif not arg_strings and action.nargs == ZERO_OR_MORE and not action.option_strings:
            value = arg_strings
            if action.default is not None:
                value = action.default
                self._check_value(action, value)
        elif len(arg_strings) == 1 and action.nargs in (None, OPTIONAL):
            value = self._get_value(action, arg_strings[0])
            self._check_value(action, value)
        elif action.nargs == SUPPRESS:
            value = SUPPRESS
        else:
            value = [self._get_value(action, each) for each in arg_strings]
            if action.nargs != REMAINDER:
                for each in value[:1] if action.nargs == PARSER else value:
                    self._check_value(action, each)
        return value

    def _get_value(self, action, arg_string):
        type_func = self._registry_get('type', action.type, action.type)
        if not callable(type_func):
            raise ArgumentError(action, '%r is not callable' % type_func)
        try:
            return type_func(arg_string)
        except ArgumentTypeError as err:
            raise ArgumentError(action, str(err))
        except (TypeError, ValueError):
            name = getattr(action.type, '__name__', repr(action.type))
            raise ArgumentError(action, 'invalid %s value: %r' % (name, arg_string))

    def _check_value(self, action, value):
        if action.choices is not None and value not in action.choices:
            raise ArgumentError(action, 'invalid choice: %r (choose from %s)' % (value, ', '.join(map(repr, action.choices))))

    # ---- help and exits

    def _get_formatter(self):
        return self.formatter_class(prog=self.prog)

    def format_usage(self):
        """The usage lines."""
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        return formatter.format_help()

    def format_help(self):
        """The whole help."""
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        formatter.add_text(self.description)
        for group in self._action_groups:
            formatter.start_section(group.title)
            formatter.add_text(group.description)
            formatter.add_arguments(group._group_actions)
            formatter.end_section()
        formatter.add_text(self.epilog)
        return formatter.format_help()

    def print_usage(self, file=None):
        self._print_message(self.format_usage(), _sys.stdout if file is None else file)

    def print_help(self, file=None):
        self._print_message(self.format_help(), _sys.stdout if file is None else file)

    def _print_message(self, message, file=None):
        if message:
            file = file or _sys.stderr
            try:
                file.write(message)
            except (AttributeError, OSError):
                pass

    def exit(self, status=0, message=None):
        """Ends the program."""
        if message:
            self._print_message(message, _sys.stderr)
        _sys.exit(status)

    def error(self, message):
        """Tells the usage and the error, and ends the program with status 2."""
        self.print_usage(_sys.stderr)
        self.exit(2, '%s: error: %s\n' % (self.prog, message))
