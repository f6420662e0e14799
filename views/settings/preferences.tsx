import type { Preferences } from "../../server/domain/preferences/schema.ts";
import { preferencesPath } from "../settings_paths.ts";
import { startPages } from "../start_pages.ts";
import { ChoiceField, type FieldErrors, Notice } from "../ui/field.tsx";
import { TimeZoneField } from "./time_zone.tsx";

/** What one chooses here, as it stands or was typed. */
type Chosen =
  & Pick<Preferences, "shortcuts">
  & {
    [F in "theme" | "density" | "startPage" | "timeZone" | "weekStart"]?: string | null | undefined;
  };

interface PreferencesProps {
  values: Chosen;
  /** Where the workspace is, which holds for whoever says nothing else. */
  workspaceZone: string;
  /** Whether they were changed just now. */
  saved: boolean;
  errors: FieldErrors;
  refusal?: string | undefined;
}

const themes: [theme: Preferences["theme"], name: string, hint?: string][] = [
  ["system", "System", "Light or dark, as your device is."],
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

/** One's own choices of how the pages look and answer; they hold in every workspace. */
export function PreferencesForm(props: PreferencesProps) {
  const { values, workspaceZone, saved, errors, refusal } = props;
  return (
    <>
      <p class="settings-lead">
        These are yours alone, on every device and in every workspace. Nobody else sees them.
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
          hint="How high the rows of lists of tasks are. A list's display menu says otherwise for that list."
          error={errors.density}
          choices={densities}
          chosen={values.density ?? ""}
        />
        <ChoiceField
          name="startPage"
          label="Start page"
          hint="What you see first when you sign in, or open the workspace."
          error={errors.startPage}
          choices={Object.entries(startPages).map(([page, { name }]) => [page, name])}
          chosen={values.startPage ?? ""}
        />
        <TimeZoneField
          value={values.timeZone ?? ""}
          placeholder={workspaceZone}
          hint="Where you are: times are shown to you there, and what you put off comes back by your clock. Leave it empty to go by the workspace. Deadlines pass where the workspace is, for everybody."
          error={errors.timeZone}
        />
        <ChoiceField
          name="weekStart"
          label="Week starts on"
          hint="What “next week” and “this Friday” mean when you type them, and where the roadmap's weeks begin."
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
            hint="Press C for a new task, ? for the list of keys. Switch them off if you dictate, or if
                keys are pressed by accident."
          />
        </fieldset>
        <div class="form-actions">
          <button type="submit" class="button" data-kind="primary">Save preferences</button>
          <p role="status">{saved && "Your preferences are saved."}</p>
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

/** One choice with what it means beside it. */
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
