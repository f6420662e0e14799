import assert from "node:assert/strict";
import { perform } from "../../server/domain/core/operation.ts";
import { archiveTask } from "../../server/domain/tasks/archive.ts";
import { createView } from "../../server/domain/saved_views/create.ts";
import { type PaletteUse, titlesOf, withPalette } from "../support/palette.ts";

/** Gives the populated records everything that an action can be about. */
async function enrich({ fullCast, run }: PaletteUse): Promise<Record<string, string>> {
  const { ada, ids, teams, world } = fullCast;
  const save = async (input: Record<string, unknown>) =>
    (await perform(world.services, ada.member, createView, { scope: "workspace", ...input })).id;
  await run(ada, "task.setProject", ids.task, ids.project);
  await run(ada, "task.setDeadline", ids.task, "2026-04-01");
  await run(ada, "project.setStartDate", ids.project, "2026-04-01");
  await run(ada, "project.setTargetDate", ids.project, "2026-05-01");
  await run(ada, "project.addLabel", ids.project, ids.projectLabel);
  await run(ada, "project.setStatus", ids.project, "planned");
  return {
    ...ids,
    eng: teams.eng,
    teamView: await save({ name: "Team's", scope: "team", teamId: teams.eng }),
    projectTaskView: await save({ name: "Its", scope: "project", projectId: ids.project }),
    projectView: await save({ name: "Projects afoot", kind: "project" }),
  };
}

Deno.test("actions that run a command have no URL, and actions that open a page have no command", () =>
  withPalette(async (use) => {
    const ids = await enrich(use);
    for (const record of ["task", "draft", "project", "chidi", "eng", "view", "projectView"]) {
      for (const row of await use.menu(use.fullCast.ada, ids[record]!)) {
        assert.equal(row.kind, "action");
        assert.equal(row.href === null, row.command !== null, row.id);
        assert.equal(row.input?.record, row.command ? ids[record] : undefined, row.id);
      }
    }
  }));

Deno.test("actions for status and dates come first, and those for labels and favorites last, without duplicates", () =>
  withPalette(async (use) => {
    const ids = await enrich(use);
    const groupsOf = async (record: string) => {
      const groups = (await use.menu(use.fullCast.ada, ids[record]!)).map(({ group }) => group);
      return groups.filter((group, n) => group !== groups[n - 1]);
    };
    assert.deepEqual(await groupsOf("task"), [
      "Status",
      "Deadline",
      "Assignee",
      "Priority",
      "Project",
      "Milestone",
      "Parent task",
      "Team",
      "Open",
      "Create",
      "Labels",
      "Favorites",
      "More",
    ]);
    assert.deepEqual(await groupsOf("project"), [
      "Status",
      "Start date",
      "Target date",
      "Lead",
      "Priority",
      "Open",
      "Create",
      "Labels",
      "Favorites",
    ]);
  }));

Deno.test("the likely next actions of a task come first, and the task's labels before other labels", () =>
  withPalette(async ({ fullCast, menu, run }) => {
    const { ada, ids } = fullCast;
    await run(ada, "task.setStatus", ids.task, "progressed");
    const rows = await menu(ada, ids.task!);
    assert.deepEqual(titlesOf(rows.filter(({ group }) => group === "Status")), [
      "Complete task",
      "Cancel task",
      "Move task to backlog",
      "Mark task as planned",
    ]);
    assert.deepEqual(titlesOf(rows.filter(({ group }) => group === "Labels")), [
      "Remove task label: Bug",
      "Add task label: Bolt",
      "Add task label: Feature",
      "Add task label: Hinge",
      "Add task label: Improvement",
    ]);
  }));

Deno.test("dates follow the workspace's day, and the current date is marked", () =>
  withPalette(async ({ fullCast, menu, run }) => {
    const { ada, ids, world } = fullCast;
    world.clock.advance({ hours: 13 });
    const inKiritimati = { ...ada.member.workspace, timeZone: "Pacific/Kiritimati" };
    const away = { ...ada, member: { ...ada.member, workspace: inKiritimati } };
    const days = async (by: typeof ada) =>
      (await menu(by, ids.task!)).filter(({ group }) => group === "Deadline")
        .map(({ title, input, current }) => [title, input?.value, current]);
    assert.deepEqual((await days(ada))[0], ["Set task deadline: Today", "2026-03-12", false]);
    assert.deepEqual((await days(away))[0], ["Set task deadline: Today", "2026-03-13", false]);
    const { message } = await run(away, "task.setDeadline", ids.task, "2026-03-13T23:00:00Z");
    assert.match(message, /^Deadline of .* changed to 14 March 2026$/);
    assert.deepEqual((await days(away))[1], ["Set task deadline: Tomorrow", "2026-03-14", true]);
    const picker = (await menu(ada, ids.task!)).filter(({ asks }) => asks === "date");
    assert.deepEqual(picker.map(({ command }) => command), ["task.setDeadline"]);
  }));

Deno.test("an action that creates something from a record fills in the record", () =>
  withPalette(async (use) => {
    const ids = await enrich(use);
    const { fullCast } = use;
    const { ada, chidi } = fullCast;
    const href = async (record: string, title: string, by = ada) =>
      (await use.menu(by, record)).find((row) => row.title === title)!.href!;
    const query = async (...of: Parameters<typeof href>) =>
      Object.fromEntries(new URL(await href(...of), "http://localhost").searchParams);
    const { eng } = fullCast.teams;
    assert.deepEqual(await query(ids.task!, "Create sub-task"), {
      parentId: "ENG-1",
      teamId: eng,
      projectId: ids.project,
      assigneeId: ids.chidi,
    });
    assert.deepEqual(await query(ids.project!, "Create task in project", chidi), {
      projectId: ids.project,
      teamId: eng,
    });
    assert.deepEqual(await query(ids.lea!, "Create task for person", chidi), {
      assigneeId: ids.lea,
      teamId: eng,
    });
    assert.deepEqual(await query(ids.esra!, "Create task for person", chidi), {
      assigneeId: ids.esra,
    });
  }));

Deno.test("an archived record's menu only offers Open", () =>
  withPalette(async ({ fullCast, menu }) => {
    const { ada, ids, world } = fullCast;
    await perform(world.services, ada.member, archiveTask, { taskId: ids.task });
    const rows = await menu(ada, ids.task!);
    assert.deepEqual([...new Set(rows.map(({ group }) => group))], ["Open"]);
  }));

Deno.test("actions that need a missing permission are marked, but personal actions aren't", () =>
  withPalette(async ({ fullCast, menu, results }) => {
    const { esra, dina, chidi, ids, task } = fullCast;
    const marked = async (by: typeof esra, record: string) =>
      (await menu(by, record)).filter(({ subtitle }) => subtitle?.endsWith("No permission"))
        .map(({ title }) => title);
    const own = /^(Follow|Unfollow|Favorite|Unfavorite) /;
    for (const record of [ids.task!, ids.project!]) {
      const posted = (await menu(esra, record)).filter(({ href }) => href === null);
      const expected = posted.map(({ title }) => title).filter((title) => !own.test(title));
      assert.ok(expected.length > 5);
      assert.deepEqual(await marked(esra, record), expected);
    }
    assert.deepEqual(await marked(chidi, ids.task!), []);
    const draft = await task(dina, { title: "Draw a bolt", draft: true });
    assert.deepEqual(await marked(dina, draft.id), []);
    assert.deepEqual(await marked(esra, draft.id), ["Publish draft", "Discard draft"]);
    const publish = (await results(esra, draft.reference)).find(({ title }) =>
      title === "Publish draft"
    )!;
    assert.equal(publish.subtitle, `${draft.reference} · Draw a bolt · No permission`);
  }));
