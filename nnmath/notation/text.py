"""Words in both languages of the book."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal, get_args

Language = Literal["ja", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


@dataclass(frozen=True, kw_only=True)
class Text:
    """A piece of prose in Japanese and in English; leaving one out is a TypeError at import.

    Args:
        ja: The Japanese wording, written as an original.
        en: The English wording, written as an original.

    Raises:
        ValueError: A wording is blank.

    >>> Text(ja="重み", en="weight").to("en")
    'weight'
    """

    ja: str
    en: str

    def __post_init__(self) -> None:
        for field in fields(self):
            if not getattr(self, field.name).strip():
                raise ValueError(f"Text: the wording {field.name!r} is blank")

    def to(self, language: Language) -> str:
        """Return the wording in `language`."""
        return self.ja if language == "ja" else self.en
