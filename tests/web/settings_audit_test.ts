import assert from "node:assert/strict";
import { call, withApp } from "../support/app.ts";
import { visit } from "../support/visitor.ts";

const path = "/workspace/settings/audit";
const rows = (html: string) => [...html.matchAll(/<tr id="row-[^]*?<\/tr>/g)].map(([row]) => row);

Deno.test("the audit log shows actor, change, and interface, and its URL filters the page and the CSV", () =>
  withApp({}, async (app, { ada, chidi, workspaceId }) => {
    const visitor = await visit(app, ada.email);
    const chidiId = chidi.member.profile.id;
    await call(app, `PATCH /workspaces/${workspaceId}/members/${chidiId}`, {
      as: ada,
      body: { role: "admin" },
    });
    const automation = await call(app, `POST /workspaces/${workspaceId}/automations`, {
      as: ada,
      body: { name: "=SUM(1,2)" },
    });
    const { id } = automation.body.automation;
    await call(app, `POST /workspaces/${workspaceId}/automations/${id}/rotate-secret`, {
      as: ada,
      body: {},
    });
    await visitor.post("/workspace/settings/members", {
      emails: "ida@example.com",
      role: "member",
    });
    const { html } = await visitor.get(path);
    assert.match(rows(html)[0]!, /Ada Lovelace[^]*invited[^]*ida@example\.com[^]*Web, session/);
    assert.match(
      rows(html).at(-1)!,
      /Ada Lovelace<\/a>\s+created the workspace\s+<b>Acme<\/b>/,
    );
    assert.ok(rows(html).some((row) => /changed the role of[^]*from member to admin/.test(row)));

    const rotated = rows(html).find((row) => row.includes("rotated the secret"));
    assert.doesNotMatch(rotated!, /<small>as /);

    const narrowed = `?kind=member.role_changed&actorId=${ada.member.profile.id}&interface=api`;
    const found = rows((await visitor.get(path + narrowed)).html);
    assert.equal(found.length, 1);
    assert.match(found[0]!, /changed the role of[^]*API/);
    assert.match(
      html,
      /<option value="member\.role_changed"[^>]*>\s*Changed a member&#39;s role\s*</,
    );
    assert.doesNotMatch(html, / …<\/option>/);
    const table = await visitor.get(`${path}.csv${narrowed}`);
    assert.equal(table.headers.get("content-type"), "text/csv; charset=utf-8");
    assert.match(table.headers.get("content-disposition") ?? "", /^attachment/);
    assert.equal(table.html.trimEnd().split("\r\n").length, 2);
    assert.match(table.html, /"member\.role_changed","changed the role of","Ada Lovelace"/);
    const all = await visitor.get(`${path}.csv`);
    assert.match(all.html, /"'=SUM\(1,2\)"/);
    const none = await visitor.get(`${path}?before=2001-01-01`);
    assert.match(none.html, /No matching audit entries/);
    const wrong = await visitor.get(`${path}?since=yesterday-ish`);
    assert.equal(wrong.status, 200);
    assert.match(wrong.html, /role="alert">[^<]*Use a date/);
    const stale = await visitor.get(`${path}?interface=web&cursor=x`);
    assert.deepEqual([stale.status, stale.headers.get("location")], [303, `${path}?interface=web`]);

    // Chidi was made an admin; whoever manages nothing gets neither
    const member = await visit(app, chidi.email);
    await call(app, `PATCH /workspaces/${workspaceId}/members/${chidiId}`, {
      as: ada,
      body: { role: "member" },
    });
    for (const address of [path, `${path}.csv`]) {
      assert.equal((await member.get(address)).status, 403, address);
    }
  }));

Deno.test("the audit log shows times in the viewer's time zone and filters by the workspace's days", () =>
  withApp({}, async (app, { ada, workspaceId }) => {
    const visitor = await visit(app, ada.email);
    const workspace = `PATCH /workspaces/${workspaceId}`;
    await call(app, workspace, { as: ada, body: { timeZone: "Pacific/Kiritimati" } });
    await call(app, "PATCH /me/preferences", { as: ada, body: { timeZone: "Europe/Berlin" } });
    const changed = async (query: string) =>
      rows((await visitor.get(`${path}?kind=workspace.time_zone_changed&${query}`)).html);
    const [row = "", ...others] = await changed("since=2026-03-13&before=2026-03-14");
    assert.equal(others.length, 0);
    assert.match(row, /datetime="2026-03-12T10:[^"]+" title="12 March 2026 at 11:\d\d"/);
    assert.deepEqual(await changed("before=2026-03-13"), []);
  }));
