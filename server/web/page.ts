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

/** What lies above a page: it is shown alone to htmx, and inside the shell without JavaScript. */
export type Layer = "menu" | "composer";

/** More of a page, asked for by itself. */
export interface Part {
  view: JSX.Element;
  /** The address of the page that has it. */
  address: string | null;
}

/** What a page shows, inside the shell or as a whole document of its own. */
export type Drawn =
  | {
    title: string;
    bar: JSX.Element | null;
    main: JSX.Element;
    /** What the composer starts with when it is opened from here. */
    compose: Record<string, string | undefined> | undefined;
    /** What one makes from here in place of a task. */
    creates?: Creates | undefined;
    /** What there may be news of while it is open. */
    live: readonly Topic[];
    /** The record that whoever asks for it opens. */
    opens?: Opened | undefined;
  }
  | { whole(frame: Frame): JSX.Element };

/** How a page is to be drawn. */
export interface Drawing {
  url: URL;
  params: Record<string, string>;
  refusal?: Refusal | undefined;
  /** What an action has just made that is shown this once. */
  secret?: Secret | null;
  /** Whether a layer is shown alone. */
  alone?: boolean;
  /** Whether it is peeked at, beside another page. */
  peeked?: boolean;
}

/** A page, as the table holds it. */
export interface Page {
  path: string;
  audience: Audience;
  /** Which members it is for; null for a page that is outside of workspaces. */
  who: Who | null;
  layer: Layer | undefined;
  /** Whether one can peek at it beside another page. */
  peeks: boolean;
  /** The part of the product it belongs to, where that has styles and scripts of its own. */
  areas: readonly Area[];
  /** Parameters of its URL that hold for one look. */
  passing: readonly string[];
  /** The paths that it is known by in the sidebar, the nearest first. */
  sidebarPaths(url: URL): readonly string[];
  /** The page below a layer, which one goes back to without JavaScript. */
  under(url: URL, params: Record<string, string>): string | null;
  /** The form whose answers take the place of the page's address, and that address. */
  typedInto: { form: string; address(url: URL): string } | undefined;
  /** Where who asks is led instead; null where they are right here. */
  instead(visit: Visit, url: URL): string | null;
  draw(visit: Visit, drawing: Drawing): Promise<Drawn>;
  /** The part that a parameter asks for. */
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

/** What a page's views get: what was read, and the form as typed where its action was refused. */
export type Props<D> = D & {
  refused: RefusedFormOf;
  secret: Secret | null;
  alone: boolean;
  peeked: boolean;
};

/** How a page inside the shell looks. */
export interface InShell<D> {
  title(data: D): string;
  /** What stands beside the title. */
  bar?(props: Props<D>): JSX.Element;
  /** The part that changes. */
  main(props: Props<D>): JSX.Element;
  compose?(data: D): Record<string, string | undefined>;
  /** What one makes from here in place of a task, where one may. */
  creates?(data: D): Creates | undefined;
  /** What it shows besides the names of what is in the workspace: where there is news of it, it is shown anew. */
  live?(data: D): readonly Topic[];
  /** The record that it is of: who asks for it has opened that. */
  opens?(data: D): Opened | undefined;
}

/** A page inside the shell. @param parts with which members of the workspace it is for */
export function page<P extends string, D>(parts: PageParts<Member, P, D> & { who: Who }) {
  return {
    /** Says how it looks: a step of its own, so that what was read has its type by then. */
    shows: ({ title, bar, main, compose, creates, live, opens }: InShell<D>): Page =>
      madeOf("member", ({ member }) => required(member), parts, (props) => ({
        title: title(props),
        bar: bar?.(props) ?? null,
        main: main(props),
        compose: compose?.(props),
        creates: creates?.(props),
        // News would take a secret away that nobody has copied yet
        live: props.secret ? [] : ["names", ...live?.(props) ?? []],
        opens: opens?.(props),
      })),
  };
}

function documentFor<V extends Principal | null>(audience: Audience, viewerOf: ViewerOf<V>) {
  return <P extends string, D>(parts: PageParts<V, P, D>) => ({
    /** Says how the whole document looks. */
    shows: (document: (props: Props<D> & { frame: Frame }) => JSX.Element): Page =>
      madeOf(audience, viewerOf, parts, (props) => ({
        whole: (frame) => document({ ...props, frame }),
      })),
  });
}

/** A page of its own for somebody signed in, on the way into a workspace. */
export const principalPage = documentFor("principal", ({ viewer }) => required(viewer));
/** A page of its own for everyone. */
export const publicPage = documentFor("anyone", ({ viewer }) => viewer);

/** Leads the palette's way to a new one, `create`, to where one is made. @param path where that is */
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
