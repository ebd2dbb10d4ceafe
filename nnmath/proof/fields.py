"""The exact normal form: an expression as a fraction of polynomials over ℚ.

Generators stand for what is opaque: symbols, members of sequences, exp, log, roots, powers with
symbolic exponents, functions whose definition is not open. A zero of the normal form is an identity
wherever both sides are defined; `definedness` sees to the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, TypeVar

from nnmath.proof import arithmetic
from nnmath.proof.coefficients import (
    LARGEST_EXPONENT,
    OutsideTheKernel,
)
from nnmath.proof.elementary import ElementaryField
from nnmath.proof.expectations import Averaged
from nnmath.proof.forms import Form
from nnmath.proof.generators import Generator, TooSmall
from nnmath.proof.indexed import Contraction, Entry, Integral, Iterated, Kronecker, Repetition
from nnmath.proof.nodes import (
    ABS,
    EXP,
    LOG,
    SQRT,
    TANH,
    Add,
    Apply,
    Derivative,
    Divide,
    Element,
    Infinity,
    Limit,
    Multiply,
    Negate,
    Node,
    Number,
    Power,
    Variable,
    as_node,
)
from nnmath.proof.polynomials import Polynomial
from nnmath.proof.renaming import nameless, spelled
from nnmath.proof.special import COS, ERF, Constant
from nnmath.proof.substitution import free_places, substitute
from nnmath.proof.sums import contracted, renamed, repeated_again
from nnmath.proof.whole_numbers import is_natural

Result = TypeVar("Result")

MOST_GENERATORS = 64


def in_field(work: Callable[[Field], Result]) -> Result:
    """Do `work` in a field that is large enough for it.

    Raises:
        OutsideTheKernel: The work needs more than a field may have.
    """
    capacity, fineness = 8, 1
    while capacity <= MOST_GENERATORS and fineness <= LARGEST_EXPONENT:
        try:
            return work(Field(capacity, fineness))
        except TooSmall as need:
            capacity, fineness = need.capacity, need.fineness
    if fineness > LARGEST_EXPONENT:
        raise OutsideTheKernel(f"exponents with denominators above {LARGEST_EXPONENT} together")
    raise OutsideTheKernel(f"more than {MOST_GENERATORS} different opaque parts")


def in_form(node: Node) -> Node:
    """The one spelling of equal expressions."""
    return in_field(lambda field: field.node(field.form(node)))


class Field(ElementaryField):
    """A field that reads expressions: what is opaque becomes a generator, the rest arithmetic."""

    def __init__(self, capacity: int = 16, fineness: int = 1) -> None:
        super().__init__(capacity, fineness)
        self._bound: list[Variable] = []
        self._forms: dict[Node, Form] = {}

    def form(self, node: Node) -> Form:
        """The normal form of an expression.

        Raises:
            OutsideTheKernel: A node that has no normal form, or too many generators.
        """
        if self._bound:
            return self._worked_out(node)  # a letter means something else there
        if node not in self._forms:
            self._forms[node] = self._worked_out(node)
        return self._forms[node]

    def assume_positive(self, polynomial: Polynomial) -> None:
        """Take a polynomial as positive, which forms may hang on."""
        super().assume_positive(polynomial)
        self._forms.clear()

    def _worked_out(self, node: Node) -> Form:
        match node:
            case Number(value):
                return self.number(value)
            case Variable(symbol):
                if node in self._bound:
                    return self._generator(Generator("bound", self._level(node)))
                return self._generator(Generator("variable", symbol))
            case Constant(symbol):
                return self._generator(Generator("constant", symbol))
            case Add(parts):
                return arithmetic.total(map(self.form, parts), self.zero)
            case Multiply(parts):
                return self._product(map(self.form, parts))
            case Negate(operand):
                return -self.form(operand)
            case Divide(numerator, denominator):
                return arithmetic.over(self.form(numerator), self.form(denominator))
            case Power(base, exponent):
                return self._power(self.form(base), self.form(exponent))
            case Apply(function, arguments):
                return self._apply(function, tuple(self.form(item) for item in arguments))
            case Element(sequence, index):
                return self._generator(Generator("element", (sequence, self.form(index))))
            case Limit(body, variable, point):
                return self._limit(body, variable, point)
            case Entry(tensor, indices):
                key = (tensor, tuple(map(self.form, indices)))
                return self._generator(Generator("entry", key))
            case Kronecker(first, second):
                return self._delta(self.form(first), self.form(second))
            case Iterated():
                return self.form(contracted(node, in_field))
            case Contraction():
                coefficient, found = renamed(node, in_field)
                return arithmetic.times(self.number(coefficient), self._iterated(found))
            case Repetition():
                return self._iterated(repeated_again(node, in_field))
            case Infinity():
                raise OutsideTheKernel("∞ is no number")
            case Derivative(body):
                node = replace(node, body=in_form(body))
            case Averaged():
                node = node.in_form(in_form)
            case Integral():
                node = nameless(node, in_form)
        if any(place in self._bound for place in free_places(node)):
            raise OutsideTheKernel("a derivative, a case or a mean of what a limit binds")
        return self._generator(Generator("opaque", node))

    def is_zero(self, form: Form) -> bool:
        """Whether the form is 0: modulo the squares of its roots, for equal and unequal indices."""
        polynomial = self.reduce(form.numer)
        for generator, delta in self.generators.items():
            place = self._position(delta)
            if generator.kind != "delta" or not any(powers[place] for powers in polynomial):
                continue
            apart = polynomial.without(place)
            return self.is_zero(self.fraction(apart)) and self._vanishes_at(polynomial, generator)
        return bool(polynomial == 0)

    def _vanishes_at(self, polynomial: Polynomial, delta: Generator) -> bool:
        """Whether the polynomial is 0 where the indices of the delta are equal."""
        first, second = map(self.node, delta.key)
        here: dict[Node, Node] = {Kronecker(first, second): as_node(1)}
        node = substitute(self.node(self.fraction(polynomial)), here)
        for one, other in ((first, second), (second, first)):
            # With x for n, (−y)^n would be read as a power of a positive y
            if isinstance(one, Variable) and (is_natural(other) or not is_natural(one)):
                node = substitute(node, {one: other})
                break
        return in_field(lambda field: field.is_zero(field.form(node)))

    def _iterated(self, node: Node) -> Form:
        if not isinstance(node, (Contraction, Repetition)):
            return self.form(node)
        kind = "contraction" if isinstance(node, Contraction) else "repetition"
        return self._generator(Generator(kind, (node, self._levels(free_places(node)))))

    def _levels(self, places: Iterable[Node]) -> tuple[tuple[Node, int], ...]:
        """What a limit binds of these: there a letter alone tells nothing."""
        bound = dict.fromkeys(place for place in places if place in self._bound)
        return tuple((place, self._level(place)) for place in bound)

    def _delta(self, first: Form, second: Form) -> Form:
        apart = self.rational(arithmetic.plus(first, -second))
        if apart is not None:
            return self.number(int(apart == 0))
        # δ_ij = δ_ji: the field's own order of the two
        pair = sorted((first, second), key=lambda form: spelled(self.node(form)))
        return self._generator(Generator("delta", tuple(pair)))

    def _level(self, variable: Node) -> int:
        """Which binder has the symbol: the innermost of that name."""
        return max(i for i, bound in enumerate(self._bound) if bound == variable)

    def _apply(self, function: Any, arguments: tuple[Form, ...]) -> Form:
        if function == EXP:
            return self._exponential(arguments[0])
        if function == TANH:
            square = self._exponential(2 * arguments[0])
            return arithmetic.over(square - 1, square + 1)
        if function == LOG:
            return self._logarithm(arguments[0])
        if function == SQRT:
            return self._root(arguments[0])
        if function == ABS and (value := self.rational(arguments[0])) is not None:
            return self.number(abs(value))
        if function == ABS:
            inside = arguments[0] if arguments[0].numer.LC > 0 else -arguments[0]
            return self._square_root_of("abs", inside, inside, arithmetic.power(inside, 2))
        if function == ERF:
            return self._error_function(arguments[0])
        if function == COS:
            return self._cosine(arguments[0])
        bound = self._levels(map(Variable, function.depends_on))
        return self._generator(Generator("function", (function, arguments, bound)))

    def _limit(self, body: Node, variable: Variable, point: Node) -> Form:
        target = self.form(point)
        self._bound.append(variable)
        try:
            key = (self.form(body), target, len(self._bound))
        finally:
            self._bound.pop()
        return self._generator(Generator("limit", key))
