import { definidos } from '@autogestion/normas/definidos';
import { formatearPesos } from '@autogestion/normas/dinero';
import { decidirFacilidad } from '@autogestion/normas/facilidad';
import { formatearFecha, type Fecha } from '@autogestion/normas/fechas';
import { evaluacion, type Condicion, type Evaluacion } from '@autogestion/normas/rut';
import type { Transaccion } from '../../plataforma/index.ts';
import type { Situacion } from '../../tramites/index.ts';
import { leerLibro, type Libro } from '../libro/index.ts';
import { diasDeIncumplimiento, enFacilidad } from './consultas.ts';
import { totalesAl } from './deudas.ts';
import { pagosDelCorte } from './pagos-del-corte.ts';
import type { SolicitudFacilidad } from './solicitud.ts';

const DE_LA_OFICINA = { certeza: 'parametro', articulo: 'ET 814' } as const;

/**
 * The conditions of a request as things stand: those of the law, and that what is signed or granted is what is owed. Before
 * it is filed its figures must be of that very day; the desk grants what was signed, and what was paid meanwhile pays it.
 */
export async function comprobarFacilidad(
  trx: Transaccion,
  { solicitud: s, verificado }: Situacion<SolicitudFacilidad>,
): Promise<Evaluacion> {
  const libro = await leerLibro(trx);
  const enMesa = trx.actor.tipo === 'funcionario';
  const cubiertas = await enFacilidad(trx);
  const otra = s.deudas.find((d) => cubiertas.has(d.id));
  return evaluacion([
    ...(await condicionesDeLaLey(trx, s, verificado)),
    sonLasDeHoy(s, libro, enMesa ? undefined : trx.hoy),
    {
      ...DE_LA_OFICINA,
      id: 'sin-otra',
      estado: otra ? 'no-cumple' : 'cumple',
      razon: otra
        ? `${otra.nombre} ya está en una facilidad de pago.`
        : 'Ninguna de las deudas está en otra facilidad de pago.',
    },
    ...(enMesa ? [aTiempo(trx, s, libro)] : []),
  ]);
}

/** Those of ET 814; how much is owed says who decides, and stops nothing. */
async function condicionesDeLaLey(
  trx: Transaccion,
  s: SolicitudFacilidad,
  verificado: Situacion<SolicitudFacilidad>['verificado'],
): Promise<Condicion[]> {
  const decision = decidirFacilidad({
    solicitada: s.inicio,
    meses: s.meses,
    deuda: BigInt(s.deuda),
    incumplidas: await diasDeIncumplimiento(trx),
    ...definidos({ garantia: s.garantia }),
  });
  if (!decision.ok) throw new RangeError(decision.mensaje);
  return decision.valor.razones.flatMap(({ id, estado, razon, articulo, certeza }): Condicion[] => {
    if (id === 'monto') return [];
    const hallazgo = estado === 'no-se-sabe' ? verificado[id] : undefined;
    const comun = { id, articulo, certeza: certeza === 'dian' ? ('norma' as const) : certeza };
    if (hallazgo === undefined)
      return [{ ...comun, estado, razon, ...(estado === 'no-se-sabe' && { verifica: 'oficina' as const }) }];
    return [
      {
        ...comun,
        ...(hallazgo === 'no-hay'
          ? { estado: 'cumple', razon: VERIFICADO[id].bien }
          : { estado: 'no-cumple', razon: VERIFICADO[id].mal }),
      },
    ];
  });
}

const BUSCADO = { bien: 'Un funcionario lo verificó.', mal: 'Un funcionario encontró que no se cumple.' };
const VERIFICADO = {
  garantia: {
    bien: 'Un funcionario verificó que la garantía alcanza.',
    mal: 'La garantía no alcanza para lo que se debe.',
  },
  especial: {
    bien: 'El Director lo autorizó como caso especial.',
    mal: 'El Director no lo autorizó como caso especial.',
  },
  incumplida: BUSCADO,
  plazo: BUSCADO,
} as const;

/**
 * Nothing is signed that was not seen: what changed since the figures were made is told, before and after.
 * @param hoy the day on which it would be signed; at the desk, what counts is the day of the request
 */
function sonLasDeHoy(s: SolicitudFacilidad, libro: Libro, hoy: Fecha | undefined): Condicion {
  const comun = { ...DE_LA_OFICINA, id: 'deudas' };
  const ahora = hoy ? totalesAl(libro, hoy) : totalesAl(pagosDelCorte(libro, BigInt(s.corte)), s.inicio);
  const cambios = s.deudas.flatMap((d) => {
    const antes = BigInt(d.impuesto + d.sancion + d.interes);
    const debe = ahora.get(d.id) ?? 0n;
    return antes === debe
      ? []
      : [`${d.nombre}: antes ${formatearPesos(antes)}, ahora ${formatearPesos(debe)}.`];
  });
  const otroDia = hoy !== undefined && hoy !== s.inicio;
  if (cambios.length > 0 || otroDia)
    return {
      ...comun,
      estado: 'no-cumple',
      razon: [
        `Lo que debe cambió desde que se hizo la cuenta, el ${formatearFecha(s.inicio)}.`,
        ...cambios,
        'Haga la cuenta otra vez.',
      ].join(' '),
    };
  return {
    ...comun,
    estado: 'cumple',
    razon: `Lo que se debía el ${formatearFecha(s.inicio)} es lo que dice la solicitud.`,
  };
}

/** At the desk: what fell due while it waited was paid, so that nothing is granted that is late already. */
function aTiempo(trx: Transaccion, s: SolicitudFacilidad, libro: Libro): Condicion {
  const pagado = pagadoDesde(libro, s);
  const debido = s.cuotas.filter((c) => c.fecha < trx.hoy).reduce((suma, c) => suma + BigInt(c.total), 0n);
  const bien = pagado >= debido;
  return {
    ...DE_LA_OFICINA,
    id: 'a-tiempo',
    estado: bien ? 'cumple' : 'no-cumple',
    razon: bien
      ? 'Ninguna cuota del plan está vencida sin pagar.'
      : `Mientras se estudiaba vencieron cuotas del plan, y de ellas faltan ${formatearPesos(debido - pagado)}.`,
  };
}

function pagadoDesde(libro: Libro, s: SolicitudFacilidad): bigint {
  const suyas = new Set(s.deudas.map((d) => d.id));
  const obligaciones = new Set(libro.obligaciones.filter((o) => suyas.has(o.idPublico)).map((o) => o.id));
  return libro.renglones
    .filter((r) => r.cuenta === 'pagos' && obligaciones.has(r.obligacion) && r.comprobante > BigInt(s.corte))
    .reduce((suma, r) => suma + (r.lado === 'haber' ? r.valor : -r.valor), 0n);
}
