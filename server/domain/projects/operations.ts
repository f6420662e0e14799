import { listProjectActivity } from "./list_activity.ts";
import { archiveProject, restoreProject } from "./archive.ts";
import { createProject } from "./create.ts";
import { addDependency, removeDependency } from "./dependencies.ts";
import { findProject, findProjectVersion } from "./find.ts";
import { listProjects } from "./list.ts";
import { groupProjects } from "./group.ts";
import { offerProjects } from "./offer.ts";
import { progressOverTime } from "./progress_days.ts";
import { rescheduleProject } from "./reschedule.ts";
import { readRoadmap, seesRoadmap } from "./roadmap.ts";
import { setProjectCheckbox } from "./set_checkbox.ts";
import { undoProjects } from "./undo.ts";
import { updateProject } from "./update.ts";

export const operations = [
  listProjects,
  groupProjects,
  findProject,
  findProjectVersion,
  offerProjects,
  listProjectActivity,
  progressOverTime,
  createProject,
  updateProject,
  rescheduleProject,
  setProjectCheckbox,
  undoProjects,
  archiveProject,
  restoreProject,
  addDependency,
  removeDependency,
  readRoadmap,
  seesRoadmap,
];
