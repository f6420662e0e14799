import type { Child } from "hono/jsx";

/** What a pill shows: what is chosen, or what can be. */
export interface PillValue {
  icon: Child;
  text: string;
  /** Whether something is chosen. */
  chosen: boolean;
}

export interface PillProps<M extends string> {
  menu: M;
  name: string;
  field: string;
  /** Whether a template can fill it in. */
  filled?: boolean;
  value: PillValue;
}

/** A property of what is being written, as a button that opens its menu. @param letter what opens it, behind Alt and Shift */
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
      {value.text !== name && <span class="unseen">{`${name}: `}</span>}
      <span>{value.text}</span>
    </a>
  );
}

/** A field that holds what is chosen: several. */
export function heldMany(name: string, values: readonly string[]) {
  return (
    <select name={name} multiple data-any>
      {values.map((value) => <option value={value} selected>{value}</option>)}
    </select>
  );
}

/** The same of one. */
export function held(name: string, value: string | null | undefined) {
  return (
    <select name={name} data-any hidden>
      <option value={value ?? ""} selected>{value ?? ""}</option>
    </select>
  );
}
