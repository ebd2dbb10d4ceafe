"""Seeded experiments for what is observed, not proved."""

from nnmath.simulation.experiments.depth import gradient_sizes
from nnmath.simulation.experiments.double_descent import double_descent
from nnmath.simulation.experiments.lottery_ticket import lottery_ticket
from nnmath.simulation.experiments.minima import flatness
from nnmath.simulation.experiments.observation import Observation

__all__ = ["Observation", "double_descent", "flatness", "gradient_sizes", "lottery_ticket"]
