import { nameKey } from "../../../server/domain/core/name_key.ts";
import { priorities } from "../../../server/domain/vocabulary.ts";
import { dayFrom, momentFrom } from "./dates.ts";
import { describe } from "./description.ts";
import { commentsOf, MOST_COMMENT } from "./plan_comments.ts";
import { linksOf } from "./plan_links.ts";
import { milestoneOf } from "./plan_milestone.ts";
import { stateOf } from "./plan_status.ts";
import type { Keep, PlannedTask, Planning } from "./planning.ts";
import { relationNames } from "./relations.ts";
import { type ForeignTask, programs } from "./task.ts";
import { hasUnseen, lineOf, linked, pieces, proseOf, shortened } from "./texts.ts";
import { priorityMeant } from "./words.ts";

const MOST_TITLE = 512;
const MOST_NAME = 80;
const MOST_LABELS = 50;

/** Plans a task. @param parent the key of its parent, if known */
export function planTask(
  planning: Planning,
  task: ForeignTask,
  parent: string | undefined,
): PlannedTask {
  const { here, notes, now } = planning;
  const kept: [string, string][] = [];
  const lost = (what: string, why: string) => notes.add({ what, why, of: task.called });
  const keep = (name: string, value: string, why: string) => {
    kept.push([name, value]);
    lost(name, `${why}; kept at the end of the description`);
  };
  const state = stateOf(planning, task, keep);
  const moment = (name: string, value: string) => {
    if (value === "") return undefined;
    const read = momentFrom(value, here.timeZone);
    if (read === undefined) keep(name, value, "not a clear date and time");
    return read !== undefined && read > now.toISOString() ? now.toISOString() : read;
  };
  const createdAt = moment("Created", task.created) ?? now.toISOString();
  const updated = moment("Updated", task.updated) ?? createdAt;
  const updatedAt = updated < createdAt ? createdAt : updated;
  const completed = moment("Completed", task.completed);
  const archived = moment("Archived", task.archived);
  const deadline = task.deadline === "" ? null : dayFrom(task.deadline, here.timeZone);
  if (deadline === undefined) keep("Deadline", task.deadline, "not a clear date");
  const priority = priorityMeant(task.priority);
  if (!priority) keep("Priority", task.priority, "unknown priority");
  const project = shortName(task.project, "Project", keep);
  const said = shortName(task.milestone, "Milestone", keep);
  const milestone = milestoneOf(planning, { project, milestone: said }, keep);
  const creator = planning.find(task.creator);
  if (!creator && task.creator[0]) {
    kept.push(["Created by", task.creator[0]]);
    planning.unmatched.add(task.creator[0], "creator");
    lost("Creator", "not in this workspace; named in the description");
  }
  if (parent === undefined && task.parent !== "") {
    keep("Parent", task.parent, "there is no such task, or the parents form a cycle");
  }
  const assigneeId = assigneeOf(planning, task, keep);
  const labels = labelsOf(task, keep);
  for (const { kind, other, why } of planning.refused.get(task.key) ?? []) {
    keep(relationNames[kind], other, why);
  }
  const links = linksOf(task.links, keep);
  for (const [name, value] of task.further) keep(name, value, "Backlog has no such field");
  if ([task.title, task.description].some(hasUnseen)) {
    lost("Control characters", "not allowed; removed");
  }
  const whole = lineOf(task.title);
  const title = shortened(whole, MOST_TITLE) || "Untitled";
  if (whole === "") lost("Title", "missing; set to Untitled");
  if (whole.length > MOST_TITLE) {
    lost("Long title", "limited to 512 characters; the description starts with the full title");
  }
  const { description, rest } = describe({
    titleIfCut: whole.length > MOST_TITLE ? whole : "",
    said: proseOf(task.description),
    origin: task.key.startsWith("row:") ? "" : linked(task.called, task.url),
    program: programs[planning.from],
    kept,
  });
  if (rest !== "") lost("Long description", "limited to 100,000 characters; continued in comments");
  return {
    key: task.key,
    called: shortened(lineOf(task.called), 200),
    number: numberOf(planning, task),
    title,
    description,
    status: state.status,
    stateId: state.id,
    priority: priorities.indexOf(priority ?? "none"),
    creatorId: creator?.id ?? planning.importerId,
    assigneeId,
    labels,
    project,
    milestone,
    milestoneDue: dayFrom(task.milestoneDue, here.timeZone) ?? null,
    parent,
    links,
    deadline: deadline ?? null,
    createdAt,
    updatedAt,
    completedAt: state.status === "completed" ? completed ?? updatedAt : null,
    archivedAt: task.archived === "" ? null : archived ?? now.toISOString(),
    comments: [
      ...pieces(rest, MOST_COMMENT).map((body) => ({
        key: "",
        authorId: planning.importerId,
        at: createdAt,
        bodies: [body],
      })),
      ...commentsOf(planning, task, createdAt),
    ],
  };
}

/** The highest number that is kept from another tool. */
const MOST_NUMBER = 99_999_999;

/** Keeps the number of `ENG-12` in a team ENG, so that texts with the reference stay correct. */
function numberOf(
  { here: { team }, notes }: Planning,
  { called }: ForeignTask,
): number | undefined {
  const found = /^([A-Z][A-Z0-9]{0,9})-([1-9]\d*)$/.exec(called);
  if (found?.[1] !== team.key) return undefined;
  const number = Number(found[2]);
  if (number >= team.nextNumber && number <= MOST_NUMBER) return number;
  notes.add({
    what: "Number",
    why: `another task of ${team.key} has or had this number; replaced by the next free number`,
    of: called,
  });
  return undefined;
}

function assigneeOf(
  { find, unmatched }: Planning,
  { assignee }: ForeignTask,
  keep: Keep,
): string | null {
  const [called] = assignee;
  if (called === undefined) return null;
  const found = find(assignee);
  if (found?.takesTasks) return found.id;
  if (!found) unmatched.add(called, "assignee");
  keep(
    "Assignee",
    called,
    found ? "no access to the team, or suspended" : "not in this workspace",
  );
  return null;
}

function labelsOf(task: ForeignTask, keep: Keep): PlannedTask["labels"] {
  const byKey = new Map(
    task.labels.map(({ name, color }) => ({ name: shortName(name, "Label", keep), color }))
      .flatMap(({ name, color }) => name ? [[nameKey(name), { name, color }] as const] : []),
  );
  const all = [...byKey.values()];
  const more = all.slice(MOST_LABELS).map(({ name }) => name).join(", ");
  if (more !== "") keep("Labels", more, "a task can have up to 50");
  return all.slice(0, MOST_LABELS);
}

function shortName(name: string, what: string, keep: Keep): string | null {
  const line = lineOf(name);
  if (line.length > MOST_NAME) keep(what, line, "limited to 80 characters; shortened");
  return shortened(line, MOST_NAME) || null;
}
