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
  listing([["Id", id], ["Name", name], ["Suspended", suspended ? "yes" : "no"]]);

function renderOne({ automation }: { automation: Whole }): string {
  const { id, name, description, providerType, teamIds, scopes, suspended } = automation;
  const { label, prefix, lastUsedAt } = automation.credential;
  return listing([
    ["Id", id],
    ["Name", name],
    ["What it does", description],
    ["What runs it", providerType],
    ["Teams", teamIds === null ? "every one that is not private" : teamIds.join(", ")],
    ["Scopes", scopes.join(" ")],
    ["Suspended", suspended ? "yes" : "no"],
    ["Secret", `${label} (${prefix}…)`],
    ["Used", lastUsedAt === null ? "never" : inWords(lastUsedAt)],
  ]);
}

/** The secret is shown this once, unless the profile keeps it. */
function keepOrShow(settings: Settings, use: boolean | undefined, answer: WithSecret): WithSecret {
  if (!use) return answer;
  keepToken(settings, answer.secret);
  return { ...answer, secret: masked(answer.secret) };
}
const secretOf = ({ automation, secret }: WithSecret) =>
  listing([["Id", automation?.id], ["Secret", secret]]);

const boundaries = {
  teamId: list("<id>", "A team that it works in; repeat it for several"),
  scope: list("<scope>", "What it may do: tasks.read; repeat it for several"),
};
const automationArgument = { automation: argument("The automation's id or name") };

export const commands = [
  command({
    path: "admin automations list",
    summary: "List the workspace's automations",
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
        const body = table(["Id", "Suspended", "Name"], rows, "There is no automation yet.");
        return withMore(body, answer);
      });
    },
  }),
  readCommand({
    path: "admin automations show",
    summary: "Show an automation, and when its secret was used",
    at: "automations/{automation}",
    args: automationArgument,
    tell: renderOne,
  }),
  command({
    path: "admin automations create",
    summary: "Create an automation; its secret is shown this once",
    options: {
      name: requiredValue("<name>", "How it is called"),
      description: value("<text>", "What it does"),
      providerType: value("<type>", "What runs it"),
      ...boundaries,
      credentialLabel: value("<label>", "How its secret is called"),
      use: flag("Keep the secret in the profile instead of showing it, and use it from now on"),
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
    summary: "Change an automation",
    args: automationArgument,
    options: {
      name: value("<name>", "How it is called"),
      description: value("<text>", "What it does"),
      clearDescription: flag("Take the description away"),
      ...boundaries,
      suspend: flag("Refuse its tokens"),
      unsuspend: flag("Let its tokens work again"),
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
    summary: "Give an automation a new secret, shown this once",
    args: automationArgument,
    options: {
      credentialLabel: value("<label>", "How the new secret is called"),
      use: flag("Keep the secret in the profile instead of showing it, and use it from now on"),
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
