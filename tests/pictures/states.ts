import { additions, addToTaskPath } from "../../views/task_paths.ts";
import { editTaskPath, taskPath, tasksPath } from "../../views/paths.ts";
import type { Page } from "../packages/playwright.ts";
import { paste } from "../support/composing.ts";
import { picturesOfAccess } from "./access.ts";
import type { Demo } from "./demo.ts";
import { picturesOfDrafts } from "./drafts.ts";
import { errors } from "./errors.ts";
import { picturesOfLongPages } from "./long_pages.ts";
import { picturesOfPalette } from "./palette.ts";
import { picturesOfPlanning } from "./planning.ts";
import { createOtherWorkspace } from "../support/example_tasks.ts";
import { click, onRow, openComposer, type Picture, press, select } from "./picture.ts";

const board = `${tasksPath}?layout=board`;

/** What opens on pages, and how else they look, beside what the table of pages leads to. */
export function picturesOfStates(demo: Demo): Picture[] {
  const { known: { taskId = "", viewKey = "" }, toldTask } = demo;
  return [
    ...lists,
    ...boards,
    ...composers,
    ...ofTask(taskId, demo),
    { name: "task-told", at: taskPath(toldTask), whole: true },
    {
      name: "task-history-opened",
      at: taskPath(taskId),
      whole: true,
      open: (page) => page.locator("details.run").evaluateAll(openAll),
    },
    ...inbox,
    ...views(viewKey),
    ...picturesOfDrafts(demo),
    ...picturesOfLongPages(demo),
    ...picturesOfAccess,
    ...picturesOfPlanning(),
    ...picturesOfPalette(taskId),
    ...empty,
    ...errors,
    ...otherwise(taskId),
  ];
}

/** Runs in the page. */
function openAll(all: unknown[]) {
  for (const one of all as { open: boolean }[]) one.open = true;
}

const type = (field: string, text: string) => (page: Page) => page.locator(field).fill(text);

const lists: readonly Picture[] = [
  { name: "list-row-focused", at: tasksPath, open: press("j", "j") },
  { name: "list-row-menu", at: tasksPath, open: onRow("s") },
  { name: "list-context-menu", at: tasksPath, open: onRow(".") },
  { name: "list-peek", at: tasksPath, open: onRow("Space", "#peek .detail h2") },
  { name: "list-selected", at: tasksPath, open: select(4) },
  { name: "list-narrowed", at: `${tasksPath}?priority=high,urgent&notStatus=cancelled&q=deck` },
  { name: "list-chips", at: `${tasksPath}?priority=high&assigneeId=me&deadlineBefore=14d` },
  { name: "list-by-assignee", at: `${tasksPath}?group=assignee&subgroup=status` },
  { name: "list-by-project", at: `${tasksPath}?group=project` },
  { name: "list-by-label", at: `${tasksPath}?group=label` },
  { name: "list-flat", at: `${tasksPath}?group=none&sort=-updatedAt` },
  { name: "list-mine", at: `${tasksPath}?assigneeId=me` },
  { name: "keys", at: tasksPath, open: press("?") },
  {
    name: "list-news",
    at: tasksPath,
    async open(page) {
      await onRow(".")(page);
      await page.keyboard.type("arch");
      await page.keyboard.press("Enter");
      await page.locator("#toasts .toast").waitFor();
    },
    async close(page) {
      const undo = page.locator("#toasts").getByRole("button", { name: "Undo" });
      await undo.click();
      await undo.waitFor({ state: "detached" });
    },
  },
  {
    name: "elsewhere",
    at: tasksPath,
    by: "beginner",
    async open(page) {
      const there = await createOtherWorkspace(page.request, new URL(page.url()).origin);
      await page.goto(`${tasksPath}?workspace=${there}`);
      await page.getByRole("button", { name: "Switch workspace" }).waitFor();
    },
  },
  {
    name: "sidebar-workspaces",
    at: tasksPath,
    from: 768,
    open: click(".side-switch", "#switcher"),
  },
  { name: "drawer", at: tasksPath, open: drawer },
  {
    name: "drawer-workspaces",
    at: tasksPath,
    async open(page) {
      await drawer(page);
      await click(".side-switch", "#switcher")(page);
    },
  },
];

async function drawer(page: Page) {
  const button = page.getByRole("button", { name: "Open sidebar" });
  if (await button.isVisible()) await button.click();
}

const boards: readonly Picture[] = [
  { name: "board", at: board },
  { name: "board-by-assignee", at: `${board}&group=assignee` },
  { name: "board-card-menu", at: board, open: onRow(".") },
  { name: "board-selected", at: board, open: select(2) },
  { name: "board-peek", at: board, open: onRow("Space", "#peek .detail h2") },
  {
    name: "board-hidden-columns",
    at: board,
    async open(page) {
      await click(".column [data-menu=column]")(page);
      await page.getByRole("option", { name: "Hide column" }).click();
      await page.locator(".hidden-columns").scrollIntoViewIfNeeded();
    },
    async close(page) {
      await page.locator(".hidden-columns button").first().click();
      await page.locator(".hidden-columns").waitFor({ state: "detached" });
    },
  },
];

const composers: readonly Picture[] = [
  { name: "composer-page-plain", at: "/workspace/tasks/compose", javaScript: false, whole: true },
  { name: "menu-page-plain", at: "/workspace/tasks/ENG-2/status", javaScript: false, whole: true },
  {
    name: "composer-filled",
    at: tasksPath,
    async open(page) {
      await openComposer(page);
      await page.keyboard.type("Show captains the free lanes before boarding starts");
      const field = page.locator("#composer [name=description]");
      await field.click();
      await field.fill(
        "Twice a week, a truck ends up on the car deck.\n\n- [ ] Ask the crews\n- [ ] Fix the planner\n",
      );
      await paste(page, `${new URL(page.url()).origin}/workspace/tasks/ENG-2`);
      await page.locator("#pills [data-menu=relation]").waitFor();
    },
  },
  {
    name: "composer-preview",
    at: tasksPath,
    async open(page) {
      await openComposer(page);
      await type("#composer [name=description]", "# Why\n\n- [ ] one\n- [x] two\n\n`code`")(page);
      await page.locator("#composer [data-md=preview]").click();
      await page.locator("#composer .md-preview:not([hidden]) h1, #composer .md-preview li").first()
        .waitFor();
    },
  },
  {
    name: "composer-left",
    at: tasksPath,
    async open(page) {
      await openComposer(page);
      await page.keyboard.type("A task that was left");
      await page.keyboard.press("Escape");
      await page.locator("#toasts .toast", { hasText: "saved as a draft" }).waitFor();
    },
    close: (page) => page.locator("#toasts").getByRole("button", { name: "Discard" }).click(),
  },
];

function ofTask(taskId: string, { send }: Demo): Picture[] {
  const at = taskPath(taskId);
  return [
    { name: "task-edit-title", at: editTaskPath(taskId, "title") },
    { name: "task-edit-description", at: editTaskPath(taskId, "description"), whole: true },
    ...additions.map((add) => ({
      name: `task-add-${add}`,
      at: addToTaskPath(taskId, add),
      whole: true,
    })),
    {
      name: "task-edit-link",
      at,
      whole: true,
      open: click(".detail-list .edit-link", "#main form"),
    },
    { name: "task-edit-comment", at, open: click(".comment .edit-link[id]", ".comment form") },
    {
      name: "task-delete-comment",
      at,
      async open(page) {
        await click(".comment .edit-link[id]", ".comment form")(page);
        await page.locator(".comment-delete summary").click();
      },
    },
    { name: "task-quote", at, open: click("[data-quote]", "#new-comment") },
    {
      name: "task-draft-restored",
      at,
      async open(page) {
        await type("#new-comment-text", "Half of a thought about this")(page);
        await page.reload();
        await page.getByText("Draft restored").first().waitFor();
      },
    },
    {
      name: "task-mention",
      at,
      async open(page) {
        await page.locator("#new-comment-text").pressSequentially("Ask @m");
        await page.getByRole("option").first().waitFor();
      },
    },
    {
      name: "task-both-texts",
      at: editTaskPath(taskId, "description"),
      whole: true,
      async open(page) {
        await page.waitForLoadState("load");
        const { task } = await send(`GET /tasks/${taskId}`) as unknown as {
          task: { description: string };
        };
        await send(`PATCH /tasks/${taskId}`, { description: `${task.description}\n\nMore.` });
        await type("[name=description]", "A different plan.")(page);
        await page.keyboard.press("Control+Enter");
        await page.locator(".stale-text").waitFor();
        await send(`PATCH /tasks/${taskId}`, { description: task.description });
      },
    },
    {
      name: "task-scrolled",
      at,
      open: (page) => page.locator("#new-comment").scrollIntoViewIfNeeded(),
    },
  ];
}

const entry = ".entry .row-title";
const inbox: readonly Picture[] = [
  {
    name: "inbox-opened",
    at: "/workspace/inbox",
    open: click(entry, "#peek .detail, .detail-grid"),
  },
  ...["unread", "snoozed", "archived"].map((show) => ({
    name: `inbox-${show}`,
    at: `/workspace/inbox?show=${show}`,
  })),
  { name: "inbox-approvals", at: "/workspace/inbox?reason=approval" },
  { name: "inbox-nothing", at: "/workspace/inbox?show=snoozed&reason=invitation" },
];

const views = (key: string): Picture[] => [
  { name: "view-changed", at: `/workspace/view/${key}?since=0&layout=board&priority=high` },
  { name: "views-archived", at: "/workspace/views?archived=1" },
  { name: "views-found-none", at: "/workspace/views?q=nothing+like+it" },
  { name: "workflows-new", at: "/workspace/settings/workflows?create=1" },
  { name: "task-labels-new", at: "/workspace/settings/task-labels?create=1" },
  { name: "preferences-saved", at: "/workspace/settings/preferences?saved=1", whole: true },
  { name: "onboarding-new", at: "/onboarding?new=1", by: "newcomer", whole: true },
];

const empty: readonly Picture[] = [
  ...["tasks", "tasks?layout=board", "tasks?assigneeId=me", "inbox", "drafts", "views"].map((
    path,
  ) => ({
    name: `empty-${path.replaceAll(/\W+/g, "-")}`,
    at: `/workspace/${path}`,
    by: "beginner" as const,
  })),
  { name: "list-found-none", at: `${tasksPath}?q=nothing+like+it&priority=low` },
];

/** The same on paper, in forced colours, twice as large, without scripts. */
function otherwise(taskId: string): Picture[] {
  const places = [
    ["list", tasksPath],
    ["board", board],
    ["task", taskPath(taskId)],
    ["inbox", "/workspace/inbox"],
  ] as const;
  return places.flatMap(([name, at]): Picture[] => [
    { name: `print-${name}`, at, print: true, whole: true },
    { name: `forced-${name}`, at, forcedColors: true, ...(name === "list" && { open: select(2) }) },
    { name: `zoomed-${name}`, at, zoomed: true, from: 1440 },
    { name: `plain-${name}`, at, javaScript: false, whole: true },
  ]).concat([
    { name: "forced-menu", at: tasksPath, forcedColors: true, open: onRow("s") },
    { name: "forced-composer", at: tasksPath, forcedColors: true, open: openComposer },
    { name: "zoomed-composer", at: tasksPath, zoomed: true, from: 1440, open: openComposer },
    { name: "zoomed-menu", at: tasksPath, zoomed: true, from: 1440, open: onRow(".") },
  ]);
}
