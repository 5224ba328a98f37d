/** "sheet-mihon-2026-…": what a stream decides, whose it is, which one it is. */
export function streamName(category: string, municipality: string, ...which: readonly (string | number)[]): string {
  return [category, municipality, ...which].join('-');
}
