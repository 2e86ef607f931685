"""Logging set up from a dict: formatters, filters, handlers and loggers by name.

Objects are made in that order, as each kind refers to those before. ext://name in a text is an object found by import, cfg://path
another part of the configuration. An object that fails is told as a ValueError that names it and has the reason as its cause.
"""

import errno
import errno
import functools
import logging
import logging.handlers
import re

DEFAULT_LOGGING_CONFIG_PORT = 9030
RESET_ERROR = errno.ECONNRESET
IDENTIFIER = re.compile('^[a-z_][a-z0-9_]*$', re.IGNORECASE)


def valid_ident(s):
    """Refuses what is no name."""
    if not s.isidentifier():
        raise ValueError('Not a valid Python identifier: %r' % s)
    return True


class BaseConfigurator:
    """Finds objects by dotted names, and turns the texts of a configuration into values."""

    importer = staticmethod(__import__)

    def __init__(self, config):
        self.config = config

    def resolve(self, s):
        """The object of a dotted name; modules are imported as far as needed."""
        names = s.split('.')
        used = names.pop(0)
        try:
            found = self.importer(used)
            for name in names:
                used += '.' + name
                try:
                    found = getattr(found, name)
                except AttributeError:
                    self.importer(used)
                    found = getattr(found, name)
            return found
        except ImportError as e:
            raise ValueError('Cannot resolve %r: %s' % (s, e)) from e

    def cfg_convert(self, value):
        """A part of the configuration: name, then .name, [index] or [name]."""
        found = self.config
        rest = "." + value
        while rest:
            if rest[0] == ".":
                end = min((at for at in (rest.find(".", 1), rest.find("[", 1)) if at > 0), default=len(rest))
                found = found[rest[1:end]]
            elif rest[0] == "[" and "]" in rest:
                end = rest.index("]") + 1
                key = rest[1:end - 1]
                found = found[int(key)] if key.isdigit() and not (isinstance(found, dict) and key in found) else found[key]
            else:
                raise ValueError('Unable to convert %r at %r' % (value, rest))
            rest = rest[end:]
        return self.convert(found)

    def convert(self, value):
        """The value that stands for a configured one."""
        if isinstance(value, dict):
            return {key: self.convert(each) for key, each in value.items()}
        if isinstance(value, list):
            return [self.convert(each) for each in value]
        if isinstance(value, tuple) and not hasattr(value, '_fields'):
            return tuple(self.convert(each) for each in value)
        if isinstance(value, str):
            prefix, mark, rest = value.partition("://")
            if mark and prefix == "ext":
                return self.resolve(rest)
            if mark and prefix == "cfg":
                return self.cfg_convert(rest)
        return value

    def configure_custom(self, config):
        """What the factory under '()' makes of the other keys; those under '.' become attributes."""
        factory = config.pop('()')
        if not callable(factory):
            factory = self.resolve(factory)
        attributes = config.pop('.', None)
        made = factory(**{key: config[key] for key in config if valid_ident(key)})
        for name, value in (attributes or {}).items():
            setattr(made, name, value)
        return made

    def as_tuple(self, value):
        return tuple(value) if isinstance(value, list) else value


class DictConfigurator(BaseConfigurator):
    """Carries out a configuration."""

    def configure(self):
        config = self.config
        if 'version' not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config['version'] != 1:
            raise ValueError("Unsupported version: %s" % config['version'])
        with logging._lock:
            if config.pop('incremental', False):
                self._change_levels()
            else:
                self._configure_all(config.pop('disable_existing_loggers', True))

    def _change_levels(self):
        for name, settings in self.config.get('handlers', {}).items():
            if name not in logging._handlers:
                raise ValueError('No handler found with name %r' % name)
            try:
                if settings.get('level'):
                    logging._handlers[name].setLevel(logging._checkLevel(settings['level']))
            except Exception as e:
                raise ValueError('Unable to configure handler %r' % name) from e
        self._each('loggers', 'logger', functools.partial(self.configure_logger, incremental=True))
        root = self.config.get('root')
        if root:
            self._root(root, True)

    def _configure_all(self, disable_existing):
        logging._handlers.clear()
        logging.shutdown(logging._handlerList[:])
        del logging._handlerList[:]
        for kind, word, make in (('formatters', 'formatter', self.configure_formatter), ('filters', 'filter', self.configure_filter)):
            settings = self.config.get(kind, {})
            for name in settings:
                try:
                    settings[name] = make(self.convert(settings[name]))
                except Exception as e:
                    raise ValueError('Unable to configure %s %r' % (word, name)) from e
        self._make_handlers(self.config.get('handlers', {}))
        existing = logging.root.manager.loggerDict
        named = self.config.get('loggers', {})
        left = [name for name in sorted(existing) if name not in named]
        self._each('loggers', 'logger', self.configure_logger)
        for name in left:
            logger = existing[name]
            if isinstance(logger, logging.PlaceHolder):
                continue
            if any(name.startswith(parent + ".") for parent in named):
                # a child of a named logger goes on through its parent
                logger.setLevel(logging.NOTSET)
                logger.handlers = []
                logger.propagate = True
            else:
                logger.disabled = disable_existing
        root = self.config.get('root')
        if root:
            self._root(root, False)

    def _make_handlers(self, handlers):
        deferred = []
        for turn in (sorted(handlers), deferred):
            for name in list(turn):
                try:
                    made = self.configure_handler(self.convert(handlers[name]))
                    made.name = name
                    handlers[name] = made
                except Exception as e:
                    # a handler may refer to one that is not made yet
                    if turn is not deferred and ' not configured yet' in str(e.__cause__):
                        deferred.append(name)
                    else:
                        raise ValueError('Unable to configure handler %r' % name) from e

    def _each(self, kind, word, configure):
        for name, settings in self.config.get(kind, {}).items():
            try:
                configure(name, self.convert(settings))
            except Exception as e:
                raise ValueError('Unable to configure %s %r' % (word, name)) from e

    def _root(self, settings, incremental):
        try:
            self.configure_root(self.convert(settings), incremental)
        except Exception as e:
            raise ValueError('Unable to configure root logger') from e

    def configure_formatter(self, config):
        if '()' in config:
            factory = config['()']
            try:
                return self.configure_custom(config)
            except TypeError as e:
                if "'format'" not in str(e):
                    raise
                # factories of old take the format as fmt
                config['fmt'] = config.pop('format')
                config['()'] = factory
                return self.configure_custom(config)
        made = logging.Formatter if not config.get('class') else self.resolve(config['class'])
        keywords = {'defaults': config['defaults']} if config.get('defaults') is not None else {}
        arguments = [config.get('format'), config.get('datefmt'), config.get('style', '%')]
        if 'validate' in config:
            arguments.append(config['validate'])
        return made(*arguments, **keywords)

    def configure_filter(self, config):
        return self.configure_custom(config) if '()' in config else logging.Filter(config.get('name', ''))

    def add_filters(self, filterer, filters):
        for f in filters:
            try:
                filterer.addFilter(f if callable(f) or callable(getattr(f, 'filter', None)) else self.config['filters'][f])
            except Exception as e:
                raise ValueError('Unable to add filter %r' % f) from e

    def configure_handler(self, config):
        formatter = config.pop('formatter', None)
        if formatter:
            try:
                formatter = self.config['formatters'][formatter]
            except Exception as e:
                raise ValueError('Unable to set formatter %r' % formatter) from e
        level = config.pop('level', None)
        filters = config.pop('filters', None)
        if '()' in config:
            made = self.configure_custom(config)
        else:
            cname = config.pop('class')
            klass = cname if callable(cname) else self.resolve(cname)
            if issubclass(klass, logging.handlers.MemoryHandler):
                if 'flushLevel' in config:
                    config['flushLevel'] = logging._checkLevel(config['flushLevel'])
                if 'target' in config:
                    self._set_target(config)
            attributes = config.pop('.', None)
            made = klass(**{key: config[key] for key in config if valid_ident(key)})
            for name, value in (attributes or {}).items():
                setattr(made, name, value)
        if formatter:
            made.setFormatter(formatter)
        if level is not None:
            made.setLevel(logging._checkLevel(level))
        if filters:
            self.add_filters(made, filters)
        return made

    def _set_target(self, config):
        try:
            target = self.config['handlers'][config['target']]
            if not isinstance(target, logging.Handler):
                raise TypeError('target not configured yet')
            config['target'] = target
        except Exception as e:
            raise ValueError('Unable to set target handler %r' % config['target']) from e

    def add_handlers(self, logger, handlers):
        for h in handlers:
            try:
                logger.addHandler(self.config['handlers'][h])
            except Exception as e:
                raise ValueError('Unable to add handler %r' % h) from e

    def common_logger_config(self, logger, config, incremental=False):
        level = config.get('level')
        if level is not None:
            logger.setLevel(logging._checkLevel(level))
        if not incremental:
            for h in logger.handlers[:]:
                logger.removeHandler(h)
            if config.get('handlers'):
                self.add_handlers(logger, config['handlers'])
            if config.get('filters'):
                self.add_filters(logger, config['filters'])

    def configure_logger(self, name, config, incremental=False):
        logger = logging.getLogger(name)
        self.common_logger_config(logger, config, incremental)
        logger.disabled = False
        if config.get('propagate') is not None:
            logger.propagate = config['propagate']

    def configure_root(self, config, incremental=False):
        self.common_logger_config(logging.getLogger(), config, incremental)


dictConfigClass = DictConfigurator


def dictConfig(config):
    """Sets logging up as a dict says."""
    # the objects replace their settings in the configurator's own copy
    copied = {key: dict(value) if key in ("formatters", "filters", "handlers") and isinstance(value, dict) else value
              for key, value in config.items()}
    dictConfigClass(copied).configure()


# Configuration from a file of sections.

def fileConfig(fname, defaults=None, disable_existing_loggers=True, encoding=None):
    """Sets loggers up as a file in configparser's format says: by name, as an open file, or as a parser that has read one."""
    import configparser
    import os
    if isinstance(fname, str):
        if not os.path.exists(fname):
            raise FileNotFoundError(f"{fname} doesn't exist")
        if not os.path.getsize(fname):
            raise RuntimeError(f'{fname} is an empty file')
    if isinstance(fname, configparser.RawConfigParser):
        cp = fname
    else:
        cp = configparser.ConfigParser(defaults)
        try:
            if hasattr(fname, 'readline'):
                cp.read_file(fname)
            else:
                cp.read(fname, encoding=encoding)
        except configparser.ParsingError as error:
            raise RuntimeError(f'{fname} is invalid: {error}')
    formatters = _file_formatters(cp)
    with logging._lock:
        logging._handlers.clear()
        logging.shutdown(logging._handlerList[:])
        del logging._handlerList[:]
        _file_loggers(cp, _file_handlers(cp, formatters), disable_existing_loggers)


def _keys(section, name='keys'):
    text = section[name]
    return [key.strip() for key in text.split(',')] if text else []


def _file_formatters(cp):
    made = {}
    for name in _keys(cp['formatters']):
        section = 'formatter_' + name
        cls = cp[section].get('class')
        cls = BaseConfigurator({}).resolve(cls) if cls else logging.Formatter
        extra = cp.get(section, 'defaults', raw=True, fallback=None)
        options = {} if extra is None else {'defaults': eval(extra, vars(logging))}
        made[name] = cls(cp.get(section, 'format', raw=True, fallback=None), cp.get(section, 'datefmt', raw=True, fallback=None),
                         cp.get(section, 'style', raw=True, fallback='%'), **options)
    return made


def _file_handlers(cp, formatters):
    made, targets = {}, []
    for name in _keys(cp['handlers']):
        section = cp['handler_' + name]
        cls, formatter = section['class'], section.get('formatter', '')
        try:
            cls = eval(cls, vars(logging))
        except (AttributeError, NameError):
            cls = BaseConfigurator({}).resolve(cls)
        handler = cls(*eval(section.get('args', '()'), vars(logging)), **eval(section.get('kwargs', '{}'), vars(logging)))
        handler.name = name
        if 'level' in section:
            handler.setLevel(section['level'])
        if formatter:
            handler.setFormatter(formatters[formatter])
        if issubclass(cls, logging.handlers.MemoryHandler) and section.get('target', ''):
            targets.append((handler, section['target']))
        made[name] = handler
    for handler, target in targets:
        handler.setTarget(made[target])
    return made


def _file_logger(logger, section, handlers):
    if 'level' in section:
        logger.setLevel(section['level'])
    for handler in logger.handlers[:]:
        logger.removeHandler(handler)
    for name in _keys(section, 'handlers'):
        logger.addHandler(handlers[name])


def _file_loggers(cp, handlers, disable_existing):
    names = _keys(cp['loggers'])
    names.remove('root')
    root = logging.root
    _file_logger(root, cp['logger_root'], handlers)
    existing = sorted(root.manager.loggerDict)
    children = set()
    for name in names:
        section = cp['logger_' + name]
        qualname = section['qualname']
        logger = logging.getLogger(qualname)
        if qualname in existing:
            children.update(other for other in existing if other.startswith(qualname + '.'))
            existing.remove(qualname)
        _file_logger(logger, section, handlers)
        logger.propagate = section.getint('propagate', fallback=1)
        logger.disabled = 0
    for name in existing:
        logger = root.manager.loggerDict[name]
        if name not in children:
            logger.disabled = disable_existing
        elif not isinstance(logger, logging.PlaceHolder):
            logger.setLevel(logging.NOTSET)
            logger.handlers = []
            logger.propagate = True


# ---- configurations that come through a socket

_listeners = []


def listen(port=DEFAULT_LOGGING_CONFIG_PORT, verify=None):
    """A thread, to be started, that takes configurations at a port: each a length of four bytes, then a dict as JSON or a file's text.

    verify gets the bytes and returns those to use, or None to refuse them.
    """
    from logging._listener import Listener
    return Listener(port, verify, _listeners)


def stopListening():
    """Ends the thread that listen() gave last."""
    with logging._lock:
        listener = _listeners.pop() if _listeners else None
    if listener:
        listener.stop()


def __getattr__(name):
    if name in ('StreamRequestHandler', 'ThreadingTCPServer'):
        import socketserver
        return getattr(socketserver, name)
    raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
