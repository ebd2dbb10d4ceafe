"""3 · Verdicts kept on disk: nothing is proved twice while nothing that it rests on has changed."""

from nnmath.verdicts.cache import Cache, opened
from nnmath.verdicts.verifier import Verifier, cores

__all__ = ["Cache", "Verifier", "cores", "opened"]
