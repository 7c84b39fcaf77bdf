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

interface Regla {
  cuando: (p: ReturnType<typeof perfilar>, tiene: (codigo: string) => boolean, locales: number) => boolean;
  codigo: string;
  razon: (locales: number) => string;
  articulo: string;
}

/** ET 437 par. 3 and 512-13 say this since Ley 2010 de 2019. */
const DESDE = fecha('2019-12-27');

const REGLAS: readonly Regla[] = [
  {
    codigo: '49',
    cuando: (p, tiene, locales) => tiene('49') && p.gravado && locales > 1,
    razon: (locales) =>
      `Con ${locales} locales, oficinas o sedes no puede seguir como no responsable de IVA (código 49), si algo de lo que vende paga IVA.`,
    articulo: 'ET 437 par. 3 num. 2',
  },
  {
    codigo: '49',
    cuando: (p, tiene) => tiene('49') && p.alPorMayor,
    razon: () =>
      'Quien vende al por mayor cosas que pagan IVA no puede ser no responsable de IVA (código 49).',
    articulo: 'ET 437 par. 3',
  },
  {
    codigo: '50',
    cuando: (p, tiene, locales) => tiene('50') && p.comida && !p.franquiciaDeComida && locales > 1,
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

/**
 * What an update of activities or establishments makes untrue in the box 53 of a natural person. What nobody was asked
 * is told as a condition, and an answer settles it. Who is in the SIMPLE has rules of their own (ET 437 par. 4), and
 * whoever left those boxes as they were is told nothing.
 */
export function contradiccionesDeLaCasilla53({
  antes,
  despues,
  respuestas,
  hoy,
}: HechosContradiccion): Contradiccion[] {
  const { establecimientos: locales, responsabilidades } = despues.clasificacion;
  const tiene = (codigo: string) => responsabilidades.includes(codigo);
  if (hoy < DESDE || despues.tipoContribuyente !== '2' || tiene('47') || !cambian(antes, despues)) return [];
  const perfil = perfilar({
    actividades: actividadesDe(despues),
    municipio: despues.ubicacion.municipio,
    anio: anioDe(hoy),
    respuestas: { 'vende-gravado': true, ...respuestas },
  });
  return REGLAS.filter((r) => r.cuando(perfil, tiene, locales)).map(({ codigo, razon, articulo }) => ({
    codigo,
    razon: razon(locales),
    articulo,
  }));
}

const actividadesDe = ({ clasificacion: c }: RegistroRut): string[] =>
  [c.actividadPrincipal.codigo, c.actividadSecundaria?.codigo, ...c.otrasActividades].filter(
    (a) => a !== undefined,
  );

function cambian(antes: RegistroRut, despues: RegistroRut): boolean {
  const [eran, son] = [actividadesDe(antes), actividadesDe(despues)];
  return (
    antes.clasificacion.establecimientos !== despues.clasificacion.establecimientos ||
    son.some((a) => !eran.includes(a))
  );
}
