import { createMilestone } from "./create.ts";
import { listMilestones } from "./list.ts";
import { listOpenMilestones } from "./list_open.ts";
import { archiveMilestone, restoreMilestone, updateMilestone } from "./update.ts";

export const operations = [
  listMilestones,
  listOpenMilestones,
  createMilestone,
  updateMilestone,
  archiveMilestone,
  restoreMilestone,
];
