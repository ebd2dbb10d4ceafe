"""Inferences: how one statement follows from what is known. Each opens one kind of thing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import cast

from nnmath.notation.text import Text
from nnmath.proof.citing import NotLicensed, discharge, hides_start, is_index, takes
from nnmath.proof.entailment import contradictory, undefined
from nnmath.proof.indexed import Iterated
from nnmath.proof.inference import Inference, Known, proved
from nnmath.proof.kernel import derive
from nnmath.proof.matrices import about_entries
from nnmath.proof.nodes import INFINITY, MatrixProduct, Node, Relation, Variable
from nnmath.proof.rule import Rule
from nnmath.proof.specializing import sizes_of, specialized
from nnmath.proof.statements import (
    And,
    Chain,
    ForAll,
    Iff,
    Implies,
    Not,
    Recurrence,
    Statement,
    Tends,
    equal,
)
from nnmath.proof.substitution import (
    expressions,
    substitute_in,
)
from nnmath.proof.tree import walk
from nnmath.proof.verdict import Status, Verdict


def by(rule: Rule) -> Inference:
    """A comparison by a derivation's rule, used on both sides."""

    def check(statement: Statement, known: Known) -> Verdict:
        if not isinstance(statement, Relation):
            raise NotLicensed("a rule of a derivation proves comparisons only")
        setting, library, statement = known.setting, known.library, about_entries(statement)
        left, right = (
            rule.open(side, setting, library) for side in (statement.left, statement.right)
        )
        missing = undefined((statement,), known.setting)
        if missing is not None:
            return Verdict(Status.UNDECIDED, "none", "not surely defined without", obstacle=missing)
        opened = Relation(left, statement.kind, right)
        assumed = replace(setting, log=setting.hypotheses, equations=rule.equations)
        return derive(opened, assumed)

    return Inference(rule.id, rule.label, check)


def _from_facts(statement: Statement, known: Known) -> Verdict:
    if known.has(statement):
        return proved("known")
    match statement:
        case Relation():
            return derive(statement, known.setting)
        case Chain():
            verdicts = [derive(relation, known.setting) for relation in statement.relations]
        case And(parts):
            verdicts = [_from_facts(part, known) for part in parts]
        case Iff(left, right):
            if known.has(Implies(left, right)) and known.has(Implies(right, left)):
                return proved("both directions")
            raise NotLicensed("one direction of the equivalence is missing")
        case ForAll(variable, inner):
            refuse_sizes(variable, inner)
            if known.generic(variable):
                return _from_facts(inner, known)  # nothing was assumed about it
            raise NotLicensed("it has not been shown for an arbitrary value")
        case _:
            raise NotLicensed("it has not been shown")
    return min(verdicts, key=lambda verdict: verdict.status)


def refuse_sizes(variable: Node, statement: Statement) -> None:
    """Refuse to let a size be any number: what an index runs to would not change with it.

    Raises:
        NotLicensed: An index or an axis of the statement has the size.
    """
    if isinstance(variable, Variable) and variable.symbol in sizes_of((statement,)):
        raise NotLicensed("indices run to it")


from_facts = Inference(
    "from-facts", Text(ja="ここまでに示したことから", en="from what is known"), _from_facts
)


def cite(id: str, values: Mapping[Node, Node] | None = None) -> Inference:
    """A verified claim at these values of its free symbols, its hypotheses being met."""
    instance = dict(values or {})

    def check(statement: Statement, known: Known) -> Verdict:
        lemma = known.library.lemma(id)
        discharge(lemma, instance, known.setting)
        there = cast(Statement, specialized(lemma.statement, instance))
        missing = undefined((statement,), known.setting)
        if missing is not None:
            return Verdict(Status.UNDECIDED, "none", "not surely defined without", obstacle=missing)
        if _amounts_to(there, statement, known):
            return proved(f"lemma {id}")
        raise NotLicensed(f"{id!r} does not say this")

    return Inference(f"cite {id}", Text(ja="示した定理を使う", en="by a proved theorem"), check)


def _amounts_to(there: Statement, statement: Statement, known: Known) -> bool:
    if there == statement or _same_comparison(there, statement, known):
        return True
    if isinstance(there, Iff):
        pairs = ((there.left, there.right), (there.right, there.left))
        return any(s == statement and _shown(premise, known) for premise, s in pairs)
    if isinstance(there, Implies):
        return there.conclusion == statement and _shown(there.premise, known)
    if isinstance(there, And):
        return statement in there.parts
    if isinstance(statement, ForAll) and known.generic(statement.variable):
        refuse_sizes(statement.variable, statement.statement)
        return _amounts_to(there, statement.statement, known)
    return False


def _same_comparison(there: Statement, statement: Statement, known: Known) -> bool:
    """Whether they differ in the letters of bound indices alone, or in the order of terms."""
    if not isinstance(there, Relation) or not isinstance(statement, Relation):
        return False
    changed = (Iterated, MatrixProduct)
    nodes = (part for node in expressions(there) for part in walk(node))
    return any(isinstance(part, changed) for part in nodes) and same(there, statement, known)


def _shown(statement: Statement, known: Known) -> bool:
    try:
        return _from_facts(statement, known).status is Status.PROVED
    except NotLicensed:
        return False


def _rewrite(statement: Statement, known: Known) -> Verdict:
    """The same statement about equal expressions; the equation holds for whatever is bound."""
    for fact in known.facts:
        if not isinstance(fact, Recurrence) and same(fact, statement, known):
            return proved("equal expressions")
    raise NotLicensed("no known statement becomes this one by equations that were shown")


def same(fact: Statement, statement: Statement, known: Known) -> bool:
    """Whether two statements say the same by equations that hold for whatever is bound."""
    match fact, statement:
        case ForAll(variable, first), ForAll(other, second):
            return variable == other and known.generic(variable) and same(first, second, known)
        case Tends(_, i, limit), Tends(_, j, other) if INFINITY in (limit, other):
            return i == j and limit == other and same_value(fact.body, statement.body, known, i)
        case Tends(body, i, limit), Tends(changed, j, other):
            # a → L says the same as a − L → 0
            return i == j and same_value(body - limit, changed - other, known, i)
        case Relation(left, kind, right), Relation(a, other_kind, b):
            return kind == other_kind and same_value(left, a, known) and same_value(right, b, known)
    return False


def same_value(left: Node, right: Node, known: Known, index: Node | None = None) -> bool:
    """Whether two expressions are equal, for every index where one is named."""
    if index is not None and not known.generic(index):
        return False
    return derive(equal(left, right), known.setting).status is Status.PROVED


rewrite = Inference(
    "rewrite", Text(ja="等しい式で書き換える", en="rewrite by an equation"), _rewrite
)


def instantiate(place: Node, value: Node) -> Inference:
    """From “for every …” to one value."""

    def check(statement: Statement, known: Known) -> Verdict:
        for fact in known.facts:
            if isinstance(fact, ForAll) and fact.variable == place:
                if value != place and hides_start(place, (fact.statement,)):
                    continue
                refuse_sizes(place, fact.statement)
                if not (takes(place, value) or is_index(place, value, known.setting)):
                    raise NotLicensed("a number of another kind is wanted there")
                if _at(place, value, fact.statement) == statement:
                    return proved("instance")
        raise NotLicensed("no statement about every value becomes this one")

    return Inference("instantiate", Text(ja="値を1つ選ぶ", en="choose one value"), check)


def _at(place: Node, value: Node, statement: Statement) -> Statement:
    """The statement at a value; at the symbol itself, of what is computed from it as well."""
    return statement if value == place else substitute_in(statement, {place: value})


def _contradiction(statement: Statement, known: Known) -> Verdict:
    everything = known.facts
    if any(isinstance(fact, Not) and known.has(fact.statement) for fact in everything):
        return proved("contradiction")
    # √x < 0 is no contradiction where √x has no value
    if undefined((), known.setting) is None and contradictory(known.setting):
        return proved("contradiction")
    raise NotLicensed("what is known does not contradict itself")


contradiction = Inference(
    "contradiction", Text(ja="矛盾が生じる", en="contradiction"), _contradiction
)
