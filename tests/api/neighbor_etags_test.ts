import assert from "node:assert/strict";
import { call, withApp } from "../support/app.ts";

Deno.test("a change to a related task changes the ETag for people who see both, but makes no write stale", () =>
  withApp({}, async (app, cast) => {
    const { ada, chidi, workspaceId, teams } = cast;
    const at = `/workspaces/${workspaceId}/tasks`;
    const { id } = await cast.task(ada);
    const change = (method: string, path: string, body?: unknown) =>
      call(app, `${method} ${at}/${path}`, { as: ada, body });
    for (const [teamId, seeing] of [[teams.eng, [ada, chidi]], [teams.ppl, [ada]]] as const) {
      const other = await cast.task(ada, { teamId });
      const sub = await cast.task(ada, { teamId });
      const changes: [method: string, path: string, body?: unknown][] = [
        ["PUT", `${id}/relations/blocks/${other.id}`],
        ["PATCH", other.id, { title: "Paint the gate" }],
        ["PATCH", other.id, { status: "completed" }],
        ["DELETE", other.id],
        ["DELETE", `${id}/relations/blocks/${other.id}`],
        ["PATCH", sub.id, { parentId: id }],
        ["PATCH", sub.id, { title: "Oil the hinges" }],
        ["DELETE", sub.id],
      ];
      for (const [method, path, body] of changes) {
        const before = new Map<typeof ada, string>();
        for (const as of [ada, chidi]) {
          before.set(as, (await call(app, `GET ${at}/${id}`, { as })).headers.get("etag")!);
        }
        assert.equal((await change(method, path, body)).status, 200);
        for (const [as, etag] of before) {
          const headers = { "if-none-match": etag };
          const { status } = await call(app, `GET ${at}/${id}`, { as, headers });
          const sees = (seeing as readonly typeof ada[]).includes(as);
          assert.equal(status, sees ? 200 : 304, `${as.email}: ${method} ${path}`);
        }
      }
      const { headers } = await call(app, `GET ${at}/${id}`, { as: chidi });
      await change("PUT", `${id}/relations/relatesTo/${sub.id}`);
      const guarded = await call(app, `PATCH ${at}/${id}`, {
        as: chidi,
        body: { priority: teamId === teams.eng ? "high" : "low" },
        headers: { "if-match": headers.get("etag")! },
      });
      assert.equal(guarded.status, 200);
    }
  }));
