"""Numbers worked out by hand for claims of which chance hardly ever meets what is assumed.

They are only proposed: whether all that is given holds is looked at afterwards, as ever.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from random import Random as Chance

from mpmath import mp

from nnmath.notation.symbol import Symbol
from nnmath.proof.indexed import Tensor, total
from nnmath.proof.laws import Random
from nnmath.proof.nodes import Element, Variable
from nnmath.proof.statements import Hypothesis
from nnmath.proof.substitution import expressions
from nnmath.proof.tree import walk
from nnmath.theory.descent_vocabulary import L, g, i, u
from nnmath.theory.smooth_losses_of_many import moved
from nnmath.theory.vocabulary import E, h
from tests.proof.digits import ZERO, Value, number
from tests.proof.grounds import NUMBERS, Key
from tests.proof.opened import Meaning

MANY = 60
# The id of a symbol, and where its entry or member stands
Numbers = dict[tuple[str, tuple[int, ...]], Value]
SHARES = tuple(map(Fraction, ("1", "1/2", "1/3", "1/5")))


def proposals(id: str, given: Iterable[Hypothesis]) -> Iterator[dict[Key, Value]]:
    """Values to begin with, where somebody has worked out some for a claim."""
    if id in WORKED_OUT:
        symbols = _symbols(given)
        for seed in range(MANY):
            numbers = WORKED_OUT[id](Chance(f"{id} {seed}"))
            yield {(symbols[s], at): v for (s, at), v in numbers.items() if s in symbols}


def _symbols(given: Iterable[Hypothesis]) -> Mapping[str, Symbol]:
    given = tuple(given)
    parts = [part for each in given for node in expressions(each) for part in walk(node)]
    found = [part.symbol for part in parts if isinstance(part, (Variable, Tensor))]
    found += [part.sequence for part in parts if isinstance(part, Element)]
    found += [each.symbol for each in given if isinstance(each, Random)]
    found += [size for symbol in found for size in (*symbol.shape, symbol.size) if size is not None]
    return {symbol.id: symbol for symbol in found}


def _vector(symbol: str, values: Iterable[Value], *before: int) -> Numbers:
    return {(symbol, (*before, i)): value for i, value in enumerate(values, 1)}


def _mistakes(chance: Chance) -> Numbers:
    """A perceptron is shown one axis after another, and is wrong each time."""
    size = chance.randint(1, 3)
    updates = chance.randint(1, size)
    labels = [chance.choice((1, -1, 1)) for _ in range(updates)]
    lengths = [number(chance.choice((1, 1, 2, 3))) for _ in range(updates)]
    root, axes = mp.sqrt(updates), range(size)
    found: Numbers = {
        ("weight-count", ()): size,
        ("update-count", ()): updates,
        ("margin", ()): min(lengths) / root * number(chance.choice(SHARES)),
        ("largest-input", ()): max(lengths) * chance.choice((1, -1, 2)),
        **_vector("direction", [labels[i] / root if i < updates else ZERO for i in axes]),
        **_vector("mistaken-labels", labels),
    }
    for s in range(updates + 1):
        weights = [labels[i] * lengths[i] if i < s else ZERO for i in axes]
        found |= _vector("weight-path", weights, s)
    for s, length in enumerate(lengths):
        found |= _vector("mistaken-inputs", [length if i == s else ZERO for i in axes], s + 1)
    return found


def _strongly_convex(chance: Chance) -> tuple[Numbers, int, list[Value], Value, Value, Value]:
    smooth = Fraction(chance.choice((1, 2, 5, Fraction(1, 2))))
    strong = smooth * chance.choice(SHARES)
    rate, size = chance.choice(SHARES) / smooth, chance.randint(1, 3)
    best, least = [chance.choice(NUMBERS) for _ in range(size)], chance.choice(NUMBERS)
    found: Numbers = {
        ("smoothness", ()): smooth,
        ("strong-convexity", ()): strong,
        ("learning-rate", ()): rate,
        ("weight-count", ()): size,
        ("least-loss", ()): least,
        **_vector("best-weights", best),
    }
    return found, size, best, smooth, strong, rate


def _slope(
    chance: Chance, away: list[Value], smooth: Value, strong: Value
) -> tuple[list[Value], Value]:
    """A gradient that may be so far from the minimum, and how far the loss is above the least.

    |g|² ≤ 2L (E − E*) and E − E* ≤ g·r − μ/2 |r|² leave g a ball: |g − L r|² ≤ L (L − μ) |r|².
    """
    side = [number(chance.choice(NUMBERS)) for _ in away]
    far = mp.sqrt(number(smooth * (smooth - strong)) * sum(number(r) ** 2 for r in away))
    share = number(chance.choice((0, 1, Fraction(1, 2)))) * far / mp.sqrt(sum(v**2 for v in side))
    slope = [number(smooth * r) + share * v for r, v in zip(away, side, strict=True)]
    low = sum(g**2 for g in slope) / (2 * number(smooth))
    high = sum(g * number(r) - number(strong * r * r) / 2 for g, r in zip(slope, away, strict=True))
    return slope, low + number(chance.choice((0, 1, Fraction(1, 2)))) * (high - low)


def _one_contraction(chance: Chance) -> Numbers:
    found, size, best, smooth, strong, rate = _strongly_convex(chance)
    here = [chance.choice(NUMBERS) for _ in range(size)]
    away = [w - b for w, b in zip(here, best, strict=True)]
    slope, above = _slope(chance, away, smooth, strong)
    found["loss-before", ()] = number(found["least-loss", ()]) + above
    stepped = [number(w) - number(rate) * g for w, g in zip(here, slope, strict=True)]
    for symbol, values in (
        ("weights", here),
        ("gradient-vector", slope),
        ("stepped-weights", stepped),
    ):
        found |= _vector(symbol, values)
    return found


def _contractions(chance: Chance) -> Numbers:
    found, size, best, smooth, strong, rate = _strongly_convex(chance)
    updates = chance.randint(1, 3)
    found["update-count", ()] = updates
    here: list[Value] = [chance.choice(NUMBERS) for _ in range(size)]
    for s in range(updates + 1):
        slope, above = _slope(
            chance, [number(w) - number(b) for w, b in zip(here, best, strict=True)], smooth, strong
        )
        found["loss-sequence", (s,)] = number(found["least-loss", ()]) + above
        found |= _vector("weight-path", here, s)
        found |= _vector("gradient-path", slope, s)
        here = [number(w) - number(rate) * g for w, g in zip(here, slope, strict=True)]
    return found


def _too_steep(chance: Chance) -> Numbers:
    """Nesterov's momentum where η λ is beyond 2 (1 + β) / (1 + 2β): both roots are real there."""
    momentum = chance.choice(tuple(map(Fraction, ("0", "1/2", "1/3", "4/5", "1/10"))))
    steep = 2 * (1 + momentum) / (1 + 2 * momentum) * chance.choice((1, 2, 3, 5))
    steep += chance.choice(SHARES)
    middle = number((1 + momentum) * (1 - steep)) / 2
    far = mp.sqrt(middle**2 - number(momentum * (1 - steep)))
    rate = chance.choice(SHARES)
    return {
        ("momentum", ()): momentum,
        ("learning-rate", ()): rate,
        ("step-curvature", ()): steep / rate,
        ("real-part", ()): middle - far,
        ("other-root", ()): middle + far,
    }


def _few_weights(chance: Chance) -> Numbers:
    """So few that all their outcomes can be gone through."""
    return {
        ("fan-in", ()): chance.randint(1, 2),
        ("fan-out", ()): chance.randint(1, 2),
        ("weight-variance", ()): chance.choice((*SHARES, 2, 3)),
    }


def _few_draws(chance: Chance) -> Numbers:
    return {("sample-count", ()): chance.randint(1, 3), ("batch-draw-count", ()): 2}


def _flat(chance: Chance) -> Numbers:
    """Where GELU is flat, and a place beside it."""
    flat = mp.findroot(lambda at: mp.ncdf(at) + at * mp.npdf(at), -0.75)
    away = number(chance.choice((*SHARES, 2))) * chance.choice((1, -1))
    near = number(chance.choice(SHARES)) * flat
    return {
        ("reached-value", ()): flat,
        ("pre-activation", ()): chance.choice((flat + away, near)),
    }


def _directions(chance: Chance) -> Numbers:
    """Orthogonal directions of length 1, and a threshold that as many eigenvalues reach."""
    size = chance.randint(1, 3)
    count = chance.randint(1, size)
    turned = [[Fraction(3, 5), Fraction(4, 5)], [Fraction(-4, 5), Fraction(3, 5)]]
    square = [[Fraction(row == column) for column in range(size)] for row in range(size)]
    for row, begins in zip(square, turned if size > 1 else (), strict=False):
        row[:2] = begins
    chance.shuffle(square)
    if chance.random() < 0.5:
        square = square[:1] * size  # which a slip in what is said of their products may let pass
    values = sorted(chance.sample(NUMBERS, size), reverse=True)
    threshold = values[count - 1]
    chance.shuffle(values)
    found: Numbers = {
        ("weight-count", ()): size,
        ("code-size", ()): count,
        ("eigenvalue-threshold", ()): threshold,
        **_vector("eigenvalues", values),
    }
    for k in range(count):
        found |= _vector("decoder-directions", square[k], k + 1)
        found |= _vector("decoder-products", [Fraction(k == p) for p in range(count)], k + 1)
    return found


WORKED_OUT: dict[str, Callable[[Chance], Numbers]] = {
    "perceptron-mistake-bound": _mistakes,
    "distance-contracts": _one_contraction,
    "distance-rate": _contractions,
    "nesterov-diverges": _too_steep,
    "forward-variance": _few_weights,
    "backward-variance": _few_weights,
    "batch-gradient-variance": _few_draws,
    **dict.fromkeys(("gelu-falls-before", "gelu-rises-after", "gelu-minimum"), _flat),
    "principal-components-keep-most": _directions,
}

# A loss along a line whose gradient changes by half as much as it may
_AWAY = g[i] * h + L / 4 * h**2 * u[i]
MEANT: dict[str, dict[Symbol, Meaning]] = {
    "lipschitz-gradient-gives-parabola-of-many": {
        E.symbol: Meaning((h,), total(i, _AWAY * u[i])),
        moved.symbol: Meaning((i,), g[i] + L / 2 * h * u[i]),
    },
}
