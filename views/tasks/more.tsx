import type { Task } from "../../server/domain/tasks/schema.ts";
import type { Reading } from "../ui/time.tsx";
import { TaskRow } from "./row.tsx";

/** More rows of one group, to be put where their link stood. */
export function MoreRows({ tasks, more, name, reading }: {
  tasks: Task[];
  more: string | null;
  name: string;
  reading: Reading;
}) {
  return (
    <>
      {tasks.map((task) => TaskRow({ task, reading }))}
      {more && <MoreLink href={more} text="Show more" name={name} />}
    </>
  );
}

/** The link that fetches more rows in its own place; without JavaScript it is a page of its own. */
export function MoreLink({ href, text, name }: { href: string; text: string; name: string }) {
  return (
    <li class="more">
      <a
        href={href}
        hx-get={href}
        hx-target="closest .more"
        hx-swap="outerHTML"
        hx-vals={`{"heading":${JSON.stringify(name)}}`}
      >
        {text}
        <span class="unseen">{` in ${name}`}</span>
      </a>
    </li>
  );
}
