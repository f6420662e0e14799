import assert from "node:assert/strict";
import { Catalog } from "../../server/docs/catalog.ts";
import { guides } from "../../views/docs_paths.ts";
import { draftsPathFor } from "../../views/draft_paths.ts";
import { settingsGroups } from "../../views/settings/places.ts";
import { settingsPath } from "../../views/settings_paths.ts";
import { withApp } from "../support/app.ts";
import { browserCookie } from "../support/browser_session.ts";
import { assertNone } from "../support/missing.ts";

Deno.test("every guide that the app links to is a page of the docs", () => {
  const { pages } = new Catalog();
  assertNone(
    Object.values(guides).filter((path) => !pages.has(path)),
    (path) => `${path} doesn't exist. Change it in views/docs_paths.ts.`,
  );
});

Deno.test("every settings page links to its guide in its bar", async () => {
  await withApp({}, async (app, { ada }) => {
    const cookie = await browserCookie(app.world, ada.email);
    const places = settingsGroups.flatMap(({ places }) => places);
    for (const { href, guide } of [...places, { href: settingsPath, guide: guides.settings }]) {
      const answer = await app.app.request(href, { headers: { cookie } });
      assert.equal(answer.status, 200, href);
      const bar = /<header id="bar" class="bar"[^]*?<\/header>/.exec(await answer.text())?.[0] ??
        "";
      assert.ok(bar.includes(`href="${guide}" hx-boost="false"`), `${href}: ${bar}`);
    }
  });
});

Deno.test("the empty state of every list links to its guide", async () => {
  const lists = {
    "/workspace/tasks": guides.createTask,
    "/workspace/tasks?assigneeId=me": guides.boardsAndLists,
    "/workspace/tasks?q=nothing": guides.search,
    "/workspace/tasks?status=nothing": guides.boardsAndLists,
    "/workspace/projects": guides.projects,
    "/workspace/projects?q=nothing": guides.projects,
    "/workspace/roadmap": guides.roadmap,
    "/workspace/views": guides.savedViews,
    "/workspace/inbox": guides.inbox,
    "/workspace/members?q=nothing": guides.members,
    "/workspace/teams?q=nothing": guides.teams,
    [draftsPathFor({})]: guides.drafts,
  };
  await withApp({}, async (app, { ada }) => {
    const cookie = await browserCookie(app.world, ada.email);
    for (const [path, guide] of Object.entries(lists)) {
      const answer = await app.app.request(path, { headers: { cookie } });
      assert.equal(answer.status, 200, path);
      const empty = /<div class="empty">[^]*?<\/p>/.exec(await answer.text())?.[0] ?? "";
      assert.ok(empty.includes(`href="${guide}"`), `${path}: ${empty}`);
    }
  });
});
