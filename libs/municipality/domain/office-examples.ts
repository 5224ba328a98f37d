import { asked } from '../../kernel/testing/given.ts';
import type { MunicipalityFounded } from './municipality.events.ts';

/** A command of today, which is the 20th of May 2026, with what it asks. */
export function asking<Body extends object>(body: Body): Body & typeof asked {
  return { ...asked, ...body };
}

export const named = (ja: string) => ({ ja, en: ja });

/** Two departments with three sections; the chief of promotion is 兼務 at childcare. */
export const founded: MunicipalityFounded = {
  type: 'MunicipalityFounded',
  name: named('みほん市（架空）'),
  demonstration: true,
  departments: [{ id: 'industry', name: named('産業部') }, { id: 'welfare', name: named('福祉部') }],
  sections: [
    { id: 'promotion', department: 'industry', name: named('産業振興課') },
    { id: 'tourism', department: 'industry', name: named('観光課') },
    { id: 'childcare', department: 'welfare', name: named('子育て支援課') },
  ],
  posts: [
    { id: 'clerk', section: 'promotion', title: named('主事'), role: 'staff' },
    { id: 'chief', section: 'promotion', title: named('係長'), role: 'approver', rank: 'chief' },
    { id: 'director', section: 'tourism', title: named('部長'), role: 'approver', rank: 'director' },
    { id: 'nursery-chief', section: 'childcare', title: named('係長'), role: 'approver', rank: 'chief' },
  ],
  appointments: [
    { id: 'clerk-1', post: 'clerk', person: 'aoki', from: '2024-04-01', to: '2026-03-31' },
    { id: 'nursery-1', post: 'nursery-chief', person: 'baba', from: '2026-04-01' },
    { id: 'chief-1', post: 'chief', person: 'baba' },
  ],
};
