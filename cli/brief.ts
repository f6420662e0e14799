type Fields = Record<string, unknown>;

/** Returns the cursor of a list's next page, if there is one. */
export function nextCursorIn(answer: unknown): string | undefined {
  return isObject(answer) ? firstText(answer, ["nextCursor"]) : undefined;
}

/** Fields that identify a record, the best first. Secrets that are shown only once come before IDs. */
const namedBy = ["token", "secret", "accessToken", "reference", "key", "id", "url"];

/** Returns the identifiers of a record, or of the records in a response. */
export function namesIn(answer: unknown): string[] {
  if (!isObject(answer)) return [];
  const name = firstText(answer, namedBy);
  return name === undefined ? Object.values(answer).flatMap(namesIn) : [name];
}

/**
 * Returns the records of a response and its other fields in short form: without empty fields and without IDs of records
 * that are also named. Long texts are truncated, and nested records become their names.
 */
export function compactIn(answer: unknown): unknown[] {
  if (!isObject(answer) || Array.isArray(answer)) return [answer].flat().map(compactRecord);
  const entries = Object.entries(answer).filter(([field]) => field !== "nextCursor");
  const lists = entries.filter(([, value]) => Array.isArray(value) && value.some(isObject));
  if (lists.length > 0) {
    const rest = withoutEmpty(entries.filter((one) => !lists.includes(one)));
    const records = lists.flatMap(([, list]) => list as unknown[]).map(compactRecord);
    return Object.keys(rest).length > 0 ? [...records, rest] : records;
  }
  const [[, only] = []] = entries;
  const record = compactRecord(entries.length === 1 && isObject(only) ? only : answer);
  return isEmpty(record) ? [] : [record];
}

const leftOut = ["version", "number", "color"];
/** Identifiers left out if the record has a reference or a key. */
const otherNames = ["id", "url"];
/** The maximum length of a text. */
const MOST = 120;

function compactRecord(record: unknown): unknown {
  if (!isObject(record) || Array.isArray(record)) return shortened(record);
  const isNamed = firstText(record, ["reference", "key"]) !== undefined;
  return withoutEmpty(
    Object.entries(record).filter(([field]) =>
      !leftOut.includes(field) && !(isNamed && otherNames.includes(field)) &&
      !(field.endsWith("Id") && field.slice(0, -2) in record)
    ),
  );
}

function withoutEmpty(entries: [string, unknown][]): Fields {
  const short = entries.map(([field, value]) => [field, shortened(value)] as const);
  return Object.fromEntries(short.filter(([, value]) => !isEmpty(value)));
}

function shortened(value: unknown): unknown {
  if (typeof value === "string") return cut(value);
  if (Array.isArray(value)) return value.map(shortened);
  return isObject(value) ? nameOf(value) ?? compactRecord(value) : value;
}

/** Returns the name of a nested record, if it has one: `ENG-12 Mend the gate`, `WEB`, or `ada`. */
function nameOf(record: Fields): string | undefined {
  const { reference, title } = record;
  if (typeof reference === "string" && typeof title === "string") {
    return cut(`${reference} ${title}`);
  }
  const name = firstText(record, ["reference", "key", "username", "name", "title"]);
  return name === undefined ? undefined : cut(name);
}

/** Truncates a text. Values without spaces, such as tokens and addresses, stay whole. */
function cut(text: string): string {
  const characters = [...text];
  if (characters.length <= MOST || !/[ \n]/.test(text)) return text;
  return `${characters.slice(0, MOST - 1).join("")}…`;
}

function isEmpty(value: unknown): boolean {
  return value === null || value === false || value === "" ||
    (isObject(value) && Object.keys(value).length === 0);
}

function firstText(record: Fields, fields: readonly string[]): string | undefined {
  return fields.map((field) => record[field]).find((value) => typeof value === "string") as
    | string
    | undefined;
}

/** Returns whether a value is an object or an array. */
function isObject(value: unknown): value is Fields {
  return value !== null && typeof value === "object";
}
