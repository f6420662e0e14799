import assert from "node:assert/strict";
import { commandNames } from "../../server/palette/command_names.ts";
import { createTaskLabel } from "../../server/domain/task_labels/create.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { withPalette } from "../support/palette.ts";
import { changeSteps, paletteReader } from "../support/palette_changes.ts";
import { refused } from "../support/refusal.ts";
import { changesOnly } from "../support/snapshot.ts";

Deno.test("every command has the same result when run twice, which reads return", () =>
  withPalette(async (use) => {
    const { fullCast, run } = use;
    const { bao } = fullCast;
    const draft = await fullCast.task(fullCast.chidi, { title: "Draw a lock", draft: true });
    const ids: Record<string, string> = {
      ...fullCast.ids,
      eng: fullCast.teams.eng,
      secondDraft: draft.id,
    };
    const read = paletteReader(use);
    const filled = (value: unknown) =>
      typeof value === "string" ? value.replace(/^\{(\w+)\}$/, (_all, name) => ids[name]!) : value;
    for (const [command, record, value, message, seen, becomes] of changeSteps) {
      assert.notDeepEqual(await seen(read, ids), filled(becomes), `${command} changes nothing`);
      const given = filled(value ?? undefined) as string | undefined;
      const ran = await run(bao, command, ids[record], given);
      assert.match(ran.message, message);
      assert.match(ran.href, /^\/workspace\//);
      assert.deepEqual(await seen(read, ids), filled(becomes), command);
      const kind = command.split(".")[0]!.replace("draft", "task");
      assert.equal((ran as Record<string, { id?: string }>)[kind]?.id, ids[record]);
      await changesOnly(fullCast.world.database, [], () => run(bao, command, ids[record], given));
      assert.deepEqual(await seen(read, ids), filled(becomes), `${command} twice`);
    }
  }));

Deno.test("every command that changes something is tested above", () => {
  const changes = commandNames.filter((name) =>
    !/^(create|open|invite|install)\.|\.(open|create)/.test(name)
  );
  assert.deepEqual(changes.toSorted(), changeSteps.map(([command]) => command).toSorted());
});

Deno.test("a command that creates or opens something returns the URL", () =>
  withPalette(async ({ fullCast, run }) => {
    const { ada, ids } = fullCast;
    const href = async (...of: Parameters<typeof run>) => (await run(...of)).href;
    const composer = "/workspace/tasks/compose";
    assert.equal(await href(ada, "create.task", undefined, "Bake"), `${composer}?title=Bake`);
    assert.equal(await href(ada, "open.roadmap"), "/workspace/roadmap");
    assert.equal(await href(ada, "task.open", "eng-1"), "/workspace/tasks/ENG-1");
    assert.equal(await href(ada, "task.openAssignee", ids.task), `/workspace/members/${ids.chidi}`);
    assert.match(
      String(await href(ada, "view.open", ids.view)),
      /^\/workspace\/view\/all-open-\w{5}$/,
    );
    assert.equal(
      await href(ada, "team.createTask", fullCast.teams.eng),
      `${composer}?teamId=${fullCast.teams.eng}`,
    );
    await refused(run(ada, "task.openProject", ids.task), { status: 409, code: "nothing_to_open" });
  }));

Deno.test("a refused command names the action that only owners and admins can take", () =>
  withPalette(async ({ fullCast: { chidi }, run }) => {
    const sentences = {
      "create.project": "Only owners and admins can create projects.",
      "create.taskTemplate": "Only owners and admins can create task templates.",
      "invite.members": "Only owners and admins can invite members.",
      "install.automation": "Only owners and admins can install automations.",
      "open.usage": "Only owners and admins can open usage.",
    };
    for (const [command, sentence] of Object.entries(sentences)) {
      const { message } = await refused(run(chidi, command), { status: 403, code: "not_manager" });
      assert.equal(message, sentence);
    }
  }));

Deno.test("a forbidden command is refused, a hidden record isn't revealed, and nothing changes", () =>
  withPalette(async (use) => {
    const { fullCast, run } = use;
    const { chidi, esra, priya, ids } = fullCast;
    const before = await paletteReader(use).task(ids.task!);
    await refused(run(esra, "task.setStatus", ids.task, "completed"), {
      status: 403,
      code: "not_task_writer",
    });
    await refused(run(esra, "draft.publish", ids.draft), { status: 403, code: "not_task_writer" });
    await refused(run(chidi, "project.setStatus", ids.project, "active"), {
      status: 403,
      code: "not_project_writer",
    });
    await refused(run(esra, "view.archive", ids.view), { status: 403, code: "not_view_editor" });
    await refused(run(esra, "create.task"), { status: 403, code: "not_task_creator" });
    await refused(run(esra, "task.createSubtask", ids.task), {
      status: 403,
      code: "not_task_creator",
    });
    await refused(run(chidi, "create.project"), { status: 403, code: "not_manager" });
    await refused(run(chidi, "open.roadmap"), { status: 403, code: "not_roadmap_viewer" });
    for (
      const [command, record, value] of [
        ["task.setStatus", ids.privateTask, "completed"],
        ["project.favorite", ids.privateProject],
        ["view.subscribe", ids.privateView],
        ["team.open", fullCast.teams.ppl],
        ["view.archive", ids.ownView],
      ] as const
    ) {
      const by = record === ids.ownView ? priya : chidi;
      await refused(run(by, command, record, value), { status: 404 });
    }
    assert.equal(
      (await run(priya, "project.setStatus", ids.project, "active")).href.length > 0,
      true,
    );
    assert.deepEqual(await paletteReader(use).task(ids.task!), before);
  }));

Deno.test("an invalid command is refused by field name", () =>
  withPalette(async ({ fullCast, run }) => {
    const { ada, ids } = fullCast;
    const cases: [string, string | undefined, string | undefined, string][] = [
      ["task.explode", ids.task, undefined, "command"],
      ["constructor", ids.task, undefined, "command"],
      ["task.assign", undefined, "me", "record"],
      ["task.assign", ids.project, "me", "record"],
      ["create.task", ids.task, undefined, "record"],
      ["task.assign", ids.task, undefined, "value"],
      ["task.assign", ids.task, "prof_nobody", "value"],
      ["task.unassign", ids.task, "me", "value"],
      ["task.setStatus", ids.task, "active", "value"],
      ["task.setDeadline", ids.task, "2026-02-30", "value"],
      ["task.addLabel", ids.task, "Nonesuch", "value"],
      ["project.setTargetDate", ids.project, "soon", "value"],
      ["open.inbox", undefined, "now", "value"],
      ["task.open", ids.task, "now", "value"],
    ];
    for (const [command, record, value, field] of cases) {
      await refused(run(ada, command, record, value), { status: 422, fields: [field] });
    }
    await refused(run(ada, "draft.discard", ids.task), { status: 409, code: "not_a_draft" });
  }));

Deno.test("a label is removed by name, ignoring case and Unicode composition", () =>
  withPalette(async ({ fullCast, run }) => {
    const { ada, world, ids } = fullCast;
    await perform(world.services, ada.member, createTaskLabel, { name: "Äußeres" });
    await run(ada, "task.addLabel", ids.task, "äußeres");
    const { task } = await run(ada, "task.removeLabel", ids.task, "A\u0308USSERES");
    const kept = await run(ada, "task.addLabel", ids.task, "bug");
    assert.deepEqual([task!.tags, kept.task!.tags], [["Bug"], ["Bug"]]);
  }));
