import type { Child } from "hono/jsx";

/** The content of a pill: the chosen value, or the name of the property. */
export interface PillValue {
  icon: Child;
  text: string;
  /** Whether a value is chosen. */
  chosen: boolean;
}

export interface PillProps<M extends string> {
  menu: M;
  name: string;
  field: string;
  /** Whether templates can set it. */
  filled?: boolean;
  value: PillValue;
}

/** A property of a new record, as a button that opens its menu. @param letter the shortcut with Alt and Shift */
export function PillLink({ menu, href, letter, name, field, filled, value }: PillProps<string> & {
  href: string;
  letter: string | undefined;
}) {
  return (
    <a
      class="pill"
      id={`pill-${menu}`}
      role="button"
      aria-haspopup="dialog"
      href={href}
      data-menu={menu}
      data-pill={field}
      data-templated={filled ? name.toLowerCase() : undefined}
      data-key={letter}
      data-chosen={value.chosen || undefined}
      aria-keyshortcuts={letter && `Alt+Shift+${letter}`}
      title={letter ? `${name} (Alt+Shift+${letter})` : name}
    >
      {value.icon}
      {value.text !== name && !value.text.startsWith(`${name}: `) && (
        <span class="unseen">{`${name}: `}</span>
      )}
      <span>{value.text}</span>
    </a>
  );
}

/** A hidden field with several chosen values. */
export function heldMany(name: string, values: readonly string[]) {
  return (
    <select name={name} multiple data-any>
      {values.map((value) => <option value={value} selected>{value}</option>)}
    </select>
  );
}

/** A hidden field with one chosen value. */
export function held(name: string, value: string | null | undefined) {
  return (
    <select name={name} data-any hidden>
      <option value={value ?? ""} selected>{value ?? ""}</option>
    </select>
  );
}
