"""The neural-network textbook whose every displayed formula is machine-checked.

>>> import nnmath
>>> nnmath.catalog["worked-example-derivative"].verdict.status.name
'PROVED'
>>> nnmath.prove("x^2 - 1", "(x - 1)*(x + 1)").method
'normal form'
>>> rule = nnmath.optimizer("gradient-descent", learning_rate=0.25)
>>> nnmath.descend(nnmath.surface("worked-example"), 8.0, rule, steps=2).positions.tolist()
[8.0, 4.0, 2.0]
>>> network = nnmath.Network((2, 8, 2), ("tanh", "softmax"), "categorical-cross-entropy", seed=0)
>>> X, Y = [[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 0]
>>> run = network.fit(X, Y, optimizer=nnmath.optimizer("adam", learning_rate=0.1), epochs=50)
>>> network.forward(X).argmax(axis=1).tolist()
[0, 1, 1, 0]
"""

from typing import TYPE_CHECKING, Any

from nnmath.catalog import Catalog
from nnmath.catalog import catalog as _catalog
from nnmath.proof.question import verdict_of as prove

# Said with its type: the name is the mapping's, not that of the module it stands in
catalog: Catalog = _catalog

if TYPE_CHECKING:
    from nnmath.simulation import Network, descend, optimizer, surface

__all__ = ["Network", "catalog", "descend", "optimizer", "prove", "surface"]


def __getattr__(name: str) -> Any:
    """What is simulated, and NumPy with it, once somebody asks for it.

    Raises:
        AttributeError: There is no such name.
    """
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from nnmath import simulation

    return getattr(simulation, name)
