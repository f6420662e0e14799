import type { Child } from "hono/jsx";
import { ActForm } from "../ui/act_form.tsx";

/** A record linked to another record. */
interface LinkedRecord {
  href: string;
  mark: Child;
  /** The status for screen readers. */
  status: string;
  /** Its reference or key. */
  reference: string;
  name: string;
  closed: boolean;
  /** Content at the end of its link. */
  besides?: Child;
  /** Content after its link. */
  after?: Child;
  /** The URL that removes the link. */
  path: string;
}

/** The records with the same relation to a record. */
export function LinkedRecords({ id, name, warns, records, writable }: {
  id: string;
  /** The name of the relation. */
  name: string;
  /** Whether the records block this one. */
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
