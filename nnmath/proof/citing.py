"""Citing: what a verified claim says to those who use it, and whether they may."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from nnmath.notation.symbol import Sort
from nnmath.proof.entailment import follows
from nnmath.proof.indexed import Entry, Tensor, span
from nnmath.proof.instances import speaks_of_sums
from nnmath.proof.matrices import NUMBER, shape
from nnmath.proof.nodes import Element, Infinity, Node, Relation, Variable, as_node
from nnmath.proof.setting import Setting
from nnmath.proof.specializing import sizes_of, specialized
from nnmath.proof.statements import ForAll, Hypothesis, Statement, comparisons, is_plain
from nnmath.proof.substitution import expressions, free_in, free_places, substitute_in, unused
from nnmath.proof.tree import walk
from nnmath.proof.whole_numbers import is_count, is_integer, is_natural


class NotLicensed(ValueError):
    """A rule cannot be applied; says why in one line."""


@dataclass(frozen=True)
class Lemma:
    """A verified claim as others may cite it."""

    id: str
    given: tuple[Hypothesis, ...]
    statement: Statement


def discharge(
    cited: Lemma,
    values: Mapping[Node, Node],
    setting: Setting,
    bound: tuple[Node, ...] = (),
) -> None:
    """Make sure that a lemma's hypotheses hold here for these values.

    Args:
        cited: The lemma.
        values: What its free symbols become.
        setting: What is known here.
        bound: Symbols bound where the lemma is used: what is known of them is said of others.

    Raises:
        NotLicensed: One of them does not follow.
    """
    _refuse_strangers(cited, values)
    _refuse_computed(cited, values, setting)
    # A derivative looks beside the point, where an equation of two symbols need not hold
    if bound and cited.given:
        raise NotLicensed(f"{cited.id!r} has hypotheses, so it is not used under a binder")
    for hypothesis in cited.given:
        here = specialized(hypothesis, values)
        if here in setting.hypotheses and (here == hypothesis or _is_plain(here)):
            continue
        # What was shown word for word needs no search, which a long statement may not survive
        if isinstance(here, Relation) and here in setting.known:
            continue
        if not _is_plain(here):
            raise NotLicensed(f"{cited.id!r} needs a hypothesis that is not assumed here")
        if not all(follows(relation, setting) for relation in _at_any_index(here, setting)):
            raise NotLicensed(f"a hypothesis of {cited.id!r} does not follow here")


def _is_plain(hypothesis: Hypothesis) -> bool:
    """Whether it is a comparison, for every index or not; anything else must be assumed word for
    word."""
    if isinstance(hypothesis, ForAll):
        index = hypothesis.variable
        typed = isinstance(index, Variable) and index.symbol.size is not None
        return typed and _is_plain(hypothesis.statement)
    return is_plain(hypothesis)


def _at_any_index(hypothesis: Hypothesis, setting: Setting) -> Iterator[Relation]:
    """The comparisons in it, at indices of which nothing is known."""
    if isinstance(hypothesis, ForAll):
        index = hypothesis.variable
        assert isinstance(index, Variable)
        taken = [place for each in (*setting.known, hypothesis) for place in free_in(each)]
        inner = substitute_in(hypothesis.statement, {index: unused(index, taken)})
        yield from _at_any_index(inner, setting)
    else:
        yield from comparisons((hypothesis,))


def _refuse_strangers(cited: Lemma, values: Mapping[Node, Node]) -> None:
    """What becomes something else is free in the lemma; a natural number becomes a natural number,
    and a member of a sequence stays what it is."""
    statements = (*cited.given, cited.statement)
    sizes = sizes_of(statements)
    free = {place for statement in statements for place in free_in(statement)}
    for place, value in values.items():
        if place == value:
            continue
        if (place.tensor if isinstance(place, Entry) else place) not in free:
            raise NotLicensed(f"{cited.id!r} has no such free symbol")
        sized = isinstance(place, Variable) and place.symbol in sizes
        if sized and not isinstance(value, Variable):
            raise NotLicensed("indices run to it: it can only become another size")
        if not (takes(place, value) or _are_indices(place, value)):
            raise NotLicensed("a number of another kind is wanted there")
        if isinstance(place, Element) and hides_start(place, statements):
            raise NotLicensed("the other members of the sequence change with this one")


def _refuse_computed(cited: Lemma, values: Mapping[Node, Node], setting: Setting) -> None:
    """What is defined, or what something else in the lemma is computed from, stays what it is."""
    nodes = (n for each in (*cited.given, cited.statement) for n in expressions(each))
    sources = {
        place
        for part in (part for node in nodes for part in walk(node))
        if isinstance(part, Tensor)
        for source in part.sources
        for place in free_places(source)
    }
    for place in values:
        if isinstance(place, Entry):
            own = place.tensor
            if own.sources or own in sources or own in setting.meanings:
                raise NotLicensed(f"{own.symbol.id!r} is computed, or something from it")


def _are_indices(place: Node, value: Node) -> bool:
    """Whether one index becomes another; the lemma's sizes change with it."""
    pair = (place, value)
    return all(isinstance(each, Variable) and each.symbol.sort is Sort.INDEX for each in pair)


def takes(place: Node, value: Node) -> bool:
    """Whether a symbol of its sort may have this value."""
    if not isinstance(place, Variable):
        return True
    match place.symbol.sort:
        case Sort.REAL:
            return _is_number(value)
        case Sort.NATURAL:
            return is_natural(value)
        case Sort.COUNT:
            return is_count(value)
    return isinstance(value, Variable) and value.symbol.size == place.symbol.size


def _is_number(value: Node) -> bool:
    """Whether it is one number, and not a matrix of them, or ∞."""
    return shape(value) == NUMBER and not any(isinstance(part, Infinity) for part in walk(value))


def is_index(place: Node, value: Node, setting: Setting) -> bool:
    """Whether a whole number is surely one of those that an index runs through."""
    ends = span(place) if isinstance(place, Variable) else None
    if ends is None or not is_integer(value):
        return False
    plain = tuple(fact for fact in setting.known if not speaks_of_sums(fact))
    few = replace(setting, log=plain)
    return all(follows(each, few) for each in (value >= ends[0], value <= ends[1]))


def hides_start(place: Node, statements: Iterable[Hypothesis]) -> bool:
    """W_t changes with W_0: a statement about both cannot be read at one W_0 alone, nor one about
    a later member of another sequence, which may go on by W."""
    members = (part for each in statements for node in expressions(each) for part in walk(node))
    return isinstance(place, Element) and any(
        isinstance(member, Element)
        and member != place
        and (member.sequence == place.sequence or member.index != as_node(0))
        for member in members
    )
