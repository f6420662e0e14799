import type { JSX } from "hono/jsx/jsx-runtime";
import type { Creates } from "../../views/layouts/shell.tsx";
import type { Area, Frame } from "../../views/layouts/frame.ts";
import { withQuery } from "../../views/paths.ts";
import type { Member, Principal } from "../domain/core/actor.ts";
import type { Audience } from "../domain/core/operation.ts";
import type { Topic } from "../domain/live/topics.ts";
import type { Opened } from "../domain/recents/opened.ts";
import type { Secret } from "./action.ts";
import type { PageContext } from "./context.ts";
import type { PathParams } from "./path.ts";
import type { Refusal, RefusedFormOf } from "./refusal.ts";
import { contextOf, required, type Visit } from "./visit.ts";
import { requireAudience, type Who } from "./audience.ts";

/** A layer above a page. With htmx, it is rendered alone. Without JavaScript, it is rendered inside the shell. */
export type Layer = "menu" | "composer";

/** A part of a page that can be requested separately. */
export interface Part {
  view: JSX.Element;
  /** The URL of the page with the part. */
  address: string | null;
}

/** A rendered page: inside the shell, or a whole document. */
export type Drawn =
  | {
    title: string;
    bar: JSX.Element | null;
    main: JSX.Element;
    /** The composer's values when it opens from this page. */
    compose: Record<string, string | undefined> | undefined;
    /** The record that the page's main button creates instead of a task. */
    creates?: Creates | undefined;
    /** The live topics of the page. */
    live: readonly Topic[];
    /** The record that the request opens. */
    opens?: Opened | undefined;
  }
  | { whole(frame: Frame): JSX.Element };

/** Options for rendering a page. */
export interface Drawing {
  url: URL;
  params: Record<string, string>;
  refusal?: Refusal | undefined;
  /** A new secret that the page shows once. */
  secret?: Secret | null;
  /** Whether a layer is rendered alone. */
  alone?: boolean;
  /** Whether the page is rendered in the panel. */
  peeked?: boolean;
}

/** A page in the table. */
export interface Page {
  path: string;
  audience: Audience;
  /** The page's audience among members, or null for pages outside of workspaces. */
  who: Who | null;
  layer: Layer | undefined;
  /** Whether the page can open in the panel. */
  peeks: boolean;
  /** The areas whose styles and scripts the page needs. */
  areas: readonly Area[];
  /** One-time URL parameters. */
  passing: readonly string[];
  /** Returns the page's paths in the sidebar, nearest first. */
  sidebarPaths(url: URL): readonly string[];
  /** Returns the page below a layer, where browsers without JavaScript return to. */
  under(url: URL, params: Record<string, string>): string | null;
  /** The form whose responses replace the page's URL, and that URL. */
  typedInto: { form: string; address(url: URL): string } | undefined;
  /** Returns the path to redirect to, or null to stay. */
  instead(visit: Visit, url: URL): string | null;
  draw(visit: Visit, drawing: Drawing): Promise<Drawn>;
  /** The parts of the page, by the parameter that requests them. */
  parts: Readonly<Record<string, (visit: Visit, drawing: Drawing) => Promise<Part>>>;
}

export interface PageParts<V, P extends string, D> {
  path: P;
  read(at: PageContext<V, P>): Promise<D> | D;
  layer?: Layer;
  peeks?: true;
  areas?: readonly Area[];
  passing?: readonly string[];
  sidebarPaths?(url: URL): readonly string[];
  under?(url: URL, params: PathParams<P>): string;
  typedInto?: { form: string; address(url: URL): string };
  instead?(at: PageContext<V, P>): string | null;
  parts?: Readonly<Record<string, (at: PageContext<V, P>) => Promise<Part>>>;
}

/** The data of a page's view: the result of `read`, and values of a refused form. */
export type Props<D> = D & {
  refused: RefusedFormOf;
  secret: Secret | null;
  alone: boolean;
  peeked: boolean;
};

/** The view of a page inside the shell. */
export interface InShell<D> {
  title(data: D): string;
  /** The content beside the title. */
  bar?(props: Props<D>): JSX.Element;
  /** The main part, which changes. */
  main(props: Props<D>): JSX.Element;
  compose?(data: D): Record<string, string | undefined>;
  /** Returns the record that the page's main button creates instead of a task, if the viewer can create one. */
  creates?(data: D): Creates | undefined;
  /** Returns the page's live topics besides names. The page is refreshed when they change. */
  live?(data: D): readonly Topic[];
  /** Returns the record of the page, which a request opens. */
  opens?(data: D): Opened | undefined;
}

/** Creates a page inside the shell. @param parts the page's parts and audience */
export function page<P extends string, D>(parts: PageParts<Member, P, D> & { who: Who }) {
  return {
    /** Sets the view. This is a separate step, so that the type of the data is known. */
    shows: ({ title, bar, main, compose, creates, live, opens }: InShell<D>): Page =>
      madeOf("member", ({ member }) => required(member), parts, (props) => ({
        title: title(props),
        bar: bar?.(props) ?? null,
        main: main(props),
        compose: compose?.(props),
        creates: creates?.(props),
        // A refresh would remove a secret that nobody has copied yet
        live: props.secret ? [] : ["names", ...live?.(props) ?? []],
        opens: opens?.(props),
      })),
  };
}

function documentFor<V extends Principal | null>(audience: Audience, viewerOf: ViewerOf<V>) {
  return <P extends string, D>(parts: PageParts<V, P, D>) => ({
    /** Sets the view of the whole document. */
    shows: (document: (props: Props<D> & { frame: Frame }) => JSX.Element): Page =>
      madeOf(audience, viewerOf, parts, (props) => ({
        whole: (frame) => document({ ...props, frame }),
      })),
  });
}

/** Creates a separate page for signed-in people, before they open a workspace. */
export const principalPage = documentFor("principal", ({ viewer }) => required(viewer));
/** Creates a separate page for everyone. */
export const publicPage = documentFor("anyone", ({ viewer }) => viewer);

/** Redirects the palette's `create` to the page that creates a record. @param path the path of that page */
export function orNew(path: string) {
  return ({ url: { searchParams } }: { url: URL }): string | null =>
    searchParams.has("create") ? withQuery(path, { name: searchParams.get("name") }) : null;
}

type ViewerOf<V> = (visit: Visit) => V;

const nothingRefused: RefusedFormOf = () => null;

function madeOf<V extends Member | Principal | null, P extends string, D>(
  audience: Audience,
  viewerOf: ViewerOf<V>,
  parts: PageParts<V, P, D> & { who?: Who },
  show: (props: Props<D>) => Drawn,
): Page {
  const { who = null } = parts;
  const at = (visit: Visit, url: URL, params: Record<string, string> = {}): PageContext<V, P> =>
    contextOf(visit, viewerOf(visit), url, params);
  const {
    path,
    layer,
    peeks = false,
    areas = [],
    passing = [],
    typedInto,
    under,
    sidebarPaths,
  } = parts;
  const pieces = Object.entries(parts.parts ?? {}).map(([name, read]) => [
    name,
    async (visit: Visit, { url, params }: Drawing) => {
      letIn(visit, who);
      return await read(at(visit, url, params));
    },
  ]);
  return {
    path,
    audience,
    who,
    layer,
    peeks,
    areas,
    passing,
    typedInto,
    sidebarPaths: sidebarPaths ?? (({ pathname }) => [pathname]),
    under: (url, params) => under?.(url, params as PathParams<P>) ?? null,
    instead: (visit, url) => parts.instead?.(at(visit, url)) ?? null,
    async draw(visit, { url, params, refusal, secret = null, alone = false, peeked = false }) {
      letIn(visit, who);
      const context = { ...at(visit, url, params), refused: refusal !== undefined };
      const data = await parts.read(context);
      return show({ ...data, refused: refusal?.read ?? nothingRefused, secret, alone, peeked });
    },
    parts: Object.fromEntries(pieces),
  };
}

function letIn({ member }: Visit, who: Who | null): void {
  if (who !== null) requireAudience(required(member), who);
}
