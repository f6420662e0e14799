import { taskPath } from "../../../views/paths.ts";
import { linkPagePath, linksPagePath } from "../../../views/task_paths.ts";
import { createResource } from "../../domain/resources/create.ts";
import { deleteResource } from "../../domain/resources/delete.ts";
import { updateResource } from "../../domain/resources/update.ts";
import { action } from "../action.ts";
import { filled, number, text } from "../forms.ts";
import { done } from "./undo.ts";

const home = ({ taskId }: { taskId: string }) => taskPath(taskId);

/** Adds a link to a task. */
export const addLink = action({
  path: linksPagePath,
  closes: ["add"],
  form: { url: text, title: filled },
  does: (link, { perform, params: { taskId } }) => perform(createResource, { taskId, ...link }),
  says: (_link, _form, at) => done("Link added", at),
  home,
});

/** Removes a link from a task. */
export const removeLink = action({
  path: linkPagePath,
  button: "act=remove",
  closes: ["link"],
  form: {},
  does: (_form, { perform, params }) => perform(deleteResource, params),
  says: (_gone, _form, at) => done("Link removed", at),
  of: ({ resourceId }) => resourceId,
  home,
});

/** Changes a link's URL or title. */
export const changeLink = action({
  path: linkPagePath,
  closes: ["link"],
  form: { url: text, title: text, version: number },
  does: ({ version, ...patch }, { perform, params }) =>
    perform(updateResource, { ...params, version, patch }),
  says: (_link, _form, at) => done("Link changed", at),
  of: ({ resourceId }) => resourceId,
  home,
});
