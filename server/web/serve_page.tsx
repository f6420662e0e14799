import type { Context } from "hono";
import { Partial } from "../../views/layouts/fragments.tsx";
import { signInFor } from "../../views/paths.ts";
import { Toast } from "../../views/ui/toast.tsx";
import type { Member } from "../domain/core/actor.ts";
import { DomainError } from "../domain/core/errors.ts";
import { noteOpened } from "../domain/recents/opened.ts";
import type { Env } from "../http/env.ts";
import { html } from "../http/html.ts";
import {
  askedBy,
  asksByItself,
  fillsPeek,
  goesBack,
  renews,
  swapTarget,
  wantsFragment,
} from "../http/htmx.ts";
import type { Drawn } from "./page.ts";
import { peekedPage } from "./asked_page.ts";
import { answerElsewhere } from "./elsewhere.tsx";
import { noPageAt } from "./no_page.tsx";
import { isSameViewer, requireSameViewer } from "./same_viewer.ts";
import { sendFlashMessage, takeFlashMessage } from "./flash_message.ts";
import { redirectToStart } from "./stale_cursor.ts";
import { fragmentOf, peekAt, showDocument, showError, sidebarPartial } from "./show.tsx";
import { type FoundPage, pageAt, type Table } from "./table.ts";
import { type Visit, visitOf } from "./visit.ts";

/** Responds with the page at the request's path, or with the reason inside the shell if there is no page. */
export async function servePage(c: Context<Env>, table: Table): Promise<Response> {
  const url = new URL(c.req.url);
  const found = pageAt(table, url) ?? noPageAt(url);
  const visit = await visitOf(c);
  if (visit.member && !isSameViewer(c, visit.member) && swapTarget(c) !== "body") {
    // A background request doesn't redirect, so that typed text stays
    if (asksByItself(c)) requireSameViewer(c, visit.member);
    return await loadAfresh(c, visit.member);
  }
  const elsewhere = leadsElsewhere(visit, found);
  if (elsewhere !== null) return c.redirect(elsewhere, 303);
  const asking = await answerElsewhere(c, visit, found);
  if (asking !== null) return asking;
  try {
    return await answer(c, table, visit, found);
  } catch (error) {
    if (!(error instanceof DomainError) || !visit.member || found.page.audience !== "member") {
      throw error;
    }
    const start = await redirectToStart(c, error);
    if (start) return start;
    if (wantsFragment(c) && swapTarget(c) !== "main#main" && !asksByItself(c)) throw error;
    return await showError(c, { visit, found }, error);
  }
}

/**
 * Makes the browser reload the whole page if another tab has switched the workspace. Typed text is stored on the
 * device. https://four.htmx.org/reference/headers/HX-Refresh
 */
async function loadAfresh(c: Context<Env>, { workspace }: Member): Promise<Response> {
  const text =
    `Another tab switched to ${workspace.name}, so this page switched too. Your text is saved.`;
  await sendFlashMessage(c, { text }, c.req.path);
  c.header("hx-refresh", "true");
  return c.body(null, 204);
}

/** Returns the path to redirect to if the visitor can't use the page, or null. */
function leadsElsewhere(visit: Visit, { page, url }: FoundPage): string | null {
  if (page.audience !== "anyone" && !visit.viewer) return signInFor(url.pathname + url.search);
  return page.instead(visit, url);
}

async function answer(
  c: Context<Env>,
  table: Table,
  visit: Visit,
  found: FoundPage,
): Promise<Response> {
  const { page, url, params } = found;
  if (asksByItself(c)) return html(c, await asItIsNow(c, table, { visit, found }));
  if (page.peeks && wantsFragment(c) && fillsPeek(c)) {
    const { fragment, status, drawn } = await peekAt(visit, found);
    note(visit, drawn);
    if (fragment) return html(c, fragment, status);
  }
  const alone = page.layer !== undefined && wantsFragment(c);
  const part = wantsFragment(c) &&
    Object.keys(page.parts).find((name) => url.searchParams.has(name));
  if (part) {
    const { view, address } = await page.parts[part]!(visit, { url, params });
    if (address) c.header("hx-replace-url", address);
    return html(c, view);
  }
  const drawn = await page.draw(visit, { url, params, alone });
  if (alone && "main" in drawn) return html(c, drawn.main);
  if (!renews(c)) note(visit, drawn);
  if (page.typedInto && askedBy(c) === `form#${page.typedInto.form}`) {
    c.header("hx-replace-url", page.typedInto.address(url));
  }
  const shown = { visit, found, drawn };
  const fragment = wantsFragment(c) && fragmentOf(shown);
  if (fragment && (renews(c) || goesBack(c))) {
    const toast = goesBack(c) && (
      <Partial target="#toasts" swap="innerHTML">{await said(c)}</Partial>
    );
    return html(c, <>{fragment}{visit.member && await sidebarPartial(shown)}{toast}</>);
  }
  return fragment ? html(c, fragment) : showDocument(c, shown, await takeFlashMessage(c));
}

/** Stores the record that the request opens. */
function note({ deps, member }: Visit, drawn: Drawn): void {
  if (member && "opens" in drawn && drawn.opens) noteOpened(deps, member, drawn.opens);
}

/** Returns the message for the requested page. */
async function said(c: Context<Env>) {
  const toast = await takeFlashMessage(c);
  return toast && <Toast {...toast} />;
}

/** Returns the changed parts of an open page, for its background request. */
async function asItIsNow(
  c: Context<Env>,
  table: Table,
  { visit, found }: { visit: Visit; found: FoundPage },
) {
  const parts = c.req.header("backlog-live")?.split(" ") ?? [];
  const { page, url, params } = found;
  const main = parts.includes("main") && await page.draw(visit, { url, params });
  const peeked = parts.includes("peek") ? peekedPage(table, visit) : null;
  const peek = peeked && await peekAt(visit, peeked);
  return (
    <>
      {main && fragmentOf({ visit, found, drawn: main })}
      {peek?.fragment}
      {parts.includes("side") && visit.member && await sidebarPartial({ visit, found })}
    </>
  );
}
