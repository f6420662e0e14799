import { projectEntryPagePath, projectEntryPath } from "../../../views/project_detail_paths.ts";
import { projectPath } from "../../../views/project_paths.ts";
import { parseJson } from "../../domain/core/json.ts";
import type { LeftProject } from "../../domain/projects/schema.ts";
import { undoProjects } from "../../domain/projects/undo.ts";
import { type Action, action, type ActionMessage, type Undo } from "../action.ts";
import type { ActionContext } from "../context.ts";

/** Takes back what one did to a project, and with it to others. */
export const undoProject: Action = action({
  path: projectEntryPagePath,
  button: "act=undo",
  form: {},
  does: (_form, { perform, params }) => perform(undoProjects, params),
  says({ projects, left }, _form, at) {
    const back = parseJson(projects);
    const [first] = back;
    const text = back.length > 1
      ? `${back.map(({ key }) => key).join(", ")} are as they were.`
      : `${first!.key} is as it was.`;
    const but = left.length > 0 ? ` But not all: ${sayLeft(left)}` : "";
    const again = at.act.id && wayBack(first!.id, at.act.id, { name: "Redo" });
    return { text: text + but, ...again };
  },
  home: ({ projectId }) => projectPath(projectId),
});

/** Why some projects stayed as they are, each by its key. */
export function sayLeft(left: readonly LeftProject[]): string {
  return left.map(({ key, message }) => key ? `${key}: ${message}` : message).join(" ");
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
