import { MAXIMO_RESPONSABILIDADES, responsabilidad } from './responsabilidades.ts';

export type CodigoProblema =
  | 'desconocida'
  | 'repetida'
  | 'sin-vigencia'
  | 'solo-por-acto'
  | 'solo-personas-juridicas'
  | 'excluyentes'
  | 'demasiadas'
  | 'falta-obligado-aduanero'
  | 'no-responsable-con-calidad-aduanera';

export interface ProblemaResponsabilidades {
  codigo: CodigoProblema;
  /** Codes of box 53 at fault. */
  responsabilidades: string[];
  mensaje: string;
  /** `diseño` marks a rule of consistency of this office, without legal source. */
  fuente: string;
}

export interface ContextoResponsabilidades {
  /** Box 24. */
  tipoContribuyente: '1' | '2';
  /** Box 54. */
  usuariosAduaneros: readonly string[];
  /** Codes that an act of the administration gave to this person. */
  porActo?: readonly string[];
}

/** Pairs that say opposite things of one tax. */
const EXCLUYENTES = [
  ['48', '49'],
  ['33', '50'],
  ['04', '05'],
] as const;

/** By their own names: `Persona jurídica no responsable…`. */
const SOLO_JURIDICAS = ['53', '57'];

/** Why box 53 cannot be as it is; empty when it can. Order does not matter. */
export function validarResponsabilidades(
  codigos: readonly string[],
  { tipoContribuyente, usuariosAduaneros, porActo = [] }: ContextoResponsabilidades,
): ProblemaResponsabilidades[] {
  const problemas: ProblemaResponsabilidades[] = [];
  const problema = (codigo: CodigoProblema, responsabilidades: string[], mensaje: string, fuente: string) =>
    problemas.push({ codigo, responsabilidades, mensaje, fuente });
  const tiene = new Set(codigos);

  if (tiene.size < codigos.length) {
    const repetidas = [...tiene].filter((c) => codigos.indexOf(c) !== codigos.lastIndexOf(c));
    problema('repetida', repetidas, `Hay códigos repetidos: ${repetidas.join(', ')}.`, 'diseño');
  }
  if (codigos.length > MAXIMO_RESPONSABILIDADES) {
    problema(
      'demasiadas',
      [],
      `La casilla 53 admite hasta ${MAXIMO_RESPONSABILIDADES} códigos.`,
      'Formulario 001, casilla 53',
    );
  }
  for (const codigo of tiene) {
    const r = responsabilidad(codigo);
    if (!r) {
      problema(
        'desconocida',
        [codigo],
        `El código ${codigo} no existe en la casilla 53.`,
        'Formulario 001, casilla 53',
      );
    } else if (r.estado !== 'vigente') {
      const ahora = r.reemplazadaPor ? ` Ahora se usa el ${r.reemplazadaPor}.` : '';
      problema('sin-vigencia', [codigo], `El código ${codigo} (${r.nombre}) ya no se usa.${ahora}`, r.fuente);
    } else if (r.soloPorActo === true && !porActo.includes(codigo)) {
      problema(
        'solo-por-acto',
        [codigo],
        `El código ${codigo} (${r.nombre}) solo lo asigna la DIAN con un acto.`,
        r.fuente,
      );
    }
    if (tipoContribuyente === '2' && SOLO_JURIDICAS.includes(codigo)) {
      problema(
        'solo-personas-juridicas',
        [codigo],
        `El código ${codigo} es solo para personas jurídicas.`,
        'Nombre del código en la casilla 53',
      );
    }
  }
  for (const [a, b] of EXCLUYENTES) {
    if (tiene.has(a) && tiene.has(b)) {
      problema('excluyentes', [a, b], `Los códigos ${a} y ${b} dicen lo contrario: deje solo uno.`, 'diseño');
    }
  }
  if (usuariosAduaneros.length > 0 && !tiene.has('10')) {
    problema(
      'falta-obligado-aduanero',
      ['10'],
      'Para tener una calidad en la casilla 54, la casilla 53 debe llevar el código 10.',
      'Oficio DIAN 8660 de 2024, num. 7',
    );
  }
  // In the SIMPLE it is the income that counts (ET 437 par. 4).
  if (usuariosAduaneros.length > 0 && tiene.has('49') && !tiene.has('47')) {
    problema(
      'no-responsable-con-calidad-aduanera',
      ['49'],
      'Quien es usuario aduanero no puede ser no responsable de IVA.',
      'ET 437 par. 3 num. 4',
    );
  }
  return problemas;
}
