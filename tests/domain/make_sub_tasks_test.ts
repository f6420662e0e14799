import assert from "node:assert/strict";
import { parseJson } from "../../server/domain/core/json.ts";
import { createProject } from "../../server/domain/projects/create.ts";
import { findTask } from "../../server/domain/tasks/find.ts";
import type { TaskDetail } from "../../server/domain/tasks/schema.ts";
import { makeSubTasks } from "../../server/domain/tasks/make_sub_tasks.ts";
import { undoTasks } from "../../server/domain/undo/undo_tasks.ts";
import { updateTask } from "../../server/domain/tasks/update.ts";
import { type Cast, type Person, withCast } from "../support/cast.ts";
import { inboxOf } from "../support/inbox.ts";
import { planner } from "../support/projects.ts";
import { refused } from "../support/refusal.ts";
import { createWorld } from "../support/world.ts";

const text = [
  "Before winter:",
  "",
  "- [x] Look at the **hinges**",
  "- [ ] Oil `them`",
  "  1. Buy oil",
  "     of the thin kind",
  "- ENG-1 was first",
  "",
  "```",
  "- no item",
  "```",
  "* Paint it",
].join("\n");

const split = (cast: Cast, taskId: string, input: object = {}, who: Person = cast.ada) =>
  planner(cast).run(who, makeSubTasks, { taskId, ...input });

const read = async (cast: Cast, taskId: string) =>
  parseJson((await planner(cast).run(cast.ada, findTask, { taskId })).json);

Deno.test("each list item becomes a sub-task and then starts with the sub-task's reference", () =>
  withCast(createWorld(), async (cast) => {
    const { ada } = cast;
    const { run } = planner(cast);
    const { id: projectId } = await run(ada, createProject, { name: "Gatehouse" });
    await cast.task(ada, { title: "First" });
    const task = await cast.task(ada, { description: text, projectId });
    const found = await split(cast, task.id);
    assert.equal(found.made, 4);
    const { description, children } = parseJson(found.json);
    assert.deepEqual(children.map(({ title, status }) => [title, status]), [
      ["Look at the hinges", "completed"],
      ["Oil them", "backlogged"],
      ["Buy oil", "backlogged"],
      ["Paint it", "backlogged"],
    ]);
    const expected = text.replace("[x] ", "ENG-3 ").replace("[ ] ", "ENG-4 ")
      .replace("Buy", "ENG-5 Buy").replace("* Paint", "* ENG-6 Paint");
    assert.equal(description, expected);
    for (const { id } of children) {
      const child = await read(cast, id);
      assert.deepEqual([child.teamId, child.projectId], [task.teamId, projectId]);
    }
    const again = await refused(split(cast, task.id), { status: 422, fields: ["from"] });
    assert.equal(again.code, "no_list_items", "what is a task already stays one");
  }));

Deno.test("only the given lines of the given text change, and line breaks stay", () =>
  withCast(createWorld(), async (cast) => {
    const task = await cast.task(cast.ada, { description: "- Old" });
    const description = "- One\r\n- Two\r\n- Three";
    const found = await split(cast, task.id, { description, from: 2, to: 2 });
    const { children, description: now } = parseJson(found.json);
    assert.deepEqual(children.map(({ title }) => title), ["Two"]);
    assert.equal(now, "- One\n- ENG-2 Two\n- Three");
  }));

Deno.test("in nested items on one line, the reference follows all list markers", () =>
  withCast(createWorld(), async (cast) => {
    const description = ["- > - [ ] Oil", "- 1. * [x] Paint", "> 2) Sweep", "- a > b"].join("\n");
    const task = await cast.task(cast.ada, { description });
    const { children, description: now } = parseJson((await split(cast, task.id)).json);
    assert.deepEqual(children.map(({ title }) => title), ["Oil", "Paint", "Sweep", "a > b"]);
    assert.equal(
      now,
      ["- > - ENG-2 Oil", "- 1. * ENG-3 Paint", "> 2) ENG-4 Sweep", "- ENG-5 a > b"].join("\n"),
    );
  }));

Deno.test("one undo reverts the text and the sub-tasks, except sub-tasks that others have worked on", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi } = cast;
    const { run } = planner(cast);
    const task = await cast.task(ada, { description: "- One\n- Two" });
    await split(cast, task.id);
    await run(ada, undoTasks, { activityId: task.id });
    const back = await read(cast, task.id);
    assert.deepEqual([back.description, back.children], ["- One\n- Two", []]);
    await split(cast, task.id);
    const { children } = await read(cast, task.id);
    await run(chidi, updateTask, { taskId: children[1]!.id, patch: { priority: "high" } });
    const { left } = await run(ada, undoTasks, { activityId: task.id });
    assert.deepEqual(left.map(({ taskId }) => taskId), [children[1]!.id]);
    assert.deepEqual((await read(cast, task.id)).children.map(({ title }) => title), ["Two"]);
  }));

Deno.test("a mention in the text notifies only once, and a draft's sub-tasks are drafts", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi } = cast;
    const task = await cast.task(ada, { description: "Ask @chidi\n\n- One" });
    assert.equal((await inboxOf(cast, chidi)).length, 1);
    await split(cast, task.id);
    assert.equal((await inboxOf(cast, chidi)).length, 1);
    const draft = await cast.task(ada, { description: "- One", draft: true });
    const { children } = parseJson((await split(cast, draft.id)).json);
    assert.equal((await read(cast, children[0]!.id)).draft, true);
  }));

Deno.test("lines that can't become sub-tasks change nothing", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, esra } = cast;
    const long = `- Fine\n- ${"w".repeat(513)}`;
    const task = await cast.task(ada, { description: long });
    const { version } = await read(cast, task.id);
    const error = await refused(split(cast, task.id), { status: 422, fields: ["from"] });
    assert.match(error.message + JSON.stringify(error), /Line 2 can't be a title/);
    await refused(split(cast, task.id, { description: "Words" }), {
      status: 422,
      code: "no_list_items",
    });
    await refused(split(cast, task.id, { description: "- One\n".repeat(101) }), {
      status: 422,
      code: "too_many_lines",
    });
    await refused(split(cast, task.id, { description: "- One" }, esra), { status: 403 });
    const after = await read(cast, task.id);
    assert.deepEqual([after.version, after.children], [version, []]);
    await planner(cast).run(chidi, updateTask, {
      taskId: task.id,
      patch: { description: "- Theirs" },
    });
    const stale = { description: "- Mine", sinceVersion: version };
    await refused(split(cast, task.id, stale), { status: 412 });
    assert.deepEqual((await read(cast, task.id)).children, []);
  }));

Deno.test("sending the same description twice at once creates its sub-tasks once", () =>
  withCast(createWorld(), async (cast) => {
    const { ada } = cast;
    const { run } = planner(cast);
    const { id: taskId } = await cast.task(ada);
    const description = "- Oil it\n- [ ] Paint **it**";
    const asked = { taskId, description };
    const [first, second] = await Promise.allSettled([
      run(ada, makeSubTasks, asked),
      run(ada, makeSubTasks, asked),
    ]);
    assert.equal(first.status, "fulfilled");
    assert.deepEqual(
      second.status === "rejected" && [second.reason.code, second.reason.message],
      ["lines_are_tasks", "These lines are already tasks: ENG-2, ENG-3."],
    );
    const { children, description: text } = parseJson<TaskDetail>(
      (await run(ada, findTask, { taskId })).json,
    );
    assert.deepEqual([children.length, text], [2, "- ENG-2 Oil it\n- ENG-3 Paint **it**"]);
    // Lines that are new are made, beside those that are tasks
    const more = { taskId, description: `${text}\n- Hang it` };
    assert.equal((await run(ada, makeSubTasks, more)).made, 1);
  }));
