import { z } from "zod";
import { responseFields } from "../core/response_fields.ts";
import { name, teamKey, word } from "../core/fields.ts";
import { namesAField, somethingNamed } from "../core/versioned.ts";
import { workspaceRoles } from "../core/actor.ts";

/** `POST /workspaces`. */
export const WorkspaceCreate = z.strictObject({
  name,
  teamName: name.optional().describe("What its first team is called."),
  teamKey: teamKey.optional().describe("The first team's key, such as `ENG`."),
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

/** A time zone by its IANA name; an offset such as +02:00 isn't one, because it knows no summer time. */
export const timeZone = word.max(64, "That is too long to be a time zone.")
  .transform((name, context) => {
    try {
      if (/^[A-Za-z]/.test(name)) {
        const format = new Intl.DateTimeFormat("en", { timeZone: name });
        return format.resolvedOptions().timeZone;
      }
    } catch { /* refused below */ }
    context.addIssue("Use an IANA time zone such as Europe/Berlin or UTC.");
    return z.NEVER;
  }).describe("An IANA time zone, such as `Europe/Berlin`: where its bare dates end.");

/** `PATCH /workspaces/{workspaceId}`. */
export const WorkspacePatch = z.strictObject({
  name: name.optional(),
  timeZone: timeZone.optional(),
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
});
export type Usage = z.output<typeof Usage>;
