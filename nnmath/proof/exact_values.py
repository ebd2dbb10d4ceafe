"""Exact values at a point, by the field: where balls alone would overlap or say nothing."""

from __future__ import annotations

from fractions import Fraction

from nnmath.proof.coefficients import OutsideTheKernel
from nnmath.proof.fields import Field, in_field
from nnmath.proof.meanings import open_functions
from nnmath.proof.nodes import Limit, Node, Number, Relation
from nnmath.proof.point import CannotEvaluate, Point
from nnmath.proof.substitution import CaptureError, substitute


def rational_limit(node: Limit, point: Point) -> Node:
    """The limit of a rational function, common factors cancelled.

    Raises:
        CannotEvaluate: It is no rational function, or its limit is not finite.
    """
    numbers: dict[Node, Node] = {place: Number(value) for place, value in point.values.items()}
    numbers.pop(node.variable, None)
    body = substitute(open_functions(node.body, point.meanings), numbers)
    target = substitute(node.point, numbers)

    def cancelled(field: Field) -> Node:
        variable, at = field.form(node.variable), field.rational(field.form(target))
        form = field.form(body)
        if at is None or any(generator != variable for generator in field.generators.values()):
            raise CannotEvaluate("the limit is not of a rational function")
        top, bottom = field.at(form.numer, variable, at), field.at(form.denom, variable, at)
        if bottom == 0:
            raise CannotEvaluate("the limit is not finite")
        return Number(top / bottom)

    try:
        return in_field(cancelled)
    except OutsideTheKernel as reason:
        raise CannotEvaluate(str(reason)) from None


def rational_difference(relation: Relation, point: Point) -> Fraction | None:
    """By how much the two sides differ; None where that is no rational number."""
    numbers: dict[Node, Node] = {place: Number(value) for place, value in point.values.items()}
    difference = open_functions(relation.left - relation.right, point.meanings)

    def subtracted(field: Field) -> Fraction | None:
        return field.rational(field.form(substitute(difference, numbers)))

    try:
        return in_field(subtracted)
    except (OutsideTheKernel, CaptureError):
        return None
