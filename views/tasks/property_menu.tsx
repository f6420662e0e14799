import type { Child } from "hono/jsx";
import type { Task } from "../../server/domain/tasks/schema.ts";
import { taskMenuPath, taskPath } from "../paths.ts";
import { type Choice, Menu, MenuForm, MenuNote } from "../ui/menu.tsx";
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
  const { name, many, choices: choicesOf, nothing, numbered, finds } = propertyOf(property);
  const all = refusal ? [] : choicesOf(choosing);
  // Who looks for something doesn't mean none
  const choices = q ? all.filter(({ send }) => send?.value !== "") : all;
  const why = refusal ?? (all.length === 0 ? nothing?.(choosing) : null);
  const path = taskMenuPath(choosing.task.reference, property);
  if (why) return <MenuNote name={name}>{why}</MenuNote>;
  return (
    <Menu
      name={name}
      action={taskPath(choosing.task.reference)}
      many={many}
      sets={property}
      finds={finds && { path, q }}
      groups={[{ choices: numbered ? withDigits(choices) : choices }]}
      below={below(property, choosing)}
    />
  );
}

/** Choices that a digit chooses, from 1 on. */
export function withDigits(choices: readonly Choice[]): Choice[] {
  return choices.map((choice, n) => ({ ...choice, shortcut: String(n + 1) }));
}

function below(property: TaskProperty, choosing: Choosing & { task: Task }): Child {
  const { other, note } = propertyOf(property);
  const words = note?.(choosing);
  if (words) return <p class="menu-hint">{words}</p>;
  return other && (
    <MenuForm action={taskPath(choosing.task.reference)} class="menu-form">
      <div class="field">
        <label for="menu-field">{other.label}</label>
        {other.input(choosing.task)}
      </div>
      <div class="form-actions">
        <button type="submit" class="button" data-kind="primary">Set</button>
      </div>
    </MenuForm>
  );
}
