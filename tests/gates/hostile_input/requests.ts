import { table } from "../../../server/web/app.ts";
import type { Known } from "../fuzz/inputs.ts";
import type { Caller } from "./filled_database.ts";
import {
  type Chance,
  hasUnkeepable,
  headerValue,
  hostileText,
  json,
  percent,
  refusedInJson,
  refusedText,
} from "./poison.ts";
import type { Target } from "./targets.ts";

export interface HostileRequest {
  text: string;
  head: boolean;
  /** Whether the request has a body. If the body stays unread, the server closes the connection after its response. */
  body: boolean;
  /** Whether the URL or the body contains a control character or lone surrogate. */
  unkeepable: boolean;
}

/** Fields that are sometimes omitted, so that checks behind them are reached too. */
const skippable = [
  ...table.actions.flatMap(({ button }) => button?.split("=")[0] ?? []),
  "back",
  "next",
];

/** Targets of forms without fields: only the values in the path, or the sender, can be refused. */
const fieldless = new Set(
  table.actions.filter(({ button, form }) => !button && Object.keys(form).length === 0)
    .map(({ path }) => path.replace(/:(\w+)/g, "{$1}")),
);

/** Headers that affect a response, with values chosen by the client. */
const headers = [
  "Accept",
  "Accept-Encoding",
  "Content-Type",
  "HX-Current-URL",
  "HX-Source",
  "HX-Target",
  "Idempotency-Key",
  "If-Match",
  "If-None-Match",
  "Origin",
  "Referer",
  "Sec-Fetch-Site",
  "User-Agent",
  "X-Backlog-Agent",
  "X-Forwarded-For",
  "X-Request-Id",
];

/**
 * Generates a request to a target with hostile input. Requests that could change something must be refused, because a
 * required field contains a control character or lone surrogate.
 */
export class Forger {
  #sent = 0;

  constructor(
    private readonly chance: Chance,
    private readonly callers: readonly Caller[],
    private readonly known: Known,
    private readonly origin: string,
  ) {}

  forge(target: Target): HostileRequest {
    const reads = target.method === "GET";
    const method = reads && this.chance.below(16) === 0 ? "HEAD" : target.method;
    const names = [...target.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
    const where = this.chance.below(3);
    const inPath = names.length > 0 && where === 0 ? this.chance.of(names) : null;
    const foreign = fieldless.has(target.path) && !inPath;
    const inQuery = target.sends === "json" && !inPath && (where === 1 || target.bodyless);
    const path = target.path.replace(
      /\{(\w+)\}/g,
      (_, name) => this.#segment(name, name === inPath, !reads),
    );
    const body = reads ? null : this.#body(target);
    const query = reads ? this.#query(target) : inQuery ? `?q=${this.#spelled()}` : "";
    return {
      text: this.#head(method, path + query, target, body, foreign) + (body ?? ""),
      head: method === "HEAD",
      body: body !== null,
      unkeepable: hasUnkeepable(path + query + (body ?? "")),
    };
  }

  #segment(name: string, poisoned: boolean, refused: boolean): string {
    const real = this.known[name];
    const known = real ? String(this.chance.of(real)) : "x";
    if (!poisoned) return encodeURIComponent(known);
    const text = refused ? refusedText(this.chance) : hostileText(this.chance);
    return percent(text, this.chance) || "%20";
  }

  #spelled(): string {
    return percent(hostileText(this.chance), this.chance);
  }

  /** Returns a few of the fields, or all of them. */
  #query({ fields }: Target): string {
    const some = Array.from({ length: 1 + this.chance.below(3) }, () => this.chance.of(fields));
    const names = fields.length === 0 ? ["q"] : this.chance.below(2) ? some : fields;
    const parts = names.map((name) => {
      const part = `${name}=${this.#spelled()}`;
      return this.chance.below(40) ? part : `${part}&${part}`;
    });
    if (this.chance.below(12) === 0) parts.push(`${this.#spelled()}=1`);
    return `?${parts.join("&")}`;
  }

  #body({ sends, fields }: Target): string {
    if (sends === "form") return this.#form(fields);
    const some = Array.from({ length: this.chance.below(3) }, () => [
      fields.length > 0 ? this.chance.of(fields) : "x",
      hostileText(this.chance),
    ]);
    const name = fields.length > 0 ? this.chance.of(fields) : "x";
    return json(Object.fromEntries([...some, [name, refusedInJson(this.chance)]]));
  }

  #form(fields: readonly string[]): string {
    return fields.filter((name) => !skippable.includes(name) || this.chance.below(3) > 0)
      .map((name) => `${name}=${percent(refusedText(this.chance), this.chance)}`).join("&");
  }

  #head(
    method: string,
    path: string,
    { sends }: Target,
    body: string | null,
    foreign: boolean,
  ): string {
    const { token, cookie } = this.chance.of(this.callers);
    const sent = ++this.#sent;
    const lines = new Map<string, string>([
      ["Host", new URL(this.origin).host],
      // Each request comes from a different client, so that no limit is reached
      ["X-Forwarded-For", `10.${sent >> 16 & 255}.${sent >> 8 & 255}.${sent & 255}`],
      ["Origin", foreign ? "https://evil.example" : this.origin],
    ]);
    if (token) lines.set("Authorization", `Bearer ${token}`);
    if (cookie) lines.set("Cookie", `${cookie}${this.chance.below(8) ? "" : "; a=%01\xff"}`);
    if (this.chance.below(3) === 0) lines.set("Accept", "text/html");
    if (this.chance.below(3) === 0) lines.set("HX-Request-Type", "partial");
    if (body !== null) {
      const type = sends === "form" ? "x-www-form-urlencoded" : "json";
      lines.set("Content-Type", `application/${type}`);
    }
    if (this.chance.below(3) === 0) this.#poisonHeader(lines, foreign);
    if (body !== null) lines.set("Content-Length", String(body.length));
    const head = [...lines, ...this.#again()].map(([name, value]) => `${name}: ${value}\r\n`)
      .join("");
    return `${method} ${path} HTTP/1.1\r\n${head}\r\n`;
  }

  /** Sometimes repeats headers with other values. */
  #again(): [name: string, value: string][] {
    const many = this.chance.below(10) ? 0 : 1 + this.chance.below(3);
    return Array.from({ length: many }, () => [
      this.chance.of(repeatable),
      headerValue(this.chance),
    ]);
  }

  #poisonHeader(lines: Map<string, string>, foreign: boolean): void {
    const name = this.chance.of(headers);
    if (name === "HX-Current-URL") {
      lines.set(name, `${this.origin}/workspace/tasks?q=${this.#spelled()}`);
    } else if (!foreign || name !== "Origin") lines.set(name, headerValue(this.chance));
    if (this.chance.below(8) === 0) lines.set("Host", this.chance.of(badHosts));
    if (this.chance.below(20) === 0) lines.set("Cookie", `backlog=${headerValue(this.chance)}`);
    if (this.chance.below(20) === 0) {
      lines.set("Authorization", `Bearer ${headerValue(this.chance)}`);
    }
  }
}

/** Headers that can be repeated. The runtime refuses a second `Host` or `Content-Length`. RFC 9112, 3.2 and 6.3 */
const repeatable = [...headers, "Authorization", "Cookie", "HX-Request-Type"];

const badHosts = ["x:99999", "[::1", "x/health?", "a@b", "x#", "\xff", "x y", "x\\y"];
