/** The widget `gradient-step`: descend the worked example by hand. */

import { examples, limits, ranges, regimes } from "nnmath-catalog";

import { readColours, watchColours, type Colours } from "../canvas/colours.ts";
import { Surface, type Paint, type Size } from "../canvas/surface.ts";
import { print } from "../numbers.ts";
import { part, parts, setText } from "../page.ts";
import { languageOf, say, type Language } from "../words.ts";
import { Address } from "./address.ts";
import { QuantityControl, type Reading } from "./controls.ts";
import { computeCourse, type Course } from "./course.ts";
import { Handle } from "./handle.ts";
import { drawLossCurve } from "./loss-curve.ts";
import { drawParabola, onCurve, parabolaFrame } from "./parabola.ts";
import { Player } from "./player.ts";
import { Readout } from "./readout.ts";
import { INITIAL, type State } from "./state.ts";
import { shownWeight, weightAt, type View } from "./view.ts";

export function mountGradientStep(root: HTMLElement): void {
  new GradientStep(root).open();
}

class GradientStep {
  private readonly root: HTMLElement;
  private readonly language: Language;
  private readonly readout: Readout;
  private readonly rate: QuantityControl;
  private readonly start: QuantityControl;
  private readonly parabola: Surface;
  private readonly curve: Surface;
  private readonly handle: Handle;
  private readonly player: Player;
  private address: Address | null = null;
  private colours: Colours;
  private state: State = INITIAL;
  private course: Course;
  private phase = 1;

  constructor(root: HTMLElement) {
    this.root = root;
    this.language = languageOf(root);
    this.colours = readColours(root);
    this.course = computeCourse(INITIAL.learningRate, INITIAL.start);
    this.readout = new Readout(root, this.language);
    this.rate = new QuantityControl(root, "learning-rate", ranges.learningRate, (value, reading) =>
      this.choose({ learningRate: value }, reading),
    );
    this.start = new QuantityControl(root, "start", ranges.start, (value, reading) =>
      this.choose({ start: value }, reading),
    );
    this.parabola = this.surface("parabola", (context, size) => {
      drawParabola(context, size, this.view());
      this.placeHandle(size);
    });
    this.curve = this.surface("loss-curve", (context, size) =>
      drawLossCurve(context, size, this.view()),
    );
    this.handle = this.makeHandle();
    this.player = new Player(
      (steps, phase) => this.showStep(steps, phase),
      () => this.settle(),
    );
  }

  /** Take the state from the address, listen, and show. */
  open(): void {
    this.listen();
    this.show();
    this.address = new Address(this.root, (state) => {
      this.player.stop();
      this.take(state);
      this.readout.announce(this.course, this.state.steps);
    });
    watchColours(() => {
      this.colours = readColours(this.root);
      this.parabola.redraw();
      this.curve.redraw();
    });
    for (const control of parts(this.root, "[disabled]", HTMLElement)) control.removeAttribute("disabled");
    this.root.dataset["ready"] = "";
  }

  private listen(): void {
    const press = (name: string, action: () => void): void => {
      part(this.root, `[data-action="${name}"]`, HTMLElement).addEventListener("click", action);
    };
    press("step", () => this.advance(this.state.steps + 1));
    press("run", () => this.toggleRun());
    press("reset", () => this.choose({ steps: 0 }, "taken"));
    press("example", () => this.choose({ ...examples.worked, steps: 0 }, "taken"));
    for (const button of parts(this.root, "[data-regime]", HTMLElement)) {
      const regime = regimes.find(({ id }) => id === button.dataset["regime"]);
      if (regime) button.addEventListener("click", () => this.visit(regime.sample));
    }
    const scale = part(this.root, "[data-action='scale']", HTMLInputElement);
    scale.addEventListener("change", () => this.choose({ logarithmic: scale.checked }, "taken"));
  }

  /** A learning rate of another regime, from the beginning. */
  private visit(learningRate: number): void {
    this.choose({ learningRate, steps: 0 }, "taken");
  }

  private choose(change: Partial<State>, reading: Reading): void {
    this.player.stop();
    this.take({ ...this.state, ...change });
    if (reading !== "taken") this.readout.showNote(say(this.language, reading, this.limitsInWords()));
    this.settle();
  }

  /** Make a state the current one, within what its course allows. */
  private take(state: State): void {
    if (state.learningRate !== this.course.learningRate || state.start !== this.course.start) {
      this.course = computeCourse(state.learningRate, state.start);
    }
    const last = this.course.weights.length - 1;
    this.state = { ...state, steps: Math.min(state.steps, last) };
    this.phase = 1;
    this.show();
  }

  private advance(to: number): void {
    this.player.play(this.state.steps, Math.min(to, this.course.weights.length - 1));
    this.show();
  }

  private toggleRun(): void {
    if (this.player.playing) {
      this.player.stop();
      this.take(this.state);
      return this.settle();
    }
    const { horizon } = this.course;
    if (this.state.steps >= horizon) this.take({ ...this.state, steps: 0 });
    this.advance(horizon);
  }

  private showStep(steps: number, phase: number): void {
    this.state = { ...this.state, steps };
    this.phase = phase;
    this.show();
  }

  /** The reader has come to a place: keep it in the address and say it. */
  private settle(): void {
    this.showRunButton();
    this.address?.write(this.state);
    this.readout.announce(this.course, this.state.steps);
  }

  private show(): void {
    const { course, state } = this;
    this.rate.show(state.learningRate, `${print(state.learningRate)}, ${this.readout.regimeName(course)}`);
    this.start.show(state.start, print(state.start));
    this.readout.showNumbers(course, state.steps);
    this.readout.showRegime(course);
    this.readout.showEnding(course, this.phase < 1 ? state.steps - 1 : state.steps);
    this.showRunButton();
    part(this.root, "[data-action='scale']", HTMLInputElement).checked = state.logarithmic;
    const ended = state.steps >= course.weights.length - 1;
    part(this.root, "[data-action='step']", HTMLElement).setAttribute("aria-disabled", String(ended));
    this.parabola.request();
    this.curve.request();
  }

  private showRunButton(): void {
    const button = part(this.root, "[data-action='run'] [data-label]", HTMLElement);
    setText(button, say(this.language, this.player.playing ? "pause" : "run"));
    button.parentElement?.toggleAttribute("data-playing", this.player.playing);
  }

  private view(): View {
    const { course, state, phase, colours } = this;
    return { course, steps: state.steps, phase, logarithmic: state.logarithmic, colours };
  }

  private surface(name: string, paint: Paint): Surface {
    const stage = part(this.root, `[data-plot="${name}"]`, HTMLElement);
    return new Surface(part(stage, "canvas", HTMLCanvasElement), paint);
  }

  private makeHandle(): Handle {
    const stage = part(this.root, '[data-plot="parabola"]', HTMLElement);
    const size = () => ({ width: stage.clientWidth, height: stage.clientHeight });
    return new Handle(
      part(stage, '[role="slider"]', HTMLElement),
      stage,
      (x) => parabolaFrame(this.view(), size()).valueAt(x),
      (weight) => this.choose({ start: weight, steps: 0 }, "taken"),
    );
  }

  private placeHandle(size: Size): void {
    // The first picture is painted while the handle is still being made
    if (!this.handle) return;
    const view = this.view();
    const [x, y] = onCurve(parabolaFrame(view, size), shownWeight(view));
    const weight = weightAt(this.course, this.state.steps);
    this.handle.show(x, y, weight, this.readout.describe(this.course, this.state.steps));
  }

  private limitsInWords(): Record<string, string> {
    const { learningRate, start } = ranges;
    return {
      rates: `${print(learningRate.low)}–${print(learningRate.high)}`,
      starts: `${print(start.low)}–${print(start.high)}`,
      most: String(limits.steps),
    };
  }
}
