"""Symbols of staircases: functions made of steps, and what they come near to."""

from __future__ import annotations

from nnmath.notation.arrays import size
from nnmath.notation.roles import Role
from nnmath.notation.symbol import Sort, Symbol
from nnmath.notation.text import Text

APPROXIMATED = Symbol(
    id="approximated-function",
    meaning=Text(ja="近似したい関数", en="function to come near to"),
    latex="f",
    typst="f",
    code="f",
    role=Role.TARGET,
)
STEP_WIDTH = Symbol(
    id="step-width",
    meaning=Text(ja="階段の1段の幅", en="width of a step of the staircase"),
    latex=r"\Delta",
    typst="Delta",
    code="width",
)
STEPS_BELOW = size(
    "steps-below",
    "K",
    Text(ja="入力より左にある段の数", en="number of steps to the left of the input"),
)
STEPS_ABOVE = Symbol(
    id="steps-above",
    meaning=Text(ja="入力より右にある段の数", en="number of steps to the right of the input"),
    latex="t",
    typst="t",
    code="t",
    sort=Sort.NATURAL,
)
STEP_NUMBER = Symbol(
    id="step-number",
    meaning=Text(ja="段の番号", en="number of a step"),
    latex="k",
    typst="k",
    code="k",
    sort=Sort.NATURAL,
)
BUMP_START = Symbol(
    id="bump-start",
    meaning=Text(ja="こぶの左端", en="left end of the bump"),
    latex="a",
    typst="a",
    code="a",
)
BUMP_END = Symbol(
    id="bump-end",
    meaning=Text(ja="こぶの右端", en="right end of the bump"),
    latex="b",
    typst="b",
    code="b",
)
VARIATION = Symbol(
    id="lipschitz-constant",
    meaning=Text(ja="リプシッツ定数", en="Lipschitz constant"),
    latex="L",
    typst="L",
    code="L",
)
