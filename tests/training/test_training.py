"""Training: equal to the network written by hand, seeded, whole in what it keeps, lean."""

from __future__ import annotations

import pickle
import tracemalloc
import warnings
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import numpy as np
import pytest

import nnmath
from nnmath.simulation import Diverged, Network
from nnmath.simulation.activations import ACTIVATIONS
from nnmath.simulation.initialisers import INITIALISERS
from tests.reference import training as reference

GENERATOR = np.random.default_rng(7)
INPUTS = GENERATOR.normal(size=(50, 6))
LABELS = GENERATOR.integers(0, 4, 50)
MANY = GENERATOR.normal(size=(20_000, 6))
CATEGORICAL, BINARY = "categorical-cross-entropy", "binary-cross-entropy"


def classifier(seed: int = 0, **more) -> Network:
    """Sigmoid units, then softmax."""
    return Network((6, 5, 4), ("sigmoid", "softmax"), CATEGORICAL, seed, **more)


def descent(rate: float = 0.5):
    """Plain gradient descent."""
    return nnmath.optimizer("gradient-descent", learning_rate=rate)


ADAM = {"learning_rate": 0.01, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8}
RULES = {
    "gradient-descent": ({"learning_rate": 0.5}, reference.gradient_descent(0.5)),
    "adam": (ADAM, None),
}


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize(("dtype", "tolerance"), [("float64", 1e-9), ("float32", 3e-3)])
def test_training_equals_the_one_by_hand(rule: str, dtype: str, tolerance: float) -> None:
    network = classifier(dtype=dtype)
    inputs = INPUTS.astype(dtype)
    start = [part for layer in network.layers for part in layer]
    settings, update = RULES[rule]
    optimizer = nnmath.optimizer(rule, **settings)
    # 13 does not divide 50: 4 steps an epoch, the last with 11 samples
    found = network.fit(
        inputs, LABELS, optimizer=optimizer, batch_size=13, epochs=50, shuffle=False
    )
    by_hand = update or reference.adam(*ADAM.values())
    parameters, losses = reference.train(start, inputs, LABELS, by_hand, 13, 50)
    assert len(losses) == 200 and losses[-1] < losses[0] / 1.5
    np.testing.assert_allclose(found.losses, losses, rtol=tolerance)
    for ours, theirs in zip(network.layers, zip(*[iter(parameters)] * 2, strict=True), strict=True):
        np.testing.assert_allclose(ours.weights, theirs[0], rtol=tolerance, atol=tolerance)
        np.testing.assert_allclose(ours.biases, theirs[1], rtol=tolerance, atol=tolerance)
    assert network.parameters.dtype == dtype


def test_what_is_kept_fits_together() -> None:
    network = classifier()
    first = network.parameters
    found = network.fit(
        INPUTS, LABELS, optimizer=descent(), batch_size=20, epochs=2, shuffle=False, keep="steps",
        validation=(INPUTS[:10], LABELS[:10]),
    )  # fmt: skip
    assert found.steps_per_epoch == 3 and found.losses.shape == (6,)
    assert found.gradient_norms.shape == (6, 2) and found.weights.shape == (7, first.size)
    np.testing.assert_array_equal(found.weights[0], first)
    np.testing.assert_array_equal(found.weights[-1], network.parameters)
    again = classifier()
    for step in range(6):
        rows = slice(20 * (step % 3), 20 * (step % 3) + 20)
        again.parameters = found.weights[step]
        batch = INPUTS[rows], LABELS[rows]
        assert found.losses[step] == again.loss(*batch)
        assert found.accuracies[step] == again.accuracy(*batch)
        gradients = again.gradients(*batch)
        lengths = [
            np.hypot(*(np.linalg.norm(part) for part in layer)) for layer in gradients.layers
        ]
        np.testing.assert_allclose(found.gradient_norms[step], lengths, rtol=1e-12)
        np.testing.assert_allclose(
            found.weights[step + 1], found.weights[step] - 0.5 * gradients.vector, rtol=1e-15
        )
    counts = [20, 20, 10]
    np.testing.assert_allclose(
        found.epoch_losses, [np.average(found.losses[at : at + 3], weights=counts) for at in (0, 3)]
    )
    np.testing.assert_allclose(
        found.epoch_accuracies,
        [np.average(found.accuracies[at : at + 3], weights=counts) for at in (0, 3)],
    )
    assert found.validation_losses[-1] == network.loss(INPUTS[:10], LABELS[:10])
    assert found.validation_accuracies[-1] == network.accuracy(INPUTS[:10], LABELS[:10])
    assert len(found.validation_losses) == 2


@pytest.mark.parametrize(("keep", "rows"), [("nothing", 0), ("epochs", 3), ("steps", 7)])
def test_weights_are_kept_when_asked_for(keep: str, rows: int) -> None:
    found = classifier().fit(
        INPUTS, LABELS, optimizer=descent(), batch_size=20, epochs=2, keep=keep
    )
    assert len(found.weights) == rows


def test_same_seeds_give_the_same_run_and_others_another() -> None:
    def run(weights: int, order: int) -> np.ndarray:
        network = classifier(weights)
        return network.fit(
            INPUTS, LABELS, optimizer=descent(), batch_size=7, epochs=2, seed=order
        ).losses

    np.testing.assert_array_equal(run(0, 0), run(0, 0))
    assert not np.array_equal(run(0, 0), run(0, 1))
    assert not np.array_equal(run(0, 0), run(1, 0))


def test_each_epoch_takes_every_sample_once_in_a_new_order(monkeypatch) -> None:
    network, seen = classifier(), []
    own = type(network.model).batch
    monkeypatch.setattr(
        type(network.model),
        "batch",
        lambda self, inputs, targets, rows: seen.append(rows) or own(self, inputs, targets, rows),
    )
    network.fit(INPUTS, LABELS, optimizer=descent(), batch_size=20, epochs=2)
    assert [len(rows) for rows in seen] == [20, 20, 10] * 2
    first, second = np.concatenate(seen[:3]), np.concatenate(seen[3:])
    assert sorted(first) == sorted(second) == list(range(50))
    assert not np.array_equal(first, second)


def test_class_numbers_and_one_hot_rows_are_the_same() -> None:
    one_hot = np.eye(4)[LABELS]
    network = classifier()
    assert network.loss(INPUTS, LABELS) == network.loss(INPUTS, one_hot)
    assert network.accuracy(INPUTS, LABELS) == network.accuracy(INPUTS, one_hot)
    np.testing.assert_array_equal(
        network.gradients(INPUTS, LABELS).vector, network.gradients(INPUTS, one_hot).vector
    )


def test_targets_of_one_output_may_be_a_vector() -> None:
    network = Network((6, 3, 1), ("tanh", "sigmoid"), BINARY)
    answers = (INPUTS[:, 0] > 0).astype(int)
    assert network.loss(INPUTS, answers) == network.loss(INPUTS, answers[:, None])
    rule = nnmath.optimizer("adam", learning_rate=0.05)
    found = network.fit(INPUTS, answers, optimizer=rule, batch_size=20, epochs=100)
    assert min(found.epoch_accuracies[-1], network.accuracy(INPUTS, answers)) > 0.95
    assert network.forward(INPUTS).shape == (50, 1)


@pytest.mark.parametrize("shuffle", [True, False])
def test_data_are_neither_changed_nor_copied(shuffle: bool) -> None:
    # In a process of its own: whatever else this one does would be counted too
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        peaks, lefts = process.submit(memory_of_training, shuffle).result()
    assert peaks[0] < MANY.nbytes / 2
    assert peaks[1] < peaks[0] + 20_000
    assert max(lefts) < 20_000


def memory_of_training(shuffle: bool) -> tuple[list[int], list[int]]:
    """Bytes taken at most, but for the trace, and bytes left, by training of 2 and of 6 epochs."""
    labels = np.zeros(len(MANY), int)
    MANY.flags.writeable = labels.flags.writeable = False
    network = classifier()
    network.fit(MANY[:50], labels[:50], optimizer=descent())
    peaks, lefts = [], []
    for epochs in (2, 6):
        tracemalloc.start()
        network.fit(
            MANY, labels, optimizer=descent(0.01), batch_size=50, epochs=epochs, shuffle=shuffle
        )
        left, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        lefts.append(left)
        # Of each step its loss, accuracy, sizes of gradients and number of samples
        peaks.append(peak - epochs * 400 * 8 * 5)
    return peaks, lefts


def test_divergence_says_where_and_keeps_what_happened() -> None:
    network = Network((6, 5, 4), ("relu", "identity"), "mean-squared-error")
    targets = np.eye(4)[LABELS]
    start = network.parameters
    with pytest.raises(Diverged, match=r"step \d+ with learning_rate=50") as caught:
        network.fit(INPUTS, targets, optimizer=descent(50), batch_size=20, epochs=30, keep="steps")
    found, step = caught.value.training, caught.value.step
    assert "\n" not in str(caught.value) and caught.value.learning_rate == 50
    assert 1 < step < 90 and len(found.losses) == len(found.gradient_norms) == step - 1
    assert len(found.weights) == step - 1 and np.array_equal(found.weights[0], start)
    assert np.isfinite(found.weights).all()
    assert np.isfinite(found.losses).all() and np.isfinite(found.gradient_norms).all()
    assert found.losses[-1] > found.losses[0]
    assert np.isfinite(network.parameters).all() and np.isfinite(network.forward(INPUTS)).all()
    sent = pickle.loads(pickle.dumps(caught.value))
    assert str(sent) == str(caught.value) and np.array_equal(sent.training.losses, found.losses)


def test_divergence_in_the_very_last_step_is_noticed() -> None:
    network = Network((6, 4), ("identity",), "mean-squared-error", dtype="float32")
    huge = descent(1e38)
    with pytest.raises(Diverged) as caught:
        network.fit(1e3 * INPUTS, 1e3 * np.eye(4)[LABELS], optimizer=huge, batch_size=50)
    assert len(caught.value.training.losses) == 1
    assert np.isfinite(network.parameters).all()


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("loss", ["mean-squared-error", CATEGORICAL, BINARY])
@pytest.mark.parametrize("activation", [id for id in ACTIVATIONS if id != "softmax"])
def test_clean_at_large_pre_activations(activation: str, loss: str, dtype: str) -> None:
    last = {CATEGORICAL: "softmax", BINARY: "sigmoid"}.get(loss, activation)
    network = Network((1, 2, 2), (activation, last), loss, initialiser="zeros", dtype=dtype)
    for first, second in ((800, 800), (-800, 800), (800, -800)):
        vector = np.zeros(10)
        vector[:2], vector[4:8] = (first, -first), (second, -second, -second, second)
        network.parameters = vector
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            output = network.forward([[1.0], [-1.0]])
            gradients = network.gradients([[1.0], [-1.0]], [[1, 0], [0, 1]])
            value = network.loss([[1.0], [-1.0]], [[1, 0], [0, 1]])
        sums = network.signals([[1.0], [-1.0]]).pre_activations
        assert np.abs(sums[0]).max() == 800
        assert np.isfinite(value) and np.isfinite(output).all()
        assert np.isfinite(gradients.vector).all()
        signals = network.signals([[1.0], [-1.0]])
        arrays = (*sums, *signals.activations, *gradients.error_signals, gradients.vector)
        assert {each.dtype.name for each in arrays} == {dtype}


@pytest.mark.parametrize(
    ("name", "variance"),
    [
        ("zeros", 0),
        ("normal", 0.05**2),
        ("uniform", 0.05**2 / 3),
        ("xavier-normal", 2 / 600),
        ("xavier-uniform", 2 / 600),
        ("he-normal", 2 / 400),
    ],
)
def test_starting_weights_have_their_variance(name: str, variance: float) -> None:
    weights = Network((400, 200), ("tanh",), "mean-squared-error", initialiser=name).layers[0]
    assert weights.weights.var() == pytest.approx(variance, rel=0.02)
    assert abs(weights.weights.mean()) < 5e-4 and not weights.biases.any()
    if name.endswith("uniform"):
        assert np.abs(weights.weights).max() == pytest.approx(np.sqrt(3 * variance), rel=1e-3)


def test_every_initialiser_is_seeded() -> None:
    for name in set(INITIALISERS) - {"zeros"}:
        one, same, other = (classifier(seed, initialiser=name).parameters for seed in (3, 3, 4))
        assert np.array_equal(one, same) and not np.array_equal(one, other)
        single = classifier(3, initialiser=name, dtype="float32").parameters
        np.testing.assert_array_equal(single, one.astype(np.float32))


def test_parameters_are_handed_out_as_copies() -> None:
    network = classifier()
    network.parameters[:] = 0
    network.layers[0].weights[:] = 0
    assert network.parameters.any()
    given = np.ones(network.parameters.size)
    network.parameters = given
    given[:] = 0
    assert network.parameters.all()
