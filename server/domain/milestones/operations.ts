import { createMilestone } from "./create.ts";
import { listMilestones } from "./list.ts";
import { archiveMilestone, restoreMilestone, updateMilestone } from "./update.ts";

export const operations = [
  listMilestones,
  createMilestone,
  updateMilestone,
  archiveMilestone,
  restoreMilestone,
];
