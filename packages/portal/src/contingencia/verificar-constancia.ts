import type { Aparte, ConstanciaVerificada } from '@autogestion/documentos';
import { leerAparte } from '../plataforma/index.ts';
import type { Autoridad } from '../sello/index.ts';

/**
 * Judges a proof that somebody handed over, in a thread apart and without a database: the office's own certificates say
 * whether it is its. The file is not kept.
 * @throws ErrorDominio 503 when too many wait
 */
export const verificarEntregada = (
  { aparte, autoridad }: { aparte: Aparte; autoridad: Pick<Autoridad, 'publica'> },
  archivo: Uint8Array,
): Promise<ConstanciaVerificada | undefined> =>
  leerAparte(() =>
    aparte.hacer('verificarConstancia', new Uint8Array(archivo), { raices: [autoridad.publica.raiz] }),
  );
