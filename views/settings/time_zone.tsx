import type { Child } from "hono/jsx";
import { Field } from "../ui/field.tsx";

/** The field for a time zone, with suggestions from the browser (`static/js/settings/time_zones.js`). @param placeholder the default time zone */
export function TimeZoneField({ value, hint, error, placeholder }: {
  value: string;
  hint: Child;
  error: string | undefined;
  placeholder?: string;
}) {
  return (
    <>
      <Field
        name="timeZone"
        label="Time zone"
        hint={hint}
        error={error}
        input={{
          value,
          required: placeholder === undefined,
          placeholder,
          list: "time-zones",
          autocomplete: "off",
          spellcheck: "false",
        }}
      />
      <datalist id="time-zones" data-time-zones></datalist>
    </>
  );
}
