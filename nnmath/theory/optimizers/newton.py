"""Newton's method, and those that learn the curvature from the gradients on the way."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.box_lines import Look, Repeat, Solve, Where, repeat
from nnmath.proof.claims import Optimizer
from nnmath.proof.indexed import total
from nnmath.proof.nodes import SQRT, Node, as_node
from nnmath.proof.piecewise import piecewise
from nnmath.proof.statements import And, Assign, Or, equal, unequal
from nnmath.theory.optimizer_vocabulary import POSITIVE_RATE, eta, t
from nnmath.theory.optimizers.conventions import Convention, Family
from nnmath.theory.quasi_newton_vocabulary import (
    B,
    C,
    H,
    S,
    Y,
    a,
    alpha,
    epsilon,
    g,
    g_before,
    g_there,
    gamma,
    i,
    j,
    k,
    kappa,
    m,
    p,
    q,
    r,
    rho,
    rho_k,
    s,
    theta,
    unit,
    updated,
    y,
)

NEWTON = Optimizer(
    id="newton",
    name=Text(ja="ニュートン法", en="Newton's method"),
    source="nocedal2006, section 3.3",
    hyperparameters={eta: "1"},
    # That the system has exactly one solution is the caller's to see
    given=(POSITIVE_RATE, equal(C @ B, unit)),
    rules=(
        Solve(p, B, -g),
        Assign(theta, theta + eta * p),
    ),
    witness="tests/reference/newton.py::newton",
    parameter=theta,
    gradient=g,
    hessian=B,
)

# From here to where the gradient along p would be 0, were it straight: a search that is exact
# where the loss is quadratic
SEARCH = (
    Look(g_there, theta + p),
    Assign(kappa, p.T @ (g_there - g)),
    Assign(alpha, piecewise((-(g.T @ p) / kappa, kappa > epsilon), (eta, kappa <= epsilon))),
)
MOVE = (
    Assign(s, alpha * p),
    Assign(theta, theta + s),
    Look(g_there, theta),
    Assign(y, g_there - g),
)
SEARCHED = Text(
    ja="直線探索の代わりに、探索の向きの勾配を1次式とみなして、それが 0 になるところまで進みます。",
    en="In place of a line search it goes to where the gradient along the direction would be 0 "
    "if it changed at a constant rate.",
)
POSITIVE = (POSITIVE_RATE, epsilon > 0)

BFGS = Optimizer(
    id="bfgs",
    name=Text(ja="BFGS", en="BFGS"),
    source="nocedal2006, Algorithm 6.1",
    hyperparameters={eta: "1", epsilon: "1e-10"},
    given=POSITIVE,
    state=(H,),
    starts={H: unit},
    keeps=(equal(H.T, H),),
    rules=(
        Assign(p, -(H @ g)),
        *SEARCH,
        *MOVE,
        Where(
            y.T @ s > epsilon,
            (Assign(rho, 1 / (y.T @ s)), Assign(H, updated(H))),
        ),
    ),
    differs=SEARCHED,
    witness="tests/reference/newton.py::bfgs",
    parameter=theta,
    gradient=g,
)


def two_loops(scale: Node) -> tuple[Assign | Repeat, ...]:
    """r becomes the product of the matrix that the pairs stand for and the gradient.

    A pair that is still empty has ρ = 0 and changes nothing.
    """
    return (
        Assign(q, g),
        repeat(
            k,
            m,
            1,
            Assign(a[k], rho_k[k] * total(i, S[k, i] * q[i])),
            Assign(q[i], q[i] - a[k] * Y[k, i]),
        ),
        Assign(r, scale * q),
        repeat(
            k,
            1,
            m,
            Assign(r[i], r[i] + S[k, i] * (a[k] - rho_k[k] * total(j, Y[k, j] * r[j]))),
        ),
    )


# The oldest pair makes room for the one of this step
KEEP = (
    repeat(
        k,
        1,
        m - 1,
        Assign(S[k, i], S[k + 1, i]),
        Assign(Y[k, i], Y[k + 1, i]),
        Assign(rho_k[k], rho_k[k + 1]),
    ),
    Assign(S[m, i], s[i]),
    Assign(Y[m, i], y[i]),
)
KEEP_PRODUCT = Assign(rho_k[m], 1 / (y.T @ s))
SCALE = Assign(gamma, y.T @ s / (y.T @ y))

L_BFGS = Optimizer(
    id="l-bfgs",
    name=Text(ja="L-BFGS", en="L-BFGS"),
    source="nocedal2006, Algorithms 7.4 and 7.5",
    hyperparameters={eta: "1", epsilon: "1e-10", m: "10"},
    given=POSITIVE,
    state=(S, Y, rho_k, gamma),
    starts={gamma: as_node(1)},
    rules=(
        *two_loops(gamma),
        Assign(p, -r),
        *SEARCH,
        *MOVE,
        # The second follows from the first by Cauchy and Schwarz; said for the divisor of γ
        Where(
            And((y.T @ s > epsilon, y.T @ y > 0)),
            (*KEEP, KEEP_PRODUCT, SCALE),
        ),
    ),
    differs=SEARCHED,
    witness="tests/reference/newton.py::l_bfgs",
    parameter=theta,
    gradient=g,
)

# The frameworks take one gradient a step, and so learn of the pair one step later
PAIR = Assign(y, g - g_before)
LEAVE = (Assign(s, -(alpha * r)), Assign(theta, theta + s), Assign(g_before, g))
KEPT_STATE = (*L_BFGS.state, s, g_before)
SIZE = total(i, abs(g[i]))
LENGTH = SQRT(total(i, g[i] ** 2))
FIRST = equal(t, 1)

L_BFGS_FAMILY = Family(
    L_BFGS,
    (
        Convention(
            framework="pytorch",
            source="paszke2019, torch.optim.LBFGS",
            call="torch.optim.LBFGS(parameters, lr=learning_rate, max_iter=1, history_size=memory)",
            differs=Text(
                ja="直線探索はせず、1回目だけ学習率を勾配の1ノルムで割ります (1 を超えるとき)。"
                "1回の更新が1反復で、途中で止める規則は除いてあります。",
                en="No line search; at the first step alone the rate is divided by the gradient's "
                "1-norm where that exceeds 1. A step here is one iteration, without the rules "
                "that stop early.",
            ),
            defaults={eta: "1", m: "100"},
            without=(epsilon,),
            given=(POSITIVE_RATE,),
            state=KEPT_STATE,
            rules=(
                PAIR,
                Where(
                    And((y.T @ s > as_node("1e-10"), y.T @ y > 0)),
                    (*KEEP, KEEP_PRODUCT, SCALE),
                ),
                *two_loops(gamma),
                Assign(kappa, SIZE),
                Assign(
                    alpha,
                    piecewise(
                        (eta / kappa, And((FIRST, kappa > 1))), (eta, Or((t > 1, kappa <= 1)))
                    ),
                ),
                *LEAVE,
            ),
            witness="tests/reference/newton.py::l_bfgs_pytorch",
        ),
        Convention(
            framework="optax",
            source="deepmind2020, scale_by_lbfgs",
            call="optax.lbfgs(learning_rate, memory_size=memory, linesearch=None)",
            differs=Text(
                ja="どの組も、内積が負でも残します。最初の近似の倍率は、1回目だけ 1 と"
                "勾配の長さの逆数の小さい方です。直線探索は別の部品です。",
                en="Every pair is kept, whatever the sign of its product; at the first step the "
                "first approximation is scaled by the reciprocal of the gradient's length, or by "
                "1 if that is less. A line search is a part of its own.",
            ),
            defaults={eta: None, m: "10"},
            without=(epsilon,),
            given=(POSITIVE_RATE,),
            state=KEPT_STATE,
            rules=(
                PAIR,
                Where(
                    t > 1,
                    (
                        *KEEP,
                        Assign(
                            rho_k[m],
                            piecewise((1 / (y.T @ s), unequal(y.T @ s, 0)), (0, equal(y.T @ s, 0))),
                        ),
                        Assign(
                            gamma,
                            piecewise((y.T @ s / (y.T @ y), y.T @ y > 0), (1, y.T @ y <= 0)),
                        ),
                    ),
                ),
                Where(
                    FIRST,
                    (
                        Assign(kappa, LENGTH),
                        Assign(gamma, piecewise((1 / kappa, kappa > 1), (1, kappa <= 1))),
                    ),
                ),
                *two_loops(gamma),
                Assign(alpha, eta),
                *LEAVE,
            ),
            witness="tests/reference/newton.py::l_bfgs_optax",
        ),
    ),
)

FAMILIES = (Family(NEWTON), Family(BFGS), L_BFGS_FAMILY)
