/** Nothing, or only what nobody sees: spaces of any width, line breaks, invisible signs. A character of an office's own 外字 is seen. */
export function isBlank(text: string | undefined): boolean {
  return text === undefined || !/[^\s\p{Cc}\p{Cf}\p{Cn}\p{Cs}]/u.test(text);
}
