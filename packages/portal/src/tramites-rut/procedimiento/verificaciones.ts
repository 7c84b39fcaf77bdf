import type { Verificacion } from '@autogestion/normas/rut';
import type { Transaccion } from '../../plataforma/index.ts';
import type { Hallazgo } from '../../tramites/index.ts';

/** What has to be looked for before a procedure of the RUT is decided, and where no capability of this office knows it yet. */
export type PorVerificar =
  | 'deudas'
  | 'deberes'
  | 'procesos-administrativos'
  | 'procesos-judiciales'
  | 'numeracion'
  | 'beneficiarios-finales'
  | 'terceros';

/** Port to the capabilities that will know: obligations, invoices, third-party information. */
export type Verificador = (trx: Transaccion, titular: string, que: PorVerificar) => Promise<Verificacion>;

/** Nobody looked: an official has to, and leaves it written. It never means that there is nothing. */
export const nadieVerifica: Verificador = async () => 'no-verificado';

/** What the capabilities know, and where none does, what an official wrote. */
export async function verificar(
  o: {
    trx: Transaccion;
    titular: string;
    verificador: Verificador;
    verificado: Readonly<Record<string, Hallazgo>>;
  },
  que: PorVerificar,
): Promise<Verificacion> {
  const sabido = await o.verificador(o.trx, o.titular, que);
  return sabido === 'no-verificado' ? (o.verificado[que] ?? 'no-verificado') : sabido;
}

/** «Differences between the RUT and the documents», as the condition of an updated RUT takes it (DUR 1.6.1.2.28 num. 3). */
export const DIFERENCIAS = {
  id: 'diferencias',
  que: 'Diferencias entre lo que dice el RUT y lo que dicen los documentos de la solicitud',
  condicion: 'rut-actualizado',
} as const;

export function actualizadoSegun(verificado: Readonly<Record<string, Hallazgo>>): boolean | undefined {
  const hallazgo = verificado[DIFERENCIAS.id];
  return hallazgo && hallazgo === 'no-hay';
}
