"""What is printed is what was written, and computes what was written."""

from __future__ import annotations

import json
import math
import re
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from fractions import Fraction
from importlib import import_module
from itertools import product
from pathlib import Path
from pkgutil import iter_modules

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from typst import Compiler

from nnmath import theory
from nnmath.notation import symbols
from nnmath.printing import (
    NoCode,
    UnknownNode,
    javascript,
    latex,
    numpy_function,
    numpy_source,
    plain,
    typst,
)
from nnmath.printing.display import Display as DisplayWalk
from nnmath.printing.latex import LATEX
from nnmath.printing.latex_reader import read_latex
from nnmath.printing.likeness import representative
from nnmath.printing.scope import scope_of
from nnmath.printing.typst import TYPST
from nnmath.printing.typst_reader import read_typst
from nnmath.proof import nodes
from nnmath.proof.nodes import (
    ABS,
    EXP,
    INFINITY,
    LOG,
    SQRT,
    TANH,
    Add,
    Apply,
    Derivative,
    Divide,
    Function,
    Limit,
    Multiply,
    Negate,
    Node,
    Number,
    Power,
    Relation,
    Sequence,
    Variable,
    as_node,
)
from nnmath.proof.statements import (
    And,
    Assign,
    Chain,
    ForAll,
    Iff,
    Implies,
    Not,
    Or,
    Recurrence,
    Tends,
    between,
    equal,
    unequal,
)

W = Variable(symbols.WEIGHT)
W_ = Sequence(symbols.WEIGHT_SEQUENCE)
t = Variable(symbols.ITERATION)
h = Variable(symbols.INCREMENT)
a = Variable(symbols.CURVATURE)
c = Variable(symbols.MINIMIZER)
d = Variable(symbols.MINIMUM)
x = Variable(symbols.EXCESS)
eta = Variable(symbols.LEARNING_RATE)
E = Function(symbols.LOSS)
Q = Function(symbols.QUADRATIC_LOSS)

NODE = str(Path(sys.executable).with_name("node"))

# --- random trees ---------------------------------------------------------------------------

NUMERALS = ("0", "1", "2", "10", "0.001", "0.10", "1/2", "2/3", "-3", "-0.5", "-2/3")
numbers = st.sampled_from(NUMERALS).map(as_node)
variables = st.sampled_from((W, a, c, d, eta, h, x))
elements = st.sampled_from((W_[t], W_[0], W_[t + 1], W_[2 * t]))
FUNCTIONS = (EXP, LOG, SQRT, ABS, TANH, E, E.prime, Q.prime.prime)


def several(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[tuple[Node, ...]]:
    """Two to four operands."""
    return st.lists(inner, min_size=2, max_size=4).map(tuple)


def larger(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    """Every node of the closed set over smaller ones."""
    return st.one_of(
        st.builds(Add, several(inner)),
        st.builds(Multiply, several(inner)),
        st.builds(Negate, inner),
        st.builds(Divide, inner, inner),
        st.builds(Power, inner, inner),
        st.builds(Apply, st.sampled_from(FUNCTIONS), st.tuples(inner)),
        st.builds(Derivative, inner, variables),
        st.builds(Limit, inner, variables, inner),
    )


expressions = st.recursive(numbers | variables | elements, larger, max_leaves=12)
small = st.recursive(numbers | variables | elements, larger, max_leaves=3)
# What may stand in a limit, and in a recurrence's next member
still = st.recursive(numbers | variables | st.just(W_[0]), larger, max_leaves=3)
present = st.recursive(numbers | variables | st.just(W_[t]), larger, max_leaves=3)
kinds = st.sampled_from(("=", "≠", "<", "≤", ">", "≥"))
relations = st.one_of(
    st.builds(Relation, small, kinds, small),
    st.builds(Chain, st.tuples(small, small, small), st.tuples(kinds, kinds)),
    st.builds(Tends, small, st.just(t), still | st.just(INFINITY)),
)


def compound(inner: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    """Every statement over smaller ones."""
    parts = st.lists(inner, min_size=2, max_size=3).map(tuple)
    return st.one_of(
        st.builds(And, parts),
        st.builds(Or, parts),
        st.builds(Not, inner),
        st.builds(Implies, inner, inner),
        st.builds(Iff, inner, inner),
        st.builds(ForAll, variables | elements, inner),
    )


statements = (
    st.recursive(relations, compound, max_leaves=5)
    | st.builds(Recurrence, st.just(W_), st.just(t), present)
    | st.builds(Assign, variables, small)
)
things = expressions | statements

# --- as the author wrote it -------------------------------------------------------------------

AS_WRITTEN = (
    (W**2 + 4, "W^{2} + 4"),
    (1 - x, "1 - x"),
    (-eta * W + 1, r"-\eta W + 1"),
    (a * (W - c) ** 2 + d, "a(W - c)^{2} + d"),
    (2 * eta, r"2\eta"),
    (as_node("0.001") * 10, r"0.001 \cdot 10"),
    (W * 2, r"W \cdot 2"),
    (as_node("1/2") * W, r"\frac{1}{2}W"),
    (2 * as_node("1/2"), r"2 \cdot \frac{1}{2}"),
    (W ** as_node("1/2"), "W^{1/2}"),
    (W ** -(as_node(1) / 2), "W^{-1/2}"),
    (Power(Negate(x), as_node(2)), "(-x)^{2}"),
    (-(x**2), "-x^{2}"),
    (as_node(-3) ** 2, "(-3)^{2}"),
    (W - (-3), "W - (-3)"),
    ((x**2) ** t, "(x^{2})^{t}"),
    (x ** (as_node(2) ** t), "x^{2^{t}}"),
    ((x / 2) ** 2, r"\left(\frac{x}{2}\right)^{2}"),
    (abs(W_[t]), r"\left|W_t\right|"),
    (SQRT(1 + x), r"\sqrt{1 + x}"),
    (1 / (1 + EXP(-x)), r"\frac{1}{1 + e^{-x}}"),
    (E.prime(W_[t]), "E'(W_t)"),
    (E(x / 2), r"E\!\left(\frac{x}{2}\right)"),
    (Derivative(W**2 + 4, W), r"\frac{\mathrm{d}}{\mathrm{d}W} (W^{2} + 4)"),
    (
        Limit((E(W + h) - E(W)) / h, h, as_node(0)),
        r"\lim_{h \to 0} \frac{E(W + h) - E(W)}{h}",
    ),
    (equal(W_[t], (1 - 2 * eta) ** t * W_[0]), r"W_t = (1 - 2\eta)^{t}W_0"),
    (equal(W_[t + 1], W_[t] - eta * E.prime(W_[t])), r"W_{t+1} = W_t - \eta E'(W_t)"),
    (between(0, eta, 1, closed="high"), r"0 < \eta \leq 1"),
    (Tends(W_[t], t, as_node(0)), r"W_t \to 0 \quad (t \to \infty)"),
    (Not(Tends(W_[t], t, as_node(0))), r"W_t \nrightarrow 0 \quad (t \to \infty)"),
    (And((eta > 0, Or((a > 0, unequal(W, 0))))), r"\eta > 0 \land (a > 0 \lor W \neq 0)"),
)


@pytest.mark.parametrize(("thing", "expected"), AS_WRITTEN, ids=[text for _, text in AS_WRITTEN])
def test_latex_prints_what_the_author_wrote(thing: object, expected: str) -> None:
    assert latex(thing) == expected


def test_words_are_in_the_language_asked_for() -> None:
    always = Iff(ForAll(W_[0], Tends(W_[t], t, as_node(0))), between(0, eta, 1))
    assert latex(always, language="en") == (
        r"W_t \to 0 \quad (t \to \infty) \quad \text{for every } W_0"
        r" \quad\Leftrightarrow\quad 0 < \eta < 1"
    )
    assert latex(always, language="ja") == (
        r"(\text{すべての } W_0 \text{ について}\quad W_t \to 0 \quad (t \to \infty))"
        r" \quad\Leftrightarrow\quad 0 < \eta < 1"
    )

    both = ForAll(W_[0], ForAll(t, W_[t] * W_[0] >= 0))
    assert latex(both) == r"W_t W_0 \geq 0 \quad \text{for every } W_0, t"


# --- read back --------------------------------------------------------------------------------


@dataclass(frozen=True)
class Display:
    """A printer with its reader."""

    write: Callable[..., str]
    read: Callable[..., object]
    letter: Callable[..., str]


DISPLAYS = {
    "latex": Display(latex, read_latex, LATEX.letter),
    "typst": Display(typst, read_typst, TYPST.letter),
}
LANGUAGES = ("ja", "en")


@pytest.mark.parametrize("display", DISPLAYS.values(), ids=DISPLAYS)
@given(thing=things, language=st.sampled_from(LANGUAGES))
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_printed_reads_back_as_what_was_written(
    display: Display, thing: object, language: str
) -> None:
    text = display.write(thing, language=language)
    back = display.read(text, scope_of(thing, display.letter))
    assert representative(back) == representative(thing), text
    assert display.write(back, language=language) == text


def formulas(thing: object) -> Iterator[object]:
    """Every outermost expression and statement of a claim."""
    if type(thing) in DisplayWalk.rules:
        yield thing
    elif isinstance(thing, Mapping):
        yield from formulas(tuple(thing.values()))
    elif isinstance(thing, (tuple, list)):
        for part in thing:
            yield from formulas(part)
    elif is_dataclass(thing) and not isinstance(thing, type):
        for field in fields(thing):
            yield from formulas(getattr(thing, field.name))


def the_book() -> dict[object, None]:
    """Every formula in `nnmath.theory`, once."""
    modules = [f"nnmath.theory.{module.name}" for module in iter_modules(theory.__path__)]
    return dict.fromkeys(
        formula
        for name in modules
        for value in vars(import_module(name)).values()
        for formula in formulas(value)
    )


@pytest.mark.parametrize("display", DISPLAYS.values(), ids=DISPLAYS)
def test_every_formula_of_the_book_reads_back(display: Display) -> None:
    book = the_book()
    assert len(book) > 100
    for thing, language in product(book, LANGUAGES):
        text = display.write(thing, language=language)
        back = display.read(text, scope_of(thing, display.letter))
        assert representative(back) == representative(thing), text
        assert display.write(back, language=language) == text


def test_the_reader_tells_different_things_apart() -> None:
    """The comparison can fail: each of these pairs must read differently."""
    for left, right in (
        (x - a, a - x),
        (-(x**2), (-x) ** 2),
        (x * (a + c), x * a + c),
        (x**a**c, (x**a) ** c),
        (equal(x, a), equal(a, x)),
        (Implies(x > 0, a > 0), Iff(x > 0, a > 0)),
    ):
        assert representative(left) != representative(right)
        assert latex(left) != latex(right)
        assert typst(left) != typst(right)


@given(thing=things)
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_marks_change_nothing_but_the_class(thing: object) -> None:
    text = latex(thing, marked=True)
    while r"\htmlClass" in text:
        text = re.sub(r"\\htmlClass\{role-[a-z-]+\}\{([^{}]*)\}", r" \1 ", text)
    back = read_latex(text, scope_of(thing, LATEX.letter))
    assert representative(back) == representative(thing)


def test_marks_carry_roles_and_ids() -> None:
    step = eta * W_[t]
    assert latex(step, marked=True) == (
        r"\htmlClass{role-learning-rate}{\eta}\htmlClass{role-weight}{W}_{\htmlClass{role-weight}{t}}"
    )
    assert typst(2 * eta, marked=True) == "2 {{ eta : learning-rate }}"


KATEX = Path(__file__).parents[1] / "docs" / "_widgets" / "node_modules" / "katex"
# As the site sets it: anything that KaTeX only warns of is an error, but for our own classes
SET = """(text) => {
  const strict = (code) => (code === "htmlExtension" ? "ignore" : "error");
  const trust = ({command}) => command === "\\\\htmlClass";
  return require(KATEX).renderToString(text, {throwOnError: true, strict, trust}).length;
}""".replace("KATEX", json.dumps(str(KATEX)))


@given(thing=things, language=st.sampled_from(LANGUAGES), marked=st.booleans())
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_katex_sets_what_latex_prints(
    node_process: NodeProcess, thing: object, language: str, marked: bool
) -> None:
    text = latex(thing, language=language, marked=marked)
    (length,) = node_process.values(SET, [(text,)])
    assert isinstance(length, int), (text, length)


# --- Typst ------------------------------------------------------------------------------------

PAGE = "#set page(width: auto, height: auto, margin: 0pt)\n{preamble}\n$ {formula} $"


def drawn(compiler: Compiler, formula: str, preamble: str = "") -> bytes:
    """The formula as SVG."""
    page = PAGE.format(preamble=preamble, formula=formula)
    image: bytes = compiler.compile(input=page.encode(), format="svg")
    return image


@pytest.fixture(scope="module")
def compiler() -> Compiler:
    return Compiler()


@given(thing=things, language=st.sampled_from(LANGUAGES))
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_typst_compiles(compiler: Compiler, thing: object, language: str) -> None:
    assert drawn(compiler, typst(thing, language=language))


@pytest.mark.parametrize("thing", [thing for thing, _ in AS_WRITTEN], ids=latex)
def test_typst_marks_leave_the_picture_as_it_was(compiler: Compiler, thing: object) -> None:
    from manim.mobject.text.typst_mobject import MathTypst, _manimgrp_preamble

    grouped, labels = MathTypst._preprocess_groups(typst(thing, marked=True))
    assert labels or "W" not in typst(thing)
    assert drawn(compiler, grouped, _manimgrp_preamble(None)) == drawn(compiler, typst(thing))


# --- programs ---------------------------------------------------------------------------------

exponents = st.sampled_from(("0", "1", "2", "3", "-1", "1/2")).map(as_node)


def computable(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    """Nodes that a program computes."""
    return st.one_of(
        st.builds(Add, several(inner)),
        st.builds(Multiply, several(inner)),
        st.builds(Negate, inner),
        st.builds(Divide, inner, inner),
        st.builds(Power, inner, exponents | st.just(t)),
        st.builds(Apply, st.sampled_from((EXP, LOG, SQRT, ABS, TANH)), st.tuples(inner)),
    )


programs = st.recursive(numbers | st.sampled_from((x, a, W_[t])), computable, max_leaves=10)
PARAMETERS = (x, a, W_[t], t)
POINTS = tuple(product((-1.5, 0.25, 3.0), (-0.75, 2.0), (0.5, -4.0), (0, 3)))

RULES: dict[type, Callable[..., float]] = {
    Add: lambda *values: math.fsum(values),
    Multiply: lambda *values: math.prod(values),
    Negate: lambda value: -value,
    Divide: lambda left, right: left / right,
    Power: lambda base, exponent: math.pow(base, exponent),
}
ELEMENTARY = {EXP: math.exp, LOG: math.log, SQRT: math.sqrt, ABS: abs, TANH: math.tanh}


def computed(node: Node, point: dict[Node, float]) -> float:
    """The value straight from the tree: the witness for both programs.

    Raises:
        ArithmeticError, ValueError: It has none, or an ill-conditioned one.
    """
    if isinstance(node, Number):
        return float(node.value)
    if node in point:
        return point[node]
    values = [computed(child, point) for child in nodes.children(node)]
    rule = ELEMENTARY[node.function] if isinstance(node, Apply) else RULES[type(node)]
    value = float(rule(*values))
    # Beyond these, rounding differs between libraries by more than a wrong bracket would
    if not (abs(value) < 1e6 and (not isinstance(node, Divide) or abs(values[1]) > 1e-3)):
        raise ArithmeticError("ill-conditioned")
    return value


def tame(node: Node) -> list[tuple[float, ...]]:
    """The points where the value is defined and well-conditioned."""
    found = []
    for point in POINTS:
        try:
            computed(node, dict(zip(PARAMETERS, point, strict=True)))
        except (ArithmeticError, ValueError):
            continue
        found.append(point)
    return found


@dataclass
class NodeProcess:
    """One node process that evaluates functions at points, a line each way."""

    process: subprocess.Popen[str]

    def values(self, source: str, points: list[tuple[float, ...]]) -> list[object]:
        """The function's values."""
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(json.dumps([source, points]) + "\n")
        self.process.stdin.flush()
        answer: list[object] = json.loads(self.process.stdout.readline())
        return answer


LISTEN = """
require("readline").createInterface({input: process.stdin}).on("line", (line) => {
  const [source, points] = JSON.parse(line);
  let answer;
  try { const f = eval("(" + source + ")"); answer = points.map((p) => f(...p)); }
  catch (error) { answer = [String(error)]; }
  console.log(JSON.stringify(answer));
});
"""


@pytest.fixture(scope="module")
def node_process() -> Iterator[NodeProcess]:
    arguments = [NODE, "-e", LISTEN]
    with subprocess.Popen(
        arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield NodeProcess(process)
        assert process.stdin
        process.stdin.close()


@given(node=programs)
@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
def test_programs_compute_the_tree(node_process: NodeProcess, node: Node) -> None:
    points = tame(node)
    assume(points)
    function = numpy_function(node, name="f", parameters=PARAMETERS)
    source = javascript(node, name="f", parameters=PARAMETERS)
    expected = [computed(node, dict(zip(PARAMETERS, point, strict=True))) for point in points]
    columns = [np.array(column) for column in zip(*points, strict=True)]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = np.broadcast_to(function(*columns), len(points))
    # Loose on purpose: cancellation may cost digits, a wrong bracket or sign costs all of them
    np.testing.assert_allclose(found, expected, rtol=1e-6, atol=1e-6, err_msg=plain(node))
    ran = node_process.values(source, points)
    np.testing.assert_allclose(ran, expected, rtol=1e-6, atol=1e-6, err_msg=source)


@given(node=programs)
@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
def test_float32_stays_float32(node: Node) -> None:
    points = tame(node)
    assume(points and any(part in (x, a, W_[t]) for part in nodes.walk(node)))
    function = numpy_function(node, name="f", parameters=PARAMETERS)
    columns = [np.array(column, dtype=np.float32) for column in zip(*points, strict=True)]
    assert function(*columns).dtype == np.float32, numpy_source(
        node, name="f", parameters=PARAMETERS
    )


EXACT = (
    W_[t] - eta * 2 * W_[t],
    (1 - 2 * eta) ** t * W_[0],
    a * (W - c) ** 2 + d,
    as_node("0.1") * W + as_node("1/3"),
    -(W**2),
    W - (-3),
)
EXACT_PARAMETERS = (W, W_[t], W_[0], eta, t, a, c, d)


@pytest.mark.parametrize("node", EXACT, ids=latex)
def test_both_programs_give_the_same_numbers(node_process: NodeProcess, node: Node) -> None:
    """The book's own formulas agree to 4 units in the last place: V8 and C raise differently."""
    points = list(
        product((-3.0, 5.0), (2.5,), (7.0,), (0.001, 0.8), (0, 13), (4.0,), (-1.0,), (0.3,))
    )
    function = numpy_function(node, name="f", parameters=EXACT_PARAMETERS)
    ran = node_process.values(javascript(node, name="f", parameters=EXACT_PARAMETERS), points)
    found = [float(function(*point)) for point in points]
    np.testing.assert_array_max_ulp(np.array(ran, dtype=float), np.array(found), maxulp=4)


CONDITIONS = (
    (between(0, eta, 1, closed="high"), lambda value: 0 < value <= 1),
    (equal(eta, "1/2"), lambda value: value == 0.5),
    (unequal(eta, "1/2"), lambda value: value != 0.5),
    (And((eta > 0, Not(eta > 1))), lambda value: value > 0 and not value > 1),
    (Or((eta < 0, eta >= 1)), lambda value: value < 0 or value >= 1),
    (Implies(eta > 0, eta > 1), lambda value: not value > 0 or value > 1),
    (Iff(eta > 0, eta <= 1), lambda value: (value > 0) == (value <= 1)),
)


@pytest.mark.parametrize(("condition", "holds"), CONDITIONS, ids=[plain(c) for c, _ in CONDITIONS])
def test_conditions_are_vectorised_booleans(
    node_process: NodeProcess, condition: object, holds: Callable[[float], bool]
) -> None:
    values = [-1.0, 0.0, 0.25, 0.5, 1.0, 1.5]
    function = numpy_function(condition, name="f", parameters=(eta,))
    found = function(np.array(values))
    assert found.dtype == bool
    assert found.tolist() == [holds(value) for value in values]
    source = javascript(condition, name="f", parameters=(eta,))
    assert node_process.values(source, [(value,) for value in values]) == found.tolist()


def test_stable_forms_run_clean_far_out() -> None:
    u = EXP(-abs(x))
    softplus = (x + abs(x)) / 2 + LOG(1 + u)
    function = numpy_function(softplus, name="softplus", parameters=(x,))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert function(np.array([-700.0, 0.0, 800.0])).tolist() == [0.0, math.log(2), 800.0]


def test_constants_upcast_nothing() -> None:
    one = np.float32(1)
    for node in (SQRT(2) * x, EXP(1) * x, x / 3, as_node("0.1") * x, abs(as_node(-2)) * x):
        assert numpy_function(node, name="f", parameters=(x,))(one).dtype == np.float32
    steps = np.arange(100)
    assert numpy_function(as_node(3) ** t, name="f", parameters=(t,))(steps)[-1] == 3.0**99


def test_names_in_code() -> None:
    node = W_[t + 1] - W_[t] + W_[0]
    source = numpy_source(node, name="change", parameters=(W_[t + 1], W_[t], W_[0]))
    assert source == "def change(W_next, W_t, W_0):\n    return W_next - W_t + W_0"
    with pytest.raises(ValueError, match="both be named 'W'"):
        numpy_source(W, name="f", parameters=(W, W))


# --- closed -----------------------------------------------------------------------------------


class Stranger(Node):
    """A node that no printer knows."""


@pytest.mark.parametrize(
    ("name", "write"),
    {
        "LaTeX": latex,
        "Typst": typst,
        "plain text": plain,
        "NumPy": lambda node: numpy_source(node, name="f", parameters=()),
        "JavaScript": lambda node: javascript(node, name="f", parameters=()),
    }.items(),
)
def test_an_unknown_node_raises(name: str, write: Callable[[Node], str]) -> None:
    with pytest.raises(UnknownNode, match=f"^{name} has no spelling for Stranger$"):
        write(1 + Stranger())


@pytest.mark.parametrize(
    "thing",
    (
        Limit(x, x, as_node(0)),
        Derivative(x, x),
        INFINITY,
        E(x),
        Tends(x, t, x),
        a,
        ForAll(x, x > 0),
    ),
    ids=plain,
)
def test_what_no_program_computes_is_refused_on_one_line(thing: object) -> None:
    for write in (numpy_source, javascript):
        with pytest.raises(NoCode) as caught:
            write(thing, name="f", parameters=(x, t))
        assert "\n" not in str(caught.value)


def test_every_node_has_a_rule_in_every_printer() -> None:
    from nnmath.printing.javascript import JavaScript
    from nnmath.printing.numpy_code import NumPy
    from nnmath.printing.plain import Plain

    everything = {*Node.__subclasses__(), Relation, Chain, And, Or, Not, Implies, Iff, ForAll}
    everything |= {Tends, Assign, Recurrence}
    for walk in (DisplayWalk, NumPy, JavaScript, Plain):
        assert set(walk.rules) == everything - {Stranger}


def test_numbers_keep_their_spelling() -> None:
    assert [latex(as_node(text)) for text in ("0.10", "1/2", "-1/2", "1e-3")] == [
        "0.10",
        r"\frac{1}{2}",
        r"-\frac{1}{2}",
        "0.001",
    ]
    assert latex(Number(Fraction(1, 8))) == r"\frac{1}{8}"
