"""The set-up: what it installs, for which goal, and when it leaves things alone."""

import os
import sys
from pathlib import Path

import pytest

from nnmath.installation import goals, packages, steps, system

ROOT = Path(__file__).resolve().parent.parent
BUILDER = "cython==3.0.12 \\\n    --hash=sha256:aa\n"
BUILT = "pycairo==1.29.2 \\\n    --hash=sha256:bb\n"
PLAIN = "rich==15.0.0\n"
LOCK = BUILDER + BUILT + PLAIN


class Runs(list[tuple[str, ...]]):
    """Stands in for `run`: remembers commands, and fails at the one that is told."""

    failing_at = ""

    def __call__(self, label: str, command: tuple[str, ...], **_: object) -> None:
        self.append(tuple(command))
        if "venv" in command:
            python = Path(command[-1], "bin", "python")
            python.parent.mkdir(parents=True, exist_ok=True)
            python.touch()
        if self.failing_at and self.failing_at in command:
            raise steps.Fault(f"{label} failed")

    def count(self, word: str) -> int:  # type: ignore[override]
        return sum(word in command for command in self)


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> Runs:
    recorded = Runs()
    monkeypatch.setattr(packages, "run", recorded)
    monkeypatch.setattr(system, "run", recorded)
    return recorded


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> packages.PythonPackages:
    lock = tmp_path / "nnmath" / "installation" / "requirements.lock"
    lock.parent.mkdir(parents=True)
    lock.write_text(LOCK)
    monkeypatch.setattr(packages, "LOG", tmp_path / "build" / "install.log")
    return packages.PythonPackages(tmp_path)


# --- Python packages ---------------------------------------------------------------------------


def test_second_installation_does_nothing(clone: packages.PythonPackages, runs: Runs) -> None:
    clone.install()
    assert (runs.count("venv"), runs.count("install")) == (1, 2)
    runs.clear()
    clone.install()
    assert runs == []


def test_new_lock_is_installed_into_the_same_venv(
    clone: packages.PythonPackages, runs: Runs
) -> None:
    clone.install()
    runs.clear()
    clone.lock.write_text(LOCK.replace("15.0.0", "15.0.1"))
    clone.install()
    assert (runs.count("venv"), runs.count("install")) == (0, 2)


def test_frameworks_stay_apart_and_follow_their_own_lock(
    clone: packages.PythonPackages, runs: Runs
) -> None:
    clone.install()
    runs.clear()
    frameworks = packages.FrameworkPackages(clone.root)
    frameworks.lock.write_text(PLAIN)
    frameworks.install()
    made, installed = runs
    assert made[-1] == str(clone.venv / "frameworks")
    assert installed[0] == str(frameworks.python) and installed[-1] == str(frameworks.lock)
    runs.clear()
    frameworks.install()
    clone.install()
    assert runs == []


def test_only_their_own_goal_installs_the_frameworks(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    steps = ("install_system_packages", "install_project", "install_npm_packages")
    for step in (*steps, "install_browser"):
        monkeypatch.setattr(goals, step, lambda *_: None)
    monkeypatch.setattr(goals.PythonPackages, "install", lambda self: asked.append(self.folder))
    for goal in goals.GOALS:
        asked.clear()
        goals.install(goal)
        wanted = [".venv", ".venv/frameworks"] if goal == "frameworks" else [".venv"]
        assert asked == wanted


def test_stopped_installation_is_begun_anew(clone: packages.PythonPackages, runs: Runs) -> None:
    clone.install()
    clone.lock.write_text(LOCK.replace("15.0.0", "15.0.1"))
    runs.failing_at = "--no-build-isolation"
    with pytest.raises(steps.Fault):
        clone.install()
    assert not clone.are_usable()
    runs.failing_at = ""
    runs.clear()
    clone.install()
    assert runs[0][-2:] == ("--clear", str(clone.venv))
    assert clone.are_current()


@pytest.mark.parametrize("broken", ["bin/python", "packages.stamp"])
def test_half_made_venv_is_made_anew(
    clone: packages.PythonPackages, runs: Runs, broken: str
) -> None:
    clone.install()
    runs.clear()
    (clone.venv / broken).unlink()
    clone.install()
    assert runs.count("--clear") == 1
    assert clone.are_current()


def test_venv_of_another_python_is_made_anew(
    clone: packages.PythonPackages, runs: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    clone.install()
    runs.clear()
    monkeypatch.setattr(packages, "PYTHON", "python3.99")
    clone.install()
    assert runs.count("--clear") == 1


def test_builders_come_before_what_they_build(clone: packages.PythonPackages, runs: Runs) -> None:
    clone.install()
    first, second = (Path(run[run.index("-r") + 1]) for run in runs if "-r" in run)
    assert first.read_text() == BUILDER + PLAIN
    assert second == clone.lock


def test_npm_packages_follow_their_lock(tmp_path: Path, runs: Runs) -> None:
    widgets = tmp_path / "docs" / "_widgets"
    packages.install_npm_packages(tmp_path)
    assert runs == []
    (widgets / "node_modules").mkdir(parents=True)
    (widgets / "package.json").write_text("{}")
    (widgets / "package-lock.json").write_text("{}")
    packages.install_npm_packages(tmp_path)
    packages.install_npm_packages(tmp_path)
    assert runs.count("ci") == 1
    (widgets / "package-lock.json").write_text('{"packages": {}}')
    packages.install_npm_packages(tmp_path)
    assert runs.count("ci") == 2


def test_project_is_installed_again_for_a_new_dependency_but_not_for_a_style(
    tmp_path: Path, runs: Runs
) -> None:
    settings = tmp_path / "pyproject.toml"
    text = '[build-system]\n[project]\nname = "nnmath"\n[tool.setuptools]\n'
    settings.write_text(text)
    nnmath = tmp_path / ".venv" / "bin" / "nnmath"
    nnmath.parent.mkdir(parents=True)
    nnmath.touch()
    packages.install_project(tmp_path)
    settings.write_text(text + "[tool.ruff]\nline-length = 90\n")
    packages.install_project(tmp_path)
    assert len(runs) == 1
    settings.write_text(text.replace("nnmath", "other"))
    packages.install_project(tmp_path)
    assert len(runs) == 2


# --- The system's packages ---------------------------------------------------------------------

MISSING = (
    system.Need("cairo", "libcairo2-dev", "cairo", lambda: False),
    system.Need("a C compiler", "gcc libc6-dev", "", lambda: False),
    system.Need("pango", "libpango1.0-dev", "pango", lambda: True),
)


def machine(monkeypatch: pytest.MonkeyPatch, platform: str, uid: int, *programs: str) -> None:
    """A machine with these programs only; its sudo, if any, asks for no password."""
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(os, "geteuid", lambda: uid)
    monkeypatch.setattr(
        system.shutil, "which", lambda name: f"/usr/bin/{name}" if name in programs else None
    )
    monkeypatch.setattr(system, "succeeds", lambda *command: "" if command[0] in programs else None)


@pytest.mark.parametrize(
    ("uid", "programs", "prefix"),
    [(0, ("apt-get",), ("env",)), (1000, ("apt-get", "sudo"), ("sudo", "-n", "env"))],
)
def test_apt_installs_what_is_missing_and_only_that(
    monkeypatch: pytest.MonkeyPatch,
    runs: Runs,
    uid: int,
    programs: tuple[str, ...],
    prefix: tuple[str, ...],
) -> None:
    machine(monkeypatch, "linux", uid, *programs)
    system.install_system_packages(MISSING, "site")
    update, install = runs
    assert update[-1] == "update"
    assert install[: len(prefix)] == prefix
    assert install[-3:] == ("libcairo2-dev", "gcc", "libc6-dev")


@pytest.mark.parametrize(
    ("platform", "programs", "way"),
    [
        ("linux", ("apt-get",), "run `sudo apt-get install libcairo2-dev gcc libc6-dev`"),
        ("linux", (), "install them with your package manager (Debian's names: libcairo2-dev gcc"),
        ("darwin", ("brew",), "run `brew install cairo`"),
    ],
)
def test_without_rights_one_line_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
    runs: Runs,
    platform: str,
    programs: tuple[str, ...],
    way: str,
) -> None:
    machine(monkeypatch, platform, 1000, *programs)
    with pytest.raises(steps.Fault) as fault:
        system.install_system_packages(MISSING, "site")
    message = str(fault.value)
    assert message.startswith("missing cairo, a C compiler: ")
    assert way in message
    assert message.endswith("then `make site` again")
    assert "\n" not in message
    assert runs == []


def test_goals_ask_only_for_what_they_need(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "distribution", lambda: "debian")
    asked = {
        goal: {
            need.name
            for need in system.needs(goal in goals.DRAWING, goal in goals.BROWSING, building=False)
        }
        for goal in goals.GOALS
    }
    font = f"the font {system.FONT}"
    assert asked["verify"] == asked["lint"] == set()
    assert asked["site"] == asked["render"] == {font}
    assert asked["test"] == {font, "Chromium"}


def test_browser_is_fetched_only_where_there_is_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, runs: Runs
) -> None:
    machine(monkeypatch, "linux", 1000)
    packages.install_browser(tmp_path)
    assert runs[-1][1:] == ("install", "chromium")
    fetched = tmp_path / ".venv" / "browsers" / "chromium-1" / "chrome-linux" / "chrome"
    fetched.parent.mkdir(parents=True)
    fetched.touch()
    packages.install_browser(tmp_path)
    assert len(runs) == 1
    assert system.find_browser(tmp_path) == fetched


# --- What is pinned ----------------------------------------------------------------------------


def test_locks_name_versions_and_hashes_but_no_registry() -> None:
    for name, least in (("requirements.lock", 51), ("frameworks.lock", 20)):
        lock = (ROOT / "nnmath" / "installation" / name).read_text()
        entries = [line for line in lock.splitlines() if line[:1].isalnum()]
        assert len(entries) >= least
        assert all("==" in entry and entry.endswith("\\") for entry in entries)
        assert "://" not in lock
    npm = (ROOT / "docs" / "_widgets" / "package-lock.json").read_text()
    assert '"resolved"' not in npm
    assert '"integrity"' in npm
