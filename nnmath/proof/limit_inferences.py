"""Inferences about limits."""

from __future__ import annotations

from collections.abc import Mapping

from nnmath.notation.text import Text
from nnmath.proof.citing import NotLicensed
from nnmath.proof.inference import Inference, Known, proved
from nnmath.proof.inferences import same, same_value
from nnmath.proof.kernel import derive
from nnmath.proof.nodes import INFINITY, Add, Apply, Multiply, Negate, Node, Variable, as_node
from nnmath.proof.special import ERF
from nnmath.proof.statements import Not, Statement, Tends, equal
from nnmath.proof.substitution import free_places, substitute
from nnmath.proof.verdict import Verdict


def _limit_arithmetic(statement: Statement, known: Known) -> Verdict:
    """A rational expression in sequences with known limits tends to its value at the limits."""
    if not isinstance(statement, Tends) or statement.limit == INFINITY:
        raise NotLicensed("the rules for limits give finite limits only")
    index, body, target = statement.index, statement.body, statement.limit
    if same_value(body, target, known, index):
        return proved("constant sequence")
    limits: dict[Node, Node] = {
        fact.body: fact.limit
        for fact in known.facts
        if isinstance(fact, Tends) and fact.index == index and fact.limit != INFINITY
    }
    value = substitute(body, limits)
    if index in free_places(value) or not _is_polynomial_in(body, limits, index):
        raise NotLicensed("a part of the sequence has no known limit")
    return derive(equal(value, target), known.setting)


def _is_polynomial_in(body: Node, limits: Mapping[Node, Node], index: Variable) -> bool:
    """Whether the index enters only through sequences with a known limit, by sums and products."""
    if body in limits or index not in free_places(body):
        return True
    parts = body.terms if isinstance(body, Add) else ()
    parts = body.factors if isinstance(body, Multiply) else parts
    parts = (body.operand,) if isinstance(body, Negate) else parts
    return bool(parts) and all(_is_polynomial_in(part, limits, index) for part in parts)


limit_arithmetic = Inference(
    "limit-arithmetic", Text(ja="極限の四則", en="sums and products of limits"), _limit_arithmetic
)


def _shift(statement: Statement, known: Known) -> Verdict:
    """The first members do not matter: a(t + 1) → L gives a(t) → L."""
    if isinstance(statement, Tends):
        later: dict[Node, Node] = {statement.index: statement.index + as_node(1)}
        moved = Tends(substitute(statement.body, later), statement.index, statement.limit)
        for fact in known.facts:
            if isinstance(fact, Tends) and same(fact, moved, known):
                return proved("shift")
    raise NotLicensed("the limit of the sequence from its second member on is not known")


shift = Inference(
    "shift", Text(ja="最初の項は極限に影響しない", en="the first member does not matter"), _shift
)


def _error_function_limit(statement: Statement, known: Known) -> Verdict:
    """erf a(t) → 1 where a(t) → ∞: the integral of e^(−x²) from 0 to ∞ is √π/2."""
    match statement:
        case Tends(Apply(function, (argument,)), index, limit) if function == ERF:
            grows = Tends(argument, index, INFINITY)
            if limit == as_node(1) and known.has(grows):
                return proved("limit of the error function")
    raise NotLicensed("the error function tends to 1 where its argument tends to ∞, and only there")


error_function_limit = Inference(
    "error-function-limit",
    Text(ja="誤差関数の極限", en="limit of the error function"),
    _error_function_limit,
)


def stays_away(distance: Node) -> Inference:
    """A sequence that keeps a distance from a number for every index does not tend to it."""

    def check(statement: Statement, known: Known) -> Verdict:
        if not (isinstance(statement, Not) and isinstance(statement.statement, Tends)):
            raise NotLicensed("this shows only that something does not tend to a number")
        limit = statement.statement
        if limit.index in free_places(distance) or not known.generic(limit.index):
            raise NotLicensed("the distance must be the same for every index")
        apart = abs(limit.body - limit.limit) >= distance
        verdicts = [derive(goal, known.setting) for goal in (apart, distance > as_node(0))]
        return min(verdicts, key=lambda verdict: verdict.status)

    return Inference(
        "stays-away", Text(ja="一定の距離より近づかない", en="it keeps its distance"), check
    )
