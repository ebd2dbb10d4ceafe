"""Expressions and statements in LaTeX, as KaTeX sets it."""

from __future__ import annotations

import re

from nnmath.notation.roles import Role
from nnmath.notation.symbol import Symbol
from nnmath.notation.text import Language, Text
from nnmath.printing.display import Display
from nnmath.printing.spelling import Spelling
from nnmath.proof.nodes import Node
from nnmath.proof.statements import Hypothesis


def latex(thing: Node | Hypothesis, *, language: Language = "en", marked: bool = False) -> str:
    r"""Print an expression or a statement in LaTeX.

    Args:
        thing: What to print.
        language: Of the words, where symbols do not do.
        marked: Wrap every symbol that has a role in `\htmlClass{role-…}{…}`.

    Returns:
        The LaTeX source, without dollar signs.

    Raises:
        UnknownNode: A node is not of the closed set.

    >>> from nnmath.notation.symbols import LEARNING_RATE
    >>> from nnmath.proof.nodes import Variable
    >>> print(latex((1 - 2 * Variable(LEARNING_RATE)) ** 2))
    (1 - 2\eta)^{2}
    """
    return Display(LATEX, language, marked).free(thing)


def glue(left: str, right: str) -> str:
    """Two factors side by side; a space only where letters would meet."""
    return f"{left} {right}" if left[-1].isalpha() and right[0].isalpha() else left + right


def beside(left: str, right: str) -> str:
    """Two letters of an index: only a control word needs a space behind it."""
    return f"{left} {right}" if CONTROL_WORD.search(left) and right[0].isalpha() else left + right


def mark(symbol: Symbol, text: str) -> str:
    """Give the symbol its role's class, for colour."""
    if symbol.role is Role.PLAIN:
        return text
    return rf"\htmlClass{{role-{symbol.role.value}}}{{{text}}}"


CONTROL_WORD = re.compile(r"\\[A-Za-z]+$")
LATEX = Spelling(
    name="LaTeX",
    letter=lambda symbol: symbol.latex,
    glue=glue,
    beside=beside,
    mark=mark,
    tall=(r"\frac", r"\left", r"\lim", r"\sum", r"\prod", r"\int", r"\begin"),
    brackets="(%s)",
    tall_brackets=r"\left(%s\right)",
    # \left makes an inner atom, which would stand off from the function's name
    before_tall=r"\!",
    dot=r" \cdot ",
    fraction=r"\frac{%s}{%s}",
    slash="/",
    power="%s^{%s}",
    index="%s_%s",
    long_index="%s_{%s}",
    between=",",
    raised="%s^{(%s)}",
    whole=r"\boldsymbol{%s}",
    kronecker=r"\delta",
    sum=r"\sum_{%s=%s}^{%s} %s",
    product=r"\prod_{%s=%s}^{%s} %s",
    transpose=r"\top",
    hadamard=r" \odot ",
    ones=r"\mathbf{1}",
    identity=r"\mathbf{I}",
    diagonal=r"\operatorname{diag}",
    root=r"\sqrt{%s}",
    absolute=r"\left|%s\right|",
    exponential="e^{%s}",
    # Upright, so that it is not the minimum d of the quadratic loss
    differential=r"\mathrm{d}",
    partial=r"\partial",
    limit=r"\lim_{%s \to %s} %s",
    expectation=r"\mathbb{E}",
    variance=r"\operatorname{Var}",
    covariance=r"\operatorname{Cov}",
    square="[%s]",
    tall_square=r"\left[%s\right]",
    integral=r"\int_{%s}^{%s} %s \, \mathrm{d}%s",
    words=r"\text{%s}",
    infinity=r"\infty",
    cases=r"\begin{cases} %s \end{cases}",
    case="%s & (%s)",
    next_case=r" \\ ",
    comparisons={"=": "=", "≠": r"\neq", "<": "<", "≤": r"\leq", ">": ">", "≥": r"\geq"},
    assignment=r" \gets ",
    conjunction=Text(ja=r" \text{ かつ }\allowbreak ", en=r" \text{ and }\allowbreak "),
    disjunction=Text(ja=r" \text{ または }\allowbreak ", en=r" \text{ or }\allowbreak "),
    negation=r"\lnot %s",
    implication=r" \quad\Rightarrow\quad ",
    equivalence=r" \quad\Leftrightarrow\quad ",
    tends=r"%s \to %s \quad (%s \to \infty)",
    tends_not=r"%s \nrightarrow %s \quad (%s \to \infty)",
    for_all=Text(
        ja=r"\text{すべての } %(variables)s \text{ について}\quad %(statement)s",
        en=r"%(statement)s \quad \text{for every } %(variables)s",
    ),
    recurrence=r"%s = %s \quad (%s = 0, 1, 2, \dots)",
)
