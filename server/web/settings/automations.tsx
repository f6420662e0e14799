import { automationPagePath, automationSettingsPath } from "../../../views/settings_paths.ts";
import { Automations, type OpenAutomation } from "../../../views/settings/automations.tsx";
import { listAgents } from "../../domain/agents/list.ts";
import { createAutomation } from "../../domain/automations/create.ts";
import { findAutomation, listAutomations } from "../../domain/automations/list.ts";
import { rotateSecret } from "../../domain/automations/rotate.ts";
import type { Agent } from "../../domain/agents/schema.ts";
import type { Automation } from "../../domain/automations/schema.ts";
import { updateAutomation } from "../../domain/automations/update.ts";
import { parseJson } from "../../domain/core/json.ts";
import { type Action, action, type Secret } from "../action.ts";
import { filled, many, number, text } from "../forms.ts";
import type { Props } from "../page.ts";
import { pageClockOf } from "../page_clock.ts";
import { changeAgent, makeAgent } from "./agents.ts";
import { nothingToSave } from "./nothing_to_save.ts";
import { settingsPage } from "./page.tsx";

const home = () => automationSettingsPath;

const onAutomation = {
  path: automationPagePath,
  home,
  of: ({ automationId }: { automationId: string }) => automationId,
} as const;

/** Returns the teams chosen in a form, or null for all teams that aren't private. */
const teamsIn = ({ reach, teamIds }: { reach: string; teamIds: string[] | undefined }) =>
  reach === "chosen" ? teamIds ?? [] : null;

/** Returns an automation's secret with the command that exchanges it for a token. */
const shown = (secret: string): Secret => ({
  name: "Automation secret",
  secret,
  line: `BACKLOG_TOKEN=${secret} bash backlog.sh auth exchange --save`,
});

const create = action({
  path: automationSettingsPath,
  closes: ["create", "name"],
  form: {
    name: text,
    description: text,
    providerType: filled,
    reach: text,
    teamIds: many,
    scopes: many,
    credentialLabel: filled,
  },
  does: async ({ reach, teamIds, scopes, ...form }, { perform }) => {
    const input = { ...form, scopes: scopes ?? [], teamIds: teamsIn({ reach, teamIds }) };
    const { json, secret } = await perform(createAutomation, input);
    return { secret, automation: parseJson(json) };
  },
  reveals: ({ secret }) => shown(secret),
  says: ({ automation }) => ({ text: `Automation ${automation.name} created`, quiet: true }),
  home,
});

const change = action({
  ...onAutomation,
  closes: ["edit"],
  form: {
    name: text,
    description: text,
    reach: text,
    teamIds: many,
    scopes: many,
    version: number,
  },
  async does(
    { version, reach, teamIds, scopes, ...words },
    { ask, perform, params: { automationId } },
  ) {
    const before = parseJson((await ask(findAutomation, { automationId })).json);
    const patch = { ...words, scopes: scopes ?? [], teamIds: teamsIn({ reach, teamIds }) };
    const input = { automationId, version, patch };
    return { before, now: parseJson((await perform(updateAutomation, input)).json) };
  },
  says: ({ before, now }) =>
    before.version === now.version ? nothingToSave : {
      text: `Automation ${now.name} saved`,
      undo: {
        action: putBack,
        path: `${automationSettingsPath}/${now.id}`,
        along: {
          name: before.name,
          description: before.description ?? "",
          reach: before.teamIds === null ? "public" : "chosen",
          teamIds: (before.teamIds ?? []).join(" "),
          scopes: before.scopes.join(" "),
          version: String(now.version),
        },
      },
    },
});

const words = (list: string) => list.split(" ").filter(Boolean);

/** Undoes a change to an automation, unless someone changed the automation since. */
const putBack: Action = action({
  ...onAutomation,
  button: "act=back",
  form: {
    name: text,
    description: text,
    reach: text,
    teamIds: text,
    scopes: text,
    version: number,
  },
  async does({ version, reach, teamIds, scopes, ...form }, { perform, params: { automationId } }) {
    const teams = teamsIn({ reach, teamIds: words(teamIds) });
    const patch = { ...form, scopes: words(scopes), teamIds: teams };
    return parseJson((await perform(updateAutomation, { automationId, version, patch })).json);
  },
  says: () => ({ text: "Automation change undone" }),
});

const suspending = (suspended: boolean, undo: () => Action): Action =>
  action({
    ...onAutomation,
    button: suspended ? "act=suspend" : "act=resume",
    form: {},
    does: async (_form, { perform, params: { automationId } }) =>
      parseJson((await perform(updateAutomation, { automationId, patch: { suspended } })).json),
    says: ({ id, name }) => ({
      text: suspended ? `${name} and its agents suspended` : `${name} unsuspended`,
      undo: { action: undo(), path: `${automationSettingsPath}/${id}` },
    }),
  });
const suspend: Action = suspending(true, () => resume);
const resume: Action = suspending(false, () => suspend);

const rotate = action({
  ...onAutomation,
  button: "act=rotate",
  closes: ["rotate"],
  form: { credentialLabel: filled },
  does: ({ credentialLabel }, { perform, params: { automationId } }) =>
    perform(rotateSecret, { automationId, credentialLabel }),
  reveals: ({ secret }) => shown(secret),
  says: () => ({ text: "Secret rotated. The old secret no longer works.", quiet: true }),
});

export const automationActions: Action[] = [
  create,
  change,
  putBack,
  suspend,
  resume,
  rotate,
];

/** The workspace's automations. */
export const automationSettingsPage = settingsPage({
  path: automationSettingsPath,
  who: "managers",
  read: async (at) => ({
    automations: await at.askAll(listAutomations),
    agents: await at.askAll(listAgents),
    teams: (await at.teams()).filter(({ archivedAt }) => archivedAt === null),
    clock: pageClockOf(at),
    asked: at.url.searchParams,
  }),
}).shows({
  title: () => "Automation",
  main: (props) => <Automations {...props} open={openOn(props)} />,
});

/** Returns the refused form, or the form that the URL opens. */
function openOn({ automations, agents, asked, secret, refused }: Props<{
  automations: readonly Automation[];
  agents: readonly Agent[];
  asked: URLSearchParams;
}>): OpenAutomation | null {
  const made = refused(create);
  if (made) return { form: "automation", id: null, typed: made.values, refused: made };
  for (const { id } of automations) {
    const changed = refused(change, id);
    if (changed) return { form: "automation", id, typed: changed.values, refused: changed };
    const rotated = refused(rotate, id);
    if (rotated) {
      return { form: "rotate", id, label: rotated.values.credentialLabel, refused: rotated };
    }
    const joined = refused(makeAgent, id);
    if (joined) {
      const { values: typed } = joined;
      return { form: "agent", id: null, automationId: id, typed, refused: joined };
    }
  }
  for (const { id, automationId } of agents) {
    const changed = refused(changeAgent, id);
    if (changed) {
      return { form: "agent", id, automationId, typed: changed.values, refused: changed };
    }
  }
  return secret ? null : openBy(asked, agents);
}

function openBy(asked: URLSearchParams, agents: readonly Agent[]): OpenAutomation | null {
  const refused = null;
  if (asked.has("create")) {
    const name = asked.get("name") ?? undefined;
    return { form: "automation", id: null, typed: name ? { name } : {}, refused };
  }
  const [edit, rotated, agent, editAgent] = ["edit", "rotate", "agent", "editAgent"]
    .map((name) => asked.get(name));
  if (edit) return { form: "automation", id: edit, typed: {}, refused };
  if (rotated) return { form: "rotate", id: rotated, refused };
  if (agent) return { form: "agent", id: null, automationId: agent, typed: {}, refused };
  const edited = agents.find(({ id }) => id === editAgent);
  if (!edited) return null;
  const { id, automationId } = edited;
  return { form: "agent", id, automationId, typed: {}, refused };
}
