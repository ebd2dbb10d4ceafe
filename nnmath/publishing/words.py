"""The few words that pages need around formulas, in both languages."""

from __future__ import annotations

from types import MappingProxyType

from nnmath.notation.symbol import Sort
from nnmath.notation.text import Text

WORDS = MappingProxyType(
    {
        "algebra": Text(ja="計算", en="algebra"),
        "anchor": Text(ja="この式へのリンク", en="link to this formula"),
        "argument": Text(ja="証明", en="argument"),
        "colour": Text(ja="色", en="colour"),
        "because": Text(ja="理由", en="because"),
        "claim": Text(ja="主張", en="claim"),
        "claims": Text(ja="主張", en="claims"),
        "code": Text(ja="コード", en="code"),
        "correct": Text(ja="正しくは", en="Correct"),
        "counterexample": Text(
            ja="検証器が見つけた反例", en="counterexample found by the verifier"
        ),
        "derivation": Text(ja="導出", en="derivation"),
        "domain": Text(ja="定義域", en="domain"),
        "exercise": Text(ja="演習問題", en="exercise"),
        "expression": Text(ja="式", en="expression"),
        "film": Text(ja="アニメーション", en="animation"),
        "film-missing": Text(
            ja="このアニメーションはまだ作られていません。",
            en="This animation has not been rendered yet.",
        ),
        "given": Text(ja="仮定", en="given"),
        "hint": Text(ja="ヒント", en="hint"),
        "how": Text(ja="検証のしかた", en="how this was verified"),
        "left": Text(ja="左辺", en="left side"),
        "meaning": Text(ja="意味", en="meaning"),
        "method": Text(ja="方法", en="method"),
        "milliseconds": Text(ja="ミリ秒", en="ms"),
        "other-proof": Text(ja="同じ主張の別証明", en="another proof"),
        "part": Text(ja="分野", en="part"),
        "points": Text(ja="試した点", en="points tried"),
        "proof": Text(ja="証明へ", en="to the proof"),
        "range": Text(ja="値の範囲", en="values"),
        "reason": Text(ja="根拠", en="evidence"),
        "rejected": Text(ja="拒否", en="rejected"),
        "right": Text(ja="右辺", en="right side"),
        "role": Text(ja="役割", en="role"),
        "rule": Text(ja="使った規則", en="rule used"),
        "slips": Text(ja="書き換え", en="slips"),
        "source": Text(ja="出典", en="source"),
        "statement": Text(ja="本文へ", en="to the text"),
        "step": Text(ja="段階", en="step"),
        "steps-verified": Text(ja="各段階の検証", en="how each step was verified"),
        "sum": Text(ja="合計", en="total"),
        "symbol": Text(ja="記号", en="symbol"),
        "test": Text(ja="テスト", en="test"),
        "time": Text(ja="時間", en="time"),
        "true-as-well": Text(ja="これも正しい", en="true as well"),
        "uses": Text(ja="使うもの", en="rests on"),
        "verdict": Text(ja="判定", en="verdict"),
        "wrong": Text(ja="誤り", en="wrong"),
    }
)

KINDS = MappingProxyType(
    {
        "definition": Text(ja="定義", en="definition"),
        "derivation": Text(ja="導出", en="derivation"),
        "theorem": Text(ja="定理", en="theorem"),
        "mistake": Text(ja="誤り", en="mistake"),
        "optimizer": Text(ja="最適化手法", en="optimizer"),
        "cited": Text(ja="文献の定理", en="theorem from the literature"),
    }
)

# In the order in which a reader is told of them
SORTS = MappingProxyType(
    {
        Sort.REAL: Text(ja="実数", en="real numbers"),
        Sort.NATURAL: Text(ja="0以上の整数", en="0, 1, 2, …"),
        Sort.COUNT: Text(ja="1以上の整数", en="1, 2, 3, …"),
    }
)
INTEGERS = Text(ja="整数", en="integers")
# By the number of axes
SHAPES = (
    Text(ja="実数のベクトル", en="vectors of real numbers"),
    Text(ja="実数の行列", en="matrices of real numbers"),
    Text(ja="実数の配列", en="arrays of real numbers"),
)
