import type { Child } from "hono/jsx";

interface Named {
  name: string;
}

/** Into a project or milestone, or out of the one it was in. */
export function placed(
  where: string,
  { from, to }: { from: Named | null; to: Named | null },
): Child {
  return to
    ? (
      <>
        put it into {where} <b>{to.name}</b>
      </>
    )
    : (
      <>
        took it out of {where} <b>{nameOf(from)}</b>
      </>
    );
}

export function nameOf(record: Named | null): string {
  return record?.name ?? "something";
}
