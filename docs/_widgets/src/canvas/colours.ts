/** Colours from the page's style, so that a canvas is repainted when the reader turns on the dark. */

export interface Colours {
  readonly weight: string;
  readonly gradient: string;
  readonly loss: string;
  readonly learningRate: string;
  readonly text: string;
  readonly faint: string;
  readonly grid: string;
  readonly ground: string;
  readonly font: string;
}

/** The colours that hold for an element now. */
export function readColours(element: Element): Colours {
  const style = getComputedStyle(element);
  const read = (name: string): string => style.getPropertyValue(name).trim();
  return {
    weight: read("--role-weight"),
    gradient: read("--role-gradient"),
    loss: read("--role-loss"),
    learningRate: read("--role-learning-rate"),
    text: read("--widget-text"),
    faint: read("--widget-faint"),
    grid: read("--widget-grid"),
    ground: read("--widget-ground"),
    font: style.fontFamily,
  };
}

/** Call back when the colours of the page may have changed: Material's toggle or the system's. */
export function watchColours(change: () => void): void {
  const observer = new MutationObserver(change);
  const attributes = { attributeFilter: ["data-md-color-scheme", "data-md-color-primary", "class"] };
  observer.observe(document.documentElement, attributes);
  observer.observe(document.body, attributes);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", change);
}
