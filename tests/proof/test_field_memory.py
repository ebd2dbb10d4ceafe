"""What a field remembers of expressions hangs on all that their forms hang on."""

from __future__ import annotations

from nnmath.notation.symbol import Symbol
from nnmath.notation.text import Text
from nnmath.proof.fields import Field
from nnmath.proof.meanings import Meaning
from nnmath.proof.nodes import EXP, LOG, Limit, Variable, as_node

NAME = Text(ja="例", en="Example")
X, H = (Variable(Symbol(code, NAME, code, code, code)) for code in "xh")


def test_a_form_is_worked_out_again_once_more_is_positive() -> None:
    field, logarithm = Field(), EXP(LOG(X))
    assert field.form(logarithm) != field.form(X), "|x|, as long as nothing is known of x"
    field.assume_positive(field.form(X).numer)
    assert field.form(logarithm) == field.form(X)


def test_a_letter_that_a_limit_binds_is_another() -> None:
    field, zero = Field(), as_node(0)
    outside = field.form(H)
    assert field.form(Limit(H * X, H, zero)) == field.form(Limit(H * X, H, zero))
    # Read outside first, then inside, and the other way round
    free = field.form(Limit(H * X, X, zero))
    assert free != field.form(Limit(H * X, H, zero))
    assert field.form(H) == outside


def test_a_definition_is_opened_at_each_argument() -> None:
    square, cube = Meaning((X,), X**2), Meaning((X,), X**3)
    assert [each.at((H,)) for each in (square, cube)] == [H**2, H**3]
    assert square.at((X + H,)) == (X + H) ** 2
    assert Meaning((X, H), X - H).at((H, X)) == H - X == Meaning((H, X), H - X).at((H, X))
