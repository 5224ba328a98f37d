import type { ProblemTexts } from '../../platform/problems/problem.ts';

/** Whatever was wrong with a sign-in, one and the same is told. */
export const signInProblems: ProblemTexts = {
  'sign-in-failed': {
    status: 401, ja: 'サインインできませんでした。入力内容をお確かめのうえ、解決しない場合は事務局へご連絡ください。',
    en: 'Signing in failed. Check what you typed; if it fails again, ask the secretariat.',
  },
  'too-many-attempts': {
    status: 429, ja: 'お試しの回数が上限に達しました。しばらくしてからもう一度お試しください。', en: 'Too many attempts. Try again later.',
  },
  'password-wrong': { status: 403, ja: '現在のパスワードが正しくありません。', en: 'The current password is not right.' },
  'password-unfit': {
    status: 400, ja: 'パスワードは12文字以上で、ログイン名や現在のパスワードとは異なるものにしてください。',
    en: 'A password has at least 12 characters and is neither the login nor the current password.',
  },
  'provider-unavailable': {
    status: 503, ja: '認証サービスに接続できません。しばらくしてからもう一度お試しください。', en: 'The identity provider cannot be reached. Try again shortly.',
  },
  'people-faulty': { status: 400, ja: '利用者の登録内容に誤りがあります。', en: 'Something in the list of people is wrong.' },
  'accounts-faulty': { status: 400, ja: 'アカウントの発行内容に誤りがあります。', en: 'Something in the list of accounts is wrong.' },
  'person-in-office': {
    status: 409, ja: 'この方は職または委員に就いているか、就く予定があります。発令または任期が終了した後に消去してください。',
    en: 'This person holds a post or is a member of a committee, or is to. Forget him when that has ended.',
  },
  'identity-taken': { status: 409, ja: 'この認証は、ほかの方に結び付けられています。', en: 'This identity is linked with somebody else.' },
};
