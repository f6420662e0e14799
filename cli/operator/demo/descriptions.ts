import type { Chance } from "./chance.ts";
import type { Work } from "./titles.ts";

const contexts = [
  "Three passengers wrote to us about this in one week, and terminal staff see it too.",
  "This came up in the last review. Everyone agreed, but nobody had written it down.",
  "In spring, we postponed this until the timetable import was stable. It is now.",
  "The port office asks for this every quarter, and their workaround takes half an hour.",
  "Last month, this affected about one booking in forty.",
];
const outcomes = [
  "the {thing} responds within two seconds at peak times",
  "bookings made before the release don't change",
  "the support team can explain it in one sentence",
  "it works with the keyboard alone",
  "the old code and its tests are deleted",
  "if the {thing} fails, it says what to do next",
  "it still works if the crossing is cancelled in the meantime",
];
const tries = [
  "Book a return trip for two adults and a car.",
  "Open the {thing} on a phone with a slow connection.",
  "Go back a step and change the date.",
  "Sign out, sign in, and try again.",
  "Choose a port in another time zone.",
];
const notes = [
  "> Let's keep the first version small. If it works well for a month, we'll build the rest.",
  "See also the notes in the [operations handbook](https://handbook.sundline.example/{slug}).",
  "Out of scope: **freight**, which has its own contract.",
  '```json\n{ "crossing": "KW-0715", "deck": 2, "held": false }\n```',
];

/**
 * Returns a task's description in Markdown.
 * @param thing the same thing as in the title
 */
export function descriptionFor(chance: Chance, work: Work, thing: string): string {
  const parts = [chance.pick(contexts)];
  if (work === "bug") {
    parts.push("### Steps to reproduce", numbered(chance.some(tries, chance.between(2, 3))));
    parts.push(`**Expected:** ${chance.pick(outcomes)}.`);
  } else {
    parts.push("### Done when", checklist(chance.some(outcomes, chance.between(2, 4))));
  }
  if (chance.happens(0.4)) parts.push(chance.pick(notes));
  const slug = thing.replaceAll(" ", "-");
  return parts.join("\n\n").replaceAll("{thing}", thing).replaceAll("{slug}", slug);
}

function numbered(lines: string[]): string {
  return lines.map((line, at) => `${at + 1}. ${line}`).join("\n");
}

function checklist(lines: string[]): string {
  return lines.map((line) => `- [ ] ${line}`).join("\n");
}
