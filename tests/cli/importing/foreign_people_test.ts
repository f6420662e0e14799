import assert from "node:assert/strict";
import { readTrello } from "../../../cli/operator/foreign/trello.ts";
import { perform } from "../../../server/domain/core/operation.ts";
import { updateMember } from "../../../server/domain/members/update.ts";
import { updateProfile } from "../../../server/domain/profiles/update.ts";
import { withCast, withEverybody } from "../../support/cast.ts";
import { createWorld } from "../../support/world.ts";
import type { Program } from "../../../cli/operator/foreign/task.ts";
import { summary } from "../../../cli/operator/foreign/summary.ts";
import { github, jira, linear, planeJson, trello } from "../support/exports.ts";
import { bring, broughtBy } from "../support/foreign.ts";

Deno.test("an import doesn't assign people who are suspended or can't see the team, and keeps their names", () =>
  withCast(createWorld(withEverybody()), async (cast) => {
    const { world, ada, esra } = cast;
    const profileId = esra.member.profile.id;
    await perform(world.services, ada.member, updateMember, {
      profileId,
      patch: { suspended: true },
    });
    for (const team of ["PPL", "ENG"]) {
      const rows = ["chidi", "esra"].map((who) => `${team}${who},Mend,${who}@example.com\n`);
      await bring(cast, `id,title,assignee\n${rows.join("")}`, { from: "csv", team });
    }
    const tasks = [...(await broughtBy(cast)).values()];
    const people = tasks.map(({ reference, assignee, description }) =>
      `${reference} ${assignee?.username ?? `keeps ${/Assignee: `(\w+)/.exec(description!)?.[1]}`}`
    );
    assert.deepEqual(people.sort(), [
      "ENG-1 chidi",
      "ENG-2 keeps esra",
      "PPL-1 keeps chidi",
      "PPL-2 keeps esra",
    ]);
  }));

Deno.test("the activity of an imported task with a relation starts with only one entry, the import", () =>
  withCast(createWorld(withEverybody()), async (cast) => {
    await bring(cast, "id,title,blocks\n1,Mend,2\n2,Oil,\n", { from: "csv" });
    for (const { relations, activity } of (await broughtBy(cast)).values()) {
      assert.equal(relations.length, 1);
      assert.deepEqual(activity.map(({ kind }) => kind), ["task.imported"]);
    }
  }));

Deno.test("an import assigns nobody if two people have the assignee's name", () =>
  withCast(createWorld(withEverybody()), async (cast) => {
    const { world: { services }, dina } = cast;
    await perform(services, dina.member, updateProfile, { patch: { name: "Chidi Eze" } });
    await bring(cast, "id,title,assignee\n1,Mend,Chidi Eze\n", { from: "csv" });
    const task = (await broughtBy(cast)).get("1")!;
    assert.equal(task.assignee, null);
    assert.match(task.description!, /Assignee: `Chidi Eze`/);
  }));

/** The exports of each tool, in which Ada and Chidi are the only members of the workspace. */
const exports: readonly (readonly [from: Program, text: string, people: readonly string[]])[] = [
  ["linear", linear, ["gone@example.org 1 1 0"]],
  ["github", github, ["stranger 1 0 1", "ada 1 0 0"]],
  ["jira", jira, ["Zed 1 0 1"]],
  ["trello", trello, ["Zed 0 0 1"]],
  ["plane", planeJson, ["Zed 1 0 0"]],
  ["csv", "id,title,creator,assignee\n1,Mend,Zed,Grace\n2,Oil,Zed,zed\n", [
    "Zed 2 1 0",
    "Grace 0 1 0",
  ]],
];

Deno.test("an import reports each person who isn't in the workspace, by name, with counts", () =>
  withCast(createWorld(withEverybody()), async (cast) => {
    for (const [from, text, people] of exports) {
      const report = await bring(cast, text, { from, dryRun: true });
      const found = report.unmatched.map(({ name, creator, assignee, comments }) =>
        `${name} ${creator} ${assignee} ${comments}`
      );
      assert.deepEqual(found, people, from);
      const [person] = people[0]!.split(" ");
      const printed = new RegExp(
        `^People not in this workspace\n  ${person}: (.+\n)+.*--map-person`,
        "m",
      );
      assert.match(summary(report), printed, from);
    }
    const all = await bring(cast, "id,title,assignee\n1,Mend,Chidi Eze\n", { from: "csv" });
    assert.deepEqual(all.unmatched, []);
    assert.doesNotMatch(summary(all), /People not/);
  }));

Deno.test("a card of an archived Trello list is imported as archived", () => {
  const board = JSON.parse(trello);
  board.lists[0].closed = true;
  const [first] = readTrello(trello).tasks;
  const [second] = readTrello(JSON.stringify(board)).tasks;
  assert.deepEqual([first?.archived, second?.archived], ["", "2024-03-01T08:00:00.000Z"]);
});
