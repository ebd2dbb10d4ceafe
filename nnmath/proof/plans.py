"""What there is to draw, and in which order: the same for every draw of the same sizes."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from typing import TypeAlias, TypeGuard

from nnmath.notation.symbol import Sort, Symbol
from nnmath.proof.indexed import Entry, Sum, Tensor, in_range, is_endless, place_of, size_of
from nnmath.proof.laws import Laws
from nnmath.proof.leeway import Comparisons
from nnmath.proof.meanings import Defined, Meaning
from nnmath.proof.nodes import Element, Number, Power, Relation, Variable, as_node
from nnmath.proof.statements import ForAll, Hypothesis, comparisons
from nnmath.proof.substitution import Place, free_places, substitute_in
from nnmath.proof.tree import walk

Hypotheses: TypeAlias = tuple[Hypothesis, ...]
Sizes: TypeAlias = Mapping[Place, Fraction]
Times: TypeAlias = list[tuple[Tensor | Symbol, Number]]


@dataclass(frozen=True)
class Plan:
    """What there is to draw once the sizes are known.

    Args:
        comparisons: What must hold.
        laws: What is random.
        parameters: What laws are given by, which comes before what they decide.
        unit_vectors: The entries of vectors of length 1.
        places: All, in their order.
    """

    comparisons: Comparisons
    laws: Laws
    parameters: tuple[Place, ...]
    unit_vectors: tuple[tuple[Place, ...], ...]
    places: tuple[Place, ...]


class Plans:
    """What there is to draw.

    Args:
        places: What needs a value.
        meanings: Of the functions in the hypotheses.
        driven: Sequences whose later members an update rule decides.

    Attributes:
        sizes: What says which entries there are.
    """

    def __init__(
        self,
        places: Iterable[Place],
        meanings: Mapping[Defined, Meaning],
        driven: Container[Symbol] = (),
    ) -> None:
        places = tuple(places)
        self.meanings, self._driven = meanings, driven
        self._tensors = tuple(place for place in places if isinstance(place, Tensor))
        self._numbers = tuple(place for place in places if not isinstance(place, Tensor))
        self._symbols = tuple(each for each in self._numbers if isinstance(each, Variable))
        self._ranges = tuple(each for symbol in self._symbols for each in in_range(symbol))
        self.sizes = tuple(each for each in self._symbols if each.symbol.sort is Sort.COUNT)
        self._of_sizes: dict[Hypotheses, Comparisons] = {}
        self._plans: dict[tuple[Hypotheses, tuple[Fraction, ...]], Plan] = {}

    def of_sizes(self, hypotheses: Hypotheses) -> Comparisons:
        """What sizes must meet."""
        if hypotheses not in self._of_sizes:
            relations = (*comparisons(hypotheses), *self._ranges)
            self._of_sizes[hypotheses] = Comparisons(relations)
        return self._of_sizes[hypotheses]

    def at(self, hypotheses: Hypotheses, values: Sizes) -> Plan:
        """What there is to draw where the sizes have these values."""
        key = hypotheses, tuple([values[size] for size in self.sizes])
        if key not in self._plans:
            self._plans[key] = self._plan(hypotheses, values)
        return self._plans[key]

    def _plan(self, hypotheses: Hypotheses, values: Sizes) -> Plan:
        seen = (each for h in hypotheses for each in _instances(h, values))
        relations = (*comparisons(seen), *self._ranges)
        times = _times(relations)
        entries = [each for tensor in self._tensors for each in _entries(tensor, times, values)]
        members = [Element(thing, at) for thing, at in times if self._is_free(thing)]
        first: list[Place] = [*(each for each in self._symbols if each not in self.sizes), *entries]
        timed: list[Place] = [*entries, *members]
        laws = Laws.of(hypotheses)
        return Plan(
            Comparisons(relations),
            laws,
            tuple(place for place in first if _is_parameter(place, laws)),
            tuple(tuple(_entries(each, (), values)) for each in _unit_vectors(relations)),
            tuple(dict.fromkeys((*self._numbers, *sorted(timed, key=time_of)))),
        )

    def _is_free(self, thing: Tensor | Symbol) -> TypeGuard[Symbol]:
        return isinstance(thing, Symbol) and thing not in self._driven


def _instances(hypothesis: Hypothesis, values: Sizes) -> Iterator[Hypothesis]:
    """“For every index” as one statement for each."""
    if not isinstance(hypothesis, ForAll) or not isinstance(hypothesis.variable, Variable):
        yield hypothesis
        return
    index, size = hypothesis.variable, hypothesis.variable.symbol.size
    if size is None or size_of(size) not in values:
        yield hypothesis
        return
    for value in range(1, _size(size, values) + 1):
        yield from _instances(substitute_in(hypothesis.statement, {index: as_node(value)}), values)


def _entries(
    tensor: Tensor, times: Iterable[tuple[Tensor | Symbol, Number]], values: Sizes
) -> Iterator[Entry]:
    axes: list[Iterable[int]] = []
    for size in tensor.symbol.shape:
        if is_endless(size):
            members = (at.value for thing, at in times if thing == tensor)
            axes.append([at.numerator for at in members if at.denominator == 1])
        else:
            axes.append(range(1, _size(size, values) + 1))
    return (place_of(tensor, indices) for indices in product(*axes))


def _size(size: Symbol, values: Sizes) -> int:
    return int(values[size_of(size)])


def _unit_vectors(relations: Iterable[Relation]) -> Iterator[Tensor]:
    for relation in relations:
        match relation:
            case Relation(
                Sum(Power(Entry(Tensor() as vector, (index,)), Number() as two), i),
                "=",
                Number() as one,
            ) if two.value == 2 and one.value == 1 and index == i:
                yield vector


def _times(relations: Iterable[Relation]) -> Times:
    """The members of sequences that comparisons speak of, each by its number."""
    found: dict[tuple[Tensor | Symbol, Number], None] = {}
    for relation in relations:
        for part in (*walk(relation.left), *walk(relation.right)):
            match part:
                case Element(sequence, Number() as at):
                    found[sequence, at] = None
                case Entry(Tensor() as tensor, (Number() as at, *_)) if is_endless(
                    tensor.symbol.shape[0]
                ):
                    found[tensor, at] = None
    return list(found)


def time_of(place: Place) -> Fraction:
    """When a member stands in its sequence; what is in none comes first."""
    match place:
        case Element(_, Number(at)):
            return at
        case Entry(Tensor(symbol), (Number(at), *_)) if is_endless(symbol.shape[0]):
            return at
    return Fraction(-1)


def _is_parameter(place: Place, laws: Laws) -> bool:
    """Whether the law of something random is given by it."""
    whole = place.tensor if isinstance(place, Entry) else place
    nodes = (node for random in laws.random.values() for node in random.law.parameters)
    return any(whole == each for node in nodes for each in free_places(node))
