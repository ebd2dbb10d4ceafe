"""The neural-network textbook whose every displayed formula is machine-checked."""

from nnmath.catalog import catalog

__all__ = ["catalog"]
