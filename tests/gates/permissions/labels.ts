import { everybody, managers, type Table } from "./row.ts";

const read = { scope: "workspace.read", may: everybody } as const;
const manage = { scope: "workspace.manage", may: managers } as const;

export const labelRows: Table = {
  "labels.list": [{ ...read, input: () => ({}) }],
  "labels.offer": [{ ...read, input: () => ({}) }],
  "labels.find": [{ ...read, input: ({ ids }) => ({ labelId: ids.label }) }],
  "labels.create": [{ ...manage, input: () => ({ name: "Rust" }) }],
  "labels.update": [{
    ...manage,
    input: ({ ids }) => ({ labelId: ids.label, patch: { name: "Defect" } }),
  }],
  "labels.archive": [{ ...manage, input: ({ ids }) => ({ labelId: ids.label }) }],
  "labels.merge": [{
    ...manage,
    input: ({ ids }) => ({ labelId: ids.label, into: "Feature" }),
  }],
  "labels.uses": [{ ...manage, input: () => ({}) }],
  "labels.restore": [{ ...manage, input: ({ ids }) => ({ labelId: ids.label }) }],
};
