import type { ProfileRef } from "../../../server/domain/refs/schema.ts";
import type { Child } from "hono/jsx";
import type { DataOf, KindOf } from "../../../server/domain/activity/kinds.ts";
import type {
  Task,
  TaskDetail,
  TaskDraft,
  TaskPatch,
} from "../../../server/domain/tasks/schema.ts";
import type { IconName } from "../../icons.tsx";
import type { Filter } from "../filters/filter.ts";
import type { Choice } from "../../ui/menu.tsx";
import type { PillValue } from "../../parts/pills.tsx";
import type { PageClock } from "../../ui/time.tsx";

/** What menus offer; each property needs its own. */
export interface PropertyOptions {
  members?: readonly ProfileRef[];
  labels?: readonly { id: string; name: string; color: string }[];
  /** Whether the viewer may make labels. */
  makesLabels?: boolean;
  /** Dates to offer for a deadline, each `YYYY-MM-DD`; the label is the day where the name isn't. */
  dates?: readonly { name: string; date: string; label: string }[];
  projects?: readonly { id: string; key: string; name: string }[];
  /** Those of the task's project. */
  milestones?: readonly { id: string; name: string }[];
  /** The tasks that could be this one's parent. */
  parents?: readonly Pick<Task, "id" | "reference" | "title" | "status">[];
  /** The teams that the viewer may move it to. */
  teams?: readonly { id: string; key: string; name: string }[];
  /** Whether there are others, which are found as one types. */
  more?: boolean;
  /** What is said where nothing is found for what is typed. */
  none?: string;
  /** How many other teams the viewer sees. */
  closedTeams?: number;
}

/** What a property's menu can ask for. */
export type OptionList = Exclude<keyof PropertyOptions, "more" | "none">;

/** What a menu looks at of a task, which may be one that is still being written. */
export type ChosenTask = Pick<
  Task,
  | Exclude<keyof Task & keyof TaskDraft, "title" | "description" | "tags" | "draft">
  | "labels"
  | "project"
>;

/** What a property's menu is drawn from. */
export interface Choosing {
  task: ChosenTask;
  viewerId: string;
  options: PropertyOptions;
}

/** What a property's value is drawn from. */
export interface Holding {
  task: TaskDetail;
  team: { id: string; key: string; name: string } | undefined;
  clock: PageClock;
}

/** What a new task's properties are drawn from. */
export interface Drafting {
  /** What it has so far: records by their ids, the parent by its reference. */
  values: TaskDraft;
  teams: readonly { id: string; key: string; name: string }[];
  members: readonly Pick<ProfileRef, "id" | "name" | "kind" | "color">[];
  labels: readonly { id: string; name: string; color: string }[];
  projects: readonly { id: string; name: string }[];
  /** Those of its project. */
  milestones: readonly { id: string; name: string }[];
  viewerId: string;
  clock: PageClock;
}

type TaskKind = KindOf<"task">;
/** What an entry of history of a kind says. */
export type Sentence<K extends TaskKind> = (change: DataOf<K>, clock: PageClock) => Child;
export type Sentences = { readonly [K in TaskKind]?: Sentence<K> };

/** A property of a task, wherever it is shown or chosen. */
export interface Property {
  name: string;
  /** The task's field that it changes. */
  field: keyof TaskPatch & keyof Task;
  /** The key that opens its menu, and how the list of keys calls that. */
  shortcut?: { key: string; does: string };
  /** Its value; null where a task has no such property. */
  value(holding: Holding): Child | null;
  /** Its value in words, as a sentence ends in it, where a list's record tells it. */
  inWords?(task: Task, clock: PageClock): string;
  /** Its place in a row of a list. @param href the task's page */
  row?(task: Task, href: string, clock: PageClock): Child;
  /** How the composer asks for a new task's where there are no scripts. */
  asked(drafting: Drafting): Child;
  /** What the composer's pill shows of a new task; null where it can have none yet. */
  pill(drafting: Drafting): PillValue | null;
  /** How the menu of everything that one can do leads to its own. */
  further: { name: string; icon: IconName };
  /** How lists are narrowed by it. */
  filter?: Filter;
  /** What history tells of it. */
  sentences: Sentences;
  /** The lists that its menu offers from. */
  needs?: readonly OptionList[];
  choices(choosing: Choosing): Choice[];
  /** Its choices are found as one types. */
  finds?: true;
  /** Several can be chosen, one after another. */
  many?: true;
  /** Its choices are always the same few, so that a digit chooses. */
  numbered?: true;
  /** Why it can't be chosen for several tasks at once; null where it can. */
  whyNotTogether?(tasks: readonly Task[]): string | null;
  /** Why there is nothing to choose from. */
  nothing?(choosing: Choosing): string;
  /** A field below the choices, for what isn't offered. */
  other?: { label: string; input(task: ChosenTask): Child };
  /** A word below the choices. */
  note?(choosing: Choosing): string | null;
}

/** Declares a property, so that its own type stays: of which kinds of history it tells. */
export function property<const P extends Property>(declared: P): P {
  return declared;
}
