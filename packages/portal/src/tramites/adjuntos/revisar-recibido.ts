import type { Aparte } from '@autogestion/documentos';
import type { Antivirus, ArchivoRecibido, Archivos, Peticion } from '../../plataforma/index.ts';
import { selladoPorLaOficina } from '../../sello/index.ts';
import { inspeccionAparte, revisarArchivo } from './revisar-archivo.ts';

export interface EntornoAdjuntos {
  archivos: Archivos;
  antivirus: Antivirus;
  aparte: Aparte;
}

/** Looks at a file that a request brought, in a thread apart and before any transaction is open. */
export const revisarRecibido = (
  e: EntornoAdjuntos,
  p: Pick<Peticion, 'enTransaccion'>,
  recibido: ArchivoRecibido | undefined,
) =>
  revisarArchivo(
    e.antivirus,
    recibido,
    (pdf) => selladoPorLaOficina(e, p.enTransaccion, pdf),
    inspeccionAparte(e.aparte),
  );
