import { cpSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The compiler moves programs only, and the server reads its start page when it is built. */
export function bringStartPage(): void {
  cpSync('apps/api/start-page', fileURLToPath(new URL('../../apps/api/start-page', import.meta.url)), { recursive: true });
}
