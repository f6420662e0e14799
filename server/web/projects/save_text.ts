import type { EditableText } from "../../../views/project_detail_paths.ts";
import { projectPagePath, projectPath } from "../../../views/project_paths.ts";
import { parseJson } from "../../domain/core/json.ts";
import { ProjectPatch } from "../../domain/projects/schema.ts";
import { updateProject } from "../../domain/projects/update.ts";
import { action, unchanged } from "../action.ts";
import { changingForm, number } from "../forms.ts";
import { doneTo } from "./undo.ts";

const fieldNames: Record<EditableText, string> = {
  name: "Name",
  key: "Key",
  summary: "Summary",
  description: "Description",
};

/** Creates the action that saves a text, unless someone changed the text in the meantime. */
function saving<F extends EditableText>(field: F) {
  return action({
    path: projectPagePath,
    button: `editing=${field}`,
    closes: ["edit"],
    changes: field === "name" ? "page and sidebar" : "page",
    form: { ...changingForm({ [field]: ProjectPatch.shape[field] }), version: number },
    async does({ version, ...patch }, { perform, params: { projectId } }) {
      const change = { projectId, patch: { ...patch, sinceVersion: version } };
      return parseJson((await perform(updateProject, change)).json);
    },
    says({ id, key, version }, _form, at) {
      const message = at.act.id
        ? doneTo(id, `${fieldNames[field]} of ${key} changed`, at)
        : unchanged(`the ${field} of ${key}`);
      return { ...message, version };
    },
    home: ({ projectId }) => projectPath(projectId),
  });
}

export const saveProjectName = saving("name");
export const saveProjectKey = saving("key");
export const saveProjectSummary = saving("summary");
export const saveProjectDescription = saving("description");
