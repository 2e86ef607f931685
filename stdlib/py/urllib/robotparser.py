"""robots.txt: what a program that walks through a site may fetch."""

import collections
import time
import urllib.error
import urllib.parse
import urllib.request

__all__ = ['RobotFileParser']

RequestRate = collections.namedtuple('RequestRate', 'requests seconds')


class RobotFileParser:
    """The rules of one site."""

    def __init__(self, url=''):
        self.entries = []
        self.sitemaps = []
        self.default_entry = None
        self.disallow_all = False
        self.allow_all = False
        self.set_url(url)
        self.last_checked = 0

    def mtime(self):
        """When the file was fetched."""
        return self.last_checked

    def modified(self):
        """The file was fetched now."""
        self.last_checked = time.time()

    def set_url(self, url):
        """Say where the file is."""
        self.url = url
        self.host, self.path = urllib.parse.urlparse(url)[1:3]

    def read(self):
        """Fetch the file and read it."""
        try:
            f = urllib.request.urlopen(self.url)
        except urllib.error.HTTPError as failure:
            if failure.code in (401, 403):
                self.disallow_all = True
            elif 400 <= failure.code < 500:
                self.allow_all = True
            failure.close()
        else:
            with f:
                self.parse(f.read().decode('utf-8').splitlines())

    def _add_entry(self, entry):
        if '*' in entry.useragents:
            if self.default_entry is None:      # the first one counts
                self.default_entry = entry
        else:
            self.entries.append(entry)

    def parse(self, lines):
        """Read the lines of the file."""
        # Where we are: 0 before the agents of an entry, 1 among them, 2 among its rules.
        state = 0
        entry = Entry()
        self.modified()
        for line in lines:
            if not line:
                if state == 1:
                    entry = Entry()
                    state = 0
                elif state == 2:
                    self._add_entry(entry)
                    entry = Entry()
                    state = 0
            line = line.partition('#')[0].strip()
            if not line:
                continue
            name, colon, value = line.partition(':')
            if not colon:
                continue
            name = name.strip().lower()
            value = urllib.parse.unquote(value.strip())
            if name == 'user-agent':
                if state == 2:
                    self._add_entry(entry)
                    entry = Entry()
                entry.useragents.append(value)
                state = 1
            elif name in ('disallow', 'allow'):
                if state != 0:
                    entry.rulelines.append(RuleLine(value, name == 'allow'))
                    state = 2
            elif name == 'crawl-delay':
                if state != 0:
                    if value.strip().isdigit():
                        entry.delay = int(value)
                    state = 2
            elif name == 'request-rate':
                if state != 0:
                    numbers = value.split('/')
                    if len(numbers) == 2 and numbers[0].strip().isdigit() and numbers[1].strip().isdigit():
                        entry.req_rate = RequestRate(int(numbers[0]), int(numbers[1]))
                    state = 2
            elif name == 'sitemap':
                self.sitemaps.append(value)
        if state == 2:
            self._add_entry(entry)

    def _entry_for(self, useragent):
        for entry in self.entries:
            if entry.applies_to(useragent):
                return entry
        return self.default_entry

    def can_fetch(self, useragent, url):
        """May the agent fetch the URL?"""
        if self.disallow_all:
            return False
        if self.allow_all:
            return True
        if not self.last_checked:       # nothing is known
            return False
        parts = urllib.parse.urlparse(urllib.parse.unquote(url))
        url = urllib.parse.quote(urllib.parse.urlunparse(('', '', parts.path, parts.params, parts.query, parts.fragment))) or '/'
        entry = self._entry_for(useragent)
        return True if entry is None else entry.allowance(url)

    def crawl_delay(self, useragent):
        """The seconds between two fetches, None if the file does not say."""
        if not self.mtime():
            return None
        entry = self._entry_for(useragent)
        return entry.delay if entry else None

    def request_rate(self, useragent):
        """How many fetches in how many seconds, None if the file does not say."""
        if not self.mtime():
            return None
        entry = self._entry_for(useragent)
        return entry.req_rate if entry else None

    def site_maps(self):
        """The site maps, None if there are none."""
        return self.sitemaps or None

    def __str__(self):
        entries = self.entries
        if self.default_entry is not None:
            entries = entries + [self.default_entry]
        return '\n\n'.join(map(str, entries))


class RuleLine:
    """Allow or Disallow with the beginning of a path."""

    def __init__(self, path, allowance):
        if path == '' and not allowance:
            allowance = True        # nothing is disallowed
        path = urllib.parse.urlunparse(urllib.parse.urlparse(path))
        self.path = urllib.parse.quote(path)
        self.allowance = allowance

    def applies_to(self, filename):
        return self.path == '*' or filename.startswith(self.path)

    def __str__(self):
        return ('Allow' if self.allowance else 'Disallow') + ': ' + self.path


class Entry:
    """Agents, and the rules for them."""

    def __init__(self):
        self.useragents = []
        self.rulelines = []
        self.delay = None
        self.req_rate = None

    def __str__(self):
        lines = [f'User-agent: {agent}' for agent in self.useragents]
        if self.delay is not None:
            lines.append(f'Crawl-delay: {self.delay}')
        if self.req_rate is not None:
            lines.append(f'Request-rate: {self.req_rate.requests}/{self.req_rate.seconds}')
        return '\n'.join(lines + [str(rule) for rule in self.rulelines])

    def applies_to(self, useragent):
        useragent = useragent.split('/')[0].lower()
        return any(agent == '*' or agent.lower() in useragent for agent in self.useragents)

    def allowance(self, filename):
        """Of the first rule that fits; without one everything is allowed."""
        for rule in self.rulelines:
            if rule.applies_to(filename):
                return rule.allowance
        return True
