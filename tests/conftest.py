"""What several test files share: the built site, a server for it, and a browser."""

from __future__ import annotations

import functools
import gc
import http.server
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import astuple
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from nnmath.proof.mutation import Score

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def built_site() -> Path:
    """Both languages with their films, built as `make site` does; anew only after a change."""
    from docs._site.build import build
    from nnmath.cli.films import for_site

    # Under a lock and kept by content: of several test processes one builds, the others wait
    site = ROOT / ".cache" / "site-for-tests"
    build(site=site, render=for_site)
    return site


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files without a word."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def site_address(built_site: Path) -> Iterator[str]:
    """The built site on the loopback address: `http://127.0.0.1:PORT/`."""
    handler = functools.partial(Quiet, directory=str(built_site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    from playwright.sync_api import sync_playwright

    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        pytest.fail("chromium is missing: run `make test`, which installs it")
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(
            executable_path=program,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield found
        found.close()


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--portion 2/10`: the second tenth of what is marked `full`; `--record`: keep the outcome."""
    parser.addoption("--portion", default="1/1", metavar="K/N", help="of what is marked full")
    parser.addoption(
        "--record", action="store_true", help="keep what mutants came to, or what frameworks say"
    )


@pytest.fixture
def tell(
    record_property: Callable[[str, object], None], pytestconfig: pytest.Config
) -> Callable[..., None]:
    """Hands a score to the summary at the end, from whichever process; fails where it is bad.

    The outcome of a whole run must be what the table of pages says, unless it is to be kept there.
    """
    from tests.mutation_record import differs

    def hand_over(kind: str, id: str, score: Score, whole: bool) -> None:
        record_property("mutants", (kind, *astuple(score)))
        assert not score.survived, "\n".join(score.survived)
        if not whole:
            return
        record_property("whole", (id, score.killed, score.harmless, score.unneeded))
        wrong = "" if pytestconfig.getoption("--record") else differs(id, score)
        assert not wrong, wrong

    return hand_over


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what belongs to another portion; begin with the site, for which others wait."""
    if needs := next((item for item in items if "built_site" in item.fixturenames), None):  # type: ignore[attr-defined]
        items.remove(needs)
        items.insert(0, needs)
    which, of = map(int, config.getoption("--portion").split("/"))
    if not 1 <= which <= of:
        raise pytest.UsageError(f"--portion {which}/{of}: write K/N with K from 1 to N")
    if of > 1:
        full = [item for item in items if item.get_closest_marker("full")]
        others = {item.nodeid for i, item in enumerate(full) if i % of != which - 1}
        config.hook.pytest_deselected(items=[i for i in items if i.nodeid in others])
        items[:] = [item for item in items if item.nodeid not in others]


def pytest_collection_finish() -> None:
    """What was collected stays: the garbage collector need not walk over it again and again."""
    gc.collect()
    gc.freeze()


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Print how the verifier did against mutants, over all processes, and how far the book is."""
    from nnmath.proof.mutation import Score
    from tests.mutation_record import write

    scores: dict[str, Score] = {}
    whole: dict[str, Score] = {}
    passed, failed = map(terminalreporter.getreports, ("passed", "failed"))
    traps = [sum("/test_trap" in each.nodeid for each in group) for group in (passed, failed)]
    for report in (*passed, *failed):
        for name, value in report.user_properties:
            match name, value:
                case "mutants", (kind, killed, harmless, unneeded, survived, seconds):
                    score = Score(killed, harmless, unneeded, tuple(survived), seconds)
                    scores[kind] = scores.get(kind, Score()) + score
                case "whole", (id, killed, harmless, unneeded):
                    whole[id] = Score(killed, harmless, unneeded)
                case "coverage", _:
                    terminalreporter.write_line(f"plan of the book: {value}")
                case "missing", _:
                    terminalreporter.write_line(f"  missing: {value}")
    if any(traps):
        right, wrong = traps
        terminalreporter.write_line(
            f"traps: {right} tests of what must not be proved hold, {wrong} do not"
        )
    for kind, score in scores.items():
        terminalreporter.write_line(f"mutants {kind}: {score}")
    if whole and config.getoption("--record"):
        write(whole)
