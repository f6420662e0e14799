import { asSaid, cut } from "./texts.ts";

const MOST = 100_000;

/** The parts of a description. */
export interface Described {
  /** The full title, if the task's title was shortened. */
  titleIfCut: string;
  said: string;
  /** The task's name in its tool; empty without one. */
  origin: string;
  program: string;
  /** Values without a field in Backlog, by name. */
  kept: readonly (readonly [name: string, value: string])[];
}

/** Builds a description with kept values at its end, and returns the rest that doesn't fit. */
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
