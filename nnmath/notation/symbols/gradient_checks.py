"""Symbols of gradient checking: difference quotients and their errors."""

from __future__ import annotations

from nnmath.notation.symbol import Symbol
from nnmath.notation.text import Text

PLACE = Symbol(
    id="place",
    meaning=Text(ja="微分する点", en="point at which the slope is wanted"),
    latex="x",
    typst="x",
    code="x",
)
WIDTH = Symbol(
    id="width",
    meaning=Text(ja="差分の幅", en="width of the difference"),
    latex="h",
    typst="h",
    code="h",
)
SMOOTH_FUNCTION = Symbol(
    id="smooth-function",
    meaning=Text(ja="なめらかな関数", en="smooth function"),
    latex="F",
    typst="F",
    code="F",
)
CUBIC = Symbol(
    id="cubic",
    meaning=Text(ja="3次関数", en="cubic function"),
    latex="C",
    typst="C",
    code="C",
)


def _coefficient(power: int) -> Symbol:
    return Symbol(
        id=f"coefficient-{power}",
        meaning=Text(ja=f"{power} 次の係数", en=f"coefficient of power {power}"),
        latex=f"c_{power}",
        typst=f"c_{power}",
        code=f"c{power}",
    )


COEFFICIENT_0 = _coefficient(0)
COEFFICIENT_1 = _coefficient(1)
COEFFICIENT_2 = _coefficient(2)
COEFFICIENT_3 = _coefficient(3)
COEFFICIENT_4 = _coefficient(4)
COEFFICIENT_5 = _coefficient(5)
THIRD_SLOPE_BOUND = Symbol(
    id="third-slope-bound",
    meaning=Text(ja="3階導関数の絶対値の上界", en="bound on the third derivative"),
    latex="M",
    typst="M",
    code="M",
)
WIDTH_BETWEEN = Symbol(
    id="width-between",
    meaning=Text(ja="0 と h のあいだの幅", en="width between 0 and h"),
    latex="u",
    typst="u",
    code="u",
)
SECOND_BETWEEN = Symbol(
    id="second-between",
    meaning=Text(ja="途中の値", en="value on the way"),
    latex="v",
    typst="v",
    code="v",
)
THIRD_BETWEEN = Symbol(
    id="third-between",
    meaning=Text(ja="途中の幅", en="width on the way"),
    latex="w",
    typst="w",
    code="w",
)
