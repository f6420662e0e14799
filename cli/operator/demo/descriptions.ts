import type { Chance } from "./chance.ts";
import type { Work } from "./titles.ts";

const contexts = [
  "Three passengers wrote in about this within a week, and the crew in the terminal see it too.",
  "This came out of the last review: nobody objected, but nobody had written it down either.",
  "We said in spring that we would come back to this once the timetable import was stable. It is now.",
  "The harbour office asks for this every quarter, and the workaround takes them half an hour.",
  "Numbers from last month: about one booking in forty is touched by it.",
];
const outcomes = [
  "the {thing} answers within two seconds at the busiest hour",
  "nothing changes for bookings made before the switch",
  "support can explain it in one sentence",
  "it works with the keyboard alone",
  "the old path is gone, and so are its tests",
  "the {thing} says what to do next when it can't go on",
  "a crossing that is cancelled meanwhile doesn't break it",
];
const tries = [
  "Book a return trip for two adults and a car.",
  "Open the {thing} on a phone, with the connection slowed down.",
  "Go back one step and change the date.",
  "Sign out, sign in, and look again.",
  "Choose a harbour in another time zone.",
];
const notes = [
  "> Let's keep the first version small. If it holds for a month, we build the rest.",
  "See also the notes in the [operations handbook](https://handbook.sundline.example/{slug}).",
  "Out of scope: everything about **freight**; that is a contract of its own.",
  '```json\n{ "crossing": "KW-0715", "deck": 2, "held": false }\n```',
];

/**
 * Returns a task's description in Markdown.
 * @param thing the same thing as in the title
 */
export function descriptionFor(chance: Chance, work: Work, thing: string): string {
  const parts = [chance.pick(contexts)];
  if (work === "bug") {
    parts.push("### To see it", numbered(chance.some(tries, chance.between(2, 3))));
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
