import type { Child } from "hono/jsx";
import type { Task } from "../../server/domain/tasks/schema.ts";
import { taskPath, type TaskProperty } from "../paths.ts";
import { type Choice, Menu, MenuForm, MenuNote } from "../ui/menu.tsx";
import { choicesFor } from "./property_choices.tsx";

/** What a menu offers; each property has its own. */
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

export interface PropertyMenuProps {
  task: Task;
  property: TaskProperty;
  viewerId: string;
  options: PropertyOptions;
  /** Why the viewer can't change it. */
  refusal: string | null;
}

/** What a property's menu is called. */
export const propertyNames: Record<TaskProperty, string> = {
  status: "Status",
  priority: "Priority",
  assignee: "Assignee",
  labels: "Labels",
  deadline: "Deadline",
  project: "Project",
  milestone: "Milestone",
  parent: "Parent task",
  team: "Team",
};

/** The menu that changes one property of one task, or why it can't be changed. */
export function PropertyMenu(props: PropertyMenuProps) {
  const { task, property, refusal } = props;
  const choices: Choice[] = refusal ? [] : choicesFor[property](props);
  const nothing = refusal ?? (choices.length === 0 ? nothingToChoose(props) : null);
  if (nothing) return <MenuNote name={propertyNames[property]}>{nothing}</MenuNote>;
  return (
    <Menu
      name={propertyNames[property]}
      action={taskPath(task.reference)}
      many={property === "labels"}
      groups={[{ choices }]}
      below={below(props)}
    />
  );
}

function nothingToChoose({ task, property }: PropertyMenuProps): string | null {
  if (property === "labels") return "This workspace has no labels yet.";
  if (property !== "milestone") return null;
  return task.project
    ? `${task.project.name} has no milestones yet.`
    : "Milestones belong to projects. Put the task into a project first.";
}

function below({ task, property, options }: PropertyMenuProps): Child {
  const field = (label: string, input: Child) => (
    <MenuForm action={taskPath(task.reference)} class="menu-form">
      <div class="field">
        <label for="menu-field">{label}</label>
        {input}
      </div>
      <div class="form-actions">
        <button type="submit" class="button" data-kind="primary">Set</button>
      </div>
    </MenuForm>
  );
  const text = (name: string, placeholder: string) => (
    <input class="input" id="menu-field" name={name} placeholder={placeholder} required />
  );
  switch (property) {
    case "deadline":
      return field("Another date", <DateInput value={task.deadlineAt ?? undefined} />);
    case "parent":
      return field("Another task's reference", text("parentId", "ENG-12"));
    case "project":
      return field("Another project's key", text("projectId", "WEB"));
    case "team":
      return options.closedTeams
        ? <p class="menu-hint">Teams that you don't lead or belong to aren't offered.</p>
        : null;
    default:
      return null;
  }
}

function DateInput({ value }: { value: string | undefined }) {
  return (
    <input class="input" id="menu-field" type="date" name="deadlineAt" value={value} required />
  );
}
