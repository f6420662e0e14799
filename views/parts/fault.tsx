/** What a field of a composer says of what was refused in it. */
export function faultOf(
  name: string,
  text: string | undefined,
): { "aria-invalid"?: "true"; "aria-describedby"?: string } {
  return text ? { "aria-invalid": "true", "aria-describedby": `composer-${name}-error` } : {};
}

/** Why what stands in a field of a composer was refused. */
export function Fault({ name, text }: { name: string; text: string | undefined }) {
  return text ? <p class="error" id={`composer-${name}-error`} role="alert">{text}</p> : null;
}
