"""Captions as WebVTT, with the true times of the film."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from nnmath.notation.text import Language


class Cue(Protocol):
    """A line of text from one time to another, in seconds."""

    start: float
    end: float
    words: str


def webvtt(cues: Iterable[Cue], language: Language) -> str:
    """The caption file of a film."""
    blocks = [f"WEBVTT\nLanguage: {language}"]
    for number, cue in enumerate(cues, start=1):
        times = f"{timestamp(cue.start)} --> {timestamp(cue.end)}"
        blocks.append(f"{number}\n{times}\n{escaped(cue.words)}")
    return "\n\n".join(blocks) + "\n"


def timestamp(seconds: float) -> str:
    """Hours, minutes, seconds and milliseconds.

    >>> timestamp(61.5)
    '00:01:01.500'
    """
    milliseconds = round(seconds * 1000)
    minutes, milliseconds = divmod(milliseconds, 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{milliseconds / 1000:06.3f}"


def escaped(words: str) -> str:
    """The words with WebVTT's own signs spelled out."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
