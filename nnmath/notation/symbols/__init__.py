"""The symbol registry: every symbol of the book, once; what one topic alone needs, in its file."""

from __future__ import annotations

from collections.abc import Iterable

from nnmath.notation.roles import Role
from nnmath.notation.symbol import Sort, Symbol
from nnmath.notation.symbols import (
    activations,
    approximation,
    autoencoders,
    batches,
    chance,
    classification,
    counts,
    curvature,
    deep_chains,
    deep_networks,
    descent,
    features,
    generalisation,
    gradient_checks,
    graphs,
    layer_norms,
    losses,
    networks,
    optimizer_claims,
    optimizers,
    patience,
    perceptrons,
    polynomial_networks,
    quasi_newton,
    regularisation,
    samples,
    shortcuts,
    single_unit,
    staircases,
    units,
)
from nnmath.notation.text import Text

WEIGHT = Symbol(
    id="weight",
    meaning=Text(ja="重み", en="weight"),
    latex="W",
    typst="W",
    code="W",
    role=Role.WEIGHT,
)
WEIGHT_SEQUENCE = Symbol(
    id="weight-sequence",
    meaning=Text(ja="t 回更新したあとの重み", en="weight after t updates"),
    latex="W",
    typst="W",
    code="W",
    role=Role.WEIGHT,
)
LOSS = Symbol(
    id="loss",
    meaning=Text(ja="損失", en="loss"),
    latex="E",
    typst="E",
    code="loss",
    role=Role.LOSS,
)
QUADRATIC_LOSS = Symbol(
    id="quadratic-loss",
    meaning=Text(ja="一般の2次関数の損失", en="general quadratic loss"),
    latex="Q",
    typst="Q",
    code="quadratic_loss",
    role=Role.LOSS,
)
LEARNING_RATE = Symbol(
    id="learning-rate",
    meaning=Text(ja="学習率", en="learning rate"),
    latex=r"\eta",
    typst="eta",
    code="learning_rate",
    role=Role.LEARNING_RATE,
)
ITERATION = Symbol(
    id="iteration",
    meaning=Text(ja="更新の回数", en="number of updates"),
    latex="t",
    typst="t",
    code="t",
    sort=Sort.NATURAL,
)
INCREMENT = Symbol(
    id="increment",
    meaning=Text(ja="重みのわずかな変化", en="small change of the weight"),
    latex="h",
    typst="h",
    code="h",
)
CURVATURE = Symbol(
    id="curvature",
    meaning=Text(ja="放物線の開き具合を決める係数", en="how sharply the parabola bends"),
    latex="a",
    typst="a",
    code="a",
)
MINIMIZER = Symbol(
    id="minimizer",
    meaning=Text(ja="損失が最小になる重み", en="weight at which the loss is least"),
    latex="c",
    typst="c",
    code="c",
    role=Role.TARGET,
)
MINIMUM = Symbol(
    id="minimum",
    meaning=Text(ja="損失の最小値", en="least value of the loss"),
    latex="d",
    typst="d",
    code="d",
    role=Role.LOSS,
)
RATIO = Symbol(
    id="ratio",
    meaning=Text(ja="公比", en="common ratio"),
    latex="r",
    typst="r",
    code="r",
)
FIRST_MEMBER = Symbol(
    id="first-member",
    meaning=Text(ja="数列の最初の項", en="first member of a sequence"),
    latex="c",
    typst="c",
    code="first",
)
EXCESS = Symbol(
    id="excess",
    meaning=Text(ja="1を超える分", en="excess over 1"),
    latex="x",
    typst="x",
    code="x",
)
TOLERANCE = Symbol(
    id="tolerance",
    meaning=Text(ja="許容する誤差", en="tolerance in the definition of a limit"),
    latex=r"\varepsilon",
    typst="epsilon",
    code="tolerance",
)
BOUND = Symbol(
    id="bound",
    meaning=Text(ja="超えるべき値", en="value to be exceeded"),
    latex="M",
    typst="M",
    code="M",
)
PARAMETER = Symbol(
    id="parameter",
    meaning=Text(ja="パラメータ", en="parameter"),
    latex=r"\theta",
    typst="theta",
    code="theta",
    role=Role.WEIGHT,
)
GRADIENT = Symbol(
    id="gradient",
    meaning=Text(ja="勾配", en="gradient"),
    latex="g",
    typst="g",
    code="g",
    role=Role.GRADIENT,
)
GRADIENT_FUNCTION = Symbol(
    id="gradient-function",
    meaning=Text(ja="各点での損失の勾配", en="gradient of the loss at a point"),
    latex=r"\nabla E",
    typst="nabla E",
    code="gradient",
    role=Role.GRADIENT,
)

EXPONENTIAL = Symbol(
    id="exponential",
    meaning=Text(ja="指数関数", en="exponential function"),
    latex=r"\exp",
    typst="exp",
    code="exp",
)
LOGARITHM = Symbol(
    id="logarithm",
    meaning=Text(ja="自然対数", en="natural logarithm"),
    latex=r"\log",
    typst="log",
    code="log",
)
SQUARE_ROOT = Symbol(
    id="square-root",
    meaning=Text(ja="平方根", en="square root"),
    latex=r"\sqrt",
    typst="sqrt",
    code="sqrt",
)
ABSOLUTE_VALUE = Symbol(
    id="absolute-value",
    meaning=Text(ja="絶対値", en="absolute value"),
    latex=r"\mathrm{abs}",
    typst='op("abs")',
    code="abs",
)
HYPERBOLIC_TANGENT = Symbol(
    id="hyperbolic-tangent",
    meaning=Text(ja="双曲線正接関数", en="hyperbolic tangent"),
    latex=r"\tanh",
    typst="tanh",
    code="tanh",
)

ERROR_FUNCTION = Symbol(
    id="error-function",
    meaning=Text(ja="誤差関数", en="error function"),
    latex=r"\mathrm{erf}",
    typst='upright("erf")',
    code="erf",
)
COSINE = Symbol(
    id="cosine",
    meaning=Text(ja="余弦関数", en="cosine"),
    latex=r"\cos",
    typst="cos",
    code="cos",
)
PI = Symbol(
    id="pi",
    meaning=Text(ja="円周率", en="ratio of a circle's circumference to its diameter"),
    latex=r"\pi",
    typst="pi",
    code="pi",
)

TOPICS = (
    activations,
    classification,
    descent,
    curvature,
    samples,
    networks,
    units,
    batches,
    chance,
    features,
    generalisation,
    regularisation,
    gradient_checks,
    deep_chains,
    single_unit,
    losses,
    optimizer_claims,
    optimizers,
    perceptrons,
    shortcuts,
    graphs,
    staircases,
    autoencoders,
    layer_norms,
    deep_networks,
    counts,
    patience,
    polynomial_networks,
    approximation,
    quasi_newton,
)


def registry(symbols: Iterable[Symbol]) -> dict[str, Symbol]:
    """Symbols by their ids.

    Raises:
        ValueError: Two that differ have the same id.
    """
    found: dict[str, Symbol] = {}
    for symbol in symbols:
        if found.setdefault(symbol.id, symbol) != symbol:
            raise ValueError(f"two symbols have the id {symbol.id!r}: give one of them another")
    return found


SYMBOLS = registry(
    symbol
    for module in (globals(), *map(vars, TOPICS))
    for symbol in list(module.values())
    if isinstance(symbol, Symbol)
)
