"""The grammar of means and integrals, and of what is said of chance."""

from __future__ import annotations

from nnmath.notation.symbol import Symbol
from nnmath.printing import law_words
from nnmath.printing.indexed_grammar import IndexedExpressions
from nnmath.printing.laws import law_of
from nnmath.printing.lexicon import ReadError
from nnmath.proof.expectations import Covariance, Expectation, Variance
from nnmath.proof.indexed import Entry, Integral
from nnmath.proof.laws import Draws, Independent, Random
from nnmath.proof.nodes import Node, Variable

AVERAGED = ("expectation of", "variance of", "covariance of")


class ChanceExpressions(IndexedExpressions):
    """Reads what is averaged over chance, and integrals."""

    def averaged(self, kind: str) -> Node:
        """𝔼_x[body], from what it averages over on."""
        self.take("{")
        over = [self.named()]
        while self.taken(","):
            over.append(self.named())
        for each in ("}", "["):
            self.take(each)
        parts = [self.sum()]
        while self.taken(","):
            parts.append(self.sum())
        self.take("]")
        match kind, parts:
            case "covariance of", (first, second):
                return Covariance(first, second, tuple(over))
            case (("expectation of" | "variance of"), (body,)):
                return (Expectation if kind == "expectation of" else Variance)(body, tuple(over))
        raise ReadError(f"the {kind} so many expressions is nothing")

    def named(self) -> Symbol:
        """A random quantity by its letter.

        Raises:
            ReadError: The letter is no such quantity.
        """
        spelling = self.take("letter").text
        found = self.scope.wholes.get(spelling) or self.scope.variables.get(spelling)
        if found is None or isinstance(found, Entry):
            raise ReadError(f"{spelling} is no random quantity here")
        return found.symbol

    def integral(self) -> Node:
        """∫_a^b body dx, from its ends on."""
        self.take("{")
        low = self.sum()
        for each in ("}", "^"):
            self.take(each)
        high, body = self.group(), self.product()
        self.take("differential")
        return Integral(body, self.variable(), low, high)

    def law(self) -> Random:
        """w_{ij} random, mean 0, variance v, independent of one another.

        Raises:
            ReadError: The words say no law.
        """
        subject = self.atom()
        self.take("random")
        said: dict[str, tuple[Node, ...]] = {}
        while self.kind in law_words.WORDS:
            name = self.take(*law_words.WORDS).kind
            said[name] = self.parameters(name)
        if not isinstance(subject, (Entry, Variable)):
            raise ReadError("a letter or an entry is random")
        try:
            law = law_of(said)
        except ValueError as reason:
            raise ReadError(str(reason)) from None
        own = law == Draws(replacement=True)
        return Random(subject, law, independent=own or "entries independent" in said)

    def parameters(self, name: str) -> tuple[Node, ...]:
        """What follows a word."""
        if name in SILENT:
            return ()
        if name != "uniform":
            return (self.sum(),)
        self.take("(")
        low = self.sum()
        self.take(",")
        high = self.sum()
        self.take(")")
        return low, high

    def independence(self) -> Independent:
        """w, x independent."""
        members = [self.member()]
        while self.taken(","):
            members.append(self.member())
        self.take("independent")
        return Independent(tuple(members))

    def member(self) -> tuple[Symbol, ...]:
        """One quantity, or several in brackets."""
        if not self.taken("("):
            return (self.named(),)
        found = [self.named()]
        while self.taken(","):
            found.append(self.named())
        self.take(")")
        return tuple(found)


SILENT = (
    "finite variance",
    "symmetric",
    "with replacement",
    "without replacement",
    "entries independent",
)
