import type { Member } from "../../domain/core/actor.ts";
import type { FilterChip } from "../../../views/tasks/filter_bar.tsx";
import type { ListQuery } from "../../../views/paths.ts";
import { type FilterField, filterFields } from "../../../views/tasks/filters/fields.ts";
import { dayWords } from "../../../views/tasks/filters/days.ts";
import { day as dayOf } from "../../../views/ui/time.tsx";
import { valuesOf } from "../../../views/tasks/filters/filter.ts";
import { priorityWords, statusWords } from "../../../views/ui/words.ts";
import { Invalid, NotFound } from "../../domain/core/errors.ts";
import { findProject } from "../../domain/projects/find.ts";
import { findSeveralTasks } from "../../domain/tasks/find_several.ts";
import type { View } from "../../domain/saved_views/schema.ts";
import { findTaskLabel } from "../../domain/task_labels/list.ts";
import { listTasks } from "../../domain/tasks/list.ts";
import { parseJson } from "../../domain/core/json.ts";
import type { PageContext } from "../context.ts";
import { pageClockOf } from "../page_clock.ts";
import { labelsNamed, membersNamed } from "../choices.ts";

/**
 * Returns the filters of a list with the names of their values. The search text has its own field, and the team or project
 * of a view is fixed.
 * @param naming the lookup of names, shared by several lists
 */
export async function chipsOf(
  at: PageContext<Member>,
  query: ListQuery,
  view?: Pick<View, "teamId" | "projectId">,
  naming: Naming = namingFor(at, [query]),
): Promise<FilterChip[]> {
  const asked = filterFields.filter((field) =>
    query[field] && !(view && (field === "teamId" || field === "projectId") && view[field])
  );
  return await Promise.all(asked.map(async (field) => {
    const values = valuesOf(query, field);
    const names = await Promise.all(values.map((word) => readers[field](naming, word)));
    return { field, values, names };
  }));
}

/** The records that are looked up for names, read together. */
export interface Naming {
  at: PageContext<Member>;
  members: () => ReturnType<typeof membersNamed>;
  labels: () => ReturnType<typeof labelsNamed>;
  teams: PageContext<Member>["teams"];
}

/** Reads the records for the names in the filters of some lists. */
export function namingFor(at: PageContext<Member>, lists: readonly ListQuery[]): Naming {
  const words = lists.flatMap((query) => filterFields.flatMap((field) => valuesOf(query, field)));
  return {
    at,
    members: once(() => membersNamed(at, words)),
    labels: once(() => labelsNamed(at, words)),
    teams: once(() => at.teams()),
  };
}

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined;
  return () => reading ??= read();
}

type Reader = (naming: Naming, word: string) => string | Promise<string>;

const among = (names: Record<string, string>): Reader => (_at, word) =>
  Object.hasOwn(names, word) ? names[word]! : word;
/** Returns whether a day exists. `Date` converts 31 February to 3 March. */
function isInCalendar(word: string): boolean {
  const at = Date.parse(word);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(word);
}
/** Names a date, with relative dates in words. Times stay unchanged. */
const day: Reader = ({ at }, word) =>
  /^\d{4}-\d\d-\d\d$/.test(word) && isInCalendar(word)
    ? dayOf(word, pageClockOf(at))
    : dayWords(word);

/** Returns the names of a filter's values. */
const readers: Record<FilterField, Reader> = {
  teamId: teamName,
  notTeamId: teamName,
  status: among(statusWords),
  notStatus: among(statusWords),
  priority: among(priorityWords),
  notPriority: among(priorityWords),
  assigneeId: personName,
  notAssigneeId: personName,
  projectId: projectName,
  notProjectId: projectName,
  milestoneId: milestoneName,
  notMilestoneId: milestoneName,
  label: labelName,
  notLabel: labelName,
  allLabels: labelName,
  creatorId: personName,
  notCreatorId: personName,
  parentId: parentName,
  notParentId: parentName,
  deadlineAt: day,
  notDeadlineAt: day,
  deadlineAfter: day,
  deadlineBefore: day,
  createdAfter: day,
  createdBefore: day,
  updatedSince: day,
  updatedBefore: day,
  completedAfter: day,
  completedBefore: day,
  closedSince: day,
  archived: (_at, word) => word === "true" ? "Yes" : word === "false" ? "No" : word,
};

async function personName({ members }: Naming, word: string): Promise<string> {
  if (word === "me") return "Me";
  if (word === "none") return "No assignee";
  const found = (await members())
    .find(({ id, username }) => id === word || username === word.toLowerCase());
  return found?.name ?? (word.startsWith("prof_") ? "Former member" : word);
}

async function teamName({ teams }: Naming, word: string): Promise<string> {
  const found = (await teams())
    .find(({ id, key }) => id === word || key === word.toUpperCase());
  return found?.name ?? (word.startsWith("team_") ? "unknown" : word);
}

async function projectName({ at }: Naming, projectId: string): Promise<string> {
  if (projectId === "none") return "No project";
  return await ifHere(async () => parseJson((await at.ask(findProject, { projectId })).json).name);
}

async function milestoneName({ at }: Naming, milestoneId: string): Promise<string> {
  if (milestoneId === "none") return "No milestone";
  return await ifHere(async () => {
    const { records } = await at.ask(listTasks, { milestoneId, limit: 1 });
    return parseJson(records)[0]?.milestone?.name ?? milestoneId;
  });
}

async function parentName({ at }: Naming, word: string): Promise<string> {
  if (!word.startsWith("task_")) return word === "none" ? word : word.toUpperCase();
  const [found] = await at.ask(findSeveralTasks, { ids: [word] });
  return found ? parseJson(found.record).reference : "unknown";
}

/** Finds a label by ID, as in links and saved views, or by name, as in the filter menu. */
async function labelName({ at, labels }: Naming, label: string): Promise<string> {
  if (label.toLowerCase() === "none") return "No label";
  const found = (await labels()).find(({ id }) => id === label);
  if (found || !label.startsWith("label_")) return found?.name ?? label;
  return await ifHere(async () => {
    const { name } = parseJson((await at.ask(findTaskLabel, { labelId: label })).json);
    return `${name} (archived)`;
  });
}

/** Returns the name of a record, or the given text. The list reports missing records. */
async function ifHere(named: () => Promise<string>): Promise<string> {
  try {
    return await named();
  } catch (error) {
    if (error instanceof NotFound || error instanceof Invalid) return "unknown";
    throw error;
  }
}
