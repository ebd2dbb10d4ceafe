"""6 · Numbers for pictures: runs of the verified rules, as plain arrays."""

from nnmath.simulation.data_sets import DRAWN, DataSet, data_set, digits
from nnmath.simulation.descent import Trajectory, descend
from nnmath.simulation.errors import SimulationError
from nnmath.simulation.gradient_check import GradientCheck, check_gradients
from nnmath.simulation.journal import Diverged, Training
from nnmath.simulation.network import Network
from nnmath.simulation.optimizers import optimizer
from nnmath.simulation.regimes import regime_of
from nnmath.simulation.stepper import Stepper
from nnmath.simulation.surfaces import SURFACES, Surface, surface

__all__ = [
    "DRAWN",
    "SURFACES",
    "DataSet",
    "Diverged",
    "GradientCheck",
    "Network",
    "SimulationError",
    "Stepper",
    "Surface",
    "Training",
    "Trajectory",
    "check_gradients",
    "data_set",
    "descend",
    "digits",
    "optimizer",
    "regime_of",
    "surface",
]
