/** The numbers of the current step, the regime, and what a screen reader is told. */

import { limits, loss, regimes, slope, step, update } from "nnmath-catalog";

import { print } from "../numbers.ts";
import { part, parts, setText } from "../page.ts";
import { say, type Language, type Word } from "../words.ts";
import type { Course } from "./course.ts";
import { weightAt } from "./view.ts";

// Long enough that a key held down is announced once
const PAUSE = 700;

const ENDINGS: Readonly<Partial<Record<Course["ending"], Word>>> = {
  beyond: "ended-beyond",
  cycle: "ended-cycle",
  settled: "ended-settled",
  unfinished: "ended-unfinished",
};

export class Readout {
  private readonly root: HTMLElement;
  private readonly language: Language;
  private readonly live: Element;
  private readonly note: Element;
  private timer = 0;

  constructor(root: HTMLElement, language: Language) {
    this.root = root;
    this.language = language;
    this.live = part(root, "[data-live]", HTMLElement);
    this.note = part(root, "[data-note]", HTMLElement);
  }

  showNumbers(course: Course, steps: number): void {
    const weight = weightAt(course, steps);
    const values: Record<string, string> = {
      steps: String(steps),
      weight: print(weight),
      loss: print(loss(weight)),
      slope: print(slope(weight)),
      update: print(update(course.learningRate, weight)),
      next: print(step(weight, course.learningRate)),
    };
    for (const cell of parts(this.root, "[data-value]", HTMLElement)) {
      setText(cell, values[cell.dataset["value"] ?? ""] ?? "");
    }
  }

  /** Mark the regime that holds, and show its words and its theorem. */
  showRegime(course: Course): void {
    const shown = course.ending === "at-rest" ? "at-rest" : course.regime;
    for (const button of parts(this.root, "[data-regime]", HTMLElement)) {
      button.setAttribute("aria-pressed", String(button.dataset["regime"] === course.regime));
    }
    for (const words of parts(this.root, "[data-meaning]", HTMLElement)) {
      words.toggleAttribute("data-current", words.dataset["meaning"] === shown);
    }
  }

  /** A line about how the run ended, where it has. */
  showEnding(course: Course, steps: number): void {
    setText(this.note, this.ending(course, steps));
  }

  showNote(text: string): void {
    setText(this.note, text);
  }

  /** Tell a screen reader the regime and the step in words, once the reader pauses. */
  announce(course: Course, steps: number): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      setText(this.live, this.describe(course, steps));
    }, PAUSE);
  }

  /** The state in a sentence. */
  describe(course: Course, steps: number): string {
    const weight = weightAt(course, steps);
    const values = {
      rate: print(course.learningRate),
      regime: this.regimeName(course),
      steps: String(steps),
      weight: print(weight),
      loss: print(loss(weight)),
    };
    const sentence = say(this.language, "described", values);
    return [sentence, this.ending(course, steps)].filter(Boolean).join(" ");
  }

  regimeName(course: Course): string {
    if (course.ending === "at-rest") return say(this.language, "at-rest");
    return regimes.find(({ id }) => id === course.regime)?.name[this.language] ?? "";
  }

  private ending(course: Course, steps: number): string {
    const word = ENDINGS[course.ending];
    if (word === undefined || steps < course.horizon) return "";
    return say(this.language, word, { steps: String(steps), size: print(limits.size) });
  }
}
