/** Brings the widgets and exercises of a page to life. */

import { mountExercise } from "./exercises/exercise.ts";
import { mountGradientStep } from "./gradient-step/widget.ts";

const WIDGETS: Readonly<Record<string, (root: HTMLElement) => void>> = {
  "gradient-step": mountGradientStep,
};

/** Everything on the page that is not mounted yet, as tasks in the order of the page. */
function* mounts(): Generator<() => void> {
  for (const root of document.querySelectorAll<HTMLElement>("[data-widget], [data-exercise]")) {
    const mount = "widget" in root.dataset ? WIDGETS[root.dataset["widget"] ?? ""] : mountExercise;
    yield () => {
      root.dataset["mounted"] = "";
      mount?.(root);
    };
  }
}

/** One a task, so that none keeps the reader from scrolling. */
function mountAll(): void {
  for (const mount of mounts()) setTimeout(mount);
}

// What a widget measures is laid out by then
if (document.readyState === "complete") mountAll();
else addEventListener("load", () => setTimeout(mountAll));
