"""A step that moves the vector of all parameters at once, as NumPy code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import ClassVar

from nnmath.notation.symbols import GRADIENT_FUNCTION
from nnmath.printing.indices import places, shifted
from nnmath.printing.numpy_arrays import NumPyArrays
from nnmath.printing.numpy_code import NumPy, function_name
from nnmath.printing.walk import Level, NoCode, Piece, Rule
from nnmath.proof.box_lines import Line, Look, Repeat, Solve, Where, changed
from nnmath.proof.claims import Optimizer, Part
from nnmath.proof.indexed import Entry, Tensor
from nnmath.proof.nodes import Node, Variable
from nnmath.proof.piecewise import Piecewise
from nnmath.proof.statements import Assign
from nnmath.proof.substitution import expressions, free_places
from nnmath.proof.tree import walk

INDENT = "    "
# A function of a point, among the arguments of the step
GRADIENT = Variable(GRADIENT_FUNCTION)


def box_parameters(claim: Optimizer) -> tuple[Part, ...]:
    """The arguments of a step: parameter, gradient, what else is asked of the loss, state, the
    count where a line needs it, and hyperparameters."""
    asked = () if claim.hessian is None else (claim.hessian,)
    looks = (GRADIENT,) if any(isinstance(line, Look) for line in every(claim.rules)) else ()
    read = {place for node in nodes_of(claim.rules) for place in free_places(node)}
    settings = (each for each in claim.hyperparameters if each in read)
    counter = (claim.counter,) if claim.counter in read else ()
    return (claim.parameter, claim.gradient, *asked, *looks, *claim.state, *counter, *settings)


def box_source(claim: Optimizer) -> str:
    """Print a step as a function of NumPy arrays.

    Returns:
        The source of a `def` that takes `box_parameters`, the parameter as an array of one axis,
        and returns the parameter and the state after the step; it changes no argument.

    Raises:
        NoCode: A line holds what no program computes.
    """
    arguments = box_parameters(claim)
    targets = dict.fromkeys((*arguments, *changed(claim.rules)))
    printer = NumPyLines(tuple(targets), claim)
    lines = list(printer.lines(claim.rules))
    result = ", ".join(printer.names[each] for each in (claim.parameter, *claim.state))
    signature = ", ".join(printer.names[each] for each in arguments)
    head = f"def {function_name(claim.id.replace('-', '_'))}({signature}):"
    body = (*printer.size_lines("{} = {}"), *printer.begun, *lines, f"return {result}")
    return f"\n{INDENT}".join((head, *body))


def every(lines: Iterable[Line]) -> Iterator[Line]:
    """All lines, those inside others after them."""
    for line in lines:
        yield line
        if isinstance(line, (Repeat, Where)):
            yield from every(line.lines)


def nodes_of(lines: Iterable[Line]) -> Iterator[Node]:
    """Every expression that the lines hold."""
    for line in every(lines):
        match line:
            case Assign(target, value):
                yield from (target, value)
            case Look(_, point):
                yield point
            case Solve(_, matrix, right):
                yield from (matrix, right)
            case Repeat(_, first, last, _):
                yield from (first, last)
            case Where(condition, _):
                yield from expressions(condition)


class NumPyLines(NumPyArrays):
    """NumPy's spellings of lines: an index that a loop counts is a number, any other an axis.

    Args:
        parameters: What the lines speak of.
        claim: The algorithm box.
    """

    def __init__(self, parameters: tuple[Part, ...], claim: Optimizer) -> None:
        super().__init__(parameters, {}, ())
        # All that has no axes is one number, the same for all parameters
        self.numbers = frozenset(each for each in parameters if isinstance(each, Variable))
        self.claim = claim
        # Arrays of which the lines change parts: first lines that make them the step's own
        self.begun: list[str] = []
        self.owned = set[Tensor]()

    def lines(self, lines: Iterable[Line]) -> Iterator[str]:
        """Each line of a box as lines of code."""
        for line in lines:
            match line:
                case Assign(target, value):
                    yield self.assigned(target, value)
                case Look(target, point):
                    call = f"{self.free(GRADIENT)}({self.whole_of(point)})"
                    yield f"{self.names[target]} = {call}"
                case Solve(target, matrix, right):
                    system = f"{self.whole_of(matrix)}, {self.whole_of(right)}"
                    yield f"{self.names[target]} = np.linalg.solve({system})"
                case Where(condition, inner):
                    self.indices = self.around = ()
                    yield f"if {self.free(condition)}:"
                    yield from (INDENT + each for each in self.lines(inner))
                case Repeat(index, first, last, inner):
                    step = -1 if line.downwards else 1
                    ends = [self.free(first), self.free(shifted(last, step))]
                    ends += ["-1"] if line.downwards else []
                    with self.binding(index) as name:
                        yield f"for {name} in range({', '.join(ends)}):"
                        yield from (INDENT + each for each in self.lines(inner))

    def assigned(self, target: Node, value: Node) -> str:
        """An assignment to a whole, or to the part of an array that fixed indices leave."""
        if not isinstance(target, Entry):
            return f"{self.names[target]} = {self.whole_of(value)}"
        axes = tuple(i for i in target.indices if i not in self.names)
        self.indices = self.around = axes  # type: ignore[assignment]
        place, text = self.free(target), self.whole(value).text
        if len(axes) < len(target.indices):
            self.own(target.tensor)
        return f"{place} = {text}"

    def whole_of(self, node: Node) -> str:
        """A value without indices."""
        self.indices = self.around = ()
        return self.whole(node).text

    def own(self, tensor: Tensor) -> None:
        """Make an array of which parts change one that nobody else has."""
        if tensor in self.owned:
            return
        self.owned.add(tensor)
        name = self.names[tensor]
        if tensor in self.claim.state:
            self.begun.append(f"{name} = {name}.copy()")
            return
        lengths = ", ".join(self.free(Variable(size)) for size in tensor.symbol.shape)
        dtype = f"{self.names[self.claim.parameter]}.dtype"
        self.begun.append(f"{name} = np.zeros(({lengths},), dtype={dtype})")

    def entry(self, node: Entry) -> Piece:
        """S[k - 1], where a loop counts the k of S_{ki} and the i is an axis."""
        axes = tuple(index for index in node.indices if index in self.indices)
        fixed = places(node)[: len(node.indices) - len(axes)]
        if node.indices[len(fixed) :] != axes or axes != self.around:
            name = node.tensor.symbol.id
            raise NoCode(f"{self.name}: {name!r} has other indices than the axes")
        array = self.names[node.tensor]
        if not fixed:
            return Piece(array, Level.ATOM)
        self.around = ()
        return Piece(f"{array}[{', '.join(map(self.free, fixed))}]", Level.ATOM)

    def piecewise(self, node: Piecewise) -> Piece:
        """One of several values, of which no other is computed."""
        if any(part in self.indices for part in walk(node)):
            raise NoCode(f"{self.name}: cases that differ from entry to entry")
        pairs = zip(node.values, node.conditions, strict=True)
        cases = (f"{self.free(value)} if {self.free(c)} else " for value, c in pairs)
        return Piece(f"{''.join(cases)}math.nan", Level.QUANTIFIED)

    def called(self, function: str, argument: Node) -> Piece:
        """A function of arrays, computed where it stands."""
        return NumPy.called(self, function, argument)

    rules: ClassVar[Mapping[type, Rule]] = {
        **NumPyArrays.rules,
        Entry: entry,
        Piecewise: piecewise,
    }
