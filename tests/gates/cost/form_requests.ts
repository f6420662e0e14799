import { table } from "../../../server/web/app.ts";
import { buttonOf } from "../../../server/web/table.ts";
import { shareOf } from "../../support/share.ts";
import { actionRows } from "../pages/action_rows.ts";
import { fillPath, nameOf } from "../pages/opened.ts";
import { headersOf } from "../pages/ways.ts";
import type { FilledDatabase } from "./filled_database.ts";
import { type Asked, successFor } from "./requests.ts";
import { shapes, textOf } from "./shapes.ts";

/** Form fields for prose, with the longest text that any form accepts. */
const prose: Record<string, readonly number[]> = {
  description: [100_000, 2_000, 500],
  text: [100_000],
  body: [20_000],
  bio: [2_000],
};

/** The number of text shapes for each length, per action and day. */
const SHAPES = 2;

/** Returns requests for every action, with the values in its row and with the longest texts. */
export function formRequests(filled: FilledDatabase): Asked[] {
  const { fullCast, cookies } = filled;
  return table.actions.flatMap((action, turn) => {
    const rows = actionRows[nameOf(action)] ?? [];
    const row = rows.find(successFor) ?? rows[0];
    if (!row) return [];
    const params = row.params?.(fullCast) ?? {};
    const { name, value } = buttonOf(action);
    const form = { ...(name ? { [name]: value } : {}), ...row.form?.(fullCast) };
    const way = turn % 2 ? "plain" : "fragment";
    const cookie = cookies[successFor(row) ?? "owner"];
    const texts = Object.keys(prose).filter((field) => field in action.form);
    const most = Math.max(0, ...texts.map((field) => prose[field]!.length));
    const filled = Array.from(
      { length: most },
      (_, nth) =>
        shareOf(shapes, turn).slice(0, SHAPES).map((shape) => ({
          ...form,
          ...Object.fromEntries(
            texts.map((
              field,
            ) => [field, textOf(shape, prose[field]!.at(nth) ?? prose[field]![0]!)]),
          ),
        })),
    ).flat();
    return [form, ...filled].map((fields) => ({
      of: nameOf(action),
      method: "POST",
      path: fillPath(action.path, params),
      headers: {
        ...headersOf(way, cookie, action.home(params)),
        "content-type": "application/x-www-form-urlencoded",
      },
      body: String(new URLSearchParams(fields)),
    }));
  });
}
