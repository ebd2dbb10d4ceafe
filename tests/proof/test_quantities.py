"""Quantities computed from others: chain rule, definitions of tensors, lemmas at other tensors."""

from __future__ import annotations

from contextlib import suppress

import pytest

from nnmath.proof.chain_rule import chain
from nnmath.proof.citing import Lemma, NotLicensed
from nnmath.proof.claims import Claim, Definition, Derivation
from nnmath.proof.indexed import Tensor, total
from nnmath.proof.inference import Known
from nnmath.proof.inferences import by, cite
from nnmath.proof.library import BrokenOrder, Shelf
from nnmath.proof.meanings import Meaning
from nnmath.proof.nodes import Derivative, Function, Node, Relation, Variable, as_node
from nnmath.proof.rule import Rule
from nnmath.proof.rules import algebra, differentiate, lemma, unfold
from nnmath.proof.setting import Setting
from nnmath.proof.statements import ForAll, Statement, equal
from nnmath.proof.substitution import CaptureError, substitute
from nnmath.proof.sum_inferences import termwise
from nnmath.proof.verdict import Status
from tests.proof.indices import D, K, W, a, b, i, j, k, p, q, tensor, y, z
from tests.proof.making import HALF, WORD, argue, have, library, shown, symbol, x

sigma = Function(symbol("sigma"))
g_in = tensor("g_in", D)
h = tensor("h", K, sources=(W, g_in))
g = tensor("g", K, sources=(h,))
E = tensor("E", sources=(g, y))


def definition(id: str, left: Node, right: Node) -> Definition:
    """A definition without words."""
    return Definition(id=id, name=WORD, left=left, right=right, source="own", witness="none")


PRE_ACTIVATION = definition("h", h[k], total(i, W[i, k] * g_in[i]))
ACTIVATION = definition("g", g[k], sigma(h[k]))
ERROR = definition("E", E[()], HALF * total(k, (g[k] - y[k]) ** 2))


def links(*parts: tuple[Rule, Node], start: Node, uses: tuple[str, ...] = ()) -> Derivation:
    """A derivation without words."""
    found = Derivation(id="derived", name=WORD, source="own", uses=uses).start(start)
    for rule, node in parts:
        found = found.by(rule, node, because=WORD)
    return found


def judged(claim: Claim) -> Status:
    """The verdict beside the definitions above."""
    shelf = Shelf((PRE_ACTIVATION, ACTIVATION, ERROR, claim))
    return shelf.check(claim).verdict.status


BY_H = Derivative(E[()], h[k])
TRUE = {
    "weight": links(
        (chain(h), total(q, Derivative(E[()], h[q]) * Derivative(h[q], W[i, k]))),
        (
            unfold(h),
            total(q, Derivative(E[()], h[q]) * Derivative(total(j, W[j, q] * g_in[j]), W[i, k])),
        ),
        (differentiate, BY_H * g_in[i]),
        start=Derivative(E[()], W[i, k]),
        uses=("h",),
    ),
    "output unit": links(
        (unfold(E), Derivative(HALF * total(q, (g[q] - y[q]) ** 2), g[k])),
        (differentiate, g[k] - y[k]),
        start=Derivative(E[()], g[k]),
        uses=("E",),
    ),
    "activation": links(
        (chain(g), total(q, Derivative(E[()], g[q]) * Derivative(g[q], h[k]))),
        (unfold(g), total(q, Derivative(E[()], g[q]) * Derivative(sigma(h[q]), h[k]))),
        (differentiate, Derivative(E[()], g[k]) * sigma.prime(h[k])),
        start=BY_H,
        uses=("g",),
    ),
}
FALSE = {
    "indices of the weight swapped": links(
        (chain(h), total(q, Derivative(E[()], h[k]) * Derivative(h[q], W[i, k]))),
        start=Derivative(E[()], W[i, k]),
    ),
    "a way left out": links(
        (chain(g), total(q, Derivative(E[()] * h[k], g[q]) * Derivative(g[q], h[k]))),
        start=Derivative(E[()] * h[k], h[k]),
    ),
    "a quantity taken for a constant": links(
        (differentiate, as_node(0)), start=Derivative(h[k], W[i, k]), uses=("h",)
    ),
    "a definition opened in the variable": links(
        (unfold(h), Derivative(E[()], h[k]) * 0), start=BY_H, uses=("h",)
    ),
    "by way of both": links(
        (
            chain(g, h),
            total(q, Derivative(E[()], g[q]) * Derivative(g[q], W[i, k]))
            + total(q, Derivative(E[()], h[q]) * Derivative(h[q], W[i, k])),
        ),
        start=Derivative(E[()], W[i, k]),
    ),
    "algebra for calculus": links(
        (algebra, BY_H * g_in[i]), start=Derivative(E[()], W[i, k]), uses=("h",)
    ),
}


@pytest.mark.parametrize("name", TRUE)
def test_backpropagation_is_derived(name: str) -> None:
    assert judged(TRUE[name]) is Status.PROVED


@pytest.mark.parametrize("name", FALSE)
def test_a_wrong_chain_is_not_proved(name: str) -> None:
    assert judged(FALSE[name]) is not Status.PROVED


def test_a_chain_sees_what_is_computed_from_what_whoever_names_it() -> None:
    wrong = equal(
        Derivative(E[()], W[i, k]),
        total(q, Derivative(E[()], g[q]) * Derivative(g[q], W[i, k]))
        + total(q, Derivative(E[()], h[q]) * Derivative(h[q], W[i, k])),
    )
    for through in ((g, h), (Tensor(g.symbol), Tensor(h.symbol))):
        step = have(wrong, by(chain(*through)))
        assert wrong not in shown(argue(x * x >= 0, step))
    right = equal(wrong.left, total(q, Derivative(E[()], g[q]) * Derivative(g[q], W[i, k])))
    assert right in shown(argue(x * x >= 0, have(right, by(chain(g)))))


def test_definitions_of_tensors_are_definitions() -> None:
    for claim in (PRE_ACTIVATION, ACTIVATION, ERROR):
        assert judged(definition("other", tensor("u", K)[k], as_node(1))) is Status.DEFINED
        assert (
            Shelf((PRE_ACTIVATION, ACTIVATION, ERROR)).check(claim).verdict.status is Status.DEFINED
        )


@pytest.mark.parametrize(
    "claim",
    (
        definition("free symbol", tensor("u", K)[k], z[k]),
        definition("circular", tensor("u", K, sources=(z,))[k], tensor("u", K, sources=(z,))[k]),
        definition("one entry", tensor("u", D, D, sources=(a,))[i, i], a[i]),
    ),
    ids=lambda claim: claim.id,
)
def test_what_is_no_definition_of_a_tensor_is_refused(claim: Definition) -> None:
    with suppress(BrokenOrder, TypeError):
        assert judged(claim) is not Status.DEFINED


def test_a_tensor_has_the_same_sources_everywhere() -> None:
    other = links((algebra, h[k] + 0), start=Tensor(h.symbol)[k])
    with pytest.raises(BrokenOrder, match="test-h"):
        Shelf((PRE_ACTIVATION, other))


SUM_BELOW = Lemma("sum-below", (ForAll(i, a[i] >= 0),), total(i, a[i] * b[i]) <= total(i, a[i]) * 7)
DOUBLE = Lemma("double", (), equal(total(i, a[i] + a[i]), 2 * total(j, a[j])))


@pytest.mark.parametrize(
    ("statement", "values", "given"),
    (
        (equal(total(k, z[k] ** 2 + z[k] ** 2), 2 * total(q, z[q] ** 2)), {a[k]: z[k] ** 2}, ()),
        (equal(total(p, b[p] + b[p]), 2 * total(p, b[p])), {a[i]: b[i]}, ()),
        (
            total(i, b[i] * a[i]) <= 7 * total(i, b[i]),
            {a[i]: b[i], b[i]: a[i]},
            (ForAll(j, b[j] >= 0),),
        ),
    ),
    ids=("another size", "another tensor", "two tensors change places"),
)
def test_a_lemma_is_cited_at_other_tensors(
    statement: Statement, values: dict[Node, Node], given: tuple[Statement, ...]
) -> None:
    known = library(DOUBLE, SUM_BELOW)
    id = "sum-below" if given else "double"
    checked = argue(statement, have(statement, cite(id, values)), given=given, known=known)
    assert statement in shown(checked)


@pytest.mark.parametrize(
    ("statement", "values", "given"),
    (
        (total(i, b[i] * a[i]) <= 7 * total(i, b[i]), {a[i]: b[i], b[i]: a[i]}, ()),
        (total(i, b[i] * a[i]) <= 7 * total(i, b[i]), {a[i]: b[i], b[i]: a[i]}, (b[j] >= 0,)),
        (total(i, b[i] * a[i]) <= 7 * total(i, a[i]), {a[i]: b[i]}, (ForAll(j, b[j] >= 0),)),
        (equal(total(k, z[k] + z[k]), 2 * total(i, a[i])), {a[k]: z[k]}, ()),
        (equal(2 * a[j], 2 * total(i, a[i])), {a[i]: a[j]}, ()),
    ),
    ids=("no hypothesis", "at one index only", "half replaced", "half resized", "no index"),
)
def test_a_lemma_says_no_more_at_other_tensors(
    statement: Statement, values: dict[Node, Node], given: tuple[Statement, ...]
) -> None:
    assert isinstance(statement, Relation)
    id = "double" if statement.kind == "=" else "sum-below"
    known = Known(Setting(given), library(DOUBLE, SUM_BELOW))
    try:
        seen = cite(id, values).check(statement, known).status
    except (NotLicensed, CaptureError):
        return
    assert seen is not Status.PROVED


def test_a_lemma_about_one_index_is_not_used_under_a_sum_over_it() -> None:
    one = Lemma("one", (equal(z[k], 1),), equal(z[k] + y[k], 1 + y[k]))
    derived = links((lemma("one"), total(k, 1 + y[k])), start=total(k, z[k] + y[k]))
    claim = Derivation(**{**vars(derived), "given": (equal(z[k], 1),)})
    from nnmath.proof.checking import check

    assert check(claim, library(one)).verdict.status is not Status.PROVED


def test_sums_are_compared_term_by_term() -> None:
    below = total(k, z[k]) <= total(q, z[q] + y[q] ** 2)
    strictly = total(k, z[k]) < total(q, z[q] + y[q] ** 2)
    turned = total(k, z[k]) >= total(q, z[q] + y[q] ** 2)
    for statement, holds in ((below, True), (strictly, False), (turned, False)):
        checked = argue(statement, have(statement, termwise))
        assert (statement in shown(checked)) is holds


def test_a_lemma_about_a_computed_quantity_stays_about_it() -> None:
    ones = tensor("ones", D)
    about_ones = Lemma("about-ones", (), equal(total(i, ones[i]), Variable(D)))
    about_h = Lemma("about-h", (), equal(h[k] - total(i, W[i, k] * g_in[i]), 0))
    meanings = {ones: Meaning((i,), as_node(1)), h: PRE_ACTIVATION.meaning[1]}
    known = Known(Setting(meanings=meanings), library(about_ones, about_h))
    for id, values, statement in (
        ("about-ones", {ones[i]: b[i]}, equal(total(i, b[i]), Variable(D))),
        ("about-h", {g_in[i]: b[i]}, equal(h[k] - total(i, W[i, k] * b[i]), 0)),
        ("about-h", {h[k]: z[k]}, equal(z[k] - total(i, W[i, k] * g_in[i]), 0)),
    ):
        with pytest.raises((NotLicensed, CaptureError)):
            cite(id, values).check(statement, known)


def test_what_is_computed_from_a_number_is_not_read_at_another() -> None:
    rate = Variable(symbol("rate"))
    moved = tensor("moved", K, sources=(rate,))
    with pytest.raises(CaptureError):
        substitute(moved[k] + rate, {rate: as_node(3)})
