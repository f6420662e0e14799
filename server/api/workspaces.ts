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
    summary: "List the workspaces that this token can see",
    plural: "workspaces",
    record: Workspace,
  }),
  endpoint({
    method: "POST",
    path: "/workspaces",
    operation: createWorkspace,
    tag: "Context",
    summary: "Make a workspace with its first team",
    description: "The session becomes active in the new workspace; its maker owns it.",
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
    summary: "Read the workspace",
  }),
  endpoint({
    ...oneWorkspace,
    method: "PATCH",
    operation: updateWorkspace,
    summary: "Change the workspace's name or time zone",
    bodyAs: "patch",
    guarded: true,
    example: { name: "Acme", timeZone: "Europe/Berlin" },
  }),
  endpoint({
    tag: "Workspace",
    method: "DELETE",
    path: one,
    operation: deleteWorkspace,
    summary: "Delete the workspace, for good",
    description:
      "For owners who are signed in; it takes the workspace's name as it is written. From the next request on it is there for nobody, and what it held is erased within the hour.",
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
    description:
      "For whoever is signed in; it takes the workspace's name as it is written. The last owner can't go.",
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
    summary: "Read what the workspace uses, and its limits",
    description: "For managers.",
    status: 200,
    response: z.strictObject({ usage: Usage }),
    answer: (usage) => ({ usage }),
  }),
  collection({
    path: `${one}/activity`,
    operation: listActivity,
    tag: "Workspace",
    summary: "List what happened to tasks and projects, newest first, or be told as it happens",
    description:
      "What the token's holder sees of it. Asked with `Accept: text/event-stream` it doesn't end: each entry comes as it " +
      "happens, its `id` that of the event, `data` the entry as a list has it. After a cut, ask again with `Last-Event-ID` " +
      "(or `after`): nothing is missed and nothing told twice; without either it begins now. The first event is " +
      "`open`; the last one says why it was: `stopped` (the server stops: ask again), `ended` (the token isn't good " +
      "any more), `elsewhere` (its holder isn't in this workspace any more). A comment every 20 seconds says that it " +
      "is there. A token has six streams at once.",
    plural: "activity",
    record: RecordActivity,
    stream: streamActivity,
  }),
];
