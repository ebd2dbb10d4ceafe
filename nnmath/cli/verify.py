"""`nnmath verify`: each formula proved, each mistake refuted, as a table or as JSON."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from nnmath.cli.command import Command
from nnmath.cli.coverage import MAP, rows, summary
from nnmath.cli.failure import DOES_NOT_STAND, Failure, unknown

if TYPE_CHECKING:
    from nnmath.catalog import Catalog, Entry
    from nnmath.proof.verdict import Verdict

COLOURS = {"PROVED": "green", "DEFINED": "blue", "REFUTED": "magenta", "CITED": "cyan"}
TRUTHS = "derivations and theorems"
# Nobody can prove a definition, and a mistake is to be refuted: they are counted apart
GROUPS = {
    TRUTHS: ("derivation", "theorem", "cited"),
    "definitions": ("definition", "optimizer"),
    "mistakes": ("mistake",),
}


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
    parser.add_argument(
        "--fresh", action="store_true", help="prove all anew, also what earlier runs have proved"
    )


def run(options: argparse.Namespace) -> int:
    """Verify, report, and say whether every claim stands."""
    from nnmath import catalog as book
    from nnmath.catalog import Catalog

    for id in options.ids:
        if id not in book.shelf:
            raise unknown("formula", id, book)
    # A catalog of its own: what was kept on disk is no news for whoever proves in this process
    catalog = Catalog(book.shelf)
    catalog.remember(fresh=options.fresh)
    ids = list(dict.fromkeys(options.ids)) or list(catalog)
    found = assess(catalog, ids)
    try:
        results = list(found if options.json else with_progress(found, len(ids)))
    except BrokenProcessPool:
        raise Failure("a process that proves was ended from outside", DOES_NOT_STAND) from None
    if options.json:
        print(json.dumps([result.row for result in results], indent=1, ensure_ascii=False))
    else:
        print_table(results)
        print_summary(results, len(catalog.verifier.recalled))
        if not options.ids:
            print_mutants()
        if not options.ids and MAP.exists():
            print(f"plan of the book: {summary(rows(MAP))}")
    complaints = [result.complaint for result in results if result.complaint]
    for complaint in complaints:
        print(f"nnmath: {complaint}", file=sys.stderr)
    return DOES_NOT_STAND if complaints else 0


def assess(catalog: Catalog, ids: Sequence[str]) -> Iterator[Result]:
    """Verify claims, and say of each whether it stands."""
    return (result(catalog, entry) for entry in catalog.assess_all(ids))


def result(catalog: Catalog, entry: Entry) -> Result:
    """A claim with what is wrong with it."""
    try:
        catalog.admit(entry)
    except catalog.Unverified as reason:
        return Result(entry, " ".join(str(reason).split()))
    return Result(entry, "")


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


def print_summary(results: list[Result], recalled: int) -> None:
    """Print what the verdicts come to, and how long proofs take."""
    entries = [result.entry for result in results]
    for name, kinds in GROUPS.items():
        print_group(name, [entry.verdict for entry in entries if entry.kind in kinds])
    proofs = [entry for entry in entries if entry.verdict.status.name == "PROVED"]
    if proofs:
        slowest = max(proofs, key=lambda entry: entry.verdict.seconds)
        middle = median(entry.verdict.seconds for entry in proofs)
        print(f"ms per proof: median {1000 * middle:.1f}, ", end="")
        print(f"slowest {1000 * slowest.verdict.seconds:.1f} ({slowest.id})")
    if recalled:
        print(f"{recalled} as proved by an earlier run, unchanged since (--fresh proves all anew)")
    standing = sum(not result.complaint for result in results)
    print(f"{standing} of {len(results)} claims stand")


def print_mutants() -> None:
    """Print what all mutants came to when they were last tried; a run that one survives is no
    record."""
    from nnmath.proof.mutation import Score
    from nnmath.publishing.mutation_scores import recorded

    scores = recorded()
    whole = sum(scores.values(), Score())
    print(
        f"mutants of {len(scores)} claims, as recorded: {whole.tried} tried, "
        f"{whole.killed} killed, {whole.harmless} true and listed, "
        f"{whole.unneeded} other proofs of the same"
    )


def print_group(name: str, verdicts: Sequence[Verdict]) -> None:
    """Print how many have which verdict; of what is to be true, the share that is proved."""
    if not verdicts:
        return
    counts = sorted(Counter(verdict.status for verdict in verdicts).items(), reverse=True)
    words = ", ".join(f"{count} {status.name}" for status, count in counts)
    proved = sum(verdict.status.name == "PROVED" for verdict in verdicts)
    share = f" ({proved / len(verdicts):.1%} PROVED)" if name == TRUTHS else ""
    print(f"{len(verdicts)} {name}: {words}{share}")


VERIFY = Command("verify claims of the catalog, all or those that are named", add_arguments, run)
