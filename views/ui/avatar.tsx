import { raw } from "hono/html";
import { type AvatarColor, avatarColors } from "../../server/domain/vocabulary.ts";
import { Icon } from "../icons.tsx";

interface Person {
  name: string;
  kind?: "human" | "agent";
  /** The chosen color, or `null` for a color derived from the name. */
  color: AvatarColor | null;
}

/** The first letters of the first and the last word of a name. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = [...(words[0] ?? "")][0] ?? "?";
  const last = words.length > 1 ? [...(words.at(-1) ?? "")][0] ?? "" : "";
  return (first + last).toUpperCase();
}

/** Returns one of the colors, always the same for a name. */
function hue(name: string): number {
  let sum = 0;
  for (let index = 0; index < name.length; index++) sum = (sum * 31 + name.charCodeAt(index)) | 0;
  return Math.abs(sum) % avatarColors.length;
}

/**
 * A disc with the initials of a person or an agent. The name is beside it or in the label around it. The stylesheet
 * draws the letters, so that screen readers don't read them.
 */
export function Avatar({ person, large }: { person: Person; large?: boolean }) {
  return (
    <span
      class="avatar"
      data-hue={person.color ? avatarColors.indexOf(person.color) : hue(person.name)}
      data-kind={person.kind === "agent" ? "agent" : undefined}
      data-size={large ? "large" : undefined}
      data-initials={initials(person.name)}
      aria-hidden="true"
    >
    </span>
  );
}

const unassigned = raw(String(
  <span class="avatar" data-kind="none" aria-hidden="true">
    <Icon name="user-circle" />
  </span>,
));

/** The avatar for nobody. */
export function Unassigned() {
  return unassigned;
}
