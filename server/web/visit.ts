import { hash } from "node:crypto";
import type { Context } from "hono";
import { raw } from "hono/html";
import type { JSX } from "hono/jsx/jsx-runtime";
import { latin1Html } from "../../views/latin1_html.ts";
import type { Anonymous, Member, Principal } from "../domain/core/actor.ts";
import { Unauthenticated } from "../domain/core/errors.ts";
import { today } from "../domain/core/days.ts";
import { type Act, type Around, perform } from "../domain/core/operation.ts";
import { listAll } from "../domain/core/page.ts";
import { cachedForMember, type MemberCache } from "../domain/core/cached_for_member.ts";
import { listFavorites } from "../domain/favorites/list.ts";
import type { Favorite } from "../domain/favorites/schema.ts";
import { Repeated, runOnce, UsedBefore } from "../domain/idempotency/run_once.ts";
import { listViews } from "../domain/saved_views/list.ts";
import type { View } from "../domain/saved_views/schema.ts";
import { findSignup } from "../domain/sessions/signup.ts";
import { listTeams } from "../domain/teams/list.ts";
import type { Team } from "../domain/teams/schema.ts";
import { anonymousInBrowser, browserSession } from "../http/actor.ts";
import { countSignIn, tryCode } from "../http/client.ts";
import type { Deps, Env } from "../http/env.ts";
import { askingUrl, peekedUrl } from "../http/htmx.ts";
import {
  clearSessionCookie,
  keepRequesterCookie,
  readRequesterCookie,
  writeSessionCookie,
} from "../http/session_cookie.ts";
import { browserName } from "./auth/browser_name.ts";
import type { ActionContext, WebAttempt } from "./context.ts";
import type { PathParams } from "./path.ts";

/** The cache of data that pages read repeatedly. */
export const pageReads: MemberCache = { name: "pages", most: 1_000 };

/** The cache of long HTML: 300 labels take 400 KB, and most pages need far less. */
const drawnOnPages: MemberCache = { name: "rendered parts", most: 20 };

/** The browser's data for signing in and out. */
export interface Browser {
  /** The user of the browser before signing in. */
  anonymous(): Anonymous;
  /** The same user, later recognized as the one who requested a code in this browser. */
  requester(): Anonymous;
  /** The browser's name in the list of sessions. */
  name: string;
  /** Counts one request for a code. @throws TooMany past the limit */
  countSignIn(): void;
  /** @throws TooMany after too many wrong codes; errors of `verify` */
  tryCode<T>(verify: () => Promise<T>): Promise<T>;
  keepSession(token: string): void;
  dropSession(): void;
}

/** The person behind a request, and the page. */
export interface Visit {
  deps: Deps;
  viewer: Principal | null;
  member: Member | null;
  asking: URL | null;
  /** The URL in the panel. */
  peeked: URL | null;
  /** The live feed's point before anything was read, or undefined for visitors without news. */
  seen: string | undefined;
  searchDocs: Env["Variables"]["searchDocs"];
  browser: Browser;
}

/** Reads the visitor from a request. */
export async function visitOf(c: Context<Env>): Promise<Visit> {
  const known = c.get("member");
  const session = known ? { principal: known, member: known } : await browserSession(c);
  const deps = c.get("deps");
  return {
    deps,
    viewer: session?.principal ?? null,
    member: session?.member ?? null,
    asking: askingUrl(c),
    peeked: peekedUrl(c),
    seen: session?.member ? await deps.live.newest(session.member) : undefined,
    searchDocs: c.get("searchDocs"),
    browser: {
      anonymous: () => anonymousInBrowser(c, readRequesterCookie(c)),
      requester: () => anonymousInBrowser(c, keepRequesterCookie(c)),
      name: browserName(c.req.header("user-agent") ?? ""),
      countSignIn: () => countSignIn(c),
      tryCode: (verify) => tryCode(c, verify),
      keepSession: (token) => writeSessionCookie(c, token),
      dropSession: () => clearSessionCookie(c),
    },
  };
}

/** Creates the context of a page or action. @param viewer the visit's viewer, in the type that the page expects */
export function contextOf<V extends Member | Principal | null, P extends string>(
  { deps, member, asking, peeked, searchDocs, browser }: Visit,
  viewer: V,
  url: URL,
  params: Record<string, string>,
): ActionContext<V, P> {
  const signedIn = (): NonNullable<V> => {
    if (viewer === null) throw new Unauthenticated();
    return viewer;
  };
  const act: Act = {};
  const now = deps.clock();
  const noting = async <O>(...[context, run]: Parameters<Around<O>>) => {
    const outcome = await run();
    act.id = context.act.id;
    act.changed = context.act.changed;
    return outcome;
  };
  // Filters can use relative days, and a project's daily progress is counted in UTC
  let days: string[] | undefined;
  const onceADay = <T>(
    { cache, what }: { cache: MemberCache; what: readonly unknown[] },
    read: () => Promise<T>,
  ) => {
    if (!member) return read();
    days ??= [today(now, member.workspace.timeZone), today(now, "UTC")];
    return cachedForMember(deps, member, { cache, what: [...what, ...days] }, read);
  };
  return {
    act,
    viewer,
    inWorkspace: member !== null,
    url,
    asking,
    peeked,
    params: params as PathParams<P>,
    now,
    refused: false,
    memory: deps.memory,
    sendsMail: deps.mailer.delivers,
    searchDocs,
    signup: () => findSignup(deps),
    browser,
    ask: (query, input) => perform(deps, signedIn(), query, input),
    askOnce: (query, input) => {
      const asked = { cache: pageReads, what: [query.name, input] };
      return onceADay(asked, () => perform(deps, signedIn(), query, input));
    },
    drawOnce: (what, draw) =>
      onceADay(
        {
          cache: drawnOnPages,
          what: [member?.preferences.timeZone, member?.preferences.weekStart, ...what],
        },
        async () => raw(latin1Html(String(await draw()))) as JSX.Element,
      ),
    askAll: (query, input) => listAll(deps, signedIn(), query, { ...input }),
    perform: (mutation, input) => perform(deps, signedIn(), mutation, input, noting),
    performOnce: async (attempt, mutation, input) => {
      const viewer = signedIn();
      const once = onceFor(viewer, mutation.name, attempt);
      try {
        const done = await perform(
          deps,
          viewer,
          mutation,
          input,
          (context, run) => once(context, () => noting(context, run)),
        );
        return { done };
      } catch (error) {
        delete act.id;
        if (error instanceof Repeated) return { before: error.answer };
        if (error instanceof UsedBefore && error.answer !== null) return { other: error.answer };
        throw error;
      }
    },
    performAs: (actor, mutation, input) => perform(deps, actor, mutation, input),
    favorites: () => member ? favoritesOf(deps, member) : Promise.resolve([]),
    views: () => member ? viewsOf(deps, member) : Promise.resolve([]),
    teams: () => member ? teamsOf(deps, member) : Promise.resolve([]),
  };
}

/** Creates the key of a write that runs once. Without a named attempt, each request runs. */
function onceFor(viewer: Member | Principal, operation: string, attempt: WebAttempt | undefined) {
  const whole = (attempt: WebAttempt) => {
    const name = ["profile" in viewer ? viewer.profile.id : null, operation, attempt.name];
    const key = hash("sha256", JSON.stringify(name), "base64url");
    return { ownerId: viewer.userId, key, request: JSON.stringify([name, attempt.request]) };
  };
  return <O extends { id: string }>(...[context, run]: Parameters<Around<O>>) =>
    attempt ? runOnce<O>(whole(attempt), ({ id }) => id)(context, run) : run();
}

/** Returns the person who passed the check. @throws TypeError if there is none */
export function required<T>(somebody: T | null): T {
  if (somebody === null) throw new TypeError("This page was opened for someone without access.");
  return somebody;
}

/** Returns the teams that a member can see, parsed once between two commits. */
export function teamsOf(deps: Deps, member: Member): Promise<readonly Team[]> {
  const asked = { cache: pageReads, what: ["teams"] };
  return cachedForMember(deps, member, asked, () => listAll(deps, member, listTeams));
}

/** Returns a member's favorites in order, read once between two commits. */
export function favoritesOf(deps: Deps, member: Member): Promise<readonly Favorite[]> {
  const asked = { cache: pageReads, what: ["favorites"] };
  return cachedForMember(deps, member, asked, () => listAll(deps, member, listFavorites));
}

/** Returns the views of tasks that a member can see, read once between two commits. */
export function viewsOf(deps: Deps, member: Member): Promise<readonly View[]> {
  const asked = { cache: pageReads, what: ["views"] };
  return cachedForMember(
    deps,
    member,
    asked,
    () => listAll(deps, member, listViews, {}),
  );
}
