"""Sizes and codecs of films, as data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Quality:
    """A frame size and rate, and how hard the encoder works.

    Args:
        width: Pixels.
        height: Pixels.
        frame_rate: Frames a second.
        crf: Constant rate factor of x264; smaller is finer and larger.
        preset: Speed of x264.
    """

    width: int
    height: int
    frame_rate: int
    crf: int
    preset: str


@dataclass(frozen=True)
class Format:
    """A file format.

    Args:
        codec: The encoder's name in FFmpeg.
        options: The encoder's options beyond the quality's.
        container: The container's options.
        still: One frame instead of a film.
    """

    codec: str
    options: tuple[tuple[str, str], ...] = ()
    container: tuple[tuple[str, str], ...] = ()
    still: bool = False


QUALITIES = {
    "preview": Quality(854, 480, 15, 26, "ultrafast"),
    "site": Quality(1280, 720, 30, 24, "medium"),
    "hd": Quality(1920, 1080, 60, 20, "veryfast"),
    "4k": Quality(3840, 2160, 60, 20, "veryfast"),
}

FORMATS = {
    # faststart puts the index first, so that a browser plays before it has the whole file
    "mp4": Format("libx264", (("tune", "animation"),), (("movflags", "+faststart"),)),
    # AV1 by SVT: six times as fast as VP9 at the same size
    "webm": Format("libsvtav1", (("preset", "8"), ("crf", "32"))),
    "gif": Format("gif"),
    "png": Format("png", still=True),
}
GIF_WIDTH, GIF_RATE = 800, 15
