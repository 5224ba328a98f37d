import type { Position } from '../../event-store/event-store.ts';

/** Few enough that a page is done with before the garbage collector has to carry it over: a larger one takes a quarter longer. */
const pageSize = 256;

/** A log page by page, from its beginning or from behind a position. */
export async function* pagesOf<Item extends { readonly position: Position }>(
  read: (query: { readonly after?: Position; readonly limit: number }) => Promise<readonly Item[]>, start?: Position,
): AsyncGenerator<readonly Item[]> {
  for (let after = start; ;) {
    const page = await read({ ...(after !== undefined && { after }), limit: pageSize });
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    after = last.position;
  }
}
