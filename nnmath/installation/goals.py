"""What each goal of the Makefile needs, installed one run at a time."""

import fcntl
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from .packages import (
    FrameworkPackages,
    PythonPackages,
    install_browser,
    install_npm_packages,
    install_project,
)
from .steps import ROOT, Fault
from .system import install_system_packages, needs

GOALS = ("site", "serve", "render", "test", "bench", "verify", "lint", "frameworks")
DRAWING = frozenset({"site", "serve", "render", "test", "bench"})
BUNDLING = frozenset({"site", "serve", "test", "bench"})
BROWSING = frozenset({"test", "bench"})
COMPARING = frozenset({"frameworks"})


def main(arguments: Sequence[str]) -> int:
    if len(arguments) != 1 or arguments[0] not in GOALS:
        print(f"nnmath: name one goal of {', '.join(GOALS)}", file=sys.stderr)
        return 2
    try:
        install(arguments[0])
    except Fault as fault:
        return failed(str(fault))
    except OSError as error:
        where = error.filename or "the set-up"
        return failed(f"{where}: {error.strerror}: mend this and run it again")
    except KeyboardInterrupt:
        return failed("stopped: run it again, it goes on from there")
    return 0


def failed(message: str) -> int:
    print(f"nnmath: {message}", file=sys.stderr)
    return 1


def install(goal: str) -> None:
    with one_at_a_time(ROOT):
        packages = PythonPackages()
        building = not packages.are_current()
        wanted = needs(goal in DRAWING, goal in BROWSING, building)
        install_system_packages(wanted, goal)
        packages.install()
        install_project()
        if goal in BUNDLING:
            install_npm_packages()
        if goal in BROWSING:
            install_browser()
        if goal in COMPARING:
            FrameworkPackages().install()


@contextmanager
def one_at_a_time(root: Path) -> Iterator[None]:
    """Hold the clone's folder itself as the lock: it leaves no file, and ends with its holders."""
    folder = os.open(root, os.O_RDONLY)
    # The running step holds it too: killing this process does not kill pip
    os.set_inheritable(folder, True)
    try:
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("nnmath: waiting for another installation …", flush=True)
            fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)
