import { type taskPagePath } from "../../../views/paths.ts";
import { additions } from "../../../views/task_paths.ts";
import { isManager, type Member } from "../../domain/core/actor.ts";
import { findUnsentComment, listUnsentComments } from "../../domain/comments/unsent/read.ts";
import { seesRoadmap as canSeeRoadmap } from "../../domain/projects/roadmap.ts";
import { findTask } from "../../domain/tasks/find.ts";
import { taskRightsOf } from "../../domain/tasks/permission.ts";
import { parseJson } from "../../domain/core/json.ts";
import type { PageContext } from "../context.ts";
import { foundOrDefault } from "../found_or_default.ts";
import { pageClockOf } from "../page_clock.ts";
import { approversOf } from "../choices.ts";
import { readConversation } from "./conversation.ts";
import { historyRangeOf } from "./history_range.ts";
import { readSubTasks } from "./sub_tasks.ts";
import { whyNotWritable } from "./why_not_writable.ts";

/**
 * Reads everything that a task's page shows, except forms.
 * @throws NotFound if the task doesn't exist or is hidden from this member
 */
export async function readDetail(at: PageContext<Member, typeof taskPagePath>) {
  const { taskId } = at.params;
  const [found, teams, favorites, begun, seesRoadmap] = await Promise.all([
    at.ask(findTask, { taskId }),
    at.teams(),
    at.favorites(),
    at.askOnce(listUnsentComments, { limit: 1 }),
    at.askOnce(canSeeRoadmap, {}),
  ]);
  const task = parseJson(found.json);
  const opens = opensOf(at.url);
  const [{ historyRange, history, texts }, unsent, subTasks, people] = await Promise.all([
    readConversation(at, task, { historyRange: historyRangeOf(at.url), ...opens }),
    // Most members have no draft comment, and the cache knows this for every page
    begun.size > 0 ? foundOrDefault(at.ask(findUnsentComment, { taskId }), null) : null,
    readSubTasks(at, task),
    opens.add === "approval" ? approversOf(at, { named: [opens.approver] }) : null,
  ]);
  const team = teams.find(({ id }) => id === task.teamId);
  const changeable = team !== undefined && task.archivedAt === null;
  const rights = taskRightsOf(at.viewer, task);
  return {
    memory: at.memory,
    /** Returns the task's record as it was read. */
    record: found.json,
    task,
    favorite: favorites.some(({ id }) => id === task.id),
    seesRoadmap,
    team,
    clock: pageClockOf(at),
    refusal: whyNotWritable(at.viewer, team, task),
    editable: rights.edit && changeable,
    mayAct: rights.act && team !== undefined,
    joined: found.joined,
    commenting: {
      historyRange,
      viewerId: at.viewer.profile.id,
      allowed: rights.comment && changeable,
      heard: rights.comment,
      manager: isManager(at.viewer) && changeable,
      unsent: unsent && parseJson(unsent.json),
    },
    history,
    /** Returns the data as JSON text, as it was read. */
    subTasks,
    /** The people who can approve a request. */
    approvers: people?.records ?? [],
    texts,
    opens,
  };
}

/** Returns what a page's URL opens: a text or link for editing, or a form that adds something. */
function opensOf({ searchParams }: URL) {
  const whole = searchParams.get("whole");
  return {
    field: searchParams.get("edit"),
    comment: searchParams.get("comment"),
    quote: searchParams.get("quote"),
    link: searchParams.get("link"),
    approver: searchParams.get("approverId"),
    whole,
    to: /^com_\w+$/.exec(searchParams.get("to") ?? whole ?? "")?.[0] ?? null,
    add: additions.find((one) => one === searchParams.get("add")) ?? null,
  };
}
