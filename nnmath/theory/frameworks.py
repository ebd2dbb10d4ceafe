"""The numbers that a framework prints for a network of 784 inputs, 128 units and 10 outputs."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.claims import Derivation, Mistake
from nnmath.proof.nodes import as_node
from nnmath.proof.rules import algebra
from nnmath.proof.statements import equal

SIDE, INPUTS, HIDDEN, OUTPUTS = map(as_node, (28, 784, 128, 10))
SAMPLES, BATCH, EPOCHS = map(as_node, (60000, 200, 3))

FLATTENED = (
    Derivation(
        id="flattened-inputs",
        name=Text(ja="28×28 の画像を並べた入力の数", en="Inputs of a flattened 28×28 image"),
        source="chollet2015",
    )
    .start(SIDE * SIDE)
    .by(algebra, INPUTS, because=Text(ja="画素の数です。", en="So many pixels."))
)

HIDDEN_PARAMETERS = (
    Derivation(
        id="hidden-parameters",
        name=Text(ja="Dense(128) のパラメータの数", en="Parameters of Dense(128)"),
        source="chollet2015",
    )
    .start((INPUTS + 1) * HIDDEN)
    .by(
        algebra,
        as_node(100480),
        because=Text(
            ja="どのノードにも、入力ごとの重みとバイアスがあります。",
            en="Each unit has a weight for each input, and a bias.",
        ),
    )
)

NETWORK_PARAMETERS = (
    Derivation(
        id="network-parameters",
        name=Text(ja="ネットワーク全体のパラメータの数", en="Parameters of the whole network"),
        uses=("hidden-parameters",),
        source="chollet2015",
    )
    .start((INPUTS + 1) * HIDDEN + (HIDDEN + 1) * OUTPUTS)
    .by(
        algebra,
        as_node(100480) + as_node(1290),
        because=Text(ja="層ごとに数えます。", en="Count layer by layer."),
    )
    .by(algebra, as_node(101770), because=Text(ja="足します。", en="Add them."))
)

UPDATES_OF_FIT = (
    Derivation(
        id="updates-of-fit",
        name=Text(
            ja="fit(batch_size=200, epochs=3) の更新の回数",
            en="Updates of fit(batch_size=200, epochs=3)",
        ),
        source="chollet2015",
    )
    .start(SAMPLES / BATCH * EPOCHS)
    .by(
        algebra,
        as_node(300) * EPOCHS,
        because=Text(
            ja="1エポックの更新は、サンプル数をバッチの大きさで割った回数です。",
            en="In one epoch there is an update for every batch.",
        ),
    )
    .by(algebra, as_node(900), because=Text(ja="3エポック繰り返します。", en="Three epochs."))
)

CLAIMS = (
    FLATTENED,
    HIDDEN_PARAMETERS,
    NETWORK_PARAMETERS,
    UPDATES_OF_FIT,
    Mistake(
        id="mistake-parameters-without-biases",
        name=Text(ja="パラメータの数は重みの数", en="Parameters are the weights"),
        statement=equal(INPUTS * HIDDEN + HIDDEN * OUTPUTS, as_node(101770)),
        source="own",
        why=Text(
            ja="バイアスも学習するパラメータです。ノードごとに1つあります。",
            en="Biases are learned as well: there is one for each unit.",
        ),
        corrects="network-parameters",
    ),
)
