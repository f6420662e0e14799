import type { Context } from "hono";
import { raw } from "hono/html";
import type { JSX } from "hono/jsx/jsx-runtime";
import { ErrorContent, errorTitle } from "../../views/layouts/error.tsx";
import { withFormsWorkspace } from "../../views/layouts/forms_workspace.ts";
import { Partial } from "../../views/layouts/fragments.tsx";
import { LiveMark } from "../../views/layouts/live.tsx";
import { LayerPage } from "../../views/layouts/layer.tsx";
import { PeekError } from "../../views/layouts/peek.tsx";
import { BarContent, Main, Shell, titleIn } from "../../views/layouts/shell.tsx";
import { tasksPath } from "../../views/paths.ts";
import type { ToastProps } from "../../views/ui/toast.tsx";
import type { Member } from "../domain/core/actor.ts";
import { DomainError } from "../domain/core/errors.ts";
import { perform } from "../domain/core/operation.ts";
import type { Env } from "../http/env.ts";
import type { Failure } from "../http/errors.ts";
import { html } from "../http/html.ts";
import { wantsFragment } from "../http/htmx.ts";
import { outerFrame, shellFrame } from "./frames.ts";
import { workspacesOf } from "./same_viewer.ts";
import { sidebarOf } from "./sidebar.tsx";
import type { Drawn, Layer } from "./page.ts";
import type { Refusal } from "./refusal.ts";
import type { FoundPage } from "./table.ts";
import { required, type Visit } from "./visit.ts";
import { helpersFor } from "./whom_to_ask.ts";

export type Status = 200 | Failure["status"];

/** An error as a page shows it, such as a `DomainError`. */
type Problem = Pick<Failure, "status" | "code" | "hint"> & { message: string };

/** A rendered page and its viewer. */
export interface Shown {
  visit: Visit;
  found: FoundPage;
  drawn: Drawn;
}

/** Responds with the whole document. @param toast the message to show */
export async function showDocument(
  c: Context<Env>,
  { visit, found, drawn }: Shown,
  toast: ToastProps | null,
  status: Status = 200,
): Promise<Response> {
  if ("whole" in drawn) return html(c, drawn.whole(outerFrame(visit, toast)), status);
  const { page, url, params } = found;
  const under = page.under(url, params);
  const frame = await shellFrame(visit, required(visit.member), sidebarPathsOf(found), toast);
  const { title, bar, main, compose, creates, live } = drawn;
  const view = page.layer
    ? (
      <LayerPage frame={frame} title={title} layer={page.layer} under={under} creates={creates}>
        {main}
      </LayerPage>
    )
    : (
      <Shell
        frame={frame}
        title={title}
        bar={bar}
        compose={compose}
        creates={creates}
        live={live}
        areas={page.areas}
      >
        {main}
      </Shell>
    );
  return html(c, await saysWorkspace(visit, required(visit.member), view), status);
}

/** Adds the workspace to every form of a page if the viewer has several workspaces. */
async function saysWorkspace({ deps }: Visit, member: Member, view: JSX.Element) {
  if ((await workspacesOf(deps, member)).length < 2) return view;
  return raw(withFormsWorkspace(String(await view), member.workspace.id)) as JSX.Element;
}

/** Returns the page's paths in the sidebar, nearest first. A layer has the paths of its page. */
function sidebarPathsOf({ page, url, params }: FoundPage): readonly string[] {
  const under = page.under(url, params);
  return under === null ? page.sidebarPaths(url) : [under];
}

/** Returns the sidebar as a partial. */
export async function sidebarPartial({ visit, found }: Omit<Shown, "drawn">): Promise<JSX.Element> {
  const sidebar = await sidebarOf(visit.deps, required(visit.member), sidebarPathsOf(found));
  return (
    <>
      <Partial target="#sidebar">{sidebar}</Partial>
      <Partial target="#live-side">
        <LiveMark of="side" seen={visit.seen} />
      </Partial>
    </>
  );
}

/** Returns the changed parts of a page inside the shell: title, bar, and main part. */
export function fragmentOf({ visit, drawn }: Shown): JSX.Element | null {
  if ("whole" in drawn) return null;
  const { workspace, preferences } = required(visit.member);
  return (
    <>
      <title>{titleIn(workspace, drawn.title)}</title>
      <Partial target="#bar" swap="innerMorph">
        <BarContent
          bar={drawn.bar}
          compose={drawn.compose}
          creates={drawn.creates}
          keys={preferences.shortcuts}
        />
      </Partial>
      <Partial target="#main">{drawn.main}</Partial>
      <Partial target="#live-main">
        <LiveMark of="main" topics={drawn.live} seen={visit.seen} />
      </Partial>
    </>
  );
}

/** Returns the changed parts of the panel: its bar and the page. */
function peekFragment({ visit, found, drawn }: Shown): JSX.Element | null {
  if ("whole" in drawn) return null;
  const { pathname, search } = found.url;
  return (
    <>
      <Partial target="#peek-tools" swap="innerMorph">{drawn.bar}</Partial>
      <Partial target="#peek-page" swap="innerMorph">
        <div
          data-peeked-at={pathname + search}
          data-live={drawn.live.join(" ")}
          data-seen={visit.seen}
        >
          {drawn.main}
        </div>
      </Partial>
    </>
  );
}

/**
 * Returns a page for the panel, or the reason that it can't be shown.
 * @param refusal the refused form on the page, if any
 */
export async function peekAt(
  visit: Visit,
  found: FoundPage,
  refusal?: Refusal,
): Promise<{ fragment: JSX.Element | null; status: Status; drawn: Drawn }> {
  try {
    const drawn = await found.page.draw(visit, { ...found, refusal, peeked: true });
    return { fragment: peekFragment({ visit, found, drawn }), status: 200, drawn };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { status, message, hint } = error;
    const main = <PeekError title={errorTitle(status)} message={message} hint={hint} />;
    const drawn = { title: errorTitle(status), bar: null, main, compose: undefined, live: [] };
    return { fragment: peekFragment({ visit, found, drawn }), status, drawn };
  }
}

/** How layers swap content: a menu keeps typed text and the highlighted option, and the composer is replaced. */
const layerSwaps: Record<Layer, string> = { menu: "innerMorph", composer: "innerHTML" };

/** Returns the open layer's current content as a partial. */
export function layerPartial(layer: Layer, { drawn }: Shown): JSX.Element | null {
  if ("whole" in drawn) return null;
  return <Partial target={`#${layer}`} swap={layerSwaps[layer]}>{drawn.main}</Partial>;
}

/** Returns a page inside the shell with an operation's error, and the people who can help. */
export async function drawnError(
  c: Context<Env>,
  { visit: { deps, member }, found }: Pick<Shown, "visit" | "found">,
  { status, code, message, hint }: Problem,
): Promise<Drawn> {
  const helpers = status === 403 && member
    ? await helpersFor(
      (query, input) => perform(deps, member, query, input),
      code,
      found.params.teamId,
    )
    : [];
  return {
    title: errorTitle(status),
    bar: null,
    main: (
      <Main kind="error-main">
        <ErrorContent
          status={status}
          message={message}
          hint={hint}
          helpers={helpers}
          requestId={c.get("requestId")}
          back={{ href: tasksPath, name: "Open your tasks" }}
        />
      </Main>
    ),
    compose: undefined,
    live: ["names"],
  };
}

/** Responds with an error in place of a page. */
export async function showError(
  c: Context<Env>,
  at: Omit<Shown, "drawn">,
  error: DomainError,
): Promise<Response> {
  return showInPlace(c, at, await drawnError(c, at, error), error.status);
}

/** Responds with other content in place of a page. */
export function showInPlace(
  c: Context<Env>,
  { visit, found }: Omit<Shown, "drawn">,
  drawn: Drawn,
  status: Status,
): Promise<Response> {
  const page = { ...found.page, layer: undefined };
  const shown = { visit, found: { ...found, page }, drawn };
  const fragment = wantsFragment(c) && fragmentOf(shown);
  return fragment ? html(c, fragment, status) : showDocument(c, shown, null, status);
}
