import { z } from "zod";
import { responseFields } from "../core/response_fields.ts";
import { includeArchived, line, name, prose, teamKey } from "../core/fields.ts";
import { pageFields } from "../core/page_size.ts";
import { namesAField, somethingNamed } from "../core/versioned.ts";
import { keys } from "../core/keys.ts";
import { ProfileRef } from "../refs/schema.ts";
import { teamRoleWord } from "../vocabulary.ts";

export const teamRole = teamRoleWord
  .describe("What somebody is in a team; a commentator reads and comments.");

/** A team as every door gives it. */
export const Team = z.strictObject({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  expertiseArea: z.string().nullable(),
  private: z.boolean(),
  workflowId: z.string(),
  /** The asking person's own role in it. */
  role: teamRole.nullable(),
  memberCount: z.int(),
  version: z.int(),
  createdAt: responseFields.time,
  archivedAt: responseFields.time.nullable(),
});
export type Team = z.output<typeof Team>;

/** One team, whole: with its members, and the keys that it had before and still answers to. */
export const TeamDetail = Team.extend({
  members: z.array(z.strictObject({ profile: ProfileRef, role: teamRole })),
  formerKeys: z.array(z.string()),
});
export type TeamDetail = z.output<typeof TeamDetail>;

/** How many open tasks a team has, by their statuses. */
export const OpenTasks = z.strictObject({
  backlogged: z.int(),
  planned: z.int(),
  progressed: z.int(),
});
export type OpenTasks = z.output<typeof OpenTasks>;

const settings = {
  name,
  key: teamKey,
  description: prose(2_000).nullable().describe("At most 2,000 characters; null clears it."),
  expertiseArea: line(200).nullable().describe(
    "What the team knows about, in at most 200 characters.",
  ),
  private: z.boolean().describe("Whether only its members and managers see it and its tasks."),
  workflowId: keys.workflow.describe("The id or name of the workflow that its tasks go through."),
};

/** `GET …/teams`. */
export const TeamList = z.strictObject({
  includeArchived,
  q: line(200).optional()
    .describe("Words of a name, key, description or area, as search finds them."),
  ...pageFields,
});

/** `POST …/teams`. */
export const TeamCreate = z.strictObject(settings)
  .partial({ description: true, expertiseArea: true, private: true, workflowId: true });

/** `PATCH …/teams/{teamId}`: the fields that change; null clears one. */
export const TeamPatch = z.strictObject(settings).partial().refine(namesAField, somethingNamed);
export type TeamPatch = z.output<typeof TeamPatch>;
