import { textOf } from "./shapes.ts";

/** Slow searches that people can type, each with the maximum length in the palette. */
export const queries: readonly string[] = [
  "a".repeat(190),
  `due ${"1/".repeat(97)}`,
  "a".repeat(60),
  "a".repeat(16),
  textOf("longWords", 190),
  textOf("words", 190),
  textOf("shortWords", 190),
  "a ".repeat(95).trim(),
  "aaa ".repeat(47).trim(),
  "1-".repeat(95),
  "1.".repeat(95),
  "W".repeat(190),
  `@${"ab".repeat(90)}`,
  `#${"ENG-1 ".repeat(30)}`,
  '"'.repeat(190),
  "日".repeat(190),
  "日 ".repeat(95),
  "😀".repeat(95),
  "%_*".repeat(60),
];
