import type { FullCast } from "../support/full_cast.ts";
import {
  everybody,
  insiders,
  managers,
  members,
  only,
  type Row,
  type Rows,
  taskWriters,
} from "./row.ts";
import { composerRows } from "./composer_rows.ts";
import { favoriteRows } from "./favorite_rows.ts";
import { inboxRows } from "./inbox_rows.ts";
import { onboardingRows } from "./onboarding_rows.ts";
import { displayRows } from "./display_rows.ts";
import { paletteRows } from "./palette_rows.ts";
import { projectRows } from "./project_rows.ts";
import { selectedRows } from "./selected_rows.ts";
import { settingsRows } from "./settings_rows.ts";
import { teamRows } from "./team_rows.ts";
import { templateRows } from "./template_rows.ts";
import { workflowRows } from "./workflow_rows.ts";
import { viewRows } from "./view_rows.ts";

const TASK = "/workspace/tasks/:taskId";
const COMMENT = `${TASK}/comments/:commentId`;

const RELATION = `${TASK}/relations/:kind/:otherId`;
const APPROVAL = `${TASK}/approvals/:approvalId`;

const ofEng = (_fullCast: FullCast) => ({ taskId: "ENG-1" });
const ofPrivate = (_fullCast: FullCast) => ({ taskId: "PPL-1" });

type Sent = (fullCast: FullCast) => Record<string, string>;

/** A change of a task, for its writers only, and in a private team only for people who can see it. */
const changes = (form: Sent): readonly Row[] => [
  { params: ofEng, form, gets: only(taskWriters) },
  { of: "in a private team", params: ofPrivate, form, gets: only(insiders, 404) },
];

const ofComment = ({ ids }: FullCast) => ({ taskId: "ENG-1", commentId: ids.comment! });

const ofRelation = (_fullCast: FullCast) => ({ taskId: "ENG-1", kind: "blocks", otherId: "ENG-3" });
const ofLink = ({ ids }: FullCast) => ({ taskId: "ENG-1", resourceId: ids.resource! });
const ofApproval = ({ ids }: FullCast) => ({ taskId: "ENG-1", approvalId: ids.approval! });

/** Every action, with the people who can do it. */
export const actionRows: Rows = {
  "/auth/signin": [{ form: () => ({ email: "ada@example.com" }), gets: everybody("ok") }],
  "/auth/signup": [{ form: () => ({ email: "new@example.com" }), gets: everybody("ok") }],
  "/auth/verify": [
    {
      form: ({ ids }) => ({ email: ids.codeEmail!, code: ids.code!, purpose: "signup" }),
      gets: everybody("ok"),
    },
    { of: "a wrong code", form: () => ({ email: "a@example.com" }), gets: everybody(422) },
  ],
  "/auth/signout": [{ gets: everybody("ok") }],
  "/unsubscribe": [
    { form: ({ ids }) => ({ token: ids.mailToken!, kind: "mention" }), gets: everybody("ok") },
    { of: "no token of a mail", form: () => ({ token: "user_1.x" }), gets: everybody(404) },
  ],
  ...onboardingRows,
  ...inboxRows,
  ...viewRows,
  ...teamRows,
  ...projectRows,
  ...paletteRows,
  "/workspace/switch": [
    { form: ({ workspaceId }) => ({ workspaceId }), gets: members("ok", 404) },
    {
      of: "another",
      form: ({ elsewhereId }) => ({ workspaceId: elsewhereId }),
      gets: members(404, "ok"),
    },
  ],
  ...composerRows,
  [`${TASK} editing=title`]: [
    {
      params: ofEng,
      form: ({ ids }) => ({ title: "Hang the gate", version: ids.version! }),
      gets: only(taskWriters),
    },
    {
      of: "an old one",
      params: ofEng,
      form: () => ({ title: "Hang the gate", version: "0" }),
      gets: { ...only(taskWriters), owner: 412, admin: 412, lead: 412, member: 412 },
    },
  ],
  [`${TASK} editing=description`]: [
    {
      params: ofEng,
      form: ({ ids }) => ({ description: "By two hinges", version: ids.version! }),
      gets: only(taskWriters),
    },
  ],
  [`${TASK} box`]: [
    { params: ofEng, form: () => ({ box: "0 x oil the lock" }), gets: only(taskWriters) },
    {
      of: "one that is gone",
      params: ofEng,
      form: () => ({ box: "0 x paint" }),
      gets: { ...only(taskWriters), owner: 409, admin: 409, lead: 409, member: 409 },
    },
  ],
  [`${TASK} act=addSubTask`]: [
    {
      params: ofEng,
      form: () => ({ title: "Oil the lock" }),
      gets: only([...taskWriters, "outsider"]),
    },
    {
      of: "in a private team",
      params: ofPrivate,
      form: () => ({ title: "Oil the lock" }),
      gets: only(insiders, 404),
    },
  ],
  [`${TASK} editing=sub-tasks`]: [
    {
      params: ofEng,
      form: ({ ids }) => ({
        description: "- Oil the lock",
        version: ids.version!,
        from: "1",
        to: "1",
      }),
      gets: only(taskWriters),
    },
  ],
  [`${TASK} act=follow`]: [
    { params: ofEng, gets: members("ok", 404) },
    { of: "in a private team", params: ofPrivate, gets: only(insiders, 404) },
  ],
  [`${TASK} act=unfollow`]: [
    { params: ofEng, gets: members("ok", 404) },
    { of: "in a private team", params: ofPrivate, gets: only(insiders, 404) },
  ],
  // The owner has started one from another version
  [`${TASK} act=discardUnsent`]: [
    { params: ofEng, form: () => ({ version: "1" }), gets: { ...members("ok", 404), owner: 412 } },
  ],
  [`${TASK} act=keepUnsent`]: [
    {
      params: ofEng,
      form: () => ({ body: "Half a thought" }),
      gets: { ...only([...taskWriters, "commentator"]), owner: 412 },
    },
  ],
  [`${TASK}/relations/:kind`]: [
    {
      params: () => ({ taskId: "ENG-1", kind: "relatesTo" }),
      form: () => ({ otherId: "ENG-3" }),
      gets: only(taskWriters),
    },
    {
      of: "of no kind",
      params: () => ({ taskId: "ENG-1", kind: "hinders" }),
      form: () => ({ otherId: "ENG-3" }),
      gets: members(422),
    },
  ],
  [`${TASK}/relations`]: [
    {
      params: ofEng,
      form: () => ({ relation: "relatesTo ENG-3" }),
      gets: only(taskWriters),
    },
  ],
  [`${RELATION} act=remove`]: [{ params: ofRelation, gets: only(taskWriters) }],
  [`${TASK}/links`]: [
    {
      params: ofEng,
      form: () => ({ url: "https://example.com/lock" }),
      gets: only(taskWriters),
    },
    { of: "no link", params: ofEng, form: () => ({ url: "lock" }), gets: members(422) },
  ],
  [`${TASK}/links/:resourceId`]: [
    {
      params: ofLink,
      form: () => ({ url: "https://example.com/door", title: "Door", version: "1" }),
      gets: only(taskWriters),
    },
  ],
  [`${TASK}/links/:resourceId act=remove`]: [{ params: ofLink, gets: only(taskWriters) }],
  [`${TASK}/approvals`]: [
    {
      params: ofEng,
      form: ({ ids }) => ({ approverId: ids.lea!, body: "May I?" }),
      gets: { ...only([...taskWriters, "commentator"]), lead: 422 },
    },
  ],
  [`${APPROVAL} decision`]: [
    { params: ofApproval, form: () => ({ decision: "approved" }), gets: only(["member"]) },
  ],
  [`${APPROVAL} act=withdraw`]: [{ params: ofApproval, gets: only([...managers, "lead"]) }],
  [`${TASK} act=publish`]: [{ params: () => ({ taskId: "ENG-3" }), gets: only(taskWriters) }],
  [`${TASK} act=archive`]: changes(() => ({})),
  [`${TASK} act=restore`]: [{ params: () => ({ taskId: "ENG-2" }), gets: only(taskWriters) }],
  [`${TASK} teamId`]: [
    { params: ofEng, form: () => ({ teamId: "SUP" }), gets: only(managers) },
  ],
  [`${TASK} toggleLabel`]: changes(({ ids }) => ({ toggleLabel: ids.label! })),
  "/workspace/tasks/new-label": [{
    form: () => ({ makeLabel: "Harbour", menu: "/workspace/tasks/ENG-1/labels" }),
    gets: { ...only(managers), foreign: "ok" },
  }],
  [`${TASK}/place`]: [
    ...changes(() => ({ status: "progressed" })),
  ],
  [`${TASK} status`]: changes(() => ({ status: "progressed" })),
  [`${TASK} priority`]: changes(() => ({ priority: "high" })),
  [`${TASK} assigneeId`]: changes(() => ({ assigneeId: "" })),
  [`${TASK} deadlineAt`]: changes(() => ({ deadlineAt: "2026-12-03" })),
  [`${TASK} parentId`]: changes(() => ({ parentId: "" })),
  [`${TASK} projectId`]: [
    {
      params: ofEng,
      form: ({ ids }) => ({ projectId: ids.project! }),
      gets: only(taskWriters),
    },
    {
      of: "a hidden one",
      params: ofEng,
      form: ({ ids }) => ({ projectId: ids.privateProject! }),
      gets: { ...only(managers), lead: 422, member: 422 },
    },
  ],
  [`${TASK} milestoneId`]: changes(() => ({ milestoneId: "" })),
  ...selectedRows,
  // Only the person who made a change can undo it
  "/workspace/activity/:activityId act=undo": [
    {
      params: ({ ids }) => ({ activityId: ids.activity! }),
      gets: { ...only([...managers, "lead", "member"], 403), owner: 403, admin: 403, lead: 403 },
    },
  ],
  [`${TASK}/comments`]: [
    {
      params: ofEng,
      form: () => ({ body: "It hangs" }),
      gets: only([...taskWriters, "commentator"]),
    },
    {
      of: "in a private team",
      params: ofPrivate,
      form: () => ({ body: "It hangs" }),
      gets: only(insiders, 404),
    },
  ],
  [`${COMMENT} box`]: [
    { params: ofComment, form: () => ({ box: "0 x bring oil" }), gets: only(["member"]) },
  ],
  [`${COMMENT} delete`]: [{ params: ofComment, gets: only([...managers, "member"]) }],
  [COMMENT]: [
    {
      params: ofComment,
      form: ({ ids }) => ({ body: "Off it", version: ids.commentVersion! }),
      gets: only(["member"]),
    },
  ],
  ...favoriteRows,
  "/workspace/sidebar sidebar": [
    { form: () => ({ sidebar: "closed" }), gets: members("ok") },
    { of: "half", form: () => ({ sidebar: "half" }), gets: members(422) },
  ],
  ...displayRows,
  "/workspace/sidebar fold": [
    { form: () => ({ fold: "teams" }), gets: members("ok") },
    { of: "none of it", form: () => ({ fold: "inbox" }), gets: members(422) },
  ],
  "/workspace/sidebar unfold": [{ form: () => ({ unfold: "teams" }), gets: members("ok") }],
  ...settingsRows,
  ...templateRows,
  ...workflowRows,
};
