"""Whether a definition is one: it has a value, does not go round, and decides nothing twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from nnmath.notation.symbol import Sort
from nnmath.proof.claims import Definition
from nnmath.proof.definedness import obligations
from nnmath.proof.entailment import follows, undefined
from nnmath.proof.indexed import in_range
from nnmath.proof.kernel import prove
from nnmath.proof.matrices import of_entries
from nnmath.proof.meanings import open_functions
from nnmath.proof.nodes import Apply, Element, Limit, Node, Relation, Variable, as_node
from nnmath.proof.rule import Library
from nnmath.proof.setting import Setting
from nnmath.proof.statements import ForAll, Statement, comparisons, equal, is_plain
from nnmath.proof.substitution import free_places
from nnmath.proof.tree import walk
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
        elif claim.stable is not None and not _is_the_same(claim.stable, claim, library):
            fault = "the form that code uses is not proved equal to the right side"
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
        case Apply(_, arguments) if not all(map(_is_real, arguments)):
            yield "a function takes every real number: a sequence has an index"
        case Apply(function) if function.primes and not defines_derivative(claim):
            yield "a derived function is the limit of difference quotients and nothing else"


def _is_real(place: Node) -> bool:
    return isinstance(place, Variable) and place.symbol.sort is Sort.REAL


def _is_on_its_domain(claim: Definition, library: Library) -> bool:
    """Whether the right side has a value only where the hypotheses hold: what opens the definition
    asks for no more than that."""
    needed = Setting(tuple(_needed(open_functions(claim.right, library.meanings))))
    for hypothesis in map(of_entries, claim.given):
        # “For every index” is asked at an arbitrary one
        while isinstance(hypothesis, ForAll) and _is_index(hypothesis.variable):
            hypothesis = hypothesis.statement
        if not is_plain(hypothesis):
            return False
        if not all(follows(each, needed) for each in comparisons((hypothesis,))):
            return False
    return True


def _needed(body: Node) -> Iterator[Statement]:
    """What an expression needs for a value, in itself or in every term of its sums."""
    for condition, assumed in obligations(body):
        if not isinstance(condition, Relation):
            continue
        indices = dict.fromkeys(each.left for each in assumed if isinstance(each.left, Variable))
        if set(assumed) == {each for index in indices for each in in_range(index)}:
            statement: Statement = condition
            for index in indices:
                statement = ForAll(index, statement)
            yield statement


def _is_index(place: Node) -> bool:
    return isinstance(place, Variable) and place.symbol.size is not None


def _is_the_same(stable: Node, claim: Definition, library: Library) -> bool:
    """Whether the form that code uses is proved equal, the definitions that it rests on open."""
    sides = (open_functions(side, library.meanings) for side in (stable, claim.right))
    return prove(equal(*sides), Setting(claim.given)).status is Status.PROVED


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
    return isinstance(claim.left, Element) and isinstance(place, (Variable, Element))
