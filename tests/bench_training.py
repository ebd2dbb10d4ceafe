"""A training step of `nnmath.Network` beside the same by hand: 784-128-10, batches of 200."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import numpy as np

# The Python that `make frameworks` installs PyTorch for
FRAMEWORKS = Path(__file__).resolve().parent.parent / ".venv" / "frameworks" / "bin" / "python"
SIZES = (784, 128, 10)
BATCH = 200
STEPS = 20
EPOCHS = 3
ROUNDS = 9
ADAM = {"learning_rate": 1e-3, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8}
TORCH = """
import time, torch
torch.set_num_threads(1)
from torch.nn import Linear, Sequential, Sigmoid, functional
torch.manual_seed(0)
X, Y = torch.rand({steps} * {batch}, {inputs}), torch.randint(0, 10, ({steps} * {batch},))
net = Sequential(Linear({inputs}, {hidden}), Sigmoid(), Linear({hidden}, {outputs}))
rule = torch.optim.{rule}(net.parameters(), lr=1e-3)
def epoch():
    for x, y in zip(X.split({batch}), Y.split({batch})):
        rule.zero_grad()
        functional.cross_entropy(net(x), y).backward()
        rule.step()
epoch()
best = min((lambda start: (epoch(), time.process_time() - start)[1])(time.process_time())
           for _ in range({rounds}))
print(1000 * best / {steps})
"""


def main() -> None:
    """Measure, turn by turn, and print milliseconds of processor time a step, and their ratios."""
    import nnmath
    from nnmath.simulation import Network

    inputs, labels = data()
    rules = {"gradient-descent": {"learning_rate": 1e-3}, "adam": ADAM}
    for id in rules:
        network = Network(
            SIZES, ("sigmoid", "softmax"), "categorical-cross-entropy", dtype="float32"
        )
        rule = nnmath.optimizer(id, **rules[id])
        by_hand = of_hand(id, network.layers, inputs, labels)

        def ours(network: Network = network, rule: object = rule) -> None:
            network.fit(
                inputs, labels, optimizer=rule, batch_size=BATCH, epochs=EPOCHS, shuffle=False
            )

        times: dict[str, list[float]] = {"ours": [], "by hand": [], "products": []}
        works = {"ours": ours, "by hand": by_hand, "products": lambda: products(inputs)}
        for turn in range(ROUNDS + 1):
            for name, work in works.items():
                start = time.process_time()
                work()
                if turn:  # the first turn warms up
                    times[name].append(1000 * (time.process_time() - start) / STEPS / EPOCHS)
        line(f"{id}: ms a step", f"{statistics.median(times['ours']):.2f} by nnmath")
        for name in ("by hand", "products"):
            pairs = zip(times["ours"], times[name], strict=True)
            ratio = statistics.median(one / other for one, other in pairs)
            line("", f"{statistics.median(times[name]):.2f} {name}; ratio {ratio:.2f}")
        torch = of_torch(id)
        line("", "PyTorch: missing, run `make frameworks`" if torch is None else said(torch, times))


def said(torch: float, times: dict[str, list[float]]) -> str:
    """PyTorch's milliseconds beside ours."""
    ratio = statistics.median(times["ours"]) / torch
    return f"{torch:.2f} by PyTorch on CPU, in a process of its own; ratio {ratio:.2f}"


def line(name: str, value: str) -> None:
    """Print one measurement."""
    print(f"  {name:<24} {value}", flush=True)


def data() -> tuple[np.ndarray, np.ndarray]:
    """As many batches of noise as there are steps."""
    generator = np.random.default_rng(0)
    inputs = generator.random((STEPS * BATCH, SIZES[0]), dtype=np.float32)
    return inputs, generator.integers(0, SIZES[-1], STEPS * BATCH)


def of_hand(id: str, layers: tuple, inputs: np.ndarray, labels: np.ndarray) -> Callable[[], None]:
    """An epoch of the training written by hand."""
    from tests.reference import training as reference

    parameters = [part for layer in layers for part in layer]
    update = reference.adam(*ADAM.values()) if id == "adam" else reference.gradient_descent(1e-3)

    def epoch() -> None:
        reference.train(parameters, inputs, labels, update, BATCH, EPOCHS)

    return epoch


def products(inputs: np.ndarray) -> None:
    """The matrix products of an epoch alone: forwards, and back to the weights."""
    generator = np.random.default_rng(0)
    W1, W2 = (generator.random(shape, dtype=np.float32) for shape in pairwise(SIZES))
    delta1, delta2 = (generator.random((BATCH, units), dtype=np.float32) for units in SIZES[1:])
    for start in EPOCHS * list(range(0, len(inputs), BATCH)):
        batch = inputs[start : start + BATCH]
        hidden = batch @ W1
        _ = hidden @ W2, delta2 @ W2.T, batch.T @ delta1, hidden.T @ delta2


def of_torch(id: str) -> float | None:
    """Milliseconds of a step in PyTorch, if it is there; beside NumPy its threads contend."""
    if not FRAMEWORKS.exists():
        return None
    inputs, hidden, outputs = SIZES
    rule = {"gradient-descent": "SGD", "adam": "Adam"}[id]
    source = TORCH.format(
        steps=STEPS, batch=BATCH, rounds=ROUNDS, rule=rule, inputs=inputs, hidden=hidden,
        outputs=outputs,
    )  # fmt: skip
    command = [str(FRAMEWORKS), "-c", source]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    return float(run.stdout)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    main()
