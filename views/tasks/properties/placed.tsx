import type { Child } from "hono/jsx";

interface PlacedRecord {
  name: string;
}

/** The sentence for moving a task to a project or milestone, or removing it. */
export function placed(
  where: string,
  { from, to }: { from: PlacedRecord | null; to: PlacedRecord | null },
): Child {
  return to
    ? (
      <>
        moved the task to {where} <b>{to.name}</b>
      </>
    )
    : (
      <>
        removed the task from {where} <b>{nameOf(from)}</b>
      </>
    );
}

export function nameOf(record: PlacedRecord | null): string {
  return record?.name ?? "something";
}
