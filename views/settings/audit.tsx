import type { AuditEntry } from "../../server/domain/audit/schema.ts";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { MemberRecord } from "../../server/domain/profiles/schema.ts";
import { Icon } from "../icons.tsx";
import { withQuery } from "../paths.ts";
import { memberPath } from "../people_paths.ts";
import { auditCsvPath, auditPath } from "../settings_paths.ts";
import { Ago, type PageClock } from "../ui/time.tsx";
import {
  auditWords,
  credentialWord,
  detailOf,
  interfaceNames,
  namesSubject,
  optionOf,
  saidOf,
} from "./audit_words.ts";
import { Concern, Records } from "./parts.tsx";

/** The filters of the audit log, as in the page's URL. */
export interface AuditQuery {
  actorId?: string | undefined;
  kind?: string | undefined;
  interface?: string | undefined;
  since?: string | undefined;
  before?: string | undefined;
}

interface AuditProps {
  query: AuditQuery;
  entries: readonly AuditEntry[];
  /** The cursor of the next page. */
  next: string | null;
  /** The options of the filter by member. */
  people: JSX.Element;
  clock: PageClock;
  /** Why the filters were refused. */
  wrong: string | null;
}

/** The audit log: each entry with its actor, credential, and interface. */
export function Audit({ query, entries, next, people, clock, wrong }: AuditProps) {
  const narrowed = Object.values(query).some(Boolean);
  return (
    <Concern
      id="audit"
      title="Audit log"
      lead="Sign-ins and permission changes, with the credential and interface used. Entries can't be changed or removed."
      beside={
        <a class="button" href={withQuery(auditCsvPath, { ...query })} download hx-boost="false">
          <span>Download CSV</span>
        </a>
      }
    >
      <Filters query={query} people={people} />
      {wrong && <p class="error" role="alert">{wrong}</p>}
      <Records
        name="Audit entries"
        columns={[{ name: "Time" }, { name: "Event" }, { name: "Interface" }]}
        rows={entries.map((entry) => ({
          key: entry.id,
          cells: [
            <Ago at={entry.createdAt} clock={clock} />,
            <Said entry={entry} />,
            <>
              {interfaceNames[entry.interface]}
              {entry.credential && `, ${credentialWord(entry.credential.kind)}`}
              {entry.address && <small>{entry.address}</small>}
            </>,
          ],
        }))}
        empty={narrowed ? "No matching audit entries" : "No audit entries yet"}
      />
      {next && (
        <p class="audit-way">
          <a
            id="audit-older"
            class="button"
            href={withQuery(auditPath, { ...query, cursor: next })}
          >
            Older entries
          </a>
        </p>
      )}
    </Concern>
  );
}

function Said({ entry }: { entry: AuditEntry }) {
  const { actor, subject, kind } = entry;
  const detail = detailOf(entry);
  return (
    <>
      {actor
        ? <a href={memberPath(actor.id)}>{actor.name}</a>
        : namesSubject(entry) && kind === "signin.locked_out"
        ? null
        : "Someone"} {kind === "signin.locked_out" && !actor ? null : `${saidOf(kind)} `}
      {subject && namesSubject(entry) && <b>{subject.name}</b>}
      {kind === "signin.locked_out" && !actor && ` ${saidOf(kind)}`}
      {detail && <small>{detail}</small>}
    </>
  );
}

/** The options of the filter by member, former members included. @param props.chosen the ID in the filter */
export function AuditPeople({ members, chosen }: {
  members: readonly MemberRecord[];
  chosen: string | undefined;
}) {
  const known = members.some(({ id }) => id === chosen);
  return (
    <>
      <option value="">Everyone</option>
      {!known && chosen && <option value={chosen} selected>{chosen}</option>}
      {members.map(({ id, name, removedAt }) => (
        <option value={id} selected={id === chosen}>
          {removedAt === null ? name : `${name} (former member)`}
        </option>
      ))}
    </>
  );
}

/** The filters. Without JavaScript, a button applies them. */
function Filters({ query, people }: Pick<AuditProps, "query" | "people">) {
  return (
    <form id="audit-filters" class="audit-filters" method="get" action={auditPath} role="search">
      <label class="field">
        <span>Member</span>
        <select class="input" name="actorId">{people}</select>
      </label>
      <label class="field">
        <span>Event</span>
        <select class="input" name="kind">
          <option value="">All events</option>
          {Object.entries(auditWords).map(([group, kinds]) => (
            <optgroup label={group}>
              {Object.entries(kinds).map(([kind, words]) => (
                <option value={kind} selected={kind === query.kind}>
                  {optionOf(kind, words)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      <label class="field">
        <span>Interface</span>
        <select class="input" name="interface">
          <option value="">All interfaces</option>
          {Object.entries(interfaceNames).map(([source, name]) => (
            <option value={source} selected={source === query.interface}>{name}</option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>Since</span>
        <input class="input" type="date" name="since" value={query.since ?? ""} />
      </label>
      <label class="field">
        <span>Before</span>
        <input class="input" type="date" name="before" value={query.before ?? ""} />
      </label>
      <div class="form-actions">
        <button type="submit" class="button">
          <Icon name="filter" />
          <span>Apply filters</span>
        </button>
        {Object.values(query).some(Boolean) && (
          <a class="button" data-kind="quiet" href={auditPath}>Clear filters</a>
        )}
      </div>
    </form>
  );
}
