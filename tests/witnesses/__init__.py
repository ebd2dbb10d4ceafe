"""What each definition of the book must equal, by its id: numbers from `tests/reference`."""

from collections.abc import Callable

from tests.witnesses import descent, generalisation, networks, one_weight, optimizers, units

WITNESSES: dict[str, Callable[[], None]] = {
    id: witness
    for topic in (one_weight, units, networks, descent, optimizers, generalisation)
    for id, witness in topic.WITNESSES.items()
}
