"""The node process that evaluates what is printed."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator

import pytest

from tests.printing.engine import LISTEN, NODE, NodeProcess


@pytest.fixture(scope="module")
def node_process() -> Iterator[NodeProcess]:
    arguments = [NODE, "-e", LISTEN]
    with subprocess.Popen(
        arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield NodeProcess(process)
        assert process.stdin
        process.stdin.close()
