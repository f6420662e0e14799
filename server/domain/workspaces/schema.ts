import { z } from "zod";
import { responseFields } from "../core/response_fields.ts";
import { name, teamKey } from "../core/fields.ts";
import { namesAField, somethingNamed } from "../core/versioned.ts";
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
  role: z.enum(workspaceRoles),
  version: z.int(),
  createdAt: responseFields.time,
});
export type Workspace = z.output<typeof Workspace>;

/** `PATCH /workspaces/{workspaceId}`. */
export const WorkspacePatch = z.strictObject({
  name: name.optional(),
  timeZone: timeZone.optional()
    .describe(
      "IANA time zone of the workspace, such as `Europe/Berlin`. Sets when a deadline passes.",
    ),
}).refine(namesAField, somethingNamed);

/** `GET …/usage`: what a workspace uses, and its limits. */
export const Usage = z.strictObject({
  /** Tasks that are not archived, drafts too: what the limit counts. */
  tasks: z.int(),
  /** `BACKLOG_TASK_LIMIT`; null where there is none. */
  taskLimit: z.int().nullable(),
  taskCreationBlocked: z.boolean(),
  /** People who belong to the workspace now. */
  members: z.int(),
  /** Agents alone, suspended ones too; an automation's own profile is none. */
  agents: z.int(),
  pendingInvitations: z.int(),
  /** Those that are not archived. */
  teams: z.int(),
  projects: z.int(),
  /** How large the server's database is, in bytes; null where other workspaces are in it too, or it doesn't say. */
  databaseBytes: z.int().nullable(),
});
export type Usage = z.output<typeof Usage>;
