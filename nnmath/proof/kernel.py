"""The kernel: whether a comparison follows from hypotheses.

PROVED needs a proof in the exact normal form, every expression defined from the hypotheses alone,
and a rational point that satisfies them all; REFUTED needs such a point where the claim surely
fails.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import islice
from time import perf_counter

from nnmath.proof.balls import (
    DIGITS,
    CannotEvaluate,
    Meaning,
    Point,
    Undefined,
    ball,
    digits,
    holds,
)
from nnmath.proof.definedness import obligations
from nnmath.proof.fields import Field, OutsideTheKernel, in_field
from nnmath.proof.nodes import (
    ABS,
    Apply,
    Element,
    Function,
    Negate,
    Node,
    Number,
    Relation,
    Variable,
    as_node,
    walk,
)
from nnmath.proof.points import comparisons, points
from nnmath.proof.signs import Facts
from nnmath.proof.statements import Hypothesis, Or, Statement
from nnmath.proof.substitution import (
    CaptureError,
    expressions,
    free_places,
    map_statement,
    substitute,
)
from nnmath.proof.verdict import Counterexample, Status, Verdict

POINTS = 12
SIMPLE_POINTS = 24
MOST_SPLITS = 4
ZERO = as_node(0)


@dataclass(frozen=True)
class Setting:
    """What a proof starts from.

    Args:
        hypotheses: What is assumed.
        log: Hypotheses and what has been shown from them, in the order of the argument.
        meanings: Definitions for evaluation at points; opaque to proofs unless a rule opens them.
        squares: Expressions whose squares a certificate may use.
        equations: Whether a proof may use the hypotheses that are equations.
    """

    hypotheses: tuple[Hypothesis, ...] = ()
    log: tuple[Hypothesis, ...] = ()
    meanings: Mapping[Function, Meaning] = field(default_factory=dict)
    squares: tuple[Node, ...] = ()
    equations: bool = True

    @property
    def known(self) -> tuple[Hypothesis, ...]:
        """Hypotheses and facts, each after those that make it meaningful."""
        return self.log or self.hypotheses

    def given(self, *more: Hypothesis) -> Setting:
        """The setting with more assumed."""
        return replace(self, hypotheses=(*self.hypotheses, *more), log=(*self.known, *more))


def prove(goal: Relation, setting: Setting) -> Verdict:
    """The verdict on a comparison under the setting's hypotheses."""
    begun = perf_counter()
    try:
        verdict = _prove(goal, setting)
    except (OutsideTheKernel, CaptureError) as reason:
        verdict = Verdict(Status.UNDECIDED, "none", str(reason))
    except RecursionError:
        verdict = Verdict(Status.UNDECIDED, "none", "the expression is nested too deeply")
    return replace(verdict, seconds=perf_counter() - begun)


def _prove(goal: Relation, setting: Setting) -> Verdict:
    seen = screen(goal, setting)
    if seen.status is Status.REFUTED:
        return seen
    if not seen.points and contradictory(setting):
        return Verdict(Status.UNDECIDED, "none", "the hypotheses contradict one another")
    if not seen.points:
        return Verdict(Status.UNDECIDED, "none", "no point was found that meets all hypotheses")
    missing = undefined((goal,), setting)
    if missing is not None:
        return Verdict(Status.UNDECIDED, "none", "not surely defined without", obstacle=missing)
    if follows(goal, setting):
        return Verdict(
            Status.PROVED, _method(goal), f"{seen.points} points agree", points=seen.points
        )
    return seen


def derive(goal: Relation, setting: Setting) -> Verdict:
    """PROVED or UNDECIDED for a step inside an argument, whose theorem has been screened whole."""
    begun = perf_counter()
    try:
        missing = undefined((goal,), setting)
        if missing is not None:
            reason = "not surely defined without"
            verdict = Verdict(Status.UNDECIDED, "none", reason, obstacle=missing)
        elif follows(goal, setting):
            verdict = Verdict(Status.PROVED, _method(goal))
        else:
            verdict = Verdict(Status.UNDECIDED, "none", "it does not follow from what is known")
    except (OutsideTheKernel, CaptureError) as reason:
        verdict = Verdict(Status.UNDECIDED, "none", str(reason))
    return replace(verdict, seconds=perf_counter() - begun)


def _method(goal: Relation) -> str:
    return "normal form" if goal.kind in "=≠" else "sign certificate"


def screen(goal: Statement, setting: Setting, count: int = POINTS) -> Verdict:
    """REFUTED with a counterexample, or what `count` generic points say: CHECKED or UNDECIDED."""
    tried, sure = 0, 0
    for point in points(setting.hypotheses, goal, setting.meanings):
        try:
            with digits():
                agrees = _agrees(goal, point)
        except Undefined as reason:
            return Verdict(
                Status.UNDECIDED, "balls", f"not defined everywhere: {reason}", points=tried
            )
        except CannotEvaluate:
            continue
        if agrees is False:
            shown = _witness(goal, _simplest(goal, setting) or point)
            return Verdict(Status.REFUTED, "balls", points=tried + 1, counterexample=shown)
        tried, sure = tried + 1, sure + int(agrees is True)
        if tried == count:
            break
    if tried and sure == tried:
        return Verdict(Status.CHECKED, "balls", f"{tried} points to {DIGITS} digits", points=tried)
    return Verdict(
        Status.UNDECIDED, "balls", "no proof found, and points do not settle it", points=tried
    )


def _simplest(goal: Statement, setting: Setting) -> Point | None:
    """A point of small numbers where the goal surely fails, for a reader to check by hand."""
    candidates = points(setting.hypotheses, goal, setting.meanings, simple=True)
    failing = [point for point in islice(candidates, SIMPLE_POINTS) if _fails(goal, point)]
    return min(failing, key=_length, default=None)


def _fails(goal: Statement, point: Point) -> bool:
    try:
        with digits():
            return _agrees(goal, point) is False
    except CannotEvaluate:
        return False


def _length(point: Point) -> Fraction:
    """How much there is to read, and whether it is the most natural of its kind."""
    values = point.values.values()
    sizes = (value.denominator * 10 + abs(value) + int(value < 0) for value in values)
    return sum(sizes, Fraction(0))


def _agrees(goal: Statement, point: Point) -> bool | None:
    """As `holds`; an equality also counts as met by tight balls that overlap."""
    if isinstance(goal, Relation) and goal.kind == "=":
        difference = ball(goal.left, point) - ball(goal.right, point)
        if not difference.contains(0):
            return False
        return True if float(difference.rad()) < 10.0 ** (10 - DIGITS) else None
    return holds(goal, point)


def _witness(goal: Statement, point: Point) -> Counterexample:
    places = {name(place): value for place, value in point.values.items() if _is_plain(place)}
    if not isinstance(goal, Relation):
        return Counterexample(places, "", "")
    with digits():
        sides = [ball(side, point).str(12, radius=False) for side in (goal.left, goal.right)]
    return Counterexample(places, *sides)


def _is_plain(place: Node) -> bool:
    return isinstance(place, Variable) or (
        isinstance(place, Element) and isinstance(place.index, Number)
    )


def name(place: Variable | Element) -> str:
    """A free symbol in plain text: `W`, `W[0]`."""
    if isinstance(place, Variable):
        return place.symbol.code
    index = place.index
    return f"{place.sequence.code}[{index.spelling if isinstance(index, Number) else '…'}]"


def contradictory(setting: Setting) -> bool:
    """Whether the hypotheses surely exclude one another."""
    try:
        return all(
            in_field(lambda f, case=case: Facts(f, case, setting.squares).contradictory())
            for branch in _branches(setting.known)
            for case in _cases(_all_put_in(tuple(comparisons(branch))))
        )
    except OutsideTheKernel:
        return False


def _all_put_in(relations: tuple[Relation, ...]) -> tuple[Relation, ...]:
    solved = _solved(relations)
    return tuple(_put_in(relation, solved) for relation in relations)


def undefined(statements: Iterable[Statement], setting: Setting) -> Relation | None:
    """A condition that an expression of the hypotheses or statements needs and that is not sure."""
    known: list[Relation] = []
    for relation in comparisons(setting.known):
        missing = _missing((relation.left, relation.right), known, setting)
        if missing is not None:
            return missing
        known.append(relation)
    nodes = [node for statement in statements for node in expressions(statement)]
    return _missing(nodes, known, setting)


def _missing(nodes: Iterable[Node], known: Sequence[Relation], setting: Setting) -> Relation | None:
    asked: set[tuple[Relation, ...]] = set()
    for node in nodes:
        for condition, assumed in obligations(node):
            if (condition, *assumed) in asked:
                continue
            asked.add((condition, *assumed))
            if not _follows(condition, (*known, *assumed), setting.squares):
                return condition
    return None


def follows(goal: Relation, setting: Setting) -> bool:
    """Whether the comparison follows in the normal form; definedness is the caller's to see."""
    for branch in _branches(setting.known):
        known = tuple(r for r in comparisons(branch) if setting.equations or r.kind != "=")
        if not _follows(goal, known, setting.squares):
            return False
    return True


def _branches(hypotheses: Sequence[Hypothesis]) -> Iterator[tuple[Hypothesis, ...]]:
    """One list of hypotheses for each way of choosing from the disjunctions."""
    for i, hypothesis in enumerate(hypotheses):
        if isinstance(hypothesis, Or):
            for part in hypothesis.parts:
                yield from _branches((*hypotheses[:i], part, *hypotheses[i + 1 :]))
            return
    yield tuple(hypotheses)


def _follows(goal: Relation, known: tuple[Relation, ...], squares: tuple[Node, ...]) -> bool:
    solved = _solved(known)
    goal, *rest = (_put_in(relation, solved) for relation in (goal, *known))
    if in_field(lambda field: _settles(field, goal, rest, squares)):
        return True
    if not any(_absolutes(relation) for relation in (goal, *rest)):
        return False
    return all(
        in_field(lambda f, case=case: _settles(f, case[0], case[1:], squares))
        for case in _cases((goal, *rest))
    )


def _settles(
    field: Field, goal: Relation, known: Iterable[Relation], squares: tuple[Node, ...]
) -> bool:
    facts = Facts(field, known, squares)
    return facts.settle(goal) or (goal.kind != "=" and facts.contradictory())


def _solved(known: Iterable[Relation]) -> dict[Node, Node]:
    """Hypotheses of the form symbol = expression, as a substitution."""
    values: dict[Node, Node] = {}
    for relation in known:
        if relation.kind != "=":
            continue
        for side, other in ((relation.left, relation.right), (relation.right, relation.left)):
            target = substitute(other, values)
            if (
                isinstance(side, (Variable, Element))
                and side not in values
                and side not in free_places(target)
            ):
                values = {key: substitute(value, {side: target}) for key, value in values.items()}
                values[side] = target
                break
    return values


def _put_in(relation: Relation, values: Mapping[Node, Node]) -> Relation:
    if not values:
        return relation
    changed = map_statement(relation, lambda node: substitute(node, values))
    assert isinstance(changed, Relation)
    return changed


def _absolutes(relation: Relation) -> list[Apply]:
    """Absolute values in a comparison whose insides hold no other, each once."""
    found = [
        node
        for side in (relation.left, relation.right)
        for node in walk(side)
        if isinstance(node, Apply)
        and node.function == ABS
        and not any(isinstance(n, Apply) and n.function == ABS for n in walk(node.arguments[0]))
    ]
    return list(dict.fromkeys(found))


def _cases(relations: Sequence[Relation], depth: int = 0) -> Iterator[tuple[Relation, ...]]:
    """The relations without absolute values, once for each sign of every inside: u ≥ 0 or u ≤ 0."""
    inner = next((node for relation in relations for node in _absolutes(relation)), None)
    if inner is None:
        yield tuple(relations)
        return
    if depth == MOST_SPLITS:
        raise OutsideTheKernel(f"more than {MOST_SPLITS} absolute values to split")
    (inside,) = inner.arguments
    for condition, value in ((inside >= ZERO, inside), (inside <= ZERO, Negate(inside))):
        opened = [_put_in(relation, {inner: value}) for relation in relations]
        yield from _cases((*opened, condition), depth + 1)
