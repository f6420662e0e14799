import type { Task } from "../../server/domain/tasks/schema.ts";
import { Icon, type IconName } from "../icons.tsx";
import { taskMenuPath, taskPath } from "../paths.ts";
import { type Choice, Menu, MenuNote } from "../ui/menu.tsx";
import { type StateAction, stateActionName, stateActionsOf } from "./state_actions.ts";
import { propertyOf, taskProperties, type TaskProperty } from "./properties/all.ts";

const icons: Record<StateAction, IconName> = {
  publish: "check",
  archive: "archive",
  restore: "restore",
};

/** Everything else that one can do with a task, or why one can't. */
export function ActionsMenu({ task, refusal }: { task: Task; refusal: string | null }) {
  const archived = task.archivedAt !== null;
  if (refusal && !archived) return <MenuNote name="Actions">{refusal}</MenuNote>;
  const menus = taskProperties.flatMap((property) => furtherMenu(task, property));
  return (
    <Menu
      name="Actions"
      action={taskPath(task.reference)}
      groups={[
        ...(archived ? [] : [{ name: "Properties", choices: menus }]),
        { name: "Task", choices: stateActionsOf(task).map((act) => actChoice(task, act)) },
      ]}
    />
  );
}

/** What leads to a property's own menu; nothing where every row of a list does. */
function furtherMenu({ reference }: Task, property: TaskProperty): Choice[] {
  const { further } = propertyOf(property);
  if (!further) return [];
  const icon = <Icon name={further.icon} />;
  return [{ name: further.name, icon, href: taskMenuPath(reference, property), menu: property }];
}

function actChoice(task: Task, act: StateAction): Choice {
  const icon = <Icon name={icons[act]} />;
  return { name: stateActionName(task, act), icon, send: { name: "act", value: act } };
}
