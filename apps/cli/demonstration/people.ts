import type { Appointment } from '../../../libs/municipality/domain/municipality.events.ts';
import { members } from './content/members.ts';
import { demonstrationId, personOf } from './office.ts';

/** Whoever comes after the first day is in no post of it. */
const newcomer = demonstrationId('person', 'newcomer');

/** Family names that half the country has, and none that anybody has in full. */
const names: Readonly<Record<string, string>> = {
  secretariat: '青木 見本', admin: '石井 見本', auditor: '上田 見本',
  'promotion-staff': '佐藤 見本', 'promotion-chief': '鈴木 見本', 'promotion-manager': '高橋 見本', 'industry-director': '田中 見本',
  'tourism-staff': '伊藤 見本', 'tourism-manager': '渡辺 見本',
  'childcare-staff': '山本 見本', 'childcare-chief': '中村 見本', 'childcare-manager': '小林 見本',
  'elderly-staff': '加藤 見本', 'elderly-manager': '吉田 見本', 'welfare-director': '山田 見本',
  'health-staff': '佐々木 見本', 'health-chief': '山口 見本', 'health-manager': '松本 見本',
  'environment-staff': '井上 見本', 'environment-chief': '木村 見本', 'environment-manager': '林 見本', 'environment-director': '清水 見本',
  'roads-staff': '斎藤 見本',
  'disaster-staff': '山崎 見本', 'disaster-manager': '森 見本', 'civic-director': '池田 見本',
  'learning-staff': '橋本 見本', 'learning-chief': '阿部 見本', 'learning-manager': '石川 見本',
};

export const people: readonly { readonly id: string; readonly name: string }[] = [
  ...Object.entries(names).map(([post, name]) => ({ id: personOf(post), name })),
  { id: newcomer, name: '小川 見本' },
  ...Object.entries(members).map(([member, { name }]) => ({ id: personOf(member), name })),
];

/** Who leaves a post on 31 March, before the year that runs. */
export const leaving: readonly string[] = ['tourism-manager-holder', 'promotion-chief-holder'];

/** 人事異動 of 1 April: a chief becomes a manager, and somebody new takes his place. */
export function comingOn(from: string): readonly Appointment[] {
  return [
    { id: 'tourism-manager-successor', post: 'tourism-manager', person: personOf('promotion-chief'), from },
    { id: 'promotion-chief-successor', post: 'promotion-chief', person: newcomer, from },
  ];
}
