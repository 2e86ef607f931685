import _helper.sub
