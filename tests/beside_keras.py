"""The network of Keras' first tutorial, trained by nnmath and by Keras on the same digits.

    python tests/beside_keras.py

prints both line for line. Keras' losses are in tests/reference/keras_losses.tsv, where
`make frameworks` compares them with Keras' own, and keeps them if ARGS=--record is given.
"""

from __future__ import annotations

import csv
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "tests" / "reference" / "keras_losses.tsv"
SIZES = (64, 128, 10)
BATCH, EPOCHS = 200, 3
TOLERANCE = 1e-5
# Of an optimizer, its name here and in Keras; each with Keras' own defaults
RULES = {"sgd": "SGD", "adam": "Adam", "rmsprop": "RMSprop", "adagrad": "Adagrad", "nadam": "Nadam"}
KERAS = """
import csv, os, sys
os.environ.setdefault("KERAS_BACKEND", "torch")
import keras, numpy
data = numpy.load(sys.argv[1])
keras.backend.set_floatx("float64")
rows = []
for pair in sys.argv[3:]:
    rule, name = pair.split("=")
    network = keras.Sequential([
        keras.Input((8, 8)),
        keras.layers.Flatten(),
        keras.layers.Dense({hidden}, "sigmoid"),
        keras.layers.Dense({outputs}, "softmax"),
    ])
    network.set_weights([data[each] for each in ("W1", "b1", "W2", "b2")])
    network.compile(getattr(keras.optimizers, name)(), "sparse_categorical_crossentropy")
    seen = network.fit(data["X"].reshape(-1, 8, 8), data["Y"], batch_size={batch},
                       epochs={epochs}, shuffle=False, verbose=0)
    rows += [(keras.__version__, rule, epoch, repr(float(loss)))
             for epoch, loss in enumerate(seen.history["loss"], 1)]
with open(sys.argv[2], "w", newline="") as file:
    csv.writer(file, delimiter="\\t", lineterminator="\\n").writerows(
        [("keras", "optimizer", "epoch", "loss"), *rows])
"""


def network():
    """The tutorial's network with weights that anybody can draw again."""
    from nnmath.simulation import Network

    made = Network(SIZES, ("sigmoid", "softmax"), "categorical-cross-entropy", seed=0)
    made.parameters = np.random.default_rng(0).normal(0, 0.05, made.parameters.size)
    return made


def ours(rule: str) -> list[float]:
    """The loss of each epoch by nnmath, under Keras' convention."""
    import nnmath
    from nnmath.simulation import digits

    data = digits()
    found = network().fit(
        data.inputs,
        data.labels,
        optimizer=nnmath.optimizer(rule, convention="keras"),
        batch_size=BATCH,
        epochs=EPOCHS,
        shuffle=False,
    )
    return found.epoch_losses.tolist()


def theirs() -> dict[str, list[float]]:
    """The loss of each epoch by Keras, as the table has it."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return {rule: [float(r["loss"]) for r in rows if r["optimizer"] == rule] for rule in RULES}


def ask_keras(python: str, table: Path) -> None:
    """Train in Keras, in a process of its own, and write the table."""
    from nnmath.simulation import digits

    data, (first, second) = digits(), network().layers
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "data.npz"
        np.savez(
            file, X=data.inputs, Y=data.labels, W1=first.weights, b1=first.biases,
            W2=second.weights, b2=second.biases,
        )  # fmt: skip
        source = KERAS.format(hidden=SIZES[1], outputs=SIZES[2], batch=BATCH, epochs=EPOCHS)
        pairs = [f"{rule}={name}" for rule, name in RULES.items()]
        subprocess.run([python, "-c", source, file, table, *pairs], check=True)


def main() -> None:
    """Print both, line for line."""
    worst = 0.0
    for rule, losses in theirs().items():
        for epoch, (loss, mine) in enumerate(zip(losses, ours(rule), strict=True), 1):
            worst = max(worst, abs(loss - mine))
            print(f"{rule:<8} epoch {epoch}: Keras {loss:.7f}, nnmath {mine:.7f}")
    print(f"largest difference {worst:.1e}")
    sys.exit(worst > TOLERANCE)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
