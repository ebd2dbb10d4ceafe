"""`python -m nnmath`: the command line."""

import sys

from nnmath.cli import main

if __name__ == "__main__":
    sys.exit(main())
