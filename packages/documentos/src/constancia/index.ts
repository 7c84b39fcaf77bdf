import { aPem } from '../autoridad/pem.ts';

export { firmarConstancia } from './firmar.ts';
export { verificarConstancia, type ConstanciaVerificada } from './verificar.ts';

/** As it is handed over: text, that a person may paste and that OpenSSL reads (`-inform PEM`). */
export const constanciaEnPem = (der: Uint8Array): string => aPem(der, 'CMS');
