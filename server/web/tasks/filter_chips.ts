import type { Member } from "../../domain/core/actor.ts";
import type { FilterChip } from "../../../views/tasks/filter_bar.tsx";
import { type FilterField, filterFields, listPath, type ListQuery } from "../../../views/paths.ts";
import { priorityWords, statusWords } from "../../../views/ui/words.ts";
import { Invalid, NotFound } from "../../domain/core/errors.ts";
import { findProject } from "../../domain/projects/find.ts";
import { findTasks } from "../../domain/tasks/editions.ts";
import { listTasks } from "../../domain/tasks/list.ts";
import { parseJson } from "../../domain/core/json.ts";
import type { PageContext } from "../context.ts";
import { labelsOf, membersOf } from "../choices.ts";

/** The filters of a list in words, each with the list without it. A text stands in its own field. */
export async function chipsOf(at: PageContext<Member>, query: ListQuery): Promise<FilterChip[]> {
  const chips: FilterChip[] = [];
  for (const field of filterFields) {
    const words = query[field];
    if (!words) continue;
    const [name, read] = filters[field];
    const values = await Promise.all(words.split(",").map((word) => read(at, word.trim())));
    const without = listPath({ ...query, [field]: undefined });
    chips.push({ field: name, value: values.join(", "), without });
  }
  return chips;
}

type Reader = (at: PageContext<Member>, word: string) => string | Promise<string>;

const among = (names: Record<string, string>): Reader => (_at, word) => names[word] ?? word;

/** What each filter is called, and what one of its values is. */
const filters: Record<FilterField, [name: string, read: Reader]> = {
  teamId: ["Team", teamName],
  notTeamId: ["Team is not", teamName],
  status: ["Status", among(statusWords)],
  notStatus: ["Status is not", among(statusWords)],
  priority: ["Priority", among(priorityWords)],
  notPriority: ["Priority is not", among(priorityWords)],
  assigneeId: ["Assignee", personName],
  notAssigneeId: ["Assignee is not", personName],
  projectId: ["Project", projectName],
  notProjectId: ["Project is not", projectName],
  milestoneId: ["Milestone", milestoneName],
  notMilestoneId: ["Milestone is not", milestoneName],
  label: ["Label", labelName],
  notLabel: ["Label is not", labelName],
  allLabels: ["All labels", labelName],
  creatorId: ["Creator", personName],
  notCreatorId: ["Creator is not", personName],
  parentId: ["Part of", parentName],
  deadlineAt: ["Due", dayName],
  deadlineAfter: ["Due from", dayName],
  deadlineBefore: ["Due before", dayName],
  createdAfter: ["Created from", dayName],
  createdBefore: ["Created before", dayName],
  updatedSince: ["Changed from", dayName],
  updatedBefore: ["Changed before", dayName],
  completedAfter: ["Completed from", dayName],
  completedBefore: ["Completed before", dayName],
};

async function personName(at: PageContext<Member>, word: string): Promise<string> {
  if (word === "me") return "you";
  if (word === "none") return "nobody";
  const found = (await membersOf(at))
    .find(({ id, username }) => id === word || username === word.toLowerCase());
  return found?.name ?? (word.startsWith("prof_") ? "somebody who left" : word);
}

async function teamName(at: PageContext<Member>, word: string): Promise<string> {
  const found = (await at.teams())
    .find(({ id, key }) => id === word || key === word.toUpperCase());
  return found?.name ?? (word.startsWith("team_") ? "unknown" : word);
}

async function projectName(at: PageContext<Member>, projectId: string): Promise<string> {
  if (projectId === "none") return "none";
  return await ifHere(async () => parseJson((await at.ask(findProject, { projectId })).json).name);
}

async function milestoneName(at: PageContext<Member>, milestoneId: string): Promise<string> {
  if (milestoneId === "none") return "none";
  return await ifHere(async () => {
    const { records } = await at.ask(listTasks, { milestoneId, limit: 1 });
    return parseJson(records)[0]?.milestone?.name ?? milestoneId;
  });
}

async function parentName(at: PageContext<Member>, word: string): Promise<string> {
  if (!word.startsWith("task_")) return word === "none" ? word : word.toUpperCase();
  const [found] = await at.ask(findTasks, { ids: [word] });
  return found ? parseJson(found.record).reference : "unknown";
}

/** Links from a group name its label by id, the filter menu by name. */
async function labelName(at: PageContext<Member>, label: string): Promise<string> {
  if (label.toLowerCase() === "none") return "none";
  return (await labelsOf(at)).find(({ id }) => id === label)?.name ?? label;
}

function dayName(_at: PageContext<Member>, word: string): string {
  const days = /^(-?)(\d+)d$/.exec(word);
  if (!days) return word;
  const count = `${days[2]} day${days[2] === "1" ? "" : "s"}`;
  return days[1] ? `${count} ago` : `in ${count}`;
}

/** What a record is called; the list itself says of one that isn't here. */
async function ifHere(named: () => Promise<string>): Promise<string> {
  try {
    return await named();
  } catch (error) {
    if (error instanceof NotFound || error instanceof Invalid) return "unknown";
    throw error;
  }
}
