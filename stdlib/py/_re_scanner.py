"""re.Scanner: a lexer from a list of patterns and what to do with what each of them matches."""
import _re


class Scanner:
    """Splits text at the pairs of pattern and action of a lexicon; the first pattern that matches wins.

    An action is called with the scanner and the text, or is the token itself, or is None for text to leave out.
    """

    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        self.scanner = _re.compile_lexicon([phrase for phrase, action in lexicon], int(flags))
        self.match = None

    def scan(self, string):
        """Return the list of tokens and the rest of the string, where no pattern matched."""
        result = []
        at = 0
        match = self.scanner.scanner(string).match
        while (found := match()) and found.end() != at:
            at = found.end()
            action = self.lexicon[found.lastindex - 1][1]
            if callable(action):
                self.match = found
                action = action(self, found.group())
            if action is not None:
                result.append(action)
        return result, string[at:]
