"""Language features that a module may ask for ahead of the release that makes them the rule.

`from __future__ import name` is the compiler's business; this module only tells what there is. A feature has been
optional since one release and mandatory from another on, or None where that was given up.
"""

class _Feature:
    def __init__(self, optional, mandatory, compiler_flag):
        self.optional = optional
        self.mandatory = mandatory
        self.compiler_flag = compiler_flag

    def getOptionalRelease(self):
        """The release, as a tuple like sys.version_info, in which the feature was first available."""
        return self.optional

    def getMandatoryRelease(self):
        """The release in which the feature becomes part of the language, or None."""
        return self.mandatory

    def __repr__(self):
        return '_Feature' + repr((self.optional, self.mandatory, self.compiler_flag))


_features = {
    'nested_scopes': ((2, 1, 0, 'beta', 1), (2, 2, 0, 'alpha', 0), 0x10),
    'generators': ((2, 2, 0, 'alpha', 1), (2, 3, 0, 'final', 0), 0),
    'division': ((2, 2, 0, 'alpha', 2), (3, 0, 0, 'alpha', 0), 0x20000),
    'absolute_import': ((2, 5, 0, 'alpha', 1), (3, 0, 0, 'alpha', 0), 0x40000),
    'with_statement': ((2, 5, 0, 'alpha', 1), (2, 6, 0, 'alpha', 0), 0x80000),
    'print_function': ((2, 6, 0, 'alpha', 2), (3, 0, 0, 'alpha', 0), 0x100000),
    'unicode_literals': ((2, 6, 0, 'alpha', 2), (3, 0, 0, 'alpha', 0), 0x200000),
    'barry_as_FLUFL': ((3, 1, 0, 'alpha', 2), (4, 0, 0, 'alpha', 0), 0x400000),
    'generator_stop': ((3, 5, 0, 'beta', 1), (3, 7, 0, 'alpha', 0), 0x800000),
    'annotations': ((3, 7, 0, 'beta', 1), None, 0x1000000),
}

all_feature_names = list(_features)
__all__ = ['all_feature_names'] + all_feature_names

for _name, _row in _features.items():
    globals()[_name] = _Feature(*_row)
del _name, _row
