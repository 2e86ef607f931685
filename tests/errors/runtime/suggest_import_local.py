from _helper import helpr
