import { archiveTeam, restoreTeam } from "./archive.ts";
import { createTeam } from "./create.ts";
import { findTeam } from "./find.ts";
import { listTeams } from "./list.ts";
import { putTeamMember, removeTeamMember } from "./membership.ts";
import { countOpenTasks } from "./open_tasks.ts";
import { updateTeam } from "./update.ts";

export const operations = [
  listTeams,
  findTeam,
  countOpenTasks,
  createTeam,
  updateTeam,
  archiveTeam,
  restoreTeam,
  putTeamMember,
  removeTeamMember,
];
