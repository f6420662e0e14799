import { asSaid, cut } from "./texts.ts";

const MOST = 100_000;

/** What a description is made of. */
export interface Described {
  /** The whole title, where the task's own was shortened. */
  titleIfCut: string;
  said: string;
  /** What it is called in the program that it comes from; empty where it has no name there. */
  origin: string;
  program: string;
  /** What has no field here, by name. */
  kept: readonly (readonly [name: string, value: string])[];
}

/** A description with what was kept at its foot, and what doesn't fit into it. */
export function describe(
  { titleIfCut, said, origin, program, kept }: Described,
): { description: string | null; rest: string } {
  const text = [titleIfCut, said.trim() === "" ? "" : said.trimEnd()].filter(Boolean).join("\n\n");
  const foot = origin === "" && kept.length === 0 ? "" : [
    ...(text === "" ? [] : ["---", ""]),
    `Imported from ${program}${origin === "" ? "" : `: ${origin}`}`,
    ...(kept.length > 0 ? [""] : []),
    ...kept.slice(0, 60).map(([name, value]) => `- ${asSaid(name).slice(1, -1)}: ${asSaid(value)}`),
  ].join("\n");
  const room = MOST - foot.length - 2;
  const [first, rest] = text.length > room ? cut(text, room) : [text, ""];
  const description = [first, foot].filter(Boolean).join("\n\n");
  return { description: description || null, rest };
}
