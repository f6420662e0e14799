import { Main } from "../../views/layouts/shell.tsx";
import { NotFound } from "../domain/core/errors.ts";
import { page } from "./page.ts";
import type { FoundPage } from "./table.ts";

const noPage = page({
  path: "/workspace/*",
  who: "members",
  read({ url }): null {
    throw new NotFound(`Nothing found at ${url.pathname}.`);
  },
}).shows({ title: () => "", main: () => <Main kind="page">{null}</Main> });

/** Returns the page of an address in the workspace that has no other page. It shows that nothing is there. */
export function noPageAt(url: URL): FoundPage {
  return { page: noPage, url, params: {} };
}
