"""The words of the widgets and exercises, in both languages."""

from __future__ import annotations

from nnmath.notation.text import Text

# Told by the scripts; {name} is filled in there
SCRIPT_WORDS = {
    "run": Text(ja="続けて更新", en="Run"),
    "pause": Text(ja="一時停止", en="Pause"),
    "described": Text(
        ja="学習率 {rate}({regime})。{steps} 回更新して、重みは {weight}、損失は {loss}。",
        en="Learning rate {rate} ({regime}). Updates: {steps}; weight: {weight}; loss: {loss}.",
    ),
    "at-rest": Text(ja="静止", en="at rest"),
    "ended-beyond": Text(
        ja="発散しました。{steps} 回目の更新で損失が大きくなりすぎたので({size})、ここで止めます。",
        en="Diverged: after {steps} updates the loss is too large to draw ({size}), "
        "so the run stops here.",
    ),
    "ended-cycle": Text(
        ja="何回更新しても、この 2 点を行き来するだけです。",
        en="However many updates follow, "
        "the weight only goes back and forth between these two points.",
    ),
    "ended-settled": Text(
        ja="{steps} 回の更新で、傾きがほぼ 0 になりました。最小点のすぐ近くです。",
        en="By update {steps} the slope is almost 0: the point is very near the minimizer.",
    ),
    "ended-unfinished": Text(
        ja="{steps} 回更新しても決着がつかないので、ここで止めます。",
        en="Undecided after {steps} updates; the run stops here.",
    ),
    "clamped": Text(
        ja="学習率は {rates}、初期値は {starts} の範囲です。いちばん近い値にしました。",
        en="The learning rate can be {rates}, the initial value {starts}. "
        "The nearest value was taken.",
    ),
    "unreadable": Text(
        ja="数として読めません。0.5、1/2、½ のように書いてください。",
        en="That does not read as a number. Write it like 0.5, 1/2 or ½.",
    ),
    "answer-right": Text(ja="正解です。", en="That is right."),
    "answer-wrong": Text(
        ja="まだ違います。もう一度考えるか、ヒントを開いてみてください。",
        en="Not yet. Think it over once more, or open a hint.",
    ),
    "answer-slip": Text(ja="まだ違います。{words}", en="Not yet. {words}"),
    "answer-rounded": Text(
        ja="近い値ですが、丸められています。分数か、途中で切らない小数で答えてください。",
        en="Close, but rounded. Give the exact value, as a fraction or a full decimal.",
    ),
    "answer-empty": Text(ja="数を入力してください。", en="Type a number first."),
    "answer-unreadable": Text(
        ja="数として読めません。0.5、1/2、½ のように書いてください。",
        en="That does not read as a number. Write it like 0.5, 1/2 or ½.",
    ),
    "answer-zero-denominator": Text(
        ja="分母が 0 です。0 で割ることはできません。",
        en="The denominator is 0, and nothing can be divided by 0.",
    ),
    "choice-empty": Text(ja="どれか一つを選んでください。", en="Choose one of them first."),
    "solved-before": Text(ja="前に正解した問題です。", en="You have solved this one before."),
}

# Written into the page when it is built
PAGE_WORDS = {
    "widget": Text(ja="勾配降下法を動かす", en="Gradient descent, by hand"),
    "parabola": Text(
        ja="重みと損失:放物線、これまでの更新、接線、次の一歩",
        en="Weight and loss: the parabola, the updates so far, the tangent, the next step",
    ),
    "loss-curve": Text(
        ja="更新の回数と損失:これまでの値とこれからの値",
        en="Updates and loss: the values so far and those to come",
    ),
    "parabola-title": Text(ja="重みと損失", en="Weight and loss"),
    "loss-curve-title": Text(ja="更新の回数と損失", en="Updates and loss"),
    "point": Text(ja="点の重み", en="Weight of the point"),
    "learning-rate": Text(ja="学習率", en="Learning rate"),
    "start": Text(ja="初期値", en="Initial value"),
    "entry": Text(ja="{quantity}の値", en="{quantity}, as a number"),
    "step": Text(ja="1 回更新", en="Step"),
    "reset": Text(ja="最初に戻す", en="Reset"),
    "example": Text(ja="例題の値にする", en="Worked example"),
    "scale": Text(ja="対数目盛", en="log scale"),
    "regimes": Text(ja="学習率で決まるふるまい", en="What the learning rate makes it do"),
    "proof": Text(ja="証明", en="Proof"),
    "numbers": Text(ja="この更新の数値", en="The numbers of this step"),
    "static": Text(
        ja="学習率 {rate} で {start} から {steps} 回更新したようす。"
        "JavaScript を有効にすると、自分で値を変えて試せます。",
        en="{steps} updates from {start} with a learning rate of {rate}. "
        "With JavaScript you can try values of your own.",
    ),
    "answer": Text(ja="答え", en="Answer"),
    "check": Text(ja="答え合わせ", en="Check"),
    "choices": Text(ja="選択肢", en="Choices"),
    "solution": Text(ja="答えを見る", en="Show the answer"),
    "no-script": Text(
        ja="答えの入力には JavaScript が必要です。",
        en="Typing an answer needs JavaScript.",
    ),
}

MEANINGS = {
    "converges": Text(
        ja="更新のたびに、最小点へ同じ側から近づきます。",
        en="Each update brings the point closer to the minimizer, always on the same side.",
    ),
    "one-step": Text(
        ja="初期値が何であっても、1 回の更新でちょうど最小点に着きます。",
        en="A single update lands exactly on the minimizer, whatever the initial value.",
    ),
    "oscillates": Text(
        ja="更新のたびに最小点を飛び越えながら、それでも近づいていきます。",
        en="Each update leaps over the minimizer, and still lands closer to it.",
    ),
    "two-cycle": Text(
        ja="更新のたびに反対側の同じ高さへ飛び、2 点のあいだを行き来し続けます。",
        en="Each update leaps to the same height on the other side, back and forth for ever.",
    ),
    "diverges": Text(
        ja="更新のたびに最小点を飛び越え、前よりも遠くへ離れます。損失は増える一方です。",
        en="Each update leaps over the minimizer and lands further away. The loss only grows.",
    ),
    "at-rest": Text(
        ja="初期値が最小点です。勾配が 0 なので、学習率が何であっても重みは動きません。",
        en="The initial value is the minimizer. The gradient is 0 there, "
        "so no learning rate moves the weight.",
    ),
}
