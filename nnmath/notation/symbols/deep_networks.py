"""Symbols of backpropagation through any number of layers."""

from __future__ import annotations

from dataclasses import replace

from nnmath.notation.arrays import array, index, size
from nnmath.notation.roles import Role
from nnmath.notation.symbol import Symbol
from nnmath.notation.symbols.descent import TIME
from nnmath.notation.symbols.networks import BATCH_SIZE, HIDDEN_SIZE
from nnmath.notation.text import Text


def _by_layer(symbol: Symbol) -> Symbol:
    """The number of the layer above, in brackets."""
    return replace(symbol, raised=1)


DEEP_WEIGHTS = _by_layer(
    array(
        "deep-weights",
        "W",
        (TIME, HIDDEN_SIZE, HIDDEN_SIZE),
        Text(ja="層 l への重み", en="weights into layer l"),
        role=Role.WEIGHT,
    )
)
DEEP_SLOPES = _by_layer(
    array(
        "deep-slopes",
        "s",
        (TIME, HIDDEN_SIZE),
        Text(
            ja="層 l に渡す前の、活性化関数の傾き",
            en="slopes of the activations that are handed to layer l",
        ),
    )
)
DEEP_TANGENTS = _by_layer(
    array(
        "deep-tangents",
        r"\dot{z}",
        (TIME, HIDDEN_SIZE),
        Text(ja="層 l の総入力の変化", en="change of the pre-activations of layer l"),
        typst="dot(z)",
        code="z_dot",
    )
)
DEEP_ERRORS = _by_layer(
    array(
        "deep-errors",
        r"\delta",
        (TIME, HIDDEN_SIZE),
        Text(ja="層 l の誤差信号", en="error signals of layer l"),
        typst="delta",
        code="delta",
        role=Role.GRADIENT,
    )
)
DEEP_ACTIVATIONS = array(
    "deep-activations",
    "A",
    (BATCH_SIZE, HIDDEN_SIZE),
    Text(ja="その前の層の出力", en="activations of the layer before"),
    role=Role.DATA,
)
MOVED_BY_WEIGHTS = array(
    "moved-by-weights",
    r"\dot{Z}",
    (BATCH_SIZE, HIDDEN_SIZE),
    Text(
        ja="重みを動かしたときの総入力の変化", en="change of the pre-activations with the weights"
    ),
    typst="dot(Z)",
    code="Z_dot",
)
WEIGHT_CHANGE = array(
    "weight-change",
    r"\dot{W}",
    (HIDDEN_SIZE, HIDDEN_SIZE),
    Text(ja="重みの変化", en="change of the weights"),
    typst="dot(W)",
    code="W_dot",
    role=Role.WEIGHT,
)
LAYER_ERRORS = array(
    "layer-errors",
    r"\delta",
    (BATCH_SIZE, HIDDEN_SIZE),
    Text(ja="その層の誤差信号", en="error signals of the layer"),
    typst="delta",
    code="delta",
    role=Role.GRADIENT,
)
UNITS = size(
    "units-of-all-layers", "U", Text(ja="すべての層のノードの数", en="units of all layers together")
)
UNIT = index("unit-of-any-layer", "j", UNITS, Text(ja="ノードの番号", en="number of a unit"))
OTHER_UNIT = index(
    "other-unit-of-any-layer",
    "r",
    UNITS,
    Text(ja="もう1つのノードの番号", en="number of another unit"),
)
MOVED_UNIT = index(
    "moved-unit", "m", UNITS, Text(ja="動かすノードの番号", en="number of the unit that is moved")
)
UNIT_WEIGHTS = array(
    "weights-between-units",
    "W",
    (UNITS, UNITS),
    Text(
        ja="ノードからノードへの重み(つながっていなければ 0)",
        en="weight from unit to unit, 0 where nothing joins them",
    ),
    role=Role.WEIGHT,
)
UNIT_SLOPES = array(
    "slopes-of-units", "s", (UNITS,), Text(ja="活性化関数の傾き", en="slopes of the activations")
)
UNIT_TANGENTS = array(
    "tangents-of-units",
    r"\dot{z}",
    (UNITS,),
    Text(ja="総入力の変化", en="change of the pre-activations"),
    typst="dot(z)",
    code="z_dot",
)
UNIT_ERRORS = array(
    "errors-of-units",
    r"\varepsilon",
    (UNITS,),
    Text(ja="誤差信号", en="error signals"),
    typst="epsilon",
    code="eps",
    role=Role.GRADIENT,
)
DIRECT_EFFECTS = array(
    "direct-effects",
    "e",
    (UNITS,),
    Text(
        ja="ほかのノードを通さずに損失に効く分",
        en="effect on the loss that goes through no other unit",
    ),
    role=Role.LOSS,
)
NUDGES = array(
    "nudges",
    "d",
    (UNITS,),
    Text(ja="外から総入力に加える変化", en="change that is added to a pre-activation from outside"),
)
UNIT_OUTPUTS = array(
    "outputs-of-units",
    "g",
    (UNITS,),
    Text(ja="ノードの出力", en="outputs of the units"),
    role=Role.DATA,
)
UNIT_WEIGHT_CHANGE = array(
    "change-of-weights-between-units",
    r"\dot{W}",
    (UNITS, UNITS),
    Text(ja="重みの変化", en="change of the weights"),
    typst="dot(W)",
    code="W_dot",
    role=Role.WEIGHT,
)
