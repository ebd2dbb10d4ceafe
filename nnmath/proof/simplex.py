"""Exact linear programming over ℚ: finds multipliers; nobody needs to trust it.

What it finds is checked by the caller, so a mistake here can lose a proof, never make a false one.
"""

from __future__ import annotations

from fractions import Fraction

from flint import fmpq

from nnmath.proof.fuel import burn

MOST_PIVOTS = 400
ZERO, ONE = fmpq(0), fmpq(1)
Vector = dict[int, fmpq]


class Columns:
    """Sparse vectors, row → entry, and which of them stand above and below 0 in a row, as bits.

    Args:
        vectors: The columns.
    """

    def __init__(self, vectors: list[Vector]) -> None:
        self.vectors = vectors
        above: dict[int, int] = {}
        below: dict[int, int] = {}
        for j, vector in enumerate(vectors):
            for row, entry in vector.items():
                side = above if entry > 0 else below
                side[row] = side.get(row, 0) | 1 << j
        self.rows = above.keys() | below.keys()
        self._sides = {row: (above.get(row, 0), below.get(row, 0)) for row in self.rows}

    def useful(self, target: Vector) -> list[int] | None:
        """The columns that may have a positive multiple; None where a row cannot be met at all.

        Where the target is 0 and all that is left in a row has one sign, none of it can be taken.
        """
        wanted = [(row, entry) for row, entry in target.items() if entry]
        needed = [self._sides.get(row, (0, 0))[entry < 0] for row, entry in wanted]
        balanced = [sides for row, sides in self._sides.items() if not target.get(row)]
        left, before = (1 << len(self.vectors)) - 1, -1
        while left != before:
            before = left
            if not all(side & left for side in needed):
                return None
            for above, below in balanced:
                if not (above & left and below & left):
                    left &= ~(above | below)
        return [j for j in range(len(self.vectors)) if left >> j & 1]


def nonnegative_solution(
    columns: Columns, target: Vector, prefer: set[int]
) -> dict[int, Fraction] | None:
    """Find λ ≥ 0 with Σ λⱼ columnⱼ = target and, where possible, some λⱼ > 0 with j in `prefer`.

    Args:
        columns: What is summed.
        target: A sparse vector.
        prefer: Columns of which a positive multiple is wanted.

    Returns:
        The positive multipliers by column, or None where there are none or the fuel ran out.
    """
    burn(len(columns.rows | target.keys()) * len(columns.vectors))
    useful = columns.useful(target)
    if useful is None:
        return None
    preferred = {new for new, old in enumerate(useful) if old in prefer}
    found = _solved([columns.vectors[old] for old in useful], target, preferred)
    return None if found is None else {useful[new]: value for new, value in found.items()}


def _solved(columns: list[Vector], target: Vector, prefer: set[int]) -> dict[int, Fraction] | None:
    rows = sorted({row for vector in (*columns, target) for row in vector})
    count = len(columns)
    width = count + 3
    table = [[ZERO] * width for _ in rows]
    line_of = {row: line for row, line in zip(rows, table, strict=True)}
    for j, column in enumerate(columns):
        for row, entry in column.items():
            line_of[row][j] = entry
    right = [target.get(row, ZERO) for row in rows]
    # A share s ≤ Σ_{prefer} λ with s ≤ 1 is made as large as possible; two slacks say so
    table.append([fmpq(int(j in prefer)) for j in range(count)] + [-ONE, -ONE, ZERO])
    table.append([ZERO] * count + [ONE, ZERO, ONE])
    right += [ZERO, ONE]
    for i, value in enumerate(right):
        if value < 0:
            table[i] = [-entry for entry in table[i]]
            right[i] = -value
    basis = [width + i for i in range(len(table))]
    cost = [ZERO] * width
    for line in table:
        _take(cost, ONE, _entries(line))
    if not _minimise(table, right, basis, cost, width):
        return None
    if any(value for value, name in zip(right, basis, strict=True) if name >= width):
        return None
    gain = [-ONE if j == count else ZERO for j in range(width)]
    for i, name in enumerate(basis):
        if name == count:
            gain = [g + entry for g, entry in zip(gain, table[i], strict=True)]
    if not _minimise(table, right, basis, gain, width):
        return None
    return {
        name: Fraction(int(value.p), int(value.q))
        for name, value in zip(basis, right, strict=True)
        if value and name < count
    }


def _minimise(
    table: list[list[fmpq]],
    right: list[fmpq],
    basis: list[int],
    cost: list[fmpq],
    width: int,
) -> bool:
    """Pivot by Bland's rule until no cost is negative; False when the fuel runs out."""
    for _ in range(MOST_PIVOTS):
        enter = next((j for j in range(width) if cost[j] < 0), None)
        if enter is None:
            return True
        burn(len(table) * width // 32)
        leave = _leaving(table, right, basis, enter, width)
        if leave is None:
            return False
        pivot = table[leave][enter]
        table[leave] = [entry / pivot if entry else entry for entry in table[leave]]
        right[leave] /= pivot
        entries = _entries(table[leave])
        for i, line in enumerate(table):
            if i != leave and line[enter]:
                right[i] -= line[enter] * right[leave]
                _take(line, line[enter], entries)
        _take(cost, cost[enter], entries)
        basis[leave] = enter
    return False


def _entries(line: list[fmpq]) -> list[tuple[int, fmpq]]:
    return [(j, entry) for j, entry in enumerate(line) if entry]


def _take(line: list[fmpq], factor: fmpq, entries: list[tuple[int, fmpq]]) -> None:
    """Take a multiple of another line away from one, in place."""
    for j, entry in entries:
        line[j] -= factor * entry


def _leaving(
    table: list[list[fmpq]], right: list[fmpq], basis: list[int], enter: int, width: int
) -> int | None:
    best: tuple[fmpq, int, int] | None = None
    for i, line in enumerate(table):
        entry = line[enter]
        if basis[i] >= width and entry and not right[i]:
            return i  # an artificial variable at 0 leaves at once, whatever the sign
        if entry > 0:
            candidate = (right[i] / entry, basis[i], i)
            best = candidate if best is None or candidate < best else best
    return None if best is None else best[2]
