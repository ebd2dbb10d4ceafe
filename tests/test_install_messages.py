"""The set-up when it cannot go on: one line that says what is wrong, where, and what to do."""

import ast
import subprocess
import sys
import time
from pathlib import Path

import pytest

from nnmath.installation import goals, steps

ROOT = Path(__file__).resolve().parent.parent
WAITING = "nnmath: waiting for another installation …\n"


def test_old_python_is_told_in_one_line() -> None:
    pretend = (
        "import sys, runpy; sys.path.insert(0, 'nnmath'); sys.version_info = (3, 9, 2); "
        "runpy.run_module('installation')"
    )
    done = subprocess.run(
        [sys.executable, "-c", pretend], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr == (
        "nnmath: Python 3.9 is too old, 3.11 or newer is needed: "
        "install one and name it, as in `make site PYTHON=python3.11`\n"
    )


@pytest.mark.parametrize("name", ["__init__.py", "__main__.py"])
def test_old_python_can_read_the_door(name: str) -> None:
    ast.parse((ROOT / "nnmath" / "installation" / name).read_text(), feature_version=(3, 4))


@pytest.mark.parametrize(
    ("printed", "meaning"),
    [
        ("ERROR: [Errno 28] No space left on device", "the disk is full: free 3 GB"),
        ("NewConnectionError\nERROR: No matching distribution found", "check the network"),
        ("npm error code EINTEGRITY", "is not the locked file"),
        ("ERROR: No matching distribution found for rich==99", "lacks a locked version"),
        (
            "error: first\nerror: cc failed\nbye",
            "error: cc failed (all it printed: build/install.log)",
        ),
        ("npm error code E1\nnpm error A complete log of this run", "npm error code E1 (all"),
        ("npm error code SELF_SIGNED_CERT_IN_CHAIN", "NODE_EXTRA_CA_CERTS"),
        ("", "it printed nothing"),
    ],
)
def test_failure_has_a_cause_in_one_line(printed: str, meaning: str) -> None:
    assert meaning in steps.cause(printed)
    assert "\n" not in steps.cause(printed)


def test_failed_step_leaves_one_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(steps, "ROOT", tmp_path)
    monkeypatch.setattr(steps, "LOG", tmp_path / "build" / "install.log")
    script = "import sys; print('noise'); sys.exit('error: no luck')"
    with pytest.raises(steps.Fault, match=r"^fetching failed: error: no luck \(all it printed: "):
        steps.run("fetching", (sys.executable, "-c", script), cwd=tmp_path)
    assert capsys.readouterr().out == "nnmath: fetching … failed, 0 s\n"


@pytest.mark.parametrize(
    ("trouble", "said"),
    [
        (steps.Fault("missing cairo: install it"), "nnmath: missing cairo: install it\n"),
        (OSError(28, "No space left on device", "/x"), "/x: No space left on device: mend this"),
        (KeyboardInterrupt(), "nnmath: stopped: run it again"),
    ],
)
def test_foreseeable_trouble_is_one_line_without_traceback(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    trouble: BaseException,
    said: str,
) -> None:
    def install(goal: str) -> None:
        raise trouble

    monkeypatch.setattr(goals, "install", install)
    assert goals.main(["site"]) == 1
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1


@pytest.mark.parametrize("arguments", [[], ["sight"], ["site", "test"]])
def test_unknown_goal_is_refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert goals.main(arguments) == 2
    assert "name one goal of site, " in capsys.readouterr().err


def test_every_goal_that_the_makefile_installs_for_is_known() -> None:
    makefile = (ROOT / "Makefile").read_text()
    known = {line.partition(":")[0] for line in makefile.splitlines() if ": ## " in line}
    assert set(goals.GOALS) <= known


HOLD = """
import sys
import time
from pathlib import Path
sys.path.insert(0, 'nnmath')
from installation import goals, steps
steps.LOG = Path(sys.argv[1], "build", "install.log")
with goals.one_at_a_time(Path(sys.argv[1])):
    steps.run("mine", sys.argv[2:], cwd=Path(sys.argv[1]))
"""


def hold(root: Path, *command: str) -> subprocess.Popen[str]:
    """Another installation, which runs this command while it has the clone for itself."""
    words = [sys.executable, "-c", HOLD, str(root), *command]
    return subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def test_two_installations_wait_for_each_other(tmp_path: Path) -> None:
    with goals.one_at_a_time(tmp_path):
        other = hold(tmp_path, "true")
        assert other.stdout is not None
        assert other.stdout.readline() == WAITING
    assert other.communicate(timeout=20)[0].startswith("nnmath: mine … done")


def test_step_of_a_killed_installation_is_waited_for(tmp_path: Path) -> None:
    killed = hold(tmp_path, "sh", "-c", "touch begun; sleep 1; touch ended")
    assert killed.stdout is not None
    assert killed.stdout.read(len("nnmath: mine …")) == "nnmath: mine …"
    while not (tmp_path / "begun").exists():
        time.sleep(0.01)
    killed.kill()
    killed.communicate(timeout=20)
    after = hold(tmp_path, "ls", "ended")
    assert after.communicate(timeout=20)[0].startswith(WAITING + "nnmath: mine … done")
