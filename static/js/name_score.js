// @ts-check
/// <reference types="./globals.d.ts" />

// Scores how well a name matches typed text. Case and accents don't count, and every word must match.
(() => {
  /** Letters that have no base letter with an accent, and the letters typed for them. */
  const alike = new Map(Object.entries({
    "ł": "l",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "ħ": "h",
    "ı": "i",
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
  }));

  /** @type {Matching["fold"]} */
  const fold = (text) =>
    text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().normalize("NFKD")
      .replace(/\p{M}/gu, "").replace(/[łøđðħıßæœþ]/g, (letter) => alike.get(letter) ?? letter);

  /**
   * Scores a word: the whole word, the start of a word, inside a word, or no match.
   * @param {string} word
   * @param {string[]} words
   * @param {string} text
   */
  function fits(word, words, text) {
    if (words.includes(word)) return 3;
    if (words.some((other) => other.startsWith(word))) return 2;
    return text.includes(word) ? 1 : 0;
  }

  /** @type {Matching["score"]} */
  function score(typed, name, around = "") {
    const [text, beside] = [fold(name), fold(around)];
    const split = /[^\p{L}\p{N}]+/u;
    const [words, others] = [text.split(split), beside.split(split)];
    let sum = 0;
    // Compares as many words as the server does, and each word only once
    for (const word of new Set(fold(typed).split(/\s+/, 12).filter(Boolean))) {
      // Text beside the name counts less than the name.
      const fit = 2 * fits(word, words, text) || fits(word, others, beside);
      if (fit === 0) return 0;
      sum += fit;
    }
    return text === fold(typed).trim() ? sum + 100 : sum;
  }

  /** @type {Matching["nameOf"]} */
  const nameOf = (option) =>
    fold(option.querySelector("span:not([class])")?.textContent ?? "").trim();

  globalThis.matching = { fold, nameOf, score };
})();
