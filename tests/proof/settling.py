"""Gives values to symbols so that what is assumed holds, one comparison after another.

Numbers that meet equations are worked out, not hoped for; nothing of the kernel is used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from functools import partial
from random import Random as Chance

from mpmath import mp

from nnmath.notation.symbol import Sort, Symbol
from nnmath.proof import nodes
from nnmath.proof.indexed import Entry, Tensor
from nnmath.proof.nodes import Number, Relation, Variable
from nnmath.proof.statements import And, Chain, ForAll, Or, Statement
from nnmath.proof.tree import walk
from tests.proof.arrays import as_array
from tests.proof.digits import ZERO, Value, compared, number
from tests.proof.grounds import NUMBERS, Ground, Key
from tests.proof.sampler import NoValue, TooClose

FIRST = 4
Binding = tuple[tuple[Symbol, Fraction], ...]


def settle(ground: Ground, said: Iterable[Statement], *, beyond: bool = False) -> None:
    """Give values to symbols so that what is said holds, one comparison after another.

    Where no place is a side by itself, an inequality is met at its end, or `beyond` it.
    """
    chance, frozen, moved = Chance(ground.seed), set[Key](), set[Key]()
    # Where a sequence starts, and by which rate, is settled before it goes on from there
    parts = (each for s in sorted(said, key=_is_later) for each in _parts(ground, s))
    for relation, binding in parts:
        hidden = {(symbol, ()): value for symbol, value in binding}
        if relation.kind != "=" and _move(ground, relation, hidden, chance, frozen | moved, moved):
            continue
        if relation.kind == "≠" or (relation.kind in "<>" and not beyond):
            continue
        for at in range(len(_off(ground, relation, hidden))):
            residual = partial(_residual, ground, relation, hidden, at)
            ground.touched.clear()
            if not compared(residual(), relation.kind, ZERO):
                if beyond and relation.kind != "=":
                    residual = partial(_farther, residual, relation.kind, chance.choice(NUMBERS))
                own = _own_keys(ground, relation, hidden)
                others = [key for key in reversed(ground.touched) if key not in hidden]
                for key in (*own, *others):
                    if key not in frozen and _free(key) and _solve(ground, key, residual, chance):
                        break
            if relation.kind == "=":
                frozen |= set(ground.touched)


def _is_later(statement: Statement) -> bool:
    """Whether it says neither where a sequence starts nor what a number is."""
    while isinstance(statement, ForAll):
        statement = statement.statement
    match statement:
        case Relation(Entry(_, (Number(), *_)) | nodes.Element(_, Number()), "="):
            return False
        case Relation(Variable(), "=", right):
            return any(isinstance(part, (Entry, nodes.Element, Tensor)) for part in walk(right))
    return True


def _move(
    ground: Ground,
    relation: Relation,
    hidden: dict[Key, Value],
    chance: Chance,
    settled: set[Key],
    moved: set[Key],
) -> bool:
    """Move a place that is a side by itself to where it is said to be, if it is elsewhere.

    Often to the very end of its range: that is where a bound is sharp. A place that was settled
    before stays where it is, if the other side can be moved.
    """
    here, places = ground.where(hidden), (Variable, Entry, nodes.Element)
    ways = (
        (relation.left, relation.kind, relation.right),
        (relation.right, turned(relation.kind), relation.left),
    )
    own = [way for way in ways if isinstance(way[0], places) and _free(here.key(way[0]))]
    if not own or relation.kind == "≠":
        return False
    loose = [way for way in own if here.key(way[0]) not in settled]
    place, kind, other = (loose or own)[0]
    key, end = here.key(place), here.value(other)
    if not compared(here.value(place), kind, end):
        far = abs(number(chance.choice(NUMBERS if kind in "<>" else (ZERO, *NUMBERS))))
        there, onward = (end + far, mp.ceil) if kind in ">≥" else (end - far, mp.floor)
        ground.fixed[key] = onward(there) if key[0].sort.is_whole else there
    moved.add(key)
    return True


def _residual(ground: Ground, relation: Relation, hidden: Mapping[Key, Value], at: int) -> Value:
    return _off(ground, relation, hidden)[at]


def _farther(residual: Callable[[], Value], kind: str, far: Fraction) -> Value:
    return residual() + abs(number(far)) * (1 if kind in "<≤" else -1)


def _off(ground: Ground, relation: Relation, hidden: Mapping[Key, Value]) -> list[Value]:
    here = ground.where(hidden)
    left, right = (as_array(here.value(side)) for side in (relation.left, relation.right))
    return list((left - right).flat)


def _own_keys(ground: Ground, relation: Relation, hidden: Mapping[Key, Value]) -> list[Key]:
    """The places that are a side by themselves: what such an equation is meant to say."""
    here = ground.where(hidden)
    plain = (Variable, Entry, nodes.Element)
    return [here.key(side) for side in (relation.left, relation.right) if isinstance(side, plain)]


def _free(key: Key) -> bool:
    return key[0].sort in (Sort.REAL, Sort.NATURAL)


def _parts(
    ground: Ground, statement: Statement, binding: Binding = ()
) -> Iterator[tuple[Relation, Binding]]:
    """The comparisons in what is said, for every value of what they speak of."""
    match statement:
        case Relation():
            yield statement, binding
        case Chain():
            yield from ((part, binding) for part in statement.relations)
        case And(parts):
            for part in parts:
                yield from _parts(ground, part, binding)
        case Or(parts):
            chosen = Chance(f"{ground.seed} {statement!r}").choice(parts)
            yield from _parts(ground, chosen, binding)
        case ForAll(Variable(symbol) as variable, inner) if symbol.sort is not Sort.REAL:
            here = ground.where({(each, ()): value for each, value in binding})
            for value in tried(here, variable):
                yield from _parts(ground, inner, (*binding, (symbol, value)))


def _solve(ground: Ground, key: Key, residual: Callable[[], Value], chance: Chance) -> bool:
    """Give a place the value at which a residual that is linear or quadratic in it vanishes."""
    before = ground.fixed.get(key)

    def at(value: Value) -> Value:
        ground.fixed[key] = value
        return residual()

    try:
        zero, one, minus, two = (at(Fraction(n)) for n in (0, 1, -1, 2))
        square, straight = (one + minus) / 2 - zero, (one - minus) / 2
        if not compared(4 * square + 2 * straight + zero, "=", two):
            raise NoValue
        for root in _roots(square, straight, zero, chance):
            if compared(at(root), "=", ZERO):
                return True
    except (NoValue, TooClose, ZeroDivisionError):
        pass
    ground.fixed[key] = before
    if before is None:
        del ground.fixed[key]
    return False


def _roots(square: Value, straight: Value, zero: Value, chance: Chance) -> Iterator[Value]:
    if compared(square, "=", ZERO):
        if not compared(straight, "=", ZERO):
            yield -zero / straight
        return
    inside = straight**2 - 4 * square * zero
    if inside >= 0:
        signs = [1, -1]
        chance.shuffle(signs)
        yield from ((-straight + sign * mp.sqrt(inside)) / (2 * square) for sign in signs)


def turned(kind: str) -> str:
    """The comparison as read from the right."""
    return {"<": ">", ">": "<", "≤": "≥", "≥": "≤"}.get(kind, kind)


def tried(ground: Ground, variable: Variable) -> list[Fraction]:
    """What a variable is tried with: all that an index can be, else some numbers."""
    symbol = variable.symbol
    if symbol.size is not None:
        return [Fraction(i) for i in range(1, ground.size(symbol.size) + 1)]
    match symbol.sort:
        case Sort.NATURAL:
            return [Fraction(i) for i in range(FIRST)]
        case Sort.COUNT:
            return [Fraction(i) for i in range(1, FIRST + 1)]
    return list(NUMBERS)
