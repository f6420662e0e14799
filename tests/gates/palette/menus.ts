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

/** A record with its complete actions. */
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
/** Actions that other records have or lack. */
export const others: Record<string, readonly Offer[]> = {
  otherTask: bareTaskOffers,
  otherProject: bareProjectOffers,
  subtask: subtaskOffers,
  support: pinnedTeamOffers,
};
