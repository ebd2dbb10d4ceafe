"""What a lecturer may set in a scene, declared as data with its range."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from scenes.errors import RenderError, unknown

Value = Decimal | int


def spelling(value: Value) -> str:
    """The value as a plain decimal, without exponent or trailing zeros.

    >>> spelling(Decimal("1.0E-4"))
    '0.0001'
    """
    if isinstance(value, int):
        return str(value)
    text = f"{value:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace("-0", "0", text == "-0")


@dataclass(frozen=True)
class Exact:
    """An exact decimal from `low` to `high`.

    Args:
        default: The value when none is given.
        low: Least value.
        high: Greatest value.
        nearest_to_zero: Least absolute value other than 0.
        digits: Most significant digits, so that the formula fits the frame.
    """

    default: str
    low: str
    high: str
    nearest_to_zero: str
    digits: int = 6

    @property
    def allowed(self) -> str:
        """The range in words."""
        gap = f" (0, or at least ±{self.nearest_to_zero})" if Decimal(self.low) < 0 else ""
        return f"a number from {self.low} to {self.high}{gap} of at most {self.digits} digits"

    def parse(self, given: object) -> Decimal | None:
        """The value, or None where it is not allowed."""
        try:
            value = Decimal(str(given).strip()).normalize()
        except InvalidOperation:
            return None
        if not value.is_finite() or not Decimal(self.low) <= value <= Decimal(self.high):
            return None
        if value != 0 and abs(value) < Decimal(self.nearest_to_zero):
            return None
        return value if len(value.as_tuple().digits) <= self.digits else None


@dataclass(frozen=True)
class Whole:
    """A whole number from `low` to `high`."""

    default: int
    low: int
    high: int

    @property
    def allowed(self) -> str:
        """The range in words."""
        return f"a whole number from {self.low} to {self.high}"

    def parse(self, given: object) -> int | None:
        """The value, or None where it is not allowed."""
        text = str(given).strip()
        if len(text) > 9 or not text.isascii() or not text.isdigit():
            return None
        return int(text) if self.low <= int(text) <= self.high else None


class Parameters(Mapping[str, Exact | Whole]):
    """The parameters of a scene by name.

    >>> Parameters(steps=Whole(60, 1, 200)).resolve({"steps": "7"})
    {'steps': 7}
    """

    def __init__(self, **kinds: Exact | Whole) -> None:
        self._kinds = kinds

    def __getitem__(self, name: str) -> Exact | Whole:
        return self._kinds[name]

    def __iter__(self):
        return iter(self._kinds)

    def __len__(self) -> int:
        return len(self._kinds)

    def resolve(self, settings: Mapping[str, object]) -> dict[str, Value]:
        """Return every parameter's value: the given one, or its default.

        Raises:
            RenderError: An unknown parameter, or a value outside its range.
        """
        for name in settings:
            if name not in self:
                raise unknown("parameter", name, self)
        return {name: self._value(name, settings) for name in self}

    def _value(self, name: str, settings: Mapping[str, object]) -> Value:
        kind = self[name]
        given = settings.get(name, kind.default)
        value = kind.parse(given)
        if value is None:
            raise RenderError(f"{name}={str(given)[:40]}: must be {kind.allowed}")
        return value
