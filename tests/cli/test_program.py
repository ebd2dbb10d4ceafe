"""The whole program: installed, interrupted, and without a command."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from nnmath.cli.failure import INTERRUPTED
from tests.cli.running import Run, refused

PROGRAM = Path(sys.executable).with_name("nnmath")


def test_no_command_and_an_unknown_one(run: Run, tmp_path: Path) -> None:
    refused(run(), tmp_path)
    refused(run("frobnicate"), tmp_path)
    assert run("--help")[0] == run("prove", "--help")[0] == 0


def test_an_interruption_is_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from nnmath.proof import question

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(question, "prove", interrupted)
    assert run("prove", "x", "x") == (INTERRUPTED, "", "nnmath: stopped\n")


def started(*arguments: str, **options: Any) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [PROGRAM, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # A shell that runs the tests in the background has SIGINT ignored, and a child inherits it
        preexec_fn=listen_for_interruption,
        **options,
    )


def listen_for_interruption() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_the_installed_command(tmp_path: Path) -> None:
    program = started("prove", "__import__('os')", "1", cwd=tmp_path)
    output, complaint = program.communicate(timeout=120)
    refused((program.returncode, output, complaint), tmp_path)


def test_a_terminal_without_greek(tmp_path: Path) -> None:
    plain = os.environ | {"PYTHONIOENCODING": "ascii"}
    program = started("show", "gradient-descent-step", cwd=tmp_path, env=plain)
    output, complaint = program.communicate(timeout=120)
    assert (program.returncode, complaint) == (0, "") and "W[t + 1] =" in output


def test_a_reader_who_leaves_early(tmp_path: Path) -> None:
    program = started("show", "gradient-descent-step", cwd=tmp_path)
    assert program.stdout and program.stderr
    program.stdout.close()
    assert program.stderr.read() == ""
    assert program.wait(timeout=120) == INTERRUPTED


def test_an_interrupted_verification(tmp_path: Path) -> None:
    # A line on standard error tells that verifying has begun, for which Python must have started
    slowly = os.environ | {"TTY_COMPATIBLE": "1", "NNMATH_FRESH": "1"}
    program = started("verify", cwd=tmp_path, env=slowly)
    assert program.stderr
    first = program.stderr.read(1)
    time.sleep(0.1)
    os.killpg(program.pid, signal.SIGINT)
    output, complaint = program.communicate(timeout=120)
    assert (program.returncode, output) == (INTERRUPTED, "")
    assert (first + complaint).endswith("nnmath: stopped\n") and "Traceback" not in complaint
    assert list(tmp_path.iterdir()) == []
