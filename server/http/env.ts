import type { PageMemory } from "../../views/page_memory.ts";
import type { PublicPage } from "../../views/palette/public_pages.ts";
import type { Member, Principal } from "../domain/core/actor.ts";
import type { Services } from "../domain/core/operation.ts";
import type { Authenticated } from "../domain/sessions/authenticate.ts";
import type { Assets } from "./assets.ts";
import type { BasePath } from "./base_path.ts";
import type { TextEtags } from "./etag.ts";
import type { BodyBudget } from "./body_budget.ts";
import type { Downloads } from "./downloads.ts";
import type { GzipPieces } from "./gzip_pieces.ts";
import type { Allowance, Limits } from "./limits.ts";
import type { LiveFeed } from "./live/feed.ts";
import type { Metrics } from "./metrics.ts";
import type { Turns } from "./turns.ts";
import type { UnreadResponses } from "./unread.ts";

/** The operator's choices for the public pages. */
export interface Site {
  /** Whether crawlers are welcome, kept out, or refused together with visitors. */
  pages: "listed" | "unlisted" | "off";
  /** The uses that crawlers are told about. https://contentsignals.org */
  contentSignal: string;
  /** Who runs the server, for the pages about privacy and terms. */
  operator: { name?: string | undefined; contact?: string | undefined };
}

/** What the interfaces share: the domain's services, and what belongs to HTTP alone. */
export interface Deps extends Services {
  version: string;
  trustProxy: boolean;
  site: Site;
  /** Below which path it is served; undefined at the root. */
  base: BasePath | undefined;
  limits: Limits;
  /** The bodies that are being read. */
  bodyBudget: BodyBudget;
  /** The downloads that are being sent. */
  downloads: Downloads;
  /** The large responses that are being sent. */
  unread: UnreadResponses;
  /** Decides when reads begin. */
  turns: Turns;
  /** The ETags of the lists that were answered last. */
  etags: TextEtags;
  /** Stylesheet, scripts and icon. */
  assets: Assets;
  memory: PageMemory;
  /** Parts of pages as they were compressed. */
  pieces: GzipPieces;
  /** What open pages are told. */
  live: LiveFeed;
  log: (line: LogLine) => void;
  /** What this process counts, and the token to ask for it with; undefined where nobody may. */
  metrics?: { counted: Metrics; token: string } | undefined;
}

/** One line a request; never a secret. `RULES.md`, Settings. */
export interface LogLine {
  time: string;
  method: string;
  path: string;
  status: number;
  ms: number;
  requestId: string;
  actor: string;
}

/** The Hono environment of every route. */
export interface Env {
  Variables: {
    deps: Deps;
    requestId: string;
    /** Who asked, for the log: a profile's or user's id. */
    actorId: string;
    /** Who asks, once they have shown a credential that is good. */
    principal: Principal;
    /** Ends a read's turn. */
    endTurn: (() => void) | undefined;
    /** The moment in which they were found to be. */
    cachedReads: Authenticated["cachedReads"];
    /** Where that credential stands in its rate limit. */
    allowance: Allowance;
    /** Who asks, on pages inside a workspace: the web interface sets it before their routes run. */
    member: Member;
    /** The client's network address, in its canonical form. */
    address: string;
    /** Whether a header was set before the answer was made. */
    headed: boolean;
    /** Whether the response is a stream without a known length. */
    streams: boolean;
    /** The answer, where it was made with every header that it has to have. */
    whole: Response;
    /**
     * On the landing page, finds pages, headings, endpoints, commands, and settings in the docs, best first. Without a
     * text, finds none.
     */
    searchDocs: (text: string) => Promise<PublicPage[]>;
  };
}
