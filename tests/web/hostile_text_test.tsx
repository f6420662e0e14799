import assert from "node:assert/strict";
import { postProjectUpdate } from "../../server/domain/project_updates/post.ts";
import { updateTask } from "../../server/domain/tasks/update.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { webApp } from "../../server/web/app.ts";
import { Toast } from "../../views/ui/toast.tsx";
import { populateAll } from "../cli/support/populated.ts";
import type { Premises } from "../gates/support/premises.ts";
import { createTestApp, type TestApp } from "../support/app.ts";
import { askPalette, browserCookie } from "../support/browser_session.ts";
import { pages } from "../support/hostile_text/addresses.ts";
import { formed, poison, textColumns, written } from "../support/hostile_text/poison.ts";
import { marksIn, survivors } from "../support/hostile_text/survivors.ts";
import { hostileLine, hostileProse } from "../support/hostile_text/texts.ts";
import { testOrigin } from "../support/world.ts";
import { visit, type Visitor } from "../support/visitor.ts";
import { livePath } from "../../views/paths.ts";

/** Acme with something of everything, some history, and then hostile text in all that people write. */
async function poisoned(app: TestApp): Promise<Premises> {
  const premises = await populateAll(app.world);
  await poison(app.world.database);
  const { ids, ada, teams } = premises;
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
  // What history took in is poisoned already; the record's own title isn't any more
  await poison(app.world.database);
  return premises;
}

/** What forms send that are refused, or taken: each answer tells what it got. */
function forms({ ids, teams }: Premises): [path: string, form: Record<string, string>][] {
  const task = `/workspace/tasks/${ids.task}`;
  return [
    ["/auth/signin", { email: hostileLine }],
    ["/auth/signup", { email: hostileLine }],
    ["/auth/verify", { email: hostileLine, purpose: "signin", code: hostileLine }],
    ["/onboarding", { name: hostileLine, workspace: hostileLine, teamKey: hostileLine }],
    ["/onboarding/invitations", { invitationId: hostileLine, answer: hostileLine }],
    ["/workspace/inbox", { accept: hostileLine }],
    ["/workspace/inbox", { act: "read-all" }],
    [`/workspace/inbox/${ids.notification}`, { act: "read" }],
    [`/workspace/inbox/${ids.ownersNotification}`, { act: "follow" }],
    [`/workspace/inbox/${ids.ownersNotification}`, { until: hostileLine }],
    [`/workspace/inbox/${ids.ownersNotification}/before/unread`, { act: "unsnooze" }],
    [`/workspace/inbox/read-at/${encodeURIComponent(hostileLine)}`, { act: "unread-all" }],
    ["/workspace/settings/preferences", { theme: hostileLine }],
    [`/workspace/activity/${ids.activity}`, { act: "undo" }],
    ["/workspace/views/new", {
      name: hostileLine,
      description: hostileProse,
      whose: "",
      query: "",
    }],
    [`/workspace/view/${ids.view}/edit`, { name: "", description: hostileProse, version: "0" }],
    [`/workspace/view/${ids.view}`, { act: "subscribe" }],
    ["/workspace/views/projects/new", { name: "", query: `q=${hostileLine}`, whose: hostileLine }],
    [`/workspace/project-view/${ids.projectsView}/edit`, { name: "", version: "0" }],
    [`/workspace/project-view/${ids.projectsView}`, { act: "subscribe" }],
    [`/workspace/view/${ids.view}`, { act: "save", query: `q=${hostileLine}`, version: "0" }],
    ["/workspace/sidebar", { fold: hostileLine }],
    ["/workspace/sidebar", { fold: "teams" }],
    [`/workspace/favorites/task/${ids.task}`, { act: "add" }],
    [`/workspace/favorites/team/${teams.eng}`, { act: "add" }],
    [`/workspace/favorites/team/${teams.eng}/1`, {}],
    [`/workspace/favorites/team/${teams.eng}/${encodeURIComponent(hostileLine.slice(0, 40))}`, {}],
    [`/workspace/favorites/team/${teams.eng}`, { act: "remove" }],
    ["/workspace/preview", { text: hostileProse }],
    ["/workspace/preview", { text: hostileProse, taskId: ids.task! }],
    ["/workspace/switch", { workspaceId: hostileLine }],
    ["/workspace/tasks", { title: hostileLine.repeat(2), teamId: teams.eng }],
    ["/workspace/tasks", { title: hostileLine, teamId: hostileLine, description: hostileProse }],
    ["/workspace/tasks", {
      title: hostileLine.slice(0, 500),
      teamId: teams.eng,
      deadlineAt: "evil",
    }],
    [task, { editing: "title", title: hostileLine.repeat(2), version: "1" }],
    [task, { editing: "description", description: hostileProse, version: "0" }],
    [task, { act: hostileLine }],
    [task, { act: "archive" }],
    [task, { act: "restore" }],
    [task, { parentId: hostileLine }],
    [task, { status: hostileLine }],
    [task, { toggleLabel: ids.label! }],
    ["/workspace/tasks/selected", { tasks: hostileLine, status: "planned" }],
    ["/workspace/tasks/selected", { tasks: ids.task!, addLabel: ids.label! }],
    ["/workspace/tasks/selected", { tasks: ids.task!, assigneeId: ids.chidi! }],
    ["/workspace/tasks/display", { toggle: hostileLine, query: hostileLine }],
    ["/workspace/tasks/display", { hideColumn: "planned", heading: hostileLine, query: "" }],
    ["/workspace/tasks/new-label", { makeLabel: hostileLine, menu: hostileLine }],
    [`/workspace/tasks/selected/follows/${ids.task}`, { act: "follow" }],
    [`/workspace/tasks/selected/favorites/${ids.task}/1`, {}],
    ["/workspace/tasks/selected/place", { tasks: ids.task!, after: hostileLine }],
    [`${task}/place`, { after: hostileLine, before: hostileLine }],
    [task, { teamId: ids.support! }],
    [task, { box: `0 x ${hostileLine}` }],
    [task, { act: "addSubTask", title: hostileLine.repeat(2) }],
    [task, { act: "follow" }],
    [`${task}/relations`, { relation: `blocks ${hostileLine}` }],
    [`${task}/relations/blocks`, { otherId: hostileLine }],
    [`${task}/relations/${hostileLine.slice(0, 40)}`, { otherId: ids.otherTask! }],
    [`${task}/relations/blocks`, { otherId: ids.otherTask! }],
    [`${task}/relations/blocks/${ids.otherTask}`, { act: "remove" }],
    [`${task}/links`, { url: hostileLine, title: hostileLine }],
    [`${task}/links`, { url: "https://evil.example", title: hostileLine.slice(0, 190) }],
    [`${task}/links/${ids.resource}`, { url: hostileLine, title: hostileLine, version: "1" }],
    [`${task}/approvals`, { approverId: hostileLine, body: hostileProse }],
    [`${task}/approvals/${ids.approval}`, { decision: hostileLine, comment: hostileProse }],
    [`${task}/here`, { tab: hostileLine, writing: hostileLine }],
    [`${task}/here`, { tab: "one" }],
    ...projectForms(ids),
    [`${task}/comments`, { body: hostileProse }],
    [`${task}/comments`, { body: "" }],
    [`${task}/comments/${ids.comment}`, { body: "" }],
    [`${task}/comments/${hostileLine.slice(0, 40)}`, { body: hostileProse }],
  ];
}

/** The same on a project's page. */
function projectForms(ids: Premises["ids"]): [path: string, form: Record<string, string>][] {
  const project = `/workspace/projects/${ids.project}`;
  return [
    ["/workspace/projects/new", { name: hostileLine.repeat(2) }],
    ["/workspace/projects/new", { name: "Bridge", key: hostileLine, summary: hostileLine }],
    [`${project}/place`, { status: hostileLine }],
    [project, { editing: "name", name: hostileLine.repeat(2), version: "0" }],
    [project, { editing: "summary", summary: hostileLine.slice(0, 190), version: "0" }],
    [project, { editing: "description", description: hostileProse, version: "0" }],
    [project, { editing: "key", key: hostileLine, version: "0" }],
    [project, { status: hostileLine }],
    [project, { leadId: hostileLine }],
    [project, { leadId: ids.chidi! }],
    [project, { toggleLabel: ids.projectLabel! }],
    [`${project}/updates`, { health: hostileLine, body: hostileProse }],
    [`${project}/updates`, { health: "atRisk", body: hostileProse }],
    [`${project}/milestones`, { name: hostileLine.repeat(2), targetDate: hostileLine }],
    [`${project}/milestones/${ids.milestone}`, { name: hostileLine, version: "9" }],
    [`${project}/milestones/${ids.milestone}/place`, { position: hostileLine }],
    [`${project}/dependencies/${hostileLine.slice(0, 40)}`, { otherId: hostileLine }],
    [`${project}/dependencies`, { act: "carry" }],
    [`${project}/dependencies/blocks`, { otherId: ids.blockingProject! }],
    [`${project}/dependencies/blockedBy/${ids.blockingProject}`, { act: "remove" }],
    [`${project}/template`, { name: hostileLine.repeat(2), description: hostileLine }],
    [`${project}/dates`, { startDate: hostileLine, targetDate: "", version: "1" }],
    [project, { act: "archive" }],
    [project, { act: "restore" }],
    [`${project}/activity/${ids.projectActivity}`, { act: "undo" }],
  ];
}

const deny = (found: string[], where: string) => assert.deepEqual(found, [], where);

async function eachFace(browser: Visitor, address: string, check: (html: string) => void) {
  check((await browser.get(address)).html);
  for (const on of ["/workspace/tasks", address]) {
    check((await browser.part("GET", address, on)).html);
  }
}

Deno.test("every column of texts is one that people write, or one with a form of its own", async () => {
  await using app = await createTestApp();
  const known = [
    ...Object.entries(written).map(([table, columns]) => [table, Object.keys(columns)] as const),
    ...Object.entries(formed).map(([table, columns]) => [table, columns.split(" ")] as const),
  ].flatMap(([table, columns]) => columns.map((column) => `${table}.${column}`));
  assert.deepEqual(known.toSorted(), (await textColumns(app.world.database)).toSorted());
});

Deno.test("hostile text stays text on every page and in every part of one", async (t) => {
  await using app = await createTestApp();
  const premises = await poisoned(app);
  const browser = await visit(app, premises.ada.email);
  // What listens for news is told which pages changed, by ids alone, and isn't answered to its end
  const gets = webApp().routes.filter(({ method }) => method === "GET").map(({ path }) => path)
    .filter((path) => path !== livePath);
  const addressed = pages(premises);
  const naming = gets.filter((path) => path.includes(":") && !addressed[path]);
  assert.deepEqual(naming, [], "pages whose path names something, without an address here");
  assert.deepEqual(Object.keys(addressed).filter((path) => !gets.includes(path)), []);
  const shown = new Set<string>();
  for (const path of new Set(gets)) {
    await t.step(path, async () => {
      for (const address of addressed[path] ?? [path]) {
        await eachFace(browser, address, (html) => {
          deny(survivors(html), address);
          for (const mark of marksIn(html)) shown.add(mark);
        });
      }
    });
  }
  await t.step("and is shown", () => assert.deepEqual([...shown].toSorted(), showing));
  deny(app.mistakes.map(String), "mistakes");
});

/** The columns whose texts pages show today. */
const showing = [
  "approvals.body",
  "comments.body",
  "milestones.name",
  "profiles.name",
  "project_labels.name",
  "project_templates.name",
  "project_updates.body",
  "projects.description",
  "projects.name",
  "projects.summary",
  "task_labels.name",
  "task_resources.title",
  "task_resources.url",
  "task_templates.name",
  "tasks.description",
  "tasks.title",
  "teams.name",
  "unsent_comments.body",
  "views.description",
  "views.name",
  "workspaces.name",
];

Deno.test("hostile text stays text in the answer to every form", async (t) => {
  await using app = await createTestApp();
  const premises = await poisoned(app);
  const browser = await visit(app, premises.ada.email);
  const { member } = premises.chidi;
  const profile = { ...member.profile, name: hostileLine };
  const place = { tab: "one", taskId: premises.ids.task!, writing: "comment" } as const;
  app.live.presence.enter({ ...member, profile }, place);
  const present = await browser.post(`/workspace/tasks/${place.taskId}/here`, { tab: "one" });
  assert.match(present.html, /writing a comment/);
  // Signing out ends the session that sends the others; what isn't sent yet is answered in JSON
  const apart = /^\/auth\/signout$|\/unsent-comment$/;
  const routes = webApp().routes.filter(({ method }) => method === "POST");
  const posts = new Set(routes.map(({ path }) => path).filter((path) => !apart.test(path)));
  for (const [path, form] of forms(premises)) {
    await t.step(`${path} ${Object.keys(form)}`, async () => {
      deny(survivors((await browser.post(path, form)).html), "page");
      for (const on of ["/workspace/tasks", `/workspace/tasks/${premises.ids.task}`]) {
        deny(survivors((await browser.part("POST", path, on, form)).html), `part on ${on}`);
      }
    });
    const { task, activity, project, projectActivity } = premises.ids;
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
        .replace(/dependencies\/[^/]+/, "dependencies/:kind")
        .replace(/relations\/[^/]+/, "relations/:kind").replace(/(:kind)\/.+$/, "$1/:otherId")
        .replace(/favorites\/\w+\/[^/]+/, "favorites/:kind/:id")
        .replace(/:id\/.+/, ":id/:position"),
    );
  }
  assert.deepEqual([...posts], [], "routes without a form here");
});

Deno.test("hostile text stays text in news in the page's corner", () => {
  const link = { href: "/workspace", name: hostileLine };
  const undo = { action: "/workspace", name: hostileLine, value: hostileLine };
  const html = String(<Toast text={hostileProse} link={link} undo={undo} />);
  deny(survivors(html), html);
  assert.ok(html.includes("evil-tag"));
});

Deno.test("the palette answers in JSON, and leads nowhere else", async () => {
  await using app = await createTestApp();
  const premises = await poisoned(app);
  const cookie = await browserCookie(app.world, premises.ada.email);
  let rows = 0;
  for (const asked of ["", "?q=evil", "?q=@evil", "?q=$evil", `?record=${premises.ids.task}`]) {
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
