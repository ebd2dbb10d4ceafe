"""The font of all words in films."""

from __future__ import annotations

FONT = "Noto Sans CJK JP"
FONT_PACKAGE = "fonts-noto-cjk"
