/** Where a body is not what JSON between honest parties can be, or undefined when it is. */
export function bodyFault(value: unknown, depth = 0): string | undefined {
  if (typeof value === 'string') return textFault(value);
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
    const wrong = textFault(key);
    if (wrong !== undefined) return wrong;
    const fault = bodyFault((value as Record<string, unknown>)[key], depth + 1);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** Lines and tabs are written; nobody writes the other control characters, and the log would keep them for ever. */
function textFault(text: string): string | undefined {
  if (!text.isWellFormed()) return 'lone surrogate';
  return /(?![\t\n\r])\p{Cc}/u.test(text) ? 'control character' : undefined;
}

const depthAtMost = 20;
