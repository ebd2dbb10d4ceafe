"""Gradient descent without and with momentum, as papers and frameworks write it."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.claims import Optimizer
from nnmath.proof.piecewise import piecewise
from nnmath.proof.statements import Assign, equal
from nnmath.theory.optimizer_vocabulary import (
    POSITIVE_RATE,
    b,
    eta,
    fraction,
    g,
    m,
    mu,
    t,
    tau,
    theta,
    velocity,
)
from nnmath.theory.optimizers.conventions import Convention, Family

STARTED = t > 1
FIRST = equal(t, 1)

SGD = Optimizer(
    id="sgd",
    name=Text(ja="確率的勾配降下法", en="Stochastic gradient descent"),
    source="robbins1951",
    hyperparameters={eta: None},
    given=(POSITIVE_RATE,),
    rules=(Assign(theta, theta - eta * g),),
    witness="tests/reference/momentum.py::sgd",
)
MOMENTUM = Optimizer(
    id="momentum",
    name=Text(ja="モメンタム", en="Momentum"),
    source="sutskever2013, equations 1 and 2",
    hyperparameters={eta: None, mu: None},
    given=(POSITIVE_RATE, fraction(mu)),
    state=(velocity,),
    rules=(
        Assign(velocity, mu * velocity - eta * g),
        Assign(theta, theta + velocity),
    ),
    witness="tests/reference/momentum.py::momentum",
)
AVERAGED_MOMENTUM = Optimizer(
    id="averaged-momentum",
    name=Text(ja="勾配の移動平均によるモメンタム", en="Momentum as an average of gradients"),
    source="own",
    hyperparameters={eta: None, mu: None},
    given=(POSITIVE_RATE, fraction(mu)),
    state=(m,),
    rules=(
        Assign(m, mu * m + (1 - mu) * g),
        Assign(theta, theta - eta * m),
    ),
    witness="tests/reference/momentum.py::averaged_momentum",
)
NESTEROV = Optimizer(
    id="nesterov",
    name=Text(ja="ネステロフの加速法", en="Nesterov's accelerated gradient"),
    source="sutskever2013, equations 3 and 4",
    hyperparameters={eta: None, mu: None},
    given=(POSITIVE_RATE, fraction(mu)),
    state=(velocity,),
    looks_at=theta + mu * velocity,
    rules=(
        Assign(velocity, mu * velocity - eta * g),
        Assign(theta, theta + velocity),
    ),
    witness="tests/reference/momentum.py::nesterov",
)

SGDS = Family(
    SGD,
    (
        Convention(
            framework="pytorch",
            source="paszke2019, torch.optim.SGD",
            call="torch.optim.SGD(parameters, lr=learning_rate)",
            defaults={eta: "0.001"},
        ),
        Convention(
            framework="keras",
            source="chollet2015, SGD",
            call="keras.optimizers.SGD(learning_rate=learning_rate)",
            defaults={eta: "0.01"},
        ),
        Convention(
            framework="optax",
            source="deepmind2020, sgd",
            call="optax.sgd(learning_rate)",
        ),
    ),
)
MOMENTA = Family(
    MOMENTUM,
    (
        Convention(
            framework="pytorch",
            source="paszke2019, torch.optim.SGD",
            call="torch.optim.SGD(parameters, lr=learning_rate, momentum=momentum, "
            "dampening=dampening)",
            differs=Text(
                ja="学習率を掛けるのは足すときです。"
                "勾配を弱める割合 τ があり、最初の1回だけは弱めません。",
                en="The rate multiplies when the buffer is used. There is a dampening τ, which "
                "leaves the first gradient as it is.",
            ),
            defaults={eta: "0.001", mu: "0", tau: "0"},
            given=(POSITIVE_RATE, fraction(mu), fraction(tau)),
            state=(b,),
            rules=(
                Assign(b, piecewise((g, FIRST), (mu * b + (1 - tau) * g, STARTED))),
                Assign(theta, theta - eta * b),
            ),
            witness="tests/reference/momentum.py::momentum_pytorch",
        ),
        Convention(
            framework="keras",
            source="chollet2015, SGD",
            call="keras.optimizers.SGD(learning_rate=learning_rate, momentum=momentum)",
            defaults={eta: "0.01", mu: "0"},
        ),
        Convention(
            framework="optax",
            source="deepmind2020, trace",
            call="optax.sgd(learning_rate, momentum=momentum)",
            differs=Text(
                ja="学習率を掛けるのは足すときです。",
                en="The rate multiplies when the buffer is used.",
            ),
            state=(b,),
            rules=(Assign(b, g + mu * b), Assign(theta, theta - eta * b)),
            witness="tests/reference/momentum.py::momentum_optax",
        ),
    ),
)
AT_THE_LOOK_AHEAD = Text(
    ja="更新していくのは先読みした点 θ + μv で、勾配もそこでとります。",
    en="What is updated is the point θ + μv ahead, where the gradient is taken too.",
)
NESTEROVS = Family(
    NESTEROV,
    (
        Convention(
            framework="pytorch",
            source="paszke2019, torch.optim.SGD with nesterov",
            call="torch.optim.SGD(parameters, lr=learning_rate, momentum=momentum, nesterov=True)",
            differs=AT_THE_LOOK_AHEAD,
            defaults={eta: "0.001"},
            looks_at=theta,
            state=(b,),
            rules=(Assign(b, mu * b + g), Assign(theta, theta - eta * (g + mu * b))),
            witness="tests/reference/momentum.py::nesterov_pytorch",
        ),
        Convention(
            framework="keras",
            source="chollet2015, SGD with nesterov",
            call="keras.optimizers.SGD(learning_rate=learning_rate, momentum=momentum, "
            "nesterov=True)",
            differs=AT_THE_LOOK_AHEAD,
            defaults={eta: "0.01", mu: "0"},
            looks_at=theta,
            rules=(
                Assign(velocity, mu * velocity - eta * g),
                Assign(theta, theta + (mu * velocity - eta * g)),
            ),
            witness="tests/reference/momentum.py::nesterov_keras",
        ),
        Convention(
            framework="optax",
            source="deepmind2020, trace with nesterov",
            call="optax.sgd(learning_rate, momentum=momentum, nesterov=True)",
            differs=AT_THE_LOOK_AHEAD,
            looks_at=theta,
            state=(b,),
            rules=(Assign(b, g + mu * b), Assign(theta, theta - eta * (g + mu * b))),
            witness="tests/reference/momentum.py::nesterov_pytorch",
        ),
    ),
)

FAMILIES = (SGDS, MOMENTA, Family(AVERAGED_MOMENTUM), NESTEROVS)
