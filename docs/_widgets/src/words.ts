/** Words of the interface in the language of the page. */

import { words } from "nnmath-catalog";

export type Language = keyof typeof words;
export type Word = keyof (typeof words)["en"];

export function isLanguage(value: string | undefined): value is Language {
  return value !== undefined && value in words;
}

/** The language that an element of ours was written in. */
export function languageOf(element: HTMLElement): Language {
  const language = element.dataset["language"];
  if (!isLanguage(language)) throw new Error(`data-language=${language ?? ""} is none of ours`);
  return language;
}

/** The wording, with `{name}` replaced by the values. */
export function say(language: Language, word: Word, values: Record<string, string> = {}): string {
  return words[language][word].replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
