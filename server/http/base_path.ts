/**
 * Attributes that hold an address: those of HTML and htmx, and those that scripts ask for. `tests/gates/base_path_test.ts`
 * finds one that is missing. What only goes back to the server stays as it is within: a form's values, a menu's `data-at`.
 */
const names = [
  "href|src|srcset|action|formaction",
  "hx-(?:get|post|put|patch|delete|push-url|replace-url)",
  "data-(?:acts|address|again|app|areas|asks|begin|composer|docs|favorite|folds|from|here|keeps-at|later)",
  "data-(?:not|opens-entry|pages|palette-at|path|peeked-at|prefers|preview|print|project|read)",
  "data-(?:runs|selected|suggests|task|tasks|to|unread)",
].join("|");

/**
 * Where an address begins that begins at the root: as such an attribute does. No text of ours has a bare quote but as an
 * attribute's end. What is spelled out stands first, for which the engine looks twice as fast.
 */
const begins = new RegExp(`="/(?!/)(?<= (?:${names})="/)`, "g");
/** The attribute that holds several, and the one that selects what leads somewhere, whole: a text may be full of what is in them. */
const several = / data-areas="[^"]*"/g;
const selector = / data-next="[^"]*"/g;

/** Headers that lead somewhere, or say where a page is. */
const leading = ["location", "hx-location", "hx-push-url", "hx-redirect", "hx-replace-url"];

/**
 * The path below which Backlog is served, where it shares a host with others. Within, every address begins at the root:
 * what comes in loses the path here, and what goes out gets it.
 */
export class BasePath {
  /** @param path `/backlog` */
  constructor(readonly path: string) {}

  /** What a path or an address is within; null where it is elsewhere. */
  within(path: string): string | null {
    if (!path.startsWith(this.path)) return null;
    const rest = path.slice(this.path.length);
    if (rest.startsWith("/")) return rest;
    return rest === "" || /^[?#]/.test(rest) ? `/${rest}` : null;
  }

  /**
   * Has a request ask for what it asks for within. It stays the one that came, and its path as it was spelled: a copy
   * would be another one's, from which a URL's parser took what climbs.
   * @returns whether it is within
   */
  enter(request: Request): boolean {
    const { url } = request;
    const start = url.indexOf("/", "https://".length);
    const path = start < 0 ? null : this.within(url.slice(start));
    if (path === null) return false;
    Object.defineProperty(request, "url", { value: url.slice(0, start) + path });
    return true;
  }

  /** An answer as it leads from outside. */
  leave(answer: Response): Response {
    for (const name of leading) {
      const value = answer.headers.get(name);
      if (value?.startsWith("/")) answer.headers.set(name, this.path + value);
    }
    return answer;
  }

  /** HTML of ours, whose texts are escaped, as it leads from outside. */
  html(text: string): string {
    return text.replace(begins, `="${this.path}/`)
      .replace(several, (all) => all.replaceAll(" /assets/", ` ${this.path}/assets/`))
      .replace(selector, (all) => all.replaceAll(/=&quot;\/(?!\/)/g, `=&quot;${this.path}/`));
  }

  /** Something that leads somewhere by fields of one name, as JSON. */
  json(value: unknown, name: "href" | "path"): string {
    return JSON.stringify(
      value,
      (key, one) =>
        key === name && typeof one === "string" && one.startsWith("/") ? this.path + one : one,
    );
  }

  /** A sentence that names what one can ask this server for. */
  sentence(text: string): string {
    return text.replaceAll(/(?<=^| )\/(?=api\/|openapi\.json)/g, () => `${this.path}/`);
  }
}

/** Below which path a server is. @param origin its public address @returns undefined at the root */
export function basePathOf(origin: string): BasePath | undefined {
  const { pathname } = new URL(origin);
  return pathname === "/" ? undefined : new BasePath(pathname);
}
