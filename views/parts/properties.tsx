import type { ProfileRef } from "../../server/domain/refs/schema.ts";
import type { Priority } from "../../server/domain/vocabulary.ts";
import { Icon } from "../icons.tsx";
import { Avatar, Unassigned } from "../ui/avatar.tsx";
import { Label } from "../ui/label.tsx";
import { PriorityMark } from "../ui/marks.tsx";
import type { Choice } from "../ui/menu.tsx";
import { priorityOrder, priorityWords } from "../ui/words.ts";
import { ValueText } from "./value_text.tsx";

/** The properties of both tasks and projects: their values and their choices. */

type Person = Pick<ProfileRef, "id" | "name" | "kind" | "color"> & { suspended?: boolean };

interface LabelRef {
  id: string;
  name: string;
  color: string;
}

export function PriorityValue({ priority }: { priority: Priority }) {
  return (
    <>
      <PriorityMark priority={priority} />
      <ValueText
        value={priority === "none" ? null : priorityWords[priority]}
        none={priorityWords.none}
      />
    </>
  );
}

/** The choices of a priority menu. */
export function priorityChoices(now: Priority): Choice[] {
  return priorityOrder.map((word) => ({
    name: priorityWords[word],
    icon: <PriorityMark priority={word} />,
    chosen: word === now,
    send: { name: "priority", value: word },
  }));
}

/** An assignee or lead. @param none what the property says without a person, such as "No lead" */
export function PersonValue({ person, none, suspended }: {
  person: Person | null;
  none: string;
  suspended?: boolean;
}) {
  return (
    <>
      {person ? <Avatar person={person} /> : <Unassigned />}
      <ValueText value={person?.name} none={none} />
      {suspended && <span class="badge">suspended</span>}
    </>
  );
}

/** The choices of people, the viewer first. @param sends the field that a choice sets */
export function personChoices(
  people: readonly Person[],
  viewerId: string,
  sends: string,
  isChosen: (id: string) => boolean,
): Choice[] {
  return viewerFirst(people, viewerId).map((person) => ({
    name: person.name,
    icon: <Avatar person={person} />,
    hint: hintOf(person, viewerId),
    chosen: isChosen(person.id),
    send: { name: sends, value: person.id },
  }));
}

function hintOf({ id, kind, suspended }: Person, viewerId: string): string | undefined {
  if (suspended) return "suspended";
  return id === viewerId ? "you" : kind === "agent" ? "agent" : undefined;
}

/** The choices of one person or none. @param sets the field that a choice sets, and the name of its empty value */
export function onePersonChoices(
  people: readonly Person[],
  viewerId: string,
  { field, none }: { field: string; none: string },
  now: string | null | undefined,
): Choice[] {
  return [
    {
      name: none,
      icon: <Unassigned />,
      chosen: now === null,
      send: { name: field, value: "" },
    },
    ...personChoices(people, viewerId, field, (id) => id === now),
  ];
}

/** Sorts people so that the viewer comes first. */
export function viewerFirst<P extends { id: string }>(people: readonly P[], viewerId: string): P[] {
  return people.toSorted((a, b) => Number(b.id === viewerId) - Number(a.id === viewerId));
}

export function LabelsValue({ labels }: { labels: readonly LabelRef[] }) {
  return labels.length > 0
    ? <span class="rail-labels">{labels.map((label) => <Label label={label} />)}</span>
    : (
      <>
        <Icon name="tag" />
        <ValueText value={null} none="No labels" />
      </>
    );
}

/** Choices that add or remove a label. */
export function labelChoices(
  labels: readonly LabelRef[] | undefined,
  now: readonly { id: string }[],
): Choice[] {
  return (labels ?? []).map(({ id, name, color }) => ({
    name,
    icon: <span class="dot" data-color={color} aria-hidden="true"></span>,
    chosen: now.some((label) => label.id === id),
    send: { name: "toggleLabel", value: id },
  }));
}
