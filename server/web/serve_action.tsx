import type { Context } from "hono";
import { ToastPartial } from "../../views/layouts/fragments.tsx";
import { signInFor } from "../../views/paths.ts";
import { DomainError, invalidField } from "../domain/core/errors.ts";
import type { Env } from "../http/env.ts";
import { isForm, readForm } from "../http/form.ts";
import { browserSession } from "../http/actor.ts";
import { html } from "../http/html.ts";
import { wantsFragment } from "../http/htmx.ts";
import type { Action, Done, Secret } from "./action.ts";
import { answerRefusal } from "./answer_refusal.tsx";
import { askedPage, homePage, peekedPage, without } from "./asked_page.ts";
import { requireSameViewer, requireSameWorkspace } from "./same_viewer.ts";
import { sendFlashMessage, toastOf } from "./flash_message.ts";
import {
  drawnError,
  fragmentOf,
  layerPartial,
  peekAt,
  showDocument,
  sidebarPartial,
} from "./show.tsx";
import { type FoundPage, pageAt, presses, type Table } from "./table.ts";
import { Refusal } from "./refusal.ts";
import { type Visit, visitOf } from "./visit.ts";

/** A request for an action. */
export interface ActionAsked {
  table: Table;
  action: Action;
  visit: Visit;
  params: Record<string, string>;
  /** The requesting page, or the form's page, without one-time parameters. */
  page: FoundPage;
  /** The page in the panel. */
  peeked: FoundPage | null;
}

/**
 * Runs the action that a form requests, and responds with the requesting page.
 * @param path the pattern that matches the request's path
 * @throws Invalid if no action of the path has this button; errors of `requireSameViewer` and `readForm`
 */
export async function serveAction(c: Context<Env>, table: Table, path: string): Promise<Response> {
  const visit = await visitOf(c);
  const params = c.req.param();
  const here = table.actions.filter((one) => one.path === path);
  const closed = here.find(({ audience }) => audience !== "anyone" && !visit.viewer);
  if (closed) return c.redirect(signInFor(closed.home(params)), 303);
  const isHeld = !here.some(({ anywhere }) => anywhere);
  if (isHeld) requireSameViewer(c, visit.member);
  if (here.some(({ counts }) => counts)) visit.browser.countSignIn();
  const reads = here.some(readsForm) || (isHeld && isForm(c));
  const fields = reads ? await readForm(c) : new URLSearchParams();
  if (isHeld) await requireSameWorkspace(visit.deps, visit.member, fields);
  const action = here.find(({ button }) => presses(fields, button));
  if (!action) throw invalidField("button", "Use one of the buttons on the page.");
  const page = askedPage(table, visit) ?? homePage(table, action, params, c.req.url);
  const peeked = peekedPage(table, visit);
  const asked = { table, action, visit, params, page, peeked };
  const outcome = await action.run(visit, { url: page.url, params, fields });
  return outcome instanceof Refusal
    ? await answerRefusal(c, asked, outcome)
    : await answerDone(c, asked, outcome);
}

function readsForm({ button, form }: Action): boolean {
  return button !== undefined || Object.keys(form).length > 0;
}

async function answerDone(c: Context<Env>, was: ActionAsked, done: Done): Promise<Response> {
  const { said, to, becomes, stays } = done;
  const page = turned(was, becomes) ?? without(was.page, was.action.closes);
  const peeked = was.peeked && without(was.peeked, was.action.closes);
  const asked = { ...was, page, peeked };
  const next = to ?? becomes ?? stays ?? backTo(page);
  if (!wantsFragment(c)) {
    if (done.secret) return await revealed(c, asked, done.secret);
    if (said) await sendFlashMessage(c, said, next);
    return c.redirect(next, 303);
  }
  const view = done.leads || leadsOn(asked, to) ? null : await asItStands(c, asked, done);
  if (view) {
    if (page.url.search !== was.page.url.search) {
      c.header(becomes ? "hx-push-url" : "hx-replace-url", page.url.pathname + page.url.search);
    }
    c.header("hx-trigger", stays ? "done" : "done, close-layer");
    const answer = await html(c, view);
    if (done.secret) answer.headers.set("cache-control", "no-store");
    return answer;
  }
  if (said) await sendFlashMessage(c, said, next);
  c.header("hx-trigger", "done, close-layer");
  c.header("hx-location", next);
  return c.body(null, 204);
}

/** Returns the requesting page with a secret in this response. No other response can contain it. */
async function revealed(
  c: Context<Env>,
  { visit: before, page }: ActionAsked,
  secret: Secret,
): Promise<Response> {
  const visit = await afterAction(c, before);
  const shown = { visit, found: page, drawn: await drawn(c, visit, page, { secret }) };
  const answer = await showDocument(c, shown, null);
  answer.headers.set("cache-control", "no-store");
  return answer;
}

/** Returns the requesting page at its new URL, or null if it keeps its URL or is another page. */
function turned({ table, page }: ActionAsked, becomes: string | null): FoundPage | null {
  const next = becomes === null ? null : pageAt(table, new URL(becomes, page.url));
  return next?.url.pathname === page.url.pathname ? next : null;
}

/** Returns whether an action leads to the page of another record of the same kind. */
function leadsOn({ table, page }: ActionAsked, to: string | null): boolean {
  const next = to === null ? null : pageAt(table, new URL(to, page.url));
  return next !== null && next.page === page.page && next.url.pathname !== page.url.pathname;
}

/** Returns the requesting page in its current state, with the message, or null if it has no parts. */
async function asItStands(
  c: Context<Env>,
  { table, action, visit: before, page, peeked }: ActionAsked,
  { said, stays, secret }: Done,
) {
  if (page.page.layer) return null;
  const visit = await afterAction(c, before);
  const shown = [page, ...(peeked ? [peeked] : [])].map(({ url }) => url.pathname);
  const toast = said && <ToastPartial {...toastOf(said, ...shown)} />;
  const { changes } = action;
  const sidebar = changes.includes("sidebar") ? await sidebarPartial({ visit, found: page }) : null;
  if (!changes.includes("page")) {
    return (
      <>
        {sidebar}
        {toast}
      </>
    );
  }
  const fragment = fragmentOf({
    visit,
    found: page,
    drawn: await drawn(c, visit, page, { secret }),
  });
  const layer = stays === null ? null : pageAt(table, new URL(stays, page.url));
  const again = layer?.page.layer && layerPartial(layer.page.layer, {
    visit,
    found: layer,
    drawn: await drawn(c, visit, layer, { alone: true }),
  });
  const peek = peeked && await peekAt(visit, peeked);
  return fragment && (
    <>
      {fragment}
      {peek?.fragment}
      {sidebar}
      {toast}
      {again}
    </>
  );
}

/** Returns a visit with the current member, because the action might have changed the sidebar or a list's display. */
async function afterAction(c: Context<Env>, visit: Visit): Promise<Visit> {
  const session = await browserSession(c);
  const member = session?.member ?? visit.member;
  return { ...visit, seen: member ? await visit.deps.live.newest(member) : undefined, member };
}

/** Returns a rendered page, or the reason that it can't be shown anymore, because the action succeeded in any case. */
async function drawn(
  c: Context<Env>,
  visit: Visit,
  found: FoundPage,
  how: { alone?: boolean; secret?: Secret | null },
) {
  try {
    return await found.page.draw(visit, { ...found, ...how });
  } catch (error) {
    if (error instanceof DomainError) return await drawnError(c, { visit, found }, error);
    throw error;
  }
}

/** Returns the path to return to. A layer returns to the page below. */
function backTo({ page, url, params }: FoundPage): string {
  return page.under(url, params) ?? url.pathname + url.search;
}
