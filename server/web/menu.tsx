import type { Context } from "hono";
import type { JSX } from "hono/jsx/jsx-runtime";
import { MenuPage } from "../../views/tasks/menu_page.tsx";
import type { Env } from "../http/env.ts";
import { html } from "../http/html.ts";
import { wantsFragment } from "../http/htmx.ts";
import { shellFrame } from "./shell.ts";

/** Answers with a menu: alone for the one that is open, as a page where there is no JavaScript. */
export async function answerMenu(
  c: Context<Env>,
  title: string,
  back: string,
  menu: JSX.Element,
): Promise<Response> {
  if (wantsFragment(c)) return html(c, menu);
  const frame = await shellFrame(c, back);
  return html(c, <MenuPage frame={frame} title={title} back={back}>{menu}</MenuPage>);
}
