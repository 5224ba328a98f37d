const longestSlice = 500;

/** A long list in parts, each small enough to stand in an event of its own. */
export function slicesOf<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / longestSlice) }, (_, index) =>
    items.slice(index * longestSlice, (index + 1) * longestSlice));
}
