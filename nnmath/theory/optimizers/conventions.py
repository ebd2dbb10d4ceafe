"""How frameworks depart from the paper: other rules, other defaults, each with its source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from nnmath.notation.text import Text
from nnmath.proof.box_lines import Line
from nnmath.proof.claims import Optimizer, Part
from nnmath.proof.nodes import Node, Relation, Variable
from nnmath.proof.statements import Statement

PAPER = "paper"
FRAMEWORKS = {
    "pytorch": Text(ja="PyTorch", en="PyTorch"),
    "keras": Text(ja="Keras", en="Keras"),
    "optax": Text(ja="Optax", en="Optax"),
}
SAME = Text(ja="更新則は論文と同じです。", en="The rules are the paper's.")


@dataclass(frozen=True, kw_only=True)
class Convention:
    """What a framework writes otherwise than the paper; what is left out is as in the paper.

    Args:
        framework: One of `FRAMEWORKS`.
        source: Key of the bibliography, and the place.
        call: How it is written there, with the hyperparameters by their names in this book's code;
            tests run it.
        differs: What is different, for a reader.
        defaults: Its hyperparameters with their defaults; None: it has none.
        without: The paper's hyperparameters that it does not have.
        given: What they may be.
        state: What is kept from step to step.
        starts: What the state begins with.
        keeps: What holds of the state at every step.
        shows: What holds of what a step works out.
        rules: The algorithm box.
        looks_at: Where the gradient is taken.
        witness: The function in `tests/reference`.
    """

    framework: str
    source: str
    call: str
    differs: Text = SAME
    defaults: Mapping[Variable, str | None] = field(default_factory=dict)
    without: tuple[Variable, ...] = ()
    given: tuple[Statement, ...] | None = None
    state: tuple[Part, ...] | None = None
    starts: Mapping[Part, Node] | None = None
    keeps: tuple[Relation, ...] | None = None
    shows: tuple[Relation, ...] | None = None
    rules: tuple[Line, ...] | None = None
    looks_at: Node | None = None
    witness: str | None = None


def under(paper: Optimizer, convention: Convention) -> Optimizer:
    """The optimizer as the framework has it."""
    merged = {**paper.hyperparameters, **convention.defaults}
    kept = {name: value for name, value in merged.items() if name not in convention.without}
    names = ("given", "state", "starts", "keeps", "shows", "rules", "looks_at", "witness")
    found = {name: getattr(convention, name) for name in names}
    changes = {name: value for name, value in found.items() if value is not None}
    framework = FRAMEWORKS[convention.framework]
    return replace(
        paper,
        id=f"{paper.id}-{convention.framework}",
        name=Text(ja=f"{framework.ja} の {paper.name.ja}", en=f"{paper.name.en} in {framework.en}"),
        source=convention.source,
        hyperparameters=kept,
        differs=convention.differs,
        **changes,
    )


@dataclass(frozen=True)
class Family:
    """An optimizer as the paper has it, and as frameworks do; one that has none is left out."""

    paper: Optimizer
    conventions: tuple[Convention, ...] = ()

    @property
    def variants(self) -> Mapping[str, Optimizer]:
        """Each variant by the name of its convention, the paper's first."""
        others = {each.framework: under(self.paper, each) for each in self.conventions}
        return {PAPER: self.paper, **others}
