import type { Child } from "hono/jsx";
import type { Named } from "../../server/domain/refs/named.ts";
import { memberPath } from "../people_paths.ts";

/** People to ask, each by a link that leads to who they are: "Ada, Bảo, or Chidi". */
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
 * Says to whoever may not do something who does, by name; nothing to whoever may.
 * @param props.managers whom they can ask; none where they are one
 * @param props.children what those do, as a sentence that begins with them
 */
export function WhomToAsk({ managers, children }: { managers: readonly Named[]; children: Child }) {
  if (managers.length === 0) return null;
  return (
    <p class="whom-to-ask">
      {children} Ask <People people={managers} />.
    </p>
  );
}
