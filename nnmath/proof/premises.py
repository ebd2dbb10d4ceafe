"""Inference from a few of the facts: what a step rests on, for the reader and for the search."""

from __future__ import annotations

from dataclasses import replace

from nnmath.proof.citing import NotLicensed
from nnmath.proof.inference import Inference, Known
from nnmath.proof.inferences import from_facts
from nnmath.proof.statements import Statement
from nnmath.proof.substitution import binders
from nnmath.proof.verdict import Verdict


def from_these(*premises: Statement) -> Inference:
    """As `from_facts`, with these facts alone; each must be assumed or shown, word for word."""

    def check(statement: Statement, known: Known) -> Verdict:
        if not all(map(known.has, premises)):
            raise NotLicensed("one of the facts that the step names has not been shown")
        # What is left out here is assumed all the same
        if not all(map(known.generic, binders(statement))):
            raise NotLicensed("it has not been shown for an arbitrary value")
        few = tuple(fact for fact in known.facts if fact in premises)
        alone = replace(known.setting, hypotheses=few, log=few)
        return from_facts.check(statement, replace(known, setting=alone))

    return Inference("from-these", from_facts.label, check)
