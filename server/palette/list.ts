import type { Member } from "../domain/core/actor.ts";
import { listFavorites } from "../domain/favorites/list.ts";
import { query, type ReadContext, within } from "../domain/core/operation.ts";
import { listRecents } from "../domain/recents/list.ts";
import { parseJson } from "../domain/core/json.ts";
import { typedOf } from "./match.ts";
import { menuOf, noDateOf } from "./menu.ts";
import { recordItems } from "./record_items.ts";
import { commandsFor, ranked } from "./rank.ts";
import { type Palette, PaletteInput } from "./schema.ts";
import { readSubject } from "./subject.ts";
import { knownHere, type Own, suggestions, suggestionsIn } from "./suggest.ts";
import { readViewer } from "./viewer.ts";

/** The maximum number of favorites that count, in their order. */
const MOST_FAVORITES = 250;

/**
 * Lists what the palette shows: suggestions without typed text, matches with typed text, or the actions of `record`, in
 * the order of the keyboard. Everything in it is available to the viewer. A change is checked again when it runs.
 * @throws Forbidden without a signed-in session; NotFound for a record that the viewer can't see
 */
export const listCommands = query({
  name: "commands.list",
  scope: null,
  session: true,
  input: PaletteInput,
  async run(context, { q, path, record, limit }): Promise<Palette> {
    const viewer = await readViewer(context);
    const typed = typedOf(q);
    const { scope, text } = typed;
    if (record !== undefined) {
      const subject = await readSubject(context, record);
      const actions = await menuOf(context, viewer, subject, typed.q);
      const why = actions.length > 0 ? null : noDateOf(context, subject, typed.q);
      return { viewer, scope: "all", results: [], actions, why, commands: [], recents: [] };
    }
    const here = await knownHere(context, viewer, path);
    const commands = typed.q === "" ? commandsFor(viewer, here) : [];
    const own = text === "" && scope !== "commands" ? await ownOf(context) : null;
    const show = async () => {
      if (text !== "") return await ranked(context, viewer, typed, { limit, here, path });
      if (!own || scope === "commands") return commandsFor(viewer, here).map(({ item }) => item);
      if (scope !== "all") return await suggestionsIn(context, scope, own);
      return await suggestions(context, viewer, own, path);
    };
    const results = (await show()).slice(0, limit);
    const recents = typed.q === "" ? own?.recents ?? [] : [];
    return { viewer, scope, results, actions: [], why: null, commands, recents };
  },
});

/** Returns the actor's favorites and recent records. Recent favorites appear under Favorites. */
async function ownOf(context: ReadContext<Member>): Promise<Own> {
  const pinned = await within(context, listFavorites, { limit: MOST_FAVORITES });
  const favorites = parseJson(pinned.records);
  const opened = await recordItems(context, await within(context, listRecents, {}));
  const recents = opened.map((item) =>
    favorites.some(({ id }) => id === item.id) ? { ...item, group: "Favorites" } : item
  );
  return { favorites, recents };
}
