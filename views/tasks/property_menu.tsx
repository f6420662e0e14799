import type { Task } from "../../server/domain/tasks/schema.ts";
import { taskMenuPath, taskPath } from "../paths.ts";
import { type Choice, Menu, MenuForm, MenuNote } from "../ui/menu.tsx";
import { fits } from "../ui/typed.ts";
import { belowChoices } from "./other_value.tsx";
import { propertyOf, type TaskProperty } from "./properties/all.ts";
import type { Choosing } from "./properties/property.ts";

/** The menu that changes one property of one task, or why it can't be changed. */
export function PropertyMenu({ property, refusal, q, ...choosing }: Choosing & {
  task: Task;
  property: TaskProperty;
  /** What is looked for, where its choices are found. */
  q: string;
  /** Why the viewer can't change it. */
  refusal: string | null;
}) {
  const { many, choices: choicesOf, nothing, numbered, finds, ...of } = propertyOf(property);
  const name = `${of.name} of ${choosing.task.reference}`;
  const all = refusal ? [] : choicesOf(choosing);
  const finding = finds ?? choosing.options.more;
  const choices = finding ? found(all, q) : all;
  const why = refusal ?? (all.length === 0 && !q ? nothing?.(choosing) : null);
  const path = taskMenuPath(choosing.task.reference, property);
  if (why) return <MenuNote name={name}>{why}</MenuNote>;
  return (
    <Menu
      name={name}
      action={taskPath(choosing.task.reference)}
      many={many}
      sets={property}
      at={path}
      finds={finding ? { path, q, none: choosing.options.none } : undefined}
      groups={[{ choices: numbered ? withDigits(choices) : choices }]}
      below={belowChoices(
        property,
        choosing,
        (props) => <MenuForm action={taskPath(choosing.task.reference)} {...props} />,
      )}
    />
  );
}

/**
 * Choices that the server found for what is typed. Who looks for something means none only where that is what is typed,
 * and never first.
 */
export function found(choices: readonly Choice[], q: string): Choice[] {
  if (!q) return [...choices];
  const isNone = ({ send, makes }: Choice) => send?.value === "" && !makes;
  const none = choices.filter((choice) => isNone(choice) && fits(q, choice.name));
  return [...choices.filter((choice) => !isNone(choice)), ...none];
}

/** Choices that a digit chooses, from 1 on. */
export function withDigits(choices: readonly Choice[]): Choice[] {
  return choices.map((choice, n) => ({ ...choice, shortcut: String(n + 1) }));
}
