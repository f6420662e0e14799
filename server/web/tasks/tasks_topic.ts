import type { ListQuery } from "../../../views/paths.ts";
import type { Topic } from "../../domain/live/topics.ts";

/** Of which tasks there may be news in a list: those of the team or the project that it is narrowed to by its id, or all. */
export function tasksTopic({ teamId = "", projectId = "" }: ListQuery): Topic {
  if (/^team_\w+$/.test(teamId)) return `team:${teamId}`;
  if (/^proj_\w+$/.test(projectId)) return `project:${projectId}`;
  return "tasks";
}
