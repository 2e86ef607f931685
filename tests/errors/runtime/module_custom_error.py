import _helper
_helper.helper(1)
_helper.call(_helper.helper, -5)
