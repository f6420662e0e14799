import type { Task } from "../../server/domain/tasks/schema.ts";
import { Icon, type IconName } from "../icons.tsx";
import { taskMenuPath, taskPath, type TaskProperty } from "../paths.ts";
import { type Choice, Menu, MenuNote } from "../ui/menu.tsx";
import { actName, type TaskAct, taskActs } from "./acts.ts";

/** What is changed in a menu of its own, from the menu of everything else. */
const further: [property: TaskProperty, name: string, icon: IconName][] = [
  ["labels", "Labels…", "tag"],
  ["deadline", "Deadline…", "calendar"],
  ["project", "Project…", "project"],
  ["milestone", "Milestone…", "milestone"],
  ["parent", "Parent task…", "parent"],
  ["team", "Move to another team…", "users"],
];

const icons: Record<TaskAct, IconName> = {
  publish: "check",
  archive: "archive",
  restore: "restore",
};

/** Everything else that one can do with a task, or why one can't. */
export function ActionsMenu({ task, refusal }: { task: Task; refusal: string | null }) {
  const archived = task.archivedAt !== null;
  if (refusal && !archived) return <MenuNote name="Actions">{refusal}</MenuNote>;
  const menus = further.map(([property, name, icon]): Choice => ({
    name,
    icon: <Icon name={icon} />,
    href: taskMenuPath(task.reference, property),
    menu: property,
  }));
  return (
    <Menu
      name="Actions"
      action={taskPath(task.reference)}
      groups={[
        ...(archived ? [] : [{ name: "Properties", choices: menus }]),
        { name: "Task", choices: taskActs(task).map((act) => actChoice(task, act)) },
      ]}
    />
  );
}

function actChoice(task: Task, act: TaskAct): Choice {
  const icon = <Icon name={icons[act]} />;
  return { name: actName(task, act), icon, send: { name: "act", value: act } };
}
