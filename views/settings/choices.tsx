import type { Child } from "hono/jsx";

interface Choice {
  value: string;
  label: Child;
  /** The meaning of the choice. */
  hint?: Child;
}

interface ChoicesProps {
  /** The prefix of the form's IDs, where a page has several such forms. */
  of?: string;
  name: string;
  legend: string;
  /** Whether several can be chosen. */
  several?: boolean;
  choices: readonly Choice[];
  chosen: readonly string[];
  hint?: Child;
  error?: string | undefined;
  /** Whether the choices share lines and scroll. */
  dense?: boolean;
}

/** Checkboxes or radio buttons with hints. */
export function Choices(
  { of = "new", name, legend, several, choices, chosen, hint, error, dense }: ChoicesProps,
) {
  const id = `${of}-${name}`;
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ");
  return (
    <fieldset class="field" aria-describedby={described || undefined}>
      <legend>{legend}</legend>
      <div class={dense ? "choices" : undefined}>
        {choices.map(({ value, label, hint }) => (
          <div class="choice">
            <input
              type={several ? "checkbox" : "radio"}
              id={`${id}-${value}`}
              name={name}
              value={value}
              checked={chosen.includes(value)}
              aria-describedby={hint ? `${id}-${value}-hint` : undefined}
            />
            <label for={`${id}-${value}`}>{label}</label>
            {hint && <p class="hint" id={`${id}-${value}-hint`}>{hint}</p>}
          </div>
        ))}
      </div>
      {error && <p class="error" id={`${id}-error`}>{error}</p>}
      {hint && <p class="hint" id={`${id}-hint`}>{hint}</p>}
    </fieldset>
  );
}
