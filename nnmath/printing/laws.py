"""What is said of a law, as words with the expressions that follow them: the same in every
language."""

from __future__ import annotations

from collections.abc import Iterator

from nnmath.proof.indexed import Entry
from nnmath.proof.laws import (
    Bernoulli,
    Correlated,
    Draws,
    Law,
    Moments,
    Random,
    Symmetric,
    Uniform,
)
from nnmath.proof.nodes import Node, Variable

Said = tuple[str, tuple[Node, ...]]  # a word's name, and what follows it


def said_of(random: Random) -> Iterator[Said]:
    """The words in order."""
    match random.law:
        case Moments(None, None):
            yield "finite variance", ()
        case Moments(mean, variance):
            yield from (("mean", (mean,)),) if mean is not None else ()
            yield from (("variance", (variance,)),) if variance is not None else ()
        case Symmetric(variance):
            yield "symmetric", ()
            yield ("finite variance", ()) if variance is None else ("variance", (variance,))
        case Uniform(low, high):
            yield "uniform", (low, high)
        case Bernoulli(probability):
            yield "probability", (probability,)
        case Correlated(mean, other, covariance):
            assert isinstance(random.subject, Entry)
            yield "mean", (mean,)
            yield "covariance", (covariance,)
            yield "partner", (random.subject.tensor[other],)
        case Draws(replacement):
            yield ("with replacement" if replacement else "without replacement"), ()
    if random.independent and not isinstance(random.law, Draws):
        yield "entries independent", ()


def law_of(said: dict[str, tuple[Node, ...]]) -> Law:
    """The law that the words say.

    Raises:
        ValueError: They say none.
    """
    single = {name: nodes[0] for name, nodes in said.items() if len(nodes) == 1}
    match frozenset(said) - {"entries independent"}:
        case words if words == {"mean", "covariance", "partner"}:
            partner = single["partner"]
            if isinstance(partner, Entry) and isinstance(partner.indices[0], Variable):
                return Correlated(single["mean"], partner.indices[0], single["covariance"])
        case words if "symmetric" in words:
            return Symmetric(single.get("variance"))
        case words if words == {"uniform"}:
            return Uniform(*said["uniform"])
        case words if words == {"probability"}:
            return Bernoulli(single["probability"])
        case words if words <= {"with replacement", "without replacement"} and words:
            return Draws("with replacement" in words)
        case words if words <= {"mean", "variance", "finite variance"} and words:
            return Moments(single.get("mean"), single.get("variance"))
    raise ValueError("these words say no law")
