"""How a verdict was reached, in the reader's language: the kernel says it in its own words."""

from __future__ import annotations

import re
from types import MappingProxyType

from nnmath import catalog
from nnmath.notation.text import Language, Text

METHODS = MappingProxyType(
    {
        "algebra": Text(ja="式変形", en="algebra"),
        "argument": Text(ja="段階を追った証明", en="argument, step by step"),
        "balls": Text(ja="区間演算", en="ball arithmetic"),
        "both directions": Text(ja="両方向の証明", en="both directions"),
        "cases": Text(ja="場合分け", en="cases"),
        "cosine": Text(ja="余弦の減少", en="the fall of the cosine"),
        "constant sequence": Text(ja="定数列", en="constant sequence"),
        "contradiction": Text(ja="背理法", en="contradiction"),
        "definition": Text(ja="定義", en="definition"),
        "definition of the limit": Text(ja="極限の定義による証明", en="definition of the limit"),
        "differentiate": Text(ja="微分", en="differentiation"),
        "equal expressions": Text(ja="等しい式", en="equal expressions"),
        "induction": Text(ja="数学的帰納法", en="induction"),
        "insert": Text(ja="代入", en="insertion"),
        "instance": Text(ja="特別な場合", en="instance"),
        "known": Text(ja="既に示したこと", en="known already"),
        "lemma": Text(ja="補題", en="lemma"),
        "limit": Text(ja="極限", en="limit"),
        "literature": Text(ja="文献", en="literature"),
        "normal form": Text(ja="標準形", en="normal form"),
        "nothing was assumed about it": Text(ja="任意の値", en="nothing was assumed about it"),
        "shift": Text(ja="番号のずらし", en="shift of the index"),
        "sign certificate": Text(ja="符号の証明", en="sign certificate"),
        "start": Text(ja="出発点", en="starting point"),
        "take-limit": Text(ja="極限", en="limit"),
        "unfold": Text(ja="定義の代入", en="insertion of a definition"),
        "update": Text(ja="更新則", en="update rule"),
    }
)
STEPS = re.compile(r"(\d+) checked steps?")
BETWEEN = Text(ja="、", en=", ")


def method_name(method: str, language: Language) -> str:
    """Translate a method; what has no translation is left as it is.

    >>> method_name("update, normal form", "ja")
    '更新則、標準形'
    >>> method_name("5 checked steps", "ja"), method_name("1 checked step", "ja")
    ('5段階をすべて検証', '1段階を検証')
    """
    parts = (part_name(part, language) for part in method.split(", ") if part)
    return BETWEEN.to(language).join(parts)


def part_name(part: str, language: Language) -> str:
    """Translate one part of a method."""
    if part in METHODS:
        return METHODS[part].to(language)
    if found := STEPS.fullmatch(part):
        every = "" if found[1] == "1" else "すべて"
        return f"{found[1]}段階を{every}検証" if language == "ja" else part
    kind, _, name = part.partition(" ")
    if kind == "lemma" and name in catalog:
        return f"{METHODS[kind].to(language)}: {catalog[name].name.to(language)}"
    return part
