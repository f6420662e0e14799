import { relationKinds } from "../../../server/domain/vocabulary.ts";
import type { Who } from "../../../server/web/audience.ts";
import { taskProperties } from "../../../views/tasks/properties/all.ts";
import type { FullCast } from "../support/full_cast.ts";
import { entryPageRows } from "./inbox_rows.ts";
import { projectPageRows } from "./project_rows.ts";
import {
  everybody,
  insiders,
  managers,
  members,
  only,
  type Row,
  type Rows,
  signedIn,
} from "./row.ts";
import { teamPageRows } from "./team_rows.ts";
import { pageAudiences } from "./page_audiences.ts";

const ofEng = (_fullCast: FullCast) => ({ taskId: "ENG-1" });
const ofPrivate = (_fullCast: FullCast) => ({ taskId: "PPL-1" });

/** Pages of one task: for all of Acme if its team is public, otherwise for people who can see the team. */
const ofTask: readonly Row[] = [
  { params: ofEng, gets: members("ok", 404) },
  { of: "a private team", params: ofPrivate, gets: only(insiders, 404) },
];

/** Pages of several tasks: for people who can see some of them. */
const ofSelected: readonly Row[] = [
  { of: "some tasks", query: () => ({ tasks: "ENG-1,ENG-2" }), gets: members("ok", 404) },
  {
    of: "one of a private team",
    query: () => ({ tasks: "ENG-1,PPL-1" }),
    gets: members("ok", 404),
  },
  { of: "those of a private team", query: () => ({ tasks: "PPL-1" }), gets: only(insiders, 404) },
];

/** Signed-in people can't request a code. */
const toSignIn: readonly Row[] = [
  { gets: { ...everybody("elsewhere"), ended: "ok", signedOut: "ok" } },
];

const ofView = ({ ids }: FullCast) => ({ viewKey: ids.view! });
const ofPrivateView = ({ ids }: FullCast) => ({ viewKey: ids.privateView! });
const ofOwnView = ({ ids }: FullCast) => ({ viewKey: ids.ownView! });

/** Pages of one saved view: for all of Acme if it is for everyone, otherwise for its owners. */
const ofAView: readonly Row[] = [
  { params: ofView, gets: members("ok", 404) },
  { of: "a private team's", params: ofPrivateView, gets: only(insiders, 404) },
  { of: "one's own", params: ofOwnView, gets: only(["member"], 404) },
];

const ofProjectsView = ({ ids }: FullCast) => ({ viewKey: ids.projectsView! });
const ofPrivateProjectsView = ({ ids }: FullCast) => ({ viewKey: ids.privateProjectsView! });

/** The same for a view of projects. */
const ofAProjectView: readonly Row[] = [
  { params: ofProjectsView, gets: members("ok", 404) },
  { of: "a private team's", params: ofPrivateProjectsView, gets: only(insiders, 404) },
];

/** The outcome for members of a page that names nothing hidden. */
const getsOf: Readonly<Record<Who, Row["gets"]>> = {
  members: members("ok"),
  managers: { ...members(403, "ok"), owner: "ok", admin: "ok" },
  owners: { ...members(403, "ok"), owner: "ok" },
};

/** The outcome for members of a record that only owners and admins can see. */
const getsOfOne: Row["gets"] = only(managers);

/** Returns the rows of the page at a path. */
export function rowsOf(path: string): readonly Row[] {
  const who = pageAudiences[path];
  const further = pageRows[path] ?? [];
  // If fewer people can read a page's content than open the page, its row says so
  const waitForSelectionCount = path.includes(":") || further.some(({ of }) => of === undefined);
  return [...who === undefined || waitForSelectionCount ? [] : [{ gets: getsOf[who] }], ...further];
}

/** The audience of pages outside workspaces, of records in paths, and of parts of pages. */
export const pageRows: Rows = {
  "/workspace/settings/task-templates/:templateId": [
    { params: ({ ids }) => ({ templateId: ids.taskTemplate! }), gets: getsOfOne },
    {
      of: "a private team",
      params: ({ ids }) => ({ templateId: ids.privateTemplate! }),
      gets: getsOfOne,
    },
  ],
  "/workspace/settings/project-templates/:templateId": [
    { params: ({ ids }) => ({ templateId: ids.projectTemplate! }), gets: getsOfOne },
  ],
  "/workspace/command": [
    {
      of: "what a task's actions are",
      query: () => ({ record: "ENG-1" }),
      gets: members("ok", 404),
    },
    {
      of: "those of one in a private team",
      query: () => ({ record: "PPL-1", q: "due" }),
      gets: only(insiders, 404),
    },
  ],
  "/workspace/members/:profileId": [
    { params: ({ ids }) => ({ profileId: ids.chidi! }), gets: members("ok", 404) },
  ],
  "/": [{ gets: everybody("ok") }],
  "/auth/signin": toSignIn,
  "/auth/signup": toSignIn,
  "/auth/verify": [
    { query: () => ({ email: "nia@example.com" }), gets: everybody("ok") },
    { of: "nobody's code", gets: everybody("elsewhere") },
  ],
  "/unsubscribe": [{ gets: everybody("ok") }],
  ...entryPageRows,
  ...projectPageRows,
  // Only for owners, admins, and project leads, and none of these people leads the project
  "/workspace/roadmap": [{ gets: getsOf.managers }],
  "/workspace/roadmap/filter": [{ gets: getsOf.managers }],
  "/onboarding": [{ gets: signedIn("ok") }],
  "/workspace/tasks": [
    { of: "more rows", query: () => ({ shown: "1", key: "all" }), gets: members("ok") },
    { of: "a view", query: ({ ids }) => ({ view: ids.view! }), gets: members("elsewhere") },
  ],
  "/workspace/projects": [
    { of: "the way to a new one", query: () => ({ create: "1" }), gets: members("elsewhere") },
  ],
  ...teamPageRows,
  "/workspace/views": [
    { of: "archived ones", query: () => ({ archived: "1", q: "all" }), gets: members("ok") },
    { of: "the way to a new one", query: () => ({ create: "1" }), gets: members("elsewhere") },
  ],
  "/workspace/views/new": [
    {
      of: "a list and a private team's view as it is shown",
      query: ({ ids }) => ({ view: ids.privateView!, since: "1", priority: "high" }),
      gets: only(insiders, 404),
    },
  ],
  "/workspace/views/projects": [
    { of: "archived ones", query: () => ({ archived: "1", q: "all" }), gets: members("ok") },
    { of: "the way to a new one", query: () => ({ create: "1" }), gets: members("elsewhere") },
  ],
  "/workspace/views/projects/new": [
    {
      of: "a private team's view as it is shown",
      query: ({ ids }) => ({ view: ids.privateProjectsView!, since: "1", priority: "high" }),
      gets: only(insiders, 404),
    },
  ],
  "/workspace/project-view/:viewKey": [
    ...ofAProjectView,
    {
      of: "changed and not saved",
      params: ofProjectsView,
      query: () => ({ since: "0", group: "lead", priority: "urgent" }),
      gets: members("ok", 404),
    },
    { of: "one of tasks", params: ofView, gets: members(404) },
  ],
  "/workspace/project-view/:viewKey/actions": ofAProjectView,
  "/workspace/project-view/:viewKey/edit": [
    { params: ofProjectsView, gets: { ...only([...managers, "member"]), foreign: 404 } },
    {
      of: "a private team's",
      params: ofPrivateProjectsView,
      gets: { ...only(managers, 404), outsider: 403 },
    },
  ],
  "/workspace/view/:viewKey": [
    ...ofAView,
    {
      of: "changed and not saved",
      params: ofView,
      query: () => ({ since: "0", layout: "board", priority: "urgent" }),
      gets: members("ok", 404),
    },
  ],
  "/workspace/view/:viewKey/actions": ofAView,
  "/workspace/view/:viewKey/edit": [
    { params: ofView, gets: { ...only([...managers, "member"]), foreign: 404 } },
    {
      of: "a private team's",
      params: ofPrivateView,
      gets: { ...only(managers, 404), outsider: 403 },
    },
    { of: "one's own", params: ofOwnView, gets: only(["member"], 404) },
  ],
  ...Object.fromEntries(
    taskProperties.map((property) => [`/workspace/tasks/:taskId/${property}`, ofTask]),
  ),
  "/workspace/tasks/:taskId/actions": ofTask,
  "/workspace/tasks/:taskId/relations": ofTask,
  "/workspace/tasks/:taskId/approver": ofTask,
  ...Object.fromEntries(
    relationKinds.map((kind) => [`/workspace/tasks/:taskId/relations/${kind}`, ofTask]),
  ),
  ...Object.fromEntries(
    [...taskProperties, "actions"].map((menu) => [`/workspace/tasks/selected/${menu}`, ofSelected]),
  ),
  "/workspace/tasks/:taskId": [
    ...ofTask,
    {
      of: "a text to edit",
      params: ofEng,
      query: () => ({ edit: "title" }),
      gets: members("ok", 404),
    },
  ],
};
