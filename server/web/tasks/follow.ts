import { taskPagePath, taskPath } from "../../../views/paths.ts";
import { parseJson } from "../../domain/core/json.ts";
import { followTask, unfollowTask } from "../../domain/tasks/follow.ts";
import { type Action, action } from "../action.ts";

const common = {
  path: taskPagePath,
  form: {},
  home: ({ taskId }: { taskId: string }) => taskPath(taskId),
};

export const follow: Action = action({
  ...common,
  button: "act=follow",
  does: (_form, { perform, params: { taskId } }) => perform(followTask, { taskId }),
  says({ json }) {
    const { reference } = parseJson(json);
    const undo = { action: unfollow, path: taskPath(reference) };
    return { text: `Following ${reference}`, undo };
  },
});

export const unfollow: Action = action({
  ...common,
  button: "act=unfollow",
  does: (_form, { perform, params: { taskId } }) => perform(unfollowTask, { taskId }),
  says({ json }) {
    const { reference } = parseJson(json);
    const undo = { action: follow, path: taskPath(reference) };
    return { text: `Unfollowed ${reference}`, undo };
  },
});
