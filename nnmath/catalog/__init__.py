"""5 · The catalog: id → entry with its verdict; hands out nothing weaker than declared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches

from nnmath import printing
from nnmath.catalog.entry import Entry, entry_of
from nnmath.notation.text import Text
from nnmath.printing import NoCode
from nnmath.proof.claims import Claim
from nnmath.proof.library import Shelf, expected
from nnmath.proof.verdict import Status, Verdict
from nnmath.proof.walkthrough import CheckedStep as Step
from nnmath.theory import EXERCISES, PARTS, REGIMES, SHELF, TEMPLATES
from nnmath.theory.exercises import Exercise
from nnmath.theory.regimes import Regime
from nnmath.verdicts import Verifier, cores, opened

__all__ = ["Catalog", "Entry", "Exercise", "NoCode", "Regime", "Step", "UnknownEntry", "Unverified"]


class UnknownEntry(KeyError):
    """No entry has this id; `suggestion` is the nearest one that exists, if any is near."""

    def __init__(self, id: str, suggestion: str | None) -> None:
        super().__init__(id)
        self.id, self.suggestion = id, suggestion

    def __str__(self) -> str:
        hint = f" (did you mean {self.suggestion!r}?)" if self.suggestion else ""
        return f"unknown formula {self.id!r}{hint}"


class Unverified(ValueError):
    """A claim's verdict is weaker than it declares; one line names the claim and the reason."""


class Catalog(Mapping[str, Entry]):
    """Every claim of the book; each is verified the first time it is asked for.

    Args:
        shelf: The claims.

    Raises:
        UnknownEntry: There is no such id.
        Unverified: The claim's verdict is weaker than it declares.

    >>> Catalog(SHELF)["worked-example-derivative"].verdict.status.name
    'PROVED'
    """

    UnknownEntry = UnknownEntry
    Unverified = Unverified
    parts: Mapping[Text, tuple[Claim, ...]] = PARTS
    regimes: tuple[Regime, ...] = REGIMES
    exercises: Mapping[str, Exercise] = EXERCISES

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.verifier = Verifier(shelf)
        self._entries: dict[str, Entry] = {}

    def __getitem__(self, id: str) -> Entry:
        if id not in self._entries:
            if id not in self.shelf:
                near = get_close_matches(str(id), self.shelf, n=1)
                raise UnknownEntry(id, near[0] if near else None)
            self.admit(self.assess(id))
        return self._entries[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self.shelf)

    def __len__(self) -> int:
        return len(self.shelf)

    def assess(self, id: str) -> Entry:
        """The entry with its verdict, whatever that is: for reports, never for readers."""
        return entry_of(self.shelf[id], self.verifier.check(id))

    def assess_all(self, ids: Sequence[str] = ()) -> Iterator[Entry]:
        """As `assess` for several ids in their order (none: all), proved on every processor."""
        ids = tuple(ids) or tuple(self)
        checked = self.verifier.check_all(ids, cores())
        return (entry_of(self.shelf[id], each) for id, each in zip(ids, checked, strict=True))

    def admit(self, entry: Entry) -> None:
        """Have readers get an entry that was assessed.

        Raises:
            Unverified: Its verdict is weaker than it declares.
        """
        self._entries[entry.id] = accepted(entry.claim, entry)

    def remember(self, *, fresh: bool = False) -> None:
        """Take verdicts that were kept on disk by earlier runs, and keep new ones for later runs.

        Args:
            fresh: Whether to prove all anew.
        """
        self.verifier = Verifier(self.shelf, opened(self.shelf, fresh=fresh))

    def instantiate(self, id: str, **numbers: str) -> Entry:
        """A worked entry with a reader's own numbers, verified on the spot.

        Args:
            id: An id among `TEMPLATES`.
            numbers: Exact decimals such as "0.001", by the template's names.

        Raises:
            UnknownEntry: There is no such template.
            ValueError: A number cannot be read.
        """
        if id not in TEMPLATES:
            near = get_close_matches(id, TEMPLATES, n=1)
            raise UnknownEntry(id, near[0] if near else None)
        claim = TEMPLATES[id](**numbers)
        return accepted(claim, entry_of(claim, self.shelf.check(claim)))


def accepted(claim: Claim, entry: Entry) -> Entry:
    """The entry, if its verdict is at least the declared one.

    Raises:
        Unverified: It is not.
    """
    wanted, verdict = expected(claim), entry.verdict
    if verdict.status is wanted if wanted is Status.REFUTED else verdict.status >= wanted:
        return entry
    raise Unverified(f"{claim.id!r} is declared {wanted.name} but is {complaint(verdict)}")


def complaint(verdict: Verdict) -> str:
    """A verdict in one line, with its counterexample or reason."""
    if verdict.counterexample is not None:
        return f"{verdict.status.name} {verdict.counterexample}"
    obstacle = f" {printing.plain(verdict.obstacle)}" if verdict.obstacle is not None else ""
    return f"{verdict.status.name}: {verdict.reason}{obstacle}"


catalog = Catalog(SHELF)
