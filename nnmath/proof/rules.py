"""Rules as licences: each opens one kind of thing; all else stays opaque to the kernel."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from nnmath.notation.symbol import Symbol
from nnmath.notation.text import Text
from nnmath.proof.citing import Lemma, NotLicensed, discharge
from nnmath.proof.definedness import renamed
from nnmath.proof.differentiation import NotDifferentiable, evaluate_derivatives
from nnmath.proof.entailment import undefined
from nnmath.proof.existence import is_continuous
from nnmath.proof.expectations import Averaged
from nnmath.proof.indexed import Entry, Ranged
from nnmath.proof.matching import match
from nnmath.proof.meanings import Defined, Meaning
from nnmath.proof.nodes import (
    Add,
    Apply,
    Derivative,
    Element,
    Limit,
    Node,
    Number,
    Relation,
    Variable,
    as_node,
)
from nnmath.proof.rule import Library, Opening, Rule
from nnmath.proof.setting import Setting
from nnmath.proof.specializing import specialized
from nnmath.proof.statements import Hypothesis, Recurrence, equal
from nnmath.proof.substitution import (
    free_in,
    substitute,
)
from nnmath.proof.tree import children, walk, with_children
from nnmath.proof.whole_numbers import is_natural


def _nothing(node: Node, setting: Setting, library: Library) -> Node:
    return node


algebra = Rule("algebra", Text(ja="式変形", en="algebra"), _nothing)
insert = Rule("insert", Text(ja="値を代入する", en="insert the values"), _nothing, equations=True)


def unfold(defined: Defined) -> Rule:
    """Insert the definition of a function or a tensor."""
    label = Text(ja="定義を代入する", en="insert the definition")
    return Rule(
        "unfold",
        label,
        _open(defined),
        fits=lambda before, after: _uses(before, defined) > _uses(after, defined),
    )


def fold(defined: Defined) -> Rule:
    """Recognise a function or a tensor by its definition."""
    label = Text(ja="定義にまとめる", en="recognise the definition")
    return Rule(
        "fold",
        label,
        _open(defined),
        fits=lambda before, after: _uses(before, defined) < _uses(after, defined),
    )


def _uses(node: Node, defined: Defined) -> int:
    return sum(
        (isinstance(part, Apply) and part.function == defined) or part == defined
        for part in walk(node)
    )


def _open(defined: Defined) -> Opening:
    def opening(node: Node, setting: Setting, library: Library) -> Node:
        if defined not in library.definitions:
            raise NotLicensed(f"the definition of {defined.symbol.id!r} is not in `uses`")
        return _unfolded(node, defined, library.definitions[defined])

    return opening


def _unfolded(node: Node, defined: Defined, meaning: Meaning) -> Node:
    if isinstance(node, Derivative) and isinstance(node.variable, Entry):
        if node.variable.tensor == defined:
            return node  # by h itself, which is then a variable
        return replace(node, body=_unfolded(node.body, defined, meaning))
    if isinstance(node, Averaged) and defined.symbol in node.over:
        return node  # likewise what is averaged over
    node = _over_children(node, lambda part: _unfolded(part, defined, meaning))
    if isinstance(node, Apply) and node.function == defined:
        return meaning.at(node.arguments)
    if isinstance(node, Entry) and node.tensor == defined:
        return meaning.at(node.indices)
    return node


def _over_children(node: Node, change: Callable[[Node], Node]) -> Node:
    parts = children(node)
    new = tuple(change(part) for part in parts)
    return node if new == parts else with_children(node, new)


def _differentiate(node: Node, setting: Setting, library: Library) -> Node:
    try:
        return evaluate_derivatives(node)
    except NotDifferentiable as reason:
        raise NotLicensed(str(reason)) from None


differentiate = Rule("differentiate", Text(ja="微分を計算する", en="differentiate"), _differentiate)


def _take_limits(node: Node, setting: Setting, library: Library) -> Node:
    if isinstance(node, Ranged):
        node = _with_own_index(node)
    if isinstance(node, Averaged):
        setting = setting.inside(node)
    node = _over_children(node, lambda part: _take_limits(part, setting, library))
    if not isinstance(node, Limit):
        return node
    if node.variable.symbol.sort.is_whole:
        raise NotLicensed("a natural number does not come near another")
    if not is_continuous(node.body, node.variable):
        raise NotLicensed("a function inside the limit is not known to be continuous")
    value = substitute(node.body, {node.variable: node.point})
    if undefined((equal(value, value),), setting) is not None:
        raise NotLicensed("the expression inside the limit has no value at the limit's point")
    return value


def _with_own_index(node: Ranged) -> Ranged:
    """The same over an index of its own: what is known of an i outside says nothing of the i that a
    sum runs over."""
    inside = renamed(node.index, node)
    return replace(node, body=substitute(node.body, {node.index: inside}), index=inside)


# Every elementary function is continuous where it is defined
take_limit = Rule(
    "take-limit",
    Text(ja="極限をとる(連続だから代入してよい)", en="take the limit (continuity)"),
    _take_limits,
)


def _update(node: Node, setting: Setting, library: Library) -> Node:
    rules = [rule for rule in setting.hypotheses if isinstance(rule, Recurrence)]
    if any(_binds(part, rule) for rule in rules for part in walk(node)):
        raise NotLicensed("something binds a symbol of the update rule")
    return _updated(node, rules)


def _binds(node: Node, hypothesis: Hypothesis) -> bool:
    if isinstance(node, Averaged):
        return any(map(node.binds, free_in(hypothesis)))
    if isinstance(node, Ranged):
        return node.index in free_in(hypothesis)
    return isinstance(node, (Limit, Derivative)) and node.variable in free_in(hypothesis)


def _updated(node: Node, rules: list[Recurrence]) -> Node:
    node = _over_children(node, lambda part: _updated(part, rules))
    if isinstance(node, Element) and (before := _predecessor(node.index)) is not None:
        for rule in rules:
            if rule.sequence.symbol == node.sequence:
                return substitute(rule.following, {rule.index: before})
    return node


def _predecessor(index: Node) -> Node | None:
    """The index before `index`, where that is surely natural."""
    before = _one_less(index)
    return before if before is not None and is_natural(before) else None


def _one_less(index: Node) -> Node | None:
    if isinstance(index, Number):
        return as_node(index.value - 1)
    if isinstance(index, Add) and isinstance(index.terms[-1], Number):
        last = index.terms[-1].value
        rest = index.terms[:-1]
        if last == 1:
            return rest[0] if len(rest) == 1 else Add(rest)
        if last > 1:
            return Add((*rest, as_node(last - 1)))
    return None


update = Rule("update", Text(ja="更新則を1回使う", en="apply the update rule once"), _update)


def lemma(id: str) -> Rule:
    """Rewrite by a verified equation, whose hypotheses must follow here."""

    def opening(node: Node, setting: Setting, library: Library) -> Node:
        return _rewritten(node, library.lemma(id), setting)

    return Rule("lemma", Text(ja="示した式を使う", en="use a proved formula"), opening)


def _rewritten(node: Node, cited: Lemma, setting: Setting, bound: tuple[Node, ...] = ()) -> Node:
    if not isinstance(cited.statement, Relation) or cited.statement.kind != "=":
        raise NotLicensed(f"{cited.id!r} is no equation")
    left, right = cited.statement.left, cited.statement.right
    # What a definition hides stays as it is: with a in Q, Q(1) + a = 2a says nothing of Q(1) + 5
    hidden = {symbol for side in (left, right) for symbol in _hidden(side)}
    holes = frozenset(
        place
        for place in free_in(cited.statement)
        if isinstance(place, Variable) and place.symbol not in hidden
    )
    found = match(left, node, holes)
    if found is not None:
        discharge(cited, found, setting, bound)
        here = specialized(cited.statement, found)
        assert isinstance(here, Relation)
        if here.left == node:
            return here.right
    if isinstance(node, Ranged):
        node = _with_own_index(node)
        setting = setting.given(node.index >= node.low, node.index <= node.high)
    if isinstance(node, Averaged):
        setting = setting.inside(node)
    if isinstance(node, (Limit, Derivative)):
        bound = (*bound, node.variable)
    return _over_children(node, lambda part: _rewritten(part, cited, setting, bound))


def _hidden(node: Node) -> Iterator[Symbol]:
    for part in walk(node):
        if isinstance(part, Apply):
            yield from part.function.depends_on
