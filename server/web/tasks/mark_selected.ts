import {
  selectedFavoritesPath,
  selectedFollowsPath,
  selectedPath,
  tasksPath,
} from "../../../views/paths.ts";
import type { Member } from "../../domain/core/actor.ts";
import { parseJson } from "../../domain/core/json.ts";
import { markFavoriteTasks } from "../../domain/favorites/mark.ts";
import { followTasks } from "../../domain/tasks/follow.ts";
import { type Action, action, type ActionMessage } from "../action.ts";
import type { ActionContext } from "../context.ts";
import { countOf, references } from "./selected_tasks.ts";

/** Personal changes of several tasks: all or none. The Undo names the changed tasks. */
const common = { path: selectedPath, form: { tasks: references }, home: () => tasksPath };
const changes = "page and sidebar";
const again = { form: {}, home: () => tasksPath };

const following = (act: "follow" | "unfollow"): Action[] => {
  const is = act === "follow";
  const button = `act=${act}`;
  const does = async (taskIds: string[], at: ActionContext<Member>) =>
    parseJson(await at.perform(followTasks, { taskIds, following: is }));
  const says = (tasks: { reference: string }[]): ActionMessage => {
    if (tasks.length === 0) {
      return { text: `No changes: you ${is ? "already" : "don't"} follow these tasks` };
    }
    const path = selectedFollowsPath.replace(":tasks", namesOf(tasks));
    const text = `${is ? "Following" : "Unfollowed"} ${countOf(tasks)}`;
    return { text, undo: { action: is ? unfollowAgain : followAgain, path } };
  };
  return [
    action({ ...common, button, does: ({ tasks }, at) => does(tasks, at), says }),
    action({
      ...again,
      path: selectedFollowsPath,
      button,
      does: (_form, at) => does(at.params.tasks.split(","), at),
      says,
    }),
  ];
};

const favoring = (act: "favorite" | "unfavorite"): Action[] => {
  const favorite = act === "favorite";
  const button = `act=${act}`;
  const does = async (
    input: { taskIds: string[]; positions?: number[] },
    at: ActionContext<Member>,
  ) => {
    const { tasks, positions } = await at.perform(markFavoriteTasks, { ...input, favorite });
    return { tasks: parseJson(tasks), positions };
  };
  const says = ({ tasks, positions }: Awaited<ReturnType<typeof does>>): ActionMessage => {
    if (tasks.length === 0) {
      const are = favorite ? "are already" : "aren't";
      return { text: `No changes: these tasks ${are} in your favorites` };
    }
    const path = selectedFavoritesPath.replace(":tasks", namesOf(tasks))
      .replace(":positions", positions.join(","));
    const text = `${countOf(tasks)} ${favorite ? "added to" : "removed from"} favorites`;
    return { text, undo: { action: favorite ? unfavorAgain : favorAgain, path } };
  };
  return [
    action({
      ...common,
      changes,
      button,
      does: ({ tasks: taskIds }, at) => does({ taskIds }, at),
      says,
    }),
    action({
      ...again,
      changes,
      path: selectedFavoritesPath,
      button,
      does(_form, at) {
        const taskIds = at.params.tasks.split(",");
        const positions = at.params.positions.split(",").map(Number);
        return does(favorite ? { taskIds, positions } : { taskIds }, at);
      },
      says,
    }),
  ];
};

const namesOf = (tasks: readonly { reference: string }[]) =>
  tasks.map(({ reference }) => reference).join(",");

const [followSelected, followAgain] = following("follow") as [Action, Action];
const [unfollowSelected, unfollowAgain] = following("unfollow") as [Action, Action];
const [favorSelected, favorAgain] = favoring("favorite") as [Action, Action];
const [unfavorSelected, unfavorAgain] = favoring("unfavorite") as [Action, Action];

/** Actions that follow, unfollow, favorite, or unfavorite several tasks, from the selection or as an Undo. */
export const markSelected: readonly Action[] = [
  ...[followSelected, unfollowSelected, favorSelected, unfavorSelected],
  ...[followAgain, unfollowAgain, favorAgain, unfavorAgain],
];
