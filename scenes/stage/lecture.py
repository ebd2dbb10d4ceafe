"""What every scene of the book has: a language, settings, a headline, captions, a poster."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from manim import UP, AnimationGroup, FadeIn, FadeOut, Scene

from nnmath.notation.text import Language, Text
from scenes.parameters import Parameters, Value, spelling
from scenes.stage import theme
from scenes.stage.lettering import Words

HEADLINE_HEIGHT = 3.5


@dataclass(frozen=True)
class Beat:
    """What a beat says.

    Args:
        headline: The line on screen.
        caption: What the beat shows, for the caption file.
    """

    headline: Text
    caption: Text


@dataclass
class Caption:
    """What a beat shows, in words, and when."""

    start: float
    words: str
    end: float = 0.0


class LectureScene(Scene):
    """A scene that speaks both languages of the book.

    Class attributes:
        name: The film's title.
        parameters: What a lecturer may set.
        length: About how long it is, in seconds; for the progress bar.
    """

    name: ClassVar[Text]
    parameters: ClassVar[Parameters] = Parameters()
    length: ClassVar[float] = 30.0

    def __init__(self, language: Language, values: Mapping[str, Value], **options: Any) -> None:
        super().__init__(**options)
        self.language: Language = language
        self.values = dict(values)
        self.captions: list[Caption] = []
        self.headline: Words | None = None
        self.camera.background_color = theme.GROUND
        self.camera.init_background()

    def say(self, beat: Beat, **words: Any) -> AnimationGroup:
        """The animation that puts up a headline; its beat gets the caption.

        Args:
            beat: Headline and caption.
            words: Values for the {placeholders} of both.
        """
        filled = {
            key: word.to(self.language) if isinstance(word, Text) else shown(word)
            for key, word in words.items()
        }
        self._caption(beat.caption.to(self.language).format(**filled))
        new = Words(beat.headline.to(self.language).format(**filled), theme.HEADLINE)
        new.fit(theme.FRAME_WIDTH - 4 * theme.MARGIN).move_to([0, HEADLINE_HEIGHT, 0])
        old, self.headline = self.headline, new
        coming = FadeIn(new, shift=0.2 * UP)
        if old is None:
            return AnimationGroup(coming)
        return AnimationGroup(FadeOut(old, shift=0.2 * UP), coming, lag_ratio=0.35)

    def _caption(self, words: str) -> None:
        self._end_caption()
        self.captions.append(Caption(self.renderer.time, words))

    def _end_caption(self) -> None:
        if self.captions:
            self.captions[-1].end = self.renderer.time

    def tear_down(self) -> None:
        super().tear_down()
        self._end_caption()

    def hold(self, seconds: float) -> None:
        """A still moment to think."""
        self.wait(seconds, frozen_frame=True)

    def mark_poster(self) -> None:
        """Make the present frame the film's poster."""
        self.renderer.update_frame(self, ignore_skipping=True)
        self.renderer.file_writer.keep_poster(self.renderer.get_frame())


def shown(value: object) -> str:
    """A value as a reader sees it in a sentence."""
    text = spelling(value) if not isinstance(value, (str, float)) else str(value)
    return text.replace("-", "−")
