"""The door: an old Python 3 must be able to read this file, to be told that it is too old."""

import sys

if sys.version_info < (3, 11):
    sys.exit(
        "nnmath: Python {}.{} is too old, 3.11 or newer is needed: install one and name it, "
        "as in `make site PYTHON=python3.11`".format(*sys.version_info[:2])
    )

from .goals import main

sys.exit(main(sys.argv[1:]))
