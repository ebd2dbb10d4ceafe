"""The grammar of printed statements, above that of expressions."""

from __future__ import annotations

from nnmath.printing.grammar import Expressions
from nnmath.printing.lexicon import Lexicon, ReadError
from nnmath.printing.scope import Scope
from nnmath.proof.indexed import Entry, Tensor
from nnmath.proof.nodes import Comparison, Element, Node, Relation, Sequence, Variable
from nnmath.proof.piecewise import CaseCondition
from nnmath.proof.statements import (
    And,
    Assign,
    Chain,
    ForAll,
    Hypothesis,
    Iff,
    Implies,
    Not,
    Or,
    Recurrence,
    Statement,
    Tends,
)

COMPARISONS: dict[str, Comparison] = {
    "=": "=",
    "≠": "≠",
    "<": "<",
    "≤": "≤",
    ">": ">",
    "≥": "≥",
}
ARROWS: dict[str, type[Implies] | type[Iff]] = {"⇒": Implies, "⇔": Iff}
JUNCTIONS: dict[str, type[And] | type[Or]] = {"∧": And, "∨": Or}


def read(text: str, lexicon: Lexicon, scope: Scope) -> Node | Hypothesis:
    """Read an expression or a statement.

    Raises:
        ReadError: The text is neither.
    """
    tokens = lexicon.tokens(text, scope)
    reader = Statements(tokens, scope)
    try:
        node = reader.sum()
        reader.take("end")
        return node
    except ReadError:
        pass
    reader = Statements(tokens, scope)
    statement = reader.hypothesis()
    reader.take("end")
    return statement


class Statements(Expressions):
    """Reads statements."""

    def hypothesis(self) -> Hypothesis:
        """A recurrence, something said of chance, or else a statement."""
        start = self.position
        for reading in (self.recurrence, self.law, self.independence):
            try:
                return reading()
            except ReadError:
                self.position = start
        return self.statement()

    def recurrence(self) -> Recurrence:
        """W_{t+1} = following (t = 0, 1, 2, …)."""
        left = self.atom()
        self.take("=")
        following = self.sum()
        for kind in ("gap", "("):
            self.take(kind)
        index = self.variable()
        for kind in ("=", "number", ",", "number", ",", "number", ",", "…", ")"):
            self.take(kind)
        if not isinstance(left, Element) or left.index != index + 1:
            raise ReadError("a recurrence begins with its sequence's next member")
        return Recurrence(Sequence(left.sequence), index, following)

    def statement(self) -> Statement:
        """A statement with its arrow and its words for every."""
        if self.taken("for all"):
            variables = self.bound()
            self.take("holds")
            self.take("gap")
            return for_all(variables, self.statement())
        left = self.quantified(self.junction())
        start = self.position
        self.taken("gap")
        if self.kind not in ARROWS:
            self.position = start
            return left
        arrow = ARROWS[self.take(*ARROWS).kind]
        self.take("gap")
        return self.quantified(arrow(left, self.junction()))

    def quantified(self, statement: Statement) -> Statement:
        """The statement with the words for every that may follow it."""
        if self.kind != "gap" or self.tokens[self.position + 1].kind != "for every":
            return statement
        self.position += 2
        return for_all(self.bound(), statement)

    def bound(self) -> list[Variable | Element]:
        """The variables and sequences' members after the words for every."""
        found: list[Variable | Element] = []
        while not found or self.taken(","):
            node = self.atom()
            if not isinstance(node, (Variable, Element)):
                raise ReadError("a variable is expected after the words for every")
            found.append(node)
        return found

    def junction(self) -> Statement:
        """Statements joined by one of ∧ and ∨."""
        parts = [self.unit()]
        sign = self.kind
        while sign in JUNCTIONS and self.taken(sign):
            parts.append(self.unit())
        return JUNCTIONS[sign](tuple(parts)) if len(parts) > 1 else parts[0]

    def condition(self) -> CaseCondition:
        """Comparisons, joined by ∧ and ∨."""
        found = self.junction()
        if not isinstance(found, CaseCondition):
            raise ReadError("a case's condition compares expressions")
        return found

    def unit(self) -> Statement:
        """A negation, a comparison, or a statement in brackets."""
        if self.taken("¬"):
            return Not(self.enclosed())
        start = self.position
        try:
            return self.relation()
        except ReadError:
            self.position = start
        return self.enclosed()

    def enclosed(self) -> Statement:
        """A statement in brackets."""
        self.take("(")
        inner = self.statement()
        self.take(")")
        return inner

    def relation(self) -> Statement:
        """a < b ≤ c, or a → b (t → ∞)."""
        members = [self.sum()]
        if isinstance(members[0], (Variable, Tensor, Entry)) and self.taken("←"):
            return Assign(members[0], self.sum())
        if self.kind in ("→", "↛"):
            return self.tends(members[0])
        kinds = [COMPARISONS[self.take(*COMPARISONS).kind]]
        members.append(self.sum())
        while self.kind in COMPARISONS:
            kinds.append(COMPARISONS[self.take(*COMPARISONS).kind])
            members.append(self.sum())
        if len(kinds) == 1:
            return Relation(members[0], kinds[0], members[1])
        return Chain(tuple(members), tuple(kinds))

    def tends(self, body: Node) -> Statement:
        """→ limit (t → ∞)."""
        arrow = self.take("→", "↛").kind
        limit = self.sum()
        self.take("gap")
        self.take("(")
        index = self.variable()
        for kind in ("→", "∞", ")"):
            self.take(kind)
        tends = Tends(body, index, limit)
        return Not(tends) if arrow == "↛" else tends


def for_all(variables: list[Variable | Element], statement: Statement) -> Statement:
    """The statement for every value of the variables, the first of them outermost."""
    for variable in reversed(variables):
        statement = ForAll(variable, statement)
    return statement
