/** A UUID in lower case, of any version. */
export type Uuid = string;

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** The UUID in lower case, or undefined when the text is none. */
export function parseUuid(text: string): Uuid | undefined {
  return shape.test(text) ? text.toLowerCase() : undefined;
}
