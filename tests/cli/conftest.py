"""The command line, run in this process and in an empty folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from nnmath import catalog
from nnmath.cli import main
from nnmath.verdicts import cache
from tests.cli.running import Run


@pytest.fixture(scope="session")
def kept_in_this_session(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for verdicts that begins empty: what is shown here was proved here."""
    return tmp_path_factory.mktemp("verdicts")


@pytest.fixture(autouse=True)
def no_verdicts_of_earlier_runs(
    kept_in_this_session: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Keep the verdicts of this machine's owner out of the tests, and the tests' out of theirs."""
    monkeypatch.setattr(cache, "FOLDER", kept_in_this_session)
    monkeypatch.setattr(catalog, "verifier", catalog.verifier)
    for name in cache.FRESH:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command line in an empty folder and returns exit code, output and complaints."""
    monkeypatch.chdir(tmp_path)

    def command(*arguments: str) -> tuple[int, str, str]:
        try:
            code = main(arguments)
        except SystemExit as end:
            code = int(end.code or 0)
        return code, *capsys.readouterr()

    return command
