"""The optimizers: their rules and what is proved of them, in order.

They stand beside the shelf of the book: what is on it has been tried with every slip of the pen.
"""

from __future__ import annotations

from nnmath.proof.library import Shelf
from nnmath.theory import SHELF, optimizers

# Each topic stands after those that it uses
TOPICS = (optimizers,)
CLAIMS = tuple(claim for topic in TOPICS for claim in topic.CLAIMS)
OPTIMIZER_SHELF = Shelf((*SHELF.values(), *CLAIMS))
