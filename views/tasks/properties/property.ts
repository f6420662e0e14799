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

/** The data for the choices of property menus. */
export interface PropertyOptions {
  members?: readonly ProfileRef[];
  labels?: readonly { id: string; name: string; color: string }[];
  /** Whether the viewer can create labels. */
  makesLabels?: boolean;
  /** Dates for a deadline, each `YYYY-MM-DD`. The label is the day if the name isn't one. */
  dates?: readonly { name: string; date: string; label: string }[];
  projects?: readonly { id: string; key: string; name: string }[];
  /** The milestones of the task's project. */
  milestones?: readonly { id: string; name: string }[];
  /** The tasks that can be the parent. */
  parents?: readonly Pick<Task, "id" | "reference" | "title" | "status">[];
  /** The teams that the viewer can move the task to. */
  teams?: readonly OfferedTeam[];
  /** Whether only a search finds some choices. */
  more?: boolean;
  /** The message for no results. */
  none?: string;
  /** How many other teams the viewer can see. */
  closedTeams?: number;
}

/** A list that a property's menu can need. */
export type OptionList = Exclude<keyof PropertyOptions, "more" | "none">;

/** The values of an existing or new task that a menu needs. */
export type ChosenTask = Pick<
  Task,
  | Exclude<keyof Task & keyof TaskDraft, "title" | "description" | "tags" | "draft">
  | "labels"
  | "project"
>;

/** The data of a property's menu. */
export interface Choosing {
  task: ChosenTask;
  viewerId: string;
  options: PropertyOptions;
}

/** The data of a property's value. */
export interface Holding {
  task: TaskDetail;
  team: { id: string; key: string; name: string } | undefined;
  clock: PageClock;
}

/** A team that a task can belong to. */
export interface OfferedTeam {
  id: string;
  key: string;
  name: string;
  /** Whether a new task there is handed over, because the viewer can't change the team's tasks. */
  handsOver?: boolean;
}

/** The data of a new task's properties. */
export interface Drafting {
  /** The current values: records by ID, the parent by reference. */
  values: TaskDraft;
  teams: readonly OfferedTeam[];
  members: readonly Pick<ProfileRef, "id" | "name" | "kind" | "color">[];
  labels: readonly { id: string; name: string; color: string }[];
  projects: readonly { id: string; name: string }[];
  /** The milestones of its project. */
  milestones: readonly { id: string; name: string }[];
  viewerId: string;
  clock: PageClock;
}

type TaskKind = KindOf<"task">;
/** The sentence of a kind of activity. */
export type Sentence<K extends TaskKind> = (change: DataOf<K>, clock: PageClock) => Child;
export type Sentences = { readonly [K in TaskKind]?: Sentence<K> };

/** A property of a task, wherever it is shown or chosen. */
export interface Property {
  name: string;
  /** The task's field that it changes. */
  field: keyof TaskPatch & keyof Task;
  /** The shortcut of its menu, with its name in the list of shortcuts. */
  shortcut?: { key: string; does: string };
  /** Its value, or `null` if the task doesn't have this property. */
  value(holding: Holding): Child | null;
  /** Its value in words for the end of a sentence. */
  inWords?(task: Task, clock: PageClock): string;
  /** Its place in a row of a list. @param href the task's page */
  row?(task: Task, href: string, clock: PageClock): Child;
  /** Its field in the composer without scripts. */
  asked(drafting: Drafting): Child;
  /** Its pill in the composer, or `null` if the new task can't have it yet. */
  pill(drafting: Drafting): PillValue | null;
  /** Its link in the menu of all actions. */
  further: { name: string; icon: IconName };
  /** Its filter in lists. */
  filter?: Filter;
  /** Its sentences in the activity. */
  sentences: Sentences;
  /** The lists that its menu needs. */
  needs?: readonly OptionList[];
  choices(choosing: Choosing): Choice[];
  /** Whether a search finds its choices. */
  finds?: true;
  /** Whether several values can be chosen. */
  many?: true;
  /** Whether digits choose its values, because they are few and fixed. */
  numbered?: true;
  /** Why it can't be changed for these tasks together, or `null` if it can. */
  whyNotTogether?(tasks: readonly Task[]): string | null;
  /** Why there are no choices. */
  nothing?(choosing: Choosing): string;
  /** A field below the choices for values that aren't listed. */
  other?: { label: string; input(task: ChosenTask): Child };
  /** A note below the choices. */
  note?(choosing: Choosing): string | null;
}

/** Declares a property and keeps its own type, which lists its kinds of activity. */
export function property<const P extends Property>(declared: P): P {
  return declared;
}
