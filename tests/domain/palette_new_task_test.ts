import assert from "node:assert/strict";
import { perform } from "../../server/domain/core/operation.ts";
import { createProject } from "../../server/domain/projects/create.ts";
import { createTeam } from "../../server/domain/teams/create.ts";
import { teamForNewTask } from "../../server/palette/team_for_new_task.ts";
import type { Person } from "../support/cast.ts";
import { joinWorkspace } from "../support/cast.ts";
import { type PaletteUse, withPalette } from "../support/palette.ts";

/** The row that makes a task of a text: what it shows, and what it leads the composer to be filled with. */
async function madeOf({ results, fullCast }: PaletteUse, q: string, by: Person = fullCast.ada) {
  const row = (await results(by, q)).find(({ id }) => id === "create.task");
  const query = new URL(row?.href ?? "", "http://localhost").searchParams;
  return { shown: row?.subtitle, fills: [...query].map(([name, value]) => `${name}=${value}`) };
}

Deno.test("a new task for a record with several teams goes to one of its creator's teams first", () =>
  withPalette(({ fullCast: { ada, bao, esra, teams } }) => {
    const of = ({ member }: Person) => teamForNewTask(member, [teams.ppl, teams.eng]);
    assert.deepEqual([of(ada), of(bao), of(esra)], [teams.eng, teams.ppl, undefined]);
    return Promise.resolve();
  }));

/** What is typed with a letter of its verb wrong, and the rows that make something of it. */
const misspelt: [typed: string, rows: string][] = [
  [
    "craete fix the gate @chidi",
    "Create task: fix the gate · Chidi Eze; Create task: craete fix the gate · Chidi Eze; " +
    "Create project: fix the gate @chidi; Create team: fix the gate @chidi",
  ],
  [
    "crate task Sand it",
    "Create task: Sand it; Create task: crate task Sand it; Create project: task Sand it; " +
    "Create team: task Sand it",
  ],
  [
    "Creat project Harbour",
    "Create project: Harbour; Create task: project Harbour; " +
    "Create task: Creat project Harbour; Create team: project Harbour",
  ],
  ["create fix it", "Create task: fix it; Create project: fix it; Create team: fix it"],
  ["cr fix it", "Create task: cr fix it; Create project: cr fix it; Create team: cr fix it"],
];

Deno.test("a create command is found despite one wrong letter, and the typed text can still match a title", () =>
  withPalette(async ({ results, fullCast: { ada, task } }) => {
    const wrong: string[] = [];
    for (const [typed, rows] of misspelt) {
      const made = (await results(ada, typed)).map(({ title, subtitle }) =>
        `${title}: ${subtitle}`
      );
      if (made.join("; ") !== rows) wrong.push(`${typed} → ${made.join("; ")}`);
    }
    assert.deepEqual(wrong, []);
    const ids = (await results(ada, "craete fix it")).map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    await task(ada, { title: "Crate task lists by harbour" });
    assert.equal((await results(ada, "crate task"))[0]?.title, "Crate task lists by harbour");
  }));

/** What is typed, and what the row shows; what isn't known stays in the title. On Wednesday, 16 December 2026 it is. */
const rows: [typed: string, shown: string][] = [
  ["create fix the gate @mei !high #eng", "fix the gate · Mei Tanaka · High · ENG"],
  ["create task fix the gate #ENG @Mei !HIGH", "fix the gate · Mei Tanaka · High · ENG"],
  ["new task @tanaka fix the gate", "fix the gate · Mei Tanaka"],
  ["create task @mei", "Mei Tanaka"],
  ["create task fix it @me", "fix it · Ada Lovelace"],
  ["create task fix it @chidi, !low", "fix it · Chidi Eze · Low"],
  ["create task fix it @nobody !soon #nowhere $never", "fix it @nobody !soon #nowhere $never"],
  ["create task fix it @sam", "fix it @sam"],
  ["create task fix it @samu", "fix it · Sam One"],
  ["create task fix it @chi", "fix it · Chidi Eze"],
  ["create task fix it @ch", "fix it @ch"],
  ["create task 🚪 fix \\@mei it 🎉 @mei", "🚪 fix \\@mei it 🎉 · Mei Tanaka"],
  [
    "create task fix it due 31 feb",
    "fix it due 31 feb · There is no 31 February. February has 29 days.",
  ],
  [
    "create task fix it 29 feb 2027 !low",
    "fix it 29 feb 2027 · Low · There is no 29 February 2027. February 2027 has 28 days.",
  ],
  [
    "create task fix it 2026-02-30",
    "fix it 2026-02-30 · There is no 30 February 2026. February 2026 has 28 days.",
  ],
  ["create task fix it @mei @chidi", "fix it @chidi · Mei Tanaka"],
  ["create task fix it !low !high", "fix it !high · Low"],
  ["create task fix it #bug", "fix it · Bug"],
  ["create task fix it #harb", "fix it · Harbour wall"],
  ["create task fix it #harbour-wall", "fix it · Harbour wall"],
  ["create task fix it $harbour-wall", "fix it · Harbour wall"],
  ["create task mail me@mei.example", "mail me@mei.example"],
  ["create task pay 5$ for #1", "pay 5$ for #1"],
  ["create task !", "!"],
];

Deno.test("a new task's values are read from the typed text and shown, and the rest becomes the title", () =>
  withPalette(async (use) => {
    const { ada, world, workspaceId, teams } = use.fullCast;
    await joinWorkspace(world, workspaceId, "mtanaka", "Mei Tanaka", "member", [teams.eng, "lead"]);
    await joinWorkspace(world, workspaceId, "samuel", "Sam One", "member", null);
    await joinWorkspace(world, workspaceId, "samira", "Sam Two", "member", null);
    await perform(world.services, ada.member, createProject, { name: "Harbour wall", key: "HARB" });
    const wrong: string[] = [];
    for (const [typed, shown] of rows) {
      const made = await madeOf(use, typed);
      if (made.shown !== shown) wrong.push(`${typed} → ${made.shown}, not ${shown}`);
    }
    assert.deepEqual(wrong, []);
    const { fills } = await madeOf(use, "create mend it @chidi !urgent #eng #bug $harb tomorrow");
    const names = fills.map((one) => one.split("=")[0]);
    assert.deepEqual(
      names.toSorted(),
      ["assigneeId", "deadlineAt", "priority", "projectId", "tags", "teamId", "title"],
    );
    assert.ok(fills.includes("title=mend it") && fills.includes("priority=urgent"));
    assert.ok(fills.includes(`teamId=${teams.eng}`));
  }));

Deno.test("a day at the end of the text is the new task's deadline, unless it belongs to the title", () =>
  withPalette(async (use) => {
    const today = Temporal.Instant.from(use.fullCast.world.clock.now().toISOString())
      .toZonedDateTimeISO("UTC").toPlainDate();
    const dayIn = (days: number) => today.add({ days }).toString();
    const due = async (q: string) => {
      const { fills } = await madeOf(use, q);
      const value = (name: string) =>
        fills.find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1);
      return [value("title"), value("deadlineAt")];
    };
    assert.deepEqual(await due("create task oil it tomorrow"), ["oil it", dayIn(1)]);
    assert.deepEqual(await due("create task oil it by tomorrow !high"), ["oil it", dayIn(1)]);
    assert.deepEqual(await due("create task oil it in 2 weeks"), ["oil it", dayIn(14)]);
    assert.deepEqual(await due("create task oil it 2099-12-24"), ["oil it", "2099-12-24"]);
    for (const title of ["plan the weekend", "tomorrow", "by tomorrow", "oil it next", "gate 24"]) {
      assert.deepEqual(await due(`create task ${title}`), [title, undefined]);
    }
  }));

Deno.test("a team without permission to create tasks isn't filled in, nor an assignee who can't see the team", () =>
  withPalette(async (use) => {
    const { ada, chidi, dina } = use.fullCast;
    await perform(use.fullCast.world.services, ada.member, createTeam, {
      name: "Masons",
      key: "MAS",
    });
    assert.equal((await madeOf(use, "create task oil it #mas", chidi)).shown, "oil it #mas");
    assert.equal((await madeOf(use, "create task oil it #ppl", chidi)).shown, "oil it #ppl");
    const shared = await madeOf(use, "create task oil it #ppl @chidi", dina);
    assert.equal(shared.shown, "oil it #ppl @chidi");
  }));

Deno.test("only the first twelve words with a sign, such as @, are looked up", () =>
  withPalette(async (use) => {
    const unknown = "@nobody ".repeat(11);
    assert.equal(
      (await madeOf(use, `create task oil it ${unknown}@chidi !high`)).shown,
      `oil it ${unknown}!high · Chidi Eze`,
    );
  }));
