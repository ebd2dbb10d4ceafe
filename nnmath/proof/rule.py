"""What a rule is: a licence to open one kind of thing; and what a claim may open and cite."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from nnmath.notation.text import Text
from nnmath.proof.citing import Lemma, NotLicensed
from nnmath.proof.meanings import Defined, Meaning
from nnmath.proof.nodes import Node
from nnmath.proof.setting import Setting


@dataclass(frozen=True)
class Library:
    """What a claim may open and cite: the definitions and lemmas that it says it uses.

    Args:
        definitions: What may be opened.
        lemmas: What may be cited.
        others: Definitions that stay closed, but decide where a function has a value and which.
    """

    definitions: Mapping[Defined, Meaning] = field(default_factory=dict)
    lemmas: Mapping[str, Lemma] = field(default_factory=dict)
    others: Mapping[Defined, Meaning] = field(default_factory=dict)

    @property
    def meanings(self) -> Mapping[Defined, Meaning]:
        """Every definition."""
        return {**self.others, **self.definitions}

    def lemma(self, id: str) -> Lemma:
        """The lemma of that id.

        Raises:
            NotLicensed: The claim does not list it in `uses`.
        """
        if id not in self.lemmas:
            raise NotLicensed(f"{id!r} is cited but not listed in `uses`")
        return self.lemmas[id]


Opening = Callable[[Node, Setting, Library], Node]


@dataclass(frozen=True)
class Rule:
    """A licence.

    Args:
        id: Its name in code and data.
        label: Its name for a reader.
        open: Rewrites what the rule may open; the kernel compares what is left.
        equations: Whether the hypotheses that are equations may be used.
        fits: Whether the label is right for a step from one expression to another.
    """

    id: str
    label: Text
    open: Opening
    equations: bool = False
    fits: Callable[[Node, Node], bool] = lambda before, after: True
