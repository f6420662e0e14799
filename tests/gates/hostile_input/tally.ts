import type { RawAnswer } from "../../support/raw_connection.ts";

/** A header field's name, and a value of valid characters. RFC 9110, 5.5 */
const FIELD = /^[!#$%&'*+.^_`|~\w-]+: ?[\t -~\x80-\xff]*$/;

/** The results that are checked at the end. */
export class Tally {
  /** The request IDs in responses. */
  readonly ids = new Set<string>();
  /** Forbidden responses, with their requests. */
  readonly faults: string[] = [];
  readonly statuses = new Map<number, number>();

  /** @param request the request as sent */
  look({ status, fields }: RawAnswer, request: string): void {
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
    const id = fields.map((field) => /^x-request-id: (.*)$/i.exec(field)?.[1]).find(Boolean);
    const wrong = fields.filter((field) => !FIELD.test(field));
    if (status >= 500 || !(status >= 200) || !id || wrong.length > 0) {
      this.faults.push(
        `${status} ${wrong.join(" | ")} for ${JSON.stringify(request.slice(0, 600))}`,
      );
    }
    if (id) this.ids.add(id);
  }
}
