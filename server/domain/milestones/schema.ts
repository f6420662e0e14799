import { z } from "zod";
import { archived, day, includeArchived, markdown, name, patchOf } from "../core/fields.ts";
import { pageFields } from "../core/page_size.ts";
import { keys } from "../core/keys.ts";
import { seenVersion } from "../core/versioned.ts";

const position = z.int("Use a whole number, 0 or greater.").min(
  0,
  "Use a whole number, 0 or greater.",
).max(
  1_000,
);

/** The settings of a milestone besides its name. */
const milestoneSettings = {
  description: markdown.nullish(),
  targetDate: day.nullish(),
  position: position.optional()
    .describe(
      "Position among the milestones, starting at 0. A position past the end places the milestone last.",
    ),
};

/** `POST …/projects/{projectId}/milestones`. Without a position it comes last. */
export const MilestoneCreate = z.strictObject({
  projectId: keys.project,
  name,
  ...milestoneSettings,
});

/** A milestone, with the version that the client last saw. */
export const milestoneKey = z.strictObject({
  projectId: keys.project,
  milestoneId: keys.milestone,
  version: seenVersion,
});
export type MilestoneKey = z.output<typeof milestoneKey>;

/** `PATCH …/milestones/{milestoneId}`. `archived: false` restores an archived one, as the last. */
export const MilestonePatch = patchOf({
  name: name.optional(),
  ...milestoneSettings,
  archived: archived.optional(),
});
export type MilestonePatch = z.output<typeof MilestonePatch>;

/** `GET …/projects/{projectId}/milestones`. */
export const MilestoneList = z.strictObject({
  projectId: keys.project,
  ...pageFields,
  includeArchived,
});
