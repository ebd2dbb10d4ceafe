"""1 · What words and symbols mean."""

from time import time_ns

# Python runs this before it reads any other file that verdicts rest on; one that was changed later
# need not be the one that runs
LOADED = time_ns()
