import { formatearPesos } from '@autogestion/normas/dinero';
import {
  auditar,
  idPublico,
  llamar,
  nombreDelActor,
  publicar,
  uuidv7,
  type Transaccion,
} from '../../plataforma/index.ts';
import type { CasoParaEfecto } from '../../tramites/index.ts';
import { erroresDeObligaciones } from '../errores.ts';
import { facilidadPorIdPublico } from './consultas.ts';
import { emitirResolucion } from './documentos.ts';
import type { SolicitudFacilidad } from './solicitud.ts';

/**
 * Grants what a case asks for, exactly as it was signed: the schedule, its resolution, and the fact from which the slips of
 * its instalments come. Once a case.
 * @throws ErrorDominio 409 when one of its debts is in another facility since a moment ago
 */
export async function concederFacilidad(
  trx: Transaccion,
  caso: CasoParaEfecto<SolicitudFacilidad>,
  demostracion: boolean,
): Promise<void> {
  const { solicitud: s } = caso;
  const publico = idPublico();
  const id = uuidv7(trx.ahora);
  const concedida = await llamar(trx, 'obligaciones.conceder_facilidad', {
    id,
    idPublico: publico,
    caso: caso.id,
    deudas: s.deudas,
    cuotas: s.cuotas,
    abonos: s.cuotas.flatMap((c) => c.abonos.map((a) => ({ ...a, cuota: c.numero }))),
    actor: nombreDelActor(trx.actor),
    dia: trx.hoy,
    ahora: trx.ahora,
  }).catch((error: unknown) => {
    throw (error as { constraint?: string }).constraint === 'deuda_en_otra_facilidad'
      ? erroresDeObligaciones.deudaEnOtraFacilidad()
      : error;
  });
  if (concedida !== true) return;
  await auditar(trx, {
    accion: 'obligaciones.conceder-facilidad',
    persona: caso.titular,
    objeto: `facilidad:${publico}`,
    datos: { radicado: caso.radicado, deuda: formatearPesos(BigInt(s.deuda)) },
  });
  const f = await facilidadPorIdPublico(trx, publico);
  if (!f) throw new Error('The facility that was just granted is not visible to who granted it');
  await emitirResolucion(trx, f, demostracion);
  await publicar(trx, 'obligaciones.facilidad-concedida', { id: publico });
}
