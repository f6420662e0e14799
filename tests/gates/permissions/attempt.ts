import type { Anonymous, Member, Principal } from "../../../server/domain/core/actor.ts";
import { DomainError, NotFound, Unauthenticated } from "../../../server/domain/core/errors.ts";
import { perform, type Services } from "../../../server/domain/core/operation.ts";
import { operations } from "../../../server/operations.ts";
import { nobody } from "../../support/world.ts";
import type { Bearers } from "./bearers.ts";
import type { Outcome } from "./row.ts";

export type AnyOperation = (typeof operations)[number];

/** The result of an attempt, with all messages. */
export interface Attempt {
  outcome: Outcome | string;
  text: string;
}

/** Performs an operation as an actor, as an interface does: authenticates, checks membership, and then performs it. */
export async function attempt(
  services: Services,
  operation: AnyOperation,
  bearer: Bearers[keyof Bearers],
  workspaceId: string,
  input: unknown,
): Promise<Attempt> {
  try {
    const output = await trial(services, operation, bearer, workspaceId, input);
    return { outcome: "ok", text: JSON.stringify(output) ?? "" };
  } catch (error) {
    if (!(error instanceof DomainError)) return { outcome: String(error), text: String(error) };
    return { outcome: error.status as Outcome, text: `${error.message} ${error.hint ?? ""}` };
  }
}

/** Does the same, but returns the operation's result and throws its errors. */
export async function trial(
  services: Services,
  operation: AnyOperation,
  bearer: Bearers[keyof Bearers],
  workspaceId: string,
  input: unknown,
): Promise<unknown> {
  const actor = await actorFor(services, operation, bearer, workspaceId);
  // deno-lint-ignore no-explicit-any -- the table pairs each operation with its input; a wrong one is a 422
  return await perform(services, actor as any, operation as any, input);
}

async function actorFor(
  services: Services,
  operation: AnyOperation,
  bearer: Bearers[keyof Bearers],
  workspaceId: string,
): Promise<Anonymous | Principal | Member> {
  if (operation.audience === "anyone") return nobody;
  if (!bearer) throw new Unauthenticated();
  const inside = operation.audience === "member" ? workspaceId : null;
  const { principal, member } = await bearer(services, inside);
  if (operation.audience === "principal") return principal;
  if (!member) throw new NotFound(`Workspace ${workspaceId} not found.`);
  return member;
}
