import { type FieldError, Invalid } from "./errors.ts";

/** The records that filters name, by a part of the filter's name. */
const kinds: Readonly<Record<string, RegExp>> = {
  teams: /team/i,
  projects: /project/i,
  milestones: /milestone/i,
  labels: /label/i,
  members: /assignee|creator|lead|member/i,
  tasks: /parent/i,
};

/** Creates the error for filters that name records the actor can't see. The hint names the lists of such records. */
export function unknownFilters(errors: FieldError[]): Invalid {
  const filters = errors.map(({ path }) => String(path.at(-1)));
  const lists = Object.keys(kinds).filter((kind) =>
    filters.some((name) => kinds[kind]!.test(name))
  );
  const hint = `List the ${lists.join(" and ")} to find their IDs.`;
  return new Invalid(errors, { code: "unknown_filter", hint });
}
