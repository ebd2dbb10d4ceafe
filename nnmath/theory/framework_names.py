"""What frameworks call the formulas of the book: a reading guide as data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class FrameworkName:
    """One name in Keras and in PyTorch, and the claim that says what it computes.

    Args:
        formula: The id of the claim.
        keras: As it is written there, in a model, in `compile` or in `fit`.
        pytorch: As it is written there.
    """

    formula: str
    keras: str
    pytorch: str


FRAMEWORK_NAMES = (
    FrameworkName("fully-connected-layer", "Dense(units)", "torch.nn.Linear(in, out)"),
    FrameworkName("flattened-inputs", "Flatten()", "torch.nn.Flatten()"),
    FrameworkName("identity", "activation='linear'", "torch.nn.Identity()"),
    FrameworkName("sigmoid", "activation='sigmoid'", "torch.nn.Sigmoid()"),
    FrameworkName("tanh", "activation='tanh'", "torch.nn.Tanh()"),
    FrameworkName("relu", "activation='relu'", "torch.nn.ReLU()"),
    FrameworkName("leaky-relu", "LeakyReLU(negative_slope)", "torch.nn.LeakyReLU(slope)"),
    FrameworkName("elu", "activation='elu'", "torch.nn.ELU()"),
    FrameworkName("softplus", "activation='softplus'", "torch.nn.Softplus()"),
    FrameworkName("gelu", "activation='gelu'", "torch.nn.GELU()"),
    FrameworkName("silu", "activation='silu'", "torch.nn.SiLU()"),
    FrameworkName("softmax", "activation='softmax'", "torch.nn.Softmax(dim=1)"),
    FrameworkName("mean-squared-error", "loss='mean_squared_error'", "torch.nn.MSELoss()"),
    FrameworkName("huber", "loss=keras.losses.Huber(delta)", "torch.nn.HuberLoss(delta=delta)"),
    FrameworkName("binary-cross-entropy", "loss='binary_crossentropy'", "torch.nn.BCELoss()"),
    FrameworkName(
        "logit-loss",
        "loss=keras.losses.BinaryCrossentropy(from_logits=True)",
        "torch.nn.BCEWithLogitsLoss()",
    ),
    FrameworkName(
        "cross-entropy", "loss='categorical_crossentropy'", "torch.nn.NLLLoss() of logarithms"
    ),
    FrameworkName(
        "cross-entropy-with-logits",
        "loss=keras.losses.CategoricalCrossentropy(from_logits=True)",
        "torch.nn.CrossEntropyLoss()",
    ),
    FrameworkName("updates-of-fit", "fit(batch_size=200, epochs=3)", "for batch in loader"),
    FrameworkName("batch-normalization", "BatchNormalization()", "torch.nn.BatchNorm1d(features)"),
    FrameworkName("layer-normalization", "LayerNormalization()", "torch.nn.LayerNorm(shape)"),
)
