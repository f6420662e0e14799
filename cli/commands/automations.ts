import type { Automation as Whole } from "../../server/domain/automations/schema.ts";
import { ask, workspacePath } from "../client.ts";
import { argument, command, flag, list, requiredValue, value } from "../command.ts";
import { print } from "../output.ts";
import { askPage, paging, withMore } from "../paging.ts";
import { listing, table } from "../table.ts";
import { requireWritable } from "../profile.ts";
import { keepToken } from "../session.ts";
import { readCommand } from "../reading.ts";
import { inWords } from "../times.ts";
import { resolveSettings, type Settings } from "../settings.ts";
import { givenAndCleared, requireChange, suspension } from "../patch.ts";
import { masked } from "../token.ts";

interface Automation {
  id: string;
  name: string;
  suspended?: boolean;
}
interface WithSecret {
  secret: string;
  automation?: Automation;
}

async function pathOf(settings: Settings, automation?: string): Promise<string> {
  const path = `${await workspacePath(settings)}/automations`;
  return automation ? `${path}/${encodeURIComponent(automation)}` : path;
}

const nameOf = ({ automation: { id, name, suspended } }: { automation: Automation }) =>
  listing([["ID", id], ["Name", name], ["Suspended", suspended ? "yes" : "no"]]);

function renderOne({ automation }: { automation: Whole }): string {
  const { id, name, description, providerType, teamIds, scopes, suspended } = automation;
  const { label, prefix, lastUsedAt } = automation.credential;
  return listing([
    ["ID", id],
    ["Name", name],
    ["Description", description],
    ["Provider", providerType],
    ["Teams", teamIds === null ? "all public teams" : teamIds.join(", ")],
    ["Scopes", scopes.join(" ")],
    ["Suspended", suspended ? "yes" : "no"],
    ["Secret", `${label} (${prefix}…)`],
    ["Last used", lastUsedAt === null ? "never" : inWords(lastUsedAt)],
  ]);
}

/** Masks the secret if the profile stores it. Otherwise it is shown only this once. */
function keepOrShow(settings: Settings, use: boolean | undefined, answer: WithSecret): WithSecret {
  if (!use) return answer;
  keepToken(settings, answer.secret);
  return { ...answer, secret: masked(answer.secret) };
}
const secretOf = ({ automation, secret }: WithSecret) =>
  listing([["ID", automation?.id], ["Secret", secret]]);

const boundaries = {
  teamId: list("<id>", "Team to grant access to (repeatable)"),
  scope: list("<scope>", "Scope, such as tasks.read (repeatable)"),
};
const automationArgument = { automation: argument("Automation, by ID or name") };

export const commands = [
  command({
    path: "admin automations list",
    summary: "List automations",
    options: paging,
    async run({ options, globals }) {
      const settings = resolveSettings(globals);
      const path = await pathOf(settings);
      const answer = await askPage<"automations", Automation>(
        settings,
        path,
        "automations",
        options,
      );
      await print(globals, answer, ({ automations }) => {
        const rows = automations.map(({ id, suspended, name }) => [
          ...[id, suspended ? "yes" : "", name],
        ]);
        const body = table(["ID", "Suspended", "Name"], rows, "No automations yet");
        return withMore(body, answer);
      });
    },
  }),
  readCommand({
    path: "admin automations show",
    summary: "Show an automation",
    at: "automations/{automation}",
    args: automationArgument,
    format: renderOne,
  }),
  command({
    path: "admin automations create",
    summary: "Create an automation and show its secret once",
    options: {
      name: requiredValue("<name>", "Name"),
      description: value("<text>", "Description"),
      providerType: value("<type>", "Provider, such as github"),
      ...boundaries,
      credentialLabel: value("<label>", "Name of the secret"),
      use: flag("Store the secret in the profile and use it, instead of showing it"),
    },
    async run({ options, globals }) {
      const { use, teamId: teamIds, scope: scopes, ...fields } = options;
      const settings = resolveSettings(globals);
      if (use) requireWritable(settings.files);
      const answer = await ask<WithSecret>(settings, {
        method: "POST",
        path: await pathOf(settings),
        body: { ...fields, teamIds, scopes },
      });
      await print(globals, keepOrShow(settings, use, answer), secretOf);
    },
  }),
  command({
    path: "admin automations update",
    summary: "Update an automation",
    args: automationArgument,
    options: {
      name: value("<name>", "Name"),
      description: value("<text>", "Description"),
      clearDescription: flag("Remove the description"),
      teamId: list("<id>", "Team to grant access to; replaces the current teams (repeatable)"),
      scope: list("<scope>", "Scope, such as tasks.read; replaces the current scopes (repeatable)"),
      suspend: flag("Suspend the automation"),
      unsuspend: flag("Unsuspend the automation"),
    },
    async run({ path, args, options, globals }) {
      const { teamId: teamIds, scope: scopes, clearDescription, suspend, unsuspend, ...fields } =
        options;
      if (clearDescription && fields.description !== undefined) {
        throw givenAndCleared("description", "clearDescription");
      }
      const body = requireChange(path, {
        ...fields,
        ...(clearDescription && { description: null }),
        teamIds,
        scopes,
        ...suspension({ suspend, unsuspend }),
      });
      const settings = resolveSettings(globals);
      const answer = await ask<{ automation: Automation }>(settings, {
        method: "PATCH",
        path: await pathOf(settings, args.automation),
        body,
      });
      await print(globals, answer, nameOf);
    },
  }),
  command({
    path: "admin automations rotate",
    summary: "Rotate an automation's secret and show the new secret once",
    args: automationArgument,
    options: {
      credentialLabel: value("<label>", "Name of the new secret"),
      use: flag("Store the secret in the profile and use it, instead of showing it"),
    },
    async run({ args, options, globals }) {
      const { use, ...body } = options;
      const settings = resolveSettings(globals);
      if (use) requireWritable(settings.files);
      const answer = await ask<WithSecret>(settings, {
        method: "POST",
        path: `${await pathOf(settings, args.automation)}/rotate-secret`,
        body,
      });
      await print(globals, keepOrShow(settings, use, answer), secretOf);
    },
  }),
];
