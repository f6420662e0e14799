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
import { noSuchField, validationMessage } from "./validation_messages.ts";
import { requireScope, requireSession, withCurrentRole } from "./permission.ts";

export type Db = Kysely<Tables>;

/** The database for whoever only reads: nothing can be written by it but in raw SQL. */
export type ReadDb = Pick<
  Db,
  "selectFrom" | "selectNoFrom" | "fn" | "dynamic" | "getExecutor" | "executeQuery"
>;

/** In the middle of what something went wrong: a request, by its id, or what the server does by itself. */
export type Occasion = { requestId: string } | { job: string };

/** What operations get from outside, so that tests can fix it. */
export interface Services {
  database: Database;
  mailer: Mailer;
  clock: () => Date;
  evenAnswerTime: EvenAnswerTime;
  caches: Caches;
  /** Is told of every commit of an operation. */
  committed: () => void;
  /** Tells the operator of the program's own mistakes, with their stack, and in the middle of what, where it is known. */
  logError: (error: unknown, occasion?: Occasion) => void;
  settings: {
    signup: "open" | "invite" | "closed";
    taskLimit: number | undefined;
    origin: string;
  };
}

/** What a context hands on of them: its own transaction is the one way to write. */
export type ContextServices = Omit<Services, "database"> & { database: Omit<Database, "write"> };

export type Actor = Anonymous | Principal | Member;

/** What a query's `run` gets, and what reading asks for: in a write, `db` is its transaction. */
export interface ReadContext<A = unknown> {
  actor: A;
  db: ReadDb;
  now: Date;
  services: ContextServices;
}

/**
 * What an operation's `run` gets. It awaits nothing but queries on `tx`, since the one writer waits for it; between
 * slices of long work it lets readers go first.
 */
export interface WriteContext<A = unknown> extends ReadContext<A> {
  tx: Db;
  act: Act;
  /** Leaves something for the end of the transaction, for all writes of one commit together. */
  beforeCommit: BeforeCommit;
  /** Does something once the transaction is committed: mail, say. Should it fail, what was committed stands. */
  afterCommit(effect: () => void): void;
}

/** What one operation, run once, does as a whole. */
export interface Act {
  /** The first entry of history that it recorded and that can be taken back, by which all of it is. */
  id?: string | undefined;
  /** Of several records that were named, the ids of those that it changed: others were so already. */
  changed?: readonly string[] | undefined;
}

/** Who may run an operation at all: anyone, somebody signed in, or somebody in a workspace. */
export type Audience = "anyone" | "principal" | "member";

interface Description<I extends z.ZodType> {
  /** `noun.verb`, unique. */
  name: string;
  /** What a token must carry; null where any token, or none, will do for a read, and a session alone for a change. */
  scope: Scope | null;
  /** Whether it takes somebody signed in as themselves, whatever their token carries. */
  session?: true;
  /** Strict: unknown fields are refused. */
  input: I;
}

/** Something that Backlog tells: it changes nothing. Run it with `perform`. */
export type Query<A, I extends z.ZodType, O> = Description<I> & {
  audience: Audience;
  writes: false;
  run(context: ReadContext<A>, input: z.output<I>): Promise<O>;
};

/** Something that Backlog changes, in one transaction. Run it with `perform`. */
export type Mutation<A, I extends z.ZodType, O> = Description<I> & {
  audience: Audience;
  writes: true;
  run(context: WriteContext<A>, input: z.output<I>): Promise<O | Refused>;
};

/** Something that Backlog can do. */
export type Operation<A, I extends z.ZodType, O> = Query<A, I, O> | Mutation<A, I, O>;

/** An error that keeps what the transaction did: a wrong code is counted, then refused. */
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
/** A change by somebody signed in, in no workspace or before one. */
export const principalOperation = writing<Principal>("principal");
/** A read by somebody signed in, across workspaces. */
export const principalQuery = reading<Principal>("principal");
/** A change by anyone at all. */
export const publicOperation = writing<Anonymous>("anyone");

/** What may stand around a write, in its transaction: a retry's first answer can be looked up and kept there. */
export type Around<O> = (
  context: WriteContext,
  run: () => Promise<O | Refused>,
) => Promise<O | Refused>;

/**
 * Runs an operation for an actor: checks the scope, parses the input, then runs it, a write in one transaction and for
 * the actor as they are in it.
 * @param input what came from outside, not yet trusted
 * @param around stands around a write, inside its transaction
 * @throws Forbidden without the scope; Invalid naming each wrong field; whatever `run` throws
 */
export async function perform<A extends Actor, I extends z.ZodType, O>(
  services: Services,
  actor: A,
  operation: Operation<A, I, O>,
  input: unknown,
  around: Around<O> = (_context, run) => run(),
): Promise<O> {
  requireNeeds(actor, operation);
  const parsed = parseInput(operation.input, input);
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
    const context = operation.audience === "member" ? await withCurrentRole(asked) : asked;
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
 * Reads what depends on words that are looked for. From whoever can't see everything, how long that took is kept.
 * @param words none where the read depends on no words
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
 * Runs an operation as a part of another one, in its transaction where it has one, checked and parsed as on its own.
 * @param input what came from outside, not yet trusted
 * @throws what `perform` throws; TypeError for a change within a read, and for one that keeps what it refused
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
  // The error would take back what it keeps
  if (outcome instanceof Refused) throw new TypeError(`${operation.name} stands by itself alone.`);
  return outcome;
}

/** What an operation takes of a token, whoever holds it. */
export interface Needs {
  /** Somebody signed in as themselves: no token that was made for something else. */
  session: boolean;
  scope: Scope | null;
}

/**
 * What the guard of an operation asks for, and what its description tells. A change that no scope stands for was
 * granted to no token, so it takes the person themselves.
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

/** A token that no scope would help is told so, and not asked for a scope first. */
function requireNeeds(actor: Actor, operation: Parameters<typeof needsOf>[0]): void {
  if (actor.kind === "anonymous") return;
  const { session, scope } = needsOf(operation);
  if (session) requireSession(actor);
  if (scope !== null) requireScope(actor, scope);
}

/**
 * Parses what came from outside.
 * @throws Invalid naming each wrong field by its path
 */
export function parseInput<I extends z.ZodType>(schema: I, input: unknown): z.output<I> {
  const parsed = schema.safeParse(input, { error: validationMessage });
  if (parsed.success) return parsed.data;
  throw new Invalid(parsed.error.issues.flatMap((issue) => {
    const path = issue.path.map((part) => typeof part === "number" ? part : String(part));
    if (issue.code !== "unrecognized_keys") return [{ path, message: issue.message }];
    return issue.keys.map((unknown) => ({
      path: [...path, unknown],
      message: noSuchField(unknown),
    }));
  }));
}
