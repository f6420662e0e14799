import {
  type KeptRelation,
  keptRelations,
  mirrored,
  type RelationKind,
} from "../../../server/domain/vocabulary.ts";
import { edgesInCircles } from "./circles.ts";
import type { Here } from "./here.ts";
import type { ForeignTask } from "./task.ts";

/** A relation between two tasks, by key. */
export interface PlannedRelation {
  task: string;
  kind: KeptRelation;
  other: string;
}

/** A relation that can't be created, with the reason. */
export interface RefusedRelation {
  kind: RelationKind;
  other: string;
  why: string;
}

/** The names of relations in notes. */
export const relationNames: Readonly<Record<RelationKind, string>> = {
  blocks: "Blocks",
  blockedBy: "Blocked by",
  relatesTo: "Related to",
  duplicates: "Duplicate of",
  duplicatedBy: "Duplicated by",
};

/**
 * Plans the relations of new tasks to each other and to tasks of earlier imports. Relations between those stay unchanged.
 * @param keyOf returns the key of a task by name, in the file or workspace
 * @returns also relations that can't be created, by the key of the new task
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
      else if (key === task.key) refuse(said, "a task can't be related to itself");
      else if (isArchived(key) || isArchived(task.key)) {
        refuse(said, "one of the tasks is archived");
      } else {
        const one = keptWay(task.key, kind, key);
        const name = `${one.kind}\n${one.task}\n${one.other}`;
        if (!wanted.has(name)) wanted.set(name, { ...one, said });
      }
    }
  }
  for (const one of inCircles([...wanted.values()], here)) {
    refuse(one.said, "the tasks form a cycle");
    wanted.delete(`${one.kind}\n${one.task}\n${one.other}`);
  }
  return { relations: [...wanted.values()], refused };
}

/** A relation from the view of a new task. */
type Said = Omit<RefusedRelation, "why"> & { of: string };
type Wanted = PlannedRelation & { said: Said };

/** Returns relations that would form a cycle of blocking or duplicate tasks, together with existing ones. */
function inCircles(wanted: Wanted[], { earlier, relations }: Pick<Here, "earlier" | "relations">) {
  // The prefix keeps keys of new tasks distinct from IDs
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

/** Normalizes a relation to its stored direction. Symmetric relations start with the lower key. */
function keptWay(task: string, kind: RelationKind, other: string): PlannedRelation {
  const kept = keptRelations.find((one) => one === kind) ?? mirrored[kind] as KeptRelation;
  const turned = kept !== kind || (kind === "relatesTo" && other < task);
  return turned ? { task: other, kind: kept, other: task } : { task, kind: kept, other };
}
