import { type Context, Hono } from "hono";
import { preferencesPath, savedPreferencesPath } from "../../views/paths.ts";
import { PreferencesPage } from "../../views/settings/preferences.tsx";
import { perform } from "../domain/core/operation.ts";
import { updatePreferences } from "../domain/preferences/update.ts";
import type { Env } from "../http/env.ts";
import { readForm } from "../http/form.ts";
import { html } from "../http/html.ts";
import { type Refusal, refusalOf } from "./field_errors.ts";
import { shellFrame } from "./shell.ts";

/** One's own preferences: the page, and its form. A box that isn't ticked isn't sent. */
export const preferencesWeb = new Hono<Env>()
  .get(preferencesPath, (c) => preferencesPage(c))
  .post(preferencesPath, async (c) => {
    const form = await readForm(c);
    const chosen = { theme: form.text("theme"), shortcuts: form.has("shortcuts") };
    try {
      await perform(c.get("deps"), c.get("member"), updatePreferences, chosen);
    } catch (error) {
      return await preferencesPage(c, refusalOf(error, ["theme"]));
    }
    return c.redirect(savedPreferencesPath, 303);
  });

async function preferencesPage(c: Context<Env>, refused?: Refusal): Promise<Response> {
  return html(
    c,
    <PreferencesPage
      frame={await shellFrame(c, preferencesPath)}
      values={c.get("member").preferences}
      saved={c.req.query("saved") !== undefined}
      errors={refused?.errors ?? {}}
      refusal={refused?.refusal}
    />,
    refused?.status,
  );
}
