from _helper import helper, missing_thing, CustomError
