import type { Child } from "hono/jsx";
import { propertyOf, type TaskProperty } from "./properties/all.ts";
import type { Choosing } from "./properties/property.ts";

/**
 * The note or the field below the choices of a property.
 * @param form wraps the field in the form that submits it
 */
export function belowChoices(
  property: TaskProperty,
  choosing: Choosing,
  form: (props: { class: string; children: Child }) => Child,
): Child {
  const { other, note } = propertyOf(property);
  const words = note?.(choosing);
  if (words) return <p class="menu-hint">{words}</p>;
  return other && form({
    class: "menu-form",
    children: (
      <>
        <div class="field">
          <label for="menu-field">{other.label}</label>
          {other.input(choosing.task)}
        </div>
        <div class="form-actions">
          <button type="submit" class="button" data-kind="primary">Set</button>
        </div>
      </>
    ),
  });
}
