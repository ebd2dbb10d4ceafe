"""2 · What a claim is and whether it holds."""

from nnmath.notation import LOADED

__all__ = ["LOADED"]
