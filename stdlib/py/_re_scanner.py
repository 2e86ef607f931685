"""re.Scanner: a lexer from a list of patterns and what to do with what each of them matches."""
import re


class Scanner:
    """Splits text at the pairs of pattern and action of a lexicon; the first pattern that matches wins.

    An action is called with the scanner and the text, or is the token itself, or is None for text to leave out.
    """

    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        self.match = None
        self._patterns = [(re.compile(phrase, flags), action) for phrase, action in lexicon]

    def _find(self, string, at):
        for pattern, action in self._patterns:
            found = pattern.match(string, at)
            if found:
                return found, action
        return None, None

    def scan(self, string):
        """Return the list of tokens and the rest of the string, where no pattern matched."""
        result = []
        at = 0
        while True:
            found, action = self._find(string, at)
            if not found or found.end() == at:
                return result, string[at:]
            if callable(action):
                self.match = found
                action = action(self, found.group())
            if action is not None:
                result.append(action)
            at = found.end()
