/** Keeps the state in the page's address, and takes it from there. */

import { fromHash, toHash, type State } from "./state.ts";

// Browsers refuse too many changes of the address in a short time
const DELAY = 250;

export class Address {
  private readonly root: HTMLElement;
  private timer = 0;

  constructor(root: HTMLElement, restore: (state: State) => void) {
    this.root = root;
    window.addEventListener("hashchange", () => this.read(restore));
    this.read(restore);
  }

  /** Write the state soon; the reader's place in the history stays as it is. */
  write(state: State): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      try {
        history.replaceState(history.state, "", toHash(this.root.id, state));
      } catch {
        // Some browsers refuse this for pages opened from disk; the widget works without
      }
    }, DELAY);
  }

  private read(restore: (state: State) => void): void {
    const state = fromHash(this.root.id, location.hash);
    if (!state) return;
    clearTimeout(this.timer);
    restore(state);
    this.root.scrollIntoView({ block: "nearest" });
  }
}
