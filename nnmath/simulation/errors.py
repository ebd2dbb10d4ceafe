"""What an argument of a simulation may be, said in one line."""

from __future__ import annotations

import math
from collections.abc import Iterable
from difflib import get_close_matches


class SimulationError(ValueError):
    """An argument is not allowed; the message names it, its value and what is."""


def unknown(argument: str, value: object, known: Iterable[str]) -> SimulationError:
    """The error for a name that is none of `known`."""
    names = sorted(known)
    near = get_close_matches(str(value), names, n=1)
    listed = ", ".join(names[:8]) + (", …" if len(names) > 8 else "")
    hint = f"did you mean {near[0]!r}?" if near else f"known: {listed}"
    return SimulationError(f"{argument}={value!r}: unknown ({hint})")


def finite(argument: str, value: object) -> float:
    """The value as a finite float.

    Raises:
        SimulationError: It is no finite number.
    """
    try:
        number = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError):
        number = math.nan
    if not math.isfinite(number) or isinstance(value, bool):
        raise SimulationError(f"{argument}={value!r}: must be a finite number")
    return number


def whole(argument: str, value: object, least: int) -> int:
    """The value as a whole number.

    Raises:
        SimulationError: It is none, or below `least`.
    """
    kind = getattr(getattr(value, "dtype", None), "kind", "i")
    if isinstance(value, (bool, str)) or not hasattr(value, "__index__") or kind not in "iu":
        raise SimulationError(f"{argument}={value!r}: must be a whole number, {least} or more")
    number = int(value)
    if number < least:
        raise SimulationError(f"{argument}={value!r}: must be a whole number, {least} or more")
    return number
