"""The words that say what is random, by what they stand for; expressions follow some of them."""

from __future__ import annotations

from collections.abc import Iterator

from nnmath.notation.text import LANGUAGES, Text

RANDOM = Text(ja=" は確率変数", en=" random")
INDEPENDENT = Text(ja=" は互いに独立", en=" independent")
# In the order in which they are said
WORDS = {
    "mean": Text(ja="、平均 ", en=", mean "),
    "variance": Text(ja="、分散 ", en=", variance "),
    "covariance": Text(ja="、共分散 ", en=", covariance "),
    "partner": Text(ja="、その相手 ", en=" with "),
    "finite variance": Text(ja="、分散は有限", en=", of finite variance"),
    "symmetric": Text(ja="、0 について対称", en=", symmetric about 0"),
    "uniform": Text(ja="、一様分布、区間 ", en=", uniform on "),
    "probability": Text(ja="、0 または 1、1 の確率 ", en=", 0 or 1, 1 with probability "),
    "with replacement": Text(ja="、復元抽出", en=", drawn with replacement"),
    "without replacement": Text(ja="、非復元抽出", en=", drawn without replacement"),
    "entries independent": Text(ja="、互いに独立", en=", independent of one another"),
}
ALL = {"random": RANDOM, "independent": INDEPENDENT, **WORDS}


def said() -> Iterator[tuple[str, str]]:
    """What each wording stands for, in every language."""
    for name, text in ALL.items():
        yield from ((name, text.to(language)) for language in LANGUAGES)
