"""All cells, and the frameworks' answers to them, each framework in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

import numpy as np

from nnmath.theory.optimizers import FAMILIES
from tests.frameworks import (
    activation_cells,
    layer_cells,
    loss_cells,
    network_cells,
    optimizer_cells,
)
from tests.frameworks.cells import Cell, Quantities

ROOT = Path(__file__).resolve().parents[2]
FILES = (optimizer_cells, loss_cells, activation_cells, layer_cells, network_cells)
PYTHON = ROOT / ".venv" / "frameworks" / "bin" / "python"


@dataclass(frozen=True)
class Answers:
    """What a framework said.

    Args:
        version: Its own.
        has: Which families of optimizers it has by their names.
        quantities: By the name of the cell.
        defaults: Of an optimizer, by the name of the cell and of the hyperparameter.
    """

    version: str
    has: frozenset[str]
    quantities: dict[str, Quantities]
    defaults: dict[str, dict[str, float | None]]


@cache
def cells() -> MappingProxyType[str, Cell]:
    """Every cell that the book declares, by its name."""
    return MappingProxyType({cell.name: cell for file in FILES for cell in file.cells()})


@cache
def answers(framework: str) -> Answers:
    """Ask a framework for all its cells.

    Raises:
        FileNotFoundError: The frameworks are not installed.
        RuntimeError: Its program failed.
    """
    if not PYTHON.exists():
        raise FileNotFoundError(f"{PYTHON.relative_to(ROOT)} is missing: run `make frameworks`")
    questions = {
        name: cell.question() for name, cell in cells().items() if cell.framework == framework
    }
    done = subprocess.run(
        [str(PYTHON), str(Path(__file__).with_name(f"in_{framework}.py"))],
        input=json.dumps({"questions": questions, "wanted": list(FAMILIES)}),
        capture_output=True,
        text=True,
        # What belongs to this process' Python must not reach the other
        env={key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
        | {"JAX_PLATFORMS": "cpu"},
    )
    if done.returncode:
        raise RuntimeError(f"in_{framework}.py failed: {done.stderr.strip().splitlines()[-1]}")
    found = json.loads(done.stdout)
    quantities, defaults = {}, {}
    for name, answer in found["answers"].items():
        if "defaults" in answer:
            defaults[name] = answer.pop("defaults")
        quantities[name] = {key: np.array(value) for key, value in answer.items()}
    return Answers(found["version"], frozenset(found["has"]), quantities, defaults)
