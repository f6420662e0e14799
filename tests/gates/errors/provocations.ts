import type { Endpoint } from "../../../server/api/endpoint.ts";
import { type Scope, scopes } from "../../../server/domain/core/actor.ts";
import { createApproval } from "../../../server/domain/approvals/create.ts";
import { createComment } from "../../../server/domain/comments/create.ts";
import { createPersonalToken } from "../../../server/domain/personal_tokens/create.ts";
import { createTask } from "../../../server/domain/tasks/create.ts";
import { parseJson } from "../../../server/domain/core/json.ts";
import type { TaskDetail } from "../../../server/domain/tasks/schema.ts";
import { perform } from "../../../server/domain/core/operation.ts";
import { knownValues } from "../fuzz/known.ts";
import type { Known } from "../fuzz/inputs.ts";
import type { FullCast } from "../support/full_cast.ts";

/** A request that must be refused. */
export interface Provocation {
  path: string;
  /** The sender's token, by default an owner's session, or null without one. */
  token?: string | null | undefined;
  body?: unknown;
  headers?: Record<string, string>;
}

/** The parts of requests: real values, and tokens with every scope except one. */
export interface Stage {
  fullCast: FullCast;
  known: Known;
  without: Map<Scope | null, string>;
}

/** A key that was used for another request. */
export const usedKey = "used-before";

/**
 * How to provoke each error that has the same cause everywhere: the requests for an endpoint, or none if it can't occur
 * there.
 */
export const provocations: Record<number, (endpoint: Endpoint, stage: Stage) => Provocation[]> = {
  400: (endpoint, stage) => [{ path: fill(endpoint, stage.known), body: "{" }],
  401: (endpoint, stage) => {
    const path = fill(endpoint, stage.known);
    const body = endpoint.bodyOptional ? {} : endpoint.example ?? {};
    if (endpoint.operation.audience === "anyone") return [{ path, token: null, body }];
    return [null, "blg_hat_gone", "blg_pat_gone", "blg_auto_raw", "none of ours"]
      .map((token) => ({ path, token, body }));
  },
  403: (endpoint, { known, without }) => {
    const { scope, writes, audience } = endpoint.operation;
    if (audience === "anyone" || scope === null && !writes) return [];
    return [{ path: fill(endpoint, known), token: without.get(scope), body: bodyOf(endpoint) }];
  },
  404: (endpoint, { known }) => {
    const { method, path } = endpoint;
    if (method === "GET" && path === "/me") return [{ path: "/me?workspaceId=none" }];
    return namesIn(endpoint).filter((name) => name !== "kind").map((name) => ({
      path: fill(endpoint, { ...known, [name]: ["none"] }),
      body: bodyOf(endpoint),
    }));
  },
  409: (endpoint, { known }) =>
    endpoint.method !== "POST" ? [] : [{
      path: fill(endpoint, known),
      body: bodyOf(endpoint),
      headers: { "idempotency-key": usedKey },
    }],
  412: (endpoint, { known }) =>
    ['"none"', '"999999"'].map((held) => ({
      path: fill(endpoint, known),
      body: bodyOf(endpoint),
      headers: { "if-match": held },
    })),
  413: (endpoint, { known }) => [{
    path: fill(endpoint, known),
    body: JSON.stringify({ title: "x".repeat(1_100_000) }),
  }],
  415: (endpoint, { known }) => {
    const { method, bodyOptional } = endpoint;
    const path = fill(endpoint, known);
    const mustBeJson = ["POST", "PATCH"].includes(method) && !bodyOptional;
    const type = mustBeJson ? "text/plain" : "application/json; charset=utf-16";
    return [["content-type", type], ["content-encoding", "gzip"]]
      .map(([name, value]) => ({ path, body: "title", headers: { [name!]: value! } }));
  },
  422: (endpoint, { known }) => {
    const path = fill(endpoint, known);
    if (endpoint.method === "GET") return [{ path: `${path}?unknown=1` }];
    const body = bodyOf(endpoint);
    return [{ path, body: { ...body, unknown: 1 } }, { path: `${path}?unknown=1`, body }];
  },
};

/** Creates tokens with every scope except one. Under null is one with every scope, which isn't a session. */
async function tokensWithout(fullCast: FullCast): Promise<Stage["without"]> {
  const { world: { services }, ada } = fullCast;
  const tokens: Stage["without"] = new Map();
  for (const scope of [...scopes, null]) {
    const carried = scopes.filter((one) => one !== scope);
    const input = { label: `All but ${scope}`, scopes: carried };
    tokens.set(scope, (await perform(services, ada.member, createPersonalToken, input)).token);
  }
  return tokens;
}

/**
 * Creates Ada's own comment, a request to her, and a change by her, because nobody else's can be edited, decided, or
 * undone.
 */
export async function stageFor(fullCast: FullCast): Promise<Stage> {
  const { world: { services }, ada, chidi, ids } = fullCast;
  const comment = { taskId: ids.task, body: "- [ ] oil the hinges" };
  const { id } = await perform(services, ada.member, createComment, comment);
  const asked = { taskId: ids.task, approverId: ids.ada, body: "May I?" };
  const approval = await perform(services, chidi.member, createApproval, asked);
  const input = { title: "Sand the post", teamId: "ENG" };
  const made = parseJson<TaskDetail>((await perform(services, ada.member, createTask, input)).json);
  const known = {
    ...knownValues(fullCast),
    commentId: [id],
    approvalId: [approval.id],
    activityId: [made.activity[0]!.id],
  };
  return { fullCast, known, without: await tokensWithout(fullCast) };
}

/** Names in a path that refer to different records than elsewhere, with the known value to use. */
const others: [part: string, name: string, at: number][] = [
  ["/favorites/", "kind", 2],
  ["/task-templates/", "templateId", 1],
  ["/project-labels/", "labelId", 1],
  ["/dependencies/", "otherId", 1],
];

/** Returns an endpoint's path with real values. */
export function fill({ path }: Endpoint, known: Known): string {
  return path.replace(/\{(\w+)\}/g, (_all, name: string) => {
    const at = others.find(([part, one]) => one === name && path.includes(part))?.[2] ?? 0;
    return String(known[name]!.at(at) ?? known[name]![0]);
  });
}

function bodyOf({ example, bodyOptional }: Endpoint): Record<string, unknown> {
  return bodyOptional ? {} : example ?? {};
}

function namesIn({ path }: Endpoint): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
}
