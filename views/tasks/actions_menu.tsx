import type { Task } from "../../server/domain/tasks/schema.ts";
import { Icon, type IconName } from "../icons.tsx";
import { taskMenuPath, taskPath } from "../paths.ts";
import { type Choice, Menu } from "../ui/menu.tsx";
import { type StateAction, stateActionName, stateActionsOf } from "./state_actions.ts";
import { propertyOf, taskProperties, type TaskProperty } from "./properties/all.ts";

const icons: Record<StateAction, IconName> = {
  publish: "check",
  archive: "archive",
  restore: "restore",
};

/** Everything else that one can do with a task, and why one can't do more. @param favorite whether it is one */
export function ActionsMenu({ task, refusal, favorite }: {
  task: Task;
  refusal: string | null;
  favorite: boolean;
}) {
  const archived = task.archivedAt !== null;
  const pin: Choice = {
    name: favorite ? "Remove from favorites" : "Add to favorites",
    icon: <Icon name="star" />,
    hint: "Alt F",
    send: { name: "act", value: favorite ? "unfavorite" : "favorite" },
  };
  if (refusal && !archived) {
    return (
      <Menu
        name="Actions"
        action={taskPath(task.reference)}
        groups={[{ name: "Task", choices: [pin] }]}
        below={<p class="menu-hint">{refusal}</p>}
      />
    );
  }
  const menus = taskProperties.flatMap((property) => furtherMenu(task, property));
  return (
    <Menu
      name="Actions"
      action={taskPath(task.reference)}
      groups={[
        ...(archived ? [] : [{ name: "Properties", choices: menus }]),
        {
          name: "Task",
          choices: [
            ...(archived ? [] : [pin]),
            ...stateActionsOf(task).map((act) => actChoice(task, act)),
          ],
        },
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
