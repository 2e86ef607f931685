# "Did you mean" and "Did you forget to import".
import sys
import traceback


class A:
    blech = 1
    _private = 2

    def m(self):
        blech

    def k(self):
        print(bleck)


def attribute_of_class():
    A.bluch


def attribute_of_object():
    A().blech_


def too_far():
    tme


def module_name():
    json


def method_name():
    A().m()


def private():
    A().privat


def local():
    somelocal = 1
    sumlocal


def of_module():
    sys.stdot


def builtin():
    abs_


def both():
    fractins = 1
    fractions


def case():
    Somename = 1
    somename


def long_name():
    A().xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx


def from_import():
    from collections import namedtuplee


for f in (attribute_of_class, attribute_of_object, too_far, module_name, method_name, private, local, of_module,
          builtin, both, case, long_name):
    try:
        f()
    except Exception as e:
        print(traceback.format_exception(e)[-1], end='')
try:
    from_import()
except ImportError as e:
    print(traceback.format_exception(e)[-1].split('. Did')[1], end='')
