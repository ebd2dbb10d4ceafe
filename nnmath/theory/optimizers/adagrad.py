"""AdaGrad, RMSProp and AdaDelta: every parameter divided by the size of its own gradients."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.claims import Optimizer
from nnmath.proof.nodes import SQRT
from nnmath.proof.statements import Assign
from nnmath.theory.optimizer_vocabulary import (
    POSITIVE_RATE,
    epsilon,
    eta,
    fraction,
    g,
    r,
    r0,
    rho,
    step,
    theta,
    u,
    v,
)
from nnmath.theory.optimizers.conventions import Convention, Family

EPSILON_INSIDE = Text(ja="ε は根号の中にあります。", en="The ε stands inside the root.")
EPSILON_OUTSIDE = Text(ja="ε は根号の外にあります。", en="The ε stands outside the root.")
ADD_SQUARE = Assign(r, r + g**2)
AVERAGE_SQUARE = Assign(v, rho * v + (1 - rho) * g**2)
ACCUMULATOR = (r0 >= 0,)

ADAGRAD = Optimizer(
    id="adagrad",
    name=Text(ja="AdaGrad", en="AdaGrad"),
    source="duchi2011, section 3",
    hyperparameters={eta: None, epsilon: None},
    given=(POSITIVE_RATE, epsilon > 0),
    state=(r,),
    keeps=(r >= 0,),
    rules=(
        ADD_SQUARE,
        Assign(theta, theta - eta * g / (SQRT(r) + epsilon)),
    ),
    witness="tests/reference/adaptive.py::adagrad",
)
ADAGRAD_INSIDE = (ADD_SQUARE, Assign(theta, theta - eta * g / SQRT(r + epsilon)))
ADAGRADS = Family(
    ADAGRAD,
    (
        Convention(
            framework="pytorch",
            source="paszke2019, torch.optim.Adagrad",
            call="torch.optim.Adagrad(parameters, lr=learning_rate, "
            "initial_accumulator_value=initial_accumulator, eps=epsilon)",
            differs=Text(
                ja="累積値の初期値を選べます。", en="The accumulator may begin with any number."
            ),
            defaults={eta: "0.01", epsilon: "1e-10", r0: "0"},
            given=(*ADAGRAD.given, *ACCUMULATOR),
            starts={r: r0},
        ),
        Convention(
            framework="keras",
            source="chollet2015, Adagrad",
            call="keras.optimizers.Adagrad(learning_rate=learning_rate, "
            "initial_accumulator_value=initial_accumulator, epsilon=epsilon)",
            differs=Text(
                ja="累積値は 0.1 から始まり、ε は根号の中にあります。",
                en="The accumulator begins with 0.1, and the ε stands inside the root.",
            ),
            defaults={eta: "0.001", epsilon: "1e-7", r0: "0.1"},
            given=(*ADAGRAD.given, *ACCUMULATOR),
            starts={r: r0},
            rules=ADAGRAD_INSIDE,
            witness="tests/reference/adaptive.py::adagrad_inside",
        ),
        Convention(
            framework="optax",
            source="deepmind2020, scale_by_rss",
            call="optax.adagrad(learning_rate, "
            "initial_accumulator_value=initial_accumulator, eps=epsilon)",
            differs=Text(
                ja="累積値は 0.1 から始まり、ε は根号の中にあります。",
                en="The accumulator begins with 0.1, and the ε stands inside the root.",
            ),
            defaults={epsilon: "1e-7", r0: "0.1"},
            given=(*ADAGRAD.given, *ACCUMULATOR),
            starts={r: r0},
            rules=ADAGRAD_INSIDE,
            witness="tests/reference/adaptive.py::adagrad_inside",
        ),
    ),
)

RMSPROP = Optimizer(
    id="rmsprop",
    name=Text(ja="RMSProp", en="RMSProp"),
    source="goodfellow2016, Algorithm 8.5",
    hyperparameters={eta: None, rho: None, epsilon: "1e-6"},
    given=(POSITIVE_RATE, fraction(rho), epsilon > 0),
    state=(v,),
    keeps=(v >= 0,),
    rules=(
        AVERAGE_SQUARE,
        Assign(theta, theta - eta * g / SQRT(v + epsilon)),
    ),
    witness="tests/reference/adaptive.py::rmsprop",
)
RMSPROPS = Family(
    RMSPROP,
    (
        Convention(
            framework="pytorch",
            source="paszke2019, torch.optim.RMSprop",
            call="torch.optim.RMSprop(parameters, lr=learning_rate, alpha=rho, eps=epsilon)",
            differs=EPSILON_OUTSIDE,
            defaults={eta: "0.01", rho: "0.99", epsilon: "1e-8"},
            rules=(AVERAGE_SQUARE, Assign(theta, theta - eta * g / (SQRT(v) + epsilon))),
            witness="tests/reference/adaptive.py::rmsprop_pytorch",
        ),
        Convention(
            framework="keras",
            source="chollet2015, RMSprop",
            call="keras.optimizers.RMSprop(learning_rate=learning_rate, rho=rho, epsilon=epsilon)",
            defaults={eta: "0.001", rho: "0.9", epsilon: "1e-7"},
        ),
        Convention(
            framework="optax",
            source="deepmind2020, scale_by_rms",
            call="optax.rmsprop(learning_rate, decay=rho, eps=epsilon)",
            defaults={rho: "0.9", epsilon: "1e-8"},
        ),
    ),
)

ADADELTA = Optimizer(
    id="adadelta",
    name=Text(ja="AdaDelta", en="AdaDelta"),
    source="zeiler2012, Algorithm 1",
    hyperparameters={rho: "0.95", epsilon: "1e-6"},
    given=(fraction(rho), epsilon > 0),
    state=(v, u),
    keeps=(v >= 0, u >= 0),
    rules=(
        AVERAGE_SQUARE,
        Assign(step, -(SQRT(u + epsilon) / SQRT(v + epsilon) * g)),
        Assign(u, rho * u + (1 - rho) * step**2),
        Assign(theta, theta + step),
    ),
    witness="tests/reference/adaptive.py::adadelta",
)
SCALED = (*ADADELTA.rules[:-1], Assign(theta, theta + eta * step))
WITH_RATE = Text(
    ja="更新量にさらに学習率を掛けます。", en="The step is multiplied by a learning rate as well."
)
SCALED_BY = (POSITIVE_RATE, *ADADELTA.given)
ADADELTAS = Family(
    ADADELTA,
    tuple(
        Convention(
            framework=framework,
            source=source,
            call=call,
            differs=WITH_RATE,
            defaults=defaults,
            given=SCALED_BY,
            rules=SCALED,
            witness="tests/reference/adaptive.py::adadelta_with_rate",
        )
        for framework, source, call, defaults in (
            (
                "pytorch",
                "paszke2019, torch.optim.Adadelta",
                "torch.optim.Adadelta(parameters, lr=learning_rate, rho=rho, eps=epsilon)",
                {eta: "1", rho: "0.9", epsilon: "1e-6"},
            ),
            (
                "keras",
                "chollet2015, Adadelta",
                "keras.optimizers.Adadelta(learning_rate=learning_rate, rho=rho, epsilon=epsilon)",
                {eta: "0.001", epsilon: "1e-7"},
            ),
            (
                "optax",
                "deepmind2020, scale_by_adadelta",
                "optax.adadelta(learning_rate, rho=rho, eps=epsilon)",
                {eta: None, rho: "0.9"},
            ),
        )
    ),
)

FAMILIES = (ADAGRADS, RMSPROPS, ADADELTAS)
