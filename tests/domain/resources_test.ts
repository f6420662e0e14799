import assert from "node:assert/strict";
import { perform } from "../../server/domain/core/operation.ts";
import { undoTasks } from "../../server/domain/undo/undo_tasks.ts";
import { createResource } from "../../server/domain/resources/create.ts";
import { deleteResource } from "../../server/domain/resources/delete.ts";
import { listResources } from "../../server/domain/resources/list.ts";
import { updateResource } from "../../server/domain/resources/update.ts";
import { archiveTask, restoreTask } from "../../server/domain/tasks/archive.ts";
import { findTask } from "../../server/domain/tasks/find.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import type { Resource } from "../../server/domain/resources/schema.ts";
import { type Cast, type Person, withCast } from "../support/cast.ts";
import { refused } from "../support/refusal.ts";
import { createWorld } from "../support/world.ts";

const add = async ({ world }: Cast, by: Person, taskId: string, url: string, title?: string) =>
  parseJson<Resource>(
    (await perform(world.services, by.member, createResource, { taskId, url, title })).json,
  );
const change = ({ world }: Cast, by: Person, input: Record<string, unknown>) =>
  perform(world.services, by.member, updateResource, input);
const remove = ({ world }: Cast, by: Person, input: Record<string, unknown>) =>
  perform(world.services, by.member, deleteResource, input);
const read = async ({ world }: Cast, taskId: string, by: Person) =>
  parseJson((await perform(world.services, by.member, findTask, { taskId })).json);

Deno.test("a link is in the task's record, with its title or else its host", () =>
  withCast(createWorld(), async (cast) => {
    const task = await cast.task(cast.ada);
    const spec = await add(cast, cast.chidi, task.id, " https://example.com/spec?a=1#b ", "Spec");
    cast.world.clock.advance({ seconds: 1 });
    const bare = await add(cast, cast.chidi, task.id, "HTTP://Example.org");
    cast.world.clock.advance({ seconds: 1 });
    const mail = await add(cast, cast.chidi, task.id, "mailto:ada@example.com");
    assert.deepEqual([spec.title, spec.url], ["Spec", "https://example.com/spec?a=1#b"]);
    assert.deepEqual([bare.title, bare.url], ["example.org", "http://example.org/"]);
    assert.equal(mail.title, "ada@example.com");
    const after = await read(cast, task.id, cast.ada);
    assert.deepEqual([after.resources, after.version], [[spec, bare, mail], 4]);
    assert.equal(spec.creator.name, "Chidi Eze");
  }));

Deno.test("a link with a scheme that a page can't show is refused", () =>
  withCast(createWorld(), async (cast) => {
    const { id } = await cast.task(cast.ada);
    const bad = [
      "javascript:alert(1)",
      "JAVASCRIPT:alert(1)",
      "java\nscript:alert(1)",
      "data:text/html,<b>",
      "file:///etc/passwd",
      "ftp://example.com",
      "intranet/wiki",
      "ada@example.com",
      "ada:secret@example.com/x",
      "example.com:port",
      "javascript.example:alert(1)",
      "1.2",
      "v1.2.3",
      "exam ple.com",
      "exa\\mple.com",
      ".com",
      "//example.com",
      "/tasks",
      "https://",
      "mailto:",
      "",
      `https://example.com/${"x".repeat(2_000)}`,
    ];
    for (const url of bad) {
      await refused(add(cast, cast.ada, id, url), { status: 422, fields: ["url"] });
    }
    await refused(add(cast, cast.ada, id, "https://example.com", " "), {
      status: 422,
      fields: ["title"],
    });
    assert.deepEqual((await read(cast, id, cast.ada)).resources, []);
  }));

Deno.test("a link that starts with a host gets https, in every input", () =>
  withCast(createWorld(), async (cast) => {
    const { id } = await cast.task(cast.ada);
    const meant: [typed: string, url: string, title: string][] = [
      ["example.com/spec?a=1#b", "https://example.com/spec?a=1#b", "example.com"],
      [" Example.ORG ", "https://example.org/", "example.org"],
      ["example.net:8080/x", "https://example.net:8080/x", "example.net"],
      ["192.168.0.1:3000/x", "https://192.168.0.1:3000/x", "192.168.0.1"],
      ["bücher.example/a b", "https://xn--bcher-kva.example/a%20b", "xn--bcher-kva.example"],
    ];
    for (const [typed, url, title] of meant) {
      const { resources: [made] } = await cast.task(cast.ada, { resources: [{ url: typed }] });
      assert.deepEqual([made?.url, made?.title], [url, title]);
      const { url: added } = await add(cast, cast.ada, id, typed);
      assert.equal(added, url);
    }
    await refused(add(cast, cast.ada, id, "https://example.com/spec?a=1#b"), {
      status: 409,
      code: "resource_exists",
    });
    await refused(
      cast.task(cast.ada, { resources: [{ url: "example.com" }, { url: "https://example.com" }] }),
      { status: 422, fields: ["resources.1.url"] },
    );
  }));

Deno.test("a task has each link only once, and the second of two people who add the same link is refused", () =>
  withCast(createWorld(), async (cast) => {
    const { id } = await cast.task(cast.ada);
    const outcomes = await Promise.allSettled(
      [cast.ada, cast.chidi].map((by) => add(cast, by, id, "https://example.com")),
    );
    assert.deepEqual(outcomes.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
    await refused(add(cast, cast.ada, id, "https://EXAMPLE.com/"), {
      status: 409,
      code: "resource_exists",
    });
    const other = await add(cast, cast.ada, id, "https://example.org");
    await refused(
      change(cast, cast.ada, {
        taskId: id,
        resourceId: other.id,
        patch: { url: "https://example.com" },
      }),
      { status: 409, code: "resource_exists" },
    );
  }));

Deno.test("the activity about a changed or removed link contains the former value", () =>
  withCast(createWorld(), async (cast) => {
    const { id: taskId } = await cast.task(cast.ada);
    const { id: resourceId } = await add(cast, cast.ada, taskId, "https://example.com", "Old");
    const key = { taskId, resourceId };
    await change(cast, cast.chidi, { ...key, patch: { title: "New" }, version: 1 });
    await change(cast, cast.chidi, { ...key, patch: { title: "New" } });
    await refused(change(cast, cast.ada, { ...key, patch: { title: "Mine" }, version: 1 }), {
      status: 412,
    });
    await refused(change(cast, cast.ada, { ...key, patch: {} }), { status: 422 });
    await refused(remove(cast, cast.ada, { ...key, version: 1 }), { status: 412 });
    await remove(cast, cast.ada, key);
    await refused(remove(cast, cast.ada, key), { status: 404 });
    const { activity, resources } = await read(cast, taskId, cast.ada);
    assert.deepEqual(resources, []);
    const url = "https://example.com/";
    assert.deepEqual(activity.slice(1).map(({ kind, data }) => [kind, data]), [
      ["task.resource_added", { to: { id: resourceId, title: "Old", url } }],
      ["task.resource_changed", {
        from: { id: resourceId, title: "Old", url },
        to: { id: resourceId, title: "New", url },
      }],
      ["task.resource_removed", { from: { id: resourceId, title: "New", url } }],
    ]);
  }));

Deno.test("only people who can change a task can change its links, and nobody if it is archived", () =>
  withCast(createWorld(), async (cast) => {
    const { id: taskId } = await cast.task(cast.ada);
    const { id: resourceId } = await add(cast, cast.bao, taskId, "https://example.com");
    const key = { taskId, resourceId };
    for (const by of [cast.esra, cast.dina]) {
      await refused(add(cast, by, taskId, "https://example.org"), { status: 403 });
      await refused(change(cast, by, { ...key, patch: { title: "Mine" } }), { status: 403 });
      await refused(remove(cast, by, key), { status: 403 });
    }
    await perform(cast.world.services, cast.ada.member, archiveTask, { taskId });
    await refused(remove(cast, cast.ada, key), { status: 409, code: "task_archived" });
    assert.equal((await read(cast, taskId, cast.esra)).resources.length, 1);
  }));

Deno.test("a task can have at most a hundred links", () =>
  withCast(createWorld(), async (cast) => {
    const { id } = await cast.task(cast.ada);
    for (let n = 0; n < 100; n++) await add(cast, cast.ada, id, `https://example.com/${n}`);
    await refused(add(cast, cast.ada, id, "https://example.com/more"), {
      status: 409,
      code: "too_many_resources",
    });
  }));

Deno.test("a discarded draft's links are removed and restored with it, and an archived task keeps its links", () =>
  withCast(createWorld(), async (cast) => {
    const { services } = cast.world;
    const { member } = cast.ada;
    const shown = async (taskId: string) => {
      const { resources } = await read(cast, taskId, cast.ada);
      const listed = await perform(services, member, listResources, { taskId });
      return [resources.length, listed.size];
    };
    const ways: [draft: boolean, gone: number][] = [[true, 0], [false, 1]];
    for (const [draft, gone] of ways) {
      const { id: taskId } = await cast.task(cast.ada, { draft });
      const link = await add(cast, cast.ada, taskId, "https://example.com/spec");
      await perform(services, member, archiveTask, { taskId });
      assert.deepEqual(await shown(taskId), [gone, gone], `draft ${draft}`);
      await perform(services, member, restoreTask, { taskId });
      assert.deepEqual(await shown(taskId), [1, 1]);
      assert.deepEqual((await read(cast, taskId, cast.ada)).resources, [link]);
      await perform(services, member, archiveTask, { taskId });
      await perform(services, member, undoTasks, { activityId: taskId });
      assert.deepEqual((await read(cast, taskId, cast.ada)).resources, [link]);
    }
  }));
