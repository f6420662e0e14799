import { Icon } from "../../icons.tsx";
import { clear } from "../../parts/other_values.tsx";
import { ValueText } from "../../parts/value_text.tsx";
import { day } from "../../ui/time.tsx";
import { isOverdue } from "../marks.tsx";
import type { PropertyOfProject } from "./property.ts";

export const startDate = dateProperty("startDate", "Start date", "No start date");
export const targetDate = dateProperty("targetDate", "Target date", "No target date", "d");

function dateProperty(
  field: "startDate" | "targetDate",
  name: string,
  none: string,
  key?: string,
): PropertyOfProject {
  return {
    name,
    field,
    icon: "calendar",
    ...(key && { key }),
    value: (project, clock) => {
      const date = project[field];
      const late = field === "targetDate" && isOverdue(project, clock);
      return (
        <>
          <Icon name="calendar" />
          {date
            ? (
              <span class={late ? "late" : undefined}>
                <span class="rail-word" aria-hidden="true">{`${name}: `}</span>
                <time datetime={date}>{day(date, clock)}</time>
                {late && ", overdue"}
              </span>
            )
            : <ValueText value={null} none={none} />}
        </>
      );
    },
    inWords: (project, clock) => project[field] ? day(project[field], clock) : "none",
    needs: "dates",
    finds: true,
    choices: ({ project, options }) => [
      ...(options.dates ?? []).map(({ name, date, label }) => ({
        name,
        hint: label || undefined,
        icon: <Icon name="calendar" />,
        chosen: project[field] === date,
        send: { name: field, value: date },
      })),
      ...clear(none, field, project[field]),
    ],
    day: true,
  };
}
