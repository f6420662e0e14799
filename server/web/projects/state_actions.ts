import { projectPagePath, projectPath } from "../../../views/project_paths.ts";
import { parseJson } from "../../domain/core/json.ts";
import { archiveProject, restoreProject } from "../../domain/projects/archive.ts";
import type { VersionedProject } from "../../domain/projects/find.ts";
import { type Action, action } from "../action.ts";

const common = {
  path: projectPagePath,
  form: {},
  changes: "page and sidebar",
  home: ({ projectId }: { projectId: string }) => projectPath(projectId),
} as const;

export const archiveProjectAction: Action = action({
  ...common,
  button: "act=archive",
  does: (_form, { perform, params: { projectId } }) => perform(archiveProject, { projectId }),
  says: (project) => ({
    text: `${keyOf(project)} archived`,
    undo: { action: restoreProjectAction, path: projectPath(project.id) },
  }),
});

export const restoreProjectAction: Action = action({
  ...common,
  button: "act=restore",
  does: (_form, { perform, params: { projectId } }) => perform(restoreProject, { projectId }),
  says: (project) => ({
    text: `${keyOf(project)} restored`,
    undo: { action: archiveProjectAction, path: projectPath(project.id) },
  }),
});

const keyOf = ({ json }: VersionedProject) => parseJson(json).key;
