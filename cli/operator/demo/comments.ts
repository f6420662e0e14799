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
  "I can see it too. It starts with the release of last Tuesday.",
  "Asked the crew in the terminal: they work around it by hand.",
  "Half of this is done already, see the notes from spring. I'll take the rest.",
  "Could we do the small version first? The big one needs a decision that isn't ours.",
  "Tried it on the slow line in Tórshavn. Fine there, too.",
  "This blocks the next boarding test, so I'd rather have it this week.",
  "Not sure that this is still needed. Does anybody object to closing it?",
  "Good catch. It needs a test that would have told us.",
];
const questions = [
  "@{name} do you remember why we did it like this?",
  "@{name} can you look at this before Thursday?",
  "@{name} the numbers you asked for: 41 in October, 12 since.",
  "Talked to @{name}: we keep the old wording until the season is over.",
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
