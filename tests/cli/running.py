"""What a run of the command line gives, and what its refusal looks like."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from nnmath.cli.failure import BAD_INPUT

Run = Callable[..., tuple[int, str, str]]


def refused(outcome: tuple[int, str, str], folder: Path) -> str:
    """The one line of a refusal: exit code 2, no output, no file."""
    code, output, complaint = outcome
    assert (code, output) == (BAD_INPUT, "")
    assert re.fullmatch(r"nnmath[^\n]*: [^\n]+\n", complaint), complaint
    assert "Traceback" not in complaint and len(complaint) < 400
    assert list(folder.iterdir()) == []
    return complaint.strip()
