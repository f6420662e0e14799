import assert from "node:assert/strict";
import { call, withApp } from "../support/app.ts";
import { visit } from "../support/visitor.ts";

Deno.test("labels are created, changed, archived, restored, and merged on their page", () =>
  withApp({}, async (app, { ada, workspaceId, teams }) => {
    const visitor = await visit(app, ada.email);
    for (const kind of ["task", "project"] as const) {
      const page = `/workspace/settings/${kind}-labels`;
      const api = `/workspaces/${workspaceId}/${kind === "task" ? "labels" : "project-labels"}`;
      const all = async () => {
        const { body } = await call(app, `GET ${api}?includeArchived=true`, { as: ada });
        return (body.labels ?? body.projectLabels) as {
          id: string;
          name: string;
          version: number;
        }[];
      };
      const named = async (name: string) => (await all()).find((label) => label.name === name)!;
      const item = async (id: string) => {
        const { html } = await visitor.get(page);
        return new RegExp(`<li id="${id}"[^]*?</li>`).exec(html)?.[0] ?? "";
      };

      assert.match((await visitor.get(`${page}?create=1`)).html, /id="label-new"/);
      for (const name of ["Rust", "Oxide"]) {
        const made = await visitor.post(page, { name, color: "orange", description: "" });
        assert.equal(made.status, 303);
      }
      const rust = await named("Rust");
      assert.match(await item(rust.id), /data-color="orange"/);

      const twice = await visitor.post(page, { name: "rust", color: "red", description: "Again" });
      assert.equal(twice.status, 409);
      assert.match(twice.html, /value="rust"/);
      assert.match(twice.html, /value="Again"/);
      assert.match(twice.html, /value="red" checked/);

      const one = `${page}/${rust.id}`;
      const fields = { name: "Iron", color: "teal", description: "What rusts" };
      assert.match((await visitor.get(`${page}?edit=${rust.id}`)).html, /name="version" value="1"/);
      await visitor.post(one, { ...fields, version: "1" });
      assert.match(await item(rust.id), /data-color="teal"[^]*Iron[^]*What rusts/);
      const stale = await visitor.post(one, { ...fields, name: "Steel", version: "1" });
      assert.equal(stale.status, 412);
      assert.match(stale.html, /value="Steel"/);

      await visitor.post(one, { act: "archive" });
      assert.match(await item(rust.id), /Restore the label Iron/);
      await visitor.post(one, { act: "restore" });
      assert.match(await item(rust.id), /Archive the label Iron/);

      const owner = kind === "task"
        ? { path: "tasks", body: { title: "Paint", teamId: teams.eng, tags: ["Iron"] } }
        : { path: "projects", body: { name: "Paint", labels: ["Iron"] } };
      const made = await call(app, `POST /workspaces/${workspaceId}/${owner.path}`, {
        as: ada,
        body: owner.body,
      });
      assert.equal(made.status, 201);
      const oxide = await named("Oxide");
      assert.match(await item(rust.id), new RegExp(`>1 ${kind}<`));
      assert.match(
        (await visitor.get(`${page}?merge=${rust.id}`)).html,
        /can(&#39;|')t undo this/,
      );
      const { version } = await named("Iron");
      const none = await visitor.post(one, { act: "merge", into: rust.id, version: `${version}` });
      assert.equal(none.status, 422);
      assert.match(none.html, /aria-describedby="field-into-error"/);
      assert.match(none.html, /id="field-into-error">Choose another [a-z ]+ to merge into\./);
      await visitor.post(one, { act: "merge", into: oxide.id, version: `${version}` });
      assert.match(await item(oxide.id), new RegExp(`>1 ${kind}<`));
      assert.match(await item(rust.id), /Restore the label Iron/);
    }
  }));
