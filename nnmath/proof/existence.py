"""Whether a limit exists: by continuity, or by the slopes of a fraction whose sides both vanish.

A body tends to what its parts tend to wherever that has a value; where top and bottom of T/B tend
to 0, T/B tends to T′/B′ if B′ is not 0 there. Of anything else nothing is said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from nnmath.notation.symbol import Sort
from nnmath.proof.definedness import (
    NEVER,
    Condition,
    Obligation,
    misplaced,
    obligations,
    renamed,
)
from nnmath.proof.differentiation import NotDifferentiable, differentiate
from nnmath.proof.expectations import Averaged
from nnmath.proof.indexed import ZERO, Integral
from nnmath.proof.integrability import exists
from nnmath.proof.laws import NOTHING_RANDOM, Laws
from nnmath.proof.meanings import Defined, Meaning, open_functions
from nnmath.proof.nodes import (
    ABS,
    EXP,
    LOG,
    SQRT,
    TANH,
    Add,
    Apply,
    Comparison,
    Derivative,
    Divide,
    Element,
    Limit,
    Multiply,
    Negate,
    Node,
    Power,
    Relation,
    Variable,
)
from nnmath.proof.special import COS, ERF
from nnmath.proof.statements import equal, unequal
from nnmath.proof.substitution import free_places, substitute
from nnmath.proof.tree import children, walk, with_children

Follows = Callable[[Relation, tuple[Relation, ...]], bool]
CONTINUOUS = frozenset((EXP, LOG, SQRT, ABS, TANH, ERF, COS))
# What holds at a point so holds near it as well
STRICT: dict[Comparison, Comparison] = {"≥": ">", "≤": "<", ">": ">", "<": "<", "≠": "≠"}


def is_continuous(node: Node, variable: Variable) -> bool:
    """Whether an expression is continuous in the variable wherever it has a value."""
    if variable not in free_places(node):
        return True
    parts = children(node)
    return _keeps_limits(node, variable) and all(is_continuous(part, variable) for part in parts)


def _keeps_limits(node: Node, variable: Variable) -> bool:
    """Whether this node tends to its value where its parts tend to theirs."""
    match node:
        case Apply(function):
            return function in CONTINUOUS
        case Power(_, exponent):
            # Where both tend to 0, a power may tend to anything, though 0⁰ = 1
            return variable not in free_places(exponent)
    return isinstance(node, (Variable, Add, Multiply, Negate, Divide))


def _is_integrable(node: Integral) -> bool:
    """Whether a body that has a value all over the interval has no jump there."""
    real = node.index.symbol.sort is Sort.REAL
    # A member of a sequence may change with the index by way of an update rule
    still = not any(isinstance(part, Element) for part in walk(node.body))
    return real and still and is_continuous(node.body, node.index)


@dataclass(frozen=True)
class Ground:
    """What definedness is judged from.

    Args:
        follows: Whether a comparison follows from what is known, and from what is assumed besides.
        meanings: Of the derived functions that are left as they are.
        assumed: What is assumed here.
        laws: Of what is random.
    """

    follows: Follows
    meanings: Mapping[Defined, Meaning] = field(default_factory=dict)
    assumed: tuple[Relation, ...] = ()
    laws: Laws = NOTHING_RANDOM

    def missing(self, node: Node) -> Relation | None:
        """A condition that the expression needs and that is not sure."""
        return self._first_lacking(obligations(node, self.meanings))

    def misplaced(self, node: Node) -> Relation | None:
        """A condition for an index of what has a definition that is not sure."""
        return self._first_lacking(misplaced(node, self.meanings))

    def _first_lacking(self, needed: Iterable[Obligation]) -> Relation | None:
        for condition, more in needed:
            lacking = self._assuming(*more)._lacking(condition)
            if lacking is not None:
                return lacking
        return None

    def value(self, limit: Limit) -> Node | None:
        """What a limit surely is; None where it may not exist, or this cannot tell."""
        variable = renamed(limit.variable, limit)
        # A natural number does not come near another
        if variable.symbol.sort is not Sort.REAL or self._missing_beside(limit) is not None:
            return None
        beside = self._assuming(unequal(variable, limit.point))
        body = beside._opened(substitute(limit.body, {limit.variable: variable}))
        return self._approached(body, variable, limit.point)

    def _assuming(self, *more: Relation) -> Ground:
        return replace(self, assumed=(*self.assumed, *more)) if more else self

    def _sure(self, condition: Relation) -> bool:
        return self.follows(self._derived(condition), tuple(map(self._derived, self.assumed)))

    def _derived(self, relation: Relation) -> Relation:
        sides = (open_functions(side, self.meanings) for side in (relation.left, relation.right))
        return Relation(next(sides), relation.kind, next(sides)) if self.meanings else relation

    def _lacking(self, condition: Condition) -> Relation | None:
        if isinstance(condition, Relation):
            return None if self._sure(condition) else condition
        if isinstance(condition, Averaged):
            return None if exists(condition, self.laws) else NEVER
        if isinstance(condition, Integral):
            return None if _is_integrable(condition) else NEVER
        if self.value(condition) is not None:
            return None
        at_point = substitute(condition.body, {condition.variable: condition.point})
        lacking = (self._missing_beside(condition), self.missing(at_point), NEVER)
        return next(each for each in lacking if each is not None)

    def _missing_beside(self, limit: Limit) -> Relation | None:
        """What a limit's body lacks for a value near the point, where it needs none itself."""
        variable = renamed(limit.variable, limit)
        beside = self._assuming(unequal(variable, limit.point))
        body = substitute(limit.body, {limit.variable: variable})
        for condition, more in obligations(body, self.meanings):
            lacking = beside._assuming(*more)._lacking(condition)
            near = not more and self._holds_near(condition, variable, limit.point)
            if lacking is not None and not near:
                return lacking
        return None

    def _holds_near(self, condition: Condition, variable: Variable, point: Node) -> bool:
        if not isinstance(condition, Relation) or condition.kind not in STRICT:
            return False
        sides = [self._approached(s, variable, point) for s in (condition.left, condition.right)]
        if sides[0] is None or sides[1] is None:
            return False
        return self._sure(Relation(sides[0], STRICT[condition.kind], sides[1]))

    def _opened(self, node: Node) -> Node:
        """The expression with its limits and derivatives worked out, where that can be done."""
        if isinstance(node, Derivative):
            try:
                return differentiate(node.body, node.variable)
            except NotDifferentiable:
                return node
        if isinstance(node, Limit):
            return self.value(node) or node
        parts = tuple(self._opened(part) for part in children(node))
        return with_children(node, parts) if parts else node

    def _approached(self, node: Node, variable: Variable, point: Node) -> Node | None:
        """What an expression surely tends to as the variable comes near the point."""
        if variable not in free_places(node):
            return node
        if node == variable:
            return point
        if not _keeps_limits(node, variable):
            return None
        parts = [self._approached(part, variable, point) for part in children(node)]
        known = tuple(part for part in parts if part is not None)
        if len(known) == len(parts):
            there = with_children(node, known)
            if self.missing(there) is None:
                return there
        return self._by_slopes(node, variable, point) if isinstance(node, Divide) else None

    def _by_slopes(self, fraction: Divide, variable: Variable, point: Node) -> Node | None:
        """T′/B′ at the point, where T and B are 0 and B′ is not."""
        sides = (fraction.numerator, fraction.denominator)
        if not all(is_continuous(side, variable) for side in sides):
            return None
        try:
            slopes = [differentiate(side, variable) for side in sides]
        except NotDifferentiable:
            return None
        at: dict[Node, Node] = {variable: point}
        values = [substitute(side, at) for side in sides]
        top, bottom = (substitute(slope, at) for slope in slopes)
        if any(self.missing(each) is not None for each in (*values, top, bottom)):
            return None
        vanish = all(self._sure(equal(value, ZERO)) for value in values)
        return top / bottom if vanish and self._sure(unequal(bottom, ZERO)) else None
