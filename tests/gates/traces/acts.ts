import type { Person } from "../../support/cast.ts";
import type { FullCast } from "../support/full_cast.ts";

/** A request that is sent twice and must leave no trace the second time. */
export interface Act {
  path: string;
  as?: Person;
  body?: unknown;
  /** The second response, if it differs from the first: deleted records are gone, and decisions stay. */
  again?: number;
}

const record = "a record of its own each time";

/** Requests that create something new each time, on purpose. */
export const makesNew: Record<string, string> = {
  "POST /auth/request-otp": "mails a code again",
  "POST /auth/verify-otp": "a code is good once",
  "POST /auth/refresh": "a token is good once",
  "POST /auth/revoke": "ends the session that would ask again",
  "POST /automation-auth/exchange": "a token each time",
  "POST automations/{automationId}/rotate-secret": "a secret each time",
  "POST invitations/{invitationId}/resend": "mails it again",
  "POST projects/{projectId}/updates": record,
  ...Object.fromEntries(
    [
      "/workspaces",
      "tasks",
      "tasks/{taskId}/comments",
      "tasks/{taskId}/sub-tasks",
      "tasks/{taskId}/approvals",
      "tasks/{taskId}/resources",
      "task-templates",
      "/personal-access-tokens",
      "automations",
      "agents",
      "projects",
      "projects/{projectId}/milestones",
      "project-labels",
      "project-templates",
      "invitations",
      "invitations/many",
      "teams",
      "workflows",
      "labels",
      "views",
    ].map((path) => [`POST ${path}`, record]),
  ),
};

/** An act that is undone by a second one. */
const gone = 404;

/** All other writes, in an order in which each has an effect. */
export function acts(fullCast: FullCast): Record<string, Act> {
  const { ids: id, teams, chidi, lea, frode } = fullCast;
  const task = `tasks/${id.otherTask}`;
  const relation = `${task}/relations/blocks/${id.draft}`;
  const dependency = `projects/${id.otherProject}/dependencies/${id.blockingProject}`;
  const membership = `teams/${teams.eng}/members/${id.tove}`;
  const unsent = `${task}/unsent-comment`;
  const favorite = `favorites/task/${id.otherTask}`;
  const shelved = (name: string, path: string): [string, Act][] => [
    [`DELETE ${name}`, { path }],
    [`POST ${name}/restore`, { path: `${path}/restore` }],
  ];
  return {
    "POST inbox/read-all": { path: "inbox/read-all", as: chidi },
    "POST inbox/unread-all": {
      path: "inbox/unread-all",
      as: chidi,
      body: { readAt: fullCast.world.clock.now().toISOString() },
    },
    "DELETE inbox/{notificationId}/follow": {
      path: `inbox/${id.notification}/follow`,
      as: chidi,
    },
    "PUT inbox/{notificationId}/follow": { path: `inbox/${id.notification}/follow`, as: chidi },
    "PUT /me/workspace": { path: "/me/workspace", body: { workspaceId: fullCast.workspaceId } },
    "PUT tasks/{taskId}/relations/{kind}/{otherId}": { path: relation },
    "DELETE tasks/{taskId}/relations/{kind}/{otherId}": { path: relation },
    "PATCH tasks": {
      path: "tasks",
      body: {
        taskIds: [id.task, id.otherTask],
        patch: { priority: "low", addTags: ["Bug"], removeTags: ["Hinge"], archived: false },
      },
    },
    "POST tasks/{taskId}/tick": {
      path: `${task}/tick`,
      body: { words: "oil the hinges", done: true },
    },
    "POST tasks/{taskId}/comments/{commentId}/tick": {
      path: `tasks/${id.task}/comments/${id.comment}/tick`,
      as: chidi,
      body: { words: "oil the hinges", done: true },
    },
    "PUT tasks/{taskId}/unsent-comment": { path: unsent, body: { body: "Half a thought" } },
    "DELETE tasks/{taskId}/unsent-comment": { path: unsent },
    "POST activity/{activityId}/undo": {
      path: `activity/${id.activity}/undo`,
      as: chidi,
      again: 409,
    },
    "PUT tasks/{taskId}/follow": { path: `${task}/follow` },
    "DELETE tasks/{taskId}/follow": { path: `${task}/follow` },
    "PATCH tasks/follow": {
      path: "tasks/follow",
      body: { taskIds: [id.task, id.otherTask], following: true },
    },
    "PATCH favorites/tasks": { path: "favorites/tasks", body: { taskIds: [id.task] } },
    "PUT projects/{projectId}/dependencies/{otherId}": { path: dependency },
    "DELETE projects/{projectId}/dependencies/{otherId}": { path: dependency },
    "PUT teams/{teamId}/members/{profileId}": { path: membership, body: { role: "member" } },
    "DELETE teams/{teamId}/members/{profileId}": { path: membership, again: gone },
    "POST projects/{projectId}/undo": { path: `projects/${id.project}/undo`, again: 409 },
    "POST projects/{projectId}/tick": {
      path: `projects/${id.project}/tick`,
      body: { words: "oil the hinges", done: true },
    },
    "POST projects/{projectId}/reschedule": {
      path: `projects/${id.otherProject}/reschedule`,
      body: { targetDate: "2027-01-14", carry: true },
    },
    "POST views/{viewId}/undo": { path: `views/${id.view}/undo`, as: chidi, again: 409 },
    "PUT views/{viewId}/subscription": { path: `views/${id.view}/subscription` },
    "DELETE views/{viewId}/subscription": { path: `views/${id.view}/subscription` },
    "PUT favorites/{kind}/{id}": { path: favorite, body: { position: 0 } },
    "DELETE favorites/{kind}/{id}": { path: favorite },
    ...Object.fromEntries([
      ...shelved("tasks/{taskId}", task),
      ...shelved("task-templates/{templateId}", `task-templates/${id.taskTemplate}`),
      ...shelved("projects/{projectId}", `projects/${id.otherProject}`),
      ...shelved(
        "projects/{projectId}/milestones/{milestoneId}",
        `projects/${id.project}/milestones/${id.milestone}`,
      ),
      ...shelved("project-labels/{labelId}", `project-labels/${id.projectLabel}`),
      ...shelved("project-templates/{templateId}", `project-templates/${id.projectTemplate}`),
      ...shelved("teams/{teamId}", `teams/${id.support}`),
      ...shelved("workflows/{workflowId}", `workflows/${id.workflow}`),
      ...shelved("labels/{labelId}", `labels/${id.label}`),
      ...shelved("views/{viewId}", `views/${id.view}`),
    ]),
    "POST labels/{labelId}/merge": {
      path: `labels/${id.label}/merge`,
      body: { into: id.otherLabel },
    },
    "POST project-labels/{labelId}/merge": {
      path: `project-labels/${id.projectLabel}/merge`,
      body: { into: id.otherProjectLabel },
    },
    "PATCH approvals/{approvalId}": {
      path: `approvals/${id.approval}`,
      as: chidi,
      body: { decision: "approved" },
      again: 409,
    },
    "DELETE approvals/{approvalId}": {
      path: `approvals/${id.openApproval}`,
      as: lea,
      again: 409,
    },
    "DELETE tasks/{taskId}/comments/{commentId}": {
      path: `tasks/${id.task}/comments/${id.comment}`,
      as: chidi,
      again: gone,
    },
    "DELETE tasks/{taskId}/resources/{resourceId}": {
      path: `tasks/${id.task}/resources/${id.resource}`,
      again: gone,
    },
    "DELETE /personal-access-tokens/{credentialId}": {
      path: `/personal-access-tokens/${id.credential}`,
      again: gone,
    },
    "DELETE /sessions/{sessionId}": { path: `/sessions/${id.session}`, again: gone },
    "POST /sessions/revoke-others": { path: "/sessions/revoke-others" },
    "DELETE members/{profileId}": { path: `members/${id.tove}`, again: 409 },
    "DELETE invitations/{invitationId}": { path: `invitations/${id.invitation}`, again: 409 },
    "POST /invitations/{invitationId}/accept": {
      path: `/invitations/${id.frodesInvitation}/accept`,
      as: frode,
    },
    "POST /invitations/{invitationId}/decline": {
      path: `/invitations/${id.secondInvitation}/decline`,
      as: frode,
    },
    "DELETE membership": { path: "membership", as: lea, body: { name: "Acme" }, again: gone },
    "DELETE /workspaces/{workspaceId}": {
      path: `/workspaces/${fullCast.workspaceId}`,
      body: { name: "Acme" },
      again: gone,
    },
  };
}
