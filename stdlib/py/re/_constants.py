"""The words of parsed regular expressions, for programs that read patterns with re._parser."""
from re import error

MAGIC = 20221023


class _NamedIntConstant(int):
    # A number that is shown as its name.
    def __new__(cls, value, name):
        self = super().__new__(cls, value)
        self.name = name
        return self

    def __repr__(self):
        return self.name

    __reduce__ = None


MAXGROUPS = 1073741823
MAXREPEAT = _NamedIntConstant(4294967295, 'MAXREPEAT')


def _makecodes(*names):
    items = [_NamedIntConstant(i, name) for i, name in enumerate(names)]
    globals().update({item.name: item for item in items})
    return items


OPCODES = _makecodes(*'''
    FAILURE SUCCESS ANY ANY_ALL ASSERT ASSERT_NOT AT BRANCH CATEGORY CHARSET BIGCHARSET GROUPREF GROUPREF_EXISTS IN INFO JUMP LITERAL MARK
    MAX_UNTIL MIN_UNTIL NOT_LITERAL NEGATE RANGE REPEAT REPEAT_ONE SUBPATTERN MIN_REPEAT_ONE ATOMIC_GROUP POSSESSIVE_REPEAT
    POSSESSIVE_REPEAT_ONE GROUPREF_IGNORE IN_IGNORE LITERAL_IGNORE NOT_LITERAL_IGNORE GROUPREF_LOC_IGNORE IN_LOC_IGNORE LITERAL_LOC_IGNORE
    NOT_LITERAL_LOC_IGNORE GROUPREF_UNI_IGNORE IN_UNI_IGNORE LITERAL_UNI_IGNORE NOT_LITERAL_UNI_IGNORE RANGE_UNI_IGNORE MIN_REPEAT MAX_REPEAT
    '''.split())
del OPCODES[-2:]  # the two that only the parser uses
ATCODES = _makecodes(*['AT_' + name for name in '''
    BEGINNING BEGINNING_LINE BEGINNING_STRING BOUNDARY NON_BOUNDARY END END_LINE END_STRING LOC_BOUNDARY LOC_NON_BOUNDARY UNI_BOUNDARY
    UNI_NON_BOUNDARY'''.split()])
CHCODES = _makecodes(*['CATEGORY_' + name for name in '''
    DIGIT NOT_DIGIT SPACE NOT_SPACE WORD NOT_WORD LINEBREAK NOT_LINEBREAK LOC_WORD LOC_NOT_WORD UNI_DIGIT UNI_NOT_DIGIT UNI_SPACE UNI_NOT_SPACE
    UNI_WORD UNI_NOT_WORD UNI_LINEBREAK UNI_NOT_LINEBREAK'''.split()])


def _choose(form, *names):
    # From operators to what a flag makes of them.
    return {globals()[name]: globals()[form(name)] for name in names}


AT_MULTILINE = _choose(lambda name: name + '_LINE', 'AT_BEGINNING', 'AT_END')
AT_LOCALE = _choose(lambda name: name.replace('AT_', 'AT_LOC_'), 'AT_BOUNDARY', 'AT_NON_BOUNDARY')
AT_UNICODE = _choose(lambda name: name.replace('AT_', 'AT_UNI_'), 'AT_BOUNDARY', 'AT_NON_BOUNDARY')
_CLASSES = [name.name for name in CHCODES[:8]]
CH_LOCALE = _choose(lambda name: name.replace('CATEGORY_', 'CATEGORY_LOC_') if 'WORD' in name else name, *_CLASSES)
CH_UNICODE = _choose(lambda name: name.replace('CATEGORY_', 'CATEGORY_UNI_'), *_CLASSES)
_TEXTS = 'LITERAL', 'NOT_LITERAL'
OP_IGNORE = _choose(lambda name: name + '_IGNORE', *_TEXTS)
OP_LOCALE_IGNORE = _choose(lambda name: name + '_LOC_IGNORE', *_TEXTS)
OP_UNICODE_IGNORE = _choose(lambda name: name + '_UNI_IGNORE', *_TEXTS)

SRE_FLAG_TEMPLATE, SRE_FLAG_IGNORECASE, SRE_FLAG_LOCALE, SRE_FLAG_MULTILINE = 1, 2, 4, 8
SRE_FLAG_DOTALL, SRE_FLAG_UNICODE, SRE_FLAG_VERBOSE, SRE_FLAG_DEBUG, SRE_FLAG_ASCII = 16, 32, 64, 128, 256
SRE_INFO_PREFIX, SRE_INFO_LITERAL, SRE_INFO_CHARSET = 1, 2, 4
