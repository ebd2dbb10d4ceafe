"""Theorems that are only cited: what can be seen of them without a proof."""

from __future__ import annotations

from nnmath.proof.claims import Cited
from nnmath.proof.entailment import undefined
from nnmath.proof.points import points
from nnmath.proof.rule import Library
from nnmath.proof.screening import screen, visible
from nnmath.proof.setting import Setting
from nnmath.proof.verdict import Status, Verdict

OWN = "own"


def check_cited(claim: Cited, library: Library) -> Verdict:
    """CITED, never more; REFUTED where a point contradicts it, or why it cannot be cited."""
    setting = Setting(claim.given, meanings=library.meanings)
    if not claim.source or claim.source == OWN:
        return Verdict(Status.UNDECIDED, "none", "what is not proved here needs a source")
    missing = undefined((claim.statement,), setting)
    if missing is not None:
        reason = "not surely defined without"
        return Verdict(Status.UNDECIDED, "none", reason, obstacle=missing)
    if next(points(claim.given, claim.statement, library.meanings), None) is None:
        reason = "no point was found that meets all hypotheses"
        return Verdict(Status.UNDECIDED, "none", reason)
    tried = 0
    for part in () if claim.where else visible(claim.statement):
        seen = screen(part, setting)
        if seen.status is Status.REFUTED:
            return seen
        tried = max(tried, seen.points)
    return Verdict(Status.CITED, "literature", f"instances: {claim.instances}", points=tried)
