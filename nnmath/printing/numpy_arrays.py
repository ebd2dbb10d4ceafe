"""Whole arrays at once as NumPy code: what stands for one entry is printed for all of them.

Each index becomes an axis: S[n, k] is `S`, c[n] beside it `c[:, None]`, and a sum over k is a sum
over that axis. What a function of the standard library gives is computed once and named, however
often it stands in the expression.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, ClassVar

from nnmath.printing.hazards import is_harmless
from nnmath.printing.names import Parameter, unreserved, unused_name
from nnmath.printing.numpy_code import NumPy, compiled, function_name
from nnmath.printing.numpy_matrices import halves, is_shortened
from nnmath.printing.walk import Level, NoCode, Piece, Rule
from nnmath.proof.indexed import Entry, Iterated, Product, Sum, span
from nnmath.proof.logic import negated
from nnmath.proof.nodes import MatrixProduct, Node, Number, Power, Relation, Variable
from nnmath.proof.piecewise import Piecewise
from nnmath.proof.substitution import expressions
from nnmath.proof.tree import children, walk


def array_source(
    node: Node,
    *,
    name: str,
    parameters: tuple[Parameter, ...] = (),
    known: Mapping[str, Node] | None = None,
    axes: tuple[Variable, ...] = (),
    into: str | None = None,
) -> str:
    """Print a function of NumPy arrays that returns a whole array.

    Args:
        node: What it returns, for any values of the indices in `axes`.
        name: The function's name.
        parameters: Its first arguments, in order.
        known: Its further arguments: expressions that are computed already, by the names that code
            has for them.
        axes: The indices that become the axes of the result, in order.
        into: The name of a last argument, an array that takes the result and is returned.

    Returns:
        The source of a `def`; dtypes are kept as by `numpy_source`.

    Raises:
        NoCode: An array has other indices than the axes of its place, a sum does not run over a
            whole axis, the expression lacks one of `axes`, or `numpy_source` refuses it.
        UnknownNode: A node is not of the closed set.

    >>> from nnmath.theory.network_vocabulary import Y, batch_logits as Z, k, n
    >>> from nnmath.proof.indexed import total
    >>> share = Y[n, k] / total(k, Z[n, k])
    >>> print(array_source(share, name="share", parameters=(Y, Z), axes=(n, k)))
    def share(Y, Z):
        return Y / Z.sum(axis=1)[:, None]
    """
    printer = NumPyArrays(parameters, known or {}, axes)
    if printer.axes_of(node) != axes:
        raise NoCode(f"{printer.name}: the expression does not depend on every index of its axes")
    results = printer.results(node, into)
    lines = [f"{short} = {text}" for text, short in printer.computed.items()]
    lines += results
    if printer.computes_needlessly:
        lines = ['with np.errstate(all="ignore"):', *(f"    {line}" for line in lines)]
    head = f"def {function_name(name)}({printer.signature}):"
    sizes = printer.size_lines("{} = {}")
    return "\n    ".join((head, *printer.helpers.values(), *sizes, *lines))


def array_function(
    node: Node,
    *,
    name: str,
    parameters: tuple[Parameter, ...] = (),
    known: Mapping[str, Node] | None = None,
    axes: tuple[Variable, ...] = (),
    into: str | None = None,
) -> Callable[..., Any]:
    """Make the function that `array_source` prints, with the same arguments and errors.

    >>> from nnmath.theory.sigmoid import sigma, z
    >>> slope = array_function(sigma(z) * (1 - sigma(z)), name="slope", known={"a": sigma(z)})
    >>> slope(0.5)
    0.25
    """
    source = array_source(node, name=name, parameters=parameters, known=known, axes=axes, into=into)
    return compiled(source, name)


class NumPyArrays(NumPy):
    """NumPy's spellings where every index is an axis."""

    def __init__(
        self,
        parameters: tuple[Parameter, ...],
        known: Mapping[str, Node],
        axes: tuple[Variable, ...],
    ) -> None:
        super().__init__(parameters)
        self.known = {node: unreserved(name) for name, node in known.items()}
        self.signature = ", ".join(filter(None, (self.signature, *self.known.values())))
        # Every index that stands in the expression, outermost first, and those of the place where
        # the printer is
        self.indices = axes
        self.around = axes
        # The names of what is computed once, by the text that computes it
        self.computed: dict[str, str] = {}

    def results(self, node: Node, into: str | None) -> list[str]:
        """The last lines; a product of matrices goes into an array without making another."""
        if into is None:
            return [f"return {self.whole(node).text}"]
        self.signature = ", ".join(filter(None, (self.signature, into)))
        if isinstance(node, MatrixProduct) and not is_shortened(node):
            factors = ", ".join(self.whole(half).text for half in halves(node))
            return [f"return np.matmul({factors}, out={into})"]
        return [f"{into}[...] = {self.whole(node).text}", f"return {into}"]

    def piece(self, thing: object) -> Piece:
        """Print a node with the axes of the place where it stands."""
        around = self.around
        self.around = own = self.axes_of(thing)
        known = self.known.get(thing) if isinstance(thing, Node) else None
        found = super().piece(thing) if known is None else Piece(known, Level.ATOM)
        self.around = around
        # Axes that are missing in front come by themselves
        if not own or own == around[len(around) - len(own) :]:
            return found
        places = ", ".join(":" if index in own else "None" for index in around)
        return Piece(f"{self.fitted(found, Level.ATOM)}[{places}]", Level.ATOM)

    def axes_of(self, thing: object) -> tuple[Variable, ...]:
        """The indices that the value of a node depends on, in order."""
        nodes = (thing,) if isinstance(thing, Node) else tuple(expressions(thing))  # type: ignore[arg-type]
        found = {index for node in nodes for index in self.free_indices(node)}
        return tuple(index for index in self.indices if index in found)

    def free_indices(self, node: Node) -> Iterator[Variable]:
        """The indices among those that the printer knows of, with repeats."""
        inside = (index for child in children(node) for index in self.free_indices(child))
        if node in self.indices:
            assert isinstance(node, Variable)
            yield node
        elif isinstance(node, Iterated):
            yield from (index for index in inside if index != node.index)
        else:
            yield from inside

    def entry(self, node: Entry) -> Piece:
        """X, where the indices stand in the order of the axes; X.T, where in the other."""
        array = self.piece(node.tensor)
        if node.indices == self.around:
            return array
        if node.indices == self.around[::-1]:
            return Piece(f"{array.text}.T", Level.ATOM)
        raise NoCode(f"{self.name}: {node.tensor.symbol.id!r} has other indices than the axes")

    def sum(self, node: Sum) -> Piece:
        """x.sum(axis=1); of sums in one another, one sum over all their axes."""
        outer, bound = self.indices, []
        body: Node = node
        while isinstance(body, Sum):
            index = body.index
            if (body.low, body.high) != span(index) or index in bound:
                raise NoCode(f"{self.name}: a sum does not run over a whole axis of its own")
            bound.append(index)
            # An index of that name outside is another one
            self.indices = (*(each for each in self.indices if each != index), index)
            body = body.body
        self.around = axes = self.axes_of(body)
        if not {*bound} <= {*axes}:
            raise NoCode(f"{self.name}: a term of a sum does not depend on its index")
        text = self.held(body, Level.ATOM)
        self.indices = outer
        places = [axes.index(index) for index in bound]
        if len(places) == len(axes):
            return Piece(f"{text}.sum()", Level.ATOM)
        axis = f"{places[0]}" if len(places) == 1 else f"({', '.join(map(str, places))})"
        return Piece(f"{text}.sum(axis={axis})", Level.ATOM)

    def product(self, node: Product) -> Piece:
        """Refused: nothing is made of it yet."""
        raise NoCode(f"{self.name}: a product over an axis")

    def called(self, function: str, argument: Node) -> Piece:
        """A name for what a function of arrays gives."""
        found = super().called(function, argument)
        return found if self.is_plain(argument) else self.shared(function, found.text)

    def piecewise(self, node: Piecewise) -> Piece:
        """A choice of two, where one is NaN for what lies on neither side; else of any number."""
        if self.is_plain(node):
            return super().piecewise(node)
        pairs = list(zip(node.values, node.conditions, strict=True))
        for (value, condition), (other, contrary) in (pairs[:2], pairs[1::-1]):
            if len(pairs) == 2 and contrary == negated(condition) and carries(other, condition):
                self.computes_needlessly |= not all(map(is_harmless, node.values))
                parts = (condition, value, other)
                return self.shared("case", f"np.where({', '.join(map(self.free, parts))})")
        return self.shared("case", super().piecewise(node).text)

    def nowhere(self, node: Piecewise) -> str:
        """NaN in the dtype of what decides, which constants and parameters need not have."""
        deciding = (p for c in node.conditions for side in expressions(c) for p in walk(side))
        place = next(
            p for p in deciding if isinstance(p, (Variable, Entry)) and p not in self.sizes
        )
        return f"np.nan * {self.free(place)}"

    def shared(self, kind: str, text: str) -> Piece:
        """What is computed once, by its name."""
        if text not in self.computed:
            taken = (*self.names.values(), *self.known.values())
            self.computed[text] = unused_name(f"{kind}_{len(self.computed) + 1}", taken)
        return Piece(self.computed[text], Level.ATOM)

    rules: ClassVar[Mapping[type, Rule]] = {
        **NumPy.rules,
        Entry: entry,
        Sum: sum,
        Product: product,
        Piecewise: piecewise,
    }


def carries(value: Node, condition: object) -> bool:
    """Whether a value is surely NaN where a comparison with a number is decided by NaN."""
    match condition:
        case Relation(left, _, Number()):
            parts = tuple(walk(value))
            return left in parts and not any(isinstance(p, (Power, Piecewise)) for p in parts)
    return False
