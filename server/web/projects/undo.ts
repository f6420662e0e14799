import { projectEntryPagePath, projectEntryPath } from "../../../views/project_detail_paths.ts";
import { projectPath } from "../../../views/project_paths.ts";
import { parseJson } from "../../domain/core/json.ts";
import type { LeftProject, Project } from "../../domain/projects/schema.ts";
import { undoProjects } from "../../domain/projects/undo.ts";
import { type Action, action, type ActionMessage, type Undo } from "../action.ts";
import type { ActionContext } from "../context.ts";

/** Undoes the viewer's change to a project, and to other projects changed with it. */
export const undoProject: Action = action({
  path: projectEntryPagePath,
  button: "act=undo",
  form: {},
  does: (_form, { perform, params }) => perform(undoProjects, params),
  says({ projects, left }, _form, at) {
    const back = parseJson(projects);
    const [first] = back;
    const text = `Undone: changes to ${joinProjectKeys(back)}`;
    const but = left.length > 0 ? `. Not undone: ${describeSkippedProjects(left)}` : "";
    const again = at.act.id && wayBack(first!.id, at.act.id, { name: "Redo" });
    return { text: text + but, ...again };
  },
  home: ({ projectId }) => projectPath(projectId),
});

/** Maximum number of projects that a message names. */
const MOST_NAMED = 5;

/** Lists the keys of projects, of many only the first. */
export function joinProjectKeys(projects: readonly Pick<Project, "key">[]): string {
  const keys = projects.slice(0, MOST_NAMED).map(({ key }) => key).join(", ");
  const more = projects.length - MOST_NAMED;
  return more > 0 ? `${keys} and ${more} more` : keys;
}

/** Describes why projects weren't changed, of many only the first. */
export function describeSkippedProjects(left: readonly LeftProject[]): string {
  const told = left.slice(0, MOST_NAMED)
    .map(({ key, message }) => key ? `${key}: ${message}` : message);
  const more = left.length - MOST_NAMED;
  return [...told, ...more > 0 ? [`And ${more} more.`] : []].join(" ");
}

/** Returns the message of a change to a project, with Undo if possible. */
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
