import {
  type KeptRelation,
  keptRelations,
  mirrored,
  type RelationKind,
} from "../../../server/domain/vocabulary.ts";
import { edgesInCircles } from "./circles.ts";
import type { Here } from "./here.ts";
import type { ForeignTask } from "./task.ts";

/** How two tasks stand to each other, by their keys. */
export interface PlannedRelation {
  task: string;
  kind: KeptRelation;
  other: string;
}

/** A relation that can't be made, and why. */
export interface RefusedRelation {
  kind: RelationKind;
  other: string;
  why: string;
}

/** What relations are called where one can't be made. */
export const relationNames: Readonly<Record<RelationKind, string>> = {
  blocks: "Blocks",
  blockedBy: "Blocked by",
  relatesTo: "Related to",
  duplicates: "Duplicate of",
  duplicatedBy: "Duplicated by",
};

/**
 * Which relations come in: those of new tasks, to one another and to tasks that an earlier import brought. How those
 * stand to each other is left as it is.
 * @param keyOf the key of the task that is called so, in the file or here
 * @returns also what can't be made, by the key of the new task that it is of
 */
export function planRelations(
  tasks: readonly ForeignTask[],
  here: Pick<Here, "earlier" | "before" | "relations">,
  keyOf: (called: string) => string | undefined,
): { relations: PlannedRelation[]; refused: Map<string, RefusedRelation[]> } {
  const wanted = new Map<string, Wanted>();
  const refused = new Map<string, RefusedRelation[]>();
  const refuse = ({ of, ...said }: Said, why: string) => {
    const all = refused.get(of) ?? [];
    refused.set(of, [...all, { ...said, why }]);
  };
  const isArchived = (key: string) => here.before.get(here.earlier.get(key) ?? "")?.archived;
  for (const task of tasks) {
    const isNew = !here.earlier.has(task.key);
    for (const { kind, other } of task.relations) {
      const key = keyOf(other);
      const said = isNew || key === undefined
        ? { of: task.key, kind, other }
        : { of: key, kind: mirrored[kind], other: task.key };
      if (here.earlier.has(said.of)) continue;
      if (key === undefined) refuse(said, "there is no such task");
      else if (key === task.key) refuse(said, "no task can be related to itself");
      else if (isArchived(key) || isArchived(task.key)) refuse(said, "that task is archived here");
      else {
        const one = keptWay(task.key, kind, key);
        const name = `${one.kind}\n${one.task}\n${one.other}`;
        if (!wanted.has(name)) wanted.set(name, { ...one, said });
      }
    }
  }
  for (const one of inCircles([...wanted.values()], here)) {
    refuse(one.said, "these tasks go in a circle");
    wanted.delete(`${one.kind}\n${one.task}\n${one.other}`);
  }
  return { relations: [...wanted.values()], refused };
}

/** A relation as a new task says it, of itself. */
type Said = Omit<RefusedRelation, "why"> & { of: string };
type Wanted = PlannedRelation & { said: Said };

/** Those by which tasks would block or duplicate each other in a circle, with what stands already. */
function inCircles(wanted: Wanted[], { earlier, relations }: Pick<Here, "earlier" | "relations">) {
  // A new task is called otherwise than any id
  const node = (key: string) => earlier.get(key) ?? `new ${key}`;
  return keptRelations.filter((kind) => kind !== "relatesTo").flatMap((kind) => {
    const of = wanted.filter((one) => one.kind === kind);
    const circular = edgesInCircles([
      ...of.map(({ task, other }) => [node(task), node(other)] as const),
      ...relations.filter((one) => one.kind === kind)
        .map(({ task_id, other_id }) => [task_id, other_id] as const),
    ]);
    return of.filter((_one, at) => circular.has(at));
  });
}

/** One relation stands for both its sides; of two that relate to each other the first by its key begins. */
function keptWay(task: string, kind: RelationKind, other: string): PlannedRelation {
  const kept = keptRelations.find((one) => one === kind) ?? mirrored[kind] as KeptRelation;
  const turned = kept !== kind || (kind === "relatesTo" && other < task);
  return turned ? { task: other, kind: kept, other: task } : { task, kind: kept, other };
}
