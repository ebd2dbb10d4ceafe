"""One step of gradient descent: the slope says where to go, the learning rate says how far."""

from __future__ import annotations

from manim import Create, FadeIn, FadeOut, GrowFromCenter, GrowFromPoint, MoveToTarget, Write

from nnmath import catalog
from nnmath.notation.roles import Role
from nnmath.notation.symbols import LEARNING_RATE, LOSS, WEIGHT
from nnmath.notation.text import Text
from nnmath.publishing import boards
from nnmath.simulation import descend, optimizer, regime_of, surface
from scenes.parameters import Exact, Parameters, Whole, spelling
from scenes.stage import theme
from scenes.stage.board import LOWER, Board, Chip
from scenes.stage.lecture import Beat, LectureScene
from scenes.stage.lettering import Formula
from scenes.stage.panels import Panels
from scenes.stage.picture import Labels, StepPicture
from scenes.stage.readout import Gauges

# One learning rate of each regime, and where all of them start
PANEL_RATES = ("0.1", "0.5", "0.8", "1", "1.1")
PANEL_START, PANEL_STEPS = "3", 4
SURFACE, EQUATION, RULE = "worked-example", "worked-example-loss", "gradient-descent"

GOAL = Beat(
    Text(ja="損失が最小になる重みを探す", en="Look for the weight with the least loss"),
    Text(
        ja="横軸は重み W、縦軸は損失 E。この例の損失のグラフは放物線です。",
        en="Weight W across, loss E upwards. The loss of this example is a parabola.",
    ),
)
START = Beat(
    Text(ja="いまの重みは {start}", en="The weight is now {start}"),
    Text(
        ja="出発点は W = {start}。曲線上のこの点から谷底へ下りたい。",
        en="We start at W = {start} and want to get down to the bottom of the valley.",
    ),
)
SLOPE = {
    "moving": Beat(
        Text(ja="接線の傾きが、進む向きを教える", en="The slope of the tangent says which way"),
        Text(
            ja="W = {start} で接線を引くと、傾きは {slope} です。",
            en="The tangent at W = {start} has the slope {slope}.",
        ),
    ),
    "still": Beat(
        Text(ja="接線は水平：ここがもう谷底", en="The tangent is level: this is the bottom"),
        Text(
            ja="W = 0 では接線が水平で、傾きは 0 です。",
            en="At W = 0 the tangent is level; its slope is 0.",
        ),
    ),
}
UPDATE = Beat(
    Text(ja="更新則：傾きと反対の向きへ動かす", en="The update rule: move against the slope"),
    Text(
        ja="次の重みは、いまの重みから「学習率 η × 傾き」を引いたもの。",
        en="The next weight is the present one minus the learning rate η times the slope.",
    ),
)
NUMBERS = Beat(
    Text(ja="いまの数値を入れる", en="Set in the numbers of this step"),
    Text(
        ja="重み {start}、学習率 {rate}、傾き {slope} を代入すると、次の重みは {after} です。",
        en="With weight {start}, learning rate {rate} and slope {slope}, the next is {after}.",
    ),
)
STEP = {
    "closeup": Beat(
        Text(
            ja="実際の1歩：{factor} 倍に拡大して見る", en="The true step, magnified {factor} times"
        ),
        Text(
            ja="この1歩は図の上では小さすぎて見えないので、{factor} 倍に拡大しています。",
            en="On this scale the step is too short to see, so it is shown {factor} times larger.",
        ),
    ),
    "direct": Beat(
        Text(ja="これが1歩", en="This is the step"),
        Text(
            ja="W は {start} から {after} へ動き、点は曲線に沿って移ります。",
            en="W goes from {start} to {after}, and the point follows the curve.",
        ),
    ),
    "still": Beat(
        Text(ja="傾きが 0 なら動かない", en="No slope, no step"),
        Text(
            ja="傾きが 0 なので、重みは変わりません。",
            en="The slope is 0, so the weight stays as it is.",
        ),
    ),
}
REPEAT = Beat(
    Text(ja="同じ更新を繰り返す", en="Repeat the same update"),
    Text(
        ja="新しい点で傾きを求め、同じ更新を繰り返します(全 {steps} 回)。",
        en="Take the slope at the new point and update again; {steps} updates in all.",
    ),
)
OUTCOME = {
    "whole": Beat(
        Text(ja="学習率 {rate} では「{regime}」", en="At a learning rate of {rate}: {regime}"),
        Text(
            ja="{steps} 回の更新のあと。この学習率での動きは「{regime}」です。",
            en="After {steps} updates. This learning rate gives: {regime}.",
        ),
    ),
    "cut": Beat(
        Text(
            ja="学習率 {rate} では「{regime}」：{shown} 歩より先は画面の外",
            en="Learning rate {rate}: {regime}, out of sight after step {shown}",
        ),
        Text(
            ja="谷底から遠ざかり続けるので、{shown} 歩目までを示しました。動きは「{regime}」です。",
            en="Each step leads farther out; {shown} of them fit the frame. Regime: {regime}.",
        ),
    ),
}
COMPARE = Beat(
    Text(ja="学習率を大きくすると？", en="What does a larger learning rate do?"),
    Text(
        ja="同じ出発点から、学習率だけを変えて 4 歩ずつ進めます。",
        en="Four steps each from the same start; only the learning rate differs.",
    ),
)
VERDICT = Beat(
    Text(ja="学習率 {rate} は「{regime}」", en="Learning rate {rate}: {regime}"),
    Text(
        ja="学習率で動きが決まります。はじめの η = {rate} は「{regime}」にあたります。",
        en="The learning rate decides the motion; η = {rate} belongs to: {regime}.",
    ),
)


class GradientStep(LectureScene):
    """The slope says where to go, the learning rate says how far."""

    name = Text(ja="勾配降下法の1歩", en="One step of gradient descent")
    parameters = Parameters(
        learning_rate=Exact("0.001", low="0.00001", high="10", nearest_to_zero="0.00001"),
        start=Exact("5", low="-100", high="100", nearest_to_zero="0.01"),
        steps=Whole(100, low=1, high=200),
    )
    length = 50.0

    def setup(self) -> None:
        """Simulate first, draw second."""
        super().setup()
        start, rate = (spelling(self.values[name]) for name in ("start", "learning_rate"))
        self.run = self.descent(start, rate, self.values["steps"])
        self.regime = regime_of(rate)
        self.picture, self.board = self.draw(start, rate)
        self.words = {
            **boards.worked_numbers(start, rate),
            "start": start,
            "rate": rate,
            "regime": self.regime.name,
            "steps": self.values["steps"],
            "factor": self.picture.view.factor,
            "shown": self.picture.shown,
        }

    def construct(self) -> None:
        self.find_the_slope()
        self.set_the_numbers_in()
        self.take_the_step()
        self.repeat()
        self.compare()

    def descent(self, start: str, rate: str, steps: int):
        """A run on the surface of the worked example."""
        rule = optimizer(RULE, learning_rate=float(rate))
        return descend(surface(SURFACE), float(start), rule, steps=steps)

    def draw(self, start: str, rate: str) -> tuple[StepPicture, Board]:
        """The picture and the formulas of this step."""
        labels = Labels(
            weight=boards.letter(WEIGHT),
            loss=boards.letter(LOSS),
            equation=boards.statement(catalog[EQUATION].statement),
            here=boards.amount(WEIGHT, start),
            slope=boards.worked_slope(start),
            amount=boards.worked_amount(start, rate),
        )
        picture = StepPicture(
            surface(SURFACE).loss, self.run.positions, float(self.run.gradients[0]), labels
        )
        chip = Chip(
            LEARNING_RATE.meaning.to(self.language),
            Formula(boards.setting(LEARNING_RATE, rate), theme.SMALL_FORMULA),
            Role.LEARNING_RATE,
        )
        rule, numbers = boards.update_rule(), boards.worked_step(start, rate)
        return picture, Board(Formula(rule, 0.42), Formula(numbers, 0.44), chip)

    def find_the_slope(self) -> None:
        """Where we are, and how steep it is there."""
        picture, plot = self.picture, self.picture.plot
        # The loss is a valley
        self.play(self.say(GOAL), Create(plot.axes), FadeIn(plot.marks, picture.names))
        self.play(Create(plot.curve), Write(picture.equation), run_time=1.8)
        self.hold(0.8)
        # The present weight is a point on it
        self.play(self.say(START, **self.words), GrowFromCenter(picture.ball))
        self.play(Create(picture.stem), picture.hide_ticks(), FadeIn(picture.here))
        self.hold(0.6)
        # The tangent there has a slope
        beat = SLOPE.get(picture.kind, SLOPE["moving"])
        self.play(self.say(beat, **self.words), GrowFromCenter(picture.tangent))
        self.bring_to_front(picture.ball)
        self.play(Write(picture.slope))
        self.hold(1.2)

    def set_the_numbers_in(self) -> None:
        """The rule, and every number moving from where it comes from to its place."""
        picture, board = self.picture, self.board
        # The rule in letters
        self.play(self.say(UPDATE), MoveToTarget(picture.equation))
        self.play(Write(board.rule), FadeIn(board.chip), run_time=1.5)
        self.hold(1.2)
        # The same rule in numbers
        self.play(self.say(NUMBERS, **self.words), board.skeleton())
        self.play(board.set_in("here", picture.here.part("value"), arc=-0.6), run_time=1.1)
        self.play(board.set_in("rate", board.chip.formula.part("value"), arc=0.6), run_time=1.1)
        self.play(board.set_in("slope", picture.slope.part("slope"), arc=-0.6), run_time=1.1)
        self.play(board.outcome())
        self.add(board.numbers)
        self.mark_poster()
        self.hold(1.4)

    def take_the_step(self) -> None:
        """The true step, enlarged where it cannot be seen otherwise."""
        picture, step = self.picture, self.picture.step
        self.play(
            self.say(STEP[picture.kind], **self.words),
            FadeOut(picture.slope),
            FadeIn(picture.view.frame, step.ghost, step.ball),
        )
        self.play(GrowFromPoint(step.arrow, step.ghost.get_center()), FadeIn(picture.amount))
        self.play(Create(step.fall), run_time=0.5)
        self.play(picture.take_step(run_time=1.2))
        self.hold(1.6)

    def repeat(self) -> None:
        """Many steps of the same rule."""
        picture, plot = self.picture, self.picture.plot
        walk, shown = picture.descent(), picture.shown
        positions, losses = (row[: shown + 1] for row in (self.run.positions, self.run.losses))
        gauges = Gauges(boards.running_names(), positions, losses, LOWER)
        gauges.show(1)
        # Back to the whole valley, wide enough for all that follows
        self.play(self.say(REPEAT, **self.words), picture.clear_step(), FadeOut(self.board.numbers))
        self.remove(picture.ball)
        self.add(plot, walk)
        self.play(plot.zoom(picture.wide, walk.follow), FadeIn(gauges))
        # Every new point has a slope of its own
        self.play(walk.run(4.5 if shown > 1 else 0.5, gauges.show, first=1))
        self.play(self.say(OUTCOME[picture.extent], **self.words))
        self.hold(1.0)
        self.play(FadeOut(plot, walk, gauges, picture.names, self.board.rule, self.board.chip))

    def compare(self) -> None:
        """The same start under five learning rates, one of each regime."""
        regimes = [regime_of(rate) for rate in PANEL_RATES]
        panels = Panels(
            surface(SURFACE).loss,
            [self.descent(PANEL_START, rate, PANEL_STEPS).positions for rate in PANEL_RATES],
            [regime.name.to(self.language) for regime in regimes],
            [boards.setting(LEARNING_RATE, rate) for rate in PANEL_RATES],
            [boards.statement(regime.condition, self.language) for regime in regimes],
        )
        # One after the other, so that the eye can follow
        self.play(self.say(COMPARE), panels.draw())
        for panel in panels:
            self.play(panel.announce(), run_time=0.4)
            self.play(panel.descent.run(1.0))
        self.hold(0.6)
        # Where this film's learning rate belongs
        own = panels[regimes.index(self.regime)]
        self.play(self.say(VERDICT, **self.words), Create(own.frame()))
        self.hold(2.0)
