import { nameKey } from "../../../server/domain/core/name_key.ts";
import { badValue } from "../../failure.ts";
import type { PersonHere } from "./here.ts";

/** A person in the file who isn't in the workspace, with the number of tasks and comments. */
export interface Unmatched {
  name: string;
  creator: number;
  assignee: number;
  comments: number;
}

/** Counts the people who aren't in the workspace. */
export class UnmatchedPeople {
  #byName = new Map<string, Unmatched>();

  add(name: string, role: Exclude<keyof Unmatched, "name">): void {
    const key = nameKey(name);
    const person = this.#byName.get(key) ?? { name, creator: 0, assignee: 0, comments: 0 };
    this.#byName.set(key, person);
    person[role]++;
  }

  /** Returns the people, those with the most tasks and comments first. */
  all(): Unmatched[] {
    const total = ({ creator, assignee, comments }: Unmatched) => creator + assignee + comments;
    return [...this.#byName.values()].sort((a, b) => total(b) - total(a));
  }
}

/** Finds a person of another tool in the workspace. */
export type FindPerson = (called: readonly string[]) => PersonHere | undefined;

/**
 * Finds people by email, username, or a unique name.
 * @param said emails by the person's name in the other tool
 */
export function finderOf(
  people: readonly PersonHere[],
  said: ReadonlyMap<string, string>,
): FindPerson {
  const named = Map.groupBy(people, ({ name }) => nameKey(name));
  const byWord = new Map([
    ...[...named].filter(([, all]) => all.length === 1).map(([name, [one]]) =>
      [name, one!] as const
    ),
    ...people.map((one) => [nameKey(one.username), one] as const),
    ...people.flatMap((one) => one.address ? [[nameKey(one.address), one] as const] : []),
  ]);
  for (const address of said.values()) {
    if (!byWord.has(nameKey(address))) {
      throw badValue(`${address} in --map-person isn't a member of this workspace.`);
    }
  }
  return (called) => {
    const keys = called.map((word) => nameKey(word.trim().replace(/^@/, "")));
    const told = keys.map((key) => said.get(key)).find((one) => one !== undefined);
    if (told !== undefined) return byWord.get(nameKey(told));
    return keys.map((key) => byWord.get(key)).find((one) => one !== undefined);
  };
}
