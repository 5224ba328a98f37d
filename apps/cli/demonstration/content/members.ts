/** The members of the demonstration's committee, by what they bring with them. */
export type Member = 'scholar' | 'welfare' | 'commerce' | 'citizen' | 'physician' | 'new-citizen';

/** Names as those of the office: family names that half the country has. */
export const members: Readonly<Record<Member, { readonly name: string; readonly as: string }>> = {
  scholar: { name: '岡田 見本', as: '学識経験者（行政学）' },
  welfare: { name: '長谷川 見本', as: '学識経験者（社会福祉学）' },
  commerce: { name: '近藤 見本', as: '商工団体の推薦' },
  citizen: { name: '村上 見本', as: '公募市民' },
  physician: { name: '坂本 見本', as: '医療関係団体の推薦' },
  'new-citizen': { name: '遠藤 見本', as: '公募市民' },
};

export function isMember(name: string): name is Member {
  return Object.hasOwn(members, name);
}
