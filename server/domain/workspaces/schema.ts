import { z } from "zod";
import { responseFields } from "../core/response_fields.ts";
import { name, teamKey } from "../core/fields.ts";
import { atLeastOneField, namesAField } from "../core/versioned.ts";
import { workspaceRoles } from "../core/actor.ts";
import { timeZone } from "../core/time_zone.ts";

/** `POST /workspaces`. */
export const WorkspaceCreate = z.strictObject({
  name,
  teamName: name.optional().describe("Name of the first team."),
  teamKey: teamKey.optional().describe("Key of the first team, such as `ENG`."),
});

export const Workspace = z.strictObject({
  id: z.string(),
  name: z.string(),
  timeZone: z.string(),
  role: z.enum(workspaceRoles).nullable()
    .describe("Your role in the workspace, or `null` for an automation."),
  version: z.int(),
  createdAt: responseFields.time,
});
export type Workspace = z.output<typeof Workspace>;

/** `PATCH /workspaces/{workspaceId}`. */
export const WorkspacePatch = z.strictObject({
  name: name.optional(),
  timeZone: timeZone.optional()
    .describe(
      "IANA time zone of the workspace, such as `Europe/Berlin`. A deadline passes when its day ends in this time zone.",
    ),
}).refine(namesAField, atLeastOneField);

/** `GET …/usage`: a workspace's usage and limits. */
export const Usage = z.strictObject({
  /** Active tasks, including drafts, which the limit counts. */
  tasks: z.int(),
  /** `BACKLOG_TASK_LIMIT`; null for no limit. */
  taskLimit: z.int().nullable(),
  taskCreationBlocked: z.boolean(),
  /** Current people. */
  members: z.int(),
  /** Agents, including suspended ones, without automations' own profiles. */
  agents: z.int(),
  pendingInvitations: z.int(),
  /** Active teams. */
  teams: z.int(),
  projects: z.int(),
  /** The size of the server's database in bytes; null if it has other workspaces or the size is unknown. */
  databaseBytes: z.int().nullable(),
});
export type Usage = z.output<typeof Usage>;
