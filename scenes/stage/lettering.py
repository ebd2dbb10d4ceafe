"""Words and formulas as shapes, sized by the height of their letters."""

from __future__ import annotations

import re
from contextlib import AbstractContextManager
from functools import cache

from manim import DOWN, Typst, VGroup, VMobject, tempconfig
from manim import Text as Glyphs

from nnmath.notation.roles import Role
from nnmath.notation.symbols import SYMBOLS
from scenes.stage import theme

# Glyphs are shaped large and scaled down: small sizes are hinted and their spacing turns uneven
SHAPING_SIZE = 96
DIGIT_AT_48 = 0.344  # height of a Typst digit at manim's font size 48
GROUP = re.compile(r"\{\{|\}\}")
PREAMBLE = "#let group(fill, ..body) = text(fill: rgb(fill), body.pos().join($,$))"
# A line breaks at a space, or where a word follows the kana that end the one before
BREAK = re.compile(r" |(?<=[ぁ-ん])(?=[一-龥ァ-ヶ])")
NAME = re.compile(r"\s*:\s*([a-z][a-z0-9-]*)\s*$")


def unwrapped() -> AbstractContextManager[None]:
    """Shape text on one line: Pango breaks it where it is wider than the frame has pixels."""
    return tempconfig({"pixel_width": 100 * SHAPING_SIZE})


def lighten(letters: VMobject) -> None:
    """Let go of the parsed SVG behind the glyphs, which every copy in an animation would copy."""
    for glyph in letters.submobjects:
        glyph.path_obj = None


@cache
def capital_height() -> float:
    """Height of a capital letter at the shaping size."""
    with unwrapped():
        return Glyphs("H", font=theme.FONT, font_size=SHAPING_SIZE).height


class Words(Glyphs):
    """A line of prose; `size` is the height of its capitals."""

    def __init__(self, text: str, size: float = theme.LABEL, role: Role = Role.PLAIN) -> None:
        with unwrapped():
            super().__init__(
                text,
                font=theme.FONT,
                font_size=SHAPING_SIZE,
                color=theme.colour(role),
                disable_ligatures=True,
            )
        self.letter = size
        self.chars = VGroup()
        lighten(self)
        self.scale(size / capital_height())

    def fit(self, width: float) -> Words:
        """Shrink to `width` where wider."""
        if self.width > width:
            self.letter *= width / self.width
            self.scale_to_fit_width(width)
        return self


def paragraph(text: str, width: float, size: float = theme.LABEL) -> VGroup:
    """Prose of one line, or of two of about the same length where one does not fit."""
    one = Words(text, size)
    if one.width <= width:
        return VGroup(one)
    breaks = [match.start() for match in BREAK.finditer(text)] or range(1, len(text))
    pairs = [[Words(part.strip(), size) for part in (text[:at], text[at:])] for at in breaks]
    # Of two that are as wide, the later: its second line is the short one
    best = min(reversed(pairs), key=lambda pair: round(max(line.width for line in pair), 1))
    return VGroup(*(line.fit(width) for line in best)).arrange(DOWN, buff=0.12)


class Formula(Typst):
    """A formula whose `{{ x : label }}` groups can be selected and have their role's colour.

    Every group is set in a colour of its own, which survives the way through SVG; so one
    compilation finds all groups. `size` is the height of a digit.
    """

    def __init__(self, source: str, size: float = theme.FORMULA) -> None:
        body, self.paths = marked_groups(source)
        super().__init__(
            f"$ {body} $",
            typst_preamble=PREAMBLE,
            font_size=48 * size / DIGIT_AT_48,
            color=theme.PLAIN,
        )
        lighten(self)
        self.letter = size
        self._members = [self._path(glyph) for glyph in self.submobjects]
        for glyph, path in zip(self.submobjects, self._members, strict=True):
            glyph.set_color(theme.colour(role_of(path)))

    def _path(self, glyph: VMobject) -> tuple[tuple[str, int], ...]:
        colour = (
            glyph.get_fill_color().to_hex() if glyph.get_fill_opacity() else glyph.color.to_hex()
        )
        return self.paths.get(colour.lower(), ())

    def part(self, label: str, occurrence: int = 0) -> VGroup:
        """The glyphs of a labelled group."""
        found = VGroup(
            *(
                glyph
                for glyph, path in zip(self.submobjects, self._members, strict=True)
                if (label, occurrence) in path
            )
        )
        if not found:
            raise KeyError(f"no group {label!r} number {occurrence} in {self.typst_code!r}")
        return found

    def rest(self, *parts: VGroup) -> VGroup:
        """The glyphs outside `parts`."""
        taken = {id(glyph) for part in parts for glyph in part}
        return VGroup(*(glyph for glyph in self.submobjects if id(glyph) not in taken))

    def fit(self, width: float) -> Formula:
        """Shrink to `width` where wider."""
        if self.width > width:
            self.letter *= width / self.width
            self.scale(width / self.width)
        return self


def role_of(path: tuple[tuple[str, int], ...]) -> Role:
    """The role of the innermost labelled symbol that has one."""
    roles = [SYMBOLS[label].role for label, _ in path if label in SYMBOLS]
    return next((role for role in reversed(roles) if role is not Role.PLAIN), Role.PLAIN)


def marked_groups(source: str) -> tuple[str, dict[str, tuple[tuple[str, int], ...]]]:
    """Typst source with a distinct fill for each group, and each fill's path of groups."""
    opened: list[int] = []
    spans: list[tuple[int, int, str, int]] = []  # start, end, label, length of the label's text
    for token in GROUP.finditer(source):
        if token.group() == "{{":
            opened.append(token.start())
            continue
        start = opened.pop()
        name = NAME.search(source[start : token.start()])
        if name is None:
            raise ValueError(f"group without a label in {source!r}")
        spans.append((start, token.end(), name.group(1), token.end() - start - name.start()))
    spans.sort()
    counts: dict[str, int] = {}
    numbered = []
    for start, end, label, tail in spans:
        numbered.append((start, end, (label, counts.get(label, 0)), tail))
        counts[label] = counts.get(label, 0) + 1
    edits: dict[int, tuple[int, str]] = {}
    paths: dict[str, tuple[tuple[str, int], ...]] = {}
    for index, (start, end, own, tail) in enumerate(numbered, start=1):
        fill = f"#0000{index:02x}"
        paths[fill] = (*(g for s, e, g, _ in numbered if s < start and end < e), own)
        edits[start] = (2, f'group("{fill}",')
        edits[end - tail] = (tail, ")")
    result, at = [], 0
    for position in sorted(edits):
        length, text = edits[position]
        result += [source[at:position], text]
        at = position + length
    return "".join(result) + source[at:], paths
