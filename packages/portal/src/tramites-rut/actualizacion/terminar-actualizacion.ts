import { exigirReautenticacion, titularDe, type Transaccion } from '../../plataforma/index.ts';
import { erroresDeTramitesRut } from '../errores.ts';
import type { ContextoTerminar, Terminacion } from '../../interfaz/recorrido/index.ts';
import { escribirVersion, esperarTurno, pedirCopia, sigueActuando } from '../../rut/index.ts';
import { radicarAutomatico } from '../../tramites/index.ts';
import { solicitudDe } from './caso.ts';
import { evaluar, motivosDe } from './evaluar.ts';
import { enlace } from '../enlaces.ts';
import { ID_ACTUALIZACION } from './identificador.ts';
import { leerConRut, leerHechos } from './leer-hechos.ts';
import type { DatosActualizacion, Respuestas } from './preguntas.ts';
import { registroNuevo } from './registro-nuevo.ts';
import type { Hechos } from './tipos.ts';

/**
 * From a complete draft to a new version of the RUT, formalised at once (DUR 1.6.1.2.10, .14): concept 02, radicado and
 * copy to the e-mail of the RUT. Who asks proved a moment ago that they are who they are; the conditions are asked
 * again on what the registry says now that nobody else can change it.
 */
export async function terminarActualizacion(
  o: { demostracion: boolean; casilla54EnLinea: boolean },
  { trx, datos, sesion, borrador }: ContextoTerminar<Respuestas, Hechos>,
): Promise<Terminacion> {
  exigirReautenticacion(sesion, trx.ahora);
  const titular = titularDe(trx);
  await esperarTurno(trx, titular);
  const hechos = await leerHechos(trx);
  const dicho: DatosActualizacion = { respuestas: datos.respuestas, hechos };
  const registro = registroNuevo(dicho);
  const conRut = await leerConRut(trx, { antes: hechos.registro, despues: registro });
  const ahora = { ...dicho, hechos: { ...hechos, conRut } };
  const evaluacion = evaluar(ahora, o.casilla54EnLinea);
  const motivos = motivosDe(evaluacion);
  if (motivos.length > 0) throw erroresDeTramitesRut.actualizacionImpedida(motivos);
  const { radicado } = await radicarAutomatico(trx, {
    tipo: ID_ACTUALIZACION,
    titular,
    solicitud: { ...solicitudDe(evaluacion.cambios) },
    clave: borrador.id,
    demostracion: o.demostracion,
  });
  const escrita = await escribirVersion(trx, { titular, registro, radicado });
  const copia = await entregarCopia(trx, titular, escrita.version, o.demostracion);
  return {
    a: await adondeSigue(trx, titular, `/de/${hechos.idPublico}/rut/actualizado/${escrita.radicado}`),
    resultado: {
      radicado: escrita.radicado,
      formulario: escrita.formulario,
      hash: escrita.hash,
      copia,
      recibidoEn: trx.ahora.toISOString(),
    },
  };
}

async function entregarCopia(
  trx: Transaccion,
  titular: string,
  version: string,
  demostracion: boolean,
): Promise<string> {
  const d = await pedirCopia(trx, { titular, demostracion, clave: claveDeCopia(version), entregar: true });
  return d.idPublico;
}

/** The receipt; who has just left the representation sees no page of the taxpayer any more: for whom they still act. */
async function adondeSigue(trx: Transaccion, titular: string, recibo: string): Promise<string> {
  const { actor } = trx;
  if (actor.tipo !== 'persona' || !actor.por) return recibo;
  return (await sigueActuando(trx, titular)) ? recibo : (enlace('cuentas.actuar') ?? '/');
}

/** The copy that comes with an update is one, whatever is asked later. */
export const claveDeCopia = (version: string): string => `actualizacion:${version}`;
