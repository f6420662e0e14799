import { Icon } from "../icons.tsx";
import { inboxEntryPath, snoozePath } from "../inbox_paths.ts";
import { Menu } from "../ui/menu.tsx";

/** A time at which an entry can return. */
export interface SnoozeChoice {
  name: string;
  /** The time in ISO 8601. */
  until: string;
  /** The time in words, if the name doesn't say it. */
  label?: string;
}

/** The menu that snoozes an entry. */
export function SnoozeMenu({ id, of, choices, q, why, snoozed }: {
  id: string;
  /** A short name of its subject. */
  of: string;
  choices: readonly SnoozeChoice[];
  /** The typed text. */
  q: string;
  /** Why the typed text isn't a valid time. */
  why: string;
  /** Whether it is already snoozed. */
  snoozed: boolean;
}) {
  const back = {
    name: "Unsnooze",
    icon: <Icon name="restore" />,
    send: { name: "act", value: "unsnooze" },
  };
  return (
    <Menu
      name={`Snooze ${of}`}
      action={inboxEntryPath(id)}
      next="here"
      finds={{ path: snoozePath(id), q, none: why }}
      groups={[{
        choices: [
          ...choices.map(({ name, until, label }) => ({
            name,
            hint: label,
            icon: <Icon name="clock" />,
            send: { name: "until", value: until },
          })),
          ...(snoozed && q === "" ? [back] : []),
        ],
      }]}
      below={<p class="menu-hint">Type a time, such as “3h”, “tomorrow”, or “mon 14:00”.</p>}
    />
  );
}
