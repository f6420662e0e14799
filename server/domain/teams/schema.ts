import { z } from "zod";
import { responseFields } from "../core/response_fields.ts";
import { includeArchived, line, name, prose, teamKey } from "../core/fields.ts";
import { pageFields } from "../core/page_size.ts";
import { atLeastOneField, namesAField } from "../core/versioned.ts";
import { keys } from "../core/keys.ts";
import { ProfileRef } from "../refs/schema.ts";
import { teamRoleWord } from "../vocabulary.ts";

export const teamRole = teamRoleWord
  .describe("Role in the team. Commentators can only read and comment.");

/** A team as every interface returns it. */
export const Team = z.strictObject({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  expertiseArea: z.string().nullable(),
  private: z.boolean(),
  workflowId: z.string(),
  /** The actor's own role in the team. */
  role: teamRole.nullable(),
  memberCount: z.int(),
  version: z.int(),
  createdAt: responseFields.time,
  archivedAt: responseFields.time.nullable(),
});
export type Team = z.output<typeof Team>;

/** A team's whole record, with its members and former keys. */
export const TeamDetail = Team.extend({
  members: z.array(z.strictObject({ profile: ProfileRef, role: teamRole })),
  formerKeys: z.array(z.string()),
});
export type TeamDetail = z.output<typeof TeamDetail>;

/** The number of a team's open tasks, by status. */
export const OpenTasks = z.strictObject({
  backlogged: z.int(),
  planned: z.int(),
  progressed: z.int(),
});
export type OpenTasks = z.output<typeof OpenTasks>;

const settings = {
  name,
  key: teamKey,
  description: prose(2_000).nullable().describe(
    "Description of at most 2,000 characters, or `null` for none.",
  ),
  expertiseArea: line(200).nullable().describe(
    "Area of expertise, at most 200 characters, or `null` for none.",
  ),
  private: z.boolean().describe(
    "Whether only team members, owners, and admins can see the team and its tasks.",
  ),
  workflowId: keys.workflow.describe("Workflow of the team, by ID or name."),
};

/** `GET …/teams`. */
export const TeamList = z.strictObject({
  includeArchived,
  q: line(200).optional()
    .describe("Filter by words in the name, key, description, or area of expertise."),
  ...pageFields,
});

/** `POST …/teams`. */
export const TeamCreate = z.strictObject(settings)
  .partial({ description: true, expertiseArea: true, private: true, workflowId: true });

/** `PATCH …/teams/{teamId}`: the fields to change; null clears one. */
export const TeamPatch = z.strictObject(settings).partial().refine(namesAField, atLeastOneField);
export type TeamPatch = z.output<typeof TeamPatch>;
