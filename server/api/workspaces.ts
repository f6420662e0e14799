import { z } from "zod";
import { RecordActivity } from "../domain/activity/schema.ts";
import { listActivity } from "../domain/workspaces/activity.ts";
import { createWorkspace } from "../domain/workspaces/create.ts";
import { deleteWorkspace } from "../domain/workspaces/delete.ts";
import { findWorkspace } from "../domain/workspaces/find.ts";
import { leaveWorkspace } from "../domain/workspaces/leave.ts";
import { listWorkspaces } from "../domain/workspaces/list.ts";
import { Usage, Workspace } from "../domain/workspaces/schema.ts";
import { updateWorkspace } from "../domain/workspaces/update.ts";
import { findUsage } from "../domain/workspaces/usage.ts";
import { streamActivity } from "./activity_stream.ts";
import { collection, endpoint } from "./endpoint.ts";

const one = "/workspaces/{workspaceId}";

const oneWorkspace = {
  tag: "Workspace",
  path: one,
  status: 200,
  response: z.strictObject({ workspace: Workspace }),
  answer: (workspace: Workspace) => ({ workspace }),
  version: (workspace: Workspace) => workspace.version,
} as const;

export const workspacesEndpoints = [
  collection({
    path: "/workspaces",
    operation: listWorkspaces,
    tag: "Context",
    summary: "List the workspaces that the token can access",
    plural: "workspaces",
    record: Workspace,
  }),
  endpoint({
    method: "POST",
    path: "/workspaces",
    operation: createWorkspace,
    tag: "Context",
    summary: "Create a workspace and its first team",
    description: "You become the owner, and the session switches to the new workspace.",
    status: 201,
    response: z.strictObject({
      workspace: Workspace,
      team: z.strictObject({ id: z.string(), key: z.string(), name: z.string() }),
    }),
    answer: (made) => made,
    example: { name: "Acme", teamName: "Engineering", teamKey: "ENG" },
  }),
  endpoint({
    ...oneWorkspace,
    method: "GET",
    operation: findWorkspace,
    summary: "Get the workspace",
  }),
  endpoint({
    ...oneWorkspace,
    method: "PATCH",
    operation: updateWorkspace,
    summary: "Update the workspace's name or time zone",
    bodyAs: "patch",
    guarded: true,
    example: { name: "Acme", timeZone: "Europe/Berlin" },
  }),
  endpoint({
    tag: "Workspace",
    method: "DELETE",
    path: one,
    operation: deleteWorkspace,
    summary: "Delete the workspace",
    description:
      "Requires the owner role. Send the workspace's exact name to confirm. Everyone loses access " +
      "immediately, and all data is erased within an hour. You can't undo this.",
    status: 204,
    response: null,
    answer: () => ({}),
    guarded: true,
    example: { name: "Lighthouse" },
  }),
  endpoint({
    tag: "Workspace",
    method: "DELETE",
    path: `${one}/membership`,
    operation: leaveWorkspace,
    summary: "Leave the workspace",
    description: "Send the workspace's exact name to confirm. The last owner can't leave.",
    status: 204,
    response: null,
    answer: () => ({}),
    example: { name: "Lighthouse" },
  }),
  endpoint({
    method: "GET",
    path: `${one}/usage`,
    operation: findUsage,
    tag: "Workspace",
    summary: "Get the workspace's usage and limits",
    description: "Requires the owner or admin role.",
    status: 200,
    response: z.strictObject({ usage: Usage }),
    answer: (usage) => ({ usage }),
  }),
  collection({
    path: `${one}/activity`,
    operation: listActivity,
    tag: "Workspace",
    summary: "List or stream workspace activity",
    description:
      "Returns the activity of tasks and projects you can see, newest first. With `Accept: " +
      "text/event-stream`, streams new entries as events. An event's `id` is the entry's ID, and its " +
      "`data` is the entry, in the same format as in the list. To resume without gaps or repeats, send the last ID as " +
      "`Last-Event-ID` or `after`. Otherwise, the stream starts with the next new entry. The first event " +
      "is `open`. The last event gives the reason why the stream ended: `stopped` (the server is " +
      "stopping, so connect again), `ended` (the token is no longer valid), or `elsewhere` (you are no " +
      "longer in this workspace). A comment every 20 seconds keeps the connection open. A token can have " +
      "six streams at a time.",
    plural: "activity",
    record: RecordActivity,
    stream: streamActivity,
  }),
];
