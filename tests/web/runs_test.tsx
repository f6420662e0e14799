import assert from "node:assert/strict";
import { withApp } from "../support/app.ts";
import { planner } from "../support/projects.ts";
import { newest, undo } from "../support/task_undo.ts";
import { visit } from "../support/visitor.ts";

Deno.test("consecutive small changes by one person share a line, which can be expanded", () =>
  withApp({}, async (app, cast) => {
    const { ada, chidi } = cast;
    const plan = planner(cast);
    const browser = await visit(app, ada.email);
    const { id } = await cast.task(chidi);
    app.world.clock.advance({ minutes: 4 });
    const told = async () => {
      const { html } = await browser.get(`/workspace/tasks/${id}`);
      return [
        ...html.matchAll(
          /<summary class="event">.*?<\/strong> <span id="told-\w+">(.*?)<\/span>.{0,60}?<time/gs,
        ),
      ]
        .map(([, text]) => text!.replace(/<[^>]+>/g, ""));
    };
    const change = (patch: Record<string, unknown>) => plan.patchTask(chidi, id, patch);
    await change({ priority: "high" });
    await change({ priority: "urgent" });
    assert.deepEqual(await told(), []);
    await change({ deadlineAt: "2027-01-02" });
    await change({ tags: ["Bug", "Feature"] });
    assert.deepEqual(await told(), ["changed the priority and the deadline, and added 2 labels"]);
    await browser.post(`/workspace/tasks/${id}/comments`, { body: "Why?" });
    await change({ priority: "low" });
    await plan.patchTask(ada, id, { priority: "none" });
    app.world.clock.advance({ hours: 2 });
    await change({ title: "A" });
    await change({ description: "B" });
    assert.equal((await told()).length, 1);
    await change({ description: "C" });
    assert.deepEqual((await told()).at(-1), "changed the title and the description");
  }));

Deno.test("the creator's changes in the first three minutes are part of the creation", () =>
  withApp({}, async (app, cast) => {
    const { ada, chidi } = cast;
    const plan = planner(cast);
    const browser = await visit(app, ada.email);
    const { id } = await cast.task(chidi);
    const told = async () => {
      const { html } = await browser.get(`/workspace/tasks/${id}`);
      return [
        ...html.matchAll(
          /<summary class="event">.*?<\/strong> <span id="told-\w+">(.*?)<\/span>.{0,60}?<time/gs,
        ),
      ]
        .map(([, text]) => text!.replace(/<[^>]+>/g, ""));
    };
    assert.deepEqual(await told(), [], "by itself it is one entry");
    app.world.clock.advance({ minutes: 2 });
    await plan.patchTask(chidi, id, { priority: "high" });
    assert.deepEqual(await told(), ["created the task and changed the priority"]);
    app.world.clock.advance({ minutes: 1 });
    await plan.patchTask(chidi, id, { deadlineAt: "2027-01-02" });
    const whole = ["created the task and changed the priority and the deadline"];
    assert.deepEqual(await told(), whole);
    app.world.clock.advance({ seconds: 1 });
    await plan.patchTask(chidi, id, { priority: "low" });
    assert.deepEqual(await told(), whole, "later it is told by itself");
    const { html } = await browser.get(`/workspace/tasks/${id}`);
    assert.match(html, /changed the priority from/);
    const other = await cast.task(chidi);
    await plan.patchTask(ada, other.id, { priority: "high" });
    const { html: page } = await browser.get(`/workspace/tasks/${other.id}`);
    assert.doesNotMatch(
      page,
      /<summary class="event">/,
      "somebody else's change isn't its maker's",
    );
  }));

Deno.test("a creation isn't shown with changes that were all undone", () =>
  withApp({}, async (app, cast) => {
    const { ada } = cast;
    const browser = await visit(app, ada.email);
    const { id } = await cast.task(ada);
    app.world.clock.advance({ seconds: 1 });
    await planner(cast).patchTask(ada, id, { priority: "high" });
    const undone = await newest(cast, id);
    const items = async () => {
      const { html } = await browser.get(`/workspace/tasks/${id}`);
      return [...html.matchAll(/<li class="event.*?<time/gs)]
        .map(([text]) => text.replace(/<[^>]+>/g, " ").replace(/\s+/g, " "));
    };
    assert.match((await items()).join(), /created the task and changed the priority/);
    await undo(cast, ada, undone.id);
    const [created, changed] = await items();
    assert.match(created!, /created the task/);
    assert.doesNotMatch(created!, /Undone|undone/);
    assert.match(changed!, /changed the priority .*[Uu]ndone/);
  }));
