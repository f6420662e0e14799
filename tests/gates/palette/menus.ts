import {
  personOffers,
  pinnedTeamOffers,
  projectTaskViewOffers,
  projectViewOffers,
  teamOffers,
  teamViewOffers,
  viewOffers,
} from "./others.ts";
import { bareProjectOffers, projectOffers } from "./projects.ts";
import type { Offer } from "./row.ts";
import { bareTaskOffers, draftOffers, subtaskOffers, taskOffers } from "./tasks.ts";

/** The whole menu of a record. */
export const menus: Record<string, readonly Offer[]> = {
  task: taskOffers,
  draft: draftOffers,
  project: projectOffers,
  chidi: personOffers,
  eng: teamOffers,
  view: viewOffers,
  teamView: teamViewOffers,
  projectTaskView: projectTaskViewOffers,
  projectView: projectViewOffers,
};
/** What else stands in menus of other records, or doesn't. */
export const others: Record<string, readonly Offer[]> = {
  otherTask: bareTaskOffers,
  otherProject: bareProjectOffers,
  subtask: subtaskOffers,
  support: pinnedTeamOffers,
};
