import { ask, workspacePath } from "../../client.ts";
import { Failure } from "../../failure.ts";
import type { Outgoing } from "../../http.ts";
import { oneLine } from "../../output.ts";
import { resolveSettings } from "../../settings.ts";

type Row = Record<string, unknown>;

/** The records that a shell requests from the server, and the field with their name. */
const asked = {
  teams: { at: "teams", word: "key" },
  members: { at: "members", word: "username" },
  projects: { at: "projects", word: "key" },
  labels: { at: "labels", word: "name" },
  views: { at: "views", word: "key" },
  tasks: { at: "tasks", word: "reference", query: { sort: "-updatedAt" } },
} as const satisfies Record<string, { at: string; word: string; query?: Outgoing["query"] }>;

export type AskedKind = keyof typeof asked;
export const askedKinds = Object.keys(asked) as AskedKind[];

export function isAskedKind(name: string): name is AskedKind {
  return Object.hasOwn(asked, name);
}

/** The kind of record by the name of an option or argument, without a leading `not`. */
const kinds: Readonly<Record<string, AskedKind>> = {
  ...{ teamId: "teams", projectId: "projects", assigneeId: "members", creatorId: "members" },
  ...{ leadId: "members", memberId: "members", approver: "members" },
  ...{
    actorId: "members",
    team: "teams",
    member: "members",
    project: "projects",
    view: "views",
    task: "tasks",
    tasks: "tasks",
  },
  ...{ what: "tasks", label: "labels", labels: "labels", tag: "labels", addTag: "labels" },
  ...{ removeTag: "labels", allLabels: "labels", parentId: "tasks", before: "tasks" },
  ...{ after: "tasks", blocks: "tasks", blockedBy: "tasks", relatesTo: "tasks", into: "labels" },
};

/** Returns the kind of record that an option or argument of a command names, if any. */
export function askedFor(path: string, name: string): AskedKind | undefined {
  if (/^(pat|auth) /.test(path)) return undefined;
  if (path.startsWith("workspace ") && ["before", "after"].includes(name)) return undefined;
  const bare = name.replace(/^not(?=[A-Z])/, "");
  return kinds[bare === name ? name : bare[0]!.toLowerCase() + bare.slice(1)];
}

/** Requests the names of a kind of record. Returns none if that fails, because a shell can't show errors. */
export async function askedWords(kind: AskedKind): Promise<string[]> {
  const { at, word, ...more } = asked[kind];
  try {
    const settings = resolveSettings({});
    const path = `${await workspacePath(settings)}/${at}`;
    const query = { limit: "250", ...("query" in more ? more.query : {}) };
    const answer = await ask<Record<string, Row[]>>(settings, { method: "GET", path, query });
    return (answer[at] ?? []).map((row) => oneLine(String(row[word] ?? ""))).filter(Boolean);
  } catch (error) {
    if (error instanceof Failure) return [];
    throw error;
  }
}
