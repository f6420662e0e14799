import { projectPlacePagePath } from "../../../views/project_detail_paths.ts";
import { projectPath } from "../../../views/project_paths.ts";
import { projectStatusWords } from "../../../views/projects/marks.tsx";
import { parseJson } from "../../domain/core/json.ts";
import { updateProject } from "../../domain/projects/update.ts";
import { action } from "../action.ts";
import { text } from "../forms.ts";
import { doneTo } from "./undo.ts";

/** Moves a card to another column, which sets the project's status. */
export const moveProjectCard = action({
  path: projectPlacePagePath,
  form: { status: text },
  async does({ status }, { perform, params: { projectId } }) {
    return parseJson((await perform(updateProject, { projectId, patch: { status } })).json);
  },
  says: ({ id, key, status }, _form, at) =>
    doneTo(id, `${key} moved to ${projectStatusWords[status]}`, at),
  home: ({ projectId }) => projectPath(projectId),
});
