"""Traps for the kernel: what is not true, not always defined, or not shown must not be PROVED."""

from __future__ import annotations

from fractions import Fraction

import pytest

from nnmath.proof import certificates, checking, kernel
from nnmath.proof.entailment import contradictory, follows
from nnmath.proof.indexed import Kronecker
from nnmath.proof.inferences import from_facts
from nnmath.proof.kernel import derive, prove
from nnmath.proof.nodes import (
    EXP,
    LOG,
    SQRT,
    TANH,
    Derivative,
    Limit,
    Power,
    Relation,
    Variable,
    as_node,
)
from nnmath.proof.rules import algebra
from nnmath.proof.setting import Setting
from nnmath.proof.statements import And, Chain, ForAll, Hypothesis, Or, Tends, equal, unequal
from nnmath.proof.verdict import Status
from tests.proof.making import (
    HALF,
    ONE,
    ZERO,
    argue,
    chain,
    defined,
    f,
    h,
    have,
    k,
    m,
    n,
    shown,
    status,
    symbol,
    u,
    x,
    y,
    z,
)

Trap = tuple[str, Relation, tuple[Hypothesis, ...]]


def trap(name: str, goal: Relation, *given: Hypothesis) -> Trap:
    """A goal that must not be PROVED under these hypotheses."""
    return name, goal, given


# fmt: off
NOT_PROVED = (
    trap("a cancelled factor may be 0", equal((k**2 - 1) / (k - 1), k + 1)),
    trap("0/0", equal(ZERO / ZERO, 1)),
    trap("0/0 is not 0/0", equal((x - x) / (x - x), (x - x) / (x - x))),
    trap("x/x", equal(x / x, 1)),
    trap("0 times 1/x", equal(0 * (1 / x), 0)),
    trap("negative power of 0", equal(x**-1 * x, 1)),
    trap("symbolic negative power", equal(x ** (n - 1) * x, x**n)),
    trap("log of a square", equal(LOG(x**2), 2 * LOG(x))),
    trap("root of a square", equal(SQRT(x**2), x)),
    trap("root of a square, as a power", equal((x**2) ** HALF, x)),
    trap("square of a root", equal(SQRT(x) ** 2, x)),
    trap("square of a half power", equal((x**HALF) ** 2, x)),
    trap("roots multiply", equal(SQRT(x) * SQRT(y), SQRT(x * y))),
    trap("roots multiply, negative", equal(SQRT(x) * SQRT(y), SQRT(x * y)), x < 0, y < 0),
    trap("roots divide", equal(SQRT(x) / SQRT(y), SQRT(x / y))),
    trap("root of a reciprocal", equal(SQRT(1 / x) * SQRT(x), 1)),
    trap("exp of a log", equal(EXP(LOG(x)), x)),
    trap("logs add", equal(LOG(x) + LOG(y), LOG(x * y)), x < 0, y < 0),
    trap("log of 1 that is not there", equal(0 * LOG(x), 0)),
    trap("absolute value", equal(abs(x), x)),
    trap("absolute values add", equal(abs(x + y), abs(x) + abs(y))),
    trap("strict triangle", abs(x + y) < abs(x) + abs(y)),
    trap("absolute value positive", abs(x) > 0),
    trap("square positive", x**2 > 0),
    trap("exponential above its tangent strictly", EXP(x) > 1 + x),
    trap("even power of −1 of unknown parity", equal(as_node(-1) ** n, 1)),
    trap("(−1)^(n m)", equal(as_node(-1) ** (n * m), as_node(-1) ** n)),
    trap("0^n", equal(ZERO**n, 0)),
    trap("0^n is not 1", equal(ZERO**n, 1)),
    trap("x^n of a negative base", x**n >= 0),
    trap("power of a power", equal((x**n) ** m, x ** (n + m))),
    trap("real exponent of a product", equal((x * y) ** z, x**z * y**z)),
    trap("real power at a negative base", equal(x**z * x ** (-z), 1)),
    trap("a half of a natural number", equal((x**2) ** (n / 2), x**n)),
    trap("reciprocals turn round", 1 / x < 1 / y, y < x),
    trap("dividing an inequality", x / z < y / z, x < y),
    trap("multiplying an inequality", x * z < y * z, x < y),
    trap("multiplying by what may be 0", x * z < y * z, x < y, z >= 0),
    trap("squares keep order", x**2 < y**2, x < y),
    trap("cancelling in an equation", equal(x, y), equal(x * z, y * z)),
    trap("root of an equation", equal(x, y), equal(x**2, y**2)),
    trap("kink", equal(Derivative(abs(x), x), x / abs(x))),
    trap("derivative at the edge", equal(Derivative(SQRT(x), x) * 0, 0), x >= 0),
    trap("derivative of log", equal(Derivative(LOG(x), x) * x, 1)),
    trap("contradictory numbers", equal(x, y), x > 1, x < 0),
    trap("contradictory equations", equal(x, 3), equal(x, 1), equal(x, 2)),
    trap("contradictory by a square", equal(x, y), x**2 < 0),
    trap("contradictory by a product", equal(z, 5), x > 0, y > 0, x * y <= 0),
    trap("hidden contradiction", equal(x, y), SQRT(x) < 0),
    trap("a hypothesis that is undefined", x >= 0, SQRT(x) >= 0),
    trap("an alternative that is undefined", x >= 0, Or((SQRT(x) >= 0, SQRT(x) >= 1))),
    trap("a divisor in a hypothesis", unequal(x, 0), equal(1 / x, y)),
    trap("no natural number is ½", n < 1, equal(n, "1/2")),
    trap("no natural number is negative", n < 1, equal(n, -1)),
    trap("member at half an index", equal(u[x] - u[x], 0), x >= 0),
    trap("member before the first", equal(u[n - 1] - u[n - 1], 0)),
    trap("members differ", equal(u[n + 1], u[n])),
    trap("an opaque function", equal(f(x + y), f(x) + f(y))),
    trap("bound twice", equal(Limit(Limit(h, h, ONE), h, ZERO), Limit(Limit(h, k, ONE), h, ZERO))),
    trap("limit that does not exist", equal(0 * Limit(1 / h, h, ZERO), 0)),
    trap("limit with the bound symbol's hypothesis", equal(Limit(SQRT(h), h, ZERO), 0), h > 0),
    trap("limit beside its point", equal(Limit(abs(h), h, -ONE), -1), h >= 0),
    trap("limit of a quotient", equal(Limit(x * h / (x * h), h, ZERO), 1)),
    trap("derivative bound by another limit",
         equal(Limit(Derivative(x * h, x), k, ZERO), Limit(Derivative(x * h, x), h, ZERO))),
    trap("a derivative at a point", equal(Derivative(x**2, x), 0), equal(x, 3)),
    trap("the tanh of a sum", equal(TANH(x + y), TANH(x) + TANH(y))),
    trap("tanh reaches 1", TANH(x) < "0.999"),
    trap("case that is missing", x > 0, Or((x > 1, x < -1))),
    trap("a half power is defined only from 0", equal(Power(x, HALF) - Power(x, HALF), 0)),
    trap("(x − x)^(n − 1)", equal((x - x) ** (n - 1), 0)),
)
# fmt: on


@pytest.mark.parametrize(("name", "goal", "given"), NOT_PROVED, ids=[t[0] for t in NOT_PROVED])
def test_trap_is_not_proved(name: str, goal: Relation, given: tuple[Hypothesis, ...]) -> None:
    verdict = prove(goal, Setting(given))
    assert verdict.status is not Status.PROVED, verdict


# True under their hypotheses, so never REFUTED, whether or not the kernel finds the proof
TRUE = (
    trap("alternatives", x > 0, Or((x > 1, x > 2))),
    trap("alternative equations", equal(x**2, 1), Or((equal(x, 1), equal(x, -1)))),
    trap("a hypothesis about every value", equal(x, 0), ForAll(y, equal(x * y, 0))),
    trap("a limit as hypothesis", equal(x, 0), Tends(x, n, ZERO)),
    trap("0^n beside 0^(n+1)", equal(ZERO ** (n + 1), 0)),
    trap("half power at 0", equal(Power(x, HALF), 0), equal(x, 0)),
    trap("root of a square at 0", equal(SQRT(x**2), 0), equal(x, 0)),
    trap("power 0", equal(x**0, 1)),
    trap("0^0", equal(ZERO**ZERO, 1)),
    trap("tight", abs(x) >= x),
    trap("equal at one point only", equal(x, 1), x >= 1, x <= 1),
    trap("exact third", equal(x * 3, 1), equal(x, "1/3")),
    trap("nearly equal", unequal(x, x + as_node(f"1/{10**60}"))),
    trap("huge", equal((x + 10**40) - 10**40, x)),
    trap("log of exp", equal(LOG(EXP(x)), x)),
    trap("exp fineness", equal(EXP(x / 6) ** 2 * EXP(x / 3) ** 2, EXP(x))),
    trap("alternating", equal(as_node(-1) ** (2 * n), 1)),
    trap(
        "conjunction with an alternative", x > 0, And((Or((x > 1, x > 2)), Chain((y, x), ("<",))))
    ),
)


@pytest.mark.parametrize(("name", "goal", "given"), TRUE, ids=[t[0] for t in TRUE])
def test_truth_is_not_refuted(name: str, goal: Relation, given: tuple[Hypothesis, ...]) -> None:
    verdict = prove(goal, Setting(given))
    assert verdict.status is not Status.REFUTED, verdict


UNTRUE = (
    trap("forgotten sign", equal((x - y) ** 2, x**2 + 2 * x * y - y**2)),
    trap("off by a hair", equal(x, x + as_node(f"1/{10**30}"))),
    trap("a kink", equal(abs(x), x)),
    trap("one case", x > 0, Or((x > 1, x < -1))),
    trap("strict at the end", x**2 > 0, x >= 0, x <= 0),
    trap("even and odd", equal(as_node(-1) ** n, 1)),
)


@pytest.mark.parametrize(("name", "goal", "given"), UNTRUE, ids=[t[0] for t in UNTRUE])
def test_falsehood_is_refuted(name: str, goal: Relation, given: tuple[Hypothesis, ...]) -> None:
    verdict = prove(goal, Setting(given))
    assert verdict.status is Status.REFUTED and verdict.counterexample is not None, verdict


def test_a_hypothesis_without_a_value_is_no_crash() -> None:
    nowhere = equal((x - x) ** (n - 1), 0)
    assert prove(equal(x, 1), Setting((nowhere, x > 1, x < 0))).status is Status.UNDECIDED
    assert not contradictory(Setting((nowhere,)))


def test_a_function_is_defined_only_where_its_definition_is() -> None:
    setting = Setting(meanings=defined(f, 1 / x))
    assert prove(equal(f(y) - f(y), 0), setting).status is not Status.PROVED
    assert prove(equal(f(y) - f(y), 0), setting.given(unequal(y, 0))).status is Status.PROVED
    root = Setting((y >= 0,), meanings=defined(f, SQRT(x)))
    assert prove(equal(f.prime(y) * 0, 0), root).status is not Status.PROVED, "not at 0"


def test_a_proof_that_needs_its_hypotheses_finds_them() -> None:
    # The other side of the traps: with what was missing, each is proved
    for goal, given in (
        (equal((k**2 - 1) / (k - 1), k + 1), (unequal(k, 1),)),
        (equal(SQRT(x) ** 2, x), (x >= 0,)),
        (equal(x ** (n - 1) * x, x**n), (unequal(x, 0),)),
        (equal(abs(x), x), (x >= 0,)),
        (1 / x < 1 / y, (y < x, y > 0)),
        (x > 0, (Or((x > 1, x > 2)),)),
    ):
        assert prove(goal, Setting(given)).status is Status.PROVED, goal


@pytest.mark.parametrize("found", [{0: 1}, {0: -1, 1: 1}, {1: 1}, {}, {0: 0}])
def test_what_the_search_for_multipliers_finds_is_checked(
    monkeypatch: pytest.MonkeyPatch, found: dict[int, int]
) -> None:
    multipliers = {column: Fraction(value) for column, value in found.items()}
    monkeypatch.setattr(certificates, "nonnegative_solution", lambda *_: multipliers)
    fresh = Variable(symbol(f"fresh{len(found)}{sum(found.values())}".replace("-", "m")))
    for goal in (fresh > 0, fresh + 2 > 0, fresh - 1 >= fresh**2, -fresh > 0):
        assert not follows(goal, Setting((fresh > -3, fresh < 5)))


def test_the_reason_says_what_has_run_out() -> None:
    each = [EXP(Variable(symbol(f"x{i}"))) for i in range(70)]
    many = equal(sum(each, ZERO), sum(reversed(each), ZERO))
    assert "different opaque parts" in prove(many, Setting()).reason
    fine = equal(EXP(x / 997) * EXP(y / 991), EXP(y / 991) * EXP(x / 997) + 0)
    assert "denominators" in prove(fine, Setting()).reason


def test_a_point_without_a_value_is_a_second_guard(monkeypatch: pytest.MonkeyPatch) -> None:
    goal = equal(0 * SQRT(1 - x), 0)
    monkeypatch.setattr(kernel, "undefined", lambda *_: None)
    monkeypatch.setattr(checking, "undefined", lambda *_: None)
    assert prove(goal, Setting()).status is not Status.PROVED
    assert status(chain(goal.left, (algebra, ZERO))) < Status.PROVED
    assert status(argue(goal, have(goal, from_facts))) < Status.PROVED


def test_what_the_kernel_knows_has_one_argument_and_no_primes() -> None:
    for arguments in ((), (x, ONE)):
        with pytest.raises(ValueError):
            LOG(*arguments)
    for function in (LOG, SQRT, EXP):
        vanishing = equal(0 * function.prime(x), 0)
        checked = argue(And((x**2 >= 0, x**2 >= 0)), have(vanishing, from_facts))
        assert vanishing not in shown(checked), "LOG′ would have a value at 0"


def test_a_chain_has_a_comparison_between_neighbours() -> None:
    for members, kinds in (((ZERO, ONE, ZERO), ("<",)), ((ZERO, ONE), ("<", "<")), ((ZERO,), ())):
        with pytest.raises(ValueError):
            Chain(members, kinds)  # type: ignore[arg-type]


@pytest.mark.parametrize("given", [equal(n, x), equal(n, 2 * x), equal(n, m / 2), equal(x, n / 2)])
def test_a_whole_number_stays_one_in_exponents(given: Relation) -> None:
    # As a power of a real x, (−y)^x is said of a positive y alone
    wrong, right = equal((-y) ** n, y**n), equal((-y) ** (n + 1), -y * (-y) ** n)
    assert derive(wrong, Setting((given,))).status is not Status.PROVED
    assert derive(right, Setting((given,))).status is Status.PROVED
    delta = Kronecker(n, x)
    assert derive(equal(delta * wrong.left, delta * wrong.right), Setting()).status is not (
        Status.PROVED
    )
    assert derive(equal(Kronecker(n, m) * y**n, Kronecker(n, m) * y**m), Setting()).status is (
        Status.PROVED
    )
