import * as evaluation from '../libs/evaluation/commands.ts';
import { sheetId, sheetStream } from '../libs/evaluation/domain/sheet.ts';
import { pdf } from '../libs/platform/attachments/testing/given-files.ts';
import type { Role } from '../libs/platform/access/asker.ts';
import { byRunner, mayOf, ofAnySheet, ofSheet, type Attempt, type Attempts } from './access-attempt.ts';
import { municipality, year, type AccessOffice } from './access-office.ts';
import type { SheetAt, Sheets, Stage } from './access-sheets.ts';

const reason = '理由';

/** Everything that is done to a sheet. */
export function sheetAttempts(opened: AccessOffice, sheets: Sheets): Attempts {
  return { ...sectionAttempts(opened, sheets), ...lineAttempts(sheets), ...secretariatAttempts(sheets) };
}

/** A verb by which a sheet at that stage goes on: it is used up. */
/** `alsoYes`: a refusal of the sheet itself, to which nobody comes whom access has refused. */
function verb(sheets: Sheets, stage: Stage, name: string, body?: (sheet: SheetAt) => Promise<object>, ...alsoYes: readonly string[]): Attempt {
  return ofSheet(({ person, place }) => sheets.at(stage, place, async (sheet) =>
    mayOf(person.post(`${sheet.path}/${name}`, await body?.(sheet)), ...alsoYes)));
}

async function seen(sheet: SheetAt): Promise<{ readonly basedOn: number }> {
  return { basedOn: await sheet.revision() };
}

function sectionAttempts(opened: AccessOffice, sheets: Sheets): Attempts {
  let count = 0;
  return {
    // Whatever a cycle asks for is open already, so whoever may is told that no cycle asks for this one.
    'evaluation.open': byRunner((asking) => {
      const { node } = opened.at.own;
      const opening = { year: year + 500 + ++count, node };
      return new evaluation.OpenSheet(sheetStream(municipality, sheetId(opening.year, node)), asking, opening);
    }, opened, 'node-missing'),
    'evaluation.save': ofSheet(async ({ person, place }) => {
      const sheet = await sheets.lasting(place);
      return mayOf(person.patch(sheet.path, { ...await seen(sheet), fields: { result: `${++count}社` } }));
    }),
    'evaluation.copy-last-year': ofSheet(async ({ person, place }) => {
      const sheet = await sheets.lasting(place);
      const from = sheetId(year - 1, sheet.node);
      await sheet.saves({ reason: `今年度の理由 ${++count}` });
      return mayOf(person.post(`${sheet.path}/copy-last-year`, { ...await seen(sheet), from, fields: ['reason'] }));
    }),
    'evaluation.attach': ofSheet(async ({ person, place }) => {
      const { path } = await sheets.lasting(place);
      return mayOf(person.post(`${path}/files?field=papers&name=${++count}.pdf`, pdf, { 'content-type': 'application/octet-stream' }));
    }),
    'evaluation.remove-file': ofSheet(async ({ person, place }) => {
      const sheet = await sheets.lasting(place);
      return mayOf(person.delete(`${sheet.path}/files/${await sheet.attaches('外す資料.pdf')}`));
    }),
    'evaluation.submit': verb(sheets, 'drafting', 'submit'),
    'evaluation.take-back': verb(sheets, 'submitted', 'take-back'),
  };
}

function lineAttempts(sheets: Sheets): Attempts {
  return {
    'evaluation.approve': verb(sheets, 'submitted', 'approve', seen),
    // Advisers are of another section, which neither decides for the own one nor is passed over: the sheet says so, after access.
    'evaluation.approve-over': verb(sheets, 'advised', 'approve-over', async (sheet) => ({ ...await seen(sheet), reason }), 'not-your-turn'),
    'evaluation.approve-for-absent':
      verb(sheets, 'almost-approved', 'approve-for-absent', async (sheet) => ({ ...await seen(sheet), reason }), 'not-your-turn'),
    'evaluation.review-afterwards': verb(sheets, 'passed-over', 'review-afterwards', undefined, 'nothing-to-look-at'),
    // Those on the line send back while they decide, the secretariat once they have, and of a committee whoever presides while it has the sheet.
    'evaluation.send-back': ofAnySheet(({ person, place, asker: { role } }) => sheets.at(sentBackFrom(role), place,
      (sheet) => mayOf(person.post(`${sheet.path}/send-back`, { reason }), 'not-presiding'))),
    'evaluation.look-at': ofSheet(({ person, place, asker: { role } }) => sheets.at('replaced', place,
      (sheet) => mayOf(person.post(`${sheet.path}/look-at`)), role === 'staff' || role === 'approver' ? role : 'adviser')),
  };
}

function sentBackFrom(role: Role): Stage {
  if (role === 'member' || role === 'chair') return 'handed-over';
  return role === 'secretariat' ? 'approved' : 'submitted';
}

function secretariatAttempts(sheets: Sheets): Attempts {
  let count = 0;
  return {
    'evaluation.accept': verb(sheets, 'approved', 'accept', seen),
    'evaluation.annotate': ofSheet(async ({ person, place }) => {
      const sheet = await sheets.lasting(place);
      return mayOf(person.patch(`${sheet.path}/secretariat-fields`, { ...await seen(sheet), fields: { remark: `注記 ${++count}` } }));
    }),
    'evaluation.correct': verb(sheets, 'approved', 'correct', async (sheet) => ({ ...await seen(sheet), fields: { reason: '訂正した理由' }, reason })),
    'evaluation.replace-figures': verb(sheets, 'approved', 'replace-figures', async (sheet) =>
      ({ ...await seen(sheet), fields: { result: '7千社' }, reason })),
    'evaluation.transfer': verb(sheets, 'drafting', 'transfer', async () => ({ section: 'evaluation', reason })),
    'evaluation.void': verb(sheets, 'drafting', 'void', async () => ({ reason })),
  };
}
