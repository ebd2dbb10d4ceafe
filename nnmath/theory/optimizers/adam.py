"""Adam, AdamW and AMSGrad: averages of gradients over averages of their squares."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.claims import Optimizer
from nnmath.proof.nodes import SQRT
from nnmath.proof.statements import Assign
from nnmath.theory.optimizer_vocabulary import (
    POSITIVE_RATE,
    beta1,
    beta2,
    corrected,
    decay,
    epsilon,
    eta,
    fraction,
    g,
    larger,
    m,
    m_hat,
    t,
    theta,
    v,
    v_hat,
    v_max,
)
from nnmath.theory.optimizers.conventions import Convention, Family

RANGES = (POSITIVE_RATE, fraction(beta1), fraction(beta2), epsilon > 0)
MOMENTS = (
    Assign(m, beta1 * m + (1 - beta1) * g),
    Assign(v, beta2 * v + (1 - beta2) * g**2),
)
# Both corrections in the rate, the ε before them: the paper's second form
RATE_CORRECTED = eta * SQRT(1 - beta2**t) / (1 - beta1**t)

ADAM = Optimizer(
    id="adam",
    name=Text(ja="Adam", en="Adam"),
    source="kingma2015, Algorithm 1",
    hyperparameters={eta: "0.001", beta1: "0.9", beta2: "0.999", epsilon: "1e-8"},
    given=RANGES,
    state=(m, v),
    keeps=(v >= 0,),
    rules=(
        Assign(m, beta1 * m + (1 - beta1) * g),
        Assign(v, beta2 * v + (1 - beta2) * g**2),
        Assign(m_hat, m / (1 - beta1**t)),
        Assign(v_hat, v / (1 - beta2**t)),
        Assign(theta, theta - eta * m_hat / (SQRT(v_hat) + epsilon)),
    ),
    witness="tests/reference/adam.py::adam",
)
EPSILON_BEFORE = Text(
    ja="補正は学習率に掛け、ε は補正する前の v の根に足します。",
    en="The corrections multiply the rate; the ε is added to the root of v before them.",
)
ADAMS = Family(
    ADAM,
    (
        Convention(
            framework="pytorch",
            source="paszke2019, torch.optim.Adam",
            call="torch.optim.Adam(parameters, lr=learning_rate, betas=(beta1, beta2), "
            "eps=epsilon)",
        ),
        Convention(
            framework="keras",
            source="chollet2015, Adam",
            call="keras.optimizers.Adam(learning_rate=learning_rate, beta_1=beta1, "
            "beta_2=beta2, epsilon=epsilon)",
            differs=EPSILON_BEFORE,
            defaults={epsilon: "1e-7"},
            rules=(
                *MOMENTS,
                Assign(theta, theta - RATE_CORRECTED * m / (SQRT(v) + epsilon)),
            ),
            witness="tests/reference/adam.py::adam_keras",
        ),
        Convention(
            framework="optax",
            source="deepmind2020, adam",
            call="optax.adam(learning_rate, b1=beta1, b2=beta2, eps=epsilon)",
            defaults={eta: None},
        ),
    ),
)

ADAMW = Optimizer(
    id="adamw",
    name=Text(ja="AdamW", en="AdamW"),
    source="loshchilov2019, Algorithm 2 with the schedule at 1",
    hyperparameters={**ADAM.hyperparameters, decay: None},
    given=(*RANGES, decay >= 0),
    state=(m, v),
    keeps=(v >= 0,),
    rules=(
        *ADAM.rules[:-1],
        Assign(theta, theta - (eta * m_hat / (SQRT(v_hat) + epsilon) + decay * theta)),
    ),
    witness="tests/reference/adam.py::adamw",
)
DECAY_TIMES_RATE = Text(
    ja="重みの減衰にも学習率を掛けます。論文の λ は、ここでの ηλ にあたります。",
    en="The decay too is multiplied by the rate: the paper's λ is ηλ here.",
)
ADAMWS = Family(
    ADAMW,
    (
        Convention(
            framework="pytorch",
            source="paszke2019, torch.optim.AdamW",
            call="torch.optim.AdamW(parameters, lr=learning_rate, betas=(beta1, beta2), "
            "eps=epsilon, weight_decay=weight_decay)",
            differs=DECAY_TIMES_RATE,
            defaults={decay: "0.01"},
            rules=(
                Assign(theta, theta * (1 - eta * decay)),
                *ADAM.rules,
            ),
            witness="tests/reference/adam.py::adamw_pytorch",
        ),
        Convention(
            framework="keras",
            source="chollet2015, AdamW",
            call="keras.optimizers.AdamW(learning_rate=learning_rate, beta_1=beta1, "
            "beta_2=beta2, epsilon=epsilon, weight_decay=weight_decay)",
            differs=Text(
                ja="重みの減衰にも学習率を掛け、ε は補正する前の v の根に足します。",
                en="The decay too is multiplied by the rate; the ε is added to the root of v "
                "before the correction.",
            ),
            defaults={epsilon: "1e-7", decay: "0.004"},
            rules=(
                Assign(theta, theta - eta * decay * theta),
                *MOMENTS,
                Assign(theta, theta - RATE_CORRECTED * m / (SQRT(v) + epsilon)),
            ),
            witness="tests/reference/adam.py::adamw_keras",
        ),
        Convention(
            framework="optax",
            source="deepmind2020, adamw",
            call="optax.adamw(learning_rate, b1=beta1, b2=beta2, eps=epsilon, "
            "weight_decay=weight_decay)",
            differs=DECAY_TIMES_RATE,
            defaults={eta: None, decay: "0.0001"},
            rules=(
                *ADAM.rules[:-1],
                Assign(theta, theta - eta * (m_hat / (SQRT(v_hat) + epsilon) + decay * theta)),
            ),
            witness="tests/reference/adam.py::adamw_pytorch",
        ),
    ),
)

AMSGRAD = Optimizer(
    id="amsgrad",
    name=Text(ja="AMSGrad", en="AMSGrad"),
    source="reddi2018, Algorithm 2",
    differs=Text(
        ja="論文にない ε を足し、勾配がまだ 0 しか現れていないときにも割れるようにしています。",
        en="The ε, which the paper does not have, lets the division stand while every gradient "
        "has been 0.",
    ),
    hyperparameters={eta: None, beta1: None, beta2: None, epsilon: None},
    given=RANGES,
    state=(m, v, v_max),
    keeps=(v >= 0, v_max >= 0),
    rules=(
        *MOMENTS,
        Assign(v_max, larger(v_max, v)),
        Assign(theta, theta - eta * m / (SQRT(v_max) + epsilon)),
    ),
    witness="tests/reference/adam.py::amsgrad",
)
ADAMS_OWN = ADAM.hyperparameters
AMSGRADS = Family(
    AMSGRAD,
    (
        Convention(
            framework="pytorch",
            source="paszke2019, torch.optim.Adam with amsgrad",
            call="torch.optim.Adam(parameters, lr=learning_rate, betas=(beta1, beta2), "
            "eps=epsilon, amsgrad=True)",
            differs=Text(
                ja="最大値をとってから、Adam と同じように補正します。",
                en="After the maximum the corrections of Adam are made.",
            ),
            defaults=ADAMS_OWN,
            rules=(
                *MOMENTS,
                Assign(v_max, larger(v_max, v)),
                Assign(m_hat, corrected(m, beta1)),
                Assign(v_hat, corrected(v_max, beta2)),
                ADAM.rules[-1],
            ),
            witness="tests/reference/adam.py::amsgrad_pytorch",
        ),
        Convention(
            framework="keras",
            source="chollet2015, Adam with amsgrad",
            call="keras.optimizers.Adam(learning_rate=learning_rate, beta_1=beta1, "
            "beta_2=beta2, epsilon=epsilon, amsgrad=True)",
            differs=Text(
                ja="補正は学習率に掛け、ε は最大値の根に足します。",
                en="The corrections multiply the rate; the ε is added to the root of the maximum.",
            ),
            defaults={**ADAMS_OWN, epsilon: "1e-7"},
            rules=(
                *MOMENTS,
                Assign(v_max, larger(v_max, v)),
                Assign(theta, theta - RATE_CORRECTED * m / (SQRT(v_max) + epsilon)),
            ),
            witness="tests/reference/adam.py::amsgrad_keras",
        ),
        Convention(
            framework="optax",
            source="deepmind2020, amsgrad",
            call="optax.amsgrad(learning_rate, b1=beta1, b2=beta2, eps=epsilon)",
            differs=Text(
                ja="補正してから最大値をとります。", en="The maximum is that of corrected averages."
            ),
            defaults={**ADAMS_OWN, eta: None},
            rules=(
                *MOMENTS,
                Assign(m_hat, corrected(m, beta1)),
                Assign(v_hat, corrected(v, beta2)),
                Assign(v_max, larger(v_max, v_hat)),
                Assign(theta, theta - eta * m_hat / (SQRT(v_max) + epsilon)),
            ),
            witness="tests/reference/adam.py::amsgrad_optax",
        ),
    ),
)

FAMILIES = (ADAMS, ADAMWS, AMSGRADS)
