/**
 * Attributes that contain a path, in HTML, in htmx, and for scripts. `tests/gates/base_path_test.ts` finds missing
 * ones. Values that only return to the server stay without the base path: a form's values, a menu's `data-at`.
 */
const names = [
  "href|src|srcset|action|formaction",
  "hx-(?:get|post|put|patch|delete|push-url|replace-url)",
  "data-(?:acts|address|again|app|areas|asks|begin|composer|docs|favorite|folds|from|here|keeps-at|later)",
  "data-(?:not|opens-entry|pages|palette-at|path|peeked-at|prefers|preview|print|project|read)",
  "data-(?:runs|selected|suggests|task|tasks|to|unread)",
].join("|");

/**
 * The start of a path from the root in such an attribute. In our HTML, an unescaped quote only ends an attribute. The
 * literal text comes first, because the engine then searches twice as fast.
 */
const begins = new RegExp(`="/(?!/)(?<= (?:${names})="/)`, "g");
/**
 * The attribute with several paths, and the one with a selector of links. Both are matched whole, because texts can
 * contain anything that their values do.
 */
const several = / data-areas="[^"]*"/g;
const selector = / data-next="[^"]*"/g;

/** Headers that contain a path. */
const leading = ["location", "hx-location", "hx-push-url", "hx-redirect", "hx-replace-url"];

/**
 * The path below which Backlog is served, if it shares a host. Inside, every path starts at the root: requests lose the
 * base path, and responses get it.
 */
export class BasePath {
  /** @param path `/backlog` */
  constructor(readonly path: string) {}

  /** Returns a path or URL without the base path, or null if it is outside. */
  within(path: string): string | null {
    if (!path.startsWith(this.path)) return null;
    const rest = path.slice(this.path.length);
    if (rest.startsWith("/")) return rest;
    return rest === "" || /^[?#]/.test(rest) ? `/${rest}` : null;
  }

  /**
   * Removes the base path from a request's URL. Changes the request itself and keeps the spelling of its path: a copy
   * would have another URL, in which the parser has resolved `..`.
   * @returns whether the URL is inside the base path
   */
  enter(request: Request): boolean {
    const { url } = request;
    const start = url.indexOf("/", "https://".length);
    const path = start < 0 ? null : this.within(url.slice(start));
    if (path === null) return false;
    Object.defineProperty(request, "url", { value: url.slice(0, start) + path });
    return true;
  }

  /** Adds the base path to a response's headers. */
  leave(answer: Response): Response {
    for (const name of leading) {
      const value = answer.headers.get(name);
      if (value?.startsWith("/")) answer.headers.set(name, this.path + value);
    }
    return answer;
  }

  /** Adds the base path to our HTML, whose texts are escaped. */
  html(text: string): string {
    return text.replace(begins, `="${this.path}/`)
      .replace(several, (all) => all.replaceAll(" /assets/", ` ${this.path}/assets/`))
      .replace(selector, (all) => all.replaceAll(/=&quot;\/(?!\/)/g, `=&quot;${this.path}/`));
  }

  /** Returns a value as JSON, with the base path in all fields of one name. */
  json(value: unknown, name: "href" | "path"): string {
    return JSON.stringify(
      value,
      (key, one) =>
        key === name && typeof one === "string" && one.startsWith("/") ? this.path + one : one,
    );
  }

  /** Adds the base path to the API's paths in a sentence. */
  sentence(text: string): string {
    return text.replaceAll(/(?<=^| )\/(?=api\/|openapi\.json)/g, () => `${this.path}/`);
  }
}

/** Returns the base path of a server. @param origin its public address @returns undefined at the root */
export function basePathOf(origin: string): BasePath | undefined {
  const { pathname } = new URL(origin);
  return pathname === "/" ? undefined : new BasePath(pathname);
}
