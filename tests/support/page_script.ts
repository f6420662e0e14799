import { repository } from "./source.ts";

/**
 * Runs a script of the browser, without a browser.
 * @param name its path in `static/js`, without the extension
 * @param globals the globals that the script uses
 * @returns what the script adds to `globalThis`
 */
export async function runPageScript<Added>(
  name: string,
  globals: Readonly<Record<string, unknown>>,
): Promise<Added> {
  const source = await Deno.readTextFile(`${repository}/static/js/${name}.js`);
  const added = {};
  new Function("globalThis", ...Object.keys(globals), source)(added, ...Object.values(globals));
  return added as Added;
}

/** Returns a page's event target, and the function that dispatches an event to its listeners. */
export function listenersOfPage() {
  const listeners = new Map<string, ((event: object) => unknown)[]>();
  return {
    addEventListener(name: string, listener: (event: object) => unknown) {
      listeners.set(name, [...listeners.get(name) ?? [], listener]);
    },
    dispatch(name: string, event: object = {}) {
      for (const listener of listeners.get(name) ?? []) listener(event);
    },
  };
}
