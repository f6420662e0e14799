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
  saidOf,
  wholeWords,
} from "./audit_words.ts";
import { Concern, Records } from "./parts.tsx";

/** What narrows the audit, as its address has it. */
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
  /** What the next page is asked for with. */
  next: string | null;
  /** Those whom it can be narrowed to, as options. */
  people: JSX.Element;
  clock: PageClock;
  /** What was wrong with the filters. */
  wrong: string | null;
}

/** Who did what, with which credential, through which interface. */
export function Audit({ query, entries, next, people, clock, wrong }: AuditProps) {
  const narrowed = Object.values(query).some(Boolean);
  return (
    <Concern
      id="audit"
      title="What happened"
      lead="Who came in, who changed who may do what, with which credential and through which interface. Nothing here is ever changed or removed."
      beside={
        <a class="button" href={withQuery(auditCsvPath, { ...query })} download hx-boost="false">
          <span>Download CSV</span>
        </a>
      }
    >
      <Filters query={query} people={people} />
      {wrong && <p class="error" role="alert">{wrong}</p>}
      <Records
        name="What happened"
        columns={[{ name: "When" }, { name: "What" }, { name: "With" }]}
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
        empty={narrowed ? "Nothing like that happened." : "Nothing has happened yet."}
      />
      {next && (
        <p class="audit-way">
          <a
            id="audit-older"
            class="button"
            href={withQuery(auditPath, { ...query, cursor: next })}
          >
            Older
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
        : "Somebody"} {kind === "signin.locked_out" && !actor ? null : `${saidOf(kind)} `}
      {subject && namesSubject(entry) && <b>{subject.name}</b>}
      {kind === "signin.locked_out" && !actor && ` ${saidOf(kind)}`}
      {detail && <small>{detail}</small>}
    </>
  );
}

/** Whoever did something: everybody who is here, and who was. @param props.chosen the id of whom it is narrowed to */
export function AuditPeople({ members, chosen }: {
  members: readonly MemberRecord[];
  chosen: string | undefined;
}) {
  const known = members.some(({ id }) => id === chosen);
  return (
    <>
      <option value="">Everybody</option>
      {!known && chosen && <option value={chosen} selected>{chosen}</option>}
      {members.map(({ id, name, removedAt }) => (
        <option value={id} selected={id === chosen}>
          {removedAt === null ? name : `${name} (left)`}
        </option>
      ))}
    </>
  );
}

/** What the list is narrowed by; without JavaScript, with a press. */
function Filters({ query, people }: Pick<AuditProps, "query" | "people">) {
  return (
    <form id="audit-filters" class="audit-filters" method="get" action={auditPath} role="search">
      <label class="field">
        <span>Who</span>
        <select class="input" name="actorId">{people}</select>
      </label>
      <label class="field">
        <span>What</span>
        <select class="input" name="kind">
          <option value="">Anything</option>
          {Object.entries(auditWords).map(([group, kinds]) => (
            <optgroup label={group}>
              {Object.entries(kinds).map(([kind, words]) => (
                <option value={kind} selected={kind === query.kind}>
                  {wholeWords(kind, words)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      <label class="field">
        <span>Interface</span>
        <select class="input" name="interface">
          <option value="">Any</option>
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
          <span>Narrow</span>
        </button>
        {Object.values(query).some(Boolean) && (
          <a class="button" data-kind="quiet" href={auditPath}>Show all</a>
        )}
      </div>
    </form>
  );
}
