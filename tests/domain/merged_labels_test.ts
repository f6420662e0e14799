import assert from "node:assert/strict";
import { call, withApp } from "../support/app.ts";

Deno.test("records with a merged label get the other label without duplicates, and so do views and templates", () =>
  withApp({}, async (app, { ada, chidi, workspaceId, teams }) => {
    const at = `/workspaces/${workspaceId}`;
    const asAda = async (call_: string, body?: Record<string, unknown>) => {
      const answer = await call(app, call_, { as: ada, ...(body && { body }) });
      assert.ok(answer.status < 300, JSON.stringify(answer.body));
      return answer.body;
    };
    const label = async (name: string) => (await asAda(`POST ${at}/labels`, { name })).label.id;
    const [from, into] = [await label("Defect"), await label("Fault")];
    const task = async (...tags: string[]) =>
      (await asAda(`POST ${at}/tasks`, { title: "Mend", teamId: teams.eng, tags })).task;
    const both = await task("Defect", "Fault");
    const one = await task("Defect");
    const view = (await asAda(`POST ${at}/views`, {
      name: "Defects",
      scope: "workspace",
      filters: { label: "Defect" },
    })).view;
    const template =
      (await asAda(`POST ${at}/task-templates`, { name: "Defect", tags: ["Defect"] }))
        .taskTemplate;
    const discarded = await task("Defect");
    await asAda(`DELETE ${at}/tasks/${discarded.id}`);
    const tagOf = `GET ${at}/tasks/${one.id}`;
    const before = (await call(app, tagOf, { as: ada })).headers.get("etag");

    const refused = await call(app, `POST ${at}/labels/${from}/merge`, {
      as: chidi,
      body: { into },
    });
    assert.equal(refused.status, 403);
    const same = await call(app, `POST ${at}/labels/${from}/merge`, {
      as: ada,
      body: { into: from },
    });
    assert.deepEqual([same.status, same.body.code], [422, "same_label"]);

    const { label: stays } = await asAda(`POST ${at}/labels/${from}/merge`, { into: "fault" });
    assert.equal(stays.id, into);
    for (const { id } of [both, one]) {
      const { task } = await asAda(`GET ${at}/tasks/${id}`);
      assert.deepEqual(task.labels.map(({ name }: { name: string }) => name), ["Fault"]);
    }
    assert.notEqual((await call(app, tagOf, { as: ada })).headers.get("etag"), before);
    assert.deepEqual((await asAda(`GET ${at}/labels/uses`)).uses, { [into]: 2 });
    const shown = (await asAda(`GET ${at}/views/${view.id}`)).view;
    assert.deepEqual([shown.filters.label, shown.version], [into, view.version + 1]);
    const kept = (await asAda(`GET ${at}/task-templates/${template.id}`)).taskTemplate;
    assert.deepEqual(kept.labels.map(({ id }: { id: string }) => id), [into]);
    assert.equal(kept.version, template.version + 1);
    assert.ok((await asAda(`GET ${at}/labels/${from}`)).label.archivedAt);
    const archived = await call(app, `POST ${at}/labels/${into}/merge`, {
      as: ada,
      body: { into: from },
    });
    assert.deepEqual([archived.status, archived.body.code], [409, "label_archived"]);
  }));
