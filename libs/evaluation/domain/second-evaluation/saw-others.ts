/** What matters of an opinion for whether its author reads those of others. */
interface Standing {
  readonly isConfirmed: boolean;
  readonly isWithdrawn: boolean;
}

/**
 * Who may have read what others say: whoever has said his own, and did not only have it entered for him, while somebody
 * else's was in. Whoever was among them before still is, whatever was withdrawn since.
 */
export function whoSawOthers(before: readonly string[], opinions: Readonly<Record<string, Standing>>): readonly string[] {
  const there = Object.entries(opinions).filter(([, { isWithdrawn }]) => !isWithdrawn);
  const seeing = there.length > 1 ? there.filter(([, { isConfirmed }]) => isConfirmed).map(([member]) => member) : [];
  return [...new Set([...before, ...seeing])];
}
