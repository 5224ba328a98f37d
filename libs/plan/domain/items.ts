/** Items by id, in the order in which they first came; one with the id of another takes its place. */
export function withAll<Item extends { readonly id: string }>(before: ReadonlyMap<string, Item>, items: readonly Item[]): ReadonlyMap<string, Item> {
  const after = new Map(before);
  for (const item of items) after.set(item.id, item);
  return after;
}

export function without<Item>(before: ReadonlyMap<string, Item>, ids: readonly string[]): ReadonlyMap<string, Item> {
  const after = new Map(before);
  for (const id of ids) after.delete(id);
  return after;
}
