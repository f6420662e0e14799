import type { Context } from "hono";
import { ToastPartial } from "../../views/layouts/fragments.tsx";
import { UnsavedMain, unsavedTitle } from "../../views/layouts/unsaved.tsx";
import { tasksPath } from "../../views/paths.ts";
import { DomainError } from "../domain/core/errors.ts";
import type { Env } from "../http/env.ts";
import { html } from "../http/html.ts";
import { wantsFragment } from "../http/htmx.ts";
import { homePage } from "./asked_page.ts";
import { outerFrame } from "./frames.ts";
import type { ActionAsked } from "./serve_action.tsx";
import type { Drawn } from "./page.ts";
import type { Refusal } from "./refusal.ts";
import {
  fragmentOf,
  layerPartial,
  peekAt,
  showDocument,
  showError,
  showInPlace,
  type Shown,
} from "./show.tsx";
import type { FoundPage } from "./table.ts";

/** Statuses of errors that people can fix on the page. */
const mendable: readonly number[] = [409, 412, 422];

/**
 * Responds with the refused form as it was typed: in the panel or page that sent it, or else on the form's own page. If
 * no page has the form, shows the typed text for copying. If nothing was typed, the requesting page shows the error.
 * @throws the refusal's error if people can't fix it on the page
 */
export async function answerRefusal(
  c: Context<Env>,
  asked: ActionAsked,
  refusal: Refusal,
): Promise<Response> {
  const { table, action, visit, params, page, peeked } = asked;
  const peek = peeked && wantsFragment(c) ? await peekAt(visit, peeked, refusal) : null;
  if (peek?.fragment && refusal.shown) return html(c, peek.fragment, refusal.error.status);
  const pages = [page, homePage(table, action, params, c.req.url)];
  const drawn: Shown[] = [];
  for (const found of pages) {
    const shown = await drawRefused(c, asked, found, refusal);
    if (shown && refusal.shown) return answerForm(c, shown, refusal);
    if (shown) drawn.push(shown);
  }
  const [first] = drawn;
  const { error, text } = refusal;
  if (refusal.texts.length > 0 && action.audience === "member" && !action.kept) {
    return showInPlace(c, { visit, found: page }, drawnUnsaved(refusal, first), error.status);
  }
  const { tasks: refused } = refusal;
  if (first && (mendable.includes(error.status) || refused.length > 0)) {
    const toast = { kind: "error", text } as const;
    const fragment = wantsFragment(c) && fragmentOf(first);
    if (!fragment) return showDocument(c, first, toast, error.status);
    return html(
      c,
      <>
        {fragment}
        {peek?.fragment}
        <ToastPartial {...toast} refused={refused} />
      </>,
      error.status,
    );
  }
  if (wantsFragment(c) || action.audience !== "member") throw error;
  return showError(c, { visit, found: page }, error);
}

async function drawRefused(
  c: Context<Env>,
  { visit }: ActionAsked,
  found: FoundPage,
  refusal: Refusal,
): Promise<Shown | null> {
  const alone = found.page.layer !== undefined && wantsFragment(c);
  try {
    const drawn = await found.page.draw(visit, { ...found, refusal, alone });
    // A whole document renders its forms itself
    if ("whole" in drawn) drawn.whole(outerFrame(visit, null));
    return { visit, found, drawn };
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

/** Shows typed text in place of a page that has no form for it. @param on the page, if it can still be shown */
function drawnUnsaved({ text, texts }: Refusal, on: Shown | undefined): Drawn {
  const back = on
    ? { href: on.found.url.pathname + on.found.url.search, name: "Go back to the page" }
    : { href: tasksPath, name: "Open your tasks" };
  return {
    title: unsavedTitle,
    bar: <h1>{unsavedTitle}</h1>,
    main: <UnsavedMain refusal={text} texts={texts} back={back} />,
    compose: undefined,
    live: [],
  };
}

function answerForm(c: Context<Env>, shown: Shown, { error }: Refusal): Promise<Response> {
  const { layer } = shown.found.page;
  const fragment = !wantsFragment(c)
    ? null
    : layer
    ? layerPartial(layer, shown)
    : fragmentOf(shown);
  return fragment ? html(c, fragment, error.status) : showDocument(c, shown, null, error.status);
}
