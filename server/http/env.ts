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
import type { Turn, Turns } from "./turns.ts";
import type { UnreadResponses } from "./unread.ts";

/** The operator's choices for the public pages. */
export interface Site {
  /** Whether crawlers are welcome, kept out, or refused together with visitors. */
  pages: "listed" | "unlisted" | "off";
  /** The uses that crawlers can read about. https://contentsignals.org */
  contentSignal: string;
  /** The operator's name and contact, for the privacy policy and the terms. */
  operator: { name?: string | undefined; contact?: string | undefined };
}

/** The data that the interfaces share: the domain's services, and the services for HTTP only. */
export interface Deps extends Services {
  version: string;
  trustProxy: boolean;
  site: Site;
  /** The path below which Backlog is served; undefined at the root. */
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
  /** The ETags of recently sent lists. */
  etags: TextEtags;
  /** Stylesheet, scripts and icon. */
  assets: Assets;
  memory: PageMemory;
  /** Compressed parts of pages. */
  pieces: GzipPieces;
  /** Sends news to open pages. */
  live: LiveFeed;
  log: (line: LogLine) => void;
  /** The counts of this process, and the token for reading them; undefined without a token. */
  metrics?: { counted: Metrics; token: string } | undefined;
}

/** One line per request, never with a secret. `RULES.md`, Settings. */
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
    /** The actor, for the log: a profile's or user's ID. */
    actorId: string;
    /** The actor, after showing a valid credential. */
    principal: Principal;
    /** The turn of a read. */
    turn: Turn | undefined;
    /** The reads that the authentication cached. */
    cachedReads: Authenticated["cachedReads"];
    /** The remaining requests of that credential. */
    allowance: Allowance;
    /**
     * The member who sends the request, on pages inside a workspace. The web interface sets it before their routes run.
     */
    member: Member;
    /** The client's network address, in its canonical form. */
    address: string;
    /** Whether a header was set before the response was created. */
    headed: boolean;
    /** Whether the response is a stream without a known length. */
    streams: boolean;
    /** The response, if it was created with all of its headers. */
    whole: Response;
    /**
     * On the landing page, finds pages, headings, endpoints, commands, and settings in the docs, best first. Without a
     * text, finds none.
     */
    searchDocs: (text: string) => Promise<PublicPage[]>;
  };
}
