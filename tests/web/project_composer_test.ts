import assert from "node:assert/strict";
import { withApp } from "../support/app.ts";
import { visit } from "../support/visitor.ts";

const path = "/workspace/projects/new";

Deno.test("a project can be created with only a name, and the message on its page has Undo", () =>
  withApp({}, async (app, { ada }) => {
    const visitor = await visit(app, ada.email);
    const made = await visitor.post(path, {
      name: "Harbour wall",
      key: "",
      summary: "",
      leadId: "",
      priority: "",
      startDate: "",
      targetDate: "",
    });
    assert.equal(made.status, 303, made.html);
    const at = made.headers.get("location")!;
    assert.match(at, /^\/workspace\/projects\/[A-Z][A-Z0-9]+$/);
    const cookie = made.headers.getSetCookie().map((one) => one.split(";")[0]).join("; ");
    assert.ok(cookie.length > 0);
    assert.match((await visitor.get(at)).html, /Harbour wall/);
  }));

Deno.test("a rejected new project keeps its text and shows the reason", () =>
  withApp({}, async (app, { ada, teams }) => {
    const visitor = await visit(app, ada.email);
    const typed = { name: "Pier", key: "1X", summary: "Planks", teamIds: teams.eng! };
    const { status, html } = await visitor.part("POST", path, path, typed);
    assert.equal(status, 422);
    assert.match(html, /id="composer-key-error"[^>]*>Use 1 to 10 letters/);
    assert.match(html, /name="name"[^>]*>\s*Pier<\/textarea>/);
    assert.match(html, /value="Planks"/);
    assert.match(html, new RegExp(`value="${teams.eng}" selected`));
  }));

Deno.test("people who can create projects see a link in the list, which passes on the list's filters", () =>
  withApp({}, async (app, { ada, chidi, teams }) => {
    const manager = await visit(app, ada.email);
    const list = `/workspace/projects?leadId=me&teamId=${teams.eng}&priority=high`;
    const { html } = await manager.get(list);
    const href = /class="button bar-new" href="([^"]+)"/.exec(html)?.[1]?.replaceAll("&amp;", "&");
    assert.equal(href, `${path}?leadId=me&teamIds=${teams.eng}&priority=high`);
    const form = (await manager.get(href!)).html;
    assert.match(form, new RegExp(`value="${ada.member.profile.id}" selected`));
    assert.match(form, new RegExp(`value="${teams.eng}" selected`));
    assert.match(form, /value="high" selected/);
    const asked = await manager.get("/workspace/projects?create=1&name=Quay");
    assert.equal(asked.headers.get("location"), `${path}?name=Quay`);
    const member = await visit(app, chidi.email);
    assert.match((await member.get(list)).html, /aria-label="New task"/);
    assert.equal((await member.get(path)).status, 403);
  }));
