import { HttpException } from '@nestjs/common';

/** What a refusal is at the edge: its status, and what a person reads. */
export interface ProblemText {
  readonly status: number;
  readonly ja: string;
  readonly en: string;
}

export type ProblemTexts = Readonly<Record<string, ProblemText>>;

/** RFC 9457, with `code` for programs and whatever points at the place to mend. */
export interface ProblemBody extends Readonly<Record<string, unknown>> {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
}

/** A refusal on its way out; the filter turns it into words. */
export class Problem extends HttpException {
  constructor(readonly code: string, readonly details: Readonly<Record<string, unknown>> = {}) {
    super(code, 400);
  }
}

const brokenText: ProblemText = { status: 500, ja: 'システムエラーが発生しました。', en: 'Something broke on our side.' };

/** The platform's own refusals. Rooms add theirs. */
export const platformProblems: ProblemTexts = {
  'not-signed-in': { status: 401, ja: 'サインインが必要です。', en: 'You need to sign in.' },
  'not-allowed': { status: 403, ja: 'この操作を行う権限がありません。', en: 'You may not do this.' },
  'password-must-change': {
    status: 403, ja: '初回のパスワードを変更してください。', en: 'Change the first password before anything else.',
  },
  'cross-origin': { status: 403, ja: 'ほかのサイトからの操作は受け付けられません。', en: 'Pages of other sites may not do this.' },
  'unknown': { status: 404, ja: '見つかりません。', en: 'There is no such thing.' },
  'no-such-address': { status: 404, ja: 'ページが見つかりません。', en: 'There is nothing at this address.' },
  'malformed-body': { status: 400, ja: '送信された内容を読み取れません。', en: 'The body cannot be read.' },
  'wrong-input': { status: 400, ja: '入力内容に誤りがあります。', en: 'Something in the input is wrong.' },
  'wrong-key': { status: 400, ja: 'Idempotency-Key は UUID で指定してください。', en: 'Idempotency-Key must be a UUID.' },
  'wrong-position': { status: 400, ja: 'Meguri-Position の値が正しくありません。', en: 'Meguri-Position is not a position.' },
  'wrong-media-type': { status: 415, ja: 'JSON で送信してください。', en: 'Send JSON.' },
  'too-large': { status: 413, ja: '送信された内容が大きすぎます。', en: 'What was sent is too large.' },
  'malformed-request': { status: 400, ja: '送信された要求を読み取れません。', en: 'The request cannot be read.' },
  'too-slow': { status: 408, ja: '送信に時間がかかりすぎました。', en: 'The request took too long to arrive.' },
  'headers-too-large': { status: 431, ja: '送信されたヘッダーが大きすぎます。', en: 'The headers are too large.' },
  'key-used-for-another-body': {
    status: 422, ja: 'この Idempotency-Key は別の内容で使われています。', en: 'This Idempotency-Key was used for another body.',
  },
  'too-many-writers': {
    status: 503, ja: '同時に更新が集中しています。しばらくしてからもう一度お試しください。', en: 'Too many write this at once. Try again shortly.',
  },
  'not-yet-known': {
    status: 503, ja: '最新の内容を準備しています。しばらくしてからもう一度お試しください。', en: 'The newest state is not ready yet. Try again shortly.',
  },
  'model-not-ready': {
    status: 503, ja: '一覧を準備しています。しばらくしてからもう一度お試しください。', en: 'This list is not ready. Try again shortly.',
  },
  'model-unbuildable': {
    status: 500, ja: 'この一覧は記録から作り直せません。', en: 'This read model cannot be built from the log.',
  },
  'store-unavailable': {
    status: 503, ja: 'ただいま記録できません。しばらくしてからもう一度お試しください。', en: 'Nothing can be recorded just now. Try again shortly.',
  },
  'broken': brokenText,
};

/** A code's words in the language that was asked for; Japanese unless English is preferred. */
export function problemBody(
  texts: ProblemTexts, code: string, details: Readonly<Record<string, unknown>>, acceptLanguage: string | undefined,
): ProblemBody {
  const known = texts[code];
  // A refusal that has no words is our mistake, and must not pass for the asker's.
  if (known === undefined && code !== 'broken') return problemBody(texts, 'broken', {}, acceptLanguage);
  const { status, ja, en } = known ?? brokenText;
  return { ...details, type: `/problems/${code}`, title: prefersEnglish(acceptLanguage) ? en : ja, status, code };
}

/** The first of our two languages that the header names with the greater weight. */
function prefersEnglish(acceptLanguage: string | undefined): boolean {
  const weight = (language: string) => Math.max(0, ...(acceptLanguage ?? '').toLowerCase().split(',').map((range) => {
    const [name = '', quality] = range.trim().split(/;\s*q=/);
    return name.split('-')[0] === language ? Number(quality ?? 1) || 0 : 0;
  }));
  return weight('en') > weight('ja');
}
