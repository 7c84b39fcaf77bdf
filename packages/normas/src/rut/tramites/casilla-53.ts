import { definidos } from '../../definidos/index.ts';
import { RESPONSABILIDAD_SIMPLE } from '../../simple/index.ts';
import type { RegistroRut } from '../registro.ts';
import { responsabilidad, RESPONSABILIDADES } from '../responsabilidades.ts';
import { validarResponsabilidades } from '../validar-responsabilidades.ts';
import type { ProblemaResponsabilidades } from '../validar-responsabilidades.ts';
import { condicion } from './condicion.ts';
import type { Condicion } from './condicion.ts';

interface CambioDeCodigos {
  antes: RegistroRut;
  despues: RegistroRut;
  porActo?: readonly string[];
}

const FAQ =
  'Preguntas frecuentes del RUT de la DIAN; comunicado de prensa DIAN del 25 de febrero de 2022, caso 3';

const DONDE_SE_FIRMA =
  'es otro trámite, que se firma: está en su RUT, en «Acogerse al SIMPLE o salir de él».';

/** Codes whose withdrawal is a procedure of its own (DUR 1.6.1.2.27; ET 909). */
const CON_TRAMITE_PROPIO: Readonly<Record<string, { frase: string; articulo: string } | undefined>> = {
  '33': {
    frase:
      'Dejar de ser responsable del impuesto al consumo (código 33) es otro trámite, que se verifica antes.',
    articulo: 'DUR 1.6.1.2.27',
  },
  '47': { frase: `Salir del SIMPLE (código 47) ${DONDE_SE_FIRMA}`, articulo: 'ET 909' },
  '48': {
    frase: 'Dejar de ser responsable de IVA (código 48) es otro trámite, que se verifica antes.',
    articulo: 'DUR 1.6.1.2.27',
  },
};

/** What may be done to box 53 online: codes are added, none is removed. */
export function condicionesDeLaCasilla53({ antes, despues, porActo = [] }: CambioDeCodigos): Condicion[] {
  const tenia = antes.clasificacion.responsabilidades;
  const tendra = despues.clasificacion.responsabilidades;
  const agregados = tendra.filter((c) => !tenia.includes(c));
  return [
    ...tenia.filter((c) => !tendra.includes(c)).map((c) => quitado(c, agregados)),
    ...agregados.flatMap((c) => agregado(c, porActo)),
    ...(agregados.includes(RESPONSABILIDAD_SIMPLE) ? [acogerseEsOtroTramite()] : []),
    ...inconsistencias(antes, despues),
  ];
}

/**
 * Becoming responsible takes away the code that said one was not: the law commands it (ET 508-2, 512-13) and the
 * sources only say that codes are not removed. This office takes them as one change.
 */
export const REEMPLAZA_AL_AGREGARSE = { sinFuente: true, codigos: { '48': '49', '33': '50' } } as const;

/** The code that leaves box 53 when this one enters it. */
export function reemplazadoPor(codigo: string): string | undefined {
  const codigos: Readonly<Record<string, string | undefined>> = REEMPLAZA_AL_AGREGARSE.codigos;
  return codigos[codigo];
}

function quitado(codigo: string, agregados: readonly string[]): Condicion {
  const nuevo = agregados.find((a) => reemplazadoPor(a) === codigo);
  if (nuevo !== undefined) {
    return condicion({
      id: `quitar-${codigo}`,
      articulo: nuevo === '48' ? 'ET 508-2' : 'ET 512-13 par. 1',
      hecho: true,
      cumple: `El código ${nuevo} ocupa el lugar del ${codigo}.`,
      noCumple: '',
      noSeSabe: '',
      certeza: 'parametro',
    });
  }
  const nombre = responsabilidad(codigo)?.nombre ?? '';
  const propio = CON_TRAMITE_PROPIO[codigo];
  return condicion({
    id: `quitar-${codigo}`,
    articulo: propio?.articulo ?? FAQ,
    hecho: false,
    cumple: '',
    noCumple: propio?.frase ?? `El código ${codigo} (${nombre}) solo lo quita un funcionario.`,
    noSeSabe: '',
    certeza: propio === undefined ? 'dian' : 'norma',
  });
}

function agregado(codigo: string, porActo: readonly string[]): Condicion[] {
  const r = responsabilidad(codigo);
  if (r === undefined || r.soloPorActo === false) return [];
  return [
    condicion({
      id: `agregar-${codigo}`,
      articulo: FAQ,
      hecho: porActo.includes(codigo) || (r.soloPorActo === null ? undefined : false),
      cumple: `Un acto de la DIAN le dio el código ${codigo} (${r.nombre}).`,
      noCumple: `El código ${codigo} (${r.nombre}) solo lo da la DIAN con un acto.`,
      noSeSabe: `No se sabe si el código ${codigo} (${r.nombre}) lo da la DIAN con un acto.`,
      certeza: 'dian',
    }),
  ];
}

/**
 * Entering the SIMPLE asks for conditions that an update does not (ET 905 and 906) and for the regime of a whole year: this
 * office takes it signed, as `evaluarOpcionSimple` says.
 */
function acogerseEsOtroTramite(): Condicion {
  return condicion({
    id: 'simple-se-firma',
    articulo: 'ET 905, 906 y 909',
    hecho: false,
    cumple: '',
    noCumple: `Acogerse al SIMPLE (código 47) ${DONDE_SE_FIRMA}`,
    noSeSabe: '',
    certeza: 'parametro',
  });
}

/**
 * Whatever box 53 could hold before and cannot now: what was wrong already is not the fault of this update,
 * and that a code needs an act is judged above.
 */
function inconsistencias(antes: RegistroRut, despues: RegistroRut): Condicion[] {
  const anteriores = new Set(problemasDeLaCasilla53(antes).map(identificarProblema));
  return problemasDeLaCasilla53(despues)
    .filter((p) => p.codigo !== 'solo-por-acto' && !anteriores.has(identificarProblema(p)))
    .map((p) =>
      condicion({
        id: identificarProblema(p),
        articulo: p.fuente,
        hecho: false,
        cumple: '',
        noCumple: p.mensaje,
        noSeSabe: '',
        certeza: p.fuente === 'diseño' ? 'parametro' : 'norma',
      }),
    );
}

/** What is wrong with the box 53 of a record. */
export function problemasDeLaCasilla53({
  clasificacion,
  tipoContribuyente,
}: RegistroRut): ProblemaResponsabilidades[] {
  const { responsabilidades, usuariosAduaneros } = clasificacion;
  return validarResponsabilidades(responsabilidades, { tipoContribuyente, usuariosAduaneros });
}

/** The same problem before and after a change. */
export function identificarProblema({ codigo, responsabilidades }: ProblemaResponsabilidades): string {
  return [codigo, ...responsabilidades].join('-');
}

/** A code of box 53 that this person does not have, and what may be done about it. */
export interface CodigoPorAgregar {
  codigo: string;
  nombre: string;
  /** Missing: it may be added. */
  impedimento?: Condicion;
}

/** Every code in force that a record does not have, with the reason of those that one cannot add alone. */
export function codigosPorAgregar(antes: RegistroRut): CodigoPorAgregar[] {
  const { clasificacion } = antes;
  return RESPONSABILIDADES.filter(
    (r) => r.estado === 'vigente' && !clasificacion.responsabilidades.includes(r.codigo),
  ).map(({ codigo, nombre }) => {
    const condiciones = condicionesDeLaCasilla53({ antes, despues: conCodigos(antes, [codigo]) });
    const impedimento = condiciones.find((c) => c.estado !== 'cumple');
    return { codigo, nombre, ...definidos({ impedimento }) };
  });
}

/** Box 53 with some codes more, and without those that they replace. */
export function conCodigos(r: RegistroRut, nuevos: readonly string[]): RegistroRut {
  const salen = nuevos.map(reemplazadoPor);
  const quedan = r.clasificacion.responsabilidades.filter((c) => !salen.includes(c));
  const responsabilidades = [...new Set([...quedan, ...nuevos])].toSorted();
  return { ...r, clasificacion: { ...r.clasificacion, responsabilidades } };
}
