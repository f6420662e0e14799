import { Icon } from "../icons.tsx";
import { inboxEntryPath, snoozePath } from "../inbox_paths.ts";
import { Menu } from "../ui/menu.tsx";

/** A time that an entry can come back at. */
export interface SnoozeChoice {
  name: string;
  /** The moment, ISO 8601. */
  until: string;
  /** When that is, where its name doesn't say it. */
  label?: string;
}

/** Until when an entry is put off. */
export function SnoozeMenu({ id, of, choices, q, why, snoozed }: {
  id: string;
  /** What it is about, in few words. */
  of: string;
  choices: readonly SnoozeChoice[];
  /** What is typed. */
  q: string;
  /** Why that is no time, where it is none. */
  why: string;
  /** Whether it is put off already. */
  snoozed: boolean;
}) {
  const back = {
    name: "Bring it back now",
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
      below={<p class="menu-hint">Type a time: tomorrow, mon 14:00, 3h</p>}
    />
  );
}
