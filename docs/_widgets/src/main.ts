/** Brings the widgets and exercises of a page to life. */

import { mountExercise } from "./exercises/exercise.ts";
import { mountGradientStep } from "./gradient-step/widget.ts";

const WIDGETS: Readonly<Record<string, (root: HTMLElement) => void>> = {
  "gradient-step": mountGradientStep,
};

/** Mount what is not mounted yet: a page may come in by instant navigation. */
function mountAll(): void {
  for (const root of document.querySelectorAll<HTMLElement>("[data-widget]:not([data-mounted])")) {
    root.dataset["mounted"] = "";
    WIDGETS[root.dataset["widget"] ?? ""]?.(root);
  }
  for (const root of document.querySelectorAll<HTMLElement>("[data-exercise]:not([data-mounted])")) {
    root.dataset["mounted"] = "";
    mountExercise(root);
  }
}

/** Material's stream of pages; absent where the page is opened by itself. */
interface Pages {
  subscribe(next: () => void): void;
}

const pages = (window as { document$?: Pages }).document$;
if (pages) pages.subscribe(mountAll);
else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", mountAll);
else mountAll();
