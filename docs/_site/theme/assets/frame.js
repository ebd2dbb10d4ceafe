// What surrounds a page: search, table of contents, header. Every page reads well without it.
"use strict";
(() => {
  const find = (selector) => document.querySelector(selector);

  // The theme's own script is for the search alone, and comes when the reader turns to it
  const [open, query] = [find("#__search"), find(".md-search__input")];
  const startSearch = () => {
    const script = document.createElement("script");
    script.src = find("#theme-scripts").content.querySelector("script[src]").src;
    script.onload = () => {
      // Where the address names a place, it closes the search that it was fetched for
      if (location.hash) open.addEventListener("change", () => setTimeout(() => open.click()), { once: true });
      // The event that it waits for has long passed
      document.dispatchEvent(new Event("DOMContentLoaded"));
    };
    document.body.append(script);
  };
  const search = (event) => {
    event?.preventDefault();
    query.focus();
    open.checked = true;
  };
  if (query) {
    query.addEventListener("focus", startSearch, { once: true });
    query.addEventListener("focus", () => (open.checked = true));
    find(".md-header [for=__search]").addEventListener("click", search);
    document.addEventListener("keydown", (event) => {
      const typing = event.target.closest("input, textarea, select, [contenteditable]");
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
      if (plain && !typing && ["/", "f", "s"].includes(event.key)) search(event);
    });
    if (new URLSearchParams(location.search).has("q")) search();
  }

  // The words that a search has led to
  const sought = new URLSearchParams(location.search).get("h");
  const article = find("article");
  if (sought && article && window.Highlight) CSS.highlights.set("sought", new Highlight(...places(sought.split(" "))));

  function* places(words) {
    const texts = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode;
      if (text.parentElement.closest(".katex")) continue;
      for (const word of words.filter(Boolean)) {
        const start = text.data.toLowerCase().indexOf(word.toLowerCase());
        if (start < 0) continue;
        const range = new Range();
        range.setStart(text, start);
        range.setEnd(text, start + word.length);
        yield range;
      }
    }
  }

  // The entry of what is being read; a heading counts as passed once it is in the upper third
  const contents = find(".md-sidebar--secondary .md-sidebar__scrollwrap");
  const entries = new Map();
  for (const link of contents?.querySelectorAll("a.md-nav__link") ?? []) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) entries.set(heading, link);
  }
  const passed = new Set();
  const follow = new IntersectionObserver(
    (changes) => {
      for (const { target, isIntersecting } of changes) passed[isIntersecting ? "add" : "delete"](target);
      const current = [...entries.keys()].findLast((heading) => passed.has(heading));
      for (const [heading, link] of entries) link.classList.toggle("md-nav__link--active", heading === current);
      const link = entries.get(current);
      if (link) contents.scrollTop = link.offsetTop - contents.clientHeight / 2;
    },
    { rootMargin: "999999px 0px -66% 0px" },
  );
  for (const heading of entries.keys()) follow.observe(heading);

  // Past the title of the page, the header shows it
  const [title, header] = [find("article h1"), find(".md-header__title")];
  if (title) {
    // Where it came and went between two frames, the last change counts
    const show = (changes) => header.classList.toggle("md-header__title--active", !changes.at(-1).isIntersecting);
    new IntersectionObserver(show, { rootMargin: "-48px 0px 999999px 0px" }).observe(title);
  }

  // Who scrolls back a little may want to go all the way
  const top = find(".md-top");
  let last = 0;
  addEventListener(
    "scroll",
    () => {
      top.hidden = scrollY < 400 || scrollY >= last;
      last = scrollY;
    },
    { passive: true },
  );
  top.addEventListener("click", () => scrollTo({ top: 0, behavior: "smooth" }));

  // A link out of the drawer to another place on this page closes it
  addEventListener("hashchange", () => (find("#__drawer").checked = false));
})();
