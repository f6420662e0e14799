import type { Child } from "hono/jsx";
import type { Task, TaskDetail } from "../../../server/domain/tasks/schema.ts";
import type { Choice } from "../../ui/menu.tsx";
import type { ReaderClock } from "../../ui/time.tsx";

/** What menus offer; each property has its own. */
export interface PropertyOptions {
  members?: readonly { id: string; name: string; username: string; kind: "human" | "agent" }[];
  labels?: readonly { id: string; name: string; color: string }[];
  /** Dates to offer for a deadline, each `YYYY-MM-DD`, and as a page tells it. */
  dates?: readonly { name: string; date: string; label: string }[];
  projects?: readonly { id: string; key: string; name: string }[];
  /** Those of the task's project. */
  milestones?: readonly { id: string; name: string }[];
  /** The tasks that could be this one's parent. */
  parents?: readonly { id: string; reference: string; title: string }[];
  /** The teams that the viewer may move it to. */
  teams?: readonly { id: string; key: string; name: string }[];
  /** How many other teams the viewer sees. */
  closedTeams?: number;
}

/** What a property's menu is drawn from. */
export interface Choosing {
  task: Task;
  viewerId: string;
  options: PropertyOptions;
}

/** What a property's value is drawn from. */
export interface Holding {
  task: TaskDetail;
  team: { id: string; key: string; name: string } | undefined;
  reading: ReaderClock;
}

/** A property of a task, wherever it is shown or chosen. */
export interface Property {
  name: string;
  /** What its form sends it as. */
  field: string;
  /** Whether it can be taken away. */
  clearable?: true;
  /** The key that opens its menu. */
  shortcut?: string;
  /** Its value; null where a task has no such property. */
  value(holding: Holding): Child | null;
  choices(choosing: Choosing): Choice[];
  /** Several can be chosen, one after another. */
  many?: true;
  /** Why there is nothing to choose from. */
  nothing?(choosing: Choosing): string;
  /** A field below the choices, for what isn't offered. */
  other?: { label: string; input(task: Task): Child };
  /** A word below the choices. */
  note?(choosing: Choosing): string | null;
}
