import { anioDe, fecha } from '../../fechas/index.ts';
import type { Fecha } from '../../fechas/index.ts';
import type { HechosResponsabilidades } from '../hechos.ts';
import { perfilar } from '../perfil.ts';
import type { RegistroRut } from '../registro.ts';

/** What boxes 46 to 52 of a record say against its box 53. */
export interface Contradiccion {
  /** Code of box 53 that cannot stay, or that is missing. */
  codigo: string;
  /** For the person, in one sentence. */
  razon: string;
  articulo: string;
}

interface HechosContradiccion {
  antes: RegistroRut;
  despues: RegistroRut;
  /** What the person answered of the questionnaire, if it was asked. */
  respuestas: HechosResponsabilidades['respuestas'];
  hoy: Fecha;
}

type Perfil = ReturnType<typeof perfilar>;

interface Regla {
  cuando: (p: Perfil, tiene: (codigo: string) => boolean, locales: number) => boolean;
  codigo: string;
  razon: (locales: number, p: Perfil) => string;
  articulo: string;
}

/** ET 437 par. 3 and 512-13 say this since Ley 2010 de 2019. */
const DESDE = fecha('2019-12-27');

/** The first of a code explains it. */
const REGLAS: readonly Regla[] = [
  {
    codigo: '49',
    cuando: (p, tiene, locales) => tiene('49') && !p.simple && p.gravado && locales > 1,
    razon: (locales) =>
      `Con ${locales} locales, oficinas o sedes no puede seguir como no responsable de IVA (código 49), si algo de lo que vende paga IVA.`,
    articulo: 'ET 437 par. 3 num. 2',
  },
  {
    codigo: '49',
    cuando: (p, tiene) => tiene('49') && !p.simple && p.alPorMayor,
    razon: () =>
      'Quien vende al por mayor cosas que pagan IVA no puede ser no responsable de IVA (código 49).',
    articulo: 'ET 437 par. 3',
  },
  {
    codigo: '50',
    cuando: (p, tiene, locales) =>
      tiene('50') && p.comida && !p.franquiciaDeComida && !p.sinConsumoEnElSimple && locales > 1,
    razon: (locales) =>
      `Con ${locales} locales, oficinas o sedes no puede seguir como no responsable del impuesto al consumo (código 50).`,
    articulo: 'ET 512-13 lit. b',
  },
  {
    codigo: '50',
    cuando: (p, tiene) => p.comida && !p.franquiciaDeComida && !tiene('33') && !tiene('50'),
    razon: () =>
      'Si las comidas o bebidas preparadas que vende no son de una franquicia, su RUT debe decir si es responsable del impuesto al consumo (código 33) o no (código 50).',
    articulo: 'ET 512-1 num. 3 y 512-13',
  },
];

/** What the person answered of the questionnaire, against the box 53 that they would leave. */
const DE_LO_RESPONDIDO: readonly Regla[] = [
  {
    codigo: '49',
    cuando: (p, tiene) => tiene('49') && p.responsableIva,
    razon: (_, p) =>
      `Según lo que respondió, ${p.simple ? 'puede ser' : 'es'} responsable de IVA, y su RUT dice que no (código 49).`,
    articulo: 'ET 437 par. 3 y 4',
  },
  {
    codigo: '50',
    cuando: (p, tiene) => tiene('50') && p.responsableConsumo,
    razon: (_, p) =>
      `Según lo que respondió, ${p.conTope ? 'puede ser' : 'es'} responsable del impuesto al consumo, y su RUT dice que no (código 50).`,
    articulo: 'ET 512-13',
  },
];

/**
 * What an update of activities or establishments, or what was answered of the questionnaire, makes untrue in the box 53
 * of a natural person. What nobody was asked is told as a condition, and an answer settles it. In the SIMPLE neither
 * places nor wholesale make one responsable of IVA (ET 437 par. 4). Whoever left those boxes as they were and answered
 * nothing is told nothing.
 */
export function contradiccionesDeLaCasilla53({
  antes,
  despues,
  respuestas,
  hoy,
}: HechosContradiccion): Contradiccion[] {
  const { establecimientos: locales, responsabilidades } = despues.clasificacion;
  const tiene = (codigo: string) => responsabilidades.includes(codigo);
  const respondio = Object.keys(respuestas).some((id) => id !== 'varios-establecimientos');
  if (hoy < DESDE || despues.tipoContribuyente !== '2') return [];
  if (!respondio && !cambian(antes, despues)) return [];
  const perfil = perfilDe(despues, hoy, respuestas);
  const halladas = (respondio ? [...REGLAS, ...DE_LO_RESPONDIDO] : REGLAS).filter((r) =>
    r.cuando(perfil, tiene, locales),
  );
  return halladas
    .filter((r, i) => halladas.findIndex((otra) => otra.codigo === r.codigo) === i)
    .map(({ codigo, razon, articulo }) => ({ codigo, razon: razon(locales, perfil), articulo }));
}

/**
 * Whether a further place or activity may have brought income of which box 53 says nothing yet: to whom is already
 * responsable it makes no difference (ET 437 par. 3 and 4; 512-13).
 */
export function importanLosIngresos({
  antes,
  despues,
  hoy,
}: Omit<HechosContradiccion, 'respuestas'>): boolean {
  const { establecimientos, responsabilidades } = despues.clasificacion;
  if (hoy < DESDE || despues.tipoContribuyente !== '2') return false;
  const otroLocal = establecimientos > Math.max(1, antes.clasificacion.establecimientos);
  const crece = otroLocal || hayActividadNueva(antes, despues);
  const { otras, comida } = perfilDe(despues, hoy, {});
  const tiene = (codigo: string) => responsabilidades.includes(codigo);
  return crece && ((otras && !tiene('48')) || (comida && !tiene('33')));
}

/** What nobody said is taken as what most have: what they sell pays IVA. */
const perfilDe = (r: RegistroRut, hoy: Fecha, respuestas: HechosResponsabilidades['respuestas']): Perfil =>
  perfilar({
    actividades: actividadesDe(r),
    municipio: r.ubicacion.municipio,
    anio: anioDe(hoy),
    simple: r.clasificacion.responsabilidades.includes('47'),
    respuestas: { 'vende-gravado': true, ...respuestas },
  });

const actividadesDe = ({ clasificacion: c }: RegistroRut): string[] =>
  [c.actividadPrincipal.codigo, c.actividadSecundaria?.codigo, ...c.otrasActividades].filter(
    (a) => a !== undefined,
  );

function cambian(antes: RegistroRut, despues: RegistroRut): boolean {
  return (
    antes.clasificacion.establecimientos !== despues.clasificacion.establecimientos ||
    hayActividadNueva(antes, despues)
  );
}

function hayActividadNueva(antes: RegistroRut, despues: RegistroRut): boolean {
  const eran = actividadesDe(antes);
  return actividadesDe(despues).some((a) => !eran.includes(a));
}
