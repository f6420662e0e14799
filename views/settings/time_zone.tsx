import type { Child } from "hono/jsx";
import { Field } from "../ui/field.tsx";

/** A time zone, typed by its name or chosen among all that the browser knows (`static/js/settings/time_zones.js`). @param placeholder what holds without one */
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
