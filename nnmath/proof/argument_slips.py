"""Slips in an argument: a wrong statement in a step, a step left out, another reason for a step.

The first kind says something else; the others say the same with a hole in the proof, or go a way
of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from nnmath.proof.argument import ByDefinitionOfLimit, Have, Induction, Step, Suppose
from nnmath.proof.cosine import cosine_falls
from nnmath.proof.inference import Inference
from nnmath.proof.inferences import by, cite, contradiction, from_facts, rewrite
from nnmath.proof.limit_inferences import error_function_limit, limit_arithmetic, shift
from nnmath.proof.nodes import Node, as_node
from nnmath.proof.rules import algebra
from nnmath.proof.slips import put_at, slips, statement_slips
from nnmath.proof.statements import Statement
from nnmath.proof.sum_inferences import termwise

LEFT_OUT, ANOTHER = "step left out", "another inference"
OTHER_WAYS = (LEFT_OUT, ANOTHER)
# Algebra, and every inference that is told nothing but the statement
INFERENCES = (
    by(algebra),
    from_facts,
    rewrite,
    contradiction,
    limit_arithmetic,
    shift,
    error_function_limit,
    termwise,
    cosine_falls,
)


@dataclass(frozen=True)
class ArgumentSlip:
    """An argument with one slip.

    Args:
        where: The step, counted in the order of reading.
        kind: The kind of slip.
        original: What stood there.
        changed: What stands there now; None where the step was left out.
        argument: The whole, so changed.
        under: What is assumed where the step stands.
    """

    where: str
    kind: str
    original: Node | Statement | Inference | None
    changed: Node | Statement | Inference | None
    argument: tuple[Step, ...]
    under: tuple[Statement, ...] = ()


@dataclass(frozen=True)
class Place:
    """A step where it stands.

    Args:
        step: The step.
        put: Gives the whole argument with others in its place.
        under: What is assumed there.
    """

    step: Step
    put: Callable[[tuple[Step, ...]], tuple[Step, ...]]
    under: tuple[Statement, ...]


def wrong_steps(argument: tuple[Step, ...], pool: tuple[Node, ...]) -> Iterator[ArgumentSlip]:
    """Every argument in which one step says something else; `pool` as in `slips`."""
    for number, place in enumerate(places(argument), start=1):
        for kind, original, changed, new in _in_statements(place.step, pool):
            whole = place.put((new,))
            yield ArgumentSlip(f"step {number}", kind, original, changed, whole, place.under)


def other_ways(argument: tuple[Step, ...], uses: tuple[str, ...]) -> Iterator[ArgumentSlip]:
    """Every argument without one of its steps, or with another inference for one of them.

    Args:
        argument: What is changed.
        uses: What may be cited instead.
    """
    inferences = (*INFERENCES, *map(cite, uses))
    for number, place in enumerate(places(argument), start=1):
        where, step = f"step {number}", place.step
        said = getattr(step, "statement", None)
        yield ArgumentSlip(where, LEFT_OUT, said, None, place.put(()), place.under)
        for other in inferences if isinstance(step, Have) else ():
            if isinstance(step, Have) and other.id != step.by.id:
                whole = place.put((replace(step, by=other),))
                yield ArgumentSlip(where, ANOTHER, step.by, other, whole, place.under)


def places(
    steps: tuple[Step, ...],
    put: Callable[[tuple[Step, ...]], tuple[Step, ...]] = lambda steps: steps,
    under: tuple[Statement, ...] = (),
) -> Iterator[Place]:
    """Each step at any depth, a step before those inside it."""
    for i, step in enumerate(steps):

        def here(new: tuple[Step, ...], i: int = i) -> tuple[Step, ...]:
            return put((*steps[:i], *new, *steps[i + 1 :]))

        yield Place(step, here, under)
        for name in ("steps", "cases", "base", "step"):
            inner = getattr(step, name, None)
            if isinstance(inner, tuple):

                def below(
                    new: tuple[Step, ...],
                    step: Step = step,
                    name: str = name,
                    here: Callable[[tuple[Step, ...]], tuple[Step, ...]] = here,
                ) -> tuple[Step, ...]:
                    return here((replace(step, **{name: new}),))  # type: ignore[arg-type]

                yield from places(inner, below, (*under, *_assumed(step, name)))


def _assumed(step: Step, part: str) -> tuple[Statement, ...]:
    match step:
        case Suppose(assume=assume):
            return assume
        case Induction(index=index, statement=statement, last=last) if part == "step":
            within = () if last is None else (index + as_node(1) <= last,)
            return (*within, statement)
        case ByDefinitionOfLimit(statement=claim, tolerance=tolerance, threshold=threshold):
            return (tolerance > as_node(0), claim.index > threshold)
    return ()


Made = tuple[str, Node | Statement, Node | Statement, Step]


def _in_statements(step: Step, pool: tuple[Node, ...]) -> Iterator[Made]:
    if isinstance(step, (Have, Induction, ByDefinitionOfLimit)):
        for kind, statement in statement_slips(step.statement, pool):
            changed = replace(step, statement=statement)  # type: ignore[arg-type]
            yield kind, step.statement, statement, changed
    if isinstance(step, Suppose):
        for i, each in enumerate(step.assume):
            for kind, statement in statement_slips(each, pool):
                other = replace(step, assume=put_at(step.assume, i, statement))
                yield f"assumed: {kind}", each, statement, other
    if isinstance(step, ByDefinitionOfLimit):
        for kind, threshold in slips(step.threshold, pool):
            yield kind, step.threshold, threshold, replace(step, threshold=threshold)
