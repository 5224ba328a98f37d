import type { OpenCycle, Publication } from '../../cycle/domain/cycle.ts';
import type { EditionPart, LeftOutOfEdition, LeftOutSheet } from '../../cycle/domain/cycle.events.ts';
import type { Label } from '../../kernel/label.ts';

/** A part as the contents name it: its bytes by their digest, and what it is about. */
export interface ListedPart extends Pick<EditionPart, 'kind' | 'id' | 'digest'> {
  readonly [told: string]: unknown;
}

/** Why a sheet of the cycle is not in an edition, as everybody reads it. */
export const leftOutWords: Readonly<Record<LeftOutOfEdition, Label>> = {
  'not-final': { ja: '評価が確定していないもの', en: 'Evaluation not yet final' },
  voided: { ja: '評価を取り消したもの', en: 'Evaluation voided' },
  'not-opened': { ja: '評価を開始していないもの', en: 'Evaluation not begun' },
};

/**
 * 目次: which edition it is, what is in it, and how much is not. While a publication runs no other edition of the cycle can
 * be recorded, so its number is known before it is.
 */
export function editionContents({ municipality, cycle, publication, corrects, leftOut, listed }: {
  readonly municipality: { readonly id: string; readonly name: Label };
  readonly cycle: OpenCycle;
  readonly publication: Publication;
  readonly corrects: number | undefined;
  readonly leftOut: readonly LeftOutSheet[];
  readonly listed: readonly ListedPart[];
}) {
  const { year, aboutYear, editions } = cycle;
  const partsOf = (kind: EditionPart['kind']) => listed.filter((one) => one.kind === kind).map(({ kind: _kind, ...part }) => part);
  return {
    municipality, year, aboutYear, edition: editions.length + 1, step: publication.step, on: publication.on, corrects,
    sheets: partsOf('sheet'),
    recommendations: partsOf('recommendation'),
    errata: partsOf('errata')[0],
    leftOut: (Object.keys(leftOutWords) as LeftOutOfEdition[]).flatMap((reason) => {
      const count = leftOut.filter((one) => one.reason === reason).length;
      return count === 0 ? [] : [{ reason, words: leftOutWords[reason], count }];
    }),
  };
}
