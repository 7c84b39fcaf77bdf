import { REGLAS } from '../calendario/index.ts';
import type { RegistroRut } from '../rut/index.ts';
import type { HechoQueFalta, HechosDeObligaciones } from './hechos.ts';
import { REGLAS_IVA_Y_CONSUMO } from './iva-y-consumo.ts';
import { REGLAS_OTRAS } from './otras.ts';
import type { Contexto, Juicio, ReglaDeObligacion } from './regla.ts';
import { REGLAS_RENTA } from './renta.ts';

/** One obligation of the calendar, of one year, that a RUT has or may have. */
export interface ObligacionDelRut {
  /** Id of the rule of the calendar: `renta-pn`, `iva-bimestral`… */
  obligacion: string;
  /** The year that it is about: the return of 2025 falls due in 2026. */
  anio: number;
  /** `no-se-sabe` while a fact is missing: it is not a yes. */
  estado: 'si' | 'no-se-sabe';
  razon: string;
  articulo: string;
  /** What would have to be known. */
  falta?: HechoQueFalta;
}

export const REGLAS_DE_OBLIGACIONES: readonly ReglaDeObligacion[] = [
  ...REGLAS_RENTA,
  ...REGLAS_IVA_Y_CONSUMO,
  ...REGLAS_OTRAS,
];

/** Ids of the obligations with one period a year. */
export const ANUALES: ReadonlySet<string> = new Set(
  REGLAS.filter((r) => r.periodicidad === 'anual').map((r) => r.id),
);

/**
 * The obligations that a RUT has in what falls due in a year, by its box 53 and what else is known. The
 * periodic ones come twice: for the periods of the year, and for those of the year before, which fall due
 * in January.
 */
export function obligacionesDe(
  registro: RegistroRut,
  anio: number,
  hechos: HechosDeObligaciones = {},
): ObligacionDelRut[] {
  return REGLAS_DE_OBLIGACIONES.flatMap((regla) =>
    regla.obligaciones.flatMap((obligacion) =>
      aniosDe(obligacion, regla, anio).flatMap((sobre) => {
        const juicio = juzgar(regla, { registro, hechos, anio: sobre, enCurso: sobre === anio });
        return juicio ? [{ obligacion, anio: sobre, ...juicio }] : [];
      }),
    ),
  );
}

function aniosDe(obligacion: string, { sobre }: ReglaDeObligacion, anio: number): number[] {
  if (!ANUALES.has(obligacion)) return [anio - 1, anio];
  return [sobre === 'anio-en-curso' ? anio : anio - 1];
}

interface Caso extends Pick<Contexto, 'registro' | 'hechos' | 'anio'> {
  enCurso: boolean;
}

function juzgar(regla: ReglaDeObligacion, { registro, hechos, anio, enCurso }: Caso) {
  const hoy = registro.clasificacion.responsabilidades;
  const deEseAnio = enCurso ? hoy : hechos.responsabilidadesAnteriores;
  const codigos = new Set(deEseAnio ?? hoy);
  const juicio = regla.juzgar({
    registro,
    hechos,
    anio,
    tiene: (...buscados) => buscados.some((c) => codigos.has(c)),
    granContribuyente: hoy.includes('13'),
    personaNatural: registro.tipoContribuyente === '2',
  });
  return juicio && publicar(juicio, deEseAnio === undefined ? anio : undefined);
}

/** @param sinSaber the year whose box 53 is not known: what today's says of it is not a yes. */
function publicar({ porHecho, ...juicio }: Juicio, sinSaber: number | undefined) {
  if (sinSaber === undefined || porHecho === true || juicio.estado === 'no-se-sabe') return juicio;
  return {
    ...juicio,
    estado: 'no-se-sabe' as const,
    razon: `${juicio.razon} Eso dice su RUT hoy: falta saber qué decía en ${sinSaber}.`,
    falta: 'responsabilidadesAnteriores' as const,
  };
}
