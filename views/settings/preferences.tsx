import type { Preferences } from "../../server/domain/preferences/schema.ts";
import { preferencesPath } from "../settings_paths.ts";
import { startPages } from "../start_pages.ts";
import { ChoiceField, type FieldErrors, Notice } from "../ui/field.tsx";
import { TimeZoneField } from "./time_zone.tsx";

/** The saved or typed preferences. */
type Chosen =
  & Pick<Preferences, "shortcuts">
  & {
    [F in "theme" | "density" | "startPage" | "timeZone" | "weekStart"]?: string | null | undefined;
  };

interface PreferencesProps {
  values: Chosen;
  /** The workspace's time zone, which people without their own use. */
  workspaceZone: string;
  /** Whether the preferences were just saved. */
  saved: boolean;
  errors: FieldErrors;
  refusal?: string | undefined;
}

const themes: [theme: Preferences["theme"], name: string, hint?: string][] = [
  ["system", "System", "Matches your device."],
  ["light", "Light"],
  ["dark", "Dark"],
];

const densities: [density: Preferences["density"], name: string][] = [
  ["comfortable", "Comfortable"],
  ["compact", "Compact"],
];

const weekStarts: [day: Preferences["weekStart"], name: string][] = [
  ["monday", "Monday"],
  ["sunday", "Sunday"],
  ["saturday", "Saturday"],
];

/** The form of the viewer's preferences, which apply in every workspace. */
export function PreferencesForm(props: PreferencesProps) {
  const { values, workspaceZone, saved, errors, refusal } = props;
  return (
    <>
      <p class="settings-lead">
        These preferences apply on all your devices and in all your workspaces. Only you see them.
      </p>
      <form class="form" method="post" action={preferencesPath}>
        {refusal && <Notice kind="error">{refusal}</Notice>}
        <fieldset class="field" aria-describedby={errors.theme && "theme-error"}>
          <legend>Theme</legend>
          {themes.map(([theme, name, hint]) => (
            <Choice
              type="radio"
              name="theme"
              value={theme}
              checked={values.theme === theme}
              label={name}
              hint={hint}
            />
          ))}
          {errors.theme && <p class="error" id="theme-error">{errors.theme}</p>}
        </fieldset>
        <ChoiceField
          name="density"
          label="Density"
          hint="Row height in task lists. In a list's display menu, you can choose another height."
          error={errors.density}
          choices={densities}
          chosen={values.density ?? ""}
        />
        <ChoiceField
          name="startPage"
          label="Start page"
          hint="The first page you see after you sign in or open the workspace."
          error={errors.startPage}
          choices={Object.entries(startPages).map(([page, { name }]) => [page, name])}
          chosen={values.startPage ?? ""}
        />
        <TimeZoneField
          value={values.timeZone ?? ""}
          placeholder={workspaceZone}
          hint="Used for times and snoozed notifications. Leave the field empty to use the workspace's time zone. Deadlines always use the workspace's time zone."
          error={errors.timeZone}
        />
        <ChoiceField
          name="weekStart"
          label="Week starts on"
          hint="Used on the roadmap, and when you type dates such as “next week” or “this Friday”."
          error={errors.weekStart}
          choices={weekStarts}
          chosen={values.weekStart ?? ""}
        />
        <fieldset class="field">
          <legend>Keyboard</legend>
          <Choice
            type="checkbox"
            name="shortcuts"
            value="true"
            checked={values.shortcuts}
            label="Single-key shortcuts"
            hint="For example, C creates a task and ? lists all shortcuts. Turn shortcuts off if you use dictation or press keys by accident."
          />
        </fieldset>
        <div class="form-actions">
          <button type="submit" class="button" data-kind="primary">Save preferences</button>
          <p role="status">{saved && "Preferences saved"}</p>
        </div>
      </form>
    </>
  );
}

interface ChoiceProps {
  type: "radio" | "checkbox";
  name: string;
  value: string;
  checked: boolean;
  label: string;
  hint?: string | undefined;
}

/** A choice with its hint. */
function Choice({ type, name, value, checked, label, hint }: ChoiceProps) {
  const id = `field-${name}-${value}`;
  return (
    <div class="choice">
      <input
        type={type}
        id={id}
        name={name}
        value={value}
        checked={checked}
        aria-describedby={hint && `${id}-hint`}
      />
      <label for={id}>{label}</label>
      {hint && <p class="hint" id={`${id}-hint`}>{hint}</p>}
    </div>
  );
}
