import { nameKey } from "../../../server/domain/core/name_key.ts";
import { priorities, type TaskStatus, taskStatuses } from "../../../server/domain/vocabulary.ts";
import { badValue } from "../../failure.ts";
import { dayFrom, momentFrom } from "./dates.ts";
import type { Here } from "./here.ts";
import { describe } from "./description.ts";
import type { FindPerson } from "./people.ts";
import type { Notes } from "./report.ts";
import { type ForeignTask, type Program, programs } from "./task.ts";
import { hasUnseen, lineOf, linked, pieces, proseOf, shortened } from "./texts.ts";
import { plainWords, priorityMeant, statusMeant } from "./words.ts";

/** A task as it will be made; labels, project and milestone by name. */
export interface PlannedTask {
  key: string;
  called: string;
  title: string;
  description: string | null;
  status: TaskStatus;
  stateId: string;
  priority: number;
  creatorId: string;
  assigneeId: string | null;
  labels: { name: string; color: string | null }[];
  project: string | null;
  milestone: string | null;
  /** The key of the task that it is a part of. */
  parent: string | undefined;
  deadline: string | null;
  createdAt: string;
  updatedAt: string;
  completedAt: string | null;
  archivedAt: string | null;
  comments: { authorId: string; at: string; body: string }[];
}

/** What one import goes by. */
export interface Planning {
  from: Program;
  here: Here;
  find: FindPerson;
  notes: Notes;
  now: Date;
  /** Who stands for people who aren't here. */
  importerId: string;
  /** What statuses mean, by their plain words: a status or a state's name. */
  statuses: ReadonlyMap<string, string>;
  /** Which status became what, counted. */
  became: Map<string, { said: string; became: string; tasks: number }>;
}

const MOST_TITLE = 512;
const MOST_NAME = 80;
const MOST_LABELS = 50;
const MOST_COMMENT = 19_000;

/** @param parent the key of its parent, where that is known */
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
    if (read === undefined) keep(name, value, "it can't be read as one moment");
    return read !== undefined && read > now.toISOString() ? now.toISOString() : read;
  };
  const createdAt = moment("Created", task.created) ?? now.toISOString();
  const updated = moment("Updated", task.updated) ?? createdAt;
  const updatedAt = updated < createdAt ? createdAt : updated;
  const completed = moment("Completed", task.completed);
  const archived = moment("Archived", task.archived);
  const deadline = task.deadline === "" ? null : dayFrom(task.deadline, here.timeZone);
  if (deadline === undefined) keep("Deadline", task.deadline, "it can't be read as one day");
  const priority = priorityMeant(task.priority);
  if (!priority) keep("Priority", task.priority, "no priority here is meant by it");
  const project = shortName(task.project, "Project", keep);
  const milestone = shortName(task.milestone, "Milestone", keep);
  if (milestone && !project) keep("Milestone", milestone, "it is in no project");
  const creator = planning.find(task.creator);
  if (!creator && task.creator[0]) kept.push(["Created by", task.creator[0]]);
  if (!creator && task.creator[0]) lost("A creator", "they aren't in this workspace; named there");
  if (parent === undefined && task.parent !== "") {
    keep("Parent", task.parent, "there is no such task, or they go in a circle");
  }
  const assigneeId = assigneeOf(planning, task, keep);
  const labels = labelsOf(task, keep);
  for (const [name, value] of task.further) keep(name, value, "Backlog has no such field");
  if ([task.title, task.description].some(hasUnseen)) {
    lost("Control characters", "no text here may hold any; left out");
  }
  const whole = lineOf(task.title);
  const title = shortened(whole, MOST_TITLE) || "Untitled";
  if (whole === "") lost("A title", "there is none; it is called Untitled");
  if (whole.length > MOST_TITLE) {
    lost("A long title", "512 characters are the most; the whole one begins the description");
  }
  const { description, rest } = describe({
    titleIfCut: whole.length > MOST_TITLE ? whole : "",
    said: proseOf(task.description),
    origin: task.key.startsWith("row:") ? "" : linked(task.called, task.url),
    program: programs[planning.from],
    kept,
  });
  if (rest !== "") lost("A long description", "100,000 characters are the most; comments go on");
  return {
    key: task.key,
    called: shortened(lineOf(task.called), 200),
    title,
    description,
    status: state.status,
    stateId: state.id,
    priority: priorities.indexOf(priority ?? "none"),
    creatorId: creator?.id ?? planning.importerId,
    assigneeId,
    labels,
    project,
    milestone: project ? milestone : null,
    parent,
    deadline: deadline ?? null,
    createdAt,
    updatedAt,
    completedAt: state.status === "completed" ? completed ?? updatedAt : null,
    archivedAt: task.archived === "" ? null : archived ?? now.toISOString(),
    comments: [
      ...pieces(rest, MOST_COMMENT).map((body) => ({
        authorId: planning.importerId,
        at: createdAt,
        body,
      })),
      ...commentsOf(planning, task, createdAt),
    ],
  };
}

/** @throws Failure where a status is said to mean something that there isn't */
export function requireStatuses({ here: { states }, statuses }: Planning): void {
  for (const means of statuses.values()) {
    if (statusMeant(means) || states.some(({ name }) => nameKey(name) === nameKey(means))) continue;
    throw badValue(
      `--map-status names ${means}, which is no status; there are ${
        [...new Set([...taskStatuses, ...states.map(({ name }) => name)])].join(", ")
      }.`,
    );
  }
}

type Keep = (name: string, value: string, why: string) => void;

function stateOf(planning: Planning, task: ForeignTask, keep: Keep): Here["states"][number] {
  const { here: { states }, statuses, became } = planning;
  const said = lineOf(task.status);
  const mapped = statuses.get(plainWords(said));
  const word = mapped ?? said;
  const named = states.find(({ name }) => nameKey(name) === nameKey(word));
  const told = mapped !== undefined || task.statusMeans === "open" ? null : task.statusMeans;
  const status = told ?? named?.status ?? statusMeant(word);
  const state = named?.status === status && named
    ? named
    : states.find((one) => one.status === (status ?? "backlogged"))!;
  if (!status && said !== "") {
    keep("Status", said, "no status here is meant by it; --map-status says which");
  }
  const counted = became.get(said) ?? { said: said || "(none)", became: state.name, tasks: 0 };
  became.set(said, { ...counted, tasks: counted.tasks + 1 });
  return state;
}

function assigneeOf({ find }: Planning, { assignee }: ForeignTask, keep: Keep): string | null {
  const [called] = assignee;
  if (called === undefined) return null;
  const found = find(assignee);
  if (found?.takesTasks) return found.id;
  keep(
    "Assignee",
    called,
    found ? "they don't see the team, or are suspended" : "they aren't in this workspace",
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
  if (more !== "") keep("Labels", more, "a task has 50 at most");
  return all.slice(0, MOST_LABELS);
}

function shortName(name: string, what: string, keep: Keep): string | null {
  const line = lineOf(name);
  if (line.length > MOST_NAME) keep(what, line, "a name has 80 characters at most; shortened");
  return shortened(line, MOST_NAME) || null;
}

/** Each by its author where they are here; otherwise by who imports, its text beginning with whose it is. */
function commentsOf(
  { find, here, importerId, notes, now }: Planning,
  task: ForeignTask,
  createdAt: string,
): PlannedTask["comments"] {
  return task.comments.flatMap(({ author, at, body }) => {
    const read = momentFrom(at, here.timeZone);
    const moment = read ?? createdAt;
    const here_ = find(author);
    const [called = ""] = author;
    const text = proseOf(body);
    if (text.trim() === "") return [];
    if (!here_ && author.length > 0) {
      notes.add({
        what: "A comment's author",
        why: "they aren't in this workspace; named in it",
        of: called,
      });
    }
    const when = read
      ? `, ${read.slice(0, 16).replace("T", " ")} UTC`
      : at
      ? `, ${lineOf(at)}`
      : "";
    const head = here_ || called === "" ? "" : `**${nameInBold(called)}**${when}:\n\n`;
    const kept = moment > now.toISOString() ? now.toISOString() : moment;
    return pieces(head + text, MOST_COMMENT).map((piece) => ({
      authorId: here_?.id ?? importerId,
      at: kept,
      body: piece,
    }));
  });
}

function nameInBold(name: string): string {
  return shortened(lineOf(name), 100).replace(/[\\`*_[\]<>@#]/g, "\\$&");
}
