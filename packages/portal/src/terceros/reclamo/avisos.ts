import { formatearFecha } from '@autogestion/normas/fechas';
import { sql } from 'kysely';
import {
  encolar,
  enviarMensaje,
  trabajo,
  uuidv7,
  type Trabajo,
  type Transaccion,
} from '../../plataforma/index.ts';
import { contactoDeTitular, idPublicoDe } from '../../rut/index.ts';
import { reclamoInterno, type Reclamo } from './consultas.ts';
import type { Hecho } from './estado.ts';

export const AVISAR_REPORTANTE = 'terceros.avisar-reportante';
export const RECORDAR_REPORTANTE = 'terceros.recordar-reportante';
export const AVISAR_RESPUESTA = 'terceros.avisar-respuesta';
export const MIRAR_LO_REEMPLAZADO = 'terceros.mirar-lo-reemplazado';
const SEGUIR_UNO = 'terceros.seguir-reclamo';

interface Carta {
  asunto: string;
  parrafos: readonly string[];
}

/** The jobs that tell each side what happened. No mail says whose it is nor what was reported: that is behind the door. */
export function trabajosDeReclamos({ urlPublica }: { urlPublica: string }): Trabajo[] {
  const de = (nombre: string, obra: (trx: Transaccion, r: Reclamo) => Promise<void>): Trabajo =>
    trabajo({
      nombre,
      ejecutar: ({ id }: { id: string }, { enTransaccion }) =>
        enTransaccion(async (trx) => {
          const r = await reclamoInterno(trx, id);
          if (r) await obra(trx, r);
        }),
    });
  const aQuienReporta = (trx: Transaccion, r: Reclamo, carta: Carta) =>
    enviar(trx, { a: r.informante, pagina: 'reclamos-recibidos', r, carta, urlPublica });
  const aQuienReclama = (trx: Transaccion, r: Reclamo, carta: Carta) =>
    enviar(trx, { a: r.titular, pagina: 'reclamos', r, carta, urlPublica });

  return [
    de(AVISAR_REPORTANTE, async (trx, r) => {
      if (r.informante === null || !(await anotar(trx, r, 'avisado'))) return;
      await aQuienReporta(trx, r, paraResponder(r, 'Alguien dice que algo que usted reportó no es así'));
    }),
    de(RECORDAR_REPORTANTE, (trx, r) =>
      aQuienReporta(
        trx,
        r,
        paraResponder(r, 'Le recordamos: alguien dice que algo que usted reportó no es así'),
      ),
    ),
    de(AVISAR_RESPUESTA, async (trx, r) => {
      const ultima = r.sucesos.filter((s) => s.hecho === 'corrige' || s.hecho === 'sostiene').at(-1);
      if (!ultima) return;
      await aQuienReclama(trx, r, {
        asunto: `Respondieron su reclamo ${r.radicado}`,
        parrafos: [
          ultima.hecho === 'corrige'
            ? 'Quien lo reportó dice que lo va a corregir con otra entrega. Cuando llegue se lo contamos.'
            : 'Quien lo reportó dice que es cierto, y por qué. Lea qué puede hacer.',
        ],
      });
    }),
    de(SEGUIR_UNO, async (trx, r) => {
      if (r.estado === 'corregida' && (await anotar(trx, r, 'cambio-dicho')))
        await aQuienReclama(trx, r, {
          asunto: `Lo que reclamó ya no está reportado así: ${r.radicado}`,
          parrafos: [
            'Quien lo reportó lo cambió o lo quitó. Mire lo que quedó reportado y, si tiene un borrador de su declaración, ábralo otra vez.',
          ],
        });
      if (r.estado === 'vencida' && (await anotar(trx, r, 'vencimiento-dicho')))
        await aQuienReclama(trx, r, {
          asunto: `Venció sin respuesta su reclamo ${r.radicado}`,
          parrafos: [
            'Quien lo reportó no respondió en el plazo. Declare lo que de verdad ocurrió y guarde sus soportes: puede descargar la nota que le sirve de respuesta si le preguntan.',
          ],
        });
    }),
    trabajo({
      nombre: MIRAR_LO_REEMPLAZADO,
      ejecutar: ({ id }: { id: string }, { enTransaccion }) =>
        enTransaccion(async (trx) => {
          const { rows } = await sql<{ id: string }>`select c.id from terceros.reclamo c
            join terceros.entrega e on e.informante_nit = c.informante_nit and e.anio = c.anio and e.formato = c.formato
            where e.id = ${id} and not exists (select from terceros.suceso_de_reclamo s
              where s.reclamo_id = c.id and s.hecho = 'cambio-dicho')`.execute(trx.bd);
          await seguir(trx, rows);
        }),
    }),
    trabajo({
      nombre: 'terceros.seguir-reclamos',
      // Seven in the morning in Bogotá.
      cron: '10 12 * * *',
      ejecutar: (_, { enTransaccion }) =>
        enTransaccion(async (trx) => {
          const { rows } = await sql<{
            id: string;
          }>`select c.id from terceros.reclamo c where c.vence < ${trx.hoy}
            and not exists (select from terceros.suceso_de_reclamo s where s.reclamo_id = c.id
              and s.hecho in ('sostiene', 'cambio-dicho', 'vencimiento-dicho'))`.execute(trx.bd);
          await seguir(trx, rows);
        }),
    }),
  ];
}

async function seguir(trx: Transaccion, reclamos: readonly { id: string }[]): Promise<void> {
  for (const { id } of reclamos) await encolar(trx, SEGUIR_UNO, { id }, { clave: `${SEGUIR_UNO}:${id}` });
}

/** @returns whether it was not written already: whoever tells it tells it once */
async function anotar(trx: Transaccion, r: Reclamo, hecho: Hecho): Promise<boolean> {
  const { rows } = await sql`insert into terceros.suceso_de_reclamo (id, reclamo_id, hecho, ocurrio_en, dia)
    values (${uuidv7(trx.ahora)}, ${r.id}, ${hecho}, ${trx.ahora}, ${trx.hoy})
    on conflict do nothing returning 1`.execute(trx.bd);
  return rows.length > 0;
}

const paraResponder = (r: Reclamo, asunto: string): Carta => ({
  asunto,
  parrafos: [
    `Es el reclamo ${r.radicado}, sobre el formato ${r.reporte.formato} del año ${r.anio}.`,
    `Léalo y responda a más tardar el ${formatearFecha(r.vence)}: si tiene razón, corríjalo con una entrega que reemplace la anterior; si no, diga por qué.`,
  ],
});

async function enviar(
  trx: Transaccion,
  {
    a,
    pagina,
    r,
    carta,
    urlPublica,
  }: { a: string | null; pagina: string; r: Reclamo; carta: Carta; urlPublica: string },
): Promise<void> {
  const contacto = a === null ? undefined : await contactoDeTitular(trx, a);
  if (a === null || !contacto) return;
  await enviarMensaje(trx, {
    canal: 'correo',
    destino: contacto.correo,
    asunto: carta.asunto,
    texto: [...carta.parrafos, `${urlPublica}/de/${await idPublicoDe(trx, a)}/${pagina}/${r.idPublico}`].join(
      '\n\n',
    ),
  });
}
