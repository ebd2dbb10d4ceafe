"""What `import nnmath` gives, and what it leaves unimported."""

from __future__ import annotations

import subprocess
import sys

import pytest

import nnmath
from nnmath.proof.nodes import Variable
from nnmath.proof.statements import equal
from nnmath.proof.verdict import Status


def test_the_public_surface() -> None:
    x = Variable(nnmath.catalog["bernoulli-inequality"].symbols[0])
    assert nnmath.prove((x + 1) ** 2, x**2 + 2 * x + 1).status is Status.PROVED
    assert nnmath.prove(equal(x, x + 1)).status is Status.REFUTED
    assert nnmath.prove("r^(n+1)", "r*r^n", domain={"n": "natural"}).status is Status.PROVED
    assert nnmath.prove("sqrt(u^2)", "u", given=("u > 0",)).status is Status.PROVED
    rule = nnmath.optimizer("gradient-descent", learning_rate=0.5)
    run = nnmath.descend(nnmath.surface("worked-example"), 3.0, rule, steps=1)
    assert run.positions.tolist() == [3.0, 0.0]
    with pytest.raises(TypeError):
        nnmath.prove(x, 1.5)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        nnmath.prove(x)


def test_neither_films_nor_pages_are_imported_unasked() -> None:
    code = "import sys, nnmath.cli; print({'manim', 'mkdocs', 'av', 'scenes'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)
    assert done.stdout.strip() == "set()"
