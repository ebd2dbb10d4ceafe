"""From forms back to expressions: one spelling for one form, whatever order the generators have."""

from __future__ import annotations

from fractions import Fraction

from nnmath.proof import arithmetic
from nnmath.proof.coefficients import OutsideTheKernel, fraction
from nnmath.proof.forms import Form
from nnmath.proof.fraction_field import FractionField
from nnmath.proof.generators import Generator
from nnmath.proof.indexed import Entry, Kronecker
from nnmath.proof.nodes import (
    ABS,
    EXP,
    LOG,
    SQRT,
    Add,
    Apply,
    Divide,
    Element,
    Function,
    Multiply,
    Node,
    Number,
    Power,
    Variable,
    as_node,
)
from nnmath.proof.polynomials import Polynomial
from nnmath.proof.renaming import Atom, spelled
from nnmath.proof.special import COS, ERF, Constant

ROOTS: dict[str, Function] = {"log": LOG, "root": SQRT, "abs": ABS, "erf": ERF, "cos": COS}


class LegibleField(FractionField):
    """A field whose forms can be written down again."""

    def node(self, form: Form) -> Node:
        """An expression for the form; equal forms, also of two fields, have the same.

        Raises:
            OutsideTheKernel: A limit or a derivative stands in it.
        """
        top, bottom = self._sorted(form.numer), self._sorted(form.denom)
        lead = bottom[0][1]
        numerator = self._polynomial([(text, c / lead, atoms) for text, c, atoms in top])
        if form.denom.is_ground:
            return numerator
        return Divide(
            numerator, self._polynomial([(text, c / lead, atoms) for text, c, atoms in bottom])
        )

    def products(self, form: Form) -> list[tuple[Fraction, tuple[Atom, ...]]]:
        """The form as a sum of products: coefficients, and factors with their powers."""
        content, parts = arithmetic.factors(form.denom)
        below = tuple(Atom(self.node(self.fraction(part)), -power) for part, power in parts)
        scale = fraction(content)
        return [
            (fraction(coefficient) / scale, (*self._atoms(powers), *below))
            for powers, coefficient in self.reduce(form.numer, scaled=False).terms()
        ]

    def monic(self, form: Form) -> tuple[Fraction, Node]:
        """A coefficient and an expression, whose product is the form."""
        top, bottom = self._sorted(form.numer), self._sorted(form.denom)
        if not top:
            return Fraction(0), as_node(0)
        coefficient = top[0][1] / bottom[0][1]
        return coefficient, self.node(form / self.number(coefficient))

    def _sorted(self, polynomial: Polynomial) -> list[tuple[str, Fraction, tuple[Atom, ...]]]:
        found = []
        for powers, coefficient in polynomial.terms():
            atoms = tuple(sorted(self._atoms(powers), key=lambda atom: spelled(atom.node)))
            text = " ".join(f"{spelled(atom.node)}^{atom.power}" for atom in atoms)
            found.append((text, fraction(coefficient), atoms))
        return sorted(found, key=lambda term: term[0])

    def _atoms(self, powers: tuple[int, ...]) -> tuple[Atom, ...]:
        known = list(self.generators)
        return tuple(Atom(self._written(known[i]), p) for i, p in enumerate(powers) if p)

    def _polynomial(self, terms: list[tuple[str, Fraction, tuple[Atom, ...]]]) -> Node:
        parts = tuple(_product(coefficient, atoms) for _, coefficient, atoms in terms)
        if len(parts) < 2:
            return parts[0] if parts else as_node(0)
        return Add(parts)

    def _written(self, generator: Generator) -> Node:
        match generator.kind, generator.key:
            case "variable", symbol:
                return Variable(symbol)
            case "constant", symbol:
                return Constant(symbol)
            case "element", (sequence, index):
                return Element(sequence, self.node(index))
            case "entry", (tensor, indices):
                return Entry(tensor, tuple(map(self.node, indices)))
            case "delta", (first, second):
                return Kronecker(self.node(first), self.node(second))
            case "exp", monomial:
                return Apply(EXP, (self.node(monomial / self._fineness),))
            case (("log" | "root" | "abs" | "erf"), _):
                return Apply(ROOTS[generator.kind], (self.node(generator.argument),))
            case "power", (base, exponent):
                return Power(self.node(base), self.node(exponent))
            case "function", (function, arguments, ()):
                return Apply(function, tuple(map(self.node, arguments)))
            case (("contraction" | "repetition"), (Node() as node, ())):
                return node
            case "opaque", Node() as node:
                return node
        raise OutsideTheKernel("a limit stands inside a sum, or what it binds does")


def _product(coefficient: Fraction, atoms: tuple[Atom, ...]) -> Node:
    parts = [atom.power_node for atom in atoms]
    if coefficient != 1 or not parts:
        parts.insert(0, Number(coefficient))
    return parts[0] if len(parts) == 1 else Multiply(tuple(parts))
