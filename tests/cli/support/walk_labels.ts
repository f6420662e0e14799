import assert from "node:assert/strict";
import type { Answer, Step } from "./walk.ts";

const label = (expected: Record<string, unknown>) => (answer: Answer) => {
  const { name, color, archivedAt } = answer.label ?? answer.projectLabel;
  assert.deepEqual({ name, color, archived: archivedAt !== null }, expected);
};

/** Steps of a manager with labels. */
export const labelSteps: Step[] = [
  {
    does: "makes a label",
    args: () => ["labels", "create", "Loom", "--color", "teal", "--description", "What weaves"],
    holds(answer, _world, made) {
      label({ name: "Loom", color: "teal", archived: false })(answer);
      made.labelId = answer.label.id;
    },
  },
  {
    does: "renames and recolours it",
    args: (_world, made) => ["labels", "update", made.labelId, "--name", "Frame", "--color", "red"],
    holds: label({ name: "Frame", color: "red", archived: false }),
  },
  {
    does: "has nothing to change",
    args: (_world, made) => ["labels", "update", made.labelId],
    code: 2,
    says: /Choose at least one change\./,
  },
  {
    does: "archives it",
    args: (_world, made) => ["labels", "archive", made.labelId],
    holds: label({ name: "Frame", color: "red", archived: true }),
  },
  {
    does: "brings it back",
    args: (_world, made) => ["labels", "restore", made.labelId],
    holds: label({ name: "Frame", color: "red", archived: false }),
  },
  {
    does: "merges it into another",
    args: (_world, made) => ["labels", "merge", made.labelId, "bug"],
    holds: label({ name: "Bug", color: "red", archived: false }),
  },
  {
    does: "lists the archived one too",
    args: () => ["labels", "list", "--archived"],
    holds: ({ labels }) => assert.ok(labels.some(({ name }: Answer) => name === "Frame")),
  },
  {
    does: "makes a label of projects",
    args: () => ["labels", "create", "Dye", "--projects"],
    holds: label({ name: "Dye", color: "gray", archived: false }),
  },
  {
    does: "lists those",
    args: () => ["labels", "list", "--projects"],
    holds: ({ projectLabels }) =>
      assert.deepEqual(projectLabels.map(({ name }: Answer) => name), ["Dye"]),
  },
];
