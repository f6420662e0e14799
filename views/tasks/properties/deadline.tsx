import type { Task } from "../../../server/domain/tasks/schema.ts";
import { closedStatuses } from "../../../server/domain/vocabulary.ts";
import { Icon } from "../../icons.tsx";
import { day, type PageClock } from "../../ui/time.tsx";
import { ComposerField } from "../../parts/composer_fields.tsx";
import { clear } from "../../parts/other_values.tsx";
import { ValueText } from "../../parts/value_text.tsx";
import { days } from "../filters/days.ts";
import { type Holding, property } from "./property.ts";

export const deadline = property({
  name: "Deadline",
  field: "deadlineAt",
  shortcut: { key: "d", does: "Change deadline" },
  value: (holding) => (
    <>
      <Icon name="calendar" />
      <Deadline {...holding} />
    </>
  ),
  inWords: ({ deadlineAt }, clock) => deadlineAt ? day(deadlineAt, clock) : "none",
  row: (task, _href, clock) => {
    if (!task.deadlineAt) return null;
    const late = isLate(task, clock);
    return (
      <time class="row-deadline" datetime={task.deadlineAt} data-late={late ? "true" : undefined}>
        {late && <span class="unseen">Overdue:</span>}
        {day(task.deadlineAt, clock)}
      </time>
    );
  },
  asked: ({ values }) => (
    <ComposerField label="Deadline">
      <input class="input" type="date" name="deadlineAt" value={values.deadlineAt ?? undefined} />
    </ComposerField>
  ),
  pill({ values: { deadlineAt }, clock }) {
    const known = deadlineAt && /^\d{4}-\d{2}-\d{2}$/.test(deadlineAt);
    const text = known ? day(deadlineAt, clock) : deadlineAt || "Deadline";
    return { icon: <Icon name="calendar" />, text, chosen: Boolean(deadlineAt) };
  },
  further: { name: "Deadline…", icon: "calendar" },
  filter: {
    name: "Deadline",
    comparisons: [
      { by: "on", field: "deadlineAt" },
      { by: "before", field: "deadlineBefore" },
      { by: "from", field: "deadlineAfter" },
      { by: "some", field: "notDeadlineAt" },
    ],
    empty: true,
    choices: () => days("today", "1d", "7d", "14d", "30d", "-7d"),
    other: "day",
    ready: [
      { name: "Before today", hint: "overdue", value: "today", by: "before" },
      { name: "Today", value: "today", by: "on" },
      { name: "Within 7 days, or overdue", value: "7d", by: "before" },
      { name: "No deadline", value: "none", by: "on" },
      { name: "Any deadline", value: "none", by: "some" },
    ],
  },
  sentences: {
    "task.deadline_changed": ({ to }, clock) =>
      to
        ? (
          <>
            set the deadline to <b>{day(to, clock)}</b>
          </>
        )
        : "removed the deadline",
  },
  needs: ["dates"],
  finds: true,
  choices: ({ task, options }) => [
    ...(options.dates ?? []).map(({ name, date, label }) => ({
      name,
      hint: label || undefined,
      icon: <Icon name="calendar" />,
      chosen: task.deadlineAt === date,
      send: { name: "deadlineAt", value: date },
    })),
    ...clear("No deadline", "deadlineAt", task.deadlineAt),
  ],
  other: {
    label: "Another date",
    input: ({ deadlineAt }) => (
      <input
        class="input"
        id="menu-field"
        type="date"
        name="deadlineAt"
        value={deadlineAt ?? undefined}
        required
      />
    ),
  },
});

function Deadline({ task, clock }: Holding) {
  if (!task.deadlineAt) return <ValueText value={null} none="No deadline" />;
  return (
    <time datetime={task.deadlineAt} class={isLate(task, clock) ? "late" : undefined}>
      {day(task.deadlineAt, clock)}
      {isLate(task, clock) && ", overdue"}
    </time>
  );
}

/** Returns whether an open task's deadline has passed in the workspace's time zone. */
function isLate(task: Task, clock: PageClock): boolean {
  return task.deadlineAt !== null && !closedStatuses.includes(task.status) &&
    task.deadlineAt < clock.today;
}
