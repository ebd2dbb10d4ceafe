"""What frameworks make of the book's losses: which mean they take, and by what they multiply."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from nnmath.notation.text import Text
from nnmath.proof.nodes import EXP, Node, as_node

ONE, HALF = as_node(1), as_node(1) / 2


class Mean(Enum):
    """Over what a framework takes the mean of the losses of a batch."""

    NONE = Text(ja="平均をとりません。", en="No mean is taken.")
    SAMPLES = Text(ja="サンプルについて平均します。", en="The mean over the samples.")
    ENTRIES = Text(
        ja="サンプルと出力の両方について平均します。", en="The mean over samples and outputs."
    )


HALVED = Text(ja="½ が掛かっています。", en="There is a factor of ½.")
NORMALIZED = Text(
    ja="予測値は、先にその和で割ります。", en="The predictions are divided by their sum first."
)


@dataclass(frozen=True)
class Edge:
    """How near to 0 a framework lets predictions come before it takes logarithms.

    Args:
        least: What a prediction is at least.
        at_one: Whether it may not come nearer to 1, either.
        said: The same for a reader.
    """

    least: Node
    at_one: bool
    said: Text


KERAS_BOTH = Edge(
    as_node("1e-7"),
    True,
    Text(
        ja="予測値は 10⁻⁷ 以上 1 − 10⁻⁷ 以下に収めます。",
        en="Predictions are kept between 10⁻⁷ and 1 − 10⁻⁷.",
    ),
)
KERAS_ZERO = Edge(
    as_node("1e-7"),
    False,
    Text(ja="予測値は 10⁻⁷ 以上にします。", en="Predictions are kept at 10⁻⁷ or above."),
)
PYTORCH_BOTH = Edge(
    EXP(-as_node(100)),
    True,
    Text(ja="対数は −100 以上にします。", en="Logarithms are kept at −100 or above."),
)


@dataclass(frozen=True)
class LossConvention:
    """How a framework has a loss of the book.

    Args:
        framework: One of `nnmath.theory.optimizers.FRAMEWORKS`.
        call: How it is written there, of `predictions` or `logits` and of `targets` or `classes`,
            the numbers of the right ones; tests run it.
        mean: Over what it takes the mean.
        factor: By what it multiplies the book's loss.
        normalizes: Whether it divides the predictions by their sum first, which changes the
            gradient even where the sum is 1.
        edge: What it does with predictions near 0 and 1; None: nothing.
    """

    framework: str
    call: str
    mean: Mean
    factor: Node = ONE
    normalizes: bool = False
    edge: Edge | None = None

    @property
    def differs(self) -> Text:
        """What is different, for a reader."""
        said = [self.mean.value]
        said += [HALVED] if self.factor == HALF else []
        said += [NORMALIZED] if self.normalizes else []
        said += [self.edge.said] if self.edge else []
        return Text(ja="".join(each.ja for each in said), en=" ".join(each.en for each in said))


def pytorch(call: str, mean: Mean, edge: Edge | None = None) -> LossConvention:
    """A loss of PyTorch."""
    return LossConvention("pytorch", call, mean, edge=edge)


def keras(
    call: str, mean: Mean, edge: Edge | None = None, *, normalizes: bool = False
) -> LossConvention:
    """A loss of Keras, which wants the targets first."""
    return LossConvention("keras", call, mean, normalizes=normalizes, edge=edge)


def optax(call: str, factor: Node = ONE) -> LossConvention:
    """A loss of Optax: one for each prediction or each sample."""
    return LossConvention("optax", call, Mean.NONE, factor)


# By the formula of one prediction, or of one sample where the classes belong together; what a
# framework does not have is left out
LOSS_CONVENTIONS: Mapping[str, tuple[LossConvention, ...]] = MappingProxyType(
    {
        "squared-error": (
            pytorch("torch.nn.MSELoss()(predictions, targets)", Mean.ENTRIES),
            keras("keras.losses.MeanSquaredError()(targets, predictions)", Mean.ENTRIES),
            optax("optax.l2_loss(predictions, targets)", HALF),
        ),
        "absolute-error": (
            pytorch("torch.nn.L1Loss()(predictions, targets)", Mean.ENTRIES),
            keras("keras.losses.MeanAbsoluteError()(targets, predictions)", Mean.ENTRIES),
        ),
        "huber": (
            pytorch("torch.nn.HuberLoss(delta=delta)(predictions, targets)", Mean.ENTRIES),
            keras("keras.losses.Huber(delta)(targets, predictions)", Mean.ENTRIES),
            optax("optax.huber_loss(predictions, targets, delta=delta)"),
        ),
        "binary-cross-entropy": (
            pytorch("torch.nn.BCELoss()(predictions, targets)", Mean.ENTRIES, PYTORCH_BOTH),
            keras(
                "keras.losses.BinaryCrossentropy()(targets, predictions)",
                Mean.ENTRIES,
                KERAS_BOTH,
            ),
        ),
        "logit-loss": (
            pytorch("torch.nn.BCEWithLogitsLoss()(logits, targets)", Mean.ENTRIES),
            keras(
                "keras.losses.BinaryCrossentropy(from_logits=True)(targets, logits)", Mean.ENTRIES
            ),
            optax("optax.sigmoid_binary_cross_entropy(logits, targets)"),
        ),
        "cross-entropy": (
            pytorch("torch.nn.NLLLoss()(predictions.log(), classes)", Mean.SAMPLES),
            keras(
                "keras.losses.CategoricalCrossentropy()(targets, predictions)",
                Mean.SAMPLES,
                KERAS_BOTH,
                normalizes=True,
            ),
        ),
        "softmax-cross-entropy": (
            pytorch("torch.nn.CrossEntropyLoss()(logits, targets)", Mean.SAMPLES),
            keras(
                "keras.losses.CategoricalCrossentropy(from_logits=True)(targets, logits)",
                Mean.SAMPLES,
            ),
            optax("optax.softmax_cross_entropy(logits, targets)"),
        ),
        "divergence": (
            pytorch("torch.nn.KLDivLoss()(predictions.log(), targets)", Mean.ENTRIES),
            keras("keras.losses.KLDivergence()(targets, predictions)", Mean.SAMPLES, KERAS_ZERO),
            optax("optax.kl_divergence(jax.numpy.log(predictions), targets)"),
        ),
    }
)
