"""Finite laws by hand for what hypotheses call random, so that means are plain sums."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import permutations, product
from random import Random as Chance
from typing import TYPE_CHECKING, Any

from mpmath import mp, mpf

from nnmath.notation.symbol import Symbol
from nnmath.proof.indexed import Tensor
from nnmath.proof.laws import (
    Bernoulli,
    Correlated,
    Draws,
    Independent,
    Moments,
    Random,
    Symmetric,
    Uniform,
)
from nnmath.proof.nodes import Node
from tests.proof.sampler import NoValue, TooClose

if TYPE_CHECKING:
    from tests.proof.grounds import Ground, Key

MOST_OUTCOMES, ROUNDING = 3000, mpf(10) ** -40
# Exact for polynomials of degree 5
GAUSS = (
    (mpf(5) / 18, -mp.sqrt(mpf(3) / 5)),
    (mpf(8) / 18, mpf(0)),
    (mpf(5) / 18, mp.sqrt(mpf(3) / 5)),
)
Outcomes = list[tuple[Any, dict["Key", Any]]]


def joint(ground: Ground, over: Collection[Symbol]) -> Outcomes:
    """Every outcome of these quantities together, with its probability.

    What is not said to be independent hangs together, or not, as chance has it. All that is random
    has one law: whatever else is averaged over, the same quantities have the same law.

    Raises:
        NoValue: No law meets what is said.
        TooClose: There are too many outcomes, or a quantity has no law.
    """
    said = [each for each in ground.laws if isinstance(each, Random)]
    apart = [each for each in ground.laws if isinstance(each, Independent)]
    if not {each.symbol for each in said} >= set(over):
        raise TooClose
    groups: list[tuple[set[Symbol], Outcomes]] = []
    for random in said:
        chance = Chance(f"{ground.seed} {random.symbol.id} law")
        outcomes = _alone(ground, random, chance)
        friends = [g for g in groups if not any(_apart(e, random.symbol, g[0]) for e in apart)]
        if friends and chance.random() < 0.6:
            names, together = friends[0]
            names.add(random.symbol)
            together[:] = _laid_side_by_side(together, outcomes, chance)
        else:
            groups.append(({random.symbol}, outcomes))
    wanted = [outcomes for names, outcomes in groups if names & set(over)]
    return [
        (share, {key: value for key, value in values.items() if key[0] in over})
        for share, values in _all_together(wanted)
    ]


def _apart(independent: Independent, symbol: Symbol, others: set[Symbol]) -> bool:
    mine = independent.member(symbol)
    members = [independent.member(other) for other in others]
    return mine is not None and any(member is not None and member != mine for member in members)


def _all_together(parts: Sequence[Outcomes]) -> Outcomes:
    """The outcomes of what is independent."""
    found: Outcomes = [(mpf(1), {})]
    for part in parts:
        if len(found) * len(part) > MOST_OUTCOMES:
            raise TooClose
        found = [(p * q, {**one, **other}) for p, one in found for q, other in part]
    return found


def _laid_side_by_side(first: Outcomes, second: Outcomes, chance: Chance) -> Outcomes:
    """Two laws of which neither is independent of the other: large with large, or with small."""
    one, other = list(first), list(second)
    if chance.random() < 0.5:
        other.reverse()
    found: Outcomes = []
    while one and other:
        least = min(one[0][0], other[0][0])
        found.append((least, {**one[0][1], **other[0][1]}))
        one[0], other[0] = (one[0][0] - least, one[0][1]), (other[0][0] - least, other[0][1])
        one, other = ([e for e in part if e[0] > mpf(10) ** -40] for part in (one, other))
    return found


def _alone(ground: Ground, random: Random, chance: Chance) -> Outcomes:
    """The law of one quantity, all entries of it together."""
    symbol = random.symbol
    places = ground.places(random.place) if isinstance(random.place, Tensor) else [()]
    at = [
        ground.where({(i.symbol, ()): mpf(n) for i, n in zip(random.indices, p, strict=True)})  # type: ignore[attr-defined]
        for p in places
    ]
    match random.law:
        case Draws(replacement=False):
            count = ground.size(symbol.size)  # type: ignore[arg-type]
            if len(places) > count:
                raise NoValue
            ways = list(permutations(range(1, count + 1), len(places)))
            return [
                (
                    mpf(1) / len(ways),
                    {(symbol, p): mpf(n) for p, n in zip(places, way, strict=True)},
                )
                for way in ways
            ]
        case Correlated():
            return list(_correlated(random, random.law, places, at))
    single = [
        [(share, {(symbol, p): value}) for share, value in _outcomes(ground, random, here, chance)]
        for p, here in zip(places, at, strict=True)
    ]
    if random.independent or chance.random() < 0.3:
        return _all_together(single)
    found = single[0]
    for other in single[1:]:
        found = _laid_side_by_side(found, other, chance)
    return found


def _outcomes(
    ground: Ground, random: Random, here: Ground, chance: Chance
) -> list[tuple[Any, Any]]:
    """The law of one entry."""

    def parameter(node: Node | None, else_: mpf) -> Any:
        return else_ if node is None else here.value(node)

    up = chance.choice((mpf(1), mpf(2), mpf(1) / 2, mpf(3) / 2))
    match random.law:
        case Moments(mean, variance):
            middle = parameter(mean, chance.choice((mpf(0), mpf(1) / 3, mpf(-2))))
            spread = parameter(variance, mpf(5) / 4)
            if spread < 0:
                raise NoValue
            if spread == 0:
                return [(mpf(1), middle)]
            down = spread / up
            return [(up / (up + down), middle - down), (down / (up + down), middle + up)]
        case Symmetric(variance):
            spread = parameter(variance, mpf(5) / 4)
            if spread < 0:
                raise NoValue
            far = max(spread, mpf(1)) * max(up, mpf(1))
            share = spread / (2 * far * far)
            return [(share, -far), (1 - 2 * share, mpf(0)), (share, far)]
        case Bernoulli(probability):
            share = here.value(probability)
            if not 0 <= share <= 1:
                raise NoValue
            return [(1 - share, mpf(0)), (share, mpf(1))]
        case Draws():
            count = ground.size(random.symbol.size)  # type: ignore[arg-type]
            return [(mpf(1) / count, mpf(n)) for n in range(1, count + 1)]
        case Uniform(low, high):
            ends = [here.value(end) for end in (low, high)]
            if ends[0] >= ends[1]:
                raise NoValue
            middle, half = (ends[0] + ends[1]) / 2, (ends[1] - ends[0]) / 2
            wide = half
            centre = middle
            return [(share, centre + wide * step) for share, step in GAUSS]
    raise TypeError(random.law)


def _correlated(
    random: Random, law: Correlated, places: list[tuple[int, ...]], at: list[Ground]
) -> Iterator[tuple[Any, dict[Key, Any]]]:
    """mean + L e, where L Lᵀ is the covariance and the e are ±1, independent of one another.

    Raises:
        NoValue: It is the covariance of nothing.
    """
    means = [here.value(law.mean) for here in at]
    rows = mp.matrix(len(places))
    for i, here in enumerate(at):
        for j, (other,) in enumerate(places):
            found = here.bound(law.other, mpf(other)).value(law.covariance)
            rows[i, j] = found
    found, turned = mp.eigsy(rows)
    if min(found) < -ROUNDING or any(abs(each) > ROUNDING for each in rows - rows.T):
        raise NoValue
    lower = turned * mp.diag([mp.sqrt(max(each, mpf(0))) for each in found])
    for signs in product((1, -1), repeat=len(places)):
        values = {}
        for i, (place, mean) in enumerate(zip(places, means, strict=True)):
            noise = sum(lower[i, k] * sign for k, sign in enumerate(signs))
            exact = mean
            values[random.symbol, place] = exact + noise
        yield mpf(1) / 2 ** len(places), values
