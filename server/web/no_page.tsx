import { Main } from "../../views/layouts/shell.tsx";
import { NotFound } from "../domain/core/errors.ts";
import { page } from "./page.ts";

/** Stands in for a page at each address of the workspace that has none. */
export const noPage = page({
  path: "/workspace/*",
  who: "members",
  read({ url }): null {
    throw new NotFound(`There is nothing at ${url.pathname}.`);
  },
}).shows({ title: () => "", main: () => <Main kind="page">{null}</Main> });
