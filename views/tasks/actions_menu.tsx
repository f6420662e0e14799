import type { Task, TaskDetail } from "../../server/domain/tasks/schema.ts";
import { Icon, type IconName } from "../icons.tsx";
import { composePath, taskMenuPath, taskPath } from "../paths.ts";
import { projectPath } from "../project_paths.ts";
import { addToTaskPath, relationsPath } from "../task_paths.ts";
import { favoriteChoice, printChoice, RecordActionsMenu } from "../parts/actions_menu.tsx";
import type { Choice } from "../ui/menu.tsx";
import { type StateAction, stateActionName, stateActionsOf } from "./lifecycle_actions.ts";
import { propertyOf, taskProperties, type TaskProperty } from "./properties/all.ts";

const icons: Record<StateAction, IconName> = {
  publish: "check",
  archive: "archive",
  restore: "restore",
};

interface ActionsMenuProps {
  task: TaskDetail;
  /** Why the viewer can't change it. */
  refusal: string | null;
  /** Whether they can publish, archive, and restore it. */
  mayAct: boolean;
  favorite: boolean;
  viewerId: string;
  /** Whether the menu was opened where a task can be shown in the side panel. */
  peeks: boolean;
  /** Whether the menu was opened in a list with selectable tasks. */
  selectable: boolean;
  /** Whether that list is in manual order. */
  movable: boolean;
}

/** The menu of all actions on a task, or the reason that some are missing. */
export function ActionsMenu(props: ActionsMenuProps) {
  const { task, refusal } = props;
  return (
    <RecordActionsMenu
      name={`Actions on ${task.reference}`}
      path={taskPath(task.reference)}
      archived={task.archivedAt !== null}
      refusal={refusal}
      properties={propertyMenus(task)}
      additions={additionsOf(task)}
      moves={props.movable ? movesInList : []}
      copies={copiesOf(task)}
      whole={{ name: "Task", choices: choicesFor(props) }}
    />
  );
}

/** Moves a task in a manually ordered list, as dragging and keys do. */
const movesInList: Choice[] = [
  { name: "Move up", icon: <Icon name="chevron-up" />, press: "Alt ↑", moves: "ArrowUp" },
  { name: "Move down", icon: <Icon name="chevron-down" />, press: "Alt ↓", moves: "ArrowDown" },
  { name: "Move to top", icon: <Icon name="arrow-up-to-line" />, moves: "Home" },
];

function propertyMenus(task: Task): Choice[] {
  return taskProperties.map((property) =>
    furtherMenu(property, taskMenuPath(task.reference, property))
  );
}

function additionsOf({ reference }: Task): Choice[] {
  return [
    {
      name: "Relation…",
      icon: <Icon name="relation" />,
      href: relationsPath(reference),
      menu: "relations",
    },
    {
      name: "Sub-task",
      icon: <Icon name="sub-task" />,
      href: addToTaskPath(reference, "sub-task"),
    },
    { name: "Link", icon: <Icon name="link" />, href: addToTaskPath(reference, "link") },
    {
      name: "Approval request",
      icon: <Icon name="approval" />,
      href: addToTaskPath(reference, "approval"),
    },
  ];
}

function copiesOf({ reference, title }: Task): Choice[] {
  const copy = (
    what: "link" | "reference" | "branch",
    name: string,
    icon: IconName,
    press: string,
  ) => ({
    name,
    icon: <Icon name={icon} />,
    press,
    copies: { what, task: taskPath(reference), title },
  });
  return [
    copy("link", "Copy link", "link", "Ctrl Shift ,"),
    copy("reference", "Copy reference", "copy", "Ctrl ."),
    copy("branch", "Copy branch name", "branch", "Ctrl Shift ."),
  ];
}

/** Actions on the whole task, and personal ones such as following it. */
function choicesFor(props: ActionsMenuProps): Choice[] {
  const { task, refusal, mayAct, favorite, viewerId, peeks, selectable } = props;
  const archived = task.archivedAt !== null;
  const follows = task.followers.some(({ id }) => id === viewerId);
  const follow: Choice = {
    name: follows ? "Unfollow" : "Follow",
    icon: <Icon name={follows ? "bell-off" : "bell"} />,
    send: { name: "act", value: follows ? "unfollow" : "follow" },
  };
  const duplicate: Choice = {
    name: "Duplicate…",
    icon: <Icon name="duplicate" />,
    href: composePath({ copyOf: task.reference }),
    composes: true,
  };
  const select: Choice = {
    name: "Select",
    icon: <Icon name="checklist" />,
    shortcut: "x",
    selects: { act: "take", reference: task.reference },
  };
  return [
    ...(selectable ? [select] : []),
    ...(peeks ? [peekChoice(task.reference)] : []),
    ...(task.project ? [toProject(task.project)] : []),
    ...(archived ? [] : [favoriteChoice(favorite, "Alt F")]),
    follow,
    ...(refusal ? [] : [duplicate, ...placesOf(task)]),
    printChoice(taskPath(task.reference)),
    ...(mayAct ? stateActionsOf(task).map((act) => actChoice(task, act)) : []),
  ];
}

/** Links to the page of the task's project. */
function toProject({ id, name }: NonNullable<Task["project"]>): Choice {
  return { name: `Open project ${name}`, icon: <Icon name="project" />, href: projectPath(id) };
}

/** Converts a task to a sub-task, or a sub-task to a standalone task. */
function placesOf({ reference, parentId }: Task): Choice[] {
  const icon = <Icon name="sub-task" />;
  const href = taskMenuPath(reference, "parent");
  if (parentId === null) return [{ name: "Convert to sub-task…", icon, href, menu: "parent" }];
  const send = { name: "parentId", value: "" };
  return [{ name: "Convert to standalone task", icon: <Icon name="parent" />, send }];
}

/** Opens a task in a panel beside its list. */
export function peekChoice(reference: string): Choice {
  return {
    name: "Peek",
    icon: <Icon name="panel-right" />,
    press: "Space",
    href: taskPath(reference),
    peeks: true,
  };
}

/** Links to a property's own menu. @param href the URL of that menu */
export function furtherMenu(property: TaskProperty, href: string): Choice {
  const { further: { name, icon }, shortcut } = propertyOf(property);
  return { name, icon: <Icon name={icon} />, href, menu: property, shortcut: shortcut?.key };
}

function actChoice(task: Task, act: StateAction): Choice {
  const icon = <Icon name={icons[act]} />;
  return { name: stateActionName(task, act), icon, send: { name: "act", value: act } };
}
