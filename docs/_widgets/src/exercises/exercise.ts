/** An exercise: reads the answer, says at once what it is worth, and remembers what is solved. */

import { part, parts } from "../page.ts";
import { languageOf, say, type Language, type Word } from "../words.ts";
import { isSolved, markSolved } from "./progress.ts";
import { equal, isRounded, parse, type Rational, type Refusal } from "./rational.ts";

/** What an answer is worth, and the words for it. */
interface Assessment {
  readonly outcome: "right" | "wrong" | "unread";
  readonly text: string;
}

const REFUSED: Readonly<Record<Refusal, Word>> = {
  empty: "answer-empty",
  "zero-denominator": "answer-zero-denominator",
  unreadable: "answer-unreadable",
};

export function mountExercise(root: HTMLElement): void {
  new Exercise(root).open();
}

class Exercise {
  private readonly id: string;
  private readonly root: HTMLElement;
  private readonly language: Language;
  private readonly form: HTMLFormElement;
  private readonly feedback: HTMLElement;

  constructor(root: HTMLElement) {
    this.root = root;
    this.id = root.dataset["exercise"] ?? "";
    this.language = languageOf(root);
    this.form = part(root, "form", HTMLFormElement);
    this.feedback = part(root, "[data-feedback]", HTMLElement);
  }

  open(): void {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.show(this.assess());
    });
    this.form.addEventListener("input", () => this.clear());
    for (const hint of parts(this.root, "details.nn-hint", HTMLDetailsElement)) {
      // The next hint stays within reach when this one is closed again
      hint.addEventListener("toggle", () => (hint.dataset["seen"] = ""));
    }
    part(this.form, "button", HTMLButtonElement).disabled = false;
    if (isSolved(this.id)) this.showSolved("solved-before");
  }

  private assess(): Assessment {
    const given = new FormData(this.form).get("answer");
    const text = typeof given === "string" ? given : "";
    return this.root.dataset["kind"] === "choice" ? this.assessChoice(text) : this.assessNumber(text);
  }

  private assessChoice(chosen: string): Assessment {
    if (chosen === "") return this.worth("unread", "choice-empty");
    if (chosen === this.form.dataset["answer"]) return this.worth("right", "answer-right");
    return this.slipAt((value) => value === chosen) ?? this.worth("wrong", "answer-wrong");
  }

  private assessNumber(text: string): Assessment {
    const typed = parse(text);
    if (typeof typed === "string") return this.worth("unread", REFUSED[typed]);
    const answer = exact(this.form.dataset["answer"] ?? "");
    if (equal(typed, answer)) return this.worth("right", "answer-right");
    const slip = this.slipAt((value) => equal(exact(value), typed));
    if (slip) return slip;
    return this.worth("wrong", isRounded(typed, text, answer) ? "answer-rounded" : "answer-wrong");
  }

  /** The words for a slip that the exercise foresees. */
  private slipAt(matches: (value: string) => boolean): Assessment | null {
    const slips = JSON.parse(this.form.dataset["slips"] ?? "[]") as [string, string][];
    const slip = slips.find(([value]) => matches(value));
    if (!slip) return null;
    return { outcome: "wrong", text: say(this.language, "answer-slip", { words: slip[1] }) };
  }

  private worth(outcome: Assessment["outcome"], word: Word): Assessment {
    return { outcome, text: say(this.language, word) };
  }

  private show({ outcome, text }: Assessment): void {
    this.root.dataset["outcome"] = outcome;
    // A choice is not invalid when it is wrong, and ARIA knows no invalid radio button
    for (const input of parts(this.form, "input[type=text]", HTMLInputElement)) {
      input.setAttribute("aria-invalid", String(outcome !== "right"));
    }
    // Empty first: the same words twice are to be heard twice
    this.feedback.textContent = "";
    requestAnimationFrame(() => (this.feedback.textContent = text));
    if (outcome === "right") {
      markSolved(this.id);
      this.root.dataset["solved"] = "";
    }
  }

  private showSolved(word: Word): void {
    this.root.dataset["solved"] = "";
    this.feedback.textContent = say(this.language, word);
  }

  private clear(): void {
    delete this.root.dataset["outcome"];
    this.feedback.textContent = "";
    for (const input of parts(this.form, "input", HTMLInputElement)) input.removeAttribute("aria-invalid");
  }
}

/** A number that the page itself holds. */
function exact(text: string): Rational {
  const number = parse(text);
  if (typeof number === "string") throw new Error(`the page holds an unreadable number: ${text}`);
  return number;
}
