import type { Task } from "../../server/domain/tasks/schema.ts";
import { taskMenuPath, taskPath } from "../paths.ts";
import { offeredChoices } from "../parts/offered_choices.ts";
import { Menu, MenuForm, MenuNote } from "../ui/menu.tsx";
import { belowChoices } from "./other_value.tsx";
import { propertyOf, type TaskProperty } from "./properties/all.ts";
import type { Choosing } from "./properties/property.ts";

/** The menu that changes one property of one task, or why it can't be changed. */
export function PropertyMenu({ property, refusal, q, ...choosing }: Choosing & {
  task: Task;
  property: TaskProperty;
  /** The search text. */
  q: string;
  /** Why the viewer can't change it. */
  refusal: string | null;
}) {
  const of = propertyOf(property);
  const name = `${of.name} of ${choosing.task.reference}`;
  const all = refusal ? [] : of.choices(choosing);
  const why = refusal ?? (all.length === 0 && !q ? of.nothing?.(choosing) : null);
  const path = taskMenuPath(choosing.task.reference, property);
  if (why) return <MenuNote name={name}>{why}</MenuNote>;
  return (
    <Menu
      name={name}
      action={taskPath(choosing.task.reference)}
      many={of.many}
      sets={property}
      at={path}
      {...offeredChoices(of, all, { ...choosing.options, q, path })}
      below={belowChoices(
        property,
        choosing,
        (props) => <MenuForm action={taskPath(choosing.task.reference)} {...props} />,
      )}
    />
  );
}
