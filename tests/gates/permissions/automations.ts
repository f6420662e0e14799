import { managers, type Table } from "./row.ts";

/** Only owners and admins can manage automations and their agents. */
const keep = { scope: "workspace.automation.manage", person: true, may: managers } as const;

/** A token that can only manage automations has no scopes to give them. */
const carriesLess = { except: { "pat:workspace.automation.manage": 403 } } as const;

export const automationRows: Table = {
  "automations.exchange": [{
    input: ({ ids }) => ({ secret: ids.secret }),
    scope: null,
    for: "anyone",
    may: [],
  }],
  "automations.list": [{ ...keep, input: () => ({}) }],
  "automations.find": [{ ...keep, input: ({ ids }) => ({ automationId: ids.automation }) }],
  "automations.create": [
    { ...keep, ...carriesLess, input: () => ({ name: "Glazier" }) },
    {
      ...keep,
      ...carriesLess,
      of: "that writes",
      input: () => ({ name: "Glazier", scopes: ["tasks.write"] }),
    },
  ],
  "automations.update": [{
    ...keep,
    input: ({ ids }) => ({ automationId: ids.automation, patch: { suspended: true } }),
  }, {
    ...keep,
    ...carriesLess,
    of: "and give it more",
    input: ({ ids }) => ({
      automationId: ids.narrowAutomation,
      patch: { scopes: ["tasks.write"] },
    }),
  }],
  "automations.rotateSecret": [{
    ...keep,
    ...carriesLess,
    input: ({ ids }) => ({ automationId: ids.automation }),
  }],
  "agents.list": [{ ...keep, input: () => ({}) }],
  "agents.find": [{ ...keep, input: ({ ids }) => ({ agentId: ids.agent }) }],
  "agents.create": [{
    ...keep,
    input: ({ ids }) => ({ automationId: ids.automation, name: "Scout" }),
  }],
  "agents.update": [{
    ...keep,
    input: ({ ids }) => ({ agentId: ids.agent, patch: { suspended: false } }),
  }],
};
