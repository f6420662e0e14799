import { Icon } from "../icons.tsx";
import type { Choice } from "../ui/menu.tsx";

/** The choice that clears a value, if there is one. */
export function clear(name: string, field: string, value: unknown): Choice[] {
  if (value === null || value === undefined || value === "") return [];
  return [{ name, icon: <Icon name="close" />, send: { name: field, value: "" } }];
}

/** The field for a value that the menu doesn't list. */
export function OtherField({ name, placeholder }: { name: string; placeholder: string }) {
  return <input class="input" id="menu-field" name={name} placeholder={placeholder} required />;
}

/** The field and button for a date that the menu doesn't list. */
export function OtherDay({ name, value }: { name: string; value?: string | null }) {
  return (
    <>
      <div class="field">
        <label for="menu-field">Another date</label>
        <input
          class="input"
          id="menu-field"
          type="date"
          name={name}
          value={value ?? undefined}
          required
        />
      </div>
      <div class="form-actions">
        <button type="submit" class="button" data-kind="primary">Set</button>
      </div>
    </>
  );
}
