import type { JSX } from "hono/jsx/jsx-runtime";
import type { z } from "zod";
import type { PageMemory } from "../../views/page_memory.ts";
import type { Act, Actor, ContextServices, Mutation, Query } from "../domain/core/operation.ts";
import type { ListPage } from "../domain/core/page.ts";
import type { Favorite } from "../domain/favorites/schema.ts";
import type { Team } from "../domain/teams/schema.ts";
import type { View } from "../domain/saved_views/schema.ts";
import type { Browser } from "./visit.ts";
import type { PathParams } from "./path.ts";

/**
 * What goes into an operation from a form or a URL: its fields have to be there, what they hold is judged by the
 * operation's own schema.
 */
export type AsTyped<T> = unknown extends T ? T
  : [NonNullable<T>] extends [string | number | boolean | readonly unknown[]] ? unknown
  : { [K in keyof T]: AsTyped<T[K]> };

/** All that a page reads from. It can ask, and change nothing. */
export interface PageContext<V, P extends string = string> {
  /** Who looks at it. */
  viewer: V;
  /** Whether they belong to a workspace. */
  inWorkspace: boolean;
  /** The page's own, with its query. */
  url: URL;
  /** The page that they ask from; null where the browser doesn't say. */
  asking: URL | null;
  /** What they peek at beside that page; null where they don't. */
  peeked: URL | null;
  params: PathParams<P>;
  now: Date;
  /** Whether it is drawn because a form on it was refused, which it shows as it was typed. */
  refused: boolean;
  /** What was drawn before and can be shown again. */
  memory: PageMemory;
  /** Whether mail leaves this server. */
  sendsMail: boolean;
  /** Who may make an account on it. */
  signup: ContextServices["settings"]["signup"];
  /** @throws what the query throws */
  ask<I extends z.ZodType, O>(
    query: Query<NonNullable<V>, I, O>,
    input: AsTyped<z.input<I>>,
  ): Promise<O>;
  /**
   * What `ask` gives, or gave whoever sees the same since anything was committed: for what takes long and doesn't
   * depend on the clock.
   * @throws what the query throws
   */
  askOnce<I extends z.ZodType, O>(
    query: Query<NonNullable<V>, I, O>,
    input: AsTyped<z.input<I>>,
  ): Promise<O>;
  /**
   * What `draw` gives, or gave whoever sees the same since anything was committed: for much HTML that depends on the
   * database, its viewer, the day and `what` alone.
   * @param what names it among all that is kept so
   * @throws what `draw` throws
   */
  drawOnce(what: readonly unknown[], draw: () => Promise<JSX.Element>): Promise<JSX.Element>;
  /** Every record of a list, page after page. @throws what the query throws */
  askAll<I extends z.ZodType, T>(
    query: Query<NonNullable<V>, I, ListPage<T>>,
    input?: Omit<AsTyped<z.input<I>>, "limit" | "cursor">,
  ): Promise<T[]>;
  /** What the viewer pinned, in their order. */
  favorites(): Promise<readonly Favorite[]>;
  /** The views that the viewer sees, of tasks and of projects. */
  views(): Promise<readonly View[]>;
  /** The teams that the viewer sees. */
  teams(): Promise<readonly Team[]>;
}

/** What is to be done once, however often it is sent. */
export interface WebAttempt {
  /** What the tries have in common, and no other has: JSON. */
  name: unknown;
  /** What makes one of them another request: JSON. */
  request?: unknown;
}

/** All that an action has to do with. */
export interface ActionContext<V, P extends string = string> extends PageContext<V, P> {
  /** What `perform` did last. */
  act: Readonly<Act>;
  /** @throws what the mutation throws */
  perform<I extends z.ZodType, O>(
    mutation: Mutation<NonNullable<V>, I, O>,
    input: AsTyped<z.input<I>>,
  ): Promise<O>;
  /**
   * The same once, however often it is tried: nothing is done where who asks has done it before.
   * @param attempt undefined where each try counts
   * @returns what was done; of what was done before the id alone, and of what another request of that name did
   */
  performOnce<I extends z.ZodType, O extends { id: string }>(
    attempt: WebAttempt | undefined,
    mutation: Mutation<NonNullable<V>, I, O>,
    input: AsTyped<z.input<I>>,
  ): Promise<{ done: O } | { before: string } | { other: string }>;
  /** The same by somebody else than the viewer: by nobody yet, say. */
  performAs<A extends Actor, I extends z.ZodType, O>(
    actor: A,
    mutation: Mutation<A, I, O>,
    input: AsTyped<z.input<I>>,
  ): Promise<O>;
  /** What signing in and out needs. */
  browser: Browser;
}
