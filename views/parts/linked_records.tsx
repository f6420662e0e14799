import type { Child } from "hono/jsx";
import { ActForm } from "../ui/act_form.tsx";

/** A record that another one has to do with. */
interface LinkedRecord {
  href: string;
  mark: Child;
  /** Its status, for who doesn't see the mark. */
  status: string;
  /** What it is known by: a reference or a key. */
  reference: string;
  name: string;
  closed: boolean;
  /** What follows in its link. */
  besides?: Child;
  /** What follows its link. */
  after?: Child;
  /** Where it is taken away. */
  path: string;
}

/** The records to which one stands in one way. */
export function LinkedRecords({ id, name, warns, records, writable }: {
  id: string;
  /** How it stands to them. */
  name: string;
  /** Whether they hold it up. */
  warns?: boolean;
  records: readonly LinkedRecord[];
  writable: boolean;
}) {
  return (
    <>
      <h3 id={id} class="detail-kind" data-warns={warns || undefined}>{name}</h3>
      <ul class="detail-list" aria-labelledby={id}>
        {records.map((record) => (
          <li class="detail-item" data-closed={record.closed || undefined}>
            <a href={record.href}>
              {record.mark}
              <span class="unseen">{record.status}:</span>
              <span class="row-reference">{record.reference}</span>
              <bdi class="detail-item-title">{record.name}</bdi>
              {record.besides}
            </a>
            {record.after}
            {writable && (
              <ActForm
                path={record.path}
                act="remove"
                name={`Remove: ${name.toLowerCase()} ${record.reference}`}
                icon="close"
                next="here"
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
