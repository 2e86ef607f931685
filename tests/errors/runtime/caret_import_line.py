import time; from time import nope_function, sleep
