/** Where a body is not what JSON between honest parties can be, or undefined when it is. */
export function bodyFault(value: unknown, depth = 0): string | undefined {
  if (typeof value === 'string') return value.isWellFormed() ? undefined : 'lone surrogate';
  // JSON has no infinity, but 1e999 is read as one.
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : 'number out of range';
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth === depthAtMost) return 'nested too deeply';
  if (Array.isArray(value)) {
    for (const item of value) {
      const fault = bodyFault(item, depth + 1);
      if (fault !== undefined) return fault;
    }
    return undefined;
  }
  for (const key of Object.keys(value)) {
    if (key === '__proto__' || key === 'constructor' || key === 'prototype') return 'prototype key';
    if (!key.isWellFormed()) return 'lone surrogate';
    const fault = bodyFault((value as Record<string, unknown>)[key], depth + 1);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

const depthAtMost = 20;
