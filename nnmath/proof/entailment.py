"""What follows from what: the normal form and signs, after equations are put in and absolute values
split; every case of a split is looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache, partial

from nnmath.proof.coefficients import OutsideTheKernel
from nnmath.proof.divisors import before_sums
from nnmath.proof.existence import Ground
from nnmath.proof.fields import Field, in_field
from nnmath.proof.fuel import burn, full_tank
from nnmath.proof.indexed import ONE, ZERO, Product, Sum
from nnmath.proof.instances import iterated, related, relevant, speaks_of_sums, terms_at
from nnmath.proof.laws import Random
from nnmath.proof.matrices import about_entries, of_entries
from nnmath.proof.meanings import open_functions
from nnmath.proof.nodes import SQRT, Apply, Node, Number, Power, Relation
from nnmath.proof.renaming import fresh
from nnmath.proof.setting import Setting
from nnmath.proof.signs import Facts
from nnmath.proof.solving import called, put_values_in, solved_by
from nnmath.proof.splitting import cases, has_cases
from nnmath.proof.statements import ForAll, Hypothesis, Or, Statement, comparisons, unequal
from nnmath.proof.substitution import (
    expressions,
    free_in,
    free_places,
    substitute,
)
from nnmath.proof.tensor_equations import is_put_in, put_in
from nnmath.proof.tree import children, with_children
from nnmath.proof.whole_numbers import is_count


def follows(goal: Relation, setting: Setting) -> bool:
    """Whether the comparison follows in the normal form; definedness is the caller's to see."""
    goal = about_entries(goal)
    for branch in _branches(setting.entrywise.known):
        known = tuple(h for h in branch if setting.equations or not _is_equation(h))
        if not _follows(goal, known, setting.squares):
            return False
    return True


def _is_equation(hypothesis: Hypothesis) -> bool:
    while isinstance(hypothesis, ForAll):
        hypothesis = hypothesis.statement
    return isinstance(hypothesis, Relation) and hypothesis.kind == "="


def contradictory(setting: Setting) -> bool:
    """Whether the hypotheses surely exclude one another."""
    try:
        return all(
            in_field(partial(_clash, known=case, squares=setting.squares))
            for branch in _branches(setting.entrywise.known)
            for case in cases(_all_put_in(tuple(relevant(branch))))
        )
    except OutsideTheKernel:
        return False


def _clash(field: Field, known: Iterable[Relation], squares: tuple[Node, ...]) -> bool:
    return _facts(field, known, squares).contradictory()


def _facts(field: Field, known: Iterable[Relation], squares: tuple[Node, ...]) -> Facts:
    """The facts in a field of this size: what is known is often asked for more than one goal."""
    facts, steps = _read(tuple(known), squares, field.size)
    burn(steps)
    return facts.copy()


@lru_cache(maxsize=256)
def _read(
    known: tuple[Relation, ...], squares: tuple[Node, ...], size: tuple[int, int]
) -> tuple[Facts, int]:
    with full_tank() as tank:
        return Facts(Field(*size), known, squares), tank.burnt


def _all_put_in(relations: tuple[Relation, ...]) -> tuple[Relation, ...]:
    solved = solved_by(relations)
    return tuple(put_values_in(relation, solved) for relation in relations)


def undefined(statements: Iterable[Statement], setting: Setting) -> Relation | None:
    """A condition that an expression of the hypotheses or statements needs and that is not sure."""
    setting = setting.entrywise
    known: list[Hypothesis] = []
    for hypothesis in setting.known:
        for said, nodes in _one_after_another(hypothesis):
            missing = _missing(nodes, known, setting)
            if missing is not None:
                return missing
            known += said
    nodes = [node for statement in map(of_entries, statements) for node in expressions(statement)]
    return _missing(nodes, known, setting)


def _one_after_another(
    hypothesis: Hypothesis,
) -> Iterator[tuple[tuple[Hypothesis, ...], Iterable[Node]]]:
    """What a hypothesis says, part by part, with the expressions: earlier parts may be used."""
    if isinstance(hypothesis, Or):
        yield (), expressions(hypothesis)  # one case of several, but each has to make sense
    for relation in comparisons((hypothesis,)):
        yield (relation,), (relation.left, relation.right)
    if isinstance(hypothesis, (ForAll, Random)):
        yield (hypothesis,), expressions(hypothesis)


def _missing(
    nodes: Iterable[Node], known: Sequence[Hypothesis], setting: Setting
) -> Relation | None:
    """A condition that the expressions need; each step of an argument asks again for all before."""
    key = (tuple(nodes), tuple(known), setting.hypotheses, setting.squares)
    found = setting.asked.found
    if key not in found:
        with full_tank() as tank:
            missing = _needed(*key[:2], setting)
            found[key] = missing, tank.burnt
    missing, steps = found[key]
    # Also when it was known already: a verdict does not hang on what was asked before
    burn(steps)
    return missing


def _needed(
    nodes: Iterable[Node], known: Sequence[Hypothesis], setting: Setting
) -> Relation | None:
    simple = [each for each in known if not speaks_of_sums(each)]

    @cache
    def sure(condition: Relation, assumed: tuple[Relation, ...]) -> bool:
        # Most conditions have nothing to do with sums, whose signs take time
        stages = (simple, known) if len(simple) < len(known) else (known,)
        return any(_follows(condition, (*each, *assumed), setting.squares) for each in stages)

    ground = Ground(sure, setting.meanings, laws=setting.laws)
    for node in nodes:
        opened = open_functions(node, setting.meanings, derived=False)
        for missing in (ground.misplaced(node), ground.missing(opened)):
            if missing is not None:
                return missing
    return None


def _branches(hypotheses: Sequence[Hypothesis]) -> Iterator[tuple[Hypothesis, ...]]:
    """One list of hypotheses for each way of choosing from the disjunctions."""
    for i, hypothesis in enumerate(hypotheses):
        if isinstance(hypothesis, Or):
            for part in hypothesis.parts:
                yield from _branches((*hypotheses[:i], part, *hypotheses[i + 1 :]))
            return
    yield tuple(hypotheses)


def _follows(goal: Relation, known: Iterable[Hypothesis], squares: tuple[Node, ...]) -> bool:
    goal, known = put_in(goal, known)
    facts = relevant(known, goal)
    if goal.kind == "=":
        return _answered(goal, facts, squares)
    # By the goal's own sums first, where they suffice: the more facts, the longer the search
    strict = goal.kind in "<>≠"
    own = tuple(_signs_of_sums((goal,), known, squares, strict=strict))
    near = (each for each in facts if set(free_in(each)) <= set(free_in(goal)))
    if own and _answered(goal, (*near, *own), squares):
        return True
    strict = strict or any(each.kind in "<>≠" for each in facts)
    sums = _signs_of_sums((goal, *facts), known, squares, strict=strict)
    return _answered(goal, (*facts, *sums), squares)


def _answered(goal: Relation, facts: tuple[Relation, ...], squares: tuple[Node, ...]) -> bool:
    answer, steps = _worked_out(goal, facts, squares)
    # Also when it was known already: a verdict does not hang on what was asked before
    burn(steps)
    return answer


def _signs_of_sums(
    relations: Iterable[Relation],
    known: tuple[Hypothesis, ...],
    squares: tuple[Node, ...],
    *,
    strict: bool,
) -> Iterator[Relation]:
    """A sum of what is never negative is not negative, nor below any of its terms; likewise a
    product. Whether it is positive is asked where a strict comparison is about."""
    relations = tuple(relations)
    # A sum's own sign is not asked for from what is known of sums, so that the search ends
    known = tuple(each for each in known if not (speaks_of_sums(each) or is_put_in(each)))
    # A sum inside a sum has another index than the outer one, of which something is known here
    spoken_of = tuple(place for each in known for place in free_in(each))
    for node in dict.fromkeys(part for each in relations for part in iterated(each)):
        inside = replace(node, index=fresh(node.index, (*free_places(node), *spoken_of)))
        body = substitute(node.body, {node.index: inside.index})
        ends = (inside.index >= node.low, inside.index <= node.high)
        there: tuple[Hypothesis, ...] = related(relevant((*known, *ends), body >= ZERO), body)
        if any(iterated(body >= ZERO)):
            # What holds for every index is needed again at the inner ones
            there = (*there, *(each for each in known if isinstance(each, ForAll)))
        some = isinstance(node, Product) or (node.low == ONE and is_count(node.high))
        if strict and some and _follows(body > ZERO, there, squares):
            yield node > ZERO
        elif _follows(body >= ZERO, there, squares):
            yield node >= ZERO
        else:
            continue
        if isinstance(node, Sum):
            yield from (node >= term for term in terms_at(node, relations))


@lru_cache(maxsize=4096)
def _worked_out(
    goal: Relation, known: tuple[Relation, ...], squares: tuple[Node, ...]
) -> tuple[bool, int]:
    with full_tank() as tank:
        return _decided(goal, known, squares), tank.burnt


def _decided(goal: Relation, known: tuple[Relation, ...], squares: tuple[Node, ...]) -> bool:
    # Before symbols are replaced, for f may hide them, and after, when more of its calls are alike
    relations = called([_rooted(relation) for relation in (goal, *known)])
    solved = solved_by(relations[1:])
    goal, *rest = called([put_values_in(relation, solved) for relation in relations])
    if in_field(partial(_settles, goal=goal, known=rest, squares=squares)):
        return True
    moved = _divisors_moved((goal, *rest), squares)
    if moved != [goal, *rest]:
        goal, *rest = moved
        if in_field(partial(_settles, goal=goal, known=rest, squares=squares)):
            return True
    if not has_cases((goal, *rest)):
        return False
    return all(
        in_field(partial(_settles_case, case=case, squares=squares))
        for case in cases((goal, *rest), goals=1)
    )


def _divisors_moved(relations: tuple[Relation, ...], squares: tuple[Node, ...]) -> list[Relation]:
    """The comparisons, of which all but the first are known, with divisors before their sums."""

    @cache
    def nonzero(divisor: Node) -> bool:
        apart = unequal(divisor, ZERO)
        return in_field(partial(_settles, goal=apart, known=relations[1:], squares=squares))

    return [before_sums(relation, nonzero) for relation in relations]


def _settles(
    field: Field, goal: Relation, known: Iterable[Relation], squares: tuple[Node, ...]
) -> bool:
    facts = _facts(field, known, squares)
    return facts.settle(goal) or (goal.kind != "=" and facts.contradictory())


def _settles_case(field: Field, case: tuple[Relation, ...], squares: tuple[Node, ...]) -> bool:
    """Whether the first comparison follows from the others, or these exclude one another."""
    solved = solved_by(case[1:])
    goal, *known = (put_values_in(relation, solved) for relation in case)
    facts = _facts(field, known, squares)
    try:
        if facts.settle(goal):
            return True
    except OutsideTheKernel:
        pass  # a denominator may be 0 in a case that does not occur
    return facts.contradictory()


def _rooted(relation: Relation) -> Relation:
    """√(u²) = |u| for every real u."""
    return Relation(_without_root(relation.left), relation.kind, _without_root(relation.right))


def _without_root(node: Node) -> Node:
    parts = children(node)
    new = tuple(_without_root(part) for part in parts)
    node = node if new == parts else with_children(node, new)
    match node:
        case Apply(function, (Power(base, Number(value)),)) if function == SQRT and value == 2:
            return abs(base)
    return node
