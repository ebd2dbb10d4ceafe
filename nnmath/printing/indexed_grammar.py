"""The grammar of what has indices and of matrix expressions."""

from __future__ import annotations

from abc import ABC, abstractmethod

from nnmath.printing.lexicon import ReadError, Token
from nnmath.printing.scope import Indexed, Scope
from nnmath.proof.indexed import Entry, Iterated, Kronecker, Product, Sum, Tensor
from nnmath.proof.matrices import Diagonal, Gradient, Hadamard, Identity, Ones
from nnmath.proof.nodes import (
    Derivative,
    Multiply,
    Node,
    Sequence,
    Variable,
)

ITERATED: dict[str, type[Iterated]] = {"sum": Sum, "prod": Product}
CONSTANTS: dict[str, type[Ones | Identity]] = {"ones": Ones, "identity": Identity}
DIFFERENTIALS = ("differential", "partial")


class IndexedExpressions(ABC):
    """Reads indices and matrices.

    Args:
        tokens: From a lexicon.
        scope: The symbols that may occur.
    """

    def __init__(self, tokens: list[Token], scope: Scope) -> None:
        self.tokens = tokens
        self.scope = scope
        self.position = 0

    @property
    def kind(self) -> str:
        """The kind of the next token."""
        return self.tokens[self.position].kind

    def take(self, *kinds: str) -> Token:
        """The next token, which must be of one of the kinds.

        Raises:
            ReadError: It is not.
        """
        token = self.tokens[self.position]
        if token.kind not in kinds:
            raise ReadError(f"{' or '.join(kinds)} expected, not {token.text or token.kind!r}")
        self.position += 1
        return token

    def taken(self, *kinds: str) -> bool:
        """Whether the next token is of one of the kinds; if so, go past it."""
        found = self.kind in kinds
        self.position += found
        return found

    def ahead(self, *kinds: str) -> bool:
        """Whether tokens of these kinds come next."""
        found = self.tokens[self.position : self.position + len(kinds)]
        return [token.kind for token in found] == list(kinds)

    @abstractmethod
    def sum(self) -> Node:
        """Terms with signs between them."""

    @abstractmethod
    def product(self) -> Node:
        """Factors side by side."""

    @abstractmethod
    def factor(self) -> Node:
        """One of them."""

    @abstractmethod
    def atom(self) -> Node:
        """What needs no brackets below an exponent."""

    @abstractmethod
    def group(self) -> Node:
        """What stands in braces, or one token without them."""

    def variable(self) -> Variable:
        """A variable.

        Raises:
            ReadError: The letter is none.
        """
        spelling = self.take("letter").text
        found = self.scope.variables.get(spelling)
        if not isinstance(found, Variable):
            raise ReadError(f"{spelling} is no variable here")
        return found

    def at_indices(self, owner: Indexed) -> bool:
        """Whether indices of the owner come next."""
        raised = isinstance(owner, Tensor) and owner.symbol.raised
        return self.ahead("^", "{", "(") if raised else self.kind == "_"

    def with_indices(self, owner: Indexed) -> Node:
        """W_t, W_{ij}, a^{(l)}_{ni} or δ_{ij}.

        Raises:
            ReadError: There are too few indices, or too many.
        """
        if isinstance(owner, Sequence):
            self.take("_")
            return owner[self.group()]
        if not isinstance(owner, Tensor):
            first, second = self.below(2)
            return Kronecker(first, second)
        raised, axes = owner.symbol.raised, len(owner.symbol.shape)
        found: list[Node] = []
        if raised:
            for kind in ("^", "{", "("):
                self.take(kind)
            found += self.listed(raised)
            for kind in (")", "}"):
                self.take(kind)
        if axes > raised:
            found += self.below(axes - raised)
        return Entry(owner, tuple(found))

    def below(self, count: int) -> list[Node]:
        """Indices below their letter."""
        self.take("_")
        if not self.taken("{"):
            return [self.atom()]
        found = self.listed(count)
        self.take("}")
        return found

    def listed(self, count: int) -> list[Node]:
        """Letters side by side, or expressions with commas.

        Raises:
            ReadError: There are too few of them, or too many.
        """
        found = [self.sum()]
        while self.taken(","):
            found.append(self.sum())
        if len(found) == 1 < count and isinstance(found[0], Multiply):
            found = list(found[0].factors)
        if len(found) != count:
            raise ReadError(f"{count} indices expected, not {len(found)}")
        return found

    def iterated(self, kind: str) -> Node:
        """Σ_{i=1}^{N} body."""
        self.take("{")
        index = self.variable()
        self.take("=")
        low = self.sum()
        for each in ("}", "^"):
            self.take(each)
        high = self.group()
        return ITERATED[kind](self.product(), index, low, high)

    def constant(self, kind: str) -> Node:
        """1_N, I_n."""
        (size,) = self.below(1)
        if not isinstance(size, Variable):
            raise ReadError("a size is expected below a constant matrix")
        return CONSTANTS[kind](size)

    def diagonal(self) -> Node:
        """diag(v)."""
        self.take("(")
        inner = self.sum()
        self.take(")")
        return Diagonal(inner)

    def hadamard(self, first: Node) -> Node:
        """A ⊙ B, from its first sign on."""
        factors = [first]
        while self.taken("⊙"):
            factors.append(self.factor())
        return Hadamard(tuple(factors))

    @property
    def at_derivative(self) -> bool:
        """Whether a fraction of differentials comes next."""
        return any(self.ahead("fraction", "{", kind) for kind in DIFFERENTIALS)

    def derivative(self) -> Node:
        """d/dW body, or ∂E/∂W with all in the fraction."""
        self.take("fraction")
        self.take("{")
        self.take(*DIFFERENTIALS)
        above = None if self.kind == "}" else self.atom()
        self.take("}")
        self.take("{")
        self.take(*DIFFERENTIALS)
        variable = self.atom()
        self.take("}")
        body = self.product() if above is None else above
        if isinstance(variable, Tensor):
            return Gradient(body, variable)
        if not isinstance(variable, (Variable, Entry)):
            raise ReadError("a derivative is by a letter")
        return Derivative(body, variable)
