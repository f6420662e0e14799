import assert from "node:assert/strict";

/** A browser without scripts or a screen, on a real server. */
export interface Browser {
  /** Gets a page, which must be there. */
  get(path: string): Promise<{ html: string }>;
  /** Sends a form, which must be taken: the answer leads on. */
  post(path: string, form: Record<string, string>): Promise<void>;
}

export function browseFrom(url: string): Browser {
  const cookies = new Map<string, string>();
  const ask = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(url + path, {
      ...init,
      redirect: "manual",
      headers: { accept: "text/html,*/*", origin: url, cookie: [...cookies.values()].join("; ") },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const pair = cookie.split(";")[0]!;
      cookies.set(pair.split("=")[0]!, pair);
    }
    return { status: response.status, html: await response.text() };
  };
  return {
    async get(path) {
      const { status, html } = await ask(path);
      assert.equal(status, 200, said(path, html));
      return { html };
    },
    async post(path, form) {
      const { status, html } = await ask(path, { method: "POST", body: new URLSearchParams(form) });
      assert.equal(status, 303, said(path, html));
    },
  };
}

/** A page by its title: all of it is too long to be read. */
function said(path: string, html: string): string {
  return `${path}: ${/<title>([^<]*)/.exec(html)?.[1] ?? html}`;
}
