"""Expressions and statements in Typst's mathematics, as manim's `MathTypst` sets it."""

from __future__ import annotations

from nnmath.notation.symbol import Symbol
from nnmath.notation.text import Language, Text
from nnmath.printing.display import Display
from nnmath.printing.spelling import Spelling
from nnmath.proof.nodes import Node
from nnmath.proof.statements import Hypothesis


def typst(thing: Node | Hypothesis, *, language: Language = "en", marked: bool = False) -> str:
    """Print an expression or a statement in Typst.

    Args:
        thing: What to print.
        language: Of the words, where symbols do not do.
        marked: Wrap every symbol in manim's `{{ x : label }}`, labelled with the symbol's id.

    Returns:
        The source that stands between `$` and `$`; marked, the argument of `MathTypst`.

    Raises:
        UnknownNode: A node is not of the closed set.

    >>> from nnmath.notation.symbols import LEARNING_RATE
    >>> from nnmath.proof.nodes import Variable
    >>> typst((1 - 2 * Variable(LEARNING_RATE)) ** 2)
    '(1 - 2 eta)^(2)'
    """
    return Display(TYPST, language, marked).free(thing)


def mark(symbol: Symbol, text: str) -> str:
    """A group of manim's, to be selected by the symbol's id."""
    return f"{{{{ {text} : {symbol.id} }}}}"


TYPST = Spelling(
    name="Typst",
    letter=lambda symbol: symbol.typst,
    # A space between all factors: `W_t(x)` would set (x) in the index
    glue=lambda left, right: f"{left} {right}",
    beside=lambda left, right: f"{left} {right}",
    mark=mark,
    # Typst's brackets grow by themselves
    tall=(),
    brackets="(%s)",
    tall_brackets="(%s)",
    before_tall="",
    dot=" dot.op ",
    fraction="frac(%s, %s)",
    # A bare / would stack the fraction
    slash=" slash ",
    power="%s^(%s)",
    index="%s_%s",
    long_index="%s_(%s)",
    # A bare comma would end the argument that a marked index becomes
    between=" comma ",
    raised="%s^((%s))",
    whole="bold(%s)",
    kronecker="delta",
    sum="sum_(%s = %s)^(%s) %s",
    product="product_(%s = %s)^(%s) %s",
    transpose="top",
    hadamard=" dot.o ",
    ones="bold(1)",
    identity="upright(bold(I))",
    diagonal='op("diag")',
    root="sqrt(%s)",
    absolute="abs(%s)",
    exponential="e^(%s)",
    differential="upright(d)",
    partial="partial",
    limit="lim_(%s -> %s) %s",
    expectation="EE",
    variance='op("Var")',
    covariance='op("Cov")',
    # Between bare square brackets a marked symbol would be text
    square=" lr(bracket.l %s bracket.r)",
    tall_square=" lr(bracket.l %s bracket.r)",
    integral="integral_(%s)^(%s) %s space upright(d) %s",
    words='"%s" ',
    infinity="infinity",
    cases="cases(%s)",
    # The space after & keeps the values and their conditions apart
    case="%s & quad (%s)",
    next_case=", ",
    comparisons={"=": "=", "≠": "!=", "<": "<", "≤": "<=", ">": ">", "≥": ">="},
    assignment=" arrow.l ",
    conjunction=Text(ja=' space "かつ" space ', en=' space "and" space '),
    disjunction=Text(ja=' space "または" space ', en=' space "or" space '),
    negation="not %s",
    implication=" quad => quad ",
    equivalence=" quad <=> quad ",
    tends="%s -> %s quad (%s -> infinity)",
    tends_not="%s arrow.r.not %s quad (%s -> infinity)",
    for_all=Text(
        ja='"すべての" space %(variables)s space "について" quad %(statement)s',
        en='%(statement)s quad "for every" space %(variables)s',
    ),
    recurrence="%s = %s quad (%s = 0, 1, 2, dots)",
)
