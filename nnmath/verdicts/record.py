"""A checked claim as text for a file, and back; words are never in it."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction
from hashlib import sha256
from typing import Any

from nnmath.proof.checking import Checked
from nnmath.proof.claims import Claim
from nnmath.proof.verdict import Counterexample, Status, Verdict
from nnmath.verdicts.outline import outline

PLAIN = ("method", "reason", "points", "seconds")


class Unusable(ValueError):
    """A text is no whole record of this claim."""


def written(checked: Checked, key: str) -> str:
    """The record of a checked claim; its first line seals the rest and the key."""
    verdicts = [checked.verdict, *(step.verdict for step in checked.steps)]
    body = json.dumps([_packed(verdict) for verdict in verdicts])
    return f"{_seal(body, key)}\n{body}"


def read(text: str, claim: Claim, key: str) -> Checked:
    """The checked claim of a record, its steps in today's words.

    Raises:
        Unusable: The record is torn, of another key, or of other steps.
    """
    seal, _, body = text.partition("\n")
    if seal != _seal(body, key):
        raise Unusable("the record is not whole")
    verdict, *verdicts = map(_unpacked, json.loads(body))
    steps = outline(claim)
    if len(steps) != len(verdicts):
        raise Unusable("the record has other steps")
    pairs = zip(steps, verdicts, strict=True)
    return Checked(verdict, tuple(replace(step, verdict=each) for step, each in pairs))


def _seal(body: str, key: str) -> str:
    return sha256(f"{key}\n{body}".encode()).hexdigest()


def _packed(verdict: Verdict) -> dict[str, Any]:
    if verdict.obstacle is not None:
        raise Unusable("a condition is no text")
    packed = {name: getattr(verdict, name) for name in PLAIN}
    return packed | {"status": verdict.status.name, "counterexample": _spelled(verdict)}


def _unpacked(packed: dict[str, Any]) -> Verdict:
    shown = packed.pop("counterexample")
    if shown is not None:
        point = {name: Fraction(value) for name, value in shown.pop("point").items()}
        shown = Counterexample(point, **shown)
    return Verdict(Status[packed.pop("status")], **packed, counterexample=shown)


def _spelled(verdict: Verdict) -> dict[str, Any] | None:
    shown = verdict.counterexample
    if shown is None:
        return None
    point = {name: str(value) for name, value in shown.point.items()}
    return {"point": point, "left": shown.left, "right": shown.right}
