"""Whether what is proved of a mutant is true: a second opinion, without the kernel.

The sampler looks at the statements that the slip has changed, in worlds that meet what is assumed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from functools import lru_cache
from itertools import pairwise

from nnmath.proof.argument import Cases
from nnmath.proof.argument_slips import Place, places
from nnmath.proof.claims import Derivation, Theorem
from nnmath.proof.mutation import Mutant
from nnmath.proof.nodes import Node, Relation
from nnmath.proof.statements import And, Chain, Implies, Not, Or, Statement, equal
from nnmath.theory import SHELF, descent_topics
from nnmath.theory.vocabulary import W
from tests.proof import sampler
from tests.proof.grounds import Ground
from tests.proof.opened import definitions
from tests.proof.proposed import MEANT, proposals
from tests.proof.settled import grounds, holds
from tests.proof.worlds import World, worlds

MOST_WORLDS = 12
REMEMBERED = 512  # the mutants of a claim have most of what is assumed, and said, in common
# What the hand-written worlds of `worlds` know; all else stands on grounds
BY_HAND = {claim.id for topic in descent_topics.ONE_WEIGHT for claim in topic.CLAIMS}
MEANINGS = definitions(SHELF.values())
Given = tuple[object, ...]


class Seen(Enum):
    """How a mutant was seen to be true."""

    HOLDS = "what it says holds in every world that meets what is assumed, and there are some"
    NEVER = "what is assumed is never met: a comparison in it fails in every world of the others"


def confirmed(mutant: Mutant) -> Seen | None:
    """How a proved mutant was seen to be true; None where it was not."""
    claim = mutant.claim
    assert isinstance(claim, (Derivation, Theorem))
    if not _seen(claim.id, claim.statement, claim.given):
        return None
    if isinstance(claim, Derivation):
        near = claim.links[max((mutant.link or 0) - 1, 0) : (mutant.link or 0) + 2]
        pairs = pairwise(link.expression for link in near) if mutant.link is not None else ()
        return _all(opinion(claim.id, equal(*pair), claim.given) for pair in pairs)
    if not mutant.where.startswith("step"):
        return opinion(claim.id, claim.statement, claim.given)
    return _all(opinion(claim.id, *each) for each in _changed(mutant, claim))


def _all(opinions: Iterable[Seen | None]) -> Seen | None:
    """The opinion on several statements, all of which are said."""
    found = set(opinions)
    return next((each for each in (None, Seen.NEVER) if each in found), Seen.HOLDS)


def _changed(mutant: Mutant, claim: Theorem) -> Iterator[tuple[Statement, Given, Given]]:
    """What the slip in a step has changed: statements, each with what is given and assumed there.

    An assumption changes all that is said under it, and which cases there are; so does the
    threshold of a limit.
    """
    if not (isinstance(mutant.changed, Node) or mutant.slip.startswith("assumed: ")):
        yield mutant.changed, claim.given, mutant.under  # type: ignore[misc]
        return
    every = tuple(places(claim.argument))
    at = int(mutant.where.removeprefix("step ")) - 1
    for place in _inside(every, at):
        if (said := getattr(place.step, "statement", None)) is not None:
            yield said, claim.given, place.under
    for place in every:
        if isinstance(place.step, Cases) and every[at].step in place.step.cases:
            parts = tuple(And(case.assume) for case in place.step.cases)
            yield Or(parts), claim.given, place.under


def _inside(every: tuple[Place, ...], at: int) -> Iterator[Place]:
    """The places inside a step: they come right after it, and more is assumed there."""
    for place in every[at + 1 :]:
        if len(place.under) <= len(every[at].under):
            return
        yield place


def opinion(id: str, statement: Statement, given: Given, under: Given = ()) -> Seen | None:
    """How a statement was seen to be true where it stands; of “if … then …”, the second part."""
    if isinstance(statement, Implies):
        return opinion(id, statement.conclusion, given, (*under, *_parts(statement.premise)))
    if _seen(id, statement, (*given, *under)):
        return Seen.HOLDS
    return Seen.NEVER if _never(id, given, under) else None


def _parts(premise: Statement) -> Given:
    return premise.parts if isinstance(premise, And) else (premise,)


def _never(id: str, given: Given, under: Given) -> bool:
    """Whether an assumption fails in every world that meets those before it: all that is said
    under it is true.

    That an equation is never met tells nothing: chance hardly ever does.
    """
    for i, assumed in enumerate(under):
        if _is_empty(id, (*given, *under[: i + 1])):
            tells = isinstance(assumed, (Relation, Chain)) and "=" not in _kinds(assumed)
            return tells and _seen(id, Not(assumed), (*given, *under[:i])) > 0
    return False


def _kinds(comparison: Relation | Chain) -> tuple[str, ...]:
    return (comparison.kind,) if isinstance(comparison, Relation) else comparison.kinds


@lru_cache(REMEMBERED)
def _seen(id: str, statement: Statement, given: Given) -> int:
    """In how many worlds it was seen to hold; 0 where it fails in one."""
    seen = 0
    for world in _worlds(id, statement, given):
        try:
            if not (
                holds(world, statement) if isinstance(world, Ground) else world.holds(statement)
            ):
                return 0
        except sampler.TooClose:
            continue
        except (sampler.NoValue, ZeroDivisionError):
            return 0
        seen += 1
        if seen == MOST_WORLDS:
            break
    return seen


def _is_empty(id: str, given: Given) -> bool:
    return next(iter(_worlds(id, equal(W, W), given)), None) is None


def _worlds(id: str, statement: Statement, given: Given) -> Iterable[World] | Iterable[Ground]:
    if id in BY_HAND:
        return worlds((statement,), given, seed=0)  # type: ignore[arg-type]
    return _grounds(id, given)


@lru_cache(REMEMBERED)
def _grounds(id: str, given: Given) -> tuple[Ground, ...]:
    meanings = MEANINGS | MEANT.get(id, {})
    return tuple(grounds(given, meanings, MOST_WORLDS, proposals(id, given)))  # type: ignore[arg-type]
