"""Formulas for films: Typst whose parts can be found again, so that numbers can move into place.

Groups around the parts of the update rule: `next` (W_{t+1}), `here` (W_t), `rate` (η), `slope`
(E′(W_t)); the numbers of a step are grouped by the part of the rule that they stand for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Any, cast

from nnmath import catalog
from nnmath.catalog import Entry
from nnmath.notation.symbol import Symbol
from nnmath.notation.symbols import GRADIENT, WEIGHT
from nnmath.notation.text import Language
from nnmath.printing.display import Display
from nnmath.printing.typst import TYPST
from nnmath.printing.walk import Piece
from nnmath.proof.nodes import Add, Apply, Element, Negate, Node, Number, Relation, Variable
from nnmath.proof.rationals import decimal
from nnmath.proof.statements import Chain, Statement, equal
from nnmath.proof.tree import children, with_children

# A group opens behind its first character, so that what the printers read off it stays true
OPEN, CLOSE = 0xE000, 0xE400
Groups = dict[int, tuple[str, ...]]


class Board(Display):
    """Prints marked Typst, with further groups around chosen nodes.

    Args:
        groups: The groups of a node, outermost first, by the node's identity.
        language: Of the words, where symbols do not do.
    """

    def __init__(self, groups: Groups, language: Language = "en") -> None:
        super().__init__(TYPST, language, marked=True)
        self.groups = groups
        self.names: list[str] = []

    def letter(self, symbol: Symbol, ornament: str = "") -> str:
        """A derived function is marked as a gradient."""
        return super().letter(replace(symbol, id=GRADIENT.id) if ornament else symbol, ornament)

    def piece(self, thing: object) -> Piece:
        """Print one node, in its groups."""
        text, level = super().piece(thing)
        for name in reversed(self.groups.get(id(thing), ())):
            text = text[0] + chr(OPEN + len(self.names)) + text[1:] + chr(CLOSE + len(self.names))
            self.names.append(name)
        return Piece(text, level)

    def source(self, thing: Any) -> str:
        """The whole source."""
        result: list[str] = []
        for character in self.free(thing):
            code = ord(character)
            if OPEN <= code < CLOSE:
                result.insert(len(result) - 1, "{{ ")
            elif CLOSE <= code < CLOSE + len(self.names):
                result.append(f" : {self.names[code - CLOSE]} }}}}")
            else:
                result.append(character)
        return "".join(result)


def statement(claim: Statement, language: Language = "en") -> str:
    """A statement with its symbols marked."""
    return Board({}, language).source(claim)


def setting(symbol: Symbol, value: str) -> str:
    """symbol = value; the number is the group `value`."""
    number = Number(Fraction(value), value)
    return Board({id(number): ("value", symbol.id)}).source(equal(Variable(symbol), number))


def amount(symbol: Symbol, value: str) -> str:
    """A number alone, as a value of the symbol, in the group `value`."""
    number = Number(Fraction(value), value)
    return Board({id(number): ("value", symbol.id)}).source(number)


def letter(symbol: Symbol) -> str:
    """A symbol alone."""
    return Board({}).source(Variable(symbol))


def running_names() -> tuple[str, str, str]:
    """t, W_t and E(W_t): what changes along a run."""
    here, _, slope = cast("tuple[Element, Variable, Apply]", tuple(open_parts(rule().right)))
    loss = replace(slope, function=replace(slope.function, primes=0))
    source = Board({}).source
    return source(here.index), source(here), source(loss)


def worked_amount(start: str, learning_rate: str) -> str:
    """How far the worked step moves the weight, with its sign.

    Raises:
        LookupError: The worked example has no step that ends in a single number.
    """
    entry = catalog.instantiate("worked-step", start=start, learning_rate=learning_rate)
    for step in entry.steps:
        match step.expression:
            case Add((Number(), Negate(Number() as amount))):
                return moved_by(-amount.value)
            case Add((Number(), Number() as amount)):
                return moved_by(amount.value)
    raise LookupError(f"{entry.id}: no step shows the amount of the update")


def moved_by(amount: Fraction) -> str:
    """A change of the weight, as the group `value`."""
    number = Number(amount, decimal(amount))
    return Board({id(number): ("value", WEIGHT.id)}).source(number)


def update_rule() -> str:
    """The rule of gradient descent."""
    whole = rule()
    groups: Groups = {id(part): (place(part),) for part in (whole.left, *open_parts(whole.right))}
    return Board(groups).source(whole)


def rule() -> Relation:
    """The update rule, in nodes of its own."""
    return cast(Relation, own_nodes(catalog["gradient-descent-step"].statement))


def worked_step(start: str, learning_rate: str) -> str:
    """W_1 = its numbers = its value; the value is the group `value`.

    Raises:
        LookupError: No step of the worked example has the rule's shape.
    """
    entry = catalog.instantiate("worked-step", start=start, learning_rate=learning_rate)
    numbers, pairs = numbers_of(rule().right, entry)
    value = own_nodes(entry.steps[-1].expression)
    left = own_nodes(entry.statement).left
    groups: Groups = {id(there): (place(here), role_symbol(here)) for here, there in pairs}
    groups[id(left)] = ("next",)
    groups[id(value)] = ("value", role_symbol(left))
    return Board(groups).source(Chain((left, numbers, value), ("=", "=")))


def worked_numbers(start: str, learning_rate: str) -> dict[str, str]:
    """The slope and the weight after the worked step, as decimals."""
    slope = catalog.instantiate("worked-slope", start=start)
    after = catalog.instantiate("worked-step", start=start, learning_rate=learning_rate)
    return {"slope": last_number(slope), "after": last_number(after)}


def last_number(entry: Entry) -> str:
    """The number that a derivation ends in."""
    return decimal(cast(Number, entry.steps[-1].expression).value)


def worked_slope(start: str) -> str:
    """E′(5) = 10; the argument is the group `here` and the value the group `slope`."""
    entry = catalog.instantiate("worked-slope", start=start)
    left, value = own_nodes(entry.statement).left, own_nodes(entry.steps[-1].expression)
    claim = Relation(left, "=", value)
    argument = left.arguments[0]
    weight = role_symbol(next(open_parts(rule().right)))
    groups: Groups = {id(argument): ("here", weight), id(claim.right): ("slope", GRADIENT.id)}
    return Board(groups).source(claim)


def numbers_of(rule: Node, entry: Entry) -> tuple[Node, list[tuple[Node, Node]]]:
    """The step in which numbers stand for all parts of the rule, and which for which."""
    for step in entry.steps:
        numbers = own_nodes(step.expression)
        pairs = matched(rule, numbers)
        if pairs and all(isinstance(there, Number) for _, there in pairs):
            return numbers, pairs
    raise LookupError(f"{entry.id}: no step has the numbers in the rule's places")


def matched(rule: Node, numbers: Node) -> list[tuple[Node, Node]]:
    """The parts of a rule with what stands in their places; empty where the shapes differ."""
    if place(rule):
        return [(rule, numbers)]
    ours, theirs = children(rule), children(numbers)
    if type(rule) is not type(numbers) or len(ours) != len(theirs):
        return []
    found = [matched(here, there) for here, there in zip(ours, theirs, strict=True)]
    return [pair for pairs in found for pair in pairs] if all(found) else []


def open_parts(node: Node) -> Iterator[Node]:
    """The parts of an expression that numbers are set in for."""
    if place(node):
        yield node
        return
    for child in children(node):
        yield from open_parts(child)


def place(node: Node) -> str:
    """The group of a part of the rule; empty for what is no part."""
    if isinstance(node, Element):
        return "here" if isinstance(node.index, Variable) else "next"
    if isinstance(node, Apply):
        return "slope"
    return "rate" if isinstance(node, Variable) else ""


def role_symbol(node: Node) -> str:
    """The id of the symbol whose role the part has."""
    if isinstance(node, Element):
        return node.sequence.id
    return node.symbol.id if isinstance(node, Variable) else GRADIENT.id


def own_nodes(thing: Any) -> Any:
    """A copy in which no node is shared, so that each can be told by its identity."""
    if isinstance(thing, Relation):
        return Relation(own_nodes(thing.left), thing.kind, own_nodes(thing.right))
    parts = tuple(own_nodes(child) for child in children(thing))
    return with_children(thing, parts) if parts else replace(thing)
