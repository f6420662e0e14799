import { listCommands } from "../../server/palette/list.ts";
import { runCommand } from "../../server/palette/run.ts";
import { Palette, type PaletteItem, Ran } from "../../server/palette/schema.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { type FullCast, populate } from "../gates/support/full_cast.ts";
import type { Person } from "./cast.ts";
import { createWorld, type WorldOptions } from "./world.ts";

/** The palette as people use it. Each response is checked against its documented schema. */
export interface PaletteUse {
  fullCast: FullCast;
  list(by: Person, input?: Record<string, unknown>): Promise<Palette>;
  /** Returns the rows for a query. */
  results(by: Person, q: string, more?: Record<string, unknown>): Promise<PaletteItem[]>;
  /** Returns the titles of a page's suggestions. */
  suggested(by: Person, path?: string): Promise<string[]>;
  /** Returns a record's actions. */
  menu(by: Person, record: string, q?: string): Promise<PaletteItem[]>;
  run(by: Person, command: string, record?: string, value?: string): Promise<Ran>;
}

/** Runs a test with the palette of Acme, which has records of every kind. */
export async function withPalette(
  test: (use: PaletteUse) => Promise<void>,
  options: WorldOptions = {},
): Promise<void> {
  await using world = await createWorld(options);
  const fullCast = await populate(world);
  const list = async (by: Person, input: Record<string, unknown> = {}) =>
    Palette.parse(await perform(world.services, by.member, listCommands, input));
  await test({
    fullCast,
    list,
    results: async (by, q, more = {}) => (await list(by, { q, ...more })).results,
    suggested: async (by, path) =>
      (await list(by, { ...(path ? { path } : {}) })).results.map(({ title }) => title),
    menu: async (by, record, q) => (await list(by, { record, ...(q ? { q } : {}) })).actions,
    async run(by, command, record, value) {
      const input = {
        command,
        ...(record === undefined ? {} : { record }),
        ...(value === undefined ? {} : { value }),
      };
      return Ran.parse(await perform(world.services, by.member, runCommand, input));
    },
  });
}

/** Returns the titles of rows. */
export function titlesOf(items: readonly PaletteItem[]): string[] {
  return items.map(({ title }) => title);
}
