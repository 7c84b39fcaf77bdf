import { diasEntre, formatearFecha, sumarDias, type Fecha } from '@autogestion/normas/fechas';
import { sql } from 'kysely';
import { urgenciaEn } from '../../interfaz/index.ts';
import type { FuenteDeHoy } from '../../rut/index.ts';

/** House rule: how long an answer goes on being news, calendar days. */
const DIAS_DE_NOTICIA = 15;

const NOTICIAS = {
  sostiene: 'Quien lo reportó dice que es cierto. Lea por qué y qué puede hacer.',
  'cambio-dicho': 'Ya no está reportado así. Mire lo que quedó.',
  'vencimiento-dicho': 'Venció el plazo sin respuesta. Lea qué puede hacer.',
} as const;

/** What they are asked about what they reported, and what became of what they said is not so. */
export const reclamosDeHoy: FuenteDeHoy = {
  nombre: 'terceros.reclamos',
  async leer(trx, { base }) {
    const { rows: porResponder } = await sql<{ cuantos: number; vence: string | null }>`
      select count(*)::int as cuantos, min(c.vence) as vence from terceros.reclamo c
      where c.informante_id = plataforma.actor_titular() and not exists (
        select from terceros.suceso_de_reclamo s where s.reclamo_id = c.id
          and s.hecho in ('corrige', 'sostiene', 'cambio-dicho'))`.execute(trx.bd);
    const { rows: noticias } = await sql<{ id: string; radicado: string; hecho: string }>`
      select distinct on (c.id) c.id_publico as id, c.radicado, s.hecho from terceros.reclamo c
      join terceros.suceso_de_reclamo s on s.reclamo_id = c.id
      where c.titular_id = plataforma.actor_titular() and s.dia >= ${sumarDias(trx.hoy, -DIAS_DE_NOTICIA)}
        and s.hecho in ('sostiene', 'cambio-dicho', 'vencimiento-dicho')
      order by c.id, s.ocurrio_en desc limit 5`.execute(trx.bd);
    const [por] = porResponder;
    const vence = por?.vence as Fecha | null | undefined;
    return {
      pendientes: [
        ...(por && por.cuantos > 0 && vence
          ? [
              {
                titulo:
                  por.cuantos === 1
                    ? 'Alguien dice que algo que usted reportó no es así'
                    : `${por.cuantos} personas dicen que algo que usted reportó no es así`,
                detalle: `Responda hasta el ${formatearFecha(vence)}.`,
                urgencia: urgenciaEn(diasEntre(trx.hoy, vence)),
                marca: { dia: vence },
                accion: {
                  href: `${base}/reclamos-recibidos`,
                  texto: 'Responder',
                  oculto: 'lo que dicen que no es así',
                },
              },
            ]
          : []),
        ...noticias.map((n) => ({
          titulo: `Su reclamo ${n.radicado}, de lo que otro reportó`,
          detalle: NOTICIAS[n.hecho as keyof typeof NOTICIAS],
          urgencia: 'normal' as const,
          marca: { icono: 'conversacion' as const },
          accion: { href: `${base}/reclamos/${n.id}`, texto: 'Ver', oculto: `el reclamo ${n.radicado}` },
        })),
      ],
    };
  },
};
