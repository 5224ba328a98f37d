import { accept } from '../../kernel/decision.ts';
import { inOffice } from './office-verb.ts';

/** The municipality ends here; what is recorded stays, and nothing is added. */
export const close = inOffice(() => accept({ type: 'MunicipalityClosed' }));
