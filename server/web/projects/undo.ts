import { projectEntryPagePath, projectEntryPath } from "../../../views/project_detail_paths.ts";
import { projectPath } from "../../../views/project_paths.ts";
import { parseJson } from "../../domain/core/json.ts";
import type { LeftProject, Project } from "../../domain/projects/schema.ts";
import { undoProjects } from "../../domain/projects/undo.ts";
import { type Action, action, type ActionMessage, type Undo } from "../action.ts";
import type { ActionContext } from "../context.ts";

/** Undoes what one did to a project, and with it to others. */
export const undoProject: Action = action({
  path: projectEntryPagePath,
  button: "act=undo",
  form: {},
  does: (_form, { perform, params }) => perform(undoProjects, params),
  says({ projects, left }, _form, at) {
    const back = parseJson(projects);
    const [first] = back;
    const text = back.length > 1
      ? `${joinProjectKeys(back)} are as they were.`
      : `${first!.key} is as it was.`;
    const but = left.length > 0 ? ` But not all: ${describeSkippedProjects(left)}` : "";
    const again = at.act.id && wayBack(first!.id, at.act.id, { name: "Redo" });
    return { text: text + but, ...again };
  },
  home: ({ projectId }) => projectPath(projectId),
});

/** How many projects are named that changed together, and of how many it is said why they didn't. */
const MOST_NAMED = 5;

/** Projects by their keys, of many the first ones. */
export function joinProjectKeys(projects: readonly Pick<Project, "key">[]): string {
  const keys = projects.slice(0, MOST_NAMED).map(({ key }) => key).join(", ");
  const more = projects.length - MOST_NAMED;
  return more > 0 ? `${keys} and ${more} more` : keys;
}

/** Why some projects stayed as they are, each by its key; of many the first ones. */
export function describeSkippedProjects(left: readonly LeftProject[]): string {
  const told = left.slice(0, MOST_NAMED)
    .map(({ key, message }) => key ? `${key}: ${message}` : message);
  const more = left.length - MOST_NAMED;
  return [...told, ...more > 0 ? [`And ${more} more stayed as they are.`] : []].join(" ");
}

/** What is said of something that was done to a project, with the way back where there is one. */
export function doneTo<V>(
  projectId: string,
  text: string,
  { act }: ActionContext<V>,
): ActionMessage {
  return { text, ...(act.id && wayBack(projectId, act.id)) };
}

function wayBack(projectId: string, activityId: string, more?: Pick<Undo, "name">) {
  return { undo: { action: undoProject, path: projectEntryPath(projectId, activityId), ...more } };
}
