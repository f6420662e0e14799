import assert from "node:assert/strict";
import { postProjectUpdate } from "../../../server/domain/project_updates/post.ts";
import { updateTask } from "../../../server/domain/tasks/update.ts";
import { createWorkspace } from "../../../server/domain/workspaces/create.ts";
import { perform } from "../../../server/domain/core/operation.ts";
import { webApp } from "../../../server/web/app.ts";
import { Toast } from "../../../views/ui/toast.tsx";
import { populateAll } from "../../cli/support/populated.ts";
import { assertNone, assertRows } from "../../support/missing.ts";
import type { FullCast } from "../support/full_cast.ts";
import { createTestApp, type TestApp } from "../../support/app.ts";
import { askPalette, browserCookie } from "../../support/browser_session.ts";
import { pages } from "../../support/hostile_text/addresses.ts";
import { hostileForms } from "../../support/hostile_text/forms.ts";
import { formed, poison, textColumns, written } from "../../support/hostile_text/poison.ts";
import { marksIn, survivors } from "../../support/hostile_text/survivors.ts";
import { hostileLine, hostileProse } from "../../support/hostile_text/texts.ts";
import { shareOf } from "../../support/share.ts";
import { testOrigin } from "../../support/world.ts";
import { visit, type Visitor } from "../../support/visitor.ts";
import { livePath } from "../../../views/paths.ts";

/** Acme with records of every kind and some activity, and then hostile text in everything that people write. */
async function poisoned(app: TestApp): Promise<FullCast> {
  const fullCast = await populateAll(app.world);
  await poison(app.world.database);
  const { ids, ada, teams } = fullCast;
  const update = { projectId: ids.project, health: "atRisk", body: "The stones are late" };
  await perform(app.world.services, ada.member, postProjectUpdate, update);
  for (
    const patch of [
      { assigneeId: ids.chidi, tags: [ids.label] },
      { assigneeId: ids.lea, milestoneId: null },
      { projectId: ids.project, milestoneId: ids.milestone },
      { parentId: ids.otherTask },
      { teamId: ids.support },
      { teamId: teams.eng },
    ]
  ) await perform(app.world.services, ada.member, updateTask, { taskId: ids.task, patch });
  // Activity contains hostile text already, but the record's own title doesn't anymore
  await poison(app.world.database);
  return fullCast;
}

const deny = (found: string[], where: string) => assert.deepEqual(found, [], where);

/** Requests a URL in the current day's variant: a whole page, a part of another page, or a part of its own page. */
async function get(browser: Visitor, address: string, turn: number): Promise<string[]> {
  const asked = shareOf([null, "/workspace/tasks", address], turn).map(async (on) =>
    await (on === null ? browser.get(address) : browser.part("GET", address, on))
  );
  return (await Promise.all(asked)).map(({ html }) => html);
}

Deno.test("every text column is listed as people's text or has its own format", async () => {
  await using app = await createTestApp();
  const known = [
    ...Object.entries(written).map(([table, columns]) => [table, Object.keys(columns)] as const),
    ...Object.entries(formed).map(([table, columns]) => [table, columns.split(" ")] as const),
  ].flatMap(([table, columns]) => columns.map((column) => `${table}.${column}`));
  assertRows(
    "column of texts",
    await textColumns(app.world.database),
    known,
    'tests/support/hostile_text/poison.ts ("written" if people write it, else "formed")',
  );
});

Deno.test("hostile text remains text on every page and in every part", async (t) => {
  await using app = await createTestApp();
  const fullCast = await poisoned(app);
  const browser = await visit(app, fullCast.ada.email);
  const another = { name: hostileLine.slice(0, 80), teamName: "Ovens", teamKey: "OVE" };
  const { services } = app.world;
  const made = await perform(services, fullCast.ada.member, createWorkspace, another);
  fullCast.ids.elsewhere = made.workspace.id;
  // The live stream never ends and contains only IDs of changed pages. A table isn't a page
  const gets = webApp().routes.filter(({ method }) => method === "GET").map(({ path }) => path)
    .filter((path) => path !== livePath && !path.endsWith(".csv"));
  const addressed = pages(fullCast);
  const naming = gets.filter((path) => path.includes(":") && !addressed[path]);
  const file = "tests/support/hostile_text/addresses.ts";
  assertNone(
    naming,
    (path) => `The page ${path} names a record and has no address. Add one to ${file}.`,
  );
  assertNone(
    Object.keys(addressed).filter((path) => !gets.includes(path)),
    (path) => `There is no page ${path} any more. Remove its address from ${file}.`,
  );
  const shown = new Set<string>();
  let turn = 0;
  for (const path of new Set(gets)) {
    await t.step(path, async () => {
      for (const address of addressed[path] ?? [path]) {
        for (const html of await get(browser, address, turn++)) {
          deny(survivors(html), address);
          for (const mark of marksIn(html)) shown.add(mark);
        }
      }
    });
  }
  await t.step("and is shown on its page", () => assert.deepEqual([...shown].toSorted(), showing));
  deny(app.mistakes.map(String), "mistakes");
});

/** The columns whose texts appear on the current day's pages. */
const showing = [
  "approvals.body",
  "audit.address",
  "audit.subject_name",
  "automations.description",
  "automations.name",
  "automations.provider_type",
  "comments.body",
  "credentials.label",
  "milestones.name",
  "profiles.bio",
  "profiles.name",
  "profiles.title",
  "project_labels.description",
  "project_labels.name",
  "project_templates.description",
  "project_templates.name",
  "project_updates.body",
  "projects.description",
  "projects.name",
  "projects.summary",
  "sessions.label",
  "task_labels.description",
  "task_labels.name",
  "task_resources.title",
  "task_resources.url",
  "task_templates.description",
  "task_templates.name",
  "task_templates.title",
  "tasks.description",
  "tasks.title",
  "teams.description",
  "teams.expertise_area",
  "teams.name",
  "unsent_comments.body",
  "views.description",
  "views.name",
  "workflow_states.name",
  "workflows.name",
  "workspaces.name",
];

Deno.test("hostile text remains text in the response to every form", async (t) => {
  await using app = await createTestApp();
  const fullCast = await poisoned(app);
  const browser = await visit(app, fullCast.ada.email);
  const { member } = fullCast.chidi;
  const profile = { ...member.profile, name: hostileLine };
  const place = { tab: "one", taskId: fullCast.ids.task!, writing: "comment" } as const;
  app.live.presence.enter({ ...member, profile }, place);
  const present = await browser.post(`/workspace/tasks/${place.taskId}/here`, { tab: "one" });
  assert.match(present.html, /writing a comment/);
  // Signing out ends the session that sends the other requests. Draft comments have JSON responses
  const apart = /^\/auth\/signout$|\/unsent-comment$/;
  const routes = webApp().routes.filter(({ method }) => method === "POST");
  const posts = new Set(routes.map(({ path }) => path).filter((path) => !apart.test(path)));
  const from = [null, "/workspace/tasks", `/workspace/tasks/${fullCast.ids.task}`];
  let turn = 0;
  for (const [path, form] of hostileForms(fullCast)) {
    await t.step(`${path} ${Object.keys(form)}`, async () => {
      for (const on of shareOf(from, turn++)) {
        const { html } = on === null
          ? await browser.post(path, form)
          : await browser.part("POST", path, on, form);
        deny(survivors(html), on === null ? "page" : `part on ${on}`);
      }
    });
    const { task, activity, project, projectActivity } = fullCast.ids;
    posts.delete(
      path.replace(task!, ":taskId").replace(activity!, ":activityId")
        .replace(project!, ":projectId").replace(projectActivity!, ":activityId")
        .replace(/selected\/follows\/.+$/, "selected/follows/:tasks")
        .replace(/selected\/favorites\/.+$/, "selected/favorites/:tasks/:positions")
        .replace(/inbox\/note_[^/]+/, "inbox/:notificationId")
        .replace(/before\/[^/]+/, "before/:before")
        .replace(/read-at\/.+$/, "read-at/:readAt").replace(/view\/[^/]+/, "view/:viewKey")
        .replace(/comments\/[^/]+$/, "comments/:commentId")
        .replace(/links\/[^/]+$/, "links/:resourceId")
        .replace(/approvals\/[^/]+$/, "approvals/:approvalId")
        .replace(/milestones\/[^/]+/, "milestones/:milestoneId")
        .replace(/(-labels)\/[^/]+$/, "$1/:labelId").replace(/pats\/.+$/, "pats/:credentialId")
        .replace(/(teams)\/[^/]+/, "$1/:teamId")
        .replace(/(:teamId\/members)\/[^/]+$/, "$1/:profileId")
        .replace(/sessions\/.+$/, "sessions/:sessionId")
        .replace(/(members\/invitations)\/.+$/, "$1/:invitationId")
        .replace(/(settings\/members)\/prof_\w+$/, "$1/:profileId")
        .replace(/auto_\w+/, ":automationId").replace(/agent_\w+/, ":agentId")
        .replace(/p?tmpl_\w+$/, ":templateId")
        .replace(/workflows\/[^/]+/, "workflows/:workflowId")
        .replace(/states\/[^/]+/, "states/:stateId")
        .replace(/dependencies\/[^/]+/, "dependencies/:kind")
        .replace(/relations\/[^/]+/, "relations/:kind").replace(/(:kind)\/.+$/, "$1/:otherId")
        .replace(/favorites\/\w+\/[^/]+/, "favorites/:kind/:id")
        .replace(/:id\/.+/, ":id/:position"),
    );
  }
  assertNone(
    posts,
    (path) =>
      `No form with hostile text is sent to POST ${path}. Add one to hostileForms in ` +
      "tests/support/hostile_text/forms.ts.",
  );
});

Deno.test("hostile text remains text in toasts", () => {
  const link = { href: "/workspace", name: hostileLine };
  const undo = { action: "/workspace", name: hostileLine, value: hostileLine };
  const html = String(<Toast text={hostileProse} link={link} undo={undo} />);
  deny(survivors(html), html);
  assert.ok(html.includes("evil-tag"));
});

Deno.test("the palette responds with JSON and links to no other site", async () => {
  await using app = await createTestApp();
  const fullCast = await poisoned(app);
  const cookie = await browserCookie(app.world, fullCast.ada.email);
  let rows = 0;
  for (const asked of ["", "?q=evil", "?q=@evil", "?q=$evil", `?record=${fullCast.ids.task}`]) {
    const { status, body } = await askPalette(app, `GET ${asked}`, { cookie });
    assert.equal(status, 200);
    for (const { href } of [...body.results ?? [], ...body.actions ?? []]) {
      rows++;
      if (href === null) continue;
      const { origin, pathname, search } = new URL(href, testOrigin);
      assert.deepEqual([origin, pathname + search], [testOrigin, href]);
    }
  }
  assert.ok(rows > 20, `${rows} rows`);
});
