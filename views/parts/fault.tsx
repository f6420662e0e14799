/** Marks a composer's field as invalid and links it to its error. */
export function faultOf(
  name: string,
  text: string | undefined,
): { "aria-invalid"?: "true"; "aria-describedby"?: string } {
  return text ? { "aria-invalid": "true", "aria-describedby": `composer-${name}-error` } : {};
}

/** The error of a composer's field. */
export function Fault({ name, text }: { name: string; text: string | undefined }) {
  return text ? <p class="error" id={`composer-${name}-error`} role="alert">{text}</p> : null;
}
