import { formatearPesos } from '@autogestion/normas/dinero';
import { dejarSinEfecto, INCUMPLIMIENTO, ORDEN_DE_ABONO } from '@autogestion/normas/facilidad';
import { esFecha, formatearFecha, type Fecha } from '@autogestion/normas/fechas';
import { evaluacion, type Evaluacion } from '@autogestion/normas/rut';
import { z } from 'zod';
import { idPublico, llamar, nombreDelActor, uuidv7, type Transaccion } from '../../plataforma/index.ts';
import {
  exigirNinguna,
  radicarCaso,
  tipoDeCaso,
  tomarCaso,
  type CasoParaEfecto,
  type TipoDeCaso,
} from '../../tramites/index.ts';
import { idPublicoDe } from '../../rut/index.ts';
import { erroresDeObligaciones } from '../errores.ts';
import { leerLibro } from '../libro/index.ts';
import { facilidadPorIdPublico, type Facilidad } from './consultas.ts';
import { FLUJO_SIN_EFECTO } from './flujo-sin-efecto.ts';
import { SIN_EFECTO } from './identificador.ts';
import { pagosDe, seguir } from './seguimiento.ts';

const DIA = z.custom<Fecha>((v) => typeof v === 'string' && esFecha(v));
const SolicitudSinEfecto = z.object({
  facilidad: z.string(),
  radicado: z.string(),
  concedidaEl: DIA,
  conGarantia: z.boolean(),
  /** The day on which it was looked at. */
  dia: DIA,
  /** Why, each a sentence with its article. */
  causas: z.array(z.object({ razon: z.string(), articulo: z.string() })).min(1),
  /** What is still owed on that day, in whole pesos. */
  falta: z.int().min(0),
});
type SolicitudSinEfecto = z.output<typeof SolicitudSinEfecto>;

/** What is still owed of a facility on a day, with its interest, as if there were no instalments (ET 814-3). */
export function loQueFalta(f: Facilidad, pagos: ReturnType<typeof pagosDe>, dia: Fecha): bigint {
  const r = dejarSinEfecto({
    deudas: f.deudas.map((d) => ({ ...d, id: d.idPublico })),
    inicio: f.inicio,
    pagos,
    dia,
    orden: ORDEN_DE_ABONO,
  });
  if (!r.ok) throw new RangeError(r.mensaje);
  return r.valor.total;
}

/**
 * An official opens the act that leaves a facility without effect, with what the ledger says that was not paid. It is theirs to
 * decide from there on; whoever it concerns is told at once that it began.
 * @returns its radicado
 * @throws ErrorDominio 404 for one that is not there or is somebody of theirs; 409 when it is up to date, or one is open
 */
export async function prepararSinEfecto(
  trx: Transaccion,
  facilidad: string,
  demostracion: boolean,
): Promise<string> {
  const f = await facilidadPorIdPublico(trx, facilidad);
  if (!f) throw erroresDeObligaciones.facilidadAlDia();
  const libro = await leerLibro(trx);
  const estado = seguir(libro, f, trx.hoy);
  if (f.fin || estado.estado !== 'incumplida') throw erroresDeObligaciones.facilidadAlDia();
  const titularPublico = await idPublicoDe(trx, f.titular);
  await exigirNinguna(trx, { titular: f.titular, tipo: SIN_EFECTO, titularPublico });
  const solicitud: SolicitudSinEfecto = {
    facilidad,
    radicado: f.radicado,
    concedidaEl: f.concedidaEl,
    conGarantia: f.garantia !== undefined,
    dia: trx.hoy,
    causas: estado.causas.map(({ razon, articulo }) => ({ razon, articulo })),
    falta: Number(loQueFalta(f, pagosDe(libro, f), trx.hoy)),
  };
  const id = uuidv7(trx.ahora);
  await llamar(trx, 'obligaciones.preparar_sin_efecto', {
    facilidad,
    id,
    idPublico: idPublico(),
    solicitud,
    clave: `${SIN_EFECTO}:${id}`,
    ahora: trx.ahora,
  });
  const caso = await radicarCaso(trx, {
    solicitud: { id, tipo: SIN_EFECTO, titular: f.titular, solicitud },
    demostracion,
  });
  await tomarCaso(trx, caso.radicado);
  return caso.radicado;
}

/** Whether it may be left without effect now: what was paid after the act was opened counts. */
async function comprobar(trx: Transaccion, s: SolicitudSinEfecto): Promise<Evaluacion> {
  const f = await facilidadPorIdPublico(trx, s.facilidad);
  const estado = f && seguir(await leerLibro(trx), f, trx.hoy);
  const articulo = s.conGarantia ? INCUMPLIMIENTO.conGarantia : INCUMPLIMIENTO.sinGarantia;
  if (!f || f.fin || !estado || estado.causas.length === 0)
    return evaluacion([
      {
        id: 'incumplida',
        estado: 'no-cumple',
        razon: f?.fin
          ? 'La facilidad ya terminó.'
          : 'La facilidad está al día: no hay causa para dejarla sin efecto.',
        articulo,
        certeza: 'norma',
      },
    ]);
  return evaluacion(
    estado.causas.map((c, i) => ({
      id: `incumplida-${i + 1}`,
      estado: 'cumple',
      razon: c.razon,
      articulo: c.articulo,
      certeza: 'norma',
    })),
  );
}

async function alDejarla(
  trx: Transaccion,
  { id, solicitud }: CasoParaEfecto<SolicitudSinEfecto>,
): Promise<void> {
  await llamar(trx, 'obligaciones.dejar_sin_efecto', {
    facilidad: solicitud.facilidad,
    caso: id,
    actor: nombreDelActor(trx.actor),
    dia: trx.hoy,
    ahora: trx.ahora,
  });
}

const pesos = (n: number) => formatearPesos(BigInt(n));

/** The act of ET 814-3 as a kind of case: prepared by one official, confirmed by another, notified as every decision. */
export const casoSinEfecto: TipoDeCaso = tipoDeCaso<SolicitudSinEfecto>({
  tipo: SIN_EFECTO,
  nombre: 'Dejar sin efecto una facilidad de pago',
  serie: 'FP',
  rol: 'obligaciones',
  flujo: FLUJO_SIN_EFECTO,
  cuatroOjos: true,
  esquema: SolicitudSinEfecto,
  presentar: (s) => ({
    titulo: 'Dejar sin efecto una facilidad de pago',
    secciones: [
      {
        titulo: 'Lo que se estudia',
        parrafos: [
          `Dejar sin efecto la facilidad ${s.radicado}, concedida el ${formatearFecha(s.concedidaEl)}.`,
          'Si se pone al día antes de que se decida, no se deja sin efecto.',
        ],
        filas: [{ clave: `Lo que falta, al ${formatearFecha(s.dia)}`, valor: pesos(s.falta) }],
      },
      { titulo: 'Por qué', parrafos: s.causas.map((c) => `${c.razon} (${c.articulo})`) },
    ],
  }),
  documentos: () => [],
  verificables: [],
  comprobar: (trx, { solicitud }) => comprobar(trx, solicitud),
  plantilla: (sentido, { solicitud: s, evaluacion: e }) => {
    const articulo = s.conGarantia ? INCUMPLIMIENTO.conGarantia : INCUMPLIMIENTO.sinGarantia;
    if (sentido !== 'ordenada')
      return { razones: 'Se archiva: la facilidad está al día.', fundamento: articulo };
    const lista = e.condiciones
      .filter((c) => c.estado === 'cumple')
      .map((c) => `- ${c.razon.replace(/\.$/, '')} (${c.articulo}).`)
      .join('\n');
    return {
      razones: [
        `La facilidad de pago ${s.radicado} no se cumplió:`,
        lista,
        'Se acaba el plazo que se concedió. Lo que falta se cobra con los intereses de mora de cada día.',
      ].join('\n\n'),
      fundamento: `${articulo}; ${INCUMPLIMIENTO.cobro}`,
    };
  },
  alAprobar: alDejarla,
});
