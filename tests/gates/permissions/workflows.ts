import { everybody, managers, type Table } from "./row.ts";

const read = { scope: "workspace.read", may: everybody } as const;
const manage = { scope: "workspace.manage", may: managers } as const;

export const workflowRows: Table = {
  "workflows.list": [{ ...read, input: () => ({}) }],
  "workflows.find": [{ ...read, input: ({ ids }) => ({ workflowId: ids.workflow }) }],
  "workflows.create": [{ ...manage, input: () => ({ name: "Short" }) }],
  "workflows.update": [{
    ...manage,
    input: ({ ids }) => ({ workflowId: ids.workflow, patch: { name: "Usual" } }),
  }],
  "workflows.archive": [{ ...manage, input: ({ ids }) => ({ workflowId: ids.workflow }) }],
  "workflows.restore": [{ ...manage, input: ({ ids }) => ({ workflowId: ids.workflow }) }],
};
