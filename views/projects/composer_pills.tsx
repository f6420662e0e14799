import type { ProfileRef } from "../../server/domain/refs/schema.ts";
import type { Child } from "hono/jsx";
import { Icon } from "../icons.tsx";
import { newProjectMenuPath } from "../project_paths.ts";
import { ComposerField, ComposerSelect } from "../parts/composer_fields.tsx";
import { held, heldMany, PillLink, type PillValue } from "../parts/pills.tsx";
import { Avatar, Unassigned } from "../ui/avatar.tsx";
import { PriorityMark } from "../ui/marks.tsx";
import { day, type PageClock } from "../ui/time.tsx";
import { priorityOrder, priorityWords } from "../ui/words.ts";
import { composedLetter, composedProperties, type ComposedProperty } from "./composer_keys.ts";
import { projectPropertyOf } from "./properties/all.ts";

/** The typed values, or those of the URL. */
export interface ProjectDraft {
  name?: string | undefined;
  key?: string | undefined;
  summary?: string | null | undefined;
  description?: string | null | undefined;
  templateId?: string | null | undefined;
  leadId?: string | null | undefined;
  memberIds?: readonly string[] | undefined;
  teamIds?: readonly string[] | undefined;
  labels?: readonly string[] | undefined;
  priority?: string | undefined;
  startDate?: string | null | undefined;
  targetDate?: string | null | undefined;
}

/** The values of a new project, with the options for its properties. */
export interface ComposingProject {
  values: ProjectDraft;
  /** The first people, and those in the values. */
  people: readonly Pick<ProfileRef, "id" | "name" | "kind" | "color">[];
  teams: readonly { id: string; key: string; name: string }[];
  labels: readonly { id: string; name: string; color: string }[];
  templates: readonly { id: string; name: string }[];
  clock: PageClock;
}

/** A new project's properties as pills. Each shows a value and opens a menu. */
export function ProjectPills(composing: ComposingProject) {
  const { templates, values } = composing;
  const template = templates.find(({ id }) => id === values.templateId);
  return (
    <div
      id="pills"
      class="pills"
      role="group"
      aria-label="Properties"
      hx-sync="replace"
    >
      {composedProperties.map((menu) => {
        const { name, field } = projectPropertyOf(menu);
        return (
          <PillLink
            menu={menu}
            href={newProjectMenuPath(menu)}
            name={name}
            field={field}
            letter={composedLetter(menu)}
            filled={!["startDate", "targetDate"].includes(field)}
            value={pills[menu](composing)}
          />
        );
      })}
      {templates.length > 0 && (
        <PillLink
          menu="template"
          href={newProjectMenuPath("template")}
          name="Template"
          field="templateId"
          letter={composedLetter("template")}
          value={{
            icon: <Icon name="template" />,
            text: template?.name ?? "Template",
            chosen: template !== undefined,
          }}
        />
      )}
    </div>
  );
}

/** The content of each pill. Values that the viewer can't see are only counted. */
const pills: Record<ComposedProperty, (composing: ComposingProject) => PillValue> = {
  lead({ values: { leadId }, people }) {
    const person = people.find(({ id }) => id === leadId);
    return {
      icon: person ? <Avatar person={person} /> : <Unassigned />,
      text: person?.name ?? "Lead",
      chosen: Boolean(leadId),
    };
  },
  members: ({ values: { memberIds }, people }) =>
    several(memberIds, people, { one: "member", none: "Members", icon: <Icon name="users" /> }),
  teams: ({ values: { teamIds }, teams }) =>
    several(teamIds, teams, { one: "team", none: "Teams", icon: <Icon name="team" /> }),
  labels: ({ values, labels }) =>
    several(values.labels, labels, { one: "label", none: "Labels", icon: <Icon name="tag" /> }),
  priority({ values: { priority } }) {
    const word = priorityOrder.find((one) => one === priority);
    return {
      icon: <PriorityMark priority={word ?? "none"} />,
      text: word ? priorityWords[word] : "Priority",
      chosen: word !== undefined,
    };
  },
  start: ({ values: { startDate }, clock }) => dated(startDate, "Start date", clock),
  target: ({ values: { targetDate }, clock }) => dated(targetDate, "Target date", clock),
};

/** Returns the name of a single value, or the number of several. */
function several(
  ids: readonly string[] | undefined,
  offered: readonly { id: string; name: string }[],
  { one, none, icon }: { one: string; none: string; icon: Child },
): PillValue {
  const [first, ...more] = ids ?? [];
  if (first === undefined) return { icon, text: none, chosen: false };
  const name = offered.find(({ id }) => id === first)?.name ?? `1 ${one}`;
  const text = more.length > 0 ? `${more.length + 1} ${one}s` : name;
  return { icon, text, chosen: true };
}

function dated(date: string | null | undefined, name: string, clock: PageClock): PillValue {
  const known = date && /^\d{4}-\d{2}-\d{2}$/.test(date);
  const text = known ? `${name}: ${day(date, clock)}` : date || name;
  return { icon: <Icon name="calendar" />, text, chosen: Boolean(date) };
}

/** The fields behind the pills. In the dialog, they are hidden. On the page, they work without scripts. */
export function ComposedFields({ alone, ...composing }: ComposingProject & { alone: boolean }) {
  const { values, people, teams, labels, templates } = composing;
  const { leadId, memberIds = [], teamIds = [], startDate, targetDate, priority } = values;
  if (alone) {
    return (
      <div class="asked-fields" hidden>
        {held("leadId", leadId)}
        {heldMany("memberIds", memberIds)}
        {heldMany("teamIds", teamIds)}
        {held("priority", priority)}
        {heldMany("labels", values.labels ?? [])}
        {held("startDate", startDate)}
        {held("targetDate", targetDate)}
        {templates.length > 0 && held("templateId", values.templateId)}
      </div>
    );
  }
  return (
    <div class="asked-fields">
      <One name="leadId" label="Lead" none="No lead" all={people} chosen={leadId} />
      <One
        name="priority"
        label="Priority"
        none="No priority"
        all={priorityOrder.map((id) => ({ id, name: priorityWords[id] }))}
        chosen={priority}
      />
      <Day name="startDate" label="Start date" value={startDate} />
      <Day name="targetDate" label="Target date" value={targetDate} />
      <Some name="memberIds" label="Members" all={people} chosen={memberIds} />
      <Some name="teamIds" label="Teams" all={teams} chosen={teamIds} />
      <Some name="labels" label="Labels" all={labels} chosen={values.labels ?? []} />
      {templates.length > 0 && (
        <One
          name="templateId"
          label="Template"
          none="No template"
          all={templates}
          chosen={values.templateId}
        />
      )}
    </div>
  );
}

interface Offered {
  name: string;
  label: string;
  all: readonly { id: string; name: string }[];
}

function One({ name, label, none, all, chosen }: Offered & {
  none: string;
  chosen: string | null | undefined;
}) {
  return (
    <ComposerSelect name={name} label={label}>
      <option value="">{none}</option>
      {all.map((one) => <option value={one.id} selected={one.id === chosen}>{one.name}</option>)}
    </ComposerSelect>
  );
}

function Some({ name, label, all, chosen }: Offered & { chosen: readonly string[] }) {
  return (
    <ComposerField label={label}>
      <select class="input" name={name} multiple data-any>
        {all.map((one) => (
          <option value={one.id} selected={chosen.includes(one.id)}>{one.name}</option>
        ))}
      </select>
    </ComposerField>
  );
}

function Day({ name, label, value }: {
  name: string;
  label: string;
  value: string | null | undefined;
}) {
  return (
    <ComposerField label={label}>
      <input class="input" type="date" name={name} value={value ?? undefined} />
    </ComposerField>
  );
}
