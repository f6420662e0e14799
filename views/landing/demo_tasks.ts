import type { ProfileRef } from "../../server/domain/refs/schema.ts";
import type { Task } from "../../server/domain/tasks/schema.ts";
import { type TaskStatus, taskStatuses } from "../../server/domain/vocabulary.ts";
import { landingPath, withQuery } from "../paths.ts";

/** A person or agent of the example. */
export type DemoPerson = Pick<ProfileRef, "id" | "name" | "username" | "kind" | "color">;

export const ada: DemoPerson = {
  id: "demo-ada",
  name: "Ada Brandt",
  username: "ada",
  kind: "human",
  color: null,
};
export const quill: DemoPerson = {
  id: "demo-agent",
  name: "Quill",
  username: "quill",
  kind: "agent",
  color: null,
};
const mika = { ...ada, id: "demo-mika", name: "Mika Kowalski", username: "mika" };
const noor = { ...ada, id: "demo-noor", name: "Noor Haddad", username: "noor" };

/** A task of the example. */
export type DemoTask =
  & Pick<Task, "reference" | "title" | "status" | "priority" | "labels">
  & {
    assignee: DemoPerson;
    due: string;
    /** The docs page that its title leads to. */
    guide: string;
  };

const docs = { id: "docs", name: "Docs", color: "teal" };
const bug = { id: "bug", name: "Bug", color: "red" };
const feature = { id: "feature", name: "Feature", color: "indigo" };

export const demoTasks: readonly DemoTask[] = [
  {
    reference: "ENG-142",
    title: "Import tasks from our old tracker",
    status: "progressed",
    priority: "high",
    labels: [feature],
    assignee: ada,
    due: "3 Dec",
    guide: "/docs/migrating",
  },
  {
    reference: "ENG-139",
    title: "Rotate the release agent's secret",
    status: "progressed",
    priority: "urgent",
    labels: [],
    assignee: quill,
    due: "4 Dec",
    guide: "/docs/web/automation/rotate-automation-secret",
  },
  {
    reference: "OPS-31",
    title: "Back up the data file every night",
    status: "planned",
    priority: "medium",
    labels: [docs],
    assignee: mika,
    due: "",
    guide: "/docs/operators/back-up-and-restore",
  },
  {
    reference: "ENG-144",
    title: "List the keyboard shortcuts for newcomers",
    status: "planned",
    priority: "low",
    labels: [],
    assignee: quill,
    due: "",
    guide: "/docs/keyboard",
  },
  {
    reference: "ENG-127",
    title: "Sign-in emails arrive too late",
    status: "completed",
    priority: "low",
    labels: [bug],
    assignee: noor,
    due: "",
    guide: "/docs/operators/email",
  },
];

/** The statuses that a visitor has changed, by reference. They are only in the page's URL. */
export type Moved = ReadonlyMap<string, TaskStatus>;

/** Reads changed statuses such as `ENG-142.completed,OPS-31.planned`. Ignores other text. */
export function readMoved(text: string | null): Moved {
  const pairs = (text ?? "").split(",").map((pair) => pair.split(".") as [string, TaskStatus]);
  return new Map(
    pairs.filter(([reference, status]) =>
      taskStatuses.includes(status) && demoTasks.some((task) => task.reference === reference)
    ),
  );
}

/** Returns the landing page's URL with changed statuses. @param menu the task whose menu is open */
export function demoPath(moved: Moved, menu?: string): string {
  const pairs = [...moved].map(([reference, status]) => `${reference}.${status}`);
  return withQuery(landingPath, { moved: pairs.join(","), menu });
}
