import type { Chance } from "./chance.ts";
import { workingHour } from "./calendar.ts";
import type { Person } from "./people.ts";

const DAY = 86_400_000;

/** A comment on a task. */
export interface PlannedComment {
  at: Date;
  by: Person;
  body: string;
}

const remarks = [
  "I can reproduce it. It started with last Tuesday's release.",
  "I asked the terminal staff. They do it by hand for now.",
  "Half of this is done, see the notes from spring. I'll do the rest.",
  "Could we do the small version first? The big one isn't our decision.",
  "I tried it on the slow connection in Tórshavn. It works there, too.",
  "This blocks the next boarding test, so I'd like to finish it this week.",
  "Do we still need this? If nobody objects, I'll close it.",
  "Good catch. Let's add a test for it.",
];
const questions = [
  "@{name}, do you remember why we did it like this?",
  "@{name}, can you look at this before Thursday?",
  "@{name}, here are the numbers: 41 cases in October, 12 since then.",
  "I talked to @{name}. We'll keep the old wording until the end of the season.",
];

/**
 * Plans the comments of a task's first two weeks, oldest first.
 * @param people the possible authors and addressees; never empty
 */
export function discuss(chance: Chance, created: Date, now: Date, people: Person[]) {
  const count = chance.weighted([[1, 6], [2, 3], [3, 1]] as const);
  const said = Array.from({ length: count }, (): PlannedComment => {
    const by = chance.pick(people);
    const other = chance.pick(people);
    const body = other !== by && chance.happens(0.4)
      ? chance.pick(questions).replace("{name}", other.username)
      : chance.pick(remarks);
    const later = created.getTime() + chance.next() * 14 * DAY;
    return { at: workingHour(chance, new Date(later)), by, body };
  });
  return said.filter(({ at }) => at > created && at < now)
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}
