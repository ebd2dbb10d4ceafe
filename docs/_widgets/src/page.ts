/** Finding the parts of a widget in the page that the site builder wrote. */

/** The one element that matches, of the wanted kind; a missing part is our mistake and is said. */
export function part<T extends Element>(
  root: ParentNode,
  selector: string,
  kind: abstract new () => T,
): T {
  const found = root.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`the page lacks ${selector}`);
  return found;
}

/** Every element that matches, of the wanted kind. */
export function parts<T extends Element>(
  root: ParentNode,
  selector: string,
  kind: abstract new () => T,
): T[] {
  return [...root.querySelectorAll(selector)].filter((found): found is T => found instanceof kind);
}

/** Change a text only where it differs, so that screen readers hear each change once. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
