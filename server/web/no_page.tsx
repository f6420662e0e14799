import { Main } from "../../views/layouts/shell.tsx";
import { NotFound } from "../domain/core/errors.ts";
import { page } from "./page.ts";

/** The page of every address in the workspace that has no other page. It shows that nothing is there. */
export const noPage = page({
  path: "/workspace/*",
  who: "members",
  read({ url }): null {
    throw new NotFound(`There is nothing at ${url.pathname}.`);
  },
}).shows({ title: () => "", main: () => <Main kind="page">{null}</Main> });
