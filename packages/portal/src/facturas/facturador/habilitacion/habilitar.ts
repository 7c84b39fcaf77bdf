import type { Json } from '@autogestion/documentos';
import { avanceDelSet } from '@autogestion/normas/factura';
import { casilla53TrasHabilitarse } from '@autogestion/normas/rut';
import { auditar, llamar, titularDe, type Transaccion } from '../../../plataforma/index.ts';
import { escribirResponsabilidades, esperarTurno } from '../../../rut/index.ts';
import { deSet } from '../direcciones.ts';
import { erroresDelFacturador } from '../errores.ts';
import { HABILITARSE, type ActoDeHabilitacion } from './acto.ts';
import { aceptadosDelSet, habilitacionDe } from './consultas.ts';
import { exigirQuePueda, loQueDiceElRut } from './empezar-habilitacion.ts';

/**
 * What would be signed of a set now, with the registry held: what is signed is what is written.
 * @throws ErrorDominio `facturas.ya-habilitado`, `facturas.set-incompleto`, `facturas.habilitacion-impedida`
 */
export async function loQueSeFirmaDelSet(
  trx: Transaccion,
  publico: string,
): Promise<{ tipo: string; acto: Json }> {
  await esperarTurno(trx, titularDe(trx));
  const h = await habilitacionDe(trx, publico);
  const { version, evaluacion } = await loQueDiceElRut(trx);
  if (h.hecha)
    throw erroresDelFacturador
      .yaHabilitado()
      .conSalida({ href: deSet(version.idPublico, h.idPublico), texto: 'Ver lo que se hizo' });
  exigirQuePueda(evaluacion);
  const documentos = await aceptadosDelSet(trx, h.id);
  if (!avanceDelSet(documentos.map((d) => d.clase)).completo) throw erroresDelFacturador.setIncompleto();
  const antes = version.registro.clasificacion.responsabilidades;
  const acto: ActoDeHabilitacion = {
    habilitacion: h.idPublico,
    dia: trx.hoy,
    software: { id: h.software.softwareId, nombre: h.software.nombre },
    documentos,
    casilla53: { antes: [...antes], despues: casilla53TrasHabilitarse(antes) },
  };
  return { tipo: HABILITARSE, acto };
}

/** Writes in the RUT what was signed in this transaction: both are true together, or nothing is. */
export async function habilitar(
  trx: Transaccion,
  acto: { id: string; radicado: string; canonico: string },
): Promise<void> {
  const { acto: firmado } = JSON.parse(acto.canonico) as { acto: ActoDeHabilitacion };
  await escribirResponsabilidades(trx, {
    radicado: acto.radicado,
    responsabilidades: firmado.casilla53.despues,
    async insertar(v) {
      const hecho = await llamar(trx, 'facturas.habilitar', { acto: acto.id, ...v, ahora: trx.ahora });
      if (!hecho) throw erroresDelFacturador.yaHabilitado();
    },
  });
  await auditar(trx, {
    accion: 'facturas.habilitarse',
    objeto: `habilitacion:${firmado.habilitacion}`,
    datos: { software: firmado.software.id },
  });
}
