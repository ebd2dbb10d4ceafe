"""Whether a definition is one: it has a value, does not go round, and decides nothing twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from nnmath.notation.symbol import Sort
from nnmath.proof.claims import Definition
from nnmath.proof.definedness import obligations
from nnmath.proof.entailment import follows, undefined
from nnmath.proof.meanings import open_functions
from nnmath.proof.nodes import Apply, Element, Limit, Node, Relation, Variable, as_node, walk
from nnmath.proof.rules import Library
from nnmath.proof.setting import Setting
from nnmath.proof.statements import comparisons, equal, is_plain
from nnmath.proof.substitution import free_places
from nnmath.proof.verdict import Status, Verdict


def check_definition(claim: Definition, library: Library) -> Verdict:
    """DEFINED, or why it is no definition."""
    fault = next(_faults(claim), None)
    # f′ has a value where its limit exists: who speaks of f′ has to know that
    if fault is None and not defines_derivative(claim):
        right = equal(claim.right, claim.right)
        missing = undefined((right,), Setting(claim.given, meanings=library.meanings))
        if missing is not None:
            reason = "not surely defined without"
            return Verdict(Status.UNDECIDED, "definition", reason, obstacle=missing)
        if not isinstance(claim.left, Element) and not _is_on_its_domain(claim, library):
            fault = "the right side has a value also where the hypotheses do not hold"
    if fault is not None:
        return Verdict(Status.UNDECIDED, "definition", fault)
    return Verdict(Status.DEFINED, "definition", f"witness: {claim.witness}")


def _faults(claim: Definition) -> Iterator[str]:
    """What its form alone says against it."""
    parameters = set(free_places(claim.left))
    if any(
        place not in parameters and not _is_allowed(place, claim)
        for place in free_places(claim.right)
    ):
        yield "the right side has a free symbol that the left side does not have"
    if _is_circular(claim):
        yield "it is circular"
    match claim.left:
        case Apply(_, (Variable(symbol),)) if symbol.sort is not Sort.REAL:
            yield "a function takes every real number: a sequence has an index"
        case Apply(function) if function.primes and not defines_derivative(claim):
            yield "a derived function is the limit of difference quotients and nothing else"


def _is_on_its_domain(claim: Definition, library: Library) -> bool:
    """Whether the right side has a value only where the hypotheses hold: what opens the definition
    asks for no more than that."""
    body = open_functions(claim.right, library.meanings)
    needed = [
        condition
        for condition, assumed in obligations(body)
        if isinstance(condition, Relation) and not assumed
    ]
    asked = tuple(comparisons(claim.given))
    plain = all(map(is_plain, claim.given))
    return plain and all(follows(each, Setting(tuple(needed))) for each in asked)


def defines_derivative(claim: Definition) -> bool:
    """Whether it says f′(x) = lim (f(x + h) − f(x))/h as h → 0, word for word."""
    match claim.left, claim.right:
        case Apply(function, (Variable() as x,)), Limit(_, h, _):
            if not function.primes or h == x or h.symbol in function.depends_on:
                return False
            lower = replace(function, primes=function.primes - 1)
            quotient = (lower(x + h) - lower(x)) / h
            real = h.symbol.sort is x.symbol.sort is Sort.REAL
            return real and claim.right == Limit(quotient, h, as_node(0)) and not claim.given
    return False


def _is_circular(claim: Definition) -> bool:
    """Whether the right side asks for what is only now defined: itself, or a later member."""
    if isinstance(claim.left, Element):
        try:
            rule = claim.recurrence
        except ValueError:
            return True
        return claim.left != rule.sequence[rule.index + as_node(1)]
    defined = claim.meaning[0]
    return any(
        (part.function if isinstance(part, Apply) else part) == defined
        for part in walk(claim.right)
    )


def _is_allowed(place: Node, claim: Definition) -> bool:
    """A sequence may depend on its earlier members and on hyperparameters."""
    if isinstance(place, Variable) and place.symbol.sort is Sort.COUNT:
        return True  # how long a sum is
    return isinstance(claim.left, Element) and isinstance(place, (Variable, Element))
