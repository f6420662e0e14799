import type { Kysely } from "kysely";
import type { z } from "zod";
import type { Database } from "../../database/open.ts";
import type { BeforeCommit } from "../../database/queue.ts";
import type { Tables } from "../../database/tables.ts";
import type { Anonymous, Member, Principal, Scope } from "./actor.ts";
import { type DomainError, Invalid } from "./errors.ts";
import type { Caches } from "./caches.ts";
import type { EvenAnswerTime } from "./even_answer_time.ts";
import type { Mailer } from "./mailer.ts";
import { unknownName, validationMessage } from "./validation_messages.ts";
import { requireScope, requireSession, withCurrentPermissions } from "./permission.ts";

export type Db = Kysely<Tables>;

/** The database for reads. Only raw SQL could write through it. */
export type ReadDb = Pick<
  Db,
  "selectFrom" | "selectNoFrom" | "fn" | "dynamic" | "getExecutor" | "executeQuery"
>;

/** The context of an error: a request's ID, or the server's own job. */
export type Occasion = { requestId: string } | { job: string };

/** The outside services of operations, which tests can replace. */
export interface Services {
  database: Database;
  mailer: Mailer;
  clock: () => Date;
  evenAnswerTime: EvenAnswerTime;
  caches: Caches;
  /** Called after every commit of an operation. */
  committed: () => void;
  /** Logs an unexpected error with its stack, and its context if known. */
  logError: (error: unknown, occasion?: Occasion) => void;
  settings: {
    signup: "open" | "invite" | "closed";
    taskLimit: number | undefined;
    origin: string;
  };
}

/** The services in a context. The context's own transaction is the only way to write. */
export type ContextServices = Omit<Services, "database"> & { database: Omit<Database, "write"> };

export type Actor = Anonymous | Principal | Member;

/** The context of a query's `run` and of reads. In a write, `db` is the transaction. */
export interface ReadContext<A = unknown> {
  actor: A;
  db: ReadDb;
  now: Date;
  services: ContextServices;
}

/**
 * The context of an operation's `run`. It awaits only queries on `tx`, because all other writes wait for it. Between
 * slices of long work, it lets reads run.
 */
export interface WriteContext<A = unknown> extends ReadContext<A> {
  tx: Db;
  act: Act;
  /** Defers work to the end of the transaction, together with other writes of the same commit. */
  beforeCommit: BeforeCommit;
  /** Runs an effect after the commit, such as an email. If the effect fails, the commit stays. */
  afterCommit(effect: () => void): void;
}

/** All changes of one operation's run. */
export interface Act {
  /** The first activity entry that can be undone, which identifies the act for undo. */
  id?: string | undefined;
  /** The IDs of changed records, if the input named several. Others had the value already. */
  changed?: readonly string[] | undefined;
}

/** The audience of an operation: anyone, signed-in people, or members of a workspace. */
export type Audience = "anyone" | "principal" | "member";

interface Description<I extends z.ZodType> {
  /** `noun.verb`, unique. */
  name: string;
  /** The scope that a token needs. Null means any token for a read, and a session for a change. */
  scope: Scope | null;
  /** Whether the operation requires a session, whatever the token's scopes. */
  session?: true;
  /** Strict: unknown fields are refused. */
  input: I;
}

/** A read without changes. Run it with `perform`. */
export type Query<A, I extends z.ZodType, O> = Description<I> & {
  audience: Audience;
  writes: false;
  run(context: ReadContext<A>, input: z.output<I>): Promise<O>;
};

/** An operation that changes something, in one transaction. Run it with `perform`. */
export type Mutation<A, I extends z.ZodType, O> = Description<I> & {
  audience: Audience;
  writes: true;
  run(context: WriteContext<A>, input: z.output<I>): Promise<O | Refused>;
};

/** An operation of Backlog. */
export type Operation<A, I extends z.ZodType, O> = Query<A, I, O> | Mutation<A, I, O>;

/** An error that keeps the transaction's changes: a wrong code is counted, then refused. */
export class Refused {
  constructor(readonly error: DomainError) {}
}

type Write<A, I extends z.ZodType, O> = Description<I> & {
  run(context: WriteContext<A>, input: z.output<I>): Promise<O | Refused>;
};
type Read<A, I extends z.ZodType, O> = Description<I> & {
  run(context: ReadContext<A>, input: z.output<I>): Promise<O>;
};

function writing<A>(audience: Audience) {
  return <I extends z.ZodType, O>(parts: Write<A, I, O>): Mutation<A, I, O> => ({
    ...parts,
    audience,
    writes: true,
  });
}

function reading<A>(audience: Audience) {
  return <I extends z.ZodType, O>(parts: Read<A, I, O>): Query<A, I, O> => ({
    ...parts,
    audience,
    writes: false,
  });
}

/** A change inside a workspace, in one transaction. */
export const operation = writing<Member>("member");
/** A read inside a workspace. */
export const query = reading<Member>("member");
/** Creates a change by someone who is signed in, without a workspace. */
export const principalOperation = writing<Principal>("principal");
/** Creates a read by someone who is signed in, across workspaces. */
export const principalQuery = reading<Principal>("principal");
/** Creates a change by anyone. */
export const publicOperation = writing<Anonymous>("anyone");

/** A wrapper around a write, in its transaction. A retry's first response can be found and stored there. */
export type Around<O> = (
  context: WriteContext,
  run: () => Promise<O | Refused>,
) => Promise<O | Refused>;

/**
 * Runs an operation for an actor: checks the scope, parses the input, and runs it. A write runs in one transaction,
 * with the actor's current access.
 * @param input untrusted input
 * @param around wraps a write, inside its transaction
 * @throws Forbidden without the scope; Invalid for each invalid field; errors of `run`
 */
export async function perform<A extends Actor, I extends z.ZodType, O>(
  services: Services,
  actor: A,
  operation: Operation<A, I, O>,
  input: unknown,
  around: Around<O> = (_context, run) => run(),
): Promise<O> {
  requireNeeds(actor, operation);
  const parsed = parseInput(operation.input, input, operation.writes ? "field" : "parameter");
  const now = services.clock();
  if (!operation.writes) {
    const run = () => operation.run({ actor, db: services.database.read, now, services }, parsed);
    return await looking(actor, services, Object(parsed).q, run);
  }
  let effects: (() => void)[] = [];
  const afterCommit = (effect: () => void) => void effects.push(effect);
  const outcome = await services.database.write(async (tx, beforeCommit) => {
    effects = [];
    const asked = { actor, tx, db: tx, now, services, act: {}, beforeCommit, afterCommit };
    const context = await withCurrentPermissions(asked, operation.audience);
    return await around(context, () => operation.run(context, parsed));
  });
  for (const effect of effects) attempt(services, effect);
  services.committed();
  if (outcome instanceof Refused) throw outcome.error;
  return outcome as O;
}

function attempt({ logError }: Services, effect: () => void): void {
  try {
    effect();
  } catch (error) {
    logError(error);
  }
}

/**
 * Runs a read that searches for words. Its duration is hidden from actors with hidden teams.
 * @param words the words, if the read depends on some
 */
export function looking<O>(
  actor: Actor,
  { evenAnswerTime }: ContextServices,
  words: string | undefined,
  read: () => Promise<O>,
): Promise<O> {
  const seesAll = !("hiddenTeamIds" in actor) || actor.hiddenTeamIds.length === 0;
  return words === undefined || seesAll ? read() : evenAnswerTime.take(read);
}

/**
 * Runs an operation as a part of another one, in its transaction if there is one, with the same checks.
 * @param input untrusted input
 * @throws errors of `perform`; TypeError for a change within a read, and for `Refused`
 */
export async function within<A extends Actor, I extends z.ZodType, O>(
  context: ReadContext<A> | WriteContext<A>,
  operation: Operation<A, I, O>,
  input: unknown,
): Promise<O> {
  requireNeeds(context.actor, operation);
  const parsed = parseInput(operation.input, input);
  if (!operation.writes) return await operation.run(context, parsed);
  if (!("tx" in context)) throw new TypeError(`A read can't run ${operation.name}.`);
  const outcome = await operation.run(context, parsed);
  // The error would roll back the changes that it keeps
  if (outcome instanceof Refused) throw new TypeError(`${operation.name} stands by itself alone.`);
  return outcome;
}

/** The requirements of an operation for tokens. */
export interface Needs {
  /** Whether only a session is accepted. */
  session: boolean;
  scope: Scope | null;
}

/**
 * Returns the requirements that the guard checks and the API description shows. A change without a scope was granted to
 * no token, so it requires a session.
 */
export function needsOf(
  { audience, scope, session, writes }: {
    audience: Audience;
    scope: Scope | null;
    session?: true;
    writes: boolean;
  },
): Needs {
  const change = scope === null && writes && audience !== "anyone";
  return { session: session === true || change, scope };
}

/** Checks the requirements. If no scope would help a token, the error says so instead of naming a scope. */
function requireNeeds(actor: Actor, operation: Parameters<typeof needsOf>[0]): void {
  if (actor.kind === "anonymous") return;
  const { session, scope } = needsOf(operation);
  if (session) requireSession(actor);
  if (scope !== null) requireScope(actor, scope);
}

/**
 * Parses input from outside.
 * @param kind the kind of its names, for messages about unknown ones
 * @throws Invalid with the path of each invalid field
 */
export function parseInput<I extends z.ZodType>(
  schema: I,
  input: unknown,
  kind?: "field" | "parameter",
): z.output<I> {
  const parsed = schema.safeParse(input, { error: validationMessage });
  if (parsed.success) return parsed.data;
  throw new Invalid(parsed.error.issues.flatMap((issue) => {
    const path = issue.path.map((part) => typeof part === "number" ? part : String(part));
    if (issue.code !== "unrecognized_keys") return [{ path, message: issue.message }];
    return issue.keys.map((unknown) => ({
      path: [...path, unknown],
      message: unknownName(unknown, kind),
    }));
  }));
}
