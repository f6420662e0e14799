import {
  agentPagePath,
  automationAgentsPath,
  automationSettingsPath,
} from "../../../views/settings_paths.ts";
import { createAgent } from "../../domain/agents/create.ts";
import { findAgent } from "../../domain/agents/list.ts";
import { updateAgent } from "../../domain/agents/update.ts";
import { parseJson } from "../../domain/core/json.ts";
import { type Action, action } from "../action.ts";
import { many, number, text } from "../forms.ts";
import { nothingToSave } from "./nothing_to_save.ts";

const home = () => automationSettingsPath;
const pathOf = (id: string) => `${automationSettingsPath}/agents/${id}`;

const onAgent = {
  path: agentPagePath,
  home,
  of: ({ agentId }: { agentId: string }) => agentId,
} as const;

/** Creates an agent of an automation. */
export const makeAgent = action({
  path: automationAgentsPath,
  home,
  of: ({ automationId }) => automationId,
  closes: ["agent"],
  form: { name: text, role: text, teamIds: many },
  does: async ({ teamIds, ...form }, { perform, params: { automationId } }) =>
    parseJson(
      (await perform(createAgent, { ...form, automationId, teamIds: teamIds ?? [] })).json,
    ),
  says: ({ id, name }) => ({
    text: `Agent ${name} created`,
    undo: { action: suspend, path: pathOf(id), name: "Suspend" },
  }),
});

/** Changes an agent. */
export const changeAgent = action({
  ...onAgent,
  closes: ["editAgent"],
  form: { name: text, role: text, teamIds: many, version: number },
  async does({ version, teamIds, ...words }, { ask, perform, params: { agentId } }) {
    const before = parseJson((await ask(findAgent, { agentId })).json);
    const patch = { ...words, teamIds: teamIds ?? [] };
    return {
      before,
      now: parseJson((await perform(updateAgent, { agentId, version, patch })).json),
    };
  },
  says: ({ before, now }) =>
    before.version === now.version ? nothingToSave : {
      text: `Agent ${now.name} saved`,
      undo: {
        action: putBack,
        path: pathOf(now.id),
        along: {
          name: before.name,
          role: before.role,
          teamIds: before.teamIds.join(" "),
          version: String(now.version),
        },
      },
    },
});

/** Undoes a change to an agent, unless someone changed the agent since. */
const putBack: Action = action({
  ...onAgent,
  button: "act=back",
  form: { name: text, role: text, teamIds: text, version: number },
  async does({ version, teamIds, ...words }, { perform, params: { agentId } }) {
    const patch = { ...words, teamIds: teamIds.split(" ").filter(Boolean) };
    return parseJson((await perform(updateAgent, { agentId, version, patch })).json);
  },
  says: () => ({ text: "Agent change undone" }),
});

const suspending = (suspended: boolean, undo: () => Action): Action =>
  action({
    ...onAgent,
    button: suspended ? "act=suspend" : "act=resume",
    form: {},
    does: async (_form, { perform, params: { agentId } }) =>
      parseJson((await perform(updateAgent, { agentId, patch: { suspended } })).json),
    says: ({ id, name }) => ({
      text: `${name} ${suspended ? "suspended" : "unsuspended"}`,
      undo: { action: undo(), path: pathOf(id) },
    }),
  });
const suspend: Action = suspending(true, () => resume);
const resume: Action = suspending(false, () => suspend);

export const agentActions: Action[] = [makeAgent, changeAgent, putBack, suspend, resume];
