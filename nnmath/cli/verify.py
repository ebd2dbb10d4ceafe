"""`nnmath verify`: each formula proved, each mistake refuted, as a table or as JSON."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nnmath.cli.command import Command
from nnmath.cli.failure import DOES_NOT_STAND, unknown

if TYPE_CHECKING:
    from nnmath.catalog import Entry

COLOURS = {"PROVED": "green", "DEFINED": "blue", "REFUTED": "magenta"}


@dataclass(frozen=True)
class Result:
    """A claim after its verification.

    Args:
        entry: The claim with its verdict.
        complaint: Why it does not stand; empty where it does.
    """

    entry: Entry
    complaint: str

    @property
    def row(self) -> dict[str, object]:
        """What a program reads."""
        verdict = self.entry.verdict
        return {
            "id": self.entry.id,
            "kind": self.entry.kind,
            "verdict": verdict.status.name,
            "method": str(verdict.method),
            "seconds": round(verdict.seconds, 6),
            "points": verdict.points,
            "stands": not self.complaint,
            "complaint": self.complaint,
        }


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what may follow the command."""
    parser.add_argument("ids", nargs="*", metavar="ID", help="a claim's id (default: all)")
    parser.add_argument("--json", action="store_true", help="a list of objects and nothing else")


def run(options: argparse.Namespace) -> int:
    """Verify, report, and say whether every claim stands."""
    from nnmath import catalog

    known = list(catalog)
    for id in options.ids:
        if id not in known:
            raise unknown("formula", id, known)
    ids = list(dict.fromkeys(options.ids)) or known
    results = list(assess(ids) if options.json else with_progress(assess(ids), len(ids)))
    if options.json:
        print(json.dumps([result.row for result in results], indent=1, ensure_ascii=False))
    else:
        print_table(results)
    complaints = [result.complaint for result in results if result.complaint]
    for complaint in complaints:
        print(f"nnmath: {complaint}", file=sys.stderr)
    return DOES_NOT_STAND if complaints else 0


def assess(ids: Iterable[str]) -> Iterator[Result]:
    """Verify one claim after the other."""
    from nnmath import catalog
    from nnmath.catalog import accepted

    for id in ids:
        entry = catalog.assess(id)
        try:
            accepted(entry.claim, entry)
        except catalog.Unverified as reason:
            yield Result(entry, " ".join(str(reason).split()))
        else:
            yield Result(entry, "")


def with_progress(results: Iterator[Result], count: int) -> Iterator[Result]:
    """The results, with a progress bar on the terminal meanwhile."""
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    silent = count < 2 or not console.is_terminal
    yield from track(
        results, "verifying", total=count, console=console, transient=True, disable=silent
    )


def print_table(results: list[Result]) -> None:
    """Print what a reader sees."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text as Styled

    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("id", "kind", "verdict", "method"):
        table.add_column(name, no_wrap=True)
    table.add_column("ms", justify="right", no_wrap=True)
    for result in results:
        verdict = result.entry.verdict
        colour = "red" if result.complaint else COLOURS.get(verdict.status.name, "yellow")
        table.add_row(
            result.entry.id,
            result.entry.kind,
            Styled(verdict.status.name, style=colour),
            str(verdict.method),
            f"{verdict.seconds * 1000:.1f}",
        )
    console = Console()
    # A narrow window or a file must not cut an id that someone searches for
    console.width = max(console.width, 120)
    console.print(table)
    standing = sum(not result.complaint for result in results)
    print(f"{standing} of {len(results)} claims stand")


VERIFY = Command("verify claims of the catalog, all or those that are named", add_arguments, run)
