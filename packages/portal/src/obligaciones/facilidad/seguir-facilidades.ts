import { formatearPesos } from '@autogestion/normas/dinero';
import type { CuotaSeguida, EstadoDeFacilidad } from '@autogestion/normas/facilidad';
import { formatearFecha, sumarDias, type Fecha } from '@autogestion/normas/fechas';
import { sql } from 'kysely';
import {
  auditar,
  encolar,
  enviarMensaje,
  nombreDelActor,
  trabajo,
  type Trabajo,
  type Transaccion,
} from '../../plataforma/index.ts';
import { contactoDeTitular, idPublicoDe } from '../../rut/index.ts';
import { leerLibro } from '../libro/index.ts';
import { facilidadPorIdPublico, type Facilidad } from './consultas.ts';
import { emitirCierre } from './documentos.ts';
import { emitirElUltimoRecibo, emitirRecibosDelPlan } from './recibos.ts';
import { seguir } from './seguimiento.ts';

export const HACER_RECIBOS = 'obligaciones.hacer-recibos-de-facilidad';
export const SEGUIR_LA_DE_UN_PAGO = 'obligaciones.seguir-facilidad-pagada';
const SEGUIR_UNA = 'obligaciones.seguir-facilidad';

/** House rule: how many days before an instalment falls due its person is written to. */
const DIAS_DEL_RECORDATORIO = 5;
/** House rule: for how many days after it was due an office that did not work in between still tells that it was not paid. */
const DIAS_PARA_AVISAR_TARDE = 15;

/** A slip 490 for each instalment but the last, once, as soon as a facility is granted. The last one's is made when it is due next. */
const hacerRecibos: Trabajo = trabajo({
  nombre: HACER_RECIBOS,
  ejecutar: ({ id }: { id: string }, { enTransaccion }) =>
    enTransaccion(async (trx) => {
      const f = await facilidadPorIdPublico(trx, id);
      if (!f) return;
      await emitirRecibosDelPlan(trx, f);
      await encolar(trx, SEGUIR_UNA, { id }, { clave: `${SEGUIR_UNA}:${id}` });
    }),
});

/** Each morning, one job for each facility in force: one that fails stops no other. */
const seguirTodas: Trabajo = trabajo({
  nombre: 'obligaciones.seguir-facilidades',
  // Seven in the morning in Bogotá.
  cron: '5 12 * * *',
  ejecutar: (_, { enTransaccion }) =>
    enTransaccion(async (trx) => {
      const { rows } = await sql<{ facilidad: string }>`select distinct facilidad
        from obligaciones.en_facilidad`.execute(trx.bd);
      for (const { facilidad } of rows)
        await encolar(trx, SEGUIR_UNA, { id: facilidad }, { clave: `${SEGUIR_UNA}:${facilidad}` });
    }),
});

/** Money that entered may be the last of a facility: whoever paid it is told at once and not the morning after. */
const seguirLaDeUnPago: Trabajo = trabajo({
  nombre: SEGUIR_LA_DE_UN_PAGO,
  ejecutar: ({ id }: { id: string }, { enTransaccion }) =>
    enTransaccion(async (trx) => {
      const { rows } = await sql<{
        facilidad: string;
      }>`select distinct e.facilidad from obligaciones.en_facilidad e
        join obligaciones.pago_recibido p on p.titular_id = e.titular_id where p.id = ${id}`.execute(trx.bd);
      for (const { facilidad } of rows)
        await encolar(trx, SEGUIR_UNA, { id: facilidad }, { clave: `${SEGUIR_UNA}:${facilidad}` });
    }),
});

const seguirUna = (o: { urlPublica: string; demostracion: boolean }): Trabajo =>
  trabajo({
    nombre: SEGUIR_UNA,
    ejecutar: ({ id }: { id: string }, { enTransaccion }) =>
      enTransaccion(async (trx) => {
        const f = await facilidadPorIdPublico(trx, id);
        if (!f || f.fin) return;
        // The ledger is read as its taxpayer's, whose it is.
        await sql`select set_config('app.titular', ${f.titular}, true)`.execute(trx.bd);
        const libro = await leerLibro(trx);
        const estado = seguir(libro, f, trx.hoy);
        if (estado.estado === 'pagada') return darPorPagada(trx, f, o.demostracion);
        await emitirElUltimoRecibo(trx, f, libro);
        await recordar(trx, f, estado, o.urlPublica);
      }),
  });

export const trabajosDeFacilidad = (o: { urlPublica: string; demostracion: boolean }): Trabajo[] => [
  hacerRecibos,
  seguirTodas,
  seguirLaDeUnPago,
  seguirUna(o),
];

async function darPorPagada(trx: Transaccion, f: Facilidad, demostracion: boolean): Promise<void> {
  const { rows } =
    await sql`insert into obligaciones.facilidad_fin (facilidad, clase, dia, actor, registrado_en)
    values (${f.id}, 'pagada', ${trx.hoy}, ${nombreDelActor(trx.actor)}, ${trx.ahora})
    on conflict (facilidad) do nothing returning facilidad`.execute(trx.bd);
  if (rows.length === 0) return;
  await auditar(trx, {
    accion: 'obligaciones.cerrar-facilidad',
    persona: f.titular,
    objeto: `facilidad:${f.idPublico}`,
  });
  await emitirCierre(trx, { ...f, fin: { clase: 'pagada', dia: trx.hoy } }, demostracion);
}

/** What is to be told today of an instalment, by how many days there are to it. */
function aviso({ fecha }: Pick<CuotaSeguida, 'fecha'>, hoy: Fecha): 'antes' | 'despues' | undefined {
  if (fecha >= hoy) return fecha <= sumarDias(hoy, DIAS_DEL_RECORDATORIO) ? 'antes' : undefined;
  return fecha >= sumarDias(hoy, -DIAS_PARA_AVISAR_TARDE) ? 'despues' : undefined;
}

/** Each reminder once, for what is not paid; with the figures of whoever it goes to, and of nobody else. */
async function recordar(
  trx: Transaccion,
  f: Facilidad,
  estado: EstadoDeFacilidad,
  urlPublica: string,
): Promise<void> {
  for (const cuota of estado.cuotas) {
    const cual = cuota.estado === 'pagada' ? undefined : aviso(cuota, trx.hoy);
    if (!cual) continue;
    const { rows } = await sql`insert into obligaciones.facilidad_aviso (facilidad, cuota, cual, avisado_en)
      values (${f.id}, ${cuota.numero}, ${cual}, ${trx.ahora}) on conflict do nothing returning facilidad`.execute(
      trx.bd,
    );
    const contacto = rows.length > 0 ? await contactoDeTitular(trx, f.titular) : undefined;
    if (!contacto) continue;
    const pagina = `${urlPublica}/de/${await idPublicoDe(trx, f.titular)}/obligaciones/facilidades/${f.idPublico}`;
    await enviarMensaje(trx, {
      canal: 'correo',
      destino: contacto.correo,
      ...CARTAS[cual](cuota, estado, pagina),
    });
  }
}

const laCuota = ({ numero }: CuotaSeguida): string =>
  numero === 0 ? 'la cuota inicial' : `la cuota ${numero}`;

const CARTAS = {
  antes: (c: CuotaSeguida, _: EstadoDeFacilidad, pagina: string) => ({
    asunto: `Su cuota vence el ${formatearFecha(c.fecha)}`,
    texto: [
      `El ${formatearFecha(c.fecha)} es el último día para pagar ${laCuota(c)} de su facilidad: ${formatearPesos(c.falta)}.`,
      `El recibo para pagarla está en ${pagina}`,
      'Si ya la pagó, no haga nada: el banco nos avisa.',
    ].join('\n\n'),
  }),
  despues: (c: CuotaSeguida, { queSigue }: EstadoDeFacilidad, pagina: string) => ({
    asunto: 'No vemos el pago de su cuota',
    texto: [
      `El ${formatearFecha(c.fecha)} era el último día para pagar ${laCuota(c)} de su facilidad, y de ella faltan ${formatearPesos(c.falta)}.`,
      ...queSigue.slice(0, 2).map((q) => `${q.frase} (${q.articulo})`),
      `Páguela cuanto antes. El recibo está en ${pagina}`,
      'Si ya la pagó, no haga nada: el banco puede tardar en avisarnos.',
    ].join('\n\n'),
  }),
};
