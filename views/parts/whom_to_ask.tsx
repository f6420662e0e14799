import type { Child } from "hono/jsx";
import type { Named } from "../../server/domain/refs/named.ts";
import { memberPath } from "../people_paths.ts";

/** Names of people, each linked to their profile: "Ada, Bảo, or Chidi". */
export function People({ people }: { people: readonly Named[] }) {
  return (
    <>
      {people.map(({ id, name }, at) => (
        <>
          {at > 0 && (at < people.length - 1 ? ", " : at > 1 ? ", or " : " or ")}
          <a href={memberPath(id)}>
            <bdi>{name}</bdi>
          </a>
        </>
      ))}
    </>
  );
}

/**
 * Tells people who lack a permission whom to ask. Shows nothing to people who have it.
 * @param props.managers the people to ask; empty for the viewer with the permission
 * @param props.children a sentence about what those people can do
 */
export function WhomToAsk({ managers, children }: { managers: readonly Named[]; children: Child }) {
  if (managers.length === 0) return null;
  return (
    <p class="whom-to-ask">
      {children} Ask <People people={managers} />.
    </p>
  );
}
