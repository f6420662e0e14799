import { listShortcuts } from "../../views/ui/keys_dialog.tsx";
import { channelNames } from "../../views/settings/channel_names.ts";
import { gauges } from "../api/metrics.ts";
import type { Roles } from "../domain/core/actor.ts";
import { firstPreferences } from "../domain/preferences/schema.ts";
import { notificationKinds } from "../domain/vocabulary.ts";
import { Metrics } from "../http/metrics.ts";
import { type Access, catalogue } from "../palette/catalogue.ts";
import { addresses } from "./addresses.ts";
import {
  answer,
  people,
  type Permission,
  teamPermissions,
  workspacePermissions,
} from "./permissions.ts";
import { settings } from "./settings.ts";
import type { WriteTable } from "./tables.ts";
import { code, table } from "./table.ts";

/** The people who can use a command in the palette. */
const audiences: Readonly<Record<Access, string>> = {
  member: "Everyone",
  manager: "Owners and admins",
  taskCreator: "People who can create tasks",
  roadmapViewer: "Owners, admins, and project leads",
};

function permissionsTable(
  action: string,
  permissions: readonly Permission[],
  actors: ReadonlyMap<string, Roles>,
): string {
  const roles = [...actors.keys()].map((role) => role[0]!.toUpperCase() + role.slice(1));
  return table(
    [action, ...roles],
    permissions.map((one) => [
      one.action,
      ...[...actors.values()].map((actor) => answer(one, actor)),
    ]),
  );
}

/** Tables of the web interface and of the server. */
export const productTables: Record<string, WriteTable> = {
  addresses: () =>
    table(
      ["Address", "Page", "Available to"],
      Object.entries(addresses).flatMap(([audience, pages]) =>
        Object.entries(pages).map(([path, [name, docs]]) => [
          code(path.replace(/:(\w+)/g, "{$1}")),
          `[${name}](${docs})`,
          audience,
        ])
      ),
    ),
  settings: () =>
    table(
      ["Setting", "Description"],
      Object.entries(settings)
        .map(([name, [byDefault, text]]) => [code(name), `${text} Default: ${byDefault}.`]),
    ),
  actions: () =>
    table(
      ["Command", "Available to", "Search terms"],
      catalogue.map(({ title, access, words }) => [
        title,
        audiences[access],
        words.match(/go to|\S+/g)?.join(", ") ?? "",
      ]),
    ),
  metrics: () => {
    const text = new Metrics().text("", []);
    const own = [...text.matchAll(/^# HELP (\S+) (.+)$/gm)].map(([, name, help]) => [name!, help!]);
    const all = [...Object.entries(gauges), ...own].toSorted();
    return table(["Metric", "Description"], all.map(([name, help]) => [code(name!), help!]));
  },
  notifications: () =>
    table(
      ["Notification", "In the API", "Default"],
      notificationKinds.map((kind) => [
        channelNames[kind],
        code(kind),
        firstPreferences.notifications[kind] === "mail" ? "inbox and email" : "inbox",
      ]),
    ),
  permissions: (of) =>
    of === "team"
      ? permissionsTable("Team action", teamPermissions, people.team)
      : permissionsTable("Action", workspacePermissions, people.workspace),
  shortcuts: () =>
    listShortcuts("owners").map(([heading, keys]) =>
      `## ${heading}\n\n${
        table(
          ["Action", "Keys"],
          keys.map(([name, press]) => [name, press.map((key) => code(key)).join(" ")]),
        )
      }`
    ).join("\n\n"),
};
