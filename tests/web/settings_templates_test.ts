import assert from "node:assert/strict";
import { call, withApp } from "../support/app.ts";
import { visit } from "../support/visitor.ts";

interface Template {
  id: string;
  name: string;
  version: number;
  archivedAt: string | null;
  title: string | null;
  status: string | null;
  tags: string[];
  description: string | null;
  defaults: {
    summary: string | null;
    status: string | null;
    teamIds: string[];
    milestones: { name: string; description: string | null }[];
  };
}

Deno.test("templates can be created, filled in, saved, undone, archived, and used from their pages", () =>
  withApp({}, async (app, { ada, workspaceId, teams }) => {
    const visitor = await visit(app, ada.email);
    const api = `/workspaces/${workspaceId}`;
    const label = await call(app, `POST ${api}/labels`, { as: ada, body: { name: "Rust" } });
    assert.equal(label.status, 201);
    const kinds = {
      "task-templates": {
        plural: "taskTemplates",
        fields: {
          title: "Oil it",
          status: "planned",
          teamId: teams.eng,
          tags: label.body.label.id,
        },
        shown: /Oil it/,
        use: /tasks\/compose\?templateId=/,
      },
      "project-templates": {
        plural: "projectTemplates",
        fields: { summary: "Oil all", teamIds: teams.eng, milestones: "Buy oil\nOil it" },
        shown: /2 milestones, 1 team/,
        use: /projects\/new\?templateId=/,
      },
    };
    for (const [kind, { plural, fields, shown, use }] of Object.entries(kinds)) {
      const page = `/workspace/settings/${kind}`;
      const named = async (name: string) => {
        const { body } = await call(app, `GET ${api}/${kind}?includeArchived=true`, { as: ada });
        return (body[plural] as Template[]).find((one) => one.name === name)!;
      };
      assert.match((await visitor.get(`${page}/new?name=Care`)).html, /value="Care"/);
      const made = await visitor.post(`${page}/new`, { name: "Care", ...fields });
      assert.deepEqual([made.status, made.headers.get("location")], [303, page]);
      const index = (await visitor.get(page)).html;
      assert.match(index, shown);
      assert.match(index, use);
      const twice = await visitor.post(`${page}/new`, { name: "care", description: "**Again**" });
      assert.equal(twice.status, 409);
      assert.match(twice.html, /value="care"[^]*\*\*Again\*\*/);

      const { id, version } = await named("Care");
      const one = `${page}/${id}`;
      const saved = {
        ...fields,
        name: "Upkeep",
        description: "Twice a year",
        version: `${version}`,
      };
      assert.equal((await visitor.post(one, saved)).status, 303);
      const stale = await visitor.post(one, { ...saved, name: "Late" });
      assert.equal(stale.status, 412);
      assert.match(stale.html, /value="Late"/);
      const now = await named("Upkeep");
      if (kind === "task-templates") {
        assert.deepEqual([now.title, now.status, now.tags], ["Oil it", "planned", ["Rust"]]);
        const open = { name: "Upkeep", title: "", status: "", teamId: "", description: "" };
        await visitor.post(one, { ...open, version: `${now.version}` });
        const { title, status, tags } = await named("Upkeep");
        assert.deepEqual([title, status, tags], [null, null, []]);
      } else {
        const { summary, teamIds, milestones } = now.defaults;
        const described = { name: "Oil it", description: "Use a brush." };
        const defaults = { summary, teamIds, milestones: [{ name: "Buy oil" }, described] };
        const patch = { as: ada, body: { defaults } };
        const patched = await call(app, `PATCH ${api}/${kind}/${now.id}`, patch);
        const { version } = patched.body.projectTemplate;
        await visitor.post(one, { ...saved, milestones: "Oil it\nOil all", version });
        const kept = (await named("Upkeep")).defaults.milestones;
        assert.deepEqual(kept, [described, { name: "Oil all", description: null }]);
        const made = await call(app, `POST ${api}/projects`, { as: ada, body: { name: "Attic" } });
        const { id: projectId } = made.body.project;
        const statuses = [];
        for (const [name, status] of [["Derived"], ["Set", "active"]] as const) {
          const patch = { as: ada, body: { status } };
          if (status) await call(app, `PATCH ${api}/projects/${projectId}`, patch);
          await visitor.post(`/workspace/projects/${projectId}/template`, { name });
          statuses.push((await named(name)).defaults.status);
        }
        assert.deepEqual(statuses, [null, "active"]);
        assert.deepEqual([summary, teamIds], ["Oil all", [teams.eng]]);
        assert.deepEqual(milestones.map(({ name }) => name), ["Buy oil", "Oil it"]);
      }
      const { version: last } = await named("Upkeep");
      const was = JSON.stringify({ name: "Care" });
      const change = async (description: string, version: number) =>
        (await visitor.part("POST", one, one, { ...saved, description, version: `${version}` }))
          .html;
      const long = "x".repeat(3_000);
      if (kind === "task-templates") {
        assert.match(await change(long, last), /value="back"/);
        assert.doesNotMatch(await change("Short", last + 1), /value="back"/, "for a cookie");
      }
      await visitor.post(one, { act: "back", was, version: `${(await named("Upkeep")).version}` });
      assert.equal((await named("Care")).id, id);
      await visitor.post(one, { act: "archive" });
      assert.notEqual((await named("Care")).archivedAt, null);
      assert.match((await visitor.get(one)).html, /This template is archived/);
      await visitor.post(one, { act: "restore" });
      assert.equal((await named("Care")).archivedAt, null);
    }
  }));
