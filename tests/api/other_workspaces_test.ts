import assert from "node:assert/strict";
import { call, withApp } from "../support/app.ts";

Deno.test("no key, name, or reference finds a record of another workspace", () =>
  withApp({}, async (app, { ada, frode, workspaceId, elsewhereId }) => {
    const ask = async (request: string, body: object) => {
      const [method, path] = request.split(" ");
      const at = `${method} /workspaces/${workspaceId}/${path}`;
      const answer = await call(app, at, { as: ada, body });
      assert.ok(answer.status < 300, `${request}: ${answer.text}`);
      return answer.body;
    };
    const name = "Kestrel";
    const scopes = ["tasks.read"];
    await ask("POST teams", { name, key: "KES" });
    await ask("POST tasks", { title: name, teamId: "KES" });
    await ask("PATCH teams/KES", { key: "NEW" });
    await ask("POST projects", { name, key: "BIRD" });
    await ask("PATCH projects/BIRD", { key: "HAWK" });
    for (
      const path of ["labels", "project-labels", "workflows", "task-templates"]
    ) await ask(`POST ${path}`, { name });
    const { automation } = await ask("POST automations", { name, scopes });
    await ask("POST agents", { name, automationId: automation.id });
    const view = { name, kind: "task", scope: "workspace" };
    const { view: { key } } = await ask("POST views", view);
    const words: Record<string, string[]> = {
      "teams": ["NEW", "KES", name],
      "tasks": ["NEW-1", "KES-1"],
      "projects": ["HAWK", "BIRD", name],
      "labels": [name],
      "project-labels": [name],
      "workflows": [name],
      "task-templates": [name],
      "automations": [name],
      "agents": [name],
      "members": [ada.member.profile.username, ada.member.profile.name],
      "views": [key, name],
    };
    for (const [path, all] of Object.entries(words)) {
      for (const word of all) {
        const find = async (as: typeof ada, workspace: string) =>
          (await call(app, `GET /workspaces/${workspace}/${path}/${encodeURIComponent(word)}`, {
            as,
          })).status;
        const found = [await find(ada, workspaceId), await find(frode, elsewhereId)];
        assert.deepEqual(found, [200, 404], `${path}/${word}`);
      }
    }
    const person = encodeURIComponent(ada.member.profile.name);
    const below: [request: string, body?: object][] = [
      ["GET tasks/KES-1/comments"],
      ["GET projects/BIRD/milestones"],
      [`GET members/${person}/activity`],
      [`GET tasks?assigneeId=${person}`],
      ["POST tasks", { title: name, teamId: "NEW" }],
      ["POST tasks", { title: name, teamId: "KES" }],
      ["POST projects", { name, leadId: ada.member.profile.username }],
    ];
    for (const [request, body] of below) {
      const [method, path] = request.split(" ");
      const at = `${method} /workspaces/${elsewhereId}/${path}`;
      const { status, text } = await call(app, at, { as: frode, ...(body && { body }) });
      assert.ok([404, 422].includes(status), `${request}: ${status} ${text}`);
    }
  }));
