import type { Member } from "../../domain/core/actor.ts";
import type { FilterChip } from "../../../views/tasks/filter_bar.tsx";
import { type FilterField, listPath, type ListQuery } from "../../../views/paths.ts";
import { propertiesWith } from "../../../views/tasks/properties/all.ts";
import { priorityWords, statusWords } from "../../../views/ui/words.ts";
import { NotFound } from "../../domain/core/errors.ts";
import { findProject } from "../../domain/projects/find.ts";
import { parseJson } from "../../domain/core/json.ts";
import type { PageContext } from "../context.ts";
import { labelsOf, membersOf } from "../choices.ts";

/** The filters of a list in words, each with the list without it. A text stands in its own field. */
export async function chipsOf(at: PageContext<Member>, query: ListQuery): Promise<FilterChip[]> {
  const chips: FilterChip[] = [];
  for (const { name, field } of filters) {
    const word = query[field];
    if (!word) continue;
    const value = await readers[field](at, word);
    chips.push({ field: name, value, without: listPath({ ...query, [field]: undefined }) });
  }
  return chips;
}

const filters = propertiesWith("team", "status", "priority", "assignee", "project", "labels")
  .flatMap(({ filter }) => filter ?? []);

/** What a filter's value is called. */
const readers: Record<FilterField, (at: PageContext<Member>, word: string) => Promise<string>> = {
  teamId: teamName,
  status: (_at, list) => Promise.resolve(words(list, statusWords)),
  priority: (_at, list) => Promise.resolve(words(list, priorityWords)),
  assigneeId: assigneeName,
  projectId: projectName,
  label: labelName,
};

function words(list: string, names: Record<string, string>): string {
  return list.split(",").map((word) => names[word.trim()] ?? word).join(", ");
}

async function assigneeName(at: PageContext<Member>, word: string): Promise<string> {
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
  try {
    const found = await at.ask(findProject, { projectId });
    return parseJson(found.json).name;
  } catch (error) {
    if (error instanceof NotFound) return "unknown";
    throw error;
  }
}

/** Links from a group name its label by id, the filter menu by name. */
async function labelName(at: PageContext<Member>, label: string): Promise<string> {
  if (label.toLowerCase() === "none") return "none";
  return (await labelsOf(at)).find(({ id }) => id === label)?.name ?? label;
}
