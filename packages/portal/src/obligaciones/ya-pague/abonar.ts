import { auditar, llamar, nombreDelActor, type Transaccion } from '../../plataforma/index.ts';
import { radicarAutomatico } from '../../tramites/index.ts';
import { erroresDeObligaciones } from '../errores.ts';
import { antesYDespues, asientosEnJson } from '../libro/index.ts';
import { buscarLoPagado, seHaceDeUnaVez, type Hallada, type Hallazgos } from './buscar.ts';
import type { PagoBuscado } from './busquedas.ts';
import { PAGO_ABONADO, type Abonado } from './caso-abonado.ts';
import { laDe } from './caso-por-mirar.ts';
import { asientosDe } from './mover.ts';
import { nombreDeObligacion } from './palabras.ts';

/** Where what was moved for a search is told: the radicado of each debt that it paid, by its public identifier. */
export async function abonadosDe(
  trx: Transaccion,
  busqueda: Pick<PagoBuscado, 'id'>,
  { libro }: Hallazgos,
): Promise<Map<string, string>> {
  const hechos = await llamar(trx, 'obligaciones.mis_comprobantes', { corte: libro.corte });
  return new Map(
    libro.obligaciones.flatMap((o) => {
      const suyo = hechos.find((c) => c.origen === `ya-pague:${busqueda.id}:${o.id}`);
      const radicado = (suyo?.datos as { radicado?: unknown } | undefined)?.radicado;
      return typeof radicado === 'string' ? [[o.idPublico, radicado] as const] : [];
    }),
  );
}

/**
 * Moves at once what was proposed for a debt, between obligations of the taxpayer, with its constancia: once, however many
 * times it is asked.
 * @returns the radicado of the constancia
 * @throws ErrorDominio `obligaciones.ya-no-se-halla` when what was shown is not so any more
 */
export async function abonarLoHallado(
  trx: Transaccion,
  p: { titular: string; busqueda: PagoBuscado; deuda: string; demostracion: boolean },
): Promise<string> {
  const { titular, busqueda, deuda } = p;
  const hallazgos = await buscarLoPagado(trx, { titular, dicho: busqueda.dicho });
  const hecho = (await abonadosDe(trx, busqueda, hallazgos)).get(deuda);
  if (hecho !== undefined) return hecho;
  const hallada = laDe(hallazgos, deuda);
  const obligacion = hallada?.propuesta.obligacion;
  if (!hallada || !obligacion || !seHaceDeUnaVez(hallada)) throw erroresDeObligaciones.yaNoSeHalla();
  const { radicado } = await radicarAutomatico(trx, {
    tipo: PAGO_ABONADO,
    titular,
    solicitud: constanciaDe(trx, busqueda, hallazgos, hallada),
    clave: `ya-pague:${busqueda.id}:${obligacion}`,
    demostracion: p.demostracion,
  });
  await llamar(trx, 'obligaciones.reimputar_propio', {
    busqueda: busqueda.id,
    obligacion,
    datos: { radicado, razon: hallada.propuesta.razon },
    asientos: asientosEnJson(asientosDe(hallada.movimientos)),
    actor: nombreDelActor(trx.actor),
    ahora: trx.ahora,
  });
  await auditar(trx, {
    accion: 'obligaciones.abonar-pago',
    persona: titular,
    objeto: `busqueda:${busqueda.id}`,
    datos: { radicado },
  });
  return radicado;
}

function constanciaDe(
  { hoy }: Transaccion,
  { dicho }: PagoBuscado,
  { libro }: Hallazgos,
  { propuesta, movimientos }: Hallada,
): Abonado {
  const nombre = (id: string | undefined) => {
    const o = libro.obligaciones.find((x) => x.id === id);
    return o ? nombreDeObligacion(o) : '';
  };
  return {
    dicho,
    razon: propuesta.razon,
    norma: propuesta.norma,
    movimientos: movimientos.map((m) => ({
      de: nombre(m.de),
      a: nombre(m.a),
      valor: Number(m.valor),
      dia: m.dia,
    })),
    deudas: antesYDespues(libro, asientosDe(movimientos), hoy).map(({ obligacion, antes, despues }) => ({
      nombre: nombreDeObligacion(obligacion),
      antes: Number(antes.debe),
      despues: Number(despues.debe),
    })),
  };
}
