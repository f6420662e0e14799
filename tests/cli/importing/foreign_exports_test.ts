import assert from "node:assert/strict";
import type { Program } from "../../../cli/operator/foreign/task.ts";
import { markdownOf } from "../../../cli/operator/foreign/jira.ts";
import { type Cast, withCast, withEverybody } from "../../support/cast.ts";
import { createWorld } from "../../support/world.ts";
import {
  github,
  jira,
  linear,
  newerPlaneCsv,
  newerPlaneJson,
  planeCsv,
  planeJson,
  trello,
} from "../support/exports.ts";
import { bring, broughtBy, counts, madeOf, relationsOf } from "../support/foreign.ts";

/** Imports an export twice, and returns the results. */
async function brought(cast: Cast, from: Program, text: string) {
  const before = await counts(cast);
  const tried = await bring(cast, text, { from, dryRun: true });
  assert.deepEqual(await counts(cast), before);
  const report = await bring(cast, text, { from });
  assert.deepEqual({ ...tried, dryRun: false }, report);
  const after = await counts(cast);
  assert.equal(after.notifications, before.notifications);
  assert.equal(after.outbox, before.outbox);
  const again = await bring(cast, text, { from });
  assert.deepEqual([again.made.tasks, again.here], [0, report.made.tasks]);
  assert.deepEqual(await counts(cast), after);
  const left = Object.fromEntries(report.leftOut.map(({ what, of }) => [what, of]));
  return { report, left, tasks: await broughtBy(cast) };
}

const inWorld = (test: (cast: Cast) => Promise<void>) => () =>
  withCast(createWorld(withEverybody()), test);

Deno.test(
  "issues from Linear are imported",
  inWorld(async (cast) => {
    const { report, left, tasks } = await brought(cast, "linear", linear);
    assert.deepEqual(
      report.made,
      madeOf({ tasks: 3, relations: 3, labels: 1, projects: 1, milestones: 1 }),
    );
    const [gate, oil, forget] = ["LIN-1", "LIN-2", "LIN-3"].map((key) => tasks.get(key)!);
    assert.deepEqual([gate!.status, gate!.priority], ["progressed", "urgent"]);
    assert.deepEqual([gate!.project?.name, gate!.milestone?.name], ["Gates", "Beta"]);
    assert.deepEqual(gate!.tags, ["Bug", "Rusty"]);
    assert.deepEqual([gate!.assignee?.name, gate!.creator.name], ["Chidi Eze", "Ada Lovelace"]);
    assert.equal(gate!.deadlineAt, "2024-12-24");
    assert.match(gate!.description!, /^It \*\*hangs\*\*.*\n\nSecond|^It \*\*hangs\*\*/);
    assert.match(gate!.description!, /Imported from Linear: `LIN-1`\n\n/);
    assert.match(gate!.description!, /\n- Estimate: `3`/);
    assert.match(gate!.description!, /- Cycle Name: `Spring`/);
    assert.deepEqual([oil!.status, oil!.parent?.id], ["completed", gate!.id]);
    assert.equal(oil!.completedAt, "2024-02-20T10:00:00.000Z");
    assert.equal(oil!.createdAt, "2024-02-10T13:45:00.000Z");
    assert.equal(oil!.assignee, null);
    assert.deepEqual([forget!.status, forget!.archivedAt], [
      "cancelled",
      "2024-02-13T10:00:00.000Z",
    ]);
    assert.deepEqual(left["Estimate"], ["LIN-1"]);
    // Two of three relations are listed twice, and LIN-404 doesn't exist
    assert.deepEqual(await relationsOf(cast), {
      "LIN-1": ["blockedBy LIN-2", "relatesTo LIN-3"],
      "LIN-2": ["blocks LIN-1", "duplicatedBy LIN-3"],
      "LIN-3": ["duplicates LIN-2", "relatesTo LIN-1"],
    });
    assert.deepEqual(left["Duplicate of"], ["LIN-1"]);
    assert.match(gate!.description!, /- Duplicate of: `LIN-404`/);
    assert.equal(left["Column"], undefined);
    const carried = Object.fromEntries(report.carried.map(({ what, tasks }) => [what, tasks]));
    assert.deepEqual(carried, {
      description: 3,
      priority: 2,
      assignee: 1,
      labels: 1,
      project: 2,
      milestone: 1,
      parent: 1,
      deadline: 1,
      archived: 1,
    });
    assert.deepEqual(left["Assignee"], ["LIN-2"]);
    const { task_count } = await cast.world.database.read.selectFrom("teams").select("task_count")
      .where("id", "=", cast.teams.eng).executeTakeFirstOrThrow();
    assert.equal(task_count, 2, "what is archived isn't counted");
  }),
);

Deno.test(
  "issues from GitHub are imported, from gh and from the REST API",
  inWorld(async (cast) => {
    const { report, left, tasks } = await brought(cast, "github", github);
    assert.deepEqual(
      report.made,
      madeOf({
        tasks: 3,
        comments: 2,
        relations: 1,
        links: 1,
        labels: 1,
        projects: 1,
        milestones: 1,
      }),
    );
    const [gate, oil] = ["acme/harbour#12", "acme/harbour#13"].map((key) => tasks.get(key)!);
    assert.deepEqual([gate!.status, oil!.status], ["backlogged", "cancelled"]);
    assert.deepEqual([gate!.project?.name, gate!.milestone?.name], ["harbour", "Beta"]);
    assert.deepEqual(gate!.tags, ["Bug"]);
    assert.match(gate!.description!, /It hangs\.\n\n- \[x\] measure\n- \[ \] saw/);
    assert.match(gate!.description!, /\[`acme\/harbour#12`\]\(<https:\/\/github\.com\/acme/);
    assert.match(gate!.description!, /- Also assigned to: `stranger`/);
    assert.deepEqual(
      gate!.comments.map(({ author, body, createdAt }) => [
        author.name,
        body,
        createdAt,
      ]),
      [
        [
          "Ada Lovelace",
          "**stranger**, 2024-02-11 09:30 UTC:\n\nMe too, @ada",
          "2024-02-11T09:30:00.000Z",
        ],
        ["Chidi Eze", "Saw it", "2024-02-12T09:30:00.000Z"],
      ],
    );
    assert.equal(gate!.parent?.id, oil!.id);
    assert.deepEqual((await relationsOf(cast))["acme/harbour#15"], ["blocks acme/harbour#12"]);
    assert.match(gate!.description!, /- Blocked by: `acme\/other#9`/);
    assert.deepEqual(gate!.resources.map(({ title, url }) => `${title} ${url}`), [
      "#14 https://github.com/acme/harbour/pull/14",
    ]);
    const { target_date: due } = await cast.world.database.read.selectFrom("milestones")
      .select("target_date").where("name", "=", "Beta").executeTakeFirstOrThrow();
    assert.equal(due, "2024-06-30");
    assert.deepEqual(left["Pull request"], ["#14"]);
    assert.deepEqual(left["Comments"], ["acme/harbour#13"]);
  }),
);

Deno.test(
  "issues from Jira are imported, including repeated columns",
  inWorld(async (cast) => {
    const { left, tasks } = await brought(cast, "jira", jira);
    const [gate, oil, forget] = ["HAR-1", "HAR-2", "HAR-3"].map((key) => tasks.get(key)!);
    assert.deepEqual([gate!.status, oil!.status, forget!.status], [
      "progressed",
      "completed",
      "cancelled",
    ]);
    assert.equal(gate!.priority, "urgent");
    assert.deepEqual(gate!.tags, ["Bug", "gate", "rusty"]);
    assert.match(gate!.description!, /^## Why\nIt \*\*hangs\*\*, see \[the plan\]\(https:/);
    assert.match(gate!.description!, /\n```bash\n# saw it\n```\n/);
    assert.match(gate!.description!, /- Sprint: `Sprint 7`\n- Story Points: `5.0`/);
    assert.equal(oil!.parent?.id, gate!.id);
    assert.equal(gate!.project?.name, "Harbour");
    assert.deepEqual(gate!.comments.map(({ author, body }) => [author.name, body]), [
      ["Ada Lovelace", "**Zed**, 2024-02-11 09:30 UTC:\n\nMe too"],
      ["Chidi Eze", "Saw it"],
    ]);
    assert.deepEqual(left["Column"], ["Custom field (Colour)"]);
    assert.deepEqual(await relationsOf(cast), {
      "HAR-1": ["blocks HAR-2", "duplicatedBy HAR-3", "relatesTo HAR-2"],
      "HAR-2": ["blockedBy HAR-1", "relatesTo HAR-1"],
      "HAR-3": ["duplicates HAR-1"],
    });
    assert.deepEqual(left["Blocks"], ["HAR-1", "HAR-3"], "they would block each other");
    assert.match(gate!.description!, /- Outward issue link \(Cloners\): `HAR-2`/);
    assert.deepEqual(gate!.resources.map(({ title, url }) => `${title} ${url}`), [
      "plan; a.pdf https://acme.example.com/rest/api/3/attachment/content/1",
    ]);
    assert.match(gate!.description!, /- Link: `10\/Feb\/24 3:45 PM;557058:a;gone.png;`/);
  }),
);

Deno.test("Jira's markup becomes Markdown, except for preformatted text", () => {
  const jira =
    "h1. A\n* one\n** two\n# first\n{{x}} and *bold* 2*3*4\n{noformat}h1. *raw*{noformat}";
  const markdown = "# A\n- one\n  - two\n1. first\n`x` and **bold** 2*3*4\n\n```\nh1. *raw*\n```";
  assert.equal(markdownOf(jira), markdown);
});

Deno.test(
  "a Trello board is imported",
  inWorld(async (cast) => {
    const { report, left, tasks } = await brought(cast, "trello", trello);
    assert.deepEqual(
      report.made,
      madeOf({ tasks: 2, comments: 1, relations: 1, links: 1, labels: 2 }),
    );
    const [gate, oil] = ["1", "2"].map((end) => tasks.get(`65c7a1b0c0ffee000000000${end}`)!);
    assert.deepEqual([gate!.status, oil!.status], ["progressed", "completed"]);
    assert.match(
      gate!.description!,
      /^It hangs\.\n\n### Steps\n\n- \[x\] measure\n- \[ \] saw \(2024-02-14\)/,
    );
    assert.match(gate!.description!, /- Risk: `Large`\n- Points: `3`/);
    assert.deepEqual(gate!.resources.map(({ title, url }) => `${title} ${url}`), [
      "Plan https://example.com/plan",
    ]);
    assert.deepEqual(gate!.relations.map(({ kind, task }) => `${kind} ${task.title}`), [
      "relatesTo Oil it",
    ]);
    assert.equal(gate!.createdAt, new Date(0x65c7a1b0 * 1000).toISOString());
    assert.equal(gate!.deadlineAt, "2024-12-24");
    assert.equal(gate!.assignee?.name, "Chidi Eze");
    assert.deepEqual(gate!.labels.map(({ name, color }) => [name, color]), [
      ["green_dark", "green"],
      ["Rusty", "blue"],
    ]);
    assert.match(gate!.comments[0]!.body, /^\*\*Zed\*\*, 2024-02-11 09:30 UTC:\n\nMe too$/);
    assert.ok(oil!.archivedAt);
    assert.deepEqual(left["Also assigned to"], ["Harbour #1"]);
  }),
);

for (const [kind, text] of Object.entries({ CSV: planeCsv, JSON: planeJson })) {
  Deno.test(
    `Plane's work items are imported from ${kind}`,
    inWorld(async (cast) => {
      const { report, left, tasks } = await brought(cast, "plane", text);
      assert.deepEqual(
        report.made,
        madeOf({ tasks: 2, labels: 2, projects: 1, milestones: 1 }),
      );
      const [gate, oil] = ["HAR-1", "HAR-2"].map((key) => tasks.get(key)!);
      assert.deepEqual([gate!.status, gate!.priority, oil!.status], [
        "progressed",
        "urgent",
        "completed",
      ]);
      assert.deepEqual([gate!.project?.name, gate!.milestone?.name], ["Harbour", "Beta"]);
      assert.equal(gate!.createdAt, "2024-02-10T13:45:00.000Z");
      assert.equal(gate!.deadlineAt, "2024-12-24");
      assert.deepEqual(gate!.tags, ["Gate", "Rusty"]);
      assert.match(oil!.description!, /- Created by: `Zed`/);
      assert.deepEqual(left["Cycle Name"], ["HAR-1", "HAR-2"]);
    }),
  );
}

for (const [kind, text] of Object.entries({ CSV: newerPlaneCsv, JSON: newerPlaneJson })) {
  Deno.test(
    `Plane's work items are imported with their newer names from ${kind}`,
    inWorld(async (cast) => {
      const { left, tasks } = await brought(cast, "plane", text);
      const [gate, oil] = ["HAR-1", "HAR-2"].map((key) => tasks.get(key)!);
      assert.deepEqual([gate!.status, gate!.creator.name], ["progressed", "Ada Lovelace"]);
      assert.equal(gate!.assignee?.name, "Chidi Eze");
      assert.deepEqual(gate!.tags, ["Rusty, old"]);
      assert.deepEqual([gate!.project?.name, gate!.milestone?.name], ["Harbour", "Beta"]);
      assert.deepEqual(gate!.resources.map(({ title, url }) => `${title} ${url}`), [
        "Plan https://example.com/plan",
      ]);
      assert.deepEqual(gate!.relations.map(({ kind, task }) => `${kind} ${task.title}`).sort(), [
        "blockedBy -Oil it",
        "relatesTo -Oil it",
      ]);
      assert.deepEqual(gate!.comments.map(({ author, body }) => [author.name, body]), [
        ["Ada Lovelace", "**Zed**, 2024-02-11 09:30 UTC:\n\nMe too"],
        ["Chidi Eze", "Saw it"],
      ]);
      assert.deepEqual([oil!.title, oil!.parent?.id], ["-Oil it", gate!.id]);
      assert.deepEqual(left["Other modules"], ["HAR-1", "HAR-2"]);
      assert.equal(left["Column"], undefined);
    }),
  );
}
