import type { JSX } from "hono/jsx/jsx-runtime";
import type { z } from "zod";
import type { PageMemory } from "../../views/page_memory.ts";
import type { Act, Actor, ContextServices, Mutation, Query } from "../domain/core/operation.ts";
import type { ListPage } from "../domain/core/page.ts";
import type { Favorite } from "../domain/favorites/schema.ts";
import type { Team } from "../domain/teams/schema.ts";
import type { View } from "../domain/saved_views/schema.ts";
import type { Env } from "../http/env.ts";
import type { Browser } from "./visit.ts";
import type { PathParams } from "./path.ts";

/** An operation's input from a form or URL. The fields must exist, and the operation's schema checks their values. */
export type AsTyped<T> = unknown extends T ? T
  : [NonNullable<T>] extends [string | number | boolean | readonly unknown[]] ? unknown
  : { [K in keyof T]: AsTyped<T[K]> };

/** Everything that a page can read. A page can't change anything. */
export interface PageContext<V, P extends string = string> {
  /** The person viewing the page. */
  viewer: V;
  /** Whether the viewer belongs to a workspace. */
  inWorkspace: boolean;
  /** The page's own URL, with its query. */
  url: URL;
  /** The URL of the requesting page, or null if the browser doesn't send it. */
  asking: URL | null;
  /** The URL in the panel, or null without an open panel. */
  peeked: URL | null;
  params: PathParams<P>;
  now: Date;
  /** Whether the page is rendered because a form on it was refused. The form then shows the typed values. */
  refused: boolean;
  /** HTML that was rendered before and can be reused. */
  memory: PageMemory;
  /** Whether the server sends emails. */
  sendsMail: boolean;
  /** On the landing page, finds pages of the docs, best first. */
  searchDocs: Env["Variables"]["searchDocs"];
  /** Returns who can create an account on the server. */
  signup(): Promise<ContextServices["settings"]["signup"]>;
  /** @throws the errors of the query */
  ask<I extends z.ZodType, O>(
    query: Query<NonNullable<V>, I, O>,
    input: AsTyped<z.input<I>>,
  ): Promise<O>;
  /**
   * Returns the result of `ask`, cached until the next commit for everyone with the same visibility. For slow queries
   * that don't depend on the clock.
   * @throws errors of the query
   */
  askOnce<I extends z.ZodType, O>(
    query: Query<NonNullable<V>, I, O>,
    input: AsTyped<z.input<I>>,
  ): Promise<O>;
  /**
   * Returns the result of `draw`, cached until the next commit for everyone with the same visibility. For long HTML
   * that depends only on the database, the viewer, the day, and `what`.
   * @param what the key of the HTML in the cache
   * @throws errors of `draw`
   */
  drawOnce(what: readonly unknown[], draw: () => Promise<JSX.Element>): Promise<JSX.Element>;
  /** Reads every record of a list, page by page. @throws what the query throws */
  askAll<I extends z.ZodType, T>(
    query: Query<NonNullable<V>, I, ListPage<T>>,
    input?: Omit<AsTyped<z.input<I>>, "limit" | "cursor">,
  ): Promise<T[]>;
  /** Returns the viewer's favorites, in order. */
  favorites(): Promise<readonly Favorite[]>;
  /** Returns the views of tasks and projects that the viewer can see. */
  views(): Promise<readonly View[]>;
  /** Returns the teams that the viewer can see. */
  teams(): Promise<readonly Team[]>;
}

/** Identifies a change that runs once, however often it is sent. */
export interface WebAttempt {
  /** A unique name that all attempts share, as JSON. */
  name: unknown;
  /** The value that makes an attempt a different request, as JSON. */
  request?: unknown;
}

/** Everything that an action can use. */
export interface ActionContext<V, P extends string = string> extends PageContext<V, P> {
  /** The act of the last `perform`. */
  act: Readonly<Act>;
  /** @throws the errors of the mutation */
  perform<I extends z.ZodType, O>(
    mutation: Mutation<NonNullable<V>, I, O>,
    input: AsTyped<z.input<I>>,
  ): Promise<O>;
  /**
   * Runs a mutation once per attempt. If this person's attempt has already run, does nothing.
   * @param attempt undefined if every request is its own attempt
   * @returns the result; only the ID if the attempt, or another request with the same name, has already run
   */
  performOnce<I extends z.ZodType, O extends { id: string }>(
    attempt: WebAttempt | undefined,
    mutation: Mutation<NonNullable<V>, I, O>,
    input: AsTyped<z.input<I>>,
  ): Promise<{ done: O } | { before: string } | { other: string }>;
  /** Runs a mutation as another actor, such as an anonymous one. */
  performAs<A extends Actor, I extends z.ZodType, O>(
    actor: A,
    mutation: Mutation<A, I, O>,
    input: AsTyped<z.input<I>>,
  ): Promise<O>;
  /** The browser's data for signing in and out. */
  browser: Browser;
}
