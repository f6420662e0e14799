import { createMilestone } from "./create.ts";
import { listMilestones } from "./list.ts";
import { offerMilestones } from "./offer.ts";
import { archiveMilestone, restoreMilestone, updateMilestone } from "./update.ts";

export const operations = [
  listMilestones,
  offerMilestones,
  createMilestone,
  updateMilestone,
  archiveMilestone,
  restoreMilestone,
];
