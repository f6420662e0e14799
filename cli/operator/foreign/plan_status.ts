import { nameKey } from "../../../server/domain/core/name_key.ts";
import { taskStatuses } from "../../../server/domain/vocabulary.ts";
import { badValue } from "../../failure.ts";
import type { Here } from "./here.ts";
import type { Keep, Planning } from "./planning.ts";
import type { ForeignTask } from "./task.ts";
import { lineOf } from "./texts.ts";
import { plainWords, statusMeant } from "./words.ts";

/** @throws Failure if a status is mapped to an unknown one */
export function requireStatuses({ here: { states }, statuses }: Planning): void {
  for (const means of statuses.values()) {
    if (statusMeant(means) || states.some(({ name }) => nameKey(name) === nameKey(means))) continue;
    throw badValue(
      `Unknown status ${means} in --map-status. Use one of ${
        [...new Set([...taskStatuses, ...states.map(({ name }) => name)])].join(", ")
      }.`,
    );
  }
}

/** Returns a task's state: by `--map-status`, the tool's own meaning, the state's name, or known words. */
export function stateOf(planning: Planning, task: ForeignTask, keep: Keep): Here["states"][number] {
  const { here: { states }, statuses, became } = planning;
  const said = lineOf(task.status);
  const mapped = statuses.get(plainWords(said));
  const word = mapped ?? said;
  const named = states.find(({ name }) => nameKey(name) === nameKey(word));
  const told = mapped !== undefined || task.statusMeans === "open" ? null : task.statusMeans;
  const status = told ?? named?.status ?? statusMeant(word);
  const state = named?.status === status && named
    ? named
    : states.find((one) => one.status === (status ?? "backlogged"))!;
  if (!status && said !== "") {
    keep("Status", said, "unknown status; map it with --map-status");
  }
  // A closed issue's resolution can give one status two meanings
  const key = JSON.stringify([said, state.name]);
  const counted = became.get(key) ?? { said: said || "(none)", became: state.name, tasks: 0 };
  became.set(key, { ...counted, tasks: counted.tasks + 1 });
  return state;
}
