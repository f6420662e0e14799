import assert from "node:assert/strict";
import type { Person } from "../support/cast.ts";
import { withPalette } from "../support/palette.ts";

/** What is typed among the actions of a task, and each day that is offered: as it is told, and what is set. */
const days: [typed: string, offered: string, set: string][] = [
  ["tomorrow", "Tomorrow, Fri 13 Mar", "2026-03-13"],
  ["tomorow", "Tomorrow, Fri 13 Mar", "2026-03-13"],
  ["due tomorrow", "Tomorrow, Fri 13 Mar", "2026-03-13"],
  ["eow", "Tomorrow, Fri 13 Mar", "2026-03-13"],
  ["in 3 days", "15 March 2026, in 3 days", "2026-03-15"],
  ["by 24 dec", "24 December 2026, by 24 dec", "2026-12-24"],
  ["set deadline 2027-01-05", "5 January 2027, set deadline 2027-01-05", "2027-01-05"],
  ["12 april", "In one month, Sun 12 Apr", "2026-04-12"],
  ["29 feb", "29 February 2028, 29 feb", "2028-02-29"],
  ["yesterday", "11 March 2026, yesterday", "2026-03-11"],
];

/** What says a day that is none, and why. */
const noDays: [typed: string, why: string | null][] = [
  ["31 feb", "There is no 31 February. February has 29 days."],
  ["due 29 feb 2027", "There is no 29 February 2027. February 2027 has 28 days."],
  ["2026-02-30", "There is no 30 February 2026. February 2026 has 28 days."],
  ["next fri", "“next fri” can mean 13 March or 20 March. Enter 13 mar or 20 mar."],
  ["zebra", null],
];

/** Somebody whose workspace is elsewhere. */
const at = (person: Person, timeZone: string): Person => {
  const { member } = person;
  return { ...person, member: { ...member, workspace: { ...member.workspace, timeZone } } };
};

Deno.test("a day typed among a record's actions shows the resulting date, or the reason that it is invalid", () =>
  withPalette(async ({ fullCast: { ada, ids }, menu, list }) => {
    const wrong: string[] = [];
    for (const [typed, offered, set] of days) {
      const told = (await menu(ada, ids.task!, typed))
        .filter(({ group }) => group === "Deadline")
        .map(({ title, subtitle, input }) =>
          `${title.replace("Set task deadline: ", "")}, ${subtitle} → ${input?.value}`
        );
      if (told.join("; ") !== `${offered} → ${set}`) wrong.push(`${typed}: ${told.join("; ")}`);
    }
    for (const [typed, why] of noDays) {
      const told = await list(ada, { record: ids.task, q: typed });
      assert.deepEqual(told.actions, [], typed);
      if (told.why !== why) wrong.push(`${typed}: ${told.why}`);
      const ofProject = await list(ada, { record: ids.project, q: typed });
      assert.equal(ofProject.why, why, typed);
    }
    assert.deepEqual(wrong, []);
    const { why } = await list(ada, { record: ids.chidi, q: "31 feb" });
    assert.equal(why, null, "nobody has a date");
  }));

Deno.test("near midnight, days follow the workspace's time zone, on both sides of the date line", () =>
  withPalette(async ({ fullCast: { ada, ids, world }, menu, results }) => {
    const there = async (timeZone: string) => {
      const by = at(ada, timeZone);
      const [action] = await menu(by, ids.task!, "tomorrow");
      const [made] = await results(by, "create task fix it tomorrow");
      return [action?.input?.value, action?.subtitle, made?.subtitle];
    };
    world.clock.advance({ hours: 13 });
    const [east, west] = [await there("Pacific/Kiritimati"), await there("America/Adak")];
    assert.deepEqual(east, ["2026-03-14", "Sat 14 Mar", "fix it · 14 March 2026"]);
    assert.deepEqual(west, ["2026-03-13", "Fri 13 Mar", "fix it · 13 March 2026"]);
  }));
