import { updatesPagePath } from "../../../views/project_detail_paths.ts";
import { projectPath } from "../../../views/project_paths.ts";
import { healthWords } from "../../../views/projects/marks.tsx";
import { parseJson } from "../../domain/core/json.ts";
import { postProjectUpdate } from "../../domain/project_updates/post.ts";
import { findProject } from "../../domain/projects/find.ts";
import { action } from "../action.ts";
import { text } from "../forms.ts";

/** Posts a project update. Updates can't be undone. */
export const postUpdate = action({
  path: updatesPagePath,
  closes: ["add"],
  form: { health: text, body: text },
  async does(form, { ask, perform, params: { projectId } }) {
    const { health } = await perform(postProjectUpdate, { projectId, ...form });
    const { key } = parseJson((await ask(findProject, { projectId })).json);
    return { key, health };
  },
  says: ({ key, health }) => ({ text: `Update posted on ${key}: ${healthWords[health]}` }),
  home: ({ projectId }) => projectPath(projectId),
});
