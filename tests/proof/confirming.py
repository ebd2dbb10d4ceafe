"""Whether what is proved of a mutant is true: a second opinion, without the kernel.

The sampler looks at the statements that the slip has changed, in worlds that meet what is assumed.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from nnmath.proof.claims import Derivation, Theorem
from nnmath.proof.mutation import Mutant
from nnmath.proof.nodes import Node
from nnmath.proof.statements import Statement, equal
from nnmath.theory import SHELF, descent_topics
from nnmath.theory.vocabulary import W
from tests.proof import sampler
from tests.proof.grounds import Ground
from tests.proof.opened import definitions
from tests.proof.proposed import proposals
from tests.proof.settled import grounds, holds
from tests.proof.worlds import World, worlds

MOST_WORLDS = 12
REMEMBERED = 512  # the mutants of a claim have most of what is assumed, and said, in common
# What the hand-written worlds of `worlds` know; all else stands on grounds
BY_HAND = {claim.id for topic in descent_topics.ONE_WEIGHT for claim in topic.CLAIMS}
MEANINGS = definitions(SHELF.values())


def confirmed(mutant: Mutant) -> bool:
    """Whether a proved mutant is true in every world that meets its hypotheses, if any does."""
    claim = mutant.claim
    assert isinstance(claim, (Derivation, Theorem))
    if not _true(claim.id, claim.statement, claim.given):
        return False
    if isinstance(claim, Derivation) and mutant.link is not None:
        near = [link.expression for link in claim.links[max(mutant.link - 1, 0) : mutant.link + 2]]
        return all(_true(claim.id, equal(one, other), claim.given) for one, other in pairwise(near))
    if mutant.where.startswith("step") and not isinstance(mutant.changed, Node):
        # An assumption of one part of an argument is no claim, nor is a limit's threshold
        # Where an argument by contradiction leaves no world, fewer assumptions leave some
        fewer = ((*claim.given, *mutant.under), (*claim.given, *mutant.under[-1:]), mutant.under)
        return (
            mutant.slip.startswith("assumed: ")
            or any(_true(claim.id, mutant.changed, each) for each in fewer)  # type: ignore[arg-type]
            or (bool(mutant.under) and _is_empty(claim.id, fewer[0]))
        )
    return True


@lru_cache(REMEMBERED)
def _true(id: str, statement: Statement, given: tuple[object, ...]) -> bool:
    seen = 0
    for world in _worlds(id, statement, given):
        try:
            if not (
                holds(world, statement) if isinstance(world, Ground) else world.holds(statement)
            ):
                return False
        except sampler.TooClose:
            continue
        except (sampler.NoValue, ZeroDivisionError):
            return False
        seen += 1
        if seen == MOST_WORLDS:
            break
    return seen > 0


def _is_empty(id: str, given: tuple[object, ...]) -> bool:
    """Whether nothing meets what is assumed: what is said there leads to a contradiction."""
    return next(iter(_worlds(id, equal(W, W), given)), None) is None


def _worlds(
    id: str, statement: Statement, given: tuple[object, ...]
) -> Iterable[World] | Iterable[Ground]:
    if id in BY_HAND:
        return worlds((statement,), given, seed=0)  # type: ignore[arg-type]
    return _grounds(id, given)


@lru_cache(REMEMBERED)
def _grounds(id: str, given: tuple[object, ...]) -> tuple[Ground, ...]:
    return tuple(grounds(given, MEANINGS, MOST_WORLDS, proposals(id, given)))  # type: ignore[arg-type]
