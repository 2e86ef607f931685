from _helper import Outer
raise Outer.InnerError("nested class")
