import type { ListQuery } from "../../../views/paths.ts";
import type { Topic } from "../../domain/live/topics.ts";

/** Returns the live topic of a list: the team's or project's tasks, or all tasks. */
export function tasksTopic({ teamId = "", projectId = "" }: ListQuery): Topic {
  if (/^team_\w+$/.test(teamId)) return `team:${teamId}`;
  if (/^proj_\w+$/.test(projectId)) return `project:${projectId}`;
  return "tasks";
}
