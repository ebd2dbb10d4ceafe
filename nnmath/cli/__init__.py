"""The command line, and the composition root: the one place that may reach films and the site."""

from nnmath.cli.program import main

__all__ = ["main"]
